"""Every form there is: where it is, what a right answer looks like, its texts, and how to count what it made."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy, deepcopy
from datetime import timedelta
from functools import cached_property
from typing import Any
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from agenda.decisions.models import Reservation
from agenda.lists.domain import coalitions, trekkers
from agenda.lists.enums import ActionList
from agenda.lists.models import (
    Action,
    ActionRevision,
    CoalitionCall,
    Comment,
    Contribution,
    Milestone,
    Pilot,
    ProgressUpdate,
    TableAnswer,
    TrekkerRefusal,
    TrekkerRequest,
    Weighing,
)
from agenda.meetings.enums import MeetingState
from agenda.meetings.models import (
    AgendaItem,
    Arrangement,
    DiscussionRequest,
    Guest,
    Issue,
    Meeting,
    MeetingMove,
    Paper,
    ProcedureAnswer,
    PublicLine,
    StandingItem,
    VerslagVersion,
    WrittenProcedure,
)
from agenda.ratification.models import Agreement, Asked, Carrying, ConstituencyReport, Position, RoundExtension, Uptake
from ambitions.enums import PlanState, Scope
from ambitions.models import (
    ActionLine,
    Explanation,
    Finding,
    HelpOffer,
    LineAnswer,
    LineText,
    NationalReport,
    PlanStep,
)
from knelpunten.models import Inquiry, InquiryAnswer, Knelpunt, KnelpuntNote, KnelpuntStep, ReasonText
from portal.history.models import Event
from portal.kit import clock
from portal.kit.opaque import of
from portal.network.models import Organisation, PolicyTable, Seat
from tests import factories as make

BACKEND = "portal.accounts.backends.SeatBackend"

YEAR = {
    name: f"2028-{month:02d}-{day:02d}"
    for nr, month in enumerate((3, 6, 9, 12), 1)
    for name, month, day in ((f"kb{nr}a", month - 1, 3), (f"kb{nr}b", month - 1, 24), (f"sg{nr}", month, 9))
}


LINE = {"title": "Lijn", "text": "Zo", "realised_when": "Dan"}


class FormCase:
    """One form: where it is, what a right answer looks like, its texts, and how to count what it made."""

    def __init__(self, path: str, actor: Any, sent: Any, texts: list[str], count: Callable[[], int]) -> None:
        self.path, self.sent, self.texts, self.count = path, sent, texts, count
        self.client = Client(raise_request_exception=True)
        self.client.force_login(actor.user, backend=BACKEND)

    def again(self) -> FormCase:
        """The same form, at a browser in which nobody did anything yet."""
        other = copy(self)
        other.client = Client(raise_request_exception=True)
        other.client.cookies = deepcopy(self.client.cookies)
        return other

    def post(self, **changes: Any) -> Any:
        sent = self.sent() if callable(self.sent) else self.sent  # a file is read once
        return self.client.post(self.path, {**sent, **changes})


class Made:
    """What the forms are about, each made when a form asks for it."""

    def __init__(self) -> None:
        self.key = str(uuid4())
        self.term = (clock.today() + timedelta(days=9)).isoformat()

    @cached_property
    def line(self) -> ActionLine:
        return make.line()

    @cached_property
    def plan(self) -> Any:
        assert self.line
        return make.plan()

    @cached_property
    def explanation(self) -> Explanation:
        return make.explanation("zeeland", on=self.line)

    @cached_property
    def proposer(self) -> Any:
        return make.member("klankbordgroep")

    @cached_property
    def asked(self) -> Any:
        return make.seat("stuurgroep", organisation="om")

    @cached_property
    def action(self) -> Any:
        """Proposed, and a member of the Stuurgroep is asked to pull it."""
        action = make.action(by=self.proposer)
        trekkers.ask(action=action, seat=self.asked, by=self.proposer)
        return action

    @cached_property
    def member(self) -> Any:
        return make.member("klankbordgroep", "aedes")

    @cached_property
    def going(self) -> Any:
        """On the actielijst, with a member in its coalition."""
        going = make.action_on(ActionList.ACTIELIJST)
        coalitions.join(action=going, text="Wij doen mee.", by=self.member)
        return going

    @cached_property
    def handed(self) -> Any:
        """At home elsewhere, and not taken over yet."""
        handed = make.action()
        make.decide(handed, make.DecisionKind.NAAR_GEREED, **make.elsewhere())
        return handed

    @cached_property
    def assessed(self) -> Any:
        return make.knelpunt(make.S.IN_BEOORDELING)

    @cached_property
    def answered(self) -> Any:
        return make.knelpunt(make.S.BEANTWOORD)

    @cached_property
    def declined(self) -> Any:
        return make.knelpunt(make.S.NIET_OPGENOMEN)

    @cached_property
    def inquiry(self) -> Any:
        return make.inquiry()

    @cached_property
    def meeting(self) -> Any:
        return make.meeting(MeetingState.IN_VOORBEREIDING)

    @cached_property
    def agenda_item(self) -> Any:
        return self.meeting.items.get()

    @cached_property
    def item(self) -> Any:
        """Of a meeting that is open, about an action."""
        return make.open_item(make.action())

    @cached_property
    def decided(self) -> Any:
        """An item at which a decision was taken."""
        item = make.open_item(make.action())
        kind = make.DecisionKind.WENSELIJK
        make.item_decisions.take(item=item, key=make.uuid4(), kind=kind, wording="Ja.", by=make.secretaris())
        return item

    @cached_property
    def held(self) -> Any:
        """A meeting that is closed, with a decision anybody may read."""
        return make.closed(self.decided.meeting)

    @cached_property
    def asks_in_writing(self) -> Any:
        """The secretaris of a body that decides in writing too."""
        make.procedure()
        return make.secretaris()

    @cached_property
    def asked_agreement(self) -> Any:
        """An agreement about which the houses are asked."""
        return make.asked_agreement()

    @cached_property
    def asked_house(self) -> Any:
        return Asked.objects.get(round__agreement=self.asked_agreement, house__slug="twente")

    @cached_property
    def ratified(self) -> Any:
        return make.ratified()

    @property
    def agreement_texts(self) -> dict[str, Any]:
        owner = Organisation.objects.get(slug="nzvh").pk
        return {
            "key": self.key,
            "title": "Titel",
            "text": "Tekst",
            "asks": "Van elk huis iets",
            "from_date": "2027-01-01",
            "evaluate_date": "2028-01-01",
            "owner": owner,
        }

    @property
    def knelpunt_texts(self) -> dict[str, Any]:
        return {"key": self.key, "title": "Titel", "pattern": "Patroon", "kind": "stelsel"}

    @property
    def action_texts(self) -> dict[str, Any]:
        return {
            "key": self.key,
            "title": "Titel",
            "goal": "Doel",
            "intended_result": "Resultaat",
            "theme": make.theme().pk,
            "kind": "kennis",
            "without_knelpunt": "De Stuurgroep vroeg erom.",
        }


Case = Callable[[Made], FormCase]
CASES: dict[str, Case] = {
    "knelpunt": lambda the: FormCase(reverse("knelpunten:new"), make.manager(), the.knelpunt_texts, ["title", "pattern"], Knelpunt.objects.count),
    "outcome": lambda the: FormCase(reverse("knelpunten:conclude", args=[the.assessed.pk]), make.bureau(), {"outcome": "niet_opgenomen", "reason": "Dit hoort bij de gemeente."}, ["reason"], KnelpuntStep.objects.count),
    "unsolved": lambda the: FormCase(reverse("knelpunten:unsolved", args=[the.answered.pk]), make.manager(), {"reason": "Dit hoort bij de gemeente."}, ["reason"], KnelpuntStep.objects.count),
    "action": lambda the: FormCase(reverse("lists:propose"), make.bureau(), the.action_texts, ["title", "goal", "intended_result"], Action.objects.count),
    "contribution": lambda the: FormCase(reverse("lists:join", args=[the.action.pk]), make.member("klankbordgroep"), {"text": "Wij"}, ["text"], Contribution.objects.count),
    "own contribution": lambda the: FormCase(reverse("lists:contribute", args=[the.going.pk]), the.member, {"text": "Wij", "version": "1"}, ["text"], Event.objects.filter(verb="contribution_revised").count),
    "leaving": lambda the: FormCase(reverse("lists:leave", args=[the.going.pk]), the.member, {"reason": "Wij hebben geen tijd meer."}, ["reason"], Event.objects.filter(verb="coalition_left").count),
    "call": lambda the: FormCase(reverse("lists:call", args=[the.going.pk]), the.member, {"key": the.key, "text": "Wie?", "closes_date": the.term}, ["text"], CoalitionCall.objects.count),
    "pilot": lambda the: FormCase(reverse("lists:pilot", args=[the.going.pk]), make.manager("drenthe"), {"text": "Wij"}, ["text"], Pilot.objects.count),
    "comment": lambda the: FormCase(reverse("lists:confer", args=[the.going.pk]), the.member, {"key": the.key, "text": "Hallo"}, ["text"], Comment.objects.count),
    "milestone": lambda the: FormCase(reverse("lists:plan", args=[the.going.pk]), the.member, {"key": the.key, "title": "Af", "due_date": the.term}, ["title"], Milestone.objects.count),
    "refusal": lambda the: FormCase(reverse("lists:refuse", args=[the.action.pk]), the.asked.actor, {"reason": "Wij trekken er al twee."}, ["reason"], TrekkerRefusal.objects.count),
    "revision": lambda the: FormCase(reverse("lists:revise", args=[the.action.pk]), the.proposer, {"version": "1", "title": "Titel", "goal": "Doel", "intended_result": "Resultaat"}, ["title", "goal", "intended_result"], ActionRevision.objects.count),
    "request": lambda the: FormCase(reverse("lists:ask_trekker", args=[make.action().pk]), make.bureau(), {"seat": str(the.asked.pk)}, [], TrekkerRequest.objects.count),
    "other table": lambda the: FormCase(reverse("lists:hand_over", args=[the.handed.pk]), make.bureau(), {"is_accepted": "nee", "note": "Nee"}, [], TableAnswer.objects.count),
    "weighing": lambda the: FormCase(reverse("lists:weigh", args=[the.action.pk]), make.member(), {"key": the.key, "belang": "3", "argument": "Daarom"}, [], Weighing.objects.count),
    "progress": lambda the: FormCase(reverse("lists:report", args=[the.going.pk]), the.member, {"key": the.key, "status": "op_koers", "happened": "Iets"}, ["happened"], ProgressUpdate.objects.count),
    "meeting": lambda the: FormCase(reverse("meetings:convene"), make.secretaris(), {"key": the.key, "title": "Titel", "starts_at": "2027-01-01T13:00", "minutes": "120"}, ["title"], Meeting.objects.count),
    "item": lambda the: FormCase(reverse("meetings:add_item", args=[the.meeting.pk]), make.secretaris(), {"key": the.key, "kind": "bespreking", "title": "Titel", "minutes": "5", "serves": "huizen", "visibility": "open"}, ["title"], AgendaItem.objects.count),
    "decision": lambda the: FormCase(reverse("meetings:decide", args=[the.item.pk, "wenselijk"]), make.secretaris(), {"key": the.key, "wording": "Aldus"}, ["wording"], Event.objects.filter(verb="decided").count),
    "note": lambda the: FormCase(reverse("knelpunten:add", args=[the.assessed.pk]), make.manager(), {"key": the.key, "text": "Ook dit"}, ["text"], KnelpuntNote.objects.count),
    "reply": lambda the: FormCase(reverse("knelpunten:reply", args=[the.declined.pk]), make.bureau(), {"key": the.key, "text": "Dit kwam er van uw vraag."}, ["text"], KnelpuntNote.objects.count),
    "reason text": lambda the: FormCase(reverse("knelpunten:texts"), make.bureau(), {"title": "Titel", "text": "Tekst"}, ["title", "text"], ReasonText.objects.count),
    "table": lambda the: FormCase(reverse("network:new_table"), make.bureau(), {"name": "Tafel", "subjects": "Wonen"}, ["name"], PolicyTable.objects.count),
    "inquiry": lambda the: FormCase(reverse("inquiries:new"), make.secretaris(), {"key": the.key, "question": "Vraag?", "purpose": "Daarom", "asked_for": "rijk", "closes_date": the.term}, ["question", "purpose"], Inquiry.objects.count),
    "inquiry answer": lambda the: FormCase(reverse("inquiries:answer", args=[the.inquiry.pk]), make.manager(), {"text": "Antwoord"}, ["text"], InquiryAnswer.objects.count),
    "discussion": lambda the: FormCase(reverse("meetings:ask_discussion", args=[the.meeting.pk, the.declined.pk]), make.member(), {"reason": "Dit raakt al onze leden."}, ["reason"], DiscussionRequest.objects.count),
    "invitation": lambda the: FormCase(reverse("network:invite"), make.bureau(), {"key": the.key, "name": "Naam", "email": "nieuw@example.nl", "membership": make.seat("stuurgroep").membership_id, "function": "lid", "from_date": str(clock.today())}, ["name"], Seat.objects.count),
    "move": lambda the: FormCase(reverse("meetings:move", args=[the.meeting.pk]), make.secretaris(), {"starts_at": "2027-11-01T13:00", "reason": "De zaal is die dag bezet."}, ["reason"], MeetingMove.objects.count),
    "calling off": lambda the: FormCase(reverse("meetings:call_off", args=[the.meeting.pk]), make.secretaris(), {"af-reason": "Te weinig punten"}, ["af-reason"], MeetingMove.objects.count),
    "changed item": lambda the: FormCase(reverse("meetings:change_item", args=[the.agenda_item.pk]), make.secretaris(), {"key": the.key, "version": "1", "kind": "bespreking", "title": "Titel", "minutes": "5", "serves": "huizen", "visibility": "open"}, ["title"], Event.objects.filter(verb="item_changed").count),
    "year": lambda the: FormCase(reverse("meetings:plan_year") + "?jaar=2028", make.secretaris(), {"key": the.key, "starts": "13:00", "minutes": "120", **YEAR}, [], Meeting.objects.count),
    "standing item": lambda the: FormCase(reverse("meetings:standing"), make.secretaris(), {"title": "Titel", "kind": "informatie", "minutes": "5", "serves": "huizen"}, ["title"], StandingItem.objects.count),
    "issue": lambda the: FormCase(reverse("meetings:raise_issue"), make.member("klankbordgroep"), {"key": the.key, "kind": "dilemma", "title": "Titel", "question": "Hoe?"}, ["title", "question"], Issue.objects.count),
    "paper": lambda the: FormCase(reverse("meetings:add_paper", args=[the.agenda_item.pk]), make.secretaris(), lambda: {"key": the.key, "title": "Titel", "file": SimpleUploadedFile("stuk.txt", b"Een stuk.")}, ["title"], Paper.objects.count),
    "guest": lambda the: FormCase(reverse("meetings:invite_guest", args=[the.agenda_item.pk]), make.secretaris(), {"name": "Naam", "email": "gast@example.nl"}, ["name"], Guest.objects.count),
    "reservation": lambda the: FormCase(reverse("meetings:reserve", args=[the.decided.pk]), make.member(), {"text": "Wij houden een voorbehoud."}, ["text"], Reservation.objects.count),
    "arrangement": lambda the: FormCase(reverse("meetings:promise", args=[the.item.meeting_id]), make.secretaris(), {"key": the.key, "item": of(the.item), "kind": "afspraak", "text": "Zo doen wij het"}, ["text"], Arrangement.objects.count),
    "round": lambda the: FormCase(reverse("meetings:put_round"), the.asks_in_writing, {"key": the.key, "title": "Titel", "question": "Doen?", "closes_date": the.term}, ["title", "question"], WrittenProcedure.objects.count),
    "round answer": lambda the: FormCase(reverse("meetings:answer_round", args=[make.procedure().pk]), make.member(), {"answer": "niet_akkoord", "text": "Nee"}, ["text"], ProcedureAnswer.objects.count),
    "verslag": lambda the: FormCase(reverse("meetings:write_verslag", args=[the.held.pk]), make.secretaris(), {"version": "0", f"punt{of(the.decided)}": "Besproken."}, [], VerslagVersion.objects.count),
    "public list": lambda the: FormCase(reverse("meetings:publish", args=[the.held.pk]), make.secretaris(), {f"titel{of(the.decided.decision)}": "Titel", f"tekst{of(the.decided.decision)}": "Tekst", f"goed{of(the.decided.decision)}": "on"}, [f"titel{of(the.decided.decision)}", f"tekst{of(the.decided.decision)}"], PublicLine.objects.count),
    "agreement": lambda the: FormCase(reverse("ratification:draft"), make.board(), the.agreement_texts, ["title", "text", "asks"], Agreement.objects.count),
    "position": lambda the: FormCase(reverse("ratification:take_position", args=[the.asked_agreement.pk]), make.manager(), {"key": the.key, "stance": "niet_akkoord", "reason": "De termijn is te kort.", "version": "1"}, ["reason"], Position.objects.count),
    "position on behalf": lambda the: FormCase(reverse("ratification:record_on_behalf", args=[the.asked_agreement.pk, the.asked_house.pk]), make.board(), {"key": the.key, "stance": "niet_akkoord", "reason": "De termijn is te kort.", "channel": "mail"}, ["reason"], Position.objects.count),
    "achterbanverslag": lambda the: FormCase(reverse("ratification:report_constituency", args=[the.asked_agreement.pk]), make.manager(), {"key": the.key, "consulted_date": clock.today().isoformat(), "how": "In een overleg", "with_whom": "De partners", "outcome": "Eens"}, ["how", "with_whom", "outcome"], ConstituencyReport.objects.count),
    "more time": lambda the: FormCase(reverse("ratification:extend", args=[the.asked_agreement.pk]), make.board(), {"closes_date": (clock.today() + timedelta(days=60)).isoformat(), "reason": "De zomer ligt ertussen."}, ["reason"], RoundExtension.objects.count),
    "carrying": lambda the: FormCase(reverse("ratification:carry", args=[the.ratified.pk]), make.member(), {"text": "In een brief"}, ["text"], Carrying.objects.count),
    "line": lambda the: FormCase(reverse("ambitions:draw"), make.bureau(), {"key": the.key, "ambition": the.line.ambition_id, "scope": "regionaal", "from_year": "2026", **LINE}, list(LINE), ActionLine.objects.count),
    "line text": lambda the: FormCase(reverse("ambitions:rewrite_line", args=[the.line.pk]), make.bureau(), {"expected": "1", "note": "Het staat er nu scherper.", **LINE}, [*LINE, "note"], LineText.objects.count),
    "line report": lambda the: FormCase(reverse("ambitions:report_line", args=[make.line(Scope.LANDELIJK, owner="valente").pk]), make.member(), {"status": "niet_haalbaar", "text": "Nee"}, ["text"], NationalReport.objects.count),
    "plan answer": lambda the: FormCase(reverse("ambitions:answer", args=[the.plan.pk, the.line.pk]), make.manager(), {"status": "niet_haalbaar", "planned": "", "explanation": "Nee", "expected": "0", "read": "1"}, ["explanation"], LineAnswer.objects.count),
    "plan questions": lambda the: FormCase(reverse("ambitions:give_back", args=[make.plan(PlanState.INGEDIEND).pk]), make.bureau(), {"reason": "Wat bedoelt u bij lijn twee?"}, ["reason"], PlanStep.objects.count),
    "plan adoption": lambda the: FormCase(reverse("ambitions:adopt", args=[make.plan(PlanState.INGEDIEND).pk]), make.manager(), {"approved_date": clock.today().isoformat(), "approved_by": "De stuurgroep"}, ["approved_by"], PlanStep.objects.count),
    "explanation": lambda the: FormCase(reverse("ambitions:share", args=[the.line.pk]), make.manager(), {"key": the.key, "text": "Kan niet"}, ["text"], Explanation.objects.count),
    "help": lambda the: FormCase(reverse("ambitions:offer_help", args=[the.explanation.pk]), make.member(), {"text": "Kom kijken"}, ["text"], HelpOffer.objects.count),
    "finding": lambda the: FormCase(reverse("ambitions:answer_explanation", args=[the.explanation.pk]), make.bureau(), {"text": "Samen"}, ["text"], Finding.objects.count),
    "withdrawn explanation": lambda the: FormCase(reverse("ambitions:end_explanation", args=[the.explanation.pk]), make.manager("zeeland"), {"reason": "Het is ons toch gelukt."}, ["reason"], Explanation.objects.filter(ended_at__isnull=False).count),
    "bundle": lambda the: FormCase(reverse("ambitions:bundle"), make.bureau(), {"key": the.key, "into": "knelpunt", "title": "Titel", "text": "Tekst", "explanations": [of(the.explanation), of(make.explanation(on=the.line))]}, ["title", "text"], Knelpunt.objects.count),
    "uptake": lambda the: FormCase(reverse("ratification:report_uptake", args=[the.ratified.pk]), make.manager(), {"status": "kan_niet", "text": "Geen mensen"}, ["text"], Uptake.objects.count),
}  # fmt: skip


def case_of(form: str) -> FormCase:
    return CASES[form](Made())
