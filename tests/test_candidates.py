"""Proposals from text: cases by form, the five coded documents, accounting of every digit, growth with length."""

import gc
import re
import time
from pathlib import Path

import pandas as pd
import pytest
from candidate_reading import read
from candidate_scores import read_clauses, read_plans, score
from hypothesis import example, given, settings
from hypothesis import strategies as st

import regional_targets as rt
from regional_targets.candidates.proposals import COLUMNS, left_out, propose
from regional_targets.checks.accounting import DIGIT
from regional_targets.checks.places import READING_FIELDS, read_place
from regional_targets.levels import read_level
from regional_targets.numerals import read_numeral
from regional_targets.periods import read_period
from regional_targets.plain_text import plain
from regional_targets.stated_years import read_year

DATA = Path(__file__).parent / "data"
CLAUSES = DATA / "clauses" / "development.jsonl"
PLANS = DATA / "plans" / "development"


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("到2025年，占比达到【50%】以上。", [(50, 50, "%", "at_least", 2025)]),
        ("建设【三】所学校、【二十】个专业。", [(3, 3, "所", "exact", None), (20, 20, "个", "exact", None)]),
        ("占比达到【百分之五十】左右。", [(50, 50, "%", "about", None)]),
        (
            "评选【百】名能手，服务【一万】人次。",
            [(100, 100, "名", "exact", None), (10_000, 10_000, "人次", "exact", None)],
        ),
        ("投入【1亿5000万】元。", [(150_000_000, 150_000_000, "元", "exact", None)]),
        ("投入【20多万】元。", [(200_000, 200_000, "元", "at_least", None)]),
        ("投入【1.4万亿】元。", [(1.4e12, 1.4e12, "元", "exact", None)]),
        ("建设【2—3】所，培训【5000至1万】人。", [(2, 3, "所", "range", None), (5000, 10_000, "人", "range", None)]),
        ("开设【3个至5】个专业。", [(3, 5, "个", "range", None)]),
        ("打造【3】个省级以上试点。", [(3, 3, "个", "exact", None)]),
        ("师生比达到【1∶20】。", [(20, 20, "比", "exact", None)]),
        ("师生比达到【一比二十】。", [(20, 20, "比", "exact", None)]),
        ("签约【5】家企业。", [(5, 5, "家", "exact", None)]),
        (
            "超过【三分之二】的学校，占【七成】以上。",
            [(66.67, 66.67, "%", "at_least", None), (70, 70, "%", "at_least", None)],
        ),
        ("教师占比【过半】，企业占【一半】以上。", [(50, 50, "%", "at_least", None), (50, 50, "%", "at_least", None)]),
        ("建设托位【500】、【600】、【700】个。", [(n, n, "个", "exact", None) for n in (500, 600, 700)]),
        ("学校【全部】达标。", [(100, 100, "%", "exact", None)]),
        (
            "到２０２５年，占比達到【５０％】以上，建設【３】個。",
            [(50, 50, "%", "at_least", 2025), (3, 3, "個", "exact", 2025)],
        ),
        ("增設名額【2 600】個。", [(2600, 2600, "個", "exact", None)]),
    ],
)
def test_numerals_of_every_form_are_proposed_with_their_reading(marked, wanted):
    assert read(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "years"),
    [
        ("2025年建成【5】所。", [2025]),
        ("2025年，全市覆盖率达到【90%】。", [2025]),
        ("到2025年，建设【5】所；培育【3】名。下一句【4】所。", [2025, 2025, None]),
        ("到2023年、2025年分别达到【80%】、【90%】。", [2023, 2025]),
        ("建设【20】个中心，2025年底前投入使用。", [2025]),
        ("自2021年起，建设【3】所。", [None]),
        ("每校至少配备【2】名，到2025年全市达到【9】名。", [None, 2025]),
        ("到2025年，实现以下目标：\n——建设【5】所；\n——培育【6】名。\n二、保障措施\n新建【7】个。", [2025, 2025, None]),
        ("（一）2025年目标\n建设【5】所。\n（二）其他\n建设【6】所。", [2025, None]),
        ("2020年末，全县养老床位【3100】张。", [None]),
        ("比2020年增长【20%】以上。", [None]),
        (
            "指标 2020年现状 2025年目标\n巩固率（%） 【93】 【95】\n床位数（万张） 【1.5】 【2】\n",
            [None, 2025, None, 2025],
        ),
    ],
)
def test_deadlines_come_from_the_own_sentence_or_a_dated_heading(marked, years):
    assert [row[4] for row in read(marked)] == years


def test_a_stated_period_dates_goals_and_funding_but_no_rule_and_no_status():
    text = "某市行动计划（2023—2025年）\n建设5所学校。\n市财政安排1亿元。\n每校应配备2名教师。\n全市现有3所学校。\n"
    frame = propose(text)
    assert list(frame["kind"]) == ["goal", "funding", "rule", "status"]
    assert list(frame["deadline"].fillna(0)) == [2025, 2025, 0, 0]
    place = frame["deadline_start"].iloc[0]
    assert text[place : frame["deadline_end"].iloc[0]] == "2025"


def test_what_was_done_is_a_status_in_the_passive_too():
    frame = propose("80户违规摊点被取缔。\n共排查210家企业，整改95家。\n取缔违规摊点80户。")
    assert list(frame["kind"]) == ["status", "status", "status", "goal"]


def test_an_annual_plan_dates_its_goals_with_its_year():
    assert list(propose("2024年某市工作要点\n建设5所学校。")["deadline"]) == [2024]


def test_a_start_year_is_no_deadline_and_a_span_gives_both():
    frame = propose("自2021年起，招聘3名。\n2021—2025年，建设5所。")
    assert list(frame["start_year"]) == [2021, 2021]
    assert list(frame["deadline"].fillna(0)) == [0, 2025]


@pytest.mark.parametrize(
    ("clause", "column", "wanted"),
    [
        ("设立每年500万元专项资金", "period", "per_year"),
        ("年均新增市场主体1万户", "period", "per_year"),
        ("三年累计培训9000人", "period", "per_3_years"),
        ("5年累计不少于10个月", "period", "per_5_years"),
        ("补贴1000元/年", "period", "per_year"),
        ("到2025年累计建成300个", "period", "total"),
        ("每位教师每年6万元", "per_zh", "每位教师"),
        ("生均经费5000元", "per_zh", "生均"),
        ("全部村均建有1个农家书屋", "per_zh", "全部村"),
        ("每个居委会（行政村）建有1个健身点", "per_zh", "每个居委会（行政村）"),
        ("全市年专利授权量达到90件", "period", "per_year"),
        ("比上年增长9%", "period", "total"),
        ("新增2家年营业收入达5亿元、3家利润达1亿元的企业", "period", "total"),
        ("月人均补助200元", "period", "per_month"),
        ("供水能力新增3.5万吨/日", "period", "per_day"),
        ("推动30%的区（县级市）达标", "level", ""),
        ("每個縣市至少建設1個", "per_zh", "每個縣市"),
        ("建设省级示范校3所", "level", "省级"),
        ("建設3所省級學校", "level", "省級"),
        ("省级财政补助300万元", "level", ""),
    ],
)
def test_periods_bearers_and_levels_are_read_in_the_clause(clause, column, wanted):
    assert propose(clause)[column].iloc[-1] == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        (
            "引进【3】家以上年产值超百亿元、【6】家年产值达20亿元的龙头企业。",
            [(3, 3, "家", "at_least", None), (6, 6, "家", "exact", None)],
        ),
        ("补助标准在800元以上的有【4】个，200～800元的有【7】个。", [(n, n, "个", "exact", None) for n in (4, 7)]),
        ("更新【12】台20吨锅炉。", [(12, 12, "台", "exact", None)]),
        (
            "到2022年和2030年，合格人数比例达到【37%】及以上和【40%】及以上。",
            [(37, 37, "%", "at_least", 2022), (40, 40, "%", "at_least", 2030)],
        ),
        (
            "到2022年和2025年，迟缓率分别低于【7%】和【5%】，建成【3】所，培训【500】人。",
            [
                *[(7, 7, "%", "at_most", 2022), (5, 5, "%", "at_most", 2025)],
                *[(3, 3, "所", "exact", 2025), (500, 500, "人", "exact", 2025)],
            ],
        ),
        ("補助整建計畫【454】案。", [(454, 454, "案", "exact", None)]),
        ("供水能力新增【3.5万】吨/日。", [(35_000, 35_000, "吨", "exact", None)]),
        ("力争【全部】乡镇（街道）通过验收。", [(100, 100, "%", "exact", None)]),
        ("到2025年，【全部】图书馆均达二级标准。", [(100, 100, "%", "exact", 2025)]),
        ("【全部】街道均建有【1】所养老院。", [(100, 100, "%", "exact", None), (1, 1, "所", "exact", None)]),
        ("建成【一】个服务全国的算力中心，打造一个新格局。", [(1, 1, "个", "exact", None)]),
        ("2023年6月前，完成全市【8】个智慧社区试点工作。", [(8, 8, "个", "exact", 2023)]),
        ("到2025年，建成就业、养老、医疗等【3】个平台。", [(3, 3, "个", "exact", 2025)]),
        ("2021年底，市政府印发《教师支持办法》，按每月不低于【300】元补助。", [(300, 300, "元", "at_least", None)]),
        ("113年底前，興建社會住宅【12萬】戶。", [(120_000, 120_000, "戶", "exact", 2024)]),
        ("106年至108年，補助學校【300】所。", [(300, 300, "所", "exact", 2019)]),
        ("營運【100】年以上之學校應辦理評鑑。", [(100, 100, "年", "at_least", None)]),
        ("运营【100】年以上。", [(100, 100, "年", "at_least", None)]),
        ("70周岁以上老人体检率达到【90%】，21世纪20年代末再提高。", [(90, 90, "%", "exact", None)]),
        ("人均预期寿命达到【80】岁。", [(80, 80, "岁", "exact", None)]),
        (
            "本市18年6月发布规划，新建【3】所【300】张床位以上的医院。",
            [(3, 3, "所", "exact", None), (300, 300, "张", "at_least", None)],
        ),
        ("在2万名学生以上的县各建【1】所学校。", [(1, 1, "所", "exact", None)]),
        ("建成【100】个以上的社区食堂。", [(100, 100, "个", "at_least", None)]),
        ("以8年（106年至113年）興建住宅【5】處。", [(5, 5, "處", "exact", 2024)]),
    ],
)
def test_thresholds_capacities_and_years_of_the_republic_go_with_what_is_counted(marked, wanted):
    assert read(marked) == wanted


def test_a_year_of_the_republic_of_china_keeps_its_own_place():
    text = "自112年起，補助學校3所。\n113年底前，興建住宅5處。"
    frame = propose(text)
    assert list(frame["start_year"].fillna(0)) == [2023, 0]
    places = frame[["start_year_start", "start_year_end"]].iloc[0], frame[["deadline_start", "deadline_end"]].iloc[1]
    assert [text[start:end] for start, end in places] == ["112", "113"]


@pytest.mark.parametrize(
    "text",
    [
        "一、总则\n（三）要求\n1.建立一批基地，形成一系列成果，进一步统一标准。",
        "根据国发〔2019〕4号文件和《三年行动计划（2021—2023年）》，落实“1+X”证书、“3+2”培养，推广5G，实施2.0版。",
        "坚持“三全育人”，做到“两个维护”，深化三教改革，服务一带一路，建设一流高校。",
        "发布时间：2023-04-19 16:19 浏览次数：1234 电话：0531-12345678",
        "第二批、第3期，附件2，80后青年，12345热线，16部门，四大产业，十四五时期。",
        "近3年来，未来5年，三年内，2021年以来，全面贯彻，混合所有制。",
        "60岁以上老年人，每万人口，第3页 共12页。",
        "棚屋已全部清理，搬迁工作也已全部完成。",
        "在所有支出中，教育支出增长最快。",
        "压降万人火灾事故数，沿用前两期办法。",
        "名下有1套住房或年满65岁的居民可以报名，报名年龄放宽到18岁。",
        "本辦法於112年3月2日發布，第1期於108年起辦理，對象為各縣市學校。",
    ],
)
def test_markers_names_dates_and_rhetoric_are_left_out(text):
    assert list(propose(text)["numeral"]) == []


def test_an_empty_text_gives_the_same_columns_and_types():
    empty, full = propose(""), propose("建设3所。", file="a.txt")
    assert list(empty.columns) == list(full.columns) == list(COLUMNS)
    assert list(empty.dtypes) == list(full.dtypes)
    assert empty.empty and list(full["file"]) == ["a.txt"]
    assert left_out("").empty and list(left_out("").dtypes) == list(left_out("2025年").dtypes)


def test_plain_text_keeps_every_offset():
    text = "到２０２５年，建設３個「國家級」示範校；佔比≥５０％。𠮷\u3000二〇二五年"
    assert plain(text) == "到2025年，建设3个“国家级”示范校;占比>50%。𠮷 二〇二五年"
    assert len(plain(text)) == len(text)


@pytest.fixture(scope="module")
def data():
    return rt.load()


def codes(data, table: str, column: str) -> set[str]:
    """Return the closed list of a column."""
    fields = {field.name: field for field in data.schema.tables[table].fields}
    return set(fields[column].enum)


def coded(data):
    """Return id, text and coded mentions of each of the curated documents."""
    targets = data.targets[["target_id", "kind", "period", "per_zh"]]
    mentions = data.mentions.merge(targets, on="target_id").rename(columns={"level_zh": "level"})
    return [
        (document, text, mentions[mentions["document_id"] == document].to_dict("records"))
        for document, text in data.texts.items()
    ]


def test_the_coded_documents_are_found_again(data):
    result = score(coded(data))
    assert result.precision >= 0.99
    assert result.recall >= 0.99
    assert result.share_right >= 0.97
    assert result.accuracy("kind") >= 0.93
    assert result.accuracy("level") == result.accuracy("period") == 1


@pytest.mark.skipif(not CLAUSES.exists(), reason="the coded clauses are not in this checkout")
def test_the_coded_clauses_are_found_again():
    result = score(read_clauses(CLAUSES))
    assert result.f1 >= 0.97
    assert result.share_right >= 0.95


@pytest.mark.skipif(not PLANS.exists(), reason="the coded plans are not in this checkout")
def test_the_coded_plans_of_the_development_part_are_found_again():
    result = score(read_plans(PLANS))
    assert result.f1 >= 0.97
    assert result.share_right >= 0.95


def test_every_digit_of_a_document_is_proposed_or_left_out_once(data):
    for text in [*data.texts.values(), "1:2:3 4/5/6 IPv6 1.2.3 〔2023〕 二0二五年 99999999999999999999999999%"]:
        spans = pd.concat([propose(text)[["start", "end"]], left_out(text)[["start", "end"]]])
        held = [place for start, end in spans.itertuples(index=False) for place in range(start, end)]
        digits = [match.start() for match in DIGIT.finditer(text)]
        assert [place for place in digits if held.count(place) != 1] == []


def test_reasons_for_leaving_out_are_those_of_the_exclusions(data):
    allowed = set(codes(data, "exclusions", "reason"))
    exclusions, agreed = 0, 0
    for document, text in data.texts.items():
        found = {(row.start, row.end): row.reason for row in left_out(text).itertuples()}
        assert set(found.values()) <= allowed
        own = data.exclusions[data.exclusions["document_id"] == document]
        exclusions += len(own)
        agreed += sum(found.get((row.start, row.end)) == row.reason for row in own.itertuples())
    assert agreed >= 0.96 * exclusions


def test_a_proposal_reads_as_the_check_of_the_tables_reads_it(data):
    for text in data.texts.values():
        for row in propose(text).itertuples():
            reading = read_numeral(text, row.start, row.end)
            assert (reading.value_min, reading.unit, reading.comparator) == (row.value_min, row.unit, row.comparator)
            assert (read_level(text, row.end), read_period(text, row.start)) == (row.level, row.period)
            assert row.quote_start <= row.start and row.end <= row.quote_start + len(row.quote)
            assert text[row.quote_start : row.quote_start + len(row.quote)] == row.quote


def test_all_codes_are_of_the_closed_lists(data):
    for text in data.texts.values():
        frame = propose(text)
        for column in ("kind", "basis", "comparator", "period"):
            assert set(frame[column]) <= codes(data, "targets", column)
        assert set(frame["modality"]) <= {*codes(data, "targets", "modality"), ""}
        assert frame["confidence"].between(0, 1).all() and (frame["reason"] != "").all()


HARD = {
    "digits": "1234567890",
    "ones": "一",
    "dashes": "—",
    "brackets": "（",
    "ranges": "1—",
    "letters": "a",
    "letters and digits": "a1",
    "years": "到2025年",
    "no punctuation": "到2025年建设3所学校并培养5名教师",
    "ratios": "1:",
    "fractions": "三分之",
    "quantifiers": "所有",
    "levels": "3个省、市、县、",
    "lists": "5个、",
    "headings": "一、2025年\n",
    "columns": "2020年 2025年\n1 2\n",
    "years and colons": "到2025年：",
    "cells": "1\t",
    "titles": "《",
    "torn numerals": "一 亿",
    "rows": "1\n甲\n2\n乙\n",
    "cells a line": "指标\n%\n12\n",
    "year and cell": "2020年\n25辆\n",
    "seasons": "2024-25年度",
    "wrapped": "建设三所学校和二十个专业以及若干基地的办法和措施\n",
    "forecasts": "预测增长5%，",
    "blank lines below a year": "到2025年，建成体系。\n\n\n\n",
    "dashed items": "到2025年，建成体系。\n——床位3张。\n",
    "five-year plans": "“十四五”期间",
    "aims": "一、目标\n增长5%，",
    "rows with years": "1\n2021年\n3\n4\n",
    "shares in one row": "12%\t",
    "counts in one row": "\t5所",
    "titles in titles": "《a",
    "heads of numbered rows": "序号\na\nb\nc\n1\n",
    "heads of amounts": "投资(亿元)\n工程\n1\n",
    "rows of amounts": "工程\n内容。\n1\n",
    "cells with units": "年份（a） 率（%） ",
    "tables with units": "年份 率（%） 林（万亩）\n2025年 90 3\n2026年 91 4\n",
    "sections of aims": "一、目标\n2025年比率为87%。\n",
    "unended prose": "新增名额，800个；其中\n",
    "years in lines of their own": "2027年度\n(1) 建8所；\n",
    "empty cells": "17 — 30\n",
    "labels": "现况：\n目标：\n",
    "due notes": "3所（完成时限：2025年）",
    "heads of limits": "最高限额\n5元\n",
    "open notes": "（完成时限，",
    "blanks in prose": "这个新 的办法，\n",
    "torn tens": "二 十 ",
    "bars without units": "率 | — | 3 |\n",
    "columns of the present": "现状值\t目标值\n3\t5\n",
    "years without their word": "指标\t2005\t2008\n甲\t3\t4\n",
}


# What stands once at the head, and what is repeated below it.
BELOW = {
    "next five years": ("政府工作报告\n——2016年3月5日\n“十三五”期间\n", "今后五年的目标。建成学校。\n"),
    "aims of one year": ("某市规划（2021—2025年）\n二、目标\n", "到2023年，提升水平。\n"),
    "aims of years in turn": ("某市规划（2021—2025年）\n二、目标\n", "到2023年，提升水平。\n到2024年，提升。\n"),
    "terms": ("某市意见\n", "2012年起5年内，"),
    "shares of a list": ("某市意见\n", "甲率、乙率分别达到5%、6%、"),
    "changes": ("某市意见\n", "由5所"),
    "lines with cr lf": ("某市意见\r\n", "建成5所学校。\r\n"),
}


@pytest.mark.parametrize(
    ("head", "unit"), [*(("", unit) for unit in HARD.values()), *BELOW.values()], ids=[*HARD, *BELOW]
)
def test_the_time_grows_with_the_length_and_no_faster(head, unit):
    def seconds(length: int) -> float:
        text = head + unit * (length // len(unit))
        started = time.process_time()
        propose(text)
        return time.process_time() - started

    # Four times the text takes four times as long when the time is linear, sixteen times when it is quadratic. What
    # takes too long once is measured again, for a machine may be busy; what is quadratic stays so.
    short = max(min(seconds(12_000) for _ in range(3)), 0.002)
    assert any(seconds(48_000) < 9 * short for _ in range(3))


@pytest.mark.parametrize("on", [True, False])
def test_the_collector_is_left_as_it_was_found(on):
    was_on = gc.isenabled()
    (gc.enable if on else gc.disable)()
    try:
        propose("到2025年，占比达到50%。")
        assert gc.isenabled() is on
    finally:
        (gc.enable if was_on else gc.disable)()


# What texts are made of, and what tears them: a piece in another's place must not stop the reading.
PIECES = (
    *"0123456789%％.,，。；:：()（）\n\t 一二三十百千万亿零半年月日个所元人至到—“”《》〔〕〇壹",
    *(
        "以上",
        "不低于",
        "2025年",
        "“十四五”",
        "全部",
        "分别",
        "今后五年",
        "起5年内",
        "减半",
        "其中",
        "率、",
        "⻓",
        "由",
        "的，",
        "总投资（亿元）\n",
        "序号\n",
        "\u3000",
        "𠀀",
        "\ud800",
        "１２",
        "第",
    ),
    *(
        "百分之",
        "到2030年，",
        "建设学校",
        "每人每月",
        "增长",
        "附件",
        "其中",
        "113年",
        "預期性",
        "民国",
        "（含）",
        "元/生•年",
    ),
    *("二〇二五年", "到2024-25学年", "“十四五”末，", "今年", "全年"),
)


def text_year(written: str) -> int:
    """Return the year that characters say; of a school year the one in which it ends."""
    return int(written[:2] + written[-2:]) if re.fullmatch(r"\d{4}-\d\d", written) else read_year(written)


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
@settings(max_examples=400, derandomize=True, deadline=None)
@example("全市亿一个")
@example("到民国百百年，建成5所学校。")
def test_any_text_is_read_and_every_digit_accounted_for(text):
    proposals, others = propose(text), left_out(text)
    for row in proposals.itertuples():
        assert text[row.start : row.end] == row.numeral
        assert row.quote_start <= row.start and row.end <= row.quote_start + len(row.quote)
        # What is proposed is what the check reads there, and a year is what stands at its place.
        assert {field: getattr(row, field) for field in READING_FIELDS} == {
            field: value for field, value in read_place(text, row.start, row.end).items() if field in READING_FIELDS
        }
        if not pd.isna(row.deadline):
            assert text_year(text[row.deadline_start : row.deadline_end]) == row.deadline
    spans = [*zip(proposals["start"], proposals["end"], strict=True), *zip(others["start"], others["end"], strict=True)]
    taken = {place for start, end in spans for place in range(start, end)}
    assert {match.start() for match in DIGIT.finditer(text)} <= taken
