"""A house writes a knelpunt down, and hands it in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from knelpunten.domain import steps
from knelpunten.enums import CONTESTABLE_STATES, EDITABLE_STATES, STATES, KnelpuntState, Verb
from knelpunten.models import Knelpunt, KnelpuntStep
from knelpunten.queries import knelpunten
from portal.accounts.actor import Actor
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.db import make_once
from portal.kit.refusals import Blocker, Refused, Stale
from portal.network.models import Ambition, Domain, House, Theme
from portal.privacy.domain import guard

WITHDRAWABLE_STATES = {state for state, row in STATES.items() if KnelpuntState.INGETROKKEN in row.steps}
DRAFTED = "Als concept bewaard."
TO_REVIEW = "Ingediend. De privacybeoordelaar leest eerst of het niet over één persoon gaat."
SUBMITTED = "Ingediend door de netwerkmanager."
CONFIRMED = "Uw huis legde dit al opnieuw voor, en de uitkomst bleef dezelfde. Opnieuw voorleggen kan daarom niet."


class DraftRefused(Refused):
    pass


class LookAgain(DraftRefused):
    """What is handed in may describe a person: who submits it has to say that it does not."""


@transaction.atomic
def draft(
    *,
    key: UUID,
    house: House | None,
    kind: str,
    title: str,
    pattern: str,
    by: Actor,
    theme: Theme | None = None,
    ambition: Ambition | None = None,
    would_help: str = "",
    frequency: str = "",
    since: str = "",
    tried: str = "",
    tried_on: str = "",
    domains: Iterable[Domain] = (),
    discussed_date: date | None = None,
) -> Knelpunt:
    """Write a new knelpunt down as a draft. Sent twice with one key, it is written once. Raises PersonalDataRefused."""
    guard.refuse_identifiers((title, pattern, would_help, tried))

    def make() -> Knelpunt:
        moment = clock.now()
        knelpunt = Knelpunt.objects.create(
            key=key,
            house=house,
            kind=kind,
            title=title,
            pattern=pattern,
            theme=theme,
            ambition=ambition,
            would_help=would_help,
            frequency=frequency,
            since=since,
            tried=tried,
            tried_on=tried_on,
            discussed_date=discussed_date,
            drafted_at=moment,
            state_since=moment,
        )
        knelpunt.domains.add(*domains)
        steps.write_step(knelpunt, to=KnelpuntState.CONCEPT, reason=DRAFTED, by=by, is_first=True)
        return knelpunt

    return make_once(Knelpunt, key, make)


def blockers_for_revising(*, knelpunt: Knelpunt) -> list[Blocker]:
    """Why the house cannot change the text itself."""
    if knelpunt.state in EDITABLE_STATES:
        return []
    return [Blocker("not-a-draft", "Dit knelpunt is al ingediend en kan niet meer gewijzigd worden.")]


@transaction.atomic
def revise(*, knelpunt: Knelpunt, expected: int, by: Actor, domains: Iterable[Domain] = (), **texts: Any) -> Knelpunt:
    """Change a draft. Raises Stale when somebody else changed it since version `expected`, and PersonalDataRefused."""
    guard.refuse_identifiers(value for value in texts.values() if isinstance(value, str))
    knelpunt = Knelpunt.objects.lock(knelpunt)
    if blockers := blockers_for_revising(knelpunt=knelpunt):
        raise DraftRefused(*blockers)
    if knelpunt.version != expected:
        raise Stale()
    for name, value in texts.items():
        setattr(knelpunt, name, value)
    knelpunt.version += 1
    knelpunt.save()
    knelpunt.domains.set(domains)
    record(knelpunt, Verb.REVISED, by=by)
    return knelpunt


def blockers_for_submitting(*, knelpunt: Knelpunt) -> list[Blocker]:
    """Why it cannot be handed in: it was, or it is over."""
    return steps.blockers_for_leaving(knelpunt, KnelpuntState.INGEDIEND, only_from=EDITABLE_STATES)


@transaction.atomic
def submit(*, knelpunt: Knelpunt, by: Actor, is_confirmed: bool = False) -> KnelpuntStep:
    """Hand a knelpunt in to the landelijk bureau; where its text may describe a person, by way of the privacytoets.

    Such a text has to be confirmed by who submits it. Raises LookAgain when it is not.
    """
    knelpunt = Knelpunt.objects.lock(knelpunt)
    if blockers := blockers_for_submitting(knelpunt=knelpunt):
        raise steps.StepRefused(*blockers)
    if not guard.may_describe_somebody(knelpunt.texts):
        return steps.take(knelpunt=knelpunt, to=KnelpuntState.INGEDIEND, reason=SUBMITTED, by=by)
    if not is_confirmed:
        raise LookAgain(Blocker("look-again", "Lees de tekst nog eens na: zij kan over één persoon gaan.", is_input=True))
    return steps.take(knelpunt=knelpunt, to=KnelpuntState.PRIVACYTOETS, reason=TO_REVIEW, by=by)


def blockers_for_withdrawing(*, knelpunt: Knelpunt) -> list[Blocker]:
    return steps.blockers_for_leaving(knelpunt, KnelpuntState.INGETROKKEN, only_from=WITHDRAWABLE_STATES)


def withdraw(*, knelpunt: Knelpunt, reason: str, by: Actor) -> KnelpuntStep:
    """Take a knelpunt back, with a reason."""
    return steps.take(knelpunt=knelpunt, to=KnelpuntState.INGETROKKEN, reason=reason, by=by)


def blockers_for_contesting(*, knelpunt: Knelpunt) -> list[Blocker]:
    """Why the house cannot contest the end: each conclusion is contested once, and one
    that confirms it is not contested again."""
    blockers = steps.blockers_for_leaving(knelpunt, KnelpuntState.IN_BEOORDELING, only_from=CONTESTABLE_STATES)
    if not blockers and knelpunten.was_confirmed(knelpunt):
        blockers.append(Blocker("confirmed", CONFIRMED))
    return blockers


@transaction.atomic
def say_unsolved(*, knelpunt: Knelpunt, reason: str, by: Actor) -> KnelpuntStep:
    """The house contests how it ended: the knelpunt comes before the landelijk bureau again."""
    knelpunt = Knelpunt.objects.lock(knelpunt)
    if blockers := blockers_for_contesting(knelpunt=knelpunt):
        raise steps.StepRefused(*blockers)
    return steps.take(knelpunt=knelpunt, to=KnelpuntState.IN_BEOORDELING, reason=reason, by=by)
