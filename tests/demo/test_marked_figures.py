"""Every count that a page of the demo says is marked with what it counts, so that tests/demo/test_figures.py can compare it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import copy

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client

from portal.accounts.models import User
from tests.figures import BACKEND
from tests.journeys.pages import PAGES
from tests.journeys.serving import addresses_in

pytestmark = [pytest.mark.usefixtures("demo_db"), pytest.mark.heavy]

NOUNS = (
    "knelpunt", "knelpunten", "actie", "acties", "huis", "huizen", "organisatie", "organisaties", "vergadering", "vergaderingen",
    "lijn", "lijnen", "plan", "plannen", "antwoord", "antwoorden", "bijdrage", "bijdragen", "besluit", "besluiten", "afspraak",
    "afspraken", "toelichting", "toelichtingen", "lid", "leden", "regel", "regels", "keer", r"van \d+", "heeft", "hebben",
)  # fmt: skip
COUNTED = re.compile(rf"(?<![\w.,/:§-])(?<!van )(?<!punt )(\d+) (?:{'|'.join(NOUNS)})\b", re.IGNORECASE)
IN_A_CELL = "td.count:not(.days), .big-number, .number"
BARE = re.compile(r"\d+")
BLOCKS = "h1, h2, h3, p, li, dt, dd, span, td, th, caption, summary, strong, a"
# What people wrote, drawings whose numbers stand in a table beside them, and which rows of a list a page holds.
LEFT_OUT = (
    ".story-text, .told-text, .pattern-text, .row-quote, .found-text, .lede, .decision-text, .prose, "
    "textarea, input, select, svg, datalist, [data-of], nav.pages"
)
EXCUSED = {
    r"acties om te wegen$": "the title of a task, which is one text wherever it waits",
    r"organisaties wogen deze actie\. ": "a sheet at an agenda item, as it was sent",
    r"^door \d+ organisaties$": "since a day, and counted nowhere else",
}


def unmarked(page: BeautifulSoup) -> Iterator[str]:
    """The counts in what a page says that are not marked, and are not the total of its own rows."""
    main = copy(page.main)
    if main is None:
        return
    totals = {str(rows["data-total"]) for rows in main.select("[data-total]")}
    for part in main.select(LEFT_OUT):
        part.replace_with(" ")
    for cell in main.select(IN_A_CELL):
        if BARE.fullmatch(cell.text.strip()):
            yield f"{cell.text.strip()} in {' '.join(cell.parent.text.split() if cell.parent else [])}"
    for block in main.select(BLOCKS):
        said = " ".join("".join(block.find_all(string=True, recursive=False)).split())
        if any(found[1] not in totals for found in COUNTED.finditer(said)):
            yield said


def test_every_count_is_marked_with_what_it_counts() -> None:
    address, found, read = addresses_in(str(connection.settings_dict["NAME"])), [], 0
    for who, paths in PAGES.items():
        client = Client()
        if who != "-":
            client.force_login(User.objects.get(email=f"{who}@demo.example.nl"), backend=BACKEND)
        for path in paths:
            answer = client.get(address(path))
            if answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html"):
                read += 1
                texts = set(unmarked(BeautifulSoup(answer.content.decode(), "html.parser")))
                found += [f"{path} as {who}: {text}" for text in texts if not any(re.search(each, text) for each in EXCUSED)]
    assert "\n".join(found) == ""
    assert read > 200
