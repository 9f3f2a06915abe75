"""The year by which, and the year from which: the five rules of the codebook ("Deadlines") on a plain text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from .cell_lines import DatedCell
from .document_outline import Outline
from .lead_ins import Lead, find_leads
from .year_roles import Roles, Year, year_of_date


class _Start(NamedTuple):
    year: int | None
    place: tuple[int, int] | None


class Dated(NamedTuple):
    """A deadline and a start year, each with its place (None without one), and the rule in words."""

    deadline: int | None
    place: tuple[int, int] | None
    start_year: int | None
    start_place: tuple[int, int] | None
    rule: str


_THIS_YEAR = re.compile(r"今年|本年|年底前|年内|年底|全年|年末|上半年|下半年")
# In a text with a date of its own that is not annual.
_SAID_THIS_YEAR = re.compile(r"今年(?<![从自]今年)(?!以来|上半年|[^，。;；]{0,6}月)")
_PAIRED = re.compile(r"^年?[底末]? ?[、和及与,，] ?“?[到至]?$|^“?$")
_DIGIT = re.compile(r"\d")
# What the year behind a number governs instead of it: 最长3个月，到2025年，全部中心均应….
_COUNTED = re.compile(r"\d|全部|所有")
# 改造管网320公里、泵房60处，2024年底前完成: all that stands before is due then.
_DONE_THEN = re.compile(
    r"[底末内]?(?:之?前|以前)?(?:全部|全面)?(?:完成|建成|启用|投用|投入使用|到位|竣工|交付|完工|落成)[，。;；]?"
)
# 到2019年…；当中300个单位将于2016年完工: its own year goes before that of the sentence.
_TO_BE = re.compile(r"[^，。;；、\d]{0,12}(?:将|预计|计划|拟)(?:会)?[于在]? ?|[个所家名项条座处] ?")
# 当中2600个将于明年投入服务: another year than the one before.
_NEXT_YEAR = re.compile(r"[^，。;；\d]{0,8}明年")
_ROW_ENDS = re.compile(r"[底末]?(?:之?前|以前)?[ \t]*(?:\n|$)")
# 1 建设学院 4个 2024年 教育局 2 …: the year beside the number, in a table that is one line.
_BESIDE = re.compile(r"[^\s\d，。；]{0,4} 20\d\d ?年[^\s，。；]{0,6} [\u4e00-\u9fff]")
# 其中15所2027年底前建成 is no year of what stands before the part.
_APART = re.compile(r";|其中[^，。;；()]{1,14}$|首期[^，。;；()]{1,10}$")
_DUE_NOTE = re.compile(r"(?:时限|期限|时间|节点)[:为]|完成\)")
_STEPS = 24
_NEAR = 60


class Calendar:
    """All years of a text in order, and what they date."""

    def __init__(self, text: str, outline: Outline):
        self.text, self.outline = text, outline
        self._roles = Roles(text, outline)
        self._tabbed = "\t" in text
        self.years: list[Year] = []
        self._starts: list[int] = []
        self._leads: list[Lead] = []
        self._lead_starts: list[int] = []

    def add(self, match: re.Match[str], in_title: bool) -> None:
        """Keep the year of a token of `find_tokens`."""
        year = self._roles.read(match, in_title)
        before = self.years[-1] if self.years else None
        # 在2026年提供6000个名额，2027年增至8500个: a later year than one that is to come.
        later = before and year.role == "past" and before.role in ("by", "plain") and before.year < year.year
        if later and self.outline.sentence(self.years[-1].start) == self.outline.sentence(year.start):
            year = year._replace(role="by")
        self.years.append(year)
        self._starts.append(year.start)

    def find_leads(self, counted: list[int], cells: Sequence[DatedCell] = ()) -> None:
        """Find the headings and lead-ins that date what follows them (rule 2), and the heads of columns with words.

        `counted` are the places of numerals.
        """
        leads = find_leads(self.text, self.outline, self.years, counted)
        for cell in cells:
            number = bisect_left(self._starts, cell.year)
            if number < len(self.years) and (cell.due or self.years[number].role in ("by", "plain")):
                leads.append(Lead(cell.start - 1, cell.stop, self.years[number]))
        self._leads = sorted(leads)
        self._lead_starts = [lead.start for lead in self._leads]

    def own(self, start: int, end: int, begin: int, stop: int) -> Year | None:
        """Return the year that governs a number in its own sentence `text[begin:stop]` (rule 1)."""
        if "明年" in self.text[end : end + _NEAR] and _NEXT_YEAR.match(self.text, end, stop):
            return None
        last, floor = bisect_left(self._starts, start), begin
        beside = self.years[last] if last < len(self.years) and _BESIDE.match(self.text, end) else None
        if beside and self.text[end : beside.start].count(" ") == 1 and beside.start < stop:
            return beside._replace(role="by")
        done_in = self._done_in(last, end, stop) or self._of_row(last, end, stop)
        if done_in:
            return done_in
        for number in range(last - 1, max(-1, last - _STEPS), -1):
            year = self.years[number]
            if year.start < begin:
                break
            if self._in_aside(year, begin, start):
                continue
            if year.role == "past" and "规划期内" in self.text[year.end : start]:
                return None
            if year.role in ("by", "plain", "past"):
                return year if year.start >= floor else None
            if year.role == "start":
                floor = self.text.rfind(";", max(begin, year.start - 2 * _NEAR), year.start)
        for year in self.years[last : last + 2]:
            if year.start >= stop or year.start > end + _NEAR:
                break
            apart = _APART.search(self.text, end, year.start)
            done_then = not apart and _DONE_THEN.match(self.text, year.end, stop)
            if year.role == "by" and (done_then or not _DIGIT.search(self.text, end, year.start)):
                return None if _COUNTED.search(self.text, year.end, min(stop, year.end + 24)) else year
        return None

    def _in_aside(self, year: Year, begin: int, place: int) -> bool:
        """Tell whether a year stands in brackets, closed before `place`, with more than itself (2017年预计3335元).

        Or in a note (完成时限：2025年), which says by when what stands before it is done.
        """
        closed = self.text.find(")", year.end, min(place, year.end + _NEAR))
        if closed < 0 or self.text.find("(", year.end, closed) >= 0:
            return False
        opened = self.text.rfind("(", max(begin, year.start - _NEAR), year.start)
        aside = opened >= 0 and self.text.find(")", opened, year.start) < 0
        return aside and (
            _DIGIT.search(self.text, year.end, closed) is not None
            or _DUE_NOTE.search(self.text, opened, closed + 1) is not None
        )

    def _done_in(self, number: int, end: int, stop: int) -> Year | None:
        """Return the year by which the number that ends at `end` is done, where its own clause says so behind it."""
        year = self.years[number] if number < len(self.years) else None
        if year is None or year.role != "by" or year.end >= stop:
            return None
        done = _DONE_THEN.match(self.text, year.end, stop) and _TO_BE.fullmatch(self.text, end, year.start)
        return year if done else None

    def _of_row(self, number: int, end: int, stop: int) -> Year | None:
        """Return the year that ends a row whose columns are parted by single blanks: 1 培训500人 人社局 2026年."""
        for year in self.years[number : number + 2]:
            if year.end > stop:
                return None
            if year.role == "by" and self.text[year.start - 1] == " " and _ROW_ENDS.match(self.text, year.end):
                return year if " " in self.text[end : year.start - 1] else None
        return None

    def group(self, year: Year) -> list[Year]:
        """Return the years of a list that ends with `year` (2023年、2025年), in order; only itself without one."""
        number = bisect_left(self._starts, year.start)
        years = [year]
        while number > 0 and len(years) < _STEPS:
            number -= 1
            before = self.years[number]
            if not _PAIRED.match(self.text[before.end : years[0].start]):
                break
            years.insert(0, before)
        return years

    def row_head(self, start: int) -> Year | None:
        """Return the year that begins the first cell of the row of a table with tabs in which a number stands."""
        if not self._tabbed:
            return None
        line_start = self.text.rfind("\n", max(0, start - 200), start) + 1
        number = bisect_left(self._starts, line_start)
        year = self.years[number] if number < len(self.years) else None
        if year is None or year.start - line_start > 3 or self.text.find("\t", year.end, start) < 0:
            return None
        return year if year.role in ("by", "plain", "past") else None

    def in_row(self, end: int) -> Year | None:
        """Return the year that stands alone in a later cell of the same row of a table with tabs."""
        if not self._tabbed:
            return None
        line_end = self.text.find("\n", end, end + 200)
        tab = self.text.find("\t", end, line_end if line_end >= 0 else end + 200)
        if tab < 0:
            return None
        for year in self.years[bisect_left(self._starts, tab) :][:3]:
            if year.start >= (line_end if line_end >= 0 else end + 200):
                return None
            cell = self.text[self.text.rfind("\t", end, year.start) + 1 : year.end + 3].split("\t")[0].split("\n")[0]
            if len(cell.strip()) <= year.end - year.start + 3:
                return year
        return None

    def start_of(self, start: int, begin: int) -> Year | None:
        """Return the year from which (自2021年起) that stands before a number in its sentence (rule 5)."""
        last = bisect_left(self._starts, start)
        for number in range(last - 1, max(-1, last - _STEPS), -1):
            year = self.years[number]
            if year.start < begin:
                return None
            if year.role == "start":
                return year
        return None

    def lead(self, start: int) -> Year | None:
        """Return the year of the nearest heading or lead-in that dates what stands at `start` (rule 2)."""
        last = bisect_right(self._lead_starts, start)
        for number in range(last - 1, max(-1, last - _STEPS), -1):
            lead = self._leads[number]
            if lead.start < start < lead.stop:
                return lead.year
        return None

    def this_year(self, start: int) -> Year | None:
        """Return the year of the date of a text that is not annual where 今年 stands before a number in a sentence."""
        near = start - 2 * _NEAR
        if self.text.find("今年", max(0, near), start) < 0:
            return None
        begin = max(self.outline.sentence(start)[0], near)
        return year_of_date(self.outline) if _SAID_THIS_YEAR.search(self.text, begin, start) else None

    def says_this_year(self, start: int) -> bool:
        """Tell whether 今年 or 全年 stands before a number in a sentence of a text that is annual."""
        if not self.outline.annual:
            return False
        begin = max(self.outline.sentence(start)[0], start - 2 * _NEAR)
        return _THIS_YEAR.search(self.text, begin, start) is not None

    def date(self, start: int, end: int, begin: int, stop: int, kind: str, own: Year | None) -> Dated:
        """Date a number of a kind whose own sentence has the year `own`, if any."""
        origin = self.start_of(start, begin)
        started = _Start(origin.year, (origin.place, origin.place + origin.digits)) if origin else _Start(None, None)
        outline = self.outline
        if kind == "status":
            return Dated(None, None, None, None, "现状无期限")
        if own and own.role != "past":
            return _dated(own, started, "本句年份")
        if outline.period and self.says_this_year(start):
            return Dated(outline.period[1], outline.period_place, started.year, started.place, "年度计划当年")
        this_year = self.this_year(start)
        if this_year:
            return _dated(this_year, started, "发文年份")
        row = self.in_row(end) if self.text[stop : stop + 1] == "\t" else None
        if row:
            return _dated(row, started, "同行年份")
        if kind == "rule":
            return Dated(None, None, started.year, started.place, "规则长期有效")
        lead = self.lead(start)
        if lead:
            return _dated(lead, started, "标题或领起语年份")
        # What begins after the period of the document is not due within it.
        if outline.period and not (started.year and started.year > outline.period[1]):
            return Dated(outline.period[1], outline.period_place, started.year, started.place, "文件规划期末")
        return Dated(None, None, started.year, started.place, "未注期限")


def _dated(year: Year, started: _Start, rule: str) -> Dated:
    if year.first:
        started = _Start(year.first, (year.first_place, year.first_place + (year.first_digits or year.digits)))
    return Dated(year.year, (year.place, year.place + year.digits), started.year, started.place, rule)
