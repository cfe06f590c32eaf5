"""What a body can decide, and which of the Stuurgroep's two functions that serves."""

from django.db.models import TextChoices


class DecisionKind(TextChoices):
    WENSELIJK = "wenselijk", "wenselijk achten"
    OP_DE_ACTIELIJST = "op_de_actielijst", "op de actielijst zetten"
    BLIJFT = "blijft", "blijft waar het staat"
    TERUG_NAAR_VOORRAAD = "terug_naar_voorraad", "terug naar de voorraadlijst"
    NAAR_GEREED = "naar_gereed", "naar de gereedlijst"
    HEROPENEN = "heropenen", "heropenen"
    BIJSTUREN = "bijsturen", "bijsturen"
    TREKKER_WIJZIGEN = "trekker_wijzigen", "trekker wijzigen"
    KNELPUNT_ELDERS = "knelpunt_elders", "knelpunt elders beleggen"
    VASTSTELLEN = "vaststellen", "document vaststellen"
    VERSLAG_VASTSTELLEN = "verslag_vaststellen", "verslag vaststellen"
    PARTIJ_TOELATEN = "partij_toelaten", "partij toelaten"
    CONCEPT_OVEREENKOMEN = "concept_overeenkomen", "concept-afspraak overeenkomen"
    BEKRACHTIGEN = "bekrachtigen", "bekrachtigen"
    TERUGLEGGEN = "terugleggen", "terugleggen"
    INTREKKEN = "intrekken", "intrekken"
    TER_KENNISGEVING = "ter_kennisgeving", "ter kennisgeving aannemen"
    AANHOUDEN = "aanhouden", "aanhouden"


# What any body can decide in its own meeting; all else is the Stuurgroep's.
OF_ANY_BODY = {DecisionKind.TER_KENNISGEVING, DecisionKind.AANHOUDEN, DecisionKind.VERSLAG_VASTSTELLEN}
# These leave the question as it was: it comes back.
LEAVES_OPEN = {DecisionKind.AANHOUDEN}


class Serves(TextChoices):
    """The two functions of the landelijke Stuurgroep."""

    HUIZEN = "huizen", "Stuurgroep voor de zorg- en veiligheidshuizen"
    VERBINDER = "verbinder", "bestuurlijk verbinder in het zorg- en veiligheidsdomein"


class Verb(TextChoices):
    DECIDED = "decided", "nam een besluit"
    RESTS = "step_rests_on_decision", "legde vast op welk besluit een stap rust"
    RESERVED = "decision_reserved", "liet een voorbehoud vastleggen"
    ADOPTED = "edition_adopted_by_decision", "stelde een document vast"
