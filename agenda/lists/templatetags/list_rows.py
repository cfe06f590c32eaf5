"""The rows of the lists. A theme shows a hundred of them, and built here they take a third of the time of a template."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from agenda.lists.enums import Outcome
from agenda.lists.models import Action
from knelpunten.enums import KnelpuntState
from knelpunten.models import Knelpunt
from portal.ui.chains import Chain
from portal.ui.templatetags.ui import day, dots

register = template.Library()
ROW = '<li class="row"><div class="row-main"><a class="row-title" href="{}">{}</a>{}</div>{}</li>'
NOTE = '<span class="row-meta">{}</span>'


@register.simple_tag
def action_row(action: Action, chains: dict[int, Chain]) -> SafeString:
    """An action on its list: where it stands since when, who pulls it, and its chain."""
    return _row(action, (f"{action.standing} sinds {day(action.standing_since)}", _pulled_by(action)), chains)


@register.simple_tag
def knelpunt_row(knelpunt: Knelpunt, chains: dict[int, Chain]) -> SafeString:
    """A knelpunt on its list: who raised it, where it stands since when, and its chain."""
    standing = f"{KnelpuntState(knelpunt.state).label} sinds {day(knelpunt.state_since)}"
    return _row(knelpunt, (knelpunt.raised_by, standing), chains)


def _row(shown: Any, notes: tuple[str, str], chains: dict[int, Chain]) -> SafeString:
    said = format_html_join("", NOTE, ((note,) for note in notes if note))
    return format_html(ROW, shown.get_absolute_url(), shown.title, said, dots(chains[shown.pk]))


def _pulled_by(action: Action) -> str:
    """Who pulls it, or what is missing; nobody has to pull what found its home elsewhere."""
    if action.outcome == Outcome.ELDERS_BELEGD:
        return "" if action.is_accepted else "door die tafel nog niet aanvaard"
    if action.trekker is None:
        return "nog geen trekker"
    if not action.has_trekker and not action.outcome:
        return "De zetel van de trekker is beëindigd"
    return f"Trekker: {action.trekker.user.name}, {action.trekker.membership.organisation.short_name}"
