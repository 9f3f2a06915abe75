"""The two languages in which charts, tables and workbooks speak."""

from __future__ import annotations

from typing import Literal

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")

_default: Language = "zh"


def set_language(lang: Language) -> None:
    """Make `lang` (`zh` or `en`) the language of every function that is not told one."""
    global _default
    _default = resolve(lang)


def resolve(lang: str | None = None) -> Language:
    """Return `lang`, or the default language when it is None; ValueError when there is no such language."""
    if lang is None:
        return _default
    for known in LANGUAGES:
        if lang == known:
            return known
    raise ValueError(f"lang: found {lang!r}; wanted one of {', '.join(LANGUAGES)}")


def pick(lang: Language, zh: str, en: str) -> str:
    """Return the wording in `lang`."""
    return zh if lang == "zh" else en


def number(value: float, lang: Language) -> str:
    """Write a number as a reader of `lang` expects it: 9万 and 1亿 in Chinese, 90,000 and 100 million in English."""
    if lang == "zh":
        for size, word in ((1_000_000_000_000, "万亿"), (100_000_000, "亿"), (10_000, "万")):
            if abs(value) >= size:
                return f"{_plain(value / size)}{word}"
        return _plain(value)
    for size, word in ((1_000_000_000_000, "trillion"), (1_000_000_000, "billion"), (1_000_000, "million")):
        if abs(value) >= size:
            return f"{_plain(value / size)} {word}"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.6g}"


def counted(count: int, noun: str) -> str:
    """Return a count with its English noun, in the plural unless it is one: 1 document, 2 documents."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _plain(value: float) -> str:
    return f"{value:.0f}" if value == int(value) else f"{value:.6g}"


def amount(value_min: float, value_max: float, comparator: str, unit: str, lang: Language) -> str:
    """Write a committed amount in one short label with its comparator: `≥ 50%`, `≈ 8所`, `2–3所`, `1亿元`, `≥ 50 %`."""
    if comparator == "range":
        figure = f"{number(value_min, lang)}–{number(value_max, lang)}"
    else:
        figure = number(value_min, lang)
    sign = {"at_least": "≥ ", "at_most": "≤ ", "about": "≈ "}.get(comparator, "")
    return f"{sign}{figure}{pick(lang, '', ' ')}{unit}".strip()
