"""The landelijk bureau keeps the beleidslandschap: which other tables there are, what they are about, and whom to call there."""

from __future__ import annotations

from uuid import uuid4

from django.db import transaction
from django.utils.text import slugify

from portal.accounts.actor import Actor
from portal.history.domain.recording import record
from portal.kit.refusals import Blocker, Refused, Stale
from portal.network.enums import Verb
from portal.network.models import PolicyTable


class LandscapeRefused(Refused):
    pass


@transaction.atomic
def add(*, name: str, subjects: str, contact: str, by: Actor) -> PolicyTable:
    """A table that was not known yet. Raises LandscapeRefused when one of that name is."""
    if PolicyTable.objects.filter(name__iexact=name).exists():
        raise LandscapeRefused(Blocker("known", "Deze tafel staat er al."))
    slug = slugify(name)[:70] or "tafel"
    slug = f"{slug}-{uuid4().hex[:6]}" if PolicyTable.objects.filter(slug=slug).exists() else slug
    table = PolicyTable.objects.create(slug=slug, name=name, subjects=subjects, contact=contact)
    record(table, Verb.TABLE_WRITTEN, by=by)
    return table


@transaction.atomic
def revise(*, table: PolicyTable, expected: int, name: str, subjects: str, contact: str, by: Actor) -> PolicyTable:
    """Write it better. Raises Stale when a colleague did since version `expected`."""
    table = PolicyTable.objects.lock(table)
    if table.version != expected:
        raise Stale()
    if PolicyTable.objects.filter(name__iexact=name).exclude(pk=table.pk).exists():
        raise LandscapeRefused(Blocker("known", "Er is al een tafel met deze naam."))
    table.name, table.subjects, table.contact, table.version = name, subjects, contact, expected + 1
    table.save(update_fields=["name", "subjects", "contact", "version"])
    record(table, Verb.TABLE_WRITTEN, by=by)
    return table
