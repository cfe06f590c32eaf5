"""A national agreement, the versions of its text, and the steps it took."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q

from agenda.decisions.enums import Serves
from agenda.decisions.models import Decision
from agenda.ratification.enums import PUBLIC_STATES, AgreementState, Route
from portal.history.evidence import Evidence, canonical, sha256
from portal.history.triggers import append_only, state_is_last_step, step_sets_state
from portal.kit.addresses import address_of
from portal.kit.db import LockingQuerySet
from portal.kit.fields import CodeField
from portal.kit.texts import FreeTexts
from portal.network.enums import BodyKind
from portal.network.models import Organisation
from portal.network.rules import is_nzvh_board, is_stuurgroep_member, leads_body, member_seats
from portal.privacy.reportable import Reportable


def _reads_concepts(seat: Any, route: Route) -> bool:
    """A concept is read by who writes it and by who will put it to the table."""
    if seat.body_kind == BodyKind.STUURGROEP:
        return bool(leads_body(seat)) or (route == Route.ACHTERAF and bool(is_stuurgroep_member(seat)))
    return route == Route.VOORAF and bool(is_nzvh_board(seat))


class AgreementQuerySet(LockingQuerySet["Agreement"]):
    def visible_to(self, user: Any) -> AgreementQuerySet:
        """Everybody reads what was ratified, members what is asked, and a concept who works on it."""
        if not member_seats(user):
            return self.filter(state__in=PUBLIC_STATES)
        routes = [route for route in Route if any(_reads_concepts(seat, route) for seat in user.seats_today)]
        return self.filter(~Q(state=AgreementState.CONCEPT) | Q(route__in=routes))

    def in_force(self) -> AgreementQuerySet:
        return self.filter(state=AgreementState.BEKRACHTIGD)


class Agreement(Reportable):
    """What the network agrees nationally. Its text is written here until it is fixed as a version."""

    REPORT_VIEW, REVIEW_VIEW = "ratification:report", "ratification:review"
    FREE_TEXTS = FreeTexts(columns=("title", "text", "asks"), label="Titel, tekst en wat het vraagt")

    key = models.UUIDField(unique=True, editable=False)
    route = CodeField("route", max_length=10, choices=Route)
    title = models.CharField("titel", max_length=140)
    text = models.TextField("tekst", max_length=20000)
    asks = models.TextField("wat het van wie vraagt", max_length=3000)
    from_date = models.DateField("vanaf")
    evaluate_date = models.DateField("evaluatie")
    owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="agreements", verbose_name="eigenaar")
    serves = CodeField("functie", max_length=12, choices=Serves, default=Serves.HUIZEN)
    replaces = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by", verbose_name="vervangt"
    )
    state = CodeField("stand", max_length=16, choices=AgreementState, default=AgreementState.CONCEPT)
    state_since = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    objects = AgreementQuerySet.as_manager()

    class Meta:
        verbose_name = "landelijke afspraak"
        verbose_name_plural = "landelijke afspraken"
        ordering = ["-state_since", "-pk"]
        triggers = [state_is_last_step(state="state", steps="ratification_agreementstep", key="agreement_id")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return address_of("ratification:agreement", self.pk)

    @property
    def standing(self) -> AgreementState:
        """Where it stands, with its word, its tone and its row."""
        return AgreementState(self.state)

    @property
    def is_in_force(self) -> bool:
        return self.state == AgreementState.BEKRACHTIGD

    @property
    def last_version(self) -> AgreementVersion | None:
        """The newest text that was fixed, or nothing."""
        return self.versions.order_by("-number").first()  # type: ignore[attr-defined,no-any-return]

    @property
    def is_decided(self) -> bool:
        """It was ratified."""
        return self.state in PUBLIC_STATES

    @property
    def is_draft(self) -> bool:
        """Only who works on it reads it."""
        return self.state == AgreementState.CONCEPT


class AgreementVersion(Evidence):
    """The text as it was agreed as a concept or put to those asked. Positions belong to one version."""

    TEXTS = ("title", "text", "asks", "note")
    FREE_TEXTS = FreeTexts(
        columns=("title", "text", "asks", "note"), label="Versie {row.number}, vastgelegd door {row.by_label}", of="agreement"
    )

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="versions", verbose_name="afspraak")
    number = models.PositiveSmallIntegerField("versie")
    title = models.CharField("titel", max_length=140, null=True)
    text = models.TextField("tekst", null=True)
    asks = models.TextField("wat het van wie vraagt", null=True)
    note = models.TextField("wat er anders is", null=True)
    from_date = models.DateField("vanaf")
    evaluate_date = models.DateField("evaluatie")
    fixed_at = models.DateTimeField("vastgelegd op")

    class Meta:
        verbose_name = "versie van een afspraak"
        verbose_name_plural = "versies van afspraken"
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["agreement", "number"], name="agreement_version_number")]
        triggers = append_only(texts=("title", "text", "asks", "note"))

    def __str__(self) -> str:
        return f"versie {self.number}"

    @property
    def sha256(self) -> str:
        """Of everything that is agreed: title, text, what it asks, from when, and when it is looked at again."""
        return sha256(canonical([self.title, self.text, self.asks, self.from_date, self.evaluate_date]))

    @property
    def is_decided(self) -> bool:
        """It belongs to what was ratified."""
        return self.agreement.is_decided


class AgreementStep(Evidence):
    """A step from one state to another, with the reason or the decision it rests on."""

    TEXTS = ("reason",)
    FREE_TEXTS = FreeTexts(columns=TEXTS, label="Reden, door {row.by_label}", of="agreement")

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="steps", verbose_name="afspraak")
    from_state = CodeField(max_length=16, choices=AgreementState, null=True)
    to_state = CodeField(max_length=16, choices=AgreementState)
    reason = models.TextField("reden", null=True)
    decision = models.ForeignKey(
        Decision, on_delete=models.PROTECT, null=True, related_name="agreement_steps", verbose_name="besluit"
    )
    taken_at = models.DateTimeField()

    class Meta:
        verbose_name = "stap van een afspraak"
        verbose_name_plural = "stappen van afspraken"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="agreement_step_copies_nothing", condition=Q(decision__isnull=True) | Q(reason__isnull=True)
            )
        ]
        triggers = [
            *append_only(texts=("reason",)),
            step_sets_state(subject="ratification_agreement", state="state", key="agreement_id"),
        ]


class Reference(models.Model):
    """Something that an agreement is about or rests on."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="references", verbose_name="afspraak")
    subject_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, related_name="+")
    subject_id = models.BigIntegerField()
    subject = GenericForeignKey("subject_type", "subject_id")

    class Meta:
        verbose_name = "verwijzing van een afspraak"
        verbose_name_plural = "verwijzingen van afspraken"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["agreement", "subject_type", "subject_id"], name="agreement_refers_once")]
        indexes = [models.Index(fields=["subject_type", "subject_id"], name="agreement_reference")]
