"""Telling who keeps the portal that something is wrong with the files. Says numbers, never names."""

from __future__ import annotations

import logging

from portal.accounts.models import User
from portal.files.enums import Damage
from portal.files.models import StoredFile
from portal.jobs.queue import put_off
from portal.kit import clock
from portal.kit.mail import MailKind, message
from portal.network.enums import BodyKind
from portal.network.models import Seat

log = logging.getLogger("portal.files")


def tell(sentence: str) -> None:
    """Into the log, and by mail to the landelijk bureau."""
    log.error("%s", sentence)
    put_off("files.tell_keepers", sentence=sentence)


def tell_of_damage(file: StoredFile, damage: Damage) -> None:
    """Once for every file that is found damaged."""
    if StoredFile.objects.filter(pk=file.pk, damage_seen_at__isnull=True).update(damage_seen_at=clock.now()):
        way_out = "Zet het terug uit een reservekopie; tot dan wordt het niet getoond."
        tell(f"Bestand {file.pk} ({file.key}) {damage.label}. {way_out}")


def send(sentence: str) -> None:
    """One mail to all of the landelijk bureau today."""
    seats = Seat.objects.valid_on(clock.today()).in_body(BodyKind.LANDELIJK_BUREAU)
    addresses = list(
        User.objects.filter(seats__in=seats, is_active=True).distinct().order_by("pk").values_list("email", flat=True)
    )
    if addresses:
        message("Er is iets mis met de bestanden van het portaal", f"{sentence}\n", kind=MailKind.KEEPING, bcc=addresses).send()
