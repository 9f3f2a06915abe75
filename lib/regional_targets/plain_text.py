"""A text with the same length in one plain script: half-width, one kind of dash, Simplified characters.

Every character stands for exactly one of the original, so that offsets found in the plain text hold in the original.
"""

from __future__ import annotations

import unicodedata

_DASHES = "‐‑‒–—―−─－~～〜∼⁓"
_KEPT = "，。；！？、"
_ALIKE = {
    **dict.fromkeys(_DASHES, "-"),
    **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in _KEPT + _DASHES},
    **dict.fromkeys("；;", ";"),
    **dict.fromkeys("∶︰﹕꞉", ":"),
    **dict.fromkeys("﹪٪", "%"),
    **dict.fromkeys("﹝〔［", "〔"),
    **dict.fromkeys("﹞〕］", "〕"),
    **dict.fromkeys("\u00a0\u2002\u2003\u2009\u202f\u3000\u200b\ufeff\v\f\u2028", " "),
    **dict.fromkeys("＞≧⩾", ">"),
    **dict.fromkeys("≦⩽＜", "<"),
    "○": "〇",
    "◯": "〇",
    "”": "”",
    "「": "“",
    "」": "”",
    "『": "“",
    "』": "”",
}
# Characters that only Traditional text has, and that any page of it holds.
_TRADITIONAL = frozenset("個億萬學職業專實標準達經費應對國與為產設場師資教員戶額萬門間區縣數於後發會開關進總圍動務")
_SIMPLIFIED = frozenset("个亿万学职业专实标准达经费应对国与为产设场师资员户额门间区县数发会开关进总围动务")
_FEW = 60


def plain(text: str) -> str:
    """Return `text` in the plain script, character by character; the length is that of `text`."""
    present = set(text)
    table = {character: _ALIKE[character] for character in present & _ALIKE.keys()}
    if len(present & _TRADITIONAL - _SIMPLIFIED) > 1:
        table |= _simplified(present)
    changed = {old: new for old, new in table.items() if old != new}
    if len(changed) < _FEW:
        for old, new in changed.items():
            text = text.replace(old, new)
        return text
    return text.translate({ord(character): changed.get(character, character) for character in present})


def _simplified(characters: set[str]) -> dict[str, str]:
    """Return the Simplified form of each Chinese character, one for one."""
    from opencc import OpenCC

    wanted = sorted(character for character in characters if unicodedata.category(character) == "Lo")
    converter = OpenCC("t2s")
    joined = converter.convert("\n".join(wanted)).split("\n")
    forms = joined if len(joined) == len(wanted) else [converter.convert(character) for character in wanted]
    return {old: new for old, new in zip(wanted, forms, strict=True) if len(new) == 1}
