"""A newcomer to the small world: its plan, and the decisions that take it in."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
from openpyxl import load_workbook

from regional_targets.candidates.proposals import propose
from regional_targets.review.filling import fill_review
from regional_targets.review.sheets import write_review
from regional_targets.tables import Data

FILE = "plan.docx"
TEXT = """戊己市职业教育行动计划
戊己政发〔2023〕9号

一、目标
到2025年，全市职业院校“双师型”教师占比达到６０％以上，建设4所省级优质中职学校。
推广在线课程，打造5G实训室。
二、保障
市财政设立每年800万元专项资金。
附件 任务表
1.建设4所优质中职学校。
戊己市人民政府
2023年3月1日
"""
REGION = {"region_id": "wu", "name_zh": "戊己市", "name_en": "Wu", "admin_level": "prefecture", "adcode": "990500"}
DOCUMENT = {"title_en": "Plan of Wu", "issuer_zh": "戊己市人民政府", "issuer_en": "Government of Wu"}


def row_of(text: str, **cells: object) -> list[tuple]:
    """Decisions on the proposal that holds `text`."""
    return [("proposals", text, column, value) for column, value in cells.items()]


def decisions(*more: tuple) -> pd.DataFrame:
    """All decisions on the newcomer; later ones go before earlier ones."""
    rows = [
        ("proposals", "*", "decision", "accept"),
        *[("regions", "1", column, value) for column, value in REGION.items()],
        *[("documents", "1", column, value) for column, value in DOCUMENT.items()],
        ("proposals", "６０％", "scope_id", "teachers"),
        *more,
    ]
    return pd.DataFrame(rows, columns=["sheet", "row", "column", "value"])


def written(data: Data, folder: Path, text: str = TEXT, lang: str = "en") -> Path:
    """Write the review workbook of a text, nothing decided."""
    return write_review(data, propose(text, file=FILE), {FILE: text}, folder / "review.xlsx", lang, force=True)


def decided(data: Data, folder: Path, *more: tuple, text: str = TEXT, lang: str = "en") -> Path:
    """Write the review workbook of a text and fill in all decisions."""
    return fill_review(data, written(data, folder, text, lang), decisions(*more))


def cells_of(path: Path, sheet: str) -> pd.DataFrame:
    """Read a sheet as a frame with the codes as columns and the row of Excel as index."""
    rows = list(load_workbook(path)[sheet].iter_rows(values_only=True))
    codes = [str(code).partition(".")[2] for code in rows[0]]
    frame = pd.DataFrame(rows[2:], columns=codes, index=range(3, len(rows) + 1))
    return frame.dropna(how="all")


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
