"""A part of the data: some regions, or documents of some stages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .errors import UnknownIdError
from .tables import Data


def restrict(data: Data, regions: Sequence[str] | None = None, stages: Sequence[str] | None = None) -> Data:
    """Return the data of some regions and of documents at some stages; the order of the tables stays.

    Parameters
    ----------
    data
        Loaded data.
    regions
        Ids of regions; all of them when None.
    stages
        Stages of documents (`draft`, `annual_plan`, `issued`); all of them when None. A region none of whose documents
        is left stays, and is `not_coded`.

    Returns
    -------
    Data
        All tables restricted alike; texts of documents that are left out are left out too.

    Raises
    ------
    UnknownIdError
        When there is no such region or stage.
    """
    known = list(data.regions["region_id"])
    stage_codes = list(data.schema.codelists["stage"])
    for what, asked, allowed in (("regions", regions, known), ("stages", stages, stage_codes)):
        for name in asked or ():
            if name not in allowed:
                raise UnknownIdError(what, name, allowed)
    regions = known if regions is None else regions
    stages = stage_codes if stages is None else stages
    kept = data.documents["region_id"].isin(regions) & data.documents["stage"].isin(stages)
    documents = data.documents.loc[kept, "document_id"]
    targets = data.targets.loc[data.targets["document_id"].isin(documents), "target_id"]
    mentions = data.mentions.loc[data.mentions["target_id"].isin(targets), "mention_id"]
    kept_ids = {"region_id": regions, "target_id": targets, "mention_id": mentions, "document_id": [*documents, ""]}
    frames, lines = {}, dict(data.lines)
    for name in data.schema.tables:
        frame = data.table(name)
        columns = [column for column in kept_ids if column in frame.columns]
        if columns:
            keep = frame[columns].apply(lambda column: column.isin(kept_ids[column.name])).all(axis=1)
            frames[name] = frame[keep].reset_index(drop=True)
            lines[name] = [line for line, wanted in zip(data.lines[name], keep, strict=True) if wanted]
    texts = {document: text for document, text in data.texts.items() if document in set(documents)}
    return replace(data, texts=texts, lines=lines, **frames)
