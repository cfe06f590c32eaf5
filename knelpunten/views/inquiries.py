"""Uitvragen: the Stuurgroep asks, the houses answer, all read the result."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db.models import Count
from django.http import HttpResponse
from django.views.decorators.http import require_POST

from knelpunten.domain import inquiries
from knelpunten.enums import Permission
from knelpunten.forms.inquiries import InquiryAnswerForm, InquiryForm, TermForm
from knelpunten.models import Inquiry
from portal.accounts.actor import Actor
from portal.accounts.request import Request
from portal.kit.access import guarded
from portal.privacy.queries.reports import marks_of
from portal.ui.forms import fill_in, with_form
from portal.ui.pages import page
from portal.ui.paging import page_of


@guarded(Permission.READ_INQUIRIES)
def all_inquiries(request: Request, by: Actor) -> HttpResponse:
    rows = Inquiry.objects.visible_to(request.user).annotate(
        houses=Count("asked", distinct=True), answered=Count("answers", distinct=True)
    )
    context = {"rows": page_of(request, rows.order_by("-put_at", "-pk")), "may_put": request.user.may(Permission.PUT_INQUIRY)}
    return page(request, "knelpunten/inquiries.html", context)


@guarded(Permission.PUT_INQUIRY)
def new(request: Request, by: Actor) -> HttpResponse:
    form = InquiryForm(request.POST or None)
    return fill_in(
        request,
        form,
        partial(inquiries.put, by=by),
        said="De vraag is gesteld. Elk huis krijgt bericht.",
        show=with_form(request, "knelpunten/inquiry_form.html", form),
    )


@guarded(Permission.READ_INQUIRIES, Inquiry)
def inquiry(request: Request, inquiry: Inquiry, by: Actor) -> HttpResponse:
    return _show(request, inquiry)


def _show(request: Request, inquiry: Inquiry, *, status: int = 200, **given: Any) -> HttpResponse:
    """The question, who answered what, and who did not: as far as this reader may see it now."""
    user = request.user
    mine = {seat.house_id for seat in user.seats_today if seat.house_id}
    answers = {answer.house_id: answer for answer in inquiry.answers.select_related("house")}
    houses = [asked.house for asked in inquiry.asked.select_related("house")]
    reads_all = user.may(Permission.READ_ANSWERS, inquiry)
    can_answer = user.may(Permission.ANSWER_INQUIRY) and any(
        not inquiries.blockers_for_answer(inquiry=inquiry, house=house) for house in houses if house.pk in mine
    )
    context = {
        "inquiry": inquiry,
        "marks": marks_of(inquiry, user),
        "answers": [answers[house.pk] for house in houses if house.pk in answers and (reads_all or house.pk in mine)],
        "silent": [house for house in houses if house.pk not in answers],
        "number": len(answers),
        "asked": len(houses),
        "reads_all": reads_all,
        "can_answer": can_answer or "form" in given,
        "form": given.get("form") or InquiryAnswerForm(),
        "term_form": given.get("term") or TermForm(),
        "can_extend": user.may(Permission.PUT_INQUIRY) and inquiry.completed_at is None,
    }
    return page(request, "knelpunten/inquiry.html", context, status=status)


@require_POST
@guarded(Permission.ANSWER_INQUIRY, Inquiry)
def answer(request: Request, inquiry: Inquiry, by: Actor) -> HttpResponse:
    form = InquiryAnswerForm(request.POST)
    return fill_in(
        request,
        form,
        partial(inquiries.answer, inquiry=inquiry, by=by),
        said="Het antwoord van uw huis staat erbij. Alle leden lezen het als de termijn voorbij is.",
        back=inquiry,
        show=partial(_show, request, inquiry, form=form),
    )


@require_POST
@guarded(Permission.PUT_INQUIRY, Inquiry)
def extend(request: Request, inquiry: Inquiry, by: Actor) -> HttpResponse:
    form = TermForm(request.POST)
    return fill_in(
        request,
        form,
        partial(inquiries.extend, inquiry=inquiry, by=by),
        said="De huizen hebben meer tijd.",
        back=inquiry,
        or_back=True,
        show=partial(_show, request, inquiry, term=form),
    )
