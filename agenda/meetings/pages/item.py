"""What the page of one item shows to one reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch

from agenda.decisions.models import Decision
from agenda.meetings.domain import agenda_items, item_decisions, own_notes, papers
from agenda.meetings.enums import SENT_STATES, Permission
from agenda.meetings.forms import GuestForm, NewVersionForm, OwnNoteForm, PaperForm, ReadersForm, ReservationForm
from agenda.meetings.models import AgendaItem, Arrangement, OwnNote, Paper, PaperOpening, PaperWidening
from agenda.meetings.models.versions import sent_of
from agenda.meetings.queries import opleggers
from agenda.meetings.queries.items import items_of, papers_of
from agenda.meetings.queries.subjects import Named, find, kind_of, named_as
from portal.network.enums import SeatFunction


@dataclass(frozen=True, kw_only=True)
class ShownPaper:
    """A paper with what this reader may do with it."""

    paper: Paper
    waits: Any  # for a second person, and who asked
    openings: list[PaperOpening]
    version_form: Any
    readers_form: Any


@dataclass(frozen=True, kw_only=True)
class ItemPage:
    shown: AgendaItem  # with its subjects, as far as this reader may see them
    also: list[Named]
    sheet: list[tuple[str, str]]
    is_frozen: bool
    papers: list[ShownPaper]
    decision: Decision | None
    arrangements: list[Arrangement]
    notes: list[OwnNote]
    note_form: Any
    may_prepare: bool
    can_change: bool
    paper_form: Any
    guest_form: Any
    guests: list[Any]
    reservation_form: Any
    before: AgendaItem | None
    after: AgendaItem | None


def read(item: AgendaItem, user: Any, **forms: Any) -> ItemPage:
    """Everything about this item that this reader may see."""
    meeting = item.meeting
    may_prepare = user.may(Permission.PREPARE, item)
    agenda = items_of(meeting, user)
    place = next((place for place, each in enumerate(agenda) if each.pk == item.pk), 0)
    sheet, is_frozen = _sheet(item, user, may_prepare)
    notes = own_notes.seen_by(user, item=item)
    mine = next((note for note in notes if note.user_id == user.pk), None)
    can_change = may_prepare and not agenda_items.blockers_for_item(meeting=meeting)
    takes_papers = may_prepare and not papers.blockers_for_paper(meeting=meeting)
    arrangements = Arrangement.objects.visible_to(user).filter(item=item).select_related("end")  # type: ignore[attr-defined]
    return ItemPage(
        shown=agenda[place] if agenda else item,
        also=[named_as(each) for each in agenda[place].also] if agenda else [],
        sheet=sheet,
        is_frozen=is_frozen,
        papers=_papers(item, user, takes_papers, forms.get("failed")),
        decision=_decision(item, user),
        arrangements=list(arrangements),
        notes=[note for note in notes if note.user_id != user.pk],
        note_form=forms.get("note_form") or OwnNoteForm(initial=_mine(mine)),
        may_prepare=may_prepare,
        can_change=can_change,
        paper_form=(forms.get("paper_form") or PaperForm()) if takes_papers else None,
        guest_form=(forms.get("guest_form") or GuestForm()) if takes_papers else None,
        guests=list(item.guests.select_related("user")) if may_prepare else [],  # type: ignore[attr-defined]
        reservation_form=reservation_form(item, user, forms.get("reservation_form")),
        before=agenda[place - 1] if place else None,
        after=agenda[place + 1] if place + 1 < len(agenda) else None,
    )


def could_also_be_about(item: AgendaItem, words: str, user: Any) -> list[Named]:
    """What has these words in its name, and is not with this item yet."""
    known = {item.subject, *item.also}
    return [named_as(found) for found in find(words, user) if found not in known]


def _mine(note: OwnNote | None) -> dict[str, Any]:
    return {"text": note.text, "is_marked": note.is_marked, "is_shared": note.organisation_id is not None} if note else {}


def _decision(item: AgendaItem, user: Any) -> Decision | None:
    """The decision at it with all that belongs to it, or nothing."""
    taken = Decision.objects.visible_to(user).filter(taken_at_item__item=item).select_related("seal", "corrects")
    return taken.prefetch_related("reservations__membership__organisation", "corrected_by").first()


def _sheet(item: AgendaItem, user: Any, may_prepare: bool) -> tuple[list[tuple[str, str]], bool]:
    """The oplegger: as it was last sent, and before that, for who prepares, as it would be sent now.

    Only with a subject that this reader sees.
    """
    subject = item.subject
    if subject is None or not _sees(subject, user):
        return [], False
    last = sent_of(item).last() if item.meeting.state in SENT_STATES else None
    if last:
        return opleggers.read({item.pk: last.sheet}, user)[item.pk], True
    return (opleggers.lines(item, user), False) if may_prepare else ([], False)


def _sees(subject: Any, user: Any) -> bool:
    return bool(kind_of(subject).visible(user).filter(pk=subject.pk).exists())


# What is kept of papers for who looks after them.
AS_KEPT = (
    Prefetch("versions__openings", PaperOpening.objects.select_related("user", "version")),
    Prefetch("widenings", PaperWidening.objects.select_related("confirmation")),
)


def _papers(item: AgendaItem, user: Any, may_change: bool, failed: tuple[int, Any] | None) -> list[ShownPaper]:
    """Four queries, however many papers; two for who changes nothing."""
    shown = []
    rows = Paper.objects.filter(pk__in=[row.pk for row in papers_of([item], user).get(item.pk, [])]).prefetch_related("versions")
    if may_change:
        rows = rows.prefetch_related(*AS_KEPT)
    for paper in rows:
        wrong = failed[1] if failed and failed[0] == paper.pk else None
        openings = [opening for version in paper.versions.all() for opening in version.openings.all()] if may_change else []
        initial = {"visibility": paper.visibility, "is_for_klankbordgroep": paper.is_for_klankbordgroep}
        shown.append(
            ShownPaper(
                paper=paper,
                waits=papers.waiting(paper) if may_change else None,
                openings=openings,
                version_form=(wrong if isinstance(wrong, NewVersionForm) else NewVersionForm()) if may_change else None,
                readers_form=(wrong if isinstance(wrong, ReadersForm) else ReadersForm(initial=initial)) if may_change else None,
            )
        )
    return shown


def papers_for_guest(item: AgendaItem) -> list[Paper]:
    """The papers of an item to which somebody is invited."""
    return list(item.papers.filter(removed_at__isnull=True).prefetch_related("versions"))


def reservation_form(item: AgendaItem, user: Any, bound: Any = None) -> Any:
    """The form to put a voorbehoud on record, for who may and while that can be."""
    if bound is not None:
        return bound
    if not user.may(Permission.RESERVE, item) or item_decisions.blockers_for_reserving(item=item):
        return None
    return ReservationForm(item=item, for_others=speaks_for_all(item, user))


def speaks_for_all(item: AgendaItem, user: Any) -> bool:
    """Whether this person is the secretaris of the body that meets, who records what the others say."""
    return any(
        seat.function == SeatFunction.SECRETARIS and seat.membership.body_id == item.meeting.body_id for seat in user.seats_today
    )
