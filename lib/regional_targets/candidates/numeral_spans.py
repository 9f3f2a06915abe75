"""Find everything in a plain text that may be a number, in one pass: dates, document numbers, names, numerals.

One alternation, anchored so that no branch is tried twice on the same run of digits: the time is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from ..units import UNITS

# 1,000 and, before a Chinese word, 1 000; no further than the digits go.
_NUMBER = (
    r"(?:(?<!\) )\d{1,3}(?: \d{3})++(?!\d)(?=[ .]?(?:[\u4e00-\u9fff，。;]|PFLOPS|[kMG]W|k[mg]))"
    r"|(?:(?<=[\t\n<>=逾约])|(?<=年 )|(?<=年  ))\d{1,3}(?: \d{3})++(?= *(?:[\t\n]|$))"
    r"|\d++(?:,\d{3}(?!\d))*+(?:\.\d++)?)"
)
_SCALE = r"(?:[十万亿]|百(?!分)|千(?![瓦克米伏])|兆(?=[多余]?元|\d|[万亿]))"
_UNIT = "|".join(sorted((re.escape(unit) for unit in UNITS if unit != "%"), key=len, reverse=True))
# 9 千亿, 1 千1 百户: a blank before 百 or 千 only where the number goes on or its unit follows, not behind the number
# of a row.
_APART = rf"(?: (?=[百千](?:[万亿多余]|{_UNIT}| ?\d))(?<!\n\d )(?<!\n\d\d )| ?(?![ 十百千])(?=[万亿兆多余])|(?! ))"
_AMOUNT = (
    rf"{_NUMBER}(?:{_APART}[多余]?{_SCALE}{{1,3}}(?:(?<=万)[多余 ]亿(?=元)|(?<=[百千])[多余][万亿])?"
    rf"(?:零?{_NUMBER}(?! ?周?岁)(?:{_APART}[多余]?{_SCALE}{{1,3}})?(?:\d{{1,4}}[百千](?![瓦克米伏])万?){{0,2}}"
    r"| \d ?[百千](?![瓦克米伏]))?)?"
)
_SHARE = r"(?: ?[%‰])?"
_TO = r" ?(?:-{1,3}|至|到) ?"
_HAN = "零〇一二两三四五六七八九十百千万亿"

# Measure words that may follow a Chinese numeral: fewer than follow digits, for 一体 and 三农 are no counts.
_HAN_UNITS = """
个 所 名 人 门 家 项 次 遍 种 套 部 本 篇 支 位 对 户 场 座 台 元 倍 番 年 天 周 星期 小时 学时 课时 学分 亩
平方米 平方公尺
立方米 米(?<!千米) 摄氏度
毫升 千瓦 克 千克 公尺 公分 分钟 厘米 毫米 平方公里 公里 公顷 斤 公斤 公吨 吨 张 间 处 条 件 辆 册 梯次 班 村 校 成 岁
市 县 期 轮 批
多 余 级 节 只 头 株 床 栋 幢 眼 趟 餐 站 组 份 案 具 勒克斯 扇 艘 架 片 块 层 学期 工作日 日 届 宗 幅 笔 瓩
"""
_HAN_UNIT = "|".join(_HAN_UNITS.split())

# What a token that begins with a digit can be, tried in this order at the digit: first those that begin with a year.
_YEAR_BRANCHES = {
    # 2021—2025年, 2021/1-2024/5.
    "span": (
        r"(?P<first>(?:19|20)\d{2}) ?(?:年度?|[./](?:0?[1-9]|1[0-2])(?!\d))? ?(?:-{1,3}|至|到) ?"
        r"(?P<last>(?:19|20)\d{2})(?!\d)"
        r"(?:[./]\d{1,2}(?![\d./%])| ?(?:学?年度?)?)"
    ),
    # 2014-15至2018-19 ends with the year of its last season.
    "season": (
        r"(?P<seasons>(?:19|20)\d{2} ?[-/] ?\d{2} ?(?:-{1,3}|至|到) ?)?"
        r"(?P<opened>(?:19|20)\d{2}) ?[-/至] ?(?P<closed>\d{2})(?!\d)"
        r"(?: ?(?:财政年度|年度|学年度?|财年|年)|(?(seasons)|(?!))"
        # 2026-27及2027-28年度, and 2022-23 in the first cell of a row.
        r"|(?= ?[、和及与] ?(?:19|20)\d{2} ?[-/] ?\d{2}(?!\d))|(?<=\n\d{4}[-/]\d\d)(?=[ \t]*[\n\t]))"
    ),
    "date": (
        r"(?P<day>(?:19|20)\d{2}) ?(?:[-./] ?\d{1,2} ?[-./] ?\d{1,2}|(?:19|20)\d{2}(?!\d)|年 ?\d{1,2} ?月 ?\d{1,2} ?日"
        r"(?: ?[-至到] ?\d{1,2} ?日)?)(?: {0,3}\d{1,2}:\d{2}(?::\d{2})?)?(?!\d)"
    ),
    "year": (
        r"(?P<when>(?:19|20)\d{2})[ \n]{0,2}(?:年(?!以上)度?(?: ?(?:\d{1,2} ?- ?)?\d{1,2} ?月(?: ?\d{1,2} ?日)?)?|学年"
        # 到 2030城市…, without 年.
        rf"|(?:(?<=到\d{{4}})|(?<=到 \d{{4}}))(?=[\u4e00-\u9fff])(?!{_UNIT}|[十百千万亿多余]|左右|以[上下内])"
        r"|(?= ?[、和及与] ?(?:(?:19|20)\d{2} ?[、和及与] ?){0,4}(?:19|20)\d{2} ?年)"
        # In the first cell of a row.
        r"|(?<=\n\d{4})(?= *\t))"
    ),
}
_DIGIT_BRANCHES = {
    # 1.2025年6月底前: a marker before a year.
    # 2.50个小区新增充电设施.
    "marker": (
        r"(?<![^\n。；; ])\d{1,2}\.(?=(?:19|20)\d{2} ?(?:年|-{1,3} ?(?:19|20)\d{2} ?年)|1[01]\d ?年度"
        r"|\d+ ?[个所家名件项条处](?!百分点|目)[\u4e00-\u9fff]{4}"
        # 2.2人户中2人均年满18周岁: no half people.
        r"|\d{1,2}人户)"
    ),
    "month": (
        r"\d{1,2}(?: ?[、和] ?\d{1,2}){1,3} ?月(?!份?个)|\d{1,2} ?月? ?[-至到] ?\d{1,2} ?月"
        r"|\d{1,2} ?月(?: ?\d{1,2} ?日(?: ?[-至到] ?\d{1,2} ?日)?)?|(?<!日数为)(?:[12]?\d|3[01]) ?日(?=[前至起,，])"
    ),
    "programme": (
        r"\d+(?: ?\+ ?[\dXxNn]+)++|\d+ ?\+(?=[\u4e00-\u9fff])|\d+[A-OQ-Z](?![A-Za-z])|\d+[gdkp](?![A-Za-z])"
        rf"|\d\.0(?!\d| ?(?:[%‰十百千万亿]|{_UNIT}|左右|以[上下内])| *[\t\n]| ?--? ?\d+\.\d)|\d+ ?[×*xX] ?\d+"
    ),
    "tenths": r"\d(?:\.\d)?(?: ?[-至到] ?\d)? ?成(?=以上|左右|以内|[，。;、,)\s的]|$)",
    # 1:7—1:9 is a range.
    "ratio": (
        # 1（政府）：2（机构）, who gives each part.
        rf"{_NUMBER} ?(?:\([\u4e00-\u9fff]{{1,6}}\)(?= ?: ?\d))?"
        rf"(?::|比(?=\d)(?!\d{{4}} ?年)) ?{_NUMBER}(?: ?: ?{_NUMBER})*+"
        rf"(?:{_TO}(?=\d{{1,2}} ?:){_NUMBER} ?: ?{_NUMBER}(?! ?:))?"
    ),
    "fraction": r"(?<!/)\d{1,2}/\d{1,2}(?![\d/.万号])|\d{1,6}分之\d+",
    "arabic": (
        rf"(?<=介[乎于在]){_AMOUNT}{_SHARE}(?: ?(?:{_UNIT}))? ?[和与] ?{_AMOUNT}{_SHARE}(?= ?(?:{_UNIT})? ?之间)"
        rf"|{_AMOUNT}{_SHARE}(?:(?: ?(?P<inner>(?<![%‰])(?:{_UNIT})(?:/[年月日天人户生])?))?"
        rf"(?:及?以 ?上|\(不?含\))?{_TO}"
        rf"(?!(?:19|20)\d\d ?年)(?:{_AMOUNT}{_SHARE}|[一二两三四五六七八九十百千]++[万亿](?=元))"
        r"(?(inner)(?= ?(?P=inner)|[%‰])))?"
    ),
}
# Years of the Republic of China (113年 = 2024), only in Traditional texts; a length (100年以上) is none.
_MINGUO = r"(?:9\d|1[0-5]\d)"
_MONTH = r"(?: ?\d{1,2} ?月(?: ?\d{1,2} ?日)?)"
_MINGUO_BRANCHES = {
    "span": rf"(?P<first>{_MINGUO}) ?年?{_MONTH}? ?(?:-{{1,3}}|至|到) ?(?P<last>{_MINGUO})(?!\d) ?年度?{_MONTH}?",
    "date": rf"(?P<day>{_MINGUO}) ?年 ?\d{{1,2}} ?月 ?\d{{1,2}} ?日",
    "year": (
        rf"(?P<when>(?:(?<=民国)|(?<=民国 ))\d{{1,3}}|[78]\d|{_MINGUO})"
        rf"(?: ?学?年(?!以[上下内来]|代|左右|期|[来间]|历史|的?时间|之久|一遇)度?{_MONTH}?"
        # 110及111年度, 今（98）年.
        rf"|(?= ?[、及和与] ?{_MINGUO} ?(?:学年|年度))|(?:(?<=[今本]\(\d{{2}})|(?<=[今本]\(\d{{3}}))(?=\) ?年)"
        r"|(?<=\n\d{3})(?= *\t))"
        # 一百一十四年度, 一百一十四年六月底前; 至一百十九年减量 needs nothing behind it.
        r"|(?P<toward>(?<=[至到]))?"
        r"(?P<counted>一百[零一二三四五]?(?:十[一二三四五六七八九]?)?[一二三四五六七八九]?) ?学?年"
        r"(?(toward)|(?=度|底|[一二三四五六七八九十]{1,3} ?月(?! ?[一二三四五六七八九十])))"
        r"度?(?:[一二三四五六七八九十]{1,3} ?月)?"
    ),
}
# 1.114年度预算: a year behind the number of an item.
_LENGTH_BEFORE = r"(?:(?<![近约逾超满每达长\d.,])|(?<=\n\d\.)|(?<=\n\d\d\.))"
# A line break or a space may have come into a numeral, before its multiplier: 一百五十六 亿.
_TORN = (
    rf"[ \n]{{1,8}}(?=[万亿])[{_HAN}]++|(?<=[千百万亿])[ \n]{{1,2}}(?=[一二三四五六七八九][十百千万])[{_HAN}]++"
    # 二 十 四个, 十 六 亿.
    rf"|(?<=[一二三四五六七八九]) (?=十)[{_HAN}]++"
    rf"|(?<=十) (?=[一二三四五六七八九](?: ?(?:万|亿|{_HAN_UNIT})))[{_HAN}]++"
)
_HAN_NUMBER = rf"[{_HAN}]++(?:{_TORN}){{0,3}}"
_HAN_SHARE = rf"[{_HAN}]++(?:(?<=[一二三四五六七八九]) (?=十)[{_HAN}]++)?(?:[点.][{_HAN}]++)?"
_SPELT_YEAR = "[〇零一二三四五六七八九]{2}"
_SPELT_DAY = "[一二三四五六七八九十]"
_HAN_BRANCHES = {
    "span": rf"(?P<first>二[〇零]{_SPELT_YEAR}) ?年? ?[-至到] ?(?P<last>二[〇零]{_SPELT_YEAR}) ?年?",
    "season": rf"(?P<opened>二[〇零]{_SPELT_YEAR}) ?[-/至到] ?(?P<closed>{_SPELT_YEAR}) ?(?:财政)?(?:年度|学年|年)",
    # 二〇二五年, 中华民国一百三十九年.
    "year": (
        r"(?P<spelt>二[〇零][〇零一二三四五六]?[〇零一二三四五六七八九十]|一九[〇零一二三四五六七八九]{2}) ?年"
        rf"|(?<=民国)(?P<counted>[{_HAN}]{{1,6}}) ?年(?! ?{_SPELT_DAY}{{1,3}} ?月)"
    ),
    # 九十五年四月二十八日, 五月三十一日前.
    "month": rf"(?:{_SPELT_DAY}{{2,4}} ?年 ?)?{_SPELT_DAY}{{1,3}} ?月 ?{_SPELT_DAY}{{1,3}} ?日",
    # “十四五”期间, 到“十四五”末.
    "plan": (
        r"(?P<five>十[一二三四五六七]五)[”\"]? ?"
        r"(?:(?:规划)?(?:期?末|时?期间?末?)(?!以来)|(?=年均|累计|新建|新增|力争|全[省市县区])"
        r"|(?=[、和与及]?“?十[一二三四五六七]五[”\"]?(?:期末|末|时?期间?)))"
    ),
    "fraction": (
        # 三分二, as it is said in Hong Kong.
        r"(?:三分[一二]|四分[一三]|五分一)(?=[，。;、)的或以左])"
        rf"|百 ?分 ?之[ \n]?{_HAN_SHARE}(?:{_TO}(?:百分之)?{_HAN_SHARE})?"
        rf"|[{_HAN}]++分之[{_HAN}]++(?:点[一二三四五六七八九]++)?"
    ),
    "ratio": rf"[{_HAN}]++比[{_HAN}]++",
    "tenths": (
        # 当中七成为公租房，三成为出售房.
        rf"(?<=[中，过约近])[一二三四五六七八九]成(?=为[^了])|[{_HAN}]++(?:{_TO}[{_HAN}]++)?成(?:半|[一二三四五六七八九](?=[，。;、,)(\s的以提增升降减至到左])|(?=以上|左右|以内|[，。;、,)(\s的是]|$"
        r"|(?![员果功效立为长熟绩本才人就型套年都不色])[\u4e00-\u9fff]))"
    ),
    "wording": r"一半(?=以上|左右|[，。;、,)\s的会将由])|(?<=超过)一半(?=[\u4e00-\u9fff])",
    "han": (
        # 二十多万人次.
        rf"[{_HAN}]++[多余][万亿](?= ?(?:{_HAN_UNIT}|册次))|"
        rf"{_HAN_NUMBER}(?:(?:{_HAN_UNIT})?{_TO}[{_HAN}]++)?(?= ?(?:{_HAN_UNIT}))"
        # 五千五百七十五万农村人口, without a measure word.
        rf"|[一二三四五六七八九][{_HAN}]{{2,}}(?<=[万亿])(?=[\u4e00-\u9fff])"
        rf"|[{_HAN}]++点[零一二三四五六七八九]++(?= ?(?:{_HAN_UNIT}))"
        rf"|(?<=[超破逾])[{_HAN}]++(?<=[万亿])(?=[，。、;,])"
        # 一千, in a cell of its own.
        rf"|(?:(?<=[\t|于])|(?<=[\t|] ))[{_HAN}]{{2,}}(?<=[十百千万])(?= *[\t\n|])"
        # 违法用地零增长; 零就业家庭保持为零.
        r"|零(?=增长)|(?<=[为是])零(?=[，。;])"
        # 一年一自查、三年一评估.
        r"|(?<=[一两二三四五每]年)一(?=自查|评估|体检|考核|督查|检查|审核|次(?!性))"
    ),
}
_OTHER_BRANCHES = {
    "wording": r"全部|全面|所有|全员|大体相当|(?<!超)过半数?|半数|半(?<=减半)",
    "document": (
        r"[〔\[【(](?:19|20)\d{2}[〕\]】)] ?(?:第 ?)?\d+ ?号?|〔(?=(?:19|20)\d\d)\d++(?!〕)"
        r"|[〔\[【](?:19|20)\d{2}[〕\]】]"
    ),
    "ordinal": rf"第 ?(?:\d(?: ?\d)++(?= ?条)|\d++(?:\.\d+)?(?: ?[-、至到] ?\d++)*+|[{_HAN}]++)",
    "name": r"(?![A-Z]{3,}\d+ ?[台套])[A-Za-z][A-Za-z.]{0,30}+[-/]?\d[A-Za-z0-9_.\-/]{0,40}+",
}
# Where a token can begin: one set of characters, which goes fast, then what must stand there. A run of Chinese digits
# is one place, so that no run is read twice.
_GATE = re.compile(
    rf"[0-9{_HAN}第全所大过半〔\[【(A-Za-z](?:(?<=[0-9])|(?<=[{_HAN}])[{_HAN}]*+|(?<=第)(?= ?[\d{_HAN}])"
    r"|(?<=全)[部面员]|(?<=所)有|(?<=大)体相当|(?<=过)(?=半)|(?<=半)(?:数|(?<=减半)(?=[征收缴计发课，。、;)\n及和]))|(?<=〔)(?=\d)|(?<=[\[【(])(?=(?:19|20)\d\d[〕\]】)])"
    r"|(?<=[A-Za-z])(?<![A-Za-z]{2})[A-Za-z]*+(?=[-/.]?\d))"
)


def _alternation(branches: dict[str, str]) -> str:
    return "|".join(f"(?P<{name}>{pattern})" for name, pattern in branches.items())


# No digit that begins no year is tried as one: one look instead of four.
_DIGIT = re.compile(rf"(?=(?:19|20)\d\d)(?:{_alternation(_YEAR_BRANCHES)})|{_alternation(_DIGIT_BRANCHES)}")
_MINGUO_TOKEN = re.compile(rf"{_LENGTH_BEFORE}(?:{_alternation(_MINGUO_BRANCHES)})")
_HAN_TOKEN = re.compile(_alternation(_HAN_BRANCHES))
_OTHER = re.compile(_alternation(_OTHER_BRANCHES))
_BARE_YEAR = re.compile(r"(?P<year>(?P<when>\d{4}))")
_MATCHERS = dict.fromkeys("0123456789", _DIGIT.match) | dict.fromkeys(_HAN, _HAN_TOKEN.match)


def find_tokens(text: str, minguo: bool = False, heads: Collection[int] = ()) -> Iterator[re.Match[str]]:
    """Yield the tokens of a plain text in order, without overlaps; `lastgroup` says what kind each is.

    With `minguo`, 113年 is a year of the Republic of China; `heads` is where years stand without 年.

    Kinds: marker, span, season (2024/25), plan (“十四五”期间), date, year, month, document, ordinal, programme, name
    (no counts), arabic, han, fraction, tenths, ratio, wording (what may be a mention). Groups `first`, `last`,
    `opened`, `closed`, `when`, `spelt`, `counted`, `five` and `day` hold years.
    """
    place, search, matchers, other = 0, _GATE.search, _MATCHERS, _OTHER.match
    while gate := search(text, place):
        start = gate.start()
        match = _BARE_YEAR.match(text, start) if start in heads else None
        match = match or (_MINGUO_TOKEN.match(text, start) if minguo else None)
        match = match or matchers.get(text[start], other)(text, start)
        if match is None:
            place = gate.end()
        else:
            yield match
            place = max(match.end(), start + 1)
