"""What a person typed into a cell -> a code, number, year or day; with a problem where it cannot be read."""

from __future__ import annotations

import datetime
import difflib
import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ..language import Language, pick
from ..number_values import NumeralError, parse_number
from .columns import SheetColumn

# What may stand behind a number in a cell for numbers; what it counts has a column of its own.
_UNIT = re.compile(r"(?:%|元|年|所|个|门|名|人次|人)$")
_DATE = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")


@dataclass(frozen=True)
class Misread:
    """Why a cell could not be read: what is wanted, and what to do."""

    wanted: str
    advice: str


Value = str | float | int | None


def read_cell(
    text: str, column: SheetColumn, known: dict[str, dict[str, str]], lang: Language
) -> tuple[Value, Misread | None]:
    """Read one cell by the type of its column.

    Parameters
    ----------
    text
        The cell as text; `""` for an empty one.
    column
        The column; its `choices` is a key of `known`.
    known
        List -> word in lower case -> code.
    lang
        Language of what is wanted and advised.

    Returns
    -------
    tuple
        The value (`""` or None for an empty cell) and None, or an empty value and what is wrong.
    """
    empty: Value = "" if column.type in ("string", "date") else None
    if not text:
        return empty, None
    if column.choices:
        return _choice(text, known[column.choices], column, lang)
    readers: dict[str, Callable[[str], Value]] = {
        **{"number": _number, "integer": _whole, "year": _year, "date": _day, "string": _line}
    }
    try:
        value = readers[column.type](text)
    except (NumeralError, ValueError):
        wanted = {
            "number": ("一个数，如 50 或 1亿", "a number, as 50 or 1亿"),
            "integer": ("一个整数", "a whole number"),
            "year": ("四位年份，如 2025", "a year of four digits, as 2025"),
            "date": ("日期，如 2023-02-17", "a date, as 2023-02-17"),
        }[column.type]
        advice = pick(lang, "改写为所需形式；没有就留空。", "Write it so; leave the cell empty where there is none.")
        return empty, Misread(pick(lang, *wanted), advice)
    if column.pattern and isinstance(value, str) and not re.fullmatch(column.pattern, value):
        return empty, Misread(*_pattern(column, lang))
    return value, None


def _pattern(column: SheetColumn, lang: Language) -> tuple[str, str]:
    if column.code == "adcode":
        words = ("六位数字", "six digits"), ("见 GB/T 2260。", "See GB/T 2260.")
    else:
        words = (
            ("小写字母开头的编号，只含 a–z、0–9、_", "an id of a–z, 0–9 and _, beginning with a letter"),
            ("改写编号，如 lanzhou。", "Write it so, as lanzhou."),
        )
        if column.pattern.endswith("{1,26}"):
            words = (f"{words[0][0]}，最多 27 个字符", f"{words[0][1]}, 27 characters at most"), words[1]
    return pick(lang, *words[0]), pick(lang, *words[1])


def _choice(text: str, known: dict[str, str], column: SheetColumn, lang: Language) -> tuple[str, Misread | None]:
    wanted = unicodedata.normalize("NFKC", text).strip().lower()
    folded = {unicodedata.normalize("NFKC", word): code for word, code in known.items()}
    # What a drop-down of indicators shows ends with the id, which counts.
    for word in (wanted, wanted.rpartition("·")[2].strip()):
        if word in folded:
            return folded[word], None
    near = difflib.get_close_matches(wanted, folded, n=3, cutoff=0.5)
    if column.choices in ("indicators", "scopes"):
        hint = pick(lang, f"相近的有 {'、'.join(near)}。", f"Near: {', '.join(near)}. ") if near else ""
        advice = pick(
            lang,
            f"{hint}从列表选择；没有合适的，在“新”表加一行。",
            f"{hint}Choose one of the list; where none fits, add a row on the sheet of new ones.",
        )
        return "", Misread(pick(lang, "列表中的一项", "one of the list"), advice)
    words = list(dict.fromkeys(word for word in known if word not in known.values()))
    shown = [word for word in words if bool(re.search("[\u4e00-\u9fff]", word)) == (lang == "zh")] or words
    return "", Misread(
        pick(lang, f"{'、'.join(shown)} 之一", f"one of {', '.join(shown)}"),
        pick(lang, "从列表选择。", "Choose one of the list."),
    )


def _number(text: str) -> float:
    plain = unicodedata.normalize("NFKC", text).replace(" ", "").replace(",", "")
    sign = -1 if plain.startswith("-") else 1
    return sign * parse_number(_UNIT.sub("", plain.lstrip("-")))


def _whole(text: str) -> int:
    value = _number(text)
    if not value.is_integer():
        raise ValueError(text)
    return int(value)


def _year(text: str) -> int:
    plain = unicodedata.normalize("NFKC", text).strip().removesuffix("年").removesuffix(".0")
    if not re.fullmatch(r"(?:19|20)\d\d|2100", plain):
        raise ValueError(text)
    return int(plain)


def _day(text: str) -> str:
    match = _DATE.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if not match:
        raise ValueError(text)
    return datetime.date(*map(int, match.groups())).isoformat()


def _line(text: str) -> str:
    return text


def row_ranges(lines: Iterable[int]) -> str:
    """Write row numbers as a person does: 5, 7–20."""
    runs: list[list[int]] = []
    for line in sorted(set(lines)):
        if runs and line == runs[-1][1] + 1:
            runs[-1][1] = line
        else:
            runs.append([line, line])
    return ", ".join(str(low) if low == high else f"{low}–{high}" for low, high in runs)
