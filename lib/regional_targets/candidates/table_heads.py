"""The heads of tables: columns of what there is already (现状值 beside 目标值), years without 年, columns of bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from .column_heads import AIMED_LABEL, PRESENT_LABEL

# A head with columns for what there is and for what shall be.
_AIMED = re.compile(rf"\t[^\n]*(?:{AIMED_LABEL})")
_PRESENT = re.compile(PRESENT_LABEL)
# 指标 单位 2005 2008 2010
_BARE_YEARS = re.compile(
    r"(?m)^[^\d\n]{1,40}\t *(?P<years>(?:19|20)\d\d(?: *\t *(?:19|20)\d\d)+) *(?:\t[^\d\n]{0,60})?$"
)
# 最高支付限额, the head of amounts that are all at most so much; to the end of the table or a sentence.
_MOST_HEAD = re.compile(
    r"(?:(?<=\n)|(?<=\t)) *[\u4e00-\u9fff]{0,10}(?:最高[\u4e00-\u9fff]{0,4}(?:限额|标准|额度|金额)|上限|限价)"
    r"[\u4e00-\u9fff]{0,4}(?:\([^()\n]{1,8}\))? *(?=[\t\n])"
)
_OTHER_AMOUNTS = re.compile(
    r"(?:(?<=\n)|(?<=\t)) *[\u4e00-\u9fff]{0,8}(?:总?投资|金额|预算|起付)[\u4e00-\u9fff]{0,4} *(?=[\t\n])"
)
_SENTENCE = re.compile(r"。|\n[ \t]*(?:附?[表件]|专栏) ?\d")
_LONGEST_TABLE, _WIDEST_HEAD = 4000, 120
_YEAR = re.compile(r"\d{4}")
_DIGIT = re.compile(r"\d")
_LONGEST = 300


def read_present(text: str) -> frozenset[int]:
    """Return where the first digit stands in each cell of the columns of a plain text that say what there is."""
    heads = list(_head_lines(text)) if "\t" in text else []
    places: set[int] = set()
    # A head ends the table of the head above it.
    for (begin, end), (limit, _) in pairwise([*heads, (len(text), 0)]):
        columns = [number for number, cell in enumerate(text[begin:end].split("\t")) if _PRESENT.search(cell)]
        start = end + 1
        while 0 < start < limit:
            stop = text.find("\n", start, start + _LONGEST)
            cells = text[start : stop if stop >= 0 else start + _LONGEST].split("\t")
            if len(cells) <= max(columns):
                break
            places.update(_first_digits(cells, columns, start))
            start = stop + 1
    return frozenset(places)


def read_limits(text: str) -> list[tuple[int, int]]:
    """Return where the tables begin and end whose amounts are limits by the head of their column: 最高支付限额.

    A head with another column of amounts is left out, for nothing tells their cells apart once each stands in a line.
    """
    limits = []
    for head in _MOST_HEAD.finditer(text):
        around = text[max(0, head.start() - _WIDEST_HEAD) : head.end() + _WIDEST_HEAD]
        stop = _SENTENCE.search(text, head.end(), head.end() + _LONGEST_TABLE)
        if not _OTHER_AMOUNTS.search(around):
            limits.append((head.end(), stop.start() if stop else head.end() + _LONGEST_TABLE))
    return limits


def _head_lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each line begins and ends that is such a head."""
    done = -1
    for found in _PRESENT.finditer(text):
        begin = text.rfind("\n", max(0, found.start() - _LONGEST), found.start()) + 1
        end = text.find("\n", found.end(), found.end() + _LONGEST)
        if found.start() < done or end < 0 or (not begin and found.start() > _LONGEST):
            continue
        done = end
        if _AIMED.search(text, found.end(), end):
            yield begin, end


def _first_digits(cells: list[str], columns: list[int], start: int) -> set[int]:
    """Return where the first digits of some cells of a line stand that begins at `start`."""
    begins = [start + sum(len(cell) + 1 for cell in cells[:column]) for column in columns]
    digits = [_DIGIT.search(cells[column]) for column in columns]
    return {begin + digit.start() for begin, digit in zip(begins, digits, strict=True) if digit}


def bare_years(text: str) -> frozenset[int]:
    """Return where the years stand that head the columns of a plain text without 年, one later than the other."""
    places: set[int] = set()
    for head in _BARE_YEARS.finditer(text) if "\t" in text else ():
        years = list(_YEAR.finditer(text, *head.span("years")))
        if all(int(year[0]) < int(later[0]) for year, later in pairwise(years)):
            places.update(year.start() for year in years)
    return frozenset(places)
