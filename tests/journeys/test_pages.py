"""Every page, for everyone who may see it: no axe findings, nothing in the console, nothing sticking out sideways."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from portal.demo.people import persons
from tests.journeys.conftest import Person
from tests.journeys.pages import PAGES

EVERY_PAGE = sorted({path for paths in PAGES.values() for path in paths})
ROLES = [*(person.slug for person in persons()), "-"]
# One of each kind of reader. The others sit where one of these sits; `make torture` takes them all.
KINDS = ["bureau", "netwerkmanager", "klankbordgroep", "stuurgroep", "secretaris", "privacy", "redacteur", "-"]


def _as(someone: Person, who: str) -> Person:
    return someone if who == "-" else someone.becomes(who)


@pytest.mark.parametrize("who", KINDS)
def test_every_page_is_in_order_for_each_kind_of_reader(who: str, person: Callable[..., Person]) -> None:
    someone = _as(person(), who)
    seen = [path for path in EVERY_PAGE if someone.opens(path) == 200 and someone.looks()]
    assert len(seen) >= 10, seen


# How much room the bar takes above the page, the band of the demo apart, and where the first thing stands that asks something.
HEAD = """() => [document.querySelector('main').offsetTop - document.querySelector('.demo-band').offsetHeight,
    document.querySelector('.asks-first li')?.getBoundingClientRect().top ?? 0]"""
MOST_HEAD, MOST_FIRST = 64, 500  # px


@pytest.mark.parametrize("who", list(PAGES))
def test_each_page_is_in_order_on_a_phone(who: str, person: Callable[..., Person]) -> None:
    someone, wrong = _as(person(width=320), who), []
    for path in PAGES[who]:
        head, first = someone.goes(path).looks().page.evaluate(HEAD)
        wrong += [f"{path}: {head} px of head, {first} px to the first"] if head > MOST_HEAD or first > MOST_FIRST else []
    assert wrong == []


@pytest.mark.torture
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 768, 1440])
@pytest.mark.parametrize("who", ROLES)
def test_every_page_at_every_width_in_light_and_dark(who: str, width: int, scheme: str, person: Callable[..., Person]) -> None:
    someone = _as(person(width=width, scheme=scheme), who)
    for path in EVERY_PAGE:
        someone.goes(path).looks()


@pytest.mark.parametrize("who", ["-", "bureau", "netwerkmanager", "secretaris"])
def test_pages_are_in_order_in_the_dark(who: str, person: Callable[..., Person]) -> None:
    someone = _as(person(scheme="dark"), who)
    for path in PAGES[who]:
        someone.goes(path).looks()


def test_printed_page_bears_its_address_and_date(person: Callable[..., Person]) -> None:
    someone = person().becomes("bureau").goes("/acties/{action:nacht}/")
    someone.page.emulate_media(media="print")
    assert someone.page.locator(".print-only").is_visible()
    assert someone.page.url.split("//")[1] in someone.page.locator(".print-only").inner_text()
    shell = someone.page.locator(".top, .rail, .menu, .site-foot, .demo-band")
    assert not any(each.is_visible() for each in shell.all())


def test_keyboard_reaches_the_content_first_and_focus_is_seen(person: Callable[..., Person]) -> None:
    someone = person().becomes("bureau").goes("/overzicht/")
    someone.page.keyboard.press("Tab")
    assert someone.page.evaluate("document.activeElement.textContent") == "Naar de inhoud"
    someone.page.keyboard.press("Enter")
    assert someone.page.evaluate("document.activeElement.id") == "inhoud"
    someone.page.keyboard.press("Tab")
    assert someone.page.evaluate("getComputedStyle(document.activeElement).outlineWidth") == "3px"
