"""What the head of a flattened table says of its columns: their units, and which of them say what there is already."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from .cell_lines import MEASURED, Line

# 现状值, “十五五”规划目标: what the head of a column without a year says of its numbers.
PRESENT_LABEL, AIMED_LABEL = "现状|现值|现有|基准|基期|基线|基数|实际|完成[值数]", "目标|规划|预期|计划"
_COLUMN_LABEL = re.compile(rf"(?P<present>{PRESENT_LABEL})|{AIMED_LABEL}")
# “十五五” / 指标: what is aimed at.
_OF_PLAN = re.compile(r"指标值?")
# “十四五” above 完成值: the first line of a label.
_PLAN_NAME = re.compile(r"[ \t]*“?十[一二三四五六七]五”?[ \t]*")


def present_columns(text: str, head: Sequence[Line]) -> tuple[bool, ...]:
    """Tell of each of the columns whose labels stand in a row (现状值, 规划目标) whether it says what there is."""
    labels: list[bool] = []
    planned = False
    written = [text[line.start : line.end].strip() for line in head]
    times = Counter(written)
    for line, words in zip(head, written, strict=True):
        label = _COLUMN_LABEL.search(words) if line.kind == "label" else None
        below_plan, planned = planned, _PLAN_NAME.fullmatch(words) is not None
        # 松江, above “十四五” 现状 and above “十五五” 指标: what stands in several heads parts none.
        if planned or (label is None and times[words] > 1):
            continue
        if label or (below_plan and _OF_PLAN.fullmatch(words)):
            labels.append(label is not None and label["present"] is not None)
        elif len(set(labels)) == 2:
            break
        else:
            labels = []
    return tuple(labels) if len(set(labels)) == 2 else ()


def column_measures(text: str, block: Sequence[Line], counted: Collection[int]) -> list[str]:
    """Return the units that the lines before the first numbered row give, one for each column; none without any."""
    measures: list[str] = []
    for line in block:
        if line.number in counted:
            break
        written = text[line.start : line.end].strip()
        if line.kind == "measure" and measures:
            measures[-1] = written.strip("()")
        else:
            inside = MEASURED.search(written)
            measures.append(inside[1] if inside else "")
    return measures if any(measures) and counted else []


def measures_beside(text: str, head: Sequence[Line], widest: int) -> list[str]:
    """Return the units in the heads behind that of the units (单位, 数量, 总投资 / （万元）), `""` for none.

    Nothing where no head has one: then that of the row holds for all its numbers.
    """
    measures: list[str] = []
    begun = False
    for line in head:
        written = text[line.start : line.end].strip()
        if begun and line.kind == "measure" and measures:
            measures[-1] = written.strip("()")
        elif begun:
            inside = MEASURED.search(written)
            measures.append(inside[1] if inside else "")
        begun |= written == "单位"
    return measures[:widest] if any(measures[:widest]) and len(measures) >= widest else []


def measures_of_head(text: str, rows: Sequence[Sequence[Line]], above: tuple[str, ...]) -> tuple[str, ...]:
    """Return the units in the head of a table without row numbers (名称, 面积（公顷）), one for each number of a row.

    A part of a table without a head keeps those `above`.
    """
    heads = ("label", "year")
    labels = [[text[line.start : line.end].strip() for line in row if line.kind in heads] for row in rows]
    units = [[found[1] for found in map(MEASURED.search, row) if found] for row in labels]
    widest = max(sum(line.kind in ("number", "empty") for line in row) for row in rows)
    if any(units[1:]) or (labels[0] and MEASURED.search(labels[0][-1])):
        return ()
    measures = tuple(units[0]) or above
    return measures if len(measures) == widest else ()
