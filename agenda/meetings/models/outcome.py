"""What a meeting leaves behind: afspraken and toezeggingen, its verslag, and the besluitenlijst for everybody."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.indexes import GinIndex
from django.db import models

from agenda.decisions.models import Decision
from agenda.meetings.enums import ArrangementKind, ArrangementOutcome, Permission
from agenda.meetings.models.items import AgendaItem
from agenda.meetings.models.meeting import Meeting
from portal.history.evidence import Evidence, EvidenceQuerySet
from portal.history.triggers import append_only
from portal.kit.fields import CodeField
from portal.kit.finding import words_of
from portal.kit.texts import FreeTexts
from portal.network.models import Membership


class ArrangementQuerySet(EvidenceQuerySet):
    def visible_to(self, user: Any) -> Any:
        """Who reads the item at which it was made."""
        items = AgendaItem.objects.visible_to(user)
        return self.filter(item__in=items.values("pk")).select_related(
            "item__meeting__body", "membership__organisation", "membership__house"
        )

    def standing(self) -> Any:
        return self.filter(end__isnull=True)


WORDS = words_of("text")


class Arrangement(Evidence):
    """An afspraak that holds, or a toezegging of an organisation to do something by a day."""

    TEXTS = ("text",)
    FREE_TEXTS = FreeTexts(columns=TEXTS, label="Afspraak, vastgelegd door {row.by_label}", of="item")

    key = models.UUIDField(unique=True, editable=False)
    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="arrangements", verbose_name="agendapunt")
    kind = CodeField("soort", max_length=12, choices=ArrangementKind)
    text = models.TextField("wat is afgesproken", null=True)
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="wie doet het")
    due_date = models.DateField("uiterlijk op", null=True)
    made_at = models.DateTimeField("afgesproken op")

    objects = ArrangementQuerySet.as_manager()

    class Meta:
        verbose_name = "afspraak of toezegging"
        verbose_name_plural = "afspraken en toezeggingen"
        ordering = ["pk"]
        indexes = [GinIndex(WORDS, name="arrangement_words")]
        triggers = append_only(texts=("text",))

    @property
    def ended(self) -> ArrangementEnd | None:
        return self.end if hasattr(self, "end") else None

    @property
    def is_decided(self) -> bool:
        """It was agreed in the meeting."""
        return True


class ArrangementEnd(Evidence):
    TEXTS = ("note",)
    FREE_TEXTS = FreeTexts(columns=TEXTS, label="Hoe een afspraak eindigde, door {row.by_label}", of="arrangement__item")

    arrangement = models.OneToOneField(Arrangement, on_delete=models.PROTECT, related_name="end", verbose_name="afspraak")
    outcome = CodeField("hoe", max_length=12, choices=ArrangementOutcome)
    note = models.TextField("toelichting", null=True)
    ended_at = models.DateTimeField()

    class Meta:
        verbose_name = "einde van een afspraak"
        verbose_name_plural = "eindes van afspraken"
        triggers = append_only(texts=("note",))


class VerslagVersion(Evidence):
    """The verslag of a meeting as it was written down at a moment."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="verslagen", verbose_name="vergadering")
    number = models.PositiveSmallIntegerField("versie")
    written_at = models.DateTimeField("geschreven op")

    class Meta:
        verbose_name = "versie van een verslag"
        verbose_name_plural = "versies van verslagen"
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["meeting", "number"], name="verslag_version_in_meeting")]
        triggers = append_only()

    @property
    def texts_by_item(self) -> dict[int, str]:
        return {part.item_id: part.text or "" for part in self.parts.all()}  # type: ignore[attr-defined]


class VerslagPart(Evidence):
    """What a version of the verslag says at one item: who reads the item reads it."""

    TEXTS = ("text",)
    FREE_TEXTS = FreeTexts(
        columns=("text",), label="Verslag, geschreven door {row.by_label}", of="item", readers=Permission.PREPARE
    )

    verslag = models.ForeignKey(VerslagVersion, on_delete=models.PROTECT, related_name="parts", verbose_name="verslag")
    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="verslag_parts", verbose_name="agendapunt")
    text = models.TextField("tekst", null=True)

    class Meta:
        verbose_name = "deel van een verslag"
        verbose_name_plural = "delen van verslagen"
        constraints = [models.UniqueConstraint(fields=["verslag", "item"], name="verslag_part_once_an_item")]
        triggers = append_only(texts=("text",))

    @property
    def is_decided(self) -> bool:
        """A later meeting adopted it."""
        return hasattr(self.verslag, "adoption")


class VerslagAdoption(Evidence):
    """A later meeting adopted this version of the verslag by this decision."""

    verslag = models.OneToOneField(VerslagVersion, on_delete=models.PROTECT, related_name="adoption", verbose_name="verslag")
    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="adopted_verslag", verbose_name="besluit")
    adopted_at = models.DateTimeField()

    class Meta:
        verbose_name = "vaststelling van een verslag"
        verbose_name_plural = "vaststellingen van verslagen"
        triggers = append_only()


class PublicList(Evidence):
    """The besluitenlijst of a meeting as anybody may read it. Published again, the newest counts."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="public_lists", verbose_name="vergadering")
    number = models.PositiveSmallIntegerField("versie")
    published_at = models.DateTimeField("openbaar sinds")

    class Meta:
        verbose_name = "openbare besluitenlijst"
        verbose_name_plural = "openbare besluitenlijsten"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["meeting", "number"], name="public_list_version")]
        triggers = append_only()


class PublicLine(Evidence):
    """One decision on it. It holds only what the secretaris worded otherwise; all else is read at the decision and its item."""

    TEXTS = ("title", "text")
    FREE_TEXTS = FreeTexts(columns=TEXTS, label="Openbare besluitenlijst, door {row.by_label}", goes_with="decision")

    list = models.ForeignKey(PublicList, on_delete=models.PROTECT, related_name="lines", verbose_name="lijst")
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="public_lines", verbose_name="besluit")
    title = models.TextField("titel", null=True)
    text = models.TextField("tekst", null=True)

    class Meta:
        verbose_name = "regel van een openbare besluitenlijst"
        verbose_name_plural = "regels van openbare besluitenlijsten"
        ordering = ["pk"]
        triggers = append_only(texts=("title", "text"))

    @property
    def is_decided(self) -> bool:
        """Everybody reads it."""
        return True

    @property
    def heading(self) -> str | None:
        """Nothing once a text of its own was removed: what stands at the item was to stay inside."""
        return self.title if self.title or self.redacted_at else self.decision.taken_at_item.item.title  # type: ignore[attr-defined,no-any-return]

    @property
    def words(self) -> str | None:
        return self.text if self.text or self.redacted_at else self.decision.wording
