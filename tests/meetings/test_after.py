"""What a meeting leaves behind: verslag and besluitenlijst on screen and paper, what
goes out to everybody, and what comes back by itself."""

from __future__ import annotations

import io
from datetime import timedelta

import docx
import pikepdf
import pytest
from django.test import Client

from agenda.decisions.enums import DecisionKind, Visibility
from agenda.meetings.domain import agenda_pdf, arrangements, item_decisions, meeting_room, minutes
from agenda.meetings.domain.arrangements import ArrangementRefused
from agenda.meetings.domain.minutes import MinutesRefused
from agenda.meetings.enums import ArrangementKind, ArrangementOutcome, MeetingState
from agenda.meetings.models import AgendaItem, AgendaSet, Arrangement, Meeting, PublicList, VerslagVersion
from agenda.meetings.queries import prints
from portal.history.domain import verifying
from portal.kit import clock
from portal.kit.opaque import of
from portal.kit.refusals import Stale
from portal.network.models import Membership
from portal.publish.printed import as_docx, as_pdf
from tests import factories as make
from tests.meetings.test_versions import settle
from tests.privacy.taking import remove
from tests.privacy.test_writing import client_of

pytestmark = pytest.mark.django_db
M, D, V = MeetingState, DecisionKind, Visibility


def held(**items: Visibility) -> Meeting:
    """A closed meeting of the Stuurgroep with a decision at each of these items."""
    meeting, by = make.meeting(M.IN_VOORBEREIDING), make.secretaris()
    made = [make.item(meeting, title=title, visibility=visibility) for title, visibility in items.items()]
    for to in (M.STUKKEN_VERZONDEN, M.GEOPEND):
        make.step(meeting, to)
    for item in made:
        item_decisions.take(item=item, key=make.uuid4(), kind=D.TER_KENNISGEVING, wording=f"Besloten over {item.title}.", by=by)
    return make.closed(meeting)


def test_verslag_begins_with_the_notes_is_kept_in_versions_and_adopted_by_a_later_meeting() -> None:
    meeting, by = make.meeting(M.GEOPEND), make.secretaris()
    item = meeting.items.get()
    meeting_room.write_notes(item=item, text="Er was begrip.", expected=0, by=by)
    meeting = make.closed(meeting)
    assert minutes.draft_of(meeting) == {item.pk: "Er was begrip."}
    minutes.write(meeting=meeting, texts={item.pk: "Er was veel begrip."}, expected=0, by=by)
    with pytest.raises(Stale):
        minutes.write(meeting=meeting, texts={item.pk: "Iets anders."}, expected=0, by=by)
    minutes.write(meeting=meeting, texts={item.pk: "Er was groot begrip."}, expected=1, by=by)
    assert Meeting.objects.get(pk=meeting.pk).state == M.VERSLAG_CONCEPT
    make.step(meeting, M.VERSLAG_VASTGESTELD)
    meeting = Meeting.objects.get(pk=meeting.pk)
    assert meeting.state == M.VERSLAG_VASTGESTELD
    assert VerslagVersion.objects.get(adoption__isnull=False).number == 2
    with pytest.raises(MinutesRefused) as refused:
        minutes.write(meeting=meeting, texts={}, expected=2, by=by)
    assert refused.value.codes == ["not-now"]
    assert "Er was groot begrip." in client_of(make.manager()).get(f"/vergaderingen/{of(meeting)}/verslag/").content.decode()
    settle()
    assert list(verifying.findings()) == []


def test_what_is_said_at_a_confidential_item_stays_with_who_reads_the_item() -> None:
    meeting, by = held(Open=V.OPEN, Geheim=V.VERTROUWELIJK), make.secretaris()
    texts = {item.pk: f"Gezegd bij {item.title}." for item in meeting.items.all()}  # type: ignore[attr-defined]
    minutes.write(meeting=meeting, texts=texts, expected=0, by=by)
    for make_printed in (prints.verslag, prints.decisions):
        own, other = make_printed(meeting, make.member().user), make_printed(meeting, make.manager().user)
        assert "Geheim" in str(own.parts) and "Geheim" not in str(other.parts)
        assert "Open" in str(other.parts)


def test_pdf_is_tagged_dutch_and_titled_and_word_has_headings() -> None:
    meeting = held(Eerste=V.OPEN, Tweede=V.LEDEN)
    minutes.write(meeting=meeting, texts={}, expected=0, by=make.secretaris())
    user = make.member().user
    for printed in (prints.agenda(meeting, user), prints.decisions(meeting, user), prints.verslag(meeting, user)):
        with pikepdf.open(io.BytesIO(as_pdf(printed))) as pdf:
            assert pdf.Root.MarkInfo.Marked and "/StructTreeRoot" in pdf.Root
            assert str(pdf.Root.Lang) == "nl-NL"
            assert str(pdf.docinfo["/Title"]) == printed.title
            assert pdf.open_metadata()["pdfuaid:part"] == "1"
        word = docx.Document(io.BytesIO(as_docx(printed)))
        headings = [each.text for each in word.paragraphs if each.style.name == "Heading 1"]
        assert headings == [part.title for part in printed.parts]


def test_paper_takes_every_text_that_people_write() -> None:
    meeting = make.meeting(M.GEOPEND)
    odd = "Regel één\nregel twee \ue000 👩\u200d👧 “aanhaling” <b>niet vet</b> #let x = 1"
    AgendaItem.objects.filter(meeting=meeting).update(title=odd[:60], question=odd, advice=odd)
    printed = prints.agenda(meeting, make.member().user)
    assert as_pdf(printed).startswith(b"%PDF") and as_docx(printed).startswith(b"PK")


@pytest.mark.parametrize(("form", "start"), [("pdf", b"%PDF"), ("docx", b"PK")])
def test_lists_come_as_files_for_who_may(form: str, start: bytes) -> None:
    meeting = held(Eerste=V.OPEN)
    minutes.write(meeting=meeting, texts={}, expected=0, by=make.secretaris())
    client = client_of(make.manager())
    for what in ("besluitenlijst", "verslag"):
        answer = client.get(f"/vergaderingen/{of(meeting)}/{what}/{form}/")
        assert answer.content.startswith(start) and "attachment" in answer["Content-Disposition"]
    assert client.get(f"/vergaderingen/{of(meeting)}/verslag/exe/").status_code == 404


def test_only_open_decisions_that_were_read_again_go_out_in_the_words_of_the_secretaris() -> None:
    meeting, by = held(Open=V.OPEN, Ook=V.OPEN, Leden=V.LEDEN, Besloten=V.VERTROUWELIJK), make.secretaris()
    items = {item.title: item for item in meeting.items.select_related("outcome__decision")}  # type: ignore[attr-defined]
    lines = {items[title].outcome.decision_id: (title, f"Openbaar: {title}.") for title in ("Open", "Leden", "Besloten")}
    minutes.publish(meeting=meeting, lines=lines, by=by)
    page = Client().get(f"/besluitenlijsten/{of(meeting)}/").content.decode()
    assert "Openbaar: Open." in page
    assert not [word for word in ("Ook", "Leden", "Besloten over") if f"Openbaar: {word}" in page or f">{word}<" in page]
    assert meeting.title in Client().get("/besluitenlijsten/").content.decode()
    assert Client().get(f"/besluitenlijsten/{of(meeting)}/pdf/").content.startswith(b"%PDF")
    minutes.publish(meeting=meeting, lines={items["Ook"].outcome.decision_id: ("Ook", "Later erbij.")}, by=by)
    again = Client().get(f"/besluitenlijsten/{of(meeting)}/").content.decode()
    assert "Later erbij." in again and "Openbaar: Open." not in again, "the newest list counts"
    assert PublicList.objects.count() == 2


def test_nothing_goes_out_before_the_meeting_closed_or_without_a_choice() -> None:
    meeting, by = make.meeting(M.GEOPEND), make.secretaris()
    with pytest.raises(MinutesRefused) as refused:
        minutes.publish(meeting=meeting, lines={}, by=by)
    assert refused.value.codes == ["not-held"]
    with pytest.raises(MinutesRefused) as also:
        minutes.publish(meeting=held(Open=V.OPEN), lines={}, by=by)
    assert also.value.codes == ["nothing-chosen"]


def test_decision_with_personal_data_goes_from_the_public_list_too() -> None:
    meeting, by = held(Open=V.OPEN), make.secretaris()
    item = meeting.items.get(title="Open")  # type: ignore[attr-defined]
    minutes.publish(meeting=meeting, lines={item.outcome.decision_id: ("Open", "Over een bekend gezin.")}, by=by)
    remove(item)
    page = Client().get(f"/besluitenlijsten/{of(meeting)}/").content.decode()
    assert "is tekst verwijderd" in page
    assert "bekend gezin" not in Client().get(f"/besluitenlijsten/{of(meeting)}/").content.decode()


def place() -> Membership:
    return Membership.objects.filter(body__slug="stuurgroep", organisation__slug="valente")[0]


def test_toezegging_has_an_owner_and_a_day_and_comes_back_until_it_is_kept() -> None:
    item, by = make.open_item(), make.secretaris()
    with pytest.raises(ArrangementRefused) as refused:
        arrangements.arrange(key=make.uuid4(), item=item, kind=ArrangementKind.TOEZEGGING, text="Wij zoeken het uit.", by=by)
    assert refused.value.codes == ["no-owner"]
    promised = arrangements.arrange(
        key=make.uuid4(),
        item=item,
        kind=ArrangementKind.TOEZEGGING,
        text="Wij zoeken het uit.",
        membership=place(),
        due_date=clock.today() + timedelta(days=30),
        by=by,
    )
    make.closed(item.meeting)
    following = make.meeting(starts_at=clock.now() + timedelta(days=60))
    client = client_of(make.member())
    assert "Wij zoeken het uit." in client.get(following.get_absolute_url()).content.decode()
    arrangements.end(arrangement=promised, outcome=ArrangementOutcome.NAGEKOMEN, note="Gedaan.", by=by)
    arrangements.end(arrangement=promised, outcome=ArrangementOutcome.UITGEWERKT, note="Nog eens.", by=by)
    assert "Wij zoeken het uit." not in client.get(following.get_absolute_url()).content.decode()
    assert Arrangement.objects.get().end.outcome == ArrangementOutcome.NAGEKOMEN  # type: ignore[attr-defined]


def test_register_finds_by_dutch_stems_and_says_what_still_holds() -> None:
    by, client = make.secretaris(), client_of(make.manager())
    first = item_decisions.take(
        item=make.open_item(), key=make.uuid4(), kind=D.TER_KENNISGEVING, wording="Wij onderzochten de woningen.", by=by
    )
    address = "/vergaderingen/besluiten/"
    assert str(first) in client.get(address, {"q": "woning"}).content.decode()
    assert str(first) not in client.get(address, {"q": "kwartjesvinder"}).content.decode()
    second = item_decisions.take(
        item=make.open_item(), key=make.uuid4(), kind=D.TER_KENNISGEVING, wording="Anders.", corrects=first, by=by
    )
    replaced = client.get(address, {"stand": "vervangen"}).content.decode()
    assert f"Vervangen door {second}." in replaced
    standing = client.get(address, {"stand": "geldend"}).content.decode()
    assert "Anders." in standing and "Wij onderzochten" not in standing
    for odd in ({"soort": "onzin"}, {"stand": "onzin"}, {"q": "'\"&|!"}, {"q": "a" * 5000}):
        assert client.get(address, odd).status_code == 200


def test_agenda_as_pdf_is_made_in_the_background_for_the_rights_of_one_reader() -> None:
    meeting = make.meeting(M.IN_VOORBEREIDING)
    make.item(meeting, title="Besloten", visibility=V.VERTROUWELIJK)
    own, other = client_of(make.member()), client_of(make.manager())
    address = f"/vergaderingen/{of(meeting)}/set/"
    for client in (own, other):
        client.post(address)
        assert "wordt gemaakt" in client.get(address).content.decode()
    for asked in AgendaSet.objects.all():
        agenda_pdf.make(pk=asked.pk)
    sizes = {asked.total for asked in AgendaSet.objects.all()}
    assert sizes == {1, 2}, "each has what that reader may read"
    content = own.get(f"{address}?ophalen").content
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert pdf.Root.MarkInfo.Marked
    make.item(meeting, title="Erbij")
    assert "Maak de PDF" in own.get(address).content.decode(), "other words ask for another set"


def test_own_note_is_of_oneself_unless_shared_with_the_own_organisation() -> None:
    item = make.open_item()
    colleague, other = make.member("klankbordgroep", "valente"), make.member("klankbordgroep", "aedes")
    writer = client_of(make.member("stuurgroep", "valente"))
    address = f"/vergaderingen/punten/{of(item)}/notitie/"
    writer.post(address, {"text": "Alleen voor mij."})
    assert "Alleen voor mij." in writer.get(item.page_address).content.decode()
    assert "Alleen voor mij." not in client_of(colleague).get(item.page_address).content.decode()
    writer.post(address, {"text": "Voor ons samen.", "is_shared": "on"})
    assert "Voor ons samen." in client_of(colleague).get(item.page_address).content.decode()
    assert "Voor ons samen." not in client_of(other).get(item.page_address).content.decode()
    writer.post(address, {"text": ""})
    assert not item.own_notes.exists()  # type: ignore[attr-defined]
