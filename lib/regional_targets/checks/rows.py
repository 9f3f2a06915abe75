"""Rows of a table with the line of the file in which each stands, and values as a message shows them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from ..tables import Data


def rows(data: Data, table: str) -> Iterator[tuple[int, Any]]:
    """Yield the line in the file and the row, for each row of a table."""
    yield from zip(data.lines[table], data.table(table).itertuples(index=False), strict=True)


def show(value: Any) -> str:
    if pd.isna(value) or value == "":
        return "nothing"
    return f'"{as_written(value)}"'


def as_written(value: Any) -> str:
    return f"{value:.15g}" if isinstance(value, float) else str(value)
