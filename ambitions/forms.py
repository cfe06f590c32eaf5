"""What people fill in about lines, plans and explanations."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from ambitions.domain.lines import FIRST_YEAR, LAST_YEAR
from ambitions.enums import LineStatus, Scope
from ambitions.models import Explanation
from portal.kit import clock
from portal.kit.forms import CreateForm, DayField, OneOf, PortalForm, SomeOf, a_reason, field_of, long_text
from portal.network.models import Ambition, Organisation
from portal.privacy.forms.texts import WatchedForm

NEEDED = "Leg uit waarom het (deels) niet haalbaar is. Het hele netwerk leest dit."


def year_field(label: str) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=FIRST_YEAR, max_value=LAST_YEAR)


class ExpectedForm(WatchedForm, PortalForm):
    """A form that changes something: it carries the key or number of what was read."""

    expected = forms.IntegerField(widget=forms.HiddenInput, min_value=0, initial=0)


class WordsForm(WatchedForm, PortalForm):
    """The words of a line."""

    title = forms.CharField(label="Titel", max_length=120)
    text = long_text("Wat gebeurt er?", rows=4, help_text="Verwijs naar het Kader als: Kader 2024, § 4.2.")
    realised_when = long_text(
        "Wanneer is het gerealiseerd?",
        max_length=1000,
        rows=2,
        help_text="Zo dat elk huis er hetzelfde onder verstaat.",
    )


class LineForm(WordsForm, CreateForm):
    ambition = OneOf(label="Ambitie", queryset=Ambition.objects.none())
    scope = forms.ChoiceField(label="Waar gebeurt het?", choices=Scope, widget=forms.RadioSelect)
    owner = OneOf(
        label="Eigenaar",
        queryset=Organisation.objects.none(),
        required=False,
        empty_label="alle huizen",
        help_text="Alleen bij een landelijke lijn. De eigenaar bericht elk halfjaar.",
    )
    from_year = year_field("Vanaf welk jaar?")
    is_example = forms.BooleanField(label="Dit is een voorbeeld, nog niet vastgesteld", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field_of(self, "ambition", OneOf).queryset = Ambition.objects.all()
        field_of(self, "owner", OneOf).queryset = Organisation.objects.valid_on(clock.today()).order_by("sort_key")

    @property
    def given(self) -> dict[str, Any]:
        return {**super().given, "scope": Scope(self.cleaned_data["scope"])}


class LineTextForm(WordsForm, ExpectedForm):
    note = a_reason("Wat is er anders, en waarom?", max_length=1000, rows=2)


class EndLineForm(PortalForm):
    until_year = year_field("Tot en met welk jaar loopt deze lijn?")


class YearForm(PortalForm):
    year = year_field("Voor welk jaar?")
    due_date = DayField(label="Uiterste dag voor de plannen")


class StatusForm(WatchedForm, PortalForm):
    """How a line stands, with an explanation where it is not feasible."""

    status = forms.ChoiceField(label="Hoe staat het?", choices=LineStatus, widget=forms.RadioSelect)
    explains: ClassVar[str] = "text"

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if (
            cleaned.get("status") == LineStatus.NIET_HAALBAAR
            and not cleaned.get(self.explains)
            and not self.has_error(self.explains)
        ):
            self.add_error(self.explains, NEEDED)
        return cleaned

    @property
    def given(self) -> dict[str, Any]:
        return {**super().given, "status": LineStatus(self.cleaned_data["status"])}


class NationalReportForm(StatusForm):
    text = long_text("Toelichting", max_length=2000, rows=3, required=False, help_text="Nodig als het (deels) niet haalbaar is.")


class AnswerForm(StatusForm, ExpectedForm):
    """What a house says of a line, about the text it read."""

    explains: ClassVar[str] = "explanation"

    planned = long_text("Wat plant u dit jaar?", rows=3, required=False)
    explanation = long_text(
        "Toelichting",
        rows=3,
        required=False,
        help_text="Nodig als het (deels) niet haalbaar is: wat staat in de weg, en wat kan wel?",
    )
    read = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


class PlanTextForm(ExpectedForm):
    priorities = long_text("Eigen prioriteiten van de regio", rows=4, required=False)
    offers = long_text("Wat biedt uw huis anderen?", rows=3, required=False)
    asks = long_text("Wat vraagt uw huis van anderen?", rows=3, required=False)


class QuestionsForm(WatchedForm, PortalForm):
    reason = a_reason("Wat wilt u weten?", max_length=2000, rows=3)


class AdoptForm(WatchedForm, PortalForm):
    """That the regionale stuurgroep agreed."""

    unwatched: ClassVar[set[str]] = {"approved_by"}

    approved_date = DayField(label="Wanneer ging de regionale stuurgroep akkoord?")
    approved_by = forms.CharField(label="In welk overleg?", max_length=200, help_text="Een gremium, geen namen.")
    file = forms.FileField(label="Document", required=False, help_text="Besluitenlijst of brief: PDF, Word of een afbeelding.")
    is_public = forms.BooleanField(label="Iedereen mag dit plan lezen, ook buiten het netwerk", required=False)


class ExplanationForm(WatchedForm, CreateForm):
    text = long_text("Wat staat er in de weg, en wat kan wel?", rows=4)
    holds_until = DayField(
        label="Tot en met wanneer geldt dit?", required=False, help_text="Leeg: tot de lijn wijzigt of u het intrekt."
    )


class TextForm(WatchedForm, PortalForm):
    text = long_text("Uw tekst", max_length=2000, rows=4)


class ReasonForm(WatchedForm, PortalForm):
    reason = a_reason("Waarom geldt het niet meer?", max_length=1000, rows=2)


class ExplanationsField(SomeOf):
    """A choice of explanations, each with where it comes from."""

    def label_from_instance(self, each: Any) -> str:
        return f"{each.house}, bij “{each.line}”: {each.text}"


class BundleForm(WatchedForm, CreateForm):
    """Which explanations show the same, and what becomes of them."""

    explanations = ExplanationsField(
        label="Welke toelichtingen?", queryset=Explanation.objects.none(), widget=forms.CheckboxSelectMultiple
    )
    into = forms.ChoiceField(
        label="Wat wordt het?",
        widget=forms.RadioSelect,
        initial="rode-draad",
        choices=[
            ("rode-draad", "Een rode draad: elk huis krijgt een eigen knelpunt, in zijn eigen woorden"),
            ("knelpunt", "Eén knelpunt, met deze huizen erachter"),
        ],
    )
    title = forms.CharField(label="Titel", max_length=120)
    text = long_text("Wat zien we?", rows=4)

    def __init__(self, *args: Any, explanations: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field_of(self, "explanations", ExplanationsField).queryset = explanations
