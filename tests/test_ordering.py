"""Normalising keeps the original beside, mixes no vintages, and says where it turns an order round."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from regional_targets.errors import ComparisonError, UnknownIdError
from regional_targets.ordering import NORMALISERS, context_figures, normalise, order
from regional_targets.tables import load

DATA = load()


def test_values_are_divided_by_the_figure_of_the_region():
    table = normalise(DATA, "funding_earmarked", lang="en").set_index("region_id")
    people = DATA.context.query("figure == 'population'").set_index("region_id")["value"]
    assert table.loc["xinganmeng", "normalised_min"] == pytest.approx(5e6 / people["xinganmeng"] * 1e6)
    assert table.loc["wuxi", "normalised_min"] == pytest.approx(1e8 / 5 / people["wuxi"] * 1e6)
    assert table["yearly"].all()
    assert table.loc["wuxi", "amount"] == "100 million CNY"
    assert table.loc["wuxi", "derivation"].startswith("per year, over 7.4621")
    assert set(table["as_of"]) == {"2020-11-01"} and all(table["source"])


def test_totals_over_unlike_spans_are_not_mixed():
    table = normalise(DATA, "teachers_teams").set_index("region_id")
    assert not table["yearly"].any()
    people = DATA.context.query("figure == 'population'").set_index("region_id")["value"]
    assert table.loc["wuxi", "normalised_min"] == pytest.approx(30 / people["wuxi"] * 1e6)


def test_share_of_a_named_total_where_the_figure_is_verified():
    table = normalise(DATA, "funding_earmarked", by="gdp", lang="en").set_index("region_id")
    gdp = DATA.context.query("figure == 'gdp'").set_index("region_id")["value"]
    assert table.loc["wuxi", "normalised_min"] == pytest.approx(2e7 / gdp["wuxi"] * 100)
    assert table["normalised_min"].isna()["xinganmeng"]
    assert table.loc["xinganmeng", "derivation"] == "no verified figure"


@pytest.fixture(scope="module")
def with_totals():
    """The data with one more total in context.csv: the teams of teachers that there are."""
    rows = DATA.context[DATA.context["figure"] == "population"]
    rows = rows.assign(figure="teams in all", value=[20.0 * place for place in range(1, 6)], unit="个")
    return replace(DATA, context=pd.concat([DATA.context, rows], ignore_index=True))


def test_a_further_total_of_the_context_is_a_normaliser_without_code(with_totals):
    table = normalise(with_totals, "teachers_teams", by="teams in all", lang="en").set_index("region_id")
    assert table.loc["wuxi", "normalised_min"] == pytest.approx(30 / 80 * 100)
    assert table.loc["wuxi", "derivation"].endswith("% of teams in all")
    assert set(order(with_totals, "teachers_teams", by="teams in all")["order_normalised"]) <= {"higher", "lower"}
    assert set(order(with_totals, "funding_earmarked", by="teams in all")["order_normalised"]) == {""}


def test_a_total_in_another_unit_is_refused(with_totals):
    with pytest.raises(ComparisonError, match="teams in all is in 个, but funding_earmarked is in 元"):
        normalise(with_totals, "funding_earmarked", by="teams in all")


def test_mixed_vintages_are_refused_and_both_are_named():
    context = DATA.context.copy()
    row = context.index[(context["figure"] == "population") & (context["region_id"] == "wuxi")][0]
    context.loc[row, "as_of"] = "2023-12-31"
    mixed = replace(DATA, context=context)
    with pytest.raises(ComparisonError, match=r"xinganmeng \(2020-11-01.*wuxi \(2023-12-31"):
        normalise(mixed, "funding_earmarked")
    with pytest.raises(ComparisonError, match="different vintages"):
        order(mixed)


def test_an_unverified_figure_is_left_out():
    context = DATA.context.copy()
    context.loc[context["region_id"] == "wuxi", "status"] = "unverified"
    figures = context_figures(replace(DATA, context=context), "population", DATA.regions["region_id"])
    assert "wuxi" not in figures.index and len(figures) == 4


@pytest.mark.parametrize(
    ("indicator", "by"), [("teachers_dual_qualified", "million_residents"), ("teachers_teams", "gdp")]
)
def test_what_is_no_amount_is_not_normalised(indicator, by):
    with pytest.raises(ComparisonError, match=f"normalise: found {by}"):
        normalise(DATA, indicator, by=by)


def test_unknown_names_are_refused():
    with pytest.raises(UnknownIdError):
        normalise(DATA, "nonsense")
    with pytest.raises(ComparisonError, match=", ".join(NORMALISERS)):
        order(DATA, by="nonsense")


def test_an_order_that_normalising_reverses_is_said_to_be():
    row = order(DATA, "funding_earmarked").iloc[0]
    assert (row["order"], row["order_normalised"], row["reversed"]) == ("lower", "higher", True)


def test_totals_of_different_levels_have_an_order_only_when_normalised():
    table = order(DATA, "teachers_studios")
    pair = table[table["rules"].str.contains("admin_level_amount")]
    assert len(pair) == 3
    assert set(pair["order"]) == {"unorderable"} and set(pair["order_normalised"]) == {"higher"}
    assert set(pair["unordered_en"]) == {"not comparable by its rules"}
    assert not pair["reversed"].any()


def test_shares_have_no_normalised_order_and_unlike_periods_none_at_all():
    assert set(order(DATA, "schools_meeting_conditions")["order_normalised"]) == {""}
    assert set(order(DATA, "training_persons")["order_normalised"]) == {"unorderable"}


def test_every_pair_is_ordered_or_says_why_not():
    table = order(DATA)
    unordered = table["order"] == "unorderable"
    for lang in ("zh", "en"):
        assert (table[f"unordered_{lang}"].ne("") == unordered).all()
