"""The houses hand in, the landelijk bureau assesses and answers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from agenda.lists.domain import answering
from knelpunten.domain import assessing, bundling, drafting, recognising
from knelpunten.enums import KnelpuntState as S
from portal.demo.calendar import Scene
from portal.demo.people import acting
from portal.demo.script import Row, key_of, knelpunt, told
from portal.kit import clock
from portal.network.models import Ambition, Domain, PolicyTable, Theme
from portal.network.queries.seats import house_of

ON_THE_LIST = "Dit herkennen meer regio's. Het staat nu op de knelpuntenlijst, zodat er een actie van kan komen."


def scenes() -> Iterator[Scene]:
    for row in told("knelpunten"):
        yield from _of(row)
    for row in told("patterns"):
        yield Scene(row["where"]["at"], lambda row=row: _bundle(row))


def _of(row: Row) -> Iterator[Scene]:
    at, to = row["where"]["at"], S(row.get("to", {}).get("state", S.OP_DE_LIJST))
    yield Scene(at, lambda: _draft(row))
    if to == S.CONCEPT:
        return
    yield Scene(at + 2, lambda: _submit(row))
    if to == S.INGETROKKEN:
        yield Scene(at + 4, lambda: _withdraw(row))
    if to in (S.INGETROKKEN, S.INGEDIEND, S.PRIVACYTOETS):
        return
    yield Scene(at + 6, lambda: assessing.start(knelpunt=knelpunt(row["name"]), by=acting("bureau")))
    if to != S.IN_BEOORDELING:
        yield Scene(at + 12, lambda: _conclude(row, to))
    for place, house in enumerate(row.get("recognised", [])):
        note = "" if place else row.get("recognised_note", "")
        yield Scene(at + 20 + place, lambda house=house, note=note: _recognise(row, house, note))
    if answer := row.get("answer"):
        yield Scene(
            answer["at"], lambda: answering.answer(knelpunt=knelpunt(row["name"]), text=answer["text"], by=acting("bureau"))
        )
    if unsolved := row.get("unsolved"):
        yield Scene(unsolved["at"], lambda: _say_unsolved(row))


def _submit(row: Row) -> None:
    """Whoever hands it in looked again where the text asks for that."""
    drafting.submit(knelpunt=knelpunt(row["name"]), by=acting(row["where"]["by"]), is_confirmed=True)


def _recognise(row: Row, who: str, note: str) -> None:
    recognising.recognise(knelpunt=knelpunt(row["name"]), note=note, by=acting(who))


def _bundle(row: Row) -> None:
    bundling.begin(
        key=key_of("pattern", row["name"]), title=row["title"], analysis=row["analysis"], by=acting("bureau"),
        theme=Theme.objects.get(slug=row["where"]["theme"]), knelpunten=[knelpunt(name) for name in row["knelpunten"]],
    )  # fmt: skip


def _draft(row: Row) -> None:
    where = row["where"]
    by = acting(where["by"])
    drafting.draft(
        key=key_of("knelpunt", row["name"]), house=house_of(by), kind=where["kind"], title=row["title"], pattern=row["pattern"],
        theme=Theme.objects.filter(slug=where.get("theme")).first(), ambition=Ambition.objects.filter(slug=where.get("ambition")).first(),
        would_help=row.get("help", ""), domains=Domain.objects.filter(slug__in=where["domains"]),
        discussed_date=clock.today() - timedelta(days=14) if row.get("help") else None, by=by,
    )  # fmt: skip


def _withdraw(row: Row) -> None:
    drafting.withdraw(knelpunt=knelpunt(row["name"]), reason=row["to"]["why"], by=acting(row["where"]["by"]))


def _conclude(row: Row, to: S) -> None:
    end = row.get("to", {})
    assessing.conclude(
        knelpunt=knelpunt(row["name"]), outcome=to, reason=end.get("why", ON_THE_LIST),
        table=PolicyTable.objects.filter(slug=end.get("table")).first(), by=acting("bureau"),
    )  # fmt: skip


def _say_unsolved(row: Row) -> None:
    drafting.say_unsolved(knelpunt=knelpunt(row["name"]), reason=row["unsolved"]["text"], by=acting(row["where"]["by"]))
