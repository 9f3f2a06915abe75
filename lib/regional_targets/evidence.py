"""Check the tables against the texts, and show the place that states a value.

Nothing here trusts a table: numerals, levels, deadlines and periods are read again in the document, every digit has
to be accounted for, and a silence is searched for words that would break it (codebook.md, data/README.md).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import Any

import pandas as pd

from .errors import Problem, UnknownIdError
from .language import Language, pick, resolve
from .levels import LEVELS, level_interval, read_level
from .number_values import QUANTIFIERS, NumeralError
from .numerals import read_numeral
from .periods import read_period
from .stated_years import find_deadlines, read_deadline, western_year
from .tables import Data

START = re.compile(r"\d{4}\s*年\s*起")
DIGIT = re.compile(r"[0-9０-９]")
SCOPED_MEASURES = ("share", "duration", "ratio")
READING_FIELDS = ("value_min", "value_max", "unit", "comparator")
SETTLED_FIELDS = ("value_min", "value_max", "unit", "comparator", "level_zh")


def check(data: Data) -> list[Problem]:
    """Return all problems that the texts and the codebook find in loaded tables; an empty list when there are none.

    Covers offsets and quotes, the reading of each numeral, deadlines and start years, levels, the settled reading of
    each target, numeral accounting, verified silence, and the codebook's rules between columns.
    """
    return [
        *_check_places(data),
        *_check_readings(data),
        *_check_years(data),
        *_check_settled(data),
        *_check_codebook(data),
        *_check_accounting(data),
        *_check_silences(data),
    ]


def _rows(data: Data, table: str) -> Iterator[tuple[int, Any]]:
    """Yield the line in the file and the row, for each row of a table."""
    yield from zip(data.lines[table], data.table(table).itertuples(index=False), strict=True)


def _show(value: Any) -> str:
    if pd.isna(value) or value == "":
        return "nothing"
    return f'"{_plain(value)}"'


def _check_places(data: Data) -> Iterator[Problem]:
    """Check that numerals and quotes stand where the tables say."""
    file = "data/mentions.csv"
    bearers = data.targets.set_index("target_id")["per_zh"]
    for line, row in _rows(data, "mentions"):
        text = data.texts[row.document_id]
        if text[row.start : row.end] != row.numeral:
            found = f'text[{row.start}:{row.end}] "{text[row.start : row.end]}"'
            wanted = f'"{row.numeral}"{_nearest(text, row.numeral, row.start)}'
            advice = "Offsets count code points from 0; check that the text file was not re-saved."
            yield Problem(file, line, f"{row.mention_id} start", found, wanted, advice)
        quote_end = row.quote_start + len(row.quote)
        if text[row.quote_start : quote_end] != row.quote:
            found = f'text[{row.quote_start}:{quote_end}] "{text[row.quote_start : quote_end]}"'
            wanted = f'"{row.quote}"{_nearest(text, row.quote, row.quote_start)}'
            yield Problem(file, line, f"{row.mention_id} quote", found, wanted, "Copy the clause from the text.")
        elif not row.quote_start <= row.start < row.end <= quote_end:
            found = f"quote {row.quote_start}:{quote_end}"
            advice = "Choose the shortest clause that holds the numeral."
            yield Problem(file, line, f"{row.mention_id} quote", found, f"to cover {row.start}:{row.end}", advice)
        bearer = bearers[row.target_id]
        for start, end in find_terms(row.quote, bearer) if bearer else ():
            if start <= row.start - row.quote_start < end:
                found = f'"{row.numeral}" of "{row.quote[start:end]}"'
                advice = "per_zh names who bears the amount; the amount stands elsewhere in the quote."
                yield Problem(file, line, f"{row.mention_id} start", found, "the number of the amount", advice)


def _nearest(text: str, wanted: str, start: int) -> str:
    before, after = text.rfind(wanted, 0, start), text.find(wanted, start)
    places = [place for place in (before, after) if place >= 0]
    if not wanted or not places:
        return ", which stands nowhere in the text"
    place = min(places, key=lambda found: abs(found - start))
    return f", nearest at text[{place}:{place + len(wanted)}]"


def _check_readings(data: Data) -> Iterator[Problem]:
    """Read every numeral, level and period again in its clause and compare with the coded fields."""
    excepted = {(row.mention_id, row.field): row.coded for row in data.exceptions.itertuples()}
    periods = data.targets.set_index("target_id")["period"]
    for line, row in _rows(data, "mentions"):
        text = data.texts[row.document_id]
        try:
            reading = read_numeral(text, row.start, row.end)
        except NumeralError as error:
            advice = "Mark the characters of the number, its multiplier and percent sign."
            yield Problem("data/mentions.csv", line, f"{row.mention_id} numeral", str(error), "a numeral", advice)
            continue
        read = {field: getattr(reading, field) for field in READING_FIELDS}
        read["level_zh"] = read_level(text, row.end)
        read["period"] = read_period(text, row.start)
        for field, wanted in read.items():
            coded = periods[row.target_id] if field == "period" else getattr(row, field)
            if coded != wanted and excepted.get((row.mention_id, field)) != _plain(coded):
                quote = text[max(0, row.start - 12) : row.end + 12].replace("\n", " ")
                advice = f"The text reads …{quote}…; correct the cell, or give the reason in data/exceptions.csv."
                yield Problem(
                    "data/mentions.csv", line, f"{row.mention_id} {field}", _show(coded), _show(wanted), advice
                )


def _plain(value: Any) -> str:
    return f"{value:.15g}" if isinstance(value, float) else str(value)


def _check_years(data: Data) -> Iterator[Problem]:
    """Check deadlines and start years: each has a place where the year stands, and none in the sentence is missed."""
    kinds = data.targets.set_index("target_id")["kind"]
    ends = data.documents.set_index("document_id")["period_end"]
    governed = {
        (row.target_id, row.deadline)
        for row in data.mentions[data.mentions["deadline_start"].notna()].itertuples()
        if governs(data.texts[str(row.document_id)], row.deadline_start, row.start)
    }
    for line, row in _rows(data, "mentions"):
        text, file = data.texts[row.document_id], "data/mentions.csv"
        for name in ("deadline", "start_year"):
            year, start, end = (getattr(row, column) for column in (name, f"{name}_start", f"{name}_end"))
            stands = "" if pd.isna(start) or pd.isna(end) else unicodedata.normalize("NFKC", text[start:end])
            if not _is_year(stands, year):
                found = f'{_show(year)} with "{stands}" at its place'
                advice = (
                    f"Point {name}_start and {name}_end at the four digits of the year; leave all three empty for none."
                )
                yield Problem(
                    file, line, f"{row.mention_id} {name}", found, "the year as it stands in the text", advice
                )
        stated = read_deadline(text, row.start)
        if stated and stated != str(row.deadline) and kinds[row.target_id] != "status":
            advice = "A year that governs the number in its own sentence is its deadline (codebook, Deadlines 1)."
            yield Problem(file, line, f"{row.mention_id} deadline", _show(row.deadline), f'"{stated}"', advice)
        elif not stated and not pd.isna(row.deadline) and (row.target_id, row.deadline) not in governed:
            end = ends[row.document_id]
            if pd.isna(end) or end != row.deadline or kinds[row.target_id] == "rule":
                advice = "A neighbouring sentence's year is never borrowed (codebook, Deadlines 5)."
                wanted = "a year that governs a mention: in its sentence, a lead-in or a heading above it"
                yield Problem(file, line, f"{row.mention_id} deadline", _show(row.deadline), wanted, advice)
        if kinds[row.target_id] in ("goal", "funding") and pd.isna(row.deadline) and not pd.isna(ends[row.document_id]):
            advice = "An undated goal takes the end of the document's period (codebook, Deadlines 3)."
            wanted = f'"{ends[row.document_id]}"'
            yield Problem(file, line, f"{row.mention_id} deadline", "nothing", wanted, advice)


def _is_year(stands: str, year: Any) -> bool:
    """Tell whether the characters at the place of a year say it: 2024, 2023/24, or 113 of 民国."""
    if pd.isna(year):
        return not stands
    season = _SEASON.fullmatch(stands)
    if season:
        return int(season[1] + season[3]) == year
    return stands.isdecimal() and western_year(int(stands)) == year


# 2024/25, a school or fiscal year, is over in 2025.
_SEASON = re.compile(r"(\d\d)(\d\d) ?[-–—/] ?(\d\d)")


def governs(text: str, place: int, start: int) -> bool:
    """Tell whether the year at `place` dates the number at `start`: in its sentence, or in a lead-in or heading above.

    A lead-in or heading is a line without a full stop, or with a colon at its end, that holds a year by which. A start
    (自2021年起) is no deadline.
    """
    if START.match(text, place):
        return False
    stops = [text.find(mark, start) for mark in "。\n\t"]
    begin = max(text.rfind(mark, 0, start) for mark in "。\n\t") + 1
    if begin <= place < min((stop for stop in stops if stop >= 0), default=len(text)):
        return True
    above, below = text.rfind("\n", 0, place) + 1, text.find("\n", place)
    line = text[above:below].rstrip()
    leads = place < start and ("。" not in line or line.endswith(("：", ":")))
    return leads and place in [year for year, _ in find_deadlines(text, above, below)]


def settle(data: Data) -> pd.DataFrame:
    """Return the settled reading of each target, computed from its mentions.

    The body goes before an annex, then the narrower level, then the dated place, then the earlier one; deadline and
    start year come from the first mention in this order that has one.

    Returns
    -------
    DataFrame
        Indexed by `target_id`: value_min, value_max, unit, comparator, level_zh, deadline, start_year, document_id.
    """
    mentions = data.mentions.assign(
        annex=data.mentions["section_zh"].str.startswith("附件"),
        width=data.mentions["level_zh"].map(_level_width),
        undated=data.mentions["deadline"].isna(),
    )
    ordered = mentions.sort_values(["target_id", "annex", "width", "undated", "start"])
    settled = ordered.drop_duplicates("target_id").set_index("target_id")
    years = ordered.groupby("target_id")[["deadline", "start_year"]].first()
    return settled[[*SETTLED_FIELDS, "document_id"]].join(years)


def _level_width(level_zh: str) -> int:
    low, high = level_interval(level_zh)
    return LEVELS.index(high) - LEVELS.index(low) if low else len(LEVELS)


def _check_settled(data: Data) -> Iterator[Problem]:
    """Check that each target is the settled reading of its mentions."""
    settled = settle(data).to_dict("index")
    regions = data.documents.set_index("document_id")["region_id"]
    for line, row in _rows(data, "targets"):
        if row.target_id not in settled:
            advice = "A commitment without a place in a text is no target."
            yield Problem("data/targets.csv", line, row.target_id, "no mention", "one at least", advice)
            continue
        for field, wanted in settled[row.target_id].items():
            coded = getattr(row, str(field))
            if not (pd.isna(coded) and pd.isna(wanted)) and _plain(coded) != _plain(wanted):
                advice = (
                    "A target is the settled reading of its mentions: body before annex, narrower level, dated place."
                )
                yield Problem("data/targets.csv", line, f"{row.target_id} {field}", _show(coded), _show(wanted), advice)
        wanted_levels = level_interval(row.level_zh)
        if (row.level_min, row.level_max) != wanted_levels:
            found, wanted = f'"{row.level_min}..{row.level_max}"', f'"{"..".join(wanted_levels)}"'
            advice = f"level_min and level_max follow from level_zh {row.level_zh or '(empty)'}."
            yield Problem("data/targets.csv", line, f"{row.target_id} level_min, level_max", found, wanted, advice)
        if regions[row.document_id] != row.region_id:
            found, wanted = f'"{row.region_id}"', f'"{regions[row.document_id]}"'
            yield Problem("data/targets.csv", line, f"{row.target_id} region_id", found, wanted, "See its document.")


def _check_codebook(data: Data) -> Iterator[Problem]:
    """Check the rules of the codebook between the columns of a target, and that scopes nest without a circle."""
    measures = data.indicators.set_index("indicator_id")["measure"]
    numerals = data.mentions.groupby("target_id")["numeral"].agg(set)
    for line, row in _rows(data, "targets"):
        words = bool(numerals.get(row.target_id, set()) & QUANTIFIERS.keys())
        scoped = measures[row.indicator_id] in SCOPED_MEASURES
        rules = {
            "basis": (row.basis == ("wording" if words else "numeral"), "wording exactly for quantifiers in words"),
            "value_max": (
                row.value_min < row.value_max if row.comparator == "range" else row.value_min == row.value_max,
                "above value_min for a range, equal to it otherwise",
            ),
            "modality": ((row.modality == "") == (row.kind == "status"), "empty for a status, and only there"),
            "deadline": (pd.isna(row.deadline) or row.kind != "status", "empty for a status"),
            "scope_id": ((row.scope_id != "") == scoped, "a scope for shares, durations and ratios, and only there"),
        }
        for column, (kept, wanted) in rules.items():
            if not kept:
                found = _show(getattr(row, column))
                advice = "See data/codebook.md, What a mention says."
                yield Problem("data/targets.csv", line, f"{row.target_id} {column}", found, wanted, advice)
    parents = data.scope_parents.groupby("scope_id")["parent_id"].agg(list).to_dict()
    for line, row in _rows(data, "scope_parents"):
        seen, todo = set(), [row.parent_id]
        while todo:
            seen.add(scope := todo.pop())
            todo += [parent for parent in parents.get(scope, []) if parent not in seen]
        if row.scope_id in seen:
            advice = "Say which scope is the wider one."
            yield Problem("data/scope_parents.csv", line, "parent_id", f'"{row.parent_id}"', "no circle", advice)


def _check_accounting(data: Data) -> Iterator[Problem]:
    """Check that every digit character of every text lies in exactly one mention or exclusion."""
    claims: dict[str, dict[int, int]] = {document: {} for document in data.texts}
    for line, row in _rows(data, "exclusions"):
        found = data.texts[row.document_id][row.start : row.end]
        if found != row.numeral:
            wanted, advice = f'"{row.numeral}"', "Offsets count code points from 0."
            where = f"{row.document_id} {row.start}"
            yield Problem("data/exclusions.csv", line, where, f'text[{row.start}:{row.end}] "{found}"', wanted, advice)
    for table in ("mentions", "exclusions"):
        for line, row in _rows(data, table):
            claimed = claims[row.document_id]
            if not DIGIT.search(row.numeral) and any(place in claimed for place in range(row.start, row.end)):
                found = f'"{row.numeral}" at {row.start}, which another row holds too'
                advice = "A place states one target; point at the other place, or delete one of the two rows."
                where = f"{row.document_id} {row.start}"
                yield Problem(f"data/{table}.csv", line, where, found, "a place of its own", advice)
            for place in range(row.start, row.end):
                claimed[place] = claimed.get(place, 0) + 1
    for document, text in data.texts.items():
        for match in DIGIT.finditer(text):
            count = claims[document].get(match.start(), 0)
            if count != 1:
                around = text[max(0, match.start() - 10) : match.start() + 11].replace("\n", " ")
                where = f"{document} {match.start()}"
                found = f'digit "{match[0]}" of "{around}" in {count} rows'
                advice = "Code it as a mention, or exclude it with a reason."
                file = "data/mentions.csv, data/exclusions.csv"
                yield Problem(file, None, where, found, "exactly one mention or exclusion", advice)


@lru_cache(maxsize=256)
def _flatten(text: str) -> tuple[str, list[int]]:
    """Return the text without white space, and where each of its characters stands in the text."""
    kept = [place for place, character in enumerate(text) if not character.isspace()]
    return "".join(text[place] for place in kept), kept


def find_terms(text: str, terms: str) -> list[tuple[int, int]]:
    """Return the places (start, end) where any of the terms (separated by |) stands, white space ignored."""
    flat, kept = _flatten(text)
    pattern = "|".join(re.escape(re.sub(r"\s", "", term)) for term in terms.split("|"))
    return [(kept[match.start()], kept[match.end() - 1] + 1) for match in re.finditer(pattern, flat)]


def _check_silences(data: Data) -> Iterator[Problem]:
    """Check that a region without a target either never uses the indicator's words or has a row that says why."""
    stated = set(zip(data.targets["region_id"], data.targets["indicator_id"], strict=True))
    terms = data.indicators.set_index("indicator_id")["terms_zh"]
    for line, row in _rows(data, "silences"):
        where = f"{row.region_id} {row.indicator_id}"
        if (row.region_id, row.indicator_id) in stated:
            advice = "Delete the row, or the target."
            yield Problem("data/silences.csv", line, where, "a silence and a target", "one of them", advice)
        if row.document_id and (pd.isna(row.start) or pd.isna(row.end)):
            advice = "Point start and end at the word that speaks of it; terms_zh of the indicator lists the words."
            yield Problem("data/silences.csv", line, where, "a document without a place", "the place of a term", advice)
        elif row.document_id and (row.start, row.end) not in _places(data, row.document_id, terms[row.indicator_id]):
            found = f'text[{row.start}:{row.end}] "{data.texts[row.document_id][row.start : row.end]}"'
            advice = "Point at the word that speaks of it; terms_zh of the indicator lists the words."
            yield Problem("data/silences.csv", line, where, found, "one of the indicator's terms", advice)
    explained = set(zip(data.silences["region_id"], data.silences["indicator_id"], strict=True))
    for region, document in zip(data.documents["region_id"], data.documents["document_id"], strict=True):
        for line, indicator in _rows(data, "indicators"):
            if (region, indicator.indicator_id) in stated | explained:
                continue
            for start, end in find_terms(data.texts[document], indicator.terms_zh)[:1]:
                found = f'"{data.texts[document][start:end]}" at {document} text[{start}:{end}]'
                advice = "Code a target, or say in data/silences.csv why there is none."
                where = f"{region} {indicator.indicator_id}"
                yield Problem("data/indicators.csv", line, where, found, "silence (not_mentioned)", advice)


def _places(data: Data, document_id: str, terms: str) -> set[tuple[int, int]]:
    """Return every place of every term; unlike `find_terms`, also places within a longer term."""
    return {place for term in terms.split("|") for place in find_terms(data.texts[document_id], term)}


@dataclass(frozen=True)
class Evidence:
    """The places that state one target; shows itself as text, or as HTML with the numerals marked."""

    target_id: str
    lang: Language
    places: tuple[dict[str, str], ...]

    def __str__(self) -> str:
        blocks = []
        for place in self.places:
            text = f"{place['before']}【{place['numeral']}】{place['after']}"
            blocks.append(f"{place['mention_id']} · {place['source']}\n{text}")
        return "\n\n".join(blocks)

    __repr__ = __str__

    def _repr_html_(self) -> str:
        blocks = []
        for place in self.places:
            before, numeral, after = (escape(place[part]) for part in ("before", "numeral", "after"))
            head = f"<p><b>{place['mention_id']}</b> · {escape(place['source'])}</p>"
            blocks.append(f"{head}<blockquote>{before}<mark><b>{numeral}</b></mark>{after}</blockquote>")
        return "\n".join(blocks)


def show_evidence(data: Data, target_id: str, lang: str | None = None) -> Evidence:
    """Show every place that states a target: the paragraph with the numeral marked, and where it stands.

    Parameters
    ----------
    data
        Loaded data.
    target_id
        Id of the target.
    lang
        `zh` or `en`; the default language without it. Quotes stay as they are in the document.

    Returns
    -------
    Evidence
        One place per mention with document, 文号, stage, section and offsets.

    Raises
    ------
    UnknownIdError
        When there is no such target.
    """
    language = resolve(lang)
    mentions = data.mentions[data.mentions["target_id"] == target_id]
    if mentions.empty:
        raise UnknownIdError("show_evidence", target_id, list(data.targets["target_id"]))
    documents = data.documents.set_index("document_id")
    places = []
    for row in mentions.itertuples():
        text, document = data.texts[str(row.document_id)], documents.loc[row.document_id]
        begin = text.rfind("\n", 0, row.quote_start) + 1
        end = text.find("\n", row.quote_start + len(row.quote))
        stage = data.schema.label("stage", document["stage"], language)
        source = [
            pick(language, f"《{document['title_zh']}》", document["title_en"]),
            document["number"] or pick(language, "无文号", "no number"),
            stage,
            row.section_zh,
            f"text[{row.start}:{row.end}]",
        ]
        places.append(
            {
                "mention_id": row.mention_id,
                "source": " · ".join(source),
                "before": text[begin : row.start].lstrip(),
                "numeral": row.numeral,
                "after": text[row.end : end if end >= 0 else len(text)].rstrip(),
            }
        )
    return Evidence(target_id, language, tuple(places))
