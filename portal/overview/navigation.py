"""The navigation: what there is for this reader, and nothing that does not exist.

One order for everybody: a seat's rail differs from another's only in what it leaves out, and what is its own work comes first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

MOST_USED = 3  # stand beside the menu where there is no room for the rail

Declared = tuple[str, str, str | None]  # what it says, the name of its address, and who may: nothing where everybody may

FRONT: Declared = ("Overzicht", "overzicht", "network.read_as_member")
WORK: list[Declared] = [
    ("Onze inbreng", "onze-inbreng", "knelpunten.draft"),
    ("Beoordelen", "knelpunten:worklist", "knelpunten.assess"),
    ("Privacytoets", "knelpunten:reviews", "knelpunten.release"),
    ("Werkagenda", "lists:all", "lists.read"),
    ("Vergaderingen", "meetings:list", "meetings.read"),
    ("Afspraken", "ratification:register", None),
    ("Knelpunten", "knelpunten:all", "knelpunten.read_list"),
    ("Samenwerkingsagenda", "ambitions:overview", None),
]
REFERENCE: list[Declared] = [
    ("Thema's", "lists:themes", None),
    ("Netwerk", "network:network", None),
    ("Beleidslandschap", "network:tables", "network.read_as_member"),
    ("Documenten", "documents:documents", None),
    ("Woordenlijst", "documents:words", None),
]
PUBLIC: list[Declared] = [
    ("Thema's", "lists:themes", None),
    ("Besluiten", "besluitenlijsten:lists", None),
    ("Afspraken", "ratification:register", None),
    ("Samenwerkingsagenda", "ambitions:overview", None),
    ("Netwerk", "network:network", None),
    ("Documenten", "documents:documents", None),
]
SIGNED_IN = [("", [FRONT]), ("Werk", WORK), ("Naslag", REFERENCE)]


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A link of the navigation; `number` is how much asks something there, where that was counted for this page."""

    label: str
    url: str
    is_current: bool
    number: int = 0


@dataclass(frozen=True, kw_only=True)
class Navigation:
    """The groups of the rail with their headings, and what stands beside the menu on a narrow screen."""

    groups: list[tuple[str, list[Entry]]]

    @property
    def entries(self) -> list[Entry]:
        return [entry for _, entries in self.groups for entry in entries]

    @property
    def most_used(self) -> list[Entry]:
        return self.entries[:MOST_USED]


def navigation(request: HttpRequest) -> dict[str, Any]:
    """Context processor: the entries this reader may follow, the present one marked."""
    user = getattr(request, "user", None)
    is_signed_in = bool(user and user.is_authenticated)
    groups = SIGNED_IN if is_signed_in else [("", PUBLIC)]
    may = [(name, [entry for entry in entries if _may(user, entry[2])]) for name, entries in groups]
    present = _present(request, [name for _, entries in may for _, name, _ in entries])
    shown = [(title, [_entry(request, *entry, present) for entry in entries]) for title, entries in may if entries]
    return {"navigation": Navigation(groups=shown), "is_demo": settings.DEMO}


def _may(user: Any, permission: str | None) -> bool:
    return permission is None or user.may(permission)


def _present(request: HttpRequest, names: list[str]) -> str:
    """Which entry this page lies under: the longest address above it. Documents have addresses of their own."""
    if (match := request.resolver_match) is not None and match.app_name in ("documents", "import") and match.url_name != "words":
        return "documents:documents"
    under = [name for name in names if request.path.startswith(reverse(name))]
    return max(under, key=lambda name: len(reverse(name)), default="")


def _entry(request: HttpRequest, label: str, name: str, permission: str | None, present: str) -> Entry:
    number = getattr(request, "asks", 0) if name == FRONT[1] else 0
    return Entry(label=label, url=reverse(name), is_current=name == present, number=number)
