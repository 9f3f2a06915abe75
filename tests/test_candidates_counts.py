"""How the numeral of a count is read, which unit it has, and when a small numeral counts at all."""

import pytest
from candidate_reading import fields, read


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        # Chinese numerals.
        ("每个品种留样量不少于【一百二十五】克。", (125, 125, "克", "at_least", None)),
        ("帮助【五千五百七十五万】农村人口脱贫。", (55_750_000, 55_750_000, "人", "exact", None)),
        ("常住人口总量超【千万】。", (10_000_000, 10_000_000, "", "at_least", None)),
        ("提供岗位上【万】个。", (10_000, 10_000, "个", "at_least", None)),
        ("人均藏书达到【一点五】册。", (1.5, 1.5, "册", "exact", None)),
        ("培育了【五百】多间企业。", (500, 500, "间", "at_least", None)),
        ("服务群众【二十多万】人次。", (200_000, 200_000, "人次", "at_least", None)),
        ("封填地下水开采井【一百二十】眼。", (120, 120, "眼", "exact", None)),
        ("每年在全区推出【百】场品牌活动。", (100, 100, "场", "exact", None)),
        ("新院将增设【百】余床。", (100, 100, "床", "at_least", None)),
        ("道路每侧不小于【二十五】米。", (25, 25, "米", "at_least", None)),
        ("按照不超过【八百】毫升的献血量免交。", (800, 800, "毫升", "at_most", None)),
        ("绿道达到【3】千米。", (3, 3, "千米", "exact", None)),
        # Digits with multipliers, separators and blanks.
        ("較上年約增加【8萬5,000】個。", (85_000, 85_000, "個", "about", None)),
        ("管線長度約為【1,518】公里。", (1518, 1518, "公里", "about", None)),
        ("培训【3千多万】人。", (3e7, 3e7, "人", "at_least", None)),
        ("新增国家备案 【50】 个。", (50, 50, "个", "exact", None)),
        ("培训教师【３，０００】人次。", (3000, 3000, "人次", "exact", None)),
        ("每年可產生綠電達【620 億】度以上。", (62e9, 62e9, "度", "at_least", None)),
        ("每年可产生【63亿】度电。", (6.3e9, 6.3e9, "度", "exact", None)),
        ("排放總量為【120.5 百萬】公噸二氧化碳當量。", (120.5e6, 120.5e6, "公噸二氧化碳當量", "exact", None)),
        ("興建【1 萬1 千】餘戶。", (11_000, 11_000, "戶", "at_least", None)),
        ("中繼住宅約【1 千6 百】戶。", (1_600, 1_600, "戶", "about", None)),
        ("光伏装机力争达到【407】、【700万】千瓦。", (7_000_000, 7_000_000, "千瓦", "exact", None)),
        # None at all.
        ("零就业家庭保持动态为【零】。", (0, 0, "", "exact", None)),
        ("居屋落成量是【零】。", (0, 0, "", "exact", None)),
        ("实现违法用地“【零】增长”。", (0, 0, "", "exact", None)),
    ],
)
def test_a_numeral_has_the_value_that_it_says_however_it_is_written(marked, wanted):
    assert read(marked)[-1] == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        # What is counted in one trade or another.
        ("集装箱吞吐量突破【2800万】标准箱。", (28_000_000, 28_000_000, "标准箱", "at_least", None)),
        ("修缮消火栓【1000】余个次。", (1000, 1000, "个次", "at_least", None)),
        ("小学【322】所（含【187】个教学点）。", (187, 187, "个", "exact", None)),
        ("就业人员中研发人员达到【209】人年以上。", (209, 209, "人年", "at_least", None)),
        ("打造【12】条产业链。", (12, 12, "条", "exact", None)),
        ("给予最高【200】基点的贴息。", (200, 200, "基点", "at_most", None)),
        ("稅款可分【24】期。", (24, 24, "期", "exact", None)),
        ("緩繳【40%】，次月起分【6】期無息攤還。", (6, 6, "期", "exact", None)),
        ("教師每年參加培訓不少於【72】學時。", (72, 72, "學時", "at_least", None)),
        ("配备除颤仪，新增AED【40】台。", (40, 40, "台", "exact", None)),
        ("新增墓穴【10000】穴。", (10_000, 10_000, "穴", "exact", None)),
        ("补建市政消火栓【169】具。", (169, 169, "具", "exact", None)),
        ("围绕需求布局建设【26】条产业路。", (26, 26, "条", "exact", None)),
        ("快充充電樁【800】槍。", (800, 800, "槍", "exact", None)),
        ("每六年合計【120】點以上之繼續教育。", (120, 120, "點", "at_least", None)),
        ("檢送成果報告【二】份報部。", (2, 2, "份", "exact", None)),
        ("年均更新【300】樘左右。", (300, 300, "樘", "about", None)),
        # Several units in one, and brackets.
        ("建设幸福河湖【10】条（段）。", (10, 10, "条（段）", "exact", None)),
        ("新增租赁住房【42万】套（间、宿舍床位）。", (420_000, 420_000, "套（间、宿舍床位）", "exact", None)),
        ("示範區內【59】縣（市、區）由省統籌。", (59, 59, "縣", "exact", None)),
        ("添置生活设施【7.06万】台/件/套。", (70_600, 70_600, "台/件/套", "exact", None)),
        ("改造【2.5万】套（间）旧房。", (25_000, 25_000, "套（间）", "exact", None)),
        ("治理河道【39】条段。", (39, 39, "条段", "exact", None)),
        # Measures and rates.
        ("新增智能算力【1.7万】P。", (17_000, 17_000, "P", "exact", None)),
        ("末端压力不小于【0.03】MPa。", (0.03, 0.03, "MPa", "at_least", None)),
        ("寬頻提升至【100】兆。", (100, 100, "兆", "exact", None)),
        ("面积须达【一百】平方公尺以上。", (100, 100, "平方公尺", "at_least", None)),
        ("数字教育资源【2.03万】GB。", (20_300, 20_300, "GB", "exact", None)),
        ("建设围墙【1.8万】延长米。", (18_000, 18_000, "延长米", "exact", None)),
        ("控制溫升【1.5】 °C為目標。", (1.5, 1.5, "°C", "exact", None)),
        ("平均供电煤耗达到【305】克标准煤/千瓦时左右。", (305, 305, "克标准煤/千瓦时", "about", None)),
        ("焚烧发电规模达到【1万】吨/日以上。", (10_000, 10_000, "吨", "at_least", None)),
        ("人口密度不超过【1万】人/平方公里。", (10_000, 10_000, "人/平方公里", "at_most", None)),
        ("再生水增供到【0.92万】CMD。", (9200, 9200, "CMD", "exact", None)),
        ("生均使用面积不小于【三】平方米。", (3, 3, "平方米", "at_least", None)),
        ("原油加工达到【500万】吨。", (5_000_000, 5_000_000, "吨", "exact", None)),
        ("生均建筑面积不低于【8】㎡。", (8, 8, "㎡", "at_least", None)),
        ("PM2.5年均浓度控制在【35】微克/立方米以下。", (35, 35, "微克/立方米", "at_most", None)),
        ("开放滨水空间【24】km。", (24, 24, "km", "exact", None)),
        ("城镇地区提供【1000】兆比特/秒（Mbps）以上接入服务。", (1000, 1000, "兆比特/秒", "at_least", None)),
        ("溫室氣體排放量 【147.46】  MtCO2e。", (147.46, 147.46, "MtCO2e", "exact", None)),
        ("屋顶荷载应达到【0.35】kN/m2以上。", (0.35, 0.35, "kN/m2", "at_least", None)),
        ("死亡率控制在【0.4】人/百亿元以下。", (0.4, 0.4, "人/百亿元", "at_most", None)),
        ("图片分辨率不小于【300】dpi。", (300, 300, "dpi", "at_least", None)),
        ("碳排放强度下降至【4】吨/万千瓦时左右。", (4, 4, "吨/万千瓦时", "about", None)),
        ("减排量达到【5000】吨二氧化碳当量以上。", (5000, 5000, "吨二氧化碳当量", "at_least", None)),
        ("加注能力达到【百万】立方米（液态）级。", (1_000_000, 1_000_000, "立方米", "exact", None)),
        ("装机容量在【400】KW及以上。", (400, 400, "KW", "at_least", None)),
        ("车速须在【30】公里/小时以下。", (30, 30, "公里/小时", "at_most", None)),
        ("年度抽检不少于【5.5】批次/千人。", (5.5, 5.5, "批次/千人", "at_least", None)),
        ("监测点密度达【1】个/5公里。", (1, 1, "个", "exact", None)),
        ("重量不超过【1.5】kg。", (1.5, 1.5, "kg", "at_most", None)),
        ("绿肥种子按红花草【6】斤/亩供应。", (6, 6, "斤/亩", "exact", None)),
        ("PM2.5年平均濃度降至【17】微克/立方公尺以下。", (17, 17, "微克/立方公尺", "at_most", None)),
        ("算力在2026年達【3 000】 PFLOPS。", (3000, 3000, "PFLOPS", "exact", 2026)),
        ("新增立体绿化【100万】延米。", (1e6, 1e6, "延米", "exact", None)),
        ("桌面照度不低於【五百】勒克斯。", (500, 500, "勒克斯", "at_least", None)),
        ("每日收集廚餘【一百五十】公噸。", (150, 150, "公噸", "exact", None)),
        ("打擊【600】 多個衞生黑點。", (600, 600, "個", "at_least", None)),
        ("我們已推展【二 十 四】個保育項目。", (24, 24, "個", "exact", None)),
        ("進廠水年均濃度大於【100】mg/L。", (100, 100, "mg/L", "at_least", None)),
        ("輪候時間中位數不超過【一】星期。", (1, 1, "星期", "at_most", None)),
        # The unit is that of the words beside it.
        ("旅游总人次突破【3亿】。", (3e8, 3e8, "人次", "at_least", None)),
        ("解决【3200万】农村人口的饮水问题。", (3.2e7, 3.2e7, "人", "exact", None)),
        ("实现【1亿】左右农业转移人口落户。", (1e8, 1e8, "人", "about", None)),
        ("增加【500万】农村沼气用户。", (5e6, 5e6, "户", "exact", None)),
        # There is no unit.
        ("当年招生【16万】，反响良好。", (160_000, 160_000, "", "exact", None)),
        ("惠及【3700多万】学生。", (37_000_000, 37_000_000, "", "at_least", None)),
        ("为【161.1万】70周岁以上户籍老人购置保险。", (1_611_000, 1_611_000, "", "exact", None)),
    ],
)
def test_a_count_has_the_unit_that_stands_beside_it(marked, wanted):
    assert read(marked)[-1] == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        # What is founded, chosen or addressed.
        ("【三】所新建高中的配套设施完善。", (3, 3, "所", "exact", None)),
        ("另外【三】所高中改扩建。", (3, 3, "所", "exact", None)),
        ("預計辦理【兩】梯次交流會。", (2, 2, "梯次", "exact", None)),
        ("前期确定的【三】所试点技工院校继续招生。", (3, 3, "所", "exact", None)),
        ("收入最低的【2】个岗位纳入监测。", (2, 2, "个", "exact", None)),
        ("添購【四】部新車。", (4, 4, "部", "exact", None)),
        ("拟引进【一】所高职院校。", (1, 1, "所", "exact", None)),
        ("某规划（2025年）\n推进【五】个新城执行标准。", (5, 5, "个", "exact", None)),
        ("某方案（2019—2021年）\n增建【6】个街镇消防站。", (6, 6, "个", "exact", 2021)),
        ("某方案（2025年）\n对【8】家公共机构和【3】家公共建筑开展能源审计。", (3, 3, "家", "exact", 2025)),
        ("确保完成“创建【50】个停车资源共享示范项目”的任务。", (50, 50, "个", "exact", None)),
        ("重点推进【五】个重点区域更新。", (5, 5, "个", "exact", None)),
        ("考慮推行【兩】個項目。", (2, 2, "個", "exact", None)),
        ("政府將增添【兩】個分別位於旺角及佐敦的項目。", (2, 2, "個", "exact", None)),
        ("对州内【六】所高校逐一走访。", (6, 6, "所", "exact", None)),
        ("首批【四】項已於本學年開辦。", (4, 4, "項", "exact", None)),
        ("建设乌江、盘江、清水江【四】个一体化可再生能源综合基地。", (4, 4, "个", "exact", None)),
        ("办好文学、理学【两】个学科。", (2, 2, "个", "exact", None)),
        ("在2030年或之前完成【兩】項任務。", (2, 2, "項", "exact", 2030)),
        # What somebody has to have or to do.
        ("審查小組置委員【九】人，其中【一】人為召集人。", (1, 1, "人", "exact", None)),
        ("且其中【三】人應具有專長。", (3, 3, "人", "exact", None)),
        ("应置教保服务人员【一】人。", (1, 1, "人", "exact", None)),
        ("新建公共建筑至少使用【一】种可再生能源。", (1, 1, "种", "at_least", None)),
        ("每个省份至少有【一】个统筹地区实现结算。", (1, 1, "个", "at_least", None)),
        ("至少配备管护员【一】名。", (1, 1, "名", "at_least", None)),
        ("举报人应当推举【一】名代表领取奖励。", (1, 1, "名", "exact", None)),
        ("应至少包括【五】个领域的试点内容。", (5, 5, "个", "at_least", None)),
        ("每日至少提供【两】餐。", (2, 2, "餐", "at_least", None)),
        ("學校置校長【一】人。", (1, 1, "人", "exact", None)),
        ("受僱於【二】位以上雇主。", (2, 2, "位", "at_least", None)),
        ("圖書館置主任【一】人，由校長遴選。", (1, 1, "人", "exact", None)),
        ("一級單位置主任或部主任【一】人。", (1, 1, "人", "exact", None)),
        ("審查小組置委員【九】人。", (9, 9, "人", "exact", None)),
        ("每個單位須設有至少【一】扇窗戶。", (1, 1, "扇", "at_least", None)),
        ("每三人至少應置保育人員、助理保育人員或托育人員【一】人。", (1, 1, "人", "at_least", None)),
        ("至少应配备具有相关专业中级以上职务的专任教师【2】人。", (2, 2, "人", "at_least", None)),
        ("应当由【一】位副校长主管。", (1, 1, "位", "exact", None)),
        ("配置【一】辆通信车。", (1, 1, "辆", "exact", None)),
        ("每層樓應置滅火器至少【二】具。", (2, 2, "具", "at_least", None)),
    ],
)
def test_a_small_numeral_counts_what_is_founded_addressed_or_required(marked, wanted):
    assert read(marked)[-1] == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("全区千人托位数达【4.2】个。", (4.2, 4.2, "个", "exact", None)),
        ("每3至10万居民设置【1】个中心。", (1, 1, "个", "exact", None)),
        ("千人托位数\n【4.5】个\n", (4.5, 4.5, "个", "exact", None)),
        ("每收託十名兒童應設置水龍頭【一】座，未滿十人者，以十人計。", (1, 1, "座", "exact", None)),
        ("计算机数量不少于每百生【15】台。", (15, 15, "台", "at_least", None)),
        ("万人拥有绿道长度达到【3】千米。", (3, 3, "千米", "exact", None)),
    ],
)
def test_how_many_share_one_is_no_part_of_its_count(marked, wanted):
    assert read(marked)[-1] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # For how many there is one.
        ("商业街500米左右设置1座公厕。", ["1"]),
        ("旧城区按常住人口5000人左右设置1座。", ["1"]),
        ("安排教师10名配2间办公室。", ["10", "2"]),
    ],
)
def test_for_how_many_there_is_one_is_left_out_unless_it_is_given_too(text, wanted):
    assert fields(text, "numeral") == [(numeral,) for numeral in wanted]


def test_a_level_and_by_how_much_it_rises_are_each_read():
    text = "预期寿命达到【79.4】岁，比2020年提高【1.2】岁。"
    assert [(row[0], row[2]) for row in read(text)] == [(79.4, "岁"), (1.2, "岁")]


def test_a_list_with_one_multiplier_shares_it_where_the_values_agree():
    assert fields("光伏装机达到407、700万千瓦。", "value_min") == [(4_070_000,), (7_000_000,)]
    assert fields("分别培训500、2万人。", "value_min") == [(500,), (20_000,)]


def test_by_how_much_and_to_what_are_two_numbers():
    assert fields("服務券總數增加4 000張至1.6萬張。", "value_min", "value_max", "unit") == [
        (4000, 4000, "張"),
        (16_000, 16_000, "張"),
    ]
    assert fields("床位增加4000 张至1.6万张。", "numeral") == [("4000",), ("1.6万",)]
    assert fields("每校補助3萬元至5萬元。", "value_min", "value_max") == [(30_000, 50_000)]


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("新增应急排涝能力【28万】立方米/小时。", (280_000, 280_000, "立方米/小时", "exact", None)),
        ("天然气年供应能力超过【137亿】方。", (13.7e9, 13.7e9, "方", "at_least", None)),
        ("建成不少于【22亿】词元的知识库。", (2.2e9, 2.2e9, "词元", "at_least", None)),
        ("专家组推选组长【一】名。", (1, 1, "名", "exact", None)),
        ("平均风速约【7.9】米/秒。", (7.9, 7.9, "米/秒", "about", None)),
        ("合辦至少【六】個「一試兩證」課程。", (6, 6, "個", "at_least", None)),
        ("每年補助至多【三】場。", (3, 3, "場", "at_most", None)),
        ("幹道工程不多於【九】項。", (9, 9, "項", "at_most", None)),
        ("邀集專家學者【五人至七】人組成。", (5, 7, "人", "range", None)),
        ("為【200萬】市民打拚。", (2e6, 2e6, "", "exact", None)),
        ("今年重點抓好五件事：新建學校【2】所。", (2, 2, "所", "exact", None)),
        ("超过【一半】人口居住在城镇。", (50, 50, "%", "at_least", None)),
        ("最低收购价每斤提高【0.11】元。", (0.11, 0.11, "元", "exact", None)),
        ("輪候時間由最高峰的【6.1】年縮短。", (6.1, 6.1, "年", "exact", None)),
        ("同一路段【兩】年內原則上不再開挖。", (2, 2, "年", "at_most", None)),
        ("应当送缴【两】套出版物。", (2, 2, "套", "exact", None)),
    ],
)
def test_a_capacity_or_a_copy_has_its_own_measure(marked, wanted):
    assert read(marked)[-1] == wanted


def test_counts_in_a_sum_are_each_read():
    assert [row[:3] for row in read("形成“【1】座集散场+【13】座中转站+【858】个回收点”的格局。")] == [
        (1, 1, "座"),
        (13, 13, "座"),
        (858, 858, "个"),
    ]
    assert fields("推行1+X证书和3+2贯通培养，新建5所。", "numeral") == [("5",)]
