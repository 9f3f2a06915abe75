"""The tables of the workbook in words: verdicts, commitments, evidence, silences; and what others share with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from ..comparison import level_words, verdicts
from ..language import Language, amount, pick
from ..presentation import codes, heading, present
from ..rules import values
from ..tables import Data
from .sheets import HEADER_ROW, Column, location

# LibreOffice does not wrap what leads somewhere.
WIDEST_LINKED = 28
# Headings that no table of the data has.
WORDS = {
    "row_label": ("图中行名", "Row in the chart"),
    "sublabel": ("图中细目", "Detail in the chart"),
    "chart_text": ("图中文字", "Text in the chart"),
    "elsewhere": ("见另一图", "see the other chart"),
    "span": ("区间上下限之差", "From lower to upper end of the range"),
    "deadline_place": ("期限依据", "Evidence of the deadline"),
    "published_unit": ("原文单位", "Unit as in the text"),
    "number_of_rules": ("不同之处", "Differences"),
    "word": ("原文用词", "Word in the text"),
    "document": ("文件", "Document"),
    "title_zh": ("标题", "Title in Chinese"),
    "issuer_zh": ("发文机关", "Issuer in Chinese"),
    "responsible_zh": ("责任单位", "Responsible bodies in Chinese"),
    "section_zh": ("章节", "Section in Chinese"),
    "figure": ("数据项", "Figure"),
    "as_of": ("时点", "As of"),
    "value": ("数值", "Value"),
    "definition": ("口径", "Definition"),
    "revision": ("版本", "Revision"),
    "source": ("来源", "Source"),
    "verified": ("核对状态", "How verified"),
}
QUOTE = 54


@dataclass(frozen=True)
class Places:
    """Rows to which links lead: of each target on its sheet and of its first evidence, of each silence."""

    targets: dict[str, int]
    evidence: dict[str, int]
    silences: dict[tuple[str, str], int]

    def evidence_of(self, targets: Sequence[object]) -> list[str]:
        """Return the place of the first evidence of each target, `""` for none."""
        return [location("evidence", self.evidence[str(target)]) if target else "" for target in targets]

    def rows_of(self, targets: Sequence[object]) -> list[str]:
        """Return the place of each target on the sheet of targets."""
        return [location("targets", self.targets[str(target)]) for target in targets]


def find_places(data: Data) -> Places:
    """Number the rows that the sheets of targets, evidence and silences will have."""
    first = HEADER_ROW + 1
    mentions = ordered_mentions(data)["target_id"]
    evidence = {target: first + row for row, target in reversed(list(enumerate(mentions)))}
    silences = zip(data.silences["region_id"], data.silences["indicator_id"], strict=True)
    return Places(
        targets={target: first + row for row, target in enumerate(data.targets["target_id"])},
        evidence=evidence,
        silences={key: first + row for row, key in enumerate(silences)},
    )


def ordered_mentions(data: Data) -> pd.DataFrame:
    """Return the mentions in the order of their targets, those of one target in the order of the document."""
    order = {target: place for place, target in enumerate(data.targets["target_id"])}
    keyed = data.mentions.assign(_order=data.mentions["target_id"].map(order))
    return keyed.sort_values(["_order", "start"], kind="stable").drop(columns="_order").reset_index(drop=True)


def word(data: Data, name: str, lang: Language) -> str:
    """Return the heading of a column of the workbook."""
    return pick(lang, *WORDS[name]) if name in WORDS else heading(data, name, lang)


def status_words(data: Data, lang: Language) -> dict[str, str]:
    """Return the words for stated and for each reason of silence, in this order."""
    words = codes(data, "status", lang)
    return {code: words[code] for code in ("stated", *data.schema.codelists["silence_reason"])}


def cells_of(column: pd.Series) -> list[object]:
    """Return a column as plain values; what is missing or empty becomes None, an empty cell."""
    return [None if pd.isna(value) or value == "" else _native(value) for value in column.tolist()]


def _native(value: object) -> object:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def columns_of(data: Data, frame: pd.DataFrame, lang: Language, **options: dict) -> list[Column]:
    """Make a column of each column of a frame whose cells are words already; options by the column's name."""
    return [
        Column(word(data, name, lang), cells_of(frame[name]), **options.get(str(name), {})) for name in frame.columns
    ]


def amounts(data: Data, lang: Language) -> dict[str, str]:
    """Return what each target commits to, with comparator and unit, in the unit of its indicator."""
    units = data.indicators.set_index("indicator_id")[pick(lang, "unit", "unit_en")]
    written = data.targets[["target_id", "value_min", "value_max"]]
    frame = values(data).merge(written, on="target_id", suffixes=("", "_written"), validate="one_to_one")
    frame["unit_shown"] = frame["indicator_id"].map(units)
    texts = {}
    for row in frame.itertuples():
        if pd.isna(row.value_min):
            low, high, unit = row.value_min_written, row.value_max_written, row.published_unit
        else:
            low, high, unit = row.value_min, row.value_max, row.unit_shown
        texts[str(row.target_id)] = amount(low, high, str(row.comparator), str(unit), lang)
    return texts


def verdict_columns(data: Data, places: Places, lang: Language) -> list[Column]:
    """Return every pair of commitments of two regions on one indicator, with its verdict and the reasons."""
    judged, stated = verdicts(data), amounts(data, lang)
    frame = present(data, judged[["indicator_id", "region_a", "region_b", "verdict", "order"]], lang)
    frame.columns = ["indicator", "region_a", "region_b", "verdict", "order"]
    frame = frame.assign(
        amount_a=judged["target_a"].map(stated),
        amount_b=judged["target_b"].map(stated),
        number_of_rules=[len([rule for rule in rules.split("; ") if rule]) for rules in judged["rules"]],
        reason=judged[f"reason_{lang}"],
        target_a=judged["target_a"],
        target_b=judged["target_b"],
    )
    order = ("indicator", "region_a", "amount_a", "region_b", "amount_b", "verdict", "order", "number_of_rules")
    return columns_of(
        data,
        frame[[*order, "reason", "target_a", "target_b"]],
        lang,
        amount_a={"links": places.evidence_of(judged["target_a"])},
        amount_b={"links": places.evidence_of(judged["target_b"])},
        target_a={"links": places.rows_of(judged["target_a"])},
        target_b={"links": places.rows_of(judged["target_b"])},
        reason={"widest": QUOTE},
    )


def target_columns(data: Data, places: Places, lang: Language) -> list[Column]:
    """Return all commitments, one row each; the amount leads to the first evidence."""
    targets = data.targets
    documents = data.documents.set_index("document_id")
    words = {
        name: targets[name].map(codes(data, name, lang)).fillna("")
        for name in ("kind", "basis", "comparator", "period", "modality")
    }
    scopes = data.scopes.set_index("scope_id")[f"name_{lang}"]
    levels = zip(targets["level_min"], targets["level_max"], targets["level_zh"], strict=True)
    frame = pd.DataFrame(
        {
            "target_id": targets["target_id"],
            "region": targets["region_id"].map(data.regions.set_index("region_id")[f"name_{lang}"]),
            "indicator": targets["indicator_id"].map(data.indicators.set_index("indicator_id")[f"name_{lang}"]),
            "amount": targets["target_id"].map(amounts(data, lang)),
            "deadline": targets["deadline"],
            "start_year": targets["start_year"],
            "period": words["period"],
            "kind": words["kind"],
            "modality": words["modality"],
            "comparator": words["comparator"],
            "value_min": targets["value_min"],
            "value_max": targets["value_max"],
            "published_unit": targets["unit"],
            "per": targets[f"per_{lang}"],
            "scope": targets["scope_id"].map(scopes).fillna(""),
            "level": [zh if lang == "zh" else level_words(data, low, high, lang) for low, high, zh in levels],
            "standard": targets[f"standard_{lang}"],
            "object": targets[f"object_{lang}"],
            "basis": words["basis"],
            "n_mentions": targets["target_id"].map(data.mentions["target_id"].value_counts()),
            "number": targets["document_id"].map(documents["number"]),
            "stage": targets["document_id"].map(documents["stage"]).map(codes(data, "stage", lang)),
            "responsible_zh": targets["responsible_zh"],
            "note_zh": targets[f"note_{lang}"],
        }
    )
    grouped, narrow = {"grouped": True, "widest": 14}, {"widest": 18}
    options = dict.fromkeys(("indicator", "per", "scope", "level", "standard", "object", "responsible_zh"), narrow)
    options |= {"value_min": grouped, "value_max": grouped, "note_zh": {"widest": 30}}
    amount_links = {"links": places.evidence_of(targets["target_id"]), "widest": WIDEST_LINKED}
    return columns_of(data, frame, lang, **options, amount=amount_links)


def evidence_columns(data: Data, places: Places, lang: Language) -> list[Column]:
    """Return every place that states a commitment, with its quote; the target leads back to its row."""
    mentions = ordered_mentions(data)
    documents = data.documents.set_index("document_id")
    regions = data.regions.set_index("region_id")[f"name_{lang}"]
    frame = pd.DataFrame(
        {
            "mention_id": mentions["mention_id"],
            "target_id": mentions["target_id"],
            "region": mentions["document_id"].map(documents["region_id"]).map(regions),
            "numeral": mentions["numeral"],
            "quote": mentions["quote"],
            "deadline": mentions["deadline"],
            "deadline_place": [_deadline_place(data, row) for row in mentions.itertuples()],
            "document": mentions["document_id"].map(documents[f"title_{lang}"]),
            "number": mentions["document_id"].map(documents["number"]),
            "stage": mentions["document_id"].map(documents["stage"]).map(codes(data, "stage", lang)),
            "section_zh": mentions["section_zh"],
            "start": mentions["start"],
            "end": mentions["end"],
            "document_id": mentions["document_id"],
        }
    )
    links = {"links": places.rows_of(mentions["target_id"])}
    return columns_of(
        data, frame, lang, target_id=links, quote={"widest": QUOTE}, deadline_place={"widest": 30},
        document={"widest": 44}, section_zh={"widest": 24}, number={"widest": 22},
    )  # fmt: skip


def _deadline_place(data: Data, row: object) -> str:
    """Quote the line in which the year of a deadline stands, the year marked, with its offsets."""
    if pd.isna(row.deadline_start):  # type: ignore[attr-defined]
        return ""
    text = data.texts[row.document_id]  # type: ignore[attr-defined]
    start, end = int(row.deadline_start), int(row.deadline_end)  # type: ignore[attr-defined]
    before = text[max(text.rfind("\n", 0, start) + 1, start - 12) : start].lstrip()
    after = text[end : end + 12].split("\n")[0]
    return f"{before}【{text[start:end]}】{after} [{start}:{end}]"


def silence_columns(data: Data, lang: Language) -> list[Column]:
    """Return the regions without a commitment of which more can be said than `not mentioned`."""
    silences = data.silences
    documents = data.documents.set_index("document_id")["number"]
    frame = pd.DataFrame(
        {
            "region": silences["region_id"].map(data.regions.set_index("region_id")[f"name_{lang}"]),
            "indicator": silences["indicator_id"].map(data.indicators.set_index("indicator_id")[f"name_{lang}"]),
            "status": silences["reason"].map(status_words(data, lang)),
            "note_zh": silences[f"note_{lang}"],
            "word": [
                "" if pd.isna(row.start) else data.texts[str(row.document_id)][row.start : row.end]
                for row in silences.itertuples()
            ],
            "start": silences["start"],
            "end": silences["end"],
            "number": silences["document_id"].map(documents).fillna(""),
            "document_id": silences["document_id"],
        }
    )
    return columns_of(data, frame, lang, note_zh={"widest": QUOTE})
