"""Whether a number only says which ones are meant: a threshold, a size, what one owns, the base of an amount."""

from __future__ import annotations

import re

from ..units import find_unit

# 每安置1名残疾人补贴5000元: the base of an amount.
_PER_DEED = re.compile(
    r"每(?:成功|多|增加)?(?:聘雇|雇用|安置|生育|哺乳|接收|收托|收容|照顾|新增|增加|增设|培养|培训|招[收用录聘]|引进|吸纳|聘用|建设|建成|完成|举办|获得|取得|提高|下降|减少|创建|组建"
    r"|成立|推荐|转化) ?$"
)
# Ownership that says whom a promise is for: 名下有1户住房的人.
_OWNED = re.compile(r"名下(?:仅|只)?(?:有|拥有)? ?$")
# 未满十人者，以十人计: how a number is rounded.
_ROUNDED = re.compile(r" ?[人名个]者?，[按以] ?(?P<number>[\d一二三四五六七八九十百]+) ?[人名个]计")
_ROUNDED_TO = re.compile(r"(?:不足|未满) ?(?P<number>[\d一二三四五六七八九十百]+) ?[人名个]者?，[按以] ?$")
_RECKONED_AS = re.compile(r" ?[人名个]计")
# 三个月以上未满二岁之儿童, of whom one speaks.
_INFANTS = re.compile(r" ?个月(?:以[上下])?(?:未满[^，。;；\d]{0,6})?[之的]?(?:婴|幼|儿童)")
# 年货运量150万吨以上工业企业, 年购电量500万千瓦时以下的电力用户: which ones.
_LARGE_USERS = re.compile(r"年(?:货运|购电|用电|用水|吞吐)量(?:达到?|超过?)? ?$")
_USERS = re.compile(r"(?:及|或)?以[上下]的?[^，。;；、\d]{0,8}(?:企业|用户|单位|园区|港口)")
# 亿元以上重点项目922个.
_ROUND_SIZE = re.compile(r"(?<![\d十百千万亿几数过破逾超达])[十百千万亿]+$")
_ROUND_SIZED = re.compile(r" ?元(?:及|或)?以上的?[^，。;；、\d]{0,10}(?:项目|企业|工程|集群|产业)")
# 12个百亿元、70个30亿元以上项目.
_EACH_OF_SIZE = re.compile(r"\d ?[个项] ?$")
_ALTITUDE = re.compile(r"海拔 ?$|规模 ?\($")
# 3人及以上家庭, 3人以下或…家庭: how large they are.
_HOUSEHOLD = re.compile(r"(?:及|或)?以[上下](?:的)?(?:或[^，。;；]{0,16})?(?:贫困)?(?:家庭|户)")
# 30户以上村民组, 20户以下通电自然村.
_SIZED_PLACE = re.compile(r"(?:及)?以[上下]的?[^，。;；、\d]{0,4}(?:自然村|村民组|村组|小区|教学点|大班额)")
_PLACE_OF_MORE = re.compile(r"[\u4e00-\u9fff]{1,4}以上的(?:街|镇|乡|村|县|社区|学校|单位|机构)")
# 人口50万以上100万以下的城市.
_POPULATION = re.compile(r"人口[^，。;；\d]{0,4}(?:\d+万?人?以上)?$")
# 全国500万人口以上城市.
_CITY_WITH = re.compile(r" ?人口(?:及)?以[上下]的?[^，。;；、\d]{0,3}(?:城市|县城|县|镇)")
_CITY_OF_MORE = re.compile(r" ?人?(?:及)?以[上下](?:\d+万?人?以下)?的?[^，。;；、\d]{0,4}(?:城市|县城|城区|县|镇)")
# The size of a machine that is counted: 3台35吨锅炉, 2座220千瓦机组.
_SIZED_THING = re.compile(r"\d ?(?:台|套|座|艘|辆|架)$")
_CAPACITY = frozenset(("蒸吨", "吨", "吨/小时", "千瓦", "兆瓦", "千伏安", "升", "立方米", "米"))
# A threshold in the definition of what is counted: 2家年产值达5亿元的企业, 标准在500元以上的有5个.
_SIZE = r"(?:收入|产值|销售额?|营收|利润|市值|规模|投资额?|总额|标准|工资|面积|产量|交易额|金额)"
_THRESHOLD_BEFORE = re.compile(
    rf"(?P<counted>\d ?[家个户项座所](?:以上|左右)?(?:(?!完成|实现|累计|总|共)[^，。、;\d]){{0,8}})?"
    rf"{_SIZE}(?:达到?|超过?|过|突破|在|不低于|高于|低于)? ?$"
)
_THRESHOLD_NOUN = re.compile(
    r" ?(?:以[上下](?:的)?|的)[^，。、;\d]{0,12}(?:企业|集群|项目|园区|基地|公司|产业|农户|家庭"
    r"|平台|贫困|村(?=占比|比例))"
)
_GROUPED = re.compile(
    r" ?(?:(?:及|或)?以[上下内])?的(?:企业|学校|县|县区|乡镇|村|项目|家庭|农户|单位|大?班额?班级)?"
    r"(?:共?有|达到?)? ?\d+ ?[个家所户名人项]"
)
# 万人以上大型演出.
_GREAT_EVENT = re.compile(r" ?人(?:及)?以[上下]的?(?:[大小]型|超大型)?[^，。;；、\d]{0,8}(?:演出|活动|赛事|会议|展会)")
# 管径<600mm, 600mm<=管径: of which pipes something is said.
_PIPE = re.compile(r"管径[<>]=? ?$")
_OF_PIPE = re.compile(r" ?(?:mm|毫米)[<>]=?管径")
# 控制宽度二十米以上河道: which rivers.
_WIDE = re.compile(r"(?:宽度?|高度?|深度?|控制宽度)(?:[^，。;；\d]{1,4}米以上)? ?$")
_WIDE_THING = re.compile(r" ?米以[上下](?:[^，。;；\d]{1,4}米以下)?的?(?:河|道|路|街|建筑|水域)")
# 举办5000人以上大型演唱会超800场: how large what is counted is.
_SIZED_EVENT = re.compile(r"以上的?[^，。;；、\d]{2,14}\d+ ?[场届次]")
# 总投资6074亿元的813个项目: what they cost.
_INVESTED = re.compile(r"总投资(?:约|达|超过?)? ?$")
# 设立总规模20亿元的产业基金: what is to be founded.
_FOUNDED = re.compile(r"(?:设立|成立|组建|发起)[^，。;；、\d]{0,8}规模[^，。;；、\d]{0,4}$")
# 楼龄达五十年的楼宇.
_AGE_OF_THING = re.compile(r"(?:楼|房|船|车|机|屋|桥|库)龄(?:达到?|逾|超过?|在|满)? ?$")
# 每周参加1次及以上体育锻炼的人数: whom the share or number counts.
_TAKES_PART = re.compile(r" ?次(?:及|或)?以上[^，。;；\d]{0,14}(?:人数|比例|人口)")
# 对20蒸吨以上燃煤锅炉: which ones; but 不再新建35蒸吨以下燃煤锅炉 is a rule.
_BOILERS = re.compile(r"(?:/小时)?(?:及)?以[上下]的?[^，。;；、\d]{0,8}锅炉")
_BUILT_NEW = re.compile(r"新建[^，。;；]{0,6}$")
# 淘汰35蒸吨/小时及以下燃煤锅炉28台.
_SMALLER_THINGS = re.compile(r"(?:/小时)?(?:及)?以[上下]的?[^，。;；、\d]{1,8}\d+ ?[台座]")
# 招用3人以下的按每人2000元, 4人以上的每增加1人3000元: for which case an amount holds.
_CASE_OF = re.compile(r"(?:招用|招聘|吸纳|安置|聘用)[^，。;；\d]{0,4}$")
_CASE = re.compile(r"(?:及|或)?以[上下]的，?(?:按?每)")
# 500米左右设置1座, 按常住人口5000人左右设置1座: for how many there is one.
_FOR_ONE = re.compile(r"(?:左右)?(?:设置|设立|设|配置|配备|配|布设) ?[\d一二两三]")
_DENSITIES = frozenset(("米", "公里", "千米", "平方米", "平方公里", "人", "户"))
_LOOK = 40
# One of these stands soon behind every threshold that is known by what follows it: 以上, 的.
_BEHIND_ANY = frozenset("以的")
_NEXT = 8


def _is_rounded(text: str, start: int, end: int) -> bool:
    """Tell whether a number only says how another is rounded: 未满十人者，以十人计, or “2+1”组合按1人计."""
    if text[start - 1 : end] in ("按1", "按一") and _RECKONED_AS.match(text, end):
        return True
    rounded = _ROUNDED.match(text, end) if text[max(0, start - 2) : start] in ("未满", "不足") else None
    rounded = rounded or (_RECKONED_AS.match(text, end) and _ROUNDED_TO.search(text, max(0, start - 16), start))
    return bool(rounded and rounded["number"] == text[start:end])


def defines(text: str, start: int, end: int) -> bool:
    """Tell whether a number only says which ones are counted or meant, as a threshold or what one owns."""
    before, after = text[max(0, start - _LOOK) : start], text[end : end + 12]
    if ("名下" in before and _OWNED.search(before)) or ("每" in before[-7:] and _PER_DEED.search(before[-7:])):
        return True
    if ("计" in after and _is_rounded(text, start, end)) or _INFANTS.match(text, end):
        return True
    if _GREAT_EVENT.match(text, end) or "管径" in before[-4:] + after:
        return bool(_GREAT_EVENT.match(text, end) or _PIPE.search(before) or _OF_PIPE.match(text, end))
    if not text[start].isdigit() and _ROUND_SIZED.match(text, end) and _ROUND_SIZE.search(text, max(0, start - 1), end):
        return True
    if _WIDE_THING.match(text, end) and _WIDE.search(before):
        return True
    if _CITY_WITH.match(text, end):
        return True
    # 城区常住人口100万以上的城市.
    if "人口" in before[-14:] and _POPULATION.search(before) and _CITY_OF_MORE.match(text, end):
        return True
    unit = find_unit(text, end)
    if not unit:
        return False
    if unit == "元" and _EACH_OF_SIZE.search(text, max(0, start - 6), start):
        return True
    if unit == "年" and _AGE_OF_THING.search(text, max(0, start - 6), start):
        return True
    if _ALTITUDE.search(text, max(0, start - 4), start):
        return True
    if unit in _CAPACITY and _SIZED_THING.search(text, max(0, start - 6), start):
        return True
    behind = text.find(unit, end) + len(unit)
    if unit in _DENSITIES and _FOR_ONE.match(text, behind):
        return True
    if unit != "元" and _BEHIND_ANY.isdisjoint(text[behind : behind + _NEXT]):
        return False
    if unit in _CAPACITY and _SMALLER_THINGS.match(text, behind, behind + _LOOK):
        return True
    if unit == "蒸吨" and _BOILERS.match(text, behind) and not _BUILT_NEW.search(text, max(0, start - 12), start):
        return True
    grouped = _GROUPED.match(text, behind, behind + _LOOK) and not _INVESTED.search(text, max(0, start - 6), start)
    if grouped or _PLACE_OF_MORE.match(text, behind, behind + _LOOK):
        return True
    if _LARGE_USERS.search(text, max(0, start - 8), start) and _USERS.match(text, behind, behind + _LOOK):
        return True
    if _CASE.match(text, behind) and _CASE_OF.search(text, max(0, start - 8), start):
        return True
    if unit in ("户", "人") and _SIZED_PLACE.match(text, behind, behind + _LOOK):
        return True
    if unit == "人" and _SIZED_EVENT.match(text, behind, behind + _LOOK):
        return True
    if unit == "次" and _TAKES_PART.match(text, end):
        return True
    if unit in ("人", "口") and _HOUSEHOLD.match(text, behind, behind + _LOOK):
        return True
    if _FOUNDED.search(text, max(0, start - _LOOK), start):
        return False
    sized = _THRESHOLD_BEFORE.search(text, max(0, start - _LOOK), start) if unit == "元" else None
    return bool(sized and (sized["counted"] or _THRESHOLD_NOUN.match(text, behind, behind + _LOOK)))
