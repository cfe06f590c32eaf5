"""What can be found of documents: paragraphs by their words or their number, and the woordenlijst."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import F, Q
from django.urls import reverse

from portal.documents.models import Section, Term
from portal.documents.queries.search import JUMP, UNREAD, in_force_with
from portal.kit import clock
from portal.ui.finding import Findings, Found, Question, find, find_names, hit, named


def findings(user: Any, question: Question) -> Iterator[Findings]:
    """Two queries. Paragraphs of every edition; of what fits as well, first those of the last in force."""
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
        order=(F("edition__in_force_date").desc(nulls_last=True), "order", "pk"),
        more_url=f"{reverse('documents:search_all')}?{Question(q=question.q).address()}",
    )

    def term(row: Any) -> Found:
        url = f"{reverse('documents:words')}#woord-{row.pk}"
        return Found(title=named(row.word, question), url=url, text=row.meaning)

    yield find_names("woorden van de woordenlijst", Term.objects.all(), question, term, by=("word", "meaning"))


def _section(row: Any) -> Found:
    return Found(url=row.get_absolute_url(), line=row.citation, status=row.edition.status, **hit(row))
