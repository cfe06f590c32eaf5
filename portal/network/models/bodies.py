"""Bodies, who has a place in them, and who fills it."""

from __future__ import annotations

from typing import Any

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from portal.accounts.actor import Actor
from portal.kit import clock
from portal.kit.db import LockingQuerySet
from portal.kit.fields import CodeField
from portal.network.enums import MEMBER_FUNCTIONS, SEATS_OF, BodyKind, Permission, SeatFunction
from portal.network.models.dated import Dated, DatedQuerySet, valid_on
from portal.network.models.organisations import House, Organisation


class Body(models.Model):
    """A gremium: something that meets or works. Some belong to a house."""

    slug = models.SlugField(unique=True, max_length=80)
    kind = CodeField("soort", max_length=24, choices=BodyKind)
    name = models.CharField("naam", max_length=140)
    house = models.ForeignKey(House, on_delete=models.PROTECT, null=True, blank=True, related_name="bodies")

    objects = LockingQuerySet.as_manager()

    class Meta:
        verbose_name = "gremium"
        verbose_name_plural = "gremia"
        ordering = ["pk"]
        triggers = [pgtrigger.ReadOnly(name="kind_stays", fields=["kind"])]
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
        triggers = [pgtrigger.ReadOnly(name="body_stays", fields=["body"])]
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

    def not_over(self, day: Any) -> Any:
        """Seats that give rights that day or are still to begin."""
        return self.filter(Q(until_date__isnull=True) | Q(until_date__gte=day))

    def visible_to(self, user: Any) -> Any:
        """Who sits where, members read; who looks after seats needs the editors' too."""
        return self.with_places() if user.is_authenticated and user.may(Permission.READ_AS_MEMBER) else self.none()


def pair_exists() -> pgtrigger.Trigger:
    """A seat, or a proposed one, has a function that its kind of body knows."""
    pairs = ", ".join(f"('{kind}', '{function}')" for kind, functions in SEATS_OF.items() for function in sorted(functions))
    return pgtrigger.Trigger(
        name="pair_exists",
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("membership_id", "function"),
        when=pgtrigger.Before,
        declare=[("sits_in", "text")],
        func=f"""
            SELECT b.kind INTO sits_in FROM network_membership m JOIN network_body b ON b.id = m.body_id WHERE m.id = NEW.membership_id;
            IF (sits_in, NEW.function) NOT IN ({pairs}) THEN
                RAISE EXCEPTION 'no seat of % in a body of kind %', NEW.function, sits_in USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,  # noqa: E501, S608 - the pairs are our own
    )


def label_of(place: Any) -> str:
    """A seat, or a proposed one, in words and without a name."""
    function = f"plaatsvervangend {place.get_function_display()}" if place.is_deputy else place.get_function_display()
    member = place.membership.house or place.membership.organisation.short_name
    body = place.membership.body
    return f"{function} {body.name}" if body.house_id else f"{function} {body.name}, {member}"


class Seat(Dated):
    """A person fills a membership, with a function, perhaps as deputy. All rights come from here."""

    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="seats", verbose_name="lidmaatschap")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="seats", verbose_name="persoon")
    function = CodeField("functie", max_length=20, choices=SeatFunction)
    is_deputy = models.BooleanField("plaatsvervanger", default=False)
    # Nobody where who runs the server gave it; the second person where there had to be one.
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    objects = SeatQuerySet.as_manager()

    class Meta:
        verbose_name = "zetel"
        verbose_name_plural = "zetels"
        ordering = ["pk"]
        triggers = [pair_exists()]
        constraints = [
            Dated.ends_after_start("seat"),
            models.CheckConstraint(
                name="seat_not_given_to_oneself", condition=~Q(given_by=F("user")) & ~Q(confirmed_by=F("user"))
            ),
            models.CheckConstraint(name="seat_by_two_persons", condition=~Q(given_by=F("confirmed_by"))),
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.label}"

    @property
    def label(self) -> str:
        """The seat in words, without a name: what history and screens say somebody acted as."""
        return label_of(self)

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
