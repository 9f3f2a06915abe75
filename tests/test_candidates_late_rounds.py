"""Proposals from forms that the later blind rounds of real texts brought up, each tested where it was mended."""

import pytest
from test_candidates import read
from test_candidates_layout import fields

from regional_targets.candidates import propose
from regional_targets.candidates.document_outline import read_outline
from regional_targets.checks.years import governs
from regional_targets.plain_text import plain
from regional_targets.review.document_guesses import guess_document
from regional_targets.stated_years import read_year

YEAR = "某市2026年实施方案\n"


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("年末余额新增【4万多亿】元。", (4e12, 4e12, "元", "at_least", None)),
        ("培训【3千多万】人。", (3e7, 3e7, "人", "at_least", None)),
        ("给予【1万至五万】元的资金。", (10_000, 50_000, "元", "range", None)),
        ("最高可给予【10万】元/个奖励。", (100_000, 100_000, "元", "at_most", None)),
        ("最高可给予一次性【300万】元支持。", (3e6, 3e6, "元", "at_most", None)),
        ("住旅馆补贴最高14日【7000】元。", (7000, 7000, "元", "at_most", None)),
        ("一位专家不同时担任超过【3】个委员会的委员。", (3, 3, "个", "at_most", None)),
        ("人口自然增长率控制在【6.94‰】以 内。", (6.94, 6.94, "‰", "at_most", None)),
        ("对年应纳税所得额不到【100万】元的部分免征。", (1e6, 1e6, "元", "at_most", None)),
        ("对租金减【半】征收。", (50, 50, "%", "exact", None)),
        ("贷款利息补贴展延【1】年（规划中）。", (1, 1, "年", "exact", None)),
        ("建造执照工期主动展延【一】年。", (1, 1, "年", "exact", None)),
        ("一般在【4】周内完成审批。", (4, 4, "周", "at_most", None)),
        ("累计任职不超过【两】届。", (2, 2, "届", "at_most", None)),
        ("累计任职不超过【2】届。", (2, 2, "届", "at_most", None)),
        ("在新购一套住房后的【一】年内出售的。", (1, 1, "年", "at_most", None)),
        ("年龄介于【20-65】岁。", (20, 65, "岁", "range", None)),
        ("死亡百万人率维持在【20】以下。", (20, 20, "", "at_most", None)),
        ("5/28报道（5/30 12:28更新），建成【5】所。", (5, 5, "所", "exact", None)),
        ("新增国家备案 【50】 个。", (50, 50, "个", "exact", None)),
        ("人口密度不超过【1万】人/平方公里。", (10_000, 10_000, "人/平方公里", "at_most", None)),
        ("旅游总人次突破【3亿】。", (3e8, 3e8, "人次", "at_least", None)),
        ("解决【3200万】农村人口的饮水问题。", (3.2e7, 3.2e7, "人", "exact", None)),
        ("实现【1亿】左右农业转移人口落户。", (1e8, 1e8, "人", "about", None)),
        ("增加【500万】农村沼气用户。", (5e6, 5e6, "户", "exact", None)),
        ("死亡率控制在【十万分之六】以下。", (0.006, 0.006, "%", "at_most", None)),
        ("给予最高【200】基点的贴息。", (200, 200, "基点", "at_most", None)),
        ("再生水增供到【0.92万】CMD。", (9200, 9200, "CMD", "exact", None)),
        ("举办5000人以上大型演唱会数量超【800】场。", (800, 800, "场", "at_least", None)),
        ("推进泗塘一村、二村改造，建成【3】所。", (3, 3, "所", "exact", None)),
    ],
)
def test_numbers_of_the_later_rounds(marked, wanted):
    assert read(marked) == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("对租金减半征收。", [("rule", None)]),
        ("2026年达到1.7万亿元（2005年价），人均生产总值达到2.4万元。", [("funding", 2026), ("goal", 2026)]),
        ("转移支付增长8%、增幅高于去年，培训增幅均超过10%。", [("goal", 2026), ("goal", 2026)]),
        ("将增值税起征点提高到15万元。", [("rule", None)]),
        ("房屋税率由原3%降为2%。", [("status", None), ("rule", None)]),
        ("精准定位、做大做强1—2个主导产业。", [("goal", 2026)]),
        ("新招用人数占企业现有在职职工人数比例达到10%。", [("goal", 2026)]),
        ("单位和本人已按照规定缴费满1年的。", [("rule", None)]),
        ("新建公共建筑屋顶光伏覆盖率不低于50%。", [("rule", None)]),
        ("新建民用建筑执行三星级标准规模占比不低于10%。", [("goal", 2026)]),
        ("平均每天新增企业1.2万户。", [("goal", 2026)]),
        ("独角兽企业 100 家、高新技术企业 1000 家，产业园 30 个。", [("goal", 2026)] * 3),
        ("庆阳、天水3个医疗中心开诊。", [("status", None)]),
        ("“十四五”“十五五”期间分别新增装机2500万千瓦、1300万千瓦。", [("status", None), ("goal", 2030)]),
    ],
)
def test_kinds_and_years_of_the_later_rounds(text, wanted):
    assert fields(YEAR + text, "kind", "deadline") == wanted


def test_two_plans_side_by_side_are_given_out_in_turn():
    text = "某省碳达峰实施方案\n“十四五”“十五五”期间分别新增装机2500万千瓦、1300万千瓦。"
    assert list(propose(text)["deadline"]) == [2025, 2030]


def test_the_year_of_an_edition_is_no_period():
    text = "某市项目贴息管理指导意见（2024年版）\n2024年2月22日\n设立不少于200亿元的信贷资金。"
    assert fields(text, "kind", "deadline") == [("funding", None)]
    text = "某市基本公共服务标准（2024年版）实施方案\n新建学校20所。"
    assert fields(text, "kind", "deadline") == [("goal", None)]


def test_the_number_of_a_heading_is_no_count_of_many():
    text = "某区规划（2026—2030年）\n2.3多措并举促进增收\n新建学校2.3多万所。\n1.2多元化办学\n"
    assert fields(text, "value_min") == [(23_000,)]


def test_a_year_within_a_clause_goes_before_the_span_of_the_sentence():
    text = "某市办法\n2025-2026年，扶持资金逐年退坡，即重箱每标准箱2025年给予扶持资金340元、2026年给予扶持资金289元。"
    assert fields(text, "value_min", "deadline") == [(340, 2025), (289, 2026)]


def test_whom_a_share_reaches_is_no_commitment():
    text = "某区规划（2026—2030年）\n轨道站点600米步行可达率达30%。推进公共领域用车全面电动化。"
    assert fields(text, "value_min", "unit") == [(30, "%"), (100, "%")]


def test_a_radical_stands_for_its_character():
    assert plain("最⻓⾧市⺠⾦⾨") == "最长长市民金门"
    assert read("最⻑【6】个月。") == [(6, 6, "个月", "at_most", None)]


REPORT = (
    "政府工作报告\n——2016年3月5日在人民代表大会上\n一、过去五年的工作\n去年新建学校5所。\n"
    "二、今后五年的主要目标任务\n根据“十三五”规划，经济总量超过90万亿元。覆盖80%以上的城市。\n"
    "三、2016年重点工作\n新建学校9所。今后五年，用水量下降23%。\n"
)


def test_the_next_five_years_of_a_report_end_four_years_after_it():
    found = propose(REPORT)
    assert list(found["deadline"].fillna(0)) == [0, 2020, 2020, 2016, 2020]
    for row in found[found["deadline"] == 2020].itertuples():
        assert REPORT[row.deadline_start : row.deadline_end] == "十三五"
        assert governs(REPORT, row.deadline_start, row.start)


def test_a_sentence_that_sets_aims_for_five_years_leads_in_what_follows():
    text = (
        "政府工作报告\n——2016年3月5日\n《纲要草案》明确了今后五年的主要目标任务，突出了六个方面。\n"
        "——经济总量超过90万亿元。到2020年，建成机场50个。\n做好今年的工作，新建学校9所。培训教师30名。"
    )
    assert list(propose(text)["deadline"]) == [2020, 2020, 2016, 2016]
    assert list(propose(text.replace("到2020年，", ""))["deadline"]) == [2016] * 4
    assert list(propose(text.replace("——2016年3月5日\n", ""))["deadline"].fillna(0)) == [0, 2020, 0, 0]


@pytest.mark.parametrize(
    ("term", "deadline", "start"),
    [
        ("2012年起5年内", 2016, 2012),
        ("从2016年起，用5年时间", 2020, 2016),
        ("自2021年起，用三年左右时间", 2023, 2021),
        ("2021年开始三年内", 2023, 2021),
        ("在2018年起的5年內", 2022, 2018),
        ("2012-2013年度起的5年内", 2017, 2012),
        ("自2021年起", None, 2021),
        ("自2021年起每5年", None, 2021),
    ],
)
def test_a_term_from_a_year_ends_in_its_last_year(term, deadline, start):
    text = f"某市政策\n{term}，建成学校20所。"
    (row,) = propose(text).to_dict("records")
    assert row["start_year"] == start
    if deadline:
        assert read_year(text[row["deadline_start"] : row["deadline_end"]]) == deadline
        assert governs(text, row["deadline_start"], row["start"])
        assert text[row["start_year_start"] : row["start_year_end"]] == str(start)
    else:
        assert row["deadline"] is None


def test_the_term_of_the_aims_is_the_period_of_the_document():
    aims = "一、总体目标\n1.目标。2012年起5年内，重点引进人才2000名。\n2.项目。重点培训教师300名。"
    text = f"关于人才集聚工程的实施意见\n{aims}"
    assert list(propose(text)["deadline"]) == [2016, 2016]
    assert guess_document("a.txt", text)["period_end"] == "2016"
    assert list(propose(text.replace("目标。2012年起5年内，", "目标。"))["deadline"].fillna(0)) == [0, 0]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("今年拟安排债券2.15万亿元，比去年增加8000亿元。", [("funding", 2026), ("funding", 2026)]),
        ("赤字率拟按3%安排，比上年年初预算增加1800亿元。", [("goal", 2026), ("funding", 2026)]),
        ("拿出资金，用于1500万人次以上的职工培训。", [("goal", 2026)]),
        ("年均开发2万个以上的公益岗位。", [("goal", 2026)]),
        ('财政收入比"十一五"末翻一番。', [("goal", 2026)]),
        ("设立专项发展资金，首期规模为10亿元。", [("funding", 2026)]),
        ("拖欠的补偿费全部补偿到位。", [("goal", 2026)]),
        ("计划将惠及3届学生。", [("goal", 2026)]),
        ("建设总投资6074亿元的813个重点项目。", [("funding", 2026), ("status", None)]),
        ("做好总投资5200亿元、160个重点项目前期工作。", [("funding", 2026), ("status", None)]),
        ("2015年1月1日之前完成报建的项目，预制率不低于25%。", [("goal", 2026)]),
        ("选择100个贫困村建档立卡。", [("goal", 2026)]),
        ("申请人选择1所幼儿园报名。", [("rule", None)]),
        ("对36个老旧小区供热设施维修改造。", [("goal", 2026)]),
        ("预期目标是在提高效益的基础上年均增长7%。", [("goal", 2026)]),
        ('推进"三个十"工程，建成5所。', [("goal", 2026)]),
        ("每多生育1个婴儿，增加产假15天。", [("rule", None)]),
        ("暂停六个月以上一年以下执业活动。", [("rule", None), ("rule", None)]),
    ],
)
def test_kinds_and_years_of_the_reports(text, wanted):
    assert fields(YEAR + text, "kind", "deadline") == wanted


def test_a_report_may_have_its_date_in_the_line_of_its_title():
    text = "某市政府工作报告——2010年1月26日在某市人民代表大会上\n主要预期目标是：生产总值增长11%。"
    assert list(propose(text)["deadline"]) == [2010]
    assert list(propose(text.replace("政府工作报告", "政府工作"))["deadline"].fillna(0)) == [0]


def test_a_date_may_be_spelt_and_a_reached_aim_looks_back():
    text = (
        "政府工作报告——在某省人民代表大会上\n（二〇〇五年一月十一日）\n"
        "年度目标基本实现，就业目标超额完成。筹集10亿元用于养老金。抓好“两个确保”。\n今年要新建学校5所。"
    )
    assert fields(text, "kind", "deadline") == [("status", None), ("goal", 2005)]
    assert text[slice(*read_outline(plain(text)).period_place)] == "二〇〇五"
    long = "某市意见\n" + "认真落实各项工作。\n" * 200
    assert read_outline(plain(long + "二〇二六年三月一日")).issued == 2026
    assert read_outline(plain(long)).issued is None


def test_on_the_basis_of_something_is_no_last_year():
    assert fields("某市概况\n在巩固成果的基础上年均新建学校5所。", "kind") == [("goal",)]
    assert fields("某市概况\n在巩固成果的基础上，上年新建学校5所。", "kind") == [("status",)]


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("乳儿班、托小班比例应为：乳儿班【1：3】、托小班【1：5】、托大班【1：7】。", [(3, "比"), (5, "比"), (7, "比")]),
        ("以百分之百的努力，建成【5】所。", [(5, "所")]),
        ("3.1　社区券受惠人数将增加\n建成【5】所。", [(5, "所")]),
        ("全员考核合格的院校，优先推荐【5】个项目。", [(5, "个")]),
        ("前期确定的【三】所试点技工院校继续招生。", [(3, "所")]),
        ("至少配备管护员【一】名。", [(1, "名")]),
        ("建成项目须【全部】上图入库。", [(100, "%")]),
        ("乡村医生【全员】纳入轮训。", [(100, "%")]),
        ("5/28报道，双师型教师占比达到【2/3】以上。", [(66.67, "%")]),
        ("到2024年，【所有】公共巴士更换为环保车辆。", [(100, "%")]),
        ("公共巴士由所有更换线路的营运者清洁。", []),
        ("每个品种留样量不少于【一百二十五】克。", [(125, "克")]),
        ("生均使用面积不小于【三】平方米。", [(3, "平方米")]),
        ("预期寿命达到【79.4】岁，比2020年提高【1.2】岁。", [(79.4, "岁"), (1.2, "岁")]),
        ("普惠托位占新增托位的【七成】（11月底前）。", [(70, "%")]),
        ("现有56人以上的大班额班级【83】个。", [(83, "个")]),
        ("华北石化500万吨炼油扩建等一批项目投产，建成【5】所学校。", [(5, "所")]),
        ("原油加工达到【500万】吨。", [(5_000_000, "吨")]),
    ],
)
def test_numbers_of_hard_texts(marked, wanted):
    assert [(row[0], row[2]) for row in read(marked)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("以区内8所职业院校为主体，推进改革。", [("status", None)]),
        ("流域内11个考核断面水质优良比例达到90%。", [("status", None), ("goal", 2026)]),
        ("全州116所卫生院中，85%以上达到标准。", [("status", None), ("goal", 2026)]),
        ("新建5所高中，培训教师300名。", [("goal", 2026), ("goal", 2026)]),
        ("优良天数不少于320天。", [("goal", 2026)]),
        ("商品住房项目配建不少于5%的保障性住房。", [("rule", None)]),
        ("日间须维持1:20的比例，夜间则为1:40。", [("rule", None), ("rule", None)]),
        ("项目固定资产投资1000万元及以上，给予奖励5万元。", [("rule", None), ("funding", 2026)]),
        ("年上缴税金达到30万元以上，奖励5万元。", [("rule", None), ("funding", 2026)]),
        ("力争完成固定资产投资1000万元以上。", [("funding", 2026)]),
        ("力争固定资产投资达到1000亿元以上。", [("funding", 2026)]),
        ("由市与县按四比一分摊。", [("funding", 2026)]),
        ("所有补助案件均须办理查验。", [("rule", None)]),
        ("为所有资助院舍安装离床感应系统。", [("goal", 2026)]),
        ("乡村医生全员纳入轮训。", [("goal", 2026)]),
        ("现有教师86名，自2027年起每年招募40名。", [("status", None), ("goal", None)]),
        ("新增学位2.6万个，其中15所2028年底前建成。", [("goal", 2026), ("goal", 2028)]),
        ("到2030年，新增学位2.6万个，其中15所2028年底前建成。", [("goal", 2030), ("goal", 2028)]),
        ("目前工场计148家，本年度增设6家。", [("status", None), ("goal", 2026)]),
        ("目前工场计148家，本年度已增设6家。", [("status", None), ("status", None)]),
        ("名额现有1100个，规划期内增加400个。", [("status", None), ("goal", 2026)]),
        ("目前名额为1100个，规划期内增加400个。", [("status", None), ("goal", 2026)]),
        ("现时逾有70万名受助人。", [("status", None)]),
        ("课程由现时10个增至有影响的20个。", [("status", None), ("goal", 2026)]),
        ("设审查小组，置委员7至9人。", [("rule", None)]),
        ("每一分署至少成立3个联盟。", [("rule", None)]),
        ("乳儿班、托小班比例应为：乳儿班1:3、托小班1:5、托大班1:7。", [("rule", None)] * 3),
    ],
)
def test_kinds_and_years_of_hard_texts(text, wanted):
    assert fields(YEAR + text, "kind", "deadline") == wanted


@pytest.mark.parametrize("numbers", ["壹贰", "贰叁", "貳參", "伍陸"])
def test_a_financial_numeral_stands_above_a_plain_one(numbers):
    done, planned = numbers
    text = (
        f"某县教育处工作报告\n某县议会　2025年4月\n{done}、2024年度工作成果\n一、整修工场5所。\n二、增设幼儿园18班。\n"
        f"{planned}、2025年度工作重点\n一、增设幼儿园12班。\n二、办理课程96班。\n"
    )
    wanted = [("status", None), ("status", None), ("goal", 2025), ("goal", 2025)]
    assert fields(text, "kind", "deadline") == wanted


def test_what_a_colon_leads_in_ends_before_a_heading_above_items():
    text = "某市意见\n到2028年，实现以下目标：\n说明如后。\n1.新建学校5所。\n（一）新建医院6所。\n"
    assert fields(text, "deadline") == [(2028,), (None,)]


def test_money_below_standards_stays_funding():
    text = "某市校舍规定\n三、建设标准\n1.对学校补助5万元，新建教室5间。"
    assert fields(text, "kind") == [("funding",), ("rule",)]


def test_what_opens_a_section_of_tasks_looks_ahead():
    text = (
        "某市政府工作报告\n（2024年1月16日在某市人民代表大会上）\n一、2023年工作回顾\n改造危房1300户，群众获得感不断增强。\n"
        "二、2024年重点工作\n教育方面，新建学校3所。\n医疗方面，投入2.6亿元，医院创建取得实质进展。\n"
    )
    assert fields(text, "kind", "deadline") == [("status", None), ("goal", 2024), ("funding", 2024)]


@pytest.mark.parametrize(
    "title",
    [
        "某局2024年工作总结和2025年工作计划",
        "关于2024年计划执行情况与2025年计划草案的报告",
        "2024年预算执行情况和2025年预算草案",
    ],
)
def test_of_a_title_with_two_years_the_second_is_to_come(title):
    text = f"{title}\n一、2024年工作情况\n投入经费3400万元，新建学校4所。\n二、2025年工作安排\n新建学校5所。"
    assert fields(text, "kind", "deadline") == [("status", None), ("status", None), ("goal", 2025)]
    assert fields(f"{title}\n力争新建学校5所。", "deadline") == [(2025,)]


def test_an_aim_of_another_year_ends_what_the_first_one_dates():
    aims = "到2027年，就诊率达到90%；到2030年，达到92%。预期寿命超过80.5岁。"
    text = f"某县规划（2026—2030年）\n二、主要目标\n{aims}\n三、任务\n"
    assert list(propose(text)["deadline"]) == [2027, 2030, 2030]
    again = text.replace("2030年，达到", "2027年，升学率达到")
    assert list(propose(again)["deadline"]) == [2027, 2027, 2027]
    assert list(propose(text.replace("；到2030年，达到92%", ""))["deadline"]) == [2027, 2027]


def test_the_base_of_a_table_is_a_status():
    rows = [
        "1      地表水优良断面比例       71.4%               85%以上             市生态环境局",
        "2      城市生活污水集中收集率   63%                 75%                 市城管局",
    ]
    head = "序号   指标                     2020年（基准年）    2025年（目标年）    牵头单位"
    found = fields("某市水环境治理方案\n" + "\n".join([head, *rows]), "kind", "deadline")
    assert found == [("status", None), ("goal", 2025)] * 2


def test_the_end_of_a_past_year_is_a_status_though_the_sentence_goes_on():
    text = "某市促进就业实施意见\n到2025年，两项比例分别达到31%和35%；2022年底，以上比例分别为24.6%和27.9%。"
    assert fields(text, "kind", "deadline") == [("goal", 2025)] * 2 + [("status", None)] * 2


def test_a_year_of_the_republic_may_be_spelt():
    text = "瀾南縣一百一十四年度農村再生執行計畫\n新增社區十二處。於一百一十五年六月底前辦理課程四十場。"
    assert list(propose(text)["deadline"]) == [2025, 2026]
    assert list(propose("縣計畫\n一百一十五年六月八日內政部核定。社區一百一十四處。")["numeral"]) == ["一百一十四"]


def test_the_rate_of_a_subsidy_is_funding_below_a_review_too():
    text = "某市办法\n一、进展情况\n投入经费300万元。超出部分按照补贴价格的20%进行补贴。"
    assert [kind for (kind,) in fields(text, "kind")] == ["status", "funding"]


def test_who_was_born_since_a_year_is_no_review():
    born = "在各单位一九四九年十月一日以后出生的人口中，非文盲人数在农村达到95%以上。"
    text = f"扫除文盲工作条例\n1988年2月5日 国务院发布\n{born}"
    assert fields(text, "kind", "deadline") == [("rule", None)]
