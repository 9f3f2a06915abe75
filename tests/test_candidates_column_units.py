"""Which unit the head of a column, the caption of a table or a label above gives to the cells below."""

import pytest
from candidate_reading import BUDGET, fields, read

from regional_targets.candidates import propose
from regional_targets.checks.places import read_place


def test_a_unit_at_the_head_of_a_column_is_that_of_its_cells():
    table = "县区|智慧教室（间）|绿色学校（所）\n城关区|90|34\n临泉县|85|41\n"
    assert fields(table, "value_min", "unit") == [(90, "间"), (34, "所"), (85, "间"), (41, "所")]


def test_a_unit_at_the_head_of_a_column_is_written_as_the_text_writes_it():
    text = "訓練計畫\n項次\t指標\t單位\t114年\t115年\n1\t設置訓練據點\t處\t2\t3\n2\t辦理課程\t場\t-\t5\n"
    assert fields(text, "value_min", "unit") == [(2, "處"), (3, "處"), (5, "場")]
    place = text.index("3\n")
    assert read_place(text, place, place + 1)["unit"] == "處"
    direct = "新增學額500個。"
    assert read_place(direct, 4, 7)["unit"] == "個"
    lines = "指標\n2025年\n2026年\n流動醫療車（輛）\n1\n3\n牙科服務（人）\n不適用\n6,500\n社區護士（名）\n45\n58\n"
    wanted = [(1, "輛", None), (3, "輛", 2026), (6500, "人", 2026)]
    assert fields(lines, "value_min", "unit", "deadline")[:3] == wanted


def test_a_unit_for_another_is_kept_and_one_of_money_says_a_head():
    text = "某市纲要\n指标\n2025年\n2030年\n劳动生产率（万元/人）\n29.6\n35\n用地（平方米/万元）\n10\n8.8\n"
    assert fields(text, "value_min", "unit") == [
        (296_000, "元"),
        (350_000, "元"),
        (10, "平方米/万元"),
        (8.8, "平方米/万元"),
    ]


def test_the_head_of_a_column_gives_the_unit_and_the_year_behind_the_number_of_a_row_dates_it():
    assert fields(BUDGET, "value_min", "unit", "deadline") == [
        (25, "", 2021),
        (138_600, "m2", 2021),
        (1_000_000, "元", 2021),
        (50, "", 2021),
        (447_500, "m2", 2021),
        (500_000, "元", 2021),
        (30, "", 2023),
        (170_000, "m2", 2023),
        (1_200_000, "元", 2023),
    ]


def test_the_label_of_a_row_with_its_own_unit_is_no_head_of_a_column():
    rows = "".join(
        f"{label}\n约束性\n{value}\n达到要求\n{number}\n"
        for number, label, value in (
            (2, "教育经费（亿元）", 69),
            (3, "下降率（%）", 37),
            (4, "入学率（%）", 95),
            (5, "学校（所）", 40),
        )
    )
    found = fields(f"某区规划（2026—2030年）\n序号\n指标\n属性\n目标\n要求\n1\n{rows}", "value_min", "unit")
    assert {(37, "%"), (95, "%"), (40, "所")} <= set(found)


def test_the_caption_of_a_table_gives_the_unit_of_its_cells():
    text = "2024年计划表\n单位：万亩\n乡镇\n面积\n东镇\n【20】\n西镇\n【35.5】\n南镇\n【15】\n合计\n【70.5】\n"
    values = (200_000, 355_000, 150_000, 705_000)
    assert read(text) == [(value, value, "亩", "exact", 2024) for value in values]


def test_a_caption_with_several_units_gives_money_to_the_columns_of_money():
    text = (
        "某市方案\n单位：户、万元\n区（县）      改造户数      加装电梯（部）      市级补助\n"
        "甲区          1800          65                540\n乙区          900           －                360\n"
        "合  计        2700          65                900\n"
    )
    assert fields(text, "value_min", "unit") == [
        *((1800, "户"), (65, "部"), (5_400_000, "元")),
        *((900, "户"), (3_600_000, "元")),
        *((2700, "户"), (65, "部"), (9_000_000, "元")),
    ]


def test_the_head_of_a_table_ends_at_the_title_of_the_next():
    text = (
        "某市规划（2024—2030年）\n表1 指标\n序号\t指标\t2023年\t2030年\n1\t床位（张）\t21\t28\n"
        "表2 任务\n区县\t户数（户）\t电梯（部）\t补助（万元）\n甲区\t1800\t65\t540\n"
    )
    assert fields(text, "kind", "deadline") == [("status", None)] + [("goal", 2030)] * 3 + [("funding", 2030)]


def test_the_head_of_a_table_without_row_numbers_gives_the_units():
    rows = "甲公园\n13.41\n已开辟\n乙公园\n16.38\n未开辟\n丙公园\n8\n丁公园\n2.5\n"
    words = "未开辟，部分用地供公墓使用，另一部分供道路使用，其余待定。\n"
    text = f"公园一览表\n名称\n面积（公顷）\n备注\n{rows}{words}{rows}合计\n40.29\n"
    assert {unit for (unit,) in fields(text, "unit")} == {"公顷"}
    own = text.replace("丙公园", "绿化率（%）")
    assert ("%",) in fields(own, "unit") and ("公顷",) not in fields(own, "unit")


def test_the_head_of_a_table_with_blank_lines_is_read_over_all_its_rows_of_words():
    words = "\n\n".join(f"第{number}类指标完成市级下达任务" for number in "甲乙丙丁戊己庚辛壬癸子丑寅卯")
    rows = "\n\n".join(
        f"{name}比例\n\n{share}\n\n预期性" for name, share in (("建筑", 95), ("车辆", 96), ("光伏", 97), ("公交", 98))
    )
    text = f"某规划（2026—2030年）\n\n目标值（%）\n\n{words}\n\n{rows}\n"
    assert fields(text, "unit") == [("%",)] * 4


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


def test_rows_below_a_head_with_units_may_be_parted_by_single_blanks():
    head, rows = "年份 优良率（%） 造林（万亩）", ["2020年（现状） 86.3 —", "2025年 90以上 82.4"]
    text = "\n".join(["某市方案（2021—2025年）", head, *rows, ""])
    wanted = [("86.3", "%", None), ("90", "%", 2025), ("82.4", "亩", 2025)]
    assert fields(text, "numeral", "unit", "deadline") == wanted
    assert fields(text, "value_min")[-1] == (824_000,)
    longer = text.replace("2025年 90以上 82.4", "2025年 90以上 82.4 3 4")
    assert fields(longer, "numeral", "unit", "deadline") != wanted


def test_a_head_with_units_needs_two_rows_of_its_own_length():
    head = "某市方案（2021—2025年）\n年份 优良率（%） 造林（万亩）\n"
    assert fields(head + "2025年 90 82.4\n", "numeral", "unit") != [("90", "%"), ("82.4", "亩")]


@pytest.mark.parametrize("gap", ["\t", "      ", " | "])
def test_the_unit_at_the_head_of_a_long_table_holds_to_its_end(gap):
    rows = [gap.join(("县名", "培训（人次）", "投资（万元）"))]
    rows += [
        gap.join((f"{name}水县城区", f"{number}", f"{number + 7}")) for number, name in enumerate("甲乙丙丁" * 20, 110)
    ]
    text = "某市方案\n" + "\n".join(rows) + "\n"
    frame = propose(text)
    assert set(frame["unit"]) == {"人次", "元"} and len(frame) == 160
    last = frame.iloc[-1]
    assert last["value_min"] == 1_960_000
    assert read_place(text, last["start"], last["end"])["unit"] == "元"


def test_columns_of_money_stand_beside_one_with_the_units_of_the_rows():
    head = "某省“十四五”规划\n序号\n类别\n单位\n数量\n总投资\n（万元）\n“十四五”投资\n（万元）\n"
    rows = "1\n河道治理\n项\n63\n2525917\n1149335\n2\n管网工程\n公里\n5500\n1304531\n1301957\n"
    found = fields(head + rows, "value_min", "unit")
    assert found[:3] == [(63, "项"), (25_259_170_000, "元"), (11_493_350_000, "元")]
    # 1301957 ends like a year and is none.
    assert found[3:] == [(5500, "公里"), (13_045_310_000, "元"), (13_019_570_000, "元")]


def test_the_title_of_a_table_gives_the_unit_of_its_cells():
    rows = "超大城市\n3～5\n2～3\n大城市\n2～5\n2～3\n"
    found = fields("某市规划\n表5　设计重现期（年）\n城镇类型\n中心城区\n非中心城区\n" + rows, "numeral", "unit")
    assert found == [("3～5", "年"), ("2～3", "年"), ("2～5", "年"), ("2～3", "年")]


@pytest.mark.parametrize(
    ("cell", "value", "unit"),
    [
        ("重点城市≥30", 30, "%"),
        ("增加20", 20, "%"),
        ("每年69", 69, "%"),
        ("【累计16】", 16, "%"),
    ],
)
def test_a_cell_with_words_before_its_number_has_the_unit_of_its_row(cell, value, unit):
    rows = f"1\n监测率（%）\n{cell}\n约束性\n2\n达标率（%）\n95\n约束性\n3\n处置率（%）\n96\n约束性\n"
    assert fields(f"某省规划（2021—2025年）\n序号\n指标\n目标\n属性\n{rows}", "value_min", "unit")[0] == (value, unit)


def test_a_unit_may_stand_on_two_lines():
    rows = "1\n绿地面积\n万平\n方米\n预期性\n30\n2\n面积\n平方米\n预期性\n7.7\n3\n比例\n%\n预期性\n75\n"
    assert fields(f"某区规划（2026—2030年）\n{rows}", "value_min", "unit")[0] == (300_000, "平方米")
