"""Compare what regions promise in their policy documents, with evidence for every number.

import regional_targets as rt
data = rt.load()
rt.compare(data, "teachers_dual_qualified")
"""

from .candidates import left_out, propose
from .charts import plot_figure, save_figure
from .comparison import compare, coverage, coverage_matrix, verdict, verdicts
from .errors import ComparisonError, DataError, DataWarning, ExportError, Problem, RegionalTargetsError, UnknownIdError
from .evidence import Evidence, check, show_evidence
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
from .workbook import write_workbook

__all__ = [
    "ComparisonError",
    "Data",
    "DataError",
    "DataWarning",
    "Evidence",
    "ExportError",
    "Figure",
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
    "findings",
    "left_out",
    "load",
    "mandate_relations",
    "normalise",
    "order",
    "plot_figure",
    "present",
    "propose",
    "restrict",
    "save_figure",
    "set_language",
    "show_evidence",
    "verdict",
    "verdict_counts",
    "verdicts",
    "verdicts_against",
    "write_workbook",
]
