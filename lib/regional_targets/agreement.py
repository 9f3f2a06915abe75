"""How far two independent coding passes agreed before they were settled (`data/coding/`)."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

KEY = ["document_id", "start"]
# Labels and remarks are a coder's own words, not codes.
UNCODED = ("commitment", "note")
CLOSED = (
    *("kind", "basis", "value_min", "value_max", "unit", "comparator", "start_year", "deadline", "period", "per_zh"),
    *("level_zh", "standard_zh", "modality"),
)


def load_passes(folder: Path) -> dict[str, tuple[pd.DataFrame, pd.DataFrame]]:
    """Read both passes of `data/coding` as text: per table (mentions, exclusions) the first and the second."""
    return {
        table: tuple(_read(folder / f"pass_{number}_{table}.csv") for number in (1, 2))  # type: ignore[misc]
        for table in ("mentions", "exclusions")
    }


def _read(path: Path) -> pd.DataFrame:
    frame = pd.read_csv(path, dtype=str, keep_default_na=False)
    for column in {"value_min", "value_max"} & set(frame.columns):
        frame[column] = frame[column].astype(float).map("{:g}".format)
    return frame.astype({"start": int}).set_index(KEY).sort_index()


def agreement(folder: Path) -> pd.DataFrame:
    """Measure the agreement of the two passes.

    Parameters
    ----------
    folder
        `data/coding`, with `pass_1_mentions.csv` and its three sisters.

    Returns
    -------
    DataFrame
        One row per field: `field`, `n` (mentions, or exclusions, found by both), `agree` (count), `share` (0-1),
        `kappa` (Cohen's; NaN for open text, or when both used one value only). The first row, `mention found`, holds
        the F1 of the places found as `share`, and the count of places that either found as `n`.
    """
    passes = load_passes(folder)
    first, second = passes["mentions"]
    common = first.index.intersection(second.index)
    either = first.index.union(second.index)
    f1 = 2 * len(common) / (len(first) + len(second))
    rows = [("mention found", len(either), len(common), f1, float("nan"))]
    fields = [column for column in first.columns if column not in UNCODED]
    rows += [_field(name, first.loc[common, name], second.loc[common, name]) for name in fields]
    first, second = passes["exclusions"]
    common = first.index.intersection(second.index)
    rows.append(_field("exclusion reason", first.loc[common, "reason"], second.loc[common, "reason"], closed=True))
    return pd.DataFrame(rows, columns=["field", "n", "agree", "share", "kappa"])


def _field(
    name: str, first: pd.Series, second: pd.Series, closed: bool | None = None
) -> tuple[str, int, int, float, float]:
    agree = first == second
    kappa = cohens_kappa(first, second) if (name in CLOSED if closed is None else closed) else float("nan")
    return name, len(first), int(agree.sum()), float(agree.mean()), kappa


def cohens_kappa(first: pd.Series, second: pd.Series) -> float:
    """Return Cohen's kappa of two codings of the same units; NaN when chance alone gives full agreement."""
    observed = float((first == second).mean())
    shares = first.value_counts(normalize=True), second.value_counts(normalize=True)
    expected = float(shares[0].mul(shares[1], fill_value=0).sum())
    return (observed - expected) / (1 - expected) if expected < 1 else float("nan")


def differences(folder: Path) -> pd.DataFrame:
    """List every difference of the two passes: document_id, start, table, field, pass_1, pass_2 (empty: absent)."""
    rows = []
    for table, (first, second) in load_passes(folder).items():
        for place in first.index.union(second.index):
            if place not in first.index or place not in second.index:
                found = [frame.loc[place, "numeral"] if place in frame.index else "" for frame in (first, second)]
                rows.append((*place, table, "found", *found))
                continue
            for field in first.columns:
                values = first.loc[place, field], second.loc[place, field]
                if field not in UNCODED and values[0] != values[1]:
                    rows.append((*place, table, field, *values))
    return pd.DataFrame(rows, columns=[*KEY, "table", "field", "pass_1", "pass_2"])
