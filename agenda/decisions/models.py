"""What a body decided: never edited; a later decision that names it corrects it."""

from __future__ import annotations

from typing import Any

import pgtrigger
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from agenda.decisions.enums import SHARED, DecisionKind, Serves, Visibility
from knelpunten.models import KnelpuntStep
from portal.documents.models import Edition
from portal.history.evidence import Evidence, EvidenceQuerySet
from portal.history.triggers import append_only
from portal.kit.fields import CodeField
from portal.kit.finding import words_of
from portal.kit.texts import FreeTexts
from portal.network.models import Body, Membership
from portal.network.rules import member_seats, own_bodies


def readable(user: Any, visibility: str = "visibility", body: str = "body") -> Q:
    """The condition that this reader may read something of this class that belongs to a
    meeting of this body: columns by their paths."""
    if not member_seats(user):
        return Q(pk__in=[])
    return Q(**{f"{visibility}__in": SHARED}) | Q(**{f"{body}__in": own_bodies(user)})


class DecisionQuerySet(EvidenceQuerySet):
    def visible_to(self, user: Any) -> Any:
        """All members read a decision, unless it was taken at a confidential item: then whoever sits in that body."""
        return self.filter(readable(user, "seal__visibility"))

    def open_to_all(self) -> Any:
        return self.filter(seal__visibility=Visibility.OPEN)

    def about(self, subject: models.Model) -> Any:
        subject_type = ContentType.objects.get_for_model(subject)
        return self.filter(subject_type=subject_type, subject_id=subject.pk)


WORDS = words_of("wording")


class Decision(Evidence):
    TEXTS = ("wording",)
    FREE_TEXTS = FreeTexts(columns=TEXTS, label="Tekst van {row}")

    key = models.UUIDField(unique=True, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="decisions", verbose_name="gremium")
    number = models.CharField("nummer", max_length=12)
    kind = CodeField("soort", max_length=24, choices=DecisionKind)
    serves = CodeField("functie", max_length=12, choices=Serves)
    wording = models.TextField("tekst", null=True)
    subject_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, null=True, related_name="+")
    subject_id = models.BigIntegerField(null=True)
    subject = GenericForeignKey("subject_type", "subject_id")
    corrects = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="corrected_by")
    taken_at = models.DateTimeField("genomen op")

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = "besluit"
        verbose_name_plural = "besluiten"
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["subject_type", "subject_id"], name="decision_subject"),
            GinIndex(WORDS, name="decision_words"),
        ]
        constraints = [models.UniqueConstraint(fields=["body", "number"], name="decision_number_in_body")]
        triggers = append_only(texts=("wording",))

    def __str__(self) -> str:
        return f"Besluit {self.number}"

    @property
    def is_decided(self) -> bool:
        """What was decided is taken away by two people."""
        return True


class DecisionSeal(Evidence):
    """Who may read the decision, and the digest of it as it was taken: of its words a
    salted one, so that who removes them removes them all."""

    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="seal", verbose_name="besluit")
    visibility = CodeField("wie het leest", max_length=14, choices=Visibility)
    sha256 = models.CharField(max_length=64)

    class Meta:
        verbose_name = "zegel"
        verbose_name_plural = "zegels"
        triggers = append_only()


class Reservation(Evidence):
    """An organisation puts on record that it holds back from this decision, and why."""

    TEXTS = ("text",)
    FREE_TEXTS = FreeTexts(columns=TEXTS, label="Voorbehoud van {row.membership.member}", seen_with="decision")

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="reservations", verbose_name="besluit")
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+", verbose_name="organisatie")
    text = models.TextField("voorbehoud", null=True)
    made_at = models.DateTimeField("gemaakt op")

    class Meta:
        verbose_name = "voorbehoud"
        verbose_name_plural = "voorbehouden"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["decision", "membership"], name="one_reservation_per_organisation")]
        triggers = append_only(texts=("text",))

    @property
    def is_decided(self) -> bool:
        """It was put on record with the decision."""
        return True


class StepDecision(Evidence):
    """This step of a knelpunt rests on that decision, whose words are its reason: the step holds none of its own."""

    step = models.OneToOneField(KnelpuntStep, on_delete=models.PROTECT, related_name="rests_on", verbose_name="stap")
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="knelpunt_steps", verbose_name="besluit")

    class Meta:
        verbose_name = "besluit van een stap"
        verbose_name_plural = "besluiten van stappen"
        triggers = [
            *append_only(),
            pgtrigger.Trigger(
                name="copies_nothing",
                operation=pgtrigger.Insert,
                when=pgtrigger.Before,
                func="""
                    IF (SELECT reason FROM knelpunten_knelpuntstep WHERE id = NEW.step_id) IS NOT NULL
                    THEN RAISE EXCEPTION 'step % rests on a decision and has a reason of its own', NEW.step_id;
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]


class EditionAdoption(Evidence):
    """With this decision the Stuurgroep adopted these words, in force from that date. `sha256` is of the whole edition."""

    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="adoption")
    edition = models.OneToOneField(Edition, on_delete=models.PROTECT, related_name="adoption")
    in_force_date = models.DateField("geldend vanaf")
    sha256 = models.CharField(max_length=64)

    class Meta:
        verbose_name = "vaststelling"
        verbose_name_plural = "vaststellingen"
        triggers = append_only()
