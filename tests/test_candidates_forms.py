"""Proposals from further forms of real documents: five-year plans, lead-ins with dashes, named sets, parted tables."""

import pytest
from test_candidates import read
from test_candidates_layout import fields

from regional_targets.candidates import propose
from regional_targets.checks.places import read_place as place_reading
from regional_targets.checks.years import governs
from regional_targets.review.text_places import find_year
from regional_targets.stated_years import plan_name, plan_year, read_deadline

PLAN_2023 = "某市教育工作方案（2023年）\n"


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("低于【7】平方米（含7平方米）。", (7, 7, "平方米", "at_most", None)),
        ("3人及以上家庭人均收入低于【50400】元。", (50400, 50400, "元", "at_most", None)),
        ("为20年以上老式高层居民住宅楼安装设施【30】套。", (30, 30, "套", "exact", None)),
        ("重点做好9个方面工作，新建【2】所。", (2, 2, "所", "exact", None)),
        ("推进千万吨炼化一体化项目【3】个。", (3, 3, "个", "exact", None)),
        ("形成“一河一带两环三片五路多点”格局，新建【2】所。", (2, 2, "所", "exact", None)),
        ("全区千人托位数达【4.2】个。", (4.2, 4.2, "个", "exact", None)),
        ("每3至10万居民设置【1】个中心。", (1, 1, "个", "exact", None)),
        ("当年招生【16万】，反响良好。", (160_000, 160_000, "", "exact", None)),
        ("按【1500】/人的标准发放补贴。", (1500, 1500, "", "exact", None)),
        ("给予为期【五】年每人每年的补贴。", (5, 5, "年", "exact", None)),
        ("可连续【三】年给予奖励。", (3, 3, "年", "exact", None)),
        ("处理完毕后【5】个工作日内告知。", (5, 5, "个工作日", "at_most", None)),
        ("自接到通知之日起【30】日内提供。", (30, 30, "日", "at_most", None)),
        ("建设幸福河湖【10】条（段）。", (10, 10, "条（段）", "exact", None)),
        ("新增租赁住房【42万】套（间、宿舍床位）。", (420_000, 420_000, "套（间、宿舍床位）", "exact", None)),
        ("示範區內【59】縣（市、區）由省統籌。", (59, 59, "縣", "exact", None)),
        ("新增智能算力【1.7万】P。", (17_000, 17_000, "P", "exact", None)),
        ("末端压力不小于【0.03】MPa。", (0.03, 0.03, "MPa", "at_least", None)),
        ("集装箱吞吐量突破【2800万】标准箱。", (28_000_000, 28_000_000, "标准箱", "at_least", None)),
        ("修缮消火栓【1000】余个次。", (1000, 1000, "个次", "at_least", None)),
        ("完成10千伏及以下配电网改造【20】处。", (20, 20, "处", "exact", None)),
        ("增拨【6.6亿】应对人口老化。", (660_000_000, 660_000_000, "元", "exact", None)),
        ("政府拨款【1亿7,000多万】元。", (170_000_000, 170_000_000, "元", "at_least", None)),
        ("生產毛額達【4兆8,530億】元。", (4_853_000_000_000, 4_853_000_000_000, "元", "exact", None)),
        ("寬頻提升至【100】兆。", (100, 100, "兆", "exact", None)),
        ("較上年約增加【8萬5,000】個。", (85_000, 85_000, "個", "about", None)),
        ("管線長度約為【1,518】公里。", (1518, 1518, "公里", "about", None)),
        ("未来约需新增专任教师【8000】人。", (8000, 8000, "人", "about", None)),
        ("每園（二班）補助【一百\n     萬】元。", (1_000_000, 1_000_000, "元", "exact", None)),
        ("每增設一班補助【三十萬】元。", (300_000, 300_000, "元", "exact", None)),
        ("距离工业区0.5公里的【34】所学校。", (34, 34, "所", "exact", None)),
        ("力争新增全球前1%学科【3】个。", (3, 3, "个", "exact", None)),
        ("招引1亿元以上制造业项目【300】个。", (300, 300, "个", "exact", None)),
        ("年龄40周岁以下的教师【6】名。", (6, 6, "名", "exact", None)),
        ("工作室活动周期【三】年。", (3, 3, "年", "exact", None)),
        ("配租面积不足居住面积【15】平方米的予以调整。", (15, 15, "平方米", "at_most", None)),
        ("超过居住面积【45】平方米的予以调整。", (45, 45, "平方米", "at_least", None)),
        ("【所有】乡镇有标准化卫生院。", (100, 100, "%", "exact", None)),
        ("【三】所新建高中的配套设施完善。", (3, 3, "所", "exact", None)),
        ("澳门是一座低风险的城市，新建【2】所。", (2, 2, "所", "exact", None)),
        ("火灾报警信号反馈至24小时有人值班的场所【2】处。", (2, 2, "处", "exact", None)),
        ("投资【1000万元及以上至5000万】元的，", (10_000_000, 50_000_000, "元", "range", None)),
        ("第 1 2 条 奖励【5万】元。", (50_000, 50_000, "元", "exact", None)),
        ("连续【3】年每年给予经费资助。", (3, 3, "年", "exact", None)),
        ("连续3年举办大赛，培训【2】人。", (2, 2, "人", "exact", None)),
        ("自创办之日起【2】年内招用。", (2, 2, "年", "at_most", None)),
        ("行车间隔不宜大于【5】分钟。", (5, 5, "分钟", "at_most", None)),
        ("巡视频率不应当低于【3】次。", (3, 3, "次", "at_least", None)),
        ("每班以【十六】人为限。", (16, 16, "人", "at_most", None)),
        ("补助以新台币【一百万】元为上限。", (1_000_000, 1_000_000, "元", "at_most", None)),
        ("次日起【七】日内填报。", (7, 7, "日", "at_most", None)),
        ("每星期训练【四】日以上。", (4, 4, "日", "at_least", None)),
        ("三日前报名，培训【2】人。", (2, 2, "人", "exact", None)),
        ("押金不得超过【一】个月租金。", (1, 1, "个月", "at_most", None)),
        ("应置教保服务人员【一】人。", (1, 1, "人", "exact", None)),
        ("【九】人以上者应增置。", (9, 9, "人", "at_least", None)),
        ("微型消防站24小时备勤，新建【2】所。", (2, 2, "所", "exact", None)),
        ("申报1类创新药【4】款。", (4, 4, "款", "exact", None)),
        ("提升“八站两场”服务，新建【2】所。", (2, 2, "所", "exact", None)),
        ("全面普及学前教育，全面覆盖就业人员，新建【2】所。", (2, 2, "所", "exact", None)),
    ],
)
def test_forms_of_numbers(marked, wanted):
    assert read(marked) == [wanted]


def test_a_qualifier_before_a_list_with_and_holds_for_its_numbers():
    found = fields("每年抽检不少于40块户外广告和500块户外招牌。", "comparator")
    assert found == [("at_least",), ("at_least",)]
    assert fields("至少建设5所学校、3个专业。", "comparator") == [("at_least",), ("exact",)]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("为全区739艘渔船每艘增配1只救生筏。", ["status", "goal"]),
        ("为2万名老年人提供服务。", ["goal"]),
        ("对全市412所中小学的网络环境完成摸排。", ["status"]),
        ("全省128所职业院校开展主题活动。", ["status"]),
        ("指导16个市编制专业目录。", ["status"]),
        ("发挥55家链主企业引领作用。", ["status"]),
        ("推动45个涉农街镇集聚发展。", ["status"]),
        ("推动50家企业上市。", ["goal"]),
        ("利用18个空间载体开展招商。", ["status"]),
        ("新建18个空间载体。", ["goal"]),
        ("开工建设市三医院等4个医院项目。", ["goal"]),
        ("支持东河等9个乡镇开展试点。", ["status"]),
        ("解决未央宫、汉城、六村堡3个街道33个行政村饮水问题。", ["status", "status"]),
        ("各区、县（市）至少办1所早教中心。", ["rule"]),
        ("新增供应租赁住房3万套。", ["goal"]),
        ("各校应配备教师3名。", ["rule"]),
        ("新增限额以上商贸企业1000家。", ["goal"]),
        ("据测算，2028年出生人口将达到16.5万人。", ["status"]),
        ("据测算，未来三年需新增教师8000人。", ["goal"]),
        ("一要增设系统，压力不小于0.03MPa。", ["rule"]),
        ("一般公共预算收入增长4%。", ["goal"]),
        ("教育支出占一般公共预算支出的比例不低于4%。", ["funding"]),
        ("每年安排专项资金3000万元，其中不少于30%用于实训基地建设。", ["funding", "funding"]),
        ("培训教师300名，其中30%用于农村学校。", ["goal", "goal"]),
        ("技术合作金额达120亿元。", ["goal"]),
        ("全社会研发经费投入占生产总值比重达到4%。", ["goal"]),
        ("收入标准不低于我市上年度人均收入的60%。", ["goal"]),
        ("养老保险以本市上年度平均工资的40%为缴费基数，分别补贴14%和6%。", ["goal", "funding", "funding"]),
        ("上年新建3所学校。", ["status"]),
        ("在瑞金街道统筹增设1个小型站。", ["goal"]),
        ("在3000个小区设置智能回收机。", ["goal"]),
        ("将对全市16个市级海绵城市重点建设区建设成效进行评估。", ["status"]),
        ("宜额外规划增建10%停车设施。", ["rule"]),
    ],
)
def test_kinds_of_counts_of_what_is_there_and_what_shall_be(text, kinds):
    assert [kind for (kind,) in fields(f"{PLAN_2023}{text}", "kind")] == kinds


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


def test_the_check_and_the_review_know_a_five_year_plan_as_a_year():
    text = "到“十四五”末，建设3所学校。比“十三五”末增加2所。"
    assert read_deadline(text, text.index("3")) == "2025"
    assert not read_deadline(text, text.index("2"))
    place = find_year(text, 2025, text.index("3"))
    assert text[place[0] : place[1]] == "十四五"
    assert governs(text, place[0], text.index("3"))


@pytest.mark.parametrize(
    ("text", "years"),
    [
        (
            "一、目标\n到2020年，建成服务体系。产业更加丰富。\n——床位达到3000张。\n——培训100人。\n二、措施\n建设3所。",
            [2020, 2020, None],
        ),
        ("2017年：实现硬化公路265公里。其中完成25%以上。\n2018年：实现硬化公路80公里。", [2017, 2017, 2018]),
        ("记者获悉，市政府今天公布2010年十大实事项目。\n新建学校3所。", [2010]),
        ("就《2024年施政报告》作出简报的发言稿\n新建学校3所。", [None]),
        ("《2013至14年度財政預算案》\n教育經常開支預計達630億元。", [2014]),
    ],
    ids=["dashes", "year before a paragraph", "announced projects", "speech on another plan", "fiscal year"],
)
def test_what_dates_a_passage(text, years):
    assert [year for (year,) in fields(text, "deadline")] == years


def test_numbers_in_the_own_title_are_none_and_those_of_a_headline_are_mentions():
    assert read("关于2024年实施47项民生实事的通知\n新建学校【3】所。") == [(3, 3, "所", "exact", 2024)]
    assert read("上海新增养老床位约【5000】张\n今年新增养老床位【5000】张，新建点位【200】个。") == [
        (5000, 5000, "张", "about", None),
        (5000, 5000, "张", "exact", None),
        (200, 200, "个", "exact", None),
    ]


def test_a_year_with_an_amount_behind_is_no_date_of_issue():
    text = "某省教育“十二五”规划\n在校生从2005年2.8万人增加到2010年的6.2万人。"
    assert fields(text, "kind", "deadline") == [("status", None), ("status", None)]


def test_in_taiwan_a_text_says_in_which_year_it_speaks():
    text = (
        "政府自去(110)年8月起推動三大策略，補助各縣市。平價名額至110年累計約8萬9,000個，"
        "規劃4年(110-113年)再增加約7,384個名額。"
    )
    assert fields(text, "kind", "deadline") == [("status", None), ("goal", 2024)]


def test_a_limit_that_is_raised_is_one_before_and_after():
    found = fields("比例上限由7%提高到15%。", "kind", "comparator")
    assert [comparator for _, comparator in found] == ["at_most", "at_most"]


TORN = [
    "香港貿易發展局的各項計劃推出以來，業界的反應一直良好，至一月底已批出超",
    "過5 400宗申請，另外在二零一三年度，政府會在社會福利的經常開支中增加撥款約",
    "一億六千",
    "萬元，供社會福利署開辦護士訓練課程，並提供各類培訓名額，讓機構的人手更為充",
    "足，此外並已預留資源，另外再提供備用的學額，以便應付培訓機構日後增加或者調",
    "整課程。",
]


def test_a_word_or_a_numeral_torn_by_the_margin_is_one_and_keeps_its_place():
    text = "\n".join(TORN)
    frame = propose(text)
    assert list(frame["comparator"]) == ["at_least", "about"]
    assert list(frame["value_min"]) == [5400, 160_000_000]
    assert list(frame["numeral"]) == ["5 400", "一億六千\n萬"]
    for row in frame.itertuples():
        assert text[row.start : row.end] == row.numeral
        assert text[row.quote_start : row.quote_start + len(row.quote)] == row.quote
    assert place_reading(text, *frame.loc[0, ["start", "end"]])["comparator"] == "at_least"


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("全市主要预期目标是：地区生产总值增长11%，财政收入增长18%，投资增长20%，消费增长8%。", False),
        ("地区生产总值增长11%，财政收入增长18%，投资增长20%，消费增长8%，总体稳定。", True),
        ("第二节 发展目标\n产业发展取得重大突破，动力更强。研发强度达到4.0%左右，优势显著增强，质量明显提升。", False),
        ("一批载体陆续竣工，首次诞生百亿楼。新开工面积达140万平方米。", True),
    ],
)
def test_the_tense_of_growth_and_of_aims(text, back):
    kinds = {kind for (kind,) in fields(f"政府工作报告\n{text}", "kind")}
    assert kinds == ({"status"} if back else {"goal"})


def test_a_unit_at_the_head_of_a_column_is_that_of_its_cells():
    table = "县区|智慧教室（间）|绿色学校（所）\n城关区|90|34\n临泉县|85|41\n"
    assert fields(table, "value_min", "unit") == [(90, "间"), (34, "所"), (85, "间"), (41, "所")]


ROWS = """某市第十五个五年规划纲要
2026年1月29日批准
专栏
1
主要指标
指标 2025年 2030年目标 属性
(5项)
1
研发经费占比重(%)
6左右∗ >6 预期性
2 专利拥有量(件) 180.7 240左右 预期性
3 增速(%) — >5 预期性
4 细颗粒物(微克/立方米) 27
达到国家要求
5 利用外资规模(亿美元) 68.7 【350左右】 预期性
6 研发中心数量(家) 332 500左右 预期性
7 十万人口火灾死亡率(%) 0.3 ≤0.25 预期性
"""


def test_rows_in_lines_with_footnotes_dashes_and_words_keep_their_columns():
    assert fields(ROWS, "value_min", "unit", "comparator", "deadline") == [
        (6, "%", "about", None),
        (6, "%", "at_least", 2030),
        (180.7, "件", "exact", None),
        (240, "件", "about", 2030),
        (5, "%", "at_least", 2030),
        (27, "微克/立方米", "exact", None),
        (6_870_000_000, "美元", "exact", None),
        (35_000_000_000, "美元", "about", 2030),
        (332, "家", "exact", None),
        (500, "家", "about", 2030),
        (0.3, "%", "exact", None),
        (0.25, "%", "at_most", 2030),
    ]


CELLS = """某市第十五个五年规划纲要
（2026年1月21日批准）
专栏
1
“十五五”主要指标
指标
单位
2025年
完成值
2030年
目标值
1. 劳动生产率
万元/人
28
36
2. 碳排放降低
%
8.2
完成省下达目标
3. 收入比值
—
1.99
1.9
4. 消费增长
%
“十四五”年均增长4.0
“十五五”年均增长5.0左右
5. 供应住房
万套（间）
> 25
[30]
"""


def test_cells_in_lines_keep_their_columns_beside_words_and_units():
    assert fields(CELLS, "value_min", "unit", "kind", "deadline") == [
        (280_000, "元", "status", None),
        (360_000, "元", "goal", 2030),
        (8.2, "%", "status", None),
        (1.99, "", "status", None),
        (1.9, "", "goal", 2030),
        (4, "%", "status", None),
        (5, "%", "goal", 2030),
        (250_000, "套（间）", "status", None),
        (300_000, "套（间）", "goal", 2030),
    ]


BUDGET = """某区实施方案
2022年8月4日
建设项目表
序号
建设时间
类  型
数量
避难面积
（万m2）
经费预算
（万元）
1
2021年
等级
25
13.86
100
2
社  区
50
44.75
50
3
2023年
等级
30
17
120
"""


def test_the_head_of_a_column_gives_the_unit_and_the_year_behind_the_number_of_a_row_dates_it():
    assert fields(BUDGET, "value_min", "unit", "deadline") == [
        (25, "", 2021),
        (138_600, "m2", 2021),
        (1_000_000, "元", 2021),
        (50, "", 2021),
        (447_500, "m2", 2021),
        (500_000, "元", 2021),
        (30, "", 2023),
        (170_000, "m2", 2023),
        (1_200_000, "元", 2023),
    ]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2013年撥款條例草案\n撥款3億元。", [(2013, None)]),
        ("2013-2014年度新增的項目包括：\n（一）增撥900萬元。\n（二）增加6輛復康巴士。", [(2014, None)] * 2),
        ("由2012-2013年度起，落成75 000個單位。", [(None, 2012)]),
        ("2021—2025年，新建学校3所。", [(2025, 2021)]),
    ],
)
def test_budgets_fiscal_years_and_lead_ins_over_items(text, years):
    assert fields(text, "deadline", "start_year") == years


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("板沟村、新民村等5个贫困村出列。", ["goal"]),
        ("全省88个脱贫县继续开展监测。", ["status"]),
        ("推进万华新材料等10个绿电产业园建设。", ["goal"]),
        ("完成情况：安置点共7个，完成安置房1469套。", ["status", "status"]),
        ("尚未整改的违法用地，共计1件。", ["status"]),
        ("本地公司约有700间。", ["status"]),
        ("预计约有20个名额。", ["goal"]),
        ("集装箱吞吐量连续16年排名第一。", ["status"]),
        ("连续3年每年给予资助。", ["rule"]),
        ("圆满举办4届博览会。", ["goal"]),
    ],
)
def test_kinds_of_what_was_and_is_to_become_of_named_places(text, kinds):
    assert [kind for (kind,) in fields(f"{PLAN_2023}{text}", "kind")] == kinds


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("日均量高于【407】吨。", (407, 407, "吨", "at_least", None)),
        ("日均量不高于【407】吨。", (407, 407, "吨", "at_most", None)),
        ("震后【20】分钟内报送。", (20, 20, "分钟", "at_most", None)),
        ("聚焦12345市民服务热线，建成【15】回线路。", (15, 15, "回", "exact", None)),
        ("教共体覆盖中心镇【所有】学校。", (100, 100, "%", "exact", None)),
        ("第二十届会议召开，新建【2】所。", (2, 2, "所", "exact", None)),
        ("总数【六十】人以下者免。", (60, 60, "人", "at_most", None)),
        ("【六十一人至二百】人者应置专任。", (61, 200, "人", "range", None)),
        ("补贴以【一百万】元贷款额度为限。", (1_000_000, 1_000_000, "元", "at_most", None)),
        ("另外【三】所高中改扩建。", (3, 3, "所", "exact", None)),
        ('實施"千項萬億"工程，新建【2】所。', (2, 2, "所", "exact", None)),
        ("培训在其后【3】年为学徒期。", (3, 3, "年", "exact", None)),
        ("首批單位10年後落成，培訓【2】人。", (2, 2, "人", "exact", None)),
    ],
)
def test_further_forms_of_numbers(marked, wanted):
    assert read(marked) == [wanted]


def test_a_plan_of_a_past_year_is_dated_by_it():
    assert fields("某县规划（2017—2019年）\n2016年：计划搬迁1297户。", "kind", "deadline") == [("goal", 2016)]


def test_a_heading_that_says_what_was_attained_is_no_heading_of_aims():
    text = (
        "某市第十五个五年规划纲要\n1.顺利实现“十四五”发展目标\n"
        "生产总值迈上5万亿元台阶，跻身前五位，达到4.9万亿元，位居前列。"
    )
    assert {kind for (kind,) in fields(text, "kind")} == {"status"}


def test_outputs_of_an_economy_are_goals_and_a_fund_is_funding():
    text = "广告业营收达到4500亿元。全员劳动生产率达到25万元/人。设立总规模1亿元的基金。"
    assert [kind for (kind,) in fields(f"{PLAN_2023}{text}", "kind")] == ["goal", "goal", "funding"]


def test_the_end_of_the_plan_before_is_a_base():
    text = "用水总量由“十二五”末的15.8亿立方米减少到14.2亿立方米。"
    assert [deadline for (deadline,) in fields(text, "deadline")] == [None, None]


def test_the_check_reads_a_cell_by_the_head_of_its_column_as_the_proposals_do():
    for row in propose(BUDGET).itertuples():
        read = place_reading(BUDGET, row.start, row.end)
        assert (read["value_min"], read["unit"], read["period"]) == (row.value_min, row.unit, row.period)
    table = "指标\n2020年\n2025年\n年均增长\n产值（亿元）\n12\n20\n10\n学校（所）\n5\n8\n9\n"
    growth = table.index("10\n")
    assert place_reading(table, growth, growth + 2)["unit"] == "%"
    assert place_reading(table, growth, growth + 2)["period"] == "per_year"


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("某县学校建设规划（二〇二六—二〇三〇年）\n新建学校3所。", [2030]),
        ("二零二六年施政方针\n新建学校3所。", [2026]),
        ("某市工作要点\n2026年1月印制\n新建学校3所。", [None]),
        ("在2024年提供6000个名额，2025年增至8500个。", [2024, 2025]),
        ("112學年新增公共化名額500個。", [2023]),
        ("114年度編列9,860萬元。", [2025]),
        ("到2025年，建成服务体系。到2024年要完成以下任务：\n——床位达到3000张。\n——培训100人。", [2024, 2024]),
        ("某市方案\n2019年5月6日\n新建学校3所。\n2030年9月1日", [None]),
    ],
    ids=[
        *("spelt years", "policy guidelines", "day of printing", "a later year", "school year", "budgeted"),
        *("two lead-ins", "day at the head"),
    ],
)
def test_years_of_titles_and_of_what_goes_on(text, years):
    assert [year for (year,) in fields(text, "deadline")] == years


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("图书馆22时30分关闭，新建【2】所。", (2, 2, "所", "exact", None)),
        ("投资【1亿零500万】元。", (105_000_000, 105_000_000, "元", "exact", None)),
        ("淘汰35蒸吨/小时及以下燃煤锅炉【28】台。", (28, 28, "台", "exact", None)),
        ("推行统一日常管理，安排【一】日以上。", (1, 1, "日", "at_least", None)),
        ("每园(二班)补助【5万】元。", (50_000, 50_000, "元", "exact", None)),
        ("面积须达【一百】平方公尺以上。", (100, 100, "平方公尺", "at_least", None)),
        ("每人应接受培训【三】日。", (3, 3, "日", "exact", None)),
        ("提供两种不同课程，新建【2】所。", (2, 2, "所", "exact", None)),
    ],
)
def test_numbers_beside_times_classes_and_labels(marked, wanted):
    assert read(marked) == [wanted]


def test_shares_that_rise_are_two_and_no_range():
    assert read("保育率自【62%】升至【65%】。") == [(62, 62, "%", "exact", None), (65, 65, "%", "exact", None)]
    assert read("建设专业群【3】个、现代产业学院【两】个。") == [
        (3, 3, "个", "exact", None),
        (2, 2, "个", "exact", None),
    ]


def test_kinds_of_what_is_to_be_founded_and_of_all_there_are():
    text = "设立总规模20亿元的产业基金。与全省128所院校签订协议。消除大班额300个。"
    assert [kind for (kind,) in fields(PLAN_2023 + text, "kind")] == ["funding", "status", "goal"]
    report = "政府工作报告\n一、规划背景\n新建学校3所。\n二、目标\n新建学校5所。"
    assert [kind for (kind,) in fields(report, "kind")] == ["status", "goal"]


def test_cells_with_words_before_and_a_unit_in_the_title_of_the_table():
    head = "某市教育规划（2023—2025年）\n指标\t单位\t2022年(实绩)\t2025年\n"
    rows = "学校\t所\t12\t不低于15\n入学率\t%\t95\t力争98\n"
    assert fields(head + rows, "value_min", "unit", "comparator", "deadline", "kind") == [
        (12, "所", "exact", None, "status"),
        (15, "所", "at_least", 2025, "goal"),
        (95, "%", "exact", None, "status"),
        (98, "%", "exact", 2025, "goal"),
    ]
    spots = "某市文旅规划（2023—2025年）\n指标 2022年 2023年 2025年\n景区（个） 2 3 力争5\n"
    assert fields(spots, "value_min", "unit", "deadline")[1:] == [(3, "个", 2023), (5, "个", 2025)]
    roads = "各县新改建里程（公里）\n县\t2022年\t2025年\n甲县\t12\t15\n"
    assert fields(roads, "value_min", "unit", "deadline") == [(12, "公里", None), (15, "公里", 2025)]


SPACED = (
    "某市供水方案（2025—2030年）\n"
    "指标名称          单位      2024年（基期）   2027年    2030年   备注\n"
    "农村自来水普及率    %        91.3           95       97     含第2水厂\n"
    "高效节水灌溉面积    万亩      28.4           35       42左右   含滴灌\n"
)


def test_columns_set_apart_by_spaces_are_those_of_tabs():
    assert fields(SPACED, "value_min", "unit", "comparator", "deadline") == [
        (91.3, "%", "exact", None),
        (95, "%", "exact", 2027),
        (97, "%", "exact", 2030),
        (284_000, "亩", "exact", None),
        (350_000, "亩", "exact", 2027),
        (420_000, "亩", "about", 2030),
    ]
    months = "时点　新增就业（人）　资金（万元）\n3月底　　　1.9万　　　　5360\n6月底　　　4.1万　　　　1340\n"
    assert fields(months, "value_min", "unit") == [
        (19_000, "人"),
        (53_600_000, "元"),
        (41_000, "人"),
        (13_400_000, "元"),
    ]
    one_number = (
        "序号    指标    目标值\n1    劳动年龄人口平均受教育年限（年）    13.5\n2    研发投入年均增长（%）    7\n"
    )
    assert fields(one_number, "value_min", "period") == [(13.5, "total"), (7, "per_year")]


@pytest.mark.parametrize(
    ("table", "wanted"),
    [
        (
            "年度\t学校（所）\t投入（万元）\n2024年\t5\t300\n2025年\t8\t500\n",
            [(5, 2024), (3e6, 2024), (8, 2025), (5e6, 2025)],
        ),
        ("年度\t经费（万元）\n2024\t300\n2025\t500\n", [(3e6, 2024), (5e6, 2025)]),
        ("年度 | 新建学校\n2024年 | 5所\n2025年 | 8所\n", [(5, 2024), (8, 2025)]),
    ],
    ids=["tabs", "years without their word", "bars"],
)
def test_the_year_in_the_first_cell_of_a_row_dates_it(table, wanted):
    text = f"某市方案（2024—2026年）\n{table}"
    frame = propose(text)
    assert list(zip(frame["value_min"], frame["deadline"], strict=True)) == wanted
    for row in frame.itertuples():
        assert governs(text, row.deadline_start, row.start)


def test_a_past_year_in_the_first_cell_of_a_row_says_what_was():
    text = "某市方案（2024—2026年）\n2024年3月1日\n年度\t学校（所）\n2022年\t5\n2025年\t8\n"
    assert fields(text, "kind", "deadline") == [("status", None), ("goal", 2025)]
    named = "某市方案（2024—2026年）\n2024年3月1日\n项目\t学校（所）\n甲乡、乙镇2019年规划的学校\t5\n"
    assert fields(named, "kind", "deadline") == [("goal", 2026)]
    taiwan = "嘉澤縣計畫\n經費（單位：新臺幣千元）如下：\n年度\t經費\n114\t95,000\n115\t80,000\n"
    assert fields(taiwan, "value_min", "deadline") == [(95_000_000, 2025), (80_000_000, 2026)]


def test_the_check_knows_the_years_above_columns():
    lines = "指标\n2020年\n2023年\n2025年\n学校（所）\n5\n8\n9\n学生（人）\n50\n80\n90\n"
    for table in ("指标\t2020年\t2023年\t2025年\n学校（所）\t5\t8\t9\n", lines):
        text = f"某市规划（2021—2025年）\n{table}"
        years, number = (
            [text.index(year) for year in ("2023年", "2025年\n")],
            text.index("8\n" if "8\n" in text else "8\t"),
        )
        assert [governs(text, place, number) for place in years] == [True, False]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("（一）2023年。新建学校3所。\n（二）2024年。新建学校5所。", [("goal", 2023), ("goal", 2024)]),
        ("各校师生比不得低于1:18。", [("rule", None)]),
        ("公办园占比仅为31%。", [("status", None)]),
        ("二、主要目标任务完成情况\n建成基地12个。", [("status", None)]),
        ("三、技术要求\n路面宽度不小于4.5米。\n四、任务\n新建3所。", [("rule", None), ("goal", 2024)]),
        ("三、技术要求\n到2023年，合格率不低于95%。", [("goal", 2023)]),
        ("三、建设标准\n新建学校3所。", [("goal", 2024)]),
        ("二、改善办学条件\n入学率不低于95%。", [("goal", 2024)]),
        ("二、任务\n（一）完成于2023年。新建学校3所。", [("goal", 2024)]),
        ("比例由35%、40%调整到55%、43%。", [("status", None)] * 2 + [("goal", 2024)] * 2),
        ("第四条 2023年底前，完成以下任务：\n（一）新建3所。\n第五条 新建学校5所。", [("goal", 2023), ("goal", 2024)]),
        ("消防验收全部合格。", [("goal", 2024)]),
    ],
)
def test_kinds_and_years_by_headings(text, wanted):
    assert fields(f"某市教育方案（2022—2024年）\n{text}", "kind", "deadline") == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("應在【3】個工作天內聯絡。", (3, 3, "個工作天", "at_most", None)),
        ("向每間新設院舍發放一次過津貼【80萬】元。", (800_000, 800_000, "元", "exact", None)),
        ("經費（單位：新臺幣千元）\n經費\t【95】\n", (95_000, 95_000, "元", "exact", None)),
    ],
)
def test_working_days_and_thousands_of_dollars(marked, wanted):
    assert read(marked) == [wanted]


BARS = (
    "某州文化规划（2021—2025年）\n"
    "| 类别 | 序号 | 指标名称 | 单位 | 2020年 | 2025年 | 年均增长（%） |\n"
    "|---|---|---|---|---|---|---|\n"
    "| 设施 | 1 | 文化服务中心 | 个 | 1020 | 1150 | 2.4 |\n"
    "| 服务 | 2 | 公共图书馆流通人次 | 万人次 | 86 | 120左右 | 6.9 |\n"
)


def test_bars_group_names_row_numbers_and_a_column_of_growth():
    assert fields(BARS, "value_min", "unit", "comparator", "deadline", "period") == [
        (1020, "个", "exact", None, "total"),
        (1150, "个", "exact", 2025, "total"),
        (2.4, "%", "exact", 2025, "per_year"),
        (860_000, "人次", "exact", None, "total"),
        (1_200_000, "人次", "about", 2025, "total"),
        (6.9, "%", "exact", 2025, "per_year"),
    ]
    for row in propose(BARS).itertuples():
        assert place_reading(BARS, row.start, row.end)["unit"] == row.unit
        assert place_reading(BARS, row.start, row.end)["period"] == row.period


def test_a_caption_with_several_units_gives_money_to_the_columns_of_money():
    text = (
        "某市方案\n单位：户、万元\n区（县）      改造户数      加装电梯（部）      市级补助\n"
        "甲区          1800          65                540\n乙区          900           －                360\n"
        "合  计        2700          65                900\n"
    )
    assert fields(text, "value_min", "unit") == [
        *((1800, "户"), (65, "部"), (5_400_000, "元")),
        *((900, "户"), (3_600_000, "元")),
        *((2700, "户"), (65, "部"), (9_000_000, "元")),
    ]


def test_the_head_of_a_table_ends_at_the_title_of_the_next():
    text = (
        "某市规划（2024—2030年）\n表1 指标\n序号\t指标\t2023年\t2030年\n1\t床位（张）\t21\t28\n"
        "表2 任务\n区县\t户数（户）\t电梯（部）\t补助（万元）\n甲区\t1800\t65\t540\n"
    )
    assert fields(text, "kind", "deadline") == [("status", None)] + [("goal", 2030)] * 3 + [("funding", 2030)]


def test_a_row_of_totals_below_an_empty_first_cell_keeps_its_columns():
    text = (
        "序号    乡镇        培训任务（人次）    培训资金（万元）\n"
        "1       城关镇      2400                192\n2       河口镇      1850                148\n"
        "        合计        4250                340\n"
    )
    assert fields(text, "value_min", "unit") == [
        *((2400, "人次"), (1_920_000, "元")),
        *((1850, "人次"), (1_480_000, "元")),
        *((4250, "人次"), (3_400_000, "元")),
    ]


def test_a_unit_at_the_head_of_a_column_is_written_as_the_text_writes_it():
    text = "訓練計畫\n項次\t指標\t單位\t114年\t115年\n1\t設置訓練據點\t處\t2\t3\n2\t辦理課程\t場\t-\t5\n"
    assert fields(text, "value_min", "unit") == [(2, "處"), (3, "處"), (5, "場")]
    place = text.index("3\n")
    assert place_reading(text, place, place + 1)["unit"] == "處"
    direct = "新增學額500個。"
    assert place_reading(direct, 4, 7)["unit"] == "個"
    lines = "指標\n2025年\n2026年\n流動醫療車（輛）\n1\n3\n牙科服務（人）\n不適用\n6,500\n社區護士（名）\n45\n58\n"
    wanted = [(1, "輛", None), (3, "輛", 2026), (6500, "人", 2026)]
    assert fields(lines, "value_min", "unit", "deadline")[:3] == wanted


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("全市中等职业学校由现有的31所整合优化为22所。", ["status", "goal"]),
        ("学校占地面积不低于150亩，实操课时占总课时的比例不低于60%。", ["rule", "rule"]),
        ("总建筑面积不少于4万平方米。", ["goal"]),
        ("將由34隊擴充至40隊。", ["status", "goal"]),
        ("现有教师5人，组建专家团队3个。", ["status", "goal"]),
        ("一、2022年工作总结\n城镇新增就业4万人。\n二、2023年工作\n新增就业5万人。", ["status", "goal"]),
        ("具备条件的建制村全部通客车。", ["goal"]),
    ],
)
def test_kinds_of_standards_and_summaries(text, kinds):
    assert [kind for (kind,) in fields(f"{PLAN_2023}{text}", "kind")] == kinds


def test_lines_of_a_table_with_and_without_a_note_keep_their_columns():
    text = (
        "某市方案（2024—2026年）\n表2  分县任务\n县名        造林（万亩）    苗圃（处）    投资（万元）    备  注\n"
        "甲县        4.0             2             3600            \n"
        "乙县        5.2             3             4160            含水肥设施\n"
        "合  计      9.2             5             7760            \n"
    )
    assert fields(text, "value_min", "unit") == [
        *((40_000, "亩"), (2, "处"), (36_000_000, "元")),
        *((52_000, "亩"), (3, "处"), (41_600_000, "元")),
        *((92_000, "亩"), (5, "处"), (77_600_000, "元")),
    ]


def test_a_date_of_a_cell_is_not_that_of_an_equal_number_elsewhere():
    text = "某市方案（2024—2030年）\n年度\t造林（亩）\n2025年\t45000\n2026年\t52000\n二、任务\n甲县造林45000亩。"
    assert [year for (year,) in fields(text, "deadline")] == [2025, 2026, 2030]


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("表3－1　分类任务\n新建【2】所。", (2, 2, "所", "exact", None)),
        ("床位（张）\t【7.0—7.2】\n", (7, 7.2, "张", "range", None)),
        ("服务人次（万）\t【9.5】\n", (95_000, 95_000, "人次", "exact", None)),
        ("服务人次（万） 【9.5】 预期性", (95_000, 95_000, "人次", "exact", None)),
        ("工业4.0—2025，新建【2】所。", (2, 2, "所", "exact", None)),
        ("县\t就业率（%）\n甲县\t≥【92】\n", (92, 92, "%", "at_least", None)),
        ("供水（万吨）     【12】    含备用水源\n", (120_000, 120_000, "吨", "exact", None)),
    ],
)
def test_further_cells_and_titles_of_tables(marked, wanted):
    assert read(marked) == [wanted]


def test_the_base_of_a_share_has_its_own_year():
    text = "嘉澤縣計畫（114至116年度）\n學生證照取得率由113年之48%提升至116年之65%。"
    assert fields(text, "kind", "deadline") == [("status", None), ("goal", 2027)]


def test_a_unit_stands_far_before_the_last_cells_of_its_row():
    text = "指标\t单位\t2024年\t2027年\t2030年\n灌溉面积\t万亩      \t28.4              \t35                \t42\n"
    assert fields(text, "value_min", "unit") == [(284_000, "亩"), (350_000, "亩"), (420_000, "亩")]


def test_an_indented_row_number_is_no_cell():
    text = "指标    属性    目标\n    5    学校（所）    约束性    48\n    6    年均培训（人）    预期性    70\n"
    assert fields(text, "value_min", "unit", "period") == [(48, "所", "total"), (70, "人", "per_year")]


@pytest.mark.parametrize("gap", ["\t", "      ", " | "])
def test_the_unit_at_the_head_of_a_long_table_holds_to_its_end(gap):
    rows = [gap.join(("县名", "培训（人次）", "投资（万元）"))]
    rows += [
        gap.join((f"{name}水县城区", f"{number}", f"{number + 7}")) for number, name in enumerate("甲乙丙丁" * 20, 110)
    ]
    text = "某市方案\n" + "\n".join(rows) + "\n"
    frame = propose(text)
    assert set(frame["unit"]) == {"人次", "元"} and len(frame) == 160
    last = frame.iloc[-1]
    assert last["value_min"] == 1_960_000
    assert place_reading(text, last["start"], last["end"])["unit"] == "元"
