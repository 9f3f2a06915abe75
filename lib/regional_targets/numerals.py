"""What a clause says of a numeral in it: value, unit, comparator, level, year; pure text, no tables.

The grammar is that of data/codebook.md ("What a mention says"). Offsets count code points of the text that was given.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from .number_values import FRACTIONS, HAN_DIGITS, QUANTIFIERS, NumeralError, parse_number, read_value
from .plain_text import plain

__all__ = [
    "LEVELS",
    "QUANTIFIERS",
    "UNITS",
    "NumeralError",
    "Reading",
    "find_deadlines",
    "level_interval",
    "parse_number",
    "read_deadline",
    "read_level",
    "read_numeral",
    "western_year",
]

# Measure words by what they count; a longer one goes before a shorter one that begins it.
UNITS = (
    *(
        "%",
        "‰",
        "个百分点",
        "百分点",
        "倍",
        "番",
        "元",
        "圆",
        "美元",
        "欧元",
        "港元",
        "美金",
        "新台币",
        "台币",
        "人民币",
    ),
    *("个月", "学时", "课时", "学分", "小时", "分钟", "个工作日", "工作日", "年", "月", "天", "日", "周", "秒"),
    *(
        "学期",
        "学年",
        "人次",
        "人",
        "人天",
        "人份",
        "名",
        "位",
        "户",
        "户次",
        "家",
        "家次",
        "岁",
        "周岁",
        "口",
        "员",
        "平方米",
    ),
    *(
        "㎡",
        "平米",
        "m²",
        "m2",
        "m³",
        "m3",
        "km",
        "km²",
        "kW",
        "MW",
        "GW",
        "kWh",
        "MWh",
        "纳米",
        "Mbps",
        "Gbps",
        "Tbps",
    ),
    *(
        "平方公里",
        "公里/平方公里",
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
    *("吨", "吨标准煤", "蒸吨", "吨/小时", "立方米/秒"),
    *("千瓦", "千瓦时", "兆瓦", "吉瓦", "瓦", "千伏安", "克", "斤", "升", "兆", "℃", "分贝"),
    *(
        "微克/立方米",
        "μg/m³",
        "毫克/立方米",
        "毫克/升",
        "公斤/亩",
        "千克/亩",
        "所",
        "个",
        "门",
        "部",
        "市",
        "次",
        "项",
        "种",
    ),
    *("套", "本", "篇", "支", "对", "期", "场", "场次", "座", "台", "台套", "件", "条", "批", "批次", "轮", "届"),
    *("省", "省市", "省区"),
    *("级", "间", "处", "区", "县", "乡镇", "镇", "乡", "村", "社区", "街道", "州", "盟", "旗", "校", "班", "班次"),
    *("节", "讲", "册", "卷", "份", "张", "床", "辆", "艘", "架", "列", "栋", "幢", "层", "片", "块", "团", "队"),
    *("组", "类", "款", "只", "头", "匹", "羽", "尾", "株", "棵", "粒", "枚", "颗", "盏", "幅", "则", "首", "集"),
    *("档", "页", "字", "宗", "单", "笔", "起", "票", "股", "标段", "标箱", "箱", "包", "袋", "瓶", "车次", "航次"),
    *("架次", "席", "剂次", "剂", "针", "例", "分", "眼", "孔", "端", "站", "TEU"),
)
_UNIT = re.compile("|".join(sorted(UNITS, key=len, reverse=True)))

# 2.5万套（间）: either unit.
_SECOND_UNIT = re.compile(rf"\((?:{_UNIT.pattern})\)")

_AFTER = re.compile(
    r"(?:\((?!含)[^()]{0,4}\))?\s?"
    r"(?:(?P<at_least>(?:及|或|\(含\))?(?:以上|之上))|(?P<at_most>(?:及|或)?以下|[之以]内|之下|为 ?上 ?限)"
    r"|(?P<about>左右|上下))"
)
# A qualifier may be parted from its number by the object (至少打造3个, 不超过编制数的20%), but by no other number.
_FAR = r"(?!达到|占比)[^\d一二两三四五六七八九十百千万，。；、：,;:]"
_GAP = rf"(?:(?:{_FAR}){{0,14}}|(?:{_FAR}){{12,24}}的)$"
_NOT_LESS = r"不低于|不得?少于|不得低于|不得?小于|不下于|至少|最低(?!工资|生活|档|价|月?标准)|最少|起码"
_NOT_MORE = r"不得?超过|不得?高于|不得?大于|不得?多于|不宜超过|最多|最高|最长|至多|最大|封顶"
_BEFORE = (
    (re.compile(rf"(?:{_NOT_LESS}){_GAP}"), "at_least"),
    (re.compile(rf"(?:{_NOT_MORE}){_GAP}"), "at_most"),
    (re.compile(r"(?:超过|突破|超出|超|逾|>=?|多于|大于)(?:\(含\))?\s*$"), "at_least"),
    # 超过编制总数的20%, 高度超过距观测场距离1/10.
    (re.compile(r"超过(?:[^\d，。；、：,;:一二三四五六七八九十百千万达建新培]){2,10}(?:的|距离)$"), "at_least"),
    (re.compile(r"(?:<=?|小于|(?<!不)(?:低于|少于)|上 ?限(?:分别)?(?:为|是|:)?)\s*$"), "at_most"),
    # 约有4.2万个, 约可兴建8万户.
    (re.compile(r"(?<![签契合条公预制节履违简特邀])约(?:[有需共达]|可[^\d，。]{0,3})\s*$"), "about"),
    # 最近5年 and 签约5家 hold no qualifier.
    (
        re.compile(
            r"(?:大体|接近|大约|大致|将近|(?<![签契合条公预制节履违简特邀])约|(?<![最附邻临就靠贴亲相远])近)\s*$"
        ),
        "about",
    ),
)
# 分别不少于800个和1000个: the qualifier stands once for all numbers of the list.
_LIST = r"(?:[\d.,百千万亿%]+[^\d，。；,;、和]{0,6}[、和,，及]\s?)+$"
_BEFORE_LIST = (
    (re.compile(rf"分别(?:{_NOT_LESS}|超过|突破|逾){_LIST}"), "at_least"),
    (re.compile(rf"(?:分别(?:{_NOT_MORE})|上 ?限分别为){_LIST}"), "at_most"),
    (re.compile(rf"分别(?:为|是|达|[^\d，。、]{{0,6}})?约{_LIST}"), "about"),
)
_LOOK = 34
_MORE_NUMBERS = re.compile(r"(?: ?[、和及] ?\d[\d.,]*[十百千万亿]{0,2})+")
_ROW_REACH = 96
_LABEL = re.compile(r"[)%\u4e00-\u9fff]")
_CELL_END = re.compile(r"[〕)]?(?:[ \t]*(?:$|\n)|\t| (?=[<>\d约预]))")
_ROW_UNIT = re.compile(
    rf"(?:\((?P<scale>[十百千万亿]{{0,2}})(?P<unit>{_UNIT.pattern})\)"
    rf"|\t(?P<cell_scale>[十百千万亿]{{0,2}})(?P<cell>{_UNIT.pattern})(?=[\t ]))"
    r"[^()\n]{0,30}$"
)
# Cells of a row that hold no unit: numbers, nothing, what kind of indicator it is.
_CELL_STARTS = frozenset("\n\t <>〔(")
_VALUE_CELL = re.compile(r"[<>〔(]*\d[\d.,%-]*[〕)]?|-{1,3}|/|\(?(?:约束|预期|引导|指导)性?\)?")
_UNIT_CELL = re.compile(
    rf"\((?P<scale>[十百千万亿]{{0,2}})(?P<unit>{_UNIT.pattern})\)$"
    rf"|^(?P<cell_scale>[十百千万亿]{{0,2}})(?P<cell>{_UNIT.pattern})$"
)
_CAPTION = re.compile(
    rf"单位 ?: ?(?:(?P<scale>[十百千万亿]{{0,2}})(?P<unit>{_UNIT.pattern})(?![\u4e00-\u9fff、/])"
    r"|(?P<cell_scale>(?!))(?P<cell>(?!)))"
)
_CAPTION_REACH = 600
_MORE = re.compile(r"[多余]")
_CUT_OFF = re.compile(r"[多余]?(?:[十百万亿%]|千(?![瓦克米伏]))")
# 支持金额不超过500万: money though no 元 follows.
_SUM_BEFORE = re.compile(r"(?:金额|补贴|资助|奖励|补助|资金|经费|投资额?)[^，。；;、\d]{0,8}$")
_MONEY = frozenset(("元", "圆", "人民币"))


@dataclass(frozen=True, slots=True)
class Reading:
    """What a numeral says in its clause: canonical values, unit and comparator (codes of the codebook)."""

    value_min: float
    value_max: float
    unit: str
    comparator: str


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
    begin = max(0, start - _CAPTION_REACH)
    window = text[begin : end + _ROW_REACH]
    reading, (unit_start, unit_end) = read_plain_numeral(plain(window), start - begin, end - begin)
    return keep_written_unit(reading, window[unit_start:unit_end])


def keep_written_unit(reading: Reading, written: str) -> Reading:
    """Return the reading with its unit as the text writes it (個 for 个); shares, ratios and money stay as they are."""
    if not written or reading.unit in ("%", "比", "元", written):
        return reading
    return replace(reading, unit=written)


def read_plain_numeral(text: str, start: int, end: int) -> tuple[Reading, tuple[int, int]]:
    """Read a numeral like `read_numeral` in a text from `plain_text.plain`; also return where its unit stands."""
    numeral = text[start:end].strip()
    if numeral in QUANTIFIERS:
        value, unit, comparator = QUANTIFIERS[numeral]
        return Reading(value, value, unit, comparator), (end, end)
    if numeral in FRACTIONS:
        value, comparator = FRACTIONS[numeral]
        return Reading(value, value, "%", comparator or _comparator(text, start, end, end)), (end, end)
    before, follow = text[start - 1 : start], _CUT_OFF.match(text, end)
    if follow or (before and before in HAN_DIGITS and numeral[:1] in HAN_DIGITS):
        raise NumeralError(f"{text[start:end]!r} is part of {before if not follow else ''}{text[start : end + 1]!r}")
    low, high, unit = read_value(numeral)
    place = (end, end)
    if not unit:
        place = _unit_after(text, end)
        if place[0] == place[1]:
            place = find_unit_of_list(text, end) or place
        unit = text[place[0] : place[1]]
        if not unit and _CELL_END.match(text, end):
            unit, factor = row_unit(text, start)
            low, high = low * factor, high * factor
        if not unit and numeral[-1:] in ("万", "亿") and _SUM_BEFORE.search(text, max(0, start - _LOOK), start):
            unit = "元"
        unit = "元" if unit in _MONEY else unit
    comparator = "range" if low != high else _comparator(text, start, end, place[1])
    return Reading(low, high, unit, comparator), place


def _unit_after(text: str, end: int) -> tuple[int, int]:
    """Return where the unit that follows a numeral stands; an empty place where the text has none."""
    start = end + (text[end : end + 1] in ("多", "余"))
    while text[start : start + 1].isspace() and start - end < 4:
        start += 1
    match = _UNIT.match(text, start)
    if not match:
        return start, start
    both = _SECOND_UNIT.match(text, match.end()) if text[match.end() : match.end() + 1] == "(" else None
    return start, (both or match).end()


def find_unit_of_list(text: str, end: int) -> tuple[int, int] | None:
    """Return where the unit stands that a list of numbers shares (500、600、700个), or None."""
    more = _MORE_NUMBERS.match(text, end, end + 40) if text[end : end + 2].strip()[:1] in ("、", "和", "及") else None
    place = _unit_after(text, more.end()) if more else None
    return place if place and place[0] < place[1] else None


def row_unit(text: str, start: int) -> tuple[str, float]:
    """Return the unit and its multiplier that a table gives for the cell at `start`; or `""` and 1.

    By the label of its row (在校生（万人） 9.8), by a cell of its own before the numbers of the row (in a line or one
    cell a line), or by the caption of the table (单位：万元).
    """
    begin = max(0, start - _ROW_REACH)
    match = _ROW_UNIT.search(text, begin, start) if _LABEL.search(text, begin, start) else None
    if not match and text[start - 1 : start] in _CELL_STARTS:
        match = _unit_of_cells(text, begin, start)
    if not match:
        return "", 1.0
    scale = match["scale"] or match["cell_scale"] or ""
    return match["unit"] or match["cell"], parse_number(scale) if scale else 1.0


def _unit_of_cells(text: str, begin: int, start: int) -> re.Match[str] | None:
    """Walk back over the cells of a row to the one that holds the unit; else take the caption above."""
    for cell in reversed(text[begin : start - 1].split()):
        if not _VALUE_CELL.fullmatch(cell):
            match = _UNIT_CELL.search(cell)
            if match:
                return match
            break
    captions = list(_CAPTION.finditer(text, max(0, start - _CAPTION_REACH), start))
    return captions[-1] if captions and text.find("。", captions[-1].end(), start) < 0 else None


def find_unit(text: str, end: int) -> str:
    """Return the measure word that follows a number which ends at `end`, or `""`."""
    start, stop = _unit_after(text, end)
    return text[start:stop]


def _comparator(text: str, start: int, end: int, after: int) -> str:
    """Return the comparator by the words right after the number or its unit, else by those before it."""
    if text[end : end + 1] in ("多", "余") or _MORE.search(text, start, end):
        return "at_least"
    match = _AFTER.match(text, after, after + 14)
    if match:
        return str(match.lastgroup)
    before = text[max(0, start - _LOOK) : start]
    for pattern, code in _BEFORE:
        if pattern.search(before):
            return code
    if "分别" in before:
        for pattern, code in _BEFORE_LIST:
            if pattern.search(before):
                return code
    return "exact"


_LEVEL_WORD = r"(?:国家|自治区|省|市|盟|县|校|区)"
_LEVEL = re.compile(
    rf"{_LEVEL_WORD}级?(?:[、和或]{_LEVEL_WORD}级?){{0,6}}级(?!(?<=县级)(?:市|(?:三级)?医院))(?:及?以上)?|国家或自治区(?=智慧|[^、，。,]{{0,4}}平台)"
)
_LEVEL_BEFORE = re.compile(rf"{_LEVEL_WORD}级?(?:[、和或]{_LEVEL_WORD}级?){{0,6}}级(?:及?以上)?")
_CLAUSE_END = re.compile(r"[，。；：,;:\n\t]|、(?=\d|[一二两三四五六七八九十百]+[个所名门家部])|和(?=\d)")
# A count after its object (省级示范校3所，): the level stands before it.
_COUNT_LAST = re.compile(r"\s?(?:以上|左右)?(?:\([^()]{0,16}\))?(?:[，。；：、,;:\n\t)）和]|$)")
_CLAUSE_REACH = 120
_LEVEL_REACH = 40
_CLAUSE_HEAD = re.compile(r"[，。；：,;:\n\t]")


def read_level(text: str, end: int) -> str:
    """Return the level of recognition that the words after a numeral name (省级, 国家、省级以上), or `""`.

    Reads from `end`, the offset after the numeral, to the end of its clause; where the count follows its object
    (省级示范校3所), the words of its clause before it. 以上 belongs to the level.
    """
    begin = max(0, end - _LEVEL_REACH)
    window = text[begin : end + _CLAUSE_REACH]
    start, stop = find_level(plain(window), end - begin)
    return window[start:stop]


def find_level(text: str, end: int) -> tuple[int, int]:
    """Return where the level of `read_level` stands in a text from `plain_text.plain`; an empty place for none."""
    if text.find("级", max(0, end - _LEVEL_REACH), end + _CLAUSE_REACH) < 0 and text.find("国家或", end, end + 60) < 0:
        return end, end
    unit_start, unit_end = _unit_after(text, end)
    if text[unit_start:unit_end] in _MONEY:
        return end, end
    if unit_start < unit_end and _COUNT_LAST.match(text, unit_end):
        return _level_before(text, end)
    limit = min(len(text), end + _CLAUSE_REACH)
    stop = _CLAUSE_END.search(text, end, limit)
    match = _LEVEL.search(text, end, stop.start() if stop else limit)
    return match.span() if match else (end, end)


def _level_before(text: str, end: int) -> tuple[int, int]:
    part = _CLAUSE_HEAD.split(text[max(0, end - _LEVEL_REACH) : end])[-1]
    found = end, end
    for match in _LEVEL_BEFORE.finditer(text, end - len(part), end):
        found = match.span()
    return found


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
