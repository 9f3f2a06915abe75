"""Counting by blocks says what the list of all pairs says, and needs no list."""

from __future__ import annotations

import pytest
from generated import generate

from regional_targets import scale
from regional_targets.comparison import verdicts
from regional_targets.errors import UnknownIdError
from regional_targets.rules import RULE_NAMES, VERDICTS
from regional_targets.tables import load

SMALL = generate(7, 12)


@pytest.mark.parametrize("data", [load(), SMALL], ids=["real", "generated"])
@pytest.mark.parametrize("block", [1, 50, 2_000_000])
def test_counts_equal_the_list_of_pairs_for_any_block(data, block, monkeypatch):
    monkeypatch.setattr(scale, "BLOCK_PAIRS", block)
    counts = scale.verdict_counts(data).set_index("indicator_id")
    listed = verdicts(data)
    assert counts["n_pairs"].sum() == len(listed)
    for indicator, group in listed.groupby("indicator_id"):
        for verdict in VERDICTS:
            assert counts.loc[indicator, verdict] == (group["verdict"] == verdict).sum()
        fired = group["rules"].str.split("; ").explode()
        for rule in RULE_NAMES:
            assert counts.loc[indicator, rule] == (fired == rule).sum()


@pytest.mark.parametrize("data", [load(), SMALL], ids=["real", "generated"])
def test_against_one_region_equals_its_rows_of_the_list(data):
    region = data.regions["region_id"].iloc[0]
    listed = verdicts(data).query("region_a == @region").set_index(["target_a", "target_b"]).sort_index()
    against = scale.verdicts_against(data, region).set_index(["target_a", "target_b"]).sort_index()
    for column in ("verdict", "n_notes", "order"):
        assert list(against[column]) == list(listed[column])


def test_a_later_region_sees_the_same_verdicts_from_the_other_side():
    region = SMALL.regions["region_id"].iloc[3]
    against = scale.verdicts_against(SMALL, region)
    listed = verdicts(SMALL)
    pairs = {frozenset(row): verdict for *row, verdict in listed[["target_a", "target_b", "verdict"]].values}
    assert {
        frozenset(row): verdict for *row, verdict in against[["target_a", "target_b", "verdict"]].values
    }.items() <= pairs.items()


def test_an_unknown_region_is_refused():
    with pytest.raises(UnknownIdError, match="region0001"):
        scale.verdicts_against(SMALL, "region001")


def test_generated_data_have_as_many_targets_as_cells_and_leave_some_cells_empty():
    per_cell = SMALL.targets.groupby(["region_id", "indicator_id"]).size()
    assert len(SMALL.targets) == per_cell.sum() == 7 * 12
    assert per_cell.value_counts().to_dict() == {1: 84 - 2 * 16, 2: 16}
    assert SMALL.targets["target_id"].is_unique
