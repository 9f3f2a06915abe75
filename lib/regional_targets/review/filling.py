"""Fill in a review workbook from a table of decisions, for a walk-through or where decisions were made elsewhere."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pandas as pd
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from ..errors import WorkbookError
from ..replacing import replacing
from ..tables import Data
from ..workbook.xlsx_reading import Package
from .columns import sheet_columns
from .reading import cell_text, find_heading

COLUMNS = ["sheet", "row", "column", "value"]


def fill_review(
    data: Data,
    review: str | os.PathLike[str],
    decisions: pd.DataFrame,
    out: str | os.PathLike[str] | None = None,
) -> Path:
    """Write decisions into the cells of a review workbook, as a person would; later rows go before earlier ones.

    Parameters
    ----------
    data
        The data that the workbook was written for.
    review
        The workbook.
    decisions
        One row per cell: `sheet` and `column` (codes, as `proposals` and `decision`), `value`, and `row`: the number of
        a row (p003), words that only this row holds, a count from 1, `+1` for an added row, or `*` for all rows.
    out
        Where to write the filled workbook; in place of the old one when None.

    Returns
    -------
    Path

    Raises
    ------
    WorkbookError
        When there is no such sheet or column, or `row` fits no row or several.
    """
    book = load_workbook(io.BytesIO(Package(review).content), rich_text=True)
    columns = sheet_columns(data.schema)
    sheets: dict[str, tuple[Worksheet, int, dict[str, int]]] = {}
    for sheet in book.worksheets:
        found = find_heading(sheet, columns)
        if found:
            sheets[found[0]] = sheet, found[1] + 1, found[2]
    added: dict[tuple[str, str], int] = {}
    for decision in decisions[COLUMNS].fillna("").astype("str").itertuples(index=False):
        where = f"{decision.sheet} {decision.row}"
        if decision.sheet not in sheets or decision.column not in sheets[decision.sheet][2]:
            raise WorkbookError(
                f"{Path(review).name}: found no column {decision.column!r} on sheet {decision.sheet!r}."
            )
        sheet, heading, places = sheets[decision.sheet]
        if decision.row.startswith("+"):
            lines = [added.setdefault((decision.sheet, decision.row), _last(sheet) + 1)]
        else:
            lines = _lines(sheet, heading, places, decision.row)
        if not lines or (len(lines) > 1 and decision.row != "*"):
            raise WorkbookError(f"{Path(review).name}: {where} fits {len(lines)} rows; wanted one.")
        for line in lines:
            cell = sheet.cell(line, places[decision.column] + 1)
            cell.value = decision.value or None
            if decision.value:
                cell.data_type = "s"
    path = Path(out or review)
    with replacing(path) as draft:
        book.save(draft)
    return path


def _last(sheet: Worksheet) -> int:
    filled = [row[0].row for row in sheet.iter_rows() if any(cell.value is not None for cell in row)]
    return max(line for line in filled if line is not None)


def _lines(sheet: Worksheet, heading: int, places: dict[str, int], wanted: str) -> list[int]:
    """Return the rows of a sheet that `wanted` names."""
    rows = {line: sheet[line] for line in range(heading + 1, _last(sheet) + 1)}
    if wanted == "*":
        return list(rows)
    if "no" not in places and wanted.isdecimal():
        return [heading + int(wanted)]
    texts = {line: [cell_text(str(cell.value or "")) for cell in cells] for line, cells in rows.items()}
    numbered = [line for line, cells in texts.items() if "no" in places and cells[places["no"]] == wanted]
    exact = numbered or [line for line, cells in texts.items() if wanted in cells]
    return exact or [line for line, cells in texts.items() if any(wanted in cell for cell in cells)]
