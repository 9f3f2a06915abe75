"""Bytes of a text or a web page -> the text they hold, in one of the encodings of Chinese documents.

charset-normalizer guesses because it is maintained, needs no model file and can be held to a list of encodings; whether
its guess reads like a Chinese document is checked here, for almost any bytes are valid in GB18030.
"""

from __future__ import annotations

import codecs

from ..errors import DocumentError

# UTF-32 before UTF-16: its mark begins with that of UTF-16.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# GB18030 contains GB2312 and GBK; Big5-HKSCS contains Big5, but for a few characters that only Microsoft's cp950 has.
GUESSED = ("gb18030", "big5hkscs", "cp950", "utf_16_le", "utf_16_be")
WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "hz": "gb18030", "big5": "big5hkscs", "ascii": "utf-8"}
# Characters that fill policy texts in either script: a third of a text, and hardly any of one read in a wrong encoding.
FREQUENT = frozenset(
    "，。、；：（）“”《》的一二三四五十年月日全市省县区学校院生教师育职业技能人员培训建设发展实施推进工作到成达产企合"
    "改革和与为中在以有不各部门政府高等标准个所名万元每新大开会地国"
    "縣區學職業師訓設發實進產與為門標準個萬員開會國達動辦應將總質"
)
WANTED_SHARE = 0.12


def decode(content: bytes, declared: str = "") -> tuple[str, str, list[str]]:
    """Decode a document's bytes: by its byte order mark, as strict UTF-8, as `declared`, or else by a checked guess.

    Parameters
    ----------
    content
        The bytes as they were fetched.
    declared
        The encoding that the document itself names, if it does; `gb2312` and `big5` are read as the larger sets that
        contain them, as browsers do.

    Returns
    -------
    tuple of str, str, list of str
        The text without byte order mark, the encoding, and warnings (a guess; a declaration that was wrong).

    Raises
    ------
    DocumentError
        When no encoding fits; names the byte at which UTF-8 breaks.
    """
    for mark, name in MARKS:
        if content.startswith(mark):
            return _marked(content, mark, name)
    try:
        text = content.decode("utf-8")
        # Zero bytes are valid UTF-8 and mean UTF-16: its line ends and digits hold them.
        broken = text.find("\0")
    except UnicodeDecodeError as error:
        broken = error.start
    name = _wider(declared)
    if broken < 0:
        wrong = name not in ("", "utf-8") and not content.isascii()
        return text, "utf-8", [f"declared as {declared}, but is UTF-8"] if wrong else []
    warnings = []
    if name and name != "utf-8":
        text = _read_as(content, name)
        if text and _looks_right(text):
            return text, name, []
    if declared:
        warnings.append(f"declared as {declared}, but cannot be read so")
    for name in _guesses(content):
        text = _read_as(content, name)
        if text and _looks_right(text):
            return (
                text,
                name,
                [*warnings, f"read as {name}, guessed from its characters: look whether the text is right"],
            )
    raise DocumentError(
        f"neither UTF-8 (breaks at byte {broken}) nor a Chinese text in GB18030, Big5 or UTF-16. "
        "Open it in the program that wrote it and save it as UTF-8."
    )


def _marked(content: bytes, mark: bytes, name: str) -> tuple[str, str, list[str]]:
    try:
        return content[len(mark) :].decode(name), name, []
    except UnicodeDecodeError as error:
        place = len(mark) + error.start
        message = f"begins with the byte order mark of {name}, but byte {place} is not {name}. Fetch the file again."
        raise DocumentError(message) from error


def _guesses(content: bytes) -> list[str]:
    """Return the encodings that charset-normalizer finds likely, then the others: it may drop one for a stray byte."""
    from charset_normalizer import from_bytes

    likely = [match.encoding for match in from_bytes(content, cp_isolation=list(GUESSED))]
    return [*likely, *(name for name in GUESSED if name not in likely)]


def _read_as(content: bytes, name: str) -> str:
    try:
        return content.decode(name)
    except UnicodeDecodeError:
        return ""


def _wider(declared: str) -> str:
    """Return Python's name of the encoding to read a declared one with; "" when it is unknown."""
    try:
        name = codecs.lookup(declared.strip()).name if declared else ""
    except LookupError:
        return ""
    return WIDER.get(name, name)


def _looks_right(text: str) -> bool:
    """Say whether a text reads like a Chinese document: enough frequent characters, and no zero."""
    wide = [character for character in text[:100_000] if character > "\x7f"]
    return bool(wide) and "\0" not in text and sum(c in FREQUENT for c in wide) / len(wide) >= WANTED_SHARE
