"""Compare targets with what the state or the province already demands (`data/mandates.csv`)."""

from __future__ import annotations

import numpy as np
import pandas as pd

from .rules import ORDERS, RULES, encode, fire, order_pairs, take, unit_factor, values, years_per_period
from .tables import Data

RELATIONS = {"higher": "above", "lower": "below", "equal": "equal", "unorderable": "unorderable"}
# A mandate binds every region alike, so only these can keep a target from being set beside it.
DECISIVE = ("unit", "scope", "per", "period")


def verified(data: Data) -> pd.DataFrame:
    """Return the mandates whose sentence was read in a published text, in the unit of their indicator.

    Returns
    -------
    DataFrame
        The columns of `mandates`; `value_min`, `value_max` in the indicator's unit, and per year as `yearly_min`,
        `yearly_max` (NaN without a period).
    """
    frame = data.mandates[data.mandates["status"] == "checked"].merge(
        data.indicators[["indicator_id", "measure", "unit"]], on="indicator_id", suffixes=("", "_to")
    )
    factor = [unit_factor(*pair) for pair in zip(frame["unit"], frame["unit_to"], strict=True)]
    years = frame["period"].map(years_per_period).astype(float)
    for end in ("min", "max"):
        frame[f"value_{end}"] = frame[f"value_{end}"].astype(float) * np.array(factor, dtype=float)
        frame[f"yearly_{end}"] = frame[f"value_{end}"] / years
    return frame.assign(published_unit=frame["unit"], unit=frame["unit_to"], years=years).drop(columns="unit_to")


def mandate_relations(data: Data) -> pd.DataFrame:
    """Say of each target whether it is above, equal to or below what a higher level demands already.

    Returns
    -------
    DataFrame
        One row per target and verified mandate on its indicator, and one per target without any: `target_id`,
        `region_id`, `indicator_id`, `mandate_id` (empty without one), `relation` (`above`, `equal`, `below` by the
        committed floor; `unorderable`; `not_comparable` when unit, population, bearer or period keep them apart;
        `without`), `rules` (names of the rules that fired, separated by `; `).
    """
    targets, mandates = values(data), verified(data)
    both = pd.concat(
        [targets, mandates.assign(kind="rule", per_zh="", scope_id=mandates["scope_id"])], ignore_index=True
    )
    text = [
        "level_min",
        "level_max",
        "stage",
        "validity",
        "modality",
        "admin_level",
        "standard_zh",
        "per_zh",
        "mandate_id",
    ]
    both[text] = both[text].fillna("")
    side, within = encode(data, both)
    rows = both.reset_index(names="place")
    left, right = rows[rows["mandate_id"] == ""], rows[rows["mandate_id"] != ""]
    pairs = left.merge(right, on="indicator_id", suffixes=("", "_m"))
    a, b = (take(side, pairs[column].to_numpy()) for column in ("place", "place_m"))
    fired = dict(zip([rule.name for rule in RULES], fire(a, b, within), strict=True))
    barred = np.logical_or.reduce([fired[name] for name in DECISIVE])
    orders = pd.Series(np.array(ORDERS)[order_pairs(a, b)]).map(RELATIONS)
    shown = ("scope", "scope_nests", "period", "period_converted", "deadline", "standard")
    found = pd.DataFrame(
        {
            "target_id": pairs["target_id"],
            "region_id": pairs["region_id"],
            "indicator_id": pairs["indicator_id"],
            "mandate_id": pairs["mandate_id_m"],
            "relation": orders.where(~barred, "not_comparable"),
            "rules": ["; ".join(name for name in shown if fired[name][row]) for row in range(len(pairs))],
        }
    )
    rest = targets[~targets["target_id"].isin(found["target_id"])]
    rest = rest[["target_id", "region_id", "indicator_id"]].assign(mandate_id="", relation="without", rules="")
    place = {target: number for number, target in enumerate(targets["target_id"])}
    result = pd.concat([found, rest], ignore_index=True)
    return result.sort_values("target_id", key=lambda ids: ids.map(place), kind="stable").reset_index(drop=True)
