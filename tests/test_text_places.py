"""Where something that a person typed stands in a text."""

import pytest

from regional_targets.checks.places import read_place
from regional_targets.review.text_places import (
    PlaceError,
    digit_runs,
    find_exact,
    find_numeral,
    find_year,
    move_clause,
    move_numeral,
    passage,
    read_year,
)

TEXT = "到2025年，建设3所学校，\n培养3 名教师。\n到２０２６年，建设3所学校，新增13所。"


def test_an_exact_place_goes_before_one_with_other_spaces():
    assert find_exact(TEXT, "3 名教师") == [(TEXT.index("3 名"), TEXT.index("。"))]
    assert find_exact(TEXT, "培养3名教师") == [(TEXT.index("培养"), TEXT.index("。"))]
    assert find_exact(TEXT, "没有") == find_exact(TEXT, " ") == []


def test_a_numeral_is_found_in_its_clause_only():
    start, end, low, high = find_numeral(TEXT, "培养3名教师", "3")
    assert (TEXT[start:end], TEXT[low:high]) == ("3", "培养3 名教师")


def test_several_places_are_told_and_a_start_chooses():
    with pytest.raises(PlaceError) as caught:
        find_numeral(TEXT, "建设3所学校", "3")
    first, second = caught.value.places
    assert TEXT[first] == TEXT[second] == "3"
    assert find_numeral(TEXT, "建设3所学校", "3", second)[0] == second
    with pytest.raises(PlaceError):
        find_numeral(TEXT, "建设3所学校", "4")


def test_a_correction_stays_with_its_place():
    start = TEXT.index("13")
    assert move_numeral(TEXT, "13", start + 1, start + 2, (start - 2, start + 3)) == (start, start + 2)
    assert move_clause(TEXT, "新增13所", start, start + 2) == (start - 2, start + 3)
    with pytest.raises(PlaceError):
        move_clause(TEXT, "培养3 名教师", start, start + 2)


def test_a_year_is_found_in_full_width_digits_and_where_it_governs():
    assert find_year(TEXT, 2026, TEXT.index("13")) == (TEXT.index("２"), TEXT.index("２") + 4)
    assert find_year(TEXT, 2025, TEXT.index("3所")) == (1, 5)
    with pytest.raises(PlaceError):
        find_year(TEXT, 2030, 20)


@pytest.mark.parametrize(
    ("text", "year", "stands"),
    [
        ("到二〇二五年，建成5所。", 2025, "二〇二五"),
        ("到二○二五年，建成5所。", 2025, "二○二五"),
        ("至民國114年底，學校應達5所，並擴大辦理。", 2025, "114"),
        ("用地114年，到2025年建成5所。", 2025, "2025"),
        ("到“十四五”末建成5所，2019年起。", 2025, "十四五"),
    ],
)
def test_a_year_is_found_as_the_text_writes_it(text, year, stands):
    start, end = find_year(text, year, text.index("5所"))
    assert text[start:end] == stands


def test_a_length_in_a_simplified_text_is_no_year_of_the_republic():
    with pytest.raises(PlaceError, match="year"):
        find_year("产权期114年，建成5所。", 2025, 10)


# The margin broke these lines; each word of a break decides what is read at the number after it.
WRAPPED = "\n".join(
    [
        "提高质量，2025年的经验要推广。全市职业院校建设3所省级优质学校，",
        "到2025年全部建成，布局更加合理，结构更加优化，专业设置更加契合。",
        "到2026年，校企合作更加深入，社会认可度和吸引力显著提高，每年",
        "建设5所省级优质中职学校，教师队伍更加优化，学校布局更加合理，",
        "结构更加优化。",
    ]
)


def test_a_year_is_found_in_the_next_line_of_a_sentence_that_the_margin_broke():
    start = WRAPPED.index("3所")
    assert find_year(WRAPPED, 2025, start)[0] == WRAPPED.rindex("2025")


def test_a_place_is_read_across_a_break_that_only_the_margin_made():
    start = WRAPPED.index("5所")
    assert read_place(WRAPPED, start, start + 1)["period"] == "per_year"
    assert read_year(WRAPPED, start) == "2026"
    apart = WRAPPED.replace("\n", "\n\n")
    start = apart.index("5所")
    assert (read_place(apart, start, start + 1)["period"], read_year(apart, start)) == ("total", "")


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("到2024年、2025年，基地分别达到12个、20个。", {"12": "2024", "20": "2025"}),
        ("到2026年，企业达到180家，增加值达到2020年的2.5倍。", {"180": "2026", "2.5": "2026"}),
        ("落实《绿色低碳转型行动方案（2024—2027年）》，推动15个场景落地。", {"15": ""}),
        ("2020年底前已建成3所。", {"3": ""}),
        ("建成3所，2025年底前完成。", {"3": ""}),
    ],
)
def test_the_year_read_is_the_one_that_dates_the_number(text, years):
    assert {numeral: read_year(text, text.rindex(numeral)) for numeral in years} == years


def test_a_passage_stays_within_its_line():
    start = TEXT.index("3 名")
    assert passage(TEXT, start, start + 1) == ("培养", "3", " 名教师。")
    assert passage(TEXT, start, start + 1, 1) == ("…养", "3", " …")


def test_a_passage_goes_on_across_a_break_that_only_the_page_made():
    start = WRAPPED.index("5所")
    line = WRAPPED[WRAPPED.rindex("\n", 0, start) + 1 : start]
    before, numeral, _ = passage(WRAPPED, start, start + 1)
    assert numeral == "5" and before.endswith(" " + line) and len(before) > len(line) + 1


def test_digit_runs_take_both_widths():
    assert [TEXT[low:high] for low, high in digit_runs(TEXT, 0, len(TEXT))] == ["2025", "3", "3", "２０２６", "3", "13"]
