"""Write figures and tables to one Excel workbook, in which every value leads to its evidence and back."""

from __future__ import annotations

import io
import math
import os
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from openpyxl.chart import BarChart
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from . import sheet_tables, source_tables
from .errors import ExportError
from .figure_base import Figure
from .figure_tables import chart_headings, figure_columns, matrix_columns, matrix_counts, panels
from .figures import catalogue, figure
from .language import Language, pick, resolve
from .native_charts import bar_chart
from .selection import restrict
from .sheet_notes import QUESTION, TITLES, cover_lines, note_columns
from .sheets import (
    BODY,
    BOLD,
    DIGIT_CM,
    HEADER_ROW,
    LINE_POINTS,
    Block,
    Book,
    Column,
    location,
    new_sheet,
    table_width,
    write,
    write_lines,
    write_table,
)
from .tables import Data
from .xlsx_xml import finish

AUTHOR = "Regional Targets"
BACK = ("← 目录", "← Contents")
DASHED = ("虚线：", "dashed line: ")
LABEL_SHARE = {"zh": 0.36, "en": 0.44}
CM_PER_POINT = 2.54 / 72


def write_workbook(
    data: Data,
    path: str | os.PathLike[str],
    figures: Sequence[str] | None = None,
    regions: Sequence[str] | None = None,
    lang: str | None = None,
) -> Path:
    """Write the workbook: cover, contents, notes, figures with native charts, and all tables.

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

    Returns
    -------
    Path
        The file. The same data make the same bytes, whenever and wherever it is written.

    Raises
    ------
    UnknownIdError
        When there is no such figure or region.
    ExportError
        When the file cannot be written; the file that stood there is unchanged.
    """
    language, target = resolve(lang), Path(path)
    _check_target(target)
    if regions is not None:
        data = restrict(data, regions)
    ids = catalogue(data) if figures is None else list(dict.fromkeys(figures))
    shown = [figure(data, fig_id, language) for fig_id in ids]
    _replace(target, _Build(data, shown, language).write)
    return target


class _Build:
    """One workbook while it is made: its sheets in order, and the descriptions of its charts."""

    def __init__(self, data: Data, figures: Sequence[Figure], lang: Language):
        self.data, self.figures, self.lang = data, figures, lang
        self.book = Book()
        # The default font decides how wide a unit of column width is.
        self.book._fonts[0] = self.book._named_styles["Normal"].font = BODY
        self.alts: list[str] = []
        self.listed: list[tuple[str, str, int]] = []
        self.places = sheet_tables.find_places(data)

    def write(self, target: BinaryIO) -> None:
        """Write the workbook to an open file."""
        data, places, lang = self.data, self.places, self.lang
        cover = self._sheet("cover", pick(lang, data.schema.title_zh, data.schema.title_en), pick(lang, *QUESTION))
        contents = self._sheet("contents", *(pick(lang, *words) for words in TITLES["contents"]))
        self._table("notes", note_columns(data, lang))
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
        write_table(contents, self._contents())
        # Long tables are not in it yet, so it is small enough to be held.
        draft = self._saved()
        finish(draft, target, data.schema.created, self.alts, self.book.long_tables)

    def _sheet(self, name: str, title: str, subtitle: str) -> Worksheet:
        back = "" if name in ("cover", "contents") else pick(self.lang, *BACK)
        return new_sheet(self.book, name, title, subtitle, back, f"{AUTHOR} {self.data.version}")

    def _table(self, name: str, columns: Sequence[Column]) -> None:
        title, subtitle = (pick(self.lang, *words) for words in TITLES[name])
        write_table(self._sheet(name, title, subtitle), columns)
        self.listed.append((name, title, len(columns[0].cells)))

    def _figure(self, shown: Figure) -> None:
        sheet = self._sheet(shown.id, shown.title, shown.subtitle)
        self.listed.append((shown.id, shown.title, len(shown.marks)))
        if shown.form == "matrix":
            self._matrix(sheet, shown)
            return
        columns = figure_columns(self.data, shown, self.places)
        block = write_table(sheet, columns, filtered=False)
        row = self._captions(sheet, shown, block)
        width = table_width(sheet, block) * DIGIT_CM
        for panel in panels(shown):
            text, numbers = chart_headings(self.data, shown, panel)
            title = pick(self.lang, "，", ", ").join(filter(None, [shown.title, panel]))
            chart = bar_chart(block, columns, text, numbers, title, shown.unit, LABEL_SHARE[self.lang], width)
            row = self._place(sheet, row, chart, pick(self.lang, "。", ". ").join(filter(None, [panel, shown.alt])))

    def _matrix(self, sheet: Worksheet, shown: Figure) -> None:
        """Write the wide table, below it the counts that its chart shows, and the chart, on a page of its own."""
        wide = write_table(sheet, matrix_columns(self.data, shown, self.places), filtered=False)
        row = self._captions(sheet, shown, wide)
        columns = matrix_counts(shown)
        name = shown.id.replace("-", "_") + "_counts"
        counts = write_table(sheet, columns, top=row, name=name, filtered=False)
        if counts.n_rows and len(columns) > 1:
            axis = pick(self.lang, "数量", "number")
            width = table_width(sheet, wide) * DIGIT_CM
            first, *parts = [column.heading for column in columns]
            share = 0.14 if shown.id == "fig-coverage" else 0.3
            chart = bar_chart(counts, columns, first, parts, shown.counted, axis, share, width, counted=True)
            sheet.row_breaks.append(Break(id=counts.bottom + 1))
            self._place(sheet, counts.bottom + 3, chart, shown.alt)

    def _captions(self, sheet: Worksheet, shown: Figure, block: Block) -> int:
        """Write source, footnotes and id below the table; return the row after a blank one."""
        # The line of a mandate is only in the drawn figure: a bar chart of Excel holds none, so no note may name it.
        notes = [note.removeprefix(pick(self.lang, *DASHED)) for note in shown.notes]
        texts = [shown.source, *notes, shown.id]
        return write_lines(sheet, block.bottom + 2, texts, table_width(sheet, block)) + 1

    def _place(self, sheet: Worksheet, row: int, chart: BarChart, alt: str) -> int:
        """Set a chart at a row of its own; return the first row below it."""
        n_rows = math.ceil(chart.height / CM_PER_POINT / LINE_POINTS) + 2
        for line in range(row, row + n_rows):
            sheet.row_dimensions[line].height = LINE_POINTS
        sheet.add_chart(chart, f"A{row}")
        self.alts.append(alt)
        return row + n_rows

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
        properties.title, properties.language = self.data.schema.title_en, pick(self.lang, "zh-CN", "en")
        properties.created = datetime.fromisoformat(self.data.schema.created)
        buffer = io.BytesIO()
        self.book.save(buffer)
        return buffer


def _check_target(target: Path) -> None:
    """Refuse a place that cannot hold a workbook before any work is done."""
    if target.suffix.lower() != ".xlsx":
        raise ExportError(f"{target}: found the ending {target.suffix!r}; wanted .xlsx. Name the file so.")
    if not target.parent.is_dir():
        raise ExportError(f"{target}: found no folder {target.parent}; wanted one to write to. Make it first.")


def _replace(target: Path, write: Callable[[BinaryIO], None]) -> None:
    """Write a file beside the target and put it in its place only when it is complete on the disk."""
    draft = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        with draft.open("wb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, target)
    except OSError as error:
        advice = "Close the file if it is open, check that the folder may be written, or choose another place."
        raise ExportError(f"{target}: could not be written ({error.strerror or error}). {advice}") from error
    finally:
        draft.unlink(missing_ok=True)
