"""A world small enough to read (tests/data/world), the real data, and a way to change one cell of either."""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

import regional_targets as rt
from regional_targets import language, tables
from regional_targets.schema import load_schema
from regional_targets.tables import Data

ROOT = Path(__file__).resolve().parents[1]
WORLD = Path(__file__).parent / "data" / "world"

# What the shared reading of candidates asserts is shown as the assertions of a test are.
pytest.register_assert_rewrite("candidate_reading")


@pytest.fixture(autouse=True)
def no_hidden_state(monkeypatch: pytest.MonkeyPatch):
    """Begin every test in Chinese and without a data folder of the environment."""
    monkeypatch.delenv(tables.ENVIRONMENT_VARIABLE, raising=False)
    monkeypatch.setattr(language, "_default", "zh")


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


def copy_world(folder: Path) -> Path:
    """Copy the small world, with the repository's own descriptor, to `folder`/data; a table it lacks has no rows."""
    copied = Path(shutil.copytree(WORLD, folder / "data"))
    shutil.copy(ROOT / "data" / "datapackage.json", copied)
    for table in load_schema(copied).tables.values():
        if not (copied / table.file).exists():
            (copied / table.file).write_text(",".join(table.columns) + "\n", encoding="utf-8-sig", newline="")
    return copied


@pytest.fixture
def world(tmp_path: Path) -> Path:
    """The folder of the small world, free to be broken."""
    return copy_world(tmp_path)


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Data:
    """The small world, loaded: 2 regions, 2 documents, 7 mentions of 6 targets, 5 indicators."""
    return tables.load(copy_world(tmp_path_factory.mktemp("small")))


@pytest.fixture(scope="session")
def data() -> Data:
    """The real data."""
    return tables.load(ROOT / "data")


def _row(frame: pd.DataFrame, row_id: str | int) -> int:
    """Return the label of the row with this id, or at this place in a table whose key is not one column."""
    return row_id if isinstance(row_id, int) else frame.index[frame.iloc[:, 0] == row_id][0]


@pytest.fixture(scope="session")
def change() -> Callable[..., Data]:
    """change(data, table, id or row number, column=value, ...) -> new data with other cells in one row."""

    def change(data: Data, table: str, row_id: str | int, **cells: object) -> Data:
        frame = data.table(table).copy()
        for column, value in cells.items():
            frame.loc[_row(frame, row_id), column] = value
        return dataclasses.replace(data, **{table: frame})

    return change


@pytest.fixture(scope="session")
def add() -> Callable[..., Data]:
    """add(data, table, column=value, ...) -> new data with one more row; cells not named are empty."""

    def add(data: Data, table: str, **cells: object) -> Data:
        frame = data.table(table)
        empty = {column: "" if frame[column].dtype == "str" else pd.NA for column in frame.columns}
        row = pd.DataFrame([empty | cells]).astype(frame.dtypes.to_dict())
        lines = {**data.lines, table: [*data.lines[table], max(data.lines[table], default=1) + 1]}
        return dataclasses.replace(data, lines=lines, **{table: pd.concat([frame, row], ignore_index=True)})

    return add


@pytest.fixture(scope="session")
def drop() -> Callable[..., Data]:
    """drop(data, table, id or row number) -> new data without one row."""

    def drop(data: Data, table: str, row_id: str | int) -> Data:
        frame = data.table(table)
        place = frame.index.get_loc(_row(frame, row_id))
        lines = data.lines[table][:place] + data.lines[table][place + 1 :]
        kept = frame.drop(index=frame.index[place]).reset_index(drop=True)
        return dataclasses.replace(data, lines={**data.lines, table: lines}, **{table: kept})

    return drop


BASE = {
    **{"indicator_id": "schools_quality", "kind": "goal", "basis": "numeral", "value_min": 3, "unit": "所"},
    **{"comparator": "exact", "period": "total", "object_zh": "学校", "object_en": "schools", "modality": "build"},
    "deadline": 2025,
}


@pytest.fixture(scope="session")
def targets(small: Data) -> Callable[..., Data]:
    """targets(a={cells}, b={cells}) -> the small world with these targets only, alike but for the cells named.

    `a` is of the first region, `b` of the second; both documents are alike too.
    """
    documents = small.documents.copy()
    documents.loc[1, ["stage", "validity", "period_start", "period_end"]] = ["issued", "valid", pd.NA, pd.NA]

    def targets(**rows: dict[str, object]) -> Data:
        frame = small.targets
        empty = {column: "" if frame[column].dtype == "str" else pd.NA for column in frame.columns}
        cells = []
        for number, (target, given) in enumerate(rows.items()):
            place = {"target_id": target, **documents.loc[number % 2, ["region_id", "document_id"]].to_dict()}
            row = empty | BASE | place | given
            cells.append({**row, "value_max": given.get("value_max", row["value_min"])})
        made = pd.DataFrame(cells, columns=frame.columns).astype(frame.dtypes.to_dict())
        lines = {**small.lines, "targets": list(range(2, 2 + len(made)))}
        return dataclasses.replace(small, targets=made, documents=documents, lines=lines)

    return targets


@pytest.fixture(scope="session")
def workbooks(data: Data, tmp_path_factory) -> dict[str, Path]:
    """Both whole workbooks, written once for all tests that read them; none may change them."""
    folder = tmp_path_factory.mktemp("workbooks")
    return {lang: rt.write_workbook(data, folder / f"{lang}.xlsx", lang=lang) for lang in ("zh", "en")}


def pytest_terminal_summary(terminalreporter) -> None:
    """Print what tests recorded with `record_property("summary", ...)`: a share that is worth seeing in every run."""
    reports = [report for key in ("passed", "failed") for report in terminalreporter.stats.get(key, [])]
    lines = [value for report in reports for name, value in getattr(report, "user_properties", []) if name == "summary"]
    if lines:
        terminalreporter.section("summary")
        for line in sorted(lines):
            terminalreporter.write_line(line)
