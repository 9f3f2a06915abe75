"""Read the documents side by side: what one says in two ways, and every place of a word."""

from __future__ import annotations

import pandas as pd

from .checks.accounting import find_terms
from .checks.settled import SETTLED_FIELDS
from .language import resolve
from .tables import Data


def contradictions(data: Data) -> pd.DataFrame:
    """List what one document says of a commitment in two ways.

    Returns
    -------
    DataFrame
        One row per mention of a target whose mentions differ in a field: `target_id`, `document_id`, `field`,
        `mention_id`, `section_zh`, `found` (what this mention says, text), `settled` (what the target says, text),
        `quote`.
    """
    targets = data.targets.set_index("target_id")
    rows = []
    for field in SETTLED_FIELDS:
        differing = data.mentions.groupby("target_id")[field].nunique() > 1
        told = data.mentions[data.mentions["target_id"].map(differing)]
        for mention in told.itertuples():
            found, settled = getattr(mention, field), targets.loc[mention.target_id, field]
            place = (mention.target_id, mention.document_id, field, mention.mention_id, mention.section_zh)
            rows.append((*place, str(found), str(settled), mention.quote))
    columns = ["target_id", "document_id", "field", "mention_id", "section_zh", "found", "settled", "quote"]
    return pd.DataFrame(rows, columns=columns)


def concordance(data: Data, words: str, width: int = 20, lang: str | None = None) -> pd.DataFrame:
    """List every place of a word in all documents, in context, white space ignored.

    Parameters
    ----------
    data
        Loaded data.
    words
        One word, or several separated by |.
    width
        Characters of context on either side.
    lang
        `zh` or `en`, for the names of regions; the default language without it.

    Returns
    -------
    DataFrame
        One row per place, in the order of the documents: `region_id`, `region`, `document_id`, `stage`, `start`, `end`
        (offsets), `before`, `word` (as it stands there), `after` (context without line ends), `target_id` (of the
        mention whose quote covers the place; empty for none).

    Raises
    ------
    ValueError
        When `words` holds nothing to look for.
    """
    if not words.replace("|", "").strip():
        raise ValueError("concordance: found no word to look for; wanted one, or several separated by |")
    names = data.regions.set_index("region_id")[f"name_{resolve(lang)}"]
    rows = []
    for document in data.documents.itertuples():
        text = data.texts[document.document_id]
        mentions = data.mentions[data.mentions["document_id"] == document.document_id]
        ends = mentions["quote_start"] + mentions["quote"].str.len()
        for start, end in find_terms(text, words):
            covering = mentions[(mentions["quote_start"] <= start) & (ends >= end)]["target_id"]
            around = (text[max(0, start - width) : start], text[start:end], text[end : end + width])
            before, word, after = (" ".join(part.split()) for part in around)
            place = (document.region_id, names[document.region_id], document.document_id, document.stage, start, end)
            rows.append((*place, before, word, after, "; ".join(dict.fromkeys(covering))))
    columns = ["region_id", "region", "document_id", "stage", "start", "end", "before", "word", "after", "target_id"]
    return pd.DataFrame(rows, columns=columns)
