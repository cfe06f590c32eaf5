"""What a block of the editor looks like for a reader, while somebody chooses which to use."""

from __future__ import annotations

from typing import Any

from django import template
from django.templatetags.static import static
from django.utils.safestring import SafeString

from home.editor.blocks import content_of
from portal.documents.text import drawing

register = template.Library()


@register.simple_tag
def block_as_read(kind: str, value: Any) -> SafeString:
    """The block as it stands on a page; a figure without an image borrows our own."""
    if kind == "figure" and not value["image"]:
        blocks = [{"kind": "figure", "src": static("ui/icon.svg"), "alt": value["alt"], "caption": value["caption"]}]
    else:
        blocks = content_of(kind, value)
    return drawing.draw(blocks, marks=set(), section="voorbeeld", level=2)
