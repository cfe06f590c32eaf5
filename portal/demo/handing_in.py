"""The houses hand in, the landelijk bureau assesses and answers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from agenda.lists.domain import answers
from knelpunten.domain import assessments, hand_overs, inquiries, notes, recognitions, rode_draden, submissions, taken_over_lists
from knelpunten.enums import AskedFor
from knelpunten.enums import KnelpuntState as S
from knelpunten.models import Inquiry, ReasonText
from portal.demo.calendar import Scene
from portal.demo.people import acting
from portal.demo.rows import DATA, Row, told
from portal.demo.script import key_of, knelpunt
from portal.kit import clock
from portal.network.models import Ambition, Domain, PolicyTable, Theme
from portal.network.queries.seats import house_of

ON_THE_LIST = "Dit herkennen meer regio's. Het staat nu op de knelpuntenlijst, zodat er een actie van kan komen."


def scenes() -> Iterator[Scene]:
    for row in told("knelpunten"):
        yield from _of(row)
    for row in told("patterns"):
        yield Scene(row["where"]["at"], lambda row=row: _bundle(row))
    for row in told("inquiries"):
        yield from _inquiry(row)
    yield Scene(-640, _keep_texts)
    yield Scene(-310, _take_list_over)


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
    yield Scene(at + 6, lambda: assessments.start(knelpunt=knelpunt(row["name"]), by=acting("bureau")))
    if to != S.IN_BEOORDELING:
        yield Scene(at + 12, lambda: _conclude(row, to))
    for place, house in enumerate(row.get("recognised", [])):
        note = "" if place else row.get("recognised_note", "")
        yield Scene(at + 20 + place, lambda house=house, note=note: _recognise(row, house, note))
    if note := row.get("note"):
        yield Scene(note["at"], lambda: _add(row, note))
    if confirmed := row.get("confirmed"):
        yield Scene(confirmed["at"], lambda: hand_overs.confirm(knelpunt=knelpunt(row["name"]), by=acting("bureau")))
    if reply := row.get("reply"):
        yield Scene(reply["at"], lambda: _reply(row, reply))
    if answer := row.get("answer"):
        yield Scene(
            answer["at"], lambda: answers.answer(knelpunt=knelpunt(row["name"]), text=answer["text"], by=acting("bureau"))
        )
    if unsolved := row.get("unsolved"):
        yield Scene(unsolved["at"], lambda: _say_unsolved(row))


def _submit(row: Row) -> None:
    """Whoever hands it in looked again where the text asks for that."""
    submissions.submit(knelpunt=knelpunt(row["name"]), by=acting(row["where"]["by"]), is_confirmed=True)


def _recognise(row: Row, who: str, note: str) -> None:
    recognitions.recognise(knelpunt=knelpunt(row["name"]), note=note, by=acting(who))


def _bundle(row: Row) -> None:
    rode_draden.begin(
        key=key_of("pattern", row["name"]),
        title=row["title"],
        analysis=row["analysis"],
        by=acting("bureau"),
        theme=Theme.objects.get(slug=row["where"]["theme"]),
        knelpunten=[knelpunt(name) for name in row["knelpunten"]],
    )


def _draft(row: Row) -> None:
    where = row["where"]
    by = acting(where["by"])
    submissions.draft(
        key=key_of("knelpunt", row["name"]),
        house=house_of(by),
        kind=where["kind"],
        title=row["title"],
        pattern=row["pattern"],
        theme=Theme.objects.filter(slug=where.get("theme")).first(),
        ambition=Ambition.objects.filter(slug=where.get("ambition")).first(),
        would_help=row.get("help", ""),
        domains=Domain.objects.filter(slug__in=where["domains"]),
        discussed_date=clock.today() - timedelta(days=14) if row.get("help") else None,
        by=by,
    )


def _withdraw(row: Row) -> None:
    submissions.withdraw(knelpunt=knelpunt(row["name"]), reason=row["to"]["why"], by=acting(row["where"]["by"]))


def _conclude(row: Row, to: S) -> None:
    end = row.get("to", {})
    assessments.conclude(
        knelpunt=knelpunt(row["name"]),
        outcome=to,
        reason=end.get("why", ON_THE_LIST),
        table=PolicyTable.objects.filter(slug=end.get("table")).first(),
        into=knelpunt(end["into"]) if "into" in end else None,
        check_back_date=clock.today() + timedelta(days=end["days"]) if "days" in end else None,
        by=acting("bureau"),
    )


def _add(row: Row, note: Row) -> None:
    notes.add(key=key_of("note", row["name"]), knelpunt=knelpunt(row["name"]), text=note["text"], by=acting(row["where"]["by"]))


def _reply(row: Row, reply: Row) -> None:
    notes.answer(key=key_of("reply", row["name"]), knelpunt=knelpunt(row["name"]), text=reply["text"], by=acting("bureau"))


def _inquiry(row: Row) -> Iterator[Scene]:
    yield Scene(row["at"], lambda: _put(row))
    for answer in row["answers"]:
        yield Scene(row["at"] + answer["after"], lambda answer=answer: _answer_inquiry(row, answer))


def _put(row: Row) -> None:
    inquiries.put(
        key=key_of("inquiry", row["name"]),
        question=row["question"],
        purpose=row["purpose"],
        asked_for=AskedFor(row["asked_for"]),
        closes_date=clock.today() + timedelta(days=row["term"]),
        by=acting("secretaris", "stuurgroep"),
    )


def _answer_inquiry(row: Row, answer: Row) -> None:
    inquiry = Inquiry.objects.get(key=key_of("inquiry", row["name"]))
    inquiries.answer(inquiry=inquiry, text=answer["text"], by=acting(answer["by"]))


def _keep_texts() -> None:
    ReasonText.objects.bulk_create([ReasonText(**row) for row in told("texts")])


def _take_list_over() -> None:
    """A list that was collected before there was a portal: one of it is on the knelpuntenlijst, one still waits."""
    by = acting("bureau")
    data = (DATA / "eerder-opgehaald.csv").read_bytes()
    read = taken_over_lists.read(key=key_of("list", "eerder"), name="eerder-opgehaald.csv", data=data, by=by)
    first, *_ = taken_over_lists.take_over(of=read, chosen=None, by=by)
    assessments.start(knelpunt=first, by=by)
    assessments.conclude(knelpunt=first, outcome=S.OP_DE_LIJST, reason=ON_THE_LIST, by=by)


def _say_unsolved(row: Row) -> None:
    submissions.say_unsolved(knelpunt=knelpunt(row["name"]), reason=row["unsolved"]["text"], by=acting(row["where"]["by"]))
