"""What people fill in while they work on an action: the coalition, the trekker, progress, milestones and documents."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms

from agenda.lists.enums import ProgressStatus
from portal.kit import clock
from portal.kit.forms import CreateForm, DayField, EditForm, OneOf, PortalForm, a_reason, field_of, long_text
from portal.network.models import Seat
from portal.privacy.forms.texts import WatchedForm

CALL_DAYS = 42  # that a call stands, when nobody chooses


class ContributionForm(WatchedForm, PortalForm):
    text = long_text("Wat brengt uw organisatie in?", max_length=1000, rows=3)
    freed = forms.CharField(
        label="Wie maakt u daarvoor vrij?",
        max_length=200,
        required=False,
        help_text="Een functie en hoeveel tijd, bijvoorbeeld: een beleidsadviseur, een dag per week. Geen naam.",
    )


class EditContributionForm(ContributionForm, EditForm):
    """The same, while somebody else of the organisation may be writing too."""


class LeaveForm(WatchedForm, PortalForm):
    reason = a_reason("Waarom stapt uw organisatie uit?", max_length=1000, rows=2)


class CallForm(WatchedForm, CreateForm):
    text = long_text(
        "Wie of wat zoekt u nog?", max_length=1000, rows=3, help_text="Iedereen in het netwerk leest dit. Zeg erbij wat u vraagt."
    )
    closes_date = DayField(label="Tot wanneer?")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["closes_date"].initial = clock.today() + timedelta(days=CALL_DAYS)

    def clean_closes_date(self) -> Any:
        if self.cleaned_data["closes_date"] < clock.today():
            raise forms.ValidationError("Kies een dag die nog komt.")
        return self.cleaned_data["closes_date"]


class PilotForm(WatchedForm, PortalForm):
    text = long_text("Wat wil uw huis beproeven?", max_length=1000, rows=3)


class EndPilotForm(WatchedForm, PortalForm):
    reason = a_reason("Waarom stopt uw huis?", max_length=1000, rows=2)


class CommentForm(WatchedForm, CreateForm):
    text = long_text("Uw bericht aan de coalitie", max_length=2000, rows=3)


class SeatField(OneOf):
    """A choice of a person, with the organisation."""

    def label_from_instance(self, seat: Any) -> str:
        return f"{seat.user.name}, {seat.membership.organisation}"


class AskTrekkerForm(PortalForm):
    seat = SeatField(
        label="Wie vraagt u als bestuurlijk trekker?", queryset=Seat.objects.none(), empty_label="Kies een lid van de Stuurgroep"
    )

    def __init__(self, *args: Any, seats: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field_of(self, "seat", SeatField).queryset = seats


class RefuseForm(WatchedForm, PortalForm):
    reason = a_reason("Waarom trekt u deze actie niet?", max_length=1000, rows=2)


class HandOverAnswerForm(WatchedForm, PortalForm):
    is_accepted = forms.TypedChoiceField(
        label="Wat zei die tafel?",
        choices=[("ja", "Zij neemt de actie over"), ("nee", "Zij neemt de actie niet over")],
        coerce=lambda value: value == "ja",
        widget=forms.RadioSelect,
    )
    note = long_text("Hoe liet zij dat weten?", max_length=1000, rows=2, required=False)


class ProgressForm(WatchedForm, CreateForm):
    """How an action goes."""

    status = forms.ChoiceField(label="Hoe gaat het?", choices=ProgressStatus, widget=forms.RadioSelect)
    happened = long_text("Wat is er gebeurd?", max_length=2000, rows=4)
    next_step = long_text("Wat is de volgende stap?", max_length=1000, rows=2, required=False)
    next_date = DayField(label="Wanneer is die klaar?", required=False)
    steering = long_text(
        "Welke bijsturing vraagt u van de Stuurgroep?",
        max_length=1000,
        rows=2,
        required=False,
        help_text="Laat leeg als die niet nodig is.",
    )

    @property
    def given(self) -> dict[str, Any]:
        return {**super().given, "status": ProgressStatus(self.cleaned_data["status"])}


class MilestoneForm(WatchedForm, CreateForm):
    title = forms.CharField(label="Mijlpaal", max_length=140, help_text="Wat is er dan klaar?")
    due_date = DayField(label="Op")
