"""Which line breaks only the margin of a page made, inside a sentence."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from statistics import median
from typing import NamedTuple

ENDS = tuple("。！？；：;:!?")
# A line that begins so begins a paragraph: list markers, articles, headings, a page number.
BEGINS = re.compile(
    r"\s|[（(〔【]?\s*(?:[0-9０-９]+|[一二三四五六七八九十百]+)\s*[)）.．、】〕](?![0-9０-９])"
    r"|第 ?[一二三四五六七八九十百零0-9]+ ?[章节節条條编編部]|[—–\-－]?\s*[0-9０-９]+\s*[—–\-－]?$"
    r"|[●○■◆□·•*★▲¾]|附件|附表|专栏|專欄"
)
WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
GAP = re.compile(rf"{WIDE.pattern}[ \t]+{WIDE.pattern}")
# The margin is the widest width, of a line of prose, that two lines nearly reach; a full line may fall short of it, for
# a word or number moves on as a whole.
FULL, SIMILAR, NARROWEST = 0.86, 0.92, 30
# In columns; a text whose lines are wider was not broken by a margin.
_WIDEST = 130
_FEWEST = 3
# A line that much wider than the margin was broken by none.
_BEYOND = 1.2
# Where offsets must hold, a wrong space costs less than a lost sentence: more lines count as full than in a PDF file.
_NEARLY_FULL = 0.78
# A line of prose may be the first of a paragraph whose number stands in the line above.
_PROSE_FULL = 0.68
# A number in a line of its own, and how the next line goes on where that is no cell of a table: 2021 / 年, 50 / 万千瓦.
_RUN = re.compile(r"\s*[\d０-９][\d０-９.,:：%％~～—–-]*\s*")
_CLOSING = tuple("，。、；）)")
_GOES_ON = tuple("年月日时時，。、；）)%％万萬亿億")
# Columns of a table; a word torn apart, as some PDF files leave it: its rest begins with one space.
_COLUMNS = re.compile(r"\S(?: *\t| {2,})\S")
# A number alone or with its unit is a cell of a table below its label, and no rest of a sentence, which has a stop.
_CELL = re.compile(
    r"\s*(?:[\[〔(（<>＜＞≤≥约]*[\d０-９][\d.,]*[%％]?\s?[\u4e00-\u9fff]{0,2}(?:以上|左右|以下)?[\])〕）]?|[-—–]+)\s*"
)
# The last cell of a row in a table of indicators.
_ROW_ENDS = ("预期性", "约束性", "預期性", "約束性")
# A line of prose, which stops without a mark where it goes on in the next; 责任单位：文化局 does not.
_PROSE = re.compile(r"[^。；;]*[。；;]|(?:[^，,]*[，,]){2}")
_LABELLED = re.compile(r"[：:][^，,。；;：:]*$")
_UNENDED = re.compile(r"[\u4e00-\u9fff\d０-９]$")
# (d) 就业率不低于 / 85%。
_BEFORE_NUMBER = re.compile(r"(?:不[低少高多大]于|不超过|达到|提高到|[为至到由从约])$")
_NUMBER_GOES_ON = re.compile(r"[\d０-９][\d０-９.,]*[^。，；;]{0,12}[。，；;]")
_MEASURED = tuple("个所名人项家位次元万亿年月日%％")
_MARKED_WIDTH = 70
# 2 培训农民500人次 人社局 2026年.
_ROW = re.compile(r"(\d{1,2}) (?=[\u4e00-\u9fff])")
_HANGING = re.compile(r" {2,12}[\u4e00-\u9fff，、。]")
_RETURN = re.compile(r"\r(?=\n)")
_BREAK = re.compile(r" *\n *")
_BLANK = re.compile(rf" (?={WIDE.pattern})(?<={WIDE.pattern} )")
_WORD_BLANK = re.compile(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])")
_DIGIT_BLANK = re.compile(r"(?<=[\u4e00-\u9fff]) (?=\d)|(?<=\d) (?=[\u4e00-\u9fff])")
_DIGIT_CLOSE = re.compile(r"(?<=[\u4e00-\u9fff])(?=\d)|(?<=\d)(?=[\u4e00-\u9fff])")
# The number of a row or of an item may end so far into its line.
_MARKER_ENDS, _FEWEST_BLANKS = 3, 8
_STOP = re.compile(r"[，。；;]")
# Characters for each blank, and paragraphs with any, at least.
_FEWEST_LETTERS, _FEWEST_TORN = 8, 4
# So many of the blanks between Chinese characters stand at about the same distance where a margin made them.
_MOSTLY, _UNEVEN = 0.75, 0.13
_LATIN = re.compile(r"[!-~]")
_TORN = re.compile(r" (?! )[\u4e00-\u9fff]")


def margin(widths: Sequence[int]) -> int:
    """Return the widest width that two lines nearly reach; 0 when there is none."""
    ordered = sorted(widths, reverse=True)
    for wide, next_ in pairwise(ordered):
        if wide >= NARROWEST and next_ >= SIMILAR * wide:
            return wide
    return 0


def width(line: str) -> int:
    """Return the width in columns: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in line)


def is_full(line: str, columns: int, edge: int) -> bool:
    """Tell whether a line of a width reaches the margin `edge` without ending a sentence or holding columns."""
    return bool(edge) and columns >= FULL * edge and not line.rstrip().endswith(ENDS) and not GAP.search(line)


@lru_cache(maxsize=64)
def unwrap(text: str) -> str:
    """Put a space for each line break that only the margin made; the length stays, so that offsets hold.

    A text is taken for wrapped when some lines reach a margin and none goes beyond; else it is returned as it is. A
    text of which a page set every number in another font may hold each in a line of its own: those are joined too.
    """
    lines = text.split("\n")
    if _is_torn(lines):
        return _join_runs(lines)
    if len(lines) <= _FEWEST or len(text) > len(lines) * _WIDEST or max(map(len, lines)) > _WIDEST:
        return _join_prose(lines)
    widths = [width(line.rstrip()) for line in lines]
    edge = margin(widths)
    full = [
        columns >= (_PROSE_FULL if "，" in line else _NEARLY_FULL) * edge
        and not line.rstrip().endswith(ENDS + _ROW_ENDS)
        and not _COLUMNS.search(line)
        for line, columns in zip(lines, widths, strict=True)
    ]
    if not NARROWEST <= edge <= _WIDEST or max(widths) > _BEYOND * edge or sum(full) < _FEWEST:
        return _join_prose(lines)
    glued = [lines[0]]
    for before, line, broken in zip(lines, lines[1:], full, strict=False):
        torn = _TORN.match(line) and WIDE.search(before) and not before.rstrip().endswith((*ENDS, "》"))
        # A list whose items hang: the rest of an item is indented, and begins with no marker.
        begins = BEGINS.match(line.lstrip(" ") if broken and _HANGING.match(line) else line)
        goes_on = broken and not begins and not _CELL.fullmatch(line) and not _is_next_row(before, line)
        glued.append((" " if line and (torn or goes_on or _goes_on(before, line)) else "\n") + line)
    return "".join(glued)


def _join_prose(lines: Sequence[str]) -> str:
    """Return the lines with a space for each break inside a sentence of prose.

    A text of which most sentences have lost their full stop is left as it is: there a line is a sentence.
    """
    prose = [line.rstrip() for line in lines if _PROSE.match(line)]
    if 2 * sum(_UNENDED.search(line[-1:]) is not None for line in prose) > len(prose):
        return "\n".join(lines)
    glued = [lines[0]]
    for before, line in pairwise(lines):
        glued.append((" " if _goes_on(before, line) else "\n") + line)
    return "".join(glued)


def _is_next_row(before: str, line: str) -> bool:
    """Tell whether two lines are rows that follow each other by their numbers, or the head and the first row."""
    row = _ROW.match(line)
    if not row:
        return False
    above, number = _ROW.match(before), int(row[1])
    return (above is not None and int(above[1]) + 1 == number) or (number == 1 and before.startswith("序"))


def _goes_on(before: str, line: str) -> bool:
    """Tell whether a line of prose goes on in the next, whatever its width."""
    before = before.rstrip()
    if not line or not _UNENDED.search(before[-1:]) or BEGINS.match(line) or _CELL.fullmatch(line):
        return False
    if _COLUMNS.search(before) or _COLUMNS.search(line) or _LABELLED.search(before) or _is_next_row(before, line):
        return False
    if _BEFORE_NUMBER.search(before) and _NUMBER_GOES_ON.match(line):
        return True
    if before[-1].isdigit() and not line.startswith(_MEASURED):
        return False
    ends = any(mark in before or mark in line for mark in "。；;")
    marked = BEGINS.match(before.lstrip()) and "。" not in before and width(before) < _MARKED_WIDTH
    return ends and not marked and _PROSE.match(before) is not None


def _is_torn(lines: Sequence[str]) -> bool:
    """Tell whether at least half of the numbers that stand in a line of their own go on in the next, and some do."""
    begins = (number for number, line in enumerate(lines[:-1]) if line.lstrip()[:1].isdigit())
    numbers = [number for number in begins if _RUN.fullmatch(lines[number])]
    goes_on = sum(lines[number + 1].startswith(_GOES_ON) for number in numbers)
    return goes_on >= _FEWEST and 2 * goes_on >= len(numbers)


def _join_runs(lines: Sequence[str]) -> str:
    """Return the lines with a space for each break beside a number in a line of its own, and before a closing mark."""
    glued = [lines[0]]
    for before, line in pairwise(lines):
        run = _RUN.fullmatch(line)
        beside = run or (_RUN.fullmatch(before) and not BEGINS.match(line)) or line.startswith(_CLOSING)
        joins = beside and before.strip() and line.strip() and not before.rstrip().endswith(ENDS)
        glued.append((" " if joins else "\n") + line)
    return "".join(glued)


class Joined(NamedTuple):
    """A text without the breaks that only a margin made, and where its pieces begin in it and in the text as it was."""

    text: str
    begins: list[int]
    stood: list[int]

    def place(self, offset: int) -> int:
        """Return where a character of the joined text stands in the text as it was."""
        number = bisect_right(self.begins, offset) - 1
        return self.stood[number] + offset - self.begins[number]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where `text[start:end]` stands in the text as it was."""
        return (self.place(start), self.place(end - 1) + 1) if end > start else (self.place(start),) * 2

    def joined_span(self, start: int, end: int) -> tuple[int, int]:
        """Return where the characters `start:end` of the text as it was stand in the joined one."""
        last = self._joined_place(end - 1) + 1 if end > start else self._joined_place(start)
        return self._joined_place(start), last

    def _joined_place(self, offset: int) -> int:
        number = bisect_right(self.stood, offset) - 1
        return self.begins[number] + offset - self.stood[number]

    def missing(self) -> list[int]:
        """Return which places of the text as it was are in none of the pieces."""
        pieces = pairwise(zip(self.begins, self.stood, strict=True))
        return [at for (begin, stood), (end, goes_on) in pieces for at in range(stood + end - begin, goes_on)]

    def then(self, further: Joined) -> Joined:
        """Return `further`, which was made of this joined text, with the places of the text as it was."""
        missing = sorted([*self.missing(), *map(self.place, further.missing())])
        stood = [0, *(at + 1 for at in missing)]
        return Joined(further.text, [at - number for number, at in enumerate(stood)], stood)

    def take(self, other: str) -> str:
        """Join a text of the same length as the one that was joined at the same places."""
        if len(other) == len(self.text):
            return other
        stops = [begin + self.begins[number + 1] - self.begins[number] for number, begin in enumerate(self.stood[:-1])]
        return "".join(other[begin:stop] for begin, stop in zip(self.stood, [*stops, len(other)], strict=True))


@lru_cache(maxsize=64)
def join_lines(text: str) -> Joined:
    """Join the lines of a text where only a margin broke them (`unwrap`), so that a torn word is one again.

    Blanks that stand within words, or set all digits of its prose apart, are taken out too.
    """
    joined = _join_margin(text)
    return joined.then(_without(joined.text, _blanks_at_digits(joined.text)))


def _join_margin(text: str) -> Joined:
    unwrapped = unwrap(text)
    if unwrapped == text:
        return _without(text, _blanks_of_margin(text))
    pieces, begin = [], 0
    for match in _BREAK.finditer(text):
        low, high = match.span()
        inside = low > 0 and high < len(text) and "\n" not in unwrapped[low:high]
        # Between Latin words and numbers the break stands for a space.
        if inside and not (_LATIN.match(text, low - 1) and _LATIN.match(text, high)):
            pieces.append((begin, low))
            begin = high
    joined = _join(unwrapped, [*pieces, (begin, len(text))])
    return joined.then(_without(joined.text, _stray_blanks(joined.text)))


def without_returns(text: str) -> Joined:
    """Return a text whose lines end in LF alone, not in CR LF."""
    return _without(text, [match.start() for match in _RETURN.finditer(text)] if "\r" in text else [])


def _join(text: str, pieces: Sequence[tuple[int, int]]) -> Joined:
    lengths = accumulate((high - low for low, high in pieces[:-1]), initial=0)
    return Joined("".join(text[low:high] for low, high in pieces), list(lengths), [low for low, _ in pieces])


def _without(text: str, blanks: Sequence[int]) -> Joined:
    """Return a text without the characters at the places `blanks`."""
    begins = [0, *(place + 1 for place in blanks)]
    return _join(text, list(zip(begins, [*blanks, len(text)], strict=True)))


def _stray_blanks(text: str) -> list[int]:
    """Return where single blanks stand within words of prose, as some PDF files of wrapped lines have them: 堅 尼 地城.

    None where few paragraphs have any; a paragraph of which every few characters are parted is a row of cells.
    """
    found: list[list[int]] = []
    begin = 0
    for line in text.split("\n"):
        places = [begin + match.start() for match in _WORD_BLANK.finditer(line)] if _STOP.search(line) else []
        found += [places] if places and len(line) > _FEWEST_LETTERS * len(places) else []
        begin += len(line) + 1
    return [place for places in found for place in places] if len(found) >= _FEWEST_TORN else []


def _blanks_at_digits(text: str) -> list[int]:
    """Return where blanks set the digits of prose apart, as some editors do throughout: 到 2025 年，建成 30 所.

    None where most digits stand close to the words beside them: there a blank may part two cells.
    """
    found, close = [], 0
    begin = 0
    for line in text.split("\n"):
        if _STOP.search(line):
            found += [begin + match.start() for match in _DIGIT_BLANK.finditer(line) if match.start() > _MARKER_ENDS]
            close += len(_DIGIT_CLOSE.findall(line))
        begin += len(line) + 1
    return found if len(found) > max(close, _FEWEST_BLANKS) else []


def _blanks_of_margin(text: str) -> list[int]:
    """Return where a blank stands for a line break that only a margin made: at about the same distance in every line.

    Some converters of PDF files leave one: 原则上不少 于6个月.
    """
    lines, begin = [], 0
    for line in text.split("\n"):
        places = [begin + match.start() for match in _BLANK.finditer(line)] if " " in line else []
        lines += [(begin, places)] if places else []
        begin += len(line) + 1
    steps = [after - before for _, places in lines for before, after in pairwise(places)]
    edge = median(steps) if steps else 0
    alike = sum(abs(step - edge) <= _UNEVEN * edge for step in steps)
    if 2 * edge < NARROWEST or alike < _FEWEST or alike < _MOSTLY * len(steps):
        return []
    found = []
    for last, places in lines:
        for place in places:
            # A line may end in a number, without a blank: then the next blank is two lines on.
            rows = max(1, round((place - last) / edge))
            if abs(place - last - rows * edge) <= _UNEVEN * edge:
                found.append(place)
                last = place
    return found
