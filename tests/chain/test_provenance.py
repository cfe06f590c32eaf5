"""Where something comes from and what came of it: one web, the same from every side, of what the reader may see."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import date

import pytest
from django.urls import reverse

from agenda.lists.domain import weighing
from agenda.lists.enums import ActionList, Criterion
from portal.chain import provenance
from portal.documents.models import Section
from portal.kit.opaque import of, write
from portal.network.models import Ambition
from tests import factories as make
from tests.documents.editions import published
from tests.privacy.taking import hide
from tests.privacy.test_writing import client_of

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def tied(told_once: Callable[[], AbstractContextManager[None]]) -> Iterator[dict[str, int]]:
    with told_once():
        yield tie()


def tie() -> dict[str, int]:
    """One action with something of every kind tied to it."""
    edition = published("# 1 Een\n\nTekst.\n", since=date(2024, 1, 1))
    section = Section.objects.filter(edition=edition).first()
    knelpunt = make.knelpunt(make.S.OP_DE_LIJST, title="Het loopt vast")
    action = make.action(title="Wij doen iets", knelpunten=[knelpunt], sections=[section], ambitions=Ambition.objects.all()[:1])
    weighing.weigh(key=make.uuid4(), action=action, scores={Criterion.BELANG: 3}, argument="", by=make.member())
    make.decide(action, make.DecisionKind.WENSELIJK)
    return {"actie": action.pk, "knelpunt": knelpunt.pk, "paragraaf": section.pk}


def web_of(kind: str, pk: int) -> provenance.Web:
    user = make.bureau().user
    subject, actions = provenance.actions_round(kind, pk, user)
    return provenance.web(kind, subject, actions, user)


def test_the_web_is_the_same_from_every_side(tied: dict[str, int]) -> None:
    found = [web_of(kind, pk) for kind, pk in tied.items()]
    for web in found:
        assert set(web.nodes) == set(found[0].nodes)
        assert {frozenset(tie) for tie in web.ties} == {frozenset(tie) for tie in found[0].ties}
    columns = [[node.key[0] for node in nodes] for _, nodes in found[0].columns()]
    assert columns == [["paragraaf", "ambitie"], ["knelpunt"], ["actie"], ["weging"], ["besluit"], []]
    assert {node.key[0] for node in found[0].beside(("actie", tied["actie"]))} == {
        "paragraaf",
        "ambitie",
        "knelpunt",
        "weging",
        "besluit",
    }


def address_of(kind: str, pk: int) -> str:
    return reverse("provenance", kwargs={"about": kind, "pk": pk})


@pytest.mark.parametrize("kind", ["actie", "knelpunt", "paragraaf"])
def test_the_page_draws_it_and_says_it(kind: str, tied: dict[str, int]) -> None:
    page = client_of(make.member("klankbordgroep", "aedes")).get(address_of(kind, tied[kind])).content.decode()
    assert "<svg" in page and "Wij doen iets" in page and "Het loopt vast" in page and "1 organisatie woog" in page


def test_an_answer_is_the_end_of_it() -> None:
    knelpunt = make.knelpunt(make.S.BEANTWOORD)
    assert [node.key for node in web_of("knelpunt", knelpunt.pk).beside(("knelpunt", knelpunt.pk))][-1] == (
        "antwoord",
        knelpunt.pk,
    )


def test_what_a_reader_may_not_see_is_not_in_it(tied: dict[str, int]) -> None:
    hide(make.Action.objects.get(pk=tied["actie"]))
    client = client_of(make.member("klankbordgroep", "aedes"))
    assert "Wij doen iets" not in client.get(address_of("actie", tied["actie"])).content.decode()
    page = client.get(address_of("knelpunt", tied["knelpunt"]))
    assert page.status_code == 200 and "Wij doen iets" not in page.content.decode()
    draft = make.knelpunt(make.S.CONCEPT)
    assert client.get(f"/herkomst/knelpunt/{of(draft)}/").status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "/herkomst/onzin/1/",
        "/herkomst/actie/999999/",
        f"/herkomst/actie/{write('action', 999999)}/",
        f"/herkomst/paragraaf/{write('section', 0)}/",
        f"/herkomst/paragraaf/{write('action', 1)}/",
    ],
)
def test_what_is_not_there_is_not_found(path: str) -> None:
    assert client_of(make.bureau()).get(path).status_code == 404


def test_it_costs_the_same_for_one_action_and_for_many() -> None:
    knelpunt = make.knelpunt(make.S.OP_DE_LIJST)
    client = client_of(make.bureau())
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            client.get(f"/herkomst/knelpunt/{of(knelpunt)}/")
        return len(asked)

    for _ in range(2):
        make.action_on(ActionList.ACTIELIJST, knelpunten=[make.Knelpunt.objects.get(pk=knelpunt.pk)])
    cost()
    few = cost()
    for _ in range(5):
        make.action_on(ActionList.ACTIELIJST, knelpunten=[make.Knelpunt.objects.get(pk=knelpunt.pk)])
    assert cost() == few
