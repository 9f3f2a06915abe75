"""The year by which, and the year from which: the five rules of the codebook ("Deadlines") on a plain text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from ..stated_years import FIVE_YEAR_PLAN, plan_year
from .document_outline import Outline
from .year_roles import Roles, Year


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
_PAIRED = re.compile(r"^(?:年|年底)? ?[、和及与,，] ?$")
_DIGIT = re.compile(r"\d")
# （一）2024年。新建学校5所: a year that is a heading, behind its marker.
_MARKED = re.compile(r"[ \t(]*[一二三四五六七八九十\d]{1,3}[)、.]+ ?[到至]?")
# What may stand before the year that opens a paragraph: 到2025年 opens its own sentence only.
_OPENS = re.compile(r"[ \t-]*(?:\(?[一二三四五六七八九十\d]{1,3}[)、.]+ ?)?")
_BY_OPENS = re.compile(rf"{_OPENS.pattern}[到至]")
_YEAR_ALONE = re.compile(r" ?年?度?(?:底|末)?(?:前|之前|以前)?[ \t]*")
# The items of a list that begin with dashes: ——养老服务设施覆盖…
_DASHED = re.compile(r"(?:(?:[ \t]*+\n)++[ \t]*+-[^\n]*+)++")
_AIMS = re.compile(r"目标|指标")
# A heading that names a plan and its aims; not a review of one, nor the title of another document.
_PLAN_AIMS = re.compile(
    rf"(?P<plan>{FIVE_YEAR_PLAN})[”\"]?(?![^《\n]*》)[^\n]{{0,16}}(?:目标|任务|重点|项目|工程|思路|举措)"
)
_ITEMS = 5  # Headings of this level and below are items of a list: 1. and (1).
_STEPS = 24
_LONGEST_LEAD = 300
_NEAR = 60


class Calendar:
    """All years of a text in order, and what they date."""

    def __init__(self, text: str, outline: Outline):
        self.text, self.outline = text, outline
        self._roles = Roles(text, outline)
        self.years: list[Year] = []
        self._starts: list[int] = []
        self._leads: list[tuple[int, int, Year]] = []
        self._lead_starts: list[int] = []

    def add(self, match: re.Match[str], in_title: bool) -> None:
        """Keep the year of a token of `find_tokens`."""
        year = self._roles.read(match, in_title)
        before = self.years[-1] if self.years else None
        # 在2026年提供6000个名额，2027年增至8500个: a later year than one that is to come.
        later = before and year.role == "past" and before.role == "by" and before.year < year.year
        if later and self.outline.sentence(self.years[-1].start) == self.outline.sentence(year.start):
            year = year._replace(role="by")
        self.years.append(year)
        self._starts.append(year.start)

    def find_leads(self, counted: list[int]) -> None:
        """Find the headings and lead-ins that date what follows them (rule 2); `counted` are the places of numerals."""
        outline, text = self.outline, self.text
        # 112年度 in a line and 113年度 in the next head the columns of a table.
        beside = [pair for pair in pairwise(self.years) if text[pair[0].end : pair[1].start] == "\n"]
        in_columns = {year.start for pair in beside for year in pair}
        for year in self.years:
            if year.role not in ("by", "plain") or self.outline.in_title(year.place):
                continue
            if year.start in in_columns:
                continue
            begin, end = outline.sentence(year.start)
            # A further year in the title, as in 十四五规划和2035年远景目标纲要, dates nothing.
            if end - begin > _LONGEST_LEAD or (outline.period_place and begin <= outline.period_place[0] < end):
                continue
            number = bisect_right(outline.section_starts, year.start) - 1
            section = outline.sections[number] if number >= 0 else None
            colon = max(text.rfind(":", year.end, end), text.rfind("：", year.end, end))
            stands_alone = text[end : end + 1] in ("\n", "") and text[begin - 1 : begin] in ("\n", "")
            # （一）2025年。完成6所…: a heading that is a year.
            stands_alone |= bool(
                _MARKED.fullmatch(text[begin : year.start]) and _YEAR_ALONE.fullmatch(text[year.end : end])
            )
            bare = bisect_left(counted, begin) == bisect_left(counted, end)
            if colon >= 0 and not text[colon + 1 : end].strip():
                level = section.level if section else _ITEMS - 1
                items = outline.sections[number + 1] if number + 1 < len(outline.sections) else None
                if items and not text[end : items.start].strip():
                    level = items.level - 1
                stop = outline.section_end(number, level)
                self._leads.append((colon, stop, year))
            elif stands_alone and bare and end - begin <= _NEAR:
                titled = section is not None and year.start < section.title_end
                level = section.level if section and titled else 9
                self._leads.append((end, outline.section_end(number, level), year))
            elif text[year.end : year.end + 1] == ":" and not text[begin : year.start].strip(" -"):
                # 2017年：实施…。按照…: a year before its paragraph.
                paragraph_end = text.find("\n", year.end)
                self._leads.append((year.end, paragraph_end if paragraph_end >= 0 else len(text), year))
            elif year.role == "by" and text[begin - 1 : begin] in ("\n", ""):
                paragraph_end = text.find("\n", end)
                dashed = _DASHED.match(text, paragraph_end) if paragraph_end >= 0 else None
                # …。2024年完成下列任务：— another year leads in what follows.
                if dashed and bisect_left(self._starts, end) == bisect_left(self._starts, paragraph_end):
                    self._leads.append((paragraph_end, dashed.end(), year))
        self._leads = sorted([*self._leads, *self._titled_plans(), *self._yearly_paragraphs(), *self._aims(counted)])
        self._lead_starts = [lead[0] for lead in self._leads]

    def _titled_plans(self) -> Iterator[tuple[int, int, Year]]:
        """Yield the headings that name a five-year plan and what it shall do: （三）“十二五”的目标任务."""
        issued = self.outline.issued or 0
        for number, section in enumerate(self.outline.sections):
            named = None if section.looks_back else _PLAN_AIMS.search(self.text, section.start, section.title_end)
            if named and plan_year(named["plan"]) >= issued:
                place, end = named.span("plan")
                year = Year(place, end, place, plan_year(named["plan"]), "plain", digits=end - place)
                yield section.title_end, self.outline.section_end(number, section.level), year

    def _yearly_paragraphs(self) -> Iterator[tuple[int, int, Year]]:
        """Yield the paragraphs of a run of which each begins with a later year: 2022年，…。 2023年，…。"""
        opened: list[tuple[int, int, Year]] = []
        for year in self.years:
            # Looked for no further than a marker is long.
            found = self.text.rfind("\n", max(0, year.start - _NEAR), year.start)
            if found < 0 and year.start >= _NEAR:
                continue
            begin = found + 1
            if year.role in ("by", "plain") and _OPENS.fullmatch(self.text, begin, year.start):
                end = self.text.find("\n", year.end)
                opened.append((begin, end if end >= 0 else len(self.text), year))
        for number, (begin, end, year) in enumerate(opened):
            before, after = opened[max(0, number - 1)], opened[min(number + 1, len(opened) - 1)]
            follows = before[2].year < year.year and not self.text[before[1] : begin].strip()
            leads = year.year < after[2].year and not self.text[end : after[0]].strip()
            if follows or leads:
                yield year.end, end, year

    def _aims(self, counted: list[int]) -> Iterator[tuple[int, int, Year]]:
        """Yield what a year by which dates in a section of aims.

        The one year of the section, in a sentence without a number before all numbers, dates what stands below
        (一、目标 … 到2015年建成创新型城市。); one that opens its paragraph dates the rest of it, where the document has
        another period.
        """
        for number, section in enumerate(self.outline.sections):
            if section.looks_back or not _AIMS.search(self.text, section.start, section.title_end):
                continue
            stop = self.outline.section_end(number, section.level)
            first, last = bisect_left(self._starts, section.start), bisect_left(self._starts, stop)
            years = [year for year in self.years[first:last] if year.role in ("by", "plain")]
            if not years or years[0].role != "by":
                continue
            ends = [self.text.find("\n", year.end, stop) for year in years]
            period = self.outline.period
            if period:
                for year, end in zip(years, ends, strict=True):
                    begin = self.text.rfind("\n", max(0, year.start - _NEAR), year.start) + 1
                    if year.year != period[1] and end >= 0 and _BY_OPENS.fullmatch(self.text, begin, year.start):
                        yield year.end, end, year
            elif len({year.year for year in years}) == 1 and ends[0] >= 0:
                said = self.outline.sentence(years[0].start)[1]
                if bisect_left(counted, section.title_end) == bisect_left(counted, said):
                    yield ends[0], stop, years[0]

    def own(self, start: int, end: int, begin: int, stop: int) -> Year | None:
        """Return the year that governs a number in its own sentence `text[begin:stop]` (rule 1)."""
        last, floor = bisect_left(self._starts, start), begin
        for number in range(last - 1, max(-1, last - _STEPS), -1):
            year = self.years[number]
            if year.start < begin:
                break
            if year.role in ("by", "plain", "past"):
                return year if year.start >= floor else None
            if year.role == "start":
                floor = self.text.rfind(";", max(begin, year.start - 2 * _NEAR), year.start)
        for year in self.years[last : last + 2]:
            if year.start >= stop or year.start > end + _NEAR:
                break
            if year.role == "by" and not _DIGIT.search(self.text, end, year.start):
                return None if _DIGIT.search(self.text, year.end, min(stop, year.end + 24)) else year
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
        line_start = self.text.rfind("\n", max(0, start - 200), start) + 1
        number = bisect_left(self._starts, line_start)
        year = self.years[number] if number < len(self.years) else None
        if year is None or year.start - line_start > 3 or self.text.find("\t", year.end, start) < 0:
            return None
        return year if year.role in ("by", "plain", "past") else None

    def in_row(self, end: int) -> Year | None:
        """Return the year that stands alone in a later cell of the same row of a table with tabs."""
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
            if self._leads[number][0] < start < self._leads[number][1]:
                return self._leads[number][2]
        return None

    def date(self, start: int, end: int, begin: int, stop: int, kind: str, own: Year | None) -> Dated:
        """Date a number of a kind whose own sentence has the year `own`, if any."""
        origin = self.start_of(start, begin)
        started = _Start(origin.year, (origin.place, origin.place + origin.digits)) if origin else _Start(None, None)
        outline = self.outline
        if kind == "status":
            return Dated(None, None, None, None, "现状无期限")
        if own and own.role != "past":
            return _dated(own, started, "本句年份")
        if outline.annual and outline.period and _THIS_YEAR.search(self.text, max(begin, start - 2 * _NEAR), start):
            return Dated(outline.period[1], outline.period_place, started.year, started.place, "年度计划当年")
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
        started = _Start(year.first, (year.first_place, year.first_place + year.digits))
    return Dated(year.year, (year.place, year.place + year.digits), started.year, started.place, rule)
