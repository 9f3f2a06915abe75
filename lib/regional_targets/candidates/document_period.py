"""Which years the title of a plain text states, when it was issued, and where both stand."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..stated_years import (
    FIVE_YEAR_PLAN,
    SPELT_DIGITS,
    STANDARD,
    TERM_FROM,
    plan_year,
    read_year,
    spelt_number,
    term_end,
    western_year,
)
from .headings import HEADING

_TITLE_WORDS = re.compile(
    r"计划|规划|方案|意见|行动|要点|纲要|措施|办法|通知|任务|安排|目标|实事|清单|蓝图|路线图|路径|政府工作报告|施政报告|预算案|预算草案|拨款条例草案|施政方针"
    r"|的函(?=[》）)]?[ \t]*$)"
)
_FEWEST_LETTERS = 6
_SPELT_YEAR = re.compile(r"(?:二[〇零○]|一九)[〇零○一二三四五六七八九]{2}(?= ?(?:年|-|至|到))")
_PERIOD = re.compile(r"((?:19|20)\d{2}) ?年? ?(?:-{1,3}|至|到) ?((?:19|20)\d{2})(?!\d)")
# DB33/T 2016—2016, the number of a standard.
_STANDARD = re.compile(rf"{STANDARD} ?\d[\d.]* ?- ?(?:19|20)\d\d")
_NO_TITLE = re.compile(r"[。，]|[:：]\s*$|\t")
# 2026年某区积分制入学申请指引: a first line that begins with a year is a title, whatever its words.
# 《2019年为民办实事计划》的主要内容是：, before what it holds.
# 2021 疫情纾困方案, without 年.
_YEAR_FIRST = re.compile(
    r"\s*(?:#+ ?)?《?((?:19|20)\d{2}) ?"
    r"(?:年度?(?! ?\d| ?[以前底末])|(?=[\u4e00-\u9fff]{2,16}(?:方案|计划|要点|措施|安排)|Budget|Policy))"
    r"[^。，:：\n\t]{4,40}(?:(?<=内容)[是为]?:)?$",
    re.MULTILINE,
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
# 计划执行期间至113年12月31日止.
_RUNS_TO = re.compile(
    r"(?:执行|实施|计划|规划)期[间限]?(?:自[^。，\n]{0,14})?至 ?((?:19|20)\d{2}|1[0-5]\d) ?年[^。，\n]{0,8}止"
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
_STATES_YEARS = re.compile(rf"(?:19|20)\d\d|{FIVE_YEAR_PLAN}")
_PLAN_WORDS = re.compile(r"规划|计划|纲要|方案")
# Not 有效期至2029年12月31日, nor 2025年3月5日前.
_DAY = re.compile(
    r"(?<![\d至到自从由])((?:19|20)\d{2}) ?(?:([-./]) ?\d{1,2} ?\2 ?\d{1,2}|年 ?\d{1,2} ?月 ?\d{1,2}"
    r"|年 ?[一二三四五六七八九十]{1,2} ?月 ?[一二三四五六七八九十]{1,3}(?=日))(?! ?日? ?(?:之?前|以前|止|起)|\d)"
)
# 2025年4月发布, alone below the title.
_ISSUED_IN = re.compile(r"^[ \t(]*((?:19|20)\d{2}) ?年 ?\d{1,2} ?月 ?(?:发布|印发|公布)[ \t)]*$", re.MULTILINE)
# 2024年3月, alone under a text.
_MONTH_ALONE = re.compile(r"^[ \t]*((?:19|20)\d{2}) ?年 ?\d{1,2} ?月[ \t]*$", re.MULTILINE)
_OWN_NUMBER = re.compile(r"〔((?:19|20)\d{2})〕")
_CITING = re.compile(r"(?:》|(?<!试行)(?<!暂行)\)) ?\(?[^\n]{0,12}$")
_HEAD = 1500
_TAIL = 400
_TITLE_LENGTH = 90


@dataclass
class Stated:
    """The years that a document states of itself; offsets in code points."""

    period: tuple[int, int] | None = None
    """First and last year that the title names; the same twice for an annual plan."""
    period_place: tuple[int, int] | None = None
    """Where the last year stands in the title: its four digits, the name of a plan (十四五), or a term."""
    issued: int | None = None
    dated: tuple[int, int] | None = None
    """Where the year of issue stands in the date of the text, if it has one."""


def read_stated(text: str, minguo: bool) -> Stated:
    """Return the period that the title states, and the year of issue, from the head and the foot of a plain text.

    With `minguo`, a title may state years of the Republic of China (113年度).
    """
    stated = Stated()
    # 二〇〇五年一月十一日 is a date too.
    head = _in_digits(text[:_HEAD])
    for place, line in _title_lines(head):
        if stated.period is None and _is_title(line):
            _read_title(line, place, stated)
            if minguo and stated.period is None:
                _read_minguo_title(line, place, stated)
    if stated.period and _names_another(head):
        stated.period = stated.period_place = None
    days = [int(match[1]) for pattern in (_DAY, _ISSUED_IN) for match in pattern.finditer(head)]
    if minguo:
        days += [western_year(int(match["year"])) + bool(match["last"]) for match in _MINGUO_SAID.finditer(head)]
    tail = max(0, len(text) - _TAIL)
    if not days:
        days += [int(match[1]) for match in _DAY.finditer(_in_digits(text[max(len(head), tail) :]))]
        days += [int(match[1]) for match in _MONTH_ALONE.finditer(text, tail)]
    numbers = [int(m[1]) for m in _OWN_NUMBER.finditer(head, 0, 400) if not _CITING.search(head[: m.start()])]
    planned = [stated.period[0]] if stated.period else []
    cited = [int(match[1]) for match in _OWN_NUMBER.finditer(text, len(head))]
    known = [year for year in days if not stated.period or year <= stated.period[1]] or numbers or planned or cited
    stated.issued = max(known) if known else None
    stands = next((match for match in _DAY.finditer(head) if int(match[1]) == stated.issued), None)
    stated.dated = stands.span(1) if stands else None
    named = None if stated.period else _STATED_PERIOD.search(head)
    if named:
        stated.period, stated.period_place = (int(named[1]), int(named[2])), named.span(2)
    runs_to = None if stated.period or named else _RUNS_TO.search(head)
    if runs_to:
        last = western_year(int(runs_to[1]))
        stated.period, stated.period_place = (min(stated.issued or last, last), last), runs_to.span(1)
    planned_title = _TITLE_WORDS.search(head.lstrip().split("\n", 1)[0])
    term = _TERM.search(head) if stated.period is None and planned_title else None
    if term:
        stated.period = int(term[1]), term_end(int(term[1]), term["closing"], term["count"])
        stated.period_place = term.start(1), term.end()
    if stated.period is None and days and _REPORT.search(head):
        _read_report(head, stated)
    match = None if stated.period else _YEAR_FIRST.match(head) or _ANNUAL_SELF.search(head) or _HEADLINE.match(head)
    if match:
        stated.period, stated.period_place = (int(match[1]), int(match[1])), match.span(1)
    if stated.period is None:
        _read_aim(head, stated)
    aimed = _AIMED_YEAR.search(head) if stated.period is None else None
    if aimed and int(aimed[1]) == stated.issued:
        stated.period, stated.period_place = (int(aimed[1]), int(aimed[1])), aimed.span(1)
    return stated


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _names_another(head: str) -> bool:
    """Tell whether the years of a title are another document's: 若干政策和行动计划(2021-2023年), then 若干政策."""
    title, *lines = [line.strip() for line in head.split("\n") if line.strip()][:4]
    return any(
        len(line) >= _FEWEST_LETTERS
        and (f"{line}和" in title or (f"《{line}》" in title and not _STATES_YEARS.search(line)))
        for line in lines
    )


def _read_aim(head: str, stated: Stated) -> None:
    """Set the period of a title that names the year of its aim alone: from the issue, or the year before, to it."""
    for place, line in _title_lines(head):
        aim = _AIM_YEAR.search(line) if _is_title(line) else None
        if aim:
            group = aim.lastindex or 1
            last = int(aim[group])
            stated.period = min(stated.issued or last, last - 1), last
            stated.period_place = place + aim.start(group), place + aim.end(group)
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


def _read_report(head: str, stated: Stated) -> None:
    """Set the year in which a report of a government was given: its goals are those of that year."""
    day = _DAY.search(head)
    if day:
        stated.period = int(day[1]), int(day[1])
        stated.period_place = day.span(1)


def _is_title(line: str) -> bool:
    """Tell whether a line of the head may be the title: short, with a word for a plan, no sentence and no heading."""
    if len(line.strip()) > _TITLE_LENGTH or not _TITLE_WORDS.search(line) or HEADING.match("\n" + line):
        return False
    return (not _NO_TITLE.search(line) or "印发" in line) and not _SPEECH.search(line)


def _in_digits(text: str) -> str:
    """Return a text of the same length with its spelt years in digits (二〇〇五年 as 2005年)."""
    return _SPELT_YEAR.sub(lambda match: match[0].translate(SPELT_DIGITS), text)


def _read_title(line: str, place: int, stated: Stated) -> None:
    line = _in_digits(line)
    season = _SEASON.search(line)
    if season:
        # A fiscal year is over in its second year.
        last = western_year(spelt_number(season[1]) // 100 * 100 + spelt_number(season[2]))
        stated.period = last, last
        stated.period_place = place + season.start(1), place + season.end(2)
        return
    period, five = _PERIOD.search(_STANDARD.sub(_blank, line)), _FIVE_YEARS.search(line)
    annual = _THEN.search(line) or _ANNUAL.search(line)
    last_year = _ANNUAL_LAST.search(line)
    if period:
        stated.period = int(period[1]), int(period[2])
        stated.period_place = place + period.start(2), place + period.end(2)
    elif last_year and _TITLE_WORDS.search(line, 0, last_year.start()):
        stated.period = int(last_year[1]), int(last_year[1])
        stated.period_place = place + last_year.start(1), place + last_year.end(1)
    elif annual and not _VISION.match(line, annual.end()) and _ANNUAL_WORDS.search(line, annual.end()):
        stated.period = int(annual[1]), int(annual[1])
        stated.period_place = place + annual.start(1), place + annual.end(1)
    elif five and _PLAN_WORDS.search(line, five.end()):
        last = plan_year(five[0])
        stated.period = last - 4, last
        stated.period_place = place + five.start(), place + five.end()


def _read_minguo_title(line: str, place: int, stated: Stated) -> None:
    period, annual = _MINGUO_PERIOD.search(line), _MINGUO_ANNUAL.search(line) or _MINGUO_SPELT.search(line)
    match = period or annual
    if match:
        first, last = read_year(match[1]), read_year(match[match.lastindex or 1])
        stated.period = first, last
        stated.period_place = place + match.start(match.lastindex or 1), place + match.end(match.lastindex or 1)
