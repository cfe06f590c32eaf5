"""Sections are named by what rests on them, and texts that cite the Kader lead to it, in the edition of their day."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from agenda.lists.domain import proposals
from agenda.lists.models import Action, ActionSection
from portal.documents.models import Section
from portal.documents.queries.citations import linked, named_in
from portal.network.models import Theme
from tests import factories as make
from tests.documents.editions import TEXT, published

pytestmark = pytest.mark.django_db
OLD, NEW = date(2013, 1, 1), date(2024, 1, 1)


def _client(seat: object) -> Client:
    client = Client()
    client.force_login(seat.user, backend="portal.accounts.backends.SeatBackend")  # type: ignore[attr-defined]
    return client


def _proposal(**fields: object) -> dict[str, object]:
    theme = Theme.objects.get(slug="acute-onveiligheid").pk
    return {
        "key": str(make.uuid4()),
        "theme": theme,
        "title": "Iets",
        "goal": "Zie Kader 1.2.",
        "intended_result": "Iets",
        "kind": "kennis",
        "without_knelpunt": "Zo is het nu eenmaal.",
        **fields,
    }


def test_a_citation_leads_to_the_edition_in_force_that_day_and_says_which() -> None:
    published(TEXT.replace("Mensen", "Personen"), edition="2013", since=OLD)
    published(since=NEW)
    assert linked("Zie Kader 1.2 en <b>", date(2020, 5, 1)) == (
        'Zie <a href="/kader/2013/begin/#par-1-2" title="Landelijk Kader 2013, § 1.2: Tweede">Kader 1.2</a> (2013) en &lt;b&gt;'
    )
    assert 'href="/kader/2024/begin/#par-1-2"' in linked("Landelijk Kader, § 1.2", date(2025, 1, 1))
    assert linked("Kader 2013, § 1.2", date(2025, 1, 1)).count("/kader/2013/") == 1
    assert linked("Kader 9.9 en kader 2", date(2025, 1, 1)) == "Kader 9.9 en kader 2"


def test_a_text_without_citations_asks_nothing_of_the_database() -> None:
    with CaptureQueriesContext(connection) as asked:
        linked("Gewoon een tekst over het kader.", NEW)
    assert len(asked) == 0


def test_an_action_rests_on_the_sections_it_names_and_members_read_it_there() -> None:
    published(since=NEW)
    client = _client(make.seat("landelijk-bureau", "medewerker", organisation="nzvh"))
    assert client.post("/acties/nieuw/", _proposal(**{"sections-nummers": "§ 1.2, 2.1"})).status_code == 302
    action = Action.objects.get()
    assert [link.section.number for link in action.rests_on.order_by("section__order")] == ["1.2", "2.1"]
    page = client.get(action.get_absolute_url()).content.decode()
    assert "Landelijk Kader 2024, § 2.1" in page
    assert 'href="/kader/2024/begin/#par-1-2" title=' in page
    chapter = client.get("/kader/2024/begin/").content.decode()
    assert "Hierop rust" in chapter
    assert action.get_absolute_url() in chapter
    assert "Hierop rust" not in Client().get("/kader/2024/begin/").content.decode()


def test_numbers_that_are_none_are_said_and_nothing_is_written() -> None:
    published(since=NEW)
    answer = _client(make.seat("landelijk-bureau", "medewerker", organisation="nzvh")).post(
        "/acties/nieuw/", _proposal(**{"sections-nummers": "1.2, 8.8"})
    )
    assert answer.status_code == 422
    assert "8.8" in answer.content.decode()
    assert not Action.objects.exists()


def test_nothing_rests_on_a_concept() -> None:
    published(since=NEW)
    concept = published(edition="2027")
    with pytest.raises(proposals.ProposalRefused):
        proposals.rest(action=make.action_on("voorraadlijst"), section=concept.sections.get(number="1.2"), by=make.bureau())
    assert not ActionSection.objects.exists()


def test_comparing_shows_members_what_rests_on_what_changes() -> None:
    edition = published(since=NEW)
    published(TEXT.replace("krijgen hulp", "krijgen snel hulp"), edition="2027")
    action = make.action_on("voorraadlijst")
    proposals.rest(action=action, section=Section.objects.get(edition=edition, number="1.2"), by=make.bureau())
    page = _client(make.seat("stuurgroep", organisation="valente")).get("/kader/2027/vergelijk/2024/").content.decode()
    assert action.get_absolute_url() in page
    assert "in 2027 staat dit bij § 1.2" in page
    assert "Hierop rust" not in Client().get("/kader/2027/vergelijk/2024/").content.decode()


def test_numbers_in_a_field_are_read_however_they_are_typed() -> None:
    published(since=NEW)
    found, unknown = named_in("§ 1.2; par. 2.1, en 7", NEW)
    assert ([section.number for section in found], unknown) == (["1.2", "2.1"], ["7"])


def test_chooser_finds_by_word_and_number_in_what_is_in_force_and_keeps_what_was_ticked() -> None:
    old, new = published(edition="2013", since=OLD), published(since=NEW)
    published(edition="2027")
    published(document="protocol", edition="1", since=NEW)
    ticked = new.sections.get(number="2.1")
    page = Client().get("/documenten/kies/", {"naam": "sections", "zoek": "overlast", "sections": ticked.pk}).content.decode()
    assert page.count("checked") == 1
    assert f'value="{ticked.pk}" checked' in page
    assert page.count("§ 1.2") == 2  # of the Kader in force and of the protocol
    assert f'value="{old.sections.get(number="1.2").pk}"' not in page
    assert Client().get("/documenten/kies/", {"naam": "sections", "zoek": "§ 2.1"}).content.decode().count("§ 2.1") == 2
    assert "Niets gevonden" in Client().get("/documenten/kies/", {"naam": "sections", "zoek": "kwartjesvinder"}).content.decode()


def test_what_was_ticked_is_what_the_action_rests_on_and_a_concept_cannot_be() -> None:
    new, concept = published(since=NEW), published(edition="2027")
    client = _client(make.seat("landelijk-bureau", "medewerker", organisation="nzvh"))
    bad = client.post("/acties/nieuw/", _proposal(sections=[concept.sections.get(number="1.2").pk]))
    assert (bad.status_code, "Zoek haar opnieuw" in bad.content.decode()) == (422, True)
    assert client.post("/acties/nieuw/", _proposal(sections=["x"])).status_code == 422
    chosen = new.sections.get(number="1.2")
    again = client.post("/acties/nieuw/", _proposal(sections=[chosen.pk], title=""))
    assert f'value="{chosen.pk}" checked' in again.content.decode()
    assert client.post("/acties/nieuw/", _proposal(sections=[chosen.pk])).status_code == 302
    assert [link.section for link in Action.objects.get().rests_on.all()] == [chosen]


def test_searching_over_all_documents_names_each() -> None:
    published(since=NEW)
    published(document="protocol", edition="1")
    page = Client().get("/documenten/zoeken/", {"q": "overlast"}).content.decode()
    assert "Landelijk Kader 2024" in page
    assert 'href="/protocol/1/begin/#par-1-2"' in page
    assert "Zoeken in alle documenten" in Client().get("/documenten/zoeken/").content.decode()
