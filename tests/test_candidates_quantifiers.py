"""When a word for all of a group (全部, 所有, 全员, 全面) promises a share of a hundred per cent."""

import pytest
from candidate_reading import PLAN_2030, fields, read


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        # 全部, 所有, 全员.
        ("【所有】乡镇有标准化卫生院。", (100, 100, "%", "exact", None)),
        ("教共体覆盖中心镇【所有】学校。", (100, 100, "%", "exact", None)),
        ("为区内【所有】学校提供课后服务。", (100, 100, "%", "exact", None)),
        ("确保2020年【全部】稳定脱贫。", (100, 100, "%", "exact", 2020)),
        ("新增车辆【全部】选用新能源汽车。", (100, 100, "%", "exact", None)),
        ("【所有】统筹地区提供结算服务。", (100, 100, "%", "exact", None)),
        ("医院使用的【所有】药品（不含饮片）均应采购。", (100, 100, "%", "exact", None)),
        ("建成项目须【全部】上图入库。", (100, 100, "%", "exact", None)),
        ("乡村医生【全员】纳入轮训。", (100, 100, "%", "exact", None)),
        ("到2024年，【所有】公共巴士更换为环保车辆。", (100, 100, "%", "exact", 2024)),
        ("民生实事【全部】如期完成。", (100, 100, "%", "exact", None)),
        ("到2027年，【全部】高中达到标准。", (100, 100, "%", "exact", 2027)),
        ("新建校舍应【全部】执行绿色标准。", (100, 100, "%", "exact", None)),
        ("幼儿教师【全部】具备教师资格。", (100, 100, "%", "exact", None)),
        ("税收区级部分【全部】留给园区。", (100, 100, "%", "exact", None)),
        ("审批事项【全部】下放给园区管理。", (100, 100, "%", "exact", None)),
        ("力争2027年底前【全部】治理完成。", (100, 100, "%", "exact", 2027)),
        ("执法人员要【全部】进行培训。", (100, 100, "%", "exact", None)),
        ("建档立卡人口【全部】参合，幼儿园将建成。", (100, 100, "%", "exact", None)),
        ("【全部】社区卫生服务中心和镇卫生院均应提供服务。", (100, 100, "%", "exact", None)),
        ("煤电机组实施替代，【全部】预留碳捕集接口。", (100, 100, "%", "exact", None)),
        ("【所有】建制村开通快递服务。", (100, 100, "%", "exact", None)),
        ("縣道、鄉道【全部】列養。", (100, 100, "%", "exact", None)),
        ("国小【全部】加入共读联盟，健身器材将更新。", (100, 100, "%", "exact", None)),
        ("基本实现主次干道架空线【全部】入地。", (100, 100, "%", "exact", None)),
        ("增建的泊位，应按照要求【全部】对外开放。", (100, 100, "%", "exact", None)),
        ("新建建築【所有】公共建築物達近零碳建築標準。", (100, 100, "%", "exact", None)),
        ("偏遠學校學生【全員】配發平板。", (100, 100, "%", "exact", None)),
        ("制度擴及【全部】公立醫院。", (100, 100, "%", "exact", None)),
        ("养老机构【全部】与医疗机构签订协议。", (100, 100, "%", "exact", None)),
        ("2023年底前，【所有】学校设立辅导小组。", (100, 100, "%", "exact", 2023)),
        ("縣應以徵起之收入【全部】給該鄉。", (100, 100, "%", "exact", None)),
        # 全面.
        ("新建民用建筑【全面】执行超低能耗建筑标准。", (100, 100, "%", "exact", None)),
        ("推动新建民用建筑【全面】执行绿色建筑标准。", (100, 100, "%", "exact", None)),
        ("失业保险【全面】覆盖农村转移劳动力等群体。", (100, 100, "%", "exact", None)),
        ("到2020年底，【全面】消除欠发达村。", (100, 100, "%", "exact", 2020)),
        ("全縣路燈【全面】汰換為LED燈具。", (100, 100, "%", "exact", None)),
    ],
)
def test_all_of_a_group_is_a_hundred_per_cent(marked, wanted):
    assert read(marked)[-1] == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("全面普及学前教育，全面覆盖就业人员，新建【2】所。", (2, 2, "所", "exact", None)),
        ("全部建成后，能满足【2】所学校的需要。", (2, 2, "所", "exact", None)),
        ("全员考核合格的院校，优先推荐【5】个项目。", (5, 5, "个", "exact", None)),
        ("护理全部达标的敬老院占【83.3%】。", (83.3, 83.3, "%", "exact", None)),
    ],
)
def test_all_in_another_sense_is_left_out(marked, wanted):
    assert read(marked)[-1] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "推进各新城全面执行超低能耗建筑标准。",
        "医院使用的所有药品由省级采购。",
        "公共巴士由所有更换线路的营运者清洁。",
        "建筑所有人应当登记。",
        "推进全面覆盖，生活垃圾分类全面覆盖格局成型。",
        "所有家庭成员均年满周岁的，标准放宽。",
        "健全企业全员培训制度。",
    ],
)
def test_words_for_all_that_promise_nothing_are_no_mentions(text):
    assert fields(text, "numeral") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("名额有余时，报名的考生直接全部录取。", [("全部", "goal")]),
        ("全面消除“超大班额”。", [("全面", "goal")]),
        ("有条件的，全部采用新能源车。", [("全部", "goal")]),
    ],
)
def test_all_of_a_group_is_a_goal_also_on_a_condition(text, wanted):
    assert fields(f"{PLAN_2030}{text}\n", "numeral", "kind") == wanted


def test_all_of_a_group_whose_rate_is_stated_is_no_commitment_of_its_own():
    assert fields("所有符合标准的村卫生室联网率达到100%。", "numeral") == [("100%",)]


def test_all_that_was_done_commits_nobody_and_all_of_a_group_is_no_part_of_one():
    assert fields("计划实施的5个项目已于8月底全部竣工。", "value_min") == [(5,)]
    assert fields("到2027年，全部公办普通高中达到本标准。", "kind", "deadline") == [("goal", 2027)]


def test_a_dated_renewal_of_all_is_a_share_of_a_hundred():
    text = "某规划（2021—2025年）\n到2023年底，全面完成小梁薄板房屋改造。全面完成年度任务。全面完成旧区改造。"
    assert fields(text, "value_min", "unit", "deadline") == [(100, "%", 2023)]
