"""The words that go with a number: what is counted, its scope, bearer, period and level, and its quote."""

import pytest
from candidate_reading import fields

from regional_targets.candidates import propose


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


def test_a_number_without_words_of_its_own_counts_what_the_one_before_it_does():
    found = propose("千人口托位数达到4.6个、增长1.6倍。国内游客收入增长9.2%、10.2%。\n增长5%。\n")
    assert list(found["object_zh"]) == ["千人口托位数", "千人口托位数", "国内游客收入", "国内游客收入", ""]


def test_a_chinese_numeral_behind_a_list_is_none_of_it():
    found = propose("小学、初中分别配备5名和3名以上二十名教师。")
    assert list(found["numeral"]) == ["5", "3", "二十"]
    assert list(found["object_zh"]) == ["小学", "初中", "教师"]


def test_of_listed_shares_each_has_its_own_population():
    found = propose("某市教育规划\n义务教育巩固率、高中毛入学率分别达到90%、95%。")
    assert list(found["scope_zh"]) == ["义务教育", "高中"]


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
        ("每三個村里設置1個服務站。", "每三個村里"),
        ("每20人配备1名保育员。", "每20人"),
        ("每两个月召开1次会议。", ""),
        ("同一年度以五十人為限。", ""),
        ("每单位 GDP 能耗下降13.5%。", ""),
    ],
)
def test_who_bears_an_amount_is_named_and_no_more(text, per_zh):
    assert list(propose(text)["per_zh"]) == [per_zh]


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
        ("职工月最低工资标准调至420元。", "per_month"),
        ("起征点为月销售额10万元。", "per_month"),
        ("年入藏文献不得少于10万册。", "per_year"),
        ("年处置能力达230万吨。", "per_year"),
        ("村集体年经营性收入达到100万元。", "per_year"),
        ("一年内停电次数不超过5次。", "per_year"),
        ("参保人一年至少认证一次。", "per_year"),
        ("一年内建成5所学校。", "total"),
    ],
)
def test_an_amount_has_the_time_to_which_it_refers(text, period):
    assert list(propose(text)["period"]) == [period]


def test_a_level_belongs_to_the_nearest_count_and_a_share_has_no_average_bearer():
    text = "招收1万余名学生到85所省级以上学校。人均受教育年限和毛入学率分别达到13年和90%。"
    assert fields(text, "level", "per_zh") == [("", ""), ("省级以上", ""), ("", "人均"), ("", "")]


@pytest.mark.parametrize(
    ("text", "name", "wanted"),
    [
        ("建设基地5个及3所学校。", "quote", "3所学校"),
        ("所有乡镇应建幼儿园2所。", "per_zh", "所有乡镇"),
        ("全部县须建公园1座。", "per_zh", "全部县"),
        ("新建学校20所（其中示范校3所）。", "object_zh", "示范校"),
    ],
)
def test_words_beside_a_number_are_its_own(text, name, wanted):
    assert fields(text, name)[-1] == (wanted,)


@pytest.mark.parametrize("mark", ["\t", "\n"])
def test_the_quote_of_a_bare_cell_begins_with_the_label_of_its_row(mark):
    rows = [("指标", "单位", "2020年", "2025年"), ("3. 毛入园率", "%", "90", "95"), ("双师型教师占比", "%", "40", "60")]
    found = propose("某市规划（2021—2025年）\n" + "\n".join(mark.join(row) for row in rows) + "\n")
    assert list(found["quote"]) == [
        mark.join(("毛入园率", "%", "90")),
        mark.join(("毛入园率", "%", "90", "95")),
        mark.join(("双师型教师占比", "%", "40")),
        mark.join(("双师型教师占比", "%", "40", "60")),
    ]
    assert list(found["object_zh"]) == ["毛入园率", "毛入园率", "双师型教师占比", "双师型教师占比"]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        # A cell that says what it counts, and a list, not a table.
        ("某市2025年任务\n学校\t新建幼儿园和小学共5所\t教育局\n", "新建幼儿园和小学共5所"),
        ("主要目标\n建成5所学校\n", "建成5所学校"),
        # The label stands too far away, or there is none.
        ("某市2025年任务\n" + "长" * 100 + "\t5所\t教育局\n", "5所"),
        ("某市2025年任务，各区分别落实。\n%\t5所\t教育局\n", "5所"),
    ],
)
def test_the_quote_of_any_other_number_is_its_clause(text, quote):
    assert list(propose(text)["quote"]) == [quote]


def test_a_row_with_tabs_is_no_label_of_the_cells_in_lines_below_it():
    found = propose("某规划（2021—2025年）\n课程\t门\t30\n%\n5\n6\n7\n8\n")
    assert list(found["quote"]) == ["课程\t门\t30", "5", "6", "7", "8"]


@pytest.mark.parametrize(
    ("text", "objects"),
    [
        ("地区生产总值3.2万亿元、同比增长4%。", ["地区生产总值", "地区生产总值"]),
        ("企（事）业单位中长期贷款增长12.5%。", ["企（事）业单位中长期贷款"]),
        ("民生类支出占一般公共预算支出的72%。", ["民生类支出"]),
        ("港口货物吞吐量近7亿吨。", ["港口货物吞吐量"]),
        ("城乡收入比缩小至2:1以下。", ["城乡收入比"]),
    ],
)
def test_what_is_counted_ends_before_what_is_said_of_it(text, objects):
    assert list(propose(text)["object_zh"]) == objects
