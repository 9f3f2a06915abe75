"""The form of the notebooks; nbval runs them and compares their outputs."""

from __future__ import annotations

import html
import json
import re

import nbformat
import pytest
from nbconvert import HTMLExporter

from regional_targets.tables import REPOSITORY_DATA, load

DATA = load()
NOTEBOOKS = sorted((REPOSITORY_DATA.parent / "notebooks").glob("*.ipynb"))
CJK = re.compile(r"[\u3400-\u9fff]")


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def notebook(request):
    return nbformat.read(request.param, as_version=4)


def code(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def outputs(notebook, kind: str) -> list[str]:
    return [
        output["data"][kind] for cell in code(notebook) for output in cell.outputs if kind in output.get("data", {})
    ]


def test_there_are_notebooks():
    assert len(NOTEBOOKS) >= 4


def test_stored_executed_from_top_to_bottom_without_errors(notebook):
    # nbval compares nothing for a cell that was never run, and skips a stored error's text.
    assert [cell.execution_count for cell in code(notebook)] == list(range(1, len(code(notebook)) + 1))
    for cell in code(notebook):
        assert all(output.output_type not in ("error", "stream") for output in cell.outputs)


def test_nothing_tells_of_machine_or_time(notebook):
    assert notebook.metadata.get("language_info") == {"name": "python"}
    for cell in notebook.cells:
        assert cell.metadata == {}


def test_code_cells_are_short_and_plain(notebook):
    for cell in code(notebook):
        assert len(cell.source.splitlines()) <= 6
        assert not re.search(r"^\s*(def|class|for|while)\b|;\s*$", cell.source, re.MULTILINE)


def test_no_region_is_named_in_code_or_typed_text(notebook):
    names = {name for column in ("region_id", "name_zh", "name_en") for name in DATA.regions[column]}
    names |= {name.removesuffix("市").removesuffix("省") for name in DATA.regions["name_zh"]}
    for cell in notebook.cells:
        assert not [name for name in names if name.lower() in cell.source.lower()]


def test_text_is_chinese_first_then_english(notebook):
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            paragraphs = [part for part in cell.source.split("\n\n") if part.strip()]
            assert CJK.search(paragraphs[0])
            assert re.search(r"[A-Za-z]{3}", paragraphs[-1])


def test_answers_charts_tables_and_evidence_are_shown(notebook):
    assert outputs(notebook, "text/markdown")
    assert outputs(notebook, "image/png")
    assert len(outputs(notebook, "text/html")) >= 4
    assert any("<mark>" in html for html in outputs(notebook, "text/html"))


def test_the_table_behind_each_chart_is_shown(notebook):
    n_charts = sum("plot_figure" in cell.source for cell in code(notebook))
    n_tables = sum("figure.marks" in cell.source for cell in code(notebook))
    assert n_charts <= n_tables
    assert len(outputs(notebook, "image/png")) == n_charts


def test_each_chart_of_a_web_page_has_its_alternative_text(notebook):
    # The classic template of nbconvert is the one that hands it on; `make html` uses it.
    page, _ = HTMLExporter(template_name="classic").from_notebook_node(notebook)
    wanted = [
        output.metadata["image/png"]["alt"]
        for cell in code(notebook)
        for output in cell.outputs
        if "image/png" in output.get("data", {})
    ]
    found = [html.unescape(alt) for alt in re.findall(r'<img[^>]*?alt="([^"]*)"', page, re.DOTALL)]
    assert all(wanted) and found == wanted


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_stored_as_the_build_writes_it(path):
    book = json.loads(path.read_text(encoding="utf-8"))
    assert nbformat.writes(nbformat.from_dict(book)).rstrip() == path.read_text(encoding="utf-8").rstrip()
