"""Which rows of meetings stand with a thing: what was decided about it, the items
about it, and what was said of a decision elsewhere."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model

from agenda.decisions.models import Decision
from agenda.meetings.models import AgendaItem


def in_meetings(subject: Model) -> list[Model]:
    """What was decided about it, and the agenda items about it."""
    kind = ContentType.objects.get_for_model(subject)
    items = AgendaItem.objects.filter(subject_type=kind, subject_id=subject.pk).select_related("meeting")
    return [*(row for decision in Decision.objects.about(subject) for row in of_decision(decision)), *items.order_by("pk")]


def of_decision(decision: Decision | None) -> list[Model]:
    """It, what the public besluitenlijsten say of it in other words, and what was reserved."""
    if decision is None:
        return []
    return [decision, *decision.public_lines.all(), *decision.reservations.all()]  # type: ignore[attr-defined]


def beside_item(item: AgendaItem) -> list[Model]:
    """The same item on the agendas from which and to which it was carried on, and the decision at it."""
    found: AgendaItem = AgendaItem.objects.select_related("outcome__decision").get(pk=item.pk)
    return [*_carried(item), *of_decision(found.decision)]


def on_agenda(source: Any) -> list[Model]:
    """For a vraagstuk or a written round: the item that was made of it, and the decision that was taken in writing."""
    items = [source.item, *_carried(source.item)] if source.item else []
    return [*items, *of_decision(getattr(source, "decision", None))]


def _carried(item: AgendaItem) -> list[AgendaItem]:
    """The item on other agendas, before and after."""
    rows, earlier, later = AgendaItem.objects.select_related("meeting"), [item], [item]
    while (before := earlier[-1].carried_from_id) is not None:
        earlier.append(rows.get(pk=before))
    while following := rows.filter(carried_from=later[-1]).first():
        later.append(following)
    return [*reversed(earlier[1:]), *later[1:]]
