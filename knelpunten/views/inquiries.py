"""Uitvragen: the Stuurgroep asks, the houses answer, all read the result."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from knelpunten.domain import inquiries
from knelpunten.enums import AskedFor, Permission
from knelpunten.forms.inquiries import InquiryAnswerForm, InquiryForm, TermForm
from knelpunten.models import Inquiry
from portal.accounts.actor import Actor
from portal.kit.access import guarded
from portal.kit.refusals import Refused
from portal.privacy.queries.reports import marks_of
from portal.ui.pages import attempt, page, status_of
from portal.ui.paging import page_of


@guarded(Permission.READ_INQUIRIES)
def all_inquiries(request: HttpRequest, by: Actor) -> HttpResponse:
    rows = Inquiry.objects.visible_to(request.user).annotate(
        houses=Count("asked", distinct=True), answered=Count("answers", distinct=True)
    )
    context = {"rows": page_of(request, rows.order_by("-put_at", "-pk")), "may_put": request.user.may(Permission.PUT_INQUIRY)}
    return page(request, "knelpunten/inquiries.html", context)


@guarded(Permission.PUT_INQUIRY)
def new(request: HttpRequest, by: Actor) -> HttpResponse:
    form = InquiryForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = {name: form.cleaned_data[name] for name in ("key", "question", "purpose", "closes_date")}
        try:
            made = inquiries.put(asked_for=AskedFor(form.cleaned_data["asked_for"]), by=by, **said)
        except Refused as refused:
            form.add_refusal(refused)
        else:
            messages.success(request, "De vraag is gesteld. Elk huis krijgt bericht.")
            return redirect(made)
    return page(request, "knelpunten/inquiry_form.html", {"form": form}, status=status_of(form))


@guarded(Permission.READ_INQUIRIES, Inquiry)
def inquiry(request: HttpRequest, inquiry: Inquiry, by: Actor) -> HttpResponse:
    return _show(request, inquiry)


def _show(request: HttpRequest, inquiry: Inquiry, *, status: int = 200, **given: Any) -> HttpResponse:
    """The question, who answered what, and who did not: as far as this reader may see it now."""
    user: Any = request.user
    mine = {seat.house_id for seat in user.seats_today if seat.house_id}
    answers = {answer.house_id: answer for answer in inquiry.answers.select_related("house")}
    houses = [asked.house for asked in inquiry.asked.select_related("house")]
    reads_all = user.may(Permission.READ_ANSWERS, inquiry)
    can_answer = user.may(Permission.ANSWER_INQUIRY) and any(
        not inquiries.blockers_for_answer(inquiry=inquiry, house=house) for house in houses if house.pk in mine
    )
    context = {
        "inquiry": inquiry, "marks": marks_of(inquiry, user), "answers": [answers[house.pk] for house in houses if house.pk in answers and (reads_all or house.pk in mine)],
        "silent": [house for house in houses if house.pk not in answers], "number": len(answers), "asked": len(houses),
        "reads_all": reads_all, "can_answer": can_answer or "form" in given, "form": given.get("form") or InquiryAnswerForm(),
        "term_form": given.get("term") or TermForm(), "can_extend": user.may(Permission.PUT_INQUIRY) and inquiry.completed_at is None,
    }  # fmt: skip
    return page(request, "knelpunten/inquiry.html", context, status=status)


@require_POST
@guarded(Permission.ANSWER_INQUIRY, Inquiry)
def answer(request: HttpRequest, inquiry: Inquiry, by: Actor) -> HttpResponse:
    form = InquiryAnswerForm(request.POST)
    if form.is_valid():
        try:
            inquiries.answer(inquiry=inquiry, text=form.cleaned_data["text"], by=by)
        except Refused as refused:
            form.add_refusal(refused)
        else:
            messages.success(request, "Het antwoord van uw huis staat erbij. Alle leden lezen het als de termijn voorbij is.")
            return redirect(inquiry)
    return _show(request, inquiry, status=422, form=form)


@require_POST
@guarded(Permission.PUT_INQUIRY, Inquiry)
def extend(request: HttpRequest, inquiry: Inquiry, by: Actor) -> HttpResponse:
    form = TermForm(request.POST)
    if not form.is_valid():
        return _show(request, inquiry, status=422, term=form)
    day, said = form.cleaned_data["closes_date"], "De huizen hebben meer tijd."
    return attempt(request, lambda: inquiries.extend(inquiry=inquiry, closes_date=day, by=by), said=said, back=inquiry)
