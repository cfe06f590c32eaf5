"""Every component in every state, on invented data: what templates are made of, and what one looks at before changing a style."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from portal.kit import clock
from portal.kit.access import public
from portal.kit.forms import DayField, PortalForm, long_text
from portal.kit.states import Tone
from portal.network.enums import Phase
from portal.ui.acts import Act, Acts
from portal.ui.address_choice import Chip
from portal.ui.chains import STATIONS, Chain, Draft, Link
from portal.ui.table import COLUMNS, Group, Head, Line, Part, Table
from portal.ui.waiting import Task

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


def tasks() -> list[Task]:
    """A task in every stand: late, soon, waiting, and without a day."""
    title, why, today = "Na vijven is er geen gezamenlijke beoordeling", "Een regel die zegt waarom het wacht.", clock.today()
    return [
        Task(title=title, url="#taken", why=why, act="Antwoord", until=today - timedelta(days=8)),
        Task(title=title, url="#taken", why=why, act="Geef standpunt", until=today + timedelta(days=11)),
        Task(title=title, url="#taken", why=why, act="Lees en geef vrij", since=today - timedelta(days=16)),
        Task(title=title, url="#taken", why=why, act="Weeg"),
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


def line(title: str, status: str, tone: Tone, **more: Any) -> Line:
    return Line(url="#tabel", title=title, status=status, tone=tone, chain=_chain(["Knelpunt", "Actie"]), **more)


def tables() -> dict[str, Any]:
    """Rows as a table, and what stands above one."""
    today = clock.today()
    late, near, far = (today + timedelta(days=days) for days in (-12, 18, 400))
    under_way = [
        line("Eén nummer voor een noodplek", "stagneert", Tone.STUCK, status_note="86 dagen stil", who="Truus Wemelsfelder",
             who_note="Platform SD · VNG", next="Voorstel voor gedeelde kosten", day=late, is_due=True, number=2, unit="huizen"),
        line("Van crisis naar vervolg: wie is aan zet als zij voorbij is en niemand belt", "aandacht nodig", Tone.ATTENTION,
             under="acute onveiligheid", who="geen trekker meer", who_lacks=True, who_note="de zetel van de trekker is beëindigd",
             next="op tafel in de Stuurgroep", day=near, is_due=True, number=4, unit="huizen"),
        line("Bemoeizorg die meegaat", "op koers", Tone.GOOD, who="Ineke Broekstra", next="Twee gemeenten", day=far, number=1),
    ]  # fmt: skip
    done = [
        line("Maatjes die blijven", "voorgesteld", Tone.PLAIN, who_note="nog geen trekker"),
        line("Klaar", "afgerond", Tone.DONE),
    ]
    labels = ("Hoe gaat het", "Actie", "Trekker en coalitie", "Volgende stap", "Huizen", "Keten")
    heads = [Head(name=name, label=label, url="#tabel") for name, label in zip(COLUMNS, labels, strict=True)]
    groups = [
        Group(title="In uitvoering", lines=under_way, number=3, number_of="voorbeeld", note="acties, 1 stagneert"),
        Group(title="Voorraad en gereed", lines=done, number=2, number_of="voorbeeld 2", note="acties"),
        Group(title="Vorig jaar", lines=done[1:], number=1, number_of="voorbeeld 3", note="actie", is_open=False),
    ]
    one = [
        Head(name=name, label=label) for name, label in zip(COLUMNS, ("Stand", "Knelpunt", "Huis", "", "", "Keten"), strict=True)
    ]
    return {
        "table": Table(label="Acties", heads=[replace(heads[0], sorted="ascending"), *heads[1:]], groups=groups),
        "one_row": Table(label="Eén rij", heads=one, groups=[Group(lines=[line("Een korte titel", "op de lijst", Tone.PLAIN)])]),
        "parts": [
            Part(label=word, number=number, tone=tone, number_of=f"voorbeeld {word}", url="#tabel")
            for number, (word, tone) in enumerate(STATUSES, 1)
        ],
        "chips": [
            Chip(label="Mijn acties", url="#tabel", is_chosen=False),
            Chip(label="Zonder trekker", url="#tabel", is_chosen=True),
        ],
        "near_days": [late, today, near, far],
    }


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
        "tasks": tasks(),
        "chains": chains(),
        "statuses": STATUSES,
        "themes": [SimpleNamespace(phases=phase, phase_labels=[Phase(one).label for one in phase]) for phase in phases],
        "form": ExampleForm(),
        "mastheads": MASTHEADS,
        "spreads": SPREADS,
        "days": [DAYS["Antwoord"], DAYS["Uitvoering"]],
        "moment": clock.now(),
        "wrong": wrong,
        **tables(),
    }
    return render(request, "demo/gallery.html", context)
