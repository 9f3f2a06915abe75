"""Figures over all indicators, as matrices: coverage, verdicts, deadlines, wording.

Columns are regions, or pairs of them, while these are few; with many regions a column counts them.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pandas as pd

from .comparison import coverage, verdicts
from .figure_base import Figure, source_line
from .language import Language, pick
from .presentation import codes
from .rules import VERDICTS
from .scale import verdict_counts
from .tables import Data

MAX_COLUMNS = 12


def _matrix(
    data: Data,
    lang: Language,
    fig_id: str,
    words: dict[str, tuple[str, str]],
    cells: pd.DataFrame,
    counts: pd.DataFrame,
) -> Figure:
    """Put a matrix together; `words` has title, subtitle, note, heading and counted in both languages."""
    said = {name: pick(lang, *pair) for name, pair in words.items()}
    colon, comma, stop = pick(lang, "：", ": "), pick(lang, "、", ", "), pick(lang, "。", ". ")
    rows = [
        f"{row}{colon}{comma.join(group['column'] + ' ' + group['label'])}"
        for row, group in cells.groupby("row", sort=False)
    ]
    return Figure(
        id=fig_id,
        form="matrix",
        indicator_id="",
        title=said["title"],
        subtitle=said["subtitle"],
        unit="",
        lang=lang,
        marks=cells[["row_id", "row", "column_id", "column", "value", "status", "label"]].reset_index(drop=True),
        notes=tuple(filter(None, (said["note"], _stage_note(data, cells, lang)))),
        source=source_line(data, data.documents["document_id"], lang),
        alt=f"{said['title']}{stop}{pick(lang, '；', '; ').join(rows)}",
        counts=counts.rename_axis(index=said["heading"]),
        heading=said["heading"],
        counted=said["counted"],
    )


def _heads(data: Data, lang: Language) -> pd.Series:
    """Return the names of the regions, with the stage of a document that is not an issued plan."""
    names = data.regions.set_index("region_id")[f"name_{lang}"]
    stages = data.documents.drop_duplicates("region_id").set_index("region_id")["stage"]
    words = stages[stages != "issued"].map(codes(data, "stage", lang)).reindex(names.index)
    marked = names + pick(lang, "（", " (") + words + pick(lang, "）", ")")
    return names.where(words.isna(), marked)


def _stage_note(data: Data, cells: pd.DataFrame, lang: Language) -> str:
    """Say which documents are no issued plans, unless the heads of the columns do."""
    stages, words = data.documents["stage"], codes(data, "stage", lang)
    if set(cells["column_id"]) <= {*data.regions["region_id"], *words}:
        return ""
    names = data.documents["region_id"].map(data.regions.set_index("region_id")[f"name_{lang}"])
    colon, comma, stop = pick(lang, "：", ": "), pick(lang, "、", ", "), pick(lang, "；", "; ")
    parts = []
    for code in (code for code in words if code != "issued" and (stages == code).any()):
        found = names[stages == code]
        told = comma.join(found) if len(found) <= MAX_COLUMNS else pick(lang, f"{len(found)}份", str(len(found)))
        parts.append(f"{words[code]}{colon}{told}")
    return stop.join(parts)


def _held(data: Data) -> pd.DataFrame:
    """Return the indicators on which at least two regions commit, in the order of their table."""
    regions = data.targets.groupby("indicator_id")["region_id"].nunique()
    return data.indicators[data.indicators["indicator_id"].map(regions).fillna(0) >= 2]


def coverage_figure(data: Data, lang: Language) -> Figure:
    """Show for every indicator of two regions or more who commits, and why the others have no value."""
    held, words = _held(data), codes(data, "status", lang)
    cells = coverage(data)
    n_held = cells.loc[cells["status"] == "stated", "indicator_id"].nunique()
    cells = cells[cells["indicator_id"].isin(held["indicator_id"])]
    names = data.regions.set_index("region_id")[f"name_{lang}"]
    rows = held.set_index("indicator_id")[f"name_{lang}"]
    states = [code for code in dict.fromkeys(("stated", *words)) if code in set(cells["status"])]
    counts = cells.groupby(["indicator_id", "status"]).size().unstack(fill_value=0).reindex(rows.index, fill_value=0)
    counts = counts.rename(columns=words, index=rows)[[words[code] for code in states]]
    cells = cells.rename(columns={"indicator_id": "row_id"})
    if len(names) <= MAX_COLUMNS:
        cells = cells.assign(
            column_id=cells["region_id"],
            column=cells["region_id"].map(_heads(data, lang)),
            value=cells["n_targets"].where(cells["n_targets"] > 0).astype(float),
            label=[str(row.n_targets) if row.n_targets else words[row.status] for row in cells.itertuples()],
        )
    else:
        cells = _counted(cells, "status", states, words)
    order = {indicator: place for place, indicator in enumerate(held["indicator_id"])}
    cells = cells.assign(row=cells["row_id"].map(rows))
    cells = cells.sort_values("row_id", key=lambda ids: ids.map(order), kind="stable")
    told = {
        "title": ("哪些承诺可以互相比较", "Which commitments can be set side by side"),
        "subtitle": (
            f"单元格：承诺数或没有数值的原因；{n_held}个指标中{len(held)}个有两个以上地区承诺",
            f"cells: commitments, or why there is none; {len(held)} of {n_held} indicators held by two regions or more",
        ),
        "note": (
            "没有数值不等于零：“未提及”已用检索词核对，其余原因见空缺表",
            "No value is not zero: “not mentioned” is verified by the indicator's terms, the table of silences has the "
            "other reasons",
        ),
        "heading": ("指标", "Indicator"),
        "counted": ("每个指标有几个地区承诺", "How many regions commit on each indicator"),
    }
    return _matrix(data, lang, "fig-coverage", told, cells, counts)


def _counted(cells: pd.DataFrame, field: str, values: list[str], words: dict[str, str]) -> pd.DataFrame:
    """Count the cells of each row by a field: the form for many regions."""
    counts = cells.groupby("row_id", sort=False)[field].value_counts().unstack(fill_value=0)[values]
    long = counts.rename_axis(columns="column_id").stack().rename("value").reset_index()
    return long.assign(
        column=long["column_id"].map(words),
        status=["some" if value else "none" for value in long["value"]],
        label=long["value"].astype(str),
    )


VERDICT_FORMS: dict[str, tuple[tuple[str, str], tuple[str, str]]] = {
    "pairs": (
        ("每对地区的最佳判定", "best verdict of each pair of regions"),
        (
            "数字为可比时须说明的差异数，越多越弱；“不可比”至少触犯一条硬性规则；横线表示至少一方没有承诺；"
            "括号内为同一判定的对数/该格全部对数",
            "n: comparable with n notes, the more the weaker; not: not comparable, a hard rule fires; a dash: one side "
            "has no commitment; in brackets how many of the cell's pairs share the verdict",
        ),
    ),
    "regions": (
        ("可比的其他地区数/有承诺的其他地区数", "other regions it may be compared with, of those that commit"),
        (
            "可比包括附说明可比，按每两个地区的最佳判定计；横线表示该地区没有承诺，或没有其他地区承诺",
            "Comparable with notes counts as comparable, by the best verdict of each two regions; a dash: the region "
            "has no commitment, or no other has",
        ),
    ),
    "counts": (
        ("单元格：承诺对数", "cells: pairs of commitments"),
        (
            "每对承诺都有判定；“不可比”至少触犯一条硬性规则",
            "Every pair of commitments has a verdict; not comparable: a hard rule fires",
        ),
    ),
}


def verdicts_figure(data: Data, lang: Language) -> Figure:
    """Show for every indicator of two regions or more which pairs of regions may be compared: the best verdict."""
    held, words = _held(data), codes(data, "verdict", lang)
    pairs = list(combinations(data.regions["region_id"], 2))
    tallies = verdict_counts(data).set_index("indicator_id").reindex(held["indicator_id"], fill_value=0)
    names = held.set_index("indicator_id")[f"name_{lang}"]
    counts = tallies[list(VERDICTS)].rename(columns=words, index=names)
    n_pairs = int(counts.to_numpy().sum())
    form = "pairs" if len(pairs) <= MAX_COLUMNS else "regions" if len(data.regions) <= MAX_COLUMNS else "counts"
    shown, note = VERDICT_FORMS[form]
    if form == "pairs":
        cells = _pair_cells(data, list(held["indicator_id"]), pairs, lang)
    elif form == "regions":
        cells = _region_cells(data, list(held["indicator_id"]), lang)
    else:
        long = (
            tallies[list(VERDICTS)]
            .rename_axis(index="row_id", columns="column_id")
            .stack()
            .rename("value")
            .reset_index()
        )
        cells = long.assign(
            column=long["column_id"].map(words),
            status=["some" if value else "none" for value in long["value"]],
            label=long["value"].astype(str),
        )
    cells = cells.assign(row=cells["row_id"].map(names))
    told = {
        "title": ("哪些地区的承诺可以比较", "Whose commitments may be compared"),
        "subtitle": (
            f"{shown[0]}；{len(held)}个指标，{n_pairs}对承诺",
            f"{shown[1]}; {len(held)} indicators, {n_pairs} pairs of commitments",
        ),
        "note": note,
        "heading": ("指标", "Indicator"),
        "counted": ("每个指标有多少对承诺可以比较", "How many pairs may be compared on each indicator"),
    }
    return _matrix(data, lang, "fig-verdicts", told, cells, counts)


def _pair_cells(data: Data, indicators: list[str], pairs: list[tuple[str, str]], lang: Language) -> pd.DataFrame:
    names = data.regions.set_index("region_id")[f"name_{lang}"]
    judged = dict(list(verdicts(data).groupby(["indicator_id", "region_a", "region_b"])))
    rows = []
    for indicator in indicators:
        for one, other in pairs:
            group = judged.get((indicator, one, other))
            column = (indicator, f"{one}+{other}", f"{names[one]} / {names[other]}")
            if group is None:
                rows.append((*column, float("nan"), "no_pair", "–"))
                continue
            best = min(group["verdict"], key=VERDICTS.index)
            alike = group[group["verdict"] == best]
            label = str(alike["n_notes"].min()) if best != "not_comparable" else pick(lang, "不可比", "not")
            share = pick(lang, f"（{len(alike)}/{len(group)}）", f" ({len(alike)} of {len(group)})")
            rows.append((*column, float("nan"), best, label + (share if len(group) > 1 else "")))
    return pd.DataFrame(rows, columns=["row_id", "column_id", "column", "value", "status", "label"])


def _region_cells(data: Data, indicators: list[str], lang: Language) -> pd.DataFrame:
    """Say for every indicator and region with how many of the other regions that commit it may be compared."""
    judged = verdicts(data)
    judged = judged.assign(rank=judged["verdict"].map(VERDICTS.index))
    turned = judged.rename(columns={"region_a": "region_b", "region_b": "region_a"})
    best = pd.concat([judged, turned]).groupby(["indicator_id", "region_a", "region_b"])["rank"].min()
    found = dict(list(best.groupby(["indicator_id", "region_a"])))
    rows = []
    for indicator in indicators:
        for region, head in _heads(data, lang).items():
            ranks = found.get((indicator, region))
            if ranks is None:
                rows.append((indicator, region, head, float("nan"), "no_pair", "–"))
                continue
            allowed = int((ranks < VERDICTS.index("not_comparable")).sum())
            label = f"{allowed}/{len(ranks)}"
            rows.append((indicator, region, head, float("nan"), VERDICTS[ranks.min()], label))
    return pd.DataFrame(rows, columns=["row_id", "column_id", "column", "value", "status", "label"])


def _by_region(
    data: Data, keyed: pd.DataFrame, rows: dict[str, str], lang: Language
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Count targets by row and region, or by row and stage of the document where regions are many.

    Returns the cells, and the table of counts.
    """
    names, column = _heads(data, lang), "region_id"
    if len(names) > MAX_COLUMNS:
        stages = data.documents.drop_duplicates("region_id").set_index("region_id")["stage"]
        keyed, column = keyed.assign(stage=keyed["region_id"].map(stages)), "stage"
        names = pd.Series({code: word for code, word in codes(data, "stage", lang).items() if (stages == code).any()})
    table = keyed.groupby(["row_id", column]).size().unstack(fill_value=0)
    table = table.reindex(index=list(rows), columns=list(names.index), fill_value=0)
    long = table.rename_axis(index="row_id", columns="column_id").stack().rename("value").reset_index()
    cells = long.assign(
        row=long["row_id"].map(rows),
        column=long["column_id"].map(names),
        status=["some" if value else "none" for value in long["value"]],
        label=[str(value) if value else "–" for value in long["value"]],
    )
    return cells, table.rename(index=rows, columns=names)


def deadlines_figure(data: Data, lang: Language) -> Figure:
    """Show how many targets each region has due by each year, from which year they start, and which are undated."""
    targets = data.targets
    year = targets["deadline"].astype("str").where(targets["deadline"].notna(), "")
    kind = targets["kind"].map(lambda code: {"rule": "standing", "status": "status"}.get(code, "undated"))
    due = pd.DataFrame({"row_id": ("by-" + year).where(year != "", kind), "region_id": targets["region_id"]})
    started = targets[targets["start_year"].notna()]
    starts = pd.DataFrame({"row_id": "from-" + started["start_year"].astype("str"), "region_id": started["region_id"]})
    rows = {
        key: pick(lang, f"到{key[3:]}年", f"due by {key[3:]}") for key in sorted(set(due["row_id"])) if key[:3] == "by-"
    }
    rows |= {
        "undated": pick(lang, "目标和经费，未注明期限", "goals and funding, undated"),
        "standing": pick(lang, "长期要求", "standing rules"),
        "status": pick(lang, "现状", "status, never due"),
    }
    rows |= {key: pick(lang, f"自{key[5:]}年起", f"starting in {key[5:]}") for key in sorted(set(starts["row_id"]))}
    cells, counts = _by_region(data, pd.concat([due, starts]), rows, lang)
    counts = counts.loc[[label for key, label in rows.items() if not key.startswith("from-")]]
    told = {
        "title": ("承诺何时到期", "When the commitments are due"),
        "subtitle": (
            f"单元格：承诺数；{len(targets)}项承诺中{int(targets['deadline'].notna().sum())}项有期限",
            f"cells: number of commitments; {int(targets['deadline'].notna().sum())} of {len(targets)} have a deadline",
        ),
        "note": (
            "起始年不是期限，另计在下方各行；未注明期限的目标没有借用相邻句子的年份",
            "A start year is no deadline and is counted in rows of its own; an undated goal borrows no other year",
        ),
        "heading": ("期限", "Due"),
        "counted": ("每年到期的承诺数", "Commitments due by each year"),
    }
    return _matrix(data, lang, "fig-deadlines", told, cells, counts)


def wording_figure(data: Data, lang: Language) -> Figure:
    """Show how each region words its targets: the qualifier of the number, the strength of the verb, words alone."""
    parts, rows = [], {}
    for field in ("comparator", "modality", "basis", "kind"):
        keys = data.targets[field].where(data.targets[field] != "")
        parts.append(pd.DataFrame({"row_id": f"{field}-" + keys, "region_id": data.targets["region_id"]})[keys.notna()])
        heads = {
            "comparator": ("限定词", "comparator"),
            "modality": ("语气", "verb"),
            "basis": ("依据", "basis"),
            "kind": ("类别", "kind"),
        }
        for code, word in codes(data, field, lang).items():
            rows[f"{field}-{code}"] = pick(lang, f"{heads[field][0]}：{word}", f"{heads[field][1]}: {word}")
    keyed = pd.concat(parts)
    rows = {key: label for key, label in rows.items() if key in set(keyed["row_id"])}
    cells, counts = _by_region(data, keyed, rows, lang)
    soft = int((data.targets["modality"] == "support").sum())
    told = {
        "title": ("承诺如何措辞", "How the commitments are worded"),
        "subtitle": (
            f"单元格：承诺数；{len(data.targets)}项承诺中{soft}项只用“支持、鼓励、推动”一类动词",
            f"cells: number of commitments; {soft} of {len(data.targets)} use only soft verbs (support, encourage)",
        ),
        "note": (
            "四组各自合计为全部承诺（现状没有语气）；限定词只算数字自身的",
            "Each of the four groups adds up to all commitments (a status has no verb); a comparator is that of the "
            "number itself",
        ),
        "heading": ("措辞", "Wording"),
        "counted": ("措辞分布", "Commitments by wording"),
    }
    return _matrix(data, lang, "fig-wording", told, cells, counts)


OVERVIEWS: dict[str, Callable[[Data, Language], Figure]] = {
    "fig-coverage": coverage_figure,
    "fig-verdicts": verdicts_figure,
    "fig-deadlines": deadlines_figure,
    "fig-wording": wording_figure,
}
