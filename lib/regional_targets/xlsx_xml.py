"""What openpyxl does not write into an Excel file: alt text of charts, and bytes that never change by chance."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

# The earliest time that a zip entry can hold: no clock and no time zone enters the file.
ZIP_TIME = (1980, 1, 1, 0, 0, 0)
CONTENT_TYPES = "[Content_Types].xml"
CORE = "docProps/core.xml"
DRAWING = re.compile(r"xl/drawings/drawing(\d+)\.xml")
CHART_NAME = re.compile(r'(<(?:\w+:)?cNvPr id="\d+" name="Chart \d+")\s*/>')
STAMP = re.compile(r"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def finish(content: bytes, created: str, alts: Sequence[str]) -> bytes:
    """Return a workbook with alt text on its charts and with bytes that depend on its contents alone.

    Parameters
    ----------
    content
        The workbook as openpyxl saved it.
    created
        Date of the data (`2026-11-22`), which becomes the time of creation and change.
    alts
        One description per chart, in the order of the sheets and of the charts on each.

    Returns
    -------
    bytes

    Raises
    ------
    ValueError
        When there are not as many descriptions as charts.
    """
    parts = _parts(content)
    parts[CORE] = STAMP.sub(rf"\g<1>{created}T00:00:00Z", parts[CORE].decode()).encode()
    return _zipped(_described(parts, alts))


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _described(parts: dict[str, bytes], alts: Sequence[str]) -> dict[str, bytes]:
    """Add the descriptions to the drawings; openpyxl numbers these in the order of the sheets."""
    drawings = sorted((int(match[1]), name) for name in parts if (match := DRAWING.fullmatch(name)))
    found = sum(len(CHART_NAME.findall(parts[name].decode())) for _, name in drawings)
    if found != len(alts):
        raise ValueError(f"alts: found {len(alts)} descriptions; wanted {found}, one for each chart")
    texts = iter(alts)
    changed = {
        name: CHART_NAME.sub(
            lambda match: f"{match[1]} descr={quoteattr(next(texts))}/>", parts[name].decode()
        ).encode()
        for _, name in drawings
    }
    return {**parts, **changed}


def _zipped(parts: dict[str, bytes]) -> bytes:
    """Pack the parts in a fixed order, with a fixed time and no trace of the system."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda name: (name != CONTENT_TYPES, name)):
            entry = zipfile.ZipInfo(name, ZIP_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, parts[name])
    return buffer.getvalue()
