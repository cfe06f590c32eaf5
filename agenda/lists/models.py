"""An action, the list it stands on, who pulls it, who works on it, and how it goes."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import F, Q

from agenda.decisions.models import Decision
from agenda.lists.enums import ActionKind, ActionList, Ladder, Outcome, ProgressStatus
from knelpunten.models import Knelpunt
from portal.documents.models import Section
from portal.history.evidence import Evidence
from portal.history.triggers import append_only, state_is_last_step, step_sets_state
from portal.kit.addresses import address_of
from portal.kit.db import LockingQuerySet
from portal.network.models import Membership, PolicyTable, Seat, Theme
from portal.network.rules import is_member
from portal.privacy.hiding import Hideable, not_hidden_for


class ActionQuerySet(LockingQuerySet["Action"]):
    def visible_to(self, user: Any) -> ActionQuerySet:
        """Every member reads the lists of every theme. The twin of `rules.may_read`."""
        if user.is_authenticated and any(is_member(seat) for seat in user.seats_today):
            return self.filter(not_hidden_for(user))
        return self.none()

    def on_list(self, which: ActionList) -> ActionQuerySet:
        return self.filter(list=which)

    def for_rows(self) -> ActionQuerySet:
        people = ("trekker__user", "trekker__membership__organisation")
        return self.select_related("found_desirable_by", *people).only(*ROW_COLUMNS)

    def for_mention(self) -> ActionQuerySet:
        """What is said of an action where another page mentions it."""
        return self.only("title", "list", "outcome", "found_desirable_by_id")

    def with_people(self) -> ActionQuerySet:
        return self.select_related(
            "theme", "found_desirable_by", "trekker__user", "trekker__membership__organisation", "trekker__membership__body"
        )


# What a row of a list shows of an action, and nothing more: lists are what is read most.
ROW_COLUMNS = (
    "title", "list", "list_since", "outcome", "is_accepted", "found_desirable_by__taken_at", "proposed_at", "theme_id",
    "trekker__from_date", "trekker__until_date", "trekker__user__name",
    "trekker__membership__from_date", "trekker__membership__until_date", "trekker__membership__organisation__short_name",
)  # fmt: skip


class Action(Hideable):
    """Something the network wishes to do, is doing or has done about knelpunten. Stands on exactly one list."""

    key = models.UUIDField(unique=True, editable=False)
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="actions", verbose_name="thema")
    title = models.CharField("titel", max_length=140)
    goal = models.TextField("doel", max_length=2000)
    intended_result = models.TextField("beoogd resultaat", max_length=2000)
    kind = models.CharField("soort actie", max_length=20, choices=ActionKind)
    ladder = models.CharField("trede op de ladder", max_length=14, choices=Ladder, blank=True)
    without_knelpunt = models.TextField("waarom zonder knelpunt", max_length=1000, blank=True)
    knelpunten = models.ManyToManyField(Knelpunt, through="ActionKnelpunt", related_name="actions")
    list = models.CharField("lijst", max_length=16, choices=ActionList, default=ActionList.VOORRAADLIJST)
    list_since = models.DateTimeField()
    outcome = models.CharField("uitkomst", max_length=14, choices=Outcome, blank=True)
    is_accepted = models.BooleanField("door de andere tafel aanvaard", null=True)
    found_desirable_by = models.ForeignKey(Decision, on_delete=models.PROTECT, null=True, related_name="+")
    trekker = models.ForeignKey(
        Seat, on_delete=models.PROTECT, null=True, related_name="pulled_actions", verbose_name="bestuurlijk trekker"
    )
    proposed_at = models.DateTimeField()

    objects = ActionQuerySet.as_manager()

    class Meta:
        verbose_name = "actie"
        verbose_name_plural = "acties"
        ordering = ["-list_since", "-pk"]
        indexes = [models.Index(fields=["theme", "list", "-list_since", "-id"], name="action_list_newest")]
        constraints = [
            models.CheckConstraint(name="action_list_known", condition=Q(list__in=ActionList.values)),
            models.CheckConstraint(
                name="action_on_actielijst_has_trekker", condition=~Q(list="actielijst") | Q(trekker__isnull=False)
            ),
            models.CheckConstraint(
                name="action_outcome_only_when_gereed",
                condition=Q(list="gereedlijst", outcome__in=Outcome.values) | (~Q(list="gereedlijst") & Q(outcome="")),
            ),
        ]
        triggers = [state_is_last_step(state="list", steps="lists_listmove", key="action_id", to="to_list")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return address_of("lists:action", self.pk)

    @property
    def review_address(self) -> str:
        return address_of("lists:review", self.pk)

    @property
    def standing(self) -> str:
        """What the list is not enough to say: proposed or desirable, and how it ended."""
        if self.list == ActionList.VOORRAADLIJST:
            return "wenselijk" if self.found_desirable_by_id else "voorgesteld"
        return Outcome(self.outcome).label if self.list == ActionList.GEREEDLIJST else "in uitvoering"

    @property
    def standing_since(self) -> datetime:
        """Since when what `standing` says is true."""
        desirable = self.found_desirable_by if self.list == ActionList.VOORRAADLIJST else None
        return max(self.list_since, desirable.taken_at) if desirable else self.list_since

    @property
    def has_trekker(self) -> bool:
        """Whether the seat of its trekker is one of today."""
        return self.trekker is not None and self.trekker.is_valid_today


class ActionKnelpunt(Evidence):
    """An action serves a knelpunt, since when."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="links")
    knelpunt = models.ForeignKey(Knelpunt, on_delete=models.PROTECT, related_name="links")
    linked_at = models.DateTimeField()

    class Meta:
        verbose_name = "koppeling"
        verbose_name_plural = "koppelingen"
        constraints = [models.UniqueConstraint(fields=["action", "knelpunt"], name="action_serves_knelpunt_once")]
        triggers = append_only()


class ActionSection(Evidence):
    """An action rests on a section of an adopted edition, since when."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="rests_on")
    section = models.ForeignKey(Section, on_delete=models.PROTECT, related_name="+")
    linked_at = models.DateTimeField()

    class Meta:
        verbose_name = "verwijzing naar een paragraaf"
        verbose_name_plural = "verwijzingen naar paragrafen"
        indexes = [models.Index(fields=["section"], name="action_section")]
        constraints = [models.UniqueConstraint(fields=["action", "section"], name="action_rests_on_section_once")]
        triggers = append_only()


class ListMove(Evidence):
    """An action went from one list to another, on the strength of a decision."""

    TEXTS = ("reason",)

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="moves")
    from_list = models.CharField(max_length=16, choices=ActionList, null=True)
    to_list = models.CharField(max_length=16, choices=ActionList)
    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, null=True, related_name="move")
    outcome = models.CharField(max_length=14, choices=Outcome, blank=True)
    table = models.ForeignKey(PolicyTable, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="tafel")
    is_accepted = models.BooleanField("aanvaard", null=True)
    reason = models.TextField("reden of resultaat", null=True)
    moved_at = models.DateTimeField()

    class Meta:
        verbose_name = "verplaatsing"
        verbose_name_plural = "verplaatsingen"
        ordering = ["pk"]
        indexes = [models.Index(fields=["action", "-id"], name="action_last_move")]
        constraints = [
            models.CheckConstraint(
                name="move_is_one_of_the_table",
                condition=Q(from_list__isnull=True, to_list="voorraadlijst")
                | (Q(from_list__in=ActionList.values, to_list__in=ActionList.values) & ~Q(from_list=F("to_list"))),
            ),
            models.CheckConstraint(
                name="move_rests_on_decision", condition=Q(from_list__isnull=True) | Q(decision__isnull=False)
            ),
            models.CheckConstraint(name="move_to_gereed_has_outcome", condition=~Q(to_list="gereedlijst") | ~Q(outcome="")),
            models.CheckConstraint(
                name="move_from_voorraad_to_gereed_is_elsewhere",
                condition=~Q(from_list="voorraadlijst", to_list="gereedlijst") | Q(outcome="elders_belegd"),
            ),
            models.CheckConstraint(
                name="move_elsewhere_names_table",
                condition=~Q(outcome="elders_belegd") | Q(table__isnull=False, is_accepted__isnull=False),
            ),
        ]
        triggers = [
            *append_only(texts=("reason",)),
            step_sets_state(subject="lists_action", state="list", key="action_id", start="from_list", to="to_list"),
        ]


class TrekkerOffer(Evidence):
    """A member of the Stuurgroep offers to pull an action; the Stuurgroep decides."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="offers")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    offered_at = models.DateTimeField()

    class Meta:
        verbose_name = "aanbod om te trekken"
        verbose_name_plural = "aanbiedingen om te trekken"
        constraints = [models.UniqueConstraint(fields=["action", "seat"], name="trekker_offers_once")]
        triggers = append_only()


class TrekkerAssignment(Evidence):
    """A decision named the bestuurlijk trekker, who accepted."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="assignments")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="+")
    assigned_at = models.DateTimeField()

    class Meta:
        verbose_name = "aanwijzing van de trekker"
        verbose_name_plural = "aanwijzingen van de trekker"
        triggers = append_only()


class Contribution(models.Model):
    """An organisation takes part in the coalition of an action, with what it contributes."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="contributions")
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="contributions")
    text = models.TextField("bijdrage", max_length=1000)
    joined_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True)
    left_reason = models.TextField("reden van vertrek", max_length=1000, blank=True)

    class Meta:
        verbose_name = "bijdrage"
        verbose_name_plural = "bijdragen"
        ordering = ["joined_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["action", "membership"], condition=Q(left_at__isnull=True), name="organisation_contributes_once"
            )
        ]


class ProgressUpdate(Evidence):
    """How an action goes, in the words of its coalition. Released, it is the report to the Stuurgroep."""

    TEXTS = ("happened", "next_step", "steering")

    key = models.UUIDField(unique=True, editable=False)
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="updates")
    status = models.CharField("hoe het gaat", max_length=12, choices=ProgressStatus)
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


class Weighing(Evidence):
    """How an organisation weighs an action that is wished for. Never changed: who weighs again adds one, and the newest counts."""

    TEXTS = ("argument",)

    key = models.UUIDField(unique=True, editable=False)
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="weighings")
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    belang = models.PositiveSmallIntegerField("belang en urgentie", null=True)
    uitvoerbaarheid = models.PositiveSmallIntegerField("uitvoerbaarheid", null=True)
    impact = models.PositiveSmallIntegerField("impact op de praktijk", null=True)
    argument = models.TextField("argument", null=True)
    weighed_at = models.DateTimeField()

    class Meta:
        verbose_name = "weging"
        verbose_name_plural = "wegingen"
        ordering = ["pk"]
        indexes = [models.Index(fields=["action", "membership", "-id"], name="weighing_newest")]
        constraints = [
            models.CheckConstraint(
                name="weighing_scores_are_1_to_5",
                condition=Q(belang__range=(1, 5)) | Q(belang__isnull=True),
            ),
            models.CheckConstraint(
                name="weighing_feasibility_is_1_to_5",
                condition=Q(uitvoerbaarheid__range=(1, 5)) | Q(uitvoerbaarheid__isnull=True),
            ),
            models.CheckConstraint(name="weighing_impact_is_1_to_5", condition=Q(impact__range=(1, 5)) | Q(impact__isnull=True)),
        ]
        triggers = append_only(texts=("argument",))
