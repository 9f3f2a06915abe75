"""Rows of a table with the line of the file in which each stands, and values as a message shows them."""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import pandas as pd

from ..tables import Data


def rows(data: Data, table: str) -> Iterator[tuple[int, Any]]:
    """Yield the line in the file and the row, for each row of a table."""
    frame = data.table(table)
    # Column by column: itertuples takes several times as long for tables of a few rows.
    values = zip(*(frame[column].tolist() for column in frame.columns), strict=True)
    yield from zip(data.lines[table], map(_row_type(tuple(frame.columns))._make, values), strict=True)


@lru_cache(maxsize=64)
def _row_type(columns: tuple[str, ...]) -> Any:
    return namedtuple("Row", columns)


def show(value: Any) -> str:
    if pd.isna(value) or value == "":
        return "nothing"
    return f'"{as_written(value)}"'


def as_written(value: Any) -> str:
    return f"{value:.15g}" if isinstance(value, float) else str(value)
