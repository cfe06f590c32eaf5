"""What can be found by words or by its number: asked of every room, which looks among what this reader may see.

Each kind is one query over an index. Of what is common only the newest are weighed, so that the commonest word costs no more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import Case, Count, F, IntegerField, Q, TextField, Value, When, Window
from django.db.models.functions import Cast, Concat
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.text import slugify

from portal.kit.finding import DUTCH, WORD, Folded, around, folded, marked, marked_name, query_for, quoted, whole, words_of
from portal.kit.slots import SharedSlot
from portal.ui.address_choice import AddressChoice

SHOWN = 5  # of a kind beside the others
ALL = 50  # of one kind by itself
WEIGHED = 500  # of a kind: the newest
LONGEST_NUMBER = 9  # digits


@dataclass(frozen=True)
class Question(AddressChoice):
    """What somebody looks for: words or a number, in everything or in one kind."""

    q: str = ""
    soort: str = ""

    @property
    def query(self) -> SearchQuery:
        """Finds nothing where there is no word in it."""
        return query_for(self.q) or SearchQuery("", config=DUTCH, search_type="raw")

    @property
    def terms(self) -> list[str]:
        """The words as one finds names by."""
        return [folded(word) for word in WORD.findall(self.q)]

    @property
    def most(self) -> int:
        return ALL if self.soort else SHOWN

    def wants(self, kind: str) -> bool:
        return bool(self.terms) and self.soort in ("", slugify(kind))

    def number(self, name: str) -> int | None:
        """The number that is asked for by the name of its kind: "Actie 9"."""
        asked = re.fullmatch(rf"{name}\s*(?:nr\.?|nummer|#)?\s*([0-9]{{1,{LONGEST_NUMBER}}})", self.q.strip(), re.IGNORECASE)
        return int(asked[1]) if asked else None


@dataclass(frozen=True, kw_only=True)
class Found:
    """One thing that was found: its title with the words marked, what is said about it, and some of its text."""

    title: SafeString | str
    url: str
    line: str = ""
    text: SafeString | str = ""
    day: date | None = None
    status: Any = None
    tone: str = ""


@dataclass(frozen=True, kw_only=True)
class Findings:
    """Of one kind, in the plural and without a capital: the first rows, how many there are, and where all of them stand."""

    kind: str
    rows: tuple[Found, ...] = ()
    total: int = 0
    more_url: str = ""
    is_exact: bool = False  # its number was asked for
    is_named: bool = False  # the words stand in a title

    @property
    def rest(self) -> int:
        return self.total - len(self.rows)

    @property
    def code(self) -> str:
        return slugify(self.kind)

    @property
    def is_all_counted(self) -> bool:
        return self.total < WEIGHED

    @property
    def words(self) -> str:
        """How many there are."""
        return self._or_more(self.total)

    @property
    def rest_words(self) -> str:
        return self._or_more(self.rest)

    def _or_more(self, number: int) -> str:
        return str(number) if self.is_all_counted else f"{number} of meer"


FINDING: SharedSlot[[Any, Question], Iterable[Findings]] = SharedSlot(
    "what this reader can find with these words or this number", __name__
)


def find(
    kind: str,
    rows: Any,
    question: Question,
    show: Callable[[Any], Found],
    *,
    by: Any,
    title: str,
    text: str = "",
    also: Q | None = None,
    exact: Q | None = None,
    order: tuple[Any, ...] = ("-pk",),
    more_url: str = "",
) -> Findings:
    """Rows that hold the words: by number first, then those with the words in the title, then the newest
    or as `order` says. One query.

    by: what they are found by, a column or the vector that their index is of.
    also: other rows that hold them.
    exact: the row whose number was asked for.
    more_url: the room's own list with the same words.
    """
    if not question.wants(kind):
        return Findings(kind=kind)
    query = question.query
    newest = rows.filter(holding(rows.model, by, query, also, exact)).order_by("-pk").values("pk")[:WEIGHED]
    first = rows.filter(pk__in=newest).annotate(
        is_exact=Case(When(exact or Q(pk=None), then=Value(1)), default=Value(0), output_field=IntegerField()),
        likeness=SearchRank(words_of(title), query),
        hit_title=whole(title, query),
        in_all=Window(Count("*")),
        **({"hit": around(text, query)} if text else {}),
    )
    return _findings(kind, list(first.order_by("-is_exact", "-likeness", *order)[: question.most]), question, show, more_url)


def holding(model: Any, by: Any, query: SearchQuery, *also: Q | None) -> Q:
    """The rows that hold these words, or are others. As keys: a condition beside it on the words would not use their index."""
    words = model._default_manager.order_by().alias(held_words=F(by) if isinstance(by, str) else by).filter(held_words=query)
    held = Q(pk__in=words.values("pk"))
    for each in filter(None, also):
        held |= each
    return held


def find_names(kind: str, rows: Any, question: Question, show: Callable[[Any], Found], *, by: tuple[str, ...]) -> Findings:
    """Rows in whose names all words stand, however they are accented. Of these there are hundreds at most. One query."""
    if not question.wants(kind):
        return Findings(kind=kind)
    columns = [part for column in by for part in (Cast(column, TextField()), Value(" ", output_field=TextField()))]
    rows = rows.alias(known_as=Folded(Concat(*columns)), called=Folded(F(by[0])))
    for term in question.terms:
        rows = rows.filter(known_as__contains=term)
    begins = Case(When(called__startswith=question.terms[0], then=Value(1)), default=Value(0), output_field=IntegerField())
    first = rows.annotate(likeness=begins, is_exact=Value(0), in_all=Window(Count("*"))).order_by("-likeness", by[0], "pk")
    return _findings(kind, list(first[: question.most]), question, show, "")


def _findings(kind: str, first: list[Any], question: Question, show: Callable[[Any], Found], more_url: str) -> Findings:
    if not first:
        return Findings(kind=kind)
    return Findings(
        kind=kind,
        rows=tuple(map(show, first)),
        total=first[0].in_all,
        more_url=more_url or f"{reverse('search')}?{question.address(soort=slugify(kind))}",
        is_exact=bool(first[0].is_exact),
        is_named=bool(first[0].likeness),
    )


def hit(row: Any) -> dict[str, Any]:
    """The title of a row that `find` found, or the words around a hit where there is none in the title, for `Found`."""
    return {"title": marked(row.hit_title or ""), "text": "" if row.likeness else quoted(getattr(row, "hit", "") or "")}


def named(name: str, question: Question) -> SafeString:
    """A name of a row that `find_names` found."""
    return marked_name(name, question.terms)


def read(user: Any, question: Question) -> list[Findings]:
    """Every kind of which something was found: by number first, then by title."""
    found = [each for answer in FINDING.ask(user, question) for each in answer if each.rows] if question.terms else []
    return sorted(found, key=lambda each: (not each.is_exact, not each.is_named))
