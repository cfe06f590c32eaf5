from __future__ import annotations

from typing import Any

from allauth.account.forms import ResetPasswordForm
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from portal.accounts.domain import password_resets
from portal.accounts.models import User
from portal.kit.forms import PortalForm


class ChoosePasswordForm(PortalForm):
    """The one thing an invited person fills in."""

    password = forms.CharField(
        label="Wachtwoord",
        help_text="Minstens 12 tekens. Een zin van een paar woorden is goed te onthouden.",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        max_length=200,
        strip=False,
    )
    again = forms.CharField(
        label="Nog een keer hetzelfde wachtwoord",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        max_length=200,
        strip=False,
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_password(self) -> str:
        validate_password(self.cleaned_data["password"], self.user)
        return self.cleaned_data["password"]

    def clean_again(self) -> str:
        if self.cleaned_data["again"] != self.cleaned_data.get("password", self.cleaned_data["again"]):
            raise ValidationError("De twee wachtwoorden zijn niet gelijk.")
        return self.cleaned_data["again"]


class AskResetForm(ResetPasswordForm):
    """An address, known or not: nothing is looked up while somebody waits, so the answer tells nothing."""

    def clean_email(self) -> str:
        return str(self.cleaned_data["email"])

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        password_resets.ask(email=self.cleaned_data["email"])
        return str(self.cleaned_data["email"])
