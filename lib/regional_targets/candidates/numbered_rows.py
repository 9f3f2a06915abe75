"""Tables flattened to one cell a line whose rows are numbered below a head that begins with 序号.

Their cells may hold whole sentences, so that nothing but the head and the numbers of the rows tells them from prose.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from .cell_lines import MEASURED, NUMBER, YEAR, DatedCell
from .table_lines import Cell

_FIRST_HEAD = re.compile(r"^[ \t]*(?:序号|编号|项次|序)[ \t]*$", re.MULTILINE)
_LONGEST_HEAD, _FEWEST_COLUMNS, _MOST_COLUMNS = 24, 3, 14
_FEWEST_ROWS = 3
_NOTHING = re.compile(r"[-/]{1,3}")
# A column that says by when what its row holds is done.
_DUE = re.compile(r"(?:完成|办结|实施)(?:时间|期限|年限|年度|节点)|时限")
_DATE = re.compile(r"(?:19|20)\d\d ?年")
_TOTAL = re.compile(r"合 ?计|总 ?计|小 ?计")


class _Line(NamedTuple):
    """A line without the blanks and bars around it."""

    start: int
    written: str


class _Table(NamedTuple):
    """A table: its head, and for each row its cells behind its number; where the numbers of the rows stand."""

    head: Sequence[_Line]
    rows: Sequence[Sequence[_Line]]
    counters: Sequence[int]
    total: Sequence[_Line]


def read_numbered_rows(text: str) -> tuple[dict[int, Cell], frozenset[int], list[DatedCell]]:
    """Find the cells that hold a number alone below a head with a unit or a year, and the numbers of the rows.

    Returns what `table_lines.read_tables` does, and the cells with words below a year or beside one by which they
    are due.
    """
    cells: dict[int, Cell] = {}
    counters: set[int] = set()
    dated: list[DatedCell] = []
    for table in _tables(text):
        counters.update(table.counters)
        width = len(table.head)
        whole = [row for row in table.rows if len(row) == width]
        for row in whole:
            cells |= {at: cell for column in range(width) for at, cell in _cell(table.head, column, row[column])}
        # Where most rows have another length their cells are merged; where the last row ends is not known.
        dated += [
            DatedCell(line.start, line.start + len(line.written), head.start)
            for row in table.rows[:-1]
            if len(row) == width and 2 * len(whole) > len(table.rows)
            for head, line in zip(table.head, row, strict=True)
            if YEAR.search(head.written) and not _is_number(line)
        ]
        dated += [cell for row in whole for cell in _due(table.head, row)]
        numeric = [column for column in range(width) if 2 * sum(_is_number(row[column]) for row in whole) > len(whole)]
        columns = range(width) if len(table.total) == width else numeric
        if len(table.total) == len(columns):
            for column, line in zip(columns, table.total, strict=True):
                cells |= dict(_cell(table.head, column, line))
    return cells, frozenset(counters), dated


def _due(head: Sequence[_Line], row: Sequence[_Line]) -> Iterator[DatedCell]:
    """Yield the cells of a row that stand before its year in a column that says by when."""
    for column, line in enumerate(row):
        year = _DATE.search(line.written) if _DUE.search(head[column].written) else None
        if year:
            place = line.start + year.start()
            yield from (DatedCell(cell.start, cell.start + len(cell.written), place, True) for cell in row[:column])


def _cell(head: Sequence[_Line], column: int, line: _Line) -> Iterator[tuple[int, Cell]]:
    """Yield where the number of a cell stands, with its unit and, where the head of its column is a year, the head."""
    number, measured = NUMBER.fullmatch(line.written), MEASURED.search(head[column].written)
    years = [place for place, cell in enumerate(head) if YEAR.search(cell.written)]
    if number is None or (measured is None and column not in years):
        return
    start, end = (head[0].start, head[-1].start + len(head[-1].written)) if column in years else (0, 0)
    order = years.index(column) if column in years else 0
    yield line.start + number.start("value"), Cell(order, len(years), start, end, measured[1] if measured else None)


def _tables(text: str) -> Iterator[_Table]:
    heads = [match.start() for match in _FIRST_HEAD.finditer(text)]
    if not heads:
        return
    lines = list(_lines(text))
    for head in heads:
        # The indent of a line is no part of it.
        place = bisect_left(lines, head, key=attrgetter("start"))
        first = _first_row(lines, place)
        found = _rows(lines, first, first - place - 1) if first else []
        if len(found) >= _FEWEST_ROWS:
            yield _table(lines, place, found)


def _lines(text: str) -> Iterator[_Line]:
    place = 0
    for line in text.split("\n"):
        written = line.strip()
        if written:
            yield _Line(place + line.index(written[0]), written)
        place += len(line) + 1


def _first_row(lines: Sequence[_Line], place: int) -> int:
    """Return the number of the line that holds the 1 of the first row below the head that begins at `place`, or 0."""
    for number in range(place + 1, min(place + 1 + _MOST_COLUMNS, len(lines))):
        written = lines[number].written
        if written == "1":
            return number if number - place > _FEWEST_COLUMNS - 1 else 0
        if len(written) > _LONGEST_HEAD or "。" in written:
            return 0
    return 0


def _rows(lines: Sequence[_Line], first: int, width: int) -> list[int]:
    """Return the numbers of the lines that number the rows: 1, 2, 3, … each near the one before it."""
    found = [first]
    while True:
        wanted, last = str(len(found) + 1), found[-1]
        near = range(last + 2, min(last + 3 * (width + 1), len(lines)))
        places = [number for number in near if lines[number].written == wanted]
        if not places:
            return found
        # Behind the number of a row stands its label: of 3, 5, 3 and 5, 5 the last is it.
        labelled = [number for number in places if number + 1 < len(lines) and not _is_number(lines[number + 1])]
        places = labelled or places
        found.append(last + width + 1 if last + width + 1 in places else places[0])


def _table(lines: Sequence[_Line], place: int, found: Sequence[int]) -> _Table:
    width = found[0] - place - 1
    ends = [*found[1:], min(found[-1] + width + 1, len(lines))]
    rows = [lines[begin + 1 : end] for begin, end in zip(found, ends, strict=True)]
    total: list[_Line] = []
    if ends[-1] < len(lines) and _TOTAL.fullmatch(lines[ends[-1]].written):
        for line in lines[ends[-1] + 1 : ends[-1] + 1 + width]:
            if not _is_number(line) and not _NOTHING.fullmatch(line.written):
                break
            total.append(line)
    return _Table(lines[place + 1 : found[0]], rows, [lines[number].start for number in found], total)


def _is_number(line: _Line) -> bool:
    return NUMBER.fullmatch(line.written) is not None
