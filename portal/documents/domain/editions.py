"""Writing what the CMS published into rows that last, and putting an edition in force."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.db.models import Case, F, Value, When

from portal.accounts.actor import Actor
from portal.documents.domain import succession
from portal.documents.enums import Verb
from portal.documents.models import Edition, Picture, Section
from portal.documents.text import anchors, content
from portal.documents.text.pictures import Drawn
from portal.history.domain.recording import record
from portal.history.evidence import canonical, sha256
from portal.kit import clock
from portal.kit.refusals import Blocker, Refused


class EditionRefused(Refused):
    pass


@dataclass(frozen=True, kw_only=True)
class SectionText:
    """A section as the CMS publishes it: number ("4.2" or empty), lasting anchor, title, level 1 to 4, blocks and footnotes."""

    number: str
    anchor: str
    title: str
    level: int
    content: list[content.Block] = field(default_factory=list)
    notes: list[dict[str, str]] = field(default_factory=list)
    change_note: str = ""


def blockers_for_writing(*, edition: Edition) -> list[Blocker]:
    """Why the words of this edition cannot change."""
    if edition.is_adopted:
        return [Blocker("adopted", f"{edition} is vastgesteld en verandert niet meer. Maak een nieuwe editie.")]
    return []


STEP = 10_000  # the places that a chapter has for its sections


@transaction.atomic
def order_chapters(*, edition: Edition, chapters: list[str]) -> None:
    """Put the chapters of a concept in this order. One statement, and none where the edition was adopted."""
    if not edition.is_adopted and chapters:
        places = Case(*(When(chapter=chapter, then=Value(place * STEP)) for place, chapter in enumerate(chapters, 1)))
        edition.sections.filter(chapter__in=chapters).update(order=F("order") % STEP + places)


@transaction.atomic
def write_chapter(*, edition: Edition, chapter: str, sections: list[SectionText], by: Actor) -> None:
    """Make the rows of one chapter equal to what was published. A section keeps its row as long as its anchor stays,
    and what stands in it keeps its own anchors as long as it is recognisably the same."""
    edition = _write_all(edition, chapter, sections, is_from_editor=True)
    edition.sections.filter(chapter=chapter).exclude(anchor__in=[section.anchor for section in sections]).delete()
    record(edition, Verb.PUBLISHED, by=by)


@transaction.atomic
def prepare_chapter(*, edition: Edition, chapter: str, sections: list[SectionText]) -> None:
    """Write what a file says that the editor has no place for, anchors of pieces and how
    lists count: publishing the chapter keeps it."""
    _write_all(edition, chapter, sections, is_from_editor=False)


def _write_all(edition: Edition, chapter: str, sections: list[SectionText], *, is_from_editor: bool) -> Edition:
    edition = Edition.objects.lock(edition)
    if blockers := blockers_for_writing(edition=edition):
        raise EditionRefused(*blockers)
    before = {section.anchor: section for section in edition.sections.filter(anchor__in=[each.anchor for each in sections])}
    for offset, section in enumerate(sections):
        row = before.get(section.anchor)
        blocks, was = deepcopy(section.content), row.content if row else []
        anchors.name_all(blocks, section=section.anchor, before=was)
        if is_from_editor:
            anchors.count_as_before(blocks, was)
        _write(edition, chapter, offset, section, blocks, row)
    return edition


def _write(
    edition: Edition, chapter: str, order: int, section: SectionText, blocks: list[content.Block], before: Section | None
) -> None:
    row = before or Section(edition=edition, anchor=section.anchor)
    row.chapter, row.order, row.level = chapter, order, section.level
    row.number, row.title, row.change_note = section.number, section.title, section.change_note
    row.content, row.notes = blocks, section.notes
    row.text = text_of(blocks, section.notes)
    row.sha256 = digest_of(row)
    row.save()


def text_of(blocks: list[content.Block], notes: list[dict[str, str]]) -> str:
    """All words of a section without its heading, footnotes last: what is searched and compared."""
    said = [f"{note['mark']} {content.plain(note['text'])}" for note in notes]
    return "\n".join([content.as_text(blocks), *said]).strip()


def digest_of(section: Section) -> str:
    """SHA-256 over all that a reader reads of a section: number, title, content and footnotes."""
    return sha256(
        canonical({"number": section.number, "title": section.title, "content": section.content, "notes": section.notes})
    )


def digest_of_edition(edition: Edition) -> str:
    """SHA-256 over the digests of all its sections, in order."""
    return sha256("".join(edition.sections.values_list("sha256", flat=True)))


@transaction.atomic
def drop_chapters(*, edition: Edition, keep: list[str], by: Actor) -> None:
    """Take the chapters out that the edition no longer has."""
    edition = Edition.objects.lock(edition)
    if blockers := blockers_for_writing(edition=edition):
        raise EditionRefused(*blockers)
    dropped, _ = edition.sections.exclude(chapter__in=keep).delete()
    if dropped:
        record(edition, Verb.DROPPED, by=by)


def blockers_for_force(*, edition: Edition, in_force_date: date | None = None) -> list[Blocker]:
    """Why this edition cannot come into force from that date."""
    blockers = []
    if edition.is_adopted:
        blockers.append(Blocker("is-adopted", f"{edition} is al vastgesteld."))
    if in_force_date is None:
        return [*blockers, Blocker("no-date", "Kies vanaf welke dag de editie geldt.", is_input=True)]
    if not edition.sections.exists():
        blockers.append(Blocker("no-text", f"{edition} heeft nog geen gepubliceerde tekst."))
    latest = (
        edition.document.editions.filter(replaced_date__isnull=True, in_force_date__isnull=False).exclude(pk=edition.pk).first()
    )
    if latest and latest.in_force_date and latest.in_force_date >= in_force_date:
        blockers.append(
            Blocker(
                "too-early",
                f"{latest} geldt vanaf {latest.in_force_date:%d-%m-%Y}. Een nieuwe editie begint daarna.",
                is_input=True,
            )
        )
    return blockers


@transaction.atomic
def adopt(*, edition: Edition, in_force_date: date | None, by: Actor) -> Edition:
    """The Stuurgroep adopted this edition, in force from that date on; the one before it ends that day."""
    return _put_in_force(edition, in_force_date, Verb.ADOPTED, by)


@transaction.atomic
def enter_existing(*, edition: Edition, in_force_date: date, by: Actor) -> Edition:
    """Enter an edition that was adopted before the portal existed, with the date it came into force."""
    if in_force_date > clock.today():
        raise EditionRefused(Blocker("in-future", "Een editie die nog moet gaan gelden, stelt de Stuurgroep vast."))
    later = edition.document.editions.filter(in_force_date__gt=in_force_date).order_by("in_force_date", "pk").first()
    if later is None:
        return _put_in_force(edition, in_force_date, Verb.ENTERED, by)
    return _enter_earlier(edition, in_force_date, later, by)


def _put_in_force(edition: Edition, in_force_date: date | None, verb: Verb, by: Actor) -> Edition:
    edition = Edition.objects.lock(edition)
    if blockers := blockers_for_force(edition=edition, in_force_date=in_force_date):
        raise EditionRefused(*blockers)
    adopted = edition.document.editions.filter(replaced_date__isnull=True, in_force_date__isnull=False).exclude(pk=edition.pk)
    if before := adopted.first():
        succession.fix(before=before, edition=edition)
        adopted.update(replaced_date=in_force_date)
    edition.in_force_date = in_force_date
    edition.save(update_fields=["in_force_date"])
    record(edition, verb, by=by)
    return edition


def _enter_earlier(edition: Edition, in_force_date: date, later: Edition, by: Actor) -> Edition:
    """An edition from before one that is known already: it was replaced when that one began."""
    edition = Edition.objects.lock(edition)
    if edition.is_adopted:
        raise EditionRefused(Blocker("is-adopted", f"{edition} is al vastgesteld."))
    edition.document.editions.filter(in_force_date__lt=in_force_date, replaced_date__gt=in_force_date).update(
        replaced_date=in_force_date
    )
    edition.in_force_date, edition.replaced_date = in_force_date, later.in_force_date
    edition.save(update_fields=["in_force_date", "replaced_date"])
    succession.fix(before=edition, edition=later)
    record(edition, Verb.ENTERED, by=by)
    return edition


def keep_picture(drawn: Drawn) -> Picture:
    """Keep it under its own digest, as long as the words; the same picture is kept once."""
    about = {"kind": drawn.kind, "width": drawn.width, "height": drawn.height, "content": drawn.data}
    return Picture.objects.get_or_create(sha256=drawn.digest, defaults=about)[0]
