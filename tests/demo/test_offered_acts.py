"""No act is offered that cannot be: every form that stands on a page of the demo is sent, by everybody it is shown to.

Once for each person, act and state of the thing: what is refused for a reason that was there when the page was drawn should not have been offered.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup, Tag
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import Resolver404, resolve

from agenda.lists.models import Action
from agenda.meetings.models import AgendaItem, Issue, Meeting, WrittenProcedure
from agenda.ratification.models import Agreement
from ambitions.models import ActionLine, Explanation, RegionalPlan
from knelpunten.models import Inquiry, Knelpunt, Pattern
from portal.accounts.models import User
from portal.kit import clock
from portal.kit.refusals import Refused

# It finds acts that should not be offered: torture, until none is left.
pytestmark = [pytest.mark.usefixtures("demo_db"), pytest.mark.torture]

BACKEND = "portal.accounts.backends.SeatBackend"
THINGS: tuple[tuple[Any, str], ...] = (
    (Knelpunt, "state"), (Pattern, ""), (Inquiry, ""), (Action, "list"), (Meeting, "state"), (AgendaItem, "kind"), (Issue, ""), (WrittenProcedure, ""),
    (Agreement, "state"), (ActionLine, "scope"), (RegionalPlan, "state"), (Explanation, ""),
)  # fmt: skip
TEXT = "Omdat het in drie regio's zo gaat en wij dat samen willen verbeteren."
LEFT_ALONE = {"account_logout"}  # stands in the head of every page
EACH = 3  # things of one state that each person looks at


def things_for(user: User) -> Iterator[tuple[Any, str]]:
    """A few things of every kind and state that this person sees, with the state."""
    for model, column in THINGS:
        seen: dict[str, int] = {}
        for thing in model.objects.visible_to(user).order_by("-pk"):
            state = str(getattr(thing, column)) if column else ""
            seen[state] = seen.get(state, 0) + 1
            if seen[state] <= EACH:
                yield thing, f"{model.__name__} {state}"


def filled_in(form: Tag) -> Iterator[dict[str, Any]]:
    """What somebody sends who fills in everything; once for each button that says something of its own."""
    sent: dict[str, Any] = {}
    for field in form.select("input[name], textarea[name], select[name]"):
        name, kind = str(field["name"]), str(field.get("type", field.name))
        if kind == "radio":
            sent.setdefault(name, str(field.get("value", "on")))
        elif kind == "checkbox":
            sent.setdefault(name, []).append(str(field.get("value", "on")))
        elif kind == "select":
            values = [
                str(option.get("value", option.text)) for option in field.select("option") if not option.has_attr("disabled")
            ]
            sent[name] = next((value for value in values if value), "")
        elif kind == "file":
            sent[name] = SimpleUploadedFile("notitie.txt", TEXT.encode(), "text/plain")
        elif kind not in ("submit", "button"):
            sent[name] = str(field.get("value") or "") or _typed(kind, field)
    buttons = {(str(each["name"]), str(each.get("value", ""))) for each in form.select("button[name], input[type=submit][name]")}
    for name, value in sorted(buttons) or [("", "")]:
        yield {**sent, name: value} if name else sent


def _typed(kind: str, field: Tag) -> str:
    day = clock.today() + timedelta(days=30)
    return {
        "date": day.isoformat(), "datetime-local": f"{day.isoformat()}T10:00", "time": "10:00", "number": str(field.get("min") or 1), "email": "iemand@example.nl",
    }.get(kind, TEXT[: int(str(field.get("maxlength") or 500))])  # fmt: skip


@pytest.fixture
def refusals(monkeypatch: pytest.MonkeyPatch) -> list[Refused]:
    """Everything that any verb refuses."""
    found: list[Refused] = []
    as_it_was = Refused.__init__

    def noting(self: Refused, *blockers: Any) -> None:
        as_it_was(self, *blockers)
        found.append(self)

    monkeypatch.setattr(Refused, "__init__", noting)
    return found


def offered(page: str, address: str) -> Iterator[tuple[str, str, Tag]]:
    """The forms on a page that send something: the name of what they lead to, the address, the form."""
    for form in BeautifulSoup(page, "html.parser").select("form[method=post]"):
        target = str(form.get("action") or address)
        try:
            name = resolve(urlsplit(target).path).view_name
        except Resolver404:
            name = f"nowhere: {target}"
        if name not in LEFT_ALONE:
            yield name, target, form


def everybody() -> list[User]:
    """One person for each set of seats."""
    by_seats = {
        frozenset((seat.body_kind, seat.function, seat.is_deputy) for seat in user.seats_today): user
        for user in User.objects.order_by("-pk")
    }
    return [user for seats, user in by_seats.items() if seats]


def test_no_act_is_offered_that_cannot_be(refusals: list[Refused]) -> None:
    wrong: set[str] = set()
    tried: set[tuple[int, str, str, str]] = set()
    for user in everybody():
        client = Client(raise_request_exception=False)
        client.force_login(user, BACKEND)
        roles = ", ".join(sorted({f"{seat.function} {seat.body_kind}" for seat in user.seats_today}))
        for thing, state in things_for(user):
            address = thing.get_absolute_url()
            page = client.get(address)
            assert page.status_code == 200, f"{roles}: {address} is {page.status_code}"
            for name, target, form in offered(page.content.decode(), address):
                for sent in filled_in(form):
                    button = next((f"{key}={value}" for key, value in sent.items() if key in ("to", "part", "submit")), "")
                    if (key := (user.pk, name, state, button)) in tried:
                        continue
                    tried.add(key)
                    refusals.clear()
                    with transaction.atomic():
                        status = client.post(target, sent).status_code
                        transaction.set_rollback(True)
                    known = [blocker.sentence for refused in refusals for blocker in refused.blockers if not blocker.is_input]
                    if known or status in (403, 404, 405, 500):
                        wrong.add(f"{roles} | {state} | {name} {button} | {status} {'; '.join(known)}")
    assert sorted(wrong) == [] and len(tried) > 300, f"{len(tried)} acts"
