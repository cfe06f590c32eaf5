"""The one way a knelpunt changes its state: a step from the table, with a reason in words."""

from __future__ import annotations

from django.db import transaction

from knelpunten.enums import SHARED_STATES, STEPS, KnelpuntState, Verb
from knelpunten.models import Knelpunt, KnelpuntStep
from portal.accounts.actor import Actor
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.refusals import Blocker, Refused
from portal.network.enums import SeatFunction
from portal.network.models import PolicyTable
from portal.network.queries.staff import holders_of, staff_of
from portal.notify.domain import notifications
from portal.notify.enums import About
from portal.privacy.domain import guard


class StepRefused(Refused):
    pass


# Steps that a reason is not enough for, and what else they need.
CARRY_MORE = {
    KnelpuntState.ELDERS_BELEGD: "Kies de tafel waar dit knelpunt belegd wordt.",
    KnelpuntState.SAMENGEVOEGD: "Kies met welk knelpunt u dit samenvoegt.",
}


def blockers_for_step(*, knelpunt: Knelpunt, to: KnelpuntState, reason: str) -> list[Blocker]:
    """Why this knelpunt cannot take that step now, in sentences fit for the screen."""
    blockers = []
    if to not in STEPS[KnelpuntState(knelpunt.state)]:
        sentence = f"Dit knelpunt is nu {knelpunt.get_state_display()}. Van daaruit kan het niet naar: {to.label}."
        blockers.append(Blocker("no-such-step", sentence))
    if not reason.strip():
        blockers.append(Blocker("no-reason", "Schrijf in een paar woorden waarom. Het huis leest dit."))
    if to == KnelpuntState.OP_DE_LIJST and not (knelpunt.theme_id or knelpunt.ambition_id):
        blockers.append(Blocker("not-placed", "Kies eerst een thema of een ambitie waar dit knelpunt bij hoort."))
    if not knelpunt.kind and (to in SHARED_STATES or to == KnelpuntState.INGEDIEND and knelpunt.house_id):
        blockers.append(
            Blocker(
                "no-kind", "Kies eerst waar dit knelpunt in ligt: het stelsel, het beleid, de werkprocessen of de samenwerking."
            )
        )
    if to == KnelpuntState.NAAR_SAMENWERKINGSAGENDA and not knelpunt.ambition_id:
        blockers.append(Blocker("no-ambition", "Kies de ambitie van de Samenwerkingsagenda die dit oppakt."))
    return blockers


@transaction.atomic
def take(*, knelpunt: Knelpunt, to: KnelpuntState, reason: str, by: Actor) -> KnelpuntStep:
    """Take one step; the house reads the reason. A hand-over and a merger carry more than a reason, and have verbs of their own."""
    guard.refuse_identifiers([reason])
    knelpunt = Knelpunt.objects.lock(knelpunt)
    blockers = blockers_for_step(knelpunt=knelpunt, to=to, reason=reason)
    if not blockers and to in CARRY_MORE:
        blockers = [Blocker("asks-more", CARRY_MORE[to])]
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
        knelpunt.answered_at = moment if to == KnelpuntState.BEANTWOORD else None
        knelpunt.save(update_fields=["state", "state_since", "submitted_at", "answered_at"])
        _tell(knelpunt, step, by)
    record(knelpunt, Verb.STEPPED, by=by, facts=[step])
    return step


def houses_behind(knelpunt: Knelpunt) -> list[int]:
    """Who raised it and who recognises it, by primary key."""
    recognising = knelpunt.recognitions.filter(withdrawn_at__isnull=True).values_list("house", flat=True)
    return [*([knelpunt.house_id] if knelpunt.house_id else []), *recognising]


def _tell(knelpunt: Knelpunt, step: KnelpuntStep, by: Actor) -> None:
    """Everybody at the houses behind it hears of a step, but for the one who took it; and who has to read it first."""
    told = [(staff_of(*houses_behind(knelpunt)), About.KNELPUNT)]
    if step.to_state == KnelpuntState.PRIVACYTOETS:
        told.append((holders_of(SeatFunction.PRIVACYBEOORDELAAR), About.PERSOONSGEGEVENS))
    for users, about in told:
        others = [user for user in users if user != by.user]
        notifications.tell(users=others, occasion=f"knelpunt-step:{step.pk}", path=knelpunt.get_absolute_url(), about=about)
