"""What the pages about knelpunten read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from knelpunten.enums import EDITABLE_STATES, STEPS, KnelpuntState, Permission
from knelpunten.models import Knelpunt, KnelpuntStep, Pattern, Recognition
from portal.kit import clock
from portal.network.models import House


@dataclass(frozen=True)
class Possible:
    """What this reader can do with a knelpunt now: state and rights together."""

    edit: bool
    submit: bool
    withdraw: bool
    start: bool
    conclude: bool
    propose_action: bool
    bundle: bool
    answer: bool
    say_unsolved: bool
    release: bool
    remove: bool
    recognise: bool
    unrecognise: bool

    @property
    def anything(self) -> bool:
        return any(vars(self).values())


def possible(knelpunt: Knelpunt, user: Any) -> Possible:
    state = KnelpuntState(knelpunt.state)
    may_submit = user.may(Permission.SUBMIT, knelpunt)
    may_assess = user.may(Permission.ASSESS, knelpunt)
    may_recognise = user.may(Permission.RECOGNISE, knelpunt)
    mine = {seat.house_id for seat in user.seats_today if seat.house_id}
    has_recognised = may_recognise and knelpunt.recognitions.filter(house__in=mine, withdrawn_at__isnull=True).exists()
    is_listed = state in (KnelpuntState.OP_DE_LIJST, KnelpuntState.GEKOPPELD)
    return Possible(
        edit=state in EDITABLE_STATES and user.may(Permission.DRAFT, knelpunt),
        submit=KnelpuntState.INGEDIEND in STEPS[state] and may_submit,
        withdraw=KnelpuntState.INGETROKKEN in STEPS[state] and may_submit,
        start=state == KnelpuntState.INGEDIEND and may_assess,
        conclude=state == KnelpuntState.IN_BEOORDELING and may_assess,
        propose_action=is_listed and may_assess,
        bundle=user.may(Permission.BUNDLE) and not knelpunt.bundlings.filter(unbundled_at__isnull=True).exists(),
        answer=state == KnelpuntState.GEKOPPELD and may_assess,
        recognise=may_recognise and not has_recognised,
        unrecognise=has_recognised,
        remove=knelpunt.hidden_at is not None and user.may(Permission.RELEASE, knelpunt),
        release=state == KnelpuntState.PRIVACYTOETS and knelpunt.hidden_at is None and user.may(Permission.RELEASE, knelpunt),
        say_unsolved=state == KnelpuntState.BEANTWOORD and user.may(Permission.SAY_UNSOLVED, knelpunt),
    )


@dataclass(frozen=True)
class Breadth:
    """The houses that stand behind a knelpunt: who raised it, and who recognises it with which note."""

    raised_by: House | None
    recognitions: list[Recognition]
    total: int

    @property
    def count(self) -> int:
        return len(self.recognitions) + (self.raised_by is not None)

    @property
    def words(self) -> str:
        return f"{self.count} van {self.total} huizen"


def breadth(knelpunt: Knelpunt) -> Breadth:
    """Who stands behind it today. Three queries."""
    valid = House.objects.valid_on(clock.today())
    recognitions = knelpunt.recognitions.filter(withdrawn_at__isnull=True, house__in=valid).select_related("house")
    raised_by = valid.filter(pk=knelpunt.house_id).first() if knelpunt.house_id else None
    return Breadth(raised_by, list(recognitions), houses_today())


def pattern_of(knelpunt: Knelpunt) -> Pattern | None:
    """The rode draad it belongs to today."""
    return Pattern.objects.filter(bundlings__knelpunt=knelpunt, bundlings__unbundled_at__isnull=True).first()


def houses_today() -> int:
    return House.objects.valid_on(clock.today()).count()


def story(knelpunt: Knelpunt) -> list[KnelpuntStep]:
    """Its steps, newest first."""
    return list(knelpunt.steps.select_related("table").order_by("-pk"))
