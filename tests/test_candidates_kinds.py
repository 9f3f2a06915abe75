"""Whether a number is funding or a goal, by the words of its clause and the label of its row."""

import pytest
from candidate_reading import PLAN_2023, PLAN_2026, PLAN_2030, fields


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("新增供应租赁住房3万套。", ["goal"]),
        ("因地制宜新建小型站45座。", ["goal"]),
        ("小型站宜新建45座。", ["rule"]),
        ("因地制宜将产业用地中的1%专门用于资源循环利用企业。", ["rule"]),
        ("新增限额以上商贸企业1000家。", ["goal"]),
        ("一般公共预算收入增长4%。", ["goal"]),
        ("教育支出占一般公共预算支出的比例不低于4%。", ["funding"]),
        ("每年安排专项资金3000万元，其中不少于30%用于实训基地建设。", ["funding", "funding"]),
        ("培训教师300名，其中30%用于农村学校。", ["goal", "goal"]),
        ("技术合作金额达120亿元。", ["goal"]),
        ("全社会研发经费投入占生产总值比重达到4%。", ["goal"]),
        ("收入标准不低于我市上年度人均收入的60%。", ["goal"]),
        ("养老保险以本市上年度平均工资的40%为缴费基数，分别补贴14%和6%。", ["goal", "funding", "funding"]),
    ],
)
def test_what_is_spent_is_funding_and_what_an_economy_yields_a_goal(text, kinds):
    assert [kind for (kind,) in fields(f"{PLAN_2023}{text}", "kind")] == kinds


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("安排特别国债2500亿元支持消费品以旧换新。", "funding"),
        ("按照项目投资额的30%给予资助。", "funding"),
        ("批复后预拨80%，其余完工后支付。", "funding"),
        ("由长护险基金按80%的比例支付。", "funding"),
        ("住院报销比例提高5个百分点。", "funding"),
        ("就业率提高5个百分点。", "goal"),
    ],
)
def test_what_is_paid_is_funding_by_its_share_too(text, kind):
    assert fields(f"{PLAN_2030}{text}\n", "kind") == [(kind,)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("学前教育事业费应当达到同级教育事业费的8%以上。", "funding"),
        ("机动化出行分担率达到20%。", "goal"),
        ("省与市各分担20%的经费。", "funding"),
    ],
)
def test_a_share_of_the_costs_is_funding(text, kind):
    assert fields(text, "kind") == [(kind,)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("在本屆政府任期內增加1400個名額。", [("1400", "goal")]),
        ("实现1小时直连大湾区、2小时互通省内。", [("1", "goal"), ("2", "goal")]),
        ("实现旅游总收入1.2万亿元。", [("1.2万亿", "goal")]),
        ("向每名居民發放700澳門元。", [("700", "funding")]),
    ],
)
def test_what_is_handed_out_is_funding_and_what_is_attained_a_goal(text, wanted):
    assert fields(text, "numeral", "kind") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2026年达到1.7万亿元（2005年价），人均生产总值达到2.4万元。", [("funding", 2026), ("goal", 2026)]),
        ("精准定位、做大做强1—2个主导产业。", [("goal", 2026)]),
        ("平均每天新增企业1.2万户。", [("goal", 2026)]),
        ("独角兽企业 100 家、高新技术企业 1000 家，产业园 30 个。", [("goal", 2026)] * 3),
        ("今年拟安排债券2.15万亿元，比去年增加8000亿元。", [("funding", 2026), ("funding", 2026)]),
        ("赤字率拟按3%安排，比上年年初预算增加1800亿元。", [("goal", 2026), ("funding", 2026)]),
        ("拿出资金，用于1500万人次以上的职工培训。", [("goal", 2026)]),
        ("年均开发2万个以上的公益岗位。", [("goal", 2026)]),
        ("设立专项发展资金，首期规模为10亿元。", [("funding", 2026)]),
        ('推进"三个十"工程，建成5所。', [("goal", 2026)]),
        ("新建5所高中，培训教师300名。", [("goal", 2026), ("goal", 2026)]),
        ("力争完成固定资产投资1000万元以上。", [("funding", 2026)]),
        ("力争固定资产投资达到1000亿元以上。", [("funding", 2026)]),
        ("由市与县按四比一分摊。", [("funding", 2026)]),
        ("乡村医生全员纳入轮训。", [("goal", 2026)]),
    ],
)
def test_an_amount_is_funding_and_what_it_is_for_a_goal(text, wanted):
    assert fields(f"{PLAN_2026}{text}", "kind", "deadline") == wanted


def test_outputs_of_an_economy_are_goals_and_a_fund_is_funding():
    text = "广告业营收达到4500亿元。全员劳动生产率达到25万元/人。设立总规模1亿元的基金。"
    assert [kind for (kind,) in fields(f"{PLAN_2023}{text}", "kind")] == ["goal", "goal", "funding"]


def test_a_fund_to_be_set_up_is_funding_and_those_that_there_are_a_status():
    text = "设立总规模20亿元的产业基金。与全省128所院校签订协议。消除大班额300个。"
    assert [kind for (kind,) in fields(PLAN_2023 + text, "kind")] == ["funding", "status", "goal"]
    report = "政府工作报告\n一、规划背景\n新建学校3所。\n二、目标\n新建学校5所。"
    assert [kind for (kind,) in fields(report, "kind")] == ["status", "goal"]


def test_what_an_economy_yields_is_a_goal_by_the_label_of_its_row():
    text = "某市规划（2026—2030年）\n指标\t单位\t2030年\n工业总产值\t亿元\t3200\n教育经费\t亿元\t95\n"
    assert fields(text, "kind") == [("goal",), ("funding",)]


def test_support_by_a_share_is_funding():
    assert fields("2026年专项资金申报指南\n经审核，给予不超过20%的支持。\n", "kind", "deadline") == [("funding", 2026)]


def test_a_share_of_the_welfare_lottery_is_funding():
    assert fields("福利彩票公益金用于养老服务的比例不得低于60%。", "kind") == [("funding",)]


def test_an_amount_that_is_given_is_funding_whatever_year_stands_before():
    text = "某区若干措施\n截至去年达标的企业，给予最高5万元、10万元奖励。\n"
    assert fields(text, "kind") == [("funding",), ("funding",)]
    text = "某区若干措施\n2025年3月1日\n对2024年以来首次达标的企业，给予最高5万元奖励。\n"
    assert fields(text, "kind") == [("funding",)]


def test_money_set_aside_already_is_funding_and_a_weekly_habit_no_period():
    assert fields("政府已预留26亿元推行措施。", "kind") == [("funding",)]
    assert fields("每周参加1次以上锻炼的人数达到300万人。", "period") == [("total",)]


def test_what_is_given_is_funding_in_a_review_too():
    text = "某县工作总结\n去年以来，成效显著，有力保障。免住宿费，标准为500元。补助2000元。\n"
    assert fields(text, "numeral", "kind") == [("500", "funding"), ("2000", "status")]


def test_the_rate_of_a_subsidy_is_funding_below_a_review_too():
    text = "某市办法\n一、进展情况\n投入经费300万元。超出部分按照补贴价格的20%进行补贴。"
    assert [kind for (kind,) in fields(text, "kind")] == ["status", "funding"]


def test_money_below_standards_stays_funding():
    text = "某市校舍规定\n三、建设标准\n1.对学校补助5万元，新建教室5间。"
    assert fields(text, "kind") == [("funding",), ("rule",)]
