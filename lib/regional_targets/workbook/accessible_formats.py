"""Rules of accessibility about links, letters, colours, charts, sheets, print and the properties of the document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from openpyxl.cell import Cell
from openpyxl.utils import coordinate_to_tuple
from openpyxl.worksheet.hyperlink import Hyperlink

from .checked_workbook import DC, XDR, A, C, CheckedWorkbook, place
from .outcomes import OTHERWISE, Outcome, Rule, judged, not_applicable

SMALLEST, LEAST_CONTRAST = 10, 4.5
# A chart tells two series apart in print when their grey differs by this share.
LEAST_STEP = 0.15
DEFAULT_SHEET = re.compile(r"(Sheet|工作表)_?\d*", re.IGNORECASE)
BARE_LINK = re.compile(r"(https?://|www\.)\S*|(click )?here|link|点击(此处|这里)?|链接|此处", re.IGNORECASE)
FUNCTION_LINK = re.compile(r'=HYPERLINK\("#(.+?)","?(.*?)"?\)', re.DOTALL)
# A percent sign is read out as a word, and is a unit.
SYMBOLS_ONLY = re.compile(r"[^\w\[\]%‰]+")
WHITE = "FFFFFF"
ADDED = ("vbaProject", "externalLinks/", "embeddings/", "activeX", "ctrlProps")
SECOND, NOTES = "contents", "notes"


def _links(file: CheckedWorkbook) -> Iterator[tuple[Cell, str, str]]:
    """Yield each link: its cell, where it leads (`""` outside the workbook), its words."""
    for cell, text in file.texts():
        if found := FUNCTION_LINK.fullmatch(text):
            yield cell, found[1], found[2]
    for sheet in file.sheets:
        for row in sheet.iter_rows():
            for cell in row:
                link: Hyperlink | None = cell.hyperlink
                if link is not None:
                    yield cell, link.location or "", "" if cell.value is None else str(cell.value)


def links(file: CheckedWorkbook) -> Outcome:
    """Each link has words, and leads to a cell that holds something."""
    faults, seen = [], 0
    for cell, target, words in _links(file):
        seen += 1
        if not words.strip() or BARE_LINK.fullmatch(words.strip()):
            faults.append(f"{place(cell)}: {words!r}")
        if target and not _holds(file, target):
            faults.append(f"{place(cell)}: {target}")
    return judged(faults, f"{seen}个链接", f"{seen} links") if seen else not_applicable("没有链接", "no links")


def _holds(file: CheckedWorkbook, target: str) -> bool:
    name, _, where = target.rpartition("!")
    name = name.removeprefix("'").removesuffix("'").replace("''", "'")
    if name not in file.book.sheetnames:
        return False
    row, column = coordinate_to_tuple(where.replace("$", ""))
    return file.book[name].cell(row, column).value is not None


def letters(file: CheckedWorkbook) -> Outcome:
    """Letters are large enough, upright, and underlined only in links, in cells and in charts."""
    faults = []
    for cell in file.cells():
        font = cell.font
        linked = cell.hyperlink is not None or str(cell.value).startswith("=HYPERLINK(")
        if (font.sz or 0) < SMALLEST or font.i or font.strike or (font.u and not linked):
            faults.append(f"{place(cell)}: {font.sz:g}")
    for number, chart in enumerate(file.charts, start=1):
        sizes = {int(size.get("sz", "1000")) / 100 for size in (*chart.iter(f"{A}defRPr"), *chart.iter(f"{A}rPr"))}
        faults += [f"chart {number}: {size:g}" for size in sorted(sizes) if size < SMALLEST]
    return judged(faults, f"至少{SMALLEST}磅", f"{SMALLEST} points or more")


def titles(file: CheckedWorkbook) -> Outcome:
    """Each sheet has its own title in A1, larger than what follows."""
    faults, words = [], Counter(sheet["A1"].value for sheet in file.sheets)
    for sheet in file.sheets:
        first = sheet["A1"]
        sizes = [
            cell.font.sz for row in sheet.iter_rows(min_row=2, max_row=8) for cell in row if cell.value is not None
        ]
        if not isinstance(first.value, str) or not first.value.strip() or words[first.value] > 1:
            faults.append(f"{place(first)}: {first.value!r}")
        elif sizes and first.font.sz <= max(sizes):
            faults.append(f"{place(first)}: {first.font.sz:g}")
    return judged(faults, "A1各有标题", "each sheet has its own title in A1")


def no_symbols(file: CheckedWorkbook) -> Outcome:
    """No cell of a table holds only a symbol."""
    cells = [cell for grid in file.grids for row in (grid.header, *grid.rows) for cell in row]
    faults = [place(cell) for cell in cells if isinstance(cell.value, str) and SYMBOLS_ONLY.fullmatch(cell.value)]
    return judged(faults, "没有只含符号的单元格", "no cell holds only a symbol")


def footers(file: CheckedWorkbook) -> Outcome:
    """The checklist wants none; a printed page needs its number, and nothing else may stand only there."""
    faults, seen = [], 0
    cells = {str(cell.value) for sheet in file.sheets[:1] for row in sheet.iter_rows() for cell in row}
    for sheet in file.sheets:
        faults += [f"{sheet.title}: header" for part in _parts(sheet.oddHeader) if part]
        left, center, right = _parts(sheet.oddFooter)
        seen += bool(left or center or right)
        if center not in ("", "&P / &N") or left.replace("&&", "&") not in ("", sheet.title):
            faults.append(f"{sheet.title}: footer")
        elif right and right.rsplit(" ", 1)[-1] not in cells:
            faults.append(f"{sheet.title}: {right}")
    if not seen and not faults:
        return judged([], "没有页眉页脚", "no headers and footers")
    zh = "页脚只有表名、页码和版本，供打印；这些内容单元格里也有"
    en = "a footer has only the sheet's name, page number and version, for print; cells hold the same"
    return judged(faults, zh, en, OTHERWISE)


def _parts(footer) -> list[str]:  # type: ignore[no-untyped-def]
    return [part.text or "" for part in (footer.left, footer.center, footer.right)]


def no_text_boxes(file: CheckedWorkbook) -> Outcome:
    """Nothing floats over the cells but charts and pictures."""
    faults = [shape.tag.removeprefix(XDR) for root in file.drawings for tag in ("sp", "cxnSp", "grpSp")
              for shape in root.iter(f"{XDR}{tag}")]  # fmt: skip
    faults += [part for part in file.package.parts() if part.endswith(".vml")]
    return judged(faults, "没有文本框", "no text boxes")


def fills(file: CheckedWorkbook) -> Outcome:
    """The checklist would rather have no fill; the headers have a pale one, and are bold beside."""
    headers = {id(cell) for grid in file.grids for cell in grid.header}
    filled = [cell for cell in file.cells() if cell.fill.fill_type]
    if not filled:
        return judged([], "没有底色", "no fill")
    # A header without rows is no table, but is bold all the same.
    faults = [place(cell) for cell in filled if not cell.font.b or (id(cell) not in headers and cell.parent.tables)]
    faults += [f"{sheet.title}: conditional format" for sheet in file.sheets if sheet.conditional_formatting]
    return judged(
        faults, "只有表头有浅底色，表头同时加粗", "only headers have a pale fill, and are bold, too", OTHERWISE
    )


def no_colour_alone(file: CheckedWorkbook) -> Outcome:
    """No colour carries a meaning of its own: neither letters nor the bars of a chart."""
    faults = [f"{sheet.title}: conditional format" for sheet in file.sheets if sheet.conditional_formatting]
    faults += [f"{sheet.title}: coloured tab" for sheet in file.sheets if sheet.sheet_properties.tabColor]
    for cell in file.cells():
        color = _color(cell.font.color)
        if len(set(_channels(color))) > 1 and not cell.font.u:
            faults.append(f"{place(cell)}: {color}")
    for number, chart in enumerate(file.charts, start=1):
        faults += [f"chart {number}: {pair}" for pair in _alike(chart)]
    return judged(faults, "颜色之外另有下划线、花纹或灰度之别", "underlines, patterns or grey tell the same")


def _alike(chart: Element) -> list[str]:
    """Return the series of a chart that only colour tells apart."""
    looks = []
    for series in chart.iter(f"{C}ser"):
        shape = series.find(f"{C}spPr")
        pattern = None if shape is None else shape.find(f"{A}pattFill")
        colors = [] if shape is None else [color.get("val", WHITE) for color in shape.iter(f"{A}srgbClr")]
        looks.append(("" if pattern is None else pattern.get("prst", ""), _luminance(colors[0]) if colors else 0.0))
    pairs = [(i, j) for i in range(len(looks)) for j in range(i)]
    near = [(j, i) for i, j in pairs if looks[i][0] == looks[j][0] and abs(looks[i][1] - looks[j][1]) < LEAST_STEP]
    return [f"series {one + 1} / {other + 1}" for one, other in near]


def contrast(file: CheckedWorkbook) -> Outcome:
    """Letters stand out from what is behind them by 4.5 to 1."""
    lowest, faults = 21.0, []
    for cell in file.cells():
        behind = _color(cell.fill.fgColor) if cell.fill.fill_type else WHITE
        ratio = _contrast(_color(cell.font.color), behind)
        lowest = min(lowest, ratio)
        if ratio < LEAST_CONTRAST:
            faults.append(f"{place(cell)}: {ratio:.1f}")
    return judged(faults, f"最低{lowest:.1f}∶1", f"lowest {lowest:.1f} to 1")


def _color(color) -> str:  # type: ignore[no-untyped-def]
    """Return a colour as RRGGBB; one that the theme names is taken for black."""
    rgb = getattr(color, "rgb", None)
    return rgb[-6:] if isinstance(rgb, str) else "000000"


def _channels(color: str) -> list[int]:
    return [int(color[place : place + 2], 16) for place in (0, 2, 4)]


def _luminance(color: str) -> float:
    parts = [value / 255 for value in _channels(color)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _described(file: CheckedWorkbook) -> list[tuple[str, str]]:
    """Return the kind and the description of each chart and picture."""
    kinds = (("graphicFrame", "chart"), ("pic", "picture"))
    return [
        (kind, name.get("descr", ""))
        for root in file.drawings
        for tag, kind in kinds
        for frame in root.iter(f"{XDR}{tag}")
        for name in frame.iter(f"{XDR}cNvPr")
    ]


def alt_texts(file: CheckedWorkbook) -> Outcome:
    """Each chart and picture is described in words of its own."""
    found = _described(file)
    if not found:
        return not_applicable("没有图", "no charts and pictures")
    twice = Counter(words for _, words in found)
    faults = [f"{kind} {number}: {words[:30]!r}" for number, (kind, words) in enumerate(found, start=1)
              if len(words) < 20 or twice[words] > 1]  # fmt: skip
    return judged(faults, f"{len(found)}个图都有说明", f"{len(found)} charts and pictures, each described")


def pictures(file: CheckedWorkbook) -> Outcome:
    """The checklist would rather have no pictures; one that was asked for stands beside a chart that shows the same."""
    kinds = [kind for kind, _ in _described(file)]
    n_pictures = kinds.count("picture")
    if not n_pictures:
        return judged([], "没有图片", "no pictures")
    faults = [sheet.title for sheet in file.sheets if sheet._images and not sheet.tables]
    return judged(
        faults, f"{n_pictures}张图片按要求附上，内容同表", f"{n_pictures} on request; tables hold the same", OTHERWISE
    )


def charts(file: CheckedWorkbook) -> Outcome:
    """Each chart has a title and axes that are shown, and names a font for Chinese."""
    if not file.charts:
        return not_applicable("没有图", "no charts")
    faults = []
    for number, chart in enumerate(file.charts, start=1):
        title = chart.find(f"{C}chart/{C}title")
        axes = [axis for tag in ("catAx", "valAx") for axis in chart.iter(f"{C}{tag}")]
        shown = [axis.find(f"{C}delete") for axis in axes]
        if title is None or not "".join(title.itertext()).strip():
            faults.append(f"chart {number}: title")
        if any(mark is None or mark.get("val") != "0" for mark in shown):
            faults.append(f"chart {number}: axes")
        if not list(chart.iter(f"{A}ea")):
            faults.append(f"chart {number}: font")
    return judged(faults, f"{len(file.charts)}个图", f"{len(file.charts)} charts")


def no_macros(file: CheckedWorkbook) -> Outcome:
    """The file holds no program, no link to another file and no embedded one."""
    faults = [part for part in file.package.parts() if any(word in part for word in ADDED)]
    return judged(faults, "没有宏和外部链接", "no macros, no links to other files")


def sheet_titles(file: CheckedWorkbook) -> Outcome:
    """Sheets have names of their own, and stand in order: cover, contents, notes, then data."""
    names = file.book.sheetnames
    faults = [name for name in names if DEFAULT_SHEET.fullmatch(name) or len(name) > 31]
    faults += [f"{NOTES}: {names.index(NOTES) + 1}"] if NOTES in names and names.index(NOTES) > 2 else []
    faults += [
        f"{place + 1}: {name}" for place, name in enumerate(("cover", SECOND)) if names[place : place + 1] != [name]
    ]
    return judged(faults, f"{len(names)}张工作表", f"{len(names)} sheets")


def no_blank_sheets(file: CheckedWorkbook) -> Outcome:
    """No sheet is empty."""
    faults = [
        sheet.title for sheet in file.sheets if all(cell.value is None for row in sheet.iter_rows() for cell in row)
    ]
    return judged(faults, "没有空工作表", "no empty sheets")


def listed_in_contents(file: CheckedWorkbook) -> Outcome:
    """The contents link to every other sheet but the cover."""
    if SECOND not in file.book.sheetnames:
        return judged([SECOND], "", "")
    led = {target.rpartition("!")[0].strip("'") for cell, target, _ in _links(file) if cell.parent.title == SECOND}
    faults = [name for name in file.book.sheetnames[2:] if name.replace("'", "''") not in led]
    return judged(faults, f"{len(led)}个链接", f"{len(led)} links")


def prints(file: CheckedWorkbook) -> Outcome:
    """Each sheet prints on A4 landscape, as wide as a page, its header repeated and its pages numbered."""
    faults = []
    for sheet in file.sheets:
        page, fits = sheet.page_setup, sheet.sheet_properties.pageSetUpPr
        if (page.orientation, page.paperSize) != ("landscape", 9) or not (fits and fits.fitToPage):
            faults.append(f"{sheet.title}: page")
        elif page.fitToWidth not in (1, None) or page.fitToHeight not in (0, 1):
            faults.append(f"{sheet.title}: scale")
        if "&P" not in (sheet.oddFooter.center.text or ""):
            faults.append(f"{sheet.title}: page number")
        tops = [grid.bounds[1] for grid in file.grids if grid.sheet is sheet]
        if sheet.title != "cover" and tops and sheet.print_title_rows != f"${min(tops)}:${min(tops)}":
            faults.append(f"{sheet.title}: header on each page")
    return judged(faults, "A4横向，表头重复，有页码", "A4 landscape, header repeated, pages numbered")


def properties(file: CheckedWorkbook) -> Outcome:
    """The document says its title, its author and the language it is in."""
    held = {name: file.properties.findtext(f"{DC}{name}") or "" for name in ("title", "creator", "language")}
    faults = [name for name, value in held.items() if not value.strip()]
    chinese = bool(re.search("[一-鿿]", str(file.sheets[0]["A1"].value)))
    if held["language"] and held["language"].startswith("zh") != chinese:
        faults.append(f"language: {held['language']}")
    return judged(faults, "，".join(held.values()), ", ".join(held.values()))


def cursor(file: CheckedWorkbook) -> Outcome:
    """The workbook opens at cell A1 of its first sheet."""
    view = file.sheets[0].sheet_view
    cells = [selection.activeCell for selection in view.selection if selection.activeCell]
    faults = [f"sheet {file.book.index(file.book.active) + 1}"] if file.book.active is not file.sheets[0] else []
    faults += [cell for cell in cells if cell != "A1"]
    return judged(faults, "位于首张工作表A1", "in A1 of the first sheet")


def _for_people(_: CheckedWorkbook) -> Outcome:
    return not_applicable("须由人判断", "for people to judge")


FORMAT_RULES = (
    Rule("written_words", "文字浅显易懂", "written content is accessible", True, _for_people),
    Rule("links", "链接有效且有文字", "links work and have words", True, links),
    Rule("letters", "文字格式便于阅读", "text is formatted to be read", False, letters),
    Rule("titles", "A1为工作表标题", "descriptive titles in A1", True, titles),
    Rule("no_symbols", "避免只用符号", "avoid symbols", False, no_symbols),
    Rule("footers", "不用页眉页脚", "no headers and footers", True, footers),
    Rule("no_text_boxes", "没有浮动文本框", "no floating text boxes", True, no_text_boxes),
    Rule("fills", "不用底色", "no background fill", False, fills),
    Rule("no_colour_alone", "不单靠颜色表意", "colour is never the only message", True, no_colour_alone),
    Rule("contrast", "颜色对比足够", "colours have contrast", True, contrast),
    Rule("alt_texts", "每个图有替代文字", "charts and pictures have alt text", True, alt_texts),
    Rule("pictures", "避免图片", "avoid images", False, pictures),
    Rule("charts", "图有标题、坐标轴和中文字体", "charts have title, axes and a font for Chinese", False, charts),
    Rule("no_macros", "没有宏", "no macros", False, no_macros),
    Rule("sheet_titles", "工作表有名称和次序", "sheets have names and order", True, sheet_titles),
    Rule("no_blank_sheets", "没有空工作表", "no blank worksheets", True, no_blank_sheets),
    Rule("listed_in_contents", "目录列出每张工作表", "contents list every sheet", True, listed_in_contents),
    Rule("prints", "打印设置", "print set-up", False, prints),
    Rule("spelling", "拼写与语法", "spelling and grammar", True, _for_people),
    Rule("properties", "文档信息", "document information", True, properties),
    Rule("cursor", "光标位于首表A1", "cursor in A1 of the first sheet", True, cursor),
)
