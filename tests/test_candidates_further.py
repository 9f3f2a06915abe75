"""Proposals from forms seen in real documents of other regions, after the sets set aside had been scored."""

import pandas as pd
import pytest
from test_candidates import read
from test_candidates_layout import fields

from regional_targets.candidates import propose
from regional_targets.checks.years import governs
from regional_targets.review.text_places import find_year
from regional_targets.wrapped_lines import unwrap


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("全市【116】个重点项目完成投资【186.4亿】元。", (18_640_000_000, 18_640_000_000, "元", "exact", None)),
        ("贯彻七届二次、三次全会精神，新建【2】所。", (2, 2, "所", "exact", None)),
        ("给予【5万】元以下、【三】年以内的小额信贷支持。", (3, 3, "年", "at_most", None)),
        ("小学322所（含【187】个教学点）。".replace("322", "【322】"), (187, 187, "个", "exact", None)),
        ("数字教育资源【2.03万】GB。", (20_300, 20_300, "GB", "exact", None)),
        ("添置生活设施【7.06万】台/件/套。", (70_600, 70_600, "台/件/套", "exact", None)),
        ("分为【3】档：1档【1000】元。", (1000, 1000, "元", "exact", None)),
        ("死亡率下降到【4.5‰】、【10】/10万。", (10, 10, "/10万", "exact", None)),
        ("就业人员中研发人员达到【209】人年以上。", (209, 209, "人年", "at_least", None)),
        ("編列【10億4,588萬1千】元。", (1_045_881_000, 1_045_881_000, "元", "exact", None)),
        ("计划投入4年【80亿】元。", (8_000_000_000, 8_000_000_000, "元", "exact", None)),
        ("每周参加1次及以上体育锻炼的人数达到【300万】人。", (3_000_000, 3_000_000, "人", "exact", None)),
        ("就业不满【12】个月。", (12, 12, "个月", "at_most", None)),
        ("同一档次只享受【一】次。", (1, 1, "次", "exact", None)),
        ("土地承包到期后再延长三十年，计划延长【五】年。", (5, 5, "年", "exact", None)),
        ("实事\n1.新建小学。\n2.【50】个小区新增充电设施。", (50, 50, "个", "exact", None)),
        ("千人托位数\n【4.5】个\n", (4.5, 4.5, "个", "exact", None)),
        ("经区政府17届3次常务会议审议，建设【2】所学校。", (2, 2, "所", "exact", None)),
        ("对建成区内20蒸吨以上燃煤锅炉，改造【2】台。", (2, 2, "台", "exact", None)),
        ("不再新建【35】蒸吨以下燃煤锅炉。", (35, 35, "蒸吨", "at_most", None)),
        ("为区内【所有】学校提供课后服务。", (100, 100, "%", "exact", None)),
        ("全面消除年人均收入4600元以下贫困现象，建成【2】所。", (2, 2, "所", "exact", None)),
        ("完成3年总工作量的【30%】。", (30, 30, "%", "exact", None)),
        ("实现四个基本目标，新建【2】所。", (2, 2, "所", "exact", None)),
        ("30户以上村民组通组公路不少于【3】米。", (3, 3, "米", "at_least", None)),
        ("收入最高最低倍差缩小到【1.61】。", (1.61, 1.61, "", "exact", None)),
        ("建设围墙【1.8万】延长米。", (18_000, 18_000, "延长米", "exact", None)),
        ("全部建成后，能满足【2】所学校的需要。", (2, 2, "所", "exact", None)),
        ("接受15年免费教育的比例达到【100%】。", (100, 100, "%", "exact", None)),
        ("分别达到【98%】、【60%】以上和【15】年以上。", (15, 15, "年", "at_least", None)),
    ],
)
def test_further_numbers(marked, wanted):
    assert read(marked)[-1] == wanted


def test_what_the_last_of_a_list_has_is_its_own_where_another_follows():
    text = "分别达到98%、95%、60%以上和15年以上。分别达到98%、95%、60%以上。"
    found = [row[0] for row in fields(text, "comparator")]
    assert found == ["exact", "exact", "at_least", "at_least", "at_least", "at_least", "at_least"]


def test_a_level_belongs_to_the_nearest_count_and_a_share_has_no_average_bearer():
    text = "招收1万余名学生到85所省级以上学校。人均受教育年限和毛入学率分别达到13年和90%。"
    assert fields(text, "level", "per_zh") == [("", ""), ("省级以上", ""), ("", "人均"), ("", "")]


def test_the_head_of_a_table_without_row_numbers_gives_the_units():
    rows = "甲公园\n13.41\n已开辟\n乙公园\n16.38\n未开辟\n丙公园\n8\n丁公园\n2.5\n"
    words = "未开辟，部分用地供公墓使用，另一部分供道路使用，其余待定。\n"
    text = f"公园一览表\n名称\n面积（公顷）\n备注\n{rows}{words}{rows}合计\n40.29\n"
    assert {unit for (unit,) in fields(text, "unit")} == {"公顷"}
    own = text.replace("丙公园", "绿化率（%）")
    assert ("%",) in fields(own, "unit") and ("公顷",) not in fields(own, "unit")


def test_dates_and_figures_of_traditional_texts_are_no_numbers():
    text = (
        "某縣計畫（114年度）\n人口約為 30 萬 8 千 人，自民國 59 年啟用，於九十五年四月二十八日修正，"
        "每年五月三十一日前辦理，如表 7-2，及圖 7-1。新建 30 所。"
    )
    assert fields(text, "value_min", "unit") == [(308_000, "人"), (30, "所")]


def test_a_document_of_standards_sets_rules():
    text = "某市学校办学条件\n1.校园。占地面积不低于40000平方米。\n2.设备。仪器设备总值不低于300万元。\n"
    assert fields(text, "kind") == [("rule",), ("rule",)]
    assert fields(text.replace("办学条件", "规划"), "kind") == [("rule",), ("goal",)]


def test_rows_run_together_have_their_units_before_the_bound():
    text = (
        "某省小康指标\n名称单位2020年目标值一、经济1 生产总值(2010 年不变价)元翻一番 2 增加值占比% ≥ 15省统计局"
        "3 老人养老床位数张≥ 40省民政厅"
    )
    assert fields(text, "value_min", "unit", "comparator", "deadline")[1:] == [
        (15, "%", "at_least", 2020),
        (40, "张", "at_least", 2020),
    ]


def test_a_review_with_a_goal_in_its_words_is_a_review():
    text = "某州人才发展\n一、人才现状\n截止2020年12月，全州人才52.2万人，完成规划目标任务76%，每万人1300人。\n"
    assert {kind for (kind,) in fields(text, "kind")} == {"status"}


def test_clusters_that_grow_are_named_and_new_ones_a_goal():
    text = "某市规划（2026—2030年）\n推进2个万亿级产业集群跨越发展，打造9个千亿级产业集群。\n"
    assert fields(text, "kind", "deadline") == [("status", None), ("goal", 2030)]


def test_paragraphs_that_each_begin_with_a_year_are_dated_by_it():
    text = (
        "某市学前教育目标\n——2011年，新建幼儿园49所。入园率达到84%以上。\n——2012年，新建57所。对所有保育员进行培训，所有保育员持证上岗。\n"
        "——推进管理。新建3所。\n2013年，新建49所。合格率达到80%。\n"
    )
    wanted = [(49, 2011), (84, 2011), (57, 2012), (100, 2012), (100, 2012), (3, None), (49, 2013), (80, None)]
    assert fields(text, "value_min", "deadline") == wanted


def test_by_a_year_opens_its_own_sentence_only():
    text = "某市意见\n到2025年，建成学校3所。人才达到130万人。\n到2035年，建成学校5所。\n"
    assert fields(text, "deadline") == [(2025,), (None,), (2035,)]


def test_what_bounds_the_last_number_bounds_those_before_it():
    text = "小学、初中班额分别控制在40人、45人以内。"
    assert fields(text, "comparator") == [("at_most",), ("at_most",)]


def test_what_exceeds_the_first_of_a_list_exceeds_all():
    text = "年收入突破1亿元、2亿元、4亿元。"
    assert fields(text, "comparator") == [("at_least",)] * 3


def test_money_set_aside_already_is_funding_and_a_weekly_habit_no_period():
    assert fields("政府已预留26亿元推行措施。", "kind") == [("funding",)]
    assert fields("每周参加1次以上锻炼的人数达到300万人。", "period") == [("total",)]


def test_years_of_the_republic_head_the_columns_of_a_budget():
    text = (
        "表1 衛福部主管編列情形表\n單位：新臺幣千元\n編列機關\n112年度\n113年度\n合計\n社家署\n"
        "163,717\n163,718\n327,435\n健保署\n6,283\n6,283\n12,566\n"
    )
    assert fields(text, "value_min", "unit")[0] == (163_717_000, "元")
    assert [deadline for (deadline,) in fields(text, "deadline")] == 2 * [2023, 2024, None]


def test_groups_of_which_some_are_counted_and_what_was_collected_are_a_status():
    text = "某市计划（2018年）\n我市的8个监测断面中水质优良达到6个，共收到意见建议179条，配送指导不少于1800课时。\n"
    assert [kind for (kind,) in fields(text, "kind")] == ["status", "goal", "status", "status"]


def test_the_one_year_of_aims_dates_the_paragraphs_below_it():
    text = (
        "某市意见\n一、发展目标\n打造高地，到2015年将某市建设成为创新型城市。\n创新平台。建成中心3个。\n创新企业。培育5家以上年销售收入过百亿元的企业。\n"
        "二、任务\n新建站点4个。\n"
    )
    assert fields(text, "deadline") == [(2015,), (2015,), (None,)]
    two = text.replace("创新企业。", "到2020年，建成高地。\n创新企业。")
    assert fields(two, "deadline") == [(None,), (None,), (None,)]
    both = (
        "某市方案（2026—2030年）\n一、工作目标\n到2027年，创制取得突破。开发食品2个。\n"
        "到2030年，建成高地。开发食品9个。\n新建站点4个。\n"
    )
    assert fields(both, "deadline") == [(2027,), (2030,), (2030,)]


def test_more_than_so_many_a_year_is_not_last_year():
    text = "某市规划（2011—2015年）\n培育5家以上年销售收入过百亿元、2家以上年收入达500亿元的企业，新增30家。\n"
    assert {kind for (kind,) in fields(text, "kind")} == {"goal"}


def test_a_title_that_says_what_was_done_makes_a_review():
    text = "某市教育局2020年民生实事完成情况公示\n1、建设公办幼儿园3所；②2020年底前建成足球场7个。\n"
    assert fields(text, "kind", "deadline") == [("status", None), ("status", None)]


def test_a_notice_for_a_year_is_an_annual_document():
    text = "关于遴选某县2024年高素质农民参训人员的通知\n一、专业：粮油种植50人。培训不少于128学时（1天8学时）。\n"
    assert fields(text, "value_min", "deadline") == [(50, 2024), (128, None), (8, None)]


def test_the_vision_of_a_five_year_plan_is_not_its_end():
    text = "某市国民经济和社会发展第十四个五年规划和2035年远景目标纲要\n新建学校3所。\n"
    assert fields(text, "deadline") == [(2025,)]


def test_a_change_that_ended_in_the_year_of_issue_is_past():
    text = "某县学校布局规划（2010—2020年）\n小学从1988年的849所减至2010年的32所。\n"
    assert fields(text, "kind", "deadline") == [("status", None), ("status", None)]


def test_years_below_what_is_expected_are_deadlines_though_past():
    text = "某县2018年度方案\n指标 预期值 2016年 2017年 2018年\n覆盖率 30% 40% 55%\n回用率 7.9% 15.8% 23.8%\n"
    assert fields(text, "kind", "deadline")[:3] == [("goal", 2016), ("goal", 2017), ("goal", 2018)]


def test_what_a_province_has_is_a_status():
    text = "某省规划（2021—2025年）\n我省有224.2万残疾人，占人口的5.3%。\n二、目标\n全省有需求的1万人得到服务。\n"
    assert fields(text, "kind", "deadline") == [("status", None), ("status", None), ("goal", 2025)]


def test_a_notice_of_progress_looks_back():
    text = "某省教育厅通知\n现将进展情况通报如下：\n（一）开工\n98个县共开工学校1543所，开工面积60万平方米。\n"
    assert {kind for (kind,) in fields(text, "kind")} == {"status"}


def test_years_of_schooling_in_the_column_of_a_year_are_a_goal():
    text = "主要指标表\n指标\n2020年\n2025年\n毛入学率（%）\n99.8%\n100%\n平均受教育年限（年）\n11.4年\n12.3年以上\n"
    assert fields(text, "kind", "deadline")[2:] == [("status", None), ("goal", 2025)]


def test_the_tasks_of_a_report_have_its_year():
    text = "关于分解落实《政府工作报告》的通知\n2017年1月13日\n一、工业\n投资200亿元，改造企业30家。\n"
    assert fields(text, "deadline") == [(2017,), (2017,)]


def test_a_heading_that_names_a_plan_and_its_aims_dates_what_stands_below():
    text = (
        "某市意见\n一、“十一五”发展成就\n建成学校9所。\n二、“十二五”的目标任务。\n——办学更优。新建学校3所，到2013年培训2万人。\n"
        "三、保障\n新建基地4个。\n四、落实《“十二五”规划》任务\n新建中心5个。\n"
    )
    assert fields(text, "value_min", "deadline") == [(9, None), (3, 2015), (20_000, 2013), (4, None), (5, None)]
    issued = "某市意见\n2021年3月1日\n一、“十二五”的目标任务\n新建学校3所。\n"
    assert fields(issued, "deadline") == [(None,)]


def test_the_checks_take_a_plan_in_a_heading_and_a_year_before_its_paragraph():
    heading = "某市意见\n截至2014年，建成1所。到2015年底前不再新建。\n二、“十二五”的目标任务。\n——更优。新建学校3所。\n"
    start = heading.index("3所")
    place = find_year(heading, 2015, start)
    assert heading[slice(*place)] == "十二五" and governs(heading, place[0], start)
    yearly = "某市目标\n2022年，新建2所。入园率达到84%。\n2023年，新建5所。入园率达到85%。\n"
    start = yearly.index("84%")
    assert governs(yearly, yearly.index("2022"), start) and not governs(yearly, yearly.index("2023"), start)


def test_all_that_was_done_commits_nobody_and_all_of_a_group_is_no_part_of_one():
    assert fields("计划实施的5个项目已于8月底全部竣工。", "value_min") == [(5,)]
    assert fields("到2027年，全部公办普通高中达到本标准。", "kind", "deadline") == [("goal", 2027)]


def test_a_number_with_its_unit_is_a_cell_below_a_label_as_wide_as_the_margin():
    label = "劳动年龄人口平均受教育年限（年）"
    rows = [
        line for number in range(10, 14) for line in (f"{number - 9}.{label}", f"{number}.4年", f"{number}.8年以上")
    ]
    assert unwrap("\n".join(rows)) == "\n".join(rows)


def test_the_unit_of_a_label_holds_over_the_words_behind_it():
    text = "普惠性养老服务床位（万张）约束性指标由市县两级分年度落实到位 9.8\n"
    assert fields(text, "value_min", "unit") == [(98_000, "张")]


@pytest.mark.parametrize(
    ("text", "object_zh", "scope_zh"),
    [
        ("全员劳动生产率年均增长8%", "全员劳动生产率", ""),
        ("城镇化率达到64%", "城镇化率", ""),
        ("义务教育巩固率达到95%", "义务教育巩固率", "义务教育"),
        ("保持农产品检测合格率98%以上", "农产品检测合格率", "农产品检测"),
        ("确保河流断面全部达标", "河流断面", ""),
        ("完成老旧小区改造322个", "老旧小区改造", ""),
        ("完成率达到90%", "完成率", ""),
        ("确保达到80%", "确保", ""),
        ("推进工业区一期（14.00平方公里）改造", "推进工业区一期", ""),
        ("考评分值=日常监测（60%）", "日常监测", ""),
        ("实现垃圾分类全覆盖，70%以上居住区实现垃圾分类达标", "居住区实现垃圾分类达标", ""),
        ("每年3所以上", "", ""),
        ("员工总人数在34人以上者", "员工总人数", ""),
    ],
)
def test_what_is_counted_has_no_verb_before_it_and_no_adverb_behind(text, object_zh, scope_zh):
    found = propose(text)
    assert list(zip(found["object_zh"], found["scope_zh"], strict=True)) == [(object_zh, scope_zh)]


@pytest.mark.parametrize(
    ("text", "objects"),
    [
        ("职业学校数量由12所减少到8所。", ["职业学校数量", "职业学校数量"]),
        ("每千人口托位数从2020年的0.5个增至4.8个。", ["每千人口托位数", "每千人口托位数"]),
        ("城市低保标准由796元/月提高至842元/月。", ["城市低保标准", "城市低保标准"]),
        ("支持由5所学校共建的8个专业群。", ["学校共建的8个专业群", "专业群"]),
        ("食品、药品抽检合格率分别超98.5%和99%。", ["食品、药品抽检合格率"] * 2),
        ("入园率和巩固率分别达到96%、94%、92%。", ["入园率和巩固率"] * 3),
        ("入园率、巩固率分别达到90%、95%以上。", ["入园率", "巩固率"]),
        ("入园率和巩固率分别达到96%、94%和92%。", ["入园率和巩固率"] * 3),
        ("到2025年，高中毛入学率以及高校毛入学率分别达到95%和60%。", ["高中毛入学率", "高校毛入学率"]),
        ("新建幼儿园、小学和初中分别为5所、3所和2所。", ["新建幼儿园", "小学", "初中"]),
        ("对东盟、欧盟进出口分别增长16.7%、40.2%。", ["对东盟、欧盟进出口"] * 2),
        ("经认定给予每个项目最高500万元资助。", ["资助"]),
        ("设立5亿元规模的种子基金。", ["种子基金"]),
        ("给予企业家10万元奖励。", ["给予企业家"]),
        ("安排专项资金3000万元。", ["专项资金"]),
        ("直流桩、交流桩分别补贴600元、300元。", ["直流桩、交流桩"] * 2),
        ("药品抽检合格率超98.5%。", ["药品抽检合格率"]),
        ("事故起数、死亡人数同比分别下降12%、11%。", ["事故起数", "死亡人数"]),
        ("到2030年新增高技能人才30万人次。", ["新增高技能人才"]),
        ("力争2030年3月底前入托率力争达到8%。", ["入托率"]),
        ("每校教师数不低于4人，到2025年不低于6人。", ["每校教师数", "每校教师数"]),
        ("2025年、2027年双师型教师占比分别达到60%、70%。", ["双师型教师占比", "双师型教师占比"]),
        ("（二）新建学校5所。", ["新建学校"]),
        ("三是培训教师200名。", ["培训教师"]),
        ("第十条　企业提取教育经费8‰。", ["企业提取教育经费"]),
        ("到校学生3000人。", ["到校学生"]),
    ],
)
def test_what_changes_or_is_listed_is_counted_for_each_number_and_a_date_is_no_part_of_it(text, objects):
    assert list(propose("某市职业教育规划\n" + text)["object_zh"]) == objects


def test_a_chinese_numeral_behind_a_list_is_none_of_it():
    found = propose("小学、初中分别配备5名和3名以上二十名教师。")
    assert list(found["numeral"]) == ["5", "3", "二十"]
    assert list(found["object_zh"]) == ["小学", "初中", "教师"]


def test_of_listed_shares_each_has_its_own_population():
    found = propose("某市教育规划\n义务教育巩固率、高中毛入学率分别达到90%、95%。")
    assert list(found["scope_zh"]) == ["义务教育", "高中"]


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("城乡居民收入差距缩小到【2.56∶1】。", (1 / 2.56, 1 / 2.56, "比", "exact", None)),
        ("在国家实施的【4万 亿】元投资计划中争取更多。", (4e12, 4e12, "元", "exact", None)),
        ("收入较2020年翻【一】番多。", (1, 1, "番", "at_least", None)),
        ("年销量【3000（含）—5000】辆（不含）的车型。", (3000, 5000, "辆", "range", None)),
        ("零就业家庭保持动态为【零】。", (0, 0, "", "exact", None)),
        ("居屋落成量是【零】。", (0, 0, "", "exact", None)),
        ("确保2020年【全部】稳定脱贫。", (100, 100, "%", "exact", 2020)),
        (
            "國家溫室氣體長期減量目標為中華民國一百三十九年溫室氣體排放量降為中華民國九十四年溫室氣體排放量【百分之五十】以下。",
            (50, 50, "%", "at_most", 2050),
        ),
        ("新增电话用户【500万】户，电话普及率赶上平均水平。", (5e6, 5e6, "户", "exact", None)),
        ("代理期間不得逾【一】年。", (1, 1, "年", "at_most", None)),
        ("每人每年未超过【20万】元者，可以申请。", (200_000, 200_000, "元", "at_most", None)),
        ("控制溫升【1.5】 °C為目標。", (1.5, 1.5, "°C", "exact", None)),
        ("當中超過【七成】為公營單位。", (70, 70, "%", "at_least", None)),
        ("預計辦理【兩】梯次交流會。", (2, 2, "梯次", "exact", None)),
        ("必要時得申請延長【一】次。", (1, 1, "次", "exact", None)),
        ("到 2030城市建成区透水面积占比达到【45%】。", (45, 45, "%", "exact", 2030)),
        ("新建公共建筑至少使用【一】种可再生能源。", (1, 1, "种", "at_least", None)),
        ("新建民用建筑【全面】执行超低能耗建筑标准。", (100, 100, "%", "exact", None)),
        ("推动新建民用建筑【全面】执行绿色建筑标准。", (100, 100, "%", "exact", None)),
        ("平均供电煤耗达到【305】克标准煤/千瓦时左右。", (305, 305, "克标准煤/千瓦时", "about", None)),
        ("焚烧发电规模达到【1万】吨/日以上。", (10_000, 10_000, "吨", "at_least", None)),
        ("优选【10】条以上重点产业链。", (10, 10, "条", "at_least", None)),
        ("打造【12】条产业链。", (12, 12, "条", "exact", None)),
        ("新增车辆【全部】选用新能源汽车。", (100, 100, "%", "exact", None)),
        ("【所有】统筹地区提供结算服务。", (100, 100, "%", "exact", None)),
        ("医院使用的【所有】药品（不含饮片）均应采购。", (100, 100, "%", "exact", None)),
        ("每个省份至少有【一】个统筹地区实现结算。", (1, 1, "个", "at_least", None)),
        ("采购周期原则上一年【一】次。", (1, 1, "次", "exact", None)),
        ("教师培训实行【五】年一周期。", (5, 5, "年", "exact", None)),
        (
            "某省实施方案\n十四五期间，绿色技术取得新进展，用能结构大幅改善，产能比例达到【30%】。",
            (30, 30, "%", "exact", 2025),
        ),
        ("新北市110年防疫助扶方案\n招募【300】名學生，參與規劃與辦理業務。", (300, 300, "名", "exact", 2021)),
    ],
)
def test_numbers_of_reports_and_laws(marked, wanted):
    assert read(marked)[-1] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "就質詢的3部分，我的答覆如下：",
        "“十二五”期间万人发明专利拥有量年均增长。",
        "本法自中華民國一百零四年七月一日施行。",
        "降为中华民国九十四年排放量的一部分。",
        "符合上述這2條件，即可提出申請。",
        "推进五个新城全面执行超低能耗建筑标准。".replace("五个", "各"),
        "办公电话010-66551122，手机13912345678。",
        "城区常住人口100万以上的城市推广绿色出行。",
        "城区常住人口50万人以上城市推广绿色出行。",
        "大幅减少物流环节二次包装。",
        "围绕18条乡村富民产业链开展培训。",
        "医院使用的所有药品由省级采购。",
    ],
)
def test_no_numbers_of_reports_and_laws(text):
    assert propose(text).empty


@pytest.mark.parametrize(
    ("text", "per_zh"),
    [
        ("按照受益面积补贴10元/平方米。", "平方米"),
        ("给予0.3元/千瓦时的补贴。", "千瓦时"),
        ("免学费，标准为3830元/生•年。", "生"),
        ("租金为800元/月。", ""),
        ("全员劳动生产率达到58万元/人。", ""),
        ("单个企业年度激励金额最高不超过2000万元。", "单个企业"),
        ("單個研發項目最高支持500萬元。", "單個研發項目"),
        ("单个资助50万元。", ""),
        ("每处建筑面积不少于1000平方米。", "每处"),
        ("每个分别不少于60万元。", "每个"),
        ("每人仅可申请1次。", "每人"),
        ("每单位 GDP 能耗下降13.5%。", ""),
    ],
)
def test_who_bears_an_amount_is_named_and_no_more(text, per_zh):
    assert list(propose(text)["per_zh"]) == [per_zh]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("学前教育事业费应当达到同级教育事业费的8%以上。", "funding"),
        ("农村自来水普及率应当达到90%以上。", "rule"),
    ],
)
def test_a_share_of_running_costs_is_funding(text, kind):
    assert list(propose(text)["kind"]) == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("家庭總收入平均每人每月低於3萬9000元。", "rule"),
        ("營運權利金最高減免35%。", "rule"),
        ("減徵8月31日前查定稅額的30%。", "rule"),
        ("平均坡度超过30%者，不得建设。", "rule"),
        ("每月就业收入按年上升了8.7%。", "status"),
        ("全省在建高速公路达到1200公里以上。", "goal"),
        ("在建项目26个。", "status"),
        ("取得的收入减按90%计入收入总额。", "rule"),
        ("机动化出行分担率达到20%。", "goal"),
        ("省与市各分担20%的经费。", "funding"),
        ("落实绿色建设要求，大型公共建筑全面执行三星级标准。", "rule"),
        ("按照文件精神，大型公共建筑全面执行三星级标准。", "goal"),
        ("新建公共建筑至少使用一种可再生能源。", "rule"),
    ],
)
def test_kinds_of_conditions_remissions_and_works(text, kind):
    assert list(propose(text)["kind"]) == [kind]


def test_a_number_without_words_of_its_own_counts_what_the_one_before_it_does():
    found = propose("千人口托位数达到4.6个、增长1.6倍。国内游客收入增长9.2%、10.2%。\n增长5%。\n")
    assert list(found["object_zh"]) == ["千人口托位数", "千人口托位数", "国内游客收入", "国内游客收入", ""]


@pytest.mark.parametrize(("numeral", "value"), [("6∶4", 0.666667), ("1:7", 7), ("3:1", 0.333333)])
def test_a_ratio_comes_whole_through_a_table(numeral, value):
    assert list(propose(f"省、市按{numeral}比例分担。")["value_min"]) == [value]


@pytest.mark.parametrize(
    ("own", "deadlines"), [("支持工业互联网若干政策", [None]), ("工业互联网行动计划（2021-2023年）", [2023])]
)
def test_the_years_of_a_title_are_those_of_the_document_that_it_names_with_them(own, deadlines):
    title = "省政府办公厅关于印发支持工业互联网若干政策和工业互联网行动计划（2021-2023年）的通知"
    found = propose(f"{title}\n{own}\n一、支持平台建设\n给予最高3000万元奖补。\n")
    assert [None if pd.isna(year) else year for year in found["deadline"]] == deadlines


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("单个项目年度奖励金额不超过5000万元。", "per_year"),
        ("单个企业年度最高不超过500万元。", "per_year"),
        ("完成年度任务的30%。", "total"),
        ("中欧班列年开行量保持在4800列以上。", "per_year"),
        ("免学费，标准为3830元/生•年。", "per_year"),
        ("补贴按照单闸0.8万元/座•年。", "per_year"),
        ("租金为32.5元/平方米/月。", "per_month"),
    ],
)
def test_the_time_to_which_an_amount_refers(text, period):
    assert list(propose(text)["period"]) == [period]


@pytest.mark.parametrize("written", ["百百", "亿一", "零"])
def test_digits_that_are_no_year_date_nothing(written):
    found = propose(f"到民国{written}年，建成5所学校。")
    assert list(found["numeral"]) == ["5"] and found["deadline"].isna().all()
