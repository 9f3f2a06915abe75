"""Verdicts for very many regions, by blocks: counts over all pairs, and everybody against one region.

Pairs grow with the square of the regions, so for many of them nobody reads a list of all pairs.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from .errors import UnknownIdError
from .rules import ORDERS, RULE_NAMES, RULES, VERDICTS, encode, fire, judge, order_pairs, take, values
from .tables import Data

BLOCK_PAIRS = 2_000_000


def verdict_counts(data: Data) -> pd.DataFrame:
    """Count the verdicts of all pairs of targets of two regions on one indicator, and how often each rule fired.

    Returns
    -------
    DataFrame
        One row per indicator that holds a pair: `indicator_id`, `n_pairs`, one column per verdict and one per rule of
        `rules.RULES` (counts). Time grows with the square of the targets per indicator, memory does not.
    """
    frame = values(data)
    side, within = encode(data, frame)
    side["region"] = frame["_region"].to_numpy()
    rows = []
    for indicator, places in frame.groupby("indicator_id", sort=False).indices.items():
        counts = np.zeros(len(VERDICTS) + len(RULES), dtype=np.int64)
        height = max(1, BLOCK_PAIRS // len(places))
        for begin in range(0, len(places), height):
            # Rows are in the order of regions, so pairs below the diagonal stand in earlier blocks.
            a, b = take(side, places[begin : begin + height], (-1, 1)), take(side, places[begin:], (1, -1))
            wanted = a["region"] < b["region"]
            fired = fire(a, b, within)
            verdicts, _ = judge(fired)
            counts[: len(VERDICTS)] += np.bincount(verdicts[wanted], minlength=len(VERDICTS))
            counts[len(VERDICTS) :] += [np.count_nonzero(on & wanted) for on in fired]
        if counts[: len(VERDICTS)].any():
            rows.append((indicator, counts[: len(VERDICTS)].sum(), *counts))
    return pd.DataFrame(rows, columns=["indicator_id", "n_pairs", *VERDICTS, *RULE_NAMES])


def verdicts_against(data: Data, region_id: str) -> pd.DataFrame:
    """Judge the targets of all other regions against those of one region, without reasons in words.

    Returns
    -------
    DataFrame
        One row per pair on one indicator: `indicator_id`, `region_id` (the other one), `target_a` (of the region asked
        for), `target_b`, `verdict`, `n_notes`, `order` (seen from a).

    Raises
    ------
    UnknownIdError
        When there is no such region.
    """
    if region_id not in set(data.regions["region_id"]):
        raise UnknownIdError("verdicts_against", region_id, list(data.regions["region_id"]))
    frame = values(data)
    side, within = encode(data, frame)
    keyed = frame[["indicator_id", "region_id"]].reset_index(names="place")
    own, others = keyed[keyed["region_id"] == region_id], keyed[keyed["region_id"] != region_id]
    pairs = own.merge(others, on="indicator_id", suffixes=("_a", "_b"))
    left, right = pairs["place_a"].to_numpy(), pairs["place_b"].to_numpy()
    a, b = take(side, left), take(side, right)
    codes, notes = judge(fire(a, b, within))
    order = np.where(codes == VERDICTS.index("not_comparable"), ORDERS.index("unorderable"), order_pairs(a, b))
    return pd.DataFrame(
        {
            "indicator_id": pairs["indicator_id"],
            "region_id": pairs["region_id_b"],
            "target_a": frame["target_id"].to_numpy()[left],
            "target_b": frame["target_id"].to_numpy()[right],
            "verdict": np.array(VERDICTS)[codes],
            "n_notes": notes.astype(int),
            "order": np.array(ORDERS)[order],
        }
    )
