"""The editor changes a paragraph of the Landelijk Kader and the reader finds it at the same address."""

from __future__ import annotations

from collections.abc import Callable

from tests.journeys.conftest import Person


def test_editor_changes_a_paragraph_of_a_concept_and_its_address_stays(person: Callable[..., Person]) -> None:
    editor, reader = person().becomes("redacteur"), person()
    reader.goes("/kader/2027/identiteit/#par-1-1").reads("Wat is een Zorg- en Veiligheidshuis?").looks()
    page = editor.page
    _open_chapter(editor, "Landelijk Kader 2027")
    page.locator("input[name='body-1-value-title']").fill("Wat is een huis?")
    page.get_by_text("Meer acties").last.click()
    with page.expect_navigation():
        page.locator("[name=action-publish]").click()
    page.get_by_text("is gepubliceerd").first.wait_for()
    reader.page.reload()
    reader.reads("Wat is een huis?")
    assert reader.page.locator("#par-1-1").inner_text().endswith("Wat is een huis?")


def test_editor_sees_what_a_block_is_for_and_refers_to_a_section(person: Callable[..., Person]) -> None:
    editor, reader = person().becomes("redacteur"), person()
    page = editor.page
    _open_chapter(editor, "Landelijk Kader 2027")
    page.locator("[data-contentpath='body'] button.c-sf-add-button:visible").nth(2).click()
    page.locator(".w-combobox__option-row").filter(has_text="kader").locator(".w-combobox__option-preview").click()
    page.frame_locator(".w-combobox-preview__iframe").get_by_text("Wat apart gelezen moet kunnen worden.").wait_for()
    page.get_by_role("option", name="verwijzing").click()
    page.get_by_role("button", name="Kies een paragraaf").click()
    page.get_by_placeholder("Een woord, of een nummer").fill("4.2")
    page.get_by_role("link", name="Landelijk Kader 2024, § 4.2:").click()
    page.get_by_label("waarom", exact=True).fill("daar staat wanneer het kan")
    page.get_by_text("Meer acties").last.click()
    with page.expect_navigation():
        page.locator("[name=action-publish]").click()
    page.get_by_text("is gepubliceerd").first.wait_for()
    reader.goes("/kader/2027/identiteit/").reads("daar staat wanneer het kan")
    reader.page.get_by_role("link", name="Landelijk Kader 2024, § 4.2").click()
    assert reader.page.url.endswith("#par-4-2")


def test_editor_who_would_change_an_adopted_edition_reads_why_not(person: Callable[..., Person]) -> None:
    editor = person().becomes("redacteur")
    _open_chapter(editor, "Landelijk Kader")
    editor.page.get_by_text("is vastgesteld en verandert niet meer").first.wait_for()


def test_editor_writes_an_ambition_among_what_the_houses_report(person: Callable[..., Person]) -> None:
    editor, reader = person().becomes("redacteur"), person()
    page = "/samenwerkingsagenda/ambities/krachtig-netwerk/"
    editor.goes(page).looks().clicks("Schrijf aan de tekst")
    editor.page.get_by_role("textbox", name="Doel voor 2030").fill("In 2030 staat er één netwerk. Zie Kader 2024, § 4.2.")
    editor.page.get_by_role("textbox", name="Wat er anders is").fill("Korter.")
    editor.page.get_by_text("Meer acties").last.click()
    with editor.page.expect_navigation():
        editor.page.locator("[name=action-publish]").click()
    editor.page.get_by_text("is gepubliceerd").first.wait_for()
    reader.goes(page).looks().reads("In 2030 staat er één netwerk.", "U komt naar overleggen", "Regionale actielijnen")
    reader.page.get_by_text("Eerdere teksten").click()
    reader.looks().reads("Uitgave 1", "Korter.")
    reader.page.get_by_role("link", name="Kader 2024, § 4.2").click()
    assert reader.page.url.endswith("#par-4-2")
    person().becomes("netwerkmanager").goes(reader.page.url).looks().reads(
        "Krachtig netwerk (ambitie)", "(actielijn van ambitie 2)"
    )


def _open_chapter(editor: Person, edition: str) -> None:
    """The first chapter of an edition, found by searching in the editor; a row of the results names the edition it is of."""
    page = editor.page
    page.goto(f"{editor.portal.root}/admin/pages/search/?q=Identiteit")
    rows = page.get_by_role("row").filter(has=page.get_by_role("link", name=edition, exact=True))
    rows.get_by_role("link", name="Identiteit", exact=True).first.click()
    page.wait_for_load_state("networkidle")


def test_editor_has_no_way_into_the_members_part(person: Callable[..., Person]) -> None:
    editor = person().becomes("redacteur")
    editor.goes("/overzicht/").reads("Dit kan niet met uw zetel").looks()
    editor.goes("/vergaderingen/").reads("Dit kan niet met uw zetel")
