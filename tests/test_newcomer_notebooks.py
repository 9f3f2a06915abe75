"""The notebooks run on other data than ours, and name the region that came in (fixtures of `newcomer`)."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path

import nbformat
import pytest
from newcomer import NEWCOMER, with_newcomer, with_sixty

from regional_targets import tables

ROOT = tables.REPOSITORY_DATA.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
# Of these the outputs grow with the pairs and with the regions.
NOTEBOOKS_OF_MANY = ("00_start_here", "09_comparability")
NAME = NEWCOMER.region["name_zh"]


@pytest.fixture(scope="module")
def six(tmp_path_factory) -> Path:
    return with_newcomer(tmp_path_factory.mktemp("six"))


@pytest.fixture(scope="module")
def sixty(tmp_path_factory) -> Path:
    return with_sixty(tmp_path_factory.mktemp("sixty"))


@pytest.fixture
def execute(tmp_path, monkeypatch):
    """execute(notebook, folder of data) -> the notebook as the build leaves it, run on these data.

    Cells that hold the text `without` are left out.
    """
    spec = importlib.util.spec_from_file_location("build", ROOT / "lib" / "build.py")
    build = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(build)

    def execute(notebook: Path, folder: Path, without: str | None = None) -> nbformat.NotebookNode:
        monkeypatch.setenv(tables.ENVIRONMENT_VARIABLE, os.fspath(folder))
        book = nbformat.read(notebook, as_version=4)
        book.cells = [cell for cell in book.cells if without is None or without not in cell.source]
        copy = tmp_path / notebook.name
        (tmp_path / "sample").symlink_to(ROOT / "notebooks" / "sample")
        nbformat.write(book, copy)
        build.execute(copy)
        return nbformat.read(copy, as_version=4)

    return execute


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_notebook_runs_with_the_newcomer_and_names_it(notebook, six, execute):
    shown = 0
    for cell in execute(notebook, six).cells:
        if "plot_figure" in cell.source:
            assert NAME in cell.outputs[0].metadata["image/png"]["alt"]
            shown += 1
        if ", table[shown])" in cell.source or "figure.marks.pivot" in cell.source:
            assert NAME in cell.outputs[0].data["text/html"]
            shown += 1
    assert shown >= 2


@pytest.mark.parametrize("notebook", NOTEBOOKS_OF_MANY)
def test_notebooks_run_with_sixty_regions(notebook, sixty, execute):
    # The sheet of ten thousand verdicts takes minutes; `test_newcomer` writes a workbook of sixty regions.
    book = execute(ROOT / "notebooks" / f"{notebook}.ipynb", sixty, without="write_workbook")
    first = next(cell for cell in book.cells if cell.cell_type == "code")
    assert "60 regions" in first.outputs[0].data["text/plain"]
