"""Answering: a position, one on behalf of another, what becomes of a kanttekening, and how the achterban was consulted."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from agenda.ratification.domain import positions, uptake
from agenda.ratification.enums import Permission
from agenda.ratification.forms import ConstituencyForm, OnBehalfForm, PositionForm, RemarkForm
from agenda.ratification.models import Agreement, Asked, ConstituencyReport, Position
from agenda.ratification.queries.agreements import round_of, seen_by
from agenda.ratification.views.filling import filled
from portal.accounts.actor import Actor
from portal.accounts.request import Request
from portal.files.answers import CLEANED, download
from portal.files.inspection.inspection import LARGEST
from portal.kit.access import OR_NOTHING, guarded
from portal.kit.forms import PortalForm
from portal.kit.limits import takes_files
from portal.kit.refusals import Refused
from portal.ui.forms import fill_in, with_form
from portal.ui.pages import attempt, page


@guarded(Permission.TAKE_POSITION, Agreement)
def take_position(request: Request, agreement: Agreement, by: Actor) -> HttpResponse:
    round = round_of(agreement)
    form = PositionForm(request.POST or None, initial={"version": round.version.number if round else 0})
    return fill_in(
        request,
        form,
        partial(positions.take_position, agreement=agreement, by=by),
        said="Uw standpunt staat erbij. Zolang de ronde loopt, kunt u het wijzigen.",
        back=agreement,
        show=partial(_form_page, request, agreement, by, form, heading="Geef uw standpunt", button="Geef dit standpunt"),
    )


def _form_page(
    request: Request, agreement: Agreement, by: Actor, form: PortalForm, *, heading: str, button: str, status: int
) -> HttpResponse:
    """A form of who is asked, beside the text it is about; or why nothing can be answered now."""
    context = {
        "agreement": agreement,
        "round": round_of(agreement),
        "form": form,
        "heading": heading,
        "button": button,
        "blockers": positions.blockers_for_answering(agreement=agreement, by=by),
    }
    return page(request, "ratification/answer.html", context, status=status)


def _version(request: Request) -> int:
    said = request.POST.get("version", "")
    return int(said) if said.isdecimal() and len(said) < 5 else 0


@require_POST
@guarded(Permission.TAKE_POSITION, Agreement)
def confirm(request: Request, agreement: Agreement, by: Actor) -> HttpResponse:
    """One click: confirm what was recorded, call a kanttekening settled, or say of the new text what was said of the last."""
    if "again" in request.POST:
        key = _key(request)
        act: Any = partial(positions.reaffirm, key=key, agreement=agreement, version=_version(request), by=by)
        return attempt(request, act, said="Uw standpunt geldt nu ook voor de nieuwe tekst.", back=agreement)
    position = _own_position(agreement, by)
    if "settle" in request.POST:
        said = "De kanttekening is afgedaan, en telt nu als akkoord."
        return attempt(request, lambda: positions.settle(position=position, by=by), said=said, back=agreement)
    return attempt(
        request, lambda: positions.confirm(position=position, by=by), said="U heeft het standpunt bevestigd.", back=agreement
    )


def _key(request: Request) -> UUID:
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
def record_on_behalf(request: Request, agreement: Agreement, by: Actor, asked: int) -> HttpResponse:
    whom = get_object_or_404(
        Asked.objects.select_related("round__agreement", "organisation", "house"), pk=asked, round__agreement=agreement
    )
    form = OnBehalfForm(request.POST or None)
    return fill_in(
        request,
        form,
        partial(positions.record_on_behalf, asked=whom, by=by),
        said=f"Vastgelegd namens {whom}. Zij kunnen het met één klik bevestigen.",
        back=agreement,
        show=with_form(request, "ratification/on_behalf.html", form, agreement=agreement, asked=whom),
    )


@guarded(Permission.RUN, Agreement, answers=OR_NOTHING)
def answer_remark(request: Request, agreement: Agreement, by: Actor, asked: int) -> HttpResponse:
    rows = Position.objects.filter(asked=asked, asked__round__agreement=agreement).select_related(
        "asked__round__agreement", "asked__house", "asked__organisation"
    )
    position: Position = get_object_or_404(rows.order_by("-pk")[:1])
    form = RemarkForm(request.POST or None)
    return fill_in(
        request,
        form,
        partial(positions.answer_remark, position=position, by=by),
        said=f"Beantwoord. {position.asked} zegt zelf of de kanttekening daarmee is afgedaan.",
        back=agreement,
        show=with_form(request, "ratification/remark.html", form, agreement=agreement, position=position),
    )


@takes_files
@guarded(Permission.TAKE_POSITION, Agreement)
def report_constituency(request: Request, agreement: Agreement, by: Actor) -> HttpResponse:
    form = ConstituencyForm(request.POST or None, request.FILES or None)

    def act(*, file: UploadedFile | None, **said: Any) -> Any:
        sent = {"name": file.name, "data": file.read(LARGEST + 1)} if file else {}
        return positions.report_constituency(agreement=agreement, by=by, **said, **sent)

    heading = "Leg vast hoe u uw achterban raadpleegde"
    return fill_in(
        request,
        form,
        act,
        said=lambda made: f"Het achterbanverslag is vastgelegd. {CLEANED if form.cleaned_data['file'] else ''}".strip(),
        back=agreement,
        show=partial(_form_page, request, agreement, by, form, heading=heading, button="Leg vast"),
    )


@guarded(Permission.READ, Agreement)
def constituency_file(request: Request, agreement: Agreement, by: Actor, report: int) -> HttpResponse:
    """The document with an achterbanverslag, for who may see the position it belongs to."""
    rows = ConstituencyReport.objects.filter(asked__round__agreement=agreement, file__isnull=False, file__removed_at__isnull=True)
    found: Any = get_object_or_404(rows.select_related("file", "asked__round__agreement"), pk=report)
    if found.asked_id not in seen_by(request.user, agreement, found.asked.round, list(found.asked.round.asked.all())):
        raise Http404
    return download(request, found.file)


@guarded(Permission.REPORT_UPTAKE, Agreement)
def report_uptake(request: Request, agreement: Agreement, by: Actor) -> HttpResponse:
    said = "Vastgelegd hoe uw huis met de afspraak werkt."
    return filled(request, agreement, "report_uptake", partial(uptake.report_uptake, agreement=agreement, by=by), said=said)
