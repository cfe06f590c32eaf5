"""Every state in which somebody must act, who that is and where they can; and those in which nobody has to, with why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any

from agenda.lists.enums import ActionList
from agenda.lists.enums import Permission as Lists
from agenda.meetings.domain import papers
from agenda.meetings.enums import MeetingState
from agenda.meetings.enums import Permission as Meetings
from agenda.ratification.domain import positions
from agenda.ratification.enums import Permission as Ratification
from agenda.ratification.enums import Route
from agenda.ratification.models import Agreement
from ambitions.enums import Permission as Ambitions
from ambitions.enums import PlanState, Scope
from knelpunten.enums import KnelpuntState
from knelpunten.enums import Permission as Knelpunten
from portal.kit import clock
from portal.network.domain import seat_proposals
from portal.network.enums import BodyKind
from portal.network.enums import Permission as Network
from portal.network.models import Seat
from portal.privacy.domain import reviews
from portal.privacy.enums import Permission as Privacy
from tests import factories as make
from tests.overview.waiting_things import (
    Seats,
    agreed_concept,
    all_actions_done,
    asked_to_explain,
    asked_to_pull,
    asked_to_remove,
    changed_line,
    chosen_issue,
    completed,
    due_elsewhere,
    ended_round,
    long_ago,
    missed_milestone,
    objected,
    paper_to_widen,
    plain,
    planned,
    promised,
    proposed_seat,
    pulled,
    ratified_long_ago,
    recorded_on_behalf,
    remark_answered,
    remarked,
    reported_on,
    returned,
    unbegun,
    with_public_decision,
    withdrawn,
    without_trekker,
)
from tests.privacy.taking import report

B, S, M, P, L = BodyKind, KnelpuntState, MeetingState, PlanState, ActionList
May = Callable[[Seat, Any], bool]


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
    "AgreementState.INGETROKKEN": ("it is over", lambda seats: withdrawn()),
    "AgreementState.UITGEWERKT": ("it did its work", lambda seats: completed()),
    "uitvraag, voorbij": ("who did not answer is said with the result; more time is a choice", long_ago(make.inquiry)),
    "PlanState.INGEDIEND": ("the regionale stuurgroep adopts it, outside the portal; the landelijk bureau may ask, and need not", planned(P.INGEDIEND, 4)),
    "PlanState.VASTGESTELD": ("it holds", planned(P.VASTGESTELD, 5)),
}  # fmt: skip
# Weighing is one line for all that waits, and asked of by itself below; what was replaced is over, as what was worked out.
ELSEWHERE = {"ActionList.VOORRAADLIJST", "AgreementState.VERVANGEN"}
