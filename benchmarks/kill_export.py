"""Kill exports at random moments and look at the workbook that stood there: it is whole, the old one or the new one.

Run: python benchmarks/kill_export.py [--times 100]. Each export is a process of its own, killed by SIGKILL, which no
program can catch. Between two exports the data change, so that the new workbook differs from the old one.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import multiprocessing
import random
import sys
import tempfile
import time
import zipfile
from collections import Counter
from dataclasses import replace
from multiprocessing.context import ForkServerProcess
from multiprocessing.synchronize import Event
from pathlib import Path

import regional_targets as rt

# Share of an export after its file has its first bytes.
LAST_PART = 0.04
# Its children have the library imported already, and none of the threads of this process.
FORKING = multiprocessing.get_context("forkserver")


def export(data: rt.Data, path: Path, note: str, begun: Event) -> None:
    """Write a small workbook of data that hold this note."""
    changed = replace(data, silences=data.silences.assign(note_en=note))
    begun.set()
    rt.write_workbook(
        changed, path=path, figures=["fig-coverage"], regions=list(data.regions["region_id"][:2]), lang="en"
    )


def start(data: rt.Data, path: Path, note: str) -> ForkServerProcess:
    """Start an export and wait until its data are there, for before that it touches no file."""
    begun = FORKING.Event()
    process = FORKING.Process(target=export, args=(data, path, note, begun))
    process.start()
    if not begun.wait(300):
        raise SystemExit("the export did not start")
    return process


def whole(data: rt.Data, path: Path, note: str) -> float:
    """Export without a kill; return the seconds that it took."""
    started = time.perf_counter()
    process = start(data, path, note)
    process.join()
    if process.exitcode:
        raise SystemExit("the export failed")
    return time.perf_counter() - started


def digest(path: Path) -> str:
    """Return the SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def kill_exports(times: int, seed: int = 2026) -> Counter[str]:
    """Kill `times` exports, in two states of the data in turn; count what stood there after each.

    Returns
    -------
    Counter
        `killed` (always `times`); `old` and `new` (whole workbooks), `broken` (anything else), `draft` (killed while a draft lay beside it),
        `finished` (further exports, faster than the kill), `left` (drafts still there after a last whole export).
    """
    FORKING.set_forkserver_preload(["regional_targets"])
    data, dice, counts = rt.load(), random.Random(seed), Counter[str]()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        target, states = folder / "book.xlsx", {}
        for note in ("one", "two", "one"):
            seconds = whole(data, target, note)
            states[note] = digest(target)
        for turn in itertools.count():
            if counts["killed"] == times:
                break
            before = digest(target)
            note = next(note for note, state in states.items() if state != before)
            process = start(data, target, note)
            if turn % 2:
                process.join(seconds * dice.uniform(0, 1))
            else:
                # Half of the kills fall into the short time in which the file is written and put in its place.
                while process.is_alive() and not any(map(_size, _drafts(folder))):
                    time.sleep(0.001)
                process.join(LAST_PART * seconds * dice.uniform(0, 1))
            process.kill()
            process.join()
            counts["killed" if process.exitcode else "finished"] += 1
            counts["draft"] += bool(_drafts(folder))
            after = digest(target)
            sound = after in (before, states[note]) and zipfile.ZipFile(target).testzip() is None
            counts[("old" if after == before else "new") if sound else "broken"] += 1
            print(".", end="", file=sys.stderr, flush=True)
        whole(data, target, "one")
        counts["left"] = len(_drafts(folder))
    return counts


def _drafts(folder: Path) -> list[Path]:
    """Return the drafts that lie beside the workbook at this moment."""
    return [path for path in folder.iterdir() if path.name.startswith(".book.xlsx.")]


def _size(draft: Path) -> int:
    """Return the size of a draft; 0 when it has just taken its place."""
    try:
        return draft.stat().st_size
    except FileNotFoundError:
        return 0


def main() -> int:
    """Print the counts; return 1 when a workbook was broken or a draft was left."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=100)
    options = parser.parse_args()
    counts = kill_exports(options.times)
    print(
        f"\n{counts['killed']} exports killed, {counts['finished']} finished before: the earlier workbook stood "
        f"{counts['old']} times, the new one {counts['new']} times, a broken one {counts['broken']} times; "
        f"a draft lay there after {counts['draft']} kills, {counts['left']} after a last whole export"
    )
    return int(counts["broken"] > 0 or counts["left"] > 0)


if __name__ == "__main__":
    sys.exit(main())
