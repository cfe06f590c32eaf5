"""The yearly plan of a house: its steps, its answers on the regional lines, and what the region adds of its own."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import F, Q

from ambitions.enums import LineStatus, PlanState
from ambitions.models.lines import ActionLine, PlanYear
from portal.files.models import StoredFile
from portal.history.evidence import Evidence, EvidenceQuerySet
from portal.history.triggers import append_only, state_is_last_step, step_sets_state
from portal.kit.addresses import address_of
from portal.kit.db import LockingQuerySet
from portal.kit.fields import CodeField
from portal.kit.texts import FreeTexts
from portal.network.models import House
from portal.network.rules import is_house_staff, member_seats
from portal.privacy.reportable import Reportable


class PlanQuerySet(LockingQuerySet["RegionalPlan"]):
    def visible_to(self, user: Any) -> PlanQuerySet:
        """A house sees its own, the network what was ever submitted, and everybody what is adopted and marked public."""
        if not member_seats(user):
            return self.public()
        return self.filter(Q(submitted_at__isnull=False) | Q(house__in=houses_of(user)))

    def public(self) -> PlanQuerySet:
        """What everybody reads."""
        return self.filter(state=PlanState.VASTGESTELD, is_public=True)

    def submitted(self) -> PlanQuerySet:
        return self.filter(submitted_at__isnull=False)


class RegionalPlan(Reportable):
    """What a house plans for a year. What others read of it are the answers of before `read_until`."""

    REPORT_VIEW, REVIEW_VIEW = "ambitions:flag_plan", "ambitions:review_plan"
    FREE_TEXTS = FreeTexts(columns=("approved_by",), label="Wie akkoord gaf, met het document", file="approval")

    key = models.UUIDField(unique=True, editable=False)
    house = models.ForeignKey(House, on_delete=models.PROTECT, related_name="plans", verbose_name="huis")
    plan_year = models.ForeignKey(PlanYear, on_delete=models.PROTECT, related_name="plans", verbose_name="jaar")
    state = CodeField("stand", max_length=12, choices=PlanState, default=PlanState.CONCEPT)
    state_since = models.DateTimeField()
    submitted_at = models.DateTimeField("ingediend op", null=True)
    approved_date = models.DateField("akkoord van de regionale stuurgroep op", null=True)
    approved_by = models.CharField("wie er akkoord gaf", max_length=200, blank=True)
    approval = models.OneToOneField(StoredFile, on_delete=models.PROTECT, null=True, related_name="approves_plan")
    is_public = models.BooleanField("openbaar", default=False)

    objects = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = "regionaal jaarplan"
        verbose_name_plural = "regionale jaarplannen"
        ordering = ["-plan_year__year", "house__sort_key"]
        constraints = [models.UniqueConstraint(fields=["house", "plan_year"], name="one_plan_of_house_in_year")]
        triggers = [state_is_last_step(state="state", steps="ambitions_planstep", key="plan_id")]

    def __str__(self) -> str:
        return f"Jaarplan {self.plan_year} van {self.house}"

    def get_absolute_url(self) -> str:
        return address_of("ambitions:plan", self.pk)

    @property
    def standing(self) -> PlanState:
        """Where it stands, with its word, its tone and its row."""
        return PlanState(self.state)

    @property
    def is_writable(self) -> bool:
        return self.standing.row.is_writable

    @property
    def is_decided(self) -> bool:
        """The regionale stuurgroep adopted it."""
        return self.state == PlanState.VASTGESTELD

    @property
    def is_draft(self) -> bool:
        """Only the house reads it."""
        return self.submitted_at is None


class PlanStep(Evidence):
    """A step of a plan, with what was asked where it went back."""

    TEXTS = ("reason",)
    FREE_TEXTS = FreeTexts(columns=TEXTS, label="Reden, door {row.by_label}", of="plan")

    plan = models.ForeignKey(RegionalPlan, on_delete=models.PROTECT, related_name="steps", verbose_name="jaarplan")
    from_state = CodeField(max_length=12, choices=PlanState, null=True)
    to_state = CodeField(max_length=12, choices=PlanState)
    reason = models.TextField("reden", null=True)
    taken_at = models.DateTimeField()

    class Meta:
        verbose_name = "stap van een jaarplan"
        verbose_name_plural = "stappen van jaarplannen"
        ordering = ["pk"]
        triggers = [
            *append_only(texts=("reason",)),
            step_sets_state(subject="ambitions_regionalplan", state="state", key="plan_id"),
        ]


class LineAnswerQuerySet(EvidenceQuerySet):
    def newest(self) -> LineAnswerQuerySet:
        """The last answer of each plan on each line."""
        return self.order_by("plan_id", "line_id", "-pk").distinct("plan_id", "line_id")

    def shared(self) -> LineAnswerQuerySet:
        """What others than the house itself read: while a plan is written again, what it said when it was submitted."""
        return self.filter(_shared("given_at"))

    def visible_to(self, user: Any) -> LineAnswerQuerySet:
        """The house all of its own, others what is shared and not only carried over."""
        return self.filter(Q(plan__house__in=houses_of(user)) | (_shared("given_at") & Q(is_carried=False)))


class PlanTextQuerySet(EvidenceQuerySet):
    def visible_to(self, user: Any) -> PlanTextQuerySet:
        """The house all of its own, others what is shared."""
        return self.filter(Q(plan__house__in=houses_of(user)) | _shared("written_at"))


def _shared(written: str) -> Q:
    """While a plan is written again others read what it said when it was submitted."""
    again = Q(plan__state=PlanState.TERUG) & Q(**{f"{written}__gt": F("plan__submitted_at")})
    return Q(plan__submitted_at__isnull=False) & ~again


def houses_of(user: Any) -> list[int]:
    """The houses whose staff somebody is."""
    return [seat.house_id for seat in user.seats_today if is_house_staff(seat)] if user.is_authenticated else []


class LineAnswer(Evidence):
    """What a house says of a line in its plan. The newest counts.

    `is_carried`: taken over from the year before, not yet confirmed.
    """

    TEXTS = ("planned", "explanation")
    FREE_TEXTS = FreeTexts(columns=TEXTS, label="Antwoord op een lijn, door {row.by_label}", of="plan")

    plan = models.ForeignKey(RegionalPlan, on_delete=models.PROTECT, related_name="answers", verbose_name="jaarplan")
    line = models.ForeignKey(ActionLine, on_delete=models.PROTECT, related_name="answers", verbose_name="actielijn")
    line_number = models.PositiveIntegerField("nummer van de tekst")
    status = CodeField("hoe het staat", max_length=14, choices=LineStatus)
    planned = models.TextField("wat er gepland is", null=True)
    explanation = models.TextField("toelichting", null=True)
    is_carried = models.BooleanField("overgenomen van het jaar ervoor", default=False)
    # Where its words come from: copies are removed with what they are copies of.
    taken_from = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="taken_over")
    explained_by = models.ForeignKey("Explanation", on_delete=models.PROTECT, null=True, related_name="taken_over")
    given_at = models.DateTimeField()

    objects = LineAnswerQuerySet.as_manager()

    class Meta:
        verbose_name = "antwoord op een actielijn"
        verbose_name_plural = "antwoorden op actielijnen"
        ordering = ["pk"]
        indexes = [models.Index(fields=["plan", "line", "-id"], name="line_answer_newest")]
        triggers = append_only(texts=("planned", "explanation"))

    @property
    def is_decided(self) -> bool:
        """It stands in an adopted plan."""
        return self.plan.is_decided

    @property
    def is_draft(self) -> bool:
        """Only the house reads it."""
        return self.plan.is_draft


class PlanText(Evidence):
    """What the region adds of its own: priorities, what it offers, what it asks. The newest counts."""

    TEXTS = ("priorities", "offers", "asks")
    FREE_TEXTS = FreeTexts(columns=TEXTS, label="Eigen tekst, door {row.by_label}", of="plan")

    plan = models.ForeignKey(RegionalPlan, on_delete=models.PROTECT, related_name="texts", verbose_name="jaarplan")
    priorities = models.TextField("eigen prioriteiten", null=True)
    offers = models.TextField("wat het huis anderen biedt", null=True)
    asks = models.TextField("wat het huis van anderen vraagt", null=True)
    taken_from = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="taken_over")
    written_at = models.DateTimeField()

    objects = PlanTextQuerySet.as_manager()

    class Meta:
        verbose_name = "tekst van een jaarplan"
        verbose_name_plural = "teksten van jaarplannen"
        ordering = ["pk"]
        triggers = append_only(texts=("priorities", "offers", "asks"))

    @property
    def is_decided(self) -> bool:
        """It stands in an adopted plan."""
        return self.plan.is_decided

    @property
    def is_draft(self) -> bool:
        """Only the house reads it."""
        return self.plan.is_draft
