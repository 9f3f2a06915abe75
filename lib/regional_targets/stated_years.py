"""Years that a text states by which something shall be, and years of the Republic of China."""

from __future__ import annotations

import re
import unicodedata

_MINGUO_BEFORE = 1911  # The year 1 of the Republic of China is 1912.


def western_year(year: int) -> int:
    """Return a year of the Common Era; one of at most three digits counts from 1912 (民国113年 = 2024)."""
    return year if year > 999 else year + _MINGUO_BEFORE


_SENTENCE_END = "。；;\n\t"
_DATED = re.compile(
    r"(?:到|至|截至)\s*(\d{4})\s*年|(\d{4})\s*年(?:底|末)?(?:之前|以前|前)|\d{4}\s*[-—–~至]+\s*(\d{4})\s*年"
)


def read_deadline(text: str, start: int) -> str:
    """Return the year by which, where the sentence of a number states one before it (codebook, "Deadlines" 1)."""
    begin = max(text.rfind(mark, 0, start) for mark in _SENTENCE_END) + 1
    years = find_deadlines(text, begin, start)
    return years[-1][1] if years else ""


def find_deadlines(text: str, begin: int, end: int) -> list[tuple[int, str]]:
    """Return place and year of each year by which (到2025年, 2022年底前, 2021—2025年) in `text[begin:end]`."""
    found = []
    for match in _DATED.finditer(text, begin, end):
        group = next(number for number, year in enumerate(match.groups(), start=1) if year)
        found.append((match.start(group), unicodedata.normalize("NFKC", match[group])))
    return found
