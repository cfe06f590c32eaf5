"""The states a page can be in besides its usual one: a form that was filled in
badly, a fold that is open, a list that is empty, a door that is closed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from tests.journeys.conftest import Person, at_a_browser
from tests.journeys.serving import Portal, running_portal

FORMS = {
    "nm-drenthe": ["/samenwerkingsagenda/plannen/{plan:drenthe:next}/vaststellen/"],
    "netwerkmanager": [
        "/samenwerkingsagenda/lijnen/{line:adviseur}/toelichten/",
        "/samenwerkingsagenda/toelichtingen/{explanation:zeeland}/helpen/", "/afspraken/{agreement:nacht}/standpunt/",
        "/knelpunten/nieuw/", "/knelpunten/{knelpunt:formulieren}/wijzigen/", "/account/password/change/",
    ],
    "bureau": [
        "/knelpunten/{knelpunt:uitstroom}/antwoord/", "/acties/nieuw/", "/netwerk/uitnodigen/",
        "/netwerk/beleidslandschap/nieuw/", "/knelpunten/vaste-teksten/", "/samenwerkingsagenda/lijnen/nieuw/",
        "/samenwerkingsagenda/lijnen/{line:verhaal}/wijzigen/", "/samenwerkingsagenda/toelichtingen/bundelen/",
        "/samenwerkingsagenda/plannen/{plan:groningen:next}/terug/",
    ],
    "klankbordgroep": ["/vergaderingen/vraagstukken/nieuw/"],
    "bestuur": ["/afspraken/nieuw/", "/afspraken/{agreement:nacht}/andere-tekst/"],
    "secretaris": [
        "/vergaderingen/nieuw/", "/vergaderingen/punten/{item:sg7:2}/wijzigen/", "/vergaderingen/{meeting:sg8}/punten/nieuw/",
        "/vergaderingen/punten/{item:kb7b:2}/besluit/aanhouden/", "/uitvragen/nieuw/",
    ],
    "stuurgroep": ["/acties/{action:ontslag-info}/wegen/"],
    "-": ["/account/login/", "/account/password/reset/"],
}  # fmt: skip
FOLDS = {
    "bestuur": ["/afspraken/{agreement:inwerken}/", "/afspraken/{agreement:nacht}/"],
    "ander-huis": ["/acties/{action:overdracht}/"],
    "netwerkmanager": [
        "/afspraken/{agreement:nacht}/", "/afspraken/{agreement:vast-contact}/", "/acties/{action:overdracht}/",
        "/knelpunten/{knelpunt:nacht}/", "/knelpunten/{knelpunt:wilsbekwaam}/", "/knelpunten/{knelpunt:te-weinig}/",
    ],
    "bureau": [
        "/samenwerkingsagenda/lijnen/{line:verhaal}/", "/samenwerkingsagenda/plannen/{plan:utrecht:next}/",
        "/samenwerkingsagenda/monitor/?kaart", "/knelpunten/{knelpunt:zorgkantoor}/", "/knelpunten/{knelpunt:mensenhandel}/",
        "/knelpunten/{knelpunt:crisis-geen-regie}/", "/knelpunten/", "/acties/", "/acties/{action:overzicht}/",
        "/acties/{action:uitstroom}/", "/themas/acute-onveiligheid/doorloop/",
    ],
    "stuurgroep": [
        "/vergaderingen/{meeting:sg7}/", "/vergaderingen/punten/{item:sg6:4}/", "/vergaderingen/jaar/",
        "/acties/{action:overdracht}/", "/acties/{action:zorgmijders}/",
    ],
    "klankbordgroep": ["/acties/{action:overdracht}/", "/acties/{action:bemoeizorg}/"],
    "secretaris": [
        "/vergaderingen/{meeting:kb7b}/", "/vergaderingen/{meeting:kb7b}/vergaderstand/", "/vergaderingen/punten/{item:sg7:2}/",
    ],
}  # fmt: skip
EMPTY = {
    "-": [
        "/", "/themas/", "/themas/acute-onveiligheid/", "/netwerk/", "/besluitenlijsten/", "/afspraken/", "/samenwerkingsagenda/",
        "/samenwerkingsagenda/ambities/krachtig-netwerk/", "/netwerk/huizen/twente/", "/netwerk/organisaties/vng/",
        "/netwerk/gremia/klankbordgroep/",
    ],
    "bureau": [
        "/samenwerkingsagenda/plannen/", "/samenwerkingsagenda/monitor/", "/samenwerkingsagenda/toelichtingen/",
        "/samenwerkingsagenda/toelichtingen/bundelen/", "/overzicht/", "/acties/", "/acties/oproepen/",
        "/themas/acute-onveiligheid/doorloop/", "/sinds-de-vorige/", "/organisaties/vng/bijdragen/", "/acties/nieuw/",
        "/knelpunten/rode-draden/", "/themas/acute-onveiligheid/", "/themas/acute-onveiligheid/actielijst/",
        "/knelpunten/beoordelen/", "/vergaderingen/", "/knelpunten/", "/knelpunten/radar/", "/knelpunten/berichten/",
        "/knelpunten/vaste-teksten/", "/uitvragen/",
    ],
    "netwerkmanager": [
        "/samenwerkingsagenda/plannen/", "/netwerk/huizen/twente/", "/overzicht/", "/onze-inbreng/", "/onze-inbreng/afdruk/",
    ],
    "secretaris": [
        "/overzicht/", "/vergaderingen/", "/vergaderingen/jaar/", "/vergaderingen/vaste-punten/", "/vergaderingen/besluiten/",
        "/vergaderingen/vraagstukken/", "/vergaderingen/agenda-abonnement/", "/themas/acute-onveiligheid/volgorde/",
        "/themas/acute-onveiligheid/terugkijken/",
    ],
}  # fmt: skip
CLOSED = {
    "gestopt": "/overzicht/",
    "redacteur": "/vergaderingen/",
    "ander-huis": "/knelpunten/beoordelen/",
    "-": "/acties/bestaat-niet/",
}


@pytest.mark.parametrize("who", list(FORMS))
def test_form_filled_in_badly_says_so_and_is_in_order(who: str, person: Callable[..., Person]) -> None:
    someone = person() if who == "-" else person().becomes(who)
    for path in FORMS[who]:
        someone.goes(path)
        form = someone.page.locator("main form").last
        form.evaluate(
            "form => { form.noValidate = true; form.querySelectorAll('input[type=text], "
            "textarea').forEach(field => field.value = '') }"
        )
        with someone.page.expect_navigation():
            form.locator("button[type=submit]").first.click()
        if (seats := someone.page.locator("button[name=namens]")).count():
            with someone.page.expect_navigation():
                seats.first.click()
        assert someone.page.locator("[aria-invalid=true], .utrecht-alert--error, .blockers").count() > 0, someone.page.url
        someone.looks()


@pytest.mark.parametrize("who", list(FOLDS))
def test_page_with_every_fold_open_is_in_order(who: str, person: Callable[..., Person]) -> None:
    someone = person().becomes(who)
    for path in FOLDS[who]:
        someone.goes(path)
        someone.page.locator("main details").evaluate_all("folds => folds.forEach(fold => fold.open = true)")
        someone.looks()


@pytest.mark.parametrize("who", list(CLOSED))
def test_closed_door_says_why_and_is_in_order(who: str, person: Callable[..., Person]) -> None:
    someone = person() if who == "-" else person().becomes(who)
    assert someone.opens(CLOSED[who]) in (403, 404) or someone.page.url.endswith(f"/account/login/?next={CLOSED[who]}")
    someone.looks()


@pytest.fixture(scope="module")
def empty_portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Portal]:
    """A portal on its first day: people with seats, and nothing else."""
    with running_portal(tmp_path_factory.mktemp("mail"), is_told=False) as running:
        yield running


@pytest.mark.parametrize("who", list(EMPTY))
def test_page_with_nothing_on_it_yet_says_what_comes_there(who: str, browser: Browser, empty_portal: Portal) -> None:
    with at_a_browser(browser, empty_portal) as someone:
        if who != "-":
            someone.becomes(who)
        for path in EMPTY[who]:
            assert someone.opens(path) == 200
            someone.looks()
        assert someone.complaints == []
