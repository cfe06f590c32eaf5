from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from agenda.decisions.enums import DecisionKind, Serves
from agenda.lists.enums import ActionList, Outcome
from agenda.lists.models import Action
from agenda.lists.queries import possible_trekkers
from agenda.meetings import effects
from agenda.meetings.enums import ItemKind
from agenda.meetings.models import AgendaItem
from knelpunten.models import Knelpunt
from portal.documents.models import Edition
from portal.kit.forms import CreateForm, PortalForm, long_text
from portal.network.models import PolicyTable, Seat
from portal.privacy.forms import WatchedForm


class ConveneForm(CreateForm):
    title = forms.CharField(label="Titel", max_length=120, help_text="Bijvoorbeeld: Stuurgroep najaar 2026")
    starts_at = forms.DateTimeField(
        label="Begint op", widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    )
    location = forms.CharField(label="Plaats", max_length=120, required=False)


class ItemForm(WatchedForm, CreateForm):
    """An agenda item, about an action or about nothing in particular."""

    unwatched: ClassVar[set[str]] = {"presenter"}

    kind = forms.ChoiceField(label="Soort", choices=ItemKind, initial=ItemKind.BESLUITVORMING)
    title = forms.CharField(label="Titel", max_length=140)
    action = forms.ModelChoiceField(
        label="Over welke actie?", queryset=Action.objects.none(), required=False, empty_label="Geen actie"
    )
    edition = forms.ModelChoiceField(
        label="Over welk document?",
        queryset=Edition.objects.none(),
        required=False,
        empty_label="Geen document",
        help_text="Een concept dat de Stuurgroep kan vaststellen.",
    )
    knelpunt = forms.ModelChoiceField(queryset=Knelpunt.objects.none(), required=False, widget=forms.HiddenInput)
    question = long_text(
        "Vraag aan de tafel", max_length=1000, rows=3, required=False, help_text="Wat moet de Stuurgroep bespreken of besluiten?"
    )
    minutes = forms.IntegerField(label="Minuten", min_value=1, max_value=240, initial=15)
    presenter = forms.CharField(label="Wie leidt het in?", max_length=120, required=False)
    serves = forms.ChoiceField(label="Welke functie van de Stuurgroep?", choices=Serves, initial=Serves.VERBINDER)

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["action"].queryset = Action.objects.visible_to(user).order_by("theme__number", "list", "title")
        self.fields["knelpunt"].queryset = Knelpunt.objects.visible_to(user)
        self.fields["edition"].queryset = Edition.objects.with_document().filter(in_force_date__isnull=True)

    def clean(self) -> dict[str, Any]:
        """An item is about one thing at most."""
        cleaned = super().clean() or self.cleaned_data
        if sum(bool(cleaned.get(name)) for name in ("action", "edition", "knelpunt")) > 1:
            self.add_error(None, "Een punt gaat over één ding: een actie, een document of een knelpunt.")
        return cleaned


class DecisionForm(WatchedForm, CreateForm):
    """A decision of one kind at an item; asks only for what that kind needs."""

    unwatched: ClassVar[set[str]] = {"contact"}

    wording = long_text("De tekst van het besluit", max_length=2000, rows=4)
    trekker = forms.ModelChoiceField(
        label="Bestuurlijk trekker", queryset=Seat.objects.none(), required=False, empty_label="Kies een lid van de Stuurgroep"
    )
    accepted = forms.BooleanField(label="De trekker aanvaardt het trekkerschap", required=False)
    outcome = forms.ChoiceField(label="Hoe eindigt de actie?", choices=Outcome, widget=forms.RadioSelect, required=False)
    noticed = long_text(
        "Wat merken de regio's ervan?", max_length=1500, rows=3, required=False, help_text="Nodig als de actie is afgerond."
    )
    table = forms.ModelChoiceField(
        label="Tafel waar het belegd wordt", queryset=PolicyTable.objects.all(), required=False, empty_label="Kies een tafel"
    )
    is_accepted = forms.TypedChoiceField(
        label="Heeft die tafel de actie aanvaard?",
        choices=[("", "Niet van toepassing"), ("ja", "ja"), ("nee", "nog niet")],
        coerce=lambda value: value == "ja",
        empty_value=None,
        required=False,
    )

    contact = forms.CharField(
        label="Wie is daar het aanspreekpunt?",
        max_length=140,
        required=False,
        help_text="Een rol of een postadres van die tafel.",
    )
    check_date = forms.DateField(
        label="Wanneer vragen we na?",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        required=False,
        help_text="Nodig zolang die tafel de actie niet heeft aanvaard.",
    )
    in_force_date = forms.DateField(
        label="Geldt vanaf", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), required=False
    )

    def __init__(self, *args: Any, item: AgendaItem, kind: DecisionKind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        effect = effects.effect_for(kind, item.subject)
        asks = effect.asks if effect else ()
        for name in (
            "trekker",
            "accepted",
            "outcome",
            "noticed",
            "table",
            "is_accepted",
            "contact",
            "check_date",
            "in_force_date",
        ):
            if name not in asks:
                del self.fields[name]
        if "trekker" in self.fields:
            self.fields["trekker"].queryset = possible_trekkers()
            self.fields["trekker"].required = True
        if "in_force_date" in self.fields:
            self.fields["in_force_date"].required = True
        if asks == ("table",):
            self.fields["table"].required = True
        if "outcome" in self.fields:
            self.fields["outcome"].required = True
            self._narrow_outcomes(item)

    def _narrow_outcomes(self, item: AgendaItem) -> None:
        """From the voorraadlijst an action can only go elsewhere."""
        if getattr(item.subject, "list", None) == ActionList.VOORRAADLIJST:
            self.fields["outcome"].choices = [(Outcome.ELDERS_BELEGD.value, Outcome.ELDERS_BELEGD.label)]
            self.fields["outcome"].initial = Outcome.ELDERS_BELEGD
            del self.fields["noticed"]


class DiscussionForm(WatchedForm, PortalForm):
    """A member asks to discuss a knelpunt that stands ter kennisname."""

    reason = long_text("Waarom wilt u dit bespreken?", max_length=1000, rows=2)
