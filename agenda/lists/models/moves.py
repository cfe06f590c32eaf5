"""How an action goes from list to list, how it ends, and in what order a list is discussed."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from agenda.decisions.models import Decision
from agenda.lists.enums import ActionList, Outcome
from agenda.lists.models.action import Action
from portal.history.evidence import Evidence
from portal.history.triggers import append_only, step_sets_state
from portal.kit.fields import CodeField
from portal.kit.texts import FreeTexts
from portal.network.models import PolicyTable, Theme


class ListMove(Evidence):
    """An action went from one list to another, on the strength of a decision.

    Why is what that decision says: nothing is copied.
    """

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="moves")
    from_list = CodeField(max_length=16, choices=ActionList, null=True)
    to_list = CodeField(max_length=16, choices=ActionList)
    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, null=True, related_name="move")
    outcome = CodeField(max_length=14, choices=Outcome, blank=True)
    table = models.ForeignKey(PolicyTable, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="tafel")
    is_accepted = models.BooleanField("aanvaard", null=True)
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
            *append_only(),
            step_sets_state(subject="lists_action", state="list", key="action_id", start="from_list", to="to_list"),
        ]

    @property
    def words(self) -> str | None:
        """Why it moved, or what came of it: what the decision says."""
        return self.decision.wording if self.decision else None


class EndingDetails(Evidence):
    """What goes with a move to the gereedlijst: what regions notice of a result, or who
    at the other table answers and when to look back."""

    TEXTS = ("noticed", "contact")
    FREE_TEXTS = FreeTexts(
        columns=("noticed", "contact"), label="Bij de afronding of overdracht door {row.by_label}", of="move__action"
    )

    move = models.OneToOneField(ListMove, on_delete=models.PROTECT, related_name="details")
    noticed = models.TextField("wat regio's ervan merken", null=True)
    contact = models.TextField("wie daar het aanspreekpunt is", null=True)
    check_date = models.DateField("wanneer we navragen", null=True)

    class Meta:
        verbose_name = "gegevens bij een einde"
        verbose_name_plural = "gegevens bij een einde"
        triggers = append_only(texts=("noticed", "contact"))


class TableAnswer(Evidence):
    """What the other table said: it takes the action up, or it does not."""

    TEXTS = ("note",)
    FREE_TEXTS = FreeTexts(columns=TEXTS, label="Antwoord van een tafel, vastgelegd door {row.by_label}", of="move__action")

    move = models.ForeignKey(ListMove, on_delete=models.PROTECT, related_name="answers")
    is_accepted = models.BooleanField("aanvaard")
    note = models.TextField("wat die tafel zei", null=True)
    answered_at = models.DateTimeField()

    class Meta:
        verbose_name = "antwoord van een tafel"
        verbose_name_plural = "antwoorden van tafels"
        ordering = ["pk"]
        triggers = append_only(texts=("note",))


class ListOrder(Evidence):
    """The order in which the secretaris proposes to discuss a voorraadlijst; set by the meeting when one was open.

    Actions by primary key.
    """

    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="orders")
    actions = ArrayField(models.BigIntegerField())
    set_in = models.CharField("vastgesteld in", max_length=120, blank=True)
    proposed_at = models.DateTimeField()

    class Meta:
        verbose_name = "volgorde"
        verbose_name_plural = "volgordes"
        ordering = ["pk"]
        triggers = append_only()
