"""Kill exports at random moments and look at the workbook that stood there: it is whole, the old one or the new one.

Run: python benchmarks/kill_export.py [--times 100]. Each export is a process of its own, killed by SIGKILL, which no
program can catch. Between two exports the data change, so that the new workbook differs from the old one.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from pathlib import Path

EXPORT = """
import dataclasses, sys
import regional_targets as rt
data = rt.load()
notes = data.silences.assign(note_en=sys.argv[2])
print("loaded", flush=True)
data, regions = dataclasses.replace(data, silences=notes), list(data.regions["region_id"])[:2]
rt.write_workbook(data, path=sys.argv[1], figures=["fig-coverage"], regions=regions, lang="en")
"""


def start(path: Path, note: str) -> subprocess.Popen:
    """Start an export and wait until its data are loaded, for before that it touches no file."""
    process = subprocess.Popen([sys.executable, "-c", EXPORT, str(path), note], stdout=subprocess.PIPE)
    if process.stdout is None or not process.stdout.readline():
        raise SystemExit("the export did not start")
    return process


def digest(path: Path) -> str:
    """Return the SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def wanted(folder: Path, note: str) -> str:
    """Return the SHA-256 of the workbook that an export with this note makes when nobody kills it."""
    path = folder / f"whole-{note}.xlsx"
    if start(path, note).wait():
        raise SystemExit("the export failed")
    return digest(path)


def kill_exports(times: int, seed: int = 2026) -> Counter[str]:
    """Kill `times` exports in two states of the data in turn; count what stood there after each.

    Returns
    -------
    Counter
        `old` and `new` (whole workbooks), `broken` (anything else), `draft` (killed while a draft lay beside it),
        `finished` (exports that were faster than the kill), `left` (drafts still there after a last whole export).
    """
    dice, counts = random.Random(seed), Counter[str]()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        states = {note: wanted(folder, note) for note in ("one", "two")}
        target = folder / "book.xlsx"
        start(target, "one").wait()
        started = time.perf_counter()
        start(target, "one").wait()
        whole = time.perf_counter() - started
        for turn in range(times):
            before = digest(target)
            note = next(note for note, state in states.items() if state != before)
            process = start(target, note)
            try:
                # The last part of an export, in which it writes, gets half of the kills.
                process.wait(whole * (dice.uniform(0, 1) if turn % 4 < 2 else dice.uniform(0.6, 1)))
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                process.wait()
            counts["finished"] += process.returncode == 0
            counts["draft"] += any(folder.glob(".book.xlsx.*.tmp"))
            after = digest(target)
            sound = after in (before, states[note]) and zipfile.ZipFile(target).testzip() is None
            counts[("old" if after == before else "new") if sound else "broken"] += 1
        start(target, "one").wait()
        counts["left"] = len(list(folder.glob(".book.xlsx.*.tmp")))
    return counts


def main() -> int:
    """Print the counts; return 1 when a workbook was broken or a draft was left."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=100)
    options = parser.parse_args()
    counts = kill_exports(options.times)
    print(
        f"{options.times} exports, {options.times - counts['finished']} killed: the earlier workbook {counts['old']} "
        f"times, the new one {counts['new']} times, broken {counts['broken']}; a draft lay there after "
        f"{counts['draft']} kills, {counts['left']} after the next whole export"
    )
    return int(counts["broken"] > 0 or counts["left"] > 0)


if __name__ == "__main__":
    sys.exit(main())
