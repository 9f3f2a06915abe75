"""The parts of data/README.md that are computed from the data: row counts, columns, agreement of the coders."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd

from .agreement import agreement
from .tables import Data

_BLOCK = re.compile(r"(<!-- computed: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def fill(text: str, data: Data) -> str:
    """Return a Markdown text with its computed blocks filled in; all else unchanged.

    A block stands between `<!-- computed: NAME -->` and `<!-- end -->`; NAME is `counts`, `regions`, `columns` or
    `agreement`. KeyError for another name.
    """
    blocks = {"counts": _counts, "regions": _regions, "columns": _columns, "agreement": _agreement}
    return _BLOCK.sub(lambda match: f"{match[1]}{blocks[match[2]](data)}\n{match[3]}", text)


def write(path: Path, data: Data) -> bool:
    """Fill in the computed blocks of a file; say whether it changed."""
    before = path.read_text(encoding="utf-8")
    after = fill(before, data)
    if after != before:
        path.write_text(after, encoding="utf-8", newline="\n")
    return after != before


def _table(rows: list[list[str]], header: list[str]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _counts(data: Data) -> str:
    rows = [
        [
            f"`{table.file}`",
            str(len(data.table(name))),
            table.description_en,
            ", ".join(f"`{k}`" for k in table.primary_key),
        ]
        for name, table in data.schema.tables.items()
    ]
    return _table(rows, ["file", "rows", "what", "key"])


def _regions(data: Data) -> str:
    region = data.documents.set_index("document_id")["region_id"]
    counts = pd.DataFrame(
        {
            "targets": data.targets["region_id"].value_counts(),
            "mentions": data.mentions["document_id"].map(region).value_counts(),
            "exclusions": data.exclusions["document_id"].map(region).value_counts(),
            "silences": data.silences["region_id"].value_counts(),
        }
    )
    counts = counts.reindex(data.regions["region_id"]).fillna(0).astype(int)
    counts.loc["all"] = counts.sum()
    return _table(
        [[str(name), *map(str, row)] for name, row in zip(counts.index, counts.values, strict=True)],
        ["region", *counts],
    )


def _columns(data: Data) -> str:
    parts = []
    for table in data.schema.tables.values():
        rows = [[f"`{field.name}`", field.type, field.description_en, field.description_zh] for field in table.fields]
        parts.append(f"### `{table.file}`\n\n{_table(rows, ['column', 'type', 'meaning', '含义'])}")
    return "\n" + "\n\n".join(parts) + "\n"


def _agreement(data: Data) -> str:
    measured = agreement(data.folder / "coding")
    rows = [
        [row.field, str(row.n), str(row.agree), f"{row.share:.3f}", "" if pd.isna(row.kappa) else f"{row.kappa:.3f}"]
        for row in measured.itertuples()
    ]
    return _table(rows, ["field", "n", "agree", "share (first row: F1)", "Cohen's kappa"])
