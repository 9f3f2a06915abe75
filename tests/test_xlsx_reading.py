"""A workbook that would do harm is refused with a clear word, before it is unpacked."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest

from regional_targets.errors import WorkbookError
from regional_targets.workbook import xlsx_reading
from regional_targets.workbook.xlsx_reading import Package, open_workbook

LAUGHS = """<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>"""
OUTSIDE = """<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>"""


@pytest.fixture
def book(tmp_path):
    path = tmp_path / "book.xlsx"
    book = openpyxl.Workbook()
    book.active["A1"] = "value"
    book.save(path)
    return path


def packed(path, changes=None, added=()):
    """Pack a workbook again with the contents of some parts changed, and parts added."""
    with zipfile.ZipFile(path) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(name, (changes or {}).get(name, lambda kept: kept)(content))
        for name, content in added:
            archive.writestr(name, content)
    return path


def declared(doctype):
    return lambda content: content.replace(b"<worksheet", doctype.encode() + b"<worksheet", 1)


def test_a_plain_workbook_is_read(book):
    assert open_workbook(book).active["A1"].value == "value"
    assert Package(book).xml("xl/workbook.xml").tag.endswith("}workbook")


def test_openpyxl_reads_xml_with_the_safe_parser():
    assert openpyxl.DEFUSEDXML


@pytest.mark.parametrize("doctype", [LAUGHS, OUTSIDE, "<!DOCTYPE x>"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_document_types_and_entities_are_refused(book, doctype, encoding):
    def change(content):
        text = declared(doctype)(content).decode()
        return (f'<?xml version="1.0" encoding="{encoding}"?>' + text[text.index("<!DOCTYPE") :]).encode(encoding)

    packed(book, {"xl/worksheets/sheet1.xml": change})
    with pytest.raises(WorkbookError, match=r"sheet1\.xml with a document type or entity; wanted plain XML"):
        open_workbook(book)


def test_a_document_type_is_refused_in_a_part_of_any_name(book):
    packed(book, added=[("xl/other.dat", LAUGHS + "<x>&b;</x>")])
    with pytest.raises(WorkbookError, match=r"other\.dat with a document type"):
        open_workbook(book)


def test_a_part_that_unpacks_to_much_more_is_refused(book):
    packed(book, added=[("xl/media/image1.png", b"\0" * (2 * xlsx_reading.MIB))])
    with pytest.raises(WorkbookError, match=r"image1\.png, packed \d+ to 1; wanted at most 200 to 1"):
        open_workbook(book)


@pytest.mark.parametrize(
    ("limit", "value", "told"),
    [
        ("MAX_PARTS", 5, "parts; wanted at most 5"),
        ("MAX_UNPACKED", 1000, "bytes when unpacked"),
        ("MAX_FILE", 99, "bytes"),
    ],
)
def test_too_many_or_too_large_parts_are_refused(book, monkeypatch, limit, value, told):
    monkeypatch.setattr(xlsx_reading, limit, value)
    with pytest.raises(WorkbookError, match=told):
        open_workbook(book)


def test_a_part_that_declares_less_than_it_holds_is_refused(book):
    """The size of a part is written smaller than it is: no more than the size written is unpacked."""
    content = book.read_bytes()
    size = zipfile.ZipFile(io.BytesIO(content)).getinfo("xl/styles.xml").file_size.to_bytes(4, "little")
    assert content.count(size) == 2
    book.write_bytes(content.replace(size, (50).to_bytes(4, "little")))
    with pytest.raises(WorkbookError, match=r"found no whole zip archive|which is no XML|no workbook"):
        open_workbook(book)


def test_a_part_that_is_there_twice_is_refused(book):
    with pytest.warns(UserWarning, match="Duplicate name"):
        packed(book, added=[("xl/workbook.xml", b"<workbook/>")])
    with pytest.raises(WorkbookError, match="a part that is there twice"):
        open_workbook(book)


@pytest.mark.parametrize("content", [b"", b"text", b"PK\x03\x04 half", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_workbook_is_refused(tmp_path, content):
    path = tmp_path / "book.xlsx"
    path.write_bytes(content)
    with pytest.raises(WorkbookError, match=r"book\.xlsx: found no .*; wanted an \.xlsx workbook"):
        open_workbook(path)


def test_half_a_workbook_is_refused(book):
    book.write_bytes(book.read_bytes()[:-200])
    with pytest.raises(WorkbookError, match="no whole zip archive"):
        open_workbook(book)


def test_a_missing_file_and_a_folder_are_named(tmp_path):
    for path in (tmp_path / "none.xlsx", tmp_path):
        with pytest.raises(WorkbookError, match="could not be read"):
            open_workbook(path)


def test_a_password_is_named(book):
    content = bytearray(book.read_bytes())
    # Bit 0 of the flags of the last entry in the central directory.
    place = content.rindex(b"PK\x01\x02") + 8
    content[place] |= 1
    book.write_bytes(bytes(content))
    with pytest.raises(WorkbookError, match="an encrypted part; wanted a workbook without password"):
        open_workbook(book)
