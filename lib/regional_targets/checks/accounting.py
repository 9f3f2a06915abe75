"""Check that every digit is accounted for, and that no silence is broken by words of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import pandas as pd

from ..errors import Problem
from ..plain_text import plain
from ..tables import Data
from .rows import rows

DIGIT = re.compile(r"[0-9０-９]")


def check_accounting(data: Data) -> Iterator[Problem]:
    """Check that every digit character of every text lies in exactly one mention or exclusion."""
    claims: dict[str, dict[int, int]] = {document: {} for document in data.texts}
    for line, row in rows(data, "exclusions"):
        found = data.texts[row.document_id][row.start : row.end]
        if found != row.numeral:
            wanted, advice = f'"{row.numeral}"', "Offsets count code points from 0."
            where = f"{row.document_id} {row.start}"
            yield Problem("data/exclusions.csv", line, where, f'text[{row.start}:{row.end}] "{found}"', wanted, advice)
    for table in ("mentions", "exclusions"):
        for line, row in rows(data, table):
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
    """Return the text in the plain script without white space, and where each character stands in the text."""
    same = plain(text)
    kept = [place for place, character in enumerate(text) if not character.isspace()]
    return "".join(same[place] for place in kept), kept


def find_terms(text: str, terms: str) -> list[tuple[int, int]]:
    """Return the places (start, end) where any of the terms (separated by |) stands, in either script.

    White space and the width of characters are ignored: 「雙師型」 is “双师型”.
    """
    flat, kept = _flatten(text)
    pattern = "|".join(re.escape(re.sub(r"\s", "", plain(term))) for term in terms.split("|"))
    return [(kept[match.start()], kept[match.end() - 1] + 1) for match in re.finditer(pattern, flat)]


def check_silences(data: Data) -> Iterator[Problem]:
    """Check that a region without a target either never uses the indicator's words or has a row that says why."""
    stated = set(zip(data.targets["region_id"], data.targets["indicator_id"], strict=True))
    terms = data.indicators.set_index("indicator_id")["terms_zh"]
    for line, row in rows(data, "silences"):
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
        for line, indicator in rows(data, "indicators"):
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
