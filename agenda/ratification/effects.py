"""What the Stuurgroep can decide about an agreement, how an agenda speaks of it, and what awaits a place on an agenda."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef
from django.urls import reverse

from agenda.decisions.effects import table
from agenda.decisions.effects.table import Effect
from agenda.decisions.enums import DecisionKind, Serves
from agenda.meetings.domain.proposals import SOURCES, Proposal, Source
from agenda.meetings.enums import AHEAD_STATES, ItemKind
from agenda.meetings.models import AgendaItem, Meeting
from agenda.meetings.queries.subjects import Line, SubjectKind
from agenda.meetings.queries.subjects import register as register_subject
from agenda.ratification.domain import ratifications
from agenda.ratification.enums import GROUPS, AgreementState, Group, Route
from agenda.ratification.models import Agreement
from agenda.ratification.queries.agreements import gate, round_of, tally
from portal.network.enums import BodyKind
from portal.network.models import Ambition
from portal.ui.templatetags.ui import day


def fill() -> None:
    """Enter what this room knows in the tables of meetings."""
    for kind, effect in EFFECTS.items():
        table.register(kind, Agreement, effect)
    register_subject(AFSPRAAK)
    register_subject(AMBITION)
    SOURCES["bekrachtiging"] = Source("Wacht op bekrachtiging", _to_ratify, (BodyKind.STUURGROEP,))
    SOURCES["concept-afspraak"] = Source("Concept-afspraken", _to_agree, (BodyKind.STUURGROEP,))


EFFECTS = {
    DecisionKind.CONCEPT_OVEREENKOMEN: Effect(
        ratifications.agree_concept,
        lambda agreement: ratifications.blockers_for_agreeing(agreement=agreement),
        lambda agreement: "De tekst ligt hiermee als concept vast. Daarna raadplegen de leden hun achterban.",
    ),
    DecisionKind.BEKRACHTIGEN: Effect(
        ratifications.ratify,
        lambda agreement: ratifications.blockers_for_ratifying(agreement=agreement),
        lambda agreement: _ratifying(agreement),
    ),
    DecisionKind.TERUGLEGGEN: Effect(
        ratifications.return_it,
        lambda agreement: ratifications.blockers_for_returning(agreement=agreement),
        lambda agreement: "De afspraak gaat terug met de vraag die u hier opschrijft. De standpunten blijven bewaard.",
    ),
    DecisionKind.INTREKKEN: Effect(
        ratifications.withdraw,
        lambda agreement: ratifications.blockers_for_withdrawing(agreement=agreement),
        lambda agreement: "De afspraak is hiermee ingetrokken. Een ronde die loopt, is voorbij.",
    ),
}


def _ratifying(agreement: Agreement) -> str:
    """What ratifying fixes, and what the table should know before it does."""
    round = round_of(agreement)
    notes = " ".join(gate(agreement, round, tally(round)).notes) if round else ""
    return (
        f"De leden dragen de afspraak hierna uit naar hun achterban. Tekst, standpunten en besluit liggen vast. {notes}".strip()
    )


def sheet(agreement: Agreement) -> list[Line]:
    """What the oplegger tells of an agreement that is put to the table."""
    round = round_of(agreement)
    found = tally(round) if round and round.is_open is False else None
    said = [f"{sum(each.agrees for each in found.standings)} van {len(found.standings)} akkoord"] if found else []
    return [
        ("Wat het van wie vraagt", agreement.asks),
        ("Route", agreement.get_route_display()),
        ("Vanaf", day(agreement.from_date)),
        ("Evaluatie", day(agreement.evaluate_date)),
        ("Standpunten", "\n".join(said + (gate(agreement, round, found).notes if round and found else []))),
    ]


AFSPRAAK = SubjectKind(
    name="agreement",
    model=Agreement,
    phrase="de afspraak",
    visible=lambda user: Agreement.objects.visible_to(user),
    status=lambda agreement: agreement.get_state_display(),
    sheet=sheet,
    question="Over welke landelijke afspraak?",
    choices=lambda user, meeting: Agreement.objects.visible_to(user).filter(state__in=GROUPS[Group.UNDER_WAY]).order_by("title"),
    search="title",
)
AMBITION = SubjectKind(
    name="ambition",
    model=Ambition,
    phrase="de ambitie",
    visible=lambda user: Ambition.objects.all(),
    address=lambda ambition: reverse("ambitions:ambition", args=[ambition.slug]),
    search="name",
)


def _waiting(state: AgreementState, meeting: Meeting) -> Any:
    """Agreements in this state that stand on no agenda ahead."""
    kind = ContentType.objects.get_for_model(Agreement)
    planned = AgendaItem.objects.filter(
        subject_type=kind, subject_id=OuterRef("pk"), meeting__state__in=AHEAD_STATES, treatment__isnull=True
    )
    return Agreement.objects.filter(~Exists(planned), state=state).order_by("state_since", "pk")


def _to_ratify(meeting: Meeting) -> list[Proposal]:
    return [
        Proposal(
            source="bekrachtiging",
            pk=each.pk,
            title=each.title,
            why=f"Voorgelegd langs {each.get_route_display()}.",
            kind=ItemKind.BEKRACHTIGING,
            question="Bekrachtigt de Stuurgroep deze afspraak?",
            subject=each,
            more={"serves": Serves(each.serves)},
        )
        for each in _waiting(AgreementState.VOORGELEGD, meeting)
    ]


def _to_agree(meeting: Meeting) -> list[Proposal]:
    return [
        Proposal(
            source="concept-afspraak",
            pk=each.pk,
            title=each.title,
            why="Een concept dat de Stuurgroep eerst overeenkomt.",
            kind=ItemKind.BESLUITVORMING,
            question="Komt de Stuurgroep dit concept overeen, en raadplegen de leden hun achterban?",
            subject=each,
            more={"serves": Serves(each.serves)},
        )
        for each in _waiting(AgreementState.CONCEPT, meeting).filter(route=Route.ACHTERAF)
    ]
