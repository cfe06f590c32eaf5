"""What pages are made of: each a template of its own in `ui/`, so that a look changes in one place. See docs/components.md.

Where a component leads is written as `{% url %}` has it, a name and what it needs, or as a path that is at hand.
"""

from __future__ import annotations

import re
from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()

BESIDE = "\x1fbeside\x1f"  # stands in a row's content between what is in it and what is beside it
FORMS = {"pdf": "PDF", "docx": "Word", "xlsx": "Excel", "csv": "CSV"}
LINE_END = re.compile(r"\s*\n\s*")


def address(to: tuple[Any, ...]) -> str:
    """The path of `("network:proposal", 3)`, of `("/netwerk/",)`, and of nothing."""
    first = str(to[0]) if to else ""
    return first if not first or first[0] in "/?#" else reverse(first, args=to[1:])


def drawn(context: Any, name: str, /, **props: Any) -> SafeString:
    """That component's template with these props and nothing else."""
    return context.template.engine.get_template(f"ui/{name}.html").render(context.new(props))


@register.simple_block_tag(takes_context=True)
def page_head(context: Any, content: str) -> SafeString:
    """The top of a page: crumbs, the `<h1>`, and what it is about."""
    return drawn(context, "page_head", content=content)


@register.inclusion_tag("ui/crumbs.html")
def crumbs(*trail: Any, here: Any, look: str = "breadcrumb") -> dict[str, Any]:
    """Where a page stands: pairs of a name and where it leads, and the page itself. What leads nowhere is only a name."""
    above = [{"name": name, "url": address((to,))} for name, to in zip(trail[::2], trail[1::2], strict=True)]
    return {"above": above, "here": here, "look": look}


@register.simple_block_tag(takes_context=True)
def section(context: Any, content: str, *title: Any, id: str = "", look: str = "stack") -> SafeString:
    """A part of a page under a heading of its own. Without a title the content begins with its `<h2 id=…>`."""
    return drawn(
        context, "section", content=content, title=format_html_join(" ", "{}", ((word,) for word in title)), id=id, look=look
    )


@register.simple_block_tag(takes_context=True)
def do_now(context: Any, content: str, look: str = "do-now", label: str = "Wat u nu kunt doen") -> SafeString:
    """What the reader can do on this page."""
    return drawn(context, "do_now", content=content, look=look, label=label)


@register.simple_block_tag(takes_context=True)
def other_text(context: Any, content: str) -> SafeString:
    """What a colleague made of it in the meantime, above the reader's own text."""
    return drawn(context, "other_text", content=content)


@register.simple_block_tag(takes_context=True)
def fold(context: Any, content: str, summary: Any, open: Any = False, look: str = "") -> SafeString:
    """Something behind a line that says what it is."""
    return drawn(context, "fold", content=content, summary=summary, open=open, look=look)


@register.simple_block_tag(takes_context=True)
def post_form(context: Any, content: str, form: Any = None, *to: Any, id: str = "", look: str = "fields") -> SafeString:
    """A form that is posted, to this page or to where it is told, with its fields above the content."""
    return drawn(
        context, "post_form", content=content, form=form, url=address(to), id=id, look=look, csrf_token=context.get("csrf_token")
    )


@register.inclusion_tag("ui/short_form.html")
def short_form(form: Any, label: Any, *to: Any, kind: str = "primary-action") -> dict[str, Any]:
    """A form that is only its fields and one button."""
    return {"form": form, "label": label, "url": address(to), "kind": kind}


@register.simple_block_tag(takes_context=True)
def buttons(context: Any, content: str, look: str = "buttons") -> SafeString:
    """Buttons beside each other."""
    return drawn(context, "buttons", content=content, look=look)


@register.inclusion_tag("ui/button.html")
def button(
    label: Any, kind: str = "primary-action", name: str = "", value: Any = "", words: str = "", skips_checks: bool = False
) -> dict[str, Any]:
    """A button of a form. `words` is what it is called where its label says too little."""
    return {"label": label, "kind": kind, "name": name, "value": value, "words": words, "skips_checks": skips_checks}


@register.inclusion_tag("ui/act.html")
def act(label: Any, *to: Any, kind: str = "primary-action", query: str = "") -> dict[str, Any]:
    """A link that looks like a button: it leads to where one does something."""
    return {"label": label, "url": address(to), "kind": kind, "query": query}


@register.simple_block_tag(takes_context=True)
def rows(context: Any, content: str, look: str = "rows", total: int | None = None) -> SafeString:
    """A list of rows; with how many there are in all where a figure elsewhere leads to them."""
    return drawn(context, "rows", content=content, look=look, total=total)


@register.simple_block_tag(takes_context=True)
def row(context: Any, content: str, title: Any = "", *to: Any, id: str = "", is_current: Any = False) -> SafeString:
    """A row: a title that may lead somewhere, what is said about it, and after `{% beside %}` what stands beside that."""
    main, _, aside = map(SafeString, content.partition(BESIDE))  # drawn already
    return drawn(context, "row", main=main, beside=aside, title=title, url=address(to), id=id, is_current=is_current)


@register.simple_tag
def beside() -> SafeString:
    """In a row: what follows stands beside it."""
    return SafeString(BESIDE)


@register.inclusion_tag("ui/tasks.html")
def tasks(tasks: Any, leads: bool = False) -> dict[str, Any]:
    """What asks something of somebody: the day, what it is, the act as a button. The first is filled where it leads the page."""
    return {"tasks": tasks, "leads": leads}


@register.simple_block_tag(takes_context=True)
def nothing(context: Any, content: str) -> SafeString:
    """What one reads where a list is empty."""
    return drawn(context, "nothing", content=content)


@register.simple_block_tag(takes_context=True)
def facts(context: Any, content: str) -> SafeString:
    """A list of facts."""
    return drawn(context, "facts", content=content)


@register.simple_block_tag(takes_context=True)
def fact(context: Any, content: str, name: Any, *to: Any, look: str = "") -> SafeString:
    """One of them: what it is called, which may lead somewhere, and what it is.

    Its line ends are shown; those around it are not.
    """
    return drawn(context, "fact", content=SafeString(content.strip()), name=name, url=address(to), look=look)


@register.simple_block_tag
def one_line(content: str) -> SafeString:
    """What takes several lines to write, where a line end is shown: its lines become one."""
    return SafeString(LINE_END.sub(" ", content.strip()))


@register.simple_block_tag(takes_context=True)
def wide(context: Any, content: str, label: str = "", by: str = "", look: str = "table-scroll") -> SafeString:
    """What may be wider than the page, and then scrolls by itself: a table. Named by a label, or by the id of its heading."""
    return drawn(context, "wide", content=content, label=label, by=by, look=look)


@register.simple_block_tag(takes_context=True)
def notice(context: Any, content: str, kind: str = "info", role: str = "") -> SafeString:
    """Something to know before one goes on: `info`, `ok` or `error`."""
    return drawn(context, "notice", content=content, kind=kind, role=role)


@register.simple_block_tag(takes_context=True)
def masthead(context: Any, content: str, title: Any, acts: Any = None, level: int = 1) -> SafeString:
    """The head of a page about one thing: where it belongs, its title and, after `{% beside %}`, its mark; at the right what
    one can do with it: the first act as the page's only filled button, the others behind "Meer"."""
    kicker, _, mark = map(SafeString, content.partition(BESIDE))  # drawn already
    token = context.get("csrf_token")
    return drawn(context, "masthead", kicker=kicker, mark=mark, title=title, acts=acts, level=level, csrf_token=token)


@register.inclusion_tag("ui/one_act.html", takes_context=True)
def one_act(context: Any, act: Any, kind: str = "primary-action") -> dict[str, Any]:
    """An act of `portal.ui.acts`, as a link or as a button that does it."""
    return {"act": act, "kind": kind, "csrf_token": context.get("csrf_token")}


@register.simple_block_tag(takes_context=True)
def strip(context: Any, content: str) -> SafeString:
    """Three to five facts that matter most for a thing, large enough to read standing up."""
    return drawn(context, "strip", content=content)


@register.simple_block_tag(takes_context=True)
def strip_fact(context: Any, content: str, name: Any) -> SafeString:
    """One of them; what is said beside it goes in a `<small>`."""
    return drawn(context, "strip_fact", content=content, name=name)


@register.simple_block_tag(takes_context=True)
def section_tabs(context: Any, content: str) -> SafeString:
    """The parts of a long page as tabs that are anchors, in view while one scrolls."""
    return drawn(context, "section_tabs", content=content)


@register.inclusion_tag("ui/tab.html")
def tab(label: Any, to: str, number: int = 0) -> dict[str, Any]:
    """One of them: what the part is called, the id of its heading, and how many stand in it."""
    return {"label": label, "to": to, "number": number}


@register.simple_block_tag(takes_context=True)
def told(context: Any, content: str, at: Any) -> SafeString:
    """One part of a story, beside its day. Stands in `<ol class="told">`, the newest first."""
    return drawn(context, "told", content=content, at=at)


@register.inclusion_tag("ui/blockers.html")
def blocked(blockers: Any) -> dict[str, Any]:
    """Why something cannot be done now; nothing where it can."""
    return {"blockers": blockers}


@register.filter
def after(value: Any, first: str) -> str:
    """A value behind a few words, as a prop: `body.slug|after:"gremium-"`, `plan.plan_year|after:"Jaarplan "`."""
    return f"{first}{value}"


@register.simple_tag
def count(number: int, *of: Any, at: str = "") -> SafeString:
    """
    How many there are, marked with what it counts and where those are: `{% count 3 "thema" theme.slug "actielijst" at=… %}`.

    One thing is one number wherever it stands, and the total of the list at that
    address: tests/demo/test_figures.py reads all pages.
    """
    where = format_html(' data-at="{}"', at) if at else ""
    return format_html('<data value="{0}" data-of="{1}"{2}>{0}</data>', number, ":".join(map(str, of)), where)


@register.simple_tag
def amount(number: int, words: str, *of: Any, at: str = "") -> SafeString:
    """That count with its word, of which one and more than one are given: `{% amount 3 "knelpunt,knelpunten" "thema" … %}`."""
    one, _, more = words.partition(",")
    return format_html("{} {}", count(number, *of, at=at), one if number == 1 else more)


@register.inclusion_tag("ui/take_along.html")
def take_along(what: str, name: str, *args: Any, forms: str = "pdf docx", query: str = "") -> dict[str, Any]:
    """
    What a page can be taken along as: `{% take_along "dit plan" "ambitions:plan_as" plan.pk %}`.

    The form is the last thing its address needs, or stands in the name where that has a star.
    """
    asked = f"?{query}" if query else ""
    to = [(form, (name.replace("*", form), *args, *(() if "*" in name else (form,)))) for form in forms.split()]
    return {"what": what, "links": [(FORMS[form], address(each) + asked) for form, each in to]}


@register.inclusion_tag("ui/room_left.html")
def room_left(of: str, most: int) -> dict[str, Any]:
    """Under the long text with this id: how much fits in it, counted along where there are scripts."""
    return {"of": of, "most": most}


@register.filter
def words(text: Any, removed: str = "Deze tekst is verwijderd.") -> Any:
    """A text that somebody wrote, or that it was removed: then there is none."""
    return removed if text is None else text
