"""The finished parts of a run over many documents, kept beside the output so that an interrupted run goes on."""

from __future__ import annotations

import functools
import hashlib
import importlib.metadata
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from ..errors import CallError

LIBRARIES = ("charset-normalizer", "cn2an", "inscriptis", "lxml", "opencc", "pandas", "pypdfium2", "python-docx")
RUN = "run.json"


@dataclass(frozen=True)
class Part:
    """What was found in one document.

    Parameters
    ----------
    key
        Fingerprint of the program, the document's name and its bytes.
    file
        Name of the document.
    rows
        Its rows as CSV, without header.
    n_rows
        Their number.
    format, encoding, sha256, text_sha256
        Of the document as it was read, and of its text.
    warnings
        What the reader warned of.
    text
        The text itself while it is on its way to a folder of texts; never kept in a part.
    """

    key: str
    file: str
    rows: str
    n_rows: int
    format: str
    encoding: str
    sha256: str
    text_sha256: str
    warnings: tuple[str, ...]
    text: str = ""


@functools.cache
def program() -> str:
    """Return the fingerprint of this library's code and of the libraries that decide what is read."""
    total = hashlib.sha256()
    for path in sorted(Path(__file__).parents[1].rglob("*.py")):
        total.update(path.name.encode() + b"\0" + path.read_bytes())
    for name in LIBRARIES:
        with suppress(importlib.metadata.PackageNotFoundError):
            total.update(f"{name} {importlib.metadata.version(name)}\n".encode())
    return total.hexdigest()


def key(name: str, content: bytes) -> str:
    """Return the key of a document's part: it changes with the program, the name and the bytes."""
    return hashlib.sha256(f"{program()}\0{name}\0{hashlib.sha256(content).hexdigest()}".encode()).hexdigest()


class Parts:
    """The folder `<output>.partial`: one file for each finished document, and what the run was asked to do.

    Parameters
    ----------
    out
        The output of the run.
    asked
        What the run was asked to do, as JSON holds it; another run may not go on with these parts.

    Raises
    ------
    CallError
        When the output exists and this very run did not write it, or the parts belong to another run.
    """

    def __init__(self, out: Path, asked: dict[str, object]):
        self.folder = out.with_name(f"{out.name}.partial")
        self._asked = asked
        earlier = self._earlier()
        self._written: list[str] = list(earlier.get("written", ()))
        if out.exists() and hashlib.sha256(out.read_bytes()).hexdigest() not in self._written:
            raise CallError(f"{out}: exists already and is not overwritten. Choose another name, or move it away.")
        if earlier and earlier["asked"] != asked:
            advice = f"Repeat that call to finish it, choose another output, or delete {self.folder.name}."
            raise CallError(
                f"{self.folder}: holds the parts of another call ({json.dumps(earlier['asked'])}). {advice}"
            )
        self.folder.mkdir(exist_ok=True)
        self._remember()

    def get(self, key: str) -> Part | None:
        """Return a finished part; None when there is none, or it was not written to its end."""
        try:
            head, _, rows = (self.folder / f"{key}.part").read_bytes().partition(b"\n")
            fields = json.loads(head)
        except (FileNotFoundError, ValueError):
            return None
        if fields.pop("rows_sha256", "") != hashlib.sha256(rows).hexdigest():
            return None
        return Part(**fields | {"rows": rows.decode("utf-8"), "warnings": tuple(fields["warnings"])})

    def put(self, part: Part) -> None:
        """Keep a finished part; a run that is killed meanwhile leaves it whole or not at all."""
        rows = part.rows.encode("utf-8")
        fields = asdict(part) | {"rows_sha256": hashlib.sha256(rows).hexdigest()}
        del fields["rows"], fields["text"]
        self._write(f"{part.key}.part", json.dumps(fields, ensure_ascii=False).encode("utf-8") + b"\n" + rows)

    def announce(self, sha256: str) -> None:
        """Remember the fingerprint of the output that is about to be put in place, beside that of the one before."""
        self._written = [*self._written[-1:], sha256]
        self._remember()

    def remove(self) -> None:
        """Remove the folder: the run is done."""
        shutil.rmtree(self.folder)

    def _earlier(self) -> dict:
        try:
            return dict(json.loads((self.folder / RUN).read_bytes()))
        except FileNotFoundError:
            return {}
        except ValueError as error:
            raise CallError(f"{self.folder / RUN}: is damaged ({error}). Delete {self.folder.name}.") from error

    def _remember(self) -> None:
        self._write(
            RUN, json.dumps({"asked": self._asked, "written": self._written}, ensure_ascii=False).encode("utf-8")
        )

    def _write(self, name: str, content: bytes) -> None:
        write_whole(self.folder / name, content)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that a run that is killed leaves it whole or not at all; quick, for there may be thousands."""
    draft = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    draft.write_bytes(content)
    draft.replace(path)


def in_order(parts: Parts, keys: list[str]) -> Iterator[Part]:
    """Yield the parts of these keys one after the other, never all at once."""
    for wanted in keys:
        part = parts.get(wanted)
        if part is None:
            raise CallError(f"{parts.folder}: a finished part was removed or changed meanwhile. Repeat the call.")
        yield part
