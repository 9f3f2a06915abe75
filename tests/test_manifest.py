"""The manifest: hashes that anybody can compute, of what a workbook says and not of who saved it."""

from __future__ import annotations

import hashlib
import subprocess
from copy import copy

import pytest
from openpyxl import load_workbook

import regional_targets as rt
from regional_targets.errors import WorkbookError
from regional_targets.tables import load
from regional_targets.workbook import manifest, sheet_rows, sheets, written_content
from regional_targets.workbook.xlsx_content import SheetContent, plain_link, plain_value, read_sheets


@pytest.fixture(scope="module")
def book(small, tmp_path_factory):
    return rt.write_workbook(small, tmp_path_factory.mktemp("manifest") / "small.xlsx", lang="en")


def test_the_hash_of_each_file_is_that_of_its_bytes(data):
    hashes = manifest.file_hashes(data)
    for name, value in hashes.items():
        assert hashlib.sha256((data.folder / name).read_bytes()).hexdigest() == value, name
    tables = [table.file for table in data.schema.tables.values()]
    assert list(hashes) == [*manifest.TEXT_FILES, *tables, *data.documents["file"]]


def test_the_hash_of_the_package_is_what_sha256sum_gives(data):
    hashes = manifest.file_hashes(data)
    lines = subprocess.run(["sha256sum", *hashes], cwd=data.folder, capture_output=True, check=True).stdout
    assert manifest.package_hash(hashes) == hashlib.sha256(lines).hexdigest()


def test_a_table_changed_in_memory_has_another_hash(data, change):
    changed = change(data, "targets", 0, note_en="other")
    before, after = manifest.file_hashes(data), manifest.file_hashes(changed)
    assert [name for name in before if before[name] != after[name]] == ["targets.csv"]


def test_line_ends_of_a_table_do_not_matter(world, small):
    path = world / "targets.csv"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    with pytest.warns(rt.DataWarning, match="CRLF"):
        assert manifest.file_hashes(load(world))["targets.csv"] == manifest.file_hashes(small)["targets.csv"]


def test_the_workbook_says_what_it_was_made_from(small, book):
    name, found = manifest.read_manifest(read_sheets(book))
    assert (name, found.lang, found.figures, found.regions) == ("manifest", "en", None, None)
    assert (found.data, found.library) == (small.version, manifest.library_version())
    assert found.files == manifest.file_hashes(small)
    assert found.package == manifest.package_hash(found.files)
    sheets_of = load_workbook(book).sheetnames
    assert sheets_of[-1] == "manifest" and list(found.sheets) == sheets_of[:-1]


def test_chosen_figures_and_regions_are_kept_in_order_and_hashes_are_of_all_data(small, tmp_path):
    regions = list(small.regions["region_id"])[::-1]
    path = rt.write_workbook(small, path=tmp_path / "b.xlsx", figures=["fig-coverage"], regions=regions, lang="zh")
    _, found = manifest.read_manifest(read_sheets(path))
    assert (found.figures, found.regions) == (("fig-coverage",), tuple(regions))
    assert found.files == manifest.file_hashes(small)
    path = rt.write_workbook(small, tmp_path / "c.xlsx", figures=[], regions=regions[:1])
    _, found = manifest.read_manifest(read_sheets(path))
    assert (found.figures, found.regions) == ((), (regions[0],))
    assert found.files == manifest.file_hashes(small)


def test_hashes_made_while_writing_are_those_of_what_is_read(book):
    read = read_sheets(book)
    name, found = manifest.read_manifest(read)
    assert {sheet: read[sheet].digest() for sheet in found.sheets} == found.sheets
    assert manifest.touched_sheets(name, found, read) == []


@pytest.mark.parametrize("most_links", [65_000, 0])
def test_long_tables_are_hashed_as_they_are_written(small, tmp_path, monkeypatch, most_links, change):
    """Tables that never become cells, with links in a list or as functions, with texts that are hard to keep."""
    text = 'a "quoted" _x0041_ text\nwith\r\nlines' + "x" * 200
    small = change(small, "mentions", 1, quote=text)
    small = change(small, "targets", 1, note_en=text)
    for module in (sheet_rows, sheets):
        monkeypatch.setattr(module, "HELD_ROWS", 1)
    for module in (sheet_rows, written_content):
        monkeypatch.setattr(module, "MOST_LINKS", most_links)
    path = rt.write_workbook(small, tmp_path / "long.xlsx", lang="en")
    monkeypatch.undo()
    read = read_sheets(path)
    assert manifest.touched_sheets(*manifest.read_manifest(read), read) == []
    links = [said.link for cells in read["evidence"].rows.values() for said in cells.values() if said.link]
    assert len(links) > len(small.mentions)
    said = [cell.value for cells in read["targets"].rows.values() for cell in cells.values()]
    assert text.replace("\r\n", "\n") in said


@pytest.mark.parametrize(
    ("edit", "touched"),
    [
        (lambda book: book["targets"].__setitem__("C6", "other"), ["targets"]),
        (lambda book: setattr(book["targets"]["D6"].hyperlink, "location", "'targets'!A1"), ["targets"]),
        (lambda book: book["notes"].delete_rows(7), ["notes"]),
        (lambda book: book.remove(book["context"]), ["context"]),
        (lambda book: book.create_sheet("mine"), ["mine"]),
        (lambda book: setattr(book["context"], "title", "renamed"), ["context", "renamed"]),
        (lambda book: book["manifest"].__setitem__("E9", "remark"), ["manifest"]),
        (lambda book: book["fig-coverage"]._charts.clear(), ["fig-coverage"]),
    ],
)
def test_every_edit_is_seen_by_the_hashes_alone(book, tmp_path, edit, touched):
    edited = load_workbook(book)
    edit(edited)
    edited.save(tmp_path / "edited.xlsx")
    read = read_sheets(tmp_path / "edited.xlsx")
    assert manifest.touched_sheets(*manifest.read_manifest(read), read) == touched


def test_saving_again_and_changing_the_look_is_no_edit(book, tmp_path):
    again = load_workbook(book)
    for sheet in again:
        sheet.column_dimensions["A"].width = 60
        sheet.sheet_view.showGridLines = True
    again["targets"]["A6"].font = copy(again["cover"]["A1"].font)
    again["targets"].auto_filter.ref = None
    again.save(tmp_path / "again.xlsx")
    read = read_sheets(tmp_path / "again.xlsx")
    assert manifest.touched_sheets(*manifest.read_manifest(read), read) == []


def test_a_workbook_without_manifest_is_of_another_origin():
    with pytest.raises(WorkbookError, match="found no sheet 'manifest' among the 1 of the workbook"):
        manifest.read_manifest({"s": SheetContent("s")})


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (1.0, 1),
        (1, 1),
        (0.1 + 0.2, 0.3),
        (1e20, 10**20),
        ("a\r\nb\rc", "a\nb\nc"),
        ("", None),
        (True, True),
        ("1", "1"),
    ],
)
def test_values_are_those_that_every_program_gives_back(value, plain):
    assert plain_value(value) == plain and type(plain_value(value)) is type(plain)


@pytest.mark.parametrize(
    ("link", "plain"),
    [
        ("evidence!A12", "'evidence'!A12"),
        ("#'evidence'!$A$12", "'evidence'!A12"),
        ("'it''s'!A1:B2", "'it''s'!A1:B2"),
        ("https://example.org/a!A1", "https://example.org/a!A1"),
    ],
)
def test_links_are_the_same_however_they_are_written(link, plain):
    assert plain_link(link) == plain
