"""How the rows of a table are told apart: by their numbers, the sentences in them, and the years that date them."""

import pytest
from candidate_reading import fields, read

from regional_targets.candidates import propose
from regional_targets.checks.years import governs

# The numbers of rows


def test_a_table_with_spaces_counts_its_rows():
    text = "某市纲要\n序号    指标    2030年目标值\n百姓富    8    入园率（%）    85\n    9    增速（%）    6.5左右\n"
    assert fields(text, "numeral", "unit", "comparator") == [("85", "%", "exact"), ("6.5", "%", "about")]


def test_an_indented_row_number_is_no_cell():
    text = "指标    属性    目标\n    5    学校（所）    约束性    48\n    6    年均培训（人）    预期性    70\n"
    assert fields(text, "value_min", "unit", "period") == [(48, "所", "total"), (70, "人", "per_year")]


def test_the_number_of_a_row_is_no_amount_of_thousands():
    text = "指标\n27 每万人口发明专利（件） 2.4\n28 千人口医师数（人） 3.2\n"
    assert fields(text, "value_min") == [(2.4,), (3.2,)]


def test_row_numbers_of_a_table_of_tasks_are_no_cells():
    rows = "\n".join(f"{number}\n建设第{'一二三四五六'[number - 1]}类学校\n市教育局" for number in range(1, 7))
    assert propose(f"任务表\n{rows}\n").empty


def test_a_row_may_end_with_the_number_of_the_next_row():
    rows = "1\n服务业\n%\n预期性\n2\n2\n工业\n%\n预期性\n达到 32\n3\n商业\n%\n预期性\n7\n"
    text = "某区规划（2026—2030年）\n序号\n指标\n单位\n属性\n目标值\n" + rows
    assert fields(text, "value_min", "unit") == [(2, "%"), (32, "%"), (7, "%")]


def test_rows_are_counted_though_words_stand_behind_their_numbers():
    rows = (
        "1\n建设基地\n个\n4\n7\n9\n市教育局\n2\n开发教材\n本\n20\n35\n50\n市教科院\n3\n培训职工\n万人次\n1.2\n1.5\n2\n"
    )
    text = f"安排表\n序号\n任务\n单位\n2023年\n2024年\n2025年\n责任单位\n{rows}市人社局\n"
    found = fields(text, "value_min", "deadline")
    assert found[:4] == [(4, 2023), (7, 2024), (9, 2025), (20, 2023)]
    assert found[-1] == (20_000, 2025) and len(found) == 9


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


# Rows of labels, sentences and numbers


ROWS_WITH_SENTENCES = """郊野公园
建设一期，面积4.5平方公里。继续推进其余各期的前期工作。
13

绿地
建设绿地200公顷

12
绿道
建设绿道
0.5
"""


def test_rows_of_a_label_a_sentence_and_a_number_have_the_unit_above_them():
    text = (
        f"某区资金测算表\n项目\n内容\n总投资（亿元）\n{ROWS_WITH_SENTENCES}合计\n25.5\n（单位：某局）。另有经费。\n7\n"
    )
    assert fields(text, "value_min", "unit", "kind") == [
        (4.5, "平方公里", "goal"),
        (1_300_000_000, "元", "funding"),
        (200, "公顷", "goal"),
        (1_200_000_000, "元", "funding"),
        (50_000_000, "元", "funding"),
        (2_550_000_000, "元", "funding"),
    ]


def test_numbers_alone_below_prose_without_a_unit_above_are_no_cells():
    text = f"某区资金测算表\n项目\n内容\n总投资\n{ROWS_WITH_SENTENCES}"
    assert "13" not in set(propose(text)["numeral"])


def test_two_amounts_below_a_head_are_no_table():
    found = fields(
        "某区方案\n总投资（亿元）\n道路\n按规划建设，分期实施，确保质量。\n3\n桥梁\n同上，分期实施，确保质量。\n5\n",
        "unit",
    )
    assert ("元",) not in found


def test_numbers_behind_labels_one_below_the_other_are_mentions():
    text = (
        "附表一 公屋落成量\n2026年\n公共租住房屋 14,200\n綠表置居計劃 2,600\n2027年\n公共租住房屋 18,900\n居屋 5,350\n"
    )
    assert fields(text, "value_min", "deadline") == [(14_200, 2026), (2_600, 2026), (18_900, 2027), (5_350, 2027)]
    assert fields("附件 3\n通知\n正文 12\n", "value_min") == []


# The year of a row


def test_a_year_above_a_cell_dates_it():
    text = (
        "任务表\n新增车辆\n2018年\n【25】辆\n区绿化局\n2019年\n【35】辆\n2020年\n【40】辆\n新增站点\n2018年\n【3】个\n"
    )
    assert [row[4] for row in read(text)] == [2018, 2019, 2020, 2018]


@pytest.mark.parametrize(
    ("table", "wanted"),
    [
        (
            "年度\t学校（所）\t投入（万元）\n2024年\t5\t300\n2025年\t8\t500\n",
            [(5, 2024), (3e6, 2024), (8, 2025), (5e6, 2025)],
        ),
        ("年度\t经费（万元）\n2024\t300\n2025\t500\n", [(3e6, 2024), (5e6, 2025)]),
        ("年度 | 新建学校\n2024年 | 5所\n2025年 | 8所\n", [(5, 2024), (8, 2025)]),
    ],
    ids=["tabs", "years without their word", "bars"],
)
def test_the_year_in_the_first_cell_of_a_row_dates_it(table, wanted):
    text = f"某市方案（2024—2026年）\n{table}"
    frame = propose(text)
    assert list(zip(frame["value_min"], frame["deadline"], strict=True)) == wanted
    for row in frame.itertuples():
        assert governs(text, row.deadline_start, row.start)


def test_a_past_year_in_the_first_cell_of_a_row_says_what_was():
    text = "某市方案（2024—2026年）\n2024年3月1日\n年度\t学校（所）\n2022年\t5\n2025年\t8\n"
    assert fields(text, "kind", "deadline") == [("status", None), ("goal", 2025)]
    named = "某市方案（2024—2026年）\n2024年3月1日\n项目\t学校（所）\n甲乡、乙镇2019年规划的学校\t5\n"
    assert fields(named, "kind", "deadline") == [("goal", 2026)]
    taiwan = "嘉澤縣計畫\n經費（單位：新臺幣千元）如下：\n年度\t經費\n114\t95,000\n115\t80,000\n"
    assert fields(taiwan, "value_min", "deadline") == [(95_000_000, 2025), (80_000_000, 2026)]


def test_a_date_of_a_cell_is_not_that_of_an_equal_number_elsewhere():
    text = "某市方案（2024—2030年）\n年度\t造林（亩）\n2025年\t45000\n2026年\t52000\n二、任务\n甲县造林45000亩。"
    assert [year for (year,) in fields(text, "deadline")] == [2025, 2026, 2030]


TASKS = """某县任务清单
序号 任务内容 牵头单位 完成时限
1 改造农田4.2万亩 农业农村局 2025年
2 培训农民两千四百人次 人社局 2026年
3 建站点95个、中心6个 商务局 2027年底前
"""


def test_the_year_that_ends_a_row_dates_it():
    assert fields(TASKS, "numeral", "deadline") == [("4.2万", 2025), ("两千四百", 2026), ("95", 2027), ("6", 2027)]
    assert fields("建站点95个。\n县人民政府 2027年\n", "deadline") == [(None,)]


def test_a_task_list_parted_by_blanks_has_its_dates_in_a_column():
    head = "某市清单（2024—2026年）\n序号   任务   目标   完成时限   单位\n"
    rows = "1   建设市场   14家   2024年6月   人社局\n2   开发岗位   2600个以上   2025年12月   财政局\n"
    assert fields(head + rows, "numeral", "deadline") == [("14", 2024), ("2600", 2025)]


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


def test_the_year_beside_a_number_dates_it_in_a_table_that_is_one_line():
    text = "1 建设学院 4个 2024年 教育局 2 培育工作室 10个 2025年 人社局"
    assert fields(text, "numeral", "deadline") == [("4", 2024), ("10", 2025)]


def test_rows_of_seasons_hold_numbers_with_blanks():
    text = "年度\n人數（人）\n2022-23\n16 400\n2023-24\n15 900\n2024-25\n15 100\n"
    assert fields(text, "value_min") == [(16400,), (15900,), (15100,)]


def test_cells_may_hold_spelt_numbers_tenths_and_words():
    bars = "某市方案（2026—2028年）\n| 指標 | 單位 | 2026年 | 2027年 | 2028年 | 單位 |\n"
    bars += "| 再利用率 | % | 約四成 | 45 | 50-55 | 環保局 |\n| 床位 | 張 | 260 | 400 | 一千 | 衛健局 |\n"
    assert fields(bars, "value_min", "unit", "deadline") == [
        (40, "%", 2026),
        (45, "%", 2027),
        (50, "%", 2028),
        (260, "張", 2026),
        (400, "張", 2027),
        (1000, "張", 2028),
    ]
    lines = "某市规划（2021—2025年）\n指标\n2020年\n2025年目标\n1.粮食产量\n7.6\n稳定在7.5以上\n"
    lines += "2.强村占比\n六成\n八成五\n3.人均收入（元）\n23 415\n29,000\n"
    found = fields(lines, "value_min", "deadline")
    assert found == [(7.6, None), (7.5, 2025), (60, None), (85, 2025), (23415, None), (29000, 2025)]


def test_how_often_is_no_part_of_a_unit():
    rows = "指标\t2026年\t2027年\n适老化改造（户/年）\t300\t350\n培训（人次）\t40\t50\n"
    assert fields("某市方案（2026—2027年）\n" + rows, "unit") == [("户",)] * 2 + [("人次",)] * 2


def test_neither_the_number_of_a_row_behind_its_group_nor_a_year_is_a_cell():
    text = (
        "某市规划（2026—2030年）\n分类\t序号\t指标\t属性\t2030年目标值\n百姓富\t8\t居民收入增长\t预期性\t与经济增长同步\n"
        "\t9\t预期寿命（岁）\t预期性\t85\n"
    )
    assert fields(text, "value_min") == [(85,)]
    assert fields("学校\t教师\t建校\n甲校\t12\t2021\n乙校\t15\t2019\n", "value_min") == [(12,), (15,)]


def test_the_label_of_a_row_stands_behind_its_number_and_not_in_the_group_before_it():
    rows = "百姓富\t8\t居民收入年均增速\t预期性\t6\n环境美\t9\t每万人口公园数\t预期性\t3\n"
    text = f"某市规划（2026—2030年）\n分类\t序号\t指标\t属性\t2030年目标值\n{rows}"
    found = propose(text)
    assert list(found["object_zh"]) == ["居民收入年均增速", "每万人口公园数"]
    assert list(found["period"]) == ["per_year", "total"]
    assert list(found["per_zh"]) == ["", "每万人口"]
    rows = "10\t新增企业（五年累计）\t家\t70\n11\t人均公园绿地面积\t平方米\t12\n"
    assert (
        fields(f"某市规划（2026—2030年）\n序号\t指标\t单位\t2030年\n{rows}", "period", "per_zh") == [("total", "")] * 2
    )


def test_a_note_of_a_due_time_dates_nothing_far_before_it():
    text = "某市方案（2026—2030年）\n新建学校3所。\n" + "加强组织领导" * 80 + "。新建中心5个（完成时限：2027年12月）。"
    assert fields(text, "value_min", "deadline") == [(3, 2030), (5, 2027)]
