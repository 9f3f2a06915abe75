"""The words of the workbook's first sheets: what it asks, how to cite it, and what every code means."""

from __future__ import annotations

from collections.abc import Sequence

from .language import Language, pick
from .presentation import codes
from .rules import RULES
from .sheet_tables import status_words
from .sheets import Column
from .tables import Data

QUESTION = ("各地承诺多少、到哪一年、能否比较?", "Who promises how much, by when, and may the promises be compared?")
LICENCE = "CC BY 4.0"
# Title and subtitle of each sheet that is no figure.
TITLES = {
    "contents": (("目录", "Contents"), ("点击工作表名即可前往", "Each name leads to its sheet")),
    "notes": (
        ("说明", "Notes"),
        ("代码、空缺理由、可比规则与编码方法", "Codes, reasons of silence, rules, and how it was coded"),
    ),
    "verdicts": (
        ("承诺之间能否比较", "Which commitments may be compared"),
        ("每行一对：同一指标、不同地区；结论由规则算出", "One row is a pair of two regions on one indicator; computed"),
    ),
    "targets": (
        ("全部承诺", "All commitments"),
        ("每行一项；承诺值链接到原文", "One row each; the value leads to its wording"),
    ),
    "evidence": (
        ("证据", "Evidence"),
        ("每行为原文中的一处；承诺编号链接回承诺", "One row is one place in a document; the target id leads back"),
    ),
    "silences": (
        ("空缺", "Silences"),
        ("没有承诺而可以说明原因的地区与指标", "Why a region has no commitment on an indicator"),
    ),
    "documents": (("文件", "Documents"), ("所读的政策文件", "The policy documents that were read")),
    "mandates": (
        ("上级要求", "Mandates"),
        ("国家或省级已有的数量要求；未核实者不入图", "What higher levels demand; only verified ones enter a figure"),
    ),
    "context": (
        ("背景数据", "Context"),
        ("人口取自公报转载，均经算术核对", "Population from copies of bulletins, proved by arithmetic"),
    ),
}
MEANINGS = {
    "stated": ("文件作出可计量的承诺", "the document commits to a number"),
    "not_mentioned": (
        "文件没有提到：用指标的检索词逐一核对过，不等于零",
        "none of the indicator's terms stands in the document; this is not zero",
    ),
    "no_number": ("文件谈到，但没有给出数字", "the document speaks of it without a number"),
    "not_applicable": ("对该地区不适用", "does not apply to this region"),
    "included_elsewhere": ("已计入另一指标", "counted under another indicator"),
    "unreadable": ("原文残缺，无法读出数字", "characters are lost, so that no number can be read"),
    "other_thing": ("出现同一个词，所指不同", "the same word is used for something else"),
    "not_coded": ("尚未编码，不能当作没有承诺", "nobody has read it yet; not to be taken for silence"),
    "comparable": ("各项条件都一致", "all that matters agrees"),
    "comparable_with_notes": (
        "只有软性规则不同；说明越多，可比性越弱",
        "only soft rules differ; the more notes, the weaker the comparison",
    ),
    "not_comparable": ("至少一条硬性规则不同", "at least one hard rule differs"),
    "exact": ("没有符号：就是这个数", "no sign: this very number"),
    "at_least": ("≥：向上开放", "≥: open upwards"),
    "at_most": ("≤：向下开放", "≤: open downwards"),
    "about": ("≈：约数，不另设误差", "≈: approximate; no width is invented"),
    "range": ("–：上下限两个数", "–: a lower and an upper end"),
    "draft": ("讨论稿，尚未生效", "for discussion, not in force"),
    "annual_plan": ("只管一年的工作要点", "points of work for a single year"),
    "issued": ("已正式印发", "issued with effect"),
}
LISTS = (
    ("status", ("空缺理由", "Stated or why not")),
    ("verdict", ("可比性", "Verdict")),
    ("order", ("高低", "Order")),
    ("comparator", ("限定词", "Comparator")),
    ("stage", ("文件阶段", "Stage")),
    ("validity", ("效力", "Validity")),
    ("kind", ("承诺类别", "Kind")),
    ("modality", ("语气", "Modality")),
    ("basis", ("依据", "Basis")),
    ("period", ("计量周期", "Period")),
)
REMARKS = (
    (
        ("期限", "Deadlines"),
        (
            (
                "同一句中限定该数字的年份就是期限，并延及同句后面的数字",
                "A year that governs the number in its own sentence is its deadline, and that of the further numbers "
                "of this sentence",
            ),
            (
                "否则取统领这一段的标题或引语中的年份",
                "Otherwise the year of a heading or lead-in that dates what follows",
            ),
            (
                "否则取文件自身标明的规划期末年；全文只写过一次的期限沿用于重复处",
                "Otherwise the end of the period that the document states for itself; a goal dated once keeps its date",
            ),
            (
                "要求长期有效，除非本句写明年份；现状没有期限",
                "A rule is standing unless its own sentence has a year; a status has no deadline",
            ),
            (
                "“自某年起”是起始年，不是期限；相邻句子的年份不借用",
                "A year from which something starts is no deadline; that of a neighbouring sentence is not borrowed",
            ),
        ),
    ),
    (
        ("人口", "Population"),
        (
            (
                "人口数为第七次全国人口普查常住人口，取自统计公报的转载；每个数都用算术核对过：分项相加等于总数",
                "Population is that of the seventh national census, taken from copies of the official bulletins; each "
                "number was proved by arithmetic: its parts add up to it",
            ),
        ),
    ),
    (
        ("引文", "Quotes"),
        (
            (
                "每个数值都链接到证据表；起止位置按文件文本的字符从0数起",
                "Every value leads to its evidence; offsets count the characters of the document's text from 0",
            ),
            (
                "金额一律为元，比例一律为百分数；单位“成”已换算",
                "Money is in CNY, shares are in per cent; tenths are converted",
            ),
        ),
    ),
)
HARD = (("硬性：不同即不可比", "hard: not comparable"), ("软性：不同即加一条说明", "soft: one note"))


def note_columns(data: Data, lang: Language) -> list[Column]:
    """Return all codes with their words and meaning, the rules of comparison, and how the data were coded."""
    rows: list[tuple[str, str, str, str]] = []
    for column, topic in LISTS:
        listed = status_words(data, lang) if column == "status" else codes(data, column, lang)
        for code, words in listed.items():
            rows.append((pick(lang, *topic), code, words, pick(lang, *MEANINGS.get(code, ("", "")))))
    for code, words in data.schema.labels("context_status", lang).items():
        rows.append((pick(lang, "核对状态", "How verified"), code, words, ""))
    for rule in RULES:
        strength = pick(lang, *HARD[0 if rule.hard else 1])
        rows.append((pick(lang, "可比规则", "Rule of comparison"), rule.name, pick(lang, rule.zh, rule.en), strength))
    for topic, remarks in REMARKS:
        for place, remark in enumerate(remarks, start=1):
            rows.append((pick(lang, *topic), str(place), "", pick(lang, *remark)))
    headings = (("主题", "Topic"), ("代码", "Code"), ("用语", "Words"), ("含义", "Meaning"))
    cells: list[tuple[object, ...]] = list(zip(*rows, strict=True))
    return [
        Column(pick(lang, *head), [cell or None for cell in column], widest=70)
        for head, column in zip(headings, cells, strict=True)
    ]


def cover_lines(data: Data, lang: Language, figure_ids: Sequence[str]) -> list[tuple[str, str]]:
    """Return label and words of each line of the cover."""
    schema = data.schema
    names = pick(lang, "、", ", ").join(data.regions[f"name_{lang}"])
    cite = pick(
        lang,
        f"Regional Targets，{schema.title_zh}，数据版本 {schema.version}（{schema.created}），并注明图号与文号",
        f"Regional Targets, {schema.title_en}, data {schema.version} ({schema.created}), with the figure's id and the "
        "number of the document",
    )
    licence = pick(lang, f"数据采用 {LICENCE}：可转载、改编，须署名", f"Data: {LICENCE}; share and adapt with credit")
    counts = pick(
        lang,
        f"{len(data.targets)}项承诺，{len(data.mentions)}处原文，{len(data.documents)}份文件，{len(figure_ids)}张图",
        f"{len(data.targets)} commitments, {len(data.mentions)} places in {len(data.documents)} documents, "
        f"{len(figure_ids)} figures",
    )
    return [
        (pick(lang, "地区", "Regions"), names),
        (pick(lang, "内容", "Contents"), counts),
        (pick(lang, "数据版本", "Data version"), schema.version),
        (pick(lang, "数据日期", "Date of the data"), schema.created),
        (pick(lang, "引用方式", "How to cite"), cite),
        (pick(lang, "许可", "Licence"), licence),
    ]
