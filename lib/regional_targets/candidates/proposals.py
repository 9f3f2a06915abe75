"""Commitments proposed from a new policy text, for a person to decide; follows data/codebook.md.

`propose` and `left_out` together account for every digit of the text.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pandas as pd

from ..levels import find_level
from ..number_values import FRACTIONS, NumeralError
from ..numerals import Reading, read_plain_numeral
from ..periods import read_period
from .clause_reading import (
    find_bearer,
    find_clause,
    find_object,
    find_scope,
    read_modality,
    stroke_bearer,
)
from .deadlines import Dated
from .settled_kinds import Said, kind_of_place, kind_of_words
from .survey import Found, Survey

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
# Read once: a name of a type is looked up anew for each column of each document.
_TYPES = {name: pd.api.types.pandas_dtype(dtype) for name, dtype in COLUMNS.items()}
LEFT_OUT_COLUMNS = {"start": "Int64", "end": "Int64", "numeral": "string", "reason": "string"}

_BRANCHES = {
    "arabic": ("数字", 0.92),
    "fraction": ("分数", 0.95),
    "tenths": ("成数", 0.85),
    "ratio": ("比值", 0.85),
    "han": ("中文数字", 0.8),
    "wording": ("措辞", 0.7),
}
# The rule of a deadline that stands at another statement of the same commitment.
TWIN = "同一承诺他处年份"
_WITHOUT_UNIT = 0.3
_SAME_WORDS = 6
# A number as large as this is known again by its value and unit alone.
_TELLING = 1000


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
    with _uncollected():
        survey = Survey(text)
        rows = _Reader(survey).rows()
        if survey.original != text:
            _put_back(rows, survey, text)
    columns: dict[str, list[Any]] = {name: [row[name] for row in rows] for name in COLUMNS if name != "file"}
    columns["file"] = [file] * len(rows)
    return pd.DataFrame({name: pd.array(columns[name], dtype=dtype) for name, dtype in _TYPES.items()})


def left_out(text: str) -> pd.DataFrame:
    """Return every run of digits that is in no proposed mention, with the reason why it is none.

    Returns
    -------
    DataFrame
        Columns `start`, `end` (code points), `numeral`, `reason` (closed list of data/exclusions.csv).
    """
    survey = Survey(text)
    _Reader(survey).rows()
    skipped = [(*survey.joined.span(start, end), reason) for start, end, reason in survey.skipped()]
    rows = [(start, end, text[start:end], reason) for start, end, reason in skipped]
    columns = list(zip(*rows, strict=True)) or [()] * len(LEFT_OUT_COLUMNS)
    return pd.DataFrame(
        {
            name: pd.array(list(column), dtype=dtype)
            for (name, dtype), column in zip(LEFT_OUT_COLUMNS.items(), columns, strict=True)
        }
    )


@contextmanager
def _uncollected() -> Iterator[None]:
    """Rest the collector of cycles: none are made here, and each of its rounds walks over all that there is."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


# 年均增长率, the label of a row; not 年均浓度.
_YEARLY = re.compile(r"年均(?!浓度|气温)")
_OF_LABELS = frozenset(("per_year", "per_month", "per_day"))
_DIGIT = re.compile(r"\d")
# 毛入学率和人均受教育年限分别达到90%…: no share has such a bearer.
_AVERAGES = frozenset(("人均", "户均", "亩均"))


class _Reader:
    """Reads the mentions of a survey, one row each."""

    def __init__(self, survey: Survey):
        self.survey = survey

    def rows(self) -> list[dict[str, Any]]:
        """Return the rows of `propose`; what cannot be read goes to `skipped`."""
        rows: list[dict[str, Any]] = []
        twins: dict[tuple[Any, ...], Dated] = {}
        undated: list[tuple[dict[str, Any], tuple[Any, ...]]] = []
        carried, counted_in = (-1, ""), (-1, -1)
        for found in self.survey.found:
            try:
                reading, unit_place = read_plain_numeral(self.survey.text, found.start, found.end)
            except NumeralError:
                self.survey.skip(found.start, found.end, "other")
                continue
            row, dated, key, carried = self._read(found, reading, unit_place, carried)
            sentence = self.survey.outline.sentence(found.start)
            if not row["object_zh"] and rows and counted_in == sentence:
                # 托位数达到4.6个、增长1.6倍: of what the number before it is.
                row["object_zh"] = rows[-1]["object_zh"]
            counted_in = sentence
            rows.append(row)
            _write_years(row, dated)
            stated = dated.place and dated.rule in ("本句年份", "标题或领起语年份") and row["kind"] != "rule"
            if stated and not self.survey.cell_year(found.start, found.end):
                twins.setdefault(key, dated)
                twins.setdefault((*key[:3], row["comparator"]), dated)
            elif not stated and row["kind"] in ("goal", "funding"):
                undated.append((row, key))
        for row, key in undated:
            large = row["value_min"] >= _TELLING and row["unit"] != "元"
            twin = twins.get(key if len(key[-1]) >= _SAME_WORDS else ()) or (
                twins.get((*key[:3], row["comparator"])) if large else None
            )
            if twin:
                _write_years(row, Dated(twin.deadline, twin.place, None, None, TWIN))
        return rows

    def _read(
        self, found: Found, reading: Reading, unit_place: tuple[int, int], carried: tuple[int, str]
    ) -> tuple[dict[str, Any], Dated, tuple[Any, ...], tuple[int, str]]:
        """Return one row, its years, the key of its commitment, and the status that may carry on."""
        survey = self.survey
        text, original, outline = survey.text, survey.original, survey.outline
        branch, start, end = found
        after = max(end, unit_place[1])
        reading, grows = survey.read_cell(start, end, reading)
        sentence = outline.sentence(start)
        clause = find_clause(text, start, end, outline.clause(start, end), sentence, start in survey.cells)
        before, behind = text[clause.start : start], text[after : clause.end]
        own = survey.own_year(found)
        said = Said(found, reading, before, behind, text[slice(*clause.label)], sentence, own)
        kind, kind_rule = kind_of_words(survey, said, carried)
        dated = survey.calendar.date(start, end, *sentence, kind, own)
        placed = kind in ("goal", "funding")
        of_place = kind_of_place(survey, said, dated.deadline is None, kind) if placed else None
        if of_place:
            kind, kind_rule = of_place
            dated = survey.calendar.date(start, end, *sentence, kind, own)
        section = outline.section(start)
        word, confidence = _BRANCHES[branch]
        wording = branch == "wording" and text[start:end] not in FRACTIONS
        level_start, level_end = find_level(text, end)
        bearer_start, bearer_end = find_bearer(before)
        bearer = original[clause.start + bearer_start : clause.start + bearer_end].strip()
        period = read_period(text, start)
        if said.label and not _DIGIT.search(said.label):
            bearer, period = bearer or _bearer_of_label(said.label), _period_of_label(said.label, period)
        object_start, object_end = find_object(text, start, after, clause, reading.unit)
        scope_start, scope_end = find_scope(text, start, clause, reading.unit)
        row = {
            "start": start,
            "end": end,
            "numeral": original[start:end],
            "quote_start": clause.quote_start,
            "quote": original[clause.quote_start : clause.quote_end],
            "kind": kind,
            "basis": "wording" if wording else "numeral",
            "value_min": reading.value_min,
            "value_max": reading.value_max,
            "unit": survey.written_unit(reading.unit, start, unit_place),
            "comparator": reading.comparator,
            "period": "per_year" if grows else period,
            "per_zh": ""
            if reading.unit == "%" and bearer in _AVERAGES
            else bearer or original[slice(*stroke_bearer(text, end))],
            "level": original[level_start:level_end],
            "object_zh": original[object_start:object_end].strip(),
            "scope_zh": original[scope_start:scope_end].strip(),
            "modality": read_modality(before, kind),
            "section_zh": section.path if section else "正文",
            "confidence": confidence - (0.0 if reading.unit else _WITHOUT_UNIT),
            "reason": f"{word}；{kind_rule}",
        }
        words = behind[:12].replace(" ", "")[:8]
        key = (reading.value_min, reading.value_max, reading.unit, words)
        return row, dated, key, (sentence[0], kind_rule) if kind in ("status", "rule") else (-1, "")


def _bearer_of_label(label: str) -> str:
    """Return who bears the numbers of a row by its label: 每千人口床位数; but 人均绿地面积 is the name of a measure."""
    bearer = label[slice(*find_bearer(label))].strip()
    return bearer if bearer.startswith("每") or (bearer.endswith("均") and bearer not in _AVERAGES) else ""


def _period_of_label(label: str, period: str) -> str:
    """Return how often the numbers of a row are by its label (每年培训规模), if their own words say nothing."""
    if period != "total" or _YEARLY.search(label):
        return "per_year" if period == "total" else period
    stated = read_period(label, len(label))
    # （五年累计）: the end of the plan says so.
    return stated if stated in _OF_LABELS else "total"


def _put_back(rows: list[dict[str, Any]], survey: Survey, text: str) -> None:
    """Write the places of the text as it was, before its lines were joined, and what stands there."""
    place, span = survey.joined.place, survey.joined.span
    for row in rows:
        quote_start, quote_end = span(row["quote_start"], row["quote_start"] + len(row["quote"]))
        row["start"], row["end"] = span(row["start"], row["end"])
        row["numeral"], row["quote"] = text[row["start"] : row["end"]], text[quote_start:quote_end]
        row["quote_start"] = quote_start
        for name in ("deadline", "start_year"):
            if row[f"{name}_start"] is not None:
                row[f"{name}_start"] = place(row[f"{name}_start"])
                row[f"{name}_end"] = place(row[f"{name}_end"] - 1) + 1


def _write_years(row: dict[str, Any], dated: Dated) -> None:
    """Write deadline and start year with their places, missing ones as `<NA>`, and the rule."""
    missing = (None, None)
    row["deadline"] = dated.deadline
    row["deadline_start"], row["deadline_end"] = dated.place or missing
    row["start_year"] = dated.start_year
    row["start_year_start"], row["start_year_end"] = dated.start_place or missing
    row["reason"] = f"{row['reason'].rsplit('；期限', 1)[0]}；期限：{dated.rule}"
