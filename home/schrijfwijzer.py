"""The schrijfwijzer for editors: what the word list says about the drafts of concepts. It never stops anybody."""

from __future__ import annotations

from dataclasses import dataclass

from home.models import ChapterPage
from portal.documents.domain.editions import text_of
from portal.documents.models import Term
from portal.documents.queries.terms import Finding, findings


@dataclass(frozen=True)
class Advice:
    """What the list says about one section of a draft."""

    place: str
    finding: Finding


def advice_for(page: ChapterPage, terms: list[Term]) -> list[Advice]:
    """What the list says about this draft. An adopted edition is never flagged: its words stand."""
    edition = page.edition_of_parent
    if edition is not None and edition.is_adopted:
        return []
    sections = page.section_texts
    said = [
        Advice(f"{section.number} {section.title}".strip(), finding)
        for section in sections
        for finding in findings(f"{section.title}\n{text_of(section.content, section.notes)}", terms)
    ]
    return said


def advice_for_all_drafts() -> list[tuple[ChapterPage, list[Advice]]]:
    """Every chapter of a concept as it stands in its newest draft, with what the list says about it."""
    terms = list(Term.objects.all())
    pages = ChapterPage.objects.select_related("latest_revision").order_by("path")
    drafts = [page.get_latest_revision_as_object() for page in pages]
    advised = [(draft, advice_for(draft, terms)) for draft in drafts]
    return [(draft, advice) for draft, advice in advised if advice]
