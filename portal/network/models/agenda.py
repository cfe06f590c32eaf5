"""What the national agenda names: its period, themes, ambitions and the tables around it."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models

from portal.kit.db import LockingQuerySet
from portal.kit.fields import CodeField
from portal.network.enums import Phase, SeatFunction
from portal.network.models.dated import Dated, DatedQuerySet
from portal.network.models.organisations import Organisation


class AgendaPeriod(Dated):
    """The years for which the Stuurgroep set its themes."""

    slug = models.SlugField(unique=True)
    title = models.CharField("titel", max_length=120)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = "agendaperiode"
        verbose_name_plural = "agendaperiodes"
        ordering = ["from_date", "pk"]
        constraints = [Dated.ends_after_start("agenda_period")]

    def __str__(self) -> str:
        return self.title


class Theme(models.Model):
    """A priority of the Stuurgroep, with a doel and four lists."""

    period = models.ForeignKey(AgendaPeriod, on_delete=models.PROTECT, related_name="themes", verbose_name="agendaperiode")
    slug = models.SlugField(unique=True)
    number = models.PositiveSmallIntegerField("nummer")
    title = models.CharField("titel", max_length=120)
    goal = models.TextField("doel")
    phases = ArrayField(CodeField(max_length=30, choices=Phase), verbose_name="fasen")

    class Meta:
        verbose_name = "thema"
        verbose_name_plural = "thema's"
        ordering = ["period__from_date", "number"]
        constraints = [models.UniqueConstraint(fields=["period", "number"], name="theme_number_in_period")]

    def __str__(self) -> str:
        return self.title

    @property
    def in_short(self) -> str:
        """What one calls it beside other things: the words of its address."""
        return self.slug.replace("-", " ")

    @property
    def phase_labels(self) -> list[str]:
        return [str(Phase(phase).label) for phase in self.phases]


class Ambition(models.Model):
    """One of the ambitions for 2030 of the Samenwerkingsagenda."""

    slug = models.SlugField(unique=True)
    number = models.PositiveSmallIntegerField("nummer", unique=True)
    name = models.CharField("naam", max_length=80)

    class Meta:
        verbose_name = "ambitie"
        verbose_name_plural = "ambities"
        ordering = ["number"]

    def __str__(self) -> str:
        return self.name


class PolicyTableQuerySet(LockingQuerySet["PolicyTable"]):
    def visible_to(self, user: Any) -> PolicyTableQuerySet:
        """Who is a member of the network reads which other tables there are."""
        is_reader = user.is_authenticated and any(seat.function != SeatFunction.REDACTEUR for seat in user.seats_today)
        return self if is_reader else self.none()


class PolicyTable(models.Model):
    """Another national table, programme or work agenda in the beleidslandschap."""

    slug = models.SlugField(unique=True, max_length=80)
    name = models.CharField("naam", max_length=160)
    owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="policy_tables")
    subjects = models.TextField("waar het over gaat", max_length=1500, blank=True)
    contact = models.CharField("contact", max_length=140, blank=True)
    version = models.PositiveIntegerField(default=1)
    found_by = models.GeneratedField(
        expression=SearchVector("name", "subjects", config="dutch"), output_field=SearchVectorField(), db_persist=True
    )

    objects = PolicyTableQuerySet.as_manager()

    class Meta:
        verbose_name = "tafel in het beleidslandschap"
        verbose_name_plural = "tafels in het beleidslandschap"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
