"""What a person may type into a cell."""

import pytest

from regional_targets.review.cells import read_cell, row_ranges
from regional_targets.review.columns import SheetColumn, known_words, sheet_columns


def column(type="string", **more):
    return SheetColumn("code", "列", "Column", type=type, **more)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("50", 50),
        ("５０", 50),
        ("50 %", 50),
        ("1,000", 1000),
        ("1亿", 1e8),
        ("３万", 30_000),
        ("三十", 30),
        ("1.5", 1.5),
    ],
)
def test_numbers_are_read_however_they_are_written(text, value):
    assert read_cell(text, column("number"), {}, "en") == (value, None)


@pytest.mark.parametrize(
    ("type", "text", "value"),
    [
        ("year", "2025年", 2025),
        ("year", "２０２５", 2025),
        ("year", "2025.0", 2025),
        ("date", "2023年2月17日", "2023-02-17"),
        ("date", "2023/2/17", "2023-02-17"),
        ("date", "2023.02.17", "2023-02-17"),
        ("integer", "12", 12),
    ],
)
def test_years_and_days_are_read_however_they_are_written(type, text, value):
    assert read_cell(text, column(type), {}, "en") == (value, None)


@pytest.mark.parametrize(
    ("type", "text"), [("year", "25"), ("year", "2-3"), ("date", "2023-02-30"), ("number", "许多"), ("integer", "1.5")]
)
def test_what_cannot_be_read_is_explained(type, text):
    value, misread = read_cell(text, column(type), {}, "zh")
    assert value in (None, "")
    assert misread.wanted and misread.advice


def test_an_empty_cell_is_no_number_and_no_zero():
    assert read_cell("", column("number"), {}, "en") == (None, None)
    assert read_cell("", column(), {}, "en") == ("", None)


def test_words_of_both_languages_and_codes_are_taken(small):
    known = known_words(small)
    comparator = column(choices="targets.comparator")
    for text in ("at_least", "At least", "不低于", " 不低于"):
        assert read_cell(text, comparator, known, "en") == ("at_least", None)
    value, misread = read_cell("大于", comparator, known, "zh")
    assert value == "" and "不低于" in misread.wanted and "at least" not in misread.wanted


def test_an_indicator_is_taken_by_id_name_or_as_the_list_shows_it(small):
    known = known_words(small)
    indicator = column(choices="indicators")
    for text in ("schools_quality", "优质中职学校", "优质中职学校 · schools_quality", "Quality secondary schools"):
        assert read_cell(text, indicator, known, "en") == ("schools_quality", None)
    _, misread = read_cell("schools_qualty", indicator, known, "en")
    assert "schools_quality" in misread.advice


def test_an_id_that_does_not_fit_its_pattern_is_explained(small):
    columns = {each.code: each for each in sheet_columns(small.schema)["regions"]}
    assert read_cell("Lan zhou", columns["region_id"], {}, "en")[1].wanted.startswith("an id of a–z")
    assert read_cell("12345", columns["adcode"], {}, "en")[1].wanted == "six digits"


def test_rows_are_joined_as_a_person_writes_them():
    assert row_ranges([7, 5, 8, 9, 20]) == "5, 7–9, 20"
