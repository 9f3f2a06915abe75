"""Write the review workbook: proposals with drop-downs, and a sheet for everything else that a new region needs."""

from __future__ import annotations

import base64
import hashlib
import json
import math
import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pandas as pd
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from ..errors import ExportError
from ..language import Language, pick, resolve
from ..replacing import replacing
from ..tables import Data
from ..workbook.sheet_rows import BODY, FONT, INK, LINE_POINTS, RULE, count_lines, display_width, set_value
from ..workbook.sheet_text import legible
from ..workbook.sheets import BOLD, GREY, PALE, SUBTITLE, TITLE
from .columns import (
    INSTRUCTIONS,
    LISTS,
    ORIGINALS,
    SHEETS,
    SUGGESTIONS,
    TEXTS,
    SheetColumn,
    choice_words,
    sheet_columns,
)
from .document_guesses import guess_document, guess_region
from .guesses import context_rows, other_numerals, prefill, words_found
from .text_places import passage
from .untouched import PRINT, check_untouched, content_print
from .words import INSTRUCTION_LINES

CODE_ROW, HEADING_ROW = 1, 2
# Widths of columns that stand side by side on a page in letters that can be read.
PAGE_WIDTH = 190
WIDEST_LIST = 90
# Rows below the last one that still have drop-downs, for what a person adds.
SPARE = 300
CHUNK = 30_000
# From here on a number is read in groups of three digits.
_LARGE = 10_000
GIVEN = Font(name=FONT, size=10, color=GREY)
PLAIN_RUN, BOLD_RUN = (InlineFont(rFont=FONT, sz=10, color=f"FF{INK}", b=bold) for bold in (None, True))
FILL = PatternFill("solid", start_color="FFF8E1")
HEAD = PatternFill("solid", start_color=PALE)
# Sheets whose rows are compared with what they held at first; a missing row is reported.
KEYED = ("proposals", "other_numerals", "silences")


def write_review(
    data: Data,
    proposals: pd.DataFrame,
    texts: dict[str, str],
    path: str | os.PathLike[str],
    lang: str | None = None,
    force: bool = False,
) -> Path:
    """Write a workbook in which a person decides on proposals and adds what else a new region needs.

    Parameters
    ----------
    data
        Loaded data: closed lists, indicators and scopes of the drop-downs.
    proposals
        One row per proposal, as `propose` returns them; its column `file` names a text of `texts`.
    texts
        Name of the file to the frozen text that the offsets count in.
    path
        Where to write. A workbook that stands there is replaced only by a complete new one, and not when somebody
        has worked in it.
    lang
        `zh` or `en`; the default language without it.
    force
        Replace whatever stands there.

    Returns
    -------
    Path

    Raises
    ------
    ExportError
        When a proposal names a file without text, when the file cannot be written, or when it would replace decisions
        or a file that is no review workbook.
    """
    language = resolve(lang)
    if Path(path).exists() and not force:
        check_untouched(Path(path))
    unknown = sorted(set(proposals["file"]) - set(texts))
    if unknown:
        raise ExportError(f"review: no text for {', '.join(unknown)}; texts are {', '.join(texts) or 'none'}")
    rows = _rows(data, proposals, texts, language)
    columns = sheet_columns(data.schema)
    used: dict[str, str] = {}
    for column in (column for each in columns.values() for column in each):
        used.setdefault(column.choices, column.heading(language))
    choices = {name: words for name, words in choice_words(data, language).items() if name in used}
    book = Workbook()
    _write_instructions(book.active, language)
    lists = _Lists(choices, used, language)
    for name in SHEETS:
        sheet = book.create_sheet(pick(language, *SHEETS[name]))
        _write_sheet(sheet, name, columns[name], rows[name], lists, language)
    lists.write(book.create_sheet(lists.sheet))
    _write_hidden(book, rows, columns, texts, language)
    book.active = 1
    with replacing(Path(path)) as draft:
        book.save(draft)
    return Path(path)


def fingerprint(text: str) -> str:
    """Return the SHA-256 of a text's bytes."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _rows(
    data: Data, proposals: pd.DataFrame, texts: dict[str, str], lang: Language
) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of every sheet: column code -> value; `marked` columns hold (before, bold, after)."""
    short = {name: fingerprint(text)[:12] for name, text in texts.items()}
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in SHEETS}
    for row in prefill(data, proposals, texts, lang):
        low, high = row["start"] - row["quote_start"], row["end"] - row["quote_start"]
        row["key"] = f"{short[row['file']]}:{row['start']}-{row['end']}"
        row["clause"] = row["quote"]
        # The cells of a row stand in one line; white space does not count when the workbook is read.
        parts = row["quote"][:low], row["quote"][low:high], row["quote"][high:]
        row["quote"] = tuple(re.sub(r"\s*[\t\n]\s*", " ", part) for part in parts)
        row["suggestion"] = pick(lang, *SUGGESTIONS[row["suggestion"]])
        rows["proposals"].append(row)
    for number, row in enumerate(other_numerals(texts), start=1):
        row["no"] = f"n{number:03}"
        row["key"] = f"{short[row['file']]}:{row['start']}-{row['end']}"
        row["passage"] = passage(texts[row["file"]], row["start"], row["end"], 24)
        rows["other_numerals"].append(row)
    for found in words_found(data, texts):
        before, word, after = passage(texts[found["file"]], found["start"], found["end"])
        more = {"word": word, "passage": (before, word, after), "reason": "no_number"}
        key = f"{short[found['file']]}:{found['indicator_id']}"
        more["proposed"] = ", ".join(
            row["no"]
            for row in rows["proposals"]
            if (row["file"], row["indicator_id"]) == (found["file"], found["indicator_id"])
        )
        rows["silences"].append({**found, **more, "key": key})
    # Indicators of which nothing is proposed are those to look at.
    rows["silences"].sort(key=lambda row: row["proposed"] != "")
    for name, text in texts.items():
        rows["regions"].append(guess_region(name, text))
        rows["documents"].append(guess_document(name, text))
        rows["context"] += context_rows(data, name)
    return rows


class _Lists:
    """The sheet of lists: which cells hold which list, and their words."""

    def __init__(self, choices: dict[str, dict[str, str]], headings: dict[str, str], lang: Language):
        self.choices, self.headings, self.lang, self.sheet = choices, headings, lang, pick(lang, *LISTS)

    def reference(self, name: str) -> str:
        """Return the cells that hold the words of a list."""
        letter = get_column_letter(1 + list(self.choices).index(name))
        return f"'{self.sheet}'!${letter}$2:${letter}${1 + len(self.choices[name])}"

    def write(self, sheet: Worksheet) -> None:
        """Write one column per list."""
        for place, (name, words) in enumerate(self.choices.items(), start=1):
            _put(sheet, 1, place, self.headings[name], BOLD)
            for row, word in enumerate(words.values(), start=2):
                _put(sheet, row, place, word, BODY)
            sheet.column_dimensions[get_column_letter(place)].width = min(
                WIDEST_LIST, 2 + max(map(display_width, [self.headings[name], *words.values()]))
            )
        sheet.freeze_panes = "A2"
        _set_up_pages(sheet, 0, CODE_ROW)


def _write_sheet(
    sheet: Worksheet, name: str, columns: Sequence[SheetColumn], rows: list[dict], lists: _Lists, lang: Language
) -> None:
    sheet.sheet_view.showGridLines = False
    sheet.row_dimensions[CODE_ROW].hidden = True
    for place, column in enumerate(columns, start=1):
        letter = get_column_letter(place)
        _put(sheet, CODE_ROW, place, f"{name}.{column.code}", GIVEN)
        _put(sheet, HEADING_ROW, place, column.heading(lang), BOLD)
        head = sheet.cell(HEADING_ROW, place)
        head.fill = HEAD if column.given else FILL
        head.alignment, head.border = Alignment(vertical="center", wrap_text=True), Border(bottom=RULE)
        # A half of the heading, its filter button and some air; 2 lines are enough for every heading.
        width = max(column.width, math.ceil(display_width(column.heading(lang)) / 2) + 4)
        sheet.column_dimensions[letter].width, sheet.column_dimensions[letter].hidden = width, column.hidden
        if column.type in ("string", "date"):
            sheet.column_dimensions[letter].number_format = "@"  # else 2-3 typed here would become a date
        for row, cells in enumerate(rows, start=HEADING_ROW + 1):
            _fill_cell(sheet, row, place, column, cells.get(column.code, ""), lists)
        if column.choices:
            _add_choices(sheet, f"{letter}{HEADING_ROW + 1}:{letter}{HEADING_ROW + len(rows) + SPARE}", column, lists)
    sheet.row_dimensions[HEADING_ROW].height = 2 * LINE_POINTS + 6
    for row, cells in enumerate(rows, start=HEADING_ROW + 1):
        sheet.row_dimensions[row].height = _height(columns, cells, lists)
    sheet.auto_filter.ref = f"A{HEADING_ROW}:{get_column_letter(len(columns))}{HEADING_ROW + max(len(rows), 1)}"
    fixed = next((place for place, column in enumerate(columns) if column.code in ("quote", "passage")), -1) + 2
    sheet.freeze_panes = sheet.cell(HEADING_ROW + 1, max(2, fixed))
    _set_up_pages(sheet, max(1, fixed - 1), HEADING_ROW)


def _set_up_pages(sheet: Worksheet, fixed: int, heading: int) -> None:
    """Print on A4 so that it can be read: a wide sheet on several pages, each with the headings and `fixed` columns."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{heading}:{heading}"
    widths = [each.width for each in sheet.column_dimensions.values()]
    repeated = sum(widths[:fixed])
    pages = math.ceil((sum(widths) - repeated) / (PAGE_WIDTH - repeated)) if sum(widths) > PAGE_WIDTH else 1
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = pages, 0
    if fixed and pages > 1:
        sheet.print_title_cols = f"A:{get_column_letter(fixed)}"


def _fill_cell(sheet: Worksheet, row: int, place: int, column: SheetColumn, value: Any, lists: _Lists) -> None:
    cell = sheet.cell(row, place)
    if isinstance(value, tuple):
        parts = zip(value, (PLAIN_RUN, BOLD_RUN, PLAIN_RUN), strict=True)
        cell.value = CellRichText([TextBlock(font, legible(part)) for part, font in parts if part])
        cell.font = BODY
    else:
        if column.choices:
            value = lists.choices[column.choices].get(value, value)
        _put(sheet, row, place, _tidy(value), GIVEN if column.given else BODY)
    # Numbers stand left too: they are read beside their unit, not added up.
    cell.alignment = Alignment(vertical="top", wrap_text=True, horizontal="left")
    cell.border = Border(bottom=RULE)
    cell.number_format = "@" if column.type in ("string", "date") else "General"
    if column.type == "number" and isinstance(value, int | float) and value >= _LARGE:
        # No decimal is hidden: 10614.7 is not 10,615.
        cell.number_format = "#,##0" if float(value).is_integer() else "#,##0.######"


def _tidy(value: Any) -> Any:
    """Return a value as it stands in a cell: no `<NA>`, whole numbers without a point."""
    if not isinstance(value, str) and pd.isna(value):
        return None
    if isinstance(value, str):
        return value or None
    return int(value) if float(value).is_integer() else float(value)


def _put(sheet: Worksheet, row: int, place: int, value: Any, font: Font) -> None:
    """Write one cell; text stays text whatever it begins with."""
    cell = sheet.cell(row, place)
    set_value(cell, value)
    cell.font = font


def _height(columns: Iterable[SheetColumn], cells: dict, lists: _Lists) -> float:
    lines = 1
    for column in columns:
        value = cells.get(column.code, "")
        if column.choices:
            value = lists.choices[column.choices].get(value, value)
        text = "".join(value) if isinstance(value, tuple) else str(value)
        lines = max(lines, 1 if column.hidden else count_lines(text, column.width))
    return min(lines, 12) * LINE_POINTS + 3


def _add_choices(sheet: Worksheet, cells: str, column: SheetColumn, lists: _Lists) -> None:
    """Add a drop-down; new indicators and scopes may be typed, other words are refused by Excel."""
    free = column.choices in ("indicators", "scopes")
    choice = DataValidation(type="list", formula1=lists.reference(column.choices), allow_blank=True)
    choice.showErrorMessage, choice.errorStyle = not free, "stop"
    choice.error = pick(lists.lang, "请从列表中选择。", "Choose one of the list.")
    sheet.add_data_validation(choice)
    choice.add(cells)


def _write_instructions(sheet: Worksheet, lang: Language) -> None:
    sheet.title = pick(lang, *INSTRUCTIONS)
    sheet.sheet_view.showGridLines = False
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 22, 92
    _put(sheet, 1, 1, pick(lang, "复核：从提议到数据", "Review: from proposals to data"), TITLE)
    sheet.row_dimensions[1].height = 26
    for row, (name, words) in enumerate(INSTRUCTION_LINES[lang], start=3):
        _put(sheet, row, 1, name, BOLD)
        _put(sheet, row, 2, words, BODY if name else SUBTITLE)
        for place in (1, 2):
            sheet.cell(row, place).alignment = Alignment(vertical="top", wrap_text=True)
        sheet.row_dimensions[row].height = count_lines(words, 92) * LINE_POINTS + 5
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _write_hidden(
    book: Workbook,
    rows: dict[str, list[dict]],
    columns: dict[str, list[SheetColumn]],
    texts: dict[str, str],
    lang: Language,
) -> None:
    """Write what every row held at first, and the texts in Base64 so that no program changes a byte."""
    sheet = book.create_sheet(ORIGINALS)
    sheet.sheet_state = "hidden"
    sheet.append(["lang", lang, ""])
    sheet.append([PRINT, content_print(book), ""])
    for name in KEYED:
        for cells in rows[name]:
            held = {column.code: cells.get(column.code, "") for column in columns[name]}
            if name == "proposals":
                places = ("quote_start", "deadline_start", "deadline_end", "start_year_start", "start_year_end")
                held |= {place: cells.get(place, "") for place in places} | {"quote": cells["clause"]}
            held = {code: _tidy(legible("".join(v)) if isinstance(v, str | tuple) else v) for code, v in held.items()}
            sheet.append([name, cells["key"], *_pieces(json.dumps(held, ensure_ascii=True))])
    sheet = book.create_sheet(TEXTS)
    sheet.sheet_state = "hidden"
    for name, text in texts.items():
        coded = base64.b64encode(text.encode("utf-8")).decode("ascii")
        for number, piece in enumerate(_pieces(coded)):
            sheet.append([name, fingerprint(text), number, piece])


def _pieces(text: str) -> list[str]:
    """Split a text into what cells can hold."""
    return [text[place : place + CHUNK] for place in range(0, len(text), CHUNK)]
