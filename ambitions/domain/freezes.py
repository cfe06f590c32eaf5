"""The state of all lines at all houses, kept as it is at a moment, and offered to the Stuurgroep."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from ambitions.enums import Verb
from ambitions.models import Freeze, PlanYear, RegionalPlan, ReportOffer
from ambitions.queries.grid import frozen, grid_of
from portal.accounts.actor import Actor
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.db import make_once
from portal.kit.refusals import Blocker, Refused


class FreezeRefused(Refused):
    pass


@transaction.atomic
def freeze(*, key: UUID, plan_year: PlanYear, by: Actor) -> Freeze:
    """Keep how everything stands now. A plan that is submitted at the same time is in it whole or not at all.

    Sent twice, it is kept once.
    """
    RegionalPlan.objects.lock_all(list(RegionalPlan.objects.filter(plan_year=plan_year)))

    def make() -> Freeze:
        made: Freeze = Freeze.objects.write(
            key=key, plan_year=plan_year, frozen_at=clock.now(), by=by, **frozen(grid_of(plan_year))
        )
        record(made, Verb.MONITOR_FROZEN, by=by, facts=[made])
        return made

    return make_once(Freeze, key, make)


@transaction.atomic
def offer(*, freeze: Freeze, by: Actor) -> ReportOffer:
    """Offer the report to the Stuurgroep, with the lines that regions cannot solve. Raises FreezeRefused."""
    if ReportOffer.objects.filter(freeze=freeze).exists():
        raise FreezeRefused(Blocker("offered", "Deze stand is al aan de Stuurgroep aangeboden."))
    made: ReportOffer = ReportOffer.objects.write(freeze=freeze, offered_at=clock.now(), by=by)
    record(freeze, Verb.REPORT_OFFERED, by=by, facts=[made])
    return made
