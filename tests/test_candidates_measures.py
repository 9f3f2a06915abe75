"""Proposals from measures with conditions, from standards, technical plans, laws and tables of weighted goals."""

import pytest
from test_candidates import read
from test_candidates_layout import fields

from regional_targets.candidates import propose
from regional_targets.candidates.proposals import left_out


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("燃料油消費量減少近【8 成】、", (80, 80, "%", "about", None)),
        ("獎勵總量為裝置容量【六百五十萬瓩至一千萬】瓩；", (6_500_000, 10_000_000, "瓩", "range", None)),
        ("裝置容量不及【五百】瓩者，不受限制。", (500, 500, "瓩", "at_most", None)),
        ("城镇地区提供【1000】兆比特/秒（Mbps）以上接入服务。", (1000, 1000, "兆比特/秒", "at_least", None)),
        ("溫室氣體排放量 【147.46】  MtCO2e。", (147.46, 147.46, "MtCO2e", "exact", None)),
        ("屋顶荷载应达到【0.35】kN/m2以上。", (0.35, 0.35, "kN/m2", "at_least", None)),
        ("與上年度相比約增【40.6%】。", (40.6, 40.6, "%", "about", None)),
        ("税收区级部分【全部】留给园区。", (100, 100, "%", "exact", None)),
        ("审批事项【全部】下放给园区管理。", (100, 100, "%", "exact", None)),
        ("储备动用后在【12】个月内完成等量补库。", (12, 12, "个月", "at_most", None)),
        ("一经发现造假，取消其【三】年内申请资格。", (3, 3, "年", "at_most", None)),
        ("举报人应当推举【一】名代表领取奖励。", (1, 1, "名", "exact", None)),
        ("一定年限內以申請【一】次為限。", (1, 1, "次", "at_most", None)),
        ("全区集中开展【一】次专项治理行动。", (1, 1, "次", "exact", None)),
        ("2024年，完成【一】轮安全风险评估。", (1, 1, "轮", "exact", 2024)),
        ("转制后，【五】年内免征企业所得税。", (5, 5, "年", "at_most", None)),
        ("可继续免征【五】年企业所得税。", (5, 5, "年", "exact", None)),
        ("公示时间为【20】日。", (20, 20, "日", "exact", None)),
        ("可处赔偿费【一至二】倍的罚款。", (1, 2, "倍", "range", None)),
        ("實現零售成長，處以【二】倍罰鍰。", (2, 2, "倍", "exact", None)),
        ("实现违法用地“【零】增长”。", (0, 0, "", "exact", None)),
        ("甲等：評核成績為未滿【90】分。", (90, 90, "分", "at_most", None)),
        ("每年可產生綠電達【620 億】度以上。", (62e9, 62e9, "度", "at_least", None)),
        ("每年可产生【63亿】度电。", (6.3e9, 6.3e9, "度", "exact", None)),
        ("失业保险【全面】覆盖农村转移劳动力等群体。", (100, 100, "%", "exact", None)),
        ("預計2019/20至2023/24年度建屋量約為【100 400】個單位。", (100_400, 100_400, "個", "about", 2024)),
    ],
)
def test_numbers_of_measures(marked, wanted):
    assert read(marked)[-1] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # For how many there is one.
        ("商业街500米左右设置1座公厕。", ["1"]),
        ("旧城区按常住人口5000人左右设置1座。", ["1"]),
        ("安排教师10名配2间办公室。", ["10", "2"]),
        ("集成电路实现28纳米（nm）工艺量产，设计水平迈向16/14nm。", []),
        ("推进地下50米级深井、17米以上级盾构研究，开展设计时速120公里以上公路研究。", []),
        ("整治104区块、195和198区域内的项目。", []),
        ("到2025年，实现4个100%目标：接入率100%。", ["100%"]),
        ("全國法規\n公布全文 54 條；並自公布日施行。", []),
        ("《关于修改〈某市管理办法〉等32件规章的决定》公布。", []),
        # What a goal weighs in a table, and what it is.
        ("一\t推展會展活動(6%)\t補助率\t95%\n", ["95%"]),
        ("一次性补助学校5所。", ["5"]),
        ("建筑所有人应当登记。", []),
        ("更换零件5件，投诉零次。", ["5"]),
        ("每户只能申请一次性补贴。", []),
        ("评核成绩为90分以上，并符合以下2项条件。", ["90"]),
        ("新增双特困户“发现1户、解决1户”。", []),
        ("室内温度不低于18度，建设8度抗震设防工程。", []),
        ("推进全面覆盖，生活垃圾分类全面覆盖格局成型。", []),
    ],
)
def test_what_is_a_name_or_an_attribute(text, wanted):
    assert fields(text, "numeral") == [(numeral,) for numeral in wanted]


def test_what_a_counted_place_must_hold_is_a_number_of_its_own():
    assert fields("各区有1所200张床位以上的养老机构。", "numeral", "unit", "comparator") == [
        ("1", "所", "exact"),
        ("200", "张", "at_least"),
    ]


def test_what_follows_the_last_of_numbers_given_in_turn_holds_for_all():
    assert fields("收入分别增长7%、8%左右。", "comparator") == [("about",), ("about",)]


def test_the_year_behind_a_number_in_its_own_clause_goes_before_that_of_the_sentence():
    text = "到2019年，建成300个单位；当中100个单位将于2016年完工，200个单位另行安排。"
    assert fields(text, "numeral", "deadline") == [("300", 2019), ("100", 2016), ("200", 2016)]


@pytest.mark.parametrize(
    "text",
    [
        "虚报次数在3次以下的，扣减补贴。",
        "虚报次数超过3次的（含3次），扣减补贴。",
        "组团达1000人次以上的，给予奖励。",
        "非法占用基本农田5亩以上的违法用地项目优先整治。",
        "整改率在50%以下的街镇，不予通过验收。",
        "营业额达到80万元以上的会议予以奖励。",
        "资金比例扣减1%。",
        "允许进行一次补正。",
        "以发给一人为限。",
    ],
)
def test_a_condition_or_a_limit_is_a_rule_and_has_no_deadline(text):
    found = fields(f"某市2024年整治工作方案\n{text}\n", "kind", "deadline")
    assert found and found[0] == ("rule", None)


@pytest.mark.parametrize(
    "text",
    [
        "打造60个以上的应用案例。",
        "把示范食堂办到1000所以上的中小学。",
        "宽带网络覆盖90%以上的贫困村。",
        "整改率达到80%以上。",
    ],
)
def test_an_aim_is_no_condition(text):
    assert fields(f"某市2024年工作方案\n{text}\n", "kind", "deadline") == [("goal", 2024)]


def test_support_by_a_share_is_funding():
    assert fields("2026年专项资金申报指南\n经审核，给予不超过20%的支持。\n", "kind", "deadline") == [("funding", 2026)]


def test_what_a_text_says_was_added_is_a_status():
    assert fields("某市2021年工作方案\n市级结合实际，新增了34个指标。\n", "kind", "deadline") == [("status", None)]


def test_the_parts_of_a_yearly_plan_are_goals_though_some_are_under_way():
    text = "某区2021年重大工程计划\n安排项目40个，其中新开工项目26个，在建项目8个，建成项目6个。目前在建项目3个。\n"
    assert fields(text, "kind") == [("goal",)] * 4 + [("status",)]


@pytest.mark.parametrize("stated", ["政策期限为2016年至2018年", "政策实施年限定为2016年1月1日—2018年12月31日"])
def test_the_term_of_a_policy_is_the_period_of_its_document(stated):
    text = f"关于支持园区发展的若干政策\n{stated}。\n新建学校3所。\n"
    assert fields(text, "numeral", "deadline") == [("3", 2018)]


def test_a_title_with_its_own_number_behind_a_word_in_brackets_gives_the_year_of_issue():
    text = "某市关于发展学前教育的意见（试行）（某政函〔2005〕39号）\n2010年，每个乡镇都建有1所幼儿园。\n"
    assert fields(text, "deadline") == [(2010,)]


def test_a_title_within_a_title_does_not_end_it():
    text = "根据《关于修改〈甲办法〉〈乙办法〉等148件规章的决定》，新建学校3所。\n"
    assert list(propose(text)["numeral"]) == ["3"]
    assert "148" in set(left_out(text)["numeral"])


def test_what_is_striven_for_is_a_goal_within_a_review_too():
    text = "某市规划（2026—2030年）\n“十四五”时期，取得历史性成就，产值超额完成，跃居全国前列。力争县区全部达标。\n"
    assert fields(text, "kind", "deadline") == [("goal", 2030)]


def test_a_letter_on_the_work_of_a_year_is_an_annual_document():
    text = "关于开展2024年本市海绵城市建设工作的函\n本市新增达标面积50平方公里。\n"
    assert fields(text, "deadline") == [(2024,)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("逾期未改的，处十万元罚款。", "rule"),
        ("处赔偿费一至二倍的罚款。", "rule"),
        ("由对象选择其中一种进行适配。", "rule"),
        ("缴存比例可以调整一次。", "rule"),
        ("送戏下乡每年200场。", "goal"),
        ("城镇调查失业率不超过5.5%。", "goal"),
        ("干垃圾日均控制量不高于21000吨。", "goal"),
        ("事故死亡率不得超过1%。", "rule"),
        ("每月管理费不得高于800元。", "rule"),
        ("其他区域禁止新建每小时10蒸吨及以下燃煤锅炉。", "rule"),
        ("建成区不再新建35蒸吨以下燃煤锅炉。", "rule"),
        ("家庭财产净值不高于45万元。", "rule"),
        ("单套建筑面积不大于90平方米。", "rule"),
        ("全年粮食面积不少于6287万亩。", "goal"),
        ("人行道整治面积不低于300万平方米。", "goal"),
        ("租金按市场价的七成收取。", "rule"),
        ("超过工资总额8%的部分由企业列支。", "rule"),
        ("考试总成绩中笔试占40%。", "rule"),
        ("指导教师与学生之比为1:10。", "rule"),
        ("个人缴费标准为每人413元。", "rule"),
        ("文科类学费标准最高不超过6500元。", "rule"),
        ("家庭人均年可支配收入低于50400元。", "rule"),
        ("一线职工工资增长指导线不低于5%。", "rule"),
        ("月最低工资标准调整为2500元。", "rule"),
        ("最低工资标准平均提高15%。", "goal"),
        ("安排特别国债2500亿元支持消费品以旧换新。", "funding"),
        ("新建小区，每平方公里设置6座公厕。", "rule"),
        ("每年设立1000个公益岗位。", "goal"),
        ("同一级别只配套支持一次。", "rule"),
        ("需要同时适配的，视为1件。", "rule"),
        ("各区（县级市）均设有1所公办学校。", "rule"),
        ("总积分满150分。", "rule"),
        ("考核成绩为90分以上。", "rule"),
        ("每满1年积2分。", "rule"),
        ("全区任务量不少于700亩。", "goal"),
        ("第一年应完成1900亩整治。", "goal"),
        ("落实低保、孤儿等6类困难群体免费签约。", "status"),
        ("面积约60.61平方公里，覆盖全区。", "status"),
        ("新增绿地面积60公顷。", "goal"),
        ("按照项目投资额的30%给予资助。", "funding"),
        ("批复后预拨80%，其余完工后支付。", "funding"),
        ("由长护险基金按80%的比例支付。", "funding"),
        ("申领稳岗返还的裁员率应不高于5.5%。", "rule"),
    ],
)
def test_the_kind_of_a_number_in_measures(text, kind):
    assert fields(f"某市实施意见（2026—2030年）\n{text}\n", "kind") == [(kind,)]


def test_what_an_economy_yields_is_a_goal_by_the_label_of_its_row():
    text = "某市规划（2026—2030年）\n指标\t单位\t2030年\n工业总产值\t亿元\t3200\n教育经费\t亿元\t95\n"
    assert fields(text, "kind") == [("goal",), ("funding",)]


def test_an_amount_that_is_given_is_funding_whatever_year_stands_before():
    text = "某区若干措施\n截至去年达标的企业，给予最高5万元、10万元奖励。\n"
    assert fields(text, "kind") == [("funding",), ("funding",)]
    text = "某区若干措施\n2025年3月1日\n对2024年以来首次达标的企业，给予最高5万元奖励。\n"
    assert fields(text, "kind") == [("funding",)]


def test_what_is_required_carries_on_to_a_bound_in_the_same_sentence():
    head = "某市实施意见（2026—2030年）\n"
    text = "每县至少建1所养老机构，床位不少于150张，新增床位不少于200张，群众满意度不低于90%。床位不少于300张。\n"
    assert fields(head + text, "numeral", "kind") == [
        ("1", "rule"),
        ("150", "rule"),
        ("200", "goal"),
        ("90%", "goal"),
        ("300", "goal"),
    ]
    assert fields(f"{head}每县至少建1所养老机构。床位不少于300张。\n", "kind") == [("rule",), ("goal",)]


@pytest.mark.parametrize(("year", "deadline"), [(2020, 2020), (2025, None)])
def test_the_aims_of_the_year_of_issue_date_the_whole_text(year, deadline):
    aims = f"一、工作目标\n{year}年全市完成三大目标，并落实到位。\n二、任务\n改造服务点170座。\n"
    text = f"关于完善体系建设的实施意见\n{aims}某市办公室\n2020年3月24日\n"
    assert fields(text, "numeral", "deadline")[-1] == ("170", deadline)


def test_the_year_of_what_something_starts_from_makes_no_status():
    text = "某市实施意见（2020年）\n在2019年体系建设基础上，完成170座中转站的提升。\n"
    assert fields(text, "kind", "deadline") == [("goal", 2020)]


def test_a_first_line_that_names_the_plan_whose_content_follows_is_its_title():
    text = "《2019年市政府为民办实事工作计划》的主要内容是：\n一、公交服务\n（一）新购置公交车200辆\n"
    assert fields(text, "numeral", "deadline") == [("200", 2019)]


def test_what_was_put_to_use_before_a_year_is_dated_by_the_document():
    text = "2015年市政府要完成的实事\n完成200台2000年以前投入使用的老旧电梯评估，为100个小区实施改造。\n"
    assert fields(text, "kind", "deadline") == [("goal", 2015), ("goal", 2015)]


def test_what_a_number_is_changed_to_is_no_status():
    text = "某省实施意见（2005年）\n学校数由目前近800所调整到700所左右。\n"
    assert fields(text, "value_min", "kind") == [(800, "status"), (700, "goal")]


def test_how_often_something_is_checked_is_a_rule_with_its_period():
    text = "某市实施意见（2026—2030年）\n严格执行“一年一自查、三年一评估”要求，推行“一校一品”。\n"
    assert fields(text, "numeral", "kind", "period") == [("一", "rule", "per_year"), ("一", "rule", "per_3_years")]
    # How long something is given is no period of its amount.
    assert fields("对企业给予3年50%的补贴。", "numeral", "period")[-1] == ("50%", "total")


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("班额少于或等于【10】人的，给予补助。", (10, 10, "人", "at_most", None)),
        ("每家企业贷款大于或等于【50万】元。", (500_000, 500_000, "元", "at_least", None)),
        ("產值逾新台幣【1.5 兆】元。", (1.5e12, 1.5e12, "元", "at_least", None)),
        ("所需經費約新臺幣【37.5億】元。", (3.75e9, 3.75e9, "元", "about", None)),
        ("排放總量為【120.5 百萬】公噸二氧化碳當量。", (120.5e6, 120.5e6, "公噸二氧化碳當量", "exact", None)),
        ("死亡率控制在【0.4】人/百亿元以下。", (0.4, 0.4, "人/百亿元", "at_most", None)),
        ("劳动生产率达【45万】元/人左右。", (450_000, 450_000, "元", "about", None)),
        ("环保投资约需占同期国内生产总值的【1.2%】。", (1.2, 1.2, "%", "about", None)),
        ("力争2027年底前【全部】治理完成。", (100, 100, "%", "exact", 2027)),
        ("执法人员要【全部】进行培训。", (100, 100, "%", "exact", None)),
        ("稅款可分【24】期。", (24, 24, "期", "exact", None)),
        ("緩繳【40%】，次月起分【6】期無息攤還。", (6, 6, "期", "exact", None)),
    ],
)
def test_bounds_with_or_equal_currencies_and_instalments(marked, wanted):
    assert read(marked)[-1] == wanted


def test_works_done_in_stages_are_no_mention():
    assert propose("工程分3期实施。").empty


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("方案分解为30项具体任务。", "status"),
        ("30项重点任务中由本局负责的按月报送。", "status"),
        ("全年完成30项任务。", "goal"),
        ("将25项康复项目纳入医保支付范围。", "status"),
        ("将25项康复项目做成样板。", "goal"),
        ("新增25项康复项目纳入医保支付范围。", "goal"),
        ("住院报销比例提高5个百分点。", "funding"),
        ("就业率提高5个百分点。", "goal"),
        ("规划设置了20项指标，包括增速5%左右。", "goal"),
        ("近年新增了20所学校。", "status"),
        ("市有近300所学校。", "status"),
        ("我市有约300所学校。", "status"),
        ("服务站八个乡镇全覆盖。", "status"),
        ("20县居民收入与全省平均之比。", "status"),
        ("市场使用费减收40%。", "rule"),
        ("营业税率降为2%。", "rule"),
        ("提供贷款，年利率3.2%。", "rule"),
        ("失业率降到2%。", "goal"),
        ("税款可分24期。", "rule"),
        ("已查明120处用地，约可兴建5万户。", "goal"),
    ],
)
def test_parts_of_a_whole_and_what_is_remitted(text, kind):
    assert fields(f"某市实施意见（2026—2030年）\n{text}\n", "kind")[-1] == (kind,)


def test_all_of_a_group_whose_rate_is_stated_is_no_commitment_of_its_own():
    assert fields("所有符合标准的村卫生室联网率达到100%。", "numeral") == [("100%",)]


def test_later_years_of_one_sentence_are_as_the_first():
    text = "入园率：2011年60%以上，2012年75%以上，2013年95%。"
    assert fields(text, "kind", "deadline") == [("goal", 2011), ("goal", 2012), ("goal", 2013)]


def test_what_is_planned_for_a_year_is_no_status_in_a_section_of_what_there_is():
    text = "一、基本情况\n薄弱学校1所（目前在校生900名，2027年计划扩招300名）。\n"
    assert fields(text, "numeral", "kind", "deadline")[1:] == [("900", "status", None), ("300", "goal", 2027)]


@pytest.mark.parametrize(
    ("opening", "deadline"), [("2027年-2029年", 2029), ("到2029年", 2029), ("在2029年", None), ("2029年", None)]
)
def test_a_span_that_opens_a_paragraph_dates_the_rest_of_it(opening, deadline):
    text = f"培训工作安排\n1、{opening}，多方发力。参训率达到85%以上。\n2、统筹力量。就业率达到70%。\n"
    assert fields(text, "numeral", "deadline") == [("85%", deadline), ("70%", None)]


def test_a_year_in_brackets_with_its_number_says_nothing_of_what_follows():
    text = "建设用地标准（2027年预计为3000元），改造后人均不低于12平方米。"
    assert fields(text, "numeral", "deadline") == [("3000", 2027), ("12", None)]
    assert fields("到明年（2027年），人均达到12平方米。", "deadline") == [(2027,)]
    assert fields("到2027年要做好三件事，a1)新建学校5所，b2)改建3所。", "deadline")[-2:] == [(2027,), (2027,)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("到2028年，全部乡镇均建有2所以上幼儿园。", [("全部", "goal"), ("2", "rule")]),
        ("名额有余时，报名的考生直接全部录取。", [("全部", "goal")]),
        ("全面消除“超大班额”。", [("全面", "goal")]),
        ("取消转诊住院800元起付线。", [("800", "rule")]),
        ("面积不足15平方米的，按照15平方米确定。", [("15", "rule"), ("15", "rule")]),
        ("有条件的，全部采用新能源车。", [("全部", "goal")]),
    ],
)
def test_groups_that_each_have_some_and_what_holds_on_a_condition(text, wanted):
    assert fields(f"某市实施意见（2026—2030年）\n{text}\n", "numeral", "kind") == wanted


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("排放以製造部門占55%為最多，其次為運輸部門12%。", "status"),
        ("其次，運輸部門降至12%。", "goal"),
        ("到2030年，其次为运输部门，降至12%。", "goal"),
    ],
)
def test_what_a_whole_is_made_of_is_a_status(text, kind):
    assert fields(text, "kind")[-1] == (kind,)


def test_what_stands_undated_below_standards_is_a_rule():
    below = "1.贫困发生率下降到3%；\n2.集体收入不低于5万元。\n"
    undated = fields(f"某县工作手册\n一、退出标准\n{below}", "kind")
    dated = fields("某县规划（2026—2030年）\n一、退出标准\n1.发生率下降到3%；\n", "kind")
    assert (undated[0], dated[0]) == (("rule",), ("goal",))


@pytest.mark.parametrize(
    ("title", "kinds"),
    [
        ("某市公共厕所管理办法", ["rule", "goal"]),
        ("关于印发《某区支持园区若干措施（试行）》的通知", ["rule", "goal"]),
        ("某市园区建设实施意见", ["goal", "goal"]),
        ("某市园区管理办法（2026—2028年）", ["goal", "goal"]),
        ("某市推广先进方法", ["goal", "goal"]),
    ],
)
def test_what_a_regulation_says_without_a_year_is_a_rule(title, kinds):
    assert [kind for (kind,) in fields(f"{title}\n照明达到200勒。\n新建示范点12个。\n", "kind")] == kinds


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("具备条件的，到2027年达到15所。", [("15", "goal")]),
        ("给20所学校各配校医。", [("20", "status")]),
        ("组织300名教师完成轮训。", [("300", "goal")]),
        ("组织300名教师轮训。", [("300", "rule")]),
        ("一、现实基础\n学校12所。", [("12", "status")]),
    ],
)
def test_kinds_by_the_words_around_a_number(text, wanted):
    assert fields(f"某市实施意见（2026—2030年）\n{text}\n", "numeral", "kind") == wanted


def test_what_is_given_is_funding_in_a_review_too():
    text = "某县工作总结\n去年以来，成效显著，有力保障。免住宿费，标准为500元。补助2000元。\n"
    assert fields(text, "numeral", "kind") == [("500", "funding"), ("2000", "status")]


@pytest.mark.parametrize(
    ("text", "name", "wanted"),
    [
        ("建设基地5个及3所学校。", "quote", "3所学校"),
        ("所有乡镇应建幼儿园2所。", "per_zh", "所有乡镇"),
        ("全部县须建公园1座。", "per_zh", "全部县"),
        ("新建学校20所（其中示范校3所）。", "object_zh", "其中示范校"),
    ],
)
def test_words_beside_a_number(text, name, wanted):
    assert fields(text, name)[-1] == (wanted,)


def test_the_points_of_a_scoring_sheet_are_no_mentions():
    head = "某市考核细则\n序号\t考核项目\t分值\t考核内容\t评分标准\n"
    row = "2\t日常工作\t7\t每月巡查不少于3次\t成立小组（2分），少一次扣1分。\n"
    assert fields(head + row, "numeral") == [("3",)]
    assert fields(row, "numeral") != [("3",)]
    assert fields("某市办法\n违规一次扣2分。\n", "numeral")[-1] == ("2",)


def test_an_hour_before_which_something_is_sent_is_no_ratio():
    assert propose("各部门配合，于6月20日18：00前报送。").empty
    assert fields("按师生配比1：18配备。", "numeral") == [("1：18",)]


def test_a_line_that_ends_behind_a_multiplier_has_its_unit_in_the_next():
    assert fields("新增绿地653万\n平方米，新增树木20万\n改造旧路。", "value_min", "unit") == [(6_530_000, "平方米")]
