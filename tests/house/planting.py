"""Something in every room that somebody may not see, with a token in each text: what stands where, and who may read it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from agenda.lists.domain import coalitions, milestones, moves, progress, proposal_drafts, saved_filters, trekkers, weighing
from agenda.lists.enums import ActionList, ProgressStatus
from agenda.meetings.domain import (
    agenda_items,
    agenda_versions,
    arrangements,
    item_decisions,
    meeting_room,
    minutes,
    noted_knelpunten,
    own_notes,
    papers,
    written_rounds,
)
from agenda.meetings.enums import ArrangementKind, MeetingState, WrittenAnswer
from agenda.meetings.models import AgendaItem, Meeting, WrittenProcedure
from agenda.ratification.domain import positions, uptake
from agenda.ratification.domain import rounds as asking_positions
from agenda.ratification.enums import Route as Way
from agenda.ratification.enums import Stance, UptakeStatus
from agenda.ratification.models import Agreement
from ambitions.domain import answers as answering_lines
from ambitions.domain import explanations, lines
from ambitions.domain import plans as house_plans
from ambitions.domain import reports as line_reports
from ambitions.enums import LineStatus, Scope
from knelpunten.domain import inquiries, notes, recognitions
from knelpunten.enums import KnelpuntState as S
from knelpunten.models import ReasonText
from portal.accounts.models import User
from portal.kit import clock
from portal.network.models import Ambition, Body, House, Organisation, PolicyTable, Theme
from portal.network.queries.seats import seat_of
from tests import factories as make
from tests.house.who_may import HOUSE, HOUSES, IN_STUURGROEP, KLANKBORDGROEP, MEMBERS, ROLES, STUURGROEP_TABLE
from tests.privacy.taking import hide

OWN_AND_BUREAU = {*HOUSE, "landelijk bureau"}
# Where what is planted stands.
PLACES = {
    Theme: "acute-onveiligheid",
    Ambition: "krachtig-netwerk",
    House: "twente",
    Organisation: "valente",
    Body: "stuurgroep",
}
REVIEWER: set[str] = set()  # what is away stands on no page: a reviewer reads it where a report waits
# Valente weighed: its own seats in the Stuurgroep see it, and who leads one of the two bodies or works at the landelijk bureau.
WEIGHED = {
    "stuurgroep member",
    "stuurgroep voorzitter",
    "stuurgroep secretaris",
    "klankbordgroep secretaris",
    "landelijk bureau",
}
MAY_READ = {
    S.CONCEPT: HOUSE,
    S.PRIVACYTOETS: {*HOUSE, "privacybeoordelaar"},
    S.INGEDIEND: OWN_AND_BUREAU,
    S.IN_BEOORDELING: OWN_AND_BUREAU,
    S.TERUG_NAAR_INDIENER: OWN_AND_BUREAU,
    S.HOORT_IN_DE_REGIO: OWN_AND_BUREAU,
    S.NIET_OPGENOMEN: OWN_AND_BUREAU | IN_STUURGROEP,
    S.SAMENGEVOEGD: OWN_AND_BUREAU,
    S.NAAR_SAMENWERKINGSAGENDA: MEMBERS,
    S.INGETROKKEN: HOUSE,
    S.OP_DE_LIJST: MEMBERS,
    S.GEKOPPELD: MEMBERS,
    S.BEANTWOORD: MEMBERS,
    S.ELDERS_BELEGD: MEMBERS,
}


WITH_REASON = set(MAY_READ) - {S.CONCEPT, S.PRIVACYTOETS, S.INGEDIEND, S.IN_BEOORDELING, S.GEKOPPELD}


def plant() -> dict[str, set[str]]:
    """Tokens in every confidential text, each with the roles that may read it."""
    tokens: dict[str, set[str]] = {}

    def token(name: str, roles: set[str]) -> str:
        text = f"kanarie{len(tokens)}{name.replace('_', '')}"
        tokens[text] = roles
        return text

    for state, roles in MAY_READ.items():
        texts = {field: token(f"{state}{field}", roles) for field in ("title", "pattern", "would_help")}
        if state in WITH_REASON:
            texts["reason"] = token(f"{state}reason", roles)
        texts["tried"] = token(f"{state}tried", roles)
        knelpunt = make.knelpunt(state, **texts)
        if roles == MEMBERS:
            recognitions.recognise(knelpunt=knelpunt, note=token(f"{state}note", roles), by=make.manager("zeeland"))
    make.pattern(title=token("patterntitle", MEMBERS), analysis=token("patternanalysis", MEMBERS))
    action = make.action_on(
        ActionList.ACTIELIJST, **{field: token(f"action{field}", MEMBERS) for field in ("title", "goal", "intended_result")}
    )
    by = make.member("klankbordgroep", "psd")
    coalitions.join(action=action, text=token("contribution", MEMBERS), freed=token("freed", MEMBERS), by=by)
    plant_working(token, action, by)
    progress.report(
        key=make.uuid4(),
        action=action,
        status=ProgressStatus.AANDACHT,
        happened=token("happened", MEMBERS),
        next_step=token("next", MEMBERS),
        steering=token("steering", MEMBERS),
        by=by,
    )
    plant_beside(token)
    plant_agenda(token)
    meeting = make.meeting(MeetingState.STUKKEN_VERZONDEN)
    meeting.__class__.objects.filter(pk=meeting.pk).update(title=token("meeting", MEMBERS), location=token("location", MEMBERS))
    meeting.items.update(title=token("item", MEMBERS), question=token("question", MEMBERS), presenter=token("presenter", MEMBERS))
    tokens["kanariepersoon@example.nl"] = MEMBERS
    User.objects.filter(pk=by.user.pk).update(email="kanariepersoon@example.nl", name=token("person", MEMBERS))  # type: ignore[union-attr]
    return tokens


def plant_working(token: Callable[[str, set[str]], str], action: Any, by: Any) -> None:
    """What a coalition says to all, and among itself; what is somebody's own."""
    coalitions.call(key=make.uuid4(), action=action, text=token("call", MEMBERS), closes_date=clock.today(), by=by)
    coalitions.offer_pilot(action=action, text=token("pilot", MEMBERS), by=make.manager("drenthe"))
    milestones.plan(key=make.uuid4(), action=action, title=token("milestone", MEMBERS), due_date=clock.today(), by=by)
    milestones.attach(key=make.uuid4(), action=action, name="x.txt", data=b"x", title=token("file", MEMBERS), by=by)
    valente = make.member("klankbordgroep", "valente")  # the organisation of one of the roles
    coalitions.join(action=action, text="Wij ook.", by=valente)
    coalitions.comment(key=make.uuid4(), action=action, text=token("comment", {"klankbordgroep member"}), by=valente)
    proposal_drafts.keep(
        key=make.uuid4(), owner=by.user, title=token("draft", set()), answers={"goal": [token("draftgoal", set())]}
    )
    saved_filters.keep(owner=by.user, name=token("kept", set()), query="eigen=ja")
    asked, seat = make.action(), make.seat("stuurgroep", organisation="om")
    trekkers.ask(action=asked, seat=seat, by=by)
    trekkers.refuse(action=asked, reason=token("refusal", MEMBERS), by=seat.actor)
    handed, ending = make.action(), make.elsewhere() | {"contact": token("tablecontact", MEMBERS)}
    make.decide(handed, make.DecisionKind.NAAR_GEREED, **ending)
    moves.answer_hand_over(action=handed, is_accepted=False, note=token("tablenote", MEMBERS), by=by)
    done = make.action_on(ActionList.ACTIELIJST)
    make.decide(done, make.DecisionKind.NAAR_GEREED, **make.DONE | {"noticed": token("noticed", MEMBERS)})


def plant_beside(token: Callable[[str, set[str]], str]) -> None:
    """What is written beside knelpunten, to the houses, and what is hidden."""
    bureau, manager = make.bureau(), make.manager("twente")
    assessed, declined = make.knelpunt(S.IN_BEOORDELING), make.knelpunt(S.NIET_OPGENOMEN)
    own, noted = OWN_AND_BUREAU, OWN_AND_BUREAU | IN_STUURGROEP
    weighed = make.action()
    weighing.weigh(
        key=make.uuid4(), action=weighed, scores={}, argument=token("argument", WEIGHED), by=make.member("stuurgroep", "valente")
    )
    notes.add(key=make.uuid4(), knelpunt=assessed, text=token("aanvulling", own), by=manager)
    make.attachment(assessed, title=token("bijlage", own))
    notes.answer(key=make.uuid4(), knelpunt=declined, text=token("antwoord", noted), by=bureau)
    ReasonText.objects.create(title=token("tekstnaam", {"landelijk bureau"}), text=token("vastetekst", {"landelijk bureau"}))
    PolicyTable.objects.filter(slug="bo-wvggz").update(subjects=token("tafel", MEMBERS), contact=token("contact", MEMBERS))
    inquiry = make.inquiry(question=token("vraag", MEMBERS), purpose=token("waarvoor", MEMBERS))
    leads = {"landelijk bureau", "stuurgroep voorzitter", "stuurgroep secretaris"}
    inquiries.answer(inquiry=inquiry, text=token("huisantwoord", {*HOUSE, *leads}), by=manager)
    noting_meeting = make.meeting(MeetingState.IN_VOORBEREIDING)
    noted_knelpunten.ask(
        meeting=noting_meeting, knelpunt=declined, reason=token("bespreken", IN_STUURGROEP | OWN_AND_BUREAU), by=make.member()
    )
    for thing in (
        make.action(title=token("weg1", REVIEWER), goal=token("weg2", REVIEWER)),
        make.pattern(title=token("weg3", REVIEWER), analysis=token("weg4", REVIEWER)),
        make.inquiry(question=token("weg5", REVIEWER)),
        make.knelpunt(S.OP_DE_LIJST, title=token("weg6", REVIEWER), pattern=token("weg7", REVIEWER)),
    ):
        hide(thing)


def plant_agenda(token: Callable[[str, set[str]], str]) -> None:
    """What hangs on a meeting of the Stuurgroep that was held: for its own seats, for all members, for everybody."""
    own, secretaris = IN_STUURGROEP, make.secretaris()
    meeting = make.meeting(MeetingState.IN_VOORBEREIDING, title=token("vergadering", set(ROLES)))
    texts = ("title", "question", "presenter", "advice", "costs", "risks")
    hidden = make.item(meeting, visibility="vertrouwelijk", **{name: token(f"besloten{name}", own) for name in texts})
    members = make.item(meeting, visibility="leden", subject=None, **{name: token(f"leden{name}", MEMBERS) for name in texts})
    shown = make.item(meeting, subject=make.action(), title=token("openbaartitel", MEMBERS))
    for item in (hidden, members):
        made = papers.add(
            key=make.uuid4(),
            item=item,
            name=f"{token('naam', own)}.txt",
            data=token("inhoud", own).encode(),
            title=token("stuk", own),
            by=secretaris,
        )
        papers.replace(key=make.uuid4(), paper=made, name="x.txt", data=token("versie", own).encode(), by=secretaris)
    shared = papers.add(
        key=make.uuid4(),
        item=members,
        name="x.txt",
        data=token("gedeeld", own | KLANKBORDGROEP).encode(),
        title=token("deelstuk", own | KLANKBORDGROEP),
        by=secretaris,
    )
    papers.open_up(paper=shared, visibility=shared.visibility, is_for_klankbordgroep=True, by=secretaris)
    papers.confirm(paper=shared, by=make.secretaris())
    make.step(meeting, MeetingState.STUKKEN_VERZONDEN)
    agenda_items.change(item=hidden, expected=hidden.version, question=token("nieuwevraag", own), by=secretaris)
    agenda_versions.send_again(meeting=meeting, by=secretaris)
    make.step(meeting, MeetingState.GEOPEND)
    for item, roles in ((hidden, own), (members, MEMBERS), (shown, MEMBERS)):
        take = {
            "key": make.uuid4(),
            "kind": make.DecisionKind.TER_KENNISGEVING,
            "wording": token("besluit", roles),
            "by": secretaris,
        }
        decision = item_decisions.take(item=item, **take)
        place = seat_of(make.member("stuurgroep", "aedes")).membership
        item_decisions.reserve(item=item, membership=place, text=token("voorbehoud", roles), by=secretaris)
        arrangements.arrange(
            key=make.uuid4(), item=item, kind=ArrangementKind.AFSPRAAK, text=token("afspraak", roles), by=secretaris
        )
        arrangements.arrange(
            key=make.uuid4(),
            item=item,
            kind=ArrangementKind.TOEZEGGING,
            text=token("toezegging", roles),
            membership=place,
            due_date=clock.today(),
            by=secretaris,
        )
        meeting_room.write_notes(item=item, text=token("aantekening", {"stuurgroep secretaris"}), expected=0, by=secretaris)
        own_notes.keep(
            item=item, text=token("eigen", set()), is_marked=False, is_shared=False, by=make.member("stuurgroep", "aedes")
        )
        colleagues = {"stuurgroep member", "klankbordgroep member"} & roles
        own_notes.keep(
            item=item, text=token("collega", colleagues), is_marked=True, is_shared=True, by=make.member("stuurgroep", "valente")
        )
        assert decision.number
    make.step(meeting, MeetingState.GESLOTEN)
    written = {hidden.pk: token("verslag", own), members.pk: token("verslag", MEMBERS)}
    minutes.write(meeting=Meeting.objects.get(pk=meeting.pk), texts=written, expected=0, by=secretaris)
    public = token("openbaar", set(ROLES))
    minutes.publish(
        meeting=meeting, lines={AgendaItem.objects.get(pk=shown.pk).outcome.decision_id: (public, public)}, by=secretaris
    )  # type: ignore[attr-defined]
    make.meeting(MeetingState.GEPLAND, title=token("geheim", own), is_confidential=True)
    plant_round(token)
    plant_agreements(token)
    plant_plans(token)
    issue = make.issue(
        title=token("vraagstuk", MEMBERS), question=token("vraagstukvraag", MEMBERS), background=token("achtergrond", MEMBERS)
    )
    hide(make.issue(title=token("weg8", REVIEWER), question=token("weg9", REVIEWER)))
    hide(hidden_again(token))
    assert issue.pk


def plant_round(token: Callable[[str, set[str]], str]) -> None:
    """What the Stuurgroep answers in writing, and what it decided so."""
    own = IN_STUURGROEP
    asked = make.procedure(title=token("ronde", own), question=token("rondevraag", own))
    written_rounds.answer(procedure=asked, answer=WrittenAnswer.BESPREKEN, text=token("rondeantwoord", own), by=make.member())
    agreed = make.procedure(title=token("rondeaf", own))
    written_rounds.answer(procedure=agreed, answer=WrittenAnswer.AKKOORD, text="", by=make.member())
    WrittenProcedure.objects.filter(pk=agreed.pk).update(closes_date=clock.today() - timedelta(days=1))
    closed = WrittenProcedure.objects.get(pk=agreed.pk)
    written_rounds.conclude(procedure=closed, key=make.uuid4(), wording=token("rondebesluit", MEMBERS), by=make.secretaris())


def plant_agreements(token: Callable[[str, set[str]], str]) -> None:
    """Concepts, rounds of both routes with positions, one that was ratified, and one that was reported."""
    leads = {"stuurgroep voorzitter", "stuurgroep secretaris"}
    for route, own in ((Way.VOORAF, {*leads, "bestuur n-zvh"}), (Way.ACHTERAF, STUURGROEP_TABLE)):
        make.agreement(route, title=token("afspraak", own), text=token("afspraaktekst", own), asks=token("afspraakvraag", own))
    asked = {name: token(f"gevraagd{name}", MEMBERS) for name in ("title", "text", "asks")}
    blind = make.asked_agreement(shows_positions=False, **asked)
    sees = {"netwerkmanager", "medewerker", "stuurgroep secretaris", "bestuur n-zvh"}
    _object(blind, make.manager(), token("blind", sees))
    shown = make.asked_agreement(Way.ACHTERAF)
    _object(shown, make.member(), token("standpunt", STUURGROEP_TABLE | KLANKBORDGROEP | {"bestuur n-zvh"}))
    _object(shown, make.manager(), token("achterban", {*HOUSES, "stuurgroep secretaris", "bestuur n-zvh"}))
    public = set(ROLES)
    made = make.asked_agreement(
        Way.ACHTERAF, title=token("bekrachtigd", public), text=token("geldend", public), asks=token("vraagt", public)
    )
    _object(made, make.member(), token("toen", MEMBERS))
    make.all_agree(made)
    asking_positions.put(agreement=made, by=make.secretaris())
    make.decide_and_close(made, make.DecisionKind.BEKRACHTIGEN, wording=token("bekrachtiging", MEMBERS))
    uptake.carry(agreement=made, text=token("uitdragen", MEMBERS), by=make.member())
    uptake.report_uptake(agreement=made, status=UptakeStatus.KAN_NIET, text=token("uitvoering", MEMBERS), by=make.manager())
    weg = {name: token(f"weg{name}", REVIEWER) for name in ("title", "text", "asks")}
    hide(make.asked_agreement(**weg))


def plant_plans(token: Callable[[str, set[str]], str]) -> None:
    """Lines, plans in each of their states, and what is not feasible."""
    public, by = set(ROLES), make.manager()
    texts = {name: token(f"lijn{name}", public) for name in ("title", "text", "realised_when")}
    line = make.line(**texts)
    said = {name: [{"kind": "paragraph", "text": token(name, public)}] for name in ("expectations", "background")}
    lines.write_ambition(ambition=line.ambition, objective=token("doel", public), note="", by=make.bureau(), **said)
    national = make.line(Scope.LANDELIJK, owner="valente")
    line_reports.report(line=national, status=LineStatus.NIET_HAALBAAR, text=token("bericht", public), by=make.member())

    def say(name: str, roles: set[str]) -> dict[str, Any]:
        return {"planned": token(f"{name}plan", roles), "explanation": token(f"{name}uitleg", roles)}

    make.plan(make.PlanState.INGEDIEND, house="zeeland", year=2025, **say("ingediend", MEMBERS))
    adopted = make.plan(make.PlanState.VASTGESTELD, house="zeeland", **say("vast", public))
    house_plans.show(plan=adopted, is_public=True, by=make.manager("zeeland"))
    returned = make.plan(make.PlanState.TERUG, **say("terug", MEMBERS))
    for each, last in house_plans.newest_answers(returned).items():
        answering_lines.answer(
            plan=returned,
            line=line.__class__.objects.get(pk=each),
            expected=last.pk,
            read=1,
            status=LineStatus.OP_KOERS,
            by=by,
            **say("weer", HOUSE),
        )
    house_plans.write(
        plan=returned, expected=0, by=by, **{name: token(f"eigen{name}", HOUSE) for name in ("priorities", "offers", "asks")}
    )
    shared = make.explanation(on=line, text=token("toelichting", MEMBERS))
    explanations.offer(explanation=shared, text=token("hulp", MEMBERS), by=make.member())
    explanations.find_together(explanation=shared, text=token("gevonden", MEMBERS), by=make.bureau())
    make.frozen()
    weg = [
        make.line(**{name: token(f"lijnweg{name}", REVIEWER) for name in texts}),
        make.explanation("drenthe", text=token("uitlegweg", REVIEWER)),
    ]
    for thing in (*weg, make.plan(make.PlanState.INGEDIEND, house="drenthe", year=2025, **say("planweg", REVIEWER))):
        hide(thing)


def _object(made: Agreement, by: Any, reason: str) -> None:
    positions.take_position(key=make.uuid4(), agreement=made, version=1, stance=Stance.NIET_AKKOORD, reason=reason, by=by)


def hidden_again(token: Callable[[str, set[str]], str]) -> AgendaItem:
    """A confidential item in which personal data was reported."""
    meeting = make.meeting(MeetingState.IN_VOORBEREIDING)
    return make.item(meeting, visibility="vertrouwelijk", title=token("weg10", REVIEWER), question=token("weg11", REVIEWER))
