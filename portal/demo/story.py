"""The demo story, told through the same verbs the people of the network use, on a clock of its own."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any
from uuid import uuid4

from django.db import transaction

from agenda.decisions.enums import DecisionKind as D
from agenda.decisions.enums import Serves
from agenda.lists.domain import answering, coalitions, progress, proposing, pulling
from agenda.lists.enums import ActionKind, Ladder, Outcome, ProgressStatus
from agenda.lists.models import Action
from agenda.meetings.domain import convening, deciding
from agenda.meetings.enums import ItemKind
from agenda.meetings.enums import MeetingState as M
from agenda.meetings.models import AgendaItem, Meeting
from knelpunten.domain import assessing, drafting
from knelpunten.enums import KnelpuntKind as K
from knelpunten.enums import KnelpuntState as S
from knelpunten.models import Knelpunt
from portal.demo.kader import publish_kader
from portal.demo.people import acting, seat_everybody
from portal.kit import clock
from portal.network.models import Ambition, Body, Domain, House, PolicyTable, Seat, Theme


def on(days_from_today: int, hour: int = 10) -> AbstractContextManager[None]:
    """The clock at that day: negative is past."""
    return clock.at(day(days_from_today, hour))


def day(days_from_today: int, hour: int = 10) -> datetime:
    return datetime.combine(TODAY + timedelta(days=days_from_today), time(hour))


TODAY = clock.today()


@transaction.atomic
def tell() -> None:
    """The whole story, once, into a database that holds the reference data."""
    seat_everybody()
    publish_kader()
    actions = _actions(_knelpunten())
    _first_meeting(actions)
    _second_meeting(actions)
    _third_meeting(actions)
    _what_is_under_way(actions)
    _meetings_to_come(actions)


@dataclass(frozen=True)
class Told:
    """A knelpunt as the story tells it."""

    name: str
    who: str
    at: int
    theme: str
    kind: K
    title: str
    pattern: str
    would_help: str
    domains: tuple[str, ...]


LISTED = [
    Told("nacht", "netwerkmanager", -330, "acute-onveiligheid", K.WERKPROCESSEN, "Na vijven is er geen gezamenlijke beoordeling van acute onveiligheid",
         "Buiten kantoortijd beoordelen politie, crisisdienst en Veilig Thuis ieder voor zich. Wat de een al weet, hoort de ander pas de volgende ochtend. Daardoor wordt vaak te zwaar of te licht ingegrepen en begint de vervolgaanpak een dag te laat.",
         "Eén gezamenlijk beoordelingsmoment, ook 's avonds en in het weekend, met een vaste lijn naar de aanpak daarna.", ("veiligheid", "zorg")),
    Told("overdracht", "ander-huis", -290, "acute-onveiligheid", K.SAMENWERKING, "Na de crisis is niemand van de vervolgaanpak",
         "De crisis wordt goed opgepakt, maar bij de overdracht naar de structurele aanpak valt het stil. Elke organisatie denkt dat de ander aan zet is. Pas bij de volgende melding blijkt dat er niets is gebeurd.",
         "Een vaste afspraak wie binnen twee werkdagen de regie heeft.", ("veiligheid", "zorg", "sociaal-domein")),
    Told("zorgmijders", "netwerkmanager", -280, "autonomie-tot-dwang", K.STELSEL, "Wie zorg mijdt en geen strafbaar feit pleegt, valt overal buiten",
         "Voor mensen die zorg mijden en voortdurend overlast geven, is een zorgmachtiging vaak niet haalbaar en is er strafrechtelijk geen grond. Bemoeizorg stopt als het contact niet lukt. De regio heeft dan geen enkele maatregel over.",
         "Duidelijkheid over wat binnen de huidige wetten wel kan, en een voorstel voor wat ontbreekt.", ("zorg", "bestuur")),
    Told("gedragsaanwijzing", "ander-huis", -320, "autonomie-tot-dwang", K.BELEID, "Burgemeesters gebruiken de gedragsaanwijzing elk op hun eigen manier",
         "Tussen gemeenten in één regio verschilt het sterk of en hoe een gedragsaanwijzing wordt ingezet. Professionals weten niet waar ze op kunnen rekenen en rechters vragen telkens om een andere onderbouwing.",
         "Een handreiking met voorbeelden die stand hielden.", ("bestuur", "veiligheid")),
    Told("uitstroom", "netwerkmanager", -230, "passende-woonzorgplek", K.STELSEL, "Uitstroom uit de kliniek stokt door één ontbrekende handtekening",
         "Bij de overgang van forensische naar reguliere zorg wachten partijen op elkaars besluit over de financiering. De plek is er, de persoon is klaar, maar de start schuift weken op. In die weken gaat het vaak weer mis.",
         "Eén loket dat over de schotten heen mag toezeggen.", ("zorg", "wonen")),
    Told("dagbesteding", "ander-huis", -200, "maatschappelijk-herstel", K.BELEID, "Dagbesteding telt niet mee als stap naar werk",
         "Mensen die met begeleide dagbesteding beginnen, verliezen hun plek in het re-integratietraject. Gemeenten en UWV zien het een als eindstation van het ander. Daardoor durven mensen de eerste stap niet te zetten.",
         "Ruimte in de regels om dagbesteding als begin van een traject te zien.", ("sociaal-domein",)),
    Told("buurt", "netwerkmanager", -60, "passende-woonzorgplek", K.SAMENWERKING, "Buurten horen te laat dat er een woonzorgplek komt",
         "Bewoners horen pas van een nieuwe plek als de sleutel is overgedragen. Het gesprek begint dan met verzet. Corporatie, gemeente en zorgaanbieder hebben elk een eigen moment en een eigen verhaal.",
         "Een gezamenlijke manier om de buurt vroeg te betrekken.", ("wonen", "bestuur")),
]  # fmt: skip


def _submitted(told: Told) -> Knelpunt:
    by = acting(told.who)
    house = Seat.objects.get(pk=by.seat_id).membership.house
    with on(told.at):
        knelpunt = drafting.draft(
            key=uuid4(), house=house, theme=Theme.objects.get(slug=told.theme) if told.theme else None, kind=told.kind, title=told.title,
            pattern=told.pattern, would_help=told.would_help, domains=Domain.objects.filter(slug__in=told.domains),
            discussed_date=clock.today() - timedelta(days=14), by=by,
        )  # fmt: skip
    with on(told.at + 2):
        drafting.submit(knelpunt=knelpunt, by=by)
    return knelpunt


def _assessed(knelpunt: Knelpunt, at: int, outcome: S, reason: str, **details: Any) -> Knelpunt:
    with on(at):
        assessing.start(knelpunt=knelpunt, by=acting("bureau"))
    with on(at + 6):
        assessing.conclude(knelpunt=knelpunt, outcome=outcome, reason=reason, by=acting("bureau"), **details)
    return Knelpunt.objects.get(pk=knelpunt.pk)


def _knelpunten() -> dict[str, Knelpunt]:
    """Seven on the lists, and one in every other state."""
    reason = "Dit herkennen meer regio's. Het staat nu op de knelpuntenlijst van het thema, zodat er een actie van kan komen."
    listed = {told.name: _assessed(_submitted(told), told.at + 7, S.OP_DE_LIJST, reason) for told in LISTED}
    _other_states()
    return listed


def _other_states() -> None:
    def told(who: str, at: int, title: str, pattern: str, theme: str = "", kind: K = K.WERKPROCESSEN) -> Told:
        return Told("", who, at, theme, kind, title, pattern, "", ("veiligheid",))

    manager, other = "netwerkmanager", "ander-huis"
    twente = House.objects.get(slug="twente")
    with on(-3):
        drafting.draft(
            key=uuid4(), house=twente, kind=K.WERKPROCESSEN, title="Aanmeldformulieren vragen telkens andere gegevens",
            pattern="Elke partner vraagt bij een aanmelding om andere gegevens. Procesregisseurs vullen hetzelfde drie keer in en er gaan dingen verloren.",
            by=acting("medewerker"),
        )  # fmt: skip
    _submitted(told(manager, -6, "Wachttijd voor een beoordeling van wilsbekwaamheid loopt op", "Een beoordeling van wilsbekwaamheid duurt vaak langer dan drie maanden. In die tijd kan geen partij een volgende stap zetten."))
    with on(-5):
        assessing.start(knelpunt=_submitted(told(other, -12, "Gegevens delen met het zorgkantoor roept steeds dezelfde vraag op", "Bij elke casus ontstaat opnieuw de vraag of het zorgkantoor mag aanschuiven en wat gedeeld mag worden.")), by=acting("bureau"))
    _assessed(_submitted(told(manager, -40, "Te weinig plekken", "Er zijn te weinig plekken.", "passende-woonzorgplek")), -35, S.TERUG_NAAR_INDIENER, "Kunt u aanvullen om welk soort plekken het gaat en waar het precies op vastloopt? Dan kunnen wij het beter plaatsen.")
    _assessed(_submitted(told(other, -120, "Opvang voor slachtoffers van mensenhandel zit vol", "Voor slachtoffers van mensenhandel is er in de hele regio geen plek. Zij blijven te lang in de crisisopvang.", "passende-woonzorgplek", K.STELSEL)), -110, S.ELDERS_BELEGD, "De regiegroep Samen tegen Mensenhandel werkt al aan landelijke opvangplekken en neemt dit signaal mee.", table=PolicyTable.objects.get(slug="samen-tegen-mensenhandel"))
    _assessed(_submitted(told(manager, -150, "Twee gemeenten leveren geen casusregisseur", "Twee gemeenten in de regio leveren al een jaar geen casusregisseur voor het casusoverleg.")), -140, S.HOORT_IN_DE_REGIO, "Dit gaat over afspraken binnen uw regio. Ons advies: leg het voor aan de regionale stuurgroep, met het convenant erbij.")
    _assessed(_submitted(told(other, -170, "Het landelijk logo past niet op ons briefpapier", "Het logo van de huizen is in de huisstijl van de gemeente niet te gebruiken.")), -160, S.NIET_OPGENOMEN, "Dit is vervelend, maar geen knelpunt in het stelsel. Ons communicatieteam helpt u verder.")
    withdrawn = _submitted(told(other, -90, "Dubbel ingediend: overdracht na crisis", "Bij nader inzien gaat dit over hetzelfde als ons eerdere knelpunt."))
    with on(-87):
        drafting.withdraw(knelpunt=withdrawn, reason="Per ongeluk dubbel ingediend.", by=acting(other))
    ict = _submitted(told(other, -75, "Elk huis bouwt zijn eigen koppeling met het registratiesysteem", "Alle huizen betalen apart voor dezelfde koppeling en lopen tegen dezelfde fouten aan.", kind=K.STELSEL))
    _assessed(ict, -70, S.OP_DE_LIJST, "Dit hoort bij de ambitie landelijke harmonisatie. Daar staat het nu op de lijst.", ambition=Ambition.objects.get(slug="landelijke-harmonisatie"))


@dataclass(frozen=True)
class Proposed:
    name: str
    who: str
    at: int
    theme: str
    title: str
    goal: str
    result: str
    kind: ActionKind
    ladder: str
    knelpunt: str


PROPOSED = [
    Proposed("nacht", "klankbordgroep", -310, "acute-onveiligheid", "Gezamenlijk beoordelen buiten kantoortijd", "Politie, crisisdienst en Veilig Thuis beoordelen acute onveiligheid samen, ook buiten kantoortijd.", "Een werkwijze die in drie regio's is beproefd en die elke regio kan overnemen.", ActionKind.ONTWIKKELEN, Ladder.PROGRAMMEREN, "nacht"),
    Proposed("overdracht", "klankbordgroep-2", -270, "acute-onveiligheid", "Van crisis naar vervolg: wie is aan zet", "Na een crisis is binnen twee werkdagen duidelijk wie de regie heeft.", "Een landelijke afspraak over de overdracht, met een format van één pagina.", ActionKind.ONTWIKKELEN, Ladder.COORDINEREN, "overdracht"),
    Proposed("zorgmijders", "bureau", -260, "autonomie-tot-dwang", "Wat kan er wel bij mensen die zorg mijden", "Professionals weten welke mogelijkheden er zijn tussen vrijwillige hulp en dwang.", "Een overzicht van bestaande mogelijkheden, en een lijst van wat ontbreekt.", ActionKind.INZICHT, Ladder.AFSTEMMEN, "zorgmijders"),
    Proposed("gedragsaanwijzing", "klankbordgroep", -305, "autonomie-tot-dwang", "Handreiking gedragsaanwijzing", "Burgemeesters zetten de gedragsaanwijzing op een vergelijkbare manier in.", "Een handreiking met voorbeelden en een modelonderbouwing.", ActionKind.KENNIS, Ladder.INFORMEREN, "gedragsaanwijzing"),
    Proposed("uitstroom", "klankbordgroep-2", -210, "passende-woonzorgplek", "Eén toezegging bij de overgang naar reguliere zorg", "De overgang van forensische naar reguliere zorg wacht niet meer op losse besluiten.", "Eén plek die over de financiering mag toezeggen.", ActionKind.SIGNALENKNOOPPUNT, "", "uitstroom"),
    Proposed("overzicht", "stuurgroep", -50, "passende-woonzorgplek", "Overzicht van regelingen voor woonzorgplekken", "Regio's zien in één overzicht welke regelingen er zijn voor woonzorgplekken.", "Een overzicht dat elk halfjaar klopt.", ActionKind.INFORMATIEDELING, Ladder.INFORMEREN, ""),
    Proposed("dagbesteding", "klankbordgroep", -180, "maatschappelijk-herstel", "Dagbesteding als eerste stap", "Wie met dagbesteding begint, houdt zicht op een traject naar werk.", "Afspraken met gemeenten en uitvoering over hoe dagbesteding meetelt.", ActionKind.ONTWIKKELEN, Ladder.VERBINDEN, "dagbesteding"),
    Proposed("ervaring", "klankbordgroep-2", -300, "maatschappelijk-herstel", "Ervaringsdeskundigen aan elke casustafel", "Ervaringskennis is overal beschikbaar bij het maken van een plan.", "Een pool van ervaringsdeskundigen per landsdeel.", ActionKind.KENNIS, Ladder.KENNEN, ""),
]  # fmt: skip


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
    with on(at - 60):
        meeting = convening.convene(
            key=uuid4(), body=Body.objects.get(slug=body), title=title, starts_at=clock.now() + timedelta(days=60, hours=3),
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
    return Seat.objects.get(pk=acting(slug, body).seat_id)


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
        coalitions.join(action=actions["nacht"], text="Wij brengen de ervaring van de crisisopvang in en leveren een projectleider voor een dag per week.", by=acting("klankbordgroep"))
        coalitions.join(action=actions["nacht"], text="Wij denken mee over noodplekken buiten kantoortijd.", by=acting("klankbordgroep-2"))
        coalitions.join(action=actions["gedragsaanwijzing"], text="Wij verzamelen voorbeelden uit de opvang.", by=acting("klankbordgroep"))


def _second_meeting(actions: dict[str, Action]) -> None:
    _held("Stuurgroep zomer", -160, [
        ("Van crisis naar vervolg", "Durven we af te spreken wie de regie heeft, ook als dat ons zelf is?", actions["overdracht"], D.OP_DE_ACTIELIJST, "De Stuurgroep zet de actie op de actielijst.", {"trekker": _seat("stuurgroep"), "accepted": True}),
        ("Wat kan er wel bij mensen die zorg mijden", "Is een overzicht genoeg, of zijn nieuwe mogelijkheden nodig?", actions["zorgmijders"], D.WENSELIJK, "De Stuurgroep vindt de actie wenselijk en wil haar oppakken zodra er een trekker is.", {}),
        ("Overgang naar reguliere zorg", "Pakken wij dit op, of ligt het al op een andere tafel?", actions["uitstroom"], D.NAAR_GEREED, "Dit ligt bij de stuurgroep van de werkagenda aansluiting forensische en reguliere zorg. De Stuurgroep vraagt die tafel om het over te nemen.", {"outcome": Outcome.ELDERS_BELEGD, "table": PolicyTable.objects.get(slug="aansluiting-forensische-zorg"), "is_accepted": False}),
        ("Ervaringsdeskundigen aan elke casustafel", "Hoe verder, nu de verkenning stilligt?", actions["ervaring"], D.TERUG_NAAR_VOORRAAD, "De verkenning laat zien dat regio's dit eerst zelf willen inrichten. De actie gaat terug naar de voorraadlijst.", {}),
    ], M.VERSLAG_CONCEPT)  # fmt: skip
    with on(-140):
        coalitions.join(action=actions["overdracht"], text="Wij schrijven het format voor de overdracht en proberen het uit.", by=acting("klankbordgroep"))
        coalitions.join(action=actions["overdracht"], text="Wij toetsen of het ook werkt als iemand zijn woning kwijt is.", by=acting("klankbordgroep-2"))


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
