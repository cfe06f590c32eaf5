"""One field over everything: each kind is found by who may read it and by nobody else, and what is withheld by nobody."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from agenda.meetings.domain import arrangements, minutes
from agenda.meetings.enums import ArrangementKind
from agenda.meetings.models import Meeting
from knelpunten.enums import KnelpuntState
from portal.accounts.models import User
from portal.documents.models import Term
from portal.network.models import PolicyTable
from portal.ui import finding
from portal.ui.finding import Question
from tests import factories as make
from tests.documents.editions import published
from tests.house.test_poison import POISON
from tests.privacy.taking import hide

pytestmark = pytest.mark.django_db
BACKEND = "portal.accounts.backends.SeatBackend"
WORD = "kwartjesvinder"


def client_of(user: User | None) -> Client:
    client = Client()
    if user:
        client.force_login(user, backend=BACKEND)
    return client


def found(user: User | None, words: str) -> dict[str, int]:
    """How many of each kind."""
    answer = client_of(user).get(reverse("search"), {"q": words})
    assert answer.status_code == 200
    return {each.kind: each.total for each in answer.context["found"]}


def arranged(kind: ArrangementKind) -> Any:
    membership = make.seat("stuurgroep", organisation="valente").membership
    said = {"membership": membership, "due_date": make.clock.today()} if kind == ArrangementKind.TOEZEGGING else {}
    return arrangements.arrange(key=make.uuid4(), item=make.open_item(None), kind=kind, text=WORD, by=make.secretaris(), **said)


def person() -> None:
    user = make.seat("stuurgroep", organisation="aedes").user
    User.objects.filter(pk=user.pk).update(name=f"Ada {WORD}")


@dataclass(frozen=True, kw_only=True)
class Case:
    make: Callable[[], Any]
    is_public: bool = False


CASES = {
    "knelpunten": Case(make=lambda: make.knelpunt(KnelpuntState.OP_DE_LIJST, pattern=f"Een {WORD} loopt vast.")),
    "rode draden": Case(make=lambda: make.pattern(analysis=f"De {WORD}.")),
    "uitvragen": Case(make=lambda: make.inquiry(question=f"Kent u de {WORD}?")),
    "acties": Case(make=lambda: make.action(intended_result=f"Geen {WORD} meer.")),
    "besluiten": Case(make=lambda: make.decide(make.action(), make.DecisionKind.WENSELIJK, wording=f"De {WORD} is wenselijk.")),
    "afspraken": Case(make=lambda: arranged(ArrangementKind.AFSPRAAK)),
    "toezeggingen": Case(make=lambda: arranged(ArrangementKind.TOEZEGGING)),
    "vergaderingen": Case(make=lambda: make.meeting(title=f"Over de {WORD}")),
    "agendapunten": Case(make=lambda: make.item(make.meeting(make.M.IN_VOORBEREIDING), title="Iets", question=f"Mag de {WORD}?")),
    "landelijke afspraken": Case(make=lambda: make.ratified(text=f"De {WORD} mag."), is_public=True),
    "actielijnen": Case(make=lambda: make.line(text=f"De {WORD}."), is_public=True),
    "paragrafen": Case(make=lambda: published(f"# 1 Een\n\nDe {WORD}.\n"), is_public=True),
    "woorden van de woordenlijst": Case(make=lambda: Term.objects.create(word=WORD), is_public=True),
    "personen": Case(make=person),
    "tafels in het beleidslandschap": Case(make=lambda: PolicyTable.objects.create(slug="x", name="Tafel", subjects=WORD)),
}


@pytest.mark.parametrize("kind", CASES)
def test_every_kind_is_found_by_who_reads_it(kind: str) -> None:
    CASES[kind].make()
    member = make.seat("stuurgroep", organisation="valente").user
    assert found(member, "kwartjesv") == {kind: 1}
    assert found(None, WORD) == ({kind: 1} if CASES[kind].is_public else {})


def test_every_kind_has_a_case() -> None:
    """What the network and the agenda name is there without anybody making it; papers and public decisions have their own."""
    readers = (make.secretaris().user, AnonymousUser())
    asked = {each.kind for reader in readers for room in finding.FINDING.ask(reader, Question(q=WORD)) for each in room}
    elsewhere = {"thema's", "ambities", "Zorg- en Veiligheidshuizen", "organisaties", "gremia", "stukken", "openbare besluiten"}
    assert asked == set(CASES) | elsewhere


def test_names_are_found_without_their_accents() -> None:
    assert found(None, "fryslan")["Zorg- en Veiligheidshuizen"] == 1
    page = client_of(None).get(reverse("search"), {"q": "fryslan"}).content.decode()
    assert "<mark>Fryslân</mark>" in page


def test_paper_is_found_by_who_reads_it() -> None:
    make.paper(make.item(make.meeting(make.M.IN_VOORBEREIDING)), title=f"Notitie {WORD}")
    assert found(make.secretaris().user, WORD) == {"stukken": 1}
    assert found(make.bureau().user, WORD) == {}


def test_a_number_comes_first() -> None:
    member, other = make.seat("stuurgroep", organisation="valente").user, make.action()
    action, knelpunt = make.action(title="Nachtopvang"), make.knelpunt(KnelpuntState.OP_DE_LIJST, title="Wachten")
    make.action(title=f"Actie {action.pk} herhaald")
    decision = make.decide(other, make.DecisionKind.WENSELIJK)
    for words, title in (
        (f"Actie {action.pk}", "Nachtopvang"),
        (f"knelpunt {knelpunt.pk}", "Wachten"),
        (f"S-{decision.number}", decision.taken_at_item.item.title),
        (decision.number, decision.taken_at_item.item.title),
    ):
        first = client_of(member).get(reverse("search"), {"q": words}).context["found"][0]
        assert (first.is_exact, str(first.rows[0].title).replace("<mark>", "").replace("</mark>", "")) == (True, title)
        assert found(None, words) == {}
    assert found(member, f"K-{decision.number}") == {}
    published("# 4 Vier\n\nHet vierde.\n\n## 4.2 Twee\n\nTekst.\n", since=make.clock.today())
    assert found(None, "§ 4.2") == {"paragrafen": 1}


def test_the_public_finds_what_is_public_in_public_words() -> None:
    action = make.action(title="Een")
    taken = [make.decide(action, make.DecisionKind.WENSELIJK, wording="De binnenzin.")]
    meeting = taken[0].taken_at_item.item.meeting
    make.closed(meeting)
    make.step(meeting, make.M.VERSLAG_CONCEPT)
    words = {taken[0].pk: ("Buitentitel", "De buitenzin.")}
    minutes.publish(meeting=Meeting.objects.get(pk=meeting.pk), lines=words, by=make.secretaris())
    assert found(None, "buitenzin") == found(None, "buitentitel") == found(None, taken[0].number) == {"openbare besluiten": 1}
    assert found(None, "binnenzin") == {}
    assert found(make.bureau().user, "binnenzin") == {"besluiten": 1}


def test_what_is_withheld_is_not_found() -> None:
    member = make.seat("stuurgroep", organisation="valente").user
    action, knelpunt = make.action(title=f"Een {WORD}"), make.knelpunt(KnelpuntState.OP_DE_LIJST, title=f"Een {WORD}")
    decision = make.decide(make.action(), make.DecisionKind.WENSELIJK, wording=f"Een {WORD}.")
    assert found(member, WORD) == {"knelpunten": 1, "acties": 1, "besluiten": 1}
    for thing in (action, knelpunt, decision.taken_at_item.item.subject):
        hide(thing)
    assert found(member, WORD) == {}


def test_hits_are_marked_and_everything_else_is_text() -> None:
    make.line(title="Een <b>vette</b> overdracht", text="Meer.")
    make.line(title="Nog een lijn", text="Warme overdrachten & <script>alert(1)</script> meer.")
    page = client_of(None).get(reverse("search"), {"q": "overdracht"}).content.decode()
    assert "<mark>overdracht</mark>" in page and "<mark>overdrachten</mark>" in page
    assert "<b>" not in page and "alert(1)</script>" not in page


def test_what_is_shown_is_bounded_and_says_what_is_left() -> None:
    for number in range(finding.SHOWN + 3):
        make.action(title=f"{WORD} {number}")
    client = client_of(make.bureau().user)
    page = client.get(reverse("search"), {"q": WORD})
    assert [len(each.rows) for each in page.context["found"]] == [finding.SHOWN]
    assert "En nog 3" in page.content.decode()
    rest = client.get(page.context["found"][0].more_url)
    assert [len(each.rows) for each in rest.context["found"]] == [finding.SHOWN + 3]


def test_rest_leads_to_the_rooms_own_list_that_counts_the_same() -> None:
    for number in range(finding.SHOWN + 1):
        make.knelpunt(KnelpuntState.OP_DE_LIJST, title=f"{WORD} {number}")
    client = client_of(make.bureau().user)
    group = client.get(reverse("search"), {"q": "kwartjesvi"}).context["found"][0]
    assert group.more_url.startswith(reverse("knelpunten:all"))
    assert client.get(group.more_url).context["rows"].paginator.count == group.total


@pytest.mark.parametrize("field", ["q", "soort"])
def test_no_nonsense_is_a_fault(field: str) -> None:
    CASES["acties"].make()
    client = client_of(make.secretaris().user)
    asked = {poison: client.get(f"{reverse('search')}?q={WORD}&{field}={value}").status_code for poison, value in POISON.items()}
    assert set(asked.values()) <= {200, 400}


@pytest.mark.parametrize("who", ["anybody", "member"])
def test_asks_as_often_for_many_as_for_few(who: str) -> None:
    user = make.seat("stuurgroep", organisation="valente").user if who == "member" else None

    def asked(words: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            client_of(user).get(reverse("search"), {"q": words})
        return len(queries.captured_queries)

    few = asked(WORD)
    for kind, case in CASES.items():
        for _ in range(1 if kind in ("woorden van de woordenlijst", "paragrafen", "tafels in het beleidslandschap") else 3):
            case.make()
    asked(WORD)  # the kinds of things are looked up once
    assert asked(WORD) == few


def test_nothing_is_asked_of_the_rooms_without_words() -> None:
    page = client_of(None).get(reverse("search"))
    assert page.context["found"] == [] and "Bijvoorbeeld" in page.content.decode()
    assert found(None, "!? & | :* \\ (") == {}


def test_what_is_looked_for_is_not_logged(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    caplog.set_level(logging.DEBUG)
    client = Client(raise_request_exception=False)
    client.get(reverse("search"), {"q": WORD})
    ours = [record for record in caplog.records if not record.name.startswith("django.db")]  # SQL: only where somebody debugs
    assert WORD not in "".join(record.getMessage() for record in ours)
