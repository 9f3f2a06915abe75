"""How one table stands on one Excel sheet: text kept as text, widths for Chinese, links, print set-up."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

# Comes with every Windows and with Office for Mac; WPS and LibreOffice elsewhere replace it by another sans serif.
FONT = "Microsoft YaHei"
INK, GREY, LINK, PALE = "262626", "595959", "1F4E79", "F2F2F2"
HEADER_ROW = 4
WIDEST, NARROWEST, LINE_POINTS, HIGHEST_POINTS = 40, 6, 17, 409
# A digit of the body font in centimetres: what a unit of column width is on paper.
DIGIT_CM = 0.19
BODY = Font(name=FONT, size=10, color=INK)
BOLD = Font(name=FONT, size=10, color=INK, bold=True)
LINKED = Font(name=FONT, size=10, color=LINK, underline="single")
TITLE = Font(name=FONT, size=15, color=INK, bold=True)
SUBTITLE = Font(name=FONT, size=10, color=GREY)
RULE = Side(style="thin", color="BFBFBF")
# Marks that no line begins with.
CLOSING = "，。；：、）”,;:)"
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


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
        held = [cell for cell in self.cells if cell is not None]
        return bool(held) and all(isinstance(cell, int | float) for cell in held)


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
        return f"'{self.sheet}'!${letter}${self.top + 1}:${letter}${self.bottom}"

    def header(self, heading: str) -> str:
        """Return the cell of a heading, as a chart names it."""
        return f"'{self.sheet}'!${get_column_letter(self.places[heading])}${self.top}"


def location(sheet: str, row: int, column: int = 1) -> str:
    """Return a place in the workbook, as a link names it."""
    return f"'{sheet}'!{get_column_letter(column)}{row}"


def legible(text: str) -> str:
    """Replace what XML cannot hold by something that is seen: a control character by its picture, others by U+FFFD."""
    return ILLEGAL.sub(lambda match: chr(0x2400 + ord(match[0])) if match[0] < " " else "�", text)


def display_width(text: str) -> int:
    """Return how many digits wide a text is; a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def write(sheet: Worksheet, row: int, column: int, value: object, font: Font = BODY, link: str = "") -> None:
    """Write one cell; text stays text whatever it begins with, and a link is underlined."""
    cell = sheet.cell(row, column)
    if isinstance(value, str):
        cell.value = legible(value)
        # Excel would run a text that begins with = as a formula, and others take + - @ for the same.
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(("=", "+", "-", "@"))
    else:
        cell.value = value
    cell.font = font
    if link:
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=link, display=str(value))
        cell.font = LINKED


def new_sheet(book: Workbook, name: str, title: str, subtitle: str, back: str, footer: str) -> Worksheet:
    """Add a sheet with its title in A1, its subtitle below, a link to the contents and the print set-up."""
    sheet = book.create_sheet(name)
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
    sheet.oddFooter.left.text, sheet.oddFooter.center.text, sheet.oddFooter.right.text = name, "&P / &N", footer
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
        Columns of equal length, headings all different.
    top
        Row of the header; the main table of a sheet has its header frozen and repeated on each printed page.
    name
        Name of the Excel table; made from the sheet's name without it.
    filtered
        Whether the header has filter buttons; two tables on one sheet have none, for a filter hides whole rows.

    Returns
    -------
    Block
    """
    n_rows = len(columns[0].cells)
    widths = [_width(sheet, place, column, filtered) for place, column in enumerate(columns, start=1)]
    for place, (column, width) in enumerate(zip(columns, widths, strict=True), start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
        write(sheet, top, place, column.heading, BOLD)
        for row, value in enumerate(column.cells, start=1):
            write(sheet, top + row, place, value, link=column.links[row - 1] if column.links else "")
            _align(sheet, top + row, place, column)
    _dress_header(sheet, columns, widths, top)
    for row in range(n_rows):
        lines = [_lines(column.cells[row], width) for column, width in zip(columns, widths, strict=True)]
        sheet.row_dimensions[top + row + 1].height = min(max(lines) * LINE_POINTS + 3, HIGHEST_POINTS)
    if top == HEADER_ROW:
        sheet.freeze_panes = sheet.cell(top + 1, 2)
        sheet.print_title_rows = f"{top}:{top}"
    if n_rows:
        _add_table(sheet, columns, top, n_rows, name or re.sub(r"\W", "_", sheet.title), filtered)
    return Block(sheet.title, top, n_rows, {column.heading: place for place, column in enumerate(columns, start=1)})


def _width(sheet: Worksheet, place: int, column: Column, filtered: bool) -> float:
    """Return the width of a column: what its cells need, within bounds; never less than a table above it needs."""
    shown = [f"{cell:,}" if column.grouped else str(cell) for cell in column.cells if cell is not None]
    content = max(map(display_width, shown), default=0) + (4 if column.numeric else 2)
    # A heading may break into two lines; bold letters and a filter button need more room.
    head = max(math.ceil(display_width(column.heading) / 2), *map(display_width, column.heading.split())) + 3
    letter = get_column_letter(place)
    before = sheet.column_dimensions[letter].width if letter in sheet.column_dimensions else 0
    wanted = max(head + 2 * filtered, min(content, column.widest), NARROWEST)
    return max(wanted, before)


def _lines(value: object, width: float) -> int:
    """Return how many lines a text takes at a width; words do not fill a line to its end."""
    sizes = [display_width(line) for line in ("" if value is None else str(value)).split("\n")]
    return sum(1 if size <= width - 2 else math.ceil(size * 1.05 / (width - 1)) for size in sizes)


def _align(sheet: Worksheet, row: int, place: int, column: Column) -> None:
    cell = sheet.cell(row, place)
    right = column.numeric
    # The indent keeps a number off the text of the next column.
    side, indent = ("right", 1) if right else ("left", 0)
    cell.alignment = Alignment(vertical="top", wrap_text=not right, horizontal=side, indent=indent)
    cell.border = Border(bottom=RULE)
    if isinstance(cell.value, int | float):
        whole = float(cell.value).is_integer()
        cell.number_format = ("#,##0" if whole else "#,##0.####") if column.grouped else ("0" if whole else "0.####")


def _dress_header(sheet: Worksheet, columns: Sequence[Column], widths: Sequence[float], top: int) -> None:
    for place, column in enumerate(columns, start=1):
        cell = sheet.cell(top, place)
        cell.fill = PatternFill("solid", start_color=PALE)
        side, indent = ("right", 1) if column.numeric else ("left", 0)
        cell.alignment = Alignment(vertical="center", wrap_text=True, horizontal=side, indent=indent)
        cell.border = Border(top=RULE, bottom=Side(style="medium", color=GREY))
    lines = [_lines(column.heading, width) for column, width in zip(columns, widths, strict=True)]
    sheet.row_dimensions[top].height = max(lines) * LINE_POINTS + 6


def _add_table(sheet: Worksheet, columns: Sequence[Column], top: int, n_rows: int, name: str, filtered: bool) -> None:
    table = Table(displayName=name, ref=f"A{top}:{get_column_letter(len(columns))}{top + n_rows}")
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    table._initialise_columns()
    if not filtered:
        table.autoFilter = None
    table.tableColumns = [TableColumn(id=place, name=column.heading) for place, column in enumerate(columns, start=1)]
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
