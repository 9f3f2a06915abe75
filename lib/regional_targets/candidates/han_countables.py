"""Whether a Chinese numeral counts something: most are part of a word (统一), a label (两个维护) or a date (三年内)."""

from __future__ import annotations

import re

from .durations import EACH, REPEATED, is_term
from .named_numbers import AT_MOST

# After the measure word: what makes the phrase a label, a phrase of rhetoric, or another word.
_LABELS = {
    "个": r"五年|方面|维度|自信|意识|维护|确立|结合|面向|坚持|务必|一(?!体化)[^定]?|层面|环节|阶段|层次|领域|体系|机制"
    r"|统筹(?!地?区)|基本目标|相互|转变|不|必须|伟大|善于|认同|世纪|文明"
    r"|代表|台阶|转型|没有|学年内|方向|聚焦|到位|课堂|百年|模式|闭环|更加|倡导|条线|大局|样|月内|性|关系|清单|轮子"
    r"|层级|部分|抓手|问题|原则|人(?!才)"
    r"|重点(?!区域|项目|工程|实验|专业|产业|学科|园区|镇|村|企业|县|平台)|重大(?!项目|工程|平台|专项)|关键(?!技术"
    r"|核心技术)|核心(?!区|商圈|基地|示范|园区)|历史(?!文化|建筑)"
    r"|全面|突出|整体|优先|根本|先行(?!示范|区)|共同(?!体|富裕)|强化|确保|加强|提升|融合(?!发展|示范)"
    r"|协同(?!创新)|主要",
    "项": r"之和|(?:[^，。;、]{0,6})(?:工程|行动|计划|任务|制度|机制|举措|措施|重点|改革|工作|职能|规划|原则|要求"
    r"|内容|目标)|目",
    "次": r"性|包装|分拣|过|创业|分配|元|利用|开发|供水|(?:、[一二三四五六七八九]次)*全会|会议|全体|污染|党代会|又",
    "条": r"龙|腿|线(?!路)|心|例|主线|红线|底线|措施|举措|意见|政策|件|战线|路子|产业链(?=，|。|、)",
    "种": r"不同|方式|形式|模式|类型|途径|形态|渠道|精神|情形|情况|思维|子|植|业|养",
    "人": r"一|计划|工程|才|民|口|文|员|大(?!会)|性|力|均|工(?!作)|道|格|心|类|居|物|事",
    "家": r"争鸣|万户|姓|庭|长(?!期)|乡",
    "户": r"一|型|籍|外",
    "天": r"一|在|然|地|气|津",
    "元": r"化|制|结构|育人|方程|思维|素|旦",
    "套": r"班子|路|餐",
    "件": r"事[:：]",
    "本": r"账|书(?!籍)|正经|科|土|地|级|市|省|区|校|质|次|县|乡|村|办法|方案|意见|通知",
    "支": r"流|一|持|撑|付|出|农|教(?!师)|配",
    "名": r"工程|计划|行动|称|录|单|额|优特|誉|胜|城|牌",
    "门": r"户|一|类|槛|店|诊",
    "对": r"[一二三四五六七八九十]|多|应|接|标|口|外|于|照|象|策|等|话",
    "所": r"谓|在|需|属|以(?!上|下|内)|学(?!校|院)|得|长",
    "场": r"景|所|地|域|外",
    "处": r"理|置|室|于|方|罚|级|长",
    "间": r"接|隔|断|的|歇",
    "张": r"网|图|蓝|名片|皮|嘴|表|[^，。;；、]{0,4}清单|家|掖",
    "座": r"谈|位",
    "篇": r"大文|文章|章",
    "台": r"阶|湾|账|州|风|胞",
    "部": r"署|分|曲|门|委|级|位|落|长|属|省",
    "村": r"“|两委|级|一|民|庄|镇|落|务|庙|集体",
    "市": r"场|民|级|直|一|州|区|域|政|属",
    "县": r"域|区|级|一|直|乡",
    "期": r"[、，。;]|及|和|工程|项目|间|望|末|限|建设",
    "批": r"次|准|示|复|量",
    "班": r"子|主任|级|组|车",
    "层": r"结对|级|面|次|楼(?!房)",
    "笔": r"过",
    "节": r"约|能|点|日|假|水|俭|目",
    "只": r"有|要|能|是",
    "头": r"雁|脑|部|号|等",
    "成": r"员|果|功|效|立|为|长|熟|绩|本|才|人|就|型|套|年|都|不变",
    "倍": r"增",
    "吨": r"位",
    "级": r"[\s\S]|$",
    "站": r"式",
    "轮": r"驱动|车|土地承包|训|换|岗|流|候|值|南",
    "分": r"钟[^，。；]{0,6}(?:圈|可达)",
    "周": r"边|围|期|年|至|全|密|到|口|岁",
    "年": r"累计[数值]|来|前|后|内|之|级|制|一贯|一度|行动|计划|规划|期|间|中|大|攻坚|的时间|时间|左右时间|发展|提升"
    r"|以来",
}
_NO_COUNT = {unit: re.compile(rf" ?{unit}(?:{rest})") for unit, rest in _LABELS.items() if rest}
_UNIT_CHARACTER = re.compile(r" ?([\u4e00-\u9fff])")
_COMPOUND = re.compile(r" ?(?:部门|部委|位一体|位数|位[^，。]{0,2}体|步|体|类|大|名副)")
# Words that a lone numeral is part of: 统一, 进一步, 周三, 初二; and round numbers of no value: 数百, 几十.
_ONE_IN_WORD = frozenset("之统唯单逐同另任某不专划归合若共无第张李王刘陈")
# 置主任一人, 提高三倍: the numeral is no part of the word before it.
_WHOLE_WORDS = frozenset(("提高", "增高", "升高", "高于", "主任", "计划"))
_ORDINAL_WORD = frozenset("初高星周礼第拜号楼")
# 较上一年, 下一学期: which one.
_NEIGHBOUR = re.compile(r"[年轮阶级届期学周月]")
# 改变前两期的做法, 违反前二项规定: what came first, and no count.
_FORMER = re.compile(r"[前首头后] ?$")
_FORMER_UNIT = re.compile(r" ?(?:[期批轮届次位名]|[项款条目](?:规定|所[定列]|情形|之))")
# 万人刑事警情数, 千人托位数达4.2个: people as the base of a rate.
_BASE = re.compile(r" ?人(?![数次才均])[^，。、;]{0,12}(?:数|率|量|比|面积|长度)(?:$|[，。、;达为提年维保控降\n])")
_BUILT = re.compile(r"(?:建成|新建|建设|建立|设立|建起|打造|创建|组建)(?:起|了)? ?$")
_BUILDING = re.compile(
    r" ?个[^，。;、]{0,20}(?:中心|基地|园区|平台|学校|医院|场馆|展览馆|广场|公园|实验室|车间)(?=[，。;、]|$)"
)
# 万人 in a cell of its own is the unit of the cells after it.
# 举办三期 counts, 电池三期 and 二期开工 are names.
_COURSE_HELD = re.compile(r"(?:举办|开办|开展|组织|办)[^，。;；]{0,10}$")
_UNIT_ALONE = re.compile(r"[\u4e00-\u9fff]{1,3}(?:/[\u4e00-\u9fff]{0,3}|\([\u4e00-\u9fff]\))?(?:[\s)]|$)")
# 单位：新台币千元, of a table.
_MEASURED_IN = re.compile(r"(?:^|[\s:]|单位 ?:[^\n。，]{1,12}、)(?:新台币|人民币)?$")
# “万顷林地、千里绿廊和百座公园”: a slogan.
_QUOTED = re.compile(r"[“\"][^“”\"。;；]{0,20}$")
# 每园（二班）最高补助一百万元.
_EACH_WITH = re.compile(r"每[^，。;；()]{1,4}\($")
# 四个“出新出彩”: a slogan.
_LABEL_QUOTED = re.compile(r" ?[个项]“")
# 同时符合两项以上标准的: whom it is for.
_MET = re.compile(r"(?:符合|具备|满足)(?:以上|上述|下列|以下)?$")
# 服务方式分为下列二种：.
_PARTED = re.compile(r"(?:下列|以下|如下)$")
_KINDS_BELOW = re.compile(r" ?[种类款项] ?[:：]")
# 应至少包括五个领域的试点.
_AT_LEAST = re.compile(r"(?:至少|不少于)(?:包括|包含|涵盖)?$")
# “一河一带两环三片五路多点”: a label of many parts.
_CHAIN = re.compile(r"[一二三四五六七八九十两多][^，。;；、一二三四五六七八九十两多]{1,2}$")
_CHAIN_ON = re.compile(r"[^，。;；、一二三四五六七八九十两多]{1,2}[一二三四五六七八九十两多](?![百千万十])")
_CHAIN_QUOTED = re.compile(r"“[一二三四五六七八九十两][^，。;；、“”]{1,2}$")
_CHAIN_ENDS = re.compile(r"[^，。;；、“”]{1,2}”")
# 泗塘一村、二村: names of estates.
_ESTATE = re.compile(r"[\u4e00-\u9fff][一二三四五六七八九]村[、和]$")
# 分三批公布: how it is done.
_STAGE = re.compile(r" ?(?:批|期|步|个阶段|阶段|类|级|档|次)")
_VAGUE = frozenset("数几第")
_NUMBER_OF = re.compile(r"(?:总|时|人|户|次|名额|单位|学生)数$")
_TIME = re.compile(r" ?(?:年|个月|天|周|个?星期|小时|学期|个季度|个?工作日|日)")
# 年满六十五岁之翌日起算 is required, 年满八十岁的老人 says who is meant.
_YEARS_OLD = re.compile(r" ?周?岁")
_THE_AGED = re.compile(r" ?周?岁的(?!，)")
# 为期一年的计划: which one.
_LASTING = re.compile(r" ?(?:年|个月|天|周)的")
_TIME_COUNTED = re.compile(
    r" ?(?:(?:年|个月|天|周|小时|学期|个季度|个?工作日|日)(?:(?:及|或)?(?:以上|以下|左右(?!的?时间))|为限)"
    r"|(?:个?工作日|日)[之以]?内|年以内的[^，。;；]{0,6}(?:贷款|信贷|额度)|年[之以]?内不[得予]|(?:年|个月|天)(?:增|延长|缩短)[至到])"
)
_LIMIT_BEFORE = re.compile(
    r"(?:不得?少于|不得?低于|至少|最少|应达|(?:应|须)[^，。]{0,14}(?:训练|培训|实习)|(?:应当?|须|必须)在|不超过|不得[^，。]{0,2}超过|最多|至多|最高|为期|聘期|周期|学制|最长|任期|服务(?:期|期限)?|满|须于|应于|压缩至?|缩短至?"
    r"|期长达|为)[^，。]{0,6}$|提前 ?$|(?:增|延长)[至到] ?$"
    r"|(?:停止|连续)(?:补助|补贴|资助|支持|受理|申请|申报) ?$|不得连续$"
    r"|[到在赴][^，。;；]{0,16}(?:工作|锻炼|挂职|任职)(?:满)? ?$"
    r"|可连续 ?$"
    r"|保存[^，。]{0,4}$|有效期[^，。;；]{0,14}起算 ?$"
    r"|(?:给予|予以|享受|免除|免征|减征|(?<!再)延长|延长[^，。;；\d]{1,6}期限|延期|展延"
    r"|延展|顺延|可享|代缴|缴交|缴付|减免|豁免|宽免|[产奖励检护育儿]假|假期) ?$"
)
_SPAN_BEFORE = re.compile(
    r"(?:近|最近|未来|今后|过去|(?<!提)前|(?<!其)后|连续|再?用|经过|通过|力争|约|历时|这|头|往后|不到|利用|来|争取|每(?:满"
    r"|隔)?|分) ?$"
)
# 每季召开一次会议, 每五年轮训一遍.
_EACH_TIME = re.compile(r"每[^，。;；、]{0,3}(?:[年月季周天日]|学期)[^，。;；、]{0,8}$")
_ONCE = re.compile(r" ?[次遍轮](?!性)")
# 每两年举办一届.
_EACH_TERM = re.compile(r"每[^，。;；]{0,4}年[^，。;；]{0,6}$")
_BOUND = re.compile(
    r"(?:每[^，。;；]{0,14}|(?:至少|不得?少于|不得?低于)[^，。;；\d]{0,4}|不得?超过|不得?小于|不得?大于|不得?高于|不得?多于|至多|上限|最多|最少|确保|仅|只能?[^，。;；]{0,4}(?:享受|申请|申报|领取)|只[^，。;；\d]{0,6}|各[^，。;]{0,10}|人均[^，。]{0,6})$"
)
_VERB = re.compile(
    r"(?:引导|推动|推进|建设|优化|回收|收回|建成|建立|新建|改建|扩建|重建|组建|成立|设立|设置|创建|配备|配齐|举办|开办|引进|打造"
    r"|培育|配置|布局|命名|认定|遴选|新增|增加|增设|增至|开展|组织"
    r"|开设|建|设|办|推出|评选|选树|达到|达|完成|实施|实现|形成|支持|培养|培训|招聘|招募|选派|选拔|储备|发展"
    r"|覆盖|改造|新设|扩大到|提高到|扩建|建起|扶持|奖励|推广"
    r"|创办|打通|增添|推行|检送|检具|送缴|缴送|报送|编写|出版|[添增采]购|购买|开发|制定|发布|推荐|申报|获得|获评|争创|争取|力争|落地|开工|开通|购置|投放|安装|提供|发放"
    r"|帮扶|结对|联系|聘请|聘用|超过|突破|逾|现有|已有|共有"
    r"|拥有|下降|减少|提升|翻|是|为|有|再办?|包括|分为|含|共|计|服务|处理|涉及|走访|到访|考察|慰问|资助|救助|惠及|吸纳|带动|邀集|邀请|遴聘|转移"
    r"|就业|规划|安排|种|植|修|连同|新|近|约|余)[^，。;；\d]{0,18}$"
)
# 东、西两个片区: the named ones are counted.
_NAMED = re.compile(r"(?:、|[^，。;；、\d]{2}和)[^，。;；、\d]{1,8}$")
_PLACE = re.compile(
    r" ?个(?:[^，。;；、]{0,8}城市|省|片?区|县|市(?!场)|乡|镇|街道|村|社区|[校园]区|院校|学校|专业|学科|试点|地区"
    r"|[^，。;；、\d]{0,10}(?:中心|基地))"
)
# 三所新建高中正在完善: at the head of a clause.
_BODIES = re.compile(r" ?(?:(?:所|家|座)[\u4e00-\u9fff]{2}|个项目(?!部))")
_TOWARDS = re.compile(r"(?:^|[，。;；])(?:[^，。;；\d]{0,4})对[^，。;；\d]{0,6}$")
# 首批四项已于本学年开办.
_SET_UNIT = re.compile(r" ?[个所项家名]")
# 九人以上者.
_BOUND_AFTER = re.compile(
    r" ?(?:个|所|名|位|人|家|项|次|户|座|台|张|间|处|班|亩|公里|平方米)(?:(?:及|或|\(含\))?以[上下]|为限)"
)
# 应置教保服务人员一人.
_STAFFED = re.compile(
    r"(?:(?:应|须|得|至少)(?:置|配置|配备|设置|设)|(?<![设配安处布装位购闲放])置|(?<=单位)置)[^，。;；\d]{2,20}$"
)
# 其中一人为召集人, 其中三人应具有专长.
_OF_THEM = re.compile(r" ?[人名](?:为|应|须|由|担任|是|具|以上)")
# 完成两项任务, though 两项任务 is a label.
_TASKS = re.compile(r" ?项[^，。;；、]{0,4}任务")
# 建设高水平专业群3个、现代产业学院两个。
_LISTED_LAST = re.compile(
    r"[\d一二两三四五六七八九十百] ?[个所家名项门处座台支场次][^，。;；\d]{0,4}、[^，。;；、\d]{2,14}$"
)
_UNIT_LAST = re.compile(r" ?[个所家名项门处座台支场次](?=[，。;；、]|$)")
_GROWS = re.compile(r"(?:增加|增长|提高|提升|扩大|增|翻|多|高)(?:了|近|约|超过?)?$")
# 可处赔偿费一至二倍的罚款.
_FINED = re.compile(r" ?倍(?:以上[一二三四五六七八九十]{1,2}倍)?(?:以[上下])?的?罚[款锾]")
_ONE_UNITS = re.compile(r" ?(?:所|家|座|处|站|间|番|辆|艘|架)")
# 三年一评估, in quotes too.
_A_YEAR = re.compile(r"[一两二三四五六]年$")
_CHECKED = re.compile(r"自查|评估|体检|考核|督查|检查|审核")
# 只能用于享受一次, 选择其中一种, 年度内可以调整一次.
_ONLY = re.compile(
    r"(?:只能|仅能|仅可)[^，。;；\d]{0,14}$|选择其中$|可以?(?:调整|变更|申请|补正|延长|续租|补考|补办)$|得申请延长$"
)
# 集中开展一次专项行动, 完成一轮评估.
_HELD_ONCE = re.compile(r"(?:开展|完成|进行|组织|实施)$")
# 以申请一次为限; 应当推举一名代表.
_AT_LEAST_ONE = re.compile(r"(?:至少|不少于)(?:使用|采用|选择|具备|配备)?$")
_AT_MOST_ONE = re.compile(r" ?[次人名项户份种处]为限")
_ELECTED = re.compile(r"(?:应当?|须|必须)(?:推举|推选|指定|明确|确定|由)$|(?:推举|推选)[^，。;；\d]{1,6}$")
_SCALES = frozenset("百千万亿十")
_BIG = re.compile(r"[十百千万亿]")
# 打造五百亿产业集群: a label.
_CLUSTER = re.compile(r"[\s”]?级?(?:产业|集群|[^，。;；、\d]{0,8}产业集群)")
# 千万吨炼化一体化, 百万吨煤制芳烃: names of works.
_PLANT = re.compile(r" ?(?:吨|千瓦|立方米|亩)级?(?![以左]|多|余|规模)[\u4e00-\u9fff]{2}")
_ROUND_NAME = re.compile(r"[^，。；、]{0,12}(?:计划|工程|行动|活动|基地建设)(?:”|》|，|。|、|和|$)")
# 百场品牌活动 counts, 百城活动 is a name.
_HELD = re.compile(r" ?[场次]")
_MORE_UNIT = re.compile(
    r" ?[多余](?:个|所|名|人|家|项|门|万|亿|种|次|场|元|户|支|套|部|亩|公里|吨|件|台|辆|张|间|处|座|床)"
)


def counts(text: str, start: int, end: int) -> bool:
    """Tell whether the Chinese numeral `text[start:end]`, before a measure word, counts what somebody commits to."""
    numeral, before, after = text[start:end], text[max(0, start - 24) : start], text[end : end + 24]
    if numeral == "零":
        return after.startswith("增长") or before[-1:] in ("为", "是")
    if (numeral == "一" and _CHECKED.match(after)) or (_A_YEAR.search(before) and _ONCE.match(after)):
        return True
    last, large = before[-1:], bool(_BIG.search(numeral))
    if _SCALES.issuperset(numeral) and (last == "(" or (_MEASURED_IN.search(before) and _UNIT_ALONE.match(after))):
        return False
    quoted = _QUOTED.search(before) if numeral == "一" or _SCALES.issuperset(numeral) else None
    if quoted and (quoted[0][0] == "“" or before.count('"') % 2):
        return False
    if _LABEL_QUOTED.match(after) and len(numeral) == 1 and not _AT_LEAST.search(before):
        return False
    if (
        _EACH_WITH.search(before)
        or (_MET.search(before) and not _TIME.match(after))
        or (_PARTED.search(before) and _KINDS_BELOW.match(after))
    ):
        return False
    if last == "/" or before.endswith("千家") or _in_chain(numeral, before, after):
        return False
    if (before.endswith("分") and _STAGE.match(after)) or (_ESTATE.search(before) and after.startswith("村")):
        return False
    if (
        (last and last in "“《")
        or (last == '"' and before.count('"') % 2 == 1)
        or (last and last in _VAGUE and not _NUMBER_OF.search(before))
        or (len(numeral) == 1 and _part_of_word(numeral, before[-2:]))
    ):
        return False
    if numeral == "一" and last in "的是" and not is_term(before, after):
        return False
    if numeral == "一" and last in "上下新" and not before.endswith("以上") and _NEIGHBOUR.match(after):
        return False
    if numeral == "一" and _EACH_TIME.search(before) and _ONCE.match(after):
        return True
    # 只能享受一次创业补贴.
    if numeral == "一" and _ONLY.search(before) and _ONCE.match(after):
        return True
    if before.endswith("其中") and _OF_THEM.match(after):
        return True
    if before.endswith("完成") and _TASKS.match(after):
        return True
    character = _UNIT_CHARACTER.match(after)
    label = _NO_COUNT.get(character[1]) if character else None
    if after.lstrip().startswith("个新城"):
        return True
    if label and label.match(after) and _AT_LEAST.search(before):
        return True
    if _COMPOUND.match(after) or (label and label.match(after)):
        return bool(_TIME_COUNTED.match(after)) or is_term(before, after)
    if _FORMER.search(before) and _FORMER_UNIT.match(after):
        return False
    if EACH.search(before) and numeral != "一" and REPEATED.match(after):
        return True
    if EACH.search(before) and (numeral != "一" or not _TIME.match(after)):
        return False
    if (
        after.lstrip().startswith("个百分点")
        or _FINED.match(after)
        or (after.lstrip().startswith("倍") and _GROWS.search(before))
    ):
        return True
    if _TIME.match(after):
        return _time_counts(before, after)
    if after.lstrip()[:1] in ("多", "余"):
        return bool(_MORE_UNIT.match(after)) and numeral[-1] in _SCALES
    if after.lstrip().startswith("届"):
        return bool(AT_MOST.search(before)) or (numeral == "一" and bool(_EACH_TERM.search(before)))
    if before.endswith("铁人") or (after.lstrip().startswith("期") and not _COURSE_HELD.search(before)):
        return False
    if numeral == "一":
        return _one_counts(before, after)
    rounded = _ROUND_NAME.match(after) and not _HELD.match(after)
    if _SCALES.issuperset(numeral) and (rounded or _BASE.match(after) or _PLANT.match(after)):
        return False
    if (
        (not last.strip() or last in "，。;；、" or before.endswith(("另外", "其余", "其他"))) and _BODIES.match(after)
    ) or _BOUND_AFTER.match(after):
        return True
    if before.endswith(("确定的", "入选的", "命名的")) and _BODIES.match(after):
        return True
    # 对州内六所高校逐一走访.
    if _TOWARDS.search(before) and _BODIES.match(after):
        return True
    if before.endswith(("首批", "第一批")) and _SET_UNIT.match(after):
        return True
    if _STAFFED.search(before) and after.lstrip()[:1] in ("人", "名"):
        return True
    if _LISTED_LAST.search(before) and _UNIT_LAST.match(after):
        return True
    if after.lstrip().startswith("元"):
        return large and not re.match(
            r" ?元(?:楼|俱乐部|村|县|企业|级|农业|地区|GDP|国内|工业|产值|生产总值|规上|规模)", after
        )
    if numeral[-1] == "亿" and _CLUSTER.match(after):
        return False
    if _YEARS_OLD.match(after):
        return before.endswith("年满") and not _THE_AGED.match(after)
    if large:
        return True
    return bool(_VERB.search(before) or _BOUND.search(before) or (_NAMED.search(before) and _PLACE.match(after)))


def _in_chain(numeral: str, before: str, after: str) -> bool:
    """Tell whether a lone numeral stands in a label of many parts: “一河两环三片多点”, “八站两场”."""
    if len(numeral) > 1 or not _CHAIN.search(before):
        return False
    return bool(_CHAIN_ON.match(after) or (_CHAIN_QUOTED.search(before) and _CHAIN_ENDS.match(after)))


def _part_of_word(numeral: str, before: str) -> bool:
    """Tell whether a lone numeral is part of a word with what stands before it: 统一, 高三; but not 提高三倍."""
    last = before[-1:]
    return (
        bool(last)
        and before not in _WHOLE_WORDS
        and (before == "星期" or last in (_ONE_IN_WORD if numeral == "一" else _ORDINAL_WORD))
    )


def _time_counts(before: str, after: str) -> bool:
    if is_term(before, after):
        return True
    if _SPAN_BEFORE.search(before) and not _TIME_COUNTED.match(after) and not before.endswith(("可连续", "不得连续")):
        return False
    if before.endswith("为期") and _LASTING.match(after):
        return False
    return bool(
        _TIME_COUNTED.match(after) or _LIMIT_BEFORE.search(before) or re.match(r" ?年(?:一|为一?)个?周期", after)
    )


def _one_counts(before: str, after: str) -> bool:
    """Tell whether 一 counts: 每半年一次, 至少一所, 新建一所; but not 一个新格局."""
    if after.lstrip().startswith("番") or (_STAFFED.search(before) and after.lstrip()[:1] in ("人", "名")):
        return True
    held = _HELD_ONCE.search(before) and _ONCE.match(after)
    if held or _AT_MOST_ONE.match(after) or _ELECTED.search(before) or _ONLY.search(before):
        return True
    # 至少使用一种可再生能源.
    if _AT_LEAST_ONE.search(before):
        return True
    if _BOUND.search(before):
        return not re.match(r" ?(?:级|种|步|批|体)", after)
    if _BUILT.search(before) and _BUILDING.match(after):
        return True
    return bool(_ONE_UNITS.match(after) and _VERB.search(before))
