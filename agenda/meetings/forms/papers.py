"""Papers with an item."""

from __future__ import annotations

from django import forms

from agenda.decisions.enums import Visibility
from portal.kit.forms import CreateForm, PortalForm
from portal.privacy.forms.texts import WatchedForm

KINDS = "PDF, Word, Excel, PowerPoint, OpenDocument, een afbeelding of tekst."


class PaperForm(WatchedForm, CreateForm):
    title = forms.CharField(label="Titel van het stuk", max_length=140)
    file = forms.FileField(
        label="Bestand", help_text=f"{KINDS} Eerst leest alleen dit gremium het; daarna kunt u het voor meer lezers openstellen."
    )


class NewVersionForm(CreateForm):
    file = forms.FileField(label="Nieuwe versie", help_text=KINDS)


class ReadersForm(PortalForm):
    """Who may read a paper. More readers ask for a second person."""

    visibility = forms.ChoiceField(label="Wie leest dit stuk?", choices=Visibility)
    is_for_klankbordgroep = forms.BooleanField(label="Ook de Klankbordgroep leest het", required=False)
