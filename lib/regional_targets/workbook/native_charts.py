"""Charts that can be edited in Excel: bars of a figure's marks, their texts and values kept beside the references."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl.chart import BarChart
from openpyxl.chart.data_source import AxDataSource, NumData, NumDataSource, NumRef, NumVal, StrData, StrRef, StrVal
from openpyxl.chart.label import DataLabel, DataLabelList
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.marker import DataPoint
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.colors import ColorChoice
from openpyxl.drawing.fill import PatternFillProperties
from openpyxl.drawing.line import LineProperties

from .chart_xml import HIDDEN, arrows, labels, rich, title
from .sheet_text import legible
from .sheets import GREY, INK, Block, Column

ACCENT, TINT, DARK, MIDDLE, PALE, WHITE = "0072B2", "9CC5E3", "7F7F7F", "A6A6A6", "D9D9D9", "FFFFFF"
# Fill and pattern of each further series: told apart in print without colour, too.
SHADES = (
    *((ACCENT, None), (MIDDLE, None), (MIDDLE, "ltUpDiag"), (DARK, "pct10"), (MIDDLE, "ltHorz"), (PALE, None)),
    *(
        (MIDDLE, "ltVert"),
        (ACCENT, "ltDnDiag"),
        (DARK, "smGrid"),
        (ACCENT, "pct25"),
        (DARK, "dotGrid"),
        (ACCENT, "wave"),
    ),
)
# Many rows are set closer, so that a chart fits on a page.
ROW_CM, CLOSE_CM, MANY_ROWS, FRAME_CM, NARROWEST_CM, WIDEST_CM = 0.85, 0.72, 10, 3.9, 22.0, 34.0
TITLE_HEIGHT, AXIS_HEIGHT, LEGEND_HEIGHT = 1.5, 1.7, 0.9
# Length of the arrow of an open amount, as a share of the axis; room for the labels at the right, of the chart.
ARROW, LABEL_ROOM = 0.05, 0.24


@dataclass(frozen=True)
class Frame:
    """The words around a chart and its room: share of the width for the names of the bars, width in centimetres."""

    title: str
    axis_title: str
    label_share: float
    width: float


@dataclass(frozen=True)
class Point:
    """One bar of an interval chart: the text at its end, its comparator, and how far it reaches."""

    text: str
    comparator: str
    value: float


def count_chart(
    block: Block, columns: Sequence[Column], category: str, series: Sequence[str], frame: Frame
) -> BarChart:
    """Draw stacked horizontal bars that carry their numbers and read downwards like their table.

    Parameters
    ----------
    block, columns
        Where the table stands, and what it holds: charts keep a copy, so that a viewer that does not calculate
        shows them all the same.
    category, series
        Headings of the column of texts and of the columns of numbers; an empty number draws nothing.
    frame
        Words and room.

    Returns
    -------
    BarChart
    """
    cells = {column.heading: column.cells[: block.n_rows] for column in columns}
    chart = BarChart(barDir="bar", grouping="stacked", overlap=100, gapWidth=55)
    chart.series = [_counted(block, cells, category, heading, place) for place, heading in enumerate(series)]
    totals = [sum(filter(None, row)) for row in zip(*(cells[heading] for heading in series), strict=True)]
    legend = LEGEND_HEIGHT if len(series) > 1 else 0.0
    _dress(chart, block, frame, _end(max(totals)), legend, 0.04)
    if legend:
        chart.legend.position, chart.legend.txPr = "b", rich(1000, GREY)
    return chart


def interval_chart(
    block: Block,
    columns: Sequence[Column],
    category: str,
    series: Sequence[str],
    points: Sequence[Point | None],
    frame: Frame,
) -> BarChart:
    """Draw a bar for each amount, its label at the end; an open amount has an arrow, a range a hatched upper part.

    Parameters
    ----------
    block, columns, category, frame
        As for `count_chart`.
    series
        Headings of the columns of numbers: the amounts, before them their upper ends where there is a range.
    points
        One per row of the table; None draws nothing.

    Returns
    -------
    BarChart
    """
    cells = {column.heading: column.cells for column in columns}
    share = frame.axis_title == "%"
    drawn = {place: point for place, point in enumerate(points) if point is not None}
    end = 100.0 if share else _end(max(point.value for point in drawn.values()))
    # Overlapping bars hide the upper end of an amount that is no range behind the amount itself.
    chart = BarChart(barDir="bar", grouping="clustered", overlap=100, gapWidth=55)
    for place, heading in enumerate(series):
        upper = heading != series[-1]
        one = _series(block, cells, category, heading, place)
        one.spPr = _hatched(ACCENT, "ltUpDiag") if upper else GraphicalProperties(solidFill=TINT)
        one.spPr.ln = LineProperties(solidFill=ACCENT, w=9525)
        here = {
            row: point for row, point in drawn.items() if (point.comparator == "range") == upper or len(series) == 1
        }
        moved = 0.008 + ARROW * (1 - frame.label_share - LABEL_ROOM)
        aside = {row: moved for row, point in here.items() if point.comparator == "at_least"}
        one.dLbls = labels({row: point.text for row, point in here.items()}, aside)
        if not upper:
            _open(one, block.n_rows, drawn, ARROW * end)
        chart.series.append(one)
    _dress(chart, block, frame, end, 0.0, LABEL_ROOM)
    return chart


def _open(series: Series, n_rows: int, points: dict[int, Point], length: float) -> None:
    """Give open amounts their arrow; one that is open downwards is hollow, so that its arrow is seen in the bar."""
    upwards = {row: length for row, point in points.items() if point.comparator == "at_least"}
    downwards = {row: length for row, point in points.items() if point.comparator == "at_most"}
    if upwards or downwards:
        series.errBars = arrows(n_rows, upwards, downwards)
    for row in downwards:
        hollow = GraphicalProperties(noFill=True)
        hollow.ln = LineProperties(solidFill=ACCENT, w=9525)
        series.dPt.append(DataPoint(idx=row, invertIfNegative=False, spPr=hollow))


def _series(block: Block, cells: dict[str, Sequence[object]], category: str, heading: str, place: int) -> Series:
    """Make a series whose categories are text with a copy; openpyxl alone would call them numbers."""
    numbers = [NumVal(idx=row, v=value) for row, value in enumerate(cells[heading]) if isinstance(value, int | float)]
    copy = NumData(formatCode="General", ptCount=block.n_rows, pt=numbers)
    return Series(
        idx=place,
        order=place,
        tx=SeriesLabel(strRef=StrRef(f=block.header(heading), strCache=_texts([heading]))),
        cat=AxDataSource(strRef=StrRef(f=block.reference(category), strCache=_texts(cells[category]))),
        val=NumDataSource(numRef=NumRef(f=block.reference(heading), numCache=copy)),
        invertIfNegative=False,
    )


def _counted(block: Block, cells: dict[str, Sequence[object]], category: str, heading: str, place: int) -> Series:
    """Make a series of a count chart: its shade, and its numbers on the bars."""
    series = _series(block, cells, category, heading, place)
    fill, pattern = SHADES[place % len(SHADES)]
    series.spPr = _hatched(fill, pattern) if pattern else GraphicalProperties(solidFill=fill)
    series.spPr.ln = LineProperties(solidFill=fill, w=9525)
    # A zero has no bar on which its label could stand; the format hides those that come when the table is edited.
    zeros = [DataLabel(idx=row, **HIDDEN, showVal=False) for row, value in enumerate(cells[heading]) if not value]
    text = rich(1000, WHITE if (fill, pattern) == (ACCENT, None) else INK)
    series.dLbls = DataLabelList(dLbl=zeros, numFmt="0;;;", txPr=text, **HIDDEN, showVal=True)
    return series


def _hatched(fill: str, pattern: str) -> GraphicalProperties:
    colors = ColorChoice(srgbClr=fill), ColorChoice(srgbClr=WHITE)
    return GraphicalProperties(pattFill=PatternFillProperties(prst=pattern, fgClr=colors[0], bgClr=colors[1]))


def _texts(values: Sequence[object]) -> StrData:
    return StrData(ptCount=len(values), pt=[StrVal(idx=row, v=legible(str(value))) for row, value in enumerate(values)])


def _end(highest: float) -> float:
    """Return the end of the axis, above the longest bar."""
    step = _step(highest)
    return step * (highest // step + 1)


def _step(highest: float) -> float:
    """Return the distance of the ticks: 1, 2 or 5 times a power of ten, whole where a whole one will do."""
    power = 1.0
    while power * 50 < highest:
        power *= 10
    return next((power * step for step in (1, 2, 5) if highest / (power * step) <= 6), power * 10)


def _dress(chart: BarChart, block: Block, frame: Frame, end: float, legend: float, right: float) -> None:
    """Give a chart its title, axes, size and the fixed place of its bars, so that long names keep theirs everywhere."""
    chart.title = title(frame.title, 1300)
    chart.roundedCorners = False
    _dress_axes(chart, frame.axis_title, end)
    chart.legend = chart.legend if legend else None
    row = ROW_CM if block.n_rows <= MANY_ROWS else CLOSE_CM
    chart.width = min(max(frame.width, NARROWEST_CM), WIDEST_CM)
    chart.height = FRAME_CM + legend + row * block.n_rows
    manual = ManualLayout(
        layoutTarget="inner", xMode="edge", yMode="edge",
        x=frame.label_share, y=TITLE_HEIGHT / chart.height, w=1 - right - frame.label_share,
        h=1 - (TITLE_HEIGHT + AXIS_HEIGHT + legend) / chart.height,
    )  # fmt: skip
    chart.layout = Layout(manualLayout=manual)


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
    values.title = title(axis_title, 1000) if axis_title else None
    for axis in (names, values):
        axis.txPr = rich(1000, INK if axis is names else GREY)
        axis.graphicalProperties = GraphicalProperties(ln=LineProperties(solidFill="A6A6A6", w=9525))
    names.majorTickMark, values.majorTickMark = "none", "out"
    names.tickLblPos, values.tickLblPos = "low", "nextTo"
