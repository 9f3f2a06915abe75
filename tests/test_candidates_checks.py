"""The checks read a place of a text as the proposals do, and take the same years for its deadline."""

from candidate_reading import BUDGET

from regional_targets.candidates import propose
from regional_targets.checks.places import read_place
from regional_targets.checks.years import governs
from regional_targets.numerals import read_numeral
from regional_targets.review.text_places import find_year
from regional_targets.stated_years import read_deadline


def test_the_check_reads_a_cell_of_a_table_as_the_proposals_do():
    text = "指标\n单位\n2025年\n在校生\n万人\n12.5\n教师\n名\n800\n"
    start = text.index("12.5")
    reading = read_numeral(text, start, start + 4)
    assert (reading.value_min, reading.unit) == (125_000, "人")


def test_the_check_reads_a_cell_by_the_head_of_its_column_as_the_proposals_do():
    for row in propose(BUDGET).itertuples():
        read = read_place(BUDGET, row.start, row.end)
        assert (read["value_min"], read["unit"], read["period"]) == (row.value_min, row.unit, row.period)
    table = "指标\n2020年\n2025年\n年均增长\n产值（亿元）\n12\n20\n10\n学校（所）\n5\n8\n9\n"
    growth = table.index("10\n")
    assert read_place(table, growth, growth + 2)["unit"] == "%"
    assert read_place(table, growth, growth + 2)["period"] == "per_year"


def test_the_check_reads_the_period_of_a_traditional_text_as_it_is_proposed():
    text = "每學年補助5000元，每學期檢查2次。"
    rows = propose(text)
    assert list(rows["period"]) == ["per_school_year", "per_semester"]
    assert [read_place(text, row.start, row.end)["period"] for row in rows.itertuples()] == list(rows["period"])


def test_the_check_and_the_review_know_a_five_year_plan_as_a_year():
    text = "到“十四五”末，建设3所学校。比“十三五”末增加2所。"
    assert read_deadline(text, text.index("3")) == "2025"
    assert not read_deadline(text, text.index("2"))
    place = find_year(text, 2025, text.index("3"))
    assert text[place[0] : place[1]] == "十四五"
    assert governs(text, place[0], text.index("3"))


def test_the_checks_take_a_plan_in_a_heading_and_a_year_before_its_paragraph():
    heading = "某市意见\n截至2014年，建成1所。到2015年底前不再新建。\n二、“十二五”的目标任务。\n——更优。新建学校3所。\n"
    start = heading.index("3所")
    place = find_year(heading, 2015, start)
    assert heading[slice(*place)] == "十二五" and governs(heading, place[0], start)
    yearly = "某市目标\n2022年，新建2所。入园率达到84%。\n2023年，新建5所。入园率达到85%。\n"
    start = yearly.index("84%")
    assert governs(yearly, yearly.index("2022"), start) and not governs(yearly, yearly.index("2023"), start)


def test_the_check_knows_the_years_above_columns():
    lines = "指标\n2020年\n2023年\n2025年\n学校（所）\n5\n8\n9\n学生（人）\n50\n80\n90\n"
    for table in ("指标\t2020年\t2023年\t2025年\n学校（所）\t5\t8\t9\n", lines):
        text = f"某市规划（2021—2025年）\n{table}"
        years, number = (
            [text.index(year) for year in ("2023年", "2025年\n")],
            text.index("8\n" if "8\n" in text else "8\t"),
        )
        assert [governs(text, place, number) for place in years] == [True, False]
