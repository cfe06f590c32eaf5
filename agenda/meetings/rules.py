"""Who may what in meetings: a body's voorzitter and secretaris convene and prepare, its secretaris records."""

from __future__ import annotations

from typing import Any

import rules

from agenda.meetings.enums import Permission
from portal.network.enums import BodyKind, SeatFunction
from portal.network.rules import has_function, is_member, is_stuurgroep_member, leads_body, sits_in

MEETING_BODIES = (BodyKind.STUURGROEP, BodyKind.KLANKBORDGROEP)


@rules.predicate
def is_of_own_body(seat: Any, meeting_or_item: Any) -> bool:
    """Without a meeting at hand the question is whether the seat leads a body that meets here at all."""
    if meeting_or_item is None:
        return True
    meeting = getattr(meeting_or_item, "meeting", meeting_or_item)
    return meeting.body_id == seat.membership.body_id


sits_in_meeting_body = sits_in(BodyKind.STUURGROEP) | sits_in(BodyKind.KLANKBORDGROEP)
may_read = is_member

rules.add_perm(Permission.READ, may_read)
rules.add_perm(Permission.CONVENE, sits_in_meeting_body & leads_body)
rules.add_perm(Permission.PREPARE, sits_in_meeting_body & leads_body & is_of_own_body)
rules.add_perm(Permission.TAKE_DECISION, sits_in_meeting_body & has_function(SeatFunction.SECRETARIS) & is_of_own_body)
rules.add_perm(Permission.ASK_DISCUSSION, is_stuurgroep_member & is_of_own_body)
