"""Who deals with reported personal data, and who reads what is hidden."""

from __future__ import annotations

from typing import Any

import rules

from portal.network.rules import is_privacybeoordelaar
from portal.privacy.enums import Permission


@rules.predicate
def is_not_hidden(seat: Any, subject: Any) -> bool:
    """Nobody reported personal data in it, or that was settled."""
    return subject is None or subject.hidden_at is None


rules.add_perm(Permission.REVIEW, is_privacybeoordelaar)
