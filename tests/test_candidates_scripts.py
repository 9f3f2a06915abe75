"""Proposals from texts of Taiwan and Hong Kong, from announcements of lists, and from measures with requirements."""

import pytest
from test_candidates import read
from test_candidates_layout import fields

from regional_targets.candidates import propose
from regional_targets.candidates.proposals import left_out


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("教師每年參加培訓不少於【72】學時。", (72, 72, "學時", "at_least", None)),
        ("小班的入园年龄为【3】周岁。", (3, 3, "周岁", "exact", None)),
        ("选拔条件：原则上年龄【40】周岁以下。", (40, 40, "周岁", "at_most", None)),
        ("年龄应在【18】周岁以上，【35】周岁以下。", (35, 35, "周岁", "at_most", None)),
        ("违反规定的，停止補助【二】年。", (2, 2, "年", "exact", None)),
        ("停止补助【一年至五】年。", (1, 5, "年", "range", None)),
        ("其中【4,400 億】來自國營事業，而【3,200 億】則是新增計畫。", (320e9, 320e9, "元", "exact", None)),
        ("配备除颤仪，新增AED【40】台。", (40, 40, "台", "exact", None)),
        ("新增墓穴【10000】穴。", (10_000, 10_000, "穴", "exact", None)),
        ("年度抽检不少于【5.5】批次/千人。", (5.5, 5.5, "批次/千人", "at_least", None)),
        ("用水总量下降至目前【80%】的水平。", (80, 80, "%", "exact", None)),
        ("在2014-15至2018-19的五年期內，預計共有【77 100】個單位落成。", (77_100, 77_100, "個", "exact", 2019)),
        ("2022-23至2026-27年度收回約【500】公頃土地。", (500, 500, "公頃", "about", 2027)),
        ("2022/01-2022/12\n提供【200】家企業輔導。", (200, 200, "家", "exact", 2022)),
    ],
)
def test_numbers_of_this_round(marked, wanted):
    assert read(marked)[-1] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "在完成为期一年的计划的学员中开展调查。",
        "支撑实现四个“出新出彩”。",
        "单位应当对近3年内的60周岁老人登记。",
        "居住的60周岁及以上居家老年人。",
    ],
)
def test_what_this_round_leaves_out(text):
    assert fields(text, "numeral") == []


def test_months_of_two_years_are_a_date():
    text = "项目\n2023.01-2023.12\n完工"
    assert propose(text).empty
    assert set(left_out(text)["reason"]) == {"date"}


def test_requirements_are_rules_in_either_script():
    text = "某方案（2022—2025年）\n教师每年参加培训不少于72学时。对7所寄宿制学校实施改造。入园年龄为3周岁。"
    traditional = "某方案（2022—2025年）\n教師每年參加培訓不少於72學時。對7所寄宿制學校實施改造。入園年齡為3週歲。"
    assert fields(text, "kind", "deadline") == [("rule", None), ("goal", 2025), ("rule", None)]
    assert fields(traditional, "kind", "deadline") == fields(text, "kind", "deadline")


@pytest.mark.parametrize(
    "opening",
    [
        "于2月20日投票表决确定2017年县政府民生实事项目为10项，分别是：",
        "经投票表决，以下10个项目为某市2017年度政府民生实事项目：",
        "经代表投票表决，确定某县2017年十件民生实事项目（按得票数高低为序）",
    ],
)
def test_an_announcement_dates_the_list_that_it_opens(opening):
    text = f"某县人民代表大会第一次会议公告（第8号）\n{opening}\n一、实施畅通工程，打通断头路25条。\n"
    assert fields(text, "value_min", "deadline")[-1] == (25, 2017)


def test_the_items_of_a_list_are_counted_and_not_promised():
    assert fields("以下10个项目为某市2017年度政府民生实事项目：", "kind") == [("status",)]


@pytest.mark.parametrize(
    ("head", "year"),
    [
        ("政府公布《某市資源循環藍圖2035》(附圖)\n政府今日(二月八日)公布藍圖。", 2035),
        ("臺灣 2050 淨零排放路徑及策略總說明\n國家發展委員會", 2050),
        ("2-4 鼓勵勞工籌組工會\n承諾事項的起迄時間：2021/1-2024/5", 2024),
        ("某市养老服务实施意见\n规划期限为2021年至2025年。", 2025),
    ],
)
def test_a_text_with_one_year_of_its_aim_or_one_stated_period_dates_its_goals(head, year):
    text = f"{head}\n目標是把回收率提升至55%。今年已建成3座設施。"
    assert fields(text, "value_min", "deadline")[0] == (55, year)
    # A year of an aim is not this year.
    assert fields(text, "value_min", "deadline")[1] != (3, year)
