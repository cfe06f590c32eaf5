"""Which texts an agreement holds, its own and what others said about it, and how each is taken away when personal data was found in it."""

from __future__ import annotations

from typing import Any

from agenda.decisions.models import Decision
from agenda.ratification.models import Agreement, ConstituencyReport, Position, RemarkAnswer, RoundExtension
from portal.accounts.actor import Actor
from portal.files.domain import keeping
from portal.privacy.domain.reporting import REMOVED_TEXT, REMOVED_TITLE, Part, redacting, replacing


def parts_of(agreement: Agreement) -> list[Part]:
    """The draft, each version, step, position and answer, what came of it, and the decisions about it."""
    mine = replacing(agreement, title=REMOVED_TITLE, text=REMOVED_TEXT, asks=REMOVED_TEXT)
    parts = [
        Part("afspraak", "Titel, tekst en wat het vraagt", "\n".join((agreement.title, agreement.text, agreement.asks)), mine)
    ]
    for code, label, facts in _facts(agreement):
        parts += [
            Part(f"{code}-{fact.pk}", f"{label} {fact.by_label}", "\n".join(filter(None, fact.texts)), redacting(fact))
            for fact in facts
            if any(fact.texts)
        ]
    for report in ConstituencyReport.objects.filter(
        asked__round__agreement=agreement, file__removed_at__isnull=True, file__isnull=False
    ):
        parts.append(Part(f"document-{report.pk}", "Document bij een achterbanverslag", str(report.file), _taking(report)))
    return parts


def _facts(agreement: Agreement) -> list[tuple[str, str, Any]]:
    """Every kind of fact with a text of somebody's own in it: code, label, rows."""
    asked: dict[str, Any] = {"asked__round__agreement": agreement}
    return [
        ("versie", "Versie, vastgelegd door", agreement.versions.all()),  # type: ignore[attr-defined]
        ("stap", "Reden, door", agreement.steps.all()),  # type: ignore[attr-defined]
        ("standpunt", "Standpunt, gegeven door", Position.objects.filter(**asked)),
        (
            "antwoord",
            "Antwoord op een kanttekening, door",
            RemarkAnswer.objects.filter(position__asked__round__agreement=agreement),
        ),
        ("achterban", "Achterbanverslag, door", ConstituencyReport.objects.filter(**asked)),
        ("verlenging", "Reden van meer tijd, door", RoundExtension.objects.filter(round__agreement=agreement)),
        ("uitdragen", "Hoe het wordt uitgedragen, door", agreement.carryings.all()),  # type: ignore[attr-defined]
        ("uitvoering", "Hoe het huis ermee werkt, door", agreement.uptakes.all()),  # type: ignore[attr-defined]
        ("besluit", "Besluit, vastgelegd door", Decision.objects.about(agreement)),
    ]


def _taking(report: Any) -> Any:
    def take(by: Actor) -> None:
        keeping.remove(file=report.file, by=by)

    return take
