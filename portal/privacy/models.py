"""What was reported, how it was judged, what is away meanwhile, and what was taken away."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q

from portal.history.evidence import Evidence, EvidenceQuerySet
from portal.history.triggers import append_only
from portal.kit.addresses import address_of
from portal.kit.fields import CodeField
from portal.privacy.enums import Ground, Judgement, Permission, SecondWord


class AboutThing(models.Model):
    """Something is said about a thing that can be reported."""

    subject_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, related_name="+")
    subject_id = models.BigIntegerField()
    subject = GenericForeignKey("subject_type", "subject_id")

    class Meta:
        abstract = True


class AboutThingQuerySet(EvidenceQuerySet):
    def of_kind(self, model: type[models.Model]) -> Any:
        return self.filter(subject_type=ContentType.objects.get_for_model(model))

    def about(self, subject: models.Model) -> Any:
        return self.filter(subject_type=ContentType.objects.get_for_model(subject), subject_id=subject.pk)


class ReportQuerySet(AboutThingQuerySet):
    def waiting(self) -> Any:
        """Not judged yet."""
        return self.filter(verdict__isnull=True)

    def visible_to(self, user: Any) -> Any:
        """Whoever reported it sees what became of it."""
        return self.filter(by_user=user) if user.is_authenticated else self.none()


class Report(Evidence, AboutThing):
    """Somebody says that a person can be recognised in one part of a thing, and why.

    The why goes with its verdict: it may repeat what is reported.
    """

    TEXTS = ("why",)

    part = models.CharField("deel", max_length=80)  # the code of a part
    why = models.TextField("waaraan", null=True)
    is_withheld = models.BooleanField("meteen verborgen")
    reported_at = models.DateTimeField("gemeld op")

    objects: ClassVar = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = "melding"
        verbose_name_plural = "meldingen"
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["subject_type", "subject_id"], name="report_about"),
            models.Index(fields=["by_user", "reported_at"], name="report_by_person"),
        ]
        triggers = append_only(texts=("why",))

    def __str__(self) -> str:
        return f"melding {self.pk}"

    def get_absolute_url(self) -> str:
        return address_of("privacy:clarify", self.pk)


class Verdict(Evidence):
    """A reviewer judged a report: the part was put back, or removed."""

    report = models.OneToOneField(Report, on_delete=models.PROTECT, related_name="verdict", verbose_name="melding")
    judgement = CodeField("oordeel", max_length=12, choices=Judgement)
    judged_at = models.DateTimeField("beoordeeld op")

    class Meta:
        verbose_name = "oordeel"
        verbose_name_plural = "oordelen"
        triggers = append_only()


class Enquiry(Evidence):
    """A reviewer asks whoever reported something to explain it."""

    TEXTS = ("question",)

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="enquiries", verbose_name="melding")
    question = models.TextField("vraag", null=True)
    asked_at = models.DateTimeField("gevraagd op")

    class Meta:
        verbose_name = "vraag aan de melder"
        verbose_name_plural = "vragen aan de melder"
        ordering = ["pk"]
        triggers = append_only(texts=("question",))


class Clarification(Evidence):
    """What whoever reported it says to that."""

    TEXTS = ("text",)

    enquiry = models.OneToOneField(Enquiry, on_delete=models.PROTECT, related_name="clarification", verbose_name="vraag")
    text = models.TextField("uitleg", null=True)
    given_at = models.DateTimeField("gegeven op")

    class Meta:
        verbose_name = "uitleg van de melder"
        verbose_name_plural = "uitleg van melders"
        triggers = append_only(texts=("text",))


class Withheld(models.Model):
    """The texts of a row while they are away. Only a reviewer reads them; gone as soon as the part was judged."""

    row_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, related_name="+")
    row_id = models.BigIntegerField()
    texts = models.JSONField("teksten")
    withheld_at = models.DateTimeField("verborgen sinds")

    class Meta:
        verbose_name = "verborgen tekst"
        verbose_name_plural = "verborgen teksten"
        constraints = [models.UniqueConstraint(fields=["row_type", "row_id"], name="withheld_once")]


class RemovalRequestQuerySet(AboutThingQuerySet):
    def waiting(self) -> Any:
        """No second person said yes or no."""
        return self.filter(answer__isnull=True)

    def visible_to(self, user: Any) -> Any:
        """Whoever may be the second person. The first one sees that it waits on the page of the report."""
        return self if user.is_authenticated and user.may(Permission.SECOND) else self.none()


class RemovalRequest(Evidence, AboutThing):
    """A reviewer wants words removed from what was decided, ratified or adopted: a second person looks too."""

    parts = models.JSONField("delen")  # codes of parts
    ground = CodeField("grond", max_length=20, choices=Ground)
    asked_at = models.DateTimeField("gevraagd op")

    objects: ClassVar = RemovalRequestQuerySet.as_manager()

    class Meta:
        verbose_name = "verzoek om verwijdering"
        verbose_name_plural = "verzoeken om verwijdering"
        ordering = ["pk"]
        triggers = append_only()

    def __str__(self) -> str:
        return f"verzoek {self.pk}"

    def get_absolute_url(self) -> str:
        return address_of("privacy:second", self.pk)


class RemovalAnswer(Evidence):
    """What the second person said to it."""

    TEXTS = ("why",)

    request = models.OneToOneField(RemovalRequest, on_delete=models.PROTECT, related_name="answer", verbose_name="verzoek")
    word = CodeField("antwoord", max_length=12, choices=SecondWord)
    why = models.TextField("waarom", null=True)
    answered_at = models.DateTimeField("beantwoord op")

    class Meta:
        verbose_name = "antwoord op een verzoek om verwijdering"
        verbose_name_plural = "antwoorden op verzoeken om verwijdering"
        constraints = [
            models.CheckConstraint(
                name="removal_refused_with_reason",
                condition=~Q(word=SecondWord.NO) | Q(why__isnull=False) | Q(redacted_at__isnull=False),
            )
        ]
        triggers = append_only(texts=("why",))


class Removal(Evidence, AboutThing):
    """A part of this thing was removed, on what ground. This is what everybody who reads the thing reads about it."""

    part = models.CharField("deel", max_length=80)
    row_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, related_name="+")
    row_id = models.BigIntegerField()
    was_decided = models.BooleanField("uit iets dat was besloten")
    ground = CodeField("grond", max_length=20, choices=Ground)
    request = models.ForeignKey(
        RemovalRequest, on_delete=models.PROTECT, null=True, related_name="removals", verbose_name="verzoek"
    )
    removed_at = models.DateTimeField("verwijderd op")

    objects: ClassVar = AboutThingQuerySet.as_manager()

    class Meta:
        verbose_name = "verwijdering"
        verbose_name_plural = "verwijderingen"
        ordering = ["pk"]
        indexes = [models.Index(fields=["subject_type", "subject_id"], name="removal_about")]
        triggers = append_only()
