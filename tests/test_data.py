"""The real tables, checked without the library where a few lines can do it: schema, places, digits, silences, words."""

import hashlib
import json
import re
from collections import Counter

import frictionless
import pandas as pd
import pytest

from regional_targets import checks
from regional_targets.comparison import coverage

CJK = re.compile(r"[\u3400-\u9fff]+")
# Columns in which an English text may cite a term of the documents without quotation marks.
CITING = ("note_en", "definition_en")
# Codes that only a comparison gives; no table may hold them.
COMPUTED_CODES = {"silence_reason": {"not_mentioned", "not_coded"}}


def close(text: str) -> str:
    """Return a text without white space."""
    return re.sub(r"\s", "", text)


@pytest.fixture(scope="module")
def descriptor(root) -> dict:
    return json.loads((root / "data" / "datapackage.json").read_text(encoding="utf-8"))


def tables_with(data, *columns: str) -> list[tuple[str, pd.DataFrame]]:
    return [(name, data.table(name)) for name in data.schema.tables if {*columns} <= {*data.table(name).columns}]


# Schema


def test_frictionless_finds_the_package_valid(root):
    report = frictionless.validate(str(root / "data" / "datapackage.json"))
    assert report.flatten(["type", "note", "rowNumber", "fieldName"]) == [] and report.valid


def test_the_library_finds_no_problem(data):
    assert [str(problem) for problem in checks.check(data)] == []


def test_tables_are_utf_8_with_byte_order_mark_and_lf(root):
    for path in sorted((root / "data").glob("*.csv")):
        content = path.read_bytes()
        assert content.startswith(b"\xef\xbb\xbf") and b"\r" not in content and content.endswith(b"\n"), path.name


def test_closed_lists_are_the_allowed_values(descriptor):
    """A column may allow a part of its list; together the columns allow all codes that are not computed."""
    allowed: dict[str, set] = {}
    for resource in descriptor["resources"]:
        for field in resource["schema"]["fields"]:
            codelist, enum = field.get("codelist"), field.get("constraints", {}).get("enum")
            assert (codelist is None) == (enum is None), f"{resource['name']}.{field['name']}"
            if codelist:
                assert len(set(enum)) == len(enum) > 0, f"{resource['name']}.{field['name']}"
                allowed.setdefault(codelist, set()).update(enum)
    for codelist, codes in allowed.items():
        assert codes == set(descriptor["codelists"][codelist]) - COMPUTED_CODES.get(codelist, set()), codelist


def test_every_column_and_code_has_words_in_both_languages(descriptor):
    described = [*descriptor["resources"], *(field for r in descriptor["resources"] for field in r["schema"]["fields"])]
    for item in described:
        title = item["title"] if "path" in item else item["title_en"]
        assert item["title_zh"] and CJK.search(item["description_zh"]), item["name"]
        assert title and item["description"] and not CJK.search(title), item["name"]
    for codelist in descriptor["codelists"].values():
        for words in codelist.values():
            assert CJK.search(words["zh"]) and words["en"] and not CJK.search(words["en"])


# Texts and places


def test_texts_are_the_bytes_that_were_coded(data):
    for row in data.documents.itertuples():
        content = (data.folder / row.file).read_bytes()
        assert hashlib.sha256(content).hexdigest() == row.sha256, row.file
        assert content.decode("utf-8") == data.texts[row.document_id]


def test_every_source_is_a_document(data):
    assert {f"sources/{path.name}" for path in (data.folder / "sources").iterdir()} == set(data.documents["file"])


def test_every_numeral_and_quote_stands_where_the_table_says(data):
    for row in data.mentions.itertuples():
        text = data.texts[row.document_id]
        assert text[row.start : row.end] == row.numeral, row.mention_id
        assert text[row.quote_start : row.quote_start + len(row.quote)] == row.quote, row.mention_id
        assert row.quote_start <= row.start < row.end <= row.quote_start + len(row.quote), row.mention_id
    for row in data.exclusions.itertuples():
        assert data.texts[row.document_id][row.start : row.end] == row.numeral, (row.document_id, row.start)


def test_every_digit_character_lies_in_exactly_one_row(data):
    claims = Counter(
        (row.document_id, place)
        for table in (data.mentions, data.exclusions)
        for row in table.itertuples()
        for place in range(row.start, row.end)
    )
    digits = [
        (document, match.start()) for document, text in data.texts.items() for match in re.finditer("[0-9０-９]", text)
    ]
    assert len(digits) > 500
    assert {place: claims[place] for place in digits if claims[place] != 1} == {}
    assert [place for place, count in claims.items() if count > 1] == []


def test_every_exclusion_holds_a_digit(data):
    assert data.exclusions["numeral"].str.contains("[0-9０-９]").all()


def test_every_year_has_its_place_in_the_text(data):
    for name in ("deadline", "start_year"):
        dated = data.mentions[data.mentions[name].notna()]
        assert len(dated) > 0
        for row in dated.itertuples():
            place = slice(getattr(row, f"{name}_start"), getattr(row, f"{name}_end"))
            assert data.texts[row.document_id][place] == str(getattr(row, name)), f"{row.mention_id} {name}"


@pytest.mark.parametrize("name", ["deadline", "start_year"])
def test_every_year_of_a_target_is_one_of_a_mention(data, name):
    stated = set(zip(data.mentions["target_id"], data.mentions[name], strict=True))
    dated = data.targets[data.targets[name].notna()]
    assert [row.target_id for row in dated.itertuples() if (row.target_id, getattr(row, name)) not in stated] == []


def test_every_target_has_a_mention_in_its_own_document(data):
    mentioned = set(zip(data.mentions["target_id"], data.mentions["document_id"], strict=True))
    assert mentioned == set(zip(data.targets["target_id"], data.targets["document_id"], strict=True))


# Coverage


def test_every_region_has_targets_mentions_and_a_document(data):
    regions = data.regions["region_id"]
    targets = data.targets["region_id"].value_counts()
    mentions = data.mentions["target_id"].map(data.targets.set_index("target_id")["region_id"]).value_counts()
    documents = data.documents["region_id"].value_counts()
    for counts in (targets, mentions, documents):
        assert counts.reindex(regions).gt(0).all()


def test_at_least_14_indicators_set_two_regions_side_by_side(data):
    assert (data.targets.groupby("indicator_id")["region_id"].nunique() >= 2).sum() >= 14


def test_every_indicator_has_a_target_and_one_measure_per_unit(data):
    assert set(data.targets["indicator_id"]) == set(data.indicators["indicator_id"])
    units = {"share": {"%"}, "money": {"元"}, "ratio": {"比", "倍"}, "duration": {"年", "个月"}}
    for row in data.indicators.itertuples():
        assert row.unit in units.get(row.measure, {row.unit}) and (row.measure == "share") == (row.unit == "%"), row


def test_every_scope_is_used(data):
    used = {*data.targets["scope_id"], *data.scope_parents["scope_id"], *data.scope_parents["parent_id"]}
    assert set(data.scopes["scope_id"]) <= used


def test_a_silence_is_no_target_and_says_why_in_both_languages(data):
    stated = set(zip(data.targets["region_id"], data.targets["indicator_id"], strict=True))
    silent = set(zip(data.silences["region_id"], data.silences["indicator_id"], strict=True))
    assert stated & silent == set()
    assert data.silences[["note_zh", "note_en"]].ne("").all(axis=None)


def test_not_mentioned_means_that_no_term_stands_in_the_text(data):
    table = coverage(data).query("status == 'not_mentioned'")
    terms = data.indicators.set_index("indicator_id")["terms_zh"].str.split("|")
    texts = data.documents.assign(text=data.documents["document_id"].map(data.texts).map(close))
    assert len(table) > 0
    for row in table.itertuples():
        for text in texts.loc[texts["region_id"] == row.region_id, "text"]:
            assert [term for term in terms[row.indicator_id] if close(term) in text] == [], row


def test_the_word_dual_qualified_without_a_share_is_no_target(data):
    """All five documents speak of 双师型 teachers; two promise a share of them, and three are silences with a place."""
    indicator = "teachers_dual_qualified"
    assert all("双师型" in close(text) for text in data.texts.values())
    shares = set(data.targets.loc[data.targets["indicator_id"] == indicator, "region_id"])
    assert shares == {"xinganmeng", "wuwei"}
    silences = data.silences[data.silences["indicator_id"] == indicator]
    assert set(silences["region_id"]) == set(data.regions["region_id"]) - shares
    assert set(silences["reason"]) == {"no_number"}
    for row in silences.itertuples():
        assert close(data.texts[row.document_id][row.start : row.end]) == "双师型"


# Words


def test_english_is_filled_wherever_chinese_is(data):
    for name, frame in tables_with(data):
        for column in frame.columns:
            english = f"{column.removesuffix('_zh')}_en"
            if column.endswith("_zh") and english in frame:
                alike = (frame[column] != "") == (frame[english] != "")
                assert frame.loc[~alike].iloc[:, 0].to_list() == [], f"{name}.{english}"


def english_cells(data):
    for name, frame in tables_with(data):
        for column in frame.columns:
            if column.endswith("_en"):
                for row, cell in frame[column].items():
                    yield f"{name}.{column} row {row}", column, str(cell)


def test_english_holds_chinese_only_as_words_of_the_documents(data):
    words = close("\n".join([*data.texts.values(), *data.documents["number"]]))
    for place, _, cell in english_cells(data):
        assert [word for word in CJK.findall(cell) if word not in words] == [], place


def test_english_names_hold_chinese_only_in_quotation_marks(data):
    for place, column, cell in english_cells(data):
        if column not in CITING:
            assert not CJK.search(re.sub("“[^”]*”", "", cell)), f"{place}: {cell}"


def test_notes_come_in_both_languages_and_titles_are_unlike(data):
    for name, frame in tables_with(data, "name_zh", "name_en"):
        assert frame["name_zh"].is_unique and frame["name_en"].is_unique, name


def test_sums_that_prove_a_population_are_right(data):
    proofs = [
        (row.value, [int(number) for number in re.search(r"(?:men|family) (\d+) \+ .*?(\d+)\)", row.source).groups()])
        for row in data.context.itertuples()
        if " + " in row.source
    ]
    assert len(proofs) >= 3
    assert all(sum(parts) == value for value, parts in proofs)
