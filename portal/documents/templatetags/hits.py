"""What templates need of documents: marked hits, explained words, linked citations."""

from datetime import datetime

from django import template
from django.utils.safestring import SafeString

from portal.documents.queries.citations import linked
from portal.documents.queries.terms import explained
from portal.documents.text import drawing
from portal.documents.text.content import Block
from portal.kit import clock
from portal.kit.finding import quoted

register = template.Library()
register.filter("quoted", quoted)
register.filter("explained", explained)


@register.filter
def drawn(blocks: list[Block] | None, level: int) -> SafeString:
    """Blocks without footnotes, below a heading of this level."""
    return drawing.draw(blocks or [], marks=set(), section="", level=level)


@register.filter
def cited(text: str | None, moment: datetime) -> SafeString:
    """A text with its citations of the Kader as links, bound to the edition in force at that moment."""
    return linked(text or "", clock.date_of(moment))
