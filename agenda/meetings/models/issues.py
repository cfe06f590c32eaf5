"""Vraagstukken and dilemma's that members of the Klankbordgroep bring in for the Stuurgroep."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.urls import reverse

from agenda.meetings.enums import IssueKind
from agenda.meetings.models.items import AgendaItem
from agenda.meetings.models.meeting import Meeting
from portal.history.evidence import Evidence
from portal.history.triggers import append_only
from portal.kit.db import LockingQuerySet
from portal.kit.fields import CodeField
from portal.kit.texts import FreeTexts
from portal.network.models import Membership, Theme
from portal.network.rules import member_seats
from portal.privacy.reportable import Reportable


class IssueQuerySet(LockingQuerySet["Issue"]):
    def visible_to(self, user: Any) -> IssueQuerySet:
        """All members read what is brought in."""
        return self if member_seats(user) else self.none()

    def waiting(self) -> IssueQuerySet:
        """Not chosen yet, and not left out."""
        return self.filter(choice__isnull=True)

    def chosen(self) -> IssueQuerySet:
        """Chosen and worded, and not on an agenda of the Stuurgroep yet."""
        return self.filter(choice__is_chosen=True, item__isnull=True)


class Issue(Reportable):
    REPORT_VIEW, REVIEW_VIEW = "meetings:report_issue", "meetings:review_issue"
    FREE_TEXTS = FreeTexts(columns=("title", "question", "background"), label="Titel, vraag en achtergrond")

    key = models.UUIDField(unique=True, editable=False)
    kind = CodeField("soort", max_length=12, choices=IssueKind)
    title = models.CharField("titel", max_length=140)
    question = models.TextField("vraag", max_length=1000)
    background = models.TextField("achtergrond", max_length=2000, blank=True)
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="thema")
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+", verbose_name="organisatie")
    raised_at = models.DateTimeField("aangedragen op")
    item = models.OneToOneField(AgendaItem, on_delete=models.SET_NULL, null=True, related_name="issue", verbose_name="agendapunt")

    objects = IssueQuerySet.as_manager()

    class Meta:
        verbose_name = "vraagstuk of dilemma"
        verbose_name_plural = "vraagstukken en dilemma's"
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("meetings:issues")

    @property
    def chosen(self) -> IssueChoice | None:
        return self.choice if hasattr(self, "choice") else None


class IssueChoice(Evidence):
    """What a meeting of the Klankbordgroep made of it: put to the Stuurgroep in these words, or not put and why."""

    TEXTS = ("wording",)
    FREE_TEXTS = FreeTexts(columns=TEXTS, label="Keuze, vastgelegd door {row.by_label}", of="issue")

    issue = models.OneToOneField(Issue, on_delete=models.PROTECT, related_name="choice", verbose_name="vraagstuk")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="+", verbose_name="vergadering")
    is_chosen = models.BooleanField("voorgelegd")
    wording = models.TextField("de vraag aan de Stuurgroep, of waarom niet", null=True)
    chosen_at = models.DateTimeField()

    class Meta:
        verbose_name = "keuze van de Klankbordgroep"
        verbose_name_plural = "keuzes van de Klankbordgroep"
        triggers = append_only(texts=("wording",))

    @property
    def is_decided(self) -> bool:
        """The Klankbordgroep chose in a meeting."""
        return True
