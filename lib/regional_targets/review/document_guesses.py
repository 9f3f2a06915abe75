"""What a text says of its own document: title, number, stage, date, period and region.

All of it is a guess that a person confirms or changes; nothing here decides.
"""

from __future__ import annotations

import re
import unicodedata

from ..candidates.survey import read_survey
from ..number_values import NumeralError, parse_number
from ..plain_text import plain
from ..stated_years import read_year

# 名称：, before the title in the box of a page.
_LABEL = re.compile(r"(?:标题|名称|文件名称?|公文名称|题名) ?[:：]\s*")
# 发布机构：某市人民政府办公厅, 成文日期：2026-02-03, 文件状态：现行有效, in the box above a document.
_ISSUER = re.compile(
    r"(?:发布|发文|制发|印发)(?:机构|机关|单位) ?[:：]?\s+(?P<said>[\u4e00-\u9fff]{4,30})[ \t]*$", re.MULTILINE
)
_BOX_DAY = re.compile(
    r"(?:(?P<issued>成文|发文|印发)|发布|公布|公开)(?:日期|时间) ?[:：]?\s*"
    r"(?P<year>(?:19|20)\d{2}) ?[-/.年] ?(?P<month>\d{1,2}) ?[-/.月] ?(?P<day>\d{1,2})"
)
_VALIDITY = re.compile(r"(?:状态|有效性) ?[:：]?\s*(?:(?P<valid>(?:现行)?有效)|(?P<repealed>失效|已?废止))")
# How far into a text its title, number and date of a page stand.
HEAD = 1500
# A line with a word for a document, and no sentence.
_TITLE = re.compile(r"(?=.*(?:方案|规划|计划|意见|要点|办法|行动|报告))[^。]{2,100}")
_NUMBER = re.compile(r"[\u4e00-\u9fff]{2,8}[〔［\[]\s*\d{4}\s*[〕］\]]\s*\d+\s*号")
# 2021年8月10日, 二〇二一年八月十日, 中华民国113年5月1日.
_DAY = re.compile(
    r"\s*(?:(?:中华)?民国\s*(?P<minguo>[\d一二三四五六七八九十百]{1,6})|(?P<year>\d{4}|[一二][〇零一二三四五六七八九]{3}))"
    r"\s*年\s*(?P<month>[\d一二三四五六七八九十]{1,2})\s*月\s*(?P<day>[\d一二三四五六七八九十]{1,3})\s*日\s*"
)
_REGION = re.compile(r"[\u4e00-\u9fff]{2,7}?(?:自治区|自治州|省|市|盟|州|县|区)")
_BEFORE_REGION = re.compile(r"(?:\d{4}年)?(?:关于)?(?:印发|实施|推进)?[《〈]?")
_DRAFT = re.compile(r"讨论稿|征求意见稿|草案")
_ANNUAL = re.compile(r"工作要点|重点工作")


def guess_document(name: str, text: str) -> dict[str, str]:
    """Return what the text says of its document: title, number, stage, dates and period, as far as it does.

    The period is the one by which the proposals are dated.
    """
    lines = [(line, plain(line)) for line in text.split("\n") if line.strip()]
    title = _title(lines)
    head = plain(text[:HEAD])
    number = _NUMBER.search(head)
    days = [match for _, line in lines if (match := _DAY.fullmatch(line))]
    period = read_survey(text).outline.period
    box = {"issued" if match["issued"] else "published": _date(match) for match in _BOX_DAY.finditer(head)}
    issuer, validity = _ISSUER.search(head), _VALIDITY.search(head)
    return {
        "file": name,
        "title_zh": title,
        "issuer_zh": text[issuer.start("said") : issuer.end("said")] if issuer else "",
        "number": unicodedata.normalize("NFKC", text[number.start() : number.end()]) if number else "",
        "stage": "draft" if _DRAFT.search(head) else "annual_plan" if _ANNUAL.search(plain(title)) else "issued",
        "validity": str(validity.lastgroup) if validity else "unknown",
        "issued": box.get("issued") or (_written(days[-1]) if days else ""),
        "published": box.get("published", ""),
        "period_start": str(period[0]) if period else "",
        "period_end": str(period[1]) if period else "",
    }


def guess_region(name: str, text: str) -> dict[str, str]:
    """Return the name of the region as the title of the text has it, as far as it does."""
    title = guess_document(name, text)["title_zh"]
    same = plain(title)
    begun = _BEFORE_REGION.match(same)
    found = _REGION.search(same, begun.end() if begun else 0)
    return {"file": name, "name_zh": title[found.start() : found.end()] if found else ""}


def _title(lines: list[tuple[str, str]]) -> str:
    """Return the first line of the head that can be a title, else the first line."""
    seen, found = 0, ""
    for line, same in lines:
        seen += len(line)
        if seen > HEAD:
            break
        if _TITLE.fullmatch(same.strip()):
            found = line
            break
    written = unicodedata.normalize("NFKC", found or (lines[0][0][:HEAD] if lines else "")).strip()
    label = _LABEL.match(plain(written))
    return written[label.end() :] if label else written


def _written(day: re.Match[str]) -> str:
    """Return a date as the tables have it, 2021-08-10; `""` for one that no calendar has."""
    try:
        month, date = parse_number(day["month"]), parse_number(day["day"])
    except NumeralError:
        return ""
    return _iso(read_year(day["minguo"] or day["year"]), month, date)


def _date(day: re.Match[str]) -> str:
    """Return a date in digits as the tables have it."""
    return _iso(int(day["year"]), int(day["month"]), int(day["day"]))


def _iso(year: int, month: float, date: float) -> str:
    return f"{year}-{month:02.0f}-{date:02.0f}" if year and 1 <= month <= 12 and 1 <= date <= 31 else ""
