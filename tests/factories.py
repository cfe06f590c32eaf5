"""Things for tests, made by the verbs of the domain: what stands somewhere walked there."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count
from typing import Any
from uuid import uuid4

from django.db import IntegrityError, transaction

from agenda.decisions.enums import DecisionKind, Serves
from agenda.lists.domain import proposals
from agenda.lists.enums import ActionKind, ActionList, Outcome
from agenda.lists.models import Action
from agenda.meetings.domain import (
    agenda_items,
    issues,
    item_decisions,
    meeting_room,
    meeting_steps,
    minutes,
    papers,
    written_rounds,
)
from agenda.meetings.enums import IssueKind, ItemKind, MeetingState, Treatment
from agenda.meetings.models import AgendaItem, BodyRules, Issue, Meeting, Paper, WrittenProcedure
from agenda.ratification.domain import agreements as drafting_agreements
from agenda.ratification.domain import positions as position_verbs
from agenda.ratification.domain import rounds as asking_positions
from agenda.ratification.enums import Channel, Route, Stance
from agenda.ratification.models import Agreement, Asked
from ambitions.domain import answers as answering_lines
from ambitions.domain import explanations, freezes, lines, plans
from ambitions.enums import LineStatus, PlanState, Scope
from ambitions.models import ActionLine, Explanation, Freeze, PlanYear, RegionalPlan
from knelpunten.domain import assessments, attachments, inquiries, rode_draden, submissions, taken_over_lists
from knelpunten.enums import AskedFor, KnelpuntKind, KnelpuntState
from knelpunten.models import Attachment, Inquiry, Knelpunt, Pattern
from portal.accounts.actor import Actor, operator
from portal.accounts.models import User
from portal.kit import clock
from portal.network.domain import seats
from portal.network.enums import SeatFunction
from portal.network.models import Ambition, Body, House, Membership, Organisation, PolicyTable, Seat, Theme

numbers = count(1)
F, S, M = SeatFunction, KnelpuntState, MeetingState
DONE: dict[str, Any] = {"outcome": Outcome.AFGEROND, "noticed": "Regio's merken het elke week."}


def elsewhere(*, is_accepted: bool = False, table: str = "zorg-en-dwang") -> dict[str, Any]:
    """The details of a decision that an action is at home at another table."""
    return {
        "outcome": Outcome.ELDERS_BELEGD,
        "table": PolicyTable.objects.get(slug=table),
        "is_accepted": is_accepted,
        "check_date": clock.today() + timedelta(days=90),
    }


def seat(
    body: str, function: str = F.LID, *, organisation: str = "", house: str = "", user: User | None = None, **dates: Any
) -> Seat:
    """A person in a seat of this body, valid since 2025 unless dates say otherwise."""
    members = {"organisation__slug": organisation} if organisation else {"house__slug": house} if house else {}
    membership = Membership.objects.filter(body__slug=body, **members).order_by("pk")[0]
    user = user or User.objects.create_user(f"persoon{next(numbers)}@example.nl", f"Persoon {next(numbers)}")
    dates.setdefault("from_date", date(2025, 1, 1))
    made = seats.seat(user=user, membership=membership, function=function, by=operator("test"), **dates)
    return Seat.objects.with_places().select_related("user").get(pk=made.pk)


def standing(body: str, function: str, **place: str) -> Actor:
    """Who does in this place what a story only passes by: one person, made once.

    Stories ask for them again and again; whoever is asked for by name (`manager()`, `secretaris()`) is somebody new.
    """
    email = "-".join(("vast", body, function, *place.values())) + "@example.nl"
    if kept := Seat.objects.with_places().select_related("user").filter(user__email=email).first():
        return kept.actor
    try:
        with transaction.atomic():
            return seat(body, function, user=User.objects.create_user(email, f"Persoon {next(numbers)}"), **place).actor
    except IntegrityError:  # somebody else's story made her at the same moment
        return seat(body, function, **place).actor


def _manager(house: str) -> Actor:
    return standing(f"regionaal-bureau-{house}", F.NETWERKMANAGER, house=house)


def _bureau() -> Actor:
    return standing("landelijk-bureau", F.MEDEWERKER)


def _secretaris(body: str = "stuurgroep") -> Actor:
    return standing(body, F.SECRETARIS, organisation="nzvh")


def _member(body: str) -> Actor:
    return standing(body, F.LID, organisation="valente")


def _board() -> Actor:
    return standing("bestuur-nzvh", F.VOORZITTER, organisation="nzvh")


def manager(house: str = "twente") -> Actor:
    return seat(f"regionaal-bureau-{house}", F.NETWERKMANAGER, house=house).actor


def employee(house: str = "twente") -> Actor:
    return seat(f"regionaal-bureau-{house}", F.MEDEWERKER, house=house).actor


def bureau() -> Actor:
    return seat("landelijk-bureau", F.MEDEWERKER).actor


def secretaris(body: str = "stuurgroep") -> Actor:
    return seat(body, F.SECRETARIS, organisation="nzvh").actor


def member(body: str = "stuurgroep", organisation: str = "valente") -> Actor:
    return seat(body, organisation=organisation).actor


def board() -> Actor:
    """The bestuur of the vereniging N-ZVH."""
    return seat("bestuur-nzvh", F.VOORZITTER, organisation="nzvh").actor


def theme(slug: str = "acute-onveiligheid") -> Theme:
    return Theme.objects.get(slug=slug)


def knelpunt(state: KnelpuntState = S.CONCEPT, *, house: str = "twente", reason: str = "Daarom.", **texts: Any) -> Knelpunt:
    """A knelpunt that walked to this state; `reason` is what the house reads at the end."""
    by = _manager(house)
    details: dict[str, Any] = {
        "title": f"Knelpunt {next(numbers)}",
        "pattern": "Steeds weer hetzelfde.",
        "theme": theme(),
    } | texts
    made = submissions.draft(key=uuid4(), house=House.objects.get(slug=house), kind=KnelpuntKind.STELSEL, by=by, **details)
    if state == S.CONCEPT:
        return made
    if state == S.INGETROKKEN:
        submissions.withdraw(knelpunt=made, reason=reason, by=by)
        return _fresh(made)
    if state == S.PRIVACYTOETS:
        texts = {"title": made.title, "pattern": f"{made.pattern} Een vrouw uit Almelo."}
        made = submissions.revise(knelpunt=made, expected=made.version, by=by, **texts)
    submissions.submit(knelpunt=made, by=by, is_confirmed=state == S.PRIVACYTOETS)
    if state in (S.INGEDIEND, S.PRIVACYTOETS):
        return _fresh(made)
    assessments.start(knelpunt=made, by=_bureau())
    if state == S.IN_BEOORDELING:
        return _fresh(made)
    concluded(made, S.OP_DE_LIJST if state in (S.GEKOPPELD, S.BEANTWOORD) else state, reason=reason)
    if state == S.GEKOPPELD:
        action(knelpunten=[_fresh(made)])
    if state == S.BEANTWOORD:
        _answer(made, reason)
    return _fresh(made)


def concluded(made: Knelpunt, outcome: KnelpuntState, *, reason: str = "Daarom.") -> Knelpunt:
    """The assessment of it ended so, with what that end asks for."""
    asked: dict[str, Any] = {}
    if outcome == S.ELDERS_BELEGD:
        asked = {"table": PolicyTable.objects.first()}
    if outcome == S.SAMENGEVOEGD:
        asked = {"into": knelpunt(S.OP_DE_LIJST, house="drenthe")}
    if outcome == S.NAAR_SAMENWERKINGSAGENDA:
        asked = {"ambition": Ambition.objects.all()[0]}
    assessments.conclude(knelpunt=made, outcome=outcome, reason=reason, by=_bureau(), **asked)
    return _fresh(made)


def collected(**texts: Any) -> Knelpunt:
    """A knelpunt without a house, from a list that was kept elsewhere, now on the knelpuntenlijst."""
    taken = f"Titel;Omschrijving\nLandelijk opgehaald {next(numbers)};Het loopt vast\n".encode()
    by = _bureau()
    read = taken_over_lists.read(key=uuid4(), name="lijst.csv", data=taken, by=by)
    (made,) = taken_over_lists.take_over(of=read, chosen=None, by=by)
    assessments.start(knelpunt=made, by=by)
    assessments.conclude(knelpunt=made, outcome=S.OP_DE_LIJST, reason="Herkenbaar.", theme=theme(), kind="stelsel", by=by)
    return _fresh(made)


def attachment(to: Knelpunt | None = None, *, title: str = "Notitie") -> Attachment:
    """A text file with a knelpunt."""
    chosen = to or knelpunt(S.OP_DE_LIJST)
    return attachments.attach(key=uuid4(), knelpunt=chosen, name="notitie.txt", data=b"Een notitie.", title=title, by=_bureau())


def inquiry(**details: Any) -> Inquiry:
    """A question to all houses, open for two weeks."""
    said: dict[str, Any] = {
        "question": f"Vraag {next(numbers)}?",
        "purpose": "Om te weten waar het knelt.",
        "asked_for": AskedFor.STUURGROEP,
        "closes_date": clock.today() + timedelta(days=14),
    } | details
    return inquiries.put(key=uuid4(), by=_secretaris(), **said)


def pattern(*knelpunten: Knelpunt, **texts: Any) -> Pattern:
    """A rode draad of these knelpunten, or of a fresh one."""
    details: dict[str, Any] = {"title": f"Rode draad {next(numbers)}", "analysis": "Dit zien we.", "theme": theme()} | texts
    chosen = knelpunten or (knelpunt(S.OP_DE_LIJST),)
    return rode_draden.begin(key=uuid4(), knelpunten=chosen, by=_bureau(), **details)


def _answer(made: Knelpunt, text: str) -> None:
    from agenda.lists.domain import answers

    action_on(ActionList.GEREEDLIJST, knelpunten=[_fresh(made)])
    answers.answer(knelpunt=made, text=text, by=_bureau())


def action(*, by: Actor | None = None, knelpunten: list[Knelpunt] | None = None, **texts: Any) -> Action:
    """An action on the voorraadlijst, as proposed."""
    details: dict[str, Any] = {
        "title": f"Actie {next(numbers)}",
        "goal": "Doel",
        "intended_result": "Resultaat",
        "theme": theme(),
    } | texts
    made = proposals.propose(
        key=uuid4(),
        kind=ActionKind.KENNIS,
        by=by or _member("klankbordgroep"),
        knelpunten=knelpunten or [],
        without_knelpunt="" if knelpunten else "Gevraagd door de Stuurgroep.",
        **details,
    )
    return made


def action_on(which: ActionList, **texts: Any) -> Action:
    """An action that walked to this list, through decisions in meetings."""
    made = action(**texts)
    if which == ActionList.VOORRAADLIJST:
        return made
    put_on_actielijst(made)
    if which == ActionList.GEREEDLIJST:
        decide(made, DecisionKind.NAAR_GEREED, **DONE)
    return _fresh(made)


def put_on_actielijst(made: Action) -> None:
    decide(made, DecisionKind.OP_DE_ACTIELIJST, trekker=seat("stuurgroep", organisation="vng"), accepted=True)


def decide(made: Any, kind: DecisionKind, **details: Any) -> Any:
    """Take this decision about something in a meeting of its own."""
    words = {"wording": "Aldus besloten."} | details
    return item_decisions.take(item=open_item(made), key=uuid4(), kind=kind, by=_secretaris(), **words)


def decide_and_close(made: Any, kind: DecisionKind, **details: Any) -> Any:
    """The same in a meeting that is over."""
    taken = decide(made, kind, **details)
    closed(taken.taken_at_item.item.meeting)
    return taken


def meeting(state: MeetingState = M.GEPLAND, *, subject: Any = None, body: str = "stuurgroep", **details: Any) -> Meeting:
    """A meeting that walked to this state, with one item about the subject."""
    by = _secretaris(body)
    made = meeting_steps.convene(
        key=uuid4(),
        body=Body.objects.get(slug=body),
        by=by,
        **{"title": f"Vergadering {next(numbers)}", "starts_at": clock.now() + timedelta(days=7)} | details,
    )
    if state == M.GEPLAND:
        return made
    if state == M.VERVALLEN:
        meeting_steps.call_off(meeting=made, reason="Te weinig punten.", by=by)
        return _fresh(made)
    meeting_steps.advance(meeting=made, to=M.IN_VOORBEREIDING, by=by)
    item(made, title="Het punt", subject=subject)
    for to in (M.STUKKEN_VERZONDEN, M.GEOPEND, M.GESLOTEN, M.VERSLAG_CONCEPT, M.VERSLAG_VASTGESTELD):
        if _fresh(made).state == state:
            break
        step(made, to)
    return _fresh(made)


def item(made: Meeting, *, title: str = "", subject: Any = None, **details: Any) -> AgendaItem:
    """An item on the agenda of this meeting."""
    columns: dict[str, Any] = {
        "kind": ItemKind.BESLUITVORMING if subject else ItemKind.INFORMATIE,
        "minutes": 15,
        "serves": Serves.VERBINDER,
        "title": title or f"Punt {next(numbers)}",
        "subject": subject,
    } | details
    return agenda_items.add(key=uuid4(), meeting=made, by=_secretaris(made.body.slug), **columns)


def step(made: Meeting, to: MeetingState) -> None:
    """Bring a meeting one state further, the way it goes there: what is still open was
    discussed, the verslag adopted by a later meeting."""
    by = _secretaris(made.body.slug)
    if to == M.VERSLAG_CONCEPT:
        minutes.write(meeting=_fresh(made), texts={}, expected=0, by=by)
    elif to == M.VERSLAG_VASTGESTELD:
        later = open_item(_fresh(made), body=made.body.slug)
        item_decisions.take(item=later, key=uuid4(), kind=DecisionKind.VERSLAG_VASTSTELLEN, wording="Het klopt.", by=by)
    else:
        if to == M.GESLOTEN:
            treat_all(made)
        meeting_steps.advance(meeting=_fresh(made), to=to, by=by)


def treat_all(made: Meeting) -> None:
    """Every item without an outcome was discussed."""
    for each in made.items.filter(outcome__isnull=True, treatment__isnull=True):  # type: ignore[attr-defined]
        meeting_room.treat(item=each, outcome=Treatment.BESPROKEN, by=_secretaris(made.body.slug))


def closed(made: Meeting) -> Meeting:
    """This open meeting, closed."""
    step(made, M.GESLOTEN)
    return _fresh(made)


def paper(to: AgendaItem, *, title: str = "Notitie", data: bytes = b"Een stuk.") -> Paper:
    """A text file with an item, for who sits in the body."""
    return papers.add(key=uuid4(), item=to, name="stuk.txt", data=data, title=title, by=_secretaris(to.meeting.body.slug))


def procedure(**texts: Any) -> WrittenProcedure:
    """A question that the Stuurgroep answers in writing, within a week."""
    body = Body.objects.get(slug="stuurgroep")
    BodyRules.objects.update_or_create(body=body, defaults={"allows_written": True})
    said: dict[str, Any] = {
        "title": f"Ronde {next(numbers)}",
        "question": "Doen wij dit?",
        "closes_date": clock.today() + timedelta(days=7),
    } | texts
    return written_rounds.put(key=uuid4(), body=body, by=_secretaris(), **said)


def issue(**texts: Any) -> Issue:
    """A vraagstuk of a member of the Klankbordgroep."""
    said: dict[str, Any] = {"title": f"Vraagstuk {next(numbers)}", "question": "Hoe verder?"} | texts
    return issues.raise_issue(key=uuid4(), kind=IssueKind.VRAAGSTUK, by=_member("klankbordgroep"), **said)


def open_item(subject: Any = None, body: str = "stuurgroep") -> AgendaItem:
    """An item of a meeting that is open."""
    return meeting(M.GEOPEND, subject=subject, body=body).items.get(title="Het punt")  # type: ignore[attr-defined]


def agreement(route: Route = Route.VOORAF, **texts: Any) -> Agreement:
    """A concept of the owner of that route."""
    is_vooraf = route == Route.VOORAF
    written: dict[str, Any] = {
        "title": f"Afspraak {next(numbers)}",
        "text": "Wij kijken binnen twee weken samen naar wie vastloopt.",
        "asks": "Van elk huis: een vast moment.",
        "from_date": clock.today() + timedelta(days=60),
        "evaluate_date": clock.today() + timedelta(days=420),
        "owner": Organisation.objects.get(slug="nzvh"),
    } | texts
    return drafting_agreements.draft(key=uuid4(), route=route, by=_board() if is_vooraf else _secretaris(), **written)


def asked_agreement(route: Route = Route.VOORAF, *, shows_positions: bool = True, days: int = 30, **texts: Any) -> Agreement:
    """An agreement about which a round runs."""
    made = agreement(route, **texts)
    if route == Route.ACHTERAF:
        decide_and_close(made, DecisionKind.CONCEPT_OVEREENKOMEN)
    asking_positions.open_round(
        key=uuid4(),
        agreement=made,
        closes_date=clock.today() + timedelta(days=days),
        shows_positions=shows_positions,
        by=_board() if route == Route.VOORAF else _secretaris(),
    )
    return _fresh(made)


def all_agree(made: Agreement, *, but: tuple[str, ...] = ()) -> None:
    """Everybody asked agrees, recorded by the secretaris after a call."""
    asked = Asked.objects.filter(round__agreement=made, round__end__isnull=True, via__isnull=True, positions__isnull=True)
    by = _secretaris()
    for each in asked.select_related("house", "organisation", "round__agreement"):
        if str(each) not in but and getattr(each.who, "slug", "") not in but:
            position_verbs.record_on_behalf(
                key=uuid4(), asked=each, stance=Stance.AKKOORD, reason="", channel=Channel.TELEFOON, by=by
            )


def put_agreement(route: Route = Route.VOORAF, **texts: Any) -> Agreement:
    """An agreement that waits for the Stuurgroep, agreed by all who were asked."""
    made = asked_agreement(route, **texts)
    all_agree(made)
    return _fresh(asking_positions.put(agreement=made, by=_board() if route == Route.VOORAF else _secretaris()))


def ratified(route: Route = Route.VOORAF, **texts: Any) -> Agreement:
    made = put_agreement(route, **texts)
    decide_and_close(made, DecisionKind.BEKRACHTIGEN)
    return _fresh(made)


def _fresh(row: Any) -> Any:
    return type(row).objects.get(pk=row.pk)


def line(scope: Scope = Scope.REGIONAAL, *, owner: str = "", ambition: int = 1, **words: Any) -> ActionLine:
    """An action line that runs since 2025."""
    said = {
        "title": f"Lijn {next(numbers)}",
        "text": "Zo doen wij het.",
        "realised_when": "Elk huis werkt zo.",
        "from_year": 2025,
    }
    return lines.draw(
        key=uuid4(),
        ambition=Ambition.objects.get(number=ambition),
        scope=scope,
        by=_bureau(),
        owner=Organisation.objects.get(slug=owner or "vng") if scope == Scope.LANDELIJK else None,
        **(said | words),
    )


def plan_year(year: int = 2026) -> PlanYear:
    """A year for which plans are asked; with a line where there is none yet."""
    if found := PlanYear.objects.filter(year=year).first():
        return found
    if not ActionLine.objects.of_houses().in_year(year).exists():
        line()
    return lines.open_year(year=year, due_date=clock.today() + timedelta(days=60), by=_bureau())


def plan(
    state: PlanState = PlanState.CONCEPT,
    *,
    house: str = "twente",
    year: int = 2026,
    status: LineStatus = LineStatus.OP_KOERS,
    **answer: Any,
) -> RegionalPlan:
    """A plan that walked to this state, with the same answer on every line."""
    by, of = _manager(house), plan_year(year)
    made = plans.begin(key=uuid4(), house=House.objects.get(slug=house), plan_year=of, by=by)
    if state == PlanState.CONCEPT:
        return made
    said = {
        "planned": "Dat doen wij.",
        "explanation": "Het past hier niet." if status == LineStatus.NIET_HAALBAAR else "",
    } | answer
    for each in plans.lines_of(made):
        last = plans.newest_answers(made).get(each.pk)
        answering_lines.answer(
            plan=made, line=each, expected=last.pk if last else 0, read=each.version, status=status, by=by, **said
        )
    plans.submit(plan=made, by=by)
    if state == PlanState.TERUG:
        plans.give_back(plan=made, reason="Wat bedoelt u?", by=_bureau())
    if state == PlanState.VASTGESTELD:
        plans.adopt(
            plan=made, approved_date=clock.today(), approved_by="de regionale stuurgroep", approval=None, is_public=False, by=by
        )
    return RegionalPlan.objects.get(pk=made.pk)


def explanation(house: str = "twente", *, on: ActionLine | None = None, **said: Any) -> Explanation:
    """Why a line is not feasible at a house."""
    details = {"text": f"Er is hier geen ruimte, {next(numbers)}.", "holds_until": None} | said
    return explanations.share(key=uuid4(), house=House.objects.get(slug=house), line=on or line(), by=_manager(house), **details)


def frozen(year: int = 2026) -> Freeze:
    return freezes.freeze(key=uuid4(), plan_year=plan_year(year), by=_bureau())
