"""Reading Markdown: headings, lists, tables and `[^1]` footnotes; `{#anchor}` at the
end of a heading or a text is its lasting name."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt

from portal.documents.importing import marked_up
from portal.documents.importing.blocks import count_words
from portal.documents.importing.outline import Outline
from portal.documents.text import content

FRAME = re.compile(r"^::: kader ?(.*?)\n(.*?)^:::[ \t]*$", re.M | re.S)
ABOUT = re.compile(r"\{(?:#[a-z0-9-]+)?(?:\s*[a-z]+=\"[^\"]*\")*\}")
NOTE = re.compile(r"^\[\^([^\]]{1,8})\]:[ \t]*(.+)$", re.M)
MARK = re.compile(r"\[\^([^\]]{1,8})\]")
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.S)


def read(source: str) -> Outline:
    """The outline of a Markdown text. HTML in it is cleaned."""
    body = FRONT_MATTER.sub("", source)
    notes = {match[1]: content.clean_inline(_inline(match[2])) for match in NOTE.finditer(body)}
    body = NOTE.sub("", body)
    html = _renderer().render(FRAME.sub(_framed, body))
    html = MARK.sub(r"<sup>\1</sup>", html)
    before, pieces = marked_up.split(html)
    words = count_words(content.plain(ABOUT.sub("", html.replace("<", " <").replace(" <sup>", "<sup>"))))
    total = words + sum(count_words(content.plain(text)) for text in notes.values())
    return marked_up.outline(marked_up.Source(pieces=pieces, before=before, notes=notes, total_words=total))


def _renderer() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("table")


def _framed(match: re.Match[str]) -> str:
    """A frame as the HTML that `content` knows: its title is a heading of its own kind."""
    return f"\n<section>\n<h6>{_inline(match[1])}</h6>\n\n{match[2]}\n</section>\n"


def _inline(text: str) -> str:
    return str(_renderer().renderInline(text))
