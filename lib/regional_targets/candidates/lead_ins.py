"""What a heading or lead-in dates: the passages of a plain text in which a year above a number is its deadline."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from ..stated_years import FIVE_YEAR_PLAN, plan_year
from .document_outline import Outline
from .headings import ITEMS
from .year_roles import Year, year_of_date

# （一）2024年。新建学校5所: a year that is a heading, behind its marker.
_MARKED = re.compile(r"[ \t(]*[一二三四五六七八九十\d]{1,3}[)、.]+ ?[到至]?")
# What may stand before the year that opens a paragraph: 到2025年 opens its own sentence only.
_OPENS = re.compile(r"[ \t-]*(?:\(?[一二三四五六七八九十\d]{1,3}[)、.]+ ?)?")
_BY_OPENS = re.compile(rf"{_OPENS.pattern}[到至]")
# （二）总体目标。到2025年，…
_HEADED_BY_OPENS = re.compile(rf"{_OPENS.pattern}(?:[^，,。\n]{{1,20}}。)?[到至]")
# （二）工作目标。2019年明确三大目标。
_HEADED_OPENS = re.compile(rf"{_OPENS.pattern}(?:[^，,。\n]{{1,20}}。)?")
# 具体指标：到2022年，建设50所…。推动建设300个…: what the paragraph aims at.
_AIMS_BY_OPENS = re.compile(r"[ \t]*[^，,。\n]{0,10}(?:指标|目标)[是为]?[:：] ?[到至] ?")
# 2026年底前达到以下预期目标。: the list below it, though no colon stands there.
_SET_BELOW = re.compile(r"(?:以下|下列|如下)[^，。;；]{0,8}(?:目标|指标|任务)$")
_YEAR_ALONE = re.compile(r" ?年?度?(?:底|末)?(?:前|之前|以前)?[ \t]*")
_MONTH_AFTER = re.compile(r" ?[一二三四五六七八九十]{1,2} ?月")
_YEAR_LINE = re.compile(r"[ \t]*20\d\d ?年度?[ \t]*")
# The items of a list that begin with dashes: ——养老服务设施覆盖…
_DASHED = re.compile(r"(?:(?:[ \t]*+\n)++[ \t]*+-[^\n]*+)++")
_THIS_YEAR = re.compile(r"^[^。\n]{0,20}今年[^。:：\n]{0,24}[:：][ \t]*$", re.MULTILINE)
# 今后五年经济社会发展的主要目标任务: in a report of 2016 those of 2020.
_NEXT_FIVE = re.compile(r"(?:今后|未来)[五5] ?年(?!级)")
_SETS = re.compile(r"目标|任务|要求|重点|突出|着力|抓好|实施")
_AIMS = re.compile(r"目标|指标")
# A heading that names a plan and its aims; not a review of one, nor the title of another document.
_PLAN_AIMS = re.compile(
    rf"(?P<plan>{FIVE_YEAR_PLAN})[”\"]?(?![^《\n]*》)[^\n]{{0,16}}(?:目标|任务|重点|项目|工程|思路|举措)"
)
_LONGEST_LEAD = 300
_NEAR = 60


class Lead(NamedTuple):
    """A passage, from `start` to `stop`, and the year that dates it."""

    start: int
    stop: int
    year: Year


def find_leads(text: str, outline: Outline, years: Sequence[Year], counted: Sequence[int]) -> list[Lead]:
    """Return the passages that a heading or lead-in dates, in order; `counted` are the places of numerals."""
    lines = _Lines(text, outline, years, counted)
    found = (
        lines.headed(),
        lines.titled_plans(),
        lines.yearly_paragraphs(),
        lines.bare_openings(),
        lines.aims(),
        lines.this_year(),
        lines.next_five_years(),
    )
    return sorted(chain.from_iterable(found))


class _Lines:
    """The headings and first sentences of a text with their years."""

    def __init__(self, text: str, outline: Outline, years: Sequence[Year], counted: Sequence[int]):
        self.text, self.outline, self.years, self.counted = text, outline, years, counted
        self._starts = [year.start for year in years]

    def headed(self) -> Iterator[Lead]:
        """Yield what headings and lead-ins with a year date."""
        outline, text = self.outline, self.text
        # 112年度 in a line and 113年度 in the next head the columns of a table.
        beside = [pair for pair in pairwise(self.years) if text[pair[0].end : pair[1].start] == "\n"]
        in_columns = {year.start for pair in beside for year in pair}
        for year in self.years:
            if year.role not in ("by", "plain") or outline.in_title(year.place):
                continue
            begin, end = outline.sentence(year.start)
            # 其中：2021年任务, the head of a column.
            if year.start in in_columns or text.startswith("其中", begin):
                continue
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
            bare = bisect_left(self.counted, begin) == bisect_left(self.counted, end)
            if bare and _SET_BELOW.search(text, year.end, end):
                colon = end - 1
            if colon >= 0 and (colon == end - 1 or not text[colon + 1 : end].strip()):
                level = section.level if section else ITEMS - 1
                items = outline.sections[number + 1] if number + 1 < len(outline.sections) else None
                if items and not text[end : items.start].strip():
                    level = items.level - 1
                stop = outline.section_end(number, level)
                yield Lead(colon, stop, year)
            elif stands_alone and bare and end - begin <= _NEAR and not _MONTH_AFTER.match(text, year.end):
                titled = section is not None and year.start < section.title_end
                level = section.level if section and titled else 9
                items = outline.sections[number + 1] if number + 1 < len(outline.sections) else None
                # 2027年度, a line of its own above the items of a list.
                if (
                    items
                    and not titled
                    and _YEAR_LINE.fullmatch(text, begin, end)
                    and not text[end : items.start].strip()
                ):
                    level = items.level - 1
                yield Lead(end, outline.section_end(number, level), year)
            elif text[year.end : year.end + 1] == ":" and not text[begin : year.start].strip(" -"):
                # 2017年：实施…。按照…: a year before its paragraph.
                paragraph_end = text.find("\n", year.end)
                yield Lead(year.end, paragraph_end if paragraph_end >= 0 else len(text), year)
            elif year.role == "by" and text[begin - 1 : begin] in ("\n", ""):
                paragraph_end = text.find("\n", end)
                dashed = _DASHED.match(text, paragraph_end) if paragraph_end >= 0 else None
                # …。2024年完成下列任务：— another year leads in what follows.
                if dashed and bisect_left(self._starts, end) == bisect_left(self._starts, paragraph_end):
                    yield Lead(paragraph_end, dashed.end(), year)

    def titled_plans(self) -> Iterator[Lead]:
        """Yield the headings that name a five-year plan and what it shall do: （三）“十二五”的目标任务."""
        issued = self.outline.issued or 0
        for number, section in enumerate(self.outline.sections):
            named = _PLAN_AIMS.search(self.text, section.start, section.title_end)
            if named and plan_year(named["plan"]) >= issued:
                place, end = named.span("plan")
                year = Year(place, end, place, plan_year(named["plan"]), "plain", digits=end - place)
                yield Lead(section.title_end, self.outline.section_end(number, section.level), year)

    def yearly_paragraphs(self) -> Iterator[Lead]:
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
                yield Lead(year.end, end, year)

    def bare_openings(self) -> Iterator[Lead]:
        """Yield the rest of each paragraph that opens with a year by which and, in that sentence, no number.

        到2025年，电力系统加快构建。可再生能源比重达到36%: the first sentence leads in what follows.
        A year alone opens it too where its sentence speaks of aims before the first number.
        """
        for year in self.years:
            if year.role not in ("by", "plain"):
                continue
            begin = self.text.rfind("\n", max(0, year.start - _NEAR), year.start) + 1
            said = self.outline.sentence(year.start)[1]
            first = bisect_left(self.counted, year.start)
            counted = self.counted[first] if first < len(self.counted) else len(self.text)
            opens = _HEADED_OPENS.fullmatch(self.text, begin, year.start)
            by = year.role == "by" and _HEADED_BY_OPENS.fullmatch(self.text, begin, year.start)
            # 1、2026年-2030年，…: within which.
            bare = counted >= said and (by or (opens and year.first))
            reach = min(said, counted, year.end + _LONGEST_LEAD)
            bare = bare or bool(_AIMS_BY_OPENS.fullmatch(self.text, begin, year.start))
            if bare or (opens and _AIMS.search(self.text, year.end, reach)):
                end = self.text.find("\n", year.end)
                yield Lead(said, end if end >= 0 else len(self.text), year)

    def aims(self) -> Iterator[Lead]:
        """Yield what a year by which dates in a section of aims.

        The one year of the section, in a sentence without a number before all numbers, dates what stands below
        (一、目标 … 到2015年建成创新型城市。); one that opens its paragraph dates the rest of it, where the document has
        another period.
        """
        for number, section in enumerate(self.outline.sections):
            if not _AIMS.search(self.text, section.start, section.title_end):
                continue
            stop = self.outline.section_end(number, section.level)
            first, last = bisect_left(self._starts, section.start), bisect_left(self._starts, stop)
            years = [year for year in self.years[first:last] if year.role in ("by", "plain")]
            if not years or years[0].role != "by":
                continue
            ends = [self.text.find("\n", year.end, stop) for year in years]
            if self.outline.period:
                for year, end, other in zip(years, ends, _next_others(years), strict=True):
                    begin = self.text.rfind("\n", max(0, year.start - _NEAR), year.start) + 1
                    if end >= 0 and _BY_OPENS.fullmatch(self.text, begin, year.start):
                        yield Lead(year.end, min(end, other), year)
            elif len({year.year for year in years}) == 1 and ends[0] >= 0:
                said = self.outline.sentence(years[0].start)[1]
                if bisect_left(self.counted, section.title_end) == bisect_left(self.counted, said):
                    yield Lead(ends[0], stop, years[0])

    def this_year(self) -> Iterator[Lead]:
        """Yield what a line like 今年的工作，我讲这样几条： leads in, where the text has a date and is not annual."""
        year = year_of_date(self.outline)
        if year is None:
            return
        for match in _THIS_YEAR.finditer(self.text):
            number = bisect_right(self.outline.section_starts, match.start()) - 1
            level = self.outline.sections[number].level if number >= 0 else 0
            yield Lead(match.end(), self.outline.section_end(number, level), year)

    def next_five_years(self) -> Iterator[Lead]:
        """Yield what 今后五年 leads in, in an annual text that names the last of these years elsewhere.

        A heading dates its section; a sentence without a number that sets aims what follows, up to the next section or
        paragraph on 今年; any other its own numbers.
        """
        annual = self.outline.period[1] if self.outline.period and self.outline.annual else None
        year = self._named(annual + 4) if annual else None
        if year is None:
            return
        this_year = re.compile(rf"\n[^\n。]{{0,20}}(?:今年|{annual} ?年)")
        back = [match.start() for match in this_year.finditer(self.text)]
        for match in _NEXT_FIVE.finditer(self.text):
            number = bisect_right(self.outline.section_starts, match.start()) - 1
            section = self.outline.sections[number] if number >= 0 else None
            begin, end = self.outline.sentence(match.start())
            bare = bisect_left(self.counted, begin) == bisect_left(self.counted, end)
            titled = section is not None and match.start() < section.title_end
            if not (titled or (bare and _SETS.search(self.text, match.end(), end))):
                yield Lead(match.end(), end, year)
                continue
            stop = self.outline.section_end(number, section.level) if section else len(self.text)
            again = bisect_left(back, end)
            yield Lead(end, min(stop, back[again]) if again < len(back) else stop, year)

    def _named(self, wanted: int) -> Year | None:
        """Return a year where the text first writes it, in digits or as the name of the plan that ends with it."""
        for year in self.years:
            if year.year == wanted:
                return year
        for match in re.finditer(FIVE_YEAR_PLAN, self.text):
            if plan_year(match[0]) == wanted:
                return Year(match.start(), match.end(), match.start(), wanted, "by", digits=len(match[0]))
        return None


def _next_others(years: Sequence[Year]) -> list[int]:
    """Return for each year where the next one stands that is another: 到2027年…；到2030年… ends what 2027 dates."""
    found: list[int] = []
    for year, later in zip(reversed(years), [None, *reversed(years)], strict=False):
        same = later is not None and later.year == year.year
        found.append(found[-1] if same else later.start if later else sys.maxsize)
    return found[::-1]
