"""Who must do something sees it on the overzicht, may do it, and finds it on the page that it leads to.

Who may not, does not see it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.test import Client

from agenda.lists.domain import coalitions, milestones, progress, trekkers
from agenda.lists.enums import ActionList, ProgressStatus
from agenda.lists.enums import Permission as Lists
from agenda.meetings.domain import arrangements, issues, papers, written_rounds
from agenda.meetings.enums import ArrangementKind, MeetingState, WrittenAnswer
from agenda.meetings.enums import Permission as Meetings
from agenda.ratification.domain import agreements as drafts
from agenda.ratification.domain import positions, rounds, uptake
from agenda.ratification.enums import AgreementState, Channel, Route, Stance
from agenda.ratification.enums import Permission as Ratification
from agenda.ratification.models import Agreement, Asked, Position
from ambitions.domain import lines
from ambitions.enums import Permission as Ambitions
from ambitions.enums import PlanState, Scope
from knelpunten.enums import KnelpuntState
from knelpunten.enums import Permission as Knelpunten
from portal.accounts.models import User
from portal.kit import clock
from portal.network.domain import seat_proposals
from portal.network.enums import SEATS_OF, BodyKind, SeatFunction
from portal.network.enums import Permission as Network
from portal.network.models import Membership, Seat
from portal.overview.queries.overview import changes_for
from portal.overview.queries.waiting import waits_for
from portal.privacy.domain import reports, reviews
from portal.privacy.enums import Ground
from portal.privacy.enums import Permission as Privacy
from portal.ui.waiting import SHOWN, read
from tests import factories as make
from tests.privacy.taking import codes_of, report

B, F, S, M, A, P, L = BodyKind, SeatFunction, KnelpuntState, MeetingState, AgreementState, PlanState, ActionList
Seats = dict[tuple[str, str, bool], Seat]
May = Callable[[Seat, Any], bool]

# Where the seat of each kind of body is taken: of one organisation or house.
PLACES: dict[str, tuple[str, dict[str, str]]] = {
    B.STUURGROEP: ("stuurgroep", {"organisation": "valente"}),
    B.KLANKBORDGROEP: ("klankbordgroep", {"organisation": "valente"}),
    B.LANDELIJK_BUREAU: ("landelijk-bureau", {"organisation": "nzvh"}),
    B.REGIONAAL_BUREAU: ("regionaal-bureau-twente", {"house": "twente"}),
    B.BESTUUR_NZVH: ("bestuur-nzvh", {"organisation": "nzvh"}),
}


def seats_of_all() -> Seats:
    """A seat for every function in every kind of body that has a place in the portal, and its deputy."""
    return {
        (kind, function, is_deputy): make.seat(body, function, is_deputy=is_deputy, **member)
        for kind, (body, member) in PLACES.items()
        for function in sorted(SEATS_OF[BodyKind(kind)])
        for is_deputy in (False, True)
    }


@dataclass(frozen=True, kw_only=True)
class Case:
    """A thing in a state in which somebody must act.

    `shown` is what it is called, `may` whether the domain lets a seat do it, `act` what its page says.
    """

    kind: str
    make: Callable[[Seats], Any]
    may: May
    act: str
    shown: Callable[[Any], str] = str


def ask(permission: str) -> May:
    return lambda seat, thing: bool(seat.user.may(permission, thing))


def prepares(seat: Seat, thing: Any) -> bool:
    """Whatever it is, it goes on an agenda of the Stuurgroep."""
    return bool(seat.user.may(Meetings.PREPARE, _meeting_of("stuurgroep")))


def prepares_klankbordgroep(seat: Seat, thing: Any) -> bool:
    return bool(seat.user.may(Meetings.PREPARE, _meeting_of("klankbordgroep")))


def chooses(seat: Seat, thing: Any) -> bool:
    return bool(seat.user.may(Meetings.TAKE_DECISION, _meeting_of("klankbordgroep")))


def _meeting_of(body: str) -> Any:
    return make.Meeting(body=make.Body.objects.get(slug=body))


def answers(seat: Seat, agreement: Agreement) -> bool:
    may = seat.user.may(Ratification.TAKE_POSITION, agreement)
    return may and not positions.blockers_for_answering(agreement=agreement, by=seat.actor)


def evaluates(seat: Seat, agreement: Agreement) -> bool:
    """Who ends it, or carries it for the organisation that owns it."""
    owns = seat.membership.organisation_id == agreement.owner_id
    return bool(seat.user.may(Ratification.RUN, agreement) or (owns and seat.user.may(Ratification.CARRY, agreement)))


def confirms(seat: Seat, proposal: Any) -> bool:
    may = seat.user.may(Network.CONFIRM_SEAT, proposal)
    return may and not seat_proposals.blockers_for_answer(proposal=proposal, by=seat.actor)


def seconds(seat: Seat, asked: Any) -> bool:
    return seat.user.may(Privacy.SECOND, asked) and not reviews.blockers_for_answering(request=asked, by=seat.actor)


def second_reader(seat: Seat, paper: Any) -> bool:
    return seat.user.may(Meetings.PREPARE, paper) and papers.waiting(paper).by_user_id != seat.user_id  # type: ignore[union-attr]


def of_valente(seat: Seat, thing: Any) -> bool:
    return bool(seat.user.may(Meetings.ANSWER)) and seat.membership.organisation.slug == "valente"  # type: ignore[union-attr]


def plans_for_twente(seat: Seat, year: Any) -> bool:
    return bool(seat.user.may(Ambitions.DRAFT_PLAN))


# ── Things that wait


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


# Every state in which somebody must act, by the enum that names it or in words.
CASES: dict[str, Case] = {
    "KnelpuntState.CONCEPT": Case(kind="concepten van knelpunten", make=plain(make.knelpunt), may=ask(Knelpunten.DRAFT), act="wijzigen/"),
    "KnelpuntState.PRIVACYTOETS": Case(kind="knelpunten in de privacytoets", make=plain(make.knelpunt, S.PRIVACYTOETS), may=ask(Knelpunten.RELEASE), act="vrijgeven/"),
    "KnelpuntState.INGEDIEND": Case(kind="nieuwe knelpunten", make=plain(make.knelpunt, S.INGEDIEND), may=ask(Knelpunten.ASSESS), act="beoordel"),
    "KnelpuntState.IN_BEOORDELING": Case(kind="knelpunten in beoordeling", make=plain(make.knelpunt, S.IN_BEOORDELING), may=ask(Knelpunten.ASSESS), act="uitkomst"),
    "KnelpuntState.TERUG_NAAR_INDIENER": Case(kind="knelpunten om aan te vullen", make=plain(make.knelpunt, S.TERUG_NAAR_INDIENER), may=ask(Knelpunten.DRAFT), act="wijzigen/"),
    "KnelpuntState.GEKOPPELD": Case(kind="knelpunten die op een antwoord wachten", make=all_actions_done, may=ask(Lists.ANSWER), act="<form"),
    "KnelpuntState.ELDERS_BELEGD": Case(kind="knelpunten om na te vragen", make=long_ago(make.knelpunt, S.ELDERS_BELEGD), may=ask(Knelpunten.ASSESS), act="navragen"),
    "KnelpuntState.NIET_OPGENOMEN": Case(kind="knelpunten die op een antwoord wachten", make=plain(make.knelpunt, S.NIET_OPGENOMEN), may=ask(Knelpunten.ASSESS), act="antwoord"),
    "KnelpuntState.HOORT_IN_DE_REGIO": Case(kind="knelpunten die op een antwoord wachten", make=plain(make.knelpunt, S.HOORT_IN_DE_REGIO), may=ask(Knelpunten.ASSESS), act="antwoord"),
    "KnelpuntState.NAAR_SAMENWERKINGSAGENDA": Case(kind="knelpunten die op een antwoord wachten", make=plain(make.knelpunt, S.NAAR_SAMENWERKINGSAGENDA), may=ask(Knelpunten.ASSESS), act="antwoord"),
    "uitvraag, open": Case(kind="vragen aan uw huis", make=plain(make.inquiry), may=ask(Knelpunten.ANSWER_INQUIRY), act="<textarea"),
    "trekker, gevraagd": Case(kind="vragen om een actie te trekken", make=asked_to_pull, may=lambda seat, thing: thing.trekker_requests.filter(seat=seat).exists(), act="niet-trekken/"),
    "ActionList.ACTIELIJST": Case(kind="acties die om een bericht vragen", make=pulled, may=ask(Lists.REPORT), act="voortgang/"),
    "actielijst, oud bericht": Case(kind="acties die om een bericht vragen", make=partial(reported_on, days=100), may=ask(Lists.REPORT), act="voortgang/"),
    "actielijst, bericht niet vrijgegeven": Case(kind="berichten om vrij te geven", make=reported_on, may=ask(Lists.RELEASE), act="vrijgeven/"),
    "actielijst, mijlpaal voorbij": Case(kind="mijlpalen die voorbij zijn", make=missed_milestone, may=ask(Lists.REPORT), act="mijlpalen/", shown=lambda action: f"Mijlpaal van {action}"),
    "actielijst, zonder trekker": Case(kind="acties zonder trekker", make=without_trekker, may=prepares, act="trekker"),
    "actielijst, zonder coalitie": Case(kind="acties zonder coalitie", make=plain(make.action_on, L.ACTIELIJST), may=prepares_klankbordgroep, act="coalitie"),
    "ActionList.GEREEDLIJST": Case(kind="acties om na te vragen", make=due_elsewhere, may=ask(Lists.HAND_OVER), act="overdracht/"),
    "MeetingState.GEPLAND": Case(kind="agenda's om te maken en te versturen", make=plain(make.meeting), may=ask(Meetings.PREPARE), act="stand/"),
    "MeetingState.IN_VOORBEREIDING": Case(kind="agenda's om te maken en te versturen", make=plain(make.meeting, M.IN_VOORBEREIDING, body="klankbordgroep"), may=ask(Meetings.PREPARE), act="stand/"),
    "MeetingState.STUKKEN_VERZONDEN": Case(kind="vergaderingen om te openen en te sluiten", make=lambda seats: make.meeting(M.STUKKEN_VERZONDEN, starts_at=clock.now()), may=ask(Meetings.PREPARE), act="stand/"),
    "MeetingState.GEOPEND": Case(kind="vergaderingen om te openen en te sluiten", make=plain(make.meeting, M.GEOPEND), may=ask(Meetings.PREPARE), act="stand/"),
    "MeetingState.GESLOTEN": Case(kind="verslagen om te schrijven", make=plain(make.meeting, M.GESLOTEN), may=ask(Meetings.TAKE_DECISION), act="<form"),
    "gesloten, besluiten niet openbaar": Case(kind="besluitenlijsten om openbaar te maken", make=with_public_decision, may=ask(Meetings.TAKE_DECISION), act="<form"),
    "schriftelijke ronde, open": Case(kind="schriftelijke rondes om te beantwoorden", make=plain(make.procedure), may=ask(Meetings.ANSWER), act="antwoord/"),
    "schriftelijke ronde, voorbij": Case(kind="schriftelijke rondes om af te ronden", make=long_ago(make.procedure), may=ask(Meetings.TAKE_DECISION), act="<form"),
    "schriftelijke ronde, bezwaar": Case(kind="schriftelijke rondes om af te ronden", make=objected, may=ask(Meetings.TAKE_DECISION), act="Zet het op een agenda"),
    "stuk, voor meer lezers": Case(kind="stukken die op een tweede persoon wachten", make=paper_to_widen, may=second_reader, act="confirm"),
    "toezegging, open": Case(kind="toezeggingen en afspraken van uw organisatie", make=promised, may=of_valente, act="Wij zoeken het uit", shown=lambda made: made.text),
    "toezegging, dag voorbij": Case(kind="toezeggingen waarvan de dag voorbij is", make=partial(promised, days=30), may=ask(Meetings.TAKE_DECISION), act="<form", shown=lambda made: made.text),
    "vraagstuk, aangedragen": Case(kind="vraagstukken om uit te kiezen", make=plain(make.issue), may=chooses, act="Vraagstuk"),
    "vraagstuk, gekozen": Case(kind="gekozen vraagstukken zonder agendapunt", make=chosen_issue, may=prepares, act="Vraagstuk"),
    "AgreementState.CONCEPT": Case(kind="afspraken om verder te brengen", make=plain(make.agreement), may=ask(Ratification.RUN), act="vragen/"),
    "concept, route II": Case(kind="afspraken om verder te brengen", make=plain(make.agreement, Route.ACHTERAF), may=ask(Ratification.RUN), act="schrijven/"),
    "AgreementState.OVEREENGEKOMEN": Case(kind="afspraken om verder te brengen", make=agreed_concept, may=ask(Ratification.RUN), act="vragen/"),
    "AgreementState.GEVRAAGD": Case(kind="gevraagde standpunten", make=plain(make.asked_agreement, Route.ACHTERAF), may=answers, act="<form"),
    "gevraagd, route I": Case(kind="gevraagde standpunten", make=plain(make.asked_agreement), may=answers, act="<form"),
    "standpunt, door een ander vastgelegd": Case(kind="standpunten om te bevestigen", make=recorded_on_behalf, may=lambda seat, thing: answers(seat, thing) and seat.body_kind == B.STUURGROEP, act="bevestigen/"),
    "kanttekening": Case(kind="kanttekeningen om te beantwoorden", make=remarked, may=ask(Ratification.RUN), act="<form"),
    "kanttekening, beantwoord": Case(kind="kanttekeningen om af te doen", make=remark_answered, may=lambda seat, thing: answers(seat, thing) and seat.body_kind == B.STUURGROEP, act="settle"),
    "ronde, voorbij": Case(kind="rondes die voorbij zijn", make=long_ago(make.asked_agreement, Route.ACHTERAF), may=ask(Ratification.RUN), act="verlengen/"),
    "ronde, gesloten": Case(kind="rondes die voorbij zijn", make=ended_round, may=ask(Ratification.RUN), act="voorleggen/"),
    "AgreementState.VOORGELEGD": Case(kind="voorgelegde afspraken zonder agendapunt", make=plain(make.put_agreement, Route.ACHTERAF), may=prepares, act="voorgelegd"),
    "AgreementState.TERUGGELEGD": Case(kind="afspraken om verder te brengen", make=returned, may=ask(Ratification.RUN), act="schrijven/"),
    "AgreementState.BEKRACHTIGD": Case(kind="afspraken waarvan uw huis nog niet zei hoe het ermee werkt", make=plain(make.ratified, Route.ACHTERAF), may=ask(Ratification.REPORT_UPTAKE), act="uitvoering/"),
    "bekrachtigd, te evalueren": Case(kind="afspraken om te evalueren", make=ratified_long_ago, may=evaluates, act="uitdragen/"),
    "jaarplan, niet begonnen": Case(kind="jaarplannen", make=unbegun, may=plans_for_twente, act="plannen/beginnen/", shown=lambda made: f"Jaarplan {made}"),
    "PlanState.CONCEPT": Case(kind="jaarplannen", make=planned(P.CONCEPT, 1), may=ask(Ambitions.DRAFT_PLAN), act="lijnen/", shown=lambda made: f"Jaarplan {made.plan_year}"),
    "PlanState.TERUG": Case(kind="jaarplannen", make=planned(P.TERUG, 2), may=ask(Ambitions.DRAFT_PLAN), act="lijnen/", shown=lambda made: f"Jaarplan {made.plan_year}"),
    "jaarplan, lijn gewijzigd": Case(kind="gewijzigde lijnen in uw jaarplan", make=changed_line, may=lambda seat, thing: seat.user.may(Ambitions.SUBMIT_PLAN), act="<form"),
    "landelijke lijn, geen bericht": Case(kind="landelijke lijnen zonder bericht", make=plain(make.line, Scope.LANDELIJK, owner="valente"), may=ask(Ambitions.REPORT_LINE), act="<form"),
    "toelichting, geen antwoord": Case(kind="toelichtingen zonder antwoord", make=plain(make.explanation, "drenthe"), may=ask(Ambitions.ANSWER_EXPLANATION), act="antwoord/", shown=lambda made: made.line.title),
    "melding": Case(kind="meldingen van persoonsgegevens", make=lambda seats: report(make.action()).subject, may=lambda seat, thing: seat.user.may(Privacy.REVIEW), act="<form"),
    "verzoek om verwijdering": Case(kind="verzoeken om tekst te verwijderen", make=asked_to_remove, may=seconds, act="<form", shown=lambda asked: str(asked.subject)),
    "vraag aan de melder": Case(kind="vragen over uw meldingen", make=asked_to_explain, may=ask(Privacy.REPORTED), act="<textarea", shown=lambda made: "Een vraag over uw melding"),
    "voorgestelde zetel": Case(kind="zetels om te bevestigen", make=proposed_seat, may=confirms, act="bevestigen/"),
}  # fmt: skip

# States in which nobody has to act, and why.
NOBODY: dict[str, tuple[str, Callable[[Seats], Any]]] = {
    "KnelpuntState.OP_DE_LIJST": ("it waits for an action that anybody may propose", plain(make.knelpunt, S.OP_DE_LIJST)),
    "gekoppeld, acties open": ("its actions are worked on", plain(make.knelpunt, S.GEKOPPELD)),
    "KnelpuntState.BEANTWOORD": ("its houses read what came of it, and may say that it is not solved", plain(make.knelpunt, S.BEANTWOORD)),
    "KnelpuntState.SAMENGEVOEGD": ("it goes on with the other", plain(make.knelpunt, S.SAMENGEVOEGD)),
    "KnelpuntState.INGETROKKEN": ("the house ended it", plain(make.knelpunt, S.INGETROKKEN)),
    "elders belegd, nog niet navragen": ("the day to ask again has not come", plain(make.knelpunt, S.ELDERS_BELEGD)),
    "gereed, afgerond": ("it is done", plain(make.action_on, L.GEREEDLIJST)),
    "verzonden, niet vandaag": ("it is opened on its day", plain(make.meeting, M.STUKKEN_VERZONDEN)),
    "gepland, niet de volgende": ("the next of its body comes first", lambda seats: make.meeting(starts_at=clock.now() + timedelta(days=200))),
    "MeetingState.VERSLAG_CONCEPT": ("it stands among the proposals for the next agenda, which is asked for", plain(make.meeting, M.VERSLAG_CONCEPT)),
    "MeetingState.VERSLAG_VASTGESTELD": ("it is over", plain(make.meeting, M.VERSLAG_VASTGESTELD)),
    "MeetingState.VERVALLEN": ("it does not take place", plain(make.meeting, M.VERVALLEN)),
    "AgreementState.INGETROKKEN": ("it is over", lambda seats: _withdrawn()),
    "AgreementState.UITGEWERKT": ("it did its work", lambda seats: _completed()),
    "uitvraag, voorbij": ("who did not answer is said with the result; more time is a choice", long_ago(make.inquiry)),
    "PlanState.INGEDIEND": ("the regionale stuurgroep adopts it, outside the portal; the landelijk bureau may ask, and need not", planned(P.INGEDIEND, 4)),
    "PlanState.VASTGESTELD": ("it holds", planned(P.VASTGESTELD, 5)),
}  # fmt: skip
# Weighing is one line for all that waits, and asked of by itself below; what was replaced is over, as what was worked out.
ELSEWHERE = {"ActionList.VOORRAADLIJST", "AgreementState.VERVANGEN"}


def _withdrawn() -> Agreement:
    agreement = make.agreement()
    drafts.drop(agreement=agreement, reason="Niet nodig.", by=make.board())
    return agreement


def _completed() -> Agreement:
    return uptake.complete(agreement=make.ratified(Route.ACHTERAF), reason="Het is gewoon geworden.", by=make.secretaris())


def test_every_state_there_is_has_somebody_or_a_reason() -> None:
    known = {*CASES, *NOBODY, *ELSEWHERE}
    enums = (KnelpuntState, MeetingState, AgreementState, PlanState, ActionList)
    assert sorted({f"{enum.__name__}.{state.name}" for enum in enums for state in enum} - known) == []


def waits_of(user: User) -> dict[tuple[str, str], str]:
    """What stands on somebody's overzicht, by kind and title, with where it leads."""
    user = User.objects.get(pk=user.pk)
    return {(each.kind, task.title): task.url for each in read(user, 500) for task in each.rows}


def client_of(seat: Seat) -> Client:
    client = Client()
    client.force_login(seat.user, backend="portal.accounts.backends.SeatBackend")
    return client


@pytest.mark.django_db
def test_who_may_act_sees_it_and_can_do_it_there_and_nobody_else_does() -> None:
    """For every function in every kind of body, deputies included; and what is over is on nobody's overzicht."""
    seats = seats_of_all()
    things = {name: case.make(seats) for name, case in CASES.items()}
    over = {name: _fresh(thing(seats)) for name, (_, thing) in NOBODY.items()}
    seen = {place: waits_of(seat.user) for place, seat in seats.items()}
    wrong: list[str] = []
    for name, case in CASES.items():
        thing = _fresh(things[name])
        key = (case.kind, case.shown(thing))
        seers = {place for place in seats if key in seen[place]}
        may = {place for place, seat in seats.items() if case.may(_read(seat), thing)}
        wrong += [f"{name}: nobody may do it"] if not may else []
        wrong += [f"{name}: {place} may and does not see it" for place in sorted(may - seers)]
        wrong += [f"{name}: {place} sees it and may not" for place in sorted(seers - may)]
        for place in sorted(seers & may)[:1]:
            answer = client_of(seats[place]).get(seen[place][key])
            if answer.status_code != 200 or case.act not in answer.content.decode():
                wrong.append(f"{name}: {place} cannot do it at {seen[place][key]} ({answer.status_code})")
    titles = {title for found in seen.values() for _, title in found}
    called = {
        name: f"Jaarplan {thing.plan_year}" if isinstance(thing, make.RegionalPlan) else str(thing)
        for name, thing in over.items()
    }
    wrong += [f"{name}: somebody is asked" for name, title in called.items() if title in titles]
    assert "\n".join(wrong) == ""


def _fresh(thing: Any) -> Any:
    return type(thing).objects.get(pk=thing.pk)


def _read(seat: Seat) -> Seat:
    seat.user = User.objects.get(pk=seat.user_id)
    return seat


# ── Weighing, and the walk that it begins


def weighable(user: User) -> str:
    return next((task.title for each in read(user, 9) for task in each.rows if each.kind.startswith("wegen")), "")


@pytest.mark.django_db
def test_number_to_weigh_is_what_one_gets_when_one_weighs_them_one_after_another() -> None:
    member = make.seat("stuurgroep", F.LID, organisation="valente", is_deputy=True)
    for slug in ("acute-onveiligheid", "acute-onveiligheid", "autonomie-tot-dwang"):
        make.action(theme=make.theme(slug))
    on_the_table = make.action()
    make.open_item(on_the_table)
    client, user = client_of(member), User.objects.get(pk=member.user_id)
    assert weighable(user) == "3 acties om te wegen"
    url, walked = next(task.url for each in read(user, 9) for task in each.rows if each.kind.startswith("wegen")), 0
    while "/wegen/" in url and walked < 9:
        sent = {"key": str(make.uuid4()), "belang": "4", "argument": "Elke week.", "next": ""}
        url, walked = client.post(url, sent).headers["Location"], walked + 1
    assert (walked, weighable(User.objects.get(pk=user.pk))) == (3, "")
    assert weighable(make.secretaris().user) == ""  # type: ignore[arg-type]


# ── The overzicht itself


@pytest.mark.django_db
def test_what_is_late_comes_first_and_what_is_not_shown_is_counted_with_its_list() -> None:
    house = make.manager()
    concepts = [make.knelpunt() for _ in range(SHOWN + 2)]
    late, soon = (
        make.inquiry(closes_date=clock.today() + timedelta(days=3)),
        make.inquiry(closes_date=clock.today() + timedelta(days=2)),
    )
    waits = waits_for(house.user)
    assert [task.title for task in waits.tasks[:3]] == [str(soon), str(late), str(concepts[0])]
    assert len(waits.tasks) == SHOWN
    assert [(each.kind, each.number) for each in waits.rest] == [("concepten van knelpunten", 4)]
    page = client_of(Seat.objects.get(pk=house.seat_id)).get(waits.rest[0].url).content.decode()
    assert sum(f">{concept}<" in page for concept in concepts) == len(concepts)


@pytest.mark.django_db
def test_changes_are_past_of_others_and_one_line_for_each_thing() -> None:
    house, since = make.manager(), clock.now() - timedelta(days=1)
    knelpunt = make.knelpunt(S.OP_DE_LIJST)
    own = make.submissions.draft(
        key=make.uuid4(),
        house=knelpunt.house,
        kind=knelpunt.kind,
        title="Van mijzelf",
        pattern="Steeds weer.",
        theme=make.theme(),
        by=house,
    )
    action = make.action_on(L.GEREEDLIJST, by=make.member("klankbordgroep"))
    found = {change.title: change.words for change in changes_for(house.user, since)}
    assert found[str(knelpunt)] == "kwam op de knelpuntenlijst, na 3 eerdere stappen"
    assert found[str(action)] == "kwam op de gereedlijst, na 2 eerdere stappen"
    assert str(own) not in found


@pytest.mark.django_db
def test_meetings_that_were_cancelled_or_are_past_do_not_come() -> None:
    member = make.member()
    ahead, off = make.meeting(), make.meeting(M.VERVALLEN)
    with clock.at(clock.now() - timedelta(days=9)):
        past = make.meeting(M.STUKKEN_VERZONDEN)
    sent = make.meeting(M.STUKKEN_VERZONDEN, starts_at=clock.now() + timedelta(days=60))
    client = client_of(Seat.objects.get(pk=member.seat_id))
    assert [str(each) for each in client.get("/overzicht/").context["overview"].coming] == [str(ahead), str(sent)]
    coming = [(str(meeting), deadline.kind) for deadline, meeting in client.get("/vergaderingen/jaar/").context["coming"]]
    assert not {str(off), str(past)} & {title for title, _ in coming}
    assert {kind for title, kind in coming if title == str(sent)} <= {"weging", "consultatie", "verslag"}
