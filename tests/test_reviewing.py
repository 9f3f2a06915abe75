"""The command review, called as a user calls it: proposals -> workbook -> data."""

from __future__ import annotations

import pandas as pd
import pytest
from openpyxl import Workbook, load_workbook
from review_world import TEXT, decisions, snapshot

from regional_targets.__main__ import main
from regional_targets.review.filling import fill_review
from regional_targets.tables import load


@pytest.fixture
def proposed(tmp_path):
    """A document, the table of its proposals, and the folder of its text, as the command propose leaves them."""
    (tmp_path / "plan.txt").write_text(TEXT, encoding="gb18030")
    out, texts = tmp_path / "proposals.csv", tmp_path / "texts"
    assert main(["propose", str(tmp_path / "plan.txt"), "-o", str(out), "--text-folder", str(texts)]) == 0
    return out, texts


def test_from_a_document_to_the_data_by_commands_only(proposed, world, small, tmp_path, capsys):
    out, texts = proposed
    command = ["review", str(out), "--text-folder", str(texts), "--lang", "en", "--data", str(world)]
    assert main(command) == 0
    review = tmp_path / "review.xlsx"
    assert "4 proposals from 1 document. " in capsys.readouterr().out
    files = snapshot(world)
    assert main(["review", str(review), "--data", str(world)]) == 1
    said = capsys.readouterr().out
    assert "[proposals] 3–6, Decision: found nothing" in said
    assert "nothing was written" in said.splitlines()[-1]
    fill_review(small, review, decisions())
    assert main(["review", str(review), "--data", str(world), "--dry-run"]) == 0
    assert "nothing is written" in capsys.readouterr().out
    assert snapshot(world) == files
    assert main(["review", str(review), "--data", str(world), "--lang", "zh"]) == 0
    assert "data/targets.csv +3" in capsys.readouterr().out
    assert main(["check", "--data", str(world)]) == 0
    assert len(load(world).regions) == 3


def test_a_workbook_in_which_somebody_has_worked_is_not_written_over(proposed, world, small, tmp_path, capsys):
    out, texts = proposed
    command = ["review", str(out), "--text-folder", str(texts), "--lang", "en", "--data", str(world)]
    review = tmp_path / "review.xlsx"
    assert main(command) == 0
    # As it was written it may be written again.
    assert main(command) == 0
    fill_review(small, review, decisions().iloc[:1])
    decided = review.read_bytes()
    capsys.readouterr()
    assert main(command) == 1
    said = capsys.readouterr().err
    assert "review.xlsx: found decisions or other changes in it; not replaced." in said and "--force" in said
    assert review.read_bytes() == decided
    assert main([*command, "-o", str(tmp_path / "other.xlsx")]) == 0
    assert main([*command, "--force"]) == 0
    assert review.read_bytes() != decided


@pytest.mark.parametrize("content", [b"", b"notes of somebody"])
def test_a_file_that_is_no_review_workbook_is_not_written_over(proposed, world, tmp_path, capsys, content):
    out, texts = proposed
    (tmp_path / "review.xlsx").write_bytes(content)
    assert main(["review", str(out), "--text-folder", str(texts), "--lang", "en", "--data", str(world)]) == 1
    assert "found a file that is no review workbook" in capsys.readouterr().err
    assert (tmp_path / "review.xlsx").read_bytes() == content


def test_a_workbook_of_other_content_is_not_written_over(proposed, world, small, tmp_path, capsys):
    out, texts = proposed
    book = Workbook()
    book.active.append(["my", "table"])
    book.save(tmp_path / "review.xlsx")
    assert main(["review", str(out), "--text-folder", str(texts), "--lang", "en", "--data", str(world)]) == 1
    assert "no review workbook of this version" in capsys.readouterr().err
    assert load_workbook(tmp_path / "review.xlsx").active["B1"].value == "table"


def test_the_document_itself_is_read_again_where_no_texts_were_kept(proposed, world, tmp_path, capsys):
    out, _ = proposed
    assert main(["review", str(out), "-o", str(tmp_path / "r.xlsx"), "--data", str(world)]) == 0
    assert (tmp_path / "r.xlsx").exists()
    assert "条提议" in capsys.readouterr().out


def test_a_table_or_document_that_is_not_there_is_named(proposed, world, tmp_path, capsys):
    out, _ = proposed
    assert main(["review", str(tmp_path / "none.csv"), "--data", str(world)]) == 1
    assert "none.csv: found no such file" in capsys.readouterr().err
    (tmp_path / "plan.txt").rename(tmp_path / "moved.txt")
    assert main(["review", str(out), "--data", str(world)]) == 1
    said = capsys.readouterr().err
    assert "plan.txt: found no such file" in said and "--text-folder" in said


def test_another_text_than_that_of_the_proposals_is_refused(proposed, world, tmp_path, capsys):
    out, _ = proposed
    (tmp_path / "plan.txt").write_text("新" + TEXT, encoding="utf-8")
    assert main(["review", str(out), "--data", str(world)]) == 1
    assert "is not the text of the proposals" in capsys.readouterr().err
    assert not (tmp_path / "review.xlsx").exists()


def test_a_table_that_is_none_of_proposals_is_refused(world, tmp_path, capsys):
    pd.DataFrame({"a": [1]}).to_csv(tmp_path / "other.csv", index=False)
    assert main(["review", str(tmp_path / "other.csv"), "--data", str(world)]) == 1
    assert "found no column file" in capsys.readouterr().err
    assert main(["review", str(tmp_path / "other.docx"), "--data", str(world)]) == 2
