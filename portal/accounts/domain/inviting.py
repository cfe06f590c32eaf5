"""Inviting a person and letting that person in."""

from __future__ import annotations

from datetime import timedelta

from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse

from portal.accounts.models import Invitation, User
from portal.kit import clock
from portal.kit.refusals import Blocker, Refused


class InvitationRefused(Refused):
    pass


@transaction.atomic
def invite(*, email: str, name: str) -> User:
    """The person with this address, made when new, with a mail that leads in. Sends the mail after commit.

    Somebody who has a password already gets no invitation: a new seat is enough.
    """
    user = User.objects.filter(email=email.strip().lower()).first() or User.objects.create_user(email, name)
    if not user.has_usable_password():
        send(user=user)
    return user


def send(*, user: User) -> Invitation:
    """Make a fresh invitation for this person and mail its link."""
    token = Invitation.new_token()
    sent_at = clock.now()
    invitation = Invitation.objects.create(
        user=user,
        token_digest=Invitation.digest(token),
        sent_at=sent_at,
        expires_at=sent_at + timedelta(days=Invitation.VALID_DAYS),
    )
    link = settings.WAGTAILADMIN_BASE_URL + reverse("invitation", args=[token])
    text = render_to_string("accounts/mail/invitation.txt", {"name": user.name, "link": link, "until": invitation.expires_at})
    transaction.on_commit(lambda: send_mail("Uitnodiging voor het portaal Zorg en Veiligheid", text, None, [user.email]))
    return invitation


@transaction.atomic
def accept(*, invitation: Invitation, password: str) -> User:
    """Let the invited person in: the address of the invitation is the one that counts."""
    invitation = Invitation.objects.select_for_update(no_key=True).get(pk=invitation.pk)
    if not invitation.is_open:
        raise InvitationRefused(Blocker("closed", "Deze uitnodiging is al gebruikt of verlopen. Vraag een nieuwe aan."))
    user = invitation.user
    user.set_password(password)
    user.save(update_fields=["password"])
    EmailAddress.objects.update_or_create(user=user, email=user.email, defaults={"verified": True, "primary": True})
    invitation.accepted_at = clock.now()
    invitation.save(update_fields=["accepted_at"])
    return user
