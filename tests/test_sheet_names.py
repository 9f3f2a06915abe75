"""Names of sheets, tables and headings, from any text."""

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from regional_targets.workbook.sheet_names import distinct_headings, quoted, same, sheet_name, table_name
from regional_targets.workbook.sheets import Book, Column, location, new_sheet, write_table

# Texts that are likely to clash: few letters, quotation marks, what is forbidden, and anything else.
NAMES = st.lists(
    st.one_of(
        st.text(st.sampled_from("Aa1'[]:*?/\\ _鼓楼区Ａ："), max_size=40), st.text(max_size=40), st.just("History")
    ),
    max_size=12,
)


def named(make, wanted):
    """Name one after the other, each beside those that came before."""
    given_names = []
    for name in wanted:
        given_names.append(make(name, given_names))
    return given_names


@settings(deadline=None)
@given(NAMES)
def test_names_of_sheets_are_valid_unlike_and_stable(wanted):
    names = named(sheet_name, wanted)
    assert len(set(map(same, names))) == len(names)
    for name in names:
        assert 1 <= len(name.encode("utf-16-le")) // 2 <= 31
        assert not re.search(r"[\[\]:*?/\\\x00-\x1f]", unicodedata.normalize("NFKC", name))
        assert not name.startswith("'") and not name.endswith("'")
        assert same(name) != "history"
    assert named(sheet_name, wanted) == names


@settings(deadline=None)
@given(NAMES)
def test_names_of_tables_are_valid_unlike_and_stable(wanted):
    names = named(table_name, wanted)
    assert len(set(map(same, names))) == len(names)
    for name in names:
        assert re.fullmatch(r"[^\W\d]\w{0,254}", name), name
        assert not re.fullmatch(r"[A-Za-z]{1,3}\d+|[Rr]\d*([Cc]\d*)?|[Cc]\d*", name), name
    assert named(table_name, wanted) == names


@settings(deadline=None)
@given(NAMES)
def test_headings_are_unlike_and_never_empty(wanted):
    headings = distinct_headings(wanted)
    assert len(set(map(same, headings))) == len(headings) == len(wanted)
    assert all(heading.strip() and len(heading) <= 255 for heading in headings)


@pytest.mark.parametrize("name", ["fig-coverage", "targets", "鼓楼区", "A1", "R1C1", "l'Aquila", "x" * 31])
def test_a_name_that_excel_takes_stays(name):
    assert sheet_name(name, ["cover"]) == name


@pytest.mark.parametrize(
    ("wanted", "taken", "start"),
    [
        ("History", [], "History~"),
        ("鼓楼区", ["鼓楼区"], "鼓楼区~"),
        ("Fig-A", ["fig-a"], "Fig-A~"),
        ("'quoted'", [], "quoted~"),
        ("a/b", [], "a-b~"),
        ("甲：乙", [], "甲-乙~"),
        ("_x0041_", [], "-x0041_~"),
        ("", [], "~"),
    ],
)
def test_a_name_that_excel_refuses_keeps_its_beginning(wanted, taken, start):
    assert re.fullmatch(re.escape(start) + "[0-9a-f]{6}", sheet_name(wanted, taken))


def test_names_that_differ_only_at_the_end_stay_apart():
    first, second = (sheet_name("x" * 31 + tail, []) for tail in "ab")
    assert first != second and first[:24] == second[:24] == "x" * 24


def test_a_sign_of_two_units_is_not_halved():
    assert sheet_name("𠮷" * 16, []).startswith("𠮷" * 12 + "~")


@pytest.mark.parametrize("name", ["A1", "R1C1", "r", "C", "2023", "①", "fig coverage", "table_1"])
def test_names_of_tables_are_no_cells_and_hold_no_blank(name):
    found = table_name(name, [])
    assert found == {"fig coverage": "fig_coverage", "table_1": "table_1", "①": "_"}.get(name, f"table_{name}")


def test_links_and_tables_of_sheets_with_strange_names_hold_together(tmp_path):
    book = Book()
    names = ["it's", "IT'S", "A1", "a[b]", "a]b[", "鼓楼区", "鼓楼区", "History", "R1C1", "x" * 40, "x" * 40 + "y"]
    sheets = [new_sheet(book, name, name, "", "", "A & B") for name in names]
    for sheet in sheets:
        links = [location(other.title, 5) for other in sheets]
        block = write_table(sheet, [Column("to", [other.title for other in sheets], links), Column("TO", names)])
        assert block.reference("to").startswith(quoted(sheet.title) + "!")
    book.save(tmp_path / "names.xlsx")
    read = load_workbook(tmp_path / "names.xlsx")
    tables = [table for sheet in read for table in sheet.tables]
    assert len(set(map(same, tables))) == len(names)
    for sheet in read:
        assert [cell.value for cell in sheet[4]] == ["to", "TO (2)"]
        assert sheet.oddFooter.right.text == "A && B"
        for row in range(5, 5 + len(names)):
            name, place = sheet.cell(row, 1).hyperlink.location.rsplit("!", 1)
            led = read[name[1:-1].replace("''", "'")][place]
            assert led.parent.title == sheet.cell(row, 1).value
