"""Regional plans: the plans of a year, one plan, and writing it until it is adopted."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from ambitions.domain import answers
from ambitions.domain import plans as plan_verbs
from ambitions.enums import Permission
from ambitions.forms import AdoptForm, AnswerForm, PlanTextForm, QuestionsForm
from ambitions.models import ActionLine, LineAnswer, LineText, PlanYear, RegionalPlan
from ambitions.pages import prints
from ambitions.pages.plans import plan_page
from portal.accounts.actor import Actor
from portal.accounts.request import Request
from portal.files.answers import CLEANED, download
from portal.files.domain import stored_files
from portal.files.inspection.inspection import LARGEST
from portal.kit.access import OR_NOTHING, guarded, public
from portal.kit.forms import key_in
from portal.kit.limits import takes_files
from portal.kit.opaque import of, row_in
from portal.kit.refusals import Refused
from portal.network.queries.seats import house_of
from portal.privacy.queries.reports import marks_of
from portal.publish.answers import printed_answer
from portal.ui.forms import fill_in, with_form
from portal.ui.pages import attempt, page
from portal.ui.paging import page_of

FORM = "ambitions/form.html"


@guarded(Permission.READ)
def plans(request: Request, by: Actor) -> HttpResponse:
    """The plans of a year, and the way to one's own."""
    user = request.user
    years = list(PlanYear.objects.order_by("-year"))
    year = next((each for each in years if each.year == key_in(request.GET.get("jaar", ""))), years[0] if years else None)
    rows = RegionalPlan.objects.visible_to(user).filter(plan_year=year).select_related("house", "plan_year")
    may_draft = user.may(Permission.DRAFT_PLAN)
    own = rows.filter(house=house_of(user.actors_for(Permission.DRAFT_PLAN)[0])).first() if may_draft else None
    context = {
        "years": years,
        "year": year,
        "plans": page_of(request, rows.order_by("house__sort_key")),
        "own": own,
        "may_draft": may_draft,
        "may_keep": user.may(Permission.KEEP),
    }
    return page(request, "ambitions/plans.html", context)


@require_POST
@guarded(Permission.DRAFT_PLAN)
def begin(request: Request, by: Actor) -> HttpResponse:
    year = get_object_or_404(PlanYear, year=key_in(request.POST.get("year", "")))
    try:
        made = plan_verbs.begin(key=uuid4(), house=house_of(by), plan_year=year, by=by)
    except Refused as refused:
        messages.error(request, " ".join(refused.sentences))
        return redirect("ambitions:plans")
    return redirect(made)


def _seen(request: Request, pk: int) -> RegionalPlan:
    rows = RegionalPlan.objects.visible_to(request.user).select_related("house", "plan_year", "approval")
    found: RegionalPlan = get_object_or_404(rows, pk=pk)
    return found


@public
def plan(request: Request, pk: int) -> HttpResponse:
    found = _seen(request, pk)
    return page(
        request,
        "ambitions/plan.html",
        {"plan": found, "marks": marks_of(found, request.user), "pack": plan_page(found, request.user)},
    )


@public
def plan_as(request: Request, pk: int, form: str) -> HttpResponse:
    found = _seen(request, pk)
    return printed_answer(
        prints.plan_on_paper(plan_page(found, request.user)), form, f"jaarplan-{found.plan_year}-{found.house.slug}"
    )


@guarded(Permission.READ, RegionalPlan, answers=OR_NOTHING)
def approval(request: Request, plan: RegionalPlan, by: Actor) -> HttpResponse:
    """The document with the agreement of the regionale stuurgroep."""
    if plan.approval is None or plan.approval.removed_at:
        raise Http404
    return download(request, plan.approval)


@guarded(Permission.DRAFT_PLAN, RegionalPlan)
def answer(request: Request, plan: RegionalPlan, by: Actor, line: int) -> HttpResponse:
    """What the house says of one line, beside the text it is about and, where that changed, the text it was about."""
    chosen = get_object_or_404(ActionLine.objects.select_related("ambition"), pk=line)
    if chosen not in plan_verbs.lines_of(plan):
        raise Http404
    last = plan_verbs.newest_answers(plan).get(chosen.pk)
    form = AnswerForm(request.POST or None, initial=_of(last) | {"read": chosen.version})
    about = key_in(request.POST.get("read", "")) or (last.line_number if last else chosen.version)
    old = LineText.objects.filter(line=chosen, number=about).first() if about < chosen.version else None

    back = f"{plan.get_absolute_url()}#lijn-{of(chosen)}"

    def act(**given: Any) -> LineAnswer:
        try:
            return answers.answer(plan=plan, line=chosen, by=by, **given)
        except Refused:
            form.renew(read=chosen.version)  # the text that the page shows now
            raise

    def now() -> dict[str, Any]:
        newest = plan_verbs.newest_answers(plan).get(chosen.pk)
        form.renew(expected=newest.pk if newest else 0)
        return {"now": _words(newest) if newest else []}

    return fill_in(
        request,
        form,
        act,
        said="Het antwoord is bewaard.",
        back=back,
        now=now,
        show=with_form(request, FORM, form, title=chosen.title, line=chosen, old=old, button="Bewaar het antwoord", back=back),
    )


def _words(answer: LineAnswer) -> list[tuple[str, str]]:
    return [
        ("Hoe het staat", answer.get_status_display()),
        ("Gepland", answer.planned or ""),
        ("Toelichting", answer.explanation or ""),
    ]


def _of(last: LineAnswer | None) -> dict[str, Any]:
    if last is None:
        return {"expected": 0}
    return {"status": last.status, "planned": last.planned, "explanation": last.explanation, "expected": last.pk}


@require_POST
@guarded(Permission.DRAFT_PLAN, RegionalPlan)
def confirm(request: Request, plan: RegionalPlan, by: Actor) -> HttpResponse:
    """Last year's answers still hold: one, or all that can be confirmed."""
    one = row_in(ActionLine, request.POST.get("line", ""))
    lines = [one] if one else [line.pk for line in plan_verbs.lines_of(plan)]
    try:
        made = answers.confirm(plan=plan, lines=lines, by=by)
    except Refused as refused:
        messages.error(request, " ".join(refused.sentences))
    else:
        messages.success(request, f"{len(made)} {'antwoord' if len(made) == 1 else 'antwoorden'} van vorig jaar bevestigd.")
    return redirect(f"{plan.get_absolute_url()}#lijn-{request.POST['line']}" if one else plan)


@guarded(Permission.DRAFT_PLAN, RegionalPlan)
def write(request: Request, plan: RegionalPlan, by: Actor) -> HttpResponse:
    """The region's own priorities, and what it offers and asks."""

    def last() -> Any:
        return plan.texts.order_by("-pk").first()

    text = last()
    initial = {"priorities": text.priorities, "offers": text.offers, "asks": text.asks, "expected": text.pk} if text else {}
    form, back = PlanTextForm(request.POST or None, initial=initial), plan.get_absolute_url()

    def now() -> dict[str, Any]:
        text = last()
        form.renew(expected=text.pk if text else 0)
        said = {"Eigen prioriteiten": text.priorities, "Biedt": text.offers, "Vraagt": text.asks} if text else {}
        return {"now": [(term, text or "") for term, text in said.items()]}

    return fill_in(
        request,
        form,
        partial(plan_verbs.write, plan=plan, by=by),
        said="Bewaard.",
        back=back,
        now=now,
        show=with_form(request, FORM, form, title="Eigen prioriteiten, aanbod en vraag", button="Bewaar", back=back),
    )


@require_POST
@guarded(Permission.SUBMIT_PLAN, RegionalPlan)
def submit(request: Request, plan: RegionalPlan, by: Actor) -> HttpResponse:
    said = "Het plan is ingediend. Het netwerk leest het nu."
    return attempt(request, lambda: plan_verbs.submit(plan=plan, by=by), said=said, back=plan)


@guarded(Permission.REVIEW_PLAN, RegionalPlan)
def give_back(request: Request, plan: RegionalPlan, by: Actor) -> HttpResponse:
    form, back = QuestionsForm(request.POST or None), plan.get_absolute_url()
    return fill_in(
        request,
        form,
        partial(plan_verbs.give_back, plan=plan, by=by),
        said="Het huis krijgt een bericht.",
        back=back,
        show=with_form(
            request,
            FORM,
            form,
            title=f"Vragen over het {str(plan)[0].lower()}{str(plan)[1:]}",
            lede="Het huis past het plan aan en dient het opnieuw in. Tot dan blijft te lezen wat er was ingediend.",
            button="Stuur terug met vragen",
            back=back,
        ),
    )


@takes_files
@guarded(Permission.SUBMIT_PLAN, RegionalPlan)
def adopt(request: Request, plan: RegionalPlan, by: Actor) -> HttpResponse:
    """That the regionale stuurgroep agreed: when, where, and the document. Where it is refused, no document stays behind."""

    form, back = AdoptForm(request.POST or None, request.FILES or None), plan.get_absolute_url()

    @transaction.atomic
    def act(*, file: UploadedFile | None, **said: Any) -> Any:
        kept = stored_files.keep(key=uuid4(), name=file.name or "", data=file.read(LARGEST + 1), by=by) if file else None
        return plan_verbs.adopt(plan=plan, approval=kept, by=by, **said)

    return fill_in(
        request,
        form,
        act,
        said=f"Het plan is vastgesteld. {CLEANED if request.FILES else ''}".strip(),
        back=back,
        show=with_form(
            request,
            FORM,
            form,
            title="De regionale stuurgroep ging akkoord",
            lede="Hierna wijzigt het plan niet meer. Alleen over een lijn die verandert, wordt u opnieuw gevraagd.",
            button="Stel het plan vast",
            back=back,
        ),
    )


@require_POST
@guarded(Permission.SUBMIT_PLAN, RegionalPlan)
def show(request: Request, plan: RegionalPlan, by: Actor) -> HttpResponse:
    is_public = request.POST.get("public") == "ja"
    said = "Iedereen kan het plan nu lezen." if is_public else "Alleen het netwerk leest het plan nu."
    return attempt(request, lambda: plan_verbs.show(plan=plan, is_public=is_public, by=by), said=said, back=plan)
