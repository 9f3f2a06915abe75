"""Which stretches of time are numbers of their own: terms, how long something lasts, ages, how often."""

import pytest
from candidate_reading import fields, read


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("处理完毕后【5】个工作日内告知。", (5, 5, "个工作日", "at_most", None)),
        ("自接到通知之日起【30】日内提供。", (30, 30, "日", "at_most", None)),
        ("自创办之日起【2】年内招用。", (2, 2, "年", "at_most", None)),
        ("次日起【七】日内填报。", (7, 7, "日", "at_most", None)),
        ("震后【20】分钟内报送。", (20, 20, "分钟", "at_most", None)),
        ("爰請經濟部於【2】個月內向立法院提出書面報告。", (2, 2, "個月", "at_most", None)),
        ("爰要求教育部於【3】個月內研議補助事宜。", (3, 3, "個月", "at_most", None)),
        ("2027年將輪候時間降至約【4.5】年。", (4.5, 4.5, "年", "about", 2027)),
        ("得延長審查期限【三十】日。", (30, 30, "日", "exact", None)),
        ("得申請延期【三十】日。", (30, 30, "日", "exact", None)),
        ("有效期限自發照之日起算【六】年。", (6, 6, "年", "exact", None)),
        ("應在【3】個工作天內聯絡。", (3, 3, "個工作天", "at_most", None)),
        ("给予【5万】元以下、【三】年以内的小额信贷支持。", (3, 3, "年", "at_most", None)),
        ("就业不满【12】个月。", (12, 12, "个月", "at_most", None)),
        ("代理期間不得逾【一】年。", (1, 1, "年", "at_most", None)),
        ("一般在【4】周内完成审批。", (4, 4, "周", "at_most", None)),
        ("在新购一套住房后的【一】年内出售的。", (1, 1, "年", "at_most", None)),
        ("申请单位【3】年以内不得再次申请。", (3, 3, "年", "at_most", None)),
        ("经费核销期限不得超过【60】日。", (60, 60, "日", "at_most", None)),
        ("轮候时间缩短至【6】个月以内。", (6, 6, "个月", "at_most", None)),
        ("评核不合格的机构须于【三】个月以内改善。", (3, 3, "个月", "at_most", None)),
        ("储备动用后在【12】个月内完成等量补库。", (12, 12, "个月", "at_most", None)),
        ("一经发现造假，取消其【三】年内申请资格。", (3, 3, "年", "at_most", None)),
        ("转制后，【五】年内免征企业所得税。", (5, 5, "年", "at_most", None)),
        ("【两】年内不予认定为基地。", (2, 2, "年", "exact", None)),
        ("应当提前【七】日向社会公告。", (7, 7, "日", "exact", None)),
        ("【五】年内按照不超过献血量免交费用。", (5, 5, "年", "at_most", None)),
        ("【五】年内可不增收土地年租金。", (5, 5, "年", "at_most", None)),
        ("【五】年后免交费用。", (5, 5, "年", "exact", None)),
        ("连续停供超过【二十四】小时的，应当公告。", (24, 24, "小时", "at_least", None)),
        ("单次修理时间超过【5】日的，应当补偿。", (5, 5, "日", "at_least", None)),
        ("应当在当年采暖供热期开始【六】个月前提出。", (6, 6, "个月", "exact", None)),
        ("保修期限届满前【一】个月，应当公告。", (1, 1, "个月", "exact", None)),
        ("本意见施行起【1】个月内制定细则。", (1, 1, "个月", "at_most", None)),
        ("实行一年【两】次的考核通报。", (2, 2, "次", "exact", None)),
        ("考试不合格的，可以补考【一】次。", (1, 1, "次", "exact", None)),
        ("只能用于享受【一】次创业带动就业补贴。", (1, 1, "次", "exact", None)),
        ("享受生育奖励假【三十】天。", (30, 30, "天", "exact", None)),
        ("可以增加假期【一至三】个月。", (1, 3, "个月", "range", None)),
        ("应当在【1】个月内结清有关费用。", (1, 1, "个月", "at_most", None)),
        ("应在【两】个月内向主管部门报告。", (2, 2, "个月", "at_most", None)),
        ("各区于本文印发后【3】个月内出台方案。", (3, 3, "个月", "at_most", None)),
        ("应提供申请日前【12】个月内的凭据。", (12, 12, "个月", "at_most", None)),
        ("近【3】年内没有重大违法记录。", (3, 3, "年", "at_most", None)),
        ("工作满【三】年后，经企业推荐可以申请。", (3, 3, "年", "exact", None)),
        ("延期超过【一】年，由推进部门审议。", (1, 1, "年", "at_least", None)),
        ("可在【五】年内按原用途使用。", (5, 5, "年", "at_most", None)),
        ("交付以后【一】年内回购。", (1, 1, "年", "at_most", None)),
        ("得延長修業期限，至多【四】年。", (4, 4, "年", "at_most", None)),
        ("代理期間超過【三十】日，應報核定。", (30, 30, "日", "at_least", None)),
    ],
)
def test_a_term_within_which_something_is_due_is_a_number(marked, wanted):
    assert read(marked)[-1] == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        # What is given, or goes on.
        ("给予为期【五】年每人每年的补贴。", (5, 5, "年", "exact", None)),
        ("可连续【三】年给予奖励。", (3, 3, "年", "exact", None)),
        ("工作室活动周期【三】年。", (3, 3, "年", "exact", None)),
        ("连续【3】年每年给予经费资助。", (3, 3, "年", "exact", None)),
        ("培训在其后【3】年为学徒期。", (3, 3, "年", "exact", None)),
        ("土地承包到期后再延长三十年，计划延长【五】年。", (5, 5, "年", "exact", None)),
        ("贷款利息补贴展延【1】年（规划中）。", (1, 1, "年", "exact", None)),
        ("建造执照工期主动展延【一】年。", (1, 1, "年", "exact", None)),
        ("予以【三】年租金减免。", (3, 3, "年", "exact", None)),
        ("奖励时间为连续【5】年。", (5, 5, "年", "exact", None)),
        ("可继续免征【五】年企业所得税。", (5, 5, "年", "exact", None)),
        ("公示时间为【20】日。", (20, 20, "日", "exact", None)),
        ("从脱贫之日起设立【5】年过渡期。", (5, 5, "年", "exact", None)),
        ("安排新录用公务员到基层单位工作【一】年。", (1, 1, "年", "exact", None)),
        ("违反规定的，停止補助【二】年。", (2, 2, "年", "exact", None)),
        ("停止补助【一年至五】年。", (1, 5, "年", "range", None)),
        ("每年给予【50万】元，连续支持【三】年。", (3, 3, "年", "exact", None)),
        ("同一单位不得连续【两】年获得支持。", (2, 2, "年", "exact", None)),
        # What is required.
        ("每星期训练【四】日以上。", (4, 4, "日", "at_least", None)),
        ("押金不得超过【一】个月租金。", (1, 1, "个月", "at_most", None)),
        ("推行统一日常管理，安排【一】日以上。", (1, 1, "日", "at_least", None)),
        ("每人应接受培训【三】日。", (3, 3, "日", "exact", None)),
        ("教师培训实行【五】年一周期。", (5, 5, "年", "exact", None)),
        ("每周开放不少于【15】个小时。", (15, 15, "个小时", "at_least", None)),
        ("公告期至少【30】日。", (30, 30, "日", "at_least", None)),
        ("教師應具備【一】年以上實務經驗。", (1, 1, "年", "at_least", None)),
        ("產檢假之日數為【7】日，薪資照給。", (7, 7, "日", "exact", None)),
        ("實習期間不得少於【四】週。", (4, 4, "週", "at_least", None)),
        ("超过本市【2】个月最低生活保障标准。", (2, 2, "个月", "at_least", None)),
        ("學生須於同一機構連續實習【八】週。", (8, 8, "週", "exact", None)),
        ("产检假由【5】日增为【7】日。", (7, 7, "日", "exact", None)),
        ("專業教師每任教滿6年，應研習不少於【6】個月。", (6, 6, "個月", "at_least", None)),
        ("雇主應置備紀錄，並保存【五】年。", (5, 5, "年", "exact", None)),
        ("在本地進行最少【四】個星期的招聘。", (4, 4, "個星期", "at_least", None)),
    ],
)
def test_how_long_something_lasts_is_a_number(marked, wanted):
    assert read(marked)[-1] == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("小班的入园年龄为【3】周岁。", (3, 3, "周岁", "exact", None)),
        ("选拔条件：原则上年龄【40】周岁以下。", (40, 40, "周岁", "at_most", None)),
        ("年龄应在【18】周岁以上，【35】周岁以下。", (35, 35, "周岁", "at_most", None)),
        ("申请人须年满【18】周岁。", (18, 18, "周岁", "exact", None)),
        ("雇主為所僱用年滿【六十四】歲之勞工辦理。", (64, 64, "歲", "exact", None)),
    ],
)
def test_an_age_that_is_required_is_a_number(marked, wanted):
    assert read(marked)[-1] == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("同一档次只享受【一】次。", (1, 1, "次", "exact", None)),
        ("必要時得申請延長【一】次。", (1, 1, "次", "exact", None)),
        ("采购周期原则上一年【一】次。", (1, 1, "次", "exact", None)),
        ("每两年举办【一】届大赛，全面贯彻二十届三中全会精神。", (1, 1, "届", "exact", None)),
        ("工作小组每季召开【一】次会议。", (1, 1, "次", "exact", None)),
        ("教师每五年轮训【一】遍。", (1, 1, "遍", "exact", None)),
        ("保洁频率提升至15天完成【1】次。", (1, 1, "次", "exact", None)),
        ("一定年限內以申請【一】次為限。", (1, 1, "次", "at_most", None)),
        ("全区集中开展【一】次专项治理行动。", (1, 1, "次", "exact", None)),
        ("2024年，完成【一】轮安全风险评估。", (1, 1, "轮", "exact", 2024)),
        ("每【两】年对见习基地进行评估。", (2, 2, "年", "exact", None)),
        ("每【3】年对学校开展督导。", (3, 3, "年", "exact", None)),
        ("只能用于享受【一】次补贴。", (1, 1, "次", "exact", None)),
        ("同一级别只配套支持【一】次。", (1, 1, "次", "exact", None)),
        ("主管機關應至少每三年辦理【一】次評鑑。", (1, 1, "次", "at_least", None)),
        ("每季最少檢討照顧計劃【一】次。", (1, 1, "次", "at_least", None)),
    ],
)
def test_how_often_something_is_done_is_a_number(marked, wanted):
    assert read(marked)[-1] == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("连续3年举办大赛，培训【2】人。", (2, 2, "人", "exact", None)),
        ("三日前报名，培训【2】人。", (2, 2, "人", "exact", None)),
        ("首批單位10年後落成，培訓【2】人。", (2, 2, "人", "exact", None)),
    ],
)
def test_when_something_happens_is_no_number_beside_a_count(marked, wanted):
    assert read(marked)[-1] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "本办法自2023年起施行，有效期3年。",
        "在完成为期一年的计划的学员中开展调查。",
        "时隔30年，学校搬回原址。",
        "三年内，全县开展培训。招用毕业2年内高校毕业生、离校2年内未就业毕业生。",
    ],
)
def test_times_that_only_say_when_are_no_mentions(text):
    assert fields(text, "numeral") == []


def test_a_limit_within_one_year_is_one_of_each_year():
    assert fields("同一年度以五十人為限。", "value_min", "period") == [(50, "per_year")]


def test_how_often_something_is_checked_is_a_rule_with_its_period():
    text = "某市实施意见（2026—2030年）\n严格执行“一年一自查、三年一评估”要求，推行“一校一品”。\n"
    assert fields(text, "numeral", "kind", "period") == [("一", "rule", "per_year"), ("一", "rule", "per_3_years")]
    # How long something is given is no period of its amount.
    assert fields("对企业给予3年50%的补贴。", "numeral", "period")[-1] == ("50%", "total")
