"""The overzicht of everybody in the demo: what is shown, what is counted and where it leads are the same things."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from portal.accounts.models import User
from portal.overview.queries.waiting import Waits, waits_for
from portal.ui.waiting import Waiting, own_list, read

pytestmark = pytest.mark.usefixtures("demo_db")


def readers() -> list[User]:
    return [user for user in User.objects.order_by("pk") if user.may("network.read_as_member")]


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="portal.accounts.backends.SeatBackend")
    return client


def rows_behind(answer: Any, kind: Waiting) -> int:
    """How many rows the list shows to which a kind leads: by what the view gave its page."""
    context = answer.context
    if kind.more_url == own_list(kind.kind):
        return len(context["kind"].rows)
    if kind.kind == "knelpunten in de privacytoets":
        return int(context["waiting"].paginator.count)
    if kind.kind == "meldingen van persoonsgegevens":
        return len(context["reported"])
    if kind.kind == "verzoeken om tekst te verwijderen":
        return len(context["waiting"])
    if kind.kind.startswith("wegen") or kind.kind == "niet verstuurde berichten":
        return 1
    return int(context["rows"].paginator.count)


def test_every_count_is_the_rows_of_the_list_behind_it_and_the_sum_adds_up() -> None:
    wrong, kinds = [], set()
    for user in readers():
        waiting, shown, client = read(user), waits_for(user), client_of(user)
        wrong += [f"{user}: {shown.total}"] if shown.total != sum(each.total for each in waiting) else []
        wrong += [f"{user}: {each.kind} leads nowhere" for each in shown.rest if not _stands(each.url, waiting)]
        for each in waiting:
            answer = client.get(each.more_url)
            number = rows_behind(answer, each) if answer.status_code == 200 else answer.status_code
            wrong += [f"{user}: {each.kind} {each.total}, and {number} at {each.more_url}"] if number != each.total else []
            kinds.add(each.kind)
    assert "\n".join(wrong) == "" and len(kinds) > 12


def _stands(url: str, waiting: list[Waiting]) -> bool:
    return url in {each.more_url for each in waiting}


def test_every_task_of_everybody_opens() -> None:
    wrong = []
    for user in readers():
        client, tasks = client_of(user), waits_for(user).tasks
        wrong += [f"{user}: {task.title} {task.url}" for task in tasks if client.get(task.url).status_code != 200]
    assert wrong == []


def test_nobody_in_the_demo_misses_what_waits() -> None:
    """Who has something to do does not read that there is nothing."""
    for user in readers():
        found: Waits = waits_for(user)
        page = client_of(user).get("/overzicht/").content.decode()
        assert ("Er is nu niets dat op u wacht" in page) == (found.total == 0)
