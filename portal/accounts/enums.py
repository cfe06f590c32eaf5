"""What a letter is for, and how it stands with letters and invitations."""

from django.db.models import TextChoices


class What(TextChoices):
    CODE = "code", "code om in te loggen"
    RESET = "reset", "nieuw wachtwoord"
    INVITATION = "invitation", "uitnodiging"
    SEAT = "seat", "bericht over een zetel"


class LetterState(TextChoices):
    WAITING = "waiting", "wordt verstuurd"
    FAILING = "failing", "versturen lukt nog niet"
    SENT = "sent", "verstuurd"
    EXPIRED = "expired", "mislukt"


class InvitationState(TextChoices):
    WAITING = "waiting", "wordt verstuurd"
    FAILING = "failing", "versturen lukt nog niet"
    FAILED = "failed", "mislukt"
    SENT = "sent", "verstuurd"
    OPENED = "opened", "geopend"
    ACCEPTED = "accepted", "aanvaard"
    EXPIRED = "expired", "verlopen"
    WITHDRAWN = "withdrawn", "ingetrokken"
