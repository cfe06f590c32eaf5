"""Papers: for few unless two people say otherwise, in versions, with who opened them; and guests at one item."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from agenda.decisions.enums import Visibility
from agenda.meetings.domain import guests, papers
from agenda.meetings.domain.papers import PaperRefused
from agenda.meetings.enums import MeetingState
from agenda.meetings.models import AgendaItem, Meeting, Paper, PaperOpening
from agenda.meetings.queries.items import items_of, papers_of
from portal.accounts.models import User
from portal.kit.opaque import of
from tests import factories as make
from tests.files import hostile
from tests.house.who_may import ROLES
from tests.privacy.test_writing import client_of

pytestmark = pytest.mark.django_db
M, V = MeetingState, Visibility
CORPUS = hostile.every()
BACKEND = "portal.accounts.backends.SeatBackend"


def fetch(by: object, paper: Paper) -> int:
    return client_of(by).get(paper.fetch_address).status_code  # type: ignore[arg-type]


def test_paper_is_for_the_own_body_until_a_second_person_agrees() -> None:
    item = make.item(make.meeting(M.IN_VOORBEREIDING))
    paper, first, second, outsider = make.paper(item), make.secretaris(), make.secretaris(), make.manager()
    assert paper.visibility == V.VERTROUWELIJK
    assert (fetch(make.member(), paper), fetch(outsider, paper)) == (200, 404)
    papers.open_up(paper=paper, visibility=V.LEDEN, is_for_klankbordgroep=False, by=first)
    assert fetch(outsider, paper) == 404
    with pytest.raises(PaperRefused) as refused:
        papers.confirm(paper=paper, by=first)
    assert refused.value.codes == ["same-person"]
    papers.confirm(paper=paper, by=second)
    assert fetch(outsider, paper) == 200
    with pytest.raises(PaperRefused) as refused:
        papers.confirm(paper=paper, by=second)
    assert refused.value.codes == ["nothing-asked"]
    papers.open_up(paper=Paper.objects.get(pk=paper.pk), visibility=V.VERTROUWELIJK, is_for_klankbordgroep=False, by=first)
    assert fetch(outsider, paper) == 404, "for fewer readers it is so at once"


def test_confidential_paper_reaches_the_klankbordgroep_where_it_says_so_and_once_it_was_sent() -> None:
    meeting = make.meeting(M.IN_VOORBEREIDING)
    shared, kept = make.paper(make.item(meeting)), make.paper(make.item(meeting))
    papers.open_up(paper=shared, visibility=V.VERTROUWELIJK, is_for_klankbordgroep=True, by=make.secretaris())
    papers.confirm(paper=shared, by=make.secretaris())
    reader = make.member("klankbordgroep")
    assert fetch(reader, shared) == 404
    make.step(meeting, M.STUKKEN_VERZONDEN)
    assert (fetch(reader, shared), fetch(reader, kept), fetch(make.manager(), shared)) == (200, 404, 404)


def test_papers_of_a_confidential_item_stay_confidential() -> None:
    paper = make.paper(make.item(make.meeting(M.IN_VOORBEREIDING), visibility=V.VERTROUWELIJK))
    for asked in ((V.LEDEN, False), (V.VERTROUWELIJK, True)):
        with pytest.raises(PaperRefused):
            papers.open_up(paper=paper, visibility=asked[0], is_for_klankbordgroep=asked[1], by=make.secretaris())


def test_newer_version_counts_and_the_older_can_be_asked_for() -> None:
    paper = make.paper(make.item(make.meeting(M.IN_VOORBEREIDING)), data=b"Eerste.")
    papers.replace(key=make.uuid4(), paper=paper, name="x.txt", data=b"Tweede.", by=make.secretaris())
    client = client_of(make.member())
    assert b"".join(client.get(paper.fetch_address).streaming_content) == b"Tweede."
    assert b"".join(client.get(f"{paper.fetch_address}?versie=1").streaming_content) == b"Eerste."
    assert client.get(f"{paper.fetch_address}?versie=9").status_code == 404


def test_who_opened_what_is_seen_by_who_prepares_and_by_nobody_else() -> None:
    item = make.item(make.meeting(M.IN_VOORBEREIDING))
    paper, reader = make.paper(item), make.member()
    for _ in range(2):
        fetch(reader, paper)
    assert PaperOpening.objects.get().times == 2
    name = reader.user.name  # type: ignore[union-attr]
    assert name in client_of(make.secretaris()).get(item.page_address).content.decode()
    assert name not in client_of(make.member()).get(item.page_address).content.decode()


def test_removed_paper_is_gone_for_everyone_with_its_bytes() -> None:
    item = make.item(make.meeting(M.IN_VOORBEREIDING))
    paper, by = make.paper(item), make.secretaris()
    client = client_of(by)
    client.post(f"/vergaderingen/stukken/{of(paper)}/lezers/", {"remove": "ja"})
    assert fetch(by, paper) == 404
    assert not item.papers.filter(removed_at__isnull=True).exists()  # type: ignore[attr-defined]
    assert client.post(f"/vergaderingen/punten/{of(item)}/verwijderen/", follow=True).status_code == 200
    assert item.__class__.objects.filter(pk=item.pk).exists(), "an item that had papers stays"


def guest_client(item: object) -> tuple[Client, User]:
    guests.invite(item=item, email="gast@example.nl", name="Gast", by=make.secretaris())
    user, client = User.objects.get(email="gast@example.nl"), Client()
    client.force_login(user, backend=BACKEND)
    return client, user


def test_guest_sees_one_item_and_its_papers_while_that_is_open_and_nothing_else() -> None:
    meeting = make.meeting(M.IN_VOORBEREIDING)
    item, other = (
        make.item(meeting, title="Voor de gast", visibility=V.VERTROUWELIJK),
        make.item(meeting, title="Niet voor de gast"),
    )
    paper, foreign = make.paper(item), make.paper(other)
    client, _ = guest_client(item)
    addresses = [f"/vergaderingen/punten/{of(item)}/gast/", f"/vergaderingen/stukken/{of(paper)}/gast/"]
    assert [client.get(address).status_code for address in addresses] == [404, 404], "not before it is sent"
    make.step(meeting, M.STUKKEN_VERZONDEN)
    assert [client.get(address).status_code for address in addresses] == [200, 200]
    assert "Niet voor de gast" not in client.get(addresses[0]).content.decode()
    closed = [
        f"/vergaderingen/punten/{of(other)}/gast/",
        f"/vergaderingen/stukken/{of(foreign)}/gast/",
        f"/vergaderingen/punten/{of(item)}/",
        f"/vergaderingen/stukken/{of(paper)}/",
        meeting.get_absolute_url(),
        "/vergaderingen/",
        "/overzicht/",
        "/acties/",
    ]
    assert {client.get(address).status_code for address in closed} <= {403, 404}
    for to in (M.GEOPEND, M.GESLOTEN, M.VERSLAG_CONCEPT):
        make.step(meeting, to)
    assert client.get(addresses[0]).status_code == 200
    make.step(meeting, M.VERSLAG_VASTGESTELD)
    assert [client.get(address).status_code for address in addresses] == [404, 404]


def test_house_that_is_a_guest_at_a_confidential_item_reads_it_there() -> None:
    meeting = make.meeting(M.IN_VOORBEREIDING)
    item, by = make.item(meeting, visibility=V.VERTROUWELIJK), make.manager()
    guests.invite(item=item, email=by.user.email, name="", by=make.secretaris())  # type: ignore[union-attr]
    make.step(meeting, M.STUKKEN_VERZONDEN)
    assert client_of(by).get(f"/vergaderingen/punten/{of(item)}/gast/").status_code == 200


def test_too_many_papers_and_a_closed_meeting_are_refused() -> None:
    item = make.item(make.meeting(M.IN_VOORBEREIDING))
    for _ in range(papers.MOST):
        make.paper(item)
    with pytest.raises(PaperRefused) as refused:
        make.paper(item)
    assert refused.value.codes == ["too-many"]
    done = make.meeting(M.VERSLAG_VASTGESTELD).items.get()
    with pytest.raises(PaperRefused) as refused:
        make.paper(done)
    assert refused.value.codes == ["closed"]


@pytest.fixture(scope="module")
def sent(told_once: Callable[[], AbstractContextManager[None]]) -> Iterator[Meeting]:
    """An agenda that was sent, with a paper of each kind at an item of each kind."""
    with told_once():
        meeting = make.meeting(M.IN_VOORBEREIDING)
        for visibility in V:
            item = make.item(meeting, visibility=visibility)
            for asked in (V.OPEN, V.LEDEN, V.VERTROUWELIJK):
                for klankbordgroep in (False, True):
                    paper = make.paper(item)
                    Paper.objects.filter(pk=paper.pk).update(visibility=asked, is_for_klankbordgroep=klankbordgroep)
        make.step(meeting, M.STUKKEN_VERZONDEN)
        yield meeting


@pytest.mark.parametrize("role", list(ROLES))
def test_what_a_page_lists_is_what_can_be_fetched(role: str, sent: Meeting) -> None:
    """`papers_of` and `Paper.objects.visible_to` say the same for every reader of a sent agenda."""
    from tests.house.test_access import _person

    user = _person(role)
    if user is None or not user.seats_today:
        return
    meeting = Meeting.objects.get(pk=sent.pk)
    items = items_of(meeting, user)
    for item in items:
        item.meeting = meeting
    listed = (
        {paper.pk for rows in papers_of(items, user).values() for paper in rows} if user.may("meetings.read", meeting) else set()
    )
    assert listed == set(Paper.objects.visible_to(user).values_list("pk", flat=True))


@pytest.fixture(scope="module")
def desk(told_once: Callable[[], AbstractContextManager[None]]) -> Iterator[tuple[AgendaItem, Client]]:
    """An item, and the secretaris who adds papers to it."""
    with told_once():
        yield make.item(make.meeting(M.IN_VOORBEREIDING)), client_of(make.secretaris())


@pytest.mark.parametrize(("name", "data", "code"), CORPUS, ids=[f"{name}-{number}" for number, (name, _, _) in enumerate(CORPUS)])
def test_hostile_file_is_refused_in_words_or_kept_harmless(
    name: str, data: bytes, code: str | None, desk: tuple[AgendaItem, Client]
) -> None:
    item, client = desk
    sent = {"key": str(make.uuid4()), "title": "Een stuk", "file": SimpleUploadedFile("stuk.pdf", data)}
    answer = client.post(f"/vergaderingen/punten/{of(item)}/stukken/", sent)
    assert answer.status_code in ({422} if code else {422, 302}), "what is taken in was made harmless"
    assert item.papers.exists() == (answer.status_code == 302)  # type: ignore[attr-defined]
