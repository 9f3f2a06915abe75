"""Say which regions commit to what, and whether two commitments may stand side by side.

Every verdict is computed from fields by the table of rules (`rules.RULES`), never typed.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from .errors import ComparisonError, UnknownIdError
from .language import LANGUAGES, Language, amount, pick, resolve
from .rules import ORDERS, RULES, VERDICTS, encode, fire, judge, order_pairs, take, values
from .tables import Data

COMPARED = (
    *("region_id", "region", "target_id", "status", "amount", "value_min", "value_max", "unit", "comparator", "kind"),
    *("start_year", "deadline", "period", "per", "scope", "level", "standard", "object", "modality", "stage"),
    *("validity", "document_id", "yearly_min", "yearly_max", "n_mentions", "wording"),
)


def verdicts(data: Data, indicator_id: str | None = None, lang: str | None = None) -> pd.DataFrame:
    """Judge every pair of targets of two regions on one indicator.

    Parameters
    ----------
    data
        Loaded data.
    indicator_id
        The indicator; all of them when None.
    lang
        Not needed for codes; reasons come in both languages.

    Returns
    -------
    DataFrame
        One row per pair: `indicator_id`, `region_a`, `region_b`, `target_a`, `target_b`, `verdict`, `n_notes` (count
        of soft rules that fired), `rules` (names, separated by `; `), `order` (`higher`, `lower`, `equal`, seen from
        a; `unorderable` also for every pair that is not comparable), `reason_zh`, `reason_en`.

    Raises
    ------
    UnknownIdError
        When there is no such indicator.
    """
    frame = values(data)
    if indicator_id is not None:
        _known(data, indicator_id, "verdicts")
        frame = frame[frame["indicator_id"] == indicator_id].reset_index(drop=True)
    left = frame[["indicator_id", "_region"]].reset_index()
    pairs = left.merge(left, on="indicator_id", suffixes=("_a", "_b"))
    pairs = pairs[pairs["_region_a"] < pairs["_region_b"]]
    return _verdict_table(data, frame, pairs["index_a"].to_numpy(), pairs["index_b"].to_numpy())


def verdict(data: Data, target_a: str, target_b: str) -> pd.Series:
    """Judge any two targets, of different indicators too; a row like those of `verdicts`."""
    frame = values(data)
    place = {target: row for row, target in enumerate(frame["target_id"])}
    for target in (target_a, target_b):
        if target not in place:
            raise UnknownIdError("verdict", target, list(place))
    return _verdict_table(data, frame, np.array([place[target_a]]), np.array([place[target_b]])).iloc[0]


def _verdict_table(data: Data, frame: pd.DataFrame, left: np.ndarray, right: np.ndarray) -> pd.DataFrame:
    """Judge the pairs of rows `left[n]`, `right[n]` of `values`."""
    side, within = encode(data, frame)
    a, b = take(side, left), take(side, right)
    fired = fire(a, b, within)
    codes, notes = judge(fired)
    order = np.where(codes == VERDICTS.index("not_comparable"), ORDERS.index("unorderable"), order_pairs(a, b))
    rules = [[rule for rule, on in zip(RULES, row, strict=True) if on] for row in np.column_stack(fired)]
    a, b = frame.iloc[left].reset_index(drop=True), frame.iloc[right].reset_index(drop=True)
    table = pd.DataFrame(
        {
            "indicator_id": a["indicator_id"],
            "region_a": a["region_id"],
            "region_b": b["region_id"],
            "target_a": a["target_id"],
            "target_b": b["target_id"],
            "verdict": np.array(VERDICTS)[codes],
            "n_notes": notes.astype(int),
            "rules": ["; ".join(rule.name for rule in row) for row in rules],
            "order": np.array(ORDERS)[order],
        }
    )
    for lang in LANGUAGES:
        table[f"reason_{lang}"] = _reasons(data, frame, left, right, fired, lang)
    return table


def _reasons(
    data: Data, frame: pd.DataFrame, left: np.ndarray, right: np.ndarray, fired: list[np.ndarray], lang: Language
) -> list[str]:
    """Say for each pair of rows which rules fired, with what both sides say; each wording is worked out once."""
    reasons: list[list[str]] = [[] for _ in left]
    for rule, on in zip(RULES, fired, strict=True):
        places, words = np.flatnonzero(on), pick(lang, rule.zh, rule.en)
        said = _described(data, frame, rule.field, lang) if rule.field and len(places) else None
        for place in places:
            both = "" if said is None else f"{said[left[place]]} / {said[right[place]]}"
            reasons[place].append(words + (pick(lang, f"（{both}）", f" ({both})") if both else ""))
    return [pick(lang, "；", "; ").join(parts) for parts in reasons]


def _described(data: Data, frame: pd.DataFrame, field: str, lang: Language) -> np.ndarray:
    """Return what each row says in `field`, in words."""
    columns = {"level_zh": ["level_zh", "level_min", "level_max"]}.get(field, [field])
    columns = [f"{column[:-3]}_{lang}" if column in ("standard_zh", "per_zh") else column for column in columns]
    alike = frame.groupby(columns, dropna=False, sort=False).ngroup().to_numpy()
    _, first = np.unique(alike, return_index=True)
    words = [describe(data, frame.iloc[row], field, lang) for row in first]
    return np.array(words, dtype=object)[alike]


def describe(data: Data, row: pd.Series, field: str, lang: str | None = None) -> str:
    """Return what a row of `values` says in `field`, in words of `lang`; 未注明 or `not stated` when it is empty."""
    language = resolve(lang)
    if field == "level_zh" and language == "en":
        return level_words(data, row["level_min"], row["level_max"], language) or "not stated"
    if field in ("standard_zh", "per_zh"):
        field = f"{field[:-3]}_{language}"
    value = row[field]
    if pd.isna(value) or value == "":
        return pick(language, "未注明", "not stated")
    if field == "scope_id":
        return str(data.scopes.set_index("scope_id").loc[value, f"name_{language}"])
    codelist = {
        name: table.field(field).codelist for name, table in data.schema.tables.items() if field in table.columns
    }
    code = next(filter(None, codelist.values()), "")
    return data.schema.label(code, str(value), language) if code else str(value)


def level_words(data: Data, level_min: str, level_max: str, lang: str | None = None) -> str:
    """Return an interval of levels in words: `provincial`, `provincial to national`; `""` for none."""
    language = resolve(lang)
    ends = [data.schema.label("level", level, language) for level in dict.fromkeys((level_min, level_max)) if level]
    return pick(language, "至", " to ").join(ends)


def coverage(data: Data) -> pd.DataFrame:
    """Say which regions commit to which indicator, and why the others have no value.

    Returns
    -------
    DataFrame
        One row per region x indicator: `region_id`, `indicator_id`, `theme`, `n_targets` (count), `status`
        (`stated`, or the reason of silence: a code of `silences.csv`, `not_mentioned`, which `check` verifies, or
        `not_coded` for a region without a document).
    """
    grid = data.regions[["region_id"]].merge(data.indicators[["indicator_id", "theme"]], how="cross")
    counts = data.targets.groupby(["region_id", "indicator_id"]).size().rename("n_targets").reset_index()
    grid = grid.merge(counts, how="left", on=["region_id", "indicator_id"])
    grid = grid.merge(
        data.silences[["region_id", "indicator_id", "reason"]], how="left", on=["region_id", "indicator_id"]
    )
    grid["n_targets"] = grid["n_targets"].fillna(0).astype(int)
    coded = grid["region_id"].isin(data.documents["region_id"])
    silent = grid["reason"].where(grid["reason"].notna(), np.where(coded, "not_mentioned", "not_coded"))
    grid["status"] = silent.where(grid["n_targets"] == 0, "stated").astype("str")
    return grid[["region_id", "indicator_id", "theme", "n_targets", "status"]]


def coverage_matrix(data: Data, theme: str | None = None, lang: str | None = None) -> pd.DataFrame:
    """Lay out the coverage of a theme (all when None): indicators by regions, in the order of their tables.

    Returns
    -------
    DataFrame
        Rows are names of indicators, columns names of regions in `lang`; a cell holds the number of targets, or the
        status of `coverage`.
    """
    language = resolve(lang)
    cells = coverage(data)
    if theme is not None:
        cells = cells[cells["theme"] == theme]
    cells = cells.assign(cell=np.where(cells["n_targets"] > 0, cells["n_targets"].astype(str), cells["status"]))
    matrix = cells.pivot(index="indicator_id", columns="region_id", values="cell")
    rows = data.indicators.set_index("indicator_id")[f"name_{language}"]
    columns = data.regions.set_index("region_id")[f"name_{language}"]
    matrix = matrix.loc[[indicator for indicator in rows.index if indicator in matrix.index], list(columns.index)]
    return matrix.rename(index=rows, columns=columns).rename_axis(index=None, columns=None)


def compare(data: Data, indicator_id: str, lang: str | None = None) -> pd.DataFrame:
    """Set all regions beside each other on one indicator.

    Parameters
    ----------
    data
        Loaded data.
    indicator_id
        The indicator.
    lang
        `zh` or `en`; the default language without it.

    Returns
    -------
    DataFrame
        One row per target and one per silent region, in the order of `regions.csv`; the columns are `COMPARED`:
        `region` (name), `status` (`stated` or the reason of silence), `amount` (value with comparator and unit),
        `value_min`, `value_max` (in `unit`), `yearly_min`, `yearly_max` (the same per year, NaN where the text gives
        no span), `per`, `scope`, `level`, `standard`, `object` (words in `lang`, empty when not stated), `n_mentions`
        (count), `wording` (the quote; for a silence its note); the others as in `targets` and `documents`.

    Raises
    ------
    UnknownIdError
        When there is no such indicator.
    ComparisonError
        When a target's unit does not convert to the indicator's.
    """
    language = resolve(lang)
    indicator = _known(data, indicator_id, "compare")
    frame = values(data)
    frame = frame[frame["indicator_id"] == indicator_id]
    for row in frame[frame["value_min"].isna()].itertuples():
        raise ComparisonError(
            f"compare: {indicator_id} is in {indicator['unit']}, but {row.target_id} is in {row.published_unit}. "
            "Give it its own indicator."
        )
    unit = pick(language, indicator["unit"], indicator["unit_en"])
    quotes = data.mentions.sort_values("start").groupby("target_id")["quote"].first()
    frame = frame.assign(
        status="stated",
        amount=[amount(row.value_min, row.value_max, row.comparator, unit, language) for row in frame.itertuples()],
        scope=_words(data, frame, "scope_id", language),
        level=_words(data, frame, "level_zh", language),
        standard=_words(data, frame, "standard_zh", language),
        per=_words(data, frame, "per_zh", language),
        object=frame[f"object_{language}"],
        n_mentions=frame["target_id"].map(data.mentions["target_id"].value_counts()).fillna(0),
        wording=[quotes.get(target, "") for target in frame["target_id"]],
    )
    silent = coverage(data).query("indicator_id == @indicator_id and status != 'stated'")
    notes = data.silences[data.silences["indicator_id"] == indicator_id].set_index("region_id")[f"note_{language}"]
    documents = data.documents.groupby("region_id").first()
    silent = silent.assign(
        n_mentions=0,
        wording=[notes.get(region, "") for region in silent["region_id"]],
        stage=[documents["stage"].get(region, "") for region in silent["region_id"]],
        validity=[documents["validity"].get(region, "") for region in silent["region_id"]],
        document_id=[documents["document_id"].get(region, "") for region in silent["region_id"]],
    )
    result = pd.concat([frame, silent]).reset_index(drop=True)
    names = data.regions.set_index("region_id")[f"name_{language}"]
    result["region"] = result["region_id"].map(names)
    result["_region"] = pd.Categorical(result["region_id"], data.regions["region_id"]).codes
    result = result.sort_values(["_region", "target_id"], kind="stable").reset_index(drop=True)
    texts = [
        *("target_id", "amount", "unit", "comparator", "kind", "period", "per", "scope", "level", "standard"),
        *("modality", "object"),
    ]
    result[texts] = result[texts].astype(object).fillna("").astype("str")
    return result[list(COMPARED)].astype({"value_min": "Float64", "value_max": "Float64", "n_mentions": int})


def _words(data: Data, frame: pd.DataFrame, field: str, lang: str) -> list[str]:
    return [describe(data, row, field, lang) if row[field] else "" for _, row in frame.iterrows()]


def _known(data: Data, indicator_id: str, function: str) -> pd.Series:
    indicators = data.indicators.set_index("indicator_id")
    if indicator_id not in indicators.index:
        raise UnknownIdError(function, indicator_id, list(indicators.index))
    return indicators.loc[indicator_id]
