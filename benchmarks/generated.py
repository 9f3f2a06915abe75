"""Generated data of any size, shaped like the real tables: for benchmarks, and for figures with very many regions."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from regional_targets.tables import Data, load


def generate(n_regions: int, n_indicators: int | None = None, seed: int = 2026) -> Data:
    """Return data with `n_regions` regions, each with one target on most indicators.

    The targets are drawn from the real ones with values, comparators, deadlines and stages changed at random (fixed
    seed). Mentions and texts are left empty: the data are for comparison, charts and workbooks, not for `check`.
    """
    real, random = load(), np.random.default_rng(seed)
    held = real.targets.groupby("indicator_id")["region_id"].nunique()
    known = list(held.sort_values(ascending=False, kind="stable").index)
    names = known[:n_indicators] if n_indicators is None or n_indicators <= len(known) else known
    n_indicators = n_indicators or len(names)
    indicators = real.indicators.set_index("indicator_id").loc[[names[i % len(names)] for i in range(n_indicators)]]
    indicators = indicators.reset_index()
    copies = indicators.groupby("indicator_id").cumcount()
    base = indicators["indicator_id"].copy()
    indicators["indicator_id"] = base.where(copies == 0, base.str[:22] + "_" + copies.astype(str))
    ids = [f"region{n:04d}" for n in range(n_regions)]
    regions = pd.DataFrame(
        {
            "region_id": ids,
            "name_zh": [f"第{n}市" for n in range(n_regions)],
            "name_en": [f"City {n}" for n in range(n_regions)],
            "admin_level": random.choice(["prefecture", "prefecture", "county", "province"], n_regions),
            "parent_zh": "",
            "parent_en": "",
            "adcode": "100000",
        }
    )
    documents = pd.concat([real.documents.iloc[:1]] * n_regions, ignore_index=True).assign(
        document_id=[f"{region}-doc" for region in ids],
        region_id=ids,
        stage=random.choice(["issued", "issued", "annual_plan", "draft"], n_regions),
        validity=random.choice(["valid", "unknown"], n_regions),
        file=[f"sources/{region}.txt" for region in ids],
    )
    template = real.targets.drop_duplicates("indicator_id").set_index("indicator_id").loc[base].reset_index(drop=True)
    targets = pd.concat([template] * n_regions, ignore_index=True)
    size = len(targets)
    low = (targets["value_min"].astype(float) * random.uniform(0.5, 2, size)).round(0).clip(lower=1)
    low = low.where(targets["unit"] != "%", low.clip(upper=100))
    spread = random.random(size) < 0.05
    high = low.where(~spread, low + 2)
    deadline = pd.Series(random.choice([2022, 2023, 2025, 0], size), dtype="Int64")
    targets = targets.assign(
        target_id=[f"{region}-t{n:03d}" for region in ids for n in range(n_indicators)],
        region_id=np.repeat(ids, n_indicators),
        document_id=np.repeat(documents["document_id"].to_numpy(), n_indicators),
        indicator_id=np.tile(indicators["indicator_id"].to_numpy(), n_regions),
        value_min=low.astype("Float64"),
        value_max=high.astype("Float64"),
        comparator=np.where(spread, "range", random.choice(["exact", "at_least", "about", "at_most"], size)),
        deadline=deadline.where((deadline > 0) & (targets["kind"] != "status")),
    ).sample(frac=0.8, random_state=seed)
    targets = targets.sort_values("target_id").reset_index(drop=True)
    empty = {
        name: real.table(name).iloc[:0]
        for name in ("mentions", "exclusions", "silences", "exceptions", "context", "mandates")
    }
    lines = {name: list(range(2, 2 + len(frame))) for name, frame in empty.items()} | {
        "targets": list(range(2, 2 + len(targets)))
    }
    return replace(
        real,
        regions=regions,
        documents=documents,
        indicators=indicators,
        targets=targets,
        texts={},
        lines=lines,
        **empty,
    )


def with_mentions(data: Data) -> Data:
    """Return the data with as many mentions per target as the real ones have, worded like them; texts stay empty."""
    real = load()
    counts = real.mentions["target_id"].value_counts().reindex(real.targets["target_id"])
    times = np.resize(counts.to_numpy(), len(data.targets))
    targets = data.targets.loc[np.repeat(data.targets.index, times)]
    size = len(targets)
    mentions = real.mentions.iloc[np.resize(np.arange(len(real.mentions)), size)].reset_index(drop=True)
    mentions = mentions.assign(
        mention_id=[f"m{n:07d}" for n in range(size)],
        target_id=targets["target_id"].to_numpy(),
        document_id=targets["document_id"].to_numpy(),
        # There is no text in which the year of a deadline could be looked up.
        deadline_start=pd.NA,
        deadline_end=pd.NA,
    )
    return replace(data, mentions=mentions, lines={**data.lines, "mentions": list(range(2, 2 + size))})
