"""Check that each numeral stands where its row says and reads there as it was coded."""

from __future__ import annotations

from collections.abc import Iterator

from ..candidates.survey import read_survey
from ..errors import Problem
from ..levels import read_level
from ..number_values import NumeralError
from ..numerals import read_plain_numeral
from ..periods import read_period
from ..tables import Data
from .accounting import find_terms
from .rows import as_written, rows, show

READING_FIELDS = ("value_min", "value_max", "unit", "comparator")


def check_places(data: Data) -> Iterator[Problem]:
    """Check that numerals and quotes stand where the tables say."""
    file = "data/mentions.csv"
    bearers = data.targets.set_index("target_id")["per_zh"]
    for line, row in rows(data, "mentions"):
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


def read_place(text: str, start: int, end: int) -> dict[str, object]:
    """Return what a place of a text says: values, unit, comparator, `level_zh` and `period`.

    A cell of a table takes its unit from the head of its column. Raises NumeralError where no numeral stands.
    """
    survey = read_survey(text)
    low, high = survey.joined.joined_span(start, end)
    reading, unit_place = read_plain_numeral(survey.text, low, high)
    cell, grows = survey.read_cell(low, high, reading)
    read: dict[str, object] = {field: getattr(cell, field) for field in READING_FIELDS}
    read["unit"] = survey.written_unit(cell.unit, low, unit_place)
    period = "per_year" if grows else read_period(survey.text, low)
    return read | {"level_zh": read_level(survey.original, high), "period": period}


def check_readings(data: Data) -> Iterator[Problem]:
    """Read every numeral, level and period again in its clause and compare with the coded fields."""
    excepted = {(row.mention_id, row.field): row.coded for row in data.exceptions.itertuples()}
    periods = data.targets.set_index("target_id")["period"]
    for line, row in rows(data, "mentions"):
        text = data.texts[row.document_id]
        try:
            read = read_place(text, row.start, row.end)
        except NumeralError as error:
            advice = "Mark the characters of the number, its multiplier and percent sign."
            yield Problem("data/mentions.csv", line, f"{row.mention_id} numeral", str(error), "a numeral", advice)
            continue
        for field, wanted in read.items():
            coded = periods[row.target_id] if field == "period" else getattr(row, field)
            if coded != wanted and excepted.get((row.mention_id, field)) != as_written(coded):
                quote = text[max(0, row.start - 12) : row.end + 12].replace("\n", " ")
                advice = f"The text reads …{quote}…; correct the cell, or give the reason in data/exceptions.csv."
                yield Problem("data/mentions.csv", line, f"{row.mention_id} {field}", show(coded), show(wanted), advice)
