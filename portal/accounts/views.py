"""The way in for invited persons, and where allauth's own pages would tell or keep too much."""

from __future__ import annotations

from typing import Any

from allauth.account.views import ConfirmLoginCodeView, PasswordResetView
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters

from portal.accounts.adapter import CODE_LETTER
from portal.accounts.domain import invitations
from portal.accounts.forms import AskResetForm, ChoosePasswordForm
from portal.accounts.models import Invitation, Letter
from portal.kit.access import public
from portal.kit.refusals import Refused
from portal.ui.pages import status_of

INVITED = "invitation"  # in the session: the invitation by which this browser came


@public
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Where the link of the mail leads: on to an address without the token, which no log or other page then sees."""
    found = invitations.found(token)
    request.session.pop(INVITED, None)
    if found:
        invitations.open_it(invitation=found)
        request.session[INVITED] = found.pk
    return redirect("choose_password")


@sensitive_post_parameters("password", "again")
@public
def choose_password(request: HttpRequest) -> HttpResponse:
    invited: Any = request.session.get(INVITED)
    found = Invitation.objects.select_related("user").filter(pk=invited).first()
    if found is None or not found.is_open:
        return render(request, "accounts/invitation_closed.html", status=404)
    form = ChoosePasswordForm(request.POST or None, user=found.user)
    if request.method == "POST" and form.is_valid():
        try:
            invitations.accept(invitation=found, password=form.cleaned_data["password"])
        except Refused:
            return render(request, "accounts/invitation_closed.html", status=404)
        request.session.pop(INVITED)
        messages.success(request, "Uw wachtwoord is bewaard. U kunt nu inloggen.")
        return redirect("account_login")
    return render(request, "accounts/invitation.html", {"form": form, "invited": found.user}, status=status_of(form))


class ResetView(PasswordResetView):
    def get_form_class(self) -> type[AskResetForm]:
        return AskResetForm


class CodeView(ConfirmLoginCodeView):
    """Says besides how it stands with the mail, and takes only the newest code."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "letter": self._letter()}

    def form_valid(self, form: Any) -> HttpResponseBase:
        letter = self._letter()
        if letter and not letter.is_newest:
            messages.error(
                self.request, "U vroeg daarna een nieuwe code aan: alleen de nieuwste werkt. Log opnieuw in voor een nieuwe."
            )
            self._process.abort()
            return redirect("account_login")
        return super().form_valid(form)

    def _letter(self) -> Letter | None:
        return Letter.objects.filter(pk=self.request.session.get(CODE_LETTER)).first()
