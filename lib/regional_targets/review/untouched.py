"""Whether a review workbook is as it was written, so that no decision of a person is ever written over."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from ..errors import ExportError, WorkbookError
from ..workbook.xlsx_reading import Package
from .columns import ORIGINALS

# The row of the hidden sheet that holds the print of the sheets that a person sees.
PRINT = "print"


def content_print(book: Workbook) -> str:
    """Return the SHA-256 of the values of all sheets that a person sees, in whatever order the sheets stand."""
    sheets = {sheet.title: _values(sheet) for sheet in book.worksheets if sheet.sheet_state == "visible"}
    return hashlib.sha256(json.dumps(sheets, sort_keys=True, ensure_ascii=True).encode("ascii")).hexdigest()


def check_untouched(target: Path) -> None:
    """Refuse to replace a review workbook in which somebody has worked, or a file that is none.

    Raises
    ------
    ExportError
        When the file at `target` is no review workbook, or not as it was written.
    """
    advice = "Choose another place (-o), or replace it with --force (in Python force=True)."
    try:
        book = Package(target).workbook()
    except WorkbookError as error:
        raise ExportError(f"{target}: found a file that is no review workbook ({error}) {advice}") from error
    rows = book[ORIGINALS].iter_rows(values_only=True) if ORIGINALS in book.sheetnames else ()
    written = next((str(row[1]) for row in rows if row[0] == PRINT), "")
    if not written:
        raise ExportError(f"{target}: found a file that is no review workbook of this version. {advice}")
    if written != content_print(book):
        raise ExportError(f"{target}: found decisions or other changes in it; not replaced. {advice}")


def _values(sheet: Any) -> list[list[str]]:
    """Return the values of a sheet as text, without the empty cells at the ends of rows and of the sheet."""
    rows = [[_text(value) for value in row] for row in sheet.iter_rows(values_only=True)]
    for row in rows:
        while row and not row[-1]:
            row.pop()
    while rows and not rows[-1]:
        rows.pop()
    return rows


def _text(value: Any) -> str:
    """Return a value as text; a number is the same whether a program keeps it whole (60) or not (60.0)."""
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return f"{value:.15g}" if number else "" if value is None else str(value)
