"""One pass over a text: which numerals are mentions, which are none and why, and the years that date them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from ..number_values import read_value, times
from ..numerals import Reading
from ..plain_text import is_traditional, plain
from ..units import CAPTION_REACH, MONEY, find_unit, read_measure
from ..wrapped_lines import join_lines, without_returns
from .countables import reject_digits
from .deadlines import Calendar
from .document_outline import read_outline
from .due_notes import find_due_notes
from .han_countables import counts
from .numbered_rows import read_numbered_rows
from .numeral_spans import find_tokens
from .sentence_rows import read_sentence_rows
from .table_heads import bare_years, read_limits, read_present
from .table_lines import read_tables
from .tense import Tense
from .thresholds import defines
from .wording import commits
from .year_columns import Columns
from .year_roles import Year

_YEARS = frozenset(("year", "span", "season", "plan", "date"))
_NEVER = {
    "marker": "list_marker",
    "span": "date",
    "season": "date",
    "plan": "date",
    "date": "date",
    "year": "date",
    "month": "date",
    "ordinal": "ordinal",
    "programme": "programme_name",
    "name": "name",
}
_DIGITS = re.compile(r"\d+")
_TITLE = re.compile(r"《(?:[^《》\n]|《[^《》\n]{1,60}》){1,80}》")
# 关于2024年实施47项民生实事的通知, the title of the document itself.
_OWN_TITLE = re.compile(
    r"^[^\n。《]*关于[^\n。《]{2,60}的(?:通知|意见|公告|决定|通报|方案|办法)】?[ \t]*$", re.MULTILINE
)
# 某市促进就业30条措施（试行）: a first line that is a title holds no mention.
_TITLE_LINE = re.compile(
    r"\s*[^\n。，;；:]{4,60}(?:通知|意见|方案|计划|规划|纲要|要点|措施|办法|政策|清单|规定|条例|公告)[》”]?"
    r"(?:\([^()\n]{1,20}\))?[ \t]*(?:\n|$)"
)
_HEAD = 600
_CITED = re.compile(r"》[^》\n]{0,3}\([^()\n]{0,20}$")
_COMPARED = re.compile(r"比|配(?!合)|分担|承担|和|按")
# 分别不低于1:3、1:5、1:7.
_RATIO_OF = re.compile(r"(?<!\d)1 ?: ?\d{1,3}、[^，。;；:、\d]{1,8}$")
# 1:7-1:9
_RATIO_RANGE = re.compile(r"\d ?(?:-{1,3}|至|到) ?\d{1,2} ?:")
_RATIOS = re.compile(r"(?<!\d)1 ?: ?\d+ ?[、和] ?$")
_RISEN_BY = re.compile(r"(?:增加|减少)$")
_TO_NUMBER = re.compile(r" ?[至到] ?")
# 须达一比六十.
_REACHES = re.compile(r"[达到至为于]$")
# 比例由40:60调整至50:50.
_CHANGED_TO = re.compile(r"(?:调整|提高|改)[至到为] ?$|由(?:现时的?)?$")
# 差距缩小到2.56:1; a scale (1:500) and a time of day (8:30) are none.
_TO_RATIO = re.compile(r"\d{1,2}\.\d+ ?: ?1|1 ?: ?\d{1,2}\.\d+")
_BOUNDED = re.compile(r"不[得应宜]?(?:低于|高于|少于|超过|大于|小于) ?$")
_WITH_EFFORT = re.compile(r"百分之百的(?:努力|热情|精力|信心|决心|负责)")
# 5/28报道, 5/30 12:28.
_DAY = re.compile(r"(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01])")
_DAY_AFTER = re.compile(r" ?(?:报[道导]|更新|\d{1,2}:\d\d|\([一二三四五六日]\)|起|止|前|公[告布]|发布|开始|截止)")
_CLOCK = re.compile(r"\d{1,2} ?: ?\d{2}")
# What is forecast or assumed commits nobody.
_FORECAST = re.compile(r"预测(?<![\u4e00-\u9fff]预测)(?!情况)|假设|假定")
# 各项分值 … 评分标准, the head of a scoring sheet: its points, in their cells or named, commit nobody.
_SCORING = re.compile(r"分值[^。]{0,40}?评分(?:标准|办法|细则)")
_POINTS_CELL = re.compile(r"[^\S\n\t]*(?:[\n\t]|$)")
_APART = re.compile(r"分别|依[次序]")
# 17 — 30: the dash is an empty cell between two.
_DASH_CELL = re.compile(r" +-{1,3} +")
# A cell that says 全部 alone.
_CELL_BEGINS = ("\t", "|")
_CELL_ENDS = re.compile(r" *(?:[\t|\n]|$)")
_LOOK = 80
# Shares, ratios and money are coded the same in either script.
_SETTLED_UNITS = frozenset(("%", "比", "元"))


class Found(NamedTuple):
    """A numeral that is a mention: the branch of the grammar that found it, and where it stands."""

    branch: str
    start: int
    end: int


class Survey:
    """One pass over a text: what is a mention (`found`), and which digits are none (`skipped`).

    All offsets are those of `original` and `text`, whose lines are joined; `joined` tells where they stood.
    """

    def __init__(self, original: str):
        lines = without_returns(original)
        self.joined = lines.then(join_lines(plain(lines.text)))
        self.original, self.text = self.joined.take(original), self.joined.text
        (self.cells, counters), (numbered, more, dated) = read_tables(self.text), read_numbered_rows(self.text)
        # A column without a unit is read better by its neighbours than by its place in the row.
        self.cells = {at: cell for at, cell in numbered.items() if cell.measure is None} | self.cells
        self.cells |= {at: cell for at, cell in numbered.items() if cell.measure is not None}
        self.cells |= read_sentence_rows(self.text)
        self.counters = counters | more
        self.present = read_present(self.text)
        self._limits = read_limits(self.text)
        minguo = is_traditional(original)
        self.outline = read_outline(self.text, minguo)
        self.calendar = Calendar(self.text, self.outline)
        self.tense = Tense(self.text, self.outline)
        title = _TITLE_LINE.match(self.text)
        self.title_end = title.end() if title else 0
        own = _OWN_TITLE.search(self.text, 0, _HEAD)
        self.titles = sorted(match.span() for match in (*_TITLE.finditer(self.text), *([own] if own else [])))
        self.title_starts = [start for start, _ in self.titles]
        self._forecasts = [match.start() for match in _FORECAST.finditer(self.text)]
        scoring = _SCORING.search(self.text)
        self._scored_from = scoring.end() if scoring else len(self.text)
        self.found: list[Found] = []
        self._skipped: list[tuple[int, int, str]] = []
        for match in find_tokens(self.text, minguo, bare_years(self.text)):
            self._take(match)
        self.places = [found.start for found in self.found]
        self.calendar.find_leads(self.places, [*dated, *find_due_notes(self.text)])
        written = [year for year in self.calendar.years if self._heads(year)]
        issued = self.outline.issued
        begins = self.outline.period[0] if self.outline.period else issued + 1 if issued else None
        self.columns = Columns(self.text, written, self.places, self.cells, begins)

    def _take(self, match: re.Match[str]) -> None:
        """Sort one token into mentions and the rest; keep its year."""
        kind, start, end = str(match.lastgroup), match.start(), match.end()
        in_title = self._in_title(start)
        if kind in _YEARS:
            self.calendar.add(match, in_title)
        if kind == "document":
            cited = _CITED.search(self.text, max(0, start - 26), start)
            reason = "statute_reference" if cited else "document_number"
        elif kind in _NEVER:
            reason = _NEVER[kind]
        else:
            reason = "programme_name" if in_title else self._reject(kind, start, end)
        if not reason and self._forecasts and self._is_forecast(start):
            reason = "other"
        if reason:
            self.skip(start, end, reason)
        elif kind == "arabic" and match["inner"] and _RISEN_BY.search(self.text, max(0, start - 2), start):
            # 增加4000张至1.6万张: by how much, and to what.
            number = _TO_NUMBER.search(self.text, match.end("inner"), end)
            self.found.append(Found(kind, start, start + len(self.text[start : match.start("inner")].rstrip())))
            self.found += [Found(kind, number.end(), end)] if number else []
        elif (
            kind == "arabic" and (dash := _DASH_CELL.search(self.text, start, end)) and _CELL_ENDS.match(self.text, end)
        ):
            self.found += [Found(kind, start, dash.start()), Found(kind, dash.end(), end)]
        else:
            self.found.append(Found(kind, start, end))

    def _heads(self, year: Year) -> bool:
        """Tell whether a year may head a column: not the name of a plan in the title of a table, but “十四五”末."""
        return self.text[year.place].isdigit() or year.digits > 3 or self.text[year.end - 1] == "末"

    def _is_forecast(self, place: int) -> bool:
        number = bisect_left(self._forecasts, place)
        begin = max(self.outline.sentence(place)[0], place - _LOOK)
        return number > 0 and self._forecasts[number - 1] >= begin

    def _in_title(self, place: int) -> bool:
        number = bisect_right(self.title_starts, place)
        return number > 0 and place < self.titles[number - 1][1]

    def _is_points(self, start: int, end: int) -> bool:
        """Tell whether a number of a scoring sheet says how many points there are: 3分, or alone in its cell."""
        alone = self.text[start - 1] in "\n\t" and _POINTS_CELL.match(self.text, end) is not None
        return alone or find_unit(self.text, end) == "分"

    def _reject(self, kind: str, start: int, end: int) -> str:
        """Return why a numeral is no mention, or `""`."""
        text = self.text
        if end <= self.title_end:
            return "programme_name"
        if start >= self._scored_from and self._is_points(start, end):
            return "attribute"
        if kind == "arabic":
            if start in self.counters:
                return "list_marker"
            return "" if start in self.cells else reject_digits(text, start, end)
        if kind == "han":
            return "attribute" if defines(text, start, end) else "" if counts(text, start, end) else "other"
        if kind == "wording":
            if text[max(0, start - 3) : start].rstrip(" ")[-1:] in _CELL_BEGINS and _CELL_ENDS.match(text, end):
                return ""
            return "" if commits(text, start, end, *self.outline.clause(start, end)) else "other"
        if kind == "fraction" and text[end : end + 2] == "nm":
            return "name"
        if kind == "fraction" and _WITH_EFFORT.match(text, start):
            return "other"
        if kind == "fraction" and _DAY.fullmatch(text, start, end) and _DAY_AFTER.match(text, end):
            return "date"
        if kind == "fraction" and text[start - 1 : start] == "(" and text[end : end + 1] == ")":
            return "page_furniture"
        if kind == "ratio":
            ranged = _RATIO_RANGE.search(text, start, end) is not None
            if text.count(":", start, min(end, start + 40)) > 1 + ranged:
                return "other"
            if _RATIOS.search(text, max(0, start - 8), start) or _RATIO_OF.search(text, max(0, start - 16), start):
                return ""
            near = text[max(0, start - 14) : start] + text[end : end + 6]
            if _BOUNDED.search(text, max(0, start - 6), start) or _CHANGED_TO.search(text, max(0, start - 6), start):
                return ""
            if (not text[start].isdigit() or _TO_RATIO.fullmatch(text, start, end)) and _REACHES.search(
                text, max(0, start - 2), start
            ):
                return ""
            clock = _CLOCK.fullmatch(text, start, end) and not _COMPARED.search(near)
            return "" if _COMPARED.search(near) else "date" if clock else "other"
        return ""

    def skip(self, start: int, end: int, reason: str) -> None:
        """Keep a token that is no mention."""
        self._skipped.append((start, end, reason))

    def skipped(self) -> list[tuple[int, int, str]]:
        """Return where each run of digits stands that is in no mention, with the reason, in order."""
        return sorted(
            (*digits.span(), reason)
            for start, end, reason in self._skipped
            for digits in _DIGITS.finditer(self.text, start, end)
        )

    def read_cell(self, start: int, end: int, reading: Reading) -> tuple[Reading, bool]:
        """Return the reading of a number with unit and limit in the head of its column, and whether it is a growth."""
        if self._limits and reading.comparator == "exact" and reading.unit == "元" and self._is_limit(start):
            reading = replace(reading, comparator="at_most")
        if self.columns.grows(start):
            return Reading(*read_value(self.text[start:end])[:2], "%", reading.comparator), True
        cell = self.cells.get(start)
        if cell is None or cell.measure is None or find_unit(self.text, end):
            return reading, False
        unit, factor = read_measure(cell.measure)
        low, high = (times(value, factor) for value in read_value(self.text[start:end])[:2])
        return Reading(low, high, "元" if unit in MONEY else unit, reading.comparator), False

    def _is_limit(self, start: int) -> bool:
        """Tell whether a number opens its cell in a table of limits."""
        number = bisect_right(self._limits, (start, len(self.text))) - 1
        return number >= 0 and start < self._limits[number][1] and self.text[start - 1] in "\n\t"

    def written_unit(self, unit: str, start: int, place: tuple[int, int]) -> str:
        """Return a unit as the text writes it (個 for 个): at `place`, or in the label or head before the number."""
        if not unit or unit in _SETTLED_UNITS:
            return unit
        if self.text[slice(*place)] != unit:
            label = self.text.rfind(plain(unit), max(0, start - CAPTION_REACH), start)
            place = (label, label + len(unit)) if label >= 0 and not unit.isascii() else (0, 0)
        return self.original[slice(*place)] or unit

    def cell_year(self, start: int, end: int) -> Year | None:
        """Return the year at the head of the column or row of a table in which a number stands, if any."""
        return self._column_year(start) or self.calendar.row_head(start) or self.calendar.in_row(end)

    def own_year(self, found: Found) -> Year | None:
        """Return the year that governs a mention in its own sentence or by its column, if any."""
        begin, stop = self.outline.sentence(found.start)
        own = (
            self.calendar.own(found.start, found.end, begin, stop)
            or self._column_year(found.start)
            or (self.calendar.row_head(found.start) if self.text[begin - 1 : begin] == "\t" else None)
        )
        return self._distribute(own, found.start, begin) if own and own.role != "past" else own

    def _column_year(self, start: int) -> Year | None:
        """Return the year of the column of a table in which a number stands, if any."""
        column = self.columns.find(start)
        if not column:
            return None
        year, present = column
        return Year(year.start, year.end, year.start, year.year, "past" if present else "by")

    def _distribute(self, year: Year, start: int, begin: int) -> Year:
        """Return the year of a number in 到2023年、2025年分别达到80%、90%: the first number has the first year.

        The same where a clause has as many numbers as there are years.
        """
        years = self.calendar.group(year)
        if len(years) == 1:
            return year
        clause_start, clause_end = self.outline.clause(start, start)
        first = bisect_left(self.places, clause_start)
        if bisect_left(self.places, clause_end) - first != len(years):
            low = max(begin, year.end)
            apart = _APART.search(self.text, low, max(low, min(start, low + _LOOK)))
            if not apart:
                return year
            first = bisect_left(self.places, apart.start())
        number = bisect_left(self.places, start) - first
        return years[min(number, len(years) - 1)]


@lru_cache(maxsize=16)
def read_survey(text: str) -> Survey:
    """Return the survey of a text; kept, for whoever asks about one number after the other."""
    return Survey(text)
