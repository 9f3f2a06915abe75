"""Draw a figure with matplotlib; the only user of the plotting libraries.

The look is the one of a statistical office: title, subtitle with unit and population, dots and intervals, footnotes,
source, id. Layout is in millimetres: 160 mm wide, right when pasted into an A4 report.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import matplotlib.pyplot as plt
import pandas as pd
import seaborn as sns
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Canvas
from matplotlib.font_manager import FontProperties, fontManager
from matplotlib.patches import Rectangle
from matplotlib.textpath import TextToPath
from pylopdf_fonts_zh_cn import sans_path

from .figures import Figure
from .language import number

WIDTH_MM = 160
MARGIN_MM = 4
LABEL_MM = 37
VALUE_MM = 49
ROW_MM = 7.2
NOTE_MM = 3.5
SUBROW_MM = 9.8
PANEL_TITLE_MM = 5
CELL_MM = 7.4
ACCENT, INK, GREY, PALE = "#0072B2", "#222222", "#6E6E6E", "#D0D0D0"
FILLS = {"issued": "full", "annual_plan": "left", "draft": "none"}
SHADES = {"stated": "#56B4E9", "not_mentioned": "#FFFFFF"}
OTHER_SHADE = "#E4E4E4"


# Opening marks stay with the word after them, closing ones with the word before.
_WORD = re.compile(r"[(（“《〔]*(?:[\x21-\x7e]+|[^\x21-\x7e])[)）”》〕，。；：、]*")
# Hinting widens small glyphs on screen by up to a twentieth.
TIGHT = 0.95


@cache
def font_family() -> str:
    """Register the packaged Chinese font with matplotlib and return its family name."""
    path = str(sans_path())
    fontManager.addfont(path)
    return FontProperties(fname=path).get_name()


def plot_figure(figure: Figure) -> Canvas:
    """Draw a figure.

    Parameters
    ----------
    figure
        From `figures.figure`; its language is the language of the drawing.

    Returns
    -------
    matplotlib.figure.Figure
        160 mm wide, closed for pyplot, so that it is shown once. Each drawn mark is an artist whose `gid` is
        `mark:<target_id>:<part>` (parts: dot, bar, cap, arrow, stem), each silence a text `silent:<region_id>`.
    """
    style: dict[Any, Any] = {
        "font.family": [font_family()],
        "font.size": 9,
        "axes.edgecolor": GREY,
        "axes.linewidth": 0.6,
    }
    with sns.axes_style("ticks", style), plt.rc_context(style):
        canvas = _plot_matrix(figure) if figure.form == "matrix" else _plot_intervals(figure)
    plt.close(canvas)
    return canvas


def wrap(text: str, width: float, size: float) -> list[str]:
    """Break a text into lines of at most `width` mm at `size` points; a Latin word stays whole."""
    lines, line = [], ""
    for word in _WORD.findall(text):
        if line.strip() and _width(line + word.rstrip(), size) > width * TIGHT:
            lines.append(line.rstrip())
            line = word.lstrip()
        else:
            line += word
    return [*lines, line.rstrip()] if line.strip() else lines


@cache
def _metrics() -> tuple[TextToPath, FontProperties]:
    return TextToPath(), FontProperties(family=[font_family()])


def _width(text: str, size: float) -> float:
    """Return the width in mm that a text takes at `size` points."""
    measure, font = _metrics()
    font.set_size(size)
    width, _, _ = measure.get_text_width_height_descent(text, font, False)
    return float(width) * 25.4 / 72


def save_figure(figure: Figure, path: str | Path) -> Path:
    """Write a figure at 300 dpi; the ending of `path` says in which format (png, svg, pdf)."""
    path = Path(path)
    metadata = {"Date": None} if path.suffix == ".svg" else None
    canvas = plot_figure(figure)
    with plt.rc_context({"svg.hashsalt": "regional-targets"}):
        canvas.savefig(path, dpi=300, metadata=metadata)
    return path


class _Page:
    """A canvas addressed in millimetres from its upper left corner."""

    def __init__(self, height: float):
        self.height = height
        self.canvas = plt.figure(figsize=(WIDTH_MM / 25.4, height / 25.4), dpi=110)

    def axes(self, left: float, top: float, width: float, height: float) -> Axes:
        bottom = 1 - (top + height) / self.height
        return self.canvas.add_axes((left / WIDTH_MM, bottom, width / WIDTH_MM, height / self.height))

    def text(self, left: float, top: float, text: str, size: float, color: str = INK, **options: Any) -> None:
        place = (left / WIDTH_MM, 1 - top / self.height)
        self.canvas.text(*place, text, size=size, color=color, va="top", **options)

    def frame(self, figure: Figure, captions: list[str], top: float) -> None:
        """Write title and subtitle above, notes, source and id below `top`."""
        self.text(MARGIN_MM, 3, figure.title, 12)
        self.text(MARGIN_MM, 9.6, figure.subtitle, 8, GREY)
        for line in captions:
            self.text(MARGIN_MM, top, line, 7, GREY)
            top += NOTE_MM
        self.text(WIDTH_MM - MARGIN_MM, self.height - 4.5, figure.id, 7, GREY, ha="right")


def _captions(figure: Figure) -> list[str]:
    width = WIDTH_MM - 2 * MARGIN_MM
    return [line for note in (*figure.notes, figure.source) for line in wrap(note, width, 7)]


def _plot_intervals(figure: Figure) -> Canvas:
    """Draw one row per mark, one column of axes per panel, labels at the right."""
    marks, captions = figure.marks, _captions(figure)
    panels = list(dict.fromkeys(marks.loc[marks["status"] == "stated", "panel"]))
    height = SUBROW_MM if marks["sublabel"].ne("").any() else ROW_MM
    top, body = 20.0 + (PANEL_TITLE_MM if len(panels) > 1 else 0), height * len(marks)
    page = _Page(top + body + 3 + NOTE_MM * len(captions) + 6)
    left, gap = MARGIN_MM + LABEL_MM, 3.0
    width = (WIDTH_MM - left - VALUE_MM - gap * len(panels)) / len(panels)
    for place, panel in enumerate(panels):
        axes = page.axes(left + place * (width + gap), top, width, body)
        _draw_panel(axes, figure, panel, titled=len(panels) > 1)
        for row, mark in enumerate(marks.itertuples()):
            if mark.status == "stated" and mark.panel == panel:
                _draw_mark(axes, row, mark)
            elif mark.status != "stated" and place == 0:
                _draw_silence(axes, row, mark)
    first = ~marks["region_id"].duplicated()
    for row, mark in enumerate(marks.itertuples()):
        _draw_labels(page, top + height * (row + 0.5), mark, first=bool(first.iloc[row]))
    page.frame(figure, captions, top + body + 3)
    return page.canvas


def _draw_silence(axes: Axes, row: int, mark: Any) -> None:
    """Write in the row of a silent region why it has no value; nothing stands at zero."""
    across = axes.get_yaxis_transform()
    box = {"facecolor": "white", "edgecolor": "none", "pad": 1}
    options: dict[str, Any] = {"color": GREY, "size": 8, "va": "center", "transform": across, "bbox": box}
    axes.text(0.03, row, mark.label, gid=f"silent:{mark.region_id}", **options)


def _draw_panel(axes: Axes, figure: Figure, panel: str, titled: bool) -> None:
    """Set up the axis of one panel: from zero, ticks above, faint grid."""
    shown = figure.marks[(figure.marks["panel"] == panel) & (figure.marks["status"] == "stated")]
    largest = max([float(shown["x_max"].max()), *figure.references.get("x", [])])
    top = 100.0 if figure.unit == "%" else largest * 1.18
    axes.set_xlim(0, top * (1.08 if figure.unit == "%" else 1))
    axes.set_ylim(len(figure.marks) - 0.5, -0.5)
    axes.set_gid(f"panel:{panel}")
    axes.xaxis.tick_top()
    axes.xaxis.set_major_locator(plt.MaxNLocator(4, integer=True, steps=[1, 2, 5, 10]))
    axes.xaxis.set_major_formatter(lambda value, place: number(value, figure.lang))
    axes.tick_params(axis="x", labelsize=7, colors=GREY, length=2, pad=1)
    axes.set_yticks([])
    axes.grid(axis="x", color=PALE, linewidth=0.5)
    axes.set_axisbelow(True)
    if titled:
        axes.set_title(panel, size=7.5, color=INK, pad=9, loc="left")
    for reference in figure.references.itertuples():
        if reference.panel == panel:
            axes.axvline(reference.x, color=INK, linewidth=0.9, linestyle="--", gid=f"mandate:{reference.mandate_id}")
    sns.despine(ax=axes, left=True, bottom=True, right=True, top=False)
    for row in range(1, len(figure.marks)):
        axes.axhline(row - 0.5, color=PALE, linewidth=0.3)


def _draw_mark(axes: Axes, row: int, mark: Any) -> None:
    """Draw one commitment: dot, diamond, interval with caps, or dot with an arrow into the open side."""
    name = f"mark:{mark.target_id}"
    if mark.derived:
        axes.plot([0, mark.x_min], [row, row], ":", color=ACCENT, linewidth=1, gid=f"{name}:stem")
    if mark.comparator == "range":
        ends = [mark.x_min, mark.x_max], [row, row]
        axes.plot(*ends, "-", color=ACCENT, linewidth=2, gid=f"{name}:bar")
        axes.plot(*ends, "|", color=ACCENT, markersize=9, markeredgewidth=2, gid=f"{name}:cap")
        return
    if mark.comparator in ("at_least", "at_most"):
        length = 0.09 * axes.get_xlim()[1]
        end = mark.x_min + length if mark.comparator == "at_least" else max(mark.x_min - length, 0)
        arrow = {"arrowstyle": "-|>", "color": ACCENT, "linewidth": 1.4, "shrinkA": 0, "shrinkB": 0}
        note = axes.annotate("", (end, row), (mark.x_min, row), arrowprops=arrow, annotation_clip=False)
        note.set_gid(f"{name}:arrow")
    look: dict[str, Any] = {"color": ACCENT, "markersize": 6.5, "markeredgewidth": 1.2, "markerfacecoloralt": "white"}
    shape = "D" if mark.comparator == "about" else "o"
    axes.plot([mark.x_min], [row], shape, fillstyle=FILLS[mark.stage], gid=f"{name}:dot", clip_on=False, **look)


def _draw_labels(page: _Page, middle: float, mark: Any, first: bool) -> None:
    """Write the region (once), the population of a sub-row, and the amount with its years and footnote letter."""
    sublabels = wrap(mark.sublabel, LABEL_MM - 4, 6.5)[:2]
    top = middle - (1.6 if not sublabels else 1.3 * len(sublabels) + (1.8 if first else 0))
    if first:
        page.text(MARGIN_MM, top, mark.row_label, 8.5, INK, gid=f"row:{mark.region_id}")
        top += 3.6
    for line in sublabels:
        page.text(MARGIN_MM + 2, top, line, 6.5, GREY)
        top += 2.7
    if mark.status != "stated":
        return
    lines = wrap(mark.label, VALUE_MM - MARGIN_MM - 4, 8)
    top = middle - 1.65 * len(lines)
    for line in lines:
        page.text(WIDTH_MM - VALUE_MM, top, line, 8, INK, gid=f"label:{mark.target_id}")
        top += 3.3
    page.text(WIDTH_MM - MARGIN_MM, middle - 1.6, mark.footnotes, 7, GREY, ha="right")


def _plot_matrix(figure: Figure) -> Canvas:
    """Draw indicators by regions: the number of commitments, or in words why there is none."""
    cells = figure.marks
    rows, columns = cells["indicator"].unique(), cells["region"].unique()
    captions = _captions(figure)
    top, body, left = 22.0, CELL_MM * len(rows), 60.0
    page = _Page(top + body + 3 + NOTE_MM * len(captions) + 6)
    axes = page.axes(left, top, WIDTH_MM - left - MARGIN_MM, body)
    axes.set(xlim=(0, len(columns)), ylim=(len(rows), 0))
    axes.set_axis_off()
    states = cells.set_index(["indicator", "region"])
    width = (WIDTH_MM - left - MARGIN_MM) / len(columns)
    for row, indicator in enumerate(rows):
        lines = wrap(indicator, left - MARGIN_MM - 2, 8)[:2]
        page.text(MARGIN_MM, top + CELL_MM * (row + 0.5) - 1.55 * len(lines), "\n".join(lines), 8, linespacing=1.0)
        for column, region in enumerate(columns):
            _draw_cell(axes, row, column, width, states.loc[(indicator, region)])
    for column, region in enumerate(columns):
        axes.text(column + 0.5, -0.25, region, ha="center", va="baseline", size=8)
    page.frame(figure, captions, top + body + 3)
    return page.canvas


def _draw_cell(axes: Axes, row: int, column: int, width: float, state: pd.Series) -> None:
    """Draw one cell of the matrix: the number of commitments large, a reason small and grey."""
    stated = state["status"] == "stated"
    gid = f"cell:{state['indicator_id']}:{state['region_id']}"
    shade = SHADES.get(state["status"], OTHER_SHADE)
    axes.add_patch(Rectangle((column, row), 1, 1, facecolor=shade, edgecolor="white", linewidth=1, gid=gid))
    size, color = (9, INK) if stated else (6.5, GREY)
    label = "\n".join(wrap(state["label"], width - 1.5, size))
    place: dict[str, Any] = {"ha": "center", "va": "center", "linespacing": 1.0}
    axes.text(column + 0.5, row + 0.5, label, size=size, color=color, gid=f"text:{gid}", **place)
