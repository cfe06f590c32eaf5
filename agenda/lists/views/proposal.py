"""Putting an action forward, keeping it until it is ready, and writing it better while it is only proposed."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from agenda.lists.domain import proposal_drafts, proposals
from agenda.lists.enums import Permission
from agenda.lists.forms.proposal import LinkForm, ProposalForm, RevisionForm
from agenda.lists.models import Action, ActionKnelpunt, ProposalDraft
from knelpunten.models import Knelpunt
from portal.accounts.actor import Actor
from portal.accounts.request import Request
from portal.kit.access import guarded
from portal.kit.opaque import row_in, rows_in
from portal.kit.pasted import tidy
from portal.kit.refusals import Refused
from portal.network.models import Theme
from portal.ui.forms import fill_in, with_form
from portal.ui.pages import attempt, page

NO_TITLE = "Zonder titel"


@guarded(Permission.PROPOSE)
def propose(request: Request, by: Actor) -> HttpResponse:
    draft = _draft(request)
    form = ProposalForm(request.POST or None, user=request.user, initial=_initial(request, draft))
    if request.method == "POST" and "draft" in request.POST:
        return _keep(request, form)

    def act(**given: Any) -> Action:
        made = proposals.propose(by=by, **given)
        for used in ProposalDraft.objects.visible_to(request.user).filter(key=made.key):
            proposal_drafts.discard(draft=used)
        return made

    return fill_in(
        request,
        form,
        act,
        said="De actie staat op de voorraadlijst, als voorgesteld. De Stuurgroep bespreekt of zij wenselijk is.",
        show=partial(_show, request, form, draft),
    )


def _show(request: Request, form: ProposalForm, draft: ProposalDraft | None, *, status: int) -> HttpResponse:
    kept = list(ProposalDraft.objects.visible_to(request.user))
    return page(request, "lists/propose.html", {"form": form, "draft": draft, "kept": kept}, status=status)


def _keep(request: Request, form: ProposalForm) -> HttpResponse:
    """Keep what was written, whether it is right or not; an identifier is not kept."""
    answers = {name: texts for name, texts in request.POST.lists() if name in form.kept_names and any(texts)}
    title = " ".join(tidy(request.POST.get("title", "")).split())[:140] or NO_TITLE
    form.is_valid()  # reads the key
    key = form.cleaned_data.get("key")
    if key is None:
        return _show(request, form, None, status=422)
    try:
        kept = proposal_drafts.keep(key=key, owner=request.user, title=title, answers=answers)
    except Refused as refused:
        form.add_refusal(refused)
        return _show(request, form, None, status=422)
    messages.success(request, f"“{kept}” is bewaard. Alleen u ziet dit concept, tot u het op de voorraadlijst zet.")
    return redirect("lists:propose")


def _draft(request: Request) -> ProposalDraft | None:
    asked = request.GET.get("concept", "")
    mine = ProposalDraft.objects.visible_to(request.user)
    return mine.filter(pk=row_in(ProposalDraft, asked)).first()


def _initial(request: Request, draft: ProposalDraft | None) -> dict[str, Any]:
    """What the form can already know: a draft, or the knelpunt, rode draad or theme one comes from."""
    if draft:
        many = ProposalForm.MANY
        return {"key": draft.key} | {
            name: texts if name in many else texts[0] for name, texts in draft.answers.items() if name in ProposalForm.base_fields
        }
    chosen = rows_in(Knelpunt, request.GET.getlist("knelpunt"))
    knelpunten = list(Knelpunt.objects.visible_to(request.user).filter(pk__in=chosen))
    if knelpunten:
        return {"knelpunten": [knelpunt.pk for knelpunt in knelpunten], "theme": knelpunten[0].theme_id}
    return {"theme": Theme.objects.filter(slug=request.GET.get("thema", "")[:50]).first()}


@require_POST
@guarded(Permission.PROPOSE, ProposalDraft)
def discard(request: Request, draft: ProposalDraft, by: Actor) -> HttpResponse:
    said = f"Het concept “{draft}” is weg."
    return attempt(request, lambda: proposal_drafts.discard(draft=draft), said=said, back="lists:propose")


@guarded(Permission.REVISE, Action)
def revise(request: Request, action: Action, by: Actor) -> HttpResponse:
    """Write a proposed action better; when a colleague did meanwhile, both texts stand there."""
    written = {"version": action.version, "title": action.title, "goal": action.goal, "intended_result": action.intended_result}
    form = RevisionForm(request.POST or None, initial=written)
    blockers = [] if form.is_bound else proposals.blockers_for_revision(action=action)

    def now() -> dict[str, Any]:
        form.renew(version=action.version)
        return {"other": action}

    return fill_in(
        request,
        form,
        partial(proposals.revise, action=action, by=by),
        said="De tekst is herschreven. Wie hem gewogen heeft, ziet dat hij veranderde.",
        back=action,
        now=now,
        show=with_form(request, "lists/revise.html", form, action=action, other=None, blockers=blockers),
    )


@guarded(Permission.LINK)
def link(request: Request, by: Actor) -> HttpResponse:
    """Let knelpunten join an action that is there."""
    asked = request.POST if request.method == "POST" else request.GET
    chosen = rows_in(Knelpunt, asked.getlist("knelpunten") + asked.getlist("knelpunt"))
    form = LinkForm(request.POST or None, user=request.user, chosen=chosen)

    def said(made: list[ActionKnelpunt]) -> str:
        return "Gekoppeld. De huizen horen dat er een actie is." if made else "Deze knelpunten hoorden al bij die actie."

    return fill_in(
        request,
        form,
        partial(proposals.link_all, by=by),
        said=said,
        back=form.cleaned_data["action"] if form.is_valid() else None,
        show=with_form(request, "lists/link.html", form),
    )
