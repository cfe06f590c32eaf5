"""What one can do with a knelpunt: which act comes first where it stands, the others, and the page on which each is filled in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.urls import reverse

from knelpunten.domain import submissions
from knelpunten.enums import KnelpuntState
from knelpunten.forms.assessment import CheckBackForm, JudgedAttachmentForm, NoteTextForm, ReplyForm
from knelpunten.forms.knelpunt import NoteForm, ReasonForm
from knelpunten.models import Knelpunt
from portal.kit import opaque
from portal.kit.addresses import address_of
from portal.ui.acts import Act, Acts, Filling, acts
from portal.ui.templatetags.ui import away, day

AGAIN = "Zo niet, schrijf dan op wat er nog speelt. Het landelijk bureau beoordeelt het knelpunt dan opnieuw. Dat kan één keer."
OTHERWISE = (
    "Schrijf op waarom. Het landelijk bureau beoordeelt het knelpunt dan opnieuw. "
    "U kunt elke uitkomst één keer opnieuw voorleggen."
)
REVIEW = (
    "Gaat dit over één persoon? Alleen u en het huis zien dit knelpunt. Geef het vrij als het over een patroon gaat. "
    "Kan iemand zich erin herkennen, stuur het dan terug."
)
START = (
    "Dit knelpunt wacht op een beoordeling. De tekst ligt vast sinds het is ingediend. "
    "Als u begint, kan het huis het ook niet meer intrekken."
)
CLAIM = "Het staat in een lijst die landelijk is opgehaald. Zet u het op naam van uw huis, dan krijgt u de antwoorden."
S = KnelpuntState
WRITTEN = ("submit", "edit")
ENDED = ("reply", "say_unsolved")
# What comes first, by where it stands: the first of these that this reader can do.
FIRST: dict[KnelpuntState, tuple[str, ...]] = {
    S.CONCEPT: WRITTEN,
    S.PRIVACYTOETS: ("release",),
    S.INGEDIEND: ("start",),
    S.IN_BEOORDELING: (),  # the form of the assessment stands on the page, beside the text
    S.TERUG_NAAR_INDIENER: WRITTEN,
    S.OP_DE_LIJST: ("propose_action",),
    S.GEKOPPELD: ("answer", "propose_action"),
    S.BEANTWOORD: ("say_unsolved",),
    S.ELDERS_BELEGD: ("check_back", *ENDED),
    S.HOORT_IN_DE_REGIO: ENDED,
    S.NIET_OPGENOMEN: ENDED,
    S.SAMENGEVOEGD: (),
    S.NAAR_SAMENWERKINGSAGENDA: ENDED,
    S.INGETROKKEN: (),
}
ALWAYS = ("claim", "recognise")  # what a house can do wherever it stands, when nothing comes before it


class Doing(NamedTuple):
    """An act in words: its address by name, what it is called, and what is said beside it when it comes first."""

    view: str
    label: str
    why: str = ""
    is_press: bool = False


DOINGS: dict[str, Doing] = {
    "submit": Doing("submit", "Dien in", "Als u het indient, gaat het naar het landelijk bureau."),
    "edit": Doing("edit", "Wijzig de tekst"),
    "release": Doing("release", "Geef vrij", REVIEW, is_press=True),
    "start": Doing("start", "Begin met beoordelen", START, is_press=True),
    "check_back": Doing("confirm", "Ja, aanvaard", is_press=True),
    "say_unsolved": Doing("unsolved", "Leg het opnieuw voor", f"Ziet uw huis dit anders? {OTHERWISE}"),
    "reply": Doing("reply", "Schrijf het antwoord", "De huizen wachten op een antwoord: wat is ervan gekomen?"),
    "claim": Doing("claim", "Dit is van ons huis", f"Kwam dit knelpunt van uw huis? {CLAIM}", is_press=True),
    "recognise": Doing("recognise", "Wij herkennen dit knelpunt", "Loopt u hier ook op vast? Dan staat uw huis er mede achter."),
    "unrecognise": Doing("unrecognise", "Sta er niet meer achter", is_press=True),
    "add": Doing("add", "Vul dit knelpunt aan"),
    "withdraw": Doing("withdraw", "Trek dit knelpunt in"),
    "unmerge": Doing("unmerge", "Haal ze weer uit elkaar"),
    "attach": Doing("attach", "Voeg een bijlage toe"),
}
# With an act, another: where one can say yes, one can say no.
BESIDE = {
    "release": (Doing("send_back", "Stuur het terug naar het huis"),),
    "check_back": (
        Doing("check_back", "Nog niet: vraag later opnieuw na"),
        Doing("take_back", "Nee: beoordeel het opnieuw"),
    ),
}
QUIET = ("edit", "reply", "add", "attach", "unmerge", "unrecognise", "say_unsolved", "withdraw")


def acts_of(knelpunt: Knelpunt, can: Mapping[str, bool], hand_over: Any = None) -> Acts:
    """The act that comes first for this reader where the knelpunt stands, and what else they can do."""
    known = {name: _act(knelpunt, doing) for name, doing in DOINGS.items()} | _of_other_rooms(knelpunt)
    known["check_back"] = _act(knelpunt, DOINGS["check_back"]._replace(why=_asked_back(hand_over)))
    if knelpunt.state == S.BEANTWOORD:
        unsolved = Doing("unsolved", "Dit is niet opgelost", f"Is het hiermee opgelost? {AGAIN}")
        known["say_unsolved"] = _act(knelpunt, unsolved)
    if knelpunt.answered_at:  # another answer can be given, and nobody waits for it
        known["reply"] = _act(knelpunt, DOINGS["reply"]._replace(label="Schrijf nog een antwoord", why=""))
    leading = [name for name in (*FIRST[knelpunt.standing], *ALWAYS) if not (name == "reply" and knelpunt.answered_at)]
    offered = [(can[name], known[name]) for name in leading]
    offered += [(can[name], _quiet(_act(knelpunt, doing))) for name, doings in BESIDE.items() for doing in doings]
    offered += [(can["propose_action"], _quiet(known["propose_action"])), (can["propose_action"], _quiet(known["link"]))]
    offered += [(can[name], _quiet(known[name])) for name in QUIET]
    offered.append((can["read_mail"], _quiet(known["mail"])))
    return acts(offered, why_not=_why_not(can))


def _act(knelpunt: Knelpunt, doing: Doing) -> Act:
    url = address_of(f"knelpunten:{doing.view}", knelpunt.pk)
    return Act(label=doing.label, url=url, why=doing.why, is_press=doing.is_press)


def _quiet(act: Act) -> Act:
    return Act(label=act.label, url=act.url, is_press=act.is_press, is_quiet=True)


def _of_other_rooms(knelpunt: Knelpunt) -> dict[str, Act]:
    """Written elsewhere, and known here by its address only."""
    query = f"?knelpunt={opaque.of(knelpunt)}"
    done = "Dit knelpunt hoort bij een actie. Wat is ervan gekomen?"
    return {
        "answer": Act(label="Schrijf het antwoord", url=address_of("lists:answer", knelpunt.pk), why=done),
        "propose_action": Act(label="Maak er een actie van", url=reverse("lists:propose") + query),
        "link": Act(label="Koppel aan een actie die er al is", url=reverse("lists:link") + query),
        "mail": Act(label="Wie kreeg hierover bericht?", url=reverse("knelpunten:mail") + query),
    }


def _asked_back(hand_over: Any) -> str:
    if hand_over is None:
        return ""
    whom = f" bij {hand_over.whom_to_ask}" if hand_over.whom_to_ask else ""
    return (
        f"Heeft “{hand_over.step.table}” dit aanvaard? Een overdracht is pas klaar als die tafel haar aanvaardt. "
        f"Navragen op {day(hand_over.check_back_date)} ({away(hand_over.check_back_date)}){whom}."
    )


def _why_not(can: Mapping[str, bool]) -> str:
    if can["conclude"]:
        return "Lees de tekst, en kies daaronder hoe de beoordeling afloopt."
    return submissions.CONFIRMED if can["hear_why_not"] else ""


FILLINGS: dict[str, Filling] = {
    "unsolved": Filling(heading="Wat speelt er nog?", button="Leg het opnieuw voor", form=ReasonForm, text=OTHERWISE),
    "recognise": Filling(heading="Loopt u hier ook op vast?", button="Sta erachter", form=NoteForm),
    "add": Filling(
        heading="Wat wilt u toevoegen?",
        button="Voeg toe",
        form=NoteTextForm,
        text="De tekst zelf ligt vast. Wat u hier schrijft, komt erbij te staan.",
    ),
    "withdraw": Filling(heading="Waarom trekt u dit in?", button="Trek in", form=ReasonForm),
    "send_back": Filling(heading="Waarom stuurt u dit terug?", button="Stuur terug", form=ReasonForm),
    "check_back": Filling(heading="Wanneer vraagt u opnieuw na?", button="Verzet de datum", form=CheckBackForm),
    "take_back": Filling(heading="Waarom haalt u dit terug?", button="Haal het terug", form=ReasonForm),
    "unmerge": Filling(heading="Waarom haalt u ze uit elkaar?", button="Haal uit elkaar", form=ReasonForm),
    "reply": Filling(heading="Schrijf het antwoord aan de huizen", button="Stuur het antwoord", form=ReplyForm),
    "attach": Filling(
        heading="Voeg een bijlage toe",
        button="Voeg toe",
        form=JudgedAttachmentForm,
        text="Een bestand met persoonsgegevens hoort hier niet. Wie dit knelpunt mag lezen, kan het ophalen.",
    ),
}
NEEDS = {"unsolved": "say_unsolved", "send_back": "release", "take_back": "check_back"}
