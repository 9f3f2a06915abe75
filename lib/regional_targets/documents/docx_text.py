"""A Word file (.docx) -> its text: paragraphs and tables in document order.

python-docx opens the package because it is the maintained reader of the format and resolves no entities. Its own
`paragraph.text` leaves out smart tags, tracked insertions, content controls and text boxes; older files keep years and
amounts there, so the runs are walked here.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..errors import DocumentError

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_UNPACKED = 256 * 2**20
MAX_RATIO = 200
OLE = b"\xd0\xcf\x11\xe0"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# A formula holds numbers too.
TEXT = (f"{WORD}t", "{http://schemas.openxmlformats.org/officeDocument/2006/math}t")
# Deleted, moved away, properties, a phonetic guide, or a second drawing of the same text box.
GONE = {f"{WORD}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "rt")} | {FALLBACK}
WHITE = {f"{WORD}tab": "\t", f"{WORD}br": "\n", f"{WORD}cr": "\n", f"{WORD}noBreakHyphen": "-"}


def read_docx(content: bytes) -> tuple[str, list[str]]:
    """Read a Word file: a paragraph is a line, a row of a table is a line with tabs between the cells.

    A cell of several paragraphs spans lines; a merged cell is written once. Numbers that Word counts itself, notes,
    headers and footers are not part of the text; a warning says when there are some.

    Parameters
    ----------
    content
        The bytes of the file.

    Returns
    -------
    tuple of str, list of str
        Text and warnings.

    Raises
    ------
    DocumentError
        For a broken, password-protected or old file, and one that unpacks to an unreasonable size.
    """
    import docx

    if content.startswith(OLE):
        raise DocumentError("is protected by a password, or an old .doc. Open it in Word or WPS and save it as .docx.")
    _refuse_bomb(content)
    try:
        document = docx.Document(io.BytesIO(content))
        body = document.element.body
        parts = [str(part.partname) for part in document.part.package.iter_parts()]
    # The package, its XML and its relations fail in many ways: all mean that Word did not write it so.
    except Exception as error:
        raise DocumentError(
            f"cannot be opened as a Word file ({type(error).__name__}: {error}). Save it again."
        ) from error
    warnings = []
    numbered = len(body.findall(f".//{WORD}numPr"))
    if numbered:
        warnings.append(f"{numbered} paragraph(s) numbered by Word itself; these numbers are not part of the text")
    for name in ("footnotes", "endnotes"):
        if (
            any(part.endswith(f"/{name}.xml") for part in parts)
            and body.find(f".//{WORD}{name[:-1]}Reference") is not None
        ):
            warnings.append(f"the {name} were not read")
    return "\n".join(_lines(body)), warnings


def _refuse_bomb(content: bytes) -> None:
    """Refuse what is no archive, and one that unpacks to far more than a document can hold."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise DocumentError(f"is no Word file: its archive is broken ({error}). Fetch it again.") from error
    unpacked = sum(member.file_size for member in members)
    ratio = unpacked / max(1, len(content))
    if unpacked > MAX_UNPACKED or (ratio > MAX_RATIO and unpacked > 2**20):
        raise DocumentError(
            f"unpacks to {unpacked / 2**20:.0f} MiB, {ratio:.0f} times its size, as a zip bomb does. "
            f"At most {MAX_UNPACKED // 2**20} MiB and {MAX_RATIO} times are read; save the text alone as .txt."
        )


def _lines(container: _Element) -> Iterator[str]:
    """Yield the lines of a body, a cell or a text box."""
    for child in container:
        if child.tag == f"{WORD}p":
            yield _text(child)
            for box in _boxes(child):
                yield from _lines(box)
        elif child.tag == f"{WORD}tbl":
            for row in _rows(child):
                yield "\t".join("\n".join(_lines(cell)) for cell in row)
        elif child.tag not in GONE:
            # Content controls, tracked insertions and custom XML wrap paragraphs.
            yield from _lines(child)


def _rows(table: _Element) -> Iterator[list[_Element]]:
    for row in _inside(table, f"{WORD}tr"):
        yield list(_inside(row, f"{WORD}tc"))


def _inside(element: _Element, tag: str) -> Iterator[_Element]:
    """Yield the children of that tag, also those in a wrapper, but not those of a table within."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag not in GONE and child.tag != f"{WORD}tc":
            yield from _inside(child, tag)


def _text(element: _Element) -> str:
    """Return the text of a paragraph without its text boxes."""
    pieces = []
    for child in element:
        if child.tag in TEXT:
            pieces.append(child.text or "")
        elif child.tag in WHITE:
            pieces.append(WHITE[child.tag])
        elif child.tag not in GONE and child.tag != f"{WORD}txbxContent":
            pieces.append(_text(child))
    return "".join(pieces)


def _boxes(element: _Element) -> Iterator[_Element]:
    for child in element:
        if child.tag == f"{WORD}txbxContent":
            yield child
        elif child.tag not in GONE:
            yield from _boxes(child)
