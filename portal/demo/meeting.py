"""The Stuurgroep meets four times a year and the Klankbordgroep twice before each; some of them in full."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format

from agenda.decisions.enums import DecisionKind, Serves
from agenda.lists.enums import Outcome
from agenda.meetings.domain import convening, deciding
from agenda.meetings.enums import ItemKind
from agenda.meetings.enums import MeetingState as M
from agenda.meetings.models import AgendaItem
from portal.demo.calendar import Scene, day
from portal.demo.people import acting, named
from portal.demo.script import Row, action, key_of, knelpunt, meeting, told
from portal.kit import clock
from portal.network.models import Body, PolicyTable
from portal.network.queries.seats import seat_of

STUURGROEP, KLANKBORDGROEP = "stuurgroep", "klankbordgroep"
STATES = list(M)


def scenes() -> Iterator[Scene]:
    for row in told("meetings"):
        yield from _of(row)


def _of(row: Row) -> Iterator[Scene]:
    """Every step up to where this meeting stands, each on its own day."""
    at, ends = row["at"], STATES.index(M(row["ends"]))
    days = {
        M.IN_VOORBEREIDING: (min(at - 20, -1), 11), M.STUKKEN_VERZONDEN: (min(at - 10, -2), 12), M.GEOPEND: (at, 13),
        M.GESLOTEN: (at, 16), M.VERSLAG_CONCEPT: (at + 12, 10), M.VERSLAG_VASTGESTELD: (at + 25, 10),
    }  # fmt: skip
    yield Scene(min(at - 60, -1), lambda: _convene(row))
    for state in STATES[1 : ends + 1]:
        if state == M.GESLOTEN:
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
    convening.convene(
        key=key_of("meeting", row["name"]), body=Body.objects.get(slug=body), title=_title(row),
        starts_at=timezone.make_aware(day(row["at"], 13)), location="Utrecht, bij de VNG", by=acting("secretaris", body),
    )  # fmt: skip


def _advance(row: Row, state: M) -> None:
    convening.advance(meeting=meeting(row["name"]), to=state, by=acting("secretaris", _body(row)))


def _prepare(row: Row) -> None:
    """The items of the story between an opening and a rondvraag; a meeting not told in full has the standing ones."""
    _item(row, 1, {"title": "Opening en vaststellen van de agenda"}, ItemKind.OPENING, 5)
    items = row.get("items", _standing(row))
    for nr, item in enumerate(items, 2):
        kind = (
            ItemKind.BESLUITVORMING
            if ("about" in item or "knelpunt" in item) and _body(row) == STUURGROEP
            else ItemKind.BESPREKING
        )
        _item(row, nr, item, kind, 20)
    _item(row, len(items) + 2, {"title": "Rondvraag en sluiting"}, ItemKind.RONDVRAAG, 10)


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
    subject = action(item["about"]) if "about" in item else knelpunt(item["knelpunt"]) if "knelpunt" in item else None
    proposer = next((a["where"]["by"] for a in told("actions") if a["name"] == item.get("about")), "bureau")
    return convening.add_item(
        key=key_of("item", f"{row['name']}:{nr}"), meeting=meeting(row["name"]), kind=kind, title=item["title"], question=item.get("ask", ""),
        minutes=minutes, serves=Serves.VERBINDER, presenter=named("voorzitter" if kind == ItemKind.OPENING else proposer).name,
        subject=subject, by=acting("secretaris", _body(row)),
    )  # fmt: skip


def _decide(row: Row, nr: int, item: Row) -> None:
    deciding.take(
        item=AgendaItem.objects.get(key=key_of("item", f"{row['name']}:{nr}")), key=key_of("decision", f"{row['name']}:{nr}"),
        kind=DecisionKind(item["decide"]), wording=item["words"], by=acting("secretaris", _body(row)), **_details(item),
    )  # fmt: skip


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
