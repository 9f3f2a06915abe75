"""Normalise values by a published figure, and order commitments without hiding what cannot be ordered."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from .comparison import compare, verdicts
from .errors import ComparisonError
from .language import Language, number, pick, resolve
from .rules import ORDERS, encode, order_pairs, take, unit_factor, values
from .tables import Data

AMOUNTS = ("count", "money")


@dataclass(frozen=True)
class Normaliser:
    """A way to make totals of unlike regions comparable: which figure of `context.csv`, how many of it are one unit."""

    figure: str
    size: float
    zh: str
    en: str
    measures: tuple[str, ...]


NORMALISERS = {
    "million_residents": Normaliser("population", 1e6, "每百万常住人口", "per million residents", AMOUNTS),
    "gdp": Normaliser("gdp", 1e2, "占地区生产总值的百分比", "% of gross domestic product", ("money",)),
}
VINTAGE = ("as_of", "definition", "revision")


def normalisers(data: Data) -> dict[str, Normaliser]:
    """Return the ways to normalise: those above, and the share of each other total that `context.csv` names."""
    known = {chosen.figure for chosen in NORMALISERS.values()}
    totals = [figure for figure in data.context["figure"].unique() if figure not in known]
    return NORMALISERS | {
        figure: Normaliser(figure, 1e2, f"占{figure}的百分比", f"% of {figure}", AMOUNTS) for figure in totals
    }


def context_figures(data: Data, figure: str, regions: pd.Series) -> pd.DataFrame:
    """Return one published figure for the regions named that have it, indexed by region, all of one vintage.

    Parameters
    ----------
    data
        Loaded data.
    figure
        A value of `context.figure`.
    regions
        Ids of the regions that are compared.

    Returns
    -------
    DataFrame
        Indexed by `region_id`: value, unit, as_of, definition, revision, source, status. Regions whose figure is not
        coded or `unverified` are left out.

    Raises
    ------
    ComparisonError
        When two regions have figures of different date, definition or revision; names both.
    """
    rows = data.context[(data.context["figure"] == figure) & data.context["region_id"].isin(regions)]
    rows = rows[rows["value"].notna() & ~rows["status"].isin(["unverified", "not_coded"])]
    vintages = rows.drop_duplicates(list(VINTAGE))
    if len(vintages) > 1:
        words = [
            f"{row['region_id']} ({', '.join(str(row[name]) for name in VINTAGE)})"
            for _, row in vintages.head(2).iterrows()
        ]
        raise ComparisonError(
            f"context_figures: {figure} of {words[0]} and of {words[1]} are of different vintages. "
            "Code figures of one date, definition and revision in data/context.csv."
        )
    return rows.set_index("region_id")


def normalise(data: Data, indicator_id: str, by: str = "million_residents", lang: str | None = None) -> pd.DataFrame:
    """Divide what regions commit on one indicator by a published figure; the original stays beside.

    Parameters
    ----------
    data
        Loaded data.
    indicator_id
        An indicator of counts or money (money only for `gdp`).
    by
        `million_residents`, `gdp`, or another total of `context.csv` in the unit of the indicator: its share in %.
    lang
        `zh` or `en`; the default language without it.

    Returns
    -------
    DataFrame
        One row per target: `region_id`, `region`, `target_id`, `amount` (as committed), `normalised_min`,
        `normalised_max` (by the normaliser; NaN without a verified figure), `yearly` (boolean: all values were
        converted per year first, since their periods differ), `derivation` (how, in words), `as_of`, `source` of the
        figure.

    Raises
    ------
    UnknownIdError
        When there is no such indicator.
    ComparisonError
        When the indicator is no amount, `by` is unknown or in another unit, or the figures are of different vintages.
    """
    language = resolve(lang)
    compared = compare(data, indicator_id, language)
    measure, unit = data.indicators.set_index("indicator_id").loc[indicator_id, ["measure", "unit"]]
    known = normalisers(data)
    chosen = known.get(by)
    if chosen is None or measure not in chosen.measures:
        allowed = [name for name, chosen in known.items() if measure in chosen.measures]
        wanted = f"one of {', '.join(allowed)}" if allowed else "an indicator of counts or money"
        raise ComparisonError(f"normalise: found {by} for {indicator_id}, a {measure}; wanted {wanted}.")
    stated = compared[compared["status"] == "stated"].reset_index(drop=True)
    figures = context_figures(data, chosen.figure, stated["region_id"])
    if by not in NORMALISERS and np.isnan([unit_factor(total, unit) for total in figures["unit"]]).any():
        raise ComparisonError(f"normalise: {by} is in {figures['unit'].iloc[0]}, but {indicator_id} is in {unit}.")
    # As in the figures: per year only when periods differ and all of them convert, never a mixture.
    yearly = stated["yearly_min"].notna() & (stated["period"].nunique() > 1 and stated["yearly_min"].notna().all())
    divisor = stated["region_id"].map(figures["value"].astype(float)) / chosen.size
    result = stated[["region_id", "region", "target_id", "amount"]].assign(yearly=yearly)
    for end in ("min", "max"):
        base = stated[f"yearly_{end}"].where(yearly, stated[f"value_{end}"]).astype(float)
        result[f"normalised_{end}"] = base / divisor
    result["derivation"] = [_derivation(row, figures, chosen, language) for row in result.itertuples()]
    for column in ("as_of", "source"):
        result[column] = result["region_id"].map(figures[column]).fillna("")
    return result


def _derivation(row: object, figures: pd.DataFrame, chosen: Normaliser, lang: Language) -> str:
    region, yearly = row.region_id, row.yearly  # type: ignore[attr-defined]
    if region not in figures.index:
        return pick(lang, "没有核实的背景数据", "no verified figure")
    value = number(float(figures.loc[region, "value"]), lang)
    basis = pick(lang, "折合每年后" if yearly else "", "per year, " if yearly else "")
    as_of = figures.loc[region, "as_of"]
    return pick(lang, f"{basis}除以{value}（{as_of}），{chosen.zh}", f"{basis}over {value} ({as_of}), {chosen.en}")


def order(data: Data, indicator_id: str | None = None, by: str = "million_residents") -> pd.DataFrame:
    """Order every pair of targets of two regions, as committed and normalised; say what cannot be ordered and why.

    Parameters
    ----------
    data
        Loaded data.
    indicator_id
        The indicator; all of them when None.
    by
        The normaliser for counts and money that are not shared out, as in `normalise`; money only for `gdp`.

    Returns
    -------
    DataFrame
        The columns of `verdicts`, and: `order_normalised` (`higher`, `lower`, `equal`, `unorderable`; empty for
        measures that need no normalising), `reversed` (boolean: normalising turns the order round), `unordered_zh`
        and `unordered_en` (why a pair cannot be ordered; empty when it can). A pair that only the administrative
        level keeps apart has no order as committed, and has one normalised.

    Raises
    ------
    UnknownIdError
        When there is no such indicator.
    ComparisonError
        When the normaliser is unknown or its figures are of different vintages.
    """
    if by not in normalisers(data):
        raise ComparisonError(f"order: found {by}; wanted one of {', '.join(normalisers(data))}.")
    judged = verdicts(data, indicator_id)
    normalised = _normalised_order(data, judged, by)
    turned = {("higher", "lower"), ("lower", "higher")}
    pairs = list(zip(judged["order"], normalised, strict=True))
    result = judged.assign(order_normalised=normalised, reversed=[pair in turned for pair in pairs])
    why = {
        "zh": ("依规则不可比", "区间重叠，或上限与下限相对"),
        "en": ("not comparable by its rules", "the ranges overlap, or a ceiling stands against a floor"),
    }
    for lang, (barred, overlapping) in why.items():
        reason = np.where(judged["verdict"] == "not_comparable", barred, overlapping)
        result[f"unordered_{lang}"] = np.where(judged["order"] == "unorderable", reason, "")
    return result


def _normalised_order(data: Data, judged: pd.DataFrame, by: str) -> list[str]:
    """Return the order of each pair after normalising; empty where nothing is to be normalised."""
    frame = values(data)
    chosen = normalisers(data)[by]
    amounts = frame["measure"].isin(chosen.measures) & (frame["per_zh"] == "")
    figures = context_figures(data, chosen.figure, frame.loc[amounts, "region_id"])
    if by not in NORMALISERS:
        total = figures["unit"].iloc[0] if len(figures) else ""
        amounts &= frame["unit"].map(lambda unit: not np.isnan(unit_factor(total, unit)))
    divisor = frame["region_id"].map(figures["value"].astype(float)) / chosen.size
    for column in ("value_min", "value_max", "yearly_min", "yearly_max"):
        frame[column] = frame[column] / divisor
    side, _ = encode(data, frame)
    place = pd.Series(frame.index, index=frame["target_id"])
    left, right = (place[judged[name]].to_numpy() for name in ("target_a", "target_b"))
    # Only the administrative level may keep a pair apart: that is what normalising mends.
    others = judged["rules"].str.split("; ").map(lambda rules: bool({*rules} & _UNMENDED))
    orders = np.array(ORDERS)[order_pairs(take(side, left), take(side, right))]
    orders = np.where(others, "unorderable", orders)
    return list(np.where(amounts.to_numpy()[left] & amounts.to_numpy()[right], orders, ""))


_UNMENDED = {"other_indicator", "unit", "status", "scope", "per", "period"}
