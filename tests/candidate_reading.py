"""Read a text of a test: numbers marked 【】 as they should be proposed, or any fields of what is proposed.

`read(marked)[-1]` is the reading of the last mark, and of the only one where there is one.
"""

import re

import pandas as pd

from regional_targets.candidates.proposals import propose

# Titles that set a year or a period; a test writes one of them before its clause.
PLAN_2023 = "某市教育工作方案（2023年）\n"
PLAN_2024 = "某市教育方案（2022—2024年）\n"
PLAN_2026 = "某市2026年实施方案\n"
PLAN_2030 = "某市实施意见（2026—2030年）\n"

# A table with one cell a line, whose columns have years and units at their heads.
BUDGET = """某区实施方案
2022年8月4日
建设项目表
序号
建设时间
类  型
数量
避难面积
（万m2）
经费预算
（万元）
1
2021年
等级
25
13.86
100
2
社  区
50
44.75
50
3
2023年
等级
30
17
120
"""


def read(marked: str, text_before: str = "") -> list[tuple]:
    """Return value_min, value_max, unit, comparator, deadline of each proposal; every 【】 has to be one of them."""
    spans, text = [], text_before
    for part in re.split("(【[^】]*】)", marked):
        if part.startswith("【"):
            spans.append((len(text), len(text) + len(part) - 2))
            part = part[1:-1]
        text += part
    frame = propose(text)
    assert list(zip(frame["start"], frame["end"], strict=True)) == spans
    fields = frame[["value_min", "value_max", "unit", "comparator", "deadline"]].astype(object)
    return [tuple(None if pd.isna(value) else value for value in row) for row in fields.itertuples(index=False)]


def fields(text: str, *names: str) -> list[tuple]:
    """Return the named fields of each proposal for a text; where it is marked, the marks are left out."""
    frame = propose(text.translate({ord(mark): None for mark in "【】"}))[list(names)].astype(object)
    return [tuple(None if pd.isna(value) else value for value in row) for row in frame.itertuples(index=False)]
