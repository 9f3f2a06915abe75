"""A new region is data only: it passes the check, and figures, tables, workbooks and notebooks show it; so do sixty."""

from __future__ import annotations

from dataclasses import replace
from itertools import cycle, pairwise

import pytest
from newcomer import NEWCOMER, with_newcomer, with_sixty
from openpyxl import load_workbook
from test_charts import artists, assert_cells, assert_drawn, assert_readable

import regional_targets as rt
from regional_targets import tables
from regional_targets.__main__ import main
from regional_targets.charts import plot_figure
from regional_targets.figure_base import MAX_BESIDE
from regional_targets.overviews import OVERVIEWS

REGION, NAMES = NEWCOMER.region["region_id"], {"zh": NEWCOMER.region["name_zh"], "en": NEWCOMER.region["name_en"]}
FIGURES = [*OVERVIEWS, *(fig_id for fig_id in rt.catalogue(tables.load()) if fig_id not in OVERVIEWS)]
# One panel, two rows per region, two mandates, three panels and six of them.
FIGURES_OF_MANY = (
    *OVERVIEWS,
    *("fig-programmes-quality", "fig-teachers-dual-qualified", "fig-schools-meeting-conditions"),
    *("fig-teachers-studios", "fig-funding-earmarked", "fig-training-persons"),
)


@pytest.fixture(scope="module")
def six(tmp_path_factory) -> rt.Data:
    return tables.load(with_newcomer(tmp_path_factory.mktemp("six")))


@pytest.fixture(scope="module")
def sixty(tmp_path_factory) -> rt.Data:
    return tables.load(with_sixty(tmp_path_factory.mktemp("sixty")))


@pytest.mark.parametrize("folder", ["six", "sixty"])
def test_the_check_finds_nothing(folder, request, capsys):
    data = request.getfixturevalue(folder)
    assert main(["check", "--data", str(data.folder)]) == 0
    assert capsys.readouterr().out.startswith("0 problems")
    assert len(data.regions) == {"six": 6, "sixty": 60}[folder]


def test_the_check_reads_the_newcomer(six, change, drop):
    first = f"{REGION}-m01"
    problems = [str(problem) for problem in rt.check(change(six, "mentions", first, value_min=66, value_max=66))]
    assert any(f'{first} value_min: found "66"; wanted "65"' in problem for problem in problems)
    silence = six.silences.index[six.silences["region_id"] == REGION][0]
    (problem,) = rt.check(drop(six, "silences", int(silence)))
    assert f"{REGION} schools_three_all" in problem.column


def test_the_newcomer_changes_no_verdict_between_others(six):
    judged = rt.verdicts(six)
    others = judged[(judged["region_a"] != REGION) & (judged["region_b"] != REGION)].reset_index(drop=True)
    assert others.equals(rt.verdicts(tables.load()))
    assert len(judged) - len(others) > len(six.targets[six.targets["region_id"] == REGION])


def test_every_comparison_has_the_newcomer(six):
    stated = dict(six.targets[six.targets["region_id"] == REGION].groupby("indicator_id").size())
    held = six.targets.groupby("indicator_id")["region_id"].nunique()
    for indicator in held.index[held >= 2]:
        rows = rt.compare(six, indicator).query("region_id == @REGION")
        assert (rows["status"] == "stated").sum() == stated.get(indicator, 0)
        assert len(rows) == stated.get(indicator, 1)
    assert rt.coverage(six).query("region_id == @REGION")["status"].value_counts().to_dict() == {
        "not_mentioned": 49,
        "stated": 12,
        "included_elsewhere": 2,
        "no_number": 1,
    }


def test_an_indicator_of_one_region_enters_the_catalogue_with_the_newcomer(six):
    assert set(rt.catalogue(six)) - set(rt.catalogue(tables.load())) == {"fig-courses-golden"}


# The languages take turns, here and with sixty regions: a drawing takes half a second, one of sixty rows two.
@pytest.mark.parametrize(("fig_id", "lang"), list(zip([*FIGURES, "fig-courses-golden"], cycle(["zh", "en"]))))
def test_every_figure_shows_the_newcomer(six, fig_id, lang):
    shown = rt.figure(six, fig_id, lang)
    canvas = plot_figure(shown)
    assert_readable(canvas)
    assert NAMES[lang] in shown.alt
    if shown.form == "matrix":
        assert_cells(canvas, shown)
        assert REGION in set(shown.marks["column_id"])
        return
    assert_drawn(canvas, shown)
    assert [text.get_text() for text in artists(canvas, "row:")[REGION]] == [NAMES[lang]]
    committed = set(six.targets.query("region_id == @REGION and indicator_id == @shown.indicator_id")["target_id"])
    marked = {name.split(":")[0] for name in artists(canvas, "mark:")}
    assert {target for target in marked if target.startswith(REGION)} == committed
    assert (REGION in artists(canvas, "silent:")) == (not committed)


def test_verdicts_by_region_count_the_others_that_may_be_compared(six):
    cells = rt.figure(six, "fig-verdicts", "en").marks.set_index(["row_id", "column_id"])
    judged = rt.verdicts(six).query("verdict != 'not_comparable'")
    for (indicator, region), cell in cells.iterrows():
        pairs = judged[judged["indicator_id"] == indicator]
        allowed = {
            *pairs.loc[pairs["region_a"] == region, "region_b"],
            *pairs.loc[pairs["region_b"] == region, "region_a"],
        }
        holders = set(six.targets.loc[six.targets["indicator_id"] == indicator, "region_id"])
        expected = f"{len(allowed)}/{len(holders) - 1}" if region in holders and len(holders) > 1 else "–"
        assert cell["label"] == expected


def test_the_workbooks_hold_the_newcomer(six, tmp_path):
    assert main(["export", "--data", str(six.folder), "--out", str(tmp_path)]) == 0
    for lang, name in NAMES.items():
        book = load_workbook(tmp_path / f"regional_targets.{lang}.xlsx", read_only=True)
        named = {
            sheet.title
            for sheet in book
            if any(name in str(value) for row in sheet.iter_rows(values_only=True) for value in row)
        }
        assert set(rt.catalogue(six)) <= named
        assert {"verdicts", "targets", "evidence", "silences", "documents", "context"} <= named
        book.close()


def test_sixty_regions_have_a_verdict_for_every_pair_and_a_status_in_every_cell(sixty):
    judged, counts, cells = rt.verdicts(sixty), rt.verdict_counts(sixty), rt.coverage(sixty)
    assert counts["n_pairs"].sum() == len(judged) > 5000
    assert set(judged["verdict"]) == {"comparable", "comparable_with_notes", "not_comparable"}
    assert judged[["reason_zh", "reason_en"]].ne("").all(axis=1).equals(judged["rules"] != "")
    assert len(cells) == 60 * len(sixty.indicators)
    assert {"stated", "not_mentioned", "no_number", "included_elsewhere", "not_coded"} <= set(cells["status"])


@pytest.mark.parametrize(("fig_id", "lang"), list(zip(FIGURES_OF_MANY, cycle(["en", "zh"]))))
def test_figures_of_sixty_regions_are_readable(sixty, fig_id, lang):
    shown = rt.figure(sixty, fig_id, lang)
    canvas = plot_figure(shown)
    assert_readable(canvas)
    assert canvas.get_size_inches()[1] * 25.4 < 330  # about one page
    if shown.form == "matrix":
        assert_cells(canvas, shown)
        return
    marks = shown.marks
    drawn = {name.split(":")[0] for name in artists(canvas, "mark:")}
    assert drawn == set(marks.loc[marks["status"] == "stated", "target_id"])
    assert set(artists(canvas, "silent:")) == set(marks.loc[marks["status"] != "stated", "region_id"])
    assert set(artists(canvas, "row:")) == set(sixty.regions["region_id"])


def test_many_panels_stand_below_each_other_and_lose_no_mark(sixty):
    shown = rt.figure(sixty, "fig-funding-earmarked", "en")
    canvas = plot_figure(shown)
    panels = [axes for axes in canvas.axes if str(axes.get_gid()).startswith("panel:")]
    assert len(panels) > MAX_BESIDE
    boxes = [axes.get_position() for axes in panels]
    assert len({(box.x0, box.width) for box in boxes}) == 1
    assert all(above.y0 > below.y1 for above, below in pairwise(boxes))
    for axes in panels:
        rows = shown.marks.index[(shown.marks["panel"] == axes.get_gid().removeprefix("panel:"))]
        assert axes.get_ylim() == (rows.max() + 0.5, rows.min() - 0.5)
        drawn = [line for line in axes.lines if str(line.get_gid()).endswith(":dot")]
        assert sorted(line.get_ydata()[0] for line in drawn) == list(rows)


def test_a_workbook_of_sixty_regions_holds_them_all(sixty, tmp_path):
    # Of all indicators the sheet of verdicts alone has ten thousand rows; two of them show the same.
    targets = sixty.targets[sixty.targets["indicator_id"].isin(["funding_earmarked", "training_persons"])]
    mentions = sixty.mentions[sixty.mentions["target_id"].isin(targets["target_id"])]
    few = replace(sixty, targets=targets.reset_index(drop=True), mentions=mentions.reset_index(drop=True))
    path = rt.write_workbook(few, tmp_path / "sixty.xlsx", lang="en")
    book, names = load_workbook(path, read_only=True), set(sixty.regions["name_en"])
    assert rt.catalogue(few)[-2:] == ["fig-funding-earmarked", "fig-training-persons"]
    for fig_id in rt.catalogue(few)[-2:]:
        assert names <= {row[0] for row in book[fig_id].iter_rows(values_only=True)}
    held = set(few.regions.set_index("region_id").loc[few.documents["region_id"], "name_en"])
    assert held <= {cell for row in book["documents"].iter_rows(values_only=True) for cell in row}
    book.close()
