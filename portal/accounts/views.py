"""The way in for invited persons, and in demo mode the demo persons and the mail."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters

from portal.accounts.domain import inviting
from portal.accounts.forms import ChoosePasswordForm
from portal.accounts.models import Invitation
from portal.kit.access import public


@sensitive_post_parameters("password", "again")
@public
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    found = Invitation.objects.select_related("user").filter(token_digest=Invitation.digest(token)).first()
    if found is None or not found.is_open:
        return render(request, "accounts/invitation_closed.html", status=404)
    form = ChoosePasswordForm(request.POST or None, user=found.user)
    if request.method == "POST" and form.is_valid():
        inviting.accept(invitation=found, password=form.cleaned_data["password"])
        messages.success(request, "Uw wachtwoord is bewaard. U kunt nu inloggen.")
        return redirect("account_login")
    return render(request, "accounts/invitation.html", {"form": form, "invited": found.user}, status=422 if form.errors else 200)
