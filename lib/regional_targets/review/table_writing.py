"""Add rows and texts to a data folder: all files or none, and only when every check holds on the result."""

from __future__ import annotations

import csv
import io
import shutil
import tempfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ..errors import ExportError
from ..replacing import check_replaceable, replacing
from ..schema import Table
from .undoing import undoable

BOM = b"\xef\xbb\xbf"


def cell(value: Any) -> str:
    """Return a value as a cell of a table: whole numbers without a point, `""` for what is missing."""
    if value is None or value == "" or value != value:
        return ""
    return f"{value:.15g}" if isinstance(value, int | float) else str(value)


def with_rows(content: bytes, table: Table, rows: Sequence[Mapping[str, Any]]) -> bytes:
    """Return the bytes of a table with rows added at its end; the bytes that stood there are unchanged."""
    end = "\r\n" if b"\r\n" in content else "\n"
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator=end)
    writer.writerows([cell(row.get(column)) for column in table.columns] for row in rows)
    gap = b"" if content.endswith(b"\n") else end.encode()
    return content + (gap if rows else b"") + buffer.getvalue().encode("utf-8")


def without_rows(content: bytes, table: Table, dropped: Collection[tuple[str, ...]]) -> bytes:
    """Return the bytes of a table without the rows whose primary key is in `dropped`."""
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    places = [rows[0].index(column) for column in table.primary_key]
    kept = [row for row in rows[1:] if tuple(row[place] for place in places) not in dropped]
    if len(kept) == len(rows) - 1:
        return content
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="\r\n" if b"\r\n" in content else "\n").writerows([rows[0], *kept])
    return (BOM if content.startswith(BOM) else b"") + buffer.getvalue().encode("utf-8")


def first_line(content: bytes) -> int:
    """Return the line on which the first added row will stand, as an editor counts."""
    return content.count(b"\n") + (0 if content.endswith(b"\n") else 1) + 1


@contextmanager
def draft_of(folder: Path) -> Iterator[Path]:
    """Give a copy of a data folder to try changes on; it is gone afterwards, and the folder is untouched."""
    with tempfile.TemporaryDirectory() as place:
        yield Path(shutil.copytree(folder, Path(place) / "data"))


def replace_all(folder: Path, files: Mapping[str, bytes], before: Mapping[str, bytes | None]) -> None:
    """Write files of a folder, all or none.

    Parameters
    ----------
    folder
        The data folder.
    files
        Path below the folder -> new bytes.
    before
        Path -> bytes that were read at first, None for a new file. A file that is no longer so is not overwritten.

    Raises
    ------
    ExportError
        When a file was changed meanwhile or cannot be written; every file then is as it was. Where the process is
        killed, `undo_stopped` makes it so.
    """
    for name, content in before.items():
        path = folder / name
        if (path.read_bytes() if path.exists() else None) != content:
            raise ExportError(f"{path}: was changed meanwhile, nothing is written. Run the command again.")
        path.parent.mkdir(exist_ok=True)
        check_replaceable(path)
    with undoable(folder, before):
        # New texts first and the tables after them: a table never names a text that is not there yet.
        for name in sorted(files, key=lambda name: (before[name] is not None, name)):
            _write(folder / name, files[name])


def _write(path: Path, content: bytes) -> None:
    with replacing(path) as draft:
        draft.write_bytes(content)
