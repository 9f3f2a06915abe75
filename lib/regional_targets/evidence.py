"""Show the places that state a value."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from .errors import UnknownIdError
from .language import Language, pick, resolve
from .tables import Data


@dataclass(frozen=True)
class Evidence:
    """The places that state one target; shows itself as text, or as HTML with the numerals marked."""

    target_id: str
    lang: Language
    places: tuple[dict[str, str], ...]

    def __str__(self) -> str:
        blocks = []
        for place in self.places:
            text = f"{place['before']}【{place['numeral']}】{place['after']}"
            blocks.append(f"{place['mention_id']} · {place['source']}\n{text}")
        return "\n\n".join(blocks)

    __repr__ = __str__

    def _repr_html_(self) -> str:
        blocks = []
        for place in self.places:
            before, numeral, after = (escape(place[part]) for part in ("before", "numeral", "after"))
            head = f"<p><b>{place['mention_id']}</b> · {escape(place['source'])}</p>"
            blocks.append(f"{head}<blockquote>{before}<mark><b>{numeral}</b></mark>{after}</blockquote>")
        return "\n".join(blocks)


def show_evidence(data: Data, target_id: str, lang: str | None = None) -> Evidence:
    """Show every place that states a target: the paragraph with the numeral marked, and where it stands.

    Parameters
    ----------
    data
        Loaded data.
    target_id
        Id of the target.
    lang
        `zh` or `en`; the default language without it. Quotes stay as they are in the document.

    Returns
    -------
    Evidence
        One place per mention with document, 文号, stage, section and offsets.

    Raises
    ------
    UnknownIdError
        When there is no such target.
    """
    language = resolve(lang)
    mentions = data.mentions[data.mentions["target_id"] == target_id]
    if mentions.empty:
        raise UnknownIdError("show_evidence", target_id, list(data.targets["target_id"]))
    documents = data.documents.set_index("document_id")
    places = []
    for row in mentions.itertuples():
        text, document = data.texts[str(row.document_id)], documents.loc[row.document_id]
        begin = text.rfind("\n", 0, row.quote_start) + 1
        end = text.find("\n", row.quote_start + len(row.quote))
        stage = data.schema.label("stage", document["stage"], language)
        source = [
            pick(language, f"《{document['title_zh']}》", document["title_en"]),
            document["number"] or pick(language, "无文号", "no number"),
            stage,
            row.section_zh,
            f"text[{row.start}:{row.end}]",
        ]
        places.append(
            {
                "mention_id": row.mention_id,
                "source": " · ".join(source),
                "before": text[begin : row.start].lstrip(),
                "numeral": row.numeral,
                "after": text[row.end : end if end >= 0 else len(text)].rstrip(),
            }
        )
    return Evidence(target_id, language, tuple(places))
