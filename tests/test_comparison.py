import dataclasses

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regional_targets import comparison
from regional_targets.comparison import compare, coverage, verdict, verdicts
from regional_targets.errors import ComparisonError, UnknownIdError
from regional_targets.rules import VERDICTS

MONEY = {"indicator_id": "funding_earmarked", "kind": "funding", "unit": "元"}
PRACTICE = {"indicator_id": "courses_online", "kind": "rule", "unit": "个月", "comparator": "at_least"}


@pytest.fixture(scope="session")
def durations(targets, change):
    """targets(...) where courses_online is a duration in months, so that times convert."""
    return lambda **rows: change(targets(**rows), "indicators", "courses_online", measure="duration", unit="个月")


# Verdicts


def test_verdicts_judge_each_pair_of_two_regions_on_one_indicator(small):
    table = verdicts(small)
    assert list(zip(table["target_a"], table["target_b"], strict=True)) == [("jia-t2", "yi-t1"), ("jia-t4", "yi-t2")]
    first = table.iloc[0]
    assert first["rules"] == "start_undated; comparator; stage; validity"
    assert (first["verdict"], first["n_notes"], first["order"]) == ("comparable_with_notes", 4, "higher")


def test_reasons_say_both_sides_in_words(small):
    row = verdicts(small, "funding_earmarked").iloc[0]
    assert row["reason_en"].split("; ")[:2] == [
        *("periods converted (per year / in total)", "one or both without deadline (not stated / 2025)")
    ]
    assert row["reason_zh"].split("；")[2] == "文件阶段不同（已印发 / 讨论稿）"


@pytest.mark.parametrize(
    ("rule", "a", "b", "words"),
    [
        ("scope_nests", {"scope_id": "teachers"}, {"scope_id": "special_teachers"}, "specialised-course teachers"),
        ("level", {}, {"level_min": "provincial", "level_max": "national"}, "not stated / provincial to national"),
        ("per", {}, {"per_zh": "每所学校", "per_en": "per school"}, "not stated / per school"),
        ("standard", {}, {"standard_zh": "国家标准", "standard_en": "national standard"}, "national standard"),
        ("unit", {}, {"unit": "人"}, "所 / 人"),
    ],
)
def test_reasons_are_in_the_words_of_the_tables(targets, rule, a, b, words):
    row = verdict(targets(a=a, b=b), "a", "b")
    assert row["rules"] == rule
    assert words in row["reason_en"]


def test_targets_of_one_region_are_not_paired(targets):
    assert len(verdicts(targets(a={}, b={}, c={}))) == 2


def test_an_indicator_of_one_region_has_no_pairs(small):
    table = verdicts(small, "teachers_dual")
    assert len(table) == 0
    assert list(table.columns) == list(verdicts(small).columns)


def test_targets_of_different_indicators_are_not_comparable(small):
    row = verdict(small, "jia-t1", "yi-t2")
    assert (row["verdict"], row["order"]) == ("not_comparable", "unorderable")
    assert row["rules"].startswith("other_indicator")
    assert row["reason_en"].startswith("different indicators; ")


def test_alike_targets_are_comparable_without_a_note(targets):
    row = verdict(targets(a={}, b={}), "a", "b")
    assert list(row[["verdict", "n_notes", "rules", "order", "reason_zh"]]) == ["comparable", 0, "", "equal", ""]


def test_ten_months_in_five_years_are_more_than_one_a_year(durations):
    data = durations(
        a=PRACTICE | {"value_min": 10, "period": "per_5_years"}, b=PRACTICE | {"value_min": 1, "period": "per_year"}
    )
    row = verdict(data, "a", "b")
    assert list(row[["verdict", "rules", "order"]]) == ["comparable_with_notes", "period_converted", "higher"]


def test_5_million_a_year_is_less_than_100_million_in_five_years(targets):
    data = targets(
        a=MONEY | {"value_min": 5_000_000, "period": "per_year", "deadline": 2025, "start_year": 2021},
        b=MONEY | {"value_min": 100_000_000, "start_year": 2021, "deadline": 2025},
    )
    row = verdict(data, "a", "b")
    assert list(row[["verdict", "rules", "order"]]) == ["comparable_with_notes", "period_converted", "lower"]


def test_8000_a_year_and_90000_until_2022_do_not_compare(targets):
    persons = {"kind": "goal", "unit": "所"}
    data = targets(
        a=persons | {"value_min": 8000, "period": "per_year"}, b=persons | {"value_min": 90_000, "deadline": 2022}
    )
    row = verdict(data, "a", "b")
    assert (row["verdict"], row["order"]) == ("not_comparable", "unorderable")
    assert "period" in row["rules"].split("; ")


def test_verdict_and_verdicts_agree_on_the_real_data(data):
    table = verdicts(data)
    for row in table.iloc[:: max(1, len(table) // 12)].itertuples(index=False):
        pd.testing.assert_series_equal(verdict(data, row.target_a, row.target_b), pd.Series(row._asdict()), **LOOSE)


LOOSE = {"check_names": False, "check_dtype": False, "check_index_type": False}


@pytest.mark.parametrize("call", [lambda data: verdict(data, "jia-t9", "yi-t1"), lambda data: verdicts(data, "school")])
def test_unknown_ids_name_near_ones(small, call):
    with pytest.raises(UnknownIdError, match="did you mean"):
        call(small)


# Coverage


def test_coverage_has_a_cell_for_every_region_and_indicator(data):
    table = coverage(data)
    cells = set(zip(table["region_id"], table["indicator_id"], strict=True))
    wanted = {
        (region, indicator) for region in data.regions["region_id"] for indicator in data.indicators["indicator_id"]
    }
    assert cells == wanted and len(table) == len(wanted)
    assert table["n_targets"].sum() == len(data.targets)
    assert table["status"].ne("").all()


def test_coverage_tells_silence_apart(small):
    table = coverage(small).set_index(["region_id", "indicator_id"])
    assert list(table.loc[("jia", "teachers_dual"), ["n_targets", "status"]]) == [1, "stated"]
    assert list(table.loc[("yi", "teachers_dual"), ["n_targets", "status"]]) == [0, "no_number"]
    assert list(table.loc[("yi", "courses_online"), ["n_targets", "status"]]) == [0, "not_mentioned"]


def test_a_region_without_document_is_not_coded(small, add):
    cells = {"region_id": "ding", "name_zh": "丁市", "name_en": "Ding", "admin_level": "prefecture", "adcode": "990300"}
    table = coverage(add(small, "regions", **cells)).query("region_id == 'ding'")
    assert len(table) == len(small.indicators)
    assert set(table["status"]) == {"not_coded"}


# Compare


def test_compare_has_a_row_per_target_and_per_silent_region(small):
    table = compare(small, "teachers_dual", "en")
    assert tuple(table.columns) == comparison.COMPARED
    stated, silent = table.to_dict("records")
    assert (stated["region"], stated["status"], stated["amount"]) == ("Jia", "stated", "≥ 50 %")
    assert (stated["scope"], stated["n_mentions"]) == ("vocational teachers", 1)
    assert stated["wording"] == "职业院校“双\u00a0师型”教师占比达到５０％以上"
    assert (silent["region"], silent["status"], silent["target_id"], silent["amount"]) == ("Yi", "no_number", "", "")
    assert (silent["n_mentions"], silent["wording"]) == (0, "Speaks of the teachers; no share")
    assert (silent["stage"], silent["document_id"]) == ("draft", "yi-2020")
    assert pd.isna(silent["value_min"])


def test_compare_in_chinese(small):
    stated, silent = compare(small, "teachers_dual").to_dict("records")
    assert (stated["region"], stated["amount"], stated["scope"]) == ("甲市", "≥ 50%", "职业院校教师")
    assert silent["wording"] == "提及教师队伍，未给占比"


def test_compare_shows_the_first_place_of_several(small):
    row = compare(small, "schools_quality").iloc[0]
    assert (row["n_mentions"], row["wording"], row["level"]) == (2, "建设3所省级优质中职学校", "省级")


def test_compare_converts_to_the_unit_of_the_indicator(targets):
    row = compare(
        targets(a=MONEY | {"value_min": 500, "unit": "万元", "period": "per_year"}), "funding_earmarked"
    ).iloc[0]
    assert (row["value_min"], row["unit"], row["amount"], row["yearly_min"]) == (5e6, "元", "500万元", 5e6)


def test_compare_keeps_the_order_of_regions_and_counts_each_target(targets):
    table = compare(targets(b={}, c={}, d={}), "schools_quality")
    assert list(table["target_id"]) == ["b", "d", "c"]


def test_compare_where_nobody_commits(small):
    table = compare(small, "courses_online")
    assert list(table["status"]) == ["not_mentioned", "not_mentioned"]
    assert table["value_min"].isna().all()


def test_compare_refuses_units_that_do_not_convert(targets):
    with pytest.raises(ComparisonError, match="schools_quality is in 所, but b is in 人"):
        compare(targets(a={}, b={"unit": "人"}), "schools_quality")


def test_compare_of_an_unknown_indicator(small):
    with pytest.raises(UnknownIdError, match="did you mean teachers_dual"):
        compare(small, "teachers_dul")


def test_nothing_changes_the_tables(small):
    before = {name: small.table(name).copy() for name in small.schema.tables}
    verdicts(small), coverage(small), compare(small, "schools_quality")
    for name, frame in before.items():
        pd.testing.assert_frame_equal(small.table(name), frame)


# Properties that hold for any two targets

YEARS = st.sampled_from([pd.NA, 2021, 2022, 2025])
COUNT = st.fixed_dictionaries(
    {
        "value_min": st.integers(1, 5),
        "kind": st.sampled_from(["goal", "rule", "status"]),
        "unit": st.sampled_from(["所", "个", "人"]),
        "comparator": st.sampled_from(["exact", "at_least", "at_most", "about"]),
        "period": st.sampled_from(["total", "per_year"]),
        "start_year": YEARS,
        "deadline": YEARS,
        "per_zh": st.sampled_from(["", "每所学校"]),
        "scope_id": st.sampled_from(["", "teachers", "special_teachers"]),
        "level_min": st.sampled_from(["", "provincial"]),
        "modality": st.sampled_from(["build", "firm"]),
    }
)
WITHOUT = st.sampled_from([("kind",), ("unit", "kind"), ("unit", "kind", "per_zh", "scope_id", "period")])
SOME = settings(max_examples=40, deadline=None, derandomize=True)
JUDGED = ["verdict", "n_notes", "rules", "order"]


def alike(cells: dict, without: tuple[str, ...]) -> dict:
    """Return the cells without some that would forbid most comparisons."""
    return {column: value for column, value in cells.items() if column not in without}


@SOME
@given(COUNT, COUNT, WITHOUT)
def test_a_verdict_is_the_same_from_both_sides(targets, a, b, without):
    data = targets(a=alike(a, without), b=alike(b, without))
    left, right = verdict(data, "a", "b"), verdict(data, "b", "a")
    assert list(left[["verdict", "n_notes", "rules"]]) == list(right[["verdict", "n_notes", "rules"]])
    assert {left["order"], right["order"]} in ({"higher", "lower"}, {"equal"}, {"unorderable"})


@SOME
@given(COUNT, COUNT, WITHOUT)
def test_a_verdict_follows_from_its_rules(targets, a, b, without):
    row = verdict(targets(a=alike(a, without), b=alike(b, without)), "a", "b")
    hard = {"unit", "status", "scope", "per", "period", "other_indicator", "admin_level_amount"}
    names = set(filter(None, row["rules"].split("; ")))
    assert row["n_notes"] == len(names - hard)
    assert row["verdict"] == VERDICTS[2 if names & hard else min(len(names), 1)]
    if row["verdict"] == "not_comparable":
        assert row["order"] == "unorderable"


@SOME
@given(st.tuples(*[st.integers(1, 6)] * 3))
def test_order_is_transitive_among_exact_values(targets, values):
    data = targets(**{name: {"value_min": value} for name, value in zip("abc", values, strict=True)})
    sign = {"higher": 1, "equal": 0, "lower": -1}
    ab, bc, ac = (sign[verdict(data, *pair)["order"]] for pair in ("ab", "bc", "ac"))
    assert ab == (values[0] > values[1]) - (values[0] < values[1])
    if ab * bc >= 0:
        assert ac == (ab or bc)


@SOME
@given(
    COUNT, COUNT, st.sampled_from([("funding_earmarked", "元", "万元", 10_000), ("courses_online", "个月", "年", 12)])
)
def test_the_unit_in_which_a_value_is_written_changes_no_verdict(durations, a, b, units):
    indicator, small_unit, large_unit, factor = units
    a, b = (alike(cells, ("unit", "per_zh")) | {"indicator_id": indicator, "unit": small_unit} for cells in (a, b))
    a["value_min"] *= factor
    rewritten = a | {"value_min": a["value_min"] / factor, "unit": large_unit}
    before, after = (verdict(durations(a=cells, b=b), "a", "b") for cells in (a, rewritten))
    assert list(before[JUDGED]) == list(after[JUDGED])


@SOME
@given(COUNT, COUNT, WITHOUT)
def test_losing_its_deadline_makes_no_target_more_comparable(targets, a, b, without):
    a, b = alike(a, without), alike(b, without)
    before = verdict(targets(a=a, b=b), "a", "b")
    after = verdict(targets(a=a | {"deadline": pd.NA}, b=b), "a", "b")
    assert VERDICTS.index(after["verdict"]) >= VERDICTS.index(before["verdict"])
    if after["verdict"] == before["verdict"] == "comparable_with_notes":
        assert after["n_notes"] >= before["n_notes"]


@pytest.mark.parametrize("other", [pd.NA, 2022, 2025])
def test_a_lost_deadline_costs_at_least_a_note_whatever_the_other_side_says(targets, other):
    before, after = (verdict(targets(a={"deadline": own}, b={"deadline": other}), "a", "b") for own in (2025, pd.NA))
    assert after["n_notes"] >= before["n_notes"]
    assert after["rules"] == "deadline_undated"


@SOME
@given(COUNT, COUNT, COUNT)
def test_another_region_changes_no_verdict_between_others(targets, add, a, b, c):
    data = targets(a=a, b=b)
    before = verdicts(data)
    place = {"region_id": "ding", "document_id": "ding-2022"}
    more = add(data, "regions", region_id="ding", admin_level="province", name_zh="丁省", name_en="Ding")
    more = add(more, "documents", **place, stage="draft", validity="unknown")
    target = targets(a=c).targets.assign(target_id="ding-t1", **place)
    more = dataclasses.replace(more, targets=pd.concat([more.targets, target], ignore_index=True))
    after = verdicts(more)
    kept = after[(after["region_a"] != "ding") & (after["region_b"] != "ding")].reset_index(drop=True)
    assert len(after) == 3
    pd.testing.assert_frame_equal(kept, before)


def test_leaving_out_a_region_changes_no_verdict_between_the_others(data):
    everything = verdicts(data)
    for region in data.regions["region_id"]:
        kept = data.targets[data.targets["region_id"] != region].reset_index(drop=True)
        rest = everything[(everything["region_a"] != region) & (everything["region_b"] != region)]
        found = verdicts(dataclasses.replace(data, targets=kept))
        pd.testing.assert_frame_equal(found, rest.reset_index(drop=True))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("theme", [None, "teachers"])
def test_the_coverage_matrix_lays_out_every_cell_in_the_order_of_the_tables(data, theme, lang):
    matrix = comparison.coverage_matrix(data, theme, lang)
    indicators = data.indicators if theme is None else data.indicators[data.indicators["theme"] == theme]
    assert list(matrix.index) == list(indicators[f"name_{lang}"])
    assert list(matrix.columns) == list(data.regions[f"name_{lang}"])
    names = data.indicators.set_index("indicator_id")[f"name_{lang}"]
    regions = data.regions.set_index("region_id")[f"name_{lang}"]
    for cell in coverage(data).query("indicator_id in @indicators['indicator_id'].tolist()").itertuples():
        wanted = str(cell.n_targets) if cell.n_targets else cell.status
        assert matrix.loc[names[cell.indicator_id], regions[cell.region_id]] == wanted
