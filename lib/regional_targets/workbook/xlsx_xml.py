"""What openpyxl does not write into an Excel file: alt text of charts and pictures, and bytes that do not change."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Iterable, Sequence
from typing import IO, BinaryIO, Protocol
from xml.sax.saxutils import quoteattr

from .sheet_text import legible

# The earliest time that a zip entry can hold: no clock and no time zone enters the file.
ZIP_TIME = (1980, 1, 1, 0, 0, 0)
CONTENT_TYPES = "[Content_Types].xml"
CORE = "docProps/core.xml"
DRAWING = re.compile(r"xl/drawings/drawing(\d+)\.xml")
# openpyxl describes no chart, and calls every picture a picture.
NAMED = re.compile(r'(<(?:\w+:)?cNvPr id="\d+" name="(?:Chart|Image) \d+")(?: descr="Picture")?\s*/>')
AFTER_LINKS = re.compile("(?=<printOptions|<pageMargins)")
STAMP = re.compile(r"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


class LongTable(Protocol):
    """Rows that a sheet lacks: the part of the sheet, the row before which they belong, and the XML of each.

    `links` holds the XML of their links as soon as all rows are written.
    """

    links: list[str]

    @property
    def part(self) -> str: ...

    @property
    def mark(self) -> str: ...

    def xml(self) -> Iterable[str]: ...


def finish(
    source: BinaryIO, target: BinaryIO, created: str, alts: Sequence[str], long_tables: Sequence[LongTable] = ()
) -> None:
    """Copy a workbook part by part: describe charts and pictures, fill long tables, let bytes depend on contents alone.

    Parameters
    ----------
    source
        The workbook as openpyxl saved it, open for reading.
    target
        The file to write, open for writing and at its beginning.
    created
        Date of the data (`2026-11-22`), which becomes the time of creation and change.
    alts
        One description per chart and picture, in the order of the sheets; those of the charts of a sheet come first.
    long_tables
        Tables of which the source has only the header and the last row.

    Raises
    ------
    ValueError
        When there are not as many descriptions as charts and pictures, or a long table's last row is not in its sheet.
    """
    with zipfile.ZipFile(source) as archive, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        changed = _described(archive, alts)
        changed[CORE] = STAMP.sub(rf"\g<1>{created}T00:00:00Z", archive.read(CORE).decode()).encode()
        for name in sorted(archive.namelist(), key=lambda name: (name != CONTENT_TYPES, name)):
            with packed.open(_entry(name), "w") as part, archive.open(name) as old:
                tables = [table for table in long_tables if table.part == name]
                if tables:
                    _fill(part, old.read().decode(), tables)
                elif name in changed:
                    part.write(changed[name])
                else:
                    shutil.copyfileobj(old, part)


def _entry(name: str) -> zipfile.ZipInfo:
    """Describe a part with a fixed time and no trace of the system."""
    entry = zipfile.ZipInfo(name, ZIP_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 0
    return entry


def _fill(part: IO[bytes], sheet: str, tables: Sequence[LongTable]) -> None:
    """Write a sheet with the rows of its long tables, which stand one below the other, in their place."""
    for table in tables:
        before, mark, after = sheet.partition(table.mark)
        if not mark:
            raise ValueError(f"{table.part}: found no {table.mark!r}; wanted the last row of the long table")
        part.write(before.encode())
        for row in table.xml():
            part.write(row.encode())
        sheet = mark + after
    part.write(_linked(sheet, "".join(link for table in tables for link in table.links)).encode())


def _linked(sheet: str, links: str) -> str:
    """Add links to what follows the rows of a sheet; where it has none, it gets a list of them."""
    if "<hyperlinks>" in sheet:
        return sheet.replace("<hyperlinks>", f"<hyperlinks>{links}", 1)
    return AFTER_LINKS.sub(f"<hyperlinks>{links}</hyperlinks>", sheet, count=1) if links else sheet


def _described(archive: zipfile.ZipFile, alts: Sequence[str]) -> dict[str, bytes]:
    """Return the drawings with the descriptions added; openpyxl numbers these in the order of the sheets."""
    numbered = sorted((int(match[1]), name) for name in archive.namelist() if (match := DRAWING.fullmatch(name)))
    drawings = {name: archive.read(name).decode() for _, name in numbered}
    found = sum(len(NAMED.findall(drawing)) for drawing in drawings.values())
    if found != len(alts):
        raise ValueError(f"alts: found {len(alts)} descriptions; wanted {found}, one for each chart or picture")
    texts = iter(alts)
    return {
        name: NAMED.sub(lambda match: f"{match[1]} descr={quoteattr(legible(next(texts)))}/>", drawing).encode()
        for name, drawing in drawings.items()
    }
