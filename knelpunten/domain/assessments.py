"""The landelijk bureau assesses what was handed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from knelpunten.domain import hand_overs, mergers, steps
from knelpunten.enums import KnelpuntState, Need
from knelpunten.models import Knelpunt, KnelpuntStep
from portal.accounts.actor import Actor
from portal.kit.refusals import Blocker
from portal.network.models import Ambition, PolicyTable, Theme
from portal.privacy.domain import guard

# From where an assessment begins, and from where it ends.
HANDED_IN, BEING_ASSESSED = {KnelpuntState.INGEDIEND}, {KnelpuntState.IN_BEOORDELING}
STARTED = "Het landelijk bureau is begonnen met de beoordeling."


@dataclass(frozen=True)
class Outcome:
    """How an assessment ends, with what that end asks for: a table, another knelpunt, or nothing more."""

    to: KnelpuntState
    table: PolicyTable | None = None
    contact: str = ""
    check_back_date: date | None = None
    into: Knelpunt | None = None


def blockers_for_start(*, knelpunt: Knelpunt) -> list[Blocker]:
    return steps.blockers_for_leaving(knelpunt, KnelpuntState.IN_BEOORDELING, only_from=HANDED_IN)


def start(*, knelpunt: Knelpunt, by: Actor) -> KnelpuntStep:
    """Begin the assessment: from here on the house no longer withdraws it."""
    return steps.take(knelpunt=knelpunt, to=KnelpuntState.IN_BEOORDELING, reason=STARTED, by=by, only_from=HANDED_IN)


def blockers_for_concluding(*, knelpunt: Knelpunt) -> list[Blocker]:
    """Why no assessment of it can end now, however."""
    if knelpunt.state in BEING_ASSESSED:
        return []
    return [Blocker("no-such-step", f"Dit knelpunt staat nu op “{knelpunt.get_state_display()}”: er loopt geen beoordeling.")]


def blockers_for_outcome(*, knelpunt: Knelpunt, outcome: Outcome, reason: str) -> list[Blocker]:
    """Why the assessment cannot end so, in sentences fit for the screen."""
    blockers = steps.blockers_for_step(knelpunt=knelpunt, to=outcome.to, reason=reason)
    if knelpunt.state != KnelpuntState.IN_BEOORDELING and not any(blocker.code == "no-such-step" for blocker in blockers):
        blockers.append(
            Blocker("no-such-step", f"Dit knelpunt staat nu op “{knelpunt.get_state_display()}”: hierover besluit de Stuurgroep.")
        )
    if outcome.to.row.needs is Need.TABLE:
        blockers += hand_overs.blockers_for_hand_over(table=outcome.table, check_back_date=outcome.check_back_date)
    if outcome.to.row.needs is Need.OTHER:
        blockers += mergers.blockers_for_merger(knelpunt=knelpunt, into=outcome.into)
    return blockers


@transaction.atomic
def conclude(
    *,
    knelpunt: Knelpunt,
    outcome: KnelpuntState,
    reason: str,
    by: Actor,
    theme: Theme | None = None,
    ambition: Ambition | None = None,
    kind: str = "",
    table: PolicyTable | None = None,
    contact: str = "",
    check_back_date: date | None = None,
    into: Knelpunt | None = None,
) -> KnelpuntStep:
    """Give the assessment its outcome, with a reason for the house; places the knelpunt when that was still open."""
    guard.refuse_identifiers([reason])
    locked = {row.pk: row for row in Knelpunt.objects.lock_all([row for row in (knelpunt, into) if row])}
    knelpunt = locked[knelpunt.pk]
    chosen = Outcome(KnelpuntState(outcome), table, contact, check_back_date, locked[into.pk] if into else None)
    if theme or ambition:
        knelpunt.theme, knelpunt.ambition = theme, ambition
    knelpunt.kind = kind or knelpunt.kind
    if blockers := blockers_for_outcome(knelpunt=knelpunt, outcome=chosen, reason=reason):
        raise steps.StepRefused(*blockers)
    knelpunt.save(update_fields=["theme", "ambition", "kind"])
    need = chosen.to.row.needs
    step = steps.write_step(knelpunt, to=chosen.to, reason=reason, table=table if need is Need.TABLE else None, by=by)
    if need is Need.TABLE:
        hand_overs.write(step, contact=contact, check_back_date=check_back_date, by=by)
    if need is Need.OTHER and chosen.into:
        mergers.write(step, into=chosen.into, by=by)
    return step
