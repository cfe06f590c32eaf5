"""Two houses fill their plan of next year from last year's, one explains a line, the
landelijk bureau answers and bundles, keeps the state and brings it to the Stuurgroep."""

from __future__ import annotations

import re
from collections.abc import Callable

from portal.demo.planning import NEXT, THIS
from tests.journeys.conftest import Person

ROOT = "/samenwerkingsagenda/"


def test_a_year_of_plans(person: Callable[..., Person]) -> None:
    twente, zeeland = person().becomes("netwerkmanager"), person(width=768).becomes("ander-huis")
    _fills_from_last_year(twente)
    _explains_in_the_plan(zeeland)
    bureau = person().becomes("bureau")
    _is_asked_and_submits_again(bureau, twente)
    _adopts(twente)
    anyone = person().goes(twente.page.url).looks().reads("Jaarplan", "vastgesteld")
    assert "Alle stappen" not in anyone.page.content()
    _helps_and_answers(person().becomes("nm-drenthe"), bureau)
    _makes_a_pattern(bureau)
    _keeps_and_compares(bureau)
    _is_put_on_the_agenda(person().becomes("secretaris"))


def _fills_from_last_year(house: Person) -> None:
    """With the keyboard alone: begin, confirm what stands, answer the line that changed, submit."""
    house.goes(f"{ROOT}plannen/").looks()
    _presses(house, f"Begin het plan van {NEXT}")
    house.looks().reads("Nog te bevestigen of te wijzigen", "de lijn is gewijzigd")
    _presses(house, "Bevestig alles van vorig jaar")
    house.reads(
        "9 antwoorden van vorig jaar bevestigd.", "9 van 10 lijnen zijn klaar.", "De tekst is gewijzigd, antwoord opnieuw"
    )
    _row(house, "Elk jaar laten zien wat het oplevert")
    house.looks().reads("De lijn zoals zij nu is", "Zo was de tekst waar uw antwoord over ging", "cliëntenraden")
    house.page.get_by_label("op koers").check()
    house.fills(Wat_plant_u_dit_jaar="Een bijeenkomst met de raden in mei.", Toelichting="")
    _presses(house, "Bewaar het antwoord")
    house.reads("Het antwoord is bewaard.", "10 van 10 lijnen zijn klaar.")
    _presses(house, "Dien het plan in")
    house.reads("Het plan is ingediend.").looks()


def _row(someone: Person, line: str) -> None:
    """Open the answer on this line."""
    someone.page.get_by_role("link", name=f"Wijzig: {line}").click()


def _presses(someone: Person, name: str) -> None:
    someone.page.get_by_role("button", name=name, exact=True).focus()
    with someone.page.expect_navigation():
        someone.page.keyboard.press("Enter")


def _explains_in_the_plan(house: Person) -> None:
    house.goes(f"{ROOT}plannen/").clicks(f"Begin het plan van {NEXT}").clicks("Bevestig alles van vorig jaar")
    _row(house, "De regionale stuurgroep gaat over zorg en veiligheid")
    house.page.get_by_label("(deels) niet haalbaar").check()
    house.fills(Toelichting="").clicks("Bewaar het antwoord").looks()
    assert "Leg uit waarom" in house.page.locator("main").inner_text()
    house.fills(Toelichting="Zorgpartijen zeggen elke keer af. Alleen gemeenten en politie komen.").clicks("Bewaar het antwoord")
    _row(house, "Elk jaar laten zien wat het oplevert")
    house.page.get_by_label("op koers").check()
    house.clicks("Bewaar het antwoord").clicks("Dien het plan in").reads("Het plan is ingediend.").looks()


def _is_asked_and_submits_again(bureau: Person, house: Person) -> None:
    bureau.goes(house.page.url).looks().clicks("Stel vragen").fills(Wat_wilt_u_weten="Wie nodigt de raden uit?").looks()
    bureau.clicks("Stuur terug met vragen").reads("Het huis krijgt een bericht.")
    house.goes(house.page.url).reads("Wie nodigt de raden uit?").looks().clicks("Schrijf hieraan")
    house.fills(Eigen_prioriteiten_van_de_regio="De burgemeesters nodigen de raden uit.").clicks("Bewaar").clicks(
        "Dien het plan in"
    )
    house.reads("De burgemeesters nodigen de raden uit.", "ingediend")


def _adopts(house: Person) -> None:
    house.clicks("De regionale stuurgroep ging akkoord").looks()
    house.page.get_by_label("Wanneer ging de regionale stuurgroep akkoord?").fill(f"{THIS}-01-05")
    house.fills(In_welk_overleg="de regionale stuurgroep van januari")
    house.page.get_by_label("Document").set_input_files({"name": "besluit.txt", "mimeType": "text/plain", "buffer": b"Akkoord."})
    house.page.get_by_label("Iedereen mag dit plan lezen").check()
    house.clicks("Stel het plan vast").reads("vastgesteld", "openbaar", "besluit.txt").looks()
    for form in ("PDF", "Word"):
        with house.page.expect_download() as sent:
            house.page.get_by_role("link", name=form, exact=True).click()
        assert sent.value.suggested_filename.startswith(f"jaarplan-{NEXT}-twente")


def _helps_and_answers(helper: Person, bureau: Person) -> None:
    helper.goes(f"{ROOT}toelichtingen/").looks().clicks("Zeeland: De regionale stuurgroep gaat over").looks()
    helper.clicks("Bied hulp aan").fills(Uw_tekst="Onze voorzitter belt de zorgpartijen in uw regio.").clicks("Bied dit aan")
    helper.reads("Onze voorzitter belt de zorgpartijen in uw regio.", "Zorg- en Veiligheidshuis Drenthe")
    bureau.goes(helper.page.url).clicks("Schrijf op wat samen is gevonden").looks()
    bureau.fills(Uw_tekst="De voorzitter van Drenthe gaat mee naar de eerste bijeenkomst.").clicks("Leg vast").looks()
    bureau.reads("De voorzitter van Drenthe gaat mee naar de eerste bijeenkomst.")


def _makes_a_pattern(bureau: Person) -> None:
    bureau.goes(f"{ROOT}toelichtingen/bundelen/").looks()
    for house in ("Twente", "Zeeland", "Haaglanden"):
        bureau.page.get_by_label(re.compile(rf"Veiligheidshuis {house}, bij “Afspraken met")).check()
    bureau.fills(Titel="Het zorgkantoor komt niet aan tafel", Wat_zien_we="In drie regio's wijst het zorgkantoor niemand aan.")
    bureau.clicks("Maak het").reads("Het zorgkantoor komt niet aan tafel", "3 van 31 huizen").looks()


def _keeps_and_compares(bureau: Person) -> None:
    bureau.goes(f"{ROOT}monitor/?jaar={NEXT}").looks().clicks("Leg deze stand vast").reads(
        "De stand is vastgelegd", f"Voldeed in {THIS}"
    ).looks()
    report = bureau.page.url
    bureau.clicks("Bied aan de Stuurgroep aan").reads("Aangeboden aan de Stuurgroep op")
    with bureau.page.expect_download() as sent:
        bureau.page.get_by_role("link", name="PDF", exact=True).click()
    assert sent.value.suggested_filename == f"samenwerkingsagenda-{NEXT}.pdf"
    bureau.goes(f"{ROOT}monitor/?jaar={NEXT}")
    bureau.page.get_by_label("Vergelijk met").select_option(index=2)
    bureau.clicks("Laat zien").reads("Met een rand staat wat").looks().goes(report)


def _is_put_on_the_agenda(secretaris: Person) -> None:
    secretaris.goes("/vergaderingen/{meeting:sg8}/agenda/").looks().reads(
        "Stand van de Samenwerkingsagenda", "Wat regio's niet alleen kunnen oplossen"
    )
    secretaris.clicks(f"Zet op de agenda: Stand van de Samenwerkingsagenda {NEXT}").reads("Het punt staat op de agenda.").looks()
    secretaris.goes("/vergaderingen/{meeting:sg8}/").reads(f"Stand van de Samenwerkingsagenda {NEXT}").looks()
