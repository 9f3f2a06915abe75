"""Read a policy document from a file (.txt, .html, .docx, .pdf) and freeze its text for coding.

Each format has a library of its own, chosen in the module that uses it: charset-normalizer (`encoding`), Inscriptis
(`html_text`), python-docx (`docx_text`), pypdfium2 (`pdf_text`). They are imported when a file of their kind is read.
The text is taken as it is: line ends become `\\n`, nothing else is cleaned, and no character is normalised.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ..errors import DocumentError, ExportError
from ..replacing import replacing
from .docx_text import read_docx
from .encoding import decode
from .html_text import read_html
from .pdf_text import read_pdf

MAX_BYTES = 64 * 2**20
OTHERS = {
    ".doc": "Open it in Word or WPS and save it as .docx.",
    ".wps": "Open it in WPS and save it as .docx.",
    ".rtf": "Open it in Word or WPS and save it as .docx.",
    ".ofd": "Print it into a PDF from an OFD reader.",
    ".mht": "Save the page as .html.",
    ".mhtml": "Save the page as .html.",
}
# What the first bytes show, whatever the name says.
SIGNS = ((b"%PDF-", ".pdf"), (b"PK\x03\x04", ".docx, .xlsx or .zip"), (b"\xd0\xcf\x11\xe0", ".doc"))
ODD = re.compile("[\ufffd\ue000-\uf8ff\ufffe\x00-\x08\x0e-\x1f]")


@dataclass(frozen=True)
class Document:
    """A document as it was read.

    Parameters
    ----------
    name
        Name of the file.
    text
        Its text; all offsets count its code points.
    format, encoding
        Ending of the file without dot; encoding of a text or page, `""` for the others.
    sha256
        Fingerprint of the file's bytes, not of the text.
    warnings
        What a person should look at: a guessed encoding, pages without text, characters without meaning.
    """

    name: str
    text: str
    format: str
    encoding: str
    sha256: str
    warnings: tuple[str, ...]


@dataclass(frozen=True)
class Frozen:
    """A text frozen for coding: `path` and `sha256` of the text, name and fingerprint of the file that it came from."""

    path: Path
    sha256: str
    origin: str
    origin_sha256: str


def read_document(path: str | os.PathLike[str]) -> Document:
    """Read the text of one file.

    Parameters
    ----------
    path
        A .txt (UTF-8, UTF-16, GB18030, Big5), .html or .htm, .docx, or .pdf with a text layer; at most 64 MiB.

    Returns
    -------
    Document

    Raises
    ------
    DocumentError
        When the file is missing, empty, broken, protected, a scan, too large or of another kind; says what to do.
    """
    path = Path(path)
    return read_bytes(file_bytes(path), path.name)


def file_bytes(path: Path) -> bytes:
    """Return the bytes of a file; DocumentError when it cannot be read or is too large."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            message = f"{path.name}: has {size / 2**20:.0f} MiB; at most {MAX_BYTES // 2**20} MiB are read."
            raise DocumentError(f"{message} Save the text alone as .txt, or split the document.")
        return path.read_bytes()
    except OSError as error:
        raise DocumentError(
            f"{path.name}: cannot be read ({error.strerror}). Look at the path and its rights."
        ) from error


def read_bytes(content: bytes, name: str) -> Document:
    """Read the text of a file from its bytes, as `read_document` does; the ending of `name` tells the kind."""
    ending = Path(name).suffix.lower()
    try:
        text, encoding, warnings = _read(content, ending)
    except DocumentError as error:
        raise DocumentError(f"{name}: {error}") from error
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        advice = "A page that a script fills is saved from the browser as a complete page." if "htm" in ending else ""
        raise DocumentError(f"{name}: holds no text. {advice}".rstrip())
    return Document(
        name=name,
        text=text,
        format=ending.removeprefix("."),
        encoding=encoding,
        sha256=hashlib.sha256(content).hexdigest(),
        warnings=(*warnings, *_doubts(text)),
    )


def _read(content: bytes, ending: str) -> tuple[str, str, list[str]]:
    if ending not in READERS:
        advice = OTHERS.get(ending, "")
        raise DocumentError(
            f"the ending {ending or '(none)'} is not known; wanted {', '.join(READERS)}. {advice}".rstrip()
        )
    if not content:
        raise DocumentError("is empty, 0 bytes. Fetch it again.")
    for sign, kind in SIGNS:
        # A .doc is told apart by the reader of .docx, for a protected .docx looks the same.
        if content.startswith(sign) and ending not in kind and ending != ".docx":
            raise DocumentError(f"is named {ending}, but its first bytes are those of {kind}. Name it as what it is.")
    return READERS[ending](content)


def _docx(content: bytes) -> tuple[str, str, list[str]]:
    text, warnings = read_docx(content)
    return text, "", warnings


def _pdf(content: bytes) -> tuple[str, str, list[str]]:
    text, warnings = read_pdf(content)
    return text, "", warnings


READERS: dict[str, Callable[[bytes], tuple[str, str, list[str]]]] = {
    ".txt": decode,
    ".html": read_html,
    ".htm": read_html,
    ".docx": _docx,
    ".pdf": _pdf,
}


def _doubts(text: str) -> list[str]:
    """Say what in a text shows that it was damaged before it came here."""
    odd = ODD.findall(text)
    warnings = [f"{len(odd)} character(s) without meaning, the first U+{ord(odd[0]):04X}"] if odd else []
    if not re.search("[\u3400-\u9fff]", text):
        warnings.append("holds no Chinese character")
    return warnings


def freeze(path: str | os.PathLike[str], folder: str | os.PathLike[str], name: str) -> Frozen:
    """Write the text of a document to `folder`/sources/`name`.txt, where it stays as it is.

    Parameters
    ----------
    path
        The file to read.
    folder
        A data folder; `sources` is made in it when missing.
    name
        Name of the text without ending: lower-case letters, digits and hyphens.

    Returns
    -------
    Frozen

    Raises
    ------
    DocumentError
        When the file cannot be read.
    ExportError
        When the name is unfit, or another text stands there already; the same text may.
    """
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", name):
        raise ExportError(
            f'name of a text: found "{name}"; wanted lower-case letters, digits and hyphens, as city-2024.'
        )
    document = read_document(path)
    target = Path(folder) / "sources" / f"{name}.txt"
    content = document.text.encode("utf-8")
    if target.exists() and target.read_bytes() != content:
        raise ExportError(
            f"{target.name} stands there with another text; coded offsets depend on it. Take another name."
        )
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        with replacing(target) as draft:
            draft.write_bytes(content)
    return Frozen(target, hashlib.sha256(content).hexdigest(), document.name, document.sha256)
