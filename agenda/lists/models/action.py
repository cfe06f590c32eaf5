"""An action, and what it is about."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from agenda.decisions.models import Decision
from agenda.lists.enums import ActionKind, ActionList, Ladder, Outcome
from knelpunten.models import Knelpunt
from portal.documents.models import Section
from portal.history.evidence import Evidence
from portal.history.triggers import append_only, state_is_last_step
from portal.kit.addresses import address_of
from portal.kit.db import LockingQuerySet
from portal.kit.fields import CodeField
from portal.kit.finding import words_of
from portal.kit.texts import FreeTexts
from portal.network.models import Ambition, Membership, Seat, Theme
from portal.network.rules import member_seats
from portal.privacy.reportable import Reportable

WORDS = words_of("title", "goal", "intended_result")


class ActionQuerySet(LockingQuerySet["Action"]):
    def visible_to(self, user: Any) -> ActionQuerySet:
        """Every member reads the lists of every theme. The twin of `rules.may_read`."""
        return self if member_seats(user) else self.none()

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
            "theme",
            "found_desirable_by",
            "proposed_by__organisation",
            "proposed_by__house",
            "trekker__user",
            "trekker__membership__organisation",
            "trekker__membership__body",
        )


# What a row of a list shows of an action, and nothing more: lists are what is read most.
ROW_COLUMNS = (
    "title", "list", "list_since", "outcome", "is_accepted", "found_desirable_by__taken_at", "proposed_at", "theme_id",
    "trekker__from_date", "trekker__until_date", "trekker__user__name",
    "trekker__membership__from_date", "trekker__membership__until_date", "trekker__membership__organisation__short_name",
)  # fmt: skip


class Action(Reportable):
    """Something the network wishes to do, is doing or has done about knelpunten. Stands on exactly one list."""

    REPORT_VIEW, REVIEW_VIEW = "lists:report_personal_data", "lists:review"
    FREE_TEXTS = FreeTexts(columns=("title", "goal", "intended_result", "without_knelpunt"), label="Titel en tekst van de actie")

    key = models.UUIDField(unique=True, editable=False)
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="actions", verbose_name="thema")
    title = models.CharField("titel", max_length=140)
    goal = models.TextField("doel", max_length=2000)
    intended_result = models.TextField("beoogd resultaat", max_length=2000)
    kind = CodeField("soort actie", max_length=20, choices=ActionKind)
    ladder = CodeField("trede op de ladder", max_length=14, choices=Ladder, blank=True)
    without_knelpunt = models.TextField("waarom zonder knelpunt", max_length=1000, blank=True)
    knelpunten = models.ManyToManyField(Knelpunt, through="ActionKnelpunt", related_name="actions")
    list = CodeField("lijst", max_length=16, choices=ActionList, default=ActionList.VOORRAADLIJST)
    list_since = models.DateTimeField()
    outcome = CodeField("uitkomst", max_length=14, choices=Outcome, blank=True)
    is_accepted = models.BooleanField("door de andere tafel aanvaard", null=True)
    found_desirable_by = models.ForeignKey(Decision, on_delete=models.PROTECT, null=True, related_name="+")
    trekker = models.ForeignKey(
        Seat, on_delete=models.PROTECT, null=True, related_name="pulled_actions", verbose_name="bestuurlijk trekker"
    )
    proposed_at = models.DateTimeField()
    proposed_by = models.ForeignKey(
        Membership, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="voorgesteld door"
    )
    place = models.PositiveSmallIntegerField("plaats op de lijst", null=True)
    version = models.PositiveIntegerField(default=1)

    objects = ActionQuerySet.as_manager()

    class Meta:
        verbose_name = "actie"
        verbose_name_plural = "acties"
        ordering = ["-list_since", "-pk"]
        indexes = [
            models.Index(fields=["theme", "list", "place", "-list_since", "-id"], name="action_list_in_order"),
            GinIndex(WORDS, name="action_words"),
        ]
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


class ActionAmbition(Evidence):
    """An action also serves an ambition of the Samenwerkingsagenda, since when."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="serves")
    ambition = models.ForeignKey(Ambition, on_delete=models.PROTECT, related_name="+")
    linked_at = models.DateTimeField()

    class Meta:
        verbose_name = "verwijzing naar een ambitie"
        verbose_name_plural = "verwijzingen naar ambities"
        constraints = [models.UniqueConstraint(fields=["action", "ambition"], name="action_serves_ambition_once")]
        triggers = append_only()


class ActionRevision(Evidence):
    """The words of a proposed action as they became when somebody wrote it better."""

    TEXTS = ("title", "goal", "intended_result")
    FREE_TEXTS = FreeTexts(
        columns=("title", "goal", "intended_result"),
        label="Eerdere tekst, herschreven door {row.by_label}",
        of="action",
        goes_with="action",
    )

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="revisions")
    title = models.CharField("titel", max_length=140, null=True)
    goal = models.TextField("doel", null=True)
    intended_result = models.TextField("beoogd resultaat", null=True)
    revised_at = models.DateTimeField()

    class Meta:
        verbose_name = "herschrijving"
        verbose_name_plural = "herschrijvingen"
        ordering = ["pk"]
        triggers = append_only(texts=("title", "goal", "intended_result"))
