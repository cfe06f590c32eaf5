"""Organisations weigh what stands on the voorraadlijst: it prepares the meeting, it decides nothing.

The argument counts, scores may be left out.
"""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from agenda.lists.enums import ActionList, Criterion, Verb
from agenda.lists.models import Action, Weighing
from agenda.lists.queries.weighings import closed_among
from portal.accounts.actor import Actor
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.db import make_once
from portal.kit.refusals import Blocker, Refused
from portal.network.queries.seats import seat_of
from portal.privacy.domain import guard


class WeighingRefused(Refused):
    pass


def blockers_for_weighing(*, action: Action) -> list[Blocker]:
    """Why this action cannot be weighed now."""
    if action.list != ActionList.VOORRAADLIJST:
        return [
            Blocker("not-in-voorraad", f"Deze actie staat op de {action.get_list_display()}: wegen gaat over de voorraadlijst.")
        ]
    if closed_among([action]):
        return [Blocker("on-the-table", "De Stuurgroep bespreekt deze actie nu. Wegen kan weer als de vergadering gesloten is.")]
    return []


@transaction.atomic
def weigh(*, key: UUID, action: Action, scores: dict[Criterion, int | None], argument: str, by: Actor) -> Weighing:
    """Weigh for one's own organisation; what it weighed before stays, and this counts. Raises PersonalDataRefused."""
    guard.refuse_identifiers([argument])
    action = Action.objects.lock(action)
    if blockers := blockers_for_weighing(action=action):
        raise WeighingRefused(*blockers)
    if not argument.strip() and not any(scores.values()):
        raise WeighingRefused(Blocker("empty", "Geef een score of schrijf een argument.", is_input=True))

    def make() -> Weighing:
        made: Weighing = Weighing.objects.write(
            key=key,
            action=action,
            membership=seat_of(by).membership,
            argument=argument.strip(),
            weighed_at=clock.now(),
            by=by,
            **{criterion.value: scores.get(criterion) for criterion in Criterion},
        )
        record(action, Verb.WEIGHED, by=by, facts=[made])
        return made

    return make_once(Weighing, key, make)
