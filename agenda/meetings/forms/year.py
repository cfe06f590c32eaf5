"""Planning one meeting or a year of them, and moving one."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms

from agenda.meetings.domain import meeting_years
from agenda.meetings.domain.deadlines import day_of
from agenda.meetings.domain.meeting_years import Round
from agenda.meetings.enums import DeadlineKind
from agenda.meetings.models import BodyRules, Meeting
from portal.kit import clock
from portal.kit.forms import CreateForm, DayField, MomentField, OneOf, PortalForm, field_of, long_text
from portal.privacy.forms.texts import WatchedForm

PLACES = "Klankbordgroep, eerste keer", "Klankbordgroep, tweede keer"
MINUTES = [
    (60, "een uur"),
    (90, "anderhalf uur"),
    (120, "twee uur"),
    (150, "tweeënhalf uur"),
    (180, "drie uur"),
    (240, "vier uur"),
]


def lasts_field() -> forms.TypedChoiceField:
    return forms.TypedChoiceField(label="Duurt", choices=MINUTES, coerce=int, initial=120)


class ConveneForm(WatchedForm, CreateForm):
    title = forms.CharField(label="Titel", max_length=120, help_text="Bijvoorbeeld: Stuurgroep najaar 2026")
    starts_at = MomentField(label="Begint op")
    minutes = lasts_field()
    location = forms.CharField(label="Plaats", max_length=120, required=False)
    prepares = OneOf(label="Bereidt welke Stuurgroep voor?", queryset=Meeting.objects.none(), required=False, empty_label="Geen")
    is_confidential = forms.BooleanField(
        label="Vertrouwelijke vergadering", required=False, help_text="Alleen wie in dit gremium zit, ziet dat zij er is."
    )
    unwatched = {"location"}  # noqa: RUF012

    def __init__(self, *args: Any, stuurgroepen: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if stuurgroepen is None:
            del self.fields["prepares"]
        else:
            field_of(self, "prepares", OneOf).queryset = stuurgroepen

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("starts_at") and cleaned.get("minutes"):
            cleaned["ends_at"] = cleaned["starts_at"] + timedelta(minutes=cleaned.pop("minutes"))
        return cleaned


class YearForm(CreateForm):
    """The days of a year of meetings, with a proposal filled in."""

    starts = forms.TimeField(label="Beginnen om", initial="13:00", widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    minutes = lasts_field()
    location = forms.CharField(label="Plaats", max_length=120, required=False)

    def __init__(self, *args: Any, year: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nr, each in enumerate(meeting_years.proposal(year), 1):
            days = (each.klankbordgroep[0], each.klankbordgroep[1], each.stuurgroep)
            for name, label, day in zip(self.names(nr), (*PLACES, "Stuurgroep"), days, strict=True):
                self.fields[name] = DayField(label=label)
                self.fields[name].initial = day
                self.fields[name].widget.attrs["class"] = "utrecht-textbox"

    @staticmethod
    def names(nr: int) -> tuple[str, str, str]:
        return f"kb{nr}a", f"kb{nr}b", f"sg{nr}"

    @property
    def given(self) -> dict[str, Any]:
        said = self.cleaned_data
        names = [self.names(nr) for nr in range(1, meeting_years.ROUNDS + 1)]
        rounds = [Round(said[last], (said[first], said[second])) for first, second, last in names]
        lasts = timedelta(minutes=said["minutes"])
        return {"rounds": rounds, "lasts": lasts, **{name: said[name] for name in ("key", "starts", "location")}}


class MoveForm(WatchedForm, PortalForm):
    starts_at = MomentField(label="Nieuw begin")
    reason = long_text("Waarom?", max_length=500, rows=2)
    along = forms.BooleanField(label="Schuif de vergaderingen mee die deze voorbereiden", required=False)

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, initial={"starts_at": meeting.starts_at}, **kwargs)
        if not meeting.prepared_by.exists():
            del self.fields["along"]


class DeadlinesForm(PortalForm):
    """The days by which something has to be ready; an empty one is counted again."""

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = {each.kind: each for each in meeting.deadlines.all()}
        for kind in DeadlineKind:
            counted = day_of(meeting, kind)
            self.fields[kind.value] = DayField(
                label=kind.label.capitalize(),
                required=False,
                help_text=f"Geteld in werkdagen: {counted:%d-%m-%Y}. Leeg: weer meetellen.",
            )
            self.fields[kind.value].initial = known[kind].date if kind in known else counted
            self.fields[kind.value].widget.attrs["class"] = "utrecht-textbox"

    @property
    def given(self) -> dict[str, Any]:
        return {"dates": {kind: self.cleaned_data.get(kind.value) for kind in DeadlineKind}}


class RulesForm(forms.ModelForm, PortalForm):
    """What the body agreed about its own meetings."""

    class Meta:
        model = BodyRules
        fields = ("quorum", "allows_written", "source")


def thinkable_years() -> range:
    """This year and the two after it."""
    year = clock.today().year
    return range(year, year + 3)
