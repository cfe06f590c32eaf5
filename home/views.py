"""From a page of the portal into the editor."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from home.models import AmbitionPage, HomePage
from portal.accounts.actor import Actor
from portal.documents.enums import Permission
from portal.kit.access import LEADS_ON, guarded
from portal.network.models import Ambition


@guarded(Permission.EDIT_PUBLIC, answers=LEADS_ON)
def write_ambition(request: HttpRequest, by: Actor, slug: str) -> HttpResponse:
    """The page of this ambition in the editor; a new one where nobody wrote it yet."""
    ambition = get_object_or_404(Ambition, slug=slug)
    written = AmbitionPage.objects.filter(ambition=ambition).first()
    if written:
        return redirect("wagtailadmin_pages:edit", written.pk)
    return redirect("wagtailadmin_pages:add", "home", "ambitionpage", HomePage.objects.get().pk)
