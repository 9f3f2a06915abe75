"""Draw a figure with matplotlib; the only user of the plotting libraries.

The look is the one of a statistical office: title, subtitle with unit and population, dots and intervals, footnotes,
source, id. Layout is in millimetres: 160 mm wide, right when pasted into an A4 report.
"""

from __future__ import annotations

import io
import re
from functools import cache
from io import BytesIO
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

from .figure_base import MAX_BESIDE, Figure
from .language import number, pick

WIDTH_MM = 160
MARGIN_MM = 4
LABEL_MM = 37
VALUE_MM = 49
ROW_MM = 7.2
NOTE_MM = 3.5
SUBROW_MM = 9.8
STRIP_MM = 3.3
MANY_ROWS = 24
MAX_CAPTIONS = 24
PANEL_TITLE_MM = 5
AXIS_MM = 5
CELL_MM = 7.4
ACCENT, INK, GREY, PALE = "#0072B2", "#222222", "#6E6E6E", "#D0D0D0"
FILLS = {"issued": "full", "annual_plan": "left", "draft": "none"}
# Cells with something to count or compare; the words in a cell say the same as its shade.
SHADES = {"stated": "#56B4E9", "some": "#56B4E9", "comparable": "#56B4E9", "comparable_with_notes": "#A6D5F2"}
BLANKS, BLANK, OTHER_SHADE = ("not_mentioned", "no_pair", "none"), "#FFFFFF", "#E4E4E4"


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


class Picture(Canvas):
    """A matplotlib figure that gives a notebook its alternative text together with its picture."""

    alt = ""

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> tuple[dict[str, Any], dict[str, Any]]:
        buffer = BytesIO()
        self.savefig(buffer, format="png")
        bundle = {"image/png": buffer.getvalue(), "text/plain": repr(self)}
        return bundle, {"image/png": {"alt": self.alt}}


def plot_figure(figure: Figure) -> Picture:
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
    canvas.alt = figure.alt
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


def picture(figure: Figure) -> bytes:
    """Return a figure as PNG at 300 dpi; equal data give equal bytes."""
    buffer = io.BytesIO()
    # The version of the drawing library is no part of what is shown.
    plot_figure(figure).savefig(buffer, format="png", dpi=300, metadata={"Software": None})
    return buffer.getvalue()


class _Page:
    """A canvas addressed in millimetres from its upper left corner."""

    def __init__(self, height: float):
        self.height = height
        size = (WIDTH_MM / 25.4, height / 25.4)
        self.canvas: Picture = plt.figure(figsize=size, dpi=110, FigureClass=Picture)  # type: ignore[assignment]

    def axes(self, left: float, top: float, width: float, height: float) -> Axes:
        bottom = 1 - (top + height) / self.height
        return self.canvas.add_axes((left / WIDTH_MM, bottom, width / WIDTH_MM, height / self.height))

    def text(self, left: float, top: float, text: str, size: float, color: str = INK, **options: Any) -> None:
        place = (left / WIDTH_MM, 1 - top / self.height)
        self.canvas.text(*place, text, size=size, color=color, **{"va": "top", **options})

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
    lines = [line for note in figure.notes for line in wrap(note, width, 7)]
    if len(lines) > MAX_CAPTIONS:
        more = len(lines) - MAX_CAPTIONS
        lines = [
            *lines[:MAX_CAPTIONS],
            pick(figure.lang, f"另有{more}行说明，见工作簿", f"{more} more lines in the workbook"),
        ]
    return [*lines, *wrap(figure.source, width, 7)]


def _plot_intervals(figure: Figure) -> Picture:
    """Draw one row per mark, labels at the right; panels stand beside each other, many of them below each other."""
    marks, captions = figure.marks, _captions(figure)
    blocks = _blocks(marks)
    titled = sum(len(panels) for panels, _ in blocks) > 1
    compact = len(marks) > MANY_ROWS
    height = STRIP_MM if compact else SUBROW_MM if marks["sublabel"].ne("").any() else ROW_MM
    tops: list[float] = []
    bottom = 15.0
    for panels, rows in blocks:
        gap = 2.0 if tops else 0.0
        tops.append(bottom + gap + (AXIS_MM + PANEL_TITLE_MM * titled if panels else 0))
        bottom = tops[-1] + height * len(rows)
    page = _Page(bottom + 3 + NOTE_MM * len(captions) + 6)
    for (panels, rows), top in zip(blocks, tops, strict=True):
        _draw_block(page, figure, panels, rows, top, height, titled)
    page.frame(figure, captions, bottom + 3)
    return page.canvas


def _blocks(marks: pd.DataFrame) -> list[tuple[list[str], range]]:
    """Return the panels that stand beside each other with their rows: all of them, or one at a time.

    Marks of many panels come panel by panel, silences last (`figures`); a block without a panel holds only silences.
    """
    stated = marks["status"] == "stated"
    panels = list(dict.fromkeys(marks.loc[stated, "panel"]))
    if len(panels) <= MAX_BESIDE:
        return [(panels, range(len(marks)))]
    ends = [
        0,
        *(int(stated.to_numpy().nonzero()[0][marks.loc[stated, "panel"] == panel].max()) + 1 for panel in panels),
    ]
    blocks = [([panel], range(*pair)) for panel, *pair in zip(panels, ends, ends[1:], strict=False)]
    return blocks if ends[-1] == len(marks) else [*blocks, ([], range(ends[-1], len(marks)))]


def _draw_block(
    page: _Page, figure: Figure, panels: list[str], rows: range, top: float, height: float, titled: bool
) -> None:
    """Draw the rows of one block: a column of axes per panel, region at the left, amount at the right."""
    compact = height == STRIP_MM
    left, gap = MARGIN_MM + LABEL_MM, 3.0
    across: list[str | None] = [*panels] or [None]
    width = (WIDTH_MM - left - VALUE_MM - gap * len(across)) / len(across)
    for place, panel in enumerate(across):
        axes = page.axes(left + place * (width + gap), top, width, height * len(rows))
        _draw_panel(axes, figure, panel, rows, titled)
        for row in rows:
            mark = figure.marks.iloc[row]
            if mark["status"] == "stated" and mark["panel"] == panel:
                _draw_mark(axes, row, mark, 3.6 if compact else 6.5)
            elif mark["status"] != "stated" and place == 0:
                _draw_silence(axes, row, mark, 5.5 if compact else 8)
    draw_labels = _draw_strip_labels if compact else _draw_labels
    regions = figure.marks["region_id"]
    for place, row in enumerate(rows):
        first = place == 0 or regions.iloc[row] != regions.iloc[row - 1]
        draw_labels(page, top + height * (place + 0.5), figure.marks.iloc[row], first)


def _draw_silence(axes: Axes, row: int, mark: Any, size: float) -> None:
    """Write in the row of a silent region why it has no value; nothing stands at zero."""
    across = axes.get_yaxis_transform()
    box = {"facecolor": "white", "edgecolor": "none", "pad": 0.6}
    options: dict[str, Any] = {"color": GREY, "size": size, "va": "center", "transform": across, "bbox": box}
    axes.text(0.03, row, mark.label, gid=f"silent:{mark.region_id}", **options)


def _draw_panel(axes: Axes, figure: Figure, panel: str | None, rows: range, titled: bool) -> None:
    """Set up the axis of one panel: from zero, ticks above, faint grid; None has no axis."""
    axes.set_ylim(rows.stop - 0.5, rows.start - 0.5)
    axes.set_yticks([])
    sns.despine(ax=axes, left=True, bottom=True, right=True, top=panel is None)
    for row in rows[1:]:
        axes.axhline(row - 0.5, color=PALE, linewidth=0.3)
    if panel is None:
        axes.set_xticks([])
        return
    shown = figure.marks[(figure.marks["panel"] == panel) & (figure.marks["status"] == "stated")]
    largest = max([float(shown["x_max"].max()), *figure.references.get("x", [])])
    axes.set_xlim(0, 108 if figure.unit == "%" else largest * 1.18)
    axes.set_gid(f"panel:{panel}")
    axes.xaxis.tick_top()
    axes.xaxis.set_major_locator(plt.MaxNLocator(4, integer=True, steps=[1, 2, 5, 10]))
    axes.xaxis.set_major_formatter(lambda value, place: number(value, figure.lang))
    axes.tick_params(axis="x", labelsize=7, colors=GREY, length=2, pad=1)
    axes.grid(axis="x", color=PALE, linewidth=0.5)
    axes.set_axisbelow(True)
    if titled:
        axes.set_title(panel, size=7.5, color=INK, pad=9, loc="left")
    for reference in figure.references.itertuples():
        if reference.panel == panel:
            axes.axvline(reference.x, color=INK, linewidth=0.9, linestyle="--", gid=f"mandate:{reference.mandate_id}")


def _draw_mark(axes: Axes, row: int, mark: Any, size: float) -> None:
    """Draw one commitment: dot, diamond, interval with caps, or dot with an arrow into the open side."""
    name = f"mark:{mark.target_id}"
    if mark.derived:
        axes.plot([0, mark.x_min], [row, row], ":", color=ACCENT, linewidth=1, gid=f"{name}:stem")
    if mark.comparator == "range":
        ends = [mark.x_min, mark.x_max], [row, row]
        axes.plot(*ends, "-", color=ACCENT, linewidth=2, gid=f"{name}:bar")
        axes.plot(*ends, "|", color=ACCENT, markersize=size * 1.4, markeredgewidth=2, gid=f"{name}:cap")
        return
    if mark.comparator in ("at_least", "at_most"):
        # As long on paper in a narrow panel as in a wide one.
        length = 0.92 * size / (axes.get_position().width * WIDTH_MM) * axes.get_xlim()[1]
        end = mark.x_min + length if mark.comparator == "at_least" else max(mark.x_min - length, 0)
        arrow: dict[str, Any] = {
            "arrowstyle": "-|>",
            "color": ACCENT,
            "linewidth": size / 4.6,
            "shrinkA": 0,
            "shrinkB": 0,
        }
        arrow["mutation_scale"] = size * 1.5
        note = axes.annotate("", (end, row), (mark.x_min, row), arrowprops=arrow, annotation_clip=False)
        note.set_gid(f"{name}:arrow")
    look: dict[str, Any] = {
        "color": ACCENT,
        "markersize": size,
        "markeredgewidth": size / 5.4,
        "markerfacecoloralt": "white",
    }
    shape = "D" if mark.comparator == "about" else "o"
    axes.plot([mark.x_min], [row], shape, fillstyle=FILLS[mark.stage], gid=f"{name}:dot", clip_on=False, **look)


def _draw_labels(page: _Page, middle: float, mark: Any, first: bool) -> None:
    """Write the region (once), the population of a sub-row, and the amount with its years and footnote letter."""
    size = 6.5 if len(wrap(mark.sublabel, LABEL_MM - 4, 6.5)) <= 2 else 5.6
    sublabels = wrap(mark.sublabel, LABEL_MM - 4, size)
    if len(sublabels) > 2:
        sublabels = [sublabels[0], f"{sublabels[1]}…"]
    top = middle - (1.6 if not sublabels else 1.3 * len(sublabels) + (1.8 if first else 0))
    if first:
        page.text(MARGIN_MM, top, mark.row_label, 8.5, INK, gid=f"row:{mark.region_id}")
        top += 3.6
    for line in sublabels:
        page.text(MARGIN_MM + 2, top, line, size, GREY, gid=f"detail:{mark.target_id}")
        top += 2.7
    if mark.status != "stated":
        return
    lines = wrap(mark.label, VALUE_MM - MARGIN_MM - 4, 8)
    top = middle - 1.65 * len(lines)
    for line in lines:
        page.text(WIDTH_MM - VALUE_MM, top, line, 8, INK, gid=f"label:{mark.target_id}")
        top += 3.3
    page.text(WIDTH_MM - MARGIN_MM, middle - 1.6, mark.footnotes, 7, GREY, ha="right")


def _draw_strip_labels(page: _Page, middle: float, mark: Any, first: bool) -> None:
    """Write the labels of a row where there are very many: one small line each."""
    name = f"{mark.row_label if first else ''}  {mark.sublabel}".strip()
    gid = f"row:{mark.region_id}" if first else None
    page.text(MARGIN_MM, middle - 1.1, _fit(name, LABEL_MM - 2, 6), 6, INK, gid=gid)
    if mark.status == "stated":
        label = _fit(mark.label, VALUE_MM - MARGIN_MM - 5, 6)
        page.text(WIDTH_MM - VALUE_MM, middle - 1.1, label, 6, INK, gid=f"label:{mark.target_id}")
        page.text(WIDTH_MM - MARGIN_MM, middle - 1.1, mark.footnotes, 5, GREY, ha="right")


def _fit(text: str, width: float, size: float) -> str:
    """Shorten a text to one line; the dots say that it goes on in the table."""
    lines = wrap(text, width - _width("…", size), size)
    return text if len(lines) < 2 else f"{lines[0]}…"


def _plot_matrix(figure: Figure) -> Picture:
    """Draw a matrix: each cell holds a count, or words that say why there is none."""
    cells = figure.marks
    rows, columns = cells["row"].unique(), cells["column"].unique()
    captions, left = _captions(figure), 60.0 if len(columns) <= 8 else 46.0
    width = (WIDTH_MM - left - MARGIN_MM) / len(columns)
    head_size = 6.2 if len(columns) > 8 else 8
    # The stage of a document stands on lines of its own.
    parts = [re.split(r"(?=（)|(?<= )(?=\()", column) for column in columns]
    heads = [[line for part in column for line in wrap(part, width - 1, head_size)] for column in parts]
    n_lines = max(map(len, heads))
    top, body = 18.5 + 3.4 * n_lines, CELL_MM * len(rows)
    page = _Page(top + body + 3 + NOTE_MM * len(captions) + 6)
    axes = page.axes(left, top, WIDTH_MM - left - MARGIN_MM, body)
    axes.set(xlim=(0, len(columns)), ylim=(len(rows), 0))
    axes.set_axis_off()
    places = {column: place for place, column in enumerate(columns)}
    for row, (name, group) in enumerate(cells.groupby("row", sort=False)):
        size = 8.0 if len(wrap(str(name), left - MARGIN_MM - 2, 8)) < 3 else 6.2
        lines = wrap(str(name), left - MARGIN_MM - 2, size)[:3]
        middle = top + CELL_MM * (row + 0.5) - 0.19 * size * len(lines)
        page.text(MARGIN_MM, middle, "\n".join(lines), size, linespacing=1.0)
        for cell in group.itertuples():
            _draw_cell(axes, row, places[cell.column], width, cell)
    for column, lines in enumerate(heads):
        place: dict[str, Any] = {"ha": "center", "va": "bottom", "linespacing": 1.0}
        page.text(left + width * (column + 0.5), top - 0.8, "\n".join(lines), head_size, **place)
    page.frame(figure, captions, top + body + 3)
    return page.canvas


def _draw_cell(axes: Axes, row: int, column: int, width: float, cell: Any) -> None:
    """Draw one cell of the matrix: what is counted large, a reason small and grey."""
    strong = cell.status in SHADES
    gid = f"cell:{cell.row_id}:{cell.column_id}"
    shade = SHADES.get(cell.status, BLANK if cell.status in BLANKS else OTHER_SHADE)
    axes.add_patch(Rectangle((column, row), 1, 1, facecolor=shade, edgecolor="white", linewidth=1, gid=gid))
    size = (9 if len(cell.label) < 5 else 6.5) if strong else 6.5
    label = "\n".join(wrap(cell.label, width - 1, size))
    place: dict[str, Any] = {"ha": "center", "va": "center", "linespacing": 1.0}
    axes.text(column + 0.5, row + 0.5, label, size=size, color=INK if strong else GREY, gid=f"text:{gid}", **place)
