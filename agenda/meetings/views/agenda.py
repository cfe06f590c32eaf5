"""Making an agenda: its items, their order, what could stand on it, and sending it (again)."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from agenda.meetings.domain import agenda_items, agenda_versions, proposals
from agenda.meetings.enums import Permission
from agenda.meetings.forms import ItemForm
from agenda.meetings.models import AgendaItem, Meeting
from agenda.meetings.pages import agenda
from agenda.meetings.queries import differences
from knelpunten.models import Knelpunt
from portal.accounts.actor import Actor
from portal.accounts.request import Request
from portal.kit.access import guarded
from portal.kit.opaque import number_in, row_in, rows_in
from portal.kit.refusals import Refused
from portal.ui.forms import fill_in, with_form
from portal.ui.pages import attempt, page


@guarded(Permission.PREPARE, Meeting)
def build(request: Request, meeting: Meeting, by: Actor) -> HttpResponse:
    """The agenda in the making.

    Buttons move one item at a time; dragging fills in the same form; only the last button keeps the order.
    """
    order = rows_in(AgendaItem, request.POST.getlist("order"))
    refused: list[str] = []
    if request.method == "POST" and "keep" in request.POST:
        try:
            agenda_items.arrange(meeting=meeting, order=order, by=by)
        except Refused as why:
            refused = why.sentences
        else:
            messages.success(request, "De volgorde is bewaard.")
            return redirect("meetings:build", meeting.pk)
    is_moved = request.method == "POST" and not refused
    context = {
        "meeting": meeting,
        "pack": agenda.agenda_in_the_making(meeting, request.user, order if is_moved else [], request.POST),
        "refused": refused,
        "is_moved": is_moved,
    }
    return page(request, "meetings/build.html", context, status=409 if refused else 200)


@require_POST
@guarded(Permission.PREPARE, Meeting)
def take_up(request: Request, meeting: Meeting, by: Actor) -> HttpResponse:
    """Put something that is proposed on the agenda."""
    source, _, word = request.POST.get("proposal", "").partition(":")
    back = redirect("meetings:build", meeting.pk).url
    said = "Het punt staat op de agenda."
    return attempt(
        request,
        lambda: proposals.take_up(meeting=meeting, source=source, pk=number_in(source, word), by=by),
        said=said,
        back=back,
    )


@require_POST
@guarded(Permission.PREPARE, Meeting)
def send_again(request: Request, meeting: Meeting, by: Actor) -> HttpResponse:
    said = "De gewijzigde agenda is verstuurd. De leden kunnen alleen de wijzigingen lezen."
    return attempt(request, lambda: agenda_versions.send_again(meeting=meeting, by=by), said=said, back=meeting)


@guarded(Permission.READ, Meeting)
def changes(request: Request, meeting: Meeting, by: Actor) -> HttpResponse:
    """What is different in each version that was sent, as far as this reader may read."""
    versions = differences.of(meeting, request.user)
    return page(request, "meetings/changes.html", {"meeting": meeting, "versions": versions})


@guarded(Permission.PREPARE, Meeting)
def add_item(request: Request, meeting: Meeting, by: Actor) -> HttpResponse:
    known = Knelpunt.objects.visible_to(request.user).filter(pk=row_in(Knelpunt, request.GET.get("knelpunt", ""))).first()
    initial = {"action": request.GET.get("actie"), "knelpunt": known, "title": known.title if known else ""}
    form = ItemForm(request.POST or None, user=request.user, meeting=meeting, initial=initial)
    return fill_in(
        request,
        form,
        partial(agenda_items.add, meeting=meeting, by=by),
        said=lambda item: f"Punt {item.number} staat op de agenda.",
        show=with_form(request, "meetings/item_form.html", form, meeting=meeting, knelpunt=known),
    )


@guarded(Permission.PREPARE, AgendaItem)
def change_item(request: Request, item: AgendaItem, by: Actor) -> HttpResponse:
    """Write an item better. Who was later sees what the other made of it, and keeps the own text in the form."""
    form = ItemForm(request.POST or None, user=request.user, meeting=item.meeting, item=item)

    def now() -> dict[str, Any]:
        other = get_object_or_404(AgendaItem.objects.visible_to(request.user), pk=item.pk)
        form.renew(version=other.version)
        return {"now": other}

    return fill_in(
        request,
        form,
        partial(agenda_items.change, item=item, by=by),
        said=lambda changed: f"Punt {changed.number} is gewijzigd.",
        now=now,
        show=with_form(request, "meetings/item_form.html", form, meeting=item.meeting, item=item),
    )


@require_POST
@guarded(Permission.PREPARE, AgendaItem)
def remove_item(request: Request, item: AgendaItem, by: Actor) -> HttpResponse:
    back, said = item.meeting, f"“{item.title}” is van de agenda af."
    return attempt(request, lambda: agenda_items.remove(item=item, by=by), said=said, back=back)
