"""Whether a passage says what was and is, a status, or what shall be, a goal: by its words and headings."""

import pytest
from candidate_reading import PLAN_2023, PLAN_2024, PLAN_2026, PLAN_2030, fields


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("据测算，2028年出生人口将达到16.5万人。", ["status"]),
        ("据测算，未来三年需新增教师8000人。", ["goal"]),
        ("上年新建3所学校。", ["status"]),
        ("完成情况：安置点共7个，完成安置房1469套。", ["status", "status"]),
        ("尚未整改的违法用地，共计1件。", ["status"]),
        ("本地公司约有700间。", ["status"]),
        ("预计约有20个名额。", ["goal"]),
        ("集装箱吞吐量连续16年排名第一。", ["status"]),
        ("圆满举办4届博览会。", ["goal"]),
        ("全市中等职业学校由现有的31所整合优化为22所。", ["status", "goal"]),
        ("將由34隊擴充至40隊。", ["status", "goal"]),
        ("现有教师5人，组建专家团队3个。", ["status", "goal"]),
        ("一、2022年工作总结\n城镇新增就业4万人。\n二、2023年工作\n新增就业5万人。", ["status", "goal"]),
    ],
)
def test_what_was_or_is_forecast_is_a_status_and_what_is_intended_a_goal(text, kinds):
    assert [kind for (kind,) in fields(f"{PLAN_2023}{text}", "kind")] == kinds


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("近年新增了20所学校。", "status"),
        ("市有近300所学校。", "status"),
        ("我市有约300所学校。", "status"),
    ],
)
def test_what_a_place_has_or_was_given_is_a_status(text, kind):
    assert fields(f"{PLAN_2030}{text}\n", "kind") == [(kind,)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("规划设置了20项指标，包括增速5%左右。", "goal"),
        ("已查明120处用地，约可兴建5万户。", "goal"),
    ],
)
def test_what_is_to_come_of_what_was_done_is_a_goal(text, kind):
    assert fields(f"{PLAN_2030}{text}\n", "kind")[-1] == (kind,)


def test_a_heading_of_the_present_basis_opens_a_review():
    text = "一、现实基础\n学校12所。"
    assert fields(f"{PLAN_2030}{text}\n", "numeral", "kind") == [("12", "status")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("每月就业收入按年上升了8.7%。", "status"),
        ("全省在建高速公路达到1200公里以上。", "goal"),
        ("在建项目26个。", "status"),
    ],
)
def test_what_is_under_way_is_a_status_unless_it_is_to_be_attained(text, kind):
    assert fields(text, "kind") == [(kind,)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("政府共售出73幅用地。", [("73", "status")]),
        ("近三年，全市累计新增就业9万人。", [("9万", "status")]),
        ("在近三年毕业生中新增就业9万人。", [("9万", "goal")]),
        ("比例在现有基础上提高3个百分点。", [("3", "goal")]),
        ("现有学校12所。", [("12", "status")]),
        ("共資助學員1.6萬人次。", [("1.6萬", "status")]),
        ("現有中心9處，年度內服務學生2萬人次。", [("9", "status"), ("2萬", "goal")]),
        ("就業率由35%改善至40%。", [("35%", "status"), ("40%", "goal")]),
        ("仍有危桥213座。", [("213", "status")]),
        ("已招募46人，政府會額外培訓12名。", [("46", "status"), ("12", "goal")]),
        ("113年勞動力參與率為59.3%，至117年提升至60%以上。", [("59.3%", "status"), ("60%", "goal")]),
    ],
)
def test_the_words_tell_what_was_from_what_shall_be(text, wanted):
    assert fields(text, "numeral", "kind") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("某区纲要\n现况\n1. 服务平稳，在2030年底前增至30所。\n", [("30", "goal", 2030)]),
        ("某市规划中期评估\n到2022年，达到5所。2022年，学校12所。\n", [("5", "goal", 2022), ("12", "status", None)]),
        ("二、階段目標\n（一）2030年電動車市售比達30%。\n", [("30%", "goal", 2030)]),
        ("一、成效回顾\n（一）2020年电动车市售比达30%。\n", [("30%", "status", None)]),
        (
            "2020年，优良天数比率为87%，全面建设。\n到2025年，达到90%。\n",
            [("87%", "status", None), ("90%", "goal", 2025)],
        ),
        ("現有古蹟23處，賡續辦理修復工程12件。", [("23", "status", None), ("12", "goal", None)]),
        ("行动期内共投入1亿元。", [("1亿", "funding", None)]),
        ("某县工作总结\n去年以来，成效显著。共投入1亿元。\n", [("1亿", "status", None)]),
        ("某市方案（2021—2025年）\n三、夯实院校发展基础\n新建院校20所。\n", [("20", "goal", 2025)]),
        ("某市方案（2021—2025年）\n三、强化农业发展基础\n新建水库20座。\n", [("20", "goal", 2025)]),
        ("某市方案（2021—2025年）\n一、发展基础\n建成水库20座。\n", [("20", "status", None)]),
        ("已在2014年達到峰值，其後人均排放量降至4.5公噸。", [("4.5", "status", None)]),
        ("由12人成長至50人。", [("12", "status", None), ("50", "goal", None)]),
        ("現有宿位2,500個，年內增加180個。", [("2,500", "status", None), ("180", "goal", None)]),
    ],
)
def test_headings_and_years_tell_what_was_from_what_shall_be(text, wanted):
    assert fields(text, "numeral", "kind", "deadline") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("转移支付增长8%、增幅高于去年，培训增幅均超过10%。", [("goal", 2026), ("goal", 2026)]),
        ("新招用人数占企业现有在职职工人数比例达到10%。", [("goal", 2026)]),
        ('财政收入比"十一五"末翻一番。', [("goal", 2026)]),
        ("拖欠的补偿费全部补偿到位。", [("goal", 2026)]),
        ("计划将惠及3届学生。", [("goal", 2026)]),
        ("预期目标是在提高效益的基础上年均增长7%。", [("goal", 2026)]),
        ("目前工场计148家，本年度增设6家。", [("status", None), ("goal", 2026)]),
        ("目前工场计148家，本年度已增设6家。", [("status", None), ("status", None)]),
        ("名额现有1100个，规划期内增加400个。", [("status", None), ("goal", 2026)]),
        ("目前名额为1100个，规划期内增加400个。", [("status", None), ("goal", 2026)]),
        ("现时逾有70万名受助人。", [("status", None)]),
        ("课程由现时10个增至有影响的20个。", [("status", None), ("goal", 2026)]),
    ],
)
def test_what_is_there_has_no_deadline_in_an_annual_plan(text, wanted):
    assert fields(f"{PLAN_2026}{text}", "kind", "deadline") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("公办园占比仅为31%。", [("status", None)]),
        ("二、主要目标任务完成情况\n建成基地12个。", [("status", None)]),
        ("比例由35%、40%调整到55%、43%。", [("status", None)] * 2 + [("goal", 2024)] * 2),
    ],
)
def test_what_was_attained_has_no_deadline_in_a_plan_with_a_period(text, wanted):
    assert fields(f"{PLAN_2024}{text}", "kind", "deadline") == wanted


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("全市主要预期目标是：地区生产总值增长11%，财政收入增长18%，投资增长20%，消费增长8%。", False),
        ("地区生产总值增长11%，财政收入增长18%，投资增长20%，消费增长8%，总体稳定。", True),
        ("第二节 发展目标\n产业发展取得重大突破，动力更强。研发强度达到4.0%左右，优势显著增强，质量明显提升。", False),
        ("一批载体陆续竣工，首次诞生百亿楼。新开工面积达140万平方米。", True),
    ],
)
def test_growth_is_past_in_a_report_unless_it_is_aimed_at(text, back):
    kinds = {kind for (kind,) in fields(f"政府工作报告\n{text}", "kind")}
    assert kinds == ({"status"} if back else {"goal"})


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


def test_what_is_counted_up_is_done_in_a_review_and_a_goal_in_a_plan():
    counted = "累计建成示范学校7000个以上；培训5万名教师。\n"
    assert fields("2026年某市实事任务清单\n" + counted, "kind") == [("goal",), ("goal",)]
    assert fields("2026年某市政府工作报告\n一年来，成效显著。" + counted, "kind") == [("status",), ("status",)]


# Words


def test_up_to_a_year_looks_back_unless_something_is_intended():
    assert fields("截至2021年底，养老机构发展到2204家，床位达到20万张。", "kind", "deadline") == [("status", None)] * 2
    assert fields("截至2025年底，力争床位达到20万张。", "kind", "deadline") == [("goal", 2025)]


def test_what_a_province_has_is_a_status():
    text = "某省规划（2021—2025年）\n我省有224.2万残疾人，占人口的5.3%。\n二、目标\n全省有需求的1万人得到服务。\n"
    assert fields(text, "kind", "deadline") == [("status", None), ("status", None), ("goal", 2025)]


def test_what_a_text_says_was_added_is_a_status():
    assert fields("某市2021年工作方案\n市级结合实际，新增了34个指标。\n", "kind", "deadline") == [("status", None)]


def test_on_the_basis_of_something_is_no_last_year():
    assert fields("某市概况\n在巩固成果的基础上年均新建学校5所。", "kind") == [("goal",)]
    assert fields("某市概况\n在巩固成果的基础上，上年新建学校5所。", "kind") == [("status",)]


def test_what_is_built_on_is_a_status():
    text = "某规划（2016—2020年）\n在2016年20万平方米治理的基础上，每年推进30万平方米的任务。"
    assert fields(text, "value_min", "kind", "deadline") == [(200_000, "status", None), (300_000, "goal", 2020)]


def test_the_year_of_what_something_starts_from_makes_no_status():
    text = "某市实施意见（2020年）\n在2019年体系建设基础上，完成170座中转站的提升。\n"
    assert fields(text, "kind", "deadline") == [("goal", 2020)]


def test_what_a_number_is_changed_to_is_no_status():
    text = "某省实施意见（2005年）\n学校数由目前近800所调整到700所左右。\n"
    assert fields(text, "value_min", "kind") == [(800, "status"), (700, "goal")]


def test_more_than_so_many_a_year_is_not_last_year():
    text = "某市规划（2011—2015年）\n培育5家以上年销售收入过百亿元、2家以上年收入达500亿元的企业，新增30家。\n"
    assert {kind for (kind,) in fields(text, "kind")} == {"goal"}


def test_who_was_born_since_a_year_is_no_review():
    born = "在各单位一九四九年十月一日以后出生的人口中，非文盲人数在农村达到95%以上。"
    text = f"扫除文盲工作条例\n1988年2月5日 国务院发布\n{born}"
    assert fields(text, "kind", "deadline") == [("rule", None)]


def test_what_is_striven_for_is_a_goal_within_a_review_too():
    text = "某市规划（2026—2030年）\n“十四五”时期，取得历史性成就，产值超额完成，跃居全国前列。力争县区全部达标。\n"
    assert fields(text, "kind", "deadline") == [("goal", 2030)]


def test_the_task_of_the_year_is_a_goal_in_a_review_too():
    text = "某省2024年前三季度民生实事进展情况的通报\n年度任务为新增学位2.6万个，已交付使用2.31万个。"
    assert fields(text, "kind", "deadline") == [("goal", 2024), ("status", None)]


def test_a_review_with_a_goal_in_its_words_is_a_review():
    text = "某州人才发展\n一、人才现状\n截止2020年12月，全州人才52.2万人，完成规划目标任务76%，每万人1300人。\n"
    assert {kind for (kind,) in fields(text, "kind")} == {"status"}


# Years


def test_a_change_that_ended_in_the_year_of_issue_is_past():
    text = "某县学校布局规划（2010—2020年）\n小学从1988年的849所减至2010年的32所。\n"
    assert fields(text, "kind", "deadline") == [("status", None), ("status", None)]


def test_the_five_years_before_the_plan_are_behind():
    text = "某州规划（2021—2025年）\n“十三五”期间，累计投入4亿元。\n“十四五”期间，累计投入5亿元。\n"
    assert fields(text, "kind", "deadline") == [("status", None), ("funding", 2025)]


def test_what_had_been_by_then_is_past():
    assert fields("每半年组织1次评估，2023年底前已享受同类政策的，就高不重复。", "deadline") == [(None,)]
    text = "某市“十四五”规划（2021—2025年）中期评估报告\n截至2023年6月底，预期寿命提高到79.2岁。"
    assert fields(text, "kind", "deadline") == [("status", None)]


def test_the_end_of_a_past_year_is_a_status_though_the_sentence_goes_on():
    text = "某市促进就业实施意见\n到2025年，两项比例分别达到31%和35%；2022年底，以上比例分别为24.6%和27.9%。"
    assert fields(text, "kind", "deadline") == [("goal", 2025)] * 2 + [("status", None)] * 2


def test_an_undated_text_has_not_seen_the_years_that_it_aims_at():
    aimed, alone = "至2030年，投入經費90億元。2030年電動車占比達30%。", "2030年電動車占比達30%。"
    assert fields(aimed, "numeral", "kind", "deadline")[-1] == ("30%", "goal", 2030)
    assert fields("到2022年，建成3所。2021年学校12所。", "numeral", "kind")[-1] == ("12", "status")
    assert fields(alone, "kind") == [("status",)]


def test_what_is_attained_at_the_end_of_a_year_is_a_goal():
    text = "某市淨零方案\n113年底達成公車電動化比率三成。臺灣。\n"
    assert fields(text, "kind", "deadline") == [("goal", 2024)]


def test_what_is_planned_for_a_year_is_no_review_of_it():
    text = "2026年我区积分入学招生计划总数为1023个。"
    assert fields(text, "kind", "deadline") == [("goal", 2026)]


def test_what_is_planned_for_a_year_is_no_status_in_a_section_of_what_there_is():
    text = "一、基本情况\n薄弱学校1所（目前在校生900名，2027年计划扩招300名）。\n"
    assert fields(text, "numeral", "kind", "deadline")[1:] == [("900", "status", None), ("300", "goal", 2027)]


def test_a_year_within_which_something_is_makes_no_goal_of_a_review():
    text = "某區發展綱要\n現況\n1. 在2024-25學年，11所中學開辦課程。\n目標\n2. 在2029-30學年完結前，開辦30所。\n"
    assert fields(text, "numeral", "kind", "deadline") == [("11", "status", None), ("30", "goal", 2030)]
    ahead = "某區發展綱要\n現況\n1. 服務平穩，會在2025年增加300個名額。\n"
    assert fields(ahead, "numeral", "kind") == [("300", "goal")]


# Titles, headings and labels


def test_a_title_that_says_what_was_done_makes_a_review():
    text = "某市教育局2020年民生实事完成情况公示\n1、建设公办幼儿园3所；②2020年底前建成足球场7个。\n"
    assert fields(text, "kind", "deadline") == [("status", None), ("status", None)]


def test_a_notice_of_progress_looks_back():
    text = "某省教育厅通知\n现将进展情况通报如下：\n（一）开工\n98个县共开工学校1543所，开工面积60万平方米。\n"
    assert {kind for (kind,) in fields(text, "kind")} == {"status"}


def test_what_was_settled_looks_back_and_not_reached_is_at_most():
    text = "教育部主管111年度單位決算評估報告\n單位預算編列117.25億元，執行率98.51%，未及計畫經費6成。"
    assert fields(text, "kind", "deadline") == [("status", None)] * 3
    assert fields("預算未及計畫經費6成。", "comparator") == [("at_most",)]


def test_a_review_of_development_looks_back():
    text = "某规划（2026—2030年）\n一、“十四五”发展评估\n完成360条公路提档升级。\n二、目标\n完成90条公路提档升级。"
    assert fields(text, "kind", "deadline") == [("status", None), ("goal", 2030)]


@pytest.mark.parametrize("title", ["前期執行情形", "執行檢討"])
def test_what_was_carried_out_before_is_a_review(title):
    text = f"某方案（112年至115年）\n第一章　{title}\n第五期核列計畫48項，執行率92.7%。臺灣。\n"
    assert fields(text, "numeral", "kind") == [("48", "status"), ("92.7%", "status")]


def test_a_heading_that_says_what_was_attained_is_no_heading_of_aims():
    text = (
        "某市第十五个五年规划纲要\n1.顺利实现“十四五”发展目标\n"
        "生产总值迈上5万亿元台阶，跻身前五位，达到4.9万亿元，位居前列。"
    )
    assert {kind for (kind,) in fields(text, "kind")} == {"status"}


def test_what_opens_a_section_of_tasks_looks_ahead():
    text = (
        "某市政府工作报告\n（2024年1月16日在某市人民代表大会上）\n一、2023年工作回顾\n改造危房1300户，群众获得感不断增强。\n"
        "二、2024年重点工作\n教育方面，新建学校3所。\n医疗方面，投入2.6亿元，医院创建取得实质进展。\n"
    )
    assert fields(text, "kind", "deadline") == [("status", None), ("goal", 2024), ("funding", 2024)]


def test_a_label_of_the_present_opens_a_review():
    text = "某市工作方案\n现况：全市护理人员两万人，空缺率8%。\n目标：空缺率降至5%以下。\n"
    assert fields(text, "numeral", "kind") == [("两万", "status"), ("8%", "status"), ("5%", "goal")]


def test_an_aim_with_its_kind_in_a_table_is_no_status_below_a_review():
    text = "某市“十四五”残疾人事业规划\n一、编制背景\n11.2万残疾人脱贫。建成290个社区。\n参保率（%）\t95\t约束性\n"
    assert fields(text, "kind", "deadline") == [("status", None), ("status", None), ("goal", 2025)]


@pytest.mark.parametrize(
    "said",
    [
        "创成全国文明城区",
        "首获“双拥模范城”称号",
        "入围国家试点",
        "公园贯通、中心建成启用",
        "绿道实现贯通",
        "获评国家基地",
    ],
)
def test_what_was_won_or_put_to_use_looks_back_without_a_heading(said):
    text = f"某区“十五五”规划\n二是环境优美。{said}。绿地面积达到12平方米。{said}，新建学校28所。\n"
    assert fields(text, "kind", "deadline") == [("status", None)] * 2


def test_what_is_budgeted_for_a_year_is_no_review():
    text = "政府工作報告\n過去一年，成功舉辦活動。在2014-2015年度的教育撥款預算總額為754億元。"
    assert fields(text, "kind", "deadline") == [("funding", 2015)]


def test_a_line_that_says_how_a_year_went_opens_a_review_and_one_on_its_work_ends_it():
    text = "澳門2026年施政方針\n2025年施政執行情況\n長者公寓累計入住約1,260伙，服務名額增至一千三百個。\n"
    text += "2026年工作重點\n1. 新院舍提供宿位120個。"
    assert fields(text, "numeral", "kind", "unit") == [
        ("1,260", "status", "伙"),
        ("一千三百", "status", "個"),
        ("120", "goal", "個"),
    ]


def test_what_a_year_to_come_leads_in_is_aimed_at_however_it_sounds():
    text = "某区行动方案（2024—2026年）\n到2026年，能力增强，主要目标如下：\n"
    text += "——成交额年均增长15%，产业规模迈上350亿元台阶；\n"
    assert fields(text, "kind", "deadline") == [("goal", 2026)] * 2
