"""Rode draden: members read them, the landelijk bureau bundles."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from knelpunten.domain import rode_draden
from knelpunten.enums import Permission
from knelpunten.forms.knelpunt import BundleForm, EditPatternForm, NewPatternForm, ReasonForm
from knelpunten.models import Knelpunt, Pattern
from knelpunten.pages import rode_draad
from portal.accounts.actor import Actor
from portal.accounts.request import Request
from portal.kit.access import guarded
from portal.kit.opaque import rows_in
from portal.privacy.queries.reports import marks_of
from portal.ui import chains
from portal.ui.forms import fill_in, with_form
from portal.ui.pages import attempt, page
from portal.ui.paging import page_of


@guarded(Permission.READ_PATTERNS)
def all_patterns(request: Request, by: Actor) -> HttpResponse:
    rows = page_of(request, rode_draad.patterns_with_counts(request.user))
    return page(request, "knelpunten/patterns.html", {"rows": rows, "may_bundle": request.user.may(Permission.BUNDLE)})


@guarded(Permission.READ_PATTERNS, Pattern)
def pattern(request: Request, pattern: Pattern, by: Actor) -> HttpResponse:
    return _pattern(request, pattern)


def _pattern(request: Request, pattern: Pattern, *, status: int = 200, **forms: Any) -> HttpResponse:
    shown = rode_draad.pattern_page(pattern, request.user)
    may_bundle = request.user.may(Permission.BUNDLE)
    context = {
        "pattern": pattern,
        "marks": marks_of(pattern, request.user),
        "shown": shown,
        "chains": chains.read(shown.knelpunten, request.user),
        "may_bundle": may_bundle,
        "suggestions": rode_draad.suggestions(pattern, shown, request.user) if may_bundle else [],
        "reason_form": forms.get("reason") or ReasonForm(),
        "failed": forms.get("failed"),
    }
    return page(request, "knelpunten/pattern.html", context, status=status)


@guarded(Permission.BUNDLE)
def new(request: Request, by: Actor) -> HttpResponse:
    chosen = rows_in(Knelpunt, request.GET.getlist("knelpunt"))
    form = NewPatternForm(request.POST or None, user=request.user, initial={"knelpunten": chosen})
    return fill_in(
        request,
        form,
        partial(rode_draden.begin, by=by),
        said="De rode draad is er. De huizen horen dat hun knelpunt erbij hoort.",
        show=with_form(request, "knelpunten/pattern_form.html", form, pattern=None, other=None),
    )


@guarded(Permission.BUNDLE, Pattern)
def edit(request: Request, pattern: Pattern, by: Actor) -> HttpResponse:
    initial = {name: getattr(pattern, name) for name in ("title", "analysis", "theme", "version")}
    form = EditPatternForm(request.POST or None, initial=initial)

    def now() -> dict[str, Any]:
        form.renew(version=pattern.version)
        return {"other": pattern}

    return fill_in(
        request,
        form,
        partial(rode_draden.revise, pattern=pattern, by=by),
        said="Bewaard.",
        back=pattern,
        now=now,
        show=with_form(request, "knelpunten/pattern_form.html", form, pattern=pattern, other=None),
    )


@require_POST
@guarded(Permission.BUNDLE, Pattern)
def bundle(request: Request, pattern: Pattern, by: Actor) -> HttpResponse:
    form = BundleForm(request.POST, user=request.user)
    if not form.is_valid():
        messages.error(request, "Kies eerst een knelpunt dat nog bij geen rode draad hoort.")
        return redirect(pattern)
    chosen = form.cleaned_data["knelpunten"]
    said = "Toegevoegd. De huizen horen het."
    return attempt(request, lambda: rode_draden.bundle(pattern=pattern, knelpunten=chosen, by=by), said=said, back=pattern)


@require_POST
@guarded(Permission.BUNDLE, Pattern)
def unbundle(request: Request, pattern: Pattern, by: Actor, knelpunt: int) -> HttpResponse:
    taken_out = get_object_or_404(Knelpunt.objects.visible_to(request.user), pk=knelpunt)
    form = ReasonForm(request.POST)
    return fill_in(
        request,
        form,
        partial(rode_draden.unbundle, pattern=pattern, knelpunt=taken_out, by=by),
        said="Het knelpunt staat weer op zichzelf. Het huis leest waarom.",
        back=pattern,
        or_back=True,
        show=partial(_pattern, request, pattern, reason=form, failed=taken_out.pk),
    )
