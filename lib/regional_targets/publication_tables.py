"""A figure's table as a paper prints it: words, reasons of silence, caveats and a numbered source for each row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from .citations import citations
from .errors import ComparisonError
from .figure_base import Figure
from .figures import figure, figure_id
from .language import Language, pick
from .presentation import codes, heading
from .selection import restrict
from .tables import Data

NOTHING = "—"
HEADS = {
    "detail": ("对象", "Detail"),
    "period": ("计量周期", "Period"),
    "deadline": ("期限", "Deadline"),
    "yearly": ("折合每年", "Per year (converted)"),
    "source": ("来源", "Source"),
}
REMARKS = {
    "not_mentioned": (
        "“未提及”不是零：已用该指标的检索词核对全文",
        "“Not mentioned” is not zero: the terms of the indicator were looked for in the whole text",
    ),
    "not_coded": (
        "“尚未编码”不是没有承诺：文件还没有人读过",
        "“Not coded yet” is not silence: nobody has read the document",
    ),
}
UNDATED = ("未注明", "not stated")
LINE_IN_CHART = ("虚线：", "dashed line: ")


@dataclass(frozen=True)
class PublicationTable:
    """A table ready to print; `rows` has a text per heading, the first names the row.

    `notes` are its caveats, `sources` the references, which the rows name as [1], [2] …, `origin` says where it is
    from: id of the figure, and version of the data.
    """

    id: str
    title: str
    subtitle: str
    lang: Language
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...]
    sources: tuple[str, ...]
    origin: str


def publication_table(data: Data, shown: str | Figure | pd.DataFrame, lang: str | None = None) -> PublicationTable:
    """Make the table of a figure or of a comparison.

    Parameters
    ----------
    data
        Loaded data.
    shown
        Id of a figure, a figure, or a frame that `compare` returned; of a frame its rows are shown, in their order.
    lang
        `zh` or `en`; that of the figure, or the default language, without it.

    Returns
    -------
    PublicationTable
        Silent regions are among the rows, with the reason in place of the value.

    Raises
    ------
    UnknownIdError
        When there is no such figure.
    ComparisonError
        When a frame names no commitment of the data, so that its indicator is not known.
    """
    if isinstance(shown, Figure):
        made = shown if lang in (None, shown.lang) else figure(data, shown.id, lang)
    elif isinstance(shown, str):
        made = figure(data, shown, lang)
    else:
        made = _compared(data, shown, lang)
    headings, rows, cited = _matrix(data, made) if made.form == "matrix" else _intervals(data, made)
    language = made.lang
    origin = pick(
        language,
        f"{made.id}，Regional Targets，数据版本 {data.version}（{data.schema.created}）",
        f"{made.id}; Regional Targets, data {data.version} ({data.schema.created})",
    )
    return PublicationTable(
        id=made.id,
        title=made.title,
        subtitle=made.subtitle,
        lang=language,
        headings=tuple(headings),
        rows=tuple(rows),
        notes=(*(note.removeprefix(pick(language, *LINE_IN_CHART)) for note in made.notes), *_silent(data, made)),
        sources=tuple(citations(data, cited, language)),
        origin=origin,
    )


def _compared(data: Data, frame: pd.DataFrame, lang: str | None) -> Figure:
    """Make the figure of a comparison: its regions alone, its rows alone, in its order."""
    held = data.targets.set_index("target_id")["indicator_id"]
    named = frame["target_id"].map(held).dropna() if "target_id" in frame else pd.Series(dtype=str)
    if named.nunique() != 1:
        found = f"commitments of {named.nunique()} indicators"
        advice = "Pass a frame that compare returned with a commitment in it, or the id of a figure."
        raise ComparisonError(f"publication_table: found {found}; wanted those of one. {advice}")
    indicator_id = str(named.iloc[0])
    part = restrict(data, list(dict.fromkeys(frame["region_id"])))
    kept = part.targets["target_id"].isin(frame["target_id"]) | (part.targets["indicator_id"] != indicator_id)
    mentions = part.mentions["target_id"].isin(part.targets.loc[kept, "target_id"])
    made = figure(
        replace(part, targets=part.targets[kept], mentions=part.mentions[mentions]), figure_id(indicator_id), lang
    )
    places = {key: place for place, key in enumerate(zip(frame["region_id"], frame["target_id"], strict=True))}
    order = [places[key] for key in zip(made.marks["region_id"], made.marks["target_id"], strict=True)]
    return replace(made, marks=made.marks.iloc[sorted(range(len(order)), key=order.__getitem__)].reset_index(drop=True))


Parts = tuple[list[str], list[tuple[str, ...]], list[str]]


def _intervals(data: Data, made: Figure) -> Parts:
    """Return headings, rows and the documents that they cite; a column in which nothing is said is left out."""
    lang, targets = made.lang, data.targets.set_index("target_id")
    periods, stages = codes(data, "period", lang), codes(data, "stage", lang)
    cited: list[str] = []
    columns: dict[str, list[str]] = {
        name: []
        for name in ("region", "detail", "amount", "period", "deadline", "yearly", "stage", "footnotes", "source")
    }
    for mark in made.marks.itertuples():
        stated = mark.status == "stated"
        target = targets.loc[mark.target_id] if stated else targets.iloc[0]
        said = {
            "region": mark.region,
            "detail": mark.sublabel,
            "amount": mark.amount if stated else mark.label,
            "period": periods[target["period"]] if stated and target["period"] != "total" else "",
            "deadline": _years(target, lang) if stated else "",
            "yearly": _range(mark.x_min, mark.x_max) if mark.derived else "",
            "stage": stages.get(mark.stage, ""),
            "footnotes": mark.footnotes,
            "source": _numbers(cited, [target["document_id"]] if stated else _documents(data, [mark.region_id])),
        }
        for name, text in said.items():
            columns[name].append(str(text))
    shown = {name: texts for name, texts in columns.items() if any(texts)}
    headings = [pick(lang, *HEADS[name]) if name in HEADS else heading(data, name, lang) for name in shown]
    cells = [[text or NOTHING for text in texts] for texts in shown.values()]
    return headings, list(zip(*cells, strict=True)), cited


def _years(target: pd.Series, lang: Language) -> str:
    """Return the years in which a commitment holds; a goal without any says so."""
    years = [str(target[name]) for name in ("start_year", "deadline") if pd.notna(target[name])]
    if pd.isna(target["deadline"]) and years:
        return pick(lang, f"自{years[0]}年", f"from {years[0]}")
    if not years and target["kind"] in ("goal", "funding"):
        return pick(lang, *UNDATED)
    return "–".join(years)


def _range(low: float, high: float) -> str:
    return f"{low:,.6g}" if low == high else f"{low:,.6g}–{high:,.6g}"


def _documents(data: Data, regions: Sequence[str]) -> list[str]:
    documents = data.documents
    return list(documents.loc[documents["region_id"].isin(regions), "document_id"])


def _numbers(cited: list[str], documents: Sequence[str]) -> str:
    """Return the numbers of documents among those cited, adding those that are new."""
    for document in documents:
        if document not in cited:
            cited.append(document)
    return "".join(f"[{cited.index(document) + 1}]" for document in documents)


def _matrix(data: Data, made: Figure) -> Parts:
    """Return a matrix wide, one row per row of the figure; it cites the documents of its regions, or else all."""
    marks = made.marks
    columns = list(dict.fromkeys(marks["column_id"]))
    wide = marks.pivot(index="row_id", columns="column_id", values="label")
    wide = wide.loc[list(dict.fromkeys(marks["row_id"])), columns].fillna("")
    names = marks.drop_duplicates("row_id").set_index("row_id")["row"]
    headings = [made.heading, *map(str, dict.fromkeys(marks["column"]))]
    rows = [
        (str(names[row]), *(str(text) or NOTHING for text in texts))
        for row, texts in zip(wide.index, wide.values, strict=True)
    ]
    regional = set(columns) <= set(data.regions["region_id"])
    return headings, rows, _documents(data, columns if regional else list(data.regions["region_id"]))


def _silent(data: Data, made: Figure) -> list[str]:
    """Return why each silent region is silent, where more can be said than its code."""
    if made.form == "matrix":
        return []
    lang, silent = made.lang, made.marks[made.marks["status"] != "stated"]
    silences = data.silences.set_index(["region_id", "indicator_id"])
    notes = [pick(lang, *REMARKS[status]) for status in dict.fromkeys(silent["status"]) if status in REMARKS]
    for mark in silent.itertuples():
        key = (mark.region_id, made.indicator_id)
        why = str(silences.loc[key, f"note_{lang}"]) if key in silences.index else ""
        if why:
            notes.append(pick(lang, f"{mark.region}（{mark.label}）：{why}", f"{mark.region} ({mark.label}): {why}"))
    return notes
