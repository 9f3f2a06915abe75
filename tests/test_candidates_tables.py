"""How the cells of a table are read, in lines or one below the other: their units, their bounds and their columns."""

import pytest
from candidate_reading import fields, read

from regional_targets.candidates import left_out, propose


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("經費（單位：新臺幣千元）\n經費\t【95】\n", (95_000, 95_000, "元", "exact", None)),
        ("床位（张）\t【7.0—7.2】\n", (7, 7.2, "张", "range", None)),
        ("服务人次（万）\t【9.5】\n", (95_000, 95_000, "人次", "exact", None)),
        ("服务人次（万） 【9.5】 预期性", (95_000, 95_000, "人次", "exact", None)),
        ("县\t就业率（%）\n甲县\t≥【92】\n", (92, 92, "%", "at_least", None)),
        ("供水（万吨）     【12】    含备用水源\n", (120_000, 120_000, "吨", "exact", None)),
        ("技能大赛获奖 项 【17】 — 【30】\n", (30, 30, "项", "exact", None)),
        ("1 建设学院 【4】个 2024年 教育局 2 培育工作室 【10】个 2025年 人社局 ", (10, 10, "个", "exact", 2025)),
    ],
)
def test_a_cell_has_the_unit_of_its_row(marked, wanted):
    assert read(marked)[-1] == wanted


PLAN = "某市“十四五”规划\n"
TABLE = """主要指标

序号

指标名称

属性

基准值
（2020年）

目标值
（2025年）

1

达标率

预期性

【46%】

≥【73%】

2

使用率

预期性

/

【100%】

3

河湖面积

约束性

【120.5】
平方公里

【128】
平方公里

4
管网长度（公里）
预期性
【80】
【120】
"""
GOAL_COLUMNS = [None, 2025, 2025, None, 2025, None, 2025]


def test_a_table_with_one_cell_a_line_is_read_by_row_and_column():
    assert read(PLAN + TABLE) == [
        (value, value, unit, comparator, year)
        for (value, unit, comparator), year in zip(
            [
                *((46, "%", "exact"), (73, "%", "at_least"), (100, "%", "exact"), (120.5, "平方公里", "exact")),
                *((128, "平方公里", "exact"), (80, "公里", "exact"), (120, "公里", "exact")),
            ],
            GOAL_COLUMNS,
            strict=True,
        )
    ]
    kinds = [kind for (kind,) in fields(PLAN + TABLE, "kind")]
    assert kinds == ["goal" if year else "status" for year in GOAL_COLUMNS]


def test_numbers_that_count_the_rows_of_a_table_are_list_markers():
    text = (PLAN + TABLE).translate({ord(mark): None for mark in "【】"})
    reasons = left_out(text).set_index("start")["reason"]
    assert [reasons[text.index(f"\n{number}\n") + 1] for number in (1, 2, 3, 4)] == ["list_marker"] * 4


# Rows in one line


def test_a_row_in_one_line_takes_its_unit_from_the_cell_before():
    text = "指标 单位 2020年 2025年 属性\n1 普惠率 % 【85.2】 【90】 约束性\n2 在园幼儿 万人 【12】 【15】 预期性\n"
    assert read(text) == [
        (85.2, 85.2, "%", "exact", None),
        (90, 90, "%", "exact", 2025),
        (120_000, 120_000, "人", "exact", None),
        (150_000, 150_000, "人", "exact", 2025),
    ]


def test_rows_run_together_have_their_units_before_the_bound():
    text = (
        "某省小康指标\n名称单位2020年目标值一、经济1 生产总值(2010 年不变价)元翻一番 2 增加值占比% ≥ 15省统计局"
        "3 老人养老床位数张≥ 40省民政厅"
    )
    assert fields(text, "value_min", "unit", "comparator", "deadline")[1:] == [
        (15, "%", "at_least", 2020),
        (40, "张", "at_least", 2020),
    ]


def test_a_unit_stands_far_before_the_last_cells_of_its_row():
    text = "指标\t单位\t2024年\t2027年\t2030年\n灌溉面积\t万亩      \t28.4              \t35                \t42\n"
    assert fields(text, "value_min", "unit") == [(284_000, "亩"), (350_000, "亩"), (420_000, "亩")]


def test_an_indicator_row_may_end_with_the_kind_of_indicator():
    text = (
        "指标 2020年目标 2013年现状 性质\n每千人口床位数（张） 6 4.55 指导性\n每千人口护士数（人） 3.14 2.05 指导性\n"
    )
    assert fields(text, "numeral", "unit") == [("6", "张"), ("4.55", "张"), ("3.14", "人"), ("2.05", "人")]


def test_the_unit_of_a_label_holds_over_the_words_behind_it():
    text = "普惠性养老服务床位（万张）约束性指标由市县两级分年度落实到位 9.8\n"
    assert fields(text, "value_min", "unit") == [(98_000, "张")]


def test_a_yearly_measure_in_the_label_of_a_row_is_one_of_each_year():
    text = "指标 2020年 2025年\n年均培训（人次） 300 500\n年均浓度（微克） 30 20\n"
    assert fields(text, "period") == [("per_year",), ("per_year",), ("total",), ("total",)]
    assert fields("补助按月500元。", "period") == [("per_month",)]


def test_cells_with_words_before_and_a_unit_in_the_title_of_the_table():
    head = "某市教育规划（2023—2025年）\n指标\t单位\t2022年(实绩)\t2025年\n"
    rows = "学校\t所\t12\t不低于15\n入学率\t%\t95\t力争98\n"
    assert fields(head + rows, "value_min", "unit", "comparator", "deadline", "kind") == [
        (12, "所", "exact", None, "status"),
        (15, "所", "at_least", 2025, "goal"),
        (95, "%", "exact", None, "status"),
        (98, "%", "exact", 2025, "goal"),
    ]
    spots = "某市文旅规划（2023—2025年）\n指标 2022年 2023年 2025年\n景区（个） 2 3 力争5\n"
    assert fields(spots, "value_min", "unit", "deadline")[1:] == [(3, "个", 2023), (5, "个", 2025)]
    roads = "各县新改建里程（公里）\n县\t2022年\t2025年\n甲县\t12\t15\n"
    assert fields(roads, "value_min", "unit", "deadline") == [(12, "公里", None), (15, "公里", 2025)]


def test_a_place_in_brackets_is_no_unit():
    text = "项目\t相关镇（街道）\t2024\t300\n"
    assert ("街道",) not in fields(text, "unit")


def test_a_cell_that_says_all_counts_as_a_share():
    text = "某县方案（2025—2028年）\n| 项目 | 2024年实有 | 2028年 |\n| 达标卫生院（所） | 7 | 全部 |\n"
    assert fields(text, "numeral", "kind", "deadline") == [("7", "status", None), ("全部", "goal", 2028)]


ROWS = """某市第十五个五年规划纲要
2026年1月29日批准
专栏
1
主要指标
指标 2025年 2030年目标 属性
(5项)
1
研发经费占比重(%)
6左右∗ >6 预期性
2 专利拥有量(件) 180.7 240左右 预期性
3 增速(%) — >5 预期性
4 细颗粒物(微克/立方米) 27
达到国家要求
5 利用外资规模(亿美元) 68.7 【350左右】 预期性
6 研发中心数量(家) 332 500左右 预期性
7 十万人口火灾死亡率(%) 0.3 ≤0.25 预期性
"""


def test_rows_in_lines_with_footnotes_dashes_and_words_keep_their_columns():
    assert fields(ROWS, "value_min", "unit", "comparator", "deadline") == [
        (6, "%", "about", None),
        (6, "%", "at_least", 2030),
        (180.7, "件", "exact", None),
        (240, "件", "about", 2030),
        (5, "%", "at_least", 2030),
        (27, "微克/立方米", "exact", None),
        (6_870_000_000, "美元", "exact", None),
        (35_000_000_000, "美元", "about", 2030),
        (332, "家", "exact", None),
        (500, "家", "about", 2030),
        (0.3, "%", "exact", None),
        (0.25, "%", "at_most", 2030),
    ]


# Cells in lines of their own


CELLS = """某市第十五个五年规划纲要
（2026年1月21日批准）
专栏
1
“十五五”主要指标
指标
单位
2025年
完成值
2030年
目标值
1. 劳动生产率
万元/人
28
36
2. 碳排放降低
%
8.2
完成省下达目标
3. 收入比值
—
1.99
1.9
4. 消费增长
%
“十四五”年均增长4.0
“十五五”年均增长5.0左右
5. 供应住房
万套（间）
> 25
[30]
"""


def test_cells_in_lines_keep_their_columns_beside_words_and_units():
    assert fields(CELLS, "value_min", "unit", "kind", "deadline") == [
        (280_000, "元", "status", None),
        (360_000, "元", "goal", 2030),
        (8.2, "%", "status", None),
        (1.99, "", "status", None),
        (1.9, "", "goal", 2030),
        (4, "%", "status", None),
        (5, "%", "goal", 2030),
        (250_000, "套（间）", "status", None),
        (300_000, "套（间）", "goal", 2030),
    ]


def test_a_cell_may_say_that_it_is_a_bound():
    rows = [
        ("新增企业总部", "家", "70"),
        ("外贸进出口总额", "亿元", "超3000亿元"),
        ("路网密度", "%", "大于8"),
        ("托育服务学位", "个", "近90"),
    ]
    cells = [f"{number}\n{label}\n{unit}\n{value}\n预期性" for number, (label, unit, value) in enumerate(rows, 1)]
    found = propose("某区第十五个五年规划纲要\n序号\n指标\n单位\n2030年\n属性\n" + "\n".join(cells))
    assert list(found["object_zh"]) == [label for label, _, _ in rows]
    assert list(found["kind"]) == ["goal"] * 4
    assert list(found["comparator"]) == ["exact", "at_least", "at_least", "about"]


def test_the_label_of_a_cell_says_that_its_measure_is_yearly():
    text = "指标\n单位\n2020年\n2025年\n年均增长率\n%\n3\n5\n年均浓度\n微克\n30\n20\n"
    assert fields(text, "period") == [("per_year",), ("per_year",), ("total",), ("total",)]


def test_ratios_are_cells_of_a_table():
    text = (
        "某计划（2021—2025年）\n指标\n2020年\n2023年\n2025年\n在校生（万人）\n3.1\n3.6\n4.2\n师生比\n1:22\n1:20\n1:18\n"
    )
    assert fields(text, "value_min", "kind", "deadline")[3:] == [
        (22, "status", None),
        (20, "goal", 2023),
        (18, "goal", 2025),
    ]


def test_the_title_of_a_table_is_no_head_of_its_columns():
    head = "某市第十五个五年规划纲要 2026年5月 专栏 1 “十五五”时期主要指标 指标 单位 2025年 完成值 2030年 目标值"
    rows = "1.城镇化率 % 87.56 88 2.入学率 % 57.61 ≥70 3.医师数 人 4.45 4.50"
    assert fields(f"{head} {rows}\n".replace(" ", "\n\n"), "value_min", "kind", "deadline") == [
        (87.56, "status", None),
        (88, "goal", 2030),
        (57.61, "status", None),
        (70, "goal", 2030),
        (4.45, "status", None),
        (4.5, "goal", 2030),
    ]


def test_a_row_of_indicators_counts_without_a_unit_in_its_label():
    text = "某市规划（2026—2030年）\n28 十万常住人口火灾死亡率 0.25 ≤0.25 预期性\n29 食品抽检\n"
    assert fields(text, "value_min") == [(0.25,), (0.25,)]


def test_rows_of_a_year_and_a_number_are_each_read():
    rows = "2009年  36 370 \n2010年  9 084 \n2011年  5 653 \n"
    assert fields(rows, "value_min") == [(36_370,), (9_084,), (5_653,)]
    text = "事故率由2021年的29.8減低至少10%，降至2026年的26.8。"
    assert fields(text, "value_min", "deadline") == [(29.8, None), (10, None), (26.8, 2026)]


def test_amounts_below_the_head_of_a_limit_are_at_most_so_much():
    rows = "序号\n病种\n最高支付限额\n人数\n1\n高血压病\n200元/月\n3\n2\n糖尿病\n250元/月\n5\n3\n高脂血症\n50元/月\n8\n"
    found = fields(f"某市规定\n附件1\n{rows}长期服药的，每月补助80元。\n", "value_min", "comparator")
    assert [pair for pair in found if pair[0] >= 50] == [
        (200, "at_most"),
        (250, "at_most"),
        (50, "at_most"),
        (80, "exact"),
    ]
    tabs = "病种\t最高支付限额\n高血压病\t200元\n糖尿病\t250元\n"
    assert fields(f"某市规定\n{tabs}", "comparator") == [("at_most",)] * 2
    both = tabs.replace("病种\t", "病种\t投资额\t").replace("病\t", "病\t10元\t")
    assert fields(f"某市规定\n{both}", "comparator") == [("exact",)] * 4


def test_two_numbers_given_out_in_turn_are_each_read():
    assert fields("擁有的法定古蹟數目分別為57及44。", "value_min") == [(57,), (44,)]


def test_the_unit_of_a_row_is_found_over_a_year_in_brackets():
    row = "年均土地供应规模\n（平方公里）\n36\n（2021年-2025年）\n35-40\n预期性\n"
    text = f"某规划（2026—2030年）\n指标\n属性\n{row}{row.replace('供应', '储备')}"
    assert [unit for (unit,) in fields(text, "unit")] == ["平方公里"] * 4
