"""The one way in which an agreement goes from one state to another."""

from __future__ import annotations

from agenda.decisions.models import Decision
from agenda.ratification.enums import STEPS, AgreementState, Verb
from agenda.ratification.models import Agreement, AgreementStep
from portal.accounts.actor import Actor
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.refusals import Blocker, Refused


class AgreementRefused(Refused):
    pass


def blockers_for_step(*, agreement: Agreement, to: AgreementState) -> list[Blocker]:
    """Why it cannot go there from where it stands."""
    if to in STEPS[AgreementState(agreement.state)]:
        return []
    return [
        Blocker("no-such-step", f"Deze afspraak staat nu op “{agreement.get_state_display()}”, en kan nu niet {to.label} worden.")
    ]


def step(
    agreement: Agreement, to: AgreementState, *, by: Actor, reason: str | None = None, decision: Decision | None = None
) -> AgreementStep:
    """Go there. For verbs of this package only, which hold the lock. Raises AgreementRefused."""
    if blockers := blockers_for_step(agreement=agreement, to=to):
        raise AgreementRefused(*blockers)
    moment = clock.now()
    taken: AgreementStep = AgreementStep.objects.write(
        agreement=agreement,
        from_state=agreement.state,
        to_state=to,
        reason=reason or None,
        decision=decision,
        taken_at=moment,
        by=by,
    )
    agreement.state, agreement.state_since = to, moment
    agreement.save(update_fields=["state", "state_since"])
    record(agreement, Verb.STEPPED, by=by, facts=[taken])
    return taken
