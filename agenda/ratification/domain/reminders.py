"""Who is asked again, while a round runs and nothing was answered: further and
further apart, and once more just before the end."""

from __future__ import annotations

from django.db import transaction

from agenda.ratification.domain.rounds import tell
from agenda.ratification.enums import LAST_CALL, REMIND_AFTER, AgreementState
from agenda.ratification.models import Round
from agenda.ratification.queries.agreements import tally
from portal.kit import clock


@transaction.atomic
def remind() -> int:
    """Mail those who did not answer, once for each occasion. For the daily job. Returns how many rounds it looked at."""
    running = Round.objects.filter(end__isnull=True, agreement__state=AgreementState.GEVRAAGD)
    rounds = [each for each in running.select_related("agreement").prefetch_related("extensions").order_by("pk") if each.is_open]
    for round in rounds:
        if (occasion := _occasion(round)) is not None:
            tell(round, occasion=occasion, asked=tally(round).unanswered)
    return len(rounds)


def _occasion(round: Round) -> str | None:
    """Which reminder is due today: the last one whose day came, or the last call.

    A day without a job is made up for the day after.
    """
    if (round.last_day - clock.today()).days <= LAST_CALL:
        return f"positions:{round.pk}:last:{round.last_day}"
    days = (clock.now() - round.opened_at).days
    due = [after for after in REMIND_AFTER if after <= days]
    return f"positions:{round.pk}:{due[-1]}" if due else None
