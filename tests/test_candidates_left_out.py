"""What is no mention: names, dates, ordinals, list markers, telephones and other furniture."""

import pytest
from candidate_reading import PLAN_2030, fields, read

from regional_targets.candidates import left_out, propose


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        # Names and slogans.
        ("形成“一河一带两环三片五路多点”格局，新建【2】所。", (2, 2, "所", "exact", None)),
        ("申报1类创新药【4】款。", (4, 4, "款", "exact", None)),
        ("提升“八站两场”服务，新建【2】所。", (2, 2, "所", "exact", None)),
        ("聚焦12345市民服务热线，建成【15】回线路。", (15, 15, "回", "exact", None)),
        ('實施"千項萬億"工程，新建【2】所。', (2, 2, "所", "exact", None)),
        ("工业4.0—2025，新建【2】所。", (2, 2, "所", "exact", None)),
        ("推进泗塘一村、二村改造，建成【3】所。", (3, 3, "所", "exact", None)),
        ("实施百亿斤粮食产能提升工程，改造【400万】亩。", (4_000_000, 4_000_000, "亩", "exact", None)),
        ("壮大18条乡村富民产业链，建成【35】个先导区。", (35, 35, "个", "exact", None)),
        ("办好铁人三项赛事【2】场。", (2, 2, "场", "exact", None)),
        ("实施“医疗卫生三名工程”，建设【3】所医院。", (3, 3, "所", "exact", None)),
        ("对接20个战略性支柱产业，新建【100】个省级专业。", (100, 100, "个", "exact", None)),
        ("完成1%人口抽样调查，新建【2】所。", (2, 2, "所", "exact", None)),
        ("通过“千里绿廊和百座公园”建设，新增公园【5】座。", (5, 5, "座", "exact", None)),
        (
            "结合我市“633”现代工业体系和4个千亿级产业集群发展，年培训【2万】人次。",
            (20_000, 20_000, "人次", "exact", None),
        ),
        ("升级“三个15%”投入增长机制，新建【2】所。", (2, 2, "所", "exact", None)),
        ("打造“上门10项便民服务”品牌【3】个。", (3, 3, "个", "exact", None)),
        ("、千家企业节能行动，新增【5】家。", (5, 5, "家", "exact", None)),
        ("实现15 分钟养老服务网络全覆盖，新建【2】所。", (2, 2, "所", "exact", None)),
        ("提供365天×24小时“温馨”热线，新建【2】所。", (2, 2, "所", "exact", None)),
        ("建成24小时公园图书馆【2】个。", (2, 2, "个", "exact", None)),
        ("举办10公里精英赛等赛事【2】场。", (2, 2, "场", "exact", None)),
        ("公共服务15分钟可达率提升到【95.6%】。", (95.6, 95.6, "%", "exact", None)),
        ("万人以上大型演出数量占【70%】以上。", (70, 70, "%", "at_least", None)),
        # Ordinals, list markers and classes.
        ("第 1 2 条 奖励【5万】元。", (50_000, 50_000, "元", "exact", None)),
        ("第二十届会议召开，新建【2】所。", (2, 2, "所", "exact", None)),
        ("表3－1　分类任务\n新建【2】所。", (2, 2, "所", "exact", None)),
        ("贯彻七届二次、三次全会精神，新建【2】所。", (2, 2, "所", "exact", None)),
        ("实事\n1.新建小学。\n2.【50】个小区新增充电设施。", (50, 50, "个", "exact", None)),
        ("经区政府17届3次常务会议审议，建设【2】所学校。", (2, 2, "所", "exact", None)),
        ("3.1　社区券受惠人数将增加\n建成【5】所。", (5, 5, "所", "exact", None)),
        ("名单分三批公布，新建【三】所学校。", (3, 3, "所", "exact", None)),
        ("目标：\n3．【30%】以上的村达标。", (30, 30, "%", "at_least", None)),
        ("（二）师资建设（25分）。新增教师【40】名。", (40, 40, "名", "exact", None)),
        ("一、经济强（12项）\n新建【2】所。", (2, 2, "所", "exact", None)),
        ("檔號：LWB 55/2/1，資助學校【30】所。", (30, 30, "所", "exact", None)),
        ("按GB/T 4754—2017分类，新增【5】家。", (5, 5, "家", "exact", None)),
        # Dates and times of day.
        ("火灾报警信号反馈至24小时有人值班的场所【2】处。", (2, 2, "处", "exact", None)),
        ("微型消防站24小时备勤，新建【2】所。", (2, 2, "所", "exact", None)),
        ("图书馆22时30分关闭，新建【2】所。", (2, 2, "所", "exact", None)),
        ("5/28报道（5/30 12:28更新），建成【5】所。", (5, 5, "所", "exact", None)),
        ("热线24小时接听，建成【2】个站点。", (2, 2, "个", "exact", None)),
        ("7、8月期间，走访【30】所学校。", (30, 30, "所", "exact", None)),
        ("臺灣於84年發表報告書。補助學校【30】所。", (30, 30, "所", "exact", None)),
        ("书房开放时间为8-10时或9时至21时，新建【2】座。", (2, 2, "座", "exact", None)),
        ("从今年起，热线24小时都要有人接，新建【2】座。", (2, 2, "座", "exact", None)),
        # Words that contain a numeral, and numbers of no promise.
        ("重点做好9个方面工作，新建【2】所。", (2, 2, "所", "exact", None)),
        ("澳门是一座低风险的城市，新建【2】所。", (2, 2, "所", "exact", None)),
        ("提供两种不同课程，新建【2】所。", (2, 2, "所", "exact", None)),
        ("实现四个基本目标，新建【2】所。", (2, 2, "所", "exact", None)),
        ("新增电话用户【500万】户，电话普及率赶上平均水平。", (5e6, 5e6, "户", "exact", None)),
        ("以百分之百的努力，建成【5】所。", (5, 5, "所", "exact", None)),
        ("开展全民阅读活动【100】场。", (100, 100, "场", "exact", None)),
        ("作为教育发展的一项重要指标，新建【2】所。", (2, 2, "所", "exact", None)),
        ("就业连着千家万户，为做好新一年工作，新建【2】座。", (2, 2, "座", "exact", None)),
        ("1亩约合667平方米，新建【2】座。", (2, 2, "座", "exact", None)),
        ("提供咨询【6万】人次。", (60_000, 60_000, "人次", "exact", None)),
    ],
)
def test_names_dates_and_ordinals_beside_a_number_are_left_out(marked, wanted):
    assert read(marked)[-1] == wanted


@pytest.mark.parametrize(
    "text",
    [
        # Names, slogans and what is enumerated.
        "就質詢的3部分，我的答覆如下：",
        "“十二五”期间万人发明专利拥有量年均增长。",
        "符合上述這2條件，即可提出申請。",
        "大幅减少物流环节二次包装。",
        "围绕18条乡村富民产业链开展培训。",
        "整治104区块、195和198区域内的项目。",
        "全國法規\n公布全文 54 條；並自公布日施行。",
        "《关于修改〈某市管理办法〉等32件规章的决定》公布。",
        "每户只能申请一次性补贴。",
        "新增双特困户“发现1户、解决1户”。",
        "紧密对接“十大战略”和10个重大先进制造业集群。",
        "一二级\n幼儿园",
        "同时符合两项及以上标准的，按较高标准。",
        "将“58个集中连片贫困县改造建设316所乡镇幼儿园工程”确定为实事。",
        "实施千名博士引进工程和青年人才工程。",
        "经济方面，围绕增长、结构、效率提出3项指标。",
        "某市促进就业创业30条政策措施（试行）\n为促进就业，制定本措施。\n",
        "支撑实现四个“出新出彩”。",
        "开拓国内、国际两个市场。",
        "静安区海关二村“物业主导模式”。",
        "开发上线了七张问题清单。",
        "按原则分3个阶段实施。",
        "服務方式分為下列二種：",
        "总体癌症5年生存率提高。",
        "“2+1”组合签约按1人计。",
        "不低于附加和上年结余两项之和。",
        # Ordinals and section numbers.
        "已经区人民政府63次常务会议审议通过。",
        "高等教育階段\n3.6 首批應用學位課程已經開辦。",
        "1. 簡介\n1.1　回收基金旨在協助業界。",
        "2.3　項目人手開支須與項目直接相關。",
        # Dates, periods and reigns.
        "本法自中華民國一百零四年七月一日施行。",
        "降为中华民国九十四年排放量的一部分。",
        "实施规划（20162020年）。",
        "能力提升\t2021.8\t建设局",
        "建城史前推至3100多年前。",
        "明治 40 年（1907）所建。",
        "某市方案\n（二零二四至二零二八年）\n",
        # Telephones.
        "办公电话010-66551122，手机13912345678。",
        "咨询热线：6666。",
        "「長照2.0」專線為1966。",
        "联系人电话\n某校\t5521308\n",
        # Words that contain a numeral.
        "覆盖率=签约人数/常住人口数*100%。",
        "覆盖率较上一年增加。",
        "每所学校一次性补助经费。",
        "尤其是以三轮车为工具。",
        "每招录1名人才给予奖励。",
        # Rounding.
        "未滿十五人者，以十五人計。",
        "不足1人者，按1人计。",
        # Which ones are meant.
        "樓齡達五十年或以上的私人樓宇。",
        "制定30年以上城镇供热管网更新机制。",
        "保持全国500万人口以上城市最优水平。",
        "推动三大五百亿产业集群量质齐升。",
        "違反前二項規定者，由主管機關通知。",
        "設立24 小時由社工接聽電話的熱線。",
        "对万盛花苑、南李苑2期、李子园一村等住宅。",
        "申请核实，“福达有限公司915千瓦分布式光伏发电项目（2020年）”变更。",
        "每收托五名兒童。",
        "每增加聘僱一百人者。",
    ],
)
def test_names_dates_ordinals_and_furniture_are_no_mentions(text):
    assert fields(text, "numeral") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("到2025年，实现4个100%目标：接入率100%。", ["100%"]),
        # What a goal weighs in a table, and what it is.
        ("一\t推展會展活動(6%)\t補助率\t95%\n", ["95%"]),
        ("一次性补助学校5所。", ["5"]),
        ("更换零件5件，投诉零次。", ["5"]),
        ("评核成绩为90分以上，并符合以下2项条件。", ["90"]),
        ("每三年组织培训，建成“4中心1园区”。", ["三"]),
    ],
)
def test_beside_names_and_attributes_only_what_counts_is_a_mention(text, wanted):
    assert fields(text, "numeral") == [(numeral,) for numeral in wanted]


def test_the_number_of_an_item_is_no_part_of_a_household():
    assert fields("　　1.3人户家庭；\n　　2.2人户中2人均已成年的家庭；\n", "numeral") == [("2",)]


def test_the_rate_of_what_is_counted_is_a_threshold():
    text = f"{PLAN_2030}其中节能率15%及以上的建筑面积达到300万平方米。节能率达到15%以上。"
    assert fields(text, "value_min") == [(3_000_000,), (15,)]


def test_what_is_forecast_is_no_mention():
    assert propose("预测2025年全省生产总值增长5%，物价上涨2%。").empty


def test_works_done_in_stages_are_no_mention():
    assert propose("工程分3期实施。").empty


def test_months_of_two_years_are_a_date():
    text = "项目\n2023.01-2023.12\n完工"
    assert propose(text).empty
    assert set(left_out(text)["reason"]) == {"date"}


def test_an_hour_before_which_something_is_sent_is_no_ratio():
    assert propose("各部门配合，于6月20日18：00前报送。").empty
    assert fields("按师生配比1：18配备。", "numeral") == [("1：18",)]


def test_dates_and_figures_of_traditional_texts_are_no_numbers():
    text = (
        "某縣計畫（114年度）\n人口約為 30 萬 8 千 人，自民國 59 年啟用，於九十五年四月二十八日修正，"
        "每年五月三十一日前辦理，如表 7-2，及圖 7-1。新建 30 所。"
    )
    assert fields(text, "value_min", "unit") == [(308_000, "人"), (30, "所")]


def test_the_number_of_a_heading_is_no_count_of_many():
    text = "某区规划（2026—2030年）\n2.3多措并举促进增收\n新建学校2.3多万所。\n1.2多元化办学\n"
    assert fields(text, "value_min") == [(23_000,)]


def test_a_title_within_a_title_does_not_end_it():
    text = "根据《关于修改〈甲办法〉〈乙办法〉等148件规章的决定》，新建学校3所。\n"
    assert list(propose(text)["numeral"]) == ["3"]
    assert "148" in set(left_out(text)["numeral"])


def test_a_number_that_is_not_rounded_to_itself_counts():
    assert fields("超過二十人者，每十五人增加一套。", "numeral") == [("二十",), ("一",)]
    assert fields("补助不足30人者，按40人计。", "numeral") != []


def test_what_stands_far_behind_a_word_for_contact_is_furniture():
    skipped = left_out("联系电话：市教育局职教处88886666。")
    assert list(skipped["reason"]) == ["page_furniture"]


def test_seven_digits_are_a_telephone_only_in_its_column():
    text = "指标\t数量\t投资（元）\n某校\t3\t5521308\n"
    assert fields(text, "numeral")[-1] == ("5521308",)


def test_the_points_of_a_scoring_sheet_are_no_mentions():
    head = "某市考核细则\n序号\t考核项目\t分值\t考核内容\t评分标准\n"
    row = "2\t日常工作\t7\t每月巡查不少于3次\t成立小组（2分），少一次扣1分。\n"
    assert fields(head + row, "numeral") == [("3",)]
    assert fields(row, "numeral") != [("3",)]
    assert fields("某市办法\n违规一次扣2分。\n", "numeral")[-1] == ("2",)


@pytest.mark.parametrize(
    "text",
    [
        "实施四大行动9项重点任务：\n",
        "推进落实6方面20项任务。",
        "推出以下4项服务。",
        "以上11项的措施得到落实。",
        "分以下4类进行判断。",
        "通过5年左右的努力，体系更加完善。",
        "经过两轮建设，体系更加完善。",
        "注：[ ]内为五年累计数。",
        "56人以上大班额动态清零。",
        "对1000人以上大型新品首发活动实行一次许可。",
        "场址区100米高度年平均风速较高。",
        "位于东海大桥100兆瓦海上风电示范项目以南。",
        "新建住宅建筑高度超过80米的数量(栋)\n",
        "某规范\n7.1  乡（镇）自动气象站建设\n6.1  人员配备\n",
        "合计\n\n某农场壹号塘40MW集中式光伏渔光互补项目\n\n某公司300KW屋顶光伏发电系统\n",
        "就质询的8个部分，现答覆如下。",
    ],
)
def test_items_that_a_text_lists_headings_and_names_of_works_are_no_mentions(text):
    assert fields(text, "numeral") == []


def test_a_task_that_is_completed_is_no_list_and_a_work_to_be_built_no_name():
    assert fields("全年完成30项任务。", "numeral") == [("30",)]
    assert fields("清单\n\n建设40MW光伏发电项目\n", "numeral") == [("40",)]
    assert fields("同一家庭在1个自然年度内救助2次。", "numeral") == [("2",)]
    assert fields("禁止在桥梁跨越的河道上下游各1000米范围内取水。", "numeral") == [("1000",)]
