"""Take a reviewed workbook into the data: everything, once every check holds on the result, or nothing."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from ..checks import check
from ..documentation import fill
from ..errors import DataError, Problem
from ..language import Language
from ..tables import Data, data_folder, load, read
from .cells import row_ranges
from .decisions import decide
from .reading import Review, Row, read_review
from .table_writing import draft_of, first_line, replace_all, with_rows, without_rows
from .tables import Additions
from .undoing import undo_stopped

README = "README.md"
# How a field that a check names is called on the sheet of proposals.
SHEET_COLUMNS = {"level_max": "level_zh", "level_min": "level_zh", "region_id": "indicator_id"}


@dataclass(frozen=True)
class Imported:
    """What a workbook added: `rows` (table, number of rows), the `data` with it, and whether it was `written`."""

    rows: pd.DataFrame
    data: Data
    written: bool


def import_review(
    review: str | os.PathLike[str],
    folder: str | os.PathLike[str] | None = None,
    dry_run: bool = False,
    lang: str | None = None,
) -> Imported:
    """Read a reviewed workbook back and add what it decides to a data folder.

    Parameters
    ----------
    review
        A workbook made by `write_review`, filled in by a person.
    folder
        The data folder; found as `load` finds it when None.
    dry_run
        Check everything and write nothing.
    lang
        Language of the problems; the workbook's own without it.

    Returns
    -------
    Imported

    Raises
    ------
    DataError
        With everything that is missing or wrong, by sheet, row and column; nothing is written then.
    ExportError
        When a file of the folder cannot be written; all files then are as they were.

    Warns
    -----
    DataWarning
        Where an earlier review was killed while it wrote: what stood there is put back first.
    """
    undo_stopped(data_folder(folder))
    data = load(folder)
    reviewed = read_review(review, data.schema, lang)
    desk = decide(reviewed, data)
    if desk.problems:
        raise DataError(joined(desk.problems))
    before, files, origins = _new_files(data, desk.additions)
    with draft_of(data.folder) as draft:
        for name, content in files.items():
            (draft / name).parent.mkdir(exist_ok=True)
            (draft / name).write_bytes(content)
        merged, problems = read(draft)
        if merged is not None:
            problems = check(merged)
        if merged is None or problems:
            raise DataError(joined([_translated(problem, origins, reviewed) for problem in problems]))
    readme = data.folder / README
    if readme.exists():
        content = before[README] = readme.read_bytes()
        files[README] = fill(content.decode("utf-8"), replace(merged, folder=data.folder)).encode("utf-8")
    if not dry_run:
        replace_all(data.folder, files, before)
    rows = [(table, len(added)) for table, added in desk.additions.rows.items()]
    return Imported(pd.DataFrame(rows, columns=["table", "rows"]), replace(merged, folder=data.folder), not dry_run)


def review_problems(
    review: str | os.PathLike[str], folder: str | os.PathLike[str] | None = None, lang: str | None = None
) -> pd.DataFrame:
    """Say what is missing or wrong in a workbook that is being filled in; writes nothing.

    Parameters
    ----------
    review, folder, lang
        As for `import_review`.

    Returns
    -------
    DataFrame
        One row per problem: `place` (workbook, sheet, rows), `column`, `found`, `wanted`, `advice`; none when all is
        right.
    """
    problems: Sequence[Problem] = ()
    try:
        import_review(review, folder, dry_run=True, lang=lang)
    except DataError as error:
        problems = error.problems
    rows = [(place_of(each), each.column, each.found, each.wanted, each.advice) for each in problems]
    return pd.DataFrame(rows, columns=["place", "column", "found", "wanted", "advice"])


def place_of(problem: Problem) -> str:
    """Return workbook, sheet and row of a problem."""
    return problem.file if problem.line is None else f"{problem.file} {problem.line}"


Origins = dict[tuple[str, int], Row]


def _new_files(data: Data, additions: Additions) -> tuple[dict[str, bytes | None], dict[str, bytes], Origins]:
    """Return the bytes that stand there, the bytes to write, and the row of the workbook behind each new line."""
    before: dict[str, bytes | None] = {}
    files: dict[str, bytes] = {}
    origins: Origins = {}
    for document, text in additions.texts.items():
        name = f"sources/{document}.txt"
        if not (data.folder / name).exists():  # else it is the same text, as `decide` has checked
            before[name], files[name] = None, text.encode("utf-8")
    for name, table in data.schema.tables.items():
        content = (data.folder / table.file).read_bytes()
        new = without_rows(content, table, additions.ended) if name == "silences" else content
        for added in additions.rows.get(name, []):
            origins[f"data/{table.file}", first_line(new)] = added.origin
            new = with_rows(new, table, [added.cells])
        if new != content:
            before[table.file], files[table.file] = content, new
    return before, files, origins


def _translated(problem: Problem, origins: Origins, review: Review) -> Problem:
    """Return a problem of the tables as one of the workbook, where the row comes from there."""
    row = origins.get((problem.file, problem.line or 0))
    if row is None:
        return problem
    code = problem.column.split()[-1]
    code = SHEET_COLUMNS.get(code, code) if row.sheet == "proposals" else code
    return review.problem(row.sheet, row.line, code, problem.found, problem.wanted, problem.advice)


def joined(problems: Sequence[Problem]) -> list[Problem]:
    """Join problems that differ in their row only: one per kind, with all rows in the column, in order."""
    lines: dict[tuple[str, ...], list[int]] = defaultdict(list)
    first: dict[tuple[str, ...], Problem] = {}
    for problem in problems:
        kind = (problem.file, problem.column, problem.found, problem.wanted, problem.advice)
        first.setdefault(kind, problem)
        if problem.line is not None:
            lines[kind].append(problem.line)
    return [
        problem
        if len(lines[kind]) < 2
        else replace(problem, file=f"{problem.file} {row_ranges(lines[kind])}", line=None)
        for kind, problem in first.items()
    ]


def worded(problem: Problem, lang: Language) -> str:
    """Return a problem as one line in `lang`."""
    place = place_of(problem)
    if lang == "en":
        return f"{place}, {problem.column}: found {problem.found}; wanted {problem.wanted}. {problem.advice}"
    return f"{place}，{problem.column}：现为 {problem.found}；应为 {problem.wanted}。{problem.advice}"
