"""What stands in brackets in the workbook: `[note 3]` for a footnote, `[x]` and others for a value that is missing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..figure_base import Figure
from ..language import Language, pick

# One sign for each reason of silence; none has another meaning in the symbols of official statistics.
SHORTHAND = {
    "not_mentioned": "x",
    "no_number": "n",
    "not_applicable": "z",
    "included_elsewhere": "i",
    "unreadable": "g",
    "other_thing": "o",
    "not_coded": "y",
}
NO_PAIR = "[z]"
# Words of the drawn figure, and those of its sheet: a bar chart of Excel holds no line of a mandate, and a cell that
# holds a dash alone is read out as nothing.
DRAWN = (
    ("虚线：上级要求", "上级要求"),
    ("dashed line: demanded by", "demanded by"),
    ("横线表示", f"{NO_PAIR} 表示"),
    ("a dash:", f"{NO_PAIR}:"),
)
LETTER = re.compile(r"^[a-z]{1,3}  ")


@dataclass(frozen=True)
class Footnote:
    """One footnote of the workbook: its marker, the figure that has it, its text, the targets of which it speaks."""

    marker: str
    figure_id: str
    text: str
    targets: tuple[str, ...]


def marked(code: str, words: str) -> str:
    """Return the words for a reason of silence behind its sign, `[x] not mentioned`; other words as they are."""
    return f"[{SHORTHAND[code]}] {words}" if code in SHORTHAND else words


def note_marker(number: int, lang: Language) -> str:
    """Return the marker of a footnote: `[注3]`, `[note 3]`."""
    return pick(lang, f"[注{number}]", f"[note {number}]")


def number_notes(figures: Sequence[Figure], lang: Language) -> dict[str, list[Footnote]]:
    """Number the notes of all figures through the workbook; return those of each figure by its id."""
    numbered: dict[str, list[Footnote]] = {}
    number = 0
    for shown in figures:
        # A figure that does not say of which targets a note speaks means the whole figure.
        spoken_of = shown.noted or ((),) * len(shown.notes)
        numbered[shown.id] = []
        for text, targets in zip(shown.notes, spoken_of, strict=True):
            number += 1
            footnote = Footnote(note_marker(number, lang), shown.id, as_on_sheet(text), targets)
            numbered[shown.id].append(footnote)
    return numbered


def as_on_sheet(note: str) -> str:
    """Return a note without the letter and the words that only the drawn figure has."""
    text = LETTER.sub("", note)
    for drawn, written in DRAWN:
        text = text.replace(drawn, written)
    return text


def markers_of(notes: Sequence[Footnote], target: str | None) -> str:
    """Return the markers of the notes that speak of a target; of the whole figure where it is None."""
    told = [note.marker for note in notes if (target in note.targets if target else not note.targets)]
    return " ".join(told)
