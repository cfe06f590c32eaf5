from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.http import QueryDict

from agenda.lists.enums import ANCHORS, RUNGS, ActionKind, ActionList, Criterion, Ladder
from agenda.lists.models import Action
from knelpunten.enums import LISTED_STATES
from knelpunten.models import Knelpunt
from portal.documents.forms.sections import SectionsField
from portal.kit.forms import CreateForm, EditForm, OneOf, PortalForm, SomeOf, field_of, long_text
from portal.network.models import Ambition, Theme
from portal.privacy.forms.texts import WatchedForm


class ProposalForm(WatchedForm, CreateForm):
    """An action put forward."""

    MANY: ClassVar[set[str]] = {"knelpunten", "sections", "ambitions"}

    title = forms.CharField(label="Titel", max_length=140, help_text="Wat gaan we doen, in één regel?")
    theme = OneOf(label="Thema", queryset=Theme.objects.all(), empty_label="Kies een thema")
    knelpunten = SomeOf(
        label="Voor welke knelpunten is deze actie?",
        queryset=Knelpunt.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    without_knelpunt = long_text(
        "Waarom zonder knelpunt?", required=False, max_length=1000, rows=2, help_text="Alleen als u hierboven niets kiest."
    )
    goal = long_text("Doel", max_length=2000, rows=4)
    intended_result = long_text(
        "Beoogd resultaat", max_length=2000, rows=4, help_text="Wat merken de regio's ervan als het af is?"
    )
    kind = forms.ChoiceField(label="Soort actie", choices=ActionKind, widget=forms.RadioSelect)
    ladder = forms.ChoiceField(
        label="Trede op de ladder van netwerksamenwerking",
        choices=[("", "geen keuze"), *((rung.value, f"{rung.label}: {RUNGS[rung]}") for rung in Ladder)],
        required=False,
        widget=forms.RadioSelect,
        help_text="Ter inspiratie, van licht naar intensief.",
    )
    ambitions = SomeOf(
        label="Raakt dit een ambitie van de Samenwerkingsagenda?",
        queryset=Ambition.objects.all(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    sections = SectionsField(
        label="Waarop rust dit in het Landelijk Kader of een ander document?",
        required=False,
        help_text="Zoek een paragraaf en vink haar aan.",
    )

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        listed = Knelpunt.objects.visible_to(user).filter(state__in=LISTED_STATES).with_places()
        field_of(self, "knelpunten", SomeOf).queryset = listed.order_by("theme__number", "title")

    @property
    def kept_names(self) -> set[str]:
        """What a draft keeps of what was sent."""
        return {*self.fields, "sections-nummers"} - {"key", "confirmed"}


class RevisionForm(WatchedForm, EditForm):
    """The words of an action that is only proposed yet."""

    title = forms.CharField(label="Titel", max_length=140)
    goal = long_text("Doel", max_length=2000, rows=4)
    intended_result = long_text("Beoogd resultaat", max_length=2000, rows=4)


class LinkForm(PortalForm):
    """Knelpunten that an action which is there will serve too."""

    knelpunten = SomeOf(label="Welke knelpunten?", queryset=Knelpunt.objects.none(), widget=forms.CheckboxSelectMultiple)
    action = OneOf(label="Bij welke actie horen ze?", queryset=Action.objects.none(), empty_label="Kies een actie")

    def __init__(self, *args: Any, user: Any, chosen: list[int], **kwargs: Any) -> None:
        super().__init__(*args, initial={"knelpunten": chosen}, **kwargs)
        listed = Knelpunt.objects.visible_to(user).filter(state__in=LISTED_STATES, pk__in=chosen)
        field_of(self, "knelpunten", SomeOf).queryset = listed.with_places().order_by("title")
        there = Action.objects.visible_to(user).exclude(list=ActionList.GEREEDLIJST)
        field_of(self, "action", OneOf).queryset = there.order_by("theme__number", "title")


class AnswerForm(WatchedForm, PortalForm):
    text = long_text(
        "Het antwoord aan het huis",
        max_length=3000,
        rows=7,
        help_text="Wat is er gebeurd met dit knelpunt, en wat merkt de regio daarvan?",
    )


class WeighingForm(WatchedForm, CreateForm):
    """Three criteria from 1 to 5, each step with its meaning, and an argument. Every score may be left out."""

    argument = long_text(
        "Uw argument",
        max_length=1500,
        rows=4,
        required=False,
        help_text="Het argument telt, meer dan de score. Wat weegt voor uw organisatie het zwaarst?",
    )
    field_order = ("belang", "uitvoerbaarheid", "impact", "argument")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for criterion in Criterion:
            steps = [
                ("", "geen score"),
                *((str(step), f"{step}: {meaning}") for step, meaning in enumerate(ANCHORS[criterion], 1)),
            ]
            self.fields[criterion.value] = forms.TypedChoiceField(
                label=criterion.label,
                choices=steps,
                coerce=int,
                empty_value=None,
                required=False,
                widget=forms.RadioSelect(attrs={"class": "choice-list"}),
            )
        self.order_fields(self.field_order)

    def clean(self) -> dict[str, Any]:
        """A score or an argument: nothing at all says nothing."""
        cleaned = super().clean()
        if not self.errors and not cleaned.get("argument") and not any(cleaned.get(criterion.value) for criterion in Criterion):
            self.add_error("argument", "Geef een score of schrijf een argument.")
        return self.cleaned_data

    @property
    def given(self) -> dict[str, Any]:
        said = self.cleaned_data
        scores = {criterion: said[criterion.value] for criterion in Criterion}
        return {"key": said["key"], "argument": said["argument"], "scores": scores}


class KeepForm(PortalForm):
    """A name for a choice of actions; the choice itself is the query of an address."""

    name = forms.CharField(label="Naam voor deze keuze", max_length=60)
    query = forms.CharField(widget=forms.HiddenInput, required=False, max_length=400)

    @property
    def query_given(self) -> QueryDict:
        return QueryDict(self.cleaned_data["query"])
