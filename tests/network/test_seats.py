"""Who gives whom which seat: every pair, every role, oneself or another, before today, today and later."""

from __future__ import annotations

from datetime import timedelta
from itertools import product
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.db import IntegrityError, ProgrammingError, connection, transaction
from django.test import Client

from portal.accounts.actor import Actor, operator
from portal.accounts.models import Invitation, Letter, User
from portal.history.models import Event
from portal.kit import clock
from portal.kit.opaque import of, write
from portal.network.domain import seat_proposals
from portal.network.domain import seats as seat_verbs
from portal.network.enums import SEATS_OF, Answer, BodyKind, EndGround, Ground, SeatFunction
from portal.network.models import Body, House, Membership, Organisation, Seat, SeatProposal
from portal.network.queries.gives import gives
from portal.network.queries.second_persons import confirmers_of
from tests import factories as make
from tests.house.who_may import ROLES
from tests.letters import deliver

pytestmark = pytest.mark.django_db
BACKEND = "portal.accounts.backends.SeatBackend"
B, F = BodyKind, SeatFunction

# What the network says, by hand: which functions a kind of body has, and which of them are given by two persons.
EXISTS = {
    "stuurgroep": "lid voorzitter secretaris medewerker",
    "klankbordgroep": "lid voorzitter secretaris medewerker",
    "regionale_stuurgroep": "lid voorzitter secretaris",
    "partneroverleg": "lid voorzitter secretaris",
    "landelijk_bureau": "medewerker secretaris privacybeoordelaar redacteur",
    "regionaal_bureau": "netwerkmanager medewerker",
    "rechtmatigheid": "lid voorzitter secretaris",
    "bestuur_nzvh": "lid voorzitter secretaris",
}
TAKES_TWO = "secretaris voorzitter privacybeoordelaar redacteur"
DAYS = {"yesterday": -1, "today": 0, "in a week": 7}


def expected(role: str, kind: str, function: str, who: str, day: str) -> str:
    """The oracle."""
    if role != "landelijk bureau":
        return "may not"
    if function not in EXISTS[kind].split() or who == "self":
        return "refused"
    if kind == "bestuur_nzvh" or function in TAKES_TWO.split() or day == "yesterday":
        return "proposed"
    return "seated"


def place_in(kind: str) -> Membership:
    """A membership of a body of this kind; made where the reference data has none."""
    known: Any = Membership.objects.filter(body__kind=kind).order_by("pk").first()
    if known:
        return known  # type: ignore[no-any-return]
    house = House.objects.get(slug="twente") if kind in (B.PARTNEROVERLEG, B.REGIONALE_STUURGROEP) else None
    body = Body.objects.filter(kind=kind).first() or Body.objects.create(slug=kind, kind=kind, name=kind, house=house)
    return Membership.objects.create(body=body, organisation=Organisation.objects.get(slug="om"), from_date=clock.today())


@pytest.fixture
def people() -> dict[str, User]:
    made = {}
    for role, seats in ROLES.items():
        if role == "anonymous":
            continue
        user = User.objects.create_user(f"{role.replace(' ', '-')}@example.nl", role, "een lange zin om te onthouden")
        for body, function, member, extra in seats:
            dates = {"until_date": clock.today() - timedelta(days=1)} if extra.get("ended") else {}
            make.seat(body, function, user=user, is_deputy=bool(extra.get("is_deputy")), **member, **dates)
        made[role] = user
    return made


@pytest.mark.parametrize("role", list(ROLES))
def test_every_seat_every_role_oneself_or_another_and_every_day(role: str, people: dict[str, User]) -> None:
    """Through the page, as it is sent after the second person was named; and nothing of it stays."""
    client, wrong = Client(), []
    if user := people.get(role):
        client.force_login(user, backend=BACKEND)
    places = {kind: place_in(kind) for kind in B}
    cases = list(product(B, F, ("self", "other"), DAYS.items()))
    if role != "landelijk bureau":
        cases = cases[
            ::7
        ]  # each kind, function, person and day comes by: these are turned away before the page reads what was sent
    for kind, function, who, (day, days) in cases:
        email = f" {user.email.upper()} " if who == "self" and user else "Nieuw.Iemand@example.nl"
        sent = {
            "key": str(make.uuid4()),
            "name": "Iemand",
            "email": email,
            "membership": places[kind].pk,
            "function": function,
            "from_date": str(clock.today() + timedelta(days=days)),
            "asked": "on",
        }
        found = _outcome(client, sent)
        if found != expected(role, kind, function, who, day):
            wrong.append((kind, function, who, day, found))
    assert wrong == []


def _outcome(client: Client, sent: dict[str, Any]) -> str:
    counts = lambda: (Seat.objects.count(), SeatProposal.objects.count(), Invitation.objects.count())  # noqa: E731
    with transaction.atomic():
        before, status = counts(), client.post("/netwerk/uitnodigen/", sent).status_code
        made = tuple(now - then for now, then in zip(counts(), before, strict=True))
        transaction.set_rollback(True)
    words = {
        (302, (1, 0, 1)): "seated",
        (302, (0, 1, 0)): "proposed",
        (422, (0, 0, 0)): "refused",
        (403, (0, 0, 0)): "may not",
        (302, (0, 0, 0)): "may not",
    }
    return words.get((status, made), f"{status} {made}")


@pytest.mark.parametrize("kind", list(B))
def test_database_refuses_every_pair_that_does_not_exist(kind: str) -> None:
    """By the ORM and by bare SQL, at insert and at update; and takes every pair that does."""
    place, user = place_in(kind), User.objects.create_user("x@example.nl", "X")
    wrong = []
    insert = (
        "INSERT INTO network_seat (membership_id, user_id, function, is_deputy, "
        "from_date) VALUES (%s, %s, %s, false, '2026-01-01')"
    )
    for function in F:
        should = function in EXISTS[kind].split()
        ways = {
            "orm": lambda function=function: Seat.objects.create(
                membership=place, user=user, function=function, from_date=clock.today()
            ),
            "bulk": lambda function=function: Seat.objects.bulk_create(
                [Seat(membership=place, user=user, function=function, from_date=clock.today())]
            ),
            "sql": lambda function=function: connection.cursor().execute(insert, [place.pk, user.pk, str(function)]),
        }
        wrong += [(function, way) for way, act in ways.items() if _is_taken(act) != should]
    assert wrong == []
    assert {str(each) for each in SEATS_OF[B(kind)]} == set(EXISTS[kind].split())


def _is_taken(act: Any) -> bool:
    try:
        with transaction.atomic():
            act()
            transaction.set_rollback(True)
    except IntegrityError:
        return False
    return True


def test_a_seat_cannot_be_turned_into_a_pair_that_does_not_exist() -> None:
    seat = make.seat("stuurgroep", organisation="om")
    for change in ({"function": "redacteur"}, {"membership": place_in("landelijk_bureau")}):
        assert not _is_taken(lambda change=change: Seat.objects.filter(pk=seat.pk).update(**change))

    for act in (
        lambda: Body.objects.filter(pk=seat.membership.body_id).update(kind="klankbordgroep"),
        lambda: Membership.objects.filter(pk=seat.membership_id).update(body=place_in("landelijk_bureau").body),
    ):
        with pytest.raises(ProgrammingError), transaction.atomic():
            act()


def test_database_refuses_a_seat_from_oneself_or_from_one_person_twice() -> None:
    one, two = (User.objects.create_user(f"{name}@example.nl", name) for name in ("een", "twee"))
    place = place_in("landelijk_bureau")
    for columns in ({"given_by": one}, {"confirmed_by": one}, {"given_by": two, "confirmed_by": two}):
        assert not _is_taken(
            lambda columns=columns: Seat.objects.create(
                membership=place, user=one, function="medewerker", from_date=clock.today(), **columns
            )
        )


def test_every_pair_says_what_it_gives_and_reference_data_obeys() -> None:
    assert all(gives(kind, function) for kind, functions in SEATS_OF.items() for function in functions)
    assert set(SEATS_OF) == set(B)


def test_only_the_verbs_that_give_seats_write_them() -> None:
    """No other line of code makes a seat: there is one door, and it asks."""
    import re

    from tests.house.test_house_rules import CODE

    writes = re.compile(r"Seat\.objects\.(create|bulk_create|get_or_create|update_or_create)|\bSeat\(|seats\.(create|add)\(")
    assert [path.name for path in CODE if writes.search(path.read_text().replace("class Seat(", ""))] == ["seats.py"]


# --- a proposed seat ------------------------------------------------------------------------------------------


@pytest.fixture
def bureau() -> Actor:
    return make.bureau()


@pytest.fixture
def proposed(bureau: Actor) -> SeatProposal:
    """A new secretaris of the Stuurgroep, proposed by the landelijk bureau; its voorzitter can confirm."""
    _in(make.seat("stuurgroep", F.VOORZITTER, organisation="vng"))
    return propose(bureau, "Nieuw@Example.nl", place_in("stuurgroep"), F.SECRETARIS)


def propose(by: Actor, email: str, place: Membership, function: str, **dates: Any) -> Any:
    dates.setdefault("from_date", clock.today())
    return seat_proposals.invite(key=make.uuid4(), email=email, name="Nieuw", membership=place, function=function, by=by, **dates)


def _in(seat: Seat) -> Actor:
    """Somebody who can come in."""
    seat.user.set_password("een lange zin om te onthouden")
    seat.user.save()
    return seat.actor


def test_a_proposed_seat_gives_nothing_until_it_is_confirmed(proposed: SeatProposal) -> None:
    user = User.objects.get(email="nieuw@example.nl")
    assert (user.seats_today, user.seats.count(), Invitation.objects.count()) == ([], 0, 0)  # type: ignore[attr-defined]
    voorzitter = Seat.objects.with_places().get(function=F.VOORZITTER)
    assert [mail.to for mail in deliver()] == [[voorzitter.user.email]]
    seat = seat_proposals.confirm(proposal=proposed, by=voorzitter.actor)
    fresh = User.objects.get(pk=user.pk)
    assert [each.pk for each in fresh.seats_today] == [seat.pk]
    assert (seat.given_by, seat.confirmed_by) == (proposed.by_user, voorzitter.user)
    assert {mail.to[0] for mail in deliver()} == {"nieuw@example.nl", proposed.by_user.email}
    assert list(Event.objects.order_by("-pk").values_list("verb", flat=True)[:2]) == ["seat_confirmed", "seat_proposed"]


def test_three_persons_are_three(bureau: Actor, proposed: SeatProposal) -> None:
    """Neither who proposed nor who is seated confirms, nor somebody whose seat rests on the proposer alone."""
    seated = make.seat("stuurgroep", organisation="om", user=proposed.user)
    alias = make.seat("stuurgroep", organisation="dji")
    EmailAddress.objects.create(user=alias.user, email=proposed.user.email.upper(), verified=False, primary=False)
    made_by_proposer = propose(bureau, "pop@example.nl", place_in("stuurgroep"), F.LID)
    own = make.seat("stuurgroep", organisation="valente", user=bureau.user)
    for seat, code in ((own, "own-proposal"), (seated, "self"), (alias, "self"), (made_by_proposer, "given-by-proposer")):
        with pytest.raises(seat_verbs.SeatingRefused) as refused:
            seat_proposals.confirm(proposal=proposed, by=seat.actor)
        assert refused.value.codes == [code]
    assert proposed.user.seats.filter(function=F.SECRETARIS).count() == 0  # type: ignore[attr-defined]


def test_nobody_gives_herself_a_seat_by_another_address(bureau: Actor) -> None:
    EmailAddress.objects.create(user=bureau.user, email="Prive@Example.nl", verified=False, primary=False)
    with pytest.raises(seat_verbs.SeatingRefused) as refused:
        propose(bureau, " prive@example.nl", place_in("stuurgroep"), F.LID)
    assert refused.value.codes == ["self"]


def test_the_verb_itself_refuses_one_person_where_two_are_needed(bureau: Actor) -> None:
    user = User.objects.create_user("x@example.nl", "X")
    for function, day in ((F.PRIVACYBEOORDELAAR, clock.today()), (F.MEDEWERKER, clock.today() - timedelta(days=1))):
        with pytest.raises(seat_verbs.SeatingRefused) as refused:
            seat_verbs.seat(user=user, membership=place_in("landelijk_bureau"), function=function, from_date=day, by=bureau)
        assert refused.value.codes == ["needs-second"]


def test_without_anybody_to_confirm_the_form_says_so_and_proposes_nothing(bureau: Actor) -> None:
    with pytest.raises(seat_verbs.SeatingRefused) as refused:
        propose(bureau, "nieuw@example.nl", place_in("bestuur_nzvh"), F.LID)
    assert refused.value.codes == ["no-second"]
    assert not User.objects.filter(email="nieuw@example.nl").exists()


def test_who_confirms_is_who_speaks_for_the_body_or_the_bestuur_and_can_come_in(bureau: Actor) -> None:
    place = place_in("stuurgroep")
    lid, board = _in(make.seat("stuurgroep", organisation="om")), _in(make.seat("bestuur-nzvh", F.VOORZITTER))
    make.seat("stuurgroep", organisation="dji")  # never came in
    _in(make.seat("stuurgroep", F.MEDEWERKER, organisation="om"))
    _in(make.seat("klankbordgroep", organisation="om"))
    found = confirmers_of(place, user=None, proposer=bureau.user)
    assert {seat.pk for seat in found} == {lid.seat_id, board.seat_id}


def test_declined_and_withdrawn_say_why_and_give_nothing(client: Client, bureau: Actor, proposed: SeatProposal) -> None:
    voorzitter = Seat.objects.get(function=F.VOORZITTER).user
    client.force_login(voorzitter, backend=BACKEND)
    address = f"/netwerk/zetels/voorstellen/{of(proposed)}/"
    assert client.post(f"{address}afwijzen/", {}).status_code == 422
    page = client.post(f"{address}afwijzen/", {"ground": Ground.OTHER_PERSON}, follow=True).content.decode()
    assert "afgewezen" in page and "het moet iemand anders zijn" in page
    again = propose(bureau, "nieuw@example.nl", place_in("stuurgroep"), F.SECRETARIS)
    assert seat_proposals.withdraw(proposal=again, by=bureau).answer == Answer.WITHDRAWN
    assert not proposed.user.seats.exists()  # type: ignore[attr-defined]


def test_a_proposal_of_who_lost_the_seat_is_not_confirmed(bureau: Actor, proposed: SeatProposal) -> None:
    seat_verbs.end(seat=Seat.objects.get(pk=bureau.seat_id), last_day=clock.today() - timedelta(days=1), by=operator("test"))
    with pytest.raises(seat_verbs.SeatingRefused) as refused:
        seat_proposals.confirm(proposal=proposed, by=Seat.objects.with_places().get(function=F.VOORZITTER).actor)
    assert refused.value.codes == ["proposer-gone"]


def test_the_form_says_beforehand_who_can_be_the_second_person(client: Client, bureau: Actor) -> None:
    lid = _in(make.seat("stuurgroep", organisation="om"))
    client.force_login(bureau.user, backend=BACKEND)  # type: ignore[arg-type]
    sent = {
        "key": str(make.uuid4()),
        "name": "Nieuw",
        "email": "nieuw@example.nl",
        "membership": place_in("stuurgroep").pk,
        "function": "secretaris",
        "from_date": str(clock.today()),
    }
    page = client.post("/netwerk/uitnodigen/", sent).content.decode()
    assert "door twee personen gegeven" in page and lid.user.name in page  # type: ignore[union-attr]
    assert not SeatProposal.objects.exists()
    asked = {**sent, "asked": "on"}
    assert [client.post("/netwerk/uitnodigen/", asked).status_code for _ in range(2)] == [302, 302]
    assert SeatProposal.objects.count() == 1


@pytest.mark.parametrize(
    ("body", "function", "elsewhere"),
    [("stuurgroep", F.SECRETARIS, "klankbordgroep"), ("landelijk-bureau", F.PRIVACYBEOORDELAAR, None)],
)
def test_those_who_hold_the_same_are_told(bureau: Actor, body: str, function: str, elsewhere: str | None) -> None:
    board, fellow = _in(make.seat("bestuur-nzvh", F.VOORZITTER)), make.seat(body, function)
    if elsewhere:
        make.seat(elsewhere, function)
    proposal = propose(bureau, "nieuw@example.nl", fellow.membership, function)
    deliver()
    seat_proposals.confirm(proposal=proposal, by=board)
    told = [mail.to[0] for mail in deliver() if "dezelfde functie" in mail.subject]
    assert told == [fellow.user.email]


# --- ending ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days", "until", "code"),
    [
        (-400, None, "past"),
        (-2, None, "past"),
        (-1, None, ""),
        (0, None, ""),
        (30, None, ""),
        (5, 3, "later"),
        (2, 3, ""),
        (0, -1, "over"),
    ],
)
def test_a_seat_ends_from_yesterday_on_and_never_later_than_it_did(
    bureau: Actor, days: int, until: int | None, code: str
) -> None:
    seat = make.seat(
        "stuurgroep", organisation="om", until_date=clock.today() + timedelta(days=until) if until is not None else None
    )
    last_day = clock.today() + timedelta(days=days)
    found = [blocker.code for blocker in seat_verbs.blockers_for_end(seat=seat, last_day=last_day, by=bureau)]
    assert (found or [""])[0] == code
    if not code:
        assert seat_verbs.end(seat=seat, last_day=last_day, by=bureau, ground=EndGround.SUCCEEDED).until_date == last_day
        assert [mail.to[0] for mail in deliver()] == [seat.user.email]
        assert bool(User.objects.get(pk=seat.user_id).seats_today) == (days >= 0)


def test_ending_warns_before_somebody_is_locked_out(client: Client, bureau: Actor) -> None:
    """The last seat of the landelijk bureau, one's own, and of who has no other: read first, then done."""
    client.force_login(bureau.user, backend=BACKEND)  # type: ignore[arg-type]
    address = f"/netwerk/zetels/{write('seat', bureau.seat_id)}/beeindigen/"
    page = client.get(address).content.decode()
    for sentence in ("uw eigen zetel", "laatste zetel van het landelijk bureau", "geen andere zetel", "knelpunten beoordelen"):
        assert sentence in page
    sent = {"last_day": str(clock.today()), "ground": EndGround.STEPPED_DOWN}
    assert client.post(address, sent).status_code == 422
    assert client.post(address, {**sent, "understood": "on"}).status_code == 302
    assert Seat.objects.get(pk=bureau.seat_id).until_date == clock.today()


def test_a_secretaris_ends_seats_of_the_own_body_only(client: Client) -> None:
    secretaris, own, other = (
        make.secretaris(),
        make.seat("stuurgroep", organisation="om"),
        make.seat("klankbordgroep", organisation="om"),
    )
    client.force_login(secretaris.user, backend=BACKEND)  # type: ignore[arg-type]
    assert [client.get(f"/netwerk/zetels/{of(seat)}/beeindigen/").status_code for seat in (own, other)] == [200, 403]
    page = client.get("/netwerk/zetels/").content.decode()
    assert own.user.name in page and other.user.name not in page


def test_pages_say_who_is_not_in_yet(client: Client, bureau: Actor) -> None:
    made = propose(bureau, "nieuw@example.nl", place_in("stuurgroep"), F.LID)
    client.force_login(bureau.user, backend=BACKEND)  # type: ignore[arg-type]
    for path in ("/netwerk/wie-is-wie/", "/netwerk/zetels/"):
        assert "nog niet ingelogd, uitnodiging wordt verstuurd" in client.get(path).content.decode()
    deliver()
    assert "nog niet ingelogd, uitnodiging verstuurd" in client.get("/netwerk/wie-is-wie/").content.decode()
    assert made.user.name == "Nieuw" and Letter.objects.count() == 1


@pytest.mark.parametrize("path", ["/netwerk/zetels/", "/netwerk/wie-is-wie/"])
def test_lists_take_as_many_queries_for_few_as_for_many(
    path: str, client: Client, bureau: Actor, django_assert_num_queries: Any
) -> None:
    from django.test.utils import CaptureQueriesContext

    _in(make.seat("bestuur-nzvh", F.VOORZITTER))
    client.force_login(bureau.user, backend=BACKEND)  # type: ignore[arg-type]
    counts = []
    for round_ in range(2):
        for number in range(1 + 5 * round_):
            propose(bureau, f"lid{round_}-{number}@example.nl", place_in("stuurgroep"), F.LID)
            propose(bureau, f"sec{round_}-{number}@example.nl", place_in("stuurgroep"), F.SECRETARIS)
        client.get(path)
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert client.get(path).status_code == 200
        counts.append(len(captured))
    assert counts[0] == counts[1]
