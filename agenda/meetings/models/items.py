"""What stands on the agenda of a meeting, and what came of it."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from agenda.decisions.enums import Serves, Visibility
from agenda.decisions.models import Decision, readable
from agenda.meetings.enums import DECIDING_KINDS, GUEST_STATES, ItemKind, Treatment
from agenda.meetings.models.meeting import Meeting
from portal.history.evidence import Evidence
from portal.history.triggers import append_only
from portal.kit.addresses import address_of
from portal.kit.db import LockingQuerySet
from portal.kit.fields import CodeField
from portal.kit.finding import words_of
from portal.kit.texts import FreeTexts
from portal.network.models import Body
from portal.privacy.reportable import Reportable


class AgendaItemQuerySet(LockingQuerySet["AgendaItem"]):
    def visible_to(self, user: Any) -> AgendaItemQuerySet:
        """What is confidential only whoever sits in the body that meets; the rest every
        member; guests what they are invited to."""
        may = readable(user, body="meeting__body") & (
            Q(meeting__is_confidential=False) | readable(user, "visibility", "meeting__body")
        )
        if user.is_authenticated:
            may |= Q(pk__in=invited_to(user))
        return self.filter(may).select_related("meeting__body")


def invited_to(user: Any) -> Any:
    """The keys of the items to which this person is invited as a guest: from when they are sent until the verslag is adopted."""
    items = AgendaItem.objects.filter(guests__user=user, meeting__state__in=GUEST_STATES)
    return items.values("pk")


WORDS = words_of("title", "question")


class AgendaItem(Reportable):
    REPORT_VIEW, REVIEW_VIEW = "meetings:report_item", "meetings:review_item"
    FREE_TEXTS = FreeTexts(
        columns=("title", "question", "presenter", "advice", "costs", "risks"), label="Titel, vraag, toelichting en inleider"
    )

    key = models.UUIDField(unique=True, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="items", verbose_name="vergadering")
    number = models.PositiveSmallIntegerField("nummer")
    kind = CodeField("soort", max_length=16, choices=ItemKind)
    title = models.CharField("titel", max_length=140)
    question = models.TextField("vraag aan de tafel", max_length=1000, blank=True)
    minutes = models.PositiveSmallIntegerField("minuten")
    presenter = models.CharField("wie leidt in", max_length=120, blank=True)
    serves = CodeField("functie", max_length=12, choices=Serves)
    visibility = CodeField("wie het leest", max_length=14, choices=Visibility, default=Visibility.OPEN)
    advice = models.TextField("advies van de Klankbordgroep", max_length=2000, blank=True)
    costs = models.TextField("geld", max_length=1000, blank=True)
    risks = models.TextField("risico's", max_length=1000, blank=True)
    subject_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, null=True, related_name="+")
    subject_id = models.BigIntegerField(null=True)
    subject = GenericForeignKey("subject_type", "subject_id")
    carried_from = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="carried_to", verbose_name="stond eerder op"
    )
    version = models.PositiveIntegerField(default=1)

    mentioned: list[Mention] | None = None  # in memory, for one reader: what else it is about

    objects = AgendaItemQuerySet.as_manager()

    class Meta:
        verbose_name = "agendapunt"
        verbose_name_plural = "agendapunten"
        ordering = ["number"]
        indexes = [GinIndex(WORDS, name="item_words")]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "number"], name="item_number_in_meeting", deferrable=models.Deferrable.DEFERRED
            ),
            models.CheckConstraint(
                name="confidential_item_is_about_nothing_on_the_lists",
                condition=~Q(visibility=Visibility.VERTROUWELIJK) | Q(subject_type__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"

    def get_absolute_url(self) -> str:
        return f"{address_of('meetings:meeting', self.meeting_id)}#punt-{self.number}"

    @property
    def page_address(self) -> str:
        return address_of("meetings:item", self.pk)

    @property
    def also_address(self) -> str:
        return address_of("meetings:also_about", self.pk)

    @property
    def also(self) -> list[Any]:
        """What else it is about: all of it, or as far as the reader sees for whom the agenda was read."""
        mentions = self.mentions.all() if self.mentioned is None else self.mentioned  # type: ignore[attr-defined]
        return [each.subject for each in mentions if each.subject is not None]

    @property
    def narrowness(self) -> int:
        return Visibility(self.visibility).narrowness

    @property
    def is_confidential(self) -> bool:
        return Visibility(self.visibility).is_confidential

    @property
    def is_for_all(self) -> bool:
        """The decision can become public."""
        return self.visibility == Visibility.OPEN

    @property
    def decision(self) -> Decision | None:
        return self.outcome.decision if hasattr(self, "outcome") else None

    @property
    def treated(self) -> str:
        """What became of it without a decision, in a word; nothing while that is open."""
        return self.treatment.outcome if hasattr(self, "treatment") else ""

    @property
    def has_outcome(self) -> bool:
        return self.decision is not None or bool(self.treated)

    @property
    def awaits_decision(self) -> bool:
        return self.kind in DECIDING_KINDS and not self.has_outcome


class Mention(models.Model):
    """Something that an item is also about. A decision at the item changes its subject, and nothing of what it mentions."""

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="mentions", verbose_name="agendapunt")
    subject_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, related_name="+")
    subject_id = models.BigIntegerField()
    subject = GenericForeignKey("subject_type", "subject_id")

    class Meta:
        verbose_name = "onderwerp van een agendapunt"
        verbose_name_plural = "onderwerpen van agendapunten"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["item", "subject_type", "subject_id"], name="item_mentions_once")]
        indexes = [models.Index(fields=["subject_type", "subject_id"], name="mention_subject")]


class ItemDecision(Evidence):
    """This decision was taken at this item. One item, one decision: of two secretaries one wins."""

    item = models.OneToOneField(AgendaItem, on_delete=models.PROTECT, related_name="outcome")
    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="taken_at_item")
    taken_at = models.DateTimeField()

    class Meta:
        verbose_name = "besluit bij een agendapunt"
        verbose_name_plural = "besluiten bij agendapunten"
        triggers = append_only()


class ItemTreatment(Evidence):
    """What became of an item without a decision: it was discussed, or it was not reached and goes on to the next meeting."""

    item = models.OneToOneField(AgendaItem, on_delete=models.PROTECT, related_name="treatment")
    outcome = CodeField("wat ermee gebeurde", max_length=16, choices=Treatment)
    treated_at = models.DateTimeField()

    class Meta:
        verbose_name = "behandeling"
        verbose_name_plural = "behandelingen"
        triggers = append_only()


class StandingItem(models.Model):
    """An item that stands on every agenda of a body; a new agenda starts with these."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="standing_items", verbose_name="gremium")
    place = models.PositiveSmallIntegerField("plaats")
    kind = CodeField("soort", max_length=16, choices=ItemKind)
    title = models.CharField("titel", max_length=140)
    minutes = models.PositiveSmallIntegerField("minuten")
    serves = CodeField("functie", max_length=12, choices=Serves, default=Serves.VERBINDER)

    class Meta:
        verbose_name = "vast agendapunt"
        verbose_name_plural = "vaste agendapunten"
        ordering = ["body", "place", "pk"]

    def __str__(self) -> str:
        return self.title
