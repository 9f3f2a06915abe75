"""A wrong picture makes a test fail: what is drawn is read back from the artists and compared with the frame."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from fontTools.ttLib import TTFont
from generated import generate
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_hex
from matplotlib.figure import Figure as Canvas
from matplotlib.lines import Line2D
from matplotlib.text import Annotation, Text
from pylopdf_fonts_zh_cn import sans_path

from regional_targets.charts import (
    BLANK,
    BLANKS,
    FILLS,
    OTHER_SHADE,
    SHADES,
    WIDTH_MM,
    plot_figure,
    save_figure,
    wrap,
)
from regional_targets.figure_base import Figure
from regional_targets.figures import catalogue, figure
from regional_targets.language import LANGUAGES
from regional_targets.overviews import OVERVIEWS
from regional_targets.tables import load

DATA = load()
CASES = [(fig_id, lang) for fig_id in catalogue(DATA) for lang in LANGUAGES]
INTERVALS = [case for case in CASES if case[0] not in OVERVIEWS]
MATRICES = [case for case in CASES if case[0] in OVERVIEWS]


def artists(canvas: Canvas, prefix: str) -> dict[str, list]:
    """Return the artists whose gid begins with `prefix`, by the rest of their gid."""
    found: dict[str, list] = {}
    for artist in canvas.findobj(lambda artist: str(artist.get_gid()).startswith(prefix)):
        found.setdefault(str(artist.get_gid()).removeprefix(prefix), []).append(artist)
    return found


def texts(canvas: Canvas) -> list[Text]:
    """Return all texts that are shown; matplotlib keeps labels of ticks beyond the end of an axis, undrawn."""
    beyond = {
        label
        for axes in canvas.axes
        for place, label in zip(axes.get_xticks(), axes.get_xticklabels(), strict=True)
        if not axes.axison or not axes.get_xlim()[0] <= place <= axes.get_xlim()[1]
    }
    beyond |= {label for axes in canvas.axes if not axes.axison for label in axes.get_yticklabels()}
    shown = [text for text in canvas.findobj(Text) if text.get_text().strip() and text.get_visible()]
    return [text for text in shown if text not in beyond]


def assert_drawn(canvas: Canvas, expected: Figure) -> None:
    """Assert that the canvas shows exactly the marks of `expected`: places, shapes, arrows, fills, labels, order."""
    marks = expected.marks.reset_index(drop=True)
    drawn, labels, silent, details = (artists(canvas, name) for name in ("mark:", "label:", "silent:", "detail:"))
    stated = marks[marks["status"] == "stated"]
    parts = {
        "range": {"bar", "cap"},
        "at_least": {"dot", "arrow"},
        "at_most": {"dot", "arrow"},
        "exact": {"dot"},
        "about": {"dot"},
    }
    wanted = {
        f"{row.target_id}:{part}"
        for row in stated.itertuples()
        for part in parts[row.comparator] | ({"stem"} if row.derived else set())
    }
    assert set(drawn) == wanted
    for row in stated.itertuples():
        panel = next(axes for axes in canvas.axes if axes.get_gid() == f"panel:{row.panel}")
        for part in ("dot", "bar", "cap"):
            for line in drawn.get(f"{row.target_id}:{part}", []):
                assert isinstance(line, Line2D)
                assert line.axes is panel
                assert list(line.get_xdata()) == ([row.x_min] if part == "dot" else [row.x_min, row.x_max])
                assert set(line.get_ydata()) == {row.Index}
        for line in drawn.get(f"{row.target_id}:dot", []):
            assert line.get_marker() == ("D" if row.comparator == "about" else "o")
            assert line.get_fillstyle() == FILLS[row.stage]
        for arrow in drawn.get(f"{row.target_id}:arrow", []):
            assert isinstance(arrow, Annotation)
            open_side = arrow.xy[0] - arrow.xyann[0]
            assert arrow.xyann == (row.x_min, row.Index)
            assert open_side > 0 if row.comparator == "at_least" else open_side < 0
        for stem in drawn.get(f"{row.target_id}:stem", []):
            assert list(stem.get_xdata()) == [0, row.x_min]
        assert "".join(text.get_text() for text in labels[row.target_id]).replace(" ", "") == row.label.replace(" ", "")
        detail = "".join(text.get_text() for text in details.get(row.target_id, []))
        assert detail.replace(" ", "") == row.sublabel.replace(" ", "")
    assert set(silent) == set(marks.loc[marks["status"] != "stated", "region_id"])
    for row in marks[marks["status"] != "stated"].itertuples():
        (text,) = silent[row.region_id]
        assert text.get_text() == row.label
        assert text.get_position()[1] == row.Index
    rows = artists(canvas, "row:")
    heights = [max(text.get_position()[1] for text in rows[region]) for region in marks["region_id"].unique()]
    assert heights == sorted(heights, reverse=True)
    for axes in canvas.axes:
        assert axes.get_xlim()[0] == 0
        assert axes.get_ylim() == (len(marks) - 0.5, -0.5)


@pytest.mark.parametrize(("fig_id", "lang"), INTERVALS)
def test_every_mark_is_drawn_as_the_frame_says(fig_id, lang):
    shown = figure(DATA, fig_id, lang)
    assert_drawn(plot_figure(shown), shown)


def _altered(shown: Figure, **cells: object) -> Figure:
    marks = shown.marks.copy()
    row = marks.index[marks["status"] == "stated"][0]
    for column, value in cells.items():
        marks.loc[row, column] = value
    return replace(shown, marks=marks)


@pytest.mark.parametrize(
    "cells",
    [
        {"x_min": 51.0, "x_max": 51.0},
        {"comparator": "at_least"},
        {"comparator": "at_most"},
        {"comparator": "about"},
        {"comparator": "range", "x_max": 70.0},
        {"label": "50 %, by 2024"},
        {"stage": "draft"},
        {"derived": True},
        {"status": "no_number"},
    ],
    ids=str,
)
def test_an_altered_frame_is_noticed(cells):
    shown = figure(DATA, "fig-teachers-dual-qualified", "en")
    with pytest.raises((AssertionError, KeyError)):
        assert_drawn(plot_figure(_altered(shown, **cells)), shown)


def test_another_order_of_rows_is_noticed():
    shown = figure(DATA, "fig-teachers-dual-qualified", "en")
    with pytest.raises(AssertionError):
        assert_drawn(plot_figure(replace(shown, marks=shown.marks.iloc[::-1].reset_index(drop=True))), shown)


def assert_cells(canvas: Canvas, expected: Figure) -> None:
    """Assert that the canvas shows every cell of the matrix at its place, with its words and shade."""
    drawn, boxes = artists(canvas, "text:cell:"), artists(canvas, "cell:")
    rows, columns = list(expected.marks["row_id"].unique()), list(expected.marks["column_id"].unique())
    assert len(drawn) == len(boxes) == len(expected.marks)
    for cell in expected.marks.itertuples():
        key = f"{cell.row_id}:{cell.column_id}"
        (text,), (box,) = drawn[key], boxes[key]
        assert text.get_text().replace("\n", "").replace(" ", "") == cell.label.replace(" ", "")
        assert box.get_xy() == (columns.index(cell.column_id), rows.index(cell.row_id))
        assert text.get_position() == (columns.index(cell.column_id) + 0.5, rows.index(cell.row_id) + 0.5)
        wanted = SHADES.get(cell.status, BLANK if cell.status in BLANKS else OTHER_SHADE)
        assert to_hex(box.get_facecolor()).upper() == wanted


@pytest.mark.parametrize(("fig_id", "lang"), MATRICES)
def test_a_matrix_shows_every_cell(fig_id, lang):
    shown = figure(DATA, fig_id, lang)
    assert_cells(plot_figure(shown), shown)


@pytest.mark.parametrize(("column", "value"), [("label", "7"), ("status", "unreadable"), ("column_id", "wuxi")])
def test_an_altered_cell_is_noticed(column, value):
    shown = figure(DATA, "fig-coverage", "en")
    marks = shown.marks.copy()
    marks.loc[0, column] = value
    with pytest.raises((AssertionError, KeyError, ValueError)):
        assert_cells(plot_figure(replace(shown, marks=marks)), shown)


def test_a_notebook_gets_the_alternative_text_with_the_picture():
    shown = figure(DATA, "fig-teachers-dual-qualified", "en")
    bundle, metadata = plot_figure(shown)._repr_mimebundle_()
    assert metadata["image/png"]["alt"] == shown.alt
    assert bundle["image/png"].startswith(b"\x89PNG") and "Picture size" in bundle["text/plain"]


def assert_readable(canvas: Canvas) -> None:
    """Assert that no text is cut by the edge and none lies on another."""
    renderer = FigureCanvasAgg(canvas).get_renderer()
    canvas.draw(renderer)
    boxes = [(text.get_text(), text.get_window_extent(renderer)) for text in texts(canvas)]
    width, height = canvas.bbox.width, canvas.bbox.height
    cut = [text for text, box in boxes if box.x0 < 0 or box.y0 < 0 or box.x1 > width or box.y1 > height]
    assert cut == []
    # A line of text may touch the next one by the space that fonts keep above and below their letters.
    overlaps = [
        (first, second)
        for (first, one), (second, two) in combinations(boxes, 2)
        if min(one.x1, two.x1) - max(one.x0, two.x0) > 1 and min(one.y1, two.y1) - max(one.y0, two.y0) > 5
    ]
    assert overlaps == []


@pytest.mark.parametrize(("fig_id", "lang"), CASES)
def test_no_text_is_cut_or_overlaps_another(fig_id, lang):
    assert_readable(plot_figure(figure(DATA, fig_id, lang)))


def test_an_overlap_and_a_cut_are_noticed():
    canvas = plot_figure(figure(DATA, "fig-teachers-dual-qualified", "zh"))
    canvas.text(0.03, 0.97, "a line that lies on the title")
    with pytest.raises(AssertionError):
        assert_readable(canvas)
    canvas = plot_figure(figure(DATA, "fig-teachers-dual-qualified", "zh"))
    canvas.text(0.9, 0.5, "a long line that leaves the page at the right")
    with pytest.raises(AssertionError):
        assert_readable(canvas)


@pytest.mark.parametrize("fig_id", catalogue(DATA))
def test_figures_are_report_size_and_carry_their_id(fig_id):
    canvas = plot_figure(figure(DATA, fig_id, "zh"))
    assert canvas.get_size_inches()[0] * 25.4 == pytest.approx(WIDTH_MM)
    assert fig_id in {text.get_text() for text in texts(canvas)}


def test_unlike_totals_stand_on_different_axes():
    shown = figure(DATA, "fig-training-persons", "en")
    panels = [axes.get_gid() for axes in plot_figure(shown).axes]
    assert len(panels) == len(set(panels)) == shown.marks.loc[shown.marks["status"] == "stated", "panel"].nunique() == 2


def test_an_arrow_is_as_long_in_a_narrow_panel_as_in_a_wide_one():
    lengths = []
    for fig_id in ("fig-training-persons", "fig-courses-online"):
        (arrow, *_) = (
            found for name, (found, *_) in artists(plot_figure(figure(DATA, fig_id)), "mark:").items() if "arr" in name
        )
        tip, end = (arrow.axes.transData.transform(place)[0] for place in (arrow.xy, arrow.xyann))
        lengths.append(float(tip - end) / arrow.figure.dpi * 25.4)
    assert lengths == pytest.approx([6, 6], abs=0.1)


def test_an_indicator_that_nobody_commits_to_is_drawn_as_silences(small):
    shown = figure(small, "fig-courses-online", "en")
    canvas = plot_figure(shown)
    assert_readable(canvas)
    assert set(artists(canvas, "silent:")) == set(artists(canvas, "row:")) == {"jia", "yi"}


def test_the_font_has_every_character_of_data_and_labels():
    characters = set()
    for name in DATA.schema.tables:
        frame = DATA.table(name)
        for column in frame.columns[frame.dtypes == "str"]:
            characters |= set("".join(frame[column]))
    for fig_id, lang in CASES:
        shown = figure(DATA, fig_id, lang)
        characters |= set(
            shown.title + shown.subtitle + shown.source + "".join(shown.notes) + "".join(shown.marks["label"])
        )
    known = set(TTFont(sans_path(), fontNumber=0).getBestCmap())
    assert {character for character in characters if character.isprintable() and ord(character) not in known} == set()


def test_save_figure_writes_png_at_300_dpi_and_stable_svg(tmp_path):
    from PIL import Image

    shown = figure(DATA, "fig-teachers-dual-qualified", "zh")
    with Image.open(save_figure(shown, tmp_path / "chart.png")) as picture:
        assert picture.width == round(WIDTH_MM / 25.4 * 300) or abs(picture.width - WIDTH_MM / 25.4 * 300) <= 1
    first = save_figure(shown, tmp_path / "one.svg").read_bytes()
    assert first == save_figure(shown, tmp_path / "two.svg").read_bytes()


def test_wrap_keeps_words_and_marks_together():
    lines = wrap("comparable with notes（期限不同、限定词不同）；前者较低", 30, 7)
    assert len(lines) > 1
    assert "".join(lines).replace(" ", "") == "comparablewithnotes（期限不同、限定词不同）；前者较低"
    assert not any(line[0] in "，。；：、）" or line[-1] == "（" for line in lines)


MANY = generate(60, 6)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("fig_id", catalogue(MANY))
def test_sixty_regions_still_draw(fig_id, lang):
    shown = figure(MANY, fig_id, lang)
    canvas = plot_figure(shown)
    assert canvas.get_size_inches()[1] * 25.4 < 330  # about one page
    assert_readable(canvas)
    if shown.form == "matrix":
        assert_cells(canvas, shown)
    else:
        drawn = {name.split(":")[0] for name in artists(canvas, "mark:")}
        assert drawn == set(shown.marks.loc[shown.marks["status"] == "stated", "target_id"])
        assert set(artists(canvas, "row:")) == set(MANY.regions["region_id"])
