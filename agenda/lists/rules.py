"""Who may what with actions."""

from __future__ import annotations

from typing import Any

import rules

from agenda.lists.enums import Permission
from portal.network.enums import BodyKind, SeatFunction
from portal.network.rules import (
    has_function,
    is_deputy,
    is_klankbordgroep_member,
    is_landelijk_bureau,
    is_member,
    is_privacybeoordelaar,
    is_stuurgroep_member,
    sits_in,
)
from portal.privacy.rules import is_not_hidden


@rules.predicate
def is_in_coalition(seat: Any, action: Any) -> bool:
    return any(
        contribution.membership_id == seat.membership_id and contribution.left_at is None
        for contribution in action.contributions.all()
    )


@rules.predicate
def is_trekker(seat: Any, action: Any) -> bool:
    return action.trekker_id == seat.pk


is_secretaris_stuurgroep = sits_in(BodyKind.STUURGROEP) & has_function(SeatFunction.SECRETARIS)
may_read = is_member & (is_not_hidden | is_privacybeoordelaar)

rules.add_perm(Permission.READ, may_read)
rules.add_perm(Permission.PROPOSE, is_stuurgroep_member | is_klankbordgroep_member | is_landelijk_bureau)
rules.add_perm(Permission.PULL, is_stuurgroep_member & ~is_deputy)
rules.add_perm(Permission.JOIN, is_klankbordgroep_member)
rules.add_perm(Permission.REPORT, (is_klankbordgroep_member & is_in_coalition) | is_trekker)
rules.add_perm(Permission.RELEASE, is_trekker | is_secretaris_stuurgroep)
rules.add_perm(Permission.ANSWER, is_landelijk_bureau)
rules.add_perm(Permission.LINK, is_landelijk_bureau)
rules.add_perm(Permission.WEIGH, is_stuurgroep_member | is_klankbordgroep_member)
