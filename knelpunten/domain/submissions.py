"""A house writes a knelpunt down, and hands it in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from knelpunten.domain import steps
from knelpunten.enums import CONTESTABLE_STATES, EDITABLE_STATES, KnelpuntState, Verb
from knelpunten.models import Knelpunt, KnelpuntStep
from portal.accounts.actor import Actor
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.db import make_once
from portal.kit.refusals import Blocker, Refused, Stale
from portal.network.models import Ambition, Domain, House, Theme
from portal.privacy.domain import guard

DRAFTED = "Als concept bewaard."
TO_REVIEW = "Ingediend. De privacybeoordelaar leest eerst of het niet over één persoon gaat."
SUBMITTED = "Ingediend door de netwerkmanager."


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
            key=key, house=house, kind=kind, title=title, pattern=pattern, theme=theme, ambition=ambition,
            would_help=would_help, frequency=frequency, since=since, tried=tried, tried_on=tried_on, discussed_date=discussed_date, drafted_at=moment, state_since=moment,
        )  # fmt: skip
        knelpunt.domains.add(*domains)
        steps.write_step(knelpunt, to=KnelpuntState.CONCEPT, reason=DRAFTED, by=by, is_first=True)
        return knelpunt

    return make_once(Knelpunt, key, make)


@transaction.atomic
def revise(*, knelpunt: Knelpunt, expected: int, by: Actor, domains: Iterable[Domain] = (), **texts: Any) -> Knelpunt:
    """Change a draft. Raises Stale when somebody else changed it since version `expected`, and PersonalDataRefused."""
    guard.refuse_identifiers(value for value in texts.values() if isinstance(value, str))
    knelpunt = Knelpunt.objects.lock(knelpunt)
    if knelpunt.state not in EDITABLE_STATES:
        raise DraftRefused(Blocker("not-a-draft", "Dit knelpunt is al ingediend en kan niet meer gewijzigd worden."))
    if knelpunt.version != expected:
        raise Stale()
    for name, value in texts.items():
        setattr(knelpunt, name, value)
    knelpunt.version += 1
    knelpunt.save()
    knelpunt.domains.set(domains)
    record(knelpunt, Verb.REVISED, by=by)
    return knelpunt


@transaction.atomic
def submit(*, knelpunt: Knelpunt, by: Actor, is_confirmed: bool = False) -> KnelpuntStep:
    """Hand a knelpunt in to the landelijk bureau; where its text may describe a person, by way of the privacytoets.

    Such a text has to be confirmed by who submits it. Raises LookAgain when it is not.
    """
    knelpunt = Knelpunt.objects.lock(knelpunt)
    if not guard.may_describe_somebody(knelpunt.texts):
        return steps.take(knelpunt=knelpunt, to=KnelpuntState.INGEDIEND, reason=SUBMITTED, by=by, only_from=EDITABLE_STATES)
    if not is_confirmed:
        raise LookAgain(Blocker("look-again", "Lees de tekst nog eens na: zij kan over één persoon gaan."))
    return steps.take(knelpunt=knelpunt, to=KnelpuntState.PRIVACYTOETS, reason=TO_REVIEW, by=by)


def withdraw(*, knelpunt: Knelpunt, reason: str, by: Actor) -> KnelpuntStep:
    """Take a knelpunt back, with a reason."""
    return steps.take(knelpunt=knelpunt, to=KnelpuntState.INGETROKKEN, reason=reason, by=by)


def say_unsolved(*, knelpunt: Knelpunt, reason: str, by: Actor) -> KnelpuntStep:
    """The house says the answer solves nothing: the knelpunt comes before the landelijk bureau again."""
    again = KnelpuntState.IN_BEOORDELING
    return steps.take(knelpunt=knelpunt, to=again, reason=reason, by=by, only_from=CONTESTABLE_STATES)
