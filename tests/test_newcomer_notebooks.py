"""The notebooks run on other data than ours, and name the region that came in (fixtures of `newcomer`)."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
from pathlib import Path

import nbformat
import pytest
from newcomer import NEWCOMER, with_newcomer, with_sixty

from regional_targets import tables

ROOT = tables.REPOSITORY_DATA.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
NAME = NEWCOMER.region["name_zh"]


@pytest.fixture(scope="module")
def six(tmp_path_factory) -> Path:
    return with_newcomer(tmp_path_factory.mktemp("six"))


@pytest.fixture(scope="module")
def sixty(tmp_path_factory) -> Path:
    return with_sixty(tmp_path_factory.mktemp("sixty"))


@pytest.fixture
def execute(tmp_path, monkeypatch):
    """execute(notebook, folder of data) -> the notebook as the build leaves it, run on these data."""
    spec = importlib.util.spec_from_file_location("build", ROOT / "lib" / "build.py")
    build = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(build)

    def execute(notebook: Path, folder: Path) -> nbformat.NotebookNode:
        monkeypatch.setenv(tables.ENVIRONMENT_VARIABLE, os.fspath(folder))
        copy = Path(shutil.copy(notebook, tmp_path))
        (tmp_path / "sample").symlink_to(ROOT / "notebooks" / "sample")
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


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_notebook_runs_with_sixty_regions_and_writes_its_workbook(notebook, sixty, execute):
    cells = [cell for cell in execute(notebook, sixty).cells if cell.cell_type == "code"]
    outputs = [output for cell in cells for output in cell.outputs]
    # The last notebook adds a region of its own.
    assert re.search(r"\b6[01] regions", str(outputs))
    drawn = " ".join(output.metadata["image/png"]["alt"] for output in outputs if "image/png" in output.get("data", {}))
    assert set(re.findall(r"(\d+)个地区中", drawn)) <= {"60", "61"}
    tables_of_many = [output.data["text/html"] for output in outputs if "text/html" in output.get("data", {})]
    assert drawn and any("示例" in table for table in tables_of_many)
    assert any("write_workbook" in cell.source and ".xlsx" in str(cell.outputs) for cell in cells)
