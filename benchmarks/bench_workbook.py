"""Write 100,000 targets with evidence and links: time and memory against openpyxl's write-only mode and pandas.

Run: make bench. Each way writes the same cells in a process of its own, which begins with the cells in memory; `only
the cells` is that beginning. Seconds are the processor's, for other work on the machine does not change them. Ours has
looks, links, filters, widths, heights and print set-up; the others are bare.
"""

from __future__ import annotations

import argparse
import pickle
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pandas as pd
from generated import generate, with_mentions
from openpyxl import Workbook

from regional_targets.workbook.sheet_tables import evidence_columns, find_places, target_columns
from regional_targets.workbook.sheets import Book, Column, new_sheet, write_table
from regional_targets.workbook.xlsx_xml import finish

Sheets = dict[str, list[Column]]
INDICATORS = 100


def ours(sheets: Sheets, path: Path) -> None:
    """Write the sheets as the workbook has them."""
    book = Book()
    for name, columns in sheets.items():
        write_table(new_sheet(book, name, name, "benchmark", "back", "benchmark"), columns)
    draft = path.with_suffix(".draft")
    book.save(draft)
    with draft.open("rb") as source, path.open("wb") as target:
        finish(source, target, "2026-01-01", [], book.long_tables)


def bare(sheets: Sheets, path: Path) -> None:
    """Write the same cells by openpyxl's write-only mode, without looks or links."""
    book = Workbook(write_only=True)
    for name, columns in sheets.items():
        sheet = book.create_sheet(name)
        sheet.append([column.heading for column in columns])
        for row in zip(*(column.cells for column in columns), strict=True):
            sheet.append(row)
    book.save(path)


def by_pandas(sheets: Sheets, path: Path) -> None:
    """Write the same cells by `DataFrame.to_excel`."""
    with pd.ExcelWriter(path, engine="openpyxl") as writer:
        for name, columns in sheets.items():
            frame = pd.DataFrame({column.heading: column.cells for column in columns})
            frame.to_excel(writer, sheet_name=name, index=False)


def nothing(sheets: Sheets, path: Path) -> None:
    """Write an empty file: the peak is the memory that the cells take."""
    path.touch()


WAYS: dict[str, Callable[[Sheets, Path], None]] = {
    "openpyxl write-only": bare,
    "our workbook": ours,
    "pandas to_excel": by_pandas,
    "only the cells": nothing,
}


def make(cells: Path, n_targets: int) -> None:
    """Store the cells of the two sheets, and say how many they are and how long they took."""
    # Of ten indicators of a region about eight have a target.
    data = with_mentions(generate(round(n_targets / 0.8 / INDICATORS), INDICATORS))
    started = time.process_time()
    places = find_places(data)
    sheets = {"targets": target_columns(data, places, "zh"), "evidence": evidence_columns(data, places, "zh")}
    made = time.process_time() - started
    held = sum(cell is not None for columns in sheets.values() for column in columns for cell in column.cells)
    print(f"targets {len(data.targets)}, mentions {len(data.mentions)}, cells {held}; made in {made:.1f} cpu s")
    # Column by column, so that reading them takes hardly more memory than holding them.
    with cells.open("wb") as file:
        for name, columns in sheets.items():
            for column in columns:
                pickle.dump((name, column), file)


def measure(cells: Path, way: str) -> None:
    """Write in this process, and print seconds of the processor, MiB at the peak and MB of the file."""
    sheets: Sheets = {}
    size = cells.stat().st_size
    with cells.open("rb") as file:
        while file.tell() < size:
            name, column = pickle.load(file)
            sheets.setdefault(name, []).append(column)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "book.xlsx")
        started = time.process_time()
        WAYS[way](sheets, path)
        seconds = time.process_time() - started
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(seconds, peak, path.stat().st_size / 1e6)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--targets", type=int, default=100_000)
    parser.add_argument("--cells", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--way", choices=WAYS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.way:
        measure(options.cells, options.way)
    elif options.cells:
        make(options.cells, options.targets)
    else:
        compare(options.targets)


def compare(n_targets: int) -> None:
    """Start each way; this process stays small, for a process begins with the peak of the one that starts it."""
    floor: tuple[float, float] | None = None
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, __file__, "--cells", f"{folder}/cells"]
        subprocess.run([*command, "--targets", str(n_targets)], check=True)
        print("way                     cpu s  ratio  peak MiB  ratio  file MB")
        for way in WAYS:
            shown = subprocess.run([*command, "--way", way], check=True, capture_output=True, text=True).stdout
            seconds, peak, size = map(float, shown.split())
            floor = floor or (seconds, peak)
            print(
                f"{way:20s} {seconds:8.1f} {seconds / floor[0]:6.2f} {peak:9.0f} {peak / floor[1]:6.2f} {size:8.1f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
