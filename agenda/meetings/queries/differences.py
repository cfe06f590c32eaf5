"""What changed from one version of an agenda to the next, as far as one reader may read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from agenda.meetings.models import AgendaVersion, Meeting, SentItem
from portal.network.rules import own_bodies

LABELS = {
    "title": "titel", "kind": "soort", "question": "vraag", "minutes": "minuten", "presenter": "wie leidt in",
    "serves": "functie", "advice": "advies van de Klankbordgroep", "costs": "geld", "risks": "risico's", "about": "waarover",
    "also": "gaat ook over", "papers": "stukken",
}  # fmt: skip

NAMES_THINGS = {"about", "also", "papers"}


@dataclass(frozen=True)
class Changed:
    """One item that came, went or became different: each text that did, as it was and as it is."""

    number: int
    title: str
    what: str
    texts: list[tuple[str, str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Version:
    version: AgendaVersion
    number: int  # as this reader counts: a version that changed nothing for somebody is not there
    changes: list[Changed]


def of(meeting: Meeting, user: Any) -> list[Version]:
    """Each version that was sent, the newest first, with what it changed. Two queries."""
    versions = list(meeting.versions.prefetch_related("items"))  # type: ignore[attr-defined]
    reads_all = meeting.body_id in own_bodies(user)
    shown = [{sent.item_key: sent for sent in each.items.all() if _is_for(sent, reads_all)} for each in versions]
    pairs = zip(shown, shown[1:], strict=False)
    later = [(version, _between(before, after, reads_all)) for version, (before, after) in zip(versions[1:], pairs, strict=False)]
    told = [(version, list[Changed]()) for version in versions[:1]] + [each for each in later if reads_all or each[1]]
    return [Version(version, number, changes) for number, (version, changes) in enumerate(told, 1)][::-1]


def _is_for(sent: SentItem, reads_all: bool) -> bool:
    return reads_all or not sent.is_confidential


def _between(before: dict[int, SentItem], after: dict[int, SentItem], reads_all: bool) -> list[Changed]:
    """What is different. Titles of other things are told only to who reads them all: a title can say too much."""
    changes = []
    for key, sent in after.items():
        title = sent.said.get("title", "Deze tekst is verwijderd")
        if key not in before:
            changes.append(Changed(sent.number, title, "nieuw op de agenda"))
        elif texts := _texts(before[key].said, sent.said, reads_all):
            changes.append(Changed(sent.number, title, "gewijzigd", texts))
        elif before[key].number != sent.number:
            changes.append(Changed(sent.number, title, f"was punt {before[key].number}"))
    gone = [sent for key, sent in before.items() if key not in after]
    return changes + [
        Changed(sent.number, sent.said.get("title", "Deze tekst is verwijderd"), "van de agenda af") for sent in gone
    ]


def _texts(was: dict[str, Any], now: dict[str, Any], reads_all: bool) -> list[tuple[str, str, str]]:
    if not was or not now:
        return []
    told = {name: label for name, label in LABELS.items() if reads_all or name not in NAMES_THINGS}
    return [
        (label, _plain(was.get(name)), _plain(now.get(name))) for name, label in told.items() if was.get(name) != now.get(name)
    ]


def _plain(value: Any) -> str:
    return ", ".join(value) if isinstance(value, list) else str(value if value is not None else "")
