"""The time to which an amount refers by the words around it: per_year, per_month, per_5_years … or total."""

from __future__ import annotations

import re

from .number_values import parse_number

PERIODS = frozenset(
    (
        *("total", "per_year", "per_half_year", "per_quarter", "per_month", "per_week", "per_day", "per_semester"),
        *("per_school_year", "per_2_months", "per_2_years", "per_3_years", "per_4_years", "per_5_years"),
    )
)
_COUNT = r"(?<![\d.])(\d{1,2}|[一二两三四五六十])"
_PERIODS = (
    (re.compile(r"每半年"), "per_half_year"),
    (re.compile(r"每个?学期"), "per_semester"),
    (re.compile(r"每个?学年"), "per_school_year"),
    (re.compile(r"每个?季"), "per_quarter"),
    (re.compile(r"每个?月|按月|(?<!\d)月(?:人均|均)(?!.*元)|(?<!\d)月(?:最低|销售额|薪|租金)|最低月标准"), "per_month"),
    (re.compile(r"每(?:星期|周)(?![^，。;；]*以上[^，。;；]*(?:人数|比例|人口))"), "per_week"),
    (re.compile(r"每(?:天|日)"), "per_day"),
    (re.compile(rf"每{_COUNT}\s?个?年|{_COUNT}\s?年内?累计|累计{_COUNT}\s?年"), "per_{}_years"),
    (re.compile(rf"每{_COUNT}\s?个月"), "per_{}_months"),
    (
        re.compile(
            r"每年|同一年度|逐年|年均(?!浓度|气温)|[一1]年(?:内[^，。;；\d]{0,12}不得?超过|至少)|年度(?=培训|新增|安排|投资|节能量|产量|[^，。;；\d]{0,10}(?:金额|额度|总额|最高|不超过))"
            r"|(?<![\d近今当本上去全学一二三四五六七八九十两半数几多往历百同周青少成中老壮幼])年"
            r"(?=职业培训人次|培训|新增|服务|接待|招生|生均|产(?![业教学])|补助|处理|发电|开展|受益|人均|流通"
            r"|增长|节|减|供|吞吐|营业|销售|主营|交易|完成|举办|接诊|检测|投入|安排|资助|奖励|辍学|发明|专利|授权|减排|开行|推广面积|覆盖面积|抽检|上缴|综合能耗|等效利用|可支配收入|入藏|处置|经营性收入|应纳税|替代|销量)(?!.*元、)"
        ),
        "per_year",
    ),
)
_PERIOD_AFTER = re.compile(
    r"/(?:人|生|户|亩|名|床|个|所|家|座)?[·•.・/]?(?P<per_year>年(?!级))|/(?:人|生|户|平方米|m2)?[·•.・/]?(?P<per_month>月)"
    r"|/(?:人|户)?[·•.・/]?(?P<per_day>[日天])"
)
_MONTHS = {
    "per_1_years": "per_year",
    "per_12_months": "per_year",
    "per_3_months": "per_quarter",
    "per_6_months": "per_half_year",
    "per_1_months": "per_month",
}
# 三年一评估.
_CYCLE = re.compile(rf"{_COUNT}年$")
_PERIOD_REACH = 60
# No clause names a time without one of these.
_TIMES_NAMED = frozenset("每年累月")
_OTHER_TIMES = frozenset("每累月")
_PART_ENDS = "。；;\n\t，,"


def read_period(text: str, start: int) -> str:
    """Return the time to which an amount refers by the words of its clause before it: `per_year` … or `total`.

    An amount by the year after a stroke (500元/年, 30吨/日) counts too.
    """
    window = text[max(0, start - _PERIOD_REACH) : start]
    if not _TIMES_NAMED.isdisjoint(window):
        clause = window[1 + max(map(window.rfind, _PART_ENDS)) :]
        cycle = _CYCLE.search(clause) if text.startswith("一", start) else None
        if cycle:
            return _period_code("per_{}_years", cycle[1])
        # 年 alone is a yearly amount or none.
        for pattern, code in _PERIODS[-1:] if _OTHER_TIMES.isdisjoint(clause) else _PERIODS:
            match = pattern.search(clause)
            if match:
                return _period_code(code, next((group for group in match.groups() if group), ""))
    stroke = text.find("/", start, start + 16)
    after = _PERIOD_AFTER.match(text, stroke) if stroke >= 0 else None
    return str(after.lastgroup) if after else "total"


def _period_code(code: str, count: str) -> str:
    if not count:
        return code
    number = int(parse_number(count))
    code = _MONTHS.get(code.format(number), code.format(number))
    return code if code in PERIODS else "total"
