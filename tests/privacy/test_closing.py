"""A report about a part that went meanwhile, and a thing that cannot go while a report waits."""

from __future__ import annotations

import pytest

from agenda.meetings.domain import agenda_items, own_notes
from agenda.meetings.models import OwnNote
from portal.kit.refusals import Refused
from portal.privacy.domain import reports, reviews
from portal.privacy.enums import Judgement
from portal.privacy.models import Verdict, Withheld
from tests import factories as make
from tests.privacy.taking import WHY, code, report, reviewer
from tests.privacy.test_writing import client_of

pytestmark = pytest.mark.django_db


def test_a_report_about_a_part_that_went_meanwhile_is_closed_on_its_own_page() -> None:
    item, by = make.open_item(make.action()), make.member("stuurgroep", "aedes")
    own_notes.keep(item=item, text="Onze notitie", is_marked=False, is_shared=True, by=by)
    note = OwnNote.objects.get()
    reports.report(subject=item, code=code(note), why=WHY, by=by)
    assert Withheld.objects.exists(), "few read it"
    own_notes.keep(item=item, text="", is_marked=False, is_shared=False, by=by)
    client = client_of(reviewer())
    shown = client.get(item.review_address).content.decode()
    assert "Gemeld, en er niet meer" in shown and WHY in shown
    assert client.post(item.review_address, {"close": ""}, follow=True).status_code == 200
    assert [verdict.judgement for verdict in Verdict.objects.all()] == [Judgement.GONE]
    assert not Withheld.objects.exists() and client.get(item.review_address).status_code == 404


def test_an_item_about_which_a_report_waits_is_not_taken_off_the_agenda() -> None:
    meeting = make.meeting(make.M.IN_VOORBEREIDING)
    item = make.item(meeting)
    report(item)
    with pytest.raises(Refused) as refused:
        agenda_items.remove(item=item, by=make.secretaris())
    assert refused.value.codes == ["reported"]
    reviews.put_back(subject=item, by=reviewer())
    agenda_items.remove(item=item, by=make.secretaris())
    assert client_of(reviewer()).get("/knelpunten/privacytoets/").status_code == 200


def test_a_note_that_is_shared_no_more_has_its_own_words_again_when_the_report_is_closed() -> None:
    item, by = make.open_item(make.action()), make.member("stuurgroep", "aedes")
    own_notes.keep(item=item, text="Onze notitie", is_marked=False, is_shared=True, by=by)
    note = OwnNote.objects.get()
    reports.report(subject=item, code=code(note), why=WHY, by=by)
    OwnNote.objects.update(organisation=None)
    reviews.close_gone(subject=item, by=reviewer())
    note.refresh_from_db()
    assert note.text == "Onze notitie" and not Withheld.objects.exists()


def test_taking_an_item_off_twice_is_taking_it_off_once() -> None:
    item = make.item(make.meeting(make.M.IN_VOORBEREIDING))
    agenda_items.remove(item=item, by=make.secretaris())
    agenda_items.remove(item=item, by=make.secretaris())
