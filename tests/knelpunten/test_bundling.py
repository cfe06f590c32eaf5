"""Rode draden: knelpunten bundled and taken out at will, their words and history untouched, their houses told."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from knelpunten.domain import recognitions, rode_draden
from knelpunten.domain.rode_draden import BundlingRefused
from knelpunten.models import Knelpunt, Pattern
from knelpunten.pages.rode_draad import pattern_page
from portal.kit.opaque import of
from portal.kit.refusals import Stale
from portal.notify.models import Notification
from tests import factories as make
from tests.figures import text_of
from tests.privacy.test_writing import client_of

pytestmark = pytest.mark.django_db
S = make.S


def _three() -> list[Knelpunt]:
    return [make.knelpunt(S.OP_DE_LIJST, house=house) for house in ("twente", "zeeland", "drenthe")]


def test_bundled_knelpunten_keep_their_words_state_and_history() -> None:
    knelpunten = _three()
    before = [(k.title, k.pattern, k.state, k.steps.count()) for k in knelpunten]
    pattern = make.pattern(*knelpunten)
    for knelpunt in knelpunten:
        knelpunt.refresh_from_db()
    assert [(k.title, k.pattern, k.state, k.steps.count()) for k in knelpunten] == before
    assert [house.slug for house in pattern_page(pattern, make.bureau().user).houses] == ["drenthe", "twente", "zeeland"]


def test_houses_behind_count_those_that_recognise_too() -> None:
    first, *_ = knelpunten = _three()[:1]
    recognitions.recognise(knelpunt=first, note="", by=make.manager("zeeland"))
    page = pattern_page(make.pattern(*knelpunten), make.bureau().user)
    assert (len(page.houses), page.total) == (2, 31)


def test_houses_hear_when_their_knelpunt_comes_in_and_goes_out() -> None:
    make.employee("twente")
    [knelpunt, *_] = _three()
    Notification.objects.all().delete()
    pattern = make.pattern(knelpunt)
    rode_draden.unbundle(pattern=pattern, knelpunt=knelpunt, reason="Toch iets anders.", by=make.bureau())
    told = Notification.objects.filter(occasion__startswith="bundling")
    assert {each.occasion.rsplit(":", 1)[1] for each in told} == {"in", "out"}


def test_unbundling_asks_why_and_is_remembered() -> None:
    pattern = make.pattern(knelpunt := make.knelpunt(S.OP_DE_LIJST))
    with pytest.raises(BundlingRefused) as refused:
        rode_draden.unbundle(pattern=pattern, knelpunt=knelpunt, reason=" ", by=make.bureau())
    assert refused.value.codes == ["no-reason"]
    rode_draden.unbundle(pattern=pattern, knelpunt=knelpunt, reason="Toch iets anders.", by=make.bureau())
    page = pattern_page(pattern, make.bureau().user)
    assert (page.knelpunten, [each.unbundled_reason for each in page.left]) == ([], ["Toch iets anders."])
    rode_draden.bundle(pattern=pattern, knelpunten=[knelpunt], by=make.bureau())
    assert pattern_page(pattern, make.bureau().user).knelpunten == [knelpunt]


def test_a_knelpunt_is_in_one_rode_draad_at_a_time_and_all_or_none_come_in() -> None:
    one, two, three = _three()
    make.pattern(one)
    other = make.pattern(two)
    with pytest.raises(BundlingRefused) as refused:
        rode_draden.bundle(pattern=other, knelpunten=[three, one], by=make.bureau())
    assert refused.value.codes == ["bundled"]
    assert not three.bundlings.exists()


@pytest.mark.parametrize("state", [S.CONCEPT, S.PRIVACYTOETS])
def test_what_was_not_handed_in_is_not_bundled(state: S) -> None:
    with pytest.raises(BundlingRefused):
        make.pattern(make.knelpunt(state))
    assert not Pattern.objects.exists()


def test_a_reader_sees_of_a_rode_draad_what_it_may_see() -> None:
    seen, unseen = make.knelpunt(S.OP_DE_LIJST), make.knelpunt(S.INGEDIEND, house="zeeland", title="Nog niet voor iedereen")
    pattern = make.pattern(seen, unseen)
    reader = make.member().user
    page = pattern_page(pattern, reader)
    assert (page.knelpunten, len(page.houses), page.total) == ([seen], 1, 31)
    client = client_of(make.member())
    assert "Nog niet voor iedereen" not in client.get(pattern.get_absolute_url()).content.decode()
    assert "1 knelpunt " in text_of(client.get("/knelpunten/rode-draden/"))
    assert "2 knelpunten" in text_of(client_of(make.bureau()).get("/knelpunten/rode-draden/"))


def test_page_costs_the_same_with_many() -> None:
    def cost(pattern: Pattern) -> int:
        with CaptureQueriesContext(connection) as asked:
            list(pattern_page(pattern, user).knelpunten)
        return len(asked)

    user = make.bureau().user
    user.may("knelpunten.bundle")
    few, many = make.pattern(), make.pattern(*(make.knelpunt(S.OP_DE_LIJST) for _ in range(9)))
    assert cost(few) == cost(many)


def test_landelijk_bureau_bundles_from_suggestions_and_makes_an_action_of_it() -> None:
    words = {"title": "Geen crisisbed in het weekend", "pattern": "In het weekend is er geen crisisbed te vinden."}
    one, two = (make.knelpunt(S.OP_DE_LIJST, house=house, **words) for house in ("twente", "zeeland"))
    client = client_of(make.bureau())
    fields = {
        "key": str(make.uuid4()),
        "title": "Crisisbedden",
        "analysis": "Overal hetzelfde: geen crisisbed in het weekend.",
        "theme": make.theme().pk,
    }
    made = client.post("/knelpunten/rode-draden/nieuw/", {**fields, "knelpunten": [one.pk]})
    pattern = Pattern.objects.get()
    assert made.headers["Location"] == pattern.get_absolute_url()
    assert f'value="{of(two)}"' in client.get(pattern.get_absolute_url()).content.decode()
    client.post(f"{pattern.get_absolute_url()}bundelen/", {"knelpunten": [two.pk]})
    assert "2 van 31 huizen" in text_of(client.get(pattern.get_absolute_url()))
    proposal = client.get(f"/acties/nieuw/?knelpunt={of(one)}&knelpunt={of(two)}").content.decode()
    assert proposal.count("checked") >= 2
    assert "Crisisbedden" in client_of(make.manager()).get(one.get_absolute_url()).content.decode()


def test_two_colleagues_write_at_once_and_the_second_hears_of_it() -> None:
    pattern = make.pattern()
    rode_draden.revise(pattern=pattern, expected=1, title="Een", analysis="Een.", theme=None, by=make.bureau())
    with pytest.raises(Stale):
        rode_draden.revise(pattern=pattern, expected=1, title="Twee", analysis="Twee.", theme=None, by=make.bureau())
    client, mine = client_of(make.bureau()), {"title": "Twee", "analysis": "Mijn tekst."}
    answer = client.post(f"{pattern.get_absolute_url()}wijzigen/", {**mine, "version": 1})
    page = answer.content.decode()
    assert (answer.status_code, "Zo staat het er nu" in page, "Mijn tekst." in page) == (409, True, True)
    assert 'name="version" value="2"' in page
    assert client.post(f"{pattern.get_absolute_url()}wijzigen/", {**mine, "version": 2}).status_code == 302


def test_a_reason_that_may_describe_somebody_can_be_looked_at_and_sent() -> None:
    pattern = make.pattern(knelpunt := make.knelpunt(S.OP_DE_LIJST))
    client, address = client_of(make.bureau()), f"{pattern.get_absolute_url()}losmaken/{of(knelpunt)}/"
    asked = client.post(address, {"reason": "Dit gaat over een vrouw uit Almelo."})
    page = asked.content.decode()
    assert (asked.status_code, 'name="confirmed"' in page, "een vrouw uit Almelo.</textarea>" in page) == (422, True, True)
    assert client.post(address, {"reason": "Dit gaat over een vrouw uit Almelo.", "confirmed": "on"}).status_code == 302
    assert not knelpunt.bundlings.filter(unbundled_at__isnull=True).exists()
