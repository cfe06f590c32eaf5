"""A new edition, from the file people have to the paragraph that somebody cites: the
landelijk bureau, the Stuurgroep, and readers."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import docx

from tests.journeys.conftest import Person

PARAGRAPHS = {
    "1 Begin": "Dit is de opening van het nieuwe stuk.",
    "1.1 Wie doet mee": "Gemeenten en organisaties uit zorg en veiligheid doen mee.",
    "1.2 Hoe vaak": "De partners spreken elkaar eens per kwartaal.",
    "2 Werkwijze": "Zo werken wij samen in de regio.",
    "2.1 Melden": "Een signaal komt binnen bij het bureau en wordt bekeken.",
}
CHANGES = {
    "Gemeenten en organisaties uit zorg en veiligheid doen mee.": (
        "Gemeenten, corporaties en organisaties uit zorg en veiligheid doen mee."
    ),
    "De partners spreken elkaar eens per kwartaal.": "De partners spreken elkaar elke maand.",
    "Een signaal komt binnen bij het bureau en wordt bekeken.": (
        "Een signaal komt binnen bij het regionaal bureau en wordt dezelfde week bekeken."
    ),
}


def _word(folder: Path, name: str, changes: dict[str, str]) -> str:
    document = docx.Document()
    for title, text in PARAGRAPHS.items():
        document.add_heading(title, 2 if "." in title else 1)
        document.add_paragraph(changes.get(text, text))
    stream = io.BytesIO()
    document.save(stream)
    (folder / name).write_bytes(stream.getvalue())
    return str(folder / name)


def _read_in(bureau: Person, file: str, edition: str, document: str) -> None:
    bureau.goes("/documenten/").clicks("Lees een document in").looks()
    bureau.page.get_by_label("Bestand").set_input_files(file)
    bureau.page.get_by_label("Van welk document?").select_option(label=document)
    if document == "Een nieuw document":
        bureau.fills(Titel_van_het_nieuwe_document="Werkafspraken")
        bureau.page.get_by_label("Soort").select_option(label="modelafspraak of privacyprotocol")
    bureau.page.get_by_label("Welke editie wordt het?").fill(edition)
    bureau.clicks("Lees het bestand").reads("5 koppen").looks()


def test_a_new_edition_from_a_word_file_to_a_citation(person: Callable[..., Person], tmp_path: Path) -> None:
    bureau, secretaris, reader, other = (person() for _ in range(4))

    # Given a Word file that the landelijk bureau reads in, looks at, corrects and makes a concept
    bureau.becomes("bureau")
    _read_in(bureau, _word(tmp_path, "afspraken.docx", {}), "2024", "Een nieuw document")
    bureau.page.get_by_label("Titel van stuk 5").fill("Signalen")
    bureau.clicks("Bewaar de verbeteringen").reads("Uw verbeteringen zijn bewaard").looks()
    bureau.clicks("Maak het concept").reads("Het concept staat klaar", "concept", "2.1 Signalen").looks()

    # And the next edition, with three paragraphs changed
    _read_in(bureau, _word(tmp_path, "afspraken-nieuw.docx", CHANGES), "2027", "Werkafspraken")
    bureau.clicks("Maak het concept").reads("Het concept staat klaar")

    # When the Stuurgroep adopts the first in a meeting, from a day on
    secretaris.becomes("secretaris").goes("/vergaderingen/nieuw/")
    secretaris.fills(Titel="Stuurgroep, vaststellen", Begint_op="2027-01-20T13:00")
    secretaris.clicks("Plan de vergadering").clicks("secretaris Stuurgroep, N-ZVH").reads("De vergadering is gepland")
    secretaris.clicks("Zet een punt op de agenda").fills(Titel="Werkafspraken vaststellen")
    secretaris.page.get_by_label("Over welk document?").select_option(label="Werkafspraken 2024")
    secretaris.clicks("Zet op de agenda").clicks("Begin met de agenda").clicks("Verstuur de agenda").clicks(
        "Open de vergadering"
    ).looks()
    secretaris.clicks("Document vaststellen").reads("verandert daarna niet meer").looks()
    secretaris.fills(De_tekst_van_het_besluit="De Stuurgroep stelt de werkafspraken vast.", Geldt_vanaf="2026-01-01")
    secretaris.clicks("Leg dit besluit vast").reads("is vastgelegd bij punt 1").looks()

    # Then a reader finds it in force, compares the two, and copies a citation
    reader.goes("/werkafspraken/").reads("Werkafspraken", "geldend").looks()
    reader.clicks("Vergelijk met editie 2027").looks()
    assert reader.page.locator("h1").inner_text() == "Wat verandert van editie 2027 naar editie 2024"
    reader.goes("/werkafspraken/2027/vergelijk/2024/").reads("3 gewijzigd", "corporaties", "elke maand").looks()
    reader.goes("/werkafspraken/2024/begin/").looks()
    reader.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reader.page.get_by_role("button", name="Kopieer verwijzing naar Werkafspraken 2024, § 1.2").click()
    reader.page.get_by_text("Gekopieerd: Werkafspraken 2024, § 1.2").wait_for(state="attached")
    copied = reader.page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Werkafspraken 2024, § 1.2, http")

    # And whoever opens the copied address in another browser lands on the paragraph
    other.goes(copied.split(", ")[-1])
    assert other.page.locator(":target").inner_text().endswith("Hoe vaak")
    other.looks()


def test_meaning_of_a_word_opens_by_key_and_contents_follow(person: Callable[..., Person]) -> None:
    someone = person().goes("/kader/2024/focus-en-scope/")
    word = someone.page.locator("button.term").first
    word.focus()
    someone.page.keyboard.press("Enter")
    meaning = someone.page.locator(".meaning:popover-open")
    meaning.wait_for()
    assert "Uitleg van het landelijk bureau" in meaning.inner_text()
    someone.looks()
    someone.page.keyboard.press("Escape")
    assert someone.page.locator(".meaning:popover-open").count() == 0
    someone.page.locator("#par-4-6").scroll_into_view_if_needed()
    someone.page.locator(".contents a[aria-current]").last.wait_for()


def test_reading_without_javascript_has_everything_but_the_button(person: Callable[..., Person]) -> None:
    someone = person(javascript=False).goes("/kader/2024/identiteit/")
    someone.reads("Wat is een Zorg- en Veiligheidshuis?")
    assert someone.page.locator(".copy-citation").count() == 0
    someone.page.locator("h2 .section-anchor").first.click()
    assert someone.page.url.endswith("#par-1-1")


def test_who_proposes_an_action_finds_the_section_it_rests_on(person: Callable[..., Person]) -> None:
    bureau = person().becomes("bureau").goes("/acties/nieuw/")
    for words, found in (("4.2", "Landelijk Kader 2024, § 4.2"), ("plustaken", "Landelijk Kader 2024, § 4.6")):
        bureau.page.get_by_label("Waarop rust dit").fill(words)
        bureau.page.get_by_label(found).check()
    assert bureau.page.locator(".chooser-options input:checked").count() == 2
    bureau.looks()


def test_without_javascript_numbers_are_typed(person: Callable[..., Person]) -> None:
    someone = person(javascript=False).becomes("bureau").goes("/acties/nieuw/")
    someone.page.get_by_label("Nummers van paragrafen").fill("4.2")


def test_editor_is_advised_about_words_and_keeps_the_list(person: Callable[..., Person]) -> None:
    editor = person().becomes("redacteur")
    page = editor.page
    page.goto(f"{editor.portal.root}/admin/snippets/documents/term/")
    page.get_by_role("link", name="netwerkpartner", exact=True).wait_for()
    page.goto(f"{editor.portal.root}/admin/schrijfwijzer/")
    page.get_by_text("Het is advies").wait_for()
