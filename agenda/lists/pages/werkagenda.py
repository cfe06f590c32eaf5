"""The werkagenda: one sentence and one bar of how it goes, and the table of all actions, as the address asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from agenda.lists.enums import ActionList, ProgressStatus
from agenda.lists.models import Action
from agenda.lists.pages.rows import NO_REPORT as NO_REPORT_WORD
from agenda.lists.pages.rows import action_line
from agenda.lists.queries import choice as choices
from agenda.lists.queries.cards import Card
from agenda.lists.queries.choice import NO_REPORT, ActionChoice
from portal.kit.states import Tone
from portal.ui.address_choice import Chip, Select
from portal.ui.chains import Chain
from portal.ui.table import Group, Part, Table, grouped, heads

HEADS = ("Hoe gaat het", "Actie", "Trekker en coalitie", "Volgende stap", "Huizen", "Keten")
SORTED_BY = {"status": "stand", "title": "actie", "who": "trekker", "next": "wanneer", "number": "huizen"}
TITLES = {
    ActionList.ACTIELIJST: "In uitvoering",
    ActionList.VOORRAADLIJST: "Voorraad",
    ActionList.GEREEDLIJST: "Gereed",
}
# What is said of each standing after how many there are: of one, and of more.
KINDS: dict[str, tuple[str, str, Tone]] = {
    ProgressStatus.OP_KOERS: ("op koers", "op koers", Tone.GOOD),
    ProgressStatus.AANDACHT: ("vraagt aandacht", "vragen aandacht", Tone.ATTENTION),
    ProgressStatus.STAGNEERT: ("stagneert", "stagneren", Tone.STUCK),
    NO_REPORT: (NO_REPORT_WORD, NO_REPORT_WORD, Tone.PLAIN),
}
NOTED = {ActionList.ACTIELIJST: ProgressStatus.STAGNEERT, ActionList.VOORRAADLIJST: "wenselijk"}
QUICK = (
    ("Mijn acties", {"eigen": "ja"}),
    ("Stagneert of stil", {"status": choices.STALLED}),
    ("Zonder trekker", {"zonder": "trekker"}),
    ("Per thema", {"per": "thema"}),
)
NUMERALS = ("geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")


@dataclass(frozen=True, kw_only=True)
class Tally:
    """How many actions stand how, by list, theme and standing."""

    numbers: Counter[tuple[str, str, str]]

    def number(self, *, which: str = "", theme: str = "", standing: str = "") -> int:
        asked = (which, theme, standing)
        return sum(n for key, n in self.numbers.items() if all(a in ("", b) for a, b in zip(asked, key, strict=True)))


@dataclass(frozen=True, kw_only=True)
class Werkagenda:
    sentence: str
    parts: list[Part]
    chips: list[Chip]
    table: Table


def tally(choice: ActionChoice, user: Any) -> Tally:
    """One query."""
    return Tally(numbers=Counter({(which, theme, standing): n for which, theme, standing, n in choice.standings(user)}))


def werkagenda(
    choice: ActionChoice,
    selects: list[Select],
    counted: Tally,
    rows: Iterable[Action],
    cards: dict[int, Card],
    read: dict[int, Chain],
) -> Werkagenda:
    """The page, of rows and numbers that were read."""
    is_per_theme = choice.per == "thema"
    lines = [
        (
            (action.theme.slug, action.theme.title) if is_per_theme else (action.list, TITLES[ActionList(action.list)]),
            action_line(
                action,
                cards[action.pk],
                read[action.pk],
                under=TITLES[ActionList(action.list)].lower() if is_per_theme else action.theme.in_short,
            ),
        )
        for action in rows
    ]
    return Werkagenda(
        sentence=sentence(choice, counted),
        parts=_parts(choice, counted),
        chips=choice.chips(selects, *QUICK),
        table=Table(
            label="Acties",
            heads=heads(HEADS, choice, SORTED_BY, "stand"),
            groups=grouped(lines, lambda key, lot: _group(choice, counted, key, lot)),
            total=counted.number(),
        ),
    )


def _group(choice: ActionChoice, counted: Tally, key: tuple[str, str], lines: list[Any]) -> Group:
    name, title = key
    asked = {"thema": name} if choice.per == "thema" else {"lijst": name}
    about: dict[str, str] = {"theme": name} if choice.per == "thema" else {"which": name}
    noted = ProgressStatus.STAGNEERT if choice.per == "thema" else NOTED.get(ActionList(name))
    number, of_note = counted.number(**about), counted.number(**about, standing=noted) if noted else 0
    word = KINDS[noted][of_note > 1] if noted in KINDS else noted
    address = choice.address(**asked, op="", per="")
    note = f"{'actie' if number == 1 else 'acties'}{f', {of_note} {word}' if of_note else ''}"
    return Group(title=title, lines=lines, number=number, number_of=f"acties:{address}", at=f"?{address}", note=note)


def _parts(choice: ActionChoice, counted: Tally) -> list[Part]:
    """How the actions in uitvoering go, each part leading to its rows. Nothing where there are none, or one kind was asked."""
    if choice.status or not counted.number(which=ActionList.ACTIELIJST):
        return []
    made = []
    for standing, (one, more, tone) in KINDS.items():
        number = counted.number(which=ActionList.ACTIELIJST, standing=standing)
        address = choice.address(status=standing, op="", per="")
        label = one if number == 1 else more
        made.append(Part(label=label, number=number, tone=tone, number_of=f"acties:{address}", url=f"?{address}"))
    return made


def sentence(choice: ActionChoice, counted: Tally) -> str:
    """How the actions in uitvoering go, as one says it."""
    number = {standing: counted.number(which=ActionList.ACTIELIJST, standing=standing) for standing in KINDS}
    total = sum(number.values())
    if choice.status or not total:
        return ""
    said = [
        f"{one if n == 1 else more} er {numeral(n)}{after}"
        for n, one, more, after in (
            (number[ProgressStatus.OP_KOERS], "is", "zijn", " op koers"),
            (number[ProgressStatus.AANDACHT], "vraagt", "vragen", " aandacht"),
            (number[ProgressStatus.STAGNEERT], "stagneert", "stagneren", ""),
        )
        if n
    ]
    where = " in deze keuze" if choice.is_anything else ""
    begun = f"Van de {numeral(total)} acties in uitvoering{where}" if total > 1 else f"Van de ene actie in uitvoering{where}"
    silent = number[NO_REPORT]
    if not said:
        return f"{begun} is nog geen bericht."
    listed = " en ".join(filter(None, (", ".join(said[:-1]), said[-1])))
    return f"{begun} {listed}{f'; van {numeral(silent)} is geen bericht' if silent else ''}."


def numeral(number: int) -> str:
    """A number within a sentence: in letters up to twelve."""
    return NUMERALS[number] if number < len(NUMERALS) else str(number)
