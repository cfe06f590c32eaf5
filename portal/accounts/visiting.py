"""Somebody without a seat that matters: everybody who is signed in, when invited somewhere as a guest.

A visitor stands where a seat stands when rules are asked, and gives nothing but what
is for guests. What a guest sees, each thing says itself.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from portal.accounts.actor import Actor

if TYPE_CHECKING:
    from portal.accounts.models import User

GUEST = "gast"
# The permissions that a visitor can have at all; whatever else a rule compares, nobody gets in by having nothing.
FOR_GUESTS: set[str] = set()
NOWHERE = SimpleNamespace(body_id=None, organisation_id=None, house_id=None)


class Visitor:
    function, body_kind = GUEST, ""
    pk = house_id = membership_id = None
    membership: Any = NOWHERE
    is_deputy = False

    def __init__(self, user: User) -> None:
        self.user = user

    @property
    def actor(self) -> Actor:
        return Actor(self.user, None, GUEST)
