"""Reading a document in: a file, a preview that can be corrected, a concept."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from home.models import ImportDraft
from home.reading_in import drafts
from home.reading_in.forms import SectionFormSet, TargetForm, UploadForm
from portal.accounts.actor import Actor
from portal.accounts.request import Request
from portal.documents.domain.editions import EditionRefused
from portal.documents.enums import Permission
from portal.documents.importing import sources
from portal.kit.access import guarded
from portal.kit.limits import takes_files
from portal.kit.refusals import Refused, Stale
from portal.ui.forms import fill_in, with_form
from portal.ui.pages import page


@takes_files
@guarded(Permission.IMPORT)
def upload(request: Request, by: Actor) -> HttpResponse:
    form = UploadForm(request.POST or None, request.FILES or None)

    def act(*, file: Any, **said: Any) -> ImportDraft:
        return drafts.read(name=file.name, data=file.read(sources.LARGEST + 1), by=by, **said)

    recent = ImportDraft.objects.visible_to(request.user)[:10]
    return fill_in(
        request,
        form,
        act,
        said="Het bestand is gelezen. Kijk of de koppen kloppen en maak er dan een concept van.",
        show=with_form(request, "home/upload.html", form, recent=recent),
    )


@guarded(Permission.IMPORT, ImportDraft)
def draft(request: Request, draft: ImportDraft, by: Actor) -> HttpResponse:
    """The preview: every heading that was found, what was left out and why, and where the order broke."""
    if request.method != "POST":
        return _preview(request, draft)
    forms = SectionFormSet(request.POST, prefix="s")
    if not forms.is_valid():
        messages.error(request, "Niet bewaard: een titel of nummer klopt niet. Kijk bij de regels met een melding.")
        return _preview(request, draft, forms, status=422)
    said = sorted((form.cleaned_data for form in forms), key=_wanted_place)
    if sorted(row["place"] for row in said) != list(range(len(draft.outline["sections"]))):
        return _refused(request, draft, Stale())
    try:
        drafts.correct(draft=draft, expected=_number(request.POST.get("version")), sections=said, by=by)
    except Refused as refused:
        return _refused(request, draft, refused)
    messages.success(request, "Uw verbeteringen zijn bewaard.")
    return redirect(draft)


@require_POST
@guarded(Permission.IMPORT, ImportDraft)
def make_concept(request: Request, draft: ImportDraft, by: Actor) -> HttpResponse:
    try:
        made = drafts.make_concept(draft=draft, by=by)
    except EditionRefused as refused:
        messages.error(request, " ".join(refused.sentences))
        return redirect(draft)
    messages.success(request, "Het concept staat klaar. De Stuurgroep kan het vaststellen; een redacteur kan het nog wijzigen.")
    return redirect(made.edition_made)


def _wanted_place(row: dict[str, Any]) -> float:
    """Who is moved up to a place stands before who was there; who is moved down stands after."""
    here = row["place"] + 1
    return float(row["order"] + (0.5 if row["order"] > here else -0.5 if row["order"] < here else 0))


def _preview(request: Request, draft: ImportDraft, forms: Any = None, *, status: int = 200) -> HttpResponse:
    sections = draft.outline["sections"]
    initial = [
        {
            "place": place,
            "order": place + 1,
            "number": section["number"] or "",
            "title": section["title"],
            "level": section["level"],
        }
        for place, section in enumerate(sections)
    ]
    forms = forms or SectionFormSet(initial=initial, prefix="s")
    rows = list(zip(forms, sections, strict=False))
    guessed = sum(section["guessed"] for section in sections)
    back = TargetForm(count=len(draft.outline["left_out"]), sections=sections)
    context = {"draft": draft, "forms": forms, "rows": rows, "guessed": guessed, "back": back}
    return page(request, "home/draft.html", context, status=status)


def _refused(request: Request, draft: ImportDraft, refused: Refused) -> HttpResponse:
    messages.error(request, " ".join(refused.sentences))
    return _preview(request, ImportDraft.objects.get(pk=draft.pk), status=409)


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 9 else 0
