"""Rows as a table: thirty of them at a glance, and sorting, choosing and folding with nothing but links."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

from tests.journeys.conftest import Person

ROWS = "tbody tr:not(.table-group)"
HALF_A_SCREEN_MORE = 1.5 * 900  # px of a window of 1440 by 900


def _titles(someone: Person, group: int = 0) -> list[str]:
    return someone.page.locator("tbody").nth(group).locator("td.is-title a").all_inner_texts()


def _asked(someone: Person) -> dict[str, list[str]]:
    return parse_qs(urlsplit(someone.page.url).query)


def test_thirty_actions_are_seen_in_a_screen_and_a_half(person: Callable[..., Person]) -> None:
    someone = person().becomes("stuurgroep").goes("/acties/")
    assert someone.page.locator(ROWS).count() == 30
    assert someone.page.locator(".table").bounding_box()["height"] <= HALF_A_SCREEN_MORE  # type: ignore[index]
    assert someone.page.locator("tbody").first.locator(".goes").first.inner_text() == "stagneert", "what is worst stands first"
    lefts = someone.page.evaluate("[...document.querySelectorAll('td.is-next')].map(cell => cell.getBoundingClientRect().left)")
    assert len(set(lefts)) == 1, "columns line up over the groups"


def test_a_table_is_sorted_narrowed_and_folded_without_javascript(person: Callable[..., Person]) -> None:
    someone = person(javascript=False).becomes("stuurgroep").goes("/acties/")
    someone.page.get_by_role("columnheader", name="Actie", exact=True).get_by_role("link").click()
    assert _asked(someone) == {"op": ["actie"]}
    assert someone.page.locator("th.is-title").get_attribute("aria-sort") == "ascending"
    rising = _titles(someone)
    someone.page.locator("th.is-title a").click()
    assert _titles(someone) == rising[::-1] and someone.page.locator("th.is-title").get_attribute("aria-sort") == "descending"

    someone.clicks("Stagneert of stil")
    assert _asked(someone) == {"op": ["-actie"], "status": ["stagneert-of-stil"]}
    assert 0 < someone.page.locator(ROWS).count() < 30
    someone.clicks("Stagneert of stil")
    assert _asked(someone) == {"op": ["-actie"]}

    someone.clicks("Zonder trekker").clicks("Per thema")
    groups = someone.page.locator("tbody summary").all_inner_texts()
    assert len(groups) == 4 and groups[0].startswith("De aanpak van acute onveiligheid")
    someone.page.locator("tbody summary").first.click()
    assert not someone.page.locator("tbody").first.locator("td.is-title").first.is_visible()
    assert someone.page.locator("tbody").nth(1).locator("td.is-title").first.is_visible()

    place = someone.page.locator("tbody").nth(1).locator("td.is-chain").first.bounding_box()
    assert place is not None
    someone.page.mouse.click(place["x"] + 2, place["y"] + 2)
    someone.page.wait_for_url("**/acties/*/")


def test_a_table_is_sorted_and_narrowed_on_a_phone(person: Callable[..., Person]) -> None:
    someone = person(width=320).becomes("bureau").goes("/knelpunten/").looks()
    someone.clicks("Zoek of verfijn")
    someone.page.get_by_label("Volgorde").select_option(label="meeste huizen erachter")
    someone.page.get_by_label("Thema").select_option(label="De aanpak van acute onveiligheid")
    someone.clicks("Laat zien").reads("Thema: De aanpak van acute onveiligheid").looks()
    assert someone.page.locator("th.is-number").get_attribute("aria-sort") == "descending"
