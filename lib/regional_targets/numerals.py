"""Numeral and clause as written -> value, unit, comparator, level; pure text, no tables.

The grammar is that of data/codebook.md ("What a mention says"). Chinese and mixed numerals are read by cn2an.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from .plain_text import plain

# The closed list of quantifiers that commit in words (codebook, "Commitments in words"): value, unit, comparator.
QUANTIFIERS = {
    "全部": (100.0, "%", "exact"),
    "全面": (100.0, "%", "exact"),
    "所有": (100.0, "%", "exact"),
    "全员": (100.0, "%", "exact"),
    "大体相当": (1.0, "比", "about"),
}
FRACTIONS = {"过半": (50.0, "at_least"), "过半数": (50.0, "at_least"), "半数": (50.0, "exact")}

# Measure words by what they count; a longer one goes before a shorter one that begins it.
UNITS = (
    *("%", "‰", "个百分点", "百分点", "倍", "番", "元", "圆", "美元", "欧元", "港元", "新台币", "台币", "人民币"),
    *("个月", "学时", "课时", "学分", "小时", "分钟", "个工作日", "工作日", "年", "月", "天", "日", "周", "秒", "学期"),
    *("人次", "人", "人天", "人份", "名", "位", "户", "户次", "家", "家次", "岁", "口", "员"),
    *(
        "平方米",
        "平方公里",
        "平方千米",
        "立方米",
        "公里",
        "千米",
        "公顷",
        "公斤",
        "千克",
        "亩",
        "亩次",
        "米",
        "厘米",
        "毫米",
    ),
    *("吨", "吨标准煤", "千瓦", "千瓦时", "兆瓦", "吉瓦", "瓦", "千伏安", "克", "斤", "升", "℃"),
    *(
        "所",
        "个",
        "门",
        "部",
        "市",
        "次",
        "项",
        "种",
        "套",
        "本",
        "篇",
        "支",
        "对",
        "期",
        "场",
        "场次",
        "座",
        "台",
        "台套",
    ),
    *(
        "件",
        "条",
        "批",
        "批次",
        "轮",
        "届",
        "级",
        "间",
        "处",
        "区",
        "县",
        "乡镇",
        "镇",
        "乡",
        "村",
        "社区",
        "街道",
        "州",
        "盟",
        "旗",
    ),
    *(
        "校",
        "班",
        "班次",
        "节",
        "讲",
        "册",
        "卷",
        "份",
        "张",
        "床",
        "辆",
        "艘",
        "架",
        "列",
        "栋",
        "幢",
        "层",
        "片",
        "块",
    ),
    *(
        "团",
        "队",
        "组",
        "类",
        "款",
        "只",
        "头",
        "匹",
        "羽",
        "尾",
        "株",
        "棵",
        "粒",
        "枚",
        "颗",
        "盏",
        "幅",
        "则",
        "首",
        "集",
        "档",
    ),
    *(
        "页",
        "字",
        "宗",
        "单",
        "笔",
        "起",
        "票",
        "股",
        "标段",
        "标箱",
        "箱",
        "包",
        "袋",
        "瓶",
        "车次",
        "航次",
        "架次",
        "席",
        "剂次",
    ),
    *("剂", "针", "例", "分", "分贝", "眼", "孔", "端", "站", "师", "企", "TEU"),
)
_MONEY = frozenset(("元", "圆", "人民币"))
_UNIT = re.compile("|".join(sorted(UNITS, key=len, reverse=True)))
_HAN = "零〇一二两三四五六七八九十百千万亿"

_AFTER = re.compile(
    r"(?:数量|人数)?(?:\([^()]{0,4}\))?\s?"
    r"(?:(?P<at_least>(?:及|或|\(含\))?(?:以上|之上))|(?P<at_most>(?:及|或)?以下|[之以]内|之下)|(?P<about>左右|上下))"
)
# A qualifier may be parted from its number by the object (至少打造3个, 不超过编制数的20%), but by no other number.
_GAP = r"(?:(?!达到|占比)[^\d一二两三四五六七八九十百千万，。；、：,;:]){0,14}$"
_BEFORE = (
    (re.compile(rf"(?:不低于|不得?少于|不得低于|不得?小于|不下于|至少|最低|最少|起码){_GAP}"), "at_least"),
    (
        re.compile(
            rf"(?:不得?超过|不得?高于|不得?大于|不得?多于|最多|最高|最长|至多|最大|控制在(?=[^以之]*[以之]内)){_GAP}"
        ),
        "at_most",
    ),
    (re.compile(r"(?:超过|突破|超出|超|逾|>=?|多于)\s*$"), "at_least"),
    (re.compile(r"(?:<=?)\s*$"), "at_most"),
    # 最近5年 and 签约5家 hold no qualifier.
    (
        re.compile(
            r"(?:大体|接近|大约|大致|将近|(?<![签契合条公预制节履违简特邀])约|(?<![最附邻临就靠贴亲相远])近)\s*$"
        ),
        "about",
    ),
)
_BEFORE_LOOK = 24
_MORE = re.compile(r"[多余]")
_RANGE = re.compile(r"[-至到]+")
_FRACTION = re.compile(r"^(.+)分之(.+)$|^(\d+)/(\d+)$")
_MULTIPLIER = re.compile(r"[十百千万亿]+$")
_PART = re.compile(r"(\d[\d,]*(?:\.\d+)?)([十百千万亿]*)")
_NEIGHBOURS = frozenset(
    ("一两", "两三", *("一二三四五六七八九"[place : place + 2] for place in range(8)))
)  # 两三所 = 2—3
_CUT_OFF = re.compile(r"[多余]?(?:[十百万亿%]|千(?![瓦克米伏]))")
_RATIO = re.compile(r"^(.+?)\s*[:比]\s*(.+)$")
_LEVEL_WORD = r"(?:国家|自治区|省|市|盟|县|校|区)"
_LEVEL = re.compile(
    rf"{_LEVEL_WORD}级?(?:[、和或]{_LEVEL_WORD}级?)*级(?:及?以上)?|国家或自治区(?=智慧|[^、，。,]{{0,4}}平台)"
)
_CLAUSE_END = re.compile(r"[，。；：,;:\n\t]|、(?=\d|[一二两三四五六七八九十百]+[个所名门家部])|和(?=\d)")
_WINDOW = 160


@dataclass(frozen=True, slots=True)
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

    Examples: `1亿` -> 100000000, `三` -> 3, `百` -> 100, `１２` -> 12, `1亿5000万` -> 150000000, `20多万` -> 200000.
    Raises NumeralError for anything else.
    """
    number = _MORE.sub("", re.sub(r"[\s,]", "", unicodedata.normalize("NFKC", text)))
    if len(number) > 24:
        raise NumeralError(f"{text[:24]!r}… is too long for a number")
    if re.fullmatch(r"\d+(\.\d+)?", number):
        return float(number)
    parts = _PART.findall(number)
    if len(parts) > 1 and "".join(digits + scale for digits, scale in parts) == number:
        return sum(parse_number(digits + scale) for digits, scale in parts)
    if number[:1] in {"百", "千", "万", "亿"}:
        number = "一" + number
    import cn2an

    try:
        return float(cn2an.cn2an(number, "smart"))
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
    begin = max(0, start - _BEFORE_LOOK)
    window = text[begin : end + _BEFORE_LOOK]
    reading, (unit_start, unit_end) = read_plain_numeral(plain(window), start - begin, end - begin)
    return replace_unit(reading, window[unit_start:unit_end])


def replace_unit(reading: Reading, written: str) -> Reading:
    """Return the reading with its unit as the original text writes it (個 for 个); shares, ratios and money stay."""
    if not written or reading.unit in ("%", "比", "元", written):
        return reading
    return Reading(reading.value_min, reading.value_max, plain(written) and written, reading.comparator)


def read_plain_numeral(text: str, start: int, end: int) -> tuple[Reading, tuple[int, int]]:
    """Read a numeral like `read_numeral` in a text that `plain_text.plain` returned; also say where its unit stands."""
    numeral = text[start:end].strip()
    if numeral in QUANTIFIERS:
        return Reading(*_twice(QUANTIFIERS[numeral])), (end, end)
    if numeral in FRACTIONS:
        value, comparator = FRACTIONS[numeral]
        return Reading(value, value, "%", comparator), (end, end)
    before, follow = text[start - 1 : start], _CUT_OFF.match(text, end)
    if follow or (before and before in _HAN and numeral[:1] in _HAN):
        raise NumeralError(f"{text[start:end]!r} is part of {before if not follow else ''}{text[start : end + 1]!r}")
    low, high, own_unit = _value(numeral)
    if own_unit:
        unit, place = own_unit, (end, end)
    else:
        place = _unit_after(text, end)
        unit = text[place[0] : place[1]]
        unit = "元" if unit in _MONEY else unit
    comparator = "range" if low != high else _comparator(text, start, end, max(end, place[1]))
    return Reading(low, high, unit, comparator), place


def _twice(quantifier: tuple[float, str, str]) -> tuple[float, float, str, str]:
    value, unit, comparator = quantifier
    return value, value, unit, comparator


@lru_cache(maxsize=65536)
def _value(numeral: str) -> tuple[float, float, str]:
    """Return both ends of a numeral, and the unit that it holds itself: `%` or `比`, or `""`."""
    share = "%" if numeral.endswith(("%", "成")) or _FRACTION.match(numeral) else ""
    ends = [*numeral] if numeral in _NEIGHBOURS else _RANGE.split(numeral)
    if len(ends) == 2 and all(ends):
        return *_read_ends(*ends), share
    ratio = _RATIO.match(numeral)
    if ratio:
        over, under = parse_number(ratio[2]), parse_number(ratio[1])
        if not under:
            raise NumeralError(f"{numeral!r} has nothing below")
        return over / under, over / under, "比"
    value = _read_part(numeral)
    return value, value, share


def _read_part(numeral: str) -> float:
    """Read one number; a share (50%, 七成, 百分之五十, 三分之二) in percent, rounded to two decimals."""
    fraction = _FRACTION.match(numeral)
    if fraction:
        over, under = (fraction[2], fraction[1]) if fraction[1] else (fraction[3], fraction[4])
        if not parse_number(under):
            raise NumeralError(f"{numeral!r} has nothing below")
        return round(100 * parse_number(over) / parse_number(under), 2)
    if numeral.endswith("成"):
        return parse_number(numeral[:-1]) * 10
    return parse_number(numeral.removesuffix("%").removesuffix("‰"))


def _read_ends(low: str, high: str) -> tuple[float, float]:
    """Read both ends of a range; what stands only once counts for both (1—2万, 六到七成, 百分之五十到六十)."""
    unit = _UNIT.search(low)
    low = low[: unit.start()] if unit and unit[0] != "%" and unit.end() == len(low) else low
    if low.startswith("百分之") and "分之" not in high:
        high = f"百分之{high}"
    shared = high[-1] if high[-1] in "%成" and low[-1] not in "%成" else ""
    multiplier = _MULTIPLIER.search(high) if re.search(r"\d", high) else None
    low_value, high_value = _read_part(low + shared), _read_part(high)
    if multiplier and not _MULTIPLIER.search(low):
        scaled = _read_part(low + multiplier[0])
        low_value = scaled if scaled <= high_value else low_value
    return low_value, high_value


def _unit_after(text: str, end: int) -> tuple[int, int]:
    """Return where the unit that follows a numeral stands; an empty place where the text has none."""
    start = end
    if text[start : start + 1] in ("多", "余"):
        start += 1
    while text[start : start + 1] == " " and start - end < 4:
        start += 1
    match = _UNIT.match(text, start)
    return (start, match.end()) if match else (start, start)


def _comparator(text: str, start: int, end: int, after: int) -> str:
    """Return the comparator by the words right after the number or its unit, else by those before it."""
    if text[end : end + 1] in ("多", "余") or _MORE.search(text, start, end):
        return "at_least"
    match = _AFTER.match(text, after, after + 14)
    if match:
        return str(match.lastgroup)
    begin = max(0, start - _BEFORE_LOOK)
    before = text[begin:start]
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
