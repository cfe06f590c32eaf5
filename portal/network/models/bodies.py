"""Bodies, who has a place in them, and who fills it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from portal.accounts.actor import Actor
from portal.kit import clock
from portal.kit.db import LockingQuerySet
from portal.network.enums import MEMBER_FUNCTIONS, BodyKind, SeatFunction
from portal.network.models.dated import Dated, DatedQuerySet, valid_on
from portal.network.models.organisations import House, Organisation


class Body(models.Model):
    """A gremium: something that meets or works. Some belong to a house."""

    slug = models.SlugField(unique=True, max_length=80)
    kind = models.CharField("soort", max_length=24, choices=BodyKind)
    name = models.CharField("naam", max_length=140)
    house = models.ForeignKey(House, on_delete=models.PROTECT, null=True, blank=True, related_name="bodies")

    objects = LockingQuerySet.as_manager()

    class Meta:
        verbose_name = "gremium"
        verbose_name_plural = "gremia"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="body_of_house_has_house",
                condition=Q(kind__in=["regionale_stuurgroep", "partneroverleg", "regionaal_bureau"], house__isnull=False)
                | Q(
                    kind__in=["stuurgroep", "klankbordgroep", "landelijk_bureau", "rechtmatigheid", "bestuur_nzvh"],
                    house__isnull=True,
                ),
            )
        ]

    def __str__(self) -> str:
        return self.name


class Membership(Dated):
    """An organisation or a house has a place in a body. This is what rounds, weighings and positions count."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="memberships", verbose_name="gremium")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="memberships")
    house = models.ForeignKey(House, on_delete=models.PROTECT, null=True, blank=True, related_name="memberships")

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = "lidmaatschap"
        verbose_name_plural = "lidmaatschappen"
        ordering = ["pk"]
        constraints = [
            Dated.ends_after_start("membership"),
            models.CheckConstraint(
                name="membership_of_organisation_or_house",
                condition=Q(organisation__isnull=False, house__isnull=True) | Q(organisation__isnull=True, house__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member} in {self.body}"

    @property
    def member(self) -> Organisation | House:
        return self.organisation or self.house  # type: ignore[return-value]


class SeatQuerySet(DatedQuerySet):
    def valid_on(self, day: Any) -> Any:
        """Seats that give rights that day: the seat and the membership it fills are both valid."""
        return self.filter(valid_on(day), valid_on(day, "membership__"))

    def with_places(self) -> Any:
        return self.select_related("membership__body__house", "membership__organisation", "membership__house")

    def of_members(self) -> Any:
        return self.filter(function__in=MEMBER_FUNCTIONS)

    def in_body(self, kind: BodyKind) -> Any:
        return self.filter(membership__body__kind=kind)


class Seat(Dated):
    """A person fills a membership, with a function, perhaps as deputy. All rights come from here."""

    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="seats", verbose_name="lidmaatschap")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="seats", verbose_name="persoon")
    function = models.CharField("functie", max_length=20, choices=SeatFunction)
    is_deputy = models.BooleanField("plaatsvervanger", default=False)

    objects = SeatQuerySet.as_manager()

    class Meta:
        verbose_name = "zetel"
        verbose_name_plural = "zetels"
        ordering = ["pk"]
        constraints = [Dated.ends_after_start("seat")]

    def __str__(self) -> str:
        return f"{self.user}, {self.label}"

    @property
    def label(self) -> str:
        """The seat in words, without a name: what history and screens say somebody acted as."""
        function = f"plaatsvervangend {self.get_function_display()}" if self.is_deputy else self.get_function_display()
        member = self.membership.house or self.membership.organisation.short_name  # type: ignore[union-attr]
        body = self.membership.body
        return f"{function} {body.name}" if body.house_id else f"{function} {body.name}, {member}"

    @property
    def actor(self) -> Actor:
        return Actor(self.user, self.pk, self.label)

    @property
    def body_kind(self) -> str:
        return self.membership.body.kind

    @property
    def house_id(self) -> int | None:
        """The house this seat speaks for, when it is a seat at a regionaal bureau."""
        return self.membership.body.house_id

    @property
    def is_valid_today(self) -> bool:
        today = clock.today()
        return all(
            dated.from_date <= today and (dated.until_date is None or dated.until_date >= today)
            for dated in (self, self.membership)
        )
