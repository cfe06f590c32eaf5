"""What the pages about documents read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import Any

from portal.documents.models import Document, Edition, Section, Term
from portal.kit import clock

HEAD = ("edition_id", "chapter", "number", "anchor", "title", "level", "order")
WORDS_A_MINUTE = 200


@dataclass(frozen=True)
class Chapter:
    """A chapter in the contents: its opening section and those under it, without their text."""

    slug: str
    sections: list[Section]

    @property
    def opening(self) -> Section:
        return self.sections[0]

    @property
    def under(self) -> list[Section]:
        return self.sections[1:]


@dataclass(frozen=True)
class Reading:
    """An edition opened at a chapter, or at none."""

    edition: Edition
    chapters: list[Chapter]
    sections: list[Section]
    slug: str = ""
    terms: list[Term] = field(default_factory=list)

    @cached_property
    def place(self) -> int:
        return next((place for place, chapter in enumerate(self.chapters) if chapter.slug == self.slug), 0)

    @property
    def previous(self) -> Chapter | None:
        return self.chapters[self.place - 1] if self.slug and self.place else None

    @property
    def next(self) -> Chapter | None:
        return self.chapters[self.place + 1] if self.slug and self.place + 1 < len(self.chapters) else None

    @property
    def minutes(self) -> int:
        """Reading time in whole minutes, at least one."""
        return max(1, round(sum(section.word_count for section in self.sections) / WORDS_A_MINUTE))


def editions_of(slug: str) -> Any:
    """The editions of a document, the newest first: those with a date by date, concepts before them."""
    return Edition.objects.filter(document__slug=slug).with_document().order_by("-in_force_date", "-label")


def edition_for(slug: str, label: str) -> Edition | None:
    return editions_of(slug).filter(label=label).first()


def edition_in_force(slug: str, day: date | None = None) -> Edition | None:
    """The edition in force that day; where none ever was, the newest there is."""
    return editions_of(slug).in_force_on(day or clock.today()).first() or editions_of(slug).first()


def reading(edition: Edition, slug: str = "", *, whole: bool = False) -> Reading:
    """One query for the contents; one for the text of a chapter or of all, and one for the words that have a meaning."""
    heads = list(edition.sections.only(*HEAD))
    chapters = [Chapter(chapter, list(sections)) for chapter, sections in groupby(heads, key=lambda section: section.chapter)]
    texts = edition.sections.all() if whole else edition.sections.filter(chapter=slug) if slug else edition.sections.none()
    sections = list(texts)
    for section in sections:
        section.edition = edition
    terms = list(Term.objects.exclude(meaning="")) if sections else []
    return Reading(edition, chapters, sections, slug, terms)


def documents_with_editions() -> list[tuple[Document, list[Edition]]]:
    """Every document with its editions. Two queries."""
    editions = list(Edition.objects.with_document().order_by("-in_force_date", "-label"))
    rows = [
        (document, [edition for edition in editions if edition.document_id == document.pk]) for document in Document.objects.all()
    ]
    return [row for row in rows if row[1]]
