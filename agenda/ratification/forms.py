"""What people fill in about an agreement."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from agenda.ratification.enums import REASONED, Channel, Stance, UptakeStatus
from agenda.ratification.models import Agreement
from portal.kit import clock
from portal.kit.forms import CreateForm, DayField, OneOf, PortalForm, a_reason, field_of, long_text, says_why
from portal.network.models import Organisation
from portal.privacy.forms.texts import WatchedForm

WRITTEN = ("title", "text", "asks", "from_date", "evaluate_date", "owner", "replaces")


class AgreementForm(WatchedForm, CreateForm):
    """The text of an agreement. It carries a version where it changes one."""

    title = forms.CharField(label="Titel", max_length=140)
    text = long_text(
        "De tekst van de afspraak",
        max_length=20000,
        rows=14,
        help_text="Een witregel begint een alinea, ## een tussenkop, - een punt van een opsomming. "
        "Verwijs naar het Kader als: Kader 2024, § 4.2.",
    )
    asks = long_text("Wat vraagt het van wie?", max_length=3000, rows=4)
    from_date = DayField(label="Vanaf wanneer geldt het?")
    evaluate_date = DayField(label="Wanneer kijken we of het werkt?")
    owner = OneOf(label="Eigenaar", queryset=Organisation.objects.none())
    replaces = OneOf(
        label="Vervangt het een andere afspraak?", queryset=Agreement.objects.none(), required=False, empty_label="Nee"
    )

    def __init__(self, *args: Any, agreement: Agreement | None = None, **kwargs: Any) -> None:
        if agreement:
            kwargs["initial"] = {name: getattr(agreement, name) for name in WRITTEN} | {"key": agreement.key}
        super().__init__(*args, **kwargs)
        if agreement:
            self.fields["version"] = forms.IntegerField(widget=forms.HiddenInput, initial=agreement.version)
        field_of(self, "owner", OneOf).queryset = Organisation.objects.valid_on(clock.today()).order_by("sort_key")
        others = Agreement.objects.in_force()
        field_of(self, "replaces", OneOf).queryset = others.exclude(pk=agreement.pk) if agreement else others

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        start, evaluated = cleaned.get("from_date"), cleaned.get("evaluate_date")
        if start and evaluated and evaluated <= start:
            self.add_error("evaluate_date", "De evaluatie komt na de dag waarop de afspraak begint.")
        return cleaned

    @property
    def given(self) -> dict[str, Any]:
        """What was written; with the key of a new agreement, or the version that a change expects."""
        said = self.cleaned_data
        which = {"expected": said["version"]} if "version" in self.fields else {"key": said["key"]}
        return which | {name: said[name] for name in WRITTEN}


class ChangeTextForm(AgreementForm):
    """Another text in the middle of a round: what is different, and until when those asked can answer again."""

    note = a_reason("Wat is er anders, en waarom?", max_length=1000, rows=3)
    closes_date = DayField(label="Antwoord uiterlijk op")

    def __init__(self, *args: Any, agreement: Agreement, **kwargs: Any) -> None:
        super().__init__(*args, agreement=agreement, **kwargs)
        del self.fields["key"]
        self.fields["round_key"] = CreateForm.base_fields["key"]
        self.fields["round_key"].initial = CreateForm.base_fields["key"].initial

    @property
    def given(self) -> dict[str, Any]:
        said = self.cleaned_data
        return {**super().given, "key": said["round_key"], "note": said["note"], "closes_date": said["closes_date"]}


class OpenRoundForm(CreateForm):
    closes_date = DayField(label="Antwoord uiterlijk op")
    shows_positions = forms.BooleanField(
        label="Zij zien elkaars standpunt terwijl de ronde loopt",
        required=False,
        initial=True,
        help_text="Zet dit uit als ieder eerst voor zichzelf moet antwoorden. Na de ronde zien alle leden de standpunten.",
    )


class ExtendForm(WatchedForm, PortalForm):
    closes_date = DayField(label="Antwoord uiterlijk op")
    reason = a_reason("Waarom meer tijd?", max_length=500, rows=2)


class StanceForm(WatchedForm, CreateForm):
    """A position, with whom it was agreed. `agreed_by` empty says: not discussed yet."""

    unwatched: ClassVar[set[str]] = {"agreed_by"}

    stance = forms.ChoiceField(label="Standpunt", choices=Stance, widget=forms.RadioSelect)
    reason = long_text(
        "Reden of kanttekening", max_length=2000, rows=3, required=False, help_text="Nodig als u niet zonder meer akkoord bent."
    )
    agreed_by = forms.CharField(
        label="Met wie is dit afgestemd?",
        max_length=200,
        required=False,
        help_text="Bijvoorbeeld: de regionale stuurgroep. Laat leeg als het nog niet besproken is.",
    )
    agreed_date = DayField(label="Wanneer?", required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("stance") in REASONED and not self.has_error("reason"):
            self._check_reason(cleaned.get("reason", ""))
        if bool(cleaned.get("agreed_by")) != bool(cleaned.get("agreed_date")) and not self.has_error("agreed_date"):
            self.add_error("agreed_date", "Vul allebei in: met wie, en wanneer. Of laat allebei leeg.")
        return cleaned

    def _check_reason(self, reason: str) -> None:
        try:
            says_why(reason)
        except forms.ValidationError as error:
            self.add_error("reason", error if reason else "Zeg in een paar zinnen waarom.")

    @property
    def given(self) -> dict[str, Any]:
        return {**super().given, "stance": Stance(self.cleaned_data["stance"])}


class PositionForm(StanceForm):
    """One's own position, about the version that was read."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class OnBehalfForm(StanceForm):
    """What somebody said outside the portal."""

    channel = forms.ChoiceField(
        label="Hoe kwam het binnen?", choices=[each for each in Channel.choices if each[0] != Channel.PORTAAL]
    )

    @property
    def given(self) -> dict[str, Any]:
        return {**super().given, "channel": Channel(self.cleaned_data["channel"])}


class RemarkForm(WatchedForm, PortalForm):
    text = long_text("Antwoord op de kanttekening", max_length=2000, rows=3)


class ConstituencyForm(WatchedForm, CreateForm):
    """The achterbanverslag."""

    unwatched: ClassVar[set[str]] = {"with_whom"}

    consulted_date = DayField(label="Wanneer is de achterban geraadpleegd?")
    how = long_text("Hoe?", max_length=1000, rows=2)
    with_whom = long_text("Met wie?", max_length=1000, rows=2, help_text="Gremia of groepen, geen namen.")
    outcome = long_text("Wat kwam eruit?", max_length=3000, rows=4)
    file = forms.FileField(
        label="Document", required=False, help_text="PDF, Word, Excel, PowerPoint, OpenDocument, een afbeelding of tekst."
    )


class ReasonForm(WatchedForm, PortalForm):
    reason = a_reason("Waarom?", max_length=1000, rows=2)


class CarryForm(WatchedForm, PortalForm):
    text = long_text("Hoe draagt uw organisatie de afspraak uit?", max_length=2000, rows=3)


class UptakeForm(WatchedForm, PortalForm):
    status = forms.ChoiceField(label="Werkt uw huis met deze afspraak?", choices=UptakeStatus, widget=forms.RadioSelect)
    text = long_text("Toelichting", max_length=2000, rows=3, required=False, help_text="Nodig als het niet kan.")

    @property
    def given(self) -> dict[str, Any]:
        return {**super().given, "status": UptakeStatus(self.cleaned_data["status"])}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("status") == UptakeStatus.KAN_NIET and not cleaned.get("text") and not self.has_error("text"):
            self.add_error("text", "Zeg in een paar zinnen waarom het niet kan.")
        return cleaned
