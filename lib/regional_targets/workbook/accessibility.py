"""Check a written workbook against the checklist for statistics in spreadsheets of the UK Analysis Function.

The rules are those of gptables' `checklist.rst`, each looked for in the file itself, and some that the checklist
implies (shorthand that is explained, a page that prints). A machine cannot see everything: what only a person can
judge is listed as not applicable, and where the workbook departs from a desirable rule on purpose, the list says so.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass

from ..language import Language, pick, resolve
from .accessible_formats import FORMAT_RULES
from .accessible_tables import TABLE_RULES
from .checked_workbook import CheckedWorkbook
from .outcomes import FAIL, NOT_APPLICABLE, OTHERWISE, PASS, Outcome, Rule

RESULTS = {
    PASS: ("通过", "pass"),
    FAIL: ("不通过", "fail"),
    NOT_APPLICABLE: ("不适用", "not applicable"),
    OTHERWISE: ("另作取舍", "decided otherwise"),
}
RULES: tuple[Rule, ...] = (*TABLE_RULES, *FORMAT_RULES)


@dataclass(frozen=True)
class Finding:
    """What a rule found: its id, its words, whether the checklist calls it essential, the result and the detail.

    `result` is `pass`, `fail`, `not applicable` or `decided otherwise` (a desirable rule that the workbook departs
    from on purpose; the detail says why).
    """

    rule: str
    words: str
    essential: bool
    result: str
    detail: str


def check_accessibility(path: str | os.PathLike[str], lang: str | None = None) -> list[Finding]:
    """Check a workbook rule by rule, in the order of the checklist.

    Parameters
    ----------
    path
        The file, `.xlsx`, in either language.
    lang
        Language of the findings; the default language without it.

    Returns
    -------
    list of Finding

    Raises
    ------
    WorkbookError
        When the file cannot be read safely or is no workbook.
    """
    language, file = resolve(lang), CheckedWorkbook(path)
    return [_finding(rule, rule.check, file, language) for rule in RULES]


def _finding(rule: Rule, check: Callable[[CheckedWorkbook], Outcome], file: CheckedWorkbook, lang: Language) -> Finding:
    found = check(file)
    return Finding(rule.id, pick(lang, rule.zh, rule.en), rule.essential, found.result, pick(lang, found.zh, found.en))


def listed(findings: list[Finding], lang: str | None = None) -> str:
    """Return the findings as a list for people, one line each, and their sum."""
    language = resolve(lang)
    lines = []
    for finding in findings:
        star = "*" if finding.essential else " "
        lines.append(f"{pick(language, *RESULTS[finding.result]):<18}{star} {finding.words}: {finding.detail}")
    counts = {result: sum(finding.result == result for finding in findings) for result in RESULTS}
    total = ", ".join(f"{pick(language, *RESULTS[result])} {count}" for result, count in counts.items())
    return "\n".join([*lines, pick(language, "* 清单中的必需项", "* essential in the checklist"), total])
