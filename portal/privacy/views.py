"""Views for reporting and reviewing personal data, made for each kind of thing that can be reported."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from portal.accounts.actor import Actor
from portal.kit.access import guarded
from portal.privacy.domain import reporting
from portal.privacy.enums import Permission
from portal.ui.pages import attempt, page

View = Callable[..., HttpResponse]


def report_view(permission: str, model: type[Model]) -> View:
    """For any reader who sees personal data."""

    @require_POST
    @guarded(permission, model)
    def report(request: HttpRequest, subject: Any, by: Actor) -> HttpResponse:
        reporting.report(subject=subject, by=by)
        messages.success(request, "Dank u. De tekst is nu verborgen. De privacybeoordelaar kijkt ernaar.")
        return redirect("overzicht")

    return report


def review_view(model: type[Model], back: str) -> View:
    """For the privacybeoordelaar: every text of it, to take away or to put back."""

    @guarded(Permission.REVIEW, model)
    def review(request: HttpRequest, subject: Any, by: Actor) -> HttpResponse:
        if request.method != "POST":
            parts = reporting.parts_of(subject) if subject.hidden_at else []
            return page(request, "privacy/review.html", {"subject": subject, "parts": parts, "back": back})
        if "put_back" in request.POST:
            said = "Teruggezet. Wie het kon lezen, kan dat weer."
            return attempt(request, lambda: reporting.put_back(subject=subject, by=by), said=said, back=back)
        chosen = set(request.POST.getlist("part"))
        said = "De gekozen tekst is overal verwijderd. Dat het gebeurde, blijft in de geschiedenis staan."
        return attempt(request, lambda: reporting.remove(subject=subject, chosen=chosen, by=by), said=said, back=back)

    return review
