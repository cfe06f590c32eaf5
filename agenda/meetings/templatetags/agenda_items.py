"""What stands of an item on the agenda. Forty of them on one page, and built here they take a fifth of the time of a template."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from agenda.decisions.enums import DecisionKind, Serves, Visibility
from agenda.meetings.enums import ItemKind, Treatment
from agenda.meetings.models import AgendaItem, OwnNote
from agenda.meetings.pages.meeting import TimedItem
from agenda.meetings.queries.subjects import kind_of
from portal.documents.templatetags.hits import cited
from portal.ui.templatetags.ui import clock_time, moment

register = template.Library()
NOTHING = SafeString("")
TIME = '<div class="agenda-time"><span class="agenda-number">{}</span>{}<span class="row-meta">{} min.</span></div>'
HEAD = '<div><h2><a href="{}">{}</a></h2><span class="row-meta">{}</span></div>'
LINK = '<a href="{}">{}</a>'
PAPERS = '<p class="row-meta">Stukken: {}</p>'
NOTE = '<p class="call">{}</p>'
TREATED = '<p><span class="status">{}</span></p>'
MISSES_REPORT = SafeString('<p class="soft">Geen bericht van de trekker sinds de vorige Stuurgroep.</p>')
QUESTION = '<p class="question">{}</p>'
ABOUT = '<p>Over {} <a href="{}">{}</a> <span class="soft">({})</span></p>'
PLAIN_ABOUT = '<p>Over {} <a href="{}">{}</a></p>'
UNLINKED_ABOUT = "<p>Over {} {}</p>"
ALSO = '<p class="row-meta">Gaat ook over: {}</p>'
DECISION = (
    '<div class="decision stack"><p><strong>{}: {}</strong><span class="row-meta">{} · {}</span></p>'
    '<p class="decision-text">{}</p></div>'
)


@register.simple_tag
def item_time(timed: TimedItem) -> SafeString:
    """Number, starting time and minutes."""
    return format_html(TIME, timed.item.number, clock_time(timed.starts_at), timed.item.minutes)


def _text(timed: TimedItem) -> SafeString:
    """What the item is called, of what kind it is, what it asks and what it is about."""
    item = timed.item
    readers = "" if item.is_for_all else Visibility(item.visibility).label
    said = (ItemKind(item.kind).label, Serves(item.serves).label, item.presenter, readers)
    head = format_html(HEAD, item.page_address, item.title, " · ".join(each for each in said if each))
    question = format_html(QUESTION, item.question) if item.question else NOTHING
    return _joined(head, question, _about(item, timed.subject))


def _joined(*parts: SafeString) -> SafeString:
    return SafeString("".join(parts))


def _papers(timed: TimedItem) -> SafeString:
    if not timed.papers:
        return NOTHING
    return format_html(PAPERS, format_html_join(", ", LINK, ((paper.fetch_address, paper.title) for paper in timed.papers)))


def _notes(timed: TimedItem) -> SafeString:
    """The notes and marks that this reader or a colleague made."""
    return format_html_join("", NOTE, ((_note(note),) for note in timed.notes)) if timed.notes else NOTHING


def _note(note: OwnNote) -> str:
    marked = "Gemarkeerd. " if note.is_marked else ""
    return f"{marked}{note.text}"


@register.simple_tag
def agenda_entry(timed: TimedItem) -> SafeString:
    """All that stands of an item on the agenda, but what can be done with it now."""
    outcome = _decision(timed) or _treated(timed.item)
    return _joined(_text(timed), _papers(timed), _notes(timed), _report(timed), outcome)


def _report(timed: TimedItem) -> SafeString:
    if timed.report:
        return render_to_string("meetings/report_of_trekker.html", {"report": timed.report})
    return MISSES_REPORT if timed.misses_report else NOTHING


def _treated(item: AgendaItem) -> SafeString:
    return format_html(TREATED, Treatment(item.treated).label) if item.treated else NOTHING


@register.simple_tag
def item_subject(item: AgendaItem) -> SafeString:
    """What it is about, as a link."""
    return _about(item, item.subject)


def _decision(timed: TimedItem) -> SafeString:
    """What was decided, by whom and when."""
    decision = timed.item.decision
    if decision is None:
        return NOTHING
    text = "Deze tekst is verwijderd." if decision.redacted_at else cited(decision.wording, decision.taken_at)
    return format_html(DECISION, decision, DecisionKind(decision.kind).label, moment(decision.taken_at), decision.by_label, text)


def _about(item: AgendaItem, subject: Any) -> SafeString:
    """The one thing that a decision would change, and what it is also about."""
    also = item.also
    if not also:
        return _subject(subject)
    links = format_html_join(", ", LINK, ((kind_of(each).address(each), each) for each in also))
    return _joined(_subject(subject), format_html(ALSO, links))


def _subject(subject: Any) -> SafeString:
    if subject is None:
        return NOTHING
    kind = kind_of(subject)
    address, status = kind.address(subject), kind.status(subject)
    if not address:
        return format_html(UNLINKED_ABOUT, kind.phrase, subject)
    if not status:
        return format_html(PLAIN_ABOUT, kind.phrase, address, subject)
    return format_html(ABOUT, kind.phrase, address, subject, status)
