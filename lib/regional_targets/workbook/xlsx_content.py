"""What a workbook says, whoever saved it: values, links, comments and chart series in one form, and their hash.

Formatting is left out: Excel, WPS and LibreOffice each write it in their own way, and changing it changes no number.
"""

from __future__ import annotations

import hashlib
import json
import os
import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import NamedTuple
from xml.etree.ElementTree import Element

from openpyxl.cell.cell import Cell as ExcelCell

from .xlsx_reading import Package

CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
PLACE = re.compile(r"#?(?:'((?:[^']|'')*)'|([^'!/:]+))!\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?")
TEXT = r'"(?:[^"]|"")*"'
LITERAL = re.compile(r'"((?:[^"]|"")*)"')
LINK_FUNCTION = re.compile(rf'=HYPERLINK\("#((?:[^"]|"")*)"[,;]({TEXT}(?:&{TEXT})*|-?[\d.]+(?:E[+-]?\d+)?)\)')
# Excel keeps 15 digits of a number; LibreOffice writes as many.
DIGITS = ".15g"


class Content(NamedTuple):
    """What one cell says: text, number, truth value, or a formula as `("formula", text)`; None where it is empty."""

    value: object = None
    link: str = ""
    comment: str = ""


EMPTY = Content()


class Chart(NamedTuple):
    """What one chart says, as JSON: title and series, and apart the labels that single points carry.

    `said` is a list of the title and, for each series, of `[part, reference, [[point, value kept beside it], ...]]`;
    `labels` a list of `[series, point, text]`. Not every program keeps labels, so no hash counts them.
    """

    said: str
    labels: str = "[]"


@dataclass
class SheetContent:
    """What one sheet says: `rows[row][column]` are its cells that are not empty."""

    name: str
    rows: dict[int, dict[int, Content]] = field(default_factory=dict)
    charts: list[Chart] = field(default_factory=list)

    def digest(self) -> str:
        """Return the SHA-256 of what the sheet says; its name is not part of it."""
        return digest(sorted(self.rows.items()), self.charts)


def digest(rows: Iterable[tuple[int, dict[int, Content]]], charts: Iterable[Chart]) -> str:
    """Return the SHA-256 of rows, which come in order, and of charts, whose order does not matter."""
    total = hashlib.sha256()
    for row, cells in rows:
        if cells:
            listed = [row, *((column, *cells[column]) for column in sorted(cells))]
            total.update(json.dumps(listed, ensure_ascii=False).encode() + b"\n")
    for said in sorted(chart.said for chart in charts):
        total.update(said.encode() + b"\n")
    return total.hexdigest()


def plain_value(value: object) -> object:
    """Return a value as every program gives it back: 1 for 1.0, 15 digits, LF in texts, None for an empty text."""
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, int | float):
        number = float(format(value, DIGITS))
        return int(number) if number.is_integer() else number
    if isinstance(value, date | time | timedelta):
        return str(value)
    return str(value).replace("\r\n", "\n").replace("\r", "\n") or None


def plain_link(link: str) -> str:
    """Return a place in the workbook as `'sheet'!A1`, whatever quotes and signs it was written with; others as is."""
    match = PLACE.fullmatch(link)
    if not match:
        return link
    sheet = match[1] if match[1] is not None else match[2].replace("'", "''")
    end = f":{match[5]}{match[6]}" if match[5] else ""
    return f"'{sheet}'!{match[3]}{match[4]}{end}"


def read_sheets(path: str | os.PathLike[str]) -> dict[str, SheetContent]:
    """Read what each sheet of a workbook says, in the order of the sheets.

    Raises
    ------
    WorkbookError
        When the file is no workbook or would do harm.
    """
    package = Package(path)
    book = package.workbook()
    charts = dict(_charts(package))
    sheets = {}
    for sheet in book.worksheets:
        content = SheetContent(sheet.title, charts=charts.get(sheet.title, []))
        # Only cells that are in the file: a single one far below would make openpyxl's own loop count to it.
        for (row, column), cell in sorted(sheet._cells.items()):
            said = cell_content(cell)
            if said != EMPTY:
                content.rows.setdefault(row, {})[column] = said
        sheets[sheet.title] = content
    return sheets


def cell_content(cell: ExcelCell) -> Content:
    """Return what a cell of the Excel library says; a cell that another one covers says nothing."""
    if not isinstance(cell, ExcelCell):
        return EMPTY
    held = cell.hyperlink
    link = plain_link((held.target or "") + (f"#{held.location}" if held.location else "")) if held else ""
    # Of an empty cell with a link openpyxl makes one that says where it leads.
    value = None if held and not held.target and cell.value == held.location else plain_value(cell.value)
    if cell.data_type == "f":
        formula = str(getattr(cell.value, "text", cell.value))
        value, link = _function_link(formula) or (("formula", formula), link)
    comment = plain_value(cell.comment.text) if cell.comment else None
    return Content(value, link, str(comment or ""))


def _function_link(formula: str) -> tuple[object, str] | None:
    """Return what a function of ours shows and where it leads: very long tables link so."""
    match = LINK_FUNCTION.fullmatch(formula)
    if not match:
        return None
    shown = "".join(LITERAL.findall(match[2])).replace('""', '"') if match[2].startswith('"') else float(match[2])
    return plain_value(shown), plain_link(match[1].replace('""', '"'))


def _charts(package: Package) -> Iterator[tuple[str, list[Chart]]]:
    """Yield the name of each sheet with its charts in words."""
    book = package.xml("xl/workbook.xml")
    targets = dict(_relations(package, "xl/workbook.xml"))
    for sheet in book.iter(f"{MAIN}sheet"):
        part = targets.get(sheet.get(RELATION_ID, ""), "")
        held = [
            chart_content(package.xml(chart))
            for _, drawing in _relations(package, part, "/drawing")
            for _, chart in _relations(package, drawing, "/chart")
        ]
        yield sheet.get("name", ""), held


def _relations(package: Package, part: str, kind: str = "") -> Iterator[tuple[str, str]]:
    """Yield id and part of what a part refers to, of one kind if named."""
    folder, name = posixpath.split(part)
    relations = f"{folder}/_rels/{name}.rels"
    if relations not in package.parts():
        return
    for relation in package.xml(relations):
        if relation.get("Type", "").endswith(kind) and relation.get("TargetMode") != "External":
            target = relation.get("Target", "")
            yield relation.get("Id", ""), posixpath.normpath(posixpath.join(folder, target)).lstrip("/")


def chart_content(root: Element) -> Chart:
    """Return what a chart says: its title, the references of each series with the values kept beside them, labels."""
    chart = root.find(f"{CHART}chart")
    title = chart.find(f"{CHART}title") if chart is not None else None
    series = list(root.iter(f"{CHART}ser"))
    said = ["" if title is None else _run_text(title), *map(_series, series)]
    labels = [
        [place, int(label[0].get("val", "0")), _run_text(label)]
        for place, one in enumerate(series, start=1)
        for label in one.iter(f"{CHART}dLbl")
        if len(label) and _run_text(label)
    ]
    return Chart(json.dumps(said, ensure_ascii=False), json.dumps(sorted(labels), ensure_ascii=False))


def _series(series: Element) -> list[object]:
    found: list[object] = []
    for part in ("tx", "cat", "val"):
        for held in series.findall(f"{CHART}{part}"):
            place = next(held.iter(f"{CHART}f"), None)
            points = {int(point.get("idx", "0")): _point(point) for point in held.iter(f"{CHART}pt")}
            reference = plain_link((place.text or "").strip()) if place is not None else ""
            found.append([part, reference, [list(pair) for pair in sorted(points.items()) if pair[1] is not None]])
    return found


def _run_text(element: Element) -> str:
    return "".join(run.text or "" for run in element.iter(f"{DRAWING}t"))


def _point(point: Element) -> object:
    """Return a value kept beside a reference: a number where it is one, for a text of digits says the same."""
    text = next((value.text or "" for value in point.iter(f"{CHART}v")), "")
    try:
        return plain_value(float(text))
    except ValueError:
        return plain_value(text)
