"""Tables flattened to one cell a line, as web pages and PDF files lose them: which line is a cell, of which column.

A row is a label and the numbers after it, up to the next label; the head holds the years of the columns.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise, takewhile
from typing import NamedTuple

from .cell_lines import LONGEST_GAP, MEASURED, NUMBER, Line, is_short, lines_down, lines_up, read_line
from .column_heads import column_measures, measures_beside, measures_of_head, present_columns


class Cell(NamedTuple):
    """A number in a table: its column from 0, the number of columns, and where the head of its table stands."""

    column: int
    columns: int
    head_start: int
    head_end: int
    measure: str | None = None
    """The unit in the head of its column (万元), `""` for none; None where the columns have no head of their own."""
    row_year: int = -1
    """Where the year stands that heads its row or one above it in a table with numbered rows; -1 for none."""
    present: bool = False
    """Whether the head of its column says that it is what there is (现状值), beside one of what is aimed at."""


class _Head(NamedTuple):
    """Where the head of a table stands, and what it gives for each column."""

    start: int
    end: int
    measures: tuple[str, ...] = ()
    """The unit, of a table without row numbers."""
    present: tuple[bool, ...] = ()
    """Whether it is what there is (现状值) beside what is aimed at; empty where no head says so."""


_NO_HEAD = _Head(0, 0)
_LONGEST = 40
_FEWEST_NUMBERS = 4
_SAME_TABLE = 400
_BARE_YEAR = re.compile(r"[ \t]*(?P<digits>(?:19|20)\d\d)[ \t]*")
# A title with its period (2021-2025年) is no head of a column.
_PERIOD = re.compile(r"(?:19|20)\d{2} ?年? ?-{1,3} ?(?:19|20)\d{2}")
# 专栏, with its number below; 细颗粒物（PM, with the 2.5 of a name below.
_NUMBERED = re.compile(r"专栏|附?表|附图|[^\n()]*\([A-Za-z]+")
# 3. 工业总产值: the number of the row before its label.
_COUNTED = re.compile(r"[ \t]*\d{1,3} ?[.、] ?")
_PLAN_CELL = re.compile(r"[ \t]*“?十[一二三四五六七]五”?[\u4e00-\u9fff]{0,6}[ \t]*")
_TABBED = re.compile(r"[^\t\n]+(?=\t)")
_NUMBER_LINE = re.compile(rf"\n{NUMBER.pattern}$", re.MULTILINE)


def read_tables(text: str) -> tuple[dict[int, Cell], frozenset[int]]:
    """Find the tables of a plain text that have one cell a line.

    Returns
    -------
    dict
        Where the first digit of a number stands -> its cell.
    frozenset
        Where the numbers stand that only count the rows.
    """
    cells: dict[int, Cell] = {}
    counters: set[int] = set()
    above, end = _NO_HEAD, 0
    for block in _blocks(text):
        # Cells of words may part a table; what follows keeps its head.
        head = above if block[0].start - end < _SAME_TABLE else _NO_HEAD
        above, end = _read_block(text, block, head, cells, counters), block[-1].end
    return cells, frozenset(counters)


def find_label(text: str, place: int, reach: int) -> tuple[int, int]:
    """Return where the words stand that say what the row of the cell at `place` is about; an empty place for none.

    A row that begins more than `reach` before its cell has none. In a row with tabs it is a cell (`_label_of`), in a
    table with one cell a line the nearest above.
    """
    begin = text.rfind("\n", max(0, place - reach), place) + 1
    if begin == 0 < place - reach:
        return place, place
    row = [read_line(text, *cell.span()) for cell in _TABBED.finditer(text, begin, place)]
    above = islice(lines_up(text, begin), LONGEST_GAP)
    label = _label_of(text, row) or next((line for line in above if line.kind == "label"), None)
    if label is None or "\t" in text[label.start : label.end]:
        return place, place
    counted = _COUNTED.match(text, label.start)
    return counted.end() if counted else label.start, label.end


def _label_of(text: str, row: Sequence[Line]) -> Line | None:
    """Return the label of a row with tabs: with the unit in it or before that of the unit, or behind the row's number.

    Else it is the first cell with words of its own: before the label may stand the group that it belongs to.
    """
    labels = [cell for cell in row if cell.kind == "label"]
    unit = next((cell.start for cell in row if cell.kind == "measure"), 0)
    numbered = [cell for counter, cell in pairwise(row) if counter.kind == "number" and cell.kind == "label"]
    measured = [cell for cell in labels if MEASURED.search(text[cell.start : cell.end].strip())]
    before_unit = [cell for cell in reversed(labels) if cell.start < unit]
    return next(iter([*measured, *before_unit, *numbered, *labels]), None)


def _blocks(text: str) -> Iterator[list[Line]]:
    """Yield runs of short lines that hold enough lines with nothing but a number, blank lines left out."""
    # The search for the break before a line goes fast; a break more, and each stands where its line begins.
    places = [match.start() for match in _NUMBER_LINE.finditer("\n" + text)]
    first = 0
    while first < len(places):
        last = first
        while last + 1 < len(places) and _near(text, places[last], places[last + 1]):
            last += 1
        if last - first + 1 >= _FEWEST_NUMBERS:
            yield [*reversed(list(lines_up(text, places[first]))), *lines_down(text, places[first], places[last])]
        first = last + 1


def _near(text: str, one: int, other: int) -> bool:
    """Tell whether only a few short lines stand between two lines."""
    if other - one > _LONGEST * LONGEST_GAP:
        return False
    between = text[one:other].split("\n")
    return len(between) <= 2 * LONGEST_GAP and all(is_short(line) for line in between)


def _read_block(text: str, block: list[Line], above: _Head, cells: dict[int, Cell], counters: set[int]) -> _Head:
    """Add the cells and counters of a block below the head `above`, if any; return its own head or that one."""
    block = _numbers_like_years(text, block)
    counted = set(_row_counters(text, block))
    counters.update(counted)
    rows: list[list[Line]] = [[]]
    numbered = False
    for line in block:
        counts = line.number in counted
        if numbered and (counts or line.kind == "label"):
            rows.append([])
            numbered = False
        if not counts:
            rows[-1].append(line)
            numbered |= line.kind in ("number", "empty")
    # 1, 2021年, …: the year right behind the number of a row heads it and those below.
    row_years = {line.start for counter, line in pairwise(block) if counter.number in counted and line.kind == "year"}
    first_row = list(takewhile(lambda line: line.number not in counted, block)) if row_years else rows[0]
    head = _head(text, first_row)
    present = present_columns(text, first_row)
    head = head._replace(present=present) if head.end else above._replace(present=present or above.present)
    measured = sum(any(part.kind == "measure" for part in row) for row in rows)
    usual = _usual_width(rows) if 2 * measured > len(rows) else 0
    numbers = [_values(row, usual) for row in rows]
    if sum(part.number >= 0 for row in numbers for part in row) < _FEWEST_NUMBERS - 1:
        return above
    # A year right above a number dates that cell alone.
    dated = {below.number for line, below in pairwise(block) if line.kind == "year"}
    widest = max(map(len, numbers))
    measures = column_measures(text, block, counted) if 2 * measured <= len(rows) else []
    own = measures_beside(text, first_row, widest) if 2 * measured > len(rows) else []
    if not measures and not own:
        head = head._replace(measures=measures_of_head(text, rows, above.measures))
        measures = list(head.measures)
    first = len(measures) - widest
    row_year = -1
    for whole, row in zip(rows, numbers, strict=True):
        row_year = next((line.start for line in whole if line.start in row_years), row_year)
        for column, part in enumerate(row):
            measure = measures[first + column] if first >= 0 and measures else own[column] or None if own else None
            if part.number >= 0:
                place = _NO_HEAD if part.number in dated else head
                now = column < len(head.present) <= len(row) and head.present[column]
                cells[part.number] = Cell(column, len(row), place.start, place.end, measure, row_year, now)
    return head


def _numbers_like_years(text: str, block: list[Line]) -> list[Line]:
    """Return the lines of a block; 1980 alone behind a number is one too (1450, 1980, 2640), 2000 behind a unit."""
    lines = block[:1]
    for line, below in zip(block[1:], [*block[2:], None], strict=False):
        bare = _BARE_YEAR.fullmatch(text, line.start, line.end) if line.kind == "year" else None
        behind_number = lines[-1].kind == "number" and bare is not None and bare["digits"].startswith("19")
        # 万元 / 2021 / 2022 is a head.
        behind_unit = lines[-1].kind == "measure" and not (below and below.kind == "year")
        number = bare is not None and (behind_number or behind_unit)
        lines.append(line._replace(kind="number", number=bare.start("digits")) if bare and number else line)
    return lines


def _usual_width(rows: Sequence[list[Line]]) -> int:
    """Return how many values most of the rows with a unit have."""
    widths = [len(_values(row, 0)) for row in rows if any(part.kind == "measure" for part in row)]
    return Counter(widths).most_common(1)[0][0]


def _values(row: list[Line], usual: int) -> list[Line]:
    """Return the cells of a row that hold numbers or stand for them.

    In a table whose rows have units beside `usual` values, the dash for no unit is none of them.
    """
    values = [part for part in row if part.kind in ("number", "empty")]
    without = 0 < usual < len(values) and not any(part.kind == "measure" for part in row)
    return values[1:] if without and values[0].kind == "empty" else values


def _row_counters(text: str, block: list[Line]) -> list[int]:
    """Return where whole numbers stand alone before a label and count on by one: 1, 2, 3 … or 7, 8, 9 …."""
    named: list[int] = []
    # Last number of a chain -> where its numbers stand; and all chains, each with its first number.
    chains: dict[int, list[int]] = {}
    every: list[tuple[int, list[int]]] = []
    for line, following in pairwise(block):
        written = text[line.start : line.end].strip()
        if following.kind == "number" and _NUMBERED.fullmatch(written):
            named.append(following.number)
        if line.kind != "number" or following.kind not in ("label", "year") or not written.isdigit():
            continue
        # The last cell of a row may stand before a label too (9, 市教育局): each number goes on with the one before it.
        number = int(written)
        chains[number] = [*chains.get(number - 1, ()), line.number]
        every.append((number - len(chains[number]) + 1, chains[number]))
    if len(every) > 1 and set(chains) == {1}:
        return named + [place for _, chain in every for place in chain]
    # From 1 on two will do, from another number three.
    long = [chain for first, chain in every if len(chain) > (1 if first == 1 else 2)]
    longest = max(map(len, long), default=0)
    return named + sorted({place for chain in long if len(chain) == longest for place in chain})


def _head(text: str, first_row: list[Line]) -> _Head:
    """Return where the head stands above the first row, below a title: from its first line with a year to the last.

    The name of a plan in a cell of its own (“十四五”末) is a year too; in a title (“十五五”时期主要指标) it is none.
    """
    titled = [number for number, line in enumerate(first_row) if _PERIOD.search(text, line.start, line.end)]
    head = first_row[titled[-1] + 1 :] if titled else first_row
    years = [line for line, below in pairwise(head) if line.kind == "year" and below.kind != "number"]
    dated = (line for line in head if line.kind == "year" or _PLAN_CELL.fullmatch(text, line.start, line.end))
    return _Head(next(dated).start, years[-1].end) if years else _NO_HEAD
