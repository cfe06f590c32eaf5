"""A meeting of a body, the steps it took, and when what about it has to be ready."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import F, Q

from agenda.meetings.enums import AGENDA_STATES, HELD_STATES, UNSENT_STATES, DeadlineKind, MeetingState
from portal.history.evidence import Evidence
from portal.history.triggers import append_only, state_is_last_step, step_sets_state
from portal.kit.addresses import address_of
from portal.kit.db import LockingQuerySet
from portal.kit.fields import CodeField
from portal.kit.texts import FreeTexts
from portal.network.models import Body
from portal.network.rules import member_seats, own_bodies
from portal.privacy.reportable import Reportable


class MeetingQuerySet(LockingQuerySet["Meeting"]):
    def visible_to(self, user: Any) -> MeetingQuerySet:
        """Every member reads that there is a meeting, of a confidential one only its own
        body; what is on the agenda each item says for itself."""
        if not member_seats(user):
            return self.none()
        return self.filter(Q(is_confidential=False) | Q(body__in=own_bodies(user))).select_related("body")

    def next_unsent_of(self, body: int) -> int | None:
        """The key of the next meeting of this body whose agenda is still being made."""
        unsent = self.filter(body=body, state__in=UNSENT_STATES).order_by("starts_at", "pk")
        return unsent.values_list("pk", flat=True).first()

    def touch(self, meeting: Meeting) -> None:
        """Something about it changed: whoever follows it gets it anew."""
        self.filter(pk=meeting.pk).update(revision=F("revision") + 1)


class Meeting(Reportable):
    REPORT_VIEW, REVIEW_VIEW = "meetings:report_meeting", "meetings:review_meeting"
    FREE_TEXTS = FreeTexts(columns=("title", "location"), label="Titel en plaats van de vergadering")

    key = models.UUIDField(unique=True, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="meetings", verbose_name="gremium")
    title = models.CharField("titel", max_length=120)
    starts_at = models.DateTimeField("begint")
    ends_at = models.DateTimeField("eindigt", null=True)
    location = models.CharField("plaats", max_length=120, blank=True)
    is_confidential = models.BooleanField("vertrouwelijke vergadering", default=False)
    prepares = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="prepared_by", verbose_name="bereidt voor"
    )
    state = CodeField("stand", max_length=20, choices=MeetingState, default=MeetingState.GEPLAND)
    current_item = models.ForeignKey(
        "AgendaItem", on_delete=models.SET_NULL, null=True, related_name="+", verbose_name="aan de orde"
    )
    current_since = models.DateTimeField("aan de orde sinds", null=True)
    sequence = models.PositiveIntegerField(default=0)  # of its invitation: calendars take the highest
    revision = models.PositiveIntegerField(default=0)  # grows with everything that a reader can see change

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = "vergadering"
        verbose_name_plural = "vergaderingen"
        ordering = ["-starts_at", "-pk"]
        constraints = [
            models.CheckConstraint(name="meeting_state_known", condition=Q(state__in=MeetingState.values)),
            models.CheckConstraint(
                name="meeting_ends_after_start", condition=Q(ends_at__isnull=True) | Q(ends_at__gt=F("starts_at"))
            ),
        ]
        triggers = [state_is_last_step(state="state", steps="meetings_meetingstep", key="meeting_id")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return address_of("meetings:meeting", self.pk)

    @property
    def is_open(self) -> bool:
        return self.state == MeetingState.GEOPEND

    @property
    def where(self) -> str:
        """Where it is held, and whether it is behind closed doors, as it stands after the time."""
        return " · ".join(each for each in (self.location, "vertrouwelijk" if self.is_confidential else "") if each)

    @property
    def standing(self) -> MeetingState:
        """Where it stands, with its word, its tone and its row."""
        return MeetingState(self.state)

    @property
    def is_held(self) -> bool:
        return self.state in HELD_STATES

    @property
    def is_ahead(self) -> bool:
        return self.state in AGENDA_STATES

    @property
    def is_unsent(self) -> bool:
        return self.state in UNSENT_STATES


class MeetingStep(Evidence):
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="steps")
    from_state = CodeField(max_length=20, choices=MeetingState, null=True)
    to_state = CodeField(max_length=20, choices=MeetingState)
    taken_at = models.DateTimeField()

    class Meta:
        verbose_name = "stap"
        verbose_name_plural = "stappen"
        ordering = ["pk"]
        indexes = [models.Index(fields=["meeting", "-id"], name="meeting_last_step")]
        triggers = [*append_only(), step_sets_state(subject="meetings_meeting", state="state", key="meeting_id")]


class MeetingMove(Evidence):
    """A meeting goes to another moment, or does not take place at all, and why."""

    TEXTS = ("reason",)
    FREE_TEXTS = FreeTexts(columns=TEXTS, label="Reden van verzetten of afzeggen", of="meeting")

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="moves")
    from_starts_at = models.DateTimeField("was")
    to_starts_at = models.DateTimeField("wordt", null=True)  # nothing: it does not take place
    reason = models.TextField("reden", null=True)
    moved_at = models.DateTimeField()

    class Meta:
        verbose_name = "verplaatsing van een vergadering"
        verbose_name_plural = "verplaatsingen van vergaderingen"
        ordering = ["pk"]
        triggers = append_only(texts=("reason",))


class Deadline(models.Model):
    """A day before or after a meeting on which something has to be ready.

    One that was set by hand stays when the meeting moves.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="deadlines", verbose_name="vergadering")
    kind = CodeField("waarvoor", max_length=12, choices=DeadlineKind)
    date = models.DateField("uiterlijk op")
    is_own = models.BooleanField("met de hand gezet", default=False)

    class Meta:
        verbose_name = "termijn"
        verbose_name_plural = "termijnen"
        ordering = ["date", "pk"]
        constraints = [models.UniqueConstraint(fields=["meeting", "kind"], name="deadline_once_a_meeting")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.date}"
