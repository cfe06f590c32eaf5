"""The landelijk bureau puts a file with a knelpunt, or takes it away."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from knelpunten.enums import Verb
from knelpunten.models import Attachment, Knelpunt
from portal.accounts.actor import Actor
from portal.files.domain import stored_files
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.refusals import Blocker, Refused
from portal.privacy.domain import guard

MOST = 10  # files with one knelpunt


class AttachmentRefused(Refused):
    pass


@transaction.atomic
def attach(*, key: UUID, knelpunt: Knelpunt, name: str, data: bytes, title: str, by: Actor) -> Attachment:
    """Keep a file with it. Raises FileRefused when the file is not taken in. Sent twice, it is there once."""
    guard.refuse_identifiers([title, name])
    knelpunt = Knelpunt.objects.lock(knelpunt)
    if knelpunt.attachments.filter(file__removed_at__isnull=True).count() >= MOST:
        raise AttachmentRefused(Blocker("too-many", f"Bij een knelpunt passen {MOST} bijlagen. Haal er eerst een weg."))
    file = stored_files.keep(key=key, name=name, data=data, by=by)
    if existing := Attachment.objects.filter(file=file).first():
        return existing
    made = Attachment.objects.create(knelpunt=knelpunt, file=file, title=title.strip(), attached_at=clock.now())
    record(knelpunt, Verb.ATTACHED, by=by)
    return made


@transaction.atomic
def detach(*, attachment: Attachment, by: Actor) -> None:
    """Take a file away for good. That there was one stays in the history."""
    knelpunt = Knelpunt.objects.lock(attachment.knelpunt)
    attachment = Attachment.objects.select_related("file").get(pk=attachment.pk)
    if attachment.file.removed_at:
        raise AttachmentRefused(Blocker("gone", "Deze bijlage is al weg."))
    stored_files.remove(file=attachment.file, by=by)
    record(knelpunt, Verb.DETACHED, by=by)
