"""allauth, by invitation only, and its mail through the outbox."""

from datetime import timedelta
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.views import INTERNAL_RESET_SESSION_KEY
from django.conf import settings
from django.http import HttpRequest

from portal.accounts.domain import letters
from portal.accounts.enums import What
from portal.accounts.models import User

CODE_LETTER = "code_letter"  # in the session: which letter carries the code that this browser waits for


class InvitedOnly(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_user_search_fields(self) -> list[str]:
        return ["email"]

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """There are no user names: an e-mail address is enough."""

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Into the outbox, for as long as a code is good: whether the mail server answers is not for who signs in to wait for."""
        message = self.render_mail(template_prefix, email, {"email": email, **context})
        content = {"to": email, "subject": message.subject, "text": message.body}
        life = timedelta(seconds=settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT)
        letter = letters.post(what=What.CODE, content=content, life=life, user=User.objects.filter(email=email).first())
        self.request.session[CODE_LETTER] = letter.pk

    def set_password(self, user: Any, password: str) -> None:
        """The link that led here has done its work: its key stays nowhere."""
        super().set_password(user, password)
        self.request.session.pop(INTERNAL_RESET_SESSION_KEY, None)
