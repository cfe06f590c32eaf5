"""The text of an agreement as it is read: paragraphs, headings and lists, with its citations as links."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from portal.documents.queries.citations import linked

register = template.Library()


@register.simple_tag
def agreement_text(text: str, day: date) -> SafeString:
    """A blank line ends a paragraph; a line that begins with ## is a heading, lines with - are a list.

    Citations are read once for the whole text.
    """
    lines = [SafeString(line.strip()) for line in linked(text.replace("\r", ""), day).split("\n")]
    return format_html_join("", "{}", ((_drawn(kind, list(rows)),) for kind, rows in groupby(lines, _kind)))


def _kind(line: str) -> str:
    return "h3" if line.startswith("## ") else "li" if line.startswith("- ") else "p" if line else ""


def _drawn(kind: str, lines: list[SafeString]) -> SafeString:
    """Lines of one kind, which are escaped already."""
    if kind == "p":
        return format_html("<p>{}</p>", SafeString(" ".join(lines)))
    if kind == "":
        return SafeString("")
    mark = len("## ") if kind == "h3" else len("- ")
    drawn = format_html_join("", f"<{kind}>{{}}</{kind}>", ((SafeString(line[mark:]),) for line in lines))
    return format_html("<ul>{}</ul>", drawn) if kind == "li" else drawn
