"""The catalogue of figures: id, question, marks and notes of each; no drawing.

A figure is data: charts draw it, the workbook writes it, and both show the same marks. Every indicator has a figure;
the catalogue holds those on which at least two regions commit, and the coverage of all.
"""

from __future__ import annotations

import pandas as pd

from .comparison import compare, verdicts
from .errors import UnknownIdError
from .figure_base import MAX_BESIDE, Figure, source_line
from .language import Language, amount, number, pick, resolve
from .mandates import verified
from .overviews import OVERVIEWS
from .presentation import codes
from .rules import RULES
from .tables import Data

MAX_LISTED_PAIRS = 6
ORDER_PHRASES = {
    "higher": ("前者较高", "the first is higher"),
    "lower": ("前者较低", "the first is lower"),
    "equal": ("两者相等", "equal"),
    "unorderable": ("无法排序", "cannot be ordered"),
}
MARK_COLUMNS = (
    *("region_id", "region", "target_id", "status", "row_label", "sublabel", "panel", "x_min", "x_max", "comparator"),
    *("derived", "stage", "deadline", "amount", "label", "footnotes"),
)
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def figure_id(indicator_id: str) -> str:
    """Return the id of an indicator's figure, which is also the name of its sheet (31 characters at most)."""
    return "fig-" + indicator_id.replace("_", "-")


def catalogue(data: Data, theme: str | None = None) -> list[str]:
    """Return the ids of the catalogue, of one theme if named: overviews, then each indicator of two regions or more."""
    held = data.targets.groupby("indicator_id")["region_id"].nunique()
    indicators = data.indicators[data.indicators["indicator_id"].map(held).fillna(0) >= 2]
    if theme is not None:
        indicators = indicators[indicators["theme"] == theme]
    ids = [figure_id(indicator) for indicator in indicators["indicator_id"]]
    return ids if theme is not None else [*OVERVIEWS, *ids]


def figure(data: Data, fig_id: str, lang: str | None = None) -> Figure:
    """Build one figure.

    Parameters
    ----------
    data
        Loaded data.
    fig_id
        An overview (`overviews.OVERVIEWS`), or `fig-` and an indicator's id with dashes.
    lang
        `zh` or `en`; the default language without it.

    Returns
    -------
    Figure

    Raises
    ------
    UnknownIdError
        When no indicator has this figure.
    """
    language = resolve(lang)
    if fig_id in OVERVIEWS:
        return OVERVIEWS[fig_id](data, language)
    indicators = {figure_id(indicator): indicator for indicator in data.indicators["indicator_id"]}
    if fig_id not in indicators:
        raise UnknownIdError("figure", fig_id, [*OVERVIEWS, *indicators])
    return _indicator_figure(data, indicators[fig_id], language)


def _indicator_figure(data: Data, indicator_id: str, lang: Language) -> Figure:
    indicator = data.indicators.set_index("indicator_id").loc[indicator_id]
    compared = compare(data, indicator_id, lang)
    marks = _place_marks(data, compared, str(indicator["measure"]), lang)
    stated = marks["status"] == "stated"
    source = source_line(data, compared.loc[stated, "document_id"], lang)
    marks, notes = _footnotes(marks, compared, lang)
    marks = _by_panel(marks)
    references, mandate_notes = _references(data, indicator_id, marks, lang)
    judged, pairs = _verdict_notes(data, indicator_id, compared, lang)
    sharing = marks[marks["status"] == "stated"].groupby("footnotes", sort=False)["target_id"].agg(tuple)
    unit = pick(lang, indicator["unit"], indicator["unit_en"])
    title = str(indicator[f"name_{lang}"])
    subtitle = _subtitle(marks, unit, len(data.regions), lang)
    return Figure(
        id=figure_id(indicator_id),
        form="intervals",
        indicator_id=indicator_id,
        title=title,
        subtitle=subtitle,
        unit=unit,
        lang=lang,
        marks=marks[list(MARK_COLUMNS)],
        notes=(*notes, *mandate_notes, *judged),
        noted=(*sharing, *[()] * len(mandate_notes), *pairs),
        source=source,
        alt=_alt(title, subtitle, marks, lang),
        references=references,
    )


def _place_marks(data: Data, compared: pd.DataFrame, measure: str, lang: Language) -> pd.DataFrame:
    """Decide where each mark stands: per year when all convert, and apart where totals must not share an axis."""
    marks = compared.copy()
    stated = marks["status"] == "stated"
    periods = marks.loc[stated, "period"]
    convert = periods.nunique() > 1 and bool(marks.loc[stated, "yearly_min"].notna().all())
    for end in ("min", "max"):
        marks[f"x_{end}"] = marks[f"yearly_{end}"] if convert else marks[f"value_{end}"]
        marks[f"x_{end}"] = marks[f"x_{end}"].astype(float)
    marks["derived"] = stated & convert & (marks["period"] != "per_year")
    panels = [pd.Series("", index=marks.index)]
    if convert:
        panels = [pd.Series(pick(lang, "折合每年", "per year"), index=marks.index)]
    elif periods.nunique() > 1:
        panels.append(marks["period"].map(codes(data, "period", lang)).fillna(""))
    if measure in ("count", "money"):
        levels = marks["region_id"].map(data.regions.set_index("region_id")["admin_level"])
        if levels[stated & (marks["per"] == "")].nunique() > 1:
            panels.append(levels.map(codes(data, "admin_level", lang)))
    if (marks.loc[stated, "kind"] == "status").nunique() > 1:
        panels.append((marks["kind"] == "status").map({True: codes(data, "kind", lang)["status"], False: ""}))
    marks["panel"] = [pick(lang, "，", ", ").join(filter(None, parts)) for parts in zip(*panels, strict=True)]
    stage = codes(data, "stage", lang)
    words = marks["stage"].map(
        lambda code: pick(lang, f"（{stage[code]}）", f"({stage[code]})") if code and code != "issued" else ""
    )
    marks["row_label"] = marks["region"] + pick(lang, "", " ") + words
    marks.loc[words == "", "row_label"] = marks["region"]
    several = marks["target_id"].ne("") & marks["region_id"].duplicated(keep=False)
    detail = marks["scope"].where(marks["scope"] != "", marks["object"])
    marks["sublabel"] = detail.where(several, "")
    marks["label"] = [_label(data, row, lang) for row in marks.itertuples()]
    return marks


def _by_panel(marks: pd.DataFrame) -> pd.DataFrame:
    """Bring the marks of many panels into the order of the panels, silences last; few panels stand side by side."""
    stated = marks["status"] == "stated"
    panels = {panel: place for place, panel in enumerate(dict.fromkeys(marks.loc[stated, "panel"]))}
    if len(panels) <= MAX_BESIDE:
        return marks
    place = marks["panel"].map(panels).where(stated, len(panels))
    return marks.iloc[place.argsort(kind="stable")].reset_index(drop=True)


def _label(data: Data, row: object, lang: Language) -> str:
    """Write the text beside a mark: the committed amount, its period and bearer, and its years."""
    if row.status != "stated":  # type: ignore[attr-defined]
        return codes(data, "status", lang)[row.status]  # type: ignore[attr-defined]
    parts = [row.amount]  # type: ignore[attr-defined]
    if row.period != "total":  # type: ignore[attr-defined]
        parts.append(codes(data, "period", lang)[row.period])  # type: ignore[attr-defined]
    parts += filter(None, [row.per, _time(row, lang)])  # type: ignore[attr-defined]
    if row.derived:  # type: ignore[attr-defined]
        value = number(row.x_min, lang)  # type: ignore[attr-defined]
        unit = row.unit  # type: ignore[attr-defined]
        parts.append(pick(lang, f"折合每年{value}{unit}", f"derived: {value} a year"))
    return pick(lang, "，", ", ").join(parts)


def _time(row: object, lang: Language) -> str:
    start, end = row.start_year, row.deadline  # type: ignore[attr-defined]
    if pd.notna(start) and pd.notna(end):
        return f"{start}–{end}"
    if pd.notna(end):
        return pick(lang, f"到{end}年", f"by {end}")
    if pd.notna(start):
        return pick(lang, f"自{start}年", f"from {start}")
    return pick(lang, "未注明期限", "undated") if getattr(row, "kind", "") in ("goal", "funding") else ""  # type: ignore[attr-defined]


def _footnotes(marks: pd.DataFrame, compared: pd.DataFrame, lang: Language) -> tuple[pd.DataFrame, list[str]]:
    """Give each mark the letter of the note that says what its number means; equal notes share a letter."""
    words = {
        "scope": pick(lang, "范围", "of"),
        "object": pick(lang, "对象", "object"),
        "level": pick(lang, "级别", "level"),
        "standard": pick(lang, "标准", "standard"),
    }
    letters: dict[str, str] = {}
    cells = []
    for row in compared.to_dict("records"):
        parts = [f"{word}{pick(lang, '：', ': ')}{row[field]}" for field, word in words.items() if row[field]]
        text = pick(lang, "；", "; ").join(parts)
        cells.append(letters.setdefault(text, _letter(len(letters))) if row["status"] == "stated" else "")
    return marks.assign(footnotes=cells), [f"{letter}  {text}" for text, letter in letters.items()]


def _letter(place: int) -> str:
    return (
        LETTERS[place] if place < len(LETTERS) else _letter(place // len(LETTERS) - 1) + LETTERS[place % len(LETTERS)]
    )


def _subtitle(marks: pd.DataFrame, unit: str, n_regions: int, lang: Language) -> str:
    stated = marks[marks["status"] == "stated"]
    n_targets, n_stated = len(stated), stated["region_id"].nunique()
    counted = pick(
        lang,
        f"{n_regions}个地区中{n_stated}个作出{n_targets}项承诺",
        f"{n_targets} commitment{'s' if n_targets != 1 else ''} of {n_stated} of {n_regions} regions",
    )
    parts = [pick(lang, f"单位：{unit}", unit), counted]
    if stated["panel"].nunique() > 1:
        parts.append(pick(lang, "分栏者不在同一标尺", "panels do not share a scale"))
    elif not stated.empty and stated["panel"].iloc[0]:
        parts.append(str(stated["panel"].iloc[0]))
    return pick(lang, "；", "; ").join(filter(None, parts))


def _references(data: Data, indicator_id: str, marks: pd.DataFrame, lang: Language) -> tuple[pd.DataFrame, list[str]]:
    """Say what a higher level already demands on this indicator, and where its line stands; only what was verified."""
    mandates = verified(data)
    mandates = mandates[mandates["indicator_id"] == indicator_id]
    stated = marks[marks["status"] == "stated"]
    panels = list(dict.fromkeys(stated["panel"]))
    yearly = bool(stated["derived"].any())
    x = mandates["yearly_min"] if yearly else mandates["value_min"]
    # A line is drawn only where all marks share one axis, and only for a mandate of their period.
    same = mandates["yearly_min"].notna() if yearly else mandates["period"].isin(stated["period"].unique())
    drawn = mandates[same & x.notna() & (len(panels) == 1)]
    references = pd.DataFrame(
        {"mandate_id": drawn["mandate_id"], "panel": panels[0] if panels else "", "x": x[drawn.index]}
    )
    notes = []
    for row in mandates.itertuples():
        unit = pick(lang, row.unit, str(data.indicators.set_index("indicator_id").loc[indicator_id, "unit_en"]))
        period = "" if row.period == "total" else codes(data, "period", lang)[str(row.period)]
        parts = [amount(row.value_min, row.value_max, str(row.comparator), unit, lang), period, _time(row, lang)]
        scope = data.scopes.set_index("scope_id")[f"name_{lang}"].get(row.scope_id, "")
        origin = row.number or (f"《{row.title_zh}》" if lang == "zh" else row.title_en)
        line = pick(lang, "虚线：上级要求", "dashed line: demanded by") if row.Index in drawn.index else None
        head = line or pick(lang, "上级要求", "demanded by")
        issuer = pick(lang, row.issuer_zh, row.issuer_en)
        told = pick(lang, "，", ", ").join(filter(None, parts))
        notes.append(
            pick(lang, f"{head} {told}（{scope}；{issuer}{origin}）", f"{head} {issuer}: {told} ({scope}; {origin})")
        )
    return references.reset_index(drop=True), notes


def _verdict_notes(
    data: Data, indicator_id: str, compared: pd.DataFrame, lang: Language
) -> tuple[list[str], list[tuple[str, ...]]]:
    """Say for each pair whether it may be compared, with the rules that decided; only counts when there are many.

    Returns the notes and the two targets of each, or none for the counts.
    """
    judged = verdicts(data, indicator_id)
    words = codes(data, "verdict", lang)
    rules = {rule.name: pick(lang, rule.zh, rule.en) for rule in RULES}
    comma, semicolon = pick(lang, "、", ", "), pick(lang, "；", "; ")
    if len(judged) > MAX_LISTED_PAIRS:
        counts = judged["verdict"].value_counts()
        reasons = judged["rules"].str.split("; ").explode().value_counts()
        listed = comma.join(f"{words[code]} {count}" for code, count in counts.items())
        fired = comma.join(f"{rules[name]} {count}" for name, count in reasons.items() if name)
        return [pick(lang, f"{len(judged)}对承诺：{listed}；{fired}", f"{len(judged)} pairs: {listed}; {fired}")], [()]
    names = dict(zip(compared["target_id"], compared["region"] + " " + compared["amount"], strict=True))
    notes = []
    for row in judged.itertuples():
        reasons = comma.join(rules[name] for name in str(row.rules).split("; ") if name)
        parts = [words[str(row.verdict)] + (pick(lang, f"（{reasons}）", f" ({reasons})") if reasons else "")]
        if row.verdict != "not_comparable":
            parts.append(pick(lang, *ORDER_PHRASES[str(row.order)]))
        pair = f"{names[row.target_a]} / {names[row.target_b]}"
        notes.append(f"{pair}{pick(lang, '：', ': ')}{semicolon.join(parts)}")
    return notes, list(zip(judged["target_a"], judged["target_b"], strict=True))


def _alt(title: str, subtitle: str, marks: pd.DataFrame, lang: Language) -> str:
    """Describe the figure in words, mark by mark."""
    colon, stop = pick(lang, "：", ": "), pick(lang, "；", "; ")
    rows = [
        f"{row.row_label}{f' {row.sublabel}' if row.sublabel else ''}{colon}{row.label}" for row in marks.itertuples()
    ]
    return f"{title}{pick(lang, '。', '. ')}{subtitle}{pick(lang, '。', '. ')}{stop.join(rows)}"
