"""Accepted proposals -> targets and mentions: those that state the same commitment are joined to one target."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterator
from typing import Any

import pandas as pd

from ..checks.places import read_place
from ..checks.settled import settle
from ..language import pick
from ..levels import level_interval
from ..number_values import QUANTIFIERS, NumeralError
from ..presentation import codes
from ..tables import Data
from .proposals import Proposal, plain
from .tables import Desk

# What a target takes from the row that its other rows point at, else from the first of them that says it.
SAID_ONCE = (
    *("kind", "period", "per_zh", "per_en", "scope_id", "standard_zh", "standard_en", "object_zh", "object_en"),
    *("modality", "responsible_zh", "note_zh", "note_en"),
)


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


def add_targets(desk: Desk, accepted: list[Proposal]) -> None:
    """Add a target per commitment and a mention per place; the target's values are settled from its mentions."""
    documents = desk.additions.documents
    accepted = [each for each in accepted if each.values["file"] in documents]  # a lost document is reported already
    regions = {region for _, region in documents.values()}
    targets = {region: _numbers(desk.data, "targets", region) for region in regions}
    mentions = {region: _numbers(desk.data, "mentions", region) for region in regions}
    for each in accepted:
        document, region = documents[each.values["file"]]
        each.values |= {"document_id": document, "mention_id": f"{region}-m{next(mentions[region]):03}"}
    for group in _groups(desk, accepted):
        if not _agree(desk, group):
            continue
        document, region = documents[group[0].values["file"]]
        target = {"target_id": f"{region}-t{next(targets[region]):02}", "region_id": region, "document_id": document}
        said = _said(group)
        for each in group:
            each.values["target_id"] = target["target_id"]
            _add_exceptions(desk, each, str(said["period"]))
        indicator = str(group[0].values["indicator_id"])
        words = any(each.values["numeral"] in QUANTIFIERS for each in group)
        derived = {"indicator_id": indicator, "basis": "wording" if words else "numeral"}
        derived["object_en"] = said["object_en"] or _english(desk, indicator)
        settled = _settle(desk.data, [each.values for each in group])
        levels = dict(zip(("level_min", "level_max"), level_interval(str(settled["level_zh"])), strict=True))
        desk.additions.add("targets", target | said | derived | settled | levels, group[0].row)
        desk.additions.ended.add((region, indicator))
    for each in accepted:
        desk.additions.add("mentions", each.values, each.row)


def _agree(desk: Desk, group: list[Proposal]) -> bool:
    """Report joined rows of several indicators or regions."""
    indicators = {str(each.values["indicator_id"]) for each in group}
    regions = {desk.additions.documents[each.values["file"]][1] for each in group}
    for column, found in (("indicator_id", indicators), ("same_as", regions)):
        if len(found) > 1:
            wanted = ("同一承诺只有一个", "one only for one commitment")
            advice = (
                "清空“同一承诺”一列，或改为同一指标。",
                "Clear the number of the same commitment, or give both rows one indicator.",
            )
            desk.complain(group[-1].row, column, ", ".join(sorted(found)), wanted, advice)
    return len(indicators) == len(regions) == 1


def _numbers(data: Data, table: str, region: str) -> Iterator[int]:
    """Count on from the highest number among a region's targets or mentions; from 1 for a new region."""
    numbers = data.table(table).iloc[:, 0].str.extract(rf"^{region}-[tm](\d+)$")[0].dropna()
    return itertools.count(1 + (int(numbers.astype(int).max()) if len(numbers) else 0))


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


def _add_exceptions(desk: Desk, proposal: Proposal, period: str) -> None:
    """Where a value differs from what the check reads in the text, keep the person's reason, or ask for it."""
    values, row = proposal.values, proposal.row
    try:
        read = read_place(desk.review.texts[values["file"]], *proposal.place)
    except NumeralError:
        wanted = ("完整的数字及其倍数、百分号", "the whole number with multiplier and percent sign")
        advice = (
            "照抄完整的数字；没有数字的说法（倍增、翻番）不能编码。",
            "Copy the whole number; words without a number (倍增, 翻番) cannot be coded.",
        )
        desk.complain(row, "numeral", values["numeral"], wanted, advice)
        return
    for code, wanted_value in read.items():
        coded = period if code == "period" else values[code]
        if plain(coded) == plain(wanted_value):
            continue
        if values["exception_zh"] and values["exception_en"]:
            reasons = {"reason_zh": values["exception_zh"], "reason_en": values["exception_en"]}
            cells = {"mention_id": values["mention_id"], "field": code, "coded": plain(coded), **reasons}
            desk.additions.add("exceptions", cells, row)
            continue
        words = codes(desk.data, code, desk.review.lang) if code in ("comparator", "period") else {}
        shown = words.get(plain(wanted_value), plain(wanted_value)) or pick(desk.review.lang, "空", "nothing")
        found = words.get(plain(coded), plain(coded))
        advice = (
            "改回原文的读数，或在最后两列用中、英文写明为何不同。",
            "Take the reading of the text, or say in the two columns of reasons why yours differs.",
        )
        desk.complain(row, code, found, (f"原文读作 {shown}", f"{shown}, as the text reads"), advice)
