"""Every component in every state, on invented data: what templates are made of, and what one looks at before changing a style."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from portal.kit.access import public
from portal.kit.forms import DayField, PortalForm, long_text
from portal.kit.states import Tone
from portal.network.enums import Phase
from portal.ui.acts import Act, Acts
from portal.ui.chains import STATIONS, Chain, Draft, Link

DAYS = {
    "Knelpunt": date(2026, 1, 14),
    "Actie": date(2026, 2, 3),
    "Besluit": date(2026, 3, 17),
    "Afspraak": date(2026, 6, 9),
    "Uitvoering": date(2026, 9, 15),
    "Antwoord": date(2026, 10, 1),
}
STATUSES = [
    ("op koers", Tone.GOOD),
    ("aandacht nodig", Tone.ATTENTION),
    ("stagneert", Tone.STUCK),
    ("concept", Tone.PLAIN),
]


class ExampleForm(PortalForm):
    title = forms.CharField(label="Een regel", max_length=20, help_text="Met uitleg eronder.")
    text = long_text("Lopende tekst", rows=3, required=False)
    choice = forms.ChoiceField(label="Kies er een", choices=[("a", "het stelsel"), ("b", "het beleid")], widget=forms.RadioSelect)
    several = forms.MultipleChoiceField(
        label="Kies er meer", choices=[("a", "zorg"), ("b", "wonen")], widget=forms.CheckboxSelectMultiple, required=False
    )
    place = forms.ChoiceField(label="Uit een lijst", choices=[("", "Kies een thema"), ("a", "De aanpak van acute onveiligheid")])
    day = DayField(label="Een dag", required=False)
    agree = forms.BooleanField(label="De trekker aanvaardt het trekkerschap", required=False)


def chains() -> list[tuple[str, Chain]]:
    """The chain in all its forms."""
    up_to = [list(DAYS)[:number] for number in range(7)]
    made = [(f"{len(names)} stations bereikt", _chain(names)) for names in up_to]
    made.append(("zonder afspraak", _chain(["Knelpunt", "Actie", "Besluit", "Uitvoering"], skipped={"Afspraak"})))
    made.append(("een actie zonder knelpunt", _chain(["Actie", "Besluit"], skipped={"Knelpunt", "Afspraak", "Antwoord"})))
    made.append(
        ("afgebogen", _chain(["Knelpunt"], skipped={"Afspraak"}, branch="Elders belegd: Landelijke stuurgroep Zorg en dwang"))
    )
    return made


def _chain(reached: list[str], *, skipped: set[str] = frozenset(), branch: str = "") -> Chain:  # type: ignore[assignment]
    links = (
        {"Besluit": [Link("Besluit 2026-004: op de actielijst zetten", "demo:gallery", fragment="#keten")]}
        if "Besluit" in reached
        else {}
    )
    ahead = [name for name in STATIONS if name not in reached and name not in skipped]
    return Draft(
        reached={name: DAYS[name] for name in reached},
        links=links,
        skipped=set(skipped),
        present="" if branch or not ahead else ahead[0],
        branch=branch,
    ).build()


HERE = "#masthead"
MORE = (Act(label="Spreek een mijlpaal af", url=HERE), Act(label="Stap uit de coalitie", url=HERE))
# A masthead with an act and a sentence, without a sentence, with others only, and with nothing to do.
MASTHEADS = [
    Acts(first=Act(label="Schrijf een bericht", url=HERE, why="Er is nog geen bericht over de voortgang."), more=MORE),
    Acts(first=Act(label="Geef uw standpunt", url=HERE)),
    Acts(more=MORE, why_not="U leest mee. De trekker en de coalitie werken aan deze actie."),
    Acts(why_not="Deze actie is klaar. Er is niets meer te doen."),
]
SPREADS = [
    ("midden 4, van 3 tot 5", [0, 0, 1, 2, 3]),
    ("midden 2,5, van 1 tot 4", [1, 2, 2, 1, 0]),
    ("midden 4, eensgezind", [0, 0, 0, 17, 0]),
    ("nog geen scores", [0, 0, 0, 0, 0]),
]


@public
def gallery(request: HttpRequest) -> HttpResponse:
    for level, text in (
        (messages.SUCCESS, "Dit is gelukt."),
        (messages.INFO, "Dit is goed om te weten."),
        (messages.ERROR, "Dit kon niet."),
    ):
        messages.add_message(request, level, text)
    wrong = ExampleForm({"fout-title": "Veel te lang voor dit ene veld", "fout-choice": "z"}, prefix="fout")
    wrong.add_error(None, "Een actie waar nog niet aan gewerkt is, kan alleen elders belegd worden.")
    phases = [[phase] for phase in Phase] + [[Phase.DIRECTE_VEILIGHEID, Phase.STABIELE_VEILIGHEID]]
    context: dict[str, Any] = {
        "chains": chains(),
        "statuses": STATUSES,
        "themes": [SimpleNamespace(phases=phase, phase_labels=[Phase(one).label for one in phase]) for phase in phases],
        "form": ExampleForm(),
        "mastheads": MASTHEADS,
        "spreads": SPREADS,
        "days": [DAYS["Antwoord"], DAYS["Uitvoering"]],
        "wrong": wrong,
    }
    return render(request, "demo/gallery.html", context)
