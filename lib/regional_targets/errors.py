"""Exceptions, and the problem that a check reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong in the data: where it is, what was found, what is wanted, what to do.

    Parameters
    ----------
    file
        Path below the project, as `data/targets.csv`.
    line
        Line of the file, counted from 1 as an editor does; None when the whole file is meant.
    column
        Column of the table, or the id of the row and the column.
    found, wanted
        What stands there, and what should.
    advice
        One sentence that says what to do next.
    """

    file: str
    line: int | None
    column: str
    found: str
    wanted: str
    advice: str

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file} line {self.line}"
        return f"{place}, {self.column}: found {self.found}; wanted {self.wanted}. {self.advice}"


class RegionalTargetsError(Exception):
    """Base of all errors of this library."""


class DataError(RegionalTargetsError):
    """The tables or texts are not as their schema and the codebook demand; holds all `problems` at once."""

    def __init__(self, problems: Sequence[Problem]):
        self.problems = tuple(problems)
        lines = "\n".join(f"- {problem}" for problem in self.problems)
        super().__init__(f"{len(self.problems)} problem(s) in the data:\n{lines}")


class UnknownIdError(RegionalTargetsError, KeyError):
    """An id was asked for that no row has; names the nearest ones."""

    def __init__(self, what: str, wanted: str, known: Sequence[str]):
        import difflib

        near = difflib.get_close_matches(wanted, known, n=3, cutoff=0.4)
        hint = f"did you mean {', '.join(near)}?" if near else f"known: {', '.join(list(known)[:8])} …"
        self.message = f"{what}: there is no {wanted!r}; {hint}"
        super().__init__(self.message)

    def __str__(self) -> str:
        return self.message


class ComparisonError(RegionalTargetsError):
    """Values were asked to stand side by side that cannot."""


class ExportError(RegionalTargetsError):
    """A file could not be written; the file that stood there before is unchanged."""


class DocumentError(RegionalTargetsError):
    """A document could not be read: it is broken, protected, a scan, empty or of a kind that is not known."""


class CallError(RegionalTargetsError):
    """What was asked for cannot be done as asked: an input that is not there, an output that would be lost."""


class WorkbookError(RegionalTargetsError):
    """A workbook could not be read safely, or was not written by this library."""


class DataWarning(UserWarning):
    """The data could be read, but something about a file is not as it should be."""
