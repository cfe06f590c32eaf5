"""A process that takes a decision and is killed at every step of it. Run by `test_failpoints`; prints what it found as JSON.

`python -m tests.meetings.dying KEY-OF-ITEM` on the database of DATABASE_URL.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import django

MOST = 400  # statements; a decision that asks for more is a fault of its own


def dies_at(number: int, after: bool) -> Callable[..., Any]:
    """A wrapper that kills this process at its statement of that number, before it is sent or after it was done."""
    seen = [0]

    def wrapper(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        seen[0] += 1
        if seen[0] == number and not after:
            os.kill(os.getpid(), signal.SIGKILL)
        result = execute(sql, params, many, context)
        if seen[0] == number and after:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    return wrapper


def take(item_key: int, number: int, after: bool) -> None:
    """In a child: take the decision, dying on the way. Ends with 0 where it got through."""
    from django.db import connection

    from agenda.decisions.enums import DecisionKind
    from agenda.meetings.domain import item_decisions
    from agenda.meetings.models import AgendaItem
    from portal.network.models import Seat

    seats = Seat.objects.with_places().select_related("user")
    by = seats.filter(function="secretaris", membership__body__slug="stuurgroep").latest("pk").actor
    trekker = seats.filter(function="lid", membership__body__slug="stuurgroep").latest("pk")
    item = AgendaItem.objects.select_related("meeting__body").get(pk=item_key)
    with connection.execute_wrapper(dies_at(number, after)):
        item_decisions.take(
            item=item,
            key=uuid4(),
            kind=DecisionKind.OP_DE_ACTIELIJST,
            wording="Wij doen het.",
            trekker=trekker,
            accepted=True,
            by=by,
        )
    os._exit(0)


def in_a_child(act: Callable[..., None], *arguments: Any) -> int:
    """Do this in a process of its own. Returns how it ended: 0, or minus the signal."""
    child = os.fork()
    if child == 0:
        try:
            act(*arguments)
        finally:
            os._exit(3)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def look(item_key: int, place: int) -> None:
    """In a child: write down what of the decision is there."""
    from agenda.decisions.models import Decision, DecisionSeal
    from agenda.lists.models import Action, ListMove, TrekkerAssignment
    from agenda.meetings.models import AgendaItem, ItemDecision
    from portal.history.domain import verifying
    from portal.history.models import Event

    action = Action.objects.get(pk=AgendaItem.objects.get(pk=item_key).subject_id)
    found = {
        "decisions": Decision.objects.count(),
        "seals": DecisionSeal.objects.count(),
        "places": ItemDecision.objects.count(),
        "moves": ListMove.objects.filter(decision__isnull=False).count(),
        "assignments": TrekkerAssignment.objects.count(),
        "list": action.list,
        "decided": Event.objects.filter(verb="decided").count(),
        "findings": [str(each) for each in verifying.findings()],
    }
    os.write(place, json.dumps(found).encode())
    os._exit(0)


def state(item_key: int) -> dict[str, Any]:
    reading, writing = os.pipe()
    in_a_child(look, item_key, writing)
    os.close(writing)
    with os.fdopen(reading) as given:
        found: dict[str, Any] = json.loads(given.read())
    return found


def main(item_key: int) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.local")
    django.setup()
    story = []
    for number in range(1, MOST):
        for after in (False, True):
            ended = in_a_child(take, item_key, number, after)
            story.append({"statement": number, "after": after, "ended": ended, **state(item_key)})
            if ended == 0:
                print(json.dumps(story))
                return
    raise SystemExit("The decision never got through.")


if __name__ == "__main__":
    main(int(sys.argv[1]))
