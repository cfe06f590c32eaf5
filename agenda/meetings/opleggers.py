"""The oplegger of an item, made from what is on record about its subject: why it is here, its history, how it was weighed, who takes part.

A line is a label with what there is to say. Fixed with the agenda when it is sent.
"""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType

from agenda.decisions.models import Decision
from agenda.lists import weighings
from agenda.lists.domain.coalitions import standing
from agenda.lists.models import Action, ProgressUpdate
from agenda.meetings.enums import HELD_STATES
from agenda.meetings.models import AgendaItem, Meeting
from agenda.meetings.subjects import Line, kind_of
from knelpunten.enums import SHARED_STATES
from knelpunten.models import Knelpunt, Pattern
from portal.documents.models import Edition
from portal.kit import clock
from portal.ui.templatetags.ui import day

MOST = 6  # of what happened before


def lines(item: AgendaItem) -> list[Line]:
    """Everything on record about the subject of this item that a reader of the agenda should know. Some ten queries."""
    subject = item.subject
    if subject is None:
        return []
    return [(label, text) for label, text in [*kind_of(subject).sheet(subject), *_history(item, subject)] if text]


def of_action(action: Action) -> list[Line]:
    trekker = action.trekker.label if action.trekker else ""
    return [
        ("Doel", action.goal),
        ("Beoogd resultaat", action.intended_result),
        ("Waarom", _why(action)),
        ("Staat nu op", f"{action.get_list_display()}, {action.standing}"),
        ("Bestuurlijk trekker", trekker),
        ("Coalitie", _coalition(action)),
        ("Voortgang", _progress(action)),
        *_weighing(action),
    ]


def _why(action: Action) -> str:
    shared = action.knelpunten.filter(state__in=SHARED_STATES).order_by("pk")
    return "\n".join(shared.values_list("title", flat=True)) or action.without_knelpunt


def _coalition(action: Action) -> str:
    rows = standing(clock.today()).filter(action=action).select_related("membership__organisation", "membership__house")
    return ", ".join(dict.fromkeys(str(row.membership.member) for row in rows))


def _progress(action: Action) -> str:
    reports = ProgressUpdate.objects.filter(action=action, release__isnull=False, redacted_at__isnull=True)
    last = reports.select_related("release").order_by("release__pk").last()
    if last is None:
        return ""
    steering = f"\nGevraagde bijsturing: {last.steering}" if last.asks_steering and last.steering else ""
    return f"{last.get_status_display().capitalize()}, {day(last.release.released_at)}: {last.happened}{steering}"  # type: ignore[attr-defined]


def _weighing(action: Action) -> list[Line]:
    """Median and spread of each body, and the arguments of who differs."""
    said = []
    for result in weighings.results(action):
        if not result.weighed:
            continue
        said_of = "; ".join(f"{spread.criterion.label.lower()}: {spread.words}" for spread in result.spreads if spread.scores)
        scores = f"{said_of[:1].upper()}{said_of[1:]}"
        differ = [
            f"{each.organisation}: {each.weighing.argument}"
            for each in result.weighed
            if each.differs_on and each.weighing.argument
        ]
        said.append(
            (f"Weging door {result.name[0].lower()}{result.name[1:]}", "\n".join([f"{result.words}. {scores}".strip(), *differ]))
        )
    return said


def of_knelpunt(knelpunt: Knelpunt) -> list[Line]:
    """Only what all members may read; whoever may read more does so on its own page."""
    if knelpunt.state not in SHARED_STATES:
        return []
    return [
        ("Het patroon", knelpunt.pattern), ("Wat zou helpen", knelpunt.would_help),
        ("Ingebracht door", str(knelpunt.raised_by)), ("Staat nu", knelpunt.get_state_display()),
    ]  # fmt: skip


def of_pattern(pattern: Pattern) -> list[Line]:
    """What the landelijk bureau sees in it, and the knelpunten that all members may read."""
    bundled = pattern.bundlings.filter(unbundled_at__isnull=True).values("knelpunt")  # type: ignore[attr-defined]
    shown = Knelpunt.objects.filter(pk__in=bundled, state__in=SHARED_STATES)
    return [("Wat we zien", pattern.analysis), ("Knelpunten", "\n".join(shown.order_by("pk").values_list("title", flat=True)))]


def of_edition(edition: Edition) -> list[Line]:
    return [("Document", str(edition)), ("Toelichting", edition.note)]


def of_meeting(meeting: Meeting) -> list[Line]:
    return [("Vergadering", f"{meeting.title}, {day(meeting.starts_at)}")]


def _history(item: AgendaItem, subject: Any) -> list[Line]:
    """At which meetings it was on the agenda before, and what was decided there."""
    kind = ContentType.objects.get_for_model(subject)
    earlier = AgendaItem.objects.filter(subject_type=kind, subject_id=subject.pk, meeting__state__in=HELD_STATES)
    rows = earlier.exclude(pk=item.pk).select_related("meeting", "outcome__decision").order_by("-meeting__starts_at")[:MOST]
    return [("Eerder op de agenda", "\n".join(f"{row.meeting.title}: {_what_came_of(row.decision)}" for row in rows))]


def _what_came_of(decision: Decision | None) -> str:
    if decision is None:
        return "besproken"
    words = f", {decision.wording}" if decision.wording else ""
    return f"{decision.get_kind_display()} ({decision}{words})"
