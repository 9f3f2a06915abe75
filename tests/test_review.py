"""The way from a filled review workbook into the tables: what decisions mean, and that nothing is lost or half done."""

from __future__ import annotations

import random
import shutil
import subprocess
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from review_world import DOCUMENT, FILE, REGION, TEXT, cells_of, decided, decisions, row_of, snapshot, written

import regional_targets as rt
from regional_targets.checks import check
from regional_targets.errors import DataError, WorkbookError
from regional_targets.review import table_writing
from regional_targets.review.filling import fill_review
from regional_targets.review.importing import import_review, worded
from regional_targets.review.sheets import write_review
from regional_targets.review.untouched import check_untouched
from regional_targets.tables import load
from regional_targets.workbook.verifying import State, verify

SOFFICE = shutil.which("soffice")


@pytest.fixture
def before(small):
    """The small world as it was."""
    return small


def added(imported, table: str, before) -> pd.DataFrame:
    """The rows that a table has now and had not before."""
    return imported.data.table(table).iloc[len(before.table(table)) :].reset_index(drop=True)


def problems(path: Path, world: Path) -> list[str]:
    """What is wrong in a workbook; nothing may be written then."""
    files = snapshot(world)
    with pytest.raises(DataError) as caught:
        import_review(path, world)
    assert snapshot(world) == files
    return [worded(problem, "en") for problem in caught.value.problems]


def edit(path: Path, sheet: str, change) -> Path:
    """Change a sheet as a person would in a spreadsheet program: change(worksheet, places by code)."""
    book = load_workbook(path, rich_text=True)
    cells = book[sheet][1]
    change(book[sheet], {str(cell.value).partition(".")[2]: cell.column for cell in cells})
    book.save(path)
    return path


def line(path: Path, text: str, sheet: str = "proposals") -> int:
    """The row of Excel that holds a text."""
    frame = cells_of(path, sheet).astype("str")
    return int(frame.index[frame.apply(lambda row: row.str.contains(text, regex=False).any(), axis=1)][0])


def test_an_accepted_proposal_becomes_target_and_mention(before, world, tmp_path):
    imported = import_review(decided(before, tmp_path), world)
    assert imported.written
    targets = added(imported, "targets", before).set_index("target_id")
    assert list(targets.index) == ["wu-t01", "wu-t02", "wu-t03"]
    share = targets.loc["wu-t01"]
    assert (share["indicator_id"], share["value_min"], share["unit"], share["comparator"]) == (
        *("teachers_dual", 60, "%"),
        "at_least",
    )
    assert (share["deadline"], share["scope_id"], share["kind"], share["basis"]) == (
        2025,
        "teachers",
        "goal",
        "numeral",
    )
    assert share["object_en"] == "Share of dual-qualified teachers"
    funding = targets.loc["wu-t03"]
    assert (funding["value_min"], funding["period"], funding["scope_id"]) == (8_000_000, "per_year", "")
    mentions = added(imported, "mentions", before)
    for row in mentions.itertuples():
        assert TEXT[row.start : row.end] == row.numeral
        assert TEXT[row.quote_start :].startswith(row.quote)
    assert list(mentions["numeral"]) == ["６０％", "4", "800万", "4"]


@pytest.mark.parametrize("mark", ["\t", "\n"])
def test_a_cell_of_a_table_becomes_a_mention_whose_quote_names_the_row(before, world, tmp_path, mark):
    rows = [("指标", "单位", "2024年", "2025年"), ("“双师型”教师占比", "%", "40", "50"), ("在线课程", "门", "30", "45")]
    text = TEXT.replace("附件 任务表\n1.", "附件\n" + "\n".join(mark.join(row) for row in rows) + "\n三、其他\n")
    shares = (*row_of("p004", scope_id="teachers"), *row_of("p005", scope_id="teachers"))
    imported = import_review(decided(before, tmp_path, *shares, text=text), world)
    assert imported.written, imported.problems
    mentions = added(imported, "mentions", before)
    quotes = dict(zip(mentions["numeral"], mentions["quote"], strict=True))
    assert quotes["40"] == mark.join(("“双师型”教师占比", "%", "40"))
    assert quotes["45"] == mark.join(("在线课程", "门", "30", "45"))
    data = load(world)
    assert check(data) == []
    # A quote over several cells comes whole through a workbook, and marks its number alone.
    verified = verify(data, rt.write_workbook(data, tmp_path / "world.xlsx", lang="en"))
    assert (verified.state, verified.differences) == (State.CURRENT, ())
    target = mentions.set_index("numeral").loc["45", "target_id"]
    assert f"{mark.join(('在线课程', '门', '30'))}{mark}【45】" in str(rt.show_evidence(data, target))


def test_rows_that_state_the_same_commitment_are_joined_and_settled(before, world, tmp_path):
    imported = import_review(decided(before, tmp_path), world)
    mentions = added(imported, "mentions", before)
    assert list(mentions["target_id"]) == ["wu-t01", "wu-t02", "wu-t03", "wu-t02"]
    schools = added(imported, "targets", before).set_index("target_id").loc["wu-t02"]
    # The annex has neither year nor level; the target is settled from the body.
    assert (schools["deadline"], schools["level_zh"], schools["level_min"]) == (2025, "省级", "provincial")
    assert pd.isna(mentions["deadline"][3])


def test_cleared_guess_of_the_same_commitment_gives_two_targets(before, world, tmp_path):
    imported = import_review(decided(before, tmp_path, *row_of("p004", same_as="")), world)
    assert len(added(imported, "targets", before)) == 4


def test_everything_holds_afterwards_and_every_digit_is_explained(before, world, tmp_path):
    imported = import_review(decided(before, tmp_path), world)
    data = load(world)
    assert check(data) == []
    assert repr(data) == repr(imported.data)
    document = data.documents.iloc[-1]
    assert (document["document_id"], document["number"], document["issued"]) == (
        *("wu-2023", "戊己政发〔2023〕9号"),
        "2023-03-01",
    )
    assert data.texts["wu-2023"] == TEXT
    assert (world / "sources" / "wu-2023.txt").read_bytes() == TEXT.encode()
    exclusions = added(imported, "exclusions", before)
    assert dict(zip(exclusions["start"], exclusions["reason"], strict=True))[TEXT.index("5G")] == "programme_name"
    assert list(added(imported, "context", before)["status"]) == ["not_coded"]


def test_a_rejected_proposal_becomes_an_exclusion_of_its_digits_only(before, world, tmp_path):
    rejected = row_of("p003", decision="reject", reject_reason="programme_name")
    imported = import_review(decided(before, tmp_path, *rejected), world)
    exclusions = added(imported, "exclusions", before).set_index("start")
    assert exclusions.loc[TEXT.index("800万"), ["end", "numeral", "reason"]].tolist() == [
        *(TEXT.index("800万") + 3, "800"),
        "programme_name",
    ]
    assert "funding_earmarked" not in set(added(imported, "targets", before)["indicator_id"])
    # The document still speaks of it, so the silence is declared with the word.
    silence = added(imported, "silences", before).set_index("indicator_id").loc["funding_earmarked"]
    assert TEXT[silence["start"] : silence["end"]] == "专项资金"


def test_a_silence_is_declared_only_where_words_occur_and_nothing_is_committed(before, world, tmp_path):
    imported = import_review(decided(before, tmp_path), world)
    assert added(imported, "silences", before)["indicator_id"].tolist() == ["courses_online"]


@pytest.mark.parametrize(
    ("written_as", "stands"),
    [
        ("到二〇二五年", "二〇二五"),
        ("到二○二五年", "二○二五"),
        ("到２０２５年", "２０２５"),
        ("到“十四五”末", "十四五"),
        ("到2024/25学年", "2024/25"),
        ("到2024至25学年", "2024至25"),
        ("到二〇二四至二五学年", "二〇二四至二五"),
    ],
)
def test_a_year_is_taken_in_as_the_text_writes_it(before, world, tmp_path, written_as, stands):
    text = TEXT.replace("到2025年", written_as)
    imported = import_review(decided(before, tmp_path, text=text), world)
    share = added(imported, "mentions", before).iloc[0]
    assert (share["deadline"], text[share["deadline_start"] : share["deadline_end"]]) == (2025, stands)
    assert check(load(world)) == []


def test_the_first_year_of_a_span_of_school_years_is_taken_in(before, world, tmp_path):
    text = TEXT.replace("到2025年", "在2024-25至2028-29学年")
    share = added(import_review(decided(before, tmp_path, text=text), world), "mentions", before).iloc[0]
    assert (share["start_year"], share["deadline"]) == (2024, 2029)
    assert text[share["start_year_start"] : share["start_year_end"]] == "2024-25"
    assert check(load(world)) == []


def test_what_begins_after_the_period_of_the_document_is_not_due_in_it(before, world, tmp_path):
    text = TEXT.replace("行动计划\n", "行动计划（2021—2024年）\n").replace("到2025年", "自2026年起")
    mentions = added(import_review(decided(before, tmp_path, text=text), world), "mentions", before)
    assert mentions["start_year"].tolist()[:2] == [2026, 2026]
    assert mentions["deadline"].isna().tolist()[:2] == [True, True]
    assert mentions["deadline"].tolist()[2] == 2024
    assert check(load(world)) == []


def test_a_rule_for_the_whole_year_of_an_annual_document_is_taken_in(before, world, tmp_path):
    text = TEXT.replace("行动计划\n", "2025年工作要点\n").replace("设立每年800万元", "全年不得少于800万元的")
    rows = row_of("p003", kind="rule")
    mentions = added(import_review(decided(before, tmp_path, *rows, text=text), world), "mentions", before)
    assert mentions["deadline"].tolist()[2] == 2025
    assert check(load(world)) == []


TRADITIONAL = """戊己縣職業教育行動計畫
戊己政發〔2023〕9號

一、目標
到民國114年，全縣職業院校「雙師型」教師占比達到６０％以上，建設4所省級優質中職學校。
推廣在線課程，打造5G實訓室。
二、保障
縣財政設立每年800萬元專項資金。
附件 任務表
1.建設4所優質中職學校。
戊己縣人民政府
中華民國112年3月1日
"""


def test_a_plan_in_traditional_characters_is_taken_in_like_any_other(before, world, tmp_path):
    imported = import_review(decided(before, tmp_path, text=TRADITIONAL), world)
    data = load(world)
    assert check(data) == []
    targets = added(imported, "targets", before)
    assert targets["indicator_id"].tolist() == ["teachers_dual", "schools_quality", "funding_earmarked"]
    assert targets["deadline"].tolist()[:2] == [2025, 2025]
    mentions = added(imported, "mentions", before)
    assert [TRADITIONAL[row.start : row.end] for row in mentions.itertuples()] == list(mentions["numeral"])
    assert mentions["numeral"].tolist() == ["６０％", "4", "800萬", "4"]
    document = data.documents.iloc[-1]
    assert (document["title_zh"], document["number"], document["issued"]) == (
        *("戊己縣職業教育行動計畫", "戊己政發〔2023〕9號"),
        "2023-03-01",
    )
    # What it speaks of without a number is a silence with its place, and not taken for never mentioned.
    (silence,) = added(imported, "silences", before).itertuples()
    assert (silence.indicator_id, TRADITIONAL[silence.start : silence.end]) == ("courses_online", "在線課程")


@pytest.mark.parametrize("decision", ["change", "accept"])
def test_an_edited_value_is_taken_whatever_the_decision_is_called(before, world, tmp_path, decision):
    edits = row_of("p001", decision=decision, object_zh="双师型教师", scope_id="special_teachers", modality="build")
    imported = import_review(decided(before, tmp_path, *edits), world)
    share = added(imported, "targets", before).iloc[0]
    assert (share["object_zh"], share["scope_id"], share["modality"]) == ("双师型教师", "special_teachers", "build")


def test_a_change_without_any_change_is_asked_about(before, world, tmp_path):
    found = problems(decided(before, tmp_path, *row_of("p003", decision="change")), world)
    assert len(found) == 1 and "] 5, Decision" in found[0] and "something changed" in found[0]


def test_a_value_that_the_text_does_not_say_needs_a_reason_which_is_kept(before, world, tmp_path):
    wrong = row_of("p003", value_min="900万")
    found = problems(decided(before, tmp_path, *wrong), world)
    assert any("] 5, Value (lower)" in line and "8000000" in line for line in found)
    bound = problems(decided(before, tmp_path, *row_of("p003", comparator="at_least")), world)
    assert any("] 5, Comparator" in line and "exactly, as the text reads" in line for line in bound)
    reasons = row_of("p003", exception_zh="更正公告改为900万", exception_en="Corrected to 9 million")
    imported = import_review(decided(before, tmp_path, *wrong, *reasons), world)
    exceptions = added(imported, "exceptions", before)
    assert set(exceptions["field"]) == {"value_min", "value_max"}
    assert set(exceptions["coded"]) == {"9000000"}
    assert added(imported, "targets", before)["value_max"].tolist()[2] == 9_000_000


@pytest.mark.parametrize(
    ("written_as", "value"),
    [("60 %", 60), ("６０", 60), ("60.0", 60), ("六十", 60), ("百分之六十", None), ("许多", None)],
)
def test_numbers_typed_as_text_are_read_or_asked_about(before, world, tmp_path, written_as, value):
    path = decided(before, tmp_path, *row_of("p001", value_min=written_as, value_max=written_as))
    if value is None:
        found = problems(path, world)
        assert any("] 3, Value (lower)" in line and written_as in line for line in found)
    else:
        imported = import_review(path, world)
        assert added(imported, "targets", before)["value_min"][0] == value


def test_a_changed_deadline_is_found_in_the_text_or_asked_about(before, world, tmp_path):
    found = problems(decided(before, tmp_path, *row_of("p002", deadline="2027")), world)
    assert any("] 4, Deadline" in line and "2027" in line for line in found)
    # 2023 stands in the text but does not govern the number; the check of the tables says so, in terms of the sheet.
    found = problems(decided(before, tmp_path, *row_of("p002", deadline="2023")), world)
    assert any("[proposals] 4, Deadline" in line for line in found)


def test_a_corrected_quote_and_numeral_move_their_offsets(before, world, tmp_path):
    path = decided(before, tmp_path, *row_of("p003", quote="每年800万元专项资金"))
    imported = import_review(path, world)
    mention = added(imported, "mentions", before).iloc[2]
    assert mention["quote_start"] == TEXT.index("每年800万")
    assert mention["quote"] == "每年800万元专项资金"


def test_the_numeral_must_be_whole(before, world, tmp_path):
    found = problems(decided(before, tmp_path, *row_of("p003", numeral="800")), world)
    assert any("] 5, Numeral" in line for line in found)


def test_half_filled_is_listed_by_row_and_nothing_is_written(before, world, tmp_path):
    path = written(before, tmp_path)
    found = problems(path, world)
    assert any("[proposals] 3–6, Decision: found nothing" in line for line in found)
    assert any("[regions] 3, Region id: found nothing" in line for line in found)
    assert any("[documents] 3, Title (English)" in line for line in found)
    fill_review(before, path, decisions())
    fill_review(before, path, decisions(*row_of("p002", decision="")).tail(1))
    (found,) = problems(path, world)
    assert found.startswith("review.xlsx [proposals] 4, Decision: found nothing; wanted one of the list.")


def test_a_rejected_number_needs_its_reason(before, world, tmp_path):
    found = problems(decided(before, tmp_path, *row_of("p003", decision="reject")), world)
    assert any("] 5, Reason to reject: found nothing" in line for line in found)


def test_a_dry_run_writes_nothing(before, world, tmp_path):
    files = snapshot(world)
    imported = import_review(decided(before, tmp_path), world, dry_run=True)
    assert not imported.written
    assert snapshot(world) == files
    assert dict(imported.rows.itertuples(index=False))["mentions"] == 4
    assert "wu" in set(imported.data.regions["region_id"])


def test_the_same_workbook_is_not_taken_in_twice(before, world, tmp_path):
    path = decided(before, tmp_path)
    import_review(path, world)
    found = problems(path, world)
    assert any("stands in data/ as wu-2023" in line for line in found)
    assert any("[regions] 3, Region id" in line and "data/regions.csv" in line for line in found)


@pytest.mark.parametrize(("column", "value"), [("region_id", "jia"), ("name_zh", "甲市"), ("adcode", "990100")])
def test_a_region_that_is_there_already_is_refused(before, world, tmp_path, column, value):
    found = problems(decided(before, tmp_path, ("regions", "1", column, value)), world)
    assert any("[regions] 3" in line and value in line for line in found)


def test_a_further_document_of_a_known_region_counts_on(before, world, tmp_path):
    cleared = [("regions", "1", column, "") for column in (*REGION, "parent_zh", "parent_en")]
    path = decided(before, tmp_path, *cleared, ("documents", "1", "region_id", "yi"))
    imported = import_review(path, world)
    assert added(imported, "regions", before).empty
    assert added(imported, "targets", before)["target_id"].tolist() == ["yi-t03", "yi-t04", "yi-t05"]
    # What was a silence is stated now, and its row is gone.
    silences = imported.data.silences
    assert ("yi", "teachers_dual") not in set(zip(silences["region_id"], silences["indicator_id"], strict=True))
    assert check(imported.data) == []


def test_a_text_of_the_same_name_is_never_overwritten(before, world, tmp_path):
    place = world / "sources" / "wu-2023.txt"
    place.write_bytes(b"another text")
    found = problems(decided(before, tmp_path), world)
    assert any("[documents] 3, Document id" in line and "wu-2023" in line for line in found)
    place.write_bytes(TEXT.encode())  # frozen there beforehand: the same text
    assert import_review(decided(before, tmp_path), world).written


def test_a_row_added_by_hand_is_located_and_read(before, world, tmp_path):
    text = TEXT.replace("推广在线课程", "上线精品在线课程三十门")
    hand = [("proposals", "+1", column, value) for column, value in ADDED.items()]
    drop = row_of("三十", decision="reject") if "三十" in str(rt.propose(text)["numeral"].tolist()) else []
    path = decided(before, tmp_path, *drop, *hand, text=text)
    imported = import_review(path, world)
    mention = added(imported, "mentions", before).set_index("numeral").loc["三十"]
    assert (mention["value_min"], mention["unit"], mention["comparator"]) == (30, "门", "exact")
    assert text[mention["start"] : mention["end"]] == "三十"
    assert mention["section_zh"] == "一、目标"
    assert "courses_online" in set(added(imported, "targets", before)["indicator_id"])


ADDED = {
    **{"decision": "accept", "quote": "上线精品在线课程三十门", "numeral": "三十", "indicator_id": "courses_online"},
    **{"kind": "goal", "object_zh": "在线课程", "modality": "build"},
}


def test_an_added_row_that_stands_at_several_places_is_asked_about(before, world, tmp_path):
    hand = {**ADDED, "quote": "优质中职学校", "numeral": "中", "indicator_id": "schools_quality"}
    rows = [("proposals", "+1", column, value) for column, value in hand.items()]
    places = [TEXT.index("中职学校"), TEXT.rindex("中职学校")]
    found = problems(decided(before, tmp_path, *rows), world)
    assert any("] 7, Start" in line and all(str(place) in line for place in places) for line in found)
    rows = [("proposals", "+1", column, value) for column, value in {**hand, "quote": "没有这句"}.items()]
    assert any("] 7, Quote" in line for line in problems(decided(before, tmp_path, *rows), world))


def test_an_added_row_at_the_place_of_another_is_reported(before, world, tmp_path):
    hand = {**ADDED, "quote": "每年800万元专项资金", "numeral": "800万", "indicator_id": "funding_earmarked"}
    rows = [("proposals", "+1", column, value) for column, value in hand.items()]
    found = problems(decided(before, tmp_path, *rows), world)
    assert any("] 7, Numeral" in line and "Row 5 is this place already" in line for line in found)


def test_a_figure_and_its_status_fit_together(before, world, tmp_path):
    found = problems(decided(before, tmp_path, ("context", "1", "value", "12万")), world)
    assert any("[context] 3, Status" in line and "only there" in line for line in found)
    rows = [("context", "1", "value", "12万"), ("context", "1", "status", "copy"), ("context", "1", "source", "x")]
    imported = import_review(decided(before, tmp_path, *rows), world)
    assert added(imported, "context", before)["value"].tolist() == [120_000]


def test_several_documents_of_several_regions_come_in_at_once(before, world, tmp_path):
    other = TEXT.replace("戊己", "庚辛").replace("4所", "6所").replace("６０％", "75%")
    texts = {"b.pdf": other, FILE: TEXT}
    proposals = pd.concat([rt.propose(text, file=name) for name, text in texts.items()])
    path = write_review(before, proposals, texts, tmp_path / "two.xlsx", lang="en")
    second = {"region_id": "geng", "name_en": "Geng", "admin_level": "county", "adcode": "990600"}
    rows = [
        *[("regions", "b.pdf", column, value) for column, value in second.items()],
        *[("regions", FILE, column, value) for column, value in REGION.items()],
        *[("documents", name, column, value) for name in texts for column, value in DOCUMENT.items()],
        *[("proposals", number, "scope_id", "teachers") for number in ("75%", "６０％")],
        ("proposals", "*", "decision", "accept"),
    ]
    fill_review(before, path, pd.DataFrame(rows, columns=["sheet", "row", "column", "value"]))
    imported = import_review(path, world)
    targets = added(imported, "targets", before)
    assert targets["target_id"].tolist() == [f"{region}-t0{n}" for region in ("geng", "wu") for n in (1, 2, 3)]
    assert targets["value_min"].tolist() == [75, 6, 8_000_000, 60, 4, 8_000_000]
    assert check(imported.data) == []
    assert set(added(imported, "silences", before)["region_id"]) == {"geng", "wu"}
    assert added(imported, "context", before)["region_id"].tolist() == ["geng", "wu"]


def test_a_deleted_row_is_reported(before, world, tmp_path):
    path = decided(before, tmp_path)
    edit(path, "proposals", lambda sheet, places: sheet.delete_rows(line(path, "p003")))
    edit(path, "other numerals", lambda sheet, places: sheet.delete_rows(line(path, "n004", "other numerals")))
    found = problems(path, world)
    assert any("[proposals]" in text and "1 gone: p003" in text for text in found)
    assert any("[other numerals]" in text and "1 gone: n004" in text for text in found)


def test_a_copied_row_is_reported_unless_it_is_the_same(before, world, tmp_path):
    path = decided(before, tmp_path)

    def copy(sheet, places, **changes):
        cells = [cell.value for cell in sheet[3]]
        for code, value in changes.items():
            cells[places[code] - 1] = value
        sheet.append(cells)

    edit(path, "proposals", lambda sheet, places: copy(sheet, places, unit="个"))
    assert any("copy of row 3" in text for text in problems(path, world))
    path = decided(before, tmp_path)
    edit(path, "proposals", copy)
    imported = import_review(path, world)
    assert len(added(imported, "mentions", before)) == 4


def tables_of(world: Path) -> dict[str, bytes]:
    return {name: content for name, content in snapshot(world).items() if name.endswith((".csv", ".txt"))}


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    """A filled workbook, the world it is for, and the tables that it gives."""
    from conftest import copy_world

    folder = tmp_path_factory.mktemp("plain")
    world = copy_world(folder)
    path = decided(load(world), folder)
    result = copy_world(tmp_path_factory.mktemp("result"))
    import_review(path, result)
    return path, world, tables_of(result)


def imported_tables(plain, path: Path, folder: Path) -> dict[str, bytes]:
    world = Path(shutil.copytree(plain[1], folder / "again"))
    try:
        import_review(path, world)
        return tables_of(world)
    finally:
        shutil.rmtree(world)


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10_000))
def test_the_order_of_rows_and_columns_plays_no_part(plain, tmp_path, seed):
    book = load_workbook(plain[0], rich_text=True)
    shuffle = random.Random(seed)
    for name in ("proposals", "other numerals", "silences"):
        sheet = book[name]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        body = rows[2:]
        shuffle.shuffle(body)
        order = list(range(len(rows[0])))
        shuffle.shuffle(order)
        for row, cells in enumerate([*rows[:2], *body], start=1):
            for place, source in enumerate(order, start=1):
                sheet.cell(row, place).value = cells[source]
    path = tmp_path / "shuffled.xlsx"
    book.save(path)
    assert imported_tables(plain, path, tmp_path) == plain[2]


def test_hidden_rows_remarks_own_columns_and_other_sheet_names_lose_nothing(plain, tmp_path):
    book = load_workbook(plain[0], rich_text=True)
    sheet = book["proposals"]
    sheet.row_dimensions[4].hidden = True
    sheet.auto_filter.add_filter_column(1, ["accept"])
    sheet.insert_cols(3)
    sheet.cell(2, 3).value, sheet.cell(3, 3).value = "my own column", "ask Li"
    sheet.cell(300, 2).value = "   "
    sheet.title = "Tabelle1"
    path = tmp_path / "moved.xlsx"
    book.save(path)
    assert imported_tables(plain, path, tmp_path) == plain[2]


def test_without_the_hidden_row_of_codes_headings_are_enough(plain, tmp_path):
    book = load_workbook(plain[0], rich_text=True)
    for sheet in book.worksheets[1:-3]:
        sheet.delete_rows(1)
    book["proposals"].insert_rows(1)
    book["proposals"]["A1"] = "a remark above the headings"
    path = tmp_path / "bare.xlsx"
    book.save(path)
    assert imported_tables(plain, path, tmp_path) == plain[2]


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not on this machine")
def test_saved_again_by_libreoffice_it_gives_the_same_tables(plain, tmp_path):
    command = [SOFFICE, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "xlsx"]
    subprocess.run([*command, "--outdir", tmp_path / "saved", plain[0]], check=True, capture_output=True, timeout=180)
    path = tmp_path / "saved" / plain[0].name
    assert imported_tables(plain, path, tmp_path) == plain[2]


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not on this machine")
def test_saved_again_by_libreoffice_without_a_change_it_may_be_written_anew(before, tmp_path):
    path = written(before, tmp_path)
    command = [SOFFICE, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "xlsx"]
    subprocess.run([*command, "--outdir", tmp_path / "saved", path], check=True, capture_output=True, timeout=180)
    check_untouched(tmp_path / "saved" / path.name)


def test_a_lost_column_or_sheet_is_reported(plain, tmp_path, world):
    book = load_workbook(plain[0])
    places = {cell.value: cell.column for cell in book["proposals"][1]}
    book["proposals"].delete_cols(places["proposals.unit"])
    del book["context"]
    path = tmp_path / "poor.xlsx"
    book.save(path)
    found = problems(path, world)
    assert any("[proposals], Unit: found no such column" in text for text in found)
    assert any("[context]" in text and "no such sheet" in text for text in found)


def test_a_workbook_that_is_none_of_ours_is_refused(world, tmp_path, before):
    book = load_workbook(written(before, tmp_path))
    del book["_texts"]
    book.save(tmp_path / "other.xlsx")
    with pytest.raises(DataError, match="_texts"):
        import_review(tmp_path / "other.xlsx", world)
    (tmp_path / "no.xlsx").write_text("no workbook")
    with pytest.raises(WorkbookError):
        import_review(tmp_path / "no.xlsx", world)


def test_a_text_changed_inside_the_workbook_is_refused(world, tmp_path, before):
    book = load_workbook(written(before, tmp_path))
    sheet = book["_texts"]
    sheet["D1"].value = sheet["D1"].value[:-8] + "AAAAAAA="
    book.save(tmp_path / "changed.xlsx")
    with pytest.raises(DataError, match="another text"):
        import_review(tmp_path / "changed.xlsx", world)


NEW_INDICATOR = {
    **{"indicator_id": "schools_three", "theme": "schools", "name_zh": "达标学校", "name_en": "Schools up to standard"},
    **{"measure": "count", "unit": "所", "definition_zh": "达标学校数", "definition_en": "Number of such schools"},
}


def test_a_new_indicator_is_declared_in_the_workbook_and_silences_of_others_are_asked_for(before, world, tmp_path):
    new = [("indicators", "1", column, value) for column, value in {**NEW_INDICATOR, "terms_zh": "达标"}.items()]
    rows = [*new, *row_of("p002", indicator_id="schools_three"), *row_of("p004", indicator_id="达标学校")]
    found = problems(decided(before, tmp_path, *rows), world)
    assert any("region id jia, indicator schools_three" in text and "达标" in text for text in found)
    silence = {"region_id": "jia", "indicator_id": "schools_three", "reason": "other_thing"}
    rows += [("silences", "+1", column, value) for column, value in silence.items()]
    path = decided(before, tmp_path, *rows)
    imported = import_review(path, world)
    assert "schools_three" in set(imported.data.indicators["indicator_id"])
    assert "schools_three" in set(added(imported, "targets", before)["indicator_id"])
    row = added(imported, "silences", before).set_index("indicator_id").loc["schools_three"]
    assert (row["region_id"], row["document_id"], row["reason"]) == ("jia", "jia-2023", "other_thing")


def test_a_refused_indicator_id_is_the_only_complaint_about_it(before, world, tmp_path):
    cells = {**NEW_INDICATOR, "indicator_id": "three schools", "terms_zh": "达标"}
    found = problems(
        decided(before, tmp_path, *[("indicators", "1", column, cell) for column, cell in cells.items()]), world
    )
    assert any("an id of a–z" in text for text in found)
    assert not any("达标" in text for text in found)


def test_a_failure_while_writing_leaves_every_file_as_it_was(before, world, tmp_path, monkeypatch):
    files = snapshot(world)
    real, calls = table_writing._write, []

    def fail_at_the_fourth(path, content):
        calls.append(path.name)
        if len(calls) == 4:
            raise OSError("disk full")
        real(path, content)

    monkeypatch.setattr(table_writing, "_write", fail_at_the_fourth)
    with pytest.raises(OSError, match="disk full"):
        import_review(decided(before, tmp_path), world)
    assert len(calls) == 4
    assert snapshot(world) == files


def test_bytes_of_the_old_rows_are_unchanged(before, world, tmp_path):
    old = snapshot(world)
    import_review(decided(before, tmp_path), world)
    for name in ("targets.csv", "mentions.csv", "exclusions.csv", "documents.csv", "regions.csv", "silences.csv"):
        assert (world / name).read_bytes().startswith(old[name])


def test_a_chinese_workbook_takes_words_of_both_languages(before, world, tmp_path):
    words = row_of("p001", decision="接受", comparator="at least", kind="目标", modality="硬性", period="in total")
    path = decided(before, tmp_path, *words, lang="zh")
    imported = import_review(path, world)
    assert added(imported, "targets", before)["comparator"][0] == "at_least"
    found = [worded(each, "zh") for each in _raised(path, world)]
    assert any("[地区] 3" in text and "应为" in text for text in found)


def _raised(path: Path, world: Path):
    with pytest.raises(DataError) as caught:
        import_review(path, world)
    return caught.value.problems


def test_filling_names_what_it_does_not_find(before, tmp_path):
    path = written(before, tmp_path)
    for row in (("proposals", "p999", "decision", "accept"), ("proposals", "p001", "nonsense", "x")):
        with pytest.raises(WorkbookError):
            fill_review(before, path, pd.DataFrame([row], columns=["sheet", "row", "column", "value"]))


# Fields of a proposal that a coder of the real data settled.
CODED = ("value_min", "value_max", "unit", "comparator", "deadline", "start_year", "level_zh", "section_zh", "quote")
SETTLED = (
    *("indicator_id", "kind", "period", "per_zh", "per_en", "scope_id", "standard_zh", "standard_en", "object_zh"),
    *("object_en", "modality", "responsible_zh", "note_zh", "note_en"),
)


def coded_decisions(data, document: str, proposals: pd.DataFrame) -> pd.DataFrame:
    """The decisions of those who coded a document of the real data, on what the program proposes."""
    targets = data.targets.set_index("target_id")
    mentions = data.mentions[data.mentions["document_id"] == document].sort_values("start")
    reasons = data.exclusions[data.exclusions["document_id"] == document].set_index("start")["reason"]
    numbers = {(row.start, row.end): f"p{place:03}" for place, row in enumerate(proposals.itertuples(), start=1)}
    first: dict[str, str] = {}
    rows = []
    for place, mention in enumerate(mentions.to_dict("records"), start=1):
        number = numbers.pop((mention["start"], mention["end"]), f"+{place}")
        values = {code: mention[code] for code in CODED} | {c: targets.loc[mention["target_id"], c] for c in SETTLED}
        name = number.replace("+", "x")
        values |= {"decision": "accept", "numeral": mention["numeral"], "same_as": first.get(mention["target_id"], "")}
        values |= {"no": name, "start": mention["start"]} if number.startswith("+") else {}
        first.setdefault(mention["target_id"], name)
        rows += [("proposals", number, code, "" if pd.isna(value) else f"{value}") for code, value in values.items()]
    for (start, _), number in numbers.items():
        rows += [("proposals", number, "decision", "reject"), ("proposals", number, "reject_reason", reasons[start])]
    for place, row in enumerate(rt.left_out(data.texts[document]).itertuples(), start=1):
        rows.append(("other_numerals", f"n{place:03}", "reason", reasons.get(row.start, "attribute")))
    silences = data.silences[data.silences["document_id"] == document]
    for row in silences.itertuples():
        rows += [("silences", f"· {row.indicator_id}", "reason", row.reason)]
    for table, key in (("regions", "region_id"), ("documents", "document_id")):
        frame = data.documents if table == "documents" else data.regions
        wanted = document if table == "documents" else data.documents.set_index(key).index[0]
        wanted = data.documents.set_index("document_id").loc[document, key] if table == "regions" else wanted
        cells = frame.set_index(key, drop=False).loc[wanted].drop(["file", "sha256"], errors="ignore")
        rows += [(table, "1", code, "" if pd.isna(value) else f"{value}") for code, value in cells.items()]
    return pd.DataFrame(rows, columns=["sheet", "row", "column", "value"])


def test_a_document_that_is_coded_already_comes_out_as_it_was_coded(data, tmp_path):
    """Take a region of the real data out, review its text with its coders' decisions, and get its rows back."""
    sizes = data.mentions["document_id"].value_counts()
    document = str(sizes.index[-1])
    region = data.documents.set_index("document_id").loc[document, "region_id"]
    folder = Path(shutil.copytree(data.folder, tmp_path / "data"))
    for name, table in data.schema.tables.items():
        frame = data.table(name)
        mine = frame.columns.intersection(["region_id", "document_id"])
        kept = ~frame[mine].isin([region, document]).any(axis=1)
        keys = set(frame.loc[~kept, list(table.primary_key)].astype("str").itertuples(index=False, name=None))
        path = folder / table.file
        path.write_bytes(table_writing.without_rows(path.read_bytes(), table, keys))
    small = load(folder)
    assert len(small.regions) == len(data.regions) - 1 and check(small) == []
    text = data.texts[document]
    proposals = rt.propose(text, file="plan.txt")
    path = write_review(small, proposals, {"plan.txt": text}, tmp_path / "review.xlsx")
    fill_review(small, path, coded_decisions(data, document, proposals))
    imported = import_review(path, folder)
    shown = ["start", "end", "numeral", "quote_start", "quote", *CODED, "deadline_start", "deadline_end"]
    for table, columns in (("mentions", shown), ("exclusions", ["start", "end", "numeral", "reason"])):
        pairs = []
        for each in (imported.data, data):
            frame = each.table(table)
            frame = frame[frame["document_id"] == document].sort_values("start")
            pairs.append(frame[list(dict.fromkeys(columns))].reset_index(drop=True))
        pd.testing.assert_frame_equal(*pairs)
    pairs = []
    for each in (imported.data, data):
        frame = each.targets[each.targets["region_id"] == region].drop(columns="target_id")
        pairs.append(frame.sort_values(["indicator_id", "value_min"]).reset_index(drop=True))
    pd.testing.assert_frame_equal(*pairs)


def test_a_term_and_a_lead_in_of_five_years_come_into_the_tables_and_are_checked(world, before, tmp_path):
    text = TEXT.replace("到2025年，全市", "2023年起三年内，全市")
    imported = import_review(decided(before, tmp_path, text=text), world)
    assert list(check(imported.data)) == []
    mention = added(imported, "mentions", before).iloc[0]
    assert (mention["deadline"], mention["start_year"]) == (2025, 2023)
    new = imported.data.texts[mention["document_id"]]
    assert new[int(mention["deadline_start"]) : int(mention["deadline_end"])] == "2023年起三年内"
