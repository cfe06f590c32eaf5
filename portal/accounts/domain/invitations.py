"""Inviting a person and letting that person in. One invitation a person is open; the one that is used closes the way."""

from __future__ import annotations

from datetime import timedelta

from allauth.account.models import EmailAddress
from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse

from portal.accounts.domain import letters
from portal.accounts.enums import What
from portal.accounts.models import Invitation, User, plain_address
from portal.kit import clock
from portal.kit.refusals import Blocker, Refused

SENT_WITHIN = timedelta(days=2)
CLOSED = Blocker("closed", "Deze uitnodiging is al gebruikt, vervangen of verlopen. Vraag een nieuwe aan.")
IS_IN = Blocker("is-in", "Deze persoon heeft al een wachtwoord, en kan zelf een nieuw kiezen bij inloggen.")


class InvitationRefused(Refused):
    pass


def person(*, email: str, name: str) -> User:
    """The person with this address, made when new. Nobody gets in by this."""
    address = plain_address(email)
    known = User.objects.filter(email=address).first()
    if known:
        return known
    made = User(email=address, name=name)
    made.set_unusable_password()
    return User.objects.get_or_create(email=address, defaults={"name": name, "password": made.password})[0]


@transaction.atomic
def invite(*, email: str, name: str, by: User | None) -> User:
    """The person with this address, made when new, with a mail that leads in.

    Somebody who has a password already gets no invitation: a new seat is enough.
    """
    user = person(email=email, name=name)
    let_in(user=user, by=by)
    return user


def let_in(*, user: User, by: User | None) -> None:
    """Invite a person who has no password yet."""
    if not user.has_usable_password():
        send(user=user, by=by)


@transaction.atomic
def send(*, user: User, by: User | None) -> Invitation:
    """A fresh invitation by mail. The one before works no more."""
    invitation, token = make(user=user, by=by)
    context = {"name": user.name, "link": link_of(token), "until": invitation.expires_at}
    text = render_to_string("accounts/mail/invitation.txt", context)
    subject = "Uitnodiging voor het portaal Zorg en Veiligheid"
    invitation.letter = letters.write_to(user, what=What.INVITATION, subject=subject, text=text, life=SENT_WITHIN)
    invitation.save(update_fields=["letter"])
    return invitation


@transaction.atomic
def make(*, user: User, by: User | None) -> tuple[Invitation, str]:
    """A fresh invitation and its token, which is kept nowhere. The one before works no more."""
    user = User.objects.lock(user)
    if user.has_usable_password():
        raise InvitationRefused(IS_IN)
    _close(user)
    token, now = Invitation.new_token(), clock.now()
    until = now + timedelta(days=Invitation.VALID_DAYS)
    digest = Invitation.digest(token)
    return Invitation.objects.create(user=user, invited_by=by, token_digest=digest, made_at=now, expires_at=until), token


def link_of(token: str) -> str:
    return settings.WAGTAILADMIN_BASE_URL + reverse("invitation", args=[token])


def found(token: str) -> Invitation | None:
    """The invitation of this token, while it leads in."""
    invitation = Invitation.objects.select_related("user").filter(token_digest=Invitation.digest(token)).first()
    return invitation if invitation and invitation.is_open else None


def open_it(*, invitation: Invitation) -> None:
    """Note that somebody followed the link."""
    Invitation.objects.filter(pk=invitation.pk, opened_at__isnull=True).update(opened_at=clock.now())


@transaction.atomic
def withdraw(*, invitation: Invitation) -> None:
    """Close this way in; a mail that still waits is not sent."""
    user = User.objects.lock(invitation.user)
    if not Invitation.objects.open().filter(pk=invitation.pk).exists():
        raise InvitationRefused(CLOSED)
    _close(user)


@transaction.atomic
def accept(*, invitation: Invitation, password: str) -> User:
    """Let the invited person in: the address of the invitation is the one that counts.

    Locks the person, so that it happens once.
    """
    user = User.objects.lock(invitation.user)
    invitation = Invitation.objects.get(pk=invitation.pk)
    if not invitation.is_open or user.has_usable_password():
        raise InvitationRefused(CLOSED)
    user.set_password(password)
    user.save(update_fields=["password"])
    EmailAddress.objects.update_or_create(user=user, email=user.email, defaults={"verified": True, "primary": True})
    invitation.accepted_at = clock.now()
    invitation.save(update_fields=["accepted_at"])
    return user


def _close(user: User) -> None:
    """Nothing that was sent to this person leads in any more."""
    for each in Invitation.objects.open().filter(user=user).select_related("letter"):
        if each.letter:
            letters.withdraw(each.letter)
    Invitation.objects.open().filter(user=user).update(withdrawn_at=clock.now())
