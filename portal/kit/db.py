"""How rows are locked, how a form that is sent twice makes one row, and how the first of many rows are read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.db import IntegrityError, models, transaction
from django.db.models import Count, Window

M = TypeVar("M", bound=models.Model)


class LockingQuerySet(models.QuerySet[M], Generic[M]):
    """A queryset whose rows are locked in one way only."""

    def lock(self, row: M) -> M:
        """The row as it is now, held until the transaction ends.

        `no_key` leaves foreign keys to the row free: a full lock deadlocks with deferred constraints.
        """
        return self.select_for_update(no_key=True).get(pk=row.pk)

    def lock_all(self, rows: list[M]) -> list[M]:
        """Several rows, always in the order of their primary keys."""
        return list(self.select_for_update(no_key=True).filter(pk__in=[row.pk for row in rows]).order_by("pk"))


def make_once(model: type[M], key: UUID, make: Callable[[], M]) -> M:
    """The row with this key; made when it is not there yet, also when two requests come at once."""
    manager: Any = model._default_manager
    if existing := manager.filter(key=key).first():
        return existing
    try:
        with transaction.atomic():
            return make()
    except IntegrityError:
        existing = manager.filter(key=key).first()
        if existing is None:
            raise
        return existing


def first_of(rows: Any, number: int) -> tuple[list[Any], int]:
    """The first rows, and how many there are in all. One query."""
    found = list(rows.annotate(in_all=Window(Count("*")))[:number])
    return found, found[0].in_all if found else 0
