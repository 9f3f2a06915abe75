"""The table for a paper, read back from the Word document and from the HTML page."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import docx
import pytest
from docx.oxml.ns import qn

import regional_targets as rt
from regional_targets.citations import citation
from regional_targets.language import pick
from regional_targets.overviews import OVERVIEWS
from regional_targets.publication_tables import publication_table


def figure_ids(data):
    return rt.catalogue(data)


def table_of(document):
    return [[cell.text for cell in row.cells] for row in document.tables[0].rows]


@pytest.fixture(params=["zh", "en"])
def lang(request):
    return request.param


@pytest.fixture
def silent(data):
    """A figure in which one region has two commitments and others are silent for a reason."""
    return next(
        fig_id
        for fig_id in figure_ids(data)
        if (made := rt.figure(data, fig_id)).form == "intervals"
        and made.marks["region_id"].duplicated().any()
        and (made.marks["status"] == "no_number").any()
    )


def test_each_mark_is_a_row_with_its_amount_or_the_reason_of_silence(data, silent, lang):
    made = rt.figure(data, silent, lang)
    table = publication_table(data, made)
    assert [row[0] for row in table.rows] == list(made.marks["region"])
    amounts = [row[table.headings.index(pick(lang, "承诺值", "Committed value"))] for row in table.rows]
    for mark, amount in zip(made.marks.itertuples(), amounts, strict=True):
        assert amount == (mark.amount if mark.status == "stated" else mark.label)
    letters = [row[table.headings.index(pick(lang, "脚注", "Notes"))] for row in table.rows]
    assert letters == [text or "—" for text in made.marks["footnotes"]]


def test_deadlines_and_periods_are_those_of_the_targets(data, lang):
    targets, heads = (
        data.targets.set_index("target_id"),
        (pick(lang, "期限", "Deadline"), pick(lang, "计量周期", "Period")),
    )
    seen = set()
    for fig_id in [fig_id for fig_id in figure_ids(data) if fig_id not in OVERVIEWS]:
        made = rt.figure(data, fig_id, lang)
        marks, table = made.marks, publication_table(data, made)
        columns = dict(zip(table.headings, zip(*table.rows, strict=True), strict=True))
        for row, target_id in enumerate(marks["target_id"]):
            years, period = (columns[head][row] if head in columns else "—" for head in heads)
            if not target_id:
                assert (years, period) == ("—", "—")
                continue
            target = targets.loc[target_id]
            undated = target[["start_year", "deadline"]].isna().all()
            assert set(re.findall(r"\d{4}", years)) == set(map(str, target[["start_year", "deadline"]].dropna()))
            assert (years == pick(lang, "未注明", "not stated")) == (undated and target["kind"] in ("goal", "funding"))
            assert (period == "—") == (target["period"] == "total")
            seen |= {years, period}
    assert len(seen) > 5


def test_notes_hold_every_caveat_and_the_reason_of_each_silence(data, silent, lang):
    made = rt.figure(data, silent, lang)
    table = publication_table(data, made)
    text = "\n".join(table.notes)
    for note in made.notes:
        assert re.sub("^(虚线：|dashed line: )", "", note) in table.notes
    reasons = data.silences[data.silences["indicator_id"] == made.indicator_id]
    assert len(reasons) > 1
    for row in reasons.itertuples():
        assert getattr(row, f"note_{lang}") in text


def test_each_row_names_its_document_and_each_document_is_cited_once(data, silent, lang):
    made = rt.figure(data, silent, lang)
    table = publication_table(data, made)
    held = data.targets.set_index("target_id")["document_id"]
    numbers = [row[-1] for row in table.rows]
    for mark, number in zip(made.marks.itertuples(), numbers, strict=True):
        cited = [table.sources[int(place) - 1] for place in re.findall(r"\[(\d+)\]", number)]
        wanted = (
            [held[mark.target_id]]
            if mark.status == "stated"
            else list(data.documents.query("region_id == @mark.region_id")["document_id"])
        )
        assert cited == [citation(data, document, lang) for document in wanted]
    assert len(set(table.sources)) == len(table.sources)


def test_the_word_document_holds_the_whole_table(data, tmp_path, lang):
    for fig_id in figure_ids(data):
        path = rt.to_docx(data, fig_id, tmp_path, lang)
        assert path == tmp_path / f"{fig_id}.{lang}.docx"
        table, document = publication_table(data, fig_id, lang), docx.Document(str(path))
        assert table_of(document) == [list(table.headings), *map(list, table.rows)]
        texts = [paragraph.text for paragraph in document.paragraphs]
        assert texts[0] == table.title and texts[1] == table.subtitle and texts[-1] == table.origin
        for wanted in (*table.notes, *(f"[{n}] {text}" for n, text in enumerate(table.sources, start=1))):
            assert wanted in texts


def test_the_word_document_is_made_as_journals_want(data, silent, tmp_path):
    path = rt.to_docx(data, silent, tmp_path / "table.docx")
    document = docx.Document(str(path))
    table = document.tables[0]
    assert table.style.name == "Three Line Table" and table.style.element.type.name == "TABLE"
    header = table.rows[0]._tr.trPr
    assert header.find(qn("w:tblHeader")) is not None
    assert [row._tr.trPr.find(qn("w:tblHeader")) for row in table.rows[1:]] == [None] * (len(table.rows) - 1)
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    for name in ("Normal", "Caption"):
        assert document.styles[name].element.rPr.rFonts.get(qn("w:eastAsia")) == "宋体"
    assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == document.paragraphs[0].text
    language = next(document.styles.element.iter(qn("w:lang")))
    assert language.get(qn("w:eastAsia")) == "zh-CN"
    assert document.core_properties.language == "zh-CN"
    assert document.core_properties.created.date().isoformat() == data.schema.created


def test_widths_fill_the_page_and_no_more(data, tmp_path):
    for fig_id in figure_ids(data)[:5]:
        document = docx.Document(str(rt.to_docx(data, fig_id, tmp_path, "en")))
        section = document.sections[0]
        page = section.page_width - section.left_margin - section.right_margin
        assert sum(column.width for column in document.tables[0].columns) == pytest.approx(page, rel=0.01)


def parsed(page):
    """Our page is well-formed but for what HTML leaves open."""
    body = re.sub(r"<!DOCTYPE html>|<meta[^>]*>|<style>.*?</style>", "", page, flags=re.DOTALL).replace("<br>", "<br/>")
    return ET.fromstring(body)


def test_the_html_page_holds_the_same_table(data, silent, tmp_path, lang):
    page = rt.to_html(data, silent, tmp_path / "table.html", lang)
    assert (tmp_path / "table.html").read_text(encoding="utf-8") == page
    table, root = publication_table(data, silent, lang), parsed(page)
    assert root.get("lang") == pick(lang, "zh-CN", "en-GB")
    made = root.find(".//table")
    assert made.get("id") == silent
    assert made[0].tag == "caption" and "".join(made[0].itertext()) == table.title + table.subtitle
    assert [(head.get("scope"), head.text) for head in made.findall("thead/tr/th")] == [
        ("col", text) for text in table.headings
    ]
    rows = made.findall("tbody/tr")
    assert [[cell.text for cell in row] for row in rows] == [list(row) for row in table.rows]
    assert {(row[0].tag, row[0].get("scope")) for row in rows} == {("th", "row")}
    text = "".join(root.itertext())
    assert all(wanted in text for wanted in (*table.notes, *table.sources, table.origin))


def test_html_escapes_what_the_data_hold(data, silent, change):
    region = rt.figure(data, silent).marks["region_id"].iloc[0]
    evil = '<script>alert("x")</script> & co'
    page = rt.to_html(change(data, "regions", region, name_en=evil), silent, lang="en")
    assert "<script>" not in page
    assert parsed(page).find(".//tbody/tr/th").text == evil


def test_without_a_path_html_writes_nothing_and_docx_goes_to_the_current_folder(data, silent, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    rt.to_html(data, silent)
    assert list(tmp_path.iterdir()) == []
    rt.to_docx(data, silent)
    assert [path.name for path in tmp_path.iterdir()] == [f"{silent}.zh.docx"]


def test_a_comparison_shows_its_rows_in_its_order_and_nothing_of_the_others(data, silent):
    indicator = rt.figure(data, silent).indicator_id
    whole = rt.compare(data, indicator, "zh")
    two = whole.iloc[[len(whole) - 1, 0]]
    table = publication_table(data, two)
    assert table.id == silent
    assert [row[0] for row in table.rows] == list(two["region"])
    left_out = set(whole["region"]) - set(two["region"])
    assert left_out and not any(region in "\n".join((*table.notes, *table.sources)) for region in left_out)
    assert "1项承诺" in table.subtitle


def test_a_figure_keeps_its_language_unless_another_is_asked(data, silent):
    made = rt.figure(data, silent, "en")
    assert publication_table(data, made).lang == "en"
    assert publication_table(data, made, "zh").title == rt.figure(data, silent, "zh").title


def test_a_wrong_ending_and_a_frame_without_commitments_are_named(data, silent, tmp_path):
    with pytest.raises(rt.ExportError, match=r"found the ending '\.doc'; wanted \.docx"):
        rt.to_docx(data, silent, tmp_path / "table.doc")
    frame = rt.compare(data, rt.figure(data, silent).indicator_id).query("status != 'stated'")
    with pytest.raises(rt.ComparisonError, match="found commitments of 0 indicators"):
        rt.to_html(data, frame)
    assert list(tmp_path.iterdir()) == []


def test_an_open_document_is_left_whole(data, silent, tmp_path):
    path = rt.to_docx(data, silent, tmp_path / "table.docx")
    before = path.read_bytes()
    (tmp_path / "~$table.docx").touch()
    with pytest.raises(rt.ExportError, match="open in another program"):
        rt.to_docx(data, silent, path)
    assert path.read_bytes() == before


def test_many_columns_lie_on_a_broad_page(data, tmp_path):
    wide = next(fig_id for fig_id in figure_ids(data) if len(publication_table(data, fig_id).headings) > 8)
    section = docx.Document(str(rt.to_docx(data, wide, tmp_path))).sections[0]
    assert section.page_width > section.page_height
