"""Where a knelpunt is now: at the actions that carry it, at a line, at another table, or with itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from agenda.lists.enums import ActionList, Outcome
from knelpunten.enums import KnelpuntState as S
from knelpunten.models import Knelpunt
from portal.chain.links import ACTION, KNELPUNT, LINE, KnelpuntLinks, local_day
from portal.network.models import Seat
from portal.ui.chains import Link, Place


def places_of(links: KnelpuntLinks) -> dict[int, tuple[Place, ...]]:
    trekkers = _trekkers_now(links)
    own = {knelpunt.pk: tuple(_of_one(knelpunt, links, trekkers)) for knelpunt in links.all}
    for knelpunt in links.asked:
        if other := links.joined.get(knelpunt.pk):
            own[knelpunt.pk] = (*own[knelpunt.pk], *own[other.pk])
    return own


def _trekkers_now(links: KnelpuntLinks) -> dict[int, str]:
    """Which organisation pulls each action that is worked on."""
    at_work = [action.pk for actions in links.carried.values() for action in actions if action.list == ActionList.ACTIELIJST]
    if not at_work:
        return {}
    seats = Seat.objects.filter(pulled_actions__in=at_work).values_list(
        "pulled_actions", "membership__organisation__short_name", "membership__organisation__name"
    )
    return {pk: short or name for pk, short, name in seats}


def _of_one(knelpunt: Knelpunt, links: KnelpuntLinks, trekkers: dict[int, str]) -> Iterable[Place]:
    """Where it is now: at the actions that carry it, at a line, at another table, or with itself."""
    state, since = S(knelpunt.state), local_day(knelpunt.state_since)
    if other := links.joined.get(knelpunt.pk):
        return [Place("Samengevoegd met", since, Link(other.title, KNELPUNT, other.pk))]
    lines = [
        Place("Actielijn van de Samenwerkingsagenda", local_day(row.written_at), Link(row.line__title, LINE, row.line_id))
        for row in links.lines[knelpunt.pk]
    ]
    if state == S.GEKOPPELD and links.carried[knelpunt.pk]:
        return [
            Place(_action_words(action, links, trekkers), local_day(action.since), Link(action.title, ACTION, action.pk))
            for action in links.carried[knelpunt.pk]
        ]
    if lines:
        return lines
    if state == S.ELDERS_BELEGD:
        return [Place(f"elders belegd bij {links.tables.get(knelpunt.pk, 'een andere tafel')}", since)]
    return [Place(state.row.here or state.label, since)]


def _action_words(action: Any, links: KnelpuntLinks, trekkers: dict[int, str]) -> str:
    if action.list == ActionList.GEREEDLIJST:
        move = links.moves.get(action.pk)
        table = f" bij {move.table__name}" if move and move.table__name else ""
        return f"Actie {Outcome(action.outcome).label}{table}"
    if action.list == ActionList.ACTIELIJST:
        return f"Actie op de actielijst{f', trekker {trekkers[action.pk]}' if action.pk in trekkers else ''}"
    return f"Actie op de voorraadlijst{', wenselijk' if action.is_desirable else ''}"
