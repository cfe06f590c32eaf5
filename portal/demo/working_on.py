"""Actions are proposed, coalitions form and write how it goes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from agenda.lists.domain import coalitions, progress, proposing, pulling, weighing
from agenda.lists.enums import Criterion, ProgressStatus
from agenda.lists.models import ProgressUpdate
from portal.demo.calendar import Scene
from portal.demo.people import acting
from portal.demo.script import Row, action, key_of, knelpunt, told
from portal.documents.citing import named_in
from portal.kit import clock
from portal.network.models import Theme

ASKED = "De Stuurgroep vroeg hier zelf om in het gesprek over dit thema."


def scenes() -> Iterator[Scene]:
    for row in told("actions"):
        yield from _of(row)
    for number, row in enumerate(told("weighings")):
        yield Scene(row["at"], lambda row=row, number=number: _weigh(row, number))


def _of(row: Row) -> Iterator[Scene]:
    name = row["name"]
    yield Scene(row["where"]["at"], lambda: _propose(row))
    for later in row.get("later", []):
        yield Scene(later["at"], lambda later=later: _link(name, later))
    for offer in row.get("offers", []):
        yield Scene(offer["at"], lambda offer=offer: pulling.offer(action=action(name), by=acting(offer["by"])))
    for joined in row.get("coalition", []):
        yield Scene(joined["at"], lambda joined=joined: _join(name, joined))
    for update in row.get("progress", []):
        yield Scene(update["at"], lambda update=update: _report(name, update))
        if released := update.get("release"):
            yield Scene(released["at"], lambda update=update: _release(name, update))


def _propose(row: Row) -> None:
    where = row["where"]
    served = [knelpunt(name) for name in where["knelpunten"]]
    proposing.propose(
        key=key_of("action", row["name"]), theme=Theme.objects.get(slug=where["theme"]), title=row["title"], goal=row["goal"],
        intended_result=row["result"], kind=where["kind"], ladder=where["ladder"], knelpunten=served,
        without_knelpunt="" if served else ASKED, by=acting(where["by"]),
        sections=named_in(where.get("kader", ""), clock.today())[0],
    )  # fmt: skip


def _link(name: str, later: Row) -> None:
    proposing.link(action=action(name), knelpunt=knelpunt(later["knelpunt"]), by=acting(later["by"]))


def _join(name: str, joined: Row) -> None:
    coalitions.join(action=action(name), text=joined["text"], by=acting(joined["by"]))


def _report(name: str, update: Row) -> None:
    days = update.get("days")
    progress.report(
        key=key_of("update", f"{name}:{update['at']}"), action=action(name), status=ProgressStatus(update["status"]),
        happened=update["text"], next_step=update.get("next", ""), steering=update.get("steering", ""),
        next_date=clock.today() + timedelta(days=days) if days else None, by=acting(update["by"]),
    )  # fmt: skip


def _weigh(row: Row, number: int) -> None:
    scores = {criterion: score or None for criterion, score in zip(Criterion, row["s"], strict=True)}
    weighing.weigh(
        key=key_of("weighing", str(number)), action=action(row["action"]), scores=scores, argument=row["text"],
        by=acting(row["by"], row["body"]),
    )  # fmt: skip


def _release(name: str, update: Row) -> None:
    written = ProgressUpdate.objects.get(key=key_of("update", f"{name}:{update['at']}"))
    progress.release(update=written, by=acting(update["release"]["by"], "stuurgroep"))
