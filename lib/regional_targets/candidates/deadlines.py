"""The year by which, and the year from which: the five rules of the codebook ("Deadlines") on a plain text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from ..stated_years import western_year
from .document_outline import SPELT_DIGITS, Outline


class Year(NamedTuple):
    """A year in the text: where its token begins and ends, where its digits stand, and how it dates what is near.

    Roles: `by` (到2025年, 2022年底前), `plain` (2025年 heads a clause), `start` (自2021年起), `past` (截至2020年),
    `base` (比2020年), `none` (in a title or a name). `first` is the first year of 2021—2025年, or 0.
    """

    start: int
    end: int
    place: int
    year: int
    role: str
    first: int = 0
    first_place: int = 0
    digits: int = 4


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


_START_BEFORE = re.compile(r"(?:自|从|由) ?$")
# 由2022年约30条增至2027年超过130条.
_RISES_FROM = re.compile(
    r"[^，。;；\d]{0,10}\d[^。;；]{0,24}?(?:增至|增到|增加[至到]|提高[至到]|提升[至到]|升[至到]|扩大[至到]|降[至到]|下降[至到]|减[至到])"
)
_START_AFTER = re.compile(
    r" ?(?:\d{1,2} ?月(?: ?\d{1,2} ?日)?)?(?:春季|秋季)?(?:新?学期|新学年|入学)?(?:的?新?生)?(?:起|开始|始)"
    r"|及?以后|之后"
)
_BY_BEFORE = re.compile(
    r"(?:到|至|力争|争取|确保|计划|预计|预期|于|在|延续至|前|将|实现|完成|拟|目标|则|其中|再到|和|、|及|与) ?$"
)
_BY_AFTER = re.compile(
    r" ?(?:底|末|内|之?前|以前|全面|实现|达到?|建成|完成|基本|力争|全部|争取|新增|新建|培养|培训|建设|初步"
    r"|上半年|下半年|春季|秋季"
    r"|确保|计划|预计|拟|将|先|任务|开工|启动|实施|组织|安排|开展|推进|改造|创建|提高|力争|提升|增加|培育|打造|目标|再)"
)
# When a document was issued dates the document and not what it says.
_ISSUING = re.compile(r" ?(?:底|初|末)?[，,]?[^，。;；《》]{0,14}(?:印发|出台|下发|公布|发布|颁布)(?:了|实施)?《")
# 达到1988年教育部颁布的标准: the year of a standard.
_STANDARD_OF = re.compile(
    r"[^，。;；\d达到建实新完]{0,12}(?:颁布?|印发|发布|制定|公布)(?:实施)?的?[^，。;；\d]{0,16}(?:标准|规定|办法|条例)"
)
# 实施三年行动计划（2024—2026）: the years of another plan.
_CITED_PLAN = re.compile(r"(?:计划|规划|方案|行动)\($")
# 2015年单年计划投资, 2015年治理投资计划中: a plan of that year.
_PLAN_OF = re.compile(r" ?(?:单年|全年|年度)?(?:计划|规划)(?:投资|新增|完成|的)|[^，。;；《》\d]{0,16}投资计划中")
_PAST_BEFORE = re.compile(r"(?:截至|截止到?|截至到) ?$")
_PAST_AFTER = re.compile(r" ?(?:底|末)?(?:以来|至今|这一)")
_TARGET = re.compile(
    r"力争|达到|建成|实现|提高|完成|新增|以上|不低于|不少于|确保|建设|培育|提升|打造|增加(?!了)|降|改造|新建"
    r"|培训|全部|控制"
)
_WILL = re.compile(r"力争|确保|争取|将|目标|计划|不低于|不少于|以上|建成|完成|实现")
_BASE_BEFORE = re.compile(r"(?:比|较|与|同|以|按照?|相比|超过|高于|低于|相对) ?$")
_BASE_AFTER = re.compile(r"(?:末|底)?(?:为基|水平|相比|的?基础|增长|的(?:[\d一二三四五六七八九十百]))")
_HEADS = "，,。；;：:、（(！？\n\t —-“"
_THIS_YEAR = re.compile(r"今年|本年|年底前|年内|年底|全年|年末|上半年|下半年")
_PAIRED = re.compile(r"^(?:年|年底)? ?[、和及与,，] ?$")
_STATISTICS = re.compile(r" ?末(?![前之以])")
_END_OF_YEAR = re.compile(r" ?(?:底|末)(?![前之以]| ?前)")
_TO_BEFORE = re.compile(r"(?:到|至|力争|争取|确保|计划) ?$")
_DIGIT = re.compile(r"\d")
_ITEMS = 4  # Headings of this level and below are items of a list: 1. and (1).
_STEPS = 24
_LONGEST_LEAD = 300
_NEAR = 60


class Calendar:
    """All years of a text in order, and what they date."""

    def __init__(self, text: str, outline: Outline):
        self.text, self.outline = text, outline
        self.years: list[Year] = []
        self._starts: list[int] = []
        self._leads: list[tuple[int, int, Year]] = []
        self._lead_starts: list[int] = []

    def add(self, match: re.Match[str], in_title: bool) -> None:
        """Keep the year of a token of `find_tokens` (kinds year, span, season and date)."""
        groups = match.groupdict()
        if groups.get("opened"):
            self._add_season(match, in_title)
            return
        group = next(name for name in ("last", "when", "spelt", "day") if groups.get(name))
        written, first = groups[group], groups.get("first")
        year = western_year(int(written)) if written.isascii() else _spelt(written)
        first_year = western_year(int(first)) if first else 0
        start, end = match.span()
        if in_title:
            role = "none"
        elif first:
            role = "none" if _CITED_PLAN.search(self.text, max(0, start - 8), start) else self._span_role(end, year)
        elif group == "day":
            role = self._day_role(start, end)
        else:
            role = self._role(start, end, year)
        place = match.start("first") if first else 0
        self.years.append(Year(start, end, match.start(group), year, role, first_year, place, len(written)))
        self._starts.append(start)

    def _add_season(self, match: re.Match[str], in_title: bool) -> None:
        """Keep a school or fiscal year: 2024/25 begins in 2024 and is over in 2025; 2021-25 is a span of years."""
        (start, end), opened, last = match.span(), _written(match["opened"]), _written(match["closed"])
        closed = opened - opened % 100 + last
        place, length = match.start("opened"), match.end("closed") - match.start("opened")
        role = "none" if in_title else self._role(start, end, closed)
        if role == "start":
            year = Year(start, end, place, opened, role)
        elif closed == opened + 1:
            year = Year(start, end, place, closed, role, digits=length)
        else:
            year = Year(start, end, place, closed, role, opened, place, length)
        self.years.append(year)
        self._starts.append(start)

    def _span_role(self, end: int, year: int) -> str:
        issued = self.outline.issued
        if (issued and year < issued) or self.text.startswith(("以来", "连续"), end):
            return "past"
        return "by"

    def _day_role(self, start: int, end: int) -> str:
        after = self.text[end : end + 4]
        if after.startswith("起") or _START_BEFORE.search(self.text[max(0, start - 4) : start]):
            return "start"
        return "by" if re.match(r" ?(?:之?前|以前|底)", after) else "none"

    def _role(self, start: int, end: int, year: int) -> str:
        text, issued = self.text, self.outline.issued
        before, after = text[max(0, start - 5) : start], text[end : end + 12]
        past = issued is not None and year < issued
        if _ISSUING.match(text, end, end + _NEAR) or _STANDARD_OF.match(text, end, end + _NEAR):
            return "none"
        if _PAST_AFTER.match(after):
            return "past"
        if _START_BEFORE.search(before):
            base = after.startswith(("的", "末的", "底的")) or _RISES_FROM.match(text, end, end + _NEAR)
            return "base" if base else "start"
        if _START_AFTER.match(after):
            return "start"
        if _BASE_BEFORE.search(before) or (_BASE_AFTER.match(after) and not before.endswith(("到", "至"))):
            return "base"
        if _PAST_BEFORE.search(before):
            ahead = year > issued if issued else self._aims(end) and "达到" in text[end : end + _NEAR]
            return "by" if ahead else "past"
        if _STATISTICS.match(after) and not _TO_BEFORE.search(before) and not _WILL.search(text, end, end + 2 * _NEAR):
            return "past"
        if past or (_END_OF_YEAR.match(after) and not _TO_BEFORE.search(before) and not self._aims(end)):
            return "past"
        if _BY_BEFORE.search(before) or _BY_AFTER.match(after):
            return "by"
        if text[start - 1 : start] not in _HEADS:
            return "by" if _PLAN_OF.match(text, end, end + _NEAR) else "none"
        return "plain" if issued or self._aims(end) or not self._counts(end) else "past"

    def _aims(self, end: int) -> bool:
        """Tell whether the sentence after a year speaks of what shall be."""
        return bool(_TARGET.search(self.text, end, min(self.outline.sentence(end)[1], end + 2 * _NEAR)))

    def _counts(self, end: int) -> bool:
        """Tell whether the sentence after a year holds a number."""
        return bool(_DIGIT.search(self.text, end, min(self.outline.sentence(end)[1], end + _NEAR)))

    def find_leads(self, counted: list[int]) -> None:
        """Find the headings and lead-ins that date what follows them (rule 2); `counted` are the places of numerals."""
        outline, text = self.outline, self.text
        for year in self.years:
            if year.role not in ("by", "plain") or self.outline.in_title(year.place):
                continue
            begin, end = outline.sentence(year.start)
            if end - begin > _LONGEST_LEAD:
                continue
            number = bisect_right(outline.section_starts, year.start) - 1
            section = outline.sections[number] if number >= 0 else None
            colon = max(text.rfind(":", year.end, end), text.rfind("：", year.end, end))
            stands_alone = text[end : end + 1] in ("\n", "") and text[begin - 1 : begin] in ("\n", "")
            bare = bisect_left(counted, begin) == bisect_left(counted, end)
            if colon >= 0 and not text[colon + 1 : end].strip():
                stop = outline.section_end(number, section.level if section else _ITEMS - 1)
                self._leads.append((colon, stop, year))
            elif stands_alone and bare and end - begin <= _NEAR:
                titled = section is not None and year.start < section.title_end
                level = section.level if section and titled else 9
                self._leads.append((end, outline.section_end(number, level), year))
        self._lead_starts = [lead[0] for lead in self._leads]

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
        if outline.period:
            return Dated(outline.period[1], outline.period_place, started.year, started.place, "文件规划期末")
        return Dated(None, None, started.year, started.place, "未注期限")


def _dated(year: Year, started: _Start, rule: str) -> Dated:
    if year.first:
        started = _Start(year.first, (year.first_place, year.first_place + year.digits))
    return Dated(year.year, (year.place, year.place + year.digits), started.year, started.place, rule)


def _written(year: str) -> int:
    """Return a year in digits or spelt digit by digit: 〇五 -> 5."""
    return int(year.translate(SPELT_DIGITS))


def _spelt(written: str) -> int:
    """Return a year spelt digit by digit: 二〇二五 -> 2025."""
    digits = [max(0, "〇一二三四五六七八九".find(character)) for character in written]
    return int("".join(map(str, digits))[:4].ljust(4, "0"))
