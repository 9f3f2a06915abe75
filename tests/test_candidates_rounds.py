"""Proposals from forms that blind rounds of real and written texts brought up, each tested where it was mended."""

import pytest
from test_candidates import read
from test_candidates_layout import fields

from regional_targets.checks.years import governs


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("分別需要【847 億】及【210 億】元。", (21_000_000_000, 21_000_000_000, "元", "exact", None)),
        ("約有【9 千億】的預算。", (900_000_000_000, 900_000_000_000, "元", "about", None)),
        ("興建【1 萬1 千】餘戶。", (11_000, 11_000, "戶", "at_least", None)),
        ("中繼住宅約【1 千6 百】戶。", (1_600, 1_600, "戶", "about", None)),
        ("全区排水系统达到【3-5】年一遇排水能力。", (3, 5, "年", "range", None)),
        ("每【两】年对见习基地进行评估。", (2, 2, "年", "exact", None)),
        ("每【3】年对学校开展督导。", (3, 3, "年", "exact", None)),
        ("【两】年内不予认定为基地。", (2, 2, "年", "exact", None)),
        ("只能用于享受【一】次补贴。", (1, 1, "次", "exact", None)),
        ("添購【四】部新車。", (4, 4, "部", "exact", None)),
        ("拟引进【一】所高职院校。", (1, 1, "所", "exact", None)),
        ("同一级别只配套支持【一】次。", (1, 1, "次", "exact", None)),
        ("从脱贫之日起设立【5】年过渡期。", (5, 5, "年", "exact", None)),
        ("建档立卡人口【全部】参合，幼儿园将建成。", (100, 100, "%", "exact", None)),
        ("图片分辨率不小于【300】dpi。", (300, 300, "dpi", "at_least", None)),
        ("鹽田明年新增【1770】個學位\n該區計劃辦好學校。", (1770, 1770, "個", "exact", None)),
        ("提升行动（2019—2021年）的目标任务是培训【20万】人次。", (200_000, 200_000, "人次", "exact", 2021)),
        ("力争签约电量不低于前三年用电量平均值的【80%】。", (80, 80, "%", "at_least", None)),
        ("安排新录用公务员到基层单位工作【一】年。", (1, 1, "年", "exact", None)),
        ("培育3家销售额超【1亿】的企业。".replace("3", "【3】"), (100_000_000, 100_000_000, "元", "at_least", None)),
        ("招用3人以下的按每人【2000】元给予补贴。", (2000, 2000, "元", "exact", None)),
        ("推进3.8米直径火箭研制，建成【2】座厂房。", (2, 2, "座", "exact", None)),
        ("最长放宽至【3】个月，到2025年，完善服务。", (3, 3, "个月", "at_most", 2025)),
        ("【全部】社区卫生服务中心和镇卫生院均应提供服务。", (100, 100, "%", "exact", None)),
    ],
)
def test_numbers_of_a_further_round(marked, wanted):
    assert read(marked)[-1] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "覆盖率=签约人数/常住人口数*100%。",
        "覆盖率较上一年增加。",
        "每三年组织培训，建成“4中心1园区”。",
        "实施规划（20162020年）。",
        "紧密对接“十大战略”和10个重大先进制造业集群。",
        "一二级\n幼儿园",
        "能力提升\t2021.8\t建设局",
        "每所学校一次性补助经费。",
        "同时符合两项及以上标准的，按较高标准。",
        "本办法自2023年起施行，有效期3年。",
        "将“58个集中连片贫困县改造建设316所乡镇幼儿园工程”确定为实事。",
        "实施千名博士引进工程和青年人才工程。",
        "经济方面，围绕增长、结构、效率提出3项指标。",
        "某市促进就业创业30条政策措施（试行）\n为促进就业，制定本措施。\n",
    ],
)
def test_what_a_further_round_leaves_out(text):
    found = [numeral for (numeral,) in fields(text, "numeral")]
    assert found in ([], ["三"]), found


def test_the_number_of_a_row_is_no_amount_of_thousands():
    text = "指标\n27 每万人口发明专利（件） 2.4\n28 千人口医师数（人） 3.2\n"
    assert fields(text, "value_min") == [(2.4,), (3.2,)]


def test_a_list_of_amounts_shares_its_unit_behind_blanks():
    assert fields("分別需要 847 億及 210 億元。", "value_min", "unit") == [
        (84_700_000_000, "元"),
        (21_000_000_000, "元"),
    ]


def test_what_is_restated_in_brackets_counts_once():
    assert fields("留用率达到60%以上（含60%）的，新建2所。", "value_min") == [(60,), (2,)]


def test_each_of_two_shares_has_its_own_of_two_years():
    text = "电动车占比于 2030 与 2035 年分别达 30%与 60%，于 2040 年全为电动。"
    assert fields(text, "value_min", "deadline") == [(30, 2030), (60, 2035)]
    assert fields("2025年与2020年相比，新建3所。", "value_min", "deadline") == [(3, 2025)]
    text = "到2023年底和2030年，居民健康素养水平分别不低于24%和30%。"
    assert fields(text, "value_min", "deadline") == [(24, 2023), (30, 2030)]


def test_a_share_by_the_end_of_a_year_is_due_then():
    text = "要求公办幼儿园在园儿童占比2029年底达到30%、2030年底达到50%。"
    assert fields(text, "value_min", "deadline") == [(30, 2029), (50, 2030)]


def test_a_document_whose_title_begins_with_a_year_is_annual():
    text = "2026年某区积分制入学学位申请指引\n小学设置积分入学计划563个。\n"
    assert fields(text, "deadline") == [(2026,)]


def test_a_year_behind_a_number_governs_what_follows_it():
    assert fields("最长放宽至3个月，到2025年，全部社区卫生服务中心均应达标。", "deadline") == [(None,), (2025,)]
    assert fields("2027年前增加6200个宿位，当中2600个将于明年投入服务。", "deadline") == [(2027,), (None,)]


def test_what_is_planned_for_a_year_is_no_review_of_it():
    text = "2026年我区积分入学招生计划总数为1023个。"
    assert fields(text, "kind", "deadline") == [("goal", 2026)]


def test_an_aim_with_its_kind_in_a_table_is_no_status_below_a_review():
    text = "某市“十四五”残疾人事业规划\n一、编制背景\n11.2万残疾人脱贫。建成290个社区。\n参保率（%）\t95\t约束性\n"
    assert fields(text, "kind", "deadline") == [("status", None), ("status", None), ("goal", 2025)]


def test_what_a_report_made_known_for_a_year_is_annual():
    text = "82个民生承诺\n报告中公布了某市2022年民生实事工作目标，分十个方面。\n01.打通道路20条。\n"
    assert fields(text, "value_min", "deadline")[-1] == (20, 2022)


def test_a_place_in_brackets_is_no_unit():
    text = "项目\t相关镇（街道）\t2024\t300\n"
    assert ("街道",) not in fields(text, "unit")


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("光伏装机力争达到【407】、【700万】千瓦。", (7_000_000, 7_000_000, "千瓦", "exact", None)),
        ("碳排放强度下降至【4】吨/万千瓦时左右。", (4, 4, "吨/万千瓦时", "about", None)),
        ("减排量达到【5000】吨二氧化碳当量以上。", (5000, 5000, "吨二氧化碳当量", "at_least", None)),
        ("按照最大负荷【40%】标准配备应急能力。", (40, 40, "%", "exact", None)),
        ("“十四五”新建陆上风电场不少于【2】座。", (2, 2, "座", "at_least", 2025)),
        ("应至少包括【五】个领域的试点内容。", (5, 5, "个", "at_least", None)),
        ("煤电机组实施替代，【全部】预留碳捕集接口。", (100, 100, "%", "exact", None)),
        ("到2020年底，【全面】消除欠发达村。", (100, 100, "%", "exact", 2020)),
        ("培育了【五百】多间企业。", (500, 500, "间", "at_least", None)),
        (
            "某县計畫\\n今（98）年將投入【71億】元辦理。".replace("\\n", "\n"),
            (7_100_000_000, 7_100_000_000, "元", "exact", 2009),
        ),
        ("某方案\n“十四五”期间，开展首批【100】个试点创建。", (100, 100, "个", "exact", 2025)),
    ],
)
def test_numbers_of_a_third_round(marked, wanted):
    assert read(marked)[-1] == wanted


def test_a_list_with_one_multiplier_shares_it_where_the_values_agree():
    assert fields("光伏装机达到407、700万千瓦。", "value_min") == [(4_070_000,), (7_000_000,)]
    assert fields("分别培训500、2万人。", "value_min") == [(500,), (20_000,)]


def test_a_limit_heads_two_amounts():
    text = "最高支付限额为职工参保人员每人每月1,000元、居民参保人员每人每月500元。"
    assert fields(text, "value_min", "comparator") == [(1000, "at_most"), (500, "at_most")]


def test_an_opening_sentence_with_a_year_and_no_number_leads_in_its_paragraph():
    text = (
        "某市实施方案\n到2025年，电力系统加快构建。可再生能源比重达到36%。\n到2030年，体系建立。比重达到40%。\n"
        "比重再提高2%。"
    )
    assert fields(text, "deadline") == [(2025,), (2030,), (None,)]
    assert fields(text.replace("加快构建", "建成5座"), "deadline") == [(2025,), (None,), (2030,), (None,)]
    assert fields("（二）总体目标。到2025年，体系形成。培训25万人次。", "deadline") == [(2025,)]


def test_years_of_the_republic_in_a_list_are_years():
    text = "某局預算\n110及111年度編列經費2億元，平均每校補助3萬元。"
    assert [value for (value,) in fields(text, "value_min")] == [200_000_000, 30_000]


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("服务群众【二十多万】人次。", (200_000, 200_000, "人次", "at_least", None)),
        ("招生比大体保持在【1:1】。", (1, 1, "比", "about", None)),
        ("加注能力达到【百万】立方米（液态）级。", (1_000_000, 1_000_000, "立方米", "exact", None)),
        ("某规划（2025年）\n推进【五】个新城执行标准。", (5, 5, "个", "exact", None)),
        ("装机容量在【400】KW及以上。", (400, 400, "KW", "at_least", None)),
        ("车速须在【30】公里/小时以下。", (30, 30, "公里/小时", "at_most", None)),
        ("公告期至少【30】日。", (30, 30, "日", "at_least", None)),
        ("照顧員夜間（晚上10時至翌日上午7時）須達【一比六十】。", (60, 60, "比", "exact", None)),
        ("【所有】建制村开通快递服务。", (100, 100, "%", "exact", None)),
        ("书房开放时间为8-10时或9时至21时，新建【2】座。", (2, 2, "座", "exact", None)),
        ("就业连着千家万户，为做好新一年工作，新建【2】座。", (2, 2, "座", "exact", None)),
    ],
)
def test_numbers_of_a_fourth_round(marked, wanted):
    assert read(marked)[-1] == wanted


def test_full_width_bars_part_columns():
    text = "投資計畫（單位：萬元）\n項目｜２０２３年｜２０２４年｜２０２５年\n國省道養護｜８５０｜９２０｜１０００\n"
    assert fields(text, "value_min", "unit", "deadline") == [
        (8_500_000, "元", 2023),
        (9_200_000, "元", 2024),
        (10_000_000, "元", 2025),
    ]


def test_this_year_is_the_year_of_the_date_of_a_text_without_a_period():
    text = "在科技创新大会上的讲话\n2023年3月5日\n各位同志：\n今年，高新技术企业达到70家。以后再增加30家。"
    assert fields(text, "deadline") == [(2023,), (None,)]
    place = text.index("2023")
    assert governs(text, place, text.index("70"))
    assert not governs(text, place, text.index("30家"))


def test_this_year_of_an_annual_text_is_that_of_its_title():
    text = "某局2025年工作要点\n2024年12月20日\n今年，建成3所。\n今年的工作，主要有：\n第一，建成5所。"
    assert {year for (year,) in fields(text, "deadline")} == {2025}
    text = "某市行动计划（2023—2025年）\n2023年3月5日\n今年，建成3所。建成5所。"
    assert fields(text, "deadline") == [(2023,), (2025,)]


def test_all_of_a_number_of_places_are_those_that_there_are():
    text = "2027年底前，资产产权不清的5所学校全部完成登记。新建3所学校。"
    assert fields(text, "kind")[0] == ("status",)


def test_what_others_may_take_is_a_rule():
    text = "某計畫（2025年）\n共餐每次收費不得超過60元。補助60元。"
    assert fields(text, "kind", "deadline") == [("rule", None), ("funding", 2025)]


def test_rows_are_counted_though_words_stand_behind_their_numbers():
    rows = (
        "1\n建设基地\n个\n4\n7\n9\n市教育局\n2\n开发教材\n本\n20\n35\n50\n市教科院\n3\n培训职工\n万人次\n1.2\n1.5\n2\n"
    )
    text = f"安排表\n序号\n任务\n单位\n2023年\n2024年\n2025年\n责任单位\n{rows}市人社局\n"
    found = fields(text, "value_min", "deadline")
    assert found[:4] == [(4, 2023), (7, 2024), (9, 2025), (20, 2023)]
    assert found[-1] == (20_000, 2025) and len(found) == 9


def test_a_line_that_says_this_year_and_ends_with_a_colon_leads_in_what_follows():
    text = "在就业工作会议上的讲话\n（2024年2月20日）\n今年的工作，我讲这样几条：\n第一，扩总量。新增就业5万人。\n"
    assert fields(text, "deadline") == [(2024,)]
    assert fields(text.replace("：", "。"), "deadline") == [(None,)]
    assert governs(text, text.index("2024"), text.index("5万"))


def test_numbers_behind_labels_one_below_the_other_are_mentions():
    text = (
        "附表一 公屋落成量\n2026年\n公共租住房屋 14,200\n綠表置居計劃 2,600\n2027年\n公共租住房屋 18,900\n居屋 5,350\n"
    )
    assert fields(text, "value_min", "deadline") == [(14_200, 2026), (2_600, 2026), (18_900, 2027), (5_350, 2027)]
    assert fields("附件 3\n通知\n正文 12\n", "value_min") == []


def test_groups_of_which_each_row_is_the_first_are_counted():
    group = "推展会展活动\n1\n统计数据\n{}场\n"
    text = "目标表\n" + "".join(group.format(number) for number in (6, 12, 30, 45))
    assert fields(text, "value_min") == [(6,), (12,), (30,), (45,)]


@pytest.mark.parametrize("indent", ["", "  "])
def test_rows_with_sentences_in_their_cells_are_found_by_their_numbers(indent):
    rows = "".join(
        f"{n}\n{name}\n新建{n + 3}所，惠及居民1.2万余户，其中女性占四成以上\n{money}\n市某某局\n"
        for n, name, money in ((1, "旧改", "8600"), (2, "扩容", "12450"), (3, "提质", "274.5"), (4, "就业", "890"))
    )
    text = f"某市2026年民生实事安排表\n序号\n项目名称\n主要内容\n计划投资（万元）\n牵头单位\n{rows}合计\n34045\n"
    found = fields(text.replace("\n", f"\n{indent}"), "value_min", "unit", "deadline")
    assert [row for row in found if row[1] == "元"] == [
        (86_000_000, "元", 2026),
        (124_500_000, "元", 2026),
        (2_745_000, "元", 2026),
        (8_900_000, "元", 2026),
        (340_450_000, "元", 2026),
    ]
    assert len(found) == 17


def test_years_of_columns_with_units_of_their_own():
    rows = "东河镇\n210\n180\n9.6\n柳林乡\n160\n155\n7.5\n石门镇\n190\n130\n8.8\n"
    text = f"培训通知（2025—2026年）\n乡镇\n2025年（人次）\n2026年（人次）\n经费（万元）\n{rows}"
    found = fields(text, "value_min", "unit", "deadline")
    assert found[:3] == [(210, "人次", 2025), (180, "人次", 2026), (96_000, "元", 2026)]


def test_those_that_are_meant_are_a_status_and_all_of_them_a_goal():
    text = "某要点（2025年）\n上年排查的46处事故易发路段，年底前全部整治到位。对23家重点企业，每季度至少检查1次。"
    assert fields(text, "value_min", "kind") == [(46, "status"), (100, "goal"), (23, "status"), (1, "rule")]


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("设立应急维修金人民币【伍拾万】元整。", (500_000, 500_000, "元", "exact", None)),
        ("规模大体为【三千五百万】元。", (35_000_000, 35_000_000, "元", "about", None)),
        ("縣道、鄉道【全部】列養。", (100, 100, "%", "exact", None)),
        ("封填地下水开采井【一百二十】眼。", (120, 120, "眼", "exact", None)),
        ("員工比例於上午七時至下午六時應不低於【1:20】。", (20, 20, "比", "at_least", None)),
        ("回收小区配套园【两到三】所。", (2, 3, "所", "range", None)),
        ("某规划（2021—2025年）\n展望2035年，占比达到【98%】。", (98, 98, "%", "exact", 2035)),
        ("应当提前【七】日向社会公告。", (7, 7, "日", "exact", None)),
        ("满意率大体在【95%】。", (95, 95, "%", "about", None)),
        ("当中【七成】为公共租住房屋单位，【三成】为出售单位。", (30, 30, "%", "exact", None)),
        ("从今年起，热线24小时都要有人接，新建【2】座。", (2, 2, "座", "exact", None)),
        ("某计划（2025年）\n上半年完成渠道【23.6】公里。", (23.6, 23.6, "公里", "exact", 2025)),
    ],
)
def test_numbers_of_a_fifth_round(marked, wanted):
    assert read(marked)[-1] == wanted


def test_a_day_by_which_is_no_date_of_issue():
    text = (
        "某市公共租赁住房办法\n2024年、2025年、2026年全市分别新增房源800套、950套和1100套。有效期至2029年12月31日。\n"
    )
    assert fields(text, "value_min", "deadline") == [(800, 2024), (950, 2025), (1100, 2026)]
    assert fields(text.replace("有效期至2029年12月31日", "于2029年3月5日前报送"), "deadline")[0] == (2024,)


def test_what_had_been_by_then_is_past():
    assert fields("每半年组织1次评估，2023年底前已享受同类政策的，就高不重复。", "deadline") == [(None,)]
    text = "某市“十四五”规划（2021—2025年）中期评估报告\n截至2023年6月底，预期寿命提高到79.2岁。"
    assert fields(text, "kind", "deadline") == [("status", None)]


def test_years_of_the_republic_below_a_title_are_its_period():
    text = "某縣學校午餐中程計畫\n（115年至118年）\n每生每月補助220元。\n"
    assert fields(text, "deadline") == [(2029,)]


def test_cells_of_numbered_rows_have_the_unit_above_them():
    rows = "1\n城东园\n2\n2600\n区局\n2\n河口园\n9\n1450\n县局\n3\n三里园\n6\n980\n县局\n合计\n—\n17\n5030\n—\n"
    text = f"新建园项目\n序号\n园名\n新增班数（个）\n总投资（万元）\n单位名\n{rows}"
    assert fields(text, "value_min", "unit") == [
        (2, "个"),
        (26_000_000, "元"),
        (9, "个"),
        (14_500_000, "元"),
        (6, "个"),
        (9_800_000, "元"),
        (17, "个"),
        (50_300_000, "元"),
    ]


def test_ratios_are_cells_of_a_table():
    text = (
        "某计划（2021—2025年）\n指标\n2020年\n2023年\n2025年\n在校生（万人）\n3.1\n3.6\n4.2\n师生比\n1:22\n1:20\n1:18\n"
    )
    assert fields(text, "value_min", "kind", "deadline")[3:] == [
        (22, "status", None),
        (20, "goal", 2023),
        (18, "goal", 2025),
    ]


def test_a_share_of_the_welfare_lottery_is_funding():
    assert fields("福利彩票公益金用于养老服务的比例不得低于60%。", "kind") == [("funding",)]


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("持證率提升至【五成五】以上。", (55, 55, "%", "at_least", None)),
        ("系数由【0.561】提高到【0.58】。", (0.58, 0.58, "", "exact", None)),
        ("每日至少提供【两】餐。", (2, 2, "餐", "at_least", None)),
        ("国小【全部】加入共读联盟，健身器材将更新。", (100, 100, "%", "exact", None)),
        ("护理全部达标的敬老院占【83.3%】。", (83.3, 83.3, "%", "exact", None)),
        ("1亩约合667平方米，新建【2】座。", (2, 2, "座", "exact", None)),
        ("配备比例应当分别不低于【一比十五】、【一比八】和【一比三】。", (3, 3, "比", "at_least", None)),
    ],
)
def test_numbers_of_a_sixth_round(marked, wanted):
    assert read(marked)[-1] == wanted


def test_a_year_by_which_all_is_done_dates_all_numbers_before_it():
    text = "某规划（2021—2025年）\n改造管网320公里以上、泵房60处，2024年底前完成。"
    assert fields(text, "deadline") == [(2024,), (2024,)]
    text = "某规划（2021—2025年）\n改造管网320公里；泵房60处，2024年底前完成。"
    assert fields(text, "deadline") == [(2025,), (2024,)]


def test_the_task_of_the_year_is_a_goal_in_a_review_too():
    text = "某省2024年前三季度民生实事进展情况的通报\n年度任务为新增学位2.6万个，已交付使用2.31万个。"
    assert fields(text, "kind", "deadline") == [("goal", 2024), ("status", None)]


def test_what_is_in_use_already_and_whom_all_of_a_place_has_are_a_status():
    text = (
        "某方案（2022年）\n首批2100个单位已开始入伙。全县14个乡镇、231个村实行清单管理。对1128户、3694名对象落实措施。"
    )
    assert {kind for (kind,) in fields(text, "kind")[:3]} == {"status"}
    assert fields(text, "value_min", "kind")[3] == (1128, "status")


def test_by_how_much_and_to_what_are_two_numbers():
    assert fields("服務券總數增加4 000張至1.6萬張。", "value_min", "value_max", "unit") == [
        (4000, 4000, "張"),
        (16_000, 16_000, "張"),
    ]
    assert fields("每校補助3萬元至5萬元。", "value_min", "value_max") == [(30_000, 50_000)]


def test_money_behind_its_sign_and_years_that_grow():
    assert fields("赴粵安老每月資助$5000。", "value_min", "unit", "kind") == [(5000, "元", "funding")]
    assert fields("免稅額由一年增至兩年。", "value_min", "unit") == [(1, "年"), (2, "年")]


def test_what_was_settled_looks_back_and_not_reached_is_at_most():
    text = "教育部主管111年度單位決算評估報告\n單位預算編列117.25億元，執行率98.51%，未及計畫經費6成。"
    assert fields(text, "kind", "deadline") == [("status", None)] * 3
    assert fields("預算未及計畫經費6成。", "comparator") == [("at_most",)]
