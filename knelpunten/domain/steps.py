"""The one way a knelpunt changes its state: a step from the table, with a reason in words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any

from django.db import transaction

from knelpunten.enums import SHARED_STATES, Answering, Audience, KnelpuntState, Need, Verb
from knelpunten.models import Knelpunt, KnelpuntStep
from portal.accounts.actor import Actor
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.refusals import Blocker, Refused
from portal.network.enums import SeatFunction
from portal.network.models import PolicyTable, Seat
from portal.network.queries.staff import holders_of, staff_of
from portal.notify.domain import notifications
from portal.privacy.domain import guard


class StepRefused(Refused):
    pass


# What the knelpunt itself has to have; the other needs are met by the verbs that carry more than a reason.
MET: dict[Need, Callable[[Knelpunt], object]] = {
    Need.PLACE: lambda knelpunt: knelpunt.theme_id or knelpunt.ambition_id,
    Need.AMBITION: lambda knelpunt: knelpunt.ambition_id,
}

NO_KIND = "Kies eerst waar dit knelpunt in ligt: het stelsel, het beleid, de werkprocessen of de samenwerking."


def blockers_for_step(*, knelpunt: Knelpunt, to: KnelpuntState, reason: str) -> list[Blocker]:
    """Why this knelpunt cannot take that step now, in sentences fit for the screen."""
    blockers = []
    if to not in knelpunt.standing.row.steps:
        blockers.append(_no_such_step(knelpunt, to))
    if not reason.strip():
        blockers.append(Blocker("no-reason", "Schrijf in een paar woorden waarom. Het huis leest dit.", is_input=True))
    if not knelpunt.kind and (to in SHARED_STATES or to == KnelpuntState.INGEDIEND and knelpunt.house_id):
        blockers.append(Blocker("no-kind", NO_KIND, is_input=True))
    need = to.row.needs
    if need and need in MET and not MET[need](knelpunt):
        blockers.append(Blocker(need.value, need.label, is_input=True))
    return blockers


def blockers_for_leaving(knelpunt: Knelpunt, to: KnelpuntState, *, only_from: Collection[KnelpuntState]) -> list[Blocker]:
    """Why a verb that starts from these states cannot start from where it stands: for a button, and for the verb itself."""
    return [] if knelpunt.state in only_from else [_no_such_step(knelpunt, to)]


def _no_such_step(knelpunt: Knelpunt, to: KnelpuntState) -> Blocker:
    sentence = f"Dit knelpunt staat nu op “{knelpunt.get_state_display()}”. Van daaruit kan het niet naar: {to.label}."
    return Blocker("no-such-step", sentence)


@transaction.atomic
def take(
    *,
    knelpunt: Knelpunt,
    to: KnelpuntState,
    reason: str,
    by: Actor,
    only_from: Collection[KnelpuntState] | None = None,
) -> KnelpuntStep:
    """
    Take one step; the house reads the reason. A hand-over and a merger carry more than a reason, and have verbs of their own.

    Several verbs end in one state: `only_from` says from which this one starts, where the table allows more.
    """
    guard.refuse_identifiers([reason])
    knelpunt = Knelpunt.objects.lock(knelpunt)
    if only_from is not None and (wrong := blockers_for_leaving(knelpunt, to, only_from=only_from)):
        raise StepRefused(*wrong)
    blockers = blockers_for_step(knelpunt=knelpunt, to=to, reason=reason)
    if not blockers and (need := to.row.needs) and need not in MET:
        blockers = [Blocker("asks-more", need.label, is_input=True)]
    if blockers:
        raise StepRefused(*blockers)
    return write_step(knelpunt, to=to, reason=reason, by=by)


def write_step(
    knelpunt: Knelpunt,
    *,
    to: KnelpuntState,
    reason: str | None,
    by: Actor,
    table: PolicyTable | None = None,
    is_first: bool = False,
) -> KnelpuntStep:
    """Write a step that was found to be allowed; without a reason where a decision says why. For verbs of this package only."""
    moment = clock.now()
    step = KnelpuntStep.objects.write(
        knelpunt=knelpunt,
        from_state=None if is_first else knelpunt.state,
        to_state=to,
        reason=reason.strip() if reason is not None else None,
        table=table,
        taken_at=moment,
        by=by,
    )
    if not is_first:
        knelpunt.state, knelpunt.state_since = to, moment
        if to == KnelpuntState.INGEDIEND:
            knelpunt.submitted_at = knelpunt.submitted_at or moment
        knelpunt.answered_at = moment if to.row.answering is Answering.GIVEN else None
        knelpunt.save(update_fields=["state", "state_since", "submitted_at", "answered_at"])
        _tell(knelpunt, step, by)
    record(knelpunt, Verb.STEPPED, by=by, facts=[step])
    return step


def houses_behind(knelpunt: Knelpunt) -> list[int]:
    """Who raised it and who recognises it, by primary key."""
    recognising = knelpunt.recognitions.filter(withdrawn_at__isnull=True).values_list("house", flat=True)
    return [*([knelpunt.house_id] if knelpunt.house_id else []), *recognising]


def _tell(knelpunt: Knelpunt, step: KnelpuntStep, by: Actor) -> None:
    """Who hears of a step into this state, but for who took it: a person, and the house that person spoke for."""
    acting = Seat.objects.filter(pk=by.seat_id or 0).values_list("membership__body__house", flat=True).first()
    for audience, about in knelpunt.standing.row.tells.items():
        others = [user for user in _people(audience, knelpunt, but=acting) if user != by.user]
        notifications.tell(users=others, occasion=f"knelpunt-step:{step.pk}", path=knelpunt.get_absolute_url(), about=about)


def _people(audience: Audience, knelpunt: Knelpunt, *, but: int | None) -> Iterable[Any]:
    match audience:
        case Audience.HOUSES:
            return staff_of(*(house for house in houses_behind(knelpunt) if house != but))
        case Audience.REVIEWERS:
            return holders_of(SeatFunction.PRIVACYBEOORDELAAR)
