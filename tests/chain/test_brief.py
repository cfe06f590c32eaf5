"""The brief since the previous Stuurgroep: made from the facts, as far as the reader may see them, on screen and as PDF."""

from __future__ import annotations

import io
from datetime import timedelta

import pikepdf
import pytest

from agenda.lists.domain import progress, weighing
from agenda.lists.enums import ActionList, Criterion, ProgressStatus
from portal.kit import clock
from portal.overview.queries.brief import Brief, brief
from tests import factories as make
from tests.privacy.taking import hide
from tests.privacy.test_writing import client_of

pytestmark = pytest.mark.django_db
L = ActionList


def said(found: Brief) -> dict[str, list[str]]:
    return {part.code: [line.title for line in part.lines] for part in found.parts}


def test_it_says_what_came_moved_ended_stalls_and_was_weighed() -> None:
    before = clock.now() - timedelta(days=100)
    with clock.at(before - timedelta(days=20)):
        old, silent, moving = make.action(title="Oud"), make.action_on(L.ACTIELIJST, title="Stil"), make.action(title="Verhuist")
        done = make.action_on(L.ACTIELIJST, title="Klaar")
    make.action(title="Nieuw")
    make.put_on_actielijst(moving)
    make.decide(done, make.DecisionKind.NAAR_GEREED, **make.DONE)
    weighing.weigh(key=make.uuid4(), action=old, scores={Criterion.BELANG: 3}, argument="", by=make.member())
    steered = make.action_on(L.ACTIELIJST, title="Stuurloos")
    update = progress.report(
        key=make.uuid4(),
        action=steered,
        status=ProgressStatus.STAGNEERT,
        happened="Stil.",
        steering="Geef ruimte.",
        by=steered.trekker.actor,
    )
    progress.release(update=update, by=steered.trekker.actor)
    found = brief(make.member("stuurgroep", "om").user, before)
    assert said(found) == {
        "nieuw": ["Nieuw", "Stuurloos"],
        "verplaatst": ["Stuurloos", "Verhuist"],
        "gereed": ["Klaar"],
        "stagneert": ["Stuurloos"],
        "stil": ["Stil", "Verhuist"],
        "bijsturing": ["Stuurloos"],
        "gewogen": ["Oud"],
    }
    assert silent.title == "Stil"


def test_what_is_hidden_or_before_is_not_in_it() -> None:
    with clock.at(clock.now() - timedelta(days=10)):
        make.action(title="Eerder")
    hide(make.action(title="Verborgen"))
    assert "Verborgen" not in str(said(brief(make.member().user, clock.now() - timedelta(days=5))))


def test_what_asks_something_of_the_reader_is_the_readers_own() -> None:
    action = make.action(title="Te wegen")
    member, house = make.member("stuurgroep", "om"), make.manager()
    assert "Eén actie om te wegen" in client_of(member).get("/sinds-de-vorige/").content.decode()
    assert "om te wegen" not in client_of(house).get("/sinds-de-vorige/").content.decode()
    weighing.weigh(key=make.uuid4(), action=action, scores={Criterion.BELANG: 3}, argument="", by=member)
    assert "om te wegen" not in client_of(member).get("/sinds-de-vorige/").content.decode()


def test_it_can_be_taken_along_as_an_accessible_pdf() -> None:
    make.action(title="Nieuw & <vet> #titel")
    answer = client_of(make.member()).get("/sinds-de-vorige/pdf/", {"sinds": "2026-01-01"})
    assert answer["Content-Type"] == "application/pdf"
    with pikepdf.open(io.BytesIO(answer.content)) as opened:
        assert bool(opened.Root.MarkInfo.Marked) is True
        assert str(opened.docinfo["/Title"]) == "Sinds de vorige Stuurgroep"
        with opened.open_outline() as outline:
            assert [item.title for item in outline.root[0].children][:2] == ["Wat er van u gevraagd wordt", "Nieuw voorgesteld"]


@pytest.mark.parametrize("asked", ["gisteren", "2999-01-01", "", "9" * 300])
def test_an_odd_day_is_the_last_stuurgroep(asked: str) -> None:
    assert client_of(make.member()).get("/sinds-de-vorige/", {"sinds": asked}).status_code == 200
