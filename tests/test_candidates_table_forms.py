"""One table in every form in which it survives copying: whatever the form, the same is proposed."""

import pandas as pd
import pytest

from regional_targets.candidates import propose

PLAN = "某市教育发展“十四五”规划\n\n到2025年，建成高质量教育体系，各级各类教育协调发展。\n\n"
ANNUAL = "某市2026年教育工作要点\n\n为推进工作，制定本要点。\n\n"
SCHEME = "某市职业教育提质行动方案（2024—2026年）\n\n为推进工作，制定本方案。\n\n"

# Label, unit, what there was, what is aimed at, kind of indicator.
INDICATORS = [
    ("学前教育毛入园率", "%", "88.5", "92", "预期性"),
    ("普惠性幼儿园覆盖率", "%", "84.1", "≥86", "约束性"),
    ("新增公办学位", "万个", "2.3", "3.5", "预期性"),
    ("高等职业院校数", "所", "12", "14", "预期性"),
    ("专任教师本科以上学历比例", "%", "71", "80以上", "预期性"),
    ("财政教育投入", "亿元", "120.5", "150左右", "预期性"),
    ("生师比", "—", "18.2", "16.5", "预期性"),
    ("劳动年龄人口平均受教育年限", "年", "10.8", "11.3", "约束性"),
]
PRESENT = [
    (88.5, "%", "status", None),
    (84.1, "%", "status", None),
    (23_000, "个", "status", None),
    (12, "所", "status", None),
    (71, "%", "status", None),
    (12_050_000_000, "元", "status", None),
    (18.2, "", "status", None),
    (10.8, "年", "status", None),
]
AIMED = [
    (92, "%", "goal", 2025),
    (86, "%", "goal", 2025),
    (35_000, "个", "goal", 2025),
    (14, "所", "goal", 2025),
    (80, "%", "goal", 2025),
    (15_000_000_000, "元", "funding", 2025),
    (16.5, "", "goal", 2025),
    (11.3, "年", "goal", 2025),
]


def joined(separator: str):
    return lambda table: "\n".join(separator.join(row) for row in table) + "\n"


def barred(separator: str):
    def bars(table: list[list[str]]) -> str:
        head, *rows = [separator.join(["", *row, ""]).strip() for row in table]
        return "\n".join([head, "|" + "---|" * len(table[0]), *rows]) + "\n"

    return bars


FORMS = {
    "tabs": joined("\t"),
    "four blanks": joined("    "),
    "two blanks": joined("  "),
    "one blank": joined(" "),
    "one cell a line": joined("\n"),
    "blank lines between": lambda table: "\n\n".join("\n\n".join(row) for row in table) + "\n",
    "bars": barred(" | "),
    "bars alone": barred("|"),
}


def labelled(label: str, unit: str) -> str:
    return label if unit == "—" else f"{label}（{unit}）"


# A head, and what its row holds of number, label, unit, past value, aim and kind of indicator.
HEADS = {
    "numbered": ("序号 指标 单位 2020年 2025年 属性", lambda n, i, u, b, t, k: [n, i, u, b, t, k]),
    "values named": ("指标名称 单位 2020年现状值 2025年目标值 指标属性", lambda n, i, u, b, t, k: [i, u, b, t, k]),
    "units in labels": ("序号 指标 2020年 2025年 属性", lambda n, i, u, b, t, k: [n, labelled(i, u), b, t, k]),
    "no years": ("指标 单位 现状值 目标值 属性", lambda n, i, u, b, t, k: [i, u, b, t, k]),
    "aims alone": ("指标 单位 2025年目标", lambda n, i, u, b, t, k: [i, u, t]),
    "aims numbered": ("序号 主要指标 单位 2025年 指标属性", lambda n, i, u, b, t, k: [n, i, u, t, k]),
    "years in brackets": (
        "指标 单位 基期值（2020年） 目标值（2025年） 属性",
        lambda n, i, u, b, t, k: [i, u, b, t, k],
    ),
    "names of plans": ("指标 单位 “十三五”末 “十四五”末", lambda n, i, u, b, t, k: [i, u, b, t]),
    "actual and planned": ("序号 指标 单位 2020年实际 2025年规划", lambda n, i, u, b, t, k: [n, i, u, b, t]),
    "two years": ("指标 2020年 2025年", lambda n, i, u, b, t, k: [labelled(i, u), b, t]),
    "groups and bureaus": (
        "类别 指标 单位 目标值 责任单位",
        lambda n, i, u, b, t, k: ["普及水平", i, u, t, "市教育局"],
    ),
    "column of growth": (
        "序号 指标 单位 2020年 2025年 年均增长〔累计〕 属性",
        lambda n, i, u, b, t, k: [n, i, u, b, t, "—", k],
    ),
}


def proposed(before: str, table: str) -> list[tuple]:
    """Return value, unit, kind and deadline of what is proposed in a table below `before`, in the order of the text."""
    found = propose(before + table + "\n注：数据来源于统计部门。\n")
    found = found[found["start"] >= len(before)][["value_min", "unit", "kind", "deadline"]].astype(object)
    return [tuple(None if pd.isna(cell) else cell for cell in row) for row in found.itertuples(index=False)]


@pytest.mark.parametrize("caption", ["", "专栏1  主要发展指标\n"], ids=["bare", "titled"])
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("head", HEADS)
def test_a_table_of_indicators_is_read_alike_in_every_form(head, form, caption):
    names, row = HEADS[head]
    rows = [row(str(number), *indicator) for number, indicator in enumerate(INDICATORS, 1)]
    both = row("", *INDICATORS[-1]).count("10.8")
    wanted = [one for pair in zip(PRESENT, AIMED, strict=True) for one in pair] if both else AIMED
    assert proposed(PLAN + caption, FORMS[form]([names.split(), *rows])) == wanted


# Tables that differ in what their cells hold: the text above, the rows (cells parted by /), and what is wanted, a
# status as 88.5, a goal with its deadline as 92@2025.
TABLES = {
    "three years": (
        PLAN,
        "序号/指标/单位/2020年实际/2023年/2025年/属性\n1/高中阶段毛入学率/%/91.2/93/95/预期性\n"
        "2/中等职业学校在校生/万人/3.2/3.5/3.8/预期性\n3/每千人口托位数/个/1.8/3.2/4.5/约束性",
        "91.2 93@2023 95@2025 32000 35000@2023 38000@2025 1.8 3.2@2023 4.5@2025",
    ),
    "cells of words": (
        PLAN,
        "指标/单位/2020年/2025年/属性\n新增学位/万个/—/3.5/预期性\n教师培训率/%/99/100/约束性\n"
        "居民健康素养水平/%/24.5/持续提升/预期性\n托育服务机构/家/—/120/预期性\n学校绿化率/%/35/40以上/预期性",
        "35000@2025 99 100@2025 24.5 120@2025 35 40@2025",
    ),
    "units in cells": (
        PLAN,
        "序号/指标/2020年/2025年/属性\n1/学前教育毛入园率/88.5%/92%/预期性\n2/高职院校在校生/3.2万人/4万人/预期性\n"
        "3/实训基地/5个/10个/预期性\n4/生师比/18:1/16:1/预期性",
        "88.5 92@2025 32000 40000@2025 5 10@2025 0.055556 0.0625@2025",
    ),
    "bounds and brackets": (
        PLAN,
        "指标/单位/2020年/2025年/属性\n义务教育巩固率/%/97.5/>98/约束性\n双师型教师占比/%/45/≥60/预期性\n"
        "培训人次/万人次/[12]/[20]/预期性\n新建学校/所/〔30〕/〔45〕左右/预期性\n入学率/%/90/95—98/预期性",
        "97.5 98@2025 45 60@2025 120000 200000@2025 30 45@2025 90 95@2025",
    ),
    "rows of groups": (
        PLAN,
        "序号/指标/单位/2020年/2025年/属性\n一、普及水平\n1/学前三年毛入园率/%/88/92/预期性\n"
        "2/高中阶段毛入学率/%/91/95/约束性\n二、资源配置\n3/新增学位/万个/2.1/3.5/预期性\n4/专任教师/人/5200/6000/预期性",
        "88 92@2025 91 95@2025 21000 35000@2025 5200 6000@2025",
    ),
    "long heads and bureaus": (
        PLAN,
        "序号/主要指标名称/计量单位/2020年完成情况/2025年规划目标/指标属性/牵头部门\n"
        "1/学前三年毛入园率/%/88/92/预期性/市教育局\n2/新增学位/万个/2.1/3.5/预期性/市财政局\n"
        "3/专任教师/人/5200/6000/预期性/市人社局",
        "88 92@2025 21000 35000@2025 5200 6000@2025",
    ),
    "years of an annual plan": (
        ANNUAL,
        "序号/指标/单位/2025年完成/2026年目标\n1/学前三年毛入园率/%/88/92\n2/新增学位/个/2100/3500\n"
        "3/培训教师/人次/5200/6000",
        "88 92@2026 2100 3500@2026 5200 6000@2026",
    ),
    "a column for each year": (
        SCHEME,
        "序号/任务/单位/2024年/2025年/2026年/合计\n1/新建实训基地/个/3/4/5/12\n2/培训教师/人次/500/600/700/1800\n"
        "3/新增学位/个/1000/1500/2000/4500",
        "3@2024 4@2025 5@2026 12@2026 500@2024 600@2025 700@2026 1800@2026 1000@2024 1500@2025 2000@2026 4500@2026",
    ),
    "shares of districts": (
        ANNUAL,
        "区县/新增学位/新建学校/培训教师\n东城区/1200/3/260\n西城区/900/2/180\n南山县/450/1/95",
        "1200@2026 3@2026 260@2026 900@2026 2@2026 180@2026 450@2026 1@2026 95@2026",
    ),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("table", TABLES)
def test_the_cells_of_a_table_keep_row_and_column_in_every_form(table, form):
    before, written, wanted = TABLES[table]
    rows = [line.split("/") for line in written.split("\n")]
    found = proposed(before, FORMS[form](rows))
    assert [f"{value:g}" + (f"@{year}" if kind == "goal" else "") for value, _, kind, year in found] == wanted.split()


@pytest.mark.parametrize("form", ["tabs", "four blanks", "one cell a line", "blank lines between", "bars"])
def test_a_column_that_says_by_when_dates_the_sentences_of_its_row(form):
    rows = [
        "序号/重点任务/工作目标/完成时限/责任单位",
        "1/扩大学位供给/新建中等职业学校3所，新增学位4500个/2025年12月底/市教育局",
        "2/建设双师队伍/培训双师型教师600人次/2024年底/市人社局",
        "3/深化产教融合/建成产教融合实训基地8个/2026年6月底/市发改委",
        "4/加大经费投入/安排专项资金5000万元/2026年底/市财政局",
    ]
    assert proposed(SCHEME, FORMS[form]([row.split("/") for row in rows])) == [
        (3, "所", "goal", 2025),
        (4500, "个", "goal", 2025),
        (600, "人次", "goal", 2024),
        (8, "个", "goal", 2026),
        (50_000_000, "元", "funding", 2026),
    ]
