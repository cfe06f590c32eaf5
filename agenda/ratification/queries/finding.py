"""What can be found of national agreements: their title, and the text that was last fixed.

A draft of another text is read by who writes it, and so is not looked in.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import OuterRef, Q, Subquery

from agenda.ratification.models import Agreement, AgreementVersion
from portal.kit import clock
from portal.kit.finding import words_of
from portal.ui.finding import Findings, Found, Question, find, hit


def findings(user: Any, question: Question) -> Iterator[Findings]:
    """One query. There are some of these a year: they need no index."""
    newest = AgreementVersion.objects.order_by("agreement_id", "-number").distinct("agreement_id")
    versions = AgreementVersion.objects.filter(pk__in=newest.values("pk")).alias(held=words_of("title", "text", "asks"))
    text = AgreementVersion.objects.filter(agreement=OuterRef("pk")).order_by("-number").values("text")[:1]
    yield find(
        "landelijke afspraken",
        Agreement.objects.visible_to(user).select_related("owner").annotate(last_text=Subquery(text)),
        question,
        _agreement,
        by=words_of("title"),
        title="title",
        text="last_text",
        also=Q(pk__in=versions.filter(held=question.query).values("agreement")),
    )


def _agreement(row: Any) -> Found:
    line, day = f"eigenaar {row.owner}", clock.date_of(row.state_since)
    return Found(url=row.get_absolute_url(), line=line, day=day, status=row.standing, **hit(row))
