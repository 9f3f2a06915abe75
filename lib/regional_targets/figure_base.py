"""What a figure is: data for a drawing and for a sheet, and the line that names its sources."""

from __future__ import annotations

from dataclasses import dataclass, field

import pandas as pd

from .language import Language, pick
from .tables import Data

MAX_NAMED = 8
# More panels than these stand below each other, for side by side their titles and ticks would collide.
MAX_BESIDE = 2


@dataclass(frozen=True)
class Figure:
    """One figure: what it shows, the marks it draws and the words around them.

    Parameters
    ----------
    form
        `intervals` or `matrix`.
    marks
        For intervals one row per mark or silent region: `region_id`, `region`, `target_id`, `status`, `row_label`,
        `sublabel`, `panel`, `x_min`, `x_max` (what is drawn, in `unit`), `comparator`, `derived` (whether x was
        converted per year), `stage`, `deadline`, `amount` (as committed), `label` (text beside the mark), `footnotes`
        (letters). For a matrix one row per cell: `row_id`, `row`, `column_id`, `column`, `value` (count, NaN where the
        cell holds words), `status` (decides the shade), `label` (text in the cell).
    references
        One row per verified mandate drawn as a line: `mandate_id`, `panel`, `x`.
    noted
        For each note the ids of the targets of which it speaks; none when it speaks of the whole figure.
    counts
        For a matrix the table of whole numbers that its bar chart shows: one row per bar, one column per part; its
        rows are the first rows of the matrix.
    heading, counted
        For a matrix the heading of its rows, and the title of the chart of `counts`.
    """

    id: str
    form: str
    indicator_id: str
    title: str
    subtitle: str
    unit: str
    lang: Language
    marks: pd.DataFrame
    notes: tuple[str, ...]
    source: str
    alt: str
    noted: tuple[tuple[str, ...], ...] = ()
    references: pd.DataFrame = field(default_factory=pd.DataFrame)
    counts: pd.DataFrame = field(default_factory=pd.DataFrame)
    heading: str = ""
    counted: str = ""


def source_line(data: Data, documents: pd.Series, lang: Language) -> str:
    """Return the line that names each document by number or title, and the version of the data."""
    table = data.documents.set_index("document_id")
    ids = list(dict.fromkeys(documents))
    names = [table.loc[document, "number"] or str(table.loc[document, f"title_{lang}"]) for document in ids]
    if len(names) > MAX_NAMED:
        rest = len(names) - MAX_NAMED
        names = [*names[:MAX_NAMED], pick(lang, f"另{rest}份文件", f"{rest} more documents")]
    version = pick(lang, f"数据版本 {data.version}", f"data {data.version}")
    return pick(lang, f"来源：{'；'.join(names)}。{version}", f"Source: {'; '.join(names)}; {version}")
