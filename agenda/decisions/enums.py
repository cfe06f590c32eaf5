"""What a body can decide, and which of the Stuurgroep's two functions that serves."""

from __future__ import annotations

from dataclasses import dataclass

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


class Visibility(TextChoices):
    """Who may read it, the narrowest first as the default asks for it."""

    VERTROUWELIJK = "vertrouwelijk", "vertrouwelijk"
    LEDEN = "leden", "voor leden"
    OPEN = "open", "openbaar"

    @property
    def row(self) -> VisibilityRow:
        return VISIBILITIES[self]

    @property
    def narrowness(self) -> int:
        return self.row.narrowness

    @property
    def is_confidential(self) -> bool:
        return self.row.is_confidential


@dataclass(frozen=True, kw_only=True)
class VisibilityRow:
    """narrowness: the wider, the lower: what fewer may read stands further on, so that nobody sees a gap.

    is_confidential: whether only whoever sits in the body reads it; else every member does.
    series: the letter in the number of a decision of this class, so that nobody sees a gap there either.
    readers: whom one chooses by it, in a form.
    """

    narrowness: int
    is_confidential: bool
    series: str
    readers: str


V = Visibility

VISIBILITIES: dict[Visibility, VisibilityRow] = {
    V.OPEN: VisibilityRow(narrowness=0, is_confidential=False, series="", readers="Iedereen: het besluit kan openbaar worden"),
    V.LEDEN: VisibilityRow(narrowness=1, is_confidential=False, series="L", readers="Alle leden van het netwerk"),
    V.VERTROUWELIJK: VisibilityRow(narrowness=2, is_confidential=True, series="V", readers="Alleen wie in dit gremium zit"),
}
# What every member reads.
SHARED = [visibility for visibility, row in VISIBILITIES.items() if not row.is_confidential]


class Serves(TextChoices):
    """The two functions of the landelijke Stuurgroep."""

    HUIZEN = "huizen", "Stuurgroep voor de zorg- en veiligheidshuizen"
    VERBINDER = "verbinder", "bestuurlijk verbinder in het zorg- en veiligheidsdomein"


class Verb(TextChoices):
    DECIDED = "decided", "nam een besluit"
    RESTS = "step_rests_on_decision", "legde vast op welk besluit een stap rust"
    RESERVED = "decision_reserved", "liet een voorbehoud vastleggen"
    ADOPTED = "edition_adopted_by_decision", "stelde een document vast"
