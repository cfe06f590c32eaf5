"""What an ambition says is written in the CMS, and stands among what the houses report."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from agenda.ratification.domain import agreements
from ambitions.models import AmbitionText
from home.models import AmbitionPage, HomePage
from portal.documents.models import Section
from portal.documents.queries.resting import resting_on
from portal.history.domain import verifying
from portal.network.models import Ambition
from tests import factories as make
from tests.documents.editions import published
from tests.privacy.test_writing import client_of

pytestmark = pytest.mark.django_db


def _editor() -> Any:
    return make.seat("landelijk-bureau", "redacteur", organisation="nzvh").actor


def _first() -> Ambition:
    found: Ambition = Ambition.objects.get(number=1)
    return found


def _form(**said: Any) -> dict[str, Any]:
    """What the browser sends from the editor."""
    fields = {"ambition": str(_first().pk), "objective": "Eén netwerk.", "expectations": [], "background": [], "note": ""} | said
    streams = {name: streamfield(fields[name]) for name in ("expectations", "background")}
    sent: dict[str, Any] = nested_form_data({**fields, **streams, "action-publish": "1"})
    return sent


def _publish(client: Client, **said: Any) -> Any:
    """As the editor does it: from the button on the page of the ambition."""
    form = client.get(reverse("write_ambition", args=[_first().slug]))
    return client.post(form.url, _form(**said))


def test_an_editor_writes_an_ambition_and_everybody_reads_it_among_its_lines() -> None:
    line, client = make.line(title="Samen leren"), client_of(_editor())
    reader = reverse("ambitions:ambition", args=[_first().slug])
    assert "nog niet ingevuld" in Client().get(reader).content.decode()

    answer = _publish(client, expectations=[("text", rich_text("<ul><li>U komt naar het overleg.</li></ul>"))])
    assert answer.status_code == 302, answer.context["form"].errors
    text = AmbitionText.objects.get()
    assert (text.number, text.objective, text.by_label) == (1, "Eén netwerk.", "redacteur landelijk bureau, N-ZVH")
    shown = Client().get(reader).content.decode()
    assert "<li>U komt naar het overleg.</li>" in shown
    assert line.title in shown
    assert Client().get(AmbitionPage.objects.get().url).url == reader

    _publish(client, objective="Eén netwerk, van iedereen.", note="Het gaat om alle partners.")
    shown = Client().get(reader).content.decode()
    for words in ("Eén netwerk, van iedereen.", "Uitgave 1", "U komt naar het overleg."):
        assert words in shown
    connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert list(verifying.findings()) == []


def test_published_again_without_a_change_it_is_kept_once() -> None:
    client = client_of(_editor())
    _publish(client)
    _publish(client)
    assert AmbitionText.objects.count() == 1
    _publish(client, note="Nu met uitleg.")
    assert [text.note for text in AmbitionText.objects.all()] == [None, "Nu met uitleg."]


def test_an_ambition_has_one_page_and_a_page_is_called_as_its_ambition() -> None:
    client = client_of(_editor())
    _publish(client)
    home = HomePage.objects.get()
    answer = client.post(reverse("wagtailadmin_pages:add", args=["home", "ambitionpage", home.pk]), _form())
    assert answer.status_code == 200
    assert answer.context["form"].errors["ambition"]
    assert [(page.title, page.slug) for page in AmbitionPage.objects.all()] == [(str(_first()), _first().slug)]


def test_a_page_stays_with_its_ambition_and_is_not_copied() -> None:
    client = client_of(_editor())
    _publish(client)
    page = AmbitionPage.objects.get()
    answer = client.post(
        reverse("wagtailadmin_pages:edit", args=[page.pk]), _form(ambition=str(Ambition.objects.get(number=2).pk))
    )
    assert "hoort bij" in str(answer.context["form"].errors["ambition"])
    assert client.get(reverse("wagtailadmin_pages:copy", args=[page.pk])).status_code == 302
    assert AmbitionPage.objects.get().ambition == _first()


@pytest.mark.parametrize("way", ["unpublish", "delete"])
def test_what_is_taken_offline_is_no_longer_said_and_stays_readable(way: str) -> None:
    client = client_of(_editor())
    _publish(client)
    client.post(reverse(f"wagtailadmin_pages:{way}", args=[AmbitionPage.objects.get().pk]))
    reader = Client().get(reverse("ambitions:ambition", args=[_first().slug])).content.decode()
    assert "nog niet ingevuld" in reader
    assert "Eén netwerk." in reader[reader.index("Eerdere teksten") :]
    assert "Eén netwerk." not in Client().get(reverse("ambitions:overview")).content.decode()
    _publish(client)
    assert "Eén netwerk." in Client().get(reverse("ambitions:overview")).content.decode()


def test_a_number_of_a_person_is_not_published() -> None:
    answer = _publish(client_of(_editor()), background=[("text", rich_text("<p>Zie dossier 111222333.</p>"))])
    assert answer.status_code == 200
    assert "burgerservicenummer" in answer.content.decode().lower()
    assert not AmbitionText.objects.exists()
    with pytest.raises(ValidationError):
        AmbitionPage(ambition=_first(), objective="Zie dossier 111222333.").full_clean()


def test_a_draft_is_seen_as_it_will_be_and_nobody_else_reads_it() -> None:
    line, client = make.line(title="Samen leren"), client_of(_editor())
    _publish(client)
    page = AmbitionPage.objects.get()
    page.objective = "Nog niet voor iedereen."
    page.save_revision()
    preview = client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk])).content.decode()
    assert "Nog niet voor iedereen." in preview
    assert line.title in preview
    assert "Nog niet" not in Client().get(reverse("ambitions:ambition", args=[_first().slug])).content.decode()


def test_a_section_of_the_kader_says_which_lines_and_ambitions_rest_on_it() -> None:
    edition = published(since=date(2024, 1, 1))
    cited, linked, other = (Section.objects.get(edition=edition, number=number) for number in ("1.1", "1.2", "2.1"))
    make.line(title="Samen leren", text="Volgens Kader 2024, § 1.1, en Kader 1.1.")
    make.line(title="Van een andere editie", text="Volgens Kader 2013, § 1.1.")
    reference = {"section": str(linked.pk), "text": "hier staat het"}
    _publish(client_of(_editor()), background=[("reference", reference)])
    found = resting_on([cited, linked, other], make.manager().user)
    assert {key: [each.label for each in rows] for key, rows in found.items()} == {
        cited.pk: ["Samen leren"],
        linked.pk: [str(_first())],
    }
    assert "Hierop rust" in client_of(make.manager()).get(cited.get_absolute_url()).content.decode()


def test_a_section_says_which_agreements_rest_on_it() -> None:
    edition = published(since=date(2024, 1, 1))
    section = Section.objects.get(edition=edition, number="1.1")
    make.asked_agreement(title="Wij doen het zo", text="Volgens Kader 2024, § 1.1.")
    assert [each.label for each in resting_on([section], make.manager().user)[section.pk]] == ["Wij doen het zo"]


def test_an_agreement_about_a_line_stands_at_the_line_and_at_its_ambition() -> None:
    line, other = make.line(), make.line()
    made = make.asked_agreement(title="Wij doen het zo")
    agreements.refer(agreement=made, subject=line, by=make.board())
    house, ambition = client_of(make.manager()), reverse("ambitions:ambition", args=[_first().slug])
    for address in (line.get_absolute_url(), ambition):
        assert "Wij doen het zo" in house.get(address).content.decode()
        assert "Wij doen het zo" not in Client().get(address).content.decode()
    assert "Wij doen het zo" not in house.get(other.get_absolute_url()).content.decode()


def test_a_draft_may_be_unfinished_and_is_not_published_so() -> None:
    client = client_of(_editor())
    _publish(client)
    page = AmbitionPage.objects.get()
    edit, sent = (
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
        _form(background=[("figure", {"image": "", "alt": "", "caption": ""})]),
    )
    answer = client.post(edit, sent)
    assert answer.status_code == 200
    assert answer.context["form"].errors["background"]
    del sent["action-publish"]
    assert client.post(edit, sent).status_code == 302
    assert client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk])).status_code == 200
    assert AmbitionText.objects.count() == 1
