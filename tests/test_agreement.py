"""The published agreement is what the two untouched passes say, and every difference has a ruling."""

from __future__ import annotations

import pandas as pd
import pytest

from regional_targets.agreement import agreement, cohens_kappa, differences
from regional_targets.tables import load

DATA = load()
FOLDER = DATA.folder / "coding"


def test_kappa_of_a_worked_example():
    first = pd.Series(["yes"] * 25 + ["no"] * 25)
    second = pd.Series(["yes"] * 20 + ["no"] * 5 + ["yes"] * 10 + ["no"] * 15)
    assert cohens_kappa(first, second) == pytest.approx(0.4)


def test_agreement_counts_places_and_fields():
    table = agreement(FOLDER).set_index("field")
    found = table.loc["mention found"]
    assert found["share"] == pytest.approx(2 * found["agree"] / (found["agree"] + found["n"]))
    assert (table["agree"] <= table["n"]).all()
    assert table["share"].between(0, 1).all()
    assert {"kind", "value_min", "unit", "comparator", "deadline", "level_zh", "modality"} <= set(table.index)


def test_every_difference_has_one_ruling_and_no_ruling_is_left_over():
    key = ["document_id", "start", "table", "field", "pass_1", "pass_2"]
    rulings = pd.read_csv(FOLDER / "rulings.csv", dtype=str, keep_default_na=False, encoding="utf-8-sig")
    wanted = differences(FOLDER).astype({"start": str})
    assert sorted(map(tuple, rulings[key].values)) == sorted(map(tuple, wanted[key].values))
    assert (rulings["ruling"] != "").all()


def test_what_both_passes_found_is_coded_unless_ruled_out():
    coded = set(zip(DATA.mentions["document_id"], DATA.mentions["start"].astype(str), strict=True))
    rulings = pd.read_csv(FOLDER / "rulings.csv", dtype=str, keep_default_na=False, encoding="utf-8-sig")
    dropped = rulings[(rulings["field"] == "found") & (rulings["settled"] == "")]
    dropped = set(zip(dropped["document_id"], dropped["start"], strict=True))
    for number in (1, 2):
        found = pd.read_csv(FOLDER / f"pass_{number}_mentions.csv", dtype=str, keep_default_na=False)
        places = set(zip(found["document_id"], found["start"], strict=True))
        assert places - dropped <= coded
