"""Taking a decision at an agenda item: the decision, its place and its effects are stored together or not at all."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import transaction

from agenda.decisions.domain import decisions
from agenda.decisions.effects import table
from agenda.decisions.enums import DecisionKind, Serves, Visibility
from agenda.decisions.models import Decision, Reservation
from agenda.meetings.enums import Verb
from agenda.meetings.models import AgendaItem, ItemDecision, Meeting
from portal.accounts.actor import Actor
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.refusals import Blocker, Refused
from portal.network.models import Membership
from portal.privacy.domain import guard


class DecisionRefused(Refused):
    pass


class AlreadyDecided(DecisionRefused):
    """Somebody was first: what was decided comes along, so that nobody has to look for it."""

    status = 409

    def __init__(self, decision: Decision) -> None:
        sentence = f"Bij dit punt is al een besluit vastgelegd door de {decision.by_label}: {decision.get_kind_display()}."
        super().__init__(Blocker("already-decided", sentence))
        self.decision = decision


def blockers_for_decision(*, item: AgendaItem, kind: DecisionKind) -> list[Blocker]:
    """Why this decision cannot be taken at this item now."""
    blockers = []
    if not item.meeting.is_open:
        blockers.append(Blocker("not-open", "Een besluit wordt vastgelegd terwijl de vergadering open is."))
    if item.treated:
        blockers.append(Blocker("treated", f"Bij dit punt is al vastgelegd: {item.treatment.get_outcome_display()}."))
    effect = table.effect_for(kind, item.subject)
    if not table.may_decide(item.meeting.body, kind):
        blockers.append(Blocker("not-this-body", f"De {item.meeting.body} adviseert hierover. De Stuurgroep besluit."))
    elif effect is None:
        blockers.append(Blocker("no-such-decision", "Dit besluit past niet bij dit agendapunt."))
    else:
        blockers += effect.blockers(item.subject)
    return blockers


@transaction.atomic
def take(
    *, item: AgendaItem, key: UUID, kind: DecisionKind, wording: str, by: Actor, corrects: Decision | None = None, **details: Any
) -> Decision:
    """Record the decision of the table at this item, and let it have its effects.

    With `corrects` it corrects an earlier one of this body.

    Who reads the item reads the decision. Raises AlreadyDecided for the second of two
    secretaries, and PersonalDataRefused; sending the same form twice is sending it once.
    """
    guard.refuse_identifiers([wording])
    Meeting.objects.lock(item.meeting)
    item = AgendaItem.objects.select_related("meeting__body", "outcome__decision", "treatment").get(pk=item.pk)
    if item.decision and item.decision.key == key:
        return item.decision
    if item.decision:
        raise AlreadyDecided(item.decision)
    if blockers := blockers_for_decision(item=item, kind=kind):
        raise DecisionRefused(*blockers)
    if corrects and (blocker := _cannot_correct(corrects, item)):
        raise DecisionRefused(blocker)
    decision = decisions.write(
        key=key,
        body=item.meeting.body,
        kind=kind,
        serves=Serves(item.serves),
        wording=wording,
        subject=item.subject,
        visibility=Visibility(item.visibility),
        corrects=corrects,
        by=by,
    )
    place = ItemDecision.objects.write(item=item, decision=decision, taken_at=clock.now(), by=by)
    table.apply(kind, item.subject, decision=decision, by=by, **details)
    Meeting.objects.touch(item.meeting)
    record(item, Verb.DECIDED_AT, by=by, facts=[place])
    return decision


def _cannot_correct(decision: Decision, item: AgendaItem) -> Blocker | None:
    """A decision is corrected by its own body, once, and for no other readers."""
    if decision.body_id != item.meeting.body_id:
        return Blocker("other-body", "Dat besluit is van een ander gremium.")
    if decision.corrected_by.exists():
        return Blocker("corrected", f"{decision} is al door een later besluit vervangen.")
    if decision.seal.visibility != item.visibility:
        return Blocker("other-readers", f"{decision} wordt door anderen gelezen dan dit punt.")
    return None


def blockers_for_reserving(*, item: AgendaItem) -> list[Blocker]:
    """Why no voorbehoud can be put on record at this item now."""
    if item.decision is None:
        return [Blocker("no-decision", "Een voorbehoud hoort bij een besluit, en dat is er nog niet.")]
    if not item.meeting.standing.row.takes_decisions:
        return [Blocker("adopted", "Het verslag is vastgesteld. Een voorbehoud hoort nu bij een volgend besluit.")]
    return []


@transaction.atomic
def reserve(*, item: AgendaItem, membership: Membership, text: str, by: Actor) -> Reservation:
    """Put the voorbehoud of an organisation on record with the decision at this item.

    Raises DecisionRefused, PersonalDataRefused.
    """
    guard.refuse_identifiers([text])
    Meeting.objects.lock(item.meeting)
    item = AgendaItem.objects.select_related("meeting__body", "outcome__decision").get(pk=item.pk)
    if blockers := blockers_for_reserving(item=item):
        raise DecisionRefused(*blockers)
    if membership.body_id != item.meeting.body_id:
        raise DecisionRefused(Blocker("other-body", "Deze organisatie zit niet in dit gremium."))
    made = decisions.reserve(decision=item.decision, membership=membership, text=text, by=by)  # type: ignore[arg-type]
    Meeting.objects.touch(item.meeting)
    return made
