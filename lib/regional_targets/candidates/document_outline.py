"""Where clauses, sentences and sections of a plain text begin and end, and which years its title states."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from .document_period import Stated, read_stated
from .headings import HEADING

# One set of characters goes fastest; a comma or colon before a digit is none.
_BREAK = re.compile(r"[，。;；！？!?\n\t：,:](?<![,:](?=\d))")
_SENTENCE_BREAKS = frozenset("。！？!?\n\t")
_HEADING_REACH = 40
_TITLE_END = re.compile(r"[。;:\n\t]")
_LOOKS_BACK = re.compile(
    r"基础(?<=发展基础|现实基础|工作基础|建设基础)|现状|现况|概况|工作成果|成效|成就|成绩|回顾"
    r"|背景(?<=规划背景|发展背景|编制背景|起草背景|制定背景)|基本情况|前期执行|检讨(?!会)|工作情况|工作总结|存在(?:的)?(?:主要)?问题|进展情况|完成情况|发展(?:评估|情况)"
)
# 某市资助办法, 关于印发《某区若干措施》的通知: what such a document says without a year holds for good.
_REGULATION = re.compile(
    r"(?:办法|措施|规定|条例|细则|标准|规范|规程|导则|(?<![方做])法)"
    r"(?:\([^()]*\))?[》”\"]?(?:的通知)?(?: ?\([^()]*\))?$"
)
# 三、建设标准: what stands below holds for good; not 总体要求 or 改善办学条件.
_STANDARDS = re.compile(r"(?<![总体作务标织导领服障量高)])(?:标准|条件|要求|规格|规范)$")
_NO_STANDARDS = re.compile(
    r"目标|任务|总体|工作|组织|保障|改善|优化|提升|提高|加强|完善|推进|建立|健全|强化|制定|落实|高标准"
)
# 主要目标任务完成情况: a review, whatever words for a plan stand before.
_REVIEW = re.compile(r"(?:完成|进展|执行|实施|落实)情况(?:回顾|评估|总结)?$|总结$")
_LOOKS_FORWARD = re.compile(r"夯实|筑牢|打牢|厚植|强化|加强|巩固|目标|任务|措施|计划|思路|要求|打算|安排")


class Section(NamedTuple):
    """A heading: where it begins, where its title ends, its rank (0 is an annex), its path, what it is about."""

    start: int
    title_end: int
    level: int
    path: str
    looks_back: bool
    """What stands below says what is and was."""
    sets_standards: bool
    """What stands below holds for good (三、建设标准)."""


@dataclass(kw_only=True)
class Outline(Stated):
    """Bounds of a plain text and what its title says; offsets in code points, sorted."""

    length: int
    breaks: list[int]
    sentence_ends: list[int]
    sections: list[Section] = field(default_factory=list)
    section_starts: list[int] = field(default_factory=list)
    regulates: bool = False
    """Whether the title is that of measures or regulations."""
    _sentence: tuple[int, int] = (0, -1)

    @property
    def annual(self) -> bool:
        """Tell whether the title names a single year."""
        return self.period is not None and self.period[0] == self.period[1]

    def in_title(self, place: int) -> bool:
        """Tell whether the year of the title stands at `place`."""
        return self.period_place is not None and self.period_place[0] == place

    def sentence(self, place: int) -> tuple[int, int]:
        """Return where the sentence that holds `place` begins and ends."""
        begin, end = self._sentence
        # Most ask for the one that was asked for before.
        if not begin <= place <= end:
            number = bisect_left(self.sentence_ends, place)
            begin = self.sentence_ends[number - 1] + 1 if number else 0
            end = self.sentence_ends[number] if number < len(self.sentence_ends) else self.length
            self._sentence = begin, end
        return self._sentence

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """Return where the clause that holds `start:end` begins and ends: from one mark of punctuation to the next."""
        number = bisect_left(self.breaks, start)
        begin = self.breaks[number - 1] + 1 if number else 0
        number = bisect_left(self.breaks, end, number)
        return begin, self.breaks[number] if number < len(self.breaks) else self.length

    def section(self, place: int) -> Section | None:
        """Return the innermost section that holds `place`, or None before the first heading."""
        number = bisect_right(self.section_starts, place)
        return self.sections[number - 1] if number else None

    def section_end(self, number: int, level: int) -> int:
        """Return where the first of the next 60 sections begins that is of `level` or higher, or the end."""
        for section in self.sections[number + 1 : number + 60]:
            if section.level <= level:
                return section.start
        return self.length


def read_outline(text: str, minguo: bool = False) -> Outline:
    """Read the outline of a plain text in one pass over its punctuation and one over its lines.

    With `minguo`, a title may state years of the Republic of China (113年度).
    """
    breaks = [match.start() for match in _BREAK.finditer(text)]
    ends = [place for place in breaks if text[place] in _SENTENCE_BREAKS]
    outline = Outline(length=len(text), breaks=breaks, sentence_ends=ends, **vars(read_stated(text, minguo)))
    _read_sections(text, outline)
    return outline


def _read_sections(text: str, outline: Outline) -> None:
    """Set the sections; the path of one is the markers above it with its own title, as in 三、(一)推动…达标."""
    above: list[tuple[int, str, bool, bool]] = []
    title = text.lstrip().split("\n", 1)[0].strip()
    of_all, outline.regulates = _sets_standards(title), _REGULATION.search(title) is not None
    # A break more, and each match begins where its line does.
    for match in HEADING.finditer("\n" + text):
        level, begin = int(match.lastindex or 1) - 1, match.end() - 1
        limit = min(begin + _HEADING_REACH, len(text))
        stop = _TITLE_END.search(text, begin, limit)
        end = stop.start() if stop else limit
        title, marker = text[begin:end].strip(), match[match.lastindex or 1].strip()
        while above and above[-1][0] >= level:
            above.pop()
        forward = _LOOKS_FORWARD.search(title) and not _REVIEW.search(title)
        looks_back = not forward and (
            bool(_LOOKS_BACK.search(title) or _REVIEW.search(title)) or bool(above and above[-1][2])
        )
        path = "".join(upper for _, upper, *_ in above) + marker + title
        standards = of_all or _sets_standards(title) or bool(above and above[-1][3])
        above.append((level, f"{marker} " if level == 0 else marker, looks_back, standards))
        outline.sections.append(Section(match.start(), end, level, path, looks_back, standards))
    outline.section_starts = [section.start for section in outline.sections]


def _sets_standards(title: str) -> bool:
    """Tell whether what stands below a title holds for good."""
    return bool(_STANDARDS.search(title) and not _NO_STANDARDS.search(title))
