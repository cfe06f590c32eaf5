"""Reading a file in, looking at what came of it, correcting it, and making it a concept."""

from __future__ import annotations

from html import escape
from typing import Any
from uuid import UUID

from django.db import transaction

from home.models import EditionPage, ImportDraft
from home.reading_in import publishing
from portal.accounts.actor import Actor
from portal.documents.domain import editions
from portal.documents.enums import Verb
from portal.documents.importing import rendering, sources
from portal.documents.importing.blocks import count_words
from portal.documents.importing.outline import Outline, SectionDraft
from portal.documents.text import content
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.db import make_once
from portal.kit.refusals import Blocker, Refused, Stale

MERGE = "merge"  # a heading that is none: its words go to the section before


class DraftRefused(Refused):
    pass


@transaction.atomic
def read(*, key: UUID, name: str, data: bytes, document: str, title: str, kind: str, label: str, by: Actor) -> ImportDraft:
    """Read a file and keep what came of it to look at. Raises SourceRefused when it cannot be read."""
    outline = sources.read(name, data)
    for picture in outline.pictures:
        editions.keep_picture(picture)

    def make() -> ImportDraft:
        made = ImportDraft.objects.create(
            key=key,
            file_name=name[:200],
            document=document,
            title=title,
            kind=kind,
            label=label,
            outline=_stored(outline),
            read_at=clock.now(),
        )
        record(made, Verb.READ_IN, by=by)
        return made

    return make_once(ImportDraft, key, make)


def _stored(outline: Outline) -> dict[str, Any]:
    """The outline with what each section is made of, so that nothing has to be read twice."""
    said = outline.as_json()
    for shown, section in zip(said["sections"], outline.sections, strict=True):  # type: ignore[call-overload]
        shown |= {"content": rendering.content_of(section), "notes": rendering.notes_of(section)}
    return said


@transaction.atomic
def correct(*, draft: ImportDraft, expected: int, sections: list[dict[str, Any]], by: Actor) -> ImportDraft:
    """Give sections their right number, title, level and place; merge what is no heading into the section before.

    `sections` says in the new order: `place` (in the order before), `number`, `title`, `level` and perhaps `merge`.
    Raises Stale when a colleague corrected it since version `expected`.
    """
    draft = opened(draft, expected)
    before: list[dict[str, Any]] = draft.outline["sections"]
    after: list[dict[str, Any]] = []
    for said in sections:
        section = before[said["place"]]
        if said.get(MERGE) and after:
            _merge(after[-1], section)
        else:
            after.append(
                {**section, "number": said["number"] or None, "title": said["title"], "level": said["level"], "guessed": False}
            )
    return keep(draft, {**draft.outline, "sections": after}, by)


def opened(draft: ImportDraft, expected: int) -> ImportDraft:
    """The draft, locked to be corrected. Raises Stale or DraftRefused."""
    draft = ImportDraft.objects.lock(draft)
    if draft.version != expected:
        raise Stale()
    if draft.published_at:
        raise DraftRefused(Blocker("published", "Hier is al een concept van gemaakt. Lees het bestand opnieuw in."))
    return draft


def keep(draft: ImportDraft, outline: dict[str, Any], by: Actor) -> ImportDraft:
    """Write a corrected outline as the next version."""
    draft.outline, draft.version = outline, draft.version + 1
    draft.save(update_fields=["outline", "version"])
    record(draft, Verb.CORRECTED, by=by)
    return draft


def _merge(into: dict[str, Any], section: dict[str, Any]) -> None:
    """Its heading becomes a line of the section before, and its text follows."""
    heading = f"{section['number'] or ''} {section['title']}".strip()
    line = {"kind": "paragraph", "text": content.clean_inline(f"<b>{escape(heading, quote=False)}</b>")}
    into["content"] = [*into["content"], line, *section["content"]]
    into["notes"] = [*into["notes"], *section["notes"]]
    into["words"] += section["words"]
    into["footnotes"] += section["footnotes"]


@transaction.atomic
def make_concept(*, draft: ImportDraft, by: Actor) -> EditionPage:
    """Make the concept of it, or renew the concept there is; anchors stay. Raises EditionRefused when the edition was adopted."""
    draft = ImportDraft.objects.lock(draft)
    outline = Outline(total_words=0, sections=[_section(section) for section in draft.outline["sections"]])
    page = publishing.publish(
        outline, document_title=draft.title, document_slug=draft.document, edition=draft.label, title=draft.title, kind=draft.kind
    )
    draft.published_at = clock.now()
    draft.save(update_fields=["published_at"])
    record(draft, Verb.MADE_CONCEPT, by=by)
    return page


def _section(stored: dict[str, Any]) -> SectionDraft:
    made = SectionDraft(
        number=stored["number"] or "",
        title=stored["title"],
        level=stored["level"],
        anchor=stored["anchor"],
        heading=stored["title"],
        content=stored["content"],
    )
    made.notes = stored["notes"]
    made.words = count_words(content.as_text(stored["content"]))
    return made
