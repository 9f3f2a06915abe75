"""Write figures and tables to one Excel workbook, in which every value leads to its evidence and back."""

from __future__ import annotations

import io
import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from openpyxl.worksheet.worksheet import Worksheet

from ..errors import ExportError, WorkbookError
from ..figure_base import Figure
from ..figures import catalogue, figure
from ..language import Language, pick, resolve
from ..replacing import check_replaceable, replacing
from ..selection import restrict
from ..tables import Data
from . import manifest, sheet_tables, source_tables
from .codebook import codebook_columns
from .figure_sheets import FigureSheet, Pictures
from .markers import markers_of, number_notes
from .sheet_notes import QUESTION, TITLES, cover_lines, note_columns
from .sheets import (
    BODY,
    BOLD,
    HEADER_ROW,
    Book,
    Column,
    filled,
    location,
    new_sheet,
    write,
    write_table,
)
from .written_content import written_digest
from .xlsx_content import read_sheets
from .xlsx_xml import finish

AUTHOR = "Regional Targets"
BACK = ("← 目录", "← Contents")


def write_workbook(
    data: Data,
    path: str | os.PathLike[str],
    figures: Sequence[str] | None = None,
    regions: Sequence[str] | None = None,
    lang: str | None = None,
    pictures: Pictures | None = None,
    force: bool = False,
) -> Path:
    """Write the workbook: cover, contents, notes, codebook, figures with native charts, and all tables.

    Parameters
    ----------
    data
        Loaded data.
    path
        The file to write, `.xlsx`; a file that stands there is replaced only when the new one is complete.
    figures
        Ids of the figures, in order; the catalogue without it.
    regions
        Ids of the regions to which the workbook is restricted; all without it.
    lang
        `zh` or `en`; the default language without it.
    pictures
        Draws a figure as PNG (`picture` of this library does); with it each figure stands below its chart as a
        picture, too.
    force
        Whether a file that somebody edited, or that is none of ours, may be replaced all the same. An export as it
        was written is always replaced, however old.

    Returns
    -------
    Path
        The file. The same data make the same bytes, whenever and wherever it is written.

    Raises
    ------
    UnknownIdError
        When there is no such figure or region.
    ExportError
        When the file cannot be written, is open in a program or read-only, or was edited; it is unchanged.
    """
    language, target = resolve(lang), Path(path)
    _check_target(target, force)
    part = data if regions is None else restrict(data, regions)
    ids = catalogue(part) if figures is None else list(dict.fromkeys(figures))
    shown = [figure(part, fig_id, language) for fig_id in ids]
    proof = manifest.describe(data, None if figures is None else ids, regions, language)
    with replacing(target) as draft, draft.open("wb") as file:
        _Build(part, shown, language, proof, pictures).write(file)
    return target


class _Build:
    """One workbook while it is made: its sheets in order, and the descriptions of its charts."""

    def __init__(
        self,
        data: Data,
        figures: Sequence[Figure],
        lang: Language,
        proof: manifest.Manifest,
        pictures: Pictures | None = None,
    ):
        self.data, self.figures, self.lang, self.proof, self.pictures = data, figures, lang, proof, pictures
        self.book = Book()
        # The default font decides how wide a unit of column width is.
        self.book._fonts[0] = self.book._named_styles["Normal"].font = BODY
        self.alts: list[str] = []
        self.listed: list[tuple[str, str, int]] = []
        self.places = sheet_tables.find_places(data)
        self.notes = number_notes(figures, lang)

    def write(self, target: BinaryIO) -> None:
        """Write the workbook to an open file."""
        data, places, lang = self.data, self.places, self.lang
        cover = self._sheet("cover", pick(lang, data.schema.title_zh, data.schema.title_en), pick(lang, *QUESTION))
        contents = self._sheet("contents", *(pick(lang, *words) for words in TITLES["contents"]))
        self._table("notes", note_columns(data, lang, self.figures, self.notes))
        self._table("codebook", codebook_columns(data, lang))
        for shown in self.figures:
            self._figure(shown)
        self._table("verdicts", sheet_tables.verdict_columns(data, places, lang))
        self._table("targets", sheet_tables.target_columns(data, places, lang))
        self._table("evidence", sheet_tables.evidence_columns(data, places, lang))
        self._table("silences", sheet_tables.silence_columns(data, lang))
        self._table("documents", source_tables.document_columns(data, lang))
        self._table("mandates", source_tables.mandate_columns(data, lang))
        self._table("context", source_tables.context_columns(data, lang))
        self._fill_cover(cover)
        columns = manifest.manifest_columns(self.proof, [*self.book.sheetnames])
        self.listed.append((manifest.NAME, pick(lang, *manifest.TITLE), len(columns[0].cells)))
        write_table(contents, self._contents())
        self._manifest()
        # Long tables are not in it yet, so it is small enough to be held.
        draft = self._saved()
        finish(draft, target, data.schema.created, self.alts, self.book.long_tables)

    def _sheet(self, name: str, title: str, subtitle: str) -> Worksheet:
        back = "" if name in ("cover", "contents") else pick(self.lang, *BACK)
        return new_sheet(self.book, name, title, subtitle, back, f"{AUTHOR} {self.data.version}")

    def _table(self, name: str, columns: Sequence[Column]) -> None:
        title, subtitle = (pick(self.lang, *words) for words in TITLES[name])
        write_table(self._sheet(name, title, subtitle), filled(columns))
        self.listed.append((name, title, len(columns[0].cells)))

    def _manifest(self) -> None:
        """Write the hashes of all sheets before it, and last its own, for which it must be there."""
        sheet = self._sheet(manifest.NAME, *(pick(self.lang, *words) for words in (manifest.TITLE, manifest.SUBTITLE)))
        hashes = {name: written_digest(self.book, self.book[name]) for name in self.book.sheetnames[:-1]}
        block = write_table(sheet, manifest.manifest_columns(self.proof, hashes))
        write(sheet, block.bottom, manifest.VALUE, written_digest(self.book, sheet))

    def _figure(self, shown: Figure) -> None:
        notes = self.notes[shown.id]
        statement = " ".join(filter(None, [shown.subtitle, markers_of(notes, None)]))
        sheet = self._sheet(shown.id, shown.title, statement)
        block, alts = FigureSheet(sheet, self.data, shown, notes, self.places, self.pictures).write()
        self.listed.append((sheet.title, shown.title, block.n_rows))
        self.alts += alts

    def _fill_cover(self, sheet: Worksheet) -> None:
        """Write what the workbook is, and the documents with their number, stage and validity."""
        sheet.column_dimensions["A"].width = 22
        lines = cover_lines(self.data, self.lang, [shown.id for shown in self.figures])
        for row, (label, text) in enumerate(lines, start=HEADER_ROW):
            write(sheet, row, 1, label, BOLD)
            write(sheet, row, 2, text)
        below = HEADER_ROW + len(lines)
        write(sheet, below, 1, pick(self.lang, *TITLES["contents"][0]), link=location("contents", 1))
        write_table(sheet, source_tables.cover_columns(self.data, self.lang), top=below + 2, filtered=False)

    def _contents(self) -> list[Column]:
        """Return every sheet with its title and number of rows, each name a link."""
        names, titles, counts = zip(*self.listed, strict=True)
        heads = [pick(self.lang, *words) for words in (("工作表", "Sheet"), ("标题", "Title"), ("行数", "Rows"))]
        links = [location(name, 1) for name in names]
        return [Column(heads[0], names, links), Column(heads[1], titles, widest=80), Column(heads[2], counts)]

    def _saved(self) -> io.BytesIO:
        properties = self.book.properties
        properties.creator = properties.lastModifiedBy = AUTHOR
        schema = self.data.schema
        properties.title = pick(self.lang, schema.title_zh, schema.title_en)
        properties.language = pick(self.lang, "zh-CN", "en")
        properties.created = datetime.fromisoformat(self.data.schema.created)
        buffer = io.BytesIO()
        self.book.save(buffer)
        return buffer


def _check_target(target: Path, force: bool) -> None:
    """Refuse a place that cannot hold a workbook, or holds one that is not to be lost, before any work is done."""
    if target.suffix.lower() != ".xlsx":
        raise ExportError(f"{target}: found the ending {target.suffix!r}; wanted .xlsx. Name the file so.")
    check_replaceable(target)
    if target.is_file() and not force:
        _check_untouched(target)


def _check_untouched(target: Path) -> None:
    """Refuse to replace a workbook that somebody edited, or a file that is none of ours."""
    advice = "Choose another place (--out), or replace it with --force (in Python force=True)."
    try:
        sheets = read_sheets(target)
        touched = manifest.touched_sheets(*manifest.read_manifest(sheets), sheets)
    except WorkbookError as error:
        raise ExportError(f"{target}: found a file that is no export of this library ({error}) {advice}") from error
    if touched:
        listed = ", ".join(touched)
        raise ExportError(
            f"{target}: found changes that somebody made ({listed}); wanted an untouched export. {advice}"
        )
