"""The schema of the tables, read from `datapackage.json`: columns, types, closed lists and their labels."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .errors import DataError, Problem
from .language import Language, pick

if TYPE_CHECKING:
    from pandera.pandas import DataFrameSchema

DTYPES = {"string": "str", "integer": "Int64", "year": "Int64", "number": "Float64", "date": "str"}
DATE_PATTERN = r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"


@dataclass(frozen=True)
class Field:
    """One column of a table."""

    name: str
    type: str
    title_zh: str
    title_en: str
    description_zh: str
    description_en: str
    codelist: str
    enum: tuple[str, ...]
    required: bool
    unique: bool
    pattern: str
    minimum: float | None

    def title(self, lang: Language) -> str:
        """Return the heading of the column in `lang`."""
        return pick(lang, self.title_zh, self.title_en)


@dataclass(frozen=True)
class ForeignKey:
    """A column whose values stand as `target_field` in another table."""

    field: str
    target_table: str
    target_field: str


@dataclass(frozen=True)
class Table:
    """One table: its file, columns and keys."""

    name: str
    file: str
    title_zh: str
    title_en: str
    description_zh: str
    description_en: str
    fields: tuple[Field, ...]
    primary_key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...]

    @property
    def columns(self) -> list[str]:
        """Names of the columns, in order."""
        return [field.name for field in self.fields]

    def field(self, name: str) -> Field:
        """Return the column called `name`."""
        return next(field for field in self.fields if field.name == name)


@dataclass(frozen=True)
class Schema:
    """The whole descriptor: version of the data, tables by name, and the labels of the closed lists."""

    version: str
    created: str
    title_zh: str
    title_en: str
    tables: dict[str, Table]
    codelists: dict[str, dict[str, dict[str, str]]]

    def label(self, codelist: str, code: str, lang: Language) -> str:
        """Return the words for a code of a closed list; an empty code stays empty."""
        return self.codelists[codelist][code][lang] if code else ""

    def labels(self, codelist: str, lang: Language) -> dict[str, str]:
        """Return all codes of a closed list with their words."""
        return {code: words[lang] for code, words in self.codelists[codelist].items()}


def load_schema(folder: Path) -> Schema:
    """Read `datapackage.json` of a data folder.

    Parameters
    ----------
    folder
        The folder that holds the descriptor and the tables.

    Returns
    -------
    Schema

    Raises
    ------
    DataError
        When there is no descriptor, it is not JSON (names line and column) or lacks a key.
    """
    path = folder / "datapackage.json"
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        advice = "Name a folder made like data/, in the call or in REGIONAL_TARGETS_DATA."
        raise DataError([Problem(str(path), None, "file", "nothing", "the descriptor of the tables", advice)]) from None
    except UnicodeDecodeError:
        problem = Problem("data/datapackage.json", None, "encoding", "other than UTF-8", "UTF-8", "Save it as UTF-8.")
        raise DataError([problem]) from None
    except json.JSONDecodeError as error:
        problem = Problem(
            "data/datapackage.json", error.lineno, f"character {error.colno}", error.msg, "JSON", "Mend it."
        )
        raise DataError([problem]) from None
    try:
        return Schema(
            version=raw["version"],
            created=raw["created"][:10],  # the standard wants a time too; the day is what we mean
            title_zh=raw["title_zh"],
            title_en=raw["title"],
            tables={resource["name"]: _table(resource) for resource in raw["resources"]},
            codelists=raw["codelists"],
        )
    except KeyError as error:
        advice = "Compare it with the descriptor of the repository."
        problem = Problem("data/datapackage.json", None, "keys", f"no {error}", f"the key {error}", advice)
        raise DataError([problem]) from None


def _table(resource: dict[str, Any]) -> Table:
    schema = resource["schema"]
    keys = [
        ForeignKey(key["fields"][0], key["reference"]["resource"], key["reference"]["fields"][0])
        for key in schema.get("foreignKeys", [])
    ]
    return Table(
        name=resource["name"],
        file=resource["path"],
        title_zh=resource["title_zh"],
        title_en=resource["title"],
        description_zh=resource["description_zh"],
        description_en=resource["description"],
        fields=tuple(_field(field) for field in schema["fields"]),
        primary_key=tuple(schema["primaryKey"]),
        foreign_keys=tuple(keys),
    )


def _field(field: dict[str, Any]) -> Field:
    constraints = field.get("constraints", {})
    return Field(
        name=field["name"],
        type=field["type"],
        title_zh=field["title_zh"],
        title_en=field["title_en"],
        description_zh=field["description_zh"],
        description_en=field["description"],
        codelist=field.get("codelist", ""),
        enum=tuple(constraints.get("enum", ())),
        required=constraints.get("required", False),
        unique=constraints.get("unique", False),
        pattern=constraints.get("pattern", DATE_PATTERN if field["type"] == "date" else ""),
        minimum=constraints.get("minimum"),
    )


def pandera_schema(table: Table) -> DataFrameSchema:
    """Build the vectorised validator of a typed table (pandera, imported here because it is slow to import).

    Empty text is a missing value (Table Schema `missingValues`), so every check lets it pass unless the column is
    required.
    """
    import pandera.pandas as pa

    columns = {}
    for field in table.fields:
        text = DTYPES[field.type] == "str"
        empty = [""] if text and not field.required else []
        checks = []
        if text and field.required:
            checks.append(pa.Check.str_length(min_value=1, name="required"))
        if field.enum:
            checks.append(pa.Check.isin([*field.enum, *empty], name="enum"))
        if field.pattern:
            pattern = rf"(?:{field.pattern})?" if empty else field.pattern
            checks.append(pa.Check(lambda column, p=pattern: column.str.fullmatch(p), name="pattern"))
        if field.minimum is not None:
            checks.append(pa.Check.ge(field.minimum, name="minimum"))
        columns[field.name] = pa.Column(DTYPES[field.type], checks, nullable=text or not field.required)
    return pa.DataFrameSchema(columns, strict=True)
