"""The rows of the lists: what they say. How they look is in `lists/chained_row.html` and `lists/plain_row.html`."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.text import Truncator

from agenda.lists.enums import ActionList, Outcome
from agenda.lists.models import Action
from agenda.lists.queries.as_of import Stood
from agenda.lists.queries.cards import Card
from knelpunten.models import Knelpunt
from portal.network.models import Theme
from portal.ui.chains import Chain, Standing
from portal.ui.templatetags.parts import amount
from portal.ui.templatetags.ui import away, day, word

register = template.Library()
Row = dict[str, Any]
SHOWN, NEXT = 3, 60  # partners named, and characters of a next step


@register.inclusion_tag("lists/chained_row.html")
def action_row(action: Action, chains: dict[int, Chain], cards: dict[int, Card], place: str = "") -> Row:
    """An action on its list, with its chain.

    Where it stands since when, who pulls it and who takes part, how it goes or was weighed, and whom it serves.
    """
    card = cards[action.pk]
    standing = f"{place}{' · ' if place else ''}{action.standing} sinds {day(action.standing_since)}"
    notes = (standing, _people(action, card), _goes(action, card), _serves(action, card))
    return _row(action, notes, chains)


@register.inclusion_tag("lists/knelpunt_row.html")
def knelpunt_row(knelpunt: Knelpunt, standings: dict[int, Standing]) -> Row:
    """A knelpunt on its list: who raised it, where it is since when, the beginning of the last answer, and its chain."""
    return {"knelpunt": knelpunt, "standing": standings[knelpunt.pk]}


@register.inclusion_tag("lists/plain_row.html")
def plain_row(shown: Any, words: str) -> Row:
    """A title that leads somewhere, and words under it."""
    return {"shown": shown, "words": words, "quote": ""}


@register.inclusion_tag("lists/plain_row.html")
def stood_row(stood: Stood) -> Row:
    """An action as it stood: since when, how it ended, by which decision and why."""
    words = " · ".join(filter(None, (f"sinds {day(stood.since)}", stood.ended, stood.decision and f"Besluit {stood.decision}")))
    return {"shown": stood, "words": words, "quote": stood.reason}


@register.inclusion_tag("lists/list_count.html")
def list_count(theme: Theme, which: str) -> Row:
    """How many actions of a theme stand on a list, and the way to them."""
    address = f"?thema={theme.slug}&lijst={which}"
    return {"theme": theme, "which": which, "number": getattr(theme, which), "address": address}


@register.filter
def first_of(rows: list[Any], number: int | None) -> list[Any]:
    """The first so many; all when no number is given."""
    return rows if number is None else rows[:number]


def _row(shown: Any, notes: tuple[str, ...], chains: dict[int, Chain]) -> Row:
    return {"shown": shown, "notes": [note for note in notes if note], "chain": chains[shown.pk]}


def _people(action: Action, card: Card) -> str:
    """Who pulls it and who takes part, or what is missing."""
    if action.outcome:
        return _pulled_by(action)
    partners = "coalitie in vorming" if card.is_forming and action.list == ActionList.ACTIELIJST else ""
    if card.partners:
        shown = ", ".join(card.partners[:SHOWN]) + (
            f" en {len(card.partners) - SHOWN} meer" if len(card.partners) > SHOWN else ""
        )
        partners = f"{partners or 'coalitie'}: {shown}"
    return " · ".join(filter(None, (_pulled_by(action), partners)))


def _goes(action: Action, card: Card) -> str:
    """On the voorraadlijst how it was weighed, on the actielijst how it goes and what comes next."""
    if action.list == ActionList.VOORRAADLIJST:
        if card.weight_words:
            return f"gewogen: {card.weight_words}"
        return "nog niet gewogen door de Stuurgroep" if card.weight else ""
    if action.list == ActionList.GEREEDLIJST:
        return ""
    if card.report is None:
        return "▲ geen bericht van de trekker"
    report = card.report
    word = f"{report.status.row.shape} {report.status.label}, {away(report.reported_at)}{' (te oud)' if report.is_old else ''}"
    if not report.next_step:
        return word
    when = f" op {day(report.next_date)}" if report.next_date else ""
    return f"{word} · volgende stap{when}: {Truncator(report.next_step).chars(NEXT)}"


def _serves(action: Action, card: Card) -> str:
    """The knelpunten and houses behind it, and how often it was on an agenda."""
    parts, of = [], ("actie", word(action))
    if card.knelpunten:
        behind = amount(len(card.knelpunten), "knelpunt,knelpunten", *of, "knelpunten")
        parts.append(format_html("{}, {}", behind, amount(len(card.houses), "huis,huizen", *of, "huizen")))
    if card.meetings:
        parts.append(format_html("in {}", amount(card.meetings, "vergadering,vergaderingen", *of, "vergaderingen")))
    return format_html_join(" · ", "{}", ((part,) for part in parts))


def _pulled_by(action: Action) -> str:
    """Who pulls it, or what is missing; nobody has to pull what found its home elsewhere."""
    if action.outcome == Outcome.ELDERS_BELEGD:
        return "" if action.is_accepted else "door die tafel nog niet aanvaard"
    if action.trekker is None:
        return "nog geen trekker"
    if not action.has_trekker and not action.outcome:
        return "▲ de zetel van de trekker is beëindigd"
    organisation: Any = action.trekker.membership.organisation  # no house sits in the Stuurgroep
    return f"Trekker: {action.trekker.user.name}, {organisation.short_name}"
