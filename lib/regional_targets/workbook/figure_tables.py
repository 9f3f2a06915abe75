"""The tables of the figures' sheets in words: their marks, what their charts need, and the matrices."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from ..figure_base import Figure
from ..language import Language, pick
from ..presentation import present
from ..tables import Data
from .markers import NO_PAIR, Footnote, marked, markers_of
from .sheet_tables import WIDEST_LINKED, WORDS, Places, cells_of, word
from .sheets import Column, filled, location

# What a reader wants to know of a mark comes first, what its chart needs last.
MARKS = ("region", "sublabel", "amount", "comparator", "deadline", "stage", "derived", "panel", "footnotes")
DRAWN = ("label", "x_min", "x_max")
# A figure has many columns, and its sheet is printed on one page.
WIDEST_MARK, WIDEST_TEXT = 18, 26


def figure_columns(data: Data, figure: Figure, places: Places, notes: Sequence[Footnote]) -> list[Column]:
    """Return the marks of a figure in words, and at the right what its chart needs; no column without a cell.

    Where panels must not share an axis, each has a text and a value of its own; the text of a mark of another panel
    says that it stands there, so that no value seems missing.
    """
    lang, marks = figure.lang, figure.marks
    words = present(data, marks[[*MARKS, *DRAWN, "target_id"]], lang)
    words.columns = [*MARKS, *DRAWN, "target_id"]
    silent = [marked(row.status, row.label) for row in marks.itertuples()]
    words["amount"] = words["amount"].where(marks["status"] == "stated", silent)
    words["label"] = words["label"].where(marks["status"] == "stated", silent)
    words["footnotes"] = [markers_of(notes, target) if target else "" for target in marks["target_id"]]
    unit = pick(lang, f"（{figure.unit}）", f" ({figure.unit})") if figure.unit else ""
    linked = {"links": places.evidence_of(marks["target_id"]), "widest": WIDEST_LINKED}
    options = {name: linked if name == "amount" else {"widest": WIDEST_MARK} for name in MARKS}
    columns = [Column(word(data, name, lang), cells_of(words[name]), **options[name]) for name in MARKS]
    columns.append(Column(word(data, "label", lang), cells_of(words["label"]), widest=WIDEST_TEXT))
    columns += [Column(word(data, x, lang) + unit, cells_of(words[x]), grouped=True) for x in ("x_min", "x_max")]
    for panel in panels(figure):
        columns += _chart_columns(data, figure, panel)
    columns.append(Column(word(data, "target_id", lang), cells_of(words["target_id"])))
    return filled(columns)


def panels(figure: Figure) -> list[str]:
    """Return the panels of a figure, in the order of its marks; each is one chart."""
    return list(dict.fromkeys(figure.marks.loc[figure.marks["status"] == "stated", "panel"]))


def in_panel(figure: Figure, panel: str) -> pd.DataFrame:
    """Return the marks of a figure, with `x_min` and `x_max` only where a mark is drawn in a panel."""
    here = (figure.marks["status"] == "stated") & (figure.marks["panel"] == panel)
    return figure.marks.assign(x_min=figure.marks["x_min"].where(here), x_max=figure.marks["x_max"].where(here))


def chart_headings(data: Data, figure: Figure, panel: str) -> tuple[str, list[str]]:
    """Return the heading of a chart's texts and those of its values: upper ends, where a panel has a range, and all."""
    several = len(panels(figure)) > 1
    of_panel = pick(figure.lang, f"（{panel}）", f" ({panel})") if several else ""
    shown = in_panel(figure, panel)
    ranges = bool(((shown["comparator"] == "range") & shown["x_min"].notna()).any())
    unit = pick(figure.lang, f"（{figure.unit}）", f" ({figure.unit})") if figure.unit and not several else ""
    numbers = [
        word(data, name, figure.lang) + unit + of_panel for name in (["x_max", "x_min"] if ranges else ["x_min"])
    ]
    return word(data, "chart_text", figure.lang) + of_panel, numbers


def _chart_columns(data: Data, figure: Figure, panel: str) -> list[Column]:
    """Return the texts of a chart, and where there are several panels the values of this one."""
    text, numbers = chart_headings(data, figure, panel)
    shown = in_panel(figure, panel)
    texts = [_chart_text(row, panel, figure.lang) for row in figure.marks.itertuples()]
    columns = [Column(text, texts, widest=WIDEST_TEXT)]
    if len(panels(figure)) > 1:
        ends = ["x_max", "x_min"][-len(numbers) :]
        columns += [Column(head, cells_of(shown[end]), grouped=True) for head, end in zip(numbers, ends, strict=True)]
    return columns


def _chart_text(row: object, panel: str, lang: Language) -> str:
    """Write what stands beside a bar: the region and its detail; without a bar the reason."""
    name = pick(lang, "，", ", ").join(filter(None, [row.row_label, row.sublabel]))  # type: ignore[attr-defined]
    if row.status != "stated":  # type: ignore[attr-defined]
        reason = marked(row.status, row.label)  # type: ignore[attr-defined]
    elif row.panel != panel:  # type: ignore[attr-defined]
        reason = pick(lang, *WORDS["elsewhere"])
    else:
        return name
    return f"{name}{pick(lang, '：', ': ')}{reason}"


def matrix_columns(data: Data, figure: Figure, places: Places) -> list[Column]:
    """Return a matrix: one row per row of the figure, each cell a count or words; cells of coverage link on.

    At the right stand the counts of each row that its chart shows and that the matrix does not have already.
    """
    marks = figure.marks
    first = data.targets.drop_duplicates(["region_id", "indicator_id"])
    first = dict(zip(zip(first["region_id"], first["indicator_id"], strict=True), first["target_id"], strict=True))
    columns = [Column(figure.heading, list(marks.drop_duplicates("row_id")["row"]))]
    # By id, for two regions may share a name.
    for _, group in marks.groupby("column_id", sort=False):
        column = group["column"].iloc[0]
        links = []
        for cell in group.itertuples():
            key = (cell.column_id, cell.row_id)
            if key in first:
                links += places.evidence_of([first[key]])
            else:
                links.append(location("silences", places.silences[key]) if key in places.silences else "")
        cells = [_matrix_cell(row) for row in group.itertuples()]
        columns.append(Column(str(column), cells, links, widest=24))
    rest = [None] * (len(columns[0].cells) - len(figure.counts))
    held = {column.heading for column in columns}
    for name, head in zip(figure.counts.columns, count_headings(figure), strict=True):
        if head not in held:
            columns.append(Column(head, [*figure.counts[name].astype(int).tolist(), *rest]))
    return columns


def count_headings(figure: Figure) -> list[str]:
    """Return the heading of each count that the chart of a matrix shows; one that the matrix lacks names its unit."""
    held = set(figure.marks["column"])
    return [
        str(name) if name in held else f"{name}{pick(figure.lang, '（数量）', ' (number)')}"
        for name in figure.counts.columns
    ]


def _matrix_cell(cell: object) -> object:
    if cell.status == "no_pair":  # type: ignore[attr-defined]
        return NO_PAIR
    if pd.isna(cell.value):  # type: ignore[attr-defined]
        return marked(cell.status, cell.label)  # type: ignore[attr-defined]
    return int(cell.value)  # type: ignore[attr-defined]
