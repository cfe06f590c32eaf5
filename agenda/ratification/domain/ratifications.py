"""What a meeting decides about an agreement, and what is kept of it so that anybody can check it later."""

from __future__ import annotations

from agenda.decisions.models import Decision
from agenda.meetings.enums import MeetingState
from agenda.ratification.domain import agreements, rounds
from agenda.ratification.domain.steps import AgreementRefused, step
from agenda.ratification.enums import AgreementState, RoundOutcome, Route, Verb
from agenda.ratification.models import Agreement, AgreementStep, Ratification
from agenda.ratification.queries.agreements import round_of
from agenda.ratification.queries.verdicts import said_of
from portal.accounts.actor import Actor
from portal.history.domain.recording import record
from portal.history.evidence import canonical, sha256
from portal.kit import clock
from portal.kit.refusals import Blocker

S = AgreementState


def blockers_for_agreeing(*, agreement: Agreement) -> list[Blocker]:
    """Why the Stuurgroep cannot agree it as a concept."""
    if agreement.route != Route.ACHTERAF:
        return [Blocker("other-route", "Langs deze route vraagt de vereniging N-ZVH eerst de huizen.")]
    if S.OVEREENGEKOMEN not in agreement.standing.row.steps:
        return [Blocker("not-concept", f"Deze afspraak staat nu op “{agreement.get_state_display()}”.")]
    return []


def agree_concept(agreement: Agreement, *, decision: Decision, by: Actor) -> AgreementStep:
    """The Stuurgroep agrees the concept, whose text is fixed with this. Part of taking the decision. Raises AgreementRefused."""
    agreement = Agreement.objects.lock(agreement)
    _refuse(blockers_for_agreeing(agreement=agreement))
    version = agreements.fix(agreement, by=by)
    record(agreement, Verb.REWRITTEN, by=by, facts=[version])
    return step(agreement, S.OVEREENGEKOMEN, by=by, decision=decision)


def _refuse(blockers: list[Blocker]) -> None:
    if blockers:
        raise AgreementRefused(*blockers)


def blockers_for_ratifying(*, agreement: Agreement) -> list[Blocker]:
    """Why it cannot be ratified now: it must have been put, and in route II in a later
    meeting than the one that agreed the concept."""
    if S.BEKRACHTIGD not in agreement.standing.row.steps:
        return [Blocker("not-put", f"Deze afspraak staat nu op “{agreement.get_state_display()}”, en nog niet voorgelegd.")]
    if agreement.route == Route.ACHTERAF and _agreed_in_open_meeting(agreement):
        return [
            Blocker("same-meeting", "Het concept is in deze vergadering overeengekomen. Bekrachtigen gebeurt in een volgende.")
        ]
    return []


def _agreed_in_open_meeting(agreement: Agreement) -> bool:
    agreed = agreement.steps.filter(to_state=S.OVEREENGEKOMEN, decision__isnull=False)  # type: ignore[attr-defined]
    return bool(agreed.filter(decision__taken_at_item__item__meeting__state=MeetingState.GEOPEND).exists())


def ratify(agreement: Agreement, *, decision: Decision, by: Actor) -> Ratification:
    """Ratify the text that was asked about. Fixes version, positions, decision and meeting with a digest.

    Part of taking the decision.
    """
    agreement = Agreement.objects.lock(agreement)
    _refuse(blockers_for_ratifying(agreement=agreement))
    asked = round_of(agreement)
    assert asked is not None
    payload = canonical(said_of(asked.version, asked, decision))
    moment = clock.now()
    made: Ratification = Ratification.objects.write(
        agreement=agreement,
        version=asked.version,
        decision=decision,
        payload=payload,
        sha256=sha256(payload),
        ratified_at=moment,
        by=by,
    )
    step(agreement, S.BEKRACHTIGD, by=by, decision=decision)
    record(agreement, Verb.RATIFIED, by=by, facts=[made])
    if agreement.replaces and agreement.replaces.state == S.BEKRACHTIGD:
        step(Agreement.objects.lock(agreement.replaces), S.VERVANGEN, by=by, decision=decision)
    return made


def blockers_for_returning(*, agreement: Agreement) -> list[Blocker]:
    if S.TERUGGELEGD in agreement.standing.row.steps:
        return []
    return [Blocker("not-put", f"Deze afspraak staat nu op “{agreement.get_state_display()}”, en ligt niet voor.")]


def return_it(agreement: Agreement, *, decision: Decision, by: Actor) -> AgreementStep:
    """Give it back with the question that the decision words. Part of taking the decision."""
    agreement = Agreement.objects.lock(agreement)
    _refuse(blockers_for_returning(agreement=agreement))
    return step(agreement, S.TERUGGELEGD, by=by, decision=decision)


def blockers_for_withdrawing(*, agreement: Agreement) -> list[Blocker]:
    if S.INGETROKKEN in agreement.standing.row.steps and not agreement.is_draft:
        return []
    return [Blocker("not-under-way", f"Deze afspraak staat nu op “{agreement.get_state_display()}”: er is niets in te trekken.")]


def withdraw(agreement: Agreement, *, decision: Decision, by: Actor) -> AgreementStep:
    """Withdraw it; a round that runs is over. Part of taking the decision."""
    agreement = Agreement.objects.lock(agreement)
    _refuse(blockers_for_withdrawing(agreement=agreement))
    running = round_of(agreement)
    if running and running.ended is None:
        rounds.end(running, RoundOutcome.INGETROKKEN, by=by)
    return step(agreement, S.INGETROKKEN, by=by, decision=decision)
