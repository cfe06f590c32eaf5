"""What may be about one person: the privacybeoordelaar reads it first, and any reader can report it."""

from __future__ import annotations

from functools import partial

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from knelpunten.domain import privacy_reviews
from knelpunten.enums import Permission
from knelpunten.models import Knelpunt
from knelpunten.views.filling import filled
from portal.accounts.actor import Actor
from portal.accounts.request import Request
from portal.kit.access import guarded
from portal.privacy.queries import reports
from portal.ui.pages import attempt, page
from portal.ui.paging import page_of


@guarded(Permission.RELEASE)
def reviews(request: Request, by: Actor) -> HttpResponse:
    """What the privacybeoordelaar has to read before anyone else does."""
    waiting = Knelpunt.objects.visible_to(request.user).awaiting_release().with_places()
    context = {
        "waiting": page_of(request, waiting.order_by("state_since", "pk")),
        "reported": reports.reported(),
        "series": reports.series(),
    }
    return page(request, "knelpunten/reviews.html", context)


@require_POST
@guarded(Permission.RELEASE, Knelpunt)
def release(request: Request, knelpunt: Knelpunt, by: Actor) -> HttpResponse:
    said = "Vrijgegeven. Het ligt nu bij het landelijk bureau."
    back = reverse("knelpunten:reviews")
    return attempt(request, lambda: privacy_reviews.release(knelpunt=knelpunt, by=by), said=said, back=back)


@guarded(Permission.RELEASE, Knelpunt)
def send_back(request: Request, knelpunt: Knelpunt, by: Actor) -> HttpResponse:
    act = partial(privacy_reviews.send_back, knelpunt=knelpunt, by=by)
    said, back = "Teruggestuurd. Het huis leest uw reden en past de tekst aan.", reverse("knelpunten:reviews")
    return filled(request, knelpunt, "send_back", act, said=said, back=back)
