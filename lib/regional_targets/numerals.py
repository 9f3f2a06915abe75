"""Numeral and clause as written -> value, unit, comparator, level; pure text, no tables.

The grammar is that of data/codebook.md ("What a mention says"). Chinese and mixed numerals are read by cn2an.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

# The closed list of quantifiers that commit in words (codebook, "Commitments in words"): value, unit, comparator.
QUANTIFIERS = {
    "全部": (100.0, "%", "exact"),
    "全面": (100.0, "%", "exact"),
    "所有": (100.0, "%", "exact"),
    "全员": (100.0, "%", "exact"),
    "大体相当": (1.0, "比", "about"),
}
FRACTIONS = {"过半": (50.0, "at_least"), "半数": (50.0, "exact")}

UNITS = (
    *("个百分点", "个月", "人次", "学时", "课时", "学分", "平方米", "小时", "万元", "元", "%", "所", "个", "门", "名"),
    *("人", "部", "年", "月", "天", "倍", "家", "市", "次", "项", "种", "套", "本", "篇", "位", "支", "对", "户", "期"),
    *("场", "周", "座", "亩", "台", "件", "条", "批", "轮", "届", "级", "间", "处", "区", "县"),
)
_UNIT = re.compile("|".join(sorted(UNITS, key=len, reverse=True)))

_AFTER = (
    (re.compile(r"(?:及|或)?以上"), "at_least"),
    (re.compile(r"(?:及|或)?以下|(?:之|以)内"), "at_most"),
    (re.compile(r"左右|上下"), "about"),
)
_SKIP = re.compile(r"[多余]?\s*")
# A qualifier may be parted from its number by the object (至少打造3个, 不超过编制数的20%), but by no other number.
_GAP = r"[^\d一二两三四五六七八九十百千万，。；、：,;:]{0,8}$"
_BEFORE = (
    (re.compile(rf"(?:不低于|不得低于|不少于|不得少于|不小于|至少|最低|最少){_GAP}"), "at_least"),
    (re.compile(rf"(?:不超过|不得超过|不高于|不大于|最多|最高|最长){_GAP}"), "at_most"),
    (re.compile(r"(?:超过|突破|超|逾)\s*$"), "at_least"),
    (re.compile(r"(?:大体|接近|大约|约|近)\s*$"), "about"),
)
_RANGE = re.compile(r"[-‐‑–—―−~～至到]+")
_FRACTION = re.compile(r"^(.+)分之(.+)$|^(\d+)/(\d+)$")
_MULTIPLIER = re.compile(r"[十百千万亿]+$")
_CHINESE = "零〇一二两三四五六七八九十百千万亿"
_NEIGHBOURS = ("一两", "两三", *("一二三四五六七八九"[place : place + 2] for place in range(8)))  # 两三所 = 2—3
_CUT_OFF = re.compile(r"[十百万亿%％]|千(?![瓦克米])")
_RATIO = re.compile(r"^(.+?)\s*(?:[:：∶比])\s*(.+)$")
_LEVEL_WORD = r"(?:国家|自治区|省|市|盟|县|校|区)"
_LEVEL = re.compile(
    rf"{_LEVEL_WORD}级?(?:[、和或]{_LEVEL_WORD}级?)*级(?:及?以上)?|国家或自治区(?=智慧|[^、，。,]{{0,4}}平台)"
)
_CLAUSE_END = re.compile(r"[，。；：,;:\n\t]|、(?=\d|[一二两三四五六七八九十百]+[个所名门家部])|和(?=\d)")


@dataclass(frozen=True)
class Reading:
    """What a numeral says in its clause: canonical values, unit and comparator (codes of the codebook)."""

    value_min: float
    value_max: float
    unit: str
    comparator: str


class NumeralError(ValueError):
    """The characters are no numeral of the codebook."""


def parse_number(text: str) -> float:
    """Return the value of one number in Arabic, full-width, Chinese or mixed digits, multiplier applied.

    Examples: `1亿` -> 100000000, `三` -> 3, `百` -> 100, `１２` -> 12. Raises NumeralError for anything else.
    """
    import cn2an

    plain = re.sub(r"[\s,]", "", unicodedata.normalize("NFKC", text))
    if re.fullmatch(r"\d+(\.\d+)?", plain):
        return float(plain)
    if plain[:1] in {"百", "千", "万", "亿"}:
        plain = "一" + plain
    try:
        return float(cn2an.cn2an(plain, "smart"))
    except ValueError:
        raise NumeralError(f"{text!r} is no number") from None


def read_numeral(text: str, start: int, end: int) -> Reading:
    """Read the numeral at `text[start:end]` together with the words around it.

    Parameters
    ----------
    text
        The whole text of a document.
    start, end
        Code-point offsets of the numeral, percent sign and multiplier included.

    Returns
    -------
    Reading
        Shares in %, money in 元, a range with both its ends.

    Raises
    ------
    NumeralError
        When the characters are no numeral.
    """
    numeral = unicodedata.normalize("NFKC", text[start:end]).strip()
    if numeral in QUANTIFIERS:
        value, unit, comparator = QUANTIFIERS[numeral]
        return Reading(value, value, unit, comparator)
    if numeral in FRACTIONS:
        value, comparator = FRACTIONS[numeral]
        return Reading(value, value, "%", comparator)
    before, follow = text[max(0, start - 1) : start], _CUT_OFF.match(text, end)
    if follow or (before and before in _CHINESE and numeral[:1] in _CHINESE):
        raise NumeralError(f"{text[start:end]!r} is part of {before if not follow else ''}{text[start : end + 1]!r}")
    unit, after = _unit_after(text, end)
    if numeral.endswith(("%", "成")) or "分之" in numeral or _FRACTION.match(numeral):
        unit, after = "%", end
    parts = [*numeral] if numeral in _NEIGHBOURS else _RANGE.split(numeral)
    if len(parts) == 2 and all(parts):
        low, high = _read_ends(*parts)
        return Reading(low, high, unit, "range")
    ratio = _RATIO.match(numeral)
    if ratio:
        value = parse_number(ratio[2]) / parse_number(ratio[1])
        return Reading(value, value, "比", _comparator(text, start, end, end))
    value = _read_part(numeral)
    return Reading(value, value, unit, _comparator(text, start, end, after))


def _read_part(numeral: str) -> float:
    """Read one number; a share (50%, 七成, 百分之五十, 三分之二) in percent, rounded to two decimals."""
    fraction = _FRACTION.match(numeral)
    if fraction:
        over, under = (fraction[2], fraction[1]) if fraction[1] else (fraction[3], fraction[4])
        return round(100 * parse_number(over) / parse_number(under), 2)
    if numeral.endswith("成"):
        return parse_number(numeral[:-1]) * 10
    return parse_number(numeral.removesuffix("%"))


def _read_ends(low: str, high: str) -> tuple[float, float]:
    """Read both ends of a range; what stands only once counts for both (1—2万, 六到七成, 百分之五十到六十)."""
    if low.startswith("百分之") and "分之" not in high:
        high = f"百分之{high}"
    shared = high[-1] if high[-1] in "%成" and low[-1] not in "%成" else ""
    multiplier = _MULTIPLIER.search(high) if re.search(r"\d", high) else None
    low_value, high_value = _read_part(low + shared), _read_part(high)
    if multiplier and not _MULTIPLIER.search(low):
        scaled = _read_part(low + multiplier[0])
        low_value = scaled if scaled <= high_value else low_value
    return low_value, high_value


def _unit_after(text: str, end: int) -> tuple[str, int]:
    """Return the unit that follows a numeral and the offset after it; `""` where the text has none."""
    start = _SKIP.match(text, end).end()  # type: ignore[union-attr]
    match = _UNIT.match(text, start)
    return (match[0], match.end()) if match else ("", start)


def _comparator(text: str, start: int, end: int, after: int) -> str:
    """Return the comparator by the words right after the number or its unit, else by those before it."""
    if text[end : end + 1] in ("多", "余"):
        return "at_least"
    rest = text[after : after + 6].lstrip()
    for pattern, code in _AFTER:
        if pattern.match(rest):
            return code
    before = text[max(0, start - 16) : start]
    for pattern, code in _BEFORE:
        if pattern.search(before):
            return code
    return "exact"


def read_level(text: str, end: int) -> str:
    """Return the level of recognition that the words after a numeral name (省级, 国家、省级以上), or `""`.

    Reads from `end`, the offset after the numeral, to the end of its clause. 以上 belongs to the level.
    """
    stop = _CLAUSE_END.search(text, end)
    match = _LEVEL.search(text, end, stop.start() if stop else len(text))
    return match[0] if match else ""


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


_SENTENCE_END = "。；;\n\t"
_DATED = re.compile(
    r"(?:到|至|截至)\s*(\d{4})\s*年|(\d{4})\s*年(?:底|末)?(?:之前|以前|前)|\d{4}\s*[-—–~至]+\s*(\d{4})\s*年"
)
_PERIODS = (
    (re.compile(r"每半年"), "per_half_year"),
    (re.compile(r"每年|年(?=职业培训人次)"), "per_year"),
    (re.compile(r"(\d+)年累计"), "per_{}_years"),
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


def read_period(text: str, start: int) -> str:
    """Return the time to which an amount refers by the words of its clause before it: `per_year` … or `total`."""
    begin = max(text.rfind(mark, 0, start) for mark in _SENTENCE_END + "，,") + 1
    for pattern, code in _PERIODS:
        match = pattern.search(text, begin, start)
        if match:
            return code.format(*match.groups())
    return "total"
