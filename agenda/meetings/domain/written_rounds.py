"""Deciding in writing: a question with a term, an answer of each organisation, and a decision only where all who answered agree.

It never moves an action, ratifies or adopts: its decision is taken for notice.
Silence is no consent: who said nothing is named as such.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from agenda.decisions.domain import decisions
from agenda.decisions.enums import DecisionKind, Serves, Visibility
from agenda.decisions.models import Decision
from agenda.meetings.domain import invitations
from agenda.meetings.enums import Verb, WrittenAnswer
from agenda.meetings.models import BodyRules, ProcedureAnswer, WrittenProcedure
from portal.accounts.actor import Actor
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.db import make_once
from portal.kit.refusals import Blocker, Refused
from portal.network.models import Body, Membership
from portal.network.queries.seats import seat_of
from portal.notify.domain import notifications
from portal.notify.enums import About
from portal.privacy.domain import guard


class RoundRefused(Refused):
    pass


@dataclass(frozen=True)
class Tally:
    """Each organisation of the body with its newest answer; those without one have said nothing."""

    answers: list[ProcedureAnswer]
    silent: list[Membership]

    @property
    def objections(self) -> list[ProcedureAnswer]:
        return [each for each in self.answers if each.answer != WrittenAnswer.AKKOORD]


def blockers_for_opening(*, body: Body) -> list[Blocker]:
    """Why this body cannot be asked in writing."""
    own = BodyRules.objects.filter(body=body).first()
    if own is None or not own.allows_written:
        sentence = f"De {body} heeft niet afgesproken dat zij schriftelijk besluit. Zet het op een agenda."
        return [Blocker("not-allowed", sentence)]
    return []


@transaction.atomic
def put(*, key: UUID, body: Body, title: str, question: str, closes_date: date, by: Actor) -> WrittenProcedure:
    """Ask the members of a body in writing; they hear of it. Raises RoundRefused and PersonalDataRefused.

    Sent twice, it is asked once.
    """
    guard.refuse_identifiers((title, question))
    if blockers := blockers_for_opening(body=body):
        raise RoundRefused(*blockers)
    if closes_date <= clock.today():
        raise RoundRefused(Blocker("too-soon", "Geef de leden ten minste tot morgen.", is_input=True))

    def make() -> WrittenProcedure:
        made = WrittenProcedure.objects.create(
            key=key, body=body, title=title, question=question, closes_date=closes_date, opened_at=clock.now()
        )
        users = invitations.members_of(body.pk)
        notifications.tell(users=users, occasion=f"round:{made.pk}", path=made.get_absolute_url(), about=About.SCHRIFTELIJK)
        record(made, Verb.ROUND_PUT, by=by)
        return made

    return make_once(WrittenProcedure, key, make)


@transaction.atomic
def answer(*, procedure: WrittenProcedure, answer: WrittenAnswer, text: str, by: Actor) -> ProcedureAnswer:
    """Answer for one's own organisation, while the term lasts. Not agreeing asks for a reason.

    Raises RoundRefused and PersonalDataRefused.
    """
    guard.refuse_identifiers([text])
    procedure = WrittenProcedure.objects.lock(procedure)
    if not procedure.is_open:
        raise RoundRefused(Blocker("closed", "De termijn van deze ronde is voorbij."))
    if answer != WrittenAnswer.AKKOORD and not text.strip():
        raise RoundRefused(Blocker("no-reason", "Zeg in een zin waarom.", is_input=True))
    given: ProcedureAnswer = ProcedureAnswer.objects.write(
        procedure=procedure, membership=seat_of(by).membership, answer=answer, text=text.strip(), answered_at=clock.now(), by=by
    )
    record(procedure, Verb.ROUND_ANSWERED, by=by, facts=[given])
    return given


def tally(procedure: WrittenProcedure) -> Tally:
    """The newest answer of each organisation, and who said nothing. Two queries."""
    rows = ProcedureAnswer.objects.filter(procedure=procedure).order_by("membership_id", "-pk").distinct("membership_id")
    answers = list(rows.select_related("membership__organisation", "membership__house"))
    places = Membership.objects.valid_on(clock.today()).filter(body=procedure.body_id).select_related("organisation", "house")
    said = {each.membership_id for each in answers}
    return Tally(answers, [place for place in places.order_by("pk") if place.pk not in said])


def blockers_for_concluding(*, procedure: WrittenProcedure) -> list[Blocker]:
    """Why nothing can be decided on these answers now."""
    if procedure.decision_id:
        return [Blocker("decided", "Hierover is al besloten.")]
    found = tally(procedure)
    if found.objections:
        names = ", ".join(str(each.membership.member) for each in found.objections)
        return [Blocker("objections", f"Niet alle organisaties zijn akkoord: {names}. Zet het op een agenda.")]
    if procedure.is_open and found.silent:
        return [Blocker("still-open", "De termijn loopt nog, en niet iedereen heeft geantwoord.")]
    if not found.answers:
        return [Blocker("nobody-answered", "Niemand antwoordde. Zwijgen is geen akkoord: zet het op een agenda.")]
    return []


@transaction.atomic
def conclude(*, procedure: WrittenProcedure, key: UUID, wording: str, by: Actor) -> Decision:
    """Record what the answers came to. Raises RoundRefused and PersonalDataRefused; sent twice, it is decided once."""
    guard.refuse_identifiers([wording])
    procedure = WrittenProcedure.objects.select_related("body", "decision").get(pk=WrittenProcedure.objects.lock(procedure).pk)
    if procedure.decision and procedure.decision.key == key:
        return procedure.decision
    if blockers := blockers_for_concluding(procedure=procedure):
        raise RoundRefused(*blockers)
    decision = decisions.write(
        key=key,
        body=procedure.body,
        kind=DecisionKind.TER_KENNISGEVING,
        serves=Serves.VERBINDER,
        wording=wording,
        subject=None,
        visibility=Visibility.LEDEN,
        by=by,
    )
    procedure.decision = decision
    procedure.save(update_fields=["decision"])
    record(procedure, Verb.ROUND_CONCLUDED, by=by, facts=[decision])
    return decision
