"""Persons who can sign in, and the invitations by which they come in."""

from __future__ import annotations

import hashlib
import secrets
from functools import cached_property
from typing import TYPE_CHECKING, Any

import rules
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models

from portal.accounts.actor import Actor
from portal.accounts.visiting import FOR_GUESTS, Visitor
from portal.kit import clock

if TYPE_CHECKING:
    from portal.network.models import Seat


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, name: str, password: str | None = None) -> User:
        user = self.model(email=email.strip().lower(), name=name)
        user.set_password(password)
        user.save()
        return user


class User(AbstractBaseUser, PermissionsMixin):
    """A person. What somebody may follows from seats, never from this row."""

    email = models.EmailField("e-mailadres", unique=True)
    name = models.CharField("naam", max_length=120)
    telephone = models.CharField("telefoon", max_length=30, blank=True)
    is_active = models.BooleanField("actief", default=True)

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
        seats: Any = self.seats  # type: ignore[attr-defined]
        return list(seats.valid_on(clock.today()).with_places())

    def actors_for(self, permission: str, obj: Any = None) -> list[Actor]:
        """One actor for each seat that gives this permission on this object; a guest has none and acts as a visitor."""
        places = [*self.seats_today, Visitor(self)] if permission in FOR_GUESTS and self.is_active else self.seats_today
        return [place.actor for place in places if rules.has_perm(permission, place, obj)]

    def may(self, permission: str, obj: Any = None) -> bool:
        """Whether any seat of today gives this permission on this object."""
        return bool(self.actors_for(permission, obj))


class Invitation(models.Model):
    """A way in for one e-mail address, until it is used or its days are over. Only a digest of its token is kept."""

    VALID_DAYS = 14

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="invitations")
    token_digest = models.CharField(max_length=64, unique=True, editable=False)
    sent_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "uitnodiging"
        verbose_name_plural = "uitnodigingen"

    @staticmethod
    def new_token() -> str:
        return secrets.token_urlsafe(32)

    @staticmethod
    def digest(token: str) -> str:
        return hashlib.sha256(token.encode()).hexdigest()

    @property
    def is_open(self) -> bool:
        return self.accepted_at is None and clock.now() <= self.expires_at
