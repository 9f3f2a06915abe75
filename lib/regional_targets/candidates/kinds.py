"""The kind of a mention by the words of its clause: goal, funding, rule or status (codebook, "What counts")."""

from __future__ import annotations

import re

from .durations import TIMES
from .money_kinds import is_given, kind_of_money, kind_of_share
from .named_sets import is_named

# 做大做强1-2个产业: none that are there already.
_SPAN = re.compile(r"[-至到]")
# Each word begins with a letter of its own, here and in `_STANDING`, so that the search goes fast; what must stand
# before it comes after.
_ISSUED = "(?=公布|下发|印发|发布|出台)"
_EXISTING = re.compile(
    r"现有(?!的?基础上)(?<![由从]现有)(?<!完成现有)(?!在职)|共有(?<![将会计]共有)|现[时况](?<![较比由]现[时况])(?![^，。;；]*[增升高减降扩][^，。;；\d]{0,2}[至到])|现(?=汇聚|设有|拥有|营运)|原有|仍有|在建(?![^，。;；\d]{0,8}(?:达到|将))|已(?!预留|[^，。;；]{0,6}预留|按照?)|约有(?<![将会计]约有)"
    r"|了(?<=新增了|增加了|建立了|形成了|调整了|上升了|下降了|减少了|提高了|提升了|增长了|降低了) ?$"
    r"|了(?<=完成了|建成了|实现了|开展了|举办了|推行了|发放了|拨付了|削减了)"
    r"|聘用(?=超过|逾|约|近)|目前(?<![至到于]目前)|截至|截止"
    r"|共(?=收到|征集|排查|资助|售出|推售|压减|查处|取缔|拆除|关停|整改)"
    rf"|近期{_ISSUED}|近日{_ISSUED}|日前{_ISSUED}|此前{_ISSUED}"
    r"|去年(?<![于比较]去年)|过去|以来|有(?:(?<=^[省市县区州国]有)|(?<=[我全本][省市县区州国]有))(?=约|近|超|逾|$)"
    r"|仅(?<!不仅)[为占有]? ?$"
)
# What was done in a review and shall be done in a plan: 累计建成7000个, 入选国家级项目300人.
_COUNTED_UP = re.compile(
    r"累计(?=媒合|完成|建成|培训|培养|投入|发放|建设|认定|开展)|先后|获评|荣获|入选|位居|超额|同比|上年"
)
_PLANNED = re.compile(
    r"力争|确保|预计|计划(?!生育|单列)|将(?!近)|争取|目标|提高到|调整[到至为]|压缩[到至]|拟|再|实现|不低于|不少于"
    r"|今年|本年度(?!已)|规划期内|明年|将|到 ?\d{4}"
)
_SUM_AHEAD = re.compile(
    r"(?:行动|规划|计划|实施)期内|到 ?\d{4} ?年|累计不|力争|确保|将"
    r"|\d{4}-\d{4}(?! ?(?:学|财政)?年度?的)|[三五]年累计|\d年累计"
)
# 2个在建项目, 3个尚未开工的项目, 六成的碳排放来自建筑: what there is already.
_UNDER_WAY = re.compile(
    r" ?(?:(?:以上|左右)?的?[^，。;；\d]{1,12}(?:来自|源自)|在建|已开工|尚未(?:开工|完成|建成|整改))"
)
# 首批2100个单位已开始入伙.
_DONE_AFTER = re.compile(r"[^，。;；\d]{1,10}已(?:经)?(?:开始|完成|投入|建成|开工|启用|落成|入伙|竣工|交付)")
# 年度任务为新增学位2.6万个, in a review too.
_TASK_OF_YEAR = re.compile(r"(?:年度|全年)(?:目标)?任务(?:数|量)?(?:为|是)[^，。;；]*$")
_TEMPORAL = re.compile(
    r"截至|截止|目前|过去|近[一二两三四五六七八九十几\d]{1,2}年(?:来|，|全[省市县区])|去年(?<![于比较]去年)|完成情况|以来|年来|已累计|按年(?=增|升|上升|减|跌|下跌)|首[一二三四五六七八九十\d]{1,2}个月|上半年(?!完成|实现|建成|启动|开工|落成|竣工|投入|推出|启用|交付)|前三季度"
    r"|上年(?<!以上年)(?<![比较]上年)"
    r"(?!均|增长|提高|下降|降低|压减|增加|减少|度?[^，。;；\d]{0,18}的 ?\d|度?[^，。;；\d]{0,18}的$)"
)
# 早前公布的20亿元, 较现时的1600个, 已回收的700个: they are there already.
_ATTRIBUTED = re.compile(r"(?:已|现时|早前|原有|目前)[^，。;；\d]{0,8}(?<!到目前)的(?:约|近|逾|超过)? ?$")
# 尚未整改的用地，共计1件: what is left or was found.
_LEFT = re.compile(r"(?:尚未|剩余|发现|疑似)[^。]*共计 ?$")
# 连续16年排名第一.
_LASTED = re.compile(r" ?(?:入选|排名|保持|优秀|蝉联)")
# 据测算，2013年出生数将达到16.5万.
_RECKONED = re.compile(r"(?:据(?:有关部门)?(?:测算|预测|估算)|根据[^，。;；]{0,12}(?:测算|预测)(?!情况))(?![^。]*需)")
_SUFFERED = re.compile(r"[^，。;；将要应\d]{0,14}被(?!征|保险|抚养|监护)")
_OBLIGED = re.compile(r"[^，。;；]{0,14}?(?:(?<![供响反适相对回感效呼顺照])应(?!用|急|届|对)|须|必须|不得)")
_RATIO_RULE = re.compile(r"之比为|不得?[低少高多]于|不低于|不[少小]于|不超过|不高于|按|配备|须|应(?!用)")
_NAMED_SET = re.compile(r"(?:第(?:[一二三四五六七八九十]+|\d+)|首)(?:批|轮|期) ?(?:[^，。;；\d]{0,6}的)?$")
# 开展首批100个试点创建: they are still to be chosen.
_SET_MADE = re.compile(r"(?:开展|启动|遴选|认定|培育|评选|打造|推出|创建|建设)(?:第[一二三四五六七八九十]|首)批$")
# 由2020年的35%、40%调整到…
FROM = re.compile(
    r"(?:从|由)[^，。;\d]{0,10}(?:\d{3,4}(?:[-/]\d{2,4})? ?(?:学年|年)度?(?:底|末)?)?"
    r"(?:的|之|约|分别){0,2} ?(?:\d[\d.]*[%万亿]*元?[、和])?$"
)
_RISES = re.compile(
    r"[^，。;；]{0,6}?，?(?:逐步|进一步)?(?:提高|提升|增加|增长|成长|上升|改善|扩大|下降|降低|降|减少|压减|压缩|延长|减低"
    r"|增至|减至|提至|升至|缩短|调整|上调|下调|扩充|扩展|倍增|整合(?:优化)?[为至到]|调整为|增为|调高|提升|到)"
)
# 在2016年20万平方米治理的基础上.
_BASIS = re.compile(r"[^，。;；\d]{0,14}的基础上")
# 非法占用基本农田5亩以上的项目, 营业额达到80万元以上的会议: which ones; but 打造60个以上的案例.
_CONDITION = re.compile(r" ?(?:\(含\))?(?:及|或)?以[上下]的(?=[\u4e00-\u9fff])")
# 虚报次数超过3次的，…; 组团达1000人次以上的，给予….
_IF = re.compile(r" ?(?:及|或)?(?:以[上下])?[的者](?:\([^()]{1,8}\))?$")
_AIMED_AT = re.compile(
    r"(?:建成|打造|建设|培育|开发|提供|完成|新增|形成|创建|引进|发展|选树|推出|举办|扶持|实现|覆盖|推动|占地)[^，。;；]{0,2}$|[办扩增]到$|(?:用于|惠及|服务)$"
)
_SIZE = re.compile(r"(?:率|比例|占比|额|值|收入|规模)(?:合计)?(?:达到?|在|为|超过)? ?$")
# 以申请一次为限.
_TO_LIMIT = re.compile(r"[^，。;；\d]{0,8}为限")
# 每满1年积2分, 最高分值为20分, 评核成绩为90分以上.
_SCORED = re.compile(r"(?:[积加扣计记]|(?:分值|成绩|得分|评分)[^，。;；\d]{0,4})$")
# 第一年应完成1900亩, 任务量不少于700亩: what is to be done in all.
_TASK = re.compile(r"任务量(?:应|为|达到?|共|不少于|不低于)? ?$|应(?:累计)?完成(?:剩余)?约? ?$")
# 积分满150分.
_FULL = re.compile(r"(?<!圆)(?<!每)满 ?$")
# 最低工资标准为2000元, 增长指导线不低于5%; not 标准提高15%.
_WAGE = re.compile(
    r"(?:工资标准(?:调整|确定)?为|指导线(?:为|不低于|不超过)"
    r"|最低工资[^，。;；]{0,16}(?:调整|提高|上调)[至为到]"
    r"|最低工资[^，。;；\d]{0,4}[至为到](?:每[月小时]{1,2})?|薪[资金][^，。;；\d]{0,4}[应须]达?"
    r"|(?:豁免|免税|扣除|宽免)额(?:度|上限)?为?|可扣[减除][^，。;；\d]{0,12}) ?$"
)
# 须向学员支付每月不低于8000元的薪金.
_PAID = re.compile(r" ?的?薪[金资]")
_PAID_AT_LEAST = re.compile(r"不(?:低|少)于 ?$")
_FINE = re.compile(r"罚[锾款]|滞纳金")
# 建筑面积不小于750平方米, 走廊净宽不得低于1.8米: how something is to be built.
_BUILT_SO = re.compile(
    r"(?:面积|宽度|净宽|净高|室温|照度|带宽|纵坡|厚度|容积|坡度)[^，。;；\d]{0,6}"
    r"不(?:宜|得|应)?(?:少于|小于|低于|大于|高于|超过) ?$|(?:套型|套均|人均|户均)[^，。;；\d]{0,6}面积[应须]?控制在 ?$"
)
_SIZES = frozenset(("平方米", "米", "厘米", "毫米", "lx", "Mbps", "℃", "立方米", "升"))
_HAVE_SET_UP = r"[^，。;；\d]{0,8}(?:区|县|市|镇|乡|街道?|村|社区|\))[均都]?(?:建有|设有|设立|建立)[^，。;；\d]{0,3}$"
_NOT_LESS = r"(?:应|一般)?不(?:少|小|低)于 ?$"
_STANDING = re.compile(
    r"应(?<![供响反适相对回感效呼顺照]应)(?!用|急|对|届|当今|变|付|运|征|聘|邀|收尽|保尽|纳尽|战|力|有尽)"
    r"|须|不得|不准|严禁|禁止|不再(?=新建|审批|批准|受理)"
    r"|每(?!(?<=平均每)[天日月])(?:队|所|个|名|位|人|生|班|校|家|县|市|乡|镇|村|街道|社区|组|场|届|期|节|店|园|学期|学年|月|周|天|日|半年|季|两(?!年(?:评选|遴选|表彰|认定|选拔))|\d)"
    r"|每(?![年月季周天日])[^，。;；\d]{1,8}(?:设置|配置|设立)[^，。;；\d]{0,4}$|每一(?![年月季周天日])[^，。;；\d]{1,8}至少|每(?:座|处|间|幢|栋|台|辆)"
    r"|只(?:[可限]|支持|享受|补贴|奖励|资助|受理|发放|配套)[^，。;；\d]{0,6}$|视[为同] ?$"
    r"|年(?<=[一两二三四五]年)$|选择其中$|可以?(?:调整|变更|申请|补正|延长|续租)$"
    rf"|各{_HAVE_SET_UP}|全部{_HAVE_SET_UP}|所有{_HAVE_SET_UP}"
    r"|(?<![制适事时便])宜(?!居|昌|宾|春|兴|业|游|商|人)|按每|各(?:地|县|区|市|校|乡|镇|村|学校|院校|单位|街道|社区|高校|部门|级|旗)[^，。;]{0,12}(?:至少|不少于"
    r"|不低于|应|要|须|每)"
    r"|允许[^，。;；\d]{0,4}$|扣[减除罚](?:的?比例)?(?:为)? ?$|年龄[^，。;；]{0,8}$|年满 ?$|置委员 ?$"
    r"|赋予 ?$|填报 ?$|限报 ?$|分(?<=[可或起]分)$"
    r"|配建[^，。;；\d]{0,10}不[少低]于 ?$"
    r"|生师比|学制|聘期|任期(?!内)|有效期|轮训|工作经历|工作经验|工龄|具有[^，。、]{0,8}$|具备(?!条件)[^，。、]{0,8}$"
    r"|课时占|面积(?:(?<=用房面积|占地面积)|(?<=(?:校舍|单处|每处)建筑面积)|(?<=[站园所院馆室]建筑面积))"
    rf"{_NOT_LESS}|宽度{_NOT_LESS}|厚度{_NOT_LESS}|净高{_NOT_LESS}|编制配备{_NOT_LESS}"
    r"|至少(?:使用|采用|选择|配备)$|为[^，。;]{2,12}配备|只能[^，。;]{0,6}$|可(?:拿出|按|用|从)|周期|上限|限额(?!以[上下])|班额(?<!大班额)|超过?编制|招聘[^，。;]{0,30}从"
)
_STANDING_AFTER = re.compile(r"轮训(?<!完成轮训)|抵免|制度$|为宜$|^专门用于")
_REPEATED = re.compile(r"每|不少于|至少|检查|调度|督导")
_BY_RULE = re.compile(r"按(?:照)?(?!规划|计划|期)[^，。；]{0,24}(?:比例|标准|不超过|不低于|总数|人数|投资额|规定)")
_LIMIT = re.compile(r"(?:不得?超过|不得?高于|不得?多于|最多|最长|不得少于|不得低于)[^，。；]{0,14}$")
# 新建公共建筑屋顶光伏覆盖率不低于50%: what each has to have.
_BUILT_NEW = re.compile(
    r"(?<!个)新建(?!率)[^，。;；\d]{0,20}(?:建筑|住宅|小区|设施|停车[场位]|厂房|园区)[^，。;；\d占]{0,24}不[低少]于 ?$"
)
# 选择1所幼儿园报名 is what each may do, 选择100个贫困村 a goal.
_FEW = frozenset("123一两二三")
# 失业率不超过5.5%: what is aimed at; not 不得超过.
_RATE_KEPT = re.compile(
    r"(?:死亡率|失业率|发生率|发病率|辍学率|感染率|药占比|控制量|排放量|能耗|浓度)[^，。;；\d]{0,8}(?:不超过|不高于|低于)[^，。;；\d]{0,2}$"
)
# 落实绿色建设要求，大型公共建筑全面执行….
_AS_REQUIRED = re.compile(r"(?:落实|按照|符合)[^，。;；]{2,16}要求，$")
# 一要…，安装不少于2个: what has to be.
_LISTED_DUTY = re.compile(r"要(?:(?<=^[一二三四五六七八九]要)|(?<=[。；;，：:][一二三四五六七八九]要))")
# Of lessons too, but of no minutes, months of a year or terms.
_TIMES = TIMES.difference(("学年", "月", "学期", "个学期", "个季度", "分钟", "秒")).union(
    ("学时", "课时", "个学时", "个课时", "学分")
)
# 实现1小时直连大湾区、2小时互通省内.
_CONNECTED = re.compile(r"(?:内)?(?:直连|互通|互达|连通|通达|直达)")
_TIME_GOAL = re.compile(
    r"轮候(?![^，。;]*超过)|[降减][至到]约?$|天数|配送|利用|压缩|缩短|平均|年限|提高|寿命|等候|提速|达到?$|用时|时长"
)


def read_kind(before: str, after: str, numeral: str, unit: str, lead: str, back: bool) -> tuple[str, str]:
    """Return the kind of a mention and the rule that gave it, in words.

    `before` and `after` are its clause without the numeral and unit, `lead` the words of its sentence before that;
    `back` tells whether the passage is a review.
    """
    if _TASK_OF_YEAR.search(before):
        return "goal", "年度任务"
    if _NAMED_SET.search(before[-12:]) and not _SET_MADE.search(before) and not after.startswith(("左右", "以上")):
        return "status", "点名的批次"
    if _BASIS.match(after):
        return "status", "基数"
    if FROM.search(before) and _RISES.match(after):
        return "status", "变化前的数"
    if _ATTRIBUTED.search(before):
        return "status", "已有的数"
    if is_given(before, unit):
        return "funding", "给予的金额"
    # 新开工项目26个，在建项目8个: the parts of a plan.
    if "在建" in before and "新开工" in lead:
        return "goal", "目标"
    rule = _status_rule(before, after, unit, lead, back)
    if rule:
        return "status", rule
    if _IF.match(after):
        return "rule", "条件"
    if _CONDITION.match(after) and not _AIMED_AT.search(before) and (unit not in ("%", "元") or _SIZE.search(before)):
        return "rule", "条件"
    if not _SPAN.search(numeral) and is_named(before, after, unit):
        return "status", "点名的对象"
    if _WAGE.search(before) or (_PAID.match(after) and _PAID_AT_LEAST.search(before)):
        return "rule", "要求用语"
    if unit in ("元", "倍", "%") and _FINE.search(before + after):
        return "rule", "处罚"
    # 所有补助案件均须查验.
    if numeral in ("所有", "全部", "全员") and _OBLIGED.match(after):
        return "rule", "要求用语"
    # 减半征收.
    if numeral == "半":
        return "rule", "要求用语"
    if unit == "元":
        return kind_of_money(before, after)
    return kind_of_share(before, after, unit, lead) or _kind_of_count(before, after, numeral, unit, lead)


def _status_rule(before: str, after: str, unit: str, lead: str, back: bool) -> str:
    """Return the rule by which a number says what exists or is reckoned, or `""`."""
    existing = _EXISTING.search(before) or (_COUNTED_UP.search(before) if back else None)
    if existing and not _PLANNED.search(before, existing.end()) and not _SUM_AHEAD.search(lead[-40:] + before):
        return "现状用语"
    if _DONE_AFTER.match(after) and not _PLANNED.search(before):
        return "现状用语"
    if _UNDER_WAY.match(after) or (_SUFFERED.match(after) and not _PLANNED.search(before)):
        return "现状用语"
    said = lead + before
    if _LEFT.search(said) or (before.endswith("连续") and _LASTED.match(after)):
        return "现状用语"
    if _RECKONED.search(said):
        return "预测的数"
    temporal = _TEMPORAL.search(said)
    if temporal and not _PLANNED.search(said, temporal.end()) and unit != "比":
        return "现状用语"
    return ""


def _kind_of_count(before: str, after: str, numeral: str, unit: str, lead: str) -> tuple[str, str]:
    if unit in _SIZES and "万" not in numeral and _BUILT_SO.search(before):
        return "rule", "要求用语"
    if _TASK.search(before):
        return "goal", "任务"
    if _FULL.search(before):
        return "rule", "条件"
    if unit == "分" and _SCORED.search(before):
        return "rule", "计分"
    if unit in _TIMES:
        return ("goal", "时限目标") if _TIME_GOAL.search(before) or _CONNECTED.match(after) else ("rule", "时长要求")
    if unit == "比" and numeral != "大体相当":
        # 比例应分别为：乳儿班1:3, 托小班1:5.
        required = _RATIO_RULE.search(before) or (lead.endswith((":", "：")) and _RATIO_RULE.search(lead))
        return ("rule", "比值要求") if required else ("goal", "目标")
    if _TO_LIMIT.match(after) or (unit == "%" and _OBLIGED.match(after)):
        return "rule", "要求用语"
    if _RATE_KEPT.search(before):
        return "goal", "目标"
    if unit == "%" and (_AS_REQUIRED.search(lead) or _BUILT_NEW.search(before)):
        return "rule", "要求用语"
    if _STANDING.search(before) or _BY_RULE.search(before) or (numeral != "全员" and _STANDING_AFTER.search(after)):
        return "rule", "要求用语"
    if before.endswith("选择") and numeral in _FEW:
        return "rule", "要求用语"
    if unit == "次" and _REPEATED.search(before):
        return "rule", "频次要求"
    if _LIMIT.search(before) or (_LISTED_DUTY.search(lead + before) and _RATIO_RULE.search(before)):
        return "rule", "上限"
    return "goal", "目标"
