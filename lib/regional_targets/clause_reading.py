"""What the clause around a number says: quote, kind, wording of the verb, what is counted, of whom, and who bears it."""

from __future__ import annotations

import re
from typing import NamedTuple

_BREAK = "，。；;：:！？!?\n\t,"
_HARD_BREAK = "。；;！？!?\n\t"
_REACH = 90
_FIRST = re.compile(r"[，。；;：:！？\n\t,]")
_DATE_CLAUSE = re.compile(r"(?:年|年底|年末|年前|期间|期末)(?:前|底|末|之前|以前)?$")
_ITEM_BREAK = re.compile(
    r"[，。；;：:！？\n\t,]|、(?=\d|[一二两三四五六七八九十百]+[个所名门家部])|(?:和|以及|及)(?=\d)"
)

_MONEY = re.compile(
    r"(?:经费|资金|投入|补助|补贴|奖励|奖补|资助|拨款|预算|教育费附加|财政|安排|设立|奖金|给予|学费|拨付|专项|基金|支出|标准|收入(?=可以|用于|的)|用于)"
)
_OUTPUT = re.compile(
    r"(?:产值|营业收入|销售|交易额|增加值|生产总值|GDP|税收|成交额|贷款|授信|融资|到账|技术服务|总投资|完成投资|收入(?:达|超|突破|增)|规模|市值|价值|总额|进出口|消费|零售)"
)
_FUND_SHARE = re.compile(r"(?:教育费附加|经费|资金|预算|支出|财政|收入(?:可以|可|用于|的)|土地出让|投入)")
_RULE = re.compile(
    r"(?:应(?!用|急|对|届|当今|变|付|运|征|聘|邀|收尽|保尽|纳)|须|必须|不得|不准|严禁|每(?:所|个|名|位|人|生|班|校|家|县|市|学|周|学期|月|半年|季度|户|村|年(?:至少|不少于|应|须|到|开展不少于|组织不少于))"
    r"|按(?:照)?(?!规划|计划|期)[^，。；]{0,24}(?:比例|标准|不超过|不低于|总数|人数)|生师比|师生比|学制|聘期|任期|有效期|原则上|抵免|减按|税|轮训|工作经历|工作经验|具有|具备|周期|上限|限额|限期)"
)
_LIMIT = re.compile(r"(?:不超过|不得超过|不高于|不大于|最多|最长|不得少于|不得低于|不应|以内|以下)")
_EXISTING = re.compile(
    r"(?:现有|已有|共有|原有|拥有|已建成|已建|已达|已经|已完成|目前|截至|截止|累计(?:建成|培训|培养|投入|完成|建设|认定)|先后|获评|荣获|获批|入选|分别为|位居|同比|上年|去年|比上年|已)"
)
_FUTURE = re.compile(r"(?:到|至|力争|确保|将|计划|争取|目标|实现|提高到|达到|建设|打造|培育|新增|建成)")
_NAMED_SET = re.compile(r"第[一二三四五六七八九十]+(?:批|轮|期) ?$")
_SUPPORT = re.compile(r"(?:支持|鼓励|推动|可以|可按|力争|原则上|争取|引导|探索|可)")
_FIRM = re.compile(
    r"(?:实现|达到|达|建成|确保|落实|完成|应|须|必须|不得|保持|提高到|增长|不低于|不少于|不超过|安排|设立|列入|纳入|具有|配备|保证|保障|新增|每)"
)
_BUILD = re.compile(
    r"(?:建设|打造|培育|遴选|开展|推出|评选|认定|建立|组建|培训|培养|新建|创建|举办|引进|开发|选派|组织|支持)"
)
_PER = re.compile(
    r"(?:每(?!年|月|周|日|天|季|半|学期|学年|次|隔|\d|[一二两三四五六七八九十]+(?:年|月|周|次))(?:[\d一二两三四五六七八九十百千万]*(?:所|个|名|位|人|家|户|县|校|村|班|市|生|亩|张|台|件|项|例|千人|万人|千名|百户)?[^，。；、\d]{0,8}?)(?=每年|每|按|不|至少|应|须|达|配|给|安|补|奖|资|建|设|拥|有|的|\d|[一二两三四五六七八九十]|$)|生均|人均|户均|校均|班均|亩均)"
)
_SCOPE_END = re.compile(r"(?:占比|比例|占|比重|覆盖率|达标率|率|参与率|入学率|就业率)")


class Clause(NamedTuple):
    """Bounds of the quote, and the bounds of the clause within a sentence."""

    quote_start: int
    quote_end: int
    clause_start: int
    clause_end: int


def find_clause(text: str, start: int, end: int, begin: int, stop: int) -> Clause:
    """Return the clause of the number at `text[start:end]` in its sentence `text[begin:stop]`, within a fixed reach."""
    low, high = max(begin, start - _REACH), min(stop, end + _REACH)
    clause_start = max((text.rfind(mark, low, start) for mark in _BREAK), default=-1) + 1 or low
    found = _FIRST.search(text, end, high)
    clause_end = found.start() if found else high
    item = _ITEM_BREAK.search(text, end, clause_end)
    quote_end = item.start() if item else clause_end
    quote_start = clause_start
    if (
        clause_start > low
        and text[clause_start - 1] in "，,"
        and _DATE_CLAUSE.search(text[max(low, clause_start - 14) : clause_start - 1])
    ):
        quote_start = max((text.rfind(mark, low, clause_start - 1) for mark in _BREAK), default=-1) + 1 or low
    joint = max(text.rfind(mark, quote_start, start) for mark in ("、", "和", "及"))
    if joint >= 0 and not text[joint + 1 : start].strip():
        quote_start = start
    while quote_start < start and text[quote_start] in " \t　":
        quote_start += 1
    while quote_end > end and text[quote_end - 1] == " ":
        quote_end -= 1
    return Clause(quote_start, quote_end, clause_start, clause_end)


def read_kind(text: str, start: int, end: int, clause: Clause, begin: int, unit: str, past: bool) -> tuple[str, str]:
    """Return the kind of a mention and the rule that gave it, in words."""
    before = text[clause.clause_start : start]
    after = text[end : clause.clause_end]
    if past:
        return "status", "过去年份"
    if _NAMED_SET.search(before[-6:]) and not re.match(r".{0,8}左右", after):
        return "status", "点名的批次"
    if _EXISTING.search(before) and not re.search(r"(?:达到|提高到|力争|确保|实现)", before):
        return "status", "现状用语"
    near = text[max(begin, clause.clause_start - 24) : clause.clause_end]
    if unit == "元":
        if not _OUTPUT.search(before + after) and _MONEY.search(near):
            return "funding", "资金用语"
        return ("rule", "要求用语") if _RULE.search(before) else ("goal", "产出金额")
    if (
        unit == "%"
        and _FUND_SHARE.search(before + after)
        and re.search(r"用于|安排|列支|提取|统筹|支付|计提|设立|投入", before + after)
    ):
        return "funding", "资金比例"
    if unit in ("年", "个月", "天", "学时", "课时", "小时", "工作日", "个工作日", "周", "学分", "分钟"):
        return "rule", "时长要求"
    if _RULE.search(before) or re.search(r"轮训|抵免", after):
        return "rule", "要求用语"
    if unit == "比" and text[start:end] != "大体相当":
        return "rule", "比值要求"
    if unit == "次" and "每" in before:
        return "rule", "频次要求"
    if _LIMIT.search(before[-12:]):
        return "rule", "上限"
    return "goal", "目标"


def read_modality(text: str, start: int, clause: Clause, kind: str) -> str:
    """Return the strength of the verb: firm, build or support; empty for a status."""
    if kind == "status":
        return ""
    before = text[clause.clause_start : start]
    places = {
        name: max((match.start() for match in pattern.finditer(before)), default=-1)
        for name, pattern in (("support", _SUPPORT), ("firm", _FIRM), ("build", _BUILD))
    }
    if places["support"] >= 0:
        return "support"
    best = max(places, key=lambda name: places[name])
    return best if places[best] >= 0 else ("firm" if kind in ("rule", "funding") else "build")


def read_bearer(text: str, start: int, clause: Clause) -> str:
    """Return who bears a distributive amount (每位教师, 生均), as the text has it, or `""`."""
    found = None
    for found in _PER.finditer(text, clause.clause_start, start):
        pass
    return found[0].strip() if found else ""


def read_object(text: str, start: int, after: int, clause: Clause, unit: str) -> tuple[int, int]:
    """Return where the words stand that say what is counted: after a count, before a share."""
    if unit not in ("%", "倍", "个百分点", "百分点", "比", "元") or text[after : after + 1] in ("的", "用"):
        low, high = after, clause.quote_end
        while low < high and text[low] in "以上左右的 多余及":
            low += 1
        if low < high:
            return low, high
    low, high = clause.clause_start, start
    match = re.search(
        r"(?:提高|提升|增长|增加|稳定|保持|控制|降低|下降|达|超过|突破)?(?:到|至|在|为|达到|达|不低于|不少于|不超过)? ?$",
        text[low:high],
    )
    if match:
        high = low + match.start()
    return low, max(low, high)


def read_scope(text: str, start: int, clause: Clause, unit: str) -> tuple[int, int]:
    """Return where the population of a share stands, before the words 占比, 比例 …; an empty place without one."""
    if unit not in ("%", "比", "个百分点"):
        return start, start
    match = _SCOPE_END.search(text, clause.clause_start, start)
    return (clause.clause_start, match.start()) if match else (start, start)
