"""What the landelijk bureau fills in when it assesses, checks back and answers."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError

from knelpunten.enums import OUTCOMES, KnelpuntKind, KnelpuntState
from knelpunten.forms.knelpunt import PlaceMixin, place_choices
from knelpunten.models import Knelpunt
from portal.kit import clock
from portal.kit.forms import CreateForm, DayField, OneOf, PortalForm, a_reason, long_text
from portal.kit.opaque import row_in
from portal.network.models import PolicyTable
from portal.privacy.forms.texts import WatchedForm

ADDRESS = re.compile(r"(?:^|/knelpunten/)([^/]+)/?$")


def coming_day(day: Any) -> Any:
    """A day that is still to come, or none."""
    if day and day <= clock.today():
        raise ValidationError("Kies een dag na vandaag.")
    return day


class OutcomeForm(WatchedForm, PlaceMixin, PortalForm):
    """How the assessment ends."""

    unwatched: ClassVar[set[str]] = {"contact", "other"}

    outcome = forms.ChoiceField(
        label="Uitkomst", choices=[(state.value, state.label) for state in OUTCOMES], widget=forms.RadioSelect
    )
    place = forms.ChoiceField(label="Thema of ambitie", required=False)
    kind = forms.ChoiceField(
        label="Waar ligt het in?", choices=[("", "Nog niet ingedeeld"), *KnelpuntKind.choices], required=False
    )
    table = OneOf(
        label="Tafel waar het belegd wordt",
        queryset=PolicyTable.objects.all(),
        required=False,
        empty_label="Kies een tafel",
        help_text="Alleen nodig bij “elders belegd”.",
    )
    contact = forms.CharField(
        label="Contact bij die tafel",
        max_length=140,
        required=False,
        help_text="Laat leeg, dan geldt het contact uit het beleidslandschap.",
    )
    check_back_date = DayField(label="Wanneer vraagt u na?", required=False, help_text="Laat leeg, dan is het over 30 werkdagen.")
    into = OneOf(
        label="Samenvoegen met",
        queryset=Knelpunt.objects.none(),
        required=False,
        widget=forms.RadioSelect,
        empty_label="Geen van deze",
        blank=True,
        help_text="Alleen nodig bij “samengevoegd met een ander”. Dit zijn de knelpunten die er het meest op lijken.",
    )
    other = forms.CharField(label="Of een ander knelpunt", max_length=200, required=False, help_text="Het adres van de pagina.")
    reason = a_reason("Waarom?", max_length=1500, rows=4, help_text="Het huis leest dit als terugkoppeling.")

    def __init__(self, *args: Any, user: Any, alike: list[Knelpunt], asks_kind: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.offer("place", place_choices())
        self.offer("into", Knelpunt.objects.filter(pk__in=[other.pk for other in alike]))
        if not alike:
            del self.fields["into"]
        if not asks_kind:
            del self.fields["kind"]

    def clean_other(self) -> Knelpunt | None:
        """The knelpunt of this address, when this reader may see it."""
        text = self.cleaned_data["other"].strip()
        if not text:
            return None
        address = ADDRESS.search(text)
        found = Knelpunt.objects.visible_to(self.user).filter(pk=row_in(Knelpunt, address[1])).first() if address else None
        if found is None:
            raise ValidationError("Er is geen knelpunt met dit adres.")
        return found

    def clean_check_back_date(self) -> Any:
        return coming_day(self.cleaned_data["check_back_date"])

    @property
    def given(self) -> dict[str, Any]:
        """What the verb takes."""
        said = self.cleaned_data
        names = ("reason", "table", "contact", "check_back_date")
        chosen = {
            "outcome": KnelpuntState(said["outcome"]),
            "kind": said.get("kind", ""),
            "into": said.get("other") or said.get("into"),
        }
        return {name: said[name] for name in names} | chosen | self.placed()


class CheckBackForm(PortalForm):
    """Asked at the other table, and not settled yet."""

    check_back_date = DayField(label="Wanneer vraagt u opnieuw na?")

    def clean_check_back_date(self) -> Any:
        return coming_day(self.cleaned_data["check_back_date"])


class NoteTextForm(WatchedForm, CreateForm):
    """A house adds something to its knelpunt."""

    text = long_text("Wat wilt u toevoegen?", max_length=1500, rows=4, help_text="Geen casus, wel het patroon.")


class ReplyForm(WatchedForm, CreateForm):
    """The landelijk bureau answers the houses after the end."""

    text = a_reason(
        "Het antwoord aan de huizen", max_length=3000, rows=5, help_text="Wat is ervan gekomen, en wat merkt de regio daarvan?"
    )


class AttachmentForm(WatchedForm, CreateForm):
    """A file with a knelpunt."""

    file = forms.FileField(
        label="Bestand",
        help_text="PDF, Word, Excel, PowerPoint, OpenDocument (.odt, .ods), PNG, JPEG of tekst, tot 20 MB. Geen macro's.",
    )
    title = forms.CharField(label="Wat is het?", max_length=140)


class JudgedAttachmentForm(AttachmentForm):
    """A file whose words are judged before it is kept."""

    is_looked_through = forms.BooleanField(
        label="Ik heb het bestand bekeken: er staat niets in over een persoon",
        required=False,
        help_text="Alleen nodig als er een afbeelding of een scan in staat: die kan het portaal niet lezen.",
        widget=forms.CheckboxInput(attrs={"class": "utrecht-checkbox"}),
    )


class ReasonTextForm(WatchedForm, PortalForm):
    """A text that is used more than once."""

    title = forms.CharField(label="Titel", max_length=80)
    outcome = forms.ChoiceField(
        label="Bij welke uitkomst?",
        choices=[("", "bij elke uitkomst"), *((state.value, state.label) for state in OUTCOMES)],
        required=False,
    )
    text = long_text(
        "Tekst", max_length=1500, rows=4, help_text="Schrijf in gewone woorden. Wie de tekst gebruikt, past haar nog aan."
    )
