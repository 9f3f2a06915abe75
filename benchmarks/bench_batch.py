"""Propose from generated documents in one process and in two: documents and characters per second, and the ratio.

Run: make bench. Figures are ratios within one run, for machines differ; the start of the processes is timed apart.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from pathlib import Path

from regional_targets.documents.batch import propose_files
from regional_targets.tables import load


def generate(folder: Path, n_documents: int, seed: int = 2026) -> int:
    """Write documents made of the paragraphs of the real texts in another order; return the characters written."""
    chance = random.Random(seed)
    paragraphs = [line for text in load().texts.values() for line in text.split("\n") if line]
    total = 0
    for number in range(n_documents):
        text = "\n".join(chance.choices(paragraphs, k=chance.choice([20, 60, 60, 200])))
        total += len(text)
        (folder / f"{number:05d}.txt").write_text(text, encoding="utf-8", newline="")
    return total


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=400)
    parser.add_argument("--jobs", type=int, nargs="*", default=[1, 2])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "documents"
        folder.mkdir()
        total = generate(folder, options.documents)
        few = sorted(folder.iterdir())[:8]
        print(f"{options.documents} documents, {total} characters")
        print("jobs  start s  seconds  documents/s  characters/s  of one job")
        base = 0.0
        written = set()
        for jobs in options.jobs:
            out = Path(name) / f"{jobs}.csv"
            started = time.perf_counter()
            propose_files(few, Path(name) / f"few{jobs}.csv", jobs=jobs)
            start = time.perf_counter() - started
            started = time.perf_counter()
            propose_files([folder], out, jobs=jobs)
            seconds = time.perf_counter() - started
            base = base or seconds
            written.add(out.read_bytes())
            print(
                f"{jobs:4d} {start:8.2f} {seconds:8.2f} {options.documents / seconds:12.1f} {total / seconds:13.2e} "
                f"{base / seconds:11.2f}",
                flush=True,
            )
        print("tables equal" if len(written) == 1 else "TABLES DIFFER")


if __name__ == "__main__":
    main()
