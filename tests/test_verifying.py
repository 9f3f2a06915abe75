"""verify: equal to the data, edited and where, or an untouched export of other data; and what may be overwritten."""

from __future__ import annotations

import shutil

import pytest
from openpyxl import load_workbook

import regional_targets as rt
from regional_targets.__main__ import main
from regional_targets.errors import WorkbookError
from regional_targets.tables import load
from regional_targets.workbook import manifest, verifying
from regional_targets.workbook.verifying import State, verify
from regional_targets.workbook.xlsx_content import read_sheets


@pytest.fixture(scope="module")
def original(small, tmp_path_factory):
    path = tmp_path_factory.mktemp("verify") / "small.xlsx"
    return rt.write_workbook(small, path, figures=["fig-schools-quality"], lang="en")


@pytest.fixture
def edited(original, tmp_path):
    """edited(change) -> a copy of the workbook that openpyxl opened, changed and saved."""

    def edited(change, path=tmp_path / "edited.xlsx"):
        book = load_workbook(original)
        change(book)
        book.save(path)
        return path

    return edited


def cell_of(sheet, text):
    return next(cell for row in sheet.iter_rows() for cell in row if text in str(cell.value))


def test_an_export_equals_its_data(small, original):
    found = verify(small, original)
    assert (found.state, found.differences) == (State.CURRENT, ())


def test_one_changed_value_is_named(small, edited):
    head = []

    def change(book):
        rows = book["targets"].iter_rows(min_row=5)
        cell = next(cell for row in rows for cell in row if isinstance(cell.value, int))
        head.append((cell.coordinate, cell.value))
        cell.value += 1

    found = verify(small, edited(change))
    ((place, value),) = head
    assert found.state is State.EDITED
    assert [str(difference) for difference in found.differences] == [
        f"targets!{place}: found {value + 1}; wanted {value}"
    ]


def test_one_changed_note_is_named(small, edited):
    def change(book):
        sheet = book["fig-schools-quality"]
        cell_of(sheet, "data " + small.version).value = "Source: hearsay"

    found = verify(small, edited(change))
    assert found.state is State.EDITED
    (difference,) = found.differences
    assert difference.sheet == "fig-schools-quality" and difference.found == '"Source: hearsay"'


def test_one_removed_row_is_one_row(small, edited):
    found = verify(small, edited(lambda book: book["silences"].delete_rows(5)))
    rows = [difference for difference in found.differences if difference.found == "no such row"]
    assert found.state is State.EDITED
    assert [difference.place for difference in rows] == ["silences row 5 as written"]
    assert all(difference is rows[0] or difference.place.endswith("link") for difference in found.differences)


def test_a_forged_manifest_is_found(small, edited, tmp_path):
    """Somebody changes a cell, and then the hashes with it."""
    path = edited(lambda book: book["targets"].__setitem__("C6", "forged"))
    hashes = {name: sheet.digest() for name, sheet in read_sheets(path).items()}

    def forge(book):
        book["targets"]["C6"] = "forged"
        for row in book["manifest"].iter_rows(min_row=5):
            if row[0].value == "sheet":
                row[2].value = hashes[row[1].value]

    def seal(book):
        forge(book)
        last = [row for row in book["manifest"].iter_rows(min_row=5) if row[0].value == "manifest"][-1]
        last[2].value = manifest.own_digest(read_sheets(path)["manifest"])

    edited(forge, path)
    edited(seal, path)
    read = read_sheets(path)
    assert manifest.touched_sheets(*manifest.read_manifest(read), read) == []
    found = verify(small, path)
    assert found.state is State.EDITED
    assert "targets!C6" in [difference.place for difference in found.differences]
    assert "they were written anew after the change" in str(found)


@pytest.fixture
def newer(world):
    """The small world in which one note was changed since."""
    path = world / "silences.csv"
    text = path.read_text(encoding="utf-8-sig")
    last = text.rstrip("\n").splitlines()[-1]
    path.write_text(text.replace(last, last + " changed"), encoding="utf-8-sig", newline="\n")
    return load(world)


def test_an_untouched_export_of_older_data_names_the_tables(newer, original):
    found = verify(newer, original)
    assert (found.state, found.differences) == (State.OUTDATED, ())
    assert "these files differ: silences.csv" in str(found)
    assert "cannot be found without that older data" in str(found)


def test_an_edited_export_of_older_data_is_edited(newer, edited):
    found = verify(newer, edited(lambda book: book["targets"].__setitem__("C6", "other")))
    assert found.state is State.EDITED
    assert [difference.place for difference in found.differences] == ["targets!C6"]
    assert "some may be changes of the data" in str(found)


def test_an_export_by_another_version_of_the_library_is_outdated(small, original, monkeypatch):
    monkeypatch.setattr(manifest, "library_version", lambda: "9.9")
    monkeypatch.setattr(verifying, "library_version", lambda: "9.9")
    found = verify(small, original)
    assert found.state is State.OUTDATED
    assert {difference.sheet for difference in found.differences} == {"manifest"}


def test_an_edit_of_an_export_whose_region_is_gone_is_still_an_edit(small, world, tmp_path):
    path = rt.write_workbook(small, tmp_path / "b.xlsx", figures=["fig-schools-quality"], lang="zh")
    book = load_workbook(path)
    for row in book["manifest"].iter_rows(min_row=5):
        if row[0].value == "figure":
            row[1].value = "fig-none"
    book.save(path)
    targets = world / "targets.csv"
    targets.write_text(
        targets.read_text(encoding="utf-8-sig").replace("学校", "院校"), encoding="utf-8-sig", newline="\n"
    )
    found = verify(load(world), path)
    assert found.state is State.EDITED and "cannot make that export" in str(found)


def test_only_the_first_differences_are_listed_and_the_rest_is_counted(small, edited):
    def change(book):
        for row in book["notes"].iter_rows(min_row=5, max_col=1):
            row[0].value = "x"

    text = str(verify(small, edited(change)))
    assert text.count("\n- ") == verifying.LISTED
    assert text.endswith("more")


def test_what_is_no_workbook_of_ours_is_an_error(small, tmp_path, edited):
    with pytest.raises(WorkbookError, match=r"edited\.xlsx: found no sheet 'manifest'"):
        verify(small, edited(lambda book: book.remove(book["manifest"])))
    (tmp_path / "text.xlsx").write_text("text")
    with pytest.raises(WorkbookError, match="no whole zip archive"):
        verify(small, tmp_path / "text.xlsx")


def test_the_command_ends_with_the_code_of_what_it_found(world, original, edited, capsys, newer):
    clean = world.parent / "clean"
    shutil.copytree(world, clean)
    silences = clean / "silences.csv"
    silences.write_bytes(silences.read_bytes().replace(b" changed", b""))
    changed = edited(lambda book: book["targets"].__setitem__("C6", "other"))
    assert main(["verify", str(original), "--data", str(clean)]) == 0
    assert main(["verify", str(changed), "--data", str(clean)]) == 1
    assert '- targets!C6: found "other"; wanted' in capsys.readouterr().out
    assert main(["verify", str(original), "--data", str(world)]) == 2
    assert main(["verify", str(world / "targets.csv"), "--data", str(clean)]) == 3
    assert "found no whole zip archive" in capsys.readouterr().err
    assert main(["verify", str(original), "--data", str(world / "none")]) == 3
    with pytest.raises(SystemExit) as stop:
        main(["verify"])
    assert stop.value.code == 3
    assert "verify [-h]" in capsys.readouterr().err


def test_an_edited_workbook_is_replaced_only_by_force(small, edited):
    path = edited(lambda book: book["targets"].__setitem__("C6", "mine"))
    before = path.read_bytes()
    with pytest.raises(rt.ExportError, match=r"found changes that somebody made \(targets\).*force=True"):
        rt.write_workbook(small, path, figures=[])
    assert path.read_bytes() == before
    rt.write_workbook(small, path, figures=[], force=True)
    assert verify(small, path).state is State.CURRENT


def test_a_foreign_file_is_replaced_only_by_force(small, tmp_path):
    path = tmp_path / "book.xlsx"
    path.write_bytes(b"a letter")
    with pytest.raises(rt.ExportError, match="found a file that is no export of this library"):
        rt.write_workbook(small, path, figures=[])
    assert path.read_bytes() == b"a letter"
    rt.write_workbook(small, path, figures=[], force=True)
    assert verify(small, path).state is State.CURRENT


def test_an_untouched_outdated_workbook_is_replaced(newer, original, tmp_path):
    path = tmp_path / "book.xlsx"
    shutil.copy(original, path)
    rt.write_workbook(newer, path, figures=["fig-schools-quality"], lang="en")
    assert verify(newer, path).state is State.CURRENT


def test_a_workbook_that_is_open_is_not_replaced_even_by_force(small, original, tmp_path):
    path = tmp_path / "book.xlsx"
    shutil.copy(original, path)
    (tmp_path / ".~lock.book.xlsx#").touch()
    with pytest.raises(rt.ExportError, match="open in another program"):
        rt.write_workbook(small, path, figures=[], force=True)
    assert path.read_bytes() == original.read_bytes()
