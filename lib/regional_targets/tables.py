"""Load and validate the tables and texts; the only reader of rows and texts."""

from __future__ import annotations

import csv
import hashlib
import io
import os
import warnings
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from .errors import DataError, DataWarning, Problem
from .schema import DTYPES, Field, Schema, Table, load_schema, pandera_schema

ENVIRONMENT_VARIABLE = "REGIONAL_TARGETS_DATA"
# Beside the tables while they are replaced, or after that was killed half-way; see review/undoing.py.
UNDO = ".undo-{}"
REPOSITORY_DATA = Path(__file__).resolve().parents[2] / "data"


@dataclass(frozen=True)
class Data:
    """All tables (frames with the columns of `datapackage.json`) and `texts`, document id to text.

    Text columns hold `""` where a cell is empty, number columns `<NA>`. `lines` gives, per table, the line of the file
    on which each row begins.
    """

    folder: Path
    schema: Schema
    regions: pd.DataFrame
    documents: pd.DataFrame
    indicators: pd.DataFrame
    scopes: pd.DataFrame
    scope_parents: pd.DataFrame
    targets: pd.DataFrame
    mentions: pd.DataFrame
    exclusions: pd.DataFrame
    silences: pd.DataFrame
    context: pd.DataFrame
    mandates: pd.DataFrame
    exceptions: pd.DataFrame
    texts: dict[str, str]
    lines: dict[str, list[int]]

    @property
    def version(self) -> str:
        """Version of the data, as the descriptor states it."""
        return self.schema.version

    def table(self, name: str) -> pd.DataFrame:
        """Return the table called `name`."""
        frame: pd.DataFrame = getattr(self, name)
        return frame

    def __repr__(self) -> str:
        counts = ", ".join(f"{len(self.table(name))} {name}" for name in self.schema.tables)
        return f"<regional_targets data {self.version}: {counts}>"


def load(path: str | os.PathLike[str] | None = None) -> Data:
    """Read and validate the data: schema, keys, references and the fingerprints of the texts.

    Parameters
    ----------
    path
        A folder made like `data/`; without it the folder in the environment variable REGIONAL_TARGETS_DATA, or else
        the repository's own `data/`.

    Returns
    -------
    Data

    Raises
    ------
    DataError
        With all problems of all tables at once. What the texts say is checked by `check`, not here.

    Warns
    -----
    DataWarning
        For a table saved as GB18030, with CRLF line ends or without byte order mark; it is read all the same.
    """
    data, problems = read(path)
    if data is None or problems:
        raise DataError(problems)
    return data


def data_folder(path: str | os.PathLike[str] | None = None) -> Path:
    """Return the folder that `load` reads."""
    return Path(path or os.environ.get(ENVIRONMENT_VARIABLE) or REPOSITORY_DATA)


def read(path: str | os.PathLike[str] | None = None) -> tuple[Data | None, list[Problem]]:
    """Read the data and return it with all problems; the data are None when a table could not be made a frame."""
    folder = data_folder(path)
    schema = load_schema(folder)
    problems = [_stopped(kept) for kept in folder.glob(UNDO.format("*"))]
    frames: dict[str, pd.DataFrame] = {}
    lines: dict[str, list[int]] = {}
    for table in schema.tables.values():
        raw, lines[table.name], found = _read_rows(folder, table)
        problems += found
        if raw is not None:
            frames[table.name], found = _typed(table, raw, lines[table.name])
            problems += found
    # A row or key that could not be read is one problem; what refers to it is not a further one.
    unread = {
        table.name
        for table in schema.tables.values()
        for problem in problems
        if problem.file == f"data/{table.file}" and problem.column in ("row", *table.primary_key)
    }
    for table in schema.tables.values():
        if table.name in frames:
            problems += _check_keys(table, frames, lines[table.name], unread)
    texts: dict[str, str] = {}
    if "documents" in frames:
        bad = {problem.line for problem in problems if problem.file == "data/documents.csv"}
        texts, found = _read_texts(folder, frames["documents"], lines["documents"], bad)
        problems += found
    if len(frames) < len(schema.tables) or problems:
        return None, problems
    return Data(folder=folder, schema=schema, texts=texts, lines=lines, **frames), []


def _stopped(kept: Path) -> Problem:
    advice = "Run the command review again, on a workbook or a table of proposals: it first puts back what stood there."
    return Problem(f"data/{kept.name}", None, "file", "a review that has not ended", "whole tables", advice)


def _read_rows(folder: Path, table: Table) -> tuple[pd.DataFrame | None, list[int], list[Problem]]:
    """Read a CSV as text; a row's line is kept, for a quoted cell may span several."""
    name = f"data/{table.file}"
    try:
        content, warning = _decode((folder / table.file).read_bytes())
    except FileNotFoundError:
        advice = "Every table of the descriptor has a file, if only with its header."
        return None, [], [Problem(name, None, "file", "nothing", f"the table {table.name}", advice)]
    except UnicodeDecodeError:
        advice = "Save it as CSV UTF-8."
        return None, [], [Problem(name, None, "encoding", "neither UTF-8 nor GB18030", "UTF-8", advice)]
    if warning:
        warnings.warn(f"{name}: {warning}; read all the same. Save it as CSV UTF-8 with LF.", DataWarning, stacklevel=4)
    reader = csv.reader(io.StringIO(content, newline=""))
    header = next(reader, [])
    if header != table.columns:
        return None, [], [_header_problem(name, header, table.columns)]
    rows, lines, problems = [], [], []
    line = reader.line_num + 1
    for row in reader:
        if len(row) == len(header):
            rows.append(row)
            lines.append(line)
        elif row:
            advice = "Put cells that hold a comma in double quotes."
            problems.append(Problem(name, line, "row", f"{len(row)} cells", f"{len(header)} cells", advice))
        line = reader.line_num + 1
    return pd.DataFrame(rows, columns=header, dtype="str"), lines, problems


def _decode(content: bytes) -> tuple[str, str]:
    """Decode UTF-8, or else GB18030 (what Excel writes on a Chinese Windows); say what was unusual."""
    unusual = []
    try:
        text = content.decode("utf-8-sig")
        if not content.startswith(b"\xef\xbb\xbf"):
            unusual.append("no byte order mark")
    except UnicodeDecodeError:
        text = content.decode("gb18030")
        unusual.append("encoded as GB18030")
    if "\r\n" in text:
        unusual.append("CRLF line ends")
        text = text.replace("\r\n", "\n")
    return text, ", ".join(unusual)


def _header_problem(name: str, found: list[str], wanted: list[str]) -> Problem:
    missing = [column for column in wanted if column not in found]
    unknown = [column for column in found if column not in wanted]
    if missing or unknown:
        what = "; ".join(
            f"{word} {', '.join(columns)}"
            for word, columns in (("without", missing), ("with unknown", unknown))
            if columns
        )
    else:
        what = "the columns in another order"
    advice = "The columns are stated in data/datapackage.json; a new one is added there first."
    return Problem(name, 1, "header", what, ", ".join(wanted), advice)


def _typed(table: Table, raw: pd.DataFrame, lines: list[int]) -> tuple[pd.DataFrame, list[Problem]]:
    """Convert text to the types of the schema and validate it."""
    name = f"data/{table.file}"
    problems = []
    columns = {}
    for field in table.fields:
        text = raw[field.name]
        if field.type == "date":
            bad = (text != "") & pd.to_datetime(text, format="%Y-%m-%d", errors="coerce").isna()
            for row in raw.index[bad]:
                advice = "Write it as 2023-02-17; leave the cell empty when it is not known."
                problems.append(Problem(name, lines[row], field.name, f'"{text[row]}"', "a date", advice))
        if DTYPES[field.type] == "str":
            columns[field.name] = text
            continue
        numbers = pd.to_numeric(text.where(text != ""), errors="coerce")
        bad = (text != "") & ~np.isfinite(numbers)
        if field.type in ("integer", "year"):
            bad |= numbers.notna() & (numbers % 1 != 0)
        if field.type == "year":
            bad |= numbers.notna() & ~numbers.between(1900, 2100)
        for row in raw.index[bad]:
            advice = f"Write the {field.type} in plain digits."
            wanted = f"an {field.type}" if field.type == "integer" else f"a {field.type}"
            problems.append(Problem(name, lines[row], field.name, f'"{text[row]}"', wanted, advice))
        columns[field.name] = numbers.mask(bad).astype(DTYPES[field.type])
    frame = pd.DataFrame(columns)
    return frame, problems + _validate(table, frame, lines, {(p.line, p.column) for p in problems})


def _validate(table: Table, frame: pd.DataFrame, lines: list[int], known: set) -> list[Problem]:
    import pandera.errors

    problems = []
    try:
        pandera_schema(table).validate(frame, lazy=True)
    except pandera.errors.SchemaErrors as error:
        for case in error.failure_cases.itertuples():
            line = lines[int(case.index)]
            if (line, case.column) not in known:
                known.add((line, case.column))
                problems.append(_failed(table.field(str(case.column)), f"data/{table.file}", line, case.failure_case))
    return problems


def _failed(field: Field, file: str, line: int, value: object) -> Problem:
    missing = value is None or value is pd.NA or value == "" or value != value
    found = "nothing" if missing else f'"{value}"'
    if field.enum:
        wanted = f"one of {', '.join(field.enum)}"
        advice = "The codes and their words are in data/datapackage.json."
    elif missing:
        wanted, advice = "a value", "This column is required in every row."
    elif field.minimum is not None:
        wanted, advice = f"at least {field.minimum}", "Offsets count code points from 0."
    else:
        description = field.description_en
        wanted, advice = f"the pattern {field.pattern}", f"{description[:1].upper()}{description[1:]}."
    return Problem(file, line, field.name, found, wanted, advice)


def _check_keys(table: Table, frames: dict[str, pd.DataFrame], lines: list[int], unread: set[str]) -> list[Problem]:
    """Check that keys are unique and that references lead to a row; not those to tables with `unread` keys."""
    frame, name = frames[table.name], f"data/{table.file}"
    problems = []
    unique = [list(table.primary_key), *([field.name] for field in table.fields if field.unique)]
    for key in unique:
        for row in frame.index[frame.duplicated(key) & frame[key].notna().all(axis=1)]:
            found = ", ".join(str(frame.loc[row, column]) for column in key)
            first = lines[int(frame.index[(frame[key] == frame.loc[row, key]).all(axis=1)][0])]
            advice = f"It stands on line {first} already."
            problems.append(Problem(name, lines[row], ", ".join(key), f'"{found}" again', "a key of its own", advice))
    for reference in table.foreign_keys:
        if reference.target_table not in frames or reference.target_table in unread:
            continue
        known = frames[reference.target_table][reference.target_field]
        values = frame[reference.field]
        for row in frame.index[(values != "") & ~values.isin(known)]:
            advice = f"Add the row there, or write one of its {reference.target_field}."
            wanted = f"a {reference.target_field} of data/{reference.target_table}.csv"
            problems.append(Problem(name, lines[row], reference.field, f'"{values[row]}"', wanted, advice))
    return problems


def _read_texts(
    folder: Path, documents: pd.DataFrame, lines: list[int], bad: set[int | None]
) -> tuple[dict[str, str], list[Problem]]:
    """Read the texts as they stand: UTF-8, no newline translation, fingerprint checked; not those on `bad` lines."""
    texts: dict[str, str] = {}
    problems = []
    for row, document in zip(lines, documents.itertuples(), strict=True):
        if row in bad:
            continue
        try:
            content = (folder / str(document.file)).read_bytes()
        except FileNotFoundError:
            advice = "Put the text there; it is never edited."
            problems.append(Problem("data/documents.csv", row, "file", f'"{document.file}"', "a file in data/", advice))
            continue
        digest = hashlib.sha256(content).hexdigest()
        if digest != document.sha256:
            advice = f"{document.file} was changed or re-saved; take the bytes as they were fetched."
            problems.append(Problem("data/documents.csv", row, "sha256", digest, str(document.sha256), advice))
            continue
        try:
            texts[str(document.document_id)] = content.decode("utf-8")
        except UnicodeDecodeError as error:
            found, advice = f"a byte that is not at offset {error.start}", "Save the text as UTF-8 before it is coded."
            problems.append(Problem(f"data/{document.file}", None, "encoding", found, "UTF-8", advice))
    return texts, problems
