"""Why a number in digits commits to nothing: a list marker, a name, a date, an attribute; or that it counts."""

from __future__ import annotations

import re

from ..numerals import CELL_END
from ..units import find_unit, find_unit_of_list, row_unit
from .durations import EACH, TIMES, reject_time
from .named_numbers import AT_MOST, HOTLINE, QUALIFIER, reject_name
from .thresholds import defines

_SECTION = re.compile(r"\d{1,2}\.\d{1,2}多?")
_HEADED = re.compile(r"多?(?:措|元|方|点|渠|样|层|维|管)| 首批")
_WORDS = re.compile(
    r" {1,4}[\u4e00-\u9fff]{6}| {2,4}[\u4e00-\u9fff][\u4e00-\u9fff()]{3}| {1,4}[\u4e00-\u9fff]{2,5}[ \t]*\n"
)
_MEASURES = frozenset(
    ("元", "%", "倍", "米", "公里", "平方公里", "平方米", "立方米", "公顷", "亩", "吨", "千瓦", "兆瓦", "小时", "年")
)
_MARKER_AFTER = re.compile(r" ?(?:[.、)]|[ \t]*(?:\n|$)|\t)| {2,}(?=[\u4e00-\u9fff])")
# 19 人均预期寿命（岁） 85: a row, though 人 could be a measure word.
_ROW_LABEL = re.compile(r" [\u4e00-\u9fff][^\n，。;；]{2,20}(?:\([^()\n]{1,12}\) |约束性|预期性)")
# 环境美    13    森林覆盖率（%）: a row of a table is counted.
_LABEL_ABOVE = re.compile(r"\n[\u4e00-\u9fff]{1,8} {2,}$")
_LABEL_BESIDE = re.compile(r" {2,}[\u4e00-\u9fff](?!束性|期性|导性)")
_QUALIFIED = re.compile(r" ?(?:及|或)?(?:以上|以下|以内|左右|[之以]?内|多|余)")
# Each word begins the pattern with a letter of its own, so that the search goes fast.
_TO_CONTACT = "电话(?!用户|普及|覆盖) 专线(?:为|是|:) 传真 邮编 邮箱 联系(?:人|方式|我们) 手机 QQ qq"
_TO_COUNT = (
    "热线 咨询 索引号? 浏览(?:次数|量)? 访问(?:次数|量) 点击(?:次数|量|率)? 备案(?:编?号|:) ICP备? icp备? 编号 标识码"
    " 阅读(?:次数|量|数)? 次数 网安备?"
)
_CONTACT = re.compile(
    "|".join(
        [
            *(rf"{word}[^。\n]{{0,16}}$" for word in _TO_CONTACT.split()),
            *(rf"{word}[^。\n，、\u4e00-\u9fff]{{0,8}}$" for word in _TO_COUNT.split()),
        ]
    )
)
# 提供咨询6万人次.
_SERVED = re.compile(r" ?(?:人次|场次?|件)(?![\d:])")
_ANNEX = re.compile(r"(?:附件|附表|附录|附图|专栏|表|图|No\.?|序号|编号|条款|款|项目) ?$")
# What ends the words of `_ANNEX`, `_TABLE_TITLE` and `_FIGURE`.
_LABEL_ENDS = frozenset("件表录图栏o.号款目")
# 连续12届获奖, 举办4届南博会: a count of what was.
_HELD = re.compile(r"(?:连续|举办|承办|召开|惠及)了? ?$")
_AGE_LIMIT = re.compile(r"(?:不超过|不得超过|不高于|不低于|寿命|达到|提高到?|至)[^，。;；]{0,12}$")
# 入园年龄为3周岁, 年龄40周岁以下: who may apply.
_AGE_REQUIRED = re.compile(r"年满 ?$|年龄(?:一般|原则上)?(?:应当?|须)?(?:在|为|介于)? ?(?:\d+ ?周?岁以上，)?$")
# 年龄40周岁以下的教师6名: whom the 6 counts.
_AGED_ONES = re.compile(r" ?周?岁(?:(?:及|或)?以[上下])?的(?!，)")
# 当年招生16万，
_ENDS_CLAUSE = re.compile(r"^[\u4e00-\u9fff][，。;；、]")
# 系数由0.561提高到0.58.
_RISES = re.compile(r" ?(?:提高|提升|上升|下降|降低|减低|减少|增加|降|增|升)(?:[到至]|至少|不少于|约|\d)")
# 降至2026年的26.8.
_LEVEL_OF = re.compile(r"[至到] ?20\d\d ?年(?:底|末)?的 ?$")
# 数目分别为57及44.
_SECOND_OF_TWO = re.compile(r"分别[为是达][^，。;；\d]{0,6}\d[\d,.]*[及和与、] ?$")
_STOPS = re.compile(r" ?[，。;；]")
# 1500/人.
_FOR_EACH = re.compile(r" ?/ ?(?:人|生|户|亩|学生|年|月)(?![\u4e00-\u9fff]?\d)")
_NOUN_AFTER = re.compile(r"[\u4e00-\u9fff]{2}")
# 161.1万70周岁以上老人.
_AGED_NOUN = re.compile(r"\d{1,3} ?周?岁")
# 公共租住房屋 14,200, one below the other.
_LABELLED = re.compile(
    r"[ \t]*(?!附|表|图|第|共)(?:[\u4e00-\u9fff()“”]{2,16} |(?:19|20)\d\d ?年度? {1,3})(?:约|近|超)?"
    r"(?:\d{1,3}(?: \d{3})+|\d[\d,]*(?:\.\d+)?)[ \t]*"
)
_WIDEST_LABEL = 40
# 28 十万常住人口火灾死亡率 0.25 <0.25 预期性: a row whose label gives no unit.
_ROW_BEFORE = re.compile(r"(?:^|\n)\d{1,3} [\u4e00-\u9fff()、]{4,24} $")
_ROW_OF_INDICATOR = re.compile(r" [^\n。]*(?:预期|约束)性[ \t]*(?:\n|$)")
# 生师比 - 18.2 16.5: cells without a unit, and none of them a year.
_CELL_BEFORE = re.compile(r"[\u4e00-\u9fff)] *\t(?: *[-/]{1,3} *\t)?(?: *[<>]?\d[\d.]* *\t){0,4} *[<>]?$")
_YEAR_CELL = re.compile(r"(?:19|20)\d\d")
# 满65岁老人, 年龄放宽到18岁: whom a promise is for.
_AGED = re.compile(r"(?:[^不]|^)满 ?$|年龄[^，。]{0,6}(?:到|至|为) ?$")
_AGE_GROUP = re.compile(r" ?周?岁(?:全面|儿童|幼儿|婴幼儿|人口|人群)")
_AGE = re.compile(r" ?周?岁")
# 17年9月, 20世纪60年代, 8年（106至113年).
_SHORT_DATE = re.compile(r" ?年(?:代| ?\d{1,2} ?月| ?\(\d{2,4}年?[-至])")
# 1%人口抽样调查.
_SAMPLE = re.compile(r" ?(?:人口)?抽样")
# 10万元以上群体比例（%）: part of the label of a row; 500亩以上基地24个: the size of what is counted.
_IN_LABEL = re.compile(
    r" ?[\u4e00-\u9fff][^\n，。;；\d]{0,12}(?:率|比例|比重|占比|指数|水平|数量|面积|长度|总量)"
    r"\([^()\n]{1,6}\)[ \t]*(?:\n|$)"
)
# 15分钟步行可达覆盖率达到95%, 500米范围人口覆盖率: which share.
_REACH_OF = re.compile(
    r" ?(?:分钟|公?里|米)(?!圈)[^，。;；\d\n]{0,8}\n?[^，。;；\d\n]{0,8}(?:覆盖\n?(?:率|区|面|比例|半径)|可达率)"
    r"(?=\(|\n|达|不|超|为|至|提|上|\d|、|，)"
)
# 更新沿街2层老建筑: how high it is; 给予2年50%的支持: how long.
_DESCRIBED = re.compile(r" ?(?:层(?:的|老|旧|民房|建筑|楼房)|年\d+(?:\.\d+)?%|元(?:的)?(?:群体|人群))")
# 补贴20元/100升, 密度达1个/5公里.
_PER_AMOUNT = re.compile(r"[元斤吨个座处台]/ ?$")
# 华北石化500万吨炼油扩建等一批项目: the name of a work.
_CAPACITY_NAMED = re.compile(
    r" ?(?:吨|千瓦|立方米|标准箱)[\u4e00-\u9fff]{2,8}等(?:一批)?[\u4e00-\u9fff]{0,2}(?:项目|工程)"
)
_CLASS = re.compile(r" ?吨级(?!以上)")
# 某农场40MW分布式光伏项目, alone in its line: the name of a work.
_WORK_OF = re.compile(r" ?(?:[MGk]W|KW|兆瓦|千瓦)p?[\u4e00-\u9fff]{2,16}(?:项目|工程|系统)[ \t]*(?:\n|$|\t)")
_WORK_NAMED = re.compile(r"(?:^|[\n\t])(?:(?!建设|新建|建成|开工|推进|完成)[^\n\t，。;；])+$")
# 场址区100米高度年平均风速: where it is measured.
_AT_HEIGHT = re.compile(r" ?米高度?处?(?:年)?平均")
# 与某大桥100兆瓦海上风电示范项目相邻.
_BESIDE_WORK = re.compile(r"(?:位于|毗邻|依托|与)[^，。;；\d]{2,12}$")
_WORK = re.compile(r" ?(?:[MGk]W|KW|兆瓦|千瓦)p?[\u4e00-\u9fff]{2,16}(?:项目|工程)")
# 3.8米直径火箭.
_DIAMETER = re.compile(r" ?(?:厘|毫)?米(?:直|口)径")
_SIZE_OF = re.compile(
    r" ?(?:亩|平方米|头|只|羽|吨|元)(?:规模)?(?:及)?以上的?"
    r"(?![^，。;；、\d]*(?:新增|引进|培育|实施|完成))[^，。;；、\d]{0,10}\d+ ?[个家处座]"
)
_STAGES = re.compile(r" ?(?:个阶段|阶段|步|批|期(?!(?:无息)?(?:摊还|偿还|缴)))")
_MEETING = re.compile(r" ?次(?:常务|全体|办公|专题)?会议(?:审议|通过|研究|讨论|决定|同意)")
_ESTATES = frozenset("苑园城村庭府湾坊邸寓厦庐轩")
# 站点600米范围内: where, and not how far.
# 距离工业区0.5公里的34校.
_APART = re.compile(r"(?:距离?|相距)[^，。;；\d]{1,8}$")
_WITHIN = re.compile(r" ?(?:米|公里|千米|km|m)(?:(?:范围|半径|距离)(?:之|以)?内|内(?=[\u4e00-\u9fff]))")
# 在观测场周边200米范围内修建铁路 is a rule.
_SHORTENED = re.compile(r"(?:在|控制|缩短|缩小|压缩|保持|不超过|小于)[^，。;；]{0,8}$")
# （25分）, 经济强（12项）: points, and how many rows follow.
_RESTATED = re.compile(r"\((?:不?含|包含|包括)(?:本数)?$")
# 1档1000元，2档1200元.
_GRADE = re.compile(r" ?档 ?\d")
_POINTS = re.compile(r" ?[分项] ?\)")
# 其中节能率15%及以上的建筑面积达到300万平方米.
_RATE = re.compile(r"率(?:达到?|在|为|超过)? ?$")
_RATED = re.compile(r"(?:及|或)?以上的[^，。;；、\d]{2,10}\d")
# 排名前1%.
_RANK = re.compile(r"(?:[名列]|全球|世界|全国|\)全球)前 ?$")
# “三个15%”增长机制.
_SLOGAN = re.compile(r"[\"“][\d一二两三四五六七八九] ?个 ?$")
# 实现4个100%目标.
_COUNTED_GOALS = re.compile(r"\d ?个 ?$")
# 表1　分年度任务, 表3-1: the title of a table.
_TABLE_TITLE = re.compile(r"(?:^|\n)[ \t]*(?:附?表|附?图|专栏) ?$")
# 如表7-2，及图7-1所示.
_FIGURE = re.compile(r"[表图] ?$")
_FIGURE_NUMBER = re.compile(r"\d{1,2}-\d{1,2}")
# 推展会展活动(6%), in a cell: how much it weighs.
_WEIGHED = re.compile(r"[\u4e00-\u9fff]\($")
_PAGES = re.compile(r"(?:共|第) ?$")
_AFTER_MARKER = frozenset(
    ("", "市", "县", "区", "镇", "乡", "村", "州", "盟", "旗", "校", "部", "团", "社区", "街道", "级", "班")
)
_TELEPHONE = re.compile(r"\d{7,8}|1\d{10}")
_COLUMN_REACH = 600
_LATIN_AFTER = re.compile(r" ?[A-Za-z+]")
_MARKED = re.compile(r" ?[.)、](?!\d)")
_BEFORE_MARKER = frozenset(" \n\t\u3000:。；;)(：")
_LONGEST_MARKER = 3
_WIDEST_GAP = 200
_BULLETS = " \t(-·*•"
# 学前教育\t1\t毛入园率\t%\t90: the number of a row behind the group it belongs to.
_ROW_NUMBER_BEFORE = re.compile(r"(?:^|\n)\t?[^\t\n]{0,12}\t *$")
_ROW_NUMBER_AFTER = re.compile(r" *\t *[\u4e00-\u9fff]{2}[^\t\n\d]*\t(?:[^\n]*\d| *(?:预期|约束)性)")


def reject_digits(text: str, start: int, end: int) -> str:
    """Return the reason (closed list of exclusions) why the number `text[start:end]` is no mention, or `""`."""
    numeral = text[start:end]
    if numeral[-1] in "%‰":
        named = _RANK.search(text, max(0, start - 3), start) or _SLOGAN.search(text, max(0, start - 4), start)
        counted = text.startswith("目标", end) and _COUNTED_GOALS.search(text, max(0, start - 4), start)
        if named or counted or _SAMPLE.match(text, end):
            return "name"
        rated = _RATE.search(text, max(0, start - 4), start) and _RATED.match(text, end)
        if rated or (_WEIGHED.search(text, max(0, start - 2), start) and text.startswith(")\t", end)):
            return "attribute"
        restated = _RESTATED.search(text, max(0, start - 6), start) and text.count(numeral, max(0, start - 24), start)
        if restated or text[start - 1 : start] in ("*", "×"):
            return "other"
        return ""
    before, after = text[max(0, start - 24) : start], text[end : end + 72]
    if not before.strip(_BULLETS) and "\n" not in before:
        before = text[max(0, start - _WIDEST_GAP) : start]
    return (
        _reject_marker(numeral, before, after)
        or _reject_furniture(text, start, numeral, before, after)
        or reject_name(numeral, before, after)
        or _reject_by_unit(text, start, end, before, after)
    )


def _reject_marker(numeral: str, before: str, after: str) -> str:
    # 2.3多措并举 and 3.1　社区照顾, headings.
    if before[-1:] in ("", "\n") and _SECTION.fullmatch(numeral):
        headed = _HEADED.match(after) or (_WORDS.match(after) and find_unit(after, 0) not in _MEASURES)
        if headed:
            return "list_marker"
    if len(numeral) > _LONGEST_MARKER or not numeral.isdigit():
        return ""
    head = before.rstrip(_BULLETS)
    if not head or head[-1] == "\n":
        if _MARKER_AFTER.match(after):
            return "list_marker"
        if after[:1] == " " and not _QUALIFIED.match(after) and find_unit(after, 1) in _AFTER_MARKER:
            return "list_marker"
    if (not head or head[-1] == "\n") and _ROW_LABEL.match(after):
        return "list_marker"
    if "\t" in before and _ROW_NUMBER_BEFORE.search(before) and _ROW_NUMBER_AFTER.match(after):
        return "list_marker"
    if head and "  " in before and _LABEL_ABOVE.search(before) and _LABEL_BESIDE.match(after):
        return "list_marker"
    if _MARKED.match(after) and before[-1:] in _BEFORE_MARKER:
        return "list_marker"
    return ""


def _reject_furniture(text: str, start: int, numeral: str, before: str, after: str) -> str:
    if not _SERVED.match(after) and _CONTACT.search(text, max(0, start - 28), start):
        return "name" if HOTLINE.match(after) and "热线" in after[:8] else "page_furniture"
    if before.endswith("(") and _POINTS.match(after):
        return "other"
    # 322所(含187个教学点) says more, 30人以上(含30人) does not.
    if _RESTATED.search(before) and (numeral in before or not before.endswith("(含") or "以" in after[:6]):
        return "other"
    if before.endswith("(共") and re.match(r" ?(?:条|篇|页|个附件)\)", after):
        return "page_furniture"
    if before.rstrip().endswith("公布全文") and after.lstrip().startswith("条"):
        return "page_furniture"
    if after.startswith(("页", " 页")) and (_PAGES.search(before) or "附件" in before):
        return "page_furniture"
    if _GRADE.match(after):
        return "ordinal"
    return "ordinal" if before.rstrip(" ")[-1:] in _LABEL_ENDS and _is_labelled(text, start, numeral, before) else ""


def _is_labelled(text: str, start: int, numeral: str, before: str) -> bool:
    """Tell whether a number is that of a table, figure, annex or the like."""
    end = start + len(numeral)
    if _TABLE_TITLE.search(before):
        return True
    if _FIGURE.search(before) and (
        _FIGURE_NUMBER.fullmatch(numeral) or text[end : end + 4].lstrip().startswith("所示")
    ):
        return True
    return len(numeral) <= _LONGEST_MARKER and bool(_ANNEX.search(before)) and not find_unit(text, end)


def _reject_by_unit(text: str, start: int, end: int, before: str, after: str) -> str:
    """Return the reason against a number by its unit, or for want of one."""
    unit = find_unit(text, end)
    if _SHORT_DATE.match(after):
        return "date"
    if defines(text, start, end):
        return "attribute"
    if not unit:
        # 5521308, in a column of telephone numbers.
        if _TELEPHONE.fullmatch(text, start, end) and "电话" in text[max(0, start - _COLUMN_REACH) : start]:
            return "page_furniture"
        if before.endswith("$") or find_unit_of_list(text, end):
            return ""
        if EACH.search(before):
            return "attribute"
        if _is_scaled(text, start, end) and (
            _NOUN_AFTER.match(after) or _AGED_NOUN.match(after) or _ENDS_CLAUSE.search(before[-1:] + after[:1])
        ):
            return ""
        if _SECOND_OF_TWO.search(before) and _STOPS.match(after):
            return ""
        if _FOR_EACH.match(after) or _RISES.match(after) or _LEVEL_OF.search(before):
            return ""
        if _QUALIFIED.match(after) or (QUALIFIER.search(before) and not _LATIN_AFTER.match(after)):
            return ""
        if CELL_END.match(after) and (
            (
                _CELL_BEFORE.search(before)
                and len(text[start:end]) < 8
                and not (before.rstrip("\t <>")[-1:].isdigit() and _YEAR_CELL.fullmatch(text, start, end))
            )
            or row_unit(text, start)[0]
            or (_ROW_BEFORE.search(text, max(0, start - _WIDEST_LABEL), start) and _ROW_OF_INDICATOR.match(text, end))
            or _in_list(text, start, end)
        ):
            return ""
        return "name" if text[start:end].isdigit() and end - start > 4 else "other"
    if _AGE.match(after):
        limit = _AGE_LIMIT.search(before) and not _AGED.search(before) and not _AGE_GROUP.match(after)
        required = _AGE_REQUIRED.search(before) and not _AGED_ONES.match(after)
        return "" if limit or required else "attribute"
    # 57元/115元 are two amounts.
    per_amount = _PER_AMOUNT.search(before) and not before.rstrip(" /").endswith(unit)
    if _REACH_OF.match(after) or _DESCRIBED.match(after) or per_amount:
        return "attribute"
    # 设计时速120公里的公路.
    if before.rstrip().endswith("设计时速"):
        return "attribute"
    # 20万吨级航道: how large; but 能力达到5000吨级.
    if _CLASS.match(after) and not before.endswith(("达到", "达", "至", "到")):
        return "attribute"
    if _AT_HEIGHT.match(after):
        return "attribute"
    if (_WORK_OF.match(after) and _WORK_NAMED.search(before)) or (_WORK.match(after) and _BESIDE_WORK.search(before)):
        return "name"
    if _CAPACITY_NAMED.match(after) or _DIAMETER.match(after) or _IN_LABEL.match(after) or _SIZE_OF.match(after):
        return "attribute"
    if _APART.search(before) and unit in ("米", "公里", "千米") and re.match(r" ?(?:公里|千?米)(?:的|之|内)", after):
        return "attribute"
    if _WITHIN.match(after) and not _SHORTENED.search(before) and not before.endswith("各"):
        return "attribute"
    if unit in TIMES:
        qualified = _QUALIFIED.match(after.removeprefix(" ").removeprefix(unit))
        return reject_time(unit, before, after, qualified[0] if qualified else "")
    # 排名前50名的高校, 分3个阶段实施.
    if (before.endswith("前") and unit in ("名", "位")) or (
        before.endswith("分") and not before.endswith(("可分", "或分")) and _STAGES.match(after)
    ):
        return "ordinal"
    # 区政府17届3次会议, 区人民政府63次常务会议.
    if unit == "次" and (before.endswith("届") or _MEETING.match(after)):
        return "ordinal"
    if unit == "届":
        return "" if _HELD.search(before) or AT_MOST.search(before) else "ordinal"
    if unit == "期" and before[-1:] in ("年", "第"):
        return "page_furniture"
    # 南李苑2期: the part of an estate.
    if unit == "期" and before[-1:] in _ESTATES:
        return "name"
    return "attribute" if EACH.search(before) else ""


def _in_list(text: str, start: int, end: int) -> bool:
    """Tell whether a number ends a line behind a label and one blank, as the number of the line above or below does."""
    above, below = text.rfind("\n", max(0, start - _WIDEST_LABEL), start), text.find("\n", end, end + _WIDEST_LABEL)
    if not _LABELLED.fullmatch(text, above + 1, below if below >= 0 else len(text)):
        return False
    before = text[max(0, above - _WIDEST_LABEL) : max(0, above)].rpartition("\n")[2]
    behind = text[below + 1 : below + _WIDEST_LABEL].partition("\n")[0] if below >= 0 else ""
    return any(_LABELLED.fullmatch(line) for line in (before, behind))


def _is_scaled(text: str, start: int, end: int) -> bool:
    """Tell whether a number ends with 万 or 亿 and so counts what follows without a measure word: 3700多万学生."""
    return text[end - 1] in "万亿" and text[start].isdigit()
