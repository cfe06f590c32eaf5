"""From an outline to pages: an edition with its chapters, published."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.text import slugify
from wagtail.models import Page

from home.models import ChapterPage, DocumentPage, EditionPage, HomePage
from portal.documents.importing import rendering
from portal.documents.importing.outline import Outline, SectionDraft


@transaction.atomic
def publish(
    outline: Outline, *, document_title: str, document_slug: str, edition: str, title: str, note: str = ""
) -> EditionPage:
    """Make or renew the pages of an edition. Chapters and sections keep their address and anchor when they are there already."""
    home = HomePage.objects.get()
    document = _child(home, DocumentPage, slug=document_slug, title=document_title)
    document.save_revision().publish()
    edition_page = _child(document, EditionPage, slug=slugify(edition), title=title, label=edition, note=note)
    edition_page.save_revision().publish()
    edition_page = EditionPage.objects.get(pk=edition_page.pk)
    for chapter in _chapters(outline):
        _publish_chapter(edition_page, chapter)
    _drop_chapters(edition_page, keep=[slugify(chapter[0].title) for chapter in _chapters(outline)])
    return edition_page


def _chapters(outline: Outline) -> list[list[SectionDraft]]:
    """The sections, cut before each of level 1."""
    chapters: list[list[SectionDraft]] = []
    for section in outline.sections:
        if section.level == 1 or not chapters:
            chapters.append([])
        chapters[-1].append(section)
    return chapters


def _publish_chapter(edition_page: EditionPage, sections: list[SectionDraft]) -> None:
    opening = sections[0]
    body = [("section", _section_value(section)) for section in sections]
    page = _child(edition_page, ChapterPage, slug=slugify(opening.title), title=opening.title, number=opening.number, body=body)
    page.save_revision().publish()


def _section_value(section: SectionDraft) -> dict[str, Any]:
    return {
        "number": section.number,
        "title": section.title,
        "anchor": section.anchor,
        "level": str(section.level),
        "body": [_part(part) for part in rendering.parts(section)],
        "footnotes": [{"mark": mark, "text": text} for mark, text in rendering.footnotes(section)],
    }


def _part(part: str | rendering.Table) -> dict[str, Any]:
    if isinstance(part, str):
        return {"type": "text", "value": part}
    head, *rows = part.rows
    width = len(head)
    return {
        "type": "table",
        "value": {
            "columns": [{"type": "text", "heading": heading} for heading in head],
            "rows": [{"values": [*row, *[""] * width][:width]} for row in rows],
        },
    }


def _child(parent: Page, kind: Any, *, slug: str, **values: Any) -> Any:
    existing = kind.objects.child_of(parent).filter(slug=slug).first()
    page = existing or kind(slug=slug)
    for name, value in values.items():
        setattr(page, name, value)
    if "body" in values:
        page.body = _stream(kind, values["body"])
    if existing is None:
        parent = parent.__class__.objects.get(pk=parent.pk)
        parent.add_child(instance=page)
    return page


def _stream(kind: Any, body: list[tuple[str, Any]]) -> Any:
    return kind.body.field.stream_block.to_python([{"type": name, "value": value} for name, value in body])


def _drop_chapters(edition_page: EditionPage, *, keep: list[str]) -> None:
    for page in ChapterPage.objects.child_of(edition_page).exclude(slug__in=keep):
        page.unpublish()
