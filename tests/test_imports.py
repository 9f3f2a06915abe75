"""Who may import whom (pyproject.toml), and no region in the code: it must serve any region."""

import csv
import io
import json
import re
import subprocess
import sys
import tokenize

import pytest
from importlinter import cli

# Words that name a region in the tables only as part of a longer name.
SUFFIX = re.compile("(?:特别行政区|自治区|自治州|省|市|盟|县|区)$")


def test_nobody_imports_what_is_forbidden(root, monkeypatch, capsys):
    monkeypatch.chdir(root)
    monkeypatch.syspath_prepend(str(root / "lib"))
    code = cli.lint_imports(config_filename=str(root / "pyproject.toml"), no_cache=True)
    assert code == cli.EXIT_STATUS_SUCCESS, capsys.readouterr().out


# Each reads one kind of file, draws, or runs many processes; none is needed to load and compare.
HEAVY = (
    *("matplotlib", "seaborn", "openpyxl", "joblib", "distributed", "dask", "tqdm", "opencc"),
    *("docx", "pypdfium2", "inscriptis", "charset_normalizer"),
)


def test_importing_the_library_imports_no_heavy_one(root):
    code = f"import sys, regional_targets; print([name for name in {HEAVY} if name in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], cwd=root / "lib", capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_what_is_imported_later_is_there_all_the_same():
    import regional_targets as rt
    from regional_targets import charts
    from regional_targets.workbook import writing as workbook

    assert rt.plot_figure is charts.plot_figure and rt.write_workbook is workbook.write_workbook
    assert set(rt.__all__) <= set(dir(rt))
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = rt.nothing


@pytest.fixture(scope="module")
def names(root) -> re.Pattern:
    """Every id and name of a region, in both languages, with and without the word for its level."""
    with (root / "data" / "regions.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    words = {row[column] for row in rows for column in ("region_id", "name_zh", "name_en")}
    words |= {SUFFIX.sub("", row["name_zh"]) for row in rows} | {row["name_en"].split()[0] for row in rows}
    return re.compile("|".join(sorted(map(re.escape, words), key=len, reverse=True)), re.IGNORECASE)


def test_the_names_are_those_that_a_text_would_use(names, root):
    with (root / "data" / "regions.csv").open(encoding="utf-8-sig", newline="") as file:
        first = next(csv.DictReader(file))
    assert all(names.search(f"x {first[column]} y") for column in ("region_id", "name_zh", "name_en"))
    assert not names.search("region, 地区, Data")


def test_no_code_names_a_region(names, root):
    files = sorted((root / "lib").rglob("*.py"))
    assert len(files) > 10
    found = []
    for path in files:
        for token in tokenize.generate_tokens(io.StringIO(path.read_text(encoding="utf-8")).readline):
            found += [f"{path.name}:{token.start[0]} {word}" for word in names.findall(token.string)]
    assert found == []


def test_no_notebook_names_a_region_in_its_sources(names, root):
    found = []
    for path in sorted((root / "notebooks").glob("*.ipynb")):
        for number, cell in enumerate(json.loads(path.read_text(encoding="utf-8"))["cells"], start=1):
            found += [f"{path.name} cell {number}: {word}" for word in names.findall("".join(cell["source"]))]
    assert found == []
