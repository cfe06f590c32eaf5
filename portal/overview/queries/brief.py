"""Since the previous Stuurgroep: what came, moved, ended, stalls and was weighed again, and what asks something of the reader.

From the facts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Q

from agenda.lists.enums import ActionList, ProgressStatus
from agenda.lists.models import Action, ListMove, ProgressRelease, Weighing
from agenda.lists.queries import attention
from portal.kit import clock
from portal.overview.queries.waiting import Waits, waits_for
from portal.ui.templatetags.ui import day

MOST = 25  # lines of one part; the rest is counted


@dataclass(frozen=True)
class Line:
    title: str
    url: str
    words: str


@dataclass(frozen=True)
class Part:
    """One thing that can have happened, with what did."""

    code: str
    title: str
    lines: list[Line]
    number: int
    empty: str

    @property
    def more(self) -> int:
        return self.number - len(self.lines)


@dataclass(frozen=True)
class Brief:
    since: datetime
    waits: Waits
    parts: list[Part]


def brief(user: Any, since: datetime) -> Brief:
    """What a member needs for the next meeting. The same number of queries, however much happened."""
    visible = Action.objects.visible_to(user)
    moves = list(
        ListMove.objects.filter(action__in=visible, moved_at__gte=since)
        .select_related("action", "table")
        .order_by("action__theme_id", "action__title", "pk")
    )
    new = [move for move in moves if move.from_list is None]
    done = [move for move in moves if move.to_list == ActionList.GEREEDLIJST]
    moved = [move for move in moves if move.from_list and move.to_list != ActionList.GEREEDLIJST]
    return Brief(
        since,
        waits_for(user),
        [
            _part("nieuw", "Nieuw voorgesteld", new, lambda move: day(move.moved_at), "Er is niets nieuws voorgesteld."),
            _part("verplaatst", "Verplaatst", moved, _way, "Er verhuisde niets tussen de voorraadlijst en de actielijst."),
            _part("gereed", "Gereed", done, _end, "Er kwam niets op de gereedlijst."),
            _stalled(visible),
            _silent(visible),
            _steering(visible, since),
            _weighed(visible, since),
        ],
    )


def _part(code: str, title: str, moves: list[ListMove], words: Any, empty: str) -> Part:
    lines = [Line(move.action.title, move.action.get_absolute_url(), words(move)) for move in moves[:MOST]]
    return Part(code, title, lines, len(moves), empty)


def _way(move: ListMove) -> str:
    return f"van de {move.get_from_list_display()} naar de {move.get_to_list_display()}, {day(move.moved_at)}"


def _end(move: ListMove) -> str:
    where = f" bij {move.table}" if move.table else ""
    return f"{move.get_outcome_display()}{where}, {day(move.moved_at)}"


def _stalled(visible: Any) -> Part:
    """What stands still in its own words: the last report says so."""
    rows = attention.reported_on().filter(pk__in=visible.values("pk"), last_status=ProgressStatus.STAGNEERT)
    rows = rows.order_by("theme_id", "title")
    lines = [Line(row.title, row.get_absolute_url(), f"gemeld op {day(row.last_at)}") for row in rows[:MOST]]
    return Part("stagneert", "Stagneert", lines, _all_of(rows, lines), "Geen coalitie zegt dat een actie stilstaat.")


def _silent(visible: Any) -> Part:
    """What nobody says anything about, or nobody pulls any more."""
    orphans = set(attention.without_trekker().values_list("pk", flat=True))
    silent = attention.without_report().filter(pk__in=visible.values("pk")).values("pk")
    rows: Any = attention.reported_on().filter(Q(pk__in=silent) | Q(pk__in=orphans), pk__in=visible.values("pk"))
    rows = rows.order_by("theme_id", "title")
    lines = [Line(row.title, row.get_absolute_url(), _why_silent(row, row.pk in orphans)) for row in rows[:MOST]]
    return Part(
        "stil",
        "Zonder bericht of trekker",
        lines,
        _all_of(rows, lines),
        "Over elke actie is bericht, en elke actie heeft een trekker.",
    )


def _all_of(rows: Any, lines: list[Line]) -> int:
    return len(lines) if len(lines) < MOST else rows.count()


def _why_silent(row: Any, is_orphan: bool) -> str:
    if is_orphan:
        return "de zetel van de trekker is beëindigd"
    return f"geen bericht sinds {day(row.last_at)}" if row.last_at else "nog geen bericht van de trekker"


def _steering(visible: Any, since: datetime) -> Part:
    """The reports that ask the Stuurgroep to steer."""
    released = ProgressRelease.objects.filter(
        update__action__in=visible, released_at__gte=since, update__asks_steering=True, update__redacted_at__isnull=True
    ).select_related("update__action")
    rows = list(released.order_by("update__action__theme_id", "update__action__title"))
    lines = [Line(each.update.action.title, each.update.action.get_absolute_url(), each.update.steering or "") for each in rows]
    return Part("bijsturing", "Vraagt bijsturing", lines[:MOST], len(lines), "Geen coalitie vraagt om bijsturing.")


def _weighed(visible: Any, since: datetime) -> Part:
    """How many organisations weighed since; what they said stands with the action, for who may see it."""
    recent = Weighing.objects.filter(action__in=visible, weighed_at__gte=since).order_by()
    counted = recent.values("action_id", "action__title").annotate(number=Count("membership", distinct=True))
    rows = sorted(counted, key=lambda row: (-row["number"], row["action__title"]))
    lines = [Line(row["action__title"], _address(row["action_id"]), _times(row["number"])) for row in rows[:MOST]]
    return Part("gewogen", "Gewogen", lines, len(rows), "Niemand woog een actie.")


def _times(number: int) -> str:
    return "door één organisatie" if number == 1 else f"door {number} organisaties"


def _address(pk: int) -> str:
    return Action(pk=pk).get_absolute_url()


def as_data(found: Brief, *, reader: str, since_words: str) -> dict[str, Any]:
    """The brief for the typesetter: a title, and parts with lines."""
    tasks = [Line(task.title, task.url, task.why) for task in found.waits.tasks]
    more = sum(each.number for each in found.waits.rest)
    parts = [
        {"title": "Wat er van u gevraagd wordt", "empty": "Er is nu niets dat op u wacht.", "more": more, "lines": _plain(tasks)}
    ]
    parts += [{"title": part.title, "empty": part.empty, "more": part.more, "lines": _plain(part.lines)} for part in found.parts]
    return {
        "title": "Sinds de vorige Stuurgroep",
        "subtitle": since_words,
        "reader": reader,
        "made": day(clock.now()),
        "parts": parts,
    }


def _plain(lines: Iterable[Line]) -> list[dict[str, str]]:
    return [{"title": line.title, "words": line.words} for line in lines]
