"""What texts there are of a line, a plan and an explanation, and how each is taken away when personal data was found in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from ambitions.models import ActionLine, Explanation, ExplanationKnelpunt, LineAnswer, RegionalPlan
from portal.accounts.actor import Actor
from portal.files.domain import keeping
from portal.history.evidence import Evidence
from portal.privacy.domain.reporting import REMOVED_TEXT, REMOVED_TITLE, Part, redacting, replacing


def parts_of_line(line: ActionLine) -> list[Part]:
    """The line as it reads now, each earlier text, and the reports on it."""
    mine = replacing(line, title=REMOVED_TITLE, text=REMOVED_TEXT, realised_when=REMOVED_TEXT)
    own = Part(
        "lijn", "Titel, tekst en wanneer het gerealiseerd is", "\n".join((line.title, line.text, line.realised_when)), mine
    )
    return [
        own,
        *_redactable("tekst", "Tekst, geschreven door", line.texts.all()),  # type: ignore[attr-defined]
        *_redactable("bericht", "Halfjaarbericht, door", line.reports.all()),  # type: ignore[attr-defined]
    ]


def parts_of_plan(plan: RegionalPlan) -> list[Part]:
    """Each answer, text and reason, who agreed, and the document."""
    parts = [
        *_redactable("antwoord", "Antwoord op een lijn, door", [*plan.answers.all(), *_carried_on(plan)]),  # type: ignore[attr-defined]
        *_shared_from(plan),
        *_redactable("tekst", "Eigen tekst, door", plan.texts.all()),  # type: ignore[attr-defined]
        *_redactable("stap", "Reden, door", plan.steps.all()),  # type: ignore[attr-defined]
    ]
    if plan.approved_by:
        parts.append(Part("akkoord", "Wie akkoord gaf", plan.approved_by, replacing(plan, approved_by=REMOVED_TITLE)))
    if plan.approval and plan.approval.removed_at is None:
        parts.append(Part("document", "Document bij het akkoord", str(plan.approval), _taking(plan)))
    return parts


def _texts(plan: RegionalPlan) -> set[str]:
    return {text for answer in plan.answers.all() for text in answer.texts if text}  # type: ignore[attr-defined]


def _carried_on(plan: RegionalPlan) -> list[LineAnswer]:
    """The same words in the plans of other years, which were begun from this one."""
    others = LineAnswer.objects.filter(plan__house=plan.house).exclude(plan=plan)
    return list(others.filter(Q(planned__in=_texts(plan)) | Q(explanation__in=_texts(plan))))


def _shared_from(plan: RegionalPlan) -> list[Part]:
    """Explanations in the words of this plan, with what came of them."""
    rows = Explanation.objects.filter(house=plan.house, text__in=_texts(plan))
    return [part for each in rows for part in _shared(each, f"-{each.pk}")]


def _shared(explanation: Explanation, mark: str = "") -> list[Part]:
    """What a house shared, and the knelpunt and note that were made of the same words."""
    parts = [Part(f"toelichting{mark}", "Toelichting", explanation.text, replacing(explanation, text=REMOVED_TEXT))]
    became = ExplanationKnelpunt.objects.filter(explanation=explanation).select_related("knelpunt").first()
    if became is None:
        return parts
    knelpunt = became.knelpunt
    if knelpunt.pattern == explanation.text:
        parts.append(
            Part(f"knelpunt{mark}", "Knelpunt dat hiervan kwam", knelpunt.pattern, replacing(knelpunt, pattern=REMOVED_TEXT))
        )
    for note in knelpunt.recognitions.filter(house=explanation.house, note=explanation.text):
        parts.append(
            Part(f"herkenning{mark}", "Wat het huis bij dat knelpunt schrijft", note.note, replacing(note, note=REMOVED_TEXT))
        )
    return parts


def parts_of_explanation(explanation: Explanation) -> list[Part]:
    """What the house wrote, what was offered and what was found together."""
    parts = _shared(explanation)
    if explanation.ended_reason:
        parts.append(
            Part("einde", "Waarom niet meer", explanation.ended_reason, replacing(explanation, ended_reason=REMOVED_TEXT))
        )
    return [
        *parts,
        *_redactable("aanbod", "Aanbod van hulp, door", explanation.offers.all()),  # type: ignore[attr-defined]
        *_redactable("antwoord", "Wat samen is gevonden, door", explanation.findings.all()),  # type: ignore[attr-defined]
    ]


def _redactable(code: str, label: str, facts: Iterable[Evidence]) -> list[Part]:
    return [
        Part(f"{code}-{fact.pk}", f"{label} {fact.by_label}", "\n".join(filter(None, fact.texts)), redacting(fact))
        for fact in facts
        if any(fact.texts)
    ]


def _taking(plan: RegionalPlan) -> Any:
    def take(by: Actor) -> None:
        if plan.approval:
            keeping.remove(file=plan.approval, by=by)

    return take
