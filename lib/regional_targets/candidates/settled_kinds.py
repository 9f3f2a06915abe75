"""The kind of a number by its words, by what stands before it in its sentence, and by its place in the document."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..numerals import Reading
from ..units import CURRENCIES
from .kinds import FROM, read_kind
from .money_kinds import is_given, is_output
from .named_sets import follows_named
from .survey import Found, Survey
from .year_roles import Year

_BOUNDS = ("at_least", "at_most")
_CARRYING = ("现状用语", "过去年份")
_AIM = re.compile(
    r"力争|确保|赓续|本年度|年度内|年内|规划期内|将|计划|目标|新增|组建|再|达到|提高到|实现|建设|打造|培育|可(?:兴建|新增)|会(?:额外|再|继续|增|提供)"
)
# 每县至少建1所养老机构，床位不少于150张: the second is required as the first is.
_BOUND_ALONE = re.compile(
    r"(?![^，。;；]*(?:满意|改造|新建|建设|建成|培训|培育|新增|完成))"
    r"[^，。;；\d]{1,12}?(?:不(?:得|应|宜)?(?:少于|低于|小于|大于|高于|超过)|至少|最少|最多|应达) ?"
)
# 在2014-2015年度的拨款预算总额为754亿元.
_BUDGETED = re.compile(r"预算(?!案)")
_STRIVES = re.compile(r"力争|力求|赓续|年度内|会(?:额外|再|继续|增)")
# 每年遴选50名, 新增6支, 工坊设有5460个名额: no rule in a regulation either.
_PROVIDES = re.compile(r"遴选|招录|新增|新建|改扩建|建成|引进|筹集|培训|征集|购置|合共|惠及|受益|设有|规模为|每年|力争")
_INSIDE = re.compile(r"(?<![会将可拟])[在于]$")
_UNTIL = re.compile(r" ?(?:年?[底末]|[之以]?[前内]|或(?:之|以)前|完结前)")
# 以二氧化碳占95%为最大宗，其次依序为…: what a whole is made of.
_RANKED = re.compile(r"其次(?:依[序次])?[为是]|[为是]最(?:大宗|多)(?=[，。(])")
# What is aimed at in a table, wherever it stands.
_INDICATOR = re.compile(r"[^\n]{0,40}(?:约束|预期)性")
# 由2022/23学年的1万个，增加至1.2万个.
_THEN_RISES = re.compile(
    r"(?:[^，。;；\d]{0,6}\d[\d.,]*[万亿]*)?[^，。;；\d]{0,6}，(?:逐步|进一步)?(?:提高|提升|增加|上升|扩大|下降|降低|减少|压缩|缩短|延长|调整|增|升|降|减)[至到]"
)
_LASTS = re.compile(r"平均|年限|寿命|用时|时长")
_LOOK = 80


class Said(NamedTuple):
    """A number and what is said of it: its clause before and behind it, the label of its row, its sentence and year."""

    found: Found
    reading: Reading
    before: str
    behind: str
    label: str
    sentence: tuple[int, int]
    own: Year | None


def kind_of_words(survey: Survey, said: Said, carried: tuple[int, str]) -> tuple[str, str]:
    """Return the kind and its rule; a status carries on in its sentence, as a past year does.

    `carried` is where the sentence of the number before begins, and the rule of its kind, where it may carry on.
    """
    kind, rule = _kind(survey, said, carried)
    return ("goal", "产出金额") if kind == "funding" and said.label and is_output(said.label) else (kind, rule)


def kind_of_place(survey: Survey, said: Said, undated: bool, kind: str) -> tuple[str, str] | None:
    """Return the kind, with its rule, that a goal or funding has by its section and document, if another."""
    section, own = survey.outline.section(said.found.start), said.own
    # 按照补贴价格的20%进行补贴, wherever it stands.
    if (own and own.role == "by") or (kind == "funding" and "按" in said.before):
        return None
    if section and section.looks_back and not _INDICATOR.match(survey.text, said.found.end):
        return "status", "现状章节"
    if own is not None or kind == "funding":
        return None
    bounded = said.reading.comparator in _BOUNDS
    required = section is not None and section.sets_standards and (undated or bounded)
    regulated = undated and survey.outline.regulates and not _PROVIDES.search(said.before)
    return ("rule", "标准章节") if required or regulated else None


def _leads_on(survey: Survey, start: int) -> bool:
    """Tell whether a lead-in with a year to come dates what stands at `start`: 到2026年，主要目标如下：."""
    lead = survey.calendar.lead(start)
    return lead is not None and lead.role == "by" and not survey.tense.reviewed


def _is_within(survey: Survey, own: Year) -> bool:
    """Tell whether a year says only when something is or was: 在2024-25学年."""
    inside = _INSIDE.search(survey.text, max(0, own.start - 2), own.start)
    return inside is not None and _UNTIL.match(survey.text, own.end) is None


def _kind(survey: Survey, said: Said, carried: tuple[int, str]) -> tuple[str, str]:
    found, reading, before, behind, _, sentence, own = said
    unit = "元" if reading.unit in CURRENCIES else reading.unit
    if own is not None and own.role == "past" and not is_given(before, unit):
        return "status", "过去年份"
    cell = survey.cells.get(found.start)
    if (cell is not None and cell.present) or found.start in survey.present:
        return "status", "现状栏"
    lead = survey.text[max(sentence[0], found.start - len(before) - _LOOK) : found.start - len(before)]
    numeral = survey.text[found.start : found.end]
    back = survey.tense.looks_back(found.start)
    kind, rule = read_kind(before, behind, numeral, unit, lead, back)
    if kind in ("goal", "funding") and FROM.search(before) and _THEN_RISES.match(survey.text, found.end):
        return "status", "变化前的数"
    if rule == "时长要求" and (survey.cell_year(found.start, found.end) or _LASTS.search(said.label)):
        # 平均受教育年限 12.3年, in the column of a year or of what is aimed at.
        kind, rule = "goal", "表中年份"
    carries = carried[0] == sentence[0] and carried[1] in _CARRYING and own is None
    carries = carries and survey.calendar.start_of(found.start, sentence[0]) is None
    if kind == "goal" and carries and not _AIM.search(before):
        return "status", "现状用语"
    if kind == "goal" and own is None and _RANKED.search(survey.text, found.end, min(sentence[1], found.end + _LOOK)):
        return "status", "现状用语"
    # 面积不足15平方米的，按照15平方米确定: what holds on a condition.
    if kind == "goal" and own is None and found.branch != "wording" and lead.endswith("的，"):
        return "rule", "条件"
    if kind == "goal" and carried == (sentence[0], "要求用语") and _BOUND_ALONE.fullmatch(before):
        return "rule", "要求用语"
    # 日间须维持1:20的比例，夜间则为1:40.
    if kind == "goal" and unit == "比" and carried == (sentence[0], "比值要求"):
        return "rule", "比值要求"
    # 排涝能力不低于每平方公里100立方米/小时的标准, where no 按照 says so.
    if kind == "goal" and unit != "元" and reading.comparator in _BOUNDS and behind.startswith("的标准"):
        return "rule", "要求用语"
    named = carried == (sentence[0], "点名的对象")
    if kind == "goal" and named and follows_named(before, unit):
        return "status", "点名的对象"
    aimed = (
        rule in ("年度任务", "给予的金额")
        or (own is not None and unit == "元" and _BUDGETED.search(before) is not None)
        or _STRIVES.search(before) is not None
        or (own is not None and own.role == "by" and not survey.tense.reviewed and not _is_within(survey, own))
        or (own is None and _leads_on(survey, found.start))
    )
    if kind in ("goal", "funding") and back and not aimed:
        return "status", "回顾语气"
    return kind, rule
