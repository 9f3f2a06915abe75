"""Which comparator a number has: at least, at most, about, or a range; and how far in a list its words hold."""

import pytest
from candidate_reading import fields, read


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        # Words before the number.
        ("配租面积不足居住面积【15】平方米的予以调整。", (15, 15, "平方米", "at_most", None)),
        ("超过居住面积【45】平方米的予以调整。", (45, 45, "平方米", "at_least", None)),
        ("行车间隔不宜大于【5】分钟。", (5, 5, "分钟", "at_most", None)),
        ("巡视频率不应当低于【3】次。", (3, 3, "次", "at_least", None)),
        ("日均量高于【407】吨。", (407, 407, "吨", "at_least", None)),
        ("日均量不高于【407】吨。", (407, 407, "吨", "at_most", None)),
        ("每人每年未超过【20万】元者，可以申请。", (200_000, 200_000, "元", "at_most", None)),
        ("一位专家不同时担任超过【3】个委员会的委员。", (3, 3, "个", "at_most", None)),
        ("对年应纳税所得额不到【100万】元的部分免征。", (1e6, 1e6, "元", "at_most", None)),
        ("累计任职不超过【两】届。", (2, 2, "届", "at_most", None)),
        ("累计任职不超过【2】届。", (2, 2, "届", "at_most", None)),
        ("裝置容量不及【五百】瓩者，不受限制。", (500, 500, "瓩", "at_most", None)),
        ("甲等：評核成績為未滿【90】分。", (90, 90, "分", "at_most", None)),
        ("班额少于或等于【10】人的，给予补助。", (10, 10, "人", "at_most", None)),
        ("每家企业贷款大于或等于【50万】元。", (500_000, 500_000, "元", "at_least", None)),
        ("对床位数不足【40】张的敬老院予以合并。", (40, 40, "张", "at_most", None)),
        ("储能额定充放电时长（不少于【2】小时）。", (2, 2, "小时", "at_least", None)),
        ("人均避难场所面积大于等于【1.5】平方米。", (1.5, 1.5, "平方米", "at_least", None)),
        ("建设用地总规模不突破【3200】平方公里。", (3200, 3200, "平方公里", "at_most", None)),
        ("每校最多申請【五】案。", (5, 5, "案", "at_most", None)),
        ("建筑之间的最小间距为【6】米。", (6, 6, "米", "at_least", None)),
        ("候診時間不得超過【三十】分鐘。", (30, 30, "分鐘", "at_most", None)),
        ("床邊距離至少【八十】公分。", (80, 80, "公分", "at_least", None)),
        # Words behind the number.
        ("低于【7】平方米（含7平方米）。", (7, 7, "平方米", "at_most", None)),
        ("【九】人以上者应增置。", (9, 9, "人", "at_least", None)),
        ("总数【六十】人以下者免。", (60, 60, "人", "at_most", None)),
        ("不再新建【35】蒸吨以下燃煤锅炉。", (35, 35, "蒸吨", "at_most", None)),
        ("优选【10】条以上重点产业链。", (10, 10, "条", "at_least", None)),
        ("人口自然增长率控制在【6.94‰】以 内。", (6.94, 6.94, "‰", "at_most", None)),
        ("死亡百万人率维持在【20】以下。", (20, 20, "", "at_most", None)),
        ("对参保职工【30】人（含）以下的企业，", (30, 30, "人", "at_most", None)),
        ("拆除违法建筑总量的【50%】（【15万】平方米）以上。", (15e4, 15e4, "平方米", "at_least", None)),
        # The most that is given.
        ("最高可给予【10万】元/个奖励。", (100_000, 100_000, "元", "at_most", None)),
        ("最高可给予一次性【300万】元支持。", (3e6, 3e6, "元", "at_most", None)),
        ("住旅馆补贴最高14日【7000】元。", (7000, 7000, "元", "at_most", None)),
        ("报区人民政府备案，最高不得超过【50万】元/户。", (500_000, 500_000, "元", "at_most", None)),
        # A limit.
        ("每班以【十六】人为限。", (16, 16, "人", "at_most", None)),
        ("补助以新台币【一百万】元为上限。", (1_000_000, 1_000_000, "元", "at_most", None)),
        ("补贴以【一百万】元贷款额度为限。", (1_000_000, 1_000_000, "元", "at_most", None)),
        # About.
        ("未来约需新增专任教师【8000】人。", (8000, 8000, "人", "about", None)),
        ("约可兴建【8万】户。", (80_000, 80_000, "户", "about", None)),
    ],
)
def test_a_bound_is_read_from_the_words_beside_the_number(marked, wanted):
    assert read(marked)[-1] == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("投资【1000万元及以上至5000万】元的，", (10_000_000, 50_000_000, "元", "range", None)),
        ("【六十一人至二百】人者应置专任。", (61, 200, "人", "range", None)),
        ("年销量【3000（含）—5000】辆（不含）的车型。", (3000, 5000, "辆", "range", None)),
        ("给予【1万至五万】元的资金。", (10_000, 50_000, "元", "range", None)),
        ("年龄介于【20-65】岁。", (20, 65, "岁", "range", None)),
        ("獎勵總量為裝置容量【六百五十萬瓩至一千萬】瓩；", (6_500_000, 10_000_000, "瓩", "range", None)),
        ("全区排水系统达到【3-5】年一遇排水能力。", (3, 5, "年", "range", None)),
        ("回收小区配套园【两到三】所。", (2, 3, "所", "range", None)),
        ("培育【17 — 30】个项目。", (17, 30, "个", "range", None)),
    ],
)
def test_from_one_number_to_another_is_a_range(marked, wanted):
    assert read(marked)[-1] == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("分别达到【98%】、【60%】以上和【15】年以上。", (15, 15, "年", "at_least", None)),
        ("创业补贴最高分别为【1万5千】元和【6万8千】元。", (68_000, 68_000, "元", "at_most", None)),
        ("每年分别超【180】家、【2000】家。", (2000, 2000, "家", "at_least", None)),
    ],
)
def test_the_bound_of_a_list_holds_for_its_last_number(marked, wanted):
    assert read(marked)[-1] == wanted


def test_a_qualifier_holds_for_a_list_of_bare_numbers():
    assert fields("普及率超过98%、85%。", "comparator") == [("at_least",), ("at_least",)]
    assert fields("比例分别达到80%、50%以上。", "comparator") == [("at_least",), ("at_least",)]
    assert fields("年辍学率分别控制在0.5%和1%以下。", "comparator") == [("at_most",), ("at_most",)]
    assert fields("新建3所、改建5所以上。", "comparator") == [("exact",), ("at_least",)]


def test_a_qualifier_before_a_list_with_and_holds_for_its_numbers():
    found = fields("每年抽检不少于40块户外广告和500块户外招牌。", "comparator")
    assert found == [("at_least",), ("at_least",)]
    assert fields("至少建设5所学校、3个专业。", "comparator") == [("at_least",), ("exact",)]


def test_a_qualifier_stands_once_for_what_follows_in_its_order():
    text = "小班、中班、大班每班幼儿依次不超过25人、30人、35人。"
    assert fields(text, "value_max", "comparator") == [(25, "at_most"), (30, "at_most"), (35, "at_most")]
    assert fields("2023年、2024年依次新增2400个、2000个。", "deadline") == [(2023,), (2024,)]


def test_what_follows_the_last_of_numbers_given_in_turn_holds_for_all():
    assert fields("收入分别增长7%、8%左右。", "comparator") == [("about",), ("about",)]


def test_what_the_last_of_a_list_has_is_its_own_where_another_follows():
    text = "分别达到98%、95%、60%以上和15年以上。分别达到98%、95%、60%以上。"
    found = [row[0] for row in fields(text, "comparator")]
    assert found == ["exact", "exact", "at_least", "at_least", "at_least", "at_least", "at_least"]


def test_what_bounds_the_last_number_bounds_those_before_it():
    text = "小学、初中班额分别控制在40人、45人以内。"
    assert fields(text, "comparator") == [("at_most",), ("at_most",)]


def test_what_exceeds_the_first_of_a_list_exceeds_all():
    text = "年收入突破1亿元、2亿元、4亿元。"
    assert fields(text, "comparator") == [("at_least",)] * 3


def test_a_limit_that_is_raised_is_one_before_and_after():
    found = fields("比例上限由7%提高到15%。", "kind", "comparator")
    assert [comparator for _, comparator in found] == ["at_most", "at_most"]


def test_a_limit_heads_two_amounts():
    text = "最高支付限额为职工参保人员每人每月1,000元、居民参保人员每人每月500元。"
    assert fields(text, "value_min", "comparator") == [(1000, "at_most"), (500, "at_most")]


def test_what_is_restated_in_brackets_counts_once():
    assert fields("留用率达到60%以上（含60%）的，新建2所。", "value_min") == [(60,), (2,)]


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("基金规模【5亿】元（含）及以上的。", (5e8, 5e8, "元", "at_least", None)),
        ("以【8万】平方米为最高激励上限。", (80_000, 80_000, "平方米", "at_most", None)),
        ("道路长度不宜小于【8】公里。", (8, 8, "公里", "at_least", None)),
        ("面积不能低于【13】平方米。", (13, 13, "平方米", "at_least", None)),
        ("规模不能超过【12】人。", (12, 12, "人", "at_most", None)),
        ("不少于市辖区规划城镇建设用地总规模的 【80%】。", (80, 80, "%", "at_least", None)),
        ("最高不超过贷款额度上限（超标）之和的【110%】。", (110, 110, "%", "at_most", None)),
        ("配备【1 名至2】 名协理员。", (1, 2, "名", "range", None)),
        ("至少应当分别配备具有讲师职务的专任教师【二】人。", (2, 2, "人", "at_least", None)),
        ("设置规模为【六】个班以上的幼儿园。", (6, 6, "个", "at_least", None)),
        ("胸径不得小于【八】厘米。", (8, 8, "厘米", "at_least", None)),
        ("温度不低于【十八】摄氏度。", (18, 18, "摄氏度", "at_least", None)),
        ("按实际利率（不超过合同签订时的报价）的【30%】予以补贴。", (30, 30, "%", "exact", None)),
        ("不得超过编制总数（含临时聘用）的【20%】。", (20, 20, "%", "at_most", None)),
        ("工時介乎【48.5小時和59.5】小時之間。", (48.5, 59.5, "小時", "range", None)),
        ("比例介于【30%与40%】之间。", (30, 40, "%", "range", None)),
    ],
)
def test_words_in_brackets_bound_only_what_they_stand_beside(marked, wanted):
    assert read(marked)[-1] == wanted


def test_about_holds_for_all_numbers_given_in_turn():
    found = read("人數分別約為【250】名，【310】名及【340】名。")
    assert [row[3] for row in found] == ["about"] * 3
