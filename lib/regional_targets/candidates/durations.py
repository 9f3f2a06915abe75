"""Whether a stretch of time is promised, or is a name, a date or an attribute of a number that follows."""

from __future__ import annotations

import re

TIMES = frozenset(
    (
        "年",
        "学年",
        "个月",
        "天",
        "周",
        "星期",
        "个星期",
        "日",
        "月",
        "学期",
        "个学期",
        "个季度",
        "小时",
        "个小时",
        "分钟",
        "工作日",
        "个工作日",
        "工作天",
        "个工作天",
        "秒",
    )
)
_YEAR_NAME = re.compile(
    r" ?年(?:制|生存率|一贯|(?:免费|义务)?教育|行动|计划|规划|级|期(?!限|满)|攻坚|大变样"
    r"|[^，。；;、()]{0,8}(?:行动|计划|规划|工程|攻坚)(?:$|[^，。；]))"
)
_SPAN_BEFORE = re.compile(
    r"(?:近|最近|未来|今后|过去|时隔|(?<!提)前|(?<!其)后|连续|再?用|经过|通过|力争|约|历时|这|头|往后|不到|利用|来|争取"
    r"|为期|分) ?$"
)
# 轮候时间降至约4.5年.
_REDUCED = re.compile(r"[至到]约 ?$")
# 奖励时间为连续5年: how long it is given.
_TERM = re.compile(r"(?:时间|期限?|年限)(?:为|是|长达)(?:连续)? ?$")
# 连续3年每年给予经费: how long it is given.
_GRANTED = re.compile(r" ?年(?:每年)?(?:给予|予以|奖励|资助|补助|补贴|享受|减免)")
# 连续16年排名第一: a count of what was.
_LASTED = re.compile(r" ?年(?:入选|排名|保持|优秀|蝉联)")
_SPAN_AFTER = re.compile(
    r"[多余]? ?(?:学?年|个月|周)(?:左右)?"
    r"(?:的?时间|来|(?:内|之内|以内)(?!不得|不予)|前|后|间|中|之久|期间|过渡期|之?际|以来)"
)
# 15天完成1次: the 15 belongs to the 1.
_ONCE_IN = re.compile(r" ?(?:天|日|周|个月|年)(?:内)?(?:至少)?(?:完成|进行|开展|组织)? ?[一1两2] ?次")
# 20年以上的老旧电梯: how old it is.
_OLD_THING = re.compile(
    r" ?年(?:及|或)?以[上下]的?(?:老[旧式]?|既有)?(?:高层)?(?:居民)?(?:城[镇市])?(?:供热|供水|排水|燃气)?"
    r"(?:住宅|小区|房屋|建筑|电梯|管网|管道"
    r"|桥梁|车辆|锅炉|设备|设施)"
)
_CYCLE = re.compile(r" ?年(?:一|为一?)?个?周期")
# 每两年对基地进行评估: nothing else is counted that it could be an attribute of.
REPEATED = re.compile(r" ?(?:年|个月)(?![以来间内])[^，。;；\n\d一二两三四五六七八九十百千]{2,24}(?:[，。;；]|$)")
# 5年内累计, 4年80亿元, 1天8学时: within how long.
_CUMULATED = re.compile(
    r" ?(?:学?年|个月)(?:(?:内|以内)?累计|总|(?:共|总计)?\d[\d,.]*[万亿]+元)| ?学年[间来]| ?天 ?\d+ ?学时"
)
# 本办法自2023年起施行，有效期3年; coders disagree, most leave it out.
_VALID = re.compile(
    r"(?:(?:施行|实施|印发|执行|生效)[^。\n]{0,12}|本(?:通知|办法|意见|规定|细则|方案))有效期(?:为|至)? ?$"
)
# 明治40年.
_REIGN = re.compile(r"(?:明治|大正|昭和|康熙|雍正|乾隆|嘉庆|道光|咸丰|同治|光绪|宣统) ?$")
# 通过5年左右的努力.
_EFFORTS = re.compile(r" ?年(?:左右|时间)?的(?:努力|奋斗|建设)")
# 城市1小时通达率.
_REACHED_IN = re.compile(r" ?(?:小时|分钟)通达率")
EACH = re.compile(r"每(?:任教|服务|工作)?(?:满|隔)? ?$")
_DAY_LIMIT = re.compile(
    r"(?:公示(?:时间|期限?)(?:为|不少于)?|假(?:之?日数为|由)|增为|至|提前|至少|最少|不得?超过|不少于|压缩|缩短)[^，。]{0,4}$"
)
_LIMIT = re.compile(r"(?:不得?超过|不少于|至少|满|(?:缩短|压缩|降|减少)至|设立) ?$")

# 受理后3个月内, 申请日前12个月内, 应在1个月内, 3年内未参与: a term; not 三年内建设5个, 毕业2年内的学生.
_TERM_BEFORE = re.compile(
    r"(?:(?<![今此其往])后(?:的|，?在)?|(?:申请|离职|调整|届满|日)之?前|日起|(?:施行|印发|实施)起"
    r"|(?:应当?|须|必须|要求其|并|可|一般|原则上)[于在]|(?:取消|暂停)[^，。;；、\d]{0,4})[ \n]?$"
)
# 工作满三年后, 延期超过一年: a condition.
_FULL = re.compile(r"(?:(?<!每)(?<!每任教)(?<!每服务)(?<!每工作)满|(?<!不)(?<!不得)超过|逾)$")
_LONG = re.compile(r" ?个?(?:学?年|月|周|小时|[日天](?!前))(?!岁)")
# 爰请经济部于2个月内向立法院提出书面报告.
_ASKED_IN = re.compile(r"(?:请|要求|俟|限期)[^，。;；\d]{0,14}[于在]$")
_REPORTS_IN = re.compile(
    r" ?个?(?:月|工作日|日|周)[之以]?内，?[^，。;；\d]{0,12}(?:向|提出|提交|提送|报|研议|检讨|研拟)"
)
# 供暖期开始三十日前, 期限届满前一个月.
_OPENING = re.compile(r"(?:开始|届满|期满|终止)$")
_AHEAD_OF = re.compile(r" ?个?(?:年|月|日|工作日)前(?!年)")
_ENDING = re.compile(r"(?:届满|期满|到期)之?的?前$")
_AHEAD = re.compile(r" ?个?(?:年|月|日|工作日)(?:内)?，")
_WITHIN = re.compile(
    r" ?个?(?:学?年|月|周)(?:[之以]?内|后(?=免[征缴交]|不再))"
    r"(?P<none>未(?!就业)|没有|无(?!障碍)|不得|不予|原则上不|不增收|免[征缴交]|减[征按免]|不再|可不|按照?[^，。;；]{0,14}免[征缴交])?"
)


def is_term(before: str, after: str) -> bool:
    """Tell whether what stands beside a number makes it a term: the time within or after which something holds."""
    if _FULL.search(before) and _LONG.match(after):
        return True
    if (_OPENING.search(before) and _AHEAD_OF.match(after)) or (_ENDING.search(before) and _AHEAD.match(after)):
        return True
    if _ASKED_IN.search(before) and _REPORTS_IN.match(after):
        return True
    within = _WITHIN.match(after)
    return within is not None and (within["none"] is not None or _TERM_BEFORE.search(before) is not None)


def reject_time(unit: str, before: str, after: str, qualified: str) -> str:
    """Return the reason (closed list of exclusions) against a number of a unit of `TIMES`, or `""`.

    `before` and `after` are what stands beside the number, `qualified` is what qualifies it behind its unit (以上).
    """
    if unit in ("月", "日") and not qualified and not _DAY_LIMIT.search(before) and not is_term(before, after):
        return "date"
    if unit == "年" and (_VALID.search(before) or _REIGN.search(before)):
        return "date"
    if unit == "年" and _EFFORTS.match(after):
        return "date"
    if _REACHED_IN.match(after):
        return "name"
    if unit == "年" and _YEAR_NAME.match(after):
        return "programme_name"
    if is_term(before, after):
        return ""
    if _OLD_THING.match(after):
        return "attribute"
    if (
        _CUMULATED.match(after)
        or _ONCE_IN.match(after)
        or (EACH.search(before) and not (_CYCLE.match(after) or REPEATED.match(after)))
    ):
        return "attribute"
    if unit in ("年", "个月", "周") and _SPAN_AFTER.match(after) and not _LIMIT.search(before):
        return "date"
    if (
        unit in ("年", "学年")
        and _SPAN_BEFORE.search(before)
        and not _REDUCED.search(before)
        and not (_TERM.search(before) or (before.endswith("连续") and (_GRANTED.match(after) or _LASTED.match(after))))
        and not (qualified and not qualified.strip().endswith("内"))
    ):
        return "date"
    return ""
