"""Whether a quantifier commits a countable group to 100 % (codebook, "Commitments in words"), or is rhetoric."""

from __future__ import annotations

import re

_OUTRIGHT = frozenset(("大体相当", "过半", "过半数", "半数", "一半", "半"))
_VERB = (
    r"达标|达到|开设|开足|纳入|使用|选用|实现|完成|覆盖|建成|配备|配齐|开放|接入|联网|开通|通过|取得|参加|参与|持证|入网|到位"
    r"|消除|清零|落实|兑现|用于|建立|开展|实行|实施"
    r"|符合|列入|转为|转型|上线|向|由|按|进入|退出|关闭|淘汰|整改|解决|改造|安装|运行|投用|启用|启动|竣工|开工"
    r"|脱贫|摘帽|合格|通客车|入学|录取|就读|享受|治理|进行|免费|免除|下放|留给|给|上墙|回收|处理|验收"
    r"|认定|录入|公开|公示|取消|拆除|办结|设立|设置|缴入|联通|打通|聘用|上岗|注册|签约|接种|供应|采用|编制|出台"
    r"|完工|交付|脱困|还清|加入|更新|整治|列养|补建|预留|参[合保]|入地|回购|接管|对外开放|投入(?:使用|运营|运行)|返还|落户|普及|免|移交|推行|安置|受到|得到|具备|建有|拥有|执行|持证|持[^，。;；]{1,6}证"
)
_ALL_AFTER = re.compile(
    rf" ?(?:都|均|要|须|应|如期|按期|按时|提前|主体|稳定)?(?:{_VERB}|出列|[^，。;；、的\d]{{1,4}}到位"
    r"|[与同和][^，。;；、\d]{2,14}(?:签订|签约|结对|建立))"
)
_DEFINING = re.compile(r"[^，。;；]{0,16}的[^，。;；]{0,10}(?:比例|占比|比率|比重|率|占(?=\d)|达到|不低于|超过)")
# 力争全部县区通过, 全部乡镇均达: the group stands between the quantifier and its verb, and no number with it.
_GROUP = r" ?[^，。;；、的\d]{1,8}(?:\([^()\d]{1,8}\))?"
_GROUP_AFTER = re.compile(rf"{_GROUP}(?:力争|争取|确保|均|都|须|必须|应|至少)(?:{_VERB}|达|举办)[^\d]*$")
# 全部乡镇均建有1所以上: how many each has is another number.
_ALL_HAVE = re.compile(r" ?[^，。;；、的\d]{1,20}[均都][建设配]?有")
# 全部社区卫生服务中心和镇卫生院均应提供…
_BOUND_GROUP_AFTER = re.compile(rf" ?[^，。;；、的\d]{{1,20}}(?:均|都)(?:应|须|要|可)?(?:{_VERB}|达|提供)[^\d]*$")
_AIMED_AFTER = re.compile(rf"{_GROUP}(?:{_VERB}|达)[^\d]*$")
_AIMED_BEFORE = re.compile(r"(?:力争|争取|确保)$")
# 建成项目须全部上图入库.
_MUST_ALL = re.compile(r"须$")
# 全部建成后，…: when, and no commitment.
_ONCE_DONE = re.compile(r"[^，。;；、]{0,6}后$")
_DONE_BEFORE = re.compile(r"(?:不|未|未能|没有|尚未|并未|已|已经|均已|已[^，。;；]{1,6})$")
_AMONG_AFTER = re.compile(r"[^，。;；]{1,12}[中里]$")
_ALL_BEFORE = re.compile(r"(?:覆盖|扩及|纳入|实现|惠及|完成|建成)(?:全[省市县区旗州盟])?$")
_BOUND = re.compile(
    r"均|都|全部|达(?=[^，。；;、]{2,12}标准)|具备|提供(?!的)|须|应(?!用|急|届)|需(?!求|要的)|必须|要|实现|达到|纳入|不得|覆盖|开通|配备|设置|设立|建立|开展|完成|建成"
    r"|形成|达标|更换(?=[为成])|持证|有(?!关|效|限|力|序|机|利|条件|需求|意愿|的|些)|通(?=有线|公路|硬化|网|客车)"
)
_REACHED = re.compile(
    r"(?:检查|排查|覆盖|纳入|面向|惠及|延伸到|覆盖到|遍及|推广到|拓展到|在|对|向|为|[为向对]全?[省市县区]内?)$|覆盖[^，。;；的]{0,12}$"
)
_RHETORIC = re.compile(r"(?:人(?![员口群才])|群众|这些|问题|工作|一切|力量|权|制|者|人的|资源)")
# 医院使用的所有药品(…)均应….
_EACH_SHALL = re.compile(r"[^，。;；\d]{1,12}(?:\([^()]{1,16}\))?[均都](?:应|须|要)")
_STAFF = re.compile(
    r" ?(?:安全)?(?:纳入[^，。;；]{0,10}(?:培训|训练|轮训|管理)"
    r"|完成[^，。;；]{0,10}(?:培训|训练|轮训|学习)|培训|轮训|参训|持证|参与|参加|覆盖|达标|聘任|聘用|竞聘"
    r"|考核|接种|上岗|注册|签约|评价|配发)"
)
# 全员考核合格的院校: which ones.
_STAFF_OF = re.compile(r"[^，。;；]{2,8}的(?:院校|学校|单位|企业|机构|地区)")
# 健全企业全员培训制度: what it is called.
_SYSTEM_OF = re.compile(r"(?:健全|完善|建立)[^，。;；]{0,6}$")

# 全面 is rhetoric before anything else.
_WHOLLY = re.compile(
    r" ?(?:达标|(?:汰换|更换|换装)[为成]|(?:实现)?(?:电动|新能源)化|使用[^，。]{0,20}教材|消除(?=[，。;；]|$)"
    r"|消除(?:(?!现象)[^，。;；]){0,30}(?:村|班额?|户|校)(?=[”，。;；、]|$))"
)


# 新建民用建筑全面执行超低能耗建筑标准: each building is bound.
_BUILDINGS = re.compile(r"(?:^|[，。;；])[^，。;；]{0,16}建筑$")
_HELD_TO = re.compile(r"执行[^，。;；]{2,20}标准")
# 失业保险全面覆盖农村转移劳动力等群体; 全面覆盖 without what covers is rhetoric.
_COVERING = re.compile(r"(?:保险|制度|服务|监测|管理|系统|网络)$")
_COVERS = re.compile(
    r"覆盖[^，。;；]{2,24}(?:人员|人群|群体|人口|职工|农民|居民|企业|学校|组织|单位|村|社区)(?=[，。;；、等]|$)"
)
# 到2027年底，全面完成小梁薄板房屋改造: the houses can be counted.
_BY_THEN = re.compile(r"(?:20\d\d ?年|五[”\"]?(?:期|时期|期间)?末)[^。；;\n]{0,24}$")
_RENEWED = re.compile(r"完成(?:[^，。;；、]{0,24}(?:改造|更新)(?:工作)?(?=[，。;；”]|$)|(?=[。;；]|$))")


def commits(text: str, start: int, end: int, clause_start: int, clause_end: int) -> bool:
    """Tell whether the quantifier `text[start:end]` commits a group; its clause is `text[clause_start:clause_end]`."""
    word = text[start:end]
    after, before = text[end : min(clause_end, end + 40)], text[max(clause_start, start - 40) : start]
    if word in _OUTRIGHT:
        return True
    if word == "全部":
        if _DEFINING.match(after) or _ONCE_DONE.match(after) or _DONE_BEFORE.search(before):
            return False
        if (
            _GROUP_AFTER.match(after)
            or _ALL_HAVE.match(after)
            or _BOUND_GROUP_AFTER.match(after)
            or ((not before.strip() or _AIMED_BEFORE.search(before)) and _AIMED_AFTER.match(after))
        ):
            return True
        return bool(_ALL_AFTER.match(after) or _ALL_BEFORE.search(before) or _MUST_ALL.search(before))
    if word == "所有":
        listed = before.endswith("、") and "所有" in before
        if _RHETORIC.match(after) or (
            before[-1:] in ("混", "合", "归", "的", "非", "公") and not listed and not _EACH_SHALL.match(after)
        ):
            return False
        # 所有家庭成员均年满60周岁的，…: for whom it holds.
        if after.endswith("的"):
            return False
        if (
            before.endswith(("当", "待"))
            or _DEFINING.match(after)
            or (before.endswith("在") and _AMONG_AFTER.match(after))
        ):
            return False
        return bool(listed or _BOUND.search(after) or _REACHED.search(before))
    if word == "全员":
        return bool(_STAFF.match(after)) and not _SYSTEM_OF.search(before) and not _STAFF_OF.match(after)
    if _COVERS.match(after) and _COVERING.search(before):
        return True
    if _HELD_TO.match(after) and _BUILDINGS.search(before):
        return True
    return bool(_WHOLLY.match(after) or (_RENEWED.match(after) and _BY_THEN.search(text, max(0, start - 40), start)))
