"""The build does nothing twice and loses nothing."""

from __future__ import annotations

import importlib.util

import nbformat
import pytest

from regional_targets.tables import REPOSITORY_DATA

ROOT = REPOSITORY_DATA.parent


@pytest.fixture
def build(tmp_path, monkeypatch):
    spec = importlib.util.spec_from_file_location("build", ROOT / "lib" / "build.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "STAMPS", tmp_path / "stamps")
    return module


def test_a_step_runs_again_only_when_inputs_or_outputs_change(build, tmp_path):
    source, made, runs = tmp_path / "in.txt", tmp_path / "out.txt", []
    source.write_text("1")

    def run():
        runs.append(source.read_text())
        made.write_text(source.read_text())

    def step():
        build.step("job", lambda: build.digest([source]), lambda: build.digest([made]) if made.exists() else "", run)

    step()
    step()
    assert runs == ["1"]
    source.write_text("2")
    step()
    assert runs == ["1", "2"]
    made.write_text("changed by hand")
    step()
    assert runs == ["1", "2", "2"]


def test_the_hash_sees_names_and_contents_and_not_caches(build, tmp_path):
    folder = tmp_path / "lib"
    (folder / "__pycache__").mkdir(parents=True)
    (folder / "a.py").write_text("x = 1")
    before = build.digest([folder])
    (folder / "__pycache__" / "a.pyc").write_text("cache")
    assert build.digest([folder]) == before
    (folder / "a.py").rename(folder / "b.py")
    assert build.digest([folder]) != before


def _notebook(path, source):
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source, id="a")])
    nbformat.write(book, path)
    return path


def test_two_executions_store_the_same_bytes(build, tmp_path):
    path = _notebook(tmp_path / "good.ipynb", "6 * 7")
    build.execute(path)
    first = path.read_bytes()
    build.execute(path)
    assert path.read_bytes() == first
    assert b'"42"' in first


def test_a_failing_notebook_is_left_as_it_was(build, tmp_path):
    from nbclient.exceptions import CellExecutionError

    path = _notebook(tmp_path / "bad.ipynb", "1 / 0")
    before = path.read_bytes()
    with pytest.raises(CellExecutionError):
        build.execute(path)
    assert path.read_bytes() == before
    assert list(tmp_path.glob("*.tmp")) == []


def test_an_old_python_gets_a_clear_word(build, monkeypatch, capsys):
    monkeypatch.setattr(build.sys, "version_info", (3, 9, 1))
    assert build.main() == 2
    assert "Python 3.11 or newer" in capsys.readouterr().out
