"""What a body can decide about an earlier meeting of its own: that the verslag is right."""

from __future__ import annotations

from agenda.decisions.effects.table import Effect, register
from agenda.decisions.enums import DecisionKind
from agenda.decisions.models import Decision
from agenda.meetings.domain import minutes
from agenda.meetings.models import Meeting
from portal.accounts.actor import Actor


def adopt(meeting: Meeting, *, decision: Decision, by: Actor) -> None:
    minutes.adopt(meeting, decision=decision, by=by)


def fill() -> None:
    """Enter the effect of this room in the table."""
    sentence = "Het verslag is daarna vastgesteld en verandert niet meer."
    register(DecisionKind.VERSLAG_VASTSTELLEN, Meeting, Effect(adopt, minutes.blockers_for_adopting, lambda meeting: sentence))
