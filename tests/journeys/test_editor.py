"""The editor changes a paragraph of the Landelijk Kader and the reader finds it at the same address."""

from __future__ import annotations

from collections.abc import Callable

from tests.journeys.conftest import Person


def test_editor_changes_a_paragraph_and_its_address_stays(person: Callable[..., Person]) -> None:
    editor, reader = person().becomes("redacteur"), person()
    reader.goes("/kader/2024/identiteit/#par-1-1").reads("Wat is een Zorg- en Veiligheidshuis?").looks()
    edit = editor.goes("/admin/pages/").page.url
    assert edit.endswith("/admin/pages/")
    page = editor.page
    page.goto(f"{editor.portal.root}/admin/pages/search/?q=Identiteit")
    page.get_by_role("link", name="Identiteit", exact=True).first.click()
    page.wait_for_load_state("networkidle")
    title = page.locator("input[name='body-1-value-title']")
    title.fill("Wat is een huis?")
    page.get_by_text("Meer acties").last.click()
    page.locator("[name=action-publish]").click()
    page.get_by_text("is gepubliceerd").wait_for()
    reader.page.reload()
    reader.reads("Wat is een huis?")
    assert reader.page.locator("#par-1-1").inner_text().endswith("Wat is een huis?")


def test_editor_has_no_way_into_the_members_part(person: Callable[..., Person]) -> None:
    editor = person().becomes("redacteur")
    editor.goes("/overzicht/").reads("Dit kan niet met uw zetel").looks()
    editor.goes("/vergaderingen/").reads("Dit kan niet met uw zetel")
