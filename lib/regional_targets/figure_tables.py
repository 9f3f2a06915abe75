"""The tables of the figures' sheets in words: their marks, what their charts need, and the matrices."""

from __future__ import annotations

import pandas as pd

from .figure_base import Figure
from .language import Language, pick
from .presentation import present
from .sheet_tables import WORDS, Places, cells_of, word
from .sheets import Column, location
from .tables import Data

MARKS = (
    *("region", "sublabel", "amount", "comparator", "deadline", "stage", "status", "derived", "footnotes"),
    *("target_id", "row_label", "label", "panel", "x_min", "x_max"),
)

# A figure has many columns, and its sheet is printed on one page.
WIDEST_MARK, WIDEST_TEXT = 18, 28


def figure_columns(data: Data, figure: Figure, places: Places) -> list[Column]:
    """Return the marks of a figure in words, and at the right what its chart needs.

    Where panels must not share an axis, each has a text and a value of its own; the text of a mark of another panel
    says that it stands there, so that no value seems missing.
    """
    lang, marks = figure.lang, figure.marks
    words = present(data, marks[list(MARKS)], lang)
    unit = pick(lang, f"（{figure.unit}）", f" ({figure.unit})") if figure.unit else ""
    columns = []
    for name, head in zip(MARKS, words.columns, strict=True):
        links = places.evidence_of(marks["target_id"]) if name == "amount" else ()
        drawn = name in ("x_min", "x_max")
        title = word(data, name, lang) + (unit if drawn else "")
        columns.append(Column(title, cells_of(words[head]), links, grouped=drawn, widest=WIDEST_MARK))
    for panel in panels(figure):
        columns += _chart_columns(data, figure, panel)
    return columns


def panels(figure: Figure) -> list[str]:
    """Return the panels of a figure, in the order of its marks; each is one chart."""
    return list(dict.fromkeys(figure.marks.loc[figure.marks["status"] == "stated", "panel"]))


def chart_headings(data: Data, figure: Figure, panel: str) -> tuple[str, list[str]]:
    """Return the heading of a chart's texts and those of its values: one, or two where a range has a second part."""
    several = len(panels(figure)) > 1
    of_panel = pick(figure.lang, f"（{panel}）", f" ({panel})") if several else ""
    names = ["x_min", "span"] if (_shown(figure, panel)["comparator"] == "range").any() else ["x_min"]
    unit = pick(figure.lang, f"（{figure.unit}）", f" ({figure.unit})") if figure.unit and not several else ""
    numbers = [word(data, name, figure.lang) + (unit if name == "x_min" else "") + of_panel for name in names]
    return word(data, "chart_text", figure.lang) + of_panel, numbers


def _shown(figure: Figure, panel: str) -> pd.DataFrame:
    return figure.marks[(figure.marks["status"] == "stated") & (figure.marks["panel"] == panel)]


def _chart_columns(data: Data, figure: Figure, panel: str) -> list[Column]:
    """Return the texts of a chart, and those of its values that the table of marks does not have already."""
    marks = figure.marks
    text, numbers = chart_headings(data, figure, panel)
    here = (marks["status"] == "stated") & (marks["panel"] == panel)
    columns = [Column(text, [_chart_text(row, panel, figure.lang) for row in marks.itertuples()], widest=WIDEST_TEXT)]
    if len(panels(figure)) > 1:
        columns.append(Column(numbers[0], cells_of(marks["x_min"].where(here)), grouped=True))
    if len(numbers) > 1:
        span = (marks["x_max"] - marks["x_min"]).where(here & (marks["comparator"] == "range"))
        columns.append(Column(numbers[1], cells_of(span), grouped=True, widest=20))
    return columns


def _chart_text(row: object, panel: str, lang: Language) -> str:
    """Write what stands beside a bar: the region, its detail, and amount and deadline or the reason of silence."""
    name = pick(lang, "，", ", ").join(filter(None, [row.row_label, row.sublabel]))  # type: ignore[attr-defined]
    elsewhere = row.status == "stated" and row.panel != panel  # type: ignore[attr-defined]
    label = pick(lang, *WORDS["elsewhere"]) if elsewhere else row.label  # type: ignore[attr-defined]
    return f"{name}{pick(lang, '：', ': ')}{label}"


def matrix_columns(data: Data, figure: Figure, places: Places) -> list[Column]:
    """Return a matrix: one row per row of the figure, each cell a count or words; cells of coverage link on."""
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
        cells = [row.label if pd.isna(row.value) else int(row.value) for row in group.itertuples()]
        columns.append(Column(str(column), cells, links, widest=24))
    return columns


def matrix_counts(figure: Figure) -> list[Column]:
    """Return the counts that the chart of a matrix shows: one row per bar, one column per part."""
    counts = figure.counts
    columns = [Column(str(counts.index.name), list(counts.index))]
    return columns + [Column(str(name), counts[name].astype(int).tolist()) for name in counts.columns]
