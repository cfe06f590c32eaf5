"""Two people at the same moment, on a database that commits: one is heard, the other is told."""

from __future__ import annotations

import pytest

from knelpunten.domain import assessments, inquiries, mergers, recognitions
from knelpunten.models import InquiryAnswer, Knelpunt, KnelpuntStep
from portal.history.domain.verifying import findings
from tests import factories as make
from tests.at_once import at_once

pytestmark = pytest.mark.database
S = make.S


def test_two_colleagues_conclude_one_assessment(committed_db: str) -> None:
    knelpunt = make.knelpunt(S.IN_BEOORDELING)
    one, other = make.bureau(), make.bureau()
    said = at_once(
        lambda: assessments.conclude(knelpunt=knelpunt, outcome=S.OP_DE_LIJST, reason="Ja.", by=one),
        lambda: assessments.conclude(knelpunt=knelpunt, outcome=S.NIET_OPGENOMEN, reason="Nee.", by=other),
    )
    assert said == ["done", "no-such-step"]
    assert KnelpuntStep.objects.filter(knelpunt=knelpunt, from_state=S.IN_BEOORDELING).count() == 1
    assert list(findings()) == []


def test_two_houses_claim_what_has_no_house(committed_db: str) -> None:
    knelpunt = make.collected()
    twente, zeeland = make.manager("twente"), make.manager("zeeland")
    said = at_once(
        lambda: recognitions.claim(knelpunt=knelpunt, by=twente), lambda: recognitions.claim(knelpunt=knelpunt, by=zeeland)
    )
    assert said == ["done", "has-house"]


def test_two_colleagues_of_one_house_answer_one_uitvraag(committed_db: str) -> None:
    inquiry = make.inquiry()
    one, other = make.manager("twente"), make.manager("twente")
    said = at_once(
        lambda: inquiries.answer(inquiry=inquiry, text="Ja.", by=one),
        lambda: inquiries.answer(inquiry=inquiry, text="Nee.", by=other),
    )
    assert said == ["answered", "done"]
    assert InquiryAnswer.objects.count() == 1


def test_two_knelpunten_that_are_merged_with_each_other(committed_db: str) -> None:
    """Neither stands on the list, so neither can take the other in; and locking both never deadlocks."""
    one, other = make.knelpunt(S.IN_BEOORDELING), make.knelpunt(S.IN_BEOORDELING, house="zeeland")
    by = [make.bureau(), make.bureau()]
    merge = [
        lambda: assessments.conclude(knelpunt=one, outcome=S.SAMENGEVOEGD, into=other, reason="Zelfde.", by=by[0]),
        lambda: assessments.conclude(knelpunt=other, outcome=S.SAMENGEVOEGD, into=one, reason="Zelfde.", by=by[1]),
    ]
    assert at_once(*merge) == ["other-not-listed"] * 2
    assert mergers.blockers_for_merger(knelpunt=one, into=Knelpunt.objects.get(pk=one.pk))[0].code == "itself"
