"""How an agenda speaks of action lines and of the state of the Samenwerkingsagenda,
and what awaits a place on the Stuurgroep's agenda."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, Model, OuterRef

from agenda.decisions.enums import Serves
from agenda.meetings.domain.proposals import SOURCES, Proposal, Source
from agenda.meetings.enums import ItemKind
from agenda.meetings.models import AgendaItem, Meeting
from agenda.meetings.queries.subjects import Line, SubjectKind
from agenda.meetings.queries.subjects import register as register_subject
from ambitions.models import ActionLine, Explanation, Freeze
from ambitions.queries.grid import thawed, unsolved
from portal.kit import clock
from portal.network.enums import BodyKind
from portal.ui.templatetags.ui import day

RECENT = 200  # days: what was offered longer ago is no longer put forward


def fill() -> None:
    """Enter what this room knows in the tables of meetings."""
    register_subject(LIJN)
    register_subject(STAND)
    SOURCES["samenwerkingsagenda"] = Source("Stand van de Samenwerkingsagenda", _reports, (BodyKind.STUURGROEP,))
    SOURCES["niet-haalbaar"] = Source("Wat regio's niet alleen kunnen oplossen", _stuck, (BodyKind.STUURGROEP,))


def line_sheet(line: ActionLine) -> list[Line]:
    """What the oplegger tells of a line."""
    told = [f"{each.house}: {each.text}" for each in unsolved().filter(line=line).select_related("house")]
    return [
        ("Ambitie", line.ambition.name),
        ("Wat er gebeurt", line.text),
        ("Gerealiseerd als", line.realised_when),
        ("Niet haalbaar", "\n".join(told)),
    ]


def freeze_sheet(freeze: Freeze) -> list[Line]:
    """What the oplegger tells of a state that was kept."""
    grid = thawed(freeze)
    return [
        ("Vastgelegd op", day(freeze.frozen_at)),
        *[
            (line.title, f"ingevuld {grid.filled(line.pk)}, voldoet {grid.met(line.pk)} van {len(grid.houses)} huizen")
            for line in grid.lines
        ],
    ]


LIJN = SubjectKind(
    name="line",
    model=ActionLine,
    phrase="de actielijn",
    visible=lambda user: ActionLine.objects.visible_to(user),
    status=lambda line: line.years,
    sheet=line_sheet,
    quotes=lambda line: unsolved().filter(line=line),
    search="title",
)
STAND = SubjectKind(
    name="freeze", model=Freeze, phrase="de", visible=lambda user: Freeze.objects.visible_to(user), sheet=freeze_sheet
)


def _planned(model: type[Model]) -> Any:
    """Whether it stands on an agenda of late, held or ahead."""
    kind = ContentType.objects.get_for_model(model)
    about = AgendaItem.objects.filter(subject_type=kind, subject_id=OuterRef("pk"))
    return Exists(about.filter(meeting__starts_at__gte=_since()))


def _since() -> datetime:
    return clock.now() - timedelta(days=RECENT)


def _offered() -> Any:
    return Freeze.objects.filter(offer__offered_at__gte=_since()).order_by("-frozen_at", "-pk")


def _reports(meeting: Meeting) -> list[Proposal]:
    rows = _offered().filter(~_planned(Freeze)).select_related("plan_year")
    return [
        Proposal(
            source="samenwerkingsagenda",
            pk=each.pk,
            title=str(each),
            why=f"Aangeboden door het landelijk bureau, vastgelegd op {day(each.frozen_at)}.",
            question="Wat valt op, en waar is hulp van de Stuurgroep nodig?",
            subject=each,
            more={"serves": Serves.HUIZEN},
        )
        for each in rows
    ]


def _stuck(meeting: Meeting) -> list[Proposal]:
    keys = [key for freeze in _offered() for key in freeze.unsolved]
    about = Explanation.objects.filter(pk__in=keys).values("line")
    rows = ActionLine.objects.filter(~_planned(ActionLine), pk__in=about)
    return [
        Proposal(
            source="niet-haalbaar",
            pk=each.pk,
            title=each.title,
            why="Regio's lossen dit niet alleen op: er ligt een toelichting zonder antwoord.",
            kind=ItemKind.BESPREKING,
            question="Wat is er landelijk nodig om deze lijn haalbaar te maken?",
            subject=each,
            more={"serves": Serves.HUIZEN},
        )
        for each in rows.order_by("pk")
    ]
