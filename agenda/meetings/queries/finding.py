"""What can be found of meetings: decisions, afspraken and toezeggingen, meetings, agenda items and papers.

Who is no member finds the decisions that were made public, in the words in which they were.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from django.db.models import Case, F, Q, TextField, Value, When
from django.db.models.functions import Cast, Coalesce, NullIf
from django.urls import reverse

from agenda.decisions.models import WORDS as DECISION_WORDS
from agenda.decisions.models import Decision
from agenda.meetings.models import AgendaItem, Meeting, Paper, PublicLine
from agenda.meetings.models.items import WORDS as ITEM_WORDS
from agenda.meetings.models.outcome import WORDS as ARRANGEMENT_WORDS
from agenda.meetings.models.papers import WORDS as PAPER_WORDS
from agenda.meetings.queries.decision_register import (
    KINDS,
    Choice,
    Decided,
    items_titled,
    number_asked,
    public_lists,
    register,
)
from portal.kit import clock
from portal.kit.finding import words_of
from portal.kit.states import Tone
from portal.network.rules import member_seats
from portal.ui.finding import Findings, Found, Question, find, hit, holding

OWN_WORDS = words_of("title", "text")  # of a line that was worded otherwise for everybody


def findings(user: Any, question: Question) -> Iterator[Findings]:
    """Six queries; three for who is no member."""
    yield from _of_members(user, question) if member_seats(user) else [_public(question)]
    items, papers = AgendaItem.objects.visible_to(user), Paper.objects.visible_to(user)
    yield find("agendapunten", items, question, _item, by=ITEM_WORDS, title="title", text="question")
    yield find("stukken", papers, question, _paper, by=PAPER_WORDS, title="title")


def _of_members(user: Any, question: Question) -> Iterator[Findings]:
    title = "taken_at_item__item__title"
    yield find(
        KINDS["besluit"],
        register(Choice(), user).prefetch_related(None),
        question,
        partial(_decision, user),
        by=DECISION_WORDS,
        title=title,
        text="wording",
        also=Q(pk__in=items_titled(question.query).values("outcome__decision")),
        exact=number_asked(question.q),
        more_url=_in_register("besluit", question),
    )
    for kind in ("afspraak", "toezegging"):
        rows, more = register(Choice(soort=kind), user), _in_register(kind, question)
        yield find(KINDS[kind], rows, question, _arrangement, by=ARRANGEMENT_WORDS, title="text", more_url=more)
    meetings = Meeting.objects.visible_to(user)
    yield find("vergaderingen", meetings, question, _meeting, by=words_of("title", "location"), title="title")


def _in_register(kind: str, question: Question) -> str:
    return f"{reverse('meetings:register')}?{Choice(q=question.q, soort=kind).address()}"


def _public(question: Question) -> Findings:
    """Decisions on the newest public lists. Where a line has words of its own, those of the meeting are not public."""
    rows = PublicLine.objects.filter(list__in=public_lists()).select_related("decision__body", "list__meeting")
    kept = Q(redacted_at__isnull=True)
    item = Q(decision__taken_at_item__item__in=items_titled(question.query).values("pk"))
    said = Q(decision__in=Decision.objects.filter(holding(Decision, DECISION_WORDS, question.query)).values("pk"))
    heading, words = _shown("title", "decision__taken_at_item__item__title"), _shown("text", "decision__wording")
    return find(
        "openbare besluiten",
        rows.annotate(heading_shown=heading, words_shown=words),
        question,
        _line,
        by=OWN_WORDS,
        title="heading_shown",
        text="words_shown",
        also=kept & (_empty("title") & item | _empty("text") & said),
        exact=number_asked(question.q, "decision__"),
    )


def _empty(column: str) -> Q:
    return Q(**{column: ""}) | Q(**{f"{column}__isnull": True})


def _shown(own: str, inside: str) -> Case:
    """What stands on the list: `PublicLine.heading` and `PublicLine.words` in SQL."""
    kept = Coalesce(NullIf(own, Value("")), Cast(inside, TextField()))
    return Case(When(redacted_at__isnull=False, then=F(own)), default=kept, output_field=TextField())


def _decision(user: Any, row: Any) -> Found:
    decided, found = Decided.of(row, user), hit(row)
    return Found(
        url=decided.url or reverse("meetings:register"),
        line=f"{row} · {row.get_kind_display()} · {row.body}",
        day=clock.date_of(row.taken_at),
        status="vervangen" if row.is_replaced else "geldend",
        tone=Tone.STUCK if row.is_replaced else Tone.GOOD,
        **found | {"title": found["title"] or decided.title},
    )


def _line(row: Any) -> Found:
    line = f"{row.decision} · {row.decision.body}"
    url = reverse("besluitenlijsten:list_of", args=[row.list.meeting_id])
    return Found(url=url, line=line, day=clock.date_of(row.decision.taken_at), **hit(row))


def _arrangement(row: Any) -> Found:
    return Found(
        url=row.item.page_address,
        line=f"{row.membership.member if row.membership else row.item.meeting.body}",
        day=clock.date_of(row.made_at),
        status=row.ended.get_outcome_display() if row.ended else "geldend",
        tone=Tone.GOOD,
        **hit(row),
    )


def _meeting(row: Any) -> Found:
    line = " · ".join(each for each in (str(row.body), row.where) if each)
    return Found(url=row.get_absolute_url(), line=line, day=clock.date_of(row.starts_at), status=row.standing, **hit(row))


def _item(row: Any) -> Found:
    line = f"{row.meeting} · {row.get_kind_display()}"
    return Found(url=row.page_address, line=line, day=clock.date_of(row.meeting.starts_at), **hit(row))


def _paper(row: Any) -> Found:
    line = f"{row.item.meeting} · bij {row.item.title}"
    return Found(url=row.item.page_address, line=line, day=clock.date_of(row.added_at), **hit(row))
