"""The checklist on both written workbooks, and on copies in which one rule is broken at a time."""

import functools
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.hyperlink import Hyperlink

import regional_targets as rt
from regional_targets.workbook.accessibility import RESULTS, RULES, check_accessibility, listed
from regional_targets.workbook.checked_workbook import CheckedWorkbook
from regional_targets.workbook.outcomes import FAIL, NOT_APPLICABLE, OTHERWISE, PASS

# What people must judge, and what the workbook decides otherwise, as the checklist of this project says.
BY_PEOPLE = {"written_words", "spelling"}
DEPARTURES = {"filters_and_panes", "nothing_below", "footers", "fills"}
FIGURE = "fig-teachers-dual-qualified"
DATA_SHEET = "targets"


def picture(_):
    """The smallest picture: one white point."""
    import struct
    import zlib

    def part(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\x00\xff")
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", rows) + part(b"IEND", b"")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("checked")


@pytest.fixture(scope="module")
def book(data, folder):
    """A workbook of four figures, one without a chart, and two regions, with pictures, in English."""
    figures = ["fig-coverage", "fig-deadlines", FIGURE, "fig-teachers-hiring-years"]
    path = folder / "whole.xlsx"
    return rt.write_workbook(data, path, figures, ["xinganmeng", "wuwei"], lang="en", pictures=picture)


@pytest.fixture(scope="module")
def resaved(book, folder):
    """The same, saved once more by openpyxl: what breaks by that alone is no proof of a rule."""
    path = folder / "resaved.xlsx"
    load_workbook(book).save(path)
    return path


def result_of(rule_id, path):
    """The result of one rule and its detail."""
    rule = next(rule for rule in RULES if rule.id == rule_id)
    found = rule.check(opened(path))
    return found.result, found.en


@functools.cache
def opened(path):
    return CheckedWorkbook(path)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_both_workbooks_keep_every_rule(data, folder, lang):
    path = rt.write_workbook(data, folder / f"{lang}.xlsx", lang=lang)
    findings = {finding.rule: finding for finding in check_accessibility(path, lang)}
    assert [finding.detail for finding in findings.values() if finding.result == FAIL] == []
    assert {rule for rule, finding in findings.items() if finding.result == NOT_APPLICABLE} == BY_PEOPLE
    assert {rule for rule, finding in findings.items() if finding.result == OTHERWISE} == DEPARTURES
    # What was counted, so that a rule that looks at nothing is seen.
    assert re.search(r"\b8\d", findings["notes_resolve"].detail) and "33" in findings["marked_up"].detail
    assert re.search(r"6\d\d", findings["links"].detail) and "23" in findings["alt_texts"].detail


def test_pictures_have_their_own_descriptions(book):
    results = {finding.rule: finding for finding in check_accessibility(book, "en")}
    assert {rule for rule, finding in results.items() if finding.result == FAIL} == set()
    assert results["pictures"].result == OTHERWISE and results["pictures"].detail.startswith("4 on request")
    assert results["alt_texts"].detail.startswith("7 charts and pictures")


def test_the_list_has_every_rule_once_in_both_languages(book):
    assert len({rule.id for rule in RULES}) == len(RULES) == 39
    for lang in ("zh", "en"):
        text = listed(check_accessibility(book, lang), lang)
        assert all((rule.zh if lang == "zh" else rule.en) in text for rule in RULES)
        assert all(words[lang == "en"] in text.splitlines()[-1] for words in RESULTS.values())
        assert len(text.splitlines()) == len(RULES) + 2


def table(sheet):
    return next(iter(sheet.tables.values()))


def unmark(book):
    del book[DATA_SHEET].tables[DATA_SHEET]


def rename(book):
    table(book[DATA_SHEET]).displayName = "Table1"


def twice(book):
    table(book["documents"]).displayName = "Targets"


def merge(book):
    book[DATA_SHEET].merge_cells("A6:B6")


def empty_row(book):
    for cell in book[DATA_SHEET][6]:
        cell.value = cell.hyperlink = None


def empty_column(book):
    sheet = book[DATA_SHEET]
    for row in range(5, sheet.max_row + 1):
        sheet.cell(row, 2).value = None


def empty_heading(book):
    book[DATA_SHEET]["B4"].value = " "


def other_heading(book):
    book[DATA_SHEET]["B4"].value = "something else"


def no_wrap(book):
    book["notes"].column_dimensions["D"].width = 9


def half_a_filter(book):
    table(book[DATA_SHEET]).autoFilter.ref = "A4:C9"


def frozen_elsewhere(book):
    book[DATA_SHEET].freeze_panes = "C9"


def forget(code):
    def change(book):
        for cell in book["notes"]["B"]:
            if cell.value == code:
                cell.value = "other"

    change.__name__ = f"forget {code}"
    return change


def hide_row(book):
    book[DATA_SHEET].row_dimensions[7].hidden = True


def hide_column(book):
    book[DATA_SHEET].column_dimensions["C"].hidden = True


def hide_sheet(book):
    book["silences"].sheet_state = "hidden"


def put(sheet, place, value):
    def change(book):
        book[sheet][place].value = value

    change.__name__ = f"{sheet}!{place}={value!r}"
    return change


def superscript(book):
    book["cover"]["A4"].font = Font(name="Microsoft YaHei", size=10, vertAlign="superscript")


def second_table(book):
    from openpyxl.worksheet.table import Table

    sheet = book["context"]
    sheet["A40"].value, sheet["A41"].value = "Head", "cell"
    sheet.add_table(Table(displayName="another", ref="A40:A41"))


def move_table(book):
    area = table(book["context"])
    area.ref = area.ref.replace("A4", "B4")


def below(book):
    sheet = book["context"]
    sheet.cell(sheet.max_row + 2, 1).value = "a remark"


def dead_link(book):
    book["contents"]["A5"].hyperlink = Hyperlink(ref="A5", location="'nowhere'!A1")


def wordless_link(book):
    book["contents"]["A5"].value = "click here"


def link_to_nothing(book):
    book["contents"]["A5"].hyperlink = Hyperlink(ref="A5", location="'targets'!ZZ900")


def small_letters(book):
    book["cover"]["A5"].font = Font(name="Microsoft YaHei", size=8)


def italics(book):
    book["cover"]["A5"].font = Font(name="Microsoft YaHei", size=10, italic=True)


def small_title(book):
    book["targets"]["A1"].font = Font(name="Microsoft YaHei", size=10)


def header(book):
    book["targets"].oddHeader.center.text = "draft"


def other_footer(book):
    book["targets"].oddFooter.center.text = "confidential"


def fill(book):
    book["targets"]["A6"].fill = PatternFill("solid", start_color="FFF2CC")


def red(book):
    book["targets"]["A6"].font = Font(name="Microsoft YaHei", size=10, color="FFC00000")


def conditional(book):
    rule = CellIsRule(operator="greaterThan", formula=["1"], fill=PatternFill("solid", start_color="FF0000"))
    book["fig-deadlines"].conditional_formatting.add("B5:C9", rule)


def pale(book):
    book["targets"]["A6"].font = Font(name="Microsoft YaHei", size=10, color="FFBFBFBF")


def second_title(book):
    book["targets"]["A1"].value = book["evidence"]["A1"].value


def default_name(book):
    book["context"].title = "Sheet1"


def reorder(book):
    book.move_sheet("contents", 3)


def notes_last(book):
    book.move_sheet("notes", 9)


def blank_sheet(book):
    book.create_sheet("empty")


def unlisted(book):
    book.create_sheet("more")["A1"].value = "More"


def portrait(book):
    book["targets"].page_setup.orientation = "portrait"


def no_page_number(book):
    book["targets"].oddFooter.center.text = ""


def header_once(book):
    book["targets"].print_title_rows = "1:1"


def another_start(book):
    book.active = 3


def other_cell(book):
    book["cover"].sheet_view.selection[0].activeCell = "C9"


def picture_only(book):
    import io

    sheet = book.create_sheet("poster")
    sheet["A1"].value = "A poster"
    sheet.add_image(Image(io.BytesIO(picture(None))), "A3")


BROKEN_CELLS = [
    ("marked_up", unmark), ("named", rename), ("named", twice), ("unmerged", merge), ("without_gaps", empty_row),
    ("without_gaps", empty_column), ("one_header", empty_heading), ("one_header", other_heading), ("uncut", no_wrap),
    ("filters_and_panes", half_a_filter), ("filters_and_panes", frozen_elsewhere),
    ("blanks_explained", forget("blank cell")), ("shorthand_explained", forget("[x]")), ("nothing_hidden", hide_row),
    ("nothing_hidden", hide_column), ("nothing_hidden", hide_sheet), ("no_symbols_for_notes", superscript),
    ("no_symbols_for_notes", put("targets", "A6", "Wuwei*")), ("no_symbols_for_notes", put("targets", "A6", "Wuwei²")),
    ("notes_word", put("targets", "A6", "Wuwei [footnote 2]")), ("notes_word", put("targets", "A6", "Wuwei [2]")),
    ("markers_apart", put(FIGURE, "B5", "50 % [note 3]")), ("notes_table", put("notes", "B4", "Code")),
    ("notes_resolve", put(FIGURE, "B5", "[note 99]")), ("notes_resolve", forget("[note 3]")),
    ("notes_resolve", put(FIGURE, "A2", "no marker any more")), ("at_the_left", move_table),
    ("one_table_each", second_table), ("nothing_below", below), ("links", dead_link), ("links", wordless_link),
    ("links", link_to_nothing), ("letters", small_letters), ("letters", italics), ("titles", small_title),
    ("titles", second_title), ("titles", put("targets", "A1", None)), ("no_symbols", put("targets", "A6", "–")),
    ("footers", header), ("footers", other_footer), ("fills", fill), ("no_colour_alone", red),
    ("no_colour_alone", conditional), ("contrast", pale), ("pictures", picture_only), ("sheet_titles", default_name),
    ("sheet_titles", reorder), ("sheet_titles", notes_last), ("no_blank_sheets", blank_sheet),
    ("listed_in_contents", unlisted), ("prints", portrait), ("prints", no_page_number), ("prints", header_once),
    ("cursor", another_start), ("cursor", other_cell),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "change"), BROKEN_CELLS, ids=lambda value: getattr(value, "__name__", value))
def test_each_broken_cell_or_sheet_fails_its_rule(resaved, tmp_path, rule, change):
    if rule == "notes_table":
        change = lose_notes
    assert result_of(rule, resaved)[0] != FAIL
    changed = load_workbook(resaved)
    change(changed)
    changed.save(tmp_path / "broken.xlsx")
    assert result_of(rule, tmp_path / "broken.xlsx")[0] == FAIL


def lose_notes(book):
    """All footnotes go, and the markers stay."""
    for cell in book["notes"]["B"]:
        if str(cell.value).startswith("[note "):
            cell.value = None


def edited(path, target, part, change):
    """Copy a file and change the text of its parts whose names match."""
    seen = 0
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if re.fullmatch(part, name):
                after = change(content.decode()).encode()
                seen += after != content
                content = after
            new.writestr(name, content)
    assert seen
    return target


DRAWINGS, CHARTS, CORE = r"xl/drawings/drawing\d+\.xml", r"xl/charts/chart\d+\.xml", r"docProps/core\.xml"
BROKEN_PARTS = [
    ("alt_texts", DRAWINGS, lambda text: re.sub(r' descr="[^"]*"', "", text, count=1)),
    ("alt_texts", DRAWINGS, lambda text: re.sub(r' descr="[^"]*"', ' descr="Picture"', text)),
    ("alt_texts", DRAWINGS, lambda text: re.sub(r' descr="[^"]*"', ' descr="the same words for all of them"', text)),
    ("no_text_boxes", DRAWINGS, lambda text: re.sub("<((?:xdr:)?)clientData", r"<\1sp/><\1clientData", text, count=1)),
    ("charts", CHARTS, lambda text: text.replace('<delete val="0"', '<delete val="1"', 1)),
    ("charts", CHARTS, lambda text: re.sub(r"<a:ea [^>]*/>", "", text)),
    ("charts", CHARTS, lambda text: re.sub(r"<title>.*?</title>", "", text, count=1)),
    ("letters", CHARTS, lambda text: text.replace('sz="1000"', 'sz="700"', 1)),
    ("no_colour_alone", CHARTS, lambda text: re.sub(r'srgbClr val="[0-9A-F]{6}"', 'srgbClr val="A6A6A6"', text)),
    ("properties", CORE, lambda text: re.sub("<dc:title[^>]*>.*?</dc:title>", "", text)),
    ("properties", CORE, lambda text: text.replace(">en<", "> <")),
    ("properties", CORE, lambda text: text.replace(">en<", ">zh-CN<")),
]


@pytest.mark.parametrize(("rule", "part", "change"), BROKEN_PARTS)
def test_each_broken_part_fails_its_rule(book, tmp_path, rule, part, change):
    assert result_of(rule, book)[0] != FAIL
    assert result_of(rule, edited(book, tmp_path / "broken.xlsx", part, change))[0] == FAIL


def test_a_macro_fails(book, tmp_path):
    path = tmp_path / "macro.xlsx"
    path.write_bytes(book.read_bytes())
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"code")
    assert result_of("no_macros", book)[0] == PASS
    assert result_of("no_macros", path)[0] == FAIL


def test_missing_contents_fail(resaved, tmp_path):
    changed = load_workbook(resaved)
    del changed["contents"]
    changed.save(tmp_path / "broken.xlsx")
    assert result_of("listed_in_contents", tmp_path / "broken.xlsx")[0] == FAIL


def test_every_rule_is_broken_once():
    broken = {rule for rule, *_ in (*BROKEN_CELLS, *BROKEN_PARTS)} | {"no_macros"}
    assert {rule.id for rule in RULES} - broken == BY_PEOPLE


def test_a_fault_says_where_it_is(resaved, tmp_path):
    changed = load_workbook(resaved)
    hide_row(changed)
    changed["targets"]["A6"].value = "–"
    changed.save(tmp_path / "broken.xlsx")
    findings = {finding.rule: finding.detail for finding in check_accessibility(tmp_path / "broken.xlsx", "zh")}
    assert findings["nothing_hidden"] == "targets!7"
    assert findings["no_symbols"] == "targets!A6"


def test_the_command_prints_the_list_and_ends_with_1_on_a_fail(book, resaved, tmp_path):
    changed = load_workbook(resaved)
    merge(changed)
    changed.save(tmp_path / "broken.xlsx")

    def run(path, lang):
        call = [sys.executable, "-m", "regional_targets", "accessibility", str(path), "--lang", lang]
        done = subprocess.run(call, capture_output=True, text=True, encoding="utf-8", env={**os.environ})
        return done.returncode, done.stdout + done.stderr

    code, text = run(book, "en")
    assert code == 0 and "no merged cells: no merged cells" in text and "fail 0" in text
    code, text = run(tmp_path / "broken.xlsx", "zh")
    assert code == 1 and "不通过" in text and "targets!A6:B6" in text
    code, text = run(Path("nowhere.xlsx"), "en")
    assert code == 1 and "nowhere.xlsx" in text
