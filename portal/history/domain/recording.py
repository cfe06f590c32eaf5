"""Writing and redacting: the only two things that ever happen to facts."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction

from portal.accounts.actor import Actor
from portal.history.evidence import WITHHELD, Evidence, canonical
from portal.history.models import Event
from portal.kit import clock


def record(subject: models.Model, verb: str, *, by: Actor, facts: list[Evidence] | None = None) -> Event:
    """One line of history, the last statement of a verb: who did what to what, on the strength of which facts."""
    event = Event(
        verb=verb,
        subject_type=ContentType.objects.get_for_model(subject),
        subject_id=subject.pk,
        happened_at=clock.now(),
        facts=[{"model": fact._meta.label_lower, "pk": fact.pk, "digest": fact.digest} for fact in facts or []],
        **by.stamp,
    )
    event.payload = payload_of(event)
    event.save(force_insert=True)
    return event


def payload_of(event: Event) -> str:
    """The exact text that the chain is computed over."""
    columns: dict[str, Any] = {
        name: getattr(event, name)
        for name in ("verb", "by_user_id", "by_seat", "by_label", "subject_type_id", "subject_id", "happened_at", "facts")
    }
    return canonical(columns)


@transaction.atomic
def redact(fact: Evidence, *, ground: str, by: Actor) -> None:
    """Take the texts of a fact away for good. The fact itself, and that this happened, stay."""
    fact.__class__.objects.filter(pk=fact.pk).update(
        **dict.fromkeys(fact.TEXTS),
        text_salt=None,
        redacted_at=clock.now(),
        redacted_by=by.user,
        redacted_ground=ground,
        withheld_at=None,
    )
    record(fact, "redacted", by=by)


def withhold(fact: Evidence) -> None:
    """Put a sentence in the place of its texts for a while. Whoever calls this keeps them, and says in the history why."""
    stood_in = {name: WITHHELD if getattr(fact, name) else getattr(fact, name) for name in fact.TEXTS}
    fact.__class__.objects.filter(pk=fact.pk).update(**stood_in, withheld_at=clock.now())


def let_back(fact: Evidence, texts: dict[str, str | None]) -> None:
    """The texts of a withheld fact stand there again. The database refuses any others than were written."""
    fact.__class__.objects.filter(pk=fact.pk).update(**texts, withheld_at=None)
