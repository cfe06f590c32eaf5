from __future__ import annotations

from typing import Any

from django import forms

from portal.kit import clock
from portal.kit.forms import PortalForm
from portal.network.enums import SeatFunction
from portal.network.models import Membership


class InviteForm(PortalForm):
    """Who gets which seat, from when."""

    name = forms.CharField(label="Naam", max_length=120)
    email = forms.EmailField(label="E-mailadres", help_text="De uitnodiging gaat naar dit adres en werkt alleen daarmee.")
    membership = forms.ModelChoiceField(
        label="Lidmaatschap", queryset=Membership.objects.none(), empty_label="Kies een lidmaatschap"
    )
    function = forms.ChoiceField(label="Functie", choices=SeatFunction)
    is_deputy = forms.BooleanField(label="Als plaatsvervanger", required=False)
    from_date = forms.DateField(label="Vanaf", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        memberships = Membership.objects.valid_on(clock.today()).select_related("body", "organisation", "house")
        self.fields["membership"].queryset = memberships.order_by("body__house__sort_key", "body_id", "organisation__sort_key")
        self.fields["from_date"].initial = clock.today
