"""One action, four persons in four browsers: proposed, weighed differently, pulled, worked on, done, and taken up again."""

from __future__ import annotations

from collections.abc import Callable

from tests.journeys.conftest import Person
from tests.journeys.meeting import decides, is_done, names_trekker, says

ACTION = "Eén telefoonnummer voor wie zich zorgen maakt"
BETTER = "Eén nummer voor buurt en familie"
THEME = "/themas/acute-onveiligheid/"


def _weighs(someone: Person, score: int, argument: str) -> None:
    someone.goes("/acties/?lijst=voorraadlijst").clicks(BETTER).clicks("Weeg deze actie")
    for group in ("Belang en urgentie", "Uitvoerbaarheid", "Impact op de praktijk"):
        someone.page.get_by_role("group", name=group).get_by_label(f"{score}:").check()
    someone.fills(Uw_argument=argument).looks().clicks("Leg de weging vast").reads("is gewogen")


def test_an_action_is_proposed_weighed_moved_and_reopened(person: Callable[..., Person]) -> None:
    aisha, marijn = person().becomes("klankbordgroep"), person(width=768).becomes("stuurgroep")
    nienke, ruben = person(width=320).becomes("bestuur"), person().becomes("secretaris")

    # Given a proposal that Aisha first keeps for herself
    aisha.goes(THEME).clicks("Stel een actie voor").fills(Titel=ACTION, Doel="Eén plek om te bellen.")
    aisha.clicks("Bewaar als concept").reads("Alleen u ziet dit concept").looks()
    assert ACTION not in marijn.goes("/acties/").page.locator("main").inner_text()
    aisha.clicks(ACTION).fills(Beoogd_resultaat="Iedereen in de regio kent het nummer.")
    aisha.page.get_by_label("Thema", exact=True).select_option(label="De aanpak van acute onveiligheid")
    aisha.page.get_by_label("informatiedeling").check()
    aisha.page.get_by_label("informeren: we vertellen elkaar").check()
    aisha.fills(**{"Waarom zonder knelpunt?": "De Stuurgroep vroeg erom."}).looks()
    aisha.clicks("Zet op de voorraadlijst").reads("als voorgesteld", "informeren").looks()
    aisha.finds_more().clicks("Herschrijf het voorstel").fills(Titel=BETTER).clicks("Bewaar de tekst").reads(
        "De tekst is herschreven", BETTER
    )

    # When two members weigh it differently, neither follows the other
    marijn.goes("/acties/?lijst=voorraadlijst").clicks(BETTER)
    _weighs(marijn, 2, "Er zijn al te veel nummers.")
    nienke.goes("/acties/?lijst=voorraadlijst").clicks(BETTER)
    assert "Er zijn al te veel nummers." not in nienke.page.locator("main").inner_text()
    _weighs(nienke, 5, "Gemeenten vragen hier al jaren om.")

    # Then both see the spread, with both arguments, and so does the list
    for someone in (nienke, marijn):
        someone.goes("/acties/?lijst=voorraadlijst").reads("belang 3,5 (2–5)").clicks(BETTER)
        someone.reads("midden 3,5, van 2 tot 5", "Er zijn al te veel nummers.", "Gemeenten vragen hier al jaren om.").looks()

    # And the secretaris proposes to discuss it first
    ruben.goes(f"{THEME}volgorde/").looks()
    while ruben.page.locator(".sortable li").first.locator(".row-title").inner_text() != BETTER:
        ruben.page.get_by_role("button", name=f"{BETTER} omhoog").click()
    ruben.clicks("Stel deze volgorde voor").reads("voorgesteld door de secretaris").looks()

    # And the Stuurgroep finds it desirable, and puts it on the actielijst with Marijn, who offered
    marijn.clicks("Bied u aan als trekker").reads("U heeft zich aangeboden")
    decides(ruben, BETTER, "2027-01-12T13:00", "Wenselijk achten", says("Dit willen wij."))
    decides(ruben, BETTER, "2027-02-12T13:00", "Op de actielijst zetten", names_trekker("Wij doen dit.", "Valente"))

    # And the coalition forms, plans and reports; Marijn releases
    aisha.goes("/acties/?lijst=actielijst").reads("geen bericht").clicks(BETTER)
    aisha.clicks("Treed toe tot de coalitie").fills(**{"Wat brengt uw organisatie in?": "Wij nemen de telefoon op."})
    aisha.fills(**{"Wie maakt u daarvoor vrij?": "twee medewerkers, de hele week"}).looks().clicks("Doe mee").reads("in vorming")
    aisha.clicks("Schrijf een voortgangsbericht").fills(**{"Wat is er gebeurd?": "Het nummer is er."})
    aisha.page.get_by_label("op koers").check()
    aisha.clicks("Plaats het bericht").reads("Het nummer is er.").looks()
    marijn.goes("/overzicht/").reads(BETTER).clicks(BETTER).clicks("Geef vrij voor de Stuurgroep").reads(
        "vrijgegeven als verslag"
    )
    marijn.goes("/organisaties/valente/bijdragen/").reads(BETTER, "twee medewerkers, de hele week").looks()

    # And it is done, and taken up again
    done = is_done("Het nummer staat op elke website.", "Wie belt, wordt binnen een uur teruggebeld.")
    decides(ruben, BETTER, "2027-03-12T13:00", "Naar de gereedlijst", done)
    nienke.goes(f"{THEME}#gereed").reads(BETTER).clicks(BETTER).reads("Wie belt, wordt binnen een uur teruggebeld.").looks()
    decides(ruben, BETTER, "2027-04-12T13:00", "Heropenen", names_trekker("In het noorden werkt het nog niet.", "Valente"))

    # Then everybody reads the whole story, and where it stands
    for someone in (aisha, marijn, nienke, ruben):
        someone.goes("/acties/?lijst=actielijst").clicks(BETTER)
        someone.reads("In het noorden werkt het nog niet.", "Wij doen dit.", "Het nummer staat op elke website.").looks()
    aisha.clicks("Waar deze actie vandaan komt").reads("2 organisaties wogen", "heropenen", "wenselijk achten").looks()

    # And two meetings ago it was not there yet, which the page says in words
    nienke.goes(f"{THEME}terugkijken/")
    slider = nienke.page.locator("#vergadering")
    with nienke.page.expect_navigation():
        slider.focus()
        slider.press("ArrowLeft")
    nienke.reads("kwam erbij, nu op de actielijst").looks()
    lists = nienke.page.locator(".four-lists").inner_text()
    assert BETTER not in lists
    marijn.goes("/sinds-de-vorige/?sinds=2026-09-15").reads(BETTER).looks()


def test_a_member_brings_the_lists_along_without_javascript(person: Callable[..., Person]) -> None:
    """Tabs, filters, kept choices and the order of a list work by themselves."""
    reader = person(width=320, javascript=False).becomes("stuurgroep")
    reader.goes(f"{THEME}#actie")
    assert reader.page.locator("#actie").is_visible() and not reader.page.locator("#voorraad").is_visible()
    reader.goes("/acties/").clicks("Wat nog geen bericht heeft").reads("geen bericht van de trekker")
    secretaris = person(javascript=False).becomes("secretaris")
    secretaris.goes("/themas/autonomie-tot-dwang/volgorde/")
    second = secretaris.page.locator(".sortable .row-title").nth(1).inner_text()
    secretaris.page.get_by_role("button", name=f"{second} omhoog").click()
    secretaris.reads("Verplaatst, nog niet bewaard")
    assert secretaris.page.locator(".sortable .row-title").first.inner_text() == second
