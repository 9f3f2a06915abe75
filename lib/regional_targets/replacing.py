"""Put a file in the place of another in one step, or not at all: what stood there is never half overwritten."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path

import psutil

from .errors import ExportError

# What Excel and WPS, WPS on Linux, and LibreOffice lay beside a file that they have open.
LOCKS = ("~${}", ".~{}", ".~lock.{}#")
WRITABLE = 0o222


def check_replaceable(target: Path) -> None:
    """Refuse a place where a new file may not be put, before any work is done.

    Permissions are read from the mode bits, for the superuser may write everywhere and would not be stopped.

    Raises
    ------
    ExportError
        When there is no such folder, when the file or its folder is read-only, or when a program has the file open.
    """
    if not target.parent.is_dir():
        raise ExportError(f"{target}: found no folder {target.parent}; wanted one to write to. Make it first.")
    for place, what in ((target, "file"), (target.parent, "folder")):
        if place.exists() and not place.stat().st_mode & WRITABLE:
            advice = f"Make the {what} writable, or choose another place."
            raise ExportError(f"{target}: found a read-only {what} ({place}); wanted one that may be written. {advice}")
    for pattern in LOCKS:
        lock = target.with_name(pattern.format(target.name))
        if lock.exists():
            advice = f"Close it there; if no program has it open, delete {lock.name}, which one left behind."
            raise ExportError(f"{target}: found it open in another program ({lock.name} beside it). {advice}")


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Give the path of a draft to write; when the block ends without error, the draft takes the target's place.

    Parameters
    ----------
    target
        The file to be there in the end; where it is a link, the file to which the link leads.

    Yields
    ------
    Path
        A file beside the target, for this process alone. It is on the disk before it takes the place, and it is
        gone when anything fails. Drafts of runs that were killed are removed.

    Raises
    ------
    ExportError
        When the place may not be written (see `check_replaceable`) or writing fails; what stood there is unchanged.
    """
    check_replaceable(target)
    place = Path(os.path.realpath(target))
    _remove_left_behind(place)
    before = _stamp(place)
    draft = _draft(place, str(os.getpid()))
    try:
        yield draft
        with draft.open("rb+") as file:
            os.fsync(file.fileno())
        check_replaceable(target)
        if _stamp(place) != before:
            advice = "Look at what was saved there, and write again."
            raise ExportError(f"{target}: found it changed while the new one was written; not replaced. {advice}")
        if place.is_file():
            shutil.copymode(place, draft)
        os.replace(draft, place)
        _sync_folder(place.parent)
    except OSError as error:
        advice = "Close the file if it is open, check that the folder may be written, or choose another place."
        raise ExportError(f"{target}: could not be written ({error.strerror or error}). {advice}") from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def _stamp(place: Path) -> tuple[int, int] | None:
    """Return what changes when somebody saves the file."""
    return (place.stat().st_mtime_ns, place.stat().st_size) if place.exists() else None


def _draft(place: Path, process: str) -> Path:
    return place.with_name(f".{place.name}.{process}.tmp")


def _remove_left_behind(place: Path) -> None:
    """Remove drafts of processes that are no more."""
    running = {str(process) for process in psutil.pids()}
    for draft in place.parent.glob(_draft(place.with_name(escape(place.name)), "*").name):
        process = draft.name.split(".")[-2]
        if process.isdecimal() and process not in running:
            # Where another program holds the draft, Windows refuses, and it is not left behind.
            with suppress(OSError):
                draft.unlink()


def _sync_folder(folder: Path) -> None:
    """Put the folder's new entry on the disk where the system can."""
    if os.name != "posix":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
