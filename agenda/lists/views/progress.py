"""How an action goes: reports, milestones, documents; who pulls it, and what another table said."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from agenda.lists.domain import milestones, moves, progress, trekkers
from agenda.lists.enums import Permission, ProgressStatus
from agenda.lists.forms.working import AskTrekkerForm, HandOverAnswerForm, MilestoneForm, ProgressForm, RefuseForm
from agenda.lists.models import Action, ActionFile, Milestone, ProgressUpdate
from agenda.lists.queries.themes import possible_trekkers
from agenda.lists.views.coalition import fill_in
from knelpunten.forms.assessment import AttachmentForm
from portal.accounts.actor import Actor
from portal.files.answers import CLEANED, download
from portal.files.inspection.inspection import LARGEST
from portal.kit.access import guarded
from portal.kit.limits import takes_files
from portal.ui.pages import attempt


@require_POST
@guarded(Permission.PULL, Action)
def offer(request: HttpRequest, action: Action, by: Actor) -> HttpResponse:
    said = "U heeft zich aangeboden als bestuurlijk trekker. De Stuurgroep beslist in een vergadering."
    return attempt(request, lambda: trekkers.offer(action=action, by=by), said=said, back=action)


@require_POST
@guarded(Permission.ASK_TREKKER, Action)
def ask_trekker(request: HttpRequest, action: Action, by: Actor) -> HttpResponse:
    form = AskTrekkerForm(request.POST, seats=possible_trekkers())
    said = "Gevraagd. Dit lid van de Stuurgroep ziet de vraag op het overzicht."
    return fill_in(request, action, "ask_trekker", form, lambda **given: trekkers.ask(by=by, **given), said)


@require_POST
@guarded(Permission.PULL, Action)
def refuse(request: HttpRequest, action: Action, by: Actor) -> HttpResponse:
    form, said = RefuseForm(request.POST), "Genoteerd. Wie u vroeg, leest waarom."
    return fill_in(request, action, "refuse", form, lambda **given: trekkers.refuse(by=by, **given), said)


@require_POST
@guarded(Permission.REPORT, Action)
def report(request: HttpRequest, action: Action, by: Actor) -> HttpResponse:
    said = "Het bericht staat bij de actie. Als de trekker het vrijgeeft, gaat het naar de Stuurgroep."

    def write(*, status: str, **given: object) -> object:
        return progress.report(status=ProgressStatus(status), by=by, **given)  # type: ignore[arg-type]

    return fill_in(request, action, "progress", ProgressForm(request.POST), write, said)


@require_POST
@guarded(Permission.RELEASE, Action)
def release(request: HttpRequest, action: Action, by: Actor, update: int) -> HttpResponse:
    chosen = get_object_or_404(ProgressUpdate, pk=update, action=action)
    said = "Vrijgegeven. Dit bericht is nu het verslag aan de Stuurgroep."
    return attempt(request, lambda: progress.release(update=chosen, by=by), said=said, back=action)


@require_POST
@guarded(Permission.REPORT, Action)
def plan(request: HttpRequest, action: Action, by: Actor) -> HttpResponse:
    form, said = MilestoneForm(request.POST), "De mijlpaal staat erbij."
    return fill_in(request, action, "milestone", form, lambda **given: milestones.plan(by=by, **given), said)


@require_POST
@guarded(Permission.REPORT, Action)
def close_milestone(request: HttpRequest, action: Action, by: Actor, milestone: int) -> HttpResponse:
    """Reached, or no longer asked for: the button says which."""
    chosen = get_object_or_404(Milestone, pk=milestone, action=action)
    if "drop" in request.POST:
        return attempt(request, lambda: milestones.drop(milestone=chosen, by=by), said=f"“{chosen}” is vervallen.", back=action)
    return attempt(request, lambda: milestones.reach(milestone=chosen, by=by), said=f"“{chosen}” is gehaald.", back=action)


@takes_files
@require_POST
@guarded(Permission.REPORT, Action)
def attach(request: HttpRequest, action: Action, by: Actor) -> HttpResponse:
    form = AttachmentForm(request.POST, request.FILES)
    said = f"Het document staat erbij. Wie de actie leest, kan het ophalen. {CLEANED}"

    def keep(*, action: Action, key: object, title: str, file: object) -> object:
        name, data = file.name, file.read(LARGEST + 1)  # type: ignore[attr-defined]
        return milestones.attach(key=key, action=action, name=name, data=data, title=title, by=by)  # type: ignore[arg-type]

    return fill_in(request, action, "document", form, keep, said)


@guarded(Permission.READ, Action)
def fetch(request: HttpRequest, action: Action, by: Actor, file: int) -> HttpResponse:
    return download(request, _document(action, file).file)


@require_POST
@guarded(Permission.REPORT, Action)
def detach(request: HttpRequest, action: Action, by: Actor, file: int) -> HttpResponse:
    document = _document(action, file)
    said = f"“{document.title}” is weg."
    return attempt(request, lambda: milestones.detach(document=document, by=by), said=said, back=action)


def _document(action: Action, pk: int) -> ActionFile:
    standing = action.files.filter(file__removed_at__isnull=True).select_related("file")  # type: ignore[attr-defined]
    return get_object_or_404(standing, pk=pk)


@require_POST
@guarded(Permission.HAND_OVER, Action)
def answer_hand_over(request: HttpRequest, action: Action, by: Actor) -> HttpResponse:
    form = HandOverAnswerForm(request.POST)
    said = "Vastgelegd. Neemt die tafel de actie niet over, dan staat zij op de volgende agenda van de Stuurgroep."
    return fill_in(request, action, "hand_over", form, lambda **given: moves.answer_hand_over(by=by, **given), said)
