"""Who must do something sees it on the overzicht, may do it, and finds it on the page that it leads to.

Who may not, does not see it.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from agenda.lists.enums import ActionList
from agenda.meetings.enums import MeetingState
from agenda.ratification.enums import AgreementState
from ambitions.enums import PlanState
from knelpunten.enums import KnelpuntState
from portal.accounts.models import User
from portal.kit import clock
from portal.network.enums import SEATS_OF, BodyKind, SeatFunction
from portal.network.models import Seat
from portal.overview.queries.overview import changes_for
from portal.overview.queries.waiting import waits_for
from portal.ui.waiting import SHOWN, read
from tests import factories as make
from tests.overview.waiting_cases import CASES, ELSEWHERE, NOBODY
from tests.overview.waiting_things import Seats

B, F, S, M, L = BodyKind, SeatFunction, KnelpuntState, MeetingState, ActionList

# Where the seat of each kind of body is taken: of one organisation or house.
PLACES: dict[str, tuple[str, dict[str, str]]] = {
    B.STUURGROEP: ("stuurgroep", {"organisation": "valente"}),
    B.KLANKBORDGROEP: ("klankbordgroep", {"organisation": "valente"}),
    B.LANDELIJK_BUREAU: ("landelijk-bureau", {"organisation": "nzvh"}),
    B.REGIONAAL_BUREAU: ("regionaal-bureau-twente", {"house": "twente"}),
    B.BESTUUR_NZVH: ("bestuur-nzvh", {"organisation": "nzvh"}),
}


def seats_of_all() -> Seats:
    """A seat for every function in every kind of body that has a place in the portal, and its deputy."""
    return {
        (kind, function, is_deputy): make.seat(body, function, is_deputy=is_deputy, **member)
        for kind, (body, member) in PLACES.items()
        for function in sorted(SEATS_OF[BodyKind(kind)])
        for is_deputy in (False, True)
    }


def test_every_state_there_is_has_somebody_or_a_reason() -> None:
    known = {*CASES, *NOBODY, *ELSEWHERE}
    enums = (KnelpuntState, MeetingState, AgreementState, PlanState, ActionList)
    assert sorted({f"{enum.__name__}.{state.name}" for enum in enums for state in enum} - known) == []


def waits_of(user: User) -> dict[tuple[str, str], str]:
    """What stands on somebody's overzicht, by kind and title, with where it leads."""
    user = User.objects.get(pk=user.pk)
    return {(each.kind, task.title): task.url for each in read(user, 500) for task in each.rows}


def client_of(seat: Seat) -> Client:
    client = Client()
    client.force_login(seat.user, backend="portal.accounts.backends.SeatBackend")
    return client


@pytest.mark.django_db
def test_who_may_act_sees_it_and_can_do_it_there_and_nobody_else_does() -> None:
    """For every function in every kind of body, deputies included; and what is over is on nobody's overzicht."""
    seats = seats_of_all()
    things = {name: case.make(seats) for name, case in CASES.items()}
    over = {name: _fresh(thing(seats)) for name, (_, thing) in NOBODY.items()}
    seen = {place: waits_of(seat.user) for place, seat in seats.items()}
    wrong: list[str] = []
    for name, case in CASES.items():
        thing = _fresh(things[name])
        key = (case.kind, case.shown(thing))
        seers = {place for place in seats if key in seen[place]}
        may = {place for place, seat in seats.items() if case.may(_read(seat), thing)}
        wrong += [f"{name}: nobody may do it"] if not may else []
        wrong += [f"{name}: {place} may and does not see it" for place in sorted(may - seers)]
        wrong += [f"{name}: {place} sees it and may not" for place in sorted(seers - may)]
        for place in sorted(seers & may)[:1]:
            answer = client_of(seats[place]).get(seen[place][key])
            if answer.status_code != 200 or case.act not in answer.content.decode():
                wrong.append(f"{name}: {place} cannot do it at {seen[place][key]} ({answer.status_code})")
    titles = {title for found in seen.values() for _, title in found}
    called = {
        name: f"Jaarplan {thing.plan_year}" if isinstance(thing, make.RegionalPlan) else str(thing)
        for name, thing in over.items()
    }
    wrong += [f"{name}: somebody is asked" for name, title in called.items() if title in titles]
    assert "\n".join(wrong) == ""


def _fresh(thing: Any) -> Any:
    return type(thing).objects.get(pk=thing.pk)


def _read(seat: Seat) -> Seat:
    seat.user = User.objects.get(pk=seat.user_id)
    return seat


# ── Weighing, and the walk that it begins


def weighable(user: User) -> str:
    return next((task.title for each in read(user, 9) for task in each.rows if each.kind.startswith("wegen")), "")


@pytest.mark.django_db
def test_number_to_weigh_is_what_one_gets_when_one_weighs_them_one_after_another() -> None:
    member = make.seat("stuurgroep", F.LID, organisation="valente", is_deputy=True)
    for slug in ("acute-onveiligheid", "acute-onveiligheid", "autonomie-tot-dwang"):
        make.action(theme=make.theme(slug))
    on_the_table = make.action()
    make.open_item(on_the_table)
    client, user = client_of(member), User.objects.get(pk=member.user_id)
    assert weighable(user) == "3 acties om te wegen"
    url, walked = next(task.url for each in read(user, 9) for task in each.rows if each.kind.startswith("wegen")), 0
    while "/wegen/" in url and walked < 9:
        sent = {"key": str(make.uuid4()), "belang": "4", "argument": "Elke week.", "next": ""}
        url, walked = client.post(url, sent).headers["Location"], walked + 1
    assert (walked, weighable(User.objects.get(pk=user.pk))) == (3, "")
    assert weighable(make.secretaris().user) == ""  # type: ignore[arg-type]


# ── The overzicht itself


@pytest.mark.django_db
def test_what_is_late_comes_first_and_what_is_not_shown_is_counted_with_its_list() -> None:
    house = make.manager()
    concepts = [make.knelpunt() for _ in range(SHOWN + 2)]
    late, soon = (
        make.inquiry(closes_date=clock.today() + timedelta(days=3)),
        make.inquiry(closes_date=clock.today() + timedelta(days=2)),
    )
    waits = waits_for(house.user)
    assert [task.title for task in waits.tasks[:3]] == [str(soon), str(late), str(concepts[0])]
    assert len(waits.tasks) == SHOWN
    assert [(each.kind, each.number) for each in waits.rest] == [("concepten van knelpunten", 4)]
    page = client_of(Seat.objects.get(pk=house.seat_id)).get(waits.rest[0].url).content.decode()
    assert sum(f">{concept}<" in page for concept in concepts) == len(concepts)


@pytest.mark.django_db
def test_changes_are_past_of_others_and_one_line_for_each_thing() -> None:
    house, since = make.manager(), clock.now() - timedelta(days=1)
    knelpunt = make.knelpunt(S.OP_DE_LIJST)
    own = make.submissions.draft(
        key=make.uuid4(),
        house=knelpunt.house,
        kind=knelpunt.kind,
        title="Van mijzelf",
        pattern="Steeds weer.",
        theme=make.theme(),
        by=house,
    )
    action = make.action_on(L.GEREEDLIJST, by=make.member("klankbordgroep"))
    found = {change.title: change.words for change in changes_for(house.user, since)}
    assert found[str(knelpunt)] == "kwam op de knelpuntenlijst, na drie eerdere stappen"
    assert found[str(action)] == "kwam op de gereedlijst, na twee eerdere stappen"
    assert str(own) not in found


@pytest.mark.django_db
def test_meetings_that_were_cancelled_or_are_past_do_not_come() -> None:
    member = make.member()
    ahead, off = make.meeting(), make.meeting(M.VERVALLEN)
    with clock.at(clock.now() - timedelta(days=9)):
        past = make.meeting(M.STUKKEN_VERZONDEN)
    sent = make.meeting(M.STUKKEN_VERZONDEN, starts_at=clock.now() + timedelta(days=60))
    client = client_of(Seat.objects.get(pk=member.seat_id))
    assert [str(each) for each in client.get("/overzicht/").context["overview"].coming] == [str(ahead), str(sent)]
    coming = [(str(meeting), deadline.kind) for deadline, meeting in client.get("/vergaderingen/jaar/").context["coming"]]
    assert not {str(off), str(past)} & {title for title, _ in coming}
    assert {kind for title, kind in coming if title == str(sent)} <= {"weging", "consultatie", "verslag"}
