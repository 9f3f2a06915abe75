"""How one table stands on one Excel sheet: text kept as text, widths for Chinese, links, print set-up."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from ..errors import ExportError
from .sheet_names import distinct_headings, quoted, sheet_name, table_name
from .sheet_rows import (
    BODY,
    FONT,
    HELD_ROWS,
    INK,
    LINE_POINTS,
    LINKED,
    RULE,
    Book,
    Column,
    Rows,
    count_lines,
    display_width,
    set_link,
    set_value,
)
from .sheet_text import escaped, report

GREY, PALE = "595959", "F2F2F2"
HEADER_ROW = 4
NARROWEST, UNBROKEN = 6, 16
MOST_ROWS = 1_048_576
# A digit of the body font in centimetres: what a unit of column width is on paper.
DIGIT_CM = 0.19
BOLD = Font(name=FONT, size=10, color=INK, bold=True)
TITLE = Font(name=FONT, size=15, color=INK, bold=True)
SUBTITLE = Font(name=FONT, size=10, color=GREY)
# Marks that no line begins with.
CLOSING = "，。；：、）”,;:)"


@dataclass(frozen=True)
class Block:
    """Where a table stands: the sheet, its header row, how many rows follow, and the column of each heading."""

    sheet: str
    top: int
    n_rows: int
    places: dict[str, int] = field(default_factory=dict)

    @property
    def bottom(self) -> int:
        """The last row of the table."""
        return self.top + self.n_rows

    def reference(self, heading: str) -> str:
        """Return the cells below a heading, as a chart names them."""
        letter = get_column_letter(self.places[heading])
        return f"{quoted(self.sheet)}!${letter}${self.top + 1}:${letter}${self.bottom}"

    def header(self, heading: str) -> str:
        """Return the cell of a heading, as a chart names it."""
        return f"{quoted(self.sheet)}!${get_column_letter(self.places[heading])}${self.top}"


def location(sheet: str, row: int, column: int = 1) -> str:
    """Return a place in the workbook, as a link names it."""
    return f"{quoted(sheet)}!{get_column_letter(column)}{row}"


def write(sheet: Worksheet, row: int, column: int, value: object, font: Font = BODY, link: str = "") -> None:
    """Write one cell; text stays text whatever it begins with, and a link is underlined."""
    cell = sheet.cell(row, column)
    if fault := set_value(cell, value):
        report(sheet.title, [(f"cell {cell.coordinate}", fault)])
    cell.font = font
    if link:
        set_link(cell, link, value)
        cell.font = LINKED


def new_sheet(book: Workbook, name: str, title: str, subtitle: str, back: str, footer: str) -> Worksheet:
    """Add a sheet with its title in A1, its subtitle below, a link to the contents and the print set-up.

    Its name is `name` unless Excel does not take it or another sheet has it; `sheet.title` tells.
    """
    sheet = book.create_sheet(sheet_name(name, book.sheetnames))
    sheet.sheet_view.showGridLines = False
    write(sheet, 1, 1, title, TITLE)
    write(sheet, 2, 1, subtitle, SUBTITLE)
    if back:
        write(sheet, 3, 1, back, link=location("contents", 1))
    sheet.row_dimensions[1].height = 26
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    margins = sheet.page_margins
    margins.left = margins.right = 0.4
    margins.top, margins.bottom, margins.footer = 0.5, 0.7, 0.3
    # A single & would begin a code.
    sheet.oddFooter.left.text, sheet.oddFooter.right.text = sheet.title.replace("&", "&&"), footer.replace("&", "&&")
    sheet.oddFooter.center.text = "&P / &N"
    return sheet


def write_table(
    sheet: Worksheet, columns: Sequence[Column], top: int = HEADER_ROW, name: str = "", filtered: bool = True
) -> Block:
    """Write columns as a real Excel table with its header in row `top`.

    Parameters
    ----------
    sheet
        The sheet.
    columns
        Columns of equal length; of headings that Excel takes for one all but the first get a number.
    top
        Row of the header; the main table of a sheet has its header frozen and repeated on each printed page.
    name
        Name of the Excel table; made from the sheet's name without it.
    filtered
        Whether the header has filter buttons; two tables on one sheet have none, for a filter hides whole rows.

    Returns
    -------
    Block

    Raises
    ------
    ExportError
        When there are more rows than Excel has.
    ValueError
        When the columns are not equally long.
    """
    n_rows = len(columns[0].cells)
    if lengths := {column.heading: len(column.cells) for column in columns if len(column.cells) != n_rows}:
        raise ValueError(
            f"sheet {sheet.title!r}: found columns of other lengths, {lengths}; wanted {n_rows} cells in each"
        )
    if top + n_rows > MOST_ROWS:
        raise ExportError(
            f"sheet {sheet.title!r}: found {n_rows} rows; wanted at most {MOST_ROWS - top}, for Excel has no more. "
            "Choose fewer regions."
        )
    widths = [_width(sheet, place, column, filtered) for place, column in enumerate(columns, start=1)]
    headings = distinct_headings([column.heading for column in columns])
    for place, (heading, width) in enumerate(zip(headings, widths, strict=True), start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
        write(sheet, top, place, heading, BOLD)
    _dress_header(sheet, columns, widths, top)
    rows = Rows(sheet, columns, widths, top)
    if n_rows > HELD_ROWS and isinstance(sheet.parent, Book):
        rows.hold_back()
    else:
        rows.place()
    if top == HEADER_ROW:
        sheet.freeze_panes = sheet.cell(top + 1, 2)
        sheet.print_title_rows = f"{top}:{top}"
    if n_rows:
        _add_table(sheet, headings, top, n_rows, name or sheet.title, filtered)
    return Block(sheet.title, top, n_rows, {column.heading: place for place, column in enumerate(columns, start=1)})


def filled(columns: Sequence[Column]) -> list[Column]:
    """Return the columns that hold something; a table without rows keeps all."""
    held = [column for column in columns if any(cell is not None for cell in column.cells)]
    return held or list(columns)


def _width(sheet: Worksheet, place: int, column: Column, filtered: bool) -> float:
    """Return the width of a column: what its cells need, within bounds; never less than a table above it needs."""
    # A number cannot wrap: what does not fit is shown as ####.
    pad, widest = (4, math.inf) if column.numeric else (2, column.widest)
    content = pad
    for cell in column.cells:
        text = "" if cell is None else f"{cell:,}" if column.grouped else str(cell)
        if pad + 2 * len(text) > content:
            content = max(content, pad + display_width(text))
        if content >= widest:
            break
    # A heading may break into two lines; bold letters and a filter button need more room.
    # Chinese breaks anywhere, but a short heading had better not break before its unit.
    short = column.heading.isascii() or display_width(column.heading) <= UNBROKEN
    words = column.heading.split() if short else re.findall("[!-~]+|.", column.heading)
    head = max(math.ceil(display_width(column.heading) / 2), *map(display_width, words)) + 3
    letter = get_column_letter(place)
    before = sheet.column_dimensions[letter].width if letter in sheet.column_dimensions else 0
    wanted = max(head + 2 * filtered, min(content, widest), NARROWEST)
    return max(wanted, before)


def _dress_header(sheet: Worksheet, columns: Sequence[Column], widths: Sequence[float], top: int) -> None:
    for place, column in enumerate(columns, start=1):
        cell = sheet.cell(top, place)
        cell.fill = PatternFill("solid", start_color=PALE)
        side, indent = ("right", 1) if column.numeric else ("left", 0)
        cell.alignment = Alignment(vertical="center", wrap_text=True, horizontal=side, indent=indent)
        cell.border = Border(top=RULE, bottom=Side(style="medium", color=GREY))
    lines = [count_lines(column.heading, width) for column, width in zip(columns, widths, strict=True)]
    sheet.row_dimensions[top].height = max(lines) * LINE_POINTS + 6


def _add_table(sheet: Worksheet, headings: Sequence[str], top: int, n_rows: int, name: str, filtered: bool) -> None:
    taken = [name for other in sheet.parent.worksheets for name in other.tables]
    ref = f"A{top}:{get_column_letter(len(headings))}{top + n_rows}"
    table = Table(displayName=table_name(name, taken), ref=ref)
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    table._initialise_columns()
    if not filtered:
        table.autoFilter = None
    names = [escaped(heading) for heading in headings]
    table.tableColumns = [TableColumn(id=place, name=name) for place, name in enumerate(names, start=1)]
    sheet.add_table(table)


def write_lines(sheet: Worksheet, row: int, texts: Sequence[str], width: float) -> int:
    """Write texts below a table, each broken at the table's width (cells are not merged); return the next free row."""
    for text in texts:
        for line in broken(text, width):
            write(sheet, row, 1, line, SUBTITLE)
            sheet.row_dimensions[row].height = LINE_POINTS
            row += 1
    return row


def broken(text: str, width: float) -> list[str]:
    """Break a text into lines of at most `width` digits; further lines are indented.

    A Latin word and the number of a document (兴署办发〔2023〕10号) stay whole.
    """
    lines, line = [], ""
    for word in re.findall(r"[一-鿿]{1,8}〔\d+〕?(?:\d+号)?|[!-~]+ ?|.", text):
        if line.strip() and display_width(line + word.rstrip()) > width and word not in CLOSING:
            lines.append(line.rstrip())
            line = "    " + word.lstrip()
        else:
            line += word
    return [*lines, line.rstrip()]


def table_width(sheet: Worksheet, block: Block) -> float:
    """Return the width of a table, in digits."""
    return float(sum(sheet.column_dimensions[get_column_letter(place)].width for place in block.places.values()))
