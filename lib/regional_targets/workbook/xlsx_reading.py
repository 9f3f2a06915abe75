"""Open a workbook that somebody sent: bombs, entities and broken files are refused before anything is unpacked."""

from __future__ import annotations

import io
import os
import warnings
import zipfile
import zlib
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring, iterparse
from openpyxl import Workbook, load_workbook

from ..errors import WorkbookError

MIB = 2**20
# A workbook of 100,000 commitments unpacks to some hundred MiB, at a ratio of about 20.
MAX_FILE, MAX_UNPACKED, MAX_PARTS, MAX_RATIO = 256 * MIB, 1024 * MIB, 5000, 200
# A small part may well be packed more tightly than that, without harm.
SMALL_PART = MIB
NO_XML = (".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".bin", ".vml")
ADVICE = "Ask for the file again, or open and save it in a spreadsheet program that you trust."
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)


class Package:
    """An Office file whose parts are within the limits and declare no document type, so that none defines an entity.

    Parameters
    ----------
    path
        The file, `.xlsx`; a `.docx` is packed alike.

    Raises
    ------
    WorkbookError
        When the file cannot be read, is no zip archive, is damaged or encrypted, has too many parts, holds a part
        twice, would unpack to too much, or declares a document type.
    """

    def __init__(self, path: str | os.PathLike[str]):
        self.name = Path(path).name
        try:
            size = os.stat(path).st_size
            if size > MAX_FILE:
                raise self._refused(f"{size} bytes", f"at most {MAX_FILE}")
            self.content = Path(path).read_bytes()
        except OSError as error:
            raise WorkbookError(f"{path}: could not be read ({error.strerror or error}). Check its name.") from error
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(self.content))
            self._check_limits()
            for entry in self._archive.infolist():
                self._check_prolog(entry)
        except BROKEN as error:
            raise self._refused(f"no whole zip archive ({error})", "an .xlsx workbook") from error

    def parts(self) -> list[str]:
        """Return the names of all parts."""
        return self._archive.namelist()

    def xml(self, part: str) -> Element:
        """Parse a part; WorkbookError when it is not there or no XML."""
        try:
            root: Element = fromstring(self._archive.read(part), forbid_dtd=True)
        except (KeyError, ParseError, DefusedXmlException, *BROKEN) as error:
            raise self._refused(f"no part {part} that can be read ({error})", "it") from error
        return root

    def workbook(self) -> Workbook:
        """Open the file with openpyxl; WorkbookError when it is no workbook."""
        try:
            with warnings.catch_warnings():
                # They tell of formatting that openpyxl cannot hold; nothing is written from this workbook.
                warnings.simplefilter("ignore")
                return load_workbook(io.BytesIO(self.content))
        except Exception as error:  # whatever a broken file makes openpyxl raise
            reason = f"{type(error).__name__}: {error}".splitlines()[0]
            raise self._refused(f"no workbook that can be read ({reason})", "an .xlsx workbook") from error

    def _check_limits(self) -> None:
        """Look at what the entries declare; zipfile never unpacks more of a part than its entry declares."""
        entries = self._archive.infolist()
        if len(entries) > MAX_PARTS:
            raise self._refused(f"{len(entries)} parts", f"at most {MAX_PARTS}")
        if len({entry.filename for entry in entries}) < len(entries):
            raise self._refused("a part that is there twice", "each part once")
        if any(entry.flag_bits & 1 for entry in entries):
            raise self._refused("an encrypted part", "a workbook without password")
        total = sum(entry.file_size for entry in entries)
        if total > MAX_UNPACKED:
            raise self._refused(f"{total} bytes when unpacked", f"at most {MAX_UNPACKED}")
        for entry in entries:
            if entry.file_size > SMALL_PART and entry.file_size > MAX_RATIO * entry.compress_size:
                ratio = entry.file_size // max(entry.compress_size, 1)
                raise self._refused(f"{entry.filename}, packed {ratio} to 1", f"at most {MAX_RATIO} to 1")

    def _check_prolog(self, entry: zipfile.ZipInfo) -> None:
        """Refuse a document type, which stands before the first element; beside lxml openpyxl would read it."""
        try:
            with self._archive.open(entry) as part:
                next(iterparse(part, events=("start",), forbid_dtd=True), None)
        except DefusedXmlException as error:
            raise self._refused(f"{entry.filename} with a document type or entity", "plain XML") from error
        except ParseError as error:
            if not entry.is_dir() and not entry.filename.lower().endswith(NO_XML):
                raise self._refused(f"{entry.filename}, which is no XML", "XML") from error

    def _refused(self, found: str, wanted: str) -> WorkbookError:
        return WorkbookError(f"{self.name}: found {found}; wanted {wanted}. {ADVICE}")


def open_workbook(path: str | os.PathLike[str]) -> Workbook:
    """Open a workbook with openpyxl once it is found harmless.

    Raises
    ------
    WorkbookError
        As `Package`, and when the file is no workbook.
    """
    return Package(path).workbook()
