"""Score proposals against coded mentions: F1, accuracy by field, and every error with its class.

    python tests/candidate_scores.py tests/data/clauses/development.jsonl tests/data/plans/development [-v]

A line of such a file has `id`, `text` and `mentions` with start, end, numeral, value_min, value_max, unit, comparator,
deadline, and more fields that are scored where they stand.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from regional_targets.candidates.proposals import propose

JUDGED = ("value_min", "value_max", "unit", "comparator", "deadline")
FURTHER = ("kind", "period", "start_year", "per_zh", "level")
ERROR_CLASS = {"value_min": "value", "value_max": "value"}


@dataclass
class Score:
    """Counts over any number of texts; `errors` holds text id, class, numeral, what was wanted and what was found."""

    matched: int = 0
    missed: int = 0
    extra: int = 0
    all_right: int = 0
    seen: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    errors: list[tuple[str, str, str, str, str]] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Share of proposals that are mentions."""
        return self.matched / max(1, self.matched + self.extra)

    @property
    def recall(self) -> float:
        """Share of mentions that are proposed."""
        return self.matched / max(1, self.matched + self.missed)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.matched / max(1, 2 * self.matched + self.missed + self.extra)

    @property
    def share_right(self) -> float:
        """Share of matched mentions whose value, unit, comparator and deadline are all right."""
        return self.all_right / max(1, self.matched)

    def accuracy(self, name: str) -> float:
        """Share of matched mentions whose field `name` is right."""
        return self.right[name] / max(1, self.seen[name])

    def table(self) -> str:
        """Return the figures and the table of error classes as text."""
        lines = [
            f"mentions {self.matched + self.missed}, proposed {self.matched + self.extra}, matched {self.matched}",
            f"precision {self.precision:.4f}, recall {self.recall:.4f}, F1 {self.f1:.4f}, "
            f"all right {self.share_right:.4f}",
            "  ".join(f"{name} {self.accuracy(name):.3f}" for name in (*JUDGED, *FURTHER) if self.seen[name]),
        ]
        counts = Counter(error[1] for error in self.errors)
        return "\n".join([*lines, *(f"{name:12} {count}" for name, count in counts.most_common())])


def score(texts: Iterable[tuple[str, str, list[Mapping[str, Any]]]], proposer: Any = propose) -> Score:
    """Propose on each text (id, text, coded mentions) and count; a proposal matches where the numerals overlap."""
    total = Score()
    for text_id, text, coded in texts:
        open_rows = sorted(coded, key=lambda row: row["start"])
        for found in proposer(text).to_dict("records"):
            wanted = next((row for row in open_rows if _overlap(row, found)), None)
            if wanted is None:
                total.extra += 1
                total.errors.append((text_id, "extra", found["numeral"], "", _around(text, found)))
                continue
            open_rows.remove(wanted)
            _compare(total, text_id, text, wanted, found)
        for row in open_rows:
            total.missed += 1
            total.errors.append((text_id, "missed", row["numeral"], _around(text, row), ""))
    return total


def _overlap(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return bool(one["start"] < other["end"] and other["start"] < one["end"])


def _compare(total: Score, text_id: str, text: str, wanted: Mapping[str, Any], found: Mapping[str, Any]) -> None:
    total.matched += 1
    all_right = True
    for name in (*JUDGED, *FURTHER):
        if name not in wanted:
            continue
        total.seen[name] += 1
        if _plain(wanted[name]) == _plain(found[name]):
            total.right[name] += 1
            continue
        all_right &= name not in JUDGED
        if name == "value_max" and _plain(wanted["value_min"]) != _plain(found["value_min"]):
            continue
        shown = f"{_plain(wanted[name])} | {_plain(found[name])}"
        total.errors.append((text_id, ERROR_CLASS.get(name, name), found["numeral"], shown, _around(text, wanted)))
    total.all_right += all_right


def _plain(value: Any) -> Any:
    if value is None or value is pd.NA or (isinstance(value, float) and value != value):
        return ""
    return round(float(value), 2) if isinstance(value, int | float) else str(value)


def _around(text: str, row: Mapping[str, Any]) -> str:
    start, end = row["start"], row["end"]
    return f"{text[max(0, start - 24) : start]}【{text[start:end]}】{text[end : end + 16]}".replace("\n", "⏎")


def read_clauses(path: Path) -> list[tuple[str, str, list[Mapping[str, Any]]]]:
    """Return id, text and mentions of each line of a file of coded clauses."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [(row["id"], row["text"], row["mentions"]) for row in rows]


def read_plans(folder: Path) -> list[tuple[str, str, list[Mapping[str, Any]]]]:
    """Return id, text and mentions of each document in a folder: `<id>.txt` beside the coded `<id>.csv`."""
    plans = []
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = [{name: _cell(name, cell) for name, cell in row.items()} for row in csv.DictReader(file)]
        plans.append((path.stem, path.with_suffix(".txt").read_bytes().decode("utf-8"), rows))
    return plans


def _cell(name: str, cell: str) -> Any:
    if name in ("start", "end", "deadline", "start_year"):
        return int(cell) if cell else None
    return float(cell) if name in ("value_min", "value_max") else cell


def main() -> None:
    """Print the figures for files of coded clauses."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("-v", "--verbose", action="store_true", help="print each error")
    options = parser.parse_args()
    for path in options.files:
        result = score(read_plans(path) if path.is_dir() else read_clauses(path))
        print(f"{path}\n{result.table()}")
        for error in result.errors if options.verbose else ():
            print("  ", *error, sep=" · ")


if __name__ == "__main__":
    main()
