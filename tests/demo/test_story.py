"""The demo reaches every state, list, kind of decision and body there is, so that nobody meets an empty corner."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import psycopg
import pytest
from psycopg.rows import scalar_row

from agenda.decisions.enums import DecisionKind
from agenda.lists.enums import ActionKind, ActionList, Ladder, Outcome, ProgressStatus
from agenda.meetings.enums import MeetingState
from agenda.ratification.enums import AgreementState
from ambitions.enums import LineStatus, PlanState
from knelpunten.enums import KnelpuntKind, KnelpuntState
from portal.demo.planning import BEFORE, THIS
from tests import databases

COLUMNS = [
    ("state", "knelpunten_knelpunt", KnelpuntState),
    ("kind", "knelpunten_knelpunt", KnelpuntKind),
    ("list", "lists_action", ActionList),
    ("kind", "lists_action", ActionKind),
    ("outcome", "lists_action", Outcome),
    ("status", "lists_progressupdate", ProgressStatus),
    ("state", "meetings_meeting", MeetingState),
]


@pytest.fixture(scope="module")
def told() -> Iterator[psycopg.Connection]:
    """The template that holds the demo, only read."""
    with psycopg.connect(databases.url(databases.template(databases.DEMO)), row_factory=scalar_row) as connection:
        connection.read_only = True
        yield connection


@pytest.mark.parametrize(("column", "table", "values"), COLUMNS)
def test_every_value_is_met(told: psycopg.Connection, column: str, table: str, values: type) -> None:
    found = set(told.execute(f"SELECT DISTINCT {column} FROM {table}"))
    assert set(values.values) - found == set()  # type: ignore[attr-defined]


def test_every_decision_but_adopting_is_met_and_most_rungs(told: psycopg.Connection) -> None:
    decisions = set(told.execute("SELECT DISTINCT kind FROM decisions_decision"))
    assert set(DecisionKind.values) - decisions == {"vaststellen", "partij_toelaten"}
    rungs = set(told.execute("SELECT DISTINCT ladder FROM lists_action WHERE ladder <> ''"))
    assert len(rungs) >= len(Ladder) - 1


@pytest.mark.parametrize(
    "table",
    [
        "actionambition", "actionfile", "coalitioncall", "comment", "endingdetails", "listorder", "milestone", "pilot",
        "proposaldraft", "savedfilter", "trekkerrequest", "trekkerrefusal", "weighing",
    ],
)  # fmt: skip
def test_everything_one_can_do_with_an_action_is_met(told: psycopg.Connection, table: str) -> None:
    assert (told.execute(f"SELECT count(*) FROM lists_{table}").fetchone() or 0) >= 1  # type: ignore[operator]


@pytest.mark.parametrize(
    "table",
    [
        "agendaversion", "arrangement", "arrangementend", "attendance", "bodyrules", "calendarfeed", "deadline", "guest", "issue",
        "issuechoice", "itemnotes", "itemtreatment", "meetinginvitation", "meetingmove", "ownnote", "paper", "paperconfirmation",
        "paperopening", "paperversion", "paperwidening", "publicline", "procedureanswer", "sentitem", "standingitem",
        "verslagadoption", "verslagpart",
    ],
)  # fmt: skip
def test_everything_one_can_do_with_a_meeting_is_met(told: psycopg.Connection, table: str) -> None:
    assert (told.execute(f"SELECT count(*) FROM meetings_{table}").fetchone() or 0) >= 1  # type: ignore[operator]


@pytest.mark.parametrize(
    "table",
    [
        "agreement", "agreementstep", "agreementversion", "asked", "carrying", "constituencyreport", "position",
        "positionconfirmation", "ratification", "reference", "remarkanswer", "remarksettlement", "round", "roundend",
        "roundextension", "uptake",
    ],
)  # fmt: skip
def test_everything_one_can_do_with_an_agreement_is_met(told: psycopg.Connection, table: str) -> None:
    assert (told.execute(f"SELECT count(*) FROM ratification_{table}").fetchone() or 0) >= 1  # type: ignore[operator]


@pytest.mark.parametrize(
    "table",
    [
        "actionline", "ambitiontext", "explanation", "finding", "freeze", "helpoffer", "lineanswer", "linetext", "nationalreport",
        "planstep", "plantext", "planyear", "regionalplan", "reportoffer",
    ],
)  # fmt: skip
def test_everything_one_can_do_with_the_samenwerkingsagenda_is_met(told: psycopg.Connection, table: str) -> None:
    assert (told.execute(f"SELECT count(*) FROM ambitions_{table}").fetchone() or 0) >= 1  # type: ignore[operator]


def test_lines_and_plans_stand_everywhere_they_can(told: psycopg.Connection) -> None:
    assert set(told.execute("SELECT DISTINCT status FROM ambitions_lineanswer")) == set(LineStatus.values)
    assert set(told.execute("SELECT DISTINCT state FROM ambitions_regionalplan")) == set(PlanState.values)


PLANS = "FROM ambitions_regionalplan p JOIN ambitions_planyear y ON y.id = p.plan_year_id WHERE y.year = %s"
HOUSES = "SELECT count(DISTINCT house_id) FROM network_body WHERE kind = 'regionaal_bureau'"


def test_every_house_has_a_years_history(told: psycopg.Connection) -> None:
    """
    So that the monitor, the lines over the years and the page of each house show something.

    Last year all adopted, this year as it comes.
    """
    of_last = Counter(told.execute(f"SELECT p.state {PLANS}", [BEFORE]))
    of_this = Counter(told.execute(f"SELECT p.state {PLANS}", [THIS]))
    assert of_last == {PlanState.VASTGESTELD: told.execute(HOUSES).fetchone()}
    assert of_this == {PlanState.VASTGESTELD: 22, PlanState.INGEDIEND: 5, PlanState.CONCEPT: 3, PlanState.TERUG: 1}
    assert told.execute(f"SELECT count(*) {PLANS} AND p.submitted_at::date > y.due_date", [THIS]).fetchone() == 1
    assert told.execute(f"SELECT count(*) {PLANS} AND p.approved_date > current_date", [THIS]).fetchone() == 0


def test_houses_do_not_all_write_the_same(told: psycopg.Connection) -> None:
    answers = "FROM ambitions_lineanswer a JOIN ambitions_regionalplan p ON p.id = a.plan_id"
    assert (told.execute(f"SELECT count(DISTINCT a.planned) {answers}").fetchone() or 0) >= 50  # type: ignore[operator]
    moves = "SELECT count(DISTINCT a.status) FROM ambitions_lineanswer a WHERE NOT a.is_carried GROUP BY a.line_id"
    assert min(told.execute(moves)) >= 4  # of every line nearly every status is met


def test_agreements_stand_in_every_state_that_lasts(told: psycopg.Connection) -> None:
    states = set(told.execute("SELECT DISTINCT state FROM ratification_agreement"))
    assert set(AgreementState.values) - states == {"overeengekomen", "vervangen", "uitgewerkt"}


@pytest.mark.parametrize(
    ("query", "least"),
    [
        ("SELECT count(*) FROM knelpunten_knelpunt", 60),
        ("SELECT count(DISTINCT house_id) FROM knelpunten_knelpunt", 15),
        ("SELECT count(*) FROM lists_action", 30),
        ("SELECT count(*) FROM meetings_meeting m JOIN network_body b ON b.id = m.body_id WHERE b.kind = 'stuurgroep'", 8),
        ("SELECT count(*) FROM meetings_meeting m JOIN network_body b ON b.id = m.body_id WHERE b.kind = 'klankbordgroep'", 16),
        (
            (
                "SELECT count(*) FROM (SELECT meeting_id FROM meetings_agendaitem "
                "GROUP BY meeting_id HAVING count(*) >= 5) AS full_ones"
            ),
            9,
        ),
        ("SELECT extract(day FROM max(happened_at) - min(happened_at))::int FROM history_event", 590),
    ],
)
def test_there_is_enough_to_believe_in(told: psycopg.Connection, query: str, least: int) -> None:
    assert (told.execute(query).fetchone() or 0) >= least  # type: ignore[operator]
