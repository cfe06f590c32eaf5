"""Actions are proposed, coalitions form and write how it goes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from agenda.lists.domain import (
    coalitions,
    list_orders,
    milestones,
    progress,
    proposal_drafts,
    proposals,
    saved_filters,
    trekkers,
    weighing,
)
from agenda.lists.enums import ActionList, Criterion, ProgressStatus
from agenda.lists.models import Action, Milestone, ProgressUpdate
from portal.demo.calendar import Scene
from portal.demo.people import acting
from portal.demo.rows import Row, told
from portal.demo.script import action, key_of, knelpunt
from portal.documents.queries.citations import named_in
from portal.kit import clock
from portal.network.models import Ambition, Theme
from portal.network.queries.seats import seat_of

STUURGROEP = "stuurgroep"
ASKED = "De Stuurgroep vroeg hier zelf om in het gesprek over dit thema."


def scenes() -> Iterator[Scene]:
    for row in told("actions"):
        yield from _of(row)
    yield from together()
    for number, row in enumerate(told("weighings")):
        yield Scene(row["at"], lambda row=row, number=number: _weigh(row, number))


def together() -> Iterator[Scene]:
    """Calls, pilots, milestones and the like: each row names its verb."""
    for number, row in enumerate(told("together")):
        key = key_of("together", str(number))
        yield Scene(row["at"], lambda row=row, key=key: DONE_TOGETHER[row["do"]](row, key))
        for day, close in (("reached", milestones.reach), ("dropped", milestones.drop)):
            if day in row:
                yield Scene(row[day], lambda row=row, key=key, close=close: _close(close, row, key))


def _close(close: Callable[..., Any], row: Row, key: UUID) -> None:
    close(milestone=Milestone.objects.get(key=key), by=acting(row["by"]))


def _in(row: Row) -> date:
    return clock.today() + timedelta(days=row["days"])


def _order(row: Row, key: UUID) -> None:
    """The newest proposal first."""
    theme = Theme.objects.get(slug=row["theme"])
    wished = Action.objects.filter(theme=theme).on_list(ActionList.VOORRAADLIJST).order_by("-proposed_at", "-pk")
    list_orders.propose(theme=theme, actions=[action.pk for action in wished], by=acting(row["by"], STUURGROEP))


def _draft(row: Row, key: UUID) -> None:
    by = acting(row["by"])
    proposal_drafts.keep(
        key=key, owner=by.user, title=row["text"], answers={"title": [row["text"]], "kind": ["informatiedeling"]}
    )


DONE_TOGETHER: dict[str, Callable[[Row, UUID], Any]] = {
    "call": lambda row, key: coalitions.call(
        key=key, action=action(row["action"]), text=row["text"], closes_date=_in(row), by=acting(row["by"])
    ),
    "pilot": lambda row, key: coalitions.offer_pilot(action=action(row["action"]), text=row["text"], by=acting(row["by"])),
    "end_pilot": lambda row, key: coalitions.end_pilot(action=action(row["action"]), reason=row["text"], by=acting(row["by"])),
    "milestone": lambda row, key: milestones.plan(
        key=key, action=action(row["action"]), title=row["text"], due_date=_in(row), by=acting(row["by"])
    ),
    "document": lambda row, key: milestones.attach(
        key=key,
        action=action(row["action"]),
        name="format-overdracht.txt",
        data=row["file"].encode(),
        title=row["text"],
        by=acting(row["by"]),
    ),
    "comment": lambda row, key: coalitions.comment(key=key, action=action(row["action"]), text=row["text"], by=acting(row["by"])),
    "ask": lambda row, key: trekkers.ask(
        action=action(row["action"]), seat=seat_of(acting(row["of"], STUURGROEP)), by=acting(row["by"], STUURGROEP)
    ),
    "refuse": lambda row, key: trekkers.refuse(
        action=action(row["action"]), reason=row["text"], by=acting(row["by"], STUURGROEP)
    ),
    "order": _order,
    "draft": _draft,
    "keep": lambda row, key: saved_filters.keep(owner=acting(row["by"]).user, name=row["text"], query=row["query"]),  # type: ignore[arg-type]
}


def _of(row: Row) -> Iterator[Scene]:
    name = row["name"]
    yield Scene(row["where"]["at"], lambda: _propose(row))
    for later in row.get("later", []):
        yield Scene(later["at"], lambda later=later: _link(name, later))
    for offer in row.get("offers", []):
        yield Scene(offer["at"], lambda offer=offer: trekkers.offer(action=action(name), by=acting(offer["by"])))
    for joined in row.get("coalition", []):
        yield Scene(joined["at"], lambda joined=joined: _join(name, joined))
    for update in row.get("progress", []):
        yield Scene(update["at"], lambda update=update: _report(name, update))
        if released := update.get("release"):
            yield Scene(released["at"], lambda update=update: _release(name, update))


def _propose(row: Row) -> None:
    where = row["where"]
    served = [knelpunt(name) for name in where["knelpunten"]]
    proposals.propose(
        key=key_of("action", row["name"]),
        theme=Theme.objects.get(slug=where["theme"]),
        title=row["title"],
        goal=row["goal"],
        intended_result=row["result"],
        kind=where["kind"],
        ladder=where["ladder"],
        knelpunten=served,
        without_knelpunt="" if served else ASKED,
        by=acting(where["by"]),
        sections=named_in(where.get("kader", ""), clock.today())[0],
        ambitions=Ambition.objects.filter(slug__in=where.get("ambitions", [])),
    )


def _link(name: str, later: Row) -> None:
    proposals.link(action=action(name), knelpunt=knelpunt(later["knelpunt"]), by=acting(later["by"]))


def _join(name: str, joined: Row) -> None:
    coalitions.join(action=action(name), text=joined["text"], freed=joined.get("freed", ""), by=acting(joined["by"]))


def _report(name: str, update: Row) -> None:
    days = update.get("days")
    progress.report(
        key=key_of("update", f"{name}:{update['at']}"),
        action=action(name),
        status=ProgressStatus(update["status"]),
        happened=update["text"],
        next_step=update.get("next", ""),
        steering=update.get("steering", ""),
        next_date=clock.today() + timedelta(days=days) if days else None,
        by=acting(update["by"]),
    )


def _weigh(row: Row, number: int) -> None:
    scores = {criterion: score or None for criterion, score in zip(Criterion, row["s"], strict=True)}
    weighing.weigh(
        key=key_of("weighing", str(number)),
        action=action(row["action"]),
        scores=scores,
        argument=row["text"],
        by=acting(row["by"], row["body"]),
    )


def _release(name: str, update: Row) -> None:
    written = ProgressUpdate.objects.get(key=key_of("update", f"{name}:{update['at']}"))
    progress.release(update=written, by=acting(update["release"]["by"], "stuurgroep"))
