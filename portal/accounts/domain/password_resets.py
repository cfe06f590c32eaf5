"""A new password for who forgot it. Whose address it is, is found out by the worker: the page answers everybody alike."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse

from portal.accounts.domain import letters
from portal.accounts.enums import What
from portal.accounts.models import Letter, User, plain_address

SENT_WITHIN = timedelta(hours=4)


def ask(*, email: str) -> Letter:
    """Somebody wants a new password for this address, known or not."""
    return letters.post(what=What.RESET, content={"email": plain_address(email)}, life=SENT_WITHIN)


def written(letter: Letter, content: dict[str, Any]) -> EmailMultiAlternatives | None:
    """The mail with the link; none for an address we do not know, or a person who still has to come in by an invitation.

    The link is made here and kept nowhere. It rests on this letter, so that a newer one makes it void.
    """
    user = User.objects.filter(email=content["email"], is_active=True).first()
    if user is None or not user.has_usable_password() or (user.reset_asked_at and user.reset_asked_at > letter.made_at):
        return None
    user.reset_asked_at = letter.made_at
    user.save(update_fields=["reset_asked_at"])
    text = render_to_string("account/email/password_reset_key_message.txt", {"password_reset_url": _link(user)})
    return letters.written(letter, {"to": user.email, "subject": "Kies een nieuw wachtwoord", "text": text})


def _link(user: User) -> str:
    key: str = default_token_generator.make_token(user)
    path = reverse("account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(user), "key": key})
    return f"{settings.WAGTAILADMIN_BASE_URL}{path}"
