"""What can be found of documents: paragraphs by their words or their number, and the woordenlijst."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Q
from django.urls import reverse

from portal.documents.models import Section, Term
from portal.documents.queries.search import JUMP, UNREAD, in_force_with
from portal.kit import clock
from portal.ui.finding import Findings, Found, Question, find, find_names, hit, named


def findings(user: Any, question: Question) -> Iterator[Findings]:
    """Two queries. The paragraphs of earlier editions are found too; the newest come first."""
    exact = Q(pk__in=in_force_with(question.q, clock.today()).order_by().values("pk")) if JUMP.match(question.q) else None
    yield find(
        "paragrafen",
        Section.objects.select_related("edition__document").defer(*UNREAD),
        question,
        _section,
        by="found_by",
        title="title",
        text="text",
        exact=exact,
        more_url=f"{reverse('documents:search_all')}?{Question(q=question.q).address()}",
    )

    def term(row: Any) -> Found:
        url = f"{reverse('documents:words')}#woord-{row.pk}"
        return Found(title=named(row.word, question), url=url, text=row.meaning)

    yield find_names("woorden van de woordenlijst", Term.objects.all(), question, term, by=("word", "meaning"))


def _section(row: Any) -> Found:
    return Found(url=row.get_absolute_url(), line=row.citation, status=row.edition.status, **hit(row))
