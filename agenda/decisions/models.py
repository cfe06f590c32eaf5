"""What a body decided: never edited; a later decision that names it corrects it."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models

from agenda.decisions.enums import DecisionKind, Serves
from portal.documents.models import Edition
from portal.history.evidence import Evidence, EvidenceQuerySet
from portal.history.triggers import append_only
from portal.network.models import Body


class DecisionQuerySet(EvidenceQuerySet):
    def about(self, subject: models.Model) -> Any:
        subject_type = ContentType.objects.get_for_model(subject)
        return self.filter(subject_type=subject_type, subject_id=subject.pk)


class Decision(Evidence):
    TEXTS = ("wording",)

    key = models.UUIDField(unique=True, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="decisions", verbose_name="gremium")
    number = models.CharField("nummer", max_length=12)
    kind = models.CharField("soort", max_length=24, choices=DecisionKind)
    serves = models.CharField("functie", max_length=12, choices=Serves)
    wording = models.TextField("tekst", null=True)
    subject_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, null=True, related_name="+")
    subject_id = models.BigIntegerField(null=True)
    subject = GenericForeignKey("subject_type", "subject_id")
    corrects = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="corrected_by")
    taken_at = models.DateTimeField("genomen op")

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = "besluit"
        verbose_name_plural = "besluiten"
        ordering = ["-pk"]
        indexes = [models.Index(fields=["subject_type", "subject_id"], name="decision_subject")]
        constraints = [models.UniqueConstraint(fields=["body", "number"], name="decision_number_in_body")]
        triggers = append_only(texts=("wording",))

    def __str__(self) -> str:
        return f"Besluit {self.number}"


class EditionAdoption(Evidence):
    """With this decision the Stuurgroep adopted these words, in force from that date. `sha256` is of the whole edition."""

    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="adoption")
    edition = models.OneToOneField(Edition, on_delete=models.PROTECT, related_name="adoption")
    in_force_date = models.DateField("geldend vanaf")
    sha256 = models.CharField(max_length=64)

    class Meta:
        verbose_name = "vaststelling"
        verbose_name_plural = "vaststellingen"
        triggers = append_only()
