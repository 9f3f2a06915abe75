"""Text that a cell can hold: it stays text whatever it begins with, and what no cell can hold is seen and reported."""

from __future__ import annotations

import re
import warnings
from collections.abc import Sequence

from ..errors import DataWarning

# Programs take a text that begins so for a formula, or drop the sign, when somebody edits the cell.
LIVE = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠", "'")
# What a cell of Excel holds, in units of UTF-16.
LONGEST = 32_767
CUT = "…【截断：原文{}字 / cut: {} characters】"
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Excel reads _x0041_ in a file as the letter A; between the two parts of a text nothing is read.
ESCAPE = re.compile("(?<=_x)(?=[0-9A-Fa-f]{4}_)")
TOLD = 3


def is_live(text: str) -> bool:
    """Say whether a program would take the text for more than text once it is edited."""
    return text.startswith(LIVE)


def legible(text: str) -> str:
    """Replace what XML cannot hold by something that is seen: a control character by its picture, others by U+FFFD."""
    return ILLEGAL.sub(lambda match: chr(0x2400 + ord(match[0])) if match[0] < " " else "�", text)


def fitted(text: str) -> tuple[str, str]:
    """Return the text as a cell can hold it, and what was wrong with it, in words; mostly `""`."""
    # A quick answer for nearly all: printable characters are all legal.
    if len(text) < LONGEST // 2 and (text.isprintable() or not ILLEGAL.search(text)):
        return text, ""
    faults = [f"U+{ord(character):04X}" for character in dict.fromkeys(ILLEGAL.findall(text))]
    text = legible(text)
    units = text.encode("utf-16-le")
    if len(units) > 2 * LONGEST:
        faults.append(f"{len(text)} characters")
        mark = CUT.format(len(text), len(text))
        # Half a character at the end of the cut is left out.
        text = units[: 2 * (LONGEST - len(mark))].decode("utf-16-le", "ignore") + mark
    return text, ", ".join(faults)


def pieces(text: str) -> list[str]:
    """Split a text where it looks like an escape of Excel, `_x0041_`; any other text is a single piece."""
    return ESCAPE.split(text) if "_x" in text else [text]


def escaped(text: str) -> str:
    """Write a text as attributes hold it, so that Excel reads no escape in it."""
    return ESCAPE.sub("005F_x", text)


def report(sheet: str, faults: Sequence[tuple[str, str]]) -> None:
    """Warn that cells of a sheet do not hold exactly what the data hold.

    Parameters
    ----------
    sheet
        Name of the sheet.
    faults
        Place (`row 7, Note`) and what was found, of each cell.

    Warns
    -----
    DataWarning
        One for the sheet; it names the first places and counts the others.
    """
    if not faults:
        return
    told = "; ".join(f"{place}: found {found}" for place, found in faults[:TOLD])
    more = f" (and {len(faults) - TOLD} more cells)" if len(faults) > TOLD else ""
    warnings.warn(
        f"workbook sheet {sheet!r}, {told}{more}; wanted at most {LONGEST} characters that XML can hold. "
        "The cells show ␀ to ␟, � or a mark where text was cut; mend the table or its source.",
        DataWarning,
        stacklevel=2,
    )
