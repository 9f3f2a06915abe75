"""The year by which, and the year from which: the five rules of the codebook ("Deadlines") on a plain text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from .document_outline import Outline


class Year(NamedTuple):
    """A year in the text: where its token and its digits stand, what it is, and how it dates what is near it.

    Roles: `by` (到2025年, 2022年底前), `plain` (2025年，… at the head of a clause), `start` (自2021年起), `past` (截至2020年),
    `base` (比2020年), `none` (in a title or a name).
    """

    start: int
    end: int
    place: int
    year: int
    role: str
    start_year: int = 0
    start_place: int = 0


class Dated(NamedTuple):
    """A deadline with the place of its year (-1 without one), a start year with its place, and the rule in words."""

    deadline: int | None
    place: int
    place_end: int
    start_year: int | None
    start_place: int
    rule: str


_BY_BEFORE = re.compile(r"(?:到|至|力争|争取|确保|计划|预计|于|在|截至|截止|截止到|为|持续到|延续至|前|将|实现) ?$")
_BY_AFTER = re.compile(
    r" ?(?:底|末|年底|年末|之前|以前|前|内|全面|实现|达到|建成|完成|基本|力争|全部|争取|新增|新建|培养|培训|建设|初步|上半年|下半年|春季|秋季)"
)
_START_BEFORE = re.compile(r"(?:自|从|由) ?$")
_START_AFTER = re.compile(
    r" ?(?:\d{1,2} ?月(?: ?\d{1,2} ?日)?)?(?:春季|秋季|学期|新学期|入学)?(?:起|开始|始|以后|之后|后)"
)
_PAST_AFTER = re.compile(r" ?(?:底|末)?(?:以来|至今)")
_BASE_BEFORE = re.compile(r"(?:比|较|与|和|同|以|按|按照|相比|超过|高于) ?$")
_PAST_BEFORE = re.compile(r"(?:截至|截止|截止到|截至到) ?$")
_CLAUSE_HEAD = "，,。；;：:、（(！？\n\t —-“"
_THIS_YEAR = re.compile(r"今年|本年度|年底前|年内|年底|全年|本年")
_STEPS = 24
_LONGEST_LEAD = 300


class Calendar:
    """All years of a text in order, and what they date."""

    def __init__(self, text: str, outline: Outline, titles: list[tuple[int, int]]):
        self.text, self.outline = text, outline
        self.titles = titles
        self.years: list[Year] = []
        self.places: list[int] = []
        self.leads: list[tuple[int, int, Year]] = []
        self._lead_starts: list[int] = []

    def add(self, match: re.Match[str]) -> None:
        """Keep the year of a token (kinds year and span)."""
        first = match["first"] if match.lastgroup == "span" else None
        group = "last" if first else "when" if match.re.groupindex.get("when") and match["when"] else "spelt"
        written = match[group]
        year = int(written) if written.isdigit() and written.isascii() else _spelt(written)
        role = "span" if first else self._role(match.start(), match.end(), match.start(group) + len(written), year)
        if self._in_title(match.start()):
            role = "none"
        if role == "span":
            issued = self.outline.issued
            role = "past" if issued and year < issued else "by"
            self._append(
                Year(match.start(), match.end(), match.start(group), year, role, int(first or 0), match.start("first"))
            )
        else:
            self._append(Year(match.start(), match.end(), match.start(group), year, role))

    def _append(self, year: Year) -> None:
        self.years.append(year)
        self.places.append(year.start)

    def _in_title(self, place: int) -> bool:
        number = bisect_right(self.titles, (place, 1 << 62))
        return bool(number) and place < self.titles[number - 1][1]

    def _role(self, start: int, end: int, digits_end: int, year: int) -> str:
        text, issued = self.text, self.outline.issued
        before, after = text[max(0, start - 5) : start], text[end : end + 10]
        if _START_BEFORE.search(before):
            return "base" if after.startswith("的") else "start"
        if _PAST_AFTER.match(after):
            return "past"
        if _START_AFTER.match(after) and not after.lstrip().startswith("后"):
            return "start"
        if _PAST_BEFORE.search(before):
            return "past" if not issued or year <= issued else "by"
        if _BASE_BEFORE.search(before):
            return "base"
        if after.startswith(("为基", "水平", "相比")):
            return "base"
        if issued and year < issued:
            return "past"
        if _BY_BEFORE.search(before) or _BY_AFTER.match(after):
            return "by"
        head = text[start - 1 : start]
        if not head or head in _CLAUSE_HEAD:
            return "plain"
        return "none"

    def find_leads(self) -> None:
        """Find the headings and lead-ins that date what follows them (rule 2)."""
        headings = self.outline.headings
        starts = [heading[0] for heading in headings]
        text, limit = self.text, len(self.text)
        for year in self.years:
            if year.role not in ("by", "plain"):
                continue
            begin, end = self.outline.sentence(year.start, limit)
            if end - begin > _LONGEST_LEAD:
                continue
            colon = text.rfind(":", begin, end)
            number = bisect_right(starts, year.start) - 1
            in_heading = number >= 0 and year.start < headings[number][1]
            ends_line = text[end : end + 1] in ("\n", "\t", "")
            if in_heading and ends_line and end - begin <= 40:
                level, start = headings[number][2], end
            elif colon > year.end and not text[colon + 1 : end].strip():
                level, start = (headings[number][2] if number >= 0 else 0), colon
            else:
                continue
            stop = next((h[0] for h in headings[number + 1 : number + 40] if h[2] <= level and h[0] > start), limit)
            self.leads.append((start, stop, year))
        self._lead_starts = [lead[0] for lead in self.leads]

    def own(self, start: int, end: int, begin: int, stop: int) -> Year | None:
        """Return the year that governs a number in its own sentence `text[begin:stop]` (rule 1)."""
        last = bisect_left(self.places, start)
        for number in range(last - 1, max(-1, last - _STEPS), -1):
            year = self.years[number]
            if year.start < begin:
                break
            if year.role in ("by", "plain"):
                return year
            if year.role == "past":
                return year
        for number in range(last, min(len(self.years), last + 3)):
            year = self.years[number]
            if year.start >= stop:
                break
            if year.role == "by" and not re.search(
                r"[\d一二三四五六七八九十百]", self.text[max(end, year.start - 60) : year.start]
            ):
                tail = self.text[year.end : min(stop, year.end + 30)]
                return year if not re.search(r"\d", tail) else None
        return None

    def start_of(self, start: int, begin: int) -> Year | None:
        """Return the year from which (自2021年起) that stands before a number in its sentence (rule 5)."""
        last = bisect_left(self.places, start)
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
            if self.leads[number][0] < start < self.leads[number][1]:
                return self.leads[number][2]
        return None

    def date(self, start: int, end: int, begin: int, stop: int, kind: str, twin: Dated | None) -> Dated:
        """Date a number by its kind; `twin` is the dated place of the same commitment, if there is one."""
        origin = self.start_of(start, begin)
        start_year, start_place = (origin.year, origin.place) if origin else (None, -1)
        if kind == "status":
            return Dated(None, -1, -1, None, -1, "现状无期限")
        own = self.own(start, end, begin, stop)
        if own and own.role != "past":
            if own.start_year:
                start_year, start_place = own.start_year, own.start_place
            return Dated(own.year, own.place, own.place + 4, start_year, start_place, "本句年份")
        if own and own.role == "past":
            return Dated(None, -1, -1, start_year, start_place, "过去年份")
        outline = self.outline
        if outline.annual and outline.period_end_place and _THIS_YEAR.search(self.text, max(begin, start - 120), start):
            return Dated(outline.period_end, *outline.period_end_place, start_year, start_place, "年度计划当年")
        lead = self.lead(start)
        if lead and kind != "rule":
            if lead.start_year:
                start_year, start_place = lead.start_year, lead.start_place
            return Dated(lead.year, lead.place, lead.place + 4, start_year, start_place, "标题或领起语年份")
        if kind == "rule":
            return Dated(None, -1, -1, start_year, start_place, "规则长期有效")
        if twin and twin.deadline:
            return Dated(twin.deadline, twin.place, twin.place_end, start_year, start_place, "同一承诺他处年份")
        if outline.period_end and outline.period_end_place:
            return Dated(outline.period_end, *outline.period_end_place, start_year, start_place, "文件规划期末")
        return Dated(None, -1, -1, start_year, start_place, "未注期限")


def _spelt(written: str) -> int:
    """Return a year spelt digit by digit: 二〇二五 -> 2025."""
    digits = [max(0, "〇一二三四五六七八九".find(character)) for character in written]
    return int("".join(map(str, digits))[:4].ljust(4, "0"))
