"""How an action goes: reports, milestones, documents; who pulls it, and what another table said."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from agenda.lists.domain import milestones, moves, progress, trekkers
from agenda.lists.enums import Permission
from agenda.lists.models import Action, ActionFile, Milestone, ProgressUpdate
from agenda.lists.views.filling import filled
from portal.accounts.actor import Actor
from portal.accounts.request import Request
from portal.files.answers import CLEANED, download
from portal.files.inspection.inspection import LARGEST
from portal.kit.access import guarded
from portal.kit.limits import takes_files
from portal.ui.pages import attempt


@require_POST
@guarded(Permission.PULL, Action)
def offer(request: Request, action: Action, by: Actor) -> HttpResponse:
    said = "U heeft zich aangeboden als bestuurlijk trekker. De Stuurgroep beslist in een vergadering."
    return attempt(request, lambda: trekkers.offer(action=action, by=by), said=said, back=action)


@guarded(Permission.ASK_TREKKER, Action)
def ask_trekker(request: Request, action: Action, by: Actor) -> HttpResponse:
    said = "Gevraagd. Dit lid van de Stuurgroep ziet de vraag op het overzicht."
    return filled(request, action, "ask_trekker", partial(trekkers.ask, action=action, by=by), said=said)


@guarded(Permission.PULL, Action)
def refuse(request: Request, action: Action, by: Actor) -> HttpResponse:
    said = "Genoteerd. Wie u vroeg, leest waarom."
    return filled(request, action, "refuse", partial(trekkers.refuse, action=action, by=by), said=said)


@guarded(Permission.REPORT, Action)
def report(request: Request, action: Action, by: Actor) -> HttpResponse:
    said = "Het bericht staat bij de actie. Als de trekker het vrijgeeft, gaat het naar de Stuurgroep."
    return filled(request, action, "report", partial(progress.report, action=action, by=by), said=said)


@require_POST
@guarded(Permission.RELEASE, Action)
def release(request: Request, action: Action, by: Actor, update: int) -> HttpResponse:
    chosen = get_object_or_404(ProgressUpdate, pk=update, action=action)
    said = "Vrijgegeven. Dit bericht is nu het verslag aan de Stuurgroep."
    return attempt(request, lambda: progress.release(update=chosen, by=by), said=said, back=action)


@guarded(Permission.REPORT, Action)
def plan(request: Request, action: Action, by: Actor) -> HttpResponse:
    said = "De mijlpaal staat erbij."
    return filled(request, action, "plan", partial(milestones.plan, action=action, by=by), said=said)


@require_POST
@guarded(Permission.REPORT, Action)
def close_milestone(request: Request, action: Action, by: Actor, milestone: int) -> HttpResponse:
    """Reached, or no longer asked for: the button says which."""
    chosen = get_object_or_404(Milestone, pk=milestone, action=action)
    if "drop" in request.POST:
        return attempt(request, lambda: milestones.drop(milestone=chosen, by=by), said=f"“{chosen}” is vervallen.", back=action)
    return attempt(request, lambda: milestones.reach(milestone=chosen, by=by), said=f"“{chosen}” is gehaald.", back=action)


@takes_files
@guarded(Permission.REPORT, Action)
def attach(request: Request, action: Action, by: Actor) -> HttpResponse:
    def act(*, file: UploadedFile, **said: Any) -> Any:
        return milestones.attach(action=action, name=file.name or "", data=file.read(LARGEST + 1), by=by, **said)

    said = f"Het document staat erbij. Wie de actie leest, kan het ophalen. {CLEANED}"
    return filled(request, action, "attach", act, said=said)


@guarded(Permission.READ, Action)
def fetch(request: Request, action: Action, by: Actor, file: int) -> HttpResponse:
    return download(request, _document(action, file).file)


@require_POST
@guarded(Permission.REPORT, Action)
def detach(request: Request, action: Action, by: Actor, file: int) -> HttpResponse:
    document = _document(action, file)
    said = f"“{document.title}” is weg."
    return attempt(request, lambda: milestones.detach(document=document, by=by), said=said, back=action)


def _document(action: Action, pk: int) -> ActionFile:
    standing = action.files.filter(file__removed_at__isnull=True).select_related("file")
    return get_object_or_404(standing, pk=pk)


@guarded(Permission.HAND_OVER, Action)
def answer_hand_over(request: Request, action: Action, by: Actor) -> HttpResponse:
    said = "Vastgelegd. Neemt die tafel de actie niet over, dan staat zij op de volgende agenda van de Stuurgroep."
    return filled(request, action, "hand_over", partial(moves.answer_hand_over, action=action, by=by), said=said)
