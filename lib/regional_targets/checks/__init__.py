"""Checks of the tables against the texts: nothing here trusts a table (codebook.md, data/README.md)."""

from __future__ import annotations

from ..errors import Problem
from ..tables import Data
from .accounting import check_accounting, check_silences
from .places import check_places, check_readings
from .settled import check_codebook, check_settled
from .years import check_years


def check(data: Data) -> list[Problem]:
    """Return all problems that the texts and the codebook find in loaded tables; an empty list when there are none.

    Covers offsets and quotes, the reading of each numeral, deadlines and start years, levels, the settled reading of
    each target, numeral accounting, verified silence, and the codebook's rules between columns.
    """
    return [
        *check_places(data),
        *check_readings(data),
        *check_years(data),
        *check_settled(data),
        *check_codebook(data),
        *check_accounting(data),
        *check_silences(data),
    ]
