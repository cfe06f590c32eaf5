"""The Stuurgroep meets four times a year and the Klankbordgroep twice before each; some of them in full."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format

from agenda.decisions.enums import DecisionKind, Serves
from agenda.lists.enums import Outcome
from agenda.meetings.domain import agenda_items, item_decisions, meeting_room, meeting_steps
from agenda.meetings.domain import minutes as verslag
from agenda.meetings.enums import ItemKind, Treatment
from agenda.meetings.enums import MeetingState as M
from agenda.meetings.models import AgendaItem, Meeting
from portal.demo.calendar import Scene, day
from portal.demo.people import acting, named
from portal.demo.rows import Row, told
from portal.demo.script import action, agreement, key_of, knelpunt, meeting
from portal.kit import clock
from portal.network.models import Body, PolicyTable
from portal.network.queries.seats import seat_of

STUURGROEP, KLANKBORDGROEP = "stuurgroep", "klankbordgroep"
STATES = list(M)
SUBJECTS: dict[str, Callable[[str], Any]] = {"about": action, "knelpunt": knelpunt, "agreement": agreement}
MINUTES_OF = {
    ItemKind.OPENING: "De voorzitter opent de vergadering. De agenda wordt vastgesteld.",
    ItemKind.RONDVRAAG: "Er zijn geen verdere vragen. De voorzitter dankt de aanwezigen en sluit de vergadering.",
}


def scenes() -> Iterator[Scene]:
    for row in told("meetings"):
        yield from _of(row)


def _of(row: Row) -> Iterator[Scene]:
    """Every step up to where this meeting stands, each on its own day."""
    at, ends = row["at"], STATES.index(M(row["ends"]))
    days = {
        M.IN_VOORBEREIDING: (min(at - 20, -1), 11),
        M.STUKKEN_VERZONDEN: (min(at - 10, -2), 12),
        M.GEOPEND: (at, 13),
        M.GESLOTEN: (at, 16),
        M.VERSLAG_CONCEPT: (at + 12, 10),
    }
    yield Scene(min(at - 60, -1), lambda: _convene(row))
    for state in STATES[1 : min(ends, STATES.index(M.VERSLAG_CONCEPT)) + 1]:
        if state == M.GESLOTEN:
            yield Scene(at, lambda: _adopt_previous(row), 14)
            yield from (Scene(at, lambda nr=nr, item=item: _decide(row, nr, item), 14) for nr, item in _decided(row))
        yield Scene(days[state][0], lambda state=state: _advance(row, state), days[state][1])
        if state == M.IN_VOORBEREIDING:
            yield Scene(days[state][0], lambda: _prepare(row), 11)


def _decided(row: Row) -> list[tuple[int, Row]]:
    return [(nr, item) for nr, item in enumerate(row.get("items", []), 2) if "decide" in item]


def _body(row: Row) -> str:
    return KLANKBORDGROEP if "of" in row else STUURGROEP


def _title(row: Row) -> str:
    at = next(other["at"] for other in told("meetings") if other["name"] == row.get("of", row["name"]))
    month = date_format(day(at), "F Y")
    if "of" not in row:
        return f"Stuurgroep {month}"
    return f"{'Eerste' if row['name'].endswith('a') else 'Tweede'} Klankbordgroep voor {month}"


def _convene(row: Row) -> None:
    body = _body(row)
    meeting_steps.convene(
        key=key_of("meeting", row["name"]),
        body=Body.objects.get(slug=body),
        title=_title(row),
        starts_at=timezone.make_aware(day(row["at"], 13)),
        ends_at=timezone.make_aware(day(row["at"], 16)),
        location="Utrecht, bij de VNG",
        prepares=Meeting.objects.filter(key=key_of("meeting", row.get("of", ""))).first(),
        by=acting("secretaris", body),
    )


def _advance(row: Row, state: M) -> None:
    held, by = meeting(row["name"]), acting("secretaris", _body(row))
    if state == M.VERSLAG_CONCEPT:
        texts = {item.pk: MINUTES_OF[item.kind] for item in held.items.all() if item.kind in MINUTES_OF}
        verslag.write(meeting=held, texts=texts, expected=0, by=by)
        return
    if state == M.GESLOTEN:
        meeting_room.treat_rest(meeting=held, by=by)
        for item in held.items.filter(outcome__isnull=True, treatment__isnull=True):
            meeting_room.treat(item=item, outcome=Treatment.BESPROKEN, by=by)
    meeting_steps.advance(meeting=held, to=state, by=by)


def _previous(row: Row) -> Row | None:
    """The meeting of the same body before this one."""
    earlier = [other for other in told("meetings") if _body(other) == _body(row) and other["at"] < row["at"]]
    return max(earlier, key=lambda other: other["at"], default=None)


def _adopts(row: Row) -> Row | None:
    """The meeting whose verslag this one adopts."""
    previous = _previous(row)
    return previous if previous and previous["ends"] == M.VERSLAG_VASTGESTELD else None


def _adopt_previous(row: Row) -> None:
    if _adopts(row):
        item_decisions.take(
            item=AgendaItem.objects.get(key=key_of("item", f"{row['name']}:verslag")),
            key=key_of("decision", f"{row['name']}:verslag"),
            kind=DecisionKind.VERSLAG_VASTSTELLEN,
            wording="Het verslag wordt vastgesteld zoals het er ligt.",
            by=acting("secretaris", _body(row)),
        )


def _prepare(row: Row) -> None:
    """The items of the story between an opening and a rondvraag; a meeting not told in full has the standing ones."""
    _item(row, 1, {"title": "Opening en vaststellen van de agenda"}, ItemKind.OPENING, 5)
    items = row.get("items", _standing(row))
    for nr, item in enumerate(items, 2):
        kind = (
            ItemKind.BESLUITVORMING
            if {"about", "knelpunt", "agreement"} & set(item) and _body(row) == STUURGROEP
            else ItemKind.BESPREKING
        )
        _item(row, nr, item, kind, 20)
    _item(row, len(items) + 2, {"title": "Rondvraag en sluiting"}, ItemKind.RONDVRAAG, 10)
    _arrange(row)


def _arrange(row: Row) -> None:
    """The opening first, then the verslag, then what was carried on, the rondvraag last."""
    of, by = meeting(row["name"]), acting("secretaris", _body(row))
    if previous := _adopts(row):
        before = meeting(previous["name"])
        agenda_items.add(
            key=key_of("item", f"{row['name']}:verslag"),
            meeting=of,
            kind=ItemKind.BESLUITVORMING,
            title=f"Verslag van {before.title}",
            question="Klopt het verslag?",
            minutes=5,
            serves=Serves.HUIZEN,
            subject=before,
            by=by,
        )
    ranks = {ItemKind.OPENING: 0, ItemKind.RONDVRAAG: 3}
    items = of.items.order_by("number")
    rank = lambda item: ranks.get(ItemKind(item.kind), 1 if item.title.startswith("Verslag van") else 2)  # noqa: E731
    agenda_items.arrange(meeting=of, order=[item.pk for item in sorted(items, key=rank)], by=by)


def _standing(row: Row) -> list[Row]:
    first = row["name"].endswith("a")
    return [
        {"title": "Knelpunten die sinds de vorige keer op de lijst kwamen", "ask": "Waar herkent uw organisatie zich in?"},
        {
            "title": "Vraagstukken voor de Stuurgroep",
            "ask": "Welke leggen wij voor?" if first else "Zijn de vragen scherp genoeg?",
        },
    ]


def _item(row: Row, nr: int, item: Row, kind: ItemKind, minutes: int) -> AgendaItem:
    subject = next((find(item[name]) for name, find in SUBJECTS.items() if name in item), None)
    proposer = next((a["where"]["by"] for a in told("actions") if a["name"] == item.get("about")), "bureau")
    return agenda_items.add(
        key=key_of("item", f"{row['name']}:{nr}"),
        meeting=meeting(row["name"]),
        kind=kind,
        title=item["title"],
        question=item.get("ask", ""),
        minutes=minutes,
        serves=Serves.HUIZEN if "agreement" in item else Serves.VERBINDER,
        presenter=named("voorzitter" if kind == ItemKind.OPENING else proposer).name,
        subject=subject,
        by=acting("secretaris", _body(row)),
    )


def _decide(row: Row, nr: int, item: Row) -> None:
    item_decisions.take(
        item=AgendaItem.objects.get(key=key_of("item", f"{row['name']}:{nr}")),
        key=key_of("decision", f"{row['name']}:{nr}"),
        kind=DecisionKind(item["decide"]),
        wording=item["words"],
        by=acting("secretaris", _body(row)),
        **_details(item),
    )


def _details(item: Row) -> dict[str, Any]:
    """What this kind of decision asks besides its words."""
    if "trekker" in item:
        return {"trekker": seat_of(acting(item["trekker"], STUURGROEP)), "accepted": not item.get("offered")}
    if "outcome" in item:
        table = PolicyTable.objects.filter(slug=item.get("table")).first()
        said = {name: item.get(name, "") for name in ("noticed", "contact")}
        check = clock.today() + timedelta(days=item["check"]) if "check" in item else None
        return {
            "outcome": Outcome(item["outcome"]),
            "table": table,
            "is_accepted": item.get("accepted"),
            "check_date": check,
            **said,
        }
    if "table" in item:
        return {"table": PolicyTable.objects.get(slug=item["table"])}
    return {}
