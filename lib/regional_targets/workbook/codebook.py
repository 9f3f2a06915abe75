"""The codebook as rows: the rules of `data/codebook.md` in the words of that file, and every column of the data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..language import Language, pick
from ..tables import Data
from .sheets import Column

FILES = ("codebook.zh-CN.md", "codebook.md")
HEADING = re.compile(r"(#+) (.*)")
NUMBERED = re.compile(r"\d+\. ")
SEPARATOR = re.compile(r"\|[\s|:-]+\|")
# Marks of Markdown that a cell does not need.
MARKUP = re.compile(r"`|\*\*")


@dataclass(frozen=True)
class Ruling:
    """One rule of the codebook: the section it stands in, its item (a code, or its place in the section), its words."""

    section: str
    item: str
    text: str


def read_codebook(folder: Path, lang: Language) -> list[Ruling]:
    """Read the codebook of a data folder; an empty list where the folder has none in this language.

    A paragraph or an item of a list is one ruling, numbered within its section; a row of a table is one ruling, named
    by its first cell. The title of the file and the header rows of its tables are left out.
    """
    path = folder / pick(lang, *FILES)
    return list(_rulings(path.read_text(encoding="utf-8"), lang)) if path.is_file() else []


def _rulings(markdown: str, lang: Language) -> Iterator[Ruling]:
    section, number = pick(lang, "总则", "Unit of coding"), 0
    for block in re.split(r"\n\s*\n", markdown.strip()):
        heading = HEADING.match(block)
        if heading:
            # The title of the file is the title of the sheet.
            section, number = (heading[2], 0) if len(heading[1]) > 1 else (section, 0)
        elif block.startswith("|"):
            yield from _rows(section, block)
        else:
            for text in _paragraphs(block, lang):
                number += 1
                yield Ruling(section, str(number), MARKUP.sub("", text))


def _rows(section: str, block: str) -> Iterator[Ruling]:
    _, separator, *lines = block.splitlines()
    if not SEPARATOR.fullmatch(separator):
        raise ValueError(f"codebook, {section}: found {separator!r}; wanted the line that ends a table's header")
    for line in lines:
        item, *cells = (MARKUP.sub("", cell.strip()) for cell in line.strip("|").split("|"))
        yield Ruling(section, item, "\n".join(cells))


def _paragraphs(block: str, lang: Language) -> list[str]:
    """Join the lines of a paragraph, or of each item of a list; Chinese lines join without a space."""
    items: list[str] = []
    for line in block.splitlines():
        if NUMBERED.match(line) or not items:
            items.append(NUMBERED.sub("", line))
        else:
            items[-1] += pick(lang, "", " ") + line.strip()
    return items


def codebook_columns(data: Data, lang: Language) -> list[Column]:
    """Return the codebook as a table: section, item, ruling; below it every table and column of the data."""
    rulings = read_codebook(data.folder, lang)
    for table in data.schema.tables.values():
        section = pick(lang, f"数据表 {table.file}", f"Table {table.file}")
        rulings.append(
            Ruling(section, pick(lang, "每行", "row"), pick(lang, table.description_zh, table.description_en))
        )
        rulings += [
            Ruling(section, field.name, MARKUP.sub("", pick(lang, field.description_zh, field.description_en)))
            for field in table.fields
        ]
    headings = (("章节", "Section"), ("条目", "Item"), ("规则或含义", "Ruling or meaning"))
    cells = zip(*((ruling.section, ruling.item, ruling.text) for ruling in rulings), strict=True)
    return [
        Column(pick(lang, *head), list(column), widest=widest)
        for head, column, widest in zip(headings, cells, (34, 26, 90), strict=True)
    ]
