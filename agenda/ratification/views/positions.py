"""Answering: a position, one on behalf of another, what becomes of a kanttekening, and how the achterban was consulted."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from agenda.ratification.domain import positions, uptake
from agenda.ratification.enums import Channel, Permission, UptakeStatus
from agenda.ratification.forms import ConstituencyForm, OnBehalfForm, PositionForm, RemarkForm, UptakeForm
from agenda.ratification.models import Agreement, Asked, ConstituencyReport, Position
from agenda.ratification.queries.agreements import round_of, seen_by
from agenda.ratification.views.agreement import told
from portal.accounts.actor import Actor
from portal.files.answers import CLEANED, download
from portal.files.inspection.inspection import LARGEST
from portal.kit.access import guarded
from portal.kit.limits import takes_files
from portal.kit.refusals import Refused
from portal.ui.pages import attempt, page, status_of


@guarded(Permission.TAKE_POSITION, Agreement)
def take_position(request: HttpRequest, agreement: Agreement, by: Actor) -> HttpResponse:
    round = round_of(agreement)
    form = PositionForm(request.POST or None, initial={"version": round.version.number if round else 0})
    if request.method == "POST" and form.is_valid():
        try:
            positions.take_position(agreement=agreement, version=form.cleaned_data["version"], by=by, **form.said)
        except Refused as refused:
            form.add_refusal(refused)
        else:
            messages.success(request, "Uw standpunt staat erbij. Zolang de ronde loopt, kunt u het wijzigen.")
            return redirect(agreement)
    return _form_page(request, agreement, by, form, "Geef uw standpunt", "Geef dit standpunt")


def _form_page(request: HttpRequest, agreement: Agreement, by: Actor, form: Any, heading: str, button: str) -> HttpResponse:
    """A form of who is asked, beside the text it is about; or why nothing can be answered now."""
    blockers = positions.blockers_for_answering(agreement=agreement, by=by)
    context = {
        "agreement": agreement, "round": round_of(agreement), "form": form, "heading": heading, "button": button, "blockers": blockers,
    }  # fmt: skip
    return page(request, "ratification/answer.html", context, status=status_of(form))


def _version(request: HttpRequest) -> int:
    said = request.POST.get("version", "")
    return int(said) if said.isdecimal() and len(said) < 5 else 0


@require_POST
@guarded(Permission.TAKE_POSITION, Agreement)
def confirm(request: HttpRequest, agreement: Agreement, by: Actor) -> HttpResponse:
    """One click: confirm what was recorded, call a kanttekening settled, or say of the new text what was said of the one before."""
    if "again" in request.POST:
        key = _key(request)
        act: Any = lambda: positions.reaffirm(key=key, agreement=agreement, version=_version(request), by=by)  # noqa: E731
        return attempt(request, act, said="Uw standpunt geldt nu ook voor de nieuwe tekst.", back=agreement)
    position = _own_position(agreement, by)
    if "settle" in request.POST:
        said = "De kanttekening is afgedaan, en telt nu als akkoord."
        return attempt(request, lambda: positions.settle(position=position, by=by), said=said, back=agreement)
    return attempt(
        request, lambda: positions.confirm(position=position, by=by), said="U hebt het standpunt bevestigd.", back=agreement
    )


def _key(request: HttpRequest) -> UUID:
    try:
        return UUID(request.POST.get("key", ""))
    except ValueError as error:
        raise Http404 from error


def _own_position(agreement: Agreement, by: Actor) -> Position:
    """The newest position of who this person answers for, in the round that runs."""
    round = round_of(agreement)
    if round is None:
        raise Http404
    try:
        asked = positions.asked_of(by, round)
    except Refused as refused:
        raise Http404 from refused
    rows = Position.objects.filter(asked=asked).select_related("asked__round__agreement").order_by("-pk")
    found: Position = get_object_or_404(rows[:1])
    return found


@guarded(Permission.RECORD, Agreement)
def record_on_behalf(request: HttpRequest, agreement: Agreement, by: Actor, asked: int) -> HttpResponse:
    whom = get_object_or_404(
        Asked.objects.select_related("round__agreement", "organisation", "house"), pk=asked, round__agreement=agreement
    )
    form = OnBehalfForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            positions.record_on_behalf(asked=whom, channel=Channel(form.cleaned_data["channel"]), by=by, **form.said)
        except Refused as refused:
            form.add_refusal(refused)
        else:
            messages.success(request, f"Vastgelegd namens {whom}. Zij kunnen het met één klik bevestigen.")
            return redirect(agreement)
    return page(
        request, "ratification/on_behalf.html", {"form": form, "agreement": agreement, "asked": whom}, status=status_of(form)
    )


@guarded(Permission.RUN, Agreement)
def answer_remark(request: HttpRequest, agreement: Agreement, by: Actor, asked: int) -> HttpResponse:
    rows = Position.objects.filter(asked=asked, asked__round__agreement=agreement).select_related(
        "asked__round__agreement", "asked__house", "asked__organisation"
    )
    position: Position = get_object_or_404(rows.order_by("-pk")[:1])
    form = RemarkForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            positions.answer_remark(position=position, text=form.cleaned_data["text"], by=by)
        except Refused as refused:
            form.add_refusal(refused)
        else:
            messages.success(request, f"Beantwoord. {position.asked} zegt zelf of de kanttekening daarmee is afgedaan.")
            return redirect(agreement)
    context = {"form": form, "agreement": agreement, "position": position}
    return page(request, "ratification/remark.html", context, status=status_of(form))


@takes_files
@guarded(Permission.TAKE_POSITION, Agreement)
def report_constituency(request: HttpRequest, agreement: Agreement, by: Actor) -> HttpResponse:
    form = ConstituencyForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        sent = said.pop("file")
        file = {"name": sent.name, "data": sent.read(LARGEST + 1)} if sent else {}
        try:
            positions.report_constituency(agreement=agreement, by=by, **said, **file)
        except Refused as refused:
            form.add_refusal(refused)
        else:
            messages.success(request, f"Het achterbanverslag is vastgelegd. {CLEANED if sent else ''}".strip())
            return redirect(agreement)
    return _form_page(request, agreement, by, form, "Leg vast hoe u uw achterban raadpleegde", "Leg vast")


@guarded(Permission.READ, Agreement)
def constituency_file(request: HttpRequest, agreement: Agreement, by: Actor, report: int) -> HttpResponse:
    """The document with an achterbanverslag, for who may see the position it belongs to."""
    rows = ConstituencyReport.objects.filter(asked__round__agreement=agreement, file__isnull=False, file__removed_at__isnull=True)
    found: Any = get_object_or_404(rows.select_related("file", "asked__round__agreement"), pk=report)
    if found.asked_id not in seen_by(request.user, agreement, found.asked.round, list(found.asked.round.asked.all())):
        raise Http404
    return download(request, found.file)


@require_POST
@guarded(Permission.REPORT_UPTAKE, Agreement)
def report_uptake(request: HttpRequest, agreement: Agreement, by: Actor) -> HttpResponse:
    said = "Vastgelegd hoe uw huis met de afspraak werkt."
    act = lambda given: uptake.report_uptake(  # noqa: E731
        agreement=agreement, status=UptakeStatus(given["status"]), text=given["text"], by=by
    )
    return told(request, agreement, "uptake_form", UptakeForm(request.POST), act, said)
