"""Putting an action forward, keeping it until it is ready, and writing it better while it is only proposed."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from agenda.lists.domain import proposal_drafts, proposals
from agenda.lists.enums import Permission
from agenda.lists.forms.proposal import LinkForm, ProposalForm, RevisionForm
from agenda.lists.models import Action, ProposalDraft
from knelpunten.models import Knelpunt
from portal.accounts.actor import Actor
from portal.kit.access import guarded
from portal.kit.opaque import row_in, rows_in
from portal.kit.refusals import Refused, Stale
from portal.network.models import Theme
from portal.ui.pages import attempt, page, status_of

NO_TITLE = "Zonder titel"


@guarded(Permission.PROPOSE)
def propose(request: HttpRequest, by: Actor) -> HttpResponse:
    draft = _draft(request)
    form = ProposalForm(request.POST or None, user=request.user, initial=_initial(request, draft))
    if request.method == "POST" and "draft" in request.POST:
        return _keep(request, form, by)
    if request.method == "POST" and form.is_valid():
        try:
            made = proposals.propose(by=by, **form.cleaned_data)
        except Refused as refused:
            form.add_refusal(refused)
        else:
            for used in ProposalDraft.objects.visible_to(request.user).filter(key=made.key):
                proposal_drafts.discard(draft=used)
            messages.success(
                request, "De actie staat op de voorraadlijst, als voorgesteld. De Stuurgroep bespreekt of zij wenselijk is."
            )
            return redirect(made)
    return _show(request, form, draft, status_of(form))


def _show(request: HttpRequest, form: ProposalForm, draft: ProposalDraft | None, status: int) -> HttpResponse:
    kept = list(ProposalDraft.objects.visible_to(request.user))
    return page(request, "lists/propose.html", {"form": form, "draft": draft, "kept": kept}, status=status)


def _keep(request: HttpRequest, form: ProposalForm, by: Actor) -> HttpResponse:
    """Keep what was written, whether it is right or not; an identifier is not kept."""
    answers = {name: texts for name, texts in request.POST.lists() if name in form.kept_names and any(texts)}
    title = " ".join(request.POST.get("title", "").split())[:140] or NO_TITLE
    form.is_valid()  # reads the key
    key = form.cleaned_data.get("key")
    if key is None:
        return _show(request, form, None, 422)
    try:
        kept = proposal_drafts.keep(key=key, owner=by.user, title=title, answers=answers)  # type: ignore[arg-type]
    except Refused as refused:
        form.add_refusal(refused)
        return _show(request, form, None, 422)
    messages.success(request, f"“{kept}” is bewaard. Alleen u ziet dit concept, tot u het op de voorraadlijst zet.")
    return redirect("lists:propose")


def _draft(request: HttpRequest) -> ProposalDraft | None:
    asked = request.GET.get("concept", "")
    mine = ProposalDraft.objects.visible_to(request.user)
    return mine.filter(pk=row_in(ProposalDraft, asked)).first()


def _initial(request: HttpRequest, draft: ProposalDraft | None) -> dict[str, Any]:
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
def discard(request: HttpRequest, draft: ProposalDraft, by: Actor) -> HttpResponse:
    said = f"Het concept “{draft}” is weg."
    return attempt(request, lambda: proposal_drafts.discard(draft=draft), said=said, back="lists:propose")


@guarded(Permission.REVISE, Action)
def revise(request: HttpRequest, action: Action, by: Actor) -> HttpResponse:
    """Write a proposed action better; when a colleague did meanwhile, both texts stand there."""
    written = {"version": action.version, "title": action.title, "goal": action.goal, "intended_result": action.intended_result}
    form, other = RevisionForm(request.POST or None, initial=written), None
    status = 200
    if request.method == "POST" and form.is_valid():
        said = {name: form.cleaned_data[name] for name in ("title", "goal", "intended_result")}
        try:
            proposals.revise(action=action, expected=form.cleaned_data["version"], by=by, **said)
        except Stale as stale:
            form.add_refusal(stale)
            form.data = form.data.copy()
            form.data["version"], other, status = str(action.version), action, 409
        except Refused as refused:
            form.add_refusal(refused)
        else:
            messages.success(request, "De tekst is herschreven. Wie hem gewogen heeft, ziet dat hij veranderde.")
            return redirect(action)
    blockers = [] if form.is_bound else proposals.blockers_for_revision(action=action)
    context = {"form": form, "action": action, "other": other, "blockers": blockers}
    return page(request, "lists/revise.html", context, status=status if other else status_of(form))


@guarded(Permission.LINK)
def link(request: HttpRequest, by: Actor) -> HttpResponse:
    """Let knelpunten join an action that is there."""
    asked = request.POST if request.method == "POST" else request.GET
    chosen = rows_in(Knelpunt, asked.getlist("knelpunten") + asked.getlist("knelpunt"))
    form = LinkForm(request.POST or None, user=request.user, chosen=chosen)
    if request.method == "POST" and form.is_valid():
        try:
            made = proposals.link_all(by=by, **form.cleaned_data)
        except Refused as refused:
            form.add_refusal(refused)
        else:
            said = "Gekoppeld. De huizen horen dat er een actie is." if made else "Deze knelpunten hoorden al bij die actie."
            messages.success(request, said)
            return redirect(form.cleaned_data["action"])
    return page(request, "lists/link.html", {"form": form}, status=status_of(form))
