"""What the register and the public pages read: decisions and afspraken that hold, were replaced or are worked out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.search import SearchQuery
from django.db.models import Exists, OuterRef, Q

from agenda.decisions.models import WORDS as DECISION_WORDS
from agenda.decisions.models import Decision
from agenda.meetings.enums import ArrangementOutcome
from agenda.meetings.models import AgendaItem, Arrangement, PublicList
from agenda.meetings.models.items import WORDS as ITEM_WORDS
from agenda.meetings.models.outcome import WORDS as ARRANGEMENT_WORDS
from portal.kit.finding import words_of
from portal.network.enums import BodyKind
from portal.network.rules import own_bodies
from portal.ui.address_choice import AddressChoice
from portal.ui.finding import Question, holding

KINDS = {"besluit": "besluiten", "afspraak": "afspraken", "toezegging": "toezeggingen"}
STANDINGS = {"geldend": "geldend", "vervangen": "vervangen", "uitgewerkt": "uitgewerkt"}
NUMBER = re.compile(r"(?:besluit\s*)?(?:([SK])-)?([0-9]{4}-[LV]?[0-9]{3,6})", re.IGNORECASE)
BODIES = {"S": BodyKind.STUURGROEP, "K": BodyKind.KLANKBORDGROEP}
ENDED = {"vervangen": [ArrangementOutcome.VERVANGEN], "uitgewerkt": [ArrangementOutcome.UITGEWERKT, ArrangementOutcome.NAGEKOMEN]}


@dataclass(frozen=True)
class Choice(AddressChoice):
    """What of the register is asked for. Decisions are never worked out: they hold until a later one replaces them."""

    q: str = ""
    soort: str = "besluit"
    stand: str = ""

    @classmethod
    def knows(cls, name: str, value: str) -> bool:
        known: dict[str, Any] = {"soort": KINDS, "stand": STANDINGS}
        return name not in known or value in known[name]


@dataclass(frozen=True)
class Decided:
    """A decision with where it was taken; one that was taken in writing leads on only who may read that round."""

    decision: Decision
    title: str
    url: str

    @classmethod
    def of(cls, decision: Decision, user: Any) -> Decided:
        if hasattr(decision, "taken_at_item"):
            item = decision.taken_at_item.item
            return cls(decision, item.title, item.page_address)
        url = decision.procedure.get_absolute_url() if decision.body_id in own_bodies(user) else ""  # type: ignore[attr-defined]
        return cls(decision, "Schriftelijk besluit", url)


def register(choice: Choice, user: Any) -> Any:
    """The rows of the register that are asked for, the newest first."""
    return _decisions(choice, user) if choice.soort in ("", "besluit") else _arrangements(choice, user)


def _decisions(choice: Choice, user: Any) -> Any:
    rows = Decision.objects.visible_to(user).filter(
        Q(taken_at_item__isnull=False) | Q(procedure__isnull=False),
        redacted_at__isnull=True,
    )
    replaced = Exists(Decision.objects.filter(corrects=OuterRef("pk")))
    rows = (
        rows.annotate(is_replaced=replaced)
        .select_related("body", "taken_at_item__item", "procedure", "seal")
        .prefetch_related("corrected_by")
    )
    if choice.stand:
        rows = rows.filter(is_replaced=choice.stand == "vervangen") if choice.stand != "uitgewerkt" else rows.none()
    return (rows.filter(decisions_with(choice.q)) if choice.q else rows).order_by("-pk")


def _arrangements(choice: Choice, user: Any) -> Any:
    rows = Arrangement.objects.visible_to(user).filter(kind=choice.soort, redacted_at__isnull=True)  # type: ignore[attr-defined]
    rows = rows.select_related("end", "item__meeting__body", "membership__organisation", "membership__house")
    if choice.stand == "geldend":
        rows = rows.filter(end__isnull=True)
    elif choice.stand:
        rows = rows.filter(end__outcome__in=ENDED[choice.stand])
    held = holding(Arrangement, ARRANGEMENT_WORDS, Question(q=choice.q).query)
    return (rows.filter(held) if choice.q else rows).order_by("-pk")


def decisions_with(words: str) -> Q:
    """Decisions that hold these words, or were taken at an item whose title does; by number, "2026-022" or "S-2026-022"."""
    query = Question(q=words).query
    titled = items_titled(query).values("outcome__decision")
    return holding(Decision, DECISION_WORDS, query, Q(pk__in=titled), number_asked(words))


def items_titled(query: SearchQuery) -> Any:
    """Items with these words in the title: not every reader of a decision reads the question that was put."""
    rows = AgendaItem.objects.order_by().alias(held_words=ITEM_WORDS, called=words_of("title"))
    return rows.filter(held_words=query, called=query)


def number_asked(words: str, path: str = "") -> Q | None:
    """The decision whose number this is."""
    if (asked := NUMBER.fullmatch(words.strip())) is None:
        return None
    number = Q(**{f"{path}number": asked[2].upper()})
    return number & Q(**{f"{path}body__kind": BODIES[asked[1].upper()]}) if asked[1] else number


def public_lists() -> Any:
    """The newest public besluitenlijst of each meeting, the newest meeting first."""
    newest = PublicList.objects.order_by("meeting_id", "-number").distinct("meeting_id").values("pk")
    return PublicList.objects.filter(pk__in=newest).select_related("meeting__body").order_by("-meeting__starts_at", "-pk")
