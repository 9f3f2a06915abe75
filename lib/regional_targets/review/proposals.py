"""The sheet of proposals: which are accepted, what a person changed in them, and where added ones stand."""

from __future__ import annotations

import dataclasses
import itertools
import re
from typing import Any

from ..checks.places import read_place
from ..checks.settled import SCOPED_MEASURES
from ..number_values import NumeralError
from .cells import read_cell
from .columns import VALUES
from .reading import Row
from .tables import Desk, matched_rows
from .text_places import (
    PlaceError,
    digit_runs,
    find_numeral,
    find_year,
    move_clause,
    move_numeral,
    passage,
    read_year,
)

YEARS = ("deadline", "start_year")
COPY = ("照抄原文。", "Copy it as it stands in the document.")
EDITABLE = ("quote", "indicator_id", "same_as", *VALUES)


@dataclasses.dataclass
class Proposal:
    """One row of the sheet of proposals with its typed values and places."""

    row: Row
    values: dict[str, Any]
    number: str
    same_as: str

    @property
    def place(self) -> tuple[int, int]:
        """Offsets of the numeral."""
        return self.values["start"], self.values["end"]


def read_proposals(desk: Desk) -> tuple[list[Proposal], list[Proposal]]:
    """Return accepted and rejected proposals, in the order of files and places."""
    accepted, rejected = [], []
    for row, held in matched_rows(desk, "proposals"):
        values = desk.values(row)
        decision = values["decision"]
        if held is not None:
            values |= {"file": held["file"], "start": int(held["start"]), "end": int(held["end"])}
        elif not _locate(desk, row, values):
            continue
        if not decision:
            continue
        number = str(held["no"]) if held else row["no"]
        proposal = Proposal(row, values, number, str(values["same_as"]))
        if decision == "reject":
            runs = digit_runs(desk.review.texts[values["file"]], *proposal.place)
            if runs and not values["reject_reason"]:
                wanted = ("排除理由", "a reason")
                desk.complain(row, "reject_reason", "", wanted, ("从列表选择。", "Choose one of the list."))
            rejected.append(proposal)
            continue
        changed = _take_changes(desk, proposal, held) if held else True
        if decision == "change" and not changed:
            wanted = ("至少一处改动", "something changed")
            advice = ("改动这一行的值，或选“接受”。", "Change a value of this row, or choose accept.")
            desk.complain(row, "decision", row["decision"], wanted, advice)
        _take_period(desk, proposal)
        if _complete(desk, proposal):
            accepted.append(proposal)
    order = {name: place for place, name in enumerate(desk.review.texts)}
    for found in (accepted, rejected):
        found.sort(key=lambda proposal: (order[proposal.values["file"]], *proposal.place))
    _report_overlaps(desk, accepted)
    return accepted, rejected


def _report_overlaps(desk: Desk, accepted: list[Proposal]) -> None:
    """Report accepted rows that claim the same characters; a place states one commitment."""
    for before, proposal in itertools.pairwise(accepted):
        same = before.values["file"] == proposal.values["file"]
        if same and before.place[1] > proposal.place[0]:
            advice = (
                f"第 {before.row.line} 行已是这一处；排除其中一行，或改指另一处。",
                f"Row {before.row.line} is this place already; reject one of the two, or point at the other place.",
            )
            wanted = ("自己的一处", "a place of its own")
            desk.complain(proposal.row, "numeral", proposal.values["numeral"], wanted, advice)


def _take_changes(desk: Desk, proposal: Proposal, held: dict[str, Any]) -> bool:
    """Find what a person changed in a row, and the places that move with it; return whether anything was changed."""
    values, text = proposal.values, desk.review.texts[proposal.values["file"]]
    columns = {column.code: column for column in desk.review.columns["proposals"]}
    before = {}
    for code in EDITABLE:
        shown = "" if held[code] is None else str(held[code])
        before[code], _ = read_cell(shown.strip(), columns[code], desk.known, desk.review.lang)
    changed = {code for code in EDITABLE if _bare(values[code]) != _bare(before[code])}
    quote_start = int(held["quote_start"])
    clause = quote_start, quote_start + len(str(held["quote"]))
    try:
        if "numeral" in changed:
            proposal.values["start"], proposal.values["end"] = move_numeral(
                text, values["numeral"], *proposal.place, clause
            )
        if "quote" in changed:
            clause = move_clause(text, values["quote"], *proposal.place)
    except PlaceError as error:
        _complain_place(desk, proposal.row, error)
    values["quote_start"], values["quote"] = clause[0], text[slice(*clause)]
    values["numeral"] = text[slice(*proposal.place)]
    single = values["comparator"] != "range" and before["value_min"] == before["value_max"]
    if "value_min" in changed and "value_max" not in changed and single:
        values["value_max"] = values["value_min"]
    for name in YEARS:
        if name in changed or held[f"{name}_start"] is None:
            _place_year(desk, proposal, name)
        else:
            values |= {f"{name}_{edge}": int(held[f"{name}_{edge}"]) for edge in ("start", "end")}
    return bool(changed)


def plain(value: Any) -> str:
    """Return a value as a table holds it; `""` for None."""
    return f"{value:.15g}" if isinstance(value, int | float) else str(value or "")


def _bare(value: Any) -> str:
    """Return a value without white space, for a spreadsheet program may change that."""
    return re.sub(r"\s", "", plain(value))


def _locate(desk: Desk, row: Row, values: dict[str, Any]) -> bool:
    """Place a row that a person added in the text and read there what is empty; return whether it was found."""
    texts = desk.review.texts
    name = row["file"] or (next(iter(texts)) if len(texts) == 1 else "")
    if name not in texts:
        wanted = (", ".join(texts),) * 2
        desk.complain(row, "file", name, wanted, ("写明出自哪份文件。", "Say which document it is from."))
        return False
    missing = [code for code in ("numeral", "quote") if not row[code]]
    for code in missing:
        wanted = ("照抄原文", "as it stands in the document")
        advice = ("照抄含这个数字的原句，以及数字本身。", "Copy the clause with the number, and the number itself.")
        desk.complain(row, code, "", wanted, advice)
    if missing:
        return False
    text = texts[name]
    try:
        start, end, low, high = find_numeral(text, row["quote"], row["numeral"], values["start"])
    except PlaceError as error:
        _complain_place(desk, row, error, text)
        return False
    values |= {"file": name, "start": start, "end": end, "quote_start": low}
    values |= {"quote": text[low:high], "numeral": text[start:end]}
    try:
        read = read_place(text, start, end) | {"deadline": read_year(text, start)}
    except NumeralError:
        read = {}
    if values["value_min"] is not None:  # what a person wrote goes before what the text seems to say
        read["value_max"] = values["value_min"]
    for code, value in read.items():
        if row[code] == "":
            values[code] = int(str(value)) if code == "deadline" and value else value or values[code]
    if values["kind"] == "status":
        values["deadline"] = None
    values["section_zh"] = values["section_zh"] or _section(desk, name, start)
    proposal = Proposal(row, values, row["no"], "")
    for year in YEARS:
        _place_year(desk, proposal, year)
    return True


def _section(desk: Desk, name: str, start: int) -> str:
    """Return the section of the nearest proposal before a place, or after it where there is none."""
    held = [each for each in desk.review.originals["proposals"].values() if each["file"] == name]
    before = [each for each in held if each["start"] <= start]
    nearest = max(before, key=lambda each: each["start"]) if before else min(held, key=_start_of, default={})
    return str(nearest.get("section_zh") or "")


def _start_of(held: dict[str, Any]) -> int:
    return int(held["start"])


def _place_year(desk: Desk, proposal: Proposal, name: str) -> None:
    """Point at the place of a year that a person wrote; without a year there is no place."""
    values = proposal.values
    values |= {f"{name}_start": None, f"{name}_end": None}
    if values[name] is None:
        return
    try:
        place = find_year(desk.review.texts[values["file"]], int(values[name]), values["start"])
    except PlaceError:
        wanted = ("文件中出现的年份", "a year that stands in the document")
        advice = ("年份须有原文依据；没有就留空。", "A year needs its place in the text; else leave the cell empty.")
        desk.complain(proposal.row, name, str(values[name]), wanted, advice)
    else:
        values[f"{name}_start"], values[f"{name}_end"] = place


def _take_period(desk: Desk, proposal: Proposal) -> None:
    """Give an undated goal or funding the end of its document's period (codebook, Deadlines 3)."""
    values = proposal.values
    if values["deadline"] is None and values["kind"] in ("goal", "funding"):
        document = desk.additions.documents.get(values["file"], ("", ""))[0]
        ends = [each["period_end"] for each in desk.additions.cells("documents") if each["document_id"] == document]
        end = next(iter(ends), None)
        # What begins after the period of the document is not due within it.
        late = end is not None and values["start_year"] is not None and int(values["start_year"]) > int(end)
        values["deadline"] = None if late else end
        _place_year(desk, proposal, "deadline")


def _complain_place(desk: Desk, row: Row, error: PlaceError, text: str = "") -> None:
    """Report what does not stand in the text, or stands there several times, with the places to choose from."""
    if error.places:
        shown = [f"{place} ({''.join(passage(text, place, place, 12))})" for place in error.places[:6]]
        wanted = f"其中一处：{'；'.join(shown)}", f"one of {'; '.join(shown)}"
        advice = (
            "原句或数字不止一处；照抄更长的原句，或把起点写入本列。",
            "It stands at several places; copy a longer clause, or write one of these offsets here.",
        )
        desk.complain(row, "start", row["start"], wanted, advice)
    elif str(error) == "clause":
        wanted = ("文件中含该数字的原句", "a clause of the document that holds the number")
        desk.complain(row, "quote", row["quote"], wanted, COPY)
    else:
        wanted = ("原句中的数字", "a number of the clause")
        desk.complain(row, "numeral", row["numeral"], wanted, COPY)


def _complete(desk: Desk, proposal: Proposal) -> bool:
    """Report what an accepted proposal lacks; return whether it lacks nothing."""
    values, row, before = proposal.values, proposal.row, len(desk.problems)
    for code in ("indicator_id", "kind", "value_min", "value_max", "comparator", "period", "object_zh", "section_zh"):
        if values[code] in ("", None) and row[code] == "":
            desk.complain(
                row, code, "", ("一个值", "a value"), ("接受的行须填写。", "An accepted row needs it; fill it in.")
            )
    measure = _measures(desk).get(str(values["indicator_id"]), "")
    if measure and (measure in SCOPED_MEASURES) != bool(values["scope_id"]):
        wanted = ("范围", "a scope") if measure in SCOPED_MEASURES else ("空", "nothing")
        advice = (
            "比例、时长、比率须有范围，其他数量没有。",
            "Shares, durations and ratios have a scope, other amounts none.",
        )
        desk.complain(row, "scope_id", row["scope_id"], wanted, advice)
    if values["kind"] and (values["kind"] == "status") == bool(values["modality"]):
        wanted = ("空", "nothing") if values["modality"] else ("语气", "a modality")
        advice = ("现状没有语气，其他承诺须有。", "A status has no modality, any other commitment has one.")
        desk.complain(row, "modality", row["modality"], wanted, advice)
    low, high = values["value_min"], values["value_max"]
    if None not in (low, high) and (low < high) != (values["comparator"] == "range"):
        wanted = ("区间的下限小于上限，其他的两者相等", "below the upper value for a range, equal to it otherwise")
        advice = ("改正上下限或限定词。", "Correct the two values or the comparator.")
        desk.complain(row, "value_min", f"{plain(low)}–{plain(high)}", wanted, advice)
    return len(desk.problems) == before


def _measures(desk: Desk) -> dict[str, str]:
    known = desk.data.indicators.set_index("indicator_id")["measure"].to_dict()
    return known | {str(row["indicator_id"]): str(row["measure"]) for row in desk.additions.cells("indicators")}
