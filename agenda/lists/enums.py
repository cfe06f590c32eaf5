"""The three lists, the moves between them, and the words for actions."""

from django.db.models import TextChoices


class ActionList(TextChoices):
    VOORRAADLIJST = "voorraadlijst", "voorraadlijst"
    ACTIELIJST = "actielijst", "actielijst"
    GEREEDLIJST = "gereedlijst", "gereedlijst"


MOVES: dict[ActionList | None, set[ActionList]] = {
    None: {ActionList.VOORRAADLIJST},
    ActionList.VOORRAADLIJST: {ActionList.ACTIELIJST, ActionList.GEREEDLIJST},
    ActionList.ACTIELIJST: {ActionList.GEREEDLIJST, ActionList.VOORRAADLIJST},
    ActionList.GEREEDLIJST: {ActionList.ACTIELIJST, ActionList.VOORRAADLIJST},
}


class Outcome(TextChoices):
    """How an action comes to stand on the gereedlijst."""

    AFGEROND = "afgerond", "afgerond"
    ELDERS_BELEGD = "elders_belegd", "elders belegd"


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


class ProgressStatus(TextChoices):
    OP_KOERS = "op_koers", "op koers"
    AANDACHT = "aandacht", "aandacht nodig"
    STAGNEERT = "stagneert", "stagneert"


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
    WEIGH = "lists.weigh"
    PROPOSE = "lists.propose"
    PULL = "lists.pull"
    JOIN = "lists.join"
    REPORT = "lists.report"
    RELEASE = "lists.release"
    ANSWER = "lists.answer"
    LINK = "lists.link"


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
