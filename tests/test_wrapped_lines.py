"""Which breaks only the margin made; the length of a text never changes."""

from hypothesis import given
from hypothesis import strategies as st

from regional_targets.wrapped_lines import margin, unwrap

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


def test_a_line_beyond_the_margin_was_broken_by_none():
    text = "\n".join([*LINES[:3], LINES[0] * 3])
    assert unwrap(text) == text


@given(st.lists(st.text(alphabet="一二三建设学校，。（）1 \t", max_size=40), max_size=12))
def test_offsets_hold_whatever_the_lines(lines):
    text = "\n".join(lines)
    joined = unwrap(text)
    assert len(joined) == len(text)
    assert all(new == old or (old, new) == ("\n", " ") for old, new in zip(text, joined, strict=True))
