"""What each line of a table flattened to one cell a line is: a number, a year, a unit, a class, nothing, or a label."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..units import SCALE, UNITS


class Line(NamedTuple):
    """A line of a table, without its break; its kind is year, number, empty, measure, class or label."""

    kind: str
    start: int
    end: int
    number: int
    """Where the first digit of a number stands; -1 for an empty cell."""


class DatedCell(NamedTuple):
    """A cell from `start` to `stop`, and where the year stands that heads its column or says by when its row is due."""

    start: int
    stop: int
    year: int
    due: bool = False


LONGEST_GAP = 12
_LONGEST = 40
_VALUE = (
    r"(?:\d{1,3}(?: \d{3})+|\d[\d,]*(?:\.\d+)?(?: ?[%‰]|[十百千万亿]{1,2})?|\d{1,2} ?: ?\d{1,3}"
    r"|[一二三四五六七八九]成[半一二三四五六七八九]?)"
)
_UNIT = "|".join(sorted(map(re.escape, UNITS), key=len, reverse=True))
# “十四五”年均增长4.0, 力争达到5%左右: words before the number of a cell.
_LEADING = (
    r"(?:“?十[一二三四五六七]五”?)?(?:年均|累计|每年)?(?:增长|增速|增加|新增|降低|下降|提高)?(?:力争)?"
    r"(?:达到? ?)?(?:(?:稳定|保持|控制)在)?"
)
_BOUND = "(?:不低于|不少于|不超过|不高于|不小于|超过?|大于|小于|至少|近|[<>约])"
NUMBER = re.compile(
    rf"(?![ \t]*\((?:\d+ ?项|\d{{1,2}})\))[ \t]*〔?{_LEADING}[〔(\[]?{_BOUND}?=? ?"
    rf"(?P<value>{_VALUE}(?: ?-{{1,2}} ?{_VALUE})?)(?: ?(?:{_UNIT}))?"
    r"(?: ?(?:以[上下内]|左右))?[〕)\]]?(?:以[上下内]|左右)?(?:\([^()\d]{1,12}\))?[ \t]*"
)
_EMPTY = re.compile(r"[ \t]*(?:[-/]{1,3}|一|不适用|无|动态(?:调整|管理)|按需)[ \t]*")
_MEASURE = re.compile(rf"[ \t]*\(?{SCALE}(?:{_UNIT})(?:\((?:{_UNIT})\)|/{SCALE}[\u4e00-\u9fff]{{0,4}})?\)?[ \t]*")
# 避难面积（万m2）: the unit in the head of a column.
MEASURED = re.compile(rf"\(({SCALE}(?:{_UNIT})(?:/[\u4e00-\u9fff]{{1,3}})?)\)$")
# 完成省下达目标, 与经济增长同步, 持续提升: a cell of words.
_WORDS = re.compile(
    r"[ \t]*(?:持续|稳步|逐步|逐年|明显|显著|有所|进一步|不断)"
    r"(?:提升|提高|改善|增长|增加|优化|下降|降低|减少|扩大)[ \t]*"
    r"|[ \t]*(?:完成|达到|达|与|按|控制在|保持|不)[^\n\d]{0,16}(?:目标|要求|同步|任务|标准|水平|降低)[ \t]*"
)
_CLASS = re.compile(r"[ \t]*\(?(?:约束|预期|引导|指导|控制|引领)性?(?:指标)?\)?[ \t]*")
YEAR = re.compile(
    r"(?:19|20)\d{2} ?年(?! ?\d{1,2} ?月)|(?<![\d.,])(?:19|20)\d{2}[ \t]*$|(?<![^\n])[ \t]*1[0-5]\d ?年度[ \t]*$"
    # “十三五”末, the head of a column.
    r"|(?<![^\n])[ \t]*“?十[一二三四五六七]五”?期?末[\u4e00-\u9fff]{0,4}[ \t]*$"
)
_PROSE = re.compile(r"[。;；]|[，,].*[，,]")


def is_short(line: str) -> bool:
    """Tell whether a line may be a cell: no longer than one, and no sentence."""
    return len(line) <= _LONGEST and not _PROSE.search(line)


def lines_up(text: str, place: int) -> Iterator[Line]:
    """Yield the short lines above a place, the nearest first: what may be the head of a table."""
    end, left = place - 1, 2 * LONGEST_GAP
    while left and end >= 0:
        start = text.rfind("\n", 0, end) + 1
        line = text[start:end]
        if not is_short(line):
            return
        if line.strip():
            left -= 1
            yield read_line(text, start, end)
        end = start - 1


def lines_down(text: str, start: int, last: int) -> Iterator[Line]:
    """Yield the lines from a place to the last one that begins no later than `last`, blank lines left out."""
    while start <= last:
        end = text.find("\n", start)
        end = end if end >= 0 else len(text)
        if text[start:end].strip():
            yield read_line(text, start, end)
        start = end + 1


def read_line(text: str, start: int, end: int) -> Line:
    """Return the line `text[start:end]` with its kind."""
    if YEAR.search(text, start, end):
        return Line("year", start, end, -1)
    number = NUMBER.fullmatch(text, start, end)
    if number:
        return Line("number", start, end, number.start("value"))
    for kind, pattern in (("empty", _EMPTY), ("empty", _WORDS), ("measure", _MEASURE), ("class", _CLASS)):
        if pattern.fullmatch(text, start, end):
            return Line(kind, start, end, -1)
    return Line("label", start, end, -1)
