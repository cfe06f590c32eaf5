"""Meetings on paper: the agenda with its opleggers, the besluitenlijst and the verslag, each as far as one reader may read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from agenda.decisions.enums import Serves
from agenda.decisions.models import Decision
from agenda.meetings.enums import ItemKind
from agenda.meetings.models import AgendaItem, Arrangement, Meeting, PublicList, SentItem, VerslagVersion
from agenda.meetings.queries import opleggers
from agenda.meetings.queries.items import items_of, papers_of
from agenda.meetings.queries.subjects import Line
from portal.kit import clock
from portal.publish.printed import Part, Printed
from portal.ui.templatetags.ui import clock_time, day, moment

GONE = "Deze tekst is verwijderd."


def _document(meeting: Meeting, what: str, parts: list[Part], empty: str) -> Printed:
    subtitle = f"{meeting.body}, {moment(meeting.starts_at)}{f', {meeting.location}' if meeting.location else ''}"
    return Printed(f"{what}: {meeting.title}", subtitle, f"Portaal Zorg en Veiligheid, {day(clock.now())}", parts, empty)


def agenda(meeting: Meeting, user: Any, progress: Callable[[int, int], Any] = lambda done, total: None) -> Printed:
    """The agenda as it stands, each item with its oplegger as it was sent."""
    items = items_of(meeting, user)
    sheets, papers = sheets_of(meeting, user), papers_of(items, user)
    parts, at = [], meeting.starts_at
    for done, item in enumerate(items, 1):
        parts.append(_item(item, at, sheets.get(item.pk, []), [paper.title for paper in papers.get(item.pk, [])]))
        at += timedelta(minutes=item.minutes)
        progress(done, len(items))
    return _document(meeting, "Agenda", parts, "Er staat nog niets op de agenda.")


def _item(item: AgendaItem, at: Any, sheet: list[Line], papers: list[str]) -> Part:
    said = [ItemKind(item.kind).label, f"{clock_time(at)} uur, {item.minutes} minuten", item.presenter, Serves(item.serves).label]
    terms = [("Advies van de Klankbordgroep", item.advice), ("Geld", item.costs), ("Risico's", item.risks)]
    about = [("Over", str(item.subject)), *((label, text) for label, text in sheet)] if item.subject else []
    about.append(("Gaat ook over", ", ".join(str(each) for each in item.also)))
    return Part(str(item), " · ".join(filter(None, said)), item.question, (), (*about, *terms, ("Stukken", ", ".join(papers))))


def sheets_of(meeting: Meeting, user: Any) -> dict[int, list[Line]]:
    """The opleggers of the last version that was sent, by item. Three queries."""
    last: dict[int, SentItem] = {}
    for sent in SentItem.objects.filter(agenda__meeting=meeting).order_by("-agenda__number", "number"):
        last.setdefault(sent.item_key, sent)
    return opleggers.read({key: sent.sheet for key, sent in last.items()}, user)


def decisions(meeting: Meeting, user: Any) -> Printed:
    """The besluitenlijst for this member: what was decided, what was reserved, and what was agreed."""
    return _document(meeting, "Besluitenlijst", _decision_parts(meeting, user), "Er is niets besloten.")


def _decision_parts(meeting: Meeting, user: Any) -> list[Part]:
    items = {item.pk: item for item in items_of(meeting, user)}
    taken = Decision.objects.filter(taken_at_item__item__in=items).select_related("taken_at_item", "corrects", "seal")
    by_item = {
        decision.taken_at_item.item_id: decision for decision in taken.prefetch_related("reservations__membership__organisation")
    }
    agreed: dict[int, list[str]] = {}
    for each in _arrangements(list(items)):
        agreed.setdefault(each.item_id, []).append(_agreed(each))
    return [
        _decided(item, by_item.get(item.pk), agreed.get(item.pk, []))
        for item in items.values()
        if item.pk in by_item or item.pk in agreed
    ]


def _arrangements(items: list[int]) -> Any:
    return Arrangement.objects.filter(item__in=items).select_related("membership__organisation", "membership__house")  # type: ignore[attr-defined]


def _agreed(each: Any) -> str:
    who = f" ({each.membership.member}, uiterlijk {day(each.due_date)})" if each.membership else ""
    return f"{each.get_kind_display().capitalize()}: {each.text or GONE}{who}"


def _decided(item: AgendaItem, decision: Decision | None, agreed: list[str]) -> Part:
    if decision is None:
        return Part(str(item), "", "", tuple(agreed))
    reserved = [
        (f"Voorbehoud van {each.membership.member}", each.text or GONE)
        for each in decision.reservations.all()  # type: ignore[attr-defined]
    ]
    corrects = [("Vervangt", str(decision.corrects))] if decision.corrects else []
    meta = f"{decision}: {decision.get_kind_display()} · {moment(decision.taken_at)}"
    return Part(str(item), meta, "", (decision.wording or GONE, *agreed), (*corrects, *reserved))


def verslag(meeting: Meeting, user: Any) -> Printed:
    """The last version of the verslag: who was there, what was said at each item, and what was decided."""
    version = VerslagVersion.objects.filter(meeting=meeting).prefetch_related("parts").last()
    texts = version.texts_by_item if version else {}
    decided = {part.title: part for part in _decision_parts(meeting, user)}
    parts = [Part("Aanwezigheid", "", "", (), tuple(presence_of(meeting)))]
    for item in items_of(meeting, user):
        said = decided.get(str(item))
        outcome = item.treatment.get_outcome_display() if item.treated else ""  # type: ignore[attr-defined]
        paragraphs = (texts.get(item.pk, ""), *(said.paragraphs if said else ()))
        parts.append(Part(str(item), said.meta if said else outcome, "", paragraphs, said.terms if said else ()))
    return _document(meeting, "Verslag", parts, "Er is nog geen verslag.")


def presence_of(meeting: Meeting) -> list[tuple[str, str]]:
    """Which organisations were there, replaced, or not, in words."""
    rows = meeting.attendances.select_related("membership__organisation", "membership__house")  # type: ignore[attr-defined]
    found: dict[str, list[str]] = {}
    for row in rows.order_by("membership__organisation__sort_key"):
        name = str(row.membership.member) + (f" (door {row.replaced_by})" if row.replaced_by else "")
        found.setdefault(row.get_presence_display().capitalize(), []).append(name)
    return [(label, ", ".join(names)) for label, names in found.items()]


def public_list(published: PublicList) -> Printed:
    """The besluitenlijst as anybody may read it."""
    parts = [
        Part(line.heading or GONE, str(line.decision), "", (line.words or GONE,))
        for line in published.lines.select_related("decision__taken_at_item__item")
    ]  # type: ignore[attr-defined]
    return _document(published.meeting, "Besluitenlijst", parts, "Er is niets besloten.")
