"""The sheets of a review workbook that are rows of tables as they stand: region, document, indicators, context."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ..errors import Problem
from ..language import pick
from ..tables import Data
from .cells import read_cell
from .columns import known_words, named
from .reading import Review, Row


@dataclass(frozen=True)
class Added:
    """A row that is to be added to a table, and the row of the workbook that it comes from."""

    cells: dict[str, Any]
    origin: Row


@dataclass
class Additions:
    """What a workbook adds: rows by table, texts by document id, and silences that a new target ends."""

    rows: dict[str, list[Added]] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    documents: dict[str, tuple[str, str]] = field(default_factory=dict)
    ended: set[tuple[str, str]] = field(default_factory=set)

    def add(self, table: str, cells: dict[str, Any], origin: Row) -> None:
        """Add one row."""
        self.rows.setdefault(table, []).append(Added(cells, origin))

    def cells(self, table: str) -> list[dict[str, Any]]:
        """Return the new rows of a table."""
        return [added.cells for added in self.rows.get(table, [])]


@dataclass
class Desk:
    """What the steps of reading back share: workbook, data, known words, what is added, what is wrong."""

    review: Review
    data: Data
    known: dict[str, dict[str, str]]
    additions: Additions = field(default_factory=Additions)
    problems: list[Problem] = field(default_factory=list)

    def complain(self, row: Row, column: str, found: str, wanted: tuple[str, str], advice: tuple[str, str]) -> None:
        """Report what is wrong in one row; words as (Chinese, English)."""
        lang = self.review.lang
        shown = f'"{found}"' if found else pick(lang, "空", "nothing")
        self.problems.append(
            self.review.problem(row.sheet, row.line, column, shown, pick(lang, *wanted), pick(lang, *advice))
        )

    def values(self, row: Row, required: bool = True) -> dict[str, Any]:
        """Return the cells of a row by the types of its columns; report those that cannot be read or are missing."""
        values = {}
        for column in self.review.columns[row.sheet]:
            values[column.code], misread = read_cell(row[column.code], column, self.known, self.review.lang)
            if misread:
                same = misread.wanted, misread.wanted
                self.complain(row, column.code, row[column.code], same, (misread.advice, misread.advice))
            elif required and column.required and row[column.code] == "":
                wanted = ("列表中的一项", "one of the list") if column.choices else ("一个值", "a value")
                about = column.about_zh or "每行必填", column.about_en or "every row needs it"
                self.complain(row, column.code, "", wanted, (f"请填写（{about[0]}）。", f"Fill it in ({about[1]})."))
        return values


def open_desk(review: Review, data: Data) -> Desk:
    """Return what the steps share, with the new indicators and scopes known already."""
    desk = Desk(review, data, known_words(data), problems=list(review.problems))
    for table, key in (("indicators", "indicator_id"), ("scopes", "scope_id")):
        for row in review.rows[table]:
            row_id = row[key]
            desk.known[table] |= {row_id.lower(): row_id, named(row_id, row["name_zh"]).lower(): row_id}
            desk.known[table].setdefault(row["name_zh"].lower(), row_id)
    return desk


def read_plain_sheets(desk: Desk) -> None:
    """Take over new indicators, scopes and their nesting, regions, documents and context."""
    for table in ("indicators", "scopes", "scope_parents"):
        for row in desk.review.rows[table]:
            desk.additions.add(table, desk.values(row), row)
    regions = _read_regions(desk)
    _read_documents(desk, regions)
    for row in desk.review.rows["context"]:
        document = desk.additions.documents.get(row["file"])
        region = row["region_id"] or (document[1] if document else _only(set(regions.values())))
        known = desk.data.context[["region_id", "figure", "as_of"]].itertuples(index=False, name=None)
        if row["status"] and (region, row["figure"], row["as_of"]) in set(known) and not row["value"]:
            continue  # a known region has the figure already
        values = desk.values(row)
        if (values["value"] is None) != (values["status"] == "not_coded"):
            wanted = ("无数值时（也只在此时）为“尚未编码”", "not coded where there is no value, and only there")
            advice = ("填写数值和核实状态，或两者都不填。", "Fill in the value and how far it is verified, or neither.")
            desk.complain(row, "status", row["status"], wanted, advice)
        if not region and regions:
            wanted = ("地区编号", "a region id")
            desk.complain(row, "region_id", "", wanted, ("写明是哪个地区。", "Say whose figure it is."))
        desk.additions.add("context", {**values, "region_id": region or ""}, row)


def _only(found: set[str]) -> str:
    """Return the one element of a set, or `""` when it holds none or several."""
    return next(iter(found)) if len(found) == 1 else ""


def _read_regions(desk: Desk) -> dict[str, str]:
    """Add the new regions; return file -> region id. A row in which nobody wrote but the program is no region."""
    regions = {}
    for row in desk.review.rows["regions"]:
        written = [code for code, text in row.cells.items() if text and code != "file"]
        if not written:
            continue
        values = desk.values(row)
        for column in ("region_id", "name_zh", "adcode"):
            if values[column] and values[column] in set(desk.data.regions[column]):
                desk.complain(
                    row,
                    column,
                    str(values[column]),
                    ("data/ 中还没有的地区", "a region that data/ does not have yet"),
                    (
                        "这个地区已在 data/regions.csv；若只是再加一份它的文件，清空这一行，并在“文件”表写它的编号。",
                        "It stands in data/regions.csv. To add a further document of it, clear this row and write its "
                        "id on the sheet of documents.",
                    ),
                )
        if values["region_id"]:
            regions[row["file"] or values["region_id"]] = str(values["region_id"])
        desk.additions.add("regions", values, row)
    return regions


def _read_documents(desk: Desk, regions: dict[str, str]) -> None:
    """Add the documents with file and fingerprint of the frozen text; one text is one document."""
    review = desk.review
    seen = {}
    for row in review.rows["documents"]:
        name = row["file"] or (next(iter(review.texts)) if len(review.texts) == 1 else "")
        if name not in review.texts or name in seen:
            found = f"{name}{pick(review.lang, '（重复）', ' again')}" if name in seen else name
            wanted = ", ".join(text for text in review.texts if text not in seen)
            advice = ("每份文件一行。", "One row per document.")
            desk.complain(row, "file", found, (wanted, wanted), advice)
            continue
        seen[name] = row
        _read_document(desk, row, name, regions)
    for name in review.texts:
        if name not in seen:
            lang, title = review.lang, review.titles.get("documents", "documents")
            found = pick(lang, f"没有 {name} 的行", f"no row for {name}")
            each, add = pick(lang, "每份文件一行", "a row per document"), pick(lang, "加一行。", "Add it.")
            desk.problems.append(review.problem("documents", None, title, found, each, add))


def _read_document(desk: Desk, row: Row, name: str, regions: dict[str, str]) -> None:
    values = desk.values(row)
    content = desk.review.texts[name].encode("utf-8")
    digest = hashlib.sha256(content).hexdigest()
    region = str(values["region_id"] or regions.get(name) or _only(set(regions.values())))
    known = {*regions.values(), *desk.data.regions["region_id"]}
    # A region row without id is reported there already.
    if region not in known and (region or not desk.additions.rows.get("regions")):
        wanted = ("“地区”表或 data/regions.csv 中的编号", "an id of the sheet of regions or of data/regions.csv")
        advice = ("在“地区”表填写这个地区。", "Fill in the region on the sheet of regions.")
        desk.complain(row, "region_id", region, wanted, advice)
    dates = (str(values[code] or "")[:4] for code in ("issued", "published", "period_start"))
    year = next(filter(None, dates), str(values["stage"]))
    document = str(values["document_id"] or f"{region}-{year.replace('_', '-')}")
    texts = desk.data.documents.set_index("sha256")["document_id"]
    if digest in texts.index:
        wanted = ("一份新的文件", "a new document")
        advice = (
            f"同一文本已作为 {texts[digest]} 在 data/ 中；不再写入。",
            f"The same text stands in data/ as {texts[digest]}; it is not added twice.",
        )
        desk.complain(row, "file", name, wanted, advice)
    elif document in {*desk.data.documents["document_id"], *desk.additions.texts} or _stands(desk, document, content):
        wanted = ("新的编号", "an id that is new")
        desk.complain(row, "document_id", document, wanted, ("换一个文件编号。", "Take another id."))
    desk.additions.texts[document] = desk.review.texts[name]
    desk.additions.documents[name] = document, region
    cells = {"document_id": document, "region_id": region, "file": f"sources/{document}.txt", "sha256": digest}
    desk.additions.add("documents", values | cells, row)


def _stands(desk: Desk, document: str, content: bytes) -> bool:
    """Tell whether another text stands in the data folder under the name of a document."""
    path = desk.data.folder / "sources" / f"{document}.txt"
    return path.exists() and path.read_bytes() != content


def matched_rows(desk: Desk, sheet: str) -> Iterator[tuple[Row, dict[str, Any] | None]]:
    """Yield the rows of a sheet with what they held at first, None for added ones; report lost and double ones."""
    originals = desk.review.originals[sheet]
    seen: dict[str, Row] = {}
    for row in desk.review.rows[sheet]:
        key = row["key"]
        if key in seen:
            if row.cells != seen[key].cells:
                advice = (
                    f"它与第 {seen[key].line} 行是同一行的两份；删去一份。",
                    f"It is a copy of row {seen[key].line}; delete one of the two.",
                )
                desk.complain(row, "no", row["no"], ("每个编号一行", "one row per number"), advice)
            continue
        if key and key not in originals:
            wanted = ("原来的行标识", "the key as it was written")
            advice = (
                "从原工作簿复制这一行；自己添加的行不写行标识。",
                "Copy the row from the workbook as written; a row of your own has no key.",
            )
            desk.complain(row, "key", key, wanted, advice)
            continue
        if key:
            seen[key] = row
        yield row, originals.get(key)
    lost = [str(held.get("no") or key) for key, held in originals.items() if key not in seen]
    if lost and sheet != "silences":
        lang, some = desk.review.lang, ", ".join(lost[:12])
        found = pick(lang, f"缺 {len(lost)} 行：{some}", f"{len(lost)} gone: {some}")
        every = pick(lang, "程序写出的每一行", "every row that was written")
        zh = "从原工作簿复制回来；不是承诺的数字选“排除”，不要删行。"
        en = "Copy them back from the workbook as written; choose reject instead of deleting."
        desk.problems.append(desk.review.problem(sheet, None, "no", found, every, pick(lang, zh, en)))
