"""In English why a mention is proposed as it is: `propose` gives its rules in Chinese, whatever the language."""

from __future__ import annotations

_DEADLINE = "期限："
REASONS = {
    "数字": "digits",
    "中文数字": "Chinese numeral",
    "分数": "fraction",
    "成数": "tenths",
    "比值": "ratio",
    "措辞": "wording",
    "目标": "goal",
    "资金用语": "words for money to be spent",
    "给予的金额": "amount that is given",
    "资金比例": "share of money",
    "产出金额": "money as an output",
    "税收规定": "tax rule",
    "收费限额": "limit of a charge",
    "要求用语": "words for a requirement",
    "时长要求": "required duration",
    "时限目标": "goal of a time",
    "比值要求": "required ratio",
    "频次要求": "required frequency",
    "上限": "upper limit",
    "条件": "condition",
    "处罚": "fine",
    "任务": "task",
    "计分": "points of a score",
    "标准章节": "section of standards",
    "年度任务": "task of the year",
    "表中年份": "year in the table",
    "现状用语": "words for what exists",
    "现状章节": "section on what exists",
    "现状栏": "column of what exists",
    "回顾语气": "the passage looks back",
    "过去年份": "past year",
    "预测的数": "forecast",
    "变化前的数": "value before a change",
    "基数": "base of a comparison",
    "点名的对象": "named set",
    "点名的批次": "named batch",
    "已有的数": "there already",
    "现状无期限": "a status has none",
    "本句年份": "year of its sentence",
    "文件规划期末": "end of the document's period",
    "未注期限": "none stated",
    "规则长期有效": "a rule is standing",
    "标题或领起语年份": "year of a heading or lead-in",
    "年度计划当年": "year of the annual plan",
    "同行年份": "year of its row",
    "发文年份": "year of issue",
    "同一承诺他处年份": "year of the same commitment elsewhere",
}


def in_english(reason: str) -> str:
    """Return the `reason` of a proposal in English: 数字；期限：未注期限 is `digits; deadline: none stated`."""
    parts = [part.partition(_DEADLINE)[::2] for part in reason.split("；")]
    return "; ".join(
        f"deadline: {REASONS.get(rule, rule)}" if rule else REASONS.get(word, word) for word, rule in parts
    )
