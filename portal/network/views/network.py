"""The network for everyone, the directory for members, and the beleidslandschap."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from portal.accounts.actor import Actor
from portal.kit import clock
from portal.kit.access import guarded, public
from portal.kit.refusals import Refused, Stale
from portal.network.domain import landscape
from portal.network.enums import Permission
from portal.network.forms import EditTableForm, TableFields
from portal.network.models import PolicyTable
from portal.network.queries import directory, seat_upkeep
from portal.ui.pages import page, status_of


@public
def network(request: HttpRequest) -> HttpResponse:
    context = {
        "network": directory.network(clock.today()),
        "may_see_people": request.user.is_authenticated and request.user.may(Permission.READ_AS_MEMBER),
    }
    return page(request, "network/network.html", context)


@guarded(Permission.READ_AS_MEMBER)
def people(request: HttpRequest, by: Actor) -> HttpResponse:
    bodies = directory.seats_by_body(clock.today())
    context = {
        "bodies": bodies,
        "may_invite": request.user.may(Permission.INVITE),
        "kept": seat_upkeep.kept_among(bodies, request.user),
    }  # type: ignore[union-attr]
    return page(request, "network/people.html", context)


@guarded(Permission.READ_AS_MEMBER)
def tables(request: HttpRequest, by: Actor) -> HttpResponse:
    """The beleidslandschap: where else something may be at home."""
    context = {"tables": PolicyTable.objects.visible_to(request.user), "may_keep": request.user.may(Permission.KEEP_LANDSCAPE)}  # type: ignore[union-attr]
    return page(request, "network/tables.html", context)


@guarded(Permission.KEEP_LANDSCAPE)
def new_table(request: HttpRequest, by: Actor) -> HttpResponse:
    form = TableFields(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = landscape.add(by=by, **form.cleaned_data)
        except Refused as refused:
            form.add_refusal(refused)
        else:
            messages.success(request, f"{made} staat in het beleidslandschap.")
            return redirect("network:tables")
    return page(request, "network/table_form.html", {"form": form, "table": None}, status=status_of(form))


@guarded(Permission.KEEP_LANDSCAPE, PolicyTable)
def edit_table(request: HttpRequest, table: PolicyTable, by: Actor) -> HttpResponse:
    initial = {name: getattr(table, name) for name in ("name", "subjects", "contact", "version")}
    form, status = EditTableForm(request.POST or None, initial=initial), 200
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        try:
            landscape.revise(table=table, expected=said.pop("version"), by=by, **said)
        except Stale as stale:
            form.add_refusal(stale)
            form.data = form.data.copy()
            form.data["version"] = str(table.version)
            status = 409
        except Refused as refused:
            form.add_refusal(refused)
        else:
            messages.success(request, "Bewaard.")
            return redirect("network:tables")
    context = {"form": form, "table": table, "is_stale": status == 409}
    return page(request, "network/table_form.html", context, status=status if status == 409 else status_of(form))
