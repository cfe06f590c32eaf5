"""Whoever reads personal data says so: the text is hidden at once, and the privacybeoordelaar takes it away or puts it back.

Each room says in `register` which texts a thing of its own holds and how each is taken away: facts by redaction, other texts by a sentence in
their place. That it happened stays in the history, never the text.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Model

from portal.accounts.actor import Actor
from portal.history.domain.recording import record, redact
from portal.history.evidence import Evidence
from portal.kit import clock
from portal.kit.refusals import Blocker, Refused
from portal.network.enums import SeatFunction
from portal.network.queries.staff import holders_of
from portal.notify.domain import telling
from portal.notify.enums import About
from portal.privacy.enums import Verb

REMOVED_TITLE = "Tekst verwijderd"
REMOVED_TEXT = "De privacybeoordelaar heeft deze tekst verwijderd, omdat er persoonsgegevens in stonden."
GROUND = "persoonsgegevens"


class ReportRefused(Refused):
    pass


@dataclass(frozen=True)
class Part:
    """A text that can be taken away by itself: what it is, what it says, and how it goes."""

    code: str
    label: str
    text: str
    remove: Callable[[Actor], Any]


Parts = Callable[[Any], list[Part]]
PARTS: dict[type[Model], Parts] = {}
# What keeps copies of other things' texts, and takes them away when one is removed: filled by the rooms that keep them.
COPIES: list[Callable[[Any, Actor], None]] = []


def register(model: type[Model], parts: Parts) -> None:
    """Let things of this model be reported. The model has `hidden_at` and a locking queryset."""
    PARTS[model] = parts


def parts_of(subject: Any) -> list[Part]:
    """Every text of it that is still there."""
    return [part for part in PARTS[type(subject)](subject) if part.text]


@transaction.atomic
def report(*, subject: Any, by: Actor) -> Any:
    """Hide it for everyone but the privacybeoordelaar, who hears of it. Reported twice, it is hidden once."""
    subject = type(subject).objects.lock(subject)
    if subject.hidden_at is None:
        subject.hidden_at = clock.now()
        subject.save(update_fields=["hidden_at"])
        event = record(subject, Verb.REPORTED, by=by)
        reviewers = holders_of(SeatFunction.PRIVACYBEOORDELAAR)
        path, about = subject.get_absolute_url().split("#")[0], About.PERSOONSGEGEVENS
        telling.tell(users=reviewers, occasion=f"reported:{event.pk}", path=path, about=about)
    return subject


@transaction.atomic
def put_back(*, subject: Any, by: Actor) -> Any:
    """There is no personal data in it: everybody who could read it can again."""
    subject = _hidden(subject)
    _show(subject)
    record(subject, Verb.PUT_BACK, by=by)
    return subject


@transaction.atomic
def remove(*, subject: Any, by: Actor, chosen: set[str] | None = None) -> Any:
    """Take the chosen texts of it away for good, or all; the rest is read again by who could."""
    subject = _hidden(subject)
    going = [part for part in parts_of(subject) if chosen is None or part.code in chosen]
    if not going:
        raise ReportRefused(Blocker("nothing-chosen", "Kies wat er weg moet, of zet alles terug."))
    for part in going:
        part.remove(by)
    for take_away in COPIES:
        take_away(subject, by)
    _show(type(subject).objects.lock(subject))
    record(subject, Verb.REMOVED, by=by)
    return subject


def redacting(fact: Evidence) -> Callable[[Actor], None]:
    """How the text of a fact goes."""
    return lambda by: redact(fact, ground=GROUND, by=by)


def replacing(row: Any, **texts: str) -> Callable[[Actor], None]:
    """How texts of a row that is no fact go: a sentence stands in their place."""

    def replace(by: Actor) -> None:
        type(row).objects.filter(pk=row.pk).update(**texts)

    return replace


def _show(subject: Any) -> None:
    subject.hidden_at = None
    subject.save(update_fields=["hidden_at"])


def _hidden(subject: Any) -> Any:
    subject = type(subject).objects.lock(subject)
    if subject.hidden_at is None:
        raise ReportRefused(Blocker("not-hidden", "Dit is niet (meer) verborgen."))
    return subject
