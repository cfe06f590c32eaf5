"""What a meeting leaves behind."""

from __future__ import annotations

from typing import Any

from django import forms

from agenda.meetings.enums import ArrangementKind, ArrangementOutcome
from agenda.meetings.models import AgendaItem, Meeting
from portal.kit import clock
from portal.kit.forms import CreateForm, DayField, EditForm, OneOf, PortalForm, field_of, long_text
from portal.kit.opaque import of
from portal.network.models import Membership
from portal.privacy.forms.texts import WatchedForm


class ArrangementForm(WatchedForm, CreateForm):
    kind = forms.ChoiceField(label="Wat is het?", choices=ArrangementKind, initial=ArrangementKind.TOEZEGGING)
    text = long_text("Wat is afgesproken?", max_length=1000, rows=2)
    membership = OneOf(
        label="Wie doet het?",
        queryset=Membership.objects.none(),
        required=False,
        empty_label="Niemand in het bijzonder",
        help_text="Nodig bij een toezegging.",
    )
    due_date = DayField(label="Uiterlijk op", required=False, help_text="Nodig bij een toezegging.")

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        members = Membership.objects.valid_on(clock.today()).filter(body=meeting.body_id)
        field_of(self, "membership", OneOf).queryset = members.select_related("organisation", "house", "body")

    @property
    def given(self) -> dict[str, Any]:
        return {**super().given, "kind": ArrangementKind(self.cleaned_data["kind"])}


class EndForm(WatchedForm, PortalForm):
    outcome = forms.ChoiceField(label="Hoe is het afgelopen?", choices=ArrangementOutcome)
    note = long_text("Toelichting", max_length=500, rows=2)


class VerslagForm(WatchedForm, EditForm):
    """A text for each item."""

    def __init__(self, *args: Any, items: list[AgendaItem], texts: dict[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.items = items
        for item in items:
            field = long_text(str(item), max_length=8000, rows=5, required=False)
            field.initial = texts.get(item.pk, "")
            field.widget.attrs["class"] = "utrecht-textarea"
            self.fields[f"punt{of(item)}"] = field

    @property
    def given(self) -> dict[str, Any]:
        texts = {item.pk: self.cleaned_data[f"punt{of(item)}"] for item in self.items}
        return {"expected": self.cleaned_data["version"], "texts": texts}


class PublicLineForm(WatchedForm, PortalForm):
    """The decisions that go out, each with a box that says it was read once more."""

    def __init__(self, *args: Any, items: list[AgendaItem], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = [(item.decision, item) for item in items if item.decision]
        for decision, item in self.rows:
            title = forms.CharField(label="Titel", max_length=140, initial=item.title)
            title.widget.attrs["class"] = "utrecht-textbox"
            text = long_text("Tekst", max_length=2000, rows=3)
            text.initial, text.widget.attrs["class"] = decision.wording, "utrecht-textarea"
            self.fields[f"titel{of(decision)}"], self.fields[f"tekst{of(decision)}"] = title, text
            self.fields[f"goed{of(decision)}"] = forms.BooleanField(
                label=f"{decision} is nagelezen en kan naar buiten",
                required=False,
                widget=forms.CheckboxInput(attrs={"class": "utrecht-checkbox"}),
            )

    @property
    def given(self) -> dict[str, Any]:
        said = self.cleaned_data
        lines = {
            decision.pk: (said[f"titel{of(decision)}"], said[f"tekst{of(decision)}"])
            for decision, _ in self.rows
            if said.get(f"goed{of(decision)}")
        }
        return {"lines": lines}
