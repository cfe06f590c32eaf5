"""A year of meetings at once, and moving one of them with all that hangs on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID, uuid5

from django.db import transaction
from django.utils import timezone

from agenda.meetings.domain import deadlines, invitations, meeting_steps
from agenda.meetings.domain.meeting_steps import MeetingRefused
from agenda.meetings.enums import MeetingState, Verb
from agenda.meetings.models import Meeting, MeetingMove
from portal.accounts.actor import Actor
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.refusals import Blocker
from portal.kit.workdays import is_workday, workdays_before
from portal.network.enums import BodyKind
from portal.network.models import Body
from portal.privacy.domain import guard

ROUNDS = 4  # meetings of the Stuurgroep in a year
BEFORE = (35, 13)  # working days by which the two meetings of the Klankbordgroep come before it
MONTHS = (3, 6, 9, 12)
TOO_CLOSE = timedelta(days=7)
ORDINAL = ("Eerste", "Tweede")


@dataclass(frozen=True)
class Round:
    """A meeting of the Stuurgroep and the two of the Klankbordgroep before it."""

    stuurgroep: date
    klankbordgroep: tuple[date, date]


def proposal(year: int) -> list[Round]:
    """Days to begin with: the second Thursday of the last month of each quarter, or the working day before it."""
    return [_round(_thursday(year, month)) for month in MONTHS]


def _thursday(year: int, month: int) -> date:
    first = date(year, month, 1)
    day = first + timedelta(days=(3 - first.weekday()) % 7 + 7)
    return day if is_workday(day) else workdays_before(day, 1)


def _round(day: date) -> Round:
    return Round(day, (workdays_before(day, BEFORE[0]), workdays_before(day, BEFORE[1])))


@transaction.atomic
def plan_year(*, key: UUID, rounds: list[Round], starts: time, lasts: timedelta, location: str, by: Actor) -> list[Meeting]:
    """Plan every meeting of these rounds. Sent twice with one key, they are planned once.

    Raises MeetingRefused when the days cannot be.
    """
    if blockers := blockers_for_year(rounds):
        raise MeetingRefused(*blockers)
    if not Meeting.objects.filter(key=uuid5(key, "sg0")).exists() and (
        taken := [each for year in {each.stuurgroep.year for each in rounds} for each in blockers_for_planning(year=year)]
    ):
        raise MeetingRefused(*taken)
    stuurgroep, klankbordgroep = Body.objects.get(kind=BodyKind.STUURGROEP), Body.objects.get(kind=BodyKind.KLANKBORDGROEP)
    made = []
    for nr, each in enumerate(rounds):
        month = f"{MONTH_NAMES[each.stuurgroep.month]} {each.stuurgroep.year}"
        at = _moment(each.stuurgroep, starts)
        meeting = meeting_steps.convene(
            key=uuid5(key, f"sg{nr}"),
            body=stuurgroep,
            title=f"Stuurgroep {month}",
            starts_at=at,
            ends_at=at + lasts,
            location=location,
            by=by,
        )
        made.append(meeting)
        for place, day in enumerate(each.klankbordgroep):
            at = _moment(day, starts)
            made.append(
                meeting_steps.convene(
                    key=uuid5(key, f"kb{nr}{place}"),
                    body=klankbordgroep,
                    title=f"{ORDINAL[place]} Klankbordgroep voor {month}",
                    starts_at=at,
                    ends_at=at + lasts,
                    location=location,
                    prepares=meeting,
                    by=by,
                )
            )
    return made


MONTH_NAMES = (
    "", "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip


def _moment(day: date, at: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, at))


def blockers_for_planning(*, year: int) -> list[Blocker]:
    """Why this year cannot be planned at once: it is over, or it was planned."""
    if year < clock.today().year:
        return [Blocker("year-over", f"{year} is voorbij.")]
    there = Meeting.objects.filter(body__kind=BodyKind.STUURGROEP, starts_at__year=year).exclude(state=MeetingState.VERVALLEN)
    if there.count() >= ROUNDS:
        return [Blocker("year-planned", f"{year} is al gepland. Roep een losse vergadering bijeen, of verplaats er een.")]
    return []


def blockers_for_year(rounds: list[Round]) -> list[Blocker]:
    """Why these days cannot be: in the past, or the preparing after what is prepared."""
    blockers = []
    for each in rounds:
        first, second = each.klankbordgroep
        if not first < second < each.stuurgroep:
            sentence = (
                f"Voor de Stuurgroep van {each.stuurgroep:%d-%m-%Y}: zet beide Klankbordgroepen ervoor, de eerste vóór de tweede."
            )
            blockers.append(Blocker("wrong-order", sentence, is_input=True))
        if min(first, second, each.stuurgroep) < clock.today():
            blockers.append(
                Blocker("in-the-past", f"De ronde van {each.stuurgroep:%d-%m-%Y} begint in het verleden.", is_input=True)
            )
    return blockers


@transaction.atomic
def move(*, meeting: Meeting, starts_at: datetime, reason: str, by: Actor, along: bool = False) -> Meeting:
    """Put a meeting at another moment, with the deadlines that were counted from it, and
    with `along` the meetings that prepare it.

    Calendars follow. Raises MeetingRefused and PersonalDataRefused.
    """
    guard.refuse_identifiers([reason])
    preparing = list(meeting.prepared_by.all()) if along else []
    meeting, *others = _locked([meeting, *preparing])
    if blockers := blockers_for_moving(meeting=meeting, starts_at=starts_at):
        raise MeetingRefused(*blockers)
    shift = clock.date_of(starts_at) - clock.date_of(meeting.starts_at)
    _put(meeting, starts_at, reason, by)
    for other in others:
        if other.is_ahead:
            _put(other, _shifted(other.starts_at, shift), reason, by)
    return meeting


def _locked(meetings: list[Meeting]) -> list[Meeting]:
    """The same meetings, held; the first one still first."""
    held = {row.pk: row for row in Meeting.objects.lock_all(meetings)}
    return [held[meeting.pk] for meeting in meetings]


def _shifted(moment: datetime, shift: timedelta) -> datetime:
    """So many days on at the same time of day, and no Saturday, Sunday or holiday."""
    local = timezone.localtime(moment)
    day = local.date() + shift
    return _moment(day if is_workday(day) else workdays_before(day, 1), local.time())


def _put(meeting: Meeting, starts_at: datetime, reason: str, by: Actor) -> None:
    fact = MeetingMove.objects.write(
        meeting=meeting,
        from_starts_at=meeting.starts_at,
        to_starts_at=starts_at,
        reason=reason.strip(),
        moved_at=clock.now(),
        by=by,
    )
    if meeting.ends_at:
        meeting.ends_at = starts_at + (meeting.ends_at - meeting.starts_at)
    meeting.starts_at, meeting.sequence = starts_at, meeting.sequence + 1
    meeting.save(update_fields=["starts_at", "ends_at", "sequence"])
    Meeting.objects.touch(meeting)
    deadlines.compute(meeting)
    invitations.tell(meeting)
    record(meeting, Verb.MOVED, by=by, facts=[fact])


def blockers_for_moving(*, meeting: Meeting, starts_at: datetime) -> list[Blocker]:
    """Why it cannot go there now."""
    if not meeting.is_ahead:
        return [Blocker("held", f"Deze vergadering staat nu op “{meeting.get_state_display()}”: zij verhuist niet meer.")]
    if starts_at <= clock.now():
        return [Blocker("in-the-past", "Kies een moment dat nog komt.", is_input=True)]
    if starts_at == meeting.starts_at:
        return [Blocker("same-moment", "De vergadering staat al op dat moment.", is_input=True)]
    return []


def conflicts(meetings: list[Meeting]) -> list[str]:
    """What is odd about these days, in sentences: nothing that is refused, all that somebody should know."""
    ahead = sorted((each for each in meetings if each.state != MeetingState.VERVALLEN), key=lambda each: each.starts_at)
    said = []
    for each in ahead:
        day = clock.date_of(each.starts_at)
        if not is_workday(day):
            said.append(f"{each.title} valt op een dag waarop niet gewerkt wordt.")
        if each.prepares and each.prepares.starts_at <= each.starts_at:
            said.append(f"{each.title} komt na de vergadering die zij voorbereidt.")
    for one, other in zip(ahead, ahead[1:], strict=False):
        if clock.date_of(one.starts_at) == clock.date_of(other.starts_at):
            said.append(f"{one.title} en {other.title} zijn op dezelfde dag.")
        elif one.body_id == other.body_id and other.starts_at - one.starts_at < TOO_CLOSE:
            said.append(f"{one.title} en {other.title} liggen minder dan een week uit elkaar.")
    return said
