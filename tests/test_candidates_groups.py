"""Which counted groups are those that there are, a status, and which ones somebody makes, a goal."""

import pytest
from candidate_reading import PLAN_2023, PLAN_2026, PLAN_2030, fields


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("为全区739艘渔船每艘增配1只救生筏。", ["status", "goal"]),
        ("为2万名老年人提供服务。", ["goal"]),
        ("标准为国小每生为12平方米、国中每生为14.3平方米检讨各校校地。", ["rule", "rule"]),
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
        ("在瑞金街道统筹增设1个小型站。", ["goal"]),
        ("在3000个小区设置智能回收机。", ["goal"]),
        ("将对全市16个市级海绵城市重点建设区建设成效进行评估。", ["status"]),
        ("板沟村、新民村等5个贫困村出列。", ["goal"]),
        ("全省88个脱贫县继续开展监测。", ["status"]),
        ("推进万华新材料等10个绿电产业园建设。", ["goal"]),
    ],
)
def test_those_that_there_are_are_a_status_and_those_that_are_made_a_goal(text, kinds):
    assert [kind for (kind,) in fields(f"{PLAN_2023}{text}", "kind")] == kinds


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("落实低保、孤儿等6类困难群体免费签约。", "status"),
        ("面积约60.61平方公里，覆盖全区。", "status"),
        ("新增绿地面积60公顷。", "goal"),
        ("方案分解为30项具体任务。", "status"),
        ("30项重点任务中由本局负责的按月报送。", "status"),
        ("全年完成30项任务。", "goal"),
        ("将25项康复项目纳入医保支付范围。", "status"),
        ("将25项康复项目做成样板。", "goal"),
        ("新增25项康复项目纳入医保支付范围。", "goal"),
        ("服务站八个乡镇全覆盖。", "status"),
        ("20县居民收入与全省平均之比。", "status"),
        ("教师代表、学生代表各占2个席位。", "goal"),
        ("强化12所师范院校对县中的帮扶。", "status"),
        ("完善11个监管项的常态化管理。", "status"),
        ("强化12所以上师范院校的帮扶。", "goal"),
        ("完成了移民搬迁入住1469户。", "status"),
        ("2031-2032学年的新生中，全市共有30所学校招生。", "status"),
    ],
)
def test_parts_of_a_task_and_named_places_are_a_status_unless_they_are_made(text, kind):
    assert fields(f"{PLAN_2030}{text}\n", "kind") == [(kind,)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("庆阳、天水3个医疗中心开诊。", [("status", None)]),
        ("建设总投资6074亿元的813个重点项目。", [("funding", 2026), ("status", None)]),
        ("做好总投资5200亿元、160个重点项目前期工作。", [("funding", 2026), ("status", None)]),
        ("对36个老旧小区供热设施维修改造。", [("goal", 2026)]),
        ("以区内8所职业院校为主体，推进改革。", [("status", None)]),
        ("流域内11个考核断面水质优良比例达到90%。", [("status", None), ("goal", 2026)]),
        ("全州116所卫生院中，85%以上达到标准。", [("status", None), ("goal", 2026)]),
    ],
)
def test_those_that_are_meant_have_no_deadline_and_what_is_done_to_them_has_one(text, wanted):
    assert fields(f"{PLAN_2026}{text}", "kind", "deadline") == wanted


def test_places_of_a_numbered_batch_are_a_status():
    assert fields("对第2批20个村卫生室派驻巡诊。", "numeral", "kind") == [("20", "status")]


def test_projects_of_a_numbered_batch_are_a_status():
    assert fields("推进第2批20个项目建设。", "numeral", "kind", "deadline") == [("20", "status", None)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("排放以製造部門占55%為最多，其次為運輸部門12%。", "status"),
        ("其次，運輸部門降至12%。", "goal"),
        ("到2030年，其次为运输部门，降至12%。", "goal"),
    ],
)
def test_what_a_whole_is_made_of_is_a_status(text, kind):
    assert fields(text, "kind")[-1] == (kind,)


def test_named_places_are_no_goal_unless_somebody_makes_them():
    assert fields("在东城、西关、北湖三个区改造管道160公里。", "kind") == [("status",), ("goal",)]
    assert fields("建设东城、西关、北湖三个区的学校。", "kind") == [("goal",)]


def test_a_list_of_places_that_an_action_addresses_is_no_goal():
    assert fields("在3个核心区域、8个重点区域、13条道路建设中加大应用。", "kind") == [("status",)] * 3


def test_clusters_that_grow_are_named_and_new_ones_a_goal():
    text = "某市规划（2026—2030年）\n推进2个万亿级产业集群跨越发展，打造9个千亿级产业集群。\n"
    assert fields(text, "kind", "deadline") == [("status", None), ("goal", 2030)]


def test_groups_of_which_some_are_counted_and_what_was_collected_are_a_status():
    text = "某市计划（2018年）\n我市的8个监测断面中水质优良达到6个，共收到意见建议179条，配送指导不少于1800课时。\n"
    assert [kind for (kind,) in fields(text, "kind")] == ["status", "goal", "status", "status"]


def test_the_parts_of_a_yearly_plan_are_goals_though_some_are_under_way():
    text = "某区2021年重大工程计划\n安排项目40个，其中新开工项目26个，在建项目8个，建成项目6个。目前在建项目3个。\n"
    assert fields(text, "kind") == [("goal",)] * 4 + [("status",)]


def test_all_of_a_number_of_places_are_those_that_there_are():
    text = "2027年底前，资产产权不清的5所学校全部完成登记。新建3所学校。"
    assert fields(text, "kind")[0] == ("status",)


def test_those_that_are_meant_are_a_status_and_all_of_them_a_goal():
    text = "某要点（2025年）\n上年排查的46处事故易发路段，年底前全部整治到位。对23家重点企业，每季度至少检查1次。"
    assert fields(text, "value_min", "kind") == [(46, "status"), (100, "goal"), (23, "status"), (1, "rule")]


def test_what_is_in_use_already_and_whom_all_of_a_place_has_are_a_status():
    text = (
        "某方案（2022年）\n首批2100个单位已开始入伙。全县14个乡镇、231个村实行清单管理。对1128户、3694名对象落实措施。"
    )
    assert {kind for (kind,) in fields(text, "kind")[:3]} == {"status"}
    assert fields(text, "value_min", "kind")[3] == (1128, "status")


def test_the_items_of_a_list_are_counted_and_not_promised():
    assert fields("以下10个项目为某市2017年度政府民生实事项目：", "kind") == [("status",)]


def test_projects_that_are_listed_are_a_status():
    assert fields("某计划（2026年）\n二、预备项目\n9个项目分别是：变电站、公园。", "kind") == [("status",)]


def test_what_has_begun_or_not_yet_is_a_status():
    text = "某意见（2019年）\n紧扣9个已开工项目推进建设，加快推进三个尚未开工的项目。"
    assert fields(text, "kind") == [("status",), ("status",)]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("但現時公屋平均輪候時間長達5.4年。", ["status"]),
        ("現時香港九成的電力用於建築物。", ["status"]),
        ("現匯聚本地和全球約2 500名科研人員。", ["status"]),
        ("將至今已回收的700個單位推售。", ["status"]),
        ("建設費用由早前公布的20億元，相應增加至50億元。", ["status", "funding"]),
        ("未來將增建單位，較現時的1 600個單位增加約一倍。", ["status", "goal"]),
        ("政府會把學額由現時的5 600個增至7 200個。", ["status", "goal"]),
        ("培訓名額由2022/23學年的1 萬個，增加至1.2萬個。", ["status", "goal"]),
        ("由2022 年的25 公里延長至34 公里。", ["status", "goal"]),
        ("經常開支由2017-18年度分別653億元和626億元，上升至939億元。", ["status", "status", "funding"]),
        ("根據2022-23學年的統計，共有47所學校，提供37 000個學額。", ["status", "status"]),
        ("根據2022-23學年的統計，提供37 000個學額。", ["status"]),
        ("根據2022-2024學年的統計，提供37 000個學額。", ["status"]),
        ("今年首九個月，訪港旅客達3 250萬人次，按年增加三成七。", ["status", "status"]),
        ("我們的目標是把輪候時間由6.1年下降至現時的5.5年，2027年再降至4.5年。", ["status", "status", "goal"]),
        ("最低工資水平由現時每小時40元調整至42.1元。", ["status", "rule"]),
        ("訪港旅客按年增加三成七。", ["status"]),
        ("公屋輪候時間的目標定為3年。", ["goal"]),
        ("公屋輪候時間不得超過3年。", ["rule"]),
        ("新增學額，比現時規模增加近一倍。", ["goal"]),
        ("至2021年12月人口數為280,025人。", ["status"]),
        ("涵蓋範圍由50間小學擴展至超過110間小學。", ["status", "goal"]),
        ("政府將減收非住宅用戶50%的水費。", ["rule"]),
        ("於2026年上半年落成餘下約20 300個單位。", ["goal"]),
        ("超過六成的碳排放來自建築物的用電設施。", ["status"]),
    ],
)
def test_what_a_policy_address_says_of_the_present_is_a_status(text, kinds):
    assert [kind for (kind,) in fields(f"行政長官2022年施政報告\n{text}\n", "kind")] == kinds


def test_of_listed_groups_each_has_its_number_in_turn():
    text = "到2030年，国家级冠军企业、国家小巨人企业、国家高新技术企业分别超180家、2000家、3万家。"
    assert fields(text, "kind", "deadline") == [("goal", 2030)] * 3
