"""Read a review workbook back, whatever was sorted, filtered, moved, renamed or re-saved by another program.

Sheets and columns are found by the hidden row of codes, or else by their headings in either language; rows by their
hidden key. Cells come back as text.
"""

from __future__ import annotations

import base64
import binascii
import datetime
import hashlib
import io
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from ..errors import DataError, Problem
from ..language import LANGUAGES, Language, pick, resolve
from ..schema import Schema
from ..workbook.xlsx_reading import Package
from .columns import CODE, ORIGINALS, SHEETS, TEXTS, SheetColumn, sheet_columns
from .untouched import PRINT

# The headings stand in the first rows, even where somebody put a remark above them.
HIGHEST_HEADING = 20
SPACE = " \t\r\n\u00a0\u3000"


@dataclass(frozen=True)
class Row:
    """One filled row of a sheet: its number as Excel shows it, and its cells as text by column code."""

    sheet: str
    line: int
    cells: dict[str, str]

    def __getitem__(self, code: str) -> str:
        return self.cells.get(code, "")


@dataclass(frozen=True)
class Review:
    """A review workbook as read: rows by sheet, what keyed rows held at first, and the frozen texts."""

    name: str
    lang: Language
    titles: dict[str, str]
    rows: dict[str, list[Row]]
    originals: dict[str, dict[str, dict[str, Any]]]
    texts: dict[str, str]
    columns: dict[str, list[SheetColumn]]
    problems: list[Problem] = field(default_factory=list)

    def problem(self, sheet: str, line: int | None, column: str, found: str, wanted: str, advice: str) -> Problem:
        """Return a problem that names sheet, row and heading as the person sees them."""
        headings = {each.code: each.heading(self.lang) for each in self.columns.get(sheet, [])}
        place = f"{self.name} [{self.titles.get(sheet, sheet)}]"
        return Problem(place, line, headings.get(column, column), found, wanted, advice)


def read_review(path: str | os.PathLike[str], schema: Schema, lang: str | None = None) -> Review:
    """Read a review workbook.

    Parameters
    ----------
    path
        The workbook.
    schema
        Schema of the data it was written for.
    lang
        Language of the problems; the workbook's own without it.

    Returns
    -------
    Review
        What could be read, with the problems of what could not.

    Raises
    ------
    WorkbookError
        When the file is no workbook that can be read safely.
    DataError
        When it is no review workbook, or its hidden sheets are gone or damaged.
    """
    path = Path(path)
    package = Package(path)
    book = package.workbook()
    _show_formulas(book, package.content)
    language, originals = _originals(book, path.name)
    spoken: Language = resolve(lang) if lang else language
    columns = sheet_columns(schema)
    review = Review(path.name, spoken, {}, {}, originals, _texts(book, path.name), columns)
    for sheet in book.worksheets:
        found_sheet = find_heading(sheet, columns)
        if found_sheet:
            _read_sheet(review, sheet, *found_sheet)
    for name in SHEETS:
        if name not in review.rows:
            title = pick(spoken, *SHEETS[name])
            found = pick(spoken, "没有这个表", "no such sheet")
            advice = pick(spoken, "从原来的工作簿复制回来。", "Copy it back from the workbook as it was written.")
            review.problems.append(review.problem(name, None, title, found, title, advice))
            review.rows[name] = []
    return review


def _show_formulas(book: Workbook, content: bytes) -> None:
    """Put what formulas show, which a person may have typed, in their place."""
    formulas = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    if formulas:
        # The file was found harmless when it was opened first.
        shown = load_workbook(io.BytesIO(content), data_only=True)
        for cell in formulas:
            cell.value = shown[cell.parent.title].cell(cell.row, cell.column).value


def language_of(path: str | os.PathLike[str]) -> Language:
    """Return the language in which a review workbook was written."""
    return _originals(Package(path).workbook(), Path(path).name)[0]


def _hidden(book: Any, title: str, name: str) -> list[tuple]:
    if title not in book.sheetnames:
        advice = "The hidden sheets hold the texts and what the rows said at first; work on in the workbook as written."
        raise DataError([Problem(name, None, title, "no such sheet", f"the hidden sheet {title}", advice)])
    return [row for row in book[title].iter_rows(values_only=True) if row and row[0] not in (None, "")]


def _originals(book: Any, name: str) -> tuple[Language, dict[str, dict[str, dict[str, Any]]]]:
    held: dict[str, dict[str, dict[str, Any]]] = {sheet: {} for sheet in SHEETS}
    language: Language = "zh"
    for sheet, key, *pieces in _hidden(book, ORIGINALS, name):
        if sheet == "lang":
            language = resolve(key)
        elif sheet != PRINT:
            held[sheet][key] = json.loads("".join(piece or "" for piece in pieces))
    return language, held


def _texts(book: Any, name: str) -> dict[str, str]:
    pieces: dict[str, dict[int, str]] = {}
    digests: dict[str, str] = {}
    for file, digest, number, piece, *_ in _hidden(book, TEXTS, name):
        pieces.setdefault(str(file), {})[int(number)] = str(piece)
        digests[str(file)] = str(digest)
    texts = {}
    for file, parts in pieces.items():
        try:
            content = base64.b64decode("".join(parts[number] for number in sorted(parts)), validate=True)
        except binascii.Error:
            content = b""
        if hashlib.sha256(content).hexdigest() != digests[file]:
            advice = "Take the workbook as it was written; this sheet is never edited."
            raise DataError([Problem(name, None, TEXTS, f"another text of {file}", "the frozen text", advice)])
        texts[file] = content.decode("utf-8")
    return texts


def find_heading(sheet: Worksheet, columns: dict[str, list[SheetColumn]]) -> tuple[str, int, dict[str, int]] | None:
    """Return the sheet's code, the row after which its rows begin, and the column of each code; None for others."""
    for line, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
        codes = [(CODE.fullmatch(cell), place) for place, cell in enumerate(cells) if isinstance(cell, str)]
        named = [(match, place) for match, place in codes if match]
        if named:
            name = named[0][0][1]
            return name, line, {match[2]: place for match, place in named if match[1] == name}
    top = list(sheet.iter_rows(max_row=HIGHEST_HEADING, values_only=True))
    return _find_by_words(sheet.title, top, columns)


def _find_by_words(
    title: str, top: Sequence[tuple], columns: dict[str, list[SheetColumn]]
) -> tuple[str, int, dict[str, int]] | None:
    best: tuple[float, tuple[str, int, dict[str, int]] | None] = (0.0, None)
    for name, wanted in columns.items():
        for line, cells in enumerate(top, start=1):
            words = {text: place for place, cell in enumerate(cells) if (text := cell_text(cell))}
            found = {
                column.code: words[column.heading(lang)]
                for column in wanted
                for lang in LANGUAGES
                if column.heading(lang) in words
            }
            share = len(found) / len(wanted) + (0.1 if title in SHEETS[name] else 0)
            if share > 0.6 and share > best[0]:
                best = (share, (name, line, found))
    return best[1]


def cell_text(value: Any) -> str:
    """Return what a cell holds as text: whole numbers without a point, days as 2023-02-17, no white space around."""
    if value is None:
        return ""
    if isinstance(value, datetime.datetime | datetime.date):
        return value.strftime("%Y-%m-%d")
    if isinstance(value, float):
        return f"{value:.15g}"
    return str(value).strip(SPACE)


def _read_sheet(review: Review, sheet: Worksheet, name: str, heading: int, places: dict[str, int]) -> None:
    if name in review.rows:
        advice = pick(review.lang, "删去其中一个。", "Delete one of the two.")
        found = pick(review.lang, f"“{sheet.title}”也是这个表", f'"{sheet.title}" is this sheet too')
        review.problems.append(
            review.problem(name, None, review.titles[name], found, pick(review.lang, "一个表", "one sheet"), advice)
        )
        return
    review.titles[name] = sheet.title
    review.rows[name] = []
    for column in review.columns[name]:
        if column.code not in places:
            found = pick(review.lang, "没有这一列", "no such column")
            advice = pick(
                review.lang,
                "把这一列加回来；标题如“应为”所示。",
                "Add the column again, with the heading that is wanted.",
            )
            wanted = column.heading(review.lang)
            review.problems.append(review.problem(name, None, column.code, found, wanted, advice))
    headings = {column.heading(lang) for column in review.columns[name] for lang in LANGUAGES}
    for line, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
        texts = {code: cell_text(cells[place]) for code, place in places.items()}
        filled = {text for text in texts.values() if text}
        # Above the headings, as after a sort of the whole sheet, only rows with a key are rows.
        known = line > heading or texts.get("key") in review.originals[name]
        if filled and known and line != heading and not filled <= headings:
            review.rows[name].append(Row(name, line, texts))
