"""Who may what with knelpunten."""

from __future__ import annotations

from typing import Any

import rules

from knelpunten.enums import READ_BY, SHARED_STATES, Permission, Reader
from portal.network.rules import (
    is_house_staff,
    is_in_stuurgroep,
    is_landelijk_bureau,
    is_member,
    is_netwerkmanager,
    is_privacybeoordelaar,
    leads_body,
)


@rules.predicate
def is_of_own_house(seat: Any, knelpunt: Any) -> bool:
    """Without a knelpunt at hand the question is whether the seat has a house to speak for at all."""
    return knelpunt is None or knelpunt.house_id == seat.house_id


@rules.predicate
def is_shared(seat: Any, knelpunt: Any) -> bool:
    return knelpunt.state in READ_BY[Reader.MEMBERS]


@rules.predicate
def is_shared_by_another(seat: Any, knelpunt: Any) -> bool:
    return knelpunt is None or (knelpunt.state in SHARED_STATES and knelpunt.house_id != seat.house_id)


@rules.predicate
def was_submitted(seat: Any, knelpunt: Any) -> bool:
    return knelpunt is None or (knelpunt.submitted_at is not None and knelpunt.state in READ_BY[Reader.BUREAU])


@rules.predicate
def waits_for_privacy(seat: Any, knelpunt: Any) -> bool:
    return knelpunt is None or knelpunt.state in READ_BY[Reader.REVIEWER]


@rules.predicate
def is_noted(seat: Any, knelpunt: Any) -> bool:
    return knelpunt.state in READ_BY[Reader.STUURGROEP]


@rules.predicate
def has_no_house(seat: Any, knelpunt: Any) -> bool:
    return knelpunt is None or (knelpunt.house_id is None and knelpunt.state in SHARED_STATES)


may_read = (
    (is_house_staff & is_of_own_house)
    | (is_landelijk_bureau & was_submitted)
    | (is_member & is_shared)
    | (is_in_stuurgroep & is_noted)
) | (is_privacybeoordelaar & waits_for_privacy)


@rules.predicate
def is_closed(seat: Any, inquiry: Any) -> bool:
    return inquiry is None or not inquiry.is_open


rules.add_perm(Permission.READ_INQUIRIES, is_member)
rules.add_perm(Permission.READ_ANSWERS, (is_in_stuurgroep & leads_body) | is_landelijk_bureau | (is_member & is_closed))
rules.add_perm(Permission.PUT_INQUIRY, is_in_stuurgroep & leads_body)
rules.add_perm(Permission.ANSWER_INQUIRY, is_netwerkmanager)
rules.add_perm(Permission.READ, may_read)
rules.add_perm(Permission.DRAFT, is_house_staff & is_of_own_house)
rules.add_perm(Permission.SUBMIT, is_netwerkmanager & is_of_own_house)
rules.add_perm(Permission.ASSESS, is_landelijk_bureau)
rules.add_perm(Permission.RELEASE, is_privacybeoordelaar)
rules.add_perm(Permission.IMPORT, is_landelijk_bureau)
rules.add_perm(Permission.BUNDLE, is_landelijk_bureau)
rules.add_perm(Permission.READ_PATTERNS, is_member)
rules.add_perm(Permission.RECOGNISE, is_house_staff & is_shared_by_another)
rules.add_perm(Permission.SAY_UNSOLVED, is_netwerkmanager & is_of_own_house)
rules.add_perm(Permission.ADD, is_house_staff & is_of_own_house)
rules.add_perm(Permission.CLAIM, is_netwerkmanager & has_no_house)
rules.add_perm(Permission.ATTACH, (is_landelijk_bureau & was_submitted) | (is_house_staff & is_of_own_house))
rules.add_perm(Permission.KEEP_TEXTS, is_landelijk_bureau)
rules.add_perm(Permission.READ_MAIL, is_landelijk_bureau)
rules.add_perm(Permission.READ_LIST, is_member)
rules.add_perm(Permission.READ_RADAR, is_landelijk_bureau | is_in_stuurgroep | is_house_staff)
