"""The documentation is tested like code: what it says of names, numbers and files is true."""

from __future__ import annotations

import inspect
import json
import re
from pathlib import Path

import pytest

import regional_targets as rt
from regional_targets.documentation import fill
from regional_targets.tables import REPOSITORY_DATA

ROOT = REPOSITORY_DATA.parent
DATA = rt.load()
READMES = ["README.md", "README.zh-CN.md"]


@pytest.mark.parametrize("name", [name for name in rt.__all__ if callable(getattr(rt, name))])
def test_every_public_name_is_documented(name):
    thing = getattr(rt, name)
    assert inspect.getdoc(thing)
    if inspect.isfunction(thing) and len(inspect.signature(thing).parameters) > 1 and name != "set_language":
        assert "Parameters" in thing.__doc__ or thing.__doc__.count("\n") <= 12


@pytest.mark.parametrize("name", [name for name in rt.__all__ if inspect.isfunction(getattr(rt, name))])
def test_data_comes_first_and_lang_has_a_default(name):
    parameters = inspect.signature(getattr(rt, name)).parameters
    assert "data" not in list(parameters)[1:]
    if "lang" in parameters and name != "set_language":
        assert parameters["lang"].default is None


def test_every_column_is_described_in_both_languages():
    for table in DATA.schema.tables.values():
        for field in table.fields:
            assert field.title_zh and field.title_en and field.description_zh and field.description_en


def test_the_computed_parts_of_the_data_readme_are_up_to_date():
    text = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
    assert fill(text, DATA) == text
    assert text.count("<!-- computed:") == 4


def test_an_unknown_block_is_refused():
    with pytest.raises(KeyError):
        fill("<!-- computed: nonsense -->\n<!-- end -->", DATA)


@pytest.mark.parametrize("name", [*READMES, "data/README.md", "CONTRIBUTING.md"])
def test_links_lead_somewhere(name):
    path = ROOT / name
    for link in re.findall(r"\]\(([^)#]+)\)", path.read_text(encoding="utf-8")):
        assert link.startswith("http") or (path.parent / link).exists(), link


@pytest.mark.parametrize("name", READMES)
def test_the_quoted_value_stands_in_the_document(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    mention_id = re.search(r"`(\w+-m\d+)`", text)[1]
    start, end = map(int, re.search(r"text\[(\d+):(\d+)\]", text).groups())
    mention = DATA.mentions.set_index("mention_id").loc[mention_id]
    assert (mention["start"], mention["end"]) == (start, end)
    quoted = re.search(r"^> (.+?) —", text, re.MULTILINE)[1].replace("**", "")
    assert quoted == mention["quote"]


@pytest.mark.parametrize("name", READMES)
def test_every_notebook_and_no_other_is_listed(name):
    listed = set(re.findall(r"notebooks/(\w+)\.ipynb\)", (ROOT / name).read_text(encoding="utf-8")))
    assert listed == {path.stem for path in (ROOT / "notebooks").glob("*.ipynb")}


@pytest.mark.parametrize("name", READMES)
def test_python_in_the_readme_uses_names_and_ids_that_exist(name):
    code = "\n".join(re.findall(r"```python\n(.*?)```", (ROOT / name).read_text(encoding="utf-8"), re.DOTALL))
    assert set(re.findall(r"\brt\.(\w+)", code)) <= set(rt.__all__)
    for target in re.findall(r'"(\w+-t\d+)"', code):
        assert target in set(DATA.targets["target_id"])
    for fig_id in re.findall(r'"(fig-[\w-]+)"', code):
        assert fig_id in rt.catalogue(DATA)


def test_versions_agree():
    version = json.loads((ROOT / "data" / "datapackage.json").read_text(encoding="utf-8"))["version"]
    for name in [*READMES, "CITATION.cff", "CHANGELOG.md"]:
        assert version in (ROOT / name).read_text(encoding="utf-8"), name


def test_the_make_targets_of_the_readme_exist():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for name in READMES:
        for target in re.findall(r"(?:^|`)make (\w+)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE):
            assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_no_path_of_a_machine_is_stored():
    files = [
        *Path(ROOT / "notebooks").glob("*.ipynb"),
        *ROOT.glob("*.md"),
        ROOT / "Makefile",
        ROOT / "requirements.lock",
    ]
    for path in files:
        assert not re.search(r"/(home|root|tmp|work|Users)/\w", path.read_text(encoding="utf-8")), path.name
