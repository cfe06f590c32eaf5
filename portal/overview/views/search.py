"""One field over everything that this reader may see. What is looked for is nowhere kept."""

from __future__ import annotations

from django.http import HttpResponse

from portal.accounts.request import Request
from portal.kit.access import public
from portal.ui import finding
from portal.ui.pages import page

EXAMPLES = ("woonplek", '"warme overdracht"', "§ 4.2", "Twente")  # public, so that whoever tries one finds something
OF_MEMBERS = ("actie 9", "knelpunt 31", "S-2026-022")


@public
def search(request: Request) -> HttpResponse:
    question = finding.Question.from_address(request.GET)
    found = finding.read(request.user, question)
    context = {
        "question": question,
        "found": found,
        "everything": question.address(soort=""),
        "total": sum(each.total for each in found),
        "is_all_counted": all(each.is_all_counted for each in found),
        "examples": (*EXAMPLES, *OF_MEMBERS) if request.user.is_authenticated else EXAMPLES,
    }
    return page(request, "overview/search.html", context)
