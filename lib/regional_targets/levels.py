"""Levels of recognition (国家级, 省级以上) that stand beside a number, and what interval of levels they name."""

from __future__ import annotations

import re

from .plain_text import plain
from .units import MONEY, unit_place

_LEVEL_WORD = r"(?:国家|自治区|省|市|盟|县|校|区)"
_LEVEL = re.compile(
    rf"{_LEVEL_WORD}级?(?:[、和或]{_LEVEL_WORD}级?){{0,6}}级(?!(?<=县级)(?:市|(?:三级)?医院))(?:及?以上)?|国家或自治区(?=智慧|[^、，。,]{{0,4}}平台)"
)
_LEVEL_BEFORE = re.compile(rf"{_LEVEL_WORD}级?(?:[、和或]{_LEVEL_WORD}级?){{0,6}}级(?:及?以上)?")
_CLAUSE_END = re.compile(
    r"[，。；：,;:\n\t]|、(?=\d|[一二两三四五六七八九十百]+[个所名门家部])|和(?=\d)|(?<=\D)(?=\d+ ?[所个家名])"
)
# A count after its object (省级示范校3所，): the level stands before it.
_COUNT_LAST = re.compile(r"\s?(?:以上|左右)?(?:\([^()]{0,16}\))?(?:[，。；：、,;:\n\t)）和]|$)")
_CLAUSE_REACH = 120
_LEVEL_REACH = 40
_CLAUSE_HEAD = re.compile(r"[，。；：,;:\n\t]")


def read_level(text: str, end: int) -> str:
    """Return the level of recognition that the words after a numeral name (省级, 国家、省级以上), or `""`.

    Reads from `end`, the offset after the numeral, to the end of its clause; where the count follows its object
    (省级示范校3所), the words of its clause before it. 以上 belongs to the level.
    """
    begin = max(0, end - _LEVEL_REACH)
    window = text[begin : end + _CLAUSE_REACH]
    start, stop = find_level(plain(window), end - begin)
    return window[start:stop]


def find_level(text: str, end: int) -> tuple[int, int]:
    """Return where the level of `read_level` stands in a text from `plain_text.plain`; an empty place for none."""
    if text.find("级", max(0, end - _LEVEL_REACH), end + _CLAUSE_REACH) < 0 and text.find("国家或", end, end + 60) < 0:
        return end, end
    unit_start, unit_end = unit_place(text, end)
    if text[unit_start:unit_end] in MONEY:
        return end, end
    if unit_start < unit_end and _COUNT_LAST.match(text, unit_end):
        return _level_before(text, end)
    limit = min(len(text), end + _CLAUSE_REACH)
    stop = _CLAUSE_END.search(text, end, limit)
    match = _LEVEL.search(text, end, stop.start() if stop else limit)
    return match.span() if match else (end, end)


def _level_before(text: str, end: int) -> tuple[int, int]:
    part = _CLAUSE_HEAD.split(text[max(0, end - _LEVEL_REACH) : end])[-1]
    found = end, end
    for match in _LEVEL_BEFORE.finditer(text, end - len(part), end):
        found = match.span()
    return found


_LEVEL_CODES = {
    "国家": "national",
    "自治区": "provincial",
    "省": "provincial",
    "区": "provincial",
    "盟": "prefecture",
    "市": "prefecture",
    "县": "county",
    "校": "school",
}
LEVELS = ("school", "county", "prefecture", "provincial", "national")


def level_interval(level_zh: str) -> tuple[str, str]:
    """Return the lowest and highest level (codes, `LEVELS`) that a wording names; two empty ones for none.

    省级以上 -> provincial, national; 国家、省级 -> provincial, national; 区级 is short for 自治区级 -> provincial.
    """
    words = re.findall("|".join(sorted(_LEVEL_CODES, key=len, reverse=True)), level_zh)
    if not words:
        return "", ""
    ranks = [LEVELS.index(_LEVEL_CODES[word]) for word in words]
    highest = len(LEVELS) - 1 if level_zh.endswith("以上") else max(ranks)
    return LEVELS[min(ranks)], LEVELS[highest]
