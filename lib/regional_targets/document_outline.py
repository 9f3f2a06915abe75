"""Where sentences, lines and sections of a plain text begin and end, and which years its title states."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

_SENTENCE_END = re.compile(r"[。！？!?\n\t]")
_MARKERS = (
    r"附(?:件|表|录) ?\d{0,2}",
    r"第 ?[一二三四五六七八九十]{1,3} ?[章篇节部](?:分)?",
    r"[一二三四五六七八九十]{1,3} ?[、.]",
    r"\( ?[一二三四五六七八九十]{1,3} ?\)、?",
    r"\d{1,2} ?(?:[、]|\.(?!\d))",
    r"(?:\( ?\d{1,2} ?\)|[①-⑳])",
)
_HEADING = re.compile(rf"^[ \t]*(?:{'|'.join(f'({marker})' for marker in _MARKERS)})[ \t]*", re.MULTILINE)
_TITLE_END = re.compile(r"[。;:\n\t]")
_TITLE_WORDS = re.compile(r"计划|规划|方案|意见|行动|要点|纲要|措施|办法|通知|任务|安排|目标")
_PERIOD = re.compile(r"((?:19|20)\d{2}) ?年? ?(?:-{1,3}|至|到) ?((?:19|20)\d{2})(?!\d)")
_ANNUAL = re.compile(r"(?<!\d)((?:19|20)\d{2}) ?年(?!\d|.?(?:以|前|底|月))")
_ANNUAL_WORDS = re.compile(r"要点|计划|安排|任务|方案|工作|目标|实事|意见")
_FIVE_YEARS = re.compile(r"十([一二三四五六])五")
_DATE_LINE = re.compile(r"(?:19|20)\d{2}(?= ?[-./年] ?\d{1,2} ?[-./月] ?\d{1,2})")
_HEAD = 1500
_TITLE_LENGTH = 90


@dataclass
class Outline:
    """Bounds of a text; offsets in code points. A section runs from its heading to the next one."""

    sentence_ends: list[int]
    headings: list[tuple[int, int, int, str]] = field(default_factory=list)
    """Start, end of the title, level (0 is an annex) and the path of markers with the last title."""
    period_start: int | None = None
    period_end: int | None = None
    period_start_place: tuple[int, int] | None = None
    period_end_place: tuple[int, int] | None = None
    annual: bool = False
    issued: int | None = None

    def sentence(self, place: int, limit: int) -> tuple[int, int]:
        """Return where the sentence that holds `place` begins and ends; `limit` is the length of the text."""
        number = bisect_right(self.sentence_ends, place - 1)
        begin = self.sentence_ends[number - 1] + 1 if number else 0
        end = self.sentence_ends[number] if number < len(self.sentence_ends) else limit
        return begin, end

    def section(self, place: int) -> str:
        """Return the section that holds `place`, as the tables write it: 三、(一)推动…; 正文 before the first heading."""
        number = bisect_right(self.headings, (place, 1 << 62, 9, ""))
        return self.headings[number - 1][3] if number else "正文"


def read_outline(text: str) -> Outline:
    """Read the outline of a plain text in one pass over its lines."""
    outline = Outline([match.start() for match in _SENTENCE_END.finditer(text)])
    chain: list[str] = []
    levels: list[int] = []
    for match in _HEADING.finditer(text):
        level = int(match.lastindex or 1) - 1
        stop = _TITLE_END.search(text, match.end(), match.end() + 40)
        end = stop.start() if stop else min(match.end() + 40, len(text))
        title = text[match.end() : end].strip()
        while levels and levels[-1] >= level:
            levels.pop()
            chain.pop()
        marker = match[match.lastindex or 1].strip()
        path = "".join(chain) + marker + title
        levels.append(level)
        chain.append(f"{marker} " if level == 0 else marker)
        outline.headings.append((match.start(), end, level, path))
    _read_period(text, outline)
    return outline


def _read_period(text: str, outline: Outline) -> None:
    """Set the period that the title states, and the year of issue; both from the head of the text."""
    head = text[:_HEAD]
    dates = [int(match[0]) for match in _DATE_LINE.finditer(head)]
    dates += [int(match[0]) for match in _DATE_LINE.finditer(text, max(0, len(text) - 400))]
    place = 0
    for line in head.split("\n"):
        title_like = len(line.strip()) <= _TITLE_LENGTH and "。" not in line and _TITLE_WORDS.search(line)
        if outline.period_end is None and title_like:
            period = _PERIOD.search(line)
            annual = _ANNUAL.search(line) if not period else None
            five = _FIVE_YEARS.search(line) if not period else None
            if period:
                outline.period_start, outline.period_end = int(period[1]), int(period[2])
                outline.period_start_place = (place + period.start(1), place + period.end(1))
                outline.period_end_place = (place + period.start(2), place + period.end(2))
            elif annual and _ANNUAL_WORDS.search(line, annual.end()):
                outline.period_start = outline.period_end = int(annual[1])
                outline.period_end_place = (place + annual.start(1), place + annual.end(1))
                outline.annual = True
            elif five and re.search(r"规划|计划|纲要|方案", line[five.end() :]):
                outline.period_end = five_year_end(five[0])
                outline.period_start = outline.period_end - 4
                outline.period_end_place = (place + five.start(), place + five.end())
        place += len(line) + 1
    if dates:
        outline.issued = max(dates)
    elif outline.annual:
        outline.issued = outline.period_end


def five_year_end(name: str) -> int:
    """Return the last year of a five-year plan by its name: 十四五 -> 2025."""
    return 1955 + 5 * (11 + "一二三四五六".index(name[1]))
