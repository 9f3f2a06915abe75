"""Proposals from laws that set standards, from undated sectoral plans and from speeches of a government."""

import pytest
from test_candidates import read
from test_candidates_layout import fields


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("每收託十名兒童應設置水龍頭【一】座，未滿十人者，以十人計。", (1, 1, "座", "exact", None)),
        ("圖書館置主任【一】人，由校長遴選。", (1, 1, "人", "exact", None)),
        ("一級單位置主任或部主任【一】人。", (1, 1, "人", "exact", None)),
        ("得延長修業期限，至多【四】年。", (4, 4, "年", "at_most", None)),
        ("不得高於國民中學部應屆畢業學生人數\n    之【百分之三十五】。", (35, 35, "%", "at_most", None)),
        ("太陽光電將更新，2050 年設置裝置量達【40~80】GW。", (40, 80, "GW", "range", 2050)),
        ("致力達成光電 2025 年累計設置【20】GW。", (20, 20, "GW", "exact", 2025)),
        ("推进改造，规划2040年装机容量达【50万】千瓦。", (500_000, 500_000, "千瓦", "exact", 2040)),
        ("考慮推行【兩】個項目。", (2, 2, "個", "exact", None)),
        ("政府將增添【兩】個分別位於旺角及佐敦的項目。", (2, 2, "個", "exact", None)),
        ("亿元以上重点项目【922】个。", (922, 922, "个", "exact", None)),
        ("加快年货运量150万吨以上工业企业专用线建设，新建【3】条。", (3, 3, "条", "exact", None)),
    ],
)
def test_only_what_is_required_or_promised_is_a_mention(marked, wanted):
    assert read(marked)[-1] == wanted
    assert len(fields(marked.replace("【", "").replace("】", ""), "numeral")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "未滿十五人者，以十五人計。",
        "不足1人者，按1人计。",
        "每收托五名兒童。",
        "三個月以上未滿二歲之兒童。",
        "服務方式分為下列二種：",
        "广州港20万吨级航道建设。",
        "都市圈内成员城市1小时通达率",
        "建城史前推至3100多年前。",
        "明治 40 年（1907）所建。",
        "年用水量30万立方米以上的用户。",
    ],
)
def test_sizes_rounding_and_reigns_are_no_mentions(text):
    assert fields(text, "numeral") == []


def test_a_number_that_is_not_rounded_to_itself_counts():
    assert fields("超過二十人者，每十五人增加一套。", "numeral") == [("二十",), ("一",)]
    assert fields("补助不足30人者，按40人计。", "numeral") != []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("在本屆政府任期內增加1400個名額。", [("1400", "goal")]),
        ("委員任期二年。", [("二", "rule")]),
        ("政府共售出73幅用地。", [("73", "status")]),
        ("实现1小时直连大湾区、2小时互通省内。", [("1", "goal"), ("2", "goal")]),
    ],
)
def test_kinds_in_speeches_and_sectoral_plans(text, wanted):
    assert fields(text, "numeral", "kind") == wanted
