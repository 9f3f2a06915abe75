"""Names that Excel takes: of sheets, of tables and of their columns, from any name of a region or an indicator."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence

from .sheet_text import legible

SHEET_LENGTH, TABLE_LENGTH, HEADING_LENGTH = 31, 255, 255
# Forbidden in the name of a sheet; East Asian editions of Excel forbid the full-width ones, too.
FORBIDDEN = frozenset("[]:*?/\\")
RESERVED = frozenset(("history",))
ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
# A cell in either way of writing, or a row or column of its own.
CELL_LIKE = re.compile(r"[A-Za-z]{1,3}\d+|[Rr]\d*[Cc]\d*|[Rr]\d*|[Cc]\d*")


def same(name: str) -> str:
    """Return what two names share that Excel takes for one: case and width do not tell names apart."""
    return unicodedata.normalize("NFKC", name).casefold()


def sheet_name(wanted: str, taken: Iterable[str]) -> str:
    """Return the name of a sheet; a name that Excel takes and no other sheet has stays as it is.

    Another one keeps its beginning and gets a mark that depends on the wanted name alone.
    """
    return _free(wanted, _sheet_words(wanted), {*RESERVED, *map(same, taken)}, SHEET_LENGTH, "~")


def table_name(wanted: str, taken: Iterable[str]) -> str:
    """Return the name of a table: letters, digits and _ only, unlike a cell's name and unlike those taken already."""
    words = "".join(
        character if character == "_" or unicodedata.category(character) in ("Lu", "Ll", "Lo", "Nd") else "_"
        for character in wanted
    )
    if not words or unicodedata.category(words[0]) == "Nd" or CELL_LIKE.fullmatch(unicodedata.normalize("NFKC", words)):
        words = f"table_{words}"
    return _free(wanted, words, set(map(same, taken)), TABLE_LENGTH, "_")


def distinct_headings(wanted: Sequence[str]) -> list[str]:
    """Return headings that are all different and not empty, as a table of Excel must have them; most stay."""
    taken: set[str] = set()
    headings = []
    for place, name in enumerate(wanted, start=1):
        words = legible(name)[:HEADING_LENGTH] if name.strip() else f"({place})"
        number, heading = 1, words
        while same(heading) in taken:
            number += 1
            tail = f" ({number})"
            heading = words[: HEADING_LENGTH - len(tail)] + tail
        taken.add(same(heading))
        headings.append(heading)
    return headings


def quoted(sheet: str) -> str:
    """Return the name of a sheet as links and formulas hold it."""
    return "'" + sheet.replace("'", "''") + "'"


def _sheet_words(name: str) -> str:
    """Replace what the name of a sheet must not hold."""
    words = "".join("-" if _forbidden(character) else character for character in legible(name))
    return ESCAPE.sub("-", words).strip("' ")


def _forbidden(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Zl", "Zp") or bool(
        FORBIDDEN & set(unicodedata.normalize("NFKC", character))
    )


def _free(wanted: str, words: str, taken: set[str], length: int, joint: str) -> str:
    """Return a name that is not taken: the words, or as many of them as a mark of the wanted name leaves room for."""
    changed = words != wanted and joint == "~"
    if words and not changed and _units(words) <= length and same(words) not in taken:
        return words
    salted = wanted
    while True:
        mark = hashlib.sha256(salted.encode("utf-8", "surrogatepass")).hexdigest()[:6]
        name = _cut(words, length - len(mark) - 1).rstrip("' ") + joint + mark
        if same(name) not in taken:
            return name
        salted += joint


def _units(text: str) -> int:
    """Return the length of a text as Excel counts it, in units of UTF-16."""
    return len(text.encode("utf-16-le")) // 2


def _cut(text: str, units: int) -> str:
    return text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore")
