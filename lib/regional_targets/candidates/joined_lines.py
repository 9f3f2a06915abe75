"""A text without the line breaks that only a margin made, so that 超⏎过 is one word again, and where all of it stood."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from ..wrapped_lines import unwrap

_ASCII = re.compile(r"[!-~]")


class Joined(NamedTuple):
    """An original and its plain text without breaks; `breaks` and `shifts` tell how many characters went before."""

    original: str
    text: str
    breaks: list[int]
    shifts: list[int]

    def place(self, offset: int) -> int:
        """Return where the character at an offset of the joined text stands in the text as it was."""
        return offset + self.shifts[bisect_right(self.breaks, offset) - 1]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where `text[start:end]` stands in the text as it was."""
        return (self.place(start), self.place(end - 1) + 1) if end > start else (self.place(start),) * 2


def join_lines(original: str, text: str) -> Joined:
    """Join the lines of an original and of its plain text `text` where only a margin broke them (`unwrap`)."""
    unwrapped = unwrap(text)
    if unwrapped == text:
        return Joined(original, text, [0], [0])
    kept: list[tuple[int, int]] = []
    begin = 0
    for match in re.finditer(r" *\n *", text):
        low, high = match.span()
        if "\n" in unwrapped[low:high] or high == len(text) or low == 0:
            continue
        # Between Latin words and numbers the break stands for a space.
        if _ASCII.match(text, low - 1) and _ASCII.match(text, high):
            continue
        kept.append((begin, low))
        begin = high
    kept.append((begin, len(text)))
    breaks, shifts, length = [], [], 0
    for low, high in kept:
        breaks.append(length)
        shifts.append(low - length)
        length += high - low
    return Joined(
        "".join(original[low:high] for low, high in kept),
        "".join(unwrapped[low:high] for low, high in kept),
        breaks,
        shifts,
    )
