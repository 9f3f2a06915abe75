"""How the heading of a section begins."""

from __future__ import annotations

import re

_MARKERS = (
    r"附(?:件|表|录) ?\d{0,2}(?![^\n]{0,3}共)",
    r"第 ?[一二三四五六七八九十]{1,3} ?[章篇节部](?:分)?",
    r"第 ?[一二三四五六七八九十百\d]{1,5} ?条",
    # 壹、 stands above 一、.
    r"(?:[壹贰叁参肆伍陆柒捌玖拾]{1,3}|[甲乙丙丁戊己庚]) ?[、.]",
    r"[一二三四五六七八九十]{1,3} ?[、.]",
    # 4.3 支援措施, alone in its line.
    r"\d{1,2}\.\d{1,2}(?= {1,3}[\u4e00-\u9fff]{2,12}[ \t]*\n)",
    r"\( ?[一二三四五六七八九十]{1,3} ?\)、?",
    r"\d{1,2} ?(?:[、]|\.(?!\d))",
    r"(?:\( ?\d{1,2} ?\)|[①-⑳])",
)
# Headings of this level and below are items of a list: 1. and (1).
ITEMS = 7
# The break before a line, which a search finds fast, with what begins it.
HEADING = re.compile(rf"\n[ \t]*(?:{'|'.join(f'({marker})' for marker in _MARKERS)})[ \t]*")
