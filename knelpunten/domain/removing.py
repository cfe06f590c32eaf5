"""Which texts a knelpunt, a rode draad and an uitvraag hold, and how each is taken away when personal data was found in it."""

from __future__ import annotations

from typing import Any

from knelpunten.models import Attachment, Inquiry, Knelpunt, Pattern
from portal.accounts.actor import Actor
from portal.files.domain import keeping
from portal.privacy.domain.reporting import REMOVED_TEXT, REMOVED_TITLE, Part, redacting, replacing


def parts_of_knelpunt(knelpunt: Knelpunt) -> list[Part]:
    """Its own texts, the reasons of its steps, what was written beside it, and its files."""

    def remove_own(by: Actor) -> None:
        own = Knelpunt.objects.filter(pk=knelpunt.pk)
        own.update(title=REMOVED_TITLE, pattern=REMOVED_TEXT, would_help="", tried="", version=knelpunt.version + 1)

    parts = [Part("tekst", "Titel en tekst van het knelpunt", "\n".join(filter(None, knelpunt.texts)), remove_own)]
    parts += [
        Part(f"stap-{step.pk}", f"Reden bij: {step.get_to_state_display()}", step.reason or "", redacting(step))
        for step in knelpunt.steps.all()
    ]
    parts += [Part(f"noot-{note.pk}", note.get_kind_display(), note.text or "", redacting(note)) for note in knelpunt.notes.all()]
    parts += [
        Part(f"herkenning-{each.pk}", f"Toelichting van {each.house}", each.note, replacing(each, note=""))
        for each in knelpunt.recognitions.select_related("house")
    ]
    parts += [
        Part(f"bundeling-{each.pk}", "Waarom het uit een rode draad ging", each.unbundled_reason, replacing(each, unbundled_reason=REMOVED_TEXT))
        for each in knelpunt.bundlings.all()
    ]  # fmt: skip
    files = knelpunt.attachments.filter(file__removed_at__isnull=True).select_related("file")
    return parts + [Part(f"bijlage-{each.pk}", "Bijlage", f"{each.title} ({each.file.name})", _removing(each)) for each in files]


def _removing(attachment: Attachment) -> Any:
    def remove(by: Actor) -> None:
        keeping.remove(file=attachment.file, by=by)
        Attachment.objects.filter(pk=attachment.pk).update(title=REMOVED_TITLE)

    return remove


def parts_of_pattern(pattern: Pattern) -> list[Part]:
    texts = replacing(pattern, title=REMOVED_TITLE, analysis=REMOVED_TEXT)
    return [Part("tekst", "Titel en tekst van de rode draad", f"{pattern.title}\n{pattern.analysis}", texts)]


def parts_of_inquiry(inquiry: Inquiry) -> list[Part]:
    """The question with its purpose, and each answer."""
    own = replacing(inquiry, question=REMOVED_TITLE, purpose=REMOVED_TEXT)
    parts = [Part("vraag", "De vraag en waarvoor zij is", f"{inquiry.question}\n{inquiry.purpose}", own)]
    answers = inquiry.answers.select_related("house")
    return parts + [
        Part(f"antwoord-{each.pk}", f"Antwoord van {each.house}", each.text or "", redacting(each)) for each in answers
    ]
