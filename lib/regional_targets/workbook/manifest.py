"""The sheet by which a workbook proves itself: hashes of the data it was made from, and of each of its sheets."""

from __future__ import annotations

import csv
import hashlib
import importlib.metadata
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from ..errors import WorkbookError
from ..language import LANGUAGES, Language, pick
from ..tables import Data
from .sheet_rows import Column
from .xlsx_content import EMPTY, SheetContent

NAME = "manifest"
TITLE = ("存证", "Manifest")
SUBTITLE = (
    "用于核对：python -m regional_targets verify 文件名",
    "To prove the workbook: python -m regional_targets verify FILE",
)
HEADINGS = (("项目", "Item"), ("名称", "Name"), ("值", "Value"), ("含义", "Meaning"))
MEANINGS = {
    "library": ("写成本工作簿的程序版本", "version of the library that wrote this workbook"),
    "data": ("数据版本", "version of the data"),
    "lang": ("语言", "language"),
    "figures": ("all：目录中的全部图；chosen：以下各图", "all: the catalogue; chosen: the figures that follow"),
    "figure": ("所选的图", "a chosen figure"),
    "regions": ("all：全部地区；chosen：以下各地区", "all: all regions; chosen: the regions that follow"),
    "region": ("所选的地区", "a chosen region"),
    "package": (
        "以下各文件的“SHA-256、两个空格、文件名”逐行连接后的 SHA-256",
        "SHA-256 of the lines “SHA-256, two blanks, name” of the files that follow",
    ),
    "file": ("数据文件的 SHA-256", "SHA-256 of a file of the data"),
    "sheet": (
        "该工作表的值、链接、批注和图表数据的 SHA-256",
        "SHA-256 of the values, links, comments and chart series of a sheet",
    ),
    "manifest": ("本表其余内容的 SHA-256", "SHA-256 of the rest of this sheet"),
}
ALL, CHOSEN = "all", "chosen"
# Columns of the table.
ITEM, LABEL, VALUE = 1, 2, 3
TEXT_FILES = ("datapackage.json", "codebook.md", "codebook.zh-CN.md")


@dataclass(frozen=True)
class Manifest:
    """What a workbook was made from: versions, the arguments of the export, hashes of data files and of sheets.

    `figures` and `regions` are None where the export had all of them; `own` is the hash of the sheet itself.
    """

    library: str
    data: str
    lang: Language
    figures: tuple[str, ...] | None
    regions: tuple[str, ...] | None
    files: Mapping[str, str]
    sheets: Mapping[str, str] = field(default_factory=dict)
    package: str = ""
    own: str = ""


def library_version() -> str:
    """Return the version of this library as it is installed."""
    try:
        return importlib.metadata.version("regional-targets")
    except importlib.metadata.PackageNotFoundError:
        return "unknown"


def file_hashes(data: Data) -> dict[str, str]:
    """Return the SHA-256 of each file of the data: descriptor and codebook, tables as the descriptor lists them, texts.

    Tables and texts are hashed as they are in memory. A table that was read from a file in the form of the repository
    (UTF-8 with byte order mark, LF, quotes only where needed) has the hash of that file.
    """
    contents: dict[str, bytes] = {}
    for name in TEXT_FILES:
        path = data.folder / name
        if path.is_file():
            contents[name] = path.read_bytes()
    for table in data.schema.tables.values():
        contents[table.file] = table_bytes(data.table(table.name))
    for row in data.documents.itertuples():
        if row.document_id in data.texts:
            contents[str(row.file)] = data.texts[str(row.document_id)].encode()
    return {name: hashlib.sha256(content).hexdigest() for name, content in contents.items()}


def table_bytes(frame: pd.DataFrame) -> bytes:
    """Return a table as the repository stores it: CSV in UTF-8 with byte order mark, LF, whole numbers without .0."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(frame.columns)
    writer.writerows(zip(*(_texts(frame[column]) for column in frame.columns), strict=True))
    return buffer.getvalue().encode("utf-8-sig", "surrogatepass")


def _texts(column: pd.Series) -> list[str]:
    if column.dtype == "str":
        return [str(value) for value in column.tolist()]
    return ["" if pd.isna(value) else format(value, ".15g") for value in column.tolist()]


def package_hash(files: Mapping[str, str]) -> str:
    """Return one hash for all files: that of what `sha256sum` prints for them, in their order."""
    lines = "".join(f"{value}  {name}\n" for name, value in files.items())
    return hashlib.sha256(lines.encode()).hexdigest()


def describe(data: Data, figures: Sequence[str] | None, regions: Sequence[str] | None, lang: Language) -> Manifest:
    """Return the manifest of an export that is to be made; the hashes of its sheets are still to come."""
    files = file_hashes(data)
    return Manifest(
        library=library_version(),
        data=data.version,
        lang=lang,
        figures=None if figures is None else tuple(figures),
        regions=None if regions is None else tuple(regions),
        files=files,
        package=package_hash(files),
    )


def manifest_columns(manifest: Manifest, sheets: Mapping[str, str] | Sequence[str]) -> list[Column]:
    """Return the manifest as a table, with the hash of each sheet where it is known.

    The last row is for the hash of this sheet without that cell (column `VALUE`), which stays empty here.
    """
    hashes = sheets if isinstance(sheets, Mapping) else dict.fromkeys(sheets, "")
    rows: list[tuple[str, str, str]] = [
        ("library", "", manifest.library),
        ("data", "", manifest.data),
        ("lang", "", manifest.lang),
        *_chosen("figure", manifest.figures),
        *_chosen("region", manifest.regions),
        ("package", "", manifest.package),
        *(("file", name, value) for name, value in manifest.files.items()),
        *(("sheet", name, value) for name, value in hashes.items()),
        (NAME, "", ""),
    ]
    lang = manifest.lang
    cells = [*zip(*rows, strict=True), [pick(lang, *MEANINGS[item]) for item, _, _ in rows]]
    return [
        Column(pick(lang, *heading), [cell or None for cell in column], widest=70)
        for heading, column in zip(HEADINGS, cells, strict=True)
    ]


def _chosen(item: str, names: Sequence[str] | None) -> list[tuple[str, str, str]]:
    if names is None:
        return [(f"{item}s", "", ALL)]
    return [(f"{item}s", "", CHOSEN), *((item, name, "") for name in names)]


def read_manifest(sheets: Mapping[str, SheetContent]) -> tuple[str, Manifest]:
    """Find the manifest among the sheets of a workbook; return the name of its sheet and what it says.

    Raises
    ------
    WorkbookError
        When no sheet is one.
    """
    for name in sorted(sheets, key=lambda name: name != NAME):
        found = _parsed(sheets[name])
        if found:
            return name, found
    raise WorkbookError(
        f"found no sheet {NAME!r} among the {len(sheets)} of the workbook; wanted one as this library writes it. "
        "The file is of another origin, or the sheet was removed."
    )


def _parsed(sheet: SheetContent) -> Manifest | None:
    said: dict[str, dict[str, str]] = {item: {} for item in MEANINGS}
    for cells in sheet.rows.values():
        item, name, value = (str(cells.get(column, EMPTY).value or "") for column in (ITEM, LABEL, VALUE))
        if item in said:
            said[item][name] = value
    single = {item: values.get("", "") for item, values in said.items()}
    lang = next((known for known in LANGUAGES if known == single["lang"]), None)
    if lang is None or not (single["package"] and single["manifest"] and said["sheet"]):
        return None
    return Manifest(
        library=single["library"],
        data=single["data"],
        lang=lang,
        figures=tuple(said["figure"]) if single["figures"] == CHOSEN else None,
        regions=tuple(said["region"]) if single["regions"] == CHOSEN else None,
        files=said["file"],
        sheets=said["sheet"],
        package=single["package"],
        own=single["manifest"],
    )


def own_digest(sheet: SheetContent) -> str:
    """Return the hash of a manifest's sheet without the cell that holds this very hash."""
    rows = {
        row: {column: said for column, said in cells.items() if (cells.get(ITEM, EMPTY).value, column) != (NAME, VALUE)}
        for row, cells in sheet.rows.items()
    }
    return SheetContent(sheet.name, rows, sheet.charts).digest()


def touched_sheets(name: str, manifest: Manifest, sheets: Mapping[str, SheetContent]) -> list[str]:
    """Return the sheets that are not as they were written: changed, removed, added or renamed ones."""
    touched = [
        sheet for sheet, value in manifest.sheets.items() if sheet not in sheets or sheets[sheet].digest() != value
    ]
    touched += [sheet for sheet in sheets if sheet != name and sheet not in manifest.sheets]
    whole = own_digest(sheets[name]) == manifest.own and package_hash(manifest.files) == manifest.package
    return touched if whole and name == NAME else [*touched, name]
