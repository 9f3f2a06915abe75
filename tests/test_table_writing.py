"""Files of a data folder are replaced all together or not at all."""

import pytest

from regional_targets.errors import ExportError
from regional_targets.review import table_writing
from regional_targets.review.table_writing import cell, first_line, replace_all, with_rows, without_rows
from regional_targets.schema import load_schema
from regional_targets.tables import REPOSITORY_DATA

SCOPES = load_schema(REPOSITORY_DATA).tables["scopes"]
CONTENT = '﻿scope_id,name_zh,name_en,aliases_zh\na,甲,"A, b",\n'.encode()


@pytest.mark.parametrize(
    ("value", "text"), [(1e8, "100000000"), (2.5, "2.5"), (3, "3"), (None, ""), (float("nan"), ""), ("x,y", "x,y")]
)
def test_cells_are_written_as_the_tables_have_them(value, text):
    assert cell(value) == text


def test_rows_are_added_after_the_bytes_that_stand_there():
    added = with_rows(CONTENT, SCOPES, [{"scope_id": "b", "name_zh": "乙,丙", "unknown": 1}])
    assert added == CONTENT + 'b,"乙,丙",,\n'.encode()
    assert added.decode("utf-8-sig").splitlines()[first_line(CONTENT) - 1].startswith("b,")
    assert with_rows(CONTENT, SCOPES, []) == CONTENT


def test_line_ends_are_those_of_the_file_and_a_missing_one_is_added():
    crlf = CONTENT.replace(b"\n", b"\r\n").removesuffix(b"\r\n")
    assert with_rows(crlf, SCOPES, [{"scope_id": "b"}]) == crlf + b"\r\nb,,,\r\n"
    assert first_line(crlf) == 3


def test_rows_are_taken_out_by_key():
    more = with_rows(CONTENT, SCOPES, [{"scope_id": "b"}])
    assert without_rows(more, SCOPES, {("b",)}) == CONTENT
    assert without_rows(more, SCOPES, {("c",)}) is more


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"old a")
    (tmp_path / "b.csv").write_bytes(b"old b")
    return tmp_path


BEFORE = {"a.csv": b"old a", "b.csv": b"old b", "sources/c.txt": None}
FILES = {"a.csv": b"new a", "b.csv": b"new b", "sources/c.txt": b"new c"}


def test_all_files_are_replaced(folder):
    replace_all(folder, FILES, BEFORE)
    assert {name: (folder / name).read_bytes() for name in FILES} == FILES


@pytest.mark.parametrize("place", range(3))
def test_a_failure_at_any_file_takes_all_back(folder, monkeypatch, place):
    real, calls = table_writing._write, []

    def fail(path, content):
        calls.append(path)
        real(path, content)
        if len(calls) == place + 1:
            raise KeyboardInterrupt

    monkeypatch.setattr(table_writing, "_write", fail)
    with pytest.raises(KeyboardInterrupt):
        replace_all(folder, FILES, BEFORE)
    assert (folder / "a.csv").read_bytes() == b"old a"
    assert (folder / "b.csv").read_bytes() == b"old b"
    assert [path.name for path in (folder / "sources").iterdir()] == []


def test_a_file_that_somebody_changed_meanwhile_is_not_overwritten(folder):
    (folder / "b.csv").write_bytes(b"theirs")
    with pytest.raises(ExportError, match="changed meanwhile"):
        replace_all(folder, FILES, BEFORE)
    assert (folder / "a.csv").read_bytes() == b"old a"
