"""The text of an agreement as it is read: paragraphs, headings and lists, with its citations as links."""

from __future__ import annotations

from datetime import date

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from portal.documents.citing import linked

register = template.Library()


@register.simple_tag
def agreement_text(text: str, day: date) -> SafeString:
    """A blank line ends a paragraph; lines that begin with ## are headings, with - items of a list."""
    blocks = [block.strip() for block in text.replace("\r", "").split("\n\n")]
    return format_html_join("", "{}", ((_block(block, day),) for block in blocks if block))


def _block(block: str, day: date) -> SafeString:
    lines = [line.strip() for line in block.split("\n") if line.strip()]
    if lines[0].startswith("## "):
        rest = "\n".join(lines[1:])
        return format_html("<h3>{}</h3>{}", lines[0][3:], _block(rest, day) if rest else "")
    if all(line.startswith("- ") for line in lines):
        return format_html("<ul>{}</ul>", format_html_join("", "<li>{}</li>", ((linked(line[2:], day),) for line in lines)))
    return format_html("<p>{}</p>", linked(" ".join(lines), day))
