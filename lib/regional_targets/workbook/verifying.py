"""Say whether a workbook that somebody sent still equals the data, was edited, or is an export of older data."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

from ..errors import UnknownIdError, WorkbookError
from ..tables import Data
from .manifest import Manifest, file_hashes, library_version, package_hash, read_manifest, touched_sheets
from .workbook_differences import Difference, differences
from .writing import write_workbook
from .xlsx_content import SheetContent, read_sheets

LISTED = 40
HOW_FAR = (
    "Its cells agree with the hashes in its own manifest: nobody changed it by accident. Somebody who changed a cell "
    "and the hashes with it cannot be found without that older data: verify it again with --data and a folder that "
    "holds them."
)


class State(IntEnum):
    """What a workbook is; the number is the exit code of `verify`."""

    CURRENT = 0
    EDITED = 1
    OUTDATED = 2


@dataclass(frozen=True)
class Verification:
    """The finding of `verify`: state, what it rests on in sentences, and every difference that could be told."""

    state: State
    lines: tuple[str, ...]
    differences: tuple[Difference, ...] = ()

    def __str__(self) -> str:
        listed = [f"- {difference}" for difference in self.differences[:LISTED]]
        rest = len(self.differences) - len(listed)
        return "\n".join([*self.lines, *listed, *([f"… and {rest} more"] if rest else [])])


def verify(data: Data, path: str | os.PathLike[str]) -> Verification:
    """Compare a workbook with an export of the data that is made anew with the arguments in its manifest.

    Parameters
    ----------
    data
        Loaded data.
    path
        The workbook. Who saved it does not matter: values, links, comments and chart series are compared, formatting
        and pictures are not.

    Returns
    -------
    Verification
        `CURRENT` when it says what the data say; `EDITED` with each changed cell, row, chart and sheet; `OUTDATED`
        when it is as it was written, from other data or by another version of this library.

    Raises
    ------
    WorkbookError
        When the file is no workbook of this library or cannot be read safely.
    """
    found = read_sheets(path)
    try:
        name, manifest = read_manifest(found)
    except WorkbookError as error:
        raise WorkbookError(f"{Path(path).name}: {error}") from None
    touched = touched_sheets(name, manifest, found)
    files = file_hashes(data)
    if manifest.package == package_hash(files):
        return _against_same_data(data, manifest, touched, found)
    return _against_other_data(data, manifest, touched, found, _changed_files(manifest, files))


def _against_same_data(
    data: Data, manifest: Manifest, touched: Sequence[str], found: dict[str, SheetContent]
) -> Verification:
    told = tuple(differences(_export(data, manifest), found))
    if not told:
        return Verification(State.CURRENT, (f"equals the data {manifest.data}: every value, link and chart series",))
    count = f"{len(told)} difference{'s' if len(told) > 1 else ''} from an export of the same data {manifest.data}"
    if touched:
        return Verification(State.EDITED, (f"edited: {count}, in {', '.join(touched)}",), told)
    if manifest.library != library_version():
        line = f"written by another version of the library ({manifest.library}; here {library_version()}): {count}"
        return Verification(State.OUTDATED, (line, HOW_FAR), told)
    line = (
        "The hashes in its manifest agree with the workbook all the same: they were written anew after the change, or "
        "the change is in the label of a point of a chart, which they do not count."
    )
    return Verification(State.EDITED, (f"edited: {count}", line), told)


def _against_other_data(
    data: Data, manifest: Manifest, touched: Sequence[str], found: dict[str, SheetContent], changed: Sequence[str]
) -> Verification:
    other = f"other data ({manifest.data}; here {data.version}); these files differ: {', '.join(changed)}"
    if not touched:
        return Verification(State.OUTDATED, (f"an untouched export of {other}", HOW_FAR))
    line = f"edited: {', '.join(touched)} of an export of {other}"
    try:
        told = differences(_export(data, manifest), found)
    except UnknownIdError as error:
        advice = f"These data cannot make that export ({error}), so single cells cannot be named."
        return Verification(State.EDITED, (line, advice))
    of_touched = tuple(difference for difference in told if difference.sheet in touched)
    advice = "Differences of the edited sheets from these data follow; some may be changes of the data themselves."
    return Verification(State.EDITED, (line, advice), of_touched or tuple(told))


def _export(data: Data, manifest: Manifest) -> dict[str, SheetContent]:
    """Make the export again and read it as any other workbook is read."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "wanted.xlsx"
        write_workbook(data, path, figures=manifest.figures, regions=manifest.regions, lang=manifest.lang)
        return read_sheets(path)


def _changed_files(manifest: Manifest, files: dict[str, str]) -> list[str]:
    names = [*files, *(name for name in manifest.files if name not in files)]
    return [name for name in names if files.get(name) != manifest.files.get(name)] or ["(only the hash of the package)"]
