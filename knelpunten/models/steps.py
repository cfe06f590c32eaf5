"""The steps a knelpunt took, and what came with them: a hand-over to another table,
a merger with another knelpunt, notes and answers."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce

from knelpunten.enums import KnelpuntState, NoteKind
from knelpunten.models.knelpunt import Knelpunt
from portal.files.models import StoredFile
from portal.history.evidence import Evidence
from portal.history.triggers import append_only, step_sets_state
from portal.kit.db import LockingQuerySet
from portal.kit.fields import CodeField
from portal.kit.texts import FreeTexts
from portal.network.models import House, PolicyTable
from portal.network.rules import is_landelijk_bureau

# The words of a step in a query: its own reason, or what the decision says that it rests on.
WORDS = Coalesce("reason", "rests_on__decision__wording")


class KnelpuntStep(Evidence):
    """One step of a knelpunt, with the reason the house reads: of its own, or of the
    decision it rests on, which then says why."""

    TEXTS = ("reason",)
    FREE_TEXTS = FreeTexts(columns=TEXTS, label="Reden van een stap, door {row.by_label}", of="knelpunt")

    knelpunt = models.ForeignKey(Knelpunt, on_delete=models.PROTECT, related_name="steps")
    from_state = CodeField(max_length=24, choices=KnelpuntState, null=True)
    to_state = CodeField(max_length=24, choices=KnelpuntState)
    reason = models.TextField("reden", null=True)
    table = models.ForeignKey(PolicyTable, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="tafel")
    taken_at = models.DateTimeField()

    class Meta:
        verbose_name = "stap"
        verbose_name_plural = "stappen"
        ordering = ["pk"]
        indexes = [models.Index(fields=["knelpunt", "-id"], name="knelpunt_last_step")]
        constraints = [
            models.CheckConstraint(
                name="knelpunt_elsewhere_has_table", condition=~Q(to_state="elders_belegd") | Q(table__isnull=False)
            )
        ]
        triggers = [
            *append_only(texts=("reason",)),
            step_sets_state(subject="knelpunten_knelpunt", state="state", key="knelpunt_id"),
        ]

    def __str__(self) -> str:
        return f"{self.knelpunt_id}: {self.to_state}"

    @property
    def says_why(self) -> Any:
        """The fact that holds its words: the decision it rests on, or the step itself. Read it with `rests_on__decision`."""
        return self.rests_on.decision if hasattr(self, "rests_on") else self

    @property
    def words(self) -> str | None:
        fact = self.says_why
        return self.reason if fact is self else fact.wording


class HandOver(models.Model):
    """A knelpunt was handed to another table. It counts as done when that table confirmed it; until then somebody checks back."""

    FREE_TEXTS = FreeTexts(columns=("contact",), label="Contact bij de andere tafel", of="step__knelpunt")

    step = models.OneToOneField(KnelpuntStep, on_delete=models.PROTECT, related_name="hand_over")
    contact = models.CharField("contact bij die tafel", max_length=140, blank=True)
    check_back_date = models.DateField("navragen op")
    confirmed_at = models.DateTimeField("bevestigd op", null=True)

    objects = LockingQuerySet.as_manager()

    class Meta:
        verbose_name = "overdracht"
        verbose_name_plural = "overdrachten"
        indexes = [models.Index(fields=["check_back_date"], condition=Q(confirmed_at__isnull=True), name="hand_over_open")]

    def __str__(self) -> str:
        return f"{self.step_id}: {self.check_back_date}"

    @property
    def whom_to_ask(self) -> str:
        """The contact that was named with it, else the one the beleidslandschap has for that table."""
        return self.contact or (self.step.table.contact if self.step.table else "")


class Merger(Evidence):
    """With this step a knelpunt was merged with another. Its own words, house and history stay; undone by a step back."""

    step = models.OneToOneField(KnelpuntStep, on_delete=models.PROTECT, related_name="merger")
    into = models.ForeignKey(Knelpunt, on_delete=models.PROTECT, related_name="mergers")

    class Meta:
        verbose_name = "samenvoeging"
        verbose_name_plural = "samenvoegingen"
        triggers = append_only()


class KnelpuntNote(Evidence):
    """What a house adds after it was handed in, and what the landelijk bureau answers after the end."""

    TEXTS = ("text",)
    FREE_TEXTS = FreeTexts(columns=TEXTS, label="Aanvulling of antwoord van {row.by_label}", of="knelpunt")

    key = models.UUIDField(unique=True, editable=False)
    knelpunt = models.ForeignKey(Knelpunt, on_delete=models.PROTECT, related_name="notes")
    kind = CodeField("soort", max_length=12, choices=NoteKind)
    house = models.ForeignKey(House, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="huis")
    text = models.TextField("tekst", null=True)
    written_at = models.DateTimeField()

    class Meta:
        verbose_name = "aanvulling of antwoord"
        verbose_name_plural = "aanvullingen en antwoorden"
        ordering = ["pk"]
        triggers = append_only(texts=("text",))


class Attachment(models.Model):
    """A file that its house or the landelijk bureau put with a knelpunt; who reads the knelpunt may fetch it."""

    FREE_TEXTS = FreeTexts(columns=("title",), label="Bijlage", of="knelpunt", file="file")

    knelpunt = models.ForeignKey(Knelpunt, on_delete=models.PROTECT, related_name="attachments")
    file = models.OneToOneField(StoredFile, on_delete=models.PROTECT, related_name="+", verbose_name="bestand")
    title = models.CharField("wat is het", max_length=140)
    attached_at = models.DateTimeField()

    class Meta:
        verbose_name = "bijlage"
        verbose_name_plural = "bijlagen"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.title


class ReasonTextQuerySet(models.QuerySet["ReasonText"]):
    def visible_to(self, user: Any) -> ReasonTextQuerySet:
        is_bureau = user.is_authenticated and any(is_landelijk_bureau(seat) for seat in user.seats_today)
        return self if is_bureau else self.none()


class ReasonText(models.Model):
    """A text the landelijk bureau uses more than once when it says why."""

    title = models.CharField("titel", max_length=80)
    text = models.TextField("tekst", max_length=1500)
    outcome = CodeField("bij uitkomst", max_length=24, choices=KnelpuntState, blank=True)

    objects = ReasonTextQuerySet.as_manager()

    class Meta:
        verbose_name = "vaste tekst"
        verbose_name_plural = "vaste teksten"
        ordering = ["outcome", "title"]

    def __str__(self) -> str:
        return self.title
