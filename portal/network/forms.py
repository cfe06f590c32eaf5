from __future__ import annotations

from typing import Any

from django import forms

from portal.kit import clock
from portal.kit.forms import CreateForm, DayField, EditForm, OneOf, PortalForm, long_text
from portal.network.enums import EndGround, Ground, SeatFunction
from portal.network.models import Membership


class InviteForm(CreateForm):
    """Who gets which seat, from when. `asked` once it was said that this seat takes a second person."""

    name = forms.CharField(label="Naam", max_length=120)
    email = forms.EmailField(label="E-mailadres", help_text="De uitnodiging gaat naar dit adres en werkt alleen daarmee.")
    membership = OneOf(label="Lidmaatschap", queryset=Membership.objects.none(), empty_label="Kies een lidmaatschap")
    function = forms.ChoiceField(label="Functie", choices=SeatFunction)
    is_deputy = forms.BooleanField(label="Als plaatsvervanger", required=False)
    from_date = DayField(label="Vanaf", help_text="Ligt deze dag vóór vandaag, dan is er altijd een tweede persoon nodig.")
    asked = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        memberships = Membership.objects.valid_on(clock.today()).select_related("body", "organisation", "house")
        self.offer("membership", memberships.order_by("body__house__sort_key", "body_id", "organisation__sort_key"))
        self.fields["from_date"].initial = clock.today

    @property
    def given(self) -> dict[str, Any]:
        return {name: value for name, value in super().given.items() if name != "asked"}


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


class DeclineForm(PortalForm):
    """Why a proposed seat is not given."""

    ground = forms.ChoiceField(label="Waarom niet?", choices=Ground, widget=forms.RadioSelect)


class EndSeatForm(PortalForm):
    """When a seat ends and why; where more ends with it, that one read so."""

    last_day = DayField(
        label="Laatste dag", help_text="Tot en met deze dag geldt de zetel nog. Gisteren kan ook: dan vervalt zij meteen."
    )
    ground = forms.ChoiceField(label="Waarom?", choices=EndGround, widget=forms.RadioSelect)
    understood = forms.BooleanField(label="Ik heb gelezen wat er nog meer mee eindigt")

    def __init__(self, *args: Any, is_grave: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["last_day"].initial = clock.today
        if not is_grave:
            del self.fields["understood"]

    @property
    def given(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("last_day", "ground")}
