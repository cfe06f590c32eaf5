"""Writing a decision down. Whoever calls this sees to the effects in the same transaction."""

from __future__ import annotations

from uuid import UUID

from django.db import models, transaction

from agenda.decisions.enums import DecisionKind, Serves, Verb, Visibility
from agenda.decisions.models import Decision, DecisionSeal, Reservation, StepDecision
from knelpunten.models import KnelpuntStep
from portal.accounts.actor import Actor
from portal.history.domain.recording import record
from portal.kit import clock
from portal.network.models import Body, Membership


def write(
    *,
    key: UUID,
    body: Body,
    kind: DecisionKind,
    serves: Serves,
    wording: str,
    subject: models.Model | None,
    by: Actor,
    visibility: Visibility = Visibility.OPEN,
    corrects: Decision | None = None,
) -> Decision:
    """Record a decision under the next number of its body in this year, and seal its text. Locks the body.

    What not everybody may read is numbered by itself, so that no gap in the numbers tells that it is there.
    """
    body = Body.objects.lock(body)
    moment = clock.now()
    decision = Decision.objects.write(
        key=key,
        body=body,
        number=_next_number(body, moment.year, visibility),
        kind=kind,
        serves=serves,
        wording=wording.strip(),
        subject=subject,
        corrects=corrects,
        taken_at=moment,
        by=by,
    )
    seal = DecisionSeal.objects.write(decision=decision, visibility=visibility, sha256=decision.digest, by=by)
    record(decision, Verb.DECIDED, by=by, facts=[decision, seal])
    return decision


def _next_number(body: Body, year: int, visibility: Visibility) -> str:
    taken = Decision.objects.filter(body=body, number__startswith=f"{year}-", seal__visibility=visibility).count()
    return f"{year}-{visibility.row.series}{taken + 1:03d}"


def rest(*, step: KnelpuntStep, decision: Decision, by: Actor) -> StepDecision:
    """Say on which decision a step of a knelpunt rests: who reads the step reads why there. Part of taking the decision."""
    made: StepDecision = StepDecision.objects.write(step=step, decision=decision, by=by)
    record(step.knelpunt, Verb.RESTS, by=by, facts=[made])
    return made


@transaction.atomic
def reserve(*, decision: Decision, membership: Membership, text: str, by: Actor) -> Reservation:
    """Put a voorbehoud of an organisation on record. Said twice, the first one stands."""
    existing: Reservation | None = Reservation.objects.filter(decision=decision, membership=membership).first()
    if existing:
        return existing
    made: Reservation = Reservation.objects.write(
        decision=decision, membership=membership, text=text.strip(), made_at=clock.now(), by=by
    )
    record(decision, Verb.RESERVED, by=by, facts=[made])
    return made
