"""Write a made-up policy document into a data folder: its text, and every row that codes it.

A plan is written once, as sentences in which a promise marks its numeral with 【】; text, offsets, mentions, targets
and exclusions follow from it. What a promise means is stated beside it, not read by the library that is tested.
"""

from __future__ import annotations

import csv
import hashlib
import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from regional_targets.schema import load_schema

LEVELS = {"省级": "provincial", "市级": "prefecture", "": ""}
REASONS = {
    "document_number": re.compile(r"〔(\d{4})〕(\d+)号"),
    "date": re.compile(r"(\d{4})(?=年|—\d{4}年)"),
    "programme_name": re.compile(r"(\d)\+X"),
    "list_marker": re.compile(r"^(\d+)\.", re.MULTILINE),
    "attribute": re.compile(r"(\d+)年累计"),
    "name": re.compile(r"第(\d+)示例"),
}


@dataclass(frozen=True)
class Promise:
    """A clause that commits to a number, and what it means; `again` repeats the earlier one of the indicator."""

    indicator: str
    clause: str
    low: float
    unit: str
    thing: tuple[str, str] = ("", "")
    high: float | None = None
    comparator: str = "exact"
    kind: str = "goal"
    deadline: int | None = None
    start_year: int | None = None
    period: str = "total"
    level: str = ""
    scope: str = ""
    standard: tuple[str, str] = ("", "")
    modality: str = "build"
    again: bool = False

    @property
    def text(self) -> str:
        return re.sub("[【】]", "", self.clause)

    @property
    def numeral(self) -> str:
        return self.clause[self.clause.index("【") + 1 : self.clause.index("】")]


@dataclass(frozen=True)
class Plan:
    """A region with its document, by section and sentence.

    `silent` says of an indicator why it has no target, and which word of the text speaks of it all the same. A region
    without sections has no document.
    """

    region: dict[str, str]
    document: dict[str, object]
    sections: dict[str, list[tuple[str | Promise, ...]]] = field(default_factory=dict)
    silent: dict[str, tuple[str, str]] = field(default_factory=dict)
    residents: int = 1_000_000


def write_plan(folder: Path, plan: Plan) -> None:
    """Add the text and all rows of a plan to the data in `folder`."""
    region = plan.region["region_id"]
    _append(folder, "regions", [plan.region])
    _append(folder, "context", _context(plan))
    if not plan.sections:
        return
    document = f"{region}-plan"
    text, placed = _lay_out(plan)
    (folder / "sources" / f"{document}.txt").write_bytes(text.encode())
    file = {"file": f"sources/{document}.txt", "sha256": hashlib.sha256(text.encode()).hexdigest()}
    _append(folder, "documents", [{"document_id": document, "region_id": region} | plan.document | file])
    targets, mentions = _code(text, placed, region, document)
    _append(folder, "targets", targets)
    _append(folder, "mentions", mentions)
    _append(folder, "exclusions", _account(text, mentions, document))
    _append(folder, "silences", [_silence(text, plan, document, indicator) for indicator in plan.silent])


@cache
def _columns(folder: Path, table: str) -> list[str]:
    return load_schema(folder).tables[table].columns


def _append(folder: Path, table: str, rows: list[dict]) -> None:
    with (folder / f"{table}.csv").open("a", encoding="utf-8", newline="") as file:
        csv.DictWriter(file, _columns(folder, table), restval="", lineterminator="\n").writerows(rows)


def _context(plan: Plan) -> list[dict]:
    """Return the residents in the vintage of the real tables, and a gross product that nobody looked up."""
    region = {"region_id": plan.region["region_id"]}
    residents = {"figure": "population", "as_of": "2020-11-01", "value": plan.residents, "unit": "人"}
    residents |= {"definition": "residents, seventh national census", "revision": "final", "status": "checked"}
    product = {"figure": "gdp", "as_of": "2020", "unit": "元", "revision": "not stated", "status": "not_coded"}
    return [
        region | residents | {"source": "invented"},
        region | product | {"definition": "gross domestic product at current prices"},
    ]


def _lay_out(plan: Plan) -> tuple[str, list[tuple[Promise, str, int, int]]]:
    """Return the text, and each promise with its section and where its sentence and its clause begin."""
    text, placed = f"{plan.document['title_zh']}\n{plan.document.get('number', '')}\n\n", []
    for heading, sentences in plan.sections.items():
        text += f"{heading}\n"
        for parts in sentences:
            begin = len(text)
            for part in parts:
                if isinstance(part, Promise):
                    placed.append((part, heading, begin, len(text)))
                text += part.text if isinstance(part, Promise) else part
            text += "。\n"
    return text, placed


def _code(
    text: str, placed: list[tuple[Promise, str, int, int]], region: str, document: str
) -> tuple[list[dict], list[dict]]:
    """Return the rows of targets and mentions."""
    targets: list[dict] = []
    mentions: list[dict] = []
    latest: dict[str, str] = {}
    for number, (said, section, sentence, begin) in enumerate(placed, start=1):
        shared = {"document_id": document, "unit": said.unit, "comparator": said.comparator, "level_zh": said.level}
        shared |= {"value_min": f"{said.low:.15g}", "value_max": f"{said.high or said.low:.15g}"}
        shared |= {"deadline": said.deadline, "start_year": said.start_year}
        if not said.again:
            latest[said.indicator] = f"{region}-t{len(targets) + 1:02d}"
            row = {"target_id": latest[said.indicator], "region_id": region, "indicator_id": said.indicator}
            row |= {"kind": said.kind, "basis": "wording" if said.numeral == "全部" else "numeral"}
            row |= {"period": said.period, "scope_id": said.scope, "modality": said.modality}
            row |= {"level_min": LEVELS[said.level], "level_max": LEVELS[said.level]}
            row |= dict(zip(("standard_zh", "standard_en"), said.standard, strict=True))
            row |= dict(zip(("object_zh", "object_en"), said.thing, strict=True))
            targets.append(row | shared)
        start = begin + said.clause.index("【")
        row = {"mention_id": f"{region}-m{number:02d}", "target_id": latest[said.indicator], "section_zh": section}
        row |= {"start": start, "end": start + len(said.numeral), "numeral": said.numeral}
        row |= {"quote_start": begin, "quote": said.text}
        for name in ("deadline", "start_year"):
            if shared[name]:
                # A year of the sentence itself, or else the one in the title.
                place = text.rfind(str(shared[name]), sentence, start)
                place = place if place >= 0 else text.index(str(shared[name]))
                row |= {f"{name}_start": place, f"{name}_end": place + 4}
        mentions.append(row | shared)
    return targets, mentions


def _account(text: str, mentions: list[dict], document: str) -> list[dict]:
    """Return the rows that exclude every digit outside the numerals; KeyError when one has no reason."""
    counted = {place for row in mentions for place in range(row["start"], row["end"])}
    reasons = {
        match.start(group): reason
        for reason, pattern in REASONS.items()
        for match in pattern.finditer(text)
        for group in range(1, pattern.groups + 1)
    }
    return [
        {"document_id": document, "start": run.start(), "end": run.end(), "numeral": run[0]}
        | {"reason": reasons[run.start()]}
        for run in re.finditer(r"\d+", text)
        if run.start() not in counted
    ]


def _silence(text: str, plan: Plan, document: str, indicator: str) -> dict:
    reason, word = plan.silent[indicator]
    start = text.index(word)
    row = {"region_id": plan.region["region_id"], "indicator_id": indicator, "reason": reason}
    row |= {"document_id": document, "start": start, "end": start + len(word)}
    return row | {"note_zh": f"提及“{word}”", "note_en": "Spoken of"}
