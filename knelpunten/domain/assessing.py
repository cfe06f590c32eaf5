"""The landelijk bureau assesses what was handed in."""

from __future__ import annotations

from django.db import transaction

from knelpunten.domain import steps
from knelpunten.enums import KnelpuntState
from knelpunten.models import Knelpunt, KnelpuntStep
from portal.accounts.actor import Actor
from portal.network.models import Ambition, PolicyTable, Theme
from portal.privacy.domain import guarding

STARTED = "Het landelijk bureau is begonnen met de beoordeling."


def start(*, knelpunt: Knelpunt, by: Actor) -> KnelpuntStep:
    """Begin the assessment: from here on the house no longer changes or withdraws it."""
    return steps.take(knelpunt=knelpunt, to=KnelpuntState.IN_BEOORDELING, reason=STARTED, by=by)


@transaction.atomic
def conclude(
    *,
    knelpunt: Knelpunt,
    outcome: KnelpuntState,
    reason: str,
    by: Actor,
    theme: Theme | None = None,
    ambition: Ambition | None = None,
    table: PolicyTable | None = None,
) -> KnelpuntStep:
    """Give the assessment its outcome, with a reason for the house; places the knelpunt when that was still open."""
    guarding.refuse_identifiers([reason])
    knelpunt = Knelpunt.objects.lock(knelpunt)
    if theme or ambition:
        knelpunt.theme, knelpunt.ambition = theme, ambition
    if blockers := steps.blockers_for_step(knelpunt=knelpunt, to=outcome, reason=reason, table=table):
        raise steps.StepRefused(*blockers)
    knelpunt.save(update_fields=["theme", "ambition"])
    return steps.write_step(knelpunt, to=outcome, reason=reason, table=table, by=by)
