"""Papers with an item: who may read them, their versions, and who opened them."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from agenda.decisions.enums import Visibility
from agenda.decisions.models import readable
from agenda.meetings.enums import SENT_STATES
from agenda.meetings.models.items import AgendaItem, invited_to
from portal.files.models import StoredFile
from portal.history.evidence import Evidence
from portal.history.triggers import append_only
from portal.kit.addresses import address_of
from portal.kit.db import LockingQuerySet
from portal.kit.fields import CodeField
from portal.kit.finding import words_of
from portal.kit.texts import FreeTexts
from portal.network.enums import BodyKind
from portal.network.rules import is_klankbordgroep_member


class PaperQuerySet(LockingQuerySet["Paper"]):
    def visible_to(self, user: Any) -> PaperQuerySet:
        """Who is one of the readers of the paper and reads its item.

        A confidential one of the Stuurgroep reaches the Klankbordgroep where the paper says
        so, once it was sent; guests read the papers of the item they are invited to.
        """
        if not user.is_authenticated:
            return self.none()
        body = "item__meeting__body"
        may = readable(user, body=body)
        if any(is_klankbordgroep_member(seat) for seat in user.seats_today):
            may |= Q(is_for_klankbordgroep=True, item__meeting__state__in=SENT_STATES) & Q(
                **{f"{body}__kind": BodyKind.STUURGROEP}
            )
        reads = AgendaItem.objects.visible_to(user).values("pk")
        standing = self.filter(removed_at__isnull=True).select_related("item__meeting__body")
        return standing.filter(Q(item__in=reads) & may | Q(item__in=invited_to(user)))


WORDS = words_of("title")


class Paper(models.Model):
    FREE_TEXTS = FreeTexts(columns=("title",), label="Stuk", of="item", file="versions__file")

    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="papers", verbose_name="agendapunt")
    title = models.CharField("titel", max_length=140)
    visibility = CodeField("wie het leest", max_length=14, choices=Visibility, default=Visibility.VERTROUWELIJK)
    is_for_klankbordgroep = models.BooleanField("ook voor de Klankbordgroep", default=False)
    added_at = models.DateTimeField("toegevoegd op")
    removed_at = models.DateTimeField("weggehaald op", null=True)

    objects = PaperQuerySet.as_manager()

    class Meta:
        verbose_name = "stuk"
        verbose_name_plural = "stukken"
        ordering = ["pk"]
        indexes = [GinIndex(WORDS, name="paper_words")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return self.item.page_address

    @property
    def narrowness(self) -> int:
        return Visibility(self.visibility).narrowness

    @property
    def fetch_address(self) -> str:
        return address_of("meetings:paper", self.pk)


class PaperVersion(Evidence):
    """A file that is or was this paper. The newest counts; the older ones stay."""

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="versions", verbose_name="stuk")
    number = models.PositiveSmallIntegerField("versie")
    file = models.OneToOneField(StoredFile, on_delete=models.PROTECT, related_name="+", verbose_name="bestand")
    added_at = models.DateTimeField()

    class Meta:
        verbose_name = "versie van een stuk"
        verbose_name_plural = "versies van stukken"
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["paper", "number"], name="paper_version_number")]
        triggers = append_only()


class PaperWidening(Evidence):
    """Somebody asks that more people may read a paper. It is so once a second person agrees."""

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="widenings", verbose_name="stuk")
    visibility = CodeField("wordt", max_length=14, choices=Visibility)
    is_for_klankbordgroep = models.BooleanField("ook voor de Klankbordgroep")
    asked_at = models.DateTimeField()

    class Meta:
        verbose_name = "vraag om meer lezers"
        verbose_name_plural = "vragen om meer lezers"
        ordering = ["pk"]
        triggers = append_only()


class PaperConfirmation(Evidence):
    widening = models.OneToOneField(PaperWidening, on_delete=models.PROTECT, related_name="confirmation")
    confirmed_at = models.DateTimeField()

    class Meta:
        verbose_name = "akkoord van een tweede persoon"
        verbose_name_plural = "akkoorden van een tweede persoon"
        triggers = append_only()


class PaperOpening(models.Model):
    """Somebody fetched a version of a paper: the first time, and how often. The secretaris sees who read in."""

    version = models.ForeignKey(PaperVersion, on_delete=models.PROTECT, related_name="openings", verbose_name="versie")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="persoon")
    label = models.CharField("namens", max_length=200)
    opened_at = models.DateTimeField("voor het eerst geopend")
    times = models.PositiveIntegerField("keren", default=1)

    class Meta:
        verbose_name = "opening van een stuk"
        verbose_name_plural = "openingen van stukken"
        ordering = ["opened_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["version", "user"], name="opening_once_a_person")]
