"""A section named in running text, "Kader 5.2" or "Landelijk Kader 2024, § 4.2",
leads to it: in the edition it names, or the one in force that day."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from html import unescape

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from portal.documents.enums import EditionStatus
from portal.documents.models import Edition, Section
from portal.documents.queries.editions import editions_of
from portal.documents.text.content import Block, texts

CITATION = re.compile(r"\b((?:Landelijk )?Kader)(?: (20\d\d))?,? (?:§ ?|par(?:agraaf)?\.? )?(\d{1,2}(?:\.\d{1,2})+)")
LIST = re.compile(r"\d{1,2}(?:\.\d{1,2})*")
HREF = re.compile(r'href="([^"]+)"')
KADER = "kader"


def linked(text: str, day: date) -> SafeString:
    """The text, escaped, with each citation as a link that says which edition it is bound to. No query where nothing is cited."""
    found = list(CITATION.finditer(text))
    if not found:
        return conditional_escape(text)
    sections = _sections(day, {match[2] for match in found}, {match[3] for match in found})
    pieces, end = [], 0
    for match in found:
        section = sections.get((match[2] or "", match[3]))
        pieces += [conditional_escape(text[end : match.start()]), _link(match[0], section)]
        end = match.end()
    return mark_safe("".join([*pieces, conditional_escape(text[end:])]))  # noqa: S308  every piece is escaped


def _sections(day: date, labels: set[str | None], numbers: set[str]) -> dict[tuple[str, str], Section]:
    """By label (empty for the edition in force that day) and number."""
    wanted: dict[int, str] = {}
    for edition in editions_of(KADER).filter(label__in=[label for label in labels if label]):
        wanted[edition.pk] = edition.label
    in_force = editions_of(KADER).in_force_on(day).first() if None in labels else None
    rows = Section.objects.filter(edition__in=[*wanted, *([in_force.pk] if in_force else [])], number__in=numbers)
    found: dict[tuple[str, str], Section] = {}
    for section in rows.select_related("edition__document").defer("content", "notes", "text", "found_by"):
        if section.edition_id in wanted:
            found[wanted[section.edition_id], section.number] = section
        if in_force and section.edition_id == in_force.pk:
            found["", section.number] = section
    return found


def _link(text: str, section: Section | None) -> SafeString:
    if section is None:
        return conditional_escape(text)
    bound = "" if section.edition.label in text else f" ({section.edition.label})"
    return format_html(
        '<a href="{}" title="{}">{}</a>{}', section.get_absolute_url(), f"{section.citation}: {section.title}", text, bound
    )


@dataclass(frozen=True)
class Sought:
    """Sections, by the ways in which a text can name them."""

    by_number: dict[str, list[Section]]
    by_address: dict[str, int]

    def named_in(self, text: str, day: date) -> set[int]:
        """The keys of those that this text cites in words, in the edition it names or the one in force that day."""
        cited = [(match[2], section) for match in CITATION.finditer(text) for section in self.by_number.get(match[3], [])]
        return {
            section.pk
            for label, section in cited
            if (section.edition.label == label if label else section.edition.status_on(day) == EditionStatus.GELDEND)
        }

    def led_to(self, blocks: list[Block]) -> set[int]:
        """The keys of those that these blocks lead to with a link."""
        links = [unescape(link) for text in texts(blocks) for link in HREF.findall(text)]
        return {self.by_address[link] for link in links if link in self.by_address}


def seek(sections: Iterable[int]) -> Sought:
    """These sections, to be looked for in texts. One query."""
    by_number: dict[str, list[Section]] = defaultdict(list)
    rows = Section.objects.filter(pk__in=sections).select_related("edition__document")
    found = list(rows.defer("content", "notes", "text", "found_by"))
    for section in found:
        if section.number and section.edition.document.slug == KADER:
            by_number[section.number].append(section)
    return Sought(dict(by_number), {section.get_absolute_url(): section.pk for section in found})


def named_in(text: str, day: date) -> tuple[list[Section], list[str]]:
    """The sections of the Kader in force that day whose numbers stand in a short text
    such as "4.2, 5.1"; and the numbers there are none of."""
    numbers = list(dict.fromkeys(LIST.findall(text)))
    edition: Edition | None = editions_of(KADER).in_force_on(day).first()
    found = {section.number: section for section in edition.sections.filter(number__in=numbers)} if edition else {}
    return [found[number] for number in numbers if number in found], [number for number in numbers if number not in found]
