"""Lines that a margin broke, numerals and words torn by it, and characters written otherwise."""

import pytest
from candidate_reading import fields, read

from regional_targets.candidates import propose
from regional_targets.candidates.document_outline import read_outline
from regional_targets.checks.places import read_place
from regional_targets.plain_text import plain
from regional_targets.wrapped_lines import unwrap

WRAPPED = """本计划的目标是到2027
年，全市职业学校的实习学生人数由2022年的3000人增至2027年
的5000人，并把先进制造业的楼面面积由现在的十万平方米扩
大到二十万平方米，使企业在学校附近设立生产线及培训中
心，学生可以就近实习。
"""


def test_a_sentence_goes_on_over_lines_that_the_margin_broke():
    assert len(unwrap(WRAPPED)) == len(WRAPPED)
    values = dict(fields(WRAPPED, "value_min", "deadline"))
    assert values[3000] is None
    assert values[5000] == 2027


HANGING = """专业机构或技师申请检查事项之认可，应具备下列资格条件，其中
二、依法领有执业执照，且具有改善规划、指导或评估节约能源经验三
    年以上，并由中央主管机关认可的机构核发检查合格证书与文件者，
    以二人为限。
三、受聘于专业机构服务。
"""


STRAY = """我们会继续推动文化、体育和旅游的融合发展，为市
民及旅客提供更好的城市生 活体验，并增加四
十个名额。政府将在各区设 立资料库，加强支援服务的
水平，使更多市民能够受惠于各项新的计划和措施
及安排。各部门会联手推 广有关的安排，并于去 年
底开始实施。车辆不超 过一万三千六百辆，各部门推
广绿色生活的经 验，为社会带来正面的影响。
"""


def test_blanks_within_the_words_of_wrapped_prose_are_none():
    assert fields(STRAY * 5, "numeral", "comparator")[:2] == [("四\n十", "exact"), ("一万三千六百", "at_most")]


def test_the_first_line_of_a_paragraph_goes_on_though_it_is_shorter():
    text = f"{WRAPPED}181.\n我们会继续推动各项事业和产业健康发展，增加\n二十个名额，让更多学生可以就近实习。\n"
    assert "增加 二十个名额" in unwrap(text)


def test_the_rest_of_an_item_that_hangs_goes_on():
    assert fields(HANGING, "value_min", "unit", "comparator")[0] == (3, "年", "at_least")
    assert unwrap(HANGING).count("\n") == 3


@pytest.mark.parametrize(
    "text",
    [
        "一、目标\n建设3所学校。\n二、保障\n投入5万元。\n",
        "到2025年，建设一批高水平学校，培养一批高水平教师，建成一批实训基地。" * 3
        + "\n二、保障措施\n各县区要落实责任\n",
        "责任单位：市教育局\n责任单位：市财政局\n责任单位：市人社局\n责任单位：市民政局\n",
    ],
    ids=["sentences", "long lines", "short lines"],
)
def test_lines_that_no_margin_broke_stay(text):
    assert unwrap(text) == text


def test_a_number_with_its_unit_is_a_cell_below_a_label_as_wide_as_the_margin():
    label = "劳动年龄人口平均受教育年限（年）"
    rows = [
        line for number in range(10, 14) for line in (f"{number - 9}.{label}", f"{number}.4年", f"{number}.8年以上")
    ]
    assert unwrap("\n".join(rows)) == "\n".join(rows)


def test_a_line_that_ends_behind_a_multiplier_has_its_unit_in_the_next():
    assert fields("新增绿地653万\n平方米，新增树木20万\n改造旧路。", "value_min", "unit") == [(6_530_000, "平方米")]


TORN = [
    "香港貿易發展局的各項計劃推出以來，業界的反應一直良好，至一月底已批出超",
    "過5 400宗申請，另外在二零一三年度，政府會在社會福利的經常開支中增加撥款約",
    "一億六千",
    "萬元，供社會福利署開辦護士訓練課程，並提供各類培訓名額，讓機構的人手更為充",
    "足，此外並已預留資源，另外再提供備用的學額，以便應付培訓機構日後增加或者調",
    "整課程。",
]


def test_a_word_or_a_numeral_torn_by_the_margin_is_one_and_keeps_its_place():
    text = "\n".join(TORN)
    frame = propose(text)
    assert list(frame["comparator"]) == ["at_least", "about"]
    assert list(frame["value_min"]) == [5400, 160_000_000]
    assert list(frame["numeral"]) == ["5 400", "一億六千\n萬"]
    for row in frame.itertuples():
        assert text[row.start : row.end] == row.numeral
        assert text[row.quote_start : row.quote_start + len(row.quote)] == row.quote
    assert read_place(text, *frame.loc[0, ["start", "end"]])["comparator"] == "at_least"


def test_a_half_width_comma_parts_clauses_but_no_thousands():
    assert plain("2009年投资228万元,在76个村,建1,000所,3,5所") == "2009年投资228万元，在76个村，建1,000所，3，5所"


def test_a_radical_stands_for_its_character():
    assert plain("最⻓⾧市⺠⾦⾨") == "最长长市民金门"
    assert read("最⻑【6】个月。") == [(6, 6, "个月", "at_most", None)]


def test_the_sentence_that_was_asked_for_before_is_not_taken_for_the_next():
    outline = read_outline("建设三所。培训五人。")
    assert [outline.sentence(place) for place in (0, 4, 5, 9, 2)] == [(0, 4), (0, 4), (5, 9), (5, 9), (0, 4)]
