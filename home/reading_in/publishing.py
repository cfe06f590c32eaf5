"""From an outline to pages: an edition with its chapters, published."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.text import slugify
from wagtail.models import Page

from home.editor.blocks import body_of
from home.models import ChapterPage, DocumentPage, EditionPage, HomePage
from portal.accounts.actor import operator
from portal.documents.domain import editions
from portal.documents.enums import DocumentKind
from portal.documents.importing import rendering
from portal.documents.importing.outline import Outline, SectionDraft
from portal.documents.models import Edition
from portal.documents.text import content


@transaction.atomic
def publish(
    outline: Outline,
    *,
    document_title: str,
    document_slug: str,
    edition: str,
    title: str,
    note: str = "",
    kind: str = DocumentKind.KADER,
) -> EditionPage:
    """Make or renew the pages of a concept edition.

    Chapters and sections keep their address and anchor when they are there already.

    Raises EditionRefused when the edition was adopted in other words: those stay as they were.
    """
    for picture in outline.pictures:
        editions.keep_picture(picture)
    home = HomePage.objects.get()
    known = Edition.objects.filter(document__slug=document_slug, label=slugify(edition)).first()
    if known and (blockers := editions.blockers_for_writing(edition=known)):
        if _is_what_was_adopted(outline, known):
            return EditionPage.objects.get(edition=known)
        raise editions.EditionRefused(*blockers)
    document = _child(home, DocumentPage, slug=document_slug, title=document_title, kind=kind)
    document.save_revision().publish()
    edition_page = _child(document, EditionPage, slug=slugify(edition), title=title, label=slugify(edition), note=note)
    edition_page.save_revision().publish()
    edition_page = EditionPage.objects.get(pk=edition_page.pk)
    for chapter in _chapters(outline):
        _publish_chapter(edition_page, chapter)
    _drop_chapters(edition_page, keep=[_slug(chapter[0]) for chapter in _chapters(outline)])
    return edition_page


def _is_what_was_adopted(outline: Outline, edition: Edition) -> bool:
    """Whether this text is word for word what the edition holds: importing it again then changes nothing."""
    rows = [(row.number, row.title, row.level, row.text) for row in edition.sections.all()]
    return rows == [(draft.number, draft.title, draft.level, _text(draft)) for draft in outline.sections]


def _text(draft: SectionDraft) -> str:
    return editions.text_of(rendering.content_of(draft), rendering.notes_of(draft))


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
    texts = [_section_text(section) for section in sections]
    editions.prepare_chapter(edition=edition_page.edition_made, chapter=_slug(opening), sections=texts)
    number = opening.number if opening.number.isdigit() else ""
    page = _child(edition_page, ChapterPage, slug=_slug(opening), title=opening.title, number=number, body=body)
    page.save_revision().publish()


def _slug(opening: SectionDraft) -> str:
    """The address of a chapter: its title, and not its number, which may change."""
    return slugify(opening.title)[:80].strip("-") or opening.anchor


def _section_value(section: SectionDraft) -> dict[str, Any]:
    return {
        "number": section.number,
        "title": section.title,
        "anchor": section.anchor,
        "level": str(section.level),
        "body": body_of(described(rendering.content_of(section))),
        "footnotes": rendering.notes_of(section),
        "change_note": section.change_note,
    }


def _section_text(section: SectionDraft) -> editions.SectionText:
    return editions.SectionText(
        number=section.number,
        anchor=section.anchor,
        title=section.title,
        level=section.level,
        content=described(rendering.content_of(section)),
        notes=rendering.notes_of(section),
        change_note=section.change_note,
    )


def described(blocks: list[content.Block]) -> list[content.Block]:
    """Without the figures that nobody described: who does not see them would not know what they show."""
    kept = [{**block, "blocks": described(block["blocks"])} if "blocks" in block else block for block in blocks]
    return [block for block in kept if block["kind"] != "figure" or block["alt"]]


def _child(parent: Page, model: Any, *, slug: str, **values: Any) -> Any:
    existing = model.objects.child_of(parent).filter(slug=slug).first()
    page = existing or model(slug=slug)
    for name, value in values.items():
        setattr(page, name, value)
    if "body" in values:
        page.body = _stream(model, values["body"])
    if existing is None:
        parent = parent.__class__.objects.get(pk=parent.pk)
        parent.add_child(instance=page)
    return page


def _stream(model: Any, body: list[tuple[str, Any]]) -> Any:
    return model.body.field.stream_block.to_python([{"type": name, "value": value} for name, value in body])


def _drop_chapters(edition_page: EditionPage, *, keep: list[str]) -> None:
    for page in ChapterPage.objects.child_of(edition_page).exclude(slug__in=keep):
        page.unpublish()
    editions.drop_chapters(edition=edition_page.edition_made, keep=keep, by=operator("import"))
