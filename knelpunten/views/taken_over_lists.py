"""Taking over a list that was kept in Excel: a file, what would come of each row, and the choice."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html

from knelpunten.domain import taken_over_lists
from knelpunten.domain.taken_over_lists import Layout, Step
from knelpunten.enums import KnelpuntKind, Permission
from knelpunten.forms.knelpunt import ListForm
from knelpunten.importing import sheets
from knelpunten.importing.cells import MOST_COLUMNS, Table
from knelpunten.importing.matching import LABELS
from knelpunten.models import Knelpunt, KnelpuntList
from portal.accounts.actor import Actor
from portal.accounts.request import Request
from portal.kit.access import guarded
from portal.kit.limits import takes_files
from portal.kit.opaque import row_in
from portal.kit.pasted import tidy
from portal.kit.refusals import Refused
from portal.network.models import Ambition, House, Theme
from portal.ui.pages import page, status_of
from portal.ui.paging import page_of
from portal.ui.progress import growing, line

ROWS = 100  # on a page
SHOWN = 10  # lines of a file, to see which says what the columns are
EDITED = ("title", "pattern", "kind", "place", "house", "would_help", "tried")
TEMPLATE_ROW = [
    "Geen crisisbed in het weekend",
    "Steeds weer is er in het weekend geen bed te vinden.",
    "",
    "acute-onveiligheid",
    "stelsel",
    "",
    "",
    "wekelijks",
]


@takes_files
@guarded(Permission.IMPORT)
def upload(request: Request, by: Actor) -> HttpResponseBase:
    """First a file, then how it is read: what was guessed is shown and can be changed before anything is judged.

    A file is read while its reader waits: what is refused in it may not be kept
    anywhere, so no worker gets it, and between two pages it is locked.
    """
    if "slot" in request.POST:
        return _laid_out(request, by)
    form = ListForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            held, lock, found = taken_over_lists.hold(
                key=form.cleaned_data["key"], name=file.name, data=file.read(sheets.LARGEST + 1)
            )
        except Refused as refused:
            form.add_refusal(refused)
        else:
            return _layout(request, held, lock, found, taken_over_lists.guess(found))
    lists = KnelpuntList.objects.visible_to(request.user).read()[:10]
    return page(request, "knelpunten/upload.html", {"form": form, "lists": lists}, status=status_of(form))


def _laid_out(request: Request, by: Actor) -> HttpResponseBase:
    """Somebody said which sheet, which line and which columns: guess again from there, or read it."""
    pk = row_in(KnelpuntList, request.POST.get("lijst", ""))
    held = KnelpuntList.objects.visible_to(request.user).filter(pk=pk, sealed__isnull=False).first()
    lock = request.POST["slot"]
    try:
        data = taken_over_lists.opened(held or KnelpuntList(), lock)
        found = sheets.tables(held.file_name, data)  # type: ignore[union-attr]
    except Refused as refused:
        messages.error(request, " ".join(refused.sentences))
        return redirect("knelpunten:lists")
    assert held is not None
    before, table, header = (_number(request.POST.get(name, "")) for name in ("was", "blad", "kop"))
    layout = taken_over_lists.guess(found, table=table, header=header if table == before else None)
    if "lees" not in request.POST or table != before or header != _number(request.POST.get("kop_was", "")):
        return _layout(request, held, lock, found, layout)
    layout = replace(layout, columns=_columns_of(request))
    steps = taken_over_lists.reading(key=held.key, name=held.file_name, data=data, by=by, layout=layout)
    try:
        first = next(steps)
    except Refused as refused:
        return _layout(request, held, lock, found, layout, refused.sentences)
    return _read_on(request, first, steps)


def _columns_of(request: Request) -> dict[str, int]:
    """Which column says what; of two that say the same the first."""
    said = [(request.POST.get(f"kolom-{place}", ""), place) for place in range(MOST_COLUMNS)]
    return {what: place for what, place in reversed(said) if what in LABELS}


def _layout(
    request: Request, held: KnelpuntList, lock: str, found: list[Table], layout: Layout, errors: list[str] | None = None
) -> HttpResponse:
    """How the file will be read, with an example from each column."""
    lines = found[layout.table].lines
    head = lines[layout.header - 1] if layout.header else []
    under = [line for line in lines[layout.header :] if any(line)]
    says = {place: what for what, place in layout.columns.items()}
    columns = []
    for place in range(max(map(len, [head, *under[:200]]), default=0)):
        examples = [line[place] for line in under if place < len(line) and line[place]]
        name = head[place] if place < len(head) else ""
        if name or examples:
            columns.append(
                {
                    "place": place,
                    "name": name,
                    "says": says.get(place, ""),
                    "example": examples[0][:300] if examples else "",
                    "filled": len(examples),
                }
            )
    context = {
        "held": held,
        "lock": lock,
        "tables": found,
        "layout": layout,
        "columns": columns,
        "labels": LABELS,
        "errors": errors or [],
        "total": len(under),
        "unused": [column for column in columns if not column["says"]],
        "top": [(number, [cell[:60] for cell in line if cell]) for number, line in enumerate(lines[:SHOWN], 1)],
    }
    return page(request, "knelpunten/layout.html", context, status=422 if errors else 200)


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 9 else None


def _read_on(request: Request, first: Step, steps: Iterator[Step]) -> HttpResponseBase:
    """A short list at once; of a long one the page says how far it is."""
    if first.done == first.total:
        read = next(steps).made
        messages.success(request, "De lijst is gelezen. Kijk per regel wat ervan wordt, en neem haar dan over.")
        return redirect(read)
    context = {"title": "De lijst wordt gelezen", "lede": "Dit duurt even. Laat deze pagina open."}
    lines = _lines(
        chain([first], steps), "regels gelezen", lambda read: (read.get_absolute_url(), "Kijk per regel wat ervan wordt")
    )
    return growing(request, "knelpunten/progress.html", context, lines)


def _lines(steps: Iterable[Step], what: str, end: Callable[[Any], tuple[str, str]]) -> Iterator[str]:
    for step in steps:
        if step.made is None:
            yield line(step.done, step.total, what)
        else:
            yield format_html(
                '<p class="buttons"><a class="utrecht-button utrecht-button--primary-action" href="{}">{}</a></p>',
                *end(step.made),
            )


@guarded(Permission.IMPORT)
def template(request: Request, by: Actor) -> HttpResponse:
    """An empty list with the right columns and one example."""
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="knelpunten.csv"'
    writer = csv.writer(response, delimiter=";")
    writer.writerows([list(LABELS.values()), TEMPLATE_ROW])
    return response


@guarded(Permission.IMPORT, KnelpuntList)
def one_list(request: Request, read: KnelpuntList, by: Actor) -> HttpResponseBase:
    """What would come of each row, a page at a time; what is ticked is kept from page to page, and then taken over."""
    if read.sealed:
        messages.info(request, "Dit bestand is nog niet gelezen. Kies het nog eens.")
        return redirect("knelpunten:lists")
    if request.method == "POST":
        return _chosen(request, read, by)
    shown = page_of(request, read.rows, size=ROWS)
    alike = {knelpunt for row in shown for knelpunt in row["alike"]}
    others = Knelpunt.objects.visible_to(request.user).with_places().in_bulk(list(alike))
    rows = [
        {
            **row,
            "word": WORDS[row["verdict"]],
            "can_come": taken_over_lists.can_come(row),
            "is_chosen": taken_over_lists.is_chosen(row),
            "others": [others[pk] for pk in row["alike"] if pk in others],
        }
        for row in shown
    ]
    context = {
        "read": read,
        "rows": rows,
        "shown": shown,
        "labels": LABELS,
        "more": [(what, LABELS[what]) for what in ("would_help", "tried")],
        "number_chosen": sum(map(taken_over_lists.is_chosen, read.rows)),
        "kinds": KnelpuntKind.choices,
        "houses": House.objects.all(),
        "places": [*Theme.objects.all(), *Ambition.objects.all()],
        "counts": [(word, sum(row["verdict"] == verdict for row in read.rows)) for verdict, word in WORDS.items()],
    }
    return page(request, "knelpunten/list.html", context)


def _chosen(request: Request, read: KnelpuntList, by: Actor) -> HttpResponseBase:
    """Keep the ticks of this page; go to another page, or take over all that is ticked."""
    shown, ticked = (_numbers(request.POST.getlist(name)) for name in ("shown", "row"))
    try:
        read = taken_over_lists.choose(of=read, shown=shown or {row["number"] for row in read.rows}, ticked=ticked)
        read, unchanged = taken_over_lists.revise_rows(of=read, written=_written(request, shown))
        for sentence in unchanged:
            messages.error(request, sentence)
        if unchanged or "bewaar" in request.POST:
            return redirect(f"{read.get_absolute_url()}?{urlencode({'pagina': _number(request.POST.get('hier', '')) or 1})}")
        if to := request.POST.get("pagina", ""):
            return redirect(f"{read.get_absolute_url()}?{urlencode({'pagina': to})}")
        steps = taken_over_lists.taking_over(of=read, chosen=None, by=by)
        first = next(steps)
    except Refused as refused:
        messages.error(request, " ".join(refused.sentences))
        return redirect(read)
    if first.done == first.total:
        made = next(steps).made
        messages.success(request, f"{len(made)} knelpunten overgenomen. Ze staan bij Beoordelen.")
        return redirect(read)
    context = {
        "title": "De lijst wordt overgenomen",
        "lede": "Dit duurt even. Sluit u deze pagina, dan wordt er niets overgenomen.",
    }
    end = (reverse("knelpunten:worklist"), "Naar Beoordelen")
    return growing(
        request, "knelpunten/progress.html", context, _lines(chain([first], steps), "regels overgenomen", lambda made: end)
    )


def _written(request: Request, shown: set[int]) -> dict[int, dict[str, str]]:
    """What was put in the fields of the rows on this page."""
    found = {
        number: {what: tidy(request.POST[f"{what}-{number}"]) for what in EDITED if f"{what}-{number}" in request.POST}
        for number in shown
    }
    return {number: texts for number, texts in found.items() if texts}


def _numbers(given: list[str]) -> set[int]:
    return {int(number) for number in given if number.isdecimal() and len(number) < 9}


WORDS = {
    taken_over_lists.ACCEPTED: "kan mee",
    taken_over_lists.ALIKE: "lijkt op een ander",
    taken_over_lists.REFUSED: "kan niet mee",
}
