"""Measure words: which ones there are, and where the one of a number stands: after it, in its list, or in its table."""

from __future__ import annotations

import re
from functools import lru_cache

from .number_values import parse_number

# Shares and money, time, people, sizes and weights, densities, then whatever else is counted.
_UNITS = """
% ‰ 个百分点 百分点 个基点 基点 倍 番 元 圆 美元 欧元 港元 美金 新台币 台币 人民币
个月 个星期 个小时 个学时 个课时 个学期 个季度 学时 课时 学分 小时 分钟 个工作日 工作日 个工作天 工作天 年 月 天 日 周
秒 学期 学年 人次 人 人天 人年 人份 名 位 户 户次 家 家次 岁 周岁 口 员
平方米 平方公尺 公尺 坪 ㎡ 平米 m² m2 m³ m3 km km² km2 延长米 延米 kW KW MW GW kWh KWh MWh 纳米 Mbps Gbps Tbps 平方公里
公里/平方公里 千米/平方千米 斤/亩 公里/小时 千米/小时 平方千米
立方米 公里 千米 公分 公顷 公斤 千克 亩 亩次 米 厘米 毫米 吨 公吨 吨标准煤 吨标煤 蒸吨
吨/小时 立方米/秒 立方米/小时 立方米/时 米/秒 瓦/平方米 m³/小时 m³/h
吨二氧化碳当量 吨二氧化碳 公吨二氧化碳当量 公吨二氧化碳
人/百亿元 人/亿元 人/十万人 人/万人 例/十万人
吨/万千瓦时 千克标准煤/吨 千克标准油/吨 克标准煤/千瓦时 千克标准煤/千瓦时 吨标准煤/吨
千克标准油/吨·能量因数 千克标准煤 千克标准油 克标准煤
吨标准煤/万元 吨标煤/万元 吨/万元 立方米/万元 克/千瓦时 千瓦时/平方米
 千瓦 千瓦时 兆瓦 吉瓦 瓦 千伏安 克 斤 升 兆 ℃ °C 摄氏度 分贝
/10万 微克 毫克 微克/立方米 微克/立方公尺 微克每立方米 μg/m³ mg/L mg/l μg/L g/L 毫克/立方米 毫克/升 公斤/亩 千克/亩
所 个 门 部 市 次 遍 项 项次 种 套 本 册次 篇 支 对 期 场 场次 座 台 台套 台次 辆次 例次 艘次 列次 个次 轮次 间次 处次
标准箱 件 条段 条 批 批次 轮 届 梯次 省 省市 省区 级 间
处 区 县 乡镇 镇 乡 村 社区 街道 州 盟 旗 校 班 班次 节 讲 册 卷 份 张 床 辆 艘 架 列 栋 幢 层 片 块 团 队 组 类
款 只 头 匹 羽 尾 株 棵 粒 枚 颗 盏 幅 则 首 集 档 页 字 宗 单 笔 起 票 股 标段 标箱 箱 包 袋 瓶 车次 航次 架次
席 趟 馆 剂次 剂 针 例 分 眼 孔 端 站 案 lx TEU 园 星期 回 副 把 樘 枪 扇 根 杆 堂 餐 顿 桶 人日 床日 人时 海里
平方海里 平方呎 平方英尺 吉焦 兆伏安 MVA GWh TWh MPa kPa EFLOPS PFLOPS EFlops PFlops EF PF
EB TB GB MB KB dpi P 日元 英镑 港币 澳门元 词元 毫升
瓩 兆比特/秒 吉比特/秒 太比特/秒 MtCO2e tCO2e 公吨CO2e 吨CO2e CMD kN/m2 人/平方公里
伙 学位 床位 车位 泊位 穴 kg cm mm Lux 勒克斯 乘次 km/km² km/km2 公里/时 批次/千人 份/千人 张/千人
"""
UNITS = tuple(_UNITS.split())
MONEY = frozenset(("元", "圆", "人民币"))
# Money too, but not in 元: none is turned into another.
CURRENCIES = frozenset(("美元", "美金", "欧元", "日元", "英镑", "港元", "港币", "澳门元", "新台币", "台币"))
# 3200亿则是新增, 3部分, 2条件: a word. 620亿度: of electricity; any other is a degree or a name.
_GUARDED = {
    "市": "市(?!民)",
    "伙": "伙(?![伴食同])",
    "则": "则(?![是为由将须应可])",
    "部": "部(?!分)",
    "条": "条(?!件)",
}
# 137亿方: of gas or water.
_GAS = "方(?:(?<=[万亿]方)|(?<=[万亿] 方))(?![面式案向法针便])"
_BESIDE = ("点(?<=\\d{3}点)(?!\\d)", "具(?![有备体])", "度(?:(?<=[万亿]度)|(?<=[万亿] 度))(?!假)", _GAS)
# A longer one goes before a shorter one that begins it.
_FORMS = (*(_GUARDED.get(unit, unit) for unit in sorted(UNITS, key=len, reverse=True)), *_BESIDE)
_UNIT = re.compile("|".join(_FORMS))
# Those that begin with a letter: one look instead of two hundred.
_UNIT_FROM = {
    letter: re.compile("|".join(form for form in _FORMS if form.startswith(letter)))
    for letter in {form[0] for form in _FORMS}
}
# 2.5万套（间）, 15条（段）: either unit, as the text has it.
_SECOND_UNIT = re.compile(
    rf"\((?:(?![A-Za-z])(?:{_UNIT.pattern})|段|[间户床张宿舍位、]{{2,8}})\)|(?:(?<![元圆])/[个件套张册本组])+"
)
# A cell of its own below the number.
_UNIT_CELL_BELOW = re.compile(rf"\n{{1,2}}(?P<unit>{_UNIT.pattern})[ \t]*(?:\n|$)")
# 分别培训500、600、700人.
_MORE_NUMBERS = re.compile(r"(?: ?[、和及] ?\d[\d.,]*(?: ?(?:[十百万亿]|千(?![瓦克米伏])){1,2})?)+")
# How far before a cell the label of its row and the caption of its table are looked for.
ROW_REACH = 200
CAPTION_REACH = 600
# The words of a label behind its unit, and the unit.
_LABEL_REACH = 64
_LONGEST = max(map(len, UNITS))
# 万 of 万千瓦; the 千 of 千瓦 and 千米 is part of the unit.
SCALE = "(?:[十百万亿]|千(?![瓦克米伏])){0,2}"
# 万元/人, 平方米/万元: who bears an amount, and a measure for another.
_PER = "(?:/[万亿]{0,1}[\\u4e00-\\u9fff]{1,4})?"
# 92 市教育局: where the 市 begins the name of a bureau.
_OF_BUREAUS = frozenset("省市州县区镇")
_BUREAU = re.compile(r"[\u4e00-\u9fff]{1,8}(?:[局厅院]|委(?=[、，。;；\s]|$)|[办部]公?室?(?=[、，。;；\s]|$))")
# 镇（街道） holds no measure.
_OPEN = r"(?:\((?!街道\))|(?<![镇乡])(?<![镇乡] )\((?=街道\)))"
_ROW_UNIT = re.compile(
    rf"(?:(?P<named>{_UNIT.pattern})\((?P<named_scale>[百千万亿]{{1,2}})\)"
    rf"|{_OPEN}(?P<scale>{SCALE})(?P<unit>{_UNIT.pattern})(?P<per>{_PER})\)"
    rf"|\t(?P<cell_scale>{SCALE})(?P<cell>{_UNIT.pattern})(?=[\t ]))"
    r"[^()\n]{0,30}$"
)
# Cells of a row that hold no unit: numbers, nothing, what kind of indicator it is.
_CELL_STARTS = frozenset("\n\t <>〔([")
_VALUE_CELL = re.compile(
    r"\((?:19|20)\d{2} ?年?(?:-(?:19|20)\d{2} ?年?)?[^()\d]{0,8}\)"
    r"|(?:[\u4e00-\u9fff]{2,8}(?=[<>]))?[<>=〔(\[]*\d[\d.,%-]*(?:以[上下内]|左右)?[〕)\]]?(?:以[上下内]|左右)?|-{1,3}|[/<>]|\(?(?:约束|预期|引导|指导)性?\)?|不适用"
    r"|“?十[一二三四五六七]五”?(?:年均|累计)?[\u4e00-\u9fff]{0,4}[\d.]*|(?:年均|累计)[\u4e00-\u9fff]{2}"
    r"|约?[一二三四五六七八九十百千万两]+(?:成[半一二三四五六七八九]?)?|试办"
)
# 占比% ≥ 15.
_UNIT_BEFORE = re.compile(rf"(?P<unit>{_UNIT.pattern}) ?[<>=]{{1,2}} ?$")
_TIMES = frozenset(("/年", "/月"))
_PLACES = frozenset("省市州县区镇乡村园校")
# “十四五”年均增长4.0: words before the number of a cell.
_LEADING_WORDS = re.compile(
    r"(?:[<>]=?|不低于|不少于|不超过|不高于|力争|约|达到? ?"
    r"|(?<=\n)[\u4e00-\u9fff]{2,8}[<>]=?|〔?(?:每年|增加|新增) ?"
    r"|〔?(?:“?十[一二三四五六七]五”?(?:年均|累计)?|年均|累计)[\u4e00-\u9fff]{0,4})$"
)
_UNIT_CELL = re.compile(
    rf"{_OPEN}(?P<scale>{SCALE})(?P<unit>{_UNIT.pattern})(?P<per>{_PER})(?:，[^()]{{1,6}})?\)$"
    rf"|^(?P<cell_scale>{SCALE})(?P<cell>{_UNIT.pattern})(?P<cell_per>{_PER}|\((?:{_UNIT.pattern})\))$"
)
# 表5 雨水管渠设计重现期（年）: the title of a table.
_TABLE_TITLE = re.compile(
    rf"\n附?表[^\n。()]{{2,40}}\((?P<scale>{SCALE})(?P<unit>{_UNIT.pattern})(?P<per>)\)[ \t]*(?=\n)"
    r"(?:(?P<cell_scale>(?!))(?P<cell>(?!)))?"
)
_CAPTION = re.compile(
    rf"单位 ?: ?(?:新台币|人民币)?(?:(?P<scale>{SCALE})(?P<unit>{_UNIT.pattern})(?![\u4e00-\u9fff、/])"
    r"|(?P<cell_scale>(?!))(?P<cell>(?!))(?P<per>(?!)))"
)
# 单位：人、万元: the units of several columns.
_CAPTION_MANY = re.compile(r"单位 ?:[^\n:]{1,8}、[^\n:]{1,8}$")
_CAPTION_UNIT = re.compile(
    rf"(?<=[:、])(?P<scale>{SCALE})(?P<unit>{_UNIT.pattern})(?P<per>)(?:(?P<cell_scale>(?!))(?P<cell>(?!)))?"
)
_MONEY_HEAD = re.compile(r"补助|补贴|资金|投资|经费|投入|金额|预算|支出")
_CELL_OPENS = re.compile(r"\t {0,3}$")


def find_unit(text: str, end: int) -> str:
    """Return the measure word that follows a number which ends at `end`, or `""`."""
    start, stop = unit_place(text, end)
    return text[start:stop]


@lru_cache(maxsize=8)
def unit_place(text: str, end: int) -> tuple[int, int]:
    """Return where the unit that follows a numeral stands; an empty place where the text has none."""
    start = end + (text[end : end + 1] in ("多", "余"))
    # 600 多个.
    start += 2 * (text[start : start + 2] in (" 多", " 余"))
    while text[start : start + 1] == " " and start - end < 4:
        start += 1
    if text[start : start + 1] == "\n":
        below = _UNIT_CELL_BELOW.match(text, start)
        if below:
            return below.span("unit")
        # 绿地653万 / 平方米，…: a line ends behind the multiplier.
        torn = _UNIT.match(text, start + 1) if text[end - 1 : end] in ("万", "亿") else None
        return torn.span() if torn else (start, start)
    forms = _UNIT_FROM.get(text[start : start + 1])
    match = forms.match(text, start) if forms else None
    if not match:
        return start, start
    # The cell of another column.
    if match[0] in _OF_BUREAUS and (start - end > 1 or _BUREAU.match(text, match.end())):
        return start, start
    both = _SECOND_UNIT.match(text, match.end()) if text[match.end() : match.end() + 1] in ("(", "/") else None
    return start, (both or match).end()


def find_unit_of_list(text: str, end: int) -> tuple[int, int] | None:
    """Return where the unit stands that a list of numbers shares (500、600、700个), or None."""
    more = _MORE_NUMBERS.match(text, end, end + 40) if text[end : end + 2].strip()[:1] in ("、", "和", "及") else None
    place = unit_place(text, more.end()) if more else None
    return place if place and place[0] < place[1] else None


def unit_before_bound(text: str, start: int) -> tuple[int, int] | None:
    """Return where the unit stands before the sign of a bound, as rows run together have it: 占比% ≥ 15; or None."""
    if not {"<", ">", "="}.intersection(text[max(0, start - 2) : start]):
        return None
    match = _UNIT_BEFORE.search(text, max(0, start - 12), start)
    # 设区市≥25 counts no 市.
    return match.span("unit") if match and match["unit"] not in _PLACES else None


def row_unit(text: str, start: int) -> tuple[str, float]:
    """Return the unit and its multiplier that a table gives for the cell at `start`; or `""` and 1.

    By the label of its row (在校生（万人） 9.8), by a cell of its own before the numbers of the row (in a line or one
    cell a line), or by the caption of the table (单位：万元).
    """
    leading = _LEADING_WORDS.search(text, max(0, start - 12), start)
    start = leading.start() if leading else start
    label = text[max(0, start - _LABEL_REACH) : start]
    opened = label.rfind("(")
    match = None
    if "\t" in label or opened >= 0:
        match = _ROW_UNIT.search(label, 0 if "\t" in label else max(0, opened - _LONGEST))
    if not match and _CELL_OPENS.search(text, max(0, start - 4), start):
        match = _unit_of_column(text, start)
    if not match and text[start - 1 : start] in _CELL_STARTS:
        match = _unit_of_cells(text, max(0, start - ROW_REACH), start)
    return _unit_of(match) if match else ("", 1.0)


def read_measure(written: str) -> tuple[str, float]:
    """Return the unit and its multiplier of a cell that holds a unit alone: 万元 -> 元, 10000; or `""` and 1."""
    match = _UNIT_CELL.fullmatch(written)
    return _unit_of(match) if match else ("", 1.0)


def _unit_of(match: re.Match[str]) -> tuple[str, float]:
    # 服务人次（万）: the unit before its multiplier.
    named = match.groupdict().get("named")
    scale = match["named_scale"] if named else match["scale"] or match["cell_scale"] or ""
    unit = named or match["unit"] or match["cell"]
    per = match["per"] or match.groupdict().get("cell_per") or ""
    # 人次/年: how often is no part of the unit.
    if unit not in MONEY and per not in _TIMES:
        # 套（间）: as the text has it, not in the plain script.
        unit += per.replace("(", "（").replace(")", "）")
    return unit, parse_number(scale) if scale else 1.0


def _unit_of_column(text: str, start: int) -> re.Match[str] | None:
    """Return the unit of the column of a table with tabs in which a cell begins: 智慧教室（间）."""
    begin = max(0, start - CAPTION_REACH)
    line_start = text.rfind("\n", begin, start) + 1 or begin
    units = _units_of_columns(text).get(line_start, ())
    column = text.count("\t", line_start, start) if units else 0
    return units[column] if column < len(units) else None


@lru_cache(maxsize=8)
def _units_of_columns(text: str) -> dict[int, tuple[re.Match[str] | None, ...]]:
    """Return for each row of the tables with tabs, by where it begins, the unit that each column has above it.

    A cell further down goes before one above it; else it is that of the title (各县里程（公里）) or the caption.
    """
    found: dict[int, tuple[re.Match[str] | None, ...]] = {}
    units: list[re.Match[str] | None] = []
    title, place = "", 0
    for line in text.split("\n"):
        if "\t" in line:
            cells = [cell.strip() for cell in line.split("\t")]
            of_title = _UNIT_CELL.search(title)
            units += [of_title or (None if units else _unit_of_caption(title, cell)) for cell in cells[len(units) :]]
            found[place] = tuple(units)
            for column, cell in enumerate(cells):
                units[column] = _UNIT_CELL.search(cell) or units[column]
        elif line.strip():
            units, title = [], line.strip()
        place += len(line) + 1
    return found


def _unit_of_caption(caption: str, head: str) -> re.Match[str] | None:
    """Return the unit of the column below `head` by a caption with several (单位：人、万元): money, or the first."""
    units = list(_CAPTION_UNIT.finditer(caption)) if _CAPTION_MANY.search(caption) else []
    of_money = [match for match in units if match["unit"] in MONEY]
    counted = [match for match in units if match["unit"] not in MONEY]
    chosen = of_money if _MONEY_HEAD.search(head) else counted
    return chosen[0] if chosen else None


def _unit_of_cells(text: str, begin: int, start: int) -> re.Match[str] | None:
    """Walk back over the cells of a row to the one that holds the unit; else take the caption above."""
    cells = text[begin : start - 1].split()
    for number, cell in reversed(list(enumerate(cells))):
        if not _VALUE_CELL.fullmatch(cell):
            # 万平 / 方米: a unit on two lines.
            match = _UNIT_CELL.search(cell) or _UNIT_CELL.fullmatch("".join(cells[max(0, number - 1) : number + 1]))
            if match:
                return match
            break
    reach = max(0, start - CAPTION_REACH)
    captions = [*_TABLE_TITLE.finditer(text, reach, start), *_CAPTION.finditer(text, reach, start)]
    return captions[-1] if captions and text.find("。", captions[-1].end(), start) < 0 else None
