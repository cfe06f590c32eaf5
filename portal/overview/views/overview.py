"""The overzicht of whoever signed in, and the page of a house about its own inbreng."""

from __future__ import annotations

from django.http import HttpResponse

from knelpunten.enums import UNSEEN_STATES
from knelpunten.enums import Permission as KnelpuntPermission
from portal.accounts.actor import Actor
from portal.accounts.request import Request
from portal.kit import clock
from portal.kit.access import guarded
from portal.network.enums import Permission
from portal.network.queries.seats import house_of
from portal.overview.pages.overzicht import overview_page
from portal.overview.queries import overview, waiting
from portal.ui import chains
from portal.ui.pages import page
from portal.ui.paging import page_of

RECOGNISED = 100  # shown on one page
PRINTED = 400


@guarded(Permission.READ_AS_MEMBER)
def overzicht(request: Request, by: Actor) -> HttpResponse:
    """What asks something of somebody, what changed and what comes; or, where the address names a kind, all that waits of it."""
    if kind := waiting.all_of(request.user, request.GET.get("soort", "")):
        return page(request, "overview/waiting.html", {"kind": kind})
    shown = overview_page(request.user, overview.changes_since())
    request.asks = shown.waits.total
    return page(request, "overview/overzicht.html", {"overview": shown})


@guarded(KnelpuntPermission.DRAFT)
def onze_inbreng(request: Request, by: Actor) -> HttpResponse:
    house = house_of(by)
    knelpunten = page_of(request, overview.contributions_of(house, request.user))
    recognised = list(overview.recognised_by(house, request.user)[:RECOGNISED])
    context = {
        "house": house,
        "knelpunten": knelpunten,
        "recognised": recognised,
        "standings": chains.standings([*knelpunten, *recognised], request.user),
    }
    return page(request, "overview/onze_inbreng.html", context)


@guarded(KnelpuntPermission.DRAFT)
def inbreng_to_print(request: Request, by: Actor) -> HttpResponse:
    """Everything a house raised or recognises on one page, for its own regionale stuurgroep."""
    house = house_of(by)
    own = list(overview.contributions_of(house, request.user).exclude(state__in=UNSEEN_STATES)[:PRINTED])
    recognised = list(overview.recognised_by(house, request.user)[:RECOGNISED])
    context = {
        "house": house,
        "own": own,
        "recognised": recognised,
        "standings": chains.standings([*own, *recognised], request.user),
        "today": clock.today(),
    }
    return page(request, "overview/inbreng_to_print.html", context)
