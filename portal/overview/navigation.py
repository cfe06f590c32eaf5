"""The main navigation: what there is for this reader, and nothing that does not exist."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

ENTRIES = [
    ("Overzicht", "overzicht", "network.read_as_member"),
    ("Onze inbreng", "onze-inbreng", "knelpunten.draft"),
    ("Thema's", "lists:themes", None),
    ("Werkagenda", "lists:all", "lists.read"),
    ("Beoordelen", "knelpunten:worklist", "knelpunten.assess"),
    ("Knelpunten", "knelpunten:all", "knelpunten.read_list"),
    ("Privacytoets", "knelpunten:reviews", "knelpunten.release"),
    ("Vergaderingen", "meetings:list", "meetings.read"),
    ("Afspraken", "ratification:register", None),
    ("Samenwerkingsagenda", "ambitions:overview", None),
    ("Netwerk", "network:network", None),
]


def navigation(request: HttpRequest) -> dict[str, Any]:
    """Context processor: the entries this reader may follow, the present one marked."""
    user = getattr(request, "user", None)
    shown = [
        (label, reverse(name))
        for label, name, permission in ENTRIES
        if permission is None or (user and user.is_authenticated and user.may(permission))
    ]
    present = max((url for _, url in shown if request.path.startswith(url)), key=len, default=None)
    entries = [{"label": label, "url": url, "is_current": url == present} for label, url in shown]
    is_document = request.resolver_match is not None and request.resolver_match.app_name in ("documents", "import")
    entries.append({"label": "Documenten", "url": reverse("documents:documents"), "is_current": is_document})
    return {"navigation": entries, "is_demo": settings.DEMO}
