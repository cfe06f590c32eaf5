"""The monitor's squares, drawn in one go: a page holds some two thousand of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from ambitions.enums import LineStatus
from ambitions.queries.grid import CODES, OLD, Grid, GridLine, status_of
from portal.kit.addresses import address_of
from portal.ui.templatetags.parts import count

register = template.Library()

NOTHING = "geen antwoord"
AGAIN = ", over een eerdere tekst"
WAS_ELSE = ", stond anders"


@register.simple_tag
def square(status: LineStatus) -> SafeString:
    """One square, for the legend."""
    return format_html('<i class="mark mark-{}" aria-hidden="true"></i>', CODES[status])


@register.simple_tag
def stands(status: str) -> SafeString:
    """How one line stands at one place: the same mark as in the monitor, with its word."""
    known = LineStatus(status)
    return format_html('<span class="stands">{} {}</span>', square(known), known.label)


@register.simple_tag
def squares(grid: Grid) -> SafeString:
    """Houses down, lines across, grouped by ambition: a mark for who sees it, a word for who does not."""
    return format_html(
        '<table class="monitor">'
        '<caption class="visually-hidden">Hoe elke actielijn er bij elk huis voor staat, {}</caption>'
        "<thead>{}{}</thead><tbody>{}</tbody></table>",
        grid.year,
        _ambitions(grid),
        _numbers(grid),
        SafeString("".join(_rows(grid))),
    )


def _ambitions(grid: Grid) -> SafeString:
    groups = [(ambition, len(list(lines))) for ambition, lines in groupby(grid.lines, lambda line: line.ambition)]
    heads = format_html_join(
        "", '<th scope="colgroup" colspan="{}">{}. {}</th>', [(span, nr, grid.ambitions.get(nr, "")) for nr, span in groups]
    )
    return format_html("<tr><td></td>{}</tr>", heads)


def _numbers(grid: Grid) -> SafeString:
    heads = format_html_join(
        "",
        '<th scope="col"><a href="{}" aria-label="{}. {}">{}</a></th>',
        [(address_of("ambitions:line", line.pk), line.number, line.title, line.number) for line in grid.lines],
    )
    return format_html('<tr><th scope="col">Huis</th>{}</tr>', heads)


class Drawn(dict[tuple[str, bool], str]):
    """A cell for each code, with or without the mark that it stood elsewhere.

    There are few different ones, so each is made once.
    """

    def __missing__(self, key: tuple[str, bool]) -> str:
        code, differs = key
        is_old = code.endswith(OLD)
        words = _word(code) + (AGAIN if is_old else "") + (WAS_ELSE if differs else "")
        classes = f"mark mark-{code[:1] or '0'}" + (" is-old" if is_old else "") + (" is-changed" if differs else "")
        self[key] = format_html(
            '<td><i class="{}" title="{}"><span class="visually-hidden">{}</span></i></td>', classes, words, words
        )
        return self[key]


def _rows(grid: Grid) -> Iterator[str]:
    drawn, columns = Drawn(), [(line.pk, grid.cells.get(line.pk, {})) for line in grid.lines]
    for house, name in grid.houses:
        cells = [drawn[row.get(house, ""), (line, house) in grid.changed] for line, row in columns]
        yield format_html('<tr><th scope="row">{}</th>{}</tr>', _house(grid, house, name), SafeString("".join(cells)))


def _house(grid: Grid, house: int, name: str) -> SafeString | str:
    """The name of a house, as a link where it has a page of today."""
    slug = grid.slugs.get(house)
    return format_html('<a href="{}">{}</a>', _address(slug), name) if slug else name


@lru_cache(maxsize=256)
def _address(slug: str) -> str:
    return reverse("house", args=[slug])


@register.simple_tag
def filled(grid: Grid, line: GridLine) -> SafeString:
    return _counted(grid.filled(line.pk), grid, line, "ingevuld")


@register.simple_tag
def met(grid: Grid, line: GridLine) -> SafeString:
    return _counted(grid.met(line.pk), grid, line, LineStatus.GEREALISEERD.value)


@register.simple_tag
def moved(grid: Grid, line: GridLine) -> SafeString:
    """At how many houses a line stands elsewhere than before."""
    return _counted(sum(each == line.pk for each, _ in grid.changed), grid, line, "anders")


def _counted(number: int, grid: Grid, line: GridLine, what: str) -> SafeString:
    """How many houses, marked with what it counts, and with the state that was kept where it is one."""
    return count(number, "lijn", line.word, *filter(None, (grid.year, grid.kept)), what)


@register.simple_tag
def changes(grid: Grid) -> SafeString:
    """A row for what stood elsewhere before: which line, at which house, from what to what."""
    titles = {line.pk: f"{line.number}. {line.title}" for line in grid.lines}
    names = dict(grid.houses)
    return format_html_join(
        "",
        '<tr><th scope="row">{}</th><td>{}</td><td>{}</td><td>{}</td></tr>',
        (
            (names[house], titles[line], _word(before), _word(grid.cells.get(line, {}).get(house, "")))
            for (line, house), before in grid.changed.items()
        ),
    )


def _word(code: str) -> str:
    status = status_of(code)
    return str(status.label) if status else NOTHING


@register.simple_tag
def before_met(grid: Grid, line: GridLine) -> str:
    """How many houses met this line in a state that was kept earlier; a dash where it was not there."""
    return met(grid, line) if any(each.pk == line.pk for each in grid.lines) else "–"


@register.inclusion_tag("ambitions/statuses_per_year.html")
def statuses_per_year(years: list[tuple[int, Counter[LineStatus]]], *of: str, caption: str, label: str) -> dict[str, Any]:
    """A row for each year with how many say what: the houses of a line, or the lines of a house."""
    return {"years": years, "statuses": list(LineStatus), "of": ":".join(of), "caption": caption, "label": label}


@register.simple_tag
def table_rows(grid: Grid) -> SafeString:
    """The same in numbers: a row for each line, a column for each status, then who said nothing, ingevuld and voldoet."""
    return format_html_join("", "<tr>{}{}</tr>", ((_head(line), _numbers_of(grid, line)) for line in grid.lines))


def _head(line: GridLine) -> SafeString:
    address = address_of("ambitions:line", line.pk)
    return format_html('<th scope="row"><a href="{}">{}. {}</a></th>', address, line.number, line.title)


def _numbers_of(grid: Grid, line: GridLine) -> SafeString:
    counts = grid.counts(line.pk)
    marked = [_counted(counts[status], grid, line, status.value) for status in LineStatus]
    numbers = [*marked, _counted(counts[None], grid, line, "zonder"), filled(grid, line), met(grid, line)]
    return SafeString("".join([f'<td class="count">{number}</td>' for number in numbers]))
