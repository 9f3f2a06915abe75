"""Commitments proposed from a new policy text, for a person to decide; follows data/codebook.md.

`propose` and `left_out` together account for every digit of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Any

import pandas as pd

from .clause_reading import find_clause, read_bearer, read_kind, read_modality, read_object, read_scope
from .countables import accept_wording, reject_digits, reject_han
from .deadlines import Calendar, Dated
from .document_outline import Outline, read_outline
from .numeral_spans import find_tokens
from .numerals import NumeralError, read_level, read_period, read_plain_numeral, replace_unit
from .plain_text import plain

COLUMNS = {
    "file": "string",
    "start": "Int64",
    "end": "Int64",
    "numeral": "string",
    "quote_start": "Int64",
    "quote": "string",
    "kind": "string",
    "basis": "string",
    "value_min": "Float64",
    "value_max": "Float64",
    "unit": "string",
    "comparator": "string",
    "deadline": "Int64",
    "deadline_start": "Int64",
    "deadline_end": "Int64",
    "start_year": "Int64",
    "start_year_start": "Int64",
    "start_year_end": "Int64",
    "period": "string",
    "per_zh": "string",
    "level": "string",
    "object_zh": "string",
    "scope_zh": "string",
    "modality": "string",
    "section_zh": "string",
    "confidence": "Float64",
    "reason": "string",
}
LEFT_OUT_COLUMNS = {"start": "Int64", "end": "Int64", "numeral": "string", "reason": "string"}
_COUNTED = frozenset(("arabic", "fraction", "tenths", "ratio", "han", "wording"))
_REASONS = {
    "span": "date",
    "date": "date",
    "year": "date",
    "month": "date",
    "ordinal": "ordinal",
    "programme": "programme_name",
    "name": "name",
}
_BRANCH_ZH = {
    "arabic": "数字",
    "fraction": "分数",
    "tenths": "成数",
    "ratio": "比值",
    "han": "中文数字",
    "wording": "措辞",
}
_CONFIDENCE = {"arabic": 0.92, "fraction": 0.95, "tenths": 0.85, "ratio": 0.85, "han": 0.8, "wording": 0.7}
_DIGITS = re.compile(r"\d+")
_TITLE = re.compile(r"《[^《》\n]{1,80}》")
_CITED = re.compile(r"》[^》\n]{0,3}\([^()\n]{0,20}$")
_RATIO_WORD = re.compile(r"比|配")


def propose(text: str, file: str = "") -> pd.DataFrame:
    """Propose the mentions of commitments in a policy text.

    Parameters
    ----------
    text
        The whole text of a document, in Simplified or Traditional characters.
    file
        What the column `file` shall say.

    Returns
    -------
    DataFrame
        One row per proposed mention in the order of the text, with the columns and dtypes of `COLUMNS`: offsets in code
        points, shares in %, money in 元, codes of the closed lists of data/datapackage.json, `confidence` from 0 to 1,
        `reason` in words. An empty text gives no rows.
    """
    rows = _survey(text)[0]
    columns = {name: [row[name] for row in rows] for name in COLUMNS if name != "file"}
    columns["file"] = [file] * len(rows)
    return pd.DataFrame({name: pd.array(columns[name], dtype=dtype) for name, dtype in COLUMNS.items()})


def left_out(text: str) -> pd.DataFrame:
    """Return every run of digits that is in no proposed mention, with the reason why it is none.

    Returns
    -------
    DataFrame
        Columns `start`, `end` (code points), `numeral`, `reason` (closed list of data/exclusions.csv).
    """
    rows = _survey(text)[1]
    columns = zip(*rows, strict=True) if rows else [[] for _ in LEFT_OUT_COLUMNS]
    return pd.DataFrame(
        {
            name: pd.array(list(column), dtype=dtype)
            for (name, dtype), column in zip(LEFT_OUT_COLUMNS.items(), columns, strict=True)
        }
    )


def _survey(original: str) -> tuple[list[dict[str, Any]], list[tuple[int, int, str, str]]]:
    """Return the rows of `propose` and of `left_out`, by one pass over the text."""
    text = plain(original)
    outline = read_outline(text)
    titles = [match.span() for match in _TITLE.finditer(text)]
    calendar = Calendar(text, outline, titles)
    found: list[tuple[str, int, int]] = []
    skipped: list[tuple[int, int, str, str]] = []
    for match in find_tokens(text):
        kind, start, end = str(match.lastgroup), match.start(), match.end()
        if kind in ("year", "span"):
            calendar.add(match)
        reason = _REASONS.get(kind) if kind not in _COUNTED else _reject(text, kind, start, end, titles, outline)
        if kind == "document":
            reason = "statute_reference" if _CITED.search(text[max(0, start - 26) : start]) else "document_number"
        if reason is None:
            found.append((kind, start, end))
        elif reason:
            skipped.extend(
                (digits.start(), digits.end(), original[digits.start() : digits.end()], reason)
                for digits in _DIGITS.finditer(text, start, end)
            )
    calendar.find_leads()
    return _rows(original, text, found, outline, calendar, skipped), skipped


def _reject(text: str, kind: str, start: int, end: int, titles: list[tuple[int, int]], outline: Outline) -> str | None:
    """Return why a numeral is no mention, None where it is one."""
    number = bisect_right(titles, (start, 1 << 62))
    if number and start < titles[number - 1][1]:
        return "programme_name"
    if kind == "arabic":
        line_start = text.rfind("\n", max(0, start - 12), start) + 1
        if not line_start:
            line_start = 0 if start <= 12 else start
        return (
            reject_digits(text, start, end, line_start) or None
            if (line_start < start or start == 0 or text[start - 1] == "\n")
            else reject_digits(text, start, end, start - 1 if start else 0) or None
        )
    if kind == "han":
        return "other" if reject_han(text, start, end) else None
    if kind == "ratio":
        near = text[max(0, start - 14) : start] + text[end : end + 6]
        if text.count(":", start, end) > 1:
            return "other"
        return None if _RATIO_WORD.search(near) else "date" if ":" in text[start:end] else "other"
    if kind == "wording":
        low, high = max(0, start - 40), min(len(text), end + 40)
        head = max(text.rfind(mark, low, start) for mark in "，。;\n\t,:") + 1 or low
        stops = [place for place in (text.find(mark, end, high) for mark in "，。;\n\t,:") if place >= 0]
        return None if accept_wording(text, start, end, head, min(stops, default=high)) else "other"
    return None


def _rows(
    original: str,
    text: str,
    found: list[tuple[str, int, int]],
    outline: Outline,
    calendar: Calendar,
    skipped: list[tuple[int, int, str, str]],
) -> list[dict[str, Any]]:
    """Read each numeral that was found; what cannot be read goes to `skipped`."""
    rows: list[dict[str, Any]] = []
    keys: list[tuple[Any, ...]] = []
    twins: dict[tuple[Any, ...], Dated] = {}
    pending: list[tuple[int, int, int, int, int]] = []
    for branch, start, end in found:
        try:
            reading, (unit_start, unit_end) = read_plain_numeral(text, start, end)
        except NumeralError:
            skipped.extend(
                (d.start(), d.end(), original[d.start() : d.end()], "other") for d in _DIGITS.finditer(text, start, end)
            )
            continue
        reading = replace_unit(reading, original[unit_start:unit_end])
        begin, stop = outline.sentence(start, len(text))
        clause = find_clause(text, start, end, begin, stop)
        own = calendar.own(start, end, begin, stop)
        kind, kind_rule = read_kind(
            text, start, end, clause, begin, reading.unit, own is not None and own.role == "past"
        )
        after = max(end, unit_end)
        object_start, object_end = read_object(text, start, after, clause, reading.unit)
        scope_start, scope_end = read_scope(text, start, clause, reading.unit)
        quote = original[clause.quote_start : clause.quote_end]
        rows.append(
            {
                "start": start,
                "end": end,
                "numeral": original[start:end],
                "quote_start": clause.quote_start,
                "quote": quote,
                "kind": kind,
                "basis": "wording"
                if branch == "wording" and text[start:end] not in ("过半", "过半数", "半数")
                else "numeral",
                "value_min": reading.value_min,
                "value_max": reading.value_max,
                "unit": reading.unit,
                "comparator": reading.comparator,
                "period": read_period(text, start),
                "per_zh": read_bearer(text, start, clause),
                "level": read_level(text, end),
                "object_zh": original[object_start:object_end].strip(),
                "scope_zh": original[scope_start:scope_end].strip(),
                "modality": read_modality(text, start, clause, kind),
                "section_zh": outline.section(start),
                "confidence": _CONFIDENCE[branch] - (0.3 if not reading.unit else 0.0),
                "reason": f"{_BRANCH_ZH[branch]}；{kind_rule}",
            }
        )
        key = (reading.value_min, reading.value_max, reading.unit, re.sub(r"\s", "", text[after : after + 10]))
        keys.append(key)
        pending.append((start, end, begin, stop, len(rows) - 1))
    for twin_pass in (True, False):
        for (start, end, begin, stop, number), key in zip(pending, keys, strict=True):
            row = rows[number]
            dated = calendar.date(start, end, begin, stop, row["kind"], None if twin_pass else twins.get(key))
            if twin_pass:
                if dated.rule in ("本句年份", "标题或领起语年份") and len(key[3]) >= 6:
                    twins.setdefault(key, dated)
                continue
            _write_years(row, dated)
    return rows


def _write_years(row: dict[str, Any], dated: Dated) -> None:
    """Write deadline and start year with their places; empty ones as missing."""
    row["deadline"] = dated.deadline if dated.deadline is not None else pd.NA
    row["deadline_start"] = dated.place if dated.deadline is not None else pd.NA
    row["deadline_end"] = dated.place_end if dated.deadline is not None else pd.NA
    started = dated.start_year is not None
    row["start_year"] = dated.start_year if started else pd.NA
    row["start_year_start"] = dated.start_place if started else pd.NA
    row["start_year_end"] = dated.start_place + 4 if started else pd.NA
    row["reason"] = f"{row['reason']}；{dated.rule}"
