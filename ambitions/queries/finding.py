"""What can be found of the Samenwerkingsagenda: its ambitions and its action lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import reverse

from ambitions.models import ActionLine
from portal.kit.finding import words_of
from portal.network.models import Ambition
from portal.ui.finding import Findings, Found, Question, find, find_names, hit, named


def findings(user: Any, question: Question) -> Iterator[Findings]:
    """Two queries. There are some dozens of these: they need no index."""

    def ambition(row: Any) -> Found:
        url = reverse("ambitions:ambition", args=[row.slug])
        return Found(title=named(row.name, question), url=url, line=f"ambitie {row.number} van de Samenwerkingsagenda")

    yield find_names("ambities", Ambition.objects.all(), question, ambition, by=("name",))
    lines = ActionLine.objects.visible_to(user).select_related("ambition")
    by = words_of("title", "text", "realised_when")
    yield find("actielijnen", lines, question, _line, by=by, title="title", text="text")


def _line(row: Any) -> Found:
    return Found(url=row.get_absolute_url(), line=f"{row.ambition} · {row.get_scope_display()} · {row.years}", **hit(row))
