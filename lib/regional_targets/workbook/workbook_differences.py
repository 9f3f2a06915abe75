"""Where two workbooks say different things: cells, links, comments, rows, charts and sheets; rows are aligned first."""

from __future__ import annotations

import difflib
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from openpyxl.utils import get_column_letter

from .xlsx_content import EMPTY, Chart, Content, SheetContent

Cells = dict[int, Content]
RowKey = tuple[tuple[int, object, str], ...]
# Sheets that share this part of their rows are one sheet that was renamed.
RENAMED_SHARE = 0.5
# Blocks of more pairs of rows than this are paired in order, not by likeness.
MOST_PAIRS = 250_000
EXCERPT = 60
# More links than these of one column are told as one difference.
FEW_LINKS = 3
PARTS = {"tx": "name", "cat": "texts", "val": "values"}


@dataclass(frozen=True)
class Difference:
    """One thing that is not as wanted: its sheet and place in the workbook found, what stands there, what should."""

    sheet: str
    place: str
    found: str
    wanted: str

    def __str__(self) -> str:
        return f"{self.place}: found {self.found}; wanted {self.wanted}"


def differences(wanted: Mapping[str, SheetContent], found: Mapping[str, SheetContent]) -> list[Difference]:
    """Compare two workbooks sheet by sheet.

    Returns
    -------
    list of Difference
        A removed or added row is one difference, a row that stands elsewhere is one; cells of rows that remain are
        compared one by one, with the place that they have in `found`. Empty when both say the same.
    """
    names = {name: name for name in wanted if name in found}
    renamed = _renamed(wanted, found)
    told = [Difference(new, f"sheet {new}", "this name", f"the name {old}") for old, new in renamed.items()]
    names |= renamed
    told += [Difference(name, f"sheet {name}", "nothing", "it") for name in wanted if name not in names]
    told += [Difference(name, f"sheet {name}", "it", "nothing") for name in found if name not in names.values()]
    order = [names[name] for name in wanted if name in names]
    stands = [name for name in found if name in order]
    if order != stands:
        told.append(Difference("", "order of the sheets", ", ".join(stands), ", ".join(order)))
    for old, new in names.items():
        told += _rows(new, wanted[old], found[new])
        told += _charts(new, wanted[old].charts, found[new].charts)
    return told


def _renamed(wanted: Mapping[str, SheetContent], found: Mapping[str, SheetContent]) -> dict[str, str]:
    """Return the sheets that stand under another name: those of unknown name that share most rows."""
    renamed: dict[str, str] = {}
    for old in [name for name in wanted if name not in found]:
        rows = Counter(_keys(wanted[old]))
        shares = {
            new: sum((rows & Counter(_keys(found[new]))).values()) / max(rows.total(), 1)
            for new in found
            if new not in wanted and new not in renamed.values()
        }
        best = max(shares, key=lambda name: shares[name], default="")
        if shares.get(best, 0) > RENAMED_SHARE:
            renamed[old] = best
    return renamed


def _keys(sheet: SheetContent) -> list[RowKey]:
    return [_key(cells) for cells in sheet.rows.values() if _key(cells)]


def _key(cells: Cells) -> RowKey:
    """Return what a row says but for its links: some programs leave these where they are when rows move."""
    said = ((column, held.value, held.comment) for column, held in sorted(cells.items()))
    return tuple(each for each in said if each[1:] != (None, ""))


def _rows(name: str, wanted: SheetContent, found: SheetContent) -> Iterator[Difference]:
    """Compare rows that say something, once it is known which belongs to which; links are told column by column."""
    old = [row for row, cells in wanted.rows.items() if _key(cells)]
    new = [row for row, cells in found.rows.items() if _key(cells)]
    old_keys, new_keys = _keys(wanted), _keys(found)
    aligned = list(_align(old_keys, new_keys))
    # A row that is gone here and stands there has only moved.
    gone = {old_keys[a]: a for a, b in aligned if a is not None and b is None}
    moved = {b: gone.pop(new_keys[b]) for a, b in aligned if a is None and b is not None and new_keys[b] in gone}
    same: list[tuple[int, Cells, Cells]] = []
    shift = 0
    for a, b in aligned:
        if a is not None and b is not None:
            if new[b] - old[a] != shift:
                found_blank = f"{new[b] - old[a] - shift:+d} blank rows above it"
                yield Difference(name, f"{name} row {new[b]}", found_blank, "as many as before")
                shift = new[b] - old[a]
            same.append((new[b], wanted.rows[old[a]], found.rows[new[b]]))
            yield from _cells(name, *same[-1])
        elif a is not None:
            shift -= 1
            if a not in moved.values():
                words = _row_words(wanted.rows[old[a]])
                yield Difference(name, f"{name} row {old[a]} as written", "no such row", words)
        elif b is not None:
            shift += 1
            if b in moved:
                was = f"it in row {old[moved[b]]}"
                yield Difference(name, f"{name} row {new[b]}", "a row that was moved", was)
            else:
                yield Difference(name, f"{name} row {new[b]}", _row_words(found.rows[new[b]]), "no such row")
    same += [(row, {}, cells) for row, cells in found.rows.items() if not _key(cells)]
    yield from _links(name, same)


def _links(name: str, rows: Sequence[tuple[int, Cells, Cells]]) -> Iterator[Difference]:
    """Compare the links of rows; many of one column are one difference."""
    columns: dict[int, list[Difference]] = {}
    for row, wanted, found in rows:
        for column in sorted(wanted.keys() | found.keys()):
            old, new = wanted.get(column, EMPTY).link, found.get(column, EMPTY).link
            if old != new:
                place = f"{name}!{get_column_letter(column)}{row} link"
                columns.setdefault(column, []).append(Difference(name, place, new or "no link", old or "no link"))
    for told in columns.values():
        if len(told) > FEW_LINKS:
            rest = f" (and {len(told) - 1} more links of this column are not as written)"
            yield Difference(name, told[0].place, told[0].found, told[0].wanted + rest)
        else:
            yield from told


def _align(old: Sequence[RowKey], new: Sequence[RowKey]) -> Iterator[tuple[int | None, int | None]]:
    """Pair the rows of two sheets in order; None stands for a row that the other has not."""
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for kind, a, a_end, b, b_end in matcher.get_opcodes():
        if kind == "equal":
            yield from zip(range(a, a_end), range(b, b_end), strict=True)
        else:
            for left, right in _pair(old[a:a_end], new[b:b_end]):
                yield None if left is None else a + left, None if right is None else b + right


def _pair(old: Sequence[RowKey], new: Sequence[RowKey]) -> list[tuple[int | None, int | None]]:
    """Pair rows that differ so that as little as possible has changed: an unlike pair costs as much as both rows."""
    n, m = len(old), len(new)
    if n * m > MOST_PAIRS or n == m or not n or not m:
        places: Iterator[tuple[int | None, int | None]] = zip_longest(range(n), range(m))
        return list(places)
    cost = [[0.0] * (m + 1) for _ in range(n + 1)]
    for i in range(n, -1, -1):
        for j in range(m, -1, -1):
            if i == n or j == m:
                cost[i][j] = float(n - i + m - j)
            else:
                pair = _unlikeness(old[i], new[j]) + cost[i + 1][j + 1]
                cost[i][j] = min(pair, 1 + cost[i + 1][j], 1 + cost[i][j + 1])
    steps: list[tuple[int | None, int | None]] = []
    i = j = 0
    while i < n or j < m:
        if i < n and j < m and cost[i][j] == _unlikeness(old[i], new[j]) + cost[i + 1][j + 1]:
            steps.append((i, j))
            i, j = i + 1, j + 1
        elif j == m or (i < n and cost[i][j] == 1 + cost[i + 1][j]):
            steps.append((i, None))
            i += 1
        else:
            steps.append((None, j))
            j += 1
    return steps


def _unlikeness(old: RowKey, new: RowKey) -> float:
    """Return 0 for equal rows, 2 for rows that share no cell."""
    return 2 - 2 * len(set(old) & set(new)) / max(len(old), len(new))


def _cells(name: str, row: int, wanted: Cells, found: Cells) -> Iterator[Difference]:
    for column in sorted(wanted.keys() | found.keys()):
        old, new = wanted.get(column, EMPTY), found.get(column, EMPTY)
        place = f"{name}!{get_column_letter(column)}{row}"
        if old.value != new.value or isinstance(old.value, bool) != isinstance(new.value, bool):
            yield Difference(name, place, *_excerpts(new.value, old.value))
        if old.comment != new.comment:
            yield Difference(name, f"{place} comment", *_excerpts(new.comment or None, old.comment or None))


def _charts(name: str, wanted: Sequence[Chart], found: Sequence[Chart]) -> Iterator[Difference]:
    """Compare the charts of a sheet, whose order does not matter."""
    yield from _labels(name, wanted, found)
    kept, there = Counter(chart.said for chart in wanted), Counter(chart.said for chart in found)
    left, right = kept - there, there - kept
    old = [json.loads(chart) for chart in sorted(left.elements())]
    new = [json.loads(chart) for chart in sorted(right.elements())]
    for before in old:
        after = next((chart for chart in new if chart[0] == before[0]), new[0] if len(old) == len(new) else None)
        place = f"{name} chart {before[0]!r}"
        if after is None:
            yield Difference(name, place, "no such chart", f"one with {len(before) - 1} series")
            continue
        new.remove(after)
        if after[0] != before[0]:
            yield Difference(name, f"{place} title", repr(after[0]), repr(before[0]))
        for number, (one, other) in enumerate(zip_longest(before[1:], after[1:]), start=1):
            if one is None or other is None:
                here = f"{place} series {number}"
                yield Difference(name, here, "it" if other else "no such series", "it" if one else "no such series")
            else:
                yield from _series(name, f"{place} series {number}", one, other)
    for chart in new:
        yield Difference(name, f"{name} chart {chart[0]!r}", f"one with {len(chart) - 1} series", "no such chart")


def _labels(name: str, wanted: Sequence[Chart], found: Sequence[Chart]) -> Iterator[Difference]:
    """Compare the labels of points, chart by chart of one title; a chart that has lost them all is left out."""
    there = {json.loads(chart.said)[0]: chart.labels for chart in found}
    for chart in wanted:
        title = json.loads(chart.said)[0]
        old, new = (
            {(a, b): text for a, b, text in json.loads(held)} for held in (chart.labels, there.get(title, "[]"))
        )
        for series, point in sorted(old.keys() | new.keys()) if new else ():
            before, after = old.get((series, point)), new.get((series, point))
            if before != after:
                place = f"{name} chart {title!r} series {series} label, point {point + 1}"
                yield Difference(name, place, *_excerpts(after, before))


def _series(name: str, place: str, wanted: Sequence[list], found: Sequence[list]) -> Iterator[Difference]:
    old, new = ({part: (reference, dict(points)) for part, reference, points in held} for held in (wanted, found))
    for part, words in PARTS.items():
        (before, points), (after, kept) = old.get(part, ("", {})), new.get(part, ("", {}))
        if before != after:
            yield Difference(name, f"{place} {words}", after or "no reference", before or "no reference")
        for number in sorted(points.keys() | kept.keys()):
            if points.get(number) != kept.get(number):
                here = f"{place} {words}, point {number + 1}"
                yield Difference(name, here, *_excerpts(kept.get(number), points.get(number)))


def _row_words(cells: Cells) -> str:
    """Name a row by its first cells."""
    said = [_shown(cells[column].value) for column in sorted(cells)][:4]
    return "a row that begins " + " | ".join(said)


def _excerpts(found: object, wanted: object) -> tuple[str, str]:
    """Show two values; of long texts only what stands around their first difference."""
    if isinstance(found, str) and isinstance(wanted, str) and max(len(found), len(wanted)) > EXCERPT:
        pairs = zip(found, wanted, strict=False)
        first = next((place for place, (a, b) in enumerate(pairs) if a != b), min(len(found), len(wanted)))
        start = max(first - EXCERPT // 3, 0)
        return _cut(found, start), _cut(wanted, start)
    return _shown(found), _shown(wanted)


def _cut(text: str, start: int) -> str:
    shown = text[start : start + EXCERPT]
    return f"{'…' if start else ''}{shown}{'…' if start + EXCERPT < len(text) else ''}".join('""').replace("\n", "↵")


def _shown(value: object) -> str:
    if value is None:
        return "an empty cell"
    if isinstance(value, tuple):
        return f"the formula {value[1]}"
    return _cut(value, 0) if isinstance(value, str) else str(value)
