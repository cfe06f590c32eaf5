"""What stands of an item on the agenda: what it says. How it looks is in the templates."""

from __future__ import annotations

from typing import Any

from django import template

from agenda.decisions.enums import Serves, Visibility
from agenda.meetings.enums import DECIDING_KINDS, ItemKind, Treatment
from agenda.meetings.models import AgendaItem
from agenda.meetings.pages.meeting import TimedItem
from agenda.meetings.queries.subjects import kind_of

register = template.Library()
Shown = dict[str, Any]


@register.inclusion_tag("meetings/agenda_entry.html")
def agenda_entry(timed: TimedItem) -> Shown:
    """All that stands of an item on the agenda, as a stop of its spine."""
    item = timed.item
    return {
        "timed": timed,
        "item": item,
        "asks": item.kind in DECIDING_KINDS,
        "kind": ItemKind(item.kind).label,
        "serves": Serves(item.serves).label,
        "readers": "" if item.is_for_all else Visibility(item.visibility).label,
        "decision": item.decision,
        "treated": Treatment(item.treated).label if item.treated else "",
        **_about(item, timed.subject),
    }


@register.inclusion_tag("meetings/subject.html")
def item_subject(item: AgendaItem) -> Shown:
    """What it is about, as a link."""
    return _about(item, item.subject)


def _about(item: AgendaItem, subject: Any) -> Shown:
    """The one thing that a decision would change, and what it is also about."""
    also = [{"address": kind_of(each).address(each), "name": str(each)} for each in item.also]
    if subject is None:
        return {"subject": "", "also": also}
    kind = kind_of(subject)
    return {
        "subject": str(subject),
        "phrase": kind.phrase,
        "address": kind.address(subject),
        "status": kind.status(subject),
        "also": also,
    }
