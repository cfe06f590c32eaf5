from __future__ import annotations

from typing import Any

from django import forms

from portal.kit import clock
from portal.kit.forms import EditForm, OneOf, PortalForm, long_text
from portal.network.enums import SeatFunction
from portal.network.models import Membership


class InviteForm(PortalForm):
    """Who gets which seat, from when."""

    name = forms.CharField(label="Naam", max_length=120)
    email = forms.EmailField(label="E-mailadres", help_text="De uitnodiging gaat naar dit adres en werkt alleen daarmee.")
    membership = OneOf(label="Lidmaatschap", queryset=Membership.objects.none(), empty_label="Kies een lidmaatschap")
    function = forms.ChoiceField(label="Functie", choices=SeatFunction)
    is_deputy = forms.BooleanField(label="Als plaatsvervanger", required=False)
    from_date = forms.DateField(label="Vanaf", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        memberships = Membership.objects.valid_on(clock.today()).select_related("body", "organisation", "house")
        self.fields["membership"].queryset = memberships.order_by("body__house__sort_key", "body_id", "organisation__sort_key")
        self.fields["from_date"].initial = clock.today


class TableFields(PortalForm):
    """Another table, and what it is about."""

    name = forms.CharField(label="Naam van de tafel", max_length=160)
    subjects = long_text(
        "Waar het over gaat",
        max_length=1500,
        rows=4,
        required=False,
        help_text="In de woorden die huizen gebruiken: hiermee wordt gevonden of een knelpunt daar al ligt.",
    )
    contact = forms.CharField(
        label="Contact",
        max_length=140,
        required=False,
        help_text="Een functie of secretariaat, bijvoorbeeld: secretaris, ministerie van VWS.",
    )


class EditTableForm(TableFields, EditForm):
    pass
