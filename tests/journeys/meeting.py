"""A meeting of the Stuurgroep with one item about an action, from calling it to closing it."""

from __future__ import annotations

from collections.abc import Callable

from tests.journeys.conftest import Person


def decides(secretaris: Person, action: str, starts: str, button: str, fill: Callable[[Person], None]) -> None:
    """Call the meeting, put the action on its agenda, record what is decided, and close it."""
    secretaris.goes("/vergaderingen/nieuw/").fills(Titel=f"Stuurgroep {starts[:10]}", Begint_op=starts)
    secretaris.clicks("Plan de vergadering").clicks("secretaris Stuurgroep, N-ZVH")
    secretaris.clicks("Zet een punt op de agenda").fills(Titel="Wat besluiten we?")
    secretaris.page.get_by_label("Over welke actie?").select_option(label=action)
    secretaris.clicks("Zet op de agenda").clicks("Begin met de agenda").clicks("Verstuur de agenda").clicks("Open de vergadering")
    secretaris.clicks("De rest is besproken")
    secretaris.clicks(button)
    fill(secretaris)
    secretaris.clicks("Leg dit besluit vast").reads("is vastgelegd bij punt 1").clicks("Sluit de vergadering")


def says(text: str) -> Callable[[Person], None]:
    """Fill in the words of the decision and nothing else."""

    def fill(secretaris: Person) -> None:
        secretaris.fills(De_tekst_van_het_besluit=text)

    return fill


def names_trekker(text: str, trekker: str) -> Callable[[Person], None]:
    """The words, and the trekker who accepts at the table."""

    def fill(secretaris: Person) -> None:
        secretaris.fills(De_tekst_van_het_besluit=text)
        chosen = secretaris.page.get_by_label("Bestuurlijk trekker")
        chosen.select_option(chosen.locator("option", has_text=trekker).first.get_attribute("value"))
        secretaris.page.get_by_label("De trekker aanvaardt het trekkerschap").check()

    return fill


def is_done(result: str, noticed: str) -> Callable[[Person], None]:
    """The result, and what regions notice of it."""

    def fill(secretaris: Person) -> None:
        secretaris.fills(De_tekst_van_het_besluit=result)
        secretaris.page.get_by_label("afgerond").check()
        secretaris.fills(**{"Wat merken de regio's ervan?": noticed})

    return fill
