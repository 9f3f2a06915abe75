"""The cases of the codebook ("What a mention says", "Deadlines"); 【】 marks the numeral in its clause."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from regional_targets.levels import level_interval, read_level
from regional_targets.number_values import NumeralError, parse_number
from regional_targets.numerals import read_numeral
from regional_targets.periods import read_period
from regional_targets.stated_years import read_deadline, read_year


def unmark(marked: str) -> tuple[str, int, int]:
    match = re.search("【(.*)】", marked, re.DOTALL)
    return marked.replace("【", "").replace("】", ""), match.start(), match.end() - 2


def read(marked: str) -> tuple[float, float, str, str]:
    reading = read_numeral(*unmark(marked))
    return reading.value_min, reading.value_max, reading.unit, reading.comparator


@pytest.mark.parametrize(
    ("marked", "value", "unit"),
    [
        ("占比达到【50%】", 50, "%"),
        ("占比达到【５０％】", 50, "%"),
        ("建设【１２】所学校", 12, "所"),
        ("专项经费【1亿】元", 100_000_000, "元"),
        ("专项资金【500万】元", 5_000_000, "元"),
        ("经费【1.2亿】元", 120_000_000, "元"),
        ("职业培训【9万】人次", 90_000, "人次"),
        ("培训【1,000】人", 1000, "人"),
        ("培训【1 5】人", 15, "人"),
        ("评选【百】名", 100, "名"),
        ("服务【百】家企业", 100, "家"),
        ("建设【三】所", 3, "所"),
        ("建设【两】所", 2, "所"),
        ("建设【一百二十】所", 120, "所"),
        ("培训【5千】人", 5000, "人"),
        ("师生比【1:20】", 20, "比"),
        ("师生比【1：18.5】", 18.5, "比"),
        ("师生比【一比二十】", 20, "比"),
        ("占【七成】", 70, "%"),
        ("占【百分之五十】", 50, "%"),
        ("占【百分之百】", 100, "%"),
        ("占【三分之二】", 66.67, "%"),
        ("占【五分之三】", 60, "%"),
        ("占【1/4】", 25, "%"),
        ("规模的【1.5】倍", 1.5, "倍"),
        ("锻炼【1】个月", 1, "个月"),
        ("开展【1】 个专业", 1, "个"),
        ("学校【全部】达标", 100, "%"),
        ("【所有】学校参与", 100, "%"),
        ("教师【全员】轮训", 100, "%"),
    ],
)
def test_values_are_canonical_and_exact_without_a_qualifier(marked, value, unit):
    assert read(marked) == (value, value, unit, "exact")


@pytest.mark.parametrize(
    ("marked", "low", "high", "unit"),
    [
        ("建设【2—3】所", 2, 3, "所"),
        ("建设【2-3】所", 2, 3, "所"),
        ("建设【２～３】所", 2, 3, "所"),
        ("建设【两到三】所", 2, 3, "所"),
        ("建设【三至五】所", 3, 5, "所"),
        ("建设【两三】所", 2, 3, "所"),
        ("占【50%—60%】", 50, 60, "%"),
        ("占【50—60%】", 50, 60, "%"),
        ("占【六到七成】", 60, 70, "%"),
        ("占【百分之五十到六十】", 50, 60, "%"),
        ("占【百分之五十到百分之六十】", 50, 60, "%"),
        ("培训【1万—2万】人", 10_000, 20_000, "人"),
        ("培训【1—2万】人", 10_000, 20_000, "人"),
        ("培训【5000—1万】人", 5000, 10_000, "人"),
        ("建设【2—3】所以上", 2, 3, "所"),
        ("不少于【2—3】所", 2, 3, "所"),
        ("建设【2—3】所左右", 2, 3, "所"),
    ],
)
def test_a_range_has_two_ends_and_stays_a_range(marked, low, high, unit):
    assert read(marked) == (low, high, unit, "range")


@pytest.mark.parametrize(
    ("comparator", "marked"),
    [
        *[("at_least", f"占比{word}【50%】") for word in ("不低于", "不得低于", "不少于", "不小于", "至少", "最低")],
        *[("at_least", f"占比{word}【50%】") for word in ("最少", "超", "超过", "逾", "突破")],
        *[("at_least", f"占比【50%】{word}") for word in ("以上", "及以上")],
        *[("at_least", f"学校【30】{word}") for word in ("所以上", "所及以上", "多所", "余所")],
        ("at_least", "占【百分之五十】以上"),
        ("at_least", "占【三分之二】以上"),
        ("at_least", "具有【三】年以上企业工作经历"),
        ("at_least", "学生【过半】"),
        *[("at_most", f"占比{word}【50%】") for word in ("不超过", "不得超过", "不高于", "不大于", "最多", "最高")],
        *[("at_most", f"学校【30】{word}") for word in ("所以下", "所以内")],
        ("at_most", "学制最长【3】年"),
        ("at_most", "按不超过编制数的【20%】"),
        *[("about", f"占比{word}【50%】") for word in ("约", "大体", "近", "接近")],
        ("about", "培训【1万】人左右"),
        *[("exact", f"占比{word}【50%】") for word in ("达到", "力争", "原则上")],
    ],
)
def test_the_literal_qualifier_decides(comparator, marked):
    assert read(marked)[3] == comparator


@pytest.mark.parametrize(
    "marked",
    [
        "【3】个省级以上试点学校",
        "【3】名高职以上学历的教师",
        "至少5所学校、【3】个专业",
        "不超过5所，【3】个专业",
        "不低于50%的学校达到【3】个",
    ],
)
def test_a_qualifier_of_something_else_does_not_count(marked):
    assert read(marked)[3] == "exact"


def test_parity_is_a_ratio_of_about_one():
    assert read("职普比【大体相当】") == (1, 1, "比", "about")


def test_more_than_half_is_at_least_50_percent():
    assert read("学校【过半】达标") == (50, 50, "%", "at_least")


@pytest.mark.parametrize("marked", ["【学校】", "【2个】", "【第三】批", "【】"])
def test_what_is_no_numeral_is_an_error(marked):
    with pytest.raises(NumeralError):
        read(marked)


@pytest.mark.parametrize(
    "marked", ["占【50】%", "投入【500】万元", "投入【1—2】亿元", "建设【二】十所", "建设二【十】所"]
)
def test_a_numeral_without_its_multiplier_or_percent_sign_is_an_error(marked):
    with pytest.raises(NumeralError, match="is part of"):
        read(marked)


def test_digits_that_lost_their_separator_are_read_apart():
    assert read("2024【16】市高质量") == (16, 16, "市", "exact")


@pytest.mark.parametrize(("text", "value"), [("１２", 12), ("3.5", 3.5), ("万", 10_000), ("二十", 20), ("两", 2)])
def test_parse_number(text, value):
    assert parse_number(text) == value


@pytest.mark.parametrize(
    ("clause", "level", "interval"),
    [
        ("【3】所国家级学校", "国家级", ("national", "national")),
        ("【3】所省级优质中职学校", "省级", ("provincial", "provincial")),
        ("【3】所自治区级学校", "自治区级", ("provincial", "provincial")),
        ("【10】名区级教学能手", "区级", ("provincial", "provincial")),
        ("【20】个市级团队", "市级", ("prefecture", "prefecture")),
        ("【20】名盟级技能名师", "盟级", ("prefecture", "prefecture")),
        ("【20】名校级名师", "校级", ("school", "school")),
        ("【20】个县级中心", "县级", ("county", "county")),
        ("【3】所国家、省级学校", "国家、省级", ("provincial", "national")),
        ("【3】个省级以上试点", "省级以上", ("provincial", "national")),
        ("【3】所国家、省级以上学校", "国家、省级以上", ("provincial", "national")),
        ("【3】个区域性中心", "", ("", "")),
        ("【3】所学校，2个省级专业", "", ("", "")),
        ("【3】所学校和2个省级专业", "", ("", "")),
    ],
)
def test_levels_are_read_in_the_own_clause_and_span_an_interval(clause, level, interval):
    text, _, end = unmark(clause)
    assert read_level(text, end) == level
    assert level_interval(level) == interval


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("到2025年，建设【3】所", "2025"),
        ("到 2025 年，建设【3】所", "2025"),
        ("到２０２５年，建设【3】所", "2025"),
        ("2022年底前，建设【3】所", "2022"),
        ("2022年前建设【3】所", "2022"),
        ("2021—2025年，建设【3】所", "2025"),
        ("到2025年，建设5所学校、2个专业和【3】个中心", "2025"),
        ("到2022年建设5所，到2025年建设【3】所", "2025"),
        ("到2025年，建设5所。培育【3】名", ""),
        ("到2025年，建设5所；培育【3】名", ""),
        ("到2025年，建设5所\n培育【3】名", ""),
        ("自2021年起，建设【3】所", ""),
        ("从2023年起，招聘【3】名", ""),
        ("依据国发〔2019〕4号，建设【3】所", ""),
        ("建设【3】所，到2025年建设5所", ""),
    ],
)
def test_a_deadline_is_a_year_by_which_in_the_own_sentence(sentence, year):
    text, start, _ = unmark(sentence)
    assert read_deadline(text, start) == year


@pytest.mark.parametrize(
    ("clause", "period"),
    [
        ("设立每年【500万】元", "per_year"),
        ("每半年开展【1】次", "per_half_year"),
        ("5年累计不少于【10】个月", "per_5_years"),
        ("年职业培训人次应达到在校生规模的【2】倍", "per_year"),
        ("建设【3】所", "total"),
        ("每年开展评选，建设【3】所", "total"),
        ("每年开展评选。建设【3】所", "total"),
    ],
)
def test_a_period_is_read_in_the_own_clause(clause, period):
    text, start, _ = unmark(clause)
    assert read_period(text, start) == period


@given(st.text("零一二两十百千万亿点半", min_size=1, max_size=7))
@settings(max_examples=400, derandomize=True, deadline=None)
@example("亿一")
@example("一十零")
def test_a_run_of_chinese_digits_is_a_number_or_a_clear_error(digits):
    try:
        assert parse_number(digits) >= 0
    except NumeralError as error:
        assert digits in str(error)


@pytest.mark.parametrize(
    ("written", "year"),
    [
        *(("2025", 2025), ("２０２５", 2025), ("二〇二五", 2025), ("二○二五", 2025), ("一九九八", 1998)),
        *(("十四五", 2025), ("113", 2024), ("一百一十三", 2024), ("九十四", 2005)),
        *(("20255", 0), ("2023/24", 0), ("百分之五", 0), ("年", 0), ("", 0), ("零", 0)),
    ],
)
def test_a_year_is_read_as_it_is_written(written, year):
    assert read_year(written) == year


def test_a_spelt_year_by_which_is_a_deadline():
    assert read_deadline("到二〇二五年，建成5所。", 9) == "2025"
