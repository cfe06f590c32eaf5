from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from knelpunten.enums import Frequency, KnelpuntKind, Level, Since
from knelpunten.models import Knelpunt
from portal.kit import clock
from portal.kit.forms import CreateForm, DayField, EditForm, OneOf, PortalForm, SomeOf, a_reason, long_text
from portal.network.models import Ambition, Domain, Theme
from portal.privacy.forms.texts import WatchedForm

NOT_PLACED = ("", "Nog niet ingedeeld: het landelijk bureau kiest")


def place_choices() -> list[Any]:
    """Themes and ambitions in one list: a knelpunt concerns one of either."""
    themes = [(f"theme:{theme.pk}", theme.title) for theme in Theme.objects.all()]
    ambitions = [(f"ambition:{ambition.pk}", ambition.name) for ambition in Ambition.objects.all()]
    return [NOT_PLACED, ("Thema's van de Stuurgroep", themes), ("Ambities van de Samenwerkingsagenda", ambitions)]


class PlaceMixin(forms.Form):
    """Turns the chosen place into a theme or an ambition."""

    def placed(self) -> dict[str, Any]:
        kind, _, pk = self.cleaned_data.get("place", "").partition(":")
        return {
            "theme": Theme.objects.get(pk=pk) if kind == "theme" else None,
            "ambition": Ambition.objects.get(pk=pk) if kind == "ambition" else None,
        }


class KnelpuntFields(WatchedForm, PlaceMixin, PortalForm):
    """What a house says about a knelpunt. Before it is handed in, it is looked at once more."""

    is_asking = False

    title = forms.CharField(label="Titel", max_length=140, help_text="Waar loopt het op vast, in één regel?")
    pattern = long_text(
        "Het patroon",
        max_length=1500,
        rows=8,
        help_text="Geen casus, wel het patroon: wat gebeurt er steeds weer, en waardoor? "
        "Schrijf niets waaraan een persoon te herkennen is.",
    )
    kind = forms.ChoiceField(label="Waar ligt het in?", choices=KnelpuntKind, widget=forms.RadioSelect)
    place = forms.ChoiceField(label="Waar hoort het bij?", required=False)
    domains = SomeOf(
        label="Welke domeinen raakt het?", queryset=Domain.objects.all(), required=False, widget=forms.CheckboxSelectMultiple
    )
    frequency = forms.ChoiceField(
        label="Hoe vaak loopt u hierop vast?", choices=[("", "Weet ik niet"), *Frequency.choices], required=False
    )
    since = forms.ChoiceField(label="Sinds wanneer?", choices=[("", "Weet ik niet"), *Since.choices], required=False)
    tried = long_text("Wat is al geprobeerd?", max_length=1000, rows=3, required=False)
    tried_on = forms.ChoiceField(label="Op welk niveau?", choices=[("", "Niet van toepassing"), *Level.choices], required=False)
    would_help = long_text("Wat zou helpen?", max_length=1000, rows=4, required=False)
    discussed_date = DayField(
        label="Besproken in de regionale stuurgroep op",
        required=False,
        help_text="Laat leeg als het nog niet besproken is.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("place", place_choices())

    def clean_discussed_date(self) -> Any:
        day = self.cleaned_data["discussed_date"]
        if day and day > clock.today():
            raise ValidationError("Deze datum ligt in de toekomst. Vul in wanneer het besproken is.")
        return day

    @property
    def given(self) -> dict[str, Any]:
        """The place as the verbs take it."""
        return {name: value for name, value in super().given.items() if name != "place"} | self.placed()


class NewKnelpuntForm(KnelpuntFields, CreateForm):
    pass


class EditKnelpuntForm(KnelpuntFields, EditForm):
    @staticmethod
    def initial_of(knelpunt: Knelpunt) -> dict[str, Any]:
        place = (
            f"theme:{knelpunt.theme_id}"
            if knelpunt.theme_id
            else f"ambition:{knelpunt.ambition_id}"
            if knelpunt.ambition_id
            else ""
        )
        names = ("title", "pattern", "kind", "frequency", "since", "tried", "tried_on", "would_help", "discussed_date", "version")
        return {name: getattr(knelpunt, name) for name in names} | {"place": place, "domains": knelpunt.domains.all()}


class ReasonForm(WatchedForm, PortalForm):
    """A step that only asks why."""

    reason = a_reason("Waarom?", max_length=1500, rows=3)


class NoteForm(WatchedForm, PortalForm):
    """A house recognises a knelpunt."""

    note = long_text(
        "Hoe ziet u dit in uw regio?", max_length=1000, rows=3, required=False, help_text="Geen casus, wel het patroon."
    )


class PatternFields(WatchedForm, PortalForm):
    """What the landelijk bureau says about a rode draad."""

    title = forms.CharField(label="Titel", max_length=140, help_text="Wat hebben deze knelpunten gemeen, in één regel?")
    analysis = long_text(
        "Wat we zien", max_length=3000, rows=6, help_text="Het patroon, waar het vandaan komt en wie ermee te maken heeft."
    )
    theme = OneOf(label="Thema", queryset=Theme.objects.all(), required=False, empty_label="Nog geen thema")


class NewPatternForm(PatternFields, CreateForm):
    knelpunten = SomeOf(
        label="Welke knelpunten horen erbij?", queryset=Knelpunt.objects.none(), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("knelpunten", Knelpunt.objects.visible_to(user).unbundled().with_places().order_by("title"))


class EditPatternForm(PatternFields, EditForm):
    pass


class BundleForm(PortalForm):
    """Knelpunten to add to a rode draad."""

    knelpunten = SomeOf(queryset=Knelpunt.objects.none(), error_messages={"required": "Kies eerst een knelpunt."})

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("knelpunten", Knelpunt.objects.visible_to(user).unbundled())


class ListForm(CreateForm):
    """A list that was kept elsewhere."""

    file = forms.FileField(
        label="Bestand",
        help_text=(
            "Een Excel-bestand (.xlsx), OpenDocument-bestand (.ods) of CSV, tot 10 MB. "
            "Daarna kiest u het werkblad en de kolommen."
        ),
    )
