"""Writing what the CMS published into rows that last, and entering an edition that was in force before the portal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from portal.accounts.actor import Actor
from portal.documents.enums import EditionStatus, Verb
from portal.documents.models import Edition, Section
from portal.history.domain.recording import record
from portal.history.evidence import sha256


@dataclass(frozen=True)
class SectionText:
    """A section as the CMS publishes it: number ("4.2" or empty), lasting anchor, title, level 1 or 2, plain text."""

    number: str
    anchor: str
    title: str
    level: int
    text: str


@transaction.atomic
def write_chapter(*, edition: Edition, chapter: str, position: int, sections: list[SectionText], by: Actor) -> None:
    """Make the rows of one chapter equal to what was published. A section keeps its row as long as its anchor stays."""
    for offset, section in enumerate(sections):
        Section.objects.update_or_create(
            edition=edition,
            anchor=section.anchor,
            defaults={
                "chapter": chapter, "number": section.number, "title": section.title, "level": section.level,
                "order": position * 1000 + offset, "text": section.text, "sha256": sha256(section.text),
            },
        )  # fmt: skip
    edition.sections.filter(chapter=chapter).exclude(anchor__in=[section.anchor for section in sections]).delete()
    record(edition, Verb.PUBLISHED, by=by)


@transaction.atomic
def enter_existing(*, edition: Edition, in_force_date: date, by: Actor) -> Edition:
    """Enter an edition that was adopted before the portal existed, with the date it came into force."""
    edition = Edition.objects.lock(edition)
    Edition.objects.filter(document=edition.document, status=EditionStatus.GELDEND).exclude(pk=edition.pk).update(
        status=EditionStatus.VERVANGEN
    )
    edition.status, edition.in_force_date = EditionStatus.GELDEND, in_force_date
    edition.save(update_fields=["status", "in_force_date"])
    record(edition, Verb.ENTERED, by=by)
    return edition
