"""Where what rests on an edition lands in the next one: found by comparing,
corrected by hand, frozen when that edition is adopted."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import ProgrammingError, transaction
from django.test import Client

from agenda.lists.domain import proposals
from agenda.lists.models import Action
from portal.documents.domain import editions, succession
from portal.documents.models import Edition, Section, Succession
from portal.documents.queries.comparison import Change, compare_editions
from portal.documents.queries.landings import landings, planned
from portal.kit import clock
from portal.kit.opaque import of
from tests import factories as make
from tests.documents.editions import TEXT, published

pytestmark = pytest.mark.django_db
OLD, SINCE = date(2013, 1, 1), date(2024, 1, 1)
SECOND = "Mensen met overlast en onveiligheid krijgen hulp van partners in de regio."
NEXT = (
    TEXT.replace("## 1.2 Tweede", "## 1.2 Nieuw\n\nIets heel anders dan wat er stond.\n\n## 1.3 Tweede")
    .replace("## 2.1 Derde", "## 2.1 Anders")
    .replace("| cel | nog een |", "| x | y |")
)


def _client(by: object) -> Client:
    client = Client()
    client.force_login(by.user, backend="portal.accounts.backends.SeatBackend")  # type: ignore[attr-defined]
    return client


def _section(edition: Edition, number: str) -> Section:
    return edition.sections.select_related("edition__document").get(number=number)


def _resting_on(section: Section) -> Action:
    action = make.action_on("voorraadlijst")
    proposals.rest(action=action, section=section, by=make.bureau())
    return action


@pytest.fixture
def pair() -> tuple[Edition, Edition]:
    return published(since=SINCE), published(NEXT, edition="2027")


def _lands(pair: tuple[Edition, Edition]) -> dict[str, str]:
    return {row.old.number: row.new.number if row.new else "vervalt" for row in planned(*pair)}


def test_comparing_says_where_each_section_lands(pair: tuple[Edition, Edition]) -> None:
    assert _lands(pair) == {"1": "1", "1.1": "1.1", "1.2": "1.3", "2": "2", "2.1": "2.1"}


def test_what_an_editor_settles_wins_also_when_two_sections_land_in_one(pair: tuple[Edition, Edition]) -> None:
    old, new = pair
    by = make.bureau()
    for number in ("1.2", "2.1"):
        succession.settle(old=_section(old, number), edition=new, new=_section(new, "1.2"), by=by)
    succession.settle(old=_section(old, "1.1"), edition=new, new=None, by=by)
    assert _lands(pair) == {"1": "1", "1.1": "vervalt", "1.2": "1.2", "2": "2", "2.1": "1.2"}
    compared = {row.new.number: row.old for row in compare_editions(*pair).rows if row.new}
    assert compared["1.2"] == _section(old, "1.2")
    assert compared["1.1"] is None
    assert {row.section.number for row in compare_editions(*pair).rows if row.change == Change.REMOVED} == {"1.1", "2.1"}
    succession.leave_to_comparing(old=_section(old, "1.1"), edition=new, by=by)
    assert _lands(pair)["1.1"] == "1.1"


def test_publishing_the_concept_again_keeps_what_was_settled_as_long_as_its_section_is_there(
    pair: tuple[Edition, Edition],
) -> None:
    old, new = pair
    succession.settle(old=_section(old, "2.1"), edition=new, new=_section(new, "1.2"), by=make.bureau())
    published(NEXT, edition="2027")
    assert _lands(pair)["2.1"] == "1.2"
    published(TEXT.replace("## 1.2 Tweede", "## 1.4 Tweede"), edition="2027")
    assert _lands(pair) == {"1": "1", "1.1": "1.1", "1.2": "1.4", "2": "2", "2.1": "2.1"}


def test_adopting_freezes_where_sections_land_and_links_follow(pair: tuple[Edition, Edition]) -> None:
    old, new = pair
    action, gone = _resting_on(_section(old, "1.2")), _resting_on(_section(old, "2.1"))
    succession.settle(old=_section(old, "2.1"), edition=new, new=None, by=make.bureau())
    editions.adopt(edition=new, in_force_date=clock.today(), by=make.secretaris())
    assert Succession.objects.filter(edition=new).count() == 5
    client = _client(make.bureau())
    page = client.get(action.get_absolute_url()).content.decode()
    assert "Landelijk Kader 2024, § 1.2" in page
    assert 'in editie 2027: <a href="/kader/2027/begin/#par-1-3">§ 1.3</a>' in page
    assert "in editie 2027: vervallen" in client.get(gone.get_absolute_url()).content.decode()
    assert action.get_absolute_url() in client.get("/kader/2027/begin/").content.decode()
    assert gone.get_absolute_url() not in client.get("/kader/2027/vervolg/").content.decode()
    reader = " ".join(Client().get("/kader/2024/begin/").content.decode().split())
    assert 'In editie 2027: <a href="/kader/2027/begin/#par-1-3">§ 1.3</a>' in reader
    assert action.get_absolute_url() not in reader
    with pytest.raises(succession.SuccessionRefused):
        succession.settle(old=_section(old, "1.1"), edition=Edition.objects.get(pk=new.pk), new=None, by=make.bureau())
    for change in (lambda rows: rows.update(new=None), lambda rows: rows.delete()):
        with pytest.raises(ProgrammingError, match="frozen"), transaction.atomic():
            change(Succession.objects.filter(edition=new))


def test_a_section_of_long_ago_lands_in_the_edition_of_today(pair: tuple[Edition, Edition]) -> None:
    _, new = pair
    oldest = published(TEXT.replace("## 1.2 Tweede", "## 1.4 Tweede"), edition="2013", since=OLD)
    start = _section(oldest, "1.4")
    action = _resting_on(start)
    assert landings([start], clock.today())[start.pk].words == "§ 1.2"
    editions.adopt(edition=new, in_force_date=clock.today(), by=make.secretaris())
    assert landings([start], clock.today() - timedelta(days=1))[start.pk].edition.label == "2024"
    assert (landings([start], clock.today())[start.pk].words, landings([start], clock.today())[start.pk].edition.label) == (
        "§ 1.3",
        "2027",
    )
    assert action.get_absolute_url() in _client(make.bureau()).get("/kader/2027/begin/").content.decode()


def test_the_page_shows_what_points_where_and_lets_it_be_corrected(pair: tuple[Edition, Edition]) -> None:
    old, new = pair
    action = _resting_on(_section(old, "1.2"))
    client = _client(make.bureau())
    address = f"/documenten/verwijzingen/{of(new)}/"
    page = client.get(address).content.decode()
    assert action.get_absolute_url() in page
    assert 'id="par-1-2"' in page
    assert 'id="par-1-1"' not in page
    assert 'id="par-1-1"' in client.get(f"{address}?alles").content.decode()
    answer = client.post(f"{address}par-1-2/", {"lands": "nergens"})
    assert answer.headers["Location"] == f"{address}#par-1-2"
    assert "vervalt" in client.get(address).content.decode()
    assert client.post(f"{address}par-1-2/", {"lands": "par-1-1"}).status_code == 302
    assert _lands(pair)["1.2"] == "1.1"
    assert client.post(f"{address}par-1-2/", {"lands": "vergelijking"}).status_code == 302
    assert _lands(pair)["1.2"] == "1.3"
    assert client.post(f"{address}par-1-2/", {"lands": "bestaat-niet"}).status_code == 422
    assert client.get(f"{address}bestaat-niet/").status_code == 404
    assert "verwijzingen" in client.get("/kader/2027/").content.decode()


def test_a_first_edition_and_an_adopted_one_say_why_there_is_nothing_to_settle() -> None:
    old = published(since=SINCE)
    client = _client(make.bureau())
    assert "ligt vast" in client.get(f"/documenten/verwijzingen/{of(old)}/").content.decode()
    other = published(edition="1", document="protocol")
    assert "nog geen eerdere editie" in client.get(f"/documenten/verwijzingen/{of(other)}/").content.decode()
