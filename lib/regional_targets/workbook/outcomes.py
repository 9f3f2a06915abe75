"""What a rule of accessibility is, and what it can find."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .checked_workbook import CheckedWorkbook

PASS, FAIL, NOT_APPLICABLE, OTHERWISE = "pass", "fail", "not applicable", "decided otherwise"
SHOWN = 4


@dataclass(frozen=True)
class Outcome:
    """A result and its detail in both languages."""

    result: str
    zh: str
    en: str


@dataclass(frozen=True)
class Rule:
    """One rule: id, its words in both languages, whether the checklist calls it essential, and its check."""

    id: str
    zh: str
    en: str
    essential: bool
    check: Callable[[CheckedWorkbook], Outcome]


def judged(faults: Sequence[str], zh: str, en: str, result: str = PASS) -> Outcome:
    """Fail with the first faults, or return `result` with what was seen."""
    if faults:
        more = "" if len(faults) <= SHOWN else f" … ({len(faults)})"
        told = "; ".join(faults[:SHOWN]) + more
        return Outcome(FAIL, told, told)
    return Outcome(result, zh, en)


def not_applicable(zh: str, en: str) -> Outcome:
    """Return that there is nothing to check, and why."""
    return Outcome(NOT_APPLICABLE, zh, en)
