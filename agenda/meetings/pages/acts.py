"""What one can do with a meeting, in the order in which it comes first, and what stays in view beside that."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from agenda.meetings.enums import MeetingState
from agenda.meetings.models import Meeting
from agenda.meetings.pages.meeting import MeetingPage, NextStep
from portal.kit.addresses import address_of
from portal.ui.acts import Act, Acts, acts


def acts_of(meeting: Meeting, page: MeetingPage) -> tuple[Acts, list[Act]]:
    """What this reader can do, and what stays in view beside it: the first of that leads where nothing else comes first."""

    def to(view: str, label: str, **more: Any) -> Act:
        return Act(label=label, url=address_of(f"meetings:{view}", meeting.pk), **more)

    step, is_deciding = page.next_step, page.may_decide and meeting.is_held
    is_now = step is not None and not step.blockers and not step.is_early
    is_stuck = step is not None and bool(step.blockers)  # the page says why, and offers what helps
    offered = [(is_now, _step(meeting, step))] if step else []
    offered += [
        (page.may_decide and meeting.is_open, to("secretary", "Naar de vergaderstand")),
        (page.has_to_publish, to("publish", "Maak de besluitenlijst openbaar")),
        (is_deciding, to("write_verslag", "Schrijf het verslag", is_quiet=meeting.state == MeetingState.VERSLAG_VASTGESTELD)),
        (
            page.may_decide and meeting.is_open and not is_stuck,
            to("treat_rest", "De rest is besproken", is_press=True, is_quiet=True),
        ),
        (page.may_prepare, to("reschedule", "Dag en termijnen", is_quiet=True)),
    ]
    beside = [
        (page.can_change_agenda, to("build", "Maak de agenda")),
        (page.can_change_agenda, to("add_item", "Zet een punt op de agenda")),
        (meeting.is_open, to("table", "Scherm voor de tafel")),
        (meeting.is_open or meeting.is_held, to("decisions", "Besluitenlijst")),
        (bool(page.items), to("agenda_set", "Agenda als PDF")),
        (page.versions > 1, to("changes", f"Alleen wijzigingen (versie {page.versions})")),
        (meeting.is_held, to("verslag", "Verslag")),
    ]
    made, there = acts(offered), [act for is_there, act in beside if is_there]
    if made.first is None and there:
        return replace(made, first=there[0]), there[1:]
    return made, there


def _step(meeting: Meeting, step: NextStep) -> Act:
    return Act(label=step.button, url=address_of("meetings:advance", meeting.pk), is_press=True, name="to", value=step.to)
