"""Whether a count only says which ones are meant: places with names, all there are of a kind, whom something serves.

Such a number is a status (codebook, "Borderlines", named sets), however its clause looks ahead.
"""

from __future__ import annotations

import re

# 对300个公交站台进行改造: what is done to them is the goal.
_REBUILT = re.compile(
    r"[^，。;；\d]{0,20}(?:进行|实施|开展)[^，。;；\d]{0,12}(?:改造|建设|整治|升级|提升|修缮|达标|审计|诊断)"
    r"|[^，。;；、\d]{2,16}(?:维修|更新|提升|综合|升级)?(?:改造|整治|修缮)(?=[，。;；]|$)"
)
_DONE_FOR = re.compile(r"(?:办好|办实|办成|办理|安排|实施|完成|推进|抓好) ?$")
_AND_OTHERS = re.compile(r"等 ?$")
_AREAS = frozenset(("平方公里", "公顷", "亩", "平方千米"))
_ITS_AREA = re.compile(r" *(?:总)?(?:规划)?面积(?:共计|约为?) ?")
_DEEDS = re.compile(r"实事")
_SUBJECT = re.compile(
    r"(?!左右|以上)[^，。;、\d]{0,12}?(?:县|村|乡镇|市|区|街道|州|社区)(?:\([^()]*\))?(?:和[^，。]{0,14})?(?:继续|开展|实行|编制|制定|分别"
    r"|全部|均|要|由|为|在|试点|纳入|先行|率先)"
)
# 18家社区卫生服务中心全部接入, 产权不清的5所学校全部完成登记: all of those that there are.
_ALL_OF_BEFORE = re.compile(r"(?:^(?:\d{1,2}[.、])?|的)$")
_ALL_OF = re.compile(r"[^，。;；、\d]{2,12}全部(?!达标|通过|建成|脱贫)")
# 上年排查的46处, 尚未建成的5个, 对23家企业，每季度检查: which ones are meant.
_KNOWN_BEFORE = re.compile(
    r"(?:上年|去年|尚未|滞后|未|(?:分解|落实)到)[^，。;；\d]{0,10}(?:的|到)$|(?:名单|名录|库)内$|(?:确定|部署|关注|督办)的$"
    r"|总投资(?:约|达|超过?)?\d[\d.,]*[万亿]{0,2}元[的、] ?$"
)
# 以下10个项目为年度民生实事: those of the list.
_LISTED_BELOW = re.compile(r"(?:以下|下列|上述) ?$")
# 分解为30项任务, 30项任务中由本局负责的: parts of a whole; 八个乡镇全覆盖: all that there are.
_PARTED_BEFORE = re.compile(r"(?:分解|细化|分)(?:成|为) ?$")
_PARTS = re.compile(r"(?:具体)?(?:工作|目标|重点)*任务")
_PARTS_OF = re.compile(r"(?:工作|目标|重点)*任务中")
_COVERED = re.compile(r"[^，。;；、\d]{1,10}全覆盖")
# 26县居民收入: whose.
_WHOSE = re.compile(r"(?:城乡)?(?:居民|农民|群众)")
# 将19项康复项目纳入医保: what is taken in is there.
_TAKEN_IN = re.compile(r"[^，。;；、\d]{0,30}纳入")
# 9个项目分别是：…
_ARE = re.compile(r"[^，。;；\d]{0,8}(?:分别)?(?:是|为)")
_ONES_BEFORE = re.compile(r"^对$")
_ONES = re.compile(r"[^，。;；、\d]{2,12}$")
# 对1128户、3694名监测对象落实…; 全县14个乡镇、231个村.
_AND_MORE = re.compile(r"[^，。;；、\d]{0,4}、\d")
_MAKES = re.compile(r"以上|左右|以内")
_MADE = re.compile(r"(?:^|[^已])(?:完成|建成|[新增补]建|创建|培育|新增|设立)(?:[^，。;；\d]*等|全[市省县区国州盟])? ?$")
# 开工建设市三医院等4个医院项目: works that have names are still to be done.
_WORKS_BEFORE = re.compile(r"(?:实施|开工|建设|推进|加快|启动|改造|新建|扩建|推动)[^，。;；\d]*等 ?$")
_WORKS = re.compile(r"[^，。;；、\d]{0,8}(?:项目|工程|系统|泵站|产业园|园区|基地|医院|场馆|站点|设施|线路|道路|水库)")
# 在3000个小区设置回收机: in how many is the goal.
_SET_UP_BEFORE = re.compile(r"(?:^|[，,])在$")
_SET_UP = re.compile(r"[^，。;；、\d]{1,8}(?:设置|建设|安装|推广|运营|部署)[^中，。;；]*")
# 板沟村等5个贫困村出列: what is to become of those that have names.
_ACHIEVED = re.compile(
    r"[^，。;；、\d]{0,10}?(?:出列|“?减?贫?摘帽|脱贫(?![县村户人地])|达标|通过验收|建成|开工|投用|竣工)"
)
_ADDRESSED = re.compile(
    r"(?:等|围绕|依托|针对(?:范围|辖区|区域)?内?|聚焦|面向|统筹(?!增|新|建|安排|推进|实施)[^，。;]{0,4}"
    r"|(?:^|[，,])(?:对|在|向)[^，。;]{0,4}|继续向) ?$"
)
# 为全区739艘渔船每艘增配1只, 给20所学校各配1名: whom something is for, but 每生为14平方米 is a measure.
_SERVED_BEFORE = re.compile(r"(?:^|(?<!每)[^作成认视列称命])(?:为|给|替)(?:[我本全][省市县区州旗盟乡镇])?$")
_SERVED = re.compile(r"[^，。;；、\d]{1,16}[每各]")
# 全省128所职业院校开展…, 指导全市16个县编制…: all that there are of a kind.
_ALL_THERE_ARE = re.compile(r"(?:^|[.\s]|对|为|在|与|和|向|指导|组织|督促|动员)[我本全][省市县区州旗盟] ?$")
_ACTS = re.compile(r"[^，。;；、\d]{2,20}(?:进行|管护|开展|编制|实行|实施|配备|提供|签订|配送|安装|均|的)")
# 发挥55家链主企业引领作用, 推动9个产业集群高质量发展: how many they are is not promised.
_ROUSED_BEFORE = re.compile(r"(?:推动|推进|引导|发挥|强化|促进|支持|聚力|带动) ?$")
# 强化12所院校的帮扶, 提质增效5个医疗中心: what is worked on is there.
_WORKED_ON = re.compile(r"(?:加强|强化|完善|深化|巩固|提质增效|稳妥运行)对? ?$")
# 利用18个空间载体开展招商.
_USED_BEFORE = re.compile(r"(?:^|[^综合循环未])(?:利用|用好|盘活|依托) ?$")
_USED = re.compile(r"[^，。;；、\d]{2,12}(?:开展|进行|建设|打造|发展|推进)")
_ROUSED = re.compile(
    r"[^，。;；、\d]{2,14}(?:(?:引领|带动|支撑|示范|主体|骨干)作用|(?:集聚|高质量|加快|协同|联动|创新|错位|提质)(?:发展|增效)|发展壮大"
    r"|做[大优精][做强]*)"
)
# 在3个核心区、8个重点区域、13条道路建设中: a list of them.
_ADDRESSED_LIST = re.compile(r"^(?:在|对|向|围绕|依托|针对|聚焦|面向)[^，。;；]{0,12}\d[^，。;；]*[、和及] ?$")
# 庆阳、天水3个医疗中心, 东城、西关三个区: they have names, and none makes them.
_LISTED = re.compile(
    r"(?<![\d ])[^，。;；、\d一二三四五六七八九十百]{2,14}(?<!级)、(?![^，。;；、]*(?:至少|不少于|[办有建设]$))"
    r"[^，。;；、\d]{2,14}(?<!各)(?<!各占)(?<![一二三四五六七八九十百])$"
)
_MAKING = re.compile(
    r"新建|改建|新\(|建成|建设|打造|培育|创建|新增|开工|建立|开设|增设|完成|引进|举办|评选|认定|实施|开展|组建|设立|形成|新设"
    r"|落地|争取|申报|布局|规划|配备|达到|达|发展|培养|开发|推出|开通|投用|增加|遴选|选树"
    r"|分别|超过?|突破|新开|优化|改善|改造|修缮|购置|投放|提供|发放|培训|招聘|选派|支持|扶持|资助|奖励|推广|开放|整合|运营|命名"
)
_NOUN_BETWEEN = re.compile(r"(?<=\d)(?![^\d，。;；、]*分别)[^\d，。;；、]{2,8}$")
_LISTED_UNITS = frozenset(("个", "所", "家", "条", "座", "区", "县", "市", "镇", "乡", "村", "街道"))
_KNOWN_UNITS = _LISTED_UNITS | {"处", "项", "起", "件", "户"}
_PLACES = frozenset(("个", "市", "县", "区", "乡镇", "镇", "乡", "村", "州", "盟", "旗", "街道", "社区"))
# 推进2个万亿级产业集群跨越发展: what is there grows.
_GROWING = re.compile(r"[^，。;；、\d]{0,10}(?:集群|产业链)(?:跨越|高质量|融合|集聚)发展")
# 省考核我市的8个断面中水质优良达到6个: the group of which some are counted.
_AMONG = re.compile(
    r"[^，。;；、\d]{2,12}中(?:水质|有(?=\d)|达到|达标|优良)"
    r"|[^，。;；\d]{1,14}(?<![高初其之空])之?中$"
)
# 流域内11个考核断面水质优良比例达到90%.
_MEASURED_AT = re.compile(r"[^，。;；、\d]{0,6}断面[^，。;；、\d]{0,8}(?:比例|率)")
# 以区内8所职业院校为主体.
_BASED_ON_BEFORE = re.compile(r"(?:^|[，。;；])以[^，。;；\d]{0,6}$")
_BASED_ON = re.compile(r"[^，。;；、\d]{2,16}为(?:主体|依托|载体|基础|支撑|核心|重点|引领)(?=[，。;；]|$)")
_PAIRS = (
    (_SERVED_BEFORE, _SERVED),
    (_ALL_THERE_ARE, _ACTS),
    (_ROUSED_BEFORE, _ROUSED),
    (_USED_BEFORE, _USED),
    (_BASED_ON_BEFORE, _BASED_ON),
)

# What ends the words before a number in any of these pairs: one look instead of four.
_PAIR_ENDS = frozenset("以内有为给替省市县区州旗盟乡镇动进导挥化持力用好活托")


def is_named(before: str, after: str, unit: str) -> bool:
    """Tell whether a count of `unit` names whom an action addresses; `before` and `after` are its clause without it."""
    if unit in ("件", "项") and _DEEDS.search(before + after) and not _DONE_FOR.search(before):
        return True
    if unit == "个" and after.startswith("新城"):
        return True
    # 低保、孤儿等6类困难群体; 面积约60.61平方公里, of what the text is about.
    if (unit == "类" and _AND_OTHERS.search(before)) or (unit in _AREAS and _ITS_AREA.fullmatch(before)):
        return True
    if unit in ("个", "项", "件", "条") and _LISTED_BELOW.search(before):
        return True
    if unit in ("个", "项", "件") and not before.strip() and _ARE.fullmatch(after):
        return True
    if unit == "项" and (_PARTS_OF.match(after) or (_PARTED_BEFORE.search(before) and _PARTS.match(after))):
        return True
    if before.endswith("将") and unit in ("项", "种", "类", "个") and _TAKEN_IN.match(after):
        return True
    if unit in _PLACES and unit != "个" and _WHOSE.match(after):
        return True
    if unit in _PLACES and _COVERED.match(after):
        return True
    if _ACHIEVED.match(after):
        return False
    if _GROWING.match(after):
        return True
    # No named set is counted in shares or money.
    if unit in ("%", "元"):
        return False
    if _AMONG.match(after) or (before.endswith("内") and _MEASURED_AT.match(after)):
        return True
    made = unit in _PLACES and (_MADE.search(before) or (_WORKS_BEFORE.search(before) and _WORKS.match(after)))
    if unit in _PLACES and not made and _SUBJECT.match(after):
        return True
    if unit in _LISTED_UNITS and _LISTED.search(before) and not _MAKING.search(before) and not _MAKES.match(after):
        return True
    if unit in _KNOWN_UNITS and (
        _KNOWN_BEFORE.search(before)
        or (
            _ONES_BEFORE.search(before)
            and (_ONES.fullmatch(after) or _AND_MORE.match(after))
            and not _REBUILT.match(after)
        )
    ):
        return True
    if unit in _LISTED_UNITS and _WORKED_ON.search(before) and not _MAKES.match(after):
        return True
    if unit in _PLACES and _ALL_THERE_ARE.search(before) and _AND_MORE.match(after):
        return True
    if unit in _LISTED_UNITS and _ALL_OF_BEFORE.search(before) and _ALL_OF.match(after):
        return True
    if before.rstrip(" ")[-1:] in _PAIR_ENDS and any(
        first.search(before) and last.match(after) for first, last in _PAIRS
    ):
        return True
    if _SET_UP_BEFORE.search(before) and _SET_UP.match(after):
        return False
    addressed = (_ADDRESSED.search(before) and unit in _PLACES) or _ADDRESSED_LIST.search(before)
    return bool(addressed and not made and not _REBUILT.match(after))


def follows_named(before: str, unit: str) -> bool:
    """Tell whether a count stands right behind a counted noun, as the second in 3个街道33个行政村."""
    gap = _NOUN_BETWEEN.search(before) if unit in _LISTED_UNITS else None
    return gap is not None and not _MAKING.search(gap[0])
