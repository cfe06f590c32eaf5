"""Persons who can sign in, the invitations by which they come in, and the letters that carry what is secret."""

from __future__ import annotations

import hashlib
import secrets
from functools import cached_property
from typing import TYPE_CHECKING, Any

import rules
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.core.management.base import CommandError
from django.db import models
from django.db.models import Q

from portal.accounts.actor import Actor
from portal.accounts.enums import InvitationState, LetterState, What
from portal.accounts.visiting import FOR_GUESTS, Visitor
from portal.kit import clock
from portal.kit.db import LockingQuerySet
from portal.kit.fields import CodeField

if TYPE_CHECKING:
    from portal.network.models import Seat


NO_SUPERUSERS = (
    "Dit portaal kent geen superusers: wie wat mag, volgt uit zetels. "
    "De eerste persoon van een gremium krijgt een zetel met: manage.py seat_first NAAM E-MAILADRES"
)


def plain_address(email: str) -> str:
    """An e-mail address as it is kept and compared."""
    return email.strip().lower()


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, name: str, password: str | None = None) -> User:
        user = self.model(email=plain_address(email), name=name)
        user.set_password(password)
        user.save()
        return user

    def create_superuser(self, *args: Any, **kwargs: Any) -> User:
        raise CommandError(NO_SUPERUSERS)

    def lock(self, user: User) -> User:
        return self.select_for_update(no_key=True).get(pk=user.pk)


class User(AbstractBaseUser, PermissionsMixin):
    """A person. What somebody may follows from seats, never from this row."""

    email = models.EmailField("e-mailadres", unique=True)
    name = models.CharField("naam", max_length=120)
    telephone = models.CharField("telefoon", max_length=30, blank=True)
    is_active = models.BooleanField("actief", default=True)
    reset_asked_at = models.DateTimeField(
        null=True, editable=False
    )  # a link to a new password rests on the last time it was asked

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]
    objects = UserManager()

    class Meta:
        verbose_name = "persoon"
        verbose_name_plural = "personen"

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        return self.name

    @cached_property
    def seats_today(self) -> list[Seat]:
        """The seats this person fills today, with body, organisation and house: one query a request."""
        if not self.is_active:
            return []
        seats: Any = self.seats
        return list(seats.valid_on(clock.today()).with_places())

    def actors_for(self, permission: str, obj: Any = None) -> list[Actor]:
        """One actor for each seat that gives this permission on this object; a guest has none and acts as a visitor."""
        places: list[Any] = (
            [*self.seats_today, Visitor(self)] if permission in FOR_GUESTS and self.is_active else self.seats_today
        )
        return [place.actor for place in places if rules.has_perm(permission, place, obj)]

    def may(self, permission: str, obj: Any = None) -> bool:
        """Whether any seat of today gives this permission on this object."""
        return bool(self.actors_for(permission, obj))


class LetterQuerySet(LockingQuerySet["Letter"]):
    def waiting(self) -> LetterQuerySet:
        return self.exclude(sealed="")


class Letter(models.Model):
    """A mail in the outbox of this room. What it says is sealed until it is sent or its time is over, and gone after that."""

    what = CodeField("waarvoor", max_length=12, choices=What)
    user = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="letters", verbose_name="persoon")
    sealed = models.TextField(blank=True, editable=False)
    made_at = models.DateTimeField("gemaakt op")
    expires_at = models.DateTimeField("verstuurbaar tot")
    sent_at = models.DateTimeField("verstuurd op", null=True)
    attempts = models.PositiveSmallIntegerField("pogingen", default=0)

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = "brief"
        verbose_name_plural = "brieven"
        ordering = ["pk"]
        constraints = [models.CheckConstraint(name="letter_sent_is_empty", condition=Q(sent_at__isnull=True) | Q(sealed=""))]

    @property
    def state(self) -> LetterState:
        if self.sent_at is not None:
            return LetterState.SENT
        if not self.sealed or self.expires_at < clock.now():
            return LetterState.EXPIRED
        return LetterState.FAILING if self.attempts > 1 else LetterState.WAITING

    @property
    def is_newest(self) -> bool:
        """Whether nothing of this kind was sent to this person since: of what lets in only the newest does."""
        return not Letter.objects.filter(what=self.what, user=self.user_id, pk__gt=self.pk).exists()


class InvitationQuerySet(LockingQuerySet["Invitation"]):
    def open(self) -> InvitationQuerySet:
        """Neither used nor withdrawn; their days may be over."""
        return self.filter(accepted_at__isnull=True, withdrawn_at__isnull=True)

    def visible_to(self, user: Any) -> InvitationQuerySet:
        """The landelijk bureau sees all, who leads a body those of its seats; and everybody their own."""
        if not user.is_authenticated:
            return self.none()
        if user.may("network.invite"):
            return self
        own = [seat.membership.body_id for seat in user.seats_today if seat.function == "secretaris"]
        return self.filter(Q(user__seats__membership__body__in=own) | Q(invited_by=user)).distinct()


class Invitation(models.Model):
    """A way in for one e-mail address, until it is used or its days are over. Only a digest of its token is kept."""

    VALID_DAYS = 14

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="invitations")
    invited_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    letter = models.OneToOneField(Letter, on_delete=models.PROTECT, null=True, related_name="invitation")
    token_digest = models.CharField(max_length=64, unique=True, editable=False)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True)
    accepted_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = "uitnodiging"
        verbose_name_plural = "uitnodigingen"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                name="one_open_invitation_a_person",
                fields=["user"],
                condition=Q(accepted_at__isnull=True, withdrawn_at__isnull=True),
            ),
            models.CheckConstraint(
                name="invitation_not_accepted_and_withdrawn", condition=Q(accepted_at__isnull=True) | Q(withdrawn_at__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return f"uitnodiging voor {self.user}"

    @staticmethod
    def new_token() -> str:
        return secrets.token_urlsafe(32)

    @staticmethod
    def digest(token: str) -> str:
        return hashlib.sha256(token.encode()).hexdigest()

    @property
    def is_open(self) -> bool:
        return self.accepted_at is None and self.withdrawn_at is None and clock.now() <= self.expires_at

    @property
    def state(self) -> InvitationState:
        """What the landelijk bureau wants to know of it. One without a letter was handed over by who runs the server."""
        if self.accepted_at or self.withdrawn_at:
            return InvitationState.ACCEPTED if self.accepted_at else InvitationState.WITHDRAWN
        if clock.now() > self.expires_at:
            return InvitationState.EXPIRED
        if self.opened_at or self.letter is None:
            return InvitationState.OPENED if self.opened_at else InvitationState.SENT
        return OF_LETTER[self.letter.state]


OF_LETTER = {
    LetterState.WAITING: InvitationState.WAITING,
    LetterState.FAILING: InvitationState.FAILING,
    LetterState.SENT: InvitationState.SENT,
    LetterState.EXPIRED: InvitationState.FAILED,
}
