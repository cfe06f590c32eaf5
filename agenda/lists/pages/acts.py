"""What one can do with an action, in the order in which it comes first, and the page on which each is filled in."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from agenda.lists.enums import ActionList
from agenda.lists.forms import working
from agenda.lists.models import Action
from agenda.lists.pages.action import ActionPage, WeighedPage
from knelpunten.forms.assessment import AttachmentForm
from portal.kit.addresses import address_of
from portal.ui.acts import Act, Acts, Filling, acts
from portal.ui.templatetags.ui import day

BY_STUURGROEP = "De Stuurgroep beslist in een vergadering of de actie op de actielijst komt."


def acts_of(action: Action, page: ActionPage, weighing: WeighedPage) -> Acts:
    """The act that comes first for this reader: what the overview asks of them, and else what they can add."""
    can, last = page.possible, page.last

    def to(view: str, label: str, **more: Any) -> Act:
        return Act(label=label, url=address_of(f"lists:{view}", action.pk), **more)

    def aside(view: str, label: str, **more: Any) -> Act:
        return to(view, label, is_quiet=True, **more)

    is_silent = last is None or last.is_old
    report = to("report", "Schrijf een voortgangsbericht")
    milestone = Act(label="Zeg of de mijlpaal gehaald is", url="#plan", why="De dag van een mijlpaal is voorbij.")
    offered = [
        (can.offer and can.refuse, to("offer", "Bied u aan als trekker", is_press=True, why=f"U bent gevraagd. {BY_STUURGROEP}")),
        (can.hand_over, to("hand_over", "Leg vast wat die tafel zei", why=_not_accepted(page))),
        (can.release and not is_silent and not _is_released(last), _release(action, last)),
        (can.report and is_silent, report),
        (can.plan and page.is_behind, milestone),
        (can.report, report),
        (can.weigh and not weighing.is_seen, to("weigh", "Weeg deze actie")),
        (can.ask_trekker, to("ask_trekker", "Vraag iemand als trekker")),
        (can.offer, to("offer", "Bied u aan als trekker", is_press=True, why=BY_STUURGROEP)),
        (can.join, to("join", "Treed toe tot de coalitie")),
        (can.pilot, to("pilot", "Bied uw huis aan als pilotregio")),
        (can.call, to("call", "Doe een oproep")),
        (can.refuse, aside("refuse", "Ik trek deze actie niet")),
        (can.weigh, aside("weigh", "Weeg deze actie")),
        (can.revise, aside("revise", "Herschrijf het voorstel")),
        (can.plan, aside("plan", "Spreek een mijlpaal af")),
        (can.plan, aside("attach", "Voeg een document toe")),
        (can.confer, aside("confer", "Overleg van de coalitie")),
        (can.call and page.call, aside("close_call", "Sluit de oproep", is_press=True)),
        (can.leave, aside("contribute", "Wijzig uw bijdrage")),
        (can.leave, aside("leave", "Stap uit de coalitie")),
        (can.end_pilot, aside("end_pilot", "Stop als pilotregio")),
    ]
    return acts(offered, why_not=_why_not(action))


def _why_not(action: Action) -> str:
    if action.list == ActionList.GEREEDLIJST:
        return "Deze actie is klaar. Er is niets meer te doen."
    return "U leest mee. De trekker en de coalitie werken aan deze actie."


def _not_accepted(page: ActionPage) -> str:
    return f"{page.moves[0].table} heeft de actie nog niet aanvaard." if page.moves else ""


def _is_released(last: Any) -> bool:
    return last is None or last.is_released


def _release(action: Action, last: Any) -> Act:
    """Of the newest report."""
    return Act(
        label="Geef vrij voor de Stuurgroep",
        url=reverse("lists:release", args=[action.pk, last.pk]) if last else "",
        is_press=True,
        why=f"De coalitie schreef een bericht op {day(last.reported_at)}." if last else "",
    )


COALITION = (
    "Elke partij gaat over haar eigen bijdrage.",
    "Niet iedereen hoeft overal aan mee te doen.",
    "We sluiten aan bij werk dat al loopt.",
)
# By what must be possible for it: the same names as in `ActionPossible`, and those of two forms with one right.
FILLINGS: dict[str, Filling] = {
    "report": Filling(heading="Hoe gaat het met deze actie?", button="Plaats het bericht", form=working.ProgressForm),
    "hand_over": Filling(heading="Wat zei de andere tafel?", button="Leg vast", form=working.HandOverAnswerForm),
    "refuse": Filling(heading="Trekt u deze actie niet?", button="Zeg dat u niet trekt", form=working.RefuseForm),
    "ask_trekker": Filling(heading="Wie vraagt u als trekker?", button="Vraag dit lid", form=working.AskTrekkerForm),
    "join": Filling(heading="Doet uw organisatie mee?", button="Doe mee", form=working.ContributionForm, points=COALITION),
    "contribute": Filling(heading="Wat brengt u in?", button="Bewaar de bijdrage", form=working.EditContributionForm),
    "leave": Filling(heading="Stapt uw organisatie uit?", button="Stap uit", form=working.LeaveForm),
    "call": Filling(heading="Wie zoekt de coalitie nog?", button="Plaats de oproep", form=working.CallForm),
    "pilot": Filling(heading="Wil uw huis dit beproeven?", button="Bied uw huis aan", form=working.PilotForm),
    "end_pilot": Filling(heading="Stopt uw huis als pilotregio?", button="Stop ermee", form=working.EndPilotForm),
    "plan": Filling(heading="Spreek een mijlpaal af", button="Zet erbij", form=working.MilestoneForm),
    "attach": Filling(heading="Voeg een document toe", button="Voeg toe", form=AttachmentForm),
}
NEEDS = {"contribute": "leave", "attach": "plan"}


def is_offered(page: ActionPage, name: str) -> bool:
    """Whether this reader can fill it in now."""
    return bool(getattr(page.possible, NEEDS.get(name, name)))


def given_to(name: str, page: ActionPage) -> dict[str, Any]:
    """What the form of this act begins with, beside what was sent."""
    if name == "ask_trekker":
        return {"seats": page.possible_trekkers}
    if name == "contribute" and page.mine:
        mine = page.mine
        return {"initial": {"version": mine.version, "text": mine.text, "freed": mine.freed}}
    return {}
