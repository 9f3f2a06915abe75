"""What the clause around a number says: kind, strength of the verb, what is counted, of whom, and who bears it."""

from __future__ import annotations

import re
from typing import NamedTuple

_REACH = 90
_DATE_CLAUSE = re.compile(r"(?:年|年底|年末|期间|期末|底)(?:之?前|以前)?$")
_ITEM_BREAK = re.compile(r"、(?=\d|[一二两三四五六七八九十百]+[个所名门家部])|(?:和|以及|及)(?=\d)")

_EXISTING = re.compile(
    r"现有|已有|共有|原有|在建|已建成|已建|已达|已经|已完成|已培|已累计|已评|已认定|已设|已开|已实|已发|已|目前|截至"
    r"|截止|共(?=排查|压减|查处|取缔|拆除|关停|整改|投入|投资)"
    r"|(?:近期|近日|日前|此前)(?:公布|下发|印发|发布|出台)"
    r"|去年|过去|以来"
)
# What was done in a review and shall be done in a plan: 累计建成7000个, 入选国家级项目300人.
_COUNTED_UP = re.compile(
    r"累计(?=媒合|完成|建成|培训|培养|投入|发放|建设|认定|开展)|先后|获评|荣获|入选|位居|超额|同比|上年"
)
_PLANNED = re.compile(r"力争|确保|将(?!近)|争取|目标|提高到|拟|再|实现|不低于|不少于|今年|明年|将|到 ?\d{4}")
_SUM_AHEAD = re.compile(r"到 ?\d{4} ?年|累计不|力争|确保|将|\d{4}-\d{4}|[三五]年累计|\d年累计")
# 2个在建项目: what is being built already.
# 对300个公交站台进行改造: what is done to them is the goal.
_REBUILT = re.compile(r"[^，。;；\d]{0,20}(?:进行|实施|开展)[^，。;；\d]{0,12}(?:改造|建设|整治|升级|提升|修缮|达标)")
_UNDER_WAY = re.compile(r" ?在建")
_TEMPORAL = re.compile(
    r"截至|截止|目前|过去|去年|(?<!不低于)(?<!不低于[我本全]市)(?<!不低于[我本全]省)上年(?!提高|下降|降低|压减|增加|减少)|以来|年来|已累计|上半年|前三季度"
)
# 据测算，2013年出生数将达到16.5万.
_RECKONED = re.compile(r"(?:据(?:有关部门)?(?:测算|预测|估算)|根据[^，。;；]{0,12}(?:测算|预测)(?!情况))(?![^。]*需)")
_DONE_FOR = re.compile(r"(?:办好|办实|办成|办理|安排|实施|完成|推进|抓好) ?$")
_DEEDS = re.compile(r"实事")
_SUBJECT = re.compile(
    r"[^，。;、\d]{0,12}?(?:县|村|乡镇|市|区|街道|州|社区)(?:\([^()]*\))?(?:和[^，。]{0,14})?(?:继续|开展|实行|编制|制定|分别"
    r"|全部|均|要|由|为|在|试点|纳入|先行|率先)"
)
_MAKES = re.compile(r"以上|左右|以内")
_SUFFERED = re.compile(r"[^，。;；将要应\d]{0,14}被(?!征|保险|抚养|监护)")
_MADE = re.compile(r"(?:^|[^已])(?:完成|建成|新建|创建|培育|新增|设立)(?:[^，。;；\d]*等|全[市省县区国州盟])? ?$")
# 开工建设市三医院等4个医院项目: works that have names are still to be done.
_WORKS_BEFORE = re.compile(r"(?:实施|开工|建设|推进|加快|启动|改造|新建|扩建|推动)[^，。;；\d]*等 ?$")
_WORKS = re.compile(r"[^，。;；、\d]{0,8}(?:项目|工程|系统|泵站|医院|场馆|站点|设施|线路|道路|水库)")
_OBLIGED = re.compile(r"[^，。;；]{0,14}?(?:(?<![供响反适相对回])应(?!用|急|届|对)|须|必须|不得)")
_RATIO_RULE = re.compile(r"不低于|不[少小]于|不超过|不高于|按|配备|须|应(?!用)")
_NAMED_SET = re.compile(r"(?:第[一二三四五六七八九十]+|首)(?:批|轮|期) ?(?:[^，。;；\d]{0,6}的)?$")
_FROM = re.compile(r"(?:从|由)(?:[^，。;\d]{0,10}(?:\d{4} ?年(?:底|末)?)?的?)$")
_RISES = re.compile(
    r"[^，。;；]{0,6}?(?:提高|提升|增加|增长|上升|扩大|下降|降低|降|减少|压减|压缩|增至|提至|升至|缩短|调整"
    r"|上调|下调|整合为|调整为|增为|调高|提升|到)"
)

_OUTPUT = re.compile(
    r"产值|营业收入|主营业务|销售|交易额|增加值|生产总值|GDP|税收收入|成交额|到账|技术服务|人均(?:纯"
    r"|可支配)?收入|进出口|零售|市值|收入(?=达|超|突破|增)|规模(?=[^，。]{0,6}$)|融资规模|集群|消费|存款|地区生产"
)
_SHARE_OF_MONEY = re.compile(
    r"教育费附加|经费|资金|财政|预算|补助|补贴|费用|费附加|土地出让|出让收[益入]|收益用于|供养标准|奖励|奖补"
    r"|分担|承担|配套|支出|拨款|学费|报销|列支|劳务报酬|劳动报酬|工资"
)
_SPENT = re.compile(
    r"用于|安排|列支|提取|统筹|支付|计提|设立|分担|承担|补助|补贴|配套|供养标准|奖|支出|预算|报销|给予|不低于"
    r"|不高于|不超过|自筹|投入|占"
)
# 一般公共预算收入增长4%, 研发经费投入占生产总值比重: how an economy does, and no purse.
_EARNED = re.compile(r"(?:预算|财政)收入[^，。;；]{0,4}(?:增|达|年均)|研发(?:经费)?(?:投入|支出)|研发费用占|研究与试验发展")
_TAX = re.compile(r"抵免|减按|免税|税额|税率|减征|扣除")
_STANDING = re.compile(
    r"(?<![供响反适相对回])应(?!用|急|对|届|当今|变|付|运|征|聘|邀|收尽|保尽|纳尽|战|力|有尽)|须|必须|不得|不准|严禁"
    r"|每(?:所|个|名|位|人|生|班|校|家|县|市|乡|镇|村|街道|社区|组|场|届|期|节|店|园|学期|学年|月|周|天|日|半年|季|两|\d)"
    r"|按每|各(?:地|县|区|市|校|乡|镇|村|学校|院校|单位|街道|社区|高校|部门|级|旗)[^，。;]{0,12}(?:至少|不少于"
    r"|不低于|应|要|须|每)"
    r"|生师比|学制|聘期|任期|有效期|轮训|工作经历|工作经验|工龄|(?:具有|具备)[^，。、]{0,8}$"
    r"|为[^，。;]{2,12}配备|可(?:拿出|按|用|从)|周期|上限|限额(?!以[上下])|班额|超过?编制|招聘[^，。;]{0,30}从"
)
_BY_RULE = re.compile(r"按(?:照)?(?!规划|计划|期)[^，。；]{0,24}(?:比例|标准|不超过|不低于|总数|人数|投资额|规定)")
_LIMIT = re.compile(r"(?:不得?超过|不得?高于|不得?多于|最多|最长|不得少于|不得低于)[^，。；]{0,14}$")
# 一要…，安装不少于2个: what has to be.
_LISTED_DUTY = re.compile(r"(?:^|[。；;，：:])[一二三四五六七八九]要")
_ADDRESSED = re.compile(
    r"(?:等|围绕|依托|针对|聚焦|面向|统筹[^，。;]{0,4}|(?:^|[，,])(?:对|在|向)[^，。;]{0,4}|继续向) ?$"
)
# 为全区739艘渔船每艘增配1只, 给20所学校各配1名: whom something is for.
_SERVED_BEFORE = re.compile(r"(?:^|[^作成认视列称命])(?:为|给|替)(?:[我本全][省市县区州旗盟乡镇])?$")
_SERVED = re.compile(r"[^，。;；、\d]{1,16}[每各]")
# 全省128所职业院校开展…, 指导全市16个县编制…: all that there are of a kind.
_ALL_THERE_ARE = re.compile(r"(?:^|[.\s]|对|为|在|指导|组织|督促|动员)[我本全][省市县区州旗盟] ?$")
_ACTS = re.compile(r"[^，。;；、\d]{2,12}(?:开展|编制|实行|实施|均|的)")
# 发挥55家链主企业引领作用, 推动9个产业集群高质量发展: how many they are is not promised.
_ROUSED_BEFORE = re.compile(r"(?:推动|推进|引导|发挥|强化|促进|支持|聚力|带动) ?$")
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
    r"[^，。;；、\d一二三四五六七八九十百]{2,14}(?<!级)、(?![^，。;；、]*(?:至少|不少于|[办有建设]$))"
    r"[^，。;；、\d]{2,14}(?<!各)(?<![一二三四五六七八九十百])$"
)
_MAKING = re.compile(
    r"新建|改建|建成|建设|打造|培育|创建|新增|开工|建立|开设|增设|完成|引进|举办|评选|认定|实施|开展|组建|设立|形成|新设"
    r"|落地|争取|申报|布局|规划|配备|达到|达|发展|培养|开发|推出|开通|投用|增加|遴选|选树"
    r"|新开|优化|改善|改造|修缮|购置|投放|提供|发放|培训|招聘|选派|支持|扶持|资助|奖励|推广|开放|整合|运营|命名"
)
_NOUN_BETWEEN = re.compile(r"(?<=\d)(?![^\d，。;；、]*分别)[^\d，。;；、]{2,8}$")
_LISTED_UNITS = frozenset(("个", "所", "家", "条", "座", "区", "县", "市", "镇", "乡", "村", "街道"))
_PLACES = frozenset(("个", "市", "县", "区", "乡镇", "镇", "乡", "村", "州", "盟", "旗", "街道", "社区"))
_TIMES = frozenset(
    ("年", "个月", "天", "学时", "课时", "小时", "个小时", "个学时", "个课时", "工作日", "个工作日", "周", "日")
)
_TIME_GOAL = re.compile(r"压缩|缩短|平均|年限|提高|寿命|等候|提速|达到?$|用时|时长")

_SUPPORT = re.compile(r"支持|鼓励|推动|可以|可按|力争|原则上|争取|引导|探索|可(?=拿|从|将|由)")
_VERB = re.compile(
    r"(?P<firm>实现|达到|达|建成|确保|落实|完成|应|须|不得|保持|提高到|增长|不低于|不少于|不超过|安排|设立|列入"
    r"|纳入|具有|配备|保证|保障|新增|每)"
    r"|(?P<build>建设|打造|培育|遴选|开展|推出|评选|认定|建立|组建|培训|培养|新建|创建|举办|引进|开发|选派|组织)"
)

_BEARER = re.compile(
    r"每(?:1|一)?(?:所|个|名|位|人|家|户|县|校|村|班|市|生|亩|张|台|件|项|例|镇|乡|区|千人|万人|百人|千名|百名"
    r"|万名|百户|千户|十万人|吨|床|间|座|门|支|辆)"
    r"(?:\([^()]{0,8}\))?(?:(?![每至按不须应达配给安补奖资建设拥占拨提投可有最容培新修病床高发重一二两三四五六七八九十]|居(?!委|民)|都|确定|限|只|同时|累计|平均|联系|联络|培育|走访)[^，。；、\d(]){0,8}(?:\([^()]{0,8}\))?"
    r"|(?:全部|所有)(?:县|区|市|州|旗|乡镇|乡|镇|村|街道|社区|学校)(?=均|都|应|须|必须)"
    r"|各(?:县|区|市|州|旗|乡|镇|村|街道|社区|学校|高校|院校|地|盟|校)(?:\([^()]{0,8}\)"
    r"|[县区市镇乡]{0,2})(?:学校|院校)?"
    r"|每[十百千万]+(?:常住|户籍)?(?:名(?:老年人|老人|学生|儿童)?|人口|人|户|学生|老年人|老人)|单个项目|单户"
    r"|生均|人均(?!预期|纯|可支配|收入|寿命)|户均|校均|班均|亩均"
)
_COUNTED_BY = re.compile(r"元[^，。]{0,4}的共?有 ?$")
_STROKE_BEARER = re.compile(r"^元/(?P<who>[人生户亩名床个所家班])")
_SHARE_END = re.compile(r"占比|比例|占|比重|覆盖率|达标率|率")
_TO_VALUE = re.compile(
    r"(?:提高|提升|增长|增加|稳定|保持|控制|降低|下降|压缩|达|超过|突破|扩大|增|升|减少)?(?:到|至|在|为|达到?"
    r"|不低于|不少于|不超过|超过)? ?$"
)
_COUNT_LAST = re.compile(r" ?(?:以上|左右)?(?:[，。；、,;:)(\n\t和]|$)")
_NOT_OBJECT = "以上左右的 多余及()下内"


class Clause(NamedTuple):
    """Bounds of the clause around a number, and of the quote, within a fixed reach of the number."""

    start: int
    end: int
    quote_start: int
    quote_end: int


def find_clause(text: str, start: int, end: int, clause: tuple[int, int], sentence: tuple[int, int]) -> Clause:
    """Return the clause of the number `text[start:end]` and the shortest quote, with a date clause before."""
    low, high = max(clause[0], start - _REACH), min(clause[1], end + _REACH)
    quote_start, quote_end = low, high
    item = _ITEM_BREAK.search(text, end, high)
    if item:
        quote_end = item.start()
    gap = text[low:start]
    joint = max(gap.rfind("、"), gap.rfind("和"), gap.rfind("及"))
    if joint >= 0 and not gap[joint + 1 :].strip():
        quote_start = start
    elif low == clause[0] and low > sentence[0] and text[low - 1] in "，,":
        dated = text[max(sentence[0], low - 15) : low - 1]
        if _DATE_CLAUSE.search(dated):
            quote_start = low - 1 - len(re.split(r"[，,。；;：:\n\t]", dated)[-1])
    while quote_start < start and text[quote_start].isspace():
        quote_start += 1
    while quote_end > end and text[quote_end - 1].isspace():
        quote_end -= 1
    return Clause(low, high, quote_start, quote_end)


def read_kind(before: str, after: str, numeral: str, unit: str, lead: str, back: bool) -> tuple[str, str]:
    """Return the kind of a mention and the rule that gave it, in words.

    `before` and `after` are its clause without the numeral and unit, `lead` the words of its sentence before that;
    `back` tells whether the passage is a review.
    """
    if _NAMED_SET.search(before[-12:]) and not after.startswith(("左右", "以上")):
        return "status", "点名的批次"
    if _FROM.search(before) and _RISES.match(after):
        return "status", "变化前的数"
    existing = _EXISTING.search(before) or (_COUNTED_UP.search(before) if back else None)
    if existing and not _PLANNED.search(before, existing.end()) and not _SUM_AHEAD.search(lead[-40:] + before):
        return "status", "现状用语"
    if _UNDER_WAY.match(after) or (_SUFFERED.match(after) and not _PLANNED.search(before)):
        return "status", "现状用语"
    if _RECKONED.search(lead + before):
        return "status", "预测的数"
    temporal = _TEMPORAL.search(lead + before)
    if temporal and not _PLANNED.search(lead + before, temporal.end()) and unit != "比":
        return "status", "现状用语"
    around = before + after
    made = unit in _PLACES and (_MADE.search(before) or (_WORKS_BEFORE.search(before) and _WORKS.match(after)))
    if (unit in ("件", "项") and _DEEDS.search(around) and not _DONE_FOR.search(before)) or (
        unit in _PLACES and not made and _SUBJECT.match(after)
    ):
        return "status", "点名的对象"
    if unit in _LISTED_UNITS and _LISTED.search(before) and not _MAKING.search(before) and not _MAKES.match(after):
        return "status", "点名的对象"
    if unit not in ("%", "元") and any(
        first.search(before) and last.match(after)
        for first, last in ((_SERVED_BEFORE, _SERVED), (_ALL_THERE_ARE, _ACTS), (_ROUSED_BEFORE, _ROUSED), (_USED_BEFORE, _USED))
    ):
        return "status", "点名的对象"
    addressed = (_ADDRESSED.search(before) and unit in _PLACES) or _ADDRESSED_LIST.search(before)
    if addressed and unit not in ("%", "元") and not made and not _REBUILT.match(after):
        return "status", "点名的对象"
    if unit == "元":
        if _TAX.search(around):
            return "rule", "税收规定"
        return ("goal", "产出金额") if _OUTPUT.search(around) else ("funding", "资金用语")
    shared = unit in ("%", "比") and _SHARE_OF_MONEY.search(around) and _SPENT.search(around)
    if shared and not _TAX.search(around) and not _EARNED.search(before):
        return "funding", "资金比例"
    if unit in _TIMES:
        return ("goal", "时限目标") if _TIME_GOAL.search(before) else ("rule", "时长要求")
    if unit == "比" and numeral != "大体相当":
        return ("rule", "比值要求") if _RATIO_RULE.search(before) else ("goal", "目标")
    if unit == "%" and _OBLIGED.match(after):
        return "rule", "要求用语"
    if _STANDING.search(before) or _BY_RULE.search(before) or re.search(r"轮训|抵免|制度$", after):
        return "rule", "要求用语"
    if unit == "次" and re.search(r"每|不少于|至少|检查|调度|督导", before):
        return "rule", "频次要求"
    if _LIMIT.search(before) or (_LISTED_DUTY.search(lead + before) and _RATIO_RULE.search(before)):
        return "rule", "上限"
    return "goal", "目标"


def follows_named(before: str, unit: str) -> bool:
    """Tell whether a count stands right behind a counted noun, as the second in 3个街道33个行政村."""
    gap = _NOUN_BETWEEN.search(before) if unit in _LISTED_UNITS else None
    return gap is not None and not _MAKING.search(gap[0])


def read_modality(before: str, kind: str) -> str:
    """Return the strength of the verb before a number: firm, build or support; empty for a status."""
    if kind == "status":
        return ""
    if _SUPPORT.search(before):
        return "support"
    last = None
    for match in _VERB.finditer(before):
        last = match.lastgroup
    return last or ("firm" if kind in ("rule", "funding") else "build")


def find_bearer(before: str) -> tuple[int, int]:
    """Return where the words stand in the clause before a number that say who bears it (每位教师, 各县区, 生均)."""
    found = 0, 0
    if _COUNTED_BY.search(before):
        return found
    if any(character in before for character in "每各均单部所"):
        for match in _BEARER.finditer(before):
            found = match.span()
    return found


def stroke_bearer(after: str) -> str:
    """Return who bears an amount by the words after it: 每户 for 元/户; `""` for none."""
    stroke = _STROKE_BEARER.search(after) if "/" in after else None
    return f"每{stroke['who']}" if stroke else ""


def find_object(text: str, start: int, after: int, clause: Clause, unit: str) -> tuple[int, int]:
    """Return where the words stand that say what is counted: after a count, before a share or a money amount."""
    if _COUNT_LAST.match(text, after):
        head = max(clause.start, 1 + max(text.rfind(mark, clause.start, start) for mark in "、("))
        match = _TO_VALUE.search(text, max(head, start - 16), start)
        return head, match.start() if match else start
    counted = unit not in ("%", "‰", "倍", "个百分点", "百分点", "比", "元")
    if counted or text[after : after + 1] in ("的", "用"):
        low = after
        while low < clause.quote_end and text[low] in _NOT_OBJECT:
            low += 1
        if low < clause.quote_end:
            return low, clause.quote_end
    match = _TO_VALUE.search(text, max(clause.start, start - 16), start)
    return clause.start, max(clause.start, match.start() if match else start)


def find_scope(text: str, start: int, clause: Clause, unit: str) -> tuple[int, int]:
    """Return where the population of a share stands, before 占比, 比例 …; an empty place without one."""
    if unit not in ("%", "比", "个百分点", "百分点"):
        return start, start
    match = _SHARE_END.search(text, clause.start, start)
    return (clause.start, match.start()) if match else (start, start)
