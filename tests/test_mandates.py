"""A target is set beside a mandate only where population and period allow it, and only a mandate that was read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from regional_targets.charts import plot_figure
from regional_targets.figures import figure
from regional_targets.mandates import mandate_relations, verified
from regional_targets.tables import load

DATA = load()


def relation(data, target, mandate):
    found = mandate_relations(data).set_index(["target_id", "mandate_id"])
    return found.loc[(target, mandate), "relation"]


def changed(table: str, key: str, **cells):
    frame = getattr(DATA, table).copy()
    for column, value in cells.items():
        frame.loc[frame.iloc[:, 0] == key, column] = value
    return replace(DATA, **{table: frame})


@pytest.mark.parametrize(
    ("target", "mandate", "wanted"),
    [
        ("wuwei-t08", "cn-2019-dual-qualified", "equal"),  # at least 50 % against more than half
        ("xinganmeng-t23", "cn-2019-dual-qualified", "not_comparable"),  # teachers of quality schools only
        ("xinganmeng-t21", "cn-2016-firm-practice", "below"),  # 1 month a year against 6 in 5 years
        ("dandong-t15", "cn-2016-firm-practice", "above"),  # 10 months in 5 years against 6
        ("shandong-t05", "cn-2022-conditions-2023", "above"),  # 85 against 80
        ("shandong-t05", "cn-2022-conditions-2025", "below"),  # 85 against 90
    ],
)
def test_relations_by_the_committed_floor(target, mandate, wanted):
    assert relation(DATA, target, mandate) == wanted


def test_every_target_has_a_relation_or_is_without_one():
    found = mandate_relations(DATA)
    assert set(found["target_id"]) == set(DATA.targets["target_id"])
    assert ((found["mandate_id"] == "") == (found["relation"] == "without")).all()


def test_a_value_moves_the_relation():
    assert (
        relation(
            changed("mandates", "cn-2019-dual-qualified", value_min=60.0, value_max=60.0),
            "wuwei-t08",
            "cn-2019-dual-qualified",
        )
        == "below"
    )
    assert (
        relation(changed("targets", "wuwei-t08", value_min=55.0, value_max=55.0), "wuwei-t08", "cn-2019-dual-qualified")
        == "above"
    )


def test_what_was_not_read_is_neither_used_nor_drawn():
    unread = changed("mandates", "cn-2019-dual-qualified", status="unverified")
    assert "cn-2019-dual-qualified" not in set(verified(unread)["mandate_id"])
    assert mandate_relations(unread).set_index("target_id").loc["wuwei-t08", "relation"] == "without"
    assert figure(unread, "fig-teachers-dual-qualified").references.empty


def test_every_checked_mandate_names_its_sentence_and_source():
    checked = DATA.mandates["status"] == "checked"
    assert checked.any() and (~checked).any()
    assert DATA.mandates.loc[checked, ["quote", "source"]].ne("").all().all()
    assert DATA.mandates.loc[~checked, "quote"].eq("").all()


@pytest.mark.parametrize(
    "fig_id", ["fig-teachers-dual-qualified", "fig-teachers-firm-practice", "fig-schools-meeting-conditions"]
)
def test_the_line_is_drawn_where_the_frame_says(fig_id):
    shown = figure(DATA, fig_id, "en")
    lines = {
        str(line.get_gid()).removeprefix("mandate:"): line.get_xdata()[0]
        for line in plot_figure(shown).findobj(lambda artist: str(artist.get_gid()).startswith("mandate:"))
    }
    assert lines == dict(zip(shown.references["mandate_id"], shown.references["x"], strict=True)) != {}
    assert sum(note.startswith("dashed line") for note in shown.notes) == len(lines)


def test_a_cumulated_mandate_is_drawn_per_year_like_its_marks():
    assert list(figure(DATA, "fig-teachers-firm-practice").references["x"]) == [pytest.approx(6 / 5)]
