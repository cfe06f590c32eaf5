"""A proposal that is not put forward yet: its writer's own, as far as it came."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import transaction

from agenda.lists.models import ProposalDraft
from portal.accounts.models import User
from portal.kit import clock
from portal.kit.db import make_once
from portal.kit.refusals import Blocker, Refused
from portal.privacy.domain import guard

MOST = 20  # drafts of one person


class ProposalDraftRefused(Refused):
    pass


@transaction.atomic
def keep(*, key: UUID, owner: User, title: str, answers: dict[str, list[str]]) -> ProposalDraft:
    """Keep what somebody wrote of a proposal; kept again under one key it is the same draft. Raises PersonalDataRefused."""
    guard.refuse_identifiers([title, *(text for texts in answers.values() for text in texts)])
    kept: dict[str, Any] = {"title": title, "answers": answers, "saved_at": clock.now()}
    if existing := ProposalDraft.objects.filter(key=key).first():
        if existing.owner_id != owner.pk:
            raise ProposalDraftRefused(Blocker("of-another", "Dit concept is van iemand anders."))
        ProposalDraft.objects.filter(pk=existing.pk).update(**kept)
        existing.refresh_from_db()
        return existing
    if ProposalDraft.objects.filter(owner=owner).count() >= MOST:
        raise ProposalDraftRefused(Blocker("too-many", f"U bewaart al {MOST} concepten. Gooi er eerst een weg."))
    return make_once(ProposalDraft, key, lambda: ProposalDraft.objects.create(key=key, owner=owner, **kept))


def discard(*, draft: ProposalDraft) -> None:
    """Throw a draft away: it was put forward, or its writer no longer wants it."""
    draft.delete()
