"""A knelpunt that goes to the Samenwerkingsagenda is taken up by a line, and its house sees which."""

from __future__ import annotations

import pytest
from django.test import Client

from ambitions.domain import line_knelpunten, lines
from ambitions.models import LineKnelpunt
from knelpunten.enums import KnelpuntState as S
from knelpunten.models import Knelpunt
from portal.kit.opaque import of
from portal.network.models import Ambition
from portal.notify.models import Notification
from portal.ui import chains
from tests import factories as make
from tests.privacy.test_writing import client_of

pytestmark = pytest.mark.django_db


def _sent() -> Knelpunt:
    """A knelpunt that went to the Samenwerkingsagenda, with the first ambition."""
    return make.knelpunt(S.NAAR_SAMENWERKINGSAGENDA, theme=None)


def test_the_bureau_lets_a_line_take_up_a_knelpunt_and_the_house_reads_which() -> None:
    line, knelpunt, bureau = make.line(title="Samen huren"), _sent(), client_of(make.bureau())
    page = line.get_absolute_url()
    assert "Nog door geen lijn opgepakt" in bureau.get(page).content.decode()
    assert "nog door geen lijn opgepakt" in bureau.get("/samenwerkingsagenda/ambities/krachtig-netwerk/").content.decode()

    bureau.post(f"{page}knelpunten/", {"knelpunt": of(knelpunt)})
    shown = bureau.get(page).content.decode()
    assert knelpunt.title in shown
    assert "Nog door geen lijn opgepakt" not in shown
    house = client_of(make.manager())
    assert "Samen huren" in house.get(knelpunt.get_absolute_url()).content.decode()
    assert "opgepakt door" in house.get("/samenwerkingsagenda/ambities/krachtig-netwerk/").content.decode()
    for address in (page, "/samenwerkingsagenda/ambities/krachtig-netwerk/"):
        assert knelpunt.title not in Client().get(address).content.decode()


def test_the_house_hears_of_it_once() -> None:
    line, knelpunt, by = make.line(), _sent(), make.bureau()
    before = Notification.objects.count()
    line_knelpunten.take_up(line=line, knelpunt=knelpunt, by=by)
    told = Notification.objects.count() - before
    assert told >= 1
    line_knelpunten.take_up(line=line, knelpunt=knelpunt, by=by)
    assert (LineKnelpunt.objects.count(), Notification.objects.count() - before) == (1, told)


def test_what_was_let_go_can_be_taken_up_again_and_all_of_it_stays() -> None:
    line, other, knelpunt, by = make.line(), make.line(), _sent(), make.bureau()
    for act in (line_knelpunten.take_up, line_knelpunten.let_go, line_knelpunten.let_go, line_knelpunten.take_up):
        act(line=line, knelpunt=knelpunt, by=by)
    assert [each.is_taken_up for each in LineKnelpunt.objects.all()] == [True, False, True]
    line_knelpunten.take_up(line=other, knelpunt=knelpunt, by=by)
    client_of(by).post(f"{line.get_absolute_url()}knelpunten/", {"knelpunt": of(knelpunt), "los": "ja"})
    assert [each.line for each in LineKnelpunt.objects.standing()] == [other]


def test_the_chain_of_the_knelpunt_leads_to_the_line() -> None:
    line, knelpunt = make.line(), _sent()
    line_knelpunten.take_up(line=line, knelpunt=knelpunt, by=make.bureau())
    chain = chains.read([knelpunt], make.manager().user)[knelpunt.pk]
    assert [link.url for link in chain.links("Actie")] == [line.get_absolute_url()]
    assert chain.branch == "Naar de Samenwerkingsagenda"


@pytest.mark.parametrize(
    ("state", "ambition", "code"), [(S.OP_DE_LIJST, 1, "not-of-the-agenda"), (S.NAAR_SAMENWERKINGSAGENDA, 2, "other-ambition")]
)
def test_a_line_takes_up_only_what_went_to_its_ambition(state: S, ambition: int, code: str) -> None:
    knelpunt = make.knelpunt(state, ambition=Ambition.objects.get(number=1), theme=None)
    with pytest.raises(lines.LineRefused) as refused:
        line_knelpunten.take_up(line=make.line(ambition=ambition), knelpunt=knelpunt, by=make.bureau())
    assert refused.value.codes == [code]


def test_a_line_that_is_over_takes_up_nothing() -> None:
    line = lines.end(line=make.line(), until_year=2025, by=make.bureau())
    with pytest.raises(lines.LineRefused) as refused:
        line_knelpunten.take_up(line=line, knelpunt=_sent(), by=make.bureau())
    assert refused.value.codes == ["line-over"]


@pytest.mark.parametrize("sent", [{}, {"knelpunt": "x"}, {"knelpunt": "999999999999999999999"}, {"knelpunt": "-1"}])
def test_what_is_no_knelpunt_is_said(sent: dict[str, str]) -> None:
    line = make.line()
    answer = client_of(make.bureau()).post(f"{line.get_absolute_url()}knelpunten/", sent, follow=True)
    assert "Kies welk knelpunt" in answer.content.decode()
    assert not LineKnelpunt.objects.exists()
