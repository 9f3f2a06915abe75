"""A file is replaced by a complete one or not at all, also for the superuser, also when the run is killed."""

from __future__ import annotations

import os
import stat
import subprocess
import sys

import pytest

from regional_targets.errors import ExportError
from regional_targets.replacing import replacing


def write(path, content=b"new"):
    with replacing(path) as draft:
        draft.write_bytes(content)


def names(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def book(tmp_path):
    path = tmp_path / "book [1].xlsx"
    path.write_bytes(b"old")
    return path


def test_the_new_file_takes_the_place_with_the_mode_of_the_old(book):
    book.chmod(0o640)
    write(book)
    assert book.read_bytes() == b"new"
    assert stat.S_IMODE(book.stat().st_mode) == 0o640
    assert names(book.parent) == [book.name]


def test_a_link_stays_a_link(book, tmp_path):
    link = tmp_path / "link.xlsx"
    link.symlink_to(book)
    write(link)
    assert link.is_symlink() and book.read_bytes() == b"new"


@pytest.mark.parametrize("lock", ["~${}", ".~{}", ".~lock.{}#"])
def test_an_open_file_is_left_whole_and_the_lock_is_named(book, lock):
    beside = book.with_name(lock.format(book.name))
    beside.write_bytes(b"")
    with pytest.raises(ExportError, match=r"found it open in another program .*delete") as caught:
        write(book)
    assert beside.name in str(caught.value)
    assert book.read_bytes() == b"old"
    assert names(book.parent) == sorted([book.name, beside.name])


def test_a_read_only_file_is_left_whole_whoever_runs(book):
    book.chmod(0o444)
    with pytest.raises(ExportError, match="found a read-only file"):
        write(book)
    assert book.read_bytes() == b"old"


def test_a_read_only_folder_is_refused_whoever_runs(tmp_path):
    folder = tmp_path / "closed"
    folder.mkdir()
    folder.chmod(0o555)
    try:
        with pytest.raises(ExportError, match="found a read-only folder"):
            write(folder / "book.xlsx")
        assert names(folder) == []
    finally:
        folder.chmod(0o755)


def test_no_folder_is_named(tmp_path):
    with pytest.raises(ExportError, match=r"found no folder .*missing.* Make it first"):
        write(tmp_path / "missing" / "book.xlsx")


def test_whatever_fails_while_writing_leaves_the_old_file_and_no_draft(book):
    with pytest.raises(RuntimeError, match="half way"), replacing(book) as draft:
        draft.write_bytes(b"half")
        raise RuntimeError("half way")
    assert book.read_bytes() == b"old"
    assert names(book.parent) == [book.name]


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failing_disk_leaves_the_old_file_and_no_draft(book, monkeypatch, step):
    def refuse(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, step, refuse)
    with pytest.raises(ExportError, match=r"could not be written \(No space left on device\)"):
        write(book)
    assert book.read_bytes() == b"old"
    assert names(book.parent) == [book.name]


def test_the_draft_is_on_the_disk_before_it_takes_the_place_and_the_folder_after(book, monkeypatch):
    steps, sync, move = [], os.fsync, os.replace

    def note_sync(handle):
        steps.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        sync(handle)

    def note_move(*places):
        steps.append("replace")
        move(*places)

    monkeypatch.setattr(os, "fsync", note_sync)
    monkeypatch.setattr(os, "replace", note_move)
    write(book)
    assert steps == ["file", "replace", "folder"]


def test_drafts_of_killed_runs_are_removed_and_those_of_others_at_work_stay(book):
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    left = book.with_name(f".{book.name}.{gone.pid}.tmp")
    at_work = book.with_name(f".{book.name}.{os.getppid()}.tmp")
    foreign = book.with_name(f".other.xlsx.{gone.pid}.tmp")
    for draft in (left, at_work, foreign):
        draft.write_bytes(b"half")
    write(book)
    assert names(book.parent) == sorted([book.name, at_work.name, foreign.name])


def test_a_file_that_somebody_opens_or_saves_meanwhile_is_left(book):
    lock = book.with_name(f"~${book.name}")
    with pytest.raises(ExportError, match="open in another program"), replacing(book) as draft:
        draft.write_bytes(b"new")
        lock.touch()
    assert book.read_bytes() == b"old"
    lock.unlink()
    with pytest.raises(ExportError, match="changed while the new one was written"), replacing(book) as draft:
        draft.write_bytes(b"new")
        book.write_bytes(b"saved by somebody")
    assert book.read_bytes() == b"saved by somebody"
    assert names(book.parent) == [book.name]
