"""Taking over a list that was kept in Excel: a file, what would come of each row, and the choice."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html

from knelpunten.domain import taken_over_lists
from knelpunten.domain.taken_over_lists import Step
from knelpunten.enums import Permission
from knelpunten.forms.knelpunt import ListForm
from knelpunten.importing import sheets
from knelpunten.importing.matching import LABELS
from knelpunten.models import Knelpunt, KnelpuntList
from portal.accounts.actor import Actor
from portal.accounts.request import Request
from portal.kit.access import guarded
from portal.kit.limits import takes_files
from portal.kit.refusals import Refused
from portal.ui.pages import page, status_of
from portal.ui.paging import page_of
from portal.ui.progress import growing, line

ROWS = 100  # on a page
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
    """A file is read while its reader waits: what was refused in it may not be kept anywhere, so no worker gets it."""
    form = ListForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        steps = taken_over_lists.reading(key=form.cleaned_data["key"], name=file.name, data=file.read(sheets.LARGEST + 1), by=by)
        try:
            first = next(steps)
        except Refused as refused:
            form.add_refusal(refused)
        else:
            return _read_on(request, first, steps)
    lists = KnelpuntList.objects.visible_to(request.user)[:10]
    return page(request, "knelpunten/upload.html", {"form": form, "lists": lists}, status=status_of(form))


def _read_on(request: Request, first: Step, steps: Iterator[Step]) -> HttpResponseBase:
    """A short list at once; of a long one the page says how far it is."""
    if first.done == first.total:
        read = next(steps).made
        messages.success(request, "De lijst is gelezen. Kijk per regel wat ervan wordt, en neem haar dan over.")
        return redirect(read)
    context = {"title": "De lijst wordt gelezen", "lede": "Dit duurt even. Laat deze bladzijde open."}
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
    if request.method == "POST":
        return _chosen(request, read, by)
    shown = page_of(request, read.rows, size=ROWS)
    alike = {knelpunt for row in shown for knelpunt in row["alike"]}
    others = Knelpunt.objects.visible_to(request.user).with_places().in_bulk(list(alike))
    rows = [
        {
            **row,
            "word": WORDS[row["verdict"]],
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
        "number_chosen": sum(map(taken_over_lists.is_chosen, read.rows)),
        "counts": [(word, sum(row["verdict"] == verdict for row in read.rows)) for verdict, word in WORDS.items()],
    }
    return page(request, "knelpunten/list.html", context)


def _chosen(request: Request, read: KnelpuntList, by: Actor) -> HttpResponseBase:
    """Keep the ticks of this page; go to another page, or take over all that is ticked."""
    shown, ticked = (_numbers(request.POST.getlist(name)) for name in ("shown", "row"))
    try:
        read = taken_over_lists.choose(of=read, shown=shown or {row["number"] for row in read.rows}, ticked=ticked)
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
        "lede": "Dit duurt even. Sluit u deze bladzijde, dan wordt er niets overgenomen.",
    }
    end = (reverse("knelpunten:worklist"), "Naar Beoordelen")
    return growing(
        request, "knelpunten/progress.html", context, _lines(chain([first], steps), "regels overgenomen", lambda made: end)
    )


def _numbers(given: list[str]) -> set[int]:
    return {int(number) for number in given if number.isdecimal() and len(number) < 9}


WORDS = {
    taken_over_lists.ACCEPTED: "kan mee",
    taken_over_lists.ALIKE: "lijkt op een ander",
    taken_over_lists.REFUSED: "kan niet mee",
}
