"""Files with a knelpunt: put there by its house or the landelijk bureau, fetched by who reads the knelpunt."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from knelpunten.domain import attachments
from knelpunten.enums import Permission
from knelpunten.models import Attachment, Knelpunt
from knelpunten.views.filling import filled
from portal.accounts.actor import Actor
from portal.accounts.request import Request
from portal.files.answers import CLEANED, download
from portal.files.inspection.inspection import LARGEST
from portal.files.models import StoredFile
from portal.kit.access import guarded
from portal.kit.limits import takes_files
from portal.ui.pages import attempt

THERE = f"De bijlage staat erbij. Wie het knelpunt leest, kan haar ophalen. {CLEANED}"
WAITS = "De bijlage wacht: er staat iets in dat over één persoon kan gaan. De privacybeoordelaar leest het eerst."


@takes_files
@guarded(Permission.ATTACH, Knelpunt)
def attach(request: Request, knelpunt: Knelpunt, by: Actor) -> HttpResponse:
    def act(*, file: Any, **said: Any) -> Attachment:
        return attachments.attach(knelpunt=knelpunt, name=file.name, data=file.read(LARGEST + 1), by=by, **said)

    return filled(request, knelpunt, "attach", act, said=_outcome, or_back=False)


def _outcome(made: Attachment) -> str:
    """Whether it can be fetched now, or is read first: that was decided after it was kept."""
    return WAITS if StoredFile.objects.filter(pk=made.file_id, withheld_at__isnull=False).exists() else THERE


@guarded(Permission.READ, Knelpunt)
def fetch(request: HttpRequest, knelpunt: Knelpunt, by: Actor, file: int) -> HttpResponse:
    return download(request, _attachment(knelpunt, file).file)


@require_POST
@guarded(Permission.ATTACH, Knelpunt)
def detach(request: HttpRequest, knelpunt: Knelpunt, by: Actor, file: int) -> HttpResponse:
    attachment = _attachment(knelpunt, file)
    said = f"“{attachment.title}” is weg."
    return attempt(request, lambda: attachments.detach(attachment=attachment, by=by), said=said, back=knelpunt)


def _attachment(knelpunt: Knelpunt, pk: int) -> Attachment:
    standing = knelpunt.attachments.filter(file__removed_at__isnull=True).select_related("file")
    return get_object_or_404(standing, pk=pk)
