"""The codebook as the workbook shows it, and its Chinese version beside the English one."""

import re
from dataclasses import replace

import pytest

import regional_targets as rt
from regional_targets.tables import REPOSITORY_DATA
from regional_targets.workbook.codebook import FILES, codebook_columns, read_codebook

CODES = re.compile(r"`([^`]+)`")
ZH, EN = ((REPOSITORY_DATA / name).read_text(encoding="utf-8") for name in FILES)


def test_both_languages_have_the_same_sections_items_and_order():
    zh, en = read_codebook(REPOSITORY_DATA, "zh"), read_codebook(REPOSITORY_DATA, "en")
    assert [len(match) for match in re.findall("^#+", ZH, re.MULTILINE)] == [
        len(match) for match in re.findall("^#+", EN, re.MULTILINE)
    ]
    assert [ruling.item for ruling in zh] == [ruling.item for ruling in en]
    # A section of one language is one section of the other.
    assert len(dict.fromkeys((a.section, b.section) for a, b in zip(zh, en, strict=True))) == len(
        {ruling.section for ruling in en}
    )


def test_both_languages_name_the_same_codes_in_each_section():
    parts = [re.split("^#+ .*$", text, flags=re.MULTILINE) for text in (ZH, EN)]
    for chinese, english in zip(*parts, strict=True):
        assert sorted(CODES.findall(chinese)) == sorted(CODES.findall(english))


def test_both_languages_quote_the_same_chinese_words_of_each_comparator():
    for code in ("at_least", "at_most", "about"):
        words = [re.search(rf"`{code}`[:：] ?([^.。`]+)[.。]", text)[1] for text in (ZH, EN)]
        assert re.split("[、, ]+", words[0]) == re.split("[、, ]+", words[1])


def test_no_rule_is_lost_on_the_way_to_the_rows():
    for lang, text in (("zh", ZH), ("en", EN)):
        rows = "".join(ruling.item + ruling.text + ruling.section for ruling in read_codebook(REPOSITORY_DATA, lang))
        bare = re.sub(r"\s|`|\*\*", "", rows)
        for line in text.splitlines():
            if line.startswith(("# ", "| ---")) or (line.startswith("|") and "`" not in line):
                continue
            for cell in line.strip("|").split("|"):
                assert re.sub(r"\s|`|\*\*|^#+|^\d+\. ", "", cell) in bare, cell


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_column_of_the_data_has_its_meaning(data, lang):
    sections, items, texts = (column.cells for column in codebook_columns(data, lang))
    rows = dict(zip(zip(sections, items, strict=True), texts, strict=True))
    for table in data.schema.tables.values():
        section = f"数据表 {table.file}" if lang == "zh" else f"Table {table.file}"
        for field in table.fields:
            wanted = field.description_zh if lang == "zh" else field.description_en
            assert rows[section, field.name] == wanted.replace("`", "")
    assert all(texts) and all(items)


def test_a_folder_without_a_codebook_still_explains_its_columns(data, tmp_path):
    sections = codebook_columns(replace(data, folder=tmp_path), "en")[0].cells
    assert set(sections) == {f"Table {table.file}" for table in data.schema.tables.values()}
    assert read_codebook(tmp_path, "zh") == []


def test_a_table_without_the_line_below_its_header_is_named(tmp_path):
    (tmp_path / "codebook.md").write_text("# T\n\n## What counts\n\n| a | b |\n| c | d |\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"What counts: found '\| c \| d \|'; wanted the line that ends"):
        read_codebook(tmp_path, "en")


def test_the_workbook_has_the_codebook_of_its_language(data, tmp_path):
    from openpyxl import load_workbook

    for lang, words in (("zh", "什么算数"), ("en", "What counts")):
        path = rt.write_workbook(data, tmp_path / f"{lang}.xlsx", figures=[], regions=["wuwei"], lang=lang)
        sheet = load_workbook(path)["codebook"]
        assert words in [cell.value for cell in sheet["A"]]
