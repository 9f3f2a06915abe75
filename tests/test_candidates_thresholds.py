"""Sizes, classes, ages and distances that only say which ones are meant, and those that are numbers of their own."""

import pytest
from candidate_reading import fields, read


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        # Sizes, capacities, classes and ranks.
        ("3人及以上家庭人均收入低于【50400】元。", (50400, 50400, "元", "at_most", None)),
        ("为20年以上老式高层居民住宅楼安装设施【30】套。", (30, 30, "套", "exact", None)),
        ("推进千万吨炼化一体化项目【3】个。", (3, 3, "个", "exact", None)),
        ("完成10千伏及以下配电网改造【20】处。", (20, 20, "处", "exact", None)),
        ("距离工业区0.5公里的【34】所学校。", (34, 34, "所", "exact", None)),
        ("力争新增全球前1%学科【3】个。", (3, 3, "个", "exact", None)),
        ("招引1亿元以上制造业项目【300】个。", (300, 300, "个", "exact", None)),
        ("淘汰35蒸吨/小时及以下燃煤锅炉【28】台。", (28, 28, "台", "exact", None)),
        ("对建成区内20蒸吨以上燃煤锅炉，改造【2】台。", (2, 2, "台", "exact", None)),
        ("全面消除年人均收入4600元以下贫困现象，建成【2】所。", (2, 2, "所", "exact", None)),
        ("30户以上村民组通组公路不少于【3】米。", (3, 3, "米", "at_least", None)),
        ("举办5000人以上大型演唱会数量超【800】场。", (800, 800, "场", "at_least", None)),
        ("现有56人以上的大班额班级【83】个。", (83, 83, "个", "exact", None)),
        ("华北石化500万吨炼油扩建等一批项目投产，建成【5】所学校。", (5, 5, "所", "exact", None)),
        ("其中产值10亿元以上企业【5】家。", (5, 5, "家", "exact", None)),
        ("更新改造20年以上老旧电梯【173】台。", (173, 173, "台", "exact", None)),
        ("培育【4】个千亿级产业集群。", (4, 4, "个", "exact", None)),
        ("排名前1%的学科达到【3】个。", (3, 3, "个", "exact", None)),
        ("建成500亩规模以上蔬菜基地【24】个。", (24, 24, "个", "exact", None)),
        ("推进3.8米直径火箭研制，建成【2】座厂房。", (2, 2, "座", "exact", None)),
        ("亿元以上重点项目【922】个。", (922, 922, "个", "exact", None)),
        ("加快年货运量150万吨以上工业企业专用线建设，新建【3】条。", (3, 3, "条", "exact", None)),
        ("【12】个百亿元、【70】个30亿元以上项目建设，增长【10%】左右。", (10, 10, "%", "about", None)),
        # Ages and habits of people.
        ("年龄40周岁以下的教师【6】名。", (6, 6, "名", "exact", None)),
        ("每周参加1次及以上体育锻炼的人数达到【300万】人。", (3_000_000, 3_000_000, "人", "exact", None)),
        ("面向16—24岁失业青年，开展招聘【30】场。", (30, 30, "场", "exact", None)),
        # On what something depends and how far it reaches; some of these are numbers of their own.
        ("每安置1名残疾人补贴【5000】元。", (5000, 5000, "元", "exact", None)),
        ("就餐人数超过【500】人的学校，须配备营养师【1】名。", (1, 1, "名", "exact", None)),
        ("轨道交通站点600米范围内租赁住房占比达到【30%】。", (30, 30, "%", "exact", None)),
        ("不得在观测场周边【200】米范围内修建铁路。", (200, 200, "米", "exact", None)),
        ("入住人数大于【10】人的，补助【2万】元。", (20_000, 20_000, "元", "exact", None)),
        ("招用3人以下的按每人【2000】元给予补贴。", (2000, 2000, "元", "exact", None)),
        ("收入10万元以上的村占比达到【65%】。", (65, 65, "%", "exact", None)),
    ],
)
def test_a_size_a_class_or_an_age_says_which_ones_are_counted(marked, wanted):
    assert read(marked)[-1] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "城区常住人口100万以上的城市推广绿色出行。",
        "城区常住人口50万人以上城市推广绿色出行。",
        "集成电路实现28纳米（nm）工艺量产，设计水平迈向16/14nm。",
        "推进地下50米级深井、17米以上级盾构研究，开展设计时速120公里以上公路研究。",
        "室内温度不低于18度，建设8度抗震设防工程。",
        "单位应当对近3年内的60周岁老人登记。",
        "居住的60周岁及以上居家老年人。",
        "更新改建沿街2层老建筑。",
        "招录对象为全球排名前50名高校的学生。",
        "三個月以上未滿二歲之兒童。",
        "广州港20万吨级航道建设。",
        "都市圈内成员城市1小时通达率",
        "年用水量30万立方米以上的用户。",
    ],
)
def test_sizes_ages_and_thresholds_alone_are_no_mentions(text):
    assert fields(text, "numeral") == []


def test_the_size_of_a_city_or_a_pipe_in_a_definition_is_no_mention():
    text = "特大城市指城区常住人口500万以上1000万以下的城市，大城市指城区常住人口100万以上500万以下的城市。"
    assert fields(text, "numeral") == []
    pipes = "小型管网（管径＜600mm）每年清疏2次，中型管网（600mm≤管径＜1000mm）每年清疏3次。"
    assert fields(pipes, "numeral") == [("2",), ("3",)]
    rivers = "控制宽度十五米以上二十米以下河道堤防外每侧不小于十米，宽度二十米以上的道路每侧不小于五米。"
    assert fields(rivers, "numeral") == [("十",), ("五",)]


def test_what_a_counted_place_must_hold_is_a_number_of_its_own():
    assert fields("各区有1所200张床位以上的养老机构。", "numeral", "unit", "comparator") == [
        ("1", "所", "exact"),
        ("200", "张", "at_least"),
    ]


@pytest.mark.parametrize("place", ["社区公共服务设施15分钟步行可达覆盖率达到", "轨道交通站点500米范围人口覆盖\n率达到"])
def test_how_far_a_share_reaches_is_no_number_of_its_own(place):
    assert fields(f"{place}95%。", "value_min", "unit") == [(95, "%")]


def test_whom_a_share_reaches_is_no_commitment():
    text = "某区规划（2026—2030年）\n轨道站点600米步行可达率达30%。推进公共领域用车全面电动化。"
    assert fields(text, "value_min", "unit") == [(30, "%"), (100, "%")]


def test_a_circle_of_minutes_is_a_name_and_a_size_reached_is_none():
    assert fields("建设十五分钟社区生活圈。", "numeral") == []
    assert fields("加注能力达到5000吨级。", "numeral") == [("5000",)]
