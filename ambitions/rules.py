"""Who may what with the Samenwerkingsagenda: a house writes its own plan, the
landelijk bureau keeps the lines and looks at all of it."""

from __future__ import annotations

from typing import Any

import rules

from ambitions.enums import Permission, Scope
from portal.network.rules import (
    is_house_staff,
    is_klankbordgroep_member,
    is_landelijk_bureau,
    is_member,
    is_netwerkmanager,
    is_nzvh_board,
    is_stuurgroep_member,
)


@rules.predicate
def is_of_own_house(seat: Any, thing: Any) -> bool:
    """A plan or explanation of the house that this seat speaks for. Without one at hand: whether it speaks for a house at all."""
    return thing is None or thing.house_id == seat.house_id


@rules.predicate
def is_of_another_house(seat: Any, thing: Any) -> bool:
    return thing is None or thing.house_id != seat.house_id


@rules.predicate
def is_regional(seat: Any, line: Any) -> bool:
    return line is None or line.scope == Scope.REGIONAAL


@rules.predicate
def owns(seat: Any, line: Any) -> bool:
    """The national line of the organisation that this seat is for."""
    return line is None or (line.owner_id is not None and line.owner_id == seat.membership.organisation_id)


@rules.predicate
def is_being_written(seat: Any, plan: Any) -> bool:
    """The house still writes it. Later a line that changed is answered by who submits."""
    return plan is None or plan.is_writable


speaks_for_organisation = is_stuurgroep_member | is_klankbordgroep_member | is_nzvh_board

rules.add_perm(Permission.READ, is_member)
rules.add_perm(Permission.KEEP, is_landelijk_bureau)
rules.add_perm(Permission.DRAFT_PLAN, is_of_own_house & ((is_house_staff & is_being_written) | is_netwerkmanager))
rules.add_perm(Permission.SUBMIT_PLAN, is_netwerkmanager & is_of_own_house)
rules.add_perm(Permission.REVIEW_PLAN, is_landelijk_bureau)
rules.add_perm(Permission.EXPLAIN, is_netwerkmanager & is_regional)
rules.add_perm(Permission.END_EXPLANATION, is_netwerkmanager & is_of_own_house)
rules.add_perm(Permission.OFFER_HELP, (speaks_for_organisation | (is_netwerkmanager & is_of_another_house)))
rules.add_perm(Permission.ANSWER_EXPLANATION, is_landelijk_bureau)
rules.add_perm(Permission.REPORT_LINE, speaks_for_organisation & owns)
