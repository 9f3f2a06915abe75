"""Charts that can be edited in Excel: bars of a figure's marks, their texts and values kept beside the references."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.chart import BarChart
from openpyxl.chart.data_source import AxDataSource, NumData, NumDataSource, NumRef, NumVal, StrData, StrRef, StrVal
from openpyxl.chart.label import DataLabel, DataLabelList
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.colors import ColorChoice
from openpyxl.drawing.fill import PatternFillProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import (
    CharacterProperties,
    Font,
    Paragraph,
    ParagraphProperties,
    RegularTextRun,
    RichTextProperties,
)

from .sheet_text import legible
from .sheets import FONT, GREY, INK, Block, Column

ACCENT, MIDDLE, WHITE = "0072B2", "A6A6A6", "FFFFFF"
# Fill and pattern of each further series: told apart in print without colour, too.
SHADES = ((ACCENT, None), (MIDDLE, None), (MIDDLE, "ltUpDiag"), ("7F7F7F", "pct10"), (MIDDLE, "ltHorz"))
RANGE_SHADES = ((ACCENT, None), (ACCENT, "ltUpDiag"))
# Many rows are set closer, so that a chart fits on a page.
ROW_CM, CLOSE_CM, MANY_ROWS, FRAME_CM, NARROWEST_CM, WIDEST_CM = 1.0, 0.72, 10, 4.4, 22.0, 34.0
UNLABELLED = dict.fromkeys(("showSerName", "showCatName", "showLegendKey", "showPercent"), False)
TITLE_HEIGHT, AXIS_HEIGHT, LEGEND_HEIGHT = 1.5, 1.7, 0.9


def bar_chart(
    block: Block,
    columns: Sequence[Column],
    category: str,
    series: Sequence[str],
    title: str,
    axis_title: str,
    label_share: float,
    width: float,
    counted: bool = False,
) -> BarChart:
    """Draw stacked horizontal bars that read downwards like their table.

    Parameters
    ----------
    block, columns
        Where the table stands, and what it holds: charts keep a copy, so that a viewer that does not calculate
        shows them all the same.
    category, series
        Headings of the column of texts and of the columns of numbers; an empty number draws nothing.
    title, axis_title
        Words above the chart and below the axis of values.
    label_share
        Share of the width that the texts take.
    width
        Width of the chart in centimetres.
    counted
        Whether the bars carry their numbers.

    Returns
    -------
    BarChart
    """
    cells = {column.heading: column.cells for column in columns}
    chart = BarChart(barDir="bar", grouping="stacked", overlap=100, gapWidth=55)
    for place, heading in enumerate(series):
        chart.series.append(_series(block, cells, category, heading, place, counted))
    chart.title = _title(title, 1300)
    chart.roundedCorners = False
    _dress_axes(chart, axis_title, _highest(cells, series, axis_title))
    legend = LEGEND_HEIGHT if len(series) > 1 else 0.0
    chart.legend = chart.legend if legend else None
    if legend:
        chart.legend.position, chart.legend.txPr = "b", _rich(1000, GREY)
    row = ROW_CM if block.n_rows <= MANY_ROWS else CLOSE_CM
    chart.width, chart.height = min(max(width, NARROWEST_CM), WIDEST_CM), FRAME_CM + legend + row * block.n_rows
    chart.layout = _inner(chart.height, legend, label_share)
    return chart


def _series(
    block: Block, cells: dict[str, Sequence[object]], category: str, heading: str, place: int, counted: bool
) -> Series:
    """Make a series whose categories are text with a copy; openpyxl alone would call them numbers."""
    numbers = [NumVal(idx=row, v=value) for row, value in enumerate(cells[heading]) if isinstance(value, int | float)]
    copy = NumData(formatCode="General", ptCount=block.n_rows, pt=numbers)
    shades = SHADES if counted else RANGE_SHADES
    fill, pattern = shades[place % len(shades)]
    series = Series(
        idx=place,
        order=place,
        tx=SeriesLabel(strRef=StrRef(f=block.header(heading), strCache=_texts([heading]))),
        cat=AxDataSource(strRef=StrRef(f=block.reference(category), strCache=_texts(cells[category]))),
        val=NumDataSource(numRef=NumRef(f=block.reference(heading), numCache=copy)),
        spPr=GraphicalProperties(solidFill=fill),
    )
    if pattern:
        colors = ColorChoice(srgbClr=fill), ColorChoice(srgbClr=WHITE)
        hatch = PatternFillProperties(prst=pattern, fgClr=colors[0], bgClr=colors[1])
        series.spPr = GraphicalProperties(pattFill=hatch)
    series.spPr.ln = LineProperties(solidFill=fill, w=9525)
    series.invertIfNegative = False
    if counted:
        # A zero has no bar on which its label could stand; the format hides those that come when the table is edited.
        zeros = [
            DataLabel(idx=row, **UNLABELLED, showVal=False) for row, value in enumerate(cells[heading]) if not value
        ]
        text = _rich(900, WHITE if place == 0 else INK)
        series.dLbls = DataLabelList(dLbl=zeros, numFmt="0;;;", txPr=text, **UNLABELLED, showVal=True)
    return series


def _texts(values: Sequence[object]) -> StrData:
    return StrData(ptCount=len(values), pt=[StrVal(idx=row, v=legible(str(value))) for row, value in enumerate(values)])


def _highest(cells: dict[str, Sequence[object]], series: Sequence[str], axis_title: str) -> float:
    """Return the end of the axis: 100 for a share, else above the longest bar."""
    if axis_title == "%":
        return 100.0
    totals = [
        sum(v for v in row if isinstance(v, int | float)) for row in zip(*(cells[h] for h in series), strict=True)
    ]
    step = _step(max(totals))
    return step * (max(totals) // step + 1)


def _step(highest: float) -> float:
    """Return the distance of the ticks: 1, 2 or 5 times a power of ten, whole where a whole one will do."""
    power = 1.0
    while power * 50 < highest:
        power *= 10
    return next((power * step for step in (1, 2, 5) if highest / (power * step) <= 6), power * 10)


def _dress_axes(chart: BarChart, axis_title: str, highest: float) -> None:
    names, values = chart.x_axis, chart.y_axis
    # Excel hides an axis that does not say that it is not deleted.
    names.delete = values.delete = False
    names.scaling.orientation = "maxMin"
    # With the names reversed their far end is at the bottom, where the values belong.
    values.crosses = "max"
    values.scaling.min, values.scaling.max, values.majorUnit = 0, highest, 20 if axis_title == "%" else _step(highest)
    values.number_format = "#,##0"
    values.numFmt.sourceLinked = False
    values.majorGridlines = None
    values.title = _title(axis_title, 1000) if axis_title else None
    for axis in (names, values):
        axis.txPr = _rich(1000, INK if axis is names else GREY)
        axis.graphicalProperties = GraphicalProperties(ln=LineProperties(solidFill="A6A6A6", w=9525))
    names.majorTickMark, values.majorTickMark = "none", "out"
    names.tickLblPos, values.tickLblPos = "low", "nextTo"


def _inner(height: float, legend: float, label_share: float) -> Layout:
    """Give the bars a fixed place, so that long names keep theirs in every program."""
    below = AXIS_HEIGHT + legend
    manual = ManualLayout(
        layoutTarget="inner", xMode="edge", yMode="edge",
        x=label_share, y=TITLE_HEIGHT / height, w=0.96 - label_share, h=1 - (TITLE_HEIGHT + below) / height,
    )  # fmt: skip
    return Layout(manualLayout=manual)


def _characters(size: int, color: str) -> CharacterProperties:
    return CharacterProperties(
        sz=size, b=False, solidFill=color, latin=Font(typeface=FONT), ea=Font(typeface=FONT), cs=Font(typeface=FONT)
    )


def _rich(size: int, color: str) -> RichText:
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=_characters(size, color)), endParaRPr=CharacterProperties())
    return RichText(bodyPr=RichTextProperties(), p=[paragraph])


def _title(text: str, size: int) -> Title:
    run = RegularTextRun(rPr=_characters(size, INK), t=legible(text))
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=_characters(size, INK)), r=[run])
    return Title(tx=Text(rich=RichText(bodyPr=RichTextProperties(), p=[paragraph])), overlay=False)
