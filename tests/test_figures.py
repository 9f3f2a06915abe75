import pandas as pd
import pytest

from regional_targets.errors import UnknownIdError
from regional_targets.figures import MARK_COLUMNS, catalogue, figure, figure_id
from regional_targets.overviews import OVERVIEWS

MONEY = {"indicator_id": "funding_earmarked", "kind": "funding", "unit": "元"}


def test_the_catalogue_has_overviews_and_each_indicator_of_two_regions(small):
    assert catalogue(small) == [*OVERVIEWS, "fig-schools-quality", "fig-funding-earmarked"]


def test_the_catalogue_of_a_theme(small):
    assert catalogue(small, "funding") == ["fig-funding-earmarked"]
    assert catalogue(small, "teachers") == []


def test_ids_of_figures_are_unlike_and_fit_the_name_of_a_sheet(data):
    ids = [figure_id(indicator) for indicator in data.indicators["indicator_id"]]
    assert len(set(ids)) == len(ids)
    assert max(map(len, ids)) <= 31


def test_a_figure_has_a_mark_per_target_and_per_silent_region(small):
    shown = figure(small, "fig-teachers-dual", "en")
    assert tuple(shown.marks.columns) == MARK_COLUMNS
    assert (shown.title, shown.unit) == ("Share of dual-qualified teachers", "%")
    assert shown.subtitle == "%; 1 commitment of 1 of 2 regions"
    assert list(shown.marks["label"]) == ["≥ 50 %, by 2025", "mentioned, no number"]
    assert list(shown.marks["row_label"]) == ["Jia", "Yi (draft)"]
    assert shown.marks.loc[0, ["x_min", "x_max"]].to_list() == [50, 50]
    assert pd.isna(shown.marks.loc[1, "x_min"])
    assert shown.notes == ("a  of: vocational teachers; object: dual-qualified teachers",)


def test_a_figure_in_chinese(small):
    shown = figure(small, "fig-teachers-dual")
    assert shown.subtitle == "单位：%；2个地区中1个作出1项承诺"
    assert list(shown.marks["label"]) == ["≥ 50%，到2025年", "提及但无数字"]
    assert list(shown.marks["row_label"]) == ["甲市", "乙市（讨论稿）"]


def test_a_range_keeps_both_ends(small):
    marks = figure(small, "fig-schools-quality", "en").marks
    assert marks.loc[1, ["x_min", "x_max", "label"]].to_list() == [2, 3, "2–3 schools, 2021–2025"]


def test_periods_that_convert_are_drawn_per_year_with_the_original_beside(small):
    shown = figure(small, "fig-funding-earmarked", "en")
    assert list(shown.marks["x_min"]) == [5_000_000, 20_000_000]
    assert list(shown.marks["derived"]) == [False, True]
    assert set(shown.marks["panel"]) == {"per year"}
    assert shown.marks.loc[1, "label"] == "100 million yuan, by 2025, derived: 20 million a year"


def test_periods_that_do_not_convert_stand_in_panels(targets):
    data = targets(a=MONEY | {"period": "per_year"}, b=MONEY)
    shown = figure(data, "fig-funding-earmarked", "en")
    assert list(shown.marks["panel"]) == ["per year", "in total"]
    assert not shown.marks["derived"].any()
    assert shown.subtitle.endswith("panels do not share a scale")


@pytest.mark.parametrize(("cells", "panels"), [({}, ["prefecture", "province"]), ({"per_en": "per school"}, ["", ""])])
def test_totals_of_different_levels_stand_in_panels(targets, change, cells, panels):
    per = cells | {"per_zh": "每所学校"} if cells else {}
    data = change(targets(a=per, b=per), "regions", "yi", admin_level="province")
    assert list(figure(data, "fig-schools-quality", "en").marks["panel"]) == panels


def test_a_status_stands_apart_from_goals(targets):
    data = targets(a={}, b={"kind": "status", "modality": ""})
    assert list(figure(data, "fig-schools-quality", "en").marks["panel"]) == ["", "status"]


def test_several_targets_of_a_region_are_told_apart_and_share_equal_notes(targets):
    other = {"object_zh": "中心", "object_en": "centres"}
    marks = figure(targets(a={}, b={}, c=other), "fig-schools-quality", "en").marks
    assert list(marks["sublabel"]) == ["schools", "centres", ""]
    assert list(marks["footnotes"]) == ["a", "b", "a"]


def test_notes_name_the_verdict_of_each_pair_with_its_rules_and_order(small):
    shown = figure(small, "fig-schools-quality", "en")
    assert shown.notes[-1].startswith(
        "Jia 3 schools / Yi 2–3 schools: comparable with notes (one without start year, different comparators, "
    )


def test_a_pair_that_cannot_be_compared_has_no_order(targets):
    data = targets(a={}, b={"kind": "status", "modality": ""})
    (note,) = (note for note in figure(data, "fig-schools-quality", "en").notes if " / " in note)
    assert note.endswith(": not comparable (a status against a commitment, verbs of different strength)")


def test_many_pairs_are_counted_and_not_listed(targets):
    shown = figure(targets(**{name: {} for name in "abcdefgh"}), "fig-schools-quality", "en")
    assert shown.notes[-1].startswith("16 pairs: comparable 16")


def test_notes_beyond_z_have_two_letters(targets):
    rows = {f"t{n:02}": {"object_zh": f"校{n}", "object_en": f"school {n}"} for n in range(28)}
    marks = figure(targets(**rows), "fig-schools-quality", "en").marks
    assert {"a", "z", "aa", "ab"} <= set(marks["footnotes"])
    assert marks["footnotes"].is_unique


def test_the_source_names_each_document_by_number_or_title_and_the_version(small):
    source = figure(small, "fig-schools-quality", "en").source
    assert source == f"Source: 甲政发〔2023〕5号; Climbing <plan> of Yi; data {small.version}"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_figure_has_an_alternative_text_that_says_every_mark(data, lang):
    for fig_id in catalogue(data)[::2]:
        shown = figure(data, fig_id, lang)
        assert shown.title in shown.alt and shown.lang == lang
        assert all(label in shown.alt for label in shown.marks["label"])
        if shown.form == "intervals":
            assert len(shown.marks["region_id"].unique()) == len(data.regions)


def test_an_indicator_that_nobody_commits_to_has_a_figure_of_silences(small):
    shown = figure(small, "fig-courses-online", "en")
    assert list(shown.marks["status"]) == ["not_mentioned", "not_mentioned"]
    assert shown.subtitle == "courses; 0 commitments of 0 of 2 regions"


@pytest.mark.parametrize("fig_id", ["fig-teachers_dual", "teachers-dual", "fig-courage"])
def test_an_unknown_figure_names_near_ones(small, fig_id):
    with pytest.raises(UnknownIdError, match=r"figure: there is no .*did you mean .*fig-"):
        figure(small, fig_id)
