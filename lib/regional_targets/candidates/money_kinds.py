"""The kind of an amount of money and of a share of it: given or spent, earned, a fee, or a condition."""

from __future__ import annotations

import re

_OUTPUT = re.compile(
    r"产值|营收|劳动生产率|经济总量|[交贸]易总额|(?<!设立)总规模|产业规模|营业收入|主营业务|销售|交易额|(?:合作|合同|成交|交易|签约)金额|增加值|生产总值"
    r"|GDP|税收收入|成交额|到账|技术服务|人均(?:纯|可支配)?收入|进出口|零售|市值|收入(?=达|超|突破|增)"
    r"|(?<!设立总)(?<!首期)规模(?=[^，。]{0,6}$)|融资规模|集群|消费|存款|旅游(?:业)?总?收入|外资规模|合同执行额|地区生产|设备总?值"
)
_SHARE_OF_MONEY = re.compile(
    r"教育费附加|事业费|公益金|基金(?=按|支付)|(?<!消)费占|经费|资金|财政|预算|补助|补贴|费用|费附加|土地出让|出让收[益入]|收益用于|供养标准|奖励|奖补"
    r"|分担(?!率)|分摊|负担(?!率)|承担|配套|支出|拨款|学费|报销|列支|劳务报酬|劳动报酬|工资"
)
_SPENT = re.compile(
    r"用于|安排|列支|提取|统筹|支付|计提|设立|分担|分摊|负担|承担|补助|补贴|配套|供养标准|奖|支出|预算|报销|给予|不低于"
    r"|不高于|不超过|自筹|投入|占|应当?达到"
)
# 给予最高不超过20%的支持.
_GRANTED = re.compile(r"给予[^，。;；\d]{0,10}$|(?:预拨|拨付|返还|退还)[^，。;；\d的]{0,12}$")
_SUPPORT = re.compile(r"(?:以内)?(?:的?[^，。;；\d]{0,4}支持|[，。;；)]|资金|$)")
# 2025年以来首次达标的，分别给予最高5万元、10万元奖励.
# 免住宿费，标准为500元.
_GIVEN = re.compile(
    r"给予(?:一次性|最高|不超过|补贴|奖励|资助|补助){0,3}(?:[\d.,]{1,9}万?元?、){0,9} ?$|^标准为[^，。;；\d]{0,6}$"
)
# 按照不超过实际发生额的50%给予支持.
_THEN_GRANTED = re.compile(
    r"(?:的?比例|的标准|以内)?(?:(?:给予|予以)[^，。;；\d]{0,4}(?:支持|扶持|资助|补贴|补助|奖励)|(?:拨付|发给|发放|给付|返还|核拨)(?!率))"
)
# 安排专项资金3000万元，其中不少于30%用于实训基地建设.
_USED = re.compile(r"(?:以上|左右)?用(?:于|来|作)")
# 学费标准为6500元, 个人缴费标准为每人413元.
_FEE = re.compile(
    r"(?:管理费|餐费|押金|价格|餐|家长)[^，。;；\d补资]{0,6}(?:不得?超过|不得?高于|最多)[^，。;；\d补资]{0,3}$|(?:学费|缴费|收费|服务费用)(?:标准)?[^，。;；\d补资]{0,8}(?:标准|不超过|不高于|最高|限额?)[^，。;；\d补资]{0,8}$"
)
# 取消1000元起付线.
_DEDUCTIBLE = re.compile(r"的?起付(?:线|标准)")
# 人均年可支配收入低于50400元的家庭.
_MEANS = re.compile(
    r"(?:收入|入息|财产|资产|存款)(?:总额|净值)?(?:平均)?(?:每人)?(?:每[月年])?均?"
    r"(?:低于|高于|不得?超过|不高于|超过) ?$"
)
# 租金按市场价的七成收取, 超过工资总额8%的部分.
_CHARGED = re.compile(r"(?:的?标准|的?比例)?收取|的部分")
# 租金减收50%, 税率降为2%, 年利率2.17%.
_REMITTED = re.compile(
    r"(?:税|租金|使用费|收费|权利金)[^，。;；\d]{0,10}(?:减[收免征按]|降[为至到]|课征)[^，。;；\d]{0,6}$"
    r"|税率?(?:由|从)[^，。;；]{0,8}调?[降减][为至到] ?$"
    r"|减免 ?$|减按 ?$|减征[^，。;；]{0,20}税额?的$"
    r"|利率(?:为|按|不?[超低高][过于])? ?$"
)
# 减收非住宅用户50%的水费.
_REMITTED_TO = re.compile(r"减[收免][^，。;；\d]{0,12}$")
_REMITTED_FEE = re.compile(r" ?的[^，。;；\d]{0,6}(?:费|税|租金)")
# 总成绩中笔试占40%.
_PART_OF_SCORE = re.compile(r"(?:成绩|总分)[^，。;；\d]{0,8}占 ?$")
# 安排特别国债2500亿元支持消费: paid, whatever for.
_PAID = re.compile(r"(?:安排|发放|拨出|拨付|划拨|编列)[^，。;；、\d]{0,12}$")
# 固定资产投资1000万元及以上, 贡献额达到30万元以上: on which condition; not 总投资1万亿元以上.
_INVESTED = re.compile(
    r"(?<!完成)(?:固定 ?资 ?产 ?投资|投资额|投资 ?强度|贡献额?|奖金额|税金|投资总额)"
    r"(?:达到?|超过|不低于|在|为)?(?:\(含\))? ?$"
)
_AIMED = re.compile(r"力争|确保|争取|计划|预计|拟|将|完成|新增|引进|实现")
_AT_LEAST = re.compile(r" ?(?:\(含税?\))?(?:及|\(含\))?(?:以 ?上|\)?的)")
# 一般公共预算收入增长4%, 研发经费投入占生产总值比重: how an economy does, and no purse.
_EARNED = re.compile(
    r"(?:预算|财政)收入[^，。;；]{0,4}(?:增|达|年均)|研发(?:经费)?(?:投入|支出)|研发费用占|研究与试验发展"
)
# 每次收费不得超过60元: what others may take.
_FEE_LIMIT = re.compile(
    r"(?:收费|租金(?!补)|票价|保教费|住宿费)[^，。;；]{0,8}(?:不得?超过|不得?高于|最多|最高|上限)[^，。;；]{0,6}$"
)
# 加计扣除比例由50%提高到75%.
_DEDUCTED = re.compile(r"加计扣除比例")
_TAX = re.compile(r"抵免|减按|免税|税额|税率|减征|扣除|起征点|应纳税")


def is_given(before: str, unit: str) -> bool:
    """Tell whether an amount is given by the document itself (给予最高5万元), whatever year stands before."""
    return unit == "元" and _GIVEN.search(before) is not None


def is_output(words: str) -> bool:
    """Tell whether money is what an economy yields (工业总产值), and not what is spent."""
    return _OUTPUT.search(words) is not None


def kind_of_money(before: str, after: str) -> tuple[str, str]:
    """Return the kind of an amount of money and its rule by the words of its clause before and behind it."""
    around = before + after
    if _FEE_LIMIT.search(before) or _FEE.search(before) or _DEDUCTIBLE.match(after):
        return "rule", "收费限额"
    if _MEANS.search(before):
        return "rule", "条件"
    if _PAID.search(before):
        return "funding", "资金用语"
    if _INVESTED.search(before) and _AT_LEAST.match(after) and not _AIMED.search(before):
        return "rule", "条件"
    if _TAX.search(around):
        return "rule", "税收规定"
    return ("goal", "产出金额") if _OUTPUT.search(around) else ("funding", "资金用语")


def kind_of_share(before: str, after: str, unit: str, lead: str) -> tuple[str, str] | None:
    """Return the kind of a share of money, or None."""
    if _CHARGED.match(after) or _PART_OF_SCORE.search(before) or (unit == "%" and _REMITTED.search(before)):
        return "rule", "要求用语"
    if unit == "%" and _REMITTED_TO.search(before) and _REMITTED_FEE.match(after):
        return "rule", "要求用语"
    if unit == "%" and _DEDUCTED.search(before):
        return "rule", "税收规定"
    if unit in ("%", "‰") and (_THEN_GRANTED.match(after) or (_GRANTED.search(before) and _SUPPORT.match(after))):
        return "funding", "资金比例"
    if unit == "%" and _USED.match(after) and _SHARE_OF_MONEY.search(lead):
        return "funding", "资金比例"
    around = before + after
    shared = unit in ("%", "‰", "比", "个百分点", "百分点") and _SHARE_OF_MONEY.search(around) and _SPENT.search(around)
    return ("funding", "资金比例") if shared and not _TAX.search(around) and not _EARNED.search(before) else None
