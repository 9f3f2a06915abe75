"""Whether a number in digits is part of a name: a device, a slogan, a label, an hour, a clause, a hotline."""

from __future__ import annotations

import re

from ..numerals import CELL_END
from ..stated_years import STANDARD

QUALIFIER = re.compile(
    r"(?:低于|少于|高于|大于|小于|不超过|至少|最多|最高|最低|超过|突破|达到?|为|约|近|增加|增长|提高|提升|降低|下降|到|至"
    r"|[<>]=?|控制在|保持在|稳定在) ?$"
)
# 不超过两届.
AT_MOST = re.compile(r"(?:不得?超过|最多|不多于) ?$")
HOTLINE = re.compile(r" ?(?:”|平台|政务|便民|市民)?(?:服务)?(?:便民)?(?:热线|电话|平台)")
_NAME = re.compile(
    r" ?(?:号(?![召])"
    r"|个(?:自然|会计|财政)年|后(?=[”\"、，]|青年|员工|干部)|个?部门|部委|周年|分钟[^，。]{0,8}(?:圈|服务网)|小时[^，。]{0,6}圈"
    r"|小时(?:不|都|有人|值班|在线|值守|热线|备勤|轮班|自助|接听|响应|受理|畅通|营业|待命|开放|服务|公园|书房|书店|图书馆|咨询|监测|“|\)|[^，。;；\d]{1,10}热线)"
    r"|年一遇(?=高潮位|[^，。]{0,6}的[^，。]{0,6}(?:占比|比例))|人制|[A-Za-z]|版(?![面权本])|度(?!以)|方(?:共|协|合)"
    r"|位一体|级(?!联)|\+|价[\u4e00-\u9fffA-Z]|(?:[、和]\d+){0,3}区[块域]|类(?:创新药|新药|医疗器械|水体|水质)"
    r"|米(?:以上)?级|公里[^，。;；\d“”]{0,4}(?:赛|跑)|天 ?[×xX*] ?24 ?小时"
    r"|(?:纳米|nm)(?:\(nm\))?(?:及以下)?(?:先进)?(?:工艺|制程|芯片|节点|产线|生产线|量产))"
)
_LATIN_UNIT = re.compile(
    r" ?(?:km²?|M?tCO2e|kN/m2|m[23²³]|[kK]Wh?|[MGT]Wh?|MVA|[Mk]Pa|[MGT]bps|μg|mg|kg|[cm]m(?![²³])|CMD|lx|Lux"
    r"|[EP]F(?:LOPS|lops)?|[EGKMPT]B|dpi|P)(?![A-Za-z])"
)
_LABEL = re.compile(r" ?大(?!量|型|规模|幅|概|约|专|学|赛|师|棚|户|小|中)")
_CHAINS = re.compile(r" ?条(?!以上)[^，。;；、\d]{0,10}产业链(?!企业)")
_CHAINS_MADE = re.compile(r"(?:优选|打造|建设|培育|新增|形成|布局|建成) ?$")
# 围绕20个战略性支柱产业: what is named is not what is promised.
_INDUSTRIES_BEFORE = re.compile(
    r"(?:结合|围绕|聚焦|对接|紧扣|瞄准|立足|面向|服务)[^，。;；\d建]{0,20}(?:\d+[”\"]?[^，。;；\d]{0,12})?$"
)
_INDUSTRIES = re.compile(r" ?[个条大]?(?:[百千万]亿级?)?[^，。;；、\d]{0,8}(?:产业(?!园|学院|基地)|业集群|产业链)")
# 9时至21时.
_HOUR = re.compile(r" ?时(?![间段期效限])")
_OF_DAY = re.compile(r"(?:[01]?\d|2[0-4])(?: ?[-至到] ?(?:[01]?\d|2[0-4]))?")
# 22时30分关闭.
_CLOCK = re.compile(r"\d ?[时点] ?$")
# 做好9个方面工作.
_ASPECTS = re.compile(r" ?个?(?:方面|维度|层面|环节|部分)")
# 9项重点任务：, 6方面20项任务; 以上11项的措施.
_TASKS = re.compile(r" ?项(?:重点|主要|具体|改革)?(?:任务|措施|举措|建议)(?P<listed>:)?")
# “1座集散场+13座中转站”: a sum of counts.
_SUMMED = re.compile(r"\d ?(?P<unit>[个座所家处条]) ?[\u4e00-\u9fff]{2,6}\+ ?[个座所家处条] ?[\u4e00-\u9fff]{2}")
_THESE_ITEMS = re.compile(r"(?:以下|下列|上述|前述|这|该|(?:^|[，。;；:\n] {0,2})以上) ?$")
# 1亩约合667平方米.
_CONVERTED = re.compile(r" ?[\u4e00-\u9fff]{1,3}(?:约合|折合)")
# 围绕增长提出3项指标.
_INDICATORS = re.compile(r" ?项(?:主要|核心|具体)?指标")
_CLAUSE_NAME = re.compile(r"(?:职教|新政|新规|意见|政策|措施|国|金融|民企|民营经济|举措|惠企|人才) ?$")
# “4中心1园区”.
_QUOTE_OPEN = re.compile(r"“(?:\d[^“”，。\d年达超不低少到至]{1,4}){0,3}[^“”，。\d年达超不低少到至]{0,4}$")
_QUOTED_NAME = re.compile(r"[^“”\n]{0,10}”")
# “58个集中连片贫困县改造建设316所乡镇幼儿园工程”.
_WORK_OPENED = re.compile(r"“(?!创建|新建|建设|建成|完成|打造|新增)[^“”，。]{0,24}$")
_WORK_NAMED = re.compile(r"[^“”，。]{0,30}(?:工程|行动|计划|项目)[”(]")
# 24.3万户/682个: two counts in one cell.
_COUNTED_CELL = re.compile(r"[\d万亿][\u4e00-\u9fff]/ ?$")
# 高于全市平均水平/5, in a cell.
_IN_CELL = re.compile(r"\n[\u4e00-\u9fff]{2,12}/$")
# 2021.8 in a cell of its own.
_MONTH = re.compile(r"(?:19|20)\d\d\.(?:1[0-2]|0?[1-9])")
_MARKER_BEFORE = re.compile(r"(?:^|\n)\d{1,2}\.$")
# 符合以下2项条件.
_ITEMS_BELOW = re.compile(r" ?[项个种](?:条件|情形|规定|要求|情况)")
# “发现1户、解决1户”: how it is done.
_ONE_BY_ONE = re.compile(r"发现 ?1 ?[户起件个宗处例][、，] ?[\u4e00-\u9fff]{2} ?$")
# 实现4个100%目标.
_LIKE_GOALS = re.compile(r" ?个 ?\d+%(?:的)?目标")
# A number no longer than this may be anything.
_SHORT = 3
# GB/T 4754—2017.
_STANDARD = re.compile(rf"{STANDARD} $")


def reject_name(numeral: str, before: str, after: str) -> str:
    """Return the reason (closed list of exclusions) why a number between `before` and `after` is a name, or `""`."""
    last = before[-1:]
    if last == "$":
        return ""
    if last == "+" and not _SUMMED.search(before + after):
        return "programme_name"
    if last == "-" and len(before) > 1 and before[-2].isalnum() and before[-2].isascii():
        return "programme_name"
    second = last == "/" and (_COUNTED_CELL.search(before) or (_IN_CELL.search(before) and CELL_END.match(after)))
    listed = last == "." and _MARKER_BEFORE.search(before)
    latin = last.isascii() and (last.isalpha() or (last and last in "/_."))
    if latin and not second and not listed and not (before[-3:].isupper() and after.lstrip()[:1] in ("台", "套")):
        return "name"
    if HOTLINE.match(after) and numeral.isdigit() and len(numeral) > _SHORT:
        return "name"
    # 24小时) is a name, 不少于2小时) is none.
    if _STANDARD.search(before):
        return "document_number"
    bound = after.lstrip().startswith("小时)") and QUALIFIER.search(before)
    powered = numeral[-1] in "万亿" and after.lstrip().startswith("度")
    if _NAME.match(after) and not powered and not _LATIN_UNIT.match(after) and not bound:
        return "name"
    chains = _CHAINS.match(after) and not _CHAINS_MADE.search(before)
    if _LABEL.match(after) or chains or (_INDUSTRIES_BEFORE.search(before) and _INDUSTRIES.match(after)):
        return "programme_name"
    quoted = "“" in before
    if quoted and _QUOTE_OPEN.search(before) and _QUOTED_NAME.match(after):
        return "programme_name"
    if quoted and _WORK_OPENED.search(before) and _WORK_NAMED.match(after):
        return "programme_name"
    if _HOUR.match(after) and _OF_DAY.fullmatch(numeral):
        return "date"
    if before.endswith(("约合", "折合")) or _CONVERTED.match(after):
        return "other"
    if before.endswith(("以下", "下列")) and _ITEMS_BELOW.match(after):
        return "other"
    if _ONE_BY_ONE.search(before):
        return "programme_name"
    if _LIKE_GOALS.match(after):
        return "programme_name"
    tasks = _TASKS.match(after)
    if tasks and (tasks["listed"] or before.endswith("方面")):
        return "other"
    if after.lstrip()[:1] in ("项", "类", "种") and _THESE_ITEMS.search(before):
        return "other"
    if _ASPECTS.match(after) or (_INDICATORS.match(after) and "提出" in before):
        return "other"
    if after.lstrip().startswith("分") and _CLOCK.search(before):
        return "date"
    if last in "\t\n " and _MONTH.fullmatch(numeral) and CELL_END.match(after):
        return "date"
    if last == "号" and after.lstrip()[:1] in ("栋", "幢", "楼"):
        return "name"
    if after[:1] == "条" and _CLAUSE_NAME.search(before):
        return "name"
    return ""
