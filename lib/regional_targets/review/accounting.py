"""Nothing of a document is left unexplained: every digit that is no mention, every indicator whose words it uses."""

from __future__ import annotations

from typing import Any

from ..checks.accounting import find_terms
from ..language import pick
from .proposals import Proposal
from .reading import Row
from .tables import Desk, matched_rows
from .text_places import digit_runs, passage


def add_exclusions(desk: Desk, accepted: list[Proposal], rejected: list[Proposal]) -> None:
    """Give every digit that no mention holds its reason; report the digits that nobody explains."""
    texts, documents = desk.review.texts, desk.additions.documents
    held: dict[str, set[int]] = {name: set() for name in texts}
    for each in accepted:
        held[each.values["file"]] |= set(range(*each.place))
    reasons: list[tuple[Row, str, tuple[int, int], str]] = [
        (each.row, each.values["file"], each.place, str(each.values["reject_reason"])) for each in rejected
    ]
    for row, first in matched_rows(desk, "other_numerals"):
        if first is None:
            advice = ("漏掉的承诺请加到“提议”表。", "Add a missed commitment on the sheet of proposals.")
            desk.complain(row, "no", row["no"], ("程序写出的行", "rows as written"), advice)
            continue
        reason = str(desk.values(row)["reason"])
        reasons.append((row, str(first["file"]), (int(first["start"]), int(first["end"])), reason))
    for row, name, (low, high), reason in sorted(reasons, key=lambda each: (list(texts).index(each[1]), each[2])):
        free = [place for run in digit_runs(texts[name], low, high) for place in range(*run) if place not in held[name]]
        for start, end in _runs(free):
            held[name] |= set(range(start, end))
            cells = {"document_id": documents.get(name, ("",))[0], "start": start, "end": end}
            desk.additions.add("exclusions", {**cells, "numeral": texts[name][start:end], "reason": reason}, row)
    _report_unexplained(desk, held)


def _report_unexplained(desk: Desk, held: dict[str, set[int]]) -> None:
    """Report digits of a text that are in no row, where rows were not lost or left undecided already."""
    if desk.problems:
        return
    lang = desk.review.lang
    for name, text in desk.review.texts.items():
        free = [place for run in digit_runs(text, 0, len(text)) for place in range(*run) if place not in held[name]]
        for start, end in _runs(free):
            found = "{}【{}】{}".format(*passage(text, start, end, 12))
            wanted = pick(lang, "一条提议或一个排除理由", "a proposal, or a reason to exclude it")
            advice = pick(lang, "在“提议”表加一行。", "Add a row on the sheet of proposals.")
            desk.problems.append(desk.review.problem("other_numerals", None, f"{name} {start}", found, wanted, advice))


def _runs(places: list[int]) -> list[tuple[int, int]]:
    """Return the stretches (start, end) of neighbouring places."""
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and runs[-1][1] == place:
            runs[-1] = runs[-1][0], place + 1
        else:
            runs.append((place, place + 1))
    return runs


def add_silences(desk: Desk) -> None:
    """State why a region has no target on an indicator whose words its documents use."""
    data, additions = desk.data, desk.additions
    regions = {name: region for name, (_, region) in additions.documents.items()}
    answers: dict[tuple[str, str], tuple[Row, dict[str, Any]]] = {}
    for row, first in matched_rows(desk, "silences"):
        region = row["region_id"] or regions.get(str(first["file"]) if first else row["file"], "")
        region = region or (next(iter(set(regions.values()))) if len(set(regions.values())) == 1 else "")
        indicator = str(first["indicator_id"]) if first else str(desk.values(row, required=False)["indicator_id"])
        answers.setdefault((region, indicator), (row, desk.values(row)))
    stated = set(zip(data.targets["region_id"], data.targets["indicator_id"], strict=True)) | additions.ended
    explained = set(zip(data.silences["region_id"], data.silences["indicator_id"], strict=True))
    for (region, indicator), (document, place, word) in _words(desk).items():
        # Without an id the indicator itself is complained of already.
        if not indicator or (region, indicator) in stated | explained:
            continue
        if (region, indicator) not in answers:
            title = desk.review.titles.get("silences", "silences")
            lang = desk.review.lang
            advice = pick(
                lang,
                f"在该表加一行：地区编号 {region}，指标 {indicator}，并选理由。",
                f"Add a row there: region id {region}, indicator {indicator}, and a reason.",
            )
            found = pick(lang, f"{document} 用到“{word}”", f'"{word}" in {document}')
            wanted = pick(lang, "一项承诺，或没有承诺的理由", "a target, or the reason why there is none")
            desk.problems.append(desk.review.problem("silences", None, title, found, wanted, advice))
            continue
        row, values = answers.pop((region, indicator))
        cells = {**values, "region_id": region, "indicator_id": indicator, "document_id": document}
        additions.add("silences", cells | {"start": place[0], "end": place[1]}, row)
    for (region, indicator), (row, values) in answers.items():
        if not row["key"] and (region, indicator) not in stated | explained and values["reason"]:
            additions.add("silences", {**values, "region_id": region, "indicator_id": indicator}, row)


def _words(desk: Desk) -> dict[tuple[str, str], tuple[str, tuple[int, int], str]]:
    """Return, per region and indicator, the first word in its documents: document, place, word.

    All indicators in the new documents, new indicators in the old ones too.
    """
    terms = dict(zip(desk.data.indicators["indicator_id"], desk.data.indicators["terms_zh"], strict=True))
    new = {str(row["indicator_id"]): str(row["terms_zh"]) for row in desk.additions.cells("indicators")}
    old = desk.data.documents.set_index("document_id")["region_id"].to_dict()
    regions = dict(desk.additions.documents.values())
    found: dict[tuple[str, str], tuple[str, tuple[int, int], str]] = {}
    searched = [
        (document, regions[document], text, terms | new)
        for document, text in desk.additions.texts.items()
        if document in regions
    ]
    searched += [(str(document), str(region), desk.data.texts[str(document)], new) for document, region in old.items()]
    for document, region, text, wanted in searched:
        for indicator, words in wanted.items():
            place = next(iter(find_terms(text, words)), None) if words else None
            if place:
                found.setdefault((region, indicator), (document, place, text[slice(*place)]))
    return found
