"""Every page, for those who may see it: no axe findings, nothing in the console, nothing sticking out at 320, 768 and 1440 px."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.journeys.conftest import Person
from tests.journeys.pages import PAGES


@pytest.mark.parametrize("who", list(PAGES))
@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (768, "light"), (320, "light"), (1440, "dark")])
def test_pages_are_in_order(who: str, width: int, scheme: str, person: Callable[..., Person]) -> None:
    someone = person(width=width, scheme=scheme)
    if who != "-":
        someone.becomes(who)
    for path in PAGES[who]:
        someone.goes(path).looks()


def test_printed_page_bears_its_address_and_date(person: Callable[..., Person]) -> None:
    someone = person().becomes("bureau").goes("/acties/{action:nacht}/")
    someone.page.emulate_media(media="print")
    assert someone.page.locator(".print-only").is_visible()
    assert someone.page.url.split("//")[1] in someone.page.locator(".print-only").inner_text()
    assert not someone.page.locator(".site-nav").is_visible()


def test_keyboard_reaches_the_content_first_and_focus_is_seen(person: Callable[..., Person]) -> None:
    someone = person().becomes("bureau").goes("/overzicht/")
    someone.page.keyboard.press("Tab")
    assert someone.page.evaluate("document.activeElement.textContent") == "Naar de inhoud"
    someone.page.keyboard.press("Enter")
    assert someone.page.evaluate("document.activeElement.id") == "inhoud"
    someone.page.keyboard.press("Tab")
    assert someone.page.evaluate("getComputedStyle(document.activeElement).outlineWidth") == "3px"
