"""What can be found of knelpunten, rode draden and uitvragen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Q
from django.urls import reverse

from knelpunten.models import Inquiry, Knelpunt, Pattern
from knelpunten.queries.choice import Choice
from portal.kit import clock
from portal.kit.finding import words_of
from portal.ui.finding import Findings, Found, Question, find, hit


def findings(user: Any, question: Question) -> Iterator[Findings]:
    """Three queries."""
    number = question.number("knelpunt")
    yield find(
        "knelpunten",
        Knelpunt.objects.visible_to(user).for_rows(),
        question,
        _knelpunt,
        by="found_by",
        title="title",
        text="pattern",
        exact=None if number is None else Q(pk=number),
        more_url=f"{reverse('knelpunten:all')}?{Choice(q=question.q).address()}",
    )
    patterns = Pattern.objects.visible_to(user).select_related("theme").defer("found_by")
    yield find("rode draden", patterns, question, _pattern, by="found_by", title="title", text="analysis")
    inquiries = Inquiry.objects.visible_to(user)
    yield find("uitvragen", inquiries, question, _inquiry, by=words_of("question", "purpose"), title="question", text="purpose")


def _knelpunt(row: Any) -> Found:
    line = f"{row.place} · {row.raised_by}"
    return Found(url=row.get_absolute_url(), line=line, day=clock.date_of(row.state_since), status=row.standing, **hit(row))


def _pattern(row: Any) -> Found:
    return Found(url=row.get_absolute_url(), line=str(row.theme or ""), day=clock.date_of(row.begun_at), **hit(row))


def _inquiry(row: Any) -> Found:
    return Found(url=row.get_absolute_url(), day=clock.date_of(row.put_at), **hit(row))
