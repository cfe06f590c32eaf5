"""Every address, every role, GET and POST: the answer is the one that the table by hand and the view's guard make together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import rules
from django.conf import settings
from django.db import transaction
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from agenda.lists.domain import coalitions, milestones, progress, proposal_drafts, saved_filters
from agenda.lists.enums import ActionList, ProgressStatus
from agenda.meetings.domain import arrangements, guests, papers
from agenda.meetings.enums import ArrangementKind, MeetingState
from agenda.ratification.enums import Route as Way
from ambitions.domain.plans import show as show_plan
from ambitions.enums import PlanState, Scope
from home.reading_in import drafts
from knelpunten.domain import taken_over_lists
from knelpunten.models import ReasonText
from portal.accounts.domain import invitations
from portal.accounts.models import User
from portal.kit import clock
from portal.kit.access import Access
from portal.kit.routes import Route, routes
from portal.network.domain import seat_proposals
from portal.network.models import PolicyTable, Region
from portal.privacy.domain import reviews
from portal.privacy.enums import Ground
from tests import factories as make
from tests.documents.editions import published
from tests.house.addresses import Filled, fill, is_post_only
from tests.house.who_may import MAY, ROLES, SEES, may
from tests.privacy.taking import codes_of, report, reviewer

pytestmark = pytest.mark.django_db

BACKEND = "portal.accounts.backends.SeatBackend"


@pytest.fixture(scope="module")
def people(told_once: Callable[[], AbstractContextManager[None]]) -> Iterator[dict[str, User | None]]:
    """One person per role."""
    with told_once():
        yield {role: _person(role) for role in ROLES}


def _person(role: str) -> User | None:
    if role == "anonymous":
        return None
    user = User.objects.create_user(f"{role.replace(' ', '-')}@example.nl", role)
    for body, function, member, extra in ROLES[role]:
        dates = {"until_date": clock.today() - timedelta(days=1)} if extra.get("ended") else {}
        make.seat(body, function, user=user, is_deputy=bool(extra.get("is_deputy")), **member, **dates)
    return User.objects.get(pk=user.pk)


@pytest.fixture(scope="module")
def things(told_once: Callable[[], AbstractContextManager[None]], people: dict[str, User]) -> Iterator[dict[str, Any]]:
    """One object of each kind, own and another's."""
    with told_once():
        yield _things(people)


def _things(people: dict[str, User]) -> dict[str, Any]:
    published("# 1 Een\n\nTekst.\n", since=date(2024, 1, 1))
    action = make.action_on(ActionList.ACTIELIJST)
    seat = people["stuurgroep voorzitter"].seats_today[0]
    action.__class__.objects.filter(pk=action.pk).update(trekker=seat)
    by = people["klankbordgroep member"].seats_today[0].actor
    coalitions.join(action=action, text="Wij doen mee.", by=by)
    progress.report(key=make.uuid4(), action=action, status=ProgressStatus.OP_KOERS, happened="Iets.", by=by)
    milestones.plan(key=make.uuid4(), action=action, title="Af", due_date=clock.today(), by=by)
    listed = make.knelpunt(make.S.OP_DE_LIJST)
    make.attachment(listed)
    editors_upload("x.txt")
    meetings = {body: make.meeting(MeetingState.IN_VOORBEREIDING, body=body) for body in ("stuurgroep", "klankbordgroep")}
    return {
        "twente's draft": make.knelpunt(make.S.CONCEPT),
        "twente's submitted": make.knelpunt(make.S.INGEDIEND),
        "twente's in privacytoets": make.knelpunt(make.S.PRIVACYTOETS),
        "twente's listed": listed,
        "zeeland's draft": make.knelpunt(make.S.CONCEPT, house="zeeland"),
        "zeeland's answered": make.knelpunt(make.S.BEANTWOORD, house="zeeland"),
        "twente's declined": make.knelpunt(make.S.NIET_OPGENOMEN),
        "nobody's listed": make.collected(),
        "text": ReasonText.objects.create(title="Vaak gezegd", text="Dit ligt al elders."),
        "inquiry": make.inquiry(),
        "table": PolicyTable.objects.get(slug="bo-wvggz"),
        "pattern": make.pattern(),
        "list": taken_over_lists.read(key=make.uuid4(), name="l.csv", data=b"Titel;Omschrijving\nEen;Twee\n", by=make.bureau()),
        "action": action.__class__.objects.get(pk=action.pk),
        "proposal draft": proposal_drafts.keep(key=make.uuid4(), owner=people["klankbordgroep member"], title="Half", answers={}),
        "kept choice": saved_filters.keep(owner=people["stuurgroep member"], name="Eigen", query="eigen=ja"),
        "edition": published("# 1 Een\n\nTekst.\n", edition="2028", document="kader"),
        "import": drafts.read(
            key=make.uuid4(),
            name="x.md",
            data=b"# 1 Een\n\nTekst.\n",
            document="kader",
            title="Kader",
            kind="kader",
            label="2031",
            by=make.bureau(),
        ),
        **{f"{body} meeting": meeting for body, meeting in meetings.items()},
        **{f"{body} item": meeting.items.get() for body, meeting in meetings.items()},
        **agenda_things(people),
        "concept of nzvh": make.agreement(),
        "concept of stuurgroep": make.agreement(Way.ACHTERAF),
        "asked of houses": make.asked_agreement(),
        "asked of members": make.asked_agreement(Way.ACHTERAF),
        "ratified": make.ratified(),
        **plan_things(),
        "report": report(action, by=people["landelijk bureau"].seats_today[0].actor),
        "removal request": removal(make.ratified()),
        **seat_things(people),
    }


def editors_upload(name: str) -> None:
    folder = Path(settings.MEDIA_ROOT)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text("x")


def seat_things(people: dict[str, User]) -> dict[str, Any]:
    """A seat whose person is not in yet, and one of the Klankbordgroep that waits for a second person."""
    people["bestuur n-zvh"].set_password("een lange zin om te onthouden")
    people["bestuur n-zvh"].save()
    seat = make.seat("stuurgroep", organisation="dji")
    place = make.seat("klankbordgroep", organisation="om").membership
    proposal = seat_proposals.invite(
        key=make.uuid4(),
        email="nieuw@example.nl",
        name="Nieuw",
        membership=place,
        function="secretaris",
        from_date=clock.today(),
        by=people["landelijk bureau"].seats_today[0].actor,
    )
    return {"seat": seat, "proposal": proposal, "invitation": invitations.send(user=seat.user, by=None)}


def removal(agreement: Any) -> Any:
    """A reviewer wants words out of something that was ratified."""
    return reviews.remove(subject=agreement, codes=codes_of(agreement), ground=Ground.PERSONAL, by=reviewer())


def plan_things() -> dict[str, Any]:
    """Lines, plans of three houses, what is not feasible at two of them, and a state that was kept."""
    line, national = make.line(), make.line(Scope.LANDELIJK, owner="valente")
    public = make.plan(PlanState.VASTGESTELD, house="zeeland")
    found = {
        "line": line,
        "national line": national,
        "plan draft": make.plan(),
        "plan submitted": make.plan(PlanState.INGEDIEND, year=2027),
        "public plan": show_plan(plan=public, is_public=True, by=make.manager("zeeland")),
        "freeze": make.frozen(),
        "explanation": make.explanation(on=line),
    }
    return found


def agenda_things(people: dict[str, User]) -> dict[str, Any]:
    """What hangs on the items of a Stuurgroep that was sent: each for other readers. `no seat` is a guest at one of them."""
    sent = make.meeting(MeetingState.IN_VOORBEREIDING)
    visited = make.item(sent, title="Met een gast")
    hidden = make.item(sent, title="Besloten", visibility="vertrouwelijk")
    shared = make.paper(visited, title="Ook voor de Klankbordgroep")
    papers.open_up(paper=shared, visibility=shared.visibility, is_for_klankbordgroep=True, by=make.secretaris())
    papers.confirm(paper=shared, by=make.secretaris())
    other = make.item(sent, title="Zonder gast")
    found = {"visited paper": make.paper(visited), "paper": make.paper(other)}
    if guest := people.get("no seat"):
        guests.invite(item=visited, email=guest.email, name=guest.name, by=make.secretaris())
    also_shared = make.paper(other, title="Gedeeld")
    papers.open_up(paper=also_shared, visibility=also_shared.visibility, is_for_klankbordgroep=True, by=make.secretaris())
    papers.confirm(paper=also_shared, by=make.secretaris())
    for to in (MeetingState.STUKKEN_VERZONDEN, MeetingState.GEOPEND):
        make.step(sent, to)
    arrangement = arrangements.arrange(
        key=make.uuid4(), item=other, kind=ArrangementKind.AFSPRAAK, text="Zo doen wij het.", by=make.secretaris()
    )
    return found | {
        "visited item": visited,
        "confidential item": hidden,
        "shared paper": also_shared,
        "issue": make.issue(),
        "arrangement": arrangement,
        "procedure": make.procedure(),
    }


def test_rules_say_what_the_table_says(people: dict[str, User | None], things: dict[str, Any]) -> None:
    """Every permission there is, on every thing it can be about, for every role."""
    wrong = []
    for permission in rules.permissions.permissions:
        for thing in {name for asked, name in MAY if asked == permission}:
            for role, user in people.items():
                allowed = bool(user and user.may(permission, things[thing] if thing else None))
                if allowed != may(role, permission, thing):
                    wrong.append((permission, thing, role, allowed))
    assert wrong == []


def test_every_permission_is_in_the_table() -> None:
    assert set(rules.permissions.permissions) == {permission for permission, _ in MAY}


def test_what_is_seen_is_what_the_table_says(people: dict[str, User | None], things: dict[str, Any]) -> None:
    from django.contrib.auth.models import AnonymousUser

    wrong = []
    for thing, roles in SEES.items():
        row = things[thing]
        for role, user in people.items():
            sees = type(row).objects.visible_to(user or AnonymousUser()).filter(pk=row.pk).exists()
            if sees != (role in roles):
                wrong.append((thing, role, sees))
    assert wrong == []


@pytest.mark.parametrize("quarter", range(4))
def test_every_address_answers_each_role_as_declared(
    quarter: int, people: dict[str, User | None], things: dict[str, Any]
) -> None:
    assert [wrong for role in list(ROLES)[quarter::4] for wrong in _answered_wrong(role, people[role], things)] == []


@pytest.mark.torture
@pytest.mark.parametrize("role", ROLES)
def test_every_address_answers_each_role_by_each_method(
    role: str, people: dict[str, User | None], things: dict[str, Any]
) -> None:
    assert _answered_wrong(role, people[role], things, by_each_method=True) == []


def _answered_wrong(
    role: str, user: User | None, things: dict[str, Any], *, by_each_method: bool = False
) -> list[tuple[Any, ...]]:
    """Where this person is answered otherwise than the table and the guard say."""
    client, wrong = Client(), []
    if user:
        client.force_login(user, backend=BACKEND)
    for turn, route in enumerate(_own_routes(), list(ROLES).index(role)):
        asked = _all_asked(role, route, things) if by_each_method else _asked(role, route, turn, things)
        for thing, method, expected in asked:
            address, is_whole = _address(route, thing, things)
            status = _status(client, method, address)
            if status not in expected and not (status == 404 and 200 in expected and not is_whole):
                wrong.append((role, route.name, thing, method, status, expected))
    return wrong


Asking = tuple[str | None, str, set[int]]


def _all_asked(role: str, route: Route, things: dict[str, Any]) -> list[Asking]:
    """Every thing this address can be about, by each method, and what may come back."""
    about = _about(route, things)
    return [(thing, method, _expected(route, role, thing, method)) for thing in about for method in ("get", "post")]


def _asked(role: str, route: Route, turn: int, things: dict[str, Any]) -> list[Asking]:
    """Of those, what is asked in every run: whatever is let through, and one refusal of
    each kind, about another thing for each role and address.

    A refusal is the guard's, which all addresses have and which does not look at the method: now one is asked, now
    the other. What it refuses to whom about which thing, is asked of the rules themselves, all of it (above); here
    the question is whether this address has that guard. What takes no GET says so before it looks at anything.
    """
    every = _all_asked(role, route, things)
    every = every[turn % len(every) :] + every[: turn % len(every)]
    chosen, refused = list[Asking](), set[tuple[bool, int]]()
    for thing, method, expected in every:
        if len(expected) == 1 and expected <= {302, 403, 404, 405}:
            kind = (method == "post" and is_post_only(route), *expected)
            if kind in refused:
                continue
            refused.add(kind)
        chosen.append((thing, method, expected))
    return chosen


def _own_routes() -> list[Route]:
    """Guarded addresses; public ones are walked by the journeys."""
    return [route for route in routes() if route.access and route.access.permission]


def _about(route: Route, things: dict[str, Any]) -> list[str] | list[None]:
    """The things that this address can be about: all there are of the model that its guard loads."""
    assert route.access
    if not (model := route.access.model):
        return [None]
    found = [thing for thing in SEES if type(things[thing]) is model]
    assert found, f"{route.path}: make a {model.__name__} in `_things` here, and say in SEES of who_may.py who sees it."
    return found


def _address(route: Route, thing: str | None, things: dict[str, Any]) -> Filled:
    """About this thing; what the guard does not load is of those things the one that most see."""
    rows: dict[type[Model], int] = {}
    for name in sorted(SEES, key=lambda name: -len(SEES[name])):
        rows.setdefault(type(things[name]), things[name].pk)
    return fill(route.path, rows, **({"pk": things[thing].pk} if thing else {}))


def _status(client: Client, method: str, address: str) -> int:
    """A real request, and nothing of it stays."""
    with transaction.atomic():
        status = getattr(client, method)(address).status_code
        transaction.set_rollback(True)
    return status


def _expected(route: Route, role: str, thing: str | None, method: str) -> set[int]:
    """What may come back: never a 5xx, and the right kind of no."""
    assert route.access and route.access.permission
    if method == "get" and is_post_only(route):
        return {405}
    if role == "anonymous":
        return {302}
    if thing and role not in SEES[thing]:
        return {404}
    if not may(role, route.access.permission, thing):
        return {403}
    return set(route.access.answers) if method == "get" else {200, 302, 404, 409, 422}


def test_a_new_kind_of_thing_is_asked_for(things: dict[str, Any]) -> None:
    about_regions = Route("kansen/<region:pk>/", "chances:region", None, Access("lists.read", Region))
    with pytest.raises(AssertionError, match="make a Region in `_things` here, and say in SEES of who_may.py who sees it"):
        _about(about_regions, things)


def test_a_seat_that_ended_yesterday_gives_nothing_today(people: dict[str, User | None], things: dict[str, Any]) -> None:
    given = {permission for permission, thing in MAY if may("ended yesterday", permission, thing)}
    assert given == {"meetings.visit"}, "as everybody: what a guest sees, the thing itself says"


def test_anonymous_post_changes_nothing_and_leads_to_sign_in(things: dict[str, Any]) -> None:
    answer = Client().post(reverse("knelpunten:submit", args=[things["twente's draft"].pk]))
    assert answer.headers["Location"].startswith("/account/login/")


@pytest.mark.parametrize(
    ("role", "status"), [("redacteur", 200), ("landelijk bureau", 302), ("stuurgroep secretaris", 302), ("no seat", 302)]
)
def test_only_the_editor_passes_the_editors_door(role: str, status: int, people: dict[str, User | None]) -> None:
    client = Client()
    client.force_login(people[role], backend=BACKEND)  # type: ignore[arg-type]
    assert client.get("/admin/").status_code == status


def test_editor_whose_seat_ended_no_longer_passes(people: dict[str, User | None]) -> None:
    user = people["redacteur"]
    assert user
    user.seats.update(until_date=clock.today() - timedelta(days=1))  # type: ignore[attr-defined]
    client = Client()
    client.force_login(user, backend=BACKEND)
    assert client.get("/admin/").status_code == 302
