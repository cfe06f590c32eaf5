"""What a meeting decides about an agreement, and what is kept of it so that anybody can check it later."""

from __future__ import annotations

import json
from typing import Any

from agenda.decisions.models import Decision
from agenda.meetings.enums import MeetingState
from agenda.meetings.models import AgendaItem
from agenda.ratification.domain import asking, drafting
from agenda.ratification.domain.steps import AgreementRefused, step
from agenda.ratification.enums import AgreementState, RoundOutcome, Route, Verb
from agenda.ratification.models import Agreement, AgreementStep, AgreementVersion, Position, Ratification, RemarkAnswer, Round
from agenda.ratification.queries import round_of
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
    if agreement.state not in (S.CONCEPT, S.TERUGGELEGD):
        return [Blocker("not-concept", f"Deze afspraak is {agreement.get_state_display()}.")]
    return []


def agree_concept(agreement: Agreement, *, decision: Decision, by: Actor) -> AgreementStep:
    """The Stuurgroep agrees the concept, whose text is fixed with this. Part of taking the decision. Raises AgreementRefused."""
    agreement = Agreement.objects.lock(agreement)
    _refuse(blockers_for_agreeing(agreement=agreement))
    version = drafting.fix(agreement, by=by)
    record(agreement, Verb.REWRITTEN, by=by, facts=[version])
    return step(agreement, S.OVEREENGEKOMEN, by=by, decision=decision)


def _refuse(blockers: list[Blocker]) -> None:
    if blockers:
        raise AgreementRefused(*blockers)


def blockers_for_ratifying(*, agreement: Agreement) -> list[Blocker]:
    """Why it cannot be ratified now: it must have been put, and in route II in a later meeting than the one that agreed the concept."""
    if agreement.state != S.VOORGELEGD:
        return [Blocker("not-put", f"Deze afspraak is {agreement.get_state_display()}, en nog niet voorgelegd.")]
    if agreement.route == Route.ACHTERAF and _agreed_in_open_meeting(agreement):
        return [
            Blocker("same-meeting", "Het concept is in deze vergadering overeengekomen. Bekrachtigen gebeurt in een volgende.")
        ]
    return []


def _agreed_in_open_meeting(agreement: Agreement) -> bool:
    agreed = agreement.steps.filter(to_state=S.OVEREENGEKOMEN, decision__isnull=False)  # type: ignore[attr-defined]
    return bool(agreed.filter(decision__taken_at_item__item__meeting__state=MeetingState.GEOPEND).exists())


def ratify(agreement: Agreement, *, decision: Decision, by: Actor) -> Ratification:
    """Ratify the text that was asked about. Fixes version, positions, decision and meeting with a digest. Part of taking the decision."""
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


def said_of(version: AgreementVersion, round: Round, decision: Decision) -> dict[str, Any]:
    """Everything a ratification rests on, each row with the digest that the evidence keeps of it. No names: a house may be called otherwise later."""
    agreement = version.agreement
    item = AgendaItem.objects.select_related("meeting").filter(outcome__decision=decision).first()
    asked = round.asked.select_related("organisation", "house").order_by("pk")  # type: ignore[attr-defined]
    positions = Position.objects.filter(asked__round=round).order_by("pk")
    return {
        "agreement": [agreement.pk, agreement.route],
        "version": [version.number, version.digest, version.text_digest],
        "round": [round.digest, *(each.digest for each in round.extensions.order_by("pk"))],  # type: ignore[attr-defined]
        "asked": [[each.pk, each.who.slug, each.digest] for each in asked],
        "positions": [[each.pk, each.asked_id, each.stance, each.digest, each.text_digest, *_around(each)] for each in positions],
        "decision": [decision.number, decision.digest, decision.text_digest],
        "meeting": [item.meeting.pk, item.meeting.starts_at, item.number] if item else [],
    }


def _around(position: Position) -> list[str]:
    """The confirmation of a position, the answer to it, and its settlement."""
    rows = [getattr(position, name, None) for name in ("confirmation", "answer", "settlement")]
    return [row.digest for row in rows if row is not None]


def blockers_for_returning(*, agreement: Agreement) -> list[Blocker]:
    if agreement.state in (S.VOORGELEGD, S.OVEREENGEKOMEN):
        return []
    return [Blocker("not-put", f"Deze afspraak is {agreement.get_state_display()}, en ligt niet voor.")]


def return_it(agreement: Agreement, *, decision: Decision, by: Actor) -> AgreementStep:
    """Give it back with the question that the decision words. Part of taking the decision."""
    agreement = Agreement.objects.lock(agreement)
    _refuse(blockers_for_returning(agreement=agreement))
    return step(agreement, S.TERUGGELEGD, by=by, decision=decision)


def blockers_for_withdrawing(*, agreement: Agreement) -> list[Blocker]:
    if agreement.state in (S.OVEREENGEKOMEN, S.GEVRAAGD, S.VOORGELEGD, S.TERUGGELEGD):
        return []
    return [Blocker("not-under-way", f"Deze afspraak is {agreement.get_state_display()}: er is niets in te trekken.")]


def withdraw(agreement: Agreement, *, decision: Decision, by: Actor) -> AgreementStep:
    """Withdraw it; a round that runs is over. Part of taking the decision."""
    agreement = Agreement.objects.lock(agreement)
    _refuse(blockers_for_withdrawing(agreement=agreement))
    running = round_of(agreement)
    if running and running.ended is None:
        asking.end(running, RoundOutcome.INGETROKKEN, by=by)
    return step(agreement, S.INGETROKKEN, by=by, decision=decision)


def rows_of(ratification: Ratification) -> list[Any]:
    """Every row with words that a ratification rests on: the version and the decision first."""
    version = AgreementVersion.objects.select_related("agreement").get(pk=ratification.version_id)
    round = Round.objects.get(version=version)
    return [
        version, Decision.objects.get(pk=ratification.decision_id), *round.extensions.order_by("pk"),  # type: ignore[attr-defined]
        *Position.objects.filter(asked__round=round).order_by("pk"), *RemarkAnswer.objects.filter(position__asked__round=round).order_by("pk"),
    ]  # fmt: skip


def removed_words(ratification: Ratification) -> int:
    """How many parts of what was ratified lost their words since, by a removal that history holds, or have them away until they are judged."""
    return sum(bool(row.redacted_at or row.withheld_at) for row in rows_of(ratification))


def verdict_on(ratification: Ratification) -> str:
    """What a certificate says in a few words."""
    if findings(ratification):
        return "klopt niet meer"
    return {0: "klopt", 1: "klopt, met één verwijderd deel"}.get(
        gone := removed_words(ratification), f"klopt, met {gone} verwijderde delen"
    )


def findings(ratification: Ratification) -> list[str]:
    """What no longer is as it was ratified, in a line each; nothing where all is well. Recomputed from the rows themselves."""
    found = []
    if sha256(ratification.payload) != ratification.sha256:
        found.append("de vastgelegde opsomming heeft niet de SHA-256 die erbij staat")
    rows = rows_of(ratification)
    version, decision = rows[0], rows[1]
    round = Round.objects.get(version=version)
    kept, now = json.loads(ratification.payload), json.loads(canonical(said_of(version, round, decision)))
    for part in sorted({*kept, *now}):
        found += _differences(part, kept.get(part), now.get(part))
    found += [f"{row._meta.verbose_name} {row.pk}: de tekst is niet meer die van toen" for row in rows if not row.texts_match]
    return found


NAMES = {
    "agreement": "de afspraak", "version": "de versie", "round": "de ronde", "asked": "wie gevraagd is", "positions": "een standpunt",
    "decision": "het besluit", "meeting": "de vergadering",
}  # fmt: skip


def _differences(part: str, kept: Any, now: Any) -> list[str]:
    if kept == now:
        return []
    if part not in ("positions", "asked") or not isinstance(kept, list) or not isinstance(now, list):
        return [f"{NAMES.get(part, part)} is niet meer zoals bij de bekrachtiging"]
    before, after = {row[0]: row for row in kept}, {row[0]: row for row in now}
    changed = sorted(key for key in {*before, *after} if before.get(key) != after.get(key))
    return [f"{NAMES[part]} (rij {key}) is niet meer zoals bij de bekrachtiging" for key in changed]
