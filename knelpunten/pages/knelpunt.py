"""What the page of a knelpunt shows, and what this reader can do on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from knelpunten.domain import notes
from knelpunten.enums import Acting, KnelpuntState, Permission
from knelpunten.models import Knelpunt, ReasonText
from knelpunten.queries import knelpunten
from knelpunten.queries.resemblance import look_alikes
from portal.network.queries.landscape import tables_like


@dataclass(frozen=True, kw_only=True)
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
    recognise: bool
    unrecognise: bool
    claim: bool
    add: bool
    reply: bool
    check_back: bool
    unmerge: bool
    attach: bool
    read_mail: bool

    @property
    def anything(self) -> bool:
        return any(
            can for name, can in vars(self).items() if name not in ("attach", "read_mail")
        )  # these stand elsewhere on the page


def possible(knelpunt: Knelpunt, user: Any) -> Possible:
    state, row = knelpunt.standing, knelpunt.standing.row
    may_submit = user.may(Permission.SUBMIT, knelpunt)
    may_assess = user.may(Permission.ASSESS, knelpunt)
    may_recognise = user.may(Permission.RECOGNISE, knelpunt)
    mine = {seat.house_id for seat in user.seats_today if seat.house_id}
    has_recognised = may_recognise and knelpunt.recognitions.filter(house__in=mine, withdrawn_at__isnull=True).exists()
    is_elsewhere = state == KnelpuntState.ELDERS_BELEGD
    hand_over = knelpunten.hand_over_of(knelpunt) if may_assess and is_elsewhere else None
    is_handed_over = hand_over is None or hand_over.confirmed_at is not None
    return Possible(
        edit=row.is_editable and user.may(Permission.DRAFT, knelpunt),
        submit=KnelpuntState.INGEDIEND in row.steps and may_submit,
        withdraw=KnelpuntState.INGETROKKEN in row.steps and may_submit,
        start=state == KnelpuntState.INGEDIEND and may_assess,
        conclude=state == KnelpuntState.IN_BEOORDELING and may_assess,
        propose_action=row.is_listed and may_assess,
        bundle=user.may(Permission.BUNDLE) and not knelpunt.bundlings.filter(unbundled_at__isnull=True).exists(),
        answer=KnelpuntState.BEANTWOORD in row.steps and may_assess,
        recognise=may_recognise and not has_recognised,
        unrecognise=has_recognised,
        release=row.acting is Acting.REVIEWER and user.may(Permission.RELEASE, knelpunt),
        say_unsolved=row.is_contestable and user.may(Permission.SAY_UNSOLVED, knelpunt),
        claim=user.may(Permission.CLAIM, knelpunt),
        add=user.may(Permission.ADD, knelpunt) and not notes.blockers_for_adding(knelpunt=knelpunt),
        reply=may_assess and is_handed_over and not notes.blockers_for_answer(knelpunt=knelpunt),
        check_back=hand_over is not None and hand_over.confirmed_at is None,
        unmerge=state == KnelpuntState.SAMENGEVOEGD and may_assess,
        attach=user.may(Permission.ATTACH, knelpunt),
        read_mail=user.may(Permission.READ_MAIL),
    )


@dataclass(frozen=True, kw_only=True)
class Assessing:
    """What helps who assesses: what is like it, where it may lie already, and texts that were used before."""

    alike: list[Knelpunt]
    tables: list[Any]
    texts: list[ReasonText]


def assessing(knelpunt: Knelpunt, user: Any) -> Assessing:
    """Five queries."""
    said = " ".join(knelpunt.texts)
    return Assessing(
        alike=look_alikes(said, user, but=knelpunt.pk), tables=tables_like(said), texts=list(ReasonText.objects.all())
    )


def merged_into(knelpunt: Knelpunt, user: Any) -> list[Knelpunt]:
    """What is merged with this one, as far as this reader may see it."""
    return list(knelpunten.merged_into(knelpunt).visible_to(user).with_places())
