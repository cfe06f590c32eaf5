"""What a house says of a line in its plan: answered, confirmed from the year before, or asked again because the line changed."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from ambitions.domain.plans import PlanRefused, lines_of, newest_answers, share_or_end
from ambitions.enums import LineStatus, Verb
from ambitions.models import ActionLine, LineAnswer, RegionalPlan
from portal.accounts.actor import Actor
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.refusals import Blocker, Stale
from portal.privacy.domain import guard


def blockers_for_answering(
    *, plan: RegionalPlan, line: ActionLine, last: LineAnswer | None, lines: list[ActionLine] | None = None
) -> list[Blocker]:
    """Why the house cannot answer on this line now. `lines` are those of the plan, where they were read already."""
    if line not in (lines_of(plan) if lines is None else lines):
        return [Blocker("not-in-year", f"Deze lijn hoort niet bij het plan van {plan.plan_year}.")]
    if plan.is_writable:
        return []
    was_asked_again = last is None or last.line_number != line.version
    return [] if was_asked_again else [Blocker("not-writable", f"Dit plan staat nu op “{plan.get_state_display()}”.")]


@transaction.atomic
def answer(
    *,
    plan: RegionalPlan,
    line: ActionLine,
    expected: int,
    read: int,
    status: LineStatus,
    planned: str,
    explanation: str,
    by: Actor,
) -> LineAnswer:
    """Say how a line stands at this house and what is planned.

    `expected` is the key of the answer that was read (0 for none), `read` the number of
    the line's text. Raises Stale and PlanRefused.
    """
    guard.refuse_identifiers([planned, explanation])
    plan = RegionalPlan.objects.lock(plan)
    line = ActionLine.objects.lock(line)
    last = newest_answers(plan).get(line.pk)
    if blockers := blockers_for_answering(plan=plan, line=line, last=last):
        raise PlanRefused(*blockers)
    if line.version != read:
        raise PlanRefused(
            Blocker("line-changed", "De tekst van deze lijn is intussen gewijzigd. Lees hem hierboven en antwoord opnieuw.")
        )
    if (last.pk if last else 0) != expected:
        raise Stale
    if status == LineStatus.NIET_HAALBAAR and not explanation.strip():
        raise PlanRefused(
            Blocker(
                "no-explanation", "Leg uit waarom deze lijn (deels) niet haalbaar is. Het hele netwerk leest dit.", is_input=True
            )
        )
    made: LineAnswer = LineAnswer.objects.write(
        plan=plan,
        line=line,
        line_number=line.version,
        status=status,
        planned=planned,
        explanation=explanation,
        taken_from=last,
        given_at=clock.now(),
        by=by,
    )
    record(plan, Verb.LINE_ANSWERED, by=by, facts=[made])
    if not plan.is_writable:
        share_or_end(plan, [made], by=by)
    return made


@transaction.atomic
def confirm(*, plan: RegionalPlan, lines: Iterable[int], by: Actor) -> list[LineAnswer]:
    """Say that last year's answers on these lines still hold.

    Those on a line that changed, or confirmed already, are left as they are.
    """
    plan = RegionalPlan.objects.lock(plan)
    if not plan.is_writable:
        raise PlanRefused(Blocker("not-writable", f"Dit plan staat nu op “{plan.get_state_display()}”."))
    said, wanted, moment = newest_answers(plan), set(lines), clock.now()
    rows = [
        {
            "plan": plan,
            "line": line,
            "line_number": line.version,
            "status": said[line.pk].status,
            "planned": said[line.pk].planned,
            "explanation": said[line.pk].explanation,
            "taken_from": said[line.pk],
            "given_at": moment,
        }
        for line in lines_of(plan)
        if line.pk in wanted and line.pk in said and said[line.pk].is_carried and said[line.pk].line_number == line.version
    ]
    made: list[LineAnswer] = LineAnswer.objects.write_all(rows, by=by)
    if made:
        record(plan, Verb.LINE_ANSWERED, by=by, facts=list(made))
    return made
