"""Decide whether a number commits to something, or why it does not: dates, names, ordinals, list markers, attributes."""

from __future__ import annotations

import re

from .numerals import UNITS

_UNIT = re.compile("|".join(sorted((re.escape(unit) for unit in UNITS), key=len, reverse=True)))
_QUALIFIER_AFTER = re.compile(r" ?(?:及|或)?(?:以上|以下|以内|左右)")
_QUALIFIER_BEFORE = re.compile(
    r"(?:不低于|不少于|不超过|至少|最多|最高|最低|超过|突破|达到|达|为|约|增加|增长|提高|到|[<>]=?) ?$"
)
_PHONE = re.compile(
    r"(?:电话|传真|邮编|邮箱|热线|咨询|联系|手机|QQ|索引号|浏览|访问|点击|备案|ICP|编号|信息索引|标识码)[^。\n]{0,16}$",
    re.IGNORECASE,
)
_HOTLINE = re.compile(r" ?(?:”|平台|政务)?(?:服务)?(?:热线|电话|平台)")
_ANNEX = re.compile(r"(?:附件|附表|附录|附图|专栏|表|图|第|No\.?|序号|编号|条款) ?$")
_NAME_AFTER = re.compile(
    r" ?(?:号(?!召)|后(?=[“”\"、青年])|部门|部委|周年|大(?!量|型|规模|幅|概|约|专|学|赛|师|棚|户|小|中)|\+|分钟[^，。]{0,8}圈|小时(?:不|在线|值守|开放|服务|热线|自助)|[A-Za-z])"
)
_YEAR_NAME = re.compile(
    r" ?年(?:制|一贯|行动|计划|规划|级|期|发展|攻坚|提升|建设|提质|大变样|[^，。；]{0,8}(?:行动|计划|规划)(?!生育))"
)
_YEAR_SPAN_BEFORE = re.compile(
    r"(?:近|最近|未来|今后|过去|前|后|连续|用|经过|通过|力争|再用|约|历时|这|上|下|头|往后|不到|利用) ?$"
)
_YEAR_SPAN_AFTER = re.compile(
    r" ?(?:年|个月|天|个?工作日|周)(?:左右)?(?:的?时间|来|内|之内|以内|前|后|间|中|之久|期间|过渡期|之?际)"
)
_ATTRIBUTE_AFTER = re.compile(r" ?(?:学?年|个月)(?:内|以内)?累计|(?: ?学?年)(?:一|为一?)(?=[^个]周期)")
_AGE_AFTER = re.compile(r" ?(?:周?岁)")
_PERIOD_BEFORE = re.compile(r"每(?:满|隔)? ?$")
_PER_UNIT = re.compile(r" ?(?:年|个月|名|位|所|个|人|万人|户|家|千|百|张|平方米|公里)")
_ONE_LETTER = re.compile(r"[A-Za-z+]")

_HAN_REJECT_AFTER = re.compile(
    r" ?(?:个(?:方面|维度|自信|意识|维护|确立|结合|面向|坚持|务必|一[^定]|层面|环节|阶段|关键|重点|层次|领域|体系|机制|统筹|相互|共同|转变"
    r"|不|必须|伟大|善于|认同|世纪|人|文明|代表|全面|历史|台阶|转型|没有|重大|方向|突出|聚焦|清单|主体|到位|环|课堂|百年|整体|模式|闭环|更加|倡导)"
    r"|部门|部委|项(?:[^，。;、]{0,6})?(?:工程|行动|计划|任务|制度|机制|举措|措施|重点|改革|工作|职能|规划)|次(?:性|创业|分配|元|利用|开发|供水|全会|会议|全体)"
    r"|条(?:龙|腿|线|心|例|主线|红线|底线|措施|举措|意见|政策)|位一体|位数|体|村一|企一|校一|品一|县一|乡一|镇一|班子|级|批|轮|期|届"
    r"|种(?:方式|形式|模式|类型|途径|形态|渠道|精神|情形|情况|思维)|人(?:一|计划|工程|才)|家(?:争鸣|姓|事业)|户(?:一|型)|年(?:来|前|后|内|之|级|制|一贯|一度|行动|计划|规划|期|间|中|大|攻坚|的时间|时间|左右时间|发展|提升|以来|[^，。]{0,8}(?:行动|计划|规划))"
    r"|天(?:一|在)|元(?:化|制|结构|育人|方程|钱|思维)|套(?:班子|路)|类|条件|次以上性|本(?:账|书|正经)|支(?:一|队)|步|名(?:称|录|单|额)|门(?:户|一|类)|市(?:场|民)|县(?:域|区)|对(?:一|二|多|应|接|标|口|外)|所(?:谓|有|在|需|属|以)"
    r"|人(?:民|口|文|员|大|性|力|均|工|道|格|心|类)|场(?:景|所|地|馆)|项目|课时制|家(?:庭|长|乡|园|国)|处(?:理|置|室|于|方)|间(?:接|隔)|件(?:事)|张(?:网|图|蓝|名片|皮|嘴)|座(?:谈)|篇(?:文|大)|台(?:阶)|本(?:科|土|地|级|市|省|区|校)|吨位|倍增|周(?:边|围|期)|篇章|部(?:署|分|队|曲)|村(?:两委|级)|套餐|成(?:员|果|功|效|立|为|长|熟|绩|本|才|人|就|型|套|年|都))"
)
_SMALL_HAN = re.compile(r"^[一二两三四五六七八九十零〇]+$")
_EACH_BEFORE = re.compile(r"(?:每[^，。;]{0,12}|至少|不少于|不低于|不超过|最多|确保|仅|只)$")
_BUILD_BEFORE = re.compile(
    r"(?:建设|建成|建立|新建|改建|扩建|组建|成立|设立|创建|配备|举办|开办|引进|打造|培育|配置|布局|命名|认定|遴选|新增)[^，。;\d]{0,8}$"
)
_ONE_UNITS = re.compile(r" ?(?:所|家|座|处)")
_SCALE_ONLY = frozenset(("百", "千", "万", "亿", "十"))


def reject_digits(text: str, start: int, end: int, line_start: int) -> str:
    """Return the reason why the number in digits at `text[start:end]` is no mention, or `""` where it is one."""
    numeral = text[start:end]
    if numeral[-1] in "%‰":
        return ""
    before = text[max(0, start - 12) : start]
    after = text[end : end + 24]
    following = after[:1]
    small = len(numeral) <= 3 and numeral.isdigit()
    if not text[line_start:start].strip(" \t(（-·*"):
        if small and re.match(r" ?(?:[.、):．]|\)|\n|\t|$)", after):
            return "list_marker"
        if small and after.startswith(" ") and not _UNIT.match(after.lstrip()):
            return "list_marker"
    if small and re.match(r" ?[.)](?!\d)", after) and re.search(r"[\s:。;；)(]$", before):
        return "list_marker"
    if _PHONE.search(text[max(0, start - 28) : start]):
        return "page_furniture"
    if _ANNEX.search(before):
        return "ordinal"
    if _HOTLINE.match(after) and numeral.isdigit() and not small:
        return "name"
    if after.startswith("多个百分点"):
        return ""
    unit = _UNIT.match(text, end + (1 if following == " " else 0) + (1 if following in ("多", "余") else 0))
    if _NAME_AFTER.match(after):
        return "name" if following in ("号", "后") or "部" in after[:3] or "周年" in after[:4] else "programme_name"
    if before and (before[-1] in "+-" or (before[-1].isascii() and before[-1].isalpha())):
        return "programme_name" if before[-1] == "+" else "page_furniture" if before[-1] == "-" else "name"
    if unit is None:
        if _QUALIFIER_AFTER.match(after):
            return ""
        if _QUALIFIER_BEFORE.search(before) and not _ONE_LETTER.match(after.lstrip() or " "):
            return ""
        if len(numeral) >= 5 and numeral.isdigit():
            return "name"
        return "other"
    return _reject_span(text, start, end, unit[0], before, after)


def _reject_span(text: str, start: int, end: int, unit: str, before: str, after: str) -> str:
    """Return the reason against a number with a unit of time, age or rank."""
    if unit in ("年", "个月", "天", "周", "工作日", "个工作日", "学期"):
        if unit == "年" and _YEAR_NAME.match(after):
            return "programme_name"
        if _ATTRIBUTE_AFTER.match(after) or (
            _PERIOD_BEFORE.search(before) and not _QUALIFIER_AFTER.match(after, len(unit))
        ):
            return "attribute"
        if unit == "年" and _YEAR_SPAN_BEFORE.search(before):
            return "date"
        if _YEAR_SPAN_AFTER.match(after) and unit in ("年", "个月"):
            return "date"
    if unit == "月" or unit == "日":
        return "date"
    if unit == "岁" and not re.search(
        r"(?:不超过|不得超过|不高于|不低于|年龄|平均寿命|预期寿命)[^，。]{0,12}$", before
    ):
        return "attribute"
    if unit in ("级", "届"):
        return "name" if unit == "级" else "ordinal"
    if unit == "期" and re.search(r"第?$", before) and "年" in before[-3:]:
        return "page_furniture"
    if _PERIOD_BEFORE.search(before):
        return "attribute"
    return ""


def reject_han(text: str, start: int, end: int) -> bool:
    """Tell whether the Chinese numeral at `text[start:end]`, which a measure word follows, is no mention."""
    numeral = text[start:end]
    after, before = text[end : end + 16], text[max(0, start - 16) : start]
    if before[-1:] in (
        "“",
        "《",
        "之",
        "统",
        "唯",
        "单",
        "进",
        "初",
        "周",
        "星",
        "礼",
        "逐",
        "同",
        "第",
        "万",
        "另",
        "任",
        "某",
        "数",
        "几",
        "上",
        "下",
        "同",
        "近",
        "张",
        "李",
        "王",
    ):
        if not (before[-1:] in ("近", "上") and numeral not in ("一",)):
            return True
    if _HAN_REJECT_AFTER.match(after):
        return not (after.startswith(" ") and False)
    if re.match(r" ?(?:年|个月|天|周)", after):
        if _YEAR_SPAN_BEFORE.search(before) or _YEAR_SPAN_AFTER.match(after) or _ATTRIBUTE_AFTER.match(after):
            return True
        if _PERIOD_BEFORE.search(before):
            return True
        return not (
            re.match(r" ?(?:年|个月|天|周)(?:及|或)?(?:以上|以下|左右)", after)
            or re.search(r"(?:不少于|不低于|至少|不超过|为期|聘期|学制|最长)[^，。]{0,6}$", before)
        )
    if re.match(r" ?岁", after):
        return True
    if re.match(r" ?元", after):
        return bool(_SMALL_HAN.match(numeral)) and "十" not in numeral
    if re.match(r" ?[多余]", after):
        return (
            not re.match(r" ?[多余](?:个|所|名|人|家|项|门|万|亿|种|次|场|元|户|支|套|部)", after)
            or numeral[-1] not in "十百千万亿"
        )
    if re.match(r" ?(?:市|县|区|村|校|企|班|级|节|套|种|条|项|成|轮|期|批)", after) and _SMALL_HAN.match(numeral):
        known = re.match(r" ?(?:项|种|条|套|节)", after) and numeral != "一"
        return not (known or _EACH_BEFORE.search(before))
    if numeral == "一":
        if re.match(r" ?(?:番)", after):
            return False
        if _EACH_BEFORE.search(before):
            return bool(re.match(r" ?(?:级|项|种|位|人|步)", after)) and not re.search(r"至少|不少于", before)
        return not (_ONE_UNITS.match(after) and _BUILD_BEFORE.search(before))
    if numeral in _SCALE_ONLY and re.match(
        r" ?(?:项|次|年|倍|天|人次?|部|个)?[^，。]{0,8}(?:计划|工程|行动|活动)", after
    ):
        return bool(before[-1:] in ("“", "《")) or bool(re.match(r"[^，。]{0,6}(?:计划|工程|行动)[”》]", after))
    return False


_WHOLE = re.compile(
    r"(?:全部(?!(?:课程|内容|过程|要素|门类|专业|收入|费用|环节)?的?[^，。;]{0,10}的(?:学校|比例|占比|比率))"
    r"|所有(?!.{0,3}(?:权|制))|全员|全面)"
)
_ALL_AFTER = re.compile(
    r"(?: ?)(?:达标|达到|纳入|使用|实现|完成|覆盖|建成|配备|开放|接入|联网|开通|通过|取得|参加|参与|持证|入网|到位|消除|清零|落实|兑现|投入|用于|建立|开展|实行|实施|"
    r"符合|完善|列入|转|上|向|由|按|进|退出|关闭|淘汰|整改|解决|改造|安装|运行|投用|启动|竣工|开工|脱贫|摘帽|入学|就读|享受|免费|免除|回收|处理|验收|认定|录入|公开|公示|取消|拆除|办结|收|设立|设置|缴|上线|联通)"
)


def accept_wording(text: str, start: int, end: int, clause_start: int, clause_end: int) -> bool:
    """Tell whether a quantifier commits a countable group to 100 % (codebook, "Commitments in words")."""
    word = text[start:end]
    if word in ("大体相当", "过半", "过半数", "半数"):
        return True
    after, before = text[end:clause_end], text[clause_start:start]
    if word == "全部":
        if re.match(r"[^，。]{0,16}的(?:[^，。]{0,8})(?:比例|占比|比率|学校比例|达到)", after) or before[-1:] == "不":
            return False
        return bool(_ALL_AFTER.match(after)) or bool(re.search(r"(?:覆盖|纳入|实现|完成)$", before))
    if word == "所有":
        if (
            before[-1:] in ("混", "合", "归", "的", "非")
            or not after.strip()
            or re.match(r"(?:这些|问题|人|工作|一切)", after)
        ):
            return False
        return (
            bool(re.search(r"(?:均|都|全部|须|应|需|必须|要|实现|达到|纳入)", after))
            or bool(re.search(r"(?:覆盖|纳入|面向|惠及|延伸到|覆盖到|遍及)$", before))
            or (before.endswith("、") and "所有" in text[max(0, start - 12) : start])
        )
    if word == "全员":
        return bool(re.match(r" ?(?:培训|轮训|持证|参与|参加|覆盖|达标|聘|竞聘|考核|接种|上岗|注册)", after))
    return bool(
        re.match(
            r" ?(?:达标|覆盖|使用[^，。]{0,20}教材|消除|普及|实现[^，。]{0,10}(?:达标|覆盖)|达到|清零|停止|取消|禁止|完成)",
            after,
        )
    )
