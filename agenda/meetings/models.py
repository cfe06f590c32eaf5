"""A meeting of a body, its agenda, and which decision was taken at which item."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q

from agenda.decisions.enums import Serves
from agenda.decisions.models import Decision
from agenda.meetings.enums import DECIDING_KINDS, ItemKind, MeetingState
from knelpunten.models import Knelpunt
from portal.history.evidence import Evidence
from portal.history.triggers import append_only, state_is_last_step, step_sets_state
from portal.kit.addresses import address_of
from portal.kit.db import LockingQuerySet
from portal.network.models import Body
from portal.network.rules import is_member
from portal.privacy.hiding import Hideable


class MeetingQuerySet(LockingQuerySet["Meeting"]):
    def visible_to(self, user: Any) -> MeetingQuerySet:
        """Every member reads agendas and decisions. The twin of `rules.may_read`."""
        if user.is_authenticated and any(is_member(seat) for seat in user.seats_today):
            return self.select_related("body")
        return self.none()


class Meeting(models.Model):
    key = models.UUIDField(unique=True, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="meetings", verbose_name="gremium")
    title = models.CharField("titel", max_length=120)
    starts_at = models.DateTimeField("begint")
    location = models.CharField("plaats", max_length=120, blank=True)
    state = models.CharField("stand", max_length=20, choices=MeetingState, default=MeetingState.GEPLAND)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = "vergadering"
        verbose_name_plural = "vergaderingen"
        ordering = ["-starts_at"]
        constraints = [models.CheckConstraint(name="meeting_state_known", condition=Q(state__in=MeetingState.values))]
        triggers = [state_is_last_step(state="state", steps="meetings_meetingstep", key="meeting_id")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return address_of("meetings:meeting", self.pk)

    @property
    def is_open(self) -> bool:
        return self.state == MeetingState.GEOPEND


class MeetingStep(Evidence):
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="steps")
    from_state = models.CharField(max_length=20, choices=MeetingState, null=True)
    to_state = models.CharField(max_length=20, choices=MeetingState)
    taken_at = models.DateTimeField()

    class Meta:
        verbose_name = "stap"
        verbose_name_plural = "stappen"
        ordering = ["pk"]
        indexes = [models.Index(fields=["meeting", "-id"], name="meeting_last_step")]
        triggers = [*append_only(), step_sets_state(subject="meetings_meeting", state="state", key="meeting_id")]


class AgendaItemQuerySet(LockingQuerySet["AgendaItem"]):
    def visible_to(self, user: Any) -> AgendaItemQuerySet:
        return self.filter(meeting__in=Meeting.objects.visible_to(user))


class AgendaItem(Hideable):
    key = models.UUIDField(unique=True, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="items", verbose_name="vergadering")
    number = models.PositiveSmallIntegerField("nummer")
    kind = models.CharField("soort", max_length=16, choices=ItemKind)
    title = models.CharField("titel", max_length=140)
    question = models.TextField("vraag aan de tafel", max_length=1000, blank=True)
    minutes = models.PositiveSmallIntegerField("minuten")
    presenter = models.CharField("wie leidt in", max_length=120, blank=True)
    serves = models.CharField("functie", max_length=12, choices=Serves)
    subject_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, null=True, related_name="+")
    subject_id = models.BigIntegerField(null=True)
    subject = GenericForeignKey("subject_type", "subject_id")

    objects = AgendaItemQuerySet.as_manager()

    class Meta:
        verbose_name = "agendapunt"
        verbose_name_plural = "agendapunten"
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "number"], name="item_number_in_meeting", deferrable=models.Deferrable.DEFERRED
            )
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"

    def get_absolute_url(self) -> str:
        return f"{address_of('meetings:meeting', self.meeting_id)}#punt-{self.number}"

    @property
    def review_address(self) -> str:
        return address_of("meetings:review_item", self.pk)

    @property
    def decision(self) -> Decision | None:
        return self.outcome.decision if hasattr(self, "outcome") else None

    @property
    def awaits_decision(self) -> bool:
        return self.kind in DECIDING_KINDS and self.decision is None


class ItemDecision(Evidence):
    """This decision was taken at this item. One item, one decision: of two secretaries one wins."""

    item = models.OneToOneField(AgendaItem, on_delete=models.PROTECT, related_name="outcome")
    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="taken_at_item")
    taken_at = models.DateTimeField()

    class Meta:
        verbose_name = "besluit bij een agendapunt"
        verbose_name_plural = "besluiten bij agendapunten"
        triggers = append_only()


class NotedKnelpunt(Evidence):
    """A knelpunt that ended elsewhere or was not taken up stands on the list ter kennisname of this meeting. Written when the agenda is sent."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="noted")
    knelpunt = models.ForeignKey(Knelpunt, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField()  # the end it is about: after another end it is noted again

    class Meta:
        verbose_name = "knelpunt ter kennisname"
        verbose_name_plural = "knelpunten ter kennisname"
        constraints = [models.UniqueConstraint(fields=["meeting", "knelpunt"], name="knelpunt_is_noted_once_a_meeting")]
        triggers = append_only()


class DiscussionRequest(Evidence):
    """A member of the Stuurgroep asks to discuss a knelpunt that stands ter kennisname."""

    TEXTS = ("reason",)

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="discussion_requests")
    knelpunt = models.ForeignKey(Knelpunt, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField("waarom", null=True)
    asked_at = models.DateTimeField()

    class Meta:
        verbose_name = "verzoek om bespreking"
        verbose_name_plural = "verzoeken om bespreking"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["meeting", "knelpunt", "by_seat"], name="member_asks_once")]
        triggers = append_only(texts=("reason",))
