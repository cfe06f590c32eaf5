"""Afspraken and toezeggingen of a meeting: made at an item, and ended when they are kept, replaced or worked out."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from agenda.meetings.enums import ArrangementKind, ArrangementOutcome, Verb
from agenda.meetings.models import AgendaItem, Arrangement, ArrangementEnd, Meeting
from portal.accounts.actor import Actor
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.db import make_once
from portal.kit.refusals import Blocker, Refused
from portal.network.models import Membership
from portal.privacy.domain import guard


class ArrangementRefused(Refused):
    pass


@transaction.atomic
def arrange(
    *,
    key: UUID,
    item: AgendaItem,
    kind: ArrangementKind,
    text: str,
    by: Actor,
    membership: Membership | None = None,
    due_date: date | None = None,
) -> Arrangement:
    """Put on record what was agreed at this item, and for a toezegging who does it by when.

    Raises ArrangementRefused, PersonalDataRefused.
    """
    guard.refuse_identifiers([text])
    meeting = Meeting.objects.lock(item.meeting)
    if not meeting.standing.row.takes_decisions:
        raise ArrangementRefused(Blocker("not-now", f"Deze vergadering staat nu op “{meeting.get_state_display()}”."))
    if kind == ArrangementKind.TOEZEGGING and (membership is None or due_date is None):
        raise ArrangementRefused(
            Blocker("no-owner", "Een toezegging heeft iemand die haar nakomt, en een dag waarop.", is_input=True)
        )

    def make() -> Arrangement:
        made: Arrangement = Arrangement.objects.write(
            key=key, item=item, kind=kind, text=text.strip(), membership=membership, due_date=due_date, made_at=clock.now(), by=by
        )
        record(item, Verb.PROMISED, by=by, facts=[made])
        Meeting.objects.touch(meeting)
        return made

    return make_once(Arrangement, key, make)


@transaction.atomic
def end(*, arrangement: Arrangement, outcome: ArrangementOutcome, note: str, by: Actor) -> ArrangementEnd:
    """It was kept, replaced or worked out. Said twice, the first stands. Raises PersonalDataRefused."""
    guard.refuse_identifiers([note])
    Meeting.objects.lock(arrangement.item.meeting)
    existing: ArrangementEnd | None = ArrangementEnd.objects.filter(arrangement=arrangement).first()
    if existing:
        return existing
    made: ArrangementEnd = ArrangementEnd.objects.write(
        arrangement=arrangement, outcome=outcome, note=note.strip(), ended_at=clock.now(), by=by
    )
    record(arrangement, Verb.ARRANGEMENT_ENDED, by=by, facts=[made])
    return made


def owed_to(meeting: Meeting) -> Any:
    """What earlier meetings of this body promised and nobody kept yet: it comes back on every next agenda by itself."""
    rows = Arrangement.objects.standing().filter(
        item__meeting__body=meeting.body_id, item__meeting__starts_at__lt=meeting.starts_at
    )
    return rows.filter(kind=ArrangementKind.TOEZEGGING).order_by("due_date", "pk")
