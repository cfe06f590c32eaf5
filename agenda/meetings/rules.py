"""Who may what in meetings: a body's voorzitter and secretaris convene and prepare, its secretaris records."""

from __future__ import annotations

from typing import Any

import rules

from agenda.meetings.enums import Permission
from portal.accounts.visiting import FOR_GUESTS
from portal.network.enums import BodyKind, SeatFunction
from portal.network.rules import (
    has_function,
    is_guest,
    is_klankbordgroep_member,
    is_member,
    is_stuurgroep_member,
    leads_body,
    sits_in,
)

MEETING_BODIES = (BodyKind.STUURGROEP, BodyKind.KLANKBORDGROEP)


@rules.predicate
def is_of_own_body(seat: Any, thing: Any) -> bool:
    """A meeting, or something of one.

    Without any at hand the question is whether the seat leads a body that meets here at all.
    """
    return thing is None or _meeting_of(thing).body_id == seat.membership.body_id


def _meeting_of(thing: Any) -> Any:
    """The meeting of an item, and of what hangs on an item; a meeting and a written round are of a body themselves."""
    item = thing if hasattr(thing, "body_id") else getattr(thing, "item", thing)
    return getattr(item, "meeting", item)


sits_in_meeting_body = sits_in(BodyKind.STUURGROEP) | sits_in(BodyKind.KLANKBORDGROEP)
may_read = is_member

rules.add_perm(Permission.READ, may_read)
rules.add_perm(Permission.CONVENE, sits_in_meeting_body & leads_body)
rules.add_perm(Permission.PREPARE, sits_in_meeting_body & leads_body & is_of_own_body)
rules.add_perm(Permission.TAKE_DECISION, sits_in_meeting_body & has_function(SeatFunction.SECRETARIS) & is_of_own_body)
rules.add_perm(
    Permission.RESERVE, sits_in_meeting_body & (is_stuurgroep_member | has_function(SeatFunction.SECRETARIS)) & is_of_own_body
)
rules.add_perm(Permission.RAISE, is_klankbordgroep_member)
rules.add_perm(Permission.ANSWER, sits_in_meeting_body & (is_stuurgroep_member | is_klankbordgroep_member) & is_of_own_body)
rules.add_perm(Permission.VISIT, is_guest)
FOR_GUESTS.add(Permission.VISIT)
rules.add_perm(Permission.ASK_DISCUSSION, is_stuurgroep_member & is_of_own_body)
