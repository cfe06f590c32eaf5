from ambitions.models.explanations import Explanation, ExplanationKnelpunt, Finding, HelpOffer
from ambitions.models.lines import ActionLine, AmbitionText, LineKnelpunt, LineText, PlanYear
from ambitions.models.monitor import Freeze, NationalReport, ReportOffer
from ambitions.models.plans import LineAnswer, PlanStep, PlanText, RegionalPlan

__all__ = [
    "ActionLine",
    "AmbitionText",
    "Explanation",
    "ExplanationKnelpunt",
    "Finding",
    "Freeze",
    "HelpOffer",
    "LineAnswer",
    "LineKnelpunt",
    "LineText",
    "NationalReport",
    "PlanStep",
    "PlanText",
    "PlanYear",
    "RegionalPlan",
    "ReportOffer",
]
