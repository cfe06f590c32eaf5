"""The network for everyone, the directory for members, and the beleidslandschap."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpResponse

from portal.accounts.actor import Actor
from portal.accounts.request import Request
from portal.kit import clock
from portal.kit.access import guarded, public
from portal.network.domain import landscape
from portal.network.enums import Permission
from portal.network.forms import EditTableForm, TableFields
from portal.network.models import PolicyTable
from portal.network.queries import directory, seat_upkeep
from portal.ui.forms import fill_in, with_form
from portal.ui.pages import page


@public
def network(request: Request) -> HttpResponse:
    context = {
        "network": directory.network(clock.today()),
        "may_see_people": request.user.is_authenticated and request.user.may(Permission.READ_AS_MEMBER),
    }
    return page(request, "network/network.html", context)


@guarded(Permission.READ_AS_MEMBER)
def people(request: Request, by: Actor) -> HttpResponse:
    bodies = directory.seats_by_body(clock.today())
    context = {
        "bodies": bodies,
        "may_invite": request.user.may(Permission.INVITE),
        "kept": seat_upkeep.kept_among(bodies, request.user),
    }
    return page(request, "network/people.html", context)


@guarded(Permission.READ_AS_MEMBER)
def tables(request: Request, by: Actor) -> HttpResponse:
    """The beleidslandschap: where else something may be at home."""
    context = {
        "tables": PolicyTable.objects.visible_to(request.user),
        "may_keep": request.user.may(Permission.KEEP_LANDSCAPE),
    }
    return page(request, "network/tables.html", context)


@guarded(Permission.KEEP_LANDSCAPE)
def new_table(request: Request, by: Actor) -> HttpResponse:
    form = TableFields(request.POST or None)
    return fill_in(
        request,
        form,
        partial(landscape.add, by=by),
        said=lambda made: f"{made} staat in het beleidslandschap.",
        back="network:tables",
        show=with_form(request, "network/table_form.html", form, table=None),
    )


@guarded(Permission.KEEP_LANDSCAPE, PolicyTable)
def edit_table(request: Request, table: PolicyTable, by: Actor) -> HttpResponse:
    initial = {name: getattr(table, name) for name in ("name", "subjects", "contact", "version")}
    form = EditTableForm(request.POST or None, initial=initial)

    def now() -> dict[str, Any]:
        form.renew(version=table.version)
        return {"is_stale": True}

    return fill_in(
        request,
        form,
        partial(landscape.revise, table=table, by=by),
        said="Bewaard.",
        back="network:tables",
        now=now,
        show=with_form(request, "network/table_form.html", form, table=table),
    )
