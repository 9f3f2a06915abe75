"""What the decisions of a person on proposals mean: accepted ones become targets and mentions, all others exclusions.

Order of the rows plays no part: everything is sorted by place in the text before it gets an id.
"""

from __future__ import annotations

import dataclasses
import math
from typing import Any

import pandas as pd

from .evidence import SCOPED_MEASURES, find_terms, settle
from .language import pick
from .numerals import QUANTIFIERS, NumeralError, level_interval, read_deadline
from .review_cells import read_cell
from .review_columns import VALUES
from .review_reading import Review, Row
from .review_tables import Additions, Desk, matched_rows, open_desk, read_plain_sheets
from .tables import Data
from .text_places import (
    PlaceError,
    digit_runs,
    find_numeral,
    find_year,
    move_clause,
    move_numeral,
    passage,
    read_place,
)

YEARS = ("deadline", "start_year")
# What a target takes from the row that its other rows point at, else from the first of them that says it.
SAID_ONCE = (
    *("kind", "period", "per_zh", "per_en", "scope_id", "standard_zh", "standard_en", "object_zh", "object_en"),
    *("modality", "responsible_zh", "note_zh", "note_en"),
)
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


def decide(review: Review, data: Data) -> Desk:
    """Turn a review workbook into rows of tables.

    Parameters
    ----------
    review
        The workbook as read.
    data
        The data to which its rows shall be added.

    Returns
    -------
    Desk
        `additions` and all `problems`; with problems the additions are not complete.
    """
    desk = open_desk(review, data)
    read_plain_sheets(desk)
    accepted, rejected = _read_proposals(desk)
    _add_targets(desk, accepted)
    _add_exclusions(desk, accepted, rejected)
    _add_silences(desk)
    return desk


def _read_proposals(desk: Desk) -> tuple[list[Proposal], list[Proposal]]:
    """Return accepted and rejected proposals, in the order of files and places."""
    accepted, rejected = [], []
    for row, held in matched_rows(desk, "proposals"):
        values = desk.values(row)
        decision = values["decision"]
        if held is None:
            values = _located(desk, row, values)
        else:
            values |= {name: _same_type(held[name]) for name in ("file", "start", "end")}
        if values is None or not decision:
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
        if _complete(desk, proposal):
            accepted.append(proposal)
    order = {name: place for place, name in enumerate(desk.review.texts)}
    for found in (accepted, rejected):
        found.sort(key=lambda proposal: (order[proposal.values["file"]], *proposal.place))
    return accepted, rejected


def _same_type(value: Any) -> Any:
    return value if isinstance(value, str) else int(value)


def _take_changes(desk: Desk, proposal: Proposal, held: dict[str, Any]) -> bool:
    """Find what a person changed in a row, and the places that move with it; return whether anything was changed."""
    values, text = proposal.values, desk.review.texts[proposal.values["file"]]
    columns = {column.code: column for column in desk.review.columns["proposals"]}
    before = {}
    for code in EDITABLE:
        shown = "" if held[code] is None else str(held[code])
        before[code], _ = read_cell(shown.strip(), columns[code], desk.known, desk.review.lang)
    changed = {code for code in EDITABLE if _plain(values[code]) != _plain(before[code])}
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


def _plain(value: Any) -> str:
    return f"{value:.15g}" if isinstance(value, int | float) else str(value or "")


def _located(desk: Desk, row: Row, values: dict[str, Any]) -> dict[str, Any] | None:
    """Return the values of a row that a person added, placed in the text, with what is empty read there."""
    texts = desk.review.texts
    name = row["file"] or (next(iter(texts)) if len(texts) == 1 else "")
    if name not in texts:
        wanted = (", ".join(texts),) * 2
        desk.complain(row, "file", name, wanted, ("写明出自哪份文件。", "Say which document it is from."))
        return None
    missing = [code for code in ("numeral", "quote") if not row[code]]
    for code in missing:
        wanted = ("照抄原文", "as it stands in the document")
        advice = ("照抄含这个数字的原句，以及数字本身。", "Copy the clause with the number, and the number itself.")
        desk.complain(row, code, "", wanted, advice)
    if missing:
        return None
    text = texts[name]
    try:
        start, end, low, high = find_numeral(text, row["quote"], row["numeral"], values["start"])
    except PlaceError as error:
        _complain_place(desk, row, error, text)
        return None
    found = {"file": name, "start": start, "end": end, "quote_start": low, "quote": text[low:high]}
    values = values | found | {"numeral": text[start:end]}
    try:
        read = read_place(text, start, end) | {"deadline": read_deadline(text, start)}
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
    return values


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


def _complain_place(desk: Desk, row: Row, error: PlaceError, text: str = "") -> None:
    code = "quote" if str(error) == "clause" else "numeral"
    if error.places:
        shown = [f"{place} ({''.join(passage(text, place, place, 12))})" for place in error.places[:6]]
        wanted = (f"其中一处：{'；'.join(shown)}",), (f"one of the places: {'; '.join(shown)}",)
        advice = (
            "原句或数字不止一处；写长一些的原句，或把起点写入“数字起点”列。",
            "It stands at several places; copy a longer clause, or write the offset into the column of starts.",
        )
        desk.complain(row, "start", row["start"], (wanted[0][0], wanted[1][0]), advice)
        return
    wanted_words = {
        "quote": ("文件中的原句，含该数字", "a clause of the document that holds the number"),
        "numeral": ("原句中的数字", "a numeral of the clause"),
    }[code]
    desk.complain(row, code, row[code], wanted_words, ("照抄原文。", "Copy it as it stands in the document."))


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
        desk.complain(row, "value_min", f"{_plain(low)}–{_plain(high)}", wanted, advice)
    return len(desk.problems) == before


def _measures(desk: Desk) -> dict[str, str]:
    known = desk.data.indicators.set_index("indicator_id")["measure"].to_dict()
    return known | {str(row["indicator_id"]): str(row["measure"]) for row in desk.additions.cells("indicators")}


def _groups(desk: Desk, accepted: list[Proposal]) -> list[list[Proposal]]:
    """Join the proposals that state the same commitment, however they point at each other."""
    numbers = {str(held["no"]) for held in desk.review.originals["proposals"].values()}
    numbers |= {proposal.number for proposal in accepted if proposal.number}
    leader = {number: number for number in numbers}

    def lead(number: str) -> str:
        while leader[number] != number:
            number = leader[number]
        return number

    for proposal in accepted:
        if proposal.same_as and proposal.same_as not in numbers:
            wanted = ("“提议”表中的一个编号", "a number of the sheet of proposals")
            advice = ("改正编号；不与别行相同就清空。", "Correct it; clear it where no other row says the same.")
            desk.complain(proposal.row, "same_as", proposal.same_as, wanted, advice)
        elif proposal.same_as and proposal.number:
            leader[lead(proposal.number)] = lead(proposal.same_as)
    groups: dict[str, list[Proposal]] = {}
    for place, proposal in enumerate(accepted):
        known = proposal.number or (proposal.same_as if proposal.same_as in numbers else "")
        groups.setdefault(lead(known) if known else f"row {place}", []).append(proposal)
    return list(groups.values())


def _add_targets(desk: Desk, accepted: list[Proposal]) -> None:
    """Add a target per commitment and a mention per place; the target's values are settled from its mentions."""
    counts: dict[str, list[int]] = {}
    for group in _groups(desk, accepted):
        documents = [desk.additions.documents.get(each.values["file"]) for each in group]
        if None in documents:
            continue  # the document itself is reported
        document, region = documents[0]  # type: ignore[misc]
        for column in ("indicator_id", "region"):
            found = {str(each.values.get(column, "")) for each in group}
            if column == "region":
                found = {place[1] for place in documents if place}
            if len(found) > 1:
                wanted = ("同一承诺只有一个", "one only for the same commitment")
                advice = (
                    "清空“同一承诺”，或改为同一指标。",
                    "Clear the number of the same commitment, or give both rows one indicator.",
                )
                shown = "indicator_id" if column == "indicator_id" else "same_as"
                desk.complain(group[-1].row, shown, ", ".join(sorted(found)), wanted, advice)
        tally = counts.setdefault(region, [_highest(desk.data, "targets", region), _highest(desk.data, "mentions", region)])
        tally[0] += 1
        target = f"{region}-t{tally[0]:02}"
        said = _said(group)
        words = any(each.values["numeral"] in QUANTIFIERS for each in group)
        values = {
            **{"target_id": target, "region_id": region, "document_id": document},
            **{"indicator_id": group[0].values["indicator_id"], "basis": "wording" if words else "numeral"},
            **said,
        }
        values["object_en"] = values["object_en"] or _english(desk, str(values["indicator_id"]))
        mentions = []
        for each, place in zip(group, documents, strict=True):
            tally[1] += 1
            mention = {"mention_id": f"{region}-m{tally[1]:03}", "target_id": target, "document_id": place[0]}  # type: ignore[index]
            mentions.append(each.values | mention)
            desk.additions.add("mentions", each.values | mention, each.row)
            _add_exceptions(desk, each, mention["mention_id"], str(said["period"]))
        settled = _settle(desk.data, mentions)
        low, high = level_interval(str(settled["level_zh"]))
        desk.additions.add("targets", values | settled | {"level_min": low, "level_max": high}, group[0].row)
        desk.additions.ended.add((region, str(values["indicator_id"])))


def _highest(data: Data, table: str, region: str) -> int:
    """Return the highest number among a region's targets or mentions; 0 for a new region."""
    ids = data.table(table).iloc[:, 0].astype("str")
    numbers = ids.str.extract(rf"^{region}-[tm](\d+)$")[0].dropna()
    return int(numbers.astype(int).max()) if len(numbers) else 0


def _said(group: list[Proposal]) -> dict[str, Any]:
    """Return what a target says once: as its first row that points nowhere says, else as the first that says it."""
    heads = [each for each in group if not each.same_as or each.same_as == each.number]
    ordered = [*heads, *[each for each in group if each not in heads]]
    return {
        code: next((each.values[code] for each in ordered if each.values[code]), ordered[0].values[code])
        for code in SAID_ONCE
    }


def _english(desk: Desk, indicator: str) -> str:
    known = desk.data.indicators.set_index("indicator_id")["name_en"].to_dict()
    known |= {str(row["indicator_id"]): row["name_en"] for row in desk.additions.cells("indicators")}
    return str(known.get(indicator, ""))


def _settle(data: Data, mentions: list[dict[str, Any]]) -> dict[str, Any]:
    frame = pd.DataFrame(mentions).reindex(columns=data.mentions.columns).astype(data.mentions.dtypes.to_dict())
    settled = settle(dataclasses.replace(data, mentions=frame)).iloc[0].to_dict()
    return {str(name): None if pd.isna(value) else value for name, value in settled.items()}


def _add_exceptions(desk: Desk, proposal: Proposal, mention: str, period: str) -> None:
    """Where a value differs from what the check reads in the text, keep the person's reason, or ask for it."""
    values, row = proposal.values, proposal.row
    try:
        read = read_place(desk.review.texts[values["file"]], *proposal.place)
    except NumeralError:
        wanted = ("完整的数字及其倍数、百分号", "the whole number with multiplier and percent sign")
        desk.complain(row, "numeral", values["numeral"], wanted, ("照抄完整的数字。", "Copy the whole number."))
        return
    for code, wanted_value in read.items():
        coded = period if code == "period" else values[code]
        if _plain(coded) == _plain(wanted_value):
            continue
        if values["exception_zh"] and values["exception_en"]:
            reasons = {"reason_zh": values["exception_zh"], "reason_en": values["exception_en"]}
            cells = {"mention_id": mention, "field": code, "coded": _plain(coded), **reasons}
            desk.additions.add("exceptions", cells, row)
            continue
        shown = _plain(wanted_value) or pick(desk.review.lang, "空", "nothing")
        advice = (
            "改回原文的读数，或在最后两列用中、英文写明为何不同。",
            "Take the reading of the text, or say in the two columns of reasons why yours differs.",
        )
        desk.complain(row, code, _plain(coded), (f"原文读作 {shown}", f"{shown}, as the text reads"), advice)


def _add_exclusions(desk: Desk, accepted: list[Proposal], rejected: list[Proposal]) -> None:
    """Give every digit that no mention holds its reason; report the digits that nobody explains."""
    texts, documents = desk.review.texts, desk.additions.documents
    held = {name: {place for each in accepted if each.values["file"] == name for place in range(*each.place)} for name in texts}
    reasons: list[tuple[Row, str, tuple[int, int], str]] = [
        (each.row, each.values["file"], each.place, str(each.values["reject_reason"])) for each in rejected
    ]
    for row, first in matched_rows(desk, "other_numerals"):
        if first is None:
            advice = ("漏掉的承诺请加到“提议”表。", "Add a missed commitment on the sheet of proposals.")
            desk.complain(row, "no", row["no"], ("程序写出的行", "rows as written"), advice)
            continue
        reason = str(desk.values(row)["reason"])
        reasons.append((row, str(first["file"]), (int(first["start"]), int(first["end"])), reason))
    for row, name, (low, high), reason in sorted(reasons, key=lambda each: (list(texts).index(each[1]), each[2])):
        free = [place for run in digit_runs(texts[name], low, high) for place in range(*run) if place not in held[name]]
        for start, end in _runs(free):
            held[name] |= set(range(start, end))
            cells = {"document_id": documents.get(name, ("",))[0], "start": start, "end": end}
            desk.additions.add("exclusions", {**cells, "numeral": texts[name][start:end], "reason": reason}, row)
    _report_unexplained(desk, held)


def _report_unexplained(desk: Desk, held: dict[str, set[int]]) -> None:
    """Report digits of a text that are in no row, where rows were not lost or left undecided already."""
    if desk.problems:
        return
    for name, text in desk.review.texts.items():
        free = [place for run in digit_runs(text, 0, len(text)) for place in range(*run) if place not in held[name]]
        for start, end in _runs(free):
            lang = desk.review.lang
            found = "{}【{}】{}".format(*passage(text, start, end, 12))
            wanted = pick(lang, "一条提议或一个排除理由", "a proposal, or a reason to exclude it")
            advice = pick(lang, "在“提议”表加一行。", "Add a row on the sheet of proposals.")
            desk.problems.append(desk.review.problem("other_numerals", None, f"{name} {start}", found, wanted, advice))


def _runs(places: list[int]) -> list[tuple[int, int]]:
    """Return the stretches (start, end) of neighbouring places."""
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and runs[-1][1] == place:
            runs[-1] = runs[-1][0], place + 1
        else:
            runs.append((place, place + 1))
    return runs


def _add_silences(desk: Desk) -> None:
    """State why a region has no target on an indicator whose words its documents use."""
    data, additions = desk.data, desk.additions
    regions = {name: region for name, (_, region) in additions.documents.items()}
    answers: dict[tuple[str, str], tuple[Row, dict[str, Any]]] = {}
    for row, first in matched_rows(desk, "silences"):
        region = row["region_id"] or regions.get(str(first["file"]) if first else row["file"], "")
        region = region or (next(iter(set(regions.values()))) if len(set(regions.values())) == 1 else "")
        indicator = str(first["indicator_id"]) if first else str(desk.values(row, required=False)["indicator_id"])
        answers.setdefault((region, indicator), (row, desk.values(row)))
    stated = set(zip(data.targets["region_id"], data.targets["indicator_id"], strict=True)) | additions.ended
    explained = set(zip(data.silences["region_id"], data.silences["indicator_id"], strict=True))
    for (region, indicator), (document, place, word) in _words(desk).items():
        if (region, indicator) in stated | explained:
            continue
        if (region, indicator) not in answers:
            title = desk.review.titles.get("silences", "silences")
            lang = desk.review.lang
            advice = pick(
                lang,
                f"在该表加一行：地区编号 {region}，指标 {indicator}，并选理由。",
                f"Add a row there: region id {region}, indicator {indicator}, and a reason.",
            )
            found = pick(lang, f"{document} 用到“{word}”", f'"{word}" in {document}')
            wanted = pick(lang, "一项承诺，或没有承诺的理由", "a target, or the reason why there is none")
            desk.problems.append(desk.review.problem("silences", None, title, found, wanted, advice))
            continue
        row, values = answers.pop((region, indicator))
        cells = {**values, "region_id": region, "indicator_id": indicator, "document_id": document}
        additions.add("silences", cells | {"start": place[0], "end": place[1]}, row)
    for (region, indicator), (row, values) in answers.items():
        if not row["key"] and (region, indicator) not in stated | explained and values["reason"]:
            additions.add("silences", {**values, "region_id": region, "indicator_id": indicator}, row)


def _words(desk: Desk) -> dict[tuple[str, str], tuple[str, tuple[int, int], str]]:
    """Return, per region and indicator, the first word in its documents: document, place, word.

    All indicators in the new documents, new indicators in the old ones too.
    """
    terms = dict(zip(desk.data.indicators["indicator_id"], desk.data.indicators["terms_zh"], strict=True))
    new = {str(row["indicator_id"]): str(row["terms_zh"]) for row in desk.additions.cells("indicators")}
    old = desk.data.documents.set_index("document_id")["region_id"].to_dict()
    regions = {document: region for document, region in desk.additions.documents.values()}
    found: dict[tuple[str, str], tuple[str, tuple[int, int], str]] = {}
    searched = [(document, regions[document], text, terms | new) for document, text in desk.additions.texts.items() if document in regions]
    searched += [(str(document), str(region), desk.data.texts[str(document)], new) for document, region in old.items()]
    for document, region, text, wanted in searched:
        for indicator, words in wanted.items():
            place = next(iter(find_terms(text, words)), None) if words else None
            if place:
                found.setdefault((region, indicator), (document, place, text[slice(*place)]))
    return found


def summary(additions: Additions) -> pd.DataFrame:
    """Return how many rows a workbook adds to each table: `table`, `rows`."""
    rows = [(table, len(added)) for table, added in additions.rows.items() if added]
    return pd.DataFrame(rows, columns=["table", "rows"])


def finite(value: Any) -> bool:
    """Tell whether a value is there at all."""
    return value not in ("", None) and not (isinstance(value, float) and math.isnan(value))
