"""The tables of what the comparison stands on, in words: documents, mandates, context."""

from __future__ import annotations

import pandas as pd

from ..language import Language, amount
from ..presentation import codes
from ..tables import Data
from .sheet_tables import QUOTE, columns_of, word
from .sheets import Column

# The words of context.csv, which has no Chinese of its own; the unit has no English.
CONTEXT_ZH = {
    "population": "人口",
    "gdp": "地区生产总值",
    "residents, seventh national census": "第七次全国人口普查常住人口",
    "gross domestic product at current prices": "地区生产总值，当年价",
    "final": "终值",
    "preliminary": "初步核算数",
    "not stated": "未注明",
}
CONTEXT_UNITS = {"人": "persons", "元": "CNY"}


def document_columns(data: Data, lang: Language) -> list[Column]:
    """Return what was read: title, issuer, number, stage and validity of each document."""
    documents = data.documents
    other = ["title_zh", "issuer_zh"] if lang == "en" else []
    frame = pd.DataFrame(
        {
            "region": documents["region_id"].map(data.regions.set_index("region_id")[f"name_{lang}"]),
            **{name: documents[name] for name in (f"title_{lang}", f"issuer_{lang}", *other, "number")},
            **{name: documents[name].map(codes(data, name, lang)) for name in ("stage", "validity")},
            **{name: documents[name] for name in ("issued", "published", "period_start", "period_end")},
            "origin_url": documents["origin_url"],
            "note_zh": documents[f"note_{lang}"],
            "document_id": documents["document_id"],
            "sha256": documents["sha256"],
        }
    )
    return columns_of(data, frame, lang, note_zh={"widest": 36}, title_zh={"widest": 34}, issuer_zh={"widest": 24},
                    title_en={"widest": 34}, issuer_en={"widest": 24}, sha256={"widest": 34})  # fmt: skip


def cover_columns(data: Data, lang: Language) -> list[Column]:
    """Return the documents as the cover names them: region, title, number, stage and validity."""
    held = {column.heading: column for column in document_columns(data, lang)}
    columns = []
    for name in ("region", f"title_{lang}", "number", "stage", "validity"):
        head = word(data, name, lang)
        columns.append(Column(head, held[head].cells, widest=72 if name.startswith("title") else 30))
    return columns


def context_columns(data: Data, lang: Language) -> list[Column]:
    """Return the published figures to normalise by, with time, definition, source and how each was verified."""
    context = data.context
    translate = CONTEXT_ZH if lang == "zh" else {}
    status = data.schema.labels("context_status", lang)
    frame = pd.DataFrame(
        {
            "region": context["region_id"].map(data.regions.set_index("region_id")[f"name_{lang}"]),
            **{name: context[name].map(lambda text: translate.get(text, text)) for name in ("figure", "as_of")},
            "value": context["value"],
            "unit": context["unit"].map(lambda unit: unit if lang == "zh" else CONTEXT_UNITS.get(unit, unit)),
            **{name: context[name].map(lambda text: translate.get(text, text)) for name in ("definition", "revision")},
            "verified": context["status"].map(status),
            "source": context["source"],
        }
    )
    return columns_of(data, frame, lang, value={"grouped": True}, source={"widest": QUOTE})


def mandate_columns(data: Data, lang: Language) -> list[Column]:
    """Return what the state or the province demands already, with the sentence and how it was verified."""
    mandates = data.mandates
    units = mandates["indicator_id"].map(data.indicators.set_index("indicator_id")["unit_en"])
    amounts = zip(
        mandates["value_min"], mandates["value_max"], mandates["comparator"],
        mandates["unit"] if lang == "zh" else units, strict=True,
    )  # fmt: skip
    other = ["title_zh"] if lang == "en" else []
    frame = pd.DataFrame(
        {
            "indicator": mandates["indicator_id"].map(data.indicators.set_index("indicator_id")[f"name_{lang}"]),
            "amount": [amount(low, high, comparator, unit, lang) for low, high, comparator, unit in amounts],
            "deadline": mandates["deadline"],
            "period": mandates["period"].map(codes(data, "period", lang)),
            "scope": mandates["scope_id"].map(data.scopes.set_index("scope_id")[f"name_{lang}"]).fillna(""),
            **{name: mandates[name] for name in (f"issuer_{lang}", "number", f"title_{lang}", *other, "quote")},
            "verified": mandates["status"].map(data.schema.labels("context_status", lang)),
            "source": mandates["source"],
            "note_zh": mandates[f"note_{lang}"],
            "mandate_id": mandates["mandate_id"],
        }
    )
    texts = {key: {"widest": 24} for key in ("indicator", "scope", f"issuer_{lang}", "number")}
    texts |= {key: {"widest": 34} for key in (f"title_{lang}", *other, "quote", "source", "note_zh")}
    return columns_of(data, frame, lang, **texts)
