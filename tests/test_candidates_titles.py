"""What the title of a document and its surroundings say: its period, year, date of issue and five-year plan."""

import pandas as pd
import pytest
from candidate_reading import fields, read

from regional_targets.candidates import propose
from regional_targets.candidates.document_outline import read_outline
from regional_targets.plain_text import plain
from regional_targets.review.document_guesses import guess_document
from regional_targets.stated_years import plan_name, plan_year


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("新北市110年防疫助扶方案\n招募【300】名學生，參與規劃與辦理業務。", (300, 300, "名", "exact", 2021)),
        ("鹽田明年新增【1770】個學位\n該區計劃辦好學校。", (1770, 1770, "個", "exact", None)),
        ("提升行动（2019—2021年）的目标任务是培训【20万】人次。", (200_000, 200_000, "人次", "exact", 2021)),
    ],
)
def test_a_title_or_a_named_plan_dates_a_number_and_a_headline_holds_one(marked, wanted):
    assert read(marked)[-1] == wanted


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("记者获悉，市政府今天公布2010年十大实事项目。\n新建学校3所。", [2010]),
        ("就《2024年施政报告》作出简报的发言稿\n新建学校3所。", [None]),
        ("《2013至14年度財政預算案》\n教育經常開支預計達630億元。", [2014]),
        ("2022 Budget Speech\n增加學額3個。", [2022]),
        ("某县学校建设规划（二〇二六—二〇三〇年）\n新建学校3所。", [2030]),
        ("二零二六年施政方针\n新建学校3所。", [2026]),
        ("某市工作要点\n2026年1月印制\n新建学校3所。", [None]),
        ("某市方案\n2019年5月6日\n新建学校3所。\n2030年9月1日", [None]),
    ],
    ids=[
        "announced projects",
        "speech on another plan",
        "fiscal year",
        "year before a title in English",
        "spelt years",
        "policy guidelines",
        "day of printing",
        "day at the head",
    ],
)
def test_a_title_dates_its_text_and_a_day_of_issue_does_not(text, years):
    assert [year for (year,) in fields(text, "deadline")] == years


def test_the_year_of_a_bill_is_that_of_its_amounts():
    assert fields("2013年撥款條例草案\n撥款3億元。", "deadline", "start_year") == [(2013, None)]


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


def test_a_title_may_name_years_of_the_republic_of_china():
    assert [row[4] for row in read("新北市政府113年度施政計畫\n補助學校耐震補強，預計完成【56】校。")] == [2024]
    assert [row[4] for row in read("長期照顧整體計畫（113-116年）\n本計畫總經費【4億2,350萬】元。")] == [2027]


def test_years_of_the_republic_below_a_title_are_its_period():
    text = "某縣學校午餐中程計畫\n（115年至118年）\n每生每月補助220元。\n"
    assert fields(text, "deadline") == [(2029,)]


def test_a_document_whose_title_begins_with_a_year_is_annual():
    text = "2026年某区积分制入学学位申请指引\n小学设置积分入学计划563个。\n"
    assert fields(text, "deadline") == [(2026,)]


def test_a_notice_for_a_year_is_an_annual_document():
    text = "关于遴选某县2024年高素质农民参训人员的通知\n一、专业：粮油种植50人。培训不少于128学时（1天8学时）。\n"
    assert fields(text, "value_min", "deadline") == [(50, 2024), (128, None), (8, None)]


def test_a_letter_on_the_work_of_a_year_is_an_annual_document():
    text = "关于开展2024年本市海绵城市建设工作的函\n本市新增达标面积50平方公里。\n"
    assert fields(text, "deadline") == [(2024,)]


def test_what_a_report_made_known_for_a_year_is_annual():
    text = "82个民生承诺\n报告中公布了某市2022年民生实事工作目标，分十个方面。\n01.打通道路20条。\n"
    assert fields(text, "value_min", "deadline")[-1] == (20, 2022)


def test_a_first_line_that_names_the_plan_whose_content_follows_is_its_title():
    text = "《2019年市政府为民办实事工作计划》的主要内容是：\n一、公交服务\n（一）新购置公交车200辆\n"
    assert fields(text, "numeral", "deadline") == [("200", 2019)]


def test_the_tasks_of_a_report_have_its_year():
    text = "关于分解落实《政府工作报告》的通知\n2017年1月13日\n一、工业\n投资200亿元，改造企业30家。\n"
    assert fields(text, "deadline") == [(2017,), (2017,)]


@pytest.mark.parametrize(
    "title",
    [
        "某局2024年工作总结和2025年工作计划",
        "关于2024年计划执行情况与2025年计划草案的报告",
        "2024年预算执行情况和2025年预算草案",
    ],
)
def test_of_a_title_with_two_years_the_second_is_to_come(title):
    text = f"{title}\n一、2024年工作情况\n投入经费3400万元，新建学校4所。\n二、2025年工作安排\n新建学校5所。"
    assert fields(text, "kind", "deadline") == [("status", None), ("status", None), ("goal", 2025)]
    assert fields(f"{title}\n力争新建学校5所。", "deadline") == [(2025,)]


@pytest.mark.parametrize(
    ("own", "deadlines"), [("支持工业互联网若干政策", [None]), ("工业互联网行动计划（2021-2023年）", [2023])]
)
def test_the_years_of_a_title_are_those_of_the_document_that_it_names_with_them(own, deadlines):
    title = "省政府办公厅关于印发支持工业互联网若干政策和工业互联网行动计划（2021-2023年）的通知"
    found = propose(f"{title}\n{own}\n一、支持平台建设\n给予最高3000万元奖补。\n")
    assert [None if pd.isna(year) else year for year in found["deadline"]] == deadlines


def test_the_year_of_an_edition_is_no_period():
    text = "某市项目贴息管理指导意见（2024年版）\n2024年2月22日\n设立不少于200亿元的信贷资金。"
    assert fields(text, "kind", "deadline") == [("funding", None)]
    text = "某市基本公共服务标准（2024年版）实施方案\n新建学校20所。"
    assert fields(text, "kind", "deadline") == [("goal", None)]


def test_numbers_in_the_own_title_are_none_and_those_of_a_headline_are_mentions():
    assert read("关于2024年实施47项民生实事的通知\n新建学校【3】所。") == [(3, 3, "所", "exact", 2024)]
    assert read("上海新增养老床位约【5000】张\n今年新增养老床位【5000】张，新建点位【200】个。") == [
        (5000, 5000, "张", "about", None),
        (5000, 5000, "张", "exact", None),
        (200, 200, "个", "exact", None),
    ]


# Periods that a text states


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
    assert fields(text, "kind")[1] == ("status",)


def test_a_title_that_names_the_year_of_its_aim_is_no_annual_plan():
    outline = read_outline(plain("某市資源循環藍圖2035\n2021年2月8日\n回收率提升至55%。"))
    assert outline.period == (2021, 2035) and not outline.annual
    assert read_outline(plain("某市資源循環藍圖2035\n回收率提升至55%。")).period == (2034, 2035)


@pytest.mark.parametrize("stated", ["政策期限为2016年至2018年", "政策实施年限定为2016年1月1日—2018年12月31日"])
def test_the_term_of_a_policy_is_the_period_of_its_document(stated):
    text = f"关于支持园区发展的若干政策\n{stated}。\n新建学校3所。\n"
    assert fields(text, "numeral", "deadline") == [("3", 2018)]


def test_the_term_of_the_aims_is_the_period_of_the_document():
    aims = "一、总体目标\n1.目标。2012年起5年内，重点引进人才2000名。\n2.项目。重点培训教师300名。"
    text = f"关于人才集聚工程的实施意见\n{aims}"
    assert list(propose(text)["deadline"]) == [2016, 2016]
    assert guess_document("a.txt", text)["period_end"] == "2016"
    assert list(propose(text.replace("目标。2012年起5年内，", "目标。"))["deadline"].fillna(0)) == [0, 0]


def test_a_plan_may_say_until_when_it_runs():
    text = "某計畫\n本計畫執行期間至113年12月31日止，預計媒合3萬戶。\n二、經費\n總經費62億元，由基金負擔。臺灣。\n"
    assert fields(text, "numeral", "deadline") == [("3萬", 2024), ("62億", 2024)]


# Five-year plans


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("某市“十四五”教育规划\n建设3所学校。", 2025),
        ("某市国民经济和社会发展\n第十五个五年规划纲要\n建设3所学校。", 2030),
        ("到“十四五”末，建设3所学校。", 2025),
        ("“十五五”期间，建设3所学校。", 2030),
        ("某县意见\n二、“十四五”时期目标\n建设3所学校。", 2025),
        ("比“十三五”末增加3所学校。", None),
        ("“十四五”以来，建设3所学校。", None),
    ],
)
def test_a_five_year_plan_names_a_year_and_is_its_own_evidence(text, year):
    [(deadline, start, end)] = fields(text, "deadline", "deadline_start", "deadline_end")
    assert deadline == year
    assert year is None or plan_year(text[start:end]) == year


def test_names_and_years_of_five_year_plans_belong_together():
    assert [plan_year(name) for name in ("十一五", "十四五", "第十四个五年", "十四", "2025")] == [
        2010,
        2025,
        2025,
        0,
        0,
    ]
    assert plan_name(2025) == "十四五|第十四个五年"
    assert not plan_name(2024) and not plan_name(2005)


def test_the_vision_of_a_five_year_plan_is_not_its_end():
    text = "某市国民经济和社会发展第十四个五年规划和2035年远景目标纲要\n新建学校3所。\n"
    assert fields(text, "deadline") == [(2025,)]


# Dates of issue


def test_the_vision_in_the_second_line_of_a_title_dates_nothing():
    title = "某市国民经济和社会发展第十四个五年规划\n和二〇三五年远景目标纲要\n2021年1月27日\n"
    assert fields(title + "推进50公里海塘达标建设。", "deadline") == [(2025,)]


def test_the_number_of_a_standard_and_another_document_of_a_title_state_no_period():
    assert fields("乡村气象建设规范 (DB33/T 2016—2016)\n普及率达到90%以上。", "deadline") == [(None,)]
    assert fields("某县气象建设（DB33/T 2016—2018）方案\n普及率达到90%以上。\n", "deadline") == [(None,)]
    title = "关于印发《某市空间规划指引（2024—2035）》《关于加强土方利用的指导意见》的通知\n2024年12月27日\n"
    assert fields(title + "关于加强土方利用的指导意见\n建设5座设施。", "deadline") == [(None,)]
    assert fields(title + "某市空间规划指引（2024—2035）\n建设5座设施。", "deadline") == [(2035,)]


def test_a_year_without_its_word_may_open_a_title():
    assert fields("# 2026 疫情纾困振兴方案整理\n每人补助1万元。", "kind", "deadline") == [("funding", 2026)]


def test_a_month_alone_at_the_end_says_when_a_text_was_issued():
    text = "职业教育支援措施\n在2022/23学年，资助学校30所。\n教育局\n"
    assert fields(text + "2024年3月\n", "kind", "deadline") == [("status", None)]


def test_a_month_of_issue_below_the_title_tells_what_is_past():
    text = "某市计划（第3期）\n2025年4月發布\n第1期於2019年至2024年推行，僱主由75家增加到190家。\n"
    assert fields(text, "numeral", "kind") == [("75", "status"), ("190", "status")]
    assert fields(text.replace("2025年4月發布\n", ""), "kind")[-1] == ("goal",)


def test_a_report_may_have_its_date_in_the_line_of_its_title():
    text = "某市政府工作报告——2010年1月26日在某市人民代表大会上\n主要预期目标是：生产总值增长11%。"
    assert list(propose(text)["deadline"]) == [2010]
    assert list(propose(text.replace("政府工作报告", "政府工作"))["deadline"].fillna(0)) == [0]


def test_a_date_may_be_spelt_and_a_reached_aim_looks_back():
    text = (
        "政府工作报告——在某省人民代表大会上\n（二〇〇五年一月十一日）\n"
        "年度目标基本实现，就业目标超额完成。筹集10亿元用于养老金。抓好“两个确保”。\n今年要新建学校5所。"
    )
    assert fields(text, "kind", "deadline") == [("status", None), ("goal", 2005)]
    assert text[slice(*read_outline(plain(text)).period_place)] == "二〇〇五"
    long = "某市意见\n" + "认真落实各项工作。\n" * 200
    assert read_outline(plain(long + "二〇二六年三月一日")).issued == 2026
    assert read_outline(plain(long)).issued is None


def test_a_title_with_its_own_number_behind_a_word_in_brackets_gives_the_year_of_issue():
    text = "某市关于发展学前教育的意见（试行）（某政函〔2005〕39号）\n2010年，每个乡镇都建有1所幼儿园。\n"
    assert fields(text, "deadline") == [(2010,)]


def test_a_year_with_an_amount_behind_is_no_date_of_issue():
    text = "某省教育“十二五”规划\n在校生从2005年2.8万人增加到2010年的6.2万人。"
    assert fields(text, "kind", "deadline") == [("status", None), ("status", None)]


def test_a_day_by_which_is_no_date_of_issue():
    text = (
        "某市公共租赁住房办法\n2024年、2025年、2026年全市分别新增房源800套、950套和1100套。有效期至2029年12月31日。\n"
    )
    assert fields(text, "value_min", "deadline") == [(800, 2024), (950, 2025), (1100, 2026)]
    assert fields(text.replace("有效期至2029年12月31日", "于2029年3月5日前报送"), "deadline")[0] == (2024,)


def test_a_date_from_which_something_holds_is_no_date_of_issue():
    text = "某縣方案\n項目\t單位\t2024年基準值\t2026年目標值\t2029年目標值\n產生量\t公斤\t1.32\t1.18\t1.05\n"
    dated = text + "自2027年1月1日起，比率不得低於25%。\n"
    assert fields(dated, "numeral", "deadline")[:3] == [("1.32", None), ("1.18", 2026), ("1.05", 2029)]


def test_a_day_of_coming_into_force_is_no_date_of_issue():
    text = "某縣方案\n項目\t2024年基準值\t2026年目標值\t2029年目標值\n產生量（公斤）\t1.32\t1.18\t1.05\n"
    wanted = [("1.32", None), ("1.18", 2026), ("1.05", 2029)]
    assert fields(text + "自2027年1月1日施行。\n", "numeral", "deadline") == wanted
    assert fields(text + "2027年1月1日起施行。\n", "numeral", "deadline") == wanted
