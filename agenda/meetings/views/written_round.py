"""Deciding in writing: asking, answering and concluding."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from agenda.meetings.domain import written_rounds
from agenda.meetings.enums import Permission, WrittenAnswer
from agenda.meetings.forms import AnswerForm, ConcludeForm, RoundForm
from agenda.meetings.models import WrittenProcedure
from portal.accounts.actor import Actor
from portal.kit.access import guarded
from portal.kit.refusals import Refused
from portal.network.queries.seats import seat_of
from portal.privacy.queries.reports import marks_of
from portal.ui.pages import page, status_of


@guarded(Permission.CONVENE)
def put(request: HttpRequest, by: Actor) -> HttpResponse:
    body = seat_of(by).membership.body
    form = RoundForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = written_rounds.put(body=body, by=by, **form.cleaned_data)
        except Refused as refused:
            form.add_refusal(refused)
        else:
            messages.success(request, "De vraag staat uit. De leden krijgen een bericht.")
            return redirect(made)
    context = {"form": form, "body": body, "blockers": written_rounds.blockers_for_opening(body=body)}
    return page(request, "meetings/round_form.html", context, status=status_of(form))


@guarded(Permission.READ, WrittenProcedure)
def procedure(request: HttpRequest, procedure: WrittenProcedure, by: Actor) -> HttpResponse:
    return _show(request, procedure)


def _show(request: HttpRequest, procedure: WrittenProcedure, *, status: int = 200, **forms: Any) -> HttpResponse:
    user: Any = request.user
    may_answer = user.may(Permission.ANSWER, procedure) and procedure.is_open
    may_conclude = user.may(Permission.TAKE_DECISION, procedure) and procedure.decision is None
    context = {
        "procedure": procedure, "marks": marks_of(procedure, user), "tally": written_rounds.tally(procedure), "blockers": written_rounds.blockers_for_concluding(procedure=procedure),
        "answer_form": forms.get("answer") or AnswerForm() if may_answer else None,
        "conclude_form": forms.get("conclude") or ConcludeForm() if may_conclude else None,
    }  # fmt: skip
    return page(request, "meetings/procedure.html", context, status=status)


@require_POST
@guarded(Permission.ANSWER, WrittenProcedure)
def answer(request: HttpRequest, procedure: WrittenProcedure, by: Actor) -> HttpResponse:
    form = AnswerForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        try:
            written_rounds.answer(procedure=procedure, answer=WrittenAnswer(said["answer"]), text=said["text"], by=by)
        except Refused as refused:
            form.add_refusal(refused)
        else:
            messages.success(request, "Uw antwoord staat erbij. Tot het einde van de termijn kunt u het wijzigen.")
            return redirect(procedure)
    return _show(request, procedure, status=422, answer=form)


@require_POST
@guarded(Permission.TAKE_DECISION, WrittenProcedure)
def conclude(request: HttpRequest, procedure: WrittenProcedure, by: Actor) -> HttpResponse:
    form = ConcludeForm(request.POST)
    if form.is_valid():
        try:
            decision = written_rounds.conclude(procedure=procedure, by=by, **form.cleaned_data)
        except Refused as refused:
            form.add_refusal(refused)
        else:
            messages.success(request, f"{decision} is vastgelegd.")
            return redirect(procedure)
    return _show(request, procedure, status=422, conclude=form)
