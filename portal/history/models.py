"""The history: one event per act, and the chain that shows no event was changed, left out or cut off."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models.functions import Now

from portal.history.triggers import append_only

# Any number does, as long as all who write the chain take the same lock.
CHAIN_LOCK = 7_305_119


class Event(models.Model):
    """Somebody did something to something. Holds no free text; facts do."""

    verb = models.CharField("handeling", max_length=60)
    by_user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    by_seat = models.BigIntegerField(null=True)
    by_label = models.CharField("namens", max_length=200)
    subject_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, related_name="+")
    subject_id = models.BigIntegerField()
    subject = GenericForeignKey("subject_type", "subject_id")
    happened_at = models.DateTimeField("wanneer")
    recorded_at = models.DateTimeField(db_default=Now())
    facts = models.JSONField(default=list)
    payload = models.TextField(editable=False)

    class Meta:
        verbose_name = "gebeurtenis"
        verbose_name_plural = "gebeurtenissen"
        ordering = ["pk"]
        indexes = [models.Index(fields=["subject_type", "subject_id"], name="event_subject")]
        triggers = [
            *append_only(),
            pgtrigger.Trigger(
                name="write_link",
                operation=pgtrigger.Insert,
                when=pgtrigger.After,
                timing=pgtrigger.Deferred,
                declare=[("previous", "record")],
                func=f"""
                    PERFORM pg_advisory_xact_lock({CHAIN_LOCK});
                    SELECT seq, hash INTO previous FROM history_historylink ORDER BY seq DESC LIMIT 1;
                    INSERT INTO history_historylink (seq, event_id, hash) VALUES (
                        coalesce(previous.seq, 0) + 1,
                        NEW.id,
                        encode(sha256(convert_to(coalesce(previous.hash, '') || NEW.payload, 'UTF8')), 'hex')
                    );
                    RETURN NULL;
                """,
            ),
        ]


class HistoryLink(models.Model):
    """The place of an event in the chain, written by the database at commit."""

    seq = models.BigIntegerField(primary_key=True)
    event = models.OneToOneField(Event, on_delete=models.PROTECT, related_name="link")
    hash = models.CharField(max_length=64)

    class Meta:
        verbose_name = "schakel"
        verbose_name_plural = "schakels"
        ordering = ["seq"]
        triggers = append_only()
