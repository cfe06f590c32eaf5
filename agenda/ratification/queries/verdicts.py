"""Whether what was ratified still is what it was: recomputed from the rows that it rests on."""

from __future__ import annotations

import json
from typing import Any

from agenda.decisions.models import Decision
from agenda.meetings.models import AgendaItem
from agenda.ratification.models import AgreementVersion, Position, Ratification, RemarkAnswer, Round
from portal.history.evidence import canonical, sha256


def said_of(version: AgreementVersion, round: Round, decision: Decision) -> dict[str, Any]:
    """Everything a ratification rests on, each row with the digest that the evidence keeps of it.

    No names: a house may be called otherwise later.
    """
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


def rows_of(ratification: Ratification) -> list[Any]:
    """Every row with words that a ratification rests on: the version and the decision first."""
    version = AgreementVersion.objects.select_related("agreement").get(pk=ratification.version_id)
    round = Round.objects.get(version=version)
    return [
        version,
        Decision.objects.get(pk=ratification.decision_id),
        *round.extensions.order_by("pk"),  # type: ignore[attr-defined]
        *Position.objects.filter(asked__round=round).order_by("pk"),
        *RemarkAnswer.objects.filter(position__asked__round=round).order_by("pk"),
    ]


def removed_words(ratification: Ratification) -> int:
    """How many parts of what was ratified lost their words since, by a removal that
    history holds, or have them away until they are judged."""
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
    "agreement": "de afspraak",
    "version": "de versie",
    "round": "de ronde",
    "asked": "wie gevraagd is",
    "positions": "een standpunt",
    "decision": "het besluit",
    "meeting": "de vergadering",
}


def _differences(part: str, kept: Any, now: Any) -> list[str]:
    if kept == now:
        return []
    if part not in ("positions", "asked") or not isinstance(kept, list) or not isinstance(now, list):
        return [f"{NAMES.get(part, part)} is niet meer zoals bij de bekrachtiging"]
    before, after = {row[0]: row for row in kept}, {row[0]: row for row in now}
    changed = sorted(key for key in {*before, *after} if before.get(key) != after.get(key))
    return [f"{NAMES[part]} (rij {key}) is niet meer zoals bij de bekrachtiging" for key in changed]
