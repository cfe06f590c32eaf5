"""Several people over one proposed seat at the same moment."""

from __future__ import annotations

from portal.history.domain import verifying
from portal.network.domain import seat_proposals
from portal.network.enums import Ground
from portal.network.models import Seat
from tests import factories as make
from tests.at_once import at_once
from tests.network.test_seats import F, _in, place_in, propose


def test_an_answer_is_given_once_whoever_gives_it(committed_db: str) -> None:
    bureau, one, two = (
        make.bureau(),
        _in(make.seat("stuurgroep", F.VOORZITTER, organisation="vng")),
        _in(make.seat("stuurgroep", organisation="om")),
    )
    proposal = propose(bureau, "nieuw@example.nl", place_in("stuurgroep"), F.SECRETARIS)
    found = at_once(
        lambda: seat_proposals.confirm(proposal=proposal, by=one),
        lambda: seat_proposals.decline(proposal=proposal, ground=Ground.TALK_FIRST, by=two),
        lambda: seat_proposals.withdraw(proposal=proposal, by=bureau),
    )
    assert found == ["answered", "answered", "done"]
    assert list(verifying.findings()) == []
    assert Seat.objects.filter(user=proposal.user).count() <= 1
