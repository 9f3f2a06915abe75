"""Proposals from texts as they are found: tables with one cell a line, wrapped lines, reviews beside goals, seasons."""

import pandas as pd
import pytest
from test_candidates import read

from regional_targets.candidates import left_out, propose
from regional_targets.numerals import read_numeral
from regional_targets.plain_text import plain
from regional_targets.wrapped_lines import unwrap

PLAN = "某市“十四五”规划\n"
TABLE = """主要指标

序号

指标名称

属性

基准值
（2020年）

目标值
（2025年）

1

达标率

预期性

【46%】

≥【73%】

2

使用率

预期性

/

【100%】

3

河湖面积

约束性

【120.5】
平方公里

【128】
平方公里

4
管网长度（公里）
预期性
【80】
【120】
"""
GOAL_COLUMNS = [None, 2025, 2025, None, 2025, None, 2025]


def fields(text: str, *names: str) -> list[tuple]:
    frame = propose(text.translate({ord(mark): None for mark in "【】"}))[list(names)].astype(object)
    return [tuple(None if pd.isna(value) else value for value in row) for row in frame.itertuples(index=False)]


def test_a_table_with_one_cell_a_line_is_read_by_row_and_column():
    assert read(PLAN + TABLE) == [
        (value, value, unit, comparator, year)
        for (value, unit, comparator), year in zip(
            [
                *((46, "%", "exact"), (73, "%", "at_least"), (100, "%", "exact"), (120.5, "平方公里", "exact")),
                *((128, "平方公里", "exact"), (80, "公里", "exact"), (120, "公里", "exact")),
            ],
            GOAL_COLUMNS,
            strict=True,
        )
    ]
    kinds = [kind for (kind,) in fields(PLAN + TABLE, "kind")]
    assert kinds == ["goal" if year else "status" for year in GOAL_COLUMNS]


def test_numbers_that_count_the_rows_of_a_table_are_list_markers():
    text = (PLAN + TABLE).translate({ord(mark): None for mark in "【】"})
    reasons = left_out(text).set_index("start")["reason"]
    assert [reasons[text.index(f"\n{number}\n") + 1] for number in (1, 2, 3, 4)] == ["list_marker"] * 4


def test_the_caption_of_a_table_gives_the_unit_of_its_cells():
    text = "2024年计划表\n单位：万亩\n乡镇\n面积\n东镇\n【20】\n西镇\n【35.5】\n南镇\n【15】\n合计\n【70.5】\n"
    values = (200_000, 355_000, 150_000, 705_000)
    assert read(text) == [(value, value, "亩", "exact", 2024) for value in values]


def test_the_check_reads_a_cell_of_a_table_as_the_proposals_do():
    text = "指标\n单位\n2025年\n在校生\n万人\n12.5\n教师\n名\n800\n"
    start = text.index("12.5")
    reading = read_numeral(text, start, start + 4)
    assert (reading.value_min, reading.unit) == (125_000, "人")


def test_a_row_in_one_line_takes_its_unit_from_the_cell_before():
    text = "指标 单位 2020年 2025年 属性\n1 普惠率 % 【85.2】 【90】 约束性\n2 在园幼儿 万人 【12】 【15】 预期性\n"
    assert read(text) == [
        (85.2, 85.2, "%", "exact", None),
        (90, 90, "%", "exact", 2025),
        (120_000, 120_000, "人", "exact", None),
        (150_000, 150_000, "人", "exact", 2025),
    ]


def test_a_year_above_a_cell_dates_it():
    text = (
        "任务表\n新增车辆\n2018年\n【25】辆\n区绿化局\n2019年\n【35】辆\n2020年\n【40】辆\n新增站点\n2018年\n【3】个\n"
    )
    assert [row[4] for row in read(text)] == [2018, 2019, 2020, 2018]


def test_what_is_forecast_is_no_mention():
    assert propose("预测2025年全省生产总值增长5%，物价上涨2%。").empty


def test_row_numbers_of_a_table_of_tasks_are_no_cells():
    rows = "\n".join(f"{number}\n建设第{'一二三四五六'[number - 1]}类学校\n市教育局" for number in range(1, 7))
    assert propose(f"任务表\n{rows}\n").empty


WRAPPED = """本计划的目标是到2027
年，全市职业学校的实习学生人数由2022年的3000人增至2027年
的5000人，并把先进制造业的楼面面积由现在的十万平方米扩
大到二十万平方米，使企业在学校附近设立生产线及培训中
心，学生可以就近实习。
"""


def test_a_sentence_goes_on_over_lines_that_the_margin_broke():
    assert len(unwrap(WRAPPED)) == len(WRAPPED)
    values = dict(fields(WRAPPED, "value_min", "deadline"))
    assert values[3000] is None
    assert values[5000] == 2027


@pytest.mark.parametrize(
    "text",
    [
        "一、目标\n建设3所学校。\n二、保障\n投入5万元。\n",
        "到2025年，建设一批高水平学校，培养一批高水平教师，建成一批实训基地。" * 3
        + "\n二、保障措施\n各县区要落实责任\n",
        "责任单位：市教育局\n责任单位：市财政局\n责任单位：市人社局\n责任单位：市民政局\n",
    ],
    ids=["sentences", "long lines", "short lines"],
)
def test_lines_that_no_margin_broke_stay(text):
    assert unwrap(text) == text


@pytest.mark.parametrize(
    ("marked", "years"),
    [
        ("政府會在2024-25年度撥款【2億】元，資助約【30】所學校。", [(2025, None), (2025, None)]),
        ("到2023/24學年，學額達到【500】個。", [(2024, None)]),
        ("由2026／27學年起，名額增至【3000】個。", [(None, 2026)]),
        ("2021-25年新建学校【10】所。", [(2025, 2021)]),
        ("在二零二六／二七年度節省【七十八億】元。", [(2027, None)]),
        ("人数由2022年约【30】人增至2027年超过【130】人。", [(None, None), (2027, None)]),
    ],
)
def test_school_and_fiscal_years_are_dates(marked, years):
    read(marked)
    assert fields(marked, "deadline", "start_year") == years


def test_a_title_may_name_years_of_the_republic_of_china():
    assert [row[4] for row in read("新北市政府113年度施政計畫\n補助學校耐震補強，預計完成【56】校。")] == [2024]
    assert [row[4] for row in read("長期照顧整體計畫（113-116年）\n本計畫總經費【4億2,350萬】元。")] == [2027]


def test_headings_of_a_year_alone_date_their_items_inside_the_period_of_the_title():
    text = (
        "某县技能提升三年行动计划（2023—2025年）\n一、年度任务\n（一）2023年\n1．培训800人次；\n2．认定5家。\n"
        "（二）2024年\n1．培训900人次。\n二、其他任务\n新建学校3所。\n"
    )
    assert fields(text, "deadline") == [(2023,), (2023,), (2024,), (2025,)]


def test_what_begins_after_the_year_of_the_title_is_not_due_in_it():
    text = "某市2023年工作要点\n自2024年4月起，津贴增至1000元，惠及500人。\n自2023年3月起，补助800人。\n"
    assert fields(text, "deadline", "start_year") == [(None, 2024), (None, 2024), (2023, 2023)]


def test_up_to_a_year_looks_back_unless_something_is_intended():
    assert fields("截至2021年底，养老机构发展到2204家，床位达到20万张。", "kind", "deadline") == [("status", None)] * 2
    assert fields("截至2025年底，力争床位达到20万张。", "kind", "deadline") == [("goal", 2025)]


def test_a_month_alone_at_the_end_says_when_a_text_was_issued():
    text = "职业教育支援措施\n在2022/23学年，资助学校30所。\n教育局\n"
    assert fields(text + "2024年3月\n", "kind", "deadline") == [("status", None)]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("某市职业教育发展规划\n（2021—2025年）\n一、目标\n建设3所学校。\n", 2025),
        ("某市职业教育\n发展规划\n（2021—2025年）\n一、目标\n建设3所学校。\n", 2025),
        ("某市人民政府\n2023年\n为民办实事项目\n新建幼儿园3所。", 2023),
        ("某港岸电实施方案（2023年）\n建成3套设施。", 2023),
        ("二零二零至二一財政年度\n政府財政預算案\n撥款3億元。", 2021),
        ("特制定2024年技能河南建设工作方案。\n建成3所学校。", 2024),
        ("到2025年 全市技能人才将达到500万人\n新建学校3所。", 2025),
        ("某市文件\n2021年3月5日\n某市职业教育改革实施方案\n建成3所学校。", None),
    ],
    ids=[
        "period below",
        "three lines",
        "year between",
        "year last",
        "fiscal year above",
        "no title",
        "headline",
        "a day",
    ],
)
def test_a_title_may_stand_on_several_lines(text, year):
    assert {found for (found,) in fields(text, "deadline")} == {year}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "2026年某省政府工作报告\n一年来，义务教育优质均衡取得新成效。巩固率98.4%，新建幼儿园120所。\n"
            "今年，我们将继续推进教育强省建设。新建幼儿园80所，巩固率98.6%。\n",
            ["status", "status", "goal", "goal"],
        ),
        (
            "2026年某省政府工作报告\n五年来，建成学校120所。\n覆盖率达到93%。\n今年，力争、确保、继续推进下列工作。\n",
            ["status", "status"],
        ),
        ("2025年某市工作要点\n对300个公交站台进行适老化改造。\n", ["goal"]),
        ("某市2024年工作要点\n新增学位3000个。覆盖率90%。\n", ["goal", "goal"]),
        ("2014年末，全市牛存栏91.4万头，肉类总产量达到35.9万吨，同比增长3.6%。", ["status"] * 3),
        ("环境形势依然严峻。全国26%的断面劣于Ⅴ类标准。", ["status"]),
    ],
    ids=["report", "end of a review", "what is rebuilt", "plan", "statistics", "situation"],
)
def test_a_review_states_what_is_and_a_plan_what_shall_be(text, kinds):
    assert [kind for (kind,) in fields(text, "kind")] == kinds


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("培训教师【３，０００】人次。", (3000, 3000, "人次", "exact", None)),
        ("改造【2.5万】套（间）旧房。", (25_000, 25_000, "套（间）", "exact", None)),
        ("生均建筑面积不低于【8】㎡。", (8, 8, "㎡", "at_least", None)),
        ("报酬原则上不低于本单位相同岗位试用期工资标准的【80%】。", (80, 80, "%", "at_least", None)),
        ("生师比值应低于【27】。", (27, 27, "", "at_most", None)),
        ("将最低工资标准调整为【1960】元。", (1960, 1960, "元", "exact", None)),
        ("PM2.5年均浓度控制在【35】微克/立方米以下。", (35, 35, "微克/立方米", "at_most", None)),
        ("惠及【3700多万】学生。", (37_000_000, 37_000_000, "", "at_least", None)),
        ("帮助【五千五百七十五万】农村人口脱贫。", (55_750_000, 55_750_000, "人", "exact", None)),
        ("楼面面积增加【一】倍。", (1, 1, "倍", "exact", None)),
        ("每安置1名残疾人补贴【5000】元。", (5000, 5000, "元", "exact", None)),
        ("培育规上企业50家，其中产值10亿元以上企业【5】家。"[10:], (5, 5, "家", "exact", None)),
        ("就餐人数超过【500】人的学校，须配备营养师【1】名。", (1, 1, "名", "exact", None)),
        ("实施百亿斤粮食产能提升工程，改造【400万】亩。", (4_000_000, 4_000_000, "亩", "exact", None)),
        ("壮大18条乡村富民产业链，建成【35】个先导区。", (35, 35, "个", "exact", None)),
        ("办好铁人三项赛事【2】场。", (2, 2, "场", "exact", None)),
        ("报区人民政府备案，最高不得超过【50万】元/户。", (500_000, 500_000, "元", "at_most", None)),
        ("开展全民阅读活动【100】场。", (100, 100, "场", "exact", None)),
        ("支持金额不超过【500万】。", (5_000_000, 5_000_000, "元", "at_most", None)),
        ("予以【三】年租金减免。", (3, 3, "年", "exact", None)),
        ("奖励时间为连续【5】年。", (5, 5, "年", "exact", None)),
        ("更新改造20年以上老旧电梯【173】台。", (173, 173, "台", "exact", None)),
        ("为【161.1万】70周岁以上户籍老人购置保险。", (1_611_000, 1_611_000, "", "exact", None)),
        ("死亡率不超过【7.5】/10万。", (7.5, 7.5, "/10万", "at_most", None)),
        ("常住人口总量超【千万】。", (10_000_000, 10_000_000, "", "at_least", None)),
        ("实施“医疗卫生三名工程”，建设【3】所医院。", (3, 3, "所", "exact", None)),
        ("每周开放不少于【15】个小时。", (15, 15, "个小时", "at_least", None)),
        ("省财政安排【11.7亿】资助资金。", (1_170_000_000, 1_170_000_000, "元", "exact", None)),
        ("约占全国【1/7】。", (14.29, 14.29, "%", "about", None)),
        ("提供岗位上【万】个。", (10_000, 10_000, "个", "at_least", None)),
        ("对接20个战略性支柱产业，新建【100】个省级专业。", (100, 100, "个", "exact", None)),
        ("培育【4】个千亿级产业集群。", (4, 4, "个", "exact", None)),
        ("名单分三批公布，新建【三】所学校。", (3, 3, "所", "exact", None)),
        ("每两年举办【一】届大赛，全面贯彻二十届三中全会精神。", (1, 1, "届", "exact", None)),
        ("逾【九成】毕业生就业。", (90, 90, "%", "at_least", None)),
        ("人均藏书达到【一点五】册。", (1.5, 1.5, "册", "exact", None)),
        ("就诊量占比较上年提高【两】个百分点。", (2, 2, "个百分点", "exact", None)),
        ("面向16—24岁失业青年，开展招聘【30】场。", (30, 30, "场", "exact", None)),
        ("热线24小时接听，建成【2】个站点。", (2, 2, "个", "exact", None)),
        ("面积提高【三】倍。", (3, 3, "倍", "exact", None)),
        ("完成1%人口抽样调查，新建【2】所。", (2, 2, "所", "exact", None)),
        ("轨道交通站点600米范围内租赁住房占比达到【30%】。", (30, 30, "%", "exact", None)),
        ("不得在观测场周边【200】米范围内修建铁路。", (200, 200, "米", "exact", None)),
        ("通过“千里绿廊和百座公园”建设，新增公园【5】座。", (5, 5, "座", "exact", None)),
        ("1.2025年6月底前，新增点位【30】个。", (30, 30, "个", "exact", 2025)),
        ("目标：\n3．【30%】以上的村达标。", (30, 30, "%", "at_least", None)),
        ("民生实事【全部】如期完成。", (100, 100, "%", "exact", None)),
        (
            "结合我市“633”现代工业体系和4个千亿级产业集群发展，年培训【2万】人次。",
            (20_000, 20_000, "人次", "exact", None),
        ),
        ("升学率约【八成半】。", (85, 85, "%", "about", None)),
        ("7、8月期间，走访【30】所学校。", (30, 30, "所", "exact", None)),
        ("调升最低维生指数至【4050】元。", (4050, 4050, "元", "exact", None)),
        ("申请单位【3】年以内不得再次申请。", (3, 3, "年", "at_most", None)),
        ("排名前1%的学科达到【3】个。", (3, 3, "个", "exact", None)),
        ("（二）师资建设（25分）。新增教师【40】名。", (40, 40, "名", "exact", None)),
        ("入住人数大于【10】人的，补助【2万】元。", (20_000, 20_000, "元", "exact", None)),
        ("到2027年，【全部】高中达到标准。", (100, 100, "%", "exact", 2027)),
        ("到2026年，产值达到2020年的【2.5】倍。", (2.5, 2.5, "倍", "exact", 2026)),
        ("进住率仅【七成二】。", (72, 72, "%", "exact", None)),
        ("护理员的比例不得低于【1比60】。", (60, 60, "比", "at_least", None)),
        ("经费核销期限不得超过【60】日。", (60, 60, "日", "at_most", None)),
        ("轮候时间缩短至【6】个月以内。", (6, 6, "个月", "at_most", None)),
        ("评核不合格的机构须于【三】个月以内改善。", (3, 3, "个月", "at_most", None)),
        ("工作小组每季召开【一】次会议。", (1, 1, "次", "exact", None)),
        ("教师每五年轮训【一】遍。", (1, 1, "遍", "exact", None)),
        ("新建校舍应【全部】执行绿色标准。", (100, 100, "%", "exact", None)),
        ("其中二〇〇七年脱盲【九百】人。", (900, 900, "人", "exact", 2007)),
        ("收入最低的【2】个岗位纳入监测。", (2, 2, "个", "exact", None)),
        ("建成500亩规模以上蔬菜基地【24】个。", (24, 24, "个", "exact", None)),
        ("一、经济强（12项）\n新建【2】所。", (2, 2, "所", "exact", None)),
        ("对参保职工【30】人（含）以下的企业，", (30, 30, "人", "at_most", None)),
        ("幼儿教师【全部】具备教师资格。", (100, 100, "%", "exact", None)),
        ("作为教育发展的一项重要指标，新建【2】所。", (2, 2, "所", "exact", None)),
        ("升级“三个15%”投入增长机制，新建【2】所。", (2, 2, "所", "exact", None)),
        ("臺灣於84年發表報告書。補助學校【30】所。", (30, 30, "所", "exact", None)),
        ("檔號：LWB 55/2/1，資助學校【30】所。", (30, 30, "所", "exact", None)),
        ("约可兴建【8万】户。", (80_000, 80_000, "户", "about", None)),
        ("保洁频率提升至15天完成【1】次。", (1, 1, "次", "exact", None)),
        ("开放滨水空间【24】km。", (24, 24, "km", "exact", None)),
        ("打造“上门10项便民服务”品牌【3】个。", (3, 3, "个", "exact", None)),
    ],
)
def test_forms_found_in_real_documents(marked, wanted):
    assert read(marked)[-1] == wanted


def test_a_qualifier_holds_for_a_list_of_bare_numbers():
    assert fields("普及率超过98%、85%。", "comparator") == [("at_least",), ("at_least",)]
    assert fields("比例分别达到80%、50%以上。", "comparator") == [("at_least",), ("at_least",)]
    assert fields("年辍学率分别控制在0.5%和1%以下。", "comparator") == [("at_most",), ("at_most",)]
    assert fields("新建3所、改建5所以上。", "comparator") == [("exact",), ("at_least",)]


def test_what_is_counted_up_is_done_in_a_review_and_a_goal_in_a_plan():
    counted = "累计建成示范学校7000个以上；培训5万名教师。\n"
    assert fields("2026年某市实事任务清单\n" + counted, "kind") == [("goal",), ("goal",)]
    assert fields("2026年某市政府工作报告\n一年来，成效显著。" + counted, "kind") == [("status",), ("status",)]


def test_named_places_are_no_goal_unless_somebody_makes_them():
    assert fields("在东城、西关、北湖三个区改造管道160公里。", "kind") == [("status",), ("goal",)]
    assert fields("建设东城、西关、北湖三个区的学校。", "kind") == [("goal",)]


def test_a_qualifier_stands_once_for_what_follows_in_its_order():
    text = "小班、中班、大班每班幼儿依次不超过25人、30人、35人。"
    assert fields(text, "value_max", "comparator") == [(25, "at_most"), (30, "at_most"), (35, "at_most")]
    assert fields("2023年、2024年依次新增2400个、2000个。", "deadline") == [(2023,), (2024,)]


def test_a_column_after_the_years_is_a_growth_in_percent():
    lines = "某县规划（2021—2025年）\n指标\n单位\n2020年\n2025年\n年均增长（%）\n"
    text = lines + "1.粮食产量\n亿斤\n312.6\n450\n7.5左右\n2.人才总量\n万人\n1.8\n2.6\n7.6\n"
    assert fields(text, "kind", "value_min", "unit", "period", "deadline") == [
        ("status", 31_260_000_000, "斤", "total", None),
        ("goal", 45_000_000_000, "斤", "total", 2025),
        ("goal", 7.5, "%", "per_year", 2025),
        ("status", 18_000, "人", "total", None),
        ("goal", 26_000, "人", "total", 2025),
        ("goal", 7.6, "%", "per_year", 2025),
    ]


def test_empty_cells_of_a_table_with_tabs_are_columns_too():
    text = (
        "某市方案（2023—2025年）\n指标\t单位\t2022年（基数）\t2023年\t2024年\t2025年\n"
        "覆盖率\t%\t84.6\t86\t88\t90以上\n新建幼儿园\t所\t—\t12\t10\t8\n"
    )
    assert fields(text, "value_min", "unit", "comparator", "deadline") == [
        (84.6, "%", "exact", None),
        (86, "%", "exact", 2023),
        (88, "%", "exact", 2024),
        (90, "%", "at_least", 2025),
        (12, "所", "exact", 2023),
        (10, "所", "exact", 2024),
        (8, "所", "exact", 2025),
    ]


def test_bars_part_cells_as_tabs_do_and_a_unit_is_not_of_the_line_below():
    text = "某市方案\n单位|2022年基数|2025年目标\n托育机构（家）|2|3\n社区托育点（个）|40|55\n"
    assert fields(text, "numeral", "unit", "deadline") == [
        ("2", "家", None),
        ("3", "家", 2025),
        ("40", "个", None),
        ("55", "个", 2025),
    ]


def test_a_unit_for_another_is_kept_and_one_of_money_says_a_head():
    text = "某市纲要\n指标\n2025年\n2030年\n劳动生产率（万元/人）\n29.6\n35\n用地（平方米/万元）\n10\n8.8\n"
    assert fields(text, "value_min", "unit") == [
        (296_000, "元"),
        (350_000, "元"),
        (10, "平方米/万元"),
        (8.8, "平方米/万元"),
    ]


def test_a_half_width_comma_parts_clauses_but_no_thousands():
    assert plain("2009年投资228万元,在76个村,建1,000所,3,5所") == "2009年投资228万元，在76个村，建1,000所，3，5所"


def test_ratios_in_a_list_share_their_qualifier():
    text = "保育人员与婴幼儿的比例分别不低于1:3、1:5、1:7。每周一至周五8:30—12:00、14:00—17:30办理。"
    assert fields(text, "value_min", "comparator") == [(3, "at_least"), (5, "at_least"), (7, "at_least")]


def test_the_five_years_before_the_plan_are_behind():
    text = "某州规划（2021—2025年）\n“十三五”期间，累计投入4亿元。\n“十四五”期间，累计投入5亿元。\n"
    assert fields(text, "kind", "deadline") == [("status", None), ("funding", 2025)]


def test_a_table_with_spaces_counts_its_rows():
    text = "某市纲要\n序号    指标    2030年目标值\n百姓富    8    入园率（%）    85\n    9    增速（%）    6.5左右\n"
    assert fields(text, "numeral", "unit", "comparator") == [("85", "%", "exact"), ("6.5", "%", "about")]


def test_a_list_of_places_that_an_action_addresses_is_no_goal():
    assert fields("在3个核心区域、8个重点区域、13条道路建设中加大应用。", "kind") == [("status",)] * 3


@pytest.mark.parametrize("mark", ["\t", "\n"])
def test_the_quote_of_a_bare_cell_begins_with_the_label_of_its_row(mark):
    rows = [("指标", "单位", "2020年", "2025年"), ("3. 毛入园率", "%", "90", "95"), ("双师型教师占比", "%", "40", "60")]
    found = propose("某市规划（2021—2025年）\n" + "\n".join(mark.join(row) for row in rows) + "\n")
    assert list(found["quote"]) == [
        mark.join(("毛入园率", "%", "90")),
        mark.join(("毛入园率", "%", "90", "95")),
        mark.join(("双师型教师占比", "%", "40")),
        mark.join(("双师型教师占比", "%", "40", "60")),
    ]
    assert list(found["object_zh"]) == ["毛入园率", "毛入园率", "双师型教师占比", "双师型教师占比"]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        # A cell that says what it counts, and a list, not a table.
        ("某市2025年任务\n学校\t新建幼儿园和小学共5所\t教育局\n", "新建幼儿园和小学共5所"),
        ("主要目标\n建成5所学校\n", "建成5所学校"),
        # The label stands too far away, or there is none.
        ("某市2025年任务\n" + "长" * 100 + "\t5所\t教育局\n", "5所"),
        ("某市2025年任务，各区分别落实。\n%\t5所\t教育局\n", "5所"),
    ],
)
def test_the_quote_of_any_other_number_is_its_clause(text, quote):
    assert list(propose(text)["quote"]) == [quote]


def test_a_row_with_tabs_is_no_label_of_the_cells_in_lines_below_it():
    found = propose("某规划（2021—2025年）\n课程\t门\t30\n%\n5\n6\n7\n8\n")
    assert list(found["quote"]) == ["课程\t门\t30", "5", "6", "7", "8"]


def test_labels_of_columns_stand_below_the_names_of_plans():
    head = "某区规划（2026—2030年）\n指标\n单位\n属性\n“十四五”\n完成值\n“十五五”\n目标值\n"
    text = head + "改造面积\n万平方米\n预期性\n25\n40\n管道\n公里\n约束性\n355\n421\n"
    wanted = [("status", None), ("goal", 2030)] * 2
    assert fields(text, "kind", "deadline") == wanted
    assert list(propose(text)["value_min"]) == [250_000, 400_000, 355, 421]


ROWS_WITH_SENTENCES = """郊野公园
建设一期，面积4.5平方公里。继续推进其余各期的前期工作。
13

绿地
建设绿地200公顷

12
绿道
建设绿道
0.5
"""


def test_rows_of_a_label_a_sentence_and_a_number_have_the_unit_above_them():
    text = (
        f"某区资金测算表\n项目\n内容\n总投资（亿元）\n{ROWS_WITH_SENTENCES}合计\n25.5\n（单位：某局）。另有经费。\n7\n"
    )
    assert fields(text, "value_min", "unit", "kind") == [
        (4.5, "平方公里", "goal"),
        (1_300_000_000, "元", "funding"),
        (200, "公顷", "goal"),
        (1_200_000_000, "元", "funding"),
        (50_000_000, "元", "funding"),
        (2_550_000_000, "元", "funding"),
    ]


def test_numbers_alone_below_prose_without_a_unit_above_are_no_cells():
    text = f"某区资金测算表\n项目\n内容\n总投资\n{ROWS_WITH_SENTENCES}"
    assert "13" not in set(propose(text)["numeral"])


def test_the_label_of_a_row_with_its_own_unit_is_no_head_of_a_column():
    rows = "".join(
        f"{label}\n约束性\n{value}\n达到要求\n{number}\n"
        for number, label, value in (
            (2, "教育经费（亿元）", 69),
            (3, "下降率（%）", 37),
            (4, "入学率（%）", 95),
            (5, "学校（所）", 40),
        )
    )
    found = fields(f"某区规划（2026—2030年）\n序号\n指标\n属性\n目标\n要求\n1\n{rows}", "value_min", "unit")
    assert {(37, "%"), (95, "%"), (40, "所")} <= set(found)


def test_two_amounts_below_a_head_are_no_table():
    found = fields(
        "某区方案\n总投资（亿元）\n道路\n按规划建设，分期实施，确保质量。\n3\n桥梁\n同上，分期实施，确保质量。\n5\n",
        "unit",
    )
    assert ("元",) not in found


def test_what_stands_far_behind_a_word_for_contact_is_furniture():
    skipped = left_out("联系电话：市教育局职教处88886666。")
    assert list(skipped["reason"]) == ["page_furniture"]


def test_a_cell_may_say_that_it_is_a_bound():
    rows = [
        ("新增企业总部", "家", "70"),
        ("外贸进出口总额", "亿元", "超3000亿元"),
        ("路网密度", "%", "大于8"),
        ("托育服务学位", "个", "近90"),
    ]
    cells = [f"{number}\n{label}\n{unit}\n{value}\n预期性" for number, (label, unit, value) in enumerate(rows, 1)]
    found = propose("某区第十五个五年规划纲要\n序号\n指标\n单位\n2030年\n属性\n" + "\n".join(cells))
    assert list(found["object_zh"]) == [label for label, _, _ in rows]
    assert list(found["kind"]) == ["goal"] * 4
    assert list(found["comparator"]) == ["exact", "at_least", "at_least", "about"]
