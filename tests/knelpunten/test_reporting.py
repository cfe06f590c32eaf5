"""Who sees personal data says so: hidden at once, then taken away everywhere or put back, and the history still verifies."""

from __future__ import annotations

import json

import pytest
from django.core import serializers
from django.db import connection

from knelpunten.domain import recognising
from knelpunten.models import Knelpunt
from knelpunten.resembling import look_alikes
from portal.history.domain import verifying
from portal.history.models import Event
from portal.notify.models import Notification
from portal.privacy.domain import reporting
from tests import factories as make
from tests.privacy.test_writing import client_of

pytestmark = pytest.mark.django_db
S = make.S
SECRET = "Kanarievogeltje"


def _reported() -> Knelpunt:
    knelpunt = make.knelpunt(
        S.OP_DE_LIJST, title=f"{SECRET} titel", pattern=f"{SECRET} patroon", would_help=f"{SECRET} hulp", reason=f"{SECRET} reden"
    )
    recognising.recognise(knelpunt=knelpunt, note=f"{SECRET} noot", by=make.manager("zeeland"))
    client_of(make.manager("zeeland")).post(f"{knelpunt.get_absolute_url()}persoonsgegevens/")
    return Knelpunt.objects.get(pk=knelpunt.pk)


def test_a_report_hides_it_at_once_for_all_but_the_reviewer() -> None:
    reviewer = make.seat("landelijk-bureau", make.F.PRIVACYBEOORDELAAR)
    knelpunt = _reported()
    for reader in (make.manager(), make.manager("zeeland"), make.bureau(), make.member()):
        client = client_of(reader)
        assert client.get(knelpunt.get_absolute_url()).status_code == 404
        assert SECRET not in client.get("/themas/acute-onveiligheid/").content.decode()
        assert look_alikes(f"{SECRET} patroon titel", reader.user) == []
    assert Notification.objects.filter(user=reviewer.user, occasion__startswith="reported").count() == 1
    client = client_of(reviewer.actor)
    assert SECRET in client.get("/knelpunten/privacytoets/").content.decode()
    assert "Bekijk wat er weg moet" in client.get(knelpunt.get_absolute_url()).content.decode()


def test_what_is_removed_is_gone_everywhere_and_the_history_verifies() -> None:
    knelpunt = _reported()
    reviewer = make.seat("landelijk-bureau", make.F.PRIVACYBEOORDELAAR).actor
    assert (
        client_of(reviewer)
        .post(knelpunt.review_address, {"part": [part.code for part in reporting.parts_of(knelpunt)]})
        .status_code
        == 302
    )
    knelpunt.refresh_from_db()
    rows = [knelpunt, *knelpunt.steps.all(), *knelpunt.recognitions.all()]
    assert SECRET.lower() not in serializers.serialize("json", rows).lower()
    assert SECRET.lower() not in json.dumps(list(Event.objects.values_list("payload", flat=True))).lower()
    page = client_of(make.member()).get(knelpunt.get_absolute_url()).content.decode()
    assert "Tekst verwijderd" in page
    assert Event.objects.filter(verb="text_removed").count() == 1
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert list(verifying.findings()) == []


def test_what_is_put_back_is_read_again_by_who_could() -> None:
    knelpunt = _reported()
    reviewer = make.seat("landelijk-bureau", make.F.PRIVACYBEOORDELAAR).actor
    client_of(reviewer).post(knelpunt.review_address, {"put_back": ""})
    assert SECRET in client_of(make.member()).get(knelpunt.get_absolute_url()).content.decode()
    assert client_of(reviewer).get(knelpunt.get_absolute_url()).status_code == 200


def test_reported_twice_it_is_hidden_once_and_only_what_is_hidden_is_removed() -> None:
    make.seat("landelijk-bureau", make.F.PRIVACYBEOORDELAAR)
    knelpunt = make.knelpunt(S.OP_DE_LIJST)
    for _ in range(2):
        reporting.report(subject=knelpunt, by=make.member())
    assert Event.objects.filter(verb="personal_data_reported").count() == 1
    reporting.put_back(subject=knelpunt, by=make.bureau())
    with pytest.raises(reporting.ReportRefused):
        reporting.remove(subject=knelpunt, by=make.bureau())
