"""What the instructions of the review workbook say, in both languages: (heading, sentence) per line."""

from __future__ import annotations

from ..language import Language

INSTRUCTION_LINES: dict[Language, list[tuple[str, str]]] = {
    "zh": [
        ("做什么", "逐条决定程序从文件中提议的承诺，并补上新地区、新文件的几行信息；全程不需要打开任何 CSV。"),
        ("黄色与灰色表头", "黄色表头的列由您填写或修改；灰色表头的列由程序给出，用来找回原文位置。"),
        (
            "提议",
            "“决定”一列每行必选：接受；修改（改动这一行任何值后接受）；排除（数字不是承诺，须选“排除理由”）。"
            "标为接受而改动了值的行，按改动后的值采用。",
        ),
        ("指标", "接受的行须有指标。预填的是猜测，请核对；没有合适的指标时在“新指标”表加一行，再把编号写进来。"),
        (
            "同一承诺",
            "正文与附件重复同一承诺时，在后一行写前一行的编号（如 p003），两处合为一项承诺。"
            "预填的是猜测；不是同一承诺就清空。",
        ),
        ("范围", "比例、时长、比率须有范围（分母或约束对象），其他数量不填；没有合适的范围时在“新范围”表加一行。"),
        ("英文对象", "“对象英文名”可以留空，留空时采用指标的英文名称。"),
        (
            "读数不同",
            "检查程序会在原文中重读每个数字。您的值与它的读数不同时，请在最后两列写明理由，否则请改回；提示列会预先指出。",
        ),
        (
            "漏掉的承诺",
            "在“提议”表最后另起一行：写决定、原句（照抄文件，含该数字）、数字原文、指标、类别、对象；"
            "位置由程序在原文中查找，数值等可留空由程序读出。",
        ),
        (
            "其他数字",
            "文件中其余每个数字都要有一个理由。理由已预填，请浏览并改正；其中若有承诺，按上一条补入“提议”表。",
        ),
        (
            "未承诺的指标",
            "文件用到了某个指标的词、却没有它的承诺时，须说明原因。已预填“提及但无数字”；"
            "最后已有承诺的指标，其行自动忽略。",
        ),
        (
            "地区、文件",
            "地区编号用小写拼音，如 lanzhou。文件编号可留空，由地区编号和年份生成。只为已有地区加文件时，清空地区行。",
        ),
        ("背景数据", "人口、地区生产总值等。暂时没有数值就保留“尚未编码”，不要填零。"),
        (
            "可以放心做的",
            "排序、筛选、隐藏、移动或插入列、分几天填写、用 WPS 或 LibreOffice 保存。不要删除行：不是承诺就选“排除”。",
        ),
        (
            "完成之后",
            "运行 python -m regional_targets review 本文件名.xlsx。有缺漏时程序列出表、行、列和做法，data/ 不改动；"
            "全部正确才一次写入。加 --dry-run 只检查不写入。",
        ),
    ],
    "en": [
        (
            "What to do",
            "Decide on each commitment that the program proposes, and add a few rows on the new region and document. "
            "No CSV has to be opened.",
        ),
        (
            "Yellow, grey",
            "Columns with a yellow heading are yours to fill in or change; those with a grey heading are given by the "
            "program and lead back to the place in the text.",
        ),
        (
            "proposals",
            "Every row needs a decision: accept; change (accept with the values you changed in this row); reject (the "
            "number is no commitment: choose a reason). A row marked accept whose values you changed counts so too.",
        ),
        (
            "Indicator",
            "An accepted row needs an indicator. What stands there is a guess, please check it; where none fits, add a "
            "row on the sheet of new indicators and write its id here.",
        ),
        (
            "Same commitment",
            "Where body and annex repeat one commitment, write the number of the earlier row (as p003) into the later "
            "one: both places become one target. What stands there is a guess; clear it where it is wrong.",
        ),
        (
            "Scope",
            "Shares, durations and ratios need a scope (denominator or group bound), other amounts have none; where "
            "none fits, add a row on the sheet of new scopes.",
        ),
        ("Object in English", "May stay empty: the English name of the indicator is taken."),
        (
            "Other readings",
            "The check reads every number again in the text. Where your value differs, say why in the two columns of "
            "reasons, or change it back; the column of hints points such rows out beforehand.",
        ),
        (
            "Missed commitments",
            "Add a row below the last one of the proposals: decision, clause (copied from the document, with the "
            "number), numeral, indicator, kind, object. The place is looked up in the text; values left empty are read "
            "there.",
        ),
        (
            "other numerals",
            "Every other number of the document has a reason. It is filled in; look through and correct it. A "
            "commitment among them is added to the proposals as said above.",
        ),
        (
            "silences",
            "Where a document uses the words of an indicator but commits to nothing on it, the reason must be stated. "
            "“mentioned, no number” is filled in; rows of indicators that have a target in the end are ignored.",
        ),
        (
            "regions, documents",
            "A region id is a lower-case slug, as lanzhou. The document id may stay empty: it is made of the region id "
            "and the year. For a further document of a known region, clear the region row.",
        ),
        (
            "context",
            "Population, gross domestic product. Where there is no value yet, leave “not coded”; do not write zero.",
        ),
        (
            "Safe to do",
            "Sort, filter, hide, move columns, insert your own columns, work on several days, save with WPS or "
            "LibreOffice. Do not delete rows: choose reject for what is no commitment.",
        ),
        (
            "When done",
            "Run python -m regional_targets review THIS_FILE.xlsx. If something is missing, it lists sheet, row, "
            "column and what to do, and data/ stays as it is; only when all is right is everything written at once. "
            "With --dry-run it checks and writes nothing.",
        ),
    ],
}
