import pytest

from regional_targets import language
from regional_targets.language import amount, number, pick, resolve, set_language


def test_chinese_is_the_default():
    assert resolve() == "zh"


def test_set_language_changes_the_default_and_only_the_default():
    set_language("en")
    assert resolve() == "en"
    assert resolve("zh") == "zh"


@pytest.mark.parametrize("wrong", ["fr", "", "ZH"])
def test_another_language_is_refused_and_the_default_stays(wrong):
    with pytest.raises(ValueError, match="wanted one of zh, en"):
        set_language(wrong)
    assert language.resolve() == "zh"


def test_pick():
    assert (pick("zh", "可比", "comparable"), pick("en", "可比", "comparable")) == ("可比", "comparable")


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        (0, "0", "0"),
        (3, "3", "3"),
        (1.5, "1.5", "1.5"),
        (66.67, "66.67", "66.67"),
        (8000, "8000", "8,000"),
        (10_000, "1万", "10,000"),
        (90_000, "9万", "90,000"),
        (15_000, "1.5万", "15,000"),
        (5_000_000, "500万", "5 million"),
        (100_000_000, "1亿", "100 million"),
        (380_000_000_000, "3800亿", "380 billion"),
        (3_200_000_000_000, "3.2万亿", "3.2 trillion"),
        (-20_000, "-2万", "-20,000"),
    ],
)
def test_numbers_are_written_as_readers_of_the_language_expect(value, zh, en):
    assert (number(value, "zh"), number(value, "en")) == (zh, en)


@pytest.mark.parametrize(
    ("low", "high", "comparator", "zh", "en"),
    [
        (50, 50, "exact", "50所", "50 schools"),
        (50, 50, "at_least", "≥ 50所", "≥ 50 schools"),
        (50, 50, "at_most", "≤ 50所", "≤ 50 schools"),
        (50, 50, "about", "≈ 50所", "≈ 50 schools"),
        (2, 3, "range", "2–3所", "2–3 schools"),
    ],
)
def test_an_amount_shows_its_comparator_and_both_ends_of_a_range(low, high, comparator, zh, en):
    assert amount(low, high, comparator, "所", "zh") == zh
    assert amount(low, high, comparator, "schools", "en") == en


def test_an_amount_without_unit_ends_with_its_number():
    assert (amount(1, 1, "exact", "", "zh"), amount(1, 1, "exact", "", "en")) == ("1", "1")
