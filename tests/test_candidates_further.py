"""Proposals from forms seen in real documents of other regions, after the sets set aside had been scored."""

import pytest
from test_candidates import read
from test_candidates_layout import fields


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("全市【116】个重点项目完成投资【186.4亿】元。", (18_640_000_000, 18_640_000_000, "元", "exact", None)),
        ("贯彻七届二次、三次全会精神，新建【2】所。", (2, 2, "所", "exact", None)),
        ("给予【5万】元以下、【三】年以内的小额信贷支持。", (3, 3, "年", "at_most", None)),
    ],
)
def test_further_numbers(marked, wanted):
    assert read(marked)[-1] == wanted


def test_years_of_schooling_in_the_column_of_a_year_are_a_goal():
    text = "主要指标表\n指标\n2020年\n2025年\n毛入学率（%）\n99.8%\n100%\n平均受教育年限（年）\n11.4年\n12.3年以上\n"
    assert fields(text, "kind", "deadline")[2:] == [("status", None), ("goal", 2025)]


def test_the_tasks_of_a_report_have_its_year():
    text = "关于分解落实《政府工作报告》的通知\n2017年1月13日\n一、工业\n投资200亿元，改造企业30家。\n"
    assert fields(text, "deadline") == [(2017,), (2017,)]
