"""Each rule of the codebook fires in a pair of targets that differ in one thing, and in no other."""

import numpy as np
import pandas as pd
import pytest

from regional_targets import rules
from regional_targets.comparison import verdict

SCHOOLS, SHARE = {}, {"indicator_id": "teachers_dual", "unit": "%"}
DATED = {"start_year": 2021, "deadline": 2025}

# rule -> what both have, what a has, what b has
DIFFERENCES = {
    "other_indicator": (SCHOOLS, {}, {"indicator_id": "courses_online"}),
    "unit": (SCHOOLS, {}, {"unit": "人"}),
    "status": (SCHOOLS, {}, {"kind": "status"}),
    "scope": (SHARE, {"scope_id": "teachers"}, {"scope_id": "schools_public"}),
    "per": (SCHOOLS, {}, {"per_zh": "每所学校", "per_en": "per school"}),
    "period": (SCHOOLS, {}, {"period": "per_year"}),
    "scope_nests": (SHARE, {"scope_id": "teachers"}, {"scope_id": "special_teachers"}),
    "period_converted": (DATED, {}, {"period": "per_year"}),
    "kind": (SCHOOLS, {}, {"kind": "rule"}),
    "deadline": (SCHOOLS, {"deadline": 2022}, {"deadline": 2025}),
    "deadline_undated": (SCHOOLS, {"deadline": pd.NA}, {}),
    "start_year": (SCHOOLS, {"start_year": 2021}, {"start_year": 2022}),
    "start_undated": (SCHOOLS, {"start_year": 2021}, {}),
    "comparator": (SCHOOLS, {}, {"comparator": "at_least"}),
    "level": (SCHOOLS, {"level_min": "provincial", "level_max": "provincial"}, {"level_min": "provincial"}),
    "standard": (SHARE, {"standard_zh": "国家设置标准"}, {"standard_zh": "重点监测指标"}),
    "modality": (SCHOOLS, {}, {"modality": "support"}),
}
# rule -> table, row and cell that differ, what both have
CONTEXTS = {
    "admin_level_amount": ("regions", "yi", {"admin_level": "province"}, SCHOOLS),
    "admin_level": ("regions", "yi", {"admin_level": "province"}, SHARE),
    "stage": ("documents", "yi-2020", {"stage": "draft"}, SCHOOLS),
    "validity": ("documents", "yi-2020", {"validity": "unknown"}, SCHOOLS),
}


def fired(data) -> str:
    return verdict(data, "a", "b")["rules"]


def test_every_rule_has_its_pair():
    assert {*DIFFERENCES, *CONTEXTS} == set(rules.RULE_NAMES)


@pytest.mark.parametrize("rule", DIFFERENCES)
def test_a_rule_fires_where_its_field_differs_and_only_there(targets, rule):
    both, a, b = DIFFERENCES[rule]
    assert fired(targets(a=both | a, b=both | b)) == rule
    # Two sides without deadline carry the note as well.
    assert fired(targets(a=both | a, b=both | a)) == (rule if rule == "deadline_undated" else "")
    assert fired(targets(a=both | b, b=both | b)).replace("unit", "") == ""


@pytest.mark.parametrize("rule", CONTEXTS)
def test_a_rule_fires_where_region_or_document_differs_and_only_there(targets, change, rule):
    table, row, cells, both = CONTEXTS[rule]
    alike = targets(a=both, b=both)
    assert fired(change(alike, table, row, **cells)) == rule
    assert fired(alike) == ""


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.name)
def test_a_hard_rule_forbids_the_comparison_and_a_soft_one_is_a_note(targets, change, rule):
    if rule.name in DIFFERENCES:
        both, a, b = DIFFERENCES[rule.name]
        data = targets(a=both | a, b=both | b)
    else:
        table, row, cells, both = CONTEXTS[rule.name]
        data = change(targets(a=both, b=both), table, row, **cells)
    row = verdict(data, "a", "b")
    wanted = ("not_comparable", 0) if rule.hard else ("comparable_with_notes", 1)
    assert (row["verdict"], row["n_notes"]) == wanted


def test_hard_and_soft_are_those_of_the_codebook():
    hard = {rule.name for rule in rules.RULES if rule.hard}
    assert hard == {"other_indicator", "unit", "status", "scope", "per", "period", "admin_level_amount"}


def test_every_rule_has_words_in_both_languages():
    assert all(rule.zh and rule.en for rule in rules.RULES)
    assert len({rule.zh for rule in rules.RULES}) == len({rule.en for rule in rules.RULES}) == len(rules.RULES)


def test_two_statuses_are_of_one_kind(targets):
    assert fired(targets(a={"kind": "status"}, b={"kind": "status"})) == ""


@pytest.mark.parametrize(("kind", "other"), [("goal", "funding"), ("goal", "rule"), ("funding", "rule")])
def test_goal_funding_and_rule_differ_softly(targets, kind, other):
    assert fired(targets(a={"kind": kind}, b={"kind": other})) == "kind"


def test_counts_shared_out_per_school_compare_across_levels(targets, change):
    per = {"per_zh": "每所学校", "per_en": "per school"}
    assert fired(change(targets(a=per, b=per), "regions", "yi", admin_level="province")) == "admin_level"


@pytest.mark.parametrize(
    ("a", "b", "rule"),
    [
        ("special_teachers", "teachers", "scope_nests"),
        ("new_teachers", "teachers", "scope_nests"),
        ("teachers", "new_teachers", "scope_nests"),
        ("new_teachers", "old_teachers", "scope"),
        ("schools_public", "teachers", "scope"),
        ("", "teachers", "scope"),
    ],
)
def test_scopes_nest_through_their_parents_but_not_sideways(targets, add, a, b, rule):
    data = targets(a=SHARE | {"scope_id": a}, b=SHARE | {"scope_id": b})
    for scope in ("new_teachers", "old_teachers"):
        data = add(data, "scopes", scope_id=scope, name_zh=scope, name_en=scope)
        data = add(data, "scope_parents", scope_id=scope, parent_id="special_teachers")
    assert fired(data) == rule


@pytest.mark.parametrize(
    ("unit", "canonical", "factor"),
    [
        ("%", "%", 1),
        ("万元", "元", 10_000),
        ("元", "万元", 0.0001),
        ("年", "个月", 12),
        ("个月", "年", 1 / 12),
        ("名", "人", 1),
        ("个", "所", 1),
        ("個", "所", 1),
        ("", "门", 1),
        ("学时", "学时", 1),
    ],
)
def test_units_that_convert(unit, canonical, factor):
    assert rules.unit_factor(unit, canonical) == pytest.approx(factor)


@pytest.mark.parametrize(
    ("unit", "canonical"), [("%", "所"), ("人", "人次"), ("元", "%"), ("人", "所"), ("学时", "年")]
)
def test_units_that_do_not_convert(unit, canonical):
    assert np.isnan(rules.unit_factor(unit, canonical))


MONEY = {"indicator_id": "funding_earmarked", "unit": "元", "kind": "funding"}


@pytest.mark.parametrize(
    ("cells", "yearly"),
    [
        ({"value_min": 100, "start_year": 2021, "deadline": 2025}, 20),
        ({"value_min": 100, "start_year": 2025, "deadline": 2025}, 100),
        ({"value_min": 100, "period": "per_year"}, 100),
        ({"value_min": 100, "period": "per_half_year"}, 200),
        ({"value_min": 100, "period": "per_5_years"}, 20),
        ({"value_min": 1, "unit": "万元", "period": "per_year"}, 10_000),
        ({"value_min": 100, "deadline": 2025}, None),
        ({"value_min": 100, "start_year": 2021, "deadline": pd.NA}, None),
        ({"value_min": 100, "start_year": 2025, "deadline": 2021}, None),
        ({"value_min": 100, "deadline": pd.NA}, None),
    ],
)
def test_a_value_per_year_needs_a_span(targets, cells, yearly):
    row = rules.values(targets(a=MONEY | cells)).iloc[0]
    assert row["yearly_min"] == row["yearly_max"] == yearly if yearly else np.isnan(row["yearly_min"])


def test_the_period_of_the_document_is_a_span(targets, change):
    data = change(targets(a=MONEY | {"value_min": 100, "deadline": 2025}), "documents", "jia-2023", period_start=2022)
    assert rules.values(data).loc[0, "yearly_min"] == 25


def test_shares_have_no_value_per_year(targets):
    assert np.isnan(rules.values(targets(a=SHARE | DATED)).loc[0, "yearly_min"])


def test_values_come_in_the_order_of_regions_and_keep_the_published_unit(targets):
    frame = rules.values(targets(a=MONEY | {"unit": "万元", "value_min": 2}, b=MONEY, c=MONEY))
    assert list(frame["target_id"]) == ["a", "c", "b"]
    assert list(frame.loc[0, ["value_min", "unit", "published_unit"]]) == [20_000, "元", "万元"]


def test_values_change_no_table(targets):
    data = targets(a=MONEY, b=MONEY)
    before = data.targets.copy()
    rules.values(data)
    assert data.targets.equals(before)


RANGE = {"value_min": 2, "value_max": 4, "comparator": "range"}


@pytest.mark.parametrize(
    ("a", "b", "order"),
    [
        ({"value_min": 5}, {"value_min": 3}, "higher"),
        ({"value_min": 3}, {"value_min": 5}, "lower"),
        ({"value_min": 3}, {"value_min": 3}, "equal"),
        ({"value_min": 3, "comparator": "at_least"}, {"value_min": 3}, "equal"),
        ({"value_min": 3, "comparator": "about"}, {"value_min": 2, "comparator": "at_least"}, "higher"),
        ({"value_min": 3, "comparator": "at_most"}, {"value_min": 5, "comparator": "at_most"}, "lower"),
        ({"value_min": 3, "comparator": "at_most"}, {"value_min": 5}, "unorderable"),
        ({"value_min": 5, "comparator": "at_least"}, {"value_min": 3, "comparator": "at_most"}, "unorderable"),
        (RANGE, {"value_min": 1}, "higher"),
        (RANGE, {"value_min": 2}, "higher"),
        (RANGE, {"value_min": 3}, "unorderable"),
        (RANGE, {"value_min": 4}, "lower"),
        (RANGE, RANGE, "equal"),
        (RANGE, {**RANGE, "value_max": 5}, "lower"),
        (RANGE, {**RANGE, "value_min": 1, "value_max": 5}, "unorderable"),
    ],
)
def test_order_by_the_committed_floor(targets, a, b, order):
    data = targets(a=a, b=b)
    mirrored = {"higher": "lower", "lower": "higher"}.get(order, order)
    assert (verdict(data, "a", "b")["order"], verdict(data, "b", "a")["order"]) == (order, mirrored)


def test_a_rounding_error_orders_nothing(targets):
    thirds = {"value_min": 100 / 3, "start_year": 2021, "deadline": 2023}
    assert verdict(targets(a=MONEY | thirds, b=MONEY | {"value_min": 100 / 9, "period": "per_year"}), "a", "b")[
        "order"
    ] == ("equal")
