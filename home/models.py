"""What editors edit: the home page, and documents with their editions and chapters.

Readers read the rows that publishing writes.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page, PagePermissionTester
from wagtail.search import index

from ambitions.domain.lines import texts_of
from ambitions.models import AmbitionText
from ambitions.pages.lines import ambition_page
from home.editor.blocks import BodyBlock, SectionBlock, blocks_of, section_text
from home.editor.fields import BlocksField
from home.front import front
from portal.documents.domain.editions import SectionText
from portal.documents.enums import DocumentKind, Permission
from portal.documents.models import Document, Edition
from portal.kit import clock
from portal.kit.db import LockingQuerySet
from portal.kit.fields import CodeField
from portal.network.models import Ambition
from portal.privacy.domain import guard


class HomePage(Page):
    """What this is in two sentences, the themes, the Kader and the regions."""

    introduction = RichTextField("inleiding", features=["bold", "link"], blank=True)

    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    max_count = 1
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["home.DocumentPage", "home.AmbitionPage"]

    class Meta:
        verbose_name = "startpagina"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        children = self.get_children().live()
        shown = {"documents": children.type(DocumentPage), "ambitions": children.type(AmbitionPage)}
        return {**super().get_context(request, *args, **kwargs), **front(), **shown}


class DocumentPage(Page):
    """A document with editions."""

    kind = CodeField("soort", max_length=20, choices=DocumentKind, default=DocumentKind.KADER)

    content_panels = [*Page.content_panels, FieldPanel("kind")]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.EditionPage"]

    class Meta:
        verbose_name = "document"

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return redirect(Document.objects.get(slug=self.slug))


class EditionPage(Page):
    """One edition of a document. Publishing it makes a concept; only a decision of the Stuurgroep puts it in force."""

    label = models.CharField(
        "editie", max_length=20, validators=[validate_slug], help_text="Waarmee de editie wordt aangehaald, bijvoorbeeld 2024."
    )
    note = models.CharField("opmerking", max_length=300, blank=True)
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, null=True, editable=False, related_name="+")

    content_panels = [*Page.content_panels, FieldPanel("label"), FieldPanel("note")]
    parent_page_types = ["home.DocumentPage"]
    subpage_types = ["home.ChapterPage"]

    def clean(self) -> None:
        """An edition that readers know keeps the name it is cited by."""
        super().clean()
        if self.edition is not None and self.label != self.edition.label:
            said = (
                f"Deze editie is al te lezen en aan te halen als {self.edition.label}. "
                "Maak een nieuwe editie voor een andere naam."
            )
            raise ValidationError({"label": said})

    class Meta:
        verbose_name = "editie"

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return redirect(self.edition_made)

    @property
    def edition_made(self) -> Edition:
        """What publishing made of it: whatever is asked of a page that readers have."""
        assert self.edition is not None
        return self.edition


class ChapterPage(Page):
    """A chapter: a page an editor writes, made of sections that everything else can name."""

    number = models.CharField("nummer", max_length=20, blank=True)
    body = BlocksField([("section", SectionBlock())], verbose_name="paragrafen")

    content_panels = [FieldPanel("number"), *Page.content_panels, FieldPanel("body")]
    parent_page_types = ["home.EditionPage"]
    subpage_types: list[str] = []
    search_fields = [*Page.search_fields, index.SearchField("body")]
    template = "home/chapter_preview.html"

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
        edition = self.edition_of_parent if self.pk else None
        if edition is None:
            return []
        others = edition.sections.filter(anchor__in=anchors).exclude(chapter=self.slug)
        return list(others.values_list("anchor", flat=True))

    @property
    def edition_of_parent(self) -> Edition | None:
        edition: Edition | None = self.get_parent().specific.edition
        return edition

    @property
    def section_texts(self) -> list[SectionText]:
        return [section_text(block.value) for block in self.body]

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Readers read the rows; only a preview draws this page itself."""
        if getattr(request, "is_preview", False):
            return super().serve(request, *args, **kwargs)
        return redirect(f"{self.edition_of_parent.get_absolute_url()}{self.slug}/" if self.edition_of_parent else "/")


class _OfOneAmbition(PagePermissionTester):
    """An ambition has one page: there is nothing to copy."""

    def can_copy(self) -> bool:
        return False


class AmbitionPage(Page):
    """What an ambition says, around which its page shows the lines, actions and agreements there are.

    Publishing makes the next text.
    """

    ambition = models.OneToOneField(Ambition, on_delete=models.PROTECT, related_name="+", verbose_name="ambitie")
    objective = models.TextField("doel voor 2030", max_length=2000, help_text="Verwijs naar het Kader als: Kader 2024, § 4.2.")
    expectations = BlocksField(BodyBlock(), verbose_name="wat partners van elkaar mogen verwachten", blank=True)
    background = BlocksField(BodyBlock(), verbose_name="achtergrond", blank=True)
    note = models.CharField(
        "wat er anders is", max_length=1000, blank=True, help_text="Vergeleken met de vorige tekst. Lezers zien dit."
    )

    content_panels = [FieldPanel(name) for name in ("ambition", "objective", "expectations", "background", "note")]
    promote_panels: list[Any] = []
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = "ambitie"

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """The page is called as its ambition is."""
        if self.ambition_id:
            self.title, self.slug = str(self.ambition), self.ambition.slug
        super().full_clean(*args, **kwargs)

    def permissions_for_user(self, user: Any) -> PagePermissionTester:
        return _OfOneAmbition(user, self)

    def clean(self) -> None:
        """A text stays with its ambition. What names a person by a number is refused here, where its editor can change it."""
        super().clean()
        before = AmbitionPage.objects.filter(pk=self.pk).select_related("ambition").first() if self.pk else None
        if before and before.ambition_id != self.ambition_id:
            raise ValidationError(
                {"ambition": f"Deze tekst hoort bij {before.ambition}. Een andere ambitie heeft een eigen pagina."}
            )
        try:
            guard.refuse_identifiers(texts_of(**self.said))
        except guard.PersonalDataRefused as refused:
            raise ValidationError(" ".join(refused.sentences)) from refused

    @property
    def said(self) -> dict[str, Any]:
        """The words as publishing writes them."""
        return {
            "objective": self.objective,
            "expectations": blocks_of(self.expectations),
            "background": blocks_of(self.background),
            "note": self.note,
        }

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        return "ambitions/ambition.html"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """A preview shows the draft among what everybody reads of this ambition today."""
        draft = AmbitionText(ambition=self.ambition, number=0, written_at=clock.now(), **self.said)
        pack = ambition_page(self.ambition, AnonymousUser())
        return {**super().get_context(request, *args, **kwargs), "pack": replace(pack, text=draft)}

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Readers read the rows; only a preview draws this page itself."""
        if getattr(request, "is_preview", False):
            return super().serve(request, *args, **kwargs)
        return redirect("ambitions:ambition", self.ambition.slug)


class ImportDraftQuerySet(LockingQuerySet["ImportDraft"]):
    def visible_to(self, user: Any) -> ImportDraftQuerySet:
        """Who reads documents in sees what was read in: they do it together."""
        return self if user.is_authenticated and user.may(Permission.IMPORT) else self.none()


class ImportDraft(models.Model):
    """A file that was read, looked at and corrected before it becomes a concept.

    `outline` is what `importing.drafts` makes of it.
    """

    key = models.UUIDField(unique=True, editable=False)
    file_name = models.CharField("bestand", max_length=200)
    document = models.SlugField("adres van het document")
    title = models.CharField("titel van het document", max_length=160)
    kind = CodeField("soort", max_length=20, choices=DocumentKind)
    label = models.CharField("editie", max_length=20, validators=[validate_slug])
    outline = models.JSONField()
    version = models.PositiveIntegerField(default=1)
    read_at = models.DateTimeField("ingelezen op")
    published_at = models.DateTimeField("concept gemaakt op", null=True)

    objects = ImportDraftQuerySet.as_manager()

    class Meta:
        verbose_name = "inlezing"
        verbose_name_plural = "inlezingen"
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.title} {self.label}"

    def get_absolute_url(self) -> str:
        return reverse("import:draft", args=[self.pk])
