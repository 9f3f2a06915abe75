"""What the review workbook is pre-filled with: indicator, scope, repeated commitments, words that speak of something.

All of it is a guess that a person confirms or changes; nothing here decides.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

import pandas as pd

from ..candidates.proposals import TWIN, left_out
from ..checks.accounting import find_terms
from ..checks.places import read_place
from ..checks.settled import SCOPED_MEASURES
from ..language import Language, pick
from ..number_values import NumeralError
from ..plain_text import plain
from ..tables import Data
from .reasons import in_english

MEASURES = {"%": "share", "元": "money", "比": "ratio", "倍": "ratio"}
DURATIONS = {"年", "个月", "月", "天", "周", "小时", "学时", "课时"}
# Below these the suggestion says to check, or to doubt.
SURE, LIKELY = 0.9, 0.6
_CELLS = re.compile(r"[\t\n]")


def prefill(data: Data, proposals: pd.DataFrame, texts: dict[str, str], lang: Language) -> list[dict[str, Any]]:
    """Return one dict per proposal with the cells of the sheet of proposals, in the order of the texts.

    Parameters
    ----------
    data
        Loaded data; indicators and scopes are guessed from it.
    proposals
        Rows as `propose` returns them.
    texts
        Name of the file to its frozen text.
    lang
        Language of the hints.

    Returns
    -------
    list of dict
        Fields of the proposal and `no`, `indicator_id`, `scope_id`, `same_as`, `suggestion`, `hint`.
    """
    order = {name: place for place, name in enumerate(texts)}
    ordered = proposals.assign(_order=proposals["file"].map(order)).sort_values(["_order", "start"], kind="stable")
    rows: list[dict[str, Any]] = []
    first: dict[tuple, str] = {}
    measures = data.indicators.set_index("indicator_id")["measure"].to_dict()
    for number, proposal in enumerate(ordered.to_dict("records"), start=1):
        row: dict[str, Any] = {name: "" if pd.isna(value) else value for name, value in proposal.items()}
        text = texts[row["file"]]
        row["no"] = f"p{number:03}"
        # Of a list (4所中职学校、12个专业群) each number has its own words.
        own = guess_indicator(data, row["object_zh"], len(row["object_zh"]), row["unit"])
        place = row["start"] - row["quote_start"]
        row["indicator_id"] = own or guess_indicator(data, row["quote"], place, row["unit"])
        scoped = measures.get(row["indicator_id"]) in SCOPED_MEASURES
        before = row["quote"][: row["start"] - row["quote_start"]]
        whole = before.rpartition("占")[2] if "占" in before else row["scope_zh"]
        row["scope_id"] = guess_scope(data, whole, row["quote"]) if scoped else ""
        row["level_zh"] = row["level"]
        # A cell of a table that holds a number alone, without a label, says not of what.
        named = row["quote"].replace(row["numeral"], "").replace(row["unit"], "").strip()
        # Of the cells of a row each has its own year.
        year = row["deadline"] if _CELLS.search(row["quote"]) else ""
        same = (row["file"], *(row[name] for name in ("value_min", "value_max", "unit", "period")))
        same = (*same, row["kind"] == "status", row["indicator_id"] or row["object_zh"] or named, year)
        row["same_as"] = first.get(same, "") if same[-2] else ""
        first.setdefault(same, row["no"])
        confidence = float(row["confidence"])
        row["suggestion"] = "accept" if confidence >= SURE else "check" if confidence >= LIKELY else "doubtful"
        unlike = _unlike(text, row)
        reason = pick(lang, str(row["reason"]), in_english(str(row["reason"])))
        row["hint"] = _other_way_round(row, lang) + _hint(reason, unlike, lang)
        rows.append(row)
    _join_twins(rows)
    return rows


def _join_twins(rows: list[dict[str, Any]]) -> None:
    """Make rows that have their deadline from another statement of their commitment the same as the first of them."""
    stated: dict[tuple, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        stated[tuple(row[name] for name in ("file", "value_min", "value_max", "unit", "deadline_start"))].append(row)
    for first, *others in stated.values():
        for row in others if any(TWIN in str(row["reason"]) for row in (first, *others)) else ():
            if not row["same_as"] and row["indicator_id"] in ("", first["indicator_id"]):
                row["same_as"] = first["same_as"] or first["no"]
                row["indicator_id"], row["scope_id"] = first["indicator_id"], first["scope_id"]


def _unlike(text: str, row: dict[str, Any]) -> dict[str, object]:
    """Return what `check` would read otherwise in the text: field -> its reading."""
    try:
        read = read_place(text, int(row["start"]), int(row["end"]))
    except NumeralError:
        return {"numeral": ""}
    return {field: value for field, value in read.items() if value != row[field]}


def _other_way_round(row: dict[str, Any], lang: Language) -> str:
    """Warn of a ratio whose first term is the larger (生师比18:1): beside one like 1:18 it is compared wrongly."""
    if row["unit"] != "比" or not 0 < row["value_max"] < 1:
        return ""
    value = f"{row['value_max']:.6g}"
    return pick(
        lang,
        f"比值为后项除以前项（{value}）；同一指标中写法相反的比值（如1:18与18:1）不可并列。",
        f"a ratio is its second term over the first ({value}); those of one indicator must be stated the same way "
        "round, not 1:18 beside 18:1. ",
    )


def _hint(reason: str, unlike: dict[str, object], lang: Language) -> str:
    if not unlike:
        return reason
    pairs = ", ".join(f"{field} = {value}" for field, value in unlike.items())
    words = pick(
        lang,
        f"检查程序的读数不同：{pairs}；若不采用，请填写理由",
        f"the check reads {pairs}; keep yours only with a reason",
    )
    return f"{words}. {reason}" if reason else words


def guess_indicator(data: Data, clause: str, place: int, unit: str) -> str:
    """Return the indicator whose terms the clause uses and whose measure fits the unit; `""` for none.

    The longest term wins, then the one nearest to the numeral at `place` of the clause.
    """
    measure = "duration" if unit in DURATIONS else MEASURES.get(unit, "count")
    best: tuple[tuple[int, int, int], str] = ((0, 0, 0), "")
    for row in data.indicators[data.indicators["measure"] == measure].itertuples():
        for start, end in find_terms(clause, str(row.terms_zh)):
            rank = (end - start, int(row.unit == unit), -min(abs(start - place), abs(end - place)))
            best = max(best, (rank, str(row.indicator_id)), key=lambda found: found[0])
    return best[1]


def guess_scope(data: Data, scope_zh: str, clause: str) -> str:
    """Return the scope that is called so, or whose longest name stands in the clause, in either script; else `""`."""
    names: dict[str, str] = {}
    scope_zh, clause = plain(scope_zh), plain(clause)
    for row in data.scopes.to_dict("records"):
        for name in (row["name_zh"], *str(row["aliases_zh"]).split("|")):
            if name:
                names.setdefault(plain(str(name)), str(row["scope_id"]))
    if scope_zh in names:
        return names[scope_zh]
    for words in (scope_zh, clause):
        found = [name for name in names if name in words]
        if found:
            return names[max(found, key=len)]
    return ""


def other_numerals(texts: dict[str, str]) -> list[dict[str, Any]]:
    """Return every numeral that is no proposal, with the program's reason: file, start, end, numeral, reason."""
    rows = []
    for name, text in texts.items():
        rows += [{"file": name, **row} for row in left_out(text).to_dict("records")]
    return rows


def words_found(data: Data, texts: dict[str, str]) -> list[dict[str, Any]]:
    """Return, per file and indicator, the first word that speaks of it: file, indicator_id, start, end."""
    found = []
    for name, text in texts.items():
        for row in data.indicators.itertuples():
            for start, end in find_terms(text, str(row.terms_zh))[:1]:
                found.append({"file": name, "indicator_id": str(row.indicator_id), "start": start, "end": end})
    return found


def context_rows(data: Data, name: str) -> list[dict[str, str]]:
    """Return the figures that the regions of the data have, still without a value for the newcomer."""
    kinds = data.context.drop_duplicates(["figure", "as_of"])
    shown = ["figure", "as_of", "unit", "definition", "revision"]
    return [{"file": name, **row, "status": "not_coded"} for row in kinds[shown].to_dict("records")]
