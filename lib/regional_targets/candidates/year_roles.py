"""Years in a text, and the role in which each dates what is near: by which, from which, past, or only compared with."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from ..stated_years import STANDARD, TERM_FROM, plan_year, read_year, spelt_number, term_end
from .document_outline import Outline


class Year(NamedTuple):
    """A year in the text: where its token begins and ends, where its digits stand, and how it dates what is near.

    Roles: `by` (到2025年, 2022年底前), `plain` (2025年 heads a clause), `start` (自2021年起), `past` (截至2020年),
    `base` (比2020年), `none` (in a title or a name). `first` is the first year of 2021—2025年, or 0.
    """

    start: int
    end: int
    place: int
    year: int
    role: str
    first: int = 0
    first_place: int = 0
    digits: int = 4
    first_digits: int = 0
    """Of the first year, where they are not as many as those of the last."""


_START_BEFORE = re.compile(r"(?:自|从|由) ?$")
# 由2022年约30条增至2027年超过130条.
_RISES_FROM = re.compile(
    r"[^，。;；\d]{0,10}\d[^。;；]{0,24}?(?:增至|增到|成长[至到]|增加[至到]|提高[至到]|提升[至到]|升[至到]|扩大[至到]|降[至到]|下降[至到]|减[至到])"
)
# 2012年起5年内: a term with its last year.
_TERM_AFTER = re.compile(TERM_FROM)
_START_AFTER = re.compile(
    r" ?(?:\d{1,2} ?月(?: ?\d{1,2} ?日)?)?(?:春季|秋季)?(?:新?学期|新学年|入学)?(?:的?新?生)?(?:起|开始|始)"
    r"|及?以后|之后"
)
_BY_BEFORE = re.compile(
    r"(?:到|至|展望|力争|争取|确保|计划|预计|预期|于|在|延续至|前|将|实现|完成|拟|目标为?|则|其中|再到|和|、|及|与"
    r"|(?<=[，。;；])规划) ?$"
)
_BY_AFTER = re.compile(
    r" ?(?:底|末|内|之?前|以前|全面|实现|达到?|建成|完成|基本|力争|全部|争取|新增|新建|培养|培训|建设|初步"
    r"|上半年|下半年|春季|秋季"
    r"|确保|计划|预计|拟|将|先|任务|开工|启动|实施|组织|安排|开展|推进|改造|创建|提高|力争|提升|增加|培育|打造|目标|再|给予)"
)
# When a document was issued dates the document and not what it says.
_ISSUING = re.compile(r" ?(?:底|初|末)?[，,]?[^，。;；《》]{0,14}(?:印发|出台|下发|公布|发布|颁布)(?:了|实施)?《")
_CHANGED = re.compile(
    r"[从由自] ?(?:19|20)\d\d ?年[^。;；]*(?:减|增|升|降|成长|提高|提升|增加|减少|下降|上升)[至到] ?$"
)
# 2010年不变价, 2024年版.
_OF_PRICES = re.compile(r" ?(?:不变价|可比价|价格|价(?=\))|[修试]?[订行]?版)")
_UNTIL_DAY = re.compile(r"(?:^|[，。;；\n])(?:预计|力争)?[到至] ?$")
_INTENDED_BY = re.compile(r"，?(?:预计|力争|将|累计|共|新增|建成|完成|实现|达到?)")
# 和二〇三五年远景目标纲要, the second line of a title.
_VISION_OUTLINE = re.compile(r" ?远景目标纲要")
# 2026年1月印制, under a title.
_PRINTED = re.compile(r" ?(?:印制|编印|编制|修订|更新|印发|发布)[ \t]*(?:\n|$)")
# 达到1988年教育部颁布的标准: the year of a standard.
_STANDARD_OF = re.compile(
    r"[^，。;；\d达到建实新完]{0,12}(?:颁布?|印发|发布|制定|公布)(?:实施)?的?[^，。;；\d]{0,16}(?:标准|规定|办法|条例)"
)
# 实施三年行动计划（2024—2026）: the years of another plan.
_CITED_PLAN = re.compile(r"(?:计划|规划|方案|行动)\($")
# 第二期计划（113至116年）投入200亿元.
_PHASE = re.compile(r"第[一二三四五六]期(?:计划|方案|工程)?\($")
# 前期计划（110至113年）共补助51校.
_FORMER_PLAN = re.compile(r"[前上][一]?期[^，。;；()]{0,3}\($")
# DB33/T 2016—2016, the number of a standard.
_STANDARD = re.compile(rf"{STANDARD} ?$")
# 2015年单年计划投资, 2015年治理投资计划中: a plan of that year.
_PLAN_OF = re.compile(
    r" ?(?:单年|全年|年度)?(?:计划|规划)(?:投资|新增|完成|的)|[^，。;；《》\d]{0,16}投资计划中"
    r"|[^，。;；《》\d]{0,24}(?:招生|入学|用地|供应)计划(?:总数|总量|数)?为"
)
# 2016年：计划搬迁…, though it is past.
_PLANNED_THEN = re.compile(r"[:：]? ?计划(?![》”的])")
_PAST_BEFORE = re.compile(r"(?:截至|截止到?|截至到) ?$")
_PAST_AFTER = re.compile(r" ?(?:底|末)?(?:的(?:统计|数据|调查)|以来|至今|这一|止(?=，)|\((?:基期|基准|基数|现状|实际))")
_TARGET = re.compile(
    r"力争|达到|达成|建成|实现|提高|完成|新增|(?<![级，;])以上|不低于|不少于|确保|建设|培育|提升|打造|整合|增加(?!了)|降|改造|新建"
    r"|培训|全部|控制|编列"
)
_WILL = re.compile(r"力争|确保|争取|将|目标|计划|不低于|不少于|以上|建成|完成|实现")
_INTENDED = re.compile(r"力争|确保|争取|将|目标|计划|不低于|不少于|须|应(?!用|急)|要(?!求|素)")
_BASE_BEFORE = re.compile(
    r"基[准期]年?\($|(?:(?<!占)比|较|(?<!\d)(?<!\d )(?<!年)(?<!年 )与|同|以|按照?|相比|超过|高于|低于|相对) ?$"
)
_BASE_AFTER = re.compile(r"(?:末|底)?(?:为基|水平|相比|的?基础|增长|的(?:[\d一二三四五六七八九十百]))")
_BUILT_BEFORE = re.compile(
    r" ?(?:[\d一二三四五六七八九十]{1,3} ?月(?: ?[\d一二三四五六七八九十]{1,3} ?日)?)?(?:底|末)?"
    r"(?:之?前|以前|之?后|以后)(?:(?:完成)?报建|竣工|建成|建造|立项|开工|投用|投入使用|交付|出生|登记)的"
)
# 在2016年20万平方米治理的基础上，每年推进20万: the year before.
_STARTING_AT = re.compile(r"[^，。;；]{0,30}基础上")
# The words before the number of a year of the Republic of China.
_ERA = re.compile(r"(?:中华)?民国$")
# 规划2050年设置装置量达40GW, 致力达成2025年累计设置20GW.
_MEANT_TO = re.compile(r"将|致力|规划(?=\d|[^，。;；“”]{0,6}$)")
_SET_UP = re.compile(r" ?(?:年)?(?:累计)?(?:设置|建置|装置)")
# 1970年启用，使用至1985年，因侵入河道45公尺被清除.
_USED_UNTIL = re.compile(r"(?:使用|沿用|运行)[到至](?:民国)? ?$")
_BECAUSE = re.compile(r"，因(?!.(?:制宜|施|利导))")
# 至民国100年11月为1240家: so many there were by then.
_WAS_BY_MONTH = re.compile(r"月(?:底|末|止)? ?[^，。;；\d]{0,8}(?:为|共有?|计有?|已有?) ?约?\d")
# 2025年会提供90个名额.
_WILL_DO = re.compile(r" ?年?度?会(?:再|继续)?(?:提供|推出|增|完成|兴建|举办|落成|开展|展开|有)")
# 2024年为59.3%，至2028年提升至60%: from what it rises.
_RISES_TO = re.compile(
    r"[^，。;；\d]{0,20}为约?\d[\d.]*[%万亿]*[^，。;；\d]{0,4}，(?:预计|力争|计划)?[到至] ?\d{2,4} ?年(?:[底末]|底?前)?"
    r"(?:力争|将)?(?:提升|提高|上升|增|降|下降|减)"
)
# 达到2020年的2.5倍.
_MULTIPLE_OF = re.compile(r" ?的 ?[\d.一二两三四五六七八九十]+ ?倍")
_HEADS = "，,。；;：:、（(！？\n\t —-“●○•·◆■□▲★"
# (一)2023年, a heading.
_MARKER = re.compile(r"(?:^|\n)[ \t]*\(?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[).] ?$")
# 1 培训农民500人次 人社局 2026年, a row whose last column says by when.
_ROW = re.compile(r"\n *\d{1,2} [^\n]* $")
_ROW_ENDS = re.compile(r"[底末]?(?:之?前|以前)?[ \t]*(?:\n|$)")
_STATISTICS = re.compile(r" ?末(?![前之以])")
_END_OF_YEAR = re.compile(r" ?(?:底|末)(?![前之以]| ?前)")
# 提升行动（2019—2021年）的目标任务是培训20万人次.
_AIM_OF = re.compile(r"\)的?(?:总体)?(?:目标|任务)")
_TO_BEFORE = re.compile(r"(?:到|至|力争|争取|确保|计划) ?$")
_AIMED_BY = re.compile(r"(?<![截直加长高升低少大])到 ?(20\d\d) ?年|(?:^|[，。；\n])至 ?(20\d\d) ?年，")
_NEVER = 9999
_AIMS_TITLE = re.compile(r"目标|里程碑|愿景")
# 2020年，优良天数比率为87%，…: in a text that aims at later years.
_WAS = re.compile(r"[，,]?[^，。;；\d]{2,30}[为是]约?\d")
# 2022年、2023年、2024年，…分别为: of years given out in turn the last decides.
_LISTED = re.compile(r"(?: ?[、和及与,] ?(?P<last>20\d\d) ?年)+")
_DIGIT = re.compile(r"\d")
# 2023年底前已享受同类补助的.
_DONE_BY = re.compile(r" ?(?:底|末)?(?:之?前|以前)已")
# The evaluation of a plan says what was by then, though the plan began before.
_EVALUATION = re.compile(r"(?:中期|实施|执行)情?况?评估|完成情况")
_TITLE_REACH = 80
_NEAR = 60


class Roles:
    """Reads the years of a plain text and their roles, with what its outline says of the issue."""

    def __init__(self, text: str, outline: Outline):
        self.text, self.outline = text, outline
        self._evaluates = _EVALUATION.search(text, 0, _TITLE_REACH) is not None
        # What an undated text says of the years from the first that it aims at has not been yet.
        undated = not outline.issued and not self._evaluates
        aimed = _AIMED_BY.finditer(text) if undated else ()
        self._aimed_from = min((int(match[1] or match[2]) for match in aimed), default=_NEVER)
        sections = list(self._aims_sections()) if undated else []
        self._aims_begin, self._aims_stop = sorted(begin for begin, _ in sections), sorted(stop for _, stop in sections)

    def _aims_sections(self) -> Iterator[tuple[int, int]]:
        """Yield where the sections begin and end whose title speaks of aims."""
        for number, section in enumerate(self.outline.sections):
            title = self.text[section.start : section.title_end]
            if _AIMS_TITLE.search(title):
                yield section.title_end, self.outline.section_end(number, section.level)

    def read(self, match: re.Match[str], in_title: bool) -> Year:
        """Return the year of a token of `find_tokens` (kinds year, span, season, plan and date), or of its term."""
        year = self._read(match, in_title)
        if year.role != "start" or year.digits != 4:
            return year
        term = _TERM_AFTER.match(self.text, year.place + 4)
        if term is None:
            return year
        last = term_end(year.year, term["closing"], term["count"])
        length = term.end() - year.place
        return Year(year.start, term.end(), year.place, last, "by", year.year, year.place, length, year.digits)

    def _read(self, match: re.Match[str], in_title: bool) -> Year:
        groups = match.groupdict()
        if groups.get("opened"):
            return self._read_season(match, in_title)
        if groups.get("five"):
            return self._read_plan(match, in_title)
        group = next(name for name in ("last", "when", "spelt", "counted", "day") if groups.get(name))
        written, first = groups[group], groups.get("first")
        year, first_year = read_year(written), read_year(first or "")
        start, end = match.span()
        if in_title or not year:
            role = "none"
        elif first:
            before = self.text[max(0, start - 10) : start]
            cited = _CITED_PLAN.search(before[-8:]) and not (_AIM_OF.match(self.text, end) or _PHASE.search(before))
            role = "none" if cited or _STANDARD.search(before) else self._span_role(end, year)
            if cited and _FORMER_PLAN.search(before):
                role = "past"
            if role == "start":
                return Year(start, end, match.start("first"), first_year, role, digits=len(str(first)))
        elif group == "day":
            role = self._day_role(start, end)
        else:
            role = self._role(start, end, year)
        # 2013-2014年度 is a fiscal or school year, and no span.
        if first_year and year == first_year + 1 and match[0].endswith(("年度", "学年")):
            first_year = 0
        place = match.start("first") if first_year else 0
        return Year(start, end, match.start(group), year, role, first_year, place, len(written))

    def _read_season(self, match: re.Match[str], in_title: bool) -> Year:
        """Return a school or fiscal year: 2024/25 begins in 2024 and is over in 2025; 2021-25 is a span of years."""
        (start, end), opened, last = match.span(), spelt_number(match["opened"]), spelt_number(match["closed"])
        closed = opened - opened % 100 + last
        place, length = match.start("opened"), match.end("closed") - match.start("opened")
        first = match.groupdict().get("seasons")
        role = "none" if in_title else self._span_role(end, closed) if first else self._role(start, end, closed)
        if first:
            return Year(start, end, place, closed, role, spelt_number(first[:4]), start, length)
        if role == "start":
            return Year(start, end, place, opened, role)
        if closed == opened + 1:
            return Year(start, end, place, closed, role, digits=length)
        return Year(start, end, place, closed, role, opened, place, length)

    def _read_plan(self, match: re.Match[str], in_title: bool) -> Year:
        """Return the last year of a five-year plan within which or at whose end something shall be."""
        start, issued, year = match.start(), self.outline.issued, plan_year(match["five"])
        before = self.text[max(0, start - 6) : start].rstrip('“" ')
        role = "plain"
        if in_title:
            role = "none"
        elif _BASE_BEFORE.search(before) or self.text.startswith("的", match.end()):
            role = "base"
        elif issued is not None and year < issued:
            role = "past"
        elif match[0].endswith("末") or _TO_BEFORE.search(before):
            role = "by"
        return Year(start, match.end(), start, year, role, digits=len(match["five"]))

    def _span_role(self, end: int, year: int) -> str:
        issued = self.outline.issued
        if self.text.startswith("起", end):
            return "start"
        # 前期计划（110至113年）, in a plan that begins later.
        # 根据2011-2012学年的统计.
        if (issued and year < issued) or self.text.startswith(("以来", "连续", "的统计", "的数据", "的调查"), end):
            return "past"
        return "by"

    def _day_role(self, start: int, end: int) -> str:
        after = self.text[end : end + 4]
        if _BUILT_BEFORE.match(self.text, end):
            return "none"
        if after.startswith("起") or _START_BEFORE.search(self.text[max(0, start - 4) : start]):
            return "start"
        # 至2027年4月1日累计删减: by that day; not 有效期至, nor 自…至.
        until = _UNTIL_DAY.search(self.text, max(0, start - 8), start) and _INTENDED_BY.match(self.text, end)
        return "by" if until or re.match(r" ?(?:之?前|以前|底)", after) else "none"

    def _role(self, start: int, end: int, year: int) -> str:
        text, issued = self.text, self.outline.issued
        head = start - len(era[0]) if (era := _ERA.search(text, max(0, start - 4), start)) else start
        # 2027年年底前.
        doubled = text[end - 1 : end + 2] in ("年年底", "年年末", "年年中")
        before, after = text[max(0, head - 5) : head], text[end + doubled : end + 12]
        past = issued is not None and year < issued
        if (
            _OF_PRICES.match(after)
            or _VISION_OUTLINE.match(after)
            or _PRINTED.match(text, end)
            or _ISSUING.match(text, end, end + _NEAR)
            or _STANDARD_OF.match(text, end, end + _NEAR)
        ):
            return "none"
        # 2000年12月31日前竣工的住宅.
        if _BUILT_BEFORE.match(text, end):
            return "none"
        if _PAST_AFTER.match(after) or before.endswith(("已在", "已于")):
            return "past"
        if _DONE_BY.match(after) or (_USED_UNTIL.search(before) and _BECAUSE.match(after)):
            return "past"
        if _START_BEFORE.search(before):
            base = after.startswith(("的", "末的", "底的")) or _RISES_FROM.match(text, end, end + _NEAR)
            return "base" if base else "start"
        if _START_AFTER.match(after):
            return "start"
        if not (issued and year >= issued) and _WAS_BY_MONTH.match(text, end - 1):
            return "past"
        if _RISES_TO.match(text, end, end + 2 * _NEAR) and not _BY_BEFORE.search(before):
            return "past"
        if _MULTIPLE_OF.match(after) or (before.endswith("在") and _STARTING_AT.match(text, end, end + _NEAR)):
            return "base"
        if _BASE_BEFORE.search(before) or (_BASE_AFTER.match(after) and not before.endswith(("到", "至"))):
            return "base"
        if _PAST_BEFORE.search(before):
            section = self.outline.section(start)
            reviewed = section is not None and section.looks_back
            ahead = (
                year > issued
                if issued and not self._evaluates
                else bool(_INTENDED.search(text, end, self.outline.sentence(end)[1]))
            )
            return "by" if ahead and not reviewed else "past"
        if _STATISTICS.match(after) and not _TO_BEFORE.search(before) and not _WILL.search(text, end, end + 2 * _NEAR):
            return "past"
        if _PLANNED_THEN.match(after):
            return "by"
        if past or (_END_OF_YEAR.match(after) and not _TO_BEFORE.search(before) and not self._aims(end)):
            return "past"
        if _BY_BEFORE.search(before) or _BY_AFTER.match(after):
            been = year <= issued if issued else year < self._aimed_from < _NEVER
            return "past" if been and self._fell(start) else "by"
        if before.endswith(" ") and _ROW_ENDS.match(text, end) and _ROW.search(text, max(0, start - 2 * _NEAR), start):
            return "by"
        if text[head - 1 : head] not in _HEADS and not _MARKER.search(text, max(0, start - 8), start):
            begin = max(self.outline.sentence(start)[0], start - _NEAR)
            meant = _SET_UP.match(text, end) and _MEANT_TO.search(text, begin, start)
            return "by" if meant or _PLAN_OF.match(text, end, end + _NEAR) else "none"
        begin = max(self.outline.sentence(start)[0], start - _NEAR)
        planned = (
            self._aims(end)
            or _PLAN_OF.match(text, end, end + _NEAR)
            or _MEANT_TO.search(text, begin, start)
            or _WILL_DO.match(text, end)
        )
        if year < self._aimed_from < _NEVER and _WAS.match(text, end):
            return "past"
        # More sections of aims have begun than are over.
        inside = bisect_right(self._aims_begin, start) > bisect_right(self._aims_stop, start)
        listed = _LISTED.match(text, end)
        aimed = inside or max(year, int(listed["last"]) if listed else 0) >= self._aimed_from
        if issued or planned or aimed or not self._counts(end):
            return "plain"
        return "past"

    def _fell(self, start: int) -> bool:
        """Tell whether a year ends a change that began in another: 从1988年的849所减至2010年的32所."""
        begin = max(self.outline.sentence(start)[0], start - _NEAR)
        return bool(_CHANGED.search(self.text, begin, start))

    def _aims(self, end: int) -> bool:
        """Tell whether the sentence after a year speaks of what shall be."""
        return bool(_TARGET.search(self.text, end, min(self.outline.sentence(end)[1], end + 2 * _NEAR)))

    def _counts(self, end: int) -> bool:
        """Tell whether the sentence after a year holds a number."""
        return bool(_DIGIT.search(self.text, end, min(self.outline.sentence(end)[1], end + _NEAR)))


def year_of_date(outline: Outline) -> Year | None:
    """Return the year of the date of a text, if it has one and is not annual: that of 今年."""
    if outline.annual or not outline.issued or not outline.dated:
        return None
    return Year(*outline.dated, outline.dated[0], outline.issued, "by")
