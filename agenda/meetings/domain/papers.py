"""Papers with an item: added for few, for more only with a second person, replaced by versions, and who opened them."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.db.models import F

from agenda.decisions.enums import Visibility
from agenda.meetings.enums import Verb
from agenda.meetings.models import AgendaItem, Meeting, Paper, PaperConfirmation, PaperOpening, PaperVersion, PaperWidening
from portal.accounts.actor import Actor
from portal.files.domain import stored_files
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.refusals import Blocker, Refused
from portal.network.enums import BodyKind
from portal.privacy.domain import guard

MOST = 20  # papers with one item


class PaperRefused(Refused):
    pass


def blockers_for_paper(*, meeting: Meeting) -> list[Blocker]:
    """Why the papers of this meeting cannot change now."""
    if not meeting.standing.row.takes_papers:
        return [Blocker("closed", f"Deze vergadering staat nu op “{meeting.get_state_display()}”: de stukken liggen vast.")]
    return []


@transaction.atomic
def add(*, key: UUID, item: AgendaItem, name: str, data: bytes, title: str, by: Actor) -> Paper:
    """Put a paper with an item, for who sits in the body alone. Raises FileRefused, PaperRefused, PersonalDataRefused.

    Sent twice, it is there once.
    """
    guard.refuse_identifiers([title, name])
    meeting = _held(item)
    if item.papers.filter(removed_at__isnull=True).count() >= MOST:
        raise PaperRefused(Blocker("too-many", f"Bij een punt passen {MOST} stukken."))
    file = stored_files.keep(key=key, name=name, data=data, by=by)
    if existing := PaperVersion.objects.filter(file=file).select_related("paper").first():
        return existing.paper
    paper = Paper.objects.create(item=item, title=title.strip(), added_at=clock.now())
    version = PaperVersion.objects.write(paper=paper, number=1, file=file, added_at=clock.now(), by=by)
    record(paper, Verb.PAPER_ADDED, by=by, facts=[version])
    Meeting.objects.touch(meeting)
    return paper


@transaction.atomic
def replace(*, key: UUID, paper: Paper, name: str, data: bytes, by: Actor) -> PaperVersion:
    """A newer file for the same paper. The older stays for whoever asks. Raises as `add`."""
    guard.refuse_identifiers([name])
    meeting = _held(paper.item)
    file = stored_files.keep(key=key, name=name, data=data, by=by)
    existing: PaperVersion | None = PaperVersion.objects.filter(file=file).first()
    if existing:
        return existing
    last: PaperVersion = paper.versions.latest("number")
    version: PaperVersion = PaperVersion.objects.write(
        paper=paper, number=last.number + 1, file=file, added_at=clock.now(), by=by
    )
    record(paper, Verb.PAPER_ADDED, by=by, facts=[version])
    Meeting.objects.touch(meeting)
    return version


@transaction.atomic
def remove(*, paper: Paper, by: Actor) -> None:
    """Take a paper away. Its file goes for good; that there was one stays in the history."""
    meeting = _held(paper.item)
    paper = Paper.objects.lock(paper)
    if paper.removed_at:
        raise PaperRefused(Blocker("gone", "Dit stuk is al weg."))
    take_files(paper, by=by)
    record(paper, Verb.PAPER_REMOVED, by=by)
    Meeting.objects.touch(meeting)


def take_files(paper: Paper, *, by: Actor) -> None:
    """Its files and its place on the agenda, for good."""
    for version in paper.versions.select_related("file").filter(file__removed_at__isnull=True):
        stored_files.remove(file=version.file, by=by)
    Paper.objects.filter(pk=paper.pk).update(removed_at=clock.now())


def _held(item: AgendaItem) -> Meeting:
    meeting = Meeting.objects.lock(item.meeting)
    if blockers := blockers_for_paper(meeting=meeting):
        raise PaperRefused(*blockers)
    return meeting


@transaction.atomic
def open_up(*, paper: Paper, visibility: Visibility, is_for_klankbordgroep: bool, by: Actor) -> PaperWidening | None:
    """Say who may read a paper. For fewer readers it is so at once; for more when a second person agrees. Raises PaperRefused."""
    meeting = _held(paper.item)
    paper = Paper.objects.select_related("item__meeting__body").get(pk=Paper.objects.lock(paper).pk)
    if blockers := blockers_for_readers(paper=paper, visibility=visibility, is_for_klankbordgroep=is_for_klankbordgroep):
        raise PaperRefused(*blockers)
    is_wider = visibility.narrowness < paper.narrowness or (is_for_klankbordgroep and not paper.is_for_klankbordgroep)
    if not is_wider:
        Paper.objects.filter(pk=paper.pk).update(visibility=visibility, is_for_klankbordgroep=is_for_klankbordgroep)
        record(paper, Verb.PAPER_WIDENED, by=by)
        Meeting.objects.touch(meeting)
        return None
    asked: PaperWidening = PaperWidening.objects.write(
        paper=paper, visibility=visibility, is_for_klankbordgroep=is_for_klankbordgroep, asked_at=clock.now(), by=by
    )
    record(paper, Verb.PAPER_WIDENED, by=by, facts=[asked])
    return asked


def blockers_for_readers(*, paper: Paper, visibility: Visibility, is_for_klankbordgroep: bool) -> list[Blocker]:
    """Why these cannot be the readers of it."""
    blockers = []
    if paper.item.is_confidential and not visibility.is_confidential:
        blockers.append(
            Blocker("confidential-item", "Het punt zelf is vertrouwelijk. Dan zijn de stukken dat ook.", is_input=True)
        )
    if is_for_klankbordgroep and (paper.item.meeting.body.kind != BodyKind.STUURGROEP or paper.item.is_confidential):
        blockers.append(
            Blocker("not-for-them", "Dit stuk kan niet naar de Klankbordgroep: zij leest dit punt niet.", is_input=True)
        )
    return blockers


def waiting(paper: Paper) -> PaperWidening | None:
    """The last question for more readers that nobody agreed to yet."""
    last: PaperWidening | None = next(iter(reversed(paper.widenings.all())), None)
    return last if last and not hasattr(last, "confirmation") else None


@transaction.atomic
def confirm(*, paper: Paper, by: Actor) -> PaperConfirmation:
    """A second person agrees that more people read it. Raises PaperRefused for the one who asked."""
    meeting = _held(paper.item)
    paper = Paper.objects.lock(paper)
    asked = waiting(paper)
    if asked is None:
        raise PaperRefused(Blocker("nothing-asked", "Er is niets gevraagd, of iemand gaf het al vrij."))
    if by.user is not None and asked.by_user_id == by.user.pk:
        raise PaperRefused(Blocker("same-person", "Een tweede persoon geeft dit vrij: u vroeg het zelf."))
    given: PaperConfirmation = PaperConfirmation.objects.write(widening=asked, confirmed_at=clock.now(), by=by)
    Paper.objects.filter(pk=paper.pk).update(visibility=asked.visibility, is_for_klankbordgroep=asked.is_for_klankbordgroep)
    record(paper, Verb.PAPER_CONFIRMED, by=by, facts=[given])
    Meeting.objects.touch(meeting)
    return given


def opened(*, version: PaperVersion, by: Actor) -> None:
    """Note that somebody fetched it."""
    row, is_new = PaperOpening.objects.get_or_create(
        version=version, user=by.user, defaults={"opened_at": clock.now(), "label": by.seat_label}
    )
    if not is_new:
        PaperOpening.objects.filter(pk=row.pk).update(times=F("times") + 1)
