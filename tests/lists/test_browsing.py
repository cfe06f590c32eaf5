"""The werkagenda: narrowed as the address asks, kept under a name, and taken along."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any

import pytest
from openpyxl import load_workbook

from agenda.lists.domain import coalitions, progress, weighing
from agenda.lists.enums import ActionList, Criterion, ProgressStatus
from agenda.lists.models import Action, SavedFilter
from agenda.lists.queries import cards
from agenda.lists.queries.choice import ActionChoice
from knelpunten.domain import recognitions
from portal.kit.opaque import of
from tests import factories as make
from tests.figures import text_of
from tests.privacy.taking import hide
from tests.privacy.test_writing import client_of

pytestmark = pytest.mark.django_db
L = ActionList


def titles(user: Any, **asked: str) -> list[str]:
    return [action.title for action in ActionChoice.from_address(asked).rows(user)]


@pytest.fixture(scope="module")
def told(told_once: Callable[[], AbstractContextManager[None]]) -> Iterator[dict[str, Any]]:
    with told_once():
        yield actions()


def actions() -> dict[str, Any]:
    """One action of each kind of standing, in two themes."""
    joined, by = make.action_on(L.ACTIELIJST, title="Loopt"), make.member("klankbordgroep", "aedes")
    coalitions.join(action=joined, text="Wij.", by=by)
    progress.report(key=make.uuid4(), action=joined, status=ProgressStatus.STAGNEERT, happened="Stil.", by=by)
    desirable = make.action(title="Wenselijk", ladder="kennen")
    make.decide(desirable, make.DecisionKind.WENSELIJK)
    elsewhere = make.action(title="Elders")
    make.decide(elsewhere, make.DecisionKind.NAAR_GEREED, **make.elsewhere())
    return {
        "joined": joined,
        "by": by,
        "silent": make.action_on(L.ACTIELIJST, title="Stil"),
        "proposed": make.action(title="Nieuw", theme=make.theme("maatschappelijk-herstel")),
        "done": make.action_on(L.GEREEDLIJST, title="Klaar"),
    }


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"thema": "maatschappelijk-herstel"}, ["Nieuw"]),
        ({"lijst": "actielijst"}, ["Loopt", "Stil"]),
        ({"status": "voorgesteld"}, ["Nieuw"]),
        ({"status": "wenselijk"}, ["Wenselijk"]),
        ({"status": "stagneert"}, ["Loopt"]),
        ({"status": "op_koers"}, []),
        ({"status": "geen-bericht"}, ["Stil"]),
        ({"status": "afgerond"}, ["Klaar"]),
        ({"status": "elders_belegd"}, ["Elders"]),
        ({"organisatie": "aedes"}, ["Loopt"]),
        ({"organisatie": "vng", "lijst": "actielijst"}, ["Loopt", "Stil"]),
        ({"trede": "kennen"}, ["Wenselijk"]),
        ({"status": "stagneert-of-stil"}, ["Loopt", "Stil"]),
        ({"zonder": "trekker"}, ["Wenselijk", "Nieuw"]),
        ({"op": "actie", "thema": "acute-onveiligheid"}, ["Loopt", "Stil", "Wenselijk", "Elders", "Klaar"]),
        ({"op": "-actie", "lijst": "actielijst"}, ["Stil", "Loopt"]),
        ({"op": "-huizen", "zonder": "trekker"}, ["Wenselijk", "Nieuw"]),
        ({"op": "wanneer", "per": "thema", "lijst": "voorraadlijst"}, ["Wenselijk", "Nieuw"]),
        ({"op": "onzin", "lijst": "actielijst"}, ["Loopt", "Stil"]),
        ({"soort": "kennis", "lijst": "voorraadlijst"}, ["Wenselijk", "Nieuw"]),
        ({"soort": "inzicht"}, []),
        (
            {"lijst": "onzin", "status": "'; DROP", "soort": "\u200b", "trekker": "1 OR 1", "thema": "maatschappelijk-herstel"},
            ["Nieuw"],
        ),
    ],
)
def test_each_filter_shows_what_it_says(asked: dict[str, str], expected: list[str], told: dict[str, Any]) -> None:
    assert titles(make.bureau().user, **asked) == expected
    assert client_of(make.bureau()).get("/acties/", asked).status_code == 200


def test_trekker_and_own_are_somebodys(told: dict[str, Any]) -> None:
    trekker = told["joined"].trekker
    assert titles(make.bureau().user, trekker=str(trekker.pk)) == ["Loopt"]
    assert titles(told["by"].user, eigen="ja") == ["Loopt"]
    assert titles(trekker.user, eigen="ja") == ["Loopt"]
    house = make.manager("zeeland")
    make.action(title="Van Zeeland", knelpunten=[make.knelpunt(make.S.OP_DE_LIJST, house="zeeland")])
    assert titles(house.user, eigen="ja") == ["Van Zeeland"]
    assert titles(make.bureau().user, eigen="ja") == []


def test_what_is_hidden_is_on_no_list_and_in_no_export(told: dict[str, Any]) -> None:
    hide(told["silent"])
    client = client_of(make.bureau())
    for path in ("/acties/", "/acties/werkagenda.csv", "/acties/oproepen/", "/sinds-de-vorige/"):
        answer = client.get(path)
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content
        assert b">Stil<" not in content and b"\nStil" not in content and b";Stil;" not in content


def test_a_choice_is_kept_under_a_name_by_its_owner_only(told: dict[str, Any]) -> None:
    by = make.member()
    client = client_of(by)
    client.post("/acties/keuzes/", {"name": "Stille acties", "query": "status=geen-bericht&kwaad=%3Cscript%3E"})
    kept = SavedFilter.objects.get()
    assert kept.query == "status=geen-bericht"
    assert "Stille acties" in client.get("/acties/").content.decode()
    client.post("/acties/keuzes/", {"name": "Stille acties", "query": "lijst=gereedlijst"})
    assert SavedFilter.objects.get().query == "lijst=gereedlijst"
    client.post("/acties/keuzes/", {"name": "Niets", "query": ""})
    other = client_of(make.member("stuurgroep", "om"))
    assert "Stille acties" not in other.get("/acties/").content.decode()
    assert other.post(f"/acties/keuzes/{of(kept)}/weg/").status_code == 404
    assert SavedFilter.objects.count() == 1
    client.post(f"/acties/keuzes/{of(kept)}/weg/")
    assert not SavedFilter.objects.exists()


def test_the_list_can_be_taken_along(told: dict[str, Any]) -> None:
    Action.objects.filter(pk=told["proposed"].pk).update(title="=1+1")
    client = client_of(make.bureau())
    text = b"".join(client.get("/acties/werkagenda.csv", {"lijst": "voorraadlijst"}).streaming_content).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert [row["titel"] for row in rows] == ["Wenselijk", "'=1+1"]
    book = load_workbook(io.BytesIO(client.get("/acties/werkagenda.xlsx").content))
    assert book.active.max_row == Action.objects.count() + 1
    loopt = next(row for row in book.active.iter_rows(values_only=True) if row[1] == "Loopt")
    assert loopt[7] == "Aedes" and "stagneert" in loopt


def test_a_card_says_what_is_there_and_what_is_missing() -> None:
    knelpunt = make.knelpunt(make.S.OP_DE_LIJST)
    recognitions.recognise(knelpunt=knelpunt, note="Ook hier.", by=make.manager("zeeland"))
    wished, member = make.action(knelpunten=[knelpunt]), make.member("stuurgroep", "valente")
    under_way = make.action_on(L.ACTIELIJST)
    user = make.bureau().user
    for organisation, score in (("valente", 2), ("om", 5), ("vng", 5)):
        by = member if organisation == "valente" else make.member("stuurgroep", organisation)
        weighing.weigh(key=make.uuid4(), action=wished, scores={Criterion.BELANG: score}, argument="", by=by)
    known = cards.read(Action.objects.filter(pk__in=[wished.pk, under_way.pk]), user)
    assert known[wished.pk].weight_words == "belang 5 (2–5)"
    assert (len(known[wished.pk].knelpunten), len(known[wished.pk].houses)) == (1, 2)
    assert (known[under_way.pk].report, known[under_way.pk].is_forming, known[under_way.pk].meetings) == (None, True, 1)
    page = text_of(client_of(make.bureau()).get("/themas/acute-onveiligheid/"))
    said = (
        "gewogen: belang 5 (2–5)",
        "2 huizen",
        "geen bericht",
        "coalitie in vorming",
        "nog geen trekker",
    )
    assert [words for words in said if words not in page] == []
    unseen = client_of(make.member("stuurgroep", "dji")).get("/themas/acute-onveiligheid/").content.decode()
    assert "belang 5" not in unseen, "who did not weigh does not see what others made of it"
