"""The public pages: home, and documents with their editions and chapters."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.search import index

from home.blocks import SectionBlock, plain_text
from home.front import front
from portal.accounts.actor import Actor, operator
from portal.documents.domain import editions
from portal.documents.domain.editions import SectionText
from portal.documents.enums import EditionStatus
from portal.documents.models import Document, Edition


class HomePage(Page):
    """What this is in two sentences, the themes, the Kader and the regions."""

    introduction = RichTextField("inleiding", features=["bold", "link"], blank=True)

    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    max_count = 1
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["home.DocumentPage"]

    class Meta:
        verbose_name = "startpagina"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), **front()}


class DocumentPage(Page):
    """A document with editions. Its own address leads to the edition in force today."""

    content_panels = Page.content_panels
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.EditionPage"]

    class Meta:
        verbose_name = "document"

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        pages = EditionPage.objects.child_of(self).live().select_related("edition")
        in_force = pages.filter(edition__status=EditionStatus.GELDEND).first() or pages.order_by("-edition__label").first()
        if in_force is None:
            raise Http404
        return redirect(in_force.get_url(request))


class EditionPage(Page):
    """One edition, with its chapters as children."""

    label = models.CharField("editie", max_length=20, help_text="Bijvoorbeeld het jaartal.")
    note = models.CharField("toelichting bij deze editie", max_length=300, blank=True)
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, null=True, editable=False, related_name="pages")

    content_panels = [*Page.content_panels, FieldPanel("label"), FieldPanel("note")]
    parent_page_types = ["home.DocumentPage"]
    subpage_types = ["home.ChapterPage"]

    class Meta:
        verbose_name = "editie"

    def publish(self, revision: Any, user: Any = None, **kwargs: Any) -> Any:
        """Publishing makes the edition known to the rest of the portal, as a concept."""
        published = super().publish(revision, user=user, **kwargs)
        page = EditionPage.objects.get(pk=self.pk)
        parent = page.get_parent()
        document, _ = Document.objects.get_or_create(slug=parent.slug, defaults={"title": parent.title})
        edition, _ = Edition.objects.get_or_create(document=document, label=page.label, defaults={"title": page.title})
        EditionPage.objects.filter(pk=page.pk).update(edition=edition)
        return published

    @cached_property
    def chapters(self) -> list[ChapterPage]:
        return list(ChapterPage.objects.child_of(self).live().defer("body"))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        sections = list(self.edition.sections.all()) if self.edition else []
        return {
            **super().get_context(request, *args, **kwargs),
            "contents": [
                (chapter, [s for s in sections if s.chapter == chapter.slug and s.level > 1]) for chapter in self.chapters
            ],
        }


class ChapterPage(Page):
    """A chapter: a page a reader reads, made of sections that everything else can name."""

    number = models.CharField("nummer", max_length=6, blank=True)
    body = StreamField([("section", SectionBlock())], verbose_name="paragrafen")

    content_panels = [FieldPanel("number"), *Page.content_panels, FieldPanel("body")]
    parent_page_types = ["home.EditionPage"]
    subpage_types: list[str] = []
    search_fields = [*Page.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = "hoofdstuk"

    def clean(self) -> None:
        """An anchor is the address of one paragraph of the edition."""
        super().clean()
        anchors = [block.value["anchor"] for block in self.body]
        twice = {anchor for anchor in anchors if anchors.count(anchor) > 1} | set(self._anchors_elsewhere(anchors))
        if twice:
            raise ValidationError(
                {"body": f"Deze ankers bestaan al in deze editie: {', '.join(sorted(twice))}. Kies een ander anker."}
            )

    def _anchors_elsewhere(self, anchors: list[str]) -> list[str]:
        edition = self.get_parent().specific.edition if self.pk else None
        if edition is None:
            return []
        others = edition.sections.filter(anchor__in=anchors).exclude(chapter=self.slug)
        return list(others.values_list("anchor", flat=True))

    def publish(self, revision: Any, user: Any = None, **kwargs: Any) -> Any:
        """Publishing writes the sections into rows that the rest of the portal refers to."""
        published = super().publish(revision, user=user, **kwargs)
        page = ChapterPage.objects.get(pk=self.pk)
        parent = page.get_parent().specific
        if parent.edition is not None:
            position = list(parent.get_children().values_list("pk", flat=True)).index(page.pk) + 1
            editions.write_chapter(
                edition=parent.edition, chapter=page.slug, position=position, sections=page.section_texts, by=_actor(user)
            )
        return published

    @property
    def section_texts(self) -> list[SectionText]:
        return [
            SectionText(
                block.value["number"],
                block.value["anchor"],
                block.value["title"],
                int(block.value["level"]),
                plain_text(block.value),
            )
            for block in self.body
        ]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        edition_page = self.get_parent().specific
        chapters = edition_page.chapters
        here = next((place for place, chapter in enumerate(chapters) if chapter.pk == self.pk), 0)
        return {
            **super().get_context(request, *args, **kwargs),
            "edition_page": edition_page,
            "chapters": chapters,
            "previous": chapters[here - 1] if here > 0 else None,
            "next": chapters[here + 1] if here + 1 < len(chapters) else None,
        }


def _actor(user: Any) -> Actor:
    """Whoever publishes: from the editor's seat, or a command on the server."""
    seat_actors = user.actors_for("documents.edit_public") if user else []
    return seat_actors[0] if seat_actors else operator("publiceren")
