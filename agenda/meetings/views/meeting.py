"""Meetings: the list, one meeting, its steps, and what a reader asks or reports there."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from agenda.meetings.domain import meeting_steps, noted_knelpunten
from agenda.meetings.enums import AGENDA_STATES, MeetingState, Permission
from agenda.meetings.forms import ConveneForm, DiscussionForm
from agenda.meetings.models import Meeting, WrittenProcedure
from agenda.meetings.pages import meetings as listed
from agenda.meetings.pages.acts import acts_of
from agenda.meetings.pages.meeting import meeting_page
from agenda.meetings.views.polling import followed
from knelpunten.models import Knelpunt
from portal.accounts.actor import Actor
from portal.accounts.request import Request
from portal.kit.access import guarded
from portal.network.enums import BodyKind
from portal.network.queries.seats import seat_of
from portal.privacy.queries.reports import marks_of
from portal.ui.forms import fill_in, with_form
from portal.ui.pages import attempt, page
from portal.ui.paging import page_of

ROUNDS = 6  # written rounds on the list, the newest


@guarded(Permission.READ)
def meetings(request: Request, by: Actor) -> HttpResponse:
    counted = listed.numbers(request.user)
    rows = page_of(request, listed.in_order(request.user), total=counted.total())
    rounds = WrittenProcedure.objects.visible_to(request.user)[:ROUNDS]
    shown = listed.meeting_list(rows, counted, rounds, request.user)
    context = {"meetings": rows, "shown": shown, "may_convene": request.user.may(Permission.CONVENE)}
    return page(request, "meetings/list.html", context)


@guarded(Permission.CONVENE)
def convene(request: Request, by: Actor) -> HttpResponse:
    body = seat_of(by).membership.body
    ahead = (
        Meeting.objects.visible_to(request.user)
        .filter(body__kind=BodyKind.STUURGROEP, state__in=AGENDA_STATES)
        .order_by("starts_at", "pk")
    )
    form = ConveneForm(request.POST or None, stuurgroepen=ahead if body.kind == BodyKind.KLANKBORDGROEP else None)
    return fill_in(
        request,
        form,
        partial(meeting_steps.convene, body=body, by=by),
        said="De vergadering is gepland. De leden krijgen een uitnodiging voor hun agenda. Zet er nu punten op.",
        show=with_form(request, "meetings/convene.html", form, body=body),
    )


@followed(Permission.READ)
def meeting(request: Request, meeting: Meeting, by: Actor) -> HttpResponse:
    return show(request, meeting)


def show(request: Request, meeting: Meeting, *, status: int = 200, **given: Any) -> HttpResponse:
    pack = meeting_page(meeting, request.user)
    acts, links = acts_of(meeting, pack)
    context = {
        "meeting": meeting,
        "acts": acts,
        "links": links,
        "marks": marks_of(meeting, request.user),
        "pack": pack,
        "discussion_form": given.get("form") or DiscussionForm(),
        "failed": given.get("failed"),
    }
    return page(request, "meetings/meeting.html", context, status=status)


@require_POST
@guarded(Permission.ASK_DISCUSSION, Meeting)
def ask_discussion(request: Request, meeting: Meeting, by: Actor, knelpunt: int) -> HttpResponse:
    """A member asks to discuss a knelpunt that stands ter kennisname."""
    about = get_object_or_404(Knelpunt.objects.visible_to(request.user), pk=knelpunt)
    form = DiscussionForm(request.POST)
    if not form.is_valid():
        return show(request, meeting, status=422, form=form, failed=about.pk)
    reason, said = form.cleaned_data["reason"], "De secretaris ziet dat u dit wilt bespreken."
    return attempt(
        request, lambda: noted_knelpunten.ask(meeting=meeting, knelpunt=about, reason=reason, by=by), said=said, back=meeting
    )


@require_POST
@guarded(Permission.PREPARE, Meeting)
def advance(request: Request, meeting: Meeting, by: Actor) -> HttpResponse:
    to = request.POST.get("to", "")
    if to not in MeetingState.values:
        raise Http404
    state = MeetingState(to)
    said = f"De vergadering is nu: {state.label}."
    return attempt(request, lambda: meeting_steps.advance(meeting=meeting, to=state, by=by), said=said, back=meeting)
