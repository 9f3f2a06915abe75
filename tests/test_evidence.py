"""Each test breaks the small world in one place; the check must name this place, and what to do about it."""

import pandas as pd
import pytest

from regional_targets import checks, evidence
from regional_targets.checks import accounting, settled, years
from regional_targets.errors import UnknownIdError


def only(data):
    """Return the one problem that the check finds."""
    found = checks.check(data)
    assert len(found) == 1, "\n".join(map(str, found))
    return found[0]


def columns(data) -> set[str]:
    """Return row and column of all problems that the check finds."""
    return {problem.column for problem in checks.check(data)}


def retext(change, data, document, old, new):
    """Return data whose text was written otherwise, with the same number of characters."""
    assert len(old) == len(new) and old in data.texts[document]
    texts = {**data.texts, document: data.texts[document].replace(old, new, 1)}
    return change(data, "documents", document).__class__(**{**vars(data), "texts": texts})


def test_the_small_world_is_sound(small):
    assert checks.check(small) == []


# Places


def test_a_wrong_offset_names_the_nearest_place(small, change):
    broken = change(small, "mentions", "jia-m2", start=60, end=61)
    problem = checks.check(broken)[0]
    assert (problem.file, problem.line, problem.column) == ("data/mentions.csv", 3, "jia-m2 start")
    assert (problem.found, problem.wanted) == ('text[60:61] "建"', '"3", nearest at text[62:63]')


def test_a_numeral_that_stands_nowhere_says_so(small, change):
    broken = change(small, "mentions", "jia-m2", numeral="77")
    assert checks.check(broken)[0].wanted == '"77", which stands nowhere in the text'


def test_a_quote_that_is_not_in_the_text(small, change):
    problem = only(change(small, "mentions", "jia-m2", quote="建设3所国家级优质中职学校"))
    assert problem.column == "jia-m2 quote"
    assert problem.wanted.endswith("which stands nowhere in the text")


def test_a_quote_at_a_wrong_offset_names_the_nearest_place(small, change):
    problem = only(change(small, "mentions", "jia-m2", quote_start=58))
    assert (problem.column, problem.wanted) == ("jia-m2 quote", '"建设3所省级优质中职学校", nearest at text[60:72]')


def test_a_quote_that_misses_its_numeral(small, change):
    problem = only(change(small, "mentions", "jia-m2", quote="所省级优质中职学校", quote_start=63))
    assert (problem.column, problem.wanted) == ("jia-m2 quote", "to cover 62:63")


def test_the_number_of_the_bearer_is_not_the_amount(small, change):
    broken = change(small, "targets", "jia-t2", per_zh="建 设3所")
    assert columns(broken) == {"jia-m2 start", "jia-m5 start"}
    assert checks.check(broken)[0].found == '"3" of "建设3所"'
    assert checks.check(change(small, "targets", "jia-t2", per_zh="优质中职学校")) == []


# Readings


@pytest.mark.parametrize(
    ("mention", "cells", "wanted"),
    [
        ("jia-m1", {"value_min": 60.0}, '"50"'),
        ("jia-m1", {"value_max": 51.0}, '"50"'),
        ("jia-m1", {"unit": ""}, '"%"'),
        ("jia-m1", {"comparator": "exact"}, '"at_least"'),
        ("jia-m2", {"level_zh": "国家级"}, '"省级"'),
        ("jia-m4", {"value_min": 5_000_001.0}, '"5000000"'),
        ("jia-m5", {"level_zh": "省级"}, "nothing"),
        ("yi-m1", {"comparator": "exact"}, '"range"'),
        ("yi-m2", {"unit": "万元"}, '"元"'),
    ],
)
def test_a_field_that_the_text_contradicts(small, change, mention, cells, wanted):
    (column,) = cells
    found = [p for p in checks.check(change(small, "mentions", mention, **cells)) if p.file == "data/mentions.csv"]
    assert [(problem.column, problem.wanted) for problem in found] == [(f"{mention} {column}", wanted)]
    assert "data/exceptions.csv" in found[0].advice


def test_a_period_that_the_text_contradicts(small, change):
    problem = only(change(small, "targets", "jia-t4", period="total"))
    assert (problem.column, problem.found, problem.wanted) == ("jia-m4 period", '"total"', '"per_year"')


def test_a_numeral_that_is_none(small, change):
    broken = change(small, "mentions", "jia-m3", start=94, end=96, numeral="达标")
    assert "jia-m3 numeral" in columns(broken)


def test_a_numeral_without_its_percent_sign(small, change):
    assert "jia-m1 numeral" in columns(change(small, "mentions", "jia-m1", end=56, numeral="５０"))


@pytest.mark.parametrize(("coded", "sound"), [("国家级", True), ("市级", False)])
def test_an_exception_allows_its_coded_value_and_no_other(small, change, add, coded, sound):
    broken = change(change(small, "mentions", "jia-m2", level_zh="国家级"), "targets", "jia-t2", level_zh="国家级")
    broken = change(broken, "targets", "jia-t2", level_min="national", level_max="national")
    assert columns(broken) == {"jia-m2 level_zh"}
    cells = {"mention_id": "jia-m2", "field": "level_zh", "coded": coded, "reason_zh": "见附件", "reason_en": "annex"}
    assert (checks.check(add(broken, "exceptions", **cells)) == []) == sound


def test_an_exception_writes_large_numbers_in_plain_digits(small, change, add):
    broken = change(small, "mentions", "yi-m2", value_min=2e8, value_max=2e8)
    broken = change(broken, "targets", "yi-t2", value_min=2e8, value_max=2e8)
    for field in ("value_min", "value_max"):
        cells = {"mention_id": "yi-m2", "field": field, "coded": "200000000", "reason_zh": "见", "reason_en": "see"}
        broken = add(broken, "exceptions", **cells)
    assert checks.check(broken) == []


# Years


def test_a_deadline_needs_the_place_where_it_stands(small, change):
    problem = only(change(small, "mentions", "jia-m2", deadline_start=pd.NA, deadline_end=pd.NA))
    assert (problem.column, problem.found) == ("jia-m2 deadline", '"2025" with "" at its place')


def test_a_deadline_must_be_the_year_at_its_place(small, change):
    broken = change(small, "mentions", "yi-m1", start_year=2020)
    problem = only(change(broken, "targets", "yi-t1", start_year=2020))
    assert (problem.column, problem.found) == ("yi-m1 start_year", '"2020" with "2021" at its place')


def test_a_deadline_of_the_own_sentence_must_not_be_missed(small, change):
    broken = change(small, "mentions", "jia-m2", deadline=pd.NA, deadline_start=pd.NA, deadline_end=pd.NA)
    problem = only(change(broken, "targets", "jia-t2", deadline=pd.NA))
    assert (problem.column, problem.found, problem.wanted) == ("jia-m2 deadline", "nothing", '"2025"')
    assert "own sentence" in problem.advice


def test_a_deadline_of_the_own_sentence_goes_before_another(small, change):
    broken = change(small, "mentions", "jia-m2", deadline=2022, deadline_start=75, deadline_end=79)
    problem = only(change(broken, "targets", "jia-t2", deadline=2022))
    assert (problem.found, problem.wanted) == ('"2022"', '"2025"')


def test_an_undated_goal_takes_the_end_of_the_period_of_its_document(small, change):
    broken = change(small, "mentions", "yi-m2", deadline=pd.NA, deadline_start=pd.NA, deadline_end=pd.NA)
    problem = only(change(broken, "targets", "yi-t2", deadline=pd.NA))
    assert (problem.column, problem.wanted) == ("yi-m2 deadline", '"2025"')
    assert "period" in problem.advice


def test_a_year_in_full_width_digits_is_that_year(small, change):
    text = small.texts["jia-2023"]
    written = retext(change, small, "jia-2023", "到2025年", "到２０２５年")
    assert len(written.texts["jia-2023"]) == len(text)
    found = checks.check(written)
    assert {problem.file for problem in found} == {"data/exclusions.csv"}, "only the exclusion was copied in ASCII"


def test_a_year_of_the_republic_of_china_says_the_year_of_the_common_era(small, change):
    def stands(year: str) -> list[tuple[str, str]]:
        written = retext(change, small, "jia-2023", "到2025年", f"到 {year}年")
        place = int(small.mentions.set_index("mention_id").loc["jia-m2", "deadline_start"]) + 1
        found = checks.check(change(written, "mentions", "jia-m2", deadline_start=place))
        return [(problem.column, problem.found) for problem in found if "jia-m2 deadline" in problem.column]

    assert stands("114") == []
    assert stands("113") == [("jia-m2 deadline", '"2025" with "113" at its place')]


def test_a_year_governs_across_a_break_that_only_the_margin_made(small, change):
    lines = [
        "提高质量。到2025年，全市职业教育的办学条件明显改善，布局合理，",
        "更加优质，专业设置同产业发展更加契合，教师队伍的结构更加合理，",
        "校企合作更加深入，社会认可度和吸引力显著提高，全市职业院校每年",
        "建设3所省级优质中职学校。",
    ]

    def problems(text: str, **cells: object) -> set[str]:
        start = text.index("3所")
        places = {"start": start, "end": start + 1, "quote_start": start - 2, "deadline_start": 6, "deadline_end": 10}
        places |= cells
        texts = {**small.texts, "jia-2023": text}
        written = small.__class__(**{**vars(small), "texts": texts})
        return {
            problem.column
            for problem in checks.check(change(written, "mentions", "jia-m2", **places))
            if problem.column.startswith("jia-m2")
        }

    assert problems("\n".join(lines)) == {"jia-m2 period"}, "every year is said in the line above"
    undated = dict.fromkeys(("deadline", "deadline_start", "deadline_end"), pd.NA)
    assert problems("\n".join(lines), **undated) == {"jia-m2 period", "jia-m2 deadline"}, "the year is not missed"
    later = [
        *lines[1:3],
        "每年建设3所省级优质中职学校，布局更加合理，结构更加优化，专业契合，",
        "到2025年全部建成，社会认可度和吸引力显著提高，布局更加合理。",
    ]
    place = "\n".join(later).index("2025")
    stands = {"deadline_start": place, "deadline_end": place + 4}
    assert problems("\n".join(later), **stands) == {"jia-m2 period"}, "the year stands in the line below"
    assert problems("\n\n".join(lines)) == {"jia-m2 deadline"}, "paragraphs of their own"


@pytest.mark.parametrize(
    ("stands", "year", "says"),
    [
        ("2024/25", 2025, True),
        ("2024-25", 2025, True),
        ("2024至25", 2025, True),
        ("2024到25", 2025, True),
        ("2024/25", 2024, False),
        ("2024至25", 2024, False),
        ("2024/25", 2026, False),
    ],
)
def test_a_school_year_says_the_year_in_which_it_is_over(stands, year, says):
    assert years._is_year(stands, year) is says


def test_a_five_year_plan_says_its_last_year():
    assert years._is_year("十四五", 2025)
    assert years._is_year("第十四个五年", 2025)
    assert not years._is_year("十四五", 2026)


def dated(change, data, place, year):
    """Return data in which jia-t4, undated in its own sentence, takes the year at this place."""
    cells = {"deadline": year, "deadline_start": place, "deadline_end": place + 4}
    return change(change(data, "mentions", "jia-m4", **cells), "targets", "jia-t4", deadline=year)


def test_the_year_of_a_neighbouring_sentence_is_not_borrowed(small, change):
    problem = only(dated(change, small, 75, 2022))
    assert (problem.column, problem.found) == ("jia-m4 deadline", '"2022"')
    assert "never borrowed" in problem.advice


@pytest.mark.parametrize(
    ("heading", "problems"),
    [("到2024年", 0), ("2024年前", 0), ("于2024年", 0), ("2024年起", 1), ("比2024年", 1), ("共2024所", 1)],
)
def test_a_heading_with_a_year_by_which_dates_what_follows(small, change, add, heading, problems):
    place = small.texts["jia-2023"].index("二、保障措施") + heading.index("2024")
    data = dated(change, retext(change, small, "jia-2023", "二、保障措施", heading), place, 2024)
    cells = {"document_id": "jia-2023", "start": place, "end": place + 4, "numeral": "2024", "reason": "date"}
    found = checks.check(add(data, "exclusions", **cells))
    assert [problem.column for problem in found] == ["jia-m4 deadline"] * problems


def test_a_year_dates_all_mentions_of_its_target(small, change):
    cells = {"deadline": 2025, "deadline_start": 32, "deadline_end": 36}
    assert checks.check(change(small, "mentions", "jia-m5", **cells)) == []


# Settled targets


@pytest.mark.parametrize(
    ("target", "cells"),
    [
        ("jia-t2", {"value_min": 4.0, "value_max": 4.0}),
        ("jia-t2", {"deadline": 2026}),
        ("jia-t2", {"deadline": pd.NA}),
        ("jia-t2", {"unit": "个"}),
        ("jia-t1", {"comparator": "exact"}),
        ("jia-t2", {"level_zh": ""}),
        ("yi-t1", {"start_year": pd.NA}),
        ("jia-t4", {"value_min": 5_000_001.0, "value_max": 5_000_001.0}),
    ],
)
def test_a_target_is_the_settled_reading_of_its_mentions(small, change, target, cells):
    assert {f"{target} {column}" for column in cells} <= columns(change(small, "targets", target, **cells))


# What would put the other mention of jia-t2 first if the place in the document alone decided.
EARLIER = {"start": 1, "value_min": 4.0, "deadline": 2022}


@pytest.mark.parametrize(
    "cells",
    [
        {"section_zh": "附件 任务表", "level_zh": "省级"},
        {"section_zh": "一、总体目标", "level_zh": "国家、省级"},
        {"section_zh": "一、总体目标", "level_zh": "省级", "deadline": pd.NA},
        {"section_zh": "一、总体目标", "level_zh": "省级", "start": 70},
    ],
    ids=["body before annex", "narrower level", "dated place", "earlier place"],
)
def test_the_settled_reading_prefers(small, change, cells):
    reading = settled.settle(change(small, "mentions", "jia-m5", **(EARLIER | cells))).loc["jia-t2"]
    assert (reading["value_min"], reading["level_zh"], reading["deadline"]) == (3, "省级", 2025)


def test_the_narrower_level_goes_before_a_date(small, change):
    moved = change(small, "mentions", "jia-m5", **EARLIER, section_zh="一、总体目标", level_zh="国家、省级")
    reading = settled.settle(change(moved, "mentions", "jia-m2", deadline=pd.NA)).loc["jia-t2"]
    assert (reading["value_min"], reading["level_zh"], reading["deadline"]) == (3, "省级", 2022)


def test_the_earlier_place_decides_between_equals(small, change):
    moved = change(small, "mentions", "jia-m5", **EARLIER, section_zh="一、总体目标", level_zh="省级")
    assert settled.settle(moved).loc["jia-t2", "value_min"] == 4


def test_levels_follow_from_the_wording(small, change):
    problem = only(change(small, "targets", "jia-t2", level_min="prefecture"))
    assert (problem.column, problem.wanted) == ("jia-t2 level_min, level_max", '"provincial..provincial"')


def test_a_target_needs_a_mention(small, drop):
    broken = drop(drop(small, "mentions", "yi-m2"), "mentions", "jia-m3")
    assert {"yi-t2", "jia-t3"} <= columns(broken)


def test_the_region_of_a_target_is_that_of_its_document(small, change):
    assert "yi-t1 region_id" in columns(change(small, "targets", "yi-t1", region_id="jia"))


# Rules of the codebook


@pytest.mark.parametrize(
    ("target", "cells", "column"),
    [
        ("jia-t3", {"basis": "numeral"}, "basis"),
        ("jia-t1", {"basis": "wording"}, "basis"),
        ("jia-t1", {"modality": ""}, "modality"),
        ("jia-t1", {"scope_id": ""}, "scope_id"),
        ("jia-t2", {"scope_id": "teachers"}, "scope_id"),
    ],
)
def test_columns_that_contradict_each_other(small, change, target, cells, column):
    assert only(change(small, "targets", target, **cells)).column == f"{target} {column}"


def test_a_range_has_two_ends_and_nothing_else_has(small, change):
    assert "yi-t1 value_max" in columns(change(small, "targets", "yi-t1", value_max=2.0))
    assert "jia-t2 value_max" in columns(change(small, "targets", "jia-t2", value_max=4.0))


def test_a_status_has_neither_deadline_nor_modality(small, change):
    assert {"jia-t2 deadline", "jia-t2 modality"} <= columns(change(small, "targets", "jia-t2", kind="status"))


def test_scopes_do_not_nest_in_a_circle(small, add):
    broken = add(small, "scope_parents", scope_id="teachers", parent_id="special_teachers")
    found = checks.check(broken)
    assert {(problem.file, problem.line) for problem in found} == {("data/scope_parents.csv", line) for line in (2, 3)}


# Accounting


def test_a_digit_that_no_row_accounts_for(small, drop):
    found = checks.check(drop(small, "exclusions", 1))
    assert [(problem.column, problem.wanted) for problem in found] == [
        ("jia-2023 20", "exactly one mention or exclusion")
    ]
    assert found[0].found == 'digit "5" of " 甲政发〔2023〕5号  一、总体目标 " in 0 rows'


def test_a_full_width_digit_is_a_digit(small, drop):
    found = checks.check(drop(drop(small, "mentions", "jia-m1"), "targets", "jia-t1"))
    assert {"jia-2023 54", "jia-2023 55"} <= {problem.column for problem in found}


def test_a_digit_that_two_rows_claim(small, add):
    cells = {"document_id": "jia-2023", "start": 62, "end": 63, "numeral": "3", "reason": "other"}
    problem = only(add(small, "exclusions", **cells))
    assert (problem.column, problem.found[-9:]) == ("jia-2023 62", "in 2 rows")


def test_words_that_two_mentions_claim(small, add):
    cells = small.mentions.set_index("mention_id", drop=False).loc["jia-m3"].to_dict()
    problem = only(add(small, "mentions", **{**cells, "mention_id": "jia-m9"}))
    assert (problem.file, problem.line, problem.column) == ("data/mentions.csv", 9, "jia-2023 92")


def test_words_that_a_mention_and_an_exclusion_claim(small, add):
    cells = {"document_id": "jia-2023", "start": 92, "end": 94, "numeral": "全部", "reason": "other"}
    problem = only(add(small, "exclusions", **cells))
    assert (problem.file, problem.column) == ("data/exclusions.csv", "jia-2023 92")


def test_an_exclusion_must_stand_where_it_says(small, change):
    problem = only(change(small, "exclusions", 1, numeral="6"))
    assert (problem.file, problem.line, problem.found) == ("data/exclusions.csv", 3, 'text[20:21] "5"')


# Silence


def test_a_silence_that_the_text_breaks_though_white_space_parts_the_word(small, drop):
    problem = only(drop(small, "silences", 0))
    assert (problem.file, problem.line, problem.column) == ("data/indicators.csv", 2, "yi teachers_dual")
    assert problem.found.startswith('"双师　型" at yi-2020 text[')


def test_a_silence_broken_by_another_term_of_the_indicator(small, change):
    broken = change(small, "indicators", "courses_online", terms_zh="在线课程|专项 资金")
    assert only(broken).column == "jia courses_online"


def test_a_silence_and_a_target(small, add):
    start = small.texts["yi-2020"].index("专项经费")
    cells = {"region_id": "yi", "indicator_id": "funding_earmarked", "reason": "no_number", "document_id": "yi-2020"}
    problem = only(add(small, "silences", **cells, start=start, end=start + 4))
    assert (problem.column, problem.found) == ("yi funding_earmarked", "a silence and a target")


def test_a_silence_points_at_a_word_that_speaks_of_it(small, change):
    problem = only(change(small, "silences", 0, start=0, end=2))
    assert (problem.column, problem.found) == ("yi teachers_dual", 'text[0:2] "乙市"')


def test_a_silence_with_a_document_needs_a_place(small, change):
    problem = only(change(small, "silences", 0, start=pd.NA, end=pd.NA))
    assert (problem.column, problem.found) == ("yi teachers_dual", "a document without a place")


@pytest.mark.parametrize(
    ("text", "terms", "found"),
    [
        ("双师型", "双师型", ["双师型"]),
        ("双 师\u00a0型、双\u3000\n师型", "双师型", ["双 师\u00a0型", "双\u3000\n师型"]),
        ("在线课程与网课", "网课|在线课程", ["在线课程", "网课"]),
        ("双师", "双师型", []),
        ("1+X证书", "1+X", ["1+X"]),
        ("「雙師型」教師、１＋Ｘ證書", "“双师型”教师|1+X", ["「雙師型」教師", "１＋Ｘ"]),
        ("“双师型”教师", "「雙師型」教師", ["“双师型”教师"]),
    ],
)
def test_terms_are_found_with_white_space_script_and_width_ignored(text, terms, found):
    assert [text[start:end] for start, end in accounting.find_terms(text, terms)] == found


# Evidence


def test_evidence_shows_the_paragraph_with_the_numeral_marked(small):
    shown = evidence.show_evidence(small, "jia-t2", "zh")
    assert [place["mention_id"] for place in shown.places] == ["jia-m2", "jia-m5"]
    first, second = str(shown).split("\n\n")
    assert first.splitlines()[0] == (
        "jia-m2 · 《甲市职业教育工作方案》 · 甲政发〔2023〕5号 · 已印发 · 一、总体目标 · text[62:63]"
    )
    assert first.splitlines()[1].startswith("到2025年") and "建设【3】所省级优质中职学校。" in first
    assert second.endswith("建设【3】所优质中职学校。")


def test_evidence_in_english_keeps_the_quote_in_chinese(small):
    shown = str(evidence.show_evidence(small, "yi-t2", "en"))
    assert shown.splitlines() == [
        "yi-m2 · Climbing <plan> of Yi · no number · draft · 二、保障 · text[99:101]",
        "市财政安排专项经费【1亿】元。",
    ]


def test_evidence_follows_the_default_language(small):
    assert evidence.show_evidence(small, "yi-t2").lang == "zh"


def test_evidence_as_html_escapes_what_documents_say(small):
    html = evidence.show_evidence(small, "yi-t2", "en")._repr_html_()
    assert "Climbing &lt;plan&gt; of Yi" in html and "<plan>" not in html
    assert "市财政安排专项经费<mark><b>1亿</b></mark>元。" in html


def test_evidence_of_an_unknown_target_names_near_ids(small):
    with pytest.raises(UnknownIdError, match="show_evidence: there is no 'jia-t9'; did you mean jia-t4"):
        evidence.show_evidence(small, "jia-t9")


def test_checks_change_no_table(small):
    before = {name: small.table(name).copy() for name in small.schema.tables}
    checks.check(small)
    settled.settle(small)
    for name, frame in before.items():
        pd.testing.assert_frame_equal(small.table(name), frame)
