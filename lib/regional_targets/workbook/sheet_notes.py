"""The words of the workbook's first sheets: what it asks, how to cite it, and what every code means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..figure_base import Figure
from ..language import Language, pick
from ..presentation import codes
from ..rules import RULES
from ..tables import Data
from .markers import NO_PAIR, SHORTHAND, Footnote
from .sheet_tables import status_words
from .sheets import Column, location

QUESTION = ("各地承诺多少、到哪一年、能否比较?", "Who promises how much, by when, and may the promises be compared?")
LICENCE = "CC BY 4.0"
# The author that CITATION.cff names.
PROJECT = "Regional Targets project"
# What the sheets are, as the cover says it; the contents list each of them.
SHEETS = (
    (("工作表：说明", "Sheets: help"), (
        "notes 解释缩写、代码、规则和脚注；codebook 是编码手册",
        "notes explains shorthand, codes, rules and footnotes; codebook tells how the data were coded",
    )),
    (("工作表：图", "Sheets: figures"), (
        "fig- 开头，每图一表：标题、所示内容、表格、来源、脚注和可编辑的图",
        "fig-…, one each: title, what it shows, table, source, footnotes and a chart that can be edited",
    )),
    (("工作表：数据", "Sheets: data"), (
        "verdicts 可比性，targets 承诺，evidence 证据，silences 空缺，documents 文件，mandates 上级要求，context 背景",
        "verdicts (what may be compared), targets, evidence, silences, documents, mandates, context",
    )),
)  # fmt: skip
# Title and subtitle of each sheet that is no figure.
TITLES = {
    "contents": (("目录", "Contents"), ("点击工作表名即可前往", "Each name leads to its sheet")),
    "notes": (
        ("说明", "Notes"),
        ("缩写、代码、可比规则、编码方法与全部脚注", "Shorthand, codes, rules, how it was coded, and all footnotes"),
    ),
    "codebook": (
        ("编码手册", "Codebook"),
        ("如何把原文编成数据，以及每一列的含义", "How a text becomes data, and what each column of the data means"),
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
# What is no reason of silence of the data, but stands in the tables all the same.
BLANK = (
    ("空白单元格", "blank cell"),
    ("无内容", "nothing to say"),
    (
        "该行在这一列没有内容：文件没有说，或该列对它不适用；本应有而没有的数值一律写缩写，不留空白",
        "this row has nothing in this column: the document says nothing, or the column does not apply; a value that "
        "is missing has a shorthand and is never left blank",
    ),
)
PAIRLESS = (
    ("无可比对象", "no pair"),
    ("这两个地区至少一方没有承诺，无可比较", "at least one of the two regions has no commitment to compare"),
)
MARKER = (
    ("[注1]", "[note 1]"),
    ("脚注", "footnote"),
    (
        "写在它所说明的行或副标题中；文字列在图表下方，也列在本表末尾",
        "stands in the row or the statement that it explains; its text is below the table and at the end of this one",
    ),
)
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
        ("图", "Charts"),
        (
            (
                "条形止于承诺值，虚线箭头表示向上开放（≥）；空心条形内的箭头表示向下开放（≤）",
                "A bar ends at the committed value; a dashed arrow beyond it: open upwards (≥); a hollow bar with an "
                "arrow inside: open downwards (≤)",
            ),
            (
                "斜线部分从区间下限到上限；没有条形的行写明原因，不等于零",
                "The hatched part reaches from the lower to the upper end of a range; a row without a bar says why, "
                "and is not zero",
            ),
            (
                "图中标注是表中“标注”一列的文字；改动表格时须一并改写标注",
                "The texts at the bars are those of the column Label; who changes the table rewrites them by hand",
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


def note_columns(
    data: Data, lang: Language, figures: Sequence[Figure] = (), notes: Mapping[str, Sequence[Footnote]] | None = None
) -> list[Column]:
    """Return shorthand and codes with their meaning, the rules of comparison, how it was coded, and all footnotes."""
    rows: list[tuple[str, str, str, str]] = [*_shorthand(data, lang)]
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
    links = [""] * len(rows)
    for shown in figures:
        for note in (notes or {})[shown.id]:
            rows.append((pick(lang, "脚注", "Footnote"), note.marker, shown.title, note.text))
            links.append(location(shown.id, 1))
    # The short marker leads on, for some programs show a linked text on one line and cut it.
    headings = (("主题", "Topic"), ("代码", "Code"), ("用语", "Words"), ("含义", "Meaning"))
    cells: list[tuple[object, ...]] = list(zip(*rows, strict=True))
    return [
        Column(pick(lang, *head), [cell or None for cell in column], links if place == 1 else (), widest=widest)
        for place, (head, column, widest) in enumerate(zip(headings, cells, (24, 24, 36, 76), strict=True))
    ]


def _shorthand(data: Data, lang: Language) -> Iterable[tuple[str, str, str, str]]:
    """Return what stands in brackets in the tables, and what a blank cell means."""
    topic, reasons = pick(lang, "缩写", "Shorthand"), status_words(data, lang)
    for code, sign in SHORTHAND.items():
        if code in reasons:
            yield topic, f"[{sign}]", reasons[code], pick(lang, *MEANINGS[code])
    yield topic, NO_PAIR, pick(lang, *PAIRLESS[0]), pick(lang, *PAIRLESS[1])
    for signs, words, meaning in (MARKER, BLANK):
        yield topic, pick(lang, *signs), pick(lang, *words), pick(lang, *meaning)


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
    contact = pick(
        lang,
        f"告知 {PROJECT}（见其代码库的 CITATION.cff），写明工作表、单元格和数据版本；更正办法见 CONTRIBUTING.md",
        f"tell the {PROJECT} (CITATION.cff of its repository) sheet, cell and data version; CONTRIBUTING.md says how a "
        "value is corrected",
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
        (pick(lang, "发现错误", "Contact for errors"), contact),
        (pick(lang, "许可", "Licence"), licence),
        *((pick(lang, *names), pick(lang, *told)) for names, told in SHEETS),
    ]
