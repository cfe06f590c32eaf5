"""Items of an agenda, and what people put with them."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from agenda.decisions.enums import VISIBILITIES, Serves, Visibility
from agenda.meetings.enums import IssueKind, ItemKind
from agenda.meetings.models import AgendaItem, Meeting
from agenda.meetings.queries.subjects import KINDS, SubjectKind, kind_of
from portal.kit.forms import CreateForm, OneOf, PortalForm, a_reason, dress, field_of, long_text
from portal.network.models import Theme
from portal.privacy.forms.texts import WatchedForm

ITEM_FIELDS = ("kind", "title", "question", "advice", "costs", "risks", "minutes", "presenter", "serves", "visibility")
READERS = [(visibility.value, row.readers) for visibility, row in VISIBILITIES.items()]


class ItemForm(WatchedForm, CreateForm):
    """An agenda item, about an action or about nothing in particular."""

    unwatched: ClassVar[set[str]] = {"presenter"}

    kind = forms.ChoiceField(label="Soort", choices=ItemKind, initial=ItemKind.BESLUITVORMING)
    title = forms.CharField(label="Titel", max_length=140)
    question = long_text(
        "Vraag aan de tafel", max_length=1000, rows=3, required=False, help_text="Wat moet de Stuurgroep bespreken of besluiten?"
    )
    advice = long_text("Advies van de Klankbordgroep", max_length=2000, rows=3, required=False)
    costs = long_text("Wat kost het, en wie betaalt?", max_length=1000, rows=2, required=False)
    risks = long_text("Welke risico's zijn er?", max_length=1000, rows=2, required=False)
    minutes = forms.IntegerField(label="Minuten", min_value=1, max_value=240, initial=15)
    presenter = forms.CharField(label="Wie leidt het in?", max_length=120, required=False)
    serves = forms.ChoiceField(label="Welke functie van de Stuurgroep?", choices=Serves, initial=Serves.VERBINDER)

    visibility = forms.ChoiceField(
        label="Wie leest dit punt?",
        choices=READERS,
        initial=Visibility.OPEN,
        help_text="Een vertrouwelijk punt staat achteraan, en gaat niet over iets op de lijsten.",
    )

    def __init__(self, *args: Any, user: Any, meeting: Meeting, item: AgendaItem | None = None, **kwargs: Any) -> None:
        subject = item.subject if item else None
        if item:
            about = {kind_of(subject).name: subject} if subject else {}
            kwargs["initial"] = {name: getattr(item, name) for name in ITEM_FIELDS} | about | {"key": item.key}
        super().__init__(*args, **kwargs)
        if item:
            self.fields["version"] = forms.IntegerField(widget=forms.HiddenInput, initial=item.version)
        if meeting.is_confidential:
            readers = field_of(self, "visibility", forms.ChoiceField)
            readers.choices = [(Visibility.VERTROUWELIJK.value, Visibility.VERTROUWELIJK.label)]
            readers.initial = Visibility.VERTROUWELIJK
        self.fields |= {kind.name: _subject_field(kind, user, meeting) for kind in KINDS.values()}
        dress(self)
        self.order_fields(["kind", "title", *self.subject_names])

    @property
    def subject_names(self) -> list[str]:
        return [kind.name for kind in KINDS.values()]

    def clean(self) -> dict[str, Any]:
        """A decision at an item changes one thing at most."""
        cleaned = super().clean() or self.cleaned_data
        if sum(bool(cleaned.get(name)) for name in self.subject_names) > 1:
            sentence = (
                "Kies één ding waarover het besluit gaat. Op de pagina van het punt zet u erbij waar het nog meer over gaat."
            )
            self.add_error(None, sentence)
        return cleaned

    @property
    def given(self) -> dict[str, Any]:
        """The columns of an item with its one subject; and the key of a new one, or the version that a change expects."""
        said = {name: self.cleaned_data[name] for name in ITEM_FIELDS}
        said |= {"expected": self.cleaned_data["version"]} if "version" in self.fields else {"key": self.cleaned_data["key"]}
        subject = next((self.cleaned_data[name] for name in self.subject_names if self.cleaned_data.get(name)), None)
        return said | {"kind": ItemKind(said["kind"]), "serves": Serves(said["serves"]), "subject": subject}


def _subject_field(kind: SubjectKind, user: Any, meeting: Meeting) -> OneOf:
    """The field in which the thing of this kind is chosen that a decision would change."""
    if kind.choices is None:
        return OneOf(queryset=kind.visible(user), required=False, widget=forms.HiddenInput)
    return OneOf(
        label=kind.question, queryset=kind.choices(user, meeting), required=False, empty_label="Geen", help_text=kind.help_text
    )


class StandingForm(WatchedForm, PortalForm):
    """An item for every new agenda."""

    title = forms.CharField(label="Titel", max_length=140)
    kind = forms.ChoiceField(label="Soort", choices=ItemKind, initial=ItemKind.INFORMATIE)
    minutes = forms.IntegerField(label="Minuten", min_value=1, max_value=240, initial=5)
    serves = forms.ChoiceField(label="Welke functie van de Stuurgroep?", choices=Serves, initial=Serves.VERBINDER)


class IssueForm(WatchedForm, CreateForm):
    """A vraagstuk or dilemma for the Stuurgroep."""

    kind = forms.ChoiceField(label="Wat is het?", choices=IssueKind, widget=forms.RadioSelect, initial=IssueKind.VRAAGSTUK)
    title = forms.CharField(label="Titel", max_length=140)
    question = long_text("De vraag", max_length=1000, rows=3, help_text="Wat moet de Stuurgroep met elkaar bespreken?")
    background = long_text("Achtergrond", max_length=2000, rows=4, required=False)
    theme = OneOf(label="Bij welk thema hoort het?", queryset=Theme.objects.all(), required=False, empty_label="Geen thema")

    @property
    def given(self) -> dict[str, Any]:
        return {**super().given, "kind": IssueKind(self.cleaned_data["kind"])}


class WordingForm(PortalForm):
    """In which words a vraagstuk goes to the Stuurgroep, or why it does not."""

    wording = a_reason("De vraag aan de Stuurgroep, of waarom niet", max_length=1000, rows=2)


class OwnNoteForm(WatchedForm, PortalForm):
    """What somebody notes at an item."""

    text = long_text("Uw notitie", max_length=4000, rows=3, required=False)
    is_marked = forms.BooleanField(label="Markeer dit punt", required=False)
    is_shared = forms.BooleanField(label="Deel met uw eigen organisatie", required=False)


class GuestForm(PortalForm):
    """Somebody from outside, for one item."""

    name = forms.CharField(label="Naam", max_length=120)
    email = forms.EmailField(label="E-mailadres")
