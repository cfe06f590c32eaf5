"""What somebody reported personal data in is hidden for all but the privacybeoordelaar: a column for the model, and its part of `visible_to`."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from portal.network.rules import is_privacybeoordelaar


class Hideable(models.Model):
    hidden_at = models.DateTimeField("verborgen sinds", null=True, editable=False)

    class Meta:
        abstract = True


def not_hidden_for(user: Any) -> Q:
    """The condition that this reader may see it as far as hiding goes."""
    if user.is_authenticated and any(is_privacybeoordelaar(seat) for seat in user.seats_today):
        return Q()
    return Q(hidden_at__isnull=True)
