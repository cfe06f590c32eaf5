"""What the list of meetings shows: what comes, the next one on top, and under it what was held, by year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Case, Count, DateTimeField, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import ExtractYear
from django.urls import reverse

from agenda.meetings.enums import AHEAD_STATES, MeetingState, Permission
from agenda.meetings.models import AgendaItem, Meeting, WrittenProcedure
from portal.kit import clock
from portal.kit.opaque import of
from portal.kit.states import Tone
from portal.ui.acts import Act, Acts, acts
from portal.ui.table import COLUMNS, Group, Head, Line, Table, grouped
from portal.ui.templatetags.ui import clock_time

HEADS = dict(zip(COLUMNS, ("Stand", "Vergadering", "Wie en waar", "Wanneer", "Punten", ""), strict=True))
AHEAD = 0  # in place of the year of what was held
TITLES = {AHEAD: "Wat komt"}


@dataclass(frozen=True, kw_only=True)
class MeetingList:
    """The page: its acts, the meetings of this page of the list, and the newest written rounds."""

    acts: Acts
    table: Table
    rounds: Table | None


def lot_of() -> Case:
    """In which group a meeting stands: what is still ahead or under way, and else the year in which it was."""
    is_ahead = Q(state__in=AHEAD_STATES) | Q(state=MeetingState.VERVALLEN, starts_at__gte=clock.now())
    return Case(When(is_ahead, then=Value(AHEAD)), default=ExtractYear("starts_at"), output_field=IntegerField())


def numbers(user: Any) -> Counter[int]:
    """How many meetings stand in each group. One query."""
    counted = Meeting.objects.visible_to(user).order_by().annotate(lot=lot_of()).values_list("lot").annotate(Count("pk"))
    return Counter(dict(counted))


def in_order(user: Any) -> QuerySet[Meeting]:
    """The next one first, and after what comes what was held, the newest first; each with the items this reader sees."""
    seen = AgendaItem.objects.visible_to(user).filter(meeting=OuterRef("pk")).select_related(None).order_by()
    soon = Case(When(lot=AHEAD, then=F("starts_at")), output_field=DateTimeField())
    late = Case(When(lot=AHEAD, then=Value(1)), default=Value(0), output_field=IntegerField())
    rows = Meeting.objects.visible_to(user).annotate(
        lot=lot_of(), number=Subquery(seen.values("meeting").annotate(number=Count("pk")).values("number"))
    )
    return rows.order_by(late.desc(), soon.asc(), "-starts_at", "-pk")


def meeting_list(rows: Iterable[Any], counted: Counter[int], rounds: Iterable[WrittenProcedure], user: Any) -> MeetingList:
    """The page, of rows and numbers that were read."""
    groups = grouped(((row.lot, _line(row)) for row in rows), lambda lot, lines: _group(lot, lines, counted))
    first_held = next((group for group in groups if group.title != TITLES[AHEAD]), None)
    shown = [replace(group, is_open=group in (first_held, *groups[:1])) for group in groups]
    return MeetingList(acts=_acts(user), table=_table("Vergaderingen", shown), rounds=_rounds(rounds))


def _table(label: str, groups: list[Group], **other: str) -> Table:
    named = HEADS | other
    return Table(label=label, heads=[Head(name=name, label=named[name]) for name in COLUMNS], groups=groups)


def _group(lot: int, lines: list[Line], counted: Counter[int]) -> Group:
    number = counted[lot]
    title, note = TITLES.get(lot, f"Geweest in {lot}"), "vergadering" if number == 1 else "vergaderingen"
    return Group(title=title, lines=lines, number=number, number_of=f"vergaderingen:{lot}", note=note)


def _line(meeting: Any) -> Line:
    begins = f"{clock_time(meeting.starts_at)} uur"
    return Line(
        url=meeting.get_absolute_url(),
        title=meeting.title,
        status=str(meeting.standing.label),
        tone=meeting.standing.tone,
        who=f"{meeting.body}, vertrouwelijk" if meeting.is_confidential else str(meeting.body),
        who_note=f"{begins}, {meeting.location}" if meeting.location else begins,
        day=clock.date_of(meeting.starts_at),
        number=meeting.number,
        unit="punt" if meeting.number == 1 else "punten",
        number_of=("vergadering", of(meeting), "punten"),
    )


def _rounds(rounds: Iterable[WrittenProcedure]) -> Table | None:
    lines = [_round(each) for each in rounds]
    heads = {"title": "Vraag", "who": "Wie", "next": "Antwoord uiterlijk", "number": ""}
    return _table("Schriftelijke rondes", [Group(lines=lines)], **heads) if lines else None


def _round(each: WrittenProcedure) -> Line:
    over = ("loopt", Tone.ATTENTION) if each.is_open else ("termijn voorbij", Tone.STUCK)
    status, tone = ("besloten", Tone.GOOD) if each.decision else over
    day, who = each.closes_date, str(each.body)
    return Line(url=each.get_absolute_url(), title=each.title, status=status, tone=tone, who=who, day=day)


def _acts(user: Any) -> Acts:
    may_convene = user.may(Permission.CONVENE)
    return acts(
        [
            (may_convene, Act(label="Plan een vergadering", url=reverse("meetings:convene"))),
            (may_convene, Act(label="Plan een jaar", url=reverse("meetings:plan_year"))),
            (user.may(Permission.RAISE), Act(label="Draag een vraagstuk aan", url=reverse("meetings:raise_issue"))),
        ]
    )
