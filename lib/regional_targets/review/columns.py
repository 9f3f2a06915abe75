"""The sheets of the review workbook and their columns; stated once, for writing and for reading back."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..language import LANGUAGES, Language, pick
from ..schema import Schema
from ..tables import Data

# Decisions on a proposal: code -> words.
DECISIONS = {"accept": ("接受", "accept"), "change": ("修改", "change"), "reject": ("排除", "reject")}
SUGGESTIONS = {
    "accept": ("可接受", "looks right"),
    "check": ("请核对", "please check"),
    "doubtful": ("存疑", "doubtful"),
}
# Sheets that a person fills in, in order; the name of the sheet in both languages.
SHEETS = {
    "proposals": ("提议", "proposals"),
    "other_numerals": ("其他数字", "other numerals"),
    "silences": ("未承诺的指标", "silences"),
    "regions": ("地区", "regions"),
    "documents": ("文件", "documents"),
    "context": ("背景数据", "context"),
    "indicators": ("新指标", "new indicators"),
    "scopes": ("新范围", "new scopes"),
    "scope_parents": ("范围隶属", "scope parents"),
}
INSTRUCTIONS, LISTS = ("说明", "instructions"), ("选项", "lists")
# Hidden: what every row held when the workbook was written, and the frozen texts, byte for byte.
ORIGINALS, TEXTS = "_originals", "_texts"
# A cell of the hidden row above the headings names the column whatever its heading or place: proposals.decision.
CODE = re.compile(rf"({'|'.join(SHEETS)})\.(\w+)")


@dataclass(frozen=True)
class SheetColumn:
    """One column of a sheet: code, headings, how a cell is read and how wide it is.

    `choices` names the list of the drop-down; `given` marks what the program states and nobody need fill in.
    """

    code: str
    zh: str
    en: str
    type: str = "string"
    choices: str = ""
    required: bool = False
    pattern: str = ""
    about_zh: str = ""
    about_en: str = ""
    width: int = 12
    given: bool = False
    hidden: bool = False

    def heading(self, lang: Language) -> str:
        """Return the heading in `lang`."""
        return pick(lang, self.zh, self.en)


NUMBER = SheetColumn("no", "编号", "No.", width=7, given=True)
FILE = SheetColumn("file", "来源文件", "Source file", width=16, given=True)
KEY = SheetColumn("key", "行标识（勿改）", "Row key (leave as it is)", width=10, given=True, hidden=True)
PASSAGE = SheetColumn("passage", "原文", "Passage", width=52, given=True)
# Values of a proposal, in the order of the sheet; those a target has and those a mention has.
VALUES = (
    *("numeral", "kind", "value_min", "value_max", "unit", "comparator", "deadline", "start_year", "period"),
    *("per_zh", "per_en", "level_zh", "scope_id", "standard_zh", "standard_en", "object_zh", "object_en"),
    *("modality", "responsible_zh", "section_zh", "note_zh", "note_en"),
)
WIDTHS = {
    **{"object_zh": 20, "object_en": 22, "section_zh": 24, "responsible_zh": 18, "scope_id": 22, "note_zh": 20},
    **{"note_en": 20, "title_zh": 40, "title_en": 40, "issuer_zh": 24, "issuer_en": 24, "sha256": 16, "number": 18},
    **{"definition_zh": 36, "definition_en": 36, "definition": 28, "terms_zh": 24, "name_zh": 24, "name_en": 24},
    **{"origin_url": 26, "source": 26, "indicator_id": 28, "aliases_zh": 24, "theme": 16, "per_zh": 14, "per_en": 14},
    # 100,000,000,000,000 yuan is no row of ####.
    **dict.fromkeys(("value_min", "value_max", "value"), 21),
}


def sheet_columns(schema: Schema) -> dict[str, list[SheetColumn]]:
    """Return the columns of every sheet that a person fills in; those of tables come from the schema."""
    fields = {
        name: {field.name: _from_field(schema, name, field.name) for field in table.fields}
        for name, table in schema.tables.items()
    }
    values = [fields["targets" if code in fields["targets"] else "mentions"][code] for code in VALUES]
    indicator = fields["targets"]["indicator_id"]
    columns = {
        "proposals": [
            NUMBER,
            SheetColumn("decision", "决定", "Decision", choices="decision", required=True, width=10),
            SheetColumn("reject_reason", "排除理由", "Reason to reject", choices="exclusions.reason", width=14),
            replace(fields["mentions"]["quote"], required=False, width=52),
            SheetColumn("suggestion", "建议", "Suggestion", width=11, given=True),
            SheetColumn("hint", "提示", "What to look at", width=26, given=True),
            replace(indicator, required=False),
            SheetColumn("same_as", "同一承诺（编号）", "Same commitment as (No.)", width=11),
            *[replace(column, required=False) for column in values],
            SheetColumn("exception_zh", "与原文读数不同的理由", "Why it differs from the text (Chinese)", width=20),
            SheetColumn("exception_en", "与原文读数不同的理由（英文）", "Why it differs from the text", width=20),
            FILE,
            replace(fields["mentions"]["start"], given=True, required=False),
            replace(fields["mentions"]["end"], given=True, required=False),
            KEY,
        ],
        "other_numerals": [
            NUMBER,
            PASSAGE,
            replace(fields["exclusions"]["numeral"], given=True, required=False),
            replace(fields["exclusions"]["reason"], width=18),
            FILE,
            replace(fields["exclusions"]["start"], given=True, required=False),
            replace(fields["exclusions"]["end"], given=True, required=False),
            KEY,
        ],
        "silences": [
            replace(fields["silences"]["indicator_id"], choices="indicators", width=34),
            SheetColumn("proposed", "已有提议", "Proposals", width=12, given=True),
            SheetColumn("word", "文中用词", "Word found", width=14, given=True),
            PASSAGE,
            replace(fields["silences"]["reason"], width=18),
            fields["silences"]["note_zh"],
            fields["silences"]["note_en"],
            replace(fields["silences"]["region_id"], required=False),
            FILE,
            KEY,
        ],
        "documents": [
            FILE,
            *[
                replace(column, required=column.required and code not in ("document_id", "region_id"))
                for code, column in fields["documents"].items()
                if code not in ("file", "sha256")
            ],
        ],
    }
    for name in ("regions", "context"):
        columns[name] = [FILE, *fields[name].values()]
    for name in ("indicators", "scopes", "scope_parents"):
        columns[name] = list(fields[name].values())
    columns["context"] = [replace(c, required=c.required and c.code != "region_id") for c in columns["context"]]
    return {name: columns[name] for name in SHEETS}


def _from_field(schema: Schema, table: str, name: str) -> SheetColumn:
    field = schema.tables[table].field(name)
    references = {key.field: key.target_table for key in schema.tables[table].foreign_keys}
    choices = f"{table}.{name}" if field.enum else ""
    if references.get(name) in ("indicators", "scopes"):
        choices = references[name]
    return SheetColumn(
        code=name,
        zh=field.title_zh,
        en=field.title_en,
        type=field.type,
        choices=choices,
        required=field.required,
        pattern=field.pattern,
        about_zh=field.description_zh,
        about_en=field.description_en,
        width=WIDTHS.get(name, 12),
    )


def choice_words(data: Data, lang: Language) -> dict[str, dict[str, str]]:
    """Return every list of choices: name of the list -> code -> word as the drop-down shows it."""
    lists = {"decision": {code: pick(lang, *words) for code, words in DECISIONS.items()}}
    for name, table in data.schema.tables.items():
        for field in table.fields:
            if field.enum:
                words = data.schema.labels(field.codelist, lang)
                lists[f"{name}.{field.name}"] = {code: words[code] for code in field.enum}
    for name, key in (("indicators", "indicator_id"), ("scopes", "scope_id")):
        frame = data.table(name)
        lists[name] = {
            str(row[key]): named(str(row[key]), str(row[f"name_{lang}"])) for row in frame.to_dict("records")
        }
    return lists


def named(row_id: str, name: str) -> str:
    """Return an id together with its name, as the drop-downs show it."""
    return f"{name} · {row_id}"


def known_words(data: Data) -> dict[str, dict[str, str]]:
    """Return what a person may write for each code, whatever the language: list -> word in lower case -> code."""
    known: dict[str, dict[str, str]] = {}
    for lang in LANGUAGES:
        for name, words in choice_words(data, lang).items():
            entries = known.setdefault(name, {})
            for code, word in words.items():
                entries |= {code.lower(): code, word.lower(): code}
                if name in ("indicators", "scopes"):
                    entries.setdefault(word.rpartition(" · ")[0].lower(), code)
    return known
