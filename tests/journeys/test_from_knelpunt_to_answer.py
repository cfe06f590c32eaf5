"""The whole chain, clicked by the people who walk it: a house, the landelijk bureau,
the secretaris, a member, and the house again."""

from __future__ import annotations

from collections.abc import Callable

from tests.journeys.conftest import Person

TITLE = "Niemand weet wie 's nachts de sleutel van de opvang heeft"
ACTION = "Afspraken over toegang buiten kantoortijd"


def test_from_knelpunt_to_answer(person: Callable[..., Person]) -> None:
    house, bureau, secretaris, member = (person() for _ in range(4))

    # Given a medewerker who drafts a knelpunt on a phone, and a netwerkmanager who hands it in
    employee = person(width=320).becomes("medewerker").goes("/onze-inbreng/").looks().clicks("Dien een knelpunt in").looks()
    employee.fills(
        Titel=TITLE, Het_patroon="Steeds als iemand na sluitingstijd een plek nodig heeft, is onduidelijk wie open mag doen."
    )
    employee.page.get_by_label("de werkprocessen").check()
    employee.page.get_by_label("Waar hoort het bij?").select_option(label="De aanpak van acute onveiligheid")
    employee.clicks("Bewaar als concept").reads(
        "Bewaard als concept", "Alleen uw huis ziet het, tot de netwerkmanager het indient."
    ).looks()

    house.becomes("netwerkmanager").reads(TITLE, "Dit concept is nog niet ingediend. Dat kunt u doen.").looks().clicks(
        TITLE
    ).looks()
    house.clicks("Dien in", role="link").reads("Nog even kijken").looks()
    house.clicks("Dien in", role="button").reads("Het ligt nu bij het landelijk bureau").looks()
    knelpunt = house.page.url

    # When the landelijk bureau assesses it, puts it on the list and makes an action of it
    bureau.becomes("bureau").goes("/knelpunten/beoordelen/").reads(TITLE).looks().clicks(TITLE).looks()
    bureau.clicks("Begin met beoordelen").reads("U beoordeelt dit knelpunt nu").looks()
    bureau.page.get_by_label("op de knelpuntenlijst").check()
    bureau.clicks("Leg de uitkomst vast")
    assert bureau.page.locator("textarea:invalid").count() == 1  # without a reason the browser stops it
    bureau.fills(**{"Waarom?": "Meer regio's lopen hierop vast, het hoort bij dit thema."})
    bureau.clicks("Leg de uitkomst vast").reads("Beoordeeld: op de knelpuntenlijst").looks()
    bureau.clicks("Maak er een actie van").looks()
    bureau.fills(Titel=ACTION, Doel="Ook 's nachts is duidelijk wie toegang geeft.", Beoogd_resultaat="Eén afspraak per regio.")
    bureau.page.get_by_label("samen ontwikkelen").check()
    bureau.clicks("Zet op de voorraadlijst").reads("als voorgesteld", ACTION).looks()
    action = bureau.page.url

    # And a member of the Stuurgroep offers to pull it
    member.becomes("stuurgroep").goes(action).looks().finds_more().looks().clicks("Bied u aan als trekker").reads(
        "U heeft zich aangeboden"
    ).looks()

    # And the Stuurgroep decides in a meeting
    secretaris.becomes("secretaris").goes("/vergaderingen/").looks().clicks("Plan een vergadering")
    secretaris.clicks("secretaris Stuurgroep, N-ZVH") if secretaris.page.get_by_text("Namens wie").count() else None
    secretaris.looks().fills(Titel="Stuurgroep, ingelast", Begint_op="2027-01-20T13:00")
    secretaris.clicks("Plan de vergadering")
    secretaris.reads("Namens wie doet u dit?").looks().clicks("secretaris Stuurgroep, N-ZVH").reads(
        "De vergadering is gepland"
    ).looks()
    secretaris.clicks("Zet een punt op de agenda").looks().fills(
        Titel="Toegang buiten kantoortijd", Vraag_aan_de_tafel="Pakken wij dit op?"
    )
    secretaris.page.get_by_label("Over welke actie?").select_option(label=ACTION)
    secretaris.clicks("Zet op de agenda").reads("Punt 1 staat op de agenda")
    secretaris.clicks("Begin met de agenda").clicks("Verstuur de agenda").clicks("Open de vergadering").looks()
    meeting = secretaris.page.url.split("#")[0]
    secretaris.clicks("Op de actielijst zetten").reads("Wat er dan gebeurt", "naar de actielijst").looks()
    secretaris.fills(De_tekst_van_het_besluit="De Stuurgroep pakt dit op en begint in twee regio's.")
    secretaris.page.get_by_label("Bestuurlijk trekker").select_option(index=1)
    secretaris.clicks("Leg dit besluit vast").reads("De trekker moet het trekkerschap aanvaarden").looks()
    secretaris.page.get_by_label("De trekker aanvaardt het trekkerschap").check()
    secretaris.clicks("Leg dit besluit vast").reads("is vastgelegd bij punt 1").looks()
    secretaris.clicks("De rest is besproken").clicks("Sluit de vergadering").reads("gesloten").looks()

    # Then everybody sees the action move to the actielijst, and later to the gereedlijst
    member.goes(action).reads("actielijst", "in uitvoering").looks()
    secretaris.goes("/vergaderingen/nieuw/").fills(Titel="Stuurgroep, vervolg", Begint_op="2027-02-20T13:00")
    secretaris.clicks("Plan de vergadering").clicks("secretaris Stuurgroep, N-ZVH")
    assert secretaris.page.url != meeting
    secretaris.clicks("Zet een punt op de agenda").fills(Titel="Toegang buiten kantoortijd: klaar")
    secretaris.page.get_by_label("Over welke actie?").select_option(label=ACTION)
    secretaris.clicks("Zet op de agenda").clicks("Begin met de agenda").clicks("Verstuur de agenda").clicks("Open de vergadering")
    secretaris.clicks("Naar de gereedlijst").looks()
    secretaris.fills(De_tekst_van_het_besluit="In twee regio's werkt de afspraak. Andere regio's kunnen haar overnemen.")
    secretaris.page.get_by_label("afgerond").check()
    secretaris.fills(**{"Wat merken de regio's ervan?": "Ook 's avonds komt iemand binnen."})
    secretaris.clicks("Leg dit besluit vast").clicks("De rest is besproken").clicks("Sluit de vergadering").looks()
    member.goes(action).reads("gereedlijst", "afgerond").looks()

    # And the landelijk bureau answers, and the house that raised it reads the answer
    bureau.goes(knelpunt).clicks("Schrijf het antwoord").looks()
    bureau.fills(Het_antwoord_aan_het_huis="De afspraak over toegang werkt in twee regio's. U kunt haar overnemen.")
    bureau.clicks("Stuur het antwoord").reads("Het antwoord staat bij het knelpunt").looks()
    house.goes("/onze-inbreng/").reads(TITLE, "De afspraak over toegang werkt in twee regio's").looks()
    house.clicks(TITLE).reads("beantwoord", "Is het hiermee opgelost?").looks()
    stations = house.page.locator(".chain li").evaluate_all("rows => rows.map(row => row.dataset.state)")
    assert stations == ["reached", "reached", "reached", "skipped", "reached", "reached"]


def test_two_secretaries_at_one_item_and_the_second_loses_nothing(person: Callable[..., Person]) -> None:
    first, second = person().becomes("secretaris"), person().becomes("secretaris-2")
    first.goes("/vergaderingen/{meeting:sg7}/").clicks("Open de vergadering")
    decide = first.page.locator("a[href*='/besluit/blijft/']").first.get_attribute("href")
    assert decide
    for someone, text in ((first, "Wij nemen er de tijd voor."), (second, "Mijn eigen tekst die niet verloren mag gaan.")):
        someone.goes(decide).fills(De_tekst_van_het_besluit=text)
    first.clicks("Leg dit besluit vast").reads("is vastgelegd")
    second.clicks("Leg dit besluit vast").reads(
        "Dit is al vastgelegd", "Wij nemen er de tijd voor.", "secretaris Stuurgroep"
    ).looks()
    assert second.page.get_by_label("De tekst van het besluit").input_value() == "Mijn eigen tekst die niet verloren mag gaan."


def test_two_colleagues_in_one_draft_and_both_texts_stay(person: Callable[..., Person]) -> None:
    manager, employee = person().becomes("netwerkmanager"), person().becomes("medewerker")
    for someone in (manager, employee):
        someone.goes("/onze-inbreng/").clicks("Aanmeldformulieren vragen").finds_more().clicks("Wijzig de tekst")
    manager.fills(Titel="De titel van de manager").clicks("Bewaar als concept").reads("De titel van de manager")
    employee.fills(Titel="De titel van de medewerker").clicks("Bewaar als concept")
    employee.reads("Zo staat het er nu", "De titel van de manager").looks()
    assert employee.page.get_by_label("Titel").input_value() == "De titel van de medewerker"
    employee.clicks("Bewaar als concept").reads("Bewaard als concept", "De titel van de medewerker")


def test_without_javascript_and_by_password_and_code(person: Callable[..., Person]) -> None:
    someone = person(javascript=False)
    someone.goes("/account/login/")
    someone.page.locator("input[name=login]").fill("netwerkmanager@demo.example.nl")
    someone.page.locator("input[name=password]").fill("demo-wachtwoord")
    someone.clicks("Ga verder").reads("Vul de code in")
    waiting = someone.page.url
    someone.portal.delivers()
    code = (
        someone.goes("/demo/mail/")
        .page.locator("article", has_text="Uw code om in te loggen")
        .first.inner_text()
        .split("is:")[1]
        .split()[0]
    )
    someone.goes(waiting).page.locator("input[name=code]").fill(code)
    someone.clicks("Log in").reads("vragen iets van u")
    someone.goes("/knelpunten/nieuw/").fills(Titel="Zonder script", Het_patroon="Het gaat ook zonder.")
    someone.page.get_by_label("het stelsel").check()
    someone.clicks("Bewaar en dien in").reads("Nog even kijken")
    someone.clicks("Dien in", role="button").reads("Het ligt nu bij het landelijk bureau")
