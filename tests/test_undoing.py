"""A review that is killed while it writes is undone by the next one; until then no table is read."""

import json
import os
import signal
import subprocess
import sys

import psutil
import pytest
from review_world import TEXT, decided, snapshot

from regional_targets.__main__ import main
from regional_targets.errors import DataError, DataWarning, ExportError
from regional_targets.review import undoing
from regional_targets.review.importing import import_review
from regional_targets.review.undoing import undo_stopped, undoable
from regional_targets.tables import load

# Imports a workbook, and is killed when a number of files is replaced.
KILLED = """
import os, signal, sys
from regional_targets.review import importing, table_writing
write, replaced = table_writing._write, []
def counted(path, content):
    if len(replaced) == int(sys.argv[3]):
        os.kill(os.getpid(), signal.SIGKILL)
    write(path, content)
    replaced.append(path)
table_writing._write = counted
importing.import_review(sys.argv[1], sys.argv[2])
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the system has no signal that kills at once")
@pytest.mark.parametrize("replaced", [0, 1, 4])
def test_a_review_killed_half_way_is_undone_by_the_next(small, world, tmp_path, replaced):
    review, before = decided(small, tmp_path), snapshot(world)
    killed = subprocess.run([sys.executable, "-c", KILLED, review, world, str(replaced)], check=False)
    assert killed.returncode == -signal.SIGKILL
    left = snapshot(world)
    assert sum(content != before.get(name) for name, content in left.items() if ".undo-" not in name) == replaced
    with pytest.raises(DataError, match=r"\.undo-\d+, file: found a review that has not ended"):
        load(world)
    with pytest.warns(DataWarning, match="stopped half-way"):
        import_review(review, world, dry_run=True)
    assert snapshot(world) == before
    assert import_review(review, world).written
    assert not list(world.glob(".undo-*"))
    load(world)


def test_a_table_of_proposals_is_enough_to_undo_it(small, world, tmp_path, monkeypatch):
    (tmp_path / "plan.txt").write_text(TEXT, encoding="utf-8")
    out, before = tmp_path / "proposals.csv", snapshot(world)
    assert main(["propose", str(tmp_path / "plan.txt"), "-o", str(out)]) == 0
    with monkeypatch.context() as patch, undoable(world, {"targets.csv": (world / "targets.csv").read_bytes()}):
        patch.setattr(undoing, "_forget", lambda kept: None)
        (world / "targets.csv").write_bytes(b"half")
        names = next(world.glob(".undo-*")) / "names.json"
        names.write_text(json.dumps(json.loads(names.read_bytes()) | {"started": 0.0}))
    with pytest.warns(DataWarning, match="stopped half-way"):
        assert main(["review", str(out), "--data", str(world)]) == 0
    assert snapshot(world) == before


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"old a")
    (tmp_path / "a.csv").chmod(0o640)
    (tmp_path / "b.csv").write_bytes(b"old b")
    return tmp_path


BEFORE = {"a.csv": b"old a", "b.csv": b"old b", "c.txt": None}


def left_behind(folder, monkeypatch, process: int, started: float) -> None:
    """Replace two files of three, and leave behind what a process does that is killed then."""
    with monkeypatch.context() as patch, undoable(folder, BEFORE):
        patch.setattr(undoing, "_forget", lambda kept: None)
        (folder / "a.csv").write_bytes(b"new a")
        (folder / "c.txt").write_bytes(b"new c")
        names = next(folder.glob(".undo-*")) / "names.json"
        names.write_text(json.dumps(json.loads(names.read_bytes()) | {"process": process, "started": started}))


def test_what_another_process_is_replacing_is_not_undone(folder, monkeypatch):
    at_work = psutil.Process(os.getppid())
    left_behind(folder, monkeypatch, at_work.pid, at_work.create_time())
    before = snapshot(folder)
    with pytest.raises(ExportError, match=r"found another review that is writing here \(\.undo-\d+\)\. Wait"):
        undo_stopped(folder)
    assert snapshot(folder) == before


def test_a_process_that_cannot_be_looked_at_counts_as_at_work(folder, monkeypatch):
    class Hidden:
        def __init__(self, pid):
            raise psutil.AccessDenied(pid)

    left_behind(folder, monkeypatch, 1, 0.0)
    monkeypatch.setattr(undoing.psutil, "Process", Hidden)
    with pytest.raises(ExportError, match="another review"):
        undo_stopped(folder)


def test_a_process_that_was_given_the_number_later_is_another(folder, monkeypatch):
    later = psutil.Process(os.getppid())
    left_behind(folder, monkeypatch, later.pid, later.create_time() - 3600)
    with pytest.warns(DataWarning, match="stopped half-way"):
        assert undo_stopped(folder)
    assert snapshot(folder) == {"a.csv": b"old a", "b.csv": b"old b"}
    assert (folder / "a.csv").stat().st_mode & 0o777 == 0o640
    assert not undo_stopped(folder)


def test_what_was_kept_but_not_yet_listed_is_no_more_needed(folder):
    kept = folder / ".undo-1"
    kept.mkdir()
    (kept / "0").write_bytes(b"half")
    assert not undo_stopped(folder)
    assert snapshot(folder) == {"a.csv": b"old a", "b.csv": b"old b"}


def test_without_room_to_keep_what_stands_there_nothing_is_replaced(folder, monkeypatch):
    def refuse(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(ExportError, match=r"nothing is written \(No space left on device\)"), undoable(folder, BEFORE):
        (folder / "a.csv").write_bytes(b"new a")
    assert snapshot(folder) == {"a.csv": b"old a", "b.csv": b"old b"}
