"""Where in a text something stands that a person typed: a clause, a numeral within it, the year of a deadline."""

from __future__ import annotations

import re

from ..checks.years import governs, own_deadline
from ..plain_text import is_traditional
from ..stated_years import minguo_forms, plan_name, year_forms
from ..wrapped_lines import unwrap

DIGITS = re.compile(r"[0-9０-９]+")


class PlaceError(ValueError):
    """What was typed does not stand in the text, or at several places; `places` are the offsets to choose from."""

    def __init__(self, message: str, places: tuple[int, ...] = ()):
        self.places = places
        super().__init__(message)


def find_exact(text: str, wanted: str) -> list[tuple[int, int]]:
    """Return all places (start, end) of `wanted`; only where it stands nowhere, those that differ in white space."""
    loose = r"\s*".join(re.escape(character) for character in wanted if not character.isspace())
    if not loose:
        return []
    places = [(match.start(), match.end()) for match in re.finditer(re.escape(wanted), text)]
    return places or [(match.start(), match.end()) for match in re.finditer(loose, text)]


def find_numeral(text: str, clause: str, numeral: str, start: int | None = None) -> tuple[int, int, int, int]:
    """Return where a numeral and the clause around it stand.

    Parameters
    ----------
    text
        The whole text.
    clause, numeral
        As a person copied them; white space may differ.
    start
        Offset of the numeral, where it is known or to choose between several places.

    Returns
    -------
    tuple
        Start and end of the numeral, start and end of the clause.

    Raises
    ------
    PlaceError
        When there is no such place, or several and no `start` to choose by.
    """
    clauses = find_exact(text, clause)
    if not clauses:
        raise PlaceError("clause")
    places = {
        (begin + low, begin + high, begin, end)
        for begin, end in clauses
        for low, high in find_exact(text[begin:end], numeral)
    }
    if start is not None:
        places = {place for place in places if place[0] == start} or (places if len(places) == 1 else set())
    if not places:
        raise PlaceError("numeral")
    if len(places) > 1:
        raise PlaceError("several", tuple(sorted(place[0] for place in places)))
    return places.pop()


def move_numeral(text: str, numeral: str, start: int, end: int, within: tuple[int, int]) -> tuple[int, int]:
    """Return where a corrected numeral stands: the place that overlaps the old one; PlaceError when there is none."""
    low, high = within
    for begin, stop in find_exact(text[low:high], numeral):
        if low + begin < end and low + stop > start:
            return low + begin, low + stop
    raise PlaceError("numeral")


def move_clause(text: str, clause: str, start: int, end: int) -> tuple[int, int]:
    """Return where a corrected clause stands: the place that covers the numeral; PlaceError when there is none."""
    for begin, stop in find_exact(text, clause):
        if begin <= start and end <= stop:
            return begin, stop
    raise PlaceError("clause")


def find_year(text: str, year: int, start: int) -> tuple[int, int]:
    """Return where a year stands: where it governs the number at `start`, else nearest before it.

    What stands there are its four digits (2025, 二〇二五) or the name of the five-year plan that ends with it; where
    neither governs, the digits, and the name in a text without them; and in a text without either the year of the
    Republic of China (113年).

    Raises PlaceError when the text has no such year.
    """
    text = unwrap(text)
    written, named, counted = (
        [match.span() for match in re.finditer(pattern, text)]
        for pattern in (year_forms(year), plan_name(year) or "(?!)", minguo_forms(year))
    )
    places = written or named or (counted if is_traditional(text) else [])
    if not places:
        raise PlaceError("year")
    before = [place for place in places if place[0] < start]
    governing = [place for place in written + named if governs(text, place[0], start)]
    return max(governing or before, default=places[0])


def read_year(text: str, start: int) -> str:
    """Return the year by which, as `check` reads it before the number at `start` in its sentence, or `""`."""
    return own_deadline(unwrap(text), start)


def passage(text: str, start: int, end: int, width: int = 40) -> tuple[str, str, str]:
    """Return the words before, at and after a place, within its line and at most `width` characters on either side.

    Lines that only a page made are one line.
    """
    text = unwrap(text)
    low, high = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    high = len(text) if high < 0 else high
    before, after = text[max(low, start - width) : start], text[end : min(high, end + width)]
    return ("…" if start - width > low else "") + before, text[start:end], after + ("…" if end + width < high else "")


def digit_runs(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the runs of digits between two offsets."""
    return [(match.start(), match.end()) for match in DIGITS.finditer(text, start, end)]
