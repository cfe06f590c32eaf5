"""The oplegger of an item, made from what is on record about its subject: why it is
here, its history, how it was weighed, who takes part.

A line is a label with what there is to say. Fixed with the agenda when it is sent;
what was decided before is named, and read at the decisions.
"""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model

from agenda.decisions.models import Decision
from agenda.lists.models import Action, ProgressUpdate
from agenda.lists.queries import weighings
from agenda.lists.queries.coalition import standing
from agenda.meetings.enums import HELD_STATES
from agenda.meetings.models import AgendaItem, Meeting
from agenda.meetings.queries.subjects import Line, kind_of
from knelpunten.enums import SHARED_STATES
from knelpunten.models import Knelpunt, Pattern
from portal.documents.models import Edition
from portal.kit import clock
from portal.ui.templatetags.ui import day

MOST = 6  # of what happened before


Earlier = list[tuple[str, int | None]]  # titles of meetings, with the decision that was taken there by key


def lines(item: AgendaItem, user: Any) -> list[Line]:
    """Everything on record about the subject of this item that a reader of the agenda should know. Some ten queries."""
    return read({item.pk: (own_lines(item), earlier(item))}, user)[item.pk]


def own_lines(item: AgendaItem) -> list[Line]:
    """What its subject itself says, apart from what was decided before."""
    subject = item.subject
    return [(label, text) for label, text in kind_of(subject).sheet(subject) if text] if subject else []


def told_of(item: AgendaItem) -> list[Model]:
    """Everything whose texts stand on the agenda at this item: itself, what it is about, and what its oplegger quotes."""
    subject = item.subject
    about = [subject, *kind_of(subject).quotes(subject)] if subject else []
    return [item, *about, *item.also]


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
    return "\n".join(served(action).values_list("title", flat=True)) or action.without_knelpunt


def served(action: Action) -> Any:
    """The knelpunten it serves that all members may read."""
    return action.knelpunten.filter(state__in=SHARED_STATES).order_by("pk")


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
        ("Het patroon", knelpunt.pattern),
        ("Wat zou helpen", knelpunt.would_help),
        ("Ingebracht door", str(knelpunt.raised_by)),
        ("Staat nu", knelpunt.get_state_display()),
    ]


def of_pattern(pattern: Pattern) -> list[Line]:
    """What the landelijk bureau sees in it, and the knelpunten that all members may read."""
    return [("Wat we zien", pattern.analysis), ("Knelpunten", "\n".join(bundled_in(pattern).values_list("title", flat=True)))]


def bundled_in(pattern: Pattern) -> Any:
    bundled = pattern.bundlings.filter(unbundled_at__isnull=True).values("knelpunt")  # type: ignore[attr-defined]
    return Knelpunt.objects.filter(pk__in=bundled, state__in=SHARED_STATES).order_by("pk")


def of_edition(edition: Edition) -> list[Line]:
    return [("Document", str(edition)), ("Toelichting", edition.note)]


def of_meeting(meeting: Meeting) -> list[Line]:
    return [("Vergadering", f"{meeting.title}, {day(meeting.starts_at)}")]


def earlier(item: AgendaItem) -> Earlier:
    """At which meetings its subject was on the agenda before, and by which decision."""
    if item.subject is None:
        return []
    kind = ContentType.objects.get_for_model(item.subject)
    rows = AgendaItem.objects.filter(subject_type=kind, subject_id=item.subject.pk, meeting__state__in=HELD_STATES)
    told = rows.exclude(pk=item.pk).select_related("meeting", "outcome").order_by("-meeting__starts_at", "-pk")[:MOST]
    return [(row.meeting.title, row.outcome.decision_id if hasattr(row, "outcome") else None) for row in told]


def read(sheets: dict[int, tuple[list[Line], Earlier]], user: Any) -> dict[int, list[Line]]:
    """These opleggers, by item, with what was decided before in the words of the decisions, as far as this reader may.

    One query.
    """
    named = {pk for _, before in sheets.values() for _, pk in before if pk}
    decisions = {decision.pk: decision for decision in Decision.objects.filter(pk__in=named)}
    seen = set(Decision.objects.visible_to(user).filter(pk__in=named).values_list("pk", flat=True))
    found = {}
    for item, (lines, before) in sheets.items():
        told = [f"{title}: {_what_came_of(decisions.get(pk or 0), seen)}" for title, pk in before]
        found[item] = [*lines, *([("Eerder op de agenda", "\n".join(told))] if told else [])]
    return found


def _what_came_of(decision: Decision | None, seen: set[int]) -> str:
    if decision is None:
        return "besproken"
    words = f", {decision.wording}" if decision.wording and decision.pk in seen else ""
    return f"{decision.get_kind_display()} ({decision}{words})"
