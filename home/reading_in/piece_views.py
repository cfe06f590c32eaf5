"""Looking closer at one section of what was read in: its pieces, and what can be done with them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.datastructures import MultiValueDict
from django.views.decorators.http import require_POST

from home.models import ImportDraft
from home.reading_in import pieces
from home.reading_in.forms import ChosenForm, DescribeForm, MoveForm, SplitForm, TargetForm
from portal.accounts.actor import Actor
from portal.documents.enums import Permission
from portal.documents.text import content, drawing
from portal.kit.access import guarded
from portal.kit.forms import EditForm
from portal.ui.forms import fill_in
from portal.ui.pages import attempt, page

MOVE, SPLIT, LEAVE, DESCRIBE = "verplaats", "splits", "weg", "beschrijf"
VERBS: dict[str, Callable[..., ImportDraft]] = {
    MOVE: pieces.move,
    SPLIT: pieces.split,
    LEAVE: pieces.leave_out,
    DESCRIBE: pieces.describe,
}


@guarded(Permission.IMPORT, ImportDraft)
def section(request: HttpRequest, draft: ImportDraft, by: Actor, place: int) -> HttpResponse:
    """The pieces of one section. What was ticked is moved, made a section of, or left out; figures are described."""
    sections = draft.outline["sections"]
    if place >= len(sections):
        raise Http404
    wanted = request.POST.get("doe", "")
    forms = _forms(draft, place, request.POST if request.method == "POST" else None, wanted)
    show = partial(_show, request, draft, place, forms, wanted)
    if request.method != "POST":
        return show()
    if wanted not in forms:
        raise Http404
    act = partial(VERBS[wanted], draft=draft, place=place, by=by)
    return fill_in(request, forms[wanted], act, said="Uw verbetering is bewaard.", back=request.path, show=show)


def _show(
    request: HttpRequest, draft: ImportDraft, place: int, forms: dict[str, EditForm], wanted: str, *, status: int = 200
) -> HttpResponse:
    sections = draft.outline["sections"]
    shown = sections[place]
    context = {
        "draft": draft,
        "section": shown,
        "place": place,
        "forms": forms,
        "wanted": wanted,
        "pieces": _pieces(shown, forms[MOVE]),
        "figures": list(content.figures(shown["content"])),
        "before": place - 1,
        "after": place + 1 if place + 1 < len(sections) else None,
    }
    return page(request, "home/draft_section.html", context, status=status)


def _forms(draft: ImportDraft, place: int, sent: Any, wanted: str) -> dict[str, EditForm]:
    """A form for each thing that can be done; the one that was sent is filled in."""
    sections = draft.outline["sections"]
    count, figures = len(sections[place]["content"]), list(content.figures(sections[place]["content"]))
    made: dict[str, Callable[[Any], EditForm]] = {
        MOVE: lambda data: MoveForm(data, count=count, sections=sections, initial={"to": place, "version": draft.version}),
        SPLIT: lambda data: SplitForm(data, count=count, initial={"version": draft.version, "level": 2}),
        LEAVE: lambda data: ChosenForm(data, count=count, initial={"version": draft.version}),
        DESCRIBE: lambda data: DescribeForm(data, figures=figures, initial={"version": draft.version}),
    }
    return {name: make(sent if name == wanted else None) for name, make in made.items()}


def _pieces(shown: dict[str, Any], form: Any) -> list[dict[str, Any]]:
    """Each piece as a reader would see it, and in a few words for who hears the page."""
    ticked = set(form.data.getlist("chosen")) if isinstance(form.data, MultiValueDict) else set()
    marks = {note["mark"] for note in shown["notes"]}
    return [
        {
            "html": drawing.draw([block], marks=set() if block["kind"] == "figure" else marks, section="stuk", level=2),
            "words": content.as_text([block])[:60] or block["kind"],
            "is_ticked": str(number) in ticked,
        }
        for number, block in enumerate(shown["content"])
    ]


@require_POST
@guarded(Permission.IMPORT, ImportDraft)
def take_back(request: HttpRequest, draft: ImportDraft, by: Actor) -> HttpResponse:
    """Put what was left out in a section after all."""
    form = TargetForm(request.POST, count=len(draft.outline["left_out"]), sections=draft.outline["sections"])
    back = f"{draft.get_absolute_url()}#weg"
    if not form.is_valid():
        messages.error(request, " ".join(str(error) for errors in form.errors.values() for error in errors))
        return redirect(back)
    said = "Het staat nu aan het einde van het stuk dat u koos."
    return attempt(request, lambda: pieces.take_back(draft=draft, by=by, **form.given), said=said, back=back)
