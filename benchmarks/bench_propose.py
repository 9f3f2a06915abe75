"""Propose from text: characters per second against one pass of a plain numeral pattern and against cn2an.transform.

Run: make bench. Figures are ratios within one run, for machines differ; the text is that of the coded documents.
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Callable

import cn2an

from regional_targets.candidates.proposals import propose
from regional_targets.tables import load

PLAIN = re.compile(r"[0-9０-９]+(?:\.[0-9]+)?[十百千万亿]*[%％]?|[零〇一二两三四五六七八九十百千万亿]+")


def seconds(work: Callable[[], object], repeats: int) -> float:
    """Return the least processor time of several runs."""
    best = float("inf")
    for _ in range(repeats):
        started = time.process_time()
        work()
        best = min(best, time.process_time() - started)
    return best


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--characters", type=int, nargs="*", default=[100_000, 200_000, 400_000, 1_000_000])
    parser.add_argument("--repeats", type=int, default=3)
    options = parser.parse_args()
    texts = "".join(load().texts.values())
    started = time.perf_counter()
    propose(texts[:2000])
    print(f"first result after {time.perf_counter() - started:.2f} s")
    print("characters  proposals  seconds   chars/s  x plain pattern  x cn2an.transform")
    for wanted in options.characters:
        text = (texts * (wanted // len(texts) + 1))[:wanted]
        proposing = seconds(lambda text=text: propose(text), options.repeats)
        pattern = seconds(lambda text=text: sum(1 for _ in PLAIN.finditer(text)), options.repeats)
        part = text[: min(wanted, 20_000)]
        transforming = seconds(lambda part=part: cn2an.transform(part), 1) * wanted / len(part)
        print(
            f"{wanted:10d} {len(propose(text)):10d} {proposing:8.2f} {wanted / proposing:9.2e} "
            f"{proposing / pattern:16.1f} {proposing / transforming:18.2f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
