"""Look-alikes that help to decide, and houses that stand behind each other's knelpunt."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from knelpunten.domain import recognitions
from knelpunten.domain.recognitions import RecognitionRefused
from knelpunten.models import Knelpunt, Recognition
from knelpunten.queries.knelpunten import breadth
from knelpunten.queries.resemblance import look_alikes
from portal.kit import clock
from portal.kit.opaque import of
from portal.network.models import House
from portal.privacy.domain.guard import PersonalDataRefused
from tests import factories as make
from tests.privacy.test_writing import client_of, knelpunt_fields

pytestmark = pytest.mark.django_db
WORDS = {"title": "Geen crisisbed in het weekend", "pattern": "Na vrijdagmiddag is in de regio nergens een crisisbed te vinden."}


def _alike(text: str, by: Any, **but: Any) -> list[str]:
    return [found.title for found in look_alikes(text, by.user, **but)]


def test_what_shares_telling_words_is_found_the_likest_first() -> None:
    make.knelpunt(make.S.OP_DE_LIJST, title="Crisisbedden", pattern="Een crisisbed voor jongeren ontbreekt in het weekend.")
    make.knelpunt(make.S.OP_DE_LIJST, **WORDS)
    make.knelpunt(make.S.OP_DE_LIJST, title="Huisvesting", pattern="Briefadressen worden geweigerd.")
    text = "In de weekenden is er voor onze regio geen crisisbed te vinden"
    assert _alike(text, make.manager("zeeland")) == ["Geen crisisbed in het weekend", "Crisisbedden"]
    assert _alike("iets heel anders", make.manager("zeeland")) == []
    assert _alike("", make.manager("zeeland")) == []
    assert _alike("' & | ! \\ <-> :*", make.manager("zeeland")) == []


def test_look_alikes_never_show_what_a_reader_may_not_see() -> None:
    for state in make.S:
        make.knelpunt(state, title=f"Crisisbed {state}", pattern="Nergens een crisisbed te vinden in het weekend.")
    shared = {
        f"Crisisbed {state}" for state in ("op_de_lijst", "gekoppeld", "beantwoord", "elders_belegd", "naar_samenwerkingsagenda")
    }
    assert set(_alike("crisisbed weekend vinden", make.manager("zeeland"))) == shared


def test_looking_for_look_alikes_costs_the_same_with_many() -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            look_alikes("crisisbed weekend", by.user)
        return len(asked)

    by = make.manager("zeeland")
    by.user.may("knelpunten.draft")
    make.knelpunt(make.S.OP_DE_LIJST, **WORDS)
    few = cost()
    for _ in range(8):
        make.knelpunt(make.S.OP_DE_LIJST, **WORDS)
    assert cost() == few == 2


def test_while_writing_look_alikes_are_shown_and_nothing_is_kept() -> None:
    make.knelpunt(make.S.OP_DE_LIJST, **WORDS)
    answer = client_of(make.manager("zeeland")).post("/knelpunten/lijkt-op/", {"title": "Crisisbed", "pattern": "in het weekend"})
    page = answer.content.decode()
    assert "Geen crisisbed in het weekend" in page
    assert "van 31 huizen" not in page, "one house out of all is no news"
    assert Knelpunt.objects.count() == 1


def test_before_sending_a_house_can_stand_behind_what_is_there() -> None:
    standing = make.knelpunt(make.S.OP_DE_LIJST, **WORDS)
    client = client_of(make.manager("zeeland"))
    answer = client.post(
        "/knelpunten/nieuw/", knelpunt_fields(title="Crisisbed", pattern="In het weekend nergens te vinden.", submit="")
    )
    page = client.get(answer.headers["Location"]).content.decode()
    assert standing.get_absolute_url() in page
    assert "Wij herkennen dit knelpunt" in page
    client.post(f"{standing.get_absolute_url()}herkennen/", {"note": "Ook bij ons."})
    assert breadth(standing).words == "2 van 31 huizen"
    detail = client_of(make.manager()).get(standing.get_absolute_url()).content.decode()
    assert "Ook bij ons." in detail
    assert "2 van 31 huizen" in " ".join(re.sub(r"</?data[^>]*>", "", detail).split())


def test_a_house_stands_behind_it_once_and_can_take_it_back() -> None:
    knelpunt, by = make.knelpunt(make.S.OP_DE_LIJST), make.manager("zeeland")
    first = recognitions.recognise(knelpunt=knelpunt, note="Een.", by=by)
    assert recognitions.recognise(knelpunt=knelpunt, note="Twee.", by=by) == first
    with pytest.raises(IntegrityError), transaction.atomic():
        Recognition.objects.create(knelpunt=knelpunt, house=first.house, recognised_at=clock.now())
    recognitions.withdraw(knelpunt=knelpunt, by=by)
    assert breadth(knelpunt).count == 1
    with pytest.raises(RecognitionRefused):
        recognitions.withdraw(knelpunt=knelpunt, by=by)
    recognitions.recognise(knelpunt=knelpunt, note="Toch weer.", by=by)
    assert breadth(knelpunt).count == 2


@pytest.mark.parametrize(("state", "house", "code"), [("op_de_lijst", "twente", "own"), ("ingediend", "zeeland", "not-shared")])
def test_not_ones_own_and_not_what_is_not_shared(state: str, house: str, code: str) -> None:
    with pytest.raises(RecognitionRefused) as refused:
        recognitions.recognise(knelpunt=make.knelpunt(make.S(state)), note="", by=make.manager(house))
    assert refused.value.codes == [code]


def test_a_note_holds_no_identifier() -> None:
    with pytest.raises(PersonalDataRefused):
        recognitions.recognise(knelpunt=make.knelpunt(make.S.OP_DE_LIJST), note="Bel 06-12345678", by=make.manager("zeeland"))


def test_breadth_counts_the_houses_of_today() -> None:
    knelpunt = make.knelpunt(make.S.OP_DE_LIJST)
    recognitions.recognise(knelpunt=knelpunt, note="", by=make.manager("zeeland"))
    House.objects.filter(slug="zeeland").update(until_date=clock.today() - timedelta(days=1))
    assert breadth(knelpunt).words == "1 van 30 huizen"
    assert Knelpunt.objects.with_breadth().get(pk=knelpunt.pk).breadth == 1


def test_a_draft_is_kept_while_somebody_writes_and_saving_goes_on_with_it() -> None:
    client = client_of(make.manager())
    fields = knelpunt_fields(title="Eerste", pattern="Een patroon.")
    kept = client.post("/knelpunten/bewaren/", fields).content.decode()
    knelpunt = Knelpunt.objects.get()
    assert f'name="knelpunt" value="{of(knelpunt)}"' in kept
    assert 'name="version" value="1"' in kept
    again = client.post("/knelpunten/bewaren/", {**fields, "title": "Tweede", "knelpunt": of(knelpunt), "version": 1})
    assert 'name="version" value="2"' in again.content.decode()
    assert (
        client.post(
            "/knelpunten/nieuw/", {**fields, "title": "Derde", "knelpunt": of(knelpunt), "version": 2, "save": ""}
        ).status_code
        == 302
    )
    knelpunt.refresh_from_db()
    assert (knelpunt.title, knelpunt.version, Knelpunt.objects.count()) == ("Derde", 3, 1)
    stale = client.post("/knelpunten/nieuw/", {**fields, "title": "Vierde", "knelpunt": of(knelpunt), "version": 2, "save": ""})
    assert (stale.status_code, "Derde" in stale.content.decode()) == (409, True)


@pytest.mark.parametrize("fields", [{"title": ""}, {"pattern": "Bel 06-12345678."}])
def test_what_is_not_right_is_not_kept(fields: dict[str, str]) -> None:
    answer = client_of(make.manager()).post("/knelpunten/bewaren/", knelpunt_fields(**fields))
    assert "Nog niet vanzelf bewaard" in answer.content.decode()
    assert "06-1234" not in answer.content.decode()
    assert not Knelpunt.objects.exists()


def test_nobody_writes_on_in_anothers_draft() -> None:
    other = make.knelpunt(house="zeeland")
    client_of(make.manager()).post("/knelpunten/bewaren/", knelpunt_fields(title="Van mij", knelpunt=of(other), version=1))
    other.refresh_from_db()
    assert other.title != "Van mij"
    assert Knelpunt.objects.count() == 2
