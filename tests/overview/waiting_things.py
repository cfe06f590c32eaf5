"""What waits for somebody on the overzicht: things walked to the state in which they wait."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from agenda.lists.domain import coalitions, milestones, progress, trekkers
from agenda.lists.enums import ActionList, ProgressStatus
from agenda.meetings.domain import arrangements, issues, papers, written_rounds
from agenda.meetings.enums import ArrangementKind, MeetingState, WrittenAnswer
from agenda.ratification.domain import agreements as drafts
from agenda.ratification.domain import positions, rounds, uptake
from agenda.ratification.enums import Channel, Route, Stance
from agenda.ratification.models import Agreement, Asked, Position
from ambitions.domain import lines
from ambitions.enums import PlanState
from knelpunten.enums import KnelpuntState
from portal.accounts.models import User
from portal.kit import clock
from portal.network.domain import seat_proposals
from portal.network.enums import BodyKind, SeatFunction
from portal.network.models import Membership, Seat
from portal.privacy.domain import reports, reviews
from portal.privacy.enums import Ground
from tests import factories as make
from tests.privacy.taking import codes_of, report

B, F, S, M, P, L = BodyKind, SeatFunction, KnelpuntState, MeetingState, PlanState, ActionList
Seats = dict[tuple[str, str, bool], Seat]


def long_ago(thing: Callable[..., Any], *args: Any, days: int = 60, **kwargs: Any) -> Callable[[Seats], Any]:
    def made(seats: Seats) -> Any:
        with clock.at(clock.now() - timedelta(days=days)):
            return thing(*args, **kwargs)

    return made


def plain(thing: Callable[..., Any], *args: Any, **kwargs: Any) -> Callable[[Seats], Any]:
    return lambda seats: thing(*args, **kwargs)


def all_actions_done(seats: Seats) -> Any:
    knelpunt = make.knelpunt(S.OP_DE_LIJST)
    make.action_on(L.GEREEDLIJST, knelpunten=[knelpunt])
    return knelpunt


def asked_to_pull(seats: Seats) -> Any:
    action = make.action()
    trekkers.ask(action=action, seat=seats[B.STUURGROEP, F.LID, False], by=make.secretaris())
    return action


def pulled(seats: Seats, days: int = 0) -> Any:
    """On the actielijst: pulled by the member of the Stuurgroep, with the Klankbordgroep's member in the coalition."""
    with clock.at(clock.now() - timedelta(days=days)):
        action = make.action()
        make.decide_and_close(
            action, make.DecisionKind.OP_DE_ACTIELIJST, trekker=seats[B.STUURGROEP, F.LID, False], accepted=True
        )
        coalitions.join(action=action, text="Wij doen mee.", by=seats[B.KLANKBORDGROEP, F.LID, False].actor)
        return type(action).objects.get(pk=action.pk)


def reported_on(seats: Seats, days: int = 0) -> Any:
    action = pulled(seats, days)
    with clock.at(clock.now() - timedelta(days=days)):
        by = seats[B.KLANKBORDGROEP, F.LID, False].actor
        progress.report(key=make.uuid4(), action=action, status=ProgressStatus.OP_KOERS, happened="Het loopt.", by=by)
    return action


def missed_milestone(seats: Seats) -> Any:
    action = reported_on(seats)
    with clock.at(clock.now() - timedelta(days=9)):
        day, title = clock.today() + timedelta(days=5), f"Mijlpaal van {action}"
        milestones.plan(key=make.uuid4(), action=action, title=title, due_date=day, by=seats[B.STUURGROEP, F.LID, False].actor)
    return action


def without_trekker(seats: Seats) -> Any:
    action = make.action_on(L.ACTIELIJST)
    Seat.objects.filter(pk=action.trekker_id).update(until_date=clock.today() - timedelta(days=1))
    return action


def due_elsewhere(seats: Seats) -> Any:
    with clock.at(clock.now() - timedelta(days=100)):
        action = make.action()
        make.decide_and_close(action, make.DecisionKind.NAAR_GEREED, **make.elsewhere())
    return action


def with_public_decision(seats: Seats) -> Any:
    return make.decide_and_close(make.action(), make.DecisionKind.WENSELIJK).taken_at_item.item.meeting


def objected(seats: Seats) -> Any:
    """Over, and not everybody agrees."""
    with clock.at(clock.now() - timedelta(days=20)):
        procedure = make.procedure()
        written_rounds.answer(
            procedure=procedure, answer=WrittenAnswer.NIET_AKKOORD, text="Te snel.", by=make.member("stuurgroep", "om")
        )
    return procedure


def paper_to_widen(seats: Seats) -> Any:
    paper = make.paper(make.meeting(M.IN_VOORBEREIDING).items.get(), title=f"Stuk {next(make.numbers)}")
    by = seats[B.STUURGROEP, F.SECRETARIS, False].actor
    papers.open_up(paper=paper, visibility=papers.Visibility.LEDEN, is_for_klankbordgroep=False, by=by)
    return paper


def promised(seats: Seats, days: int = 0) -> Any:
    with clock.at(clock.now() - timedelta(days=days)):
        item = make.open_item()
        return arrangements.arrange(
            key=make.uuid4(),
            item=item,
            kind=ArrangementKind.TOEZEGGING,
            text=f"Wij zoeken het uit, {next(make.numbers)}.",
            by=make.secretaris(),
            membership=seats[B.STUURGROEP, F.LID, False].membership,
            due_date=clock.today() + timedelta(days=5),
        )


def chosen_issue(seats: Seats) -> Any:
    issue = make.issue()
    meeting = make.open_item(body="klankbordgroep").meeting
    issues.choose(issue=issue, meeting=meeting, wording="Hoe verder?", by=make.secretaris("klankbordgroep"))
    return issue


def _of(agreement: Agreement, slug: str) -> Asked:
    return Asked.objects.select_related("round__agreement", "organisation").get(
        round__agreement=agreement, organisation__slug=slug
    )


def recorded_on_behalf(seats: Seats) -> Any:
    agreement = make.asked_agreement(Route.ACHTERAF)
    positions.record_on_behalf(
        key=make.uuid4(),
        asked=_of(agreement, "valente"),
        stance=Stance.AKKOORD,
        reason="",
        channel=Channel.TELEFOON,
        by=make.secretaris(),
    )
    return agreement


def remarked(seats: Seats) -> Any:
    agreement = make.asked_agreement(Route.ACHTERAF)
    by = seats[B.STUURGROEP, F.LID, False].actor
    said = {"stance": Stance.KANTTEKENING, "reason": "Het kost tijd."}
    positions.take_position(key=make.uuid4(), agreement=agreement, version=agreement.last_version.number, by=by, **said)  # type: ignore[union-attr]
    return agreement


def remark_answered(seats: Seats) -> Any:
    agreement = remarked(seats)
    position = Position.objects.get(asked=_of(agreement, "valente"))
    positions.answer_remark(position=position, text="Er komt tijd.", by=make.secretaris())
    return agreement


def ended_round(seats: Seats) -> Any:
    """Ended because everybody answered, and not put to the table."""
    agreement = make.asked_agreement(Route.ACHTERAF)
    make.all_agree(agreement)
    rounds.end_early(agreement=agreement, by=make.secretaris())
    return agreement


def returned(seats: Seats) -> Any:
    agreement = make.put_agreement(Route.ACHTERAF)
    make.decide_and_close(agreement, make.DecisionKind.TERUGLEGGEN)
    return agreement


def agreed_concept(seats: Seats) -> Any:
    agreement = make.agreement(Route.ACHTERAF)
    make.decide_and_close(agreement, make.DecisionKind.CONCEPT_OVEREENKOMEN)
    return agreement


def ratified_long_ago(seats: Seats) -> Any:
    with clock.at(clock.now() - timedelta(days=100)):
        day, owner = clock.today() + timedelta(days=60), make.Organisation.objects.get(slug="valente")
        return make.ratified(Route.ACHTERAF, from_date=clock.today() + timedelta(days=9), evaluate_date=day, owner=owner)


def year(ahead: int) -> int:
    return clock.today().year + ahead


def unbegun(seats: Seats) -> Any:
    return make.plan_year(year(0))


def planned(state: PlanState, ahead: int) -> Callable[[Seats], Any]:
    return lambda seats: make.plan(state, year=year(ahead))


def changed_line(seats: Seats) -> Any:
    line = make.line(from_year=year(3))
    make.plan(P.INGEDIEND, year=year(3))
    return lines.rewrite(line=line, expected=line.version, note="Anders.", text="Voortaan zo.", by=make.bureau())


def asked_to_remove(seats: Seats) -> Any:
    made = make.decide_and_close(make.action(), make.DecisionKind.WENSELIJK)
    item = make.AgendaItem.objects.get(pk=made.taken_at_item.item_id)
    by = seats[B.LANDELIJK_BUREAU, F.PRIVACYBEOORDELAAR, False].actor
    return reviews.remove(subject=item, codes=codes_of(item), ground=Ground.PERSONAL, by=by)


def asked_to_explain(seats: Seats) -> Any:
    made = report(make.action(), seats[B.KLANKBORDGROEP, F.VOORZITTER, True].actor)
    reports.enquire(report=made, question="Wat bedoelt u?", by=seats[B.LANDELIJK_BUREAU, F.PRIVACYBEOORDELAAR, False].actor)
    return made


def proposed_seat(seats: Seats) -> Any:
    """Who can come in can be the second person."""
    User.objects.filter(seats__in=[seat.pk for seat in seats.values()]).update(password="known")  # noqa: S106
    place = Membership.objects.filter(body__slug="stuurgroep", organisation__slug="om").get()
    return seat_proposals.invite(
        key=make.uuid4(),
        email="nieuw@example.nl",
        name="Nieuw",
        membership=place,
        function=F.VOORZITTER,
        from_date=clock.today(),
        by=seats[B.LANDELIJK_BUREAU, F.MEDEWERKER, False].actor,
    )


def withdrawn() -> Agreement:
    agreement = make.agreement()
    drafts.drop(agreement=agreement, reason="Niet nodig.", by=make.board())
    return agreement


def completed() -> Agreement:
    return uptake.complete(agreement=make.ratified(Route.ACHTERAF), reason="Het is gewoon geworden.", by=make.secretaris())
