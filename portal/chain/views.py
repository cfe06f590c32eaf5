"""Where a thing comes from and what came of it."""

from __future__ import annotations

from django.http import Http404, HttpResponse

from portal.accounts.actor import Actor
from portal.accounts.request import Request
from portal.chain import picture
from portal.chain import provenance as sources
from portal.kit.access import guarded
from portal.network.enums import Permission
from portal.ui.pages import page

KINDS = {"actie": "Actie", "knelpunt": "Knelpunt", "paragraaf": "Paragraaf"}


@guarded(Permission.READ_AS_MEMBER)
def provenance(request: Request, by: Actor, about: str, pk: int) -> HttpResponse:
    """Where an action, a knelpunt or a section comes from and what came of it, in one picture and in words."""
    subject, actions = sources.actions_round(about, pk, request.user)
    if subject is None:
        raise Http404
    web = sources.web(about, subject, actions, request.user)
    columns = [(name, [(node, web.beside(node.key)) for node in nodes]) for name, nodes in web.columns() if nodes]
    context = {
        "subject": subject,
        "kind": KINDS[about],
        "columns": columns,
        "picture": picture.draw(web, (about, pk)),
        "title": getattr(subject, "citation", subject),
    }
    return page(request, "chain/provenance.html", context)
