"""The rules that decide whether two values may stand side by side, applied to pairs of targets without a loop.

They are those of data/codebook.md, "When may two values be compared". They stand in one table (`RULES`): a further
rule is one more entry. Targets are encoded once as arrays of small numbers (`encode`); every rule is one expression on
two such sides, row by row or, with shapes (n, 1) and (1, m), for all n x m pairs of a block.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from .plain_text import plain
from .tables import Data

VERDICTS = ("comparable", "comparable_with_notes", "not_comparable")
ORDERS = ("higher", "lower", "equal", "unorderable")

# Units that convert: factor to the first unit of the family. Measure words only shape a count, they do not scale it.
_FAMILIES: tuple[dict[str, float], ...] = (
    {"%": 1},
    {"元": 1, "万元": 1e4},
    {"个月": 1, "月": 1, "年": 12},
    {"人": 1, "名": 1, "位": 1},
    {"人次": 1},
    {"倍": 1},
    {"比": 1},
    dict.fromkeys(["个", "", "所", "家", "门", "部", "项", "市", "次", "种", "套", "本", "支", "处", "区", "县"], 1),
)


def unit_factor(unit: str, canonical: str) -> float:
    """Return the factor that converts `unit` to `canonical`; NaN when they do not convert."""
    # Traditional 個 is the unit 个.
    unit, canonical = plain(unit), plain(canonical)
    for family in _FAMILIES:
        if unit in family and canonical in family:
            return family[unit] / family[canonical]
    return 1.0 if unit == canonical else np.nan


def years_per_period(period: str) -> float:
    """Return the years that a period spans; NaN for an amount in total."""
    spans = {"per_year": 1.0, "per_half_year": 0.5, "per_quarter": 0.25, "per_month": 1 / 12}
    spans |= {"per_school_year": 1.0, "per_semester": 0.5, "per_2_months": 1 / 6}
    if period.startswith("per_") and period.endswith("_years"):
        return float(period.removeprefix("per_").removesuffix("_years"))
    return spans.get(period, np.nan)


def values(data: Data) -> pd.DataFrame:
    """Return each target with all that decides whether it may be compared, in the unit of its indicator.

    Returns
    -------
    DataFrame
        The columns of `targets`, and: `measure`, `admin_level`, `stage`, `validity`, `published_unit` (as the text has
        it), `value_min`, `value_max` (converted to the indicator's `unit`; NaN when it does not convert), `yearly_min`,
        `yearly_max` (per year; NaN when the text gives no span), `years` (of that span).
    """
    frame = (
        data.targets.merge(
            data.indicators[["indicator_id", "measure", "unit"]], on="indicator_id", suffixes=("", "_to")
        )
        .merge(data.regions[["region_id", "admin_level"]], on="region_id")
        .merge(data.documents[["document_id", "stage", "validity", "period_start", "period_end"]], on="document_id")
    )
    pairs = frame[["unit", "unit_to"]].drop_duplicates()
    factors = {pair: unit_factor(*pair) for pair in pairs.itertuples(index=False, name=None)}
    factor = pd.Series([factors[pair] for pair in zip(frame["unit"], frame["unit_to"], strict=True)], dtype=float)
    for column in ("value_min", "value_max"):
        frame[column] = frame[column].astype(float) * factor
    years = frame["period"].map({period: years_per_period(period) for period in frame["period"].unique()})
    begin = frame["start_year"].where(frame["start_year"].notna(), frame["period_start"])
    span = (frame["deadline"] - begin + 1).astype(float)
    years = years.astype(float).where(frame["period"] != "total", span.where(span > 0))
    years = years.where(frame["measure"].isin(["count", "money", "duration"]))
    frame["yearly_min"], frame["yearly_max"] = frame["value_min"] / years, frame["value_max"] / years
    frame["years"] = years
    order = pd.Categorical(frame["region_id"], data.regions["region_id"])
    frame = frame.rename(columns={"unit": "published_unit", "unit_to": "unit"})
    return frame.assign(_region=order.codes).sort_values(["_region", "target_id"]).reset_index(drop=True)


Side = dict[str, np.ndarray]
Test = Callable[[Side, Side, np.ndarray], np.ndarray]
CODED = (
    *("indicator_id", "kind", "per_zh", "period", "admin_level", "comparator", "level_min", "level_max", "standard_zh"),
    *("stage", "validity", "modality"),
)


def encode(data: Data, frame: pd.DataFrame) -> tuple[Side, np.ndarray]:
    """Encode targets for the rules.

    Parameters
    ----------
    data
        Loaded data, for the scopes.
    frame
        Rows of `values`.

    Returns
    -------
    tuple
        The side: one array per field, a row per target (equal numbers mean equal fields; years are 0 when there is
        none); and a boolean matrix that says which scope lies within which, by their numbers in `scope`.
    """
    side: Side = {field: pd.factorize(frame[field])[0].astype(np.int32) for field in CODED}
    for field in ("deadline", "start_year"):
        side[field] = frame[field].fillna(0).to_numpy(np.int16)
    scopes = {scope: place for place, scope in enumerate(["", *data.scopes["scope_id"]])}
    side["scope"] = frame["scope_id"].map(scopes).to_numpy(np.int32)
    side["is_status"] = (frame["kind"] == "status").to_numpy()
    side["is_ceiling"] = (frame["comparator"] == "at_most").to_numpy()
    side["unconvertible"] = frame["value_min"].isna().to_numpy()
    side["has_span"] = frame["years"].notna().to_numpy()
    # Counts and money that no head or school shares out grow with the size of the region.
    side["in_all"] = (frame["measure"].isin(["count", "money"]) & (frame["per_zh"] == "")).to_numpy()
    for field in ("value_min", "value_max", "yearly_min", "yearly_max"):
        side[field] = frame[field].to_numpy(float)
    within = np.zeros((len(scopes), len(scopes)), dtype=bool)
    for scope, parent in data.scope_parents[["scope_id", "parent_id"]].itertuples(index=False):
        within[scopes[scope], scopes[parent]] = True
    for middle in range(len(scopes)):
        within |= np.outer(within[:, middle], within[middle, :])
    return side, within


def take(side: Side, rows: np.ndarray, shape: tuple[int, ...] = (-1,)) -> Side:
    """Return the rows of a side, reshaped, as (-1, 1) for the rows of a block and (1, -1) for its columns."""
    return {field: array[rows].reshape(shape) for field, array in side.items()}


@dataclass(frozen=True)
class Rule:
    """One reason why two values are unlike.

    `test` takes two sides and the matrix of scopes that lie within others, and returns one boolean per pair. `field`
    is the column of `values` that is shown for both targets in the reason; empty shows none.
    """

    name: str
    hard: bool
    zh: str
    en: str
    field: str
    test: Test


def _differs(field: str) -> Test:
    return lambda a, b, within: a[field] != b[field]


def _both_dated(field: str) -> Test:
    return lambda a, b, within: (a[field] != b[field]) & (a[field] > 0) & (b[field] > 0)


def _one_dated(field: str) -> Test:
    return lambda a, b, within: (a[field] > 0) != (b[field] > 0)


def _scope_nests(a: Side, b: Side, within: np.ndarray) -> np.ndarray:
    return within[a["scope"], b["scope"]] | within[b["scope"], a["scope"]]


def _period_converts(a: Side, b: Side, within: np.ndarray) -> np.ndarray:
    return (a["period"] != b["period"]) & a["has_span"] & b["has_span"]


RULES: tuple[Rule, ...] = (
    Rule("other_indicator", True, "指标不同", "different indicators", "", _differs("indicator_id")),
    Rule(
        "unit",
        True,
        "单位不可换算",
        "units do not convert",
        "published_unit",
        lambda a, b, within: a["unconvertible"] | b["unconvertible"],
    ),
    Rule("status", True, "现状与承诺", "a status against a commitment", "kind", _differs("is_status")),
    Rule(
        "scope",
        True,
        "范围不同",
        "different populations",
        "scope_id",
        lambda a, b, within: (a["scope"] != b["scope"]) & ~_scope_nests(a, b, within),
    ),
    Rule("per", True, "分摊单位不同", "shared out differently", "per_zh", _differs("per_zh")),
    Rule(
        "period",
        True,
        "周期不可换算",
        "periods do not convert",
        "period",
        lambda a, b, within: (a["period"] != b["period"]) & ~_period_converts(a, b, within),
    ),
    Rule(
        "admin_level_amount",
        True,
        "行政级别不同的总量",
        "totals of different administrative levels",
        "admin_level",
        lambda a, b, within: (a["admin_level"] != b["admin_level"]) & a["in_all"] & b["in_all"],
    ),
    Rule("scope_nests", False, "范围有包含关系", "one population within the other", "scope_id", _scope_nests),
    Rule("period_converted", False, "周期已折算", "periods converted", "period", _period_converts),
    Rule(
        "kind",
        False,
        "类别不同",
        "different kinds",
        "kind",
        lambda a, b, within: (a["kind"] != b["kind"]) & (a["is_status"] == b["is_status"]),
    ),
    Rule(
        "admin_level",
        False,
        "行政级别不同",
        "different administrative levels",
        "admin_level",
        lambda a, b, within: (a["admin_level"] != b["admin_level"]) & ~(a["in_all"] & b["in_all"]),
    ),
    Rule("deadline", False, "期限不同", "different deadlines", "deadline", _both_dated("deadline")),
    # Two undated targets get the note as well: losing a deadline must never make a pair more comparable.
    Rule(
        "deadline_undated",
        False,
        "至少一方未注明期限",
        "one or both without deadline",
        "deadline",
        lambda a, b, within: (a["deadline"] == 0) | (b["deadline"] == 0),
    ),
    Rule("start_year", False, "起始年不同", "different start years", "start_year", _both_dated("start_year")),
    Rule("start_undated", False, "一方未注明起始年", "one without start year", "start_year", _one_dated("start_year")),
    Rule("comparator", False, "限定词不同", "different comparators", "comparator", _differs("comparator")),
    Rule(
        "level",
        False,
        "认定级别不同",
        "different levels of recognition",
        "level_zh",
        lambda a, b, within: (a["level_min"] != b["level_min"]) | (a["level_max"] != b["level_max"]),
    ),
    Rule("standard", False, "达标标准不同", "different standards", "standard_zh", _differs("standard_zh")),
    Rule("stage", False, "文件阶段不同", "documents at different stages", "stage", _differs("stage")),
    Rule("validity", False, "文件效力不同", "documents of different validity", "validity", _differs("validity")),
    Rule("modality", False, "语气不同", "verbs of different strength", "modality", _differs("modality")),
)
RULE_NAMES = tuple(rule.name for rule in RULES)


def fire(a: Side, b: Side, within: np.ndarray) -> list[np.ndarray]:
    """Apply all rules to pairs; one boolean array per rule of `RULES`, in the shape that the sides broadcast to."""
    return [np.asarray(rule.test(a, b, within)) for rule in RULES]


def judge(fired: list[np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """Return the verdict of each pair, as place in `VERDICTS`, and the number of its notes (soft rules that fired)."""
    hard = np.zeros(fired[0].shape, dtype=bool)
    notes = np.zeros(fired[0].shape, dtype=np.uint8)
    for rule, on in zip(RULES, fired, strict=True):
        if rule.hard:
            hard |= on
        else:
            notes += on
    return np.where(hard, 2, notes > 0).astype(np.uint8), notes


def order_pairs(a: Side, b: Side) -> np.ndarray:
    """Order pairs by what would fulfil the promise, as places in `ORDERS`, seen from `a`.

    exact, at_least and about count with their value, a range with both its ends; at_most only against at_most, by
    the ceiling. Where the periods differ, values per year are ordered.
    """
    yearly = a["period"] != b["period"]

    def end(side: Side, name: str) -> np.ndarray:
        return np.where(yearly, side[f"yearly_{name}"], side[f"value_{name}"])

    low, high = end(a, "min") - end(b, "min"), end(a, "max") - end(b, "max")
    scale = 1e-9 * np.maximum(np.abs(end(a, "max")), np.abs(end(b, "max")))
    low, high = (np.where(np.abs(gap) <= scale, 0, gap) for gap in (low, high))
    conditions = [
        (a["is_ceiling"] != b["is_ceiling"]) | np.isnan(low) | np.isnan(high),
        (low == 0) & (high == 0),
        (low >= 0) & (high >= 0),
        (low <= 0) & (high <= 0),
    ]
    return np.select(conditions, [3, 2, 0, 1], default=3).astype(np.uint8)
