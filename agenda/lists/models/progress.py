"""How an action goes: reports, milestones and documents."""

from __future__ import annotations

from django.db import models

from agenda.lists.enums import NORM, ProgressStatus
from agenda.lists.models.action import Action
from portal.files.models import StoredFile
from portal.history.evidence import Evidence
from portal.history.triggers import append_only
from portal.kit import clock
from portal.kit.fields import CodeField
from portal.kit.texts import FreeTexts


class ProgressUpdate(Evidence):
    """How an action goes, in the words of its coalition. Released, it is the report to the Stuurgroep."""

    TEXTS = ("happened", "next_step", "steering")
    FREE_TEXTS = FreeTexts(columns=TEXTS, label="Voortgang van {row.by_label}", of="action")

    key = models.UUIDField(unique=True, editable=False)
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="updates")
    status = CodeField("hoe het gaat", max_length=12, choices=ProgressStatus)
    happened = models.TextField("wat is er gebeurd", null=True)
    next_step = models.TextField("volgende stap", null=True)
    next_date = models.DateField("wanneer", null=True)
    asks_steering = models.BooleanField("bijsturing gevraagd", default=False)
    steering = models.TextField("welke bijsturing", null=True)
    reported_at = models.DateTimeField()

    class Meta:
        verbose_name = "voortgangsbericht"
        verbose_name_plural = "voortgangsberichten"
        ordering = ["-pk"]
        triggers = append_only(texts=("happened", "next_step", "steering"))

    @property
    def standing(self) -> ProgressStatus:
        """How it goes, with its word, its tone and its row."""
        return ProgressStatus(self.status)

    @property
    def is_old(self) -> bool:
        """Whether it is time for another."""
        return bool(self.reported_at < clock.now() - NORM)

    @property
    def is_released(self) -> bool:
        return hasattr(self, "release")


class ProgressRelease(Evidence):
    """The trekker, or the secretaris on the trekker's word, makes an update the report to the Stuurgroep."""

    update = models.OneToOneField(ProgressUpdate, on_delete=models.PROTECT, related_name="release")
    released_at = models.DateTimeField()

    class Meta:
        verbose_name = "vrijgave"
        verbose_name_plural = "vrijgaven"
        triggers = append_only()


class Milestone(models.Model):
    """Something an action should have reached on a day."""

    FREE_TEXTS = FreeTexts(columns=("title",), label="Mijlpaal", of="action")

    key = models.UUIDField(unique=True, editable=False)
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="milestones")
    title = models.CharField("mijlpaal", max_length=140)
    due_date = models.DateField("op")
    reached_date = models.DateField("gehaald op", null=True)
    dropped_date = models.DateField("vervallen op", null=True)

    class Meta:
        verbose_name = "mijlpaal"
        verbose_name_plural = "mijlpalen"
        ordering = ["due_date", "pk"]

    def __str__(self) -> str:
        return self.title


class ActionFile(models.Model):
    """A result or a document of an action; who reads the action may fetch it."""

    FREE_TEXTS = FreeTexts(columns=("title",), label="Document", of="action", file="file")

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="files")
    file = models.OneToOneField(StoredFile, on_delete=models.PROTECT, related_name="+", verbose_name="bestand")
    title = models.CharField("wat is het", max_length=140)
    attached_at = models.DateTimeField()

    class Meta:
        verbose_name = "document bij een actie"
        verbose_name_plural = "documenten bij acties"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.title
