"""Which breaks only the margin made: marked with the length kept, or left out with the way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regional_targets.candidates.proposals import propose
from regional_targets.wrapped_lines import join_lines, margin, unwrap, without_returns

LINES = [
    "我們將按計劃推進優化計劃，在不影響綜援、公共福利金",
    "及法定開支的前提下，在今後兩個年度，每年節省開支百",
    "分之二，即較本年度分別再節省約七十八億元，並把編制",
    "減至十八萬個職位。",
]


def test_the_margin_is_the_widest_width_that_two_lines_nearly_reach():
    assert margin([50, 49, 20]) == 50
    assert margin([90, 50, 49]) == 50
    assert margin([20, 20]) == 0


def test_a_paragraph_of_wrapped_lines_is_one_line_with_spaces():
    assert unwrap("\n".join(LINES)) == " ".join(LINES)


def test_a_line_that_begins_a_paragraph_stays_apart():
    marked = [*LINES[:3], "（一）" + LINES[3]]
    assert unwrap("\n".join(marked)).split("\n") == [" ".join(LINES[:3]), marked[3]]


def test_a_number_alone_is_a_cell_and_no_rest_of_a_sentence():
    table = [*LINES[:3], LINES[0], "4.5", "-", LINES[1], "〔55〕", LINES[3]]
    assert unwrap("\n".join(table)).split("\n")[1:3] == ["4.5", "-"]


def test_a_line_after_a_title_in_brackets_is_no_rest_of_a_word():
    named = [*LINES, "印發《計劃》", " 各部門", "詳情", " 如下"]
    assert unwrap("\n".join(named)).split("\n")[1:] == ["印發《計劃》", " 各部門", "詳情  如下"]


def test_a_line_beyond_the_margin_was_broken_by_none():
    text = "\n".join([*LINES[:3], LINES[0] * 3])
    assert unwrap(text) == text


@given(st.lists(st.text(alphabet="一二三建设学校，。（）1 \t", max_size=40), max_size=12))
def test_offsets_hold_whatever_the_lines(lines):
    text = "\n".join(lines)
    joined = unwrap(text)
    assert len(joined) == len(text)
    assert all(new == old or (old, new) == ("\n", " ") for old, new in zip(text, joined, strict=True))


def test_joined_lines_keep_the_way_back():
    text = "\n".join(["  " + LINES[0], *LINES[1:]])
    joined = join_lines(text)
    assert joined.text == "  " + "".join(LINES)
    start = joined.text.index("百分之二")
    assert joined.span(start, start + 4) == (text.index("百\n"), text.index("百\n") + 5)
    assert joined.joined_span(text.index("百\n"), text.index("百\n") + 5) == (start, start + 4)
    assert joined.take(text) == joined.text
    assert joined.take(joined.text) == joined.text


def test_between_latin_words_a_break_is_a_space():
    lines = ["推出一項名為 Career Academy 的優化計劃，並在今後兩年 A", "B 兩區試行，" + LINES[1], *LINES[1:]]
    assert "A B" in join_lines("\n".join(lines)).text


@given(st.lists(st.text(alphabet="一二三建设学校，。（）1 \t", max_size=40), max_size=12))
def test_every_character_of_joined_lines_finds_its_place(lines):
    text = "\n".join(lines)
    joined = join_lines(text)
    for offset, character in enumerate(joined.text):
        place = joined.place(offset)
        assert text[place] == character or (text[place], character) == ("\n", " ")
        assert joined.joined_span(place, place + 1) == (offset, offset + 1)


def test_blanks_at_digits_go_only_where_most_digits_have_them():
    spaced = "全市力争到 2025 年建成 30 所，到 2026 年建成 40 所，到 2027 年建 50 所。\n"
    assert join_lines(spaced).text == spaced.replace(" ", "")
    mixed = spaced + "到2025年建成30所，到2026年建成40所。\n" * 4
    assert join_lines(mixed).text == mixed


def test_single_blanks_within_words_go_only_where_several_paragraphs_have_them():
    torn = "在堅 尼地城推行計劃，完善各項公共設施。\n"
    whole = "\n".join([*LINES, ""])
    assert "堅 尼" in join_lines(torn + whole).text
    assert "堅 尼" not in join_lines(torn * 4 + whole).text


RUNS = """某市电力需求响应细则
某市
2021
年春节期间实施，总规模为
50
万千瓦，其中竞价
20
万千瓦，用户不低于
80%
。
（
2
）响应时间如表
1
所示，为
2021
年
2
月
13
日至
15
日。
二、补贴
补贴
1.2
元。
"""


def test_numbers_that_a_page_set_in_lines_of_their_own_are_read_in_their_sentence():
    found = propose(RUNS)
    assert list(zip(found["numeral"], found["unit"], found["comparator"], strict=True)) == [
        ("50\n万", "千瓦", "exact"),
        ("20\n万", "千瓦", "exact"),
        ("80%", "%", "at_least"),
        ("1.2", "元", "exact"),
    ]
    assert [RUNS[start:end] for start, end in zip(found["start"], found["end"], strict=True)] == list(found["numeral"])
    assert "\n二、补贴" in unwrap(RUNS)


def test_cells_with_a_number_alone_are_no_torn_runs():
    table = "指标\n2025年\n毛入园率\n95\n巩固率\n96\n床位\n1200\n年末人数\n30\n"
    assert unwrap(table) == table


MARGIN_BLANKS = " ".join(
    (
        "（三）规范备案有效期限。跨地区长期居住人员办理登记备案后长期有",
        "效；各地可以设置变更或者取消备案的时限并向社会公布，原则上不少",
        "于6个月。临时外出人员备案有效期原则上也不少于六个月，有效期内",
        "可在各地多次就诊并享受结算服务，支付比例的降幅不超过10个百分",
        "点。各地要根据经济社会发展水平和居民健康需求合理设定报销政策。",
    )
)


def test_blanks_at_the_distance_of_a_margin_are_no_blanks():
    joined = join_lines(MARGIN_BLANKS)
    assert joined.text == MARGIN_BLANKS.replace(" ", "")
    for place, character in enumerate(joined.text):
        assert MARGIN_BLANKS[joined.place(place)] == character
    found = propose(MARGIN_BLANKS)
    assert list(found["unit"]) == ["个月", "个月", "个百分点"]
    assert list(found["comparator"]) == ["at_least", "at_least", "at_most"]
    for row in found.itertuples():
        assert MARGIN_BLANKS[row.start : row.end] == row.numeral
        assert MARGIN_BLANKS[row.quote_start :].startswith(row.quote)


def test_a_line_of_the_page_that_ends_in_a_digit_has_no_blank():
    without = MARGIN_BLANKS.replace("公布，原则上不少 于6个月。", "公布，原则上为12个半月。")
    text = f"{MARGIN_BLANKS} {without}"
    assert text.count(" ") == 2 * MARGIN_BLANKS.count(" ")
    assert join_lines(text).text == text.replace(" ", "")


@pytest.mark.parametrize(
    "text",
    [
        "第一章 总则\n第二条 各地应当制定规划。\n第三条 学校 不少于5所。",
        "指标 单位 数值\n学校 所 五\n教师 名 十",
        "一是建设学校 二是培养教师 三是开设课程 四是改善条件 五是加强领导",
        "甲乙丙 丁戊 己庚 辛壬 癸子",
        # Some at one distance, others at any.
        " ".join(
            "建设一批高水平的职业学校和专业群并持续改善办学条件提升质量"[:n] for n in (20, 20, 20, 20, 5, 28, 9, 14)
        ),
        # Far apart, but at no one distance.
        " ".join("建设一批高水平的职业学校和专业群并持续改善办学条件提升质量"[:n] for n in (16, 27, 19, 24, 16, 29)),
        # At one distance, but twice only.
        "建设一批高水平的职业学校和专业群并持续改善条件 建设一批高水平的职业学校和专业群并持续改善条件 建设",
    ],
)
def test_other_blanks_stay(text):
    assert join_lines(text).text == text


@given(st.lists(st.text(alphabet="一二三建设学校，。（）1 \t\r", max_size=40), max_size=12))
def test_lines_that_end_in_cr_lf_are_joined_as_those_that_end_in_lf(lines):
    text = "\r\n".join(lines)
    bare = without_returns(text)
    joined = bare.then(join_lines(bare.text))
    assert joined.text == join_lines(text.replace("\r\n", "\n")).text
    for offset, character in enumerate(joined.text):
        place = joined.place(offset)
        assert text[place] == character or (text[place], character) == ("\n", " ")
        assert joined.joined_span(place, place + 1) == (offset, offset + 1)


PROSE = [
    "一、服务",
    "二零二六年底前，新增日间护理名额800个，其中",
    "200个设于离岛；资助宿位的轮候时间由十六",
    "个月缩短至九个月。",
    "（一）学员结业后的就业率不低于",
    "85%。",
    "二、财政",
    "政府预留三亿元。",
]


def test_a_sentence_of_prose_goes_on_in_the_next_line_whatever_their_width():
    joined = [PROSE[0], " ".join(PROSE[1:4]), " ".join(PROSE[4:6]), *PROSE[6:]]
    assert unwrap("\n".join(PROSE)).split("\n") == joined
    years = propose("\n".join(PROSE))["deadline"]
    assert list(years[:2]) == [2026, 2026]


@pytest.mark.parametrize(
    "lines",
    [
        # Most sentences have lost their full stop: a line is a sentence.
        ["到2025年，能力提升，比例达到52%；水平提高", "打造枢纽，形成格局，增强动能", "完善体系，形成机制，到位"],
        ["县区，东岭区，西坪区，合计", "公租房，300，450", "建成学校3所。", "完成改造，按期交付，见效。"],
        ["（一）坚持全面领导，加强组织建设，提升能力", "建成学校3所。", "完成改造，按期交付，见效。"],
        ["责任单位；比例达到85%，分工落实，责任单位：文化局", "各单位要细化方案。", "完成改造，按期交付。"],
        ["产值，300，450；1100", "旧房改造，26，31。", "完成改造，按期交付。"],
        ["新增名额，800个；其中", "第 3 条 本法用词如下。", "完成改造，按期交付。"],
        ["新增名额，800个；其中", "日间\t夜间；全天。", "完成改造，按期交付。"],
        ["序号 任务内容，名称，单位；完成时限单位名称备注如下", "1 改造农田，增产，增收。", "完成改造，按期交付。"],
    ],
)
def test_lines_that_are_no_unended_prose_stay_apart(lines):
    kept = [lines[0], "\n".join(lines[1:])]
    assert unwrap("\n".join(lines)).split("\n", 1)[0] == kept[0]
