"""Which texts an agenda item holds with what was decided at it, and how each is taken away when personal data was found in it."""

from __future__ import annotations

from typing import Any

from agenda.decisions.models import Decision
from agenda.lists.models import ListMove
from agenda.meetings.domain import papers
from agenda.meetings.models import AgendaItem, Issue, ItemNotes, OwnNote, Paper, PublicLine, VerslagPart, WrittenProcedure
from knelpunten.models import KnelpuntStep
from portal.accounts.actor import Actor
from portal.history.domain.recording import redact
from portal.privacy.domain.reporting import GROUND, REMOVED_TEXT, REMOVED_TITLE, Part, redacting, replacing


def parts_of_item(item: AgendaItem) -> list[Part]:
    """Its own texts and how they were sent; the words of the decision and what was reserved and agreed; the verslag; notes and papers."""
    said = (item.title, item.question, item.presenter, item.advice, item.costs, item.risks)
    gone = {name: REMOVED_TEXT if getattr(item, name) else "" for name in ("question", "advice", "costs", "risks")}
    parts = [
        Part(
            "punt",
            "Titel, vraag, toelichting en inleider",
            "\n".join(filter(None, said)),
            replacing(item, title=REMOVED_TITLE, presenter="", **gone),
        )
    ]
    decision = AgendaItem.objects.select_related("outcome__decision").get(pk=item.pk).decision
    if decision:
        parts.append(Part("besluit", f"Tekst van {decision}", decision.wording or "", lambda by: _redact(decision, by)))
        parts += _facts("voorbehoud", "Voorbehoud, vastgelegd door", decision.reservations.all())
        parts += _facts("openbaar", "Openbare besluitenlijst, door", PublicLine.objects.filter(decision=decision))
    parts += _facts("afspraak", "Afspraak, vastgelegd door", item.arrangements.all())
    parts += _facts("verslag", "Verslag, geschreven door", VerslagPart.objects.filter(item=item))
    for notes in ItemNotes.objects.filter(item=item):
        parts.append(Part("aantekeningen", "Aantekeningen in de vergadering", notes.text, replacing(notes, text=REMOVED_TEXT)))
    for own in OwnNote.objects.filter(item=item, organisation__isnull=False):
        parts.append(Part(f"notitie-{own.pk}", "Gedeelde notitie", own.text, replacing(own, text=REMOVED_TEXT)))
    for paper in item.papers.filter(removed_at__isnull=True):
        parts.append(Part(f"stuk-{paper.pk}", "Stuk", paper.title, _taking(paper)))
    return parts


def _facts(code: str, label: str, facts: Any) -> list[Part]:
    return [
        Part(f"{code}-{fact.pk}", f"{label} {fact.by_label}", "\n".join(filter(None, fact.texts)), redacting(fact))
        for fact in facts
    ]


def _taking(paper: Paper) -> Any:
    def take(by: Actor) -> None:
        papers.take_files(paper, by=by)
        Paper.objects.filter(pk=paper.pk).update(title=REMOVED_TITLE)

    return take


def parts_of_issue(issue: Issue) -> list[Part]:
    """Its own texts, and what the Klankbordgroep made of them."""
    own = replacing(issue, title=REMOVED_TITLE, question=REMOVED_TEXT, background=REMOVED_TEXT if issue.background else "")
    parts = [
        Part(
            "vraagstuk",
            "Titel, vraag en achtergrond",
            "\n".join(filter(None, (issue.title, issue.question, issue.background))),
            own,
        )
    ]
    return parts + (_facts("keuze", "Keuze, vastgelegd door", [issue.chosen]) if issue.chosen else [])


def parts_of_procedure(procedure: WrittenProcedure) -> list[Part]:
    """Its own texts, what the organisations answered, and the words of its decision."""
    own = replacing(procedure, title=REMOVED_TITLE, question=REMOVED_TEXT)
    parts = [Part("vraag", "Titel en vraag", f"{procedure.title}\n{procedure.question}", own)]
    parts += _facts("antwoord", "Antwoord van", procedure.answers.all())
    return parts + (_facts("besluit", "Besluit, vastgelegd door", [procedure.decision]) if procedure.decision else [])


def _redact(decision: Decision, by: Actor) -> None:
    """Its words, also where an effect took them over as a reason."""
    words = decision.wording
    copies: list[Any] = [
        *ListMove.objects.filter(decision=decision, redacted_at__isnull=True),
        *KnelpuntStep.objects.filter(reason=words),
    ]
    for fact in [decision, *(copy for copy in copies if copy.reason)]:
        redact(fact, ground=GROUND, by=by)
