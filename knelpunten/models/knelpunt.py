"""A knelpunt, and the houses that stand behind it."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import Case, Count, OuterRef, Q, Subquery, When
from django.db.models.functions import Coalesce

from knelpunten.enums import (
    LISTED_STATES,
    OWING_STATES,
    READ_BY,
    SHARED_STATES,
    WAITING_FOR,
    Acting,
    Frequency,
    KnelpuntKind,
    KnelpuntState,
    Level,
    Reader,
    Since,
)
from portal.history.triggers import state_is_last_step
from portal.kit import clock
from portal.kit.addresses import address_of
from portal.kit.db import LockingQuerySet
from portal.kit.fields import CodeField
from portal.kit.texts import FreeTexts
from portal.network.models import Ambition, Domain, House, Theme
from portal.network.rules import is_house_staff, is_in_stuurgroep, is_landelijk_bureau, is_privacybeoordelaar, member_seats
from portal.privacy.reportable import Reportable


class KnelpuntQuerySet(LockingQuerySet["Knelpunt"]):
    def visible_to(self, user: Any) -> KnelpuntQuerySet:
        """The own house's always; what was submitted to the landelijk bureau; what is shared
        to every member; to the Stuurgroep what it takes note of.

        The twin of `rules.may_read`.
        """
        if not user.is_authenticated:
            return self.none()
        seats = user.seats_today
        own = Q(house__in=[seat.house_id for seat in seats if is_house_staff(seat)])
        submitted = Q(submitted_at__isnull=False) & Q(state__in=READ_BY[Reader.BUREAU])
        assessed = submitted if any(is_landelijk_bureau(seat) for seat in seats) else Q(pk=None)
        shared = Q(state__in=READ_BY[Reader.MEMBERS]) if member_seats(user) else Q(pk=None)
        noted = Q(state__in=READ_BY[Reader.STUURGROEP]) if any(is_in_stuurgroep(seat) for seat in seats) else Q(pk=None)
        reviewed = Q(state__in=READ_BY[Reader.REVIEWER]) if any(is_privacybeoordelaar(seat) for seat in seats) else Q(pk=None)
        return self.filter(own | assessed | shared | noted | reviewed)

    def of_house(self, house: House) -> KnelpuntQuerySet:
        return self.filter(house=house)

    def recognised_by(self, house: House) -> KnelpuntQuerySet:
        standing = Recognition.objects.filter(house=house, withdrawn_at__isnull=True)
        return self.filter(pk__in=standing.values("knelpunt"))

    def on_list_of(self, theme: Theme) -> KnelpuntQuerySet:
        return self.filter(theme=theme, state__in=LISTED_STATES)

    def elsewhere_for(self, theme: Theme) -> KnelpuntQuerySet:
        return self.filter(theme=theme, state=KnelpuntState.ELDERS_BELEGD)

    def awaiting_assessment(self) -> KnelpuntQuerySet:
        return self.filter(state__in=WAITING_FOR[Acting.BUREAU])

    def shared(self) -> KnelpuntQuerySet:
        return self.filter(state__in=SHARED_STATES)

    def unbundled(self) -> KnelpuntQuerySet:
        """What was handed in and belongs to no rode draad."""
        bundled = Knelpunt.objects.filter(bundlings__isnull=False, bundlings__unbundled_at__isnull=True).values("pk")
        return self.filter(Q(submitted_at__isnull=False) | Q(house__isnull=True)).exclude(pk__in=bundled)

    def with_breadth(self) -> KnelpuntQuerySet:
        """Adds `breadth`: how many houses, of those valid today, stand behind it."""
        valid = House.objects.valid_on(clock.today())
        standing = Recognition.objects.filter(knelpunt=OuterRef("pk"), withdrawn_at__isnull=True, house__in=valid)
        own = Case(When(house__in=valid, then=1), default=0, output_field=models.IntegerField())
        counted = standing.order_by().values("knelpunt").annotate(number=Count("pk")).values("number")
        return self.annotate(breadth=Coalesce(Subquery(counted), 0) + own)

    def owing_an_answer(self) -> KnelpuntQuerySet:
        """What came to an end here, and nobody wrote its houses an answer since."""
        return self.filter(state__in=OWING_STATES, answered_at__isnull=True)

    def awaiting_release(self) -> KnelpuntQuerySet:
        return self.filter(state__in=WAITING_FOR[Acting.REVIEWER])

    def for_rows(self, *also: str) -> KnelpuntQuerySet:
        """What a row of a list shows of a knelpunt, the columns that are named, and nothing more."""
        columns = (
            "title",
            "state",
            "state_since",
            "drafted_at",
            "answered_at",
            "house__name",
            "collected_about__name",
            "theme__title",
            "theme__slug",
            "ambition__name",
        )
        return self.select_related("house", "collected_about", "theme", "ambition").only(*columns, *also)

    def with_places(self) -> KnelpuntQuerySet:
        return self.select_related("house", "collected_about", "theme", "ambition")


class Knelpunt(Reportable):
    """A pattern in which the system itself is in the way. Never about a person."""

    REPORT_VIEW, REVIEW_VIEW = "knelpunten:report", "knelpunten:review"
    FREE_TEXTS = FreeTexts(columns=("title", "pattern", "would_help", "tried"), label="Titel en tekst van het knelpunt")

    key = models.UUIDField(unique=True, editable=False)
    version = models.PositiveIntegerField(default=1)
    house = models.ForeignKey(House, on_delete=models.PROTECT, null=True, related_name="knelpunten", verbose_name="huis")
    # whose it was in a list that was collected earlier; not its own until it says so
    collected_about = models.ForeignKey(
        House, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="opgehaald over"
    )
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, null=True, related_name="knelpunten", verbose_name="thema")
    ambition = models.ForeignKey(Ambition, on_delete=models.PROTECT, null=True, related_name="knelpunten", verbose_name="ambitie")
    kind = CodeField("ligt in", max_length=20, choices=KnelpuntKind, blank=True)  # empty: not said yet
    title = models.CharField("titel", max_length=140)
    pattern = models.TextField("het patroon", max_length=1500)
    would_help = models.TextField("wat zou helpen", max_length=1000, blank=True)
    frequency = CodeField("hoe vaak", max_length=12, choices=Frequency, blank=True)
    since = CodeField("sinds wanneer", max_length=12, choices=Since, blank=True)
    tried = models.TextField("wat is al geprobeerd", max_length=1000, blank=True)
    tried_on = CodeField("op welk niveau", max_length=12, choices=Level, blank=True)
    domains = models.ManyToManyField(Domain, verbose_name="domeinen", blank=True)
    discussed_date = models.DateField("besproken in de regionale stuurgroep", null=True)
    state = CodeField("stand", max_length=24, choices=KnelpuntState, default=KnelpuntState.CONCEPT)
    drafted_at = models.DateTimeField()
    state_since = models.DateTimeField()
    submitted_at = models.DateTimeField("bij het landelijk bureau sinds", null=True)  # the first time
    answered_at = models.DateTimeField("teruggekoppeld op", null=True)  # since it last came to an end
    found_by = models.GeneratedField(
        expression=SearchVector("title", "pattern", "would_help", config="dutch"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = KnelpuntQuerySet.as_manager()

    class Meta:
        verbose_name = "knelpunt"
        verbose_name_plural = "knelpunten"
        ordering = ["-state_since", "-pk"]
        indexes = [
            models.Index(fields=["theme", "state"], name="knelpunt_list"),
            models.Index(fields=["theme", "-state_since", "-id"], name="knelpunt_theme_newest"),
            models.Index(fields=["house", "-state_since", "-id"], name="knelpunt_house_newest"),
            models.Index(fields=["state", "state_since"], name="knelpunt_waiting"),
            models.Index(fields=["submitted_at"], name="knelpunt_submitted"),
            GinIndex(fields=["found_by"], name="knelpunt_found_by"),
        ]
        constraints = [
            models.CheckConstraint(name="knelpunt_theme_or_ambition", condition=Q(theme__isnull=True) | Q(ambition__isnull=True)),
            models.CheckConstraint(
                name="knelpunt_listed_is_placed",
                condition=~Q(state__in=[state.value for state in KnelpuntState if state in LISTED_STATES])
                | Q(theme__isnull=False)
                | Q(ambition__isnull=False),
            ),
            models.CheckConstraint(
                name="knelpunt_of_house_has_kind", condition=~Q(kind="") | Q(house__isnull=True) | Q(submitted_at__isnull=True)
            ),
            models.CheckConstraint(name="knelpunt_state_known", condition=Q(state__in=KnelpuntState.values)),
        ]
        triggers = [state_is_last_step(state="state", steps="knelpunten_knelpuntstep", key="knelpunt_id")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return address_of("knelpunten:detail", self.pk)

    @property
    def texts(self) -> tuple[str, ...]:
        """What the house wrote."""
        return self.title, self.pattern, self.would_help, self.tried

    @property
    def place(self) -> str:
        """The theme or ambition it concerns, in words."""
        return str(self.theme or self.ambition or "nog niet ingedeeld")

    @property
    def raised_by(self) -> str:
        if self.house or not self.collected_about:
            return str(self.house or "landelijk opgehaald")
        return f"landelijk opgehaald over {self.collected_about}"

    @property
    def raised_in_short(self) -> str:
        """The same, where it stands among houses."""
        if self.house or not self.collected_about:
            return self.house.in_short if self.house else self.raised_by
        return f"opgehaald over {self.collected_about.in_short}"

    @property
    def origin(self) -> str:
        """The same within a sentence."""
        return f"ingediend door {self.house}" if self.house else self.raised_by

    @property
    def lies_in(self) -> str:
        """Where it lies, in words."""
        return self.get_kind_display() if self.kind else "nog niet ingedeeld"

    @property
    def standing(self) -> KnelpuntState:
        """Where it stands, with its word, its tone and its row."""
        return KnelpuntState(self.state)

    @property
    def is_draft(self) -> bool:
        """Nobody but its own house reads it."""
        return self.submitted_at is None


class Recognition(models.Model):
    """A house says that it meets another house's knelpunt too, with a note of its own."""

    FREE_TEXTS = FreeTexts(columns=("note",), label="Toelichting van {row.house}", of="knelpunt")

    knelpunt = models.ForeignKey(Knelpunt, on_delete=models.PROTECT, related_name="recognitions")
    house = models.ForeignKey(House, on_delete=models.PROTECT, related_name="recognitions", verbose_name="huis")
    note = models.TextField("toelichting", max_length=1000, blank=True)
    merged = models.ForeignKey(Knelpunt, on_delete=models.PROTECT, null=True, related_name="+")  # its own, merged with this one
    recognised_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "herkenning"
        verbose_name_plural = "herkenningen"
        ordering = ["recognised_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["knelpunt", "house"], condition=Q(withdrawn_at__isnull=True), name="house_recognises_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.house}: {self.knelpunt_id}"
