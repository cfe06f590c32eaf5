"""Facts: rows that stay as they were written. What a person wrote in them can be redacted, once, and nothing else.

A fact's digest covers all its columns. Texts are covered by a salted digest of their own, so that redaction can take
text and salt away while the fact, and the history that names it, still verify.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar
from uuid import UUID

from django.conf import settings
from django.db import models

from portal.accounts.actor import Actor

# The columns that redaction and withholding write, besides the texts.
REDACTION_COLUMNS = ("text_salt", "redacted_at", "redacted_by_id", "redacted_ground", "withheld_at")
# What stands in the place of a text that somebody reported, until it was judged. The trigger knows it too.
WITHHELD = "Deze tekst is gemeld en tijdelijk verborgen."


class EvidenceQuerySet(models.QuerySet[Any]):
    def write(self, *, by: Actor, **columns: Any) -> Any:
        """Insert a fact with its actor and the digest of its texts."""
        fact = self._made(columns, by)
        fact.save(force_insert=True, using=self.db)
        return fact

    def write_all(self, rows: list[dict[str, Any]], *, by: Actor) -> list[Any]:
        """The same for many facts, in one statement."""
        return self.bulk_create([self._made(columns, by) for columns in rows])

    def _made(self, columns: dict[str, Any], by: Actor) -> Any:
        fact = self.model(**columns, **by.stamp)
        fact.text_salt = secrets.token_hex(16) if self.model.TEXTS else None
        fact.text_digest = digest_of_texts(fact.texts, fact.text_salt) if self.model.TEXTS else None
        return fact


class Evidence(models.Model):
    """An append-only fact. Subclasses name their free texts in TEXTS and take their triggers from `triggers.py`."""

    TEXTS: ClassVar[tuple[str, ...]] = ()

    by_user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    by_seat = models.BigIntegerField(null=True)
    by_label = models.CharField(max_length=200)
    text_salt = models.CharField(max_length=32, null=True, editable=False)
    text_digest = models.CharField(max_length=64, null=True, editable=False)
    redacted_at = models.DateTimeField(null=True, editable=False)
    redacted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    redacted_ground = models.CharField(max_length=200, null=True, editable=False)
    withheld_at = models.DateTimeField(null=True, editable=False)

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def texts(self) -> list[str | None]:
        return [getattr(self, name) for name in self.TEXTS]

    @property
    def digest(self) -> str:
        """sha256 over every column but the texts themselves and the marks of redaction."""
        left_out = {*self.TEXTS, *REDACTION_COLUMNS}
        columns = {field.attname: getattr(self, field.attname) for field in self._meta.concrete_fields}
        return sha256(canonical({name: value for name, value in columns.items() if name not in left_out}))

    @property
    def texts_match(self) -> bool:
        """Whether the texts are the ones that were written, or were redacted or withheld by the rules."""
        if not self.TEXTS:
            return True
        if self.withheld_at is not None:  # the database lets back only what has the digest
            return self.text_salt is not None and all(text in (WITHHELD, "", None) for text in self.texts)
        if self.redacted_at is not None:
            return self.text_salt is None and not any(self.texts)
        return self.text_salt is not None and digest_of_texts(self.texts, self.text_salt) == self.text_digest


def evidence_models() -> list[type[Evidence]]:
    """Every kind of fact there is."""
    from django.apps import apps

    return [model for model in apps.get_models() if issubclass(model, Evidence)]


def digest_of_texts(texts: list[str | None], salt: str | None) -> str:
    return sha256(f"{salt}{canonical(texts)}")


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def canonical(value: Any) -> str:
    """One text for one value: sorted keys, no spaces, moments in UTC."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=_plain)


def _plain(value: Any) -> str:
    if isinstance(value, datetime):
        from datetime import UTC

        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date | UUID | Decimal):
        return str(value)
    raise TypeError(f"No canonical form for {type(value)}")
