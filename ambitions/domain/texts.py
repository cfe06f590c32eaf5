"""Which rows took their words from one another: answers, texts of plans and
explanations, followed by what they name, never by what they say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Model, Q

from ambitions.models import Explanation, ExplanationKnelpunt, LineAnswer, PlanText, RegionalPlan
from knelpunten.models import Knelpunt


@dataclass(frozen=True)
class Kin:
    """Answers and explanations of which one took its words from the other, however far."""

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

    def rows(self) -> list[Model]:
        """Each explanation with the knelpunt and the note that were made of it, and each answer."""
        explanations = Explanation.objects.filter(pk__in=self.explanation_keys).order_by("pk")
        shared = [row for each in explanations for row in (each, *_made_of(each))]
        return [*shared, *LineAnswer.objects.filter(pk__in=self.answer_keys).order_by("pk")]


def of_plan(plan: RegionalPlan) -> list[Model]:
    """The same words in the plans of other years, and what was shared of them."""
    return [*Kin.of(answers=plan.answers.all()).rows(), *_texts_with(plan)]  # type: ignore[attr-defined]


def of_explanation(explanation: Explanation) -> list[Model]:
    return Kin.of(explanations=[explanation]).rows()


def of_knelpunt(knelpunt: Knelpunt) -> list[Model]:
    """The explanations it was made of, and the answers those came from."""
    made_of = Explanation.objects.filter(became__knelpunt=knelpunt)
    return Kin.of(explanations=made_of).rows() if made_of.exists() else []


def _texts_with(plan: RegionalPlan) -> list[PlanText]:
    """Its own texts, and those of other years of which one was begun from the other."""
    keys: set[int] = set()
    found = {text.pk for text in plan.texts.all()}  # type: ignore[attr-defined]
    while found - keys:
        keys |= found
        found = set(PlanText.objects.filter(Q(taken_from__in=keys) | Q(taken_over__in=keys)).values_list("pk", flat=True))
    return list(PlanText.objects.filter(pk__in=keys).order_by("pk"))


def _made_of(explanation: Explanation) -> list[Model]:
    """The knelpunt of the same house that was made of what it shared, or the note with which the house recognises it."""
    became = ExplanationKnelpunt.objects.filter(explanation=explanation).select_related("knelpunt").first()
    if became is None:
        return []
    knelpunt = became.knelpunt
    own = [knelpunt] if knelpunt.house_id == explanation.house_id else []
    return [*own, *knelpunt.recognitions.filter(house=explanation.house)]
