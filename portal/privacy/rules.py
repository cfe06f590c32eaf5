"""Who deals with reported personal data."""

from __future__ import annotations

from typing import Any

import rules

from portal.network.enums import BodyKind
from portal.network.rules import is_member, is_nzvh_board, is_privacybeoordelaar, leads_body, sits_in
from portal.privacy.enums import Permission


@rules.predicate
def reported_it(seat: Any, report: Any) -> bool:
    """The person of this seat made the report."""
    return report is None or report.by_user_id == seat.user_id


rules.add_perm(Permission.REVIEW, is_privacybeoordelaar)
# Out of what was decided, ratified or adopted two people remove words: the second is
# another reviewer, or answers for what was decided.
rules.add_perm(Permission.SECOND, is_privacybeoordelaar | is_nzvh_board | (sits_in(BodyKind.STUURGROEP) & leads_body))
rules.add_perm(Permission.REPORTED, is_member & reported_it)
