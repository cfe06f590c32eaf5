"""A regional plan from its beginning to its adoption. The house writes and submits it, the landelijk bureau may ask questions."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

from django.db import transaction

from ambitions.domain import explanations
from ambitions.enums import LineStatus, PlanState, Verb
from ambitions.models import ActionLine, Explanation, LineAnswer, PlanStep, PlanText, PlanYear, RegionalPlan
from portal.accounts.actor import Actor
from portal.files.models import StoredFile
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.db import make_once
from portal.kit.refusals import Blocker, Refused, Stale
from portal.network.models import House
from portal.network.queries.staff import staff_of
from portal.notify.domain import notifications
from portal.notify.enums import About
from portal.privacy.domain import guard

FINISHED = "Vervangen door een antwoord in het jaarplan."


class PlanRefused(Refused):
    pass


def newest_answers(plan: RegionalPlan) -> dict[int, LineAnswer]:
    """The last answer on each line, by line."""
    return {answer.line_id: answer for answer in LineAnswer.objects.filter(plan=plan).newest()}


def lines_of(plan: RegionalPlan) -> list[ActionLine]:
    """The regional lines of the year of this plan."""
    rows = ActionLine.objects.of_houses().in_year(plan.plan_year.year)
    return list(rows.select_related("ambition"))


@transaction.atomic
def begin(*, key: UUID, house: House, plan_year: PlanYear, by: Actor) -> RegionalPlan:
    """Begin the plan of a house for a year, from its plan of the year before: each answer waits to be confirmed.

    Begun twice, it is one.
    """
    House.objects.lock(house)
    if standing := RegionalPlan.objects.filter(house=house, plan_year=plan_year).first():
        return standing

    def make() -> RegionalPlan:
        moment = clock.now()
        made = RegionalPlan.objects.create(key=key, house=house, plan_year=plan_year, state_since=moment)
        first = PlanStep.objects.write(plan=made, from_state=None, to_state=PlanState.CONCEPT, taken_at=moment, by=by)
        record(made, Verb.PLAN_BEGUN, by=by, facts=[first, *_carry_over(made, by)])
        return made

    return make_once(RegionalPlan, key, make)


def _carry_over(plan: RegionalPlan, by: Actor) -> list[LineAnswer | PlanText]:
    """Last year's answers on lines that still run, with what was explained since in their place; and last year's texts."""
    before = RegionalPlan.objects.filter(house=plan.house, plan_year__year=plan.plan_year.year - 1).submitted().first()
    said = newest_answers(before) if before else {}
    standing = {each.line_id: each for each in Explanation.objects.standing(clock.today()).filter(house=plan.house)}
    rows = [
        {
            "plan": plan,
            "line": line,
            "is_carried": True,
            "given_at": plan.state_since,
            **_carried(said.get(line.pk), standing.get(line.pk)),
        }
        for line in lines_of(plan)
        if line.pk in standing or (line.pk in said and not said[line.pk].redacted_at)
    ]
    texts = before.texts.order_by("-pk")[:1] if before else []  # type: ignore[attr-defined]
    copies = [
        {"plan": plan, "taken_from": text, "written_at": plan.state_since}
        | {name: getattr(text, name) for name in PlanText.TEXTS}
        for text in texts
    ]
    return [*LineAnswer.objects.write_all(rows, by=by), *PlanText.objects.write_all(copies, by=by)]


def _carried(answer: LineAnswer | None, explanation: Explanation | None) -> dict[str, object]:
    """What is taken over: the answer of last year, or what stands that it is not feasible."""
    said = {"taken_from": answer, "explained_by": explanation, "planned": answer.planned if answer else ""}
    if explanation:
        status, why = LineStatus.NIET_HAALBAAR, explanation.text
        return {**said, "line_number": explanation.line_number, "status": status, "explanation": why}
    assert answer is not None
    return {**said, "line_number": answer.line_number, "status": answer.status, "explanation": answer.explanation}


@transaction.atomic
def write(*, plan: RegionalPlan, expected: int, priorities: str, offers: str, asks: str, by: Actor) -> PlanText:
    """What the region adds of its own. `expected` is the key of the text that was read, 0 for none.

    Raises Stale and PlanRefused.
    """
    guard.refuse_identifiers([priorities, offers, asks])
    plan = RegionalPlan.objects.lock(plan)
    if not plan.is_writable:
        raise PlanRefused(Blocker("not-writable", f"Dit plan staat nu op “{plan.get_state_display()}”."))
    last = plan.texts.order_by("-pk").first()  # type: ignore[attr-defined]
    if (last.pk if last else 0) != expected:
        raise Stale
    made: PlanText = PlanText.objects.write(
        plan=plan, taken_from=last, priorities=priorities, offers=offers, asks=asks, written_at=clock.now(), by=by
    )
    record(plan, Verb.PLAN_WRITTEN, by=by, facts=[made])
    return made


def blockers_for_submitting(*, plan: RegionalPlan) -> list[Blocker]:
    """Why this plan cannot be submitted now: every line asks for an answer about its text of today, confirmed."""
    if PlanState.INGEDIEND not in plan.standing.row.steps:
        return [Blocker("no-such-step", f"Dit plan staat nu op “{plan.get_state_display()}”.")]
    said, blockers = newest_answers(plan), []
    lines = lines_of(plan)
    if silent := [line for line in lines if line.pk not in said]:
        blockers.append(Blocker("unanswered", f"Nog zonder antwoord: {_listed(silent)}."))
    answered = [line for line in lines if line.pk in said]
    if waiting := [line for line in answered if said[line.pk].is_carried and said[line.pk].line_number == line.version]:
        blockers.append(Blocker("unconfirmed", f"Nog te bevestigen of te wijzigen: {_listed(waiting)}."))
    if changed := [line for line in answered if said[line.pk].line_number != line.version]:
        blockers.append(Blocker("line-changed", f"De tekst is gewijzigd, antwoord opnieuw: {_listed(changed)}."))
    return blockers


def _listed(lines: list[ActionLine]) -> str:
    names = [f"“{line.title}”" for line in lines[:3]]
    return ", ".join(names) + (f" en nog {len(lines) - 3}" if len(lines) > 3 else "")


@transaction.atomic
def submit(*, plan: RegionalPlan, by: Actor) -> PlanStep:
    """Hand the plan in: the network reads it, and what is not feasible is shared with its explanation. Raises PlanRefused."""
    plan = RegionalPlan.objects.lock(plan)
    if blockers := blockers_for_submitting(plan=plan):
        raise PlanRefused(*blockers)
    plan.submitted_at = clock.now()
    made = _step(plan, PlanState.INGEDIEND, by=by)
    said = newest_answers(plan)
    share_or_end(plan, [said[line.pk] for line in lines_of(plan)], by=by)
    return made


def share_or_end(plan: RegionalPlan, answers: list[LineAnswer], *, by: Actor) -> None:
    """An explanation that a submitted plan gives holds until the end of its year; one that stands stays. Another answer ends it.

    For verbs of this package only. The plan of a year that is over shares nothing any more.
    """
    rows = Explanation.objects.standing(clock.today()).filter(house=plan.house, line__in=[answer.line_id for answer in answers])
    standing = {each.line_id: each for each in rows}
    for answer in answers:
        _share_or_end(plan, answer, standing.get(answer.line_id), by)


def _share_or_end(plan: RegionalPlan, answer: LineAnswer, standing: Explanation | None, by: Actor) -> None:
    until = date(plan.plan_year.year, 12, 31)
    if answer.status == LineStatus.NIET_HAALBAAR and answer.explanation and standing is None:
        if until >= clock.today():
            explanations.share(
                key=uuid4(), house=plan.house, line=answer.line, text=answer.explanation, holds_until=until, answer=answer, by=by
            )
    elif answer.status != LineStatus.NIET_HAALBAAR and standing is not None:
        explanations.end(explanation=standing, reason=FINISHED, by=by)


def blockers_for_returning(*, plan: RegionalPlan) -> list[Blocker]:
    """Why no questions can be asked about it now."""
    return (
        []
        if PlanState.TERUG in plan.standing.row.steps
        else [Blocker("no-such-step", f"Dit plan staat nu op “{plan.get_state_display()}”.")]
    )


@transaction.atomic
def give_back(*, plan: RegionalPlan, reason: str, by: Actor) -> PlanStep:
    """Back to the house with questions; the network goes on reading what was submitted. Raises PlanRefused."""
    guard.refuse_identifiers([reason])
    plan = RegionalPlan.objects.lock(plan)
    if blockers := blockers_for_returning(plan=plan):
        raise PlanRefused(*blockers)
    made = _step(plan, PlanState.TERUG, by=by, reason=reason.strip())
    notifications.tell(
        users=staff_of(plan.house_id), occasion=f"plan-step:{made.pk}", path=plan.get_absolute_url(), about=About.JAARPLAN
    )
    return made


@transaction.atomic
def adopt(
    *, plan: RegionalPlan, approved_date: date, approved_by: str, approval: StoredFile | None, is_public: bool, by: Actor
) -> PlanStep:
    """Record that the regionale stuurgroep agreed: when, in which meeting, and the document. Raises PlanRefused."""
    guard.refuse_identifiers([approved_by])
    plan = RegionalPlan.objects.lock(plan)
    if blockers := blockers_for_adopting(plan=plan, approved_date=approved_date):
        raise PlanRefused(*blockers)
    plan.approved_date, plan.approved_by, plan.approval, plan.is_public = approved_date, approved_by, approval, is_public
    return _step(plan, PlanState.VASTGESTELD, by=by)


def blockers_for_adopting(*, plan: RegionalPlan, approved_date: date | None = None) -> list[Blocker]:
    """Why it cannot be adopted now."""
    if PlanState.VASTGESTELD not in plan.standing.row.steps:
        return [Blocker("no-such-step", f"Dit plan staat nu op “{plan.get_state_display()}”. Dien het eerst in.")]
    if approved_date and approved_date > clock.today():
        return [Blocker("future", "De regionale stuurgroep kan niet in de toekomst akkoord zijn gegaan.", is_input=True)]
    return []


@transaction.atomic
def show(*, plan: RegionalPlan, is_public: bool, by: Actor) -> RegionalPlan:
    """Let everybody read an adopted plan, or the network only. Raises PlanRefused."""
    plan = RegionalPlan.objects.lock(plan)
    if plan.state != PlanState.VASTGESTELD:
        raise PlanRefused(Blocker("not-adopted", "Alleen een vastgesteld plan kan openbaar zijn."))
    plan.is_public = is_public
    plan.save(update_fields=["is_public"])
    record(plan, Verb.PLAN_SHOWN, by=by)
    return plan


def _step(plan: RegionalPlan, to: PlanState, *, by: Actor, reason: str = "") -> PlanStep:
    moment = clock.now()
    made: PlanStep = PlanStep.objects.write(
        plan=plan, from_state=plan.state, to_state=to, reason=reason or None, taken_at=moment, by=by
    )
    plan.state, plan.state_since = to, moment
    plan.save()
    record(plan, Verb.PLAN_STEPPED, by=by, facts=[made])
    return made
