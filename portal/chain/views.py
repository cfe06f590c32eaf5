"""The overzicht of whoever signed in, and the page of a house about its own inbreng."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from knelpunten.enums import UNSEEN_STATES
from knelpunten.enums import Permission as KnelpuntPermission
from portal.accounts.actor import Actor
from portal.chain import picture, queries
from portal.chain import provenance as sources
from portal.kit import clock
from portal.kit.access import guarded
from portal.network.enums import Permission
from portal.network.queries.seats import house_of
from portal.ui import chains
from portal.ui.pages import page
from portal.ui.paging import page_of

RECOGNISED = 100  # shown on one page
PRINTED = 400
KINDS = {"actie": "Actie", "knelpunt": "Knelpunt", "paragraaf": "Paragraaf"}


@guarded(Permission.READ_AS_MEMBER)
def overzicht(request: HttpRequest, by: Actor) -> HttpResponse:
    since = queries.changes_since()
    return page(request, "chain/overzicht.html", {"overview": queries.overview(request.user, since)})


@guarded(Permission.READ_AS_MEMBER)
def provenance(request: HttpRequest, by: Actor, about: str, pk: int) -> HttpResponse:
    """Where an action, a knelpunt or a section comes from and what came of it, in one picture and in words."""
    subject, actions = sources.actions_round(about, pk, request.user)
    if subject is None:
        raise Http404
    web = sources.web(about, subject, actions, request.user)
    columns = [(name, [(node, web.beside(node.key)) for node in nodes]) for name, nodes in web.columns() if nodes]
    context = {
        "subject": subject, "kind": KINDS[about], "columns": columns, "picture": picture.draw(web, (about, pk)),
        "title": getattr(subject, "citation", subject),
    }  # fmt: skip
    return page(request, "chain/provenance.html", context)


@guarded(KnelpuntPermission.DRAFT)
def onze_inbreng(request: HttpRequest, by: Actor) -> HttpResponse:
    house = house_of(by)
    knelpunten = page_of(request, queries.contributions_of(house, request.user))
    recognised = list(queries.recognised_by(house, request.user)[:RECOGNISED])
    context = {
        "house": house,
        "knelpunten": knelpunten,
        "recognised": recognised,
        "chains": chains.read([*knelpunten, *recognised], request.user),
    }
    return page(request, "chain/onze_inbreng.html", context)


@guarded(KnelpuntPermission.DRAFT)
def inbreng_to_print(request: HttpRequest, by: Actor) -> HttpResponse:
    """Everything a house raised or recognises on one page, for its own regionale stuurgroep."""
    house = house_of(by)
    own = list(queries.contributions_of(house, request.user).exclude(state__in=UNSEEN_STATES)[:PRINTED])
    recognised = list(queries.recognised_by(house, request.user)[:RECOGNISED])
    context = {
        "house": house,
        "own": own,
        "recognised": recognised,
        "chains": chains.read([*own, *recognised], request.user),
        "today": clock.today(),
    }
    return page(request, "chain/inbreng_to_print.html", context)
