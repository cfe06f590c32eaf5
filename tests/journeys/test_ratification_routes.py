"""Both routes to a ratified agreement, as the people walk them: from N-ZVH with all
houses, and from the Stuurgroep with all members."""

from __future__ import annotations

import re
from collections.abc import Callable

import psycopg

from portal.kit.opaque import read
from portal.run import localdb
from tests import databases
from tests.journeys.conftest import Person
from tests.journeys.serving import Portal

Make = Callable[..., Person]


def test_route_one_from_nzvh_to_ratified_with_a_house_that_first_disagrees(person: Make, portal: Portal) -> None:
    bestuur, house = person().becomes("bestuur"), person(width=768).becomes("netwerkmanager")
    agreement = _drafts(bestuur, "Een gesprek binnen een week")
    assert house.opens(agreement) == 404, "a concept is for who works on it"
    _asks(bestuur).reads("0 van", "Nog niet klaar.", "Nog geen antwoord van")

    house.goes(agreement).looks().clicks("Geef uw standpunt")
    _answers(house, "niet akkoord", "Een week halen wij niet in de zomer.").reads("Uw standpunt staat erbij.")
    _records_everybody(bestuur, agreement)
    bestuur.goes(agreement).looks().reads("Twente is niet akkoord.", "vastgelegd namens")
    assert bestuur.page.get_by_role("button", name="Leg voor aan de Stuurgroep").count() == 0

    house.goes(agreement).finds_more().clicks("Geef een ander standpunt")
    _answers(house, "akkoord met kanttekening", "Akkoord, als de zomerweken niet tellen.")
    bestuur.goes(agreement).clicks("Beantwoord de kanttekening").looks().fills(
        Antwoord_op_de_kanttekening="Zomerweken tellen niet mee."
    )
    bestuur.clicks("Geef dit antwoord").reads("Het huis zegt zelf of zij daarmee is afgedaan.")
    house.goes(agreement).reads("Zomerweken tellen niet mee.").clicks("De kanttekening is afgedaan").reads("telt nu als akkoord")
    person().becomes("ander-huis").goes(agreement).looks().clicks("Ja, dit is ons standpunt").reads(
        "U heeft het standpunt bevestigd."
    )
    bestuur.goes(agreement).reads("Klaar om te besluiten.").clicks("Leg voor aan de Stuurgroep").reads(
        "voorgelegd aan de Stuurgroep"
    )

    secretaris = person().becomes("secretaris")
    _decides(secretaris, "Stuurgroep route een", "2027-05-10T13:00", "Een gesprek binnen een week", "Bekrachtigen")
    anyone = person().goes("/afspraken/").looks().clicks("Een gesprek binnen een week").looks().reads("bekrachtigd")
    assert "zomer" not in anyone.page.content(), "positions are for members"
    _certificate_holds_until_a_byte_changes(secretaris, agreement, portal)


def test_route_two_is_changed_after_consultation_and_ratified_in_the_next_meeting(person: Make) -> None:
    secretaris, member, house = person().becomes("secretaris"), person().becomes("stuurgroep"), person().becomes("netwerkmanager")
    agreement = _drafts(secretaris, "Samen één overdracht", as_seat="secretaris Stuurgroep, N-ZVH")
    secretaris.reads("De Stuurgroep komt dit concept eerst in een vergadering overeen.")
    _decides(secretaris, "Stuurgroep route twee", "2027-05-11T13:00", "Samen één overdracht", "Concept-afspraak overeenkomen")
    secretaris.goes(agreement)
    _asks(secretaris)

    house.goes(agreement).looks().clicks("Geef uw standpunt")
    _answers(house, "akkoord", "").reads("De huizen, op vraag van de vereniging N-ZVH")
    member.goes(agreement).looks().finds_more().clicks("Leg vast hoe u uw achterban raadpleegde")
    member.fills(
        Wanneer_is_de_achterban_geraadpleegd="2026-11-02",
        Hoe="In een ledenraad.",
        **{"Met wie?": "De leden."},
        Wat_kwam_eruit="Eens, met een vraag.",
    )
    member.clicks("Leg vast", role="button").reads("Het achterbanverslag is vastgelegd.")
    member.clicks("Geef uw standpunt")
    _answers(member, "akkoord", "")

    secretaris.goes(agreement).finds_more().clicks("Wijzig de tekst en vraag opnieuw").looks()
    secretaris.page.get_by_label("De tekst van de afspraak").fill(
        "Wij spreken elkaar binnen twee weken, met iedereen die beslist."
    )
    secretaris.fills(Wat_is_er_anders="Twee weken, op verzoek van de leden.", Antwoord_uiterlijk_op="2027-03-01")
    secretaris.clicks("Vraag iedereen opnieuw").reads("iedereen is opnieuw gevraagd", "Standpunten over versie 2")
    member.goes(agreement).reads("Over versie 1 zei u: akkoord.").clicks("Lees wat er anders is").looks().reads("twee weken")
    member.goes(agreement).clicks("Ons standpunt blijft zo").reads("Uw standpunt geldt nu ook voor de nieuwe tekst.")
    _records_everybody(secretaris, agreement)
    secretaris.goes(agreement).looks().clicks("Leg voor aan de Stuurgroep")
    _decides(secretaris, "Stuurgroep route twee, vervolg", "2027-05-12T13:00", "Samen één overdracht", "Bekrachtigen")
    member.goes(agreement).clicks("Certificaat met alle standpunten").looks().reads("klopt", "17 van 17 antwoordden")
    _is_carried_out(member, house, agreement)


def _drafts(someone: Person, title: str, as_seat: str = "") -> str:
    """A concept, and its address."""
    someone.goes("/afspraken/").clicks("Begin een afspraak").looks().fills(
        Titel=title,
        De_tekst_van_de_afspraak="Wij spreken elkaar binnen een week.",
        Wat_vraagt_het_van_wie="Van elk huis: een vast moment.",
        Vanaf_wanneer_geldt_het="2027-09-01",
        Wanneer_kijken_we_of_het_werkt="2028-09-01",
    )
    someone.clicks("Begin het concept")
    if as_seat and someone.page.locator("button[name=namens]").count():
        someone.clicks(as_seat)
    someone.looks().reads("Het concept staat klaar.")
    return re.sub(r"^https?://[^/]+", "", someone.page.url)


def _asks(someone: Person) -> Person:
    someone.clicks("Vraag om standpunten").fills(Antwoord_uiterlijk_op="2027-02-15")
    return someone.clicks("Vraag iedereen", role="button").looks().reads("De ronde loopt.")


def _answers(someone: Person, stance: str, reason: str) -> Person:
    someone.page.get_by_label(stance, exact=True).check()
    someone.page.get_by_label("Reden of kanttekening").fill(reason)
    return someone.clicks("Geef dit standpunt", role="button")


def _records_everybody(someone: Person, agreement: str) -> None:
    """Everybody who is silent answered by telephone; one form each."""
    for number in range(60):
        someone.goes(agreement)
        silent = (
            someone.page.locator("#standpunten ~ ul")
            .first.locator("li", has_text="nog geen antwoord")
            .get_by_role("link", name=re.compile("Leg vast namens"))
        )
        if not silent.count():
            return
        silent.first.click()
        if number == 0:
            someone.looks()
        someone.page.get_by_label("akkoord", exact=True).check()
        someone.page.get_by_label("Hoe kwam het binnen?").select_option("telefoon")
        someone.clicks("Leg vast", role="button").reads("Vastgelegd namens")


def _decides(secretaris: Person, title: str, at: str, item: str, decision: str) -> None:
    """A meeting of the Stuurgroep from planning to closing, with this one decision."""
    secretaris.goes("/vergaderingen/nieuw/").fills(Titel=title, Begint_op=at).clicks("Plan de vergadering")
    secretaris.clicks("secretaris Stuurgroep, N-ZVH").clicks("Begin met de agenda").clicks("Maak de agenda").clicks(
        f"Zet op de agenda: {item}"
    )
    secretaris.reads("Het punt staat op de agenda.").clicks("Naar de vergadering").clicks("Verstuur de agenda").clicks(
        "Open de vergadering"
    )
    secretaris.page.locator("a", has_text=re.compile(f"^{decision}$")).first.click()
    secretaris.looks().reads("Wat er dan gebeurt").page.get_by_label("De tekst van het besluit").fill(
        "De Stuurgroep besluit dit zo."
    )
    secretaris.clicks("Leg dit besluit vast").clicks("De rest is besproken").clicks("Sluit de vergadering").reads("gesloten")


def _certificate_holds_until_a_byte_changes(someone: Person, agreement: str, portal: Portal) -> None:
    someone.goes(f"{agreement}certificaat/").looks().reads("klopt", "vastgelegd namens, per telefoon")
    place = databases.server()
    dsn = f"host={place['host']} port={place['port']} dbname={portal.database} user={localdb.SUPERUSER}"
    with psycopg.connect(dsn) as forced:
        forced.execute("SET session_replication_role = replica")
        number = read("agreement", agreement.strip("/").split("/")[-1])
        forced.execute(
            "UPDATE ratification_agreementversion SET text = overlay(text placing 'w' from 1 for 1) WHERE agreement_id = %s",
            [number],
        )
    someone.goes(f"{agreement}certificaat/").looks().reads("klopt niet meer", "De tekst is niet meer die van toen".lower())


def _is_carried_out(member: Person, house: Person, agreement: str) -> None:
    member.goes(agreement).clicks("Leg vast hoe uw organisatie de afspraak uitdraagt").fills(
        Hoe_draagt_uw_organisatie="In de ledenbrief."
    )
    member.clicks("Leg vast", role="button").looks().reads("In de ledenbrief.")
    house.goes(agreement).clicks("Meld hoe uw huis ermee werkt")
    house.page.get_by_label("begint ermee").check()
    house.clicks("Leg vast", role="button").looks().reads("Begint ermee: 1 van")
