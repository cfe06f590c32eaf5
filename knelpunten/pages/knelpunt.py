"""What the page of a knelpunt shows, and what this reader can do on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from knelpunten.domain import assessments, hand_overs, mergers, notes, privacy_reviews, submissions
from knelpunten.enums import CONTESTABLE_STATES, KnelpuntState, Permission
from knelpunten.models import Knelpunt, ReasonText
from knelpunten.queries import knelpunten
from knelpunten.queries.resemblance import look_alikes
from portal.kit.refusals import Blocker, of_the_state
from portal.network.queries.landscape import tables_like


class Asking:
    """A knelpunt and who reads it: what several acts ask is read once."""

    def __init__(self, knelpunt: Knelpunt, user: Any) -> None:
        self.knelpunt, self.user = knelpunt, user

    def may(self, permission: Permission) -> bool:
        return bool(self.user.may(permission, self.knelpunt))

    @cached_property
    def stands_behind(self) -> bool:
        mine = [seat.house_id for seat in self.user.seats_today if seat.house_id]
        return bool(self.knelpunt.recognitions.filter(house__in=mine, withdrawn_at__isnull=True).exists())

    @cached_property
    def against_contesting(self) -> list[Blocker]:
        return submissions.blockers_for_contesting(knelpunt=self.knelpunt)

    @property
    def is_confirmed(self) -> bool:
        """Contested, and concluded the same way again."""
        return self.knelpunt.state in CONTESTABLE_STATES and bool(self.against_contesting)


Why = Callable[[Asking], list[Blocker]]


def _of(blockers_for: Callable[..., list[Blocker]]) -> Why:
    """What the verb itself asks, of the knelpunt at hand."""
    return lambda asking: blockers_for(knelpunt=asking.knelpunt)


def _unless(code: str, holds: Callable[[Asking], Any]) -> Why:
    """Not offered unless this holds; the verb finds nothing to do then, or does it already."""
    return lambda asking: [] if holds(asking) else [Blocker(code, "")]


IS_LISTED = _unless("not-listed", lambda asking: asking.knelpunt.standing.row.is_listed)
HAS_ACTION = _unless("no-action", lambda asking: KnelpuntState.BEANTWOORD in asking.knelpunt.standing.row.steps)
IS_FREE = _unless("bundled", lambda asking: not asking.knelpunt.bundlings.filter(unbundled_at__isnull=True).exists())


def _never(asking: Asking) -> list[Blocker]:
    """Nothing stands in the way of it, whatever the state."""
    return []


# What can be done with a knelpunt: who may, and what stands in the way of it as it stands. The verbs ask the same.
ACTS: dict[str, tuple[Permission, Why]] = {
    "edit": (Permission.DRAFT, _of(submissions.blockers_for_revising)),
    "submit": (Permission.SUBMIT, _of(submissions.blockers_for_submitting)),
    "withdraw": (Permission.SUBMIT, _of(submissions.blockers_for_withdrawing)),
    "release": (Permission.RELEASE, _of(privacy_reviews.blockers_for_review)),
    "start": (Permission.ASSESS, _of(assessments.blockers_for_start)),
    "conclude": (Permission.ASSESS, _of(assessments.blockers_for_concluding)),
    "propose_action": (Permission.ASSESS, IS_LISTED),
    "answer": (Permission.ASSESS, HAS_ACTION),
    "check_back": (Permission.ASSESS, _of(hand_overs.blockers_for_settling)),
    "reply": (Permission.ASSESS, _of(notes.blockers_for_answer)),
    "unmerge": (Permission.ASSESS, _of(mergers.blockers_for_undoing)),
    "say_unsolved": (Permission.SAY_UNSOLVED, lambda asking: asking.against_contesting),
    "hear_why_not": (Permission.SAY_UNSOLVED, _unless("not-confirmed", lambda asking: asking.is_confirmed)),
    "claim": (Permission.CLAIM, _never),
    "recognise": (Permission.RECOGNISE, _unless("recognised", lambda asking: not asking.stands_behind)),
    "unrecognise": (Permission.RECOGNISE, _unless("not-recognised", lambda asking: asking.stands_behind)),
    "add": (Permission.ADD, _of(notes.blockers_for_adding)),
    "bundle": (Permission.BUNDLE, IS_FREE),
    "attach": (Permission.ATTACH, _never),
    "read_mail": (Permission.READ_MAIL, _never),
}


def possible(knelpunt: Knelpunt, user: Any) -> dict[str, bool]:
    """What this reader can do with a knelpunt now, by name: state and rights together."""
    asking = Asking(knelpunt, user)
    return {name: asking.may(may) and not of_the_state(why_not(asking)) for name, (may, why_not) in ACTS.items()}


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
