"""The word list: marked where one reads, pointed out where one writes, never stopping anybody."""

from __future__ import annotations

import time
from datetime import date

import pytest
from django.test import Client

from home.models import ChapterPage
from home.schrijfwijzer import advice_for, advice_for_all_drafts
from portal.documents.models import Term
from portal.documents.queries.terms import explained, findings
from tests import factories as make
from tests.documents.editions import TEXT, published

pytestmark = pytest.mark.django_db
BACKEND = "portal.accounts.backends.SeatBackend"


def _term(word: str, **fields: object) -> Term:
    return Term.objects.create(word=word, **fields)


def test_the_first_mention_in_a_section_is_a_button_that_opens_the_meaning(client: Client) -> None:
    term = _term("partners", meaning="Wie meedoet.")
    published(TEXT.replace("hulp van partners", "hulp van Partners en van partners"), since=date(2024, 1, 1))
    page = client.get("/kader/2024/begin/").content.decode()
    assert page.count('class="term"') == 1
    assert f'popovertarget="woord-{term.pk}">Partners</button> en van partners' in page
    assert f'id="woord-{term.pk}" popover' in page
    assert "Uitleg van het landelijk bureau" in page


def test_words_in_links_headings_and_markup_stay_as_they_are() -> None:
    terms = [_term("kop", meaning="x"), _term("class", meaning="x"), _term("R&D", meaning="x")]
    html = '<h2>kop</h2><p class="a"><a href="/kop">kop</a> een kop en R&amp;D</p>'
    drawn = str(explained(html, terms))
    assert '<h2>kop</h2><p class="a"><a href="/kop">kop</a> een <button' in drawn
    assert ">R&amp;D</button>" in drawn


def test_writing_advice_names_the_word_and_what_is_preferred() -> None:
    terms = [_term("netwerkpartner", instead_of=["ketenpartner"]), _term("Stuurgroep Zorg en Veiligheid", is_name=True)]
    text = (
        "De Ketenpartners en een ketenpartner van de stuurgroep zorg en veiligheid, en de Stuurgroep Zorg en Veiligheid. "
        "Geen ketenpartnerschap."
    )
    assert [finding.sentence for finding in findings(text, terms)] == [
        "Liever “netwerkpartner” dan “Ketenpartners”.",
        "Liever “netwerkpartner” dan “ketenpartner”.",
        "“stuurgroep zorg en veiligheid” schrijven we als “Stuurgroep Zorg en Veiligheid”.",
    ]


def test_advice_takes_time_in_proportion_to_the_text() -> None:
    terms = [_term(f"woord{n}", instead_of=[f"ander{n}"], is_name=True) for n in range(60)]
    started = time.monotonic()
    findings("ander1 ander ander2 " * 20_000, terms)
    assert time.monotonic() - started < 5


def test_a_concept_is_flagged_and_an_adopted_edition_never() -> None:
    _term("netwerkpartner", instead_of=["partner"])
    published(since=date(2024, 1, 1))
    published(edition="2027")
    adopted, concept = ChapterPage.objects.filter(slug="begin").order_by("pk")
    terms = list(Term.objects.all())
    assert advice_for(adopted, terms) == []
    assert [each.place for each in advice_for(concept, terms)] == ["1.2 Tweede"]
    assert [draft.pk for draft, _ in advice_for_all_drafts()] == [concept.pk]


def test_the_report_and_the_list_are_for_editors_and_the_list_is_read_by_all(client: Client) -> None:
    _term("netwerkpartner", instead_of=["partner"], meaning="Wie <b>meedoet</b>.")
    published(edition="2027")
    assert "Wie &lt;b&gt;meedoet" in client.get("/woordenlijst/").content.decode()
    assert client.get("/admin/schrijfwijzer/").status_code == 302
    client.force_login(make.bureau().user, backend=BACKEND)
    assert client.get("/admin/schrijfwijzer/").status_code == 302
    client.force_login(make.seat("landelijk-bureau", "redacteur", organisation="nzvh").user, backend=BACKEND)
    assert "Liever “netwerkpartner” dan “partners”." in client.get("/admin/schrijfwijzer/").content.decode()
