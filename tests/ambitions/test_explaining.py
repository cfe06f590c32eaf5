"""What is not feasible: how long an explanation holds, who helps, what was found, and what several of them become."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction

from ambitions.domain import bundles, explanations, lines
from ambitions.domain.explanations import ExplanationRefused
from ambitions.enums import Permission, Scope
from ambitions.models import ActionLine, Explanation
from ambitions.queries.grid import unsolved
from knelpunten.enums import KnelpuntState
from knelpunten.models import Knelpunt
from portal.kit import clock
from portal.kit.opaque import of
from portal.network.models import House
from tests import factories as make
from tests.privacy.test_writing import client_of

pytestmark = pytest.mark.django_db


def test_it_holds_until_its_day() -> None:
    made = make.explanation(holds_until=clock.today() + timedelta(days=3))
    assert list(Explanation.objects.standing(clock.today() + timedelta(days=3))) == [made]
    assert list(Explanation.objects.standing(clock.today() + timedelta(days=4))) == []


def test_it_holds_until_the_line_changes() -> None:
    made = make.explanation()
    line = made.line
    lines.rewrite(line=line, expected=1, note="Ruimer.", by=make.bureau(), title=line.title, text="Ruimer.", realised_when="Zo.")
    assert not Explanation.objects.standing(clock.today()).exists()
    assert Explanation.objects.get().standing == "de lijn is gewijzigd"
    renewed = make.explanation(on=ActionLine.objects.get(pk=line.pk), text="Ook ruimer lukt niet.")
    assert [each.pk for each in Explanation.objects.filter(ended_at__isnull=True)] == [renewed.pk]


def test_one_that_stands_is_not_shared_twice_and_the_same_form_makes_one() -> None:
    key, line, by = uuid4(), make.line(), make.manager()
    said = {"house": House.objects.get(slug="twente"), "line": line, "text": "Kan niet.", "holds_until": None, "by": by}
    first = explanations.share(key=key, **said)  # type: ignore[arg-type]
    assert explanations.share(key=key, **said) == first  # type: ignore[arg-type]
    with pytest.raises(ExplanationRefused) as refused:
        explanations.share(key=uuid4(), **said)  # type: ignore[arg-type]
    assert refused.value.codes == ["standing"]


def test_national_line_and_a_past_day_are_refused() -> None:
    with pytest.raises(ExplanationRefused) as refused:
        make.explanation(on=make.line(Scope.LANDELIJK), holds_until=date(2020, 1, 1))
    assert refused.value.codes == ["national", "past"]


def test_help_is_offered_by_another_house_or_an_organisation_but_not_by_itself() -> None:
    made = make.explanation()
    explanations.offer(explanation=made, text="Kom kijken.", by=make.manager("zeeland"))
    explanations.offer(explanation=made, text="Wij denken mee.", by=make.member("klankbordgroep"))
    assert [str(each.who) for each in made.offers.all()] == ["Zorg- en Veiligheidshuis Zeeland", "Valente"]  # type: ignore[attr-defined]
    assert not make.manager().user.may(Permission.OFFER_HELP, made)


def test_answer_takes_it_from_what_regions_cannot_solve() -> None:
    made = make.explanation()
    assert list(unsolved()) == [made]
    explanations.find_together(explanation=made, text="Samen met het buurhuis.", by=make.bureau())
    assert not unsolved().exists()


def test_withdrawn_stays_and_is_not_withdrawn_again() -> None:
    made = explanations.end(explanation=make.explanation(), reason="Gelukt.", by=make.manager())
    with pytest.raises(ExplanationRefused):
        explanations.end(explanation=made, reason="Nog eens.", by=make.manager())
    with pytest.raises(ExplanationRefused):
        explanations.offer(explanation=made, text="Hulp.", by=make.manager("zeeland"))


def test_what_was_shared_cannot_be_changed_in_the_database() -> None:
    made = make.explanation()
    for change in (
        {"house": House.objects.get(slug="zeeland")},
        {"holds_until": date(2030, 1, 1)},
        {"shared_at": datetime.now().astimezone()},
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            Explanation.objects.filter(pk=made.pk).update(**change)
    with pytest.raises(DatabaseError), transaction.atomic():
        Explanation.objects.filter(pk=made.pk).delete()


def _three() -> list[Explanation]:
    line = make.line()
    return [make.explanation(house, on=line) for house in ("twente", "zeeland", "drenthe")]


def test_three_explanations_become_a_rode_draad_with_a_knelpunt_of_each_house() -> None:
    three, key = _three(), uuid4()
    pattern = bundles.make_pattern(key=key, explanations=three, title="Geen ruimte", text="Overal hetzelfde.", by=make.bureau())
    found = Knelpunt.objects.filter(bundlings__pattern=pattern).order_by("pk")
    assert [(each.house.slug, each.state, each.ambition.number) for each in found] == [  # type: ignore[union-attr]
        (house, KnelpuntState.OP_DE_LIJST, 1) for house in ("twente", "zeeland", "drenthe")
    ]
    assert {each.became.knelpunt_id for each in Explanation.objects.all()} == {each.pk for each in found}
    assert bundles.make_pattern(key=key, explanations=three, title="x", text="y", by=make.bureau()) == pattern
    with pytest.raises(ExplanationRefused) as refused:
        bundles.make_pattern(key=uuid4(), explanations=three, title="x", text="y", by=make.bureau())
    assert refused.value.codes == ["was-bundled"]


def test_a_knelpunt_says_which_explanations_it_came_from() -> None:
    three = _three()
    made = bundles.make_knelpunt(key=uuid4(), explanations=three, title="Geen ruimte", text="Overal.", by=make.bureau())
    page = client_of(make.member()).get(f"/herkomst/knelpunt/{of(made)}/").content.decode()
    assert all(each.get_absolute_url() in page for each in three)


def test_explanations_become_one_knelpunt_with_all_houses_behind_it() -> None:
    made = bundles.make_knelpunt(key=uuid4(), explanations=_three(), title="Geen ruimte", text="Overal.", by=make.bureau())
    assert made.state == KnelpuntState.OP_DE_LIJST and made.house is None
    assert {each.house.slug for each in made.recognitions.all()} == {"twente", "zeeland", "drenthe"}  # type: ignore[attr-defined]


def test_one_explanation_or_those_of_two_ambitions_are_not_bundled() -> None:
    one = make.explanation()
    with pytest.raises(ExplanationRefused) as refused:
        bundles.make_knelpunt(key=uuid4(), explanations=[one], title="x", text="y", by=make.bureau())
    assert refused.value.codes == ["too-few"]
    other = make.explanation("zeeland", on=make.line(ambition=2))
    with pytest.raises(ExplanationRefused) as refused:
        bundles.make_knelpunt(key=uuid4(), explanations=[one, other], title="x", text="y", by=make.bureau())
    assert refused.value.codes == ["other-ambition"]


def test_a_text_that_may_describe_somebody_makes_nothing() -> None:
    line = make.line()
    both = [
        make.explanation("twente", on=line, text="Een vrouw uit Almelo kon nergens terecht."),
        make.explanation("zeeland", on=line),
    ]
    with pytest.raises(ExplanationRefused) as refused:
        bundles.make_pattern(key=uuid4(), explanations=both, title="Geen plek", text="Nergens.", by=make.bureau())
    assert refused.value.codes == ["look-again"] and not Knelpunt.objects.exists()
