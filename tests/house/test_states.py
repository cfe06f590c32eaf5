"""One row per state: a state that somebody forgot to decide about fails here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest
from django.db.models import Choices, TextChoices
from django.template import Context, Template

from agenda.decisions import enums as decisions
from agenda.lists import enums as lists
from agenda.meetings import enums as meetings
from agenda.ratification import enums as agreements
from ambitions import enums as plans
from knelpunten import enums as knelpunten
from knelpunten.enums import Acting, Reader
from portal.documents import enums as documents
from portal.kit.states import Tone, faults_in
from portal.network.enums import SEATS_OF, SeatFunction
from portal.network.enums import BodyKind as B
from portal.notify.enums import MAILS, About
from tests.house.planting import MAY_READ
from tests.house.who_may import ROLES

TABLES: dict[type[Choices], Mapping[Any, Any]] = {
    knelpunten.KnelpuntState: knelpunten.STATES,
    lists.ActionList: lists.LISTS,
    lists.Outcome: lists.OUTCOMES,
    lists.ProgressStatus: lists.STATUSES,
    meetings.MeetingState: meetings.STATES,
    agreements.AgreementState: agreements.STATES,
    agreements.Stance: agreements.STANCES,
    plans.PlanState: plans.STATES,
    documents.EditionStatus: documents.STATUSES,
    decisions.Visibility: decisions.VISIBILITIES,
}
each_table = pytest.mark.parametrize("states", TABLES, ids=lambda states: states.__name__)


@each_table
def test_every_state_has_every_column_and_every_step_leads_to_a_state(states: type[Choices]) -> None:
    assert faults_in(states, TABLES[states]) == []
    assert [state for state in states if state.row is not TABLES[states][state]] == []  # type: ignore[attr-defined]


@each_table
def test_a_state_without_a_row_fails(states: type[Choices]) -> None:
    planted = Enum("Planted", {**{state.name: state.value for state in states}, "NIEUW": "nieuw"}, type=str)  # type: ignore[misc]
    assert "NIEUW has no row" in faults_in(planted, TABLES[states])


def test_the_hand_written_readers_are_of_every_state() -> None:
    """What the canary plants and the oracle knows, is asked of every state."""
    assert set(MAY_READ) == set(knelpunten.KnelpuntState)


def test_numbers_of_one_class_are_of_no_other() -> None:
    assert len({visibility.row.series for visibility in decisions.Visibility}) == len(decisions.Visibility)


def test_every_mail_has_a_text() -> None:
    assert set(MAILS) == set(About)
    assert [about for about in About if not about.sentence.endswith(":") or about.label.endswith(".")] == []


def test_every_function_in_a_body_that_meets_is_a_role_of_the_matrix() -> None:
    asked = {(body, function) for seats in ROLES.values() for body, function, _, _ in seats}
    assert {(body, function) for body in (B.STUURGROEP, B.KLANKBORDGROEP) for function in SEATS_OF[body]} - asked <= {
        (B.KLANKBORDGROEP, SeatFunction.VOORZITTER)  # who may what the voorzitter of the Stuurgroep may, in this body
    }


def test_every_enum_with_rows_is_checked() -> None:
    rooms = (
        "knelpunten",
        "agenda.lists",
        "agenda.meetings",
        "agenda.ratification",
        "agenda.decisions",
        "ambitions",
        "portal.documents",
    )
    enums = [each for room in rooms for each in vars(import_module(f"{room}.enums")).values() if isinstance(each, type)]
    assert {each for each in enums if issubclass(each, TextChoices) and hasattr(each, "row")} == set(TABLES)


def test_what_can_be_forgotten_in_a_table_is_found() -> None:
    class Light(TextChoices):
        ON = "on", "aan"
        OFF = "off", "uit"

    @dataclass(frozen=True, kw_only=True)
    class Row:
        steps: tuple[str, ...]

    @dataclass
    class Loose:
        tone: Tone = Tone.PLAIN

    assert faults_in(Light, {Light.ON: Row(steps=("off",)), Light.OFF: Row(steps=("on",))}) == []
    assert faults_in(Light, {Light.ON: Row(steps=("broken",))}) == ["OFF has no row", "on leads to broken, which is no state"]
    assert faults_in([Light.ON], {Light.ON: Row(steps=()), "dim": Row(steps=())}) == ["dim has a row and is no state"]
    assert faults_in([Light.ON], {Light.ON: Loose()}) == [
        "tone need not be said",
        "tone is filled by its place",
        "Loose can be changed",
    ]
    assert faults_in([Light.ON], {Light.ON: "aan"}) == ["str is no dataclass"]


def test_no_state_is_a_dead_letter() -> None:
    """Every state but the first is reached by a step."""
    for states, table in TABLES.items():
        if hasattr(next(iter(table.values())), "steps"):
            reached = {to for row in table.values() for to in row.steps}
            assert [state for state in list(states)[1:] if state not in reached] == [], states


def test_rows_of_knelpunten_agree_with_themselves() -> None:
    who = SimpleNamespace(origin="Twente")
    for state, row in knelpunten.STATES.items():
        assert bool(row.asks) == (row.acting in {Acting.HOUSE, Acting.REVIEWER, Acting.BUREAU}), f"{state}: who acts is asked to"
        assert "{" not in row.asks.format(knelpunt=who) + row.branch.format(table="een tafel"), state
        assert row.means.endswith(".") and row.tells, state
        assert not row.is_noted or Reader.STUURGROEP in row.read_by, f"{state}: the Stuurgroep reads what it takes note of"
        assert not row.is_listed or Reader.MEMBERS in row.read_by, f"{state}: members read the list"
        assert row.norm is None or row.acting is not Acting.NOBODY, f"{state}: nobody can be late"


def test_a_status_takes_its_word_and_tone_from_its_row() -> None:
    def drawn(text: str, **what: Any) -> str:
        return Template("{% load ui %}" + text).render(Context(what))

    assert (
        drawn("{% status state %}", state=knelpunten.KnelpuntState.BEANTWOORD)
        == '<span class="status" data-tone="good">beantwoord</span>\n'
    )
    assert drawn("{% status state %}", state=knelpunten.KnelpuntState.CONCEPT) == '<span class="status">concept</span>\n'
    assert drawn('{% status "te laat" "stuck" %}') == '<span class="status" data-tone="stuck">te laat</span>\n'
    with pytest.raises(ValueError, match="stagneert"):
        drawn('{% status "te laat" "stagneert" %}')
