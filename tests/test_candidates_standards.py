"""Proposals from laws that set standards, from undated sectoral plans and from speeches of a government."""

import pytest
from test_candidates import read
from test_candidates_layout import fields

from regional_targets.candidates.document_outline import read_outline


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("每收託十名兒童應設置水龍頭【一】座，未滿十人者，以十人計。", (1, 1, "座", "exact", None)),
        ("圖書館置主任【一】人，由校長遴選。", (1, 1, "人", "exact", None)),
        ("一級單位置主任或部主任【一】人。", (1, 1, "人", "exact", None)),
        ("得延長修業期限，至多【四】年。", (4, 4, "年", "at_most", None)),
        ("不得高於國民中學部應屆畢業學生人數\n    之【百分之三十五】。", (35, 35, "%", "at_most", None)),
        ("太陽光電將更新，2050 年設置裝置量達【40~80】GW。", (40, 80, "GW", "range", 2050)),
        ("致力達成光電 2025 年累計設置【20】GW。", (20, 20, "GW", "exact", 2025)),
        ("推进改造，规划2040年装机容量达【50万】千瓦。", (500_000, 500_000, "千瓦", "exact", 2040)),
        ("考慮推行【兩】個項目。", (2, 2, "個", "exact", None)),
        ("政府將增添【兩】個分別位於旺角及佐敦的項目。", (2, 2, "個", "exact", None)),
        ("亿元以上重点项目【922】个。", (922, 922, "个", "exact", None)),
        ("加快年货运量150万吨以上工业企业专用线建设，新建【3】条。", (3, 3, "条", "exact", None)),
    ],
)
def test_only_what_is_required_or_promised_is_a_mention(marked, wanted):
    assert read(marked)[-1] == wanted
    assert len(fields(marked.replace("【", "").replace("】", ""), "numeral")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "未滿十五人者，以十五人計。",
        "不足1人者，按1人计。",
        "每收托五名兒童。",
        "三個月以上未滿二歲之兒童。",
        "服務方式分為下列二種：",
        "广州港20万吨级航道建设。",
        "都市圈内成员城市1小时通达率",
        "建城史前推至3100多年前。",
        "明治 40 年（1907）所建。",
        "年用水量30万立方米以上的用户。",
    ],
)
def test_sizes_rounding_and_reigns_are_no_mentions(text):
    assert fields(text, "numeral") == []


def test_a_number_that_is_not_rounded_to_itself_counts():
    assert fields("超過二十人者，每十五人增加一套。", "numeral") == [("二十",), ("一",)]
    assert fields("补助不足30人者，按40人计。", "numeral") != []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("在本屆政府任期內增加1400個名額。", [("1400", "goal")]),
        ("委員任期二年。", [("二", "rule")]),
        ("政府共售出73幅用地。", [("73", "status")]),
        ("实现1小时直连大湾区、2小时互通省内。", [("1", "goal"), ("2", "goal")]),
    ],
)
def test_kinds_in_speeches_and_sectoral_plans(text, wanted):
    assert fields(text, "numeral", "kind") == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("比例从【五成八】提高到【七成】以上。", (70, 70, "%", "at_least", None)),
        ("托大班师生比不得低于【1∶7】，乳儿班不得低于【1∶3】。", (3, 3, "比", "at_least", None)),
        ("教師應具備【一】年以上實務經驗。", (1, 1, "年", "at_least", None)),
        ("審查小組置委員【九】人。", (9, 9, "人", "exact", None)),
        ("2025年會提供約【90】個名額。", (90, 90, "個", "about", 2025)),
        ("提供咨询【6万】人次。", (60_000, 60_000, "人次", "exact", None)),
        ("產檢假之日數為【7】日，薪資照給。", (7, 7, "日", "exact", None)),
        ("计算机数量不少于每百生【15】台。", (15, 15, "台", "at_least", None)),
        ("分别按不低于教师总数的【20%】和学生总数的【10%】设置。", (10, 10, "%", "at_least", None)),
        ("約為全體失業率之【2.3】倍。", (2.3, 2.3, "倍", "about", None)),
        ("上述減幅的【一半】會達到。", (50, 50, "%", "exact", None)),
        ("新建建築【所有】公共建築物達近零碳建築標準。", (100, 100, "%", "exact", None)),
        ("偏遠學校學生【全員】配發平板。", (100, 100, "%", "exact", None)),
        ("二零二六至二零二八年新增【30】個。", (30, 30, "個", "exact", 2028)),
        ("到2022年，办学达标。2022年，“双师型”教师占比超过【55%】。", (55, 55, "%", "at_least", 2022)),
        ("一、目标\n具体指标：到2022年，建设【50】所。推动建设【300】个基地。", (300, 300, "个", "exact", 2022)),
    ],
)
def test_numbers_that_were_missed_or_misread(marked, wanted):
    assert read(marked)[-1] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "总体癌症5年生存率提高。",
        "咨询热线：6666。",
        "高等教育階段\n3.6 首批應用學位課程已經開辦。",
        "某市方案\n（二零二四至二零二八年）\n",
    ],
)
def test_names_headings_and_spelt_periods_are_no_mentions(text):
    assert fields(text, "numeral") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("近三年，全市累计新增就业9万人。", [("9万", "status")]),
        ("在近三年毕业生中新增就业9万人。", [("9万", "goal")]),
        ("对第2批20个村卫生室派驻巡诊。", [("20", "status")]),
        ("比例在现有基础上提高3个百分点。", [("3", "goal")]),
        ("现有学校12所。", [("12", "status")]),
        ("每两年评选表彰30名技能人才。", [("30", "goal")]),
        ("每两名教师配备1台电脑。", [("1", "rule")]),
        ("机关队伍中至少配备1名残疾人。", [("1", "rule")]),
        ("最低工資調升至每小時34元。", [("34", "rule")]),
        ("職業稅豁免額為144,000元。", [("144,000", "rule")]),
        ("僱主須支付每月不低於8,000元的薪金。", [("8,000", "rule")]),
        ("共資助學員1.6萬人次。", [("1.6萬", "status")]),
        ("現有中心9處，年度內服務學生2萬人次。", [("9", "status"), ("2萬", "goal")]),
    ],
)
def test_kinds_that_were_misread(text, wanted):
    assert fields(text, "numeral", "kind") == wanted


TASKS = """某县任务清单
序号 任务内容 牵头单位 完成时限
1 改造农田4.2万亩 农业农村局 2025年
2 培训农民两千四百人次 人社局 2026年
3 建站点95个、中心6个 商务局 2027年底前
"""


def test_the_year_that_ends_a_row_dates_it():
    assert fields(TASKS, "numeral", "deadline") == [("4.2万", 2025), ("两千四百", 2026), ("95", 2027), ("6", 2027)]
    assert fields("建站点95个。\n县人民政府 2027年\n", "deadline") == [(None,)]


def test_a_month_of_issue_below_the_title_tells_what_is_past():
    text = "某市计划（第3期）\n2025年4月發布\n第1期於2019年至2024年推行，僱主由75家增加到190家。\n"
    assert fields(text, "numeral", "kind") == [("75", "status"), ("190", "status")]
    assert fields(text.replace("2025年4月發布\n", ""), "kind")[-1] == ("goal",)


def test_an_undated_text_has_not_seen_the_years_that_it_aims_at():
    aimed, alone = "至2030年，投入經費90億元。2030年電動車占比達30%。", "2030年電動車占比達30%。"
    assert fields(aimed, "numeral", "kind", "deadline")[-1] == ("30%", "goal", 2030)
    assert fields("到2022年，建成3所。2021年学校12所。", "numeral", "kind")[-1] == ("12", "status")
    assert fields(alone, "kind") == [("status",)]


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("PM2.5年平均濃度降至【17】微克/立方公尺以下。", (17, 17, "微克/立方公尺", "at_most", None)),
        ("天然氣佔本港發電燃料組合約【48%】。", (48, 48, "%", "about", None)),
        ("每個單位須設有至少【一】扇窗戶。", (1, 1, "扇", "at_least", None)),
        ("實習期間不得少於【四】週。", (4, 4, "週", "at_least", None)),
        ("每三人至少應置保育人員、助理保育人員或托育人員【一】人。", (1, 1, "人", "at_least", None)),
        ("至少应配备具有相关专业中级以上职务的专任教师【2】人。", (2, 2, "人", "at_least", None)),
        ("超过本市【2】个月最低生活保障标准。", (2, 2, "个月", "at_least", None)),
        ("設有夥伴的中學佔【三分二】或以上。", (66.67, 66.67, "%", "at_least", None)),
        ("护理床位不少于需求总量的【四分一】。", (25, 25, "%", "at_least", None)),
        ("制度擴及【全部】公立醫院。", (100, 100, "%", "exact", None)),
        ("养老机构【全部】与医疗机构签订协议。", (100, 100, "%", "exact", None)),
        ("应当由【一】位副校长主管。", (1, 1, "位", "exact", None)),
        ("配置【一】辆通信车。", (1, 1, "辆", "exact", None)),
        ("2026年、2027年依序改造【12】輛、【15】輛。", (15, 15, "輛", "exact", 2027)),
        ("到2026年、2027年依序达到【12】輛、【15】輛。", (15, 15, "輛", "exact", 2027)),
        ("【12】个百亿元、【70】个30亿元以上项目建设，增长【10%】左右。", (10, 10, "%", "about", None)),
        ("围绕需求布局建设【26】条产业路。", (26, 26, "条", "exact", None)),
    ],
)
def test_numbers_of_the_second_round(marked, wanted):
    assert read(marked)[-1] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("就業率由35%改善至40%。", [("35%", "status"), ("40%", "goal")]),
        ("县办医院床位数一般以500张左右为宜。", [("500", "rule")]),
        ("仍有危桥213座。", [("213", "status")]),
        ("实现旅游总收入1.2万亿元。", [("1.2万亿", "goal")]),
        ("浓度不高于20微克/立方米。", [("20", "goal")]),
        ("人均住房保障面积控制在13平方米以内。", [("13", "rule")]),
        ("全市商业建筑面积控制在13平方米以内。", [("13", "goal")]),
        ("已招募46人，政府會額外培訓12名。", [("46", "status"), ("12", "goal")]),
        ("向每名居民發放700澳門元。", [("700", "funding")]),
        ("113年勞動力參與率為59.3%，至117年提升至60%以上。", [("59.3%", "status"), ("60%", "goal")]),
    ],
)
def test_kinds_of_the_second_round(text, wanted):
    assert fields(text, "numeral", "kind") == wanted


def test_money_of_another_currency_keeps_its_name():
    assert fields("每人可獲津貼6,656澳門元。到账外资17亿美元。", "unit", "kind") == [
        ("澳門元", "funding"),
        ("美元", "goal"),
    ]


def test_a_year_in_a_line_of_its_own_dates_the_items_below_it():
    text = "任务清单\n2026年度\n(1) 新建食堂8家；\n(2) 助浴点12个。\n2027年度\n① 床位增至1100张。\n"
    assert fields(text, "numeral", "deadline") == [("8", 2026), ("12", 2026), ("1100", 2027)]
    assert fields("任务清单\n2026年4月\n(1) 新建食堂8家；\n", "deadline") == [(None,)]


def test_a_date_from_which_something_holds_is_no_date_of_issue():
    text = "某縣方案\n項目\t單位\t2024年基準值\t2026年目標值\t2029年目標值\n產生量\t公斤\t1.32\t1.18\t1.05\n"
    dated = text + "自2027年1月1日起，比率不得低於25%。\n"
    assert fields(dated, "numeral", "deadline")[:3] == [("1.32", None), ("1.18", 2026), ("1.05", 2029)]


def test_a_cell_that_says_all_counts_as_a_share():
    text = "某县方案（2025—2028年）\n| 项目 | 2024年实有 | 2028年 |\n| 达标卫生院（所） | 7 | 全部 |\n"
    assert fields(text, "numeral", "kind", "deadline") == [("7", "status", None), ("全部", "goal", 2028)]


def test_what_a_plan_does_within_its_period_has_not_the_past_year_of_its_sentence():
    text = "某市规划（2009—2011年）\n2008年四季度已开工38万套，规划期内再新增518万套。\n"
    assert fields(text, "numeral", "deadline") == [("38万", None), ("518万", 2011)]


def test_an_indicator_row_may_end_with_the_kind_of_indicator():
    text = (
        "指标 2020年目标 2013年现状 性质\n每千人口床位数（张） 6 4.55 指导性\n每千人口护士数（人） 3.14 2.05 指导性\n"
    )
    assert fields(text, "numeral", "unit") == [("6", "张"), ("4.55", "张"), ("3.14", "人"), ("2.05", "人")]


def test_a_label_of_the_present_opens_a_review():
    text = "某市工作方案\n现况：全市护理人员两万人，空缺率8%。\n目标：空缺率降至5%以下。\n"
    assert fields(text, "numeral", "kind") == [("两万", "status"), ("8%", "status"), ("5%", "goal")]


def test_a_year_within_which_something_is_makes_no_goal_of_a_review():
    text = "某區發展綱要\n現況\n1. 在2024-25學年，11所中學開辦課程。\n目標\n2. 在2029-30學年完結前，開辦30所。\n"
    assert fields(text, "numeral", "kind", "deadline") == [("11", "status", None), ("30", "goal", 2030)]
    ahead = "某區發展綱要\n現況\n1. 服務平穩，會在2025年增加300個名額。\n"
    assert fields(ahead, "numeral", "kind") == [("300", "goal")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("推进第2批20个项目建设。", [("20", "status", None)]),
        ("某区纲要\n现况\n1. 服务平稳，在2030年底前增至30所。\n", [("30", "goal", 2030)]),
        ("某市规划中期评估\n到2022年，达到5所。2022年，学校12所。\n", [("5", "goal", 2022), ("12", "status", None)]),
        ("局长的发言全文（二零二五年五月五日）\n\n由2026年起每年预留不少于五百个。\n", [("五百", "goal", None)]),
        (
            "到2026年、2027年全縣5鄉鎮依序達12輛、15輛。",
            [("5", "goal", 2027), ("12", "goal", 2026), ("15", "goal", 2027)],
        ),
        (
            "某县方案（2024—2028年）\n| 项目 | 2024年实有 | 2028年 |\n| 卫生院（所） | 7 | 9 |\n",
            [("7", "status", None), ("9", "goal", 2028)],
        ),
        ("2027年年底前，引入700輛巴士。", [("700", "goal", 2027)]),
        ("二、階段目標\n（一）2030年電動車市售比達30%。\n", [("30%", "goal", 2030)]),
        ("一、成效回顾\n（一）2020年电动车市售比达30%。\n", [("30%", "status", None)]),
        (
            "2020年，优良天数比率为87%，全面建设。\n到2025年，达到90%。\n",
            [("87%", "status", None), ("90%", "goal", 2025)],
        ),
        ("現有古蹟23處，賡續辦理修復工程12件。", [("23", "status", None), ("12", "goal", None)]),
        ("2021—2025年，支持100个左右城市开展建设。", [("100", "goal", 2025)]),
        ("行动期内共投入1亿元。", [("1亿", "funding", None)]),
        ("某县工作总结\n去年以来，成效显著。共投入1亿元。\n", [("1亿", "status", None)]),
    ],
)
def test_years_and_kinds_of_the_third_round(text, wanted):
    assert fields(text, "numeral", "kind", "deadline") == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("算力在2026年達【3 000】 PFLOPS。", (3000, 3000, "PFLOPS", "exact", 2026)),
        ("快充充電樁【800】槍。", (800, 800, "槍", "exact", None)),
        ("每六年合計【120】點以上之繼續教育。", (120, 120, "點", "at_least", None)),
        ("每校最多申請【五】案。", (5, 5, "案", "at_most", None)),
        ("學生須於同一機構連續實習【八】週。", (8, 8, "週", "exact", None)),
        ("檢送成果報告【二】份報部。", (2, 2, "份", "exact", None)),
        ("对州内【六】所高校逐一走访。", (6, 6, "所", "exact", None)),
        ("首批【四】項已於本學年開辦。", (4, 4, "項", "exact", None)),
        ("上述減幅的【一半】由企業承擔。", (50, 50, "%", "exact", None)),
        ("技能大赛获奖 项 【17】 — 【30】\n", (30, 30, "项", "exact", None)),
        ("培育【17】 — 【30】个项目。".replace("】 — 【", " — "), (17, 30, "个", "range", None)),
    ],
)
def test_numbers_of_the_third_round(marked, wanted):
    assert read(marked)[-1] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "1. 簡介\n1.1　回收基金旨在協助業界。",
        "2.3　項目人手開支須與項目直接相關。",
        "“2+1”组合签约按1人计。",
        "「長照2.0」專線為1966。",
        "不低于附加和上年结余两项之和。",
        "联系人电话\n某校\t5521308\n",
    ],
)
def test_sections_and_telephones_are_no_mentions(text):
    assert fields(text, "numeral") == []


def test_rows_below_a_head_with_units_may_be_parted_by_single_blanks():
    head, rows = "年份 优良率（%） 造林（万亩）", ["2020年（现状） 86.3 —", "2025年 90以上 82.4"]
    text = "\n".join(["某市方案（2021—2025年）", head, *rows, ""])
    wanted = [("86.3", "%", None), ("90", "%", 2025), ("82.4", "亩", 2025)]
    assert fields(text, "numeral", "unit", "deadline") == wanted
    assert fields(text, "value_min")[-1] == (824_000,)
    longer = text.replace("2025年 90以上 82.4", "2025年 90以上 82.4 3 4")
    assert fields(longer, "numeral", "unit", "deadline") != wanted


def test_a_task_list_parted_by_blanks_has_its_dates_in_a_column():
    head = "某市清单（2024—2026年）\n序号   任务   目标   完成时限   单位\n"
    rows = "1   建设市场   14家   2024年6月   人社局\n2   开发岗位   2600个以上   2025年12月   财政局\n"
    assert fields(head + rows, "numeral", "deadline") == [("14", 2024), ("2600", 2025)]


def test_a_yearly_measure_in_the_label_of_a_row_is_one_of_each_year():
    text = "指标 2020年 2025年\n年均培训（人次） 300 500\n年均浓度（微克） 30 20\n"
    assert fields(text, "period") == [("per_year",), ("per_year",), ("total",), ("total",)]
    assert fields("补助按月500元。", "period") == [("per_month",)]


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("产检假由【5】日增为【7】日。", (7, 7, "日", "exact", None)),
        ("2023年底前，【所有】学校设立辅导小组。", (100, 100, "%", "exact", 2023)),
        ("專業教師每任教滿6年，應研習不少於【6】個月。", (6, 6, "個月", "at_least", None)),
        ("收入10万元以上的村占比达到【65%】。", (65, 65, "%", "exact", None)),
        ("建筑之间的最小间距为【6】米。", (6, 6, "米", "at_least", None)),
        ("3.2023—2025年，财政每年安排【1200万】元。", (12e6, 12e6, "元", "exact", 2025)),
        ("附则。3.2023—2025年，财政每年安排【1200万】元。", (12e6, 12e6, "元", "exact", 2025)),
        ("、千家企业节能行动，新增【5】家。", (5, 5, "家", "exact", None)),
        ("按GB/T 4754—2017分类，新增【5】家。", (5, 5, "家", "exact", None)),
    ],
)
def test_numbers_of_the_fourth_round(marked, wanted):
    assert read(marked)[-1] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("某市方案（2021—2025年）\n三、夯实院校发展基础\n新建院校20所。\n", [("20", "goal", 2025)]),
        ("某市方案（2021—2025年）\n三、强化农业发展基础\n新建水库20座。\n", [("20", "goal", 2025)]),
        ("某市方案（2021—2025年）\n一、发展基础\n建成水库20座。\n", [("20", "status", None)]),
        ("驻村工作队每队不少于3人。", [("3", "rule", None)]),
        ("已在2014年達到峰值，其後人均排放量降至4.5公噸。", [("4.5", "status", None)]),
        ("加计扣除比例由50%提高到75%。", [("50%", "status", None), ("75%", "rule", None)]),
        ("由12人成長至50人。", [("12", "status", None), ("50", "goal", None)]),
        (
            "年度 | 就诊率(%) | 卫生室(所) |\n2022年(基期) | 81.6 | 508 |\n2025年 | 90 | 600 |\n",
            [("81.6", "status", None), ("508", "status", None), ("90", "goal", 2025), ("600", "goal", 2025)],
        ),
        (
            "指標　2022年現況　2027年目標　2032年目標\n從業員（人）　45 000　60 000　100 000\n比率　1%　3%　5%\n",
            [
                *[("45 000", "status", None), ("60 000", "goal", 2027), ("100 000", "goal", 2032)],
                *[("1%", "status", None), ("3%", "goal", 2027), ("5%", "goal", 2032)],
            ],
        ),
    ],
)
def test_years_and_kinds_of_the_fourth_round(text, wanted):
    assert fields(text, "numeral", "kind", "deadline") == wanted


def test_the_first_year_of_a_head_is_an_aim_as_the_others_are():
    text = "指标\t2022年目标\t2027年目标\t2032年目标\n比率\t1%\t3%\t5%\n"
    assert fields(text, "deadline") == [(2022,), (2027,), (2032,)]


def test_seven_digits_are_a_telephone_only_in_its_column():
    text = "指标\t数量\t投资（元）\n某校\t3\t5521308\n"
    assert fields(text, "numeral")[-1] == ("5521308",)


def test_a_head_with_units_needs_two_rows_of_its_own_length():
    head = "某市方案（2021—2025年）\n年份 优良率（%） 造林（万亩）\n"
    assert fields(head + "2025年 90 82.4\n", "numeral", "unit") != [("90", "%"), ("82.4", "亩")]


def test_the_label_of_a_cell_says_that_its_measure_is_yearly():
    text = "指标\n单位\n2020年\n2025年\n年均增长率\n%\n3\n5\n年均浓度\n微克\n30\n20\n"
    assert fields(text, "period") == [("per_year",), ("per_year",), ("total",), ("total",)]


def test_a_day_of_coming_into_force_is_no_date_of_issue():
    text = "某縣方案\n項目\t2024年基準值\t2026年目標值\t2029年目標值\n產生量（公斤）\t1.32\t1.18\t1.05\n"
    wanted = [("1.32", None), ("1.18", 2026), ("1.05", 2029)]
    assert fields(text + "自2027年1月1日施行。\n", "numeral", "deadline") == wanted
    assert fields(text + "2027年1月1日起施行。\n", "numeral", "deadline") == wanted


def test_the_sentence_that_was_asked_for_before_is_not_taken_for_the_next():
    outline = read_outline("建设三所。培训五人。")
    assert [outline.sentence(place) for place in (0, 4, 5, 9, 2)] == [(0, 4), (0, 4), (5, 9), (5, 9), (0, 4)]


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("安排【2千3百万】元。", (23e6, 23e6, "元", "exact", None)),
        ("投入【6亿4千5百万】元。", (645e6, 645e6, "元", "exact", None)),
        ("投入【２亿３千６百万】元。", (236e6, 236e6, "元", "exact", None)),
        ("补贴【1千6百】元。", (1600, 1600, "元", "exact", None)),
        ("创业补贴最高分别为【1万5千】元和【6万8千】元。", (68_000, 68_000, "元", "at_most", None)),
        ("每年分别超【180】家、【2000】家。", (2000, 2000, "家", "at_least", None)),
        ("死亡率分别控制在【千分之二】、【十万分之六】以下。", (0.006, 0.006, "%", "at_most", None)),
        ("响应能力达到最大用电负荷的【5%】。", (5, 5, "%", "exact", None)),
        ("候診時間不得超過【三十】分鐘。", (30, 30, "分鐘", "at_most", None)),
        ("床邊距離至少【八十】公分。", (80, 80, "公分", "at_least", None)),
        ("代理期間超過【三十】日，應報核定。", (30, 30, "日", "at_least", None)),
        ("雇主應置備紀錄，並保存【五】年。", (5, 5, "年", "exact", None)),
        ("不得超過雇主申請當月前二個月之前一年僱用員工平均人數之【百分之四十】。", (40, 40, "%", "at_most", None)),
        ("縣應以徵起之收入【全部】給該鄉。", (100, 100, "%", "exact", None)),
        ("治理河道【39】条段。", (39, 39, "条段", "exact", None)),
        ("新增立体绿化【100万】延米。", (1e6, 1e6, "延米", "exact", None)),
        ("年均更新【300】樘左右。", (300, 300, "樘", "about", None)),
        ("万人拥有绿道长度达到【3】千米。", (3, 3, "千米", "exact", None)),
        ("1 建设学院 【4】个 2024年 教育局 2 培育工作室 【10】个 2025年 人社局 ", (10, 10, "个", "exact", 2025)),
    ],
)
def test_numbers_of_the_fifth_round(marked, wanted):
    assert read(marked)[-1] == wanted


def test_the_year_beside_a_number_dates_it_in_a_table_that_is_one_line():
    text = "1 建设学院 4个 2024年 教育局 2 培育工作室 10个 2025年 人社局"
    assert fields(text, "numeral", "deadline") == [("4", 2024), ("10", 2025)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "甲、二〇二四年底前完成的事項\n（一）新增學位240個。\n乙、二〇二七年底前完成的事項\n（一）新增學位90個。\n",
            [("240", "goal", 2024), ("90", "goal", 2027)],
        ),
        (
            "某市计划（2023—2025年）\n●二〇二三年\n新建幼儿园5所。\n●二〇二四年\n新建幼儿园7所。\n",
            [("5", "goal", 2023), ("7", "goal", 2024)],
        ),
        ("現有宿位2,500個，年內增加180個。", [("2,500", "status", None), ("180", "goal", None)]),
        (
            "某市计划（2021—2025年）\n序号 指标名称 单位 2020年现有 2023年 2025年 牵头部门\n"
            "1 在校生 万人 3.1 3.6 4.2 市教育局\n2 专业群 个 — 10 15 市教育局\n",
            [
                ("3.1", "status", None),
                ("3.6", "goal", 2023),
                ("4.2", "goal", 2025),
                ("10", "goal", 2023),
                ("15", "goal", 2025),
            ],
        ),
        (
            "某县方案（2023—2025年）\n指标\n单位\n2023年\n2024年\n2025年\n"
            "托位\n个\n1450\n1980\n2640\n占比\n%\n55\n62\n71\n",
            [
                ("1450", "goal", 2023),
                ("1980", "goal", 2024),
                ("2640", "goal", 2025),
                ("55", "goal", 2023),
                ("62", "goal", 2024),
                ("71", "goal", 2025),
            ],
        ),
    ],
)
def test_years_and_kinds_of_the_fifth_round(text, wanted):
    assert fields(text, "numeral", "kind", "deadline") == wanted


def test_bars_part_the_columns_and_their_blanks_do_not():
    rows = "| 床位（张） | 5.9 | 6.6 |\n| 医生（名） | 83 | 90 |\n"
    text = f"某县方案（2024—2028年）\n| 项目 | 2024年实有 | 2028年 |\n{rows}"
    assert fields(text, "numeral", "unit", "deadline") == [
        ("5.9", "张", None),
        ("6.6", "张", 2028),
        ("83", "名", None),
        ("90", "名", 2028),
    ]


def test_a_circle_of_minutes_is_a_name_and_a_size_reached_is_none():
    assert fields("建设十五分钟社区生活圈。", "numeral") == []
    assert fields("加注能力达到5000吨级。", "numeral") == [("5000",)]


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("至一百十九年減量【百分之三十】以上。臺灣。", (30, 30, "%", "at_least", 2030)),
        ("至一百二十一年減量【百分之三十】以上。臺灣。", (30, 30, "%", "at_least", 2032)),
        ("一百二十年老街應整修【三】處以上。臺灣。", (3, 3, "處", "at_least", None)),
        ("至一百二十四年減量【百分之四十】以上。臺灣。", (40, 40, "%", "at_least", 2035)),
        ("桌面照度不低於【五百】勒克斯。", (500, 500, "勒克斯", "at_least", None)),
        ("每層樓應置滅火器至少【二】具。", (2, 2, "具", "at_least", None)),
        ("在本地進行最少【四】個星期的招聘。", (4, 4, "個星期", "at_least", None)),
        ("每季最少檢討照顧計劃【一】次。", (1, 1, "次", "at_least", None)),
        ("每日收集廚餘【一百五十】公噸。", (150, 150, "公噸", "exact", None)),
        ("新院将增设【百】余床。", (100, 100, "床", "at_least", None)),
        ("全縣路燈【全面】汰換為LED燈具。", (100, 100, "%", "exact", None)),
        ("不得低於教育部門第三類標準所定各類設施總量之【10%】。", (10, 10, "%", "at_least", None)),
        ("低于所得基准之【百分之七十】者。", (70, 70, "%", "at_most", None)),
    ],
)
def test_numbers_of_the_sixth_round(marked, wanted):
    assert read(marked)[-1] == wanted


TARGETS = """某市方案（2021—2025年）
序号  指标  单位  现状值  目标值  属性
1  达标率  %  71.4  96  约束性
2  床位  张  —  38  预期性
"""
YEARS = """某旗规划（2006—2010年）
指标　单位　２００５　２００８　２０１０
参合率　％　４２．６　８５　９５
卫生院　所　９６　１０２　１０８
"""


def test_a_column_of_the_present_is_one_though_its_head_has_no_year():
    wanted = [("71.4", "status", None), ("96", "goal", 2025), ("38", "goal", 2025)]
    assert fields(TARGETS, "numeral", "kind", "deadline") == wanted
    for present in ("现有数", "基线值"):
        assert fields(TARGETS.replace("现状值", present), "numeral", "kind", "deadline") == wanted
    other = TARGETS.replace("现状值  目标值", "上限值  目标值")
    assert fields(other, "kind")[0] == ("goal",)
    below = TARGETS + "说明：达标率为71.4%。\n"
    assert fields(below, "kind")[-1] == ("goal",)


def test_years_without_their_word_head_the_columns_of_a_table():
    assert fields(YEARS, "deadline") == [(None,), (2008,), (2010,)] * 2
    classed = (
        YEARS.replace("２０１０\n", "２０１０　属性\n")
        .replace("９５\n", "９５　预期性\n")
        .replace("１０８\n", "１０８　约束性\n")
    )
    assert fields(classed, "deadline") == [(None,), (2008,), (2010,)] * 2
    falling = YEARS.replace("２００５　２００８　２０１０", "２０１０　２００８　２００５")
    assert ("２０１０",) in fields(falling, "numeral")


def test_a_plan_may_say_until_when_it_runs():
    text = "某計畫\n本計畫執行期間至113年12月31日止，預計媒合3萬戶。\n二、經費\n總經費62億元，由基金負擔。臺灣。\n"
    assert fields(text, "numeral", "deadline") == [("3萬", 2024), ("62億", 2024)]


@pytest.mark.parametrize("title", ["前期執行情形", "執行檢討"])
def test_what_was_carried_out_before_is_a_review(title):
    text = f"某方案（112年至115年）\n第一章　{title}\n第五期核列計畫48項，執行率92.7%。臺灣。\n"
    assert fields(text, "numeral", "kind") == [("48", "status"), ("92.7%", "status")]


DUE = """某县任务分解表
序号
任务内容
目标值
完成时限
1
新建标准化村卫生室
26个
2024年底
2
村卫生室中医药服务覆盖率
98%以上
2025年底
3
招聘乡村医生
不少于45名
2024年底
说明：目前全县共有村卫生室312个，共3类。
"""


def test_a_column_that_says_by_when_dates_its_row():
    wanted = [("26", 2024), ("98%", 2025), ("45", 2024), ("312", None)]
    assert fields(DUE, "numeral", "deadline")[:4] == wanted
    assert fields(DUE.replace("完成时限", "上次检查"), "deadline")[:3] == [(None,)] * 3


def test_of_years_given_out_in_turn_the_last_decides_whether_they_have_been():
    text = "某市意见\n到2023年，县区达到4个。\n2022年、2023年、2024年，覆盖率分别为60%、80%、95%。\n"
    assert fields(text, "numeral", "deadline")[1:] == [("60%", 2022), ("80%", 2023), ("95%", 2024)]
    alone = text.replace("2022年、2023年、2024年，覆盖率分别为60%、80%、95%", "2022年，覆盖率为60%")
    assert fields(alone, "kind", "deadline")[1] == ("status", None)


def test_what_is_attained_at_the_end_of_a_year_is_a_goal():
    text = "某市淨零方案\n113年底達成公車電動化比率三成。臺灣。\n"
    assert fields(text, "kind", "deadline") == [("goal", 2024)]
