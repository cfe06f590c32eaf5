"""What runs while servers are killed: a writer that says what was acknowledged, and the questions asked afterwards.

`python -m tests.meetings.surviving prepare | write | verify FILE` on the embedded
database of PORTAL_POSTGRES_HOME. Run by `test_torture`.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Any
from uuid import uuid4

import django

DECISIONS, MAILS = 400, 150
PAUSE = 0.1  # seconds before asking a server again that is not there


def say(what: str, value: Any) -> None:
    """One line, out of this process at once: what is said was acknowledged."""
    print(json.dumps([what, value]), flush=True)


def prepare() -> None:
    """A meeting that is open, with many items to decide about, and mail that waits."""
    from django.core.management import call_command

    for command in (["migrate"], ["createcachetable"]):
        call_command(*command, verbosity=0)
    with open(os.devnull, "w") as quiet:
        call_command("load_network", stdout=quiet)
    from agenda.meetings.enums import MeetingState
    from portal.notify.domain import notifications
    from portal.notify.enums import About
    from tests import factories as make

    meeting = make.meeting(MeetingState.IN_VOORBEREIDING)
    for _ in range(DECISIONS):
        make.item(meeting)
    for to in (MeetingState.STUKKEN_VERZONDEN, MeetingState.GEOPEND):
        make.step(meeting, to)
    reader = make.member().user
    for nr in range(MAILS):
        notifications.tell(users=[reader], occasion=f"torture:{nr}", path="/overzicht/", about=About.KNELPUNT)  # type: ignore[list-item]
    say("prepared", meeting.pk)


def write() -> None:
    """Write notes at one item and decide at the others, for as long as this process lives, whatever happens to the server."""
    from django.db import Error, connection

    from agenda.decisions.enums import DecisionKind
    from agenda.meetings.domain import item_decisions, meeting_room
    from agenda.meetings.models import AgendaItem, ItemNotes
    from portal.kit.refusals import Refused
    from portal.network.models import Seat
    from portal.privacy.noticing.known import names

    items, by, version = None, None, 0
    while True:
        try:
            if items is None:
                names()
                items = list(AgendaItem.objects.filter(outcome__isnull=True, meeting__state="geopend").order_by("number"))
                by = Seat.objects.with_places().select_related("user").filter(function="secretaris").latest("pk").actor
            kept = ItemNotes.objects.filter(item=items[0]).first()
            if (kept.version if kept else 0) < version:
                say("lost", [version, kept.version if kept else 0])
                version = kept.version if kept else 0
            notes = meeting_room.write_notes(item=items[0], text=f"Regel {uuid4()}", expected=kept.version if kept else 0, by=by)  # type: ignore[arg-type]
            version = notes.version
            say("note", version)
            if len(items) > 1:
                decision = item_decisions.take(
                    item=items[1], key=uuid4(), kind=DecisionKind.TER_KENNISGEVING, wording="Gezien.", by=by
                )  # type: ignore[arg-type]
                say("decision", decision.pk)
                del items[1]
        except item_decisions.AlreadyDecided:
            del items[1]  # type: ignore[union-attr]
        except (Error, Refused) as error:
            say("failed", type(error).__name__)
            connection.close()
            connection.close_pool() if hasattr(connection, "close_pool") else None
            time.sleep(PAUSE)


def verify(said: str) -> None:
    """Everything that was acknowledged is there, and the history is whole."""
    from agenda.decisions.models import Decision
    from agenda.meetings.models import ItemNotes
    from portal.history.domain import verifying
    from portal.notify.models import Notification

    lines = [json.loads(line) for line in Path(said).read_text().splitlines() if line.startswith("[")]
    decisions = {value for what, value in lines if what == "decision"}
    notes = max((value for what, value in lines if what == "note"), default=0)
    there = set(Decision.objects.filter(pk__in=decisions).values_list("pk", flat=True))
    version = max(ItemNotes.objects.values_list("version", flat=True), default=0)
    found = {
        "decisions": len(decisions),
        "lost_decisions": len(decisions - there),
        "notes": notes,
        "lost_notes": max(0, notes - version),
        "lost_on_the_way": [value for what, value in lines if what == "lost"],
        "unsent": Notification.objects.unsent().count(),
        "findings": [str(each) for each in verifying.findings()],
    }
    say("verified", found)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.local")
    django.setup()
    {"prepare": prepare, "write": write, "verify": lambda: verify(sys.argv[2])}[sys.argv[1]]()
