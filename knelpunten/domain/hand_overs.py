"""A knelpunt is at home at another table: whom to ask there, when to check back, and what that table said."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from knelpunten.domain import steps
from knelpunten.enums import KnelpuntState, Verb
from knelpunten.models import HandOver, Knelpunt, KnelpuntStep
from knelpunten.queries import knelpunten
from portal.accounts.actor import Actor
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.refusals import Blocker, Refused
from portal.kit.workdays import workdays_after
from portal.network.models import PolicyTable
from portal.privacy.domain import guard

CHECK_BACK = 30  # working days until somebody checks back, where nobody said when


class HandOverRefused(Refused):
    pass


def blockers_for_hand_over(*, table: PolicyTable | None, check_back_date: date | None) -> list[Blocker]:
    """Why it cannot be handed over so."""
    blockers = []
    if table is None:
        blockers.append(Blocker("no-table", "Kies de tafel waar dit knelpunt belegd wordt.", is_input=True))
    if check_back_date and check_back_date <= clock.today():
        blockers.append(Blocker("check-back-past", "Kies een dag na vandaag om na te vragen.", is_input=True))
    return blockers


def write(step: KnelpuntStep, *, contact: str, check_back_date: date | None, by: Actor) -> HandOver:
    """Write down whom to ask and when. For verbs of this package only."""
    guard.refuse_identifiers([contact], but=guard.NAMED)
    made = HandOver.objects.create(
        step=step,
        contact=contact.strip(),
        check_back_date=check_back_date or workdays_after(clock.today(), CHECK_BACK),
    )
    record(step.knelpunt, Verb.HANDED_OVER, by=by)
    return made


@transaction.atomic
def hand_over(*, knelpunt: Knelpunt, table: PolicyTable | None, words: str, by: Actor) -> HandOver:
    """Bring it to another table by a decision about what stands on the list.

    The houses read its words at the decision, so that they are not kept here.
    """
    knelpunt = Knelpunt.objects.lock(knelpunt)
    to = KnelpuntState.ELDERS_BELEGD
    blockers = [
        *steps.blockers_for_step(knelpunt=knelpunt, to=to, reason=words),
        *blockers_for_hand_over(table=table, check_back_date=None),
    ]
    if blockers:
        raise HandOverRefused(*blockers)
    return write(steps.write_step(knelpunt, to=to, reason=None, table=table, by=by), contact="", check_back_date=None, by=by)


@transaction.atomic
def confirm(*, knelpunt: Knelpunt, by: Actor) -> HandOver:
    """The other table took it over: the hand-over is done."""
    hand_over = _open(knelpunt)
    hand_over.confirmed_at = clock.now()
    hand_over.save(update_fields=["confirmed_at"])
    record(knelpunt, Verb.HAND_OVER_CONFIRMED, by=by)
    return hand_over


@transaction.atomic
def check_back_later(*, knelpunt: Knelpunt, check_back_date: date, by: Actor) -> HandOver:
    """Asked, and not settled yet: ask again on another day."""
    hand_over = _open(knelpunt)
    if check_back_date <= clock.today():
        raise HandOverRefused(Blocker("check-back-past", "Kies een dag na vandaag om na te vragen.", is_input=True))
    hand_over.check_back_date = check_back_date
    hand_over.save(update_fields=["check_back_date"])
    record(knelpunt, Verb.CHECK_BACK_MOVED, by=by)
    return hand_over


@transaction.atomic
def take_back(*, knelpunt: Knelpunt, reason: str, by: Actor) -> KnelpuntStep:
    """The other table did not take it over: it comes before the landelijk bureau again, with a reason the houses read."""
    guard.refuse_identifiers([reason])
    hand_over = _open(knelpunt)
    return steps.take(knelpunt=hand_over.step.knelpunt, to=KnelpuntState.IN_BEOORDELING, reason=reason, by=by)


def blockers_for_settling(*, knelpunt: Knelpunt) -> list[Blocker]:
    """Why there is no hand-over that waits for the word of another table."""
    hand_over = knelpunten.hand_over_of(knelpunt) if knelpunt.state == KnelpuntState.ELDERS_BELEGD else None
    if hand_over is None:
        return [Blocker("not-elsewhere", "Dit knelpunt is niet (meer) elders belegd.")]
    if hand_over.confirmed_at:
        return [Blocker("confirmed", "Deze overdracht is al bevestigd.")]
    return []


def _open(knelpunt: Knelpunt) -> HandOver:
    knelpunt = Knelpunt.objects.lock(knelpunt)
    if blockers := blockers_for_settling(knelpunt=knelpunt):
        raise HandOverRefused(*blockers)
    hand_over = knelpunten.hand_over_of(knelpunt)
    assert hand_over is not None
    return hand_over
