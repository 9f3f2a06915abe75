"""Proposals from laws that set standards, from undated sectoral plans and from speeches of a government."""

import pytest
from test_candidates import read
from test_candidates_layout import fields


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("每收託十名兒童應設置水龍頭【一】座，未滿十人者，以十人計。", (1, 1, "座", "exact", None)),
        ("圖書館置主任【一】人，由校長遴選。", (1, 1, "人", "exact", None)),
        ("一級單位置主任或部主任【一】人。", (1, 1, "人", "exact", None)),
        ("得延長修業期限，至多【四】年。", (4, 4, "年", "at_most", None)),
        ("不得高於國民中學部應屆畢業學生人數\n    之【百分之三十五】。", (35, 35, "%", "at_most", None)),
        ("太陽光電將更新，2050 年設置裝置量達【40~80】GW。", (40, 80, "GW", "range", 2050)),
        ("致力達成光電 2025 年累計設置【20】GW。", (20, 20, "GW", "exact", 2025)),
        ("推进改造，规划2040年装机容量达【50万】千瓦。", (500_000, 500_000, "千瓦", "exact", 2040)),
        ("考慮推行【兩】個項目。", (2, 2, "個", "exact", None)),
        ("政府將增添【兩】個分別位於旺角及佐敦的項目。", (2, 2, "個", "exact", None)),
        ("亿元以上重点项目【922】个。", (922, 922, "个", "exact", None)),
        ("加快年货运量150万吨以上工业企业专用线建设，新建【3】条。", (3, 3, "条", "exact", None)),
    ],
)
def test_only_what_is_required_or_promised_is_a_mention(marked, wanted):
    assert read(marked)[-1] == wanted
    assert len(fields(marked.replace("【", "").replace("】", ""), "numeral")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "未滿十五人者，以十五人計。",
        "不足1人者，按1人计。",
        "每收托五名兒童。",
        "三個月以上未滿二歲之兒童。",
        "服務方式分為下列二種：",
        "广州港20万吨级航道建设。",
        "都市圈内成员城市1小时通达率",
        "建城史前推至3100多年前。",
        "明治 40 年（1907）所建。",
        "年用水量30万立方米以上的用户。",
    ],
)
def test_sizes_rounding_and_reigns_are_no_mentions(text):
    assert fields(text, "numeral") == []


def test_a_number_that_is_not_rounded_to_itself_counts():
    assert fields("超過二十人者，每十五人增加一套。", "numeral") == [("二十",), ("一",)]
    assert fields("补助不足30人者，按40人计。", "numeral") != []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("在本屆政府任期內增加1400個名額。", [("1400", "goal")]),
        ("委員任期二年。", [("二", "rule")]),
        ("政府共售出73幅用地。", [("73", "status")]),
        ("实现1小时直连大湾区、2小时互通省内。", [("1", "goal"), ("2", "goal")]),
    ],
)
def test_kinds_in_speeches_and_sectoral_plans(text, wanted):
    assert fields(text, "numeral", "kind") == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("比例从【五成八】提高到【七成】以上。", (70, 70, "%", "at_least", None)),
        ("托大班师生比不得低于【1∶7】，乳儿班不得低于【1∶3】。", (3, 3, "比", "at_least", None)),
        ("教師應具備【一】年以上實務經驗。", (1, 1, "年", "at_least", None)),
        ("審查小組置委員【九】人。", (9, 9, "人", "exact", None)),
        ("2025年會提供約【90】個名額。", (90, 90, "個", "about", 2025)),
        ("提供咨询【6万】人次。", (60_000, 60_000, "人次", "exact", None)),
        ("產檢假之日數為【7】日，薪資照給。", (7, 7, "日", "exact", None)),
        ("计算机数量不少于每百生【15】台。", (15, 15, "台", "at_least", None)),
        ("分别按不低于教师总数的【20%】和学生总数的【10%】设置。", (10, 10, "%", "at_least", None)),
        ("約為全體失業率之【2.3】倍。", (2.3, 2.3, "倍", "about", None)),
        ("上述減幅的【一半】會達到。", (50, 50, "%", "exact", None)),
        ("新建建築【所有】公共建築物達近零碳建築標準。", (100, 100, "%", "exact", None)),
        ("偏遠學校學生【全員】配發平板。", (100, 100, "%", "exact", None)),
        ("二零二六至二零二八年新增【30】個。", (30, 30, "個", "exact", 2028)),
        ("到2022年，办学达标。2022年，“双师型”教师占比超过【55%】。", (55, 55, "%", "at_least", 2022)),
        ("一、目标\n具体指标：到2022年，建设【50】所。推动建设【300】个基地。", (300, 300, "个", "exact", 2022)),
    ],
)
def test_numbers_that_were_missed_or_misread(marked, wanted):
    assert read(marked)[-1] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "总体癌症5年生存率提高。",
        "咨询热线：6666。",
        "高等教育階段\n3.6 首批應用學位課程已經開辦。",
        "某市方案\n（二零二四至二零二八年）\n",
    ],
)
def test_names_headings_and_spelt_periods_are_no_mentions(text):
    assert fields(text, "numeral") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("近三年，全市累计新增就业9万人。", [("9万", "status")]),
        ("在近三年毕业生中新增就业9万人。", [("9万", "goal")]),
        ("对第2批20个村卫生室派驻巡诊。", [("20", "status")]),
        ("比例在现有基础上提高3个百分点。", [("3", "goal")]),
        ("现有学校12所。", [("12", "status")]),
        ("每两年评选表彰30名技能人才。", [("30", "goal")]),
        ("每两名教师配备1台电脑。", [("1", "rule")]),
        ("机关队伍中至少配备1名残疾人。", [("1", "rule")]),
        ("最低工資調升至每小時34元。", [("34", "rule")]),
        ("職業稅豁免額為144,000元。", [("144,000", "rule")]),
        ("僱主須支付每月不低於8,000元的薪金。", [("8,000", "rule")]),
        ("共資助學員1.6萬人次。", [("1.6萬", "status")]),
        ("現有中心9處，年度內服務學生2萬人次。", [("9", "status"), ("2萬", "goal")]),
    ],
)
def test_kinds_that_were_misread(text, wanted):
    assert fields(text, "numeral", "kind") == wanted


TASKS = """某县任务清单
序号 任务内容 牵头单位 完成时限
1 改造农田4.2万亩 农业农村局 2025年
2 培训农民两千四百人次 人社局 2026年
3 建站点95个、中心6个 商务局 2027年底前
"""


def test_the_year_that_ends_a_row_dates_it():
    assert fields(TASKS, "numeral", "deadline") == [("4.2万", 2025), ("两千四百", 2026), ("95", 2027), ("6", 2027)]
    assert fields("建站点95个。\n县人民政府 2027年\n", "deadline") == [(None,)]


def test_a_month_of_issue_below_the_title_tells_what_is_past():
    text = "某市计划（第3期）\n2025年4月發布\n第1期於2019年至2024年推行，僱主由75家增加到190家。\n"
    assert fields(text, "numeral", "kind") == [("75", "status"), ("190", "status")]
    assert fields(text.replace("2025年4月發布\n", ""), "kind")[-1] == ("goal",)


def test_an_undated_text_has_not_seen_the_years_that_it_aims_at():
    aimed, alone = "至2030年，投入經費90億元。2030年電動車占比達30%。", "2030年電動車占比達30%。"
    assert fields(aimed, "numeral", "kind", "deadline")[-1] == ("30%", "goal", 2030)
    assert fields("到2022年，建成3所。2021年学校12所。", "numeral", "kind")[-1] == ("12", "status")
    assert fields(alone, "kind") == [("status",)]
