"""A decision is stored with all its effects or not at all, whenever its process
dies; and of two secretaries one is heard, every time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from threading import Barrier

import pytest

from agenda.decisions.enums import DecisionKind
from agenda.decisions.models import Decision
from agenda.lists.models import Action
from agenda.meetings.domain import item_decisions
from agenda.meetings.enums import ItemKind, MeetingState
from agenda.meetings.models import AgendaItem, ItemDecision
from portal.history.domain import verifying
from tests import databases
from tests import factories as make
from tests.at_once import each_at_once

NOTHING = {
    "decisions": 0,
    "seals": 0,
    "places": 0,
    "moves": 0,
    "assignments": 0,
    "list": "voorraadlijst",
    "decided": 0,
    "findings": [],
}
ALL = {"decisions": 1, "seals": 1, "places": 1, "moves": 1, "assignments": 1, "list": "actielijst", "decided": 1, "findings": []}
RACES = [40, pytest.param(200, marks=pytest.mark.torture)]


def test_process_killed_at_any_statement_of_a_decision_leaves_all_of_it_or_nothing(committed_db: str) -> None:
    make.secretaris()
    item = make.open_item(make.action())
    make.seat("stuurgroep", organisation="vng")
    environment = {**os.environ, "DATABASE_URL": databases.url(committed_db), "DJANGO_SETTINGS_MODULE": "portal.settings.local"}
    command = [sys.executable, "-W", "ignore", "-m", "tests.meetings.dying", str(item.pk)]
    done = subprocess.run(command, cwd=databases.ROOT, env=environment, capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    story = json.loads(done.stdout)
    killed, last = story[:-1], story[-1]
    assert len(killed) > 40 and {each["ended"] for each in killed} == {-9}
    seen = [{name: each[name] for name in NOTHING} for each in killed]
    assert [each for each in seen if each != NOTHING] == [], "a process that died before its commit leaves nothing"
    assert {name: last[name] for name in ALL} == ALL


@pytest.mark.parametrize("races", RACES)
def test_of_two_secretaries_at_one_item_one_decides_every_time(races: int, committed_db: str) -> None:
    meeting, by = make.meeting(MeetingState.IN_VOORBEREIDING), [make.secretaris(), make.secretaris()]
    items = [make.item(meeting, subject=make.action(), kind=ItemKind.BESLUITVORMING) for _ in range(races)]
    for to in (MeetingState.STUKKEN_VERZONDEN, MeetingState.GEOPEND):
        make.step(meeting, to)
    heard = [0, 0]
    for item in items:
        together = Barrier(2)

        def decide(who: int, item: AgendaItem = item, together: Barrier = together) -> None:
            kind = (DecisionKind.WENSELIJK, DecisionKind.AANHOUDEN)[who]
            together.wait()
            item_decisions.take(item=item, key=make.uuid4(), kind=kind, wording=f"Van {who}.", by=by[who])

        codes = each_at_once(lambda: decide(0), lambda: decide(1))  # noqa: B023
        assert sorted(codes) == ["already-decided", "done"]
        heard[codes.index("done")] += 1
        decision = ItemDecision.objects.select_related("decision").get(item=item).decision
        assert decision.wording == f"Van {codes.index('done')}."
        desirable = Action.objects.get(pk=item.subject_id).found_desirable_by_id
        assert (desirable == decision.pk) == (decision.kind == DecisionKind.WENSELIJK)
    assert Decision.objects.count() == races and sum(heard) == races
    assert list(verifying.findings()) == []
