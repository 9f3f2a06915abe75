"""The workbooks, read back cell by cell."""

import hashlib
import io
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile
from dataclasses import replace

import pandas as pd
import pytest
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

import regional_targets as rt
from regional_targets.overviews import OVERVIEWS
from regional_targets.presentation import present
from regional_targets.rules import RULES
from regional_targets.workbook import writing as module
from regional_targets.workbook.figure_tables import DRAWN, MARKS, count_headings, panels
from regional_targets.workbook.markers import number_notes
from regional_targets.workbook.sheet_tables import word
from regional_targets.workbook.sheets import HEADER_ROW, broken
from regional_targets.workbook.xlsx_xml import finish

CJK = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
# Columns of the English workbook that hold Chinese: wording, names of documents and bodies, document numbers.
CHINESE_COLUMNS = {
    "cover": {"Document number"},
    "codebook": {"Ruling or meaning"},
    "targets": {"Unit as in the text", "Responsible bodies in Chinese", "Document number", "Note"},
    "evidence": {"Numeral", "Quote", "Evidence of the deadline", "Document number", "Section in Chinese"},
    "silences": {"Word in the text", "Document number"},
    "documents": {"Title in Chinese", "Issuer in Chinese", "Document number", "Note"},
    "mandates": {"Title in Chinese", "Document number", "Quote", "Source"},
}
FIXED_SHEETS = (
    ["cover", "contents", "notes", "codebook"],
    ["verdicts", "targets", "evidence", "silences", "documents", "mandates", "context", "manifest"],
)
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SHEET_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"


class Built:
    """A workbook that was written, read back, with the figures it should show."""

    def __init__(self, data, lang, path):
        self.data, self.lang, self.path = data, lang, path
        self.book = load_workbook(path)
        self.figures = [rt.figure(data, fig_id, lang) for fig_id in rt.catalogue(data)]
        self.notes = number_notes(self.figures, lang)

    @property
    def intervals(self):
        return [figure for figure in self.figures if figure.form == "intervals"]

    @property
    def matrices(self):
        return [figure for figure in self.figures if figure.form == "matrix"]

    def column(self, sheet, name, table=0):
        """Cells of a column, by the heading's name in the code or by its words."""
        first, top, last, bottom = range_boundaries(list(self.book[sheet].tables.values())[table].ref)
        heads = [self.book[sheet].cell(top, place).value for place in range(first, last + 1)]
        place = heads.index(name if name in heads else word(self.data, name, self.lang)) + first
        return [self.book[sheet].cell(row, place) for row in range(top + 1, bottom + 1)]

    def values(self, sheet, name, table=0):
        return [cell.value for cell in self.column(sheet, name, table)]

    def referred(self, reference):
        """Cells that a chart names."""
        sheet, cells = reference.rsplit("!", 1)
        found = self.book[sheet.strip("'")][cells.replace("$", "")]
        return [row[0] for row in found] if isinstance(found, tuple) else [found]

    def led_to(self, cell):
        """The cell to which a link leads."""
        sheet, place = cell.hyperlink.location.rsplit("!", 1)
        return self.book[sheet.strip("'")][place]


@pytest.fixture(scope="module")
def books(data, workbooks):
    """Both workbooks, read back."""
    return {lang: Built(data, lang, path) for lang, path in workbooks.items()}


@pytest.fixture(params=["zh", "en"])
def built(request, books):
    return books[request.param]


@pytest.fixture
def write_one(data, tmp_path):
    """write_one(changed data, options) -> the workbook of one region without figures, read back."""

    def write(changed=data, **options):
        wanted = {"figures": [], "regions": ["wuwei"], "lang": "en", **options}
        return load_workbook(rt.write_workbook(changed, tmp_path / "one.xlsx", **wanted))

    return write


def plain(frame_column):
    return [None if pd.isna(value) or value == "" else value for value in frame_column]


def test_sheets_stand_in_order_with_names_that_excel_takes(built):
    before, after = FIXED_SHEETS
    assert built.book.sheetnames == before + [figure.id for figure in built.figures] + after
    assert all(len(name) <= 31 for name in built.book.sheetnames)


def test_cover_says_what_it_is_and_how_to_cite_it(built):
    text = " ".join(str(cell.value) for row in built.book["cover"] for cell in row if cell.value)
    title = built.data.schema.title_zh if built.lang == "zh" else built.data.schema.title_en
    assert built.book["cover"]["A1"].value == title
    for wanted in (built.data.version, built.data.schema.created, "CC BY 4.0", *built.data.documents["number"]):
        assert wanted in text
    assert built.values("cover", f"title_{built.lang}") == list(built.data.documents[f"title_{built.lang}"])


def test_contents_lead_to_every_sheet(built):
    cells = built.column("contents", "工作表" if built.lang == "zh" else "Sheet")
    assert [cell.value for cell in cells] == built.book.sheetnames[2:]
    assert [built.led_to(cell).parent.title for cell in cells] == built.book.sheetnames[2:]
    for cell in cells:
        counted = built.book["contents"].cell(cell.row, 3).value
        if cell.value not in OVERVIEWS:
            table = next(iter(built.book[cell.value].tables.values()))
            assert counted == len(built.book[cell.value][table.ref]) - 1


def test_notes_explain_every_code_and_rule(built):
    codes = set(built.values("notes", "代码" if built.lang == "zh" else "Code"))
    lists = built.data.schema.codelists
    for name in ("silence_reason", "comparator", "stage", "validity", "kind", "context_status"):
        assert set(lists[name]) <= codes
    assert {"stated", "comparable", "comparable_with_notes", "not_comparable"} <= codes
    meanings = built.values("notes", "含义" if built.lang == "zh" else "Meaning")
    assert all(sign in " ".join(map(str, meanings)) for sign in "≥≤≈–")
    topics = built.values("notes", "主题" if built.lang == "zh" else "Topic")
    rows = zip(topics, built.values("notes", "代码" if built.lang == "zh" else "Code"), meanings, strict=True)
    strengths = {code: words for topic, code, words in rows if topic in ("可比规则", "Rule of comparison")}
    assert list(strengths) == [rule.name for rule in RULES]
    for rule in RULES:
        assert strengths[rule.name].startswith(("硬性", "hard") if rule.hard else ("软性", "soft"))


def test_a_figure_sheet_holds_exactly_the_marks(built):
    for figure in built.intervals:
        sheet, marks = built.book[figure.id], figure.marks
        assert sheet["A1"].value == figure.title
        assert sheet["A2"].value.startswith(figure.subtitle)
        # Row label and status are said in the columns Text in the chart and Committed value.
        assert {*MARKS, *DRAWN, "target_id", "row_label", "status"} == set(marks.columns) - {"region_id"}
        words = present(built.data, marks[[*MARKS, *DRAWN, "target_id"]], built.lang)
        words.columns = [*MARKS, *DRAWN, "target_id"]
        unit = f"（{figure.unit}）" if built.lang == "zh" else f" ({figure.unit})"
        heads = [cell.value for cell in sheet[next(iter(sheet.tables.values())).ref][0]]
        for name in words.columns:
            head = word(built.data, name, built.lang) + (unit if name in ("x_min", "x_max") and figure.unit else "")
            if head in heads and name not in ("amount", "label", "footnotes"):
                assert built.values(figure.id, head) == plain(words[name]), (figure.id, name)
            elif name != "footnotes":
                assert head in heads or not any(plain(words[name])), (figure.id, name)


def test_a_silence_has_its_sign_and_its_words(built):
    signs = {"not_mentioned": "[x]", "no_number": "[n]", "included_elsewhere": "[i]", "other_thing": "[o]"}
    seen = set()
    for figure in built.intervals:
        for name in ("amount", "label"):
            for value, mark in zip(built.values(figure.id, name), figure.marks.itertuples(), strict=True):
                sign = signs.get(mark.status)
                assert value == (f"{sign} {mark.label}" if sign else getattr(mark, name))
                seen.add(mark.status)
    assert seen == {"stated", *signs}


def test_a_row_carries_the_markers_of_the_notes_that_speak_of_it(built):
    for figure in built.intervals:
        for mark, value in zip(figure.marks.itertuples(), built.values(figure.id, "footnotes"), strict=True):
            wanted = [note.marker for note in built.notes[figure.id] if mark.target_id in note.targets]
            assert (value or "") == " ".join(wanted)
            # The letter of the drawn figure and the marker lead to the same words.
            if mark.footnotes:
                (told,) = [note for note in figure.notes if note.startswith(f"{mark.footnotes}  ")]
                assert built.notes[figure.id][int(ord(mark.footnotes) - ord("a"))].text == told[3:]
                assert wanted[0] == built.notes[figure.id][int(ord(mark.footnotes) - ord("a"))].marker


def test_markers_are_numbered_through_the_workbook_and_listed_on_the_notes_sheet(built):
    listed = [note for notes in built.notes.values() for note in notes]
    pattern = "[注{}]" if built.lang == "zh" else "[note {}]"
    assert [note.marker for note in listed] == [pattern.format(place) for place in range(1, len(listed) + 1)]
    found = zip(built.column("notes", "代码" if built.lang == "zh" else "Code"),
                built.values("notes", "含义" if built.lang == "zh" else "Meaning"), strict=True)  # fmt: skip
    texts = {code.value: text for code, text in found}
    for note in listed:
        assert texts[note.marker] == note.text
    markers = built.column("notes", "代码" if built.lang == "zh" else "Code")[-len(listed) :]
    assert [cell.hyperlink.location for cell in markers] == [f"'{note.figure_id}'!A1" for note in listed]


def test_the_statement_carries_the_notes_on_the_whole_figure(built):
    for figure in built.figures:
        whole = [note.marker for note in built.notes[figure.id] if not note.targets]
        assert built.book[figure.id]["A2"].value == " ".join([figure.subtitle, *whole])
    assert any(note.targets for note in built.notes["fig-teachers-dual-qualified"])


def test_source_footnotes_and_id_stand_below_the_figure(built):
    for figure in built.figures:
        sheet = built.book[figure.id]
        text = "".join(str(row[0].value or "") for row in sheet.iter_rows(min_row=HEADER_ROW + 1, max_col=1))
        bare = re.sub(r"\s", "", text)
        notes = [f"{note.marker}{note.text}" for note in built.notes[figure.id]]
        for wanted in (figure.source, *notes, figure.id):
            assert re.sub(r"\s", "", wanted) in bare
        # A bar chart of Excel has no line for a mandate, so the note does not speak of one.
        assert "虚线" not in text and "dashed line" not in text


def test_a_long_line_breaks_between_words_but_not_in_a_document_number():
    text = "来源：兴署办发〔2023〕10号；武政发〔2020〕81号。Opinion of Dandong（讨论稿）；鲁教职处函〔202417"
    lines = broken(text, 24)
    assert "".join(line.removeprefix("    ") for line in lines) == text
    assert not any(line.strip()[0] in "，。；：、）”" for line in lines)
    assert len(lines) > 3 and all(digits_wide(line) <= 28 for line in lines)
    for whole in ("兴署办发〔2023〕10号", "武政发〔2020〕81号", "鲁教职处函〔202417", "Opinion", "Dandong"):
        assert any(whole in line for line in lines), lines


def test_a_matrix_is_wide_and_has_the_counts_of_its_rows(built):
    for figure in built.matrices:
        assert len(built.book[figure.id].tables) == 1
        assert built.values(figure.id, figure.heading) == list(figure.marks["row"].drop_duplicates())
        for column, group in figure.marks.groupby("column", sort=False):
            for value, mark in zip(built.values(figure.id, column), group.itertuples(), strict=True):
                if mark.status == "no_pair":
                    assert value == "[z]"
                elif pd.notna(mark.value):
                    assert value == mark.value
                else:
                    assert value.removeprefix("[x] ").removeprefix("[n] ")[-len(mark.label) :] == mark.label
        rows = built.values(figure.id, figure.heading)[: len(figure.counts)]
        assert rows == list(figure.counts.index)
        for name, heading in zip(figure.counts.columns, count_headings(figure), strict=True):
            assert built.values(figure.id, heading)[: len(rows)] == figure.counts[name].tolist()


def test_the_coverage_counts_every_region_once_per_indicator(built):
    figure = next(figure for figure in built.matrices if figure.id == "fig-coverage")
    assert (figure.counts.sum(axis=1) == len(built.data.regions)).all()


def test_every_link_leads_to_a_cell_that_holds_something(built):
    links = [cell for sheet in built.book for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert len(links) > 300
    for cell in links:
        assert cell.hyperlink.target is None
        assert built.led_to(cell).value is not None, (cell.parent.title, cell.coordinate)
        assert cell.font.underline == "single"


def first_evidence(built, cell, target):
    """Check that a link leads to the first row of evidence of a target."""
    row = built.led_to(cell)
    target_of = dict(zip(range(HEADER_ROW + 1, 10_000), built.values("evidence", "target_id"), strict=False))
    assert row.parent.title == "evidence"
    assert target_of[row.row] == target
    assert target_of.get(row.row - 1) != target


def test_amounts_lead_to_their_first_evidence(built):
    seen = 0
    for sheet in ["targets", *(figure.id for figure in built.intervals)]:
        cells, targets = built.column(sheet, "amount"), built.values(sheet, "target_id")
        for cell, target in zip(cells, targets, strict=True):
            assert (cell.hyperlink is None) == (target is None)
            if target:
                first_evidence(built, cell, target)
                seen += 1
    assert seen > len(built.data.targets)


def test_verdicts_lead_to_evidence_and_targets(built):
    for side in "ab":
        targets = built.values("verdicts", f"target_{side}")
        for amount, target in zip(built.column("verdicts", f"amount_{side}"), targets, strict=True):
            first_evidence(built, amount, target)
        for cell in built.column("verdicts", f"target_{side}"):
            assert built.led_to(cell).value == cell.value


def test_evidence_leads_back_to_its_target(built):
    for cell in built.column("evidence", "target_id"):
        led = built.led_to(cell)
        assert led.parent.title == "targets"
        assert led.value == cell.value


def test_coverage_leads_to_evidence_or_to_the_reason(built):
    marks = next(figure for figure in built.matrices if figure.id == "fig-coverage").marks
    names = built.data.regions.set_index("region_id")[f"name_{built.lang}"]
    for heading, group in marks.groupby("column", sort=False):
        for cell, mark in zip(built.column("fig-coverage", heading), group.itertuples(), strict=True):
            if mark.status == "not_mentioned":
                assert cell.hyperlink is None
                continue
            led = built.led_to(cell)
            assert led.parent.title == ("evidence" if mark.value > 0 else "silences")
            held = [value.value for value in built.book[led.parent.title][led.row]]
            if mark.value > 0:
                targets = built.data.targets.query("region_id == @mark.column_id and indicator_id == @mark.row_id")
                assert set(held) & set(targets["target_id"])
            else:
                assert held[:2] == [names[mark.column_id], mark.row]


def test_evidence_shows_each_mention_as_it_stands_in_the_text(built):
    mentions = built.data.mentions.set_index("mention_id")
    ids = built.values("evidence", "mention_id")
    assert sorted(ids) == sorted(mentions.index)
    for name in ("target_id", "numeral", "quote", "section_zh", "start", "end", "deadline"):
        assert built.values("evidence", name) == plain(mentions.loc[ids, name])
    for mention, place in zip(ids, built.values("evidence", "deadline_place"), strict=True):
        row = mentions.loc[mention]
        if pd.isna(row["deadline"]):
            assert place is None
        else:
            assert f"【{row['deadline']}】" in place
            assert f"[{row['deadline_start']}:{row['deadline_end']}]" in place


def test_tables_hold_all_rows_of_the_data(built):
    data = built.data
    assert built.values("targets", "target_id") == list(data.targets["target_id"])
    for name in ("deadline", "start_year", "value_min", "value_max", "responsible_zh"):
        assert built.values("targets", name) == plain(data.targets[name])
    assert built.values("targets", "published_unit") == plain(data.targets["unit"])
    judged = rt.verdicts(data)
    assert built.values("verdicts", "target_a") == list(judged["target_a"])
    assert built.values("verdicts", "reason") == plain(judged[f"reason_{built.lang}"])
    words = present(data, judged[["verdict"]], built.lang).iloc[:, 0]
    assert built.values("verdicts", "verdict") == list(words)
    silences = data.schema.labels("silence_reason", built.lang)
    assert built.values("silences", "status") == [silences[code] for code in data.silences["reason"]]
    assert built.values("documents", "number") == plain(data.documents["number"])
    assert built.values("mandates", "quote") == plain(data.mandates["quote"])
    assert built.values("mandates", "number") == plain(data.mandates["number"])
    assert built.values("context", "value") == plain(data.context["value"])
    status = data.schema.labels("context_status", built.lang)
    for name in ("context", "mandates"):
        assert built.values(name, "verified") == [status[code] for code in data.table(name)["status"]]
    assert all(built.values("context", "as_of")) and all(built.values("context", "definition"))


def test_amounts_carry_comparator_and_unit(built):
    amounts = dict(zip(built.values("targets", "target_id"), built.values("targets", "amount"), strict=True))
    signs = {"at_least": "≥", "at_most": "≤", "about": "≈"}
    for row in built.data.targets.itertuples():
        text = amounts[row.target_id]
        assert text.startswith(signs[row.comparator]) if row.comparator in signs else text[0].isdigit()
        assert ("–" in text) == (row.comparator == "range")


def test_tables_are_real_and_none_is_broken(built):
    for sheet in built.book:
        assert not sheet.merged_cells.ranges
        for table in sheet.tables.values():
            first, top, last, bottom = range_boundaries(table.ref)
            heads = [sheet.cell(top, place).value for place in range(first, last + 1)]
            assert [column.name for column in table.tableColumns] == heads
            assert len({head.lower() for head in heads}) == len(heads)
            for row in range(top, bottom + 1):
                assert any(sheet.cell(row, place).value is not None for place in range(first, last + 1))
            assert sheet.cell(bottom + 1, 1).value is None
    for name in FIXED_SHEETS[1]:
        table = next(iter(built.book[name].tables.values()))
        assert table.autoFilter.ref == table.ref
        assert table.headerRowCount == 1


def test_print_set_up(built):
    for sheet in built.book:
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToWidth == 1
        # A figure may shrink to one page; a table never does.
        assert sheet.page_setup.fitToHeight == 0 or (sheet.title.startswith("fig-") and not sheet.row_breaks.brk)
        assert sheet.oddFooter.center.text == "&P / &N"
        if sheet.title != "cover":
            assert sheet.print_title_rows == f"${HEADER_ROW}:${HEADER_ROW}"
            assert sheet.freeze_panes == f"B{HEADER_ROW + 1}"


def test_no_chart_is_cut_where_a_page_ends(built):
    """On a sheet of several pages a chart fits, whether a program prints its rows as high as reckoned or closer."""
    reckoned = 0
    for sheet in built.book:
        if sheet.page_setup.fitToHeight != 0:
            continue
        width = sum(each.width for each in sheet.column_dimensions.values()) * 0.19
        for chart in sheet._charts:
            row = chart.anchor._from.row + 1
            top = max((each.id for each in sheet.row_breaks.brk if each.id < row), default=0) + 1
            above = sum(sheet.row_dimensions[line].height or 15 for line in range(top, row)) * 2.54 / 72
            drawn = chart.anchor.ext.height / 360_000
            for page in (17.2, 17.2 * 1.2):
                page *= max(1, width / 27.7)
                assert above % page + drawn <= page + 0.5, (sheet.title, above, drawn, page)
            reckoned += 1
    assert reckoned > 2


def digits_wide(text):
    """Width of a text on the screen: Chinese characters and punctuation take two digits."""
    return sum(2 if CJK.match(character) else 1 for character in text)


def test_widths_fit_chinese_text(built):
    """A cell fits in its column, or wraps within a row that is high enough."""
    for sheet in built.book:
        for table in sheet.tables.values():
            for row in sheet[table.ref]:
                for cell in row:
                    width = sheet.column_dimensions[cell.column_letter].width
                    lines = sheet.row_dimensions[cell.row].height // 17
                    if cell.value is not None:
                        shown = f"{cell.value:,}" if "#,##0" in cell.number_format else str(cell.value)
                        assert digits_wide(shown) <= width * lines, (sheet.title, cell.coordinate)
                        assert lines == 1 or cell.alignment.wrap_text or digits_wide(shown) <= width


def test_cells_name_a_font_for_chinese(built):
    fonts = {cell.font.name for sheet in built.book for row in sheet for cell in row if cell.value is not None}
    assert fonts == {"Microsoft YaHei"}
    with zipfile.ZipFile(built.path) as archive:
        assert b"Calibri" not in archive.read("xl/styles.xml")


def headings(sheet):
    """The heading above each cell of a table."""
    above = {}
    for table in sheet.tables.values():
        header, *rows = sheet[table.ref]
        above |= {cell.coordinate: head.value for row in rows for cell, head in zip(row, header, strict=True)}
    return above


def outside_quotes(text, numbers):
    """The text without what stands in Chinese quotation marks and without document numbers."""
    for part in (*re.findall("“[^”]*”", text), *numbers):
        text = text.replace(part, "")
    return text


def test_english_workbook_holds_chinese_only_where_it_is_quoted_or_named(books, data):
    numbers, seen = [number for table in (data.documents, data.mandates) for number in table["number"] if number], set()
    for sheet in books["en"].book:
        above = headings(sheet)
        for cell in (cell for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)):
            head = above.get(cell.coordinate)
            if head in CHINESE_COLUMNS.get(sheet.title, set()):
                seen |= {(sheet.title, head)} if CJK.search(cell.value) else set()
            else:
                assert not CJK.search(outside_quotes(cell.value, numbers)), (sheet.title, cell.coordinate, cell.value)
    assert seen == {(sheet, head) for sheet, heads in CHINESE_COLUMNS.items() for head in heads}
    for root in chart_roots(books["en"].path):
        assert not CJK.search(outside_quotes(" ".join(root.itertext()), numbers))


def test_chinese_workbook_has_chinese_headings_and_words(books):
    zh = books["zh"]
    for sheet in zh.book:
        assert CJK.search(sheet["A1"].value)
        for table in sheet.tables.values():
            heads = [cell.value for cell in sheet[table.ref][0]]
            assert all(CJK.search(head) for head in heads if head != "SHA-256"), (sheet.title, heads)
    for figure in zh.intervals:
        for name in ("region", "stage", "label"):
            found = zh.values(figure.id, name)
            assert all(re.search(r"[\u4e00-\u9fff%]", value) for value in found), (figure.id, found)


def test_number_of_charts(built):
    for figure in built.figures:
        wanted = len(panels(figure)) if figure.form == "intervals" else 1
        assert len(built.book[figure.id]._charts) == wanted
    several = [figure.id for figure in built.intervals if len(panels(figure)) > 1]
    assert {"fig-training-persons", "fig-teachers-studios"} <= set(several)
    assert sum(len(sheet._charts) for sheet in built.book) == len(built.figures) + len(several)


def test_charts_draw_the_marks(built):
    for figure in built.intervals:
        marks, shown = figure.marks, panels(figure)
        for panel, chart in zip(shown, built.book[figure.id]._charts, strict=True):
            here = (marks["status"] == "stated") & (marks["panel"] == panel)
            drawn = [[cell.value for cell in built.referred(series.val.numRef.f)] for series in chart.series]
            assert drawn[-1] == plain(marks["x_min"].where(here)), figure.id
            names = [cell.value for cell in built.referred(chart.series[0].cat.strRef.f)]
            for name, mark, stated in zip(names, marks.itertuples(), here, strict=True):
                assert name.startswith(mark.row_label) and mark.sublabel in name
                # The amount is the label of the bar; the reason of a silence stands with the name.
                assert (mark.label in name) == (mark.status != "stated"), name
                assert stated or mark.status != "stated" or name.endswith(("见另一图", "see the other chart"))
            ranges = here & (marks["comparator"] == "range")
            assert len(chart.series) == 1 + ranges.any()
            if ranges.any():
                assert drawn[0] == plain(marks["x_max"].where(here))
    assert any(len(sheet._charts[0].series) == 2 for sheet in built.book if sheet.title == "fig-schools-three-all")


def labels_of(root):
    """The texts of the labels of a chart, by series and point."""
    found = {}
    for place, series in enumerate(root.iter(f"{CHART}ser")):
        for label in series.iter(f"{CHART}dLbl"):
            found[place, int(label.find(f"{CHART}idx").get("val"))] = "".join(label.find(f"{CHART}tx").itertext())
    return found


def interval_roots(built):
    """Each interval chart as XML, with its figure and panel, in the order of the sheets."""
    shown = [(figure, panel) for figure in built.figures for panel in panels_of(figure)]
    roots = chart_roots(built.path)
    assert len(roots) == len(shown)
    return [(*pair, root) for pair, root in zip(shown, roots, strict=True) if pair[0].form == "intervals"]


def panels_of(figure):
    return panels(figure) if figure.form == "intervals" else [""]


def test_labels_name_comparator_and_deadline_at_the_end_of_the_bar(built):
    for figure, panel, root in interval_roots(built):
        found = labels_of(root)
        here = figure.marks[(figure.marks["status"] == "stated") & (figure.marks["panel"] == panel)]
        assert {point: text for (_, point), text in found.items()} == here["label"].to_dict()
        several = len(list(root.iter(f"{CHART}ser"))) > 1
        for (series, point), _ in found.items():
            # With a range the first series reaches to its upper end, where its label belongs.
            assert series == (0 if here.loc[point, "comparator"] == "range" or not several else 1)
        for place in root.iter(f"{CHART}dLblPos"):
            assert place.get("val") == "outEnd"


def test_open_amounts_end_in_an_arrow_and_no_others(built):
    seen = 0
    for figure, panel, root in interval_roots(built):
        here = figure.marks[(figure.marks["status"] == "stated") & (figure.marks["panel"] == panel)]
        bars = list(root.iter(f"{CHART}errBars"))
        opened = here[here["comparator"] == "at_least"]
        assert len(bars) == bool(len(opened))
        for bar in bars:
            order = [child.tag.removeprefix(CHART) for child in bar]
            assert order == ["errBarType", "errValType", "noEndCap", "plus", "minus", "spPr"]
            points = {
                int(point.get("idx")): float(point[0].text) for point in bar.find(f"{CHART}plus").iter(f"{CHART}pt")
            }
            assert {place for place, length in points.items() if length > 0} == set(opened.index)
            assert all(float(point[0].text) == 0 for point in bar.find(f"{CHART}minus").iter(f"{CHART}pt"))
            assert next(bar.iter(f"{DRAWING}tailEnd")).get("type") == "triangle"
            seen += 1
    assert seen > 3


def test_charts_of_matrices_draw_their_counts(built):
    for figure in built.matrices:
        (chart,) = built.book[figure.id]._charts
        assert len(chart.series) == len(figure.counts.columns)
        for series, name in zip(chart.series, figure.counts.columns, strict=True):
            cells = [cell.value for cell in built.referred(series.val.numRef.f)]
            assert cells == figure.counts[name].tolist()
        assert [cell.value for cell in built.referred(chart.series[0].cat.strRef.f)] == list(figure.counts.index)


def test_charts_keep_a_copy_of_what_they_show(built):
    for sheet in built.book:
        for chart in sheet._charts:
            for series in chart.series:
                cells = built.referred(series.val.numRef.f)
                copy = {point.idx: float(point.v) for point in series.val.numRef.numCache.pt}
                assert copy == {row: float(cell.value) for row, cell in enumerate(cells) if cell.value is not None}
                names = [point.v for point in series.cat.strRef.strCache.pt]
                assert names == [cell.value for cell in built.referred(series.cat.strRef.f)]
                assert [point.v for point in series.tx.strRef.strCache.pt] == [
                    built.referred(series.tx.strRef.f)[0].value
                ]


def chart_roots(path):
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if re.fullmatch(r"xl/charts/chart\d+\.xml", name)]
        names.sort(key=lambda name: int(re.search(r"\d+", name)[0]))
        return [ET.fromstring(archive.read(name)) for name in names]


def test_chart_xml_has_what_excel_needs(built):
    units = {figure.unit for figure in built.intervals} | {"数量", "number"}
    for root in chart_roots(built.path):
        (names,) = root.iter(f"{CHART}catAx")
        (values,) = root.iter(f"{CHART}valAx")
        for axis in (names, values):
            assert axis.find(f"{CHART}delete").get("val") == "0"
        assert names.find(f"{CHART}scaling/{CHART}orientation").get("val") == "maxMin"
        assert values.find(f"{CHART}crosses").get("val") == "max"
        assert values.find(f"{CHART}scaling/{CHART}min").get("val") in ("0", "0.0")
        assert values.find(f"{CHART}majorGridlines") is None
        texts = ["".join(title.itertext()) for title in values.findall(f"{CHART}title")]
        assert "".join(texts) in units
        latin, asian = ([font.get("typeface") for font in root.iter(f"{DRAWING}{kind}")] for kind in ("latin", "ea"))
        assert latin == asian and set(asian) == {"Microsoft YaHei"}
        assert not list(root.iter(f"{CHART}multiLvlStrRef"))
        assert all(len(category) == 1 and category[0].tag == f"{CHART}strRef" for category in root.iter(f"{CHART}cat"))


def test_charts_grow_with_their_rows_and_stand_clear_of_the_table(built):
    for figure in built.figures:
        sheet = built.book[figure.id]
        last_text = max(cell.row for row in sheet.iter_rows() for cell in row if cell.value is not None)
        anchors = [chart.anchor for chart in sheet._charts]
        below = last_text
        for anchor in anchors:
            top = anchor._from.row + 1
            assert top > below
            centimetres = anchor.ext.height / 360_000
            assert centimetres >= len(figure.counts if figure.form == "matrix" else figure.marks) * 0.7
            # A4 landscape less its margins: no chart is cut by the end of a page, whatever the scale.
            assert centimetres <= 21 - 1.2 * 2.54
            rows = range(top, top + 500)
            heights = [sheet.row_dimensions[row].height or 15 for row in rows]
            below = next(
                row
                for row, total in zip(rows, pd.Series(heights).cumsum(), strict=True)
                if total > centimetres / 2.54 * 72
            )


def test_charts_have_their_own_alt_text(built):
    with zipfile.ZipFile(built.path) as archive:
        names = sorted(
            (name for name in archive.namelist() if re.fullmatch(r"xl/drawings/drawing\d+\.xml", name)),
            key=lambda name: int(re.search(r"\d+", name)[0]),
        )
        roots = [ET.fromstring(archive.read(name)) for name in names]
    assert len(roots) == len(built.figures)
    for figure, root in zip(built.figures, roots, strict=True):
        texts = [frame.get("descr") for frame in root.iter(f"{SHEET_DRAWING}cNvPr")]
        wanted = panels(figure) if figure.form == "intervals" else [""]
        assert len(texts) == len(wanted)
        for text, panel in zip(texts, wanted, strict=True):
            assert text.startswith(panel) and text.endswith(figure.alt)


def test_no_two_charts_of_a_sheet_share_an_axis_with_unlike_totals(built):
    figure = next(figure for figure in built.intervals if figure.id == "fig-training-persons")
    drawn = [
        [cell.value for cell in built.referred(chart.series[0].val.numRef.f) if cell.value is not None]
        for chart in built.book[figure.id]._charts
    ]
    assert sorted(map(len, drawn)) == [1, 1]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(1)", '=HYPERLINK("x")'])
def test_text_that_looks_like_a_formula_stays_text(data, write_one, text):
    notes = data.targets.assign(note_en=text)
    cell = column_of(write_one(replace(data, targets=notes))["targets"], "Note")[0]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


def test_characters_that_xml_cannot_hold_are_seen(data, write_one):
    notes = data.targets.assign(note_en="bell \x07, half \ud83d, no \ufffe, line\nbreak")
    with pytest.warns(rt.DataWarning, match=r"sheet 'targets', row 5, Note: found U\+0007, U\+D83D, U\+FFFE; row 6"):
        book = write_one(replace(data, targets=notes))
    cell = column_of(book["targets"], "Note")[0]
    assert cell.value == "bell ␇, half �, no �, line\nbreak"


def column_of(sheet, head):
    place = [cell.value for cell in sheet[HEADER_ROW]].index(head) + 1
    return [sheet.cell(row, place) for row in range(HEADER_ROW + 1, sheet.max_row + 1)]


def test_bytes_do_not_depend_on_time_or_place(built, tmp_path):
    """Write again in a new process, hours away and seconds later, with other hash seeds."""
    again = tmp_path / "again.xlsx"
    code = "import sys, regional_targets as rt; rt.write_workbook(rt.load(), sys.argv[1], lang=sys.argv[2])"
    changed = {**os.environ, "TZ": "America/New_York", "PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": "1000000000"}
    subprocess.run([sys.executable, "-c", code, str(again), built.lang], check=True, env=changed)
    digests = {hashlib.sha256(path.read_bytes()).hexdigest() for path in (built.path, again)}
    assert len(digests) == 1


def test_properties_name_the_data_and_no_machine(built):
    properties = built.book.properties
    assert properties.creator == properties.lastModifiedBy == "Regional Targets"
    assert properties.created == properties.modified == pd.Timestamp(built.data.schema.created).to_pydatetime()
    with zipfile.ZipFile(built.path) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert archive.namelist()[1:] == sorted(archive.namelist()[1:])


def test_finish_wants_one_description_for_each_chart(built):
    # The descriptions are there already, so no chart is left without one.
    with pytest.raises(ValueError, match="found 1 descriptions; wanted 0"):
        finish(io.BytesIO(built.path.read_bytes()), io.BytesIO(), "2026-11-22", ["too many"])


def test_no_folder_is_an_export_error(data, tmp_path):
    with pytest.raises(rt.ExportError, match=r"found no folder .*missing.* Make it first"):
        rt.write_workbook(data, tmp_path / "missing" / "book.xlsx", figures=[])


def test_another_ending_is_an_export_error(data, tmp_path):
    with pytest.raises(rt.ExportError, match=r"found the ending '\.xls'; wanted \.xlsx"):
        rt.write_workbook(data, tmp_path / "book.xls", figures=[])
    assert not list(tmp_path.iterdir())


def test_a_folder_in_the_way_is_an_export_error(data, tmp_path):
    (tmp_path / "book.xlsx").mkdir()
    with pytest.raises(rt.ExportError, match="could not be written"):
        rt.write_workbook(data, tmp_path / "book.xlsx", figures=[], regions=["wuwei"])
    assert [path.name for path in tmp_path.iterdir()] == ["book.xlsx"]


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failed_write_leaves_the_old_file_whole(data, tmp_path, monkeypatch, step):
    path = tmp_path / "book.xlsx"
    path.write_bytes(b"old")

    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(module.os, step, refuse)
    with pytest.raises(
        rt.ExportError, match=r"book\.xlsx: could not be written \(Permission denied\)\. Close the file"
    ):
        rt.write_workbook(data, path, figures=[], regions=["wuwei"], force=True)
    assert path.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["book.xlsx"]


def test_a_file_is_replaced_in_one_step(data, tmp_path, monkeypatch):
    path = tmp_path / "book.xlsx"
    path.write_bytes(b"old")
    seen = []
    move = os.replace

    def watch(source, target):
        seen.append((path.read_bytes(), zipfile.ZipFile(source).testzip()))
        move(source, target)

    monkeypatch.setattr(module.os, "replace", watch)
    rt.write_workbook(data, path, figures=[], regions=["wuwei"], force=True)
    assert seen == [(b"old", None)]
    assert load_workbook(path).sheetnames[0] == "cover"


def test_unknown_ids_are_named(data, tmp_path):
    with pytest.raises(rt.UnknownIdError, match="did you mean fig-teachers-teams"):
        rt.write_workbook(data, tmp_path / "book.xlsx", figures=["fig-teachers-team"])
    with pytest.raises(rt.UnknownIdError, match="regions: there is no 'wuwe'; did you mean wuwei"):
        rt.write_workbook(data, tmp_path / "book.xlsx", regions=["wuwe"])
    assert not list(tmp_path.iterdir())


def test_chosen_figures_stand_once_in_the_order_asked(data, write_one):
    wanted = ["fig-teachers-teams", "fig-coverage"]
    book = write_one(figures=[*wanted, wanted[0]], regions=None)
    assert [name for name in book.sheetnames if name.startswith("fig-")] == wanted


def test_regions_restrict_every_table(data, tmp_path):
    path = rt.write_workbook(data, tmp_path / "two.xlsx", regions=["wuxi", "dandong"], lang="en")
    book = load_workbook(path)
    for name in ("targets", "evidence", "silences", "documents", "context"):
        assert {cell.value for cell in column_of(book[name], "Region")} == {"Dandong", "Wuxi"}, name
    assert {cell.value for cell in column_of(book["verdicts"], "Region A")} == {"Dandong"}
    heads = [cell.value for cell in book["fig-coverage"][HEADER_ROW] if cell.value]
    assert heads == ["Indicator", "Dandong (draft)", "Wuxi", "stated (number)"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_stored_workbooks_are_those_of_the_data(root, workbooks, lang):
    stored, fresh = (
        [[cell.value for cell in row] for row in load_workbook(path)["manifest"].iter_rows()]
        for path in (root / "exports" / f"regional_targets.{lang}.xlsx", workbooks[lang])
    )
    # The manifest holds the hash of each table of the data and of each sheet.
    assert len(fresh) > 40 and stored == fresh


def test_restricted_data_agree_with_themselves(data):
    restricted = module.restrict(data, ["dandong", "xinganmeng"])
    assert list(restricted.regions["region_id"]) == ["xinganmeng", "dandong"]
    assert set(restricted.texts) == {"xinganmeng-2023", "dandong-draft"}
    assert {len(restricted.table(name)) - len(lines) for name, lines in restricted.lines.items()} == {0}
    assert rt.check(restricted) == rt.check(data) == []
    assert (
        len(data.targets) > len(restricted.targets) == data.targets["region_id"].isin(["dandong", "xinganmeng"]).sum()
    )


def test_a_single_region_makes_a_workbook_without_pairs(write_one):
    book = write_one(figures=None)
    assert not book["verdicts"].tables
    assert book["verdicts"]["A4"].value == "Indicator"
    assert {cell.value for cell in column_of(book["targets"], "Region")} == {"Wuwei"}


def test_a_figure_of_silent_regions_has_a_table_and_no_chart(write_one):
    sheet = write_one(figures=["fig-teachers-hiring-years"])["fig-teachers-hiring-years"]
    assert column_of(sheet, "Region")[0].value == "Wuwei"
    assert column_of(sheet, "Label")[0].value == "[x] not mentioned"
    assert not sheet._charts


def test_any_data_make_a_workbook(small, tmp_path):
    """The small world too."""
    figures = [rt.figure(small, fig_id, "zh") for fig_id in rt.catalogue(small)]
    book = load_workbook(rt.write_workbook(small, tmp_path / "small.xlsx", lang="zh"))
    assert [name for name in book.sheetnames if name.startswith("fig-")] == [figure.id for figure in figures]
    assert [cell.value for cell in column_of(book["targets"], "承诺编号")] == list(small.targets["target_id"])
