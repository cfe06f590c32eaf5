"""Decisions at an item, and what a member says about one."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from agenda.decisions.effects.table import effect_for
from agenda.decisions.enums import DecisionKind
from agenda.decisions.models import Decision
from agenda.lists.enums import ActionList, Outcome
from agenda.lists.queries.themes import possible_trekkers
from agenda.meetings.models import AgendaItem
from portal.kit import clock
from portal.kit.forms import CreateForm, DayField, OneOf, PortalForm, field_of, long_text
from portal.network.models import Membership, PolicyTable, Seat
from portal.privacy.forms.texts import WatchedForm

MOST = 60  # earlier decisions to choose from


def correctable(item: AgendaItem) -> Any:
    """The decisions of this body that a decision at this item can correct: for the same readers, and not corrected yet."""
    rows = Decision.objects.filter(body=item.meeting.body_id, seal__visibility=item.visibility, corrected_by__isnull=True)
    recent = rows.order_by("-pk").values("pk")[:MOST]
    return Decision.objects.filter(pk__in=list(recent.values_list("pk", flat=True))).order_by("-pk")


class DecisionForm(WatchedForm, CreateForm):
    """A decision of one kind at an item; asks only for what that kind needs."""

    unwatched: ClassVar[set[str]] = {"contact"}

    wording = long_text("De tekst van het besluit", max_length=2000, rows=4)
    corrects = OneOf(
        label="Vervangt dit een eerder besluit?",
        queryset=Decision.objects.none(),
        required=False,
        empty_label="Nee",
        blank=True,
    )
    trekker = OneOf(
        label="Bestuurlijk trekker", queryset=Seat.objects.none(), required=False, empty_label="Kies een lid van de Stuurgroep"
    )
    accepted = forms.BooleanField(label="De trekker aanvaardt het trekkerschap", required=False)
    outcome = forms.ChoiceField(label="Hoe eindigt de actie?", choices=Outcome, widget=forms.RadioSelect, required=False)
    noticed = long_text(
        "Wat merken de regio's ervan?", max_length=1500, rows=3, required=False, help_text="Nodig als de actie is afgerond."
    )
    table = OneOf(
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
    check_date = DayField(
        label="Wanneer vragen we na?",
        required=False,
        help_text="Nodig zolang die tafel de actie niet heeft aanvaard.",
    )
    in_force_date = DayField(label="Geldt vanaf", required=False)

    def __init__(self, *args: Any, item: AgendaItem, kind: DecisionKind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field_of(self, "corrects", OneOf).queryset = correctable(item)
        effect = effect_for(kind, item.subject)
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
            trekker = field_of(self, "trekker", OneOf)
            trekker.queryset, trekker.required = possible_trekkers(), True
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
            outcome = field_of(self, "outcome", forms.ChoiceField)
            outcome.choices = [(Outcome.ELDERS_BELEGD.value, Outcome.ELDERS_BELEGD.label)]
            outcome.initial = Outcome.ELDERS_BELEGD
            del self.fields["noticed"]


class DiscussionForm(WatchedForm, PortalForm):
    """A member asks to discuss a knelpunt that stands ter kennisname."""

    reason = long_text("Waarom wilt u dit bespreken?", max_length=1000, rows=2)


class ReservationForm(WatchedForm, PortalForm):
    """A voorbehoud of an organisation; the secretaris says whose."""

    text = long_text("Voorbehoud", max_length=1500, rows=3, help_text="Waarbij houdt de organisatie een voorbehoud, en waarom?")

    def __init__(self, *args: Any, item: AgendaItem, for_others: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if for_others:
            members = (
                Membership.objects.valid_on(clock.today())
                .filter(body=item.meeting.body_id)
                .select_related("organisation", "house", "body")
            )
            self.fields["membership"] = OneOf(
                label="Van welke organisatie?",
                queryset=members,
                empty_label="Kies een organisatie",
                widget=forms.Select(attrs={"class": "utrecht-select"}),
            )
            self.order_fields(["membership", "text"])
