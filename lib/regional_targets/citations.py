"""Cite a policy document as GB/T 7714-2015 wants it; what is not known is left out, never invented."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .errors import UnknownIdError
from .language import pick, resolve
from .tables import Data

# An electronic announcement, online: what a policy document read from a government's site is.
TYPE = "[EB/OL]"


def citation(data: Data, document_id: str, lang: str | None = None) -> str:
    """Return the reference of one document: issuer, title with number, type, date, access and address.

    A document is cited in its own language; in English its translated title follows.

    Raises
    ------
    UnknownIdError
        When there is no such document.
    """
    language = resolve(lang)
    documents = data.documents.set_index("document_id")
    if document_id not in documents.index:
        raise UnknownIdError("documents", document_id, list(documents.index))
    row = {str(name): str(value) for name, value in documents.loc[document_id].items()}
    return reference(row) + pick(language, "", f" [{row['issuer_en']}. {row['title_en']}.]")


def reference(row: Mapping[str, str]) -> str:
    """Return the reference of a row of `documents`: `Issuer. Title: number[EB/OL]. (date)[accessed]. address.`

    The date is that of publication, or else that of signature. Without either and without the day of access the
    whole element is left out, and so is the address.
    """
    title = f"{row['title_zh']}: {row['number']}" if row["number"] else row["title_zh"]
    date = row["published"] or row["issued"]
    dates = (f"({date})" if date else "") + (f"[{row['accessed']}]" if row["accessed"] else "")
    elements = [row["issuer_zh"], title + TYPE, dates, row["origin_url"]]
    return ". ".join(element for element in elements if element) + "."


def citations(data: Data, document_ids: Sequence[str], lang: str | None = None) -> list[str]:
    """Return the reference of each document, in the order given."""
    return [citation(data, document_id, lang) for document_id in document_ids]
