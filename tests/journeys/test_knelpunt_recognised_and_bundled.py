"""One pattern, three houses: submitted, recognised from the look-alikes, bundled,
made an action of, answered, and read back by each."""

from __future__ import annotations

from collections.abc import Callable

from tests.journeys.conftest import Person
from tests.journeys.meeting import decides, is_done, names_trekker

FIRST = "De nachtopvang weigert wie een hond heeft"
SECOND = "Met een huisdier is er nergens nachtopvang"
PATTERN = "Nachtopvang en huisdieren"
ACTION = "Afspraken over huisdieren in de nachtopvang"


def _writes(someone: Person, title: str, pattern: str) -> None:
    someone.goes("/knelpunten/nieuw/").fills(Titel=title, Het_patroon=pattern)
    someone.page.get_by_label("het beleid").check()
    someone.page.get_by_label("Waar hoort het bij?").select_option(label="Een passende woon(zorg)plek in de samenleving")


def _assesses(bureau: Person, title: str) -> None:
    bureau.goes("/knelpunten/beoordelen/").clicks(title).clicks("Begin met beoordelen")
    bureau.page.get_by_label("op de knelpuntenlijst").check()
    bureau.fills(**{"Waarom?": "Dit zien meer huizen."}).clicks("Leg de uitkomst vast").reads("op de knelpuntenlijst")


def test_a_knelpunt_is_recognised_bundled_and_answered(person: Callable[..., Person]) -> None:
    twente, zeeland, drenthe, bureau, secretaris = (person() for _ in range(5))

    # Given a house that submits, and the landelijk bureau that puts it on the list
    twente.becomes("netwerkmanager")
    _writes(twente, FIRST, "Steeds weer slaapt iemand buiten omdat de nachtopvang geen hond toelaat. Een kennel is er niet.")
    twente.clicks("Bewaar en dien in").reads("Nog even kijken").looks().clicks("Dien in", role="button").reads("Het ligt nu bij")
    _assesses(bureau.becomes("bureau"), FIRST)

    # When a second house starts to write, it sees the look-alike, and stands behind it instead
    zeeland.becomes("ander-huis")
    _writes(zeeland, "Geen nachtopvang met hond", "Wie een hond heeft, slaapt buiten omdat de nachtopvang dieren niet toelaat.")
    zeeland.page.locator(".resembling").get_by_text(FIRST).wait_for()
    zeeland.page.get_by_text("Vanzelf bewaard als concept").wait_for()
    zeeland.looks()
    zeeland.clicks("Bewaar en dien in").reads("Lijkt dit op wat er al is?", FIRST).looks()
    zeeland.page.get_by_text("Wij herkennen dit knelpunt").first.click()
    zeeland.fills(**{"Hoe ziet u dit in uw regio?": "Ook bij ons blijven mensen hierom buiten."})
    zeeland.clicks("Sta erachter").reads("staat nu mee achter dit knelpunt", "2 van 31 huizen").looks()

    # And a third house goes on with its own words
    drenthe.becomes("nm-drenthe")
    _writes(drenthe, SECOND, "De opvang laat geen huisdieren toe. Daardoor blijven mensen op straat slapen.")
    drenthe.clicks("Bewaar en dien in").clicks("Dien in", role="button").reads("Het ligt nu bij")
    _assesses(bureau, SECOND)

    # And the landelijk bureau bundles the signals of the three houses and makes an action of them
    bureau.goes("/knelpunten/rode-draden/nieuw/")
    for title in (FIRST, SECOND):
        bureau.page.get_by_label(title).check()
    bureau.fills(Titel=PATTERN, Wat_we_zien="In drie regio's slapen mensen buiten om hun huisdier. Opvang kiest elk voor zich.")
    bureau.clicks("Bundel deze knelpunten").reads("3 van 31 huizen", FIRST, SECOND).looks()
    bureau.clicks("Maak er een actie van").fills(
        Titel=ACTION, Doel="Een plek voor mens en dier.", Beoogd_resultaat="Niemand blijft hierom buiten."
    )
    bureau.page.get_by_label("samen ontwikkelen").check()
    bureau.clicks("Zet op de voorraadlijst").reads("als voorgesteld", ACTION)

    # And the Stuurgroep takes it up and later finds it done
    secretaris.becomes("secretaris")
    decides(secretaris, ACTION, "2027-01-21T13:00", "Op de actielijst zetten", names_trekker("De Stuurgroep pakt dit op.", "VNG"))
    done = is_done("Elke opvang neemt nu huisdieren op.", "Niemand blijft hierom buiten.")
    decides(secretaris, ACTION, "2027-02-21T13:00", "Naar de gereedlijst", done)

    # And the landelijk bureau answers both
    for title in (FIRST, SECOND):
        bureau.goes("/knelpunten/rode-draden/").clicks(PATTERN).clicks(title).clicks("Schrijf het antwoord")
        bureau.fills(Het_antwoord_aan_het_huis="Elke opvang neemt nu huisdieren op.").clicks("Stuur het antwoord")

    # Then all three houses read their own chain to the answer
    for someone, title in ((twente, FIRST), (zeeland, FIRST), (drenthe, SECOND)):
        someone.goes("/onze-inbreng/").reads(title, "Elke opvang neemt nu huisdieren op.").looks().clicks(title).reads(
            "beantwoord", PATTERN
        )
        stations = someone.page.locator(".chain li").evaluate_all("rows => rows.map(row => row.dataset.state)")
        assert stations == ["reached", "reached", "reached", "skipped", "reached", "reached"]


def test_what_may_be_about_one_person_is_read_by_the_reviewer_first(person: Callable[..., Person]) -> None:
    house, reviewer, bureau = person(width=320).becomes("netwerkmanager"), person().becomes("privacy"), person().becomes("bureau")
    _writes(house, "Te oud voor de jeugd", "Bel 06-12345678: een meisje van zestien uit Almelo valt overal tussen.")
    house.clicks("Bewaar als concept").reads("een telefoonnummer").looks()
    assert house.page.locator("mark").inner_text() == "06-12345678"
    house.fills(Het_patroon="Een meisje van zestien uit Almelo valt overal tussen.").clicks("Bewaar en dien in")
    house.reads("Gaat dit over één persoon?").looks().clicks("Dien in", role="button").reads("Lees de tekst nog eens na").looks()
    house.page.get_by_label("Ik heb dit nagelezen").check()
    house.clicks("Dien in", role="button").reads("De privacybeoordelaar leest het eerst")
    assert "Te oud voor de jeugd" not in bureau.goes("/knelpunten/beoordelen/").page.locator("main").inner_text()
    reviewer.goes("/knelpunten/privacytoets/").looks().clicks("Te oud voor de jeugd").reads("Gaat dit over één persoon?").looks()
    reviewer.clicks("Geef vrij").reads("Vrijgegeven")
    bureau.goes("/knelpunten/beoordelen/").reads("Te oud voor de jeugd")
