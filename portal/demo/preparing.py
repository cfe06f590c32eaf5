"""What the story does around its meetings: vraagstukken, papers, a second version of
an agenda, notes, afspraken and what goes out to everybody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from typing import Any

import yaml
from django.utils import timezone

from agenda.decisions.enums import Serves, Visibility
from agenda.meetings.domain import (
    agenda_items,
    agenda_versions,
    arrangements,
    calendar_feed,
    guests,
    issues,
    item_decisions,
    meeting_room,
    meeting_steps,
    meeting_years,
    mentions,
    minutes,
    own_notes,
    papers,
    standing_list,
    written_rounds,
)
from agenda.meetings.enums import ArrangementKind, ArrangementOutcome, IssueKind, ItemKind, Presence, WrittenAnswer
from agenda.meetings.models import AgendaItem, Arrangement, BodyRules, Issue, Meeting, WrittenProcedure
from knelpunten.models import Pattern
from portal.demo.calendar import Scene, day
from portal.demo.people import acting
from portal.demo.rows import DATA, Row
from portal.demo.script import action, key_of, meeting
from portal.kit import clock
from portal.network.models import Body, Membership

STUURGROEP, KLANKBORDGROEP = "stuurgroep", "klankbordgroep"


@cache
def told() -> dict[str, list[Row]]:
    rows: dict[str, list[Row]] = yaml.safe_load((DATA / "agendas.yaml").read_text())
    return rows


def _secretaris(body: str = STUURGROEP) -> Any:
    return acting("secretaris", body)


def _item(name: str) -> AgendaItem:
    return AgendaItem.objects.get(key=key_of("item", name))


def _draad(name: str) -> Pattern:
    return Pattern.objects.get(key=key_of("pattern", name))


def _place(body: str, organisation: str) -> Membership:
    return Membership.objects.get(body__slug=body, organisation__slug=organisation)


def scenes() -> Iterator[Scene]:
    for row in told()["issues"]:
        yield Scene(row["at"], lambda row=row: _raise(row))
    for row in told()["chosen"]:
        yield Scene(-27, lambda row=row: _choose(row), 15)
    yield Scene(-70, _agree, 17)
    yield Scene(-70, _in_the_meeting, 15)
    yield Scene(-60, _publish)
    yield Scene(-20, _end_one)
    yield Scene(0, _standing, 9)
    yield Scene(-2, _around_the_next, 11)
    yield Scene(-1, _change_what_was_sent, 16)
    yield Scene(-3, _call_off, 15)
    yield Scene(-12, _write_round, 9)
    yield Scene(-11, _answer_round, 9)
    yield Scene(0, _now, 14)
    yield Scene(-1, _move, 15)


def _raise(row: Row) -> None:
    issues.raise_issue(
        key=key_of("issue", row["name"]),
        kind=IssueKind(row["kind"]),
        title=row["title"],
        question=row["question"],
        background=row.get("background", ""),
        by=acting(row["by"], KLANKBORDGROEP),
    )


def _choose(row: Row) -> None:
    issue = Issue.objects.get(key=key_of("issue", row["name"]))
    issues.choose(
        issue=issue,
        meeting=meeting("kb7a"),
        wording=row["wording"],
        is_chosen=not row.get("dropped"),
        by=_secretaris(KLANKBORDGROEP),
    )


def _in_the_meeting() -> None:
    """Who is there, and what is noted, in the last Stuurgroep that was held."""
    held, by = meeting("sg6"), _secretaris()
    for slug, presence in (
        ("valente", Presence.AANWEZIG),
        ("vng", Presence.AANWEZIG),
        ("om", Presence.VERVANGEN),
        ("aedes", Presence.AFGEMELD),
    ):
        name = "de plaatsvervanger" if presence == Presence.VERVANGEN else ""
        meeting_room.mark(meeting=held, membership=_place(STUURGROEP, slug), presence=presence, replaced_by=name, by=by)
    meeting_room.bring_up(item=_item("sg6:2"), by=by)
    text = "Gemeenten en uitvoering willen dit samen doen. Er is begrip voor het tempo."
    meeting_room.write_notes(item=_item("sg6:2"), text=text, expected=0, by=by)
    for kind, words, place, days in (
        (
            ArrangementKind.TOEZEGGING,
            "Valente stuurt voor de volgende vergadering een overzicht van plekken die nu leeg staan.",
            "valente",
            90,
        ),
        (ArrangementKind.TOEZEGGING, "Aedes vraagt na welke corporaties meedoen.", "aedes", 40),
        (ArrangementKind.AFSPRAAK, "Vragen over de kosten gaan eerst langs de Klankbordgroep.", "", 0),
    ):
        arrangements.arrange(
            key=key_of("arrangement", words),
            item=_item("sg6:4"),
            kind=kind,
            text=words,
            membership=_place(STUURGROEP, place) if place else None,
            due_date=clock.today() + timedelta(days=days) if days else None,
            by=by,
        )


def _agree() -> None:
    text = "Het OM kan de kosten voor het tweede jaar nog niet toezeggen."
    item_decisions.reserve(item=_item("sg6:4"), membership=_place(STUURGROEP, "om"), text=text, by=_secretaris())


def _publish() -> None:
    for name in ("sg5", "sg6"):
        held = meeting(name)
        lines = {
            item.decision.pk: (item.title, item.decision.wording or "") for item in minutes.publishable(held) if item.decision
        }
        minutes.publish(meeting=held, lines=lines, by=_secretaris())


def _end_one() -> None:
    kept = Arrangement.objects.get(key=key_of("arrangement", "Aedes vraagt na welke corporaties meedoen."))
    arrangements.end(arrangement=kept, outcome=ArrangementOutcome.NAGEKOMEN, note="Elf corporaties doen mee.", by=_secretaris())


def _standing() -> None:
    for row in told()["standing"]:
        standing_list.keep(
            body=Body.objects.get(slug=row["body"]),
            kind=ItemKind(row["kind"]),
            title=row["title"],
            minutes=row["minutes"],
            serves=Serves.VERBINDER,
            by=_secretaris(row["body"]),
        )


def _around_the_next() -> None:
    """Papers and a confidential item, a day before the agenda is sent."""
    by = _secretaris()
    agenda_items.add(
        key=key_of("item", "sg7:besloten"),
        meeting=meeting("sg7"),
        kind=ItemKind.BESPREKING,
        title="Gesprek over de bezetting van het bureau",
        question="Hoe vullen wij de plaatsen die vrijkomen?",
        minutes=10,
        serves=Serves.HUIZEN,
        visibility=Visibility.VERTROUWELIJK,
        by=by,
    )
    for row in told()["related"]:
        subject = _draad(row["pattern"]) if "pattern" in row else action(row["action"])
        mentions.relate(item=_item(row["item"]), subject=subject, by=by)
    for row in told()["papers"]:
        paper = papers.add(
            key=key_of("paper", row["title"]),
            item=_item(row["item"]),
            name=row["file"],
            data=row["text"].encode(),
            title=row["title"],
            by=by,
        )
        asked = row.get("readers") or row.get("asked") or Visibility.VERTROUWELIJK
        if "readers" in row or "asked" in row or row.get("klankbordgroep"):
            papers.open_up(
                paper=paper, visibility=Visibility(asked), is_for_klankbordgroep=bool(row.get("klankbordgroep")), by=by
            )
        if "asked" not in row:
            papers.confirm(paper=paper, by=acting("secretaris-2", STUURGROEP))
    papers.replace(
        key=key_of("paper", "tweede versie"),
        paper=_item("sg7:2").papers.first(),
        name="overzicht-2.txt",
        data=b"Aangevuld met twee wetten.",
        by=by,
    )


def _change_what_was_sent() -> None:
    """After sending, the question of an item becomes sharper: the agenda gets a second version."""
    item, by = _item("sg7:3"), _secretaris()
    agenda_items.change(
        item=item, expected=item.version, question="Maken wij dit zelf, of vragen wij het aan een tafel die er al is?", by=by
    )
    agenda_versions.send_again(meeting=meeting("sg7"), by=by)
    member = acting("stuurgroep", STUURGROEP)
    version = _item("sg7:2").papers.first().versions.last()
    papers.opened(version=version, by=member)
    own_notes.keep(item=_item("sg7:2"), text="Vragen wat dit voor de opvang betekent.", is_marked=True, is_shared=True, by=member)
    guests.invite(item=_item("sg7:2"), email="gast@demo.example.nl", name="Ilse Wouda", by=by)
    calendar_feed.make(by=member)


def _call_off() -> None:
    extra = meeting_steps.convene(
        key=key_of("meeting", "kb-extra"),
        body=Body.objects.get(slug=KLANKBORDGROEP),
        title="Extra Klankbordgroep over geld",
        starts_at=timezone.make_aware(day(30, 10)),
        location="Online",
        by=_secretaris(KLANKBORDGROEP),
    )
    meeting_steps.call_off(meeting=extra, reason="De vraag komt op de gewone agenda.", by=_secretaris(KLANKBORDGROEP))


def _move() -> None:
    later = Meeting.objects.get(key=key_of("meeting", "kb8a"))
    meeting_years.move(
        meeting=later, starts_at=later.starts_at + timedelta(days=7), reason="De zaal was bezet.", by=_secretaris(KLANKBORDGROEP)
    )


def _write_round() -> None:
    """The Klankbordgroep agreed to decide small things in writing."""
    body = Body.objects.get(slug=KLANKBORDGROEP)
    BodyRules.objects.create(body=body, quorum=5, allows_written=True, source="werkwijze van de Klankbordgroep")
    written_rounds.put(
        key=key_of("round", "brief"),
        body=body,
        title="Een brief over de wachtlijsten",
        question="Sturen wij de brief in deze vorm?",
        closes_date=day(9).date(),
        by=_secretaris(KLANKBORDGROEP),
    )


def _answer_round() -> None:
    asked = WrittenProcedure.objects.get(key=key_of("round", "brief"))
    for slug, answer, text in (
        ("klankbordgroep", WrittenAnswer.AKKOORD, ""),
        ("klankbordgroep-2", WrittenAnswer.BESPREKEN, "Wij willen eerst weten wie de brief krijgt."),
    ):
        written_rounds.answer(procedure=asked, answer=answer, text=text, by=acting(slug, KLANKBORDGROEP))


def _now() -> None:
    """The Klankbordgroep is meeting."""
    by = _secretaris(KLANKBORDGROEP)
    for slug in ("valente", "aedes", "psd"):
        meeting_room.mark(meeting=meeting("kb7b"), membership=_place(KLANKBORDGROEP, slug), presence=Presence.AANWEZIG, by=by)
    meeting_room.bring_up(item=_item("kb7b:2"), by=by)
    for row in told()["notes"]:
        meeting_room.write_notes(item=_item(row["item"]), text=row["text"], expected=0, by=by)
