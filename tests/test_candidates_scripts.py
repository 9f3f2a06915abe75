"""Proposals from texts of Taiwan and Hong Kong, from announcements of lists, and from measures with requirements."""

import pytest
from test_candidates import read
from test_candidates_layout import fields

from regional_targets.candidates import propose
from regional_targets.candidates.document_outline import read_outline
from regional_targets.candidates.numbered_rows import read_numbered_rows
from regional_targets.candidates.proposals import left_out
from regional_targets.checks.places import read_place
from regional_targets.plain_text import plain


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("教師每年參加培訓不少於【72】學時。", (72, 72, "學時", "at_least", None)),
        ("小班的入园年龄为【3】周岁。", (3, 3, "周岁", "exact", None)),
        ("选拔条件：原则上年龄【40】周岁以下。", (40, 40, "周岁", "at_most", None)),
        ("年龄应在【18】周岁以上，【35】周岁以下。", (35, 35, "周岁", "at_most", None)),
        ("违反规定的，停止補助【二】年。", (2, 2, "年", "exact", None)),
        ("停止补助【一年至五】年。", (1, 5, "年", "range", None)),
        ("其中【4,400 億】來自國營事業，而【3,200 億】則是新增計畫。", (320e9, 320e9, "元", "exact", None)),
        ("配备除颤仪，新增AED【40】台。", (40, 40, "台", "exact", None)),
        ("新增墓穴【10000】穴。", (10_000, 10_000, "穴", "exact", None)),
        ("年度抽检不少于【5.5】批次/千人。", (5.5, 5.5, "批次/千人", "at_least", None)),
        ("用水总量下降至目前【80%】的水平。", (80, 80, "%", "exact", None)),
        ("在2014-15至2018-19的五年期內，預計共有【77 100】個單位落成。", (77_100, 77_100, "個", "exact", 2019)),
        ("2022-23至2026-27年度收回約【500】公頃土地。", (500, 500, "公頃", "about", 2027)),
        ("2022/01-2022/12\n提供【200】家企業輔導。", (200, 200, "家", "exact", 2022)),
    ],
)
def test_numbers_of_this_round(marked, wanted):
    assert read(marked)[-1] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "在完成为期一年的计划的学员中开展调查。",
        "支撑实现四个“出新出彩”。",
        "单位应当对近3年内的60周岁老人登记。",
        "居住的60周岁及以上居家老年人。",
    ],
)
def test_what_this_round_leaves_out(text):
    assert fields(text, "numeral") == []


def test_a_span_of_fiscal_years_has_its_first_year_as_start():
    assert fields("2022-23至2026-27年度收回500公頃土地。", "deadline", "start_year") == [(2027, 2022)]


def test_months_of_two_years_are_a_date():
    text = "项目\n2023.01-2023.12\n完工"
    assert propose(text).empty
    assert set(left_out(text)["reason"]) == {"date"}


def test_requirements_are_rules_in_either_script():
    text = "某方案（2022—2025年）\n教师每年参加培训不少于72学时。对7所寄宿制学校实施改造。入园年龄为3周岁。"
    traditional = "某方案（2022—2025年）\n教師每年參加培訓不少於72學時。對7所寄宿制學校實施改造。入園年齡為3週歲。"
    assert fields(text, "kind", "deadline") == [("rule", None), ("goal", 2025), ("rule", None)]
    assert fields(traditional, "kind", "deadline") == fields(text, "kind", "deadline")


@pytest.mark.parametrize(
    "opening",
    [
        "于2月20日投票表决确定2017年县政府民生实事项目为10项，分别是：",
        "经投票表决，以下10个项目为某市2017年度政府民生实事项目：",
        "经代表投票表决，确定某县2017年十件民生实事项目（按得票数高低为序）",
    ],
)
def test_an_announcement_dates_the_list_that_it_opens(opening):
    text = f"某县人民代表大会第一次会议公告（第8号）\n{opening}\n一、实施畅通工程，打通断头路25条。\n"
    assert fields(text, "value_min", "deadline")[-1] == (25, 2017)


def test_the_items_of_a_list_are_counted_and_not_promised():
    assert fields("以下10个项目为某市2017年度政府民生实事项目：", "kind") == [("status",)]


@pytest.mark.parametrize(
    ("head", "year"),
    [
        ("政府公布《某市資源循環藍圖2035》(附圖)\n政府今日(二月八日)公布藍圖。", 2035),
        ("臺灣 2050 淨零排放路徑及策略總說明\n國家發展委員會", 2050),
        ("2-4 鼓勵勞工籌組工會\n承諾事項的起迄時間：2021/1-2024/5", 2024),
        ("某市养老服务实施意见\n规划期限为2021年至2025年。", 2025),
    ],
)
def test_a_text_with_one_year_of_its_aim_or_one_stated_period_dates_its_goals(head, year):
    text = f"{head}\n目標是把回收率提升至55%。今年已建成3座設施。"
    assert fields(text, "value_min", "deadline")[0] == (55, year)
    assert fields(text, "kind")[1] == ("status",)


def test_a_title_that_names_the_year_of_its_aim_is_no_annual_plan():
    outline = read_outline(plain("某市資源循環藍圖2035\n2021年2月8日\n回收率提升至55%。"))
    assert outline.period == (2021, 2035) and not outline.annual
    assert read_outline(plain("某市資源循環藍圖2035\n回收率提升至55%。")).period == (2034, 2035)


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("应当在【1】个月内结清有关费用。", (1, 1, "个月", "at_most", None)),
        ("应在【两】个月内向主管部门报告。", (2, 2, "个月", "at_most", None)),
        ("各区于本文印发后【3】个月内出台方案。", (3, 3, "个月", "at_most", None)),
        ("应提供申请日前【12】个月内的凭据。", (12, 12, "个月", "at_most", None)),
        ("近【3】年内没有重大违法记录。", (3, 3, "年", "at_most", None)),
        ("工作满【三】年后，经企业推荐可以申请。", (3, 3, "年", "exact", None)),
        ("延期超过【一】年，由推进部门审议。", (1, 1, "年", "at_least", None)),
        ("对床位数不足【40】张的敬老院予以合并。", (40, 40, "张", "at_most", None)),
        ("储能额定充放电时长（不少于【2】小时）。", (2, 2, "小时", "at_least", None)),
        ("可在【五】年内按原用途使用。", (5, 5, "年", "at_most", None)),
        ("交付以后【一】年内回购。", (1, 1, "年", "at_most", None)),
        ("监测点密度达【1】个/5公里。", (1, 1, "个", "exact", None)),
        ("重量不超过【1.5】kg。", (1.5, 1.5, "kg", "at_most", None)),
        ("不得低於預算【百分之四．五】。", (4.5, 4.5, "%", "at_least", None)),
        ("主管機關應至少每三年辦理【一】次評鑑。", (1, 1, "次", "at_least", None)),
        ("每年在全区推出【百】场品牌活动。", (100, 100, "场", "exact", None)),
        ("绿肥种子按红花草【6】斤/亩供应。", (6, 6, "斤/亩", "exact", None)),
    ],
)
def test_terms_and_conditions(marked, wanted):
    assert read(marked) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "三年内，全县开展培训。招用毕业2年内高校毕业生、离校2年内未就业毕业生。",
        "所有家庭成员均年满周岁的，标准放宽。",
        "健全企业全员培训制度。",
        "开拓国内、国际两个市场。",
        "静安区海关二村“物业主导模式”。",
        "已经区人民政府63次常务会议审议通过。",
        "更新改建沿街2层老建筑。",
        "开发上线了七张问题清单。",
    ],
)
def test_what_is_no_mention(text):
    assert fields(text, "numeral") == []


@pytest.mark.parametrize("place", ["社区公共服务设施15分钟步行可达覆盖率达到", "轨道交通站点500米范围人口覆盖\n率达到"])
def test_how_far_a_share_reaches_is_no_number_of_its_own(place):
    assert fields(f"{place}95%。", "value_min", "unit") == [(95, "%")]


def test_amounts_by_which_others_are_counted_are_none():
    assert fields("使用育秧基质补贴20元/100升。", "value_min", "unit") == [(20, "元")]
    assert fields("给予企业2年50%的资金支持。", "value_min", "unit") == [(50, "%")]


def test_the_first_sentence_of_a_section_of_aims_leads_in_its_paragraph():
    text = "某实施意见\n（二）工作目标。2019年全市明确三大目标。一是全面覆盖。70%以上居住区达标。建成服务点8000个。\n"
    assert fields(text.replace("\\\n", "\n"), "value_min", "deadline") == [(70, 2019), (8000, 2019)]


TABLE = (
    "某区规划\n序号\n指标项\n单位\n类型\n现状\n近期规划\n（2025年）\n（2030年）\n"
    "1\n道路\n千米\n预期性\n21\n24\n2\n装机容量\n万千瓦\n预期性\n3\n5\n3\n路网密度\n千米/平方千米\n约束性\n5.8\n6.2\n"
)


def test_labels_above_the_years_of_a_table_say_which_column_is_what_there_is():
    found = fields(TABLE, "kind", "deadline", "value_min", "unit")
    assert found == [
        ("status", None, 21, "千米"),
        ("goal", 2030, 24, "千米"),
        ("status", None, 30_000, "千瓦"),
        ("goal", 2030, 50_000, "千瓦"),
        ("status", None, 5.8, "千米/平方千米"),
        ("goal", 2030, 6.2, "千米/平方千米"),
    ]


def test_a_row_may_end_with_the_number_of_the_next_row():
    rows = "1\n服务业\n%\n预期性\n2\n2\n工业\n%\n预期性\n达到 32\n3\n商业\n%\n预期性\n7\n".replace("\\\n", "\n")
    text = "某区规划（2026—2030年）\n序号\n指标\n单位\n属性\n目标值\n" + rows
    assert fields(text, "value_min", "unit") == [(2, "%"), (32, "%"), (7, "%")]


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("申请人须年满【18】周岁。", (18, 18, "周岁", "exact", None)),
        ("雇主為所僱用年滿【六十四】歲之勞工辦理。", (64, 64, "歲", "exact", None)),
        ("委员人数不得超过【半数】。", (50, 50, "%", "at_most", None)),
        ("應經【過半數】委員同意。", (50, 50, "%", "at_least", None)),
        ("學校置校長【一】人。", (1, 1, "人", "exact", None)),
        ("受僱於【二】位以上雇主。", (2, 2, "位", "at_least", None)),
        ("人均避难场所面积大于等于【1.5】平方米。", (1.5, 1.5, "平方米", "at_least", None)),
        ("建设用地总规模不突破【3200】平方公里。", (3200, 3200, "平方公里", "at_most", None)),
        (
            "拆除违法建筑总量的【50%】（15万平方米）以上。".replace("15万", "【15万】"),
            (15e4, 15e4, "平方米", "at_least", None),
        ),
        ("某方案（2019—2021年）\n增建【6】个街镇消防站。", (6, 6, "个", "exact", 2021)),
        ("补建市政消火栓【169】具。", (169, 169, "具", "exact", None)),
        (
            "某方案（2025年）\n对8家公共机构和【3】家公共建筑开展能源审计。".replace("8家", "【8】家"),
            (3, 3, "家", "exact", 2025),
        ),
    ],
)
def test_further_requirements_and_bounds(marked, wanted):
    assert read(marked)[-1] == wanted


def test_what_is_built_on_is_a_status():
    text = "某规划（2016—2020年）\n在2016年20万平方米治理的基础上，每年推进30万平方米的任务。"
    assert fields(text, "value_min", "kind", "deadline") == [(200_000, "status", None), (300_000, "goal", 2020)]


def test_labels_of_columns_without_years_say_what_there_is():
    head = "某规划（2026—2030年）\n序号\n类别\n指标项\n现状值\n“十五五”规划目标\n类型\n"
    rows = "1\n设施类\n覆盖率\n18%\n20%\n预期性\n2\n实施率\n75%\n78%\n预期性\n3\n密度\n4.6km/km²\n4.8km/km²\n预期性\n"
    found = fields(head + rows, "kind", "deadline")
    assert found == [("status", None), ("goal", 2030)] * 3
    assert fields(head + rows, "unit")[-1] == ("km/km²",)


def test_a_review_of_development_looks_back():
    text = "某规划（2026—2030年）\n一、“十四五”发展评估\n完成360条公路提档升级。\n二、目标\n完成90条公路提档升级。"
    assert fields(text, "kind", "deadline") == [("status", None), ("goal", 2030)]


def test_the_unit_of_a_row_is_found_over_a_year_in_brackets():
    row = "年均土地供应规模\n（平方公里）\n36\n（2021年-2025年）\n35-40\n预期性\n"
    text = f"某规划（2026—2030年）\n指标\n属性\n{row}{row.replace('供应', '储备')}"
    assert [unit for (unit,) in fields(text, "unit")] == ["平方公里"] * 4


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("每年给予50万元，连续支持【三】年。".replace("50万", "【50万】"), (3, 3, "年", "exact", None)),
        ("“十四五”全市建设【20】座体育公园。", (20, 20, "座", "exact", 2025)),
        ("2000年12月31日前竣工的住宅扩容至【8000】瓦，工作到2016年完成。", (8000, 8000, "瓦", "exact", 2016)),
        ("确保完成“创建【50】个停车资源共享示范项目”的任务。", (50, 50, "个", "exact", None)),
        ("同一单位不得连续【两】年获得支持。", (2, 2, "年", "exact", None)),
        ("基本实现主次干道架空线【全部】入地。", (100, 100, "%", "exact", None)),
        ("增建的泊位，应按照要求【全部】对外开放。", (100, 100, "%", "exact", None)),
        ("某方案（2025—2027年）\n2年内完成现有【31】条道路治理。", (31, 31, "条", "exact", 2027)),
        ("重点推进【五】个重点区域更新。", (5, 5, "个", "exact", None)),
    ],
)
def test_numbers_of_plans_and_schemes(marked, wanted):
    assert read(marked)[-1] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "招录对象为全球排名前50名高校的学生。",
        "按原则分3个阶段实施。",
        "尤其是以三轮车为工具。",
        "每招录1名人才给予奖励。",
    ],
)
def test_ranks_stages_and_vehicles_are_no_mentions(text):
    assert fields(text, "numeral") == []


def test_projects_that_are_listed_are_a_status():
    assert fields("某计划（2026年）\n二、预备项目\n9个项目分别是：变电站、公园。", "kind") == [("status",)]


def test_columns_of_two_coming_years_are_both_aims():
    head = "某市指导意见\n2021年5月10日\n编号\n关键指标\n2025年指标\n2035年指标\n说明\n"
    rows = "".join(
        f"{number}\n{name}\n{first}%以上\n{last}%左右\n参照上海城市总体规划中关于该项指标的具体要求并结合实际情况确定，逐年提高。\n"
        for number, (name, first, last) in enumerate([("生态空间", 58, 60), ("森林", 19, 23), ("林荫", 70, 90)], 1)
    )
    assert fields(head + rows, "kind", "deadline") == [("goal", 2025), ("goal", 2035)] * 3


def test_words_below_a_year_in_a_table_of_numbered_rows_are_dated_by_it():
    head = "某行动计划（2023—2025年）\n序号\n任务\n2023年\n2024年\n2025年\n责任单位\n"
    rows = "".join(
        f"{number}\n{name}\n选取{number}家停保场建设值班室\n选取{number + 3}家停保场建设值班室\n/\n公交公司\n"
        for number, name in enumerate(["智慧场站", "运管中心", "智能终端"], 1)
    )
    found = fields(head + rows, "value_min", "deadline")
    assert found[:4] == [(1, 2023), (4, 2024), (2, 2023), (5, 2024)]


def test_a_dated_renewal_of_all_is_a_share_of_a_hundred():
    text = "某规划（2021—2025年）\n到2023年底，全面完成小梁薄板房屋改造。全面完成年度任务。全面完成旧区改造。"
    assert fields(text, "value_min", "unit", "deadline") == [(100, "%", 2023)]


def test_an_opening_with_a_number_leads_in_nothing():
    text = "某实施意见\n一、目标\n2019年新建3所学校，为实现目标打下基础。再建5座场馆。\n"
    assert fields(text, "value_min", "deadline")[1] == (5, None)


def test_what_has_begun_or_not_yet_is_a_status():
    text = "某意见（2019年）\n紧扣9个已开工项目推进建设，加快推进三个尚未开工的项目。"
    assert fields(text, "kind") == [("status",), ("status",)]


def test_what_an_applicant_may_choose_is_a_rule():
    text = "某区幼儿园招生方案（2026年）\n家长选择1所幼儿园报名。申请人须年满3周岁。"
    assert fields(text, "kind", "deadline") == [("rule", None), ("rule", None)]


def test_the_check_reads_the_period_of_a_traditional_text_as_it_is_proposed():
    text = "每學年補助5000元，每學期檢查2次。"
    rows = propose(text)
    assert list(rows["period"]) == ["per_school_year", "per_semester"]
    assert [read_place(text, row.start, row.end)["period"] for row in rows.itertuples()] == list(rows["period"])


def test_the_head_of_a_table_with_blank_lines_is_read_over_all_its_rows_of_words():
    words = "\n\n".join(f"第{number}类指标完成市级下达任务" for number in "甲乙丙丁戊己庚辛壬癸子丑寅卯")
    rows = "\n\n".join(
        f"{name}比例\n\n{share}\n\n预期性" for name, share in (("建筑", 95), ("车辆", 96), ("光伏", 97), ("公交", 98))
    )
    text = f"某规划（2026—2030年）\n\n目标值（%）\n\n{words}\n\n{rows}\n"
    assert fields(text, "unit") == [("%",)] * 4


def test_only_rows_as_long_as_the_head_are_dated_and_not_the_last():
    head = "序号\n任务\n2023年\n2024年\n单位\n"
    whole = "".join(f"{number}\n智慧场站建设\n建设甲类站\n建设乙类站\n公交公司\n" for number in (1, 2, 3))
    assert len(read_numbered_rows(head + whole)[2]) == 4
    merged = "".join(f"{number}\n智慧场站建设\n建设甲类站\n公交公司\n" for number in (2, 3, 4))
    assert read_numbered_rows(head + whole[: len(whole) // 3] + merged)[2] == []


def test_a_part_of_a_table_keeps_the_labels_of_its_columns():
    head = "某规划（2026—2030年）\n指标\n现状值\n目标值\n属性\n"
    first = "甲覆盖率\n81%\n91%\n预期性\n乙覆盖率\n82%\n92%\n预期性\n"
    parted = "按照全市统一的统计口径，结合各街镇实际情况，逐年分解下达并组织开展年度考核评估工作，确保各项指标落实。\n"
    second = "丙覆盖率\n83%\n93%\n预期性\n丁覆盖率\n84%\n94%\n预期性\n"
    assert fields(head + first + parted + second, "kind") == [("status",), ("goal",)] * 4
