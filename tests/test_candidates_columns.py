"""What the years and labels above the columns of a table say of its cells, and what parts the columns."""

import pytest
from candidate_reading import fields

from regional_targets.candidates import propose
from regional_targets.candidates.numbered_rows import read_numbered_rows
from regional_targets.checks.places import read_place


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "某县方案（2024—2028年）\n| 项目 | 2024年实有 | 2028年 |\n| 卫生院（所） | 7 | 9 |\n",
            [("7", "status", None), ("9", "goal", 2028)],
        ),
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
def test_the_years_and_labels_above_columns_tell_what_was_from_what_shall_be(text, wanted):
    assert fields(text, "numeral", "kind", "deadline") == wanted


# What parts the columns


def test_empty_cells_of_a_table_with_tabs_are_columns_too():
    text = (
        "某市方案（2023—2025年）\n指标\t单位\t2022年（基数）\t2023年\t2024年\t2025年\n"
        "覆盖率\t%\t84.6\t86\t88\t90以上\n新建幼儿园\t所\t—\t12\t10\t8\n"
    )
    assert fields(text, "value_min", "unit", "comparator", "deadline") == [
        (84.6, "%", "exact", None),
        (86, "%", "exact", 2023),
        (88, "%", "exact", 2024),
        (90, "%", "at_least", 2025),
        (12, "所", "exact", 2023),
        (10, "所", "exact", 2024),
        (8, "所", "exact", 2025),
    ]


SPACED = (
    "某市供水方案（2025—2030年）\n"
    "指标名称          单位      2024年（基期）   2027年    2030年   备注\n"
    "农村自来水普及率    %        91.3           95       97     含第2水厂\n"
    "高效节水灌溉面积    万亩      28.4           35       42左右   含滴灌\n"
)


def test_columns_set_apart_by_spaces_are_those_of_tabs():
    assert fields(SPACED, "value_min", "unit", "comparator", "deadline") == [
        (91.3, "%", "exact", None),
        (95, "%", "exact", 2027),
        (97, "%", "exact", 2030),
        (284_000, "亩", "exact", None),
        (350_000, "亩", "exact", 2027),
        (420_000, "亩", "about", 2030),
    ]
    months = "时点　新增就业（人）　资金（万元）\n3月底　　　1.9万　　　　5360\n6月底　　　4.1万　　　　1340\n"
    assert fields(months, "value_min", "unit") == [
        (19_000, "人"),
        (53_600_000, "元"),
        (41_000, "人"),
        (13_400_000, "元"),
    ]
    one_number = (
        "序号    指标    目标值\n1    劳动年龄人口平均受教育年限（年）    13.5\n2    研发投入年均增长（%）    7\n"
    )
    assert fields(one_number, "value_min", "period") == [(13.5, "total"), (7, "per_year")]


def test_lines_of_a_table_with_and_without_a_note_keep_their_columns():
    text = (
        "某市方案（2024—2026年）\n表2  分县任务\n县名        造林（万亩）    苗圃（处）    投资（万元）    备  注\n"
        "甲县        4.0             2             3600            \n"
        "乙县        5.2             3             4160            含水肥设施\n"
        "合  计      9.2             5             7760            \n"
    )
    assert fields(text, "value_min", "unit") == [
        *((40_000, "亩"), (2, "处"), (36_000_000, "元")),
        *((52_000, "亩"), (3, "处"), (41_600_000, "元")),
        *((92_000, "亩"), (5, "处"), (77_600_000, "元")),
    ]


def test_bars_part_cells_as_tabs_do_and_a_unit_is_not_of_the_line_below():
    text = "某市方案\n单位|2022年基数|2025年目标\n托育机构（家）|2|3\n社区托育点（个）|40|55\n"
    assert fields(text, "numeral", "unit", "deadline") == [
        ("2", "家", None),
        ("3", "家", 2025),
        ("40", "个", None),
        ("55", "个", 2025),
    ]


def test_bars_part_the_columns_and_their_blanks_do_not():
    rows = "| 床位（张） | 5.9 | 6.6 |\n| 医生（名） | 83 | 90 |\n"
    text = f"某县方案（2024—2028年）\n| 项目 | 2024年实有 | 2028年 |\n{rows}"
    assert fields(text, "numeral", "unit", "deadline") == [
        ("5.9", "张", None),
        ("6.6", "张", 2028),
        ("83", "名", None),
        ("90", "名", 2028),
    ]


def test_full_width_bars_part_columns():
    text = "投資計畫（單位：萬元）\n項目｜２０２３年｜２０２４年｜２０２５年\n國省道養護｜８５０｜９２０｜１０００\n"
    assert fields(text, "value_min", "unit", "deadline") == [
        (8_500_000, "元", 2023),
        (9_200_000, "元", 2024),
        (10_000_000, "元", 2025),
    ]


BARS = (
    "某州文化规划（2021—2025年）\n"
    "| 类别 | 序号 | 指标名称 | 单位 | 2020年 | 2025年 | 年均增长（%） |\n"
    "|---|---|---|---|---|---|---|\n"
    "| 设施 | 1 | 文化服务中心 | 个 | 1020 | 1150 | 2.4 |\n"
    "| 服务 | 2 | 公共图书馆流通人次 | 万人次 | 86 | 120左右 | 6.9 |\n"
)


def test_bars_group_names_row_numbers_and_a_column_of_growth():
    assert fields(BARS, "value_min", "unit", "comparator", "deadline", "period") == [
        (1020, "个", "exact", None, "total"),
        (1150, "个", "exact", 2025, "total"),
        (2.4, "%", "exact", 2025, "per_year"),
        (860_000, "人次", "exact", None, "total"),
        (1_200_000, "人次", "about", 2025, "total"),
        (6.9, "%", "exact", 2025, "per_year"),
    ]
    for row in propose(BARS).itertuples():
        assert read_place(BARS, row.start, row.end)["unit"] == row.unit
        assert read_place(BARS, row.start, row.end)["period"] == row.period


def test_a_row_of_totals_below_an_empty_first_cell_keeps_its_columns():
    text = (
        "序号    乡镇        培训任务（人次）    培训资金（万元）\n"
        "1       城关镇      2400                192\n2       河口镇      1850                148\n"
        "        合计        4250                340\n"
    )
    assert fields(text, "value_min", "unit") == [
        *((2400, "人次"), (1_920_000, "元")),
        *((1850, "人次"), (1_480_000, "元")),
        *((4250, "人次"), (3_400_000, "元")),
    ]


# Years above columns


def test_a_column_after_the_years_is_a_growth_in_percent():
    lines = "某县规划（2021—2025年）\n指标\n单位\n2020年\n2025年\n年均增长（%）\n"
    text = lines + "1.粮食产量\n亿斤\n312.6\n450\n7.5左右\n2.人才总量\n万人\n1.8\n2.6\n7.6\n"
    assert fields(text, "kind", "value_min", "unit", "period", "deadline") == [
        ("status", 31_260_000_000, "斤", "total", None),
        ("goal", 45_000_000_000, "斤", "total", 2025),
        ("goal", 7.5, "%", "per_year", 2025),
        ("status", 18_000, "人", "total", None),
        ("goal", 26_000, "人", "total", 2025),
        ("goal", 7.6, "%", "per_year", 2025),
    ]


def test_years_below_what_is_expected_are_deadlines_though_past():
    text = "某县2018年度方案\n指标 预期值 2016年 2017年 2018年\n覆盖率 30% 40% 55%\n回用率 7.9% 15.8% 23.8%\n"
    assert fields(text, "kind", "deadline")[:3] == [("goal", 2016), ("goal", 2017), ("goal", 2018)]


def test_years_of_schooling_in_the_column_of_a_year_are_a_goal():
    text = "主要指标表\n指标\n2020年\n2025年\n毛入学率（%）\n99.8%\n100%\n平均受教育年限（年）\n11.4年\n12.3年以上\n"
    assert fields(text, "kind", "deadline")[2:] == [("status", None), ("goal", 2025)]


def test_columns_of_two_coming_years_are_both_aims():
    head = "某市指导意见\n2021年5月10日\n编号\n关键指标\n2025年指标\n2035年指标\n说明\n"
    rows = "".join(
        f"{number}\n{name}\n{first}%以上\n{last}%左右\n参照上海城市总体规划中关于该项指标的具体要求并结合实际情况确定，逐年提高。\n"
        for number, (name, first, last) in enumerate([("生态空间", 58, 60), ("森林", 19, 23), ("林荫", 70, 90)], 1)
    )
    assert fields(head + rows, "kind", "deadline") == [("goal", 2025), ("goal", 2035)] * 3


def test_the_first_year_of_a_head_is_an_aim_as_the_others_are():
    text = "指标\t2022年目标\t2027年目标\t2032年目标\n比率\t1%\t3%\t5%\n"
    assert fields(text, "deadline") == [(2022,), (2027,), (2032,)]


def test_years_of_the_republic_head_the_columns_of_a_budget():
    text = (
        "表1 衛福部主管編列情形表\n單位：新臺幣千元\n編列機關\n112年度\n113年度\n合計\n社家署\n"
        "163,717\n163,718\n327,435\n健保署\n6,283\n6,283\n12,566\n"
    )
    assert fields(text, "value_min", "unit")[0] == (163_717_000, "元")
    assert [deadline for (deadline,) in fields(text, "deadline")] == 2 * [2023, 2024, None]


YEARS = """某旗规划（2006—2010年）
指标　单位　２００５　２００８　２０１０
参合率　％　４２．６　８５　９５
卫生院　所　９６　１０２　１０８
"""


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


def test_years_of_columns_with_units_of_their_own():
    rows = "东河镇\n210\n180\n9.6\n柳林乡\n160\n155\n7.5\n石门镇\n190\n130\n8.8\n"
    text = f"培训通知（2025—2026年）\n乡镇\n2025年（人次）\n2026年（人次）\n经费（万元）\n{rows}"
    found = fields(text, "value_min", "unit", "deadline")
    assert found[:3] == [(210, "人次", 2025), (180, "人次", 2026), (96_000, "元", 2026)]


def test_words_below_a_year_in_a_table_of_numbered_rows_are_dated_by_it():
    head = "某行动计划（2023—2025年）\n序号\n任务\n2023年\n2024年\n2025年\n责任单位\n"
    rows = "".join(
        f"{number}\n{name}\n选取{number}家停保场建设值班室\n选取{number + 3}家停保场建设值班室\n/\n公交公司\n"
        for number, name in enumerate(["智慧场站", "运管中心", "智能终端"], 1)
    )
    found = fields(head + rows, "value_min", "deadline")
    assert found[:4] == [(1, 2023), (4, 2024), (2, 2023), (5, 2024)]


def test_only_rows_as_long_as_the_head_are_dated_and_not_the_last():
    head = "序号\n任务\n2023年\n2024年\n单位\n"
    whole = "".join(f"{number}\n智慧场站建设\n建设甲类站\n建设乙类站\n公交公司\n" for number in (1, 2, 3))
    assert len(read_numbered_rows(head + whole)[2]) == 4
    merged = "".join(f"{number}\n智慧场站建设\n建设甲类站\n公交公司\n" for number in (2, 3, 4))
    assert read_numbered_rows(head + whole[: len(whole) // 3] + merged)[2] == []


# Labels above columns


TARGETS = """某市方案（2021—2025年）
序号  指标  单位  现状值  目标值  属性
1  达标率  %  71.4  96  约束性
2  床位  张  —  38  预期性
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


def test_the_base_of_a_table_is_a_status():
    rows = [
        "1      地表水优良断面比例       71.4%               85%以上             市生态环境局",
        "2      城市生活污水集中收集率   63%                 75%                 市城管局",
    ]
    head = "序号   指标                     2020年（基准年）    2025年（目标年）    牵头单位"
    found = fields("某市水环境治理方案\n" + "\n".join([head, *rows]), "kind", "deadline")
    assert found == [("status", None), ("goal", 2025)] * 2


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


def test_labels_of_columns_without_years_say_what_there_is():
    head = "某规划（2026—2030年）\n序号\n类别\n指标项\n现状值\n“十五五”规划目标\n类型\n"
    rows = "1\n设施类\n覆盖率\n18%\n20%\n预期性\n2\n实施率\n75%\n78%\n预期性\n3\n密度\n4.6km/km²\n4.8km/km²\n预期性\n"
    found = fields(head + rows, "kind", "deadline")
    assert found == [("status", None), ("goal", 2030)] * 3
    assert fields(head + rows, "unit")[-1] == ("km/km²",)


def test_labels_of_columns_stand_below_the_names_of_plans():
    head = "某区规划（2026—2030年）\n指标\n单位\n属性\n“十四五”\n完成值\n“十五五”\n目标值\n"
    text = head + "改造面积\n万平方米\n预期性\n25\n40\n管道\n公里\n约束性\n355\n421\n"
    wanted = [("status", None), ("goal", 2030)] * 2
    assert fields(text, "kind", "deadline") == wanted
    assert list(propose(text)["value_min"]) == [250_000, 400_000, 355, 421]


def test_a_part_of_a_table_keeps_the_labels_of_its_columns():
    head = "某规划（2026—2030年）\n指标\n现状值\n目标值\n属性\n"
    first = "甲覆盖率\n81%\n91%\n预期性\n乙覆盖率\n82%\n92%\n预期性\n"
    parted = "按照全市统一的统计口径，结合各街镇实际情况，逐年分解下达并组织开展年度考核评估工作，确保各项指标落实。\n"
    second = "丙覆盖率\n83%\n93%\n预期性\n丁覆盖率\n84%\n94%\n预期性\n"
    assert fields(head + first + parted + second, "kind") == [("status",), ("goal",)] * 4


def test_labels_of_columns_may_repeat_a_place_above_the_names_of_plans():
    head = "某区“十五五”规划\n序号\n指标名称\n单位\n属性\n某区\n“十四五”\n现状\n某区\n“十五五”\n指标\n"
    rows = "1\n绿地面积\n平方米\n约束性\n7.3\n8.6\n2\n绿道长度\n公里\n约束性\n160\n210\n"
    assert fields(head + rows, "kind", "deadline") == [("status", None), ("goal", 2030)] * 2


def test_a_year_over_a_part_of_the_column_before_it_dates_that_part_alone():
    head = "某省“十四五”规划\n序号\n指标\n单位\n计划任务\n其中：2021年任务\n属性\n"
    rows = "1\n建设管网\n公里\n2000\n628\n约束性\n2\n改造管网\n公里\n1500\n538\n约束性\n"
    assert fields(head + rows, "numeral", "deadline") == [("2000", 2025), ("628", 2021), ("1500", 2025), ("538", 2021)]
