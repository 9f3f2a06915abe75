"""How shares, ratios, percentage points and multiples are read."""

import pytest
from candidate_reading import fields, read

from regional_targets.candidates import propose


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        # Tenths, halves, fractions in words, and points.
        ("當中超過【七成】為公營單位。", (70, 70, "%", "at_least", None)),
        ("对租金减【半】征收。", (50, 50, "%", "exact", None)),
        ("普惠托位占新增托位的【七成】（11月底前）。", (70, 70, "%", "exact", None)),
        ("逾【九成】毕业生就业。", (90, 90, "%", "at_least", None)),
        ("升学率约【八成半】。", (85, 85, "%", "about", None)),
        ("进住率仅【七成二】。", (72, 72, "%", "exact", None)),
        ("燃料油消費量減少近【8 成】、", (80, 80, "%", "about", None)),
        ("当中【七成】为公共租住房屋单位，【三成】为出售单位。", (30, 30, "%", "exact", None)),
        ("持證率提升至【五成五】以上。", (55, 55, "%", "at_least", None)),
        ("委员人数不得超过【半数】。", (50, 50, "%", "at_most", None)),
        ("應經【過半數】委員同意。", (50, 50, "%", "at_least", None)),
        ("比例从【五成八】提高到【七成】以上。", (70, 70, "%", "at_least", None)),
        ("上述減幅的【一半】會達到。", (50, 50, "%", "exact", None)),
        ("設有夥伴的中學佔【三分二】或以上。", (66.67, 66.67, "%", "at_least", None)),
        ("护理床位不少于需求总量的【四分一】。", (25, 25, "%", "at_least", None)),
        ("上述減幅的【一半】由企業承擔。", (50, 50, "%", "exact", None)),
        # Per cent, per mille and fractions.
        ("死亡率下降到【4.5‰】、【10】/10万。", (10, 10, "/10万", "exact", None)),
        ("死亡率控制在【十万分之六】以下。", (0.006, 0.006, "%", "at_most", None)),
        ("船次增加百分之【二 十六】。".replace("百分之【", "【百分之"), (26, 26, "%", "exact", None)),
        ("5/28报道，双师型教师占比达到【2/3】以上。", (66.67, 66.67, "%", "at_least", None)),
        ("死亡率不超过【7.5】/10万。", (7.5, 7.5, "/10万", "at_most", None)),
        ("约占全国【1/7】。", (14.29, 14.29, "%", "about", None)),
        ("與上年度相比約增【40.6%】。", (40.6, 40.6, "%", "about", None)),
        ("满意率大体在【95%】。", (95, 95, "%", "about", None)),
        ("不得低於預算【百分之四．五】。", (4.5, 4.5, "%", "at_least", None)),
        ("不得高於國民中學部應屆畢業學生人數\n    之【百分之三十五】。", (35, 35, "%", "at_most", None)),
        ("天然氣佔本港發電燃料組合約【48%】。", (48, 48, "%", "about", None)),
        ("死亡率分别控制在【千分之二】、【十万分之六】以下。", (0.006, 0.006, "%", "at_most", None)),
        ("不得超過雇主申請當月前二個月之前一年僱用員工平均人數之【百分之四十】。", (40, 40, "%", "at_most", None)),
        ("低于所得基准之【百分之七十】者。", (70, 70, "%", "at_most", None)),
        # The share of a base that has a number or a name of its own.
        ("完成3年总工作量的【30%】。", (30, 30, "%", "exact", None)),
        ("接受15年免费教育的比例达到【100%】。", (100, 100, "%", "exact", None)),
        ("报酬原则上不低于本单位相同岗位试用期工资标准的【80%】。", (80, 80, "%", "at_least", None)),
        ("就诊量占比较上年提高【两】个百分点。", (2, 2, "个百分点", "exact", None)),
        ("环保投资约需占同期国内生产总值的【1.2%】。", (1.2, 1.2, "%", "about", None)),
        ("力争签约电量不低于前三年用电量平均值的【80%】。", (80, 80, "%", "at_least", None)),
        ("按照最大负荷【40%】标准配备应急能力。", (40, 40, "%", "exact", None)),
        ("用水总量下降至目前【80%】的水平。", (80, 80, "%", "exact", None)),
        ("分别按不低于教师总数的【20%】和学生总数的【10%】设置。", (10, 10, "%", "at_least", None)),
        ("响应能力达到最大用电负荷的【5%】。", (5, 5, "%", "exact", None)),
        ("不得低於教育部門第三類標準所定各類設施總量之【10%】。", (10, 10, "%", "at_least", None)),
    ],
)
def test_a_share_is_a_percentage(marked, wanted):
    assert read(marked)[-1] == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("城乡居民收入差距缩小到【2.56∶1】。", (1 / 2.56, 1 / 2.56, "比", "exact", None)),
        ("生师比值应低于【27】。", (27, 27, "", "at_most", None)),
        ("护理员的比例不得低于【1比60】。", (60, 60, "比", "at_least", None)),
        ("招生比大体保持在【1:1】。", (1, 1, "比", "about", None)),
        ("照顧員夜間（晚上10時至翌日上午7時）須達【一比六十】。", (60, 60, "比", "exact", None)),
        ("員工比例於上午七時至下午六時應不低於【1:20】。", (20, 20, "比", "at_least", None)),
        ("绿白表配额由现时的【40:60】逐步调整至【50:50】。", (1, 1, "比", "exact", None)),
        ("以【1（政府）：2】（機構）的配對比例資助。", (2, 2, "比", "exact", None)),
        ("配备比例应当分别不低于【一比十五】、【一比八】和【一比三】。", (3, 3, "比", "at_least", None)),
        ("托大班师生比不得低于【1∶7】，乳儿班不得低于【1∶3】。", (3, 3, "比", "at_least", None)),
    ],
)
def test_a_ratio_is_the_number_that_stands_for_one(marked, wanted):
    assert read(marked)[-1] == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("收入最高最低倍差缩小到【1.61】。", (1.61, 1.61, "", "exact", None)),
        ("收入较2020年翻【一】番多。", (1, 1, "番", "at_least", None)),
        ("楼面面积增加【一】倍。", (1, 1, "倍", "exact", None)),
        ("面积提高【三】倍。", (3, 3, "倍", "exact", None)),
        ("到2026年，产值达到2020年的【2.5】倍。", (2.5, 2.5, "倍", "exact", 2026)),
        ("可处赔偿费【一至二】倍的罚款。", (1, 2, "倍", "range", None)),
        ("實現零售成長，處以【二】倍罰鍰。", (2, 2, "倍", "exact", None)),
        ("系数由【0.561】提高到【0.58】。", (0.58, 0.58, "", "exact", None)),
        ("約為全體失業率之【2.3】倍。", (2.3, 2.3, "倍", "about", None)),
    ],
)
def test_a_multiple_or_a_coefficient_keeps_its_number(marked, wanted):
    assert read(marked)[-1] == wanted


def test_ratios_behind_their_labels_are_each_read():
    text = "乳儿班、托小班比例应为：乳儿班【1：3】、托小班【1：5】、托大班【1：7】。"
    assert [(row[0], row[2]) for row in read(text)] == [(3, "比"), (5, "比"), (7, "比")]


@pytest.mark.parametrize(("numeral", "value"), [("6∶4", 0.666667), ("1:7", 7), ("3:1", 0.333333)])
def test_a_ratio_comes_whole_through_a_table(numeral, value):
    assert list(propose(f"省、市按{numeral}比例分担。")["value_min"]) == [value]


def test_ratios_in_a_list_share_their_qualifier():
    text = "保育人员与婴幼儿的比例分别不低于1:3、1:5、1:7。每周一至周五8:30—12:00、14:00—17:30办理。"
    assert fields(text, "value_min", "comparator") == [(3, "at_least"), (5, "at_least"), (7, "at_least")]


def test_shares_that_rise_are_two_and_no_range():
    assert read("保育率自【62%】升至【65%】。") == [(62, 62, "%", "exact", None), (65, 65, "%", "exact", None)]
    assert read("建设专业群【3】个、现代产业学院【两】个。") == [
        (3, 3, "个", "exact", None),
        (2, 2, "个", "exact", None),
    ]


def test_a_spelt_fraction_may_have_decimals():
    assert read("按建筑面积不少于【千分之一点五】配建。") == [(1.5, 1.5, "‰", "at_least", None)]


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("教职工与幼儿比控制在【1:7—1:9】。", (7, 9, "比", "range", None)),
        ("师生比为【1∶15至1∶13】。", (13, 15, "比", "range", None)),
        ("省、市按【6:4】比例分担。", (0.666667, 0.666667, "比", "exact", None)),
    ],
)
def test_a_range_of_ratios_is_one_number(marked, wanted):
    assert read(marked) == [wanted]
