"""Taking over a list that was kept in Excel: a file, what would come of each row, and the choice."""

from __future__ import annotations

import csv

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from knelpunten.domain import taking_over
from knelpunten.enums import Permission
from knelpunten.forms import ListForm
from knelpunten.importing import sheets
from knelpunten.importing.matching import LABELS
from knelpunten.models import Knelpunt, KnelpuntList
from portal.accounts.actor import Actor
from portal.kit.access import guarded
from portal.kit.refusals import Refused
from portal.ui.pages import page, status_of

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


@guarded(Permission.IMPORT)
def upload(request: HttpRequest, by: Actor) -> HttpResponse:
    form = ListForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            read = taking_over.read(key=form.cleaned_data["key"], name=file.name, data=file.read(sheets.LARGEST + 1), by=by)
        except Refused as refused:
            form.add_refusal(refused)
        else:
            messages.success(request, "De lijst is gelezen. Kijk per regel wat ervan wordt, en neem haar dan over.")
            return redirect(read)
    lists = KnelpuntList.objects.visible_to(request.user)[:10]
    return page(request, "knelpunten/upload.html", {"form": form, "lists": lists}, status=status_of(form))


@guarded(Permission.IMPORT)
def template(request: HttpRequest, by: Actor) -> HttpResponse:
    """An empty list with the right columns and one example."""
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="knelpunten.csv"'
    writer = csv.writer(response, delimiter=";")
    writer.writerows([list(LABELS.values()), TEMPLATE_ROW])
    return response


@guarded(Permission.IMPORT, KnelpuntList)
def one_list(request: HttpRequest, read: KnelpuntList, by: Actor) -> HttpResponse:
    """What would come of each row; the ticked ones are taken over."""
    if request.method == "POST":
        chosen = {int(number) for number in request.POST.getlist("row") if number.isdecimal() and len(number) < 9}
        try:
            made = taking_over.take_over(of=read, chosen=chosen, by=by)
        except Refused as refused:
            messages.error(request, " ".join(refused.sentences))
        else:
            messages.success(request, f"{len(made)} knelpunten overgenomen. Ze staan bij Beoordelen.")
        return redirect(read)
    alike = {knelpunt for row in read.rows for knelpunt in row["alike"]}
    others = Knelpunt.objects.visible_to(request.user).with_places().in_bulk(list(alike))
    counts = [(word, sum(row["verdict"] == verdict for row in read.rows)) for verdict, word in WORDS.items()]
    rows = [
        {**row, "word": WORDS[row["verdict"]], "others": [others[pk] for pk in row["alike"] if pk in others]} for row in read.rows
    ]
    return page(request, "knelpunten/list.html", {"read": read, "rows": rows, "counts": counts, "labels": LABELS})


WORDS = {taking_over.ACCEPTED: "kan mee", taking_over.ALIKE: "lijkt op een ander", taking_over.REFUSED: "kan niet mee"}
