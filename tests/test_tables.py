"""Each table of tests/data/broken stands in for the one of the small world and breaks it in one place."""

import hashlib
import shutil
import warnings
from pathlib import Path

import pandas as pd
import pytest

from regional_targets import tables
from regional_targets.errors import DataError, DataWarning

BROKEN = Path(__file__).parent / "data" / "broken"

# table file -> line, column, found, wanted (its beginning), advice (a part of it)
CASES = {
    "duplicated_key.scopes.csv": (5, "scope_id", '"teachers" again', "a key of its own", "line 2 already"),
    "file_twice.documents.csv": (3, "file", '"sources/jia-2023.txt" again', "a key of its own", "line 2 already"),
    "dangling_reference.scope_parents.csv": (
        *(2, "parent_id", '"schools_private"', "a scope_id of data/scopes.csv"),
        "Add the row there",
    ),
    "unknown_column.scopes.csv": (1, "header", "with unknown comment", "scope_id, name_zh", "datapackage.json"),
    "missing_column.context.csv": (1, "header", "without definition", "region_id, figure", "datapackage.json"),
    "other_order.scopes.csv": (1, "header", "the columns in another order", "scope_id, name_zh", "datapackage.json"),
    "too_many_cells.context.csv": (3, "row", "11 cells", "9 cells", "double quotes"),
    "too_few_cells.regions.csv": (3, "row", "6 cells", "7 cells", "double quotes"),
    "no_number.context.csv": (3, "value", '"两百万"', "a number", "plain digits"),
    "infinite_number.context.csv": (3, "value", '"inf"', "a number", "plain digits"),
    "no_year.documents.csv": (3, "period_start", '"21"', "a year", "plain digits"),
    "half_a_place.exclusions.csv": (7, "start", '"16.5"', "an integer", "plain digits"),
    "negative_place.exclusions.csv": (7, "start", '"-16"', "at least 0", "code points"),
    "no_such_day.documents.csv": (2, "issued", '"2023-02-31"', "a date", "2023-02-17"),
    "day_as_printed.documents.csv": (2, "issued", '"2023.1.31"', "a date", "2023-02-17"),
    "required_empty.scopes.csv": (3, "name_en", "nothing", "a value", "required in every row"),
    "required_code_empty.context.csv": (2, "status", "nothing", "one of checked, official", "datapackage.json"),
    "not_in_the_list.targets.csv": (3, "kind", '"aim"', "one of goal, funding, rule, status", "datapackage.json"),
    "pattern.regions.csv": (3, "adcode", '"99020"', r"the pattern \d{6}", "GB/T 2260"),
    "after_a_line_break.context.csv": (4, "value", '"两百万"', "a number", "plain digits"),
    "not_json.datapackage.json": (3, "character 20", "Expecting ',' delimiter", "JSON", "Mend it"),
    "key_missing.datapackage.json": (None, "keys", "no 'created'", "the key 'created'", "Compare"),
}


def put(world: Path, case: str) -> str:
    """Put a broken table in the place of the sound one, and return its name."""
    name = case.split(".", 1)[1]
    shutil.copy(BROKEN / case, world / name)
    return f"data/{name}"


def problems(world: Path) -> tuple:
    with pytest.raises(DataError) as caught:
        tables.load(world)
    return caught.value.problems


def test_every_broken_table_has_a_case():
    assert {path.name for path in BROKEN.iterdir()} == set(CASES)


@pytest.mark.parametrize("case", CASES)
def test_a_broken_table_is_one_problem_at_its_place(world, case):
    line, column, found, wanted, advice = CASES[case]
    file = put(world, case)
    (problem,) = problems(world)
    assert (problem.file, problem.line, problem.column, problem.found) == (file, line, column, found)
    assert problem.wanted.startswith(wanted)
    assert advice in problem.advice


def test_problems_of_several_tables_and_texts_are_reported_at_once(world):
    put(world, "no_number.context.csv")
    put(world, "required_empty.scopes.csv")
    (world / "sources" / "yi-2020.txt").write_text("乙市", encoding="utf-8")
    found = {(problem.file, problem.column) for problem in problems(world)}
    wanted = {("data/context.csv", "value"), ("data/scopes.csv", "name_en"), ("data/documents.csv", "sha256")}
    assert found == wanted


@pytest.mark.parametrize("table", ["regions", "scopes", "exceptions"])
def test_a_missing_table_is_one_problem(world, table):
    (world / f"{table}.csv").unlink()
    (problem,) = problems(world)
    assert (problem.file, problem.found, problem.wanted) == (f"data/{table}.csv", "nothing", f"the table {table}")


def test_an_empty_file_lacks_its_columns(world):
    (world / "scopes.csv").write_bytes(b"\xef\xbb\xbf")
    (problem,) = problems(world)
    assert (problem.line, problem.found) == (1, "without scope_id, name_zh, name_en, aliases_zh")


def test_a_file_that_is_no_text_is_one_problem(world):
    (world / "scopes.csv").write_bytes(b"\xff\xff\x00")
    (problem,) = problems(world)
    assert (problem.column, problem.found) == ("encoding", "neither UTF-8 nor GB18030")


def test_a_changed_source_text_is_named_with_its_fingerprint(world):
    text = world / "sources" / "yi-2020.txt"
    text.write_bytes(text.read_bytes().replace("1亿".encode(), "2亿".encode()))
    (problem,) = problems(world)
    assert (problem.file, problem.line, problem.column) == ("data/documents.csv", 3, "sha256")
    assert problem.found == hashlib.sha256(text.read_bytes()).hexdigest()
    assert "sources/yi-2020.txt was changed" in problem.advice


def test_a_missing_source_text_is_named(world):
    (world / "sources" / "jia-2023.txt").unlink()
    (problem,) = problems(world)
    assert (problem.line, problem.column, problem.found) == (2, "file", '"sources/jia-2023.txt"')


def test_a_source_text_in_another_encoding_is_named(world):
    text, table = world / "sources" / "yi-2020.txt", world / "documents.csv"
    before = hashlib.sha256(text.read_bytes()).hexdigest()
    text.write_bytes(text.read_text(encoding="utf-8").encode("gb18030"))
    after = hashlib.sha256(text.read_bytes()).hexdigest()
    table.write_bytes(table.read_bytes().replace(before.encode(), after.encode()))
    (problem,) = problems(world)
    assert (problem.file, problem.column, problem.wanted) == ("data/sources/yi-2020.txt", "encoding", "UTF-8")


def test_two_rows_without_key_are_two_missing_values(world):
    table = world / "exclusions.csv"
    text = table.read_text(encoding="utf-8").replace("yi-2020,11,", "yi-2020,,").replace("yi-2020,16,", "yi-2020,,")
    table.write_text(text, encoding="utf-8", newline="")
    assert [(problem.line, problem.found) for problem in problems(world)] == [(6, "nothing"), (7, "nothing")]


def test_a_descriptor_in_another_encoding_is_one_problem(world):
    descriptor = world / "datapackage.json"
    descriptor.write_bytes(descriptor.read_text(encoding="utf-8").encode("gb18030"))
    (problem,) = problems(world)
    assert (problem.file, problem.column) == ("data/datapackage.json", "encoding")


@pytest.mark.parametrize(
    ("warning", "resave"),
    [
        ("encoded as GB18030", lambda text: text.removeprefix("\ufeff").encode("gb18030")),
        ("CRLF line ends", lambda text: text.replace("\n", "\r\n").encode()),
        ("no byte order mark", lambda text: text.removeprefix("\ufeff").encode()),
    ],
)
@pytest.mark.parametrize("table", ["regions", "targets"])
def test_a_table_saved_in_another_way_is_read_with_a_warning(world, small, table, warning, resave):
    file = world / f"{table}.csv"
    file.write_bytes(resave(file.read_bytes().decode("utf-8")))
    with pytest.warns(DataWarning, match=rf"data/{table}.csv: .*{warning}"):
        data = tables.load(world)
    pd.testing.assert_frame_equal(data.table(table), small.table(table))


def test_line_numbers_count_the_lines_of_quoted_cells(world):
    put(world, "after_a_line_break.context.csv")
    text = (world / "context.csv").read_text(encoding="utf-8")
    (world / "context.csv").write_text(text.replace("两百万", "2000000"), encoding="utf-8", newline="")
    data = tables.load(world)
    assert data.lines["context"] == [2, 4]
    assert data.context.loc[0, "definition"] == "residents,\nat the end of the year"


def test_blank_lines_are_passed_over_and_counted(world):
    table = world / "regions.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("yi,", "\nyi,", 1), encoding="utf-8", newline="")
    assert tables.load(world).lines["regions"] == [2, 4]


def test_a_sound_folder_loads_without_a_warning(world):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        data = tables.load(world)
    assert {name: len(data.table(name)) for name in ("regions", "documents", "targets", "mentions")} == {
        **{"regions": 2, "documents": 2, "targets": 6, "mentions": 7}
    }


def test_types_are_those_of_the_schema(small):
    types = small.mentions.dtypes.astype(str)
    wanted = {"start": "Int64", "value_min": "Float64", "deadline": "Int64", "level_zh": "str"}
    assert {column: types[column] for column in wanted} == wanted
    assert small.mentions.loc[3, "level_zh"] == ""
    assert small.mentions.loc[3, "deadline"] is pd.NA


def test_texts_keep_every_character(small):
    text = small.texts["jia-2023"]
    assert "双\u00a0师型" in text and "５０％" in text
    assert text.encode() == (small.folder / "sources" / "jia-2023.txt").read_bytes()


def test_the_environment_variable_names_the_folder(world, monkeypatch):
    monkeypatch.setenv("REGIONAL_TARGETS_DATA", str(world))
    assert list(tables.load().regions["region_id"]) == ["jia", "yi"]


def test_the_argument_goes_before_the_environment_variable(world, monkeypatch, tmp_path):
    monkeypatch.setenv("REGIONAL_TARGETS_DATA", str(tmp_path / "nowhere"))
    assert tables.load(world).folder == world


def test_without_argument_the_data_of_the_repository_are_read(root, data):
    assert tables.load().folder == root / "data" == data.folder


def test_loading_changes_no_file(world):
    before = {path: path.read_bytes() for path in world.rglob("*") if path.is_file()}
    tables.load(world)
    assert {path: path.read_bytes() for path in world.rglob("*") if path.is_file()} == before


def test_read_returns_no_data_with_problems(world):
    put(world, "no_number.context.csv")
    data, found = tables.read(world)
    assert data is None and len(found) == 1


def test_data_show_their_version_and_counts(small):
    assert repr(small).startswith(f"<regional_targets data {small.version}: 2 regions, 2 documents, 5 indicators")
