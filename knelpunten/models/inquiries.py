"""An uitvraag: the Stuurgroep puts a question to all houses, each answers once, and all see the result."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q

from knelpunten.enums import AskedFor, Permission
from portal.history.evidence import Evidence
from portal.history.triggers import append_only
from portal.kit import clock
from portal.kit.addresses import address_of
from portal.kit.db import LockingQuerySet
from portal.kit.fields import CodeField
from portal.kit.texts import FreeTexts
from portal.network.models import House
from portal.network.rules import member_seats
from portal.privacy.reportable import Reportable


class InquiryQuerySet(LockingQuerySet["Inquiry"]):
    def visible_to(self, user: Any) -> InquiryQuerySet:
        """Every member reads what is asked; who reads the answers, and when, is said by `rules.reads_answers`."""
        return self if member_seats(user) else self.none()

    def open_on(self, day: date) -> InquiryQuerySet:
        return self.filter(closes_date__gte=day, completed_at__isnull=True)

    def awaiting(self, houses: Collection[int], day: date) -> InquiryQuerySet:
        """Open, and put to one of these houses, which did not answer yet."""
        answered = InquiryAnswer.objects.filter(inquiry=OuterRef("inquiry"), house=OuterRef("house"))
        silent = InquiryHouse.objects.filter(~Exists(answered), inquiry=OuterRef("pk"), house__in=houses)
        return self.open_on(day).filter(Exists(silent))


class Inquiry(Reportable):
    """A question to the houses, with its purpose and its term. Those asked are fixed when it is put."""

    REPORT_VIEW, REVIEW_VIEW = "inquiries:report", "inquiries:review"
    FREE_TEXTS = FreeTexts(columns=("question", "purpose"), label="De vraag en waarvoor zij is")

    key = models.UUIDField(unique=True, editable=False)
    question = models.CharField("vraag", max_length=300)
    purpose = models.TextField("waarvoor", max_length=1500)
    asked_for = CodeField("namens", max_length=12, choices=AskedFor, default=AskedFor.STUURGROEP)
    closes_date = models.DateField("antwoorden tot en met")
    put_at = models.DateTimeField("gesteld op")
    completed_at = models.DateTimeField("alle antwoorden binnen op", null=True)

    objects = InquiryQuerySet.as_manager()

    class Meta:
        verbose_name = "uitvraag"
        verbose_name_plural = "uitvragen"
        ordering = ["-put_at", "-pk"]

    def __str__(self) -> str:
        return self.question

    def get_absolute_url(self) -> str:
        return address_of("inquiries:inquiry", self.pk)

    @property
    def is_open(self) -> bool:
        return self.completed_at is None and self.closes_date >= clock.today()


class InquiryHouse(Evidence):
    """This house was asked."""

    inquiry = models.ForeignKey(Inquiry, on_delete=models.PROTECT, related_name="asked")
    house = models.ForeignKey(House, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "gevraagd huis"
        verbose_name_plural = "gevraagde huizen"
        ordering = ["house__sort_key"]
        constraints = [models.UniqueConstraint(fields=["inquiry", "house"], name="house_is_asked_once")]
        triggers = append_only()


class InquiryAnswer(Evidence):
    """What a house answered, once."""

    TEXTS = ("text",)
    FREE_TEXTS = FreeTexts(columns=TEXTS, label="Antwoord van {row.house}", of="inquiry", readers=Permission.READ_ANSWERS)

    inquiry = models.ForeignKey(Inquiry, on_delete=models.PROTECT, related_name="answers")
    house = models.ForeignKey(House, on_delete=models.PROTECT, related_name="+")
    text = models.TextField("antwoord", null=True)
    answered_at = models.DateTimeField()

    class Meta:
        verbose_name = "antwoord op een uitvraag"
        verbose_name_plural = "antwoorden op uitvragen"
        ordering = ["house__sort_key"]
        constraints = [
            models.UniqueConstraint(fields=["inquiry", "house"], name="house_answers_once"),
            models.CheckConstraint(
                name="answer_is_written_or_redacted", condition=Q(text__isnull=False) | Q(redacted_at__isnull=False)
            ),
        ]
        triggers = append_only(texts=("text",))
