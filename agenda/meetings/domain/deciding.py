"""Taking a decision at an agenda item: the decision, its place and its effects are stored together or not at all."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import transaction

from agenda.decisions.domain import taking
from agenda.decisions.enums import DecisionKind, Serves
from agenda.decisions.models import Decision
from agenda.meetings import effects
from agenda.meetings.enums import Verb
from agenda.meetings.models import AgendaItem, ItemDecision, Meeting
from portal.accounts.actor import Actor
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.refusals import Blocker, Refused
from portal.privacy.domain import guarding


class DecisionRefused(Refused):
    pass


class AlreadyDecided(DecisionRefused):
    """Somebody was first: what was decided comes along, so that nobody has to look for it."""

    def __init__(self, decision: Decision) -> None:
        sentence = f"Bij dit punt is al een besluit vastgelegd door de {decision.by_label}: {decision.get_kind_display()}."
        super().__init__(Blocker("already-decided", sentence))
        self.decision = decision


def blockers_for_decision(*, item: AgendaItem, kind: DecisionKind) -> list[Blocker]:
    """Why this decision cannot be taken at this item now."""
    blockers = []
    if not item.meeting.is_open:
        blockers.append(Blocker("not-open", "Een besluit wordt vastgelegd terwijl de vergadering open is."))
    effect = effects.effect_for(kind, item.subject)
    if not effects.may_decide(item.meeting.body, kind):
        blockers.append(Blocker("not-this-body", f"De {item.meeting.body} adviseert hierover. De Stuurgroep besluit."))
    elif effect is None:
        blockers.append(Blocker("no-such-decision", "Dit besluit past niet bij dit agendapunt."))
    else:
        blockers += effect.blockers(item.subject)
    return blockers


@transaction.atomic
def take(*, item: AgendaItem, key: UUID, kind: DecisionKind, wording: str, by: Actor, **details: Any) -> Decision:
    """Record the decision of the table at this item, and let it have its effects.

    Raises AlreadyDecided for the second of two secretaries, and PersonalDataRefused; sending the same form twice is sending it once.
    """
    guarding.refuse_identifiers([wording])
    Meeting.objects.lock(item.meeting)
    item = AgendaItem.objects.select_related("meeting__body", "outcome__decision").get(pk=item.pk)
    if item.decision and item.decision.key == key:
        return item.decision
    if item.decision:
        raise AlreadyDecided(item.decision)
    if blockers := blockers_for_decision(item=item, kind=kind):
        raise DecisionRefused(*blockers)
    decision = taking.write(
        key=key, body=item.meeting.body, kind=kind, serves=Serves(item.serves), wording=wording, subject=item.subject, by=by
    )
    place = ItemDecision.objects.write(item=item, decision=decision, taken_at=clock.now(), by=by)
    effects.apply(kind, item.subject, decision=decision, by=by, **details)
    record(item, Verb.DECIDED_AT, by=by, facts=[place])
    return decision
