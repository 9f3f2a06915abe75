"""Parts of a chart that openpyxl lacks or writes in another order than the format demands, and its text with fonts."""

from __future__ import annotations

from collections.abc import Mapping

from openpyxl.chart.data_source import NumData, NumDataSource, NumVal
from openpyxl.chart.error_bar import ErrorBars
from openpyxl.chart.label import DataLabel, DataLabelList
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.descriptors import Typed
from openpyxl.drawing.line import LineEndProperties, LineProperties
from openpyxl.drawing.text import (
    CharacterProperties,
    Font,
    Paragraph,
    ParagraphProperties,
    RegularTextRun,
    RichTextProperties,
)

from .sheet_text import legible
from .sheets import FONT, INK

HIDDEN = dict.fromkeys(("showSerName", "showCatName", "showLegendKey", "showPercent", "showBubbleSize"), False)


class TextLabel(DataLabel):
    """A label of one point with a text of its own, moved from its place by a share of the chart's width."""

    tagname = "dLbl"
    # openpyxl collects these from the class itself only.
    __nested__ = DataLabel.__nested__
    __attrs__ = DataLabel.__attrs__
    idx = DataLabel.idx
    layout = Typed(expected_type=Layout, allow_none=True)
    tx = Typed(expected_type=Text, allow_none=True)
    __elements__ = ("idx", "layout", "tx", *(name for name in DataLabel.__elements__ if name != "idx"))

    def __init__(self, place: int, text: str, aside: float = 0.0):
        super().__init__(idx=place, dLblPos="outEnd", showVal=True, **HIDDEN)
        self.layout = Layout(manualLayout=ManualLayout(x=aside, y=0)) if aside else None
        run = RegularTextRun(rPr=characters(1000, INK), t=legible(text))
        paragraph = Paragraph(pPr=ParagraphProperties(defRPr=characters(1000, INK)), r=[run])
        self.tx = Text(rich=RichText(bodyPr=RichTextProperties(wrap="none"), p=[paragraph]))


class OrderedErrorBars(ErrorBars):
    """Error bars with plus before minus, as the schema wants it; openpyxl has them the other way round."""

    tagname = "errBars"
    __nested__ = ErrorBars.__nested__
    __attrs__ = ErrorBars.__attrs__
    __elements__ = ("errDir", "errBarType", "errValType", "noEndCap", "plus", "minus", "val", "spPr")


def labels(texts: Mapping[int, str], aside: Mapping[int, float]) -> DataLabelList:
    """Return the labels of a series: a text for some of its points, each moved aside or not; none for the others."""
    held = [TextLabel(place, text, aside.get(place, 0.0)) for place, text in texts.items()]
    return DataLabelList(dLbl=held, showVal=False, **HIDDEN)


def arrows(n_points: int, upwards: Mapping[int, float], downwards: Mapping[int, float]) -> ErrorBars:
    """Return error bars that end in an arrow: lengths by point, in units of the axis; other points have none."""
    line = LineProperties(solidFill=INK, w=15875, prstDash="sysDash", tailEnd=LineEndProperties(type="triangle"))
    return OrderedErrorBars(
        errBarType="both",
        errValType="cust",
        noEndCap=True,
        plus=_literal(n_points, upwards),
        minus=_literal(n_points, downwards),
        spPr=GraphicalProperties(ln=line),
    )


def _literal(n_points: int, values: Mapping[int, float]) -> NumDataSource:
    """Write numbers into the chart itself: the length of an arrow says nothing, so no cell of a table holds it."""
    points = [NumVal(idx=place, v=values.get(place, 0)) for place in range(n_points)]
    return NumDataSource(numLit=NumData(formatCode="General", ptCount=n_points, pt=points))


def characters(size: int, color: str) -> CharacterProperties:
    """Return the font of a text in a chart, named for Latin and for Chinese letters; size in hundredths of a point."""
    face = Font(typeface=FONT)
    return CharacterProperties(sz=size, b=False, solidFill=color, latin=face, ea=face, cs=face)


def rich(size: int, color: str) -> RichText:
    """Return how the texts of an axis or a legend look."""
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=characters(size, color)), endParaRPr=CharacterProperties())
    return RichText(bodyPr=RichTextProperties(), p=[paragraph])


def title(text: str, size: int) -> Title:
    """Return a title of a chart or an axis."""
    run = RegularTextRun(rPr=characters(size, INK), t=legible(text))
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=characters(size, INK)), r=[run])
    return Title(tx=Text(rich=RichText(bodyPr=RichTextProperties(), p=[paragraph])), overlay=False)
