import re

import pytest

from regional_targets.errors import DataError
from regional_targets.schema import DATE_PATTERN, load_schema


@pytest.fixture(scope="module")
def schema(root):
    return load_schema(root / "data")


def test_tables_keep_the_order_of_the_descriptor(schema):
    assert list(schema.tables)[:3] == ["regions", "documents", "indicators"]
    assert schema.tables["targets"].columns[:4] == ["target_id", "region_id", "document_id", "indicator_id"]


def test_keys_and_references_are_read(schema):
    assert schema.tables["scope_parents"].primary_key == ("scope_id", "parent_id")
    references = {(key.field, key.target_table, key.target_field) for key in schema.tables["mentions"].foreign_keys}
    assert references == {("target_id", "targets", "target_id"), ("document_id", "documents", "document_id")}


def test_constraints_of_a_column_are_read(schema):
    mentions, documents = schema.tables["mentions"], schema.tables["documents"]
    assert (mentions.field("start").type, mentions.field("start").minimum) == ("integer", 0)
    assert (mentions.field("start").required, mentions.field("deadline_start").required) == (True, False)
    assert (documents.field("file").unique, documents.field("number").unique) == (True, False)
    assert documents.field("issued").pattern == DATE_PATTERN
    assert mentions.field("comparator").enum == ("exact", "at_least", "at_most", "about", "range")


@pytest.mark.parametrize(("lang", "words"), [("zh", "不低于"), ("en", "at least")])
def test_a_code_has_words_in_both_languages(schema, lang, words):
    assert schema.label("comparator", "at_least", lang) == words
    assert schema.labels("comparator", lang)["at_least"] == words


def test_an_empty_code_has_no_words(schema):
    assert schema.label("level", "", "en") == ""


def test_headings_are_in_the_language_asked_for(schema):
    field = schema.tables["targets"].field("deadline")
    assert (field.title("zh"), field.title("en")) == (field.title_zh, field.title_en)
    assert field.title_zh != field.title_en


@pytest.mark.parametrize("day", ["2023-02-17", "2023-12-31"])
def test_days_of_the_pattern(day):
    assert re.fullmatch(DATE_PATTERN, day)


@pytest.mark.parametrize("day", ["2023-2-17", "2023-13-01", "2023-00-10", "2023-01-32", "2023.01.01"])
def test_no_days_of_the_pattern(day):
    assert not re.fullmatch(DATE_PATTERN, day)


def test_a_folder_without_descriptor_says_how_to_name_one(tmp_path):
    with pytest.raises(DataError) as caught:
        load_schema(tmp_path)
    (problem,) = caught.value.problems
    assert (problem.file, problem.found) == (str(tmp_path / "datapackage.json"), "nothing")
    assert "REGIONAL_TARGETS_DATA" in problem.advice
