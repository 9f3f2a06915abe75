"""Tables flattened to lines whose head names years (指标 2020年现状 2025年目标): which year a number's column has."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from .table_lines import Cell


class DatedPlace(Protocol):
    """What a column needs of a year: where its token begins and ends, its number and its role."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def year(self) -> int: ...
    @property
    def role(self) -> str: ...


class Head(NamedTuple):
    """The head of a table: the end of its line, where its rows end, and its years in order."""

    line_end: int
    stop: int
    years: tuple[DatedPlace, ...]


_BETWEEN = re.compile(r"(?:年?[^\s。，、;]{0,6})?(?: *\t ?|  +| )(?:[^\s。，、;\d]{0,8}(?: *\t| |[(“]))?")
_PRESENT = re.compile(r"年? ?(?:\d{1,2} ?月)?(?:底|末)?\(?(?:现状|实际|实有|实绩|现值|基准|基期|基数|完成|基础|已)")
_PRESENT_BEFORE = re.compile(r"(?:现状|基准|基期|基数|实际)[^\s]{0,3}(?:[ \t]*|\s*\()\Z")
_AIMED_BEFORE = re.compile(r"(?:目标|规划|预期|计划)[^\s]{0,3}(?:[ \t]*|\s*\()\Z")
_AIMED = re.compile(r"年? ?(?:目标|规划|预期|计划)")
_BUDGET = re.compile(r"编列|预算")
_GROWTH = re.compile(r"年均|增长|增速|增幅")
# Behind the label of a row, or at the beginning of a line below it.
_ROW_CELLS = re.compile(
    r"(?:(?<=\))|(?<=[\u4e00-\u9fff]) |(?<=\n))[ \t]*(?:(?:[<>〔]*\d[\d.,%-]*[〕左右以上下内]*|-{1,3}|/) +)*[<>〔]*\Z"
)
# A sentence, or the title of the next table.
_TABLE_ENDS = re.compile(r"。|\n[ \t]*(?:附?表|专栏) ?\d")
_LINE = 200
_REACH = 6000


class Columns:
    """All tables of a plain text whose head names at least two years; `begins` is the first that is to come."""

    def __init__(
        self,
        text: str,
        years: Sequence[DatedPlace],
        counted: Sequence[int],
        cells: Mapping[int, Cell] | None = None,
        begins: int | None = None,
    ):
        self.text, self.years, self.counted, self.cells = text, years, counted, cells or {}
        self.begins = begins
        self.heads = list(self._find(years))
        self._ends = [head.line_end for head in self.heads]
        self._starts = [year.start for year in years]

    def _find(self, years: Sequence[DatedPlace]) -> Iterator[Head]:
        row: list[DatedPlace] = []
        for year in years:
            joined = row and year.start - row[-1].end < 24 and _BETWEEN.fullmatch(self.text, row[-1].end, year.start)
            if not joined:
                yield from self._head(row)
                row = []
            row.append(year)
        yield from self._head(row)

    def _head(self, row: list[DatedPlace]) -> Iterator[Head]:
        if len(row) < 2:
            return
        end = self.text.find("\n", row[-1].end, row[-1].end + _LINE)
        if end < 0 or "。" in self.text[row[0].start : end]:
            return
        if bisect_left(self.counted, row[0].start) != bisect_left(self.counted, end):
            return
        stop = _TABLE_ENDS.search(self.text, end, end + _REACH)
        yield Head(end, stop.start() if stop else end + _REACH, tuple(row))

    def find(self, start: int) -> tuple[DatedPlace, bool] | None:
        """Return the year of the column of the number at `start`, and whether it says what is already; else None."""
        if start in self.cells:
            return self._of_cell(self.cells[start])
        number = bisect_right(self._ends, start) - 1
        if number < 0 or start >= self.heads[number].stop:
            return None
        head = self.heads[number]
        if (
            "\t" in self.text[head.line_end - 1 : head.line_end]
            or self.text.find("\t", head.years[0].end, head.line_end) >= 0
        ):
            return self._of_tab(head, start)
        line_start = self.text.rfind("\n", max(head.line_end, start - _LINE), start)
        line_end = self.text.find("\n", start, start + _LINE)
        first = bisect_left(self.counted, line_start)
        width = bisect_left(self.counted, line_end if line_end >= 0 else start + _LINE) - first
        place = bisect_left(self.counted, start) - first
        if line_start < 0 or width > len(head.years):
            return None
        if width < len(head.years):
            # Some cells hold no number: what stands between the label and this one says how many.
            before = _ROW_CELLS.search(self.text, line_start + 1, start)
            place = len(before[0].split()) if before else len(head.years)
        if place >= len(head.years):
            return None
        return head.years[place], self._is_present(head.years, place)

    def _of_tab(self, head: Head, start: int) -> tuple[DatedPlace, bool] | None:
        """Return the year of the column of a number in a table with tabs: as many tabs stand before both."""
        head_start = self.text.rfind("\n", 0, head.years[0].start) + 1
        column = self.text.count("\t", max(head.line_end, self.text.rfind("\n", head.line_end, start)), start)
        for place, year in enumerate(head.years):
            if self.text.count("\t", head_start, year.start) == column:
                return year, self._is_present(head.years, place)
        return None

    def _of_cell(self, cell: Cell) -> tuple[DatedPlace, bool] | None:
        """Return the year of a cell of a table that has one cell a line, if its row or its column is headed by one."""
        if cell.row_year >= 0:
            number = bisect_left(self._starts, cell.row_year)
            return (self.years[number], False) if number < len(self.years) else None
        first, last = bisect_left(self._starts, cell.head_start), bisect_left(self._starts, cell.head_end)
        years = tuple(year for year in self.years[first:last] if year.role != "none")
        # 计划任务 / 其中：2021年任务: the year of the last column alone.
        if len(years) == 1 < cell.columns and self._is_part(years[0]):
            return (years[0], self._is_present(years, 0)) if cell.column == cell.columns - 1 else None
        if not years or (cell.columns % len(years) and cell.columns < len(years)):
            return None
        # One year may stand over several columns; what follows the years (年均增长) has none.
        place = cell.column if cell.columns % len(years) else cell.column * len(years) // cell.columns
        if place >= len(years):
            return None
        before = self.text[max(cell.head_start, years[place].start - 12) : years[place].start]
        present = bool(_PRESENT_BEFORE.search(before)) or self._is_present(years, place)
        return years[place], present and not _AIMED_BEFORE.search(before)

    def _is_part(self, year: DatedPlace) -> bool:
        """Tell whether the head of a column with a year says that it is a part of the one before it."""
        line_start = self.text.rfind("\n", max(0, year.start - _LINE), year.start) + 1
        return self.text.startswith("其中", line_start)

    def grows(self, start: int) -> bool:
        """Tell whether the number at `start` is a yearly growth: in a column after those of the years, 年均增长."""
        cell = self.cells.get(start)
        if cell is None:
            return _GROWTH.search(self._head_cell(start)) is not None
        if self.text[start - 1] in "[〔":
            return False
        years = bisect_left(self._starts, cell.head_end) - bisect_left(self._starts, cell.head_start)
        if not years or cell.columns % years == 0 or cell.column < years:
            return False
        return _GROWTH.search(self.text, cell.head_end, cell.head_end + _LINE) is not None

    def _head_cell(self, start: int) -> str:
        """Return what heads the column of a number in a table with tabs whose head names years; empty for none."""
        number = bisect_right(self._ends, start) - 1
        if number < 0 or start >= self.heads[number].stop:
            return ""
        head = self.heads[number]
        line_start = self.text.rfind("\n", head.line_end, start)
        column = self.text.count("\t", line_start, start) if line_start >= 0 else 0
        cells = self.text[self.text.rfind("\n", 0, head.years[0].start) + 1 : head.line_end].split("\t")
        return cells[column] if 0 < column < len(cells) else ""

    def _is_present(self, years: tuple[DatedPlace, ...], place: int) -> bool:
        year = years[place]
        if _PRESENT.match(self.text, year.end):
            return True
        # 指标 预期值 2016年 2017年: all of them were to come.
        if _AIMED_BEFORE.search(self.text[max(0, years[0].start - 12) : years[0].start]):
            return False
        if year.role == "past":
            return True
        # 2022年 2027年目标 2032年目标: the first is none.
        if place == 0 and len(years) > 2 and all(_AIMED.match(self.text, other.end) for other in years[1:]):
            return _AIMED.match(self.text, year.end) is None
        # Two years within the period of the document are both to come.
        if self.begins and years[0].year >= self.begins:
            return False
        if len(years) != 2 or place > 0 or _AIMED.match(self.text, year.end):
            return False
        # Both years of a budget are to come.
        return not _BUDGET.search(self.text, max(0, year.start - _LINE), year.start)
