"""Mail that is to go out, or went: one row for each occasion and each person."""

from __future__ import annotations

from hashlib import sha256

from django.conf import settings
from django.db import models

from portal.kit.db import LockingQuerySet
from portal.kit.fields import CodeField
from portal.kit.opaque import of
from portal.notify.enums import About


class NotificationQuerySet(LockingQuerySet["Notification"]):
    def about_page(self, path: str) -> NotificationQuerySet:
        """What was told about one page."""
        return self.filter(path=path)

    def unsent(self) -> NotificationQuerySet:
        return self.filter(sent_at__isnull=True)


class Notification(models.Model):
    """A mail to one person about one occasion. It carries a link and no content: what may be read is decided at the page."""

    occasion = models.CharField("aanleiding", max_length=80)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="notifications", verbose_name="persoon"
    )
    about = CodeField("waarover", max_length=20, choices=About)
    path = models.CharField("pagina", max_length=200)
    made_at = models.DateTimeField("gemaakt op")
    sent_at = models.DateTimeField("verstuurd op", null=True)
    attempts = models.PositiveSmallIntegerField("pogingen", default=0)

    objects = NotificationQuerySet.as_manager()

    class Meta:
        verbose_name = "bericht"
        verbose_name_plural = "berichten"
        ordering = ["-pk"]
        indexes = [models.Index(fields=["path"], name="notification_path")]
        constraints = [models.UniqueConstraint(fields=["occasion", "user"], name="notification_once_per_person")]

    def __str__(self) -> str:
        return f"{self.occasion} aan {self.user_id}"

    @property
    def mail_key(self) -> str:
        """The same for every attempt: a mail server that saw it already can tell."""
        return f"bericht-{of(self)}-{self.made_at:%Y%m%d%H%M%S}"

    @property
    def thread(self) -> str:
        """The same for every mail about one page, and says nothing of it."""
        return f"pagina-{sha256(self.path.encode()).hexdigest()[:16]}"
