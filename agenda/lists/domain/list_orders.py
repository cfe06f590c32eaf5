"""In what order the Stuurgroep discusses what is wished for: its secretaris proposes, the meeting sets.

Weighing orders nothing by itself.
"""

from __future__ import annotations

from django.db import transaction

from agenda.lists.enums import ActionList, Verb
from agenda.lists.models import Action, ListOrder
from portal.accounts.actor import Actor
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.refusals import Blocker, Refused
from portal.kit.slots import Slot
from portal.network.models import Theme

# The meeting of the Stuurgroep that is open now, by its title: the room of the meetings says so.
OPEN_MEETING: Slot[[], str] = Slot("which meeting of the Stuurgroep is open now, by its title", __name__)


class OrderRefused(Refused):
    pass


def blockers_for_order(*, rows: list[Action], actions: list[int]) -> list[Blocker]:
    """An order names every action of the voorraadlijst once; what came or went meanwhile has to be seen first."""
    if sorted(actions) != sorted(row.pk for row in rows):
        return [Blocker("list-changed", "De voorraadlijst is intussen veranderd. Kijk nog eens naar de volgorde.", is_input=True)]
    return []


@transaction.atomic
def propose(*, theme: Theme, actions: list[int], by: Actor) -> ListOrder:
    """Put the voorraadlijst of a theme in this order, by primary keys.

    While the Stuurgroep meets, it is the order that the meeting sets.
    """
    there = Action.objects.filter(theme=theme).on_list(ActionList.VOORRAADLIJST)
    rows = [
        row for row in Action.objects.lock_all(list(there)) if row.list == ActionList.VOORRAADLIJST
    ]  # one may have left meanwhile
    if blockers := blockers_for_order(rows=rows, actions=actions):
        raise OrderRefused(*blockers)
    places = {pk: place for place, pk in enumerate(actions, 1)}
    for row in rows:
        row.place = places[row.pk]
    Action.objects.bulk_update(rows, ["place"])
    meeting = OPEN_MEETING.ask()
    made: ListOrder = ListOrder.objects.write(theme=theme, actions=actions, set_in=meeting, proposed_at=clock.now(), by=by)
    record(theme, Verb.ORDERED, by=by, facts=[made])
    return made
