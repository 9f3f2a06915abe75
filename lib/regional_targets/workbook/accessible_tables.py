"""Rules of accessibility about tables and footnotes."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator

from openpyxl.cell import Cell

from .checked_workbook import CheckedWorkbook, Grid, place
from .outcomes import OTHERWISE, Outcome, Rule, judged, not_applicable
from .sheet_rows import LINE_POINTS, display_width

DEFAULT_NAME = re.compile(r"(Table|表)_?\d+", re.IGNORECASE)
MARKER = re.compile(r"\[(?:note |注)\d+\]")
SIGN = re.compile(r"\[[a-z]\]")
# Signs that other publications use for notes; a reader that reads aloud skips or garbles them.
SUPERSCRIPT = re.compile(r"[⁰¹²³⁴-⁹†‡※]$|\*+$")
BLANK_WORDS = ("空白单元格", "blank cell")


def marked_up(file: CheckedWorkbook) -> Outcome:
    """Each sheet has a table, unless it has a header without rows, which Excel cannot mark up."""
    faults = [sheet.title for sheet in file.sheets if not sheet.tables and not _rowless(sheet)]
    return judged(faults, f"{len(file.grids)}个表格", f"{len(file.grids)} tables")


def _rowless(sheet) -> bool:  # type: ignore[no-untyped-def]
    """Say whether the last cells of a sheet are a header: bold, with nothing below."""
    last = [cell for cell in sheet[sheet.max_row] if cell.value is not None]
    return bool(last) and all(cell.font.b for cell in last)


def named(file: CheckedWorkbook) -> Outcome:
    """Names of tables say what they hold, and no two are alike."""
    names = [grid.table.displayName for grid in file.grids]
    faults = [name for name in names if DEFAULT_NAME.fullmatch(name)]
    faults += [name for name, count in Counter(map(str.casefold, names)).items() if count > 1]
    return judged(faults, f"{len(names)}个名称", f"{len(names)} names")


def unmerged(file: CheckedWorkbook) -> Outcome:
    """No cells are merged."""
    faults = [f"{sheet.title}!{area}" for sheet in file.sheets for area in sheet.merged_cells.ranges]
    return judged(faults, "没有合并单元格", "no merged cells")


def without_gaps(file: CheckedWorkbook) -> Outcome:
    """No row and no column of a table is empty."""
    faults = []
    for grid in file.grids:
        faults += [f"{place(row[0])} (row)" for row in grid.rows if all(cell.value is None for cell in row)]
        columns = zip(grid.header, *grid.rows, strict=True)
        faults += [f"{place(head)} (column)" for head, *rest in columns if all(cell.value is None for cell in rest)]
    return judged(faults, "没有空行、空列", "no empty row or column")


def one_header(file: CheckedWorkbook) -> Outcome:
    """Each table has one header row, tagged, whose cells are different words."""
    faults = []
    for grid in file.grids:
        words = [cell.value for cell in grid.header]
        if grid.table.headerRowCount != 1:
            faults.append(f"{grid.table.displayName}: {grid.table.headerRowCount} header rows")
        faults += [place(cell) for cell in grid.header if not isinstance(cell.value, str) or not cell.value.strip()]
        if len({str(word).casefold() for word in words}) < len(words):
            faults.append(f"{grid.table.displayName}: headings twice")
        if [column.name for column in grid.table.tableColumns] != words:
            faults.append(f"{grid.table.displayName}: headings differ from the tagged ones")
    return judged(faults, "每表一行表头", "one tagged header row each")


def uncut(file: CheckedWorkbook) -> Outcome:
    """Texts of tables fit their cells: wrapped in a row that is high enough, or short."""
    faults = [place(cell) for grid in file.grids for row in (grid.header, *grid.rows) for cell in row if _cut(cell)]
    return judged(faults, "文字都在单元格内", "all text fits its cell")


def _cut(cell: Cell) -> bool:
    if cell.value is None:
        return False
    shown = f"{cell.value:,}" if "#,##0" in str(cell.number_format) else str(cell.value)
    width = cell.parent.column_dimensions[cell.column_letter].width
    height = cell.parent.row_dimensions[cell.row].height
    if height is None:
        return False
    lines = sum(max(1, math.ceil(display_width(line) / width)) for line in shown.split("\n"))
    return lines > max(1, height // (LINE_POINTS - 2)) or (lines > 1 and not cell.alignment.wrap_text)


def filters_and_panes(file: CheckedWorkbook) -> Outcome:
    """The checklist would rather have neither; long tables need both, and then they must sit at the header."""
    faults, seen = [], 0
    for grid in file.grids:
        held = grid.table.autoFilter
        if held is not None:
            seen += 1
            faults += [] if held.ref == grid.table.ref else [f"{grid.table.displayName}: filter {held.ref}"]
    for sheet in file.sheets:
        if sheet.freeze_panes is not None:
            seen += 1
            tops = [grid.bounds[1] for grid in file.grids if grid.sheet is sheet]
            row = int(re.sub(r"\D", "", sheet.freeze_panes))
            faults += [] if not tops or row - 1 == min(tops) else [f"{sheet.title}: frozen at {sheet.freeze_panes}"]
    if not seen and not faults:
        return judged([], "没有筛选和冻结窗格", "no filters, no frozen panes")
    zh = "长表需要：表头冻结，筛选覆盖整表；筛选默认不隐藏任何行"
    en = "long tables need them: the header stays in view, a filter spans its table and hides no row"
    return judged(faults, zh, en, OTHERWISE)


def blanks_explained(file: CheckedWorkbook) -> Outcome:
    """Where tables hold blank cells, the notes say what a blank means."""
    blank = [cell for grid in file.grids for row in grid.rows for cell in row if cell.value in (None, "")]
    if not blank:
        return judged([], "没有空白单元格", "no blank cells")
    explained = [code for code in file.notes() if code in BLANK_WORDS]
    faults = [] if explained else [place(cell) for cell in blank]
    return judged(faults, f"{len(blank)}个空白，说明表已解释", f"{len(blank)} blanks, explained in the notes")


def nothing_hidden(file: CheckedWorkbook) -> Outcome:
    """No sheet, row or column is hidden."""
    faults = [sheet.title for sheet in file.sheets if sheet.sheet_state != "visible"]
    for sheet in file.sheets:
        for dimensions in (sheet.row_dimensions, sheet.column_dimensions):
            faults += [f"{sheet.title}!{key}" for key, size in dimensions.items() if size.hidden]
    return judged(faults, "没有隐藏内容", "nothing hidden")


def no_symbols_for_notes(file: CheckedWorkbook) -> Outcome:
    """Notes are signposted in words, not by superscripts, asterisks or daggers."""
    faults = [place(cell) for cell, text in file.texts() if cell.font.vertAlign or SUPERSCRIPT.search(text)]
    return judged(faults, "脚注用文字标记", "notes are marked in words")


def _references(file: CheckedWorkbook) -> Iterator[tuple[Cell, str, bool]]:
    """Yield each marker, its cell, and whether it refers to a note or lists it."""
    for cell, text in file.texts():
        markers = MARKER.findall(text)
        only = not MARKER.sub("", text).strip()
        lists = cell.parent.title == "notes" or (bool(MARKER.match(text)) and not only)
        for marker in markers:
            yield cell, marker, not lists


def notes_resolve(file: CheckedWorkbook) -> Outcome:
    """Every marker has its note in the notes table, and every note is referred to somewhere."""
    listed = {code for code in file.notes() if MARKER.fullmatch(code)}
    found = list(_references(file))
    if not listed and not found:
        return not_applicable("没有脚注", "no footnotes")
    faults = [f"{place(cell)}: {marker}" for cell, marker, _ in found if marker not in listed]
    referred = {marker for _, marker, refers in found if refers}
    faults += [f"notes: {marker}" for marker in sorted(listed - referred)]
    return judged(faults, f"{len(listed)}条脚注都有出处", f"{len(listed)} notes, each referred to")


def notes_word(file: CheckedWorkbook) -> Outcome:
    """Notes are called notes: the marker has the word and a number."""
    odd = re.compile(r"\[(?:footnote |fn\.? ?|脚注|\^)\d+\]|\[\d+\]$")
    faults = [place(cell) for cell, text in file.texts() if odd.search(text)]
    return judged(faults, "标记为 [注n]", "markers read [note n]")


def markers_apart(file: CheckedWorkbook) -> Outcome:
    """In tables markers have cells of their own, so that no value carries one."""
    inside = {id(cell) for grid in file.grids if grid.sheet.title != "notes" for row in grid.rows for cell in row}
    marked = [(cell, text) for cell, text in file.texts() if id(cell) in inside and MARKER.search(text)]
    if not marked:
        return not_applicable("表中没有标记", "no markers in tables")
    faults = [place(cell) for cell, text in marked if MARKER.sub("", text).strip()]
    return judged(faults, "标记自成一列", "markers have a column of their own")


def notes_table(file: CheckedWorkbook) -> Outcome:
    """The texts of notes stand in the table of the sheet `notes`."""
    texts = {code: cell.value for code, cell in file.notes().items() if MARKER.fullmatch(code)}
    if not texts and not any(True for _ in _references(file)):
        return not_applicable("没有脚注", "no footnotes")
    faults = [f"notes: {code}" for code, text in texts.items() if not text]
    faults += [] if texts else ["notes"]
    return judged(faults, f"{len(texts)}条", f"{len(texts)} notes")


def shorthand_explained(file: CheckedWorkbook) -> Outcome:
    """Each sign for a missing value has its row in the notes."""
    used = {sign: cell for cell, text in file.texts() for sign in SIGN.findall(text) if cell.parent.title != "notes"}
    if not used:
        return not_applicable("没有缩写", "no shorthand")
    faults = [f"{place(cell)}: {sign}" for sign, cell in sorted(used.items()) if sign not in file.notes()]
    return judged(faults, " ".join(sorted(used)), " ".join(sorted(used)))


def one_table_each(file: CheckedWorkbook) -> Outcome:
    """No sheet has more than one table."""
    faults = [sheet.title for sheet in file.sheets if len(sheet.tables) > 1]
    return judged(faults, "每张工作表一个表格", "one table on each sheet")


def at_the_left(file: CheckedWorkbook) -> Outcome:
    """Tables begin in column A."""
    faults = [f"{grid.sheet.title}!{grid.table.ref}" for grid in file.grids if grid.bounds[0] != 1]
    return judged(faults, "表格都从A列开始", "all begin in column A")


def nothing_below(file: CheckedWorkbook) -> Outcome:
    """The checklist would rather have nothing below a table; figures have source, notes and chart there."""
    below = [grid for grid in file.grids if _content_below(grid)]
    if not below:
        return judged([], "表格下方没有内容", "nothing below a table")
    faults = [grid.sheet.title for grid in below if not grid.sheet._charts and not _lists_notes(grid)]
    zh = "图的工作表：来源、脚注和图在表格下方，A4一页可读"
    en = "sheets of figures: source, notes and chart stand below, so that one A4 page holds them in legible size"
    return judged(faults, zh, en, OTHERWISE)


def _content_below(grid: Grid) -> bool:
    rows = grid.sheet.iter_rows(min_row=grid.bounds[3] + 1)
    return bool(grid.sheet._charts) or any(cell.value is not None for row in rows for cell in row)


def _lists_notes(grid: Grid) -> bool:
    """Say whether what stands below a table without a chart is its source and its notes, in column A."""
    rows = grid.sheet.iter_rows(min_row=grid.bounds[3] + 1)
    filled = [cell for row in rows for cell in row if cell.value is not None]
    return grid.sheet.title.startswith("fig-") and all(cell.column == 1 for cell in filled)


TABLE_RULES = (
    Rule("marked_up", "表格已标记", "tables are marked up", True, marked_up),
    Rule("named", "表格有名称", "tables have meaningful names", False, named),
    Rule("unmerged", "没有合并单元格", "no merged cells", True, unmerged),
    Rule("without_gaps", "表内没有空行空列", "no blank rows or columns within tables", True, without_gaps),
    Rule("one_header", "一行已标记的表头", "one tagged header row", True, one_header),
    Rule("uncut", "文字换行而不截断", "text wraps within cells", True, uncut),
    Rule("filters_and_panes", "避免筛选和冻结窗格", "avoid filters and freeze panes", False, filters_and_panes),
    Rule("blanks_explained", "空白单元格有说明", "blank cells are explained", True, blanks_explained),
    Rule("shorthand_explained", "缩写有说明", "shorthand is explained", True, shorthand_explained),
    Rule("nothing_hidden", "没有隐藏内容", "nothing is hidden", False, nothing_hidden),
    Rule(
        "no_symbols_for_notes", "脚注不用符号和上标", "no symbols or superscript for notes", True, no_symbols_for_notes
    ),
    Rule("notes_word", "脚注标记含“注”字", "markers say note", False, notes_word),
    Rule("markers_apart", "标记不附在数值上", "no markers in cells of values", False, markers_apart),
    Rule("notes_table", "脚注列于说明表", "note texts in a notes table", False, notes_table),
    Rule("notes_resolve", "标记与脚注一一对应", "markers and notes resolve", True, notes_resolve),
    Rule("at_the_left", "表格靠左", "tables at the left edge", True, at_the_left),
    Rule("one_table_each", "每张工作表一个表格", "one table per sheet", False, one_table_each),
    Rule("nothing_below", "表格下方没有内容", "nothing below a table", False, nothing_below),
)
