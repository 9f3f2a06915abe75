"""The commands, called as a user calls them."""

from __future__ import annotations

import shutil

import pytest

from regional_targets.__main__ import main
from regional_targets.tables import REPOSITORY_DATA


@pytest.fixture
def folder(tmp_path):
    copy = tmp_path / "data"
    shutil.copytree(REPOSITORY_DATA, copy)
    return copy


def test_check_ends_with_0_when_all_is_well(capsys):
    assert main(["check"]) == 0
    assert "0 problems" in capsys.readouterr().out


def test_check_lists_every_problem_and_ends_with_1(folder, capsys):
    targets = folder / "targets.csv"
    targets.write_bytes(targets.read_bytes().replace(b",at_least,", "，不低于，".encode().replace("，".encode(), b",")))
    assert main(["check", "--data", str(folder)]) == 1
    out = capsys.readouterr().out
    assert 'comparator: found "不低于"; wanted one of exact, at_least, at_most, about, range.' in out
    assert out.count("data/targets.csv line") == int(out.splitlines()[-1].split()[0]) > 1


def test_check_reads_the_texts_too(folder, capsys):
    mentions = folder / "mentions.csv"
    text = mentions.read_text(encoding="utf-8-sig")
    mentions.write_text(
        text.replace(",50,50,%,at_least,2023,", ",55,55,%,at_least,2023,"), encoding="utf-8-sig", newline="\n"
    )
    assert main(["check", "--data", str(folder)]) == 1
    assert 'value_min: found "55"; wanted "50"' in capsys.readouterr().out


def test_a_missing_folder_is_a_clear_error(tmp_path, capsys):
    assert main(["check", "--data", str(tmp_path / "nowhere")]) == 1
    assert "wanted the descriptor of the tables" in capsys.readouterr().err


def test_export_writes_nothing_from_data_with_problems(folder, tmp_path, capsys):
    silences = folder / "silences.csv"
    silences.write_bytes(b"\n".join(silences.read_bytes().split(b"\n")[:-2]) + b"\n")
    assert main(["export", "--data", str(folder), "--out", str(tmp_path / "out")]) == 1
    assert "Nothing written" in capsys.readouterr().out
    assert not (tmp_path / "out").exists()


def test_export_writes_one_language_when_asked(tmp_path, capsys):
    assert main(["export", "--lang", "en", "--out", str(tmp_path)]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["chart.en.png", "regional_targets.en.xlsx"]
    assert "[1/1]" in capsys.readouterr().out


def test_help_names_the_commands(capsys):
    with pytest.raises(SystemExit) as stop:
        main(["--help"])
    assert stop.value.code == 0
    out = capsys.readouterr().out
    assert all(command in out for command in ("check", "export", "describe", "propose"))
