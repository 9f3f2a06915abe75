"""Contradictions and the concordance quote the documents, and miss nothing that the tables or texts hold."""

from __future__ import annotations

import re

import pytest

from regional_targets.reading import concordance, contradictions
from regional_targets.tables import load

DATA = load()


def test_each_contradiction_has_two_readings_and_a_note():
    table = contradictions(DATA)
    assert not table.empty
    notes = DATA.targets.set_index("target_id")
    for (target, _), group in table.groupby(["target_id", "field"]):
        assert group["found"].nunique() > 1
        assert (group["found"] == group["settled"]).any()
        assert notes.loc[target, "note_zh"] and notes.loc[target, "note_en"]


def test_a_lost_measure_word_and_unlike_levels_are_found():
    found = set(contradictions(DATA)[["target_id", "field"]].itertuples(index=False, name=None))
    assert {("wuwei-t11", "unit"), ("wuwei-t03", "level_zh")} <= found


def test_the_concordance_finds_every_place_white_space_ignored():
    table = concordance(DATA, "双师型")
    for document, text in DATA.texts.items():
        wanted = len(re.findall("双师型", re.sub(r"\s", "", text)))
        assert (table["document_id"] == document).sum() == wanted > 0
    for row in table.itertuples():
        assert re.sub(r"\s", "", DATA.texts[row.document_id][row.start : row.end]) == "双师型"
    assert (table["word"] != "双师型").any()  # a space stands within the word in one place


def test_a_place_within_a_quote_names_its_target():
    table = concordance(DATA, "双师型").query("region_id == 'wuwei'")
    assert list(table["target_id"]).count("wuwei-t08") == 1


def test_several_words_and_an_absent_one():
    both = concordance(DATA, "学徒制|产业学院")
    assert len(both) == len(concordance(DATA, "学徒制")) + len(concordance(DATA, "产业学院"))
    assert concordance(DATA, "火星").empty


@pytest.mark.parametrize("words", ["", " ", "|"])
def test_nothing_to_look_for_is_refused(words):
    with pytest.raises(ValueError, match="no word"):
        concordance(DATA, words)
