"""What the clause around a number says: strength of the verb, what is counted, of whom, and who bears it."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..units import unit_place
from .table_lines import find_label

_REACH, _REACH_BACK, _NEAR = 90, 60, 16
_DATE_CLAUSE = re.compile(r"(?:年|年底|年末|期间|期末|底)(?:之?前|以前)?$")
_ITEM_BREAK = re.compile(r"、(?=\d|[一二两三四五六七八九十百]+[个所名门家部])|(?:和|以及|及)(?=\d)")
_SUPPORT = re.compile(r"支持|鼓励|推动|可以|可按|力争|原则上|争取|引导|探索|可(?=拿|从|将|由)")
_VERB = re.compile(
    r"(?P<firm>实现|达到|达|建成|确保|落实|完成|应|须|不得|保持|提高到|增长|不低于|不少于|不超过|安排|设立|列入"
    r"|纳入|具有|配备|保证|保障|新增|每)"
    r"|(?P<build>建设|打造|培育|遴选|开展|推出|评选|认定|建立|组建|培训|培养|新建|创建|举办|引进|开发|选派|组织)"
)
_EACH = (
    "所|个|名|位|人|家|户|县|校|村|班|市|生|亩|张|台|件|项|例|镇|乡|区|处|公里|单位(?! ?GDP)|平方公里|平方米|千人(?!口)"
    "|万人(?!口)|百人(?!口)|千名|百名|万名|百户|千户|十万人(?!口)|吨|床|间|座|门|支|辆"
)
# What ends the words for who bears: 每户|补助, 每个|分别.
_EACH_GETS = (
    "[每至按不须应达配给安补奖资建设拥占拨提投可有最容培新修病床高发重一二两三四五六七八九十]|居(?!委|民)|都|确定|限|只|同时|累计"
    "|平均|联系|联络|培育|走访|分别|年度|仅|以|所享|在线|招收|办好|将"
)
_SINGLE_GETS = "分别|年度|一次性|省级|合计|中(?!心)|[最不可奖补每累给资租]|支持|申请|一般|按"
_BEARER = re.compile(
    rf"每(?:[一两二三四五六七八九十]|\d{{1,4}} ?)?(?:{_EACH})(?!月|星期|工作[日天]|季度|学[期年时])"
    rf"(?:\([^()]{{0,8}}\))?(?:(?!{_EACH_GETS})[^，。；、\d(]){{0,8}}(?:\([^()]{{0,8}}\))?"
    r"|(?:全部|所有)(?:县|区|市|州|旗|乡镇|乡|镇|村|街道|社区|学校)(?=均|都|应|须|必须)"
    r"|各(?:县|区|市|州|旗|乡|镇|村|街道|社区|学校|高校|院校|地|盟|校)(?:\([^()]{0,8}\)"
    r"|[县区市镇乡]{0,2})(?:学校|院校)?"
    r"|每[\d两二三四五六七八九]{0,4}[十百千万]+(?:常住|户籍)?(?:名(?:老年人|老人|学生|儿童)?|人口|人|户|学生|老年人|老人)"
    rf"|单[个家户](?!资助)(?:(?!{_SINGLE_GETS})[^，。；、\d(]){{0,8}}"
    r"|生均|人均(?!预期|纯|可支配|收入|寿命)|户均|校均|班均|亩均"
)
# No bearer without one of these.
_BEARS = re.compile(r"[每各均单部所]")
_COUNTED_BY = re.compile(r"元[^，。]{0,4}的共?有 ?$")
# 6500元/生·学年; how often (元/月) is no bearer.
_STROKE = re.compile(r" ?元/(?:(?P<pupil>生)|(?![年月日天周季次]))")
# 全员劳动生产率达58万元/人.
_PRODUCTIVITY = re.compile(r"生产率[^，。;；\n]*$")
# 城镇化率 and 生产率 have no population of their own.
_SHARE_END = re.compile(
    r"占比|比例|占|比重"
    r"|(?:总体)?[毛净]?(?:覆盖|达标|合格|优良|满意|完好|普及|入学|入园|入托|巩固|升学|毕业|就业|参与|参保|参合|参训|持证"
    r"|培训|签约|接种|配备|使用|处理|回收|利用|管理|控制|完成|建成|开放)率"
)
# 确保断面全部达标, 生产总值年均增长: what is done, and how often, is no part of what is counted.
_DOING = re.compile(r"(?:(?:确保|保证|保持|坚持|力争|争取|完成|安排|落实|实现|开展|推动|全年|将)(?!率))*+")
_HOW = re.compile(
    r"(?:年均|平均|累计|分别|每[年月]|应|均|力争|争取|原则上|一般|同比|[比较](?:20\d\d|上)年)++$|占[^，。；、\d]{2,16}的?$"
)
_TO_VALUE = re.compile(
    r"(?:提高|提升|增长|增加|稳定|保持|控制|降低|下降|压缩|缩小|收窄|达|超过?|突破|扩大|增|升|减少)?(?:到|至|在|为|达到?"
    r"|不低于|不少于|不超过|超过|近|约|逾)? ?$"
)
_COUNT_LAST = re.compile(r" ?(?:以上|左右)?(?:[，。；、,;:)(\n\t和]|$)")
# 由12所减少到8所: what changes stands before the old value, for the new one too.
_OLD_VALUE = re.compile(r"[由从自](?:\d{4}年(?:[末底]|初)?|目前|现有|原来|原先|平均)?的? ?$")
_TURNS = r"[提增扩上降减缩压下调拓延成](?!供)[^，。；、;\d\n]{0,3}"
_CHANGES = re.compile(rf"(?:/[^，。；\s]{{1,3}}?|以上|左右|多)?{_TURNS}[到至为]")
_CHANGED = re.compile(rf"[由从自](?=[^，。；、;\n]{{0,8}}?\d[^，。；、;\n]*?{_TURNS}[到至为]?(?:\d{{4}}年的?)?$)")
# 入园率、巩固率分别达到90%、95%: each number has its own words; 县道、乡道优良率 belongs to both.
_APART = re.compile(r"(?:分别|依[次序])[^，。；;：\n]*$")
_PART = re.compile(r"(?:(?!以及)[^、和与及])+")
_MEASURED = re.compile(
    r"(?:[率比重例数量额值度]|收入|面积|规模|里程|人口|水平|能力|经费|投入|支出|花费|营收|标准|上限|养老金|进出口|寿命|年限|人次)"
    r"(?:力争|争取|同比|[比较](?:20\d\d|上)年|每[年月]|均)*$"
)
_SHARED_OUT = frozenset(("%", "‰", "倍", "个百分点", "百分点", "比", "元"))
_NUMBER = re.compile(r"\d[\d.,]*")
# 分别达到96%和: the words of the whole list stand before its first number.
_LISTED = re.compile(r"(?:分别|各)[^，。；、;\d\n]{0,6}\d[^，。；;\n]{0,40}[和、及与]$")
# 到2030年新增…, 2.新增…: date and list marker are none of the words for what is counted.
_AHEAD = re.compile(
    r"(?:第[一二三四五六七八九十百]+条 *|\(?(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:\)|[.、](?!\d)) *"
    r"|[一二三四五六七八九十]是)?"
    r"(?:(?:力争|预计|规划|计划|争取)?(?:到|至|截至|截止到?)?"
    r"(?:20\d\d(?:年(?:\d{1,2}月)?|(?=[、-]20))|“?十[一二三四五六]五”?(?=[末期]))(?:[、和至-]20\d\d年)*+"
    r"(?:[末底]|期间|期末|时期)?(?:之?前|以[来前后])?)?(?:其中)?"
)
# Words that are left where nothing is counted in the clause itself.
NO_OBJECTS = frozenset(
    ("", "其中", "同比", "环比", "比上年", "每年", "全年", "今年", "年均", *"者或约共计且后加对等和及在按为<>"),
)
# 工业区一期(14.00平方公里), 日常监测(60%).
_IN_BRACKET = re.compile(r"(?P<named>[^，。；、;:()=+\n\t]{2,24}) ?\((?:约|[<>])? ?$")
# 70%以上居住区实现…, 全面完成旧里改造.
_BEHIND = re.compile(r"(?:以[上下内]|左右)?的? ?(?P<named>(?!以[上下内]|左右)[\u4e00-\u9fff][^，。；、;:()\n\t]+)")
# 经认定给予每个项目最高500万元资助, 设立5亿元规模的种子基金: what is given stands behind the amount.
_GIVING = re.compile(
    r"(?:经[^，。；]{0,8}?)?(?:可|再|另|将|按|分别|一次性|每年)*(?:给予|予以|设立|安排|发放|提供|拨付|落实|统筹|投入)"
    r"(?:每[^，。；\d]{1,8})?(?:一次性|不超过|不低于|最高|总额|共计|合计|约|近|超)*"
)
_GIVEN = re.compile(
    r"(?:/[\u4e00-\u9fff]{1,3})?(?:以上|以内|左右)?(?:规模)?的? ?"
    r"(?P<named>(?!以[上下内]|左右|规模)[\u4e00-\u9fff][^，。；;：:()\n\t]+)"
)
_NOT_OBJECT = "以上左右的 多余及()下内"
_HAN = re.compile(r"[\u4e00-\u9fff]")
_FEW_WORDS = 4


class Clause(NamedTuple):
    """Bounds of the clause around a number, and of the quote, within a fixed reach of the number."""

    start: int
    end: int
    quote_start: int
    quote_end: int
    label: tuple[int, int] = (0, 0)
    """Where the label of the row stands, for a cell that says not what it counts."""


def find_clause(
    text: str, start: int, end: int, clause: tuple[int, int], sentence: tuple[int, int], in_table: bool = False
) -> Clause:
    """Return the clause of the number `text[start:end]` and the shortest quote, with a date clause before.

    With `in_table` the number stands in a line that is a cell of a table.
    """
    low, high = max(clause[0], start - _REACH), min(clause[1], end + _REACH)
    quote_start, quote_end = low, high
    item = _ITEM_BREAK.search(text, end, high)
    if item:
        quote_end = item.start()
    if text[low:start].rstrip().endswith(("、", "和", "及")):
        quote_start = start
    elif low == clause[0] and low > sentence[0] and text[low - 1] in "，,":
        dated = text[max(sentence[0], low - 15) : low - 1]
        if _DATE_CLAUSE.search(dated):
            quote_start = low - 1 - len(re.split(r"[，,。；;：:\n\t]", dated)[-1])
    while quote_start < start and text[quote_start].isspace():
        quote_start += 1
    while quote_end > end and text[quote_end - 1].isspace():
        quote_end -= 1
    bare = (in_table or text[low - 1 : low] == "\t") and len(_HAN.findall(text, low, high)) <= _FEW_WORDS
    label = find_label(text, low, _REACH) if bare else (low, low)
    if not start - _REACH < label[0] < label[1]:
        label = 0, 0
    return Clause(low, high, label[0] if any(label) else quote_start, quote_end, label)


def read_modality(before: str, kind: str) -> str:
    """Return the strength of the verb before a number: firm, build or support; empty for a status."""
    if kind == "status":
        return ""
    if _SUPPORT.search(before):
        return "support"
    last = None
    for match in _VERB.finditer(before):
        last = match.lastgroup
    return last or ("firm" if kind in ("rule", "funding") else "build")


def find_bearer(before: str) -> tuple[int, int]:
    """Return where the words stand in the clause before a number that say who bears it (每位教师, 各县区, 生均)."""
    found = 0, 0
    if _COUNTED_BY.search(before):
        return found
    if _BEARS.search(before):
        for match in _BEARER.finditer(before):
            found = match.span()
    return found


def stroke_bearer(text: str, end: int) -> tuple[int, int]:
    """Return where the word stands behind an amount that says who bears it: 户 in 元/户, 千瓦时 in 元/千瓦时."""
    stroke = _STROKE.match(text, end)
    if not stroke or _PRODUCTIVITY.search(text, max(0, end - _REACH), end):
        return end, end
    return stroke.span("pupil") if stroke["pupil"] else unit_place(text, stroke.end())


def find_object(text: str, start: int, after: int, clause: Clause, unit: str) -> tuple[int, int]:
    """Return where the words stand that say what is counted: after a count, before a share or a money amount.

    Where none stand there: before the bracket that holds the number, else behind it; an empty place without any.
    """
    low, high = _of_list(text, start, clause, unit) or _counted(text, start, after, clause, unit)
    if unit == "元" and _GIVING.fullmatch(text, low, high):
        given = _GIVEN.match(text, after, clause.quote_end)
        return given.span("named") if given else (low, high)
    if text[low:high].strip() not in NO_OBJECTS:
        return low, high
    opened = _IN_BRACKET.search(text, max(0, start - _REACH), start)
    behind = _BEHIND.match(text, after, clause.quote_end)
    return opened.span("named") if opened else behind.span("named") if behind else (low, low)


def _counted(text: str, start: int, after: int, clause: Clause, unit: str) -> tuple[int, int]:
    if any(clause.label):
        return clause.label
    changing = _OLD_VALUE if _CHANGES.match(text, after) else _CHANGED
    before = changing.search(text, max(clause.start, start - _REACH_BACK), start)
    if before and before.start() > clause.start:
        return _bare(text, clause.start, before.start())
    if _COUNT_LAST.match(text, after):
        opened = text.rfind("(", clause.start, start)
        # 企(事)业单位: a bracket that is closed opens nothing.
        opened = -1 if text.find(")", max(opened, 0), start) >= 0 else opened
        head = max(clause.start, 1 + max(text.rfind("、", clause.start, start), opened))
        return _before(text, clause.start, head, start)
    counted = unit not in _SHARED_OUT
    if counted or text[after : after + 1] in ("的", "用"):
        low = after
        while low < clause.quote_end and text[low] in _NOT_OBJECT:
            low += 1
        if text[low : clause.quote_end].strip() not in NO_OBJECTS:
            return low, clause.quote_end
    return _before(text, clause.start, clause.start, start)


def _of_list(text: str, start: int, clause: Clause, unit: str) -> tuple[int, int] | None:
    """Return where the own words of a number in a list stand (A、B分别达到…), or those of the whole list, or None."""
    apart = _APART.search(text, max(clause.start, start - _REACH_BACK), start)
    if apart is None or apart.start() == clause.start:
        return None
    parts = [part.span() for part in _PART.finditer(text, clause.start, apart.start())]
    number = len(_NUMBER.findall(text, apart.start(), start))
    # A list in Chinese numerals (分别为五所、三所) is not counted out.
    if (
        not text[start].isdigit()
        or len(parts) < 2
        or len(parts) != number + len(_NUMBER.findall(text, start, clause.end))
    ):
        return None
    measured = {_MEASURED.search(text, *part) is not None for part in parts}
    own = measured == {True} or (measured == {False} and unit not in _SHARED_OUT)
    return _bare(text, *(parts[number] if own else (clause.start, apart.start())))


def _before(text: str, begin: int, low: int, start: int) -> tuple[int, int]:
    """Return where the words stand before a number, or before the first one of its list, that say what is counted.

    The clause begins at `begin`, the words at `low`.
    """
    listed = _LISTED.search(text, max(begin, start - _REACH_BACK), start)
    if listed:
        return _bare(text, begin, listed.start())
    match = _TO_VALUE.search(text, max(low, start - _NEAR), start)
    return _bare(text, low, match.start() if match else start)


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Return what is counted without marker, date, verb and adverb around it, or all where nothing would be left."""
    ahead = _AHEAD.match(text, start, end)
    begin = ahead.end() if ahead else start
    doing, how = _DOING.match(text, begin, end), _HOW.search(text, begin, end)
    low, high = doing.end() if doing else begin, how.start() if how else end
    return (low, high) if low < high else (begin, end)


def find_scope(text: str, start: int, clause: Clause, unit: str) -> tuple[int, int]:
    """Return where the population of a share stands, before 占比, 比例 …; an empty place without one."""
    if unit not in ("%", "比", "个百分点", "百分点"):
        return start, start
    low, high = _of_list(text, start, clause, unit) or (clause.start, start)
    match = _SHARE_END.search(text, low, high)
    return _bare(text, low, match.start()) if match else (start, start)
