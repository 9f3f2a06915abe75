"""The review workbook as it is written, read back cell by cell."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.utils import range_boundaries
from review_world import FILE, TEXT, cells_of, written

import regional_targets as rt
from regional_targets.errors import ExportError
from regional_targets.review.columns import INSTRUCTIONS, LISTS, SHEETS, sheet_columns
from regional_targets.review.document_guesses import guess_document, guess_region
from regional_targets.review.guesses import guess_scope, prefill
from regional_targets.review.reasons import REASONS
from regional_targets.review.sheets import HEADING_ROW, write_review
from regional_targets.review.words import INSTRUCTION_LINES

PLACE = {"zh": 0, "en": 1}


class Built:
    """A review workbook of the newcomer, read back."""

    def __init__(self, data, lang, path):
        self.data, self.lang = data, lang
        self.book = load_workbook(path, rich_text=True)
        self.columns = sheet_columns(data.schema)

    def sheet(self, name):
        return self.book[SHEETS[name][PLACE[self.lang]]]

    def place(self, name, code):
        return [column.code for column in self.columns[name]].index(code) + 1

    def cells(self, name, code):
        sheet = self.sheet(name)
        return [sheet.cell(row, self.place(name, code)) for row in range(HEADING_ROW + 1, sheet.max_row + 1)]

    def values(self, name, code):
        return [None if cell.value is None else str(cell.value) for cell in self.cells(name, code)]

    def choices(self, name, code):
        """The words of the drop-down of a column, by following its reference to the lists; None without one."""
        column = self.place(name, code)
        for validation in self.sheet(name).data_validations.dataValidation:
            first, top, _, bottom = range_boundaries(str(validation.sqref))
            if first == column:
                assert top == HEADING_ROW + 1 and bottom > self.sheet(name).max_row + 100
                title, cells = validation.formula1.rsplit("!", 1)
                return [row[0].value for row in self.book[title.strip("'")][cells.replace("$", "")]], validation
        return None


@pytest.fixture(scope="module")
def books(small, tmp_path_factory):
    return {lang: Built(small, lang, written(small, tmp_path_factory.mktemp(lang), lang=lang)) for lang in ("zh", "en")}


@pytest.fixture(params=["zh", "en"])
def built(request, books):
    return books[request.param]


def test_sheets_stand_in_the_order_of_work_in_the_language_asked_for(built):
    place = PLACE[built.lang]
    names = [INSTRUCTIONS[place], *[words[place] for words in SHEETS.values()]]
    assert built.book.sheetnames[: len(names)] == names
    assert [sheet.title for sheet in built.book.worksheets if sheet.sheet_state == "hidden"] == ["_originals", "_texts"]


def test_instructions_say_what_to_do_on_every_sheet(built):
    sheet = built.book.worksheets[0]
    found = [(sheet.cell(row, 1).value, sheet.cell(row, 2).value) for row in range(3, sheet.max_row + 1)]
    assert found == INSTRUCTION_LINES[built.lang]
    assert len(INSTRUCTION_LINES["zh"]) == len(INSTRUCTION_LINES["en"])
    has_chinese = re.search("[\u4e00-\u9fff]", " ".join(words for _, words in INSTRUCTION_LINES["en"]))
    assert has_chinese is None


def test_headings_are_frozen_filtered_and_in_words(built):
    for name, columns in built.columns.items():
        sheet = built.sheet(name)
        assert [cell.value for cell in sheet[HEADING_ROW]] == [column.heading(built.lang) for column in columns]
        assert [cell.value for cell in sheet[1]] == [f"{name}.{column.code}" for column in columns]
        assert sheet.row_dimensions[1].hidden
        assert sheet.auto_filter.ref.startswith(f"A{HEADING_ROW}:")
        assert sheet.freeze_panes.endswith(str(HEADING_ROW + 1))
        assert len({cell.value for cell in sheet[HEADING_ROW]}) == len(columns)
        assert not sheet.protection.sheet


def test_one_row_per_proposal_with_nothing_decided(built):
    proposals = rt.propose(TEXT)
    assert built.values("proposals", "numeral") == proposals["numeral"].tolist()
    assert built.values("proposals", "quote") == proposals["quote"].tolist()
    assert set(built.values("proposals", "decision")) == {None}
    assert built.values("proposals", "no") == ["p001", "p002", "p003", "p004"]
    assert len(set(built.values("proposals", "key"))) == 4


def test_the_numeral_and_nothing_else_is_bold_in_the_clause(built):
    for cell, numeral in zip(built.cells("proposals", "quote"), built.values("proposals", "numeral"), strict=True):
        assert isinstance(cell.value, CellRichText)
        bold = [str(part) for part in cell.value if isinstance(part, TextBlock) and part.font.b]
        assert bold == [numeral]
    passages = built.cells("other_numerals", "passage")
    bold = [str(part) for cell in passages for part in cell.value if isinstance(part, TextBlock) and part.font.b]
    assert bold == built.values("other_numerals", "numeral")


def test_every_closed_list_has_its_whole_drop_down(built):
    schema = built.data.schema
    listed = 0
    for name, columns in built.columns.items():
        for column in columns:
            found = built.choices(name, column.code)
            assert (found is not None) == bool(column.choices), (name, column.code)
            table, _, field = column.choices.partition(".")
            if field:
                words = schema.labels(schema.tables[table].field(field).codelist, built.lang)
                assert found[0] == [words[code] for code in schema.tables[table].field(field).enum]
                assert found[1].showErrorMessage
                listed += 1
    assert listed >= 12


def test_each_list_is_headed_as_the_first_column_that_it_is_offered_in(built):
    sheet = built.book[LISTS[PLACE[built.lang]]]
    headings: dict[str, str] = {}
    for column in (column for each in built.columns.values() for column in each if column.choices):
        headings.setdefault(column.choices, column.heading(built.lang))
    assert sorted(cell.value for cell in sheet[1]) == sorted(headings.values())


def test_large_values_are_grouped_and_years_and_places_are_not(small, tmp_path):
    text = "x" * 20_000 + "。到2028年，投入5000万元，建成3所学校，绿地10614.75亩。"
    path = written(small, tmp_path, text=text)
    sheet = load_workbook(path)[SHEETS["proposals"][PLACE["en"]]]
    columns = {cell.value.split(".")[1]: cell.column for cell in sheet[1]}
    formats = {
        name: [sheet.cell(row, columns[name]).number_format for row in (3, 4, 5)]
        for name in ("value_min", "deadline", "start")
    }
    assert formats == {
        "value_min": ["#,##0", "General", "#,##0.######"],
        "deadline": ["General"] * 3,
        "start": ["General"] * 3,
    }


def test_the_columns_of_values_are_wide_enough_for_the_output_of_a_province(small, tmp_path):
    path = written(small, tmp_path, text="到2028年，地区生产总值达到14万亿元，工业投资1.4万亿元。")
    sheet = load_workbook(path)[SHEETS["proposals"][PLACE["en"]]]
    columns = {cell.value.split(".")[1]: cell for cell in sheet[1]}
    for name in ("value_min", "value_max"):
        shown = [f"{sheet.cell(row, columns[name].column).value:,}" for row in (3, 4)]
        assert shown == ["14,000,000,000,000", "1,400,000,000,000"]
        assert sheet.column_dimensions[columns[name].column_letter].width > max(map(len, shown)) + 1


def test_indicators_and_scopes_are_offered_by_name_and_new_ones_may_be_typed(built):
    for code, table in (("indicator_id", "indicators"), ("scope_id", "scopes")):
        words, validation = built.choices("proposals", code)
        assert [word.rpartition(" · ")[2] for word in words] == built.data.table(table).iloc[:, 0].tolist()
        assert words[0].startswith(built.data.table(table)[f"name_{built.lang}"][0])
        assert not validation.showErrorMessage


def test_guesses_are_filled_in(built):
    assert [value.rpartition(" · ")[2] for value in built.values("proposals", "indicator_id")] == [
        *("teachers_dual", "schools_quality", "funding_earmarked"),
        "schools_quality",
    ]
    assert built.values("proposals", "same_as") == [None, None, None, "p002"]
    assert built.values("documents", "number") == ["戊己政发〔2023〕9号"]
    assert built.values("regions", "name_zh") == ["戊己市"]


def test_every_other_numeral_has_a_reason_that_can_be_changed(built):
    wanted = rt.left_out(TEXT)
    words = built.data.schema.labels("exclusion_reason", built.lang)
    assert built.values("other_numerals", "reason") == [words[code] for code in wanted["reason"]]
    assert built.values("other_numerals", "start") == [str(start) for start in wanted["start"]]


def test_silences_without_any_proposal_stand_first(built):
    proposed = built.values("silences", "proposed")
    assert proposed == [None, "p001", "p002, p004", "p003"]
    assert built.values("silences", "word")[0] == "在线课程"


def test_cells_for_text_are_text_so_that_nothing_becomes_a_date(built):
    sheet = built.sheet("proposals")
    for name in ("numeral", "per_zh", "note_zh"):
        place = built.place("proposals", name)
        assert sheet.cell(HEADING_ROW + 1, place).number_format == "@"
        letter = sheet.cell(1, place).column_letter
        assert sheet.column_dimensions[letter].number_format == "@"


def test_text_that_looks_like_a_formula_stays_text(small, tmp_path):
    text = TEXT.replace("市财政设立每年", "=1+1，-@市财政设立每年")
    path = written(small, tmp_path, text=text)
    kinds = {cell.data_type for sheet in load_workbook(path).worksheets for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds


def test_a_proposal_without_its_text_is_refused_and_nothing_is_written(small, tmp_path):
    with pytest.raises(ExportError, match=FILE):
        write_review(small, rt.propose(TEXT, file=FILE), {}, tmp_path / "review.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_a_clear_error(small, tmp_path):
    with pytest.raises(ExportError, match="nowhere"):
        write_review(small, rt.propose(TEXT, file=FILE), {FILE: TEXT}, tmp_path / "nowhere" / "review.xlsx")


def test_bare_cells_and_a_status_beside_a_goal_are_not_guessed_to_be_one_commitment():
    head = "某规划（2026—2030年）\n序号\n指标项\n现状值\n“十五五”规划目标\n"
    rows = "1\n覆盖率\n98%\n98%\n2\n到达时间\n20分钟\n15分钟\n3\n进入时间\n15分钟\n10分钟\n"
    text = head + rows + "现有基地15家。到2030年，建成基地15家。\n建成基地15家。\n"
    guessed = prefill(rt.load(), rt.propose(text, "某.txt"), {"某.txt": text}, "zh")
    same = {row["no"]: row["same_as"] for row in guessed}
    assert [same[f"p{number:03}"] for number in range(1, 8)] == [""] * 7
    assert [(row["kind"], row["same_as"]) for row in guessed[6:]] == [("status", ""), ("goal", ""), ("goal", "p008")]


def test_the_cells_of_a_row_are_not_guessed_to_be_one_commitment_though_their_values_agree():
    text = "某规划（2021—2025年）\n指标\t单位\t2023年\t2025年\n学校\t所\t95\t95\n教师\t名\t300\t400\n"
    guessed = prefill(rt.load(), rt.propose(text, "某.txt"), {"某.txt": text}, "zh")
    assert [(row["deadline"], row["same_as"]) for row in guessed] == [(2023, ""), (2025, ""), (2023, ""), (2025, "")]


def test_the_hints_speak_the_language_of_the_workbook():
    text = "某规划（2021—2025年）\n到2025年，建成学校95所。\n"
    shown = {
        lang: prefill(rt.load(), rt.propose(text, "某.txt"), {"某.txt": text}, lang)[0]["hint"] for lang in ("zh", "en")
    }
    assert shown == {"zh": "数字；目标；期限：本句年份", "en": "digits; goal; deadline: year of its sentence"}


def test_the_cells_of_a_row_stand_in_one_line(small, tmp_path):
    head = "某规划（2021—2025年）\n指标\n\n单位\n\n2025年\n\n"
    text = head + "学校\n\n所\n\n95\n\n教师\n\n名\n\n400\n\n课程\t门\t30\n\n专业\n\n个\n\n9\n"
    quotes = [str(cell) for cell in cells_of(written(small, tmp_path, text=text), "proposals")["quote"]]
    assert quotes == ["学校 所 95", "教师 名 400", "课程 门 30", "专业 个 9"]


def test_every_rule_that_gives_a_kind_or_a_year_has_english_words(root):
    folder = root / "lib" / "regional_targets" / "candidates"
    kinds = "".join((folder / f"{name}.py").read_text("utf-8") for name in ("kinds", "money_kinds", "settled_kinds"))
    deadlines = (folder / "deadlines.py").read_text("utf-8")
    rules = set(re.findall('"(?:goal|rule|funding|status)", "([\u4e00-\u9fff]+)"', kinds))
    rules |= set(re.findall('return "([\u4e00-\u9fff]+)"', kinds))
    rules |= set(re.findall('"([\u4e00-\u9fff]{4,})"\\)', deadlines))
    assert len(rules) > 30
    assert rules - REASONS.keys() == set()


def test_the_title_is_no_sentence_of_the_text_and_names_the_region():
    text = "标题：2027年青河市政府工作报告\n各位代表：\n安排市以上重点项目40项，年度计划投资60亿元。持续推进。\n"
    assert guess_document("a.txt", text)["title_zh"] == "2027年青河市政府工作报告"
    assert guess_region("a.txt", text)["name_zh"] == "青河市"
    assert guess_region("a.txt", "名称： 2026年青河市政府工作报告\n新建5所。\n")["name_zh"] == "青河市"


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (
            "青河市“十四五”职业教育发展规划\n建设5所学校。\n二〇二一年八月十日\n",
            {"issued": "2021-08-10", "period_start": "2021", "period_end": "2025"},
        ),
        (
            "政府工作报告\n——2026年1月15日在青河市第九届人民代表大会上\n今年新建5所学校。\n",
            {"issued": "", "period_start": "2026", "period_end": "2026"},
        ),
        (
            "青河縣113年度職業教育實施計畫\n青府教字〔2024〕9號\n建設5所學校，應於期限內辦理。\n中華民國113年5月1日\n",
            {"issued": "2024-05-01", "period_end": "2024", "number": "青府教字〔2024〕9號"},
        ),
        (
            "政府信息公开\n索引号： 1144/2026-00044\n发布机构： 青河市人民政府办公厅\n成文日期： 2026-02-03\n"
            "名称： 2026年青河市政府工作报告\n发布日期： 2026年2月5日\n文件状态： 现行有效\n\n新建5所学校。\n",
            {
                "title_zh": "2026年青河市政府工作报告",
                "issuer_zh": "青河市人民政府办公厅",
                "issued": "2026-02-03",
                "published": "2026-02-05",
                "validity": "valid",
            },
        ),
        ("青河市工作方案\n文件状态：已废止\n建设5所学校。\n", {"validity": "repealed", "issuer_zh": ""}),
        (
            "青河市加快发展的意见\n建设5所学校。\n2023年13月45日\n",
            {"issued": "", "validity": "unknown", "published": ""},
        ),
        ("青河市加快发展的意见\n建设5所学校。\n二〇二三年十十月一日\n", {"issued": ""}),
        ("青河市2024年工作要点（征求意见稿）\n建设5所学校。\n", {"stage": "draft", "period_end": "2024"}),
        ("青河市2024年工作要点\n建设5所学校。\n", {"stage": "annual_plan", "title_zh": "青河市2024年工作要点"}),
        ("", {"title_zh": "", "issued": "", "period_end": ""}),
    ],
)
def test_a_document_says_of_itself_what_its_head_and_foot_say(text, fields):
    guessed = guess_document("a.txt", text)
    assert {name: guessed[name] for name in fields} == fields


def test_the_period_of_the_document_is_the_one_that_dates_its_proposals():
    text = "青河市“十五五”职业教育规划纲要\n二、主要任务\n建设5所学校。\n"
    assert list(rt.propose(text)["deadline"]) == [int(guess_document("a.txt", text)["period_end"])] == [2030]


def test_the_region_is_named_in_the_script_of_the_title():
    assert guess_region("a.txt", "關於印發《青河縣職業教育計畫》的通知\n建設5所學校。\n")["name_zh"] == "青河縣"


@pytest.mark.parametrize(
    ("scope_zh", "clause", "scope_id"),
    [
        ("专业课教师", "", "voc_teachers_special"),
        ("專業課教師", "", "voc_teachers_special"),
        ("", "全市職業院校「雙師型」教師占比達到60%", "dual_qualified_teachers"),
        ("", "全市医院床位数", ""),
    ],
)
def test_a_scope_is_guessed_in_either_script(data, scope_zh, clause, scope_id):
    assert guess_scope(data, scope_zh, clause) == scope_id


def test_a_scope_that_is_called_in_traditional_characters_is_guessed(data):
    scopes = data.scopes.copy()
    scopes.loc[0, "aliases_zh"] = "專任教師"
    assert guess_scope(replace(data, scopes=scopes), "专任教师", "") == scopes.loc[0, "scope_id"]


def test_a_row_that_has_its_deadline_from_another_is_the_same_commitment():
    body = "绿色甲醇加注能力达到5000吨级。\n船舶达到5000吨级港口。\n"
    first, last = "到2030年，绿色甲醇加注能力达到5000吨级。\n", "到2035年，扩建码头6000米。\n"
    for text in (f"某市通知\n{first}二、措施\n{body}{last}", f"某市通知\n{body}{last}三、目标\n{first}"):
        rows = prefill(rt.load(), rt.propose(text, "某.txt"), {"某.txt": text}, "zh")
        assert [row["same_as"] for row in rows if row["deadline"] == 2030] == ["", "p001", "p001"]
        assert {row["same_as"] for row in rows if row["deadline"] == 2035} == {""}


def test_each_number_of_a_list_has_the_indicator_of_its_own_words(data):
    text = "某规划（2021—2025年）\n建成优质中等职业学校4所、高水平专业群12个。\n"
    rows = prefill(data, rt.propose(text, "某.txt"), {"某.txt": text}, "zh")
    assert [row["indicator_id"] for row in rows] == ["schools_quality_secondary", "programmes_high_level"]


def test_the_indicators_of_the_coded_documents_are_guessed(data):
    coded = data.targets.set_index("target_id")["indicator_id"]
    guessed = {}
    for name, text in data.texts.items():
        for row in prefill(data, rt.propose(text, name), {name: text}, "zh"):
            guessed[name, row["start"]] = row["indicator_id"]
    own = [(guessed.get((row.document_id, row.start)), coded[row.target_id]) for row in data.mentions.itertuples()]
    right = sum(guess == wanted for guess, wanted in own)
    assert len(own) == 141 and right >= 134


def test_a_wide_sheet_is_printed_on_pages_that_can_be_read(small, tmp_path):
    book = load_workbook(written(small, tmp_path))
    sheet = book["proposals"]
    assert sheet.page_setup.fitToWidth > 2 and sheet.page_setup.fitToHeight == 0
    assert sheet.print_title_cols == "$A:$D" and sheet.print_title_rows == "$2:$2"
    lists = book["lists"]
    assert lists.page_setup.fitToWidth > 1 and lists.print_title_rows == "$1:$1" and not lists.print_title_cols
    for column in lists.iter_cols():
        longest = max(len(str(cell.value or "")) for cell in column)
        assert lists.column_dimensions[column[0].column_letter].width >= longest
    narrow = book["other numerals"]
    assert narrow.page_setup.fitToWidth == 1 and not narrow.print_title_cols


@pytest.mark.parametrize(("ratio", "warned"), [("18：1", True), ("1：18", False), ("1：1", False)])
def test_a_ratio_stated_the_other_way_round_is_warned_of(data, ratio, warned):
    text = f"某规划（2021—2025年）\n生师比不高于{ratio}。\n"
    proposals = rt.propose(text, "某.txt")
    hints = [prefill(data, proposals, {"某.txt": text}, lang)[0]["hint"] for lang in ("zh", "en")]
    assert [("写法相反" in hints[0]), ("way round" in hints[1])] == [warned, warned]
    assert ("0.055556" in hints[0]) == warned
