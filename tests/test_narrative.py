"""Sentences are computed: a change of the data changes them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from regional_targets.errors import UnknownIdError
from regional_targets.language import LANGUAGES
from regional_targets.narrative import answer, findings
from regional_targets.tables import load

DATA = load()


def without(region: str):
    """The data with all targets of one region taken out."""
    return replace(DATA, targets=DATA.targets[DATA.targets["region_id"] != region].reset_index(drop=True))


def test_the_answer_names_every_region_with_value_or_reason():
    for lang in LANGUAGES:
        text = str(answer(DATA, "teachers_dual_qualified", lang))
        for name in DATA.regions[f"name_{lang}"]:
            assert name in text
    assert "3 commitments of 2 of 5 regions" in str(answer(DATA, "teachers_dual_qualified", "en"))
    assert "comparable with notes 1, not comparable 1" in str(answer(DATA, "teachers_dual_qualified", "en"))


def test_the_answer_follows_the_data():
    changed = str(answer(without("wuwei"), "teachers_dual_qualified", "en"))
    assert "2 commitments of 1 of 5 regions" in changed
    assert "0 pairs" in changed


@pytest.mark.parametrize("theme", [None, *DATA.indicators["theme"].unique()])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_findings_are_three_bullets_for_every_theme(theme, lang):
    bullets = str(findings(DATA, theme, lang)).split("\n")
    assert len(bullets) == 3
    assert all(bullet.startswith("- ") for bullet in bullets)


def test_findings_follow_the_data():
    assert "13 pairs of commitments" in str(findings(DATA, "teachers", "en"))
    assert str(findings(without("wuxi"), "teachers", "en")) != str(findings(DATA, "teachers", "en"))


def test_an_unknown_indicator_is_named_with_its_neighbours():
    with pytest.raises(UnknownIdError, match="teachers_dual_qualified"):
        answer(DATA, "teachers_dual_qualifed")
