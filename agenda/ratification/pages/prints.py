"""Agreements on paper: what a member takes to its achterban, and the certificate of what was ratified."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from agenda.meetings.models import AgendaItem
from agenda.ratification.enums import Stance
from agenda.ratification.models import Agreement, Ratification, Round
from agenda.ratification.queries import verdicts
from agenda.ratification.queries.agreements import Tally, round_of, tally
from portal.kit import clock
from portal.kit.opaque import write
from portal.publish.printed import Part, Printed
from portal.ui.templatetags.ui import day, moment

GONE = "Deze tekst is verwijderd."


def _paragraphs(text: str | None) -> tuple[str, ...]:
    return tuple(block.strip() for block in (text or GONE).replace("\r", "").split("\n\n") if block.strip())


def consultation_set(agreement: Agreement) -> Printed | None:
    """The text that is asked about with what it needs to be discussed; nothing where nobody was asked."""
    round = round_of(agreement)
    if round is None:
        return None
    version = round.version
    answers = tuple(f"☐ {stance.label.capitalize()}" for stance in Stance)
    parts = [
        Part("De tekst", f"Versie {version.number}", "", _paragraphs(version.text)),
        Part("Wat het van wie vraagt", "", "", _paragraphs(version.asks)),
        Part(
            "Wanneer",
            "",
            "",
            (),
            (
                ("Vanaf", day(version.from_date)),
                ("Evaluatie", day(version.evaluate_date)),
                ("Antwoord uiterlijk op", day(round.last_day)),
            ),
        ),
        *([Part("Wat er anders is dan in de vorige versie", "", "", _paragraphs(version.note))] if version.note else []),
        Part(
            "Uw antwoord",
            "Een kanttekening en een niet akkoord vragen om een reden.",
            "",
            (*answers, "Reden of kanttekening:", "Besproken met, op:"),
        ),
    ]
    subtitle = "Ter raadpleging van de achterban. Wie niet antwoordt, is niet akkoord."
    return Printed(version.title or GONE, subtitle, f"Portaal Zorg en Veiligheid, {day(clock.now())}", parts, "")


@dataclass(frozen=True, kw_only=True)
class Certificate:
    """What was ratified, on what it rests, and whether all of it still is so."""

    ratification: Ratification
    round: Round
    tally: Tally
    item: AgendaItem | None
    findings: list[str]
    verdict: str  # whether it still is so, in a few words
    sources: list[tuple[str, str]]  # rows with their digests


def certificate_of(ratification: Ratification) -> Certificate:
    round = Round.objects.select_related("version").get(version=ratification.version_id)
    item = AgendaItem.objects.select_related("meeting").filter(outcome__decision=ratification.decision_id).first()
    said = json.loads(ratification.payload)
    sources = [("Versie", said["version"][1]), ("Besluit", said["decision"][1])]
    found, verdict = verdicts.findings(ratification), verdicts.verdict_on(ratification)
    return Certificate(
        ratification=ratification, round=round, tally=tally(round), item=item, findings=found, verdict=verdict, sources=sources
    )


def certificate(ratification: Ratification) -> Printed:
    """The certificate as a document, with how to check it."""
    pack = certificate_of(ratification)
    version, decision = ratification.version, ratification.decision
    meeting = f"{pack.item.meeting.title}, {moment(pack.item.meeting.starts_at)}" if pack.item else ""
    state = (
        f"Dit certificaat {pack.verdict}."
        if not pack.findings
        else f"Niet meer zoals bij de bekrachtiging: {'; '.join(pack.findings)}."
    )
    check = (
        "Wie het portaal beheert, rekent alles na met: manage.py verify_agreement "
        f"{write('agreement', ratification.agreement_id)}. "
        "De opsomming van alle rijen staat op de pagina van het certificaat."
    )
    parts = [
        Part(
            "Bekrachtigd",
            "",
            "",
            (decision.wording or GONE,),
            (("Besluit", str(decision)), ("Genomen op", moment(decision.taken_at)), ("Vergadering", meeting)),
        ),
        Part("De tekst", f"Versie {version.number}", "", _paragraphs(version.text)),
        Part(
            "Wat het van wie vraagt",
            "",
            "",
            _paragraphs(version.asks),
            (("Vanaf", day(version.from_date)), ("Evaluatie", day(version.evaluate_date))),
        ),
        Part(
            "Standpunten",
            f"{pack.tally.answered} van {len(pack.tally.standings)} antwoordden",
            "",
            (),
            tuple(_answers(pack.tally)),
        ),
        Part("Controle", state, "", (check,), (("SHA-256", ratification.sha256), *pack.sources)),
    ]
    return Printed(
        f"Certificaat: {version.title or GONE}",
        "Landelijke afspraak",
        f"Portaal Zorg en Veiligheid, {day(clock.now())}",
        parts,
        "",
    )


def _answers(found: Tally) -> list[tuple[str, str]]:
    return [(str(each.asked), _answer(each.position)) for each in found.standings]


def _answer(position: Any) -> str:
    if position is None:
        return "geen antwoord"
    words = [position.get_stance_display()]
    if position.is_settled:
        words.append("kanttekening beantwoord en afgedaan")
    if position.is_on_behalf:
        words.append(
            f"vastgelegd namens, {position.get_channel_display()}{'' if position.awaits_confirmation else ', bevestigd'}"
        )
    return "; ".join([*words, day(position.given_at)])
