"""Which numbers are rules without a deadline: conditions, limits, tariffs, requirements and standards."""

import pytest
from candidate_reading import PLAN_2023, PLAN_2024, PLAN_2026, PLAN_2030, fields


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("各区、县（市）至少办1所早教中心。", ["rule"]),
        ("各校应配备教师3名。", ["rule"]),
        ("一要增设系统，压力不小于0.03MPa。", ["rule"]),
        ("宜额外规划增建10%停车设施。", ["rule"]),
        ("连续3年每年给予资助。", ["rule"]),
        ("学校占地面积不低于150亩，实操课时占总课时的比例不低于60%。", ["rule", "rule"]),
        ("总建筑面积不少于4万平方米。", ["goal"]),
        ("具备条件的建制村全部通客车。", ["goal"]),
    ],
)
def test_what_somebody_has_to_have_is_a_rule_and_what_is_to_be_reached_a_goal(text, kinds):
    assert [kind for (kind,) in fields(f"{PLAN_2023}{text}", "kind")] == kinds


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("逾期未改的，处十万元罚款。", "rule"),
        ("处赔偿费一至二倍的罚款。", "rule"),
        ("由对象选择其中一种进行适配。", "rule"),
        ("缴存比例可以调整一次。", "rule"),
        ("送戏下乡每年200场。", "goal"),
        ("城镇调查失业率不超过5.5%。", "goal"),
        ("干垃圾日均控制量不高于21000吨。", "goal"),
        ("事故死亡率不得超过1%。", "rule"),
        ("每月管理费不得高于800元。", "rule"),
        ("其他区域禁止新建每小时10蒸吨及以下燃煤锅炉。", "rule"),
        ("建成区不再新建35蒸吨以下燃煤锅炉。", "rule"),
        ("家庭财产净值不高于45万元。", "rule"),
        ("单套建筑面积不大于90平方米。", "rule"),
        ("全年粮食面积不少于6287万亩。", "goal"),
        ("人行道整治面积不低于300万平方米。", "goal"),
        ("租金按市场价的七成收取。", "rule"),
        ("超过工资总额8%的部分由企业列支。", "rule"),
        ("考试总成绩中笔试占40%。", "rule"),
        ("指导教师与学生之比为1:10。", "rule"),
        ("个人缴费标准为每人413元。", "rule"),
        ("文科类学费标准最高不超过6500元。", "rule"),
        ("家庭人均年可支配收入低于50400元。", "rule"),
        ("一线职工工资增长指导线不低于5%。", "rule"),
        ("月最低工资标准调整为2500元。", "rule"),
        ("最低工资标准平均提高15%。", "goal"),
        ("新建小区，每平方公里设置6座公厕。", "rule"),
        ("每年设立1000个公益岗位。", "goal"),
        ("同一级别只配套支持一次。", "rule"),
        ("需要同时适配的，视为1件。", "rule"),
        ("各区（县级市）均设有1所公办学校。", "rule"),
        ("总积分满150分。", "rule"),
        ("考核成绩为90分以上。", "rule"),
        ("每满1年积2分。", "rule"),
        ("全区任务量不少于700亩。", "goal"),
        ("第一年应完成1900亩整治。", "goal"),
        ("申领稳岗返还的裁员率应不高于5.5%。", "rule"),
        ("市场使用费减收40%。", "rule"),
        ("营业税率降为2%。", "rule"),
        ("提供贷款，年利率3.2%。", "rule"),
        ("失业率降到2%。", "goal"),
        ("税款可分24期。", "rule"),
    ],
)
def test_a_condition_a_limit_or_a_tariff_is_a_rule_and_a_bound_of_the_whole_a_goal(text, kind):
    assert fields(f"{PLAN_2030}{text}\n", "kind") == [(kind,)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("到2028年，全部乡镇均建有2所以上幼儿园。", [("全部", "goal"), ("2", "rule")]),
        ("取消转诊住院800元起付线。", [("800", "rule")]),
        ("面积不足15平方米的，按照15平方米确定。", [("15", "rule"), ("15", "rule")]),
        ("具备条件的，到2027年达到15所。", [("15", "goal")]),
        ("给20所学校各配校医。", [("20", "status")]),
        ("组织300名教师完成轮训。", [("300", "goal")]),
        ("组织300名教师轮训。", [("300", "rule")]),
    ],
)
def test_what_each_has_or_on_which_something_depends_is_a_rule(text, wanted):
    assert fields(f"{PLAN_2030}{text}\n", "numeral", "kind") == wanted


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("农村自来水普及率应当达到90%以上。", "rule"),
        ("家庭總收入平均每人每月低於3萬9000元。", "rule"),
        ("營運權利金最高減免35%。", "rule"),
        ("減徵8月31日前查定稅額的30%。", "rule"),
        ("平均坡度超过30%者，不得建设。", "rule"),
        ("取得的收入减按90%计入收入总额。", "rule"),
        ("落实绿色建设要求，大型公共建筑全面执行三星级标准。", "rule"),
        ("按照文件精神，大型公共建筑全面执行三星级标准。", "goal"),
        ("新建公共建筑至少使用一种可再生能源。", "rule"),
    ],
)
def test_a_limit_a_remission_or_a_standard_is_a_rule_without_a_title_too(text, kind):
    assert fields(text, "kind") == [(kind,)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("委員任期二年。", [("二", "rule")]),
        ("每两年评选表彰30名技能人才。", [("30", "goal")]),
        ("每两名教师配备1台电脑。", [("1", "rule")]),
        ("机关队伍中至少配备1名残疾人。", [("1", "rule")]),
        ("最低工資調升至每小時34元。", [("34", "rule")]),
        ("職業稅豁免額為144,000元。", [("144,000", "rule")]),
        ("僱主須支付每月不低於8,000元的薪金。", [("8,000", "rule")]),
        ("县办医院床位数一般以500张左右为宜。", [("500", "rule")]),
        ("浓度不高于20微克/立方米。", [("20", "goal")]),
        ("人均住房保障面积控制在13平方米以内。", [("13", "rule")]),
        ("全市商业建筑面积控制在13平方米以内。", [("13", "goal")]),
    ],
)
def test_a_term_a_tariff_or_a_staffing_is_a_rule_without_a_title_too(text, wanted):
    assert fields(text, "numeral", "kind") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("驻村工作队每队不少于3人。", [("3", "rule", None)]),
        ("加计扣除比例由50%提高到75%。", [("50%", "status", None), ("75%", "rule", None)]),
    ],
)
def test_a_staffing_and_a_tax_rate_have_no_deadline(text, wanted):
    assert fields(text, "numeral", "kind", "deadline") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("对租金减半征收。", [("rule", None)]),
        ("将增值税起征点提高到15万元。", [("rule", None)]),
        ("房屋税率由原3%降为2%。", [("status", None), ("rule", None)]),
        ("单位和本人已按照规定缴费满1年的。", [("rule", None)]),
        ("新建公共建筑屋顶光伏覆盖率不低于50%。", [("rule", None)]),
        ("新建民用建筑执行三星级标准规模占比不低于10%。", [("goal", 2026)]),
        ("选择100个贫困村建档立卡。", [("goal", 2026)]),
        ("申请人选择1所幼儿园报名。", [("rule", None)]),
        ("每多生育1个婴儿，增加产假15天。", [("rule", None)]),
        ("暂停六个月以上一年以下执业活动。", [("rule", None), ("rule", None)]),
        ("优良天数不少于320天。", [("goal", 2026)]),
        ("商品住房项目配建不少于5%的保障性住房。", [("rule", None)]),
        ("日间须维持1:20的比例，夜间则为1:40。", [("rule", None), ("rule", None)]),
        ("项目固定资产投资1000万元及以上，给予奖励5万元。", [("rule", None), ("funding", 2026)]),
        ("年上缴税金达到30万元以上，奖励5万元。", [("rule", None), ("funding", 2026)]),
        ("所有补助案件均须办理查验。", [("rule", None)]),
        ("为所有资助院舍安装离床感应系统。", [("goal", 2026)]),
        ("设审查小组，置委员7至9人。", [("rule", None)]),
        ("每一分署至少成立3个联盟。", [("rule", None)]),
        ("乳儿班、托小班比例应为：乳儿班1:3、托小班1:5、托大班1:7。", [("rule", None)] * 3),
    ],
)
def test_a_rule_has_no_deadline_in_an_annual_plan(text, wanted):
    assert fields(f"{PLAN_2026}{text}", "kind", "deadline") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("各校师生比不得低于1:18。", [("rule", None)]),
        ("三、技术要求\n路面宽度不小于4.5米。\n四、任务\n新建3所。", [("rule", None), ("goal", 2024)]),
        ("三、技术要求\n到2023年，合格率不低于95%。", [("goal", 2023)]),
        ("三、建设标准\n新建学校3所。", [("goal", 2024)]),
        ("二、改善办学条件\n入学率不低于95%。", [("goal", 2024)]),
        ("消防验收全部合格。", [("goal", 2024)]),
    ],
)
def test_a_requirement_is_a_rule_and_what_is_built_or_dated_a_goal(text, wanted):
    assert fields(f"{PLAN_2024}{text}", "kind", "deadline") == wanted


@pytest.mark.parametrize(
    "text",
    [
        "虚报次数在3次以下的，扣减补贴。",
        "虚报次数超过3次的（含3次），扣减补贴。",
        "组团达1000人次以上的，给予奖励。",
        "非法占用基本农田5亩以上的违法用地项目优先整治。",
        "整改率在50%以下的街镇，不予通过验收。",
        "营业额达到80万元以上的会议予以奖励。",
        "资金比例扣减1%。",
        "允许进行一次补正。",
        "以发给一人为限。",
    ],
)
def test_a_condition_or_a_limit_is_a_rule_and_has_no_deadline(text):
    found = fields(f"某市2024年整治工作方案\n{text}\n", "kind", "deadline")
    assert found and found[0] == ("rule", None)


@pytest.mark.parametrize(
    "text",
    [
        "打造60个以上的应用案例。",
        "把示范食堂办到1000所以上的中小学。",
        "宽带网络覆盖90%以上的贫困村。",
        "整改率达到80%以上。",
    ],
)
def test_an_aim_is_no_condition(text):
    assert fields(f"某市2024年工作方案\n{text}\n", "kind", "deadline") == [("goal", 2024)]


@pytest.mark.parametrize(
    ("title", "kinds"),
    [
        ("某市公共厕所管理办法", ["rule", "goal"]),
        ("关于印发《某区支持园区若干措施（试行）》的通知", ["rule", "goal"]),
        ("某市园区建设实施意见", ["goal", "goal"]),
        ("某市园区管理办法（2026—2028年）", ["goal", "goal"]),
        ("某市推广先进方法", ["goal", "goal"]),
    ],
)
def test_what_a_regulation_says_without_a_year_is_a_rule(title, kinds):
    assert [kind for (kind,) in fields(f"{title}\n照明达到200勒。\n新建示范点12个。\n", "kind")] == kinds


def test_a_document_of_standards_sets_rules():
    text = "某市学校办学条件\n1.校园。占地面积不低于40000平方米。\n2.设备。仪器设备总值不低于300万元。\n"
    assert fields(text, "kind") == [("rule",), ("rule",)]
    assert fields(text.replace("办学条件", "规划"), "kind") == [("rule",), ("goal",)]


def test_what_stands_undated_below_standards_is_a_rule():
    below = "1.贫困发生率下降到3%；\n2.集体收入不低于5万元。\n"
    undated = fields(f"某县工作手册\n一、退出标准\n{below}", "kind")
    dated = fields("某县规划（2026—2030年）\n一、退出标准\n1.发生率下降到3%；\n", "kind")
    assert (undated[0], dated[0]) == (("rule",), ("goal",))


def test_what_is_required_carries_on_to_a_bound_in_the_same_sentence():
    head = "某市实施意见（2026—2030年）\n"
    text = "每县至少建1所养老机构，床位不少于150张，新增床位不少于200张，群众满意度不低于90%。床位不少于300张。\n"
    assert fields(head + text, "numeral", "kind") == [
        ("1", "rule"),
        ("150", "rule"),
        ("200", "goal"),
        ("90%", "goal"),
        ("300", "goal"),
    ]
    assert fields(f"{head}每县至少建1所养老机构。床位不少于300张。\n", "kind") == [("rule",), ("goal",)]


def test_requirements_are_rules_in_either_script():
    text = "某方案（2022—2025年）\n教师每年参加培训不少于72学时。对7所寄宿制学校实施改造。入园年龄为3周岁。"
    traditional = "某方案（2022—2025年）\n教師每年參加培訓不少於72學時。對7所寄宿制學校實施改造。入園年齡為3週歲。"
    assert fields(text, "kind", "deadline") == [("rule", None), ("goal", 2025), ("rule", None)]
    assert fields(traditional, "kind", "deadline") == fields(text, "kind", "deadline")


def test_what_others_may_take_is_a_rule():
    text = "某計畫（2025年）\n共餐每次收費不得超過60元。補助60元。"
    assert fields(text, "kind", "deadline") == [("rule", None), ("funding", 2025)]


def test_what_an_applicant_may_choose_is_a_rule():
    text = "某区幼儿园招生方案（2026年）\n家长选择1所幼儿园报名。申请人须年满3周岁。"
    assert fields(text, "kind", "deadline") == [("rule", None), ("rule", None)]


def test_a_fine_has_a_least_and_a_largest_multiple():
    found = fields("并处违法所得一倍以上五倍以下罚款。", "numeral", "kind", "comparator")
    assert found == [("一", "rule", "at_least"), ("五", "rule", "at_most")]


def test_a_standard_to_keep_to_is_a_rule():
    text = f"{PLAN_2030}各地配备水泵，排涝能力不低于每平方公里100立方米/小时的标准。"
    assert fields(text, "kind", "deadline") == [("rule", None)]


@pytest.mark.parametrize(
    "title", ["乡村气象防灾建设规范 (DB33/T 2016—2016)", "城市体检评估规程", "公园设计导则（试行）"]
)
def test_a_standard_sets_rules_by_its_title(title):
    assert fields(f"{title}\n普及率达到90%以上。\n", "kind", "deadline") == [("rule", None)]
