"""The sheet of a figure: its table, below it source and footnotes, its native charts and, if asked for, its picture."""

from __future__ import annotations

import io
import math
from collections.abc import Callable, Sequence
from dataclasses import replace

from openpyxl.chart import BarChart
from openpyxl.drawing.image import Image
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from ..figure_base import Figure
from ..language import pick
from ..tables import Data
from .figure_tables import chart_headings, count_headings, figure_columns, in_panel, matrix_columns, panels
from .markers import Footnote
from .native_charts import NARROWEST_CM, Frame, Point, count_chart, interval_chart
from .sheet_tables import Places
from .sheets import DIGIT_CM, LINE_POINTS, Block, table_width, write_lines, write_table

# Draws a figure: its PNG.
Pictures = Callable[[Figure], bytes]
LABEL_SHARE = {"zh": 0.26, "en": 0.34}
COUNT_SHARE = 0.3
CM_PER_POINT, CM_PER_PIXEL = 2.54 / 72, 2.54 / 96
PICTURE_CM = 16.0
# What margins and footer leave of A4 landscape; a little less, for printers differ.
PAGE_CM = (27.7, 17.2)
# A page of a program that prints rows closer holds this much more.
HIGHER_PAGE = 1.2
# Letters of 10 points are still legible at this scale.
SMALLEST_SCALE = 0.65


class FigureSheet:
    """One figure on its sheet, written from top to bottom; charts stand below the table, not beside it.

    The table takes the width of a page, so what stood beside it would be out of sight on a screen and shrink the
    printed page by half; below it table, notes and chart are one A4 page in legible letters.
    """

    def __init__(
        self,
        sheet: Worksheet,
        data: Data,
        figure: Figure,
        notes: Sequence[Footnote],
        places: Places,
        pictures: Pictures | None,
    ):
        self.sheet, self.data, self.figure = sheet, data, figure
        self.notes, self.places, self.pictures = notes, places, pictures
        self.alts: list[str] = []
        self.page_top = 1

    def write(self) -> tuple[Block, list[str]]:
        """Write everything; return where the table stands, and the descriptions of the charts and of the picture."""
        block, charts = self._matrix() if self.figure.form == "matrix" else self._intervals()
        width = table_width(self.sheet, block)
        notes = [f"{note.marker} {note.text}" for note in self.notes]
        texts = [self.figure.source, *notes, self.figure.id]
        row = write_lines(self.sheet, block.bottom + 2, texts, width) + 1
        width_cm = width * DIGIT_CM
        drawn = charts(width_cm)
        image = None if self.pictures is None else _image(self.pictures(self.figure))
        self._choose_scale(row, [chart.height for chart, _ in drawn], width_cm, image)
        for chart, alt in drawn:
            row = self._room(row, chart.height, max(width_cm, chart.width))
            self.sheet.add_chart(chart, f"A{row}")
            self.alts.append(alt)
            row += _rows(chart.height)
        if image is not None:
            row = self._room(row, image.height * CM_PER_PIXEL, width_cm)
            self.sheet.add_image(image, f"A{row}")
            self.alts.append(pick(self.figure.lang, "图片：", "Picture: ") + self.figure.alt)
        return block, self.alts

    def _intervals(self) -> tuple[Block, Callable[[float], list[tuple[BarChart, str]]]]:
        """Write the table of the marks; return it, and what draws a chart for each panel at a width."""
        figure, lang = self.figure, self.figure.lang
        columns = figure_columns(self.data, figure, self.places, self.notes)
        block = write_table(self.sheet, columns, filtered=False)

        def charts(width: float) -> list[tuple[BarChart, str]]:
            drawn = []
            for panel in panels(figure):
                text, numbers = chart_headings(self.data, figure, panel)
                title = pick(lang, "，", ", ").join(filter(None, [figure.title, panel]))
                points = [
                    None if math.isnan(mark.x_max) else Point(mark.label, mark.comparator, mark.x_max)
                    for mark in in_panel(figure, panel).itertuples()
                ]
                frame = Frame(title, figure.unit, LABEL_SHARE[lang], width)
                chart = interval_chart(block, columns, text, numbers, points, frame)
                drawn.append((chart, pick(lang, "。", ". ").join(filter(None, [panel, figure.alt]))))
            return drawn

        return block, charts

    def _matrix(self) -> tuple[Block, Callable[[float], list[tuple[BarChart, str]]]]:
        """Write the matrix with the counts of its rows; return it, and what draws these at a width."""
        figure = self.figure
        columns = matrix_columns(self.data, figure, self.places)
        block = write_table(self.sheet, columns, filtered=False)

        def charts(width: float) -> list[tuple[BarChart, str]]:
            if figure.counts.empty:
                return []
            frame = Frame(figure.counted, pick(figure.lang, "数量", "number"), COUNT_SHARE, width)
            counted = replace(block, n_rows=len(figure.counts))
            return [(count_chart(counted, columns, figure.heading, count_headings(figure), frame), figure.alt)]

        return block, charts

    def _choose_scale(self, row: int, heights: Sequence[float], width: float, image: Image | None) -> None:
        """Print the sheet on one page where it stays legible; else on several, each begun by `_room`."""
        held = [*heights, image.height * CM_PER_PIXEL] if image else heights
        below = sum(_rows(height) for height in held) * LINE_POINTS * CM_PER_POINT
        scale = min(PAGE_CM[1] / (self._height(1, row) + below), PAGE_CM[0] / max(width, NARROWEST_CM))
        if scale >= SMALLEST_SCALE:
            self.sheet.page_setup.fitToHeight = 1

    def _height(self, first: int, end: int) -> float:
        """Return how high the rows from `first` to before `end` are, in centimetres."""
        rows = [self.sheet.row_dimensions[line].height or LINE_POINTS for line in range(first, end)]
        return sum(rows) * CM_PER_POINT

    def _room(self, row: int, height: float, width: float) -> int:
        """Give rows their height for what is that many centimetres high; begin a page where it would be cut."""
        for line in range(row, row + _rows(height)):
            self.sheet.row_dimensions[line].height = LINE_POINTS
        page = PAGE_CM[1] * max(1.0, width / PAGE_CM[0])
        several, above = self.sheet.page_setup.fitToHeight == 0, self._height(self.page_top, row)
        # What ends near the foot of a page by this reckoning may end there or on the next one.
        if several and any(math.fmod(above, high) + height > high for high in (page, page * HIGHER_PAGE)):
            # The page begins with the empty row above, else the frame would leave its upper edge behind.
            self.sheet.row_breaks.append(Break(id=row - 2))
            self.page_top = row - 1
        return row


def _image(png: bytes) -> Image:
    """Return a picture as wide as it is meant to be on paper."""
    image = Image(io.BytesIO(png))
    shrunk = PICTURE_CM / CM_PER_PIXEL / image.width
    image.width, image.height = image.width * shrunk, image.height * shrunk
    return image


def _rows(height: float) -> int:
    return math.ceil(height / CM_PER_POINT / LINE_POINTS) + 2
