"""What stood in a folder before several of its files are replaced: kept on the disk until all are, to be put back.

A run that was killed half-way leaves it behind, and the next one puts it back.
"""

from __future__ import annotations

import json
import os
import shutil
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import psutil

from ..errors import DataWarning, ExportError
from ..tables import UNDO

_NAMES = "names.json"
# The clock by which a process began may be set anew between two looks.
_SECONDS = 10


@contextmanager
def undoable(folder: Path, before: Mapping[str, bytes | None]) -> Iterator[None]:
    """Keep what stood in `folder` while the block replaces it; whatever ends the block early, it is put back.

    Parameters
    ----------
    folder
        Where the files stand.
    before
        Path below the folder -> bytes that stand there, None where nothing does.

    Raises
    ------
    ExportError
        When what stands there cannot be kept; nothing is replaced then.
    """
    kept = folder / UNDO.format(os.getpid())
    try:
        _keep(kept, before)
    except OSError as error:
        shutil.rmtree(kept, ignore_errors=True)
        advice = "Make room on the disk, check that the folder may be written, and run the command again."
        raise ExportError(f"{folder}: nothing is written ({error.strerror or error}). {advice}") from error
    try:
        yield
    except BaseException:
        _put_back(folder, kept)
        raise
    _forget(kept)


def undo_stopped(folder: Path) -> bool:
    """Put back what runs that were killed half-way have replaced, and say whether there was one.

    Raises
    ------
    ExportError
        When another run is replacing files of the folder at this moment.

    Warns
    -----
    DataWarning
        Where something is put back.
    """
    undone = False
    for kept in sorted(folder.glob(UNDO.format("*"))):
        names = kept / _NAMES
        if not names.exists():  # killed before it began to replace anything, or after it was done
            shutil.rmtree(kept, ignore_errors=True)
            continue
        if _is_running(json.loads(names.read_bytes())):
            advice = "Wait until it is done, and run the command again."
            raise ExportError(f"{folder}: found another review that is writing here ({kept.name}). {advice}")
        _put_back(folder, kept)
        undone = True
        what = "found a review that was stopped half-way; what stood there before it is put back."
        warnings.warn(f"{folder}: {what}", DataWarning, stacklevel=3)
    return undone


def _keep(kept: Path, before: Mapping[str, bytes | None]) -> None:
    """Write what stood there, and last the list of it: without the list there is nothing to put back."""
    process = psutil.Process()
    kept.mkdir()
    for number, content in enumerate(before.values()):
        if content is not None:
            _write_through(kept / str(number), content)
    record = {"process": process.pid, "started": process.create_time(), "names": list(before)}
    draft = kept / f"{_NAMES}.tmp"
    _write_through(draft, json.dumps(record, ensure_ascii=False).encode())
    os.replace(draft, kept / _NAMES)


def _put_back(folder: Path, kept: Path) -> None:
    for number, name in enumerate(json.loads((kept / _NAMES).read_bytes())["names"]):
        copy, path = kept / str(number), folder / name
        if not copy.exists():
            path.unlink(missing_ok=True)
        elif not path.exists() or path.read_bytes() != copy.read_bytes():
            # A copy of the copy, so that this too may be killed and begun again.
            spare = shutil.copyfile(copy, kept / "spare")
            if path.exists():
                shutil.copymode(path, spare)
            os.replace(spare, path)
    _forget(kept)


def _forget(kept: Path) -> None:
    (kept / _NAMES).unlink()
    shutil.rmtree(kept, ignore_errors=True)


def _write_through(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _is_running(record: Mapping[str, float]) -> bool:
    """Tell whether the process of a record runs; another that was given its number later does not count."""
    try:
        started = psutil.Process(int(record["process"])).create_time()
    except psutil.NoSuchProcess:
        return False
    except psutil.AccessDenied:  # somebody else's, which cannot be looked at
        return True
    return abs(started - record["started"]) < _SECONDS
