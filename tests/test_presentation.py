import pandas as pd
import pytest

from regional_targets.comparison import compare, coverage, verdicts
from regional_targets.presentation import HEADINGS, codes, heading, present


@pytest.mark.parametrize(
    ("column", "code", "codelist"),
    [
        ("comparator", "at_least", "comparator"),
        ("kind", "status", "kind"),
        ("status", "no_number", "silence_reason"),
        ("status", "not_coded", "silence_reason"),
        ("status", "checked", "context_status"),
        ("reason", "document_number", "exclusion_reason"),
        ("reason", "other_thing", "silence_reason"),
    ],
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_codes_have_the_words_of_their_list(data, column, code, codelist, lang):
    assert codes(data, column, lang)[code] == data.schema.label(codelist, code, lang)


@pytest.mark.parametrize(
    ("column", "code", "zh", "en"),
    [
        ("status", "stated", "已承诺", "stated"),
        ("verdict", "not_comparable", "不可比", "not comparable"),
        ("order", "unorderable", "无法排序", "cannot be ordered"),
    ],
)
def test_computed_codes_have_words(data, column, code, zh, en):
    assert (codes(data, column, "zh")[code], codes(data, column, "en")[code]) == (zh, en)


def test_a_column_without_codes_has_none(data):
    assert codes(data, "object_zh", "en") == {}


@pytest.mark.parametrize(
    ("column", "zh", "en"),
    [("amount", "承诺值", "Committed value"), ("n_notes", "说明数", "Notes"), ("no_such", "no_such", "no_such")],
)
def test_headings(data, column, zh, en):
    assert (heading(data, column, "zh"), heading(data, column, "en")) == (zh, en)


def test_headings_of_tables_come_from_the_descriptor(data):
    field = data.schema.tables["targets"].field("deadline")
    assert (heading(data, "deadline", "zh"), heading(data, "deadline", "en")) == (field.title_zh, field.title_en)


def frames(data, lang: str) -> dict[str, pd.DataFrame]:
    computed = {
        "compare": compare(data, "schools_quality", lang),
        "coverage": coverage(data),
        "verdicts": verdicts(data),
    }
    return {**{name: data.table(name) for name in data.schema.tables}, **computed}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_cell_is_lost(small, lang):
    for name, frame in frames(small, lang).items():
        shown: dict[str, list] = {}
        for column in frame.columns:
            cells = present(small, frame[[column]], lang)
            filled = (frame[column].notna() & (frame[column].astype("str") != "")).to_numpy()
            assert (cells.iloc[:, 0] != "").to_numpy()[filled].all(), f"{name}.{column}"
            heading, values = cells.columns[0], cells.iloc[:, 0].to_list()
            assert shown.setdefault(heading, values) == values, f"{name}: two columns are headed {heading}"
        assert list(present(small, frame, lang).columns) == list(shown)


def test_missing_values_are_empty_text_and_whole_numbers_are_whole(small):
    shown = present(small, small.mentions, "en")
    deadlines = shown[heading(small, "deadline", "en")]
    assert list(deadlines) == [2025, 2025, 2022, "", "", 2025, 2025]
    assert all(isinstance(value, int) for value in deadlines if value != "")


def test_a_fraction_keeps_its_decimals(small):
    assert list(present(small, pd.DataFrame({"value_min": [1.5, 2.0, None]}), "en").iloc[:, 0]) == [1.5, 2, ""]


def test_truth_is_written_in_words(small):
    frame = pd.DataFrame({"derived": [True, False]})
    assert list(present(small, frame, "zh").iloc[:, 0]) == ["是", ""]
    assert list(present(small, frame, "en").iloc[:, 0]) == ["yes", ""]


def test_ids_of_regions_and_indicators_become_names(small):
    frame = pd.DataFrame({"region_id": ["yi"], "region_a": ["jia"], "indicator_id": ["courses_online"]})
    assert present(small, frame, "zh").iloc[0].to_list() == ["乙市", "甲市", "在线课程"]
    assert present(small, frame, "en").iloc[0].to_list() == ["Yi", "Jia", "Online courses"]


def test_presenting_changes_no_input(small):
    frame = verdicts(small)
    before = frame.copy()
    present(small, frame, "en")
    pd.testing.assert_frame_equal(frame, before)


def test_computed_headings_are_in_both_languages():
    assert all(zh and en and zh != en for zh, en in HEADINGS.values())
