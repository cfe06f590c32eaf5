"""What happens when the CMS publishes, however it came to it: by an editor, by an import, or on a day that was planned.

Wagtail's editor publishes without calling the page's own `publish`, so its signal is the one place that all ways pass.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction

from ambitions.domain import lines
from home.models import AmbitionPage, ChapterPage, DocumentPage, EditionPage
from portal.accounts.actor import Actor, operator
from portal.documents.domain import editions
from portal.documents.enums import Permission
from portal.documents.models import Document, Edition


def write_document(sender: Any, instance: DocumentPage, **kwargs: Any) -> None:
    """Publishing a document makes it known to the rest of the portal."""
    Document.objects.update_or_create(slug=instance.slug, defaults={"title": instance.title, "kind": instance.kind})


def write_edition(sender: Any, instance: EditionPage, **kwargs: Any) -> None:
    """Publishing an edition makes it known to the rest of the portal, as a concept."""
    parent = instance.get_parent().specific
    document, _ = Document.objects.get_or_create(slug=parent.slug, defaults={"title": parent.title, "kind": parent.kind})
    edition, _ = Edition.objects.get_or_create(document=document, label=instance.label, defaults={"title": instance.title})
    if not edition.is_adopted:
        edition.title, edition.note = instance.title, instance.note
        edition.save(update_fields=["title", "note"])
    EditionPage.objects.filter(pk=instance.pk).update(edition=edition)


@transaction.atomic
def write_chapter(sender: Any, instance: ChapterPage, **kwargs: Any) -> None:
    """Publishing a chapter writes its sections into rows that the rest of the portal refers to. An adopted edition refuses."""
    page = ChapterPage.objects.get(pk=instance.pk)
    edition = page.edition_of_parent
    if edition is None:
        return
    by = _actor(kwargs.get("revision"))
    editions.write_chapter(edition=edition, chapter=page.slug, sections=page.section_texts, by=by)
    _order(page, edition)


def write_ambition(sender: Any, instance: AmbitionPage, **kwargs: Any) -> None:
    """Publishing an ambition gives it its next text."""
    page = AmbitionPage.objects.select_related("ambition").get(pk=instance.pk)
    lines.write_ambition(ambition=page.ambition, by=_actor(kwargs.get("revision")), **page.said)


def take_back_ambition(sender: Any, instance: AmbitionPage, **kwargs: Any) -> None:
    """An ambition that is taken offline has no text until it is published again. What it said stays readable."""
    nothing: dict[str, Any] = {"objective": "", "expectations": [], "background": []}
    lines.write_ambition(
        ambition=instance.ambition, note="De tekst is van de site gehaald.", by=operator("publiceren"), **nothing
    )


def take_out_chapter(sender: Any, instance: ChapterPage, **kwargs: Any) -> None:
    """A chapter that is taken offline is no longer part of a concept; an adopted edition keeps it."""
    edition = instance.edition_of_parent
    if edition is not None and not edition.is_adopted:
        others = edition.sections.exclude(chapter=instance.slug).values_list("chapter", flat=True).distinct()
        editions.drop_chapters(edition=edition, keep=list(others), by=operator("publiceren"))


def follow_order(sender: Any, instance: Any, **kwargs: Any) -> None:
    """Chapters that were put in another order in the CMS are read in that order."""
    page = instance.specific
    if isinstance(page, ChapterPage) and (edition := page.edition_of_parent) is not None:
        _order(page, edition)


def _order(page: ChapterPage, edition: Edition) -> None:
    chapters = list(page.get_parent().get_children().values_list("slug", flat=True))
    editions.order_chapters(edition=edition, chapters=chapters)


def _actor(revision: Any) -> Actor:
    """Whoever publishes: from the editor's seat, or a command on the server."""
    user = revision.user if revision else None
    actors = user.actors_for(Permission.EDIT_PUBLIC) if user else []
    return actors[0] if actors else operator("publiceren")
