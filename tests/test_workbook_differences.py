"""What changed between two workbooks is told shortly: a row that is gone is one difference, not a thousand."""

from __future__ import annotations

import json

import pytest

from regional_targets.workbook.workbook_differences import differences
from regional_targets.workbook.xlsx_content import Chart, Content, SheetContent


def sheet(*rows, name="s", first=1, links=None, charts=(), labels=()):
    """A sheet of rows of values; None is an empty cell, an empty row stays blank."""
    content = SheetContent(name, charts=[Chart(json.dumps(chart), json.dumps(labels)) for chart in charts])
    for row, values in enumerate(rows, start=first):
        cells = {
            column: Content(value, (links or {}).get((row, column), ""))
            for column, value in enumerate(values, start=1)
            if value is not None or (row, column) in (links or {})
        }
        if cells:
            content.rows[row] = cells
    return content


ROWS = [["id", "value"], *([f"r{n}", n] for n in range(1, 9))]


def told(wanted, found):
    return [str(difference) for difference in differences({"s": wanted}, {"s": found})]


def test_equal_sheets_have_no_difference():
    assert told(sheet(*ROWS), sheet(*ROWS)) == []


def test_a_changed_cell_is_named_with_both_values():
    changed = [*ROWS[:3], ["r3", 30], *ROWS[4:]]
    assert told(sheet(*ROWS), sheet(*changed)) == ["s!B4: found 30; wanted 3"]


@pytest.mark.parametrize(
    ("found", "wanted", "words"),
    [
        (None, 3, "found an empty cell; wanted 3"),
        ("3", 3, 'found "3"; wanted 3'),
        (True, 1, "found True; wanted 1"),
        (("formula", "=1+2"), 3, "found the formula =1+2; wanted 3"),
    ],
)
def test_kinds_of_values_are_told_apart(found, wanted, words):
    assert told(sheet(["a", wanted]), sheet(["a", found])) == [f"s!B1: {words}"]


def test_a_removed_row_is_one_difference_whatever_follows():
    assert told(sheet(*ROWS), sheet(*ROWS[:3], *ROWS[4:])) == [
        's row 4 as written: found no such row; wanted a row that begins "r3" | 3'
    ]


def test_an_added_row_is_one_difference():
    assert told(sheet(*ROWS), sheet(*ROWS[:3], ["new", 0], *ROWS[3:])) == [
        's row 4: found a row that begins "new" | 0; wanted no such row'
    ]


def test_a_removed_row_beside_a_changed_one_is_told_apart_from_it():
    found = [*ROWS[:3], ["r4", 40], *ROWS[5:]]
    assert told(sheet(*ROWS), sheet(*found)) == [
        's row 4 as written: found no such row; wanted a row that begins "r3" | 3',
        "s!B4: found 40; wanted 4",
    ]


def test_moved_rows_are_told_as_moved():
    found = [ROWS[0], *ROWS[2:6], ROWS[1], *ROWS[6:]]
    assert told(sheet(*ROWS), sheet(*found)) == ["s row 6: found a row that was moved; wanted it in row 2"]


def test_an_emptied_row_and_blank_rows_are_told():
    found = [*ROWS[:3], [], *ROWS[4:]]
    assert told(sheet(*ROWS), sheet(*found)) == [
        's row 4 as written: found no such row; wanted a row that begins "r3" | 3',
        "s row 5: found +1 blank rows above it; wanted as many as before",
    ]
    assert told(sheet(*ROWS), sheet(*ROWS[:3], [], *ROWS[3:])) == [
        "s row 5: found +1 blank rows above it; wanted as many as before"
    ]


def test_links_are_told_and_many_of_a_column_as_one():
    places = {(row, 1): f"'x'!A{row}" for row in range(2, 10)}
    wanted = sheet(*ROWS, links=places)
    assert told(wanted, sheet(*ROWS, links={**places, (4, 1): "'x'!A99"})) == [
        "s!A4 link: found 'x'!A99; wanted 'x'!A4"
    ]
    shifted = {(row, 1): f"'x'!A{row + 1}" for row in range(2, 10)}
    assert told(wanted, sheet(*ROWS, links=shifted)) == [
        "s!A2 link: found 'x'!A3; wanted 'x'!A2 (and 7 more links of this column are not as written)"
    ]


def test_rows_that_go_without_their_links_are_still_one_removed_row():
    places = {(row, 1): f"'x'!A{row}" for row in range(2, 10)}
    found = sheet(*ROWS[:3], *ROWS[4:], [None, None], links=places)
    lines = told(sheet(*ROWS, links=places), found)
    assert len(lines) == 2
    assert lines[0].startswith("s row 4 as written: found no such row")


def test_long_texts_are_shown_around_their_first_difference():
    text = "x" * 200
    (line,) = told(sheet([text + "a" + text]), sheet([text + "b" + text]))
    assert "…xxxxxxxxxxxxxxxxxxxxbx" in line and len(line) < 200


def test_sheets_that_are_gone_added_renamed_or_in_another_order_are_told():
    one, two, three = (sheet(*([f"{name}{n}", n] for n in range(5)), name=name) for name in "abc")
    wanted = {"a": one, "b": two}
    assert [str(each) for each in differences(wanted, {"a": one})] == ["sheet b: found nothing; wanted it"]
    assert [str(each) for each in differences(wanted, {**wanted, "c": three})] == ["sheet c: found it; wanted nothing"]
    assert [str(each) for each in differences(wanted, {"a": one, "new": two})] == [
        "sheet new: found this name; wanted the name b"
    ]
    assert [str(each) for each in differences(wanted, {"b": two, "a": one})] == [
        "order of the sheets: found b, a; wanted a, b"
    ]


def test_a_renamed_sheet_is_compared_too():
    one = sheet(*ROWS)
    other = sheet(*ROWS[:-1], ["r8", 80])
    assert [str(each) for each in differences({"s": one}, {"t": other})] == [
        "sheet t: found this name; wanted the name s",
        "t!B9: found 80; wanted 8",
    ]


CHART = [
    "title",
    [["tx", "'s'!B1", [[0, "n"]]], ["cat", "'s'!A2:A3", [[0, "a"]]], ["val", "'s'!B2:B3", [[0, 1], [1, 2]]]],
]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("[1, 2]", "[1, 3]", "s chart 'title' series 1 values, point 2: found 3; wanted 2"),
        ("'s'!B2:B3", "'s'!B2:B9", "s chart 'title' series 1 values: found 's'!B2:B9; wanted 's'!B2:B3"),
        ('"title"', '"other"', "s chart 'title' title: found 'other'; wanted 'title'"),
    ],
)
def test_a_chart_is_compared_series_by_series(old, new, words):
    changed = json.loads(json.dumps(CHART).replace(old, new))
    assert told(sheet(["a"], charts=[CHART]), sheet(["a"], charts=[changed])) == [words]


def test_charts_that_are_gone_or_added_are_told():
    assert told(sheet(["a"], charts=[CHART]), sheet(["a"])) == [
        "s chart 'title': found no such chart; wanted one with 1 series"
    ]
    assert told(sheet(["a"]), sheet(["a"], charts=[CHART])) == [
        "s chart 'title': found one with 1 series; wanted no such chart"
    ]


def test_a_column_changed_throughout_beside_a_removed_row_stays_readable():
    rows = [[f"r{n}", n, "x", "y"] for n in range(300)]
    found = [[name, value, "z", "y"] for name, value, *_ in rows if name != "r100"]
    lines = told(sheet(*rows), sheet(*found))
    assert len(lines) == 300
    assert sum("no such row" in line for line in lines) == 1
    assert 's row 101 as written: found no such row; wanted a row that begins "r100" | 100 | "x" | "y"' in lines


def test_a_changed_label_is_told_and_labels_that_a_program_dropped_are_not():
    wanted = sheet(["a"], charts=[CHART], labels=[[1, 0, "50%"], [1, 1, "60%"]])
    assert told(wanted, sheet(["a"], charts=[CHART], labels=[[1, 0, "50%"], [1, 1, "90%"]])) == [
        's chart \'title\' series 1 label, point 2: found "90%"; wanted "60%"'
    ]
    assert told(wanted, sheet(["a"], charts=[CHART])) == []
