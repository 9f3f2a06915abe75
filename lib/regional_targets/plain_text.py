"""A text with the same length in one plain script: half-width, Simplified, one kind of dash, tabs between columns.

Every character stands for exactly one of the original, so that offsets found in the plain text hold in the original.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import groupby

import numpy as np

_DASHES = "‐‑‒–—―−─－~～〜∼⁓"
_KEPT = "，。；！？、"
# Some PDF files write a character as the radical of the same shape: ⻓ (U+2ED3) or ⾧ (U+2FA7) for 长.
_FULL_FORMS = dict(zip("長門馬車貝見魚鳥黃齊龍頁風飛韋麥鹵齒龜", "长门马车贝见鱼鸟黄齐龙页风飞韦麦卤齿龟", strict=True))
_KANGXI = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
_SHAPES = "⺟⺠⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳"
_RADICALS = {
    **{radical: _FULL_FORMS.get(form, form) for radical, form in _KANGXI.items()},
    **dict(zip(_SHAPES, "母民虎西见角贝车长长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟", strict=True)),
}
_ALIKE = {
    **dict.fromkeys(_DASHES, "-"),
    **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in _KEPT + _DASHES},
    "；": ";",
    **dict.fromkeys("|｜│┃", "\t"),
    # The mark of a footnote behind a number.
    "∗": " ",
    **dict.fromkeys("∶︰﹕꞉", ":"),
    **dict.fromkeys("﹪٪", "%"),
    **dict.fromkeys("﹝［【", "〔"),
    **dict.fromkeys("﹞］】", "〕"),
    **dict.fromkeys("\u00a0\u2002\u2003\u2009\u202f\u3000\u200b\ufeff\v\f\u2028\r", " "),
    **dict.fromkeys("≥≧⩾", ">"),
    **dict.fromkeys("≤≦⩽", "<"),
    **dict.fromkeys("○◯", "〇"),
    # In GB 2312 too, but Traditional all the same.
    **dict(zip("於後徵菸夥", "于后征烟伙", strict=True)),
    **_RADICALS,
    **dict.fromkeys("「『", "“"),
    "〈": "《",
    "〉": "》",
    **dict.fromkeys("」』", "”"),
}
# One character stands for two: 計畫 is 计划, though 畫 alone is 画.
_WORDS = {"计画": "计划", "规画": "规划"}
# １２，０００: between full-width digits the full-width comma groups thousands.
_GROUPING = re.compile(r"，(?<=[０-９]，)(?=[０-９]{3}(?![０-９]))")
# 3．30%以上的村: after a marker of a list; a full-width stop between half-width digits is no decimal point.
_MARKER = re.compile(r"．(?=[0-9])(?:(?<=[\n\u3000][0-9]．)|(?<=[\n\u3000][0-9]{2}．))")
# 伍拾万元整: the numerals of cheques, before 元 alone; 队伍 is a word.
_FORMAL = re.compile(
    r"[壹贰叁肆伍陆柒捌玖拾佰仟零万亿](?<![壹贰叁肆伍陆柒捌玖拾佰仟零万亿]{2})[壹贰叁肆伍陆柒捌玖拾佰仟零万亿]++(?=[元圆])"
)
_FORMAL_DIGITS = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
# Any other comma parts clauses as the full-width one does.
_COMMA = re.compile(r",(?:(?<![0-9０-９],)|(?![0-9０-９]{3}(?![0-9０-９])))")
# Columns set apart by spaces: two or more, or a full-width one.
# Not within 合  计 or 备  注, words drawn apart.
_GAP = re.compile(
    r"(?<=\S)(?!(?<=[\u4e00-\u9fff])(?<!\S[\u4e00-\u9fff])[ \u3000]{1,4}[\u4e00-\u9fff](?:\s|$))"
    r"(?: {2,}| *\u3000[ \u3000]*)(?=\S)"
)
_GAP_OR_INDENT = re.compile(rf"{_GAP.pattern}|^[ \u3000]+(?=\S)")
_NUMBER_CELL = re.compile(
    r"[ \u3000][^\s\d０-９]{0,3}[\d０-９][\d０-９.,．，]*[^\s\d]{0,4}(?=\s|$)(?!\s+[\u4e00-\u9fff]{4})"
    # 2024年6月, the cell of a task list.
    r"|[ \u3000]20\d\d年(?:\d{1,2}月)?[底末]?前?(?=\s|$)"
)
# A unit in a cell of its own, as tables of indicators have it, or the dash for none: the number behind it is a cell.
_UNIT_CELL = re.compile(
    r"[ \u3000][百千万亿萬億]{0,2}(?:[%％‰]|[个個所人名家户元张張亩吨年岁件项項次种条座处套台辆米篇]"
    r"|人次|公里|公顷|平方米|平方公里)(?=\s|$)"
)
_ROW_NUMBER = re.compile(r"[\d０-９]{1,3}(?: {2,}|\u3000)")
_MEASURED_CELL = re.compile(
    rf"(?:{_UNIT_CELL.pattern}|[ \u3000][-—–－/])[ \u3000]+[<>≥≤＜＞〔\[约]*[\d０-９][\d０-９.,]*[^\s\d]{{0,4}}(?=\s|$)"
)
_FEWEST_GAPS = 2
# 年份 优良率（%） 造林（万亩）, a head whose columns are parted by single blanks, and a cell of its rows.
_HEAD_CELL = r"[^\s。；;|｜]{1,20}"
_UNIT_HEAD = re.compile(
    rf"(?m)^{_HEAD_CELL} (?:{_HEAD_CELL} ){{0,10}}[^\s。；;|｜]{{1,16}}[（(][^\s\d]{{1,6}}[）)]"
    rf"(?: {_HEAD_CELL}){{0,10}}$"
    # 指标 单位 2020年现有 2023年 2025年 牵头部门; 序号 指标 “十三五”末 “十四五”末
    r"|^(?=[^\n]*(?: 单位 |20\d\d ?年|现状|目标|序号|合计|区县|数量|十[一二三四五六七]五))"
    rf"(?:(?![\d.,%％-]+ ){_HEAD_CELL} ){{2,11}}(?![\d.,%％-]+$){_HEAD_CELL}$"
)
_ROW_CELL = re.compile(r"[<>≥≤＜＞〔\[约]*[\d０-９][\d０-９.,]*[%％]?(?:以[上下内]|左右)?[〕\]]?[①-⑳]?|[-—–－/]{1,2}")
_FEWEST_ROWS, _LONGEST_ROW = 2, 300
_FEW = 60
_TRADITIONAL_SHARE = 0.1
_SCRIPT_SEEN = 20_000
_LONG = 1000


def plain(text: str) -> str:
    """Return `text` in the plain script, character by character; the length is that of `text`."""
    if "  " in text or "\u3000" in text:
        text = _mark_columns(text)
    if " " in text:
        text = _mark_headed(text)
    present = _characters(text)
    if "，" in present and not present.isdisjoint("０１２３４５６７８９"):
        text = _GROUPING.sub(",", text)
    if "．" in present:
        text = _MARKER.sub("、", text)
    if "," in present:
        text = _COMMA.sub("，", text)
    changed = {character: _ALIKE[character] for character in present & _ALIKE.keys()}
    changed |= _simplified(frozenset(character for character in present if _is_rare(character)))
    if len(changed) < _FEW:
        for old, new in changed.items():
            text = text.replace(old, new)
    else:
        text = text.translate({ord(character): changed.get(character, character) for character in present})
    if not present.isdisjoint("拾佰仟"):
        text = _FORMAL.sub(lambda match: match[0].translate(_FORMAL_DIGITS), text)
    for old, new in _WORDS.items() if "画" in text else ():
        text = text.replace(old, new)
    return text


def _mark_columns(text: str) -> str:
    """Put a tab for the last space between the columns of a table: lines that stand together, each of three or more.

    A table whose rows hold one number at most, and no unit in a cell of its own, is left as it is: its label and number
    are read as a sentence.
    """
    lines = text.split("\n")
    gaps = [_count_gaps(line.strip(" \u3000")) for line in lines]
    for in_table, run in groupby(range(len(lines)), key=lambda row: gaps[row] >= _FEWEST_GAPS):
        rows = list(run) if in_table else []
        numbered = sum(_count_values(lines[row].strip()) > 1 for row in rows[1:])
        for row in rows if rows[1:] and 2 * numbered >= len(rows) - 1 else ():
            # A row of totals below an empty first cell.
            indented = gaps[row] == gaps[rows[0]] - 1 and lines[row].startswith(("  ", "\u3000"))
            lines[row] = (_GAP_OR_INDENT if indented else _GAP).sub(_as_tab, lines[row])
    return "\n".join(lines)


def _mark_headed(text: str) -> str:
    """Put a tab for each blank between the columns of a table whose head has units and whose rows are as long as it."""
    pieces, done = [], 0
    for head in _UNIT_HEAD.finditer(text):
        end = _end_of_rows(text, head.end(), head[0].count(" ") + 1)
        if end and head.start() >= done:
            pieces += [text[done : head.start()], text[head.start() : end].replace(" ", "\t")]
            done = end
    return "".join([*pieces, text[done:]])


def _end_of_rows(text: str, end: int, width: int) -> int:
    """Return where the last row of a table ends whose head ends at `end`; 0 where it has fewer than two."""
    rows = 0
    while end < len(text):
        stop = text.find("\n", end + 1)
        stop = stop if stop >= 0 else len(text)
        cells = text[end + 1 : min(stop, end + _LONGEST_ROW)].split(" ")
        numbers = sum(_ROW_CELL.fullmatch(cell) is not None for cell in cells[1:])
        numbers += numbers > 0 and any(map(_UNIT_CELL.fullmatch, (f" {cell}" for cell in cells)))
        if len(cells) != width or numbers < min(2, (width - 1) / 2):
            break
        end, rows = stop, rows + 1
    return end if rows >= _FEWEST_ROWS else 0


def _count_gaps(line: str) -> int:
    return len(_GAP.findall(line)) if "  " in line or "\u3000" in line else 0


def _count_values(line: str) -> int:
    """Return how many cells of a line hold a number or the unit of one."""
    numbers = len(_NUMBER_CELL.findall(line)) + (_ROW_NUMBER.match(line) is not None)
    return numbers if numbers > 1 or not _MEASURED_CELL.search(line) else 2


def _as_tab(gap: re.Match[str]) -> str:
    return " " * (len(gap[0]) - 1) + "\t"


def is_traditional(text: str) -> bool:
    """Tell whether a text begins in Traditional characters: a tenth of its different ones have a Simplified form."""
    han = {character for character in _characters(text[:_SCRIPT_SEEN]) if "\u4e00" <= character <= "\u9fff"}
    rare = frozenset(character for character in han if _is_rare(character))
    return len(rare) > _TRADITIONAL_SHARE * len(han) and len(_simplified(rare)) > _TRADITIONAL_SHARE * len(han)


def _characters(text: str) -> set[str]:
    """Return the different characters of a text; `set` alone makes an object of each place of a long one."""
    if len(text) < _LONG:
        return set(text)
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    present = np.zeros(int(codes.max()) + 1, dtype=bool)
    present[codes] = True
    return set(map(chr, np.flatnonzero(present).tolist()))


@lru_cache(maxsize=65536)
def _is_rare(character: str) -> bool:
    """Tell whether a Chinese character is none of GB 2312: the Traditional ones, and rare ones."""
    if not "\u4e00" <= character <= "\u9fff":
        return False
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return True
    return False


@lru_cache(maxsize=64)
def _simplified(characters: frozenset[str]) -> dict[str, str]:
    """Return the Simplified form of each character that has one of its own, one for one."""
    if not characters:
        return {}
    from opencc import OpenCC

    converter, wanted = OpenCC("t2s"), sorted(characters)
    forms = converter.convert("\n".join(wanted)).split("\n")
    if len(forms) != len(wanted):
        forms = [converter.convert(character) for character in wanted]
    return {old: new for old, new in zip(wanted, forms, strict=True) if len(new) == 1 and new != old}
