"""What a heading, a lead-in or the opening of a paragraph dates, and where it ends."""

import pytest
from candidate_reading import PLAN_2024, PLAN_2030, fields, read

from regional_targets.candidates import propose
from regional_targets.checks.years import governs


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("2022/01-2022/12\n提供【200】家企業輔導。", (200, 200, "家", "exact", 2022)),
        ("一、目标\n具体指标：到2022年，建设【50】所。推动建设【300】个基地。", (300, 300, "个", "exact", 2022)),
    ],
)
def test_a_year_before_a_sentence_dates_it(marked, wanted):
    assert read(marked)[-1] == wanted


@pytest.mark.parametrize(
    ("text", "years"),
    [
        (
            "一、目标\n到2020年，建成服务体系。产业更加丰富。\n——床位达到3000张。\n——培训100人。\n二、措施\n建设3所。",
            [2020, 2020, None],
        ),
        ("2017年：实现硬化公路265公里。其中完成25%以上。\n2018年：实现硬化公路80公里。", [2017, 2017, 2018]),
        ("到2025年，建成服务体系。到2024年要完成以下任务：\n——床位达到3000张。\n——培训100人。", [2024, 2024]),
    ],
    ids=["dashes", "year before a paragraph", "two lead-ins"],
)
def test_a_year_that_opens_a_list_or_a_paragraph_dates_it(text, years):
    assert [year for (year,) in fields(text, "deadline")] == years


def test_a_fiscal_year_before_a_colon_dates_the_items():
    text = "2013-2014年度新增的項目包括：\n（一）增撥900萬元。\n（二）增加6輛復康巴士。"
    assert fields(text, "deadline", "start_year") == [(2014, None)] * 2


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("（一）2023年。新建学校3所。\n（二）2024年。新建学校5所。", [("goal", 2023), ("goal", 2024)]),
        ("二、任务\n（一）完成于2023年。新建学校3所。", [("goal", 2024)]),
        ("第四条 2023年底前，完成以下任务：\n（一）新建3所。\n第五条 新建学校5所。", [("goal", 2023), ("goal", 2024)]),
    ],
)
def test_a_heading_that_opens_with_a_year_dates_its_items(text, wanted):
    assert fields(f"{PLAN_2024}{text}", "kind", "deadline") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "甲、二〇二四年底前完成的事項\n（一）新增學位240個。\n乙、二〇二七年底前完成的事項\n（一）新增學位90個。\n",
            [("240", "goal", 2024), ("90", "goal", 2027)],
        ),
        (
            "某市计划（2023—2025年）\n●二〇二三年\n新建幼儿园5所。\n●二〇二四年\n新建幼儿园7所。\n",
            [("5", "goal", 2023), ("7", "goal", 2024)],
        ),
    ],
)
def test_a_heading_with_a_spelt_year_dates_its_items(text, wanted):
    assert fields(text, "numeral", "kind", "deadline") == wanted


# Headings


def test_headings_of_a_year_alone_date_their_items_inside_the_period_of_the_title():
    text = (
        "某县技能提升三年行动计划（2023—2025年）\n一、年度任务\n（一）2023年\n1．培训800人次；\n2．认定5家。\n"
        "（二）2024年\n1．培训900人次。\n二、其他任务\n新建学校3所。\n"
    )
    assert fields(text, "deadline") == [(2023,), (2023,), (2024,), (2025,)]


def test_a_year_in_a_line_of_its_own_dates_the_items_below_it():
    text = "任务清单\n2026年度\n(1) 新建食堂8家；\n(2) 助浴点12个。\n2027年度\n① 床位增至1100张。\n"
    assert fields(text, "numeral", "deadline") == [("8", 2026), ("12", 2026), ("1100", 2027)]
    assert fields("任务清单\n2026年4月\n(1) 新建食堂8家；\n", "deadline") == [(None,)]


@pytest.mark.parametrize("numbers", ["壹贰", "贰叁", "貳參", "伍陸"])
def test_a_financial_numeral_stands_above_a_plain_one(numbers):
    done, planned = numbers
    text = (
        f"某县教育处工作报告\n某县议会　2025年4月\n{done}、2024年度工作成果\n一、整修工场5所。\n二、增设幼儿园18班。\n"
        f"{planned}、2025年度工作重点\n一、增设幼儿园12班。\n二、办理课程96班。\n"
    )
    wanted = [("status", None), ("status", None), ("goal", 2025), ("goal", 2025)]
    assert fields(text, "kind", "deadline") == wanted


def test_a_heading_that_names_a_plan_and_its_aims_dates_what_stands_below():
    text = (
        "某市意见\n一、“十一五”发展成就\n建成学校9所。\n二、“十二五”的目标任务。\n——办学更优。新建学校3所，到2013年培训2万人。\n"
        "三、保障\n新建基地4个。\n四、落实《“十二五”规划》任务\n新建中心5个。\n"
    )
    assert fields(text, "value_min", "deadline") == [(9, None), (3, 2015), (20_000, 2013), (4, None), (5, None)]
    issued = "某市意见\n2021年3月1日\n一、“十二五”的目标任务\n新建学校3所。\n"
    assert fields(issued, "deadline") == [(None,)]


def test_the_one_year_of_aims_dates_the_paragraphs_below_it():
    text = (
        "某市意见\n一、发展目标\n打造高地，到2015年将某市建设成为创新型城市。\n创新平台。建成中心3个。\n创新企业。培育5家以上年销售收入过百亿元的企业。\n"
        "二、任务\n新建站点4个。\n"
    )
    assert fields(text, "deadline") == [(2015,), (2015,), (None,)]
    two = text.replace("创新企业。", "到2020年，建成高地。\n创新企业。")
    assert fields(two, "deadline") == [(None,), (None,), (None,)]
    both = (
        "某市方案（2026—2030年）\n一、工作目标\n到2027年，创制取得突破。开发食品2个。\n"
        "到2030年，建成高地。开发食品9个。\n新建站点4个。\n"
    )
    assert fields(both, "deadline") == [(2027,), (2030,), (2030,)]


def test_an_aim_of_another_year_ends_what_the_first_one_dates():
    aims = "到2027年，就诊率达到90%；到2030年，达到92%。预期寿命超过80.5岁。"
    text = f"某县规划（2026—2030年）\n二、主要目标\n{aims}\n三、任务\n"
    assert list(propose(text)["deadline"]) == [2027, 2030, 2030]
    again = text.replace("2030年，达到", "2027年，升学率达到")
    assert list(propose(again)["deadline"]) == [2027, 2027, 2027]
    assert list(propose(text.replace("；到2030年，达到92%", ""))["deadline"]) == [2027, 2027]


@pytest.mark.parametrize(("year", "deadline"), [(2020, 2020), (2025, None)])
def test_the_aims_of_the_year_of_issue_date_the_whole_text(year, deadline):
    aims = f"一、工作目标\n{year}年全市完成三大目标，并落实到位。\n二、任务\n改造服务点170座。\n"
    text = f"关于完善体系建设的实施意见\n{aims}某市办公室\n2020年3月24日\n"
    assert fields(text, "numeral", "deadline")[-1] == ("170", deadline)


def test_the_first_sentence_of_a_section_of_aims_leads_in_its_paragraph():
    text = "某实施意见\n（二）工作目标。2019年全市明确三大目标。一是全面覆盖。70%以上居住区达标。建成服务点8000个。\n"
    assert fields(text, "value_min", "deadline") == [(70, 2019), (8000, 2019)]


REPORT = (
    "政府工作报告\n——2016年3月5日在人民代表大会上\n一、过去五年的工作\n去年新建学校5所。\n"
    "二、今后五年的主要目标任务\n根据“十三五”规划，经济总量超过90万亿元。覆盖80%以上的城市。\n"
    "三、2016年重点工作\n新建学校9所。今后五年，用水量下降23%。\n"
)


def test_the_next_five_years_of_a_report_end_four_years_after_it():
    found = propose(REPORT)
    assert list(found["deadline"].fillna(0)) == [0, 2020, 2020, 2016, 2020]
    for row in found[found["deadline"] == 2020].itertuples():
        assert REPORT[row.deadline_start : row.deadline_end] == "十三五"
        assert governs(REPORT, row.deadline_start, row.start)


def test_a_sentence_that_sets_aims_for_five_years_leads_in_what_follows():
    text = (
        "政府工作报告\n——2016年3月5日\n《纲要草案》明确了今后五年的主要目标任务，突出了六个方面。\n"
        "——经济总量超过90万亿元。到2020年，建成机场50个。\n做好今年的工作，新建学校9所。培训教师30名。"
    )
    assert list(propose(text)["deadline"]) == [2020, 2020, 2016, 2016]
    assert list(propose(text.replace("到2020年，", ""))["deadline"]) == [2016] * 4
    assert list(propose(text.replace("——2016年3月5日\n", ""))["deadline"].fillna(0)) == [0, 2020, 0, 0]


# Lead-ins and openings of paragraphs


def test_paragraphs_that_each_begin_with_a_year_are_dated_by_it():
    text = (
        "某市学前教育目标\n——2011年，新建幼儿园49所。入园率达到84%以上。\n——2012年，新建57所。对所有保育员进行培训，所有保育员持证上岗。\n"
        "——推进管理。新建3所。\n2013年，新建49所。合格率达到80%。\n"
    )
    wanted = [(49, 2011), (84, 2011), (57, 2012), (100, 2012), (100, 2012), (3, None), (49, 2013), (80, None)]
    assert fields(text, "value_min", "deadline") == wanted


def test_by_a_year_opens_its_own_sentence_only():
    text = "某市意见\n到2025年，建成学校3所。人才达到130万人。\n到2035年，建成学校5所。\n"
    assert fields(text, "deadline") == [(2025,), (None,), (2035,)]


@pytest.mark.parametrize(
    ("opening", "deadline"), [("2027年-2029年", 2029), ("到2029年", 2029), ("在2029年", None), ("2029年", None)]
)
def test_a_span_that_opens_a_paragraph_dates_the_rest_of_it(opening, deadline):
    text = f"培训工作安排\n1、{opening}，多方发力。参训率达到85%以上。\n2、统筹力量。就业率达到70%。\n"
    assert fields(text, "numeral", "deadline") == [("85%", deadline), ("70%", None)]


def test_an_opening_sentence_with_a_year_and_no_number_leads_in_its_paragraph():
    text = (
        "某市实施方案\n到2025年，电力系统加快构建。可再生能源比重达到36%。\n到2030年，体系建立。比重达到40%。\n"
        "比重再提高2%。"
    )
    assert fields(text, "deadline") == [(2025,), (2030,), (None,)]
    assert fields(text.replace("加快构建", "建成5座"), "deadline") == [(2025,), (None,), (2030,), (None,)]
    assert fields("（二）总体目标。到2025年，体系形成。培训25万人次。", "deadline") == [(2025,)]


def test_an_opening_with_a_number_leads_in_nothing():
    text = "某实施意见\n一、目标\n2019年新建3所学校，为实现目标打下基础。再建5座场馆。\n"
    assert fields(text, "value_min", "deadline")[1] == (5, None)


def test_a_line_that_says_this_year_and_ends_with_a_colon_leads_in_what_follows():
    text = "在就业工作会议上的讲话\n（2024年2月20日）\n今年的工作，我讲这样几条：\n第一，扩总量。新增就业5万人。\n"
    assert fields(text, "deadline") == [(2024,)]
    assert fields(text.replace("：", "。"), "deadline") == [(None,)]
    assert governs(text, text.index("2024"), text.index("5万"))


def test_what_a_colon_leads_in_ends_before_a_heading_above_items():
    text = "某市意见\n到2028年，实现以下目标：\n说明如后。\n1.新建学校5所。\n（一）新建医院6所。\n"
    assert fields(text, "deadline") == [(2028,), (None,)]


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


def test_a_sentence_that_sets_the_aims_below_it_leads_them_in_without_a_colon():
    text = "某区实施方案\n2025年9月15日\n一、改革目标\n2026年底前实现一体化运维，达到以下预期目标。\n"
    text += "抽查合格率\n95%（含）以上\n二、任务\n建设5所。"
    assert fields(text, "numeral", "deadline") == [("95%", 2026), ("5", None)]
    listed = f"{PLAN_2030}（一）2026年底前达到以下预期目标。\n1.普及率达到90%。\n2.建设学校5所。\n"
    assert fields(listed, "numeral", "deadline") == [("90%", 2026), ("5", 2026)]


def test_a_numbered_heading_of_two_levels_ends_what_the_one_before_it_dates():
    text = "綠色運輸藍圖\n長期（2050年前）\n達致車輛零排放。\n4.3　支援措施\n基金上限為1,200萬元。"
    assert fields(text, "numeral", "deadline") == [("1,200萬", None)]
