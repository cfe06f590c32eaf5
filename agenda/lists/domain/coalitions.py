"""The coalition of an action: organisations of the Klankbordgroep that each say what they contribute."""

from __future__ import annotations

from django.db import transaction

from agenda.lists.enums import ActionList, Verb
from agenda.lists.models import Action, Contribution
from portal.accounts.actor import Actor
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.refusals import Blocker, Refused
from portal.network.queries.seats import seat_of
from portal.privacy.domain import guarding


class CoalitionRefused(Refused):
    pass


def blockers_for_join(*, action: Action) -> list[Blocker]:
    if action.list == ActionList.GEREEDLIJST:
        return [Blocker("is-done", "Deze actie staat op de gereedlijst: toetreden kan niet meer.")]
    return []


@transaction.atomic
def join(*, action: Action, text: str, by: Actor) -> Contribution:
    """Join for one's own organisation. Who is in already gets the contribution that stands. Raises PersonalDataRefused."""
    guarding.refuse_identifiers([text])
    action = Action.objects.lock(action)
    if blockers := blockers_for_join(action=action):
        raise CoalitionRefused(*blockers)
    membership = seat_of(by).membership
    if existing := action.contributions.filter(membership=membership, left_at__isnull=True).first():
        return existing
    made = Contribution.objects.create(action=action, membership=membership, text=text, joined_at=clock.now())
    record(action, Verb.JOINED, by=by)
    return made


@transaction.atomic
def leave(*, action: Action, reason: str, by: Actor) -> Contribution:
    """Leave for one's own organisation, with a reason. Raises PersonalDataRefused."""
    guarding.refuse_identifiers([reason])
    action = Action.objects.lock(action)
    membership = seat_of(by).membership
    contribution = action.contributions.filter(membership=membership, left_at__isnull=True).first()
    if contribution is None:
        raise CoalitionRefused(Blocker("not-in", "Uw organisatie zit niet in deze coalitie."))
    contribution.left_at, contribution.left_reason = clock.now(), reason
    contribution.save(update_fields=["left_at", "left_reason"])
    record(action, Verb.LEFT, by=by)
    return contribution
