"""A figure's table for a paper: a Word document, or HTML to copy, with caveats and sources."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import datetime
from html import escape
from pathlib import Path

import pandas as pd
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Emu, Pt
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Row

from .errors import ExportError
from .figure_base import Figure
from .language import Language, pick
from .publication_tables import PublicationTable, publication_table
from .replacing import replacing
from .tables import Data
from .workbook.sheets import display_width

# Songti is what Chinese journals set; it comes with Windows, WPS and Word for Mac, others replace it by another serif.
EAST_ASIAN, LATIN = "宋体", "Times New Roman"
TAGS = {"zh": "zh-CN", "en": "en-GB"}
STYLE = "Three Line Table"
# More columns than this do not fit on an upright page.
UPRIGHT_COLUMNS = 8
# A column that holds more, in digits, breaks its texts into lines.
WIDEST = 30
NOTES, SOURCES = ("注：", "Notes"), ("参考文献", "Sources")
# A table style of our own: the rules above, below and under the header that journals want (三线表).
THREE_LINES = f"""
<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="ThreeLineTable">
  <w:name w:val="{STYLE}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:qFormat/>
  <w:tblPr><w:tblBorders>
    <w:top w:val="single" w:sz="12" w:space="0" w:color="auto"/>
    <w:bottom w:val="single" w:sz="12" w:space="0" w:color="auto"/>
  </w:tblBorders></w:tblPr>
  <w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders>
    <w:bottom w:val="single" w:sz="6" w:space="0" w:color="auto"/>
  </w:tcBorders></w:tcPr></w:tblStylePr>
</w:style>"""
CSS = """
body { font-family: "Times New Roman", SimSun, "Songti SC", "Noto Serif CJK SC", serif; }
table { border-collapse: collapse; border-top: 1.5pt solid; border-bottom: 1.5pt solid; }
caption { text-align: left; font-weight: bold; padding: 0.4em 0; }
caption span { font-weight: normal; }
thead th { border-bottom: 0.75pt solid; }
th, td { text-align: left; vertical-align: top; padding: 0.25em 0.7em; }
tbody th { font-weight: normal; }
""".strip()


def to_docx(
    data: Data,
    shown: str | Figure | pd.DataFrame,
    path: str | os.PathLike[str] | None = None,
    lang: str | None = None,
) -> Path:
    """Write the table of a figure or comparison as a Word document.

    Parameters
    ----------
    data
        Loaded data.
    shown
        Id of a figure, a figure, or a frame that `compare` returned (its rows are shown, in their order).
    path
        A file that ends in `.docx`, or a folder; `<id of the figure>.<lang>.docx` in the folder, or in the current one.
    lang
        `zh` or `en`; that of the figure, or the default language, without it.

    Returns
    -------
    Path
        The file: title, the table with its header repeated on each page, notes with the silent regions and why, one
        GB/T 7714 reference for each document, and the figure's id. An existing file is replaced only when the new
        one is complete.

    Raises
    ------
    UnknownIdError, ComparisonError
        As `publication_table`: no such figure, or a frame without a commitment.
    ExportError
        When the path ends otherwise, or the file cannot be written.
    """
    table = publication_table(data, shown, lang)
    target = _target(path, table, ".docx")
    document = _document(table, data.schema.created)
    with replacing(target) as draft:
        document.save(str(draft))
    return target


def to_html(
    data: Data,
    shown: str | Figure | pd.DataFrame,
    path: str | os.PathLike[str] | None = None,
    lang: str | None = None,
) -> str:
    """Return the table of a figure or comparison as an HTML page, to copy into Word or to publish.

    Parameters are those of `to_docx`; without `path` nothing is written, with one the page is (`.html`, UTF-8).

    Returns
    -------
    str
        A page with one table: caption, headers with their scope, notes and references; all text is escaped.
    """
    table = publication_table(data, shown, lang)
    page = _page(table)
    if path is not None:
        with replacing(_target(path, table, ".html")) as draft:
            draft.write_text(page, encoding="utf-8", newline="\n")
    return page


def _target(path: str | os.PathLike[str] | None, table: PublicationTable, ending: str) -> Path:
    place = Path(path or ".")
    if place.is_dir():
        return place / f"{table.id}.{table.lang}{ending}"
    if place.suffix.lower() != ending:
        raise ExportError(f"{place}: found the ending {place.suffix!r}; wanted {ending}. Name the file so.")
    return place


def _document(table: PublicationTable, created: str) -> WordDocument:
    document = Document()
    _set_fonts(document, table.lang)
    document.styles.element.append(parse_xml(THREE_LINES))
    properties = document.core_properties
    properties.title, properties.author, properties.language = table.title, "Regional Targets", TAGS[table.lang]
    properties.created = properties.modified = datetime.fromisoformat(created)
    properties.comments = table.origin
    if len(table.headings) > UPRIGHT_COLUMNS:
        section = document.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    title = document.add_paragraph(table.title, style="Caption")
    title.paragraph_format.keep_with_next = True
    subtitle = document.add_paragraph(table.subtitle)
    subtitle.paragraph_format.keep_with_next = True
    _add_table(document, table)
    _add_list(document, pick(table.lang, *NOTES), table.notes)
    _add_list(document, pick(table.lang, *SOURCES), _numbered(table.sources))
    document.add_paragraph(table.origin)
    return document


def _set_fonts(document: WordDocument, lang: Language) -> None:
    """Name the Latin and the East Asian font, and the language, where all text takes them from."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    for name, size, bold in (("Normal", 10.5, False), ("Caption", 12, True)):
        style = document.styles[name]
        if not isinstance(style, ParagraphStyle):
            raise TypeError(f"the Word template has no paragraph style {name}")
        style.font.name, style.font.size, style.font.bold = LATIN, Pt(size), bold
        style.font.color.rgb = None
        style.paragraph_format.space_after = Pt(3)
        fonts = style.element.rPr.rFonts
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        fonts.set(qn("w:eastAsia"), EAST_ASIAN)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), TAGS["en"] if lang == "zh" else TAGS[lang])
        language.set(qn("w:eastAsia"), TAGS["zh"])


def _add_table(document: WordDocument, table: PublicationTable) -> None:
    made = document.add_table(rows=1, cols=len(table.headings), style=STYLE)
    _fill(made.rows[0], table.headings)
    _mark(made.rows[0], "w:tblHeader")
    for row in table.rows:
        _fill(made.add_row(), row)
    for line in made.rows:
        _mark(line, "w:cantSplit")
    _set_widths(document, made, table)
    _describe(made, table)


def _set_widths(document: WordDocument, made: Table, table: PublicationTable) -> None:
    """Share the width of the page among the columns by what they hold."""
    needs = [
        min(max(display_width(text) for text in texts), WIDEST) + 2
        for texts in zip(table.headings, *table.rows, strict=True)
    ]
    section = document.sections[0]
    page = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    for place, need in enumerate(needs):
        made.columns[place].width = Emu(page * need // sum(needs))
        for cell in made.columns[place].cells:
            cell.width = made.columns[place].width


def _fill(row: _Row, texts: Sequence[str]) -> None:
    for cell, text in zip(row.cells, texts, strict=True):
        paragraph = cell.paragraphs[0]
        paragraph.add_run(text).font.size = Pt(9)
        paragraph.paragraph_format.space_after = Pt(1)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT


def _mark(row: _Row, name: str) -> None:
    """Set a property of a row that python-docx has no name for: header on each page, or not split by a page."""
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement(name))


def _describe(made: Table, table: PublicationTable) -> None:
    """Give the table its alternative text: title and description."""
    for name, text in (("w:tblCaption", table.title), ("w:tblDescription", f"{table.subtitle} {table.origin}")):
        element = OxmlElement(name)
        element.set(qn("w:val"), text)
        made._tbl.tblPr.append(element)


def _add_list(document: WordDocument, title: str, texts: Sequence[str]) -> None:
    """Add a small list below the table: its title on a line of its own, then a line for each text."""
    if not texts:
        return
    head = document.add_paragraph()
    head.paragraph_format.space_before, head.paragraph_format.keep_with_next = Pt(6), True
    head.add_run(title).bold = True
    for text in texts:
        paragraph = document.add_paragraph()
        paragraph.add_run(text).font.size = Pt(9)
        paragraph.paragraph_format.left_indent, paragraph.paragraph_format.first_line_indent = Pt(18), Pt(-18)


def _numbered(sources: Sequence[str]) -> list[str]:
    return [f"[{number}] {source}" for number, source in enumerate(sources, start=1)]


def _page(table: PublicationTable) -> str:
    heads = "".join(f'<th scope="col">{escape(text)}</th>' for text in table.headings)
    rows = [
        f'<tr><th scope="row">{escape(first)}</th>{"".join(f"<td>{escape(text)}</td>" for text in rest)}</tr>'
        for first, *rest in table.rows
    ]
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{TAGS[table.lang]}">',
        f'<head><meta charset="utf-8"><title>{escape(table.title)}</title><style>\n{CSS}\n</style></head>',
        "<body>",
        f'<table id="{escape(table.id)}">',
        f"<caption>{escape(table.title)}<br><span>{escape(table.subtitle)}</span></caption>",
        f"<thead><tr>{heads}</tr></thead>",
        "<tbody>",
        *rows,
        "</tbody>",
        "</table>",
        *_html_list(pick(table.lang, *NOTES), table.notes, "notes"),
        *_html_list(pick(table.lang, *SOURCES), _numbered(table.sources), "sources"),
        f"<p>{escape(table.origin)}</p>",
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def _html_list(title: str, texts: Sequence[str], name: str) -> list[str]:
    """Return a list whose texts carry their own letters and numbers, which survive being copied."""
    if not texts:
        return []
    items = [f"{escape(text)}<br>" for text in texts]
    return [f'<p class="{name}"><b>{escape(title)}</b><br>', *items, "</p>"]
