"""Whoever reads personal data says so: the text is hidden at once, and the privacybeoordelaar takes it away or puts it back."""

from __future__ import annotations

from django.db import transaction

from knelpunten.enums import Verb
from knelpunten.models import Knelpunt
from portal.accounts.actor import Actor
from portal.files.domain import keeping
from portal.history.domain.recording import record, redact
from portal.kit import clock
from portal.kit.refusals import Blocker, Refused
from portal.network.enums import SeatFunction
from portal.network.queries.staff import holders_of
from portal.notify.domain import telling
from portal.notify.enums import About

REMOVED_TITLE = "Tekst verwijderd"
REMOVED_TEXT = "De privacybeoordelaar heeft deze tekst verwijderd, omdat er persoonsgegevens in stonden."
GROUND = "persoonsgegevens"


class ReportRefused(Refused):
    pass


@transaction.atomic
def report(*, knelpunt: Knelpunt, by: Actor) -> Knelpunt:
    """Hide it for everyone but the privacybeoordelaar, who hears of it. Reported twice, it is hidden once."""
    knelpunt = Knelpunt.objects.lock(knelpunt)
    if knelpunt.hidden_at is None:
        knelpunt.hidden_at = clock.now()
        knelpunt.save(update_fields=["hidden_at"])
        event = record(knelpunt, Verb.REPORTED, by=by)
        reviewers = holders_of(SeatFunction.PRIVACYBEOORDELAAR)
        about = About.PERSOONSGEGEVENS
        telling.tell(users=reviewers, occasion=f"reported:{event.pk}", path=knelpunt.get_absolute_url(), about=about)
    return knelpunt


@transaction.atomic
def put_back(*, knelpunt: Knelpunt, by: Actor) -> Knelpunt:
    """There is no personal data in it: everybody who could read it can again."""
    knelpunt = _hidden(knelpunt)
    knelpunt.hidden_at = None
    knelpunt.save(update_fields=["hidden_at"])
    record(knelpunt, Verb.PUT_BACK, by=by)
    return knelpunt


@transaction.atomic
def remove(*, knelpunt: Knelpunt, by: Actor) -> Knelpunt:
    """Take every text of it away for good: its own, the reasons of its steps, and what houses wrote beside it. That it happened stays."""
    knelpunt = _hidden(knelpunt)
    knelpunt.title, knelpunt.pattern, knelpunt.would_help, knelpunt.tried = REMOVED_TITLE, REMOVED_TEXT, "", ""
    knelpunt.hidden_at, knelpunt.version = None, knelpunt.version + 1
    knelpunt.save(update_fields=["title", "pattern", "would_help", "tried", "hidden_at", "version"])
    knelpunt.recognitions.exclude(note="").update(note="")
    knelpunt.bundlings.exclude(unbundled_reason="").update(unbundled_reason=REMOVED_TEXT)
    for attachment in knelpunt.attachments.filter(file__removed_at__isnull=True).select_related("file"):
        keeping.remove(file=attachment.file)
    knelpunt.attachments.update(title=REMOVED_TITLE)
    for fact in [*knelpunt.steps.filter(redacted_at__isnull=True), *knelpunt.notes.filter(redacted_at__isnull=True)]:
        redact(fact, ground=GROUND, by=by)
    record(knelpunt, Verb.REMOVED, by=by)
    return knelpunt


def _hidden(knelpunt: Knelpunt) -> Knelpunt:
    knelpunt = Knelpunt.objects.lock(knelpunt)
    if knelpunt.hidden_at is None:
        raise ReportRefused(Blocker("not-hidden", "Dit knelpunt is niet (meer) verborgen."))
    return knelpunt
