"""What a room asks of rooms above it.

Imports point down only: the lower room says the question, the upper one fills in who answers.

A slot that nobody filled is a fault of the house, not of a reader: the portal does
not start (`empty`), and every slot stands in docs/reference.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, ParamSpec, TypeVar

from django.core.checks import CheckMessage, Error, register

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")
SLOTS: list[_Slot[Any, Any]] = []


class EmptySlot(RuntimeError):
    """Nobody answers this question: an app that should be installed is not, or does not fill it when it is ready."""


class _Slot(Generic[Asked, Answer]):
    def __init__(self, question: str, place: str) -> None:
        self.question = question
        self.place = place  # the module that asks
        self.answers: list[Callable[Asked, Answer]] = []
        SLOTS.append(self)

    def _filled(self) -> list[Callable[Asked, Answer]]:
        if not self.answers:
            raise EmptySlot(self.question)
        return self.answers


class Slot(_Slot[Asked, Answer]):
    """A question with one answer."""

    def fill(self, answer: Callable[Asked, Answer]) -> None:
        self.answers[:] = [answer]

    def ask(self, *args: Asked.args, **kwargs: Asked.kwargs) -> Answer:
        return self._filled()[0](*args, **kwargs)


class SharedSlot(_Slot[Asked, Answer]):
    """A question that several rooms answer, each for what is its own."""

    def add(self, answer: Callable[Asked, Answer]) -> None:
        if answer not in self.answers:
            self.answers.append(answer)

    def ask(self, *args: Asked.args, **kwargs: Asked.kwargs) -> list[Answer]:
        return [answer(*args, **kwargs) for answer in self._filled()]


def empty() -> list[str]:
    """The questions that nobody answers."""
    return [slot.question for slot in SLOTS if not slot.answers]


@register
def slots_are_filled(**kwargs: Any) -> list[CheckMessage]:
    return [Error(f"Nobody answers: {question}.", id="portal.E003") for question in empty()]
