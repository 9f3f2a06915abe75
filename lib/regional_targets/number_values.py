"""The characters of a numeral -> its value or both its ends; cn2an reads Chinese and mixed digits."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from math import prod

# The closed list of quantifiers that commit in words (codebook, "Commitments in words"): value, unit, comparator.
QUANTIFIERS = {
    "全部": (100.0, "%", "exact"),
    "全面": (100.0, "%", "exact"),
    "所有": (100.0, "%", "exact"),
    "全员": (100.0, "%", "exact"),
    "大体相当": (1.0, "比", "about"),
}
# 半 only in 减半.
FRACTIONS = {
    "过半": (50.0, "at_least"),
    "过半数": (50.0, "at_least"),
    "半数": (50.0, ""),
    "一半": (50.0, ""),
    "半": (50.0, ""),
}
HAN_DIGITS = "零〇一二两三四五六七八九十百千万亿"

_MORE = re.compile(r"[多余]")
# 介于48.5小时和59.5小时之间 is a range too.
_RANGE = re.compile(r"[-至到和与]+")
_FRACTION = re.compile(r"^(.+)分之?(.+)$|^(\d+)/(\d+)$")
# 七成, 八成半 (85 %), 七成二 (72 %).
_TENTHS = re.compile(r"成[半一二三四五六七八九]?$")
_RATIO = re.compile(r"^(.+?)(?:\([^()]*\))?\s*[:比]\s*(.+)$")
_MULTIPLIER = re.compile(r"[十百千万亿兆]+$")
_PART = re.compile(r"(\d[\d,]*(?:\.\d+)?)([十百千万亿兆]*)")
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
# A measure word may stand within a range (3个至5); what is left of the first end is its number.
_INNER_UNIT = re.compile(
    r"(?<=[\d十百千万亿兆一二三四五六七八九两])[^\d.,%十百千万亿兆一二三四五六七八九两零〇分之点]+$"
)
_NEIGHBOURS = frozenset(
    ("一两", "两三", *("一二三四五六七八九"[place : place + 2] for place in range(8)))
)  # 两三所 = 2—3
_SCALED = re.compile(r"(\d+(?:\.\d+)?)([十百千万亿兆]{1,3})")
_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000, "兆": 1_000_000_000_000}
# 百分之四．五.
_HAN_POINT = re.compile(rf"(?<=[{HAN_DIGITS}])\.(?=[{HAN_DIGITS}])")
_LONGEST = 24
_RATIO_DECIMALS = 6


class NumeralError(ValueError):
    """The characters are no numeral of the codebook."""


def parse_number(text: str) -> float:
    """Return the value of one number in Arabic, full-width, Chinese or mixed digits, multiplier applied.

    Examples: `1亿` -> 100000000, `三` -> 3, `百` -> 100, `１２` -> 12, `1亿5000万` -> 150000000, `20多万` -> 200000.
    Raises NumeralError for anything else.
    """
    number = _MORE.sub("", re.sub(r"[\s,]", "", unicodedata.normalize("NFKC", text)))
    if len(number) > _LONGEST:
        raise NumeralError(f"{text[:_LONGEST]!r}… is too long for a number")
    if _PLAIN.fullmatch(number):
        return float(number)
    scaled = _SCALED.fullmatch(number)
    if scaled:
        # Decimal: 4.4亿 as a float times a hundred million is not 440000000.
        return float(Decimal(scaled[1]) * prod(_SCALES[scale] for scale in scaled[2]))
    parts = _PART.findall(number)
    if len(parts) > 1 and "".join(digits + scale for digits, scale in parts) == number:
        return _sum_of_parts(parts)
    if number[:1] in {"百", "千", "万", "亿"}:
        number = "一" + number
    number = _HAN_POINT.sub("点", number)
    import cn2an

    try:
        return float(cn2an.cn2an(number, "smart"))
    # KeyError: the library looks up the unit of the last digit of 一亿一 or 一十零 in vain.
    except (ValueError, KeyError):
        raise NumeralError(f"{text!r} is no number") from None


def _sum_of_parts(parts: Sequence[tuple[str, str]]) -> float:
    """Return the value of a number in parts: 1亿5000万; in 2千3百万 the 万 multiplies all since the last 万 or 亿."""
    total = section = Decimal(0)
    for digits, scale in parts:
        small = scale.rstrip("万亿兆")
        section += Decimal(digits.replace(",", "")) * prod(_SCALES[each] for each in small)
        if small != scale:
            total, section = total + section * prod(_SCALES[each] for each in scale[len(small) :]), Decimal(0)
    return float(total + section)


def times(value: float, factor: float) -> float:
    """Multiply in decimals: 312.6 亿 is 31260000000, which as floats it is not."""
    return float(Decimal(str(value)) * Decimal(str(factor)))


@lru_cache(maxsize=65536)
def read_value(numeral: str) -> tuple[float, float, str]:
    """Return both ends of a numeral in the plain script, and the unit that it holds itself: `%`, `比` or `""`.

    Examples: `2-3` -> 2, 3; `1-2万` -> 10000, 20000; `七成` -> 70, 70, `%`; `千分之二` -> 2, 2, `‰`; `1:20` -> 20, 20,
    `比`; `6:4` -> 0.666667.
    Raises NumeralError for anything else.
    """
    share = (
        "‰"
        if numeral.endswith("‰") or numeral.startswith("千分之")
        else "%"
        if numeral.endswith("%") or _TENTHS.search(numeral) or _FRACTION.match(numeral)
        else ""
    )
    ends = [*numeral] if numeral in _NEIGHBOURS else _RANGE.split(numeral)
    ratios = [ratio for ratio in map(_RATIO.match, ends) if ratio]
    if ratios and len(ratios) == len(ends) <= 2:
        # As many decimals as come whole through a table and a workbook: 6:4 is 0.666667.
        values = sorted(round(_divide(ratio[2], ratio[1]), _RATIO_DECIMALS) for ratio in ratios)
        return values[0], values[-1], "比"
    if len(ends) == 2 and all(ends):
        return *_read_ends(*ends), share
    value = _read_part(numeral)
    return value, value, share


def _divide(over: str, under: str) -> float:
    divisor = parse_number(under)
    if not divisor:
        raise NumeralError(f"{under!r} cannot divide {over!r}")
    return parse_number(over) / divisor


def _read_part(numeral: str) -> float:
    """Read one number; a share (50%, 七成, 三分之二) in percent, a fraction with two decimals, below 1 with six."""
    if numeral.startswith("千分之"):
        return parse_number(numeral.removeprefix("千分之"))
    fraction = _FRACTION.match(numeral)
    if fraction:
        over, under = (fraction[2], fraction[1]) if fraction[1] else (fraction[3], fraction[4])
        share = 100 * _divide(over, under)
        return round(share, 2 if share >= 1 else _RATIO_DECIMALS)
    if _TENTHS.search(numeral):
        tenths, rest = numeral.split("成")
        return parse_number(tenths) * 10 + (5 if rest == "半" else parse_number(rest) if rest else 0)
    return parse_number(numeral.removesuffix("%").removesuffix("‰"))


def _read_ends(low: str, high: str) -> tuple[float, float]:
    """Read both ends of a range; what stands only once counts for both (1—2万, 六到七成, 百分之五十到六十)."""
    low = _INNER_UNIT.sub("", low.strip())
    if low.startswith("百分之") and "分之" not in high:
        high = f"百分之{high}"
    shared = high[-1] if high[-1] in "%成" and low[-1] not in "%成" else ""
    multiplier = _MULTIPLIER.search(high) if re.search(r"\d", high) else None
    low_value, high_value = _read_part(low + shared), _read_part(high)
    if multiplier and not _MULTIPLIER.search(low):
        scaled = _read_part(low + multiplier[0])
        low_value = scaled if scaled <= high_value else low_value
    return low_value, high_value
