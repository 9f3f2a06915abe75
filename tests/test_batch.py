"""Many documents: one table, the same however the work is shared, and nothing done twice after an interruption."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import pytest
from make_documents import pdf, word

from regional_targets.__main__ import main
from regional_targets.candidates import proposals as candidates
from regional_targets.documents import batch, document_files, parts
from regional_targets.documents.batch import propose_files
from regional_targets.errors import CallError

CLAUSE = "到2025年，建成{}所省级优质职业学校，双师型教师占比不低于{}%。\n"


def write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


@pytest.fixture
def folder(tmp_path) -> Path:
    """24 documents of four kinds, two of them in a folder below; a picture and an office lock beside them."""
    root = tmp_path / "plans"
    for number in range(20):
        write(root / f"{number:02d}.txt", (CLAUSE.format(number + 2, number + 30) * (number + 1)).encode())
    write(root / "市" / "甲.docx", word("一、目标", CLAUSE.format(7, 61)))
    write(root / "市" / "乙.html", f"<p>{CLAUSE.format(8, 62)}</p>".encode())
    write(root / "z.pdf", pdf(["到2025年，建成9所职业学校。"]))
    write(root / "y.txt", CLAUSE.format(10, 63).encode("gb18030"))
    write(root / "photo.jpg", b"x")
    write(root / "~$甲.docx", b"x")
    return root


@pytest.fixture
def reference(folder, tmp_path) -> bytes:
    out = tmp_path / "reference.csv"
    propose_files([folder], out)
    return out.read_bytes()


@pytest.fixture
def calls(monkeypatch) -> list[str]:
    """Names of the documents from which something is proposed in this process."""
    made, real = [], candidates.propose

    def propose(text: str, file: str = "") -> pd.DataFrame:
        if file:
            made.append(file)
        return real(text, file=file)

    monkeypatch.setattr(candidates, "propose", propose)
    return made


def test_the_table_has_the_columns_of_propose_and_the_documents_in_order(folder, reference, tmp_path):
    assert reference.startswith(b"\xef\xbb\xbffile,start,end,numeral,")
    assert b"\r" not in reference
    table = pd.read_csv(tmp_path / "reference.csv")
    assert list(table.columns) == list(candidates.propose("").columns)
    assert list(table["file"].drop_duplicates()) == [
        *(f"{n:02d}.txt" for n in range(20)),
        "y.txt",
        "z.pdf",
        "市/乙.html",
        "市/甲.docx",
    ]
    assert set(table.loc[table["file"] == "市/甲.docx", "value_min"]) == {7, 61}


def test_the_rows_are_those_of_propose(folder, tmp_path, reference):
    text = (folder / "03.txt").read_bytes().decode()
    own = candidates.propose(text, file="03.txt")
    table = pd.read_csv(tmp_path / "reference.csv", keep_default_na=False, dtype=str)
    table = table[table["file"] == "03.txt"]
    assert len(own) == len(table) > 4
    for row in table.itertuples():
        assert text[int(row.start) : int(row.end)] == row.numeral
        assert text[int(row.quote_start) :].startswith(row.quote)
    assert [float(value) for value in table["value_min"]] == list(own["value_min"])
    assert not table["value_min"].str.contains(r"\.0|e", regex=True).any()


def test_several_processes_write_the_same_bytes(folder, reference, tmp_path):
    propose_files([folder], tmp_path / "b.csv", jobs=2)
    assert (tmp_path / "b.csv").read_bytes() == reference


def test_the_size_of_batches_changes_nothing(folder, reference, tmp_path, monkeypatch):
    monkeypatch.setattr(batch, "BATCHES", 1)
    propose_files([folder], tmp_path / "b.csv")
    assert (tmp_path / "b.csv").read_bytes() == reference


def test_small_documents_share_a_batch_and_the_largest_come_first(folder, monkeypatch, tmp_path):
    monkeypatch.setattr(batch, "BATCHES", 16)
    found, _ = document_files.find_documents([folder])
    run = batch._Run(found, parts.Parts(tmp_path / "x.csv", {}), None)
    batches = [[len(job[2]) for job in made] for made in run.batches()]
    assert sum(map(len, batches)) == 24
    assert 4 < len(batches) < 16
    sizes = [size for made in batches for size in made]
    assert sizes == sorted(sizes, reverse=True)


def test_a_finished_run_leaves_the_table_alone(folder, reference, tmp_path):
    assert sorted(path.name for path in tmp_path.iterdir()) == ["plans", "reference.csv"]


def test_nothing_is_overwritten(folder, reference, tmp_path):
    with pytest.raises(CallError, match="exists already and is not overwritten"):
        propose_files([folder], tmp_path / "reference.csv")
    assert (tmp_path / "reference.csv").read_bytes() == reference
    assert not (tmp_path / "reference.csv.partial").exists()


def test_a_broken_document_is_skipped_and_after_mending_only_it_is_read(folder, reference, tmp_path, calls):
    good = (folder / "05.txt").read_bytes()
    (folder / "05.txt").write_bytes(b"")
    out = tmp_path / "b.csv"
    outcome = propose_files([folder], out)
    assert [(skipped.file, skipped.reason) for skipped in outcome.skipped] == [
        ("05.txt", "is empty, 0 bytes. Fetch it again.")
    ]
    assert outcome.n_documents == 23 and outcome.n_others == 1
    assert set(pd.read_csv(out)["file"]) == set(pd.read_csv(tmp_path / "reference.csv")["file"]) - {"05.txt"}
    (folder / "05.txt").write_bytes(good)
    calls.clear()
    assert propose_files([folder], out).n_resumed == 23
    assert calls == ["05.txt"]
    assert out.read_bytes() == reference
    assert not (tmp_path / "b.csv.partial").exists()


def test_a_table_that_a_person_changed_is_not_replaced_by_the_rest_of_the_run(folder, tmp_path):
    (folder / "05.txt").write_bytes(b"")
    out = tmp_path / "b.csv"
    propose_files([folder], out)
    out.write_bytes(out.read_bytes() + b"mine\n")
    with pytest.raises(CallError, match="not overwritten"):
        propose_files([folder], out)
    assert out.read_bytes().endswith(b"mine\n")


def test_parts_of_another_call_are_not_mixed_in(folder, tmp_path):
    (folder / "05.txt").write_bytes(b"")
    propose_files([folder], tmp_path / "b.csv")
    (tmp_path / "b.csv").unlink()
    with pytest.raises(CallError, match="holds the parts of another call"):
        propose_files([folder / "01.txt"], tmp_path / "b.csv")


def test_any_fault_of_one_document_is_its_own(folder, tmp_path, monkeypatch):
    def propose(text: str, file: str = "") -> pd.DataFrame:
        if file == "07.txt":
            raise ZeroDivisionError("oh")
        return pd.DataFrame({"file": [file] if file else []})

    monkeypatch.setattr(candidates, "propose", propose)
    outcome = propose_files([folder], tmp_path / "b.csv")
    (skipped,) = outcome.skipped
    assert skipped.file == "07.txt" and skipped.reason.startswith("unexpected ZeroDivisionError: oh.")
    assert outcome.n_proposals == 23


SLOW = """
import sys, time
from regional_targets.candidates import proposals as candidates
real = candidates.propose
def propose(text, file=""):
    time.sleep(0.1)
    return real(text, file=file)
candidates.propose = propose
from regional_targets.documents.batch import propose_files
propose_files([sys.argv[1]], sys.argv[2])
"""


def test_a_killed_run_goes_on_where_it_stopped(folder, reference, tmp_path, calls, root):
    out, partial = tmp_path / "b.csv", tmp_path / "b.csv.partial"
    paths = os.pathsep.join([str(root / "lib"), *filter(None, [os.environ.get("PYTHONPATH")])])
    run = subprocess.Popen([sys.executable, "-c", SLOW, str(folder), str(out)], env=os.environ | {"PYTHONPATH": paths})
    try:
        deadline = time.monotonic() + 60
        while len(list(partial.glob("*.part"))) < 6 and time.monotonic() < deadline and run.poll() is None:
            time.sleep(0.01)
    finally:
        run.send_signal(signal.SIGKILL)
        run.wait()
    finished = {json.loads(path.read_bytes().partition(b"\n")[0])["file"] for path in partial.glob("*.part")}
    assert 6 <= len(finished) < 24
    assert not out.exists()
    calls.clear()
    assert propose_files([folder], out).n_resumed == len(finished)
    assert len(calls) == 24 - len(finished) and not finished & set(calls)
    assert out.read_bytes() == reference
    assert not partial.exists()


def stop(*_: object) -> None:
    raise KeyboardInterrupt


def interrupted(folder: Path, out: Path, monkeypatch) -> None:
    """Run until the table would be put in place, and fail there."""
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(parts.Parts, "announce", stop)
        propose_files([folder], out)


def test_an_interruption_at_the_last_moment_leaves_no_half_table(folder, reference, tmp_path, monkeypatch, calls):
    out = tmp_path / "b.csv"
    interrupted(folder, out, monkeypatch)
    assert not out.exists()
    calls.clear()
    assert propose_files([folder], out).n_resumed == 24
    assert calls == [] and out.read_bytes() == reference


def test_a_part_that_was_not_written_to_its_end_is_done_again(folder, reference, tmp_path, monkeypatch, calls):
    out = tmp_path / "b.csv"
    interrupted(folder, out, monkeypatch)
    biggest = max((tmp_path / "b.csv.partial").glob("*.part"), key=lambda path: path.stat().st_size)
    biggest.write_bytes(biggest.read_bytes()[:-9])
    calls.clear()
    propose_files([folder], out)
    assert calls == ["19.txt"] and out.read_bytes() == reference


def test_a_changed_document_or_program_is_done_again(folder, tmp_path, monkeypatch, calls):
    out = tmp_path / "b.csv"
    interrupted(folder, out, monkeypatch)
    (folder / "03.txt").write_bytes(CLAUSE.format(99, 99).encode())
    calls.clear()
    interrupted(folder, out, monkeypatch)
    assert calls == ["03.txt"]
    monkeypatch.setattr(parts, "program", lambda: "another")
    monkeypatch.setattr(batch, "program", lambda: "another")
    propose_files([folder], out)
    assert len(calls) == 25


def test_a_worker_with_another_program_is_refused():
    with pytest.raises(CallError, match="another version"):
        batch.propose_batch([("key", "a.txt", b"x", "another", False)])


def test_texts_are_frozen_beside_with_their_origin(folder, tmp_path):
    texts = tmp_path / "texts"
    propose_files([folder], tmp_path / "b.csv", texts=texts)
    origins = pd.read_csv(texts / "origins.csv", keep_default_na=False)
    assert len(origins) == 24
    table = pd.read_csv(tmp_path / "b.csv")
    for row in table.merge(origins[["file", "text"]], on="file").itertuples():
        assert (texts / row.text).read_bytes().decode()[row.start : row.end] == str(row.numeral)
    assert origins.set_index("file").loc["y.txt", "encoding"] == "gb18030"
    assert "guessed" in origins.set_index("file").loc["y.txt", "warnings"]


def test_another_text_in_the_folder_is_not_overwritten(folder, tmp_path):
    write(tmp_path / "texts" / "01.txt.txt", b"mine")
    outcome = propose_files([folder], tmp_path / "b.csv", texts=tmp_path / "texts")
    assert [skipped.file for skipped in outcome.skipped] == ["01.txt"]
    assert (tmp_path / "texts" / "01.txt.txt").read_bytes() == b"mine"


def test_a_lost_text_is_written_again(folder, tmp_path, calls):
    (folder / "05.txt").write_bytes(b"")
    texts = tmp_path / "texts"
    propose_files([folder], tmp_path / "b.csv", texts=texts)
    (texts / "01.txt.txt").unlink()
    calls.clear()
    propose_files([folder], tmp_path / "b.csv", texts=texts)
    assert calls == ["01.txt"] and (texts / "01.txt.txt").exists()


def test_texts_among_the_documents_are_refused(folder, tmp_path):
    with pytest.raises(CallError, match="would be read as documents"):
        propose_files([folder], tmp_path / "b.csv", texts=folder / "texts")


# Which documents


def names(*paths: Path) -> list[str]:
    return [document.name for document in document_files.find_documents(paths)[0]]


def test_names_are_unique_and_a_file_counts_once(folder, tmp_path):
    assert names(folder / "市", folder / "市" / "甲.docx") == ["乙.html", "甲.docx"]
    write(tmp_path / "more" / "甲.docx", word("x"))
    assert names(folder / "市", tmp_path / "more") == ["more/甲.docx", "plans/市/乙.html", "plans/市/甲.docx"]


def test_a_name_in_another_encoding_can_be_written(tmp_path):
    raw = os.fsencode(tmp_path) + b"/" + "规划.txt".encode("gb18030")
    try:
        Path(os.fsdecode(raw)).write_bytes(CLAUSE.format(1, 2).encode())
    except OSError:
        pytest.skip("this file system keeps names in UTF-8 only")
    propose_files([tmp_path], tmp_path / "b.csv")
    assert pd.read_csv(tmp_path / "b.csv")["file"][0] == r"\xb9滮.txt"


def test_nothing_to_read_is_a_wrong_call(tmp_path):
    with pytest.raises(CallError, match="no such file or folder"):
        names(tmp_path / "none")
    with pytest.raises(CallError, match=r"found no document; wanted files that end in \.txt"):
        names(tmp_path)


# The command


def test_the_command_says_what_it_did(folder, reference, tmp_path, capsys):
    assert main(["propose", str(folder), "-o", str(tmp_path / "b.csv"), "--jobs", "2"]) == 0
    captured = capsys.readouterr()
    n_rows = len(pd.read_csv(tmp_path / "b.csv"))
    assert captured.out == (
        f"b.csv: {n_rows} proposals from 24 documents, 0 of them finished before; 0 skipped, 1 other file\n"
    )
    assert captured.err.startswith("y.txt: read as gb18030, guessed")
    assert (tmp_path / "b.csv").read_bytes() == reference


def test_the_command_ends_with_1_when_a_document_was_skipped(folder, tmp_path, capsys):
    (folder / "z.pdf").write_bytes(b"%PDF-1.4 nothing")
    assert main(["propose", str(folder), "-o", str(tmp_path / "b.csv")]) == 1
    assert "skipped z.pdf: cannot be opened as a PDF" in capsys.readouterr().err


@pytest.mark.parametrize("call", [["--jobs", "0"], ["--jobs", "two"], ["--jobs", "2", "--dask", "tcp://a:1"], []])
def test_a_wrong_call_ends_with_2(folder, tmp_path, call, capsys):
    out = ["-o", str(tmp_path / "b.csv")] if call else []
    with pytest.raises(SystemExit) as stop:
        main(["propose", str(folder), *out, *call])
    assert stop.value.code == 2


def test_a_wrong_path_or_an_output_that_would_be_lost_ends_with_2(folder, reference, tmp_path, capsys):
    assert main(["propose", str(tmp_path / "none"), "-o", str(tmp_path / "b.csv")]) == 2
    assert main(["propose", str(folder), "-o", str(tmp_path / "reference.csv")]) == 2
    assert "not overwritten" in capsys.readouterr().err


def test_an_interruption_says_that_the_call_can_be_repeated(folder, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(batch, "run_batches", stop)
    assert main(["propose", str(folder), "-o", str(tmp_path / "b.csv")]) == 130
    assert "goes on where this one stopped" in capsys.readouterr().err
