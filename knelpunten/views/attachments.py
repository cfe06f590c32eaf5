"""Files with a knelpunt: put there by its house or the landelijk bureau, fetched by who reads the knelpunt."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from knelpunten.domain import attachments
from knelpunten.enums import Permission
from knelpunten.forms.assessment import AttachmentForm
from knelpunten.models import Attachment, Knelpunt
from knelpunten.views.knelpunt import show
from portal.accounts.actor import Actor
from portal.files.answers import CLEANED, download
from portal.files.inspection.inspection import LARGEST
from portal.kit.access import guarded
from portal.kit.limits import takes_files
from portal.kit.refusals import Refused
from portal.ui.pages import attempt, status_of


@takes_files
@require_POST
@guarded(Permission.ATTACH, Knelpunt)
def attach(request: HttpRequest, knelpunt: Knelpunt, by: Actor) -> HttpResponse:
    form = AttachmentForm(request.POST, request.FILES)
    if form.is_valid():
        said, sent = form.cleaned_data, form.cleaned_data["file"]
        try:
            made = attachments.attach(
                is_looked_through=said["is_looked_through"],
                key=said["key"],
                knelpunt=knelpunt,
                name=sent.name,
                data=sent.read(LARGEST + 1),
                title=said["title"],
                by=by,
            )
        except Refused as refused:
            form.add_refusal(refused)
        else:
            made.file.refresh_from_db()
            if made.file.withheld_at:
                messages.success(
                    request,
                    "De bijlage wacht: er staat iets in dat over één persoon kan gaan. De privacybeoordelaar leest het eerst.",
                )
                return redirect(knelpunt)
            messages.success(request, f"De bijlage staat erbij. Wie het knelpunt leest, kan haar ophalen. {CLEANED}")
            return redirect(knelpunt)
    return show(request, knelpunt, status=status_of(form), attach=form)


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
