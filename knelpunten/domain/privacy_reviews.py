"""The privacybeoordelaar reads what may describe a person before anyone else does."""

from __future__ import annotations

from django.db import transaction

from knelpunten.domain import steps
from knelpunten.enums import Acting, KnelpuntState
from knelpunten.models import Knelpunt, KnelpuntStep
from portal.accounts.actor import Actor
from portal.kit.refusals import Blocker, Refused

RELEASED = "De privacybeoordelaar heeft het gelezen: het gaat over een patroon. Het ligt nu bij het landelijk bureau."


class ReviewRefused(Refused):
    pass


@transaction.atomic
def release(*, knelpunt: Knelpunt, by: Actor) -> KnelpuntStep:
    """Nothing in it is about one person: the landelijk bureau gets it."""
    return steps.take(knelpunt=_waiting(knelpunt), to=KnelpuntState.INGEDIEND, reason=RELEASED, by=by)


@transaction.atomic
def send_back(*, knelpunt: Knelpunt, reason: str, by: Actor) -> KnelpuntStep:
    """It is about one person, or may be: it is a draft of the house again, that nobody else sees.

    One collected about a house goes to that house.
    """
    knelpunt = _waiting(knelpunt)
    if knelpunt.house_id is None and knelpunt.collected_about_id:
        knelpunt.house = knelpunt.collected_about
        knelpunt.save(update_fields=["house"])
    return steps.take(knelpunt=knelpunt, to=KnelpuntState.CONCEPT, reason=reason, by=by)


def blockers_for_review(*, knelpunt: Knelpunt) -> list[Blocker]:
    """Why it can neither be released nor sent back."""
    if knelpunt.standing.row.acting is Acting.REVIEWER:
        return []
    return [Blocker("not-waiting", "Dit knelpunt wacht niet meer op de privacytoets.")]


def _waiting(knelpunt: Knelpunt) -> Knelpunt:
    knelpunt = Knelpunt.objects.lock(knelpunt)
    if blockers := blockers_for_review(knelpunt=knelpunt):
        raise ReviewRefused(*blockers)
    return knelpunt
