"""Which years of its own sentence are the deadline of a number, its start, or none of them."""

import pytest
from candidate_reading import PLAN_2026, fields, read

from regional_targets.candidates import propose
from regional_targets.checks.years import governs
from regional_targets.stated_years import read_year


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        # Years of the common era.
        ("到 2030城市建成区透水面积占比达到【45%】。", (45, 45, "%", "exact", 2030)),
        ("其中二〇〇七年脱盲【九百】人。", (900, 900, "人", "exact", 2007)),
        ("最长放宽至【3】个月，到2025年，完善服务。", (3, 3, "个月", "at_most", 2025)),
        ("某规划（2021—2025年）\n展望2035年，占比达到【98%】。", (98, 98, "%", "exact", 2035)),
        ("某计划（2025年）\n上半年完成渠道【23.6】公里。", (23.6, 23.6, "公里", "exact", 2025)),
        ("2000年12月31日前竣工的住宅扩容至【8000】瓦，工作到2016年完成。", (8000, 8000, "瓦", "exact", 2016)),
        ("某方案（2025—2027年）\n2年内完成现有【31】条道路治理。", (31, 31, "条", "exact", 2027)),
        ("太陽光電將更新，2050 年設置裝置量達【40~80】GW。", (40, 80, "GW", "range", 2050)),
        ("致力達成光電 2025 年累計設置【20】GW。", (20, 20, "GW", "exact", 2025)),
        ("推进改造，规划2040年装机容量达【50万】千瓦。", (500_000, 500_000, "千瓦", "exact", 2040)),
        ("2025年會提供約【90】個名額。", (90, 90, "個", "about", 2025)),
        ("二零二六至二零二八年新增【30】個。", (30, 30, "個", "exact", 2028)),
        ("到2022年，办学达标。2022年，“双师型”教师占比超过【55%】。", (55, 55, "%", "at_least", 2022)),
        # Years of the Republic of China.
        (
            "國家溫室氣體長期減量目標為中華民國一百三十九年溫室氣體排放量降為中華民國九十四年溫室氣體排放量【百分之五十】以下。",
            (50, 50, "%", "at_most", 2050),
        ),
        ("某县計畫\n今（98）年將投入【71億】元辦理。", (7_100_000_000, 7_100_000_000, "元", "exact", 2009)),
        ("至一百十九年減量【百分之三十】以上。臺灣。", (30, 30, "%", "at_least", 2030)),
        ("至一百二十一年減量【百分之三十】以上。臺灣。", (30, 30, "%", "at_least", 2032)),
        ("一百二十年老街應整修【三】處以上。臺灣。", (3, 3, "處", "at_least", None)),
        ("至一百二十四年減量【百分之四十】以上。臺灣。", (40, 40, "%", "at_least", 2035)),
        # Spans of fiscal years.
        ("預計2019/20至2023/24年度建屋量約為【100 400】個單位。", (100_400, 100_400, "個", "about", 2024)),
        ("在2014-15至2018-19的五年期內，預計共有【77 100】個單位落成。", (77_100, 77_100, "個", "exact", 2019)),
        ("2022-23至2026-27年度收回約【500】公頃土地。", (500, 500, "公頃", "about", 2027)),
        # Five-year plans.
        (
            "某省实施方案\n十四五期间，绿色技术取得新进展，用能结构大幅改善，产能比例达到【30%】。",
            (30, 30, "%", "exact", 2025),
        ),
        ("“十四五”新建陆上风电场不少于【2】座。", (2, 2, "座", "at_least", 2025)),
        ("某方案\n“十四五”期间，开展首批【100】个试点创建。", (100, 100, "个", "exact", 2025)),
        ("“十四五”全市建设【20】座体育公园。", (20, 20, "座", "exact", 2025)),
        # One year for each number.
        ("2026年、2027年依序改造【12】輛、【15】輛。", (15, 15, "輛", "exact", 2027)),
        ("到2026年、2027年依序达到【12】輛、【15】輛。", (15, 15, "輛", "exact", 2027)),
        # Behind a list marker.
        ("1.2025年6月底前，新增点位【30】个。", (30, 30, "个", "exact", 2025)),
        ("3.2023—2025年，财政每年安排【1200万】元。", (12e6, 12e6, "元", "exact", 2025)),
        ("附则。3.2023—2025年，财政每年安排【1200万】元。", (12e6, 12e6, "元", "exact", 2025)),
    ],
)
def test_the_year_of_the_own_sentence_is_the_deadline(marked, wanted):
    assert read(marked)[-1] == wanted


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("在2024年提供6000个名额，2025年增至8500个。", [2024, 2025]),
        ("112學年新增公共化名額500個。", [2023]),
        ("114年度編列9,860萬元。", [2025]),
    ],
    ids=["a later year", "school year", "budgeted"],
)
def test_a_school_year_a_budget_and_a_later_level_are_dated(text, years):
    assert [year for (year,) in fields(text, "deadline")] == years


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“十四五”“十五五”期间分别新增装机2500万千瓦、1300万千瓦。", [("status", None), ("goal", 2030)]),
        ("2015年1月1日之前完成报建的项目，预制率不低于25%。", [("goal", 2026)]),
        ("现有教师86名，自2027年起每年招募40名。", [("status", None), ("goal", None)]),
        ("新增学位2.6万个，其中15所2028年底前建成。", [("goal", 2026), ("goal", 2028)]),
        ("到2030年，新增学位2.6万个，其中15所2028年底前建成。", [("goal", 2030), ("goal", 2028)]),
    ],
)
def test_a_year_of_the_clause_goes_before_that_of_the_plan(text, wanted):
    assert fields(f"{PLAN_2026}{text}", "kind", "deadline") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("局长的发言全文（二零二五年五月五日）\n\n由2026年起每年预留不少于五百个。\n", [("五百", "goal", None)]),
        (
            "到2026年、2027年全縣5鄉鎮依序達12輛、15輛。",
            [("5", "goal", 2027), ("12", "goal", 2026), ("15", "goal", 2027)],
        ),
        ("2027年年底前，引入700輛巴士。", [("700", "goal", 2027)]),
        ("2021—2025年，支持100个左右城市开展建设。", [("100", "goal", 2025)]),
    ],
)
def test_years_of_a_sentence_are_given_out_to_its_numbers(text, wanted):
    assert fields(text, "numeral", "kind", "deadline") == wanted


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


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("由2012-2013年度起，落成75 000個單位。", [(None, 2012)]),
        ("2021—2025年，新建学校3所。", [(2025, 2021)]),
    ],
)
def test_a_year_from_which_something_runs_is_its_start(text, years):
    assert fields(text, "deadline", "start_year") == years


def test_a_span_of_fiscal_years_has_its_first_year_as_start():
    assert fields("2022-23至2026-27年度收回500公頃土地。", "deadline", "start_year") == [(2027, 2022)]


@pytest.mark.parametrize(
    ("term", "deadline", "start"),
    [
        ("2012年起5年内", 2016, 2012),
        ("从2016年起，用5年时间", 2020, 2016),
        ("自2021年起，用三年左右时间", 2023, 2021),
        ("2021年开始三年内", 2023, 2021),
        ("在2018年起的5年內", 2022, 2018),
        ("2012-2013年度起的5年内", 2017, 2012),
        ("自2021年起", None, 2021),
        ("自2021年起每5年", None, 2021),
    ],
)
def test_a_term_from_a_year_ends_in_its_last_year(term, deadline, start):
    text = f"某市政策\n{term}，建成学校20所。"
    (row,) = propose(text).to_dict("records")
    assert row["start_year"] == start
    if deadline:
        assert read_year(text[row["deadline_start"] : row["deadline_end"]]) == deadline
        assert governs(text, row["deadline_start"], row["start"])
        assert text[row["start_year_start"] : row["start_year_end"]] == str(start)
    else:
        assert row["deadline"] is None


def test_what_begins_after_the_year_of_the_title_is_not_due_in_it():
    text = "某市2023年工作要点\n自2024年4月起，津贴增至1000元，惠及500人。\n自2023年3月起，补助800人。\n"
    assert fields(text, "deadline", "start_year") == [(None, 2024), (None, 2024), (2023, 2023)]


# Several years in one sentence


def test_each_of_two_shares_has_its_own_of_two_years():
    text = "电动车占比于 2030 与 2035 年分别达 30%与 60%，于 2040 年全为电动。"
    assert fields(text, "value_min", "deadline") == [(30, 2030), (60, 2035)]
    assert fields("2025年与2020年相比，新建3所。", "value_min", "deadline") == [(3, 2025)]
    text = "到2023年底和2030年，居民健康素养水平分别不低于24%和30%。"
    assert fields(text, "value_min", "deadline") == [(24, 2023), (30, 2030)]


def test_a_share_by_the_end_of_a_year_is_due_then():
    text = "要求公办幼儿园在园儿童占比2029年底达到30%、2030年底达到50%。"
    assert fields(text, "value_min", "deadline") == [(30, 2029), (50, 2030)]


def test_two_plans_side_by_side_are_given_out_in_turn():
    text = "某省碳达峰实施方案\n“十四五”“十五五”期间分别新增装机2500万千瓦、1300万千瓦。"
    assert list(propose(text)["deadline"]) == [2025, 2030]


def test_later_years_of_one_sentence_are_as_the_first():
    text = "入园率：2011年60%以上，2012年75%以上，2013年95%。"
    assert fields(text, "kind", "deadline") == [("goal", 2011), ("goal", 2012), ("goal", 2013)]


def test_of_years_given_out_in_turn_the_last_decides_whether_they_have_been():
    text = "某市意见\n到2023年，县区达到4个。\n2022年、2023年、2024年，覆盖率分别为60%、80%、95%。\n"
    assert fields(text, "numeral", "deadline")[1:] == [("60%", 2022), ("80%", 2023), ("95%", 2024)]
    alone = text.replace("2022年、2023年、2024年，覆盖率分别为60%、80%、95%", "2022年，覆盖率为60%")
    assert fields(alone, "kind", "deadline")[1] == ("status", None)


def test_a_year_within_a_clause_goes_before_the_span_of_the_sentence():
    text = "某市办法\n2025-2026年，扶持资金逐年退坡，即重箱每标准箱2025年给予扶持资金340元、2026年给予扶持资金289元。"
    assert fields(text, "value_min", "deadline") == [(340, 2025), (289, 2026)]


def test_the_year_behind_a_number_in_its_own_clause_goes_before_that_of_the_sentence():
    text = "到2019年，建成300个单位；当中100个单位将于2016年完工，200个单位另行安排。"
    assert fields(text, "numeral", "deadline") == [("300", 2019), ("100", 2016), ("200", 2016)]


def test_a_year_behind_a_number_governs_what_follows_it():
    assert fields("最长放宽至3个月，到2025年，全部社区卫生服务中心均应达标。", "deadline") == [(None,), (2025,)]
    assert fields("2027年前增加6200个宿位，当中2600个将于明年投入服务。", "deadline") == [(2027,), (None,)]


def test_a_year_by_which_all_is_done_dates_all_numbers_before_it():
    text = "某规划（2021—2025年）\n改造管网320公里以上、泵房60处，2024年底前完成。"
    assert fields(text, "deadline") == [(2024,), (2024,)]
    text = "某规划（2021—2025年）\n改造管网320公里；泵房60处，2024年底前完成。"
    assert fields(text, "deadline") == [(2025,), (2024,)]


def test_a_year_in_brackets_with_its_number_says_nothing_of_what_follows():
    text = "建设用地标准（2027年预计为3000元），改造后人均不低于12平方米。"
    assert fields(text, "numeral", "deadline") == [("3000", 2027), ("12", None)]
    assert fields("到明年（2027年），人均达到12平方米。", "deadline") == [(2027,)]
    assert fields("到2027年要做好三件事，a1)新建学校5所，b2)改建3所。", "deadline")[-2:] == [(2027,), (2027,)]


# Years that are no deadline


def test_the_base_of_a_share_has_its_own_year():
    text = "嘉澤縣計畫（114至116年度）\n學生證照取得率由113年之48%提升至116年之65%。"
    assert fields(text, "kind", "deadline") == [("status", None), ("goal", 2027)]


def test_the_end_of_the_plan_before_is_a_base():
    text = "用水总量由“十二五”末的15.8亿立方米减少到14.2亿立方米。"
    assert [deadline for (deadline,) in fields(text, "deadline")] == [None, None]


def test_what_was_put_to_use_before_a_year_is_dated_by_the_document():
    text = "2015年市政府要完成的实事\n完成200台2000年以前投入使用的老旧电梯评估，为100个小区实施改造。\n"
    assert fields(text, "kind", "deadline") == [("goal", 2015), ("goal", 2015)]


def test_what_a_plan_does_within_its_period_has_not_the_past_year_of_its_sentence():
    text = "某市规划（2009—2011年）\n2008年四季度已开工38万套，规划期内再新增518万套。\n"
    assert fields(text, "numeral", "deadline") == [("38万", None), ("518万", 2011)]


def test_a_plan_of_a_past_year_is_dated_by_it():
    assert fields("某县规划（2017—2019年）\n2016年：计划搬迁1297户。", "kind", "deadline") == [("goal", 2016)]


@pytest.mark.parametrize("written", ["百百", "亿一", "零"])
def test_digits_that_are_no_year_date_nothing(written):
    found = propose(f"到民国{written}年，建成5所学校。")
    assert list(found["numeral"]) == ["5"] and found["deadline"].isna().all()


# This year, and years of the Republic of China


def test_this_year_is_the_year_of_the_date_of_a_text_without_a_period():
    text = "在科技创新大会上的讲话\n2023年3月5日\n各位同志：\n今年，高新技术企业达到70家。以后再增加30家。"
    assert fields(text, "deadline") == [(2023,), (None,)]
    place = text.index("2023")
    assert governs(text, place, text.index("70"))
    assert not governs(text, place, text.index("30家"))


def test_this_year_of_an_annual_text_is_that_of_its_title():
    text = "某局2025年工作要点\n2024年12月20日\n今年，建成3所。\n今年的工作，主要有：\n第一，建成5所。"
    assert {year for (year,) in fields(text, "deadline")} == {2025}
    text = "某市行动计划（2023—2025年）\n2023年3月5日\n今年，建成3所。建成5所。"
    assert fields(text, "deadline") == [(2023,), (2025,)]


def test_in_taiwan_a_text_says_in_which_year_it_speaks():
    text = (
        "政府自去(110)年8月起推動三大策略，補助各縣市。平價名額至110年累計約8萬9,000個，"
        "規劃4年(110-113年)再增加約7,384個名額。"
    )
    assert fields(text, "kind", "deadline") == [("status", None), ("goal", 2024)]


def test_years_of_the_republic_in_a_list_are_years():
    text = "某局預算\n110及111年度編列經費2億元，平均每校補助3萬元。"
    assert [value for (value,) in fields(text, "value_min")] == [200_000_000, 30_000]


def test_a_year_of_the_republic_may_be_spelt():
    text = "瀾南縣一百一十四年度農村再生執行計畫\n新增社區十二處。於一百一十五年六月底前辦理課程四十場。"
    assert list(propose(text)["deadline"]) == [2025, 2026]
    assert list(propose("縣計畫\n一百一十五年六月八日內政部核定。社區一百一十四處。")["numeral"]) == ["一百一十四"]


def test_fiscal_years_in_a_list_are_given_out_in_turn():
    text = "2025-26、2026-27及2027-28年度的政府經常開支分別削減百分之一、百分之二和百分之三。"
    assert fields(text, "value_min", "deadline")[1:] == [(2, 2027), (3, 2028)]


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("緊縮人手，至2027年4月1日累計刪減約一萬個職位。", 2027),
        ("有效期至2027年4月1日，新增五所學校。", None),
        ("約三萬個單位將於2027年內落成，首批約2 100個單位已入伙。", 2027),
        ("臺灣溫室氣體較基準年（94年）減少約18.3%。", None),
        ("能耗比基准年（2020年）下降15%。", None),
    ],
)
def test_a_day_or_a_year_dates_what_is_due_by_it_and_no_base(text, deadline):
    assert fields(text, "deadline")[0] == (deadline,)


def test_a_year_of_the_republic_may_stand_behind_the_number_of_an_item():
    text = "衛生福利部決議\n1.114年度預算編列2億元。\n12.115年度將增加至3億元。\n"
    assert fields(text, "numeral", "deadline") == [("2億", 2025), ("3億", 2026)]


def test_a_year_within_a_clause_of_what_is_planned_dates_it():
    text = "規劃離岸風電2030年設置裝置量達13.1GW、2050年達40~55GW。"
    assert fields(text, "value_min", "deadline") == [(13.1, 2030), (40, 2050)]


def test_the_years_of_the_phase_of_a_plan_date_it():
    text = "教育局114年度施政計畫\n第二期計畫（113至116年）投入經費約200億元。臺灣。"
    assert fields(text, "deadline", "start_year") == [(2027, 2024)]


def test_the_years_of_a_former_plan_are_past():
    text = "技職計畫（114至117年）\n前期計畫（110至113年）共補助51校、建置基地25處。臺灣。"
    assert fields(text, "kind", "deadline") == [("status", None)] * 2


def test_a_change_that_ended_before_the_first_aim_of_an_undated_text_is_past():
    text = "关于科技创新的若干政策措施\n研发投入由2020年的86亿元增加到2024年的131亿元，高新技术企业突破2600家。"
    assert fields(text + "到2028年，达到3500家。", "kind", "deadline") == [
        ("status", None),
        ("status", None),
        ("status", None),
        ("goal", 2028),
    ]


def test_a_count_by_a_month_is_aimed_at_when_the_plan_is_older_than_it():
    plan = "某市2025年工作方案\n至{}年12月底为1240家。"
    assert fields(plan.format(2027), "kind", "deadline") == [("goal", 2027)]
    assert fields(plan.format(2024), "kind", "deadline") == [("status", None)]


def test_a_year_until_which_something_was_used_is_past():
    text = "垃圾山自1970年启用，使用至1985年，因侵入河道45米予以清除。"
    assert fields(text, "kind", "deadline") == [("status", None)]
    assert fields("自2026年启用，使用至2035年，因地制宜新建45座。", "kind", "deadline") == [("goal", 2035)]


def test_the_year_behind_a_first_instalment_is_its_own():
    text = "某市方案（2024—2026年）\n设立总规模50亿元的母基金，首期20亿元于2024年底前到位。"
    assert fields(text, "deadline")[0] == (2026,)


NOTES = [
    "1.新建学校3所。（责任单位：市教育局，完成时限：2025年12月底前）",
    "新建学校3所（责任单位：市教育局；完成时间：2025年底）。",
    "任务：新建学校3所；完成时限：2025年12月；责任单位：市教育局",
    "新建学校3所。责任单位：市教育局。完成时限：2025年12月31日。",
    "新建学校3所。（市教育局牵头，2025年6月底前完成）",
    "（一）扩大规模\n新建学校3所。\n责任单位：市教育局\n完成时限：2025年12月",
    "工作目标：新建学校3所。\n时间安排：2025年12月底前完成。",
]


@pytest.mark.parametrize("note", NOTES)
def test_a_note_that_says_by_when_dates_the_item_before_it(note):
    text = f"某市职业教育行动方案（2024—2026年）\n{note}\n（二）培训教师500人。\n"
    assert fields(text, "value_min", "deadline") == [(3, 2025), (500, 2026)]
    place = text.index("2025年")
    assert governs(text, place, text.index("3所"))
    assert not governs(text, place, text.index("500人"))


def test_of_two_notes_each_dates_its_own_item():
    items = (
        "（一）新建学校3所。\n完成时限：2025年12月\n（二）培训教师500人。\n完成时限：2024年12月\n申请时间：2026年3月\n"
    )
    assert fields(f"某市行动方案（2024—2027年）\n{items}", "deadline") == [(2025,), (2024,)]
    line = "新建学校3所（完成时限：2025年）；培训教师500人（完成时限：2024年）。"
    assert fields(f"某市行动方案（2024—2027年）\n{line}\n", "deadline") == [(2025,), (2024,)]
