"""Judge every pair of a country: pairs per second against a bare numpy comparison of the same columns, and the growth.

Run: make bench. Figures are ratios within one run, for machines differ; 3,000 regions x 100 indicators take minutes.
"""

from __future__ import annotations

import argparse
import resource
import time

import numpy as np
from generated import generate

from regional_targets.rules import encode, values
from regional_targets.scale import BLOCK_PAIRS, verdict_counts


def bare(side: dict[str, np.ndarray], frame) -> int:
    """Compare the same columns of the same pairs with bare numpy, no rules: the floor."""
    fields = [field for field, array in side.items() if array.dtype.kind in "iub"]
    differing = 0
    for places in frame.groupby("indicator_id", sort=False).indices.values():
        height = max(1, BLOCK_PAIRS // len(places))
        for begin in range(0, len(places), height):
            for field in fields:
                a, b = side[field][places[begin : begin + height]], side[field][places[begin:]]
                differing += int(np.count_nonzero(a[:, None] != b[None, :]))
    return differing


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--regions", type=int, nargs="*", default=[30, 100, 300, 1000, 3000])
    parser.add_argument("--indicators", type=int, default=100)
    options = parser.parse_args()
    print("regions  targets      pairs  judge s  pairs/s  bare s  ratio  peak MiB")
    for n_regions in options.regions:
        data = generate(n_regions, options.indicators)
        started = time.perf_counter()
        counts = verdict_counts(data)
        judged = time.perf_counter() - started
        frame = values(data)
        side, _ = encode(data, frame)
        started = time.perf_counter()
        bare(side, frame)
        floor = time.perf_counter() - started
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        pairs = counts["n_pairs"].sum()
        print(
            f"{n_regions:7d} {len(data.targets):8d} {pairs:10d} {judged:8.2f} {pairs / judged:8.2e} {floor:7.2f} "
            f"{judged / floor:6.2f} {peak:9.0f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
