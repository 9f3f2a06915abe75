"""Compare what regions promise in their policy documents, with evidence for every number.

import regional_targets as rt
data = rt.load()
rt.compare(data, "teachers_dual_qualified")
"""

from importlib import import_module
from typing import TYPE_CHECKING

from .candidates.proposals import left_out, propose
from .checks import check
from .comparison import compare, coverage, coverage_matrix, verdict, verdicts
from .documents.batch import propose_files
from .documents.readers import read_document
from .errors import ComparisonError, DataError, DataWarning, ExportError, Problem, RegionalTargetsError, UnknownIdError
from .evidence import Evidence, show_evidence
from .figure_base import Figure
from .figures import catalogue, figure
from .language import set_language
from .mandates import mandate_relations
from .narrative import Text, answer, findings
from .ordering import normalise, order
from .presentation import codes, present
from .reading import concordance, contradictions
from .scale import verdict_counts, verdicts_against
from .selection import restrict
from .tables import Data, load

if TYPE_CHECKING:
    from .charts import picture, plot_figure, save_figure
    from .review.filling import fill_review
    from .review.importing import Imported, import_review, review_problems
    from .review.sheets import write_review
    from .word_tables import to_docx, to_html
    from .workbook.writing import write_workbook

__all__ = [
    "ComparisonError",
    "Data",
    "DataError",
    "DataWarning",
    "Evidence",
    "ExportError",
    "Figure",
    "Imported",
    "Problem",
    "RegionalTargetsError",
    "Text",
    "UnknownIdError",
    "answer",
    "catalogue",
    "check",
    "codes",
    "compare",
    "concordance",
    "contradictions",
    "coverage",
    "coverage_matrix",
    "figure",
    "fill_review",
    "findings",
    "import_review",
    "left_out",
    "load",
    "mandate_relations",
    "normalise",
    "order",
    "picture",
    "plot_figure",
    "present",
    "propose",
    "propose_files",
    "read_document",
    "restrict",
    "review_problems",
    "save_figure",
    "set_language",
    "show_evidence",
    "to_docx",
    "to_html",
    "verdict",
    "verdict_counts",
    "verdicts",
    "verdicts_against",
    "write_review",
    "write_workbook",
]

# Matplotlib alone takes longer to import than all the rest; who reads documents or judges numbers does not wait for it.
_IMPORTED_WHEN_USED = {
    "Imported": "review.importing",
    "fill_review": "review.filling",
    "import_review": "review.importing",
    "picture": "charts",
    "plot_figure": "charts",
    "review_problems": "review.importing",
    "save_figure": "charts",
    "to_docx": "word_tables",
    "to_html": "word_tables",
    "write_review": "review.sheets",
    "write_workbook": "workbook.writing",
}


def __getattr__(name: str) -> object:
    """Import what draws and what writes workbooks when it is first used."""
    if name not in _IMPORTED_WHEN_USED:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f".{_IMPORTED_WHEN_USED[name]}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
