"""The hand-coded clauses and plans say what their texts say: offsets, closed lists, values, evidence for each year."""

import json
import re
import unicodedata
from itertools import pairwise
from pathlib import Path

import opencc
import pandas as pd
import pytest

from regional_targets.number_values import QUANTIFIERS, parse_number

HERE = Path(__file__).parent / "data"
CLAUSES = HERE / "clauses"
PLANS = HERE / "plans"
SIMPLIFY = opencc.OpenCC("t2s")

COMPARATORS = {"exact", "at_least", "at_most", "about", "range"}
KINDS = {"goal", "funding", "rule", "status"}
PERIOD = re.compile(
    r"total|per_(year|half_year|quarter|month|week|day|semester|school_year)|per_[1-9]\d*_(years|months)"
)
LEVEL = re.compile(r"(国家|自治区|省|市|盟|县|校|区)级?(、(省|市)级)?级?(及?以上)?")
FIELDS = {
    *("start", "end", "numeral", "kind", "value_min", "value_max", "unit"),
    *("comparator", "deadline", "start_year", "period", "per_zh", "level"),
}
# The words of the codebook, by the comparator that they stand for; 分别不少于 stands before all of its numbers.
QUALIFIERS = {
    "at_least": "以上|不低于|不得低于|不少于|不小于|至少|最低|最少|超|逾|突破|余|多|≥|过半",
    "at_most": "不超过|不得超过|不宜超过|不高于|不大于|不得大于|以下|以内|最多|最高|最长",
    "about": "左右|约|大体|近",
}
PLAIN = re.compile(r"\d[\d,]*(\.\d+)?[万亿]?|[零〇一二两三四五六七八九十百千万亿]+")
CHINESE_DIGITS = str.maketrans("〇○一二三四五六七八九", "00123456789")


def read_clauses() -> list[dict]:
    return [json.loads(line) for line in (CLAUSES / "development.jsonl").read_text("utf-8").splitlines()]


def read_plans() -> dict[str, tuple[str, list[dict]]]:
    plans = {}
    for path in sorted(PLANS.glob("*/*.txt")):
        table = pd.read_csv(path.with_suffix(".csv"), keep_default_na=False, dtype=str, encoding="utf-8-sig")
        mentions = table.to_dict("records")
        for mention in mentions:
            for name in ("start", "end"):
                mention[name] = int(mention[name])
            for name in ("value_min", "value_max"):
                mention[name] = float(mention[name])
            for name in ("deadline", "start_year"):
                mention[name] = int(mention[name]) if mention[name] else None
        plans[f"{path.parent.name}/{path.stem}"] = (path.read_bytes().decode("utf-8"), mentions)
    return plans


CLAUSE_ROWS = read_clauses()
PLAN_ROWS = read_plans()
CODED = {**{row["id"]: (row["text"], row["mentions"]) for row in CLAUSE_ROWS}, **PLAN_ROWS}
MENTIONS = [(name, text, mention) for name, (text, mentions) in CODED.items() for mention in mentions]


def plain(text: str) -> str:
    """Simplified characters and half-width digits, as the library's numerals are read."""
    return SIMPLIFY.convert(unicodedata.normalize("NFKC", text))


def problems(fault) -> list[str]:
    """Name each mention in which `fault(text, mention)` finds something."""
    return [
        f"{name} {mention['numeral']} at {mention['start']}" for name, text, mention in MENTIONS if fault(text, mention)
    ]


def test_every_offset_holds_its_numeral():
    assert problems(lambda text, mention: text[mention["start"] : mention["end"]] != mention["numeral"]) == []


def test_mentions_stand_in_text_order_and_do_not_overlap():
    wrong = [
        name
        for name, (_, mentions) in CODED.items()
        if any(before["end"] > after["start"] for before, after in pairwise(mentions))
    ]
    assert wrong == []


def test_no_numeral_is_cut_in_the_middle():
    def cut(text: str, mention: dict) -> bool:
        before = plain(text[max(0, mention["start"] - 1) : mention["start"]])
        after = plain(text[mention["end"] : mention["end"] + 1])
        first, last = plain(mention["numeral"])[0], plain(mention["numeral"])[-1]
        return (first.isdigit() and before.isdigit()) or (
            last not in "%‰成部面有员当半数" and (after.isdigit() or after in "%‰万亿")
        )

    assert problems(cut) == []


def test_fields_and_codes_are_of_the_closed_lists():
    def fault(text: str, mention: dict) -> bool:
        return not (
            set(mention) == FIELDS
            and mention["kind"] in KINDS
            and mention["comparator"] in COMPARATORS
            and PERIOD.fullmatch(mention["period"])
            and mention["unit"] == mention["unit"].strip() != ""
            and (not mention["level"] or LEVEL.fullmatch(plain(mention["level"])))
            and mention["level"] in text
        )

    assert problems(fault) == []


def test_a_range_has_two_ends_and_nothing_else_has():
    assert (
        problems(lambda _, mention: (mention["value_min"] < mention["value_max"]) != (mention["comparator"] == "range"))
        == []
    )


def test_only_what_may_be_dated_has_a_deadline():
    assert problems(lambda _, mention: mention["kind"] == "status" and mention["deadline"] is not None) == []


def test_each_year_of_a_mention_stands_in_its_text():
    wrong = []
    for name, (text, mentions) in CODED.items():
        years = {mention[field] for mention in mentions for field in ("deadline", "start_year")} - {None}
        written = re.findall(r"\d+", plain(text).translate(CHINESE_DIGITS))
        wrong += [f"{name} {year}" for year in years if str(year) not in written]
    assert wrong == []


def test_each_qualified_number_has_its_word_nearby():
    def fault(text: str, mention: dict) -> bool:
        words = QUALIFIERS.get(mention["comparator"])
        near = plain(text[max(0, mention["start"] - 24) : mention["end"] + 12])
        return words is not None and not re.search(words, near)

    assert problems(fault) == []


def test_a_percent_sign_makes_a_share_and_yuan_make_money():
    def fault(text: str, mention: dict) -> bool:
        numeral, after = plain(mention["numeral"]), plain(text[mention["end"] : mention["end"] + 2])
        share = numeral.endswith(("%", "成")) or "分之" in numeral
        money = after.startswith("元")
        return (share and mention["unit"] != "%") or (money and mention["unit"] != "元")

    assert problems(fault) == []


def test_plain_numerals_are_worth_what_the_library_reads():
    checked = 0
    wrong = []
    for name, _, mention in MENTIONS:
        numeral = plain(mention["numeral"]).removesuffix("%")
        if mention["comparator"] == "range" or not PLAIN.fullmatch(numeral):
            continue
        checked += 1
        if not parse_number(numeral) == mention["value_min"] == mention["value_max"]:
            wrong.append(f"{name} {numeral}: {mention['value_min']}")
    assert wrong == []
    assert checked > 0.85 * len(MENTIONS)


def test_quantifiers_are_worth_what_the_codebook_says():
    found = [mention for _, _, mention in MENTIONS if plain(mention["numeral"]) in QUANTIFIERS]
    assert len(found) >= 25
    for mention in found:
        value, unit, comparator = QUANTIFIERS[plain(mention["numeral"])]
        assert (mention["value_min"], mention["unit"], mention["comparator"]) == (value, unit, comparator)


def test_clauses_have_ids_and_texts_of_their_own():
    for field in ("id", "text"):
        values = [row[field] for row in CLAUSE_ROWS]
        assert len(set(values)) == len(values), field
    assert all(row["form"] and row["origin"].startswith(("written", "after ")) for row in CLAUSE_ROWS)


def test_the_readme_of_the_clauses_counts_them():
    def stated(label: str) -> int:
        return int(re.search(rf"(?m)^\| {label} \| (\d+) \|$", readme)[1])

    readme = (CLAUSES / "README.md").read_text("utf-8")
    forms = pd.Series([row["form"] for row in CLAUSE_ROWS]).value_counts()
    assert stated("all") == len(CLAUSE_ROWS) >= 420
    assert stated("without a mention") == sum(not row["mentions"] for row in CLAUSE_ROWS) >= 120
    assert stated("`after` a published page") == sum(row["origin"] != "written" for row in CLAUSE_ROWS)
    assert stated("mentions") == sum(len(row["mentions"]) for row in CLAUSE_ROWS)
    assert dict(re.findall(r"`(\w+)` \| (\d+)", readme)) == {form: str(number) for form, number in forms.items()}


@pytest.mark.parametrize("name", PLAN_ROWS)
def test_the_readme_of_the_plans_lists_each_text(name):
    text, mentions = PLAN_ROWS[name]
    row = re.search(
        rf"(?m)^\| `{re.escape(name)}` \| .+ \| (\d+) \| (\d+) \|$", (PLANS / "README.md").read_text("utf-8")
    )
    assert (int(row[1]), int(row[2])) == (len(text), len(mentions))
    assert "\r" not in text


def test_both_sets_of_plans_are_large_enough():
    sets = pd.Series([name.split("/")[0] for name in PLAN_ROWS]).value_counts()
    assert sets["development"] >= 4
    assert sets["set_aside"] >= 4
