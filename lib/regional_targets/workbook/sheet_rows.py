"""The rows of a table: set into a sheet as cells, or, when they are very many, written as XML while the file is."""

from __future__ import annotations

import functools
import itertools
import math
import unicodedata
from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.cell.rich_text import CellRichText
from openpyxl.compat import safe_string
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from .sheet_text import escaped, fitted, is_live, pieces, report

# Comes with every Windows and with Office for Mac; WPS and LibreOffice elsewhere replace it by another sans serif.
FONT = "Microsoft YaHei"
INK, LINK = "262626", "1F4E79"
BODY = Font(name=FONT, size=10, color=INK)
LINKED = Font(name=FONT, size=10, color=LINK, underline="single")
RULE = Side(style="thin", color="BFBFBF")
WIDEST, LINE_POINTS, HIGHEST_POINTS = 40, 17, 409
# A longer table is not held as cells: a cell of the Excel library takes some 500 bytes.
HELD_ROWS = 2_000
# Excel repairs a sheet with more than 65,530 links, by taking them all away; functions that link have no limit.
MOST_LINKS = 65_000
# Excel takes texts of 255 characters in a formula, and a doubled quotation mark counts twice.
FORMULA_TEXT, FORMULA_PIECE = 2_000, 120


@dataclass(frozen=True)
class Column:
    """One column of a table: its heading, its cells (None is an empty cell) and where each leads.

    `links` has a place such as `'evidence'!A12` for each row, or `""`; `grouped` writes thousands with commas, which
    years and offsets must not have; `widest` is the width at which text wraps.
    """

    heading: str
    cells: Sequence[object]
    links: Sequence[str] = ()
    grouped: bool = False
    widest: int = WIDEST

    @property
    def numeric(self) -> bool:
        """Whether the cells are numbers, and not words in between."""
        numbers = 0
        for cell in self.cells:
            if cell is not None and not isinstance(cell, int | float):
                return False
            numbers += cell is not None
        return numbers > 0


@functools.cache
def _digits(character: str) -> int:
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def display_width(text: str) -> int:
    """Return how many digits wide a text is; a Chinese character takes two."""
    return len(text) if text.isascii() else sum(map(_digits, text))


def count_lines(value: object, width: float) -> int:
    """Return how many lines a text takes at a width; words do not fill a line to its end."""
    text = "" if value is None else str(value)
    if "\n" not in text and 2 * len(text) <= width - 2:
        return 1
    sizes = [display_width(line) for line in text.split("\n")]
    return sum(1 if size <= width - 2 else math.ceil(size * 1.05 / (width - 1)) for size in sizes)


def set_value(cell: Cell, value: object) -> str:
    """Put a value into a cell; text stays text whatever it begins with. Return what of it no cell can hold, or `""`."""
    if not isinstance(value, str):
        cell.value = value
        return ""
    text, fault = fitted(value)
    parts = pieces(text)
    cell.value = text if len(parts) == 1 else CellRichText(parts)
    # Excel would run a text that begins with = as a formula, and others take + - @ for the same.
    cell.data_type = "s"
    cell.quotePrefix = is_live(text)
    return fault


def set_link(cell: Cell, link: str, value: object) -> None:
    """Let a cell lead to a place of the workbook."""
    shown = escaped(fitted(str(value))[0])
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=link, display=shown)


class Book(Workbook):
    """A workbook whose long tables stay outside its cells until `xlsx_xml.finish` writes them.

    Saved alone it has of each long table only the header and the last row.
    """

    def __init__(self) -> None:
        super().__init__()
        self.remove(self.active)
        self.long_tables: list[Rows] = []


@dataclass
class Rows:
    """The rows below a header in row `top`, and the look of their cells.

    `links` is filled while the rows are written: one element for each cell that leads somewhere.
    """

    sheet: Worksheet
    columns: Sequence[Column]
    widths: Sequence[float]
    top: int
    links: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._numeric = [column.numeric for column in self.columns]
        self._styles: dict[tuple[bool, ...], StyleArray] = {}
        self._ids: dict[tuple[bool, ...], int] = {}

    @property
    def n_rows(self) -> int:
        """How many rows stand below the header."""
        return len(self.columns[0].cells)

    @property
    def part(self) -> str:
        """The part of the saved file that holds the sheet."""
        return str(self.sheet.path).lstrip("/")

    @property
    def mark(self) -> str:
        """What the last row begins with in that part: the others belong before it."""
        return f'<row r="{self.top + self.n_rows}" '

    def hold_back(self) -> None:
        """Set only the last row into the sheet; the book will have the others written.

        The last row tells where the sheet ends. All looks that a cell may have are stored now, before they are saved.
        """
        some = (False, True)
        for right, linked in itertools.product(some, some):
            numbers = ((False, True, grouped, whole) for grouped, whole in itertools.product(some, some))
            for rest in ((False,), (True,), *numbers):
                key = (right, linked, *rest)
                self._ids[key] = self.sheet.parent._cell_styles.add(self._style(key))
        self.sheet.parent.long_tables.append(self)
        self.place(self.n_rows - 1)

    def place(self, first: int = 0) -> None:
        """Set the rows from `first` (counted from 0) into the sheet as cells."""
        faults: list[tuple[str, str]] = []
        for index in range(first, self.n_rows):
            row = self.top + 1 + index
            for place, column in enumerate(self.columns, start=1):
                value, link = column.cells[index], column.links[index] if column.links else ""
                cell = self.sheet.cell(row, place)
                if fault := set_value(cell, value):
                    faults.append((f"row {row}, {column.heading}", fault))
                if link:
                    set_link(cell, link, value)
                cell._style = copy(self._style(self._key(place - 1, value, bool(link))))
            self.sheet.row_dimensions[row].height = self._height(index)
        report(self.sheet.title, faults)

    def xml(self) -> Iterator[str]:
        """Write the rows but the last as XML, one by one; `links` is complete when all are written."""
        letters = [get_column_letter(place) for place in range(1, len(self.columns) + 1)]
        plan = list(enumerate(zip(self.columns, letters, strict=True)))
        by_function = sum(map(bool, [link for column in self.columns for link in column.links])) > MOST_LINKS
        faults: list[tuple[str, str]] = []
        for index in range(self.n_rows - 1):
            row, cells = self.top + 1 + index, []
            for place, (column, letter) in plan:
                value, link = column.cells[index], column.links[index] if column.links else ""
                if isinstance(value, str):
                    value, fault = fitted(value)
                    if fault:
                        faults.append((f"row {row}, {column.heading}", fault))
                style = self._ids[self._key(place, value, bool(link))]
                if link and not by_function:
                    self.links.append(_link_xml(f"{letter}{row}", link, str(value)))
                cells.append(_cell_xml(f"{letter}{row}", style, value, link if by_function else ""))
            yield f'<row r="{row}" ht="{self._height(index)}" customHeight="1">{"".join(cells)}</row>'
        report(self.sheet.title, faults)

    def _height(self, index: int) -> int:
        lines = [
            count_lines(column.cells[index], width) for column, width in zip(self.columns, self.widths, strict=True)
        ]
        return min(max(lines) * LINE_POINTS + 3, HIGHEST_POINTS)

    def _key(self, place: int, value: object, linked: bool) -> tuple[bool, ...]:
        """Say what decides how a cell looks: the arguments of `_new_style`."""
        right = self._numeric[place]
        if isinstance(value, str):
            return right, linked, is_live(value)
        if isinstance(value, int | float):
            return right, linked, False, True, self.columns[place].grouped, float(value).is_integer()
        return right, linked, False

    def _style(self, key: tuple[bool, ...]) -> StyleArray:
        """Return the look of a cell; equal cells share it."""
        if key not in self._styles:
            self._styles[key] = self._new_style(*key)
        return self._styles[key]

    def _new_style(
        self, right: bool, linked: bool, live: bool, number: bool = False, grouped: bool = False, whole: bool = False
    ) -> StyleArray:
        cell = Cell(self.sheet, row=1, column=1)
        cell.font = LINKED if linked else BODY
        # The indent keeps a number off the text of the next column.
        side, indent = ("right", 1) if right else ("left", 0)
        cell.alignment = Alignment(vertical="top", wrap_text=not right, horizontal=side, indent=indent)
        cell.border = Border(bottom=RULE)
        if number:
            cell.number_format = ("#,##0" if whole else "#,##0.####") if grouped else ("0" if whole else "0.####")
        cell.quotePrefix = live
        return cell._style


def _cell_xml(place: str, style: int, value: object, link: str) -> str:
    """Write one cell as openpyxl does; a link as a function, which keeps the value beside it."""
    if value is None:
        return f'<c r="{place}" s="{style}"/>'
    if link and len(str(value)) <= FORMULA_TEXT:
        kind = ' t="str"' if isinstance(value, str) else ""
        shown = _quoted(value) if isinstance(value, str) else safe_string(value)
        function = _xml(escaped(f"HYPERLINK({_quoted('#' + link)},{shown})"))
        return f'<c r="{place}" s="{style}"{kind}><f>{function}</f><v>{_xml(escaped(safe_string(value)))}</v></c>'
    if isinstance(value, str):
        parts = pieces(value)
        inner = _text_xml(value) if len(parts) == 1 else "".join(f"<r>{_text_xml(part)}</r>" for part in parts)
        return f'<c r="{place}" s="{style}" t="inlineStr"><is>{inner}</is></c>'
    if not isinstance(value, int | float):
        raise TypeError(f"cell {place}: found {value!r}; wanted text, a number or nothing")
    return f'<c r="{place}" s="{style}" t="{"b" if isinstance(value, bool) else "n"}"><v>{safe_string(value)}</v></c>'


def _text_xml(text: str) -> str:
    keep = ' xml:space="preserve"' if text != text.strip() else ""
    return f"<t{keep}>{_xml(text)}</t>"


def _xml(text: str) -> str:
    # A reader of XML makes a line feed of a bare carriage return.
    return escape(text).replace("\r", "&#13;")


def _quoted(text: str) -> str:
    """Write a text as formulas hold it, in pieces that are short enough."""
    parts = [text[start : start + FORMULA_PIECE] for start in range(0, len(text), FORMULA_PIECE)] or [""]
    return "&".join('"' + part.replace('"', '""') + '"' for part in parts)


def _link_xml(place: str, link: str, shown: str) -> str:
    return f"<hyperlink ref={quoteattr(place)} location={quoteattr(link)} display={quoteattr(escaped(shown))}/>"
