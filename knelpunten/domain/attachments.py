"""A house or the landelijk bureau puts a file with a knelpunt, or takes it away."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from django.db import transaction

from knelpunten.enums import Verb
from knelpunten.models import Attachment, Knelpunt
from portal.accounts.actor import Actor
from portal.files.domain import stored_files
from portal.files.inspection import reading
from portal.files.inspection.inspection import Inspected, inspect
from portal.files.inspection.names import stem_of
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.refusals import Blocker, Refused
from portal.network.models import Seat
from portal.network.queries.seats import seat_of
from portal.privacy.domain import guard, reports
from portal.privacy.noticing.judgement import judge
from portal.privacy.noticing.known import names
from portal.privacy.noticing.normalised import LONGEST

MOST = 10  # files with one knelpunt
SAID = 5  # finds that are named
AROUND = 30  # characters on either side of one
UNREAD = (
    "Het portaal kan dit bestand niet helemaal lezen: er staat een afbeelding of een scan in, of het is te groot. "
    "Kijk zelf of er niets in staat "
    "over een persoon. Zet dan het vinkje en kies het bestand opnieuw."
)


class AttachmentRefused(Refused):
    pass


@transaction.atomic
def attach(
    *, key: UUID, knelpunt: Knelpunt, name: str, data: bytes, title: str, by: Actor, is_looked_through: bool = False
) -> Attachment:
    """Keep a file with it, after its words were judged as any text is. Sent twice, it is there once.

    Raises FileRefused when the file is not taken in, and AttachmentRefused where it holds a personal
    identifier, or cannot be read whole and nobody said that they looked through it. What may describe
    a person is held back: the privacybeoordelaar reads of it and lets it stand or removes it.
    """
    guard.refuse_identifiers([title, name])
    judged = _judged(inspect(data, title=stem_of(name)), is_looked_through=is_looked_through)
    knelpunt = Knelpunt.objects.lock(knelpunt)
    if knelpunt.attachments.filter(file__removed_at__isnull=True).count() >= MOST:
        raise AttachmentRefused(Blocker("too-many", f"Bij een knelpunt passen {MOST} bijlagen. Haal er eerst een weg."))
    file = stored_files.keep(key=key, name=name, data=data, by=by)
    if existing := Attachment.objects.filter(file=file).first():
        return existing
    made = Attachment.objects.create(knelpunt=knelpunt, file=file, title=title.strip(), attached_at=clock.now())
    record(knelpunt, Verb.ATTACHED, by=by)
    if judged:
        reports.hold(subject=knelpunt, row=made, why=f"Het portaal hield dit bestand tegen. {' '.join(judged)}", by=by)
    return made


def _judged(inspected: Inspected, *, is_looked_through: bool) -> list[str]:
    """What in a file may describe a person, each with its place. Raises AttachmentRefused."""
    read, known = reading.read(inspected), names()
    hard: list[Blocker] = []
    soft: list[str] = []
    for place, text in _cut(read.pieces):
        for find in judge(text, known).finds:
            if find.is_hard:
                hard.append(Blocker(find.kind.value, f"{place[:1].upper()}{place[1:]} van het bestand: {find.sentence}"))
            else:
                soft.append(f"{place[:1].upper()}{place[1:]}: “{text[max(0, find.start - AROUND) : find.end + AROUND]}”.")
    if hard:
        raise AttachmentRefused(*hard[:SAID])
    if not read.is_whole and not is_looked_through:
        raise AttachmentRefused(Blocker("unread", UNREAD))
    return soft[:SAID]


def _cut(pieces: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Pieces that the judge reads to their end; what stands on the edge of two is read twice."""
    for place, text in pieces:
        for start in range(0, max(len(text), 1), LONGEST - 200):
            yield place, text[start : start + LONGEST]


@transaction.atomic
def detach(*, attachment: Attachment, by: Actor) -> None:
    """Take a file away for good. That there was one stays in the history."""
    knelpunt = Knelpunt.objects.lock(attachment.knelpunt)
    attachment = Attachment.objects.select_related("file").get(pk=attachment.pk)
    if attachment.file.removed_at:
        raise AttachmentRefused(Blocker("gone", "Deze bijlage is al weg."))
    if _house_of(attachment) != seat_of(by).membership.body.house_id:
        raise AttachmentRefused(Blocker("of-another", "Deze bijlage is door een ander toegevoegd. Vraag die haar weg te halen."))
    stored_files.remove(file=attachment.file, by=by)
    record(knelpunt, Verb.DETACHED, by=by)


def _house_of(attachment: Attachment) -> int | None:
    """The house that put it there, or none: then it was the landelijk bureau."""
    by_seat = attachment.file.fact.by_seat
    seat = Seat.objects.filter(pk=by_seat).select_related("membership__body").first() if by_seat else None
    return seat.membership.body.house_id if seat else None
