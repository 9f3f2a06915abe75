"""Tables on sheets: text that stays text, and long tables that are written outside the Excel library."""

import contextlib
import hashlib
import io
import re
import shutil
import subprocess
import warnings
import zipfile
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

import regional_targets as rt
from regional_targets.workbook import sheet_rows, sheets
from regional_targets.workbook.sheet_rows import count_lines, display_width
from regional_targets.workbook.sheet_text import LONGEST, fitted, is_live, legible, pieces
from regional_targets.workbook.sheets import Book, Column, location, new_sheet, write, write_lines, write_table
from regional_targets.workbook.xlsx_xml import finish

LIVE = ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "＝1+1", "＋1", "－1", "＠x", "'quoted"]
PLAIN = [
    *("_x0041_", "a_x000D_b", "_x00e9__x0041_", "  before", "after  ", "a  b", "one\ntwo", "\nfirst", "last\n"),
    *("tab\there", "<&>\"'", "𠮷", "½", "1-2", "a=b", "2030年"),
]
TEXTS = [*LIVE, *PLAIN, "end"]
needs_libreoffice = pytest.mark.skipif(
    not shutil.which("soffice"), reason="soffice (LibreOffice) is not on this machine"
)


def saved(book, path):
    """Finish a book and read it back."""
    draft = io.BytesIO()
    book.save(draft)
    with path.open("wb") as target:
        finish(draft, target, "2026-11-22", [], book.long_tables)
    return load_workbook(path)


def texts_book(texts):
    """A sheet with texts, each in a cell of its own and in one that leads to the first row."""
    book = Book()
    sheet = new_sheet(book, "texts", "t", "s", "back", "f")
    led = [location("texts", 5)] * len(texts)
    write_table(sheet, [Column("Plain", texts), Column("Linked _x0041_", texts, led)])
    return book


def mixed_columns(n_rows):
    """All kinds of cells, three links per row or fewer."""
    rows = range(n_rows)
    places = [location("long", 5 + row) for row in rows]
    return [
        Column("Id", [f"t{row:03d}" for row in rows], places),
        Column("Text", [TEXTS[row % len(TEXTS)] for row in rows]),
        Column("Empty", [None] * n_rows),
        Column("Whole", [row * 1000 for row in rows], grouped=True),
        Column(
            "Broken",
            [row + 0.25 if row % 3 else None for row in rows],
            [p if row % 3 else "" for row, p in enumerate(places)],
        ),
        Column("Both", ["words" if row % 2 else row for row in rows], places),
        Column("Wide", ["承诺 commitment " * (row % 9) or None for row in rows], widest=30),
    ]


def mixed_book(n_rows, lines=2):
    """A long table with text below it, as figures have."""
    book = Book()
    sheet = new_sheet(book, "long", "A long table", "s", "", "f")
    block = write_table(sheet, mixed_columns(n_rows))
    write_lines(sheet, block.bottom + 2, ["below the table"] * lines, 40)
    return book


def look(cell):
    """All that a reader sees of a cell."""
    place = cell.hyperlink and (cell.hyperlink.location, cell.hyperlink.display)
    words = (repr(getattr(cell, name)) for name in ("font", "border", "fill", "alignment", "number_format"))
    return cell.value, cell.data_type, place, cell.quotePrefix, *words


def assert_same(one, other):
    assert one.sheetnames == other.sheetnames
    for sheet in one:
        twin = other[sheet.title]
        assert twin.dimensions == sheet.dimensions
        for row, twins in zip(sheet.iter_rows(), twin.iter_rows(), strict=True):
            assert [look(cell) for cell in twins] == [look(cell) for cell in row]
        for name in ("row_dimensions", "column_dimensions"):
            sizes = [
                {key: (size.height if "row" in name else size.width) for key, size in getattr(found, name).items()}
                for found in (sheet, twin)
            ]
            assert sizes[0] == sizes[1]
        assert dict(twin.tables.items()) == dict(sheet.tables.items())


@pytest.fixture
def held_rows(monkeypatch):
    """held_rows(n): tables with more than n rows are long."""
    return lambda n_rows: monkeypatch.setattr(sheets, "HELD_ROWS", n_rows)


def test_a_long_table_reads_like_one_that_was_held(tmp_path, held_rows):
    held = saved(mixed_book(60), tmp_path / "held.xlsx")
    held_rows(10)
    book = mixed_book(60)
    assert len(book["long"]._cells) < 60
    assert_same(held, saved(book, tmp_path / "long.xlsx"))


def test_a_whole_workbook_reads_the_same_when_all_its_tables_are_long(small, tmp_path, held_rows):
    held = load_workbook(rt.write_workbook(small, tmp_path / "held.xlsx", lang="en"))
    held_rows(1)
    assert_same(held, load_workbook(rt.write_workbook(small, tmp_path / "long.xlsx", lang="en")))


def test_two_long_tables_stand_on_one_sheet(tmp_path, held_rows):
    held_rows(5)
    book = Book()
    sheet = new_sheet(book, "two", "t", "s", "", "f")
    numbers = list(range(30))
    first = write_table(sheet, [Column("N", numbers)], filtered=False)
    second = write_table(sheet, [Column("N", numbers)], top=first.bottom + 3, name="second", filtered=False)
    read = saved(book, tmp_path / "two.xlsx")["two"]
    for block in (first, second):
        assert [read.cell(row, 1).value for row in range(block.top + 1, block.bottom + 1)] == numbers


def test_the_bytes_of_a_long_table_do_not_change_by_chance(tmp_path, held_rows):
    held_rows(5)
    digests = set()
    for name in ("a.xlsx", "b.xlsx"):
        saved(mixed_book(40), tmp_path / name)
        digests.add(hashlib.sha256((tmp_path / name).read_bytes()).hexdigest())
    assert len(digests) == 1


def test_beyond_the_links_that_excel_takes_cells_lead_by_a_function(tmp_path, held_rows, monkeypatch):
    held_rows(5)
    monkeypatch.setattr(sheet_rows, "MOST_LINKS", 50)
    path = tmp_path / "long.xlsx"
    functions, values = saved(mixed_book(40), path)["long"], load_workbook(path, data_only=True)["long"]
    columns = mixed_columns(40)
    for place, column in enumerate(columns, start=1):
        assert [values.cell(row, place).value for row in range(5, 45)] == list(column.cells)
    # The last row is held by the Excel library.
    for row in range(5, 44):
        assert functions.cell(row, 1).value == f'=HYPERLINK("#\'long\'!A{row}","t{row - 5:03d}")'
        assert functions.cell(row, 1).font.underline == "single"
    assert functions["E6"].value == "=HYPERLINK(\"#'long'!A6\",1.25)"
    assert [cell.coordinate for row in functions.iter_rows() for cell in row if cell.hyperlink] == ["A44", "F44"]


def test_a_function_holds_any_text(tmp_path, held_rows, monkeypatch):
    held_rows(1)
    monkeypatch.setattr(sheet_rows, "MOST_LINKS", 0)
    said = 'say "yes" & "no" ' * 20
    endless = "x" * 5000
    path = tmp_path / "any.xlsx"
    functions = saved(texts_book([said, endless, "end"]), path)["texts"]
    literals = functions["B5"].value.removeprefix("=HYPERLINK(\"#'texts'!A5\",").removesuffix(")")
    assert literals.replace('"&"', "") == '"' + said.replace('"', '""') + '"'
    assert load_workbook(path, data_only=True)["texts"]["B5"].value == said
    assert all(len(part) <= 255 for part in literals.split('"&"'))
    # Excel takes 8,192 characters in a formula: such a text stands there without a link.
    assert functions["B6"].value == endless


def test_a_long_table_that_lost_its_place_is_no_workbook(held_rows):
    held_rows(5)
    book = mixed_book(20)
    draft = io.BytesIO()
    book.save(draft)
    book.long_tables[0].top += 100
    with pytest.raises(ValueError, match="wanted the last row of the long table"):
        finish(draft, io.BytesIO(), "2026-11-22", [], book.long_tables)


def test_what_is_no_value_is_refused_in_a_long_table(held_rows):
    held_rows(1)
    book = texts_book([b"bytes", "end"])
    draft = io.BytesIO()
    book.save(draft)
    with pytest.raises(TypeError, match=r"cell A5: found b'bytes'; wanted text, a number or nothing"):
        finish(draft, io.BytesIO(), "2026-11-22", [], book.long_tables)


def test_more_rows_than_excel_has_are_refused(monkeypatch):
    monkeypatch.setattr(sheets, "MOST_ROWS", 20)
    with pytest.raises(rt.ExportError, match=r"sheet 'long': found 17 rows; wanted at most 16"):
        mixed_book(17)
    mixed_book(16)


def test_columns_of_unlike_length_are_refused():
    sheet = new_sheet(Book(), "x", "t", "s", "", "f")
    with pytest.raises(ValueError, match=r"sheet 'x': found columns of other lengths, \{'B': 3\}; wanted 2 cells"):
        write_table(sheet, [Column("A", [1, 2]), Column("B", [1, 2, 3])])


NAMES = {
    "same": lambda name, place: "鼓楼区",
    "control characters": lambda name, place: f"{name}\x07",
    "quotation marks": lambda name, place: f"{name}'\"&<]",
    "long": lambda name, place: name * 100,
    "formulas": lambda name, place: f"=A{place}",
}


@pytest.mark.parametrize("kind", NAMES)
def test_any_name_of_a_region_makes_a_workbook(data, tmp_path, kind):
    names = [NAMES[kind](name, place) for place, name in enumerate(data.regions["name_zh"])]
    changed = replace(data, regions=data.regions.assign(name_zh=names))
    reported = pytest.warns(rt.DataWarning) if kind == "control characters" else contextlib.nullcontext()
    figures = ["fig-coverage", "fig-teachers-teams"]
    with reported:
        path = rt.write_workbook(changed, tmp_path / "book.xlsx", figures=figures, lang="zh")
    book, plain = load_workbook(path), rt.write_workbook(data, tmp_path / "plain.xlsx", figures=figures, lang="zh")
    matrix, wanted = book["fig-coverage"], load_workbook(plain)["fig-coverage"]
    first, top, last, bottom = range_boundaries(next(iter(wanted.tables.values())).ref)
    heads = [cell.value for cell in matrix[top][first : first + len(names)]]
    assert len(set(heads)) == len(names)
    for head, name in zip(heads, names, strict=True):
        # A heading holds 255 characters, and names the stage of a document that is no issued plan.
        assert re.sub(r" \(\d\)$", "", head).removesuffix("（讨论稿）").removesuffix("（年度要点）") in legible(name)
    for row in range(top + 1, bottom + 1):
        assert [look(cell)[:3] for cell in matrix[row][:last]] == [look(cell)[:3] for cell in wanted[row][:last]]
    assert {cell.value for (cell,) in book["targets"]["B5:B40"]} <= {legible(name) for name in names}


@pytest.mark.parametrize("held", [2000, 1])
def test_text_stays_text_and_keeps_every_sign(tmp_path, held_rows, held):
    held_rows(held)
    sheet = saved(texts_book(TEXTS), tmp_path / "texts.xlsx")["texts"]
    for row, text in enumerate(TEXTS, start=5):
        for cell in sheet[row]:
            assert (cell.value, cell.data_type, bool(cell.quotePrefix)) == (text, "s", text in LIVE)
    assert [cell.value for cell in sheet[4]] == ["Plain", "Linked _x0041_"]


@pytest.mark.parametrize("held", [2000, 1])
def test_blanks_at_the_ends_are_marked_to_be_kept(tmp_path, held_rows, held):
    held_rows(held)
    texts = ["  before", "after  ", "\nfirst", "end"]
    saved(texts_book(texts), tmp_path / "texts.xlsx")
    with zipfile.ZipFile(tmp_path / "texts.xlsx") as archive:
        root = ET.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    kept = "{http://www.w3.org/XML/1998/namespace}space"
    assert [element.text for element in root.iter() if element.get(kept) == "preserve"] == [
        text for text in texts[:3] for _ in range(2)
    ]


@needs_libreoffice
@pytest.mark.parametrize("held", [2000, 1])
def test_text_stays_text_when_libreoffice_saves_it_again(tmp_path, held_rows, held):
    held_rows(held)
    saved(texts_book(TEXTS), tmp_path / "texts.xlsx")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path / "again")]
    subprocess.run([*command, str(tmp_path / "texts.xlsx")], check=True, capture_output=True, timeout=180)
    sheet = load_workbook(tmp_path / "again" / "texts.xlsx")["texts"]
    found = [[(cell.value, cell.data_type) for cell in row] for row in sheet.iter_rows(min_row=5)]
    assert found == [[(text, "s")] * 2 for text in TEXTS]
    (table,) = sheet.tables.values()
    assert [column.name for column in table.tableColumns] == [cell.value for cell in sheet[4]]


@pytest.mark.parametrize("held", [2000, 1])
def test_an_escape_of_excel_is_never_in_one_piece(tmp_path, held_rows, held):
    """Excel reads `_x0041_` in a file as A; openpyxl and LibreOffice put two pieces together again."""
    held_rows(held)
    saved(texts_book(["_x0041_", "end"]), tmp_path / "texts.xlsx")
    with zipfile.ZipFile(tmp_path / "texts.xlsx") as archive:
        sheet, table = (archive.read(f"xl/{name}1.xml").decode() for name in ("worksheets/sheet", "tables/table"))
    texts = [element.text for element in ET.fromstring(sheet).iter() if element.tag.endswith("}t")]
    # Two cells; and the heading, whose first piece is longer.
    assert (texts.count("_x"), texts.count("0041_"), texts.count("Linked _x")) == (2, 3, 1)
    assert 'name="Linked _x005F_x0041_"' in table


@settings(deadline=None)
@given(st.text(max_size=60))
def test_pieces_make_up_the_text_and_none_is_an_escape(text):
    parts = pieces(text)
    assert "".join(parts) == text
    assert not any(sheet_rows.escaped(part) != part for part in parts)


@settings(deadline=None)
@given(st.text(st.characters(codec=None), max_size=40))
def test_any_text_becomes_one_that_xml_holds(text):
    shown, fault = fitted(text)
    assert bool(fault) == (shown != text)
    assert len(shown) == len(text) and legible(shown) == shown
    assert ET.fromstring(f"<t>{sheet_rows._xml(shown)}</t>").text in (shown, None)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(max_size=20), min_size=3, max_size=3))
def test_any_text_comes_back(texts):
    with warnings.catch_warnings(action="ignore", category=rt.DataWarning):
        book = texts_book([*texts, "end"])
    draft = io.BytesIO()
    book.save(draft)
    rows = list(load_workbook(draft)["texts"].iter_rows(min_row=5, max_row=7, max_col=1, values_only=True))
    assert [row[0] or "" for row in rows] == [legible(text) for text in texts]


@pytest.mark.parametrize("held", [2000, 1])
def test_characters_that_xml_cannot_hold_are_reported_with_their_place(tmp_path, held_rows, held):
    held_rows(held)
    texts = ["fine", "bell \x07", "half \ud83d", *["null \x00"] * 2, "end"]
    with pytest.warns(rt.DataWarning) as told:
        book = Book()
        write_table(new_sheet(book, "texts", "t", "s", "", "f"), [Column("Note", texts)])
        sheet = saved(book, tmp_path / "texts.xlsx")["texts"]
    assert [cell.value for (cell,) in sheet["A5:A8"]] == ["fine", "bell ␇", "half �", "null ␀"]
    (warning,) = told
    places = "row 6, Note: found U+0007; row 7, Note: found U+D83D; row 8, Note: found U+0000 (and 1 more cells)"
    assert f"workbook sheet 'texts', {places}; wanted at most 32767" in str(warning.message)


def test_a_title_is_reported_by_its_cell():
    with pytest.warns(rt.DataWarning, match=r"sheet 'texts', cell A1: found U\+000B"):
        new_sheet(Book(), "texts", "page\x0bbreak", "s", "", "f")


@pytest.mark.parametrize("sign", ["x", "字", "𠮷"])
def test_text_that_no_cell_holds_is_cut_with_a_mark(sign):
    longest = sign * (LONGEST // (2 if sign == "𠮷" else 1))
    assert fitted(longest) == (longest, "")
    shown, fault = fitted(longest + sign + "y")
    assert len(shown.encode("utf-16-le")) // 2 in (LONGEST, LONGEST - 1)
    count = len(longest) + 2
    assert fault == f"{count} characters"
    assert shown.endswith(f"…【截断：原文{count}字 / cut: {count} characters】") and shown.startswith(sign * 100)


def test_only_text_that_begins_so_is_live():
    assert all(map(is_live, LIVE))
    assert not any(map(is_live, PLAIN))


def test_a_cell_of_text_is_no_formula_wherever_it_stands():
    book = Book()
    sheet = new_sheet(book, "texts", "=1+1", "", "", "f")
    write(sheet, 9, 9, "=2+2", link=location("texts", 1))
    for cell in (sheet["A1"], sheet["I9"]):
        assert (cell.data_type, cell.quotePrefix) == ("s", True)


@settings(deadline=None)
@given(st.text(max_size=80), st.integers(6, 60))
def test_lines_are_counted_for_what_is_wide(text, width):
    assert len(text) <= display_width(text) <= 2 * len(text)
    lines = count_lines(text, width)
    assert lines >= 1 + text.count("\n")
    assert lines * (width - 1) >= display_width(text.replace("\n", ""))


def test_a_table_of_excel_covers_the_long_table(tmp_path, held_rows):
    held_rows(5)
    sheet = saved(mixed_book(40), tmp_path / "long.xlsx")["long"]
    (table,) = sheet.tables.values()
    assert range_boundaries(table.ref) == (1, 4, 7, 44)
    assert sheet.dimensions == "A1:G47"


def test_a_column_of_numbers_is_as_wide_as_they_are_and_one_of_text_no_wider_than_it_may_be():
    book = Book()
    sheet = new_sheet(book, "amounts", "Amounts", "", "", "")
    columns = [
        Column("Value", [3_200_000_000_000, 5], grouped=True, widest=14),
        Column("Text", ["of a length that wraps in its cell", "short"], widest=14),
    ]
    write_table(sheet, columns)
    assert sheet.column_dimensions["A"].width >= len("3,200,000,000,000")
    assert sheet.column_dimensions["B"].width == 14
