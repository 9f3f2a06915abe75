"""Notes that say by when an item is done, behind it (完成时限：2025年12月), in brackets or in a line of their own.

Whoever lists tasks writes them so; the year of such a note is that of the item as the year in a row of a table is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .cell_lines import DatedCell
from .headings import HEADING

_YEAR = r"(?P<{}>(?:19|20)\d\d) ?年"
_LABEL = r"(?:(?:完成|办结|整改|实施)(?:时限|时间|期限|年限|节点)|时限|时间(?:节点|安排))(?:要求)?[:为]? ?"
_NOTE = re.compile(
    rf"\([^()\n]{{0,60}}?{_LABEL}{_YEAR.format('bracket')}[^()\n]{{0,40}}\)"
    # （市教育局牵头，2025年6月底前完成）
    rf"|\((?:[^()\n\d]{{0,40}}[，;])?{_YEAR.format('done')}[^()\n，;]{{0,8}}完成\)"
    rf"|\n[ \t]*(?:\d{{1,2}}[.、] ?)?{_LABEL}{_YEAR.format('line')}[^\n]{{0,24}}(?=\n|$)"
    # 新建学校3所；完成时限：2025年12月；责任单位：市教育局
    rf"|[;，。] ?{_LABEL}{_YEAR.format('clause')}"
)
_LONGEST = 400


def find_due_notes(text: str) -> list[DatedCell]:
    """Return what each note of a plain text dates: from the beginning of its item, or the note before, up to it."""
    return list(_notes(text))


def _notes(text: str) -> Iterator[DatedCell]:
    done = 0
    for note in _NOTE.finditer(text):
        group = str(note.lastgroup)
        floor = max(0, note.start() - _LONGEST)
        begin = _begin_of_item(text, note.start()) if group == "line" else text.rfind("\n", floor, note.start())
        start = max(done, begin, floor)
        if start < note.start():
            yield DatedCell(start + 1, note.start(), note.start(group), True)
        done = note.end()


def _begin_of_item(text: str, place: int) -> int:
    """Return where the last heading or marker of a list stands before a line."""
    begin = max(0, place - _LONGEST)
    markers = [match.start() for match in HEADING.finditer(text, begin, place)]
    return markers[-1] if markers else text.rfind("\n", begin, place)
