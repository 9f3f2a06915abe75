"""The settled reading of each target from its mentions, and the rules of the codebook between its columns."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from ..errors import Problem
from ..levels import LEVELS, level_interval
from ..number_values import QUANTIFIERS
from ..tables import Data
from .rows import as_written, rows, show

SCOPED_MEASURES = ("share", "duration", "ratio")
SETTLED_FIELDS = ("value_min", "value_max", "unit", "comparator", "level_zh")


def settle(data: Data) -> pd.DataFrame:
    """Return the settled reading of each target, computed from its mentions.

    The body goes before an annex, then the narrower level, then the dated place, then the earlier one; deadline and
    start year come from the first mention in this order that has one.

    Returns
    -------
    DataFrame
        Indexed by `target_id`: value_min, value_max, unit, comparator, level_zh, deadline, start_year, document_id.
    """
    mentions = data.mentions.assign(
        annex=data.mentions["section_zh"].str.startswith("附件"),
        width=data.mentions["level_zh"].map(_level_width),
        undated=data.mentions["deadline"].isna(),
    )
    ordered = mentions.sort_values(["target_id", "annex", "width", "undated", "start"])
    settled = ordered.drop_duplicates("target_id").set_index("target_id")
    years = ordered.groupby("target_id")[["deadline", "start_year"]].first()
    return settled[[*SETTLED_FIELDS, "document_id"]].join(years)


def _level_width(level_zh: str) -> int:
    low, high = level_interval(level_zh)
    return LEVELS.index(high) - LEVELS.index(low) if low else len(LEVELS)


def check_settled(data: Data) -> Iterator[Problem]:
    """Check that each target is the settled reading of its mentions."""
    settled = settle(data).to_dict("index")
    regions = data.documents.set_index("document_id")["region_id"]
    for line, row in rows(data, "targets"):
        if row.target_id not in settled:
            advice = "A commitment without a place in a text is no target."
            yield Problem("data/targets.csv", line, row.target_id, "no mention", "one at least", advice)
            continue
        for field, wanted in settled[row.target_id].items():
            coded = getattr(row, str(field))
            if not (pd.isna(coded) and pd.isna(wanted)) and as_written(coded) != as_written(wanted):
                advice = (
                    "A target is the settled reading of its mentions: body before annex, narrower level, dated place."
                )
                yield Problem("data/targets.csv", line, f"{row.target_id} {field}", show(coded), show(wanted), advice)
        wanted_levels = level_interval(row.level_zh)
        if (row.level_min, row.level_max) != wanted_levels:
            found, wanted = f'"{row.level_min}..{row.level_max}"', f'"{"..".join(wanted_levels)}"'
            advice = f"level_min and level_max follow from level_zh {row.level_zh or '(empty)'}."
            yield Problem("data/targets.csv", line, f"{row.target_id} level_min, level_max", found, wanted, advice)
        if regions[row.document_id] != row.region_id:
            found, wanted = f'"{row.region_id}"', f'"{regions[row.document_id]}"'
            yield Problem("data/targets.csv", line, f"{row.target_id} region_id", found, wanted, "See its document.")


def check_codebook(data: Data) -> Iterator[Problem]:
    """Check the rules of the codebook between the columns of a target, and that scopes nest without a circle."""
    measures = data.indicators.set_index("indicator_id")["measure"]
    numerals = data.mentions.groupby("target_id")["numeral"].agg(set)
    for line, row in rows(data, "targets"):
        words = bool(numerals.get(row.target_id, set()) & QUANTIFIERS.keys())
        scoped = measures[row.indicator_id] in SCOPED_MEASURES
        rules = {
            "basis": (row.basis == ("wording" if words else "numeral"), "wording exactly for quantifiers in words"),
            "value_max": (
                row.value_min < row.value_max if row.comparator == "range" else row.value_min == row.value_max,
                "above value_min for a range, equal to it otherwise",
            ),
            "modality": ((row.modality == "") == (row.kind == "status"), "empty for a status, and only there"),
            "deadline": (pd.isna(row.deadline) or row.kind != "status", "empty for a status"),
            "scope_id": ((row.scope_id != "") == scoped, "a scope for shares, durations and ratios, and only there"),
        }
        for column, (kept, wanted) in rules.items():
            if not kept:
                found = show(getattr(row, column))
                advice = "See data/codebook.md, What a mention says."
                yield Problem("data/targets.csv", line, f"{row.target_id} {column}", found, wanted, advice)
    parents = data.scope_parents.groupby("scope_id")["parent_id"].agg(list).to_dict()
    for line, row in rows(data, "scope_parents"):
        seen, todo = set(), [row.parent_id]
        while todo:
            seen.add(scope := todo.pop())
            todo += [parent for parent in parents.get(scope, []) if parent not in seen]
        if row.scope_id in seen:
            advice = "Say which scope is the wider one."
            yield Problem("data/scope_parents.csv", line, "parent_id", f'"{row.parent_id}"', "no circle", advice)
