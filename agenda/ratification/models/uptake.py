"""What was ratified, word for word, and what came of it."""

from __future__ import annotations

from django.db import models

from agenda.decisions.models import Decision
from agenda.ratification.enums import UptakeStatus
from agenda.ratification.models.agreements import Agreement, AgreementVersion
from portal.history.evidence import Evidence
from portal.history.triggers import append_only
from portal.kit.fields import CodeField
from portal.kit.texts import FreeTexts
from portal.network.models import House, Organisation


class Ratification(Evidence):
    """The decision that ratified this version.

    `payload` says all that it rests on, as canonical JSON, and `sha256` is its digest.
    """

    agreement = models.OneToOneField(Agreement, on_delete=models.PROTECT, related_name="ratification", verbose_name="afspraak")
    version = models.OneToOneField(AgreementVersion, on_delete=models.PROTECT, related_name="ratification", verbose_name="versie")
    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="ratification", verbose_name="besluit")
    payload = models.TextField()
    sha256 = models.CharField(max_length=64)
    ratified_at = models.DateTimeField("bekrachtigd op")

    class Meta:
        verbose_name = "bekrachtiging"
        verbose_name_plural = "bekrachtigingen"
        triggers = append_only()


class Carrying(Evidence):
    """How a member carries the agreement to its achterban. The newest counts."""

    TEXTS = ("text",)
    FREE_TEXTS = FreeTexts(columns=TEXTS, label="Hoe het wordt uitgedragen, door {row.by_label}", of="agreement")

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="carryings", verbose_name="afspraak")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", verbose_name="organisatie")
    text = models.TextField("hoe", null=True)
    carried_at = models.DateTimeField()

    class Meta:
        verbose_name = "uitdragen van een afspraak"
        verbose_name_plural = "uitdragen van afspraken"
        ordering = ["pk"]
        triggers = append_only(texts=("text",))


class Uptake(Evidence):
    """Whether a house works by the agreement. The newest counts."""

    TEXTS = ("text",)
    FREE_TEXTS = FreeTexts(columns=TEXTS, label="Hoe het huis ermee werkt, door {row.by_label}", of="agreement")

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="uptakes", verbose_name="afspraak")
    house = models.ForeignKey(House, on_delete=models.PROTECT, related_name="+", verbose_name="huis")
    status = CodeField("hoe het ermee staat", max_length=10, choices=UptakeStatus)
    text = models.TextField("toelichting", null=True)
    reported_at = models.DateTimeField()

    class Meta:
        verbose_name = "uitvoering door een huis"
        verbose_name_plural = "uitvoering door huizen"
        ordering = ["pk"]
        triggers = append_only(texts=("text",))
