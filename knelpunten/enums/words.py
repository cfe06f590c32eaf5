"""What is chosen from in the forms of this room."""

from django.db.models import TextChoices


class KnelpuntKind(TextChoices):
    STELSEL = "stelsel", "het stelsel"
    BELEID = "beleid", "het beleid"
    WERKPROCESSEN = "werkprocessen", "de werkprocessen"
    SAMENWERKING = "samenwerking", "de samenwerking"


class Frequency(TextChoices):
    """How often a house meets it."""

    JAARLIJKS = "jaarlijks", "een paar keer per jaar"
    MAANDELIJKS = "maandelijks", "elke maand"
    WEKELIJKS = "wekelijks", "elke week"
    DAGELIJKS = "dagelijks", "vrijwel elke dag"


class Since(TextChoices):
    """Since when a house meets it."""

    KORT = "kort", "korter dan een half jaar"
    JAAR = "jaar", "een half tot één jaar"
    JAREN = "jaren", "één tot drie jaar"
    LANGER = "langer", "langer dan drie jaar"


class Level(TextChoices):
    """On which level something was tried."""

    OPERATIONEEL = "operationeel", "operationeel: in het werk zelf"
    TACTISCH = "tactisch", "tactisch: tussen leidinggevenden"
    STRATEGISCH = "strategisch", "strategisch: tussen bestuurders"


class NoteKind(TextChoices):
    """What is written beside a knelpunt after it was handed in."""

    AANVULLING = "aanvulling", "aanvulling van het huis"
    ANTWOORD = "antwoord", "antwoord aan de huizen"


class AskedFor(TextChoices):
    """On whose behalf the Stuurgroep puts a question to the houses."""

    STUURGROEP = "stuurgroep", "de Stuurgroep"
    RIJK = "rijk", "het Rijk, via de Stuurgroep"
