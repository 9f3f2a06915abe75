"""Change one cell of the real tables to another plausible value: `check` must notice, from the texts alone.

Nothing here compares with a stored copy or a hash. Each region's part of the data is a data set of its own and is
checked by itself, which is quicker than checking all of them for every change.
"""

import dataclasses
import random
import re

import pandas as pd
import pytest

from regional_targets import checks
from regional_targets.tables import Data

COLUMNS = {
    "targets": ("value_min", "value_max", "unit", "comparator", "deadline", "level_zh"),
    "mentions": ("value_min", "value_max", "unit", "comparator", "deadline", "start", "level_zh"),
}
REQUIRED = {"level_zh": 0.95}


def part(data: Data, region: str) -> Data:
    """Return the data of one region alone."""
    documents = set(data.documents.loc[data.documents["region_id"] == region, "document_id"])
    frames, lines = {}, dict(data.lines)
    for name, column, wanted in (
        *((name, "region_id", {region}) for name in ("regions", "documents", "targets", "silences")),
        *((name, "document_id", documents) for name in ("mentions", "exclusions")),
    ):
        kept = data.table(name)[column].isin(wanted)
        frames[name] = data.table(name)[kept].reset_index(drop=True)
        lines[name] = [line for line, keep in zip(data.lines[name], kept, strict=True) if keep]
    texts = {document: text for document, text in data.texts.items() if document in documents}
    return dataclasses.replace(data, texts=texts, lines=lines, **frames)


def others(data: Data, table: str, row: pd.Series, column: str, chance: random.Random) -> list[dict[str, object]]:
    """Return plausible wrong cells for one column of one row, chosen by chance; for a place, two."""
    value = row[column]
    if column in ("value_min", "value_max"):
        choices = [value * 2, value + 1, value - 1, value * 10, value / 10]
    elif column == "start":
        text = data.texts[row["document_id"]]
        same = [match.start() for match in re.finditer(re.escape(row["numeral"]), text)]
        near = sorted((place for place in same if place != value), key=lambda place: abs(place - value))[:3]
        place = chance.choice(near or [value + 1, value - 1])
        return [{"start": place, "end": place + row["end"] - value}, {"start": value + chance.choice((-1, 1))}]
    else:
        choices = sorted({*data.table(table)[column].dropna()}, key=str)
        if column in ("deadline", "level_zh"):
            choices.append(pd.NA if column == "deadline" else "")
    choices = [choice for choice in choices if not (pd.isna(choice) and pd.isna(value)) and choice is not value]
    choices = [choice for choice in choices if pd.isna(choice) or pd.isna(value) or choice != value]
    return [{column: chance.choice(choices)}]


@pytest.fixture(scope="module")
def parts(data) -> list[Data]:
    return [part(data, region) for region in data.regions["region_id"]]


def test_the_data_of_each_region_are_sound_before_a_cell_is_changed(data, parts):
    assert [checks.check(alone) for alone in parts] == [[] for _ in parts]
    for table in COLUMNS:
        assert sum(len(alone.table(table)) for alone in parts) == len(data.table(table))


@pytest.mark.parametrize(("table", "column"), [(table, column) for table in COLUMNS for column in COLUMNS[table]])
def test_a_changed_cell_is_noticed(data, parts, change, record_property, table, column):
    chance = random.Random(f"{table}.{column}")
    missed, n_changes = [], 0
    for alone in parts:
        for number, row in alone.table(table).iterrows():
            for cells in others(data, table, row, column, chance):
                n_changes += 1
                if not checks.check(change(alone, table, number, **cells)):
                    missed.append(f"{row.iloc[0]}: {row[column]!r} -> {cells}")
    share = 1 - len(missed) / n_changes
    record_property("summary", f"wrong cells noticed: {table + '.' + column:22} {share:7.2%} of {n_changes}")
    assert n_changes >= len(data.table(table))
    assert share >= REQUIRED.get(column, 1), "\n".join(missed)


def test_a_year_borrowed_from_another_place_is_noticed(data, parts, change, record_property):
    """The hardest slip to see: a year that stands in the text, coded with its place in mention and target alike."""
    chance = random.Random("borrowed")
    missed, n_changes = [], 0
    for alone in parts:
        for number, row in alone.mentions.iterrows():
            years = re.finditer(r"(?:19|20)\d\d(?=\s*年)", alone.texts[row["document_id"]])
            years = [year for year in years if pd.isna(row["deadline"]) or int(year[0]) != row["deadline"]]
            if not years:
                continue
            year, n_changes = chance.choice(years), n_changes + 1
            cells = {"deadline": int(year[0]), "deadline_start": year.start(), "deadline_end": year.end()}
            altered = change(alone, "mentions", number, **cells)
            altered = change(altered, "targets", row["target_id"], deadline=int(year[0]))
            if not checks.check(altered):
                missed.append(f"{row['mention_id']}: {cells}")
    share = 1 - len(missed) / n_changes
    record_property("summary", f"wrong cells noticed: {'borrowed deadline':22} {share:7.2%} of {n_changes}")
    assert n_changes > 100
    assert share == 1, "\n".join(missed)
