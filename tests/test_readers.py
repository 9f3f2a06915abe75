"""Every format and encoding gives the text that a person sees, or an error that says what to do; freezing a text."""

from __future__ import annotations

import hashlib
import io
import zipfile

import docx
import opencc
import pytest
from make_documents import pdf, replace_in_word, word

from regional_targets.documents.docx_text import MAX_RATIO
from regional_targets.documents.pdf_text import join_wrapped
from regional_targets.documents.readers import MAX_BYTES, freeze, read_bytes, read_document
from regional_targets.errors import DocumentError, ExportError

TEXT = "一、总体目标\n到2025年，全市建成３所省级以上高水平职业学校，双师型教师占专业课教师的比例不低于50%。\n"
TRADITIONAL = opencc.OpenCC("s2t").convert(TEXT)


@pytest.fixture
def file(tmp_path):
    def file(name: str, content: bytes):
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return file


# Texts


@pytest.mark.parametrize("text", [TEXT, TRADITIONAL], ids=["simplified", "traditional"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "gb18030"])
def test_a_text_is_the_same_whatever_its_encoding(text, encoding):
    document = read_bytes(text.encode(encoding), "plan.txt")
    assert document.text == text
    assert document.format == "txt"


@pytest.mark.parametrize("encoding", ["big5", "cp950", "big5hkscs"])
def test_big5_is_told_from_gb18030_in_which_it_is_valid_too(encoding):
    content = TRADITIONAL.encode(encoding)
    assert content.decode("gb18030") != TRADITIONAL
    assert read_bytes(content, "plan.txt").text == TRADITIONAL


def test_every_source_is_read_from_every_encoding(data):
    to_traditional = opencc.OpenCC("s2t").convert
    for text in data.texts.values():
        for part in (text, text[2000:2060]):
            assert read_bytes(part.encode("gb18030"), "a.txt").text == part
            traditional = to_traditional(part).encode("big5hkscs", "ignore").decode("big5hkscs")
            assert read_bytes(traditional.encode("big5hkscs"), "a.txt").text == traditional


def test_a_guess_is_a_warning_and_certainty_is_not():
    assert "guessed" in read_bytes(TEXT.encode("gb18030"), "a.txt").warnings[0]
    assert read_bytes(TEXT.encode("utf-8-sig"), "a.txt").warnings == ()


def test_line_ends_become_one_and_nothing_else_changes():
    raw = "\u3000第一\u00a0条\r\n２０２５年\r é e\u0301 \t\n\n"
    assert read_bytes(raw.encode(), "a.txt").text == "\u3000第一\u00a0条\n２０２５年\n é e\u0301 \t\n\n"


def test_the_fingerprint_is_of_the_bytes(file):
    content = TEXT.encode("gb18030")
    document = read_document(file("A.TXT", content))
    assert document.sha256 == hashlib.sha256(content).hexdigest()
    assert (document.name, document.encoding) == ("A.TXT", "gb18030")


def test_damage_from_before_is_a_warning():
    warnings = read_bytes("到2025年\ufffd\ufffd\ue5e5".encode(), "a.txt").warnings
    assert warnings == ("3 character(s) without meaning, the first U+FFFD",)
    assert read_bytes(b"in English", "a.txt").warnings == ("holds no Chinese character",)


# Web pages


def page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head><title>市政府</title>{head}</head><body>{body}</body></html>"


def test_a_page_loses_scripts_and_styles_and_nothing_else():
    code = "<script>var a='脚本50';</script><style>p{}</style>"
    body = f"{code}<div>首页 &gt; 政府文件</div><p>建成<b>3</b><span>所</span></p>"
    document = read_bytes(page(body).encode(), "a.html")
    assert [line for line in document.text.split("\n") if line] == ["首页 > 政府文件", "建成3所"]


@pytest.mark.parametrize("declared", ["gb2312", "GBK", "gb18030"])
@pytest.mark.parametrize(
    "form", ['<meta charset="{}">', "<meta http-equiv=Content-Type content='text/html; charset={}'>"]
)
def test_a_page_is_read_as_it_declares_itself(declared, form):
    content = page(f"<p>{TEXT}镕</p>", form.format(declared)).encode("gb18030")
    document = read_bytes(content, "a.htm")
    assert "不低于50%。" in document.text and "镕" in document.text
    assert (document.encoding, document.warnings) == ("gb18030", ())


@pytest.mark.parametrize(("declared", "actual"), [("gb2312", "utf-8"), ("utf-8", "gb18030"), ("big5", "gb18030")])
def test_a_wrong_declaration_is_found_out(declared, actual):
    document = read_bytes(page(f"<p>{TEXT}</p>", f"<meta charset={declared}>").encode(actual), "a.html")
    assert "双师型教师占专业课教师的比例不低于50%。" in document.text
    assert document.encoding == actual
    assert document.warnings[0].startswith(f"declared as {declared}")


def test_an_xml_declaration_does_no_harm():
    content = f'<?xml version="1.0" encoding="gb2312"?>\n{page("<p>全市建成三所学校</p>")}'.encode("gb18030")
    assert read_bytes(content, "a.html").text.strip() == "全市建成三所学校"


def test_entities_are_read():
    assert read_bytes(page("<p>&ge;50&#37;&nbsp;&#x5E74;&amp;</p>").encode(), "a.html").text.strip() == "≥50% 年&"


def test_a_row_of_a_page_is_a_line_with_tabs():
    cells = "<tr><td><p>师资</p></td><td>到2025年<br>达到50%</td><td></td></tr>"
    body = f"<table><tr><th>任务</th><th>目标</th><th>单位</th></tr>{cells}</table><p>完</p>"
    assert read_bytes(page(body).encode(), "a.html").text.rstrip().split("\n") == [
        *["任务\t目标\t单位", "师资\t到2025年", "达到50%\t", "", "完"]
    ]


def test_a_page_laid_out_by_a_table_keeps_its_paragraphs_whole():
    inner = f"<table><tr><td>甲</td><td>乙</td></tr></table><p>{TEXT}</p>"
    body = f"<table><tr><td>首页<p>公开</p></td><td>{inner}</td></tr></table>"
    lines = read_bytes(page(body).encode(), "a.html").text.split("\n")
    assert "甲\t乙" in lines
    assert "一、总体目标 到2025年，全市建成３所省级以上高水平职业学校，双师型教师占专业课教师的比例不低于50%。" in lines


def test_text_after_what_word_leaves_in_pages_is_kept():
    left = '<o:p></o:p><?xml:namespace prefix = o ns = "urn:x" />'
    body = f"<p>建成{left}3所<!-- 注 -->学校<q>双高</q></p><ul><li>甲</li></ul>"
    lines = read_bytes(page(body).encode(), "a.html").text.split("\n")
    assert [line for line in lines if line] == ["建成3所学校双高", "甲"]


def test_hidden_elements_are_kept_for_scripts_show_them():
    assert read_bytes(page('<div style="display:none">建成3所</div>').encode(), "a.html").text == "建成3所"


# Word


def test_paragraphs_and_tables_come_in_document_order():
    made = docx.Document()
    made.add_paragraph("前言")
    table = made.add_table(2, 2)
    for cell, text in zip(table._cells, ["任务", "目标", "师资", "50%\n以上"], strict=True):
        cell.text = text
    made.add_paragraph("到2025年\t建成3所")
    saved = io.BytesIO()
    made.save(saved)
    assert read_bytes(saved.getvalue(), "a.docx").text == "前言\n任务\t目标\n师资\t50%\n以上\n到2025年\t建成3所"


def test_a_merged_cell_is_written_once():
    made = docx.Document()
    table = made.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "合并"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "横"
    saved = io.BytesIO()
    made.save(saved)
    assert read_bytes(saved.getvalue(), "a.docx").text == "合并\t横\n\t\t"


RUN = "<w:r><w:t>{}</w:t></w:r>"
ROW = "<w:tr><w:tc><w:p>{}</w:p></w:tc></w:tr>"
CONTROL = ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>")
WRAPPED = {
    "smart tag": '<w:p><w:smartTag w:element="chsdate">{}</w:smartTag></w:p>',
    "insertion": '<w:p><w:ins w:id="1">{}</w:ins></w:p>',
    "content control": "<w:sdt><w:sdtContent><w:p>{}</w:p></w:sdtContent></w:sdt>",
    "control in a line": "<w:p><w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt></w:p>",
    "text box": "<w:p><w:r><w:pict><w:txbxContent><w:p>{}</w:p></w:txbxContent></w:pict></w:r></w:p>",
    "field": '<w:p><w:fldSimple w:instr="x">{}</w:fldSimple></w:p>',
    "table in a control": f"{CONTROL[0]}<w:tbl>{ROW}</w:tbl>{CONTROL[1]}",
    "row in a control": f"<w:tbl>{CONTROL[0]}{ROW}{CONTROL[1]}</w:tbl>",
}


@pytest.mark.parametrize("wrapper", WRAPPED.values(), ids=WRAPPED)
def test_numbers_in_wrappers_of_word_are_kept(wrapper):
    document = read_bytes(word("前言", body=wrapper.format(RUN.format("2025年"))), "a.docx")
    assert [line for line in document.text.split("\n") if line] == ["前言", "2025年"]


def test_what_was_deleted_or_moved_away_is_not_read():
    body = f'<w:p><w:del w:id="1"><w:r><w:delText>旧</w:delText></w:r></w:del><w:moveFrom w:id="2">{RUN.format("移")}'
    assert read_bytes(word("甲", body=f"{body}</w:moveFrom>{RUN.format('新')}</w:p>"), "a.docx").text == "甲\n新"


def test_numbers_that_word_counts_are_a_warning():
    numbered = "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>目标</w:t></w:r></w:p>"
    document = read_bytes(word(body=numbered), "a.docx")
    assert document.text == "目标"
    assert document.warnings == ("1 paragraph(s) numbered by Word itself; these numbers are not part of the text",)


def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 40_000_000)
    assert 40_000_000 / len(out.getvalue()) > MAX_RATIO
    with pytest.raises(DocumentError, match=r"unpacks to 38 MiB, .* as a zip bomb does"):
        read_bytes(out.getvalue(), "a.docx")


def test_entities_of_a_word_file_are_not_expanded():
    bomb = '<!DOCTYPE d [<!ENTITY a "很长很长">]>'
    content = replace_in_word(word("x甲"), "<w:document", f"{bomb}<w:document")
    content = replace_in_word(content, "x甲", "x甲&a;&a;")
    assert "很长" not in read_bytes(content, "a.docx").text


# PDF


def test_pages_of_a_pdf_follow_each_other():
    document = read_bytes(pdf(["一、目标", "建成3所学校。"], ["二、保障"]), "a.pdf")
    assert document.text.split("\n") == ["一、目标", "建成3所学校。", "二、保障"]


def test_a_line_that_the_margin_broke_is_joined():
    lines = [
        "到2025年，全市建成省级以上高水平职业学校",
        "三所，双师型教师占专业课教师的比例不低于",
        "50%，企业学院二十个。",
        "二、保障措施",
    ]
    assert read_bytes(pdf(lines), "a.pdf").text.split("\n") == ["".join(lines[:3]), lines[3]]


@pytest.mark.parametrize(
    "lines",
    [
        ["市教育局", "市财政局", "市人力资源和社会保障局"],
        ["全市建成省级以上高水平职业学校及专业群三所。", "全市建成省级以上高水平职业学校及专业群十所。"],
        ["建设学校　　 到二〇二五年建成三所示范学校　　市局", "师资队伍　　 到二〇二五年建成三所示范学校　　市局"],
        ["全市建成省级以上高水平职业学校以及专业群的办法", "（一）建成省级以上高水平职业学校以及专业群的办法"],
        ["全市建成省级以上高水平职业学校以及专业群的办法", "3.建成省级以上高水平职业学校以及专业群各个办法等"],
        ["全市建成省级以上高水平职业学校以及专业群的办法", "- 3 -", "建成省级以上高水平职业学校以及专业群的办法而且"],
        ["很短的一行", "全市建成省级以上高水平职业学校以及专业群的办法"],
    ],
    ids=["names", "sentences", "columns", "list", "number", "page number", "one wide line"],
)
def test_lines_that_may_be_of_their_own_are_left(lines):
    assert join_wrapped(lines) == lines


def test_a_decimal_at_the_begin_of_a_line_is_no_list_marker():
    lines = ["全市建成省级以上高水平职业学校以及专业群并投入", "3.5亿元支持省级以上高水平职业学校以及专业群建设"]
    assert join_wrapped(lines) == ["".join(lines)]


def test_latin_words_keep_a_blank_between_them():
    assert join_wrapped(
        ["the plan of the municipal office for the next", "years and for all the schools of the city now"]
    ) == ["the plan of the municipal office for the next years and for all the schools of the city now"]


def test_a_pdf_with_a_page_without_text_is_a_warning():
    assert read_bytes(pdf(["建成3所"], []), "a.pdf").warnings == ("page(s) without text, perhaps scanned: 2",)


# What cannot be read

CASES = {
    "empty": ("a.txt", b"", "is empty, 0 bytes"),
    "blank": ("a.txt", " \n\u3000".encode(), "holds no text"),
    "blank page": ("a.html", page("<script>go()</script>").encode(), "holds no text. A page that a script fills"),
    "blank word": ("a.docx", word(), "holds no text"),
    "unknown": ("a.xlsx", b"x", "the ending .xlsx is not known; wanted .txt, .html, .htm, .docx, .pdf"),
    "none": ("README", b"x", r"the ending \(none\) is not known"),
    "old word": ("a.doc", b"x", "save it as .docx"),
    "old word renamed": ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1", "protected by a password, or an old .doc"),
    "pdf renamed": ("a.txt", pdf(["甲"]), "its first bytes are those of .pdf"),
    "word renamed": ("a.html", word("甲"), "its first bytes are those of .docx"),
    "broken word": ("a.docx", word("甲")[:2000], "its archive is broken"),
    "word without text": (
        "a.docx",
        replace_in_word(word("甲"), "<w:body>", "<w:bo"),
        "cannot be opened as a Word file",
    ),
    "no pdf": ("a.pdf", b"hello", "cannot be opened as a PDF"),
    "locked pdf": ("a.pdf", pdf(["甲"], locked=True), "is protected by a password"),
    "scan": ("a.pdf", pdf([], []), r"is a scan: none of its 2 page\(s\) holds text"),
    "page numbers only": ("a.pdf", pdf(["- 1 -"]), "is a scan"),
    "half a character": ("a.txt", TEXT.encode()[:-2], r"neither UTF-8 \(breaks at byte \d+\)"),
    "no text at all": ("a.txt", bytes(range(128, 256)) * 9, "neither UTF-8"),
    "another language": ("a.txt", "Größenmaßstäbe für Öfen".encode("latin-1"), "neither UTF-8"),
    "mark that lies": ("a.txt", b"\xef\xbb\xbf\xff\xff", "byte order mark of utf-8, but byte 3 is not"),
}


@pytest.mark.parametrize(("name", "content", "message"), CASES.values(), ids=CASES)
def test_what_cannot_be_read_says_why_and_what_to_do(name, content, message):
    with pytest.raises(DocumentError, match=f"^{name}: .*{message}"):
        read_bytes(content, name)


def test_a_missing_file_is_an_error_of_its_own(tmp_path):
    with pytest.raises(DocumentError, match=r"^none.txt: cannot be read \(No such file"):
        read_document(tmp_path / "none.txt")


def test_a_huge_file_is_refused_unread(tmp_path):
    with (tmp_path / "a.txt").open("wb") as huge:
        huge.truncate(MAX_BYTES + 1)
    with pytest.raises(DocumentError, match="has 64 MiB; at most 64 MiB are read"):
        read_document(tmp_path / "a.txt")


# Freezing


def test_a_frozen_text_is_read_again_with_the_same_offsets(file, tmp_path):
    origin = file("方案.docx", word("到2025年", "建成3所"))
    frozen = freeze(origin, tmp_path / "data", "city-2024")
    assert frozen.path == tmp_path / "data" / "sources" / "city-2024.txt"
    assert frozen.path.read_bytes().decode("utf-8") == read_document(origin).text
    assert frozen.sha256 == hashlib.sha256(frozen.path.read_bytes()).hexdigest()
    assert frozen.origin == "方案.docx"
    assert frozen.origin_sha256 == hashlib.sha256(origin.read_bytes()).hexdigest()


def test_freezing_the_same_text_twice_is_fine_and_another_is_refused(file, tmp_path):
    origin = file("a.txt", TEXT.encode())
    first = freeze(origin, tmp_path, "city")
    assert freeze(origin, tmp_path, "city") == first
    with pytest.raises(ExportError, match="stands there with another text"):
        freeze(file("b.txt", TEXT.encode() + b"x"), tmp_path, "city")
    assert first.path.read_text(encoding="utf-8") == TEXT


@pytest.mark.parametrize("name", ["", "City", "a_b", "../x", "a-", "市"])
def test_a_text_has_a_plain_name(file, tmp_path, name):
    with pytest.raises(ExportError, match="wanted lower-case letters, digits and hyphens"):
        freeze(file("a.txt", TEXT.encode()), tmp_path, name)
