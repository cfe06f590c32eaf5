"""Ways in under trouble: a mail server that fails, things done twice or at once, and no secret left anywhere."""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Iterator
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client, override_settings
from django.urls import get_resolver

from portal.accounts.domain import invitations, letters, password_resets
from portal.accounts.enums import InvitationState, LetterState, What
from portal.accounts.models import Invitation, Letter, User
from portal.accounts.sealing import seal, unseal
from portal.kit import clock, logs
from portal.kit.opaque import of
from portal.network.models import Seat
from tests import factories as make
from tests.letters import code_in, deliver, link_in
from tests.notify.test_mail import _free_port, serve  # noqa: F401 - a fixture

PASSWORD, OTHER = "een lange zin om te onthouden", "een andere zin om te onthouden"
BACKEND = "portal.accounts.backends.SeatBackend"
DEAD = {"EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend", "EMAIL_HOST": "127.0.0.1", "EMAIL_TIMEOUT": 1}


def member(email: str = "lid@example.nl") -> User:
    """Somebody with a seat, a password and a confirmed address."""
    user = User.objects.create_user(email, "Lid", PASSWORD)
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    make.seat("stuurgroep", organisation="om", user=user)
    return user


def invited(email: str = "nieuw@example.nl") -> Any:
    """A new person, and the mail that leads in."""
    invitations.invite(email=email, name="Nieuw", by=None)
    (message,) = deliver()
    return message


def choose(client: Client, link: str, password: str = PASSWORD) -> Any:
    """Follow the link and choose a password, as a person would."""
    client.get(link)
    return client.post("/uitnodiging/", {"password": password, "again": password})


@pytest.fixture
def refusing() -> Iterator[None]:
    """Nothing listens where the mail server should be."""
    with override_settings(**DEAD, EMAIL_PORT=_free_port()):
        yield


# --- invitations ----------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_invitation_lets_in_once_from_an_address_without_the_token(client: Client) -> None:
    link = link_in(invited("Nieuw@Example.nl"))
    answer = client.get(link)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/uitnodiging/")
    assert client.get("/uitnodiging/").status_code == 200
    assert client.post("/uitnodiging/", {"password": "kort", "again": "kort"}).status_code == 422
    assert choose(client, link).status_code == 302
    assert (client.get(link).status_code, client.get("/uitnodiging/").status_code) == (302, 404)
    assert User.objects.get().check_password(PASSWORD)


@pytest.mark.django_db
def test_of_two_invitations_only_the_newer_works_and_none_after_the_password(client: Client) -> None:
    first, second = link_in(invited()), link_in(invited())
    assert choose(client, first).status_code == 404
    assert choose(client, second).status_code == 302
    for link in (first, second):
        assert choose(Client(), link, OTHER).status_code == 404
    assert User.objects.get().check_password(PASSWORD)
    invitations.invite(email="nieuw@example.nl", name="Nieuw", by=None)
    assert (deliver(), [each.state for each in Invitation.objects.order_by("pk")]) == (
        [],
        [InvitationState.WITHDRAWN, InvitationState.ACCEPTED],
    )


@pytest.mark.django_db
def test_who_has_a_password_is_not_reset_by_an_invitation_that_still_stands(client: Client) -> None:
    link = link_in(invited())
    user = User.objects.get()
    user.set_password(OTHER)
    user.save()
    assert choose(client, link).status_code == 404
    assert User.objects.get().check_password(OTHER)
    with pytest.raises(invitations.InvitationRefused):
        invitations.send(user=user, by=None)


@pytest.mark.django_db
@pytest.mark.parametrize("is_lost", [True, False])
def test_invitation_that_was_not_mailed_is_seen_and_sent_again(client: Client, refusing: None, is_lost: bool) -> None:
    bureau = make.bureau()
    client.force_login(bureau.user, backend=BACKEND)  # type: ignore[arg-type]
    sent = {
        "key": str(make.uuid4()),
        "name": "Nieuw",
        "email": "nieuw@example.nl",
        "membership": make.seat("stuurgroep").membership_id,
        "function": "lid",
        "from_date": str(clock.today()),
    }
    assert client.post("/netwerk/uitnodigen/", sent).status_code == 302
    letter = Letter.objects.get()
    for _ in range(2):
        with pytest.raises(letters.NotSent):
            letters.send(pk=letter.pk)
    if is_lost:
        Letter.objects.update(expires_at=clock.now() - timedelta(minutes=1))
        assert letters.empty_expired() == 1
    page = client.get("/netwerk/zetels/").content.decode()
    assert ("mislukt" if is_lost else "versturen lukt nog niet") in page
    with override_settings(EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend"):
        assert client.post(f"/netwerk/uitnodigingen/{of(Invitation.objects.get())}/opnieuw/").status_code == 302
        (message,) = deliver()
    assert choose(Client(), link_in(message)).status_code == 302


@pytest.mark.django_db
def test_withdrawn_invitation_is_closed_and_its_mail_not_sent(client: Client) -> None:
    link = link_in(invited())
    invitations.invite(email="ander@example.nl", name="Ander", by=None)
    client.force_login(make.bureau().user, backend=BACKEND)  # type: ignore[arg-type]
    for each in Invitation.objects.open():
        assert client.post(f"/netwerk/uitnodigingen/{of(each)}/intrekken/").status_code == 302
    assert deliver() == []
    assert choose(Client(), link).status_code == 404


@pytest.mark.django_db
def test_who_has_a_seat_and_no_way_in_is_invited_from_the_seat_also_after_withdrawing(client: Client) -> None:
    """No dead end: the form would say that this person has the seat already."""
    seat = make.seat("stuurgroep", organisation="om")
    client.force_login(make.bureau().user, backend=BACKEND)  # type: ignore[arg-type]
    assert "nooit uitgenodigd" in client.get("/netwerk/zetels/").content.decode()
    for _ in range(2):
        assert client.post(f"/netwerk/zetels/{of(seat)}/uitnodigen/").status_code == 302
        (message,) = deliver()
        assert message.to == [seat.user.email]
        client.post(f"/netwerk/uitnodigingen/{of(Invitation.objects.open().get())}/intrekken/")
    assert choose(Client(), link_in(message)).status_code == 404


@pytest.mark.django_db
def test_a_secretaris_looks_after_the_invitations_of_the_own_body_only(client: Client) -> None:
    own, other = make.seat("stuurgroep", organisation="om"), make.seat("klankbordgroep", organisation="om")
    for seat in (own, other):
        seat.user.set_unusable_password()
        seat.user.save()
        invitations.send(user=seat.user, by=None)
    client.force_login(make.secretaris().user, backend=BACKEND)  # type: ignore[arg-type]
    found = [
        client.post(f"/netwerk/uitnodigingen/{of(seat.user.invitations.get())}/opnieuw/").status_code for seat in (own, other)
    ]  # type: ignore[attr-defined]
    assert found == [302, 404]


def test_accepting_twice_at_once_lets_in_once(committed_db: str) -> None:
    from tests.at_once import at_once

    invitations.invite(email="nieuw@example.nl", name="Nieuw", by=None)
    invitation = Invitation.objects.get()
    acts = [lambda word=word: invitations.accept(invitation=invitation, password=word) for word in (PASSWORD, OTHER, PASSWORD)]
    assert at_once(*acts) == ["closed", "closed", "done"]


def test_inviting_twice_at_once_makes_one_person_with_one_way_in(committed_db: str) -> None:
    from tests.at_once import at_once

    acts = [lambda: invitations.invite(email="nieuw@example.nl", name="Nieuw", by=None) for _ in range(3)]
    assert at_once(*acts) == ["done"] * 3
    assert (User.objects.count(), Invitation.objects.open().count()) == (1, 1)


# --- codes and new passwords ----------------------------------------------------------------------------------


@pytest.mark.django_db
def test_signing_in_answers_the_same_whether_the_mail_server_does(client: Client, refusing: None) -> None:
    user = member()
    answer = client.post("/account/login/", {"login": user.email, "password": PASSWORD})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/account/login/code/confirm/")
    letter = Letter.objects.get()
    for _ in range(2):
        with pytest.raises(letters.NotSent) as failure:
            letters.send(pk=letter.pk)
        assert user.email not in str(failure.value)
    page = client.get("/account/login/code/confirm/").content.decode()
    assert "Het lukt nu niet om u de code te mailen" in page and "opnieuw" in page
    with override_settings(EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend"):
        (message,) = deliver()
    assert client.post("/account/login/code/confirm/", {"code": code_in(message)}).headers["Location"] == "/overzicht/"


@pytest.mark.django_db
@pytest.mark.parametrize("works", [True, False])
def test_asking_for_a_new_password_tells_nothing(works: bool, refusing: None) -> None:
    """Known, unknown, never came in, no longer active: one answer, from the same work, whatever the mail server does."""
    from django.test.utils import CaptureQueriesContext

    known, gone = member(), member("weg@example.nl")
    User.objects.filter(pk=gone.pk).update(is_active=False)
    invitations.person(email="nieuw@example.nl", name="Nieuw")
    answers, took = set(), {}
    backend = {"EMAIL_BACKEND": "django.core.mail.backends.locmem.EmailBackend"} if works else {}
    with override_settings(**backend):
        for email in ("eerst@example.nl", known.email, "wie@example.nl", gone.email, "nieuw@example.nl"):
            with CaptureQueriesContext(connection) as captured:
                started = time.perf_counter()
                answer = Client().post("/account/password/reset/", {"email": email})
                took[email] = time.perf_counter() - started
            shapes = tuple(re.sub(r"'[^']*'|\d+", "?", query["sql"])[:60] for query in captured)
            answers.add((answer.status_code, answer.headers["Location"], len(captured), shapes))
        sent = deliver() if works else []
    assert len(answers) == 1
    assert [message.to for message in sent] == ([[known.email]] if works else [])


@pytest.mark.django_db
def test_of_two_links_to_a_new_password_only_the_newer_works_and_once(client: Client) -> None:
    user = member()
    links = []
    for number in range(2):
        with clock.at(clock.now() + timedelta(seconds=number)):
            password_resets.ask(email=user.email.upper())
            links.append(link_in(deliver()[0]))
    old, new = links
    assert "werkt niet meer" in client.get(old, follow=True).content.decode()
    address = client.get(new).headers["Location"]
    assert client.post(address, {"password1": OTHER, "password2": OTHER}).status_code == 302
    assert "werkt niet meer" in Client().get(new, follow=True).content.decode()
    assert User.objects.get().check_password(OTHER)


@pytest.mark.django_db
def test_only_the_newest_code_of_a_person_signs_in() -> None:
    user, codes, clients = member(), [], [Client(), Client()]
    for client in clients:
        client.post("/account/login/", {"login": user.email, "password": PASSWORD})
        codes.append(code_in(deliver()[0]))
    answers = [
        client.post("/account/login/code/confirm/", {"code": code}).headers["Location"]
        for client, code in zip(clients, codes, strict=True)
    ]
    assert answers == ["/account/login/", "/overzicht/"]


@pytest.mark.django_db
def test_a_code_is_not_mailed_after_its_time(client: Client) -> None:
    user = member()
    client.post("/account/login/", {"login": user.email, "password": PASSWORD})
    with clock.at(clock.now() + timedelta(minutes=6)):
        assert deliver() == []
    assert (Letter.objects.get().state, Letter.objects.get().sealed) == (LetterState.EXPIRED, "")


@pytest.mark.django_db
def test_sealed_opens_with_an_earlier_key_and_with_no_other() -> None:
    sealed = seal({"a": 1})
    with override_settings(SECRET_KEY="een nieuwe", SECRET_KEY_FALLBACKS=["only for tests"]):
        assert unseal(sealed) == {"a": 1}
    letter = letters.post(what=What.SEAT, content={"to": "x@example.nl"}, life=timedelta(hours=1))
    with override_settings(SECRET_KEY="een nieuwe"):
        letters.send(pk=letter.pk)
    assert Letter.objects.get().state == LetterState.EXPIRED


# --- no secret anywhere ---------------------------------------------------------------------------------------


@pytest.fixture
def everything_logged() -> Iterator[StringIO]:
    """All that any logger says, as a handler writes it, down to its tracebacks."""
    written = StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(logging.Formatter("%(name)s %(levelname)s %(message)s"))
    names = [
        "",
        "django",
        "django.request",
        "django.server",
        "django.security",
        "gunicorn.error",
        "gunicorn.access",
        "procrastinate",
    ]
    loggers = [logging.getLogger(name) for name in names]
    before = [(logger.level, logger.propagate) for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.DEBUG)
        logger.addHandler(handler)
    logging.getLogger("django.db.backends").setLevel(logging.INFO)
    yield written
    for logger, (level, propagate) in zip(loggers, before, strict=True):
        logger.removeHandler(handler)
        logger.setLevel(level)
        logger.propagate = propagate


@pytest.mark.django_db
def test_no_secret_stays_in_any_log_or_any_text_of_the_database(everything_logged: StringIO, refusing: None) -> None:
    """Invitation, double accept, reset, code, a mail that fails and an address that breaks: then look everywhere."""
    working = override_settings(EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend")
    secrets = []
    invitations.invite(email="nieuw@example.nl", name="Nieuw", by=None)
    with pytest.raises(letters.NotSent):
        deliver()
    with working:
        link = link_in(deliver()[0])
    secrets.append(link.split("/")[2])
    guest = Client(raise_request_exception=False)
    assert [choose(guest, link).status_code, choose(Client(), link).status_code] == [302, 404]
    user = User.objects.get()
    make.seat("stuurgroep", organisation="om", user=user)
    guest.post("/account/login/", {"login": user.email, "password": PASSWORD})
    with pytest.raises(letters.NotSent):
        deliver()
    with working:
        code = code_in(deliver()[0])
    secrets.append(code)
    guest.post("/account/login/code/confirm/", {"code": code})
    password_resets.ask(email=user.email)
    with working:
        reset = link_in(deliver()[0])
    secrets.append(reset.rstrip("/").split("-", 1)[1])
    other = Client()
    other.post(other.get(reset).headers["Location"], {"password1": OTHER, "password2": OTHER})
    _break_at(link, reset)
    logged = everything_logged.getvalue()
    assert "[verborgen]" in logged
    assert [secret for secret in secrets if secret in logged] == []
    assert [(where, secret) for where, text in _texts() for secret in secrets if secret in text] == []


def _break_at(*paths: str) -> None:
    """Requests to these addresses that end in an error, told by Django's own handler and as gunicorn tells it."""
    from django.core.handlers.exception import response_for_exception
    from django.test import RequestFactory

    for path in paths:
        try:
            raise LookupError(f"nothing at {path}")
        except LookupError as error:
            response_for_exception(RequestFactory(raise_request_exception=False).get(path), error)
            logging.getLogger("gunicorn.error").exception("Error handling request %s", path)
        logging.getLogger("gunicorn.access").info(
            '%(h)s "%(r)s" %(s)s "%(f)s"', {"h": "-", "r": f"GET {path}", "s": 500, "f": f"http://x{path}"}
        )


def _texts() -> Iterator[tuple[str, str]]:
    """Every text, json and binary value of every table, the sessions unpacked as well."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public' "
            "AND (data_type IN ('text', 'character varying', 'json', 'jsonb', 'bytea', 'ARRAY') OR data_type LIKE 'USER%')"
        )
        for table, column in cursor.fetchall():
            cursor.execute(f'SELECT string_agg("{column}"::text, chr(10)) FROM "{table}"')
            yield f"{table}.{column}", cursor.fetchone()[0] or ""
    for session in Session.objects.all():
        yield "session", str(SessionStore().decode(session.session_data))


def test_every_address_with_a_secret_in_it_is_kept_out_of_logs() -> None:
    """Walks all addresses, also of libraries: what is named token or key is a secret."""
    found = {path for path in _addresses(get_resolver(), "/") if re.search(r"<(\w+:)?(token|key)>", path)}
    leaking = [path for path in found if "GEHEIM" in logs.without_secrets(_filled(path))]
    assert len(found) >= 4
    assert leaking == []


def _filled(path: str) -> str:
    """The address as somebody follows it."""
    return re.sub(r"<[^>]+>", "1", re.sub(r"<(\w+:)?(token|key)>", "GEHEIM", path))


def _addresses(resolver: Any, prefix: str) -> Iterator[str]:
    for pattern in resolver.url_patterns:
        text = re.sub(r"\(\?P(<\w+>)(?:\[[^\]]*\]\+?|\.\+)\)", r"\1", str(pattern.pattern)).lstrip("^").rstrip("$")
        if hasattr(pattern, "url_patterns"):
            yield from _addresses(pattern, prefix + text)
        else:
            yield prefix + text


# --- the first person -----------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_there_are_no_superusers_and_the_command_says_what_to_use() -> None:
    for act in (
        lambda: call_command("createsuperuser", "--noinput", "--email", "x@example.nl"),
        lambda: User.objects.create_superuser(email="x@example.nl"),
    ):
        with pytest.raises(CommandError, match="seat_first"):
            act()


@pytest.mark.django_db
def test_first_person_of_an_empty_installation_comes_in_by_a_printed_link(client: Client) -> None:
    out = StringIO()
    call_command("seat_first", "Eerste", "eerste@example.nl", stdout=out)
    link = re.search(r"http\S+?(/uitnodiging/\S+)", out.getvalue())
    assert link and choose(client, link[1]).status_code == 302
    seat = Seat.objects.get()
    assert (seat.function, seat.given_by, seat.membership.body.slug) == ("medewerker", None, "landelijk-bureau")
    from portal.history.models import Event

    assert Event.objects.get().verb == "seated_by_operator"
    with pytest.raises(CommandError, match="zit al iemand"):
        call_command("seat_first", "Tweede", "tweede@example.nl")
    assert User.objects.count() == 1
    call_command(
        "seat_first", "Voorzitter", "voorzitter@example.nl", "--body", "bestuur-nzvh", "--function", "voorzitter", stdout=out
    )
    assert Seat.objects.count() == 2
