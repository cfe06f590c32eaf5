"""Who may what with national agreements: the bestuur of the vereniging N-ZVH runs
route I, the Stuurgroep's own lead runs route II."""

from __future__ import annotations

from typing import Any

import rules

from agenda.ratification.enums import Permission, Route
from portal.network.enums import BodyKind, SeatFunction
from portal.network.rules import (
    has_function,
    is_member,
    is_netwerkmanager,
    is_nzvh_board,
    is_stuurgroep_member,
    leads_body,
    sits_in,
)


def goes(route: Route) -> Any:
    """The agreement goes along this route. Without one at hand the question is whether somebody may at all."""

    @rules.predicate(name=f"goes:{route}")
    def predicate(seat: Any, thing: Any) -> bool:
        return thing is None or thing.route == route

    return predicate


leads_stuurgroep = sits_in(BodyKind.STUURGROEP) & leads_body
is_secretaris = sits_in(BodyKind.STUURGROEP) & has_function(SeatFunction.SECRETARIS)
runs_vooraf = is_nzvh_board & goes(Route.VOORAF)

rules.add_perm(Permission.READ, is_member)
rules.add_perm(Permission.RUN, runs_vooraf | (leads_stuurgroep & goes(Route.ACHTERAF)))
rules.add_perm(Permission.TAKE_POSITION, is_netwerkmanager | (is_stuurgroep_member & goes(Route.ACHTERAF)))
rules.add_perm(Permission.RECORD, is_secretaris | runs_vooraf)
rules.add_perm(Permission.READ_ALL, is_secretaris | runs_vooraf)
rules.add_perm(Permission.CARRY, is_stuurgroep_member)
rules.add_perm(Permission.REPORT_UPTAKE, is_netwerkmanager)
