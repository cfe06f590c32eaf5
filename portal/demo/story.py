"""The demo story, told through the same verbs the people of the network use, on a clock of its own."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.utils import timezone

from agenda.decisions.enums import DecisionKind as D
from agenda.decisions.enums import Serves
from agenda.lists.domain import answering, coalitions, progress, proposing, pulling
from agenda.lists.enums import Outcome, ProgressStatus
from agenda.lists.models import Action
from agenda.meetings.domain import convening, deciding
from agenda.meetings.enums import ItemKind
from agenda.meetings.enums import MeetingState as M
from agenda.meetings.models import AgendaItem, Meeting
from knelpunten.models import Knelpunt
from portal.demo.calendar import TODAY, day, on
from portal.demo.handed_in import hand_in
from portal.demo.kader import publish_kader
from portal.demo.people import acting, seat_everybody
from portal.demo.told import LISTED, PROPOSED
from portal.network.models import Body, PolicyTable, Seat, Theme
from portal.network.queries.seats import seat_of


@transaction.atomic
def tell() -> None:
    """The whole story, once, into a database that holds the reference data."""
    seat_everybody()
    publish_kader()
    actions = _actions(hand_in())
    _first_meeting(actions)
    _second_meeting(actions)
    _third_meeting(actions)
    _what_is_under_way(actions)
    _meetings_to_come(actions)


def _actions(knelpunten: dict[str, Knelpunt]) -> dict[str, Action]:
    made = {}
    for row in PROPOSED:
        with on(row.at):
            made[row.name] = proposing.propose(
                key=uuid4(), theme=Theme.objects.get(slug=row.theme), title=row.title, goal=row.goal, intended_result=row.result,
                kind=row.kind, ladder=row.ladder, knelpunten=[knelpunten[row.knelpunt]] if row.knelpunt else [],
                without_knelpunt="" if row.knelpunt else "De Stuurgroep vroeg hier zelf om in het gesprek over dit thema.",
                by=acting(row.who),
            )  # fmt: skip
    return made


def _meeting(title: str, at: int, body: str = "stuurgroep") -> Meeting:
    by = acting("secretaris", body)
    starts_at = timezone.make_aware(day(at, 13))
    with on(at - 60):
        meeting = convening.convene(
            key=uuid4(), body=Body.objects.get(slug=body), title=title, starts_at=starts_at,
            location="Utrecht, bij de VNG", by=by,
        )  # fmt: skip
    return meeting


def _prepared(meeting: Meeting, at: int, items: list[tuple[str, str, Action | None]]) -> list[AgendaItem]:
    by = acting("secretaris", meeting.body.slug)
    with on(at - 30):
        convening.advance(meeting=meeting, to=M.IN_VOORBEREIDING, by=by)
        rows = [_item(meeting, "Opening en vaststellen van de agenda", "", None, ItemKind.OPENING, 5)]
        rows += [_item(meeting, title, question, action, ItemKind.BESLUITVORMING, 20) for title, question, action in items]
        rows.append(_item(meeting, "Rondvraag en sluiting", "", None, ItemKind.RONDVRAAG, 10))
    return rows


def _item(meeting: Meeting, title: str, question: str, action: Action | None, kind: ItemKind, minutes: int) -> AgendaItem:
    return convening.add_item(
        key=uuid4(), meeting=meeting, kind=kind, title=title, question=question, minutes=minutes, serves=Serves.VERBINDER,
        presenter="Hedda van Oorschot" if kind == ItemKind.OPENING else "Lotte Veenstra", subject=action, by=acting("secretaris", meeting.body.slug),
    )  # fmt: skip


def _advance(meeting: Meeting, at: int, *states: M) -> None:
    with on(at, 13):
        for state in states:
            convening.advance(meeting=meeting, to=state, by=acting("secretaris", meeting.body.slug))


def _decide(item: AgendaItem, at: int, kind: D, wording: str, **details: Any) -> None:
    with on(at, 14):
        deciding.take(item=item, key=uuid4(), kind=kind, wording=wording, by=acting("secretaris", "stuurgroep"), **details)


def _seat(slug: str, body: str = "stuurgroep") -> Seat:
    return seat_of(acting(slug, body))


def _held(title: str, at: int, items: list[tuple[str, str, Action, D, str, dict[str, Any]]], *after: M) -> None:
    meeting = _meeting(title, at)
    rows = _prepared(meeting, at, [(name, question, action) for name, question, action, *_ in items])
    _advance(meeting, at, M.STUKKEN_VERZONDEN, M.GEOPEND)
    for row, (_, _, _, kind, wording, details) in zip(rows[1:-1], items, strict=True):
        _decide(row, at, kind, wording, **details)
    _advance(meeting, at, M.GESLOTEN, *after)


def _first_meeting(actions: dict[str, Action]) -> None:
    trekker, voorzitter, nzvh = _seat("stuurgroep"), _seat("voorzitter"), _seat("bestuur")
    with on(-255):
        pulling.offer(action=actions["nacht"], by=acting("stuurgroep"))
    _held("Stuurgroep voorjaar", -250, [
        ("Gezamenlijk beoordelen buiten kantoortijd", "Zijn we bereid onze mensen hier 's avonds en in het weekend voor vrij te maken?", actions["nacht"], D.OP_DE_ACTIELIJST, "De Stuurgroep zet de actie op de actielijst. Drie regio's beginnen; daarna kijken we of het landelijk kan.", {"trekker": trekker, "accepted": False}),
        ("Handreiking gedragsaanwijzing", "Wat hebben burgemeesters nodig om dit op dezelfde manier te doen?", actions["gedragsaanwijzing"], D.OP_DE_ACTIELIJST, "De Stuurgroep zet de actie op de actielijst en vraagt om voorbeelden die bij de rechter stand hielden.", {"trekker": voorzitter, "accepted": True}),
        ("Ervaringsdeskundigen aan elke casustafel", "Willen we hier landelijk op sturen, of is dit aan de regio?", actions["ervaring"], D.OP_DE_ACTIELIJST, "De Stuurgroep zet de actie op de actielijst, om te verkennen wat landelijk kan helpen.", {"trekker": nzvh, "accepted": True}),
    ], M.VERSLAG_CONCEPT, M.VERSLAG_VASTGESTELD)  # fmt: skip
    with on(-240):
        coalitions.join(
            action=actions["nacht"],
            text="Wij brengen de ervaring van de crisisopvang in en leveren een projectleider voor een dag per week.",
            by=acting("klankbordgroep"),
        )
        coalitions.join(
            action=actions["nacht"], text="Wij denken mee over noodplekken buiten kantoortijd.", by=acting("klankbordgroep-2")
        )
        coalitions.join(
            action=actions["gedragsaanwijzing"], text="Wij verzamelen voorbeelden uit de opvang.", by=acting("klankbordgroep")
        )


def _second_meeting(actions: dict[str, Action]) -> None:
    _held("Stuurgroep zomer", -160, [
        ("Van crisis naar vervolg", "Durven we af te spreken wie de regie heeft, ook als dat ons zelf is?", actions["overdracht"], D.OP_DE_ACTIELIJST, "De Stuurgroep zet de actie op de actielijst.", {"trekker": _seat("stuurgroep"), "accepted": True}),
        ("Wat kan er wel bij mensen die zorg mijden", "Is een overzicht genoeg, of zijn nieuwe mogelijkheden nodig?", actions["zorgmijders"], D.WENSELIJK, "De Stuurgroep vindt de actie wenselijk en wil haar oppakken zodra er een trekker is.", {}),
        ("Overgang naar reguliere zorg", "Pakken wij dit op, of ligt het al op een andere tafel?", actions["uitstroom"], D.NAAR_GEREED, "Dit ligt bij de stuurgroep van de werkagenda aansluiting forensische en reguliere zorg. De Stuurgroep vraagt die tafel om het over te nemen.", {"outcome": Outcome.ELDERS_BELEGD, "table": PolicyTable.objects.get(slug="aansluiting-forensische-zorg"), "is_accepted": False}),
        ("Ervaringsdeskundigen aan elke casustafel", "Hoe verder, nu de verkenning stilligt?", actions["ervaring"], D.TERUG_NAAR_VOORRAAD, "De verkenning laat zien dat regio's dit eerst zelf willen inrichten. De actie gaat terug naar de voorraadlijst.", {}),
    ], M.VERSLAG_CONCEPT)  # fmt: skip
    with on(-140):
        coalitions.join(
            action=actions["overdracht"],
            text="Wij schrijven het format voor de overdracht en proberen het uit.",
            by=acting("klankbordgroep"),
        )
        coalitions.join(
            action=actions["overdracht"],
            text="Wij toetsen of het ook werkt als iemand zijn woning kwijt is.",
            by=acting("klankbordgroep-2"),
        )


def _third_meeting(actions: dict[str, Action]) -> None:
    _held("Stuurgroep najaar", -70, [
        ("Resultaat: gezamenlijk beoordelen buiten kantoortijd", "Kan elke regio hiermee aan de slag?", actions["nacht"], D.NAAR_GEREED, "De werkwijze is in drie regio's beproefd en beschreven. Elke regio kan haar overnemen; het landelijk bureau helpt bij de start.", {"outcome": Outcome.AFGEROND, "table": None, "is_accepted": None}),
        ("Dagbesteding als eerste stap", "Wie van ons kan gemeenten en uitvoering bij elkaar brengen?", actions["dagbesteding"], D.OP_DE_ACTIELIJST, "De Stuurgroep zet de actie op de actielijst. De coalitie vormt zich voor de volgende Klankbordgroep.", {"trekker": _seat("voorzitter"), "accepted": True}),
        ("Handreiking gedragsaanwijzing: hoe verder", "De handreiking ligt stil. Wat hebben we van elkaar nodig?", actions["gedragsaanwijzing"], D.BIJSTUREN, "De Stuurgroep vraagt twee gemeenten om hun juristen een maand mee te laten schrijven.", {}),
    ])  # fmt: skip
    with on(-60):
        answering.answer(
            knelpunt=Knelpunt.objects.get(title=LISTED[0].title),
            text="Drie regio's beoordelen acute onveiligheid nu ook 's avonds en in het weekend samen. De werkwijze is beschreven en u kunt haar overnemen. Het landelijk bureau helpt u bij de start; een training is te plannen.",
            by=acting("bureau"),
        )


def _what_is_under_way(actions: dict[str, Action]) -> None:
    with on(-90):
        update = progress.report(
            key=uuid4(), action=actions["overdracht"], status=ProgressStatus.OP_KOERS, happened="Het format van één pagina is klaar. Vier huizen proberen het uit.",
            next_step="De ervaringen bundelen voor de Stuurgroep", next_date=TODAY + timedelta(days=10), by=acting("klankbordgroep"),
        )  # fmt: skip
    with on(-80):
        progress.release(update=update, by=acting("stuurgroep"))
    with on(-15):
        progress.report(
            key=uuid4(), action=actions["overdracht"], status=ProgressStatus.AANDACHT, happened="Twee van de vier huizen zijn gestopt omdat de crisisdienst geen capaciteit heeft voor de overdracht.",
            next_step="Gesprek met de crisisdiensten", next_date=TODAY + timedelta(days=20), by=acting("klankbordgroep"),
        )  # fmt: skip
    with on(-20):
        progress.report(
            key=uuid4(), action=actions["gedragsaanwijzing"], status=ProgressStatus.STAGNEERT, happened="De juristen zijn nog niet vrijgemaakt. Er ligt een halve tekst.",
            next_step="Opnieuw vragen wie kan meeschrijven", steering="Een besluit over wie juristen levert.", by=acting("klankbordgroep"),
        )  # fmt: skip


def _meetings_to_come(actions: dict[str, Action]) -> None:
    klankbord = _meeting("Klankbordgroep, voorbereiding winter", 0, "klankbordgroep")
    _prepared(klankbord, 0, [("Wat leggen we voor aan de Stuurgroep", "Welke twee dilemma's zijn rijp voor het gesprek?", None)])
    _advance(klankbord, -10, M.STUKKEN_VERZONDEN)
    _advance(klankbord, 0, M.GEOPEND)
    winter = _meeting("Stuurgroep winter", 18)
    _prepared(winter, 18, [
        ("Wat kan er wel bij mensen die zorg mijden", "Wie trekt dit, nu we het allemaal wenselijk vinden?", actions["zorgmijders"]),
        ("Overzicht van regelingen voor woonzorgplekken", "Is dit iets wat wij moeten maken, of bestaat het al?", actions["overzicht"]),
        ("Van crisis naar vervolg: stand van zaken", "De crisisdiensten haken af. Wat kunnen wij doen om hen te helpen?", actions["overdracht"]),
    ])  # fmt: skip
    _advance(winter, -2, M.STUKKEN_VERZONDEN)
    spring = _meeting("Stuurgroep voorjaar", 110)
    with on(-1):
        convening.advance(meeting=spring, to=M.IN_VOORBEREIDING, by=acting("secretaris", "stuurgroep"))
    _meeting("Klankbordgroep, voorbereiding voorjaar", 59, "klankbordgroep")
