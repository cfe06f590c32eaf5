"""Reporting and judging personal data, made for each kind of thing that can be reported; and the second person's page."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.db.models import Model
from django.http import Http404, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from portal.accounts.actor import Actor
from portal.accounts.request import Request
from portal.files.answers import download
from portal.files.models import StoredFile
from portal.kit.access import OR_NOTHING, View, guarded
from portal.kit.opaque import row_in
from portal.kit.refusals import Refused
from portal.privacy.domain import reports as report_verbs
from portal.privacy.domain import reviews
from portal.privacy.enums import Ground, Permission, SecondWord
from portal.privacy.forms.reports import ClarifyForm, EnquiryForm, GroundForm, ReportForm, SecondForm
from portal.privacy.models import Enquiry, RemovalRequest, Report
from portal.privacy.queries.parts import parts_of
from portal.privacy.queries.reports import requests_for, series
from portal.ui.forms import fill_in, with_form
from portal.ui.pages import attempt, page, status_of

HIDDEN = "Dank u. Deze tekst is nu verborgen. De privacybeoordelaar kijkt ernaar."
MARKED = "Dank u. De privacybeoordelaar kijkt ernaar. Tot dan blijft de tekst staan, met de aantekening dat hij gemeld is."
PUT_BACK = "Teruggezet. Wie het kon lezen, kan dat weer."
REMOVED = "De gekozen tekst is overal verwijderd. Dat het gebeurde, staat op de pagina en in de geschiedenis."
SECOND_ASKED = "Dit is besloten tekst. Een tweede persoon is gevraagd om mee te kijken; zegt die ja, dan is de tekst weg."
KEPT = "Vastgelegd: deze tekst blijft staan. De privacybeoordelaar ziet waarom."
CLOSED = "De melding is gesloten: wat gemeld was, staat er niet meer."
AWAY = "Verborgen tot u er iets van vindt. Alleen privacybeoordelaars lezen dit nu."


def report_view(permission: str, model: type[Model]) -> View:
    """For any reader who sees personal data: in which part, and why."""

    @guarded(permission, model)
    def report(request: Request, subject: Any, by: Actor) -> HttpResponse:
        form = ReportForm(_sent(request), parts=report_verbs.reportable(subject, request.user))
        return fill_in(
            request,
            form,
            partial(report_verbs.report, subject=subject, by=by),
            said=lambda made: HIDDEN if made.is_withheld else MARKED,
            back=subject,
            show=with_form(request, "privacy/report.html", form, subject=subject),
        )

    return report


def review_view(model: type[Model]) -> View:
    """For the reviewer: every part of a thing that was reported, with its files, to hide, to put back or to remove.

    Reads no more of it than that.
    """

    @guarded(Permission.REVIEW, answers=OR_NOTHING)
    def review(request: Request, by: Actor, pk: int) -> HttpResponseBase:
        manager: Any = model._default_manager
        subject = get_object_or_404(manager.filter(pk__in=_to_judge(model)), pk=pk)
        if request.method == "POST":
            return _judge(request, subject, by)
        if asked := row_in(StoredFile, request.GET.get("bestand", "")):
            return download(request, _file_of(subject, asked))
        return page(request, "privacy/review.html", _shown(subject))

    return review


def _file_of(subject: Model, pk: int) -> StoredFile:
    """A file of one of its parts."""
    found = next((file for part in parts_of(subject) for file in part.files if file.pk == pk), None)
    if found is None:
        raise Http404
    return found


def _sent(request: Request) -> QueryDict | None:
    """What was sent, also when that is nothing: an empty form is refused, and not taken for a question."""
    return request.POST if request.method == "POST" else None


def _to_judge(model: type[Model]) -> Any:
    return Report.objects.of_kind(model).waiting().values("subject_id")


def _shown(subject: Any, **forms: Any) -> dict[str, Any]:
    reports = Report.objects.about(subject).waiting().prefetch_related("enquiries__clarification")
    by_part: dict[str, list[Report]] = {}
    for each in reports:
        by_part.setdefault(each.part, []).append(each)
    parts = [(part, by_part.pop(part.code, [])) for part in parts_of(subject)]
    return {
        "subject": subject,
        "reported": [pair for pair in parts if pair[1]],
        "gone": [each for left in by_part.values() for each in left],
        "others": [part for part, reports in parts if not reports],
        "ground_form": GroundForm(),
        "enquiry_form": forms.get("enquiry_form") or EnquiryForm(),
        "waits": reviews.request_for(subject),
    }


def _judge(request: Request, subject: Any, by: Actor) -> HttpResponse:
    codes = set(request.POST.getlist("part"))
    if "put_back" in request.POST:
        attempt(request, lambda: reviews.put_back(subject=subject, codes=codes, by=by), said=PUT_BACK, back=subject)
        return _next(subject)
    if "hide" in request.POST:
        back = subject.review_address
        return attempt(request, lambda: reviews.hide(subject=subject, codes=codes, by=by), said=AWAY, back=back)
    if "close" in request.POST:
        attempt(request, lambda: reviews.close_gone(subject=subject, by=by), said=CLOSED, back=subject)
        return _next(subject)
    if "ask" in request.POST:
        return _enquire(request, subject, by)
    return _remove(request, subject, codes, by)


def _remove(request: Request, subject: Any, codes: set[str], by: Actor) -> HttpResponse:
    form = GroundForm(request.POST)
    if not form.is_valid():
        return page(request, "privacy/review.html", {**_shown(subject), "ground_form": form}, status=422)
    try:
        asked = reviews.remove(subject=subject, codes=codes, ground=Ground(form.cleaned_data["ground"]), by=by)
    except Refused as refused:
        messages.error(request, " ".join(refused.sentences))
    else:
        messages.success(request, SECOND_ASKED if asked else REMOVED)
    return _next(subject)


def _next(subject: Any) -> HttpResponse:
    """Back to what still has to be judged of it, else to all that waits."""
    left = Report.objects.about(subject).waiting().exists()
    return redirect(subject.review_address if left else reverse("knelpunten:reviews"))


def _enquire(request: Request, subject: Any, by: Actor) -> HttpResponse:
    report = get_object_or_404(Report.objects.about(subject).waiting(), pk=row_in(Report, request.POST.get("ask", "")))
    form = EnquiryForm(request.POST)

    def show(*, status: int) -> HttpResponse:
        return page(request, "privacy/review.html", _shown(subject, enquiry_form=form), status=status)

    return fill_in(
        request,
        form,
        partial(report_verbs.enquire, report=report, by=by),
        said="Gevraagd. De melder krijgt een mail.",
        back=subject.review_address,
        or_back=True,
        show=show,
    )


@require_POST
@guarded(Permission.REVIEW)
def put_back_series(request: Request, by: Actor, pk: int) -> HttpResponse:
    """Put back all that one person reported in a row; `pk` is the first report of it."""
    found = next((each for each in series() if each.first.pk == pk), None)
    if found is None:
        messages.error(request, "Deze reeks is er niet meer: er is al over beslist.")
        return redirect("knelpunten:reviews")
    back = reverse("knelpunten:reviews")
    return attempt(request, lambda: reviews.put_back_series(reports=found.reports, by=by), said=PUT_BACK, back=back)


@guarded(Permission.REPORTED, Report)
def clarify(request: Request, report: Report, by: Actor) -> HttpResponse:
    """What became of one's own report, and the question the reviewer has about it."""
    open_enquiry = Enquiry.objects.filter(report=report, clarification__isnull=True).first()
    form = ClarifyForm(_sent(request))
    about = {"report": report, "enquiry": open_enquiry, "verdict": getattr(report, "verdict", None)}
    show = with_form(request, "privacy/clarify.html", form, **about)
    if open_enquiry is None:  # nothing is asked, or no longer
        return show(status=status_of(form))
    return fill_in(
        request,
        form,
        partial(report_verbs.clarify, enquiry=open_enquiry, by=by),
        said="Dank u. De privacybeoordelaar leest het.",
        back=report,
        or_back=True,
        show=show,
    )


@guarded(Permission.SECOND, RemovalRequest)
def second(request: Request, asked: RemovalRequest, by: Actor) -> HttpResponse:
    """For the second person: what the first one wants removed from what was decided, and on what ground."""
    form = SecondForm(_sent(request))

    def show(*, status: int = 200) -> HttpResponse:
        subject: Any = asked.subject
        parts = [part for part in parts_of(subject) if part.code in asked.parts]
        blockers = reviews.blockers_for_answering(request=asked, by=by)
        context = {"asked": asked, "parts": parts, "form": form, "blockers": blockers}
        return page(request, "privacy/second.html", context, status=status)

    return fill_in(
        request,
        form,
        partial(reviews.answer, request=asked, by=by),
        said=lambda answer: REMOVED if answer.word == SecondWord.YES else KEPT,
        back="privacy:seconds",
        show=show,
    )


@guarded(Permission.SECOND)
def seconds(request: Request, by: Actor) -> HttpResponse:
    """What waits for a second person."""
    return page(request, "privacy/seconds.html", {"waiting": requests_for(request.user)})
