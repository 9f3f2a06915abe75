"""Which documents a list of files and folders holds, and the name under which each is reported."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..errors import CallError
from .readers import READERS

# Hidden files, locks and drafts of office programs, and what archives of a Mac hold twice.
IGNORED = (".", "~$", "__MACOSX")


@dataclass(frozen=True)
class DocumentFile:
    """A file to read: `path`, the unique `name` that tables show (with `/` below a folder), `size` in bytes."""

    path: Path
    name: str
    size: int


def find_documents(paths: Sequence[str | os.PathLike[str]]) -> tuple[list[DocumentFile], int]:
    """Find the documents in files and folders.

    Parameters
    ----------
    paths
        Files, taken whatever their ending; folders, searched through for files with an ending that can be read.

    Returns
    -------
    tuple of list of DocumentFile, int
        The documents in the order of their names, and the number of files in the folders that are left aside. A name
        is relative to the folder given, or the file's own; where these are not unique, to the folder that all share.

    Raises
    ------
    CallError
        When a path does not exist, or no document is found.
    """
    found: dict[Path, str] = {}
    others = 0
    roots = [Path(os.path.abspath(path)) for path in paths]
    for root in roots:
        if root.is_dir():
            files = _below(root)
            readable = [file for file in files if file.suffix.lower() in READERS]
            others += len(files) - len(readable)
            for file in readable:
                found.setdefault(file, file.relative_to(root).as_posix())
        elif root.exists():
            found.setdefault(root, root.name)
        else:
            raise CallError(f"{root}: there is no such file or folder. Look at the path.")
    if not found:
        raise CallError(
            f"found no document; wanted files that end in {', '.join(READERS)}. Name a file, or another folder."
        )
    if len(set(found.values())) < len(found):
        shared = Path(os.path.commonpath([root.parent for root in roots]))
        found = {path: path.relative_to(shared).as_posix() for path in found}
    documents = [DocumentFile(path, _printable(name), path.stat().st_size) for path, name in found.items()]
    return sorted(documents, key=lambda document: document.name), others


def _below(folder: Path) -> list[Path]:
    found = []
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(IGNORED)]
        found += [Path(place, name) for name in files if not name.startswith(IGNORED)]
    return found


def _printable(name: str) -> str:
    """Return a name that can be written as UTF-8: bytes of another encoding, as archives leave them, become escapes."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")
