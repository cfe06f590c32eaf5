"""Editions and sections as plain rows: what everything else refers to. The CMS writes them when it publishes."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.safestring import SafeString

from portal.documents.enums import DocumentKind, EditionStatus
from portal.documents.text import drawing
from portal.kit import clock
from portal.kit.db import LockingQuerySet
from portal.kit.fields import CodeField

# An edition that has a date is adopted: from then on nobody changes its words, whatever asks.
FREEZE_SECTIONS = """
    IF EXISTS (
        SELECT 1 FROM documents_edition WHERE id = COALESCE(NEW.edition_id, OLD.edition_id) AND in_force_date IS NOT NULL
    ) THEN
        RAISE EXCEPTION 'frozen: this edition was adopted, its sections do not change';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
"""
KEEP_DATE = """
    IF OLD.in_force_date IS NOT NULL AND (NEW.in_force_date IS DISTINCT FROM OLD.in_force_date OR NEW.label <> OLD.label) THEN
        RAISE EXCEPTION 'frozen: this edition was adopted, its date and label do not change';
    END IF;
    RETURN NEW;
"""


KEEP_SUCCESSION = """
    IF EXISTS (SELECT 1 FROM documents_edition WHERE id = OLD.edition_id AND in_force_date IS NOT NULL) THEN
        RAISE EXCEPTION 'frozen: this edition was adopted, what its sections follow does not change';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
"""


class Document(models.Model):
    """A document with editions, such as the Landelijk Kader."""

    slug = models.SlugField(unique=True)
    title = models.CharField("titel", max_length=160)
    kind = CodeField("soort", max_length=20, choices=DocumentKind, default=DocumentKind.KADER)

    class Meta:
        verbose_name = "document"
        verbose_name_plural = "documenten"
        ordering = ["kind", "title"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("documents:document", args=[self.slug])


class EditionQuerySet(LockingQuerySet["Edition"]):
    def in_force_on(self, day: date) -> EditionQuerySet:
        """The editions in force that day: at most one of each document."""
        return self.filter(Q(replaced_date__isnull=True) | Q(replaced_date__gt=day), in_force_date__lte=day)

    def with_document(self) -> EditionQuerySet:
        return self.select_related("document")

    def visible_to(self, user: Any) -> EditionQuerySet:
        """Documents are public."""
        return self


class Edition(models.Model):
    """One edition. A decision of the Stuurgroep puts it in force from a date; older ones are entered with theirs."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="editions")
    label = models.CharField("editie", max_length=20)
    title = models.CharField("titel", max_length=160)
    note = models.CharField("opmerking", max_length=300, blank=True)
    in_force_date = models.DateField("geldend vanaf", null=True)
    replaced_date = models.DateField("vervangen op", null=True)

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = "editie"
        verbose_name_plural = "edities"
        constraints = [
            models.UniqueConstraint(fields=["document", "label"], name="edition_label_in_document"),
            models.UniqueConstraint(
                fields=["document"],
                condition=Q(in_force_date__isnull=False, replaced_date__isnull=True),
                name="one_edition_not_replaced",
            ),
            models.CheckConstraint(
                name="edition_replaced_after_it_began",
                condition=Q(replaced_date__isnull=True)
                | Q(in_force_date__isnull=False, replaced_date__gte=models.F("in_force_date")),
            ),
        ]
        triggers = [pgtrigger.Trigger(name="keep_date", operation=pgtrigger.Update, when=pgtrigger.Before, func=KEEP_DATE)]

    def __str__(self) -> str:
        return f"{self.document} {self.label}"

    def get_absolute_url(self) -> str:
        return reverse("documents:edition", args=[self.document.slug, self.label])

    @property
    def is_adopted(self) -> bool:
        return self.in_force_date is not None

    def status_on(self, day: date) -> EditionStatus:
        if self.in_force_date is None:
            return EditionStatus.CONCEPT
        if self.in_force_date > day:
            return EditionStatus.VASTGESTELD
        is_replaced = self.replaced_date is not None and self.replaced_date <= day
        return EditionStatus.VERVANGEN if is_replaced else EditionStatus.GELDEND

    @property
    def status(self) -> EditionStatus:
        return self.status_on(clock.today())


class Section(models.Model):
    """A numbered paragraph, or a chapter's own text. Its anchor outlives edits. What it is made of: see `content`."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="sections")
    chapter = models.SlugField("hoofdstuk", max_length=80)
    number = models.CharField("nummer", max_length=20, blank=True)
    anchor = models.SlugField("anker", max_length=80)
    title = models.CharField("titel", max_length=200)
    level = models.PositiveSmallIntegerField("niveau")
    order = models.PositiveIntegerField("volgorde")
    content = models.JSONField("inhoud", default=list)
    notes = models.JSONField("voetnoten", default=list)
    change_note = models.TextField("wat is gewijzigd en waarom", max_length=1000, blank=True)
    text = models.TextField("tekst")
    sha256 = models.CharField(max_length=64)
    found_by = models.GeneratedField(
        expression=SearchVector("number", "title", "text", config="dutch"), output_field=SearchVectorField(), db_persist=True
    )

    class Meta:
        verbose_name = "paragraaf"
        verbose_name_plural = "paragrafen"
        ordering = ["order"]
        indexes = [
            models.Index(fields=["edition", "order"], name="section_in_order"),
            GinIndex(fields=["found_by"], name="section_found_by"),
        ]
        constraints = [models.UniqueConstraint(fields=["edition", "anchor"], name="section_anchor_in_edition")]
        triggers = [
            pgtrigger.Trigger(
                name="frozen_when_adopted",
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                when=pgtrigger.Before,
                func=FREEZE_SECTIONS,
            )
        ]

    def __str__(self) -> str:
        return self.citation

    def get_absolute_url(self) -> str:
        edition = self.edition
        return f"{reverse('documents:chapter', args=[edition.document.slug, edition.label, self.chapter])}#{self.anchor}"

    @property
    def place(self) -> str:
        """How the section is named within its edition: "§ 4.2", "hoofdstuk 4", "Thema 1", or its title."""
        if not self.number:
            return self.title
        if self.number.isdigit():
            return f"hoofdstuk {self.number}"
        return f"§ {self.number}" if self.number[0].isdigit() and "." in self.number.rstrip(".") else self.number

    @property
    def citation(self) -> str:
        """A paragraph is always cited with its edition."""
        return f"{self.edition}, {self.place}"

    @property
    def word_count(self) -> int:
        return len(self.text.split())

    @property
    def inner(self) -> SafeString:
        """What a reader reads under the heading."""
        return drawing.draw(self.content, marks={note["mark"] for note in self.notes}, section=self.anchor, level=self.level)


class Succession(models.Model):
    """Where a section is found in a later edition; nowhere, if `new` is empty.

    Until that edition is adopted only what an editor settled by hand is kept, the rest is what comparing finds.
    Adopting it writes a row for every section of the edition before it, and freezes them all.
    """

    old = models.ForeignKey(Section, on_delete=models.CASCADE, related_name="successions")
    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="successions")
    new = models.ForeignKey(Section, on_delete=models.CASCADE, null=True, related_name="predecessors")
    is_by_hand = models.BooleanField("door een redacteur bepaald", default=False)

    class Meta:
        verbose_name = "opvolging van een paragraaf"
        verbose_name_plural = "opvolging van paragrafen"
        constraints = [models.UniqueConstraint(fields=["old", "edition"], name="one_successor_in_an_edition")]
        triggers = [
            pgtrigger.Trigger(
                name="kept_when_adopted",
                operation=pgtrigger.Update | pgtrigger.Delete,
                when=pgtrigger.Before,
                func=KEEP_SUCCESSION,
            )
        ]


class Picture(models.Model):
    """A picture in a document, under the digest of its bytes: what was adopted shows the same picture for ever."""

    KINDS = [("png", "PNG"), ("jpeg", "JPEG")]

    sha256 = models.CharField(max_length=64, unique=True)
    kind = CodeField(max_length=4, choices=KINDS)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    content = models.BinaryField()

    class Meta:
        verbose_name = "afbeelding in een document"
        verbose_name_plural = "afbeeldingen in documenten"
        triggers = [pgtrigger.Protect(name="never_changed", operation=pgtrigger.Update | pgtrigger.Delete)]


class EditionPdf(models.Model):
    """A PDF of one version of an edition, or of one chapter. Made in the background, kept as long as its words are current."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="pdfs")
    chapter = models.SlugField("hoofdstuk", max_length=80, blank=True)
    version = models.CharField(max_length=64)
    asked_at = models.DateTimeField()
    begun_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField(null=True)
    failure = models.CharField(max_length=300, blank=True)
    content = models.BinaryField(null=True)

    LONGEST = timedelta(minutes=2)  # making one takes a second

    objects = LockingQuerySet.as_manager()

    class Meta:
        verbose_name = "pdf van een editie"
        verbose_name_plural = "pdf's van edities"
        constraints = [models.UniqueConstraint(fields=["edition", "chapter", "version"], name="one_pdf_of_a_version")]

    @property
    def has_failed(self) -> bool:
        """It could not be made, or who made it was stopped halfway."""
        is_stuck = self.begun_at is not None and self.made_at is None and clock.now() - self.begun_at > self.LONGEST
        return bool(self.failure) or is_stuck

    @property
    def step(self) -> int:
        """How far it is: 1 waiting, 2 being made, 3 there or failed."""
        return 3 if self.made_at or self.has_failed else 2 if self.begun_at else 1


class Term(models.Model):
    """A word of the network: preferred over others, a name with its capitals, or one
    with a meaning that the landelijk bureau wrote."""

    word = models.CharField("woord", max_length=80, unique=True)
    instead_of = ArrayField(
        models.CharField(max_length=80),
        verbose_name="liever niet",
        default=list,
        blank=True,
        help_text="Woorden die we liever niet gebruiken, met een komma ertussen.",
    )
    is_name = models.BooleanField("naam met hoofdletters", default=False, help_text="Wordt altijd precies zo geschreven.")
    meaning = models.TextField(
        "uitleg",
        max_length=600,
        blank=True,
        help_text="In gewone woorden. Lezers zien dat dit een uitleg van het landelijk bureau is.",
    )

    class Meta:
        verbose_name = "woord van de woordenlijst"
        verbose_name_plural = "woordenlijst"
        ordering = [Lower("word")]

    def __str__(self) -> str:
        return self.word
