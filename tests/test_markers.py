"""Footnote markers and shorthand, and charts of amounts that the present data do not have."""

import hashlib
import xml.etree.ElementTree as ET

import pytest
from openpyxl.xml.functions import tostring

import regional_targets as rt
from regional_targets.overviews import MAX_COLUMNS
from regional_targets.workbook.markers import SHORTHAND, as_on_sheet, marked, markers_of, number_notes
from regional_targets.workbook.native_charts import SHADES, Frame, Point, interval_chart
from regional_targets.workbook.sheets import Block, Column

CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def test_every_reason_of_silence_has_a_sign_of_its_own(data):
    assert set(SHORTHAND) == set(data.schema.codelists["silence_reason"])
    assert len(set(SHORTHAND.values())) == len(SHORTHAND)


def test_a_sign_stands_before_the_words_of_a_silence_only():
    assert marked("not_mentioned", "not mentioned") == "[x] not mentioned"
    assert marked("stated", "≥ 50 %") == "≥ 50 %"


def test_words_of_the_drawing_do_not_reach_the_sheet():
    assert as_on_sheet("ab  of: teachers") == "of: teachers"
    assert as_on_sheet("dashed line: demanded by State Council") == "demanded by State Council"
    assert as_on_sheet("虚线：上级要求 ≥ 50%") == "上级要求 ≥ 50%"
    assert as_on_sheet("横线表示至少一方没有承诺") == "[z] 表示至少一方没有承诺"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_each_note_of_an_indicator_says_of_which_targets_it_speaks(data, lang):
    for fig_id in rt.catalogue(data):
        shown = rt.figure(data, fig_id, lang)
        if shown.form == "matrix":
            assert shown.noted == ()
            continue
        assert len(shown.noted) == len(shown.notes)
        stated = set(shown.marks["target_id"]) - {""}
        spoken_of = {target for targets in shown.noted for target in targets}
        assert spoken_of == stated
        notes = number_notes([shown], lang)[shown.id]
        for mark in shown.marks[shown.marks["status"] == "stated"].itertuples():
            assert markers_of(notes, mark.target_id).startswith("[")


def chart_of(points, heads=("value",)):
    columns = [Column("name", ["a", "b", "c"])]
    columns += [Column(head, [point.value if point else None for point in points]) for head in heads]
    block = Block("sheet", 4, 3, {column.heading: place for place, column in enumerate(columns, start=1)})
    chart = interval_chart(block, columns, "name", list(heads), points, Frame("title", "schools", 0.3, 25))
    return ET.fromstring(tostring(chart._write()))


def lengths(bar, side):
    return [float(point[0].text) for point in bar.find(f"{CHART}{side}").iter(f"{CHART}pt")]


def test_an_amount_open_downwards_is_hollow_and_its_arrow_points_to_zero():
    root = chart_of([Point("≤ 6", "at_most", 6.0), Point("≥ 3", "at_least", 3.0), None])
    (bar,) = root.iter(f"{CHART}errBars")
    minus, plus = lengths(bar, "minus"), lengths(bar, "plus")
    assert minus[0] > 0 and plus[1] > 0 and minus[1:] == [0, 0] and [plus[0], plus[2]] == [0, 0]
    (hollow,) = root.iter(f"{CHART}dPt")
    assert hollow.find(f"{CHART}idx").get("val") == "0"
    assert next(hollow.iter(f"{DRAWING}noFill")) is not None


def test_the_label_of_an_open_amount_stands_clear_of_its_arrow():
    root = chart_of([Point("≥ 3", "at_least", 3.0), Point("5", "exact", 5.0), None])
    labels = {label.find(f"{CHART}idx").get("val"): label for label in root.iter(f"{CHART}dLbl")}
    moved = {place: label.find(f"{CHART}layout") is not None for place, label in labels.items()}
    assert moved == {"0": True, "1": False}
    assert float(next(labels["0"].iter(f"{CHART}x")).get("val")) > 0.02


def test_a_label_has_its_parts_in_the_order_of_the_format():
    root = chart_of([Point("≥ 3", "at_least", 3.0), None, None])
    (label,) = root.iter(f"{CHART}dLbl")
    order = [child.tag.removeprefix(CHART) for child in label]
    assert order[:4] == ["idx", "layout", "tx", "dLblPos"] and order[4:6] == ["showLegendKey", "showVal"]
    (font,) = label.iter(f"{DRAWING}rPr")
    assert font.find(f"{DRAWING}ea").get("typeface") == "Microsoft YaHei"


def test_a_count_chart_tells_as_many_series_apart_as_a_matrix_has_columns():
    assert len(set(SHADES)) == len(SHADES) == MAX_COLUMNS


def test_pictures_are_written_on_request_with_the_same_bytes(data, tmp_path):
    drawn = [rt.picture(rt.figure(data, "fig-teachers-teams", "zh")) for _ in range(2)]
    assert drawn[0] == drawn[1] and drawn[0].startswith(b"\x89PNG")
    digests = set()
    for name in ("one", "two"):
        path = rt.write_workbook(
            data, tmp_path / f"{name}.xlsx", ["fig-teachers-teams"], lang="zh", pictures=lambda _: drawn[0]
        )
        digests.add(hashlib.sha256(path.read_bytes()).hexdigest())
    assert len(digests) == 1
