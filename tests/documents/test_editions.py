"""An edition is a concept until the Stuurgroep adopts it, and from then on nobody changes a word of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.rich_text import RichText

from agenda.decisions.enums import DecisionKind, Serves
from agenda.decisions.models import EditionAdoption
from agenda.meetings.domain import agenda_items, item_decisions, meeting_steps
from agenda.meetings.enums import ItemKind, MeetingState
from agenda.meetings.models import AgendaItem
from home.editor.blocks import RICH_TEXT, content_of
from home.models import ChapterPage, EditionPage
from home.tasks import publish_scheduled
from portal.accounts.actor import operator
from portal.documents.domain import editions
from portal.documents.domain.editions import EditionRefused
from portal.documents.enums import EditionStatus
from portal.documents.models import Edition
from portal.documents.queries.editions import edition_in_force
from portal.history.domain import verifying
from portal.kit import clock
from portal.network.models import Body
from tests import factories as make
from tests.documents.editions import TEXT, published

pytestmark = pytest.mark.django_db
BY = operator("test")


def _item_about(edition: Edition, body: str = "stuurgroep") -> AgendaItem:
    by = make.secretaris(body)
    meeting = meeting_steps.convene(
        key=make.uuid4(), body=Body.objects.get(slug=body), title="Vergadering", starts_at=timezone.now(), by=by
    )
    item = agenda_items.add(
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
        meeting_steps.advance(meeting=meeting, to=state, by=by)
    return AgendaItem.objects.get(pk=item.pk)


def _decide(item: AgendaItem, day: date | None) -> None:
    item_decisions.take(
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
    with pytest.raises(item_decisions.DecisionRefused) as refused:
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
    html = (
        '<ol type="I"><li>een</li></ol>\n\n<ol start="4"><li>vier</li></ol>\n\n![Een kaart](/x.png)\n\n| A |\n| --- |\n'
        '| R&D |\n\n{caption="Bijschrift"}\n'
    )
    blocks = published(f"# Een\n\n{html}").sections.get().content
    assert [(b["kind"], b.get("style"), b.get("start")) for b in blocks[:2]] == [
        ("list", "roman".title(), None),
        ("list", "decimal", 4),
    ]
    assert "Een kaart" in blocks[2]["text"]
    assert (blocks[3]["rows"], blocks[3]["caption"]) == ([["R&amp;D"]], "Bijschrift")


def test_anchors_and_counting_that_a_markdown_file_gives_reach_the_concept() -> None:
    text = (
        '# 1 Begin {#begin}\n\nEen alinea. {#mijn-alinea}\n\n1. het ene {#lid-a}\n2. het andere\n\n{#mijn-lijst style="alpha"}\n'
    )
    section = published(text).sections.get()
    paragraph, counted = section.content
    assert (section.anchor, paragraph["anchor"], counted["anchor"], counted["style"]) == (
        "begin",
        "mijn-alinea",
        "mijn-lijst",
        "alpha",
    )
    assert counted["items"][0]["anchor"] == "lid-a"


def test_a_list_counts_as_it_did_after_an_editor_saved_it() -> None:
    edition = published('# 1 Begin\n\n1. het ene\n2. het andere\n\n{style="alpha"}\n')
    page = ChapterPage.objects.get()
    converter = ContentstateConverter(features=RICH_TEXT)
    [text] = [child for child in page.body[0].value["body"] if child.block_type == "text"]
    saved = converter.to_database_format(converter.from_database_format(text.value.source.replace("andere", "derde")))
    assert 'type="a"' not in saved
    page.body[0].value["body"][0] = ("text", RichText(saved))
    page.save_revision().publish()
    [counted] = edition.sections.get().content
    assert (counted["style"], counted["items"][1]["text"]) == ("alpha", "het derde")


def test_an_edition_that_readers_know_keeps_its_label() -> None:
    published(edition="2027")
    page = EditionPage.objects.get()
    page.label = "2028"
    with pytest.raises(ValidationError, match="aan te halen als 2027"):
        page.full_clean()


def test_what_was_planned_is_published_by_the_worker() -> None:
    edition = published("# 1 Begin\n\nOud.\n", edition="2027")
    page = ChapterPage.objects.get()
    page.body[0].value["body"][0] = ("text", RichText("<p>Nieuw.</p>"))
    page.go_live_at = timezone.now() - timedelta(minutes=1)
    page.save_revision(approved_go_live_at=page.go_live_at)
    assert edition.sections.get().text == "Oud."
    publish_scheduled(timestamp=0)
    assert edition.sections.get().text == "Nieuw."


def test_a_reference_leads_to_its_section_and_names_the_edition() -> None:
    adopted = published(since=date(2024, 1, 1))
    value = {"section": adopted.sections.get(number="1.2"), "text": "wie erover gaat"}
    assert content_of("reference", value) == [
        {
            "kind": "paragraph",
            "text": 'Zie <a href="/kader/2024/begin/#par-1-2">Landelijk Kader 2024, § 1.2, Tweede</a>: wie erover gaat',
        }
    ]


def test_editor_sees_what_each_block_is_for_and_finds_sections_to_refer_to() -> None:
    published(since=date(2024, 1, 1))
    published(edition="2027")
    client = Client()
    client.force_login(
        make.seat("landelijk-bureau", "redacteur", organisation="nzvh").user, backend="portal.accounts.backends.SeatBackend"
    )
    section = ChapterPage.body.field.stream_block.child_blocks["section"]
    shown = {
        "text": "het andere",
        "table": "roept het overleg bijeen",
        "quote": "Zo kort als het kan",
        "frame": "Let op",
        "figure": "Een bijschrift",
        "reference": "hier staat wie",
    }
    body = section.child_blocks["body"].child_blocks
    assert set(body) == set(shown)
    for name, block in body.items():
        assert block.is_previewable
        assert block.get_description()
        page = client.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})
        assert page.status_code == 200
        assert shown[name] in page.content.decode()
    results = client.get(reverse("section_chooser:choose_results"), {"q": "1.2"}).content.decode()
    assert results.count("§ 1.2") == 1
    assert "Landelijk Kader 2024, § 1.2" in results
    assert "§ 2.1" in client.get(reverse("section_chooser:choose")).json()["html"]
