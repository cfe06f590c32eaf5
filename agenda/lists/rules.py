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
    is_netwerkmanager,
    is_stuurgroep_member,
    sits_in,
)


@rules.predicate
def is_in_coalition(seat: Any, action: Any) -> bool:
    return any(
        contribution.membership_id == seat.membership_id and contribution.left_at is None
        for contribution in action.contributions.all()
    )


@rules.predicate
def is_trekker(seat: Any, action: Any) -> bool:
    return action.trekker_id == seat.pk


@rules.predicate
def proposed_it(seat: Any, action: Any) -> bool:
    """The organisation of this seat put the action forward. Without an action at hand: whether it could have."""
    return action is None or action.proposed_by_id == seat.membership_id


is_secretaris_stuurgroep = sits_in(BodyKind.STUURGROEP) & has_function(SeatFunction.SECRETARIS)
may_read = is_member

rules.add_perm(Permission.READ, may_read)
rules.add_perm(Permission.KEEP, is_member)
may_propose = is_stuurgroep_member | is_klankbordgroep_member | is_landelijk_bureau
works_on_it = (is_klankbordgroep_member & is_in_coalition) | is_trekker

rules.add_perm(Permission.PROPOSE, may_propose)
rules.add_perm(Permission.REVISE, may_propose & proposed_it)
rules.add_perm(Permission.PULL, is_stuurgroep_member & ~is_deputy)
rules.add_perm(Permission.JOIN, is_klankbordgroep_member)
rules.add_perm(Permission.REPORT, works_on_it)
rules.add_perm(Permission.CONFER, works_on_it)
rules.add_perm(Permission.CALL, works_on_it | is_secretaris_stuurgroep | is_landelijk_bureau)
rules.add_perm(Permission.PILOT, is_netwerkmanager)
rules.add_perm(Permission.ASK_TREKKER, is_secretaris_stuurgroep | is_klankbordgroep_member | is_landelijk_bureau)
rules.add_perm(Permission.RELEASE, is_trekker | is_secretaris_stuurgroep)
rules.add_perm(Permission.ANSWER, is_landelijk_bureau)
rules.add_perm(Permission.LINK, is_landelijk_bureau)
rules.add_perm(Permission.WEIGH, is_stuurgroep_member | is_klankbordgroep_member)
rules.add_perm(Permission.ORDER, is_secretaris_stuurgroep)
rules.add_perm(Permission.HAND_OVER, is_secretaris_stuurgroep | is_landelijk_bureau)
