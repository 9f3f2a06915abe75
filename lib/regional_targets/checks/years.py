"""Check deadlines and start years: each has a place that governs its number, and none is missed or borrowed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

import pandas as pd

from ..candidates.survey import Found, read_survey
from ..errors import Problem
from ..stated_years import SPELT_DIGITS, TERM, find_deadlines, read_deadline, read_year
from ..tables import Data
from ..wrapped_lines import unwrap
from .rows import rows, show

START = re.compile(r"\d{4}\s*年\s*起")
# 2024/25, a school or fiscal year, is over in 2025.
_SEASON = re.compile(r"(\d\d)(\d\d) ?[-–—/至到] ?(\d\d)")


def check_years(data: Data) -> Iterator[Problem]:
    """Check deadlines and start years: each has a place where the year stands, and none in the sentence is missed."""
    kinds = data.targets.set_index("target_id")["kind"]
    ends = data.documents.set_index("document_id")["period_end"]
    governed = {
        (row.target_id, row.deadline)
        for row in data.mentions[data.mentions["deadline_start"].notna()].itertuples()
        if governs(unwrap(data.texts[str(row.document_id)]), row.deadline_start, row.start)
    }
    for line, row in rows(data, "mentions"):
        text, file = unwrap(data.texts[row.document_id]), "data/mentions.csv"
        for name in ("deadline", "start_year"):
            year, start, end = (getattr(row, column) for column in (name, f"{name}_start", f"{name}_end"))
            stands = "" if pd.isna(start) or pd.isna(end) else unicodedata.normalize("NFKC", text[start:end])
            if not _is_year(stands, year, name == "start_year"):
                found = f'{show(year)} with "{stands}" at its place'
                advice = (
                    f"Point {name}_start and {name}_end at the four digits of the year, or at the name of the plan "
                    "that ends with it (十四五); leave all three empty for none."
                )
                yield Problem(
                    file, line, f"{row.mention_id} {name}", found, "the year as it stands in the text", advice
                )
        stated = own_deadline(text, row.start)
        if stated and stated != str(row.deadline) and kinds[row.target_id] != "status":
            advice = "A year that governs the number in its own sentence is its deadline (codebook, Deadlines 1)."
            yield Problem(file, line, f"{row.mention_id} deadline", show(row.deadline), f'"{stated}"', advice)
        elif not stated and not pd.isna(row.deadline) and (row.target_id, row.deadline) not in governed:
            end = ends[row.document_id]
            if pd.isna(end) or end != row.deadline or kinds[row.target_id] == "rule":
                advice = "A neighbouring sentence's year is never borrowed (codebook, Deadlines 5)."
                wanted = "a year that governs a mention: in its sentence, a lead-in or a heading above it"
                yield Problem(file, line, f"{row.mention_id} deadline", show(row.deadline), wanted, advice)
        end, undated = ends[row.document_id], kinds[row.target_id] in ("goal", "funding") and pd.isna(row.deadline)
        # What begins after the period of the document is not due within it.
        if undated and not pd.isna(end) and (pd.isna(row.start_year) or row.start_year <= end):
            advice = "An undated goal takes the end of the document's period (codebook, Deadlines 3)."
            wanted = f'"{ends[row.document_id]}"'
            yield Problem(file, line, f"{row.mention_id} deadline", "nothing", wanted, advice)


def _is_year(stands: str, year: Any, starts: bool = False) -> bool:
    """Tell whether what stands at the place of a year says it: 2024, 二〇二四, 2023/24, 113 of 民国, 十四五 (2025).

    Of a school or fiscal year it is the last, and for a year from which (`starts`) the first.
    """
    if pd.isna(year):
        return not stands
    season = _SEASON.fullmatch(stands.translate(SPELT_DIGITS))
    if season:
        return int(season[1] + season[2 if starts else 3]) == year
    return read_year(stands) == year


def own_deadline(text: str, start: int) -> str:
    """Return the year by which that stands before the number at `start` in its sentence and dates it, or `""`.

    Of years given out in turn (到2024年、2025年分别达到12个、20个) it is the number's own; a year compared with
    (2020年的2.5倍) and those of a cited title date nothing.
    """
    if not read_deadline(text, start):
        return ""
    survey = read_survey(text)
    own = survey.own_year(Found("arabic", *survey.joined.joined_span(start, start + 1)))
    return str(own.year) if own and own.role != "past" else ""


def governs(text: str, place: int, start: int) -> bool:
    """Tell whether the year at `place` dates the number at `start`: in its sentence, or in a lead-in or heading above.

    A lead-in or heading is a line without a full stop, or with a colon at its end, that holds a year by which, or what
    the proposals take for one; above a column or in front of a row of a table any year that is to come will do. A start
    (自2021年起) is no deadline, a term (2012年起5年内) is.
    """
    if START.match(text, place) and not TERM.match(text, place):
        return False
    stops = [text.find(mark, start) for mark in "。\n\t"]
    begin = max(text.rfind(mark, 0, start) for mark in "。\n\t") + 1
    if begin <= place < min((stop for stop in stops if stop >= 0), default=len(text)) or _dates(text, place, start):
        return True
    above, below = text.rfind("\n", 0, place) + 1, text.find("\n", place)
    line = text[above:below].rstrip()
    leads = place < start and ("。" not in line or line.endswith(("：", ":")))
    return leads and place in [year for year, _ in find_deadlines(text, above, below)]


def _dates(text: str, place: int, start: int) -> bool:
    """Tell whether the year at `place` heads the column or row of the cell at `start`, leads in what is there, or is
    that of the date or of the title of the text where the sentence says 今年.
    """
    survey = read_survey(text)
    begin, end = survey.joined.joined_span(start, start + 1)
    years = (survey.cell_year(begin, end), survey.calendar.lead(begin), survey.calendar.this_year(begin))
    titled = survey.outline.period_place if survey.calendar.says_this_year(begin) else None
    places = [year.place for year in years if year is not None] + ([titled[0]] if titled else [])
    return place in map(survey.joined.place, places)
