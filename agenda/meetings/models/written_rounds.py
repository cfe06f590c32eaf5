"""Deciding in writing between meetings, where a body's own rules allow it."""

from __future__ import annotations

from typing import Any

from django.db import models

from agenda.decisions.models import Decision
from agenda.meetings.enums import WrittenAnswer
from agenda.meetings.models.items import AgendaItem
from portal.history.evidence import Evidence
from portal.history.triggers import append_only
from portal.kit import clock
from portal.kit.addresses import address_of
from portal.kit.db import LockingQuerySet
from portal.kit.fields import CodeField
from portal.kit.texts import FreeTexts
from portal.network.models import Body, Membership
from portal.network.rules import own_bodies
from portal.privacy.reportable import Reportable


class WrittenProcedureQuerySet(LockingQuerySet["WrittenProcedure"]):
    def visible_to(self, user: Any) -> WrittenProcedureQuerySet:
        """Whoever sits in the body that is asked; what was reported only the privacybeoordelaar."""
        return self.filter(body__in=own_bodies(user)).select_related("body", "decision")


class WrittenProcedure(Reportable):
    """A question to a body with a term. Who says nothing has not agreed."""

    REPORT_VIEW, REVIEW_VIEW = "meetings:report_procedure", "meetings:review_procedure"
    FREE_TEXTS = FreeTexts(columns=("title", "question"), label="Titel en vraag")

    key = models.UUIDField(unique=True, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="procedures", verbose_name="gremium")
    title = models.CharField("titel", max_length=140)
    question = models.TextField("waarover wordt besloten", max_length=2000)
    closes_date = models.DateField("antwoord uiterlijk op")
    opened_at = models.DateTimeField("gevraagd op")
    decision = models.OneToOneField(
        Decision, on_delete=models.PROTECT, null=True, related_name="procedure", verbose_name="besluit"
    )
    item = models.OneToOneField(
        AgendaItem, on_delete=models.SET_NULL, null=True, related_name="procedure", verbose_name="agendapunt"
    )

    objects = WrittenProcedureQuerySet.as_manager()

    class Meta:
        verbose_name = "schriftelijke ronde"
        verbose_name_plural = "schriftelijke rondes"
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return address_of("meetings:procedure", self.pk)

    @property
    def is_open(self) -> bool:
        return self.decision_id is None and self.closes_date >= clock.today()


class ProcedureAnswer(Evidence):
    """What an organisation answers. Answering again adds one; the newest counts."""

    TEXTS = ("text",)
    FREE_TEXTS = FreeTexts(columns=TEXTS, label="Antwoord van {row.by_label}", of="procedure")

    procedure = models.ForeignKey(WrittenProcedure, on_delete=models.PROTECT, related_name="answers", verbose_name="ronde")
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+", verbose_name="organisatie")
    answer = CodeField("antwoord", max_length=14, choices=WrittenAnswer)
    text = models.TextField("toelichting", null=True)
    answered_at = models.DateTimeField()

    class Meta:
        verbose_name = "antwoord in een schriftelijke ronde"
        verbose_name_plural = "antwoorden in schriftelijke rondes"
        ordering = ["pk"]
        triggers = append_only(texts=("text",))

    @property
    def is_decided(self) -> bool:
        """The decision rests on it."""
        return self.procedure.decision_id is not None
