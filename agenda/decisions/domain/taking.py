"""Writing a decision down. Whoever calls this sees to the effects in the same transaction."""

from __future__ import annotations

from uuid import UUID

from django.db import models

from agenda.decisions.enums import DecisionKind, Serves, Verb
from agenda.decisions.models import Decision
from portal.accounts.actor import Actor
from portal.history.domain.recording import record
from portal.kit import clock
from portal.network.models import Body


def write(
    *, key: UUID, body: Body, kind: DecisionKind, serves: Serves, wording: str, subject: models.Model | None, by: Actor
) -> Decision:
    """Record a decision under the next number of its body in this year. Locks the body."""
    body = Body.objects.lock(body)
    moment = clock.now()
    decision = Decision.objects.write(
        key=key,
        body=body,
        number=_next_number(body, moment.year),
        kind=kind,
        serves=serves,
        wording=wording.strip(),
        subject=subject,
        taken_at=moment,
        by=by,
    )
    record(decision, Verb.DECIDED, by=by, facts=[decision])
    return decision


def _next_number(body: Body, year: int) -> str:
    taken = Decision.objects.filter(body=body, number__startswith=f"{year}-").count()
    return f"{year}-{taken + 1:03d}"
