"""An action as a row of a table or a card of a board: how it goes, who pulls it, what comes next, how many houses it serves."""

from __future__ import annotations

from typing import Any

from django.utils.text import Truncator

from agenda.lists.enums import ActionList, Outcome
from agenda.lists.models import Action
from agenda.lists.queries.cards import Card
from portal.kit import clock
from portal.kit.opaque import of
from portal.kit.states import Tone
from portal.ui.chains import Chain
from portal.ui.table import Line
from portal.ui.templatetags.tables import in_short

SHOWN, NEXT = 3, 60  # partners named, and characters of a next step
QUIET = 30  # days without a report after which one counts them
NO_REPORT = "geen bericht"


def action_line(action: Action, card: Card, chain: Chain, *, under: str = "") -> Line:
    """An action as a row. `under` is what the page it stands on does not say: its theme or its list."""
    return Line(
        url=action.get_absolute_url(),
        title=action.title,
        chain=chain,
        number=len(card.houses),
        unit="huis" if len(card.houses) == 1 else "huizen",
        number_of=("actie", of(action), "huizen"),
        **_standing(action, card),
        **_people(action, card),
        **_next(action, card, under),
    )


def _standing(action: Action, card: Card) -> dict[str, Any]:
    since = f"sinds {in_short(action.standing_since)}"
    if action.list == ActionList.VOORRAADLIJST:
        return {"status": action.standing, "tone": Tone.PLAIN, "status_note": since}
    if action.list == ActionList.GEREEDLIJST:
        is_refused = action.outcome == Outcome.ELDERS_BELEGD and not action.is_accepted
        return {"status": action.standing, "tone": Tone.ATTENTION if is_refused else Tone.DONE, "status_note": since}
    if card.report is None:
        return {"status": NO_REPORT, "tone": Tone.PLAIN, "status_note": since}
    days = (clock.today() - clock.date_of(card.report.reported_at)).days
    said = f"{days} dagen stil" if days > QUIET else in_short(card.report.reported_at)
    return {"status": str(card.report.status.label), "tone": card.report.status.tone, "status_note": said}


def _people(action: Action, card: Card) -> dict[str, Any]:
    """Who pulls it and who takes part, or what is missing; nobody has to pull what found its home elsewhere."""
    if action.outcome == Outcome.ELDERS_BELEGD:
        return {"who_note": "" if action.is_accepted else "door die tafel nog niet aanvaard"}
    trekker: Any = action.trekker.membership.organisation if action.trekker else None  # no house sits in the Stuurgroep
    is_forming = card.is_forming and action.list == ActionList.ACTIELIJST
    partners = _named([name for name in card.partners if trekker is None or name != trekker.short_name])
    coalition = f"coalitie in vorming{': ' if partners else ''}{partners}" if is_forming else partners
    if action.trekker is None:
        return {"who_note": " · ".join(filter(None, ("nog geen trekker", coalition)))}
    if not action.has_trekker and not action.outcome:
        return {"who": "geen trekker meer", "who_lacks": True, "who_note": "de zetel van de trekker is beëindigd"}
    others = "" if action.outcome else coalition
    return {"who": action.trekker.user.name, "who_note": " · ".join(filter(None, (trekker.short_name, others)))}


def _named(partners: list[str]) -> str:
    return ", ".join(partners[:SHOWN]) + (f" en {len(partners) - SHOWN} meer" if len(partners) > SHOWN else "")


def _next(action: Action, card: Card, under: str) -> dict[str, Any]:
    """What comes next and when: the Stuurgroep where that is first, or the step of the last report; else how it was weighed."""
    weighed = f"gewogen: {card.weight_words}" if card.weight_words else ""
    if card.on_agenda and not _comes_first(card):
        under = " · ".join(filter(None, (under, weighed)))
        return {"next": "op tafel in de Stuurgroep", "day": card.on_agenda, "is_due": True, "under": under}
    if action.list == ActionList.VOORRAADLIJST:
        return {"next_note": weighed or ("nog niet gewogen door de Stuurgroep" if card.weight else ""), "under": under}
    if action.list == ActionList.GEREEDLIJST:
        return {"under": under}
    if card.report is None or not card.report.next_step:
        return {"next_note": "nog geen volgende stap", "under": under}
    step = Truncator(card.report.next_step).chars(NEXT)
    return {"next": step, "day": card.report.next_date, "is_due": True, "under": under}


def _comes_first(card: Card) -> bool:
    """Whether the step of the last report comes before the Stuurgroep speaks about it."""
    day = card.report.next_date if card.report else None
    return bool(day and card.on_agenda and day < card.on_agenda)
