"""Meetings: calling them, their agenda, and what is decided."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from agenda.decisions.enums import DecisionKind, Serves
from agenda.meetings import effects, pages
from agenda.meetings.domain import convening, deciding, noting
from agenda.meetings.enums import ItemKind, MeetingState, Permission
from agenda.meetings.forms import ConveneForm, DecisionForm, DiscussionForm, ItemForm
from agenda.meetings.models import AgendaItem, Meeting
from knelpunten.models import Knelpunt
from portal.accounts.actor import Actor
from portal.kit.access import guarded
from portal.kit.refusals import Refused
from portal.network.queries.seats import seat_of
from portal.privacy.domain import reporting
from portal.ui.pages import attempt, page, status_of
from portal.ui.paging import page_of


@guarded(Permission.READ)
def meetings(request: HttpRequest, by: Actor) -> HttpResponse:
    rows = page_of(request, Meeting.objects.visible_to(request.user))
    may_convene = request.user.may(Permission.CONVENE)  # type: ignore[union-attr]
    return page(request, "meetings/list.html", {"meetings": rows, "may_convene": may_convene})


@guarded(Permission.CONVENE)
def convene(request: HttpRequest, by: Actor) -> HttpResponse:
    form = ConveneForm(request.POST or None)
    body = seat_of(by).membership.body
    if request.method == "POST" and form.is_valid():
        meeting = convening.convene(body=body, by=by, **form.cleaned_data)
        messages.success(request, "De vergadering is gepland. Zet er nu punten op.")
        return redirect(meeting)
    return page(request, "meetings/convene.html", {"form": form, "body": body}, status=status_of(form))


@guarded(Permission.READ, Meeting)
def meeting(request: HttpRequest, meeting: Meeting, by: Actor) -> HttpResponse:
    return _meeting(request, meeting)


def _meeting(request: HttpRequest, meeting: Meeting, *, status: int = 200, **given: Any) -> HttpResponse:
    context = {
        "meeting": meeting, "pack": pages.meeting_page(meeting, request.user),
        "discussion_form": given.get("form") or DiscussionForm(), "failed": given.get("failed"),
    }  # fmt: skip
    return page(request, "meetings/meeting.html", context, status=status)


@require_POST
@guarded(Permission.ASK_DISCUSSION, Meeting)
def ask_discussion(request: HttpRequest, meeting: Meeting, by: Actor, knelpunt: int) -> HttpResponse:
    """A member asks to discuss a knelpunt that stands ter kennisname."""
    about = get_object_or_404(Knelpunt.objects.visible_to(request.user), pk=knelpunt)
    form = DiscussionForm(request.POST)
    if not form.is_valid():
        return _meeting(request, meeting, status=422, form=form, failed=about.pk)
    reason, said = form.cleaned_data["reason"], "De secretaris ziet dat u dit wilt bespreken."
    return attempt(request, lambda: noting.ask(meeting=meeting, knelpunt=about, reason=reason, by=by), said=said, back=meeting)


@require_POST
@guarded(Permission.PREPARE, Meeting)
def advance(request: HttpRequest, meeting: Meeting, by: Actor) -> HttpResponse:
    to = request.POST.get("to", "")
    if to not in MeetingState.values:
        raise Http404
    state = MeetingState(to)
    said = f"De vergadering is nu: {state.label}."
    return attempt(request, lambda: convening.advance(meeting=meeting, to=state, by=by), said=said, back=meeting)


@guarded(Permission.PREPARE, Meeting)
def add_item(request: HttpRequest, meeting: Meeting, by: Actor) -> HttpResponse:
    about = request.GET.get("knelpunt", "")
    known = Knelpunt.objects.visible_to(request.user).filter(pk=about).first() if about.isdecimal() and len(about) < 18 else None
    initial = {"action": request.GET.get("actie"), "knelpunt": known, "title": known.title if known else ""}
    form = ItemForm(request.POST or None, user=request.user, initial=initial)
    if request.method == "POST" and form.is_valid():
        details = form.cleaned_data
        subject = [details.pop(name) for name in ("action", "edition", "knelpunt")]
        details |= {"kind": ItemKind(details["kind"]), "serves": Serves(details["serves"])}
        try:
            item = convening.add_item(meeting=meeting, subject=next(filter(None, subject), None), by=by, **details)
        except Refused as refused:
            form.add_refusal(refused)
        else:
            messages.success(request, f"Punt {item.number} staat op de agenda.")
            return redirect(meeting)
    context = {"form": form, "meeting": meeting, "knelpunt": known}
    return page(request, "meetings/item_form.html", context, status=status_of(form))


@require_POST
@guarded(Permission.PREPARE, AgendaItem)
def remove_item(request: HttpRequest, item: AgendaItem, by: Actor) -> HttpResponse:
    back = item.meeting
    return attempt(
        request, lambda: convening.remove_item(item=item, by=by), said=f"“{item.title}” is van de agenda af.", back=back
    )


@guarded(Permission.TAKE_DECISION, AgendaItem)
def decide(request: HttpRequest, item: AgendaItem, by: Actor, kind: str) -> HttpResponse:
    if kind not in DecisionKind.values:
        raise Http404
    chosen = DecisionKind(kind)
    form = DecisionForm(request.POST or None, item=item, kind=chosen)
    if request.method == "POST" and form.is_valid():
        try:
            decision = deciding.take(item=item, kind=chosen, by=by, **form.cleaned_data)
        except deciding.AlreadyDecided as refused:
            form.add_refusal(refused)
            return _decide(request, item, chosen, form, status=409, taken=refused.decision)
        except Refused as refused:
            form.add_refusal(refused)
        else:
            messages.success(request, f"{decision} is vastgelegd bij punt {item.number}: {decision.get_kind_display()}.")
            return redirect(item)
    return _decide(request, item, chosen, form, status=status_of(form))


def _decide(
    request: HttpRequest, item: AgendaItem, kind: DecisionKind, form: DecisionForm, *, status: int, taken: Any = None
) -> HttpResponse:
    effect = effects.effect_for(kind, item.subject)
    context = {
        "item": item,
        "kind": kind,
        "form": form,
        "taken": taken or item.decision,
        "sentence": effect.sentence(item.subject) if effect else "",
        "blockers": [] if form.is_bound else deciding.blockers_for_decision(item=item, kind=kind),
    }
    return page(request, "meetings/decide.html", context, status=status)


@guarded(Permission.READ, Meeting)
def report_item(request: HttpRequest, meeting: Meeting, by: Actor) -> HttpResponse:
    """Any reader who sees personal data at an item or in its decision says at which."""
    items = meeting.items.filter(hidden_at__isnull=True)  # type: ignore[attr-defined]
    if request.method != "POST":
        return page(request, "meetings/report.html", {"meeting": meeting, "items": items})
    number = request.POST.get("item", "")
    item = get_object_or_404(items, pk=number if number.isdecimal() and len(number) < 18 else 0)
    reporting.report(subject=item, by=by)
    messages.success(request, "Dank u. De tekst is nu verborgen. De privacybeoordelaar kijkt ernaar.")
    return redirect(meeting)
