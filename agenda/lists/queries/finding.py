"""What can be found of themes and actions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Q
from django.urls import reverse

from agenda.lists.models import Action
from agenda.lists.models.action import WORDS
from portal.kit import clock
from portal.kit.finding import words_of
from portal.network.models import Theme
from portal.ui.finding import Findings, Found, Question, find, hit


def findings(user: Any, question: Question) -> Iterator[Findings]:
    """Two queries."""
    themes = Theme.objects.select_related("period")
    yield find("thema's", themes, question, _theme, by=words_of("title", "goal"), title="title", text="goal")
    number = question.number("actie")
    yield find(
        "acties",
        Action.objects.visible_to(user).for_rows().select_related("theme"),
        question,
        _action,
        by=WORDS,
        title="title",
        text="goal",
        exact=None if number is None else Q(pk=number),
    )


def _theme(row: Any) -> Found:
    return Found(url=reverse("lists:theme", args=[row.slug]), line=str(row.period), **hit(row))


def _action(row: Any) -> Found:
    line = f"actie {row.pk} · {row.theme}"
    return Found(url=row.get_absolute_url(), line=line, day=clock.date_of(row.standing_since), status=row.standing, **hit(row))
