"""The rules that decide whether two values may stand side by side, applied to pairs of targets without a loop.

They are those of data/codebook.md, "When may two values be compared". They stand in one table (`RULES`): a further
rule is one more entry.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

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
    for family in _FAMILIES:
        if unit in family and canonical in family:
            return family[unit] / family[canonical]
    return 1.0 if unit == canonical else np.nan


def _years_per_period(period: str) -> float:
    """Return the years that a period spans; NaN for an amount in total."""
    spans = {"per_year": 1.0, "per_half_year": 0.5}
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
        `yearly_max` (per year; NaN when the text gives no span), `derivation` (how the yearly value was derived).
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
    years = frame["period"].map({period: _years_per_period(period) for period in frame["period"].unique()})
    begin = frame["start_year"].where(frame["start_year"].notna(), frame["period_start"])
    span = (frame["deadline"] - begin + 1).astype(float)
    years = years.astype(float).where(frame["period"] != "total", span.where(span > 0))
    years = years.where(frame["measure"].isin(["count", "money", "duration"]))
    frame["yearly_min"], frame["yearly_max"] = frame["value_min"] / years, frame["value_max"] / years
    frame["years"] = years
    order = pd.Categorical(frame["region_id"], data.regions["region_id"])
    frame = frame.rename(columns={"unit": "published_unit", "unit_to": "unit"})
    return frame.assign(_region=order.codes).sort_values(["_region", "target_id"]).reset_index(drop=True)


@dataclass(frozen=True)
class Rule:
    """One reason why two values are unlike.

    `test` takes the left and the right targets, row by row, and the matrix of scopes that lie within others; it
    returns one boolean per pair. `field` is shown for both sides in the reason; empty shows none.
    """

    name: str
    hard: bool
    zh: str
    en: str
    field: str
    test: Callable[[pd.DataFrame, pd.DataFrame, np.ndarray], np.ndarray]


def _differs(field: str) -> Callable[[pd.DataFrame, pd.DataFrame, np.ndarray], np.ndarray]:
    return lambda a, b, within: a[field].to_numpy() != b[field].to_numpy()


def _both_dated(field: str) -> Callable[[pd.DataFrame, pd.DataFrame, np.ndarray], np.ndarray]:
    def test(a: pd.DataFrame, b: pd.DataFrame, within: np.ndarray) -> np.ndarray:
        left, right = a[field].to_numpy(float, na_value=np.nan), b[field].to_numpy(float, na_value=np.nan)
        return ~np.isnan(left) & ~np.isnan(right) & (left != right)

    return test


def _one_dated(field: str) -> Callable[[pd.DataFrame, pd.DataFrame, np.ndarray], np.ndarray]:
    return lambda a, b, within: a[field].isna().to_numpy() != b[field].isna().to_numpy()


def _status(a: pd.DataFrame, b: pd.DataFrame, within: np.ndarray) -> np.ndarray:
    return (a["kind"] == "status").to_numpy() != (b["kind"] == "status").to_numpy()


def _scope_nests(a: pd.DataFrame, b: pd.DataFrame, within: np.ndarray) -> np.ndarray:
    left, right = a["_scope"].to_numpy(), b["_scope"].to_numpy()
    return within[left, right] | within[right, left]


def _period_converts(a: pd.DataFrame, b: pd.DataFrame, within: np.ndarray) -> np.ndarray:
    known = a["years"].notna().to_numpy() & b["years"].notna().to_numpy()
    return _differs("period")(a, b, within) & known


def _amounts_in_all(a: pd.DataFrame, b: pd.DataFrame, within: np.ndarray) -> np.ndarray:
    """Tell counts and money that no head or school shares out: these grow with the size of the region."""
    return (a["measure"].isin(["count", "money"]) & (a["per_zh"] == "")).to_numpy()


RULES: tuple[Rule, ...] = (
    Rule("other_indicator", True, "指标不同", "different indicators", "", _differs("indicator_id")),
    Rule(
        "unit",
        True,
        "单位不可换算",
        "units do not convert",
        "published_unit",
        lambda a, b, within: a["value_min"].isna().to_numpy() | b["value_min"].isna().to_numpy(),
    ),
    Rule("status", True, "现状与承诺", "a status against a commitment", "kind", _status),
    Rule(
        "scope",
        True,
        "范围不同",
        "different populations",
        "scope_id",
        lambda a, b, within: _differs("scope_id")(a, b, within) & ~_scope_nests(a, b, within),
    ),
    Rule("per", True, "分摊单位不同", "shared out differently", "per_zh", _differs("per_zh")),
    Rule(
        "period",
        True,
        "周期不可换算",
        "periods do not convert",
        "period",
        lambda a, b, within: _differs("period")(a, b, within) & ~_period_converts(a, b, within),
    ),
    Rule(
        "admin_level_amount",
        True,
        "行政级别不同的总量",
        "totals of different administrative levels",
        "admin_level",
        lambda a, b, within: _differs("admin_level")(a, b, within) & _amounts_in_all(a, b, within),
    ),
    Rule("scope_nests", False, "范围有包含关系", "one population within the other", "scope_id", _scope_nests),
    Rule("period_converted", False, "周期已折算", "periods converted", "period", _period_converts),
    Rule(
        "kind",
        False,
        "类别不同",
        "different kinds",
        "kind",
        lambda a, b, within: _differs("kind")(a, b, within) & ~_status(a, b, within),
    ),
    Rule(
        "admin_level",
        False,
        "行政级别不同",
        "different administrative levels",
        "admin_level",
        lambda a, b, within: _differs("admin_level")(a, b, within) & ~_amounts_in_all(a, b, within),
    ),
    Rule("deadline", False, "期限不同", "different deadlines", "deadline", _both_dated("deadline")),
    Rule("deadline_undated", False, "一方未注明期限", "one without deadline", "deadline", _one_dated("deadline")),
    Rule("start_year", False, "起始年不同", "different start years", "start_year", _both_dated("start_year")),
    Rule("start_undated", False, "一方未注明起始年", "one without start year", "start_year", _one_dated("start_year")),
    Rule("comparator", False, "限定词不同", "different comparators", "comparator", _differs("comparator")),
    Rule(
        "level",
        False,
        "认定级别不同",
        "different levels of recognition",
        "level_zh",
        lambda a, b, within: _differs("level_min")(a, b, within) | _differs("level_max")(a, b, within),
    ),
    Rule("standard", False, "达标标准不同", "different standards", "standard_zh", _differs("standard_zh")),
    Rule("stage", False, "文件阶段不同", "documents at different stages", "stage", _differs("stage")),
    Rule("validity", False, "文件效力不同", "documents of different validity", "validity", _differs("validity")),
    Rule("modality", False, "语气不同", "verbs of different strength", "modality", _differs("modality")),
)
HARD = np.array([rule.hard for rule in RULES])
RULE_NAMES = tuple(rule.name for rule in RULES)


def with_scopes(data: Data, frame: pd.DataFrame) -> tuple[pd.DataFrame, np.ndarray]:
    """Add the number of each target's scope, and return the matrix that says which scope lies within which."""
    scopes = ["", *data.scopes["scope_id"]]
    number = {scope: place for place, scope in enumerate(scopes)}
    within = np.zeros((len(scopes), len(scopes)), dtype=bool)
    for scope, parent in data.scope_parents.itertuples(index=False):
        within[number[scope], number[parent]] = True
    for middle in range(len(scopes)):
        within |= np.outer(within[:, middle], within[middle, :])
    return frame.assign(_scope=frame["scope_id"].map(number).astype(int)), within


def judge(a: pd.DataFrame, b: pd.DataFrame, within: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Apply all rules to pairs of targets (row n of `a` with row n of `b`).

    Returns
    -------
    tuple of ndarray
        Booleans, pairs x `RULES`: which rule fired; and the verdict of each pair, as place in `VERDICTS`.
    """
    fired = np.column_stack([rule.test(a, b, within) for rule in RULES])
    verdict = np.where(fired[:, HARD].any(axis=1), 2, fired.any(axis=1).astype(int))
    return fired, verdict


def order_pairs(a: pd.DataFrame, b: pd.DataFrame) -> np.ndarray:
    """Order pairs by what would fulfil the promise, as places in `ORDERS`, seen from `a`.

    exact, at_least and about count with their value, a range with both its ends; at_most only against at_most, by
    the ceiling. Where the periods differ, values per year are ordered.
    """
    yearly = a["period"].to_numpy() != b["period"].to_numpy()
    ends = {
        (side, end): np.where(yearly, frame[f"yearly_{end}"].to_numpy(float), frame[f"value_{end}"].to_numpy(float))
        for side, frame in (("a", a), ("b", b))
        for end in ("min", "max")
    }
    low, high = ends["a", "min"] - ends["b", "min"], ends["a", "max"] - ends["b", "max"]
    scale = np.maximum(np.abs(ends["a", "max"]), np.abs(ends["b", "max"]))
    low, high = (np.where(np.abs(gap) <= 1e-9 * scale, 0, gap) for gap in (low, high))
    same_side = (a["comparator"] == "at_most").to_numpy() == (b["comparator"] == "at_most").to_numpy()
    conditions = [
        ~same_side | np.isnan(low) | np.isnan(high),
        (low == 0) & (high == 0),
        (low >= 0) & (high >= 0),
        (low <= 0) & (high <= 0),
    ]
    return np.select(conditions, [3, 2, 0, 1], default=3)
