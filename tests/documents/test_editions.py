"""An edition is a concept until the Stuurgroep adopts it, and from then on nobody changes a word of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.utils import timezone

from agenda.decisions.enums import DecisionKind, Serves
from agenda.decisions.models import EditionAdoption
from agenda.meetings.domain import convening, deciding
from agenda.meetings.enums import ItemKind, MeetingState
from agenda.meetings.models import AgendaItem
from home.models import ChapterPage
from portal.accounts.actor import operator
from portal.documents.domain import editions
from portal.documents.domain.editions import EditionRefused
from portal.documents.enums import EditionStatus
from portal.documents.models import Edition
from portal.documents.queries import edition_in_force
from portal.history.domain import verifying
from portal.kit import clock
from portal.network.models import Body
from tests import factories as make
from tests.documents.editions import TEXT, published

pytestmark = pytest.mark.django_db
BY = operator("test")


def _item_about(edition: Edition, body: str = "stuurgroep") -> AgendaItem:
    by = make.secretaris(body)
    meeting = convening.convene(
        key=make.uuid4(), body=Body.objects.get(slug=body), title="Vergadering", starts_at=timezone.now(), by=by
    )
    item = convening.add_item(
        key=make.uuid4(),
        meeting=meeting,
        kind=ItemKind.BESLUITVORMING,
        title="Kader",
        minutes=10,
        serves=Serves.HUIZEN,
        subject=edition,
        by=by,
    )
    for state in (MeetingState.IN_VOORBEREIDING, MeetingState.STUKKEN_VERZONDEN, MeetingState.GEOPEND):
        convening.advance(meeting=meeting, to=state, by=by)
    return AgendaItem.objects.get(pk=item.pk)


def _decide(item: AgendaItem, day: date | None) -> None:
    deciding.take(
        item=item,
        key=make.uuid4(),
        kind=DecisionKind.VASTSTELLEN,
        wording="Vastgesteld.",
        in_force_date=day,
        by=make.secretaris(item.meeting.body.slug),
    )


def test_a_decision_of_the_stuurgroep_puts_a_concept_in_force_from_its_date() -> None:
    old, new = published(since=date(2024, 1, 1)), published(edition="2027")
    start = clock.today() + timedelta(days=30)
    _decide(_item_about(new), start)
    old.refresh_from_db()
    new.refresh_from_db()
    assert (old.status, new.status) == (EditionStatus.GELDEND, EditionStatus.VASTGESTELD)
    assert (old.status_on(start), new.status_on(start)) == (EditionStatus.VERVANGEN, EditionStatus.GELDEND)
    assert (edition_in_force("kader"), edition_in_force("kader", start)) == (old, new)
    assert EditionAdoption.objects.get().sha256 == editions.digest_of_edition(new)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert list(verifying.findings()) == []


def test_the_klankbordgroep_advises_and_cannot_adopt() -> None:
    item = _item_about(published(edition="2027"), "klankbordgroep")
    with pytest.raises(deciding.DecisionRefused) as refused:
        _decide(item, clock.today())
    assert refused.value.codes == ["not-this-body"]


@pytest.mark.parametrize(("days", "code"), [(None, "no-date"), (-4000, "too-early")])
def test_adoption_needs_a_date_after_the_edition_before(days: int | None, code: str) -> None:
    published(since=date(2024, 1, 1))
    item = _item_about(published(edition="2027"))
    with pytest.raises(EditionRefused) as refused:
        _decide(item, None if days is None else clock.today() + timedelta(days=days))
    assert refused.value.codes == [code]
    assert not EditionAdoption.objects.exists()


def test_words_of_an_adopted_edition_stay_whoever_asks() -> None:
    edition = published(since=date(2024, 1, 1))
    chapter = ChapterPage.objects.get(slug="begin")
    before = list(edition.sections.values_list("sha256", flat=True))
    chapter.title = "Anders"
    with pytest.raises(EditionRefused, match="adopted"):
        chapter.save_revision().publish()
    for sql in (
        "UPDATE documents_section SET title = 'x'",
        "DELETE FROM documents_section",
        "UPDATE documents_edition SET in_force_date = '2020-01-01'",
    ):
        with pytest.raises(DatabaseError, match="frozen"), transaction.atomic():
            _execute(sql)
    assert list(edition.sections.values_list("sha256", flat=True)) == before


def _execute(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def test_editor_who_publishes_in_an_adopted_edition_reads_why_not() -> None:
    published(since=date(2024, 1, 1))
    client = Client()
    client.force_login(
        make.seat("landelijk-bureau", "redacteur", organisation="nzvh").user, backend="portal.accounts.backends.SeatBackend"
    )
    chapter = ChapterPage.objects.get(slug="begin")
    answer = client.post(f"/admin/pages/{chapter.pk}/edit/", {"action-publish": "1"}, follow=True)
    assert answer.status_code == 200
    assert "is vastgesteld en verandert niet meer" in answer.content.decode()


def test_an_older_edition_can_be_entered_afterwards() -> None:
    new = published(since=date(2024, 1, 1))
    old = published(TEXT.replace("Mensen", "Personen"), edition="2013", since=date(2013, 1, 1))
    assert old.replaced_date == new.in_force_date
    assert edition_in_force("kader", date(2020, 1, 1)) == old


def test_an_edition_of_the_future_cannot_be_entered() -> None:
    with pytest.raises(EditionRefused) as refused:
        editions.enter_existing(edition=published(), in_force_date=clock.today() + timedelta(days=1), by=BY)
    assert refused.value.codes == ["in-future"]


def test_chapters_are_read_in_the_order_they_have_in_the_cms() -> None:
    edition = published()
    first, last = ChapterPage.objects.order_by("path")
    last.move(first, pos="left")
    assert list(edition.sections.filter(level=1).values_list("chapter", flat=True)) == ["vervolg", "begin"]


def test_what_an_import_says_of_lists_tables_and_images_reaches_the_reader() -> None:
    html = '<ol type="I"><li>een</li></ol>\n\n<ol start="4"><li>vier</li></ol>\n\n![Een kaart](/x.png)\n\n| A |\n| --- |\n| R&D |\n\n{caption="Bijschrift"}\n'
    blocks = published(f"# Een\n\n{html}").sections.get().content
    assert [(b["kind"], b.get("style"), b.get("start")) for b in blocks[:2]] == [
        ("list", "roman".title(), None),
        ("list", "decimal", 4),
    ]
    assert "Een kaart" in blocks[2]["text"]
    assert (blocks[3]["rows"], blocks[3]["caption"]) == ([["R&amp;D"]], "Bijschrift")
