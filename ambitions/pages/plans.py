"""What the page of a regional plan shows: its lines with the answers of the house, read in a constant number of queries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ambitions.domain.answers import blockers_for_answering
from ambitions.domain.plans import blockers_for_submitting, lines_of
from ambitions.enums import Permission
from ambitions.models import (
    ActionLine,
    LineAnswer,
    LineText,
    PlanText,
    RegionalPlan,
)
from portal.kit.refusals import Blocker


@dataclass(frozen=True, kw_only=True)
class PlanLine:
    """A line in a plan, with the answer and, where the text changed since, what it was about."""

    line: ActionLine
    answer: LineAnswer | None
    old_text: LineText | None
    can_answer: bool

    @property
    def state(self) -> str:
        """What still has to be done with it, in a word; empty where it is done."""
        if self.answer is None:
            return "nog te beantwoorden"
        if self.old_text is not None:
            return "de lijn is gewijzigd"
        return "te bevestigen" if self.answer.is_carried else ""


@dataclass(frozen=True, kw_only=True)
class PlanPage:
    plan: RegionalPlan
    lines: list[PlanLine]
    text: PlanText | None
    steps: list[Any]
    may_draft: bool
    may_submit: bool
    may_review: bool
    is_member: bool
    blockers: list[Blocker]

    @property
    def answered(self) -> list[PlanLine]:
        return [each for each in self.lines if each.answer]

    @property
    def to_confirm(self) -> list[PlanLine]:
        """Last year's answers that can be confirmed as they are."""
        return [each for each in self.lines if each.answer and each.answer.is_carried and each.old_text is None]

    @property
    def done(self) -> int:
        return sum(not each.state for each in self.lines)


def plan_page(plan: RegionalPlan, user: Any) -> PlanPage:
    """A plan as this reader may see it: its house all of it, others what was submitted."""
    may = (lambda permission: user.may(permission, plan)) if user.is_authenticated else (lambda permission: False)
    is_own = may(Permission.DRAFT_PLAN)
    rows = LineAnswer.objects.filter(plan=plan)
    texts = PlanText.objects.filter(plan=plan)
    if not is_own:
        rows = rows.shared().filter(is_carried=False)
        texts = texts.filter(written_at__lte=plan.submitted_at) if plan.submitted_at else texts.none()
    said = {answer.line_id: answer for answer in rows.newest()}
    lines = lines_of(plan)
    changed = {
        line.pk: said[line.pk].line_number for line in lines if line.pk in said and said[line.pk].line_number != line.version
    }
    old = {(each.line_id, each.number): each for each in LineText.objects.filter(line__in=changed)} if changed else {}
    shown = [
        PlanLine(
            line=line,
            answer=said.get(line.pk),
            old_text=old.get((line.pk, changed.get(line.pk, 0))),
            can_answer=is_own and not blockers_for_answering(plan=plan, line=line, last=said.get(line.pk), lines=lines),
        )
        for line in lines
        if is_own or line.pk in said
    ]
    is_member = user.is_authenticated and user.may(Permission.READ)
    steps = list(plan.steps.order_by("-pk")) if is_member else []
    may_submit = may(Permission.SUBMIT_PLAN)
    blockers = blockers_for_submitting(plan=plan) if is_own and plan.is_writable else []
    return PlanPage(
        plan=plan,
        lines=shown,
        text=texts.order_by("-pk").first(),
        steps=steps,
        may_draft=is_own,
        may_submit=may_submit,
        may_review=may(Permission.REVIEW_PLAN),
        is_member=is_member,
        blockers=blockers,
    )
