"""The three lists, a row for each with the moves between them, and the words for actions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import TextChoices

from portal.kit.states import Tone


class ActionList(TextChoices):
    VOORRAADLIJST = "voorraadlijst", "voorraadlijst"
    ACTIELIJST = "actielijst", "actielijst"
    GEREEDLIJST = "gereedlijst", "gereedlijst"

    @property
    def row(self) -> ListRow:
        return LISTS[self]


@dataclass(frozen=True, kw_only=True)
class ListRow:
    """All that goes for an action while it stands on one list.

    steps: to which lists it can go from here.
    is_open: whether something is still to be done.
    asks_outcome: whether a move to it says how the action ended.
    """

    steps: tuple[ActionList, ...]
    is_open: bool
    asks_outcome: bool


L = ActionList

LISTS: dict[ActionList, ListRow] = {
    L.VOORRAADLIJST: ListRow(steps=(L.ACTIELIJST, L.GEREEDLIJST), is_open=True, asks_outcome=False),
    L.ACTIELIJST: ListRow(steps=(L.GEREEDLIJST, L.VOORRAADLIJST), is_open=True, asks_outcome=False),
    L.GEREEDLIJST: ListRow(steps=(L.ACTIELIJST, L.VOORRAADLIJST), is_open=False, asks_outcome=True),
}

# Where an action begins, and the moves it can make.
MOVES: dict[ActionList | None, set[ActionList]] = {
    None: {L.VOORRAADLIJST},
    **{which: set(row.steps) for which, row in LISTS.items()},
}
OPEN_LISTS = [which for which, row in LISTS.items() if row.is_open]


class Outcome(TextChoices):
    """How an action comes to stand on the gereedlijst."""

    AFGEROND = "afgerond", "afgerond"
    ELDERS_BELEGD = "elders_belegd", "elders belegd"

    @property
    def row(self) -> OutcomeRow:
        return OUTCOMES[self]


@dataclass(frozen=True, kw_only=True)
class OutcomeRow:
    """All that goes for an action that ended so.

    asks_result: whether what it brought is written down: it was worked on, and the regions notice something of it.
    asks_table: whether another table has it now, which accepted it or is asked again on a day.
    """

    asks_result: bool
    asks_table: bool


OUTCOMES: dict[Outcome, OutcomeRow] = {
    Outcome.AFGEROND: OutcomeRow(asks_result=True, asks_table=False),
    Outcome.ELDERS_BELEGD: OutcomeRow(asks_result=False, asks_table=True),
}


class ActionKind(TextChoices):
    SIGNALENKNOOPPUNT = "signalenknooppunt", "signalenknooppunt"
    INZICHT = "inzicht", "inzicht en overzicht"
    INFORMATIEDELING = "informatiedeling", "informatiedeling"
    KENNIS = "kennis", "kennis en leren"
    ONTWIKKELEN = "ontwikkelen", "samen ontwikkelen"


class Ladder(TextChoices):
    """Rungs of working together in a network, from light to intense."""

    KENNEN = "kennen", "elkaar kennen"
    INFORMEREN = "informeren", "informeren"
    AFSTEMMEN = "afstemmen", "afstemmen"
    COORDINEREN = "coordineren", "coördineren"
    PROGRAMMEREN = "programmeren", "samen programmeren"
    VERBINDEN = "verbinden", "integraal verbinden"
    GEHEEL = "geheel", "geheel samenwerken"


# What each rung means, in one line.
RUNGS: dict[Ladder, str] = {
    Ladder.KENNEN: "we weten wie wie is en wat de ander doet",
    Ladder.INFORMEREN: "we vertellen elkaar wat we doen",
    Ladder.AFSTEMMEN: "we houden rekening met elkaar, ieder in eigen werk",
    Ladder.COORDINEREN: "we maken afspraken over wie wat wanneer doet",
    Ladder.PROGRAMMEREN: "we werken samen aan één plan met één doel",
    Ladder.VERBINDEN: "we brengen mensen en middelen bij elkaar",
    Ladder.GEHEEL: "we werken als één organisatie",
}


class ProgressStatus(TextChoices):
    OP_KOERS = "op_koers", "op koers"
    AANDACHT = "aandacht", "aandacht nodig"
    STAGNEERT = "stagneert", "stagneert"

    @property
    def row(self) -> StatusRow:
        return STATUSES[self]

    @property
    def tone(self) -> Tone:
        return self.row.tone


@dataclass(frozen=True, kw_only=True)
class StatusRow:
    """shape: the sign before it in a row, for who cannot tell the colours apart."""

    tone: Tone
    shape: str


STATUSES: dict[ProgressStatus, StatusRow] = {
    ProgressStatus.OP_KOERS: StatusRow(tone=Tone.GOOD, shape="●"),
    ProgressStatus.AANDACHT: StatusRow(tone=Tone.ATTENTION, shape="▲"),
    ProgressStatus.STAGNEERT: StatusRow(tone=Tone.STUCK, shape="■"),
}


NORM = timedelta(days=90)  # a report older than this is too old: the Stuurgroep meets four times a year


class Criterion(TextChoices):
    """By what an action on the voorraadlijst is weighed. The label is the question."""

    BELANG = "belang", "Belang en urgentie"
    UITVOERBAARHEID = "uitvoerbaarheid", "Uitvoerbaarheid"
    IMPACT = "impact", "Impact op de praktijk"


# What each score from 1 to 5 means, so that two people mean the same by it.
ANCHORS: dict[Criterion, tuple[str, str, str, str, str]] = {
    Criterion.BELANG: (
        "speelt in een enkele regio, kan wachten",
        "speelt hier en daar, geen haast",
        "speelt in een deel van het land",
        "speelt in de meeste regio's, moet dit jaar",
        "speelt overal, elke maand uitstel kost iets",
    ),
    Criterion.UITVOERBAARHEID: (
        "vraagt een andere wet of ander stelsel",
        "vraagt veel van veel partijen",
        "lastig, maar te overzien",
        "kan met afspraken tussen enkele partijen",
        "kan meteen beginnen",
    ),
    Criterion.IMPACT: (
        "in de praktijk nauwelijks te merken",
        "een enkele professional merkt het",
        "een deel van de casussen loopt beter",
        "de meeste casussen op dit thema lopen beter",
        "verandert hoe er gewerkt wordt",
    ),
}


class Permission(TextChoices):
    READ = "lists.read"
    KEEP = "lists.keep"
    WEIGH = "lists.weigh"
    PROPOSE = "lists.propose"
    PULL = "lists.pull"
    JOIN = "lists.join"
    REPORT = "lists.report"
    RELEASE = "lists.release"
    ANSWER = "lists.answer"
    LINK = "lists.link"
    REVISE = "lists.revise"
    CALL = "lists.call"
    PILOT = "lists.pilot"
    CONFER = "lists.confer"
    ASK_TREKKER = "lists.ask_trekker"
    ORDER = "lists.order"
    HAND_OVER = "lists.hand_over"


class Verb(TextChoices):
    PROPOSED = "action_proposed", "stelde de actie voor"
    LINKED = "action_linked", "koppelde een knelpunt"
    RESTED = "action_rested", "liet de actie rusten op een paragraaf"
    MOVED = "action_moved", "verplaatste de actie"
    FOUND_DESIRABLE = "action_found_desirable", "vond de actie wenselijk"
    TREKKER_NAMED = "trekker_named", "wees de trekker aan"
    OFFERED = "trekker_offered", "bood zich aan als trekker"
    JOINED = "coalition_joined", "trad toe tot de coalitie"
    LEFT = "coalition_left", "verliet de coalitie"
    REPORTED = "progress_reported", "schreef een voortgangsbericht"
    WEIGHED = "action_weighed", "woog de actie"
    RELEASED = "progress_released", "gaf een voortgangsbericht vrij"
    REVISED = "action_revised", "herschreef de voorgestelde actie"
    SERVED = "action_serves_ambition", "verbond de actie met een ambitie"
    ORDERED = "list_ordered", "stelde een volgorde voor"
    TREKKER_ASKED = "trekker_asked", "vroeg een lid om de actie te trekken"
    TREKKER_REFUSED = "trekker_refused", "trekt de actie niet"
    CONTRIBUTED = "contribution_revised", "herschreef de bijdrage"
    CALLED = "coalition_called", "deed een oproep"
    PILOT_OFFERED = "pilot_offered", "bood zich aan als pilotregio"
    PILOT_ENDED = "pilot_ended", "stopt als pilotregio"
    COMMENTED = "coalition_commented", "schreef in de coalitie"
    PLANNED = "milestone_planned", "sprak een mijlpaal af"
    REACHED = "milestone_reached", "haalde een mijlpaal"
    DROPPED = "milestone_dropped", "liet een mijlpaal vervallen"
    FILED = "action_file_attached", "zette een document bij de actie"
    UNFILED = "action_file_detached", "haalde een document bij de actie weg"
    HANDED_OVER = "hand_over_answered", "legde vast wat de andere tafel zei"
