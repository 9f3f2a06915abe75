"""The matrices count what the tables hold, cell by cell, and count regions when there are very many."""

from __future__ import annotations

import pandas as pd
import pytest
from generated import generate

from regional_targets.comparison import coverage, verdicts
from regional_targets.figures import figure
from regional_targets.overviews import MAX_COLUMNS, OVERVIEWS
from regional_targets.rules import VERDICTS
from regional_targets.tables import load

DATA = load()
MANY = generate(60, 20)


def cells(data, fig_id: str, lang: str = "en") -> pd.DataFrame:
    return figure(data, fig_id, lang).marks.set_index(["row_id", "column_id"])


def test_the_coverage_figure_has_a_cell_per_region_and_indicator_of_the_catalogue(small):
    shown = figure(small, "fig-coverage", "en")
    assert shown.form == "matrix"
    assert shown.marks[["row_id", "column_id", "label"]].to_numpy().tolist() == [
        ["schools_quality", "jia", "1"],
        ["schools_quality", "yi", "1"],
        ["funding_earmarked", "jia", "1"],
        ["funding_earmarked", "yi", "1"],
    ]
    assert "2 of 4 indicators" in shown.subtitle


def test_the_coverage_figure_says_why_there_is_no_value(small, add):
    region = {
        "region_id": "ding",
        "name_zh": "丁市",
        "name_en": "Ding",
        "admin_level": "prefecture",
        "adcode": "990300",
    }
    marks = figure(add(small, "regions", **region), "fig-coverage", "zh").marks
    assert set(marks.loc[marks["column_id"] == "ding", "label"]) == {"尚未编码"}


def test_each_cell_of_the_verdicts_is_the_best_of_its_pairs():
    shown = cells(DATA, "fig-verdicts")
    judged = verdicts(DATA)
    for (indicator, one, other), group in judged.groupby(["indicator_id", "region_a", "region_b"]):
        cell = shown.loc[(indicator, f"{one}+{other}")]
        best = min(group["verdict"], key=VERDICTS.index)
        assert cell["status"] == best
        notes = group.loc[group["verdict"] == best, "n_notes"].min()
        assert cell["label"].startswith("not" if best == "not_comparable" else str(notes))
        assert (len(group) > 1) == ("of" in cell["label"])
    assert (shown["status"] != "no_pair").sum() == judged.groupby(["indicator_id", "region_a", "region_b"]).ngroups
    assert figure(DATA, "fig-verdicts", "en").counts.to_numpy().sum() == len(judged)


def test_deadlines_count_every_target_once_and_starts_apart():
    shown = cells(DATA, "fig-deadlines")
    due = shown[~shown.index.get_level_values("row_id").str.startswith("from-")]
    assert due["value"].sum() == len(DATA.targets)
    starts = shown[shown.index.get_level_values("row_id").str.startswith("from-")]
    assert starts["value"].sum() == DATA.targets["start_year"].notna().sum()
    for region, group in DATA.targets.groupby("region_id"):
        assert shown.loc[("by-2025", region), "value"] == (group["deadline"] == 2025).sum()


def test_wording_counts_every_target_in_each_group():
    shown = cells(DATA, "fig-wording")["value"]
    for field in ("comparator", "basis", "kind"):
        assert shown[shown.index.get_level_values("row_id").str.startswith(field)].sum() == len(DATA.targets)
    verbs = shown[shown.index.get_level_values("row_id").str.startswith("modality")].sum()
    assert verbs == (DATA.targets["modality"] != "").sum()
    assert shown[("comparator-about", "wuwei")] == 3


@pytest.mark.parametrize("fig_id", OVERVIEWS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_many_regions_are_counted_not_listed(fig_id, lang):
    shown = figure(MANY, fig_id, lang)
    assert shown.marks["column_id"].nunique() <= MAX_COLUMNS
    assert shown.marks["value"].notna().all()


def test_the_counted_coverage_adds_up_to_all_regions():
    shown = figure(MANY, "fig-coverage").marks
    assert (shown.groupby("row_id")["value"].sum() == len(MANY.regions)).all()
    stated = coverage(MANY).query("status == 'stated'").groupby("indicator_id").size()
    held = shown[shown["column_id"] == "stated"].set_index("row_id")["value"]
    assert (held == stated[held.index]).all()


def test_the_counted_verdicts_add_up_to_all_pairs():
    shown = figure(MANY, "fig-verdicts").marks
    assert shown["value"].sum() == len(verdicts(MANY))


def test_the_stage_of_a_document_stands_in_the_heads_or_in_a_note(small):
    assert list(figure(small, "fig-coverage", "zh").marks["column"].unique()) == ["甲市", "乙市（讨论稿）"]
    assert list(figure(small, "fig-wording", "en").marks["column"].unique()) == ["Jia", "Yi (draft)"]
    assert figure(small, "fig-wording", "en").notes[1:] == ()
    assert figure(small, "fig-verdicts", "en").notes[1:] == ("draft: Yi",)


def test_deadlines_and_wording_of_many_regions_are_counted_by_stage():
    stages = MANY.targets["document_id"].map(MANY.documents.set_index("document_id")["stage"])
    kinds = cells(MANY, "fig-wording").query("row_id.str.startswith('kind')")
    assert kinds["value"].groupby("column_id").sum().to_dict() == stages.value_counts().to_dict()


def test_the_notes_of_the_verdicts_explain_the_form_that_is_shown():
    assert "n notes" in figure(DATA, "fig-verdicts", "en").notes[0]
    assert "n notes" not in figure(MANY, "fig-verdicts", "en").notes[0]


def test_the_counted_coverage_begins_with_what_is_stated():
    assert figure(MANY, "fig-coverage").marks["column_id"].iloc[0] == "stated"
