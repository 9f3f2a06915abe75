"""A restricted part holds together: nothing of what was left out is left in any table."""

from __future__ import annotations

import pytest

from regional_targets.checks import check
from regional_targets.comparison import coverage, verdicts
from regional_targets.errors import UnknownIdError
from regional_targets.selection import restrict
from regional_targets.tables import load

DATA = load()


def test_drafts_can_be_left_out_and_their_region_stays():
    issued = restrict(DATA, stages=["issued", "annual_plan"])
    drafts = DATA.documents.query("stage == 'draft'")
    assert not set(issued.documents["stage"]) & {"draft"}
    assert set(issued.texts) == set(DATA.texts) - set(drafts["document_id"])
    assert len(issued.targets) == (~DATA.targets["document_id"].isin(drafts["document_id"])).sum()
    states = coverage(issued).query("region_id in @drafts['region_id'].tolist()")["status"]
    assert set(states) == {"not_coded"}
    assert check(issued) == []


def test_what_remains_keeps_its_verdicts():
    part = restrict(DATA, regions=["wuxi", "xinganmeng"])
    whole = verdicts(DATA).query("region_a == 'xinganmeng' and region_b == 'wuxi'").reset_index(drop=True)
    assert verdicts(part)[["target_a", "target_b", "verdict", "rules"]].equals(
        whole[["target_a", "target_b", "verdict", "rules"]]
    )
    assert check(part) == []


@pytest.mark.parametrize(("asked", "near"), [({"regions": ["wuxy"]}, "wuxi"), ({"stages": ["drafts"]}, "draft")])
def test_unknown_names_are_refused(asked, near):
    with pytest.raises(UnknownIdError, match=near):
        restrict(DATA, **asked)
