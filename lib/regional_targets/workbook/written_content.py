"""What a sheet will say once it is saved: its hash is known before the file is written."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.xml.functions import tostring

from .sheet_rows import FORMULA_TEXT, MOST_LINKS, Book, Rows
from .sheet_text import fitted
from .xlsx_content import EMPTY, Content, cell_content, chart_content, digest, plain_link, plain_value


def written_digest(book: Book, sheet: Worksheet) -> str:
    """Return the hash of a sheet that is not saved yet; it equals that of the sheet as read back."""
    held: dict[int, dict[int, Content]] = {}
    for (row, column), cell in sheet._cells.items():
        said = cell_content(cell)
        if said != EMPTY:
            held.setdefault(row, {})[column] = said
    long = [_long_rows(table) for table in book.long_tables if table.sheet is sheet]
    return digest(heapq.merge(sorted(held.items()), *long, key=_row_number), map(chart_content, _chart_trees(sheet)))


def _row_number(row: tuple[int, dict[int, Content]]) -> int:
    return row[0]


def _chart_trees(sheet: Worksheet) -> Iterator[Element]:
    for chart in sheet._charts:
        # openpyxl names the namespace in an attribute, which only a parser understands.
        yield fromstring(tostring(chart._write()))


def _long_rows(table: Rows) -> Iterator[tuple[int, dict[int, Content]]]:
    """Yield the rows of a long table but the last, which is a row of cells already."""
    by_function = sum(map(bool, [link for column in table.columns for link in column.links])) > MOST_LINKS
    for index in range(table.n_rows - 1):
        cells = {}
        for place, column in enumerate(table.columns, start=1):
            value, link = column.cells[index], column.links[index] if column.links else ""
            if isinstance(value, str):
                value = fitted(value)[0]
            # A text that is too long for a function stands without its link.
            if by_function and value is not None and len(str(value)) > FORMULA_TEXT:
                link = ""
            said = Content(plain_value(value), plain_link(link))
            if said != EMPTY:
                cells[place] = said
        yield table.top + 1 + index, cells
