"""Which texts an action holds, and how each is taken away when personal data was found in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from agenda.lists.models import Action, ActionFile, EndingDetails, TableAnswer, TrekkerRefusal
from portal.accounts.actor import Actor
from portal.files.domain import keeping
from portal.history.domain.recording import redact
from portal.privacy.domain.reporting import GROUND, REMOVED_TEXT, REMOVED_TITLE, Part, redacting, replacing


def parts_of_action(action: Action) -> list[Part]:
    """Its own texts and how they were rewritten, everything the coalition wrote, the reasons of its moves, and its documents."""
    said = "\n".join(filter(None, (action.title, action.goal, action.intended_result, action.without_knelpunt)))
    return [
        Part("tekst", "Titel en tekst van de actie", said, _own_texts(action)),
        *_facts("bericht", "Voortgang van", action.updates.all()),
        *_facts("weging", "Argument van", action.weighings.all()),
        *_facts("oproep", "Oproep van", action.calls.all()),
        *_facts("overleg", "Overleg: bericht van", action.comments.all()),
        *_facts("afgeslagen", "Waarom niet getrokken door", TrekkerRefusal.objects.filter(request__action=action)),
        *_facts("verplaatsing", "Reden bij een verplaatsing door", action.moves.all()),
        *_facts("einde", "Bij de afronding of overdracht door", EndingDetails.objects.filter(move__action=action)),
        *_facts("tafel", "Antwoord van een tafel, vastgelegd door", TableAnswer.objects.filter(move__action=action)),
        *_rows(action),
    ]


def _facts(code: str, label: str, facts: Iterable[Any]) -> list[Part]:
    return [
        Part(f"{code}-{fact.pk}", f"{label} {fact.by_label}", "\n".join(filter(None, fact.texts)), redacting(fact))
        for fact in facts
    ]


def _own_texts(action: Action) -> Any:
    replace = replacing(
        action, title=REMOVED_TITLE, goal=REMOVED_TEXT, intended_result=REMOVED_TEXT, without_knelpunt=REMOVED_TEXT if action.without_knelpunt else ""
    )  # fmt: skip

    def remove(by: Actor) -> None:
        """What it says now, and what it said each time it was rewritten."""
        replace(by)
        for revision in action.revisions.filter(redacted_at__isnull=True):
            redact(revision, ground=GROUND, by=by)

    return remove


def _rows(action: Action) -> list[Part]:
    """What stands in rows that are no facts: contributions, pilots, milestones and documents."""
    parts = []
    for each in action.contributions.select_related("membership__organisation"):
        gone = {"text": REMOVED_TEXT, "freed": "", "left_reason": REMOVED_TEXT if each.left_reason else ""}
        text = "\n".join(filter(None, (each.text, each.freed, each.left_reason)))
        parts.append(Part(f"bijdrage-{each.pk}", f"Bijdrage van {each.membership.organisation}", text, replacing(each, **gone)))
    for pilot in action.pilots.select_related("house"):
        gone = {"text": REMOVED_TEXT, "ended_reason": REMOVED_TEXT if pilot.ended_reason else ""}
        text = "\n".join(filter(None, (pilot.text, pilot.ended_reason)))
        parts.append(Part(f"pilot-{pilot.pk}", f"Pilotregio {pilot.house}", text, replacing(pilot, **gone)))
    for milestone in action.milestones.all():
        parts.append(Part(f"mijlpaal-{milestone.pk}", "Mijlpaal", milestone.title, replacing(milestone, title=REMOVED_TITLE)))
    for document in action.files.filter(file__removed_at__isnull=True).select_related("file"):
        parts.append(Part(f"document-{document.pk}", "Document", f"{document.title} ({document.file.name})", _removing(document)))
    return parts


def _removing(document: ActionFile) -> Any:
    def remove(by: Actor) -> None:
        keeping.remove(file=document.file, by=by)
        ActionFile.objects.filter(pk=document.pk).update(title=REMOVED_TITLE)

    return remove
