"""Each workbook, read back as written and as LibreOffice saves it again, says what the frames say.

Values, notes, links and chart series are looked up in the file by their headings, with openpyxl alone, and compared
with the figures' marks and the tables. Without LibreOffice on the machine its part is skipped, and the summary says so.
"""

from __future__ import annotations

import math
import re
import shutil
import subprocess
from pathlib import Path

import pandas as pd
import pytest

import regional_targets as rt
from regional_targets.presentation import codes
from regional_targets.tables import REPOSITORY_DATA
from regional_targets.workbook.markers import as_on_sheet
from regional_targets.workbook.sheet_tables import word
from regional_targets.workbook.verifying import State, verify
from regional_targets.workbook.xlsx_content import read_sheets
from regional_targets.workbook.xlsx_reading import open_workbook

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
NOT_RUN = "NOT RUN: there is no LibreOffice (soffice) on this machine, so its part of the round trip was not tested"
with_office = pytest.mark.skipif(OFFICE is None, reason=NOT_RUN)
LANGUAGES = ["zh", "en"]
WAYS = [f"{lang}-written" for lang in LANGUAGES] + [
    pytest.param(f"{lang}-LibreOffice", marks=with_office) for lang in LANGUAGES
]
# Sheet, its table, and columns that the sheet holds as the table does.
TABLES = {
    "targets": ("targets", ["target_id", "deadline", "start_year", "value_min", "value_max", "responsible_zh"]),
    "evidence": ("mentions", ["mention_id", "target_id", "numeral", "quote", "deadline", "section_zh", "start", "end"]),
    "silences": ("silences", ["start", "end", "document_id"]),
    "documents": ("documents", ["document_id", "number", "issued", "published", "sha256", "period_end"]),
    "mandates": ("mandates", ["mandate_id", "number", "quote", "source"]),
    "context": ("context", ["value", "source"]),
}


@pytest.fixture(scope="module")
def files(workbooks, tmp_path_factory) -> dict[str, Path]:
    """Every workbook as written and, where it can be had, as LibreOffice saved it."""
    folder = tmp_path_factory.mktemp("round")
    made = {f"{lang}-written": path for lang, path in workbooks.items()}
    if OFFICE:
        saved = folder / "saved"
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [OFFICE, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(saved)]
        subprocess.run([*command, *map(str, made.values())], check=True, capture_output=True, timeout=300)
        made |= {f"{lang}-LibreOffice": saved / f"{lang}.xlsx" for lang in LANGUAGES}
    return made


class Saved:
    """One file, read by openpyxl, and a way to find a column below its heading."""

    def __init__(self, data, path, lang):
        self.data, self.path, self.lang, self.book = data, path, lang, open_workbook(path)

    def cells(self, sheet, name, n_rows):
        """The cells below the heading of a column, given by its name in the code or by its words."""
        words = {name, word(self.data, name, self.lang)}
        head = next(
            (cell for row in self.book[sheet].iter_rows() for cell in row if cell.value in words and cell.row > 3), None
        )
        assert head is not None, (sheet, name)
        return [self.book[sheet].cell(head.row + step, head.column) for step in range(1, n_rows + 1)]

    def referred(self, reference):
        sheet, cells = reference.rsplit("!", 1)
        found = self.book[sheet.strip("'").replace("''", "'")][cells.replace("$", "")]
        return [row[0].value for row in found] if isinstance(found, tuple) else [found.value]

    def led_to(self, cell):
        sheet, place = cell.hyperlink.location.rsplit("!", 1)
        return self.book[sheet.strip("#'").replace("''", "'")][place]


@pytest.fixture(scope="module", params=WAYS)
def saved(request, data, files) -> Saved:
    return Saved(data, files[request.param], request.param.split("-")[0])


@pytest.fixture(scope="module")
def figures(data):
    return {lang: [rt.figure(data, fig_id, lang) for fig_id in rt.catalogue(data)] for lang in LANGUAGES}


def intervals(figures, saved):
    return [figure for figure in figures[saved.lang] if figure.form == "intervals"]


def same(found, wanted):
    """Equal as values; what is missing in a frame is an empty cell or a mark in brackets in the file."""
    if pd.isna(wanted) or wanted == "":
        return found is None or str(found).startswith("[")
    return found == wanted


def bare(text):
    return re.sub(r"\s", "", text)


def test_tables_hold_the_values_of_the_data(saved, data):
    for sheet, (name, columns) in TABLES.items():
        frame = data.table(name)
        if sheet == "evidence":
            ids = [cell.value for cell in saved.cells(sheet, "mention_id", len(frame))]
            frame = frame.set_index("mention_id", drop=False).loc[ids]
            assert sorted(ids) == sorted(data.mentions["mention_id"])
        for column in [column for column in columns if frame[column].astype(str).str.len().gt(0).any()]:
            cells = saved.cells(sheet, column, len(frame) + 1)
            found = [cell.value for cell in cells]
            wrong = [pair for pair in zip(found, frame[column], strict=False) if not same(*pair)]
            assert wrong == [], (sheet, column)
            assert found[-1] is None, (sheet, column)


def test_verdicts_hold_every_pair(saved, data):
    judged = rt.verdicts(data)
    words = codes(data, "verdict", saved.lang)
    for column, wanted in (
        *((side, judged[side]) for side in ("target_a", "target_b")),
        ("verdict", judged["verdict"].map(words)),
        ("reason", judged[f"reason_{saved.lang}"]),
    ):
        found = [cell.value for cell in saved.cells("verdicts", column, len(judged) + 1)]
        assert all(same(*pair) for pair in zip(found, wanted, strict=False)), column
        assert found[-1] is None


def test_figures_hold_their_marks(saved, figures):
    seen = 0
    for figure in intervals(figures, saved):
        marks = figure.marks
        columns = {name: saved.cells(figure.id, name, len(marks)) for name in ("region", "amount", "target_id")}
        for row, mark in enumerate(marks.itertuples()):
            assert columns["region"][row].value == mark.region
            if mark.status == "stated":
                assert columns["amount"][row].value == mark.amount
                assert columns["target_id"][row].value == mark.target_id
                seen += 1
            else:
                told = [str(cell.value) for cell in saved.book[figure.id][columns["region"][row].row]]
                assert any(mark.label in text for text in told)
    assert seen > 30


def test_matrices_hold_their_counts(saved, figures):
    for figure in figures[saved.lang]:
        if figure.form == "matrix":
            for column, group in figure.marks.groupby("column", sort=False):
                cells = saved.cells(figure.id, column, len(group))
                for cell, mark in zip(cells, group.itertuples(), strict=True):
                    if not pd.isna(mark.value):
                        assert str(int(mark.value)) in str(cell.value)


def test_notes_and_sources_stand_below_their_figures(saved, figures):
    checked = 0
    for figure in figures[saved.lang]:
        text = bare("".join(str(row[0].value or "") for row in saved.book[figure.id].iter_rows(max_col=1)))
        for note in (figure.source, *figure.notes, figure.id):
            assert bare(as_on_sheet(note)) in text, (figure.id, note)
            checked += 1
    assert checked > 3 * len(figures[saved.lang])


def test_links_lead_from_amounts_to_evidence_and_back(saved, figures, data):
    seen = 0
    for sheet, n_rows in [("targets", len(data.targets)), *((f.id, len(f.marks)) for f in intervals(figures, saved))]:
        amounts, targets = (saved.cells(sheet, name, n_rows) for name in ("amount", "target_id"))
        for amount, target in zip(amounts, targets, strict=True):
            if target.value in set(data.targets["target_id"]):
                row = saved.led_to(amount)
                assert row.parent.title == "evidence"
                assert target.value in [cell.value for cell in row.parent[row.row]]
                seen += 1
    for cell in saved.cells("evidence", "target_id", len(data.mentions)):
        assert saved.led_to(cell).value == cell.value
    assert seen > len(data.targets)


def test_chart_series_keep_the_values_of_the_marks(saved, figures):
    seen = 0
    for figure in figures[saved.lang]:
        drawn = []
        for chart in saved.book[figure.id]._charts:
            for series in chart.series:
                kept = {point.idx: float(point.v) for point in series.val.numRef.numCache.pt}
                referred = saved.referred(series.val.numRef.f)
                numbers = {place: value for place, value in enumerate(referred) if isinstance(value, int | float)}
                assert kept == pytest.approx(numbers), (figure.id, series.val.numRef.f)
                texts = [point.v for point in series.cat.strRef.strCache.pt]
                assert texts == [str(text) for text in saved.referred(series.cat.strRef.f)]
                assert [point.v for point in series.tx.strRef.strCache.pt] == saved.referred(series.tx.strRef.f)
                drawn += kept.values()
        if figure.form == "intervals":
            stated = figure.marks[figure.marks["status"] == "stated"]
            ends = [*stated["x_min"], *stated["x_max"], *(stated["x_max"] - stated["x_min"])]
            assert all(any(math.isclose(value, end) for end in ends) for value in drawn)
            assert all(any(math.isclose(value, low) for value in drawn) for low in stated["x_min"])
        else:
            assert sum(drawn) == pytest.approx(figure.counts.to_numpy().sum())
        seen += len(drawn)
    assert seen > 100


@pytest.mark.parametrize("lang", LANGUAGES)
@with_office
def test_libreoffice_changes_nothing_that_the_workbook_says(files, data, lang):
    written, saved = (read_sheets(files[f"{lang}-{way}"]) for way in ("written", "LibreOffice"))
    assert list(written) == list(saved)
    for name, sheet in written.items():
        assert saved[name].rows == sheet.rows, name
        assert sorted(saved[name].charts) == sorted(sheet.charts), name
        assert saved[name].digest() == sheet.digest(), name
    assert verify(data, files[f"{lang}-LibreOffice"]).state is State.CURRENT


@with_office
def test_text_that_looks_like_a_formula_stays_text_in_libreoffice(small, change, tmp_path):
    texts = ["=1+1", "+1", "-1", "@SUM(1)", "\tx", "＝1＋1", "'quoted", "_x0041_"]
    for row, text in enumerate(texts[: len(small.targets)]):
        small = change(small, "targets", row, note_en=text)
    path = rt.write_workbook(small, tmp_path / "live.xlsx", figures=[], lang="en")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [OFFICE, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path / "saved"), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    rows = read_sheets(tmp_path / "saved" / "live.xlsx")["targets"].rows
    assert rows == read_sheets(path)["targets"].rows
    said = [cell.value for cells in rows.values() for cell in cells.values()]
    assert [text for text in texts[: len(small.targets)] if text not in said] == []


def test_it_is_said_whether_libreoffice_took_part(record_property):
    line = f"round trip: through openpyxl; LibreOffice {NOT_RUN if OFFICE is None else 'took part'}"
    record_property("summary", line)
    assert ("NOT RUN" in line) == (OFFICE is None)


def test_ci_fetches_libreoffice_without_ever_failing_for_it():
    script = (REPOSITORY_DATA.parent / ".ci" / "run").read_text(encoding="utf-8")
    assert "libreoffice-calc" in script and "timeout" in script
    assert script.rstrip().splitlines()[-1] == "make test"
