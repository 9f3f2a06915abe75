"""Years that a text states by which something shall be, years of the Republic of China, and five-year plans."""

from __future__ import annotations

import re
import unicodedata

from .number_values import HAN_DIGITS, NumeralError, parse_number

# 二〇二五 and 二○二五 are 2025.
SPELT_DIGITS = str.maketrans("零〇○一二三四五六七八九", "000123456789")
_SPELT = r"(?:二[〇零○]|一九)[〇零○一二三四五六七八九]{2}"
_MINGUO_BEFORE = 1911  # The year 1 of the Republic of China is 1912.


def western_year(year: int) -> int:
    """Return a year of the Common Era; one of at most three digits counts from 1912 (民国113年 = 2024)."""
    return year if year > 999 else year + _MINGUO_BEFORE


_PLANS = "一二三四五六七"
# “十四五”, 第十四个五年: the plan of 2021 to 2025; in the pattern the place of its number.
FIVE_YEAR_PLAN = rf"十[{_PLANS}]五|第十[{_PLANS}]个五年"


def plan_year(written: str) -> int:
    """Return the last year of the five-year plan of that name: 十四五 and 第十四个五年 -> 2025; 0 for anything else."""
    named = re.fullmatch(FIVE_YEAR_PLAN, written)
    return 2010 + 5 * _PLANS.index(named[0].removeprefix("第")[1]) if named else 0


# DB33/T 2016—2016, GB 50180: what stands before the number of a standard, which may look like years.
STANDARD = r"(?:DB|GB|JGJ|CJJ|HJ|JT|YY|WS|TB|ISO|IEC)[\d/]*(?:/?[A-Z])?"
# 2012年起5年内, 2012-2013年度起的5年内: the years of a term.
TERM_FROM = (
    r"(?:[\-—–―－~～/至到] ?(?P<closing>\d{2,4}))? ?(?:财政|財政)?(?:年度|[学學]年|年)? ?(?:起|开始|開始)(?:计|計)?"
    r"[，,]? ?(?:的|用)? ?(?P<count>[1-9]\d?|十[一二三四五六七八九]?|[一二两兩三四五六七八九]十?) ?年(?:左右)?的?"
    r"(?:之?[内內]|[间間]|期[间間]|时间|時間)"
)
TERM = re.compile(rf"(?P<opening>\d{{4}}){TERM_FROM}")


def term_end(first: int, closing: str | None, count: str) -> int:
    """Return the last year of a term: 2012年起5年内 -> 2016, 2012-2013年度起5年内 -> 2017."""
    season = closing is not None and int(closing) % 100 == (first + 1) % 100
    return first + season + int(parse_number(count)) - 1


def spelt_number(written: str) -> int:
    """Return a number in digits or spelt digit by digit, as the parts of a year are: 25 and 二五 -> 25, 〇五 -> 5."""
    return int(written.translate(SPELT_DIGITS))


def read_year(written: str) -> int:
    """Return the year that characters of a text say; 0 for anything else.

    Of a term it is the last: `2012年起5年内` -> 2016. Others: `2025`, `２０２５`, `二〇二五`, `十四五` -> 2025; `113`,
    `一百一十三` (of the Republic of China) -> 2024.
    """
    term = TERM.fullmatch(unicodedata.normalize("NFKC", written))
    if term:
        return term_end(int(term["opening"]), term["closing"], term["count"])
    digits = unicodedata.normalize("NFKC", written).translate(SPELT_DIGITS)
    if len(digits) == 4 and digits.isdecimal():
        return int(digits)
    if plan_year(written):
        return plan_year(written)
    counted = unicodedata.normalize("NFKC", written)
    if not counted.isdecimal() and not set(counted) <= set(HAN_DIGITS):
        return 0
    try:
        number = parse_number(counted)
    except NumeralError:
        return 0
    return western_year(int(number)) if 0 < number < 1000 else 0


def year_forms(year: int) -> str:
    """Return a pattern for the ways in which a text writes a year: its digits of either width, or spelt (二〇二五)."""
    spelt = "".join(("[零〇○]", *"一二三四五六七八九")[int(digit)] for digit in str(year))
    return rf"(?<![0-9０-９]){_either_width(year)}(?![0-9０-９])|{spelt}(?= ?年)"


def minguo_forms(year: int) -> str:
    """Return a pattern for a year of the Republic of China as a text writes it (113年), or one that finds nothing."""
    if year <= _MINGUO_BEFORE:
        return "(?!)"
    return rf"(?<![0-9０-９]){_either_width(year - _MINGUO_BEFORE)}(?= ?[学學]?年)"


def _either_width(number: int) -> str:
    return "".join(f"[{digit}{chr(ord(digit) + 0xFEE0)}]" for digit in str(number))


def plan_name(year: int) -> str:
    """Return a pattern for the names of the five-year plan that ends with a year, or `""`."""
    number, apart = divmod(year - 2010, 5)
    return f"十{_PLANS[number]}五|第十{_PLANS[number]}个五年" if not apart and 0 <= number < len(_PLANS) else ""


_SENTENCE_END = "。；;\n\t"
_DATED = re.compile(
    rf"(?:到|至|截至)\s*(\d{{4}}|{_SPELT})\s*年|(\d{{4}}|{_SPELT})\s*年(?:底|末)?(?:之前|以前|前)"
    rf"|\d{{4}}\s*[-—–~至]+\s*(\d{{4}})\s*年|(?<![比较与于同])[“「]\s*(十[{_PLANS}]五)\s*[”」]\s*(?:规划)?(?:期?末|时?期间?末?)"
)


def read_deadline(text: str, start: int) -> str:
    """Return the year by which, where the sentence of a number states one before it (codebook, "Deadlines" 1)."""
    begin = max(text.rfind(mark, 0, start) for mark in _SENTENCE_END) + 1
    years = find_deadlines(text, begin, start)
    return years[-1][1] if years else ""


def find_deadlines(text: str, begin: int, end: int) -> list[tuple[int, str]]:
    """Return place and year of each year by which (到2025年, 2022年底前, 2021—2025年) in `text[begin:end]`."""
    found = []
    for match in _DATED.finditer(text, begin, end):
        group = next(number for number, year in enumerate(match.groups(), start=1) if year)
        found.append((match.start(group), str(read_year(match[group]))))
    return found
