"""What texts there are of a line, a plan and an explanation, and how each is taken away when personal data was found in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from ambitions.models import ActionLine, Explanation, ExplanationKnelpunt, LineAnswer, PlanText, RegionalPlan
from knelpunten.models import Knelpunt
from portal.accounts.actor import Actor
from portal.files.domain import keeping
from portal.history.evidence import Evidence
from portal.privacy.domain.reporting import REMOVED_TEXT, REMOVED_TITLE, Part, Parts, redacting, replacing


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
    """Each answer, text and reason, who agreed, and the document; and where the words of answers and texts came from and went to."""
    kin = Kin.of(answers=plan.answers.all())  # type: ignore[attr-defined]
    parts = [
        *_redactable("antwoord", "Antwoord op een lijn, door", kin.answers()),
        *(part for each in kin.explanations() for part in _shared(each)),
        *_redactable("tekst", "Eigen tekst, door", texts_with(plan)),
        *_redactable("stap", "Reden, door", plan.steps.all()),  # type: ignore[attr-defined]
    ]
    if plan.approved_by:
        parts.append(Part("akkoord", "Wie akkoord gaf", plan.approved_by, replacing(plan, approved_by=REMOVED_TITLE)))
    if plan.approval and plan.approval.removed_at is None:
        parts.append(Part("document", "Document bij het akkoord", str(plan.approval), _taking(plan)))
    return parts


@dataclass(frozen=True)
class Kin:
    """Answers and explanations of which one took its words from the other, however far: by what the rows name, never by what they say."""

    answer_keys: set[int]
    explanation_keys: set[int]

    @classmethod
    def of(cls, *, answers: Iterable[LineAnswer] = (), explanations: Iterable[Explanation] = ()) -> Kin:
        kin = cls({answer.pk for answer in answers}, {each.pk for each in explanations})
        while kin.grows():
            pass
        return kin

    def grows(self) -> bool:
        """Take in who is next to those that are in; whether there were any."""
        before = len(self.answer_keys) + len(self.explanation_keys)
        near = Q(taken_from__in=self.answer_keys) | Q(taken_over__in=self.answer_keys)
        near |= Q(explained_by__in=self.explanation_keys) | Q(shared_as__in=self.explanation_keys)
        shared = Q(answer__in=self.answer_keys) | Q(taken_over__in=self.answer_keys)
        self.explanation_keys.update(Explanation.objects.filter(shared).values_list("pk", flat=True))
        self.answer_keys.update(LineAnswer.objects.filter(near).values_list("pk", flat=True))
        return len(self.answer_keys) + len(self.explanation_keys) > before

    def answers(self) -> list[LineAnswer]:
        return list(LineAnswer.objects.filter(pk__in=self.answer_keys))

    def explanations(self) -> list[Explanation]:
        return list(Explanation.objects.filter(pk__in=self.explanation_keys).order_by("pk"))


def texts_with(plan: RegionalPlan) -> list[PlanText]:
    """Its own texts, and those of other years of which one was begun from the other."""
    keys: set[int] = set()
    found = {text.pk for text in plan.texts.all()}  # type: ignore[attr-defined]
    while found - keys:
        keys |= found
        near = Q(taken_from__in=keys) | Q(taken_over__in=keys)
        found = set(PlanText.objects.filter(near).values_list("pk", flat=True))
    return list(PlanText.objects.filter(pk__in=keys))


def _shared(explanation: Explanation) -> list[Part]:
    """What a house shared, and the knelpunt and note that were made of it."""
    mark = explanation.pk
    parts = [Part(f"toelichting-{mark}", "Toelichting", explanation.text, replacing(explanation, text=REMOVED_TEXT))]
    became = ExplanationKnelpunt.objects.filter(explanation=explanation).select_related("knelpunt").first()
    if became is None:
        return parts
    knelpunt = became.knelpunt
    if knelpunt.house_id == explanation.house_id:
        own = replacing(knelpunt, pattern=REMOVED_TEXT)
        parts.append(Part(f"knelpunt-{mark}", "Knelpunt dat hiervan kwam", knelpunt.pattern, own))
    for note in knelpunt.recognitions.filter(house=explanation.house):
        gone = replacing(note, note=REMOVED_TEXT)
        parts.append(Part(f"herkenning-{note.pk}", "Wat het huis bij dat knelpunt schrijft", note.note, gone))
    return parts


def told_by_houses(parts: Parts) -> Parts:
    """The texts of a knelpunt, with the explanations it was made of."""

    def with_explanations(knelpunt: Knelpunt) -> list[Part]:
        made_of = Explanation.objects.filter(became__knelpunt=knelpunt)
        own = parts(knelpunt)
        return [*own, *(part for each in made_of.order_by("pk") for part in _where_it_came_from(each))]

    return with_explanations


def _where_it_came_from(explanation: Explanation) -> list[Part]:
    kin = Kin.of(explanations=[explanation])
    said = [
        Part(f"toelichting-{each.pk}", "Toelichting", each.text, replacing(each, text=REMOVED_TEXT))
        for each in kin.explanations()
    ]
    return [*said, *_redactable("antwoord", "Antwoord op een lijn, door", kin.answers())]


def parts_of_explanation(explanation: Explanation) -> list[Part]:
    """What the house wrote, here and in its plans, what was offered and what was found together."""
    kin = Kin.of(explanations=[explanation])
    parts = [part for each in kin.explanations() for part in _shared(each)]
    parts += _redactable("antwoord-op-lijn", "Antwoord op een lijn, door", kin.answers())
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
            keeping.remove(file=plan.approval)

    return take
