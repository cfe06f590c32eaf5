"""The landelijk bureau keeps texts that it uses more than once when it says why."""

from __future__ import annotations

from django.db import transaction

from knelpunten.enums import Verb
from knelpunten.models import ReasonText
from portal.accounts.actor import Actor
from portal.history.domain.recording import record
from portal.privacy.domain import guard


@transaction.atomic
def keep(*, title: str, text: str, outcome: str, by: Actor, reason_text: ReasonText | None = None) -> ReasonText:
    """Write a new one, or another wording for one that is there. Raises PersonalDataRefused."""
    guard.refuse_identifiers([title, text])
    kept = reason_text or ReasonText()
    kept.title, kept.text, kept.outcome = title, text, outcome
    kept.save()
    record(kept, Verb.TEXT_KEPT, by=by)
    return kept


@transaction.atomic
def drop(*, reason_text: ReasonText, by: Actor) -> None:
    """Take it away; where it was used, the words stay."""
    record(reason_text, Verb.TEXT_DROPPED, by=by)
    reason_text.delete()
