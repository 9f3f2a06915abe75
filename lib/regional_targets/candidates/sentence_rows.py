"""Tables flattened to one cell a line whose rows are a label, a sentence and one amount below a head with its unit.

项目名称 / 项目内容 / 总投资（亿元）: nothing but the unit in the head tells such a table from prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from ..units import SCALE
from .cell_lines import NUMBER
from .table_lines import Cell

# 总投资（亿元）, alone in its line.
_HEAD = re.compile(rf"\n[ \t]*[\u4e00-\u9fff]{{2,12}}\((?P<measure>{SCALE}元)\)[ \t]*(?=\n)")
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_LABEL = re.compile(r"[ \t]*(?!约束性|预期性|引导性|指导性)[\u4e00-\u9fff“]")
_FEWEST = 3
# So many cells a row may have before its number.
_MOST_CELLS = 4


def read_sentence_rows(text: str) -> dict[int, Cell]:
    """Find the numbers of such tables: where the first digit stands -> its cell, with the unit of the head."""
    cells: dict[int, Cell] = {}
    heads = list(_HEAD.finditer(text))
    stops = (*(head.start() for head in heads[1:]), len(text))
    for head, stop in zip(heads, stops, strict=False):
        places = list(_column(text, head.end(), stop))
        if len(places) >= _FEWEST:
            cells |= {place: Cell(0, 1, 0, 0, head["measure"]) for place in places}
    return cells


def _column(text: str, start: int, stop: int) -> Iterator[int]:
    """Yield where the number of each row stands, from the first row to the first that has none."""
    while True:
        row = islice(_LINE.finditer(text, start, stop), _MOST_CELLS + 1)
        label = next(row, None)
        # Behind the label of a row with its own unit stand its numbers, or what kind of indicator it is.
        if label is None or not _LABEL.match(label[0]):
            return
        number = next((found for line in row if (found := NUMBER.fullmatch(text, *line.span()))), None)
        if number is None:
            return
        yield number.start("value")
        start = number.end()
