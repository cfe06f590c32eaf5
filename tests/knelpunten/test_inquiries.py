"""The Stuurgroep asks all houses: each answers once, within its term, and all read the result when it is closed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from knelpunten.domain import inquiries
from knelpunten.domain.inquiries import InquiryRefused
from knelpunten.models import Inquiry, InquiryAnswer
from portal.kit import clock
from portal.network.models import House
from portal.notify.models import Notification
from tests import factories as make
from tests.figures import text_of
from tests.privacy.test_writing import client_of

pytestmark = pytest.mark.django_db


def test_every_house_of_today_is_asked_and_hears_of_it() -> None:
    make.manager("twente"), make.employee("zeeland")
    inquiry = make.inquiry()
    assert inquiry.asked.count() == House.objects.valid_on(clock.today()).count() == 31
    told = Notification.objects.filter(path=inquiry.get_absolute_url())
    assert (told.count(), set(told.values_list("about", flat=True))) == (2, {"uitvraag"})


def test_house_answers_once() -> None:
    inquiry, by = make.inquiry(), make.manager("twente")
    inquiries.answer(inquiry=inquiry, text="Bij ons speelt dit niet.", by=by)
    with pytest.raises(InquiryRefused) as refused:
        inquiries.answer(inquiry=inquiry, text="Toch wel.", by=make.manager("twente"))
    assert refused.value.codes == ["answered"]
    assert InquiryAnswer.objects.get().text == "Bij ons speelt dit niet."


def test_after_its_term_nobody_answers_until_there_is_more_time() -> None:
    inquiry, by, secretaris = make.inquiry(), make.manager("twente"), make.secretaris()
    with clock.at(clock.now() + timedelta(days=15)):
        with pytest.raises(InquiryRefused) as refused:
            inquiries.answer(inquiry=inquiry, text="Te laat.", by=by)
        assert refused.value.codes == ["closed"]
        inquiries.extend(inquiry=inquiry, closes_date=clock.today() + timedelta(days=3), by=secretaris)
        inquiries.answer(inquiry=inquiry, text="Nu wel.", by=by)


def test_on_the_last_day_a_house_still_answers() -> None:
    inquiry, by = make.inquiry(), make.manager("twente")
    last = clock.now().replace(hour=23, minute=59) + timedelta(days=14)
    with clock.at(last):
        inquiries.answer(inquiry=inquiry, text="Op de valreep.", by=by)


def test_last_answer_completes_it_and_opens_the_result() -> None:
    inquiry = make.inquiry()
    for asked in list(inquiry.asked.select_related("house"))[1:]:
        inquiries.answer(inquiry=inquiry, text="Ja.", by=make.manager(asked.house.slug))
    member = client_of(make.member("klankbordgroep"))
    assert "Ja." not in member.get(inquiry.get_absolute_url()).content.decode()
    first = inquiry.asked.first().house
    inquiries.answer(inquiry=inquiry, text="Wij ook.", by=make.manager(first.slug))
    page = member.get(inquiry.get_absolute_url()).content.decode()
    assert "Wij ook." in page and "Alle huizen hebben geantwoord" in page
    with pytest.raises(InquiryRefused):
        inquiries.extend(inquiry=inquiry, closes_date=clock.today() + timedelta(days=99), by=make.secretaris())


def test_while_it_is_open_a_house_reads_its_own_answer_only() -> None:
    inquiry = make.inquiry()
    inquiries.answer(inquiry=inquiry, text="kanarieeen", by=make.manager("twente"))
    inquiries.answer(inquiry=inquiry, text="kanarietwee", by=make.manager("zeeland"))
    own = client_of(make.manager("twente")).get(inquiry.get_absolute_url()).content.decode()
    assert "kanarieeen" in own and "kanarietwee" not in own
    assert "kanarietwee" in client_of(make.secretaris()).get(inquiry.get_absolute_url()).content.decode()
    with clock.at(clock.now() + timedelta(days=20)):
        assert "kanarietwee" in client_of(make.manager("twente")).get(inquiry.get_absolute_url()).content.decode()


def test_houses_that_did_not_answer_are_named() -> None:
    inquiry = make.inquiry()
    inquiries.answer(inquiry=inquiry, text="Ja.", by=make.manager("twente"))
    page = text_of(client_of(make.bureau()).get(inquiry.get_absolute_url()))
    silent = page.split("Nog geen antwoord van")[1]
    assert House.objects.get(slug="zeeland").name in silent
    assert House.objects.get(slug="twente").name not in silent
    assert "1 van 31 huizen antwoordden" in page


def test_asking_and_answering_on_the_page_and_what_is_refused_there() -> None:
    client = client_of(make.secretaris())
    sent = {
        "key": str(make.uuid4()),
        "question": "Werkt de nieuwe regeling?",
        "purpose": "Voor het Rijk.",
        "asked_for": "rijk",
        "closes_date": clock.today().isoformat(),
    }
    assert client.post("/uitvragen/nieuw/", sent).status_code == 422
    sent["closes_date"] = (clock.today() + timedelta(days=9)).isoformat()
    assert client.post("/uitvragen/nieuw/", sent).status_code == client.post("/uitvragen/nieuw/", sent).status_code == 302
    inquiry = Inquiry.objects.get()
    house = client_of(make.manager("twente"))
    assert "De Stuurgroep vraagt dit aan uw huis" in house.get("/overzicht/").content.decode()
    answer = f"{inquiry.get_absolute_url()}antwoord/"
    refused = house.post(answer, {"text": "Bel Jan op 06-12345678"})
    assert refused.status_code == 422 and "<mark>" in refused.content.decode()
    assert house.post(answer, {"text": "Ja, bij de meeste partners."}).status_code == 302
    again = house.post(answer, {"text": "Een tweede antwoord."})
    assert again.status_code == 422 and "antwoordt één keer" in again.content.decode()
    assert "Een tweede antwoord." in again.content.decode(), "what was written is not lost"
    assert client_of(make.employee("zeeland")).post(answer, {"text": "Namens"}).status_code == 403
