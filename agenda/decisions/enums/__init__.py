"""The words of decisions: what can be decided, what it serves, and who may read it."""

from agenda.decisions.enums.decisions import LEAVES_OPEN, OF_ANY_BODY, DecisionKind, Serves, Verb
from agenda.decisions.enums.visibility import SHARED, VISIBILITIES, Visibility, VisibilityRow

__all__ = [
    "LEAVES_OPEN",
    "OF_ANY_BODY",
    "SHARED",
    "VISIBILITIES",
    "DecisionKind",
    "Serves",
    "Verb",
    "Visibility",
    "VisibilityRow",
]
