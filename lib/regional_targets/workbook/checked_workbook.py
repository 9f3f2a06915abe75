"""A workbook as the checks of accessibility see it: its sheets, tables, cells, charts and properties."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from xml.etree.ElementTree import Element

from openpyxl.cell import Cell
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from .xlsx_reading import Package

DRAWING = re.compile(r"xl/drawings/drawing\d+\.xml")
CHART = re.compile(r"xl/charts/chart\d+\.xml")
CORE = "docProps/core.xml"
# Namespaces of Office's XML.
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
XDR = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
DC = "{http://purl.org/dc/elements/1.1/}"


@dataclass(frozen=True)
class Grid:
    """One table of a sheet: its header cells and its rows of cells."""

    sheet: Worksheet
    table: Table
    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def bounds(self) -> tuple[int, int, int, int]:
        """First column, first row, last column, last row."""
        return range_boundaries(self.table.ref)  # type: ignore[return-value]


class CheckedWorkbook:
    """A written workbook, read once; WorkbookError when it cannot be read safely."""

    def __init__(self, path: str | os.PathLike[str]):
        self.package = Package(path)
        self.book = self.package.workbook()

    @property
    def sheets(self) -> list[Worksheet]:
        """The sheets that hold cells, in order."""
        return list(self.book.worksheets)

    @cached_property
    def grids(self) -> list[Grid]:
        """All tables, sheet by sheet."""
        found = []
        for sheet in self.sheets:
            for table in sheet.tables.values():
                header, *rows = sheet[table.ref]
                found.append(Grid(sheet, table, header, tuple(rows)))
        return found

    def cells(self) -> Iterator[Cell]:
        """Yield every cell that holds something."""
        for sheet in self.sheets:
            for row in sheet.iter_rows():
                yield from (cell for cell in row if cell.value is not None)

    def texts(self) -> Iterator[tuple[Cell, str]]:
        """Yield every cell that holds text, with it."""
        for cell in self.cells():
            if isinstance(cell.value, str):
                yield cell, cell.value

    @cached_property
    def drawings(self) -> list[Element]:
        """The drawings of all sheets, each with its charts and pictures."""
        return [self.package.xml(part) for part in self.package.parts() if DRAWING.fullmatch(part)]

    @cached_property
    def charts(self) -> list[Element]:
        """The charts."""
        return [self.package.xml(part) for part in self.package.parts() if CHART.fullmatch(part)]

    @cached_property
    def properties(self) -> Element:
        """The properties of the document."""
        return self.package.xml(CORE)

    def notes(self) -> dict[str, Cell]:
        """The rows of the sheet `notes`, by the code in their second column."""
        if "notes" not in self.book.sheetnames:
            return {}
        rows = [row for grid in self.grids if grid.sheet.title == "notes" for row in grid.rows]
        return {str(row[1].value): row[-1] for row in rows if len(row) > 1 and row[1].value is not None}


def place(cell: Cell) -> str:
    """Return where a cell is: `targets!B7`."""
    return f"{cell.parent.title}!{cell.coordinate}"
