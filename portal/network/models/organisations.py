"""Regions, houses and organisations."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from portal.network.models.dated import Dated, DatedQuerySet


class Domain(models.Model):
    """Veiligheid, zorg, sociaal domein, bestuur, wonen: data, to be confirmed by the network."""

    slug = models.SlugField(unique=True)
    name = models.CharField("naam", max_length=60)

    class Meta:
        verbose_name = "domein"
        verbose_name_plural = "domeinen"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name


class Region(models.Model):
    """A veiligheidsregio, or the overseas territories."""

    slug = models.SlugField(unique=True)
    name = models.CharField("naam", max_length=80)
    number = models.PositiveSmallIntegerField("nummer", unique=True)
    column = models.PositiveSmallIntegerField("kolom op de tegelkaart", default=0)
    row = models.PositiveSmallIntegerField("rij op de tegelkaart", default=0)

    class Meta:
        verbose_name = "regio"
        verbose_name_plural = "regio's"
        ordering = ["number"]

    def __str__(self) -> str:
        return self.name


class House(Dated):
    """A regional Zorg- en Veiligheidshuis; it lies in one region."""

    slug = models.SlugField(unique=True)
    name = models.CharField("naam", max_length=100)
    sort_key = models.CharField(max_length=100, editable=False)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="houses", verbose_name="regio")
    is_confirmed = models.BooleanField("naam bevestigd", default=False)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = "Zorg- en Veiligheidshuis"
        verbose_name_plural = "Zorg- en Veiligheidshuizen"
        ordering = ["sort_key"]
        constraints = [Dated.ends_after_start("house")]

    @property
    def in_short(self) -> str:
        """Its place, where it stands among houses."""
        return self.name.removeprefix(f"{self._meta.verbose_name} ")

    def __str__(self) -> str:
        return self.name


class HouseName(Dated):
    """A name a house went by before."""

    house = models.ForeignKey(House, on_delete=models.PROTECT, related_name="earlier_names")
    name = models.CharField("naam", max_length=100)

    class Meta:
        verbose_name = "eerdere naam"
        verbose_name_plural = "eerdere namen"
        ordering = ["from_date", "pk"]
        constraints = [Dated.ends_after_start("house_name")]

    def __str__(self) -> str:
        return self.name


class ActorGroup(models.Model):
    """A group of organisations whose value for the network the agenda lists together."""

    slug = models.SlugField(unique=True)
    name = models.CharField("naam", max_length=100)
    value = ArrayField(models.CharField(max_length=200), verbose_name="waarde voor het netwerk", default=list)

    class Meta:
        verbose_name = "actorgroep"
        verbose_name_plural = "actorgroepen"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name


class Organisation(Dated):
    """A netwerkpartner."""

    slug = models.SlugField(unique=True)
    name = models.CharField("naam", max_length=140)
    short_name = models.CharField("korte naam", max_length=40)
    sort_key = models.CharField(max_length=140, editable=False)
    actor_group = models.ForeignKey(ActorGroup, on_delete=models.PROTECT, related_name="organisations", verbose_name="actorgroep")
    domains = models.ManyToManyField(Domain, verbose_name="domeinen", blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = "netwerkpartner"
        verbose_name_plural = "netwerkpartners"
        ordering = ["sort_key"]
        constraints = [Dated.ends_after_start("organisation")]

    def __str__(self) -> str:
        return self.name
