"""The year: planning it, seeing it, moving a meeting, and what a body agreed about its own meetings."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from agenda.meetings.domain import deadlines, meeting_steps, meeting_years, standing_list
from agenda.meetings.enums import Permission
from agenda.meetings.forms import DeadlinesForm, DiscussionForm, MoveForm, RulesForm, StandingForm, YearForm
from agenda.meetings.forms.year import thinkable_years
from agenda.meetings.models import BodyRules, Meeting, StandingItem
from portal.accounts.actor import Actor
from portal.accounts.request import Request
from portal.kit import clock
from portal.kit.access import guarded
from portal.kit.opaque import row_in
from portal.network.queries.seats import seat_of
from portal.ui.forms import fill_in, with_form
from portal.ui.pages import attempt, page, status_of


def _year(request: Request) -> int:
    asked = request.GET.get("jaar", "")
    years = thinkable_years()
    return int(asked) if asked.isdecimal() and len(asked) == 4 and 2000 < int(asked) < 2100 else years[0]


@guarded(Permission.READ)
def year(request: Request, by: Actor) -> HttpResponse:
    """All meetings of a year with their deadlines, and what is odd about their days."""
    asked = _year(request)
    start, end = (timezone.make_aware(datetime(each, 1, 1)) for each in (asked, asked + 1))
    rows = Meeting.objects.visible_to(request.user).filter(starts_at__gte=start, starts_at__lt=end)
    found = list(rows.select_related("body", "prepares").prefetch_related("deadlines").order_by("starts_at", "pk"))
    may_plan = request.user.may(Permission.CONVENE)
    coming = sorted(
        ((each, meeting) for meeting in found for each in meeting.deadlines.all() if deadlines.is_ahead(each, meeting)),
        key=lambda pair: pair[0].date,
    )[:8]
    context = {
        "year": asked,
        "meetings": found,
        "conflicts": meeting_years.conflicts(found) if may_plan else [],
        "may_plan": may_plan,
        "coming": coming,
        "before": asked - 1,
        "after": asked + 1,
        "today": clock.today(),
    }
    return page(request, "meetings/year.html", context)


@guarded(Permission.CONVENE)
def plan_year(request: Request, by: Actor) -> HttpResponse:
    asked = _year(request) if "jaar" in request.GET else _next_unplanned()
    form = YearForm(request.POST or None, year=asked)
    rounds = [[form[name] for name in YearForm.names(nr)] for nr in range(1, meeting_years.ROUNDS + 1)]
    return fill_in(
        request,
        form,
        partial(meeting_years.plan_year, by=by),
        said=lambda made: f"{len(made)} vergaderingen zijn gepland, met hun termijnen. De leden krijgen uitnodigingen.",
        back=f"{reverse('meetings:year')}?jaar={asked}",
        show=with_form(request, "meetings/plan_year.html", form, year=asked, rounds=rounds),
    )


def _next_unplanned() -> int:
    last = Meeting.objects.order_by("-starts_at", "-pk").values_list("starts_at", flat=True).first()
    following: date = max(last.date() if last else clock.today(), clock.today())
    return min(following.year + 1, thinkable_years()[-1])


@guarded(Permission.PREPARE, Meeting)
def reschedule(request: Request, meeting: Meeting, by: Actor) -> HttpResponse:
    """One page to move a meeting, to call it off, and to put its deadlines on other days."""
    return _reschedule(request, meeting)


def _reschedule(request: Request, meeting: Meeting, *, status: int = 200, **forms: Any) -> HttpResponse:
    context = {
        "meeting": meeting,
        "move_form": MoveForm(meeting=meeting),
        "off_form": DiscussionForm(prefix="af"),
        "deadlines_form": DeadlinesForm(meeting=meeting),
        "moves": meeting.moves.all(),
        **forms,
    }
    return page(request, "meetings/reschedule.html", context, status=status)


@require_POST
@guarded(Permission.PREPARE, Meeting)
def move(request: Request, meeting: Meeting, by: Actor) -> HttpResponse:
    form = MoveForm(request.POST, meeting=meeting)
    return fill_in(
        request,
        form,
        partial(meeting_years.move, meeting=meeting, by=by),
        said="De vergadering is verplaatst. De termijnen zijn meegegaan en de leden krijgen het nieuwe moment.",
        back=meeting,
        show=partial(_reschedule, request, meeting, move_form=form),
    )


@require_POST
@guarded(Permission.PREPARE, Meeting)
def call_off(request: Request, meeting: Meeting, by: Actor) -> HttpResponse:
    form = DiscussionForm(request.POST, prefix="af")
    return fill_in(
        request,
        form,
        partial(meeting_steps.call_off, meeting=meeting, by=by),
        said="De vergadering gaat niet door. De leden krijgen een afzegging voor hun agenda.",
        back=meeting,
        show=partial(_reschedule, request, meeting, off_form=form),
    )


@require_POST
@guarded(Permission.PREPARE, Meeting)
def put_deadlines(request: Request, meeting: Meeting, by: Actor) -> HttpResponse:
    form = DeadlinesForm(request.POST, meeting=meeting)
    return fill_in(
        request,
        form,
        partial(deadlines.put, meeting=meeting, by=by),
        said="De termijnen zijn bewaard. Wat u zelf zette, blijft staan als de vergadering verhuist.",
        back=reverse("meetings:reschedule", args=[meeting.pk]),
        show=partial(_reschedule, request, meeting, deadlines_form=form),
    )


@guarded(Permission.CONVENE)
def standing_items(request: Request, by: Actor) -> HttpResponse:
    """The items that stand on every agenda of the body, and what it agreed about its own meetings."""
    body = seat_of(by).membership.body
    form = StandingForm(request.POST if "title" in request.POST else None)
    own = BodyRules.objects.filter(body=body).first() or BodyRules(body=body)
    rules_form = RulesForm(request.POST if "keep_rules" in request.POST else None, instance=own)
    if request.method == "POST" and rules_form.is_bound and rules_form.is_valid():
        rules_form.save()
        messages.success(request, "De eigen regels zijn bewaard.")
        return redirect("meetings:standing")
    if request.method == "POST" and (row := StandingItem.objects.filter(body=body, pk=_number(request, "drop", "up")).first()):
        act = standing_list.raise_up if "up" in request.POST else standing_list.drop
        return attempt(request, lambda: act(item=row, by=by), said=f"“{row.title}”: bewaard.", back="meetings:standing")

    def show(*, status: int) -> HttpResponse:
        context = {"form": form, "rules_form": rules_form, "body": body, "rows": StandingItem.objects.filter(body=body)}
        status = max(status, status_of(rules_form))
        status = 422 if request.method == "POST" and status == 200 else status
        return page(request, "meetings/standing.html", context, status=status)

    return fill_in(
        request,
        form,
        partial(standing_list.keep, body=body, by=by),
        said="Dit punt staat voortaan op elke nieuwe agenda.",
        back="meetings:standing",
        show=show,
    )


def _number(request: Request, *names: str) -> int:
    said = next((request.POST[name] for name in names if name in request.POST), "")
    return row_in(StandingItem, said)
