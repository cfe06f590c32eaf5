"""The grid of houses and lines, kept at a moment, compared, and offered to the Stuurgroep; reports on national lines."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from agenda.meetings.domain import proposals
from agenda.meetings.enums import MeetingState
from ambitions.domain import explanations, freezes, lines, plans, reports
from ambitions.domain.freezes import FreezeRefused
from ambitions.domain.reports import ReportRefused
from ambitions.enums import LineStatus, PlanState, Scope
from ambitions.models import ActionLine, Freeze, LineAnswer, NationalReport
from ambitions.queries.grid import CODES, OLD, compared, grid_of, over_years, status_of, stuck_in, thawed
from portal.kit import clock
from portal.kit.opaque import of
from tests import factories as make
from tests.privacy.test_writing import client_of

pytestmark = pytest.mark.django_db

L, P = LineStatus, PlanState


def said(line: ActionLine, house: str, year: int = 2026) -> str:
    from portal.network.models import House

    return grid_of(make.plan_year(year)).cells.get(line.pk, {}).get(House.objects.get(slug=house).pk, "")


def test_grid_has_what_was_submitted_and_nothing_of_a_concept() -> None:
    line = make.line()
    make.plan(P.INGEDIEND, status=L.GEREALISEERD)
    make.plan(P.CONCEPT, house="zeeland")
    grid = grid_of(make.plan_year())
    assert len(grid.houses) == 31
    assert grid.counts(line.pk) == {L.GEREALISEERD: 1, None: 30}
    assert (grid.filled(line.pk), grid.met(line.pk)) == (1, 1)


def test_returned_plan_counts_as_it_was_submitted() -> None:
    line = make.line()
    plan = make.plan(P.TERUG, status=L.OP_KOERS)
    from ambitions.domain.answers import answer

    last = plans.newest_answers(plan)[line.pk]
    answer(plan=plan, line=line, expected=last.pk, read=1, status=L.GEREALISEERD, planned="", explanation="", by=make.manager())
    assert status_of(said(line, "twente")) == L.OP_KOERS


def test_answer_about_an_earlier_text_is_filled_in_no_longer() -> None:
    line = make.line()
    make.plan(P.VASTGESTELD, status=L.GEREALISEERD)
    lines.rewrite(
        line=line, expected=1, note="Scherper.", by=make.bureau(), title=line.title, text="Anders.", realised_when="Zo."
    )
    grid = grid_of(make.plan_year())
    assert said(line, "twente").endswith(OLD) and grid.filled(line.pk) == 0 and grid.met(line.pk) == 1


def test_explanation_that_stands_goes_before_the_plan_and_not_once_it_is_withdrawn() -> None:
    line = make.line()
    make.plan(P.INGEDIEND, status=L.OP_KOERS)
    made = make.explanation(on=line)
    assert status_of(said(line, "twente")) == L.NIET_HAALBAAR
    explanations.end(explanation=made, reason="Gelukt.", by=make.manager())
    assert status_of(said(line, "twente")) == L.OP_KOERS


def test_house_that_is_no_more_is_not_counted() -> None:
    from portal.network.models import House

    line = make.line()
    make.plan(P.INGEDIEND, status=L.GEREALISEERD)
    House.objects.filter(slug="twente").update(until_date=clock.today() - timedelta(days=1))
    assert grid_of(make.plan_year()).counts(line.pk) == {None: 30}


def test_what_was_unsolved_when_it_was_kept_stays_in_the_report() -> None:
    made = make.explanation()
    kept = make.frozen()
    explanations.find_together(explanation=made, text="Samen.", by=make.bureau())
    make.explanation("zeeland")
    assert [each.pk for each in stuck_in(Freeze.objects.get(pk=kept.pk), make.bureau().user)] == [made.pk]


def test_what_was_kept_stays_and_is_compared_with_now() -> None:
    line = make.line()
    make.plan(P.INGEDIEND, status=L.LOOPT_ACHTER)
    kept = make.frozen()
    make.plan(P.INGEDIEND, house="zeeland", status=L.GEREALISEERD)
    assert thawed(Freeze.objects.get(pk=kept.pk)).counts(line.pk) == {L.LOOPT_ACHTER: 1, None: 30}
    now = compared(grid_of(make.plan_year()), thawed(kept))
    assert [(each, next(name for pk, name in now.houses if pk == house)) for each, house in now.changed] == [(line.pk, "Zeeland")]


def test_a_comparison_says_in_words_what_changed_where() -> None:
    make.line(title="Samen huren")
    make.plan(P.INGEDIEND, status=L.LOOPT_ACHTER)
    kept = make.frozen()
    make.explanation(on=ActionLine.objects.get())
    make.plan(P.INGEDIEND, house="zeeland", status=L.GEREALISEERD)
    page = client_of(make.bureau()).get("/samenwerkingsagenda/monitor/", {"jaar": "2026", "met": of(kept)}).content.decode()
    for house, was, now in (("Twente", "loopt achter", "(deels) niet haalbaar"), ("Zeeland", "geen antwoord", "gerealiseerd")):
        assert f'<tr><th scope="row">{house}</th><td>1. Samen huren</td><td>{was}</td><td>{now}</td></tr>' in page
    assert page.count("<td>1. Samen huren</td>") == 2


def test_lines_are_read_over_the_years_as_the_network_reads_them() -> None:
    line, later = make.line(), make.line(from_year=2026)
    for year, house, status in ((2025, "twente", L.OP_KOERS), (2026, "twente", L.GEREALISEERD), (2026, "zeeland", L.OP_KOERS)):
        make.plan(P.INGEDIEND, house=house, year=year, status=status)
    make.plan(P.CONCEPT, house="drenthe")
    table = {each.pk: row for each, row in over_years(grid_of(make.plan_year()))}
    assert table == {line.pk: [(2026, (2, 1)), (2025, (1, 0))], later.pk: [(2026, (2, 1)), (2025, None)]}
    page = client_of(make.bureau()).get("/samenwerkingsagenda/monitor/?jaren").content.decode()
    cells = re.findall(r'<td class="count">(\d van \d|–)</td>', re.sub(r"</?data[^>]*>", "", page))
    assert cells == ["1 van 2", "0 van 1", "1 van 2", "–"]


def test_same_form_keeps_once_and_a_report_is_offered_once() -> None:
    key, year, by = uuid4(), make.plan_year(), make.bureau()
    first = freezes.freeze(key=key, plan_year=year, by=by)
    assert freezes.freeze(key=key, plan_year=year, by=by) == first
    freezes.offer(freeze=first, by=by)
    with pytest.raises(FreezeRefused):
        freezes.offer(freeze=first, by=by)


def test_button_pressed_twice_keeps_one_state() -> None:
    client, sent = client_of(make.bureau()), {"year": str(make.plan_year()), "key": str(uuid4())}
    assert [client.post("/samenwerkingsagenda/monitor/vastleggen/", sent).status_code for _ in "12"] == [302, 302]
    client.post("/samenwerkingsagenda/monitor/vastleggen/", {**sent, "key": "geen-uuid"})
    assert Freeze.objects.count() == 1


def _offered(meeting: Any) -> list[tuple[str, str]]:
    found = [each for name in ("samenwerkingsagenda", "niet-haalbaar") for each in proposals.SOURCES[name].find(meeting)]
    return [(each.source, each.title) for each in found]


def test_offered_report_and_stuck_lines_await_the_stuurgroeps_agenda_until_they_are_on_it() -> None:
    made, meeting = make.explanation(), make.meeting(MeetingState.IN_VOORBEREIDING)
    freeze = make.frozen()
    assert _offered(meeting) == []
    freezes.offer(freeze=freeze, by=make.bureau())
    assert _offered(meeting) == [("samenwerkingsagenda", str(freeze)), ("niet-haalbaar", made.line.title)]
    for each in [each for name in ("samenwerkingsagenda", "niet-haalbaar") for each in proposals.SOURCES[name].find(meeting)]:
        proposals.take_up(meeting=meeting, source=each.source, pk=each.pk, by=make.secretaris())
    assert _offered(meeting) == []


def test_owner_reports_each_half_year_and_the_newest_counts() -> None:
    line, by = make.line(Scope.LANDELIJK, owner="valente"), make.member()
    reports.report(line=line, status=L.OP_KOERS, text="Loopt.", by=by)
    reports.report(line=line, status=L.LOOPT_ACHTER, text="Loopt toch niet.", by=by)
    assert list(NationalReport.objects.order_by("pk").values_list("status", "year", "half").distinct()) == [
        (L.OP_KOERS, *reports.half_of_today()),
        (L.LOOPT_ACHTER, *reports.half_of_today()),
    ]
    with pytest.raises(ReportRefused):
        reports.report(line=line, status=L.NIET_HAALBAAR, text=" ", by=by)
    with pytest.raises(ReportRefused):
        reports.report(line=make.line(), status=L.OP_KOERS, text="", by=by)


def _fill(count: int) -> None:
    """So many houses with an answer on so many lines, in the fewest steps."""
    year = make.plan_year()
    by = make.bureau()
    for _ in range(count):
        make.line()
    for house in ("twente", "zeeland", "drenthe")[:count]:
        plan = make.plan(P.CONCEPT, house=house)
        rows = [
            {
                "plan": plan,
                "line": line,
                "line_number": 1,
                "status": L.OP_KOERS,
                "planned": "",
                "explanation": "",
                "given_at": plan.state_since,
            }
            for line in plans.lines_of(plan)
        ]
        LineAnswer.objects.write_all(rows, by=by)
        plans.submit(plan=plan, by=by)
    assert year.year == 2026


@pytest.mark.parametrize("count", [1, 3])
def test_monitor_costs_the_same_with_many(count: int, django_assert_num_queries: Any) -> None:
    _fill(count)
    client = client_of(make.bureau())
    client.get("/samenwerkingsagenda/monitor/")
    with django_assert_num_queries(9):
        client.get("/samenwerkingsagenda/monitor/")
    kept = make.frozen()
    with django_assert_num_queries(10):
        assert client.get(f"/samenwerkingsagenda/monitor/?met={of(kept)}&ambitie=1").context["before"] == kept
    with django_assert_num_queries(14):
        client.get("/samenwerkingsagenda/monitor/?jaren")


@pytest.mark.parametrize("count", [1, 3])
def test_public_overview_costs_the_same_with_many(count: int, django_assert_num_queries: Any) -> None:
    _fill(count)
    Client().get("/samenwerkingsagenda/")
    with django_assert_num_queries(7):
        Client().get("/samenwerkingsagenda/")


def test_an_explanation_counts_in_the_year_that_runs_and_not_in_one_that_has_not_begun() -> None:
    line = make.line()
    make.plan_year(2027)
    make.explanation(on=line)
    assert (said(line, "twente"), said(line, "twente", 2027)) == (CODES[L.NIET_HAALBAAR], "")
    make.plan(P.VASTGESTELD, year=2027, status=L.OP_KOERS)
    assert said(line, "twente", 2027) == CODES[L.OP_KOERS], "of a year that comes a plan says how it stands, and nothing else"
