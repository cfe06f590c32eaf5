"""Personal data that got into a line, a plan or an explanation is taken out of every text, and the chain still verifies."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection

from ambitions.domain import bundles, explanations, plans
from ambitions.domain import reports as line_reports
from ambitions.enums import LineStatus, PlanState, Scope
from ambitions.models import ActionLine, Explanation, LineAnswer, RegionalPlan
from knelpunten.models import Knelpunt
from portal.files.domain import stored_files
from portal.history.domain.verifying import findings
from portal.kit import clock
from portal.privacy.queries.parts import parts_of
from tests import factories as make
from tests.privacy.taking import remove, report
from tests.privacy.test_writing import client_of

pytestmark = pytest.mark.django_db


def national_line() -> ActionLine:
    line = make.line(Scope.LANDELIJK, owner="valente", title="Weg met dit")
    line_reports.report(line=line, status=LineStatus.OP_KOERS, text="Weg met bericht", by=make.member())
    return line


def plan() -> RegionalPlan:
    made = make.plan(PlanState.TERUG, planned="Weg met plan", explanation="Weg met uitleg")
    plans.write(plan=made, expected=0, priorities="Weg met prioriteit", offers="", asks="", by=make.manager())
    plans.submit(plan=made, by=make.manager())
    file = stored_files.keep(key=make.uuid4(), name="weg.txt", data=b"Weg.", by=make.bureau())
    plans.adopt(
        plan=made,
        approved_date=clock.today() - timedelta(days=1),
        approved_by="Weg met naam",
        approval=file,
        is_public=True,
        by=make.manager(),
    )
    return RegionalPlan.objects.get(pk=made.pk)


def explanation() -> Explanation:
    made = make.explanation(text="Weg met waarom")
    explanations.offer(explanation=made, text="Weg met hulp", by=make.member())
    explanations.find_together(explanation=made, text="Weg met antwoord", by=make.bureau())
    return explanations.end(explanation=made, reason="Weg met einde", by=make.manager())


@pytest.mark.parametrize(("make_it", "parts"), [(national_line, 3), (plan, 4), (explanation, 3)])
def test_everything_somebody_wrote_goes_and_the_page_still_opens(make_it: Any, parts: int) -> None:
    subject, reviewer = make_it(), make.seat("landelijk-bureau", "privacybeoordelaar").actor
    report(subject, by=make.bureau())
    assert len(parts_of(subject)) == parts
    page = client_of(reviewer).get(subject.review_address).content.decode()
    assert page.count("Weg met") + page.count("weg.txt") >= parts
    remove(subject)
    shown = client_of(make.bureau()).get(subject.get_absolute_url())
    assert shown.status_code == 200 and "Weg met" not in shown.content.decode()
    connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert list(findings()) == []


def test_words_that_were_carried_on_shared_and_bundled_go_with_the_plan_they_came_from() -> None:
    line, said = make.line(), "Weg met deze woorden"
    first = make.plan(PlanState.INGEDIEND, status=LineStatus.NIET_HAALBAAR, explanation=said)
    other = make.explanation("zeeland", on=line)
    bundles.make_pattern(
        key=make.uuid4(), explanations=[Explanation.objects.get(text=said), other], title="Titel", text="Tekst", by=make.bureau()
    )
    make.plan(year=2027)
    remove(first)
    left = [
        *LineAnswer.objects.filter(explanation=said),
        *Explanation.objects.filter(text=said),
        *Knelpunt.objects.filter(pattern=said),
    ]
    assert left == []


def test_words_of_an_explanation_go_from_the_one_knelpunt_it_became_part_of() -> None:
    line, said = make.line(), "Weg met deze woorden"
    both = [make.explanation(on=line, text=said), make.explanation("zeeland", on=line)]
    made = bundles.make_knelpunt(key=make.uuid4(), explanations=both, title="Titel", text="Tekst", by=make.bureau())
    remove(both[0])
    assert said not in made.recognitions.values_list("note", flat=True)  # type: ignore[attr-defined]
