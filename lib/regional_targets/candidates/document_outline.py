"""Where clauses, sentences and sections of a plain text begin and end, and which years its title states."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from ..stated_years import (
    FIVE_YEAR_PLAN,
    SPELT_DIGITS,
    TERM_FROM,
    plan_year,
    read_year,
    spelt_number,
    term_end,
    western_year,
)

# One set of characters goes fastest; a comma or colon before a digit is none.
_BREAK = re.compile(r"[，。;；！？!?\n\t：,:](?<![,:](?=\d))")
_SENTENCE_BREAKS = frozenset("。！？!?\n\t")
_MARKERS = (
    r"附(?:件|表|录) ?\d{0,2}(?![^\n]{0,3}共)",
    r"第 ?[一二三四五六七八九十]{1,3} ?[章篇节部](?:分)?",
    r"第 ?[一二三四五六七八九十百\d]{1,5} ?条",
    r"[一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾]{1,3} ?[、.]",
    r"\( ?[一二三四五六七八九十]{1,3} ?\)、?",
    r"\d{1,2} ?(?:[、]|\.(?!\d))",
    r"(?:\( ?\d{1,2} ?\)|[①-⑳])",
)
# The break before a line, which a search finds fast, with what begins it.
_HEADING = re.compile(rf"\n[ \t]*(?:{'|'.join(f'({marker})' for marker in _MARKERS)})[ \t]*")
_HEADING_REACH = 40
_TITLE_END = re.compile(r"[。;:\n\t]")
_LOOKS_BACK = re.compile(
    r"基础(?<=发展基础|现实基础|工作基础|建设基础)|现状|现况|概况|成效|成就|成绩|回顾"
    r"|背景(?<=规划背景|发展背景|编制背景|起草背景|制定背景)|基本情况|工作情况|工作总结|存在(?:的)?(?:主要)?问题|进展情况|完成情况|发展(?:评估|情况)"
)
# 某市资助办法, 关于印发《某区若干措施》的通知: what such a document says without a year holds for good.
_REGULATION = re.compile(
    r"(?:办法|措施|规定|条例|细则|标准|(?<![方做])法)(?:\([^()]*\))?[》”\"]?(?:的通知)?(?:\([^()]*\))?$"
)
# 三、建设标准: what stands below holds for good; not 总体要求 or 改善办学条件.
_STANDARDS = re.compile(r"(?<![总体作务标织导领服障量高)])(?:标准|条件|要求|规格|规范)$")
_NO_STANDARDS = re.compile(
    r"目标|任务|总体|工作|组织|保障|改善|优化|提升|提高|加强|完善|推进|建立|健全|强化|制定|落实|高标准"
)
# 主要目标任务完成情况: a review, whatever words for a plan stand before.
_REVIEW = re.compile(r"(?:完成|进展|执行|实施|落实)情况(?:回顾|评估|总结)?$|总结$")
_LOOKS_FORWARD = re.compile(r"目标|任务|重点工作|措施|计划|思路|要求|打算|安排")
_TITLE_WORDS = re.compile(
    r"计划|规划|方案|意见|行动|要点|纲要|措施|办法|通知|任务|安排|目标|实事|清单|蓝图|路线图|路径|政府工作报告|施政报告|预算案|拨款条例草案|施政方针"
    r"|的函(?=[》）)]?[ \t]*$)"
)
_FEWEST_LETTERS = 6
_SPELT_YEAR = re.compile(r"(?:二[〇零○]|一九)[〇零○一二三四五六七八九]{2}(?= ?(?:年|-|至|到))")
_PERIOD = re.compile(r"((?:19|20)\d{2}) ?年? ?(?:-{1,3}|至|到) ?((?:19|20)\d{2})(?!\d)")
_NO_TITLE = re.compile(r"[。，]|[:：]\s*$|\t")
# 2026年某区积分制入学申请指引: a first line that begins with a year is a title, whatever its words.
# 《2019年为民办实事计划》的主要内容是：, before what it holds.
_YEAR_FIRST = re.compile(
    r"\s*《?((?:19|20)\d{2}) ?年度?(?! ?\d| ?[以前底末])[^。，:：\n\t]{4,40}(?:(?<=内容)[是为]?:)?$", re.MULTILINE
)
# A speech on a plan is not the plan.
_SPEECH = re.compile(r"发言稿|致辞|答问|简报会|解读")
_ANNUAL = re.compile(
    r"(?<![\d到至])((?:19|20)\d{2}) ?年(?!\d| ?(?:以|前(?![一二三]季度)|底|末|\d{1,2} ?月|[修试]?[订行]?版))"
)
_ANNUAL_WORDS = re.compile(
    r"要点|计划|安排|任务|方案|工作|目标|实事|意见|清单|施政报告|预算|拨款条例草案|施政方针|工程|项目|行动|通知"
)
# 2024年工作总结和2025年工作计划, 计划执行情况与2025年计划草案: the year to come.
_THEN = re.compile(r"(?:总结|回顾|情况)[^\d。]{0,6}[和及暨与][^\d。]{0,4}((?:19|20)\d{2}) ?年")
# 第十四个五年规划和2035年远景目标纲要: the year of the vision is not that of the plan.
_VISION = re.compile(r" ?远景")
# 资源循环蓝图2035: the year of its aim; and 起迄时间：2021/1-2024/5, 规划期限为2021—2025年, below the title.
_AIM_YEAR = re.compile(
    r"(?:蓝图|路线图|愿景|战略|纲要) ?(20[2-9]\d)(?=\+?(?:[》”]| *$))"
    r"|(20[2-9]\d) ?[\u4e00-\u9fff]{0,6}(?:路径|蓝图|路线图)"
)
_STATED_PERIOD = re.compile(
    r"(?:(?:规划|计划|实施|执行|行动|建设|政策)(?:期限?|期间|周期)|(?:实施|执行|起[止讫迄])(?:时间|年限))[^。，;；\n\d]{0,4}"
    r"((?:19|20)\d{2})(?: ?年)?(?:[./]\d{1,2})?(?:\d{1,2}月)?(?:\d{1,2}日)? ?(?:-{1,3}|至|到) ?((?:19|20)\d{2})(?!\d)"
)
# 1.目标。2012年起5年内，…, in a plan without years in its title.
_TERM = re.compile(rf"(?:目标[。:]? ?|^[ \t]*)(?:[从自])?(20\d\d){TERM_FROM}", re.MULTILINE)
# 一、工作目标, and below it 2020年全市…: what a text of that year aims at.
_AIMED_YEAR = re.compile(r"(?:工作|年度|主要|总体)目标[ \t]*\n\s*((?:19|20)\d{2}) ?年(?![底末前]|以)")
# 特制定2024年…工作方案: what a text without a title says of itself.
_ANNUAL_SELF = re.compile(
    r"(?:(?:制定|制订|编制|提出)(?:本|了)?|(?:公布|确定|推出|实施|办好|以下[^。，\n]{2,8}为)了?(?=[^。\n]{6,24}实事))"
    r"[^。\n，\d]{0,8}? ?((?:19|20)\d{2}) ?年度?(?! ?[底末前])[^。\n]{0,40}?"
    r"(?:方案|计划|要点|意见|安排|实事(?:项目|工作目标)?)(?:[。，:(]|为\d+[项件个])"
)
# 2021年中职学校整合到约350所: a headline that states by when.
_HEADLINE = re.compile(
    r"[^。，\n]{0,20}?((?:19|20)\d{2}) ?年[^。，\n]{0,40}(?:将|整合到|达到?|建成|实现|突破|超过?|增至|新增|扩大到)"
    r"[^。，\n]{0,20}\d[^。，\n]{0,12}\n"
)
# 实施方案（2023年）
_ANNUAL_LAST = re.compile(r"\( ?((?:19|20)\d{2}) ?年度? ?\) ?$")
# A line of a broken title that holds its years alone.
_YEARS_ALONE = re.compile(
    r"^[ \t(]*(?:(?:19|20|二[〇零])[\d〇零一二三四五六七八九 年至到/)财政学度-]{2,}"
    r"|1[0-5]\d ?年?度? ?(?:-{1,3}|至|到) ?1[0-5]\d ?年度?\)?"
    r"|(?:19|20)\d{2} ?年? ?(?:-{1,3}|至|到) ?(?:19|20)\d{2} ?年?，[^()]{1,24}\))$"
)
_SEASON = re.compile(
    r"(?<![\d〇零一二])((?:19|20)\d{2}|二[〇零][〇零一二三四五六七八九]{2}) ?[-/至] ?"
    r"(\d{2}|[〇零一二三四五六七八九]{2})(?!\d) ?(?:财政|学)?年度"
)
_MINGUO_PERIOD = re.compile(r"(?<!\d)(9\d|1[0-5]\d) ?年?度? ?(?:-{1,3}|至|到) ?(9\d|1[0-5]\d) ?年")
# 113年度施政计划, 110年防疫助扶方案.
_MINGUO_ANNUAL = re.compile(r"(?<!\d)(9\d|1[0-5]\d) ?年(?:度|(?=[\u4e00-\u9fff]{2,16}(?:方案|计划)))")
_MINGUO_SPELT = re.compile(r"(一百[零一二三四五六七八九十]{1,3}) ?年度")
# 去（110）年: in which year a text speaks.
_MINGUO_SAID = re.compile(r"(?:(?P<last>[去上])|[今本]) ?\( ?(?P<year>9\d|1[0-5]\d) ?\) ?年")
_REPORT = re.compile(
    r"^[^\n。]{0,20}(?:政府工作报告[ \t]*(?:$|(?=[-(]{1,3} ?(?:(?:19|20)\d\d ?年|在)))"
    r"|《政府工作报告》[^\n。]{0,12}(?:分解|任务|通知))",
    re.MULTILINE,
)
_FIVE_YEARS = re.compile(FIVE_YEAR_PLAN)
_PLAN_WORDS = re.compile(r"规划|计划|纲要|方案")
# Not 有效期至2029年12月31日, nor 2025年3月5日前.
_DAY = re.compile(
    r"(?<![\d至到])((?:19|20)\d{2}) ?(?:([-./]) ?\d{1,2} ?\2 ?\d{1,2}|年 ?\d{1,2} ?月 ?\d{1,2}"
    r"|年 ?[一二三四五六七八九十]{1,2} ?月 ?[一二三四五六七八九十]{1,3}(?=日))(?! ?日? ?(?:之?前|以前|止)|\d)"
)
# 2024年3月, alone under a text.
_MONTH_ALONE = re.compile(r"^[ \t]*((?:19|20)\d{2}) ?年 ?\d{1,2} ?月[ \t]*$", re.MULTILINE)
_OWN_NUMBER = re.compile(r"〔((?:19|20)\d{2})〕")
_CITING = re.compile(r"(?:》|(?<!试行)(?<!暂行)\)) ?\(?[^\n]{0,12}$")
_HEAD = 1500
_TAIL = 400
_TITLE_LENGTH = 90


class Section(NamedTuple):
    """A heading: where it begins, where its title ends, its rank (0 is an annex), its path, what it is about."""

    start: int
    title_end: int
    level: int
    path: str
    looks_back: bool
    """What stands below says what is and was."""
    sets_standards: bool
    """What stands below holds for good (三、建设标准)."""


@dataclass
class Outline:
    """Bounds of a plain text and what its title says; offsets in code points, sorted."""

    length: int
    breaks: list[int]
    sentence_ends: list[int]
    sections: list[Section] = field(default_factory=list)
    section_starts: list[int] = field(default_factory=list)
    period: tuple[int, int] | None = None
    """First and last year that the title names; the same twice for an annual plan."""
    period_place: tuple[int, int] | None = None
    """Where the last year stands in the title: its four digits, or the name of a plan (十四五)."""
    issued: int | None = None
    dated: tuple[int, int] | None = None
    """Where the year of issue stands in the date of the text, if it has one."""
    regulates: bool = False
    """Whether the title is that of measures or regulations."""

    @property
    def annual(self) -> bool:
        """Tell whether the title names a single year."""
        return self.period is not None and self.period[0] == self.period[1]

    def in_title(self, place: int) -> bool:
        """Tell whether the year of the title stands at `place`."""
        return self.period_place is not None and self.period_place[0] == place

    def sentence(self, place: int) -> tuple[int, int]:
        """Return where the sentence that holds `place` begins and ends."""
        number = bisect_left(self.sentence_ends, place)
        begin = self.sentence_ends[number - 1] + 1 if number else 0
        return begin, self.sentence_ends[number] if number < len(self.sentence_ends) else self.length

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """Return where the clause that holds `start:end` begins and ends: from one mark of punctuation to the next."""
        number = bisect_left(self.breaks, start)
        begin = self.breaks[number - 1] + 1 if number else 0
        number = bisect_left(self.breaks, end, number)
        return begin, self.breaks[number] if number < len(self.breaks) else self.length

    def section(self, place: int) -> Section | None:
        """Return the innermost section that holds `place`, or None before the first heading."""
        number = bisect_right(self.section_starts, place)
        return self.sections[number - 1] if number else None

    def section_end(self, number: int, level: int) -> int:
        """Return where the first of the next 60 sections begins that is of `level` or higher, or the end."""
        for section in self.sections[number + 1 : number + 60]:
            if section.level <= level:
                return section.start
        return self.length


def read_outline(text: str, minguo: bool = False) -> Outline:
    """Read the outline of a plain text in one pass over its punctuation and one over its lines.

    With `minguo`, a title may state years of the Republic of China (113年度).
    """
    breaks = [match.start() for match in _BREAK.finditer(text)]
    outline = Outline(len(text), breaks, [place for place in breaks if text[place] in _SENTENCE_BREAKS])
    _read_sections(text, outline)
    _read_period(text, outline, minguo)
    return outline


def _read_sections(text: str, outline: Outline) -> None:
    """Set the sections; the path of one is the markers above it with its own title, as in 三、(一)推动…达标."""
    above: list[tuple[int, str, bool, bool]] = []
    title = text.lstrip().split("\n", 1)[0].strip()
    of_all, outline.regulates = _sets_standards(title), _REGULATION.search(title) is not None
    # A break more, and each match begins where its line does.
    for match in _HEADING.finditer("\n" + text):
        level, begin = int(match.lastindex or 1) - 1, match.end() - 1
        limit = min(begin + _HEADING_REACH, len(text))
        stop = _TITLE_END.search(text, begin, limit)
        end = stop.start() if stop else limit
        title, marker = text[begin:end].strip(), match[match.lastindex or 1].strip()
        while above and above[-1][0] >= level:
            above.pop()
        forward = _LOOKS_FORWARD.search(title) and not _REVIEW.search(title)
        looks_back = not forward and (
            bool(_LOOKS_BACK.search(title) or _REVIEW.search(title)) or bool(above and above[-1][2])
        )
        path = "".join(upper for _, upper, *_ in above) + marker + title
        standards = of_all or _sets_standards(title) or bool(above and above[-1][3])
        above.append((level, f"{marker} " if level == 0 else marker, looks_back, standards))
        outline.sections.append(Section(match.start(), end, level, path, looks_back, standards))
    outline.section_starts = [section.start for section in outline.sections]


def _sets_standards(title: str) -> bool:
    """Tell whether what stands below a title holds for good."""
    return bool(_STANDARDS.search(title) and not _NO_STANDARDS.search(title))


def _read_period(text: str, outline: Outline, minguo: bool) -> None:
    """Set the period that the title states, and the year of issue, from the head and the foot of the text."""
    # 二〇〇五年一月十一日 is a date too.
    head = _in_digits(text[:_HEAD])
    for place, line in _title_lines(head):
        if outline.period is None and _is_title(line):
            _read_title(line, place, outline)
            if minguo and outline.period is None:
                _read_minguo_title(line, place, outline)
    if outline.period and _names_another(head):
        outline.period = outline.period_place = None
    days = [int(match[1]) for match in _DAY.finditer(head)]
    if minguo:
        days += [western_year(int(match["year"])) + bool(match["last"]) for match in _MINGUO_SAID.finditer(head)]
    tail = max(0, len(text) - _TAIL)
    if not days:
        days += [int(match[1]) for match in _DAY.finditer(_in_digits(text[max(len(head), tail) :]))]
        days += [int(match[1]) for match in _MONTH_ALONE.finditer(text, tail)]
    numbers = [int(m[1]) for m in _OWN_NUMBER.finditer(head, 0, 400) if not _CITING.search(head[: m.start()])]
    planned = [outline.period[0]] if outline.period else []
    cited = [int(match[1]) for match in _OWN_NUMBER.finditer(text, len(head))]
    known = [year for year in days if not outline.period or year <= outline.period[1]] or numbers or planned or cited
    outline.issued = max(known) if known else None
    stands = next((match for match in _DAY.finditer(head) if int(match[1]) == outline.issued), None)
    outline.dated = stands.span(1) if stands else None
    stated = None if outline.period else _STATED_PERIOD.search(head)
    if stated:
        outline.period, outline.period_place = (int(stated[1]), int(stated[2])), stated.span(2)
    term = (
        _TERM.search(head) if outline.period is None and _TITLE_WORDS.search(head.lstrip().split("\n", 1)[0]) else None
    )
    if term:
        outline.period = int(term[1]), term_end(int(term[1]), term["closing"], term["count"])
        outline.period_place = term.start(1), term.end()
    if outline.period is None and days and _REPORT.search(head):
        _read_report(head, outline)
    match = None if outline.period else _YEAR_FIRST.match(head) or _ANNUAL_SELF.search(head) or _HEADLINE.match(head)
    if match:
        outline.period, outline.period_place = (int(match[1]), int(match[1])), match.span(1)
    if outline.period is None:
        _read_aim(head, outline)
    aimed = _AIMED_YEAR.search(head) if outline.period is None else None
    if aimed and int(aimed[1]) == outline.issued:
        outline.period, outline.period_place = (int(aimed[1]), int(aimed[1])), aimed.span(1)


def _names_another(head: str) -> bool:
    """Tell whether the years of a title are another document's: 若干政策和行动计划(2021-2023年), then 若干政策."""
    title, *lines = [line.strip() for line in head.split("\n") if line.strip()][:4]
    return any(len(line) >= _FEWEST_LETTERS and f"{line}和" in title for line in lines)


def _read_aim(head: str, outline: Outline) -> None:
    """Set the period of a title that names the year of its aim alone: from the issue, or the year before, to it."""
    for place, line in _title_lines(head):
        aim = _AIM_YEAR.search(line) if _is_title(line) else None
        if aim:
            group = aim.lastindex or 1
            last = int(aim[group])
            outline.period = min(outline.issued or last, last - 1), last
            outline.period_place = place + aim.start(group), place + aim.end(group)
            return


def _title_lines(head: str) -> list[tuple[int, str]]:
    """Return the lines of the head, each with its place; one that holds years alone with those beside it."""
    lines, place = head.split("\n"), 0
    found = []
    for number, line in enumerate(lines):
        found.append((place, line))
        if _YEARS_ALONE.match(line):
            first = max(0, number - 2)
            while first < number and not lines[first].strip():
                first += 1
            before = sum(len(upper) + 1 for upper in lines[first:number])
            found += [(place - before, " ".join(lines[first:last])) for last in (number + 1, number + 2)]
        place += len(line) + 1
    return found


def _read_report(head: str, outline: Outline) -> None:
    """Set the year in which a report of a government was given: its goals are those of that year."""
    day = _DAY.search(head)
    if day:
        outline.period = int(day[1]), int(day[1])
        outline.period_place = day.span(1)


def _is_title(line: str) -> bool:
    """Tell whether a line of the head may be the title: short, with a word for a plan, no sentence and no heading."""
    if len(line.strip()) > _TITLE_LENGTH or not _TITLE_WORDS.search(line) or _HEADING.match("\n" + line):
        return False
    return (not _NO_TITLE.search(line) or "印发" in line) and not _SPEECH.search(line)


def _in_digits(text: str) -> str:
    """Return a text of the same length with its spelt years in digits (二〇〇五年 as 2005年)."""
    return _SPELT_YEAR.sub(lambda match: match[0].translate(SPELT_DIGITS), text)


def _read_title(line: str, place: int, outline: Outline) -> None:
    line = _in_digits(line)
    season = _SEASON.search(line)
    if season:
        # A fiscal year is over in its second year.
        last = western_year(spelt_number(season[1]) // 100 * 100 + spelt_number(season[2]))
        outline.period = last, last
        outline.period_place = place + season.start(1), place + season.end(2)
        return
    period, five = _PERIOD.search(line), _FIVE_YEARS.search(line)
    annual = _THEN.search(line) or _ANNUAL.search(line)
    last_year = _ANNUAL_LAST.search(line)
    if period:
        outline.period = int(period[1]), int(period[2])
        outline.period_place = place + period.start(2), place + period.end(2)
    elif last_year and _TITLE_WORDS.search(line, 0, last_year.start()):
        outline.period = int(last_year[1]), int(last_year[1])
        outline.period_place = place + last_year.start(1), place + last_year.end(1)
    elif annual and not _VISION.match(line, annual.end()) and _ANNUAL_WORDS.search(line, annual.end()):
        outline.period = int(annual[1]), int(annual[1])
        outline.period_place = place + annual.start(1), place + annual.end(1)
    elif five and _PLAN_WORDS.search(line, five.end()):
        last = plan_year(five[0])
        outline.period = last - 4, last
        outline.period_place = place + five.start(), place + five.end()


def _read_minguo_title(line: str, place: int, outline: Outline) -> None:
    period, annual = _MINGUO_PERIOD.search(line), _MINGUO_ANNUAL.search(line) or _MINGUO_SPELT.search(line)
    match = period or annual
    if match:
        first, last = read_year(match[1]), read_year(match[match.lastindex or 1])
        outline.period = first, last
        outline.period_place = place + match.start(match.lastindex or 1), place + match.end(match.lastindex or 1)
