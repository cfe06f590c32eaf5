"""Deciding in writing: asking, answering and concluding."""

from __future__ import annotations

from functools import partial

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from agenda.meetings.domain import written_rounds
from agenda.meetings.enums import Permission
from agenda.meetings.forms import AnswerForm, ConcludeForm, RoundForm
from agenda.meetings.models import WrittenProcedure
from portal.accounts.actor import Actor
from portal.accounts.request import Request
from portal.kit.access import guarded
from portal.network.queries.seats import seat_of
from portal.privacy.queries.reports import marks_of
from portal.ui.forms import fill_in, with_form
from portal.ui.pages import page


@guarded(Permission.CONVENE)
def put(request: Request, by: Actor) -> HttpResponse:
    body = seat_of(by).membership.body
    form = RoundForm(request.POST or None)
    blockers = written_rounds.blockers_for_opening(body=body)
    return fill_in(
        request,
        form,
        partial(written_rounds.put, body=body, by=by),
        said="De vraag staat uit. De leden krijgen een bericht.",
        show=with_form(request, "meetings/round_form.html", form, body=body, blockers=blockers),
    )


@guarded(Permission.READ, WrittenProcedure)
def procedure(request: Request, procedure: WrittenProcedure, by: Actor) -> HttpResponse:
    return _show(request, procedure)


def _show(
    request: Request,
    procedure: WrittenProcedure,
    *,
    status: int = 200,
    answer: AnswerForm | None = None,
    conclude: ConcludeForm | None = None,
) -> HttpResponse:
    may_answer = request.user.may(Permission.ANSWER, procedure) and procedure.is_open
    may_conclude = request.user.may(Permission.TAKE_DECISION, procedure) and procedure.decision is None
    context = {
        "procedure": procedure,
        "marks": marks_of(procedure, request.user),
        "tally": written_rounds.tally(procedure),
        "blockers": written_rounds.blockers_for_concluding(procedure=procedure),
        "answer_form": answer or AnswerForm() if may_answer else None,
        "conclude_form": conclude or ConcludeForm() if may_conclude else None,
    }
    return page(request, "meetings/procedure.html", context, status=status)


@require_POST
@guarded(Permission.ANSWER, WrittenProcedure)
def answer(request: Request, procedure: WrittenProcedure, by: Actor) -> HttpResponse:
    form = AnswerForm(request.POST)
    return fill_in(
        request,
        form,
        partial(written_rounds.answer, procedure=procedure, by=by),
        said="Uw antwoord staat erbij. Tot het einde van de termijn kunt u het wijzigen.",
        back=procedure,
        show=partial(_show, request, procedure, answer=form),
    )


@require_POST
@guarded(Permission.TAKE_DECISION, WrittenProcedure)
def conclude(request: Request, procedure: WrittenProcedure, by: Actor) -> HttpResponse:
    form = ConcludeForm(request.POST)
    return fill_in(
        request,
        form,
        partial(written_rounds.conclude, procedure=procedure, by=by),
        said=lambda decision: f"{decision} is vastgelegd.",
        back=procedure,
        show=partial(_show, request, procedure, conclude=form),
    )
