"""What the network wants to have reached: the text of an ambition, its action lines, and the years for which plans are asked."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from ambitions.enums import Scope
from knelpunten.models import Knelpunt
from portal.history.evidence import Evidence, EvidenceQuerySet
from portal.history.triggers import append_only
from portal.kit import clock
from portal.kit.addresses import address_of
from portal.kit.db import LockingQuerySet
from portal.kit.fields import CodeField
from portal.kit.texts import FreeTexts
from portal.network.models import Ambition, Organisation
from portal.privacy.reportable import Reportable


class AmbitionText(Evidence):
    """What an ambition says, edition by edition, as the CMS published it. The newest holds; what it said before stays readable.

    Expectations and background are lists of blocks: see `portal.documents.content`.
    """

    TEXTS = ("objective", "expectations", "background", "note")

    ambition = models.ForeignKey(Ambition, on_delete=models.PROTECT, related_name="texts", verbose_name="ambitie")
    number = models.PositiveSmallIntegerField("uitgave")
    objective = models.TextField("doel voor 2030", null=True)
    expectations = models.JSONField("wat partners van elkaar mogen verwachten", null=True)
    background = models.JSONField("achtergrond", null=True)
    note = models.TextField("wat er anders is", null=True)
    written_at = models.DateTimeField("geschreven op")

    class Meta:
        verbose_name = "tekst van een ambitie"
        verbose_name_plural = "teksten van ambities"
        ordering = ["ambition__number", "number"]
        constraints = [models.UniqueConstraint(fields=["ambition", "number"], name="ambition_text_number")]
        triggers = append_only(texts=("objective", "expectations", "background", "note"), can_be_withheld=False)


class LineQuerySet(LockingQuerySet["ActionLine"]):
    def visible_to(self, user: Any) -> LineQuerySet:
        """Everybody reads the lines of the Samenwerkingsagenda."""
        return self

    def in_year(self, year: int) -> LineQuerySet:
        return self.filter(Q(until_year__isnull=True) | Q(until_year__gte=year), from_year__lte=year)

    def not_over(self) -> LineQuerySet:
        """Those that still run, or begin later."""
        return self.filter(Q(until_year__isnull=True) | Q(until_year__gte=clock.today().year))

    def of_houses(self) -> LineQuerySet:
        return self.filter(scope=Scope.REGIONAAL)


class ActionLine(Reportable):
    """An action line of an ambition: what is to be done, by whom, from which year, and when it counts as realised.

    Its words stand here as they are now; `version` is the number of the LineText that holds the same words for good.
    """

    REPORT_VIEW, REVIEW_VIEW = "ambitions:flag_line", "ambitions:review_line"
    FREE_TEXTS = FreeTexts(columns=("title", "text", "realised_when"), label="Titel, tekst en wanneer het gerealiseerd is")

    key = models.UUIDField(unique=True, editable=False)
    ambition = models.ForeignKey(Ambition, on_delete=models.PROTECT, related_name="lines", verbose_name="ambitie")
    scope = CodeField("waar", max_length=10, choices=Scope)
    owner = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="lines", verbose_name="eigenaar"
    )
    title = models.CharField("titel", max_length=120)
    text = models.TextField("wat er gebeurt", max_length=3000)
    realised_when = models.TextField("wanneer het gerealiseerd is", max_length=1000)
    from_year = models.PositiveSmallIntegerField("vanaf jaar")
    until_year = models.PositiveSmallIntegerField("tot en met jaar", null=True)
    is_example = models.BooleanField("voorbeeld", default=False)
    version = models.PositiveIntegerField(default=1)

    objects = LineQuerySet.as_manager()

    class Meta:
        verbose_name = "actielijn"
        verbose_name_plural = "actielijnen"
        ordering = ["ambition__number", "pk"]
        constraints = [
            models.CheckConstraint(
                name="line_owner_when_national",
                condition=Q(scope="landelijk", owner__isnull=False) | Q(scope="regionaal", owner__isnull=True),
            ),
            models.CheckConstraint(
                name="line_ends_after_start", condition=Q(until_year__isnull=True) | Q(until_year__gte=F("from_year"))
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return address_of("ambitions:line", self.pk)

    def runs_in(self, year: int) -> bool:
        return self.from_year <= year <= (self.until_year or year)

    @property
    def years(self) -> str:
        return f"{self.from_year} tot en met {self.until_year}" if self.until_year else f"vanaf {self.from_year}"


class LineText(Evidence):
    """The words of a line, number by number. An answer belongs to one number."""

    TEXTS = ("title", "text", "realised_when", "note")
    FREE_TEXTS = FreeTexts(
        columns=("title", "text", "realised_when", "note"),
        label="Eerdere tekst, geschreven door {row.by_label}",
        of="line",
        goes_with="line",
    )

    line = models.ForeignKey(ActionLine, on_delete=models.PROTECT, related_name="texts", verbose_name="actielijn")
    number = models.PositiveIntegerField("nummer")
    title = models.CharField("titel", max_length=120, null=True)
    text = models.TextField("wat er gebeurt", null=True)
    realised_when = models.TextField("wanneer het gerealiseerd is", null=True)
    note = models.TextField("wat er anders is", null=True)
    written_at = models.DateTimeField("geschreven op")

    class Meta:
        verbose_name = "tekst van een actielijn"
        verbose_name_plural = "teksten van actielijnen"
        ordering = ["line", "number"]
        constraints = [models.UniqueConstraint(fields=["line", "number"], name="line_text_number")]
        triggers = append_only(texts=("title", "text", "realised_when", "note"))


class LineKnelpuntQuerySet(EvidenceQuerySet):
    def standing(self) -> LineKnelpuntQuerySet:
        """What is taken up today: the last word on a line and a knelpunt."""
        later = LineKnelpunt.objects.filter(line=OuterRef("line"), knelpunt=OuterRef("knelpunt"), pk__gt=OuterRef("pk"))
        return self.filter(~Exists(later), is_taken_up=True)


class LineKnelpunt(Evidence):
    """A line takes up a knelpunt that went to the Samenwerkingsagenda, or lets it go again. The last word counts."""

    line = models.ForeignKey(ActionLine, on_delete=models.PROTECT, related_name="knelpunten", verbose_name="actielijn")
    knelpunt = models.ForeignKey(Knelpunt, on_delete=models.PROTECT, related_name="lines", verbose_name="knelpunt")
    is_taken_up = models.BooleanField("opgenomen")
    written_at = models.DateTimeField()

    objects = LineKnelpuntQuerySet.as_manager()

    class Meta:
        verbose_name = "knelpunt bij een actielijn"
        verbose_name_plural = "knelpunten bij actielijnen"
        ordering = ["pk"]
        triggers = append_only()


class PlanYear(Evidence):
    """A year for which the houses are asked for their plan, and until when."""

    year = models.PositiveSmallIntegerField("jaar", unique=True)
    due_date = models.DateField("plannen uiterlijk op")
    opened_at = models.DateTimeField()

    class Meta:
        verbose_name = "planjaar"
        verbose_name_plural = "planjaren"
        ordering = ["-year"]
        triggers = append_only()

    def __str__(self) -> str:
        return str(self.year)
