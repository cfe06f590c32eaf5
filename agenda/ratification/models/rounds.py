"""Asking: a round over one version, who is asked in it, and what they answer. None of it is changed afterwards."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils import timezone

from agenda.ratification.enums import Channel, Permission, RoundOutcome, Stance
from agenda.ratification.models.agreements import Agreement, AgreementVersion
from portal.files.models import StoredFile
from portal.history.evidence import Evidence
from portal.history.triggers import append_only
from portal.kit import clock
from portal.kit.fields import CodeField
from portal.kit.texts import FreeTexts
from portal.network.models import House, Organisation


class Round(Evidence):
    """Those asked are asked about this version until the term is over."""

    key = models.UUIDField(unique=True, editable=False)
    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="rounds", verbose_name="afspraak")
    version = models.OneToOneField(AgreementVersion, on_delete=models.PROTECT, related_name="round", verbose_name="versie")
    opened_at = models.DateTimeField("geopend op")
    first_term = models.DateTimeField("termijn bij opening")
    shows_positions = models.BooleanField("standpunten zichtbaar voor elkaar", default=True)

    class Meta:
        verbose_name = "ronde"
        verbose_name_plural = "rondes"
        ordering = ["pk"]
        triggers = append_only()

    @property
    def closes_at(self) -> datetime:
        """The end of the term, as it was last extended."""
        last = max(self.extensions.all(), key=lambda each: each.pk, default=None)  # type: ignore[attr-defined]
        return last.closes_at if last else self.first_term

    @property
    def last_day(self) -> date:
        """The last day on which an answer counts."""
        return timezone.localtime(self.closes_at - timedelta(seconds=1)).date()

    @property
    def ended(self) -> RoundEnd | None:
        return self.end if hasattr(self, "end") else None

    @property
    def is_open(self) -> bool:
        """Whether an answer counts now: the clock decides, whether or not the end was written down yet."""
        return self.ended is None and clock.now() < self.closes_at


class RoundExtension(Evidence):
    TEXTS = ("reason",)
    FREE_TEXTS = FreeTexts(columns=TEXTS, label="Reden van meer tijd, door {row.by_label}", of="round__agreement")

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="extensions", verbose_name="ronde")
    closes_at = models.DateTimeField("nieuwe termijn")
    reason = models.TextField("reden", null=True)
    extended_at = models.DateTimeField()

    class Meta:
        verbose_name = "verlenging"
        verbose_name_plural = "verlengingen"
        ordering = ["pk"]
        triggers = append_only(texts=("reason",))


class RoundEnd(Evidence):
    """A round is over, once."""

    round = models.OneToOneField(Round, on_delete=models.PROTECT, related_name="end", verbose_name="ronde")
    outcome = CodeField("waarom", max_length=12, choices=RoundOutcome)
    ended_at = models.DateTimeField()

    class Meta:
        verbose_name = "einde van een ronde"
        verbose_name_plural = "eindes van rondes"
        triggers = append_only()


class Asked(Evidence):
    """An organisation or a house is asked in this round: the list is fixed when it opens.

    `via` is the organisation whose achterban a house is.
    """

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="asked", verbose_name="ronde")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="organisatie"
    )
    house = models.ForeignKey(House, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="huis")
    via = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="constituency", verbose_name="achterban van"
    )

    class Meta:
        verbose_name = "gevraagde"
        verbose_name_plural = "gevraagden"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="asked_is_organisation_or_house",
                condition=Q(organisation__isnull=False, house__isnull=True) | Q(organisation__isnull=True, house__isnull=False),
            ),
            models.UniqueConstraint(fields=["round", "organisation"], name="asked_organisation_once"),
            models.UniqueConstraint(fields=["round", "house"], name="asked_house_once"),
        ]
        triggers = append_only()

    def __str__(self) -> str:
        return str(self.who)

    @property
    def short(self) -> str:
        """Its name in a row of many: of a house the part that differs."""
        return str(self.who).removeprefix("Zorg- en Veiligheidshuis ")

    @property
    def who(self) -> Any:
        return self.organisation or self.house


class Position(Evidence):
    """What an organisation or a house answers to one version. Answering again adds one; the newest counts."""

    TEXTS = ("reason", "agreed_by")
    FREE_TEXTS = FreeTexts(
        columns=("reason", "agreed_by"),
        label="Standpunt, gegeven door {row.by_label}",
        of="asked__round__agreement",
        readers=Permission.READ_ALL,
    )

    key = models.UUIDField(unique=True, editable=False)
    asked = models.ForeignKey(Asked, on_delete=models.PROTECT, related_name="positions", verbose_name="van wie")
    stance = CodeField("standpunt", max_length=14, choices=Stance)
    reason = models.TextField("reden", null=True)
    agreed_by = models.TextField("met wie afgestemd", null=True)
    agreed_date = models.DateField("afgestemd op", null=True)  # nothing: not discussed yet
    channel = CodeField("hoe het binnenkwam", max_length=10, choices=Channel, default=Channel.PORTAAL)
    given_at = models.DateTimeField("gegeven op")

    class Meta:
        verbose_name = "standpunt"
        verbose_name_plural = "standpunten"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="position_has_its_reason",
                condition=Q(stance=Stance.AKKOORD) | Q(reason__isnull=False) | Q(redacted_at__isnull=False),
            )
        ]
        triggers = append_only(texts=("reason", "agreed_by"))

    @property
    def standing(self) -> Stance:
        """What was answered, with its word and its tone."""
        return Stance(self.stance)

    @property
    def is_on_behalf(self) -> bool:
        return self.channel != Channel.PORTAAL

    @property
    def awaits_confirmation(self) -> bool:
        return self.is_on_behalf and not hasattr(self, "confirmation")

    @property
    def answered(self) -> RemarkAnswer | None:
        return self.answer if hasattr(self, "answer") else None

    @property
    def is_settled(self) -> bool:
        return hasattr(self, "settlement")

    @property
    def counts_as_agreed(self) -> bool:
        """Agreed, or a kanttekening that was answered and that the house or organisation itself calls settled."""
        return self.stance == Stance.AKKOORD or (self.stance == Stance.KANTTEKENING and self.is_settled)

    @property
    def awaits_answer(self) -> bool:
        return self.stance == Stance.KANTTEKENING and self.answered is None

    @property
    def awaits_settlement(self) -> bool:
        return self.stance == Stance.KANTTEKENING and self.answered is not None and not self.is_settled

    @property
    def is_decided(self) -> bool:
        """What was ratified rests on it."""
        return self.asked.round.agreement.is_decided


class PositionConfirmation(Evidence):
    """Whoever holds the mandate confirms what was recorded on their behalf."""

    position = models.OneToOneField(Position, on_delete=models.PROTECT, related_name="confirmation", verbose_name="standpunt")
    confirmed_at = models.DateTimeField()

    class Meta:
        verbose_name = "bevestiging"
        verbose_name_plural = "bevestigingen"
        triggers = append_only()


class RemarkAnswer(Evidence):
    """What is answered to a kanttekening."""

    TEXTS = ("text",)
    FREE_TEXTS = FreeTexts(
        columns=("text",),
        label="Antwoord op een kanttekening, door {row.by_label}",
        of="position__asked__round__agreement",
        readers=Permission.READ_ALL,
    )

    position = models.OneToOneField(Position, on_delete=models.PROTECT, related_name="answer", verbose_name="standpunt")
    text = models.TextField("antwoord", null=True)
    answered_at = models.DateTimeField()

    class Meta:
        verbose_name = "antwoord op een kanttekening"
        verbose_name_plural = "antwoorden op kanttekeningen"
        triggers = append_only(texts=("text",))

    @property
    def is_decided(self) -> bool:
        """What was ratified rests on it."""
        return self.position.asked.round.agreement.is_decided


class RemarkSettlement(Evidence):
    """The house or organisation says itself that its kanttekening, after the answer, counts as agreed."""

    position = models.OneToOneField(Position, on_delete=models.PROTECT, related_name="settlement", verbose_name="standpunt")
    settled_at = models.DateTimeField()

    class Meta:
        verbose_name = "afgedane kanttekening"
        verbose_name_plural = "afgedane kanttekeningen"
        triggers = append_only()


class ConstituencyReport(Evidence):
    """The achterbanverslag: how, when and with whom the constituency was consulted about this version."""

    TEXTS = ("how", "with_whom", "outcome")
    FREE_TEXTS = FreeTexts(
        columns=("how", "with_whom", "outcome"),
        label="Achterbanverslag, door {row.by_label}",
        of="asked__round__agreement",
        readers=Permission.READ_ALL,
        file="file",
    )

    key = models.UUIDField(unique=True, editable=False)
    asked = models.ForeignKey(Asked, on_delete=models.PROTECT, related_name="reports", verbose_name="van wie")
    consulted_date = models.DateField("geraadpleegd op")
    how = models.TextField("hoe", null=True)
    with_whom = models.TextField("met wie", null=True)
    outcome = models.TextField("wat eruit kwam", null=True)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="document")
    reported_at = models.DateTimeField()

    class Meta:
        verbose_name = "achterbanverslag"
        verbose_name_plural = "achterbanverslagen"
        ordering = ["pk"]
        triggers = append_only(texts=("how", "with_whom", "outcome"))

    @property
    def has_file(self) -> bool:
        return self.file is not None and self.file.removed_at is None
