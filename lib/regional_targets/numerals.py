"""What a clause says of a numeral in it: value, unit, comparator; pure text, no tables.

The grammar is that of data/codebook.md ("What a mention says"). Offsets count code points of the text that was given.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from .number_values import FRACTIONS, HAN_DIGITS, QUANTIFIERS, NumeralError, parse_number, read_value, times
from .plain_text import plain
from .units import CAPTION_REACH, MONEY, ROW_REACH, find_unit_of_list, row_unit, unit_before_bound, unit_place

_AFTER = re.compile(
    r"(?:床位|班)?(?:/[人户亩日天年]年?)?(?:\((?!含)[^()]{0,4}\)|\((?!含|其中)\d[^()]{0,8}\)|\)(?=以))?\s?"
    r"(?:(?P<at_least>(?:\(含\))?(?:及|或)?(?:以 ?上|之上)|(?<=番)多)|"
    r"(?P<at_most>(?:\(含\))?(?:及|或)?以 ?下|[之以] ?内|之下|(?<=[日天时钟年月周])内(?!不予)"
    r"|[^\d，。；、,;]{0,6}为 ?(?:最高[^\d，。；、,;]{0,4})?上? ?限)"
    r"|(?P<about>左右|上下))"
)
# A qualifier may be parted from its number by the object (至少打造3个, 不超过编制数的20%), but by no other number.
_FAR = r"(?:[前上近][一两二三四五]年|(?!达到|占比)[^\d一二两三四五六七八九十百千万，。；、：,;:\n\t])"
_GAP = rf"(?:(?:{_FAR}){{0,14}}|(?:{_FAR}){{12,24}}[的之] ?)$"
_NOT_LESS = (
    r"不低于|不[应宜能]当?(?:低于|少于|小于)|不得?少于|不得低于|不得?小于|不下于|至少"
    r"|最低(?!工资|生活|收购|维生|保障|社会|缴费|限|线|指数|档|价|的|月?标准|倍差)|最少|起码"
)
_NOT_MORE = (
    r"不得?超过|不得?高于|不得?大于|不得?多于|不[应宜能]当?(?:超过|大于|高于|多于)"
    r"|不得?逾|未超过|未逾|最多|最高(?!最低|峰|[^，。;；\d]{0,4}(?:金额|额度|限额)[之的])|最长|不突破|至多|最大(?!(?:用电)?负荷|限度|程度)|封顶"
)
_CURRENCY = "新?台币|人民币|港币"
_BEFORE = (
    (re.compile(rf"(?:{_NOT_LESS}){_GAP}"), "at_least"),
    (re.compile(rf"(?:{_NOT_MORE}){_GAP}"), "at_most"),
    # 最高可给予一次性300万元, 最高14日7000元, 不同时担任超过3个.
    (re.compile(r"最高(?:可?给予)?(?:一次性|\d+[日天]) ?$|不[^，。;；\d不]{2,6}超过 ?$"), "at_most"),
    # 至少应置保育人员、助理保育人员或托育人员一人.
    (re.compile(r"(?:至少应当?|至少|应至少)(?:分别)?(?:置|配置|设置|配备)[^，。;；\d]{2,26}$"), "at_least"),
    # 不得超过雇主申请当月前二个月之前一年雇用员工平均人数之百分之四十.
    (re.compile(rf"(?:{_NOT_LESS})[^，。；、\d%]{{10,28}}[之的]$"), "at_least"),
    (re.compile(rf"(?:{_NOT_MORE})[^，。；、\d%]{{10,28}}[之的]$"), "at_most"),
    (re.compile(r"(?<!不)(?<!不得)低于[^，。；、\d一二两三四五六七八九十百千万]{2,10}之$"), "at_most"),
    # 最小间距为6米.
    (re.compile(r"最小[^，。；、\d]{0,6}[为是] ?$"), "at_least"),
    # 不少于每百生15台.
    (re.compile(rf"(?:{_NOT_LESS})每[十百千万]{{1,2}}[^，。；、\d]{{0,6}}$"), "at_least"),
    (re.compile(r"(?<!不)(?<!不得)高于\s*$"), "at_least"),
    (
        re.compile(
            rf"(?:超过|突破|超出|超|逾|超过(?:本市|当地|全市)|>=?|(?:多于|大于)(?:或?等于)?)(?:\(含\))?(?:{_CURRENCY})?\s*$"
        ),
        "at_least",
    ),
    # 超过编制总数的20%, 高度超过距观测场距离1/10.
    (re.compile(r"超过(?:[^\d，。；、：,;:一二三四五六七八九十百千万达建新培]){2,10}(?:的|之|距离|基准)$"), "at_least"),
    (re.compile(r"超过[^\d，。；、]{0,6}(?:面积|人数|总数|总额|金额|比例)$"), "at_least"),
    (
        re.compile(
            r"上限(?:由|从)[^，。；]{0,6}$|上限(?:由|从)[^，。；]{1,14}(?:提高|提升|调整|增|降|下调|上调)(?:到|至|为)\s?$"
        ),
        "at_most",
    ),
    (
        re.compile(
            r"(?:不[足及到]|未[达及]|[不未]满)(?:[^\d，。；、]{0,6}(?:面积|人数|总数|总额|金额|比例|经费))?\s*$"
        ),
        "at_most",
    ),
    (
        re.compile(
            r"(?:<=?|小于(?:或?等于)?|(?<!不)(?:低于|少于)(?:或?等于)?|上 ?限(?:分别)?(?:为|是|:)?)(?:每立方米)?\s*$"
        ),
        "at_most",
    ),
    # 约有4.2万个, 约可兴建8万户.
    (
        re.compile(
            r"(?:(?<![签契合条公预制节履违简特邀])|(?<=组合))约(?:[有需共达为增减降]|[为占达][^，。；\d]{2,10}[之的]|需[^\d，。]{0,14}|增加|增长|成长|减少|提高|提升|降低|下降|可[^\d，。]{0,3}|占[^\d，。]{0,8})\s*$"
        ),
        "about",
    ),
    # 至少每三年评鉴一次.
    (
        re.compile(r"至少每[^，。;；]{0,3}(?:年|个?月|季度?|学期|周|日|天)[^，。;；\d一二两三四五六七八九十]{0,10}$"),
        "at_least",
    ),
    (re.compile(r"(?:大体|大致)(?:保持|稳定|维持)?[在为]\s*$"), "about"),
    # 最近5年 and 签约5家 hold no qualifier.
    (
        re.compile(
            r"(?:大体|接近|大约|大致|将近|(?:(?<![签契合条公预制节履违简特邀])|(?<=组合))约|(?<![最附邻临就靠贴亲相远])近)"
            rf"(?:{_CURRENCY})?\s*$"
        ),
        "about",
    ),
)
_CLOSED = re.compile(r"(?:\(|^)[^()]{6,}\)|\([^()]*\d[^()]*\)")
# No qualifier stands before a number without one of these: one look instead of ten.
_QUALIFIES = re.compile(
    r"不|未[达及满]|至[少多]|最|起码|封顶|超|突破|逾|>|<|于(?<=[高低多少大小]于)|上 ?限|约|近|大[体致]|分别|依[次序]"
)
# 分别不少于800个和1000个: the qualifier stands once for all numbers of the list.
_LIST = r"(?:[\d.,:百千万亿%一二两三四五六七八九十比]+[^\d，。；,;、和]{0,6}[、和,，及]\s?)+$"
_BEFORE_LIST = (
    (re.compile(rf"(?:分别|依[次序])(?:{_NOT_LESS}|超过?|突破|逾){_LIST}"), "at_least"),
    # 最高分别为1万5千元和6万8千元.
    (re.compile(rf"(?:{_NOT_MORE})分别[为是]{_LIST}"), "at_most"),
    (re.compile(rf"(?:{_NOT_LESS})分别[为是]{_LIST}"), "at_least"),
    # 分别按不低于专任教师总数的20%和学生总数的10%.
    (
        re.compile(
            rf"(?:分别|依[次序])按?(?:{_NOT_LESS})[^，。；、\d]{{2,16}}\d[\d.]*%[和及、][^，。；、\d]{{2,12}}的$"
        ),
        "at_least",
    ),
    (re.compile(rf"(?:(?:分别|依[次序])(?:{_NOT_MORE}|低于|少于|小于)|上 ?限分别为){_LIST}"), "at_most"),
    (re.compile(rf"(?:分别|依[次序])(?:为|是|达|[^\d，。、]{{0,6}})?约(?:为|有|达)?{_LIST}"), "about"),
)
# 最高支付限额为职工每人每月1000元、居民每人每月500元.
_LIMIT_OF_BOTH = re.compile(
    r"(?:最高[^，。；;、\d]{0,8}(?:限额|额度)|上限)(?:标准)?(?:分别)?为?[^，。；;\d\n\t]{0,20}(?:\d[\d,.]*万?元、[^，。；;\d\n\t]{0,20})?$"
)
# 超过98%、85%: numbers with nothing between. 分别达到80%、50%以上: what follows the last holds for all.
_BARE_LIST = re.compile(
    rf"(?:(?P<at_least>{_NOT_LESS}|超过|突破|逾)|(?:{_NOT_MORE})) ?"
    r"(?:\d[\d.,]*[百千万亿]{0,2}%?(?:元?[、和] ?|[^\d，。；,;、和及到至]{1,8}[和及] ?))+$"
)
_LIST_BEYOND = re.compile(
    r"(?:(?!以)[\u4e00-\u9fff]{0,2} ?[、和及] ?(?:\d[\d.,]*[十百千万亿]{0,2}%?"
    r"|[百千万十]+分之[\d.一二三四五六七八九十点]+))+ ?[\u4e00-\u9fff]?"
    r"(?:(?P<at_least>以上)|(?P<at_most>以[下内])|(?P<about>左右))"
    r"(?! ?[、和及] ?\d)"
)
_LAST_SCALED = re.compile(r"[、和及] ?(\d+(?:\.\d+)?) ?([万亿]{1,2})$")
_LOOK = 34
# Where a cell of a table ends, behind its number.
CELL_END = re.compile(
    r"(?: ?(?:以[上下内]|左右))?[〕)\]]?(?:以[上下内]|左右)?(?:\([^()\n]{2,20}\)(?=[ \t]*(?:$|\n)))?"
    r"(?:[ \t]*(?:$|\n)| *\t| {3,}| +(?=[<>\d约预力不〔-]|指导性|引导性))"
)
_CUT_OFF = re.compile(r"[多余]?(?:[十百万亿%]|千(?![瓦克米伏]))")
_GOES_ON = frozenset("多余十百千万亿%")
# 支持金额不超过500万: money though no 元 follows.
_SUM_AFTER = re.compile(r"[\u4e00-\u9fff]{0,4}?(?:资金|经费|投资|补贴|补助|预算)")
# 其中4400亿来自国营企业的投资, 而3200亿则是新增计划: no other thing comes from somewhere by the 亿 without a unit.
_PART_OF_SUM = re.compile(r"(?:来自|规模|则?[是为](?:新增|既有)|由[^，。;；]{2,16}(?:承担|负担|支付))")
_SUM_BEFORE = re.compile(
    r"(?:产值|销售额|营业?收入|增拨|拨款|拨付|斥资|耗资|注资|金额|补贴|资助|奖励|补助|资金|经费|投资额?)[^，。；;、\d]{0,8}$"
)


# 3200万农村人口, 500万农村沼气用户.
_PEOPLE = re.compile(r"(?:左右|以上|多|余)?[\u4e00-\u9fff]{0,6}?(?P<unit>人(?=口)|(?<=用)户)")
# 旅游总人次突破3亿.
_PEOPLE_COUNTED = re.compile(
    # 访客人次将会由500万增至800万.
    r"人次(?:将会?|预计|力争)*(?:由|从)(?:约 ?)?$"
    r"|人次(?:将会?|预计|力争)*(?:由|从)[^，。;；]{2,12}(?:增|提高|增加|上升|升)[至到](?:约 ?)?$"
    r"|人次(?:总?数)?(?:将|预计|力争)?(?:达到?|突破|超过?|增至|[增提][加长高升]到|为|约|近){0,2} ?$"
)


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
    begin = max(0, start - CAPTION_REACH)
    window = text[begin : end + ROW_REACH]
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
    before, follow = text[start - 1 : start], text[end : end + 1] in _GOES_ON and _CUT_OFF.match(text, end)
    if follow or (before and before in HAN_DIGITS and numeral[:1] in HAN_DIGITS):
        raise NumeralError(f"{text[start:end]!r} is part of {before if not follow else ''}{text[start : end + 1]!r}")
    low, high, unit = read_value(numeral)
    place, after = (end, end), end
    if not unit:
        place = unit_before_bound(text, start) or unit_place(text, end)
        if place[0] == place[1]:
            place = find_unit_of_list(text, end) or place
            low, high = _scaled_as_last(text[end : place[0]], numeral, low, high)
        unit, after = text[place[0] : place[1]], max(end, place[1])
        if not unit and CELL_END.match(text, end):
            unit, factor = row_unit(text, start)
            low, high = times(low, factor), times(high, factor)
        if not unit:
            unit, place = _implied_unit(text, start, end, place)
        unit = "元" if unit in MONEY or (not unit and before == "$") else unit
    comparator = "range" if low != high else _comparator(text, start, end, after)
    return Reading(low, high, unit, comparator), place


def _implied_unit(text: str, start: int, end: int, place: tuple[int, int]) -> tuple[str, tuple[int, int]]:
    """Return the unit that the words around a number without a measure word imply, and its place; or `""`."""
    begin = max(0, start - _LOOK)
    if text[end - 1] in ("万", "亿"):
        part = text[end - 1] == "亿" and _PART_OF_SUM.match(text, end)
        if part or _SUM_BEFORE.search(text, begin, start) or _SUM_AFTER.match(text, end):
            return "元", place
        people = _PEOPLE.match(text, end)
        if people:
            return people["unit"], people.span("unit")
    return ("人次" if _PEOPLE_COUNTED.search(text, begin, start) else ""), place


def _scaled_as_last(rest: str, numeral: str, low: float, high: float) -> tuple[float, float]:
    """Return the values with the multiplier that the last number of a list has for all: 407、700万千瓦."""
    last = _LAST_SCALED.search(rest)
    if not last or not numeral[-1:].isdigit():
        return low, high
    factor = parse_number(last[2])
    # 500、2万人: the first has none.
    return (times(low, factor), times(high, factor)) if high <= 2 * parse_number(last[1]) else (low, high)


def _comparator(text: str, start: int, end: int, after: int) -> str:
    """Return the comparator by the words right after the number or its unit, else by those before it."""
    numeral = text[start : end + 1]
    if (
        "多" in numeral
        or "余" in numeral
        or text[end : end + 2] in (" 多", " 余")
        or (text[start - 1 : start] == "上" and numeral[0] in "百千万亿")
    ):
        return "at_least"
    match = _AFTER.match(text, after, after + 14)
    if match:
        return str(match.lastgroup)
    before = text[max(0, start - _LOOK) : start]
    if ")" in before:
        # 按利率（不超过合同签订时的报价）的30%: what stands in brackets bounds no number behind them.
        before = _CLOSED.sub("", before)
    # 自创办之日起2年内.
    if before.endswith("起") and text.startswith("内", after):
        return "at_most"
    if not _QUALIFIES.search(before):
        return "exact"
    for pattern, code in _BEFORE:
        if pattern.search(before):
            return code
    if "限" in before and _LIMIT_OF_BOTH.search(text, max(0, start - 2 * _LOOK), start):
        return "at_most"
    bare = _BARE_LIST.search(before)
    if bare:
        return "at_least" if bare["at_least"] else "at_most"
    if "分别" in before or "依" in before:
        beyond = _LIST_BEYOND.match(text, end)
        if beyond:
            return str(beyond.lastgroup)
        for pattern, code in _BEFORE_LIST:
            if pattern.search(before):
                return code
    return "exact"
